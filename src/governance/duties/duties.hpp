#ifndef QUORATE_GOVERNANCE_DUTIES_DUTIES_HPP
#define QUORATE_GOVERNANCE_DUTIES_DUTIES_HPP
// Duties: what each body owes under its terms, when, and whether it was done. Computed from the
// record, never stored.

#include "governance/context.hpp"
#include "governance/ruling.hpp"
#include "governance/state.hpp"

#include <boost/describe/enum.hpp>
#include <optional>
#include <string>
#include <vector>

namespace quorate::governance {

/// due_soon: within due_soon_days. continuing: owed all the time, or open with no date, and only
/// shown. no_record: the record is not complete for that time and holds no evidence, so nothing is
/// said of whether it was done. undetermined: whether it is done in time cannot be worked out, for
/// one because the terms ask for it regularly and set no period.
/// missed: it was not done while it could be, and nothing is left to do.
BOOST_DEFINE_ENUM_CLASS(DutyState, not_yet_due, due_soon, met, overdue, continuing, no_record,
                        undetermined, missed)

inline constexpr int due_soon_days = 14;

/// What shows that a duty was done.
struct DutyEvidence {
    std::string id; ///< of a meeting, decision, action or entry; empty when there is none
    std::optional<std::int64_t> position; ///< of the entry in the record, where it is known
    base::CivilDate on;
    std::string words; ///< "Sent on Tuesday 17 June 2008"
};

struct Duty {
    std::string id; ///< rule and subject, the same every time: "kp.papers/kp/m1"
    std::string rule;
    std::string clause;
    std::string cited_clause; ///< for an imported rule, the clause that imports it
    BodyId body;
    std::string who; ///< who owes it: a role, seat, organisation or body as written (see who_words)
    std::string what; ///< in plain words
    std::optional<base::CivilDate> since;
    std::optional<base::CivilDate> due;
    bool no_time = false; ///< it is to be done, and the terms set no time for it
    DutyState state = DutyState::continuing;
    std::string words; ///< how it stands, one sentence
    std::vector<DutyEvidence> evidence;
    std::vector<Fact> facts;
    std::optional<MeetingId> meeting;
    std::optional<SeatId> seat;
    std::optional<CommitmentId> commitment; ///< what is promised, for a promise to be honoured
};

/// The duties of every body as they stand at the end of the day `on`: overdue first, then by date.
/// Pure: what came into effect after `on` is left out, and the same state and day give the same
/// list.
std::vector<Duty> duties(const State& state, const Context& context, base::CivilDate on);
/// The duties under one body's terms, and those it owes under the terms of others (a working
/// group's annual report under the partnership's); empty when there is no such body.
std::vector<Duty> duties_of(const State& state, const Context& context, const BodyId& body,
                            base::CivilDate on);

} // namespace quorate::governance

#endif
