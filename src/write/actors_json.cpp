// SPDX-License-Identifier: MIT
#include <dateline/write/actors_json.hpp>

#include <algorithm>
#include <vector>

#include <nlohmann/json.hpp>

#include <dateline/text/utf8.hpp>

namespace dateline {
namespace {

using Json = nlohmann::ordered_json;

/// Code points before each token, so that mentions, which may nest, can be counted in any order.
class TokenOffsets {
public:
    explicit TokenOffsets(const Document& document) {
        CodePointCounter code_points{document.text};
        for (const auto& span : document.token) {
            m_begin.push_back(code_points.count_to(span.begin));
            m_end.push_back(code_points.count_to(span.end));
        }
    }
    [[nodiscard]] std::size_t begin(std::uint32_t token) const { return m_begin[token]; }
    [[nodiscard]] std::size_t end(std::uint32_t token) const { return m_end[token]; }

private:
    std::vector<std::size_t> m_begin, m_end;
};

Json actor_json(const Actor& actor) {
    return {{"id", actor.id},         {"name", actor.name},     {"kind", name_of(actor.kind)},    {"country", actor.country},
            {"office", actor.office}, {"sector", actor.sector}, {"wikidata", actor.wikidata}};
}

Json ids(const std::vector<ActorId>& actors, const ActorLayer& layer) {
    auto list = Json::array();
    for (const auto actor : actors) list.push_back(layer.actors[actor.value].id);
    return list;
}

} // namespace

std::string actors_json(const Document& document, const ActorLayer& layer, Why why) {
    const TokenOffsets offsets{document};
    const auto& article = document.article;
    Json line{{"doc_id", article.id},
              {"dct", article.published ? Json(format_instant(*article.published)) : Json(nullptr)},
              {"text", document.text},
              {"actors", Json::array()},
              {"mentions", Json::array()},
              {"tenures", Json::array()}};
    for (const auto& actor : layer.actors) line["actors"].push_back(actor_json(actor));
    for (const auto& mention : layer.mentions) {
        Json entry{{"start", offsets.begin(mention.tokens.begin)},
                   {"end", offsets.end(mention.tokens.end - 1)},
                   {"text", document.words(mention.tokens)},
                   {"head", offsets.begin(mention.head)},
                   {"actors", ids(mention.actors, layer)},
                   {"chain", mention.chain},
                   {"form", name_of(mention.form)},
                   {"sector", mention.sector},
                   {"place_only", mention.place_only}};
        if (why == Why::yes) {
            entry["rule"] = mention.rule;
            entry["because"] = mention.because.empty() ? Json(nullptr) : Json(document.words(mention.because));
            entry["grounds"] = mention.grounds;
            entry["instead"] = ids(mention.instead, layer);
        }
        line["mentions"].push_back(std::move(entry));
    }
    for (const auto& tenure : layer.tenures) {
        line["tenures"].push_back({{"person", layer.actors[tenure.person.value].id},
                                   {"name", layer.actors[tenure.person.value].name},
                                   {"office", tenure.office},
                                   {"country", tenure.of},
                                   {"start", offsets.begin(tenure.tokens.begin)},
                                   {"end", offsets.end(tenure.tokens.end - 1)}});
    }
    return line.dump(-1, ' ', false, Json::error_handler_t::replace);
}

} // namespace dateline
