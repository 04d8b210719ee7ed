#ifndef QUORATE_TESTS_PROPERTIES_REFERENCE_REGISTER_HPP
#define QUORATE_TESTS_PROPERTIES_REFERENCE_REGISTER_HPP
// The reference evaluator's other half: who fills the places kept for a group, who holds an office,
// and which body holds a responsibility on a day. By trying everything, and day by day.

#include "reference.hpp"

#include <map>
#include <optional>

namespace reference {

/// Places kept together, and how many of them each kind of holder may have; -1 for any number.
struct Places {
    int count = 0;
    std::vector<int> limits;
};

/// A person may fill a place of a group as one kind of holder.
struct Claim {
    int person = 0;
    int group = 0;
    int kind = 0;
    friend auto operator<=>(const Claim&, const Claim&) = default;
};

struct Filled {
    std::vector<int>
        people; ///< who is placed: as many as can be, and of those sets the earliest people
    int total = 0;
};
/// Every way of giving each person one of their claims or nothing is tried; for at most seven
/// people.
Filled fill(const std::vector<Places>& groups, int people, const std::set<Claim>& claims);
/// The claims taken hold together: one a person, each allowed, no group over its count, no kind
/// over its limit.
bool holds_together(const std::vector<Places>& groups, const std::set<Claim>& claims,
                    const std::vector<Claim>& taken);

/// As many filled seats of one kind as of the other.
bool equal_numbers(const std::vector<std::string>& filled, const std::string& one,
                   const std::string& other);

/// Who holds an outside office, or a seat, from a day on; an empty name is nobody.
struct Change {
    int day = 0;
    std::string who;
};
std::string holder_on(const std::vector<Change>& changes, int day);

/// A body's chair who is whoever holds an outside office, for a term if there is one, and then
/// whoever is elected.
struct Office {
    std::vector<Change> outside; ///< who holds the outside office
    std::map<int, std::vector<Change>>
        seats;                   ///< who holds each seat; a seat with the office goes with it
    int seat_of_office = 0;      ///< the seat that the outside office carries; 0 for none
    int term_days_end = -1;      ///< the day the term has ended; -1 for no term
    std::vector<Change> elected; ///< seat numbers, as words
};
/// The seat of the Chair on a day; 0 when nobody is.
int chair_on(const Office& office, int day);

/// A responsibility that passes from one body to another on a day.
struct Pass {
    int day = 0;
    std::string from;
    std::string to;
    std::string matter;  ///< empty for everything
    bool by_act = false; ///< handed on by an act, and not by what terms say
};
struct Held {
    std::string holder;
    bool circle = false;
    std::vector<std::string> chain; ///< the bodies it went through, the first one first
};
/// Who holds what `origin` had, on a day: each day in turn, it passes as long as anything passes it
/// on.
Held held_on(const std::string& origin, const std::string& matter, const std::vector<Pass>& passes,
             int day);

/// Bodies that follow one another in a circle by a day.
bool goes_in_a_circle(const std::vector<Pass>& passes, int day);

} // namespace reference

#endif
