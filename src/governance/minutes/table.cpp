// The rows of the acts about minutes, corrections and actions.

#include "governance/act_rows.hpp"

namespace quorate::governance {
namespace {

using enum Force;

constexpr FieldText meeting{"meeting", "Meeting", "Whose minutes they are"};
constexpr FieldText action{"action", "Action", "Its id, such as kp/a3"};
constexpr FieldText reason{"reason", "Reason"};
constexpr FieldText corrected_seat{"seat", "Seat", "Whose presence is corrected"};
constexpr FieldText arrived{"arrived", "Arrived", "When the member did arrive"};
constexpr FieldText left{"left", "Left", "When the member did leave"};
constexpr FieldText absent{"absent", "Absent", "Yes when the member was not there at all"};
constexpr FieldText corrected_item{"item", "Item", "Whose vote is corrected"};
constexpr FieldText votes_for{"for", "For"};
constexpr FieldText against{"against", "Against"};
constexpr FieldText abstain{"abstain", "Abstaining"};

constexpr auto draft_minutes = written_row<acts::DraftMinutes>(
    claiming, "Draft the minutes of a meeting",
    {meeting,
     {"sections", "Sections", "Of attendance, interests, items; all when left out"},
     {"words", "Words", "", 100'000}});

constexpr auto circulate_minutes = written_row<acts::CirculateMinutes>(
    reporting, "Send out the minutes of a meeting",
    {meeting, {"seats", "To", "Seats, such as 1-19,25; every member when left out"}});

constexpr auto propose_correction = written_row<acts::ProposeCorrection>(
    reporting, "Say what should be put right in minutes that were sent round",
    {meeting,
     {"seat", "Seat", "The member who proposes it"},
     {"item", "Item", "Which it concerns"},
     {"words", "Correction", "What the minutes should say"}});

constexpr auto decline_correction = written_row<acts::DeclineCorrection>(
    reporting, "Record that a proposed correction to the minutes is not taken",
    {meeting, {"proposal", "Proposed correction", "Its number"}, reason});

constexpr auto correct_minutes = written_row<acts::CorrectMinutes>(
    reporting, "Correct the minutes: their words, someone's presence, or a count of votes",
    {meeting,
     {"words", "Correction", "", 10'000},
     {"at", "Corrected at", "The meeting that made the correction"},
     corrected_seat,
     arrived,
     left,
     absent,
     corrected_item,
     votes_for,
     against,
     abstain,
     {"proposals", "Proposals taken", "Numbers of the proposed corrections it takes"}});

constexpr auto correct_record =
    written_row<acts::CorrectRecord>(reporting, "Put right a recorded fact outside the minutes",
                                     {{"meeting", "Meeting", "Its id, such as kp/m1"},
                                      reason,
                                      corrected_seat,
                                      arrived,
                                      left,
                                      absent,
                                      corrected_item,
                                      votes_for,
                                      against,
                                      abstain});

constexpr auto approve_minutes =
    written_row<acts::ApproveMinutes>(claiming, "Approve the minutes of a meeting at a later one",
                                      {meeting,
                                       {"at", "Approved at", "The meeting that approves them"},
                                       {"item", "Item", "The item of that meeting"},
                                       {"with_corrections", "With corrections"}});

constexpr auto publish_minutes = written_row<acts::PublishMinutes>(
    claiming, "Publish the minutes of a meeting",
    {meeting, {"draft", "As a draft", "Marked as not yet approved"}});

constexpr auto assign_action = written_row<acts::AssignAction>(
    reporting, "Record an action someone is to take",
    {{"action", "Action", "The id it will keep, such as kp/a3"},
     {"meeting", "Meeting", "Where it was agreed"},
     {"item", "Item", "Under which it was agreed"},
     {"body", "Body", "Its id, such as kp"},
     {"seat", "Seat", "The member who is to act"},
     {"organisation", "Organisation", "The organisation that is to act"},
     {"what", "What is to be done"},
     {"due", "Due"}});

constexpr auto report_on_action =
    written_row<acts::ReportOnAction>(reporting, "Report how far an action has got",
                                      {action, {"status", "Status"}, {"words", "Report"}});

} // namespace

std::span<const ActRow> minutes_rows() {
    static constexpr std::array rows = {
        act_row<draft_minutes>(),      act_row<circulate_minutes>(), act_row<propose_correction>(),
        act_row<decline_correction>(), act_row<correct_minutes>(),   act_row<correct_record>(),
        act_row<approve_minutes>(),    act_row<publish_minutes>(),   act_row<assign_action>(),
        act_row<report_on_action>()};
    static_assert(covers(Feature::minutes, rows),
                  "an act of the feature has no row, or the order differs");
    return rows;
}

} // namespace quorate::governance
