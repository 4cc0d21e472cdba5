// SPDX-License-Identifier: MIT
#include <dateline/core/document.hpp>

#include <algorithm>

#include "names.hpp"

namespace dateline {
namespace {

constexpr Names<upos_count> upos_names{"ADJ",  "ADP", "ADV",  "AUX",   "CCONJ", "DET",   "INTJ", "NOUN", "NUM",
                                       "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X"};

constexpr Names<deprel_count> deprel_names{
    "acl", "acl:relcl", "advcl", "advcl:relcl", "advmod", "amod", "appos", "aux", "aux:pass", "case", "cc",
    "cc:preconj", "ccomp", "compound", "compound:prt", "conj", "cop", "csubj", "csubj:outer", "csubj:pass", "dep", "det",
    "det:predet", "discourse", "dislocated", "expl", "fixed", "flat", "goeswith", "iobj", "list", "mark", "nmod", "nmod:desc",
    "nmod:poss", "nmod:unmarked", "nsubj", "nsubj:outer", "nsubj:pass", "nummod", "obj", "obl", "obl:agent", "obl:unmarked",
    "orphan", "parataxis", "punct", "reparandum", "root", "vocative", "xcomp"};

constexpr Names<7> name_type_names{"PERSON", "ORG", "GPE", "LOC", "NORP", "FAC", "EVENT"};

static_assert(deprel_names.back() == "xcomp");

// Penn Treebank II tags with the additions of UD English (HYPH, NFP, ADD, AFX, GW, XX).
constexpr Names<51> xpos_names{"XX",  "$",   "''",  ",",    "-LRB-", "-RRB-", ".",   ":",   "ADD", "AFX", "CC",   "CD", "DT",
                               "EX",  "FW",  "GW",  "HYPH", "IN",    "JJ",    "JJR", "JJS", "LS",  "MD",  "NFP",  "NN", "NNP",
                               "NNPS", "NNS", "PDT", "POS", "PRP",   "PRP$",  "RB",  "RBR", "RBS", "RP",  "SYM",  "TO", "UH",
                               "VB",  "VBD", "VBG", "VBN",  "VBP",   "VBZ",   "WDT", "WP",  "WP$", "WRB", "``",   "NIL"};

} // namespace

std::string_view name_of(Upos upos) noexcept { return name_in(upos_names, upos); }
std::string_view name_of(Deprel deprel) noexcept { return name_in(deprel_names, deprel); }
std::string_view name_of(NameType type) noexcept { return name_in(name_type_names, type); }
std::optional<Upos> parse_upos(std::string_view name) noexcept { return find_in<Upos>(upos_names, name); }
std::optional<Deprel> parse_deprel(std::string_view name) noexcept { return find_in<Deprel>(deprel_names, name); }
std::optional<NameType> parse_name_type(std::string_view name) noexcept { return find_in<NameType>(name_type_names, name); }

std::string_view xpos_name(std::uint8_t xpos) noexcept { return xpos < xpos_names.size() ? xpos_names[xpos] : xpos_names[0]; }
std::optional<std::uint8_t> parse_xpos(std::string_view name) noexcept { return find_in<std::uint8_t>(xpos_names, name); }

Deprel universal(Deprel deprel) noexcept {
    const auto name = name_of(deprel);
    return parse_deprel(name.substr(0, name.find(':'))).value_or(Deprel::dep);
}

SentenceId Document::sentence_of(std::uint32_t t) const noexcept {
    const auto after = std::ranges::upper_bound(sentences, t, {}, [](const Sentence& s) { return s.tokens.begin; });
    if (after == sentences.begin()) return {};
    return {static_cast<std::uint32_t>(after - sentences.begin() - 1)};
}

} // namespace dateline
