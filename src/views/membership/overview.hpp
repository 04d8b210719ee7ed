#ifndef QUORATE_VIEWS_MEMBERSHIP_OVERVIEW_HPP
#define QUORATE_VIEWS_MEMBERSHIP_OVERVIEW_HPP
// Membership across all bodies: seats that are vacant and since when, terms of office that end,
// places nobody fills, and what changed lately.

#include "views/reader.hpp"

namespace quorate::views {

struct VacancyShown {
    Named body;
    SeatShown seat;
    std::optional<Moment> since; ///< nothing: nobody is on record as ever having held it
    std::string words;           ///< "Vacant for three months", "Nobody has held it yet"
    std::string kept_for;
    std::string organisation; ///< id of who nominates to it; may be empty
};
BOOST_DESCRIBE_STRUCT(VacancyShown, (), (body, seat, since, words, kept_for, organisation))

struct TermEnding {
    Named body;
    std::string office; ///< vice-chair
    std::string title;  ///< "Vice Chair"
    std::string words;  ///< "The term ends on 27 February 2010", "The term has ended"
    std::string clause;
    std::optional<base::CivilDate> on; ///< the last day known; nothing when it has ended
    std::string act;                   ///< elect-to-office or rotate-office
};
BOOST_DESCRIBE_STRUCT(TermEnding, (), (body, office, title, words, clause, on, act))

/// A change of who holds a seat.
struct MembershipChange {
    Moment at;
    Named body;
    SeatShown seat; ///< as it stood after the change
    std::string words;
    std::string kind; ///< appointed, vacated, created, removed
};
BOOST_DESCRIBE_STRUCT(MembershipChange, (), (at, body, seat, words, kind))

struct MembershipOverview {
    base::CivilDate on;
    bool names = true;
    std::vector<VacancyShown> vacancies; ///< by body, then number
    std::vector<Named> not_known;        ///< bodies of whose members nothing is recorded here
    std::vector<TermEnding> terms;       ///< that have ended or end within term_days_ahead
    std::vector<FindingShown> places;    ///< places, offices and representatives against the terms
    std::vector<MembershipChange> changes; ///< of the last change_days, latest first
};
BOOST_DESCRIBE_STRUCT(MembershipOverview, (),
                      (on, names, vacancies, not_known, terms, places, changes))

inline constexpr int term_days_ahead = 183;
inline constexpr int membership_change_days = 183;

/// Of officers; nothing for other viewers.
std::optional<MembershipOverview> membership_overview(const Reader& reader);

} // namespace quorate::views

#endif
