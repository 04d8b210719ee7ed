#ifndef QUORATE_GOVERNANCE_MINUTES_ACTS_HPP
#define QUORATE_GOVERNANCE_MINUTES_ACTS_HPP
// Acts about minutes, corrections and actions.

#include "base/time.hpp"
#include "governance/ids.hpp"
#include "governance/text.hpp"

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <optional>
#include <vector>

namespace quorate::governance {

BOOST_DEFINE_ENUM_CLASS(ActionStatus, open, progressing, done, dropped)

} // namespace quorate::governance

namespace quorate::governance::acts {

struct DraftMinutes {
    MeetingId meeting;
    std::vector<std::string> sections; ///< attendance, interests, items; all three when left out
    std::optional<Text> words;
};
BOOST_DESCRIBE_STRUCT(DraftMinutes, (), (meeting, sections, words))

struct CirculateMinutes {
    MeetingId meeting;
    std::vector<SeatRef> seats;
};
BOOST_DESCRIBE_STRUCT(CirculateMinutes, (), (meeting, seats))

/// A member says what should be put right in minutes that were sent out.
struct ProposeCorrection {
    MeetingId meeting;
    SeatRef seat;                     ///< the member's
    std::optional<std::int64_t> item; ///< which it concerns; left out for the whole or the attendance
    Text words;
};
BOOST_DESCRIBE_STRUCT(ProposeCorrection, (), (meeting, seat, item, words))

/// A proposed correction is not taken, and why.
struct DeclineCorrection {
    MeetingId meeting;
    std::int64_t proposal = 0; ///< its number among those proposed to these minutes
    std::optional<Text> reason;
};
BOOST_DESCRIBE_STRUCT(DeclineCorrection, (), (meeting, proposal, reason))

/// A correction to the minutes: of words alone, or of a recorded fact (someone's presence, a count of votes).
struct CorrectMinutes {
    MeetingId meeting;
    std::optional<Text> words;
    std::optional<MeetingId> at;        ///< the meeting that made the correction
    std::optional<SeatRef> seat;        ///< whose presence is corrected
    std::optional<base::Instant> arrived;
    std::optional<base::Instant> left;
    std::optional<bool> absent;         ///< yes: was not there at all
    std::optional<std::int64_t> item;   ///< whose vote is corrected
    std::optional<std::int64_t> for_;
    std::optional<std::int64_t> against;
    std::optional<std::int64_t> abstain;
    std::vector<std::int64_t> proposals; ///< numbers of the proposed corrections it takes
};
BOOST_DESCRIBE_STRUCT(CorrectMinutes, (),
                      (meeting, words, at, seat, arrived, left, absent, item, for_, against, abstain, proposals))

/// A recorded fact put right outside the minutes, with a reason.
struct CorrectRecord {
    MeetingId meeting;
    std::optional<Text> reason;
    std::optional<SeatRef> seat;
    std::optional<base::Instant> arrived;
    std::optional<base::Instant> left;
    std::optional<bool> absent;
    std::optional<std::int64_t> item;
    std::optional<std::int64_t> for_;
    std::optional<std::int64_t> against;
    std::optional<std::int64_t> abstain;
};
BOOST_DESCRIBE_STRUCT(CorrectRecord, (),
                      (meeting, reason, seat, arrived, left, absent, item, for_, against, abstain))

struct ApproveMinutes {
    MeetingId meeting;                   ///< whose minutes
    MeetingId at;                        ///< the meeting that approves them
    std::optional<std::int64_t> item;    ///< the item of that meeting
    std::optional<bool> with_corrections;
};
BOOST_DESCRIBE_STRUCT(ApproveMinutes, (), (meeting, at, item, with_corrections))

struct PublishMinutes {
    MeetingId meeting;
    std::optional<bool> draft; ///< published as "Draft, not yet approved"
};
BOOST_DESCRIBE_STRUCT(PublishMinutes, (), (meeting, draft))

struct AssignAction {
    ActionId action;
    std::optional<MeetingId> meeting;
    std::optional<std::int64_t> item;
    BodyId body;
    std::optional<SeatRef> seat;
    std::optional<OrganisationId> organisation;
    Text what;
    std::optional<base::CivilDate> due;
};
BOOST_DESCRIBE_STRUCT(AssignAction, (), (action, meeting, item, body, seat, organisation, what, due))

struct ReportOnAction {
    ActionId action;
    ActionStatus status{};
    std::optional<Text> words;
};
BOOST_DESCRIBE_STRUCT(ReportOnAction, (), (action, status, words))

} // namespace quorate::governance::acts

#endif
