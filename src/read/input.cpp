// SPDX-License-Identifier: MIT
#include "input.hpp"

#include <algorithm>
#include <utility>

#include <dateline/core/error.hpp>

namespace dateline {
namespace {

constexpr std::size_t portion = std::size_t{1} << 16U;

class StreamSource final : public ByteSource {
public:
    StreamSource(std::istream& in, std::string name) : m_in{in}, m_name{std::move(name)} {}

    std::size_t read(char* to, std::size_t size) override {
        if (m_done) return 0;
        m_in.read(to, static_cast<std::streamsize>(size));
        const auto got = static_cast<std::size_t>(m_in.gcount());
        m_done = got < size;
        if (m_in.bad()) throw Error{Error::Kind::io, m_name, "reading breaks off: the system reports an error"};
        return got;
    }

private:
    std::istream& m_in;
    std::string m_name;
    bool m_done = false;
};

} // namespace

std::unique_ptr<ByteSource> stream_source(std::istream& in, std::string name) {
    return std::make_unique<StreamSource>(in, std::move(name));
}

bool Input::fill() {
    if (m_begin > 0) {
        m_buffer.erase(0, m_begin);
        m_begin = 0;
    }
    const auto old = m_buffer.size();
    m_buffer.resize(old + portion);
    std::size_t got = 0;
    try {
        got = m_source->read(m_buffer.data() + old, portion);
    } catch (...) {
        m_buffer.resize(old);
        throw;
    }
    m_buffer.resize(old + got);
    return got > 0;
}

std::string_view Input::peek(std::size_t count) {
    while (m_buffer.size() - m_begin < count && fill()) {}
    return std::string_view{m_buffer}.substr(m_begin, count);
}

std::uint64_t Input::skip(std::uint64_t count) {
    auto left = count;
    while (left > 0 && !at_end()) {
        const auto step = std::min<std::uint64_t>(left, m_buffer.size() - m_begin);
        m_begin += static_cast<std::size_t>(step);
        left -= step;
    }
    return count - left;
}

std::string Input::take(std::size_t count) {
    std::string bytes{peek(count)};
    m_begin += bytes.size();
    return bytes;
}

Input::Line Input::take_line(std::string& line, std::size_t max) {
    line.clear();
    bool any = false;
    bool too_long = false;
    while (!at_end()) {
        any = true;
        const auto rest = std::string_view{m_buffer}.substr(m_begin);
        const auto end = rest.find('\n');
        const auto part = rest.substr(0, end);
        const auto room = max - line.size();
        too_long = too_long || part.size() > room;
        line.append(part.substr(0, room));
        m_begin += end == std::string_view::npos ? rest.size() : end + 1;
        if (end != std::string_view::npos) break;
    }
    if (line.ends_with('\r')) line.pop_back();
    return !any ? Line::none : too_long ? Line::too_long : Line::complete;
}

} // namespace dateline
