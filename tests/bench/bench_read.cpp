// SPDX-License-Identifier: MIT
//
// bench_read PAGES.jsonl [RUNS]: the pages ({"html": …} a line) packed as a WARC with a gzip member a record, then read again. Beside it
// what cannot be saved: inflating the members alone, and reading the same WARC unpacked. Prints CSV: name,run,cpu_seconds,bytes,pages.
#include <cstdlib>
#include <fstream>
#include <functional>
#include <iostream>
#include <sstream>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <zlib.h>

#include <dateline/read/reader.hpp>

#include "records.hpp"

namespace {

std::string record_of(const dateline::Page& page) {
    const auto http = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page.content;
    return fmt::format("WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://news.example/{}\r\nContent-Type: application/http\r\n"
                       "Content-Length: {}\r\n\r\n{}\r\n\r\n",
                       page.given.id, http.size(), http);
}

std::string gzip(std::string bytes) {
    constexpr int gzip_frame = 15 + 16;
    z_stream stream{};
    if (deflateInit2(&stream, 6, Z_DEFLATED, gzip_frame, 8, Z_DEFAULT_STRATEGY) != Z_OK) std::abort();
    std::string packed(deflateBound(&stream, bytes.size()) + 64, '\0');
    stream.next_in = reinterpret_cast<Bytef*>(bytes.data());
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef*>(packed.data());
    stream.avail_out = static_cast<uInt>(packed.size());
    if (deflate(&stream, Z_FINISH) != Z_STREAM_END) std::abort();
    packed.resize(stream.total_out);
    deflateEnd(&stream);
    return packed;
}

void inflate_alone(const std::vector<std::string>& members) {
    constexpr int gzip_frame = 15 + 16;
    std::string portion(std::size_t{1} << 16U, '\0');
    for (const auto& member : members) {
        z_stream stream{};
        if (inflateInit2(&stream, gzip_frame) != Z_OK) std::abort();
        stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(member.data())); // zlib does not write there
        stream.avail_in = static_cast<uInt>(member.size());
        int status = Z_OK;
        while (status == Z_OK) {
            stream.next_out = reinterpret_cast<Bytef*>(portion.data());
            stream.avail_out = static_cast<uInt>(portion.size());
            status = inflate(&stream, Z_NO_FLUSH);
        }
        inflateEnd(&stream);
    }
}

std::size_t read_archive(const std::string& bytes, const char* name) {
    std::istringstream in{bytes};
    std::size_t pages = 0;
    dateline::read_stream(
        in, name, {}, [&](dateline::Page&&) { ++pages; }, [](const dateline::Error& error) { std::cerr << error.what() << '\n'; });
    return pages;
}

} // namespace

int main(int argc, char** argv) {
    if (argc < 2) return 2;
    const int runs = argc > 2 ? std::atoi(argv[2]) : 5;
    std::ifstream in{argv[1], std::ios::binary};
    std::string plain;
    std::string packed;
    std::vector<std::string> members;
    dateline::read_stream(
        in, argv[1], {.format = dateline::InputFormat::jsonl},
        [&](dateline::Page&& page) {
            const auto record = record_of(page);
            plain += record;
            members.push_back(gzip(record));
            packed += members.back();
        },
        [](const dateline::Error& error) { std::cerr << error.what() << '\n'; });
    std::cout << "name,run,cpu_seconds,bytes,pages\n";
    const auto measure = [&](const char* name, int run, const std::function<std::size_t()>& work) {
        const auto start = dateline::bench::cpu_seconds();
        const auto pages = work();
        const auto seconds = dateline::bench::cpu_seconds() - start;
        if (run > 0) std::cout << name << ',' << run << ',' << seconds << ',' << plain.size() << ',' << pages << '\n';
    };
    for (int run = 0; run <= runs; ++run) { // the first is the warm-up
        measure("read warc.gz", run, [&] { return read_archive(packed, "pages.warc.gz"); });
        measure("inflate alone", run, [&] { return inflate_alone(members), members.size(); });
        measure("parse alone", run, [&] { return read_archive(plain, "pages.warc"); });
    }
    return 0;
}
