#ifndef QUORATE_GOVERNANCE_DECISIONS_ACTS_HPP
#define QUORATE_GOVERNANCE_DECISIONS_ACTS_HPP
// Acts by which a meeting decides, and what follows from a decision.

#include "base/time.hpp"
#include "governance/ids.hpp"
#include "governance/text.hpp"

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <optional>
#include <vector>

namespace quorate::governance {

BOOST_DEFINE_ENUM_CLASS(Outcome, carried, lost)
BOOST_DEFINE_ENUM_CLASS(DecidedBy, consensus, vote)
BOOST_DEFINE_ENUM_CLASS(PartnerAnswer, adopt, decline, note)
BOOST_DEFINE_ENUM_CLASS(UrgentView, agrees, disagrees, no_view)

/// What was taken into account, or why it does not apply: "kp-direction" and the words about it (4.15).
struct Considered {
    std::string what;
    std::optional<bool> applies; ///< no: not applicable, because ...
    Text words;
};
BOOST_DESCRIBE_STRUCT(Considered, (), (what, applies, words))

} // namespace quorate::governance

namespace quorate::governance::acts {

struct NoteItem {
    MeetingId meeting;
    std::int64_t item = 0;
    std::optional<Text> words;
};
BOOST_DESCRIBE_STRUCT(NoteItem, (), (meeting, item, words))

struct RecordDiscussion {
    MeetingId meeting;
    std::int64_t item = 0;
    Text words;
};
BOOST_DESCRIBE_STRUCT(RecordDiscussion, (), (meeting, item, words))

struct MoveMotion {
    MeetingId meeting;
    std::int64_t item = 0;
    SeatRef seat;
    Text words;
};
BOOST_DESCRIBE_STRUCT(MoveMotion, (), (meeting, item, seat, words))

struct SecondMotion {
    MeetingId meeting;
    std::int64_t item = 0;
    SeatRef seat;
};
BOOST_DESCRIBE_STRUCT(SecondMotion, (), (meeting, item, seat))

struct MoveAmendment {
    MeetingId meeting;
    std::int64_t item = 0;
    SeatRef seat;
    Text words;
};
BOOST_DESCRIBE_STRUCT(MoveAmendment, (), (meeting, item, seat, words))

/// The question is put: the roll of those entitled to decide is fixed now.
struct PutQuestion {
    MeetingId meeting;
    std::int64_t item = 0;
    std::optional<Text> words;
    std::optional<bool> amendment; ///< the question is the amendment, not the motion
};
BOOST_DESCRIBE_STRUCT(PutQuestion, (), (meeting, item, words, amendment))

struct RecordConsensus {
    MeetingId meeting;
    std::int64_t item = 0;
    std::vector<SeatRef> objecting; ///< nobody when left out
};
BOOST_DESCRIBE_STRUCT(RecordConsensus, (), (meeting, item, objecting))

/// A vote by count, or by name when seats are given.
struct TakeVote {
    MeetingId meeting;
    std::int64_t item = 0;
    std::optional<std::int64_t> for_;
    std::optional<std::int64_t> against;
    std::optional<std::int64_t> abstain;
    std::vector<SeatRef> seats_for;
    std::vector<SeatRef> seats_against;
    std::vector<SeatRef> seats_abstaining;
    std::optional<std::int64_t> joint_for; ///< of those for: members of the body met with
    std::optional<std::int64_t> joint_against;
    std::optional<std::int64_t> joint_abstain;
};
BOOST_DESCRIBE_STRUCT(TakeVote, (),
                      (meeting, item, for_, against, abstain, seats_for, seats_against, seats_abstaining, joint_for,
                       joint_against, joint_abstain))

struct DeclareOutcome {
    MeetingId meeting;
    std::int64_t item = 0;
    Outcome outcome{};
    std::optional<DecidedBy> by;
    std::optional<Text> words;                 ///< the decision, as worded
    std::vector<Considered> considered;
    std::vector<std::string> effects;          ///< claimed effects: override-partner, commit-partner-funds
    std::optional<bool> recommendation;        ///< the body only recommends or advises
    std::vector<OrganisationId> concerns;      ///< partners the decision concerns
};
BOOST_DESCRIBE_STRUCT(DeclareOutcome, (),
                      (meeting, item, outcome, by, words, considered, effects, recommendation, concerns))

struct DeferItem {
    MeetingId meeting;
    std::int64_t item = 0;
    std::optional<MeetingId> to;
    std::optional<Text> reason;
};
BOOST_DESCRIBE_STRUCT(DeferItem, (), (meeting, item, to, reason))

struct WithdrawItem {
    MeetingId meeting;
    std::int64_t item = 0;
    std::optional<Text> reason;
};
BOOST_DESCRIBE_STRUCT(WithdrawItem, (), (meeting, item, reason))

struct RecordDissent {
    MeetingId meeting;
    std::int64_t item = 0;
    std::vector<SeatRef> seats;
    std::optional<Text> words;
};
BOOST_DESCRIBE_STRUCT(RecordDissent, (), (meeting, item, seats, words))

struct RecordAdvice {
    MeetingId meeting;
    std::int64_t item = 0;
    std::string from; ///< the office that advised, such as legal adviser
    Text words;
    std::optional<bool> restricted;
};
BOOST_DESCRIBE_STRUCT(RecordAdvice, (), (meeting, item, from, words, restricted))

/// The presiding person's ruling on a point of procedure; the rules' differing view stands beside it.
struct RuleOnProcedure {
    MeetingId meeting;
    std::optional<std::int64_t> item;
    Text ruling;
    std::optional<Text> reason;
    std::optional<EntryId> about; ///< the act ruled on
};
BOOST_DESCRIBE_STRUCT(RuleOnProcedure, (), (meeting, item, ruling, reason, about))

/// A quorate meeting takes as its own what was supported informally at another.
struct Ratify {
    MeetingId meeting;
    std::int64_t item = 0; ///< the item of this meeting under which it is done
    MeetingId of_meeting;
    std::int64_t of_item = 0;
    std::optional<Text> words;
};
BOOST_DESCRIBE_STRUCT(Ratify, (), (meeting, item, of_meeting, of_item, words))

/// Members are asked before a decision that cannot wait for a meeting (4.17): a new consultation, more members asked
/// under one already begun, or one dropped because nothing needs deciding after all.
struct ConsultOnUrgentDecision {
    BodyId body;
    std::optional<std::int64_t> consultation; ///< its number in the body; a new one when left out
    std::vector<SeatRef> seats;               ///< who is asked
    std::string how;                          ///< in-person, telephone, e-mail, letter
    std::optional<Text> words;                ///< the decision proposed
    std::optional<Text> urgency;              ///< why it cannot wait
    std::optional<base::Instant> answer_by;
    std::optional<bool> dropped; ///< yes: nothing needs deciding after all
};
BOOST_DESCRIBE_STRUCT(ConsultOnUrgentDecision, (),
                      (body, consultation, seats, how, words, urgency, answer_by, dropped))

/// What a member who was asked thinks of it.
struct AnswerUrgentConsultation {
    BodyId body;
    std::int64_t consultation = 0;
    SeatRef seat;
    UrgentView view{};
    std::optional<Text> words;
};
BOOST_DESCRIBE_STRUCT(AnswerUrgentConsultation, (), (body, consultation, seat, view, words))

struct TakeUrgentDecision {
    BodyId body;
    Text words;
    std::optional<Text> urgency;        ///< why it could not wait
    std::vector<std::string> consulted; ///< sectors or seats consulted
    std::vector<Considered> considered;
    std::optional<Matter> matter;
    std::optional<std::int64_t> consultation; ///< the number of the consultation it rests on
    std::optional<bool> own_interest;         ///< yes: the Chair has an interest in it, so another decides
};
BOOST_DESCRIBE_STRUCT(TakeUrgentDecision, (),
                      (body, words, urgency, consulted, considered, matter, consultation, own_interest))

/// The person for whom an act was recorded says that it is theirs.
struct ConfirmAct {
    EntryId entry;
};
BOOST_DESCRIBE_STRUCT(ConfirmAct, (), (entry))

struct DisputeAct {
    EntryId entry;
    std::optional<Text> reason;
};
BOOST_DESCRIBE_STRUCT(DisputeAct, (), (entry, reason))

/// Whoever has a discretion that was asked of them does not use it: what was asked is not done.
struct DeclineDiscretion {
    EntryId entry; ///< of the act that waits
    std::optional<Text> reason;
};
BOOST_DESCRIBE_STRUCT(DeclineDiscretion, (), (entry, reason))

struct RespondAsPartner {
    DecisionId decision;
    OrganisationId organisation;
    PartnerAnswer answer{};
    std::optional<Text> words;
};
BOOST_DESCRIBE_STRUCT(RespondAsPartner, (), (decision, organisation, answer, words))

/// A report made: to whom, by which way (4.3(i), 5.2, 3.7).
struct RecordReport {
    BodyId body; ///< who reports
    std::string kind; ///< annual-report, performance, report-back, consultation
    std::vector<std::string> audiences;
    std::optional<BodyId> through;
    std::optional<SeatRef> seat; ///< a member's own report
    std::optional<std::int64_t> year;
    std::optional<MeetingId> meeting;
    std::optional<Text> words;
    std::vector<DecisionId> decisions; ///< the decisions reported; every one so far when left out
};
BOOST_DESCRIBE_STRUCT(RecordReport, (),
                      (body, kind, audiences, through, seat, year, meeting, words, decisions))

/// A member's agreement depends on approval by the organisation it represents (4.7(c)).
struct ApproveSubjectTo {
    MeetingId meeting;
    std::int64_t item = 0;
    SeatRef seat;
    std::optional<bool> obtained; ///< yes once the approval is given
};
BOOST_DESCRIBE_STRUCT(ApproveSubjectTo, (), (meeting, item, seat, obtained))

} // namespace quorate::governance::acts

#endif
