// SPDX-License-Identifier: MIT
//
// JSON put down as it is told, without a tree of values in between: that took three times as long for a long timeline.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace dateline::json {

/// A string; bytes that are not UTF-8 become U+FFFD.
void append(std::string& out, std::string_view text);
/// A number in its shortest exact form, with a point.
void append(std::string& out, double number);
void append(std::string& out, std::uint64_t number);
void append(std::string& out, bool value);

/// What is not known is null: empty text, or no value.
template <class Value>
void append_or_null(std::string& out, const std::optional<Value>& value) {
    if (value) append(out, *value);
    else out += "null";
}
inline void append_or_null(std::string& out, std::string_view text) { append_or_null(out, text.empty() ? std::nullopt : std::optional{text}); }

/// An object that is open while this lives.
class Object {
public:
    explicit Object(std::string& out) : m_out{out} { m_out += '{'; }
    ~Object() { m_out += '}'; }
    Object(const Object&) = delete;
    Object& operator=(const Object&) = delete;

    Object& value(std::string_view key, std::string_view text) { return with(key, [&] { append(m_out, text); }); }
    Object& value(std::string_view key, double number) { return with(key, [&] { append(m_out, number); }); }
    Object& value(std::string_view key, std::uint64_t number) { return with(key, [&] { append(m_out, number); }); }
    Object& flag(std::string_view key, bool value) { return with(key, [&] { append(m_out, value); }); }
    template <class Value>
    Object& value_or_null(std::string_view key, const Value& value) {
        return with(key, [&] { append_or_null(m_out, value); });
    }
    /// A list of what `each` writes of each value.
    template <class Values, class Each>
    Object& list(std::string_view key, const Values& values, const Each& each) {
        return with(key, [&] {
            m_out += '[';
            bool first = true;
            for (const auto& value : values) {
                if (!first) m_out += ',';
                first = false;
                each(m_out, value);
            }
            m_out += ']';
        });
    }
    /// Whatever `write` writes.
    template <class Write>
    Object& with(std::string_view key, const Write& write) {
        if (!m_first) m_out += ',';
        m_first = false;
        append(m_out, key);
        m_out += ':';
        write();
        return *this;
    }

private:
    std::string& m_out;
    bool m_first = true;
};

} // namespace dateline::json
