// SPDX-License-Identifier: MIT
//
// The files that `dateline train` reads, as training sets.
#include <algorithm>
#include <charconv>
#include <istream>
#include <iterator>
#include <sstream>

#include <dateline/annotate/conllu.hpp>
#include <dateline/annotate/trainer.hpp>
#include <dateline/core/error.hpp>

namespace dateline {
namespace {

[[noreturn]] void fail(const std::string& where, std::size_t line, const std::string& what) {
    throw Error{Error::Kind::format, where + ":" + std::to_string(line), what};
}

NameMark mark_of(std::string_view tag, const std::string& where, std::size_t line) {
    const auto mark = parse_name_mark(tag);
    if (!mark) fail(where, line, "expected a tag such as B-PERSON, I-ORG, B or O, found " + std::string{tag});
    return *mark;
}

/// What goes on with no name begins one: sets in the IO scheme never say where a name begins.
void begin_names(std::vector<NameMark>& marks, std::size_t sentence_begin) {
    for (auto i = sentence_begin; i < marks.size(); ++i) {
        if (marks[i].place != NameMark::Place::inside) continue;
        const bool goes_on = i > sentence_begin && marks[i - 1].place != NameMark::Place::outside && marks[i - 1].type == marks[i].type;
        if (!goes_on) marks[i].place = NameMark::Place::begin;
    }
}

/// The value of "NE=" in a word's last column; "O" without.
std::string_view name_tag(std::string_view word_line) {
    constexpr std::string_view key = "NE=";
    auto misc = word_line.substr(word_line.rfind('\t') + 1);
    while (!misc.empty()) {
        const auto field = misc.substr(0, misc.find('|'));
        if (field.starts_with(key)) return field.substr(key.size());
        misc.remove_prefix(std::min(misc.size(), field.size() + 1));
    }
    return "O";
}

/// Marks of the words of a CoNLL-U file that has been read without error: of lines that begin with a plain number.
std::vector<NameMark> read_marks(const std::string& text, const std::string& where) {
    std::vector<NameMark> marks;
    std::size_t sentence_begin = 0;
    std::istringstream in{text};
    std::string line;
    for (std::size_t number = 1; std::getline(in, line); ++number) {
        if (line.ends_with('\r')) line.pop_back();
        const auto id = std::string_view{line}.substr(0, line.find('\t'));
        if (line.empty()) {
            begin_names(marks, sentence_begin);
            sentence_begin = marks.size();
        } else if (id.find_first_not_of("0123456789") == std::string_view::npos) {
            marks.push_back(mark_of(name_tag(line), where, number));
        }
    }
    begin_names(marks, sentence_begin);
    const bool any = std::ranges::any_of(marks, [](NameMark mark) { return mark.place != NameMark::Place::outside; });
    return any ? marks : std::vector<NameMark>{};
}

/// Puts sentences of words together to one document.
class WordsReader {
public:
    void add(std::string_view word) {
        auto& d = m_document;
        const auto begin = static_cast<std::uint32_t>(d.text.size());
        d.text.append(word).push_back(' ');
        d.token.push_back({begin, begin + static_cast<std::uint32_t>(word.size())});
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

std::optional<NameMark> parse_name_mark(std::string_view tag) noexcept {
    if (tag == "O") return NameMark{};
    if (tag.empty() || (tag[0] != 'B' && tag[0] != 'I')) return std::nullopt;
    const auto place = tag[0] == 'B' ? NameMark::Place::begin : NameMark::Place::inside;
    if (tag.size() == 1) return NameMark{place, NameMark::untold_type};
    if (tag[1] != '-') return std::nullopt;
    if (tag.substr(2) == "MISC") return NameMark{place, NameMark::other_type};
    const auto type = parse_name_type(tag.substr(2));
    if (!type) return std::nullopt;
    return NameMark{place, static_cast<std::uint8_t>(*type)};
}

TrainingSet read_treebank(std::istream& in, const std::string& where) {
    const std::string text{std::istreambuf_iterator<char>{in}, {}};
    std::istringstream conllu{text};
    TrainingSet set{.documents = read_conllu(conllu, where), .trees = true, .names = read_marks(text, where)};
    for (const auto& document : set.documents) {
        if (document.head.empty()) throw Error{Error::Kind::format, where, "expected trees, document \"" + document.article.id + "\" has none"};
    }
    return set;
}

TrainingSet read_names(std::istream& in, const std::string& where) {
    WordsReader words;
    std::vector<NameMark> marks;
    std::size_t sentence_begin = 0;
    const auto end_sentence = [&] {
        words.end_sentence();
        begin_names(marks, sentence_begin);
        sentence_begin = marks.size();
    };
    std::string line;
    for (std::size_t number = 1; std::getline(in, line); ++number) {
        if (line.ends_with('\r')) line.pop_back();
        const auto tab = line.find('\t');
        if (line.empty()) {
            end_sentence();
        } else if (tab == std::string::npos || tab == 0) {
            fail(where, number, "expected a word, a tab and a tag");
        } else {
            words.add(std::string_view{line}.substr(0, tab));
            marks.push_back(mark_of(std::string_view{line}.substr(tab + 1), where, number));
        }
    }
    end_sentence();
    TrainingSet set{.documents = {}, .trees = false, .names = std::move(marks)};
    set.documents.push_back(words.take());
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
