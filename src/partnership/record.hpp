#ifndef QUORATE_PARTNERSHIP_RECORD_HPP
#define QUORATE_PARTNERSHIP_RECORD_HPP
// Between acts with their rulings and the entries of the ledger, both ways.

#include "base/json.hpp"
#include "governance/codec.hpp"
#include "governance/context.hpp"
#include "governance/state.hpp"
#include "ledger/entry.hpp"
#include "partnership/sources.hpp"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace quorate::partnership {

/// An act with its place in the record.
struct Placed {
    const governance::Submission& submission; ///< its texts are sealed
    const governance::Ruling& ruling;
    std::int64_t position = 0;
    base::Instant recorded;
};

/// A ruling as entries hold it: {about, codes, reasons, verdict}. Also what the API answers.
base::JsonObject ruling_json(const governance::Ruling& ruling, const governance::ActSubject& about);

/// The canonical bytes of an entry. Fails when it is over the ledger's limits.
Result<std::string> encode_record(const governance::State& before, const Placed& placed);

/// Takes a ruled act into the state: its line, whose discretion it awaits, and its events.
void take_into(governance::State& state, const Placed& placed);

/// A partnership is called by the name of the first body in its record.
void settle_name(governance::State& state);

/// Brings stored entries into a state one after another, keeping its memory between them.
class Replayer {
public:
    Replayer() = default;
    /// `bytes` is the next entry, the genesis first. Fails naming the entry and its part; an event
    /// of an unknown type fails naming it.
    Result<void> take(governance::State& state, std::string_view bytes);

private:
    Result<void> take_genesis(governance::State& state, std::string_view bytes);
    Result<void> take_act(governance::State& state, const ledger::EntryView& entry);
    Result<void> take_events(governance::State& state, const ledger::EntryView& entry,
                             const governance::Stamp& stamp);

    ledger::ValueReader ruling_reader_;
    ledger::ValueReader events_reader_;
};

/// An entry as it is judged again: its act, with its line and events as recorded.
struct EntryAgain {
    governance::Submission submission; ///< texts as digests
    governance::EntryLine line;
    std::vector<governance::Event> events;
    std::optional<governance::AwaitedDiscretion> awaited; ///< whose discretion it awaited
};

/// Reads entries for judging them again; the recorded reasons are left out.
class EntryReader {
public:
    /// `bytes` is an entry that is not the genesis. Fails naming the part.
    Result<EntryAgain> read(std::string_view bytes);

private:
    ledger::ValueReader ruling_reader_;
    ledger::ValueReader events_reader_;
};

/// One entry, taken apart again.
struct RecordedEntry {
    std::int64_t position = 0;
    bool genesis = false;              ///< entry 0: only id and recorded below are filled
    governance::Submission submission; ///< texts as digests
    governance::Ruling ruling;
    base::Instant recorded;
    std::vector<std::string> charters; ///< SHA-256 in hex
    std::string calendar;
    std::vector<std::string> readings; ///< kent-partnership/I1=counted
    std::string engine;
    std::string bytes; ///< as stored
};

/// The views in the ruling's reasons live as long as the program; the quotes come from `sources`.
Result<RecordedEntry> decode_record(std::string bytes, const Sources& sources);

/// A text that lasts as long as the program: for ids of rules and clauses read back from the
/// record.
std::string_view lasting(std::string_view text);

} // namespace quorate::partnership

#endif
