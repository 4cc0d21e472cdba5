// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <dateline/core/article.hpp>
#include <dateline/core/event.hpp>
#include <dateline/core/fingerprint.hpp>
#include <dateline/graph/network.hpp>
#include <dateline/graph/timeline_graph.hpp>

namespace dateline {

/// How much of its events a graph from a case file knows.
enum class Detail : std::uint8_t {
    whole,
    outline, ///< all but evidence, reports, reasons, place and the words of the date: enough for networks, measures and counts, at a fraction of the cost
};

/// One article and the events found in it.
struct ArticleEvents {
    Article article;
    std::vector<Event> events;
    std::optional<Fingerprint> print; ///< by which it is known again; nothing: not to be kept
};

/// Articles, and the events that they report, in one SQLite file (schema: src/store/schema_*.sql).
///
/// What `add` returned from is safe against the end of the process (write-ahead log, one transaction a batch). Every member throws
/// Error{io} when the system cannot read or write (disk full: the batch is taken back whole), Error{format} when the file is no
/// case file, is damaged, or was written by a newer version. One thread at a time.
class CaseFile {
public:
    enum class Access {
        read,  ///< must exist
        write, ///< created when it does not exist
    };
    explicit CaseFile(const std::filesystem::path& file, Access access = Access::read);
    ~CaseFile();
    CaseFile(CaseFile&&) noexcept;
    CaseFile& operator=(CaseFile&&) noexcept;

    [[nodiscard]] bool contains(std::string_view article_id) const;

    /// Adds all or nothing; an article that is in the file already (by its id) is skipped. Returns how many were added.
    std::size_t add(std::span<const ArticleEvents> batch);

    /// Adds every article of the other case that is not in this one. Returns how many were added.
    std::size_t add(const CaseFile& other);

    /// All events of all articles.
    [[nodiscard]] Reports reports() const;

    /// Merges all reports and keeps what that finds, so that questions need not merge: does nothing when it is kept already. All or
    /// nothing, like `add`; what is added later makes it void.
    void merge_reports();

    /// At least the events of the view, as the graph of all reports has them: read from what merge_reports() kept, as much as is asked
    /// for; where nothing is kept, merged anew. With `network.top`: of these at least the ones that make_network() then shows.
    [[nodiscard]] TimelineGraph graph(const View& view = {}, Detail detail = Detail::whole, const NetworkOptions& network = {}) const;
    /// At least the event that has this id, or one of whose reports has it, or the events of the actor that has it and
    /// who serves it.
    [[nodiscard]] TimelineGraph graph_around(std::string_view id, Detail detail = Detail::whole) const;

    [[nodiscard]] std::optional<Article> article(std::string_view id) const;
    /// In the order of adding.
    void for_each_article(const std::function<void(const Article&)>& use) const;

    /// By what each article is known again, with its id, in the order of adding; nothing where that was not kept.
    void for_each_fingerprint(const std::function<void(const std::string& id, const std::optional<Fingerprint>& print)>& use) const;

    struct Stats {
        std::size_t articles = 0;
        std::size_t events = 0;
        std::size_t evidence = 0;
        std::optional<std::string> first_published; ///< as the articles give it
        std::optional<std::string> last_published;
        std::uintmax_t bytes = 0; ///< of the file
    };
    [[nodiscard]] Stats stats() const;

    /// What is wrong with the file, one sentence each; empty when it is sound. Merges anew, to compare.
    [[nodiscard]] std::vector<std::string> check() const;

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace dateline
