#ifndef QUORATE_GOVERNANCE_LOOKUP_HPP
#define QUORATE_GOVERNANCE_LOOKUP_HPP
// Questions about the state that every feature asks: which terms, which seat, who holds what, who presides.

#include "governance/context.hpp"
#include "governance/state.hpp"

#include <vector>

namespace quorate::governance {

/// The zone of a body: its charter's, else the partnership's.
base::Zone zone_of(const State& state, const BodyId& body);

/// The terms in force for a body at an instant; null before it has any.
const TermsSegment* segment_at(const State& state, const BodyId& body, base::Instant instant);
const CompiledTerms* terms_at(const State& state, const BodyId& body, base::Instant instant, const Context& context);
/// The calendar a body's charter cites at an instant, or the newest of its name; null when none is held.
std::shared_ptr<const calendar::Calendar> calendar_at(const State& state, const BodyId& body, base::Instant instant,
                                                      const Context& context, charter::CalendarAsOf as_of);

/// The seat meant by "7" or "kp/7" within a body; null when there is none.
const Seat* find_seat(const State& state, const BodyId& body, const SeatRef& ref);
/// True when the seat exists then: created and not removed.
bool exists_at(const Seat& seat, base::Instant instant);
/// Who holds the seat then: by appointment, or through the outside office that carries it. Null when vacant.
const Occupant* occupant_at(const State& state, const Seat& seat, base::Instant instant);
/// The seats of a body that exist at an instant, and of those the ones somebody holds.
std::vector<const Seat*> seats_at(const State& state, const BodyId& body, base::Instant instant);
std::vector<const Seat*> seats_filled_at(const State& state, const BodyId& body, base::Instant instant);

/// What is known of an office of a body at an instant.
struct OfficeAnswer {
    const Seat* seat = nullptr;          ///< who holds it; null when vacant or not known
    const charter::Rule* rule = nullptr; ///< the rule that says how it is filled
    bool term_ended = false;
    base::Instant since;
};
OfficeAnswer office_at(const State& state, const BodyId& body, std::string_view office, base::Instant instant,
                       const Context& context);

/// Who presides at a meeting at an instant (for an item, when one is given): the last to have taken the chair who is
/// still there. Null when nobody has.
const Seat* presiding_at(const State& state, const Meeting& meeting, base::Instant instant,
                         std::optional<std::int64_t> item = {});

/// Every role an actor has towards a body (and a meeting and item, when given) at an instant. The roles bound by an
/// actor's own words (servicing, auditor) are the actor's.
Roles roles_of(const State& state, const Actor& actor, const BodyId& body, const Meeting* meeting,
               std::optional<std::int64_t> item, base::Instant instant, const Context& context);
/// The seat an actor acts from towards a body (at an item, when one is given: somebody may preside for it alone); null
/// when it has none.
const Seat* seat_of(const State& state, const Actor& actor, const BodyId& body, const Meeting* meeting,
                    base::Instant instant, const Context& context, std::optional<std::int64_t> item = {});
/// The role written in a charter, such as "vice-chair".
std::optional<Role> parse_role(std::string_view text);

/// Mints the next decision id of a body: kp/d1, kp/d2 ...
DecisionId next_decision(const State& state, const BodyId& body);

} // namespace quorate::governance

#endif
