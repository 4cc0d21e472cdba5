// SPDX-License-Identifier: MIT
//
// Bytes in order, from a stream, through an unpacker or a decoder, and the buffer that the formats read them from.
#pragma once

#include <cstddef>
#include <cstdint>
#include <istream>
#include <memory>
#include <string>
#include <string_view>

#include <dateline/read/reader.hpp>

namespace dateline {

class ByteSource {
public:
    virtual ~ByteSource() = default;
    /// Up to `size` bytes; 0 only at the end. Throws Error where bytes are missing or damaged; the next call then goes on
    /// behind the damage where there is a way to, and else gives 0.
    virtual std::size_t read(char* to, std::size_t size) = 0;
};

class Input {
public:
    explicit Input(std::unique_ptr<ByteSource> source) : m_source{std::move(source)} {}

    /// The next `count` bytes, fewer at the end, without taking them. Valid until the next call of anything.
    [[nodiscard]] std::string_view peek(std::size_t count);
    [[nodiscard]] bool at_end() { return peek(1).empty(); }
    /// Takes up to `count` bytes away; says how many there were.
    std::uint64_t skip(std::uint64_t count);
    /// Takes up to `count` bytes.
    [[nodiscard]] std::string take(std::size_t count);

    enum class Line { complete, too_long, none };
    /// Takes one line, its end "\n" or "\r\n" cut off. Of a line longer than `max` only the first `max` bytes are kept, and all is taken.
    [[nodiscard]] Line take_line(std::string& line, std::size_t max);

private:
    bool fill();

    std::unique_ptr<ByteSource> m_source;
    std::string m_buffer;
    std::size_t m_begin = 0;
};

[[nodiscard]] std::unique_ptr<ByteSource> stream_source(std::istream& in, std::string name);

/// `input` unpacked where it starts as gzip (any number of members) or zstd, and else as it is. `on_rejected`, which must outlive it, is told
/// of what follows the last member.
[[nodiscard]] Input unpack(Input input, const std::string& name, const ReadOptions& options, const OnRejected& on_rejected);

/// `input` as UTF-8 where it starts as UTF-16 or UTF-32, and else as it is, without a byte order mark.
[[nodiscard]] Input decode_wide(Input input);

} // namespace dateline
