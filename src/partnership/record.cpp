#include "partnership/record.hpp"

#include "governance/codec_names.hpp"
#include "governance/lookup.hpp"

#include <algorithm>
#include <set>

namespace quorate::partnership {
namespace {

using base::Json;
using base::JsonArray;
using base::JsonObject;
using governance::Reason;
using governance::Ruling;
using governance::Says;

/// Leaves the key out when there is nothing to say.
void add_text(JsonObject& out, std::string_view key, std::string_view text) {
    if (!text.empty()) {
        out.emplace(key, text);
    }
}

JsonObject reason_json(const Reason& reason) {
    JsonObject out;
    out.emplace("code", governance::code_name(reason.code));
    out.emplace("says", governance::written(reason.says));
    add_text(out, "rule", reason.rule);
    add_text(out, "clause", reason.clause);
    add_text(out, "cited_clause", reason.cited_clause);
    add_text(out, "exception_to", reason.exception_to);
    add_text(out, "holder", reason.holder);
    if (reason.effect == charter::Effect::void_) {
        out.emplace("effect", "void");
    }
    JsonObject facts;
    for (const auto& fact : reason.facts) {
        std::visit([&](const auto& value) { facts.emplace(fact.name, value); }, fact.value);
    }
    if (!facts.empty()) {
        out.emplace("facts", std::move(facts));
    }
    JsonArray readings;
    for (const auto& used : reason.readings) {
        readings.emplace_back(used.interpretation + "=" + used.reading);
    }
    if (!readings.empty()) {
        out.emplace("readings", std::move(readings));
    }
    return out;
}

bool noted_in_line(const Reason& reason) {
    return reason.says == Says::breach || reason.says == Says::discretion;
}

std::vector<std::string> readings_used(const Ruling& ruling) {
    std::set<std::string> out;
    for (const auto& reason : ruling.reasons) {
        for (const auto& used : reason.readings) {
            out.insert(used.interpretation + "=" + used.reading);
        }
    }
    return {out.begin(), out.end()};
}

/// The terms the act was ruled under: its charters, the body's own first, and its calendar.
void cite_terms(ledger::Entry& entry, const governance::State& state,
                const governance::ActSubject& about, base::Instant at) {
    const auto* segment = about.body ? governance::segment_at(state, *about.body, at) : nullptr;
    if (segment == nullptr) {
        return;
    }
    entry.charters.push_back(base::hex(segment->spec.charter));
    for (const auto& [name, digest] : segment->spec.imports) {
        entry.charters.push_back(base::hex(digest));
    }
    entry.calendar = segment->calendar;
}

governance::EntryLine line_of(const Placed& placed, const governance::ActSubject& about) {
    const auto& submission = placed.submission;
    governance::EntryLine line;
    line.id = submission.id;
    line.position = placed.position;
    line.act = submission.act.index();
    line.verdict = placed.ruling.verdict;
    line.made_by = submission.made_by;
    line.recorded_by = submission.recorded_by;
    line.evidence = submission.evidence;
    line.effective = submission.effective;
    line.recorded = placed.recorded;
    line.body = about.body;
    line.meeting = about.meeting;
    line.item = about.item;
    for (const auto& reason : placed.ruling.reasons) {
        if (noted_in_line(reason)) {
            line.codes.push_back(reason.code);
        }
    }
    return line;
}

} // namespace

JsonObject ruling_json(const Ruling& ruling, const governance::ActSubject& about) {
    JsonObject named;
    if (about.body) {
        named.emplace("body", about.body->view());
    }
    if (about.meeting) {
        named.emplace("meeting", about.meeting->view());
    }
    if (about.item) {
        named.emplace("item", *about.item);
    }
    JsonArray codes;
    JsonArray reasons;
    for (const auto& reason : ruling.reasons) {
        if (noted_in_line(reason)) {
            codes.emplace_back(governance::code_name(reason.code));
        }
        reasons.emplace_back(reason_json(reason));
    }
    JsonObject out;
    out.emplace("about", std::move(named));
    out.emplace("codes", std::move(codes));
    out.emplace("reasons", std::move(reasons));
    out.emplace("verdict", governance::verdict_name(ruling.verdict));
    return out;
}

Result<std::string> encode_record(const governance::State& before, const Placed& placed) {
    const auto& submission = placed.submission;
    const auto about = governance::subject_of(submission.act);
    const auto& row = governance::row_of(submission.act);
    ledger::Entry entry;
    entry.position = static_cast<std::uint64_t>(placed.position);
    entry.id = submission.id.value;
    entry.act = row.name;
    entry.act_version = static_cast<std::uint32_t>(row.version);
    entry.fields = governance::encode_fields(submission.act);
    entry.made_by = text(submission.made_by);
    entry.capacity = submission.capacity ? text(*submission.capacity) : std::string();
    entry.recorded_by = text(submission.recorded_by);
    entry.evidence = governance::written(submission.evidence);
    if (submission.late_reason.digest) {
        entry.late_reason = "sha256:" + base::hex(*submission.late_reason.digest);
    }
    entry.effective = submission.effective;
    entry.recorded = placed.recorded;
    cite_terms(entry, before, about, submission.effective);
    entry.readings = readings_used(placed.ruling);
    entry.engine = QUORATE_VERSION;
    entry.ruling = ruling_json(placed.ruling, about);
    JsonArray events;
    for (const auto& event : placed.ruling.events) {
        events.emplace_back(governance::encode_event(event));
    }
    entry.events = std::move(events);
    return ledger::encode(entry);
}

void settle_name(governance::State& state) {
    if (state.genesis->name.empty() && state.bodies.size() > 0) {
        state.genesis.write().name = state.bodies.at(0).name;
    }
}

void take_into(governance::State& state, const Placed& placed) {
    const auto& submission = placed.submission;
    const governance::Stamp stamp{submission.effective, placed.recorded, placed.position,
                                  submission.id, submission.made_by};
    note_entry(state, line_of(placed, governance::subject_of(submission.act)));
    if (placed.ruling.verdict == governance::Verdict::needs_discretion) {
        const auto& reasons = placed.ruling.reasons;
        const auto asked = std::find_if(reasons.begin(), reasons.end(), [](const Reason& reason) {
            return reason.says == Says::discretion;
        });
        governance::AwaitedDiscretion awaited;
        awaited.entry = submission.id;
        awaited.submission = submission;
        if (asked != reasons.end()) {
            awaited.holder = asked->holder;
            awaited.rule = asked->rule;
        }
        note_awaited(state, std::move(awaited));
    }
    for (const auto& event : placed.ruling.events) {
        apply(state, event, stamp);
    }
    settle_name(state);
}

} // namespace quorate::partnership
