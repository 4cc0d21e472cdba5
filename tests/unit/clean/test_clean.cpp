// SPDX-License-Identifier: MIT
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include <dateline/clean/cleaner.hpp>
#include <dateline/clean/duplicates.hpp>
#include <dateline/clean/join_parts.hpp>
#include <dateline/clean/split_ticker.hpp>

#include "corpus.hpp"
#include "dateline_line.hpp"
#include "page_date.hpp"
#include "publication.hpp"

using namespace dateline; // NOLINT: a test file

namespace {

const std::string first = "The foreign ministers of the two countries met in the capital on Monday and agreed to reopen the border crossing that "
                          "had been closed since the spring, officials said.";
const std::string second = "A joint commission will begin its work next week, and it is to report to both governments before the end of the year, "
                           "the ministry added in a statement.";
const std::string third = "Traders on both sides of the river have waited for months, because the detour over the mountains costs them two days "
                          "and most of what they earn.";

Page text_page(std::string content) { return {.where = "t", .kind = Page::Kind::text, .content = std::move(content), .given = {}, .published_text = {}}; }
Page html_page(std::string content) { return {.where = "h", .kind = Page::Kind::html, .content = std::move(content), .given = {}, .published_text = {}}; }

} // namespace

TEST_CASE("dates as pages write them") {
    test::check_corpus(DATELINE_TESTS "/corpus/clean/dates", [](const test::Case& c) {
        const auto header = [&](const char* name) { return c.headers.contains(name) ? c.headers.at(name) : std::string{}; };
        const auto country = header("country");
        const auto order = header("order") == "day" ? FieldOrder::day_first : header("order") == "month" ? FieldOrder::month_first : FieldOrder::unknown;
        std::string out;
        for (const auto& date : find_page_dates(c.input, {.order = order, .country = country})) out += format_instant(date.instant) + '\n';
        return out;
    });
}

TEST_CASE("plain text keeps all but its headline") {
    const auto cleaned = clean(text_page("Border to reopen\n\n" + first + "\n\n" + second));
    CHECK(cleaned.verdict == Verdict::article);
    CHECK(cleaned.article.title == "Border to reopen");
    CHECK(cleaned.article.text == first + "\n\n" + second);
    CHECK_FALSE(cleaned.article.published);
}

TEST_CASE("lines broken at a right margin become paragraphs again") {
    std::string wrapped;
    for (const auto& paragraph : {first, second}) {
        std::size_t width = 0;
        for (const char c : paragraph) {
            const bool broken = c == ' ' && width >= 60;
            wrapped += broken ? '\n' : c;
            width = broken ? 0 : width + 1;
        }
        wrapped += "\n\n";
    }
    CHECK(clean(text_page(wrapped)).article.text == first + "\n\n" + second);
}

TEST_CASE("the dump of a portal's page gives the article and nothing of the furniture") {
    const auto cleaned = clean(text_page(" date 2025-11-06 Left Menu\n\nHome\n\nWorld\n\nNeighbours agree to reopen the border\n\n" + first +
                                         "\n\nRiver Post News Desk | Updated: 06-11-2025 05:47 IST | Created: 06-11-2025 05:40 IST\n\n" + second + "\n\n" + third +
                                         "\n\nTRENDING\n\n1\nGiant pumpkin wins prize at fair\n\n2\nFilm star to marry in secret ceremony\n\nLatest News\n\n"
                                         "Connect us on\n\nLinkedIn Quora Youtube RSS\n\nSubscribe to our Newsletter\n\nRiver Post\n\nEmail: info@riverpost.in\n\n"
                                         "\u00A9 Copyright 2025"));
    const auto& article = cleaned.article;
    CHECK(article.title == "Neighbours agree to reopen the border");
    CHECK(article.text == first + "\n\n" + second + "\n\n" + third);
    REQUIRE(article.published);
    CHECK(format_instant(*article.published) == "2025-11-06T05:40:00+05:30");
    CHECK(article.publisher == "River Post");
    CHECK(article.byline == "River Post News Desk");
}

TEST_CASE("markup gives its metadata and its body") {
    const auto cleaned = clean(html_page(
        "<html lang=en><head><title>Border reopens | River Post</title><script type='application/ld+json'>{\"@graph\":[{\"@type\":\"NewsArticle\","
        "\"headline\":\"Border reopens\",\"datePublished\":\"2024-05-06T07:08:09+02:00\",\"author\":{\"name\":\"Jane Doe\"},"
        "\"publisher\":{\"name\":\"River Post\"},}]}</script></head><body><nav><ul><li><a href=/>Home</a><li><a href=/w>World</a></ul></nav>"
        "<article class='article-body'><h1>Border reopens</h1><p>" + first + "</p><p>" + second + "</p><p>" + third +
        "</p></article><aside class=related><h3>Related stories</h3><ul><li><a href=/1>Giant pumpkin wins prize</a></ul></aside>"
        "<footer>\u00A9 2024 River Post</footer></body></html>"));
    const auto& article = cleaned.article;
    CHECK(article.title == "Border reopens");
    CHECK(article.text == first + "\n\n" + second + "\n\n" + third);
    REQUIRE(article.published);
    CHECK(format_instant(*article.published) == "2024-05-06T07:08:09+02:00");
    CHECK(article.published_source == "json-ld");
    CHECK(article.byline == "Jane Doe");
    CHECK(article.publisher == "River Post");
}

TEST_CASE("metadata inside CDATA marks is read") {
    const auto cleaned = clean(html_page("<html><head><script type='application/ld+json'>\n<![CDATA[\n{\"@type\":\"NewsArticle\",\"datePublished\":"
                                         "\"2024-05-06T07:08:09Z\"}\n]]>\n</script></head><body><h1>Border reopens</h1><p>" + first + "</p></body></html>"));
    REQUIRE(cleaned.article.published);
    CHECK(cleaned.article.published_source == "json-ld");
}

TEST_CASE("a live ticker is split by its time stamps") {
    const auto entry = [](const std::string& title, const std::string& time, const std::string& body) {
        return "{\"@type\":\"BlogPosting\",\"headline\":\"" + title + "\",\"datePublished\":\"" + time + "\",\"articleBody\":\"" + body + "\"}";
    };
    auto page = html_page("<html><head><script type='application/ld+json'>{\"@type\":\"LiveBlogPosting\",\"headline\":\"Border talks live\",\"datePublished\":"
                          "\"2024-05-07T06:00:00Z\",\"liveBlogUpdate\":[" + entry("A commission", "2024-05-07T09:30:00Z", second) + "," +
                          entry("Ministers agree", "2024-05-06T22:15:00Z", first) + "]}</script></head><body><article><h1>Border talks live</h1><p>" + third +
                          "</p><h2>A commission</h2><p>" + second + "</p><h2>Ministers agree</h2><p>" + first + "</p></article></body></html>");
    page.given.id = "t";
    const auto entries = split_ticker(page);
    REQUIRE(entries.size() == 2);
    const auto last = clean(entries[1]).article;
    CHECK(last.id == "t/2");
    CHECK(last.title == "Ministers agree");
    CHECK(last.text == first);
    CHECK(format_instant(*last.published) == "2024-05-06T22:15:00Z");
    CHECK(clean(page).article.text == third);
    CHECK(split_ticker(html_page("<p>" + first)).empty());
}

TEST_CASE("a live ticker that only its markup shows is split by its time stamps") {
    const auto page_with = [](const std::string& title, const std::string& entries) {
        auto page = html_page("<html><head><title>" + title + "</title><meta property='article:published_time' content='2024-05-06T20:00:00+02:00'></head><body>"
                              "<main><article><h1>" + title + "</h1><p>" + third + "</p>" + entries + "</article></main><footer><p>Contact us</p></footer></body></html>");
        page.given.id = "t";
        page.given.url = "https://post.example/talks";
        return page;
    };
    const auto stamped = [](const std::string& clock, const std::string& title, const std::string& text) {
        return "<div class='entry'><p class='stamp'>" + clock + "</p><h3>" + title + "</h3><p>" + text + "</p></div>";
    };
    const std::string fourth = "The mayor of the border town thanked the ministers, and she said that the market on the bridge would open again on Saturday.";
    // newest first, over midnight; the clock counts from the day on which the ticker began
    const auto entries = stamped("00.20 am", "A commission", second) + stamped("2h ago / 11:10 PM", "Ministers agree", first) + stamped("21:05 h", "Thanks & more", fourth);
    const auto live = page_with("Border talks live: ministers meet", entries);
    const auto pages = split_ticker(live);
    REQUIRE(pages.size() == 3);
    const auto newest = clean(pages[0]).article;
    CHECK(newest.id == "t/1");
    CHECK(newest.title == "A commission");
    CHECK(newest.text == second);
    CHECK(format_instant(*newest.published) == "2024-05-07T00:20:00+02:00");
    CHECK(format_instant(*clean(pages[1]).article.published) == "2024-05-06T23:10:00+02:00");
    CHECK(clean(pages[2]).article.title == "Thanks & more");
    CHECK(clean(pages[2]).article.text == fourth);
    CHECK(clean(live).article.text == third);

    // stamps that a machine reads, and clocks that open the paragraph
    const auto timed = [](const std::string& time, const std::string& text) { return "<section><time datetime='" + time + "'>an hour ago</time><p>" + text + "</p></section>"; };
    const auto exact = split_ticker(page_with("Border talks, as it happened", timed("2024-05-06T18:00:00Z", first) + timed("2024-05-06T18:30:00Z", second) +
                                                                                 timed("2024-05-06T19:30:00Z", fourth)));
    REQUIRE(exact.size() == 3);
    CHECK(format_instant(*clean(exact[1]).article.published) == "2024-05-06T18:30:00Z");
    const auto inside = split_ticker(page_with("Liveticker: border talks", "<p><b>21:05</b> " + first + "</p><p><b>21:40</b> \u2013 " + second + "</p><p><b>22:15</b> " + fourth + "</p>"));
    REQUIRE(inside.size() == 3);
    CHECK(clean(inside[1]).article.text == second);

    // no ticker: it does not say so; too few stamps; stamps in no order
    CHECK(split_ticker(page_with("Border talks: ministers meet", entries)).empty());
    CHECK(split_ticker(page_with("Border talks live", stamped("23:10", "Ministers agree", first + " " + second))).empty());
    CHECK(split_ticker(page_with("Border talks live", stamped("12:00", "", first) + stamped("08:00", "", second) + stamped("13:00", "", fourth) +
                                                          stamped("07:00", "", first) + stamped("14:00", "", third))).empty());
}

TEST_CASE("an article that goes on under further addresses is one, in its order") {
    const auto part = [](const std::string& url, const std::string& title, const std::string& body) {
        auto page = html_page("<html><head><title>" + title + "</title></head><body><article><h1>Border talks end with a pact</h1><p class=standfirst>" + first + "</p>" + body +
                              "</article><div class=pages><a href='/world/border-talks'>1</a> <a href='/world/border-talks?page=2'>2</a> "
                              "<a href=\"/world/border-talks?page=3\">3</a></div></body></html>");
        page.given.url = url;
        return page;
    };
    const auto one = part("https://post.example/world/border-talks", "Border talks end with a pact - The Post", "<p>" + second + "</p>");
    const auto two = part("https://post.example/world/border-talks?page=2", "Border talks end with a pact (page 2) - The Post", "<p>" + third + "</p>");
    const auto three = part("https://www.post.example/world/border-talks?utm_source=x&page=3", "Border talks end with a pact - The Post", "<p>Part three. " + third + "</p>");
    const auto other = html_page("<p>" + third + "</p>");
    const auto join = [](const std::vector<Page>& pages) {
        std::vector<Page> joined;
        PartJoiner joiner{[&](Page&& page) { joined.push_back(std::move(page)); }};
        for (auto page : pages) joiner.add(std::move(page));
        joiner.finish();
        return joined;
    };
    const auto joined = join({three, other, one, two, other});
    REQUIRE(joined.size() == 3); // the article where its last part came
    const auto article = clean(joined[1]).article;
    CHECK(article.url == "https://post.example/world/border-talks");
    CHECK(article.title == "Border talks end with a pact");
    CHECK(article.text == first + "\n\n" + second + "\n\n" + third + "\n\nPart three. " + third);
    // with a gap only what is before it; a part whose title is another's is none; what is no part goes on at once
    CHECK(join({one, three, other})[0].content == other.content);
    CHECK(join({one, three}).size() == 2);
    CHECK(join({one, part("https://post.example/world/border-talks?page=2", "Comments", "")}).size() == 2);
    CHECK(join({two, two, one}).size() == 2);
    // other notations, and the address from the page itself
    const auto slashed = [](const std::string& number, const std::string& body) {
        return html_page("<!-- saved from url=(0042)https://post.example/2025/harvest-report" + number + " --><title>Harvest report</title><h1>Harvest report</h1><p>" + body +
                         "</p><nav class='pagination'><a href='https://post.example/2025/harvest-report/page/2/'>Next page</a></nav>");
    };
    const auto report = join({slashed("/page/2/", second), slashed("/", first)});
    REQUIRE(report.size() == 1);
    CHECK(clean(report[0]).article.text == first + "\n\n" + second);
}

TEST_CASE("page breaks inside one page do not part the article") {
    const auto at_break = [](const std::string& counter) { return "<hr><p>The Border Post</p><h1>Border talks end with a pact</h1><p>" + counter + "</p>"; };
    const auto cleaned = clean(html_page("<html><body>" + at_break("Page 1 of 3") + "<p>" + first + "</p>" + at_break("Page 2 of 3") + "<p>" + second + "</p>" +
                                         at_break("Page 3 of 3") + "<p>" + third + "</p></body></html>"));
    CHECK(cleaned.article.title == "Border talks end with a pact");
    CHECK(cleaned.article.text == first + "\n\n" + second + "\n\n" + third);
}

TEST_CASE("a record's own date wins over the page's, the caller's over both") {
    auto page = text_page("Published: 2020-01-01\n\n" + first + "\n\n" + second);
    CHECK(clean(page).article.published_source == "visible text");
    page.published_text = "2021-02-03T04:05:06Z";
    CHECK(format_instant(*clean(page).article.published) == "2021-02-03T04:05:06Z");
    CHECK(clean(page, {.published = parse_instant("2022-01-01")}).article.published_source == "option");
}

TEST_CASE("impossible dates are refused with a reason") {
    auto page = text_page(first);
    page.published_text = "2031-01-01";
    const auto cleaned = clean(page, {.today = parse_day("2025-01-01")});
    CHECK_FALSE(cleaned.article.published);
    REQUIRE(cleaned.notes.size() == 1);
    CHECK(cleaned.notes[0].find("future") != std::string::npos);
    page.published_text = "soon";
    CHECK(clean(page).notes.at(0).find("no date") != std::string::npos);
}

TEST_CASE("the day with most trust behind it is chosen, then its most exact claim") {
    const auto claim = [](const char* instant, DateClaim::What what, float trust, const char* source = "s") {
        return DateClaim{.instant = *parse_instant(instant), .what = what, .source = source, .trust = trust};
    };
    using enum DateClaim::What;
    std::vector<std::string> notes;
    const auto chosen = choose_publication({claim("2024-05-08", modified, 0.9F), claim("2024-05-06", published, 0.7F),
                                            claim("2024-05-06T10:00:00Z", published, 0.4F, "t"), claim("2024-05-07", published, 0.9F)}, {}, notes);
    REQUIRE(chosen);
    CHECK(format_instant(chosen->instant) == "2024-05-06T10:00:00Z");
}

TEST_CASE("a moment in UTC is of the day that the page's own clocks show") {
    const auto claim = [](const char* instant, const char* source, float trust) {
        return DateClaim{.instant = *parse_instant(instant), .what = DateClaim::What::published, .source = source, .trust = trust};
    };
    std::vector<std::string> notes;
    const std::vector<DateClaim> claims{claim("2020-07-08", "url", 0.75F), claim("2020-07-09T10:04:00Z", "json-ld", 0.9F)};
    CHECK(choose_publication(claims, {}, notes)->source == "url"); // in Hawaii it was the 8th
    auto with_zone = claims;
    with_zone.push_back(claim("2020-07-09T18:40:00-04:00", "class", 0.1F));
    CHECK(format_day(choose_publication(with_zone, {}, notes)->instant.day()) == "2020-07-09");
}

TEST_CASE("a date in the words of the page counts where they say that the page was published then") {
    const auto published = [](const std::string& more, const std::string& url = {}) {
        auto page = html_page("<html><body><h1>Border reopens</h1><p>" + first + "</p><p>" + second + "</p><p>" + third + "</p>" + more + "</body></html>");
        page.given.url = url;
        const auto article = clean(page).article;
        return article.published ? format_day(article.published->day()) : std::string{};
    };
    const std::string links = "<a href=/a>Tags</a>, <a href=/b>rivers and borders</a>, <a href=/c>all of the other stories</a>, <a href=/d>more</a>";
    CHECK(published("<div class='post-footer meta'>Dieser Artikel wurde am 14. Dezember 2015 um 14:48 von <a href=/x>Heiner</a> geschrieben und steht unter " + links + "</div>") == "2015-12-14");
    CHECK(published("<div class=subline><span class=date>26 | 01 | 2022</span></div>") == "2022-01-26");
    CHECK(published("<div><abbr title='Friday, 6 October 2017, 04:00'>long ago</abbr></div>") == "2017-10-06");
    CHECK(published("<span class=date>2/10/2020</span>", "https://news.example/en-gb/world/a") == "2020-10-02");
    CHECK(published("<span class=date>2/10/2020</span>", "https://news.example/world/a") == "2020-02-10");
}

TEST_CASE("datelines are found and nothing else is taken for one") {
    const auto [text, dateline] = GENERATE(table<const char*, const char*>({
        {"TOKYO, March 3 (Reuters) - Japan said", "TOKYO, March 3 (Reuters)"},
        {"WASHINGTON (AP) \u2014 The Senate", "WASHINGTON (AP)"},
        {"New Delhi [India], November 6 (ANI): The minister", "New Delhi [India], November 6 (ANI)"},
        {"UNITED NATIONS, April 9 - For the second time", "UNITED NATIONS, April 9"},
        {"Geneva, 5 May 2024 \u2013 Talks", "Geneva, 5 May 2024"},
        {"The plan - long delayed - was dropped", ""},
        {"Minister: we will not yield", ""},
        {"", ""},
    }));
    CHECK(find_dateline(text) == dateline);
}

TEST_CASE("other languages and empty pages say why they give no article") {
    CHECK(clean(text_page("Der Au\u00DFenminister hat am Montag die Hauptstadt des Nachbarlandes besucht und dort mit der Regierung \u00FCber die "
                          "Wiederer\u00F6ffnung der Grenze gesprochen, wie das Ministerium mitteilte.")).verdict == Verdict::not_english);
    CHECK(clean(text_page(" \n\n ")).verdict == Verdict::empty);
    CHECK(clean(html_page("")).verdict == Verdict::empty);
}

TEST_CASE("byline and date at the head of a text are about it, not of it") {
    const auto dated = clean(text_page("Border to reopen\n\nBy a correspondent\n\nBUNIA, Democratic Republic of Congo, June 17, 2019 (River Press) -- " + first + "\n\n" + second));
    CHECK(dated.article.dateline == "BUNIA, Democratic Republic of Congo, June 17, 2019 (River Press)");
    CHECK(dated.article.text.find("correspondent") == std::string::npos);
    REQUIRE(dated.article.published);
    CHECK(format_instant(*dated.article.published) == "2019-06-17");
    const auto clocked = clean(text_page("Border to reopen\n\n30 April 2024 13:05 GMT\n\n" + first + "\n\n" + second));
    CHECK(clocked.article.text == first + "\n\n" + second);
    REQUIRE(clocked.article.published);
    CHECK(format_instant(*clocked.article.published) == "2024-04-30T13:05:00Z");
    const auto day = clean(text_page("Border to reopen\n\nTuesday, April 30, 2024\n\n" + first + "\n\n" + second));
    CHECK(day.article.dateline == "Tuesday, April 30, 2024");
    CHECK(day.article.text == first + "\n\n" + second);
}

TEST_CASE("a page that a lost end tag puts into a button is read, and one that a script will show too") {
    const auto body = "<h1>Border reopens</h1><p>" + first + "</p><p>" + second + "</p><p>" + third + "</p>";
    CHECK(clean(html_page("<html><body><header><button><div>Menu</button></header><main><article>" + body + "</article></main></body></html>")).article.text ==
          first + "\n\n" + second + "\n\n" + third);
    CHECK(clean(html_page("<html><body><div hidden id='S:0'><main><article>" + body + "</article></main></div></body></html>")).article.text ==
          first + "\n\n" + second + "\n\n" + third);
}

TEST_CASE("where the page shows next to nothing, the body of its metadata is taken") {
    std::string json;
    std::string text;
    for (int i = 0; i < 3; ++i) {
        for (const auto& paragraph : {first, second, third}) {
            json += paragraph + "\\n";
            text += (text.empty() ? "" : "\n\n") + paragraph;
        }
    }
    const auto cleaned = clean(html_page("<html lang=en><head><script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Border reopens\","
                                         "\"articleBody\":\"" + json + "\"}</script></head><body><h1>Border reopens</h1><p>" + first + "</p></body></html>"));
    CHECK(cleaned.article.text == text);
}

TEST_CASE("where publication is named, the surest and most agreed day is believed") {
    const auto [head, body, expected] = GENERATE(table<const char*, const char*, const char*>({
        // one moment in two zones: the local day
        {"<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"datePublished\":\"2024-05-07T01:30:00+10:00\"}</script>"
         "<meta property='article:published_time' content='2024-05-06T15:30:00Z'>", "", "2024-05-07T01:30:00+10:00"},
        // a local clock without its zone tells which, and which day
        {"<meta property='article:published_time' content='2023-12-23T01:48:19Z'>", "<time datetime='2023-12-22T20:48:19'>8:48 p.m.</time>", "2023-12-22T20:48:19-05:00"},
        // comments name their day many times
        {"<meta property='article:published_time' content='2024-05-06'>",
         "<span itemprop=datePublished>2024-05-09</span><span itemprop=datePublished>2024-05-09</span><span itemprop=datePublished>2024-05-09</span>", "2024-05-06"},
        // a system that sets publication anew with every change
        {"<meta property='article:published_time' content='2017-04-12'><meta name=publishdate content='2020-02-19'>"
         "<meta property='article:modified_time' content='2020-02-19'>", "<p>19 February 2020</p>", "2017-04-12"},
        // a class that says it is the date
        {"", "<span class='entry-date'>10.12.19</span>", "2019-12-10"},
        {"", "<span property='schema:dateCreated' content='2022-01-28T12:45:46+01:00'></span>", "2022-01-28T12:45:46+01:00"},
    }));
    const auto cleaned = clean(html_page("<html lang=en><head>" + std::string{head} + "</head><body><h1>Border reopens</h1>" + body + "<p>" + first + "</p><p>" + second +
                                         "</p></body></html>"));
    REQUIRE(cleaned.article.published);
    CHECK(format_instant(*cleaned.article.published) == expected);
}

TEST_CASE("the order of day and month follows the page's language where the host has no country") {
    const auto published = [](const std::string& language) {
        const auto cleaned = clean(html_page("<html lang=" + language + "><body><h1>Border reopens</h1><span class=time>02/10/2020</span><p>" + first + "</p><p>" + second +
                                             "</p></body></html>"));
        return cleaned.article.published ? format_instant(*cleaned.article.published) : std::string{};
    };
    CHECK(published("en-GB") == "2020-10-02");
    CHECK(published("en-US") == "2020-02-10");
}

TEST_CASE("an address or a body that was there is known again") {
    const auto article = [](const char* id, const char* url, const std::string& text) {
        Article a;
        a.id = id;
        a.url = url;
        a.text = text;
        return a;
    };
    Duplicates seen;
    const auto add = [&](const Article& a) { return seen.add(a.id, fingerprint(a)).value_or(""); };
    const auto body = first + "\n\n" + second + "\n\n" + third;
    CHECK(add(article("1", "https://www.post.example/a?utm_source=x#top", body)).empty());
    CHECK(add(article("2", "http://post.example/a/", "Something else.")) == "1");                          // the same address
    CHECK(add(article("3", "https://other.example/wire", "RIVER CITY - " + body)) == "1");                 // wire copy elsewhere
    CHECK(add(article("4", "https://post.example/a?page=2", third + " " + third + " And so on.")).empty()); // another page
    CHECK(add(article("7", "https://post.example/a", "The ferry sank in the harbour, and nobody was on board.")).empty());
    CHECK(add(article("5", "", "Too short to tell.")).empty());
    CHECK(add(article("6", "", "Too short to tell.")).empty());
}

TEST_CASE("explained, each block says why it went, and each date where it was found") {
    const auto cleaned = clean(html_page("<html lang=en><head><title>Border reopens</title><meta property='article:published_time' content='2024-05-06'></head><body>"
                                         "<nav><ul><li><a href=/>Home</a><li><a href=/w>World</a></ul></nav><article class='article-body'><h1>Border reopens</h1><p>" +
                                         first + "</p><p>" + second + "</p><p>" + third + "</p></article><footer>\u00A9 2024 River Post</footer></body></html>"),
                               {.explain = true});
    REQUIRE(cleaned.blocks.size() == 7);
    CHECK(cleaned.blocks[0].why == "navigation");
    CHECK(cleaned.blocks[2].why == "the title");
    CHECK(cleaned.blocks[3].kept);
    CHECK(cleaned.blocks[3].why.empty());
    CHECK(cleaned.blocks[6].why == "footer");
    REQUIRE(cleaned.dates.size() == 1);
    CHECK(cleaned.dates[0].source == "meta");
}

TEST_CASE("the same content has the same id, and a given id stays") {
    auto page = text_page("Border to reopen\n\n" + first);
    const auto id = clean(page).article.id;
    page.where = "elsewhere";
    CHECK(clean(page).article.id == id);
    page.given.id = "7";
    CHECK(clean(page).article.id == "7");
}

TEST_CASE("any bytes give a result") {
    std::string bytes;
    for (int i = 0; i < 4096; ++i) bytes += static_cast<char>((i * 7919) >> 3);
    std::string deep;
    for (int i = 0; i < 20'000; ++i) deep += "<div><b>";
    for (const auto kind : {Page::Kind::html, Page::Kind::text, Page::Kind::fragment, Page::Kind::record}) {
        for (const auto& content : {bytes, deep, std::string(3, '\0'), std::string{"<"}, std::string{"<!--"}, std::string{"\xF0\x9F"}}) {
            Page page{.where = "x", .kind = kind, .content = content, .given = {}, .published_text = content};
            CHECK_NOTHROW(clean(page, {.explain = true}));
        }
    }
}
