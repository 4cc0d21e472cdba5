// SPDX-License-Identifier: MIT
#include "raw_text.hpp"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

namespace dateline {
namespace {

constexpr auto npos = std::string_view::npos;
constexpr char mark_sign = '@'; // "@17": the seventeenth

bool is_letter(char c) noexcept { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// `name` in lower case.
bool starts_with_name(std::string_view text, std::string_view name) noexcept {
    return text.size() >= name.size() && std::equal(name.begin(), name.end(), text.begin(), [](char n, char c) { return n == (is_letter(c) ? c | 0x20 : c); });
}

/// Where the tag that starts at `at` ends, one past its '>'; npos when it does not.
std::size_t end_of_tag(std::string_view html, std::size_t at) noexcept {
    for (at = html.find_first_of("=>", at); at != npos && html[at] != '>'; at = html.find_first_of("=>", at)) {
        at = html.find_first_not_of(" \t\r\n\f", at + 1);
        if (at == npos || (html[at] != '"' && html[at] != '\'')) continue;
        if (at = html.find(html[at], at + 1); at != npos) ++at;
    }
    return at == npos ? npos : at + 1;
}

/// Where `</name` stands, the end of a script or style; npos when it does not.
std::size_t find_end_tag(std::string_view html, std::size_t from, std::string_view name) noexcept {
    for (auto at = html.find("</", from); at != npos; at = html.find("</", at + 2)) {
        if (starts_with_name(html.substr(at + 2), name)) return at;
    }
    return npos;
}

} // namespace

RawText::RawText(std::string_view html) : m_html{html} {
    m_markup.reserve(html.size());
    for (auto at = html.find('<'); at != npos; at = html.find('<', at)) {
        const auto tag = html.substr(at + 1, 8);
        if (tag.starts_with("!--")) cut_comment(at);
        else if (starts_with_name(tag, "script")) cut_element(at, "script");
        else if (starts_with_name(tag, "style")) cut_element(at, "style");
        else if (!tag.empty() && is_letter(tag.front())) at = end_of_tag(html, at);
        else ++at;
    }
    keep_until(html.size());
}

void RawText::keep_until(std::size_t at) {
    m_markup += m_html.substr(m_kept, at - m_kept);
    m_kept = at;
}

void RawText::cut_element(std::size_t& at, std::string_view name) {
    const auto begin = end_of_tag(m_html, at);
    const bool is_other = begin != npos && is_letter(m_html[at + 1 + name.size()]); // <styles>
    const bool is_empty = begin != npos && m_html[begin - 2] == '/';               // to the parser, if not to browsers
    at = begin;
    if (begin == npos || is_other || is_empty) return;
    at = find_end_tag(m_html, begin, name);
    if (at == npos) return; // never closed: the parser knows what to do, and there is nothing behind it
    const auto content = m_html.substr(begin, at - begin);
    if (content.find_first_not_of(" \t\r\n\f") == npos) return;
    keep_until(begin);
    m_markup += fmt::format("{}{}", mark_sign, m_contents.size());
    m_contents.push_back(content);
    m_kept = at;
}

void RawText::cut_comment(std::size_t& at) {
    const auto end = m_html.find("-->", at + 4);
    if (end != npos) keep_until(at);
    if (end != npos) m_kept = end + 3;
    at = end == npos ? npos : m_kept;
}

std::optional<std::string_view> RawText::behind(std::string_view mark) const noexcept {
    if (!mark.starts_with(mark_sign)) return std::nullopt;
    std::size_t number = 0;
    const auto [end, error] = std::from_chars(mark.data() + 1, mark.data() + mark.size(), number);
    if (error != std::errc{} || end != mark.data() + mark.size() || number >= m_contents.size()) return std::nullopt;
    return m_contents[number];
}

} // namespace dateline
