// The rows of the acts about programmes, agendas, papers and the course of a meeting.

#include "governance/act_rows.hpp"

namespace quorate::governance {
namespace {

using enum Force;

constexpr FieldText body{"body", "Body", "Its id, such as kp"};
constexpr FieldText meeting{"meeting", "Meeting", "Its id, such as kp/m1"};
constexpr FieldText item{"item", "Item", "Its number on the agenda"};
constexpr FieldText only_item{"item", "Only for item", "Left out when it is for the whole meeting"};
constexpr FieldText seat{"seat", "Seat", "Its number, or body/number"};
constexpr FieldText seats{"seats", "Seats", "Such as 1-19,25"};
constexpr FieldText person{"person", "Person", "The person's id"};
constexpr FieldText remote{"remote", "Remotely", "Taking part from elsewhere"};
constexpr FieldText reason{"reason", "Reason"};

constexpr auto set_programme = written_row<acts::SetProgramme>(
    reporting, "Set the dates of a year's meetings",
    {body,
     {"year", "Year"},
     {"meetings", "Dates and times of the meetings"},
     {"length", "Usual length", "In minutes: how long each is expected to last"}});

constexpr auto consult_on_extra_meeting = written_row<acts::ConsultOnExtraMeeting>(
    reporting, "Record that members were consulted on an extra meeting",
    {body,
     {"meeting_at", "Date and time proposed"},
     {"seats", "Seats consulted", "Everyone when left out"},
     {"views", "Views given", "", 10'000}});

constexpr auto convene_meeting = written_row<acts::ConveneMeeting>(
    claiming, "Convene a meeting",
    {{"meeting", "Meeting", "The id it will keep, such as kp/m1"},
     {"at", "Date and time"},
     {"place", "Place", "", 500},
     {"jointly_with", "Jointly with", "Another body, for a joint meeting"},
     {"reason", "Reason", "For a meeting outside the programme"},
     {"remote", "Remote attendance", "Members may take part from elsewhere"},
     {"open_to_public", "Open to the public", "Anyone may attend and follow it live"},
     {"length", "Expected length", "In minutes, such as 120"}});

constexpr auto notify_item = written_row<acts::NotifyItem>(
    claiming, "Ask for an item to be put on an agenda",
    {meeting,
     {"item", "Item", "The number it will keep"},
     {"title", "Title", "", 500},
     {"purpose", "Purpose", "Decision when left out"},
     {"matter", "Responsibility", "The responsibility of the terms it falls under"},
     {"affects", "Affects", "Partners whose direct interests are considered"},
     {"tabled", "Tabled", "First put forward at the meeting itself"},
     {"deferred_from", "Deferred from", "The meeting that put it off"},
     reason,
     {"minutes_of", "Minutes of", "The meeting whose minutes it puts forward"}});

constexpr auto allow_late_item = written_row<acts::AllowLateItem>(
    claiming, "Allow an item notified after the cut-off, or say that it waits",
    {meeting,
     item,
     {"reason", "Reason", "The exceptional circumstances"},
     {"allowed", "Allowed", "Yes when left out"}});

constexpr auto order_agenda = written_row<acts::OrderAgenda>(
    claiming, "Put the items of an agenda in order",
    {meeting, {"items", "Items", "Every item, in the new order, such as 3,1,2"}});

constexpr auto circulate_papers = written_row<acts::CirculatePapers>(
    reporting, "Send out papers for a meeting",
    {meeting,
     {"things", "What was sent", "Of agenda, minutes, reports; all three when left out"},
     {"items", "For items", "All when left out"},
     {"papers", "Papers", "SHA-256 of each file", 1'000},
     {"seats", "To", "Seats, such as 1-19,25; every member when left out"},
     {"how", "How", "Such as e-mail, post, website", 80},
     {"restricted", "Restricted papers", "The numbers of their restrictions"},
     {"partners", "Partners", "Partners it went to besides, such as kcc"}});

constexpr auto restrict_paper = written_row<acts::RestrictPaper>(
    claiming, "Restrict a paper, or keep it restricted after a review",
    {meeting,
     {"restriction", "Restriction", "The number it keeps, such as 1"},
     {"item", "Item", "Left out when the paper is for the whole meeting"},
     {"paper", "Paper", "SHA-256 of the file", 64},
     {.name = "exemption",
      .label = "Exemption expected",
      .hint = "Such as section 43(2), or paragraph 3 for a council",
      .length_max = 40,
      .of = "exemption"},
     {"review", "Review on", "When it is looked at again"},
     reason});

constexpr auto lift_restriction = written_row<acts::LiftRestriction>(
    claiming, "Open a restricted paper to everyone",
    {meeting,
     {"restriction", "Restriction", "Its number"},
     {"paper", "Paper", "SHA-256 of the file", 64},
     reason});

constexpr auto postpone_meeting =
    written_row<acts::PostponeMeeting>(claiming, "Move a meeting to another date or time",
                                       {meeting,
                                        {"to", "New date and time"},
                                        reason,
                                        {"length", "Expected length", "In minutes; as before when left out"}});

constexpr auto cancel_meeting =
    written_row<acts::CancelMeeting>(claiming, "Cancel a meeting", {meeting, reason});

constexpr auto open_meeting =
    written_row<acts::OpenMeeting>(reporting, "Open a meeting", {meeting});

constexpr auto preside = written_row<acts::Preside>(
    reporting, "Record who takes the chair",
    {meeting, seat, {"elected", "Elected", "Chosen by the meeting for the occasion"}, only_item});

constexpr auto record_arrival = written_row<acts::RecordArrival>(
    reporting, "Record that members have arrived",
    {meeting,
     seats,
     {"substitute", "Substitute", "Who came in the member's place"},
     {"by_substitute", "The seat's substitute came"},
     remote});

constexpr auto record_departure = written_row<acts::RecordDeparture>(
    reporting, "Record that people have left",
    {meeting,
     seats,
     {"persons", "Others", "Ids of visitors and officers"},
     {"for_item", "Withdrew for item", "Left out when gone for good"}});

constexpr auto record_return = written_row<acts::RecordReturn>(
    reporting, "Record that members are back in the room",
    {meeting,
     seats,
     remote,
     {"allowed_back", "Let back in", "A member who was excluded, by leave of whoever presides"}});

constexpr auto record_connection = written_row<acts::RecordConnection>(
    reporting, "Record that a remote connection was lost or restored",
    {meeting, seats, {"connected", "Connected", "No when lost, yes when restored"}});

constexpr auto record_apologies =
    written_row<acts::RecordApologies>(reporting, "Record apologies for absence", {meeting, seats});

constexpr auto accept_invitation = written_row<acts::AcceptInvitation>(
    reporting, "Accept the invitation to a meeting",
    {meeting, {"seat", "Seat", "Yours when left out"}});

constexpr auto record_visitor = written_row<acts::RecordVisitor>(
    reporting, "Record that a visitor attends",
    {meeting, person, {"agreed", "Agreed by the Chair"}, only_item});

constexpr auto record_officer_in_support = written_row<acts::RecordOfficerInSupport>(
    reporting, "Record that an officer attends in support of a member",
    {meeting, person, {"seat", "Seat", "The member supported"}});

constexpr auto record_affected_partner = written_row<acts::RecordAffectedPartner>(
    reporting, "Record that an affected partner attends for an item",
    {meeting, item, {"organisation", "Organisation", "Its id, such as kcc"}, person});

constexpr auto take_attendance = written_row<acts::TakeAttendance>(
    reporting, "Record the whole attendance at once",
    {meeting,
     {"present", "Present", "Seats, such as 1-19,25"},
     {"apologies", "Apologies", "Seats that sent apologies"},
     {"substitutes", "Substitutes present", "Seats whose named substitute is there"}});

constexpr auto take_item = written_row<acts::TakeItem>(
    reporting, "Take an item",
    {meeting, item, {"with", "Together with", "Items debated together"}});

constexpr auto leave_item = written_row<acts::LeaveItem>(
    reporting, "Leave an item",
    {meeting, item, {"interrupted", "Interrupted", "To be resumed later in the meeting"}});

constexpr auto exclude_member = written_row<acts::ExcludeMember>(
    reporting, "Record that a member was sent out", {meeting, seat, reason});

constexpr auto adjourn_meeting = written_row<acts::AdjournMeeting>(
    reporting, "Adjourn a meeting",
    {meeting, {"until", "Until", "When it goes on, where known"}, reason});

constexpr auto resume_meeting =
    written_row<acts::ResumeMeeting>(reporting, "Resume an adjourned meeting", {meeting});

constexpr auto continue_informally = written_row<acts::ContinueInformally>(
    reporting, "Carry on without a quorum, taking no decisions", {meeting});

constexpr auto close_meeting =
    written_row<acts::CloseMeeting>(reporting, "Close a meeting", {meeting});

constexpr auto meet_in_private = written_row<acts::MeetInPrivate>(
    reporting, "Go on without the public, by resolution of the meeting",
    {meeting,
     {"items", "Items", "Those to be taken in private; whatever is taken when left out"},
     {"reason", "Reason", "Why the public is not to hear it; everybody can read this"},
     {"proposed_by", "Proposed by"}});

constexpr auto meet_in_public =
    written_row<acts::MeetInPublic>(reporting, "Open the meeting to the public again", {meeting});

constexpr auto release_notes =
    written_row<acts::ReleaseNotes>(claiming, "Let everybody read the notes of an item taken in private",
                                    {meeting, {"item", "Item"}, reason});

} // namespace

std::span<const ActRow> meetings_rows() {
    static constexpr std::array rows = {act_row<set_programme>(),
                                        act_row<consult_on_extra_meeting>(),
                                        act_row<convene_meeting>(),
                                        act_row<notify_item>(),
                                        act_row<allow_late_item>(),
                                        act_row<order_agenda>(),
                                        act_row<circulate_papers>(),
                                        act_row<restrict_paper>(),
                                        act_row<lift_restriction>(),
                                        act_row<postpone_meeting>(),
                                        act_row<cancel_meeting>(),
                                        act_row<open_meeting>(),
                                        act_row<preside>(),
                                        act_row<record_arrival>(),
                                        act_row<record_departure>(),
                                        act_row<record_return>(),
                                        act_row<record_connection>(),
                                        act_row<record_apologies>(),
                                        act_row<accept_invitation>(),
                                        act_row<record_visitor>(),
                                        act_row<record_officer_in_support>(),
                                        act_row<record_affected_partner>(),
                                        act_row<take_attendance>(),
                                        act_row<take_item>(),
                                        act_row<leave_item>(),
                                        act_row<exclude_member>(),
                                        act_row<adjourn_meeting>(),
                                        act_row<resume_meeting>(),
                                        act_row<continue_informally>(),
                                        act_row<close_meeting>(),
                                        act_row<meet_in_private>(),
                                        act_row<meet_in_public>(),
                                        act_row<release_notes>()};
    static_assert(covers(Feature::meetings, rows),
                  "an act of the feature has no row, or the order differs");
    return rows;
}

} // namespace quorate::governance
