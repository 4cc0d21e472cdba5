// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string>

#include <dateline/core/document.hpp>
#include <dateline/core/timex.hpp>

namespace dateline {

/// Whether each time expression also says why: the rule that read it, the operators it was computed by and what it was counted from.
enum class Why : bool { no, yes };

/// One line of JSON, without the line end:
/// {"doc_id", "dct", "text", "timexes": [{"start", "end", "text", "type", "value", "mod", "earliest", "latest", "edtf"}]}.
/// A day that no calendar has gets no value and a "reason"; words that may mean another day as well get an "alternative".
/// Offsets are Unicode code points of `text`, end exclusive; `dct`, `earliest` and `latest` are null when not known.
/// `times` are in order of their spans, as `find_times` gives them.
[[nodiscard]] std::string times_json(const Document& document, std::span<const Timex> times, Why why = Why::no);

} // namespace dateline
