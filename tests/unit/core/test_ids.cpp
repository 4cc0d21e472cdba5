// SPDX-License-Identifier: MIT
#include <type_traits>

#include <catch2/catch.hpp>

#include <dateline/core/document.hpp>
#include <dateline/core/event.hpp>
#include <dateline/core/id.hpp>

using namespace dateline; // NOLINT: a test file

static_assert(!std::is_convertible_v<ActorId, EventId>);
static_assert(!std::is_convertible_v<std::uint32_t, ActorId>);
static_assert(!std::is_convertible_v<ActorId, std::uint32_t>);

TEST_CASE("every enumerator has a name, and the name leads back to it") {
    for (std::size_t i = 0; i < upos_count; ++i) {
        const auto upos = static_cast<Upos>(i);
        CHECK(parse_upos(name_of(upos)) == upos);
    }
    for (std::size_t i = 0; i < deprel_count; ++i) {
        const auto deprel = static_cast<Deprel>(i);
        CHECK(parse_deprel(name_of(deprel)) == deprel);
    }
    for (std::size_t i = 0; i < event_type_count; ++i) {
        const auto type = static_cast<EventType>(i);
        CHECK(parse_event_type(name_of(type)) == type);
    }
    CHECK(name_of(static_cast<EventType>(99)).empty());
    CHECK_FALSE(parse_upos("noun"));
}

TEST_CASE("the spelling of names at both ends of each list") {
    CHECK(name_of(Upos::adj) == "ADJ");
    CHECK(name_of(Upos::x) == "X");
    CHECK(name_of(Deprel::acl_relcl) == "acl:relcl");
    CHECK(name_of(Deprel::nsubj_pass) == "nsubj:pass");
    CHECK(name_of(Deprel::obl_agent) == "obl:agent");
    CHECK(name_of(Deprel::xcomp) == "xcomp");
    CHECK(name_of(EventType::agree) == "AGREE");
    CHECK(name_of(EventType::other) == "OTHER");
    CHECK(universal(Deprel::nsubj_pass) == Deprel::nsubj);
    CHECK(universal(Deprel::obj) == Deprel::obj);
}
