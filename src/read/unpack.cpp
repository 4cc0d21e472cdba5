// SPDX-License-Identifier: MIT
//
// gzip and zstd, unpacked as a stream. A gzip file is a row of members (RFC 1952 2.2); WARC files put every record into one of
// its own, so that a damaged member costs one record: reading goes on at the next place that looks like a member's head.
#include <cstring>
#include <string>
#include <utility>

#include <fmt/format.h>
#include <zlib.h>
#include <zstd.h>

#include <dateline/core/error.hpp>

#include "input.hpp"

namespace dateline {
namespace {

constexpr std::string_view gzip_magic{"\x1F\x8B\x08", 3};
constexpr std::string_view zstd_magic{"\x28\xB5\x2F\xFD", 4};
constexpr std::size_t portion = std::size_t{1} << 15U;

/// Counts packed and unpacked bytes and stops what unpacks to far more than any text does.
class Ratio {
public:
    Ratio(std::string name, const ReadOptions& options) : m_name{std::move(name)}, m_free{options.max_page_bytes}, m_max{options.max_expansion} {}

    const std::string& name() const noexcept { return m_name; }
    void count(std::size_t packed, std::size_t unpacked) {
        m_packed += packed;
        m_unpacked += unpacked;
        if (m_unpacked > m_free + m_max * m_packed) {
            throw Error{Error::Kind::format, m_name, fmt::format("unpacks to more than {} times its size; the rest is left out", m_max)};
        }
    }

private:
    std::string m_name;
    std::uint64_t m_free;
    std::uint64_t m_max;
    std::uint64_t m_packed = 0;
    std::uint64_t m_unpacked = 0;
};

class GzipSource final : public ByteSource {
public:
    GzipSource(Input input, Ratio ratio, const OnRejected& on_rejected) : m_input{std::move(input)}, m_ratio{std::move(ratio)}, m_on_rejected{on_rejected} {
        if (inflateInit2(&m_stream, 15 + 16) != Z_OK) throw Error{Error::Kind::io, m_ratio.name(), "no memory to unpack gzip"};
    }
    ~GzipSource() override { inflateEnd(&m_stream); }
    GzipSource(const GzipSource&) = delete;
    GzipSource& operator=(const GzipSource&) = delete;

    std::size_t read(char* to, std::size_t size) override {
        while (!m_done) {
            if (m_between && !start_member()) break;
            const auto got = inflate_some(to, size);
            if (got > 0) return got;
        }
        return 0;
    }

private:
    /// At a member's head, or at the end. What follows the last member is no gzip (RFC 1952 says nothing of it); tapes pad with zeros.
    bool start_member() {
        m_done = m_input.peek(gzip_magic.size()) != gzip_magic;
        m_between = false;
        if (m_done && !is_padding()) m_on_rejected(Error{Error::Kind::format, m_ratio.name(), "bytes that are no gzip follow its gzip data; they are left out"});
        inflateReset(&m_stream);
        return !m_done;
    }

    /// Is all that is left zeros? Takes them.
    bool is_padding() {
        for (auto rest = m_input.peek(portion); !rest.empty(); rest = m_input.peek(portion)) {
            if (rest.find_first_not_of('\0') != std::string_view::npos) return false;
            m_input.skip(rest.size());
        }
        return true;
    }

    std::size_t inflate_some(char* to, std::size_t size) {
        const auto packed = m_input.peek(portion);
        if (packed.empty()) {
            m_done = true;
            throw Error{Error::Kind::format, m_ratio.name(), "breaks off in the middle of gzip data"};
        }
        m_stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data())); // zlib's z_const needs ZLIB_CONST before any include
        m_stream.avail_in = static_cast<uInt>(packed.size());
        m_stream.next_out = reinterpret_cast<Bytef*>(to);
        m_stream.avail_out = static_cast<uInt>(size);
        const auto status = inflate(&m_stream, Z_NO_FLUSH);
        const auto used = packed.size() - m_stream.avail_in;
        const auto got = size - m_stream.avail_out;
        m_input.skip(used);
        m_between = status == Z_STREAM_END;
        if (status != Z_OK && status != Z_STREAM_END && status != Z_BUF_ERROR) {
            find_next_member();
            throw Error{Error::Kind::format, m_ratio.name(), "damaged gzip data"};
        }
        try {
            m_ratio.count(used, got);
        } catch (...) {
            m_done = true;
            throw;
        }
        return got;
    }

    void find_next_member() {
        m_input.skip(1);
        for (auto ahead = m_input.peek(portion); ahead.size() >= gzip_magic.size(); ahead = m_input.peek(portion)) {
            const auto at = ahead.find(gzip_magic);
            m_input.skip(at == std::string_view::npos ? ahead.size() - (gzip_magic.size() - 1) : at);
            if (at != std::string_view::npos) break;
        }
        m_between = true;
    }

    Input m_input;
    Ratio m_ratio;
    const OnRejected& m_on_rejected;
    z_stream m_stream{};
    bool m_between = true;
    bool m_done = false;
};

class ZstdSource final : public ByteSource {
public:
    ZstdSource(Input input, Ratio ratio) : m_input{std::move(input)}, m_ratio{std::move(ratio)}, m_stream{ZSTD_createDStream()} {
        if (m_stream == nullptr) throw Error{Error::Kind::io, m_ratio.name(), "no memory to unpack zstd"};
    }
    ~ZstdSource() override { ZSTD_freeDStream(m_stream); }
    ZstdSource(const ZstdSource&) = delete;
    ZstdSource& operator=(const ZstdSource&) = delete;

    std::size_t read(char* to, std::size_t size) override {
        while (!m_done) {
            const auto packed = m_input.peek(portion);
            ZSTD_inBuffer in{packed.data(), packed.size(), 0};
            ZSTD_outBuffer out{to, size, 0};
            m_done = true; // unless all goes well
            const auto status = ZSTD_decompressStream(m_stream, &out, &in);
            if (ZSTD_isError(status) != 0) {
                throw Error{Error::Kind::format, m_ratio.name(), fmt::format("damaged zstd data: {}", ZSTD_getErrorName(status))};
            }
            const bool ended = packed.empty() && out.pos == 0;
            if (ended && !m_frame_complete) throw Error{Error::Kind::format, m_ratio.name(), "breaks off in the middle of zstd data"};
            m_frame_complete = status == 0;
            m_input.skip(in.pos);
            m_ratio.count(in.pos, out.pos);
            m_done = ended;
            if (out.pos > 0) return out.pos;
        }
        return 0;
    }

private:
    Input m_input;
    Ratio m_ratio;
    ZSTD_DStream* m_stream;
    bool m_frame_complete = true;
    bool m_done = false;
};

bool is_packed(Input& input) { return input.peek(3) == gzip_magic || input.peek(4) == zstd_magic; }

} // namespace

Input unpack(Input input, const std::string& name, const ReadOptions& options, const OnRejected& on_rejected) {
    if (!is_packed(input)) return input;
    const bool gzip = input.peek(3) == gzip_magic;
    Ratio ratio{name, options};
    std::unique_ptr<ByteSource> source;
    if (gzip) {
        source = std::make_unique<GzipSource>(std::move(input), std::move(ratio), on_rejected);
    } else {
        source = std::make_unique<ZstdSource>(std::move(input), std::move(ratio));
    }
    Input unpacked{std::move(source)};
    if (is_packed(unpacked)) throw Error{Error::Kind::format, name, "packed more than once; unpack it first"};
    return unpacked;
}

} // namespace dateline
