// SPDX-License-Identifier: MIT
#include "page_head.hpp"

#include "html_tree.hpp"

namespace dateline {
namespace {

/// Browsers write <!-- saved from url=(0042)https://news.example/… --> in front.
std::string_view saved_from(std::string_view html) {
    constexpr std::size_t front = 1000; // bytes
    constexpr std::string_view sign = "saved from url=(";
    html = html.substr(0, front);
    const auto begin = html.find(sign);
    const auto bracket = begin == std::string_view::npos ? begin : html.find(')', begin);
    if (bracket == std::string_view::npos) return {};
    const auto address = html.substr(bracket + 1);
    return address.substr(0, address.find_first_of(" \t\r\n>"));
}

std::string canonical_link(std::string_view html) {
    const auto name = html.find("canonical");
    if (name == std::string_view::npos) return {};
    const auto begin = html.rfind('<', name);
    const auto end = html.find('>', name);
    if (begin == std::string_view::npos || end == std::string_view::npos) return {};
    const HtmlTree tree{html.substr(begin, end + 1 - begin)};
    for (std::uint32_t i = 0; i < tree.nodes().size(); ++i) {
        if (tree.nodes()[i].tag == Tag::link && tree.attribute(i, "rel") == "canonical") return std::string{tree.attribute(i, "href")};
    }
    return {};
}

} // namespace

std::string_view title_in(std::string_view html) {
    constexpr std::size_t longest_title = 300; // bytes
    auto begin = html.find("<title");
    begin = begin == std::string_view::npos ? html.find("<TITLE") : begin;
    begin = begin == std::string_view::npos ? begin : html.find('>', begin);
    if (begin == std::string_view::npos) return {};
    const auto title = html.substr(begin + 1, longest_title);
    return title.substr(0, title.find("</"));
}

std::string address_in(std::string_view html) {
    const auto saved = saved_from(html);
    return saved.find("://") != std::string_view::npos ? std::string{saved} : canonical_link(html);
}

} // namespace dateline
