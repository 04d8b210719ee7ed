// The rows of the acts about organisations, seats, people and offices.

#include "governance/act_rows.hpp"

namespace quorate::governance {
namespace {

using enum Force;

constexpr FieldText body{"body", "Body", "Its id, such as kp"};
constexpr FieldText organisation{"organisation", "Organisation", "Its id, such as kcc"};
constexpr FieldText person{"person", "Person", "The person's id"};
constexpr FieldText seat{"seat", "Seat", "Its number, or body/number"};
constexpr FieldText number{"number", "Seat number"};
constexpr FieldText sector{"sector", "Sector", "A class of members the terms name", 80};
constexpr FieldText title{"title", "Title", "As the roll gives it"};
constexpr FieldText office{"office", "Office", "Such as vice-chair", 80};
constexpr FieldText meeting{"meeting", "Meeting", "Its id, such as kp/m1"};
constexpr FieldText decision{"decision", "Decision", "The decision it rests on"};
constexpr FieldText reason{"reason", "Reason"};
constexpr FieldText commitment{"commitment", "Promise", "Its id, such as kp/c2"};
constexpr FieldText until{"until", "Until", "Left out when there is no end"};

constexpr auto register_organisation = written_row<acts::RegisterOrganisation>(
    reporting, "Enter an organisation in the register",
    {{"organisation", "Organisation", "The id it will keep, such as kcc"},
     {"name", "Name"},
     sector,
     {"code", "Code", "In a public register, such as E10000016", 40},
     {"other_names", "Other names"}});

constexpr auto register_person =
    written_row<acts::RegisterPerson>(reporting, "Enter a person in the register",
                                      {{"person", "Person", "The id the person will keep"},
                                       {"name", "Name", "Kept apart from the record", 200, true}});

constexpr auto record_office_holder = written_row<acts::RecordOfficeHolder>(
    reporting, "Record who holds an office outside the partnership",
    {{"office", "Office", "Such as leader(kcc)"},
     {"person", "Person", "Left out when the office is vacant"},
     organisation,
     title});

constexpr auto create_seat = written_row<acts::CreateSeat>(
    reporting, "Create a seat on a body",
    {body,
     number,
     {"organisation", "Organisation", "Who nominates to it"},
     sector,
     {"place", "Kept for", "A group the seat is kept for, such as district", 80},
     {"office", "Office", "The office that carries the seat, such as leader(kcc)"},
     title,
     {"represents", "Represents", "The body it speaks for, such as a working group"}});

constexpr auto remove_seat = written_row<acts::RemoveSeat>(reporting, "Remove a seat from a body",
                                                           {body, seat, decision, reason});

constexpr auto admit_organisation = written_row<acts::AdmitOrganisation>(
    claiming, "Admit an organisation to a body and give it a seat",
    {body,
     organisation,
     number,
     sector,
     {"contribution", "Contribution", "What it brings to the body's work"},
     {"regard", "Size and balance", "What was weighed of the body's size and make-up"},
     decision});

constexpr auto appoint = written_row<acts::Appoint>(
    claiming, "Appoint a person to a seat",
    {body,
     seat,
     person,
     {"alternates", "Standing substitutes", "Named in the roll"},
     title,
     {"shared", "Job share", "Held with the present holder"},
     {"marked", "Marked in the roll", "The office the roll marks them with, such as chair", 80},
     reason});

constexpr auto vacate = written_row<acts::Vacate>(reporting, "Record that a seat has become vacant",
                                                  {body, seat, reason});

constexpr auto nominate_substitute = written_row<acts::NominateSubstitute>(
    claiming, "Name a substitute for a member at one meeting",
    {meeting, seat, {"person", "Substitute", "The person's id"}});

constexpr auto withdraw_substitute = written_row<acts::WithdrawSubstitute>(
    reporting, "Withdraw the naming of a substitute", {meeting, seat});

constexpr auto request_replacement = written_row<acts::RequestReplacement>(
    claiming, "Ask an organisation to name someone else to its seat", {body, seat, reason});

constexpr auto elect_to_office = written_row<acts::ElectToOffice>(
    claiming, "Elect a member to an office of the body",
    {body, office, seat, until, {"meeting", "Meeting", "Where the election was held"}, decision});

constexpr auto rotate_office = written_row<acts::RotateOffice>(
    claiming, "Pass an office to the next member in turn", {body, office, seat, until, decision});

constexpr auto give_notice_of_exit = written_row<acts::GiveNoticeOfExit>(
    reporting, "Record an organisation's notice that it means to leave",
    {body,
     organisation,
     {"leaves", "Leaves on", "The earliest proper day when left out"},
     {"written", "In writing"},
     {"to", "Given to", "Such as chair", 80}});

constexpr auto agree_exit_terms = written_row<acts::AgreeExitTerms>(
    claiming, "Agree that a leaving organisation need not honour some promises",
    {{"body", "Body", "The body that agrees"},
     organisation,
     {"released", "Promises released"},
     decision,
     {"terms", "Terms"}});

constexpr auto record_commitment =
    written_row<acts::RecordCommitment>(reporting, "Record a promise an organisation has made",
                                        {{"commitment", "Promise", "The id it will keep"},
                                         body,
                                         organisation,
                                         {"what", "What is promised"},
                                         {"decision", "Decision", "The decision it follows from"},
                                         {"due", "Due"}});

constexpr auto report_on_commitment = written_row<acts::ReportOnCommitment>(
    reporting, "Report that a promise was honoured, or is open after all",
    {commitment,
     {"status", "Status", "Open takes back a report made by mistake"},
     {"on", "Honoured on", "The day of the report when left out"},
     {"words", "Report"}});

constexpr auto release_commitment = written_row<acts::ReleaseCommitment>(
    claiming, "Release an organisation from a promise",
    {commitment,
     {"decision", "Decision", "By which the organisation is released"},
     {"words", "Reason"}});

constexpr auto set_representative = written_row<acts::SetRepresentative>(
    reporting, "Record which body a seat speaks for",
    {body, seat, {"represents", "Represents", "The body it speaks for"}});

constexpr auto nominate_liaison = written_row<acts::NominateLiaison>(
    reporting, "Record who keeps in touch with other organisations for a body",
    {body,
     {"organisations", "Organisations", "Those kept in touch with"},
     {"seat", "Seat", "Its number, when the one nominated is a member"},
     {"person", "Person", "The person's id, when the one nominated is not"}});

} // namespace

std::span<const ActRow> membership_rows() {
    static constexpr std::array rows = {act_row<register_organisation>(),
                                        act_row<register_person>(),
                                        act_row<record_office_holder>(),
                                        act_row<create_seat>(),
                                        act_row<remove_seat>(),
                                        act_row<admit_organisation>(),
                                        act_row<appoint>(),
                                        act_row<vacate>(),
                                        act_row<nominate_substitute>(),
                                        act_row<withdraw_substitute>(),
                                        act_row<request_replacement>(),
                                        act_row<elect_to_office>(),
                                        act_row<rotate_office>(),
                                        act_row<give_notice_of_exit>(),
                                        act_row<agree_exit_terms>(),
                                        act_row<record_commitment>(),
                                        act_row<report_on_commitment>(),
                                        act_row<release_commitment>(),
                                        act_row<set_representative>(),
                                        act_row<nominate_liaison>()};
    static_assert(covers(Feature::membership, rows),
                  "an act of the feature has no row, or the order differs");
    return rows;
}

} // namespace quorate::governance
