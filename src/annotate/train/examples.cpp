// SPDX-License-Identifier: MIT
#include "examples.hpp"

#include <algorithm>
#include <map>

#include <dateline/text/utf8.hpp>

namespace dateline::network {
namespace {

/// Only ASCII letters change: enough to learn from.
std::string written(std::string_view form, Writing writing) {
    std::string out{form};
    const auto upper = [](char& c) { c = 'a' <= c && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; };
    if (writing == Writing::capitals) std::ranges::for_each(out, upper);
    if (writing == Writing::lower) std::ranges::for_each(out, [](char& c) { c = 'A' <= c && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    if (writing == Writing::title && out.size() > 3) upper(out.front());
    return out;
}

std::map<std::string, std::uint32_t> count_keys(std::span<const TrainingSet> sets) {
    std::map<std::string, std::uint32_t> counts;
    std::string key;
    for (const auto& set : sets) {
        for (const auto& document : set.documents) {
            for (std::uint32_t t = 0; t < document.token_count(); ++t) {
                form_key(document.form(t), key);
                ++counts[key];
                if (mask_digits(key)) ++counts[key];
            }
        }
    }
    return counts;
}

/// Rows: unknown, root, then the words that the sets have more than once, then the other words with vectors.
void choose_words(Corpus& corpus, std::span<const TrainingSet> sets, const WordVectors& vectors) {
    auto counts = count_keys(sets);
    std::erase_if(counts, [](const auto& entry) { return entry.second < 2; });
    std::map<std::string_view, std::uint32_t> vector_rows;
    for (std::uint32_t i = 0; i < vectors.words.size(); ++i) vector_rows.emplace(vectors.words[i], i);
    corpus.vector_of.assign(first_word, Corpus::none);
    for (const auto& [word, count] : counts) {
        const auto found = vector_rows.find(word);
        corpus.words.push_back(word);
        corpus.vector_of.push_back(found == vector_rows.end() ? Corpus::none : found->second);
    }
    corpus.trained_rows = first_word + corpus.words.size();
    for (std::uint32_t i = 0; i < vectors.words.size(); ++i) {
        if (counts.contains(vectors.words[i]) || vector_rows.at(vectors.words[i]) != i) continue;
        corpus.words.push_back(vectors.words[i]);
        corpus.vector_of.push_back(i);
    }
    corpus.vocabulary = Vocabulary::build(corpus.words, first_word);
}

/// Numbers for forms and feature combinations, by first appearance.
class Numbering {
public:
    explicit Numbering(Corpus& corpus) : m_corpus{corpus} {
        m_corpus.features.assign(writings, root_features());
    }

    std::uint32_t form(std::string_view form) {
        const auto [found, is_new] = m_forms.emplace(form, static_cast<std::uint32_t>(m_corpus.features.size() / writings));
        if (is_new) {
            for (const auto writing : {Writing::as_is, Writing::title, Writing::capitals, Writing::lower}) {
                m_corpus.features.push_back(word_features(written(form, writing), Vocabulary{m_corpus.vocabulary}, m_scratch));
            }
        }
        return found->second;
    }

    std::uint16_t morph(const Morph& morph) {
        const auto found = std::ranges::find(m_corpus.morphs, morph);
        if (found == m_corpus.morphs.end()) {
            m_corpus.morphs.push_back(morph);
            return static_cast<std::uint16_t>(m_corpus.morphs.size() - 1);
        }
        return static_cast<std::uint16_t>(found - m_corpus.morphs.begin());
    }

private:
    Corpus& m_corpus;
    std::unordered_map<std::string, std::uint32_t> m_forms;
    std::string m_scratch;
};

void add_tree(Example& example, const Document& document, TokenRange tokens, Numbering& numbering) {
    example.upos.push_back(0);
    example.xpos.push_back(0);
    example.morph.push_back(0);
    example.head.push_back(0);
    example.deprel.push_back(0);
    for (auto t = tokens.begin; t < tokens.end; ++t) {
        example.upos.push_back(static_cast<std::uint8_t>(document.upos[t]));
        example.xpos.push_back(document.xpos[t]);
        example.morph.push_back(numbering.morph(document.morph[t]));
        const auto head = document.head[t];
        example.head.push_back(static_cast<std::uint16_t>(head == Document::root ? 0 : head - tokens.begin + 1));
        example.deprel.push_back(static_cast<std::uint8_t>(document.deprel[t]));
    }
}

std::uint8_t label_of(NameMark mark) {
    if (mark.place == NameMark::Place::outside) return outside;
    const bool begins = mark.place == NameMark::Place::begin;
    if (mark.type == NameMark::untold_type) return begins ? any_begin : any_inside;
    return static_cast<std::uint8_t>(begins ? begin_label(mark.type) : inside_label(mark.type));
}

void add_names(Example& example, std::span<const NameMark> marks) {
    example.name.push_back(outside);
    for (const auto& mark : marks) example.name.push_back(label_of(mark));
}

} // namespace

Corpus make_corpus(std::span<const TrainingSet> sets, const WordVectors& vectors) {
    Corpus corpus;
    choose_words(corpus, sets, vectors);
    Numbering numbering{corpus};
    for (const auto& set : sets) {
        std::size_t words_before = 0; // in documents read before
        for (const auto& document : set.documents) {
            for (const auto& sentence : document.sentences) {
                if (sentence.tokens.size() > max_piece_tokens) continue;
                Example example;
                example.forms.push_back(Corpus::root_form);
                for (auto t = sentence.tokens.begin; t < sentence.tokens.end; ++t) example.forms.push_back(numbering.form(document.form(t)));
                if (set.trees) add_tree(example, document, sentence.tokens, numbering);
                if (!set.names.empty()) add_names(example, std::span{set.names}.subspan(words_before + sentence.tokens.begin, sentence.tokens.size()));
                corpus.examples.push_back(std::move(example));
            }
            words_before += document.token_count();
        }
    }
    return corpus;
}

} // namespace dateline::network
