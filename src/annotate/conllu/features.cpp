// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>

#include <dateline/annotate/conllu.hpp>

#include "conllu/columns.hpp"

namespace dateline {
namespace {

template <class Enum>
struct Value {
    Enum value;
    std::string_view name;
};

using Tense = Morph::Tense;
using VerbForm = Morph::VerbForm;
using Mood = Morph::Mood;
using Voice = Morph::Voice;
using Number = Morph::Number;
using Case = Morph::Case;
using Gender = Morph::Gender;
using Degree = Morph::Degree;
using PronType = Morph::PronType;

constexpr std::array tenses{Value<Tense>{Tense::past, "Past"}, Value<Tense>{Tense::pres, "Pres"}};
constexpr std::array verb_forms{Value<VerbForm>{VerbForm::fin, "Fin"}, Value<VerbForm>{VerbForm::inf, "Inf"},
                                Value<VerbForm>{VerbForm::part, "Part"}, Value<VerbForm>{VerbForm::ger, "Ger"}};
constexpr std::array moods{Value<Mood>{Mood::ind, "Ind"}, Value<Mood>{Mood::imp, "Imp"}, Value<Mood>{Mood::sub, "Sub"}};
constexpr std::array voices{Value<Voice>{Voice::pass, "Pass"}};
constexpr std::array numbers{Value<Number>{Number::sing, "Sing"}, Value<Number>{Number::plur, "Plur"}};
constexpr std::array cases{Value<Case>{Case::nom, "Nom"}, Value<Case>{Case::acc, "Acc"}, Value<Case>{Case::gen, "Gen"}};
constexpr std::array genders{Value<Gender>{Gender::masc, "Masc"}, Value<Gender>{Gender::fem, "Fem"}, Value<Gender>{Gender::neut, "Neut"}};
constexpr std::array degrees{Value<Degree>{Degree::pos, "Pos"}, Value<Degree>{Degree::cmp, "Cmp"}, Value<Degree>{Degree::sup, "Sup"}};
constexpr std::array pron_types{Value<PronType>{PronType::prs, "Prs"}, Value<PronType>{PronType::art, "Art"},
                                Value<PronType>{PronType::dem, "Dem"}, Value<PronType>{PronType::interrogative, "Int"},
                                Value<PronType>{PronType::rel, "Rel"}, Value<PronType>{PronType::ind, "Ind"},
                                Value<PronType>{PronType::tot, "Tot"}, Value<PronType>{PronType::neg, "Neg"},
                                Value<PronType>{PronType::rcp, "Rcp"}, Value<PronType>{PronType::emp, "Emp"}};

template <class Enum, std::size_t N>
std::string_view name_in(const std::array<Value<Enum>, N>& values, Enum value) noexcept {
    const auto found = std::ranges::find(values, value, &Value<Enum>::value);
    return found == values.end() ? std::string_view{} : found->name;
}

template <class Enum, std::size_t N>
Enum value_in(const std::array<Value<Enum>, N>& values, std::string_view name) noexcept {
    const auto found = std::ranges::find(values, name, &Value<Enum>::name);
    return found == values.end() ? Enum::none : found->value;
}

void append_feature(std::string& out, std::string_view name, std::string_view value) {
    if (value.empty()) return;
    if (!out.empty()) out += '|';
    out += name;
    out += '=';
    out += value;
}

std::string_view definiteness(const Morph& morph) noexcept {
    if (morph.definite) return "Def";
    return morph.pron_type == PronType::art ? "Ind" : "";
}

std::string_view person_name(unsigned person) noexcept {
    constexpr std::array<std::string_view, 4> names{"", "1", "2", "3"};
    return names[person];
}

} // namespace

std::string format_features(const Morph& morph) {
    std::string out;
    append_feature(out, "Case", name_in(cases, morph.case_));
    append_feature(out, "Definite", definiteness(morph));
    append_feature(out, "Degree", name_in(degrees, morph.degree));
    append_feature(out, "Gender", name_in(genders, morph.gender));
    append_feature(out, "Mood", name_in(moods, morph.mood));
    append_feature(out, "Number", name_in(numbers, morph.number));
    append_feature(out, "Person", person_name(morph.person));
    append_feature(out, "Polarity", morph.negative ? "Neg" : "");
    append_feature(out, "Poss", morph.possessive ? "Yes" : "");
    append_feature(out, "PronType", name_in(pron_types, morph.pron_type));
    append_feature(out, "Reflex", morph.reflexive ? "Yes" : "");
    append_feature(out, "Tense", name_in(tenses, morph.tense));
    append_feature(out, "VerbForm", name_in(verb_forms, morph.verb_form));
    append_feature(out, "Voice", name_in(voices, morph.voice));
    return out.empty() ? "_" : out;
}

Morph parse_features(std::string_view features) noexcept {
    Morph morph;
    for_each_pair(features, [&](std::string_view key, std::string_view value) {
        if (key == "Case") morph.case_ = value_in(cases, value);
        if (key == "Definite") morph.definite = value == "Def";
        if (key == "Degree") morph.degree = value_in(degrees, value);
        if (key == "Gender") morph.gender = value_in(genders, value);
        if (key == "Mood") morph.mood = value_in(moods, value);
        if (key == "Number") morph.number = value_in(numbers, value);
        if (key == "Person" && value.size() == 1 && value[0] >= '1' && value[0] <= '3') {
            morph.person = static_cast<std::uint8_t>(value[0] - '0') & 3U;
        }
        if (key == "Polarity") morph.negative = value == "Neg";
        if (key == "Poss") morph.possessive = value == "Yes";
        if (key == "PronType") morph.pron_type = value_in(pron_types, value);
        if (key == "Reflex") morph.reflexive = value == "Yes";
        if (key == "Tense") morph.tense = value_in(tenses, value);
        if (key == "VerbForm") morph.verb_form = value_in(verb_forms, value);
        if (key == "Voice") morph.voice = value_in(voices, value);
    });
    return morph;
}

} // namespace dateline
