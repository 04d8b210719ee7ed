#ifndef QUORATE_GOVERNANCE_MINUTES_EVENTS_HPP
#define QUORATE_GOVERNANCE_MINUTES_EVENTS_HPP
// What happened to minutes, corrections and actions.

#include "governance/minutes/acts.hpp"

namespace quorate::governance::events {

struct MinutesDrafted {
    MeetingId meeting;
    std::vector<std::string> sections;
    std::optional<Text> words;
};
BOOST_DESCRIBE_STRUCT(MinutesDrafted, (), (meeting, sections, words))

struct MinutesCirculated {
    MeetingId meeting;
    std::vector<SeatId> seats;
};
BOOST_DESCRIBE_STRUCT(MinutesCirculated, (), (meeting, seats))

struct CorrectionProposed {
    MeetingId meeting;
    std::int64_t number = 0; ///< among those proposed to these minutes, from 1
    SeatId seat;
    std::optional<std::int64_t> item;
    Text words;
};
BOOST_DESCRIBE_STRUCT(CorrectionProposed, (), (meeting, number, seat, item, words))

struct CorrectionDeclined {
    MeetingId meeting;
    std::int64_t proposal = 0;
    std::optional<Text> reason;
};
BOOST_DESCRIBE_STRUCT(CorrectionDeclined, (), (meeting, proposal, reason))

struct MinutesCorrected {
    MeetingId meeting;
    std::optional<Text> words;
    std::optional<MeetingId> at;
    std::vector<std::int64_t> proposals;
};
BOOST_DESCRIBE_STRUCT(MinutesCorrected, (), (meeting, words, at, proposals))

/// A recorded presence is replaced: from `arrived` to `left`, or not there at all.
struct PresenceCorrected {
    MeetingId meeting;
    SeatId seat;
    std::optional<base::Instant> arrived;
    std::optional<base::Instant> left;
    bool absent = false;
};
BOOST_DESCRIBE_STRUCT(PresenceCorrected, (), (meeting, seat, arrived, left, absent))

struct VoteCorrected {
    MeetingId meeting;
    std::int64_t item = 0;
    std::int64_t for_ = 0;
    std::int64_t against = 0;
    std::int64_t abstain = 0;
};
BOOST_DESCRIBE_STRUCT(VoteCorrected, (), (meeting, item, for_, against, abstain))

struct MinutesApproved {
    MeetingId meeting;
    MeetingId at;
    std::optional<std::int64_t> item;
    bool with_corrections = false;
};
BOOST_DESCRIBE_STRUCT(MinutesApproved, (), (meeting, at, item, with_corrections))

struct MinutesPublished {
    MeetingId meeting;
    bool draft = false;
};
BOOST_DESCRIBE_STRUCT(MinutesPublished, (), (meeting, draft))

struct ActionAssigned {
    ActionId action;
    std::optional<MeetingId> meeting;
    std::optional<std::int64_t> item;
    BodyId body;
    std::optional<SeatId> seat;
    std::optional<OrganisationId> organisation;
    Text what;
    std::optional<base::CivilDate> due;
};
BOOST_DESCRIBE_STRUCT(ActionAssigned, (), (action, meeting, item, body, seat, organisation, what, due))

struct ActionReported {
    ActionId action;
    ActionStatus status{};
    std::optional<Text> words;
};
BOOST_DESCRIBE_STRUCT(ActionReported, (), (action, status, words))

} // namespace quorate::governance::events

#endif
