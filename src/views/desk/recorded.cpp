#include "views/desk/recorded.hpp"

#include "base/text.hpp"
#include "governance/codec.hpp"
#include "governance/words.hpp"
#include "views/desk/own_make.hpp"
#include "views/desk/recorded_make.hpp"
#include "views/reader.hpp"
#include "views/record_make.hpp"
#include "views/ruling_names.hpp"

#include <algorithm>

namespace quorate::views {

using namespace governance;

namespace {

constexpr std::size_t open_max = 50;
constexpr std::size_t answered_max = 10;

/// "kp/2, kp/10" as "Seats 2, 10".
void say_seats(const Ground& ground, const Act& act, std::vector<FieldShown>& fields) {
    const auto body = subject_of(act).body;
    for (auto& field : fields) {
        if (!body || (field.name != "seat" && field.name != "seats")) {
            continue;
        }
        std::vector<std::string> numbers;
        for (const auto each : base::split(field.value, ',')) {
            const auto named = std::string(base::trim(each));
            const auto* seat = named.find('/') == std::string::npos
                                   ? nullptr
                                   : find_seat(ground.state(), *body, SeatRef(named));
            numbers.push_back(seat == nullptr ? named : std::to_string(seat->number));
        }
        field.value = (numbers.size() == 1 ? "Seat " : "Seats ") + base::join(numbers, ", ");
    }
}

/// Each thing taken into account, with the words about it.
void say_considered(const Ground& ground, const std::vector<Considered>& considered,
                    std::vector<FieldShown>& fields) {
    std::erase_if(fields, [](const FieldShown& field) { return field.name == "considered"; });
    for (const auto& each : considered) {
        const auto words = ground.words_or(each.words, "");
        fields.push_back({"considered", "Taken into account: " + matter_words(ground, each.what),
                          each.applies.value_or(true) ? words : "Does not apply. " + words, false});
    }
}

/// The fields of an act with their words: it is theirs, so nothing of it is withheld from them.
std::vector<FieldShown> fields_of(const Ground& ground, const partnership::RecordedEntry& entry,
                                  std::int64_t position) {
    const auto page = entry_page(ground, position);
    auto fields = page ? page->fields : std::vector<FieldShown>{};
    each_text(entry.submission.act, [&](const FieldRow& row, const Text& text) {
        for (auto& field : fields) {
            if (field.withheld && field.name == row.name) {
                if (auto words = ground.words(text)) {
                    field.value = std::move(*words);
                    field.withheld = false;
                }
            }
        }
    });
    // Where it was stands above; ids of seats are said in words.
    std::erase_if(fields, [](const FieldShown& field) {
        return field.name == "meeting" || field.name == "body" || field.name == "consultation";
    });
    say_seats(ground, entry.submission.act, fields);
    if (const auto* declared = std::get_if<acts::DeclareOutcome>(&entry.submission.act)) {
        say_considered(ground, declared->considered, fields);
    }
    if (const auto* urgent = std::get_if<acts::TakeUrgentDecision>(&entry.submission.act)) {
        say_considered(ground, urgent->considered, fields);
        for (auto& field : fields) {
            if (field.name == "consulted") {
                std::vector<std::string> names;
                for (const auto& each : urgent->consulted) {
                    names.push_back(
                        consulted_words(ground, urgent->body, each, entry.submission.effective));
                }
                field.value = base::join(names, "; ");
            }
        }
    }
    return fields;
}

std::string reason_of(const Ground& ground, std::int64_t position) {
    const auto entry = ground.partnership.entry(position);
    if (!entry) {
        return {};
    }
    const auto* disputed = std::get_if<acts::DisputeAct>(&entry->submission.act);
    return disputed == nullptr ? std::string() : ground.words_or(disputed->reason, "");
}

void add_answered(const Ground& ground, const std::vector<SeatOfViewer>& seats, RecordedActs& out) {
    ground.state().entries.each([&](const EntryLine& line) {
        const auto own = line.confirmed ? recorded_for_one_of(ground, seats, line) : std::nullopt;
        const auto answer =
            own ? ground.partnership.entry(line.answered_by) : base::fail("", "none");
        if (!answer) {
            return;
        }
        out.answered.push_back(
            {line.position, own->what, own->about, !*line.confirmed,
             *line.confirmed ? std::string() : reason_of(ground, line.answered_by),
             ground.moment(*line.body, answer->submission.effective)});
    });
    std::reverse(out.answered.begin(), out.answered.end());
    if (out.answered.size() > answered_max) {
        out.answered.resize(answered_max);
    }
}

RecordedAct act_shown(const Ground& ground, const RecordedForYou& each) {
    RecordedAct act;
    act.position = each.position;
    act.entry = each.entry;
    act.when = each.when;
    act.what = each.what;
    act.about = each.about;
    act.evidence = each.evidence;
    act.as = each.as;
    act.actor = each.actor;
    act.standing = each.standing;
    if (const auto entry = ground.partnership.entry(each.position)) {
        act.fields = fields_of(ground, *entry, each.position);
        act.ruling =
            headline(with_names(ground, entry->ruling, subject_of(entry->submission.act).body));
    }
    return act;
}

} // namespace

RecordedActs recorded_acts(const Reader& reader) {
    const auto& ground = reader.ground();
    const auto seats = seats_of_viewer(ground);
    RecordedActs out;
    for (const auto& each : recorded_for(ground, seats)) {
        if (out.open.size() == open_max) {
            ++out.more;
            continue;
        }
        out.open.push_back(act_shown(ground, each));
    }
    add_answered(ground, seats, out);
    return out;
}

std::optional<RecordedAct> recorded_act(const Reader& reader, std::int64_t position) {
    const auto& ground = reader.ground();
    const auto seats = seats_of_viewer(ground);
    std::optional<RecordedAct> out;
    ground.state().entries.each([&](const EntryLine& line) {
        const auto own =
            line.position == position ? recorded_for_one_of(ground, seats, line) : std::nullopt;
        if (!own) {
            return;
        }
        out = act_shown(ground, *own);
        if (const auto answer = line.confirmed ? ground.partnership.entry(line.answered_by)
                                               : base::fail("", "none")) {
            out->answered = ground.moment(*line.body, answer->submission.effective);
        }
    });
    return out;
}

std::string acting_words(const Ground& ground, const Actor& actor, const BodyId& body,
                         base::Instant at) {
    const auto* seat = actor.kind == ActorKind::person
                           ? seat_of(ground.state(), actor, body, nullptr, at, ground.context())
                           : nullptr;
    if (seat == nullptr) {
        return ground.actor(actor);
    }
    for (const auto* office : {"chair", "vice-chair"}) {
        if (office_at(ground.state(), body, office, at, ground.context()).seat == seat) {
            return who_words(office);
        }
    }
    return seat_words(ground.seat(*seat, at));
}

std::string consulted_words(const Ground& ground, const BodyId& body, const std::string& named,
                            base::Instant at) {
    const auto* seat = named.find('/') == std::string::npos
                           ? nullptr
                           : find_seat(ground.state(), body, SeatRef(named));
    return seat == nullptr ? plain_name(named) : seat_words(ground.seat(*seat, at));
}

std::string answered_words(const Ground& ground, const EntryLine& line) {
    if (!line.confirmed) {
        return {};
    }
    const auto answer = ground.partnership.entry(line.answered_by);
    const auto who =
        line.made_by.kind == ActorKind::seat ? "the member" : who_words(text(line.made_by));
    auto out = std::string(*line.confirmed ? "Confirmed" : "Disputed");
    if (answer && line.body) {
        out +=
            " on " + short_date(ground.moment(*line.body, answer->submission.effective).local.date);
    }
    out += " by " + who + ", for whom it was recorded.";
    if (!*line.confirmed && ground.see.own(line.made_by)) {
        const auto reason = reason_of(ground, line.answered_by);
        out += reason.empty() ? "" : " " + as_sentence(reason);
    }
    return out;
}

std::string answered_words(const Reader& reader, std::int64_t position) {
    const auto& ground = reader.ground();
    std::string out;
    ground.state().entries.each([&](const EntryLine& line) {
        if (line.position == position) {
            out = answered_words(ground, line);
        }
    });
    return out;
}

} // namespace quorate::views
