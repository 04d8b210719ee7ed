// Entries read back: for replay, as fast as may be, and one at a time, whole.

#include "governance/codec_names.hpp"
#include "ledger/store.hpp"
#include "partnership/record.hpp"

#include <algorithm>
#include <mutex>
#include <unordered_map>
#include <unordered_set>

namespace quorate::partnership {
namespace {

using base::fail;
using base::Json;
using base::JsonObject;
using governance::Code;
using governance::Reason;
using governance::Ruling;
using governance::Says;

std::string_view text_at(const JsonObject& object, std::string_view key) {
    const auto* value = object.if_contains(key);
    const auto* text = value == nullptr ? nullptr : value->if_string();
    return text == nullptr ? std::string_view() : std::string_view(text->data(), text->size());
}

std::optional<Code> code_of(std::string_view name) {
    static const auto by_name = [] {
        std::unordered_map<std::string_view, Code> out;
        for (const auto code : governance::all_codes) {
            out.emplace(governance::code_name(code), code);
        }
        return out;
    }();
    const auto found = by_name.find(name);
    return found == by_name.end() ? std::nullopt : std::optional(found->second);
}

std::optional<governance::Verdict> verdict_of(std::string_view name) {
    std::optional<governance::Verdict> out;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<governance::Verdict>>(
        [&](auto described) {
            if (name == described.name) {
                out = described.value;
            }
        });
    return out;
}

/// The parts of a ruling an entry's line keeps.
struct RulingHead {
    governance::ActSubject about;
    std::vector<Code> codes;
    governance::Verdict verdict{};
};

tl::unexpected<base::Failure> not_a_ruling(std::string_view what) {
    return fail("ruling", "it is not a ruling as the record writes it: " + std::string(what),
                "Run quorate verify; the record may have been written by a newer program");
}

Result<RulingHead> head_of(const JsonObject& ruling) {
    RulingHead out;
    const auto verdict = verdict_of(text_at(ruling, "verdict"));
    const auto* about = ruling.if_contains("about");
    const auto* codes = ruling.if_contains("codes");
    if (!verdict || about == nullptr || !about->is_object() || codes == nullptr ||
        !codes->is_array()) {
        return not_a_ruling("verdict, about and codes must be there");
    }
    out.verdict = *verdict;
    const auto& named = about->get_object();
    if (const auto body = text_at(named, "body"); !body.empty()) {
        out.about.body = governance::BodyId(body);
    }
    if (const auto meeting = text_at(named, "meeting"); !meeting.empty()) {
        out.about.meeting = governance::MeetingId(meeting);
    }
    if (const auto* item = named.if_contains("item"); item != nullptr && item->is_int64()) {
        out.about.item = item->get_int64();
    }
    for (const auto& code : codes->get_array()) {
        const auto* name = code.if_string();
        const auto known = name == nullptr ? std::nullopt : code_of({name->data(), name->size()});
        if (!known) {
            return not_a_ruling("unknown code " + base::canonical(code));
        }
        out.codes.push_back(*known);
    }
    return out;
}

/// The ruling without its reasons, which are most of its bytes and which a line does not keep.
/// Sorted keys put `about` and `codes` before the reasons and the verdict last. Nothing for a
/// ruling not of that form.
std::optional<std::string> without_reasons(std::string_view ruling) {
    constexpr std::string_view reasons = R"("reasons":[)";
    constexpr std::string_view verdict = R"(,"verdict":")";
    const auto begin = ruling.find(reasons);
    const auto end = ruling.rfind(verdict);
    if (begin == std::string_view::npos || end == std::string_view::npos || end < begin) {
        return {};
    }
    return std::string(ruling.substr(0, begin)) + std::string(ruling.substr(end + 1));
}

struct Header {
    governance::Actor made_by;
    std::optional<governance::Actor> capacity;
    governance::Actor recorded_by;
    governance::Evidence evidence{};
    base::Instant effective;
    base::Instant recorded;
    governance::Text late_reason = {};
};

Result<Header> header_of(const ledger::EntryView& entry) {
    auto made_by = governance::parse_actor(entry.made_by);
    auto recorded_by = governance::parse_actor(entry.recorded_by);
    const auto evidence = governance::from_written<governance::Evidence>(entry.evidence);
    const auto effective = base::parse_instant(entry.effective);
    const auto recorded = base::parse_instant(entry.recorded);
    if (!made_by || !recorded_by || !evidence || !effective || !recorded) {
        return fail("header",
                    "who made it, who recorded it, the evidence or a time is not in order");
    }
    Header out{std::move(*made_by), {}, std::move(*recorded_by), *evidence, *effective, *recorded,
               {}};
    if (!entry.capacity.empty()) {
        auto capacity = governance::parse_actor(entry.capacity);
        if (!capacity) {
            return tl::unexpected(capacity.error());
        }
        out.capacity = std::move(*capacity);
    }
    if (!entry.late_reason.empty()) {
        constexpr std::string_view sealed = "sha256:";
        const bool is_sealed = entry.late_reason.starts_with(sealed);
        const auto digest = base::parse_hex_digest(
            is_sealed ? entry.late_reason.substr(sealed.size()) : std::string_view());
        if (!digest) {
            return fail("late_reason", "this is not the digest of a sealed text");
        }
        out.late_reason.digest = *digest;
    }
    return out;
}

Result<governance::Submission> submission_of(const ledger::EntryView& entry, Header header) {
    const auto fields = base::parse_json(entry.fields, {ledger::entry_bytes_max, 32});
    if (!fields || !fields->is_object()) {
        return fail("fields", "they are not a JSON object");
    }
    auto act = governance::decode_act(entry.act, fields->get_object(), {base::Zone::utc(), true});
    if (!act) {
        return tl::unexpected(act.error());
    }
    return governance::Submission{governance::EntryId(entry.id),
                                  std::move(*act),
                                  std::move(header.made_by),
                                  std::move(header.capacity),
                                  std::move(header.recorded_by),
                                  header.evidence,
                                  header.effective,
                                  std::move(header.late_reason)};
}

governance::EntryLine line_of(const ledger::EntryView& entry, const Header& header, RulingHead head,
                              std::size_t act) {
    return {governance::EntryId(entry.id),
            static_cast<std::int64_t>(entry.position),
            act,
            head.verdict,
            header.made_by,
            header.recorded_by,
            header.evidence,
            header.effective,
            header.recorded,
            std::move(head.about.body),
            std::move(head.about.meeting),
            head.about.item,
            std::move(head.codes),
            {}};
}

/// Whose discretion an entry awaits, as its ruling says.
governance::AwaitedDiscretion awaited_of(const ledger::EntryView& entry,
                                         governance::Submission submission) {
    const auto whole = base::parse_json(entry.ruling, {ledger::entry_bytes_max, 32});
    auto id = submission.id;
    governance::AwaitedDiscretion awaited{std::move(id), std::move(submission), {}, {}, false};
    for (const auto& reason : whole ? whole->at("reasons").as_array() : base::JsonArray()) {
        if (reason.is_object() && text_at(reason.get_object(), "says") == "discretion") {
            awaited.holder = text_at(reason.get_object(), "holder");
            awaited.rule = text_at(reason.get_object(), "rule");
            break;
        }
    }
    return awaited;
}

std::string_view quote_of(const Sources& sources, const std::vector<std::string>& charters,
                          std::string_view rule_id) {
    for (const auto& hex : charters) {
        const auto digest = base::parse_hex_digest(hex);
        const auto held = digest ? sources.charters->find(*digest) : nullptr;
        const auto* rule = held == nullptr ? nullptr : held->rule(rule_id);
        if (rule != nullptr && !rule->quotes.empty()) {
            return lasting(rule->quotes.front());
        }
    }
    return {};
}

Result<Reason> reason_of(const JsonObject& json) {
    const auto code = code_of(text_at(json, "code"));
    const auto says = governance::from_written<Says>(text_at(json, "says"));
    if (!code || !says) {
        return not_a_ruling("a reason has no known code");
    }
    Reason out;
    out.code = *code;
    out.says = *says;
    out.rule = lasting(text_at(json, "rule"));
    out.clause = lasting(text_at(json, "clause"));
    out.cited_clause = lasting(text_at(json, "cited_clause"));
    out.exception_to = lasting(text_at(json, "exception_to"));
    out.holder = text_at(json, "holder");
    out.effect =
        text_at(json, "effect") == "void" ? charter::Effect::void_ : charter::Effect::recorded;
    if (const auto* facts = json.if_contains("facts"); facts != nullptr && facts->is_object()) {
        for (const auto& [key, value] : facts->get_object()) {
            const auto* number = value.if_int64();
            const auto* words = value.if_string();
            if (number != nullptr) {
                out.facts.push_back({std::string(key.data(), key.size()), *number});
            } else if (words != nullptr) {
                out.facts.push_back({std::string(key.data(), key.size()),
                                     std::string(words->data(), words->size())});
            }
        }
    }
    if (const auto* readings = json.if_contains("readings");
        readings != nullptr && readings->is_array()) {
        for (const auto& value : readings->get_array()) {
            const auto* used = value.if_string();
            const std::string_view all =
                used == nullptr ? "" : std::string_view(used->data(), used->size());
            const auto equals = all.rfind('=');
            if (equals != std::string_view::npos) {
                out.readings.push_back(
                    {std::string(all.substr(0, equals)), std::string(all.substr(equals + 1))});
            }
        }
    }
    return out;
}

Result<Ruling> ruling_of(std::string_view raw, std::string_view raw_events, const Sources& sources,
                         const std::vector<std::string>& charters) {
    const auto json = base::parse_json(raw, {ledger::entry_bytes_max, 32});
    const auto events = base::parse_json(raw_events, {ledger::entry_bytes_max, 32});
    if (!json || !json->is_object() || !events || !events->is_array()) {
        return not_a_ruling("not JSON");
    }
    const auto head = head_of(json->get_object());
    const auto* reasons = json->get_object().if_contains("reasons");
    if (!head || reasons == nullptr || !reasons->is_array()) {
        return not_a_ruling("no reasons");
    }
    Ruling out;
    out.verdict = head->verdict;
    for (const auto& value : reasons->get_array()) {
        auto reason = value.is_object() ? reason_of(value.get_object())
                                        : not_a_ruling("a reason is not an object");
        if (!reason) {
            return tl::unexpected(reason.error());
        }
        reason->quote = quote_of(sources, charters, reason->rule);
        out.reasons.push_back(std::move(*reason));
    }
    for (const auto& value : events->get_array()) {
        auto event = governance::decode_event(value);
        if (!event) {
            return tl::unexpected(event.error());
        }
        out.events.push_back(std::move(*event));
    }
    return out;
}

} // namespace

std::string_view lasting(std::string_view text) {
    if (text.empty()) {
        return {};
    }
    static std::mutex mutex;
    static std::unordered_set<std::string> held;
    const std::lock_guard lock(mutex);
    return *held.emplace(text).first;
}

Result<void> Replayer::take_genesis(governance::State& state, std::string_view bytes) {
    const auto genesis = ledger::decode_genesis(bytes);
    if (!genesis) {
        return tl::unexpected(genesis.error());
    }
    auto& held = state.genesis.write();
    held.partnership = genesis->partnership;
    held.kind = static_cast<governance::PartnershipKind>(genesis->kind);
    held.zone = genesis->zone;
    held.recorded = genesis->recorded;
    state.size = 1;
    state.last_recorded = genesis->recorded;
    return {};
}

Result<void> Replayer::take(governance::State& state, std::string_view bytes) {
    const auto place = [&](const base::Failure& failure) {
        return fail("entry " + std::to_string(state.size) +
                        (failure.where.empty() ? "" : ", " + failure.where),
                    failure.message, failure.help);
    };
    if (state.size == 0) {
        auto taken = take_genesis(state, bytes);
        return taken ? taken : place(taken.error());
    }
    const auto entry = ledger::view_entry(bytes);
    if (!entry) {
        return place(entry.error());
    }
    auto taken = take_act(state, *entry);
    return taken ? taken : place(taken.error());
}

Result<void> Replayer::take_act(governance::State& state, const ledger::EntryView& entry) {
    auto header = header_of(entry);
    if (!header) {
        return tl::unexpected(header.error());
    }
    const auto brief = without_reasons(entry.ruling);
    const auto ruling = ruling_reader_.read(brief ? std::string_view(*brief) : entry.ruling);
    if (!ruling || !(*ruling)->is_object()) {
        return not_a_ruling("not JSON");
    }
    auto head = head_of((*ruling)->get_object());
    if (!head) {
        return tl::unexpected(head.error());
    }
    const auto act = governance::act_index(entry.act);
    if (act == governance::act_count) {
        return fail("act", "unknown act " + std::string(entry.act),
                    "The record was written by a newer program; use that one");
    }
    auto line = line_of(entry, *header, std::move(*head), act);
    const governance::Stamp stamp{header->effective, header->recorded, line.position, line.id,
                                  header->made_by};
    const auto verdict = line.verdict;
    note_entry(state, std::move(line));
    if (verdict == governance::Verdict::needs_discretion) {
        auto submission = submission_of(entry, std::move(*header));
        if (!submission) {
            return tl::unexpected(submission.error());
        }
        note_awaited(state, awaited_of(entry, std::move(*submission)));
    }
    return take_events(state, entry, stamp);
}

Result<void> Replayer::take_events(governance::State& state, const ledger::EntryView& entry,
                                   const governance::Stamp& stamp) {
    if (entry.events == "[]") {
        return {};
    }
    const auto events = events_reader_.read(entry.events);
    if (!events) {
        return tl::unexpected(events.error());
    }
    for (const auto& value : (*events)->get_array()) {
        const auto event = governance::decode_event(value);
        if (!event) {
            return tl::unexpected(event.error());
        }
        apply(state, *event, stamp);
    }
    settle_name(state);
    return {};
}

Result<EntryAgain> EntryReader::read(std::string_view bytes) {
    const auto entry = ledger::view_entry(bytes);
    if (!entry) {
        return tl::unexpected(entry.error());
    }
    auto header = header_of(*entry);
    const auto brief = without_reasons(entry->ruling);
    const auto ruling = ruling_reader_.read(brief ? std::string_view(*brief) : entry->ruling);
    if (!header || !ruling || !(*ruling)->is_object()) {
        return header ? not_a_ruling("not JSON") : tl::unexpected(header.error());
    }
    auto head = head_of((*ruling)->get_object());
    const auto act = governance::act_index(entry->act);
    if (!head || act == governance::act_count) {
        return head ? fail("act", "unknown act " + std::string(entry->act))
                    : tl::unexpected(head.error());
    }
    EntryAgain out;
    out.line = line_of(*entry, *header, std::move(*head), act);
    auto submission = submission_of(*entry, std::move(*header));
    const auto events = events_reader_.read(entry->events);
    if (!submission || !events) {
        return tl::unexpected(!submission ? submission.error() : events.error());
    }
    out.submission = std::move(*submission);
    for (const auto& value : (*events)->get_array()) {
        auto event = governance::decode_event(value);
        if (!event) {
            return tl::unexpected(event.error());
        }
        out.events.push_back(std::move(*event));
    }
    if (out.line.verdict == governance::Verdict::needs_discretion) {
        out.awaited = awaited_of(*entry, out.submission);
    }
    return out;
}

Result<RecordedEntry> decode_record(std::string bytes, const Sources& sources) {
    const auto head = ledger::view_head(bytes);
    if (!head) {
        return tl::unexpected(head.error());
    }
    RecordedEntry out;
    out.position = static_cast<std::int64_t>(head->position);
    out.genesis = head->position == 0;
    if (out.genesis) {
        out.submission.id = governance::EntryId(head->id);
        out.recorded = base::parse_instant(head->recorded).value_or(base::Instant{});
        out.bytes = std::move(bytes);
        return out;
    }
    const auto view = ledger::view_entry(bytes);
    auto entry = ledger::decode_entry(bytes);
    if (!view || !entry) {
        return tl::unexpected(!view ? view.error() : entry.error());
    }
    auto header = header_of(*view);
    if (!header) {
        return tl::unexpected(header.error());
    }
    out.recorded = header->recorded;
    auto submission = submission_of(*view, std::move(*header));
    auto ruling = ruling_of(view->ruling, view->events, sources, entry->charters);
    if (!submission || !ruling) {
        return tl::unexpected(!submission ? submission.error() : ruling.error());
    }
    out.submission = std::move(*submission);
    out.ruling = std::move(*ruling);
    out.charters = std::move(entry->charters);
    out.calendar = std::move(entry->calendar);
    out.readings = std::move(entry->readings);
    out.engine = std::move(entry->engine);
    out.bytes = std::move(bytes);
    return out;
}

} // namespace quorate::partnership
