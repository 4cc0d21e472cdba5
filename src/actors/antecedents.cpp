// SPDX-License-Identifier: MIT
#include "antecedents.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

namespace dateline::actors {
namespace {

constexpr std::uint32_t reach = 3;          ///< sentences that a pronoun looks back
constexpr std::size_t most_candidates = 60; ///< mentions that it looks at: keeps the time linear
constexpr std::size_t most_told = 3;        ///< alternatives kept for `why`

constexpr std::array<std::string_view, feature_count> feature_names{
    "same_sentence", "sentence_before", "two_before", "three_before", "after",  "subject",      "object",    "owner",
    "oblique",       "parallel",        "pronoun",    "agent_of_report", "again", "topic", "gender_known", "far_tokens", "guessed",
    "relative",      "own_clause",      "upper_clause"};

constexpr int deepest = 24; ///< steps up a tree

bool opens_clause(Deprel relation) noexcept {
    switch (universal(relation)) {
    case Deprel::ccomp:
    case Deprel::xcomp:
    case Deprel::advcl:
    case Deprel::acl:
    case Deprel::conj:
    case Deprel::csubj:
    case Deprel::parataxis: return true;
    default: return false;
    }
}

bool is_subject(Deprel relation) noexcept { return relation == Deprel::nsubj || relation == Deprel::nsubj_pass || relation == Deprel::nsubj_outer; }

} // namespace

AntecedentWeights::AntecedentWeights(const Knowledge& knowledge) {
    const auto table = knowledge.table("antecedent_weights");
    for (std::size_t i = 0; i < feature_count; ++i) {
        for (const auto row : table.find(feature_names[i])) {
            const auto cell = table.cell(row, 1);
            int tenths = 0;
            std::from_chars(cell.data(), cell.data() + cell.size(), tenths);
            m_weights[i] = tenths / 10.0;
        }
    }
}

/// The token by which the mention hangs in its sentence.
std::uint32_t Antecedents::top(const Mention& mention) const {
    auto t = mention.head;
    if (m_document.head.empty()) return t;
    while (m_document.head[t] != Document::root && mention.tokens.contains(m_document.head[t])) t = m_document.head[t];
    return t;
}

/// What a token is in its sentence; a coordinated one is what the first is.
Deprel Antecedents::relation(std::uint32_t token) const {
    if (m_document.head.empty()) return Deprel::dep;
    for (int step = 0; step < 4 && m_document.deprel[token] == Deprel::conj && m_document.head[token] != Document::root; ++step) {
        token = m_document.head[token];
    }
    return m_document.deprel[token];
}

bool Antecedents::only_reports(const Mention& mention) const {
    if (m_document.head.empty()) return false;
    const auto subject = top(mention);
    const auto verb = m_document.head[subject];
    return m_document.deprel[subject] == Deprel::nsubj && verb != Document::root && m_lexicon.reports(m_document.lemma_of(verb));
}

bool Antecedents::agrees(const Mention& mention, std::string_view value) const {
    if (mention.actors.empty()) return false;
    const auto& member = m_cast[mention.actors.front()];
    const auto kind = member.actor.kind;
    const bool one = mention.actors.size() == 1;
    if (value == "m" || value == "f") {
        const auto other = value == "m" ? Gender::female : Gender::male;
        if (one && member.guessed) return kind == ActorKind::organisation || kind == ActorKind::place;
        return one && !member.many && (kind == ActorKind::person || kind == ActorKind::office || kind == ActorKind::group) && member.gender != other;
    }
    if (value == "thing") return one && !mention.place_only && (kind == ActorKind::country || kind == ActorKind::organisation);
    if (value != "many" || mention.place_only) return false;
    return !one || member.many || kind == ActorKind::organisation || (kind == ActorKind::group && member.many);
}

/// Binding: "Baker told him" is not Baker, "Baker's lawyer told him" may be; "himself" is the subject of its verb and nobody else.
bool Antecedents::forbidden(const Mention& mention, std::uint32_t pronoun) const {
    if (m_document.head.empty()) return false;
    if (mention.tokens.contains(pronoun)) return true;
    const auto verb = m_document.head[pronoun];
    const auto candidate = top(mention);
    const auto its_verb = m_document.head[candidate];
    const bool reflexive = m_document.morph[pronoun].reflexive;
    const bool owns = m_document.deprel[pronoun] == Deprel::nmod_poss;
    if (reflexive) return !(its_verb == verb && is_subject(m_document.deprel[candidate])) && m_document.deprel[pronoun] != Deprel::nmod;
    if (owns) return verb != Document::root && candidate == verb; // "his lawyer" is not the lawyer
    if (its_verb == verb && verb != Document::root) { // both hang on one verb
        const auto a = m_document.deprel[pronoun], b = m_document.deprel[candidate];
        if (is_subject(a) || is_subject(b) || universal(a) == Deprel::obj || universal(b) == Deprel::obj) {
            return a != Deprel::nsubj || b != Deprel::obl; // "in a letter to Baker he wrote"
        }
    }
    return false;
}

/// How the candidate rules over the pronoun's place: as what a relative clause around it tells of ("Burns, who promoted his band"), as the
/// subject of its own clause, or of one above it.
std::optional<Feature> Antecedents::commands(std::uint32_t candidate, std::uint32_t pronoun) const {
    if (m_document.head.empty()) return std::nullopt;
    const auto ruled = is_subject(m_document.deprel[candidate]) ? m_document.head[candidate] : Document::root;
    bool above = false;
    auto t = pronoun;
    for (int step = 0; step < deepest && m_document.head[t] != Document::root; ++step) {
        const auto up = m_document.head[t];
        if (up == candidate && universal(m_document.deprel[t]) == Deprel::acl) return Feature::relative;
        above = above || opens_clause(m_document.deprel[t]);
        if (up == ruled && t != candidate) return above ? Feature::upper_clause : Feature::own_clause;
        t = up;
    }
    return std::nullopt;
}

double Antecedents::score(const Mention& mention, std::uint32_t pronoun, std::string_view value, std::uint32_t sentences_before) const {
    const auto& w = m_weights;
    const auto& member = m_cast[mention.actors.front()];
    const auto role = relation(top(mention));
    const auto own = m_document.head.empty() ? Deprel::dep : relation(pronoun);
    double sum = 0;
    constexpr std::array distances{Feature::same_sentence, Feature::sentence_before, Feature::two_before, Feature::three_before};
    sum += w[distances[std::min<std::size_t>(sentences_before, 3)]];
    if (mention.tokens.begin > pronoun) sum += w[Feature::after];
    if (is_subject(role)) sum += w[Feature::subject];
    else if (universal(role) == Deprel::obj || role == Deprel::iobj) sum += w[Feature::object];
    else if (role == Deprel::nmod_poss) sum += w[Feature::owner];
    else sum += w[Feature::oblique];
    if (universal(role) == universal(own) && role != Deprel::dep) sum += w[Feature::parallel];
    if (const auto command = commands(top(mention), pronoun)) sum += w[*command];
    if (mention.form == MentionForm::pronoun) sum += w[Feature::pronoun];
    if (only_reports(mention)) sum += w[Feature::agent_of_report];
    sum += w[Feature::again] * std::min(3U, member.times > 0 ? member.times - 1 : 0);
    if (mention.actors.front().value == 0) sum += w[Feature::topic]; // who is named first
    if ((value == "m" || value == "f") && member.guessed) sum += w[Feature::guessed];
    if ((value == "m" || value == "f") && member.gender != Gender::unknown) sum += w[Feature::gender_known];
    const auto distance = mention.tokens.begin > pronoun ? mention.tokens.begin - pronoun : pronoun - mention.tokens.begin;
    return sum + w[Feature::far_tokens] * std::min(distance, 60U) / 10.0;
}

Antecedent Antecedents::of(std::uint32_t pronoun, std::string_view value, std::span<const Mention> mentions) const {
    Antecedent found;
    if (!m_document.head.empty() && m_document.deprel[pronoun] == Deprel::expl) return found; // "it is likely that"
    const auto here = m_document.sentence_of(pronoun).value;
    std::vector<Candidate> candidates;
    const auto first = mentions.size() > most_candidates ? mentions.end() - static_cast<std::ptrdiff_t>(most_candidates) : mentions.begin();
    for (auto mention = first; mention != mentions.end(); ++mention) {
        const auto sentence = m_document.sentence_of(mention->tokens.begin).value;
        if (sentence > here || here - sentence > reach || !agrees(*mention, value) || forbidden(*mention, pronoun)) continue;
        candidates.push_back({&*mention, score(*mention, pronoun, value, here - sentence)});
    }
    std::ranges::stable_sort(candidates, std::ranges::greater{}, &Candidate::score);
    for (const auto& candidate : candidates) {
        if (found.actors.empty()) {
            found.actors = candidate.mention->actors;
            found.words = candidate.mention->tokens;
            continue;
        }
        const auto actor = candidate.mention->actors.front();
        const bool told = actor == found.actors.front() || std::ranges::find(found.instead, actor) != found.instead.end();
        if (!told && found.instead.size() < most_told) found.instead.push_back(actor);
    }
    return found;
}

} // namespace dateline::actors
