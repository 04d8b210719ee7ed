#ifndef QUORATE_GOVERNANCE_DECISIONS_EVENTS_HPP
#define QUORATE_GOVERNANCE_DECISIONS_EVENTS_HPP
// What was moved, voted, decided and answered.

#include "governance/decisions/acts.hpp"

namespace quorate::governance::events {

struct ItemNoted {
    MeetingId meeting;
    std::int64_t item = 0;
    std::optional<Text> words;
};
BOOST_DESCRIBE_STRUCT(ItemNoted, (), (meeting, item, words))

struct DiscussionRecorded {
    MeetingId meeting;
    std::int64_t item = 0;
    Text words;
    bool informal = false;
};
BOOST_DESCRIBE_STRUCT(DiscussionRecorded, (), (meeting, item, words, informal))

struct MotionMoved {
    MeetingId meeting;
    std::int64_t item = 0;
    SeatId seat;
    Text words;
    bool amendment = false;
};
BOOST_DESCRIBE_STRUCT(MotionMoved, (), (meeting, item, seat, words, amendment))

struct MotionSeconded {
    MeetingId meeting;
    std::int64_t item = 0;
    SeatId seat;
};
BOOST_DESCRIBE_STRUCT(MotionSeconded, (), (meeting, item, seat))

/// The roll is fixed: who was there for the body, and who of them may decide.
struct QuestionPut {
    MeetingId meeting;
    std::int64_t item = 0;
    std::optional<Text> words;
    bool amendment = false;
    std::vector<SeatId> present;
    std::vector<SeatId> barred;   ///< of those present
    std::vector<SeatId> told_out; ///< of those barred: told to be out of the room for it
};
BOOST_DESCRIBE_STRUCT(QuestionPut, (), (meeting, item, words, amendment, present, barred, told_out))

struct ConsensusRecorded {
    MeetingId meeting;
    std::int64_t item = 0;
    std::vector<SeatId> objecting;
};
BOOST_DESCRIBE_STRUCT(ConsensusRecorded, (), (meeting, item, objecting))

struct VoteTaken {
    MeetingId meeting;
    std::int64_t item = 0;
    std::int64_t for_ = 0;
    std::int64_t against = 0;
    std::int64_t abstain = 0;
    std::vector<SeatId> seats_for;
    std::vector<SeatId> seats_against;
    std::vector<SeatId> seats_abstaining;
    std::optional<std::int64_t> joint_for; ///< of those for: members of the body met with; untold when left out
    std::optional<std::int64_t> joint_against;
    std::optional<std::int64_t> joint_abstain;
};
BOOST_DESCRIBE_STRUCT(VoteTaken, (),
                      (meeting, item, for_, against, abstain, seats_for, seats_against, seats_abstaining, joint_for,
                       joint_against, joint_abstain))

struct OutcomeDeclared {
    DecisionId decision;
    MeetingId meeting;
    std::int64_t item = 0;
    Outcome outcome{};
    DecidedBy by{};
    std::optional<Text> words;
    std::vector<Considered> considered;
    bool recommendation = false;
    bool amendment = false;
    std::optional<Matter> matter;
    std::vector<OrganisationId> concerns;
};
BOOST_DESCRIBE_STRUCT(OutcomeDeclared, (),
                      (decision, meeting, item, outcome, by, words, considered, recommendation, amendment, matter,
                       concerns))

struct ItemDeferred {
    MeetingId meeting;
    std::int64_t item = 0;
    std::optional<MeetingId> to;
};
BOOST_DESCRIBE_STRUCT(ItemDeferred, (), (meeting, item, to))

struct ItemWithdrawn {
    MeetingId meeting;
    std::int64_t item = 0;
};
BOOST_DESCRIBE_STRUCT(ItemWithdrawn, (), (meeting, item))

struct DissentRecorded {
    MeetingId meeting;
    std::int64_t item = 0;
    std::vector<SeatId> seats;
    std::optional<Text> words;
};
BOOST_DESCRIBE_STRUCT(DissentRecorded, (), (meeting, item, seats, words))

struct AdviceRecorded {
    MeetingId meeting;
    std::int64_t item = 0;
    std::string from;
    Text words;
    bool restricted = false;
};
BOOST_DESCRIBE_STRUCT(AdviceRecorded, (), (meeting, item, from, words, restricted))

struct ProcedureRuled {
    MeetingId meeting;
    std::optional<std::int64_t> item;
    Text ruling;
    std::optional<Text> reason;
    std::optional<EntryId> about;
    std::string engine_verdict;          ///< what the rules said of the act ruled on
    std::vector<std::string> engine_codes;
};
BOOST_DESCRIBE_STRUCT(ProcedureRuled, (), (meeting, item, ruling, reason, about, engine_verdict, engine_codes))

struct Ratified {
    DecisionId decision;
    MeetingId meeting;
    std::int64_t item = 0;
    MeetingId of_meeting;
    std::int64_t of_item = 0;
    std::optional<Text> words;
};
BOOST_DESCRIBE_STRUCT(Ratified, (), (decision, meeting, item, of_meeting, of_item, words))

/// Members were asked under a consultation, which this begins when the body has none of that number.
struct UrgentConsultationAsked {
    BodyId body;
    std::int64_t consultation = 0;
    std::vector<SeatId> seats;
    std::string how;
    std::optional<Text> words;
    std::optional<Text> urgency;
    std::optional<base::Instant> answer_by;
    bool dropped = false;
};
BOOST_DESCRIBE_STRUCT(UrgentConsultationAsked, (),
                      (body, consultation, seats, how, words, urgency, answer_by, dropped))

struct UrgentConsultationAnswered {
    BodyId body;
    std::int64_t consultation = 0;
    SeatId seat;
    UrgentView view{};
    std::optional<Text> words;
};
BOOST_DESCRIBE_STRUCT(UrgentConsultationAnswered, (), (body, consultation, seat, view, words))

struct UrgentDecisionTaken {
    DecisionId decision;
    BodyId body;
    Text words;
    std::optional<Text> urgency;
    std::vector<std::string> consulted;
    std::vector<Considered> considered;
    std::optional<Matter> matter;
    std::optional<std::int64_t> consultation;
    std::optional<bool> own_interest;
};
BOOST_DESCRIBE_STRUCT(UrgentDecisionTaken, (),
                      (decision, body, words, urgency, consulted, considered, matter, consultation, own_interest))

struct ActConfirmed {
    EntryId entry;
    std::string by;
};
BOOST_DESCRIBE_STRUCT(ActConfirmed, (), (entry, by))

struct ActDisputed {
    EntryId entry;
    std::string by;
    std::optional<Text> reason;
};
BOOST_DESCRIBE_STRUCT(ActDisputed, (), (entry, by, reason))

struct DiscretionDeclined {
    EntryId entry;
    std::string by;
    std::optional<Text> reason;
};
BOOST_DESCRIBE_STRUCT(DiscretionDeclined, (), (entry, by, reason))

struct PartnerResponded {
    DecisionId decision;
    OrganisationId organisation;
    PartnerAnswer answer{};
    std::optional<Text> words;
};
BOOST_DESCRIBE_STRUCT(PartnerResponded, (), (decision, organisation, answer, words))

struct ReportMade {
    BodyId body;
    std::string kind;
    std::vector<std::string> audiences;
    std::optional<BodyId> through;
    std::optional<SeatId> seat;
    std::optional<std::int64_t> year;
    std::optional<MeetingId> meeting;
    std::vector<DecisionId> decisions; ///< every one so far when left out
};
BOOST_DESCRIBE_STRUCT(ReportMade, (), (body, kind, audiences, through, seat, year, meeting, decisions))

struct ApprovalAwaited {
    MeetingId meeting;
    std::int64_t item = 0;
    SeatId seat;
    bool obtained = false;
};
BOOST_DESCRIBE_STRUCT(ApprovalAwaited, (), (meeting, item, seat, obtained))

} // namespace quorate::governance::events

#endif
