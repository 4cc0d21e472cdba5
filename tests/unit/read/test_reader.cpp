// SPDX-License-Identifier: MIT
#include <cstdint>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

#include <catch2/catch.hpp>
#include <brotli/encode.h>
#include <zlib.h>
#include <zstd.h>

#include <dateline/read/reader.hpp>

using namespace dateline; // NOLINT: a test file

namespace {

struct Result {
    std::vector<Page> pages;
    std::vector<std::string> rejected; ///< where of each
};

Result read(const std::string& bytes, const std::string& name, const ReadOptions& options = {}) {
    Result result;
    std::istringstream in{bytes};
    read_stream(
        in, name, options, [&](Page&& page) { result.pages.push_back(std::move(page)); },
        [&](const Error& error) { result.rejected.push_back(error.where()); });
    return result;
}

std::string gzip(const std::string& bytes) {
    z_stream stream{};
    REQUIRE(deflateInit2(&stream, 9, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY) == Z_OK);
    std::string packed(deflateBound(&stream, bytes.size()) + 64, '\0');
    auto copy = bytes;
    stream.next_in = reinterpret_cast<Bytef*>(copy.data());
    stream.avail_in = static_cast<uInt>(copy.size());
    stream.next_out = reinterpret_cast<Bytef*>(packed.data());
    stream.avail_out = static_cast<uInt>(packed.size());
    REQUIRE(deflate(&stream, Z_FINISH) == Z_STREAM_END);
    packed.resize(stream.total_out);
    deflateEnd(&stream);
    return packed;
}

std::string warc_record(const std::string& type, const std::string& media, const std::string& body) {
    return "WARC/1.0\r\nWARC-Type: " + type + "\r\nWARC-Target-URI: http://news.example/a\r\nContent-Type: " + media +
           "\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body + "\r\n\r\n";
}

const std::string response = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=iso-8859-1\r\n\r\n<html><p>caf\xE9</p></html>";

} // namespace

TEST_CASE("a bad record costs itself and is named") {
    const auto result = read("{\"id\":\"a\",\"text\":\"one\"}\n{broken\n\n{\"id\":2,\"text\":\"two\"}\n{\"id\":\"c\"}", "x.jsonl");
    REQUIRE(result.pages.size() == 2);
    CHECK(result.pages[0].where == "x.jsonl:1");
    CHECK(result.pages[1].given.id == "2");
    CHECK(result.pages[1].kind == Page::Kind::record);
    CHECK(result.rejected == std::vector<std::string>{"x.jsonl:2", "x.jsonl:5"});
}

TEST_CASE("the first of several names for a field wins, other values become text") {
    const auto result = read(R"({"published":"2024-01-02","date":"1999-01-01","author":[{"name":"A"},"B"],"html":"<p>x</p>"})", "-");
    REQUIRE(result.pages.size() == 1);
    CHECK(result.pages[0].published_text == "2024-01-02");
    CHECK(result.pages[0].given.byline == "A, B");
    CHECK(result.pages[0].kind == Page::Kind::html);
}

TEST_CASE("the content decides the format before the suffix does") {
    CHECK(read("<!DOCTYPE html><p>x", "a.txt").pages.at(0).kind == Page::Kind::html);
    CHECK(read("Headline\n\nText.", "a.html").pages.at(0).kind == Page::Kind::html);
    CHECK(read("Headline\n\nText.", "a").pages.at(0).kind == Page::Kind::text);
    CHECK(read("[Photo] A text.", "a").pages.at(0).kind == Page::Kind::text);
    CHECK(read(std::string("\x89PNG\r\n\0\0\0\x01\x02", 12), "a").rejected.size() == 1);
    CHECK(read("", "a").rejected.size() == 1);
}

TEST_CASE("whatever the charset, pages are UTF-8") {
    CHECK(read("\xEF\xBB\xBF" "caf\xC3\xA9", "a").pages.at(0).content == "caf\xC3\xA9");
    CHECK(read("<html><meta charset=iso-8859-1><p>caf\xC3\xA9", "a").pages.at(0).content.ends_with("caf\xC3\xA9"));
    CHECK(read("<html><meta charset=windows-1251><p>\xEC\xE8\xF0", "a").pages.at(0).content.ends_with("\u043C\u0438\u0440"));
    std::string wide = "\xFF\xFE";
    for (const char c : std::string{R"({"text":"hi"})"}) wide += {c, '\0'};
    CHECK(read(wide, "a.jsonl").pages.at(0).content == "hi");
}

TEST_CASE("packed input is unpacked within limits") {
    const std::string record = "{\"text\":\"hello\"}\n";
    CHECK(read(gzip(record) + gzip(record), "a.jsonl.gz").pages.size() == 2);
    const auto packed = gzip(record + record);
    const auto cut = read(packed.substr(0, packed.size() - 9), "a.jsonl.gz");
    CHECK(cut.rejected.size() == 1);
    const auto bomb = read(gzip(std::string(std::size_t{1} << 22U, ' ')), "a.jsonl.gz", {.max_page_bytes = 1000, .max_expansion = 10});
    CHECK(bomb.pages.empty());
    CHECK(bomb.rejected.size() == 1);
    CHECK(read(gzip(gzip(record)), "a.gz").rejected.size() == 1);
    const auto followed = read(gzip(record) + "rubbish", "a.jsonl.gz");
    CHECK(followed.pages.size() == 1);
    CHECK(followed.rejected == std::vector<std::string>{"a.jsonl.gz"});
    CHECK(read(gzip(record) + std::string(100'000, '\0'), "a.jsonl.gz").rejected.empty());
}

TEST_CASE("a line or page that is too large is refused, the next one read") {
    const auto result = read("{\"text\":\"" + std::string(500, 'x') + "\"}\n{\"text\":\"ok\"}\n", "a.jsonl", {.max_page_bytes = 100});
    CHECK(result.rejected == std::vector<std::string>{"a.jsonl:1"});
    CHECK(result.pages.size() == 1);
    CHECK(read(std::string(500, 'x'), "a.txt", {.max_page_bytes = 100}).rejected.size() == 1);
}

TEST_CASE("archives give their pages, past what is broken") {
    const auto good = warc_record("response", "application/http; msgtype=response", response);
    const auto text = warc_record("conversion", "text/plain", "Some text.");
    const auto result = read(good + warc_record("request", "application/http", "GET / HTTP/1.1\r\n\r\n") + "rubbish\n" + text, "a.warc");
    REQUIRE(result.pages.size() == 2);
    CHECK(result.pages[0].content.find("caf\xC3\xA9") != std::string::npos);
    CHECK(result.pages[0].given.url == "http://news.example/a");
    CHECK(result.pages[1].kind == Page::Kind::text);
    CHECK(result.rejected.size() == 1);
    CHECK(read(gzip(good) + gzip(text), "a.warc.gz").pages.size() == 2);
}

TEST_CASE("bodies packed for the way are unpacked, and what only says it is packed is taken as it is") {
    const std::string html = "<html><p>" + std::string(2000, 'x') + "</p></html>";
    std::string brotli(html.size() + 1024, '\0');
    std::size_t size = brotli.size();
    REQUIRE(BrotliEncoderCompress(5, 18, BROTLI_MODE_TEXT, html.size(), reinterpret_cast<const std::uint8_t*>(html.data()), &size,
                                  reinterpret_cast<std::uint8_t*>(brotli.data())) == BROTLI_TRUE);
    brotli.resize(size);
    std::string zstd(ZSTD_compressBound(html.size()), '\0');
    zstd.resize(ZSTD_compress(zstd.data(), zstd.size(), html.data(), html.size(), 3));
    const auto [encoding, body] = GENERATE_COPY(table<std::string, std::string>({{"br", brotli}, {"zstd", zstd}, {"gzip", gzip(html)}, {"br", html}, {"zstd", html}, {"gzip", html}}));
    CAPTURE(encoding);
    const auto packed = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: " + encoding + "\r\n\r\n" + body;
    const auto result = read(warc_record("response", "application/http", packed), "a.warc");
    REQUIRE(result.pages.size() == 1);
    CHECK(result.pages[0].content == html);
    CHECK(read(warc_record("response", "application/http", packed), "a.warc", {.max_page_bytes = 1000}).pages.empty());
}

TEST_CASE("ARC, the older archive format, gives its pages") {
    const std::string block = "HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n<html><p>One</p></html>";
    const auto record = "http://news.example/a 192.0.2.1 20080430204825 text/html " + std::to_string(block.size()) + "\n" + block + "\n";
    const std::string version = "1 0 Example\nURL IP-address Archive-date Content-type Archive-length\n";
    const auto head = "filedesc://x.arc 0.0.0.0 20080430204825 text/plain " + std::to_string(version.size()) + "\n" + version + "\n";
    for (const auto& bytes : {head + record + record, gzip(head) + gzip(record) + gzip(record)}) {
        const auto result = read(bytes, "x.arc");
        REQUIRE(result.pages.size() == 2);
        CHECK(result.pages[0].given.url == "http://news.example/a");
        CHECK(result.pages[0].content == "<html><p>One</p></html>");
        CHECK(result.rejected.empty());
    }
}

TEST_CASE("bodies that are chunked are joined") {
    const std::string chunked = "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nnews\r\n3\r\n he\r\n0\r\n\r\n";
    CHECK(read(warc_record("response", "application/http", chunked), "a.warc").pages.at(0).content == "news he");
}

TEST_CASE("feeds give an article an entry") {
    const auto rss = read("<rss><channel><title>The Paper</title><item><title>T</title><link>http://x.example/1</link>"
                          "<pubDate>Thu, 06 Nov 2025 05:47:00 GMT</pubDate><description>&lt;p&gt;Body&lt;/p&gt;</description></item>"
                          "<item><title>no text</title></item></channel></rss>", "f");
    REQUIRE(rss.pages.size() == 1);
    CHECK(rss.pages[0].content == "<p>Body</p>");
    CHECK(rss.pages[0].given.publisher == "The Paper");
    CHECK(rss.pages[0].published_text == "Thu, 06 Nov 2025 05:47:00 GMT");
    CHECK(rss.rejected == std::vector<std::string>{"f#2"});
    const auto atom = read("<feed xmlns='http://www.w3.org/2005/Atom'><title>P</title><entry><title>T</title><link href='http://x.example/2'/>"
                           "<updated>2025-11-06T05:47:00Z</updated><content type='xhtml'><div>Body</div></content></entry></feed>", "f");
    REQUIRE(atom.pages.size() == 1);
    CHECK(atom.pages[0].content == "<div>Body</div>");
    CHECK(atom.pages[0].given.url == "http://x.example/2");
}

TEST_CASE("agency XML gives headline, body and date") {
    const auto nitf = read("<nitf><head><docdata><date.issue norm='20251106T054700Z'/></docdata></head><body><body.head><hedline><hl1>T</hl1></hedline>"
                           "<dateline>TOKYO</dateline></body.head><body.content><p>Body.</p></body.content></body></nitf>", "n");
    REQUIRE(nitf.pages.size() == 1);
    CHECK(nitf.pages[0].given.title == "T");
    CHECK(nitf.pages[0].given.dateline == "TOKYO");
    CHECK(nitf.pages[0].content == "<p>Body.</p>");
}

TEST_CASE("what a callback throws reaches the caller") {
    std::istringstream in{"{\"text\":\"x\"}"};
    CHECK_THROWS_AS(read_stream(in, "a", {}, [](Page&&) { throw Error{Error::Kind::io, "out", "disk full"}; }, [](const Error&) {}), Error);
}

TEST_CASE("deep nesting ends in a rejection") {
    CHECK(read(std::string(100'000, '['), "a.jsonl", {.format = InputFormat::jsonl}).rejected.size() == 1);
    std::string xml = "<rss>";
    for (int i = 0; i < 5000; ++i) xml += "<a>";
    for (int i = 0; i < 5000; ++i) xml += "</a>";
    CHECK(read(xml + "</rss>", "a.rss").rejected.size() == 1);
}
