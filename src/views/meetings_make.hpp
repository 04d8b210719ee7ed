#ifndef QUORATE_VIEWS_MEETINGS_MAKE_HPP
#define QUORATE_VIEWS_MEETINGS_MAKE_HPP
// Making the views of meetings. Only views/ includes this.

#include "governance/meetings/state.hpp"
#include "views/ground.hpp"
#include "views/meetings.hpp"

namespace quorate::views {

/// The bodies that meet: two at a joint meeting, its own first.
std::vector<governance::BodyId> bodies_meeting(const governance::Meeting& meeting);
MeetingLine meeting_line(const Ground& ground, const governance::Meeting& meeting);
MeetingsPage meetings_page(const Ground& ground, const std::optional<governance::BodyId>& body);
std::optional<MeetingPage> meeting_page(const Ground& ground, const governance::MeetingId& id);

/// What the terms say of the notice a meeting had, or is to have.
std::vector<Measure> notice_measures(const Ground& ground, const governance::Meeting& meeting);
MinutesShown minutes_shown(const Ground& ground, const governance::Meeting& meeting);
/// Declarations at an item, with what was determined.
std::vector<InterestShown> interests_shown(const Ground& ground, const governance::Meeting& meeting,
                                           const governance::Item& item);
std::vector<ItemShown> items_shown(const Ground& ground, const governance::Meeting& meeting);
/// Who was there, when, and who sent apologies.
void add_attendance(const Ground& ground, const governance::Meeting& meeting, MeetingPage& page);
/// "22 of 40 present. Quorum 20: two to spare", for a count.
std::string quorum_words(std::int64_t present, std::int64_t members, std::int64_t needed);

} // namespace quorate::views

#endif
