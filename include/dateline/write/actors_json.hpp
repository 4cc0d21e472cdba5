// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include <dateline/core/actor.hpp>
#include <dateline/core/document.hpp>
#include <dateline/write/times_json.hpp>

namespace dateline {

/// One line of JSON, without the line end: the actors of an article and where they are spoken of.
/// {"doc_id", "dct", "text", "actors": [{"id", "name", "kind", "country", "office", "sector", "wikidata"}],
///  "mentions": [{"start", "end", "text", "head", "actors", "chain", "form", "sector", "place_only"}],
///  "tenures": [{"person", "name", "office", "country", "start", "end"}]}.
/// Offsets are Unicode code points of `text`, end exclusive; `head` is the offset of the word that carries the phrase; a mention's
/// `actors` are ids, `chain` is one number for all mentions of the same, named or not. With `Why::yes` a mention also has "rule", "because" (the words it was joined to) and "instead" (ids that could
/// have been meant, the likeliest first).
[[nodiscard]] std::string actors_json(const Document& document, const ActorLayer& layer, Why why = Why::no);

} // namespace dateline
