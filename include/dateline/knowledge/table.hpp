// SPDX-License-Identifier: MIT
//
// The tables of data/knowledge, compiled at build time into one block of bytes that the program carries (knowledge.bin).
// Nothing is parsed or copied at start: a Table is a view into those bytes, and looking a key up is one hash and one compare.
//
// Text form (data/knowledge/NAME.tsv): lines starting with '#' and empty lines are comments; the first other line names the
// columns; fields are separated by one tab; every row has as many fields as there are columns. The first column is the key and
// need not be unique.
//
// Binary form, little endian, version 1; every offset is in bytes from the start of the block:
//   "DLKNOW01"  u32 tables  u32 total size  u64 checksum (FNV-1a of all after this head, by eight bytes)
//   per table: u32 name offset, u32 name size, u32 columns, u32 rows, u32 cells offset, u32 order offset, u32 slots offset, u32 slot count
//   cells: (columns × (rows + 1)) pairs u32 offset, u32 size; row 0 are the column names
//   order: u32 row numbers, rows of equal key together, otherwise as in the file
//   slots: open addressing, linear probing, power of two; u32 position in order + 1, or 0 for an empty slot
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dateline {

/// One table, a view; valid as long as the bytes behind it (the built-in ones: always).
class Table {
public:
    [[nodiscard]] std::uint32_t rows() const noexcept { return m_rows; }
    [[nodiscard]] std::uint32_t columns() const noexcept { return m_columns; }
    /// Requires row < rows(), column < columns().
    [[nodiscard]] std::string_view cell(std::uint32_t row, std::uint32_t column) const noexcept;
    /// The number of the column called `name`; throws Error{internal} when there is none (our tables and code disagree).
    [[nodiscard]] std::uint32_t column(std::string_view name) const;
    /// The rows whose first column equals `key`, in the order of the file; empty when there are none. No allocation.
    [[nodiscard]] std::span<const std::uint32_t> find(std::string_view key) const noexcept;

private:
    friend class Knowledge;
    std::span<const std::byte> m_bytes;
    std::string_view m_name;
    std::uint32_t m_columns = 0;
    std::uint32_t m_rows = 0;
    std::uint32_t m_cells = 0;
    std::uint32_t m_order = 0;
    std::uint32_t m_slots = 0;
    std::uint32_t m_slot_count = 0;
};

/// The number in a cell, for int, std::uint32_t and float; throws Error{internal} when it is none.
template <class Number>
[[nodiscard]] Number number_in(const Table& table, std::uint32_t row, std::uint32_t column);

/// A block of compiled tables.
class Knowledge {
public:
    /// Checks the block whole (bounds of every offset, checksum); throws Error{internal} when it is damaged.
    /// The bytes must be aligned to 4 and outlive the object.
    explicit Knowledge(std::span<const std::byte> bytes, std::string where = "knowledge");

    /// Throws Error{internal} when there is no such table.
    [[nodiscard]] Table table(std::string_view name) const;

    /// The tables built into the program. Their checksum is not looked at: they are as sound as the program is.
    [[nodiscard]] static const Knowledge& built_in();

private:
    enum class Checksum : bool { skip, verify };
    Knowledge(std::span<const std::byte> bytes, std::string where, Checksum how);

    std::string m_where;
    std::vector<std::pair<std::string_view, Table>> m_tables;
};

/// One table in its text form.
struct TableSource {
    std::string name;  ///< "countries"
    std::string where; ///< for messages: the file
    std::string text;
};

/// Compiles tables; throws Error{format} with file and line for a row with the wrong number of fields or bytes that are not UTF-8.
[[nodiscard]] std::vector<std::byte> compile_knowledge(const std::vector<TableSource>& sources);

} // namespace dateline
