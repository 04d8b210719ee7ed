#ifndef QUORATE_TESTS_PROPERTIES_CASES_HPP
#define QUORATE_TESTS_PROPERTIES_CASES_HPP
// Random cases: how many, and how they are drawn. QUORATE_CASES asks for another number, such as
// 1000000 at night; RC_PARAMS="seed=..." repeats a run.

#include "world.hpp"

#include <functional>
#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace properties {

/// Cases each comparison with the reference makes when nothing else is asked for: over ten thousand
/// in all.
inline constexpr int cases_each = 1'000;

/// Tries the property on so many random cases (QUORATE_CASES, or `share` in ten of it at least one)
/// and fails with the smallest case found.
void expect_property(const char* name, const std::function<void()>& property, int share = 10);

bool coin();
/// Any number of the range, both ends included, whatever size rapidcheck has reached.
int from(int low, int high);

/// Readings out of a few hundred drawn once a run: each is a charter that has to be read.
const reference::Readings& any_readings();
/// A room of up to twelve seats.
reference::Room any_room();

/// Puts item 1's question, takes the vote and declares it carried.
quorate::governance::Ruling put_and_vote(World& world, int votes_for, int votes_against,
                                         int abstain);

reference::Day day_of(quorate::base::CivilDate date);
quorate::base::CivilDate date_of(reference::Day day);
/// Every day off in the calendar of England and Wales that the tests use.
const std::set<reference::Day>& holidays();

} // namespace properties

#endif
