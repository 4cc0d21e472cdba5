// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace dateline {

/// The host of a URL without "www.", in lower case; empty when there is none.
[[nodiscard]] std::string host_of(std::string_view url);

/// The address without scheme, "www.", fragment, a slash at the end and what trackers add, all but the query in lower case:
/// "https://www.example.org/a?utm_source=x#top" gives "example.org/a".
[[nodiscard]] std::string normal_address(std::string_view url);

/// The country, ISO 3166-1 alpha-2 in lower case, of a publisher: by our table of publishers, else by the host's last label.
[[nodiscard]] std::string country_of_host(std::string_view host);

/// The publisher's name for a host: by our table; else as one of `texts` on the page spells the host's own label ("The Citizen" for
/// thecitizen.com); else empty.
[[nodiscard]] std::string publisher_of_host(std::string_view host, std::span<const std::string> texts);

} // namespace dateline
