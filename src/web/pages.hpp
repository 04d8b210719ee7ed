#ifndef QUORATE_WEB_PAGES_HPP
#define QUORATE_WEB_PAGES_HPP
// The pages. Each takes a visit and gives a response, or nothing when the record has no such thing.

#include "views/hosted.hpp"
#include "web/frame.hpp"

#include <optional>

namespace quorate::web {

/// The list of partnerships on this server.
http::Response partnerships_page(const views::HostedPartnerships& hosted);

using MaybePage = std::optional<http::Response>;

MaybePage home_page(const Visit& visit);
MaybePage bodies_page(const Visit& visit);
MaybePage body_page(const Visit& visit);
MaybePage terms_page(const Visit& visit);
MaybePage members_page(const Visit& visit);
MaybePage meetings_page(const Visit& visit);
MaybePage meeting_page(const Visit& visit);
MaybePage decisions_page(const Visit& visit);
MaybePage decision_page(const Visit& visit);
MaybePage duties_page(const Visit& visit);
MaybePage body_duties_page(const Visit& visit);
/// What is due, as Atom and as an iCalendar file: of one body, or of all.
MaybePage duties_atom(const Visit& visit);
MaybePage duties_calendar(const Visit& visit);
MaybePage body_duties_atom(const Visit& visit);
MaybePage body_duties_calendar(const Visit& visit);
MaybePage findings_page(const Visit& visit);
MaybePage record_page(const Visit& visit);
MaybePage entry_page(const Visit& visit);

} // namespace quorate::web

#endif
