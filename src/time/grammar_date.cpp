// SPDX-License-Identifier: MIT
//
// Dates as written ("Sept. 30, 1989", "3 May", "the 1990s"), and selections relative to an anchor ("last May", "the following day",
// "the first week of May").
#include "grammar.hpp"

#include <array>

namespace dateline::time {
namespace {

constexpr bool day_number(std::int32_t n) noexcept { return n >= 1 && n <= 31; }

Node fields_node(const Fields& fields) { return {.op = Op::fields, .fields = fields}; }

} // namespace

Match Grammar::date(std::uint32_t i) {
    static constexpr std::array<Rule, 18> rules{
        &Grammar::iso_date, &Grammar::numeric_date, &Grammar::month_date, &Grammar::day_month, &Grammar::weekday,
        &Grammar::bare_year, &Grammar::decade, &Grammar::century, &Grammar::season, &Grammar::part_of_year,
        &Grammar::holiday, &Grammar::deictic_day, &Grammar::selection, &Grammar::nth_of, &Grammar::day_shift,
        &Grammar::reported_period, &Grammar::possessed, &Grammar::unit_at_hand};
    if (m_depth == deepest) return {};
    ++m_depth;
    const auto match = longest(i, rules);
    --m_depth;
    return match;
}

/// 2025-11-06, 2025-11, 20251106 and 2025/11/06.
Match Grammar::iso_date(std::uint32_t i) {
    const auto& first = at(i);
    if (first.is_digits(8) && first.number / 10000 >= 1900 && first.number / 10000 < 2100) {
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
    if (i > 0 && first.glued && at(i - 1).kind == Atom::Kind::mark && !at(i - 1).is_mark('(')) return {};
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
    return make(i, i + 5, fields_node({.year = static_cast<std::int16_t>(full_year), .month = static_cast<std::int8_t>(month), .day = static_cast<std::int8_t>(day)}),
                "date: numeric");
}

/// Reads "[,] 1998", "of 1998", "[,] '98", "44 BC" after a date without a year; gives the end (`i` when there is no year).
std::uint32_t Grammar::year_after(std::uint32_t i, Fields& fields) const {
    auto k = skip_comma(i);
    if (k == i) k = skip(i, WordClass::of);
    if (at(k).is(WordClass::fiscal)) ++k;
    if (const auto year_number = year(k)) {
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
    const auto k = skip(skip_comma(part.end), WordClass::of);
    if (const auto which = selection(k); which && m_nodes[which.node].unit == Unit::year) {
        m_nodes[part.node].operand = which.node;
        part.end = which.end;
    }
    return part;
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

/// 30 September 1989; the 30th of September; the 30th.
Match Grammar::day_month(std::uint32_t i) {
    const bool definite = at(i).is(WordClass::the);
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
    for (const auto rule : {&Grammar::month_date, &Grammar::day_month, &Grammar::iso_date, &Grammar::numeric_date}) {
        if (auto full = (this->*rule)(k); full && m_nodes[full.node].fields.day != 0) {
            m_nodes[full.node].fields.weekday = number;
            full.begin = i;
            full.rule = "date: weekday and date";
            return full;
        }
    }
    return make(i, i + 1, fields_node({.weekday = number}), "date: weekday");
}

/// 1998; '98 is only read after a month. "the year 2000", "fiscal 1998".
Match Grammar::bare_year(std::uint32_t i) {
    auto k = skip(i, WordClass::the);
    if (at(k).is(WordClass::unit) && at(k).word->unit == Unit::year) ++k;
    else if (at(k).is(WordClass::fiscal)) ++k;
    else k = i;
    const bool cued = k > i;
    if (cued && at(k).is(WordClass::unit) && at(k).word->unit == Unit::year) ++k; // fiscal year 1998
    Fields fields;
    if (at(k).is(WordClass::era) && at(k).word->code == "AD" && at(k).capital && at(k + 1).kind == Atom::Kind::digits && at(k + 1).number > 0 && at(k + 1).number <= last_year) {
        return make(i, k + 2, fields_node({.year = static_cast<std::int16_t>(at(k + 1).number)}), "date: year of the era");
    }
    const auto& number = at(k);
    if (m_style.ancient && number.is_digits(3) && k > 0 && at(k - 1).is_any({WordClass::preposition, WordClass::of, WordClass::and_}) &&
        !at(k + 1).is(WordClass::era) && (at(k + 1).kind != Atom::Kind::word || at(k + 1).is(WordClass::preposition))) {
        return make(i, k + 1, fields_node({.year = static_cast<std::int16_t>(number.number), .before_christ = true}), "date: year of the era told of");
    }
    const auto end = year_after(k, fields);
    if (end == k || at(k).is_mark(',') || at(k).is(WordClass::of)) return {};
    if (!cued && at(k).is_mark('\'')) return {};
    return make(i, end, fields_node(fields), "date: year");
}

/// the 1990s; the '90s; the nineties; the 1990's.
Match Grammar::decade(std::uint32_t i) {
    const auto k = skip(i, WordClass::the);
    if (at(k).is(WordClass::decade_word)) {
        if (k == i) return {};
        return make(i, k + 1, fields_node({.year = at(k).word->value, .coarse = Unit::decade, .short_year = true}), "date: decade");
    }
    const auto digit = at(k).is_mark('\'') ? k + 1 : k;
    const auto& year_atom = at(digit);
    const bool plural = at(digit + 1).is(WordClass::plural_s) && at(digit + 1).glued;
    if (!plural || year_atom.kind != Atom::Kind::digits || year_atom.number % 10 != 0) return {};
    if (year_atom.is_digits(4) && year_atom.number > 0) {
        // "the 1900s" may be the century; newspapers mean the decade less often.
        const auto unit = year_atom.number % 100 == 0 ? Unit::century : Unit::decade;
        return make(i, digit + 2, fields_node({.year = static_cast<std::int16_t>(year_atom.number), .coarse = unit}), "date: decade");
    }
    if (year_atom.is_digits(2) && (digit > k || k > i)) {
        return make(i, digit + 2, fields_node({.year = static_cast<std::int16_t>(year_atom.number), .coarse = Unit::decade, .short_year = true}), "date: decade");
    }
    return {};
}

/// the 19th century; the third century BC.
Match Grammar::century(std::uint32_t i) {
    const auto number = ordinal(skip(i, WordClass::the));
    if (!number) return {};
    const auto k = skip_hyphen(number.end);
    if (!at(k).is(WordClass::unit) || (at(k).word->unit != Unit::century && at(k).word->unit != Unit::millennium)) return {};
    const auto size = at(k).word->unit == Unit::century ? 100 : 1000;
    const auto first = (number.amount.whole() - 1) * size;
    if (first > last_year) return {};
    Fields fields{.year = static_cast<std::int16_t>(first), .coarse = at(k).word->unit};
    auto end = k + 1;
    if (at(end).is(WordClass::era)) {
        fields.before_christ = at(end).word->code == "BC";
        ++end;
    }
    return make(i, end, fields_node(fields), "date: century");
}

/// summer; the summer of 1998; summer last year.
Match Grammar::season(std::uint32_t i) {
    const auto k = skip(i, WordClass::the);
    if (!at(k).is(WordClass::season)) return {};
    return of_year(make(i, k + 1, fields_node({.season = at(k).word->season}), "date: season"));
}

/// the third quarter [of 1998]; the second half of last year; third-quarter; the 1998 third quarter; Q3 1998.
Match Grammar::part_of_year(std::uint32_t i) {
    auto k = skip(i, WordClass::the);
    Fields fields;
    if (const auto year_number = year(k)) {
        fields.year = static_cast<std::int16_t>(year_number.amount.whole());
        k = year_number.end;
    }
    const bool fiscal = at(k).is(WordClass::fiscal);
    if (fiscal) k = skip_hyphen(k + 1);
    auto number = ordinal(k);
    if (!number && at(k).is(WordClass::last)) number = {k + 1, {.milli = -1000}};
    if (!number) return {};
    const auto written = k;
    k = skip_hyphen(number.end);
    const auto begin = k > number.end && i != written && at(i).is(WordClass::the) ? i + 1 : i; // the third-quarter loss: the article is the noun's
    if (at(k).is(WordClass::fiscal)) ++k;
    const auto count = static_cast<std::int8_t>(number.amount.whole());
    if (at(k).is(WordClass::unit) && at(k).word->unit == Unit::quarter && count >= 1 && count <= 4) {
        fields.quarter = count;
    } else if (at(k).is(WordClass::half) && count <= 2) {
        fields.half = count < 0 ? std::int8_t{2} : count;
    } else {
        return {};
    }
    fields.fiscal = fiscal;
    auto match = make(begin, k + 1, fields_node(fields), fields.quarter != 0 ? "date: quarter" : "date: half year");
    if (fields.year == 0) match = of_year(match);
    const auto& done = m_nodes[match.node];
    if (fields.half != 0 && done.fields.year == 0 && done.operand == no_node) return {}; // of a match, of a speech
    return match;
}

/// Christmas Eve; Thanksgiving 1998.
Match Grammar::holiday(std::uint32_t i) {
    const auto* const phrase = m_phrases.find(m_atoms, m_text, i);
    if (phrase == nullptr || phrase->kind != Phrase::Kind::holiday || !at(i).capital) return {};
    const auto end = i + static_cast<std::uint32_t>(phrase->words.size());
    return of_year(make(i, end, fields_node({.holiday = static_cast<std::int16_t>(phrase->row)}), "date: holiday"));
}

/// yesterday, today, tomorrow.
Match Grammar::deictic_day(std::uint32_t i) {
    if (!at(i).is(WordClass::day)) return {};
    const auto offset = at(i).word->value;
    const Node node{.op = Op::shift, .unit = Unit::day, .sign = static_cast<std::int8_t>(offset), .amount = {.milli = offset == 0 ? 0 : 1000}};
    return make(i, i + 1, node, "day from publication");
}

/// last year; the following day; this past Monday; the same month; the current fiscal year.
Match Grammar::selection(std::uint32_t i) {
    auto k = skip(i, WordClass::the);
    while (at(k).is(WordClass::that) && at(k + 1).is(WordClass::that)) ++k; // that same day
    const auto& word = at(k);
    Node node;
    if (word.is(WordClass::last)) node = {.op = Op::last};
    else if (word.is(WordClass::previous)) node = {.op = Op::last, .anchor = Anchor::focus};
    else if (word.is(WordClass::next)) node = {.op = Op::next, .from_anchor = word.is(WordClass::coming)};
    else if (word.is(WordClass::following)) node = {.op = Op::next, .anchor = Anchor::focus};
    else if (word.is(WordClass::this_)) node = {.op = Op::this_};
    else if (word.is(WordClass::that)) node = {.op = Op::this_, .anchor = Anchor::focus};
    else return {};
    if (k > i && node.op == Op::next && node.anchor == Anchor::publication && at(k + 1).is(WordClass::unit) && at(k + 1).word->unit == Unit::day) {
        node.anchor = Anchor::focus; // "the next day" counts from the day told of, "next year" from now
    }
    if (node.op == Op::this_ && at(k + 1).is(WordClass::last)) node.op = Op::last, ++k;       // this past Monday
    else if (node.op == Op::this_ && at(k + 1).is(WordClass::next)) node.op = Op::next, ++k;  // this coming Monday
    if (m_depth == deepest) return {};
    ++m_depth;
    const auto match = selection_target(k + 1, node, i);
    --m_depth;
    return match;
}

Match Grammar::selection_target(std::uint32_t i, Node selector, std::uint32_t begin) {
    const auto k = at(i).is(WordClass::fiscal) ? i + 1 : i;
    const auto& target = at(k);
    if (target.is(WordClass::unit) && target.word->unit >= Unit::day) {
        if (at(i - 1).is(WordClass::elapsed) && target.word->unit >= Unit::week) { // the past year is no calendar year
            return make(begin, k + 1, {.op = Op::duration, .unit = target.word->unit, .sign = -1}, "duration");
        }
        selector.unit = target.word->unit;
        return make(begin, k + 1, selector, "selected unit");
    }
    if (target.is(WordClass::part)) {
        if (selector.op == Op::next) selector.anchor = Anchor::focus; // "the next morning" follows the day told of
        selector.unit = Unit::day;
        selector.clock.part = target.word->part;
        return make(begin, k + 1, selector, "selected part of the day");
    }
    Match pattern;
    for (const auto rule : {&Grammar::weekday, &Grammar::month_date, &Grammar::season, &Grammar::holiday, &Grammar::part_of_year}) {
        if (auto found = (this->*rule)(k); found && found.end > pattern.end) pattern = found;
    }
    if (pattern && at(pattern.end - 2).is_mark('-')) return {}; // that third-quarter loss
    if (!pattern || m_nodes[pattern.node].fields.year != 0) return {};
    selector.operand = pattern.node;
    return make(begin, pattern.end, selector, "selected date");
}

/// the first week of May; the last day of 1998; the week of March 2; the last Friday in June.
Match Grammar::nth_of(std::uint32_t i) {
    const auto k = skip(i, WordClass::the);
    Number number = ordinal(k);
    if (!number && at(k).is(WordClass::last)) number = {k + 1, {.milli = -1000}};
    const auto target = number ? number.end : k;
    const bool is_week = at(target).is(WordClass::unit) && at(target).word->unit >= Unit::day;
    const bool is_weekday = at(target).is(WordClass::weekday) && number;
    if (!is_week && !is_weekday) return {};
    const auto& link = at(target + 1);
    if (!link.is(WordClass::of) && !(link.is(WordClass::preposition) && slice(m_text, link.span) == "in")) return {};
    const auto whole = date(target + 2);
    if (!whole) return {};
    Node node{.op = number ? Op::nth : Op::this_, .amount = number.amount, .operand = whole.node};
    if (is_week) {
        node.unit = at(target).word->unit;
    } else {
        node.unit = Unit::day;
        node.fields.weekday = static_cast<std::int8_t>(at(target).word->value);
    }
    if (!number && node.unit != Unit::week) return {};
    return make(i, whole.end, node, "nth unit of a date");
}

/// the quarter; the latest quarter; the year-earlier quarter; a year ago in the 1988 period: counted from the quarter reported on.
Match Grammar::reported_period(std::uint32_t i) {
    const auto names_period = [&](std::uint32_t k) {
        return (at(k).is(WordClass::unit) && at(k).word->unit == Unit::quarter) || at(k).is(WordClass::period);
    };
    const auto k = skip(i, WordClass::the);
    const Node period{.op = Op::this_, .anchor = Anchor::period, .unit = Unit::quarter};
    if (k > i && names_period(k) && at(k).is(WordClass::unit)) return make(i, k + 1, period, "quarter reported on");
    if (k > i && at(k).is(WordClass::latest)) {
        const auto target = at(k + 1).is(WordClass::recent) ? k + 2 : k + 1;
        if (names_period(target)) return make(i, target + 1, period, "quarter reported on");
        return {};
    }
    if (at(k).is_digits(4) && names_period(k + 1) && k > i) { // the 1988 quarter
        auto node = period;
        node.fields.year = static_cast<std::int16_t>(at(k).number);
        return make(i, k + 2, node, "quarter reported on");
    }
    // year-earlier, year-ago: with or without the quarter
    const auto past = skip_hyphen(k + 1);
    if (!at(k).is(WordClass::unit) || at(k).word->unit != Unit::year || past == k + 1 || !at(past).is_any({WordClass::ago, WordClass::shift_focus})) return {};
    const Node year_before{.op = Op::shift, .anchor = Anchor::period, .unit = Unit::year, .sign = -1};
    if (const auto part = part_of_year(past + 1)) { // the year-ago third quarter
        auto shifted = year_before;
        shifted.operand = part.node;
        return make(i, part.end, shifted, "quarter a year before");
    }
    if (names_period(past + 1)) return make(i, past + 2, year_before, "quarter a year before");
    auto compared = year_before;
    compared.anchor = Anchor::compared;
    return make(k, past + 1, compared, "period a year before");
}

/// this year's third quarter; last year's quarter; 1998's first half.
Match Grammar::possessed(std::uint32_t i) {
    if (m_depth > 1) return {};
    auto owner = selection(i);
    if (!owner) owner = bare_year(i);
    if (!owner || !at(owner.end).is(WordClass::possessive)) return {};
    auto part = part_of_year(owner.end + 1);
    if (!part) part = season(owner.end + 1);
    if (!part || m_nodes[part.node].fields.year != 0) return {};
    m_nodes[part.node].operand = owner.node;
    return {i, part.end, part.node, part.rule};
}

/// the year, the month, the week, the quarter, the season: only as the whole of something ("the end of the year").
Match Grammar::definite_unit(std::uint32_t i) {
    auto k = skip(i, WordClass::the);
    if (k == i) return {};
    if (text_of(k) == "full" || at(k).is(WordClass::fiscal)) ++k;
    if (!at(k).is(WordClass::unit) || at(k).word->unit < Unit::day) return {};
    return make(i, k + 1, {.op = Op::this_, .anchor = Anchor::story, .unit = at(k).word->unit}, "unit told of");
}

/// the weekend; for the full year; in the week: the unit that the text is in.
Match Grammar::unit_at_hand(std::uint32_t i) {
    const auto match = definite_unit(i);
    if (!match) return {};
    const auto unit = m_nodes[match.node].unit;
    if (unit == Unit::weekend) return match;
    const bool led = i > 0 && at(i - 1).is(WordClass::preposition);
    const auto& next = at(match.end);
    const bool bounded = next.is_any({WordClass::of, WordClass::shift_word, WordClass::shift_focus}) || skip_hyphen(match.end) > match.end ||
                         text_of(match.end) == "ended" || text_of(match.end) == "ending" || text_of(match.end) == "that";
    return led && !bounded && (unit == Unit::week || unit == Unit::month || unit == Unit::year) ? match : Match{};
}

} // namespace dateline::time
