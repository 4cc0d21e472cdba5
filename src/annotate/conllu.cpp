// SPDX-License-Identifier: MIT
#include <dateline/annotate/conllu.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <istream>
#include <optional>
#include <utility>

#include <dateline/core/error.hpp>
#include <dateline/text/utf8.hpp>

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

/// Calls `use(key, value)` for every "key=value" of a column like FEATS or MISC.
template <class Use>
void for_each_pair(std::string_view column, const Use& use) {
    while (!column.empty()) {
        const auto bar = column.find('|');
        const auto item = column.substr(0, bar);
        if (const auto equals = item.find('='); equals != std::string_view::npos) use(item.substr(0, equals), item.substr(equals + 1));
        column = bar == std::string_view::npos ? std::string_view{} : column.substr(bar + 1);
    }
}

std::string_view value_of(std::string_view column, std::string_view wanted) noexcept {
    std::string_view found;
    for_each_pair(column, [&](std::string_view key, std::string_view value) {
        if (key == wanted) found = value;
    });
    return found;
}

// ---- features

template <class Enum>
struct Value {
    Enum value;
    std::string_view name;
};

using Tense = Morph::Tense;
using VerbForm = Morph::VerbForm;
using Mood = Morph::Mood;
using Voice = Morph::Voice;
using Number = Morph::Number;
using Case = Morph::Case;
using Gender = Morph::Gender;
using Degree = Morph::Degree;
using PronType = Morph::PronType;

constexpr std::array tenses{Value<Tense>{Tense::past, "Past"}, Value<Tense>{Tense::pres, "Pres"}};
constexpr std::array verb_forms{Value<VerbForm>{VerbForm::fin, "Fin"}, Value<VerbForm>{VerbForm::inf, "Inf"},
                                Value<VerbForm>{VerbForm::part, "Part"}, Value<VerbForm>{VerbForm::ger, "Ger"}};
constexpr std::array moods{Value<Mood>{Mood::ind, "Ind"}, Value<Mood>{Mood::imp, "Imp"}, Value<Mood>{Mood::sub, "Sub"}};
constexpr std::array voices{Value<Voice>{Voice::pass, "Pass"}};
constexpr std::array numbers{Value<Number>{Number::sing, "Sing"}, Value<Number>{Number::plur, "Plur"}};
constexpr std::array cases{Value<Case>{Case::nom, "Nom"}, Value<Case>{Case::acc, "Acc"}, Value<Case>{Case::gen, "Gen"}};
constexpr std::array genders{Value<Gender>{Gender::masc, "Masc"}, Value<Gender>{Gender::fem, "Fem"}, Value<Gender>{Gender::neut, "Neut"}};
constexpr std::array degrees{Value<Degree>{Degree::pos, "Pos"}, Value<Degree>{Degree::cmp, "Cmp"}, Value<Degree>{Degree::sup, "Sup"}};
constexpr std::array pron_types{Value<PronType>{PronType::prs, "Prs"}, Value<PronType>{PronType::art, "Art"},
                                Value<PronType>{PronType::dem, "Dem"}, Value<PronType>{PronType::interrogative, "Int"},
                                Value<PronType>{PronType::rel, "Rel"}, Value<PronType>{PronType::ind, "Ind"},
                                Value<PronType>{PronType::tot, "Tot"}, Value<PronType>{PronType::neg, "Neg"},
                                Value<PronType>{PronType::rcp, "Rcp"}, Value<PronType>{PronType::emp, "Emp"}};

template <class Enum, std::size_t N>
std::string_view name_in(const std::array<Value<Enum>, N>& values, Enum value) noexcept {
    const auto found = std::ranges::find(values, value, &Value<Enum>::value);
    return found == values.end() ? std::string_view{} : found->name;
}

template <class Enum, std::size_t N>
Enum value_in(const std::array<Value<Enum>, N>& values, std::string_view name) noexcept {
    const auto found = std::ranges::find(values, name, &Value<Enum>::name);
    return found == values.end() ? Enum::none : found->value;
}

void append_feature(std::string& out, std::string_view name, std::string_view value) {
    if (value.empty()) return;
    if (!out.empty()) out += '|';
    out += name;
    out += '=';
    out += value;
}

std::string_view definiteness(const Morph& morph) noexcept {
    if (morph.definite) return "Def";
    return morph.pron_type == PronType::art ? "Ind" : "";
}

std::string_view person_name(unsigned person) noexcept {
    constexpr std::array<std::string_view, 4> names{"", "1", "2", "3"};
    return names[person];
}

} // namespace

std::string format_features(const Morph& morph) {
    std::string out;
    append_feature(out, "Case", name_in(cases, morph.case_));
    append_feature(out, "Definite", definiteness(morph));
    append_feature(out, "Degree", name_in(degrees, morph.degree));
    append_feature(out, "Gender", name_in(genders, morph.gender));
    append_feature(out, "Mood", name_in(moods, morph.mood));
    append_feature(out, "Number", name_in(numbers, morph.number));
    append_feature(out, "Person", person_name(morph.person));
    append_feature(out, "Polarity", morph.negative ? "Neg" : "");
    append_feature(out, "Poss", morph.possessive ? "Yes" : "");
    append_feature(out, "PronType", name_in(pron_types, morph.pron_type));
    append_feature(out, "Reflex", morph.reflexive ? "Yes" : "");
    append_feature(out, "Tense", name_in(tenses, morph.tense));
    append_feature(out, "VerbForm", name_in(verb_forms, morph.verb_form));
    append_feature(out, "Voice", name_in(voices, morph.voice));
    return out.empty() ? "_" : out;
}

Morph parse_features(std::string_view features) noexcept {
    Morph morph;
    for_each_pair(features, [&](std::string_view key, std::string_view value) {
        if (key == "Case") morph.case_ = value_in(cases, value);
        if (key == "Definite") morph.definite = value == "Def";
        if (key == "Degree") morph.degree = value_in(degrees, value);
        if (key == "Gender") morph.gender = value_in(genders, value);
        if (key == "Mood") morph.mood = value_in(moods, value);
        if (key == "Number") morph.number = value_in(numbers, value);
        if (key == "Person" && value.size() == 1 && value[0] >= '1' && value[0] <= '3') {
            morph.person = static_cast<std::uint8_t>(value[0] - '0') & 3U;
        }
        if (key == "Polarity") morph.negative = value == "Neg";
        if (key == "Poss") morph.possessive = value == "Yes";
        if (key == "PronType") morph.pron_type = value_in(pron_types, value);
        if (key == "Reflex") morph.reflexive = value == "Yes";
        if (key == "Tense") morph.tense = value_in(tenses, value);
        if (key == "VerbForm") morph.verb_form = value_in(verb_forms, value);
        if (key == "Voice") morph.voice = value_in(voices, value);
    });
    return morph;
}

// ---- reading

namespace {

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

    /// The head as a number in the document; whether it exists, the end of the sentence shows.
    void append_head(const Row& row) {
        const bool parsed = row[head] != "_";
        const auto number = parsed ? parse_number(row[head]) : 0U;
        if (!number) fail("expected a number as head, found " + std::string{row[head]});
        m_document.head.push_back(*number == 0 ? Document::root : m_sentence.tokens.begin + *number - 1);
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
        if (tag[0] == 'I' && !names.empty() && names.back().tokens.end == word && names.back().type == *type) {
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
        for (auto t = m_sentence.tokens.begin; t < m_sentence.tokens.end; ++t) {
            const auto governor = m_document.head[t];
            if (governor != Document::root && (!m_sentence.tokens.contains(governor) || governor == t)) fail("a head of this sentence is no other word of it");
        }
        m_sentence.span = m_document.span_of(m_sentence.tokens);
        m_document.sentences.push_back(m_sentence);
    }

    void finish_document() {
        finish_sentence();
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
    std::uint32_t m_paragraph = 0;
    bool m_new_paragraph = false;
    bool m_headline = false;
    std::string m_multiword_form; ///< what its words have not yet taken
    std::string m_multiword_misc;
};

} // namespace

std::vector<Document> read_conllu(std::istream& in, const std::string& where) { return Reader{in, where}.run(); }

// ---- writing

namespace {

class Writer {
public:
    Writer(std::string& out, const Document& document) noexcept : m_out{out}, m_document{document} {}

    void run() {
        std::uint32_t number = 0;
        for (const auto& sentence : m_document.sentences) {
            write_comments(sentence, ++number);
            for (auto t = sentence.tokens.begin; t < sentence.tokens.end; ++t) write_word(sentence, t);
            m_out += '\n';
        }
    }

private:
    void write_comments(const Sentence& sentence, std::uint32_t number) {
        const auto& document_id = m_document.article.id;
        if (number == 1) write_comment("newdoc id", document_id);
        if (number == 1 || m_paragraph != sentence.paragraph) m_out += "# newpar\n";
        m_paragraph = sentence.paragraph;
        if (sentence.headline) m_out += "# headline\n";
        write_comment("sent_id", document_id + (document_id.empty() ? "" : "-") + std::to_string(number));
        m_out += "# text = ";
        for (auto t = sentence.tokens.begin; t < sentence.tokens.end; ++t) {
            append_visible(m_document.form(t));
            if (t + 1 < sentence.tokens.end && space_after(t)) m_out += ' ';
        }
        m_out += '\n';
    }

    void write_comment(std::string_view key, std::string_view value) {
        m_out += "# ";
        m_out += key;
        m_out += " = ";
        append_visible(value);
        m_out += '\n';
    }

    void write_word(const Sentence& sentence, std::uint32_t t) {
        const auto number = [&](std::uint32_t token) { return std::to_string(token - sentence.tokens.begin + 1); };
        while (m_multiword < m_document.multiwords.size() && m_document.multiwords[m_multiword].end <= t) ++m_multiword;
        const auto multiword = m_multiword < m_document.multiwords.size() ? m_document.multiwords[m_multiword] : TokenRange{};
        const bool inside = multiword.contains(t);
        if (inside && multiword.begin == t) {
            m_out += number(t) + '-' + number(multiword.end - 1) + '\t';
            append_visible(m_document.words(multiword));
            m_out += "\t_\t_\t_\t_\t_\t_\t_\t";
            m_out += space_after(multiword.end - 1) ? "_\n" : "SpaceAfter=No\n";
        }
        m_out += number(t) + '\t';
        append_visible(m_document.form(t));
        m_out += '\t';
        append_lemma(t);
        append_column(t < m_document.upos.size() ? name_of(m_document.upos[t]) : "_");
        append_column(t < m_document.xpos.size() ? xpos_name(m_document.xpos[t]) : "_");
        append_column(t < m_document.morph.size() ? format_features(m_document.morph[t]) : "_");
        append_column(t < m_document.head.size() ? head_number(sentence, t) : "_");
        append_column(t < m_document.deprel.size() ? name_of(m_document.deprel[t]) : "_");
        append_column("_");
        m_out += '\t';
        append_misc(t, inside);
        m_out += '\n';
    }

    void append_column(std::string_view text) {
        m_out += '\t';
        m_out += text;
    }

    void append_lemma(std::uint32_t t) {
        const auto text = t < m_document.lemma.size() ? m_document.lemma_of(t) : std::string_view{};
        if (text.empty()) {
            m_out += '_';
        } else {
            append_visible(text);
        }
    }

    [[nodiscard]] std::string head_number(const Sentence& sentence, std::uint32_t t) const {
        const auto governor = m_document.head[t];
        return governor == Document::root ? "0" : std::to_string(governor - sentence.tokens.begin + 1);
    }

    void append_misc(std::uint32_t t, bool in_multiword) {
        while (m_name < m_document.names.size() && m_document.names[m_name].tokens.end <= t) ++m_name;
        m_out += "Start=" + std::to_string(m_document.token[t].begin) + "|End=" + std::to_string(m_document.token[t].end);
        if (m_name < m_document.names.size() && m_document.names[m_name].tokens.contains(t)) {
            const auto& name = m_document.names[m_name];
            m_out += name.tokens.begin == t ? "|NE=B-" : "|NE=I-";
            m_out += name_of(name.type);
        }
        if (!in_multiword && !space_after(t)) m_out += "|SpaceAfter=No";
    }

    /// White space after the token; the end of the text counts as such.
    [[nodiscard]] bool space_after(std::uint32_t t) const noexcept {
        return t + 1 >= m_document.token_count() || m_document.token[t + 1].begin > m_document.token[t].end;
    }

    /// Appends text that may hold anything as what a CoNLL-U cell may hold: UTF-8 without line ends, tabs and other control characters.
    void append_visible(std::string_view text) {
        constexpr char32_t replacement = 0xFFFD;
        for (std::size_t i = 0; i < text.size();) {
            const auto [c, length] = decode(text, i);
            const bool control = c < 0x20 || c == 0x7F || (c >= 0x80 && c < 0xA0) || c == 0x2028 || c == 0x2029;
            append_utf8(m_out, control ? replacement : c);
            i += length;
        }
    }

    std::string& m_out;
    const Document& m_document;
    std::uint32_t m_paragraph = 0;
    std::size_t m_multiword = 0;
    std::size_t m_name = 0;
};

} // namespace

void append_conllu(std::string& out, const Document& document) { Writer{out, document}.run(); }

} // namespace dateline
