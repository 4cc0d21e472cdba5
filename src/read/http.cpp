// SPDX-License-Identifier: MIT
#include "http.hpp"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <memory>
#include <optional>
#include <utility>

#include <brotli/decode.h>
#include <fmt/format.h>
#include <zlib.h>
#include <zstd.h>

#include <dateline/core/error.hpp>
#include <dateline/text/fold.hpp>

namespace dateline {
namespace {

std::string_view trim(std::string_view text) {
    const auto begin = text.find_first_not_of(" \t\r\n");
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(" \t\r\n") - begin + 1);
}

/// RFC 9112 7.1. A body that says it is chunked and is not (archives that have joined it already) comes back as it is.
std::string join_chunks(std::string_view body) {
    std::string joined;
    for (auto rest = body; !rest.empty();) {
        const auto line_end = rest.find('\n');
        if (line_end == std::string_view::npos) return joined.empty() ? std::string{body} : joined;
        std::size_t size = 0;
        const auto line = trim(rest.substr(0, line_end));
        const auto [end, error] = std::from_chars(line.data(), line.data() + line.size(), size, 16);
        if (error != std::errc{} || end == line.data()) return joined.empty() ? std::string{body} : joined;
        rest.remove_prefix(line_end + 1);
        if (size == 0) break;
        joined += rest.substr(0, size);
        rest.remove_prefix(std::min(rest.size(), size));
        if (rest.starts_with('\r')) rest.remove_prefix(1);
        if (rest.starts_with('\n')) rest.remove_prefix(1);
    }
    return joined;
}

[[nodiscard]] Error too_large(std::size_t max) { return {Error::Kind::format, "", fmt::format("its body unpacks to more than {} bytes", max)}; }

/// What `inflate` makes of `packed` with these window bits; nothing when it is not in that format. What came before damage counts.
std::optional<std::string> inflate_with(std::string_view packed, int window_bits, std::size_t max) {
    z_stream stream{};
    if (inflateInit2(&stream, window_bits) != Z_OK) return std::nullopt;
    std::string out;
    std::string portion(std::size_t{1} << 16U, '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data())); // zlib does not write there
    stream.avail_in = static_cast<uInt>(packed.size());
    int status = Z_OK;
    while (status == Z_OK && out.size() <= max) {
        stream.next_out = reinterpret_cast<Bytef*>(portion.data());
        stream.avail_out = static_cast<uInt>(portion.size());
        status = inflate(&stream, Z_NO_FLUSH);
        out.append(portion, 0, portion.size() - stream.avail_out);
    }
    inflateEnd(&stream);
    if (out.size() > max) throw too_large(max);
    if (out.empty() && status != Z_STREAM_END) return std::nullopt;
    return out;
}

/// RFC 7932; nothing when it is not brotli. What came before damage counts, unless it is less than what went in.
std::optional<std::string> unpack_brotli(std::string_view packed, std::size_t max) {
    const std::unique_ptr<BrotliDecoderState, decltype(&BrotliDecoderDestroyInstance)> decoder{BrotliDecoderCreateInstance(nullptr, nullptr, nullptr),
                                                                                               &BrotliDecoderDestroyInstance};
    if (!decoder) return std::nullopt;
    std::string out;
    const auto* next = reinterpret_cast<const std::uint8_t*>(packed.data());
    auto left = packed.size();
    auto status = BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT;
    while (status == BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT && out.size() <= max) {
        std::size_t room = 0;
        status = BrotliDecoderDecompressStream(decoder.get(), &left, &next, &room, nullptr, nullptr);
        std::size_t size = 0;
        const auto* const portion = BrotliDecoderTakeOutput(decoder.get(), &size);
        out.append(reinterpret_cast<const char*>(portion), size);
    }
    if (out.size() > max) throw too_large(max);
    const bool damaged = status == BROTLI_DECODER_RESULT_ERROR;
    return damaged && out.size() < packed.size() ? std::nullopt : std::optional{std::move(out)}; // text that only says it is brotli
}

/// RFC 8878; nothing when it is not zstd. What came before damage counts.
std::optional<std::string> unpack_zstd(std::string_view packed, std::size_t max) {
    const std::unique_ptr<ZSTD_DStream, decltype(&ZSTD_freeDStream)> stream{ZSTD_createDStream(), &ZSTD_freeDStream};
    if (!stream) return std::nullopt;
    std::string out;
    std::string portion(ZSTD_DStreamOutSize(), '\0');
    ZSTD_inBuffer in{packed.data(), packed.size(), 0};
    for (bool more = true; more && out.size() <= max;) {
        ZSTD_outBuffer to{portion.data(), portion.size(), 0};
        const auto status = ZSTD_decompressStream(stream.get(), &to, &in);
        out.append(portion, 0, to.pos);
        more = ZSTD_isError(status) == 0 && (in.pos < in.size || to.pos == to.size);
    }
    if (out.size() > max) throw too_large(max);
    return out.empty() ? std::nullopt : std::optional{std::move(out)};
}

std::string unpack_body(std::string body, std::string_view encoding, std::size_t max) {
    constexpr int gzip_or_zlib = 15 + 32;
    constexpr int raw_deflate = -15;
    if (encoding.empty() || encoding == "identity") return body;
    if (encoding == "br") return unpack_brotli(body, max).value_or(body);
    if (encoding == "zstd") return unpack_zstd(body, max).value_or(body);
    if (encoding != "gzip" && encoding != "x-gzip" && encoding != "deflate") {
        throw Error{Error::Kind::format, "", fmt::format("its body is packed as '{}', which is not read", encoding)};
    }
    if (auto out = inflate_with(body, gzip_or_zlib, max)) return *out;
    // "deflate" without zlib's frame, against RFC 9110 8.4.1.2 but common
    if (encoding == "deflate") {
        if (auto out = inflate_with(body, raw_deflate, max)) return *out;
    }
    return body; // unpacked by whoever archived it
}

} // namespace

Fields parse_fields(std::string_view lines) {
    Fields fields;
    while (!lines.empty()) {
        const auto end = std::min(lines.find('\n'), lines.size());
        const auto line = lines.substr(0, end);
        lines.remove_prefix(std::min(end + 1, lines.size()));
        if ((line.starts_with(' ') || line.starts_with('\t')) && !fields.empty()) {
            fields.back().second += ' ';
            fields.back().second += trim(line);
            continue;
        }
        const auto colon = line.find(':');
        if (colon == std::string_view::npos) continue;
        fields.emplace_back(lower(trim(line.substr(0, colon))), std::string{trim(line.substr(colon + 1))});
    }
    return fields;
}

std::string_view field(const Fields& fields, std::string_view name) noexcept {
    const auto found = std::ranges::find(fields, name, &Fields::value_type::first);
    return found == fields.end() ? std::string_view{} : std::string_view{found->second};
}

void set_content_type(HttpResponse& response, std::string_view value) {
    const auto semicolon = value.find(';');
    response.media_type = lower(trim(value.substr(0, semicolon)));
    const auto parameters = semicolon == std::string_view::npos ? std::string{} : lower(value.substr(semicolon));
    const auto at = parameters.find("charset=");
    if (at == std::string::npos) return;
    auto charset = std::string_view{parameters}.substr(at + std::string_view{"charset="}.size());
    charset = charset.substr(0, charset.find(';'));
    charset.remove_prefix(std::min(charset.find_first_not_of(" \"'"), charset.size()));
    response.charset = charset.substr(0, charset.find_first_of(" \"'"));
}

HttpResponse parse_response(std::string_view message, const ReadOptions& options) {
    if (!message.starts_with("HTTP/")) throw Error{Error::Kind::format, "", "expected an HTTP response"};
    auto head_end = message.find("\r\n\r\n");
    std::size_t gap = 4;
    if (const auto bare = message.find("\n\n"); bare < head_end) {
        head_end = bare;
        gap = 2;
    }
    if (head_end == std::string_view::npos) throw Error{Error::Kind::format, "", "the HTTP response breaks off in its head"};
    const auto head = message.substr(0, head_end);
    const auto first_line = head.substr(0, head.find('\n'));
    HttpResponse response;
    if (const auto space = first_line.find(' '); space != std::string_view::npos) {
        const auto code = first_line.substr(space + 1);
        std::from_chars(code.data(), code.data() + code.size(), response.status);
    }
    const auto fields = parse_fields(head);
    set_content_type(response, field(fields, "content-type"));
    const auto body = message.substr(head_end + gap);
    const bool chunked = lower(field(fields, "transfer-encoding")).find("chunked") != std::string::npos;
    response.body = unpack_body(chunked ? join_chunks(body) : std::string{body}, lower(field(fields, "content-encoding")), options.max_page_bytes);
    return response;
}

} // namespace dateline
