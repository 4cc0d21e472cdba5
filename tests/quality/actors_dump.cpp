// SPDX-License-Identifier: MIT
//
// For the scripts beside it: articles as JSONL {"id","published","title","text"} on stdin; on stdout for each
// {"id","actors":[{id,name,kind,country,office,sector}],"mentions":[{text,actors,form,place_only,rule}]}.
#include <iostream>
#include <string>

#include <nlohmann/json.hpp>

#include <dateline/actors/finder.hpp>
#include <dateline/annotate/annotator.hpp>

namespace {

constexpr const char* form_names[] = {"name", "nominal", "pronoun", "demonym"};

dateline::Article article_of(const nlohmann::json& record) {
    const auto text = [&](const char* field) { return record.contains(field) && record[field].is_string() ? record[field].get<std::string>() : std::string{}; };
    return {.id = text("id"), .title = text("title"), .published = dateline::parse_instant(text("published")), .text = text("text")};
}

nlohmann::json written(const dateline::Document& document, const dateline::ActorLayer& layer) {
    nlohmann::json out{{"id", document.article.id}, {"actors", nlohmann::json::array()}, {"mentions", nlohmann::json::array()}};
    for (const auto& a : layer.actors) {
        out["actors"].push_back({{"id", a.id}, {"name", a.name}, {"kind", name_of(a.kind)}, {"country", a.country}, {"office", a.office}, {"sector", a.sector}});
    }
    for (const auto& m : layer.mentions) {
        nlohmann::json actors = nlohmann::json::array();
        for (const auto id : m.actors) actors.push_back(id.value);
        out["mentions"].push_back({{"text", document.words(m.tokens)},
                                   {"start", document.span_of(m.tokens).begin},
                                   {"end", document.span_of(m.tokens).end},
                                   {"head", document.form(m.head)},
                                   {"actors", actors},
                                   {"form", form_names[static_cast<std::size_t>(m.form)]},
                                   {"place_only", m.place_only},
                                   {"sector", m.sector},
                                   {"rule", m.rule}});
    }
    return out;
}

} // namespace

int main() {
    const dateline::Annotator annotator;
    const dateline::ActorFinder finder;
    for (std::string line; std::getline(std::cin, line);) {
        const auto document = annotator.annotate(article_of(nlohmann::json::parse(line)));
        std::cout << written(document, finder.find(document)).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) << '\n';
    }
}
