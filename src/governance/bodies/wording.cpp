// The wording of one body following another, of amending terms, and of the steps of a process.

#include "governance/wording.hpp"

#include <array>

namespace quorate::governance {
namespace {

using enum Code;

constexpr std::array passing = {
    Wording{responsibility_passed, "{matter:plain} passed from {from} to {to} on {since}",
            "the responsibility passed to another body"},
    Wording{succession_carried_out,
            "what {from} was responsible for passes to {to}: {passed:count}",
            "what the body was responsible for passes to {to}",
            "what the body was responsible for passes on"},
    Wording{succession_to_come, "{to} follows {from} only from {effective}",
            "the succession comes into effect later"},
    Wording{succession_in_a_circle,
            "{to} and {from} each follow the other, so it is not known who holds what was theirs",
            "bodies follow one another in a circle, so it is not known who holds what was theirs"},
    Wording{nothing_to_carry_out,
            "the terms of {body} say nothing of following another body by then",
            "there is nothing to carry out"},
    Wording{statutory_body,
            "{body} is set up by statute, and the partnership cannot bring it to an end",
            "a body set up by statute cannot be brought to an end by the partnership"},
    Wording{absorbing_not_provided,
            "the terms of {body} do not provide for taking on the work of {of}",
            "the terms do not provide for taking on that work"},
    Wording{body_ends, "{body} comes to an end", "the body comes to an end"},
    Wording{responsibility_orphaned,
            "nobody is left to hold {count:words} {count:responsibility|responsibilities}",
            "a responsibility is left with nobody"},
    Wording{sectors_without_place,
            "{count:words} {count:sector has|sectors have} no place on a body that follows",
            "a sector has no place on a body that follows"},
    Wording{duties_without_owner, "{count:words} {count:duty has|duties have} no owner",
            "a duty has no owner"},
    Wording{seats_lost,
            "{count:words} {count:seat is|seats are} not carried on by a body that follows",
            "seats are not carried on"},
    Wording{meetings_fall, "{count:words} {count:meeting|meetings} still to come will not be held",
            "meetings still to come will not be held"},
    Wording{links_left, "{count:words} {count:link still leads|links still lead} to a body that has ended",
            "links still lead to a body that has ended"},
    Wording{amendment_not_provided,
            "the terms do not say who may amend them; {body} did so by decision {decision}",
            "the terms do not say who may amend them"},
    Wording{amender_differs, "the terms are for {holder} to amend",
            "the terms are for another body to amend"},
    Wording{terms_unchanged, "these are the terms already in force"},
    Wording{holes_open,
            "{holes:words} {holes:hole is|holes are} still open in these terms: fill them in first",
            "holes are still open in these terms: fill them in first"},
};

constexpr std::array steps = {
    Wording{process_unknown, "the terms set out no process called {process:plain}",
            "the terms set out no such process"},
    Wording{step_unknown, "the process {process:plain} has no step called {step:plain}",
            "the process has no such step"},
    Wording{step_in_order, "{step:plain} follows {after:plain}, which ended on {ended}",
            "the steps before it were taken"},
    Wording{step_out_of_order,
            "{step:plain} comes after {after:plain}, which was done only on {ended}",
            "{step:plain} comes after {after:plain}, which is not on record",
            "a step before it is not on record"},
    Wording{step_missing, "this needs {step:plain} first, which is not on record by {on}",
            "this needs {step:plain} first, which is not on record",
            "this needs another step first"},
    Wording{step_long_enough,
            "{step:plain} lasts {days} days, from {began} to {ended}; {needed} are needed",
            "the step lasts long enough"},
    Wording{step_too_short,
            "{step:plain} lasts {days} days, from {began} to {ended}; {needed} are needed",
            "the step is too short"},
    Wording{early_counts, "given on {began}, before {opens}; it counts, and is marked as early",
            "given before the step opened; it counts, and is marked as early"},
    Wording{too_early, "given on {began}, before {opens}, so it does not count",
            "given before the step opened, so it does not count"},
    Wording{differs_from_plan, "planned for {planned}, and done on {done}",
            "not done on the day planned"},
};

constexpr auto all = [] {
    std::array<Wording, passing.size() + steps.size()> out{passing[0]};
    std::size_t at = 0;
    for (const auto& wording : passing) {
        out[at++] = wording;
    }
    for (const auto& wording : steps) {
        out[at++] = wording;
    }
    return out;
}();

} // namespace

std::span<const Wording> wording_of_bodies() {
    return all;
}

} // namespace quorate::governance
