// SPDX-License-Identifier: MIT
//
// Years and what they are made of: "1998", "the 1990s", "the 19th century", "the third quarter of 1998", "Christmas Eve".
#include "grammar.hpp"

namespace dateline::time {
namespace {

Node fields_node(const Fields& fields) { return {.op = Op::fields, .fields = fields}; }

} // namespace

/// 1998; '98 is only read after a month. "the year 2000", "fiscal 1998".
Match Grammar::bare_year(std::uint32_t i) {
    auto k = skip(i, WordClass::the);
    if (is_unit(k, Unit::year)) ++k;
    else if (at(k).is(WordClass::fiscal)) ++k;
    else k = i;
    const bool cued = k > i;
    if (cued && is_unit(k, Unit::year)) ++k; // fiscal year 1998
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
    const auto& era = at(digit + 2);
    if (era.is(WordClass::era) && era.word->code == "BC" && year_atom.number > 0 && year_atom.number <= last_year) { // the 470s BC
        return make(i, digit + 3, fields_node({.year = static_cast<std::int16_t>(year_atom.number), .coarse = Unit::decade, .before_christ = true}), "date: decade");
    }
    if (year_atom.is_digits(4) && year_atom.number > 0) {
        // "the 1900s" may be the century; newspapers mean the decade less often, save for "the 2000s".
        const auto unit = year_atom.number % 100 == 0 && year_atom.number != 2000 ? Unit::century : Unit::decade;
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
    if (is_unit(k, Unit::quarter) && count >= 1 && count <= 4) {
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

/// Q3 1998; 1998 Q3; Q3-1998; H1 2019; Q2: a quarter or half by its letter.
Match Grammar::named_quarter(std::uint32_t i) {
    Fields fields;
    auto k = i;
    if (at(i).is_digits(4)) {
        fields.year = static_cast<std::int16_t>(at(i).number);
        k = skip_hyphen(i + 1);
    }
    const auto letter = text_of(k);
    const bool dated = fields.year != 0 || at(skip(skip_hyphen(k + 2), WordClass::of)).is_digits(4);
    const bool quarter = letter == "Q" || (dated && letter == "q");
    if ((!quarter && letter != "H") || !at(k + 1).is_digits(1) || !at(k + 1).glued || at(k + 1).number < 1 || at(k + 1).number > (quarter ? 4 : 2)) return {};
    (quarter ? fields.quarter : fields.half) = static_cast<std::int8_t>(at(k + 1).number);
    auto end = k + 2;
    if (fields.year == 0) {
        const auto year_at = skip_hyphen(end);
        if (at(year_at).is_digits(4)) {
            fields.year = static_cast<std::int16_t>(at(year_at).number);
            end = year_at + 1;
        }
    }
    if (!quarter && fields.year == 0) return {}; // the H1 visa
    auto match = make(i, end, fields_node(fields), quarter ? "date: quarter" : "date: half year");
    return fields.year == 0 ? of_year(match) : match;
}

/// Christmas Eve; Thanksgiving 1998; Labor Day weekend.
Match Grammar::holiday(std::uint32_t i) {
    const auto* const phrase = m_phrases.find(m_atoms, m_text, i);
    if (phrase == nullptr || phrase->kind != Phrase::Kind::holiday || !(at(i).capital || !phrase->capital)) return {};
    const auto end = i + static_cast<std::uint32_t>(phrase->words.size());
    const auto year = at(end).is_digits(4) ? end + 1 : end; // Labor Day 2021 weekend
    if (is_unit(year, Unit::weekend) || is_unit(year, Unit::week)) {
        const auto day = of_year(make(i, end, fields_node({.holiday = static_cast<std::int16_t>(phrase->row)}), "date: holiday"));
        auto match = make(i, year + 1, {.op = Op::this_, .unit = at(year).word->unit, .operand = day.node}, "week or weekend of a holiday");
        if (year == end) {
            auto& fields = m_nodes[day.node].fields;
            match.end = std::max(match.end, year_after(match.end, fields));
        }
        return match;
    }
    return of_year(make(i, end, fields_node({.holiday = static_cast<std::int16_t>(phrase->row)}), "date: holiday"));
}

} // namespace dateline::time
