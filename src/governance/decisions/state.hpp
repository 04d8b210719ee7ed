#ifndef QUORATE_GOVERNANCE_DECISIONS_STATE_HPP
#define QUORATE_GOVERNANCE_DECISIONS_STATE_HPP
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
    std::optional<std::int64_t> consultation; ///< of an urgent decision: the number of the one it rests on
    bool own_interest = false;                ///< of an urgent decision: taken for a Chair with an interest in it
    bool disputed = false;                    ///< whoever it was recorded for says that they did not take it
    bool recommendation = false;
    std::optional<Matter> matter;
    std::vector<OrganisationId> concerns;
    base::Instant effective;
    std::int64_t position = 0;
    std::vector<events::PartnerResponded> responses;
};

/// A member asked about an urgent decision, and what they answered.
struct ConsultedSeat {
    SeatId seat;
    std::string how; ///< in-person, telephone, e-mail, letter
    base::Instant asked;
    std::optional<UrgentView> view;
    std::optional<Text> words;
    std::optional<base::Instant> answered;
    std::int64_t position = 0; ///< of the entry with the answer
};

/// What members were asked before a decision that could not wait.
struct UrgentConsultation {
    std::int64_t number = 0; ///< counted through the body, from 1
    std::optional<Text> words;
    std::optional<Text> urgency;
    std::optional<base::Instant> answer_by;
    std::vector<ConsultedSeat> seats;
    base::Instant begun;
    std::int64_t position = 0;
    std::optional<DecisionId> decision; ///< the decision that rested on it
    bool dropped = false;

    [[nodiscard]] bool open() const { return !decision && !dropped; }
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

#endif
