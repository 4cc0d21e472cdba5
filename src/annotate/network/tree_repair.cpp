// SPDX-License-Identifier: MIT
#include "tree_repair.hpp"

#include <algorithm>
#include <string_view>

namespace dateline::network {
namespace {

constexpr std::uint32_t longest = 256; ///< tokens of a sentence: what is longer is a list or bait
constexpr std::uint32_t none = Document::root;
constexpr std::string_view units_of_time[] = {"seconds", "minutes", "hours", "days", "weeks", "months", "years", "decades", "centuries", "times"};

class Repair {
public:
    Repair(Document& document, TokenRange sentence, bool headline) : m_doc{document}, m_sentence{sentence}, m_headline{headline} {}

    void run() {
        find_verb_in_phrase();
        for (auto t = m_sentence.begin; t < m_sentence.end; ++t) {
            if (m_doc.upos[t] == Upos::num) free_bounded_amount(t);
            if (m_doc.upos[t] != Upos::verb) continue;
            activate(t);
            give_clause_its_subject(t);
            part_subject_from_object(t);
            take_compound_for_subject(t);
            join_subjects(t);
            free_subject_of_time(t);
        }
    }

private:
    bool is_subject(std::uint32_t t) const { return universal(m_doc.deprel[t]) == Deprel::nsubj && m_doc.deprel[t] != Deprel::nsubj_outer; }
    bool is_below(std::uint32_t t, std::uint32_t above) const {
        while (t != none && t != above) t = m_doc.head[t];
        return t == above;
    }
    std::string_view tag(std::uint32_t t) const { return xpos_name(m_doc.xpos[t]); }
    bool is_finite_form(std::uint32_t t) const { return tag(t) == "VBD" || tag(t) == "VBZ" || tag(t) == "VBP"; }

    /// The first child of `head` in [from, until) that is as asked.
    template <class Wanted>
    std::uint32_t child(std::uint32_t head, std::uint32_t from, std::uint32_t until, Wanted wanted) const {
        for (auto t = from; t < until; ++t) {
            if (m_doc.head[t] == head && wanted(t)) return t;
        }
        return none;
    }
    std::uint32_t child(std::uint32_t head, Deprel relation) const {
        return child(head, m_sentence.begin, m_sentence.end, [&](std::uint32_t t) { return m_doc.deprel[t] == relation; });
    }

    void set(std::uint32_t t, std::uint32_t head, Deprel relation) {
        m_doc.head[t] = head;
        m_doc.deprel[t] = relation;
    }

    /// "France threatened sanctions", read as one phrase: where nothing else is a verb, the participle between a name and the noun is.
    void find_verb_in_phrase() {
        const auto within = [&](auto wanted) {
            for (auto t = m_sentence.begin; t < m_sentence.end; ++t) {
                if (wanted(t)) return t;
            }
            return none;
        };
        const auto root = within([&](std::uint32_t t) { return m_doc.head[t] == none; });
        if (root == none || (m_doc.upos[root] != Upos::noun && m_doc.upos[root] != Upos::propn)) return;
        const auto clause = within([&](std::uint32_t t) { return is_subject(t) || m_doc.upos[t] == Upos::aux || m_doc.deprel[t] == Deprel::nsubj_pass; });
        if (clause != none) return;
        const auto verb = child(root, m_sentence.begin, root, [&](std::uint32_t t) { return m_doc.deprel[t] == Deprel::amod && m_doc.upos[t] == Upos::verb && (tag(t) == "VBD" || tag(t) == "VBN"); });
        if (verb == none || verb == m_sentence.begin || m_doc.head[verb - 1] != root || m_doc.upos[verb - 1] == Upos::adj) return;
        const auto subject = verb - 1;
        if (!is_name(subject) && child(root, Deprel::det) == none) return;
        for (auto t = m_sentence.begin; t < subject; ++t) {
            if (m_doc.head[t] == root) m_doc.head[t] = subject;
        }
        for (auto t = root + 1; t < m_sentence.end; ++t) {
            if (m_doc.head[t] == root && m_doc.deprel[t] == Deprel::punct) m_doc.head[t] = verb;
        }
        set(subject, verb, Deprel::nsubj);
        set(verb, none, Deprel::root);
        set(root, verb, Deprel::obj);
    }

    /// "killed at least 12 people", "more than 30", "up to 20": what bounds the number opens no prepositional phrase of the noun.
    void free_bounded_amount(std::uint32_t number) {
        if (number < m_sentence.begin + 2 || m_doc.deprel[number] != Deprel::nummod) return;
        const auto noun = m_doc.head[number];
        const auto first = m_doc.form(number - 2);
        const auto second = m_doc.form(number - 1);
        const auto superlative = (first == "at" || first == "At") && (second == "least" || second == "most");
        constexpr std::string_view comparatives[] = {"more", "More", "less", "Less", "fewer", "Fewer"};
        const auto comparative = second == "than" && std::ranges::find(comparatives, first) != std::end(comparatives);
        if (!superlative && !comparative && !((first == "up" || first == "Up") && second == "to")) return;
        if (!superlative) {
            if (m_doc.head[noun] == number - 2) set(noun, m_doc.head[number - 2], m_doc.deprel[number - 2] == Deprel::advmod ? Deprel::obl : m_doc.deprel[number - 2]);
            if (is_below(noun, number - 2) || is_below(noun, number - 1)) return; // the bound would hang on itself
            set(number - 2, number, Deprel::advmod);
            set(number - 1, number - 2, Deprel::fixed);
        }
        if (m_doc.deprel[noun] != Deprel::obl || child(noun, Deprel::case_) != none) return;
        const auto verb = m_doc.head[noun];
        if (verb == none || verb > noun || m_doc.upos[verb] != Upos::verb) return;
        const auto timed = std::ranges::find(units_of_time, m_doc.form(noun)) != std::end(units_of_time);
        if (timed) {
            m_doc.deprel[noun] = Deprel::obl_unmarked;
        } else if (child(verb, Deprel::obj) == none && child(verb, Deprel::aux_pass) == none) {
            m_doc.deprel[noun] = Deprel::obj;
        }
    }

    /// "Jean Parrot called for talks": without an auxiliary the verb of a sentence is active.
    void activate(std::uint32_t verb) {
        const auto r = m_doc.deprel[verb];
        if (m_headline || (r != Deprel::root && r != Deprel::ccomp) || child(verb, Deprel::aux_pass) != none || child(verb, Deprel::aux) != none) return;
        const auto subject = child(verb, Deprel::nsubj_pass);
        if (subject != none && subject < verb) m_doc.deprel[subject] = Deprel::nsubj;
    }

    /// "met X after Y destroyed Z", where "after Y" was read as a phrase of its own beside a clause without subject.
    void give_clause_its_subject(std::uint32_t verb) {
        if (m_doc.deprel[verb] != Deprel::advcl || m_doc.head[verb] == none || !is_finite_form(verb)) return;
        const auto governor = m_doc.head[verb];
        const auto opens = [&](std::uint32_t t) { return is_subject(t) || m_doc.deprel[t] == Deprel::mark; };
        if (child(verb, m_sentence.begin, verb, opens) != none) return;
        auto noun = verb - 1; // what stands directly before the verb but for its own auxiliaries and adverbs
        while (noun > m_sentence.begin && m_doc.head[noun] == verb) --noun;
        while (m_doc.head[noun] != governor && m_doc.head[noun] != none && m_sentence.contains(m_doc.head[noun]) && m_doc.head[noun] < verb && m_doc.head[noun] != noun) noun = m_doc.head[noun];
        if (m_doc.head[noun] != governor || m_doc.deprel[noun] != Deprel::obl || noun >= verb) return;
        const auto marker = child(noun, m_sentence.begin, noun, [&](std::uint32_t t) { return m_doc.deprel[t] == Deprel::case_ && tag(t) == "IN"; });
        if (marker == none) return;
        set(noun, verb, Deprel::nsubj);
        set(marker, verb, Deprel::mark);
    }

    /// "sacked X, but there was no sign": what stands before the conjunction belongs to the verb before it.
    void part_subject_from_object(std::uint32_t verb) {
        const auto above = m_doc.head[verb];
        if (m_doc.deprel[verb] != Deprel::conj || above == none || above > verb || m_doc.upos[above] != Upos::verb) return;
        const auto conjunction = child(verb, above + 1, verb, [&](std::uint32_t t) { return m_doc.deprel[t] == Deprel::cc; });
        if (conjunction == none) return;
        const auto noun = child(verb, above + 1, conjunction, [&](std::uint32_t t) { return is_subject(t); });
        if (noun != none && child(above, Deprel::obj) == none) set(noun, above, Deprel::obj);
    }

    /// "parliament sacked X": the noun before the only verb is no part of its name.
    void take_compound_for_subject(std::uint32_t verb) {
        if (m_doc.deprel[verb] != Deprel::root && m_doc.deprel[verb] != Deprel::ccomp) return;
        const auto acts = [&](std::uint32_t t) { return is_subject(t) || m_doc.deprel[t] == Deprel::nsubj_pass; };
        if (child(verb, m_sentence.begin, m_sentence.end, acts) != none) return;
        const auto noun = child(verb, m_sentence.begin, verb, [&](std::uint32_t t) { return m_doc.deprel[t] == Deprel::compound; });
        if (noun != none && m_doc.upos[verb] == Upos::verb) set(noun, verb, Deprel::nsubj);
    }

    /// A verb has one subject: "X, a friend, said", "neither X nor Y said", "the new X said".
    void join_subjects(std::uint32_t verb) {
        const auto first = child(verb, m_sentence.begin, verb, [&](std::uint32_t t) { return is_subject(t); });
        if (first == none) return;
        const auto second = child(verb, first + 1, verb, [&](std::uint32_t t) { return is_subject(t); });
        if (second == none) return;
        const auto between = [&](auto wanted) {
            for (auto t = first + 1; t < second; ++t) {
                if (wanted(t)) return true;
            }
            return false;
        };
        if (between([&](std::uint32_t t) { return m_doc.upos[t] == Upos::cconj; })) {
            set(second, first, Deprel::conj);
        } else if (between([&](std::uint32_t t) { return m_doc.upos[t] == Upos::punct && m_doc.form(t) == ","; })) {
            set(second, first, Deprel::appos);
        } else if (m_doc.upos[first] == Upos::adj) {
            set(first, second, Deprel::amod);
        } else {
            set(first, second, Deprel::compound);
        }
    }

    /// "Canada yesterday said": what names somebody before a word of time acts.
    void free_subject_of_time(std::uint32_t verb) {
        if (child(verb, m_sentence.begin, m_sentence.end, [&](std::uint32_t t) { return is_subject(t); }) != none) return;
        if (free_subject_in_phrase_of_time(verb)) return;
        const auto time = child(verb, m_sentence.begin, verb, [&](std::uint32_t t) { return m_doc.deprel[t] == Deprel::obl_unmarked; });
        if (time == none) return;
        const auto name = child(time, m_sentence.begin, time, [&](std::uint32_t t) { return m_doc.deprel[t] == Deprel::compound && m_doc.upos[t] == Upos::propn && is_name(t); });
        if (name != none) set(name, verb, Deprel::nsubj);
    }

    /// "In January Canada signed", where the month was taken for a part of the name.
    bool free_subject_in_phrase_of_time(std::uint32_t verb) {
        const auto phrase = child(verb, m_sentence.begin, verb, [&](std::uint32_t t) { return m_doc.deprel[t] == Deprel::obl && m_doc.upos[t] == Upos::propn && is_name(t); });
        if (phrase == none) return false;
        const auto time = child(phrase, m_sentence.begin, phrase, [&](std::uint32_t t) { return m_doc.deprel[t] == Deprel::compound && m_doc.upos[t] == Upos::propn && !is_name(t); });
        const auto marker = child(phrase, Deprel::case_);
        if (time == none || marker == none || marker + 1 != time) return false;
        set(marker, time, Deprel::case_);
        set(time, verb, Deprel::obl);
        set(phrase, verb, Deprel::nsubj);
        return true;
    }

    bool is_name(std::uint32_t t) const {
        const auto next = std::ranges::upper_bound(m_doc.names, t, {}, [](const Name& n) { return n.tokens.begin; });
        return next != m_doc.names.begin() && std::prev(next)->tokens.contains(t);
    }

    Document& m_doc;
    TokenRange m_sentence;
    bool m_headline;
};

} // namespace

void repair_trees(Document& document) {
    for (const auto& sentence : document.sentences) {
        if (sentence.tokens.size() <= longest) Repair{document, sentence.tokens, sentence.headline}.run();
    }
}

} // namespace dateline::network
