// SPDX-License-Identifier: MIT
//
// Dates as written: "2025-11-06", "11/06/2025", "Sept. 30, 1989", "3 May", "Friday, May 3".
#include "grammar.hpp"

#include <array>

namespace dateline::time {
namespace {

constexpr bool day_number(std::int32_t n) noexcept { return n >= 1 && n <= 31; }

Node fields_node(const Fields& fields) { return {.op = Op::fields, .fields = fields}; }

} // namespace

Match Grammar::date(std::uint32_t i) {
    static constexpr std::array<Rule, 25> rules{
        &Grammar::iso_date, &Grammar::joined_date, &Grammar::named_quarter, &Grammar::numeric_date, &Grammar::slash_date, &Grammar::month_date,
        &Grammar::day_month, &Grammar::year_month, &Grammar::day_of_month, &Grammar::weekday,
        &Grammar::bare_year, &Grammar::decade, &Grammar::century, &Grammar::season, &Grammar::part_of_year,
        &Grammar::holiday, &Grammar::deictic_day, &Grammar::selection, &Grammar::nth_of, &Grammar::day_shift,
        &Grammar::reported_period, &Grammar::possessed, &Grammar::unit_at_hand, &Grammar::weekday_of_week, &Grammar::week_and_weekday};
    if (m_depth == deepest) return {};
    ++m_depth;
    const auto match = longest(i, rules);
    --m_depth;
    return match;
}

/// 2025-11-06, 2025-11, 20251106 and 2025/11/06.
Match Grammar::iso_date(std::uint32_t i) {
    const auto& first = at(i);
    if (first.is_digits(8) && first.number / 10000 >= 1900 && first.number / 10000 < last_bare_year) {
        Fields fields{.year = static_cast<std::int16_t>(first.number / 10000), .month = static_cast<std::int8_t>(first.number / 100 % 100),
                      .day = static_cast<std::int8_t>(first.number % 100)};
        if (fields.month >= 1 && fields.month <= 12 && day_number(fields.day)) return make(i, i + 1, fields_node(fields), "date: YYYYMMDD");
        return {};
    }
    if (!first.is_digits(4) || first.number < first_year) return {};
    const auto part = [&](std::uint32_t k, char mark) {
        return at(k).is_mark(mark) && at(k).glued && at(k + 1).is_digits(2) && at(k + 1).glued ? at(k + 1).number : -1;
    };
    for (const char mark : {'-', '/', '.'}) {
        const auto month = part(i + 1, mark);
        if (month < 1 || month > 12) continue;
        Fields fields{.year = static_cast<std::int16_t>(first.number), .month = static_cast<std::int8_t>(month)};
        const auto day = part(i + 3, mark);
        if (day_number(day)) {
            fields.day = static_cast<std::int8_t>(day);
            return make(i, i + 5, fields_node(fields), "date: year-month-day");
        }
        // "1998-99" and "2001-02" are spans of years; a month needs a nought that no later year of the century could have.
        if (mark == '-' && day < 0 && first.number % 100 >= 12) return make(i, i + 3, fields_node(fields), "date: year-month");
    }
    return {};
}

/// 11/06/2025, 6.11.2025, 11-06-25; the order of day and month is the article's.
Match Grammar::numeric_date(std::uint32_t i) {
    const auto& first = at(i);
    if (first.kind != Atom::Kind::digits || first.span.size() > 2) return {};
    if (i > 0 && first.glued && at(i - 1).kind == Atom::Kind::mark && !at(i - 1).is_mark('(') && !follows_figures(i)) return {};
    const auto& mark = at(i + 1);
    if (!mark.glued || !(mark.is_mark('/') || mark.is_mark('.') || mark.is_mark('-'))) return {};
    const auto& second = at(i + 2);
    if (second.kind != Atom::Kind::digits || second.span.size() > 2 || !second.glued) return {};
    const bool has_year = at(i + 3).is_mark(mark.mark) && at(i + 3).glued && at(i + 4).glued && (at(i + 4).is_digits(4) || at(i + 4).is_digits(2));
    if (!has_year) return {};
    auto month = first.number;
    auto day = second.number;
    if (month > 12 || (day <= 12 && (m_style.order == DateOrder::day_first || mark.mark == '.'))) std::swap(month, day);
    if (month < 1 || month > 12 || !day_number(day)) return {};
    const auto& year = at(i + 4);
    const auto full_year = year.is_digits(4) ? year.number : year.number + (year.number < 70 ? 2000 : 1900);
    if (full_year < first_year) return {};
    Fields fields{.year = static_cast<std::int16_t>(full_year), .month = static_cast<std::int8_t>(month), .day = static_cast<std::int8_t>(day)};
    fields.ambiguous = !m_style.sure && mark.mark != '.' && day <= 12 && day != month;
    return make(i, i + 5, fields_node(fields), "date: numeric");
}

/// Does the atom follow the dash of a range that opens with figures: 10/1-11/7, 5/1/2019-5/7/2020?
bool Grammar::follows_figures(std::uint32_t i) const {
    if (i < 4 || !at(i - 1).is_mark('-') || !at(i - 1).glued || at(i - 2).kind != Atom::Kind::digits || !at(i - 2).glued) return false;
    return at(i - 3).is_mark('/') || (at(i - 3).is_mark('-') && at(i - 2).is_digits(4)); // 10-1-2018-10-7-2018
}

/// Does something lead to a date in figures at atom `i`? Fractions, scores and prices look alike.
bool Grammar::leads_to_figures(std::uint32_t i) const {
    if (i == 0) return false;
    if (at(i).glued) return follows_figures(i);
    const auto& lead = at(i - 1);
    const auto word = text_of(i - 1);
    if (lead.is_any({WordClass::weekday, WordClass::this_, WordClass::next}) || word == "on") return true;
    const auto second = at(i + 2).number;
    const bool fraction = at(i).number < second && (second <= 8 || second == 10 || second == 16 || second == 32);
    const bool listed = i > 4 && at(i - 3).is_mark('/') && (lead.is_any({WordClass::to, WordClass::and_}) || lead.is_mark(',')); // from 10/1 to 11/7
    return !fraction && (listed || (lead.is(WordClass::preposition) && !lead.is_any({WordClass::of, WordClass::to}) && word != "in"));
}

/// A day and a month in figures with a slash between them, in the order of the article; without either when they are none.
Fields Grammar::figures(std::uint32_t i) const {
    const auto& first = at(i);
    const auto& second = at(i + 2);
    if (first.kind != Atom::Kind::digits || first.span.size() > 2 || second.kind != Atom::Kind::digits || second.span.size() > 2) return {};
    if (!at(i + 1).is_mark('/') || !at(i + 1).glued || !second.glued) return {};
    auto month = first.number;
    auto day = second.number;
    if (month > 12 || (day <= 12 && m_style.order == DateOrder::day_first)) std::swap(month, day);
    if (month < 1 || month > 12 || !day_number(day)) return {};
    return {.month = static_cast<std::int8_t>(month), .day = static_cast<std::int8_t>(day)};
}

/// 22/04, Friday 7/6: a day and a month only.
Match Grammar::slash_date(std::uint32_t i) {
    const auto fields = figures(i);
    const auto& next = at(i + 3);
    if (fields.day == 0 || next.is_mark('/') || next.is_mark('%') || names_unit(next)) return {}; // on 1/2 day leave
    if ((next.kind == Atom::Kind::word && next.glued) || !leads_to_figures(i)) return {};
    return of_year(make(i, i + 3, fields_node(fields), "date: day and month in figures"));
}

/// Reads "[,] 1998", "of 1998", "[,] '98", "44 BC" after a date without a year; gives the end (`i` when there is no year).
std::uint32_t Grammar::year_after(std::uint32_t i, Fields& fields) const {
    auto k = skip_comma(i);
    if (k == i) k = skip(i, WordClass::of);
    if (at(k).is(WordClass::fiscal)) ++k;
    if (const auto year_number = year(k)) {
        if (k == i && fields.day == 0 && year_number.amount.whole() > last_bare_year) return i; // May 2825 in a table of prices
        fields.year = static_cast<std::int16_t>(year_number.amount.whole());
        if (at(year_number.end).is(WordClass::era) && !at(year_number.end).glued) {
            fields.before_christ = at(year_number.end).word->code == "BC";
            return year_number.end + 1;
        }
        return year_number.end;
    }
    if (at(k).is_mark('\'') && at(k + 1).is_digits(2) && at(k + 1).glued) {
        fields.year = static_cast<std::int16_t>(at(k + 1).number + (at(k + 1).number < 50 ? 2000 : 1900));
        return k + 2;
    }
    if (at(k).kind == Atom::Kind::digits && at(k).span.size() <= 3 && at(k).number > 0 && at(k + 1).is(WordClass::era)) {
        fields.year = static_cast<std::int16_t>(at(k).number);
        fields.before_christ = at(k + 1).word->code == "BC";
        return k + 2;
    }
    return i;
}

/// A part of a year with the year that follows it: "May 1998", "the summer of 1998", "May last year", "March of that year".
Match Grammar::of_year(Match part) {
    auto fields = m_nodes[part.node].fields;
    if (const auto end = year_after(part.end, fields); end > part.end) {
        m_nodes[part.node].fields = fields;
        part.end = end;
        return part;
    }
    if (fields.day != 0 && text_of(part.end) == "in") { // 26 June in 2019
        if (const auto end = year_after(part.end + 1, fields); end > part.end + 1) {
            m_nodes[part.node].fields = fields;
            part.end = end;
            return part;
        }
    }
    const auto k = skip(skip_comma(part.end), WordClass::of);
    auto which = selection(k);
    if (!which && at(part.end).is(WordClass::of)) which = definite_unit(part.end + 1); // the first half of the year
    if (which && m_nodes[which.node].unit == Unit::year && m_nodes[which.node].op != Op::duration) {
        m_nodes[part.node].operand = which.node;
        part.end = which.end;
    }
    return part;
}

/// Sep-23-2020, 23/Sep/2020, 2019/Aug/01, Dec/2018, Oct/2: the month as a word between figures.
Match Grammar::joined_date(std::uint32_t i) {
    const auto part = [&](std::uint32_t k) { return (at(k).is_mark('/') || at(k).is_mark('-')) && at(k).glued && at(k + 1).glued ? k + 1 : 0U; };
    const auto month_of = [&](std::uint32_t k) { return at(k).is(WordClass::month) ? static_cast<std::int8_t>(at(k).word->value) : std::int8_t{0}; };
    const auto day_of = [&](std::uint32_t k) { return at(k).kind == Atom::Kind::digits && at(k).span.size() <= 2 && day_number(at(k).number) ? static_cast<std::int8_t>(at(k).number) : std::int8_t{0}; };
    const auto year_of = [&](std::uint32_t k) { return at(k).is_digits(4) ? static_cast<std::int16_t>(at(k).number) : std::int16_t{0}; };
    const auto second = part(i + 1);
    if (second == 0) return {};
    const bool opens_range = month_of(i) != 0 && year_of(second) != 0 && at(second + 1).is_mark('-'); // Dec/2018-May/2019
    const auto third = opens_range ? 0U : part(second + 1);
    Fields fields;
    if (third != 0 && month_of(second) != 0) {
        const bool year_first = year_of(i) != 0;
        fields = {.year = year_of(year_first ? i : third), .month = month_of(second), .day = day_of(year_first ? third : i)};
    } else if (third != 0) {
        fields = {.year = year_of(third), .month = month_of(i), .day = day_of(second)};
    } else if (month_of(i) != 0 && year_of(second) != 0) {
        return make(i, second + 1, fields_node({.year = year_of(second), .month = month_of(i)}), "date: month and year joined");
    } else if (month_of(i) != 0 && day_of(second) != 0 && at(i + 1).is_mark('/')) {
        return make(i, second + 1, fields_node({.month = month_of(i), .day = day_of(second)}), "date: month and day joined");
    }
    if (fields.month == 0 || fields.day == 0 || fields.year == 0) return {};
    return make(i, third + 1, fields_node(fields), "date: joined by marks");
}

/// September; Sept. 30; September 30th, 1989; September 1989.
Match Grammar::month_date(std::uint32_t i) {
    if (!at(i).is(WordClass::month) || is_plain_word(i)) return {};
    Fields fields{.month = static_cast<std::int8_t>(at(i).word->value)};
    auto end = i + 1;
    const auto day = ordinal(at(end).is(WordClass::the) ? end + 1 : end);
    if (day && day_number(day.amount.whole())) {
        fields.day = static_cast<std::int8_t>(day.amount.whole());
        end = day.end;
    } else if (at(end).kind == Atom::Kind::digits && at(end).span.size() <= 2 && day_number(at(end).number) &&
               !(at(end + 1).is_mark(':') && at(end + 1).glued && at(end + 2).glued) && !at(end + 1).is(WordClass::meridiem) && !at(end + 1).is(WordClass::era)) {
        fields.day = static_cast<std::int8_t>(at(end).number);
        ++end;
    }
    return of_year(make(i, end, fields_node(fields), fields.day != 0 ? "date: month day" : "date: month"));
}

/// 2017 April.
Match Grammar::year_month(std::uint32_t i) {
    if (!at(i).is_digits(4) || at(i).number < first_year || at(i + 1).glued || !at(i + 1).is(WordClass::month) || is_plain_word(i + 1)) return {};
    if (at(i + 2).kind == Atom::Kind::digits) return {};
    return make(i, i + 2, fields_node({.year = static_cast<std::int16_t>(at(i).number), .month = static_cast<std::int8_t>(at(i + 1).word->value)}), "date: year month");
}

/// "on the 18th", "by the 3rd": the month is the one at hand. What follows must not be what is counted: "the 18th hole".
Match Grammar::day_of_month(std::uint32_t i) {
    if (!at(i).is(WordClass::the) || i == 0 || !at(i - 1).is_any({WordClass::preposition, WordClass::approximately})) return {};
    const auto day = ordinal(i + 1);
    if (!day || !at(day.end - 1).is(WordClass::ordinal_suffix) || !day_number(day.amount.whole())) return {};
    const auto& next = at(day.end);
    const Node node{.op = Op::fields, .fields = {.day = static_cast<std::int8_t>(day.amount.whole())}};
    if (const auto month = selection(skip(day.end, WordClass::of)); month && m_nodes[month.node].unit == Unit::month && m_nodes[month.node].operand == no_node) {
        auto in_month = node;
        in_month.operand = month.node;
        return make(i, month.end, in_month, "date: day of a month"); // the 21st of this month
    }
    const bool ends = next.kind == Atom::Kind::mark && !(next.is_mark('-') && next.glued) && !next.is_mark(',') && !next.is_mark('$') && !next.is_mark('\'');
    if (!ends && (!next.is(WordClass::preposition) || next.is_any({WordClass::of, WordClass::to}))) return {};
    return make(i, day.end, node, "date: day of the month");
}

/// 30 September 1989; the 30th of September.
Match Grammar::day_month(std::uint32_t i) {
    const bool definite = at(i).is(WordClass::the);
    if (i > 0 && at(i - 1).is_mark('$')) return {}; // $12 December 27
    auto k = definite ? i + 1 : i;
    std::int32_t number = 0;
    const auto day = ordinal(k);
    if (day) {
        number = day.amount.whole();
        k = day.end;
    } else if (at(k).kind == Atom::Kind::digits && at(k).span.size() <= 2) {
        number = at(k).number;
        ++k;
    }
    if (!day_number(number)) return {};
    auto month_at = skip_hyphen(skip(k, WordClass::of));
    if (!at(month_at).is(WordClass::month) || is_plain_word(month_at)) return {};
    const Fields fields{.month = static_cast<std::int8_t>(at(month_at).word->value), .day = static_cast<std::int8_t>(number)};
    auto match = make(i, month_at + 1, fields_node(fields), "date: day month");
    if (at(match.end).is_mark('-') && at(match.end).glued && at(match.end + 1).glued && at(match.end + 1).is_digits(4)) {
        m_nodes[match.node].fields.year = static_cast<std::int16_t>(at(match.end + 1).number);
        match.end += 2;
        return match;
    }
    return of_year(match);
}

/// Friday; Friday, Sept. 30; Friday the 13th.
Match Grammar::weekday(std::uint32_t i) {
    if (!at(i).is(WordClass::weekday) || is_plain_word(i)) return {};
    const auto number = static_cast<std::int8_t>(at(i).word->value);
    const auto k = skip(skip_comma(i + 1), WordClass::the);
    for (const auto rule : {&Grammar::month_date, &Grammar::day_month, &Grammar::iso_date, &Grammar::numeric_date, &Grammar::slash_date}) {
        if (auto full = (this->*rule)(k); full && m_nodes[full.node].fields.day != 0) {
            m_nodes[full.node].fields.weekday = number;
            full.begin = i;
            full.rule = "date: weekday and date";
            return full;
        }
    }
    const auto day = ordinal(k);
    const bool in_words = k > i + 1 && at(k - 1).is(WordClass::the) && day.amount.whole() > 10; // Tuesday the eleventh
    if (day && (at(day.end - 1).is(WordClass::ordinal_suffix) || in_words) && day_number(day.amount.whole())) { // Friday the 13th
        return make(i, day.end, fields_node({.day = static_cast<std::int8_t>(day.amount.whole()), .weekday = number}), "date: weekday and day");
    }
    return make(i, i + 1, fields_node({.weekday = number}), "date: weekday");
}

} // namespace dateline::time
