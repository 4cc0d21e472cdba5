// SPDX-License-Identifier: MIT
#include "words.hpp"

#include <fmt/format.h>

namespace dateline {

std::string_view mark_of(EventStatus status) {
    switch (status) {
    case EventStatus::occurred: return "";
    case EventStatus::ongoing: return "[ongoing] ";
    case EventStatus::planned: return "[planned] ";
    case EventStatus::possible: return "[possible] ";
    case EventStatus::negated: return "[denied] ";
    }
    return "";
}

std::string_view remark_on(Outcome outcome) {
    switch (outcome) {
    case Outcome::none: return "";
    case Outcome::kept: return "as planned";
    case Outcome::unconfirmed: return "not confirmed since";
    case Outcome::postponed: return "postponed";
    case Outcome::cancelled: return "cancelled";
    case Outcome::disputed: return "disputed";
    }
    return "";
}

std::string sources_in_words(const TimelineEvent& told) {
    const auto reports = told.event.evidence.size();
    auto words = told.publishers == 1 ? std::string{"1 source"} : fmt::format("{} sources", told.publishers);
    if (reports > told.publishers) words += fmt::format(" ({} sentences)", reports);
    if (const auto remark = remark_on(told.outcome); !remark.empty()) words += fmt::format("; {}", remark);
    return words;
}

std::string actors_in_words(const Event& event) {
    std::string words;
    for (const auto& [actor, role] : event.actors) {
        if (!words.empty()) words += ", ";
        words += actor.name;
        if (!actor.office.empty() && actor.office != actor.name) words += " (" + actor.office + ')';
    }
    return words;
}

std::string link_target(std::string_view url) {
    if (!url.starts_with("https://") && !url.starts_with("http://")) return {};
    std::string out;
    for (const char c : url) {
        const auto byte = static_cast<unsigned char>(c);
        const bool plain = byte > 0x20 && byte < 0x7F && std::string_view{"<>()[]\\\"`|"}.find(c) == std::string_view::npos;
        if (plain) out += c;
        else out += fmt::format("%{:02X}", byte);
    }
    return out;
}

} // namespace dateline
