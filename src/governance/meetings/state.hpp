#ifndef QUORATE_GOVERNANCE_MEETINGS_STATE_HPP
#define QUORATE_GOVERNANCE_MEETINGS_STATE_HPP
// What is known of one meeting: its notice, agenda, room and items. Facts only; conclusions are computed from them.

#include "governance/decisions/events.hpp"
#include "governance/interests/events.hpp"
#include "governance/meetings/events.hpp"
#include "governance/minutes/events.hpp"

#include <string>
#include <vector>

namespace quorate::governance {

BOOST_DEFINE_ENUM_CLASS(MeetingStatus, convened, open, informal, adjourned, closed, cancelled)
BOOST_DEFINE_ENUM_CLASS(ItemStatus, on_agenda, taken, interrupted, noted, decided, deferred, withdrawn, not_allowed)

/// One stay in the room, as one thing. `until` is empty while it lasts.
struct Presence {
    PresentAs as = PresentAs::member;
    std::optional<SeatId> seat;
    std::optional<PersonId> person;
    bool remote = false;
    base::Instant from;
    std::optional<base::Instant> until;
    LeftBecause why = LeftBecause::left;
    std::optional<std::int64_t> item; ///< there, or away, for this item only
    std::optional<OrganisationId> organisation;
    bool allowed_back = false; ///< an excluded member, let in again by whoever presides

    [[nodiscard]] bool covers(base::Instant instant) const {
        return from <= instant && (!until || instant < *until);
    }
};

struct Circulation {
    std::vector<std::string> things;
    std::vector<std::int64_t> items;
    std::vector<std::string> papers;
    std::vector<SeatId> seats;
    std::string how;
    base::Instant at;
    std::int64_t position = 0;
    std::vector<std::int64_t> restricted; ///< numbers of restrictions
    std::vector<OrganisationId> partners;
};

/// A paper that is not open: since when, and until when if that is over.
struct Restriction {
    std::int64_t number = 0;
    std::optional<std::int64_t> item;
    Text paper; ///< its SHA-256, sealed
    std::string exemption;
    base::CivilDate review; ///< as last set
    std::optional<Text> reason;
    base::Instant at;
    std::int64_t position = 0; ///< of the entry that last set it
    std::optional<base::Instant> lifted;

    [[nodiscard]] bool holds(base::Instant instant) const {
        return at <= instant && (!lifted || instant < *lifted);
    }
};

struct SubstituteNomination {
    SeatId seat;
    PersonId person;
    base::Instant at;
    bool withdrawn = false;
    std::optional<bool> coming = {}; ///< what the substitute has said themselves
};

struct Declaration {
    SeatId seat;
    InterestKind kind{};
    std::optional<InterestSubject> subject;
    std::optional<Text> nature;
    bool sensitive = false;
    bool meets_test = true;
    base::Instant at;
    std::optional<Determination> determination;
    std::optional<SeatId> determined_by;
    std::optional<base::Instant> determined_at;
    std::int64_t determined_by_entry = 0; ///< position of the entry that says so
    bool disputed = false; ///< whoever it was recorded for says that they did not determine it
};

struct Motion {
    SeatId mover;
    std::optional<SeatId> seconder;
    Text words;
    bool amendment = false;
};

/// The question as put, and what came of it.
struct Question {
    base::Instant put;
    bool amendment = false;
    std::optional<Text> words;
    std::vector<SeatId> present; ///< the roll, fixed when the question was put
    std::vector<SeatId> barred;
    std::vector<SeatId> told_out; ///< of those barred: told to be out of the room for it
    bool consensus_tried = false;
    std::vector<SeatId> objecting;
    std::optional<events::VoteTaken> vote;
    std::optional<Outcome> outcome; ///< only when declared and permitted
};

struct ItemInterval {
    base::Instant from;
    std::optional<base::Instant> until;
};

struct Item {
    std::int64_t number = 0;
    Text title;
    ItemPurpose purpose = ItemPurpose::decision;
    std::optional<Matter> matter;
    std::vector<OrganisationId> affects;
    std::string asked_by; ///< an actor
    base::Instant notified;
    bool tabled = false;
    bool late = false; ///< after the cut-off, allowed at discretion
    std::optional<Text> late_reason;
    std::optional<MeetingId> deferred_from;
    std::optional<MeetingId> deferred_to;
    std::optional<MeetingId> minutes_of;
    ItemStatus status = ItemStatus::on_agenda;
    std::vector<ItemInterval> taken;
    std::vector<std::int64_t> with;
    std::vector<Declaration> declarations;
    std::vector<Motion> motions;
    std::vector<Question> questions; ///< an amendment's before the motion's
    std::vector<Text> discussion;
    std::vector<DecisionId> decisions;
    std::vector<events::DissentRecorded> dissent;
    std::vector<events::AdviceRecorded> advice;
    std::vector<events::ApprovalAwaited> approvals;
    std::optional<Text> noted_words;
    std::optional<base::Instant> notes_released; ///< of an item taken in private: when everyone could read its notes
};

struct ChairTaking {
    SeatId seat;
    bool elected = false;
    std::optional<std::int64_t> item;
    base::Instant from;
};

/// One sitting: from opening or resumption to adjournment or close.
struct Sitting {
    base::Instant from;
    std::optional<base::Instant> until;
    bool informal = false;
};

/// While a meeting open to the public goes on without it; `until` is empty while it lasts.
struct PrivateSession {
    std::vector<std::int64_t> items; ///< as named; empty: whatever is taken
    std::optional<Text> reason;
    std::optional<SeatId> proposed_by;
    base::Instant from;
    std::optional<base::Instant> until;
    std::int64_t position = 0; ///< of the entry that says so
};

struct Correction {
    std::optional<Text> words;
    std::optional<MeetingId> at;
    base::Instant effective;
    std::int64_t position = 0;
    bool fact = false; ///< a recorded fact was put right, not words alone
};

/// A member's correction to minutes that were sent, and what became of it.
struct ProposedCorrection {
    std::int64_t number = 0;
    SeatId seat;
    std::optional<std::int64_t> item;
    Text words;
    base::Instant at;
    std::int64_t position = 0;
    std::optional<std::int64_t> taken_by; ///< position of the correction that took it
    bool declined = false;
    std::optional<Text> reason; ///< why it was declined

    [[nodiscard]] bool answered() const { return taken_by.has_value() || declined; }
};

struct Publication {
    bool draft = false;
    base::Instant at;
    std::int64_t position = 0;
};

struct Minutes {
    std::optional<base::Instant> drafted;
    std::vector<std::string> sections;
    std::optional<Text> words;
    std::vector<base::Instant> circulated;
    std::vector<Correction> corrections;
    std::optional<base::Instant> approved;
    std::optional<MeetingId> approved_at;
    std::optional<std::int64_t> approved_item; ///< of the meeting that approved them
    std::vector<Publication> publications;
    std::vector<ProposedCorrection> proposals; ///< by number, from 1
};

struct Meeting {
    MeetingId id;
    BodyId body;
    std::optional<BodyId> jointly_with;
    base::Instant scheduled;
    std::optional<std::int64_t> length; ///< expected, in minutes; empty when nobody said
    std::vector<base::Instant> postponed_from;
    base::Instant convened;
    std::optional<Text> place;
    bool programmed = true;
    bool remote = false;
    bool open_to_public = false; ///< anyone may follow it
    MeetingStatus status = MeetingStatus::convened;
    std::optional<base::Instant> adjourned_until;
    std::vector<Sitting> sittings;
    std::vector<ChairTaking> presiding;
    std::vector<Item> items; ///< in the order of the agenda
    std::vector<Circulation> circulations;
    std::vector<Restriction> restrictions; ///< in the order of their numbers
    std::vector<SeatId> apologies;
    std::vector<SeatId> accepted; ///< the member has said that they will come
    std::vector<SubstituteNomination> substitutes;
    std::vector<Presence> presence;
    bool attendance_known = false; ///< somebody recorded who came, or that nobody did
    std::vector<PrivateSession> private_sessions; ///< in the order they were held
    std::vector<events::ProcedureRuled> procedure_rulings;
    Minutes minutes;

    [[nodiscard]] const Item* item(std::int64_t number) const {
        for (const auto& candidate : items) {
            if (candidate.number == number) {
                return &candidate;
            }
        }
        return nullptr;
    }
    [[nodiscard]] const Restriction* restriction(std::int64_t number) const {
        for (const auto& candidate : restrictions) {
            if (candidate.number == number) {
                return &candidate;
            }
        }
        return nullptr;
    }
    [[nodiscard]] Item* item(std::int64_t number) {
        return const_cast<Item*>(static_cast<const Meeting*>(this)->item(number));
    }
    /// When it was actually opened; empty until then.
    [[nodiscard]] std::optional<base::Instant> opened() const {
        return sittings.empty() ? std::optional<base::Instant>{} : sittings.front().from;
    }
    [[nodiscard]] std::optional<base::Instant> closed() const {
        return status == MeetingStatus::closed ? sittings.back().until : std::optional<base::Instant>{};
    }
    [[nodiscard]] bool held() const { return !sittings.empty(); }
};

} // namespace quorate::governance

#endif
