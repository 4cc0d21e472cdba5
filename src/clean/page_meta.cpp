// SPDX-License-Identifier: MIT
#include "page_meta.hpp"

#include <algorithm>

#include <dateline/knowledge/table.hpp>
#include <dateline/text/fold.hpp>

#include "html_markup.hpp"
#include "json_ld.hpp"
#include "words.hpp"

namespace dateline {
namespace {

DateClaim::What what_of(std::string_view name) {
    return name == "published" ? DateClaim::What::published : name == "modified" ? DateClaim::What::modified : DateClaim::What::unclear;
}

class MetaReader {
public:
    explicit MetaReader(const HtmlTree& tree) : m_tree{tree} {}

    PageMeta read() {
        const auto& nodes = m_tree.nodes();
        for (std::uint32_t i = 0; i < nodes.size(); ++i) {
            switch (nodes[i].tag) {
            case Tag::meta: read_meta_element(i); break;
            case Tag::link: read_link(i); break;
            case Tag::html: m_meta.language = m_tree.attribute(i, "lang"); break;
            case Tag::title:
                if (m_title.empty()) m_title = tidy(m_tree.inner_text(i));
                break;
            case Tag::script: read_script(i); break;
            case Tag::time: read_time(i); break;
            case Tag::text: break;
            default:
                if (!read_property(i)) read_marked_date(i);
                break;
            }
        }
        for (auto* title : {&m_social_title, &m_title}) {
            if (!title->empty()) m_meta.titles.push_back(std::move(*title));
        }
        if (m_meta.site.empty()) m_meta.site = std::move(m_site);
        return std::move(m_meta);
    }

private:
    void read_meta_element(std::uint32_t i) {
        static const Table names = Knowledge::built_in().table("meta_names");
        if (!m_tree.attribute(i, "itemprop").empty() && read_property(i)) return;
        std::string_view key;
        for (const std::string_view name : {"property", "name", "itemprop", "http-equiv"}) {
            if (key = m_tree.attribute(i, name); !key.empty()) break;
        }
        const auto rows = names.find(lower(key));
        const auto value = m_tree.attribute(i, "content");
        if (rows.empty() || value.empty()) return;
        const auto row = rows.front();
        const auto field = names.cell(row, 1);
        if (field == "date") {
            m_meta.dates.push_back({.text = tidy(value), .what = what_of(names.cell(row, 2)), .source = "meta", .trust = number_in<float>(names, row, 3)});
        } else if (field == "title") {
            if (m_social_title.empty()) m_social_title = tidy(value);
        } else if (field == "author") {
            if (m_meta.authors.empty() && value.find("://") == std::string_view::npos) m_meta.authors.push_back(tidy(value));
        } else if (field == "site") {
            if (m_site.empty()) m_site = tidy(value);
        } else if (field == "url") {
            if (m_meta.url.empty()) m_meta.url = value;
        } else if (field == "language") {
            if (m_meta.language.empty()) m_meta.language = value;
        }
    }
    void read_script(std::uint32_t i) {
        const auto& nodes = m_tree.nodes();
        if (nodes[i].end != i + 2 || nodes[i + 1].tag != Tag::text) return; // empty
        const auto script = m_tree.text_of(nodes[i + 1]);
        if (m_tree.attribute(i, "type").find("ld+json") != std::string_view::npos) read_json_ld(script, m_meta);
        else read_script_date(script);
    }
    /// "publishedDate":"2025-11-06T05:47:00Z" in the data that a script works on: the first of a page, for want of better.
    void read_script_date(std::string_view script) {
        static const Table names = Knowledge::built_in().table("meta_names");
        constexpr std::size_t longest_key = 40;
        constexpr std::size_t longest_value = 40;
        for (auto colon = script.find("\":"); colon != std::string_view::npos && !m_script_date; colon = script.find("\":", colon + 1)) {
            auto value = script.substr(colon + 2, longest_value);
            value.remove_prefix(std::min(value.find_first_not_of(' '), value.size()));
            if (!value.starts_with("\"19") && !value.starts_with("\"20")) continue;
            const auto from = colon > longest_key ? colon - longest_key : 0;
            const auto key = script.substr(from, colon - from);
            const auto rows = names.find(lower(key.substr(key.rfind('"') + 1)));
            if (rows.empty() || names.cell(rows.front(), 1) != "date" || names.cell(rows.front(), 2) != "published") continue;
            value.remove_prefix(1);
            m_meta.dates.push_back({.text = std::string{value.substr(0, value.find('"'))}, .what = DateClaim::What::published, .source = "script", .trust = 0.25F});
            m_script_date = true;
        }
    }
    void read_link(std::uint32_t i) {
        const auto href = m_tree.attribute(i, "href");
        if (m_tree.attribute(i, "rel") == "canonical" && href.find("://") != std::string_view::npos) m_meta.url = href;
    }
    void read_time(std::uint32_t i) {
        const auto prop = m_tree.attribute(i, "itemprop");
        auto text = tidy(m_tree.attribute(i, "datetime"));
        if (text.empty()) text = tidy(m_tree.inner_text(i));
        if (text.empty() || ++m_times > most_times) return;
        auto what = what_of_words(i);
        const bool own = prop.find("datePublished") != std::string_view::npos || m_tree.has_attribute(i, "pubdate");
        if (own) what = DateClaim::What::published;
        if (prop.find("dateModified") != std::string_view::npos) what = DateClaim::What::modified;
        // the first on a page is mostly the article's own, those behind it belong to links and comments
        const float trust = own ? 0.8F : m_times == 1 ? 0.55F : m_times == 2 ? 0.3F : 0.08F;
        m_meta.dates.push_back({.text = std::move(text), .what = what, .source = own ? "microdata" : "time", .trust = trust});
    }
    /// Microdata and RDFa: "datePublished", "schema:dateCreated", "dc:date". True when the element is such a one.
    bool read_property(std::uint32_t i) {
        static const Table names = Knowledge::built_in().table("meta_names");
        for (const std::string_view kind : {"itemprop", "property"}) {
            const auto whole = m_tree.attribute(i, kind);
            if (whole.empty()) continue;
            const auto rows = names.find(lower(whole.substr(whole.rfind(':') + 1)));
            if (rows.empty() || names.cell(rows.front(), 1) != "date") continue;
            std::string_view text;
            for (const std::string_view name : {"content", "datetime", "title"}) {
                if (text = m_tree.attribute(i, name); !text.empty()) break;
            }
            const float trust = ++m_properties == 1 ? 0.8F : m_properties <= 3 ? 0.3F : 0.1F; // those behind are of comments and links
            m_meta.dates.push_back({.text = tidy(text.empty() ? m_tree.inner_text(i) : std::string{text}), .what = what_of(names.cell(rows.front(), 2)),
                                    .source = "microdata", .trust = std::min(trust, number_in<float>(names, rows.front(), 3))});
            return true;
        }
        return false;
    }
    /// <span class="entry-date">29.10.2025</span>, <abbr title="29 October 2025, 4:00">
    void read_marked_date(std::uint32_t i) {
        constexpr std::size_t longest = 80; // bytes of such a text
        const auto& node = m_tree.nodes()[i];
        if (m_marked >= most_times || node.end - i > 12) return;
        const auto in_full = node.tag == Tag::abbr ? m_tree.attribute(i, "title") : std::string_view{};
        if (in_full.empty() && !has_date_class(i)) return;
        auto text = in_full.empty() ? tidy(m_tree.inner_text(i)) : std::string{in_full};
        if (text.size() > longest || text.find_first_of("0123456789") == std::string::npos) return;
        ++m_marked;
        const float trust = m_marked == 1 ? 0.5F : m_marked == 2 ? 0.3F : 0.08F;
        m_meta.dates.push_back({.text = std::move(text), .what = what_of_words(i), .source = "class", .trust = trust});
    }
    [[nodiscard]] bool has_date_class(std::uint32_t i) const {
        static const Table names = Knowledge::built_in().table("date_classes");
        if (m_tree.attribute(i, "class").empty()) return false;
        bool found = false;
        scan_class_words(m_tree, i, [&](std::string_view word) { found = found || !names.find(word).empty(); });
        return found;
    }
    /// What the classes of the element and of the two around it call the date.
    [[nodiscard]] DateClaim::What what_of_words(std::uint32_t i) const {
        auto what = DateClaim::What::unclear;
        for (int level = 0; level < 3 && i != HtmlTree::none && what == DateClaim::What::unclear; ++level, i = m_tree.nodes()[i].parent) {
            std::string spaced{m_tree.attribute(i, "class")};
            std::ranges::replace_if(spaced, [](char c) { return c == '-' || c == '_'; }, ' ');
            what = what_label_says(spaced);
        }
        return what;
    }

    static constexpr int most_times = 40;
    const HtmlTree& m_tree;
    PageMeta m_meta;
    std::string m_title;
    std::string m_social_title;
    std::string m_site;
    int m_times = 0;
    int m_marked = 0;
    int m_properties = 0;
    bool m_script_date = false;
};

} // namespace

PageMeta read_meta(const HtmlTree& tree) { return MetaReader{tree}.read(); }

} // namespace dateline
