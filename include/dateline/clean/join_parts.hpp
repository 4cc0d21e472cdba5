// SPDX-License-Identifier: MIT
//
// Articles that a site spreads over several addresses: …/story, …/story?page=2, …/story/3.
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include <dateline/core/page.hpp>

namespace dateline {

/// Joins the parts of such articles to one page each, in their order, for `clean`. A part is known by the number in its address, the first
/// one by the links that it has to the others; they belong together when their titles agree and none is missing between. A page that is no
/// part is handed on at once; parts wait for the others, at the latest until `finish`, and then go on as they came where nothing fits.
class PartJoiner {
public:
    explicit PartJoiner(std::function<void(Page&&)> use) : m_use{std::move(use)} {}

    void add(Page&& page);
    /// To be called when there is no more input.
    void finish();

private:
    struct Series {
        std::map<unsigned, Page> parts;
        unsigned last = 1; ///< the highest number that is spoken of
    };
    void hand_on(Series&& series);

    std::function<void(Page&&)> m_use;
    std::map<std::string, Series> m_waiting; ///< by the address that all parts share
    std::vector<std::string> m_order;        ///< the same, as they came
    std::size_t m_bytes = 0;                 ///< of what waits
};

} // namespace dateline
