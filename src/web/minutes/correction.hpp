#ifndef QUORATE_WEB_MINUTES_CORRECTION_HPP
#define QUORATE_WEB_MINUTES_CORRECTION_HPP
// What a correction of a meeting's record puts right: who was there and when, and counts of votes.
// For the pages of meeting day and of minutes.

#include "views/meetings/sitting_day.hpp"
#include "web/desk/act_form.hpp"

namespace quorate::web {

/// Fields "seat", "arrived", "left" and "absent"; of `whose` the page gives label, value and
/// options.
html::Html presence_fields(html::SelectField whose, const FormState& state);
/// Fields "item", "for", "against" and "abstain"; of `where` the page gives hint, value and
/// options.
html::Html count_fields(html::SelectField where, const FormState& state);

/// Takes the presence typed into the act's fields; times are of `day` in the body's zone. What is
/// wrong goes into the state.
void read_presence(const views::Reader& reader, std::string_view body, const views::SittingDay& day,
                   FormState& state, ActAsked& asked);
/// Takes the count typed into the act's fields.
void read_count(FormState& state, ActAsked& asked);

/// Which rulings the correction would change, and the button that records it; `action` is the
/// form's address.
html::Html correction_effect(const DeskVisit& visit, const html::Url& action,
                             const FormState& state, const views::RulingShown& ruling);

} // namespace quorate::web

#endif
