#ifndef QUORATE_GOVERNANCE_BODIES_SUCCESSION_HPP
#define QUORATE_GOVERNANCE_BODIES_SUCCESSION_HPP
// Who holds a responsibility on a day, and by what chain: through the terms that give it, the
// succession rules of the terms in force, and the transfers on record. And what a body that is
// followed or ended leaves behind.

#include "governance/context.hpp"
#include "governance/state.hpp"

#include <boost/describe/enum.hpp>
#include <optional>
#include <string>
#include <vector>

namespace quorate::governance {

/// One link of a chain: a responsibility that passed from one body to another.
struct Passing {
    BodyId from;
    BodyId to;
    base::Instant at;
    /// The succession rule it passed by; empty for a transfer that was recorded.
    charter::InForce<charter::SuccessionRule> rule;
};

/// One responsibility as some body's terms give it, and where it is.
struct Holding {
    Matter matter;
    /// As the terms give it, or last gave it. Empty where none did: handed on by a body without
    /// terms.
    charter::InForce<charter::ResponsibilityRule> rule;
    BodyId origin;              ///< whose the terms made it
    BodyId holder;              ///< whose it is now
    std::vector<Passing> chain; ///< from the origin to the holder, in order of time
    bool recommends = false;    ///< the body only recommends on it
    bool lapsed = false; ///< the terms it came from no longer name it; it had passed on by then
    bool known = true;   ///< somebody can be said to hold it: a body that has not ended
    bool circle =
        false; ///< bodies follow one another at one instant: nobody can be said to hold it
};

/// Every responsibility as held at an instant: by matter, then in the order of the bodies whose
/// terms give it. A body whose terms name one it is only to have later (a succession still to come)
/// does not hold it yet. Pure.
std::vector<Holding> holdings(const State& state, const Context& context, base::Instant at);
/// The same of one matter.
std::vector<Holding> holdings_of(const State& state, const Context& context, const Matter& matter,
                                 base::Instant at);

/// One body after another: as terms say, or as the record has it.
struct Succession {
    BodyId from;
    BodyId to;
    charter::SuccessionMode mode = charter::SuccessionMode::assumes;
    std::vector<Matter> scope; ///< empty for everything
    /// Of one that covers everything: matters that another rule of the same terms passes between
    /// the two by name, on a day of its own.
    std::vector<Matter> except;
    std::optional<base::Instant>
        at; ///< empty when it waits for an act: a body may absorb, and has not
    bool ends_predecessor = false;
    charter::InForce<charter::SuccessionRule> rule; ///< empty for a link on record alone
    bool recorded = false;                          ///< a link on record says so too

    /// What it covers passes to the other body: not so where a body only may absorb and has not.
    [[nodiscard]] bool passes(const Matter& matter) const;
};

/// Every succession of terms in force at an instant and of links on record by then, also those that
/// come into effect later, by the body that follows. Terms not yet in force count where they give
/// an earlier date themselves.
std::vector<Succession> successions(const State& state, const Context& context, base::Instant at);

/// Circles of bodies that follow one another; each once, in the order of the circle.
std::vector<std::vector<BodyId>> succession_circles(const State& state, const Context& context,
                                                    base::Instant at);

/// The bodies that carry on what a body was for at an instant, through as many successions as there
/// are: those that are still there.
std::vector<BodyId> successors_of(const State& state, const Context& context, const BodyId& body,
                                  base::Instant at);

/// True when the record says that the body has come to an end by then.
bool ended_by(const State& state, const BodyId& body, base::Instant at);

/// What nobody carries on. (Written "responsibility", "sector", "duty", "seat", "meeting", "link".)
BOOST_DEFINE_ENUM_CLASS(OrphanKind, responsibility, sector, duty, seat, meeting, link)

struct Orphan {
    OrphanKind kind{};
    BodyId of;        ///< the body that ended or is followed; for a link, the one it leads to
    std::string id;   ///< matter, class, rule id, seat, meeting, or the body the link leads from
    std::string what; ///< in plain words: a responsibility or duty as its terms word it, a link's
                      ///< type, a seat's place
    const charter::Rule* rule = nullptr; ///< the rule behind it, where one is

    friend bool operator==(const Orphan&, const Orphan&) = default;
};

/// What every body that ended, or whose responsibilities another has assumed, leaves with nobody at
/// an instant: responsibilities held by no body that is there; sectors with no place on a
/// successor; duties and meetings to come of a body that ended; seats whose holders have none on a
/// successor; links and delegations of others that still lead to it. By kind, then by body. Pure.
std::vector<Orphan> orphans(const State& state, const Context& context, base::Instant at);
/// Those there are after a change and not before it, such as a reorganisation tried as a draft; and
/// meetings still to come before it that are cancelled after it.
std::vector<Orphan> orphans_made(const State& before, const State& after, const Context& context,
                                 base::Instant at);

} // namespace quorate::governance

#endif
