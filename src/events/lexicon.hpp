// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <dateline/core/event.hpp>
#include <dateline/knowledge/table.hpp>

namespace dateline {

/// Where a side of an event stands in the tree, seen from its trigger.
struct Slot {
    enum class Kind : std::uint8_t { subject, object, indirect, possessor, modifier, speaker, preposition };
    Kind kind = Kind::subject;
    std::string_view preposition; ///< only for Kind::preposition
};

/// One condition of a frame: what must (or must not) stand in a slot.
struct Condition {
    enum class Kind : std::uint8_t { subject, object, modifier, particle, complement, infinitive, near, preposition };
    Kind kind = Kind::object;
    bool negated = false;
    std::string_view preposition;          ///< only for Kind::preposition
    std::vector<std::string_view> words;   ///< lemmas, "*" for any, "@class"
};

enum class FrameKind : std::uint8_t { verb, noun, adjective, auxiliary };

/// One sense of a predicate: when it is meant, what it codes, and where its sides stand. See the head of frames.tsv.
struct Frame {
    std::string_view lemma;
    FrameKind kind = FrameKind::verb;
    std::vector<Condition> when;
    std::optional<EventType> type; ///< nothing: the word in this sense is no event
    std::string_view mode;
    std::string_view cameo;
    std::optional<double> goldstein;
    std::vector<Slot> source;
    std::vector<Slot> target;
    bool mutual = false; ///< both sides do it to each other
    bool rulers = false; ///< where nobody else is its target, those are who rule where it happens: protests, coups
    bool joint = false;  ///< several who do it do it with each other: "X and Y signed a treaty"
};

/// Types whose two sides may stand in either order.
[[nodiscard]] constexpr bool is_symmetric(EventType type) noexcept {
    return type == EventType::consult || type == EventType::agree || type == EventType::cooperate;
}

/// What a word does to the event that depends on it.
enum class Effect : std::uint8_t {
    light,    ///< carries an event noun and adds nothing: "held talks"
    ongoing,  ///< "continues to", "began"
    planned,  ///< "plans to"
    possible, ///< "may", "considered"
    negated,  ///< "cancelled", "failed to"
    occurred, ///< "managed to"
    report,   ///< "said that"
    drop      ///< what depends on it is no event of its own: "proposes to", "should"
};

/// Frames and operators, read from the tables once. Immutable; views into the knowledge it was made from.
class Lexicon {
public:
    explicit Lexicon(const Knowledge& knowledge);

    /// The senses of a lemma as numbers for `frame`, in the order in which they are tried; empty for a word that triggers nothing.
    [[nodiscard]] std::span<const std::uint32_t> senses(std::string_view lemma) const noexcept { return m_table.find(lemma); }
    [[nodiscard]] const Frame& frame(std::uint32_t sense) const noexcept { return m_frames[sense]; }
    /// What somebody is told to have done, where no frame codes it; its predicate is the verb that tells it.
    [[nodiscard]] const Frame& deed() const noexcept { return m_deed; }
    [[nodiscard]] const Frame& threat() const noexcept { return m_frames[m_table.find("threaten").front()]; } ///< that to threaten is
    [[nodiscard]] const Frame& refusal() const noexcept { return m_frames[m_table.find("refuse").back()]; }   ///< that to refuse is
    [[nodiscard]] std::optional<Effect> effect(std::string_view lemma, FrameKind kind) const noexcept;
    [[nodiscard]] bool in_class(std::string_view lemma, std::string_view name) const noexcept;
    [[nodiscard]] std::span<const std::uint32_t> contexts_of(std::string_view lemma) const noexcept { return m_contexts.find(lemma); }
    [[nodiscard]] std::string_view context(std::uint32_t row) const noexcept { return m_contexts.cell(row, 1); }
    [[nodiscard]] const Table& countries() const noexcept { return m_countries; }
    /// Past tense and past participle of a verb, regular or not.
    struct Forms {
        std::string past, participle;
    };
    [[nodiscard]] Forms forms(std::string_view verb) const;

private:
    Table m_table;
    Table m_operators;
    Table m_classes;
    Table m_contexts;
    Table m_irregular;
    Table m_persons;
    Table m_countries;
    Frame m_deed;
    std::vector<Frame> m_frames; ///< by row of m_table
};

} // namespace dateline
