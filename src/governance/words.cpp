// The one table of wording. A code has up to three templates: the first for which every fact is
// there is used.

#include "governance/words.hpp"

#include "governance/wording.hpp"

#include <algorithm>
#include <array>
#include <cctype>

namespace quorate::governance {
namespace {

using enum Code;

constexpr std::array permission = {
    Wording{not_permitted, "the terms do not give {actor:who} leave to do this ({act:plain})",
            "the terms do not give leave to do this"},
    Wording{recorder_not_permitted,
            "only the servicing officer or the administrator may record what someone else did"},
    Wording{nobody_presides, "nobody is recorded as presiding"},
    Wording{forbidden, "{clause} rules this out", "the terms rule this out"},
    Wording{permitted_by, "{permission} allows this", "the terms allow this"},
};

constexpr std::array entering = {
    Wording{late_reason_missing,
            "this took effect on {effective} and was entered on {recorded}; no reason is given for "
            "entering it later",
            "this was entered on a later day than it took effect, and no reason is given"},
    Wording{late_reason_given,
            "this took effect on {effective} and was entered on {recorded}; the reason is given",
            "this was entered on a later day than it took effect; the reason is given"},
};

constexpr std::array named = {
    Wording{body_unknown, "the record has no body called {body}", "the record has no such body"},
    Wording{body_exists, "there is already a body called {body}",
            "there is already a body of that name"},
    Wording{body_dissolved, "the body {body} has come to an end", "the body has come to an end"},
    Wording{no_terms, "the body {body} has no terms of reference yet",
            "the body has no terms of reference yet"},
    Wording{terms_unknown, "the record holds no terms of reference called {charter}",
            "the record does not hold those terms of reference"},
    Wording{terms_of_another_body, "the terms {charter} are those of {body}",
            "the terms are those of another body"},
    Wording{calendar_unknown, "the record does not hold that calendar"},
    Wording{interpretation_unknown, "the terms have no question numbered {interpretation}",
            "the terms have no such question"},
    Wording{reading_unknown, "question {interpretation} has no reading called {reading:plain}",
            "the question has no such reading"},
    Wording{links_in_a_circle, "that would link {body} to itself through {to}",
            "that would link a body to itself"},
    Wording{organisation_unknown, "the register has no organisation called {organisation}",
            "the register has no such organisation"},
    Wording{organisation_exists, "the register already has an organisation called {organisation}",
            "the register already has that organisation"},
    Wording{person_unknown, "the register has no such person"},
    Wording{person_exists, "the register already has that person"},
    Wording{office_unknown, "there is no office called {office:plain}", "there is no such office"},
    Wording{seat_unknown, "there is no seat {seat} on {body}", "there is no seat {seat}",
            "there is no such seat"},
    Wording{seat_exists, "there is already a seat {seat}", "there is already such a seat"},
    Wording{seat_vacant, "nobody holds seat {seat}", "nobody holds the seat"},
    Wording{seat_filled, "somebody already holds seat {seat}", "somebody already holds the seat"},
    Wording{seat_removed, "seat {seat} did not exist then", "the seat did not exist then"},
    Wording{meeting_unknown, "the record has no meeting {meeting}",
            "the record has no such meeting"},
    Wording{meeting_exists, "there is already a meeting {meeting}",
            "there is already such a meeting"},
    Wording{item_unknown, "the agenda has no item {item}", "the agenda has no such item"},
    Wording{item_exists, "the agenda already has an item {item}",
            "the agenda already has that item"},
    Wording{decision_unknown, "the record has no decision {decision}",
            "the record has no such decision"},
    Wording{decision_missing, "no decision of {body} is named", "no decision is named"},
    Wording{entry_unknown, "the record has no such entry"},
    Wording{action_unknown, "the record has no action {action}", "the record has no such action"},
    Wording{action_exists, "there is already an action {action}",
            "there is already such an action"},
    Wording{interest_unknown, "the register has no interest {interest}",
            "the register has no such interest"},
    Wording{interest_exists, "the register already has an interest {interest}",
            "the register already has that interest"},
    Wording{programme_year_differs, "{date} is not in {year}",
            "a date is not in the programme's year"},
    Wording{order_incomplete, "the order must list all {items} items, each once",
            "the order must list every item once"},
    Wording{matter_unknown, "the terms name no responsibility called {matter:plain}",
            "the terms name no such responsibility"},
};

constexpr std::array course = {
    Wording{meeting_not_open, "the meeting is not open"},
    Wording{meeting_open_already, "the meeting has already been opened"},
    Wording{meeting_closed, "the meeting has closed"},
    Wording{meeting_cancelled, "the meeting was called off"},
    Wording{meeting_not_closed, "the meeting has not been held and closed"},
    Wording{meeting_in_the_past, "{meeting_on} is not after today",
            "the meeting must be later than today"},
    Wording{length_out_of_range, "a meeting of {minutes} minutes is not possible",
            "the length must be between one minute and 24 hours"},
    Wording{item_not_open, "item {item} is not being taken", "the item is not being taken"},
    Wording{item_finished, "item {item} is finished", "the item is finished"},
    Wording{question_not_put, "no question has been put on item {item}",
            "no question has been put"},
    Wording{not_present, "seat {seat} is not in the room", "the member is not in the room"},
    Wording{present_already, "seat {seat} is already in the room",
            "the member is already in the room"},
    Wording{left_already, "seat {seat} is not in the room", "the member has already left"},
    Wording{not_open_to_public, "the meeting is not open to the public, so it is in private as it is"},
    Wording{in_private_already, "the meeting is in private already"},
    Wording{not_in_private, "the meeting is not in private"},
    Wording{taken_in_public, "item {item} was not taken in private", "the item was not taken in private"},
    Wording{item_not_named_for_private, "the meeting went into private for other items than item {item}",
            "the meeting went into private for other items"},
};

constexpr std::array notice = {
    Wording{in_programme, "{meeting_on} is a date of the year's programme",
            "the date is in the year's programme"},
    Wording{not_in_programme, "{meeting_on} is not a date of the year's programme",
            "the date is not in the year's programme"},
    Wording{members_not_consulted, "members have not been asked about it, as {clause} requires",
            "members have not been asked about it"},
    Wording{members_consulted, "{members:words} {members:member was|members were} asked about it",
            "members were asked about it"},
    Wording{reason_missing, "no reason is given, and {clause} asks for one", "no reason is given"},
    Wording{reason_given, "a reason is given"},
    Wording{items_close, "items can be put forward until {latest}; {safe} is safe on any count",
            "items can be put forward until {latest}", "there is a last day for items"},
    Wording{papers_due, "papers are due out by {latest}; {safe} is safe on any count",
            "papers are due out by {latest}", "there is a last day for papers"},
    Wording{cut_off_and_dispatch_coincide,
            "items close and papers go out on the same day, {latest}",
            "items close and papers go out on the same day"},
    Wording{item_in_time, "asked for on {notified}, in time: items close on {latest}",
            "the item is in time"},
    Wording{item_after_cut_off, "asked for on {notified}; items closed on {latest}",
            "the item was asked for after items closed"},
    Wording{tabled_item, "the item was first put forward at the meeting"},
    Wording{late_item_allowed, "the late item is allowed"},
    Wording{late_item_not_allowed, "the late item is not allowed"},
    Wording{no_late_item_waiting, "no item {item} is waiting for an answer",
            "no late item is waiting for an answer"},
    Wording{late_answer_disputed,
            "{holder:who} disputes having allowed item {item}, and has not answered since",
            "whether the late item is allowed is disputed"},
    Wording{notice_given,
            "sent {days:words} working {days:day|days} before; {clause} asks for {needed:words}",
            "sent {days:words} working {days:day|days} before", "sent in time"},
    Wording{notice_too_short,
            "sent {days:words} working {days:day|days} before; {clause} asks for {needed:words}",
            "sent {days:words} working {days:day|days} before; {needed:words} are asked for",
            "sent too late"},
    Wording{outside_calendar, "the date cannot be worked out: {problem}",
            "the working-day calendar does not reach that date"},
    Wording{restriction_unknown, "{meeting} has no restricted paper numbered {restriction}",
            "the meeting has no such restricted paper"},
    Wording{restriction_lifted_already, "restriction {restriction} was lifted already",
            "the restriction was lifted already"},
    Wording{restriction_not_in_turn, "the next restriction of this meeting is number {next}",
            "restrictions are numbered in turn"},
    Wording{exemption_not_named,
            "name the exemption by the number of its section, such as section 43(2); paragraphs of "
            "Schedule 12A are for committees of councils"},
    Wording{review_not_ahead, "the review is to be after the day it is restricted, not on {review}",
            "the review is to be on a later day"},
    Wording{agenda_changed_after_dispatch, "item {item} was added after papers went out",
            "the agenda was changed after papers went out"},
    Wording{
        meets_often_enough,
        "{meetings:words} {meetings:meeting|meetings} in {year}; {clause} asks for {needed:words}",
        "there are enough meetings in the year"},
    Wording{
        meets_too_seldom,
        "{meetings:words} {meetings:meeting|meetings} in {year}; {clause} asks for {needed:words}",
        "there are too few meetings in the year"},
    Wording{dates_arranged_late,
            "the dates for {year} were arranged on {arranged}, not ahead of the year",
            "the dates were not arranged ahead of the year"},
};

constexpr std::array chair = {
    Wording{chair_presides, "the Chair presides"},
    Wording{vice_chair_presides, "the Chair is not there, so the Vice Chair presides"},
    Wording{presides_by_election, "those present chose seat {seat} to preside",
            "those present chose who presides"},
    Wording{not_next_to_preside, "the terms do not say that seat {seat} presides next",
            "someone else would preside next under the terms"},
    Wording{chair_is_present, "the {office:plain} is there and would preside",
            "the person who would preside is there"},
};

constexpr std::array quorum = {
    Wording{
        quorate,
        "{present} of {members} members are present; {needed} are needed: {spare:count} to spare",
        "{present} of {members} members are present; {needed} are needed",
        "the meeting is quorate"},
    Wording{inquorate,
            "{present} of {members} members are present; {needed} are needed: {short:words} short",
            "{present} of {members} members are present; {needed} are needed",
            "the meeting is not quorate"},
    Wording{attendance_not_recorded,
            "nobody has recorded who is there, so the quorum cannot be worked out"},
    Wording{nobody_in_office, "no member is in office, so there is nothing to take a half of",
            "no member is in office"},
};

constexpr std::array room = {
    Wording{substitute_in_advance,
            "the substitute for seat {seat} was named at {nominated}, before {start}",
            "a substitute for seat {seat} was named in advance",
            "the substitute was named in advance"},
    Wording{substitute_not_in_advance,
            "the substitute for seat {seat} was named at {nominated}; it had to be before {start}",
            "the substitute for seat {seat} was not named in advance",
            "the substitute was not named in advance"},
    Wording{substitute_not_nominated, "no such substitute was named for seat {seat}",
            "no substitute was named"},
    Wording{substitute_and_member_present,
            "the member for seat {seat} is there, so nobody stands in",
            "the member is there, so nobody stands in"},
    Wording{back_though_excluded,
            "the member for seat {seat} was excluded, and nobody is recorded as letting them back in",
            "the member was excluded, and nobody is recorded as letting them back in"},
    Wording{allowed_back, "whoever presides let the member for seat {seat} back in",
            "whoever presides let the member back in"},
    Wording{attends_as_visitor, "attends as a visitor: not counted, and without a vote"},
    Wording{agreement_given, "{holder:who} agreed", "the agreement needed was given"},
    Wording{agreement_missing, "{holder:who} has not agreed", "the agreement needed was not given"},
    Wording{
        right_to_be_heard,
        "{clause} gives a partner whose interests are considered the right to attend and be heard",
        "a partner whose interests are considered may attend and be heard"},
    Wording{not_affected,
            "item {item} is not marked as considering the interests of {organisation}",
            "the item is not marked as considering this partner's interests"},
    Wording{officer_supports_member,
            "attends in support of seat {seat}: not counted, and without a vote",
            "attends in support of a member: not counted, and without a vote"},
    Wording{absences_reached,
            "{missed:words} meetings missed in a row; {clause} speaks of {needed:words}",
            "{absences:words} meetings missed in a row; {clause} speaks of {needed:words}",
            "enough meetings were missed in a row"},
    Wording{absences_short,
            "{missed:words} {missed:meeting|meetings} missed in a row; {clause} speaks of "
            "{needed:words}",
            "{absences:words} {absences:meeting|meetings} missed in a row; {clause} speaks of "
            "{needed:words}",
            "too few meetings were missed in a row"},
    Wording{absences_not_known,
            "{missed:words} {missed:meeting|meetings} missed in a row are on record; who came to "
            "another is not",
            "who came to one of the meetings is not on record"},
    Wording{not_a_member, "the organisation {organisation} is not a member of {body}",
            "the organisation {organisation} is not a member", "this is not a member"},
    Wording{two_seats, "the same person is also down for seat {seat}",
            "the same person is down for two seats"},
    Wording{coming_already, "it was said before that seat {seat} will be there",
            "it was said before"},
    Wording{apologies_taken_back, "the apologies of seat {seat} are taken back",
            "the apologies are taken back"},
    Wording{substitute_taken_back, "the substitute named for seat {seat} no longer stands in",
            "the substitute no longer stands in"},
};

constexpr std::array deciding = {
    Wording{consensus_reached, "no member objects"},
    Wording{consensus_not_reached, "{objecting:words} {objecting:member objects|members object}",
            "there is no consensus"},
    Wording{consensus_not_tried, "no attempt at a consensus is recorded, and {clause} asks for one",
            "no attempt at a consensus is recorded"},
    Wording{carried,
            "{for} for, {against} against, {abstain} abstaining: carried, {for} of {base}; "
            "{needed} were needed",
            "{for} of {base} are for it; {needed} were needed", "carried"},
    Wording{not_carried,
            "{for} for, {against} against, {abstain} abstaining: not carried, {for} of {base}; "
            "{needed} were needed",
            "{for} of {base} are for it; {needed} were needed", "not carried"},
    Wording{tied, "{for} for and {against} against: the votes are equal", "the votes are equal"},
    Wording{lost,
            "{for} for, {against} against, {abstain} abstaining: lost, {for} of {base}; {needed} "
            "were needed",
            "lost"},
    Wording{outcome_differs,
            "on what is recorded, {for} of {base} are for it and {needed} were needed; the outcome "
            "declared is another",
            "what was declared is not what the terms give on the facts recorded"},
    Wording{seconded_by_mover, "the member for seat {seat} moved it, and somebody else has to second it",
            "whoever moved it cannot second it too"},
    Wording{more_of_other_body, "{other} of the other body are more than the {votes} in all",
            "the votes of the other body are more than there are in all"},
    Wording{vote_not_recorded,
            "the votes were counted together, so how the members of {body} voted is not recorded",
            "no vote is recorded"},
    Wording{more_votes_than_voters,
            "{votes} votes are recorded, and {voters} {voters:member was|members were} entitled to "
            "vote",
            "more votes are recorded than members entitled to vote"},
    Wording{voter_not_on_roll, "seat {seat} was not there when the question was put",
            "a vote is recorded for a member who was not there when the question was put"},
    Wording{considered_all, "everything {clause} asks for was taken into account",
            "everything asked for was taken into account"},
    Wording{consideration_missing, "not shown to have been taken into account: {missing:plain}",
            "not everything asked for is shown to have been taken into account"},
    Wording{not_executive, "a decision here influences partners; each decides for itself"},
    Wording{override_not_possible, "no decision here can override a partner's own: {clause}",
            "no decision here can override a partner's own"},
    Wording{matter_reserved, "{clause} keeps this to {holder:who}",
            "{clause} keeps this to another body", "the terms keep this to another body"},
    Wording{recommends_only, "under {clause} this body recommends; it does not decide",
            "this body recommends; it does not decide"},
    Wording{places_decide, "{clause} leaves this to the {places:plain} places",
            "the terms leave this to some of the members"},
    Wording{place_does_not_decide,
            "{clause} leaves this to the {places:plain} places; seat {seat} has no part in it",
            "{clause} leaves this to the {places:plain} places; nobody from them was there",
            "the terms leave this to others of the members"},
    Wording{noted, "noted; nothing is decided"},
    Wording{informal_only, "notes of an informal discussion; nothing can be decided"},
    Wording{urgency_missing, "it is not said why this could not wait, and {clause} asks for that",
            "it is not said why this could not wait"},
    Wording{consultation_missing, "nobody is recorded as consulted, and {clause} asks for it",
            "nobody is recorded as consulted"},
    Wording{consultation_recorded, "{consulted:words} {consulted:was|were} consulted",
            "those to be asked were consulted"},
    Wording{consultation_begun, "{asked:words} {asked:member is|members are} asked about it",
            "members are asked about it"},
    Wording{consultation_unknown, "{body} has no consultation numbered {consultation}",
            "the record has no such consultation"},
    Wording{consultation_over, "that consultation is over"},
    Wording{consultation_answered, "{answered} of {asked} asked {answered:has|have} answered",
            "those asked have answered"},
    Wording{not_consulted, "seat {seat} was not asked under this consultation",
            "that member was not asked under this consultation"},
    Wording{sector_not_consulted,
            "nobody of {missing} is recorded as consulted, and {clause} asks for someone of each "
            "sector",
            "nobody of some sector is recorded as consulted"},
    Wording{nobody_answered, "none of the {asked:words} asked has answered",
            "nobody who was asked has answered"},
    Wording{consulted_in_writing, "they were asked in writing"},
    Wording{not_consulted_in_writing,
            "seat {seat} was not asked in writing, and {clause} asks for it",
            "somebody was not asked in writing"},
    Wording{chair_has_interest, "the Chair has an interest in it, so {instead:who} decides",
            "the Chair has an interest in it, so another decides"},
    Wording{nothing_awaited, "nothing of that kind waits for an answer"},
    Wording{discretion_not_theirs, "it is for {holder:who} to answer",
            "it is for another to answer"},
    Wording{open_again, "the matter is open again, and waits for {holder:who}",
            "the matter is open again"},
    Wording{done_before_dispute,
            "item {item} was dealt with meanwhile; what was done stays on record",
            "what was done meanwhile stays on record"},
    Wording{nothing_to_ratify, "nothing was supported informally on item {item}",
            "nothing was supported informally there"},
    Wording{ruling_differs,
            "the presiding person's ruling stands for the meeting; the terms say otherwise"},
};

constexpr std::array membership = {
    Wording{sector_differs,
            "the sector is {sector:plain} and that of {other_office:who} is {other:plain}: "
            "different, as {clause} asks",
            "they are of different sectors"},
    Wording{same_sector,
            "the sector is {sector:plain} and that of {other_office:who} is {other:plain}; "
            "{clause} asks for different ones",
            "both are of one sector, and different ones are asked for"},
    Wording{sector_not_recorded, "a sector is not on record, so the two cannot be compared"},
    Wording{sector_unknown, "{clause} names no sector called {sector:plain}",
            "the terms name no such sector"},
    Wording{office_elected, "{clause} fills this office by election",
            "this office is filled by election"},
    Wording{office_passes_on, "the office of {office:plain} passes to seat {seat}",
            "the office passes to the next member"},
    Wording{office_does_not_rotate, "{clause} does not pass this office round",
            "the terms do not pass this office round"},
    Wording{office_ex_officio, "{clause} gives this office to whoever is {outside}",
            "{clause} gives this office to the holder of another one",
            "this office goes with another one"},
    Wording{office_not_elected, "{clause} does not fill this office by election",
            "this office is not filled by election"},
    Wording{contribution_shown, "the contribution {clause} asks for is shown",
            "the contribution asked for is shown"},
    Wording{contribution_missing, "no contribution is shown, and {clause} asks for one",
            "no contribution is shown"},
    Wording{notice_long_enough, "leaves on {leaves}; the earliest proper day is {earliest}",
            "the notice is long enough"},
    Wording{leaves_too_early, "leaves on {leaves}; the earliest proper day is {earliest}",
            "the notice is too short"},
    Wording{notice_not_written, "the notice was not in writing, and {clause} asks for that",
            "the notice was not in writing"},
    Wording{notice_to_someone_else,
            "the notice was given to {to:who}; {clause} asks that it goes to {holder:who}",
            "the notice was not given to the person the terms name"},
    Wording{waiver_agreed, "the body {body} agreed otherwise, in decision {decision}",
            "the body that may agree otherwise has done so"},
    Wording{waiver_not_theirs, "only {holder:who} may agree otherwise: {clause}",
            "this body cannot agree otherwise"},
    Wording{held_last_year, "seat {seat} held the office for the year before",
            "the same member held it the year before"},
    Wording{term_ended, "the term ended on {ended}", "the term under {clause} has ended",
            "the term has ended"},
    Wording{terms_agreed, "the body {body} has its agreed terms of reference",
            "terms of reference have been agreed"},
    Wording{terms_required, "{clause} requires agreed terms of reference first",
            "terms of reference must be agreed first"},
    Wording{places_filled,
            "{filled:words} of {places:words} {holder:plain} places are taken already",
            "the places are all taken"},
    Wording{
        balance_short,
        "{clause} asks for {needed:words} of the {sector:plain} sector; {have:count} would be left",
        "a sector would have too few seats"},
    Wording{place_eligible, "the {place:plain} places are for {eligible}",
            "the place is for such a holder"},
    Wording{place_not_eligible, "the {place:plain} places are for {eligible}, and not for {held}",
            "the {place:plain} places are for {eligible}; whether this is one is not on record",
            "the place is for somebody else"},
    Wording{place_limit_reached,
            "{kind} may have {limit:words} of the {holder:plain} places, and has as many",
            "so many of the places are open to that kind of holder, and no more"},
    Wording{places_of_one_kind,
            "the {places:words} {holder:plain} places go to {first}, or one "
            "other takes them all; not to some of each",
            "the places go to one kind of holder or to another, not to some of each"},
    Wording{parity_uneven,
            "there would be {of_first} for {first:plain} and {of_second} for "
            "{second:plain}; {clause} asks for as many of each",
            "there would be more of one than of the other, and the terms ask for as many of each"},
    Wording{share_short,
            "{have:words} of {members:words} members would be of {sectors:plain}; "
            "{clause} asks for {needed:words}",
            "too small a share of the members would be of those sectors"},
    Wording{two_capacities, "the same person also holds seat {seat}",
            "the same person is {offices}", "the same person is there in two ways"},
};

/// What is said in a headline before the sentence with the numbers.
constexpr std::array summaries = {
    Wording{inquorate, "the meeting is not quorate"},
    Wording{quorate, "the meeting is quorate"},
    Wording{attendance_not_recorded, "the quorum is not known"},
    Wording{item_after_cut_off, "the item is late"},
};

/// Reasons that say best why something was permitted, the best first.
constexpr std::array leading = {carried,      consensus_reached, noted,
                                not_carried,  notice_given,      item_in_time,
                                in_programme, sections_present,  consultation_recorded,
                                quorate};

const Wording* find(Code code) {
    const Wording* found = nullptr;
    const auto look = [&](const auto& table) {
        const auto at = std::find_if(table.begin(), table.end(),
                                     [&](const Wording& w) { return w.code == code; });
        found = found == nullptr && at != table.end() ? &*at : found;
    };
    look(permission);
    look(entering);
    look(named);
    look(course);
    look(notice);
    look(chair);
    look(quorum);
    look(room);
    look(wording_of_interests());
    look(deciding);
    look(membership);
    look(wording_of_commitments());
    look(wording_of_minutes());
    look(wording_of_duties());
    look(wording_of_bodies());
    return found;
}

/// The sentence without its capital and full stop.
std::string phrase(const Reason& reason) {
    const auto* wording = find(reason.code);
    if (wording == nullptr) {
        return fill(reason, {});
    }
    return fill(reason, {wording->first, wording->second, wording->third});
}

/// "Refused: the meeting is not quorate. 19 of 40 members are present; 20 are needed: one short."
std::string with_lead(std::string_view lead, const Reason& reason) {
    const auto summary =
        std::find_if(summaries.begin(), summaries.end(),
                     [&](const Wording& wording) { return wording.code == reason.code; });
    const auto words = phrase(reason);
    if (summary == summaries.end() || summary->first == words) {
        return as_sentence(std::string(lead) + words);
    }
    return as_sentence(std::string(lead) + std::string(summary->first)) + " " + as_sentence(words);
}

const Reason* first_that(const Ruling& ruling, Says says) {
    const auto found = std::find_if(ruling.reasons.begin(), ruling.reasons.end(),
                                    [&](const Reason& reason) { return reason.says == says; });
    return found == ruling.reasons.end() ? nullptr : &*found;
}

/// The reason that best says why an act with no finding stands.
const Reason* best_complying(const Ruling& ruling) {
    for (const auto code : leading) {
        for (const auto& reason : ruling.reasons) {
            if (reason.code == code && reason.says == Says::complies) {
                return &reason;
            }
        }
    }
    const Reason* permission_reason = nullptr;
    for (const auto& reason : ruling.reasons) {
        if (reason.says != Says::complies) {
            continue;
        }
        if (reason.code != permitted_by) {
            return &reason;
        }
        permission_reason = &reason;
    }
    return permission_reason;
}

std::string permitted_headline(const Ruling& ruling) {
    if (const auto* breach = first_that(ruling, Says::breach)) {
        return with_lead("recorded, with a breach: ", *breach);
    }
    if (const auto* unknown = first_that(ruling, Says::undetermined)) {
        return with_lead("recorded; one thing is not known: ", *unknown);
    }
    const auto* reason = best_complying(ruling);
    return reason == nullptr ? "Permitted." : with_lead("permitted: ", *reason);
}

} // namespace

std::string_view code_name(Code code) {
    const auto index = static_cast<std::size_t>(code);
    return index < code_count ? code_names[index] : std::string_view("unknown");
}

std::string sentence(const Reason& reason) {
    return as_sentence(phrase(reason));
}

std::string headline(const Ruling& ruling) {
    switch (ruling.verdict) {
    case Verdict::permitted:
        return permitted_headline(ruling);
    case Verdict::refused: {
        // A claiming act is refused on the first breach that voids it; others may stand beside it
        // as findings.
        const Reason* why = first_that(ruling, Says::breach);
        for (const auto& reason : ruling.reasons) {
            if (reason.says == Says::breach && reason.effect == charter::Effect::void_) {
                why = &reason;
                break;
            }
        }
        return why == nullptr ? "Refused." : with_lead("refused: ", *why);
    }
    case Verdict::needs_discretion: {
        const auto* asked = first_that(ruling, Says::discretion);
        if (asked == nullptr) {
            return "Needs discretion.";
        }
        const auto holder =
            asked->holder.empty() ? std::string("someone") : who_words(asked->holder);
        return with_lead("needs the discretion of " + holder + ": ", *asked);
    }
    case Verdict::undetermined: {
        const auto* unknown = first_that(ruling, Says::undetermined);
        return unknown == nullptr ? "Undetermined." : with_lead("undetermined: ", *unknown);
    }
    }
    return "Undetermined.";
}

} // namespace quorate::governance
