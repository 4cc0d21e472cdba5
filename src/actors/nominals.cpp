// SPDX-License-Identifier: MIT
#include "nominals.hpp"

#include <algorithm>

namespace dateline::actors {
namespace {

constexpr std::uint32_t widest = 12; ///< tokens on either side of a noun that are looked at for what depends on it
constexpr std::size_t most_calls = 16; ///< of one noun that are looked back at

bool describes(Deprel relation) noexcept {
    return relation == Deprel::amod || relation == Deprel::compound || relation == Deprel::nummod || relation == Deprel::nmod_desc;
}

bool is_subject(Deprel relation) noexcept { return universal(relation) == Deprel::nsubj; }

/// Calls `visit(t)` for the tokens around `head` that depend on it.
template <class Visit>
void each_child(const Document& document, std::uint32_t head, Visit visit) {
    const auto sentence = document.sentences[document.sentence_of(head).value].tokens;
    const auto begin = head - std::min(widest, head - sentence.begin);
    const auto end = std::min(sentence.end, head + widest);
    for (auto t = begin; t < end; ++t) {
        if (document.head[t] == head) visit(t);
    }
}

} // namespace

std::optional<ActorKind> Nominals::kind(std::uint32_t token) const {
    if (m_document.head.empty() || m_document.upos[token] != Upos::noun) return std::nullopt;
    switch (m_document.deprel[token]) {
    case Deprel::compound:
    case Deprel::nmod_desc:
    case Deprel::fixed:
    case Deprel::flat: return std::nullopt;
    default: break;
    }
    const auto lemma = m_document.lemma_of(token);
    if (!m_persons.find(lemma).empty()) return ActorKind::person;
    const auto rows = m_others.find(lemma);
    if (rows.empty()) return std::nullopt;
    return parse_actor_kind(m_others.cell(rows.front(), 1));
}

TokenRange Nominals::phrase(std::uint32_t noun) const {
    auto begin = noun;
    const auto first = m_document.sentences[m_document.sentence_of(noun).value].tokens.begin;
    while (begin > first && m_document.head[begin - 1] == noun && describes(m_document.deprel[begin - 1])) --begin;
    return {begin, noun + 1};
}

bool Nominals::many(std::uint32_t noun) const { return m_document.morph[noun].number == Morph::Number::plur; }

NounLinks Nominals::links(std::uint32_t noun) const {
    NounLinks found;
    if (m_document.head.empty()) return found;
    each_child(m_document, noun, [&](std::uint32_t t) {
        const auto relation = m_document.deprel[t];
        if (relation == Deprel::det) {
            found.definite = found.definite || m_document.morph[t].definite || m_document.morph[t].pron_type == Morph::PronType::dem;
        } else if (relation == Deprel::nmod_poss) {
            found.definite = true;
            found.owner = t;
        } else if (describes(relation) || (relation == Deprel::nmod && t > noun)) {
            found.modifiers.push_back(m_document.lemma_of(t));
        }
    });
    return found;
}

/// The subject of a predicate; of a relative clause what it tells of.
std::optional<std::uint32_t> Nominals::subject(std::uint32_t predicate) const {
    std::optional<std::uint32_t> found;
    each_child(m_document, predicate, [&](std::uint32_t t) {
        if (is_subject(m_document.deprel[t])) found = t;
    });
    const bool relative = found && m_document.deprel[predicate] == Deprel::acl_relcl && m_document.head[predicate] != Document::root &&
                          m_document.morph[*found].pron_type == Morph::PronType::rel;
    return relative ? m_document.head[predicate] : found;
}

std::optional<std::uint32_t> Nominals::described(std::uint32_t noun) const {
    if (m_document.head.empty()) return std::nullopt;
    bool copula = false, denied = false, as = false;
    each_child(m_document, noun, [&](std::uint32_t t) {
        copula = copula || m_document.deprel[t] == Deprel::cop;
        denied = denied || m_document.morph[t].negative || m_document.lemma_of(t) == "not";
        as = as || (m_document.deprel[t] == Deprel::case_ && m_document.lemma_of(t) == "as");
    });
    if (denied) return std::nullopt;
    if (copula) return subject(noun);
    const auto above = m_document.head[noun];
    if (above == Document::root) return std::nullopt;
    switch (m_document.deprel[noun]) {
    case Deprel::appos: return above;
    case Deprel::conj: return m_document.deprel[above] == Deprel::conj ? std::nullopt : described(above); // "she is a writer and singer"
    case Deprel::xcomp:
        if (const auto verb = m_document.lemma_of(above); verb != "become" && verb != "remain") return std::nullopt;
        return subject(above);
    case Deprel::obl: {
        if (!as) return std::nullopt;
        std::optional<std::uint32_t> object;
        each_child(m_document, above, [&](std::uint32_t t) {
            if (m_document.deprel[t] == Deprel::obj) object = t;
        });
        return object ? object : subject(above);
    }
    default: return std::nullopt;
    }
}

const Descriptions::Call* Descriptions::find(std::string_view noun, const Call& wanted) const {
    const auto known = m_calls.find(std::string{noun});
    if (known == m_calls.end()) return nullptr;
    const auto& calls = known->second;
    const Call* best = nullptr;
    for (std::size_t back = 1; back <= std::min(calls.size(), most_calls); ++back) {
        const auto& call = calls[calls.size() - back];
        if (call.many != wanted.many || (!wanted.owner.empty() && call.owner != wanted.owner)) continue;
        const auto has = [&](std::string_view modifier) { return std::ranges::find(call.modifiers, modifier) != call.modifiers.end(); };
        if (!std::ranges::all_of(wanted.modifiers, has)) continue;
        if (!best || call.modifiers.size() < best->modifiers.size()) best = &call;
    }
    return best;
}

} // namespace dateline::actors
