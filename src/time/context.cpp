// SPDX-License-Identifier: MIT
#include "context.hpp"

#include <dateline/knowledge/table.hpp>

namespace dateline::time {
namespace {

/// A story names at least so many bygone years, and so many times more of them than days of the week and the like.
constexpr int fewest_bygone_years = 5;
constexpr int fewest_ancient_years = 3;
constexpr int bygone_years_per_deictic = 4;

/// Does the host's top-level domain belong to a country that writes 31/12/2025?
bool writes_day_first(std::string_view url) {
    static const Table countries = Knowledge::built_in().table("time_day_first");
    constexpr std::string_view scheme_end = "://";
    const auto scheme = url.find(scheme_end);
    if (scheme == std::string_view::npos) return false;
    auto host = url.substr(scheme + scheme_end.size());
    host = host.substr(0, host.find_first_of("/:?#"));
    return !countries.find(host.substr(host.rfind('.') + 1)).empty();
}

} // namespace

Style style_of(std::span<const Atom> atoms, const Article& article) {
    int day_first = 0;
    int month_first = 0;
    int before_christ = 0;
    for (std::size_t i = 0; i + 4 < atoms.size(); ++i) {
        const auto& first = atoms[i];
        const auto& second = atoms[i + 2];
        if (first.is(WordClass::era) && first.word->code == "BC") ++before_christ;
        if (first.kind != Atom::Kind::digits || !atoms[i + 1].is_mark('/') || second.kind != Atom::Kind::digits || !atoms[i + 3].is_mark('/')) continue;
        if (first.number > 12 && first.number <= 31 && second.number <= 12) ++day_first;
        if (second.number > 12 && second.number <= 31 && first.number <= 12) ++month_first;
    }
    const bool shown = day_first != month_first;
    const bool by_publisher = writes_day_first(article.url);
    const bool day_leads = shown ? day_first > month_first : by_publisher;
    return {.order = day_leads ? DateOrder::day_first : DateOrder::month_first, .sure = shown || by_publisher, .ancient = before_christ >= fewest_ancient_years};
}

bool opens_report(const Match& match, const Node& node, std::span<const Atom> atoms, const Document& document) {
    constexpr std::uint32_t longest_place = 8; // "WASHINGTON, D.C., March 4"
    if (node.op != Op::fields || node.fields.day == 0 || node.fields.month == 0 || match.begin == 0 || match.end >= atoms.size()) return false;
    const auto& next = atoms[match.end];
    if (!next.is_mark('-') && !next.is_mark('(') && !next.is_mark('_')) return false;
    auto i = match.begin;
    while (i > 0 && match.begin - i <= longest_place && atoms[i - 1].span.begin >= document.body.begin && !atoms[i - 1].is_mark('\n')) {
        --i;
        if (atoms[i].kind == Atom::Kind::word && !atoms[i].capital) return false;
    }
    const bool starts_body = i == 0 || atoms[i - 1].is_mark('\n') || atoms[i - 1].span.begin < document.body.begin;
    return starts_body && i < match.begin && atoms[i].capital;
}

bool is_narrative(std::span<const Atom> atoms, const std::optional<Instant>& publication) {
    if (!publication) return true;
    const auto now = year_of(publication->day());
    int bygone = 0;
    int deictic = 0;
    for (std::size_t i = 0; i < atoms.size(); ++i) {
        const auto& atom = atoms[i];
        if (atom.is_digits(4) && atom.number >= 1000 && atom.number < now) ++bygone;
        else if (atom.is(WordClass::era) && i > 0 && atoms[i - 1].kind == Atom::Kind::digits) ++bygone;
        else if (atom.is_any({WordClass::day, WordClass::weekday, WordClass::tonight}) && !(atom.is(WordClass::ordinary))) ++deictic;
    }
    return bygone >= fewest_bygone_years && bygone > deictic * bygone_years_per_deictic;
}

} // namespace dateline::time
