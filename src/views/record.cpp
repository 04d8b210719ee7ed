#include "base/text.hpp"
#include "governance/codec.hpp"
#include "governance/codec_names.hpp"
#include "governance/words.hpp"
#include "ledger/entry.hpp"
#include "views/desk/recorded_make.hpp"
#include "views/meetings_make.hpp"
#include "views/private_session.hpp"
#include "views/record_make.hpp"
#include "views/ruling_make.hpp"

#include <algorithm>

namespace quorate::views {

using namespace governance;

namespace {

const BodyId no_body{};

EntryShown genesis_shown(const Ground& ground, const partnership::RecordedEntry& entry) {
    EntryShown out;
    out.id = entry.submission.id.value;
    out.act = "genesis";
    out.help = "Begin the record";
    out.verdict = "permitted";
    out.made_by = out.recorded_by = "the program";
    out.effective = out.recorded = ground.moment(no_body, entry.recorded);
    return out;
}

/// Who it was at the time: a member by their seat on the body, whoever stood in as that.
std::string acted(const Ground& ground, const Actor& actor, const EntryLine& line) {
    const bool may_sit = actor.kind == ActorKind::seat || actor.kind == ActorKind::person;
    if (!may_sit || !line.body) {
        return ground.actor(actor);
    }
    const auto seat_for = [&](const Meeting* meeting) {
        return seat_of(ground.state(), actor, *line.body, meeting, line.effective,
                       ground.context());
    };
    if (const auto* seat = seat_for(nullptr)) {
        return "a member (" + seat_words(ground.seat(*seat, line.effective)) + ")";
    }
    const auto* meeting = line.meeting ? ground.state().meetings.find(*line.meeting) : nullptr;
    const auto* seat = meeting == nullptr ? nullptr : seat_for(meeting);
    return seat == nullptr ? ground.actor(actor)
                           : "the substitute for " + seat_words(ground.seat(*seat, line.effective));
}

/// Whose act it is. Who asked for an item or a replacement is not said by name.
std::string made_by(const Ground& ground, const EntryLine& line) {
    const bool withheld = ground.see.asker_withheld(act_table()[line.act].name, line.made_by,
                                                    line.body.value_or(BodyId{}));
    return withheld ? "a member" : acted(ground, line.made_by, line);
}

EntryShown entry_shown(const Ground& ground, const EntryLine& line) {
    const auto& row = act_table()[line.act];
    EntryShown out;
    out.position = line.position;
    out.id = line.id.value;
    out.act = row.name;
    out.help = row.help;
    out.verdict = written(line.verdict);
    out.breach = line.verdict == Verdict::permitted && !line.codes.empty();
    out.made_by = made_by(ground, line);
    const bool own = line.recorded_by == line.made_by;
    out.recorded_by = own ? out.made_by : acted(ground, line.recorded_by, line);
    out.evidence = evidence_words(line.evidence);
    const auto& body = line.body ? *line.body : no_body;
    out.effective = ground.moment(body, line.effective);
    out.recorded = ground.moment(body, line.recorded);
    out.body = line.body ? line.body->value : "";
    out.meeting = line.meeting ? line.meeting->value : "";
    out.item = line.item;
    return out;
}

/// The line of a position: entries are kept in order, and the genesis has none.
const EntryLine* line_at(const Ground& ground, std::int64_t position) {
    const auto index = position - 1;
    if (index < 0 || index >= static_cast<std::int64_t>(ground.state().entries.size())) {
        return nullptr;
    }
    return &ground.state().entries.at(static_cast<std::size_t>(index));
}

std::optional<EntryShown> shown_at(const Ground& ground, std::int64_t position) {
    if (const auto* line = line_at(ground, position)) {
        return entry_shown(ground, *line);
    }
    const auto entry = position == 0 ? ground.partnership.entry(0) : base::fail("", "none");
    return entry ? std::optional(genesis_shown(ground, *entry)) : std::nullopt;
}

/// A value as people read it; an instant by the clock of the body's zone.
std::string json_words(const Ground& ground, const BodyId& body, const base::Json& value) {
    if (const auto* text = value.if_string()) {
        const std::string written(text->data(), text->size());
        if (const auto instant = base::parse_instant(written)) {
            const auto local = ground.moment(body, *instant).local;
            return base::clock_words(local.minute) + " on " + base::words(local.date);
        }
        return value_words({"", written});
    }
    if (const auto* yes = value.if_bool()) {
        return *yes ? "Yes" : "No";
    }
    if (const auto* list = value.if_array()) {
        std::vector<std::string> parts;
        for (const auto& each : *list) {
            parts.push_back(json_words(ground, body, each));
        }
        return base::join(parts, ", ");
    }
    if (const auto* object = value.if_object()) {
        const auto* what = object->if_contains("what");
        return what == nullptr ? base::canonical(value)
                               : plain_name(json_words(ground, body, *what));
    }
    return base::canonical(value);
}

bool published_minutes_of(const Ground& ground, const Submission& submission) {
    const auto meeting = subject_of(submission.act).meeting;
    const auto* found = meeting ? ground.state().meetings.find(*meeting) : nullptr;
    return found != nullptr && minutes_published(*found);
}

std::vector<FieldShown> fields_shown(const Ground& ground, const Submission& submission) {
    const auto encoded = encode_fields(submission.act);
    const bool published = published_minutes_of(ground, submission);
    const auto body = subject_of(submission.act).body.value_or(BodyId{});
    std::vector<FieldShown> out;
    for (const auto& row : row_of(submission.act).fields) {
        const auto* value = encoded.if_contains(row.name);
        if (value != nullptr && row.kind != FieldKind::text) {
            out.push_back({std::string(row.name), std::string(row.label),
                           json_words(ground, body, *value), false});
        }
    }
    each_text(submission.act, [&](const FieldRow& row, const Text& text) {
        if (!text.given()) {
            return;
        }
        FieldShown field{std::string(row.name), std::string(row.label), {}, true};
        const bool may = (ground.see.words(submission.act, row.name, published) ||
                          row.kind == FieldKind::object) &&
                         !said_in_private(ground, submission.act, row.name);
        if (const auto words = may ? ground.words(text) : std::nullopt) {
            field.value = *words;
            field.withheld = false;
        }
        out.push_back(std::move(field));
    });
    if (submission.late_reason.given()) {
        FieldShown field{"late_reason", "Why it was entered on a later day", {}, true};
        const bool may = ground.see.late_reason(submission.made_by);
        if (const auto words = may ? ground.words(submission.late_reason) : std::nullopt) {
            field.value = *words;
            field.withheld = false;
        }
        out.push_back(std::move(field));
    }
    return out;
}

std::string leaf_of(const Ground& ground, std::int64_t position) {
    const auto first = static_cast<std::uint64_t>(position);
    const auto leaves = ground.partnership.ledger().store().leaves({first, first + 1});
    return leaves && !leaves->empty() ? base::hex(leaves->front()) : std::string();
}

} // namespace

CheckpointShown checkpoint_shown(const Ground& ground) {
    const auto head = ground.partnership.ledger().head();
    const auto key = ground.partnership.ledger().verifier();
    const auto health = ground.partnership.health();
    return {static_cast<std::int64_t>(head.size),
            base::hex(head.root),
            ground.partnership.checkpoint(),
            key ? key->text() : std::string(),
            health.writing,
            health.stopped ? health.stopped->text() : std::string()};
}

std::optional<RecordPage> record_page(const Ground& ground, std::int64_t page) {
    RecordPage out;
    out.head = checkpoint_shown(ground);
    const auto size = ground.state().size;
    out.pages = std::max<std::int64_t>(1, (size + entries_on_a_page - 1) / entries_on_a_page);
    out.page = page;
    if (page < 1 || page > out.pages) {
        return std::nullopt;
    }
    const auto last = size - (page - 1) * entries_on_a_page - 1;
    for (auto position = last; position >= 0 && position > last - entries_on_a_page; --position) {
        if (auto line = shown_at(ground, position)) {
            out.entries.push_back(std::move(*line));
        }
    }
    return out;
}

EntriesPage entries_from(const Ground& ground, std::int64_t from, std::int64_t limit) {
    EntriesPage out;
    out.size = ground.state().size;
    const auto end = std::min(out.size, from + limit);
    for (auto position = from; position < end; ++position) {
        if (auto line = shown_at(ground, position)) {
            out.entries.push_back(std::move(*line));
        }
    }
    if (end < out.size && from < out.size) {
        out.next = end;
    }
    return out;
}

namespace {

/// Somebody who was excluded is back: who that was is not for everyone.
bool tells_of_exclusion(const Ruling& ruling) {
    return std::any_of(ruling.reasons.begin(), ruling.reasons.end(), [](const Reason& reason) {
        return reason.code == Code::back_though_excluded || reason.code == Code::allowed_back;
    });
}

} // namespace

bool bytes_shown(const Visibility& see, const partnership::RecordedEntry& entry) {
    if (entry.genesis) {
        return true;
    }
    const auto& all = entry.ruling.events;
    return see.particulars(entry.submission.act, entry.submission.made_by) &&
           (see.exclusion() || !tells_of_exclusion(entry.ruling)) &&
           std::none_of(all.begin(), all.end(), [&](const Event& event) {
               const auto* item = std::get_if<events::ItemNotified>(&event);
               const auto by = item == nullptr ? base::fail("", "none") : parse_actor(item->by);
               return by &&
                      see.asker_withheld("notify-item", *by,
                                         subject_of(entry.submission.act).body.value_or(no_body));
           });
}

bool entry_published(const Ground& ground, std::int64_t position) {
    const auto entry = ground.partnership.entry(position);
    return entry && bytes_shown(ground.see, *entry);
}

std::optional<EntryPage> entry_page(const Ground& ground, std::int64_t position) {
    auto shown = position < ground.state().size ? shown_at(ground, position) : std::nullopt;
    const auto entry = shown ? ground.partnership.entry(position) : base::fail("", "none");
    if (!entry) {
        return std::nullopt;
    }
    EntryPage out;
    out.line = std::move(*shown);
    out.leaf = leaf_of(ground, position);
    out.size = ground.state().size;
    if (entry->genesis) {
        return out;
    }
    const auto* line = line_at(ground, position);
    if (line != nullptr && (line->meeting || line->body)) {
        out.about =
            line->meeting ? ground.meeting(*line->meeting).name : ground.body(*line->body).name;
    }
    out.confirmed = line == nullptr ? "" : answered_words(ground, *line);
    out.charters = entry->charters;
    out.calendar = entry->calendar;
    out.readings = entry->readings;
    out.engine = entry->engine;
    if (!ground.see.particulars(entry->submission.act, entry->submission.made_by) ||
        (!ground.see.exclusion() && tells_of_exclusion(entry->ruling))) {
        out.withheld = true;
        return out;
    }
    const auto& submission = entry->submission;
    if (submission.capacity) {
        out.capacity = ground.actor(*submission.capacity);
    }
    out.fields = fields_shown(ground, submission);
    out.ruling =
        ruling_shown(ground, entry->ruling, subject_of(submission.act).body, submission.effective);
    return out;
}

} // namespace quorate::views
