// The rows of the acts by which a meeting decides, and of what follows from a decision.

#include "governance/act_rows.hpp"

namespace quorate::governance {
namespace {

using enum Force;

constexpr FieldText body{"body", "Body", "Its id, such as kp"};
constexpr FieldText meeting{"meeting", "Meeting", "Its id, such as kp/m1"};
constexpr FieldText item{"item", "Item", "Its number on the agenda"};
constexpr FieldText seat{"seat", "Seat", "Its number, or body/number"};
constexpr FieldText entry{"entry", "Entry", "The id of the recorded act"};
constexpr FieldText reason{"reason", "Reason"};
constexpr FieldText decision_words{"words", "Decision", "As worded", 10'000};
constexpr FieldText considered{"considered", "Taken into account",
                               "Such as kp-direction: and the words about it", 50};

constexpr auto note_item = written_row<acts::NoteItem>(
    claiming, "Note an item", {meeting, item, {"words", "Words", "As noted", 10'000}});

constexpr auto record_discussion =
    written_row<acts::RecordDiscussion>(reporting, "Record what was said on an item",
                                        {meeting, item, {"words", "Discussion", "", 20'000}});

constexpr auto move_motion = written_row<acts::MoveMotion>(
    reporting, "Record a motion moved", {meeting, item, seat, {"words", "Motion"}});

constexpr auto second_motion = written_row<acts::SecondMotion>(
    reporting, "Record that a motion was seconded", {meeting, item, seat});

constexpr auto move_amendment = written_row<acts::MoveAmendment>(
    reporting, "Record an amendment moved", {meeting, item, seat, {"words", "Amendment"}});

constexpr auto put_question =
    written_row<acts::PutQuestion>(reporting, "Put the question, which fixes who may decide",
                                   {meeting,
                                    item,
                                    {"words", "Question"},
                                    {"amendment", "On the amendment", "Not on the motion itself"}});

constexpr auto record_consensus = written_row<acts::RecordConsensus>(
    reporting, "Record whether consensus was reached",
    {meeting, item, {"objecting", "Objecting", "Seats; nobody when left out"}});

constexpr auto take_vote =
    written_row<acts::TakeVote>(reporting, "Record a vote, by count or by name",
                                {meeting,
                                 item,
                                 {"for", "For"},
                                 {"against", "Against"},
                                 {"abstain", "Abstaining"},
                                 {"seats_for", "Seats for", "For a vote by name, such as 1-11"},
                                 {"seats_against", "Seats against"},
                                 {"seats_abstaining", "Seats abstaining"},
                                 {"joint_for", "Of the other body, for",
                                  "In a joint meeting: how many of those were members of the body met with"},
                                 {"joint_against", "Of the other body, against"},
                                 {"joint_abstain", "Of the other body, abstaining"}});

constexpr auto declare_outcome = written_row<acts::DeclareOutcome>(
    claiming, "Declare the outcome of an item",
    {meeting,
     item,
     {"outcome", "Outcome"},
     {"by", "By consensus or vote"},
     decision_words,
     considered,
     {"effects", "Claimed effects", "Such as override-partner, commit-partner-funds", 20},
     {"recommendation", "Recommendation only", "The body only recommends or advises"},
     {"concerns", "Concerns", "Partners the decision concerns"}});

constexpr auto defer_item = written_row<acts::DeferItem>(
    reporting, "Put off an item",
    {meeting, item, {"to", "To", "The meeting that will take it"}, reason});

constexpr auto withdraw_item =
    written_row<acts::WithdrawItem>(reporting, "Withdraw an item", {meeting, item, reason});

constexpr auto record_dissent = written_row<acts::RecordDissent>(
    reporting, "Record members' dissent",
    {meeting, item, {"seats", "Seats", "Such as 3,8"}, {"words", "Words"}});

constexpr auto record_advice = written_row<acts::RecordAdvice>(
    reporting, "Record advice given at an item",
    {meeting,
     item,
     {"from", "From", "The office that advised, such as legal adviser", 120},
     {"words", "Advice", "", 10'000},
     {"restricted", "Restricted", "Not published"}});

constexpr auto rule_on_procedure =
    written_row<acts::RuleOnProcedure>(reporting, "Record a ruling on a point of procedure",
                                       {meeting,
                                        {"item", "Item", "Where it concerns one"},
                                        {"ruling", "Ruling"},
                                        reason,
                                        {"about", "About", "The id of the recorded act ruled on"}});

constexpr auto ratify =
    written_row<acts::Ratify>(claiming, "Take as the body's own what was supported informally",
                              {meeting,
                               {"item", "Item", "The item of this meeting under which it is done"},
                               {"of_meeting", "Supported at", "The earlier meeting"},
                               {"of_item", "Item supported", "Its number at the earlier meeting"},
                               decision_words});

constexpr std::array<std::string_view, 4> ways_of_asking{"in-person", "telephone", "e-mail",
                                                         "letter"};

constexpr auto consult_on_urgent_decision = written_row<acts::ConsultOnUrgentDecision>(
    reporting, "Ask members about a decision that cannot wait for a meeting",
    {body,
     {"consultation", "Consultation", "Its number, to ask more members; left out for a new one"},
     {"seats", "Asked", "Seats, such as 3,5"},
     {.name = "how", .label = "How", .choices = ways_of_asking},
     {"words", "Decision proposed"},
     {"urgency", "Urgency", "Why it cannot wait"},
     {"answer_by", "Answer by"},
     {"dropped", "Dropped", "Yes when nothing needs deciding after all"}});

constexpr auto answer_urgent_consultation = written_row<acts::AnswerUrgentConsultation>(
    reporting, "Answer when asked about a decision that cannot wait for a meeting",
    {body,
     {"consultation", "Consultation", "Its number"},
     {"seat", "Seat", "The member who answers"},
     {"view", "Answer"},
     {"words", "Words"}});

constexpr auto take_urgent_decision = written_row<acts::TakeUrgentDecision>(
    claiming, "Take a decision that cannot wait for a meeting",
    {body,
     decision_words,
     {"urgency", "Urgency", "Why it could not wait"},
     {"consulted", "Consulted", "Sectors or seats"},
     considered,
     {"matter", "Responsibility", "As the terms name it"},
     {"consultation", "Consultation", "The number of the one it rests on"},
     {"own_interest", "Interest of the Chair",
      "Yes when the Chair has an interest in it, so that another decides"}});

constexpr auto confirm_act = written_row<acts::ConfirmAct>(
    reporting, "Confirm that an act recorded for you is yours", {entry});

constexpr auto dispute_act = written_row<acts::DisputeAct>(
    reporting, "Say that an act recorded for you is not yours", {entry, reason});

constexpr auto decline_discretion = written_row<acts::DeclineDiscretion>(
    reporting, "Decline what was asked of your discretion", {entry, reason});

constexpr auto respond_as_partner =
    written_row<acts::RespondAsPartner>(reporting, "Answer a decision as a partner it concerns",
                                        {{"decision", "Decision", "Its id, such as kp/d12"},
                                         {"organisation", "Organisation", "Its id, such as kcc"},
                                         {"answer", "Answer"},
                                         {"words", "Words"}});

constexpr auto record_report = written_row<acts::RecordReport>(
    reporting, "Record a report made",
    {{"body", "Body", "Who reports"},
     {"kind", "Kind", "Such as annual-report, performance, report-back", 80},
     {"audiences", "To", "To whom"},
     {"through", "Through", "The body it passed through"},
     {"seat", "Seat", "For a member's own report"},
     {"year", "Year"},
     {"meeting", "Meeting", "Where it was made"},
     {"words", "Words", "", 20'000},
     {"decisions", "Decisions", "Those reported, such as kp/d3; every one so far when left out"}});

constexpr auto approve_subject_to = written_row<acts::ApproveSubjectTo>(
    reporting, "Record that a member's agreement needs approval from its organisation",
    {meeting, item, seat, {"obtained", "Obtained", "Yes once the approval is given"}});

} // namespace

std::span<const ActRow> decisions_rows() {
    static constexpr std::array rows = {act_row<note_item>(),
                                        act_row<record_discussion>(),
                                        act_row<move_motion>(),
                                        act_row<second_motion>(),
                                        act_row<move_amendment>(),
                                        act_row<put_question>(),
                                        act_row<record_consensus>(),
                                        act_row<take_vote>(),
                                        act_row<declare_outcome>(),
                                        act_row<defer_item>(),
                                        act_row<withdraw_item>(),
                                        act_row<record_dissent>(),
                                        act_row<record_advice>(),
                                        act_row<rule_on_procedure>(),
                                        act_row<ratify>(),
                                        act_row<consult_on_urgent_decision>(),
                                        act_row<answer_urgent_consultation>(),
                                        act_row<take_urgent_decision>(),
                                        act_row<confirm_act>(),
                                        act_row<dispute_act>(),
                                        act_row<decline_discretion>(),
                                        act_row<respond_as_partner>(),
                                        act_row<record_report>(),
                                        act_row<approve_subject_to>()};
    static_assert(covers(Feature::decisions, rows),
                  "an act of the feature has no row, or the order differs");
    return rows;
}

} // namespace quorate::governance
