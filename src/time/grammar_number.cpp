// SPDX-License-Identifier: MIT
//
// Cardinals ("twenty-four", "1,500", "2 1/2"), vague quantities ("a few"), ordinals ("3rd", "twenty-first"), years in words.
#include "grammar.hpp"

namespace dateline::time {
namespace {

/// Quantities above are no count of time units that any article means, and milli * count stays in 32 bits.
constexpr std::int32_t largest_quantity = 999'999;

constexpr Amount whole(std::int32_t n) noexcept { return {.milli = n * 1000}; }

} // namespace

/// 1 to 99 in words; `end` only past what belongs together ("twenty-one", "twenty one").
Grammar::Number Grammar::small_number(std::uint32_t i) const {
    const auto& first = at(i);
    if (!first.is(WordClass::number)) return {};
    const int tens = first.word->value;
    if (tens < 20 || tens % 10 != 0) return {i + 1, whole(tens)};
    const auto next = skip_hyphen(i + 1);
    const auto& second = at(next);
    if (second.is(WordClass::number) && second.word->value > 0 && second.word->value < 10) return {next + 1, whole(tens + second.word->value)};
    return {i + 1, whole(tens)};
}

Grammar::Number Grammar::number_words(std::uint32_t i) const {
    auto part = small_number(i);
    if (!part && at(i).is(WordClass::article) && at(i + 1).is(WordClass::scale)) part = {i + 1, whole(1)};
    if (!part && at(i).is(WordClass::scale)) part = {i, whole(1)};
    if (!part) return {};
    std::int32_t total = 0;
    auto current = part.amount.whole();
    auto end = part.end;
    constexpr int most_scales = 3; // "two hundred thousand five hundred"
    for (int scales = 0; scales < most_scales && at(end).is(WordClass::scale); ++scales) {
        const auto scale = at(end).word->value;
        if (current > largest_quantity / scale) return {};
        current *= scale;
        ++end;
        if (scale == 1000) {
            total += current;
            current = 0;
        }
        const auto next = at(end).is(WordClass::and_) ? end + 1 : end;
        if (const auto more = small_number(next)) {
            current += more.amount.whole();
            end = more.end;
        }
    }
    total += current;
    if (total > largest_quantity) return {};
    return {end, whole(total)};
}

Grammar::Number Grammar::digits(std::uint32_t i) const {
    if (at(i).kind != Atom::Kind::digits || at(i).number < 0 || at(i).number > largest_quantity) return {};
    Number result{i + 1, whole(at(i).number)};
    const auto glued_digits = [&](std::uint32_t k, char mark) {
        return at(k).is_mark(mark) && at(k).glued && at(k + 1).kind == Atom::Kind::digits && at(k + 1).glued;
    };
    while (glued_digits(result.end, ',') && at(result.end + 1).is_digits(3)) { // 1,500
        const auto grown = result.amount.whole() * 1000LL + at(result.end + 1).number;
        if (grown > largest_quantity) return {};
        result = {result.end + 2, whole(static_cast<std::int32_t>(grown))};
    }
    if (glued_digits(result.end, '.') && at(result.end + 1).span.size() <= 3) { // 2.5
        auto thousandths = at(result.end + 1).number;
        for (auto size = at(result.end + 1).span.size(); size < 3; ++size) thousandths *= 10;
        return {result.end + 2, {.milli = result.amount.milli + thousandths, .decimal = true}};
    }
    const auto fraction = at(result.end).is_mark('-') ? result.end + 1 : result.end; // 2 1/2, 2-1/2
    if (at(fraction).kind == Atom::Kind::digits && glued_digits(fraction + 1, '/') && at(fraction + 2).number > at(fraction).number &&
        at(fraction + 2).number <= 8) {
        return {fraction + 3, {.milli = result.amount.milli + at(fraction).number * 1000 / at(fraction + 2).number}};
    }
    return result;
}

Grammar::Number Grammar::cardinal(std::uint32_t i) const {
    if (const auto number = digits(i)) return number;
    return number_words(i);
}

/// A count of units: a cardinal, an article, or a vague word with what belongs to it ("a couple of", "quite a few" without "quite").
Grammar::Number Grammar::quantity(std::uint32_t i) const {
    if (const auto number = cardinal(i)) {
        const auto link = skip_hyphen(number.end); // two-and-a-half
        const auto article = skip_hyphen(link + 1);
        const auto fraction = skip_hyphen(skip(article, WordClass::article));
        if (at(link).is(WordClass::and_) && at(fraction).is(WordClass::half) && (fraction > article || names_unit(at(fraction + 1)))) {
            return {fraction + 1, {.milli = number.amount.milli + 500}}; // two and a half
        }
        if (at(link).is(WordClass::and_) && fraction > article && text_of(fraction) == "quarter" && names_unit(at(fraction + 1))) {
            return {fraction + 1, {.milli = number.amount.milli + 250}}; // one and a quarter
        }
        return number;
    }
    if (at(i).is(WordClass::half) && at(i + 1).is(WordClass::article)) return {i + 2, {.milli = 500}}; // half an hour
    auto k = at(i).is(WordClass::article) ? i + 1 : i;
    if (k > i && at(k).is(WordClass::half)) return {skip_hyphen(k + 1), {.milli = 500}}; // a half hour
    if (k == i && at(i).is(WordClass::half)) return {skip_hyphen(k + 1), {.milli = 500}};
    if (at(k).is(WordClass::vague)) {
        ++k;
        if (at(k).is(WordClass::and_) || at(k).is(WordClass::number) || at(k).kind == Atom::Kind::digits) {
            if (const auto number = cardinal(k)) return number; // "some 20 days"
        }
        const bool couple = text_of(k - 1) == "couple";
        return {skip(k, WordClass::of), couple ? whole(2) : Amount{.vague = true}};
    }
    if (k > i && at(k).is(WordClass::number)) return {k + 1, whole(at(k).word->value)}; // a dozen, a two-week
    if (k > i && at(k).kind == Atom::Kind::digits) return digits(k);
    if (k > i) return {k, whole(1)};
    return {};
}

Grammar::Number Grammar::ordinal(std::uint32_t i) const {
    if (at(i).kind == Atom::Kind::digits && at(i).number > 0 && at(i).number < 1000 && at(i + 1).glued && at(i + 1).is(WordClass::ordinal_suffix)) {
        return {i + 2, whole(at(i).number)};
    }
    if (at(i).is(WordClass::ordinal)) return {i + 1, whole(at(i).word->value)};
    if (at(i).is(WordClass::number) && at(i).word->value >= 20 && at(i).word->value % 10 == 0) { // twenty-first
        const auto next = skip_hyphen(i + 1);
        if (at(next).is(WordClass::ordinal) && at(next).word->value < 10) return {next + 1, whole(at(i).word->value + at(next).word->value)};
    }
    return {};
}

/// "1996", "nineteen ninety-six"; four digits, or as words.
Grammar::Number Grammar::year(std::uint32_t i) const {
    if (at(i).is_digits(4) && at(i).number >= first_year) {
        const bool counted = at(i + 1).is_any({WordClass::units}) || (at(i + 1).is_mark(',') && at(i + 1).glued && at(i + 2).glued);
        return counted ? Number{} : Number{i + 1, whole(at(i).number)};
    }
    return year_words(i);
}

/// Pairs as years are spoken: "nineteen ninety-six", "twenty ten", "nineteen oh five", and "two thousand [and] six".
Grammar::Number Grammar::year_words(std::uint32_t i) const {
    if (at(i).is(WordClass::number) && at(i).word->value == 2 && at(i + 1).is(WordClass::scale) && at(i + 1).word->value == 1000) {
        const auto number = number_words(i);
        return number.amount.whole() < last_bare_year ? number : Number{};
    }
    const auto high = small_number(i);
    if (!high || high.amount.whole() < 11 || high.amount.whole() > 20) return {};
    if (at(high.end).is(WordClass::scale) && at(high.end).word->value == 100) { // nineteen hundred
        const auto low = small_number(high.end + 1);
        return {low ? low.end : high.end + 1, whole(high.amount.whole() * 100 + (low ? low.amount.whole() : 0))};
    }
    const auto low = small_number(skip_hyphen(high.end));
    if (!low || low.amount.whole() < 10) return {};
    return {low.end, whole(high.amount.whole() * 100 + low.amount.whole())};
}

} // namespace dateline::time
