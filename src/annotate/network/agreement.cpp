// SPDX-License-Identifier: MIT
#include "agreement.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

#include <dateline/text/hash.hpp>

namespace dateline::network {
namespace {

constexpr auto person = static_cast<std::size_t>(NameType::person);

std::size_t best_kind(const KindScores& scores) noexcept {
    return static_cast<std::size_t>(std::ranges::max_element(scores) - scores.begin());
}

void add(const KindScores& from, KindScores& to) noexcept {
    for (std::size_t k = 0; k < name_kinds; ++k) to[k] += from[k];
}

std::uint64_t name_of_words(const Document& document, TokenRange tokens) noexcept {
    std::uint64_t hash = 0;
    for (auto t = tokens.begin; t < tokens.end; ++t) hash = mix(stable_hash(document.form(t)) + hash);
    return hash;
}

} // namespace

std::size_t Mention::best_kind() const noexcept { return network::best_kind(scores); }

void Agreement::settle(Document& document, std::span<const Mention> mentions) {
    make_groups(document, mentions);
    support_lone_words();
    m_kinds.resize(mentions.size());
    for (const auto& group : m_groups) {
        const auto kind = static_cast<std::uint8_t>(best_kind(group.scores));
        for (auto i = group.begin; i < group.end; ++i) m_kinds[m_order[i]] = kind;
    }
    document.names.clear();
    for (std::size_t i = 0; i < mentions.size(); ++i) {
        if (m_kinds[i] != other_kind) document.names.push_back({mentions[i].tokens, static_cast<NameType>(m_kinds[i])});
    }
}

void Agreement::make_groups(const Document& document, std::span<const Mention> mentions) {
    m_names.clear();
    for (const auto& mention : mentions) m_names.push_back(name_of_words(document, mention.tokens));
    m_order.resize(mentions.size());
    std::iota(m_order.begin(), m_order.end(), 0U);
    std::ranges::sort(m_order, {}, [this](std::uint32_t i) { return std::pair{m_names[i], i}; });
    m_groups.clear();
    for (std::uint32_t at = 0; at < m_order.size(); ++at) {
        const auto& mention = mentions[m_order[at]];
        const auto name = m_names[m_order[at]];
        if (m_groups.empty() || m_groups.back().name != name) {
            const auto last = TokenRange{mention.tokens.end - 1, mention.tokens.end};
            m_groups.push_back({name, mention.tokens.size() == 1 ? 0 : name_of_words(document, last), at, at, {}});
        }
        m_groups.back().end = at + 1;
        add(mention.scores, m_groups.back().scores);
    }
}

/// Names of one word get the evidence of the persons that they are the last word of. Groups are in order of their names.
void Agreement::support_lone_words() {
    m_support.assign(m_groups.size(), KindScores{});
    for (const auto& group : m_groups) {
        if (group.last_word == 0 || best_kind(group.scores) != person) continue;
        const auto lone = std::ranges::lower_bound(m_groups, group.last_word, {}, &Group::name);
        if (lone == m_groups.end() || lone->name != group.last_word || lone->last_word != 0) continue;
        add(group.scores, m_support[static_cast<std::size_t>(lone - m_groups.begin())]);
    }
    for (std::size_t i = 0; i < m_groups.size(); ++i) add(m_support[i], m_groups[i].scores);
}

} // namespace dateline::network
