// SPDX-License-Identifier: MIT
#include "formats.hpp"
namespace dateline {
void read_feed(Reading& reading) { throw Error{Error::Kind::format, reading.name, "feeds"}; }
void read_newsml(Reading& reading) { throw Error{Error::Kind::format, reading.name, "newsml"}; }
void read_warc(Reading& reading) { throw Error{Error::Kind::format, reading.name, "warc"}; }
}
