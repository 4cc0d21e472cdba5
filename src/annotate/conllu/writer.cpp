// SPDX-License-Identifier: MIT
#include <string>
#include <string_view>

#include <dateline/annotate/conllu.hpp>
#include <dateline/text/utf8.hpp>

namespace dateline {
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
