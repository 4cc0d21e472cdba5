// SPDX-License-Identifier: MIT
#include <dateline/actors/tenure_book.hpp>

#include <algorithm>
#include <tuple>

#include <fmt/format.h>

namespace dateline {
namespace {

/// Text that stays in its field.
std::string one_line(std::string_view text) {
    std::string out;
    for (const char c : text) {
        const bool space = c == '\t' || c == '\n' || c == '\r' || c == ' ';
        if (!space) out += c;
        else if (!out.empty() && out.back() != ' ') out += ' ';
    }
    return out;
}

/// All that is told of one holder of an office.
struct Stretch {
    std::string person;
    std::string name;
    std::string first, last;
    std::string article, evidence;
    std::size_t told = 0;
    std::string until;
    std::string contradicted_by;
};

/// Ends each stretch where the next begins; those that overlap contradict each other.
void order(std::vector<Stretch>& stretches) {
    std::ranges::sort(stretches, {}, [](const Stretch& s) { return std::tie(s.first, s.last, s.person); });
    for (std::size_t i = 0; i < stretches.size(); ++i) {
        for (std::size_t j = i + 1; j < stretches.size(); ++j) {
            auto &earlier = stretches[i], &later = stretches[j];
            if (later.first > earlier.last) {
                if (earlier.until.empty()) earlier.until = later.first;
                continue;
            }
            if (earlier.contradicted_by.empty()) earlier.contradicted_by = later.person;
            if (later.contradicted_by.empty()) later.contradicted_by = earlier.person;
        }
    }
}

} // namespace

void TenureBook::add(const Document& document, const ActorLayer& layer) {
    if (!document.article.published) return;
    const auto day = format_day(document.article.published->day());
    for (const auto& tenure : layer.tenures) {
        const auto& person = layer.actors[tenure.person.value];
        m_offices[{tenure.of, tenure.office}][person.id].push_back({.day = day,
                                                                   .article = document.article.id,
                                                                   .evidence = one_line(document.words(tenure.tokens)),
                                                                   .name = one_line(person.name)});
    }
}

std::string TenureBook::table() const {
    std::string out = "name\tid\toffice\tcountry\tfrom\tuntil\ttold\tfirst\tlast\tcontradicted_by\tarticle\tevidence\n";
    for (const auto& [office, holders] : m_offices) {
        std::vector<Stretch> stretches;
        for (const auto& [person, tellings] : holders) {
            const auto first = std::ranges::min(tellings), last = std::ranges::max(tellings);
            const auto fullest = std::ranges::max(tellings, {}, [](const Telling& t) { return std::pair{t.name.size(), t.name}; });
            std::vector<std::string> articles;
            for (const auto& telling : tellings) articles.push_back(telling.article);
            std::ranges::sort(articles);
            const auto told = std::unique(articles.begin(), articles.end()) - articles.begin();
            stretches.push_back({.person = person,
                                 .name = fullest.name,
                                 .first = first.day,
                                 .last = last.day,
                                 .article = first.article,
                                 .evidence = first.evidence,
                                 .told = static_cast<std::size_t>(told),
                                 .until = {},
                                 .contradicted_by = {}});
        }
        order(stretches);
        for (const auto& s : stretches) {
            out += fmt::format("{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\n", s.name, s.person, office.second, office.first, s.first, s.until, s.told,
                               s.first, s.last, s.contradicted_by, one_line(s.article), s.evidence);
        }
    }
    return out;
}

} // namespace dateline
