// SPDX-License-Identifier: MIT
#include "lexicon.hpp"

#include <algorithm>
#include <charconv>
#include <string>
#include <utility>

#include <fmt/format.h>

#include <dateline/core/error.hpp>

namespace dateline {
namespace {

[[noreturn]] void reject(std::string_view table, std::string_view key, std::string_view what) {
    throw Error{Error::Kind::internal, std::string{table}, fmt::format("row '{}': {}", key, what)};
}

std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    if (text == "-") return parts;
    for (std::size_t at = 0; at <= text.size();) {
        const auto end = std::min(text.find(separator, at), text.size());
        if (end > at) parts.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    return parts;
}

std::string_view unless_dash(std::string_view text) { return text == "-" ? std::string_view{} : text; }

FrameKind parse_kind(std::string_view text) {
    if (text == "v") return FrameKind::verb;
    if (text == "n") return FrameKind::noun;
    if (text == "a") return FrameKind::adjective;
    if (text == "x") return FrameKind::auxiliary;
    reject("frames", text, "no such part of speech");
}

Slot parse_slot(std::string_view text) {
    using enum Slot::Kind;
    if (text == "subj") return {subject, {}};
    if (text == "obj") return {object, {}};
    if (text == "iobj") return {indirect, {}};
    if (text == "poss") return {possessor, {}};
    if (text == "mod") return {modifier, {}};
    if (text == "speaker") return {speaker, {}};
    return {preposition, text};
}

std::vector<Slot> parse_slots(std::string_view text) {
    std::vector<Slot> slots;
    for (const auto part : split(text, ' ')) slots.push_back(parse_slot(part));
    return slots;
}

Condition parse_condition(std::string_view text) {
    Condition condition;
    if (text.starts_with('!')) {
        condition.negated = true;
        text.remove_prefix(1);
    }
    const auto equals = text.find('=');
    if (equals == std::string_view::npos) reject("frames", text, "a condition is slot=words");
    const auto key = text.substr(0, equals);
    condition.words = split(text.substr(equals + 1), '|');
    using enum Condition::Kind;
    constexpr std::pair<std::string_view, Condition::Kind> kinds[] = {{"subj", subject},  {"obj", object},      {"mod", modifier},
                                                                      {"prt", particle}, {"comp", complement}, {"inf", infinitive},
                                                                      {"near", near}};
    const auto* const known = std::ranges::find(kinds, key, &std::pair<std::string_view, Condition::Kind>::first);
    condition.kind = known != std::end(kinds) ? known->second : preposition;
    if (condition.kind == preposition) condition.preposition = key;
    return condition;
}

std::optional<double> goldstein(const Table& scale, std::string_view cameo) {
    // A code without a row of its own has the value of the code above it.
    for (; cameo.size() >= 2; cameo.remove_suffix(1)) {
        const auto rows = scale.find(cameo);
        if (rows.empty()) continue;
        const auto text = scale.cell(rows.front(), 1);
        double value = 0;
        std::from_chars(text.data(), text.data() + text.size(), value);
        return value;
    }
    return std::nullopt;
}

Effect parse_effect(std::string_view text) {
    constexpr std::pair<std::string_view, Effect> effects[] = {
        {"light", Effect::light},       {"ongoing", Effect::ongoing},   {"planned", Effect::planned}, {"possible", Effect::possible},
        {"negated", Effect::negated},   {"occurred", Effect::occurred}, {"report", Effect::report},   {"drop", Effect::drop}};
    const auto* const known = std::ranges::find(effects, text, &std::pair<std::string_view, Effect>::first);
    if (known == std::end(effects)) reject("event_operators", text, "no such effect");
    return known->second;
}

} // namespace

Lexicon::Lexicon(const Knowledge& knowledge)
    : m_table{knowledge.table("frames")}, m_operators{knowledge.table("event_operators")}, m_classes{knowledge.table("event_classes")},
      m_contexts{knowledge.table("event_contexts")}, m_irregular{knowledge.table("irregular_verbs")}, m_persons{knowledge.table("person_nouns")},
      m_countries{knowledge.table("countries")} {
    const auto scale = knowledge.table("goldstein");
    m_deed = {.kind = FrameKind::verb, .type = EventType::other, .source = {{Slot::Kind::subject, {}}}, .target = {{Slot::Kind::object, {}}}};
    m_frames.reserve(m_table.rows());
    for (std::uint32_t row = 0; row < m_table.rows(); ++row) {
        const auto cell = [&](std::uint32_t column) { return m_table.cell(row, column); };
        Frame frame{.lemma = cell(0), .kind = parse_kind(cell(1))};
        for (const auto part : split(cell(2), ' ')) frame.when.push_back(parse_condition(part));
        if (cell(3) != "-") {
            frame.type = parse_event_type(cell(3));
            if (!frame.type) reject("frames", frame.lemma, "no such event type");
        }
        frame.mode = unless_dash(cell(4));
        frame.cameo = unless_dash(cell(5));
        frame.goldstein = goldstein(scale, frame.cameo);
        frame.source = parse_slots(cell(6));
        frame.target = parse_slots(cell(7));
        frame.mutual = cell(8) == "mutual";
        frame.rulers = cell(8) == "rulers" || frame.type == EventType::protest;
        frame.joint = cell(8) == "joint" || is_symmetric(frame.type.value_or(EventType::other));
        m_frames.push_back(std::move(frame));
    }
    for (std::uint32_t row = 0; row < m_operators.rows(); ++row) {
        static_cast<void>(parse_kind(m_operators.cell(row, 1)));
        static_cast<void>(parse_effect(m_operators.cell(row, 2)));
    }
}

std::optional<Effect> Lexicon::effect(std::string_view lemma, FrameKind kind) const noexcept {
    for (const auto row : m_operators.find(lemma)) {
        if (parse_kind(m_operators.cell(row, 1)) == kind) return parse_effect(m_operators.cell(row, 2));
    }
    return std::nullopt;
}

bool Lexicon::in_class(std::string_view lemma, std::string_view name) const noexcept {
    if (name == "human") return !m_persons.find(lemma).empty();
    return std::ranges::any_of(m_classes.find(lemma), [&](std::uint32_t row) { return m_classes.cell(row, 1) == name; });
}

Lexicon::Forms Lexicon::forms(std::string_view verb) const {
    if (const auto rows = m_irregular.find(verb); !rows.empty()) {
        return {std::string{m_irregular.cell(rows.front(), 1)}, std::string{m_irregular.cell(rows.front(), 2)}};
    }
    const auto vowel = [](char c) { return std::string_view{"aeiou"}.find(c) != std::string_view::npos; };
    std::string form{verb};
    if (form.ends_with('e')) {
        form += 'd';
    } else if (form.size() > 1 && form.ends_with('y') && !vowel(form[form.size() - 2])) {
        form.replace(form.size() - 1, 1, "ied");
    } else {
        form += "ed";
    }
    return {form, form};
}

} // namespace dateline
