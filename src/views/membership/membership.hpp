#ifndef QUORATE_VIEWS_MEMBERSHIP_MEMBERSHIP_HPP
#define QUORATE_VIEWS_MEMBERSHIP_MEMBERSHIP_HPP
// Membership as the secretariat changes it: seats first, vacancies on top; and what a change does
// before it is confirmed.

#include "views/bodies.hpp"

#include <optional>
#include <string_view>

namespace quorate::views {

class Reader;

/// A class of members the terms name, with the word acts take.
struct SectorChoice {
    std::string id;   ///< voluntary-and-community
    std::string name; ///< "Voluntary and community"
};
BOOST_DESCRIBE_STRUCT(SectorChoice, (), (id, name))

/// An office of the body that is filled by an act.
struct OfficeChoice {
    std::string id;     ///< vice-chair
    std::string title;  ///< "Vice Chair"
    std::string words;  ///< who holds it
    std::string method; ///< elected, appointed, rotates, ex-officio …
    std::string clause;
    std::string act; ///< elect-to-office or rotate-office; empty when no act fills it
};
BOOST_DESCRIBE_STRUCT(OfficeChoice, (), (id, title, words, method, clause, act))

/// What the terms ask of a new organisation.
struct AdmissionAsked {
    std::string clause;
    std::string decided_by; ///< another body, by name; empty for this one
    std::string decided_by_id;
    bool contribution = false;
    std::vector<std::string> regard; ///< what may be weighed: "Size", "Composition"
};
BOOST_DESCRIBE_STRUCT(AdmissionAsked, (), (clause, decided_by, decided_by_id, contribution, regard))

/// Who holds a seat now, by id: for acts that name them again.
struct SeatHolding {
    std::string seat; ///< kp/7
    std::vector<std::string> persons;
    std::vector<std::string> alternates; ///< standing substitutes
};
BOOST_DESCRIBE_STRUCT(SeatHolding, (), (seat, persons, alternates))

struct MembershipPage {
    Named body;
    base::CivilDate on;
    bool names = true;              ///< false in a rehearsal
    std::vector<MemberLine> vacant; ///< by number
    std::vector<MemberLine> held;   ///< by number
    std::vector<Measure> measures;  ///< places, sectors and quorum against the terms
    std::vector<OfficeChoice> offices;
    std::optional<AdmissionAsked> admission;
    std::vector<SectorChoice> sectors;
    std::vector<Named> organisations;
    std::vector<Named> people;    ///< of the register; by number in a rehearsal
    std::vector<Named> decisions; ///< that a change may rest on, latest first
    std::vector<Named> meetings;  ///< at which an election may be held, latest first
    std::int64_t next_number = 1; ///< the first free seat number
    std::vector<SeatHolding> holdings;
};
BOOST_DESCRIBE_STRUCT(MembershipPage, (),
                      (body, on, names, vacant, held, measures, offices, admission, sectors,
                       organisations, people, decisions, meetings, next_number, holdings))

/// Nothing when there is no such body or the viewer keeps no register.
std::optional<MembershipPage> membership_page(const Reader& reader, std::string_view body);

/// One measure before a change and after it.
struct EffectLine {
    std::string what; ///< "Seats filled", "Quorum"
    std::string before;
    std::string after;
    std::string clause;
    Mark mark = Mark::none; ///< as it stands after
    bool changed = false;
};
BOOST_DESCRIBE_STRUCT(EffectLine, (), (what, before, after, clause, mark, changed))

/// A duty or finding that a change begins, ends or moves.
struct EffectChange {
    std::string kind; ///< begins, ends, changes
    std::string words;
    std::string clause;
    std::string before; ///< how it stood; empty for one that begins
    std::string after;  ///< how it stands; empty for one that ends
};
BOOST_DESCRIBE_STRUCT(EffectChange, (), (kind, words, clause, before, after))

/// What a change of membership does.
struct MembershipEffect {
    Named body;
    Moment at; ///< when it takes effect: both sides are as of then
    std::vector<EffectLine> lines;
    std::vector<EffectChange> duties;
    std::vector<EffectChange> findings;
};
BOOST_DESCRIBE_STRUCT(MembershipEffect, (), (body, at, lines, duties, findings))

/// Compares the record as it is with the record as it would be (Reader::open_on with what
/// partnership::foresee gives), both at `at` or now when that is later.
std::optional<MembershipEffect> membership_effect(const Reader& before, const Reader& after,
                                                  std::string_view body, base::Instant at);

} // namespace quorate::views

#endif
