// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>

#include <algorithm>
#include <string>

#include <dateline/actors/finder.hpp>
#include <dateline/actors/tenure_book.hpp>
#include <dateline/annotate/annotator.hpp>
#include <dateline/core/error.hpp>

namespace {

using dateline::ActorDictionary;

dateline::Document read(const std::string& text, const char* day) {
    static const dateline::Annotator annotator;
    return annotator.annotate({.id = "a", .published = dateline::parse_instant(day), .text = text});
}

/// The ids of all actors that a text names, with a blank between them.
std::string found(const std::string& dictionary, const std::string& text, const char* day = "2025-11-06") {
    const dateline::ActorFinder finder{dictionary.empty() ? ActorDictionary{} : ActorDictionary::parse(dictionary, "my.tsv")};
    std::string ids;
    for (const auto& actor : finder.find(read(text, day)).actors) ids += ids.empty() ? actor.id : " " + actor.id;
    return ids;
}

} // namespace

TEST_CASE("a user's names win over ours, and a new actor is found by its aliases") {
    const std::string dictionary = "name\tid\tcountry\tsector\n"
                                   "Zebra Brigade\torganisation:zebra\tKEN\tREB\n"
                                   "the Stripes\torganisation:zebra\tKEN\tREB\n"
                                   "World Bank\torganisation:my-bank\t\tBUS\n";
    CHECK(found(dictionary, "The Zebra Brigade attacked a convoy.") == "organisation:zebra");
    CHECK(found(dictionary, "The World Bank lent money.") == "organisation:my-bank");
    CHECK(found("", "The World Bank lent money.") == "organisation:world-bank");
}

TEST_CASE("a user's dated office says who is meant on a day") {
    const std::string dictionary = "name\tid\tcountry\toffice\tfrom\tuntil\n"
                                   "Ada Lind\tperson:ada-lind\tSWE\tforeign minister\t2030-01-01\t2031-01-01\n"
                                   "Bo Ek\tperson:bo-ek\tSWE\tforeign minister\t2031-01-01\t\n";
    CHECK(found(dictionary, "The Swedish foreign minister resigned.", "2030-06-01") == "person:ada-lind");
    CHECK(found(dictionary, "The Swedish foreign minister resigned.", "2031-06-01") == "person:bo-ek");
}

TEST_CASE("two persons of one name are told apart by their dates") {
    const std::string dictionary = "name\tid\tcountry\toffice\tfrom\tuntil\n"
                                   "John Quade\tperson:john-quade-elder\tIRL\tjudge\t1980-01-01\t1990-01-01\n"
                                   "John Quade\tperson:john-quade-younger\tIRL\tjudge\t2010-01-01\t\n";
    CHECK(found(dictionary, "John Quade spoke.", "1985-01-01") == "person:john-quade-elder");
    CHECK(found(dictionary, "John Quade spoke.", "2020-01-01") == "person:john-quade-younger");
}

TEST_CASE("what a user calls the same is one actor") {
    const std::string dictionary = "name\tid\tsame_as\nOld Guard\torganisation:old-guard\torganisation:new-guard\nNew Guard\torganisation:new-guard\t\n";
    CHECK(found(dictionary, "The Old Guard met the New Guard.") == "organisation:new-guard");
}

TEST_CASE("a dictionary that cannot be used says where and why") {
    const auto fails = [](const std::string& text) {
        try {
            static_cast<void>(ActorDictionary::parse(text, "my.tsv"));
        } catch (const dateline::Error& error) {
            return error.where() + " " + error.what();
        }
        return std::string{};
    };
    CHECK(fails("id\tcountry\n").find("my.tsv:1") == 0);
    CHECK(fails("name\tid\nX\n").find("my.tsv:2") == 0);
    CHECK(fails("name\tid\tfrom\nX\tperson:x\tsoon\n").find("'soon' is no day") != std::string::npos);
    CHECK(fails("name\tid\nX\tplanet:x\n").find("planet") != std::string::npos);
    CHECK(ActorDictionary::parse("# nothing\n\n", "my.tsv").tables() != nullptr);
}

TEST_CASE("tenures that articles tell make a dictionary for later ones") {
    const dateline::ActorFinder finder;
    const auto tell = [&](dateline::TenureBook& book, const std::string& text, const char* day) {
        const auto document = read(text, day);
        book.add(document, finder.find(document));
    };
    dateline::TenureBook book, backwards;
    tell(book, "Norwegian Trade Minister Kari Holm met envoys.", "2030-01-05");
    tell(book, "Norwegian Trade Minister Ola Berg met envoys.", "2031-01-05");
    tell(backwards, "Norwegian Trade Minister Ola Berg met envoys.", "2031-01-05");
    tell(backwards, "Norwegian Trade Minister Kari Holm met envoys.", "2030-01-05");
    CHECK(book.table() == backwards.table());
    CHECK(found(book.table(), "The Norwegian trade minister left.", "2030-05-01") == "person:kari-holm");
    CHECK(found(book.table(), "The Norwegian trade minister left.", "2031-05-01") == "person:ola-berg");

    tell(book, "Norwegian Trade Minister Kari Holm met envoys.", "2031-02-05"); // told alternately: neither is believed
    CHECK(book.table().find("person:ola-berg\ttrade minister\tNOR\t2031-01-05\t\t1\t2031-01-05\t2031-01-05\tperson:kari-holm") != std::string::npos);
    CHECK(found(book.table(), "The Norwegian trade minister left.", "2031-05-01") == "office:trade-minister@NOR");
}
