// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>
#include <charconv>
#include <istream>
#include <optional>
#include <utility>

#include <dateline/annotate/conllu.hpp>
#include <dateline/core/error.hpp>
#include <dateline/text/utf8.hpp>

#include "conllu/columns.hpp"
#include "network/tree.hpp"

namespace dateline {
namespace {

constexpr std::size_t column_count = 10;
enum Column : std::size_t { id, form, lemma, upos, xpos, feats, head, deprel, deps, misc };
using Row = std::array<std::string_view, column_count>;

std::optional<std::uint32_t> parse_number(std::string_view text) noexcept {
    std::uint32_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return value;
}

class Reader {
public:
    Reader(std::istream& in, std::string where) : m_in{in}, m_where{std::move(where)} {}

    std::vector<Document> run() {
        while (std::getline(m_in, m_text_line)) {
            ++m_line;
            if (m_text_line.ends_with('\r')) m_text_line.pop_back();
            read_line(m_text_line);
        }
        finish_sentence();
        finish_document();
        return std::move(m_documents);
    }

private:
    [[noreturn]] void fail(const std::string& what) const {
        throw Error{Error::Kind::format, m_where + ":" + std::to_string(m_line), what};
    }

    void read_line(std::string_view line) {
        if (line.empty()) return finish_sentence();
        if (line.starts_with('#')) return read_comment(line);
        if (m_in_sentence == InSentence::no) begin_sentence();
        const auto row = split(line);
        if (row[id].find('.') != std::string_view::npos) return; // an empty node
        if (const auto dash = row[id].find('-'); dash != std::string_view::npos) {
            read_multiword(row, row[id].substr(0, dash), row[id].substr(dash + 1));
        } else {
            read_word(row);
        }
    }

    [[nodiscard]] Row split(std::string_view line) const {
        Row row;
        std::size_t column = 0;
        for (;;) {
            const auto tab = line.find('\t');
            if (column == column_count) fail("expected 10 columns, found more");
            row[column++] = line.substr(0, tab);
            if (tab == std::string_view::npos) break;
            line.remove_prefix(tab + 1);
        }
        if (column != column_count) fail("expected 10 columns separated by tabs, found " + std::to_string(column));
        if (row[form].empty()) fail("expected a form in the second column");
        if (!is_utf8(row[form])) fail("expected UTF-8");
        return row;
    }

    void read_comment(std::string_view line) {
        line.remove_prefix(std::min(line.find_first_not_of("# "), line.size()));
        const auto equals = line.find('=');
        auto key = line.substr(0, equals);
        while (key.ends_with(' ')) key.remove_suffix(1);
        auto value = equals == std::string_view::npos ? std::string_view{} : line.substr(equals + 1);
        while (value.starts_with(' ')) value.remove_prefix(1);
        if (key == "newdoc" || key == "newdoc id") {
            finish_document();
            m_document.article.id = value;
        } else if (key == "newpar" || key == "newpar id") {
            m_new_paragraph = true;
        } else if (key == "headline") {
            m_headline = true;
        }
    }

    void begin_sentence() {
        m_in_sentence = InSentence::yes;
        auto& text = m_document.text;
        if (m_new_paragraph && !text.empty()) {
            if (text.ends_with(' ')) text.pop_back();
            text += "\n\n";
            ++m_paragraph;
        }
        m_new_paragraph = false;
        m_sentence = {.span = {}, .tokens = {count(), count()}, .paragraph = m_paragraph, .headline = std::exchange(m_headline, false)};
    }

    [[nodiscard]] std::uint32_t count() const noexcept { return m_document.token_count(); }

    void read_multiword(const Row& row, std::string_view first, std::string_view last) {
        const auto begin = parse_number(first);
        const auto end = parse_number(last);
        const auto next = count() - m_sentence.tokens.begin + 1;
        if (!begin || !end || *begin != next || *end < *begin) fail("expected a range of words that follows the words before it, found " + std::string{row[id]});
        m_document.multiwords.push_back({count(), count() + *end - *begin + 1});
        m_multiword_form = row[form];
        m_multiword_misc = row[misc];
    }

    void read_word(const Row& row) {
        const auto number = parse_number(row[id]);
        const auto next = count() - m_sentence.tokens.begin + 1;
        if (number != next) fail("expected word number " + std::to_string(next) + ", found " + std::string{row[id]});
        append_form(row);
        m_document.upos.push_back(row[upos] == "_" ? Upos::x : known(parse_upos(row[upos]), "UPOS", row[upos]));
        m_document.xpos.push_back(parse_xpos(row[xpos]).value_or(0));
        m_document.morph.push_back(parse_features(row[feats]));
        append_lemma(row[lemma]);
        append_head(row);
        append_name(value_of(row[misc], "NE"));
    }

    template <class T>
    [[nodiscard]] T known(std::optional<T> value, std::string_view what, std::string_view found) const {
        if (!value) fail("expected a " + std::string{what} + " of Universal Dependencies, found " + std::string{found});
        return *value;
    }

    /// Puts the word into the text. A word of a multiword token takes its share of that token's form.
    void append_form(const Row& row) {
        auto& text = m_document.text;
        const auto begin = static_cast<std::uint32_t>(text.size());
        const auto word = count();
        const bool inside = !m_document.multiwords.empty() && m_document.multiwords.back().contains(word);
        if (!inside) {
            text += row[form];
            m_document.token.push_back({begin, static_cast<std::uint32_t>(text.size())});
            if (value_of(row[misc], "SpaceAfter") != "No") text += ' ';
            return;
        }
        const auto words_after = m_document.multiwords.back().end - word - 1;
        const auto share = words_after == 0 ? m_multiword_form.size() : share_of(m_multiword_form, row[form].size(), words_after);
        if (share == 0) fail("expected a multiword token at least as long as its number of words");
        text += m_multiword_form.substr(0, share);
        m_multiword_form.erase(0, share);
        m_document.token.push_back({begin, static_cast<std::uint32_t>(text.size())});
        if (words_after == 0 && value_of(m_multiword_misc, "SpaceAfter") != "No") text += ' ';
    }

    /// How many bytes of `whole` a word of `size` bytes takes when `words_after` more words must get at least a character each.
    static std::size_t share_of(std::string_view whole, std::size_t size, std::size_t words_after) noexcept {
        const auto starts_character = [&](std::size_t i) { return (static_cast<unsigned char>(whole[i]) & 0xC0U) != 0x80U; };
        std::size_t last = whole.size();
        while (last > 0 && words_after > 0) words_after -= starts_character(--last) ? 1U : 0U;
        auto share = std::min(size, last);
        while (share < last && !starts_character(share)) ++share;
        return words_after > 0 ? 0 : share;
    }

    void append_lemma(std::string_view text) {
        const auto begin = static_cast<std::uint32_t>(m_document.lemma_text.size());
        m_document.lemma_text += text;
        m_document.lemma.push_back({begin, static_cast<std::uint32_t>(m_document.lemma_text.size())});
    }

    /// The head as a number in the sentence; whether these make a tree, its end shows.
    void append_head(const Row& row) {
        if (row[head] == "_") {
            if (!m_heads.empty()) fail("expected a head, as the words before it have one");
            return;
        }
        const auto number = parse_number(row[head]);
        if (!number) fail("expected a number as head, found " + std::string{row[head]});
        if (m_heads.size() + 1 != count() - m_sentence.tokens.begin) fail("expected no head, as the words before it have none");
        m_heads.push_back(*number);
        const auto relation = row[deprel] == "_" ? std::optional{Deprel::dep} : parse_deprel(row[deprel]);
        m_document.deprel.push_back(relation ? *relation : known(parse_deprel(row[deprel].substr(0, row[deprel].find(':'))), "relation", row[deprel]));
    }

    /// BIO: "B-PERSON" begins a name, "I-PERSON" goes on with it.
    void append_name(std::string_view tag) {
        if (tag.size() < 3 || tag[1] != '-') return;
        const auto type = parse_name_type(tag.substr(2));
        if (!type) return;
        const auto word = count() - 1;
        auto& names = m_document.names;
        if (tag[0] == 'I' && !names.empty() && names.back().tokens.end == word && names.back().type == *type && word > m_sentence.tokens.begin) {
            ++names.back().tokens.end;
        } else {
            names.push_back({{word, word + 1}, *type});
        }
    }

    void finish_sentence() {
        if (m_in_sentence == InSentence::no) return;
        m_in_sentence = InSentence::no;
        m_sentence.tokens.end = count();
        if (m_sentence.tokens.empty()) fail("expected words in the sentence");
        if (!m_document.multiwords.empty() && m_document.multiwords.back().end > count()) fail("the sentence ends inside a multiword token");
        finish_tree();
        m_sentence.span = m_document.span_of(m_sentence.tokens);
        m_document.sentences.push_back(m_sentence);
    }

    void finish_tree() {
        if (m_heads.empty()) return;
        m_heads.insert(m_heads.begin(), 0);
        if (std::ranges::any_of(m_heads, [&](std::uint32_t h) { return h >= m_heads.size(); })) fail("a head of this sentence is no word of it");
        if (!network::is_tree(m_heads)) fail("the heads of this sentence make no tree with one root");
        for (std::size_t i = 1; i < m_heads.size(); ++i) {
            m_document.head.push_back(m_heads[i] == 0 ? Document::root : m_sentence.tokens.begin + m_heads[i] - 1);
        }
        m_heads.clear();
    }

    void finish_document() {
        finish_sentence();
        if (!m_document.head.empty() && m_document.head.size() != m_document.token.size()) fail("some sentences of this document have trees, others none");
        if (m_document.head.empty()) m_document.deprel.clear();
        if (!m_document.sentences.empty()) {
            auto& text = m_document.text;
            if (text.ends_with(' ')) text.pop_back();
            m_document.body = {0, static_cast<std::uint32_t>(text.size())};
            m_documents.push_back(std::move(m_document));
        }
        m_document = {};
        m_paragraph = 0;
    }

    enum class InSentence { no, yes };

    std::istream& m_in;
    std::string m_where;
    std::string m_text_line;
    std::size_t m_line = 0;
    std::vector<Document> m_documents;
    Document m_document;
    Sentence m_sentence;
    InSentence m_in_sentence = InSentence::no;
    std::vector<std::uint32_t> m_heads; ///< of the sentence; counted from 1, 0 is the root
    std::uint32_t m_paragraph = 0;
    bool m_new_paragraph = false;
    bool m_headline = false;
    std::string m_multiword_form; ///< what its words have not yet taken
    std::string m_multiword_misc;
};

} // namespace

std::vector<Document> read_conllu(std::istream& in, const std::string& where) { return Reader{in, where}.run(); }

} // namespace dateline
