// SPDX-License-Identifier: MIT
#include <dateline/graph/reports.hpp>

#include <algorithm>
#include <utility>

#include "report_table.hpp"

namespace dateline {

Reports::Reports() : m_table{std::make_unique<ReportTable>()} {}
Reports::~Reports() = default;
Reports::Reports(const Reports& other) : Reports{} { add(other); }
Reports& Reports::operator=(const Reports& other) {
    auto copy = other;
    std::swap(m_table, copy.m_table);
    return *this;
}
Reports::Reports(Reports&&) noexcept = default;
Reports& Reports::operator=(Reports&&) noexcept = default;

std::uint32_t Reports::add(const Event& event) { return m_table->add(event); }

void Reports::add(const Reports& others) {
    for (std::uint32_t row = 0; row < others.m_table->events.size(); ++row) m_table->add(others.m_table->event(row));
}

Reports Reports::known_on(Day day) const {
    Reports known;
    for (std::uint32_t row = 0; row < m_table->events.size(); ++row) {
        auto event = m_table->event(row);
        std::erase_if(event.evidence, [day](const Evidence& proof) { return !proof.published || proof.published->day() > day; });
        if (!event.evidence.empty()) known.add(event);
    }
    return known;
}

std::size_t Reports::size() const noexcept { return m_table->events.size(); }

} // namespace dateline
