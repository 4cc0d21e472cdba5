// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>

#include <dateline/text/printable.hpp>

using namespace dateline; // NOLINT: a test file

TEST_CASE("hostile text cannot steer a terminal") {
    CHECK(printable("a\x1B[31mb") == "a\uFFFD[31mb");
    CHECK(printable("one\ntwo\tthree\r") == "one two three ");
    CHECK(printable("\xC2\x9B" "31m") == "\uFFFD31m"); // C1 control sequence introducer
    CHECK(printable("\u202Efdp.exe") == "\uFFFDfdp.exe");
    CHECK(printable("\xFF") == "\uFFFD");
    CHECK(printable("Jalapeño — “ok”") == "Jalapeño — “ok”");
}
