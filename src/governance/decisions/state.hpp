#pragma once
// What is known of decisions and actions once made.

#include "governance/decisions/events.hpp"
#include "governance/minutes/events.hpp"

namespace quorate::governance {

BOOST_DEFINE_ENUM_CLASS(DecisionKind, at_meeting, ratification, urgent)

struct Decision {
    DecisionId id;
    BodyId body;
    DecisionKind kind = DecisionKind::at_meeting;
    std::optional<MeetingId> meeting;
    std::optional<std::int64_t> item;
    Outcome outcome = Outcome::carried;
    std::optional<DecidedBy> by;
    std::optional<Text> words;
    std::optional<Text> urgency;
    std::vector<std::string> consulted;
    std::vector<Considered> considered;
    bool recommendation = false;
    std::optional<Matter> matter;
    std::vector<OrganisationId> concerns;
    base::Instant effective;
    std::int64_t position = 0;
    std::vector<events::PartnerResponded> responses;
};

struct Action {
    ActionId id;
    BodyId body;
    std::optional<MeetingId> meeting;
    std::optional<std::int64_t> item;
    std::optional<SeatId> seat;
    std::optional<OrganisationId> organisation;
    Text what;
    std::optional<base::CivilDate> due;
    base::Instant assigned;
    ActionStatus status = ActionStatus::open;
    std::vector<base::Instant> reports;
};

} // namespace quorate::governance
