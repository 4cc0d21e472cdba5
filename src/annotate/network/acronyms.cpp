// SPDX-License-Identifier: MIT
#include "acronyms.hpp"

#include <algorithm>
#include <optional>
#include <string_view>

#include <dateline/text/utf8.hpp>

namespace dateline::network {
namespace {

constexpr std::size_t shortest = 3; // "Smith (MP)" says what he is
constexpr std::size_t longest = 9;
constexpr float sure = 100.0F; // outweighs what the mentions of the acronym score: nothing else tells of a word never seen

/// A defined name and its acronym.
struct Definition {
    std::string_view acronym;
    TokenRange name;
    std::uint32_t place; ///< token of the acronym
    KindScores scores{};
};

bool is_acronym(std::string_view form) noexcept {
    return shortest <= form.size() && form.size() <= longest && std::ranges::all_of(form, [](char c) { return 'A' <= c && c <= 'Z'; });
}

/// Words that acronyms leave out.
bool is_passed_over(Upos tag) noexcept { return tag == Upos::adp || tag == Upos::cconj || tag == Upos::det || tag == Upos::punct || tag == Upos::sym; }

/// The words before the bracket at `end`, not before `begin`, whose initials spell the acronym.
std::optional<TokenRange> spelt_out(const Document& d, std::uint32_t begin, std::uint32_t end, std::string_view acronym) noexcept {
    auto left = acronym.size();
    for (auto t = end; t-- > begin;) {
        const auto initial = d.form(t).front();
        if (initial == acronym[left - 1]) {
            if (--left == 0) return TokenRange{t, end};
        } else if (!is_passed_over(d.upos[t])) {
            return std::nullopt;
        }
    }
    return std::nullopt;
}

/// What the network saw in the name: its own scores if it saw the whole of it; if it saw other names in it, the whole is an organisation.
std::optional<KindScores> scores_of(TokenRange name, const std::vector<Mention>& mentions) {
    auto inside = std::ranges::lower_bound(mentions, name.begin + 1, {}, [](const Mention& m) { return m.tokens.end; });
    if (inside == mentions.end() || inside->tokens.begin >= name.end) return std::nullopt;
    if (inside->tokens == name && inside->best_kind() != other_kind) return inside->scores;
    KindScores scores{};
    scores[static_cast<std::size_t>(NameType::organisation)] = sure;
    return scores;
}

std::vector<Definition> definitions_in(const Document& d, const std::vector<Mention>& mentions) {
    std::vector<Definition> found;
    for (const auto& sentence : d.sentences) {
        auto begin = sentence.tokens.begin;
        for (auto t = begin + 2; t + 1 < sentence.tokens.end; ++t) {
            if (!is_acronym(d.form(t)) || d.form(t - 1) != "(" || d.form(t + 1) != ")") continue;
            const auto name = spelt_out(d, begin, t - 1, d.form(t));
            begin = t + 1;
            const auto scores = name ? scores_of(*name, mentions) : std::nullopt;
            if (scores) found.push_back({d.form(t), *name, t, *scores});
        }
    }
    return found;
}

/// The mentions without those that a definition's name or acronym replaces, and with these.
std::vector<Mention> with_definitions(const std::vector<Mention>& mentions, const std::vector<Definition>& definitions) {
    std::vector<Mention> merged;
    auto next = mentions.begin();
    for (const auto& definition : definitions) {
        for (; next != mentions.end() && next->tokens.begin <= definition.place; ++next) {
            if (next->tokens.end <= definition.name.begin) merged.push_back(*next);
        }
        merged.push_back({definition.name, definition.scores});
        merged.push_back({{definition.place, definition.place + 1}, definition.scores});
    }
    merged.insert(merged.end(), next, mentions.end());
    return merged;
}

/// Mentions of the acronyms at the words that are in no mention.
std::vector<Mention> repeated(const Document& d, std::vector<Definition> definitions, const std::vector<Mention>& mentions) {
    std::ranges::stable_sort(definitions, {}, &Definition::acronym);
    std::vector<Mention> found;
    auto next = mentions.begin();
    for (std::uint32_t t = 0; t < d.token_count(); ++t) {
        while (next != mentions.end() && next->tokens.end <= t) ++next;
        if ((next != mentions.end() && next->tokens.contains(t)) || !is_acronym(d.form(t))) continue;
        const auto definition = std::ranges::lower_bound(definitions, d.form(t), {}, &Definition::acronym);
        if (definition != definitions.end() && definition->acronym == d.form(t)) found.push_back({{t, t + 1}, definition->scores});
    }
    return found;
}

} // namespace

void add_acronyms(const Document& document, std::vector<Mention>& mentions) {
    const auto definitions = definitions_in(document, mentions);
    if (definitions.empty()) return;
    mentions = with_definitions(mentions, definitions);
    const auto more = repeated(document, definitions, mentions);
    const auto middle = static_cast<std::ptrdiff_t>(mentions.size());
    mentions.insert(mentions.end(), more.begin(), more.end());
    std::ranges::inplace_merge(mentions, mentions.begin() + middle, {}, [](const Mention& m) { return m.tokens.begin; });
}

} // namespace dateline::network
