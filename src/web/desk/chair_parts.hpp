#ifndef QUORATE_WEB_DESK_CHAIR_PARTS_HPP
#define QUORATE_WEB_DESK_CHAIR_PARTS_HPP
// Pieces of the Chair's pages.

#include "views/desk/chair.hpp"
#include "web/desk/act_form.hpp"

namespace quorate::web {

/// The address of a matter by its key.
html::Url matter_url(const DeskVisit& visit, const views::Discretion& matter);
/// What waits for the viewer, what is decided at a meeting to come, and what is not theirs.
html::Html chair_matters(const DeskVisit& visit, const views::ChairDesk& desk);
/// Something waits for this viewer though they are not the Chair: the desk shows it first.
bool has_chair_matters(const DeskVisit& visit);
/// "Reason" with those that come up often, and a box for one's own.
html::Html stock_reason_fields(const std::vector<std::string>& stock, const FormState& state,
                               std::string_view hint = "Kept with the answer. Not published.");
/// A matter with its clause, facts, answers and form.
http::Response show_matter(const DeskVisit& visit, const views::Discretion& matter,
                           const FormState& state);
/// For whoever comes once a matter is answered or has no part in it.
http::Response nothing_waits(const DeskVisit& visit);
/// The answer whose button was pressed; null for none.
const views::DiscretionAnswer* answer_pressed(const views::Discretion& matter,
                                              const FormState& state);
/// What was typed in those: one's own words, else the stock reason chosen.
std::string stock_reason_typed(const FormState& state);

http::Response discretion_page(const DeskVisit& visit);
http::Response answer_discretion(const DeskVisit& visit);
http::Response interest_matter_page(const DeskVisit& visit);
http::Response answer_interest_matter(const DeskVisit& visit);
http::Response absence_matter_page(const DeskVisit& visit);
http::Response answer_absence_matter(const DeskVisit& visit);
http::Response hearing_matter_page(const DeskVisit& visit);
http::Response answer_hearing_matter(const DeskVisit& visit);
http::Response chair_powers_page(const DeskVisit& visit);
http::Response chair_brief_page(const DeskVisit& visit);
/// Chair's pages: matters, powers, the brief before a meeting, acts recorded for somebody, urgent
/// decisions.
std::span<const DeskRoute> chair_routes();

} // namespace quorate::web

#endif
