// SPDX-License-Identifier: MIT
#include "print.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace dateline::time {
namespace {

constexpr std::array<std::string_view, 7> part_codes{"", "MO", "MI", "AF", "EV", "NI", "DT"};
constexpr std::array<std::string_view, 4> season_codes{"SP", "SU", "FA", "WI"};
constexpr std::array<std::string_view, 13> modifier_names{"",          "START",         "MID",           "END",    "APPROX", "LESS_THAN",
                                                          "MORE_THAN", "EQUAL_OR_LESS", "EQUAL_OR_MORE", "BEFORE", "AFTER",  "ON_OR_BEFORE",
                                                          "ON_OR_AFTER"};

std::string_view code_of(Part part) noexcept { return part_codes[static_cast<std::size_t>(part)]; }
std::string_view code_of(Season season) noexcept { return season_codes[static_cast<std::size_t>(season)]; }

std::string print_stretch(const Stretch& stretch) {
    const auto year = year_of(stretch.first);
    const auto month = month_of(stretch.first);
    switch (stretch.unit) {
    case Unit::second:
    case Unit::minute:
    case Unit::hour: return format_day(stretch.first) + "TXX";
    case Unit::fortnight:
    case Unit::day: return format_day(stretch.first);
    case Unit::weekend:
    case Unit::week: {
        const auto week = iso_week_of(stretch.first);
        return fmt::format("{:04}-W{:02}{}", week.year, week.week, stretch.unit == Unit::weekend ? "-WE" : "");
    }
    case Unit::month: return fmt::format("{:04}-{:02}", year, month);
    case Unit::quarter: return fmt::format("{:04}-Q{}", year, (month + 2) / 3);
    case Unit::half: return fmt::format("{:04}-H{}", year, month <= 6 ? 1 : 2);
    case Unit::season: return fmt::format("{:04}-{}", month < 3 ? year - 1 : year, season_codes[month < 3 ? 3 : month / 3 - 1]);
    case Unit::year: return fmt::format("{:04}", year);
    case Unit::decade: return fmt::format("{:03}", year / 10);
    case Unit::century: return fmt::format("{:02}", year / 100);
    case Unit::millennium: return fmt::format("{}", year / 1000);
    }
    return {};
}

/// What is written, with X for what is not.
std::string print_fields(const Fields& f) {
    const std::string_view era = f.before_christ ? "BC" : "";
    if (f.coarse == Unit::decade) return fmt::format("{}{:03}", era, f.year / 10);
    if (f.coarse == Unit::century) return fmt::format("{}{:02}", era, f.year / 100);
    if (f.coarse == Unit::millennium) return fmt::format("{}{}", era, f.year / 1000);
    const auto year = f.year == 0 ? std::string{"XXXX"} : fmt::format("{}{:04}", era, f.year);
    if (f.weekday != 0 && f.day == 0) return fmt::format("{}-WXX-{}", year, f.weekday);
    if (f.season) return fmt::format("{}-{}", year, code_of(*f.season));
    if (f.quarter != 0) return fmt::format("{}-Q{}", year, f.quarter);
    if (f.day != 0 && f.month == 0) return fmt::format("{}-XX-{:02}", year, f.day);
    if (f.month == 0) return f.year == 0 ? "XXXX-XX-XX" : year;
    if (f.day == 0) return fmt::format("{}-{:02}", year, f.month);
    return fmt::format("{}-{:02}-{:02}", year, f.month, f.day);
}

struct UnitForm {
    std::string_view letter;
    bool clock;
    int finer; ///< how many of the next finer unit make half of this one; 0: halves are written with a point
    std::string_view finer_letter;
    int factor = 1;
};

UnitForm form_of(Unit unit) noexcept {
    switch (unit) {
    case Unit::second: return {"S", true, 0, ""};
    case Unit::minute: return {"M", true, 30, "S"};
    case Unit::hour: return {"H", true, 30, "M"};
    case Unit::day: return {"D", false, 0, ""};
    case Unit::weekend: return {"WE", false, 0, ""};
    case Unit::week: return {"W", false, 0, ""};
    case Unit::fortnight: return {"W", false, 0, "", 2};
    case Unit::month: return {"M", false, 0, ""};
    case Unit::quarter: return {"Q", false, 0, ""};
    case Unit::half: return {"M", false, 0, "", 6};
    case Unit::season: return {"M", false, 0, "", 3};
    case Unit::year: return {"Y", false, 6, "M"};
    case Unit::decade: return {"DE", false, 0, ""};
    case Unit::century: return {"CE", false, 0, ""};
    case Unit::millennium: return {"ML", false, 0, ""};
    }
    return {};
}

std::string print_amount(const Amount& amount, const UnitForm& form) {
    if (amount.vague) return fmt::format("X{}", form.letter);
    const auto milli = static_cast<long>(amount.milli) * form.factor;
    const auto thousandths = milli % 1000;
    if (thousandths == 0) return fmt::format("{}{}", milli / 1000, form.letter);
    if (!amount.decimal && form.finer != 0) {
        const auto finer = thousandths * form.finer * 2 / 1000;
        return milli < 1000 ? fmt::format("{}{}", finer, form.finer_letter)
                            : fmt::format("{}{}{}{}", milli / 1000, form.letter, finer, form.finer_letter);
    }
    auto text = fmt::format("{}.{:03}", milli / 1000, thousandths);
    while (text.ends_with('0')) text.pop_back();
    return text + std::string{form.letter};
}

} // namespace

std::string_view name_of(Modifier modifier) noexcept { return modifier_names[static_cast<std::size_t>(modifier)]; }

Modifier parse_modifier(std::string_view name) noexcept {
    const auto* const at = std::ranges::find(modifier_names, name);
    return at == modifier_names.end() ? Modifier::none : static_cast<Modifier>(at - modifier_names.begin());
}

std::string print_clock(const Clock& clock) {
    if (clock.hour < 0) return clock.part == Part::none ? std::string{} : fmt::format("T{}", code_of(clock.part));
    auto text = fmt::format("T{:02}:{:02}", clock.hour, std::max<int>(clock.minute, 0));
    if (clock.second >= 0) text += fmt::format(":{:02}", clock.second);
    return text;
}

std::string print_place(const Place& place) {
    const auto date = place.stretch ? print_stretch(*place.stretch) : print_fields(place.fields);
    return date + print_clock(place.clock);
}

std::string print_duration(const Node& node, const std::vector<Node>& nodes) {
    const auto form = form_of(node.unit);
    std::string text = form.clock ? "PT" : "P";
    text += print_amount(node.amount, form);
    if (node.rest == no_node) return text;
    const auto& rest = nodes[node.rest];
    const auto rest_form = form_of(rest.unit);
    if (rest_form.clock && !form.clock) text += 'T';
    return text + print_amount(rest.amount, rest_form);
}

std::string print_set(const Node& node, const std::vector<Node>& nodes) {
    if (!node.code.empty()) return std::string{node.code};
    if (node.operand != no_node) return print_fields(nodes[node.operand].fields) + print_clock(node.clock);
    if (node.clock.part != Part::none) return fmt::format("XXXX-XX-XXT{}", code_of(node.clock.part));
    return print_duration(node, nodes);
}

} // namespace dateline::time
