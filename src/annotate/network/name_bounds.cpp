// SPDX-License-Identifier: MIT
#include "name_bounds.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>

#include <dateline/knowledge/table.hpp>
#include <dateline/text/fold.hpp>
#include <dateline/text/utf8.hpp>

namespace dateline::network {
namespace {

bool is(const Mention& mention, NameType type) noexcept { return mention.best_kind() == static_cast<std::size_t>(type); }

bool is_place(const Mention& mention) noexcept {
    return is(mention, NameType::gpe) || is(mention, NameType::location) || is(mention, NameType::facility);
}

bool is_capital(const Document& d, std::uint32_t t) noexcept { return is_upper(decode(d.form(t), 0).value); }

/// Whether no name ends, or but for an article begins, with such a word: a function word or an address.
bool is_outer_word(const Document& d, std::uint32_t t) noexcept {
    static const auto address = parse_xpos("ADD");
    if (d.xpos[t] == address) return true;
    switch (d.upos[t]) {
    case Upos::adp: case Upos::aux: case Upos::cconj: case Upos::det: case Upos::part: case Upos::pron: case Upos::punct: case Upos::sconj:
    case Upos::sym: return true;
    default: return false;
    }
}

bool has(const Document& d, TokenRange tokens, Upos tag) noexcept {
    return std::any_of(d.upos.begin() + tokens.begin, d.upos.begin() + tokens.end, [tag](Upos upos) { return upos == tag; });
}

/// Whether a name that holds "of" goes on behind its end: "Gulf of" with "Mexico", "Department of Housing" with "and Urban Development".
bool goes_on(const Document& d, const Mention& name, const Mention& next) noexcept {
    const auto end = name.tokens.end;
    if (name.tokens.size() < 2 || is(next, NameType::norp)) return false;
    if (end == next.tokens.begin) return d.upos[end - 1] == Upos::adp && d.upos[end - 2] == Upos::propn;
    if (end + 1 != next.tokens.begin || d.deprel[end] != Deprel::cc || !next.tokens.contains(d.head[end]) || !has(d, name.tokens, Upos::adp)) return false;
    const auto head = d.head[d.head[end]];
    return head > name.tokens.begin && name.tokens.contains(head);
}

void join_complements(const Document& d, std::vector<Mention>& mentions) {
    std::size_t kept = 0;
    for (const auto& mention : mentions) {
        if (kept > 0 && goes_on(d, mentions[kept - 1], mention)) {
            mentions[kept - 1].tokens.end = mention.tokens.end;
        } else {
            mentions[kept++] = mention;
        }
    }
    mentions.resize(kept);
}

/// "al": a word that stands in actor_words.tsv as one that is inside names.
bool is_particle(const Document& d, std::uint32_t t) {
    static const auto words = Knowledge::built_in().table("actor_words");
    static const auto use = words.column("use");
    return std::ranges::any_of(words.find(d.form(t)), [](std::uint32_t row) { return words.cell(row, use) == "particle"; });
}

/// "al" of "al-Sadr", taken for a name.
bool is_lone_particle(const Document& d, TokenRange tokens) {
    return tokens.size() == 1 && tokens.end < d.token_count() && d.form(tokens.end) == "-" && is_particle(d, tokens.begin);
}

bool is_role(const Document& d, std::uint32_t t) {
    static const auto roles = Knowledge::built_in().table("roles");
    return !roles.find(fold(d.form(t))).empty();
}

/// "U.S. secretary": a name that begins with a capital does not end in a common noun.
bool is_description(const Document& d, TokenRange tokens) {
    const auto last = tokens.end - 1;
    if (tokens.size() < 2 || !is_capital(d, tokens.begin) || is_capital(d, last)) return false;
    return d.upos[last] == Upos::noun || is_role(d, last);
}

void trim(const Document& d, std::vector<Mention>& mentions) {
    for (auto& [tokens, scores] : mentions) {
        while (!tokens.empty() && (is_outer_word(d, tokens.end - 1) || is_description(d, tokens))) --tokens.end;
        while (!tokens.empty() && is_outer_word(d, tokens.begin) && !(d.upos[tokens.begin] == Upos::det && is_capital(d, tokens.begin))) ++tokens.begin;
    }
    std::erase_if(mentions, [&](const Mention& mention) { return mention.tokens.empty() || is_lone_particle(d, mention.tokens); });
}

/// Whether the tree joins word `t`, beside the mention, to it: one hangs on the other, or both on the same proper noun.
bool joins(const Document& d, std::uint32_t t, const Mention& mention, bool by_compound) noexcept {
    const auto links = [&](std::uint32_t word) { return d.deprel[word] == Deprel::flat || (d.deprel[word] == Deprel::compound && by_compound); };
    if (links(t) && mention.tokens.contains(d.head[t])) return true;
    for (auto word = mention.tokens.begin; word < mention.tokens.end; ++word) {
        if (!links(word)) continue;
        const auto head = d.head[word];
        if (head == t || (head == d.head[t] && links(t) && d.upos[head] == Upos::propn)) return true;
    }
    return false;
}

/// A mention that is "al-Sadr".
bool begins_with_particle(const Document& d, const Mention& mention) {
    return mention.tokens.size() > 2 && d.form(mention.tokens.begin + 1) == "-" && is_particle(d, mention.tokens.begin);
}

/// "al-" before the mention.
bool takes_in_particle(const Document& d, std::uint32_t hyphen, const Mention& mention) {
    return hyphen > 0 && d.form(hyphen) == "-" && d.upos[mention.tokens.begin] == Upos::propn && is_particle(d, hyphen - 1);
}

/// "Muqtada" before "al-Sadr": whatever its tag, it is no title.
bool is_given_name(const Document& d, std::uint32_t t, const Mention& mention) {
    if (t + 1 != mention.tokens.begin || !is(mention, NameType::person) || !begins_with_particle(d, mention) || !is_capital(d, t)) return false;
    return (d.upos[t] == Upos::propn || d.upos[t] == Upos::noun) && !is_role(d, t);
}

bool takes_in(const Document& d, std::uint32_t t, const Mention& mention) {
    if (is_given_name(d, t, mention)) return true;
    if (!is_capital(d, t) && is_role(d, t)) return false;
    return d.upos[t] == Upos::propn && !is(mention, NameType::norp) && joins(d, t, mention, !is_place(mention));
}

bool takes_in_adjective(const Document& d, std::uint32_t t, const Mention& mention) noexcept {
    return is_place(mention) && d.upos[t] == Upos::adj && d.deprel[t] == Deprel::amod && mention.tokens.contains(d.head[t]) && is_capital(d, t) &&
           t > 0 && d.upos[t - 1] != Upos::punct; // the capital is not that of a sentence
}

/// Whether two mentions side by side are one name: "Muqtada" and "al-Sadr", "East" and "Jerusalem".
bool are_one(const Document& d, const Mention& before, const Mention& mention) {
    if (before.tokens.end != mention.tokens.begin || is(before, NameType::norp) || is(mention, NameType::norp)) return false;
    const auto last = before.tokens.end - 1;
    const bool places = is_place(before) && is_place(mention);
    if (places && d.upos[last] == Upos::adj && d.deprel[last] == Deprel::amod && mention.tokens.contains(d.head[last])) return true;
    if (is(before, NameType::person) && begins_with_particle(d, mention)) return true;
    return d.upos[last] == Upos::propn && joins(d, last, mention, places || !is_place(mention));
}

/// "Paris France" is two places: a city or region, and what it lies in.
std::optional<std::uint32_t> second_place(const Document& d, const Mention& mention) {
    if (mention.tokens.size() < 2 || !is(mention, NameType::gpe)) return std::nullopt;
    static const auto& knowledge = Knowledge::built_in();
    static const std::array inner{knowledge.table("cities"), knowledge.table("subdivisions")};
    static const std::array outer{knowledge.table("country_names"), knowledge.table("subdivisions")};
    const auto knows = [&](const std::array<Table, 2>& tables, std::uint32_t begin, std::uint32_t end) {
        const auto key = fold(std::string_view{d.text}.substr(d.token[begin].begin, d.token[end - 1].end - d.token[begin].begin));
        return std::ranges::any_of(tables, [&](const Table& table) { return !table.find(key).empty(); });
    };
    const auto last = mention.tokens.end - 1;
    if (!knows(outer, last, last + 1) || !knows(inner, mention.tokens.begin, last)) return std::nullopt;
    return knows(inner, mention.tokens.begin, mention.tokens.end) ? std::nullopt : std::optional{last};
}

void part_places(const Document& d, std::vector<Mention>& mentions) {
    std::vector<Mention> parted;
    for (const auto& mention : mentions) {
        parted.push_back(mention);
        const auto second = second_place(d, mention);
        if (!second) continue;
        parted.back().tokens.end = *second;
        parted.push_back({{*second, mention.tokens.end}, mention.scores});
    }
    mentions = std::move(parted);
}

} // namespace

void set_bounds(const Document& document, std::vector<Mention>& mentions) {
    join_complements(document, mentions);
    trim(document, mentions);
    std::size_t kept = 0;
    for (std::size_t i = 0; i < mentions.size(); ++i) {
        auto mention = mentions[i];
        auto& tokens = mention.tokens;
        const auto before = kept == 0 ? 0 : mentions[kept - 1].tokens.end;
        const auto after = i + 1 < mentions.size() ? mentions[i + 1].tokens.begin : document.token_count();
        if (tokens.begin >= before + 2 && takes_in_particle(document, tokens.begin - 1, mention)) tokens.begin -= 2;
        while (tokens.begin > before && takes_in(document, tokens.begin - 1, mention)) --tokens.begin;
        if (tokens.begin > before && takes_in_adjective(document, tokens.begin - 1, mention)) --tokens.begin;
        while (tokens.end < after && takes_in(document, tokens.end, mention)) ++tokens.end;
        if (kept > 0 && are_one(document, mentions[kept - 1], mention)) {
            auto& last = mentions[kept - 1];
            if (tokens.size() >= last.tokens.size()) last.scores = mention.scores;
            last.tokens.end = tokens.end;
        } else {
            mentions[kept++] = mention;
        }
    }
    mentions.resize(kept);
    part_places(document, mentions);
}

} // namespace dateline::network
