#ifndef QUORATE_VIEWS_GROUND_HPP
#define QUORATE_VIEWS_GROUND_HPP
// What every view is made from: one state, read at one moment, for one viewer. Only views/ includes
// this.

#include "governance/lookup.hpp"
#include "partnership/partnership.hpp"
#include "views/shown.hpp"
#include "views/visibility.hpp"

#include <memory>
#include <optional>
#include <string>

namespace quorate::views {

struct Ground {
    const partnership::Partnership& partnership;
    std::shared_ptr<const partnership::Snapshot> snapshot;
    Visibility see;
    base::Instant now; ///< the moment the view is about
    base::CivilDate today;
    bool as_of_now = true;   ///< no other date or position was asked for
    bool known_then = false; ///< the state is that of the end of `today`

    [[nodiscard]] const governance::State& state() const { return snapshot->state; }
    [[nodiscard]] const governance::Context& context() const { return snapshot->context(); }
    /// The words of a text; nothing when erased. Asks nobody who may see them: the caller has.
    [[nodiscard]] std::optional<std::string> words(const governance::Text& text) const;
    [[nodiscard]] std::string words_or(const std::optional<governance::Text>& text,
                                       std::string_view instead) const;

    [[nodiscard]] Moment moment(const governance::BodyId& body, base::Instant instant) const;
    [[nodiscard]] Named body(const governance::BodyId& id) const;
    /// A body, or an organisation, or the id in words, for an id from a charter.
    [[nodiscard]] Named party(const std::string& id) const;
    [[nodiscard]] std::string organisation(const governance::OrganisationId& id) const;
    /// Nothing when names are not to be shown or the name was erased.
    [[nodiscard]] std::optional<std::string> person(const governance::PersonId& id) const;
    [[nodiscard]] SeatShown seat(const governance::Seat& seat, base::Instant at) const;
    [[nodiscard]] std::optional<SeatShown> seat(const governance::SeatId& id,
                                                base::Instant at) const;
    /// Who acted, in words: "the Chair", "seat kp/7". Asked-for names are left out where they are
    /// not to be shown.
    [[nodiscard]] std::string actor(const governance::Actor& actor) const;
    [[nodiscard]] const governance::CompiledTerms* terms(const governance::BodyId& body,
                                                         base::Instant at) const;
    /// The title of a meeting: "The Kent Partnership, 1 July 2008".
    [[nodiscard]] Named meeting(const governance::MeetingId& id) const;
};

/// "In the room", "By telephone", "Own sign-in".
std::string evidence_words(governance::Evidence evidence);
/// A version of the minutes has been published.
bool minutes_published(const governance::Meeting& meeting);
/// The clause of the body's own terms behind a rule: the one that imports it, for an imported one.
std::string own_clause(const charter::Rule& rule);
/// "1 July 2008", without the weekday.
std::string short_date(base::CivilDate date);

} // namespace quorate::views

#endif
