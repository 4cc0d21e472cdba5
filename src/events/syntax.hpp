// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <dateline/core/document.hpp>

namespace dateline {

/// A token of a document, or `no_token`.
using Token = std::uint32_t;
inline constexpr Token no_token = Document::root;

/// A document's trees, read downwards and in grammatical terms: who is the subject of a verb that shares or inherits it,
/// what a relative clause leaves out, which phrase a preposition opens. Two flat arrays are built once a document.
///
/// Everything is total: a question that has no answer gives `no_token` or an empty list, whatever the parser made of the text.
class Syntax {
public:
    /// Requires a document with trees; it must outlive this.
    explicit Syntax(const Document& document);

    [[nodiscard]] const Document& document() const noexcept { return *m_document; }
    [[nodiscard]] Token head(Token t) const noexcept { return m_document->head[t]; }
    [[nodiscard]] Deprel relation(Token t) const noexcept { return m_document->deprel[t]; }
    [[nodiscard]] Upos upos(Token t) const noexcept { return m_document->upos[t]; }
    [[nodiscard]] std::string_view tag(Token t) const noexcept { return xpos_name(m_document->xpos[t]); }
    [[nodiscard]] std::string_view lemma(Token t) const noexcept { return slice(m_lemmas, m_document->lemma[t]); } ///< lower case
    [[nodiscard]] std::span<const Token> children(Token t) const noexcept {
        return {m_children.data() + m_first[t], m_first[t + 1] - m_first[t]};
    }

    [[nodiscard]] Token child(Token t, Deprel relation) const noexcept; ///< the first with exactly this relation
    [[nodiscard]] bool has_child(Token t, Deprel relation) const noexcept { return child(t, relation) != no_token; }
    [[nodiscard]] bool has_child(Token t, Deprel relation, std::string_view lemma) const noexcept;

    [[nodiscard]] bool is_verb(Token t) const noexcept { return t != no_token && (upos(t) == Upos::verb || upos(t) == Upos::aux); }
    [[nodiscard]] bool is_noun(Token t) const noexcept { return t != no_token && (upos(t) == Upos::noun || upos(t) == Upos::propn); }
    [[nodiscard]] bool is_personal_pronoun(Token t) const noexcept; ///< "it" among them; possessives and reflexives not
    [[nodiscard]] bool is_passive(Token verb) const noexcept;
    [[nodiscard]] bool is_infinitive(Token verb) const noexcept; ///< with "to"

    /// The word that the clause of `verb` is said of: its own subject, or the one it shares with a coordinated verb, inherits
    /// from the verb that governs it (control, participles), or finds outside a relative clause.
    [[nodiscard]] Token surface_subject(Token verb) const noexcept;
    /// Who does it: the surface subject of an active verb, the agent of a passive one.
    [[nodiscard]] Token subject(Token verb) const noexcept;
    /// To whom it is done: the object of an active verb, the surface subject of a passive one.
    [[nodiscard]] Token object(Token verb) const noexcept;
    /// What a relative pronoun in a relative clause stands for: "X, whose army" gives X.
    [[nodiscard]] Token antecedent(Token pronoun) const noexcept;
    /// The head of the phrase that hangs on `t` with preposition `preposition`; `after` continues the search behind one found before.
    [[nodiscard]] Token phrase(Token t, std::string_view preposition, Token after = no_token) const noexcept;
    /// The preposition that opens the phrase headed by `t`; empty when there is none.
    [[nodiscard]] std::string_view preposition(Token t) const noexcept;

    /// `t` and what is coordinated with it.
    [[nodiscard]] std::vector<Token> conjuncts(Token t) const;
    /// The first of the words that `t` is coordinated with: `t` itself where it is none of them.
    [[nodiscard]] Token first_conjunct(Token t) const noexcept;

    /// Whether `below` is `above` or stands under it.
    [[nodiscard]] bool dominates(Token above, Token below) const noexcept;

private:
    Token inherited_subject(Token verb, int depth) const noexcept;
    Token parallel(Token verb, Token above) const noexcept;
    Token surface_subject(Token verb, int depth) const noexcept;
    Token own_object(Token verb) const noexcept;
    Token outside_relative(Token pronoun, Token verb) const noexcept;

    const Document* m_document;
    std::string m_lemmas;
    std::vector<Token> m_first;
    std::vector<Token> m_children;
};

} // namespace dateline
