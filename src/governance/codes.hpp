#ifndef QUORATE_GOVERNANCE_CODES_HPP
#define QUORATE_GOVERNANCE_CODES_HPP
// Reason codes: facts in committee words. Wording for people is in words.cpp and nowhere else.

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

namespace quorate::governance {

// Boost.Describe ends at 52 enumerators, so the names come from the list itself.
#define QUORATE_DEFINE_CODES(...)                                                                                      \
    enum class Code { __VA_ARGS__ };                                                                                   \
    inline constexpr std::string_view code_list = #__VA_ARGS__

/// Written in lower case with underscores. The order is the documented order of reasons within a ruling.
QUORATE_DEFINE_CODES(
    // permission
    not_permitted, recorder_not_permitted, nobody_presides, forbidden, permitted_by,
    // what the act names
    body_unknown, body_exists, body_dissolved, no_terms, terms_unknown, terms_of_another_body, calendar_unknown,
    interpretation_unknown, reading_unknown, links_in_a_circle,
    organisation_unknown, organisation_exists, person_unknown, person_exists, office_unknown, seat_unknown,
    seat_exists, seat_vacant, seat_filled, seat_removed, meeting_unknown, meeting_exists, item_unknown, item_exists,
    decision_unknown, decision_missing, entry_unknown, action_unknown, action_exists, commitment_unknown,
    commitment_exists, commitment_closed, commitment_open_already, honoured_before_promised, honoured_ahead,
    interest_unknown, interest_exists, programme_year_differs, order_incomplete, matter_unknown,
    // the state of a meeting
    meeting_not_open, meeting_open_already, meeting_closed, meeting_cancelled, meeting_not_closed, meeting_in_the_past,
    item_not_open, item_finished, question_not_put, not_present, present_already, left_already,
    not_open_to_public, in_private_already, not_in_private, taken_in_public, item_not_named_for_private,
    // convening and notice
    in_programme, not_in_programme, members_not_consulted, members_consulted, reason_missing, reason_given,
    length_out_of_range,
    items_close, papers_due, cut_off_and_dispatch_coincide, item_in_time, item_after_cut_off, tabled_item,
    late_item_allowed, late_item_not_allowed, no_late_item_waiting, late_answer_disputed, notice_given,
    notice_too_short, outside_calendar, agenda_changed_after_dispatch,
    // restricted papers
    restriction_unknown, restriction_lifted_already, restriction_not_in_turn, exemption_not_named, review_not_ahead,
    // frequency
    meets_often_enough, meets_too_seldom, dates_arranged_late,
    // the chair
    chair_presides, vice_chair_presides, presides_by_election, not_next_to_preside, chair_is_present,
    // quorum
    quorate, inquorate, attendance_not_recorded, nobody_in_office,
    // substitutes and attendance
    substitute_in_advance, substitute_not_in_advance, substitute_not_nominated, substitute_and_member_present,
    back_though_excluded, allowed_back,
    attends_as_visitor, agreement_given, agreement_missing, right_to_be_heard, not_affected, officer_supports_member,
    absences_reached, absences_short, absences_not_known, not_a_member, two_seats,
    coming_already, apologies_taken_back, substitute_taken_back,
    // interests
    interest_to_determine, interest_not_declared, below_the_test, must_leave, may_speak_not_decide,
    speaks_then_withdraws, option_not_open, own_interest, decider_has_interest, barred_member_voted,
    barred_from_deciding, back_though_told_out, affected_partner_stays,
    // deciding
    consensus_reached, consensus_not_reached, consensus_not_tried, carried, not_carried, tied, lost,
    outcome_differs, seconded_by_mover, more_of_other_body, vote_not_recorded, more_votes_than_voters,
    voter_not_on_roll, considered_all,
    consideration_missing, not_executive, override_not_possible, matter_reserved, recommends_only,
    places_decide, place_does_not_decide,
    noted, informal_only, urgency_missing, consultation_missing, consultation_recorded, consultation_begun,
    consultation_unknown, consultation_over, consultation_answered, not_consulted, sector_not_consulted,
    nobody_answered, consulted_in_writing, not_consulted_in_writing, chair_has_interest, nothing_awaited,
    discretion_not_theirs, open_again, done_before_dispute, nothing_to_ratify,
    ruling_differs,
    // membership
    sector_differs, same_sector, sector_not_recorded, sector_unknown, office_elected, office_passes_on,
    office_does_not_rotate,
    office_ex_officio, office_not_elected, contribution_shown, contribution_missing,
    notice_long_enough, leaves_too_early, notice_not_written, notice_to_someone_else, commitments_to_honour,
    honoured_late, released_by_decision,
    waiver_agreed, waiver_not_theirs, held_last_year, term_ended, terms_agreed, terms_required, places_filled,
    balance_short, place_eligible, place_not_eligible, place_limit_reached, places_of_one_kind, parity_uneven,
    share_short, two_capacities,
    // minutes
    sections_present, section_missing, minutes_not_drafted, minutes_not_circulated, minutes_approved_already,
    minutes_not_approved, next_meeting, not_next_meeting, ruling_would_change, ruling_unchanged, draft_not_approved,
    correction_missing, correction_unknown, correction_answered_already, corrections_taken, corrections_waiting,
    times_out_of_order, minutes_of_themselves,
    // duties
    duty_met, duty_gap,
    // one body after another
    responsibility_passed, succession_carried_out, succession_to_come, succession_in_a_circle, nothing_to_carry_out,
    statutory_body, absorbing_not_provided, body_ends, responsibility_orphaned, sectors_without_place,
    duties_without_owner, seats_lost, meetings_fall, links_left, amendment_not_provided, amender_differs,
    terms_unchanged, holes_open,
    // steps of a process
    process_unknown, step_unknown, step_in_order, step_out_of_order, step_missing, step_long_enough, step_too_short,
    early_counts, too_early, differs_from_plan,
    // when it is entered
    late_reason_missing, late_reason_given);

#undef QUORATE_DEFINE_CODES

inline constexpr std::size_t code_count = static_cast<std::size_t>(std::ranges::count(code_list, ',')) + 1;

/// Every code's name, by its value.
inline constexpr std::array<std::string_view, code_count> code_names = [] {
    std::array<std::string_view, code_count> names;
    auto rest = code_list;
    for (auto& name : names) {
        name = rest.substr(0, rest.find(", "));
        rest.remove_prefix(std::min(rest.size(), name.size() + 2));
    }
    return names;
}();

/// Every code, in order.
inline constexpr std::array<Code, code_count> all_codes = [] {
    std::array<Code, code_count> codes{};
    for (std::size_t i = 0; i < code_count; ++i) {
        codes[i] = static_cast<Code>(i);
    }
    return codes;
}();

} // namespace quorate::governance

#endif
