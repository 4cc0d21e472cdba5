// SPDX-License-Identifier: MIT
//
// What the XML formats share on top of pugixml: names without prefixes, text below a node, bounded depth. pugixml reads no DTD, so no
// entity of a document's own is ever expanded and no file ever fetched.
#pragma once

#include <string>
#include <string_view>

#include <pugixml.hpp>

#include "formats.hpp"

namespace dateline {

/// Takes the rest of the input and parses it. Throws Error{format} for what is no XML, or nested too deep.
void parse_xml(Reading& reading, pugi::xml_document& document);

/// The name of an element or attribute without its prefix.
[[nodiscard]] std::string_view local_name(const char* name) noexcept;

/// The first child of that local name, an empty node when there is none.
[[nodiscard]] pugi::xml_node child(pugi::xml_node node, std::string_view name);

/// The first node below `node`, in document order, of that local name.
[[nodiscard]] pugi::xml_node descendant(pugi::xml_node node, std::string_view name);

/// All text below a node, white space at both ends cut off.
[[nodiscard]] std::string text_below(pugi::xml_node node);

/// A node's content as markup.
[[nodiscard]] std::string markup_below(pugi::xml_node node);

} // namespace dateline
