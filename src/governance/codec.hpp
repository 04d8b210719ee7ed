#ifndef QUORATE_GOVERNANCE_CODEC_HPP
#define QUORATE_GOVERNANCE_CODEC_HPP
// Acts and events to and from JSON, by their descriptions. Decoding names the wrong field.

#include "base/json.hpp"
#include "base/time.hpp"
#include "governance/act_table.hpp"
#include "governance/events.hpp"
#include "governance/submission.hpp"

#include <functional>
#include <span>
#include <string>

namespace quorate::governance {

/// How dates without a zone are read, and whether texts are words (submitted) or digests (stored).
struct Decoding {
    base::Zone zone;
    bool stored = false;
};

/// An act's fields from a JSON object. Every value may also be a string, as on the command line:
/// "4", "yes", "1-19,25", "kcc,kfrs". Lists of seats and numbers take ranges; what was considered
/// may be "kp-direction: words" or "kp-direction: not applicable: words". Null, "" and [] count as
/// left out. Text is cleaned (NFC). Fails with the field's name in `where`: unknown (with the
/// nearest), missing, of the wrong kind, over its limit, not one of the choices. With `stored` it
/// reads only what encode_fields writes.
base::Result<Act> decode_act(std::string_view name, const base::JsonObject& fields,
                             const Decoding& decoding);
/// The fields as JSON; absent optionals and empty lists are left out. Sealed text is "sha256:" and
/// hex.
base::JsonObject encode_fields(const Act& act);

/// An event with its "type" and "version". A member called `type` is written "kind".
base::JsonObject encode_event(const Event& event);
/// Appends canonical(encode_event(event)) without building it first.
void append_event_json(std::string& out, const Event& event);
/// Fails with "unknown event type" for one this program does not know; older versions are brought
/// up to date.
base::Result<Event> decode_event(const base::Json& json);
std::string_view event_name(const Event& event);
/// Every event's name, in the order of Event.
std::span<const std::string_view> event_names();
/// The version in which events of this name are written now; 0 when there is no such event.
std::int64_t event_version(std::string_view name);

/// Brings an event of one type and version a step nearer to today's form. `apply` changes the
/// members; it sets "version", and "type" when the type was renamed.
struct Upcast {
    std::string_view type;
    std::int64_t version = 0;
    void (*apply)(base::JsonObject& event);
};
/// The same with other upcasts than the program's own, for tests.
base::Result<Event> decode_event(const base::Json& json, std::span<const Upcast> upcasts);

/// A whole submission from the API's JSON: {id, act, fields, made_by, capacity, recorded_by,
/// evidence, effective, late_reason}. `id` is a UUIDv7 and, with `act`, must be given; an unknown key is refused
/// with the nearest. Defaults:
/// - made_by: servicing;
/// - effective: `now`;
/// - recorded_by: servicing when evidence is room, telephone, e-mail or letter, else made_by;
/// - evidence: sign-in, when recorded_by is made_by or left out. When someone else recorded the act
/// it must be given. Evidence of sign-in with another recorder is refused: who signs in records for
/// themselves.
base::Result<Submission> decode_submission(const base::JsonObject& json, const Decoding& decoding,
                                           base::Instant now);

/// Calls visit(row of the field, text) for every Text in an act, to seal it; the row says whether
/// it is personal.
void each_text(Act& act, const std::function<void(const FieldRow&, Text&)>& visit);
void each_text(const Act& act, const std::function<void(const FieldRow&, const Text&)>& visit);
void each_text(const Event& event, const std::function<void(const Text&)>& visit);

/// The body, meeting and item an act is about, where it names them. The body is also taken from the
/// id of a meeting (kp/m1), decision, action or seat when the act names no body.
struct ActSubject {
    std::optional<BodyId> body;
    std::optional<MeetingId> meeting;
    std::optional<std::int64_t> item;
};
ActSubject subject_of(const Act& act);

} // namespace quorate::governance

#endif
