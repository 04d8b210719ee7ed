#ifndef QUORATE_GOVERNANCE_DUTIES_INQUIRY_HPP
#define QUORATE_GOVERNANCE_DUTIES_INQUIRY_HPP
// What the parts of duties() share: the body asked about, the day, and how a duty is settled.

#include "governance/duties/deadline.hpp"
#include "governance/duties/duties.hpp"
#include "governance/duties/past.hpp"
#include "governance/lookup.hpp"

#include <string_view>
#include <vector>

namespace quorate::governance {

/// The last year there is a date in (base::civil_date).
inline constexpr int year_max = 2200;

/// 1 January of a year, and its 31 December; a year before 1900 or after 2200 is taken for the
/// nearest of these.
base::CivilDate first_day(int year);
base::CivilDate last_day(int year);

/// One body on one day, and the duties found so far.
class Inquiry {
public:
    Inquiry(const State& state, const Context& context, const Past& past, const Body& body,
            base::CivilDate on);

    const State& state;
    const Context& context;
    const Past& past;
    const Body& body;
    base::CivilDate on;
    base::Zone zone;
    base::Instant now;          ///< the last instant of `on`
    const CompiledTerms* terms; ///< in force now; null when there are none
    std::vector<Duty> found;

    [[nodiscard]] base::CivilDate date_of(base::Instant instant) const {
        return zone.date_of(instant);
    }
    /// When the body first had terms.
    [[nodiscard]] std::optional<base::CivilDate> terms_began() const;
    /// The terms in force at an instant, or now when that is earlier.
    [[nodiscard]] const CompiledTerms* terms_then(base::Instant instant) const;
    /// The last instant of a civil date.
    [[nodiscard]] base::Instant end_of(base::CivilDate date) const;
    /// The record holds everything from `since`, so silence means that it was not done.
    [[nodiscard]] bool complete_since(base::CivilDate since) const;
    /// The meetings known by now and not called off by then, in order of time.
    [[nodiscard]] const std::vector<const Meeting*>& meetings() const { return meetings_; }
    /// When a meeting is to be, as far as was known by now: a later postponement is left out.
    [[nodiscard]] base::Instant scheduled(const Meeting& meeting) const;
    /// Permitted entries of an act about a meeting, or of the body when it is empty, known by now,
    /// in order.
    [[nodiscard]] std::vector<const EntryLine*>
    entries(std::string_view act, const std::optional<MeetingId>& meeting) const;

    /// A duty under a rule (which may be null), about a subject that makes its id.
    [[nodiscard]] Duty make(const charter::Rule* rule, std::string_view subject) const;
    /// Settles a duty that has no evidence: by its deadline, by whether the record is complete
    /// since then.
    void settle(Duty& duty, const Deadline& deadline, base::CivilDate since) const;
    /// Has a duty wait for evidence without a time: not done yet, or nothing known of it.
    void settle_untimed(Duty& duty, base::CivilDate since) const;
    /// Settles a duty that was done, late or not.
    void met(Duty& duty, const Deadline& deadline, DutyEvidence evidence) const;
    void add(Duty duty) { found.push_back(std::move(duty)); }

private:
    /// Called off by now.
    [[nodiscard]] bool called_off(const Meeting& meeting) const;

    std::vector<const Meeting*> meetings_;
};

/// "No record held here.", said of what a record that is not complete does not show.
inline constexpr std::string_view no_record_words = "No record held here.";

/// The parts, in the order of the list.
void add_meeting_duties(Inquiry& inquiry);
void add_attendance_duties(Inquiry& inquiry);
void add_minutes_duties(Inquiry& inquiry);
void add_standing_duties(Inquiry& inquiry);
void add_regular_duties(Inquiry& inquiry);
void add_event_duties(Inquiry& inquiry);
void add_membership_duties(Inquiry& inquiry);
void add_leaving_duties(Inquiry& inquiry);
void add_promises(Inquiry& inquiry);
void add_open_matters(Inquiry& inquiry);
void add_process_duties(Inquiry& inquiry);

} // namespace quorate::governance

#endif
