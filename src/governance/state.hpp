#ifndef QUORATE_GOVERNANCE_STATE_HPP
#define QUORATE_GOVERNANCE_STATE_HPP
// State: everything the record says, as timelines. An immutable value once published; copying it shares its shards.

#include "governance/bodies/state.hpp"
#include "governance/cow.hpp"
#include "governance/decisions/state.hpp"
#include "governance/events.hpp"
#include "governance/interests/state.hpp"
#include "governance/meetings/state.hpp"
#include "governance/membership/state.hpp"
#include "governance/ruling.hpp"
#include "governance/submission.hpp"

#include <functional>

namespace quorate::governance {

BOOST_DEFINE_ENUM_CLASS(PartnershipKind, real, rehearsal, fictional, scenario)

/// Entry 0.
struct Genesis {
    std::string partnership;
    std::string name;
    PartnershipKind kind = PartnershipKind::scenario;
    std::string zone = "Europe/London";
    base::Instant recorded = {};
};

/// One line of the record, whatever its verdict.
struct EntryLine {
    EntryId id;
    std::int64_t position = 0;
    std::size_t act = 0; ///< index in Act
    Verdict verdict = Verdict::permitted;
    Actor made_by;
    Actor recorded_by;
    Evidence evidence = Evidence::sign_in;
    base::Instant effective;
    base::Instant recorded;
    std::optional<BodyId> body;
    std::optional<MeetingId> meeting;
    std::optional<std::int64_t> item;
    std::vector<Code> codes; ///< of breaches and discretions
    std::optional<bool> confirmed; ///< by the person it was recorded for: yes, or disputed
    std::int64_t answered_by = 0;  ///< position of the entry that confirmed or disputed it
};

/// An act that waits for someone's discretion.
struct AwaitedDiscretion {
    EntryId entry;
    Submission submission;
    std::string holder;
    std::string rule;
    bool answered = false;
    std::int64_t answered_by = 0; ///< position of the entry that answered last
    bool disputed = false;        ///< that answer is disputed, and the matter stands open again
};

struct State {
    Cow<Genesis> genesis;
    CowTable<BodyId, Body> bodies;
    CowTable<OrganisationId, Organisation> organisations;
    CowTable<PersonId, Person> persons;
    CowTable<OfficeId, OutsideOffice> offices;
    CowTable<SeatId, Seat> seats;
    CowTable<MeetingId, Meeting> meetings;
    CowTable<DecisionId, Decision> decisions;
    CowTable<ActionId, Action> actions;
    CowTable<InterestId, RegisteredInterest> interests;
    CowTable<CommitmentId, Commitment> commitments;
    CowTable<EntryId, EntryLine> entries;
    CowTable<EntryId, AwaitedDiscretion> awaited;
    std::int64_t size = 0; ///< entries applied, the genesis included
    base::Instant last_recorded;
};

/// Applies one event. Total: history cannot be refused; what no longer fits is kept as far as it does.
void apply(State& state, const Event& event, const Stamp& stamp);

/// Takes an entry's line into the state, before its events; an act that awaits discretion is kept with it.
void note_entry(State& state, EntryLine line);
void note_awaited(State& state, AwaitedDiscretion awaited);
/// Marks the waiting acts for which is_it(act) as answered by the entry of `stamp`: whoever had the discretion has used
/// it.
void answer_awaited(State& state, const Stamp& stamp, const std::function<bool(const Act&)>& is_it);

} // namespace quorate::governance

#endif
