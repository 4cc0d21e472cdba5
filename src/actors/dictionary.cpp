// SPDX-License-Identifier: MIT
#include <dateline/actors/dictionary.hpp>

#include <algorithm>
#include <array>
#include <map>

#include <fmt/format.h>

#include <dateline/core/day.hpp>
#include <dateline/core/error.hpp>
#include <dateline/text/fold.hpp>

namespace dateline {
namespace {

constexpr std::array<std::string_view, 9> column_names{"name", "id", "country", "sector", "office", "from", "until", "wikidata", "same_as"};
enum Field : std::size_t { f_name, f_id, f_country, f_sector, f_office, f_from, f_until, f_wikidata, f_same_as };
using Row = std::array<std::string, column_names.size()>;

std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    for (std::size_t at = 0; at <= text.size();) {
        const auto end = std::min(text.find(separator, at), text.size());
        parts.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    return parts;
}

/// A name as the tables have their keys: folded words of letters and digits.
std::string key_of(std::string_view name) {
    auto key = slug(name);
    for (auto& c : key) {
        if (c == '-') c = ' ';
    }
    return key;
}

class Reader {
public:
    explicit Reader(const std::string& where) : m_where{where} {}

    void line(std::string_view text) {
        ++m_line;
        if (!text.empty() && text.back() == '\r') text.remove_suffix(1);
        if (text.empty() || text.front() == '#') return;
        const auto cells = split(text, '\t');
        if (m_columns.empty()) return head(cells);
        if (cells.size() != m_columns.size()) fail(fmt::format("{} fields, but the head names {} columns", cells.size(), m_columns.size()));
        Row row;
        for (std::size_t i = 0; i < cells.size(); ++i) {
            if (m_columns[i]) row[*m_columns[i]] = cells[i];
        }
        add(row);
    }

    [[nodiscard]] std::vector<TableSource> tables() const {
        return {{"people", m_where, m_people}, {"organisations", m_where, m_organisations}, {"country_names", m_where, m_countries}, {"merges", m_where, m_merges}};
    }

private:
    [[noreturn]] void fail(const std::string& what) const { throw Error{Error::Kind::format, fmt::format("{}:{}", m_where, m_line), what}; }

    void head(const std::vector<std::string_view>& names) {
        for (const auto name : names) {
            m_columns.emplace_back();
            for (std::size_t i = 0; i < column_names.size(); ++i) {
                if (column_names[i] == name) m_columns.back() = i;
            }
        }
        for (const auto needed : {f_name, f_id}) {
            if (std::ranges::find(m_columns, std::optional<std::size_t>{needed}) == m_columns.end()) {
                fail(fmt::format("the first line must name the columns, '{}' among them", column_names[needed]));
            }
        }
    }

    void add(const Row& row) {
        for (const auto field : {f_from, f_until}) {
            if (!row[field].empty() && !parse_day(row[field])) fail(fmt::format("'{}' is no day; write 2025-11-06", row[field]));
        }
        const auto& id = row[f_id];
        const auto colon = id.find(':');
        const auto kind = id.substr(0, colon);
        const auto key = key_of(row[f_name]);
        if (key.empty() || colon == std::string::npos) fail("a row needs a name and an id such as person:marco-rubio");
        const auto& shown = m_shown.try_emplace(id, row[f_name]).first->second;
        if (!row[f_same_as].empty()) m_merges += fmt::format("{}\t{}\n", id, row[f_same_as]);
        const auto rest = id.substr(colon + 1);
        if (kind == "person") {
            m_people += fmt::format("{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\n", key, shown, id, row[f_office], row[f_country], row[f_from], row[f_until],
                                    row[f_sector], row[f_wikidata]);
        } else if (kind == "organisation") {
            m_organisations += fmt::format("{}\t{}\t{}\t{}\t{}\tname\n", key, rest, shown, row[f_country], row[f_sector]);
        } else if (kind == "country") {
            m_countries += fmt::format("{}\t{}\tname\t{}\t{}\n", key, rest, row[f_from], row[f_until]);
        } else {
            fail(fmt::format("'{}' is no kind of actor that can be named here; take person, organisation or country", kind));
        }
    }

    const std::string& m_where;
    std::size_t m_line = 0;
    std::vector<std::optional<std::size_t>> m_columns; ///< of the file -> Field
    std::map<std::string, std::string> m_shown;        ///< id -> its first name
    std::string m_people = "key\tname\tid\toffice\tof\tfrom\tuntil\tsector\twikidata\n";
    std::string m_organisations = "key\tid\tname\tcountry\tsector\tform\n";
    std::string m_countries = "key\tiso3\tuse\tfrom\tto\n";
    std::string m_merges = "id\tsame_as\n";
};

} // namespace

ActorDictionary ActorDictionary::parse(std::string_view text, const std::string& where) {
    Reader reader{where};
    for (const auto line : split(text, '\n')) reader.line(line);
    ActorDictionary dictionary;
    dictionary.m_bytes = compile_knowledge(reader.tables());
    dictionary.m_tables.emplace(dictionary.m_bytes, where);
    return dictionary;
}

} // namespace dateline
