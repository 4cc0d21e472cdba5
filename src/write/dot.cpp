// SPDX-License-Identifier: MIT
#include <dateline/write/dot.hpp>

#include <array>
#include <ostream>
#include <string_view>

#include <dateline/text/utf8.hpp>

namespace dateline {
namespace {

/// A DOT string. Always quoted, so that no name is taken for a keyword; what Graphviz would read as an escape or refuse (a NUL ends
/// its input, and it wants UTF-8) is taken out.
void write_quoted(std::ostream& out, std::string_view text) {
    out << '"';
    for (std::size_t at = 0; at < text.size();) {
        const auto [c, length] = decode(text, at);
        if (c == U'"' || c == U'\\') out << '\\' << static_cast<char>(c);
        else if (c == U'\n') out << "\\n";
        else if (c < 0x20 || c == 0x7F) out << ' ';
        else if (c == 0xFFFD) out << "\uFFFD";
        else out << text.substr(at, length);
        at += length;
    }
    out << '"';
}

void write_attribute(std::ostream& out, std::string_view name, std::string_view value) {
    out << ' ' << name << '=';
    write_quoted(out, value);
}

std::string_view shape_of(ActorKind kind) {
    static constexpr std::array<std::string_view, 6> shapes{"ellipse", "ellipse", "box", "hexagon", "octagon", "box"};
    return shapes[static_cast<std::size_t>(kind) % shapes.size()];
}

/// What was done and when: "meet\n2025-11-06".
std::string label_of(const NetworkEdge& edge) {
    const auto date = format_edtf(edge.date);
    return date.empty() ? edge.predicate : edge.predicate + '\n' + date;
}

void write_node(std::ostream& out, const NetworkNode& node) {
    out << "  ";
    write_quoted(out, node.id);
    out << " [";
    if (node.kind == NetworkNode::Kind::event) {
        out << "shape=point";
    } else {
        out << "shape=" << shape_of(node.actor.kind);
        write_attribute(out, "label", node.actor.name);
    }
    out << "];\n";
}

void write_edge(std::ostream& out, const Network& network, const NetworkEdge& edge) {
    out << "  ";
    write_quoted(out, network.nodes[edge.source].id);
    out << " -> ";
    write_quoted(out, network.nodes[edge.target].id);
    out << " [";
    write_attribute(out, "label", label_of(edge));
    write_attribute(out, "tooltip", edge.title);
    write_attribute(out, "id", edge.event);
    write_attribute(out, "class", name_of(edge.type));
    write_attribute(out, "date", format_edtf(edge.date));
    write_attribute(out, "status", name_of(edge.status));
    if (!edge.directed) out << " dir=none";
    switch (edge.status) {
    case EventStatus::planned:
    case EventStatus::possible: out << " style=dashed"; break;
    case EventStatus::negated: out << " style=dotted color=gray50 fontcolor=gray50"; break;
    case EventStatus::ongoing: out << " style=bold"; break;
    case EventStatus::occurred: break;
    }
    out << "];\n";
}

/// "secretary of state\n2025-01-21/..": the days in office where they are known.
std::string label_of(const Affiliation& what) {
    if (what.kind != Affiliation::Kind::tenure || !what.from) return what.office;
    return what.office + '\n' + format_day(*what.from) + '/' + (what.until ? format_day(*what.until) : "..");
}

void write_affiliation(std::ostream& out, const Network& network, const NetworkAffiliation& affiliation) {
    out << "  ";
    write_quoted(out, network.nodes[affiliation.member].id);
    out << " -> ";
    write_quoted(out, network.nodes[affiliation.whole].id);
    out << " [";
    write_attribute(out, "label", label_of(affiliation.what));
    write_attribute(out, "class", name_of(affiliation.what.kind));
    out << " style=dashed color=gray50 fontcolor=gray50 penwidth=0.5 arrowhead=empty];\n";
}

} // namespace

void write_dot(std::ostream& out, const Network& network) {
    out << "digraph dateline {\n"
           "  graph [charset=\"UTF-8\" rankdir=LR];\n"
           "  node [fontname=\"sans-serif\"];\n"
           "  edge [fontname=\"sans-serif\" fontsize=10];\n";
    for (const auto& node : network.nodes) write_node(out, node);
    for (const auto& edge : network.edges) write_edge(out, network, edge);
    for (const auto& affiliation : network.affiliations) write_affiliation(out, network, affiliation);
    out << "}\n";
}

} // namespace dateline
