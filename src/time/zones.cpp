// SPDX-License-Identifier: MIT
#include "zones.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <stdexcept>
#include <string>

#include <date/tz.h>

#include <dateline/knowledge/table.hpp>

namespace dateline::time {
namespace {

constexpr std::size_t longest_name = 8;
constexpr std::size_t longest_abbreviation = 4;

bool is_upper(char c) noexcept { return c >= 'A' && c <= 'Z'; }

/// "+05:30", "-03:00".
std::chrono::minutes parse_offset(std::string_view text) {
    int hours = 0;
    int minutes = 0;
    std::from_chars(text.data() + 1, text.data() + 3, hours);
    std::from_chars(text.data() + 4, text.data() + text.size(), minutes);
    const std::chrono::minutes offset{hours * 60 + minutes};
    return text.front() == '-' ? -offset : offset;
}

} // namespace

std::string_view zone_rule(std::string_view name) {
    static const Table zones = Knowledge::built_in().table("time_zones");
    if (name.empty() || name.size() > longest_name) return {};
    if (name.size() <= longest_abbreviation && !std::ranges::all_of(name, is_upper)) return {};
    std::array<char, longest_name> lower{};
    std::ranges::transform(name, lower.begin(), [](char c) { return is_upper(c) ? static_cast<char>(c + ('a' - 'A')) : c; });
    const auto rows = zones.find({lower.data(), name.size()});
    return rows.empty() ? std::string_view{} : zones.cell(rows.front(), 1);
}

std::optional<std::chrono::minutes> zone_offset(std::string_view rule, date::local_seconds local) {
    if (rule.empty()) return std::nullopt;
    if (rule.front() == '+' || rule.front() == '-') return parse_offset(rule);
    try { // the system's tzdata may lack the zone, or be missing
        const auto info = date::locate_zone(std::string{rule})->get_info(local);
        return std::chrono::floor<std::chrono::minutes>(info.first.offset);
    } catch (const std::runtime_error&) {
        return std::nullopt;
    }
}

} // namespace dateline::time
