#ifndef QUORATE_LEDGER_ENTRY_HPP
#define QUORATE_LEDGER_ENTRY_HPP
// One entry of the record: one submitted act with its ruling and events, and entry 0, the genesis.
//
// Stored bytes are one canonical JSON object, always with these keys, in this (byte) order:
//   act act_version calendar capacity charters effective engine events evidence fields id made_by
//   position readings recorded recorded_by ruling
// An entry made on a later day than its act took effect has one more, between id and made_by:
//   late_reason
// The genesis has: act ("genesis") format id kind parent partnership position (0) public_key
// recorded zone. Header values (every string above that is not inside fields, ruling or events) are
// codes: 0 to 200 printable ASCII characters without quotes or backslashes. Free text is never in
// an entry: an act's texts are salted digests whose words are in the vault. This form is format 1
// and stays readable for ever.

#include "base/json.hpp"
#include "base/result.hpp"
#include "base/time.hpp"
#include "ledger/merkle.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace quorate::ledger {

using base::Instant;
using base::Json;

inline constexpr std::size_t header_bytes_max = 200;
inline constexpr std::uint32_t format_newest = 1;

/// One entry, as values.
struct Entry {
    std::uint64_t position = 0;
    std::string id;  ///< UUIDv7 minted by the submitter
    std::string act; ///< such as "convene-meeting"
    std::uint32_t act_version = 1;
    Json fields = base::JsonObject{};
    std::string made_by;               ///< whose act it is
    std::string capacity;              ///< as which office or seat
    std::string recorded_by;           ///< who keyed it
    std::string evidence;              ///< room, telephone, e-mail, own sign-in
    std::string late_reason;           ///< a salted digest ("sha256:..."), or empty: the key is left out
    Instant effective;                 ///< when it took effect
    Instant recorded;                  ///< when it was recorded; never goes back
    std::vector<std::string> charters; ///< SHA-256 in hex
    std::string calendar;              ///< SHA-256 in hex, or empty
    std::vector<std::string> readings; ///< interpretations in force, such as "I1=counted"
    std::string engine;                ///< version of the program that ruled
    Json ruling = base::JsonObject{};
    Json events = base::JsonArray{}; ///< array of {type, version, …}; empty for a refusal
};

/// The canonical bytes. Fails naming the value when a header value is not a code, `events` is not
/// an array, `fields` or `ruling` is not an object, or the whole is over entry_bytes_max.
Result<std::string> encode(const Entry& entry);

/// One entry as stored, not yet taken apart: header strings without their quotes, the rest as raw
/// JSON. The views are into the bytes given.
struct EntryView {
    std::uint64_t position = 0;
    std::uint32_t act_version = 0;
    std::string_view act;
    std::string_view calendar;
    std::string_view capacity;
    std::string_view charters; ///< JSON
    std::string_view effective;
    std::string_view engine;
    std::string_view events; ///< JSON
    std::string_view evidence;
    std::string_view fields; ///< JSON
    std::string_view id;
    std::string_view late_reason; ///< empty when the entry has none
    std::string_view made_by;
    std::string_view readings; ///< JSON
    std::string_view recorded;
    std::string_view recorded_by;
    std::string_view ruling; ///< JSON
};

/// Finds the parts of an entry in one pass without building values: for replay. Trusts the JSON
/// inside fields, ruling and events to be well formed (check_canonical is the whole check), but
/// never reads past the end.
Result<EntryView> view_entry(std::string_view bytes);
/// All of it. Fails naming the key.
Result<Entry> decode_entry(std::string_view bytes);

/// Where a rehearsal or copy starts from: another partnership's record up to `size`.
struct Parent {
    std::string partnership;
    std::uint64_t size = 0;
    std::string root; ///< hex
};

/// What the record is of.
enum class RecordKind { real, rehearsal, fictional, scenario };
std::string_view code(RecordKind kind);
Result<RecordKind> parse_record_kind(std::string_view code);

/// Entry 0.
struct Genesis {
    std::uint32_t format = format_newest;
    std::string id; ///< UUIDv7
    std::string partnership;
    RecordKind kind = RecordKind::real;
    std::string zone; ///< IANA name
    std::string
        public_key; ///< verifier key text form (ledger/note.hpp), or empty for an unsigned record
    Instant recorded;
    std::optional<Parent> parent;
};

Result<std::string> encode(const Genesis& genesis);
/// Fails for a format newer than format_newest, saying so.
Result<Genesis> decode_genesis(std::string_view bytes);

/// What every entry has, the genesis included.
struct EntryHead {
    std::uint64_t position = 0;
    std::string_view id;
    std::string_view act; ///< "genesis" for entry 0
    std::string_view recorded;
};
Result<EntryHead> view_head(std::string_view bytes);

/// Reads raw JSON (such as EntryView::events) into values, keeping its memory from one call to the
/// next.
class ValueReader {
public:
    ValueReader();
    ValueReader(const ValueReader&) = delete;
    ValueReader& operator=(const ValueReader&) = delete;
    ~ValueReader();

    /// The value lives until the next call.
    Result<const Json*> read(std::string_view json);

private:
    struct State;
    std::unique_ptr<State> state_;
};

} // namespace quorate::ledger

#endif
