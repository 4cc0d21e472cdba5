// SPDX-License-Identifier: MIT
//
// Every file of a hostile folder is read or refused, and what is refused says where and why. The repository's own small set always; the
// shared folders (other projects' suites, not part of the repository) where DATELINE_SHARED names them.
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include <dateline/read/reader.hpp>

using namespace dateline; // NOLINT: a test file

namespace {

namespace fs = std::filesystem;

struct Count {
    std::size_t pages = 0;
    std::size_t rejected = 0;
    bool reasons = true; ///< every rejection names its file and a reason
};

Count read(const fs::path& file) {
    Count count;
    read_input(
        file.string(), {}, [&](Page&& page) { count.pages += page.where.empty() ? 0U : 1U; },
        [&](const Error& error) {
            ++count.rejected;
            const std::string reason = error.what();
            count.reasons = count.reasons && error.where().find(file.filename().string()) != std::string::npos && reason.size() > error.where().size() + 2;
        });
    return count;
}

std::vector<fs::path> files_below(const fs::path& folder) {
    std::vector<fs::path> files;
    for (const auto& entry : fs::recursive_directory_iterator{folder}) {
        if (entry.is_regular_file()) files.push_back(entry.path());
    }
    std::ranges::sort(files);
    return files;
}

} // namespace

TEST_CASE("each file of the hostile set is read or refused with a reason") {
    const auto [name, pages, rejected] = GENERATE(table<const char*, std::size_t, std::size_t>({
        {"broken-record.jsonl", 2, 1},      {"deep.html", 1, 0},       {"deep.json", 0, 1},        {"empty.html", 0, 1},
        {"entities.xml", 1, 0},             {"garbage-behind.jsonl.gz", 1, 1}, {"invalid-utf8.jsonl", 1, 1}, {"length-is-no-number.warc", 1, 1},
        {"length-too-long.warc", 0, 1},     {"no-final-newline.jsonl", 1, 0},  {"truncated.jsonl.gz", 152, 1}, {"utf16.txt", 1, 0},
        {"zeros.bin", 0, 1},
    }));
    CAPTURE(name);
    const auto count = read(fs::path{DATELINE_TESTS "/corpus/hostile"} / name);
    CHECK(count.pages == pages);
    CHECK(count.rejected == rejected);
    CHECK(count.reasons);
}

TEST_CASE("an entity that names a file is not followed") {
    std::string title;
    read_input(
        DATELINE_TESTS "/corpus/hostile/entities.xml", {}, [&](Page&& page) { title = page.given.title; }, [](const Error&) {});
    CHECK(title.find("root:") == std::string::npos);
    CHECK(title.size() < 100);
}

TEST_CASE("the shared folders: read or refused, to the file", "[shared]") {
    const char* const shared = std::getenv("DATELINE_SHARED"); // NOLINT(concurrency-mt-unsafe): one thread
    if (shared == nullptr) return;
    const auto [folder, files, pages, rejected] = GENERATE(table<const char*, std::size_t, std::size_t, std::size_t>({
        {"data/hostile", 415, 273, 874},
        {"data/articles/formats", 1945, 662, 15106},
    }));
    const auto root = fs::path{shared} / folder;
    if (!fs::exists(root)) return;
    Count all;
    std::size_t count = 0;
    for (const auto& file : files_below(root)) {
        CAPTURE(file);
        const auto one = read(file);
        CHECK(one.reasons);
        ++count;
        all.pages += one.pages;
        all.rejected += one.rejected;
    }
    CHECK(count == files);
    CHECK(all.pages == pages);
    CHECK(all.rejected == rejected);
}
