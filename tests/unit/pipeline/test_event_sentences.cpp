// SPDX-License-Identifier: MIT
//
// From a sentence to its events, the whole way: tests/corpus/event_sentences.tsv.
#include <algorithm>
#include <fstream>
#include <string>
#include <vector>

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include <dateline/pipeline/pipeline.hpp>

using namespace dateline;

namespace {

struct Row {
    std::string phenomenon, sentence;
    std::vector<std::string> expected;
};

std::vector<std::string> split(const std::string& text, const std::string& separator) {
    std::vector<std::string> parts;
    for (std::size_t at = 0; at < text.size();) {
        const auto end = std::min(text.find(separator, at), text.size());
        parts.push_back(text.substr(at, end - at));
        at = end + separator.size();
    }
    return parts;
}

std::vector<Row> read_rows() {
    std::ifstream in{DATELINE_TESTS "/corpus/event_sentences.tsv"};
    std::vector<Row> rows;
    for (std::string line; std::getline(in, line);) {
        if (line.empty() || line.front() == '#') continue;
        auto cells = split(line, "\t");
        cells.resize(3);
        rows.push_back({cells[0], cells[1], split(cells[2], "; ")});
    }
    return rows;
}

/// Countries and those who are known only by theirs as the code, others by name.
std::string name_of_side(const Event& event, bool targets) {
    std::string out;
    for (const auto& p : event.actors) {
        const auto together = p.role == Role::participant && (!targets || event.type == EventType::assault);
        if (!together && (p.role == Role::participant || (p.role == Role::target) != targets)) continue;
        const auto coded = !p.actor.country.empty() && (p.actor.kind == ActorKind::country || p.actor.kind == ActorKind::group);
        out += (out.empty() ? "" : ", ") + (coded ? p.actor.country : p.actor.name);
    }
    return out.empty() ? "-" : out;
}

std::string describe(const Event& e) {
    return fmt::format("{} {} {} > {}", name_of(e.type), name_of(e.status), name_of_side(e, false), name_of_side(e, true));
}

/// A sentence that begins with "HEAD " is a headline over a body that tells nothing.
Article article_of(const Row& row) {
    const std::string head = "HEAD ";
    Article article{.id = "x"};
    article.published = parse_instant("2025-11-06"); // a Thursday
    if (row.sentence.starts_with(head)) article.title = row.sentence.substr(head.size());
    article.text = article.title.empty() ? row.sentence : "The weather is fine.";
    return article;
}

/// Whether the event is as expected; its date only where one is asked for.
bool matches(const Event& event, const std::string& expected) {
    const auto told = describe(event);
    return expected.find('@') == std::string::npos ? told == expected : fmt::format("{} @{}", told, format_edtf(event.date)) == expected;
}

} // namespace

TEST_CASE("events of sentences") {
    const Pipeline pipeline;
    const auto rows = read_rows();
    CHECK(rows.size() >= 400);
    for (const auto& row : rows) {
        const auto events = pipeline.analyse(article_of(row)).events;
        std::string got;
        for (const auto& e : events) got += fmt::format("{} @{}; ", describe(e), format_edtf(e.date));
        INFO(row.phenomenon << ": " << row.sentence << "\n  got " << got);
        CHECK(std::equal(events.begin(), events.end(), row.expected.begin(), row.expected.end(), matches));
    }
}
