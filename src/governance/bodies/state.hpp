#ifndef QUORATE_GOVERNANCE_BODIES_STATE_HPP
#define QUORATE_GOVERNANCE_BODIES_STATE_HPP
// What is known of bodies.

#include "charter/terms.hpp"
#include "governance/bodies/acts.hpp"
#include "governance/decisions/state.hpp"
#include "governance/timeline.hpp"

#include <atomic>
#include <map>
#include <memory>
#include <string>

namespace quorate::governance {

class CompiledTerms;

/// The terms of a body over one stretch of time. `compiled` is filled on first use by the context and never changes
/// after.
struct TermsSegment {
    charter::TermsSpec spec;
    std::string calendar; ///< SHA-256 in hex
    mutable std::atomic<const CompiledTerms*> compiled{nullptr};
};

struct BodyLink {
    LinkType type{};
    BodyId to;
    base::Instant from;
    std::optional<base::Instant> until;
};

struct ReadingAdopted {
    std::string interpretation; ///< charter/id
    std::string reading;
    Standing standing = Standing::provisional;
    base::Instant effective;
    std::optional<Text> reason;
};

struct CharterInForce {
    std::string charter;
    std::string digest;
    std::vector<std::string> applies;
    std::string calendar;
};

/// Terms put forward for a body and not in force.
struct CharterProposal {
    CharterInForce terms;
    base::Instant effective;
    std::optional<DecisionId> decision;
    std::optional<Text> reason;
    std::int64_t position = 0;
};

/// A reorganisation this body decided.
struct Reorganisation {
    std::vector<BodyId> established;
    std::vector<BodyId> successors;
    std::vector<BodyId> ended;
    base::Instant effective;
    std::optional<DecisionId> decision;
    std::optional<Text> reason;
    std::int64_t position = 0;
};

/// A step of a process as it was recorded; one that is given again stands beside the first.
struct ProcessStep {
    std::string process;
    std::string step;
    base::CivilDate began;
    std::optional<base::CivilDate> ended;
    std::optional<Text> words;
    std::optional<DecisionId> decision;
    base::Instant effective;
    std::int64_t position = 0;
};

struct OfficeHolding {
    SeatId seat;
    std::optional<base::Instant> until;
    bool rotated = false;
};

/// A year's dates as they were arranged before they were changed.
struct ProgrammeBefore {
    std::vector<base::Instant> meetings;
    base::Instant set_at;
};

struct ProgrammeYear {
    std::vector<base::Instant> meetings;
    base::Instant set_at; ///< when the dates were arranged
    std::optional<std::int64_t> length; ///< of each, in minutes; empty when nobody said
    std::vector<ProgrammeBefore> before;
};

struct Consultation {
    base::Instant meeting_at;
    base::Instant effective;
    std::size_t seats = 0;
};

struct ExitNotice {
    OrganisationId organisation;
    base::Instant given;
    base::CivilDate leaves;
    base::CivilDate earliest;
    bool written = true;
};

struct Report {
    std::string kind;
    std::vector<std::string> audiences;
    std::optional<BodyId> through;
    std::optional<SeatId> seat;
    std::optional<std::int64_t> year;
    base::Instant effective;
    std::int64_t position = 0;
    std::vector<DecisionId> decisions; ///< those it names; every one so far when it names none
};

/// Who keeps in touch with an organisation for a body; neither when nobody does.
struct Liaison {
    std::optional<SeatId> seat;
    std::optional<PersonId> person;
};

struct Body {
    BodyId id;
    std::string name;
    bool by_statute = false;
    Timeline<BodyStatus> status;
    std::string zone; ///< from its charter; the partnership's until there is one
    Timeline<CharterInForce> charters;
    std::vector<ReadingAdopted> readings;
    Timeline<std::shared_ptr<const TermsSegment>> terms; ///< rebuilt whenever a charter or reading changes
    std::vector<BodyLink> links;
    std::map<Matter, Timeline<BodyId>> responsibilities; ///< moved away from this body
    std::vector<SeatId> seats; ///< in order of number
    std::vector<std::size_t> seat_positions; ///< where each stands in State::seats
    std::map<std::string, Timeline<OfficeHolding>> offices;
    std::map<std::int64_t, ProgrammeYear> programme;
    std::vector<Consultation> consultations;
    std::vector<UrgentConsultation> urgent_consultations; ///< by number, from 1
    std::vector<MeetingId> meetings; ///< in the order convened
    std::vector<ExitNotice> exits;
    std::vector<Report> reports;
    std::map<std::string, Timeline<Liaison>> liaisons; ///< by organisation
    std::vector<DecisionId> decisions;
    std::vector<CharterProposal> proposals;
    std::vector<Reorganisation> reorganisations;
    std::vector<ProcessStep> steps;
    std::optional<base::CivilDate> complete_from;
};

} // namespace quorate::governance

#endif
