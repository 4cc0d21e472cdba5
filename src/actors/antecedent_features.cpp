// SPDX-License-Identifier: MIT
#include "antecedent_features.hpp"

#include <algorithm>
#include <cmath>

namespace dateline::actors {
namespace {

constexpr int deepest = 24;          ///< steps up a tree
constexpr float farthest = 10;       ///< sentences and the like that are told apart
constexpr float nobodys_form = -1;   ///< marks the row of nobody
constexpr std::uint32_t nearby = 3;  ///< sentences that count as around the pronoun

constexpr std::array<std::string_view, feature_count> names{
    "female", "thing", "many", "role", "quoted", "place_in_sentence", "clause_depth", "before_verb", "candidates", "known_candidates",
    "sentences", "tokens", "paragraphs", "others_between", "ahead", "form", "its_role", "parallel", "its_clause_depth", "its_place_in_sentence",
    "its_quoted", "reports", "coordinated", "same_verb", "its_words",
    "rules", "rules_steps", "co_argument", "owned", "subject_here", "subject_before", "main_subject_before", "mentions_here", "mentions_before",
    "mentions_near", "pronouns_near", "last_pronoun", "last_pronoun_tokens", "nearest_name_sentences", "names_ahead",
    "kind", "gender", "gender_sure", "guessed", "unnamed", "list", "name_words", "times", "times_rank", "order", "speaker"};

constexpr std::array<std::string_view, feature_count> words{
    "a woman's pronoun", "a thing's pronoun", "a plural pronoun", "the pronoun's part in its sentence", "the pronoun is quoted",
    "the pronoun's place in its sentence", "how deep the pronoun's clause is", "the pronoun stands before the main verb", "how many could be meant",
    "how many of the right gender could be meant",
    "sentences between", "words between", "paragraphs between", "others spoken of between", "it comes after the pronoun", "named or only described",
    "its part in its sentence", "the same part in both sentences", "how deep its clause is", "its place in its sentence", "it is quoted",
    "it says what stands here", "named together with another", "the same verb in both", "how long its name is there",
    "the pronoun's clause hangs on it", "how far the pronoun's clause hangs from it", "both are of one verb", "the pronoun owns it",
    "subject of this sentence", "subject of the sentence before", "main subject of the sentence before", "spoken of in this sentence",
    "spoken of in the sentence before", "spoken of nearby", "meant by pronouns nearby", "meant by the last pronoun", "how far the last pronoun is",
    "how near it is named", "named later in this sentence",
    "what kind it is", "its gender", "how sure its gender is", "its kind is a guess", "it has no name", "it is many", "how long its name is",
    "how often it is spoken of", "how many are spoken of more often", "who was named first", "who speaks"};

float& at(FeatureRow& row, Feature feature) noexcept { return row[static_cast<std::size_t>(feature)]; }

template <class Number>
float capped(Number number) noexcept { return std::min(static_cast<float>(number), farthest); }

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

/// Roles by how much they stand out.
float prominence(Deprel relation) noexcept {
    if (relation == Deprel::nsubj_pass) return 8;
    if (is_subject(relation)) return 9;
    switch (universal(relation)) {
    case Deprel::obj: return 7;
    case Deprel::iobj: return 6;
    case Deprel::obl: return relation == Deprel::obl_agent ? 5 : 4;
    case Deprel::nmod: return relation == Deprel::nmod_poss ? 3 : 2;
    case Deprel::appos: return 1;
    case Deprel::root: return 10;
    default: return 0;
    }
}

} // namespace

std::span<const std::string_view> feature_names() noexcept { return names; }
std::span<const std::string_view> feature_words() noexcept { return words; }

/// The token by which the mention hangs in its sentence.
std::uint32_t AntecedentFeatures::top(const Mention& mention) const {
    auto t = mention.head;
    if (m_document.head.empty()) return t;
    while (m_document.head[t] != Document::root && mention.tokens.contains(m_document.head[t])) t = m_document.head[t];
    return t;
}

/// What a token is in its sentence; a coordinated one is what the first is.
Deprel AntecedentFeatures::relation(std::uint32_t token) const {
    if (m_document.head.empty()) return Deprel::dep;
    for (int step = 0; step < 4 && m_document.deprel[token] == Deprel::conj && m_document.head[token] != Document::root; ++step) {
        token = m_document.head[token];
    }
    return m_document.deprel[token];
}

int AntecedentFeatures::clause_depth(std::uint32_t token) const {
    if (m_document.head.empty()) return 0;
    int depth = 0;
    for (int step = 0; step < deepest && m_document.head[token] != Document::root; ++step, token = m_document.head[token]) {
        depth += opens_clause(m_document.deprel[token]) ? 1 : 0;
    }
    return depth;
}

/// Where the token stands to its sentence's main verb: 1 before it, else 0.
int AntecedentFeatures::main_verb_place(std::uint32_t token) const {
    if (m_document.head.empty()) return 0;
    auto verb = token;
    for (int step = 0; step < deepest && m_document.head[verb] != Document::root; ++step) verb = m_document.head[verb];
    return token < verb ? 1 : 0;
}

/// Binding: "Baker told him" is not Baker, "Baker's lawyer told him" may be; "himself" is the subject of its verb and nobody else.
bool AntecedentFeatures::disjoint(const Mention& mention, std::uint32_t pronoun) const {
    if (mention.tokens.contains(pronoun)) return true;
    if (m_document.head.empty()) return false;
    const auto verb = m_document.head[pronoun];
    const auto candidate = top(mention);
    if (mention.tokens.begin > pronoun && mention.form != MentionForm::pronoun && rule(pronoun, candidate).kind > 0) return true; // "he fled when Baker came"
    const auto its_verb = m_document.head[candidate];
    const auto own = m_document.deprel[pronoun], other = m_document.deprel[candidate];
    if (m_document.morph[pronoun].reflexive) return !(its_verb == verb && is_subject(other)) && own != Deprel::nmod;
    if (own == Deprel::nmod_poss) return owned(mention, pronoun);
    if (own == Deprel::conj ? its_verb == pronoun || verb == candidate : other == Deprel::conj && its_verb == pronoun) return true; // "Baker and she"
    if (its_verb != verb || verb == Document::root) return false;
    const bool arguments = is_subject(own) || is_subject(other) || universal(own) == Deprel::obj || universal(other) == Deprel::obj;
    return arguments && (own != Deprel::nsubj || other != Deprel::obl); // "in a letter to Baker he wrote"
}

/// "his lawyer", "his lawyer Baker", "his lawyer, Baker,": not he.
bool AntecedentFeatures::owned(const Mention& mention, std::uint32_t pronoun) const {
    if (m_document.head.empty() || m_document.deprel[pronoun] != Deprel::nmod_poss) return false;
    const auto thing = m_document.head[pronoun];
    auto t = mention.head;
    for (int step = 0; step < 4 && t != Document::root; ++step, t = m_document.head[t]) {
        if (t == thing) return true;
        const auto relation = universal(m_document.deprel[t]);
        const bool names_it = relation == Deprel::appos || relation == Deprel::flat || relation == Deprel::compound || m_document.deprel[t] == Deprel::nmod_desc;
        if (!names_it) return false;
    }
    return false;
}

/// How the candidate rules over the pronoun's place: as what a relative clause around it tells of ("Burns, who promoted his band"), as the
/// subject of its own clause, or of one above it.
AntecedentFeatures::Rule AntecedentFeatures::rule(std::uint32_t candidate, std::uint32_t pronoun) const {
    if (m_document.head.empty()) return {};
    const auto ruled = is_subject(relation(candidate)) ? m_document.head[candidate] : Document::root;
    bool above = false;
    auto t = pronoun;
    for (int step = 0; step < deepest && m_document.head[t] != Document::root; ++step) {
        const auto up = m_document.head[t];
        if (up == candidate && universal(m_document.deprel[t]) == Deprel::acl) return {3, step};
        above = above || opens_clause(m_document.deprel[t]);
        if (up == ruled && t != candidate) return {above ? 1 : 2, step};
        t = up;
    }
    return {};
}

void AntecedentFeatures::see_pronoun(const PronounSite& site, FeatureRow& row) const {
    at(row, Feature::female) = site.value == "f" ? 1 : 0;
    at(row, Feature::thing) = site.value == "thing" ? 1 : 0;
    at(row, Feature::many) = site.value == "many" ? 1 : 0;
    const bool reflexive = !m_document.morph.empty() && m_document.morph[site.token].reflexive;
    at(row, Feature::role) = reflexive ? -1 : prominence(relation(site.token));
    at(row, Feature::quoted) = m_quotes.quoted(site.token) ? 1 : 0;
    at(row, Feature::place_in_sentence) = capped((site.token - m_document.sentences[site.sentence].tokens.begin) / 2);
    at(row, Feature::clause_depth) = static_cast<float>(clause_depth(site.token));
    at(row, Feature::before_verb) = static_cast<float>(main_verb_place(site.token));
}

void AntecedentFeatures::see_nearest(const PronounSite& site, const Candidate& candidate, FeatureRow& row) const {
    const auto& mention = candidate.nearest();
    const bool ahead = candidate.before.empty();
    const auto hangs_by = top(mention);
    const auto its_sentence = sentence(mention);
    const auto its_role = relation(hangs_by);
    at(row, Feature::ahead) = ahead ? 1 : 0;
    at(row, Feature::sentences) = capped(ahead ? its_sentence - site.sentence : site.sentence - its_sentence);
    const auto tokens = ahead ? mention.tokens.begin - site.token : site.token - std::min(site.token, mention.tokens.end - 1);
    at(row, Feature::tokens) = std::log2(1.0F + static_cast<float>(tokens));
    const auto paragraph = m_document.sentences[site.sentence].paragraph, its_paragraph = m_document.sentences[its_sentence].paragraph;
    at(row, Feature::paragraphs) = capped(ahead ? its_paragraph - paragraph : paragraph - its_paragraph);
    at(row, Feature::form) = static_cast<float>(mention.form);
    at(row, Feature::its_role) = prominence(its_role);
    const auto own_role = relation(site.token);
    at(row, Feature::parallel) = universal(its_role) == universal(own_role) ? its_role == own_role ? 2 : 1 : 0;
    at(row, Feature::its_clause_depth) = static_cast<float>(clause_depth(hangs_by));
    at(row, Feature::its_place_in_sentence) = capped((mention.tokens.begin - m_document.sentences[its_sentence].tokens.begin) / 2);
    at(row, Feature::its_quoted) = m_quotes.quoted(mention.head) ? 1 : 0;
    at(row, Feature::its_words) = capped(mention.tokens.size());
    if (m_document.head.empty()) return;
    const auto verb = m_document.head[hangs_by], own_verb = m_document.head[site.token];
    if (verb != Document::root) {
        at(row, Feature::reports) = is_subject(its_role) && m_lexicon.reports(m_document.lemma_of(verb)) ? 1 : 0;
        at(row, Feature::same_verb) = own_verb != Document::root && m_document.lemma_of(verb) == m_document.lemma_of(own_verb) ? 1 : 0;
    }
    const auto next = mention.tokens.end;
    const bool goes_on = next < m_document.token_count() && m_document.head[next] != Document::root && m_document.deprel[next] == Deprel::cc;
    at(row, Feature::coordinated) = m_document.deprel[hangs_by] == Deprel::conj ? 2 : goes_on ? 1 : 0;
}

void AntecedentFeatures::see_mentions(const PronounSite& site, const Candidate& candidate, FeatureRow& row) const {
    at(row, Feature::nearest_name_sentences) = farthest;
    at(row, Feature::rules_steps) = deepest;
    const auto see_here = [&](const Mention& mention) { // in the pronoun's sentence
        const auto hangs_by = top(mention);
        const auto ruling = rule(hangs_by, site.token);
        if (static_cast<float>(ruling.kind) > at(row, Feature::rules)) at(row, Feature::rules) = static_cast<float>(ruling.kind);
        if (ruling.kind > 0) at(row, Feature::rules_steps) = std::min(at(row, Feature::rules_steps), static_cast<float>(ruling.steps));
        if (disjoint(mention, site.token)) at(row, Feature::co_argument) = 1;
        if (owned(mention, site.token)) at(row, Feature::owned) = 1;
        if (is_subject(relation(hangs_by))) at(row, Feature::subject_here) = 1;
        ++at(row, Feature::mentions_here);
    };
    for (const auto* const mention : candidate.before) {
        const auto back = site.sentence - sentence(*mention);
        if (back > nearby) break;
        ++at(row, Feature::mentions_near);
        if (mention->form == MentionForm::pronoun) ++at(row, Feature::pronouns_near);
        else at(row, Feature::nearest_name_sentences) = std::min(at(row, Feature::nearest_name_sentences), static_cast<float>(back));
        if (back == 0) see_here(*mention);
        if (back != 1) continue;
        ++at(row, Feature::mentions_before);
        const auto hangs_by = top(*mention);
        if (!is_subject(relation(hangs_by))) continue;
        at(row, Feature::subject_before) = 1;
        if (!m_document.head.empty() && m_document.head[m_document.head[hangs_by]] == Document::root) at(row, Feature::main_subject_before) = 1;
    }
    for (const auto* const mention : candidate.ahead) {
        ++at(row, Feature::names_ahead);
        if (sentence(*mention) == site.sentence) see_here(*mention);
    }
}

void AntecedentFeatures::see_actor(const PronounSite& site, const Candidate& candidate, FeatureRow& row) const {
    const auto& member = m_cast[candidate.actors().front()];
    at(row, Feature::kind) = static_cast<float>(member.actor.kind);
    const auto wanted = site.value == "f" ? Gender::female : site.value == "m" ? Gender::male : Gender::unknown;
    at(row, Feature::gender) = wanted == Gender::unknown || member.gender == Gender::unknown ? 0 : wanted == member.gender ? 1 : -1;
    at(row, Feature::gender_sure) = member.gender_sure ? 1 : 0;
    at(row, Feature::guessed) = member.guessed ? 1 : 0;
    at(row, Feature::unnamed) = member.unnamed ? 1 : 0;
    at(row, Feature::list) = candidate.actors().size() > 1 || member.many ? 1 : 0;
    at(row, Feature::name_words) = capped(member.name.size());
    at(row, Feature::times) = capped(member.times);
}

/// Pronouns of one gender and number.
bool AntecedentFeatures::alike(std::uint32_t pronoun, std::uint32_t other) const {
    if (m_document.morph.empty()) return false;
    const auto &a = m_document.morph[pronoun], &b = m_document.morph[other];
    return a.gender == b.gender && a.number == b.number && a.person == b.person;
}

/// What a candidate is among the others.
void AntecedentFeatures::compare(std::span<const Candidate> candidates, std::vector<FeatureRow>& rows) const {
    const auto known = std::ranges::count_if(rows, [](const FeatureRow& row) { return row[static_cast<std::size_t>(Feature::gender)] > 0; });
    for (std::size_t i = 0; i < rows.size(); ++i) {
        auto& row = rows[i];
        at(row, Feature::candidates) = capped(rows.size());
        at(row, Feature::known_candidates) = capped(known);
        float more = 0, earlier = 0, nearer = 0;
        for (std::size_t j = 0; j < rows.size(); ++j) {
            if (at(rows[j], Feature::times) > at(row, Feature::times)) ++more;
            if (candidates[j].actors().front().value < candidates[i].actors().front().value) ++earlier;
            if (at(rows[j], Feature::ahead) <= at(row, Feature::ahead) && at(rows[j], Feature::tokens) < at(row, Feature::tokens)) ++nearer;
        }
        at(row, Feature::times_rank) = capped(more);
        at(row, Feature::order) = capped(earlier);
        at(row, Feature::others_between) = capped(nearer);
    }
}

std::vector<FeatureRow> AntecedentFeatures::rows(const PronounSite& site, std::span<const Candidate> candidates, std::span<const Mention> said) const {
    const Mention* last_pronoun = nullptr; // of the same gender and number
    for (auto mention = said.rbegin(); mention != said.rend() && site.sentence - sentence(*mention) <= nearby; ++mention) {
        if (mention->form != MentionForm::pronoun || !alike(mention->head, site.token)) continue;
        last_pronoun = &*mention;
        break;
    }
    const auto* const speaker = m_quotes.quoted(site.token) ? m_quotes.speaker(site.token, said) : nullptr;
    FeatureRow pronoun{};
    see_pronoun(site, pronoun);
    std::vector<FeatureRow> rows(candidates.size(), pronoun);
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        see_nearest(site, candidates[i], rows[i]);
        see_mentions(site, candidates[i], rows[i]);
        see_actor(site, candidates[i], rows[i]);
        at(rows[i], Feature::last_pronoun_tokens) = farthest;
        if (last_pronoun && last_pronoun->actors == candidates[i].actors()) {
            at(rows[i], Feature::last_pronoun) = 1;
            at(rows[i], Feature::last_pronoun_tokens) = std::log2(1.0F + static_cast<float>(site.token - last_pronoun->tokens.begin));
        }
        if (speaker && speaker->actors == candidates[i].actors()) at(rows[i], Feature::speaker) = 1;
    }
    compare(candidates, rows);
    at(pronoun, Feature::form) = nobodys_form;
    at(pronoun, Feature::candidates) = capped(candidates.size());
    rows.push_back(pronoun);
    return rows;
}

} // namespace dateline::actors
