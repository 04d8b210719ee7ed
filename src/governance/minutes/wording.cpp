// What is said of minutes and corrections.

#include "governance/wording.hpp"

#include <array>

namespace quorate::governance {
namespace {

using enum Code;

constexpr std::array minutes = {
    Wording{sections_present, "the minutes have what {clause} asks for: {sections}",
            "the minutes have the sections asked for"},
    Wording{section_missing, "the minutes leave out {missing}, and {clause} asks for it",
            "the minutes leave out a section that is asked for"},
    Wording{minutes_not_drafted, "no minutes of {meeting} have been drafted",
            "the minutes have not been drafted"},
    Wording{minutes_not_circulated, "the minutes of {meeting} have not been circulated",
            "the minutes have not been circulated"},
    Wording{minutes_approved_already, "the minutes were approved on {approved}",
            "the minutes have already been approved"},
    Wording{minutes_not_approved,
            "the minutes have not been approved; they can be published as a draft"},
    Wording{next_meeting, "{at} is the next meeting after {meeting}", "this is the next meeting"},
    Wording{not_next_meeting, "{between} was held between {meeting} and {at}",
            "{at} is not a later meeting of the same body as {meeting}",
            "this is not the next meeting"},
    Wording{ruling_would_change,
            "item {item} was {was:plain}; with the correction it is {would_be:plain}",
            "with the correction a ruling would change"},
    Wording{ruling_unchanged, "no ruling would change"},
    Wording{draft_not_approved, "published as a draft, not yet approved"},
    Wording{correction_missing, "the correction gives neither words nor a fact"},
    Wording{correction_unknown, "no correction numbered {proposal} was proposed to these minutes",
            "no such correction was proposed to these minutes"},
    Wording{correction_answered_already, "proposed correction {proposal} has been answered already",
            "that proposed correction has been answered already"},
    Wording{corrections_taken, "{taken:words} proposed {taken:correction is|corrections are} taken",
            "proposed corrections are taken"},
    Wording{corrections_waiting,
            "{waiting:words} proposed {waiting:correction has|corrections have} not been answered",
            "proposed corrections have not been answered"},
    Wording{times_out_of_order, "it ends on {ended}, before it begins on {began}",
            "the time of leaving is not after the time of arriving"},
    Wording{minutes_of_themselves, "a meeting cannot approve its own minutes"},
};

} // namespace

std::span<const Wording> wording_of_minutes() {
    return minutes;
}

} // namespace quorate::governance
