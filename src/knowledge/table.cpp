// SPDX-License-Identifier: MIT
#include <dateline/knowledge/table.hpp>

#include <algorithm>
#include <bit>
#include <charconv>
#include <cstring>
#include <numeric>

#include <fmt/format.h>

#include <dateline/core/error.hpp>
#include <dateline/text/hash.hpp>
#include <dateline/text/utf8.hpp>

namespace dateline {
namespace {

static_assert(std::endian::native == std::endian::little, "knowledge.bin is little endian and read in place");

constexpr std::string_view magic = "DLKNOW01";
constexpr std::uint32_t head_size = 24;   // magic, tables, total size, checksum
constexpr std::uint32_t entry_size = 32;  // eight numbers a table

std::uint32_t read_u32(std::span<const std::byte> bytes, std::size_t at) noexcept {
    std::uint32_t value = 0;
    std::memcpy(&value, bytes.data() + at, sizeof value);
    return value;
}

std::string_view view(std::span<const std::byte> bytes, std::uint32_t offset, std::uint32_t size) noexcept {
    return {reinterpret_cast<const char*>(bytes.data()) + offset, size};
}

/// FNV-1a, but by eight bytes at a time.
std::uint64_t checksum(std::span<const std::byte> bytes) noexcept {
    std::uint64_t h = stable_hash({});
    for (std::size_t at = head_size; at < bytes.size(); at += sizeof h) {
        std::uint64_t word = 0;
        std::memcpy(&word, bytes.data() + at, std::min(sizeof word, bytes.size() - at));
        h = (h ^ word) * 0x0000'0100'0000'01B3U;
    }
    return mix(h);
}

std::uint32_t slot_of(std::string_view key, std::uint32_t slot_count) noexcept {
    return static_cast<std::uint32_t>(mix(stable_hash(key))) & (slot_count - 1);
}

/// Grows the block that `compile_knowledge` returns.
class Block {
public:
    std::uint32_t size() const noexcept { return static_cast<std::uint32_t>(m_bytes.size()); }
    void put_u32(std::uint32_t value) { put(&value, sizeof value); }
    void put(const void* data, std::size_t size) {
        const auto* const first = static_cast<const std::byte*>(data);
        m_bytes.insert(m_bytes.end(), first, first + size);
    }
    void set(std::size_t at, const void* data, std::size_t size) { std::memcpy(m_bytes.data() + at, data, size); }
    void set_u32(std::size_t at, std::uint32_t value) { set(at, &value, sizeof value); }
    void align() {
        while (m_bytes.size() % 4 != 0) m_bytes.push_back(std::byte{0});
    }
    std::vector<std::byte> take() { return std::move(m_bytes); }
    const std::vector<std::byte>& bytes() const noexcept { return m_bytes; }

private:
    std::vector<std::byte> m_bytes;
};

/// The rows of a text table as fields; row 0 are the column names.
std::vector<std::vector<std::string_view>> split_rows(const TableSource& source) {
    std::vector<std::vector<std::string_view>> rows;
    const std::string_view text = source.text;
    std::size_t line_number = 0;
    for (std::size_t begin = 0; begin < text.size();) {
        ++line_number;
        const auto end = std::min(text.find('\n', begin), text.size());
        auto line = text.substr(begin, end - begin);
        begin = end + 1;
        if (line.ends_with('\r')) line.remove_suffix(1);
        if (line.empty() || line.front() == '#') continue;
        const auto where = fmt::format("{}:{}", source.where, line_number);
        if (!is_utf8(line)) throw Error{Error::Kind::format, where, "not UTF-8"};
        std::vector<std::string_view> fields;
        for (std::size_t at = 0;;) {
            const auto tab = line.find('\t', at);
            fields.push_back(line.substr(at, tab - at));
            if (tab == std::string_view::npos) break;
            at = tab + 1;
        }
        if (!rows.empty() && fields.size() != rows.front().size()) {
            throw Error{Error::Kind::format, where,
                        fmt::format("expected {} fields separated by tabs, found {}", rows.front().size(), fields.size())};
        }
        rows.push_back(std::move(fields));
    }
    if (rows.empty()) throw Error{Error::Kind::format, source.where, "a table needs a line with the names of its columns"};
    return rows;
}

void put_table(Block& block, std::size_t entry, const TableSource& source) {
    const auto table = split_rows(source);
    const auto columns = static_cast<std::uint32_t>(table.front().size());
    const auto rows = static_cast<std::uint32_t>(table.size() - 1);

    const auto name_offset = block.size();
    block.put(source.name.data(), source.name.size());
    std::vector<std::pair<std::uint32_t, std::uint32_t>> cells;
    cells.reserve(table.size() * columns);
    for (const auto& row : table) {
        for (const auto field : row) {
            cells.emplace_back(block.size(), static_cast<std::uint32_t>(field.size()));
            block.put(field.data(), field.size());
        }
    }
    block.align();
    const auto cells_offset = block.size();
    for (const auto& [offset, size] : cells) {
        block.put_u32(offset);
        block.put_u32(size);
    }

    std::vector<std::uint32_t> order(rows);
    std::iota(order.begin(), order.end(), 0U);
    const auto key_of = [&](std::uint32_t row) { return table[row + 1].front(); };
    std::ranges::stable_sort(order, {}, key_of);
    const auto order_offset = block.size();
    for (const auto row : order) block.put_u32(row);

    const auto slot_count = std::bit_ceil(std::max<std::uint32_t>(2, rows * 2));
    std::vector<std::uint32_t> slots(slot_count, 0);
    for (std::uint32_t i = 0; i < rows; ++i) {
        if (i > 0 && key_of(order[i]) == key_of(order[i - 1])) continue;
        auto slot = slot_of(key_of(order[i]), slot_count);
        while (slots[slot] != 0) slot = (slot + 1) & (slot_count - 1);
        slots[slot] = i + 1;
    }
    const auto slots_offset = block.size();
    for (const auto slot : slots) block.put_u32(slot);

    const std::uint32_t numbers[] = {name_offset,  static_cast<std::uint32_t>(source.name.size()), columns, rows, cells_offset,
                                     order_offset, slots_offset, slot_count};
    block.set(entry, numbers, sizeof numbers);
}

} // namespace

std::string_view Table::cell(std::uint32_t row, std::uint32_t column) const noexcept {
    const auto at = m_cells + 8 * ((row + 1) * m_columns + column);
    return view(m_bytes, read_u32(m_bytes, at), read_u32(m_bytes, at + 4));
}

std::uint32_t Table::column(std::string_view name) const {
    for (std::uint32_t c = 0; c < m_columns; ++c) {
        const auto at = m_cells + 8 * c;
        if (view(m_bytes, read_u32(m_bytes, at), read_u32(m_bytes, at + 4)) == name) return c;
    }
    throw Error{Error::Kind::internal, std::string{m_name}, fmt::format("the table has no column '{}'", name)};
}

std::span<const std::uint32_t> Table::find(std::string_view key) const noexcept {
    const auto* const order = reinterpret_cast<const std::uint32_t*>(m_bytes.data() + m_order);
    for (auto slot = slot_of(key, m_slot_count);; slot = (slot + 1) & (m_slot_count - 1)) {
        const auto position = read_u32(m_bytes, m_slots + 4 * slot);
        if (position == 0) return {};
        const auto first = position - 1;
        if (cell(order[first], 0) != key) continue;
        auto last = first + 1;
        while (last < m_rows && cell(order[last], 0) == key) ++last;
        return {order + first, last - first};
    }
}

template <class Number>
Number number_in(const Table& table, std::uint32_t row, std::uint32_t column) {
    const auto cell = table.cell(row, column);
    Number number{};
    const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), number);
    if (error != std::errc{} || end != cell.data() + cell.size()) {
        throw Error{Error::Kind::internal, "knowledge", fmt::format("row {}: '{}' is no number", row, cell)};
    }
    return number;
}

template int number_in<int>(const Table&, std::uint32_t, std::uint32_t);
template std::uint32_t number_in<std::uint32_t>(const Table&, std::uint32_t, std::uint32_t);
template float number_in<float>(const Table&, std::uint32_t, std::uint32_t);

Knowledge::Knowledge(std::span<const std::byte> bytes, std::string where) : Knowledge{bytes, std::move(where), Checksum::verify} {}

Knowledge::Knowledge(std::span<const std::byte> bytes, std::string where, Checksum how) : m_where{std::move(where)} {
    const auto require = [&](bool holds, std::string_view what) {
        if (!holds) throw Error{Error::Kind::internal, m_where, fmt::format("damaged: {}", what)};
    };
    require(bytes.size() >= head_size && bytes.size() <= 0xFFFF'FFFFU, "too short");
    require(view(bytes, 0, 8) == magic, "it does not start as a knowledge file of this version");
    const std::uint64_t size = bytes.size();
    require(read_u32(bytes, 12) == size, "its length is not what its head says");
    std::uint64_t sum = 0;
    std::memcpy(&sum, bytes.data() + 16, sizeof sum);
    require(how == Checksum::skip || sum == checksum(bytes), "its checksum does not fit");
    const std::uint64_t count = read_u32(bytes, 8);
    require(head_size + count * entry_size <= size, "more tables than it has room for");
    const auto inside = [&](std::uint64_t offset, std::uint64_t length) { return offset <= size && length <= size - offset; };
    for (std::uint64_t i = 0; i < count; ++i) {
        const auto at = head_size + i * entry_size;
        const auto number = [&](std::size_t k) { return read_u32(bytes, at + 4 * k); };
        require(inside(number(0), number(1)), "a table's name lies outside");
        Table t;
        t.m_bytes = bytes;
        t.m_name = view(bytes, number(0), number(1));
        t.m_columns = number(2);
        t.m_rows = number(3);
        t.m_cells = number(4);
        t.m_order = number(5);
        t.m_slots = number(6);
        t.m_slot_count = number(7);
        const std::uint64_t cells = std::uint64_t{t.m_columns} * (std::uint64_t{t.m_rows} + 1);
        require(t.m_columns > 0 && inside(t.m_cells, cells * 8) && t.m_cells % 4 == 0, "cells lie outside");
        require(inside(t.m_order, std::uint64_t{t.m_rows} * 4) && t.m_order % 4 == 0, "the order of rows lies outside");
        require(std::has_single_bit(t.m_slot_count) && t.m_slot_count > t.m_rows && inside(t.m_slots, std::uint64_t{t.m_slot_count} * 4),
                "the index lies outside");
        for (std::uint64_t c = 0; c < cells; ++c) {
            require(inside(read_u32(bytes, t.m_cells + 8 * c), read_u32(bytes, t.m_cells + 8 * c + 4)), "a cell lies outside");
        }
        for (std::uint32_t r = 0; r < t.m_rows; ++r) require(read_u32(bytes, t.m_order + 4 * r) < t.m_rows, "a row number is too large");
        std::uint32_t used = 0;
        for (std::uint32_t s = 0; s < t.m_slot_count; ++s) {
            const auto position = read_u32(bytes, t.m_slots + 4 * s);
            require(position <= t.m_rows, "an index entry is too large");
            used += position != 0 ? 1 : 0;
        }
        require(used < t.m_slot_count, "its index is full");
        m_tables.emplace_back(t.m_name, t);
    }
}

Table Knowledge::table(std::string_view name) const {
    for (const auto& [known, table] : m_tables) {
        if (known == name) return table;
    }
    throw Error{Error::Kind::internal, m_where, fmt::format("there is no table '{}'", name)};
}

std::vector<std::byte> compile_knowledge(const std::vector<TableSource>& sources) {
    Block block;
    block.put(magic.data(), magic.size());
    block.put_u32(static_cast<std::uint32_t>(sources.size()));
    block.put_u32(0); // total size and checksum: set below
    block.put_u32(0);
    block.put_u32(0);
    for (std::size_t i = 0; i < sources.size() * (entry_size / 4); ++i) block.put_u32(0);
    for (std::size_t i = 0; i < sources.size(); ++i) put_table(block, head_size + i * entry_size, sources[i]);
    block.set_u32(12, block.size());
    const auto sum = checksum(block.bytes());
    block.set(16, &sum, sizeof sum);
    return block.take();
}

} // namespace dateline
