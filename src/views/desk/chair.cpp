#include "views/desk/chair.hpp"

#include "governance/codec.hpp"
#include "governance/codec_names.hpp"
#include "governance/meetings/sittings.hpp"
#include "governance/words.hpp"
#include "partnership/workspace/sheet.hpp"
#include "partnership/workspace/workspace.hpp"
#include "views/desk/chair_absences.hpp"
#include "views/desk/chair_make.hpp"
#include "views/desk/disputed.hpp"
#include "views/desk/recorded_make.hpp"
#include "views/reader.hpp"
#include "views/ruling_make.hpp"
#include "views/ruling_names.hpp"

#include <algorithm>

namespace quorate::views {

using namespace governance;

namespace {

const Meeting* meeting_of(const Ground& ground, const AwaitedDiscretion& awaited) {
    const auto subject = subject_of(awaited.submission.act);
    return subject.meeting ? ground.state().meetings.find(*subject.meeting) : nullptr;
}

bool has_role(const Ground& ground, const Actor& actor, std::string_view holder, const BodyId& body,
              const Meeting* meeting) {
    const auto role = parse_role(holder);
    return role && roles_of(ground.state(), actor, body, meeting, {}, ground.now, ground.context())
                       .has(*role);
}

const EntryLine* entry_at(const State& state, std::int64_t position) {
    const EntryLine* found = nullptr;
    state.entries.each(
        [&](const EntryLine& line) { found = line.position == position ? &line : found; });
    return found;
}

/// An answer that is disputed had the meeting convened, which cannot be done twice.
bool done_already(const State& state, const AwaitedDiscretion& awaited) {
    const auto* convene = std::get_if<acts::ConveneMeeting>(&awaited.submission.act);
    return convene != nullptr && awaited.disputed &&
           state.meetings.find(convene->meeting) != nullptr;
}

/// The act by which a matter is allowed: an answer of its own for a late item, a confirmation where
/// the disputed answer has done it, else the holder makes the act that waits.
Act allowing(const State& state, const AwaitedDiscretion& awaited, bool allow) {
    if (const auto* item = std::get_if<acts::NotifyItem>(&awaited.submission.act)) {
        acts::AllowLateItem answer;
        answer.meeting = item->meeting;
        answer.item = item->item;
        answer.allowed = allow;
        answer.reason = some_reason();
        return answer;
    }
    if (!allow) {
        return acts::DeclineDiscretion{awaited.entry, some_reason()};
    }
    if (done_already(state, awaited)) {
        const auto* answer = entry_at(state, awaited.answered_by);
        return acts::ConfirmAct{answer == nullptr ? awaited.entry : answer->id};
    }
    Act out = awaited.submission.act;
    if (auto* convene = std::get_if<acts::ConveneMeeting>(&out);
        convene != nullptr && !convene->reason) {
        convene->reason = some_reason();
    }
    return out;
}

Submission answering(const Ground& ground, const AwaitedDiscretion& awaited, const Actor& actor,
                     bool allow) {
    Submission out;
    out.act = allowing(ground.state(), awaited, allow);
    out.made_by = actor;
    out.recorded_by = actor;
    out.effective = ground.now;
    return out;
}

/// The terms in force let this actor give the answer.
bool terms_permit(const Ground& ground, const AwaitedDiscretion& awaited, const Actor& actor) {
    const auto ruling =
        rule(ground.state(), answering(ground, awaited, actor, true), ground.context(), ground.now);
    return ruling.reason(Code::not_permitted) == nullptr &&
           ruling.verdict != Verdict::needs_discretion;
}

/// The viewer's seat that holds the discretion; a vice chair's only when the Chair's seat is
/// vacant, the vice chair presides, or the terms say so.
std::optional<Answerer> answerer(const Ground& ground, const AwaitedDiscretion& awaited,
                                 const BodyId& body) {
    const auto* meeting = meeting_of(ground, awaited);
    const bool going_on = meeting != nullptr && meeting->status == MeetingStatus::open;
    for (const auto& own : seats_of_viewer(ground)) {
        const bool presides =
            going_on && presiding_at(ground.state(), *meeting, ground.now) == own.seat;
        if (presides || has_role(ground, own.actor, awaited.holder, body, meeting)) {
            return Answerer{own.actor, chairing_words(ground, *own.seat, body, meeting)};
        }
    }
    for (const auto& own : seats_of_viewer(ground)) {
        if (!has_role(ground, own.actor, "vice-chair", body, meeting)) {
            continue;
        }
        const auto chair = office_at(ground.state(), body, "chair", ground.now, ground.context());
        const bool vacant = chair.seat == nullptr ||
                            occupant_at(ground.state(), *chair.seat, ground.now) == nullptr;
        if (vacant || terms_permit(ground, awaited, own.actor)) {
            return Answerer{own.actor, "Vice Chair", true};
        }
    }
    if (ground.see.register_kept()) {
        return Answerer{{ActorKind::office, awaited.holder}, who_words(awaited.holder)};
    }
    return std::nullopt;
}

std::string title_of(const Ground& ground, const AwaitedDiscretion& awaited) {
    const auto& act = awaited.submission.act;
    if (const auto* item = std::get_if<acts::NotifyItem>(&act)) {
        return (item->tabled.value_or(false) ? "An item put forward at the meeting: "
                                             : "A late item: ") +
               ground.words(item->title).value_or("(title no longer held)");
    }
    if (const auto* convene = std::get_if<acts::ConveneMeeting>(&act)) {
        const auto subject = subject_of(act);
        return "A meeting outside the programme, on " +
               base::words(ground.moment(*subject.body, convene->at).local.date);
    }
    if (std::holds_alternative<acts::PublishMinutes>(act)) {
        return "Publishing minutes";
    }
    return std::string(row_of(act).help);
}

/// What an answer does of an item that a disputed answer let onto the agenda.
std::string does_to_item(const Item& item, bool allow) {
    if (allow) {
        return "It stays on the agenda as item " + std::to_string(item.number) +
               ", marked as late and allowed as exceptional. Your reason is kept with it.";
    }
    return governance::is_over(item)
               ? "It was dealt with meanwhile: what was done stays on record, with your "
                 "answer beside it."
               : "It comes off the agenda of this meeting. Whoever asked can put it "
                 "forward for a later one.";
}

std::string does_words(const State& state, const AwaitedDiscretion& awaited, bool allow) {
    const auto& act = awaited.submission.act;
    if (done_already(state, awaited)) {
        return allow ? "The meeting stands, as called by you."
                     : "It is put on record that you did not call the meeting. It stays convened "
                       "until it is called off.";
    }
    const auto* asked = std::get_if<acts::NotifyItem>(&act);
    const auto* meeting = asked == nullptr ? nullptr : state.meetings.find(asked->meeting);
    const auto* known = meeting == nullptr ? nullptr : meeting->item(asked->item);
    if (known != nullptr && known->late && awaited.disputed) {
        return does_to_item(*known, allow);
    }
    if (const auto* item = std::get_if<acts::NotifyItem>(&act)) {
        const auto number = std::to_string(item->item);
        return allow ? "It goes on the agenda as item " + number +
                           ", marked as late and allowed as exceptional. Your reason is kept with "
                           "it."
                     : "It stays off the agenda of this meeting. Whoever asked can put it forward "
                       "for a later one.";
    }
    if (!allow) {
        return "Nothing is done. Whoever asked is told that you declined.";
    }
    if (std::holds_alternative<acts::ConveneMeeting>(act)) {
        return "The meeting is convened, as called by you. Your reason is kept with it.";
    }
    return "It is done, as agreed by you.";
}

std::string verb_of(const AwaitedDiscretion& awaited, bool allow) {
    const auto& act = awaited.submission.act;
    if (std::holds_alternative<acts::NotifyItem>(act)) {
        return allow ? "Allow the item" : "Do not allow it";
    }
    if (std::holds_alternative<acts::ConveneMeeting>(act)) {
        return allow ? "Call the meeting" : "Do not call it";
    }
    return allow ? "Agree" : "Do not agree";
}

/// The fields of an answering act as JSON, with the words it was asked in and without the reason.
std::string fields_of(const Ground& ground, Act act) {
    each_text(act, [&](const FieldRow& row, Text& text) {
        if (row.name != "reason" && text.given()) {
            text = Text{ground.words(text).value_or(""), {}};
        }
    });
    auto fields = encode_fields(act);
    fields.erase("reason");
    return base::canonical(fields);
}

DiscretionAnswer answer_to(const Ground& ground, const AwaitedDiscretion& awaited,
                           const Answerer& by, const BodyId& body, bool allow) {
    const auto submission = answering(ground, awaited, by.actor, allow);
    DiscretionAnswer out;
    out.id = allow ? "allow" : "not-allow";
    out.verb = verb_of(awaited, allow);
    out.does = does_words(ground.state(), awaited, allow);
    out.fields = fields_of(ground, submission.act);
    return answer_made(ground, submission, body, std::move(out));
}

bool is_over(const Ground& ground, const AwaitedDiscretion& awaited) {
    const auto* meeting = meeting_of(ground, awaited);
    if (const auto* convene = std::get_if<acts::ConveneMeeting>(&awaited.submission.act)) {
        return convene->at <= ground.now;
    }
    const bool about_item = std::holds_alternative<acts::NotifyItem>(awaited.submission.act);
    return about_item && meeting != nullptr &&
           (meeting->status == MeetingStatus::closed ||
            meeting->status == MeetingStatus::cancelled);
}

/// A fact of a request as people read it.
std::string fact_words(const FactShown& fact) {
    const auto name = fact.name == "latest"     ? std::string("Last day for it")
                      : fact.name == "safe"     ? std::string("Safe on any count")
                      : fact.name == "notified" ? std::string("Asked for")
                                                : plain_name(fact.name);
    return name + ": " + fact.words;
}

/// What was asked, under which clause and with which numbers, from the ruling it got.
void add_what_is_asked(const Ground& ground, const BodyId& body, const Ruling& ruling,
                       base::Instant at, Discretion& out) {
    out.ruling = ruling_shown(ground, ruling, body, at);
    for (const auto& reason : out.ruling.reasons) {
        if (reason.says != "discretion") {
            continue;
        }
        out.asks = reason.words;
        out.clause = reason.own_clause.empty() ? reason.clause : reason.own_clause;
        out.quote = reason.clause_text.empty() ? reason.quote : reason.clause_text;
        for (const auto& fact : reason.facts) {
            out.facts.push_back(fact_words(fact));
        }
        break;
    }
}

void add_meeting(const Ground& ground, const AwaitedDiscretion& awaited, Discretion& out) {
    const auto* meeting = meeting_of(ground, awaited);
    if (meeting == nullptr) {
        return;
    }
    out.meeting = meeting->id.value;
    out.meeting_named = ground.meeting(meeting->id);
    out.on_sheet = meeting->status == MeetingStatus::open;
}

/// The Chair's seat is vacant, and the terms give what was asked to nobody in the Chair's place.
std::string vacant_words(bool outside_meetings) {
    const std::string out = "The office of Chair is vacant, and the terms give this to nobody else "
                            "meanwhile.";
    return outside_meetings ? out + " It waits for a new Chair."
                            : out + " Whoever presides at the meeting may answer it there.";
}

/// The matter as it stands for the viewer, read from this ground.
std::optional<Discretion> matter_on(const Ground& ground, const AwaitedDiscretion& awaited) {
    const auto* line = ground.state().entries.find(awaited.entry);
    const auto subject = subject_of(awaited.submission.act);
    if (line == nullptr || !subject.body || awaited.answered) {
        return std::nullopt;
    }
    const auto by = answerer(ground, awaited, *subject.body);
    const auto entry = ground.partnership.entry(line->position);
    if (!by || !entry) {
        return std::nullopt;
    }
    Discretion out;
    out.key = std::to_string(line->position);
    out.kind = "asked";
    out.position = line->position;
    out.entry = awaited.entry.value;
    out.act = row_of(awaited.submission.act).name;
    out.title = title_of(ground, awaited);
    out.asked_by = ground.see.requester(*subject.body)
                       ? acting_words(ground, awaited.submission.made_by, *subject.body,
                                      awaited.submission.effective)
                       : "";
    out.body = ground.body(*subject.body);
    out.asked = ground.moment(*subject.body, awaited.submission.effective);
    add_meeting(ground, awaited, out);
    out.item = subject.item;
    out.as = by->as;
    out.actor = text(by->actor);
    out.lapsed = is_over(ground, awaited);
    add_what_is_asked(ground, *subject.body, entry->ruling, line->effective, out);
    if (auto disputed = disputed_answer_words(ground, awaited); !disputed.empty()) {
        out.facts.push_back(std::move(disputed));
    }
    out.answers.push_back(answer_to(ground, awaited, *by, *subject.body, true));
    out.answers.push_back(answer_to(ground, awaited, *by, *subject.body, false));
    if (by->stands_in && !terms_permit(ground, awaited, by->actor)) {
        out.answers.clear();
        out.not_yet = vacant_words(out.meeting.empty());
    }
    return out;
}

/// An answer given on the day stands on the sheet of its meeting before it is in the record.
std::optional<Discretion> asked_matter(const Ground& ground, const AwaitedDiscretion& awaited) {
    const auto* meeting = meeting_of(ground, awaited);
    auto* workspace = ground.partnership.workspace();
    const bool may_have_sheet = !awaited.answered && ground.as_of_now && meeting != nullptr &&
                                !meeting->closed() && workspace != nullptr;
    const auto lines = may_have_sheet ? workspace->sheet(meeting->id.value)
                                      : partnership::Result<std::vector<partnership::SheetLine>>{};
    if (!lines || lines->empty()) {
        return matter_on(ground, awaited);
    }
    const auto foreseen = partnership::foresee_sheet(ground.partnership, meeting->id.value);
    if (!foreseen) {
        return matter_on(ground, awaited);
    }
    Ground day = ground;
    day.snapshot = foreseen->snapshot;
    const auto* then = day.state().awaited.find(awaited.entry);
    return then == nullptr ? std::nullopt : matter_on(day, *then);
}

/// Everything that waits for the viewer, answerable or not.
std::vector<Discretion> all_matters(const Ground& ground) {
    std::vector<Discretion> out;
    ground.state().awaited.each([&](const AwaitedDiscretion& awaited) {
        if (auto shown = asked_matter(ground, awaited)) {
            out.push_back(std::move(*shown));
        }
    });
    for (auto& each : interests_to_determine(ground)) {
        out.push_back(std::move(each));
    }
    for (auto& each : hearings_to_answer(ground, false)) {
        out.push_back(std::move(each));
    }
    std::stable_sort(out.begin(), out.end(), [](const Discretion& a, const Discretion& b) {
        return a.asked.instant < b.asked.instant;
    });
    return out;
}

} // namespace

bool may_chair(const Ground& ground, const BodyId& body, const Meeting* meeting) {
    for (const auto& own : seats_of_viewer(ground)) {
        if (!chairing_words(ground, *own.seat, body, meeting).empty()) {
            return true;
        }
    }
    return false;
}

std::string chairing_words(const Ground& ground, const Seat& seat, const BodyId& body,
                           const Meeting* meeting) {
    for (const auto& [office, words] :
         {std::pair{"chair", "Chair"}, std::pair{"vice-chair", "Vice Chair"}}) {
        if (office_at(ground.state(), body, office, ground.now, ground.context()).seat == &seat) {
            return words;
        }
    }
    const bool presides =
        meeting != nullptr && presiding_at(ground.state(), *meeting, ground.now) == &seat;
    return presides ? "Presiding" : "";
}

Text some_reason() {
    Text out;
    out.words = "A reason";
    return out;
}

std::vector<std::string> what_follows(const Ruling& ruling) {
    std::vector<std::string> out;
    for (const auto& reason : ruling.reasons) {
        const bool room = reason.code == Code::quorate || reason.code == Code::inquorate ||
                          reason.code == Code::barred_from_deciding;
        const bool breach = reason.says == Says::breach && ruling.verdict == Verdict::permitted;
        if (room || breach) {
            out.push_back(sentence(reason));
        }
    }
    return out;
}

DiscretionAnswer answer_made(const Ground& ground, const Submission& submission, const BodyId& body,
                             DiscretionAnswer out) {
    const auto ruling = explain(ground.state(), submission, ground.context(), ground.now);
    const auto& row = row_of(submission.act);
    out.act = row.name;
    out.takes_reason = std::any_of(row.fields.begin(), row.fields.end(),
                                   [](const FieldRow& field) { return field.name == "reason"; });
    out.asks_reason = ruling.reason(Code::reason_given) != nullptr &&
                      !std::holds_alternative<acts::DeclineDiscretion>(submission.act);
    out.follows = what_follows(with_names(ground, ruling, body));
    out.ruling = ruling_shown(ground, ruling, body, ground.now);
    return out;
}

ChairDesk chair_desk(const Reader& reader) {
    const auto& ground = reader.ground();
    ChairDesk out;
    for (auto& matter : all_matters(ground)) {
        if (matter.lapsed) {
            continue;
        }
        auto& list = !matter.whose.empty()     ? out.others
                     : !matter.not_yet.empty() ? out.later
                                               : out.matters;
        list.push_back(std::move(matter));
    }
    for (const auto& own : seats_of_viewer(ground)) {
        if (!chairing_words(ground, *own.seat, own.seat->body, nullptr).empty()) {
            out.seats.push_back(own_seat(ground, own));
        }
    }
    return out;
}

std::optional<Discretion> discretion(const Reader& reader, std::string_view key) {
    auto matters = all_matters(reader.ground());
    auto answered = hearings_to_answer(reader.ground(), true);
    auto absences = absences_to_act_on(reader);
    std::move(answered.begin(), answered.end(), std::back_inserter(matters));
    std::move(absences.begin(), absences.end(), std::back_inserter(matters));
    for (auto& matter : matters) {
        if (matter.key == key) {
            return std::move(matter);
        }
    }
    return std::nullopt;
}

} // namespace quorate::views
