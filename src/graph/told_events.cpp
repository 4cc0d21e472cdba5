// SPDX-License-Identifier: MIT
#include <dateline/graph/told_events.hpp>

#include <utility>

#include "graph_impl.hpp"

namespace dateline {

ToldEvents::ToldEvents() : m_data{std::make_unique<Data>()} {}
ToldEvents::~ToldEvents() = default;
ToldEvents::ToldEvents(ToldEvents&&) noexcept = default;
ToldEvents& ToldEvents::operator=(ToldEvents&&) noexcept = default;

void ToldEvents::expect(std::size_t events) {
    GraphAccess::of(m_data->events).events.reserve(events);
    m_data->gists.reserve(events);
    m_data->report_ids.reserve(events);
    m_data->first_report.reserve(events + 1);
}

void ToldEvents::add_actor(const Actor& actor) { m_data->actors.push_back(actor); }

void ToldEvents::add_affiliation(const Affiliation& affiliation) { m_data->affiliations.push_back(affiliation); }

std::uint32_t ToldEvents::describe(const Actor& actor) { return GraphAccess::of(m_data->events).describe(actor); }

void ToldEvents::add(const TimelineEvent& told, std::span<const Part> parts, std::uint32_t reports) {
    auto& table = GraphAccess::of(m_data->events);
    const auto row = static_cast<std::uint32_t>(table.events.size());
    auto& participants = m_data->participants;
    participants.clear();
    for (const auto& [description, role] : parts) participants.push_back({description, role});
    table.append(told.event, participants);
    Gist gist;
    gist.date = told.event.date;
    gist.type = told.event.type;
    gist.status = told.event.status;
    gist.outcome = told.outcome;
    gist.publishers = told.publishers;
    gist.reports = reports;
    gist.reported = told.reported;
    gist.fullest = gist.dating = row;
    m_data->gists.push_back(gist);
    for (const auto& report : told.reports) m_data->report_ids.push_back(table.strings.intern(report));
    if (told.reports.empty()) m_data->report_ids.push_back(table.events[row].id);
    m_data->first_report.push_back(static_cast<std::uint32_t>(m_data->report_ids.size()));
    for (const auto& reason : told.reasons) m_data->reasons.emplace_back(EventId{row}, reason);
}

} // namespace dateline
