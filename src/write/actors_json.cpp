// SPDX-License-Identifier: MIT
#include <dateline/write/actors_json.hpp>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>
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

/// What each rule says, for a reader; "{}" stands for the words elsewhere that decided.
struct RuleWords {
    std::string_view rule, words;
};
constexpr std::array rule_words{
    RuleWords{"apposition", "name and office stand side by side"},
    RuleWords{"as a subject", "an unknown name that does or owns something"},
    RuleWords{"capital", "a capital that stands for its country"},
    RuleWords{"country", "a country's name"},
    RuleWords{"demonym", "a people, for its country"},
    RuleWords{"description", "a noun that says what {} is"},
    RuleWords{"given name", "begins with a given name"},
    RuleWords{"holder", "who was last said to hold that office"},
    RuleWords{"honorific", "a name after a form of address"},
    RuleWords{"inside", "a place within a longer name, which acts no part"},
    RuleWords{"last named", "the last one of that kind spoken of, {}"},
    RuleWords{"list", "all of a list named before"},
    RuleWords{"name", "a learnt name"},
    RuleWords{"namesake", "a town's name, but a person's who was named before"},
    RuleWords{"office", "an office of a country or organisation, or who holds it on the day"},
    RuleWords{"offices of a list", "the offices of all countries of a list named before"},
    RuleWords{"organ", "an organ of the country or organisation that is named with it"},
    RuleWords{"organisation", "an organisation of the tables"},
    RuleWords{"place", "a place, which only says where"},
    RuleWords{"pronoun", "the likeliest of all spoken of around it, {}"},
    RuleWords{"same name", "the name, or a part of it, of one named before"},
    RuleWords{"same noun", "the one called by that noun before"},
    RuleWords{"seat", "a seat of government, for its country"},
    RuleWords{"side", "people or bodies that act for the side that is named with them"},
    RuleWords{"somebody", "somebody new, whose name is not told"},
    RuleWords{"speaker", "who speaks, {}"},
    RuleWords{"title", "a name after its title"},
    RuleWords{"topic country", "of the country most spoken of around it, {}"},
};

/// Why the mention means whom it means, in one sentence.
std::string reason(const Document& document, const Mention& mention) {
    const auto known = std::ranges::find(rule_words, mention.rule, &RuleWords::rule);
    auto words = std::string{known == rule_words.end() ? std::string_view{mention.rule} : known->words};
    if (const auto at = words.find("{}"); at != std::string::npos) {
        const auto because = mention.because.empty() ? std::string{"somewhere else"} : fmt::format("\"{}\"", document.words(mention.because));
        words.replace(at, 2, because);
    }
    return mention.grounds.empty() ? words : fmt::format("{}: {}", words, mention.grounds);
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
            entry["reason"] = reason(document, mention);
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
