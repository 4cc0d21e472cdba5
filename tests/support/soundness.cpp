// SPDX-License-Identifier: MIT
#include "soundness.hpp"

#include <vector>

#include <dateline/text/utf8.hpp>

namespace dateline::test {
namespace {

bool only_space(std::string_view text, std::size_t at, std::size_t end) {
    for (; at < end; at += decode(text, at).length) {
        if (!is_space(decode(text, at).value)) return false;
    }
    return true;
}

bool tokens_cover(const Document& d) {
    std::size_t at = 0;
    for (const auto token : d.token) {
        if (token.empty() || token.begin < at || token.end > d.text.size() || !only_space(d.text, at, token.begin)) return false;
        at = token.end;
    }
    return only_space(d.text, at, d.text.size());
}

bool sentences_cover(const Document& d) {
    std::uint32_t next = 0;
    for (const auto& sentence : d.sentences) {
        if (sentence.tokens.begin != next || sentence.tokens.empty()) return false;
        next = sentence.tokens.end;
    }
    return next == d.token_count();
}

/// Every word reaches the one root: each word is walked once, so that the whole is linear.
bool is_one_tree(const Document& d, const Sentence& s) {
    enum : char { unknown, on_the_way, reaches_root };
    std::vector<char> state(s.tokens.size(), unknown);
    std::size_t roots = 0;
    for (auto t = s.tokens.begin; t < s.tokens.end; ++t) {
        roots += d.head[t] == Document::root ? 1U : 0U;
        auto at = t;
        for (; at != Document::root && state[at - s.tokens.begin] == unknown; at = d.head[at]) {
            state[at - s.tokens.begin] = on_the_way;
            if (d.head[at] != Document::root && !s.tokens.contains(d.head[at])) return false;
        }
        if (at != Document::root && state[at - s.tokens.begin] == on_the_way) return false;
        for (at = t; at != Document::root && state[at - s.tokens.begin] == on_the_way; at = d.head[at]) state[at - s.tokens.begin] = reaches_root;
    }
    return roots == 1;
}

bool names_are_inside(const Document& d) {
    std::uint32_t last = 0;
    for (const auto& name : d.names) {
        if (name.tokens.begin < last || name.tokens.empty() || name.tokens.end > d.token_count()) return false;
        if (d.sentence_of(name.tokens.begin) != d.sentence_of(name.tokens.end - 1)) return false;
        last = name.tokens.end;
    }
    return true;
}

} // namespace

std::string_view unsoundness(const Document& d) {
    if (!tokens_cover(d)) return "tokens do not cover the text in order";
    if (!sentences_cover(d)) return "sentences do not cover the tokens in order";
    if (!d.upos.empty() && (d.upos.size() != d.token.size() || d.xpos.size() != d.token.size() || d.morph.size() != d.token.size())) return "tags are not one a token";
    if (!d.lemma.empty() && d.lemma.size() != d.token.size()) return "lemmas are not one a token";
    if (!d.head.empty()) {
        if (d.head.size() != d.token.size() || d.deprel.size() != d.token.size()) return "heads are not one a token";
        for (const auto& sentence : d.sentences) {
            if (!is_one_tree(d, sentence)) return "a sentence is not one tree";
        }
    }
    if (!names_are_inside(d)) return "a name lies across others or across sentences";
    return {};
}

} // namespace dateline::test
