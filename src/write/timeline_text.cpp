// SPDX-License-Identifier: MIT
#include <dateline/write/timeline_text.hpp>

#include <array>
#include <cstddef>
#include <ostream>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include <dateline/text/printable.hpp>

#include "words.hpp"

namespace dateline {
namespace {

// ---- dates in words

constexpr std::array<std::string_view, 12> months{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

std::string day_in_words(Day day) {
    const date::year_month_day ymd{day};
    return fmt::format("{} {} {}", static_cast<unsigned>(ymd.day()), months[static_cast<unsigned>(ymd.month()) - 1],
                       static_cast<int>(ymd.year()));
}

/// "3–7 Nov 2025", "28 Feb – 3 Mar 2025": what both ends share is said once.
std::string stretch_in_words(Day earliest, Day latest) {
    const date::year_month_day first{earliest};
    const date::year_month_day last{latest};
    if (first.year() != last.year()) return day_in_words(earliest) + " – " + day_in_words(latest);
    if (first.month() == last.month()) return fmt::format("{}–{}", static_cast<unsigned>(first.day()), day_in_words(latest));
    return fmt::format("{} {} – {}", static_cast<unsigned>(first.day()), months[static_cast<unsigned>(first.month()) - 1], day_in_words(latest));
}

/// A whole month, quarter or year by its name; empty when the interval is none.
std::string period_in_words(Day earliest, Day latest) {
    const date::year_month_day first{earliest};
    const date::year_month_day last{latest};
    if (first.year() != last.year() || first.day() != date::day{1} || last != last.year() / last.month() / date::last) return {};
    const auto from = static_cast<unsigned>(first.month());
    const auto to = static_cast<unsigned>(last.month());
    const auto year = static_cast<int>(first.year());
    if (from == to) return fmt::format("{} {}, day unknown", months[from - 1], year);
    if (from == 1 && to == 12) return fmt::format("{}, day unknown", year);
    if (to - from == 2 && to % 3 == 0) return fmt::format("quarter {} of {}, day unknown", to / 3, year);
    return fmt::format("{}–{} {}, day unknown", months[from - 1], months[to - 1], year);
}

// ---- escaping

/// For a terminal, see `printable`; white space becomes one space.
std::string harmless(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (const char c : printable(text)) {
        if (c != ' ' || (!out.empty() && out.back() != ' ')) out += c;
    }
    return out;
}

/// For Markdown: every ASCII punctuation mark that CommonMark gives a meaning anywhere is escaped (CommonMark 2.4).
std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : harmless(text)) {
        if (std::string_view{"\\`*_{}[]<>()#+!|~&$"}.find(c) != std::string_view::npos) out += '\\';
        out += c;
    }
    return out;
}

std::string source_of(const Evidence& proof) {
    const auto name = proof.publisher.empty() ? proof.article : proof.publisher;
    return proof.published ? name + ", " + day_in_words(proof.published->day()) : name;
}

} // namespace

std::string in_words(const DateInterval& date) {
    const auto& [earliest, latest, precision, basis] = date;
    if (!earliest && !latest) return "date unknown";
    if (!latest) return "from " + day_in_words(*earliest) + ", end unknown";
    if (!earliest) return "by " + day_in_words(*latest);
    if (*earliest == *latest) return (basis == Basis::publication ? "about " : "") + day_in_words(*latest);
    const auto period = period_in_words(*earliest, *latest);
    return period.empty() ? stretch_in_words(*earliest, *latest) + ", day unknown" : period;
}

void write_timeline_text(std::ostream& out, const TimelineGraph& graph, std::span<const EventId> events) {
    for (const auto id : events) {
        const auto told = graph.event(id);
        const auto& event = told.event;
        out << in_words(event.date) << "  " << mark_of(event.status) << harmless(event.title) << '\n';
        if (const auto actors = actors_in_words(event); !actors.empty()) out << "    " << harmless(actors) << '\n';
        out << "    " << name_of(event.type) << "; " << sources_in_words(told) << '\n';
        if (!event.evidence.empty()) {
            const auto& proof = event.evidence.front();
            out << "    \"" << harmless(proof.text) << "\" (" << harmless(source_of(proof)) << ")\n";
        }
    }
}

void write_timeline_markdown(std::ostream& out, const TimelineGraph& graph, std::span<const EventId> events) {
    out << "# Timeline\n\n";
    for (const auto id : events) {
        const auto told = graph.event(id);
        const auto& event = told.event;
        out << "- **" << in_words(event.date) << "** " << escaped(mark_of(event.status)) << escaped(event.title) << "  \n";
        if (const auto actors = actors_in_words(event); !actors.empty()) out << "  " << escaped(actors) << "; ";
        else out << "  ";
        out << sources_in_words(told) << "  \n";
        if (event.evidence.empty()) continue;
        const auto& proof = event.evidence.front();
        out << "  “" << escaped(proof.text) << "” ";
        if (const auto target = link_target(proof.url); !target.empty()) out << '[' << escaped(source_of(proof)) << "](" << target << ")\n";
        else out << escaped(source_of(proof)) << '\n';
    }
}

} // namespace dateline
