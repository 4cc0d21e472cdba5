// SPDX-License-Identifier: MIT
#include <dateline/read/reader.hpp>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "charset.hpp"
#include "formats.hpp"
#include "input.hpp"

namespace dateline {
namespace {

namespace fs = std::filesystem;

void read_as(InputFormat format, Reading& reading) {
    switch (format) {
    case InputFormat::automatic:
    case InputFormat::text: return read_text(reading);
    case InputFormat::html: return read_html(reading);
    case InputFormat::jsonl: return read_json(reading);
    case InputFormat::feed: return read_feed(reading);
    case InputFormat::newsml: return read_newsml(reading);
    case InputFormat::warc: return read_warc(reading);
    }
}

void read_whole_page(Reading& reading, Page::Kind kind) {
    auto bytes = take_all(reading);
    if (bytes.find_first_not_of(" \t\r\n") == std::string::npos) throw Error{Error::Kind::format, reading.name, "the file is empty"};
    reading.on_page({.where = reading.name, .kind = kind, .content = to_utf8(std::move(bytes), {}), .given = {}, .published_text = {}});
}

/// What a callback threw, on its way past the code that answers for errors of the input.
struct Raised {
    std::exception_ptr exception;
};

template <class Callback, class Argument>
void call(const Callback& callback, Argument&& argument) {
    try {
        callback(std::forward<Argument>(argument));
    } catch (...) {
        throw Raised{std::current_exception()};
    }
}

/// An error that does not say where it happened yet.
Error located(const Error& error, const std::string& name) {
    return error.where().empty() ? Error{error.kind(), name, error.what()} : error;
}

void read_file(const fs::path& path, const ReadOptions& options, const OnPage& on_page, const OnRejected& on_rejected) {
    std::ifstream in{path, std::ios::binary};
    if (!in) return on_rejected(Error{Error::Kind::io, path.string(), fmt::format("cannot open: {}", std::strerror(errno))});
    read_stream(in, path.string(), options, on_page, on_rejected);
}

/// The regular files below a folder, by name. Links to folders are not followed: they could lead back up.
std::vector<fs::path> files_below(const fs::path& folder, const OnRejected& on_rejected) {
    std::vector<fs::path> files;
    std::error_code error;
    fs::recursive_directory_iterator entry{folder, fs::directory_options::skip_permission_denied, error};
    for (; !error && entry != fs::recursive_directory_iterator{}; entry.increment(error)) {
        std::error_code ignored;
        if (entry->is_regular_file(ignored)) files.push_back(entry->path());
    }
    if (error) on_rejected(Error{Error::Kind::io, folder.string(), fmt::format("cannot list the folder: {}", error.message())});
    std::ranges::sort(files);
    return files;
}

} // namespace

std::string take_all(Reading& reading) {
    const auto max = reading.options.max_page_bytes;
    auto bytes = reading.input.take(max + 1);
    if (bytes.size() > max) throw Error{Error::Kind::format, reading.name, fmt::format("larger than {} bytes, the most that a page may have", max)};
    return bytes;
}

void read_text(Reading& reading) { read_whole_page(reading, Page::Kind::text); }
void read_html(Reading& reading) { read_whole_page(reading, Page::Kind::html); }

void read_stream(std::istream& in, const std::string& name, const ReadOptions& options, const OnPage& on_page, const OnRejected& on_rejected) {
    const OnPage hand_over = [&](Page&& page) { call(on_page, std::move(page)); };
    const OnRejected reject = [&](const Error& error) { call(on_rejected, located(error, name)); };
    try {
        try {
            Reading reading{unpack(Input{stream_source(in, name)}, name, options, reject), name, options, hand_over, reject};
            const auto automatic = options.format == InputFormat::automatic;
            read_as(automatic ? detect_format(reading.input.peek(detection_window), name) : options.format, reading);
        } catch (const Error& error) {
            reject(error);
        }
    } catch (const Raised& raised) {
        std::rethrow_exception(raised.exception);
    }
}

void read_input(const std::string& path, const ReadOptions& options, const OnPage& on_page, const OnRejected& on_rejected) {
    if (path == "-") return read_stream(std::cin, "-", options, on_page, on_rejected);
    std::error_code error;
    const auto status = fs::status(path, error);
    if (!fs::exists(status)) return on_rejected(Error{Error::Kind::io, path, "no such file or folder"});
    if (!fs::is_directory(status)) return read_file(path, options, on_page, on_rejected);
    for (const auto& file : files_below(path, on_rejected)) read_file(file, options, on_page, on_rejected);
}

} // namespace dateline
