// SPDX-License-Identifier: MIT
//
// An article with its linguistic layers, as flat arrays (structure of arrays). Universal Dependencies v2 for English;
// XPOS are Penn Treebank tags as UD English EWT uses them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <dateline/core/article.hpp>
#include <dateline/core/id.hpp>
#include <dateline/core/span.hpp>

namespace dateline {

/// Universal part-of-speech tags, https://universaldependencies.org/u/pos/ . Alphabetical; `x` also for "not tagged".
enum class Upos : std::uint8_t {
    adj, adp, adv, aux, cconj, det, intj, noun, num, part, pron, propn, punct, sconj, sym, verb, x
};

/// Dependency relations of UD English with their subtypes; `dep` also for "not parsed".
enum class Deprel : std::uint8_t {
    acl, acl_relcl, advcl, advcl_relcl, advmod, amod, appos, aux, aux_pass, case_, cc, cc_preconj, ccomp, compound,
    compound_prt, conj, cop, csubj, csubj_outer, csubj_pass, dep, det, det_predet, discourse, dislocated, expl, fixed, flat,
    goeswith, iobj, list, mark, nmod, nmod_desc, nmod_poss, nmod_unmarked, nsubj, nsubj_outer, nsubj_pass, nummod, obj, obl,
    obl_agent, obl_unmarked, orphan, parataxis, punct, reparandum, root, vocative, xcomp
};

/// UD spelling: "NOUN", "nsubj:pass". The parsers give nothing for a name that is not in the list.
[[nodiscard]] std::string_view name_of(Upos upos) noexcept;
[[nodiscard]] std::string_view name_of(Deprel deprel) noexcept;
[[nodiscard]] std::optional<Upos> parse_upos(std::string_view name) noexcept;
[[nodiscard]] std::optional<Deprel> parse_deprel(std::string_view name) noexcept;
inline constexpr std::size_t upos_count = 17;
inline constexpr std::size_t deprel_count = 51;

/// The universal relation without its subtype: nsubj_pass gives nsubj.
[[nodiscard]] Deprel universal(Deprel deprel) noexcept;

/// The morphological features that later stages ask for, each 0 when absent. https://universaldependencies.org/u/feat/
struct Morph {
    enum class Tense : std::uint8_t { none, past, pres };
    enum class VerbForm : std::uint8_t { none, fin, inf, part, ger };
    enum class Mood : std::uint8_t { none, ind, imp, sub };
    enum class Voice : std::uint8_t { none, pass };
    enum class Number : std::uint8_t { none, sing, plur };
    enum class Case : std::uint8_t { none, nom, acc, gen };
    enum class Gender : std::uint8_t { none, masc, fem, neut };
    enum class Degree : std::uint8_t { none, pos, cmp, sup };
    enum class PronType : std::uint8_t { none, prs, art, dem, interrogative, rel, ind, tot, neg, rcp, emp };

    Tense tense : 2 = Tense::none;
    VerbForm verb_form : 3 = VerbForm::none;
    Mood mood : 2 = Mood::none;
    Voice voice : 1 = Voice::none;
    Number number : 2 = Number::none;
    std::uint8_t person : 2 = 0; ///< 1, 2, 3
    Case case_ : 2 = Case::none;
    Gender gender : 2 = Gender::none;
    Degree degree : 2 = Degree::none;
    PronType pron_type : 4 = PronType::none;
    bool possessive : 1 = false; ///< Poss=Yes
    bool reflexive : 1 = false;  ///< Reflex=Yes
    bool definite : 1 = false;   ///< Definite=Def; an article without it is indefinite
    bool negative : 1 = false;   ///< Polarity=Neg

    friend bool operator==(const Morph&, const Morph&) = default;
};

/// Kinds of names that the annotator tells apart (OntoNotes spelling in output: PERSON, ORG, GPE, LOC, NORP, FAC, EVENT).
enum class NameType : std::uint8_t { person, organisation, gpe, location, norp, facility, event };
[[nodiscard]] std::string_view name_of(NameType type) noexcept;
[[nodiscard]] std::optional<NameType> parse_name_type(std::string_view name) noexcept;

/// A range of tokens, half open.
struct TokenRange {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;

    [[nodiscard]] constexpr std::uint32_t size() const noexcept { return end - begin; }
    [[nodiscard]] constexpr bool empty() const noexcept { return begin == end; }
    [[nodiscard]] constexpr bool contains(std::uint32_t token) const noexcept { return begin <= token && token < end; }
    friend constexpr bool operator==(const TokenRange&, const TokenRange&) = default;
};

struct Sentence {
    Span span;                   ///< in Document::text, without surrounding white space
    TokenRange tokens;
    std::uint32_t paragraph = 0; ///< counts from 0; the headline is a paragraph of its own
    bool headline = false;
};

struct Name {
    TokenRange tokens;
    NameType type = NameType::person;
};

/// An article and what `annotate` found in it. Immutable once made; owns its text once, everything else is offsets.
///
/// Token arrays have one entry a token and equal length, or are empty when that layer was not asked for:
/// `upos`, `xpos`, `morph`, `lemma`, `head`, `deprel`.
struct Document {
    static constexpr std::uint32_t root = 0xFFFF'FFFFU; ///< `head` of a sentence's root token

    Article article;       ///< metadata; its `text` is empty here, see `text`
    std::string text;      ///< the headline, an empty line, the body (no headline: the body alone)
    Span body;             ///< where the body stands in `text`

    std::vector<Sentence> sentences;
    std::vector<Span> token; ///< in `text`; in order, never overlapping
    std::vector<TokenRange> multiwords; ///< tokens written as one word: "do" "n't"; in order, never overlapping
    std::vector<Upos> upos;
    std::vector<std::uint8_t> xpos; ///< index into the Penn tag list, see `xpos_name`
    std::vector<Morph> morph;
    std::vector<Span> lemma;            ///< in `lemma_text`
    std::string lemma_text;
    std::vector<std::uint32_t> head;    ///< token index in this document, or `root`
    std::vector<Deprel> deprel;
    std::vector<Name> names;            ///< in order, never overlapping

    [[nodiscard]] std::uint32_t token_count() const noexcept { return static_cast<std::uint32_t>(token.size()); }
    [[nodiscard]] std::string_view form(std::uint32_t t) const noexcept { return slice(text, token[t]); }
    [[nodiscard]] std::string_view lemma_of(std::uint32_t t) const noexcept { return slice(lemma_text, lemma[t]); }
    /// The bytes from the first to the last token of the range; requires a range that is not empty.
    [[nodiscard]] Span span_of(TokenRange r) const noexcept { return {token[r.begin].begin, token[r.end - 1].end}; }
    [[nodiscard]] std::string_view words(TokenRange r) const noexcept { return slice(text, span_of(r)); }
    /// The sentence that token `t` stands in (binary search).
    [[nodiscard]] SentenceId sentence_of(std::uint32_t t) const noexcept;
};

/// Penn Treebank tags by number, and back; "XX" for a number out of range, nothing for a name that is not in the list.
[[nodiscard]] std::string_view xpos_name(std::uint8_t xpos) noexcept;
[[nodiscard]] std::optional<std::uint8_t> parse_xpos(std::string_view name) noexcept;

} // namespace dateline
