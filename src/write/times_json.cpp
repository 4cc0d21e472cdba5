// SPDX-License-Identifier: MIT
#include <dateline/write/times_json.hpp>

#include <nlohmann/json.hpp>

#include <dateline/text/utf8.hpp>

namespace dateline {
namespace {

using Json = nlohmann::ordered_json;

Json day_or_null(const std::optional<Day>& day) { return day ? Json(format_day(*day)) : Json(nullptr); }

} // namespace

std::string times_json(const Document& document, std::span<const Timex> times, Why why) {
    Json line;
    const auto& article = document.article;
    line["doc_id"] = article.id;
    line["dct"] = article.published ? Json(format_instant(*article.published)) : Json(nullptr);
    line["text"] = document.text;
    auto& list = line["timexes"] = Json::array();
    CodePointCounter code_points{document.text};
    for (const auto& timex : times) {
        Json entry;
        entry["start"] = code_points.count_to(timex.span.begin);
        entry["end"] = code_points.count_to(timex.span.end);
        entry["text"] = slice(document.text, timex.span);
        entry["type"] = name_of(timex.type);
        entry["value"] = timex.value;
        entry["mod"] = timex.mod;
        entry["earliest"] = day_or_null(timex.interval.earliest);
        entry["latest"] = day_or_null(timex.interval.latest);
        entry["edtf"] = format_edtf(timex);
        if (timex.value.empty()) entry["reason"] = timex.rule;
        if (!timex.alternative.empty()) entry["alternative"] = timex.alternative;
        if (why == Why::yes) {
            entry["rule"] = timex.rule;
            entry["operators"] = timex.operators;
            entry["reference"] = timex.reference;
        }
        list.push_back(std::move(entry));
    }
    return line.dump(-1, ' ', false, Json::error_handler_t::replace);
}

} // namespace dateline
