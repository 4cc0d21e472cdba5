// SPDX-License-Identifier: MIT
//
// CoNLL-U, https://universaldependencies.org/format.html , to and from documents.
#pragma once

#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

#include <dateline/core/document.hpp>

namespace dateline {

/// Reads all documents of a CoNLL-U file with their sentences, tokens, tags, features, lemmas, trees and names (MISC NE=B-PERSON …).
///
/// `# newdoc` begins a document, `# newpar` a paragraph, `# headline` says that the sentence belongs to the headline. The text is put
/// together from the forms: one space between tokens unless SpaceAfter=No, an empty line between paragraphs. Empty nodes (8.1),
/// enhanced dependencies and features that `Morph` does not have are dropped. A document without heads has no trees. Throws
/// Error{format} with `where` and line, also for heads that make no tree.
[[nodiscard]] std::vector<Document> read_conllu(std::istream& in, const std::string& where);

/// Appends the document: sent_id, text, newdoc and newpar; layers that the document does not have are "_". MISC carries
/// SpaceAfter=No, NE, and the token's place in the text in bytes: Start=17|End=22.
void append_conllu(std::string& out, const Document& document);

/// "Mood=Ind|Tense=Past|VerbForm=Fin", sorted as CoNLL-U wants it; "_" when there is none.
[[nodiscard]] std::string format_features(const Morph& morph);
/// Total: features that `Morph` does not have are passed over.
[[nodiscard]] Morph parse_features(std::string_view features) noexcept;

} // namespace dateline
