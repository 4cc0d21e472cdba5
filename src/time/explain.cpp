// SPDX-License-Identifier: MIT
#include "explain.hpp"

#include <array>

#include <fmt/format.h>

#include "phrases.hpp"
#include "print.hpp"

namespace dateline::time {
namespace {

constexpr std::array<std::string_view, 15> unit_names{"second", "minute", "hour", "day",    "weekend", "week",    "fortnight", "month",
                                                      "quarter", "half",  "season", "year", "decade",  "century", "millennium"};
std::string_view name_of(Unit unit) noexcept { return unit_names[static_cast<std::size_t>(unit)]; }

std::string amount_of(const Node& node) {
    if (node.amount.vague) return "some";
    const auto sign = node.sign < 0 ? "-" : node.sign > 0 ? "+" : "";
    return node.amount.milli % 1000 == 0 ? fmt::format("{}{}", sign, node.amount.whole()) : fmt::format("{}{}", sign, node.amount.milli / 1000.0);
}

std::string_view anchor_of(Anchor anchor) noexcept {
    constexpr std::array<std::string_view, 5> names{"now", "then", "story", "period", "period"};
    return names[static_cast<std::size_t>(anchor)];
}

std::string_view selector_of(Op op) noexcept { return op == Op::last ? "last" : op == Op::next ? "next" : "this"; }

} // namespace

std::string explain(NodeId id, const std::vector<Node>& nodes) {
    const auto& node = nodes[id];
    const auto operand = [&] { return node.operand == no_node ? std::string{anchor_of(node.anchor)} : explain(node.operand, nodes); };
    switch (node.op) {
    case Op::fields: {
        const auto year = node.fields.year != 0 ? fmt::format(" {}", node.fields.year) : std::string{};
        const auto written = node.fields.holiday >= 0 ? fmt::format("{}{}", Phrases::holiday_name(static_cast<std::uint32_t>(node.fields.holiday)), year)
                                                      : print_place({.fields = node.fields});
        return node.operand == no_node ? written : fmt::format("in({}, {})", written, operand());
    }
    case Op::reference: return std::string{node.code};
    case Op::this_:
    case Op::last:
    case Op::next: {
        const bool pattern = node.operand != no_node && node.unit == Unit::day; // last(XXXX-05)
        return pattern ? fmt::format("{}({})", selector_of(node.op), operand()) : fmt::format("{}({} of {})", selector_of(node.op), name_of(node.unit), operand());
    }
    case Op::shift: return fmt::format("shift({} {}, {})", amount_of(node), name_of(node.unit), operand());
    case Op::nth: return fmt::format("nth({} {}, {})", amount_of(node), name_of(node.unit), operand());
    case Op::clock: return fmt::format("at({}, {})", print_clock(node.clock), operand());
    case Op::duration: return fmt::format("length({} {})", amount_of(node), name_of(node.unit));
    case Op::set: return node.operand == no_node ? fmt::format("every({} {})", amount_of(node), name_of(node.unit)) : fmt::format("every({})", operand());
    }
    return {};
}

} // namespace dateline::time
