// What is said of interests.

#include "governance/wording.hpp"

#include <array>

namespace quorate::governance {
namespace {

using enum Code;

constexpr std::array interests = {
    Wording{interest_to_determine, "{holder:who} decides what follows from the interest",
            "what follows from the interest is still to be decided"},
    Wording{interest_not_declared, "seat {seat} has declared no interest in item {item}",
            "no interest was declared in the item"},
    Wording{below_the_test, "declared for openness; the test in {clause} is not met",
            "declared for openness; the test is not met"},
    Wording{must_leave, "seat {seat} takes no part in the item and leaves the room",
            "the member takes no part in the item and leaves the room"},
    Wording{may_speak_not_decide, "seat {seat} may speak on the item and stay, but not decide",
            "the member may speak and stay, but not decide"},
    Wording{speaks_then_withdraws,
            "seat {seat} may speak on the item and leaves before it is decided",
            "the member may speak and leaves before it is decided"},
    Wording{option_not_open, "{clause} does not offer that choice",
            "the terms do not offer that choice"},
    Wording{own_interest, "the interest is their own; {instead:who} decides",
            "the interest is their own"},
    Wording{decider_has_interest,
            "seat {seat} has an interest in item {item} too; somebody without one presides for the "
            "item and decides",
            "whoever decides in the Chair's place has an interest in the item too"},
    Wording{barred_member_voted, "seat {seat} may not decide this item, and voted",
            "a member who may not decide this item voted"},
    Wording{barred_from_deciding, "{members:words} of those present may not decide this item",
            "seat {seat} may not decide this item", "a member may not decide this item"},
    Wording{back_though_told_out,
            "seat {seat} was told to leave for item {item} and is back before it is over: not "
            "counted for it, and without a part in deciding",
            "a member told to leave is back before the item is over"},
    Wording{affected_partner_stays,
            "{clause} lets a partner whose interests are considered stay and be heard",
            "a partner whose interests are considered may stay and be heard"},
};

} // namespace

std::span<const Wording> wording_of_interests() {
    return interests;
}

} // namespace quorate::governance
