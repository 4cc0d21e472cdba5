// SPDX-License-Identifier: MIT
//
// The files that `dateline train` reads, as training sets.
#include <algorithm>
#include <charconv>
#include <istream>

#include <dateline/annotate/conllu.hpp>
#include <dateline/annotate/trainer.hpp>
#include <dateline/core/error.hpp>

namespace dateline {
namespace {

[[noreturn]] void fail(const std::string& where, std::size_t line, const std::string& what) {
    throw Error{Error::Kind::format, where + ":" + std::to_string(line), what};
}

/// Puts sentences of words and BIO tags together to one document.
class NamesReader {
public:
    void add(std::string_view word, std::string_view tag, const std::string& where, std::size_t line) {
        auto& d = m_document;
        const auto begin = static_cast<std::uint32_t>(d.text.size());
        d.text.append(word).push_back(' ');
        d.token.push_back({begin, begin + static_cast<std::uint32_t>(word.size())});
        const auto t = d.token_count() - 1;
        if (tag == "O") return;
        // Names of a kind that Dateline does not tell are no names to it.
        if (tag.ends_with("-MISC")) return;
        const bool in_form = tag.starts_with("B-") || tag.starts_with("I-");
        const auto type = parse_name_type(in_form ? tag.substr(2) : tag);
        if (!in_form || !type) fail(where, line, "expected a tag such as B-PERSON, I-ORG or O, found " + std::string{tag});
        const bool goes_on = tag[0] == 'I' && t > m_sentence_begin && !d.names.empty() && d.names.back().tokens.end == t && d.names.back().type == *type;
        if (goes_on) {
            ++d.names.back().tokens.end;
        } else {
            d.names.push_back({{t, t + 1}, *type});
        }
    }

    void end_sentence() {
        auto& d = m_document;
        const TokenRange tokens{m_sentence_begin, d.token_count()};
        if (tokens.empty()) return;
        d.sentences.push_back({.span = d.span_of(tokens), .tokens = tokens, .paragraph = 0, .headline = false});
        m_sentence_begin = tokens.end;
    }

    Document take() {
        end_sentence();
        return std::move(m_document);
    }

private:
    Document m_document;
    std::uint32_t m_sentence_begin = 0;
};

} // namespace

TrainingSet read_treebank(std::istream& in, const std::string& where) {
    TrainingSet set{.documents = read_conllu(in, where), .trees = true, .names = false};
    for (const auto& document : set.documents) {
        if (document.head.empty()) throw Error{Error::Kind::format, where, "expected trees, document \"" + document.article.id + "\" has none"};
    }
    set.names = std::ranges::any_of(set.documents, [](const Document& d) { return !d.names.empty(); });
    return set;
}

TrainingSet read_names(std::istream& in, const std::string& where) {
    NamesReader reader;
    std::string line;
    for (std::size_t number = 1; std::getline(in, line); ++number) {
        if (line.ends_with('\r')) line.pop_back();
        const auto tab = line.find('\t');
        if (line.empty()) {
            reader.end_sentence();
        } else if (tab == std::string::npos || tab == 0) {
            fail(where, number, "expected a word, a tab and a tag");
        } else {
            reader.add(std::string_view{line}.substr(0, tab), std::string_view{line}.substr(tab + 1), where, number);
        }
    }
    TrainingSet set{.documents = {}, .trees = false, .names = true};
    set.documents.push_back(reader.take());
    return set;
}

WordVectors read_word_vectors(std::istream& in, const std::string& where, std::size_t limit) {
    WordVectors vectors;
    std::string line;
    for (std::size_t number = 1; vectors.words.size() < limit && std::getline(in, line); ++number) {
        const auto space = std::min(line.find(' '), line.size());
        vectors.words.push_back(line.substr(0, space));
        const char* at = line.data() + space;
        const char* const end = line.data() + line.size();
        for (std::size_t i = 0; i < WordVectors::width; ++i) {
            float value = 0;
            while (at < end && *at == ' ') ++at;
            const auto [after, error] = std::from_chars(at, end, value);
            if (error != std::errc{}) fail(where, number, "expected a word and 100 numbers");
            vectors.values.push_back(value);
            at = after;
        }
    }
    return vectors;
}

} // namespace dateline
