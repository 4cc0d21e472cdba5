// SPDX-License-Identifier: MIT
#include <ostream>
#include <string>
#include <string_view>

#include <dateline/text/printable.hpp>
#include <dateline/text/utf8.hpp>
#include <dateline/write/timeline_formats.hpp>
#include <dateline/write/timeline_text.hpp>

#include "markup.hpp"
#include "words.hpp"

namespace dateline {

std::string html_escaped(std::string_view text) {
    std::string out;
    for (const char c : printable(text)) {
        switch (c) {
        case '&': out += "&amp;"; break;
        case '<': out += "&lt;"; break;
        case '>': out += "&gt;"; break;
        case '"': out += "&quot;"; break;
        case '\'': out += "&#39;"; break;
        default: out += c;
        }
    }
    return out;
}

namespace {

constexpr std::string_view head = R"(<!DOCTYPE html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Timeline</title>
<style>
body { font: 1rem/1.5 sans-serif; max-width: 50rem; margin: 2rem auto; padding: 0 1rem }
li { margin: 1rem 0; list-style: none } ol { padding: 0 }
time, small { color: #555 } h2 { font-size: 1.1rem; margin: 0 }
.negated h2 { text-decoration: line-through } .planned h2, .possible h2 { font-style: italic }
blockquote { margin: .3rem 0 .3rem 1rem }
</style>
<h1>Timeline</h1>
<ol>
)";

void write_proof(std::ostream& out, const Evidence& proof) {
    const auto name = html_escaped(proof.publisher.empty() ? proof.article : proof.publisher);
    const auto target = link_target(proof.url);
    out << "<blockquote>" << html_escaped(proof.text) << "<br><small>";
    if (target.empty()) out << name;
    else out << "<a rel=\"noreferrer\" href=\"" << html_escaped(target) << "\">" << name << "</a>";
    if (proof.published) out << ", " << format_day(proof.published->day());
    out << "</small></blockquote>\n";
}

} // namespace

void write_timeline_html(std::ostream& out, const TimelineGraph& graph, std::span<const EventId> events) {
    out << head;
    for (const auto id : events) {
        const auto told = graph.event(id);
        const auto& event = told.event;
        out << "<li class=\"" << name_of(event.status) << "\" id=\"" << html_escaped(event.id) << "\"><time>" << html_escaped(in_words(event.date)) << "</time>\n"
            << "<h2>" << mark_of(event.status) << html_escaped(event.title) << "</h2>\n"
            << "<small>" << name_of(event.type) << (event.actors.empty() ? "" : "; ") << html_escaped(actors_in_words(event)) << "; "
            << html_escaped(sources_in_words(told)) << "</small>\n";
        for (const auto& proof : event.evidence) write_proof(out, proof);
        out << "</li>\n";
    }
    out << "</ol>\n</html>\n";
}

} // namespace dateline
