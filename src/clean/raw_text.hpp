// SPDX-License-Identifier: MIT
//
// Half of what a page weighs are scripts, styles and comments. The HTML parser reads them character by character, though nothing in them
// is markup; so they are cut out before, and the parser sees a mark in the place of a script.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dateline {

class RawText {
public:
    /// Any bytes. `html` must outlive the object.
    explicit RawText(std::string_view html);

    /// The page without comments and with a mark for what is inside a script or style element.
    [[nodiscard]] const std::string& markup() const noexcept { return m_markup; }
    /// What a mark stands for; none for what is no mark.
    [[nodiscard]] std::optional<std::string_view> behind(std::string_view mark) const noexcept;

private:
    void cut_element(std::size_t& at, std::string_view name);
    void cut_comment(std::size_t& at);
    void keep_until(std::size_t at);

    std::string_view m_html;
    std::size_t m_kept = 0; ///< the page before it is in `m_markup`, or cut
    std::string m_markup;
    std::vector<std::string_view> m_contents;
};

} // namespace dateline
