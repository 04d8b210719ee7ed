#include "views/desk/chair.hpp"

#include "governance/codec.hpp"
#include "governance/codec_names.hpp"
#include "governance/rule.hpp"
#include "governance/words.hpp"
#include "views/desk/own_make.hpp"
#include "views/reader.hpp"
#include "views/ruling_make.hpp"

#include <algorithm>

namespace quorate::views {

using namespace governance;

namespace {

/// Who answers: a seat of the viewer, or the office itself where the secretariat records it.
struct Answerer {
    Actor actor;
    std::string as;
};

const Meeting* meeting_of(const Ground& ground, const AwaitedDiscretion& awaited) {
    const auto subject = subject_of(awaited.submission.act);
    return subject.meeting ? ground.state().meetings.find(*subject.meeting) : nullptr;
}

/// The act by which a matter is answered.
Submission answering(const Ground& ground, const AwaitedDiscretion& awaited, const Actor& actor,
                     bool allow) {
    Submission out;
    out.made_by = actor;
    out.recorded_by = actor;
    out.effective = ground.now;
    if (const auto* item = std::get_if<acts::NotifyItem>(&awaited.submission.act)) {
        acts::AllowLateItem answer;
        answer.meeting = item->meeting;
        answer.item = item->item;
        answer.allowed = allow;
        Text reason;
        reason.words = "A reason";
        answer.reason = std::move(reason);
        out.act = std::move(answer);
        return out;
    }
    // Any other act is allowed by the holder making it.
    out.act = awaited.submission.act;
    if (auto* convene = std::get_if<acts::ConveneMeeting>(&out.act);
        convene != nullptr && !convene->reason) {
        Text reason;
        reason.words = "A reason";
        convene->reason = std::move(reason);
    }
    return out;
}

bool has_role(const Ground& ground, const Actor& actor, std::string_view holder, const BodyId& body,
              const Meeting* meeting) {
    const auto role = parse_role(holder);
    return role && roles_of(ground.state(), actor, body, meeting, {}, ground.now, ground.context())
                       .has(*role);
}

/// The terms in force let this actor give the answer.
bool terms_permit(const Ground& ground, const AwaitedDiscretion& awaited, const Actor& actor) {
    const auto ruling =
        rule(ground.state(), answering(ground, awaited, actor, true), ground.context(), ground.now);
    return ruling.reason(Code::not_permitted) == nullptr &&
           ruling.verdict != Verdict::needs_discretion;
}

/// The viewer's seat that holds the discretion; a vice chair's only when the Chair's seat is
/// vacant or the terms say so.
std::optional<Answerer> answerer(const Ground& ground, const AwaitedDiscretion& awaited,
                                 const BodyId& body) {
    const auto* meeting = meeting_of(ground, awaited);
    for (const auto& own : seats_of_viewer(ground)) {
        if (has_role(ground, own.actor, awaited.holder, body, meeting)) {
            return Answerer{own.actor, capitalised(who_words(awaited.holder))};
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
            return Answerer{own.actor, "Vice Chair"};
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
        return "A late item: " + ground.words(item->title).value_or("(title no longer held)");
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

std::string does_words(const AwaitedDiscretion& awaited, bool allow) {
    const auto& act = awaited.submission.act;
    if (const auto* item = std::get_if<acts::NotifyItem>(&act)) {
        const auto number = std::to_string(item->item);
        return allow ? "It goes on the agenda as item " + number +
                           ", marked as late and allowed as exceptional. Your reason is kept with "
                           "it."
                     : "It stays off the agenda of this meeting. Whoever asked can put it forward "
                       "for a later one.";
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
        return "Call the meeting";
    }
    return "Agree";
}

DiscretionAnswer answer_shown(const Ground& ground, const AwaitedDiscretion& awaited,
                              const Answerer& by, const BodyId& body, bool allow) {
    const auto submission = answering(ground, awaited, by.actor, allow);
    const auto ruling = explain(ground.state(), submission, ground.context(), ground.now);
    DiscretionAnswer out;
    out.id = allow ? "allow" : "not-allow";
    out.verb = verb_of(awaited, allow);
    out.does = does_words(awaited, allow);
    out.asks_reason = ruling.reason(Code::reason_given) != nullptr;
    out.ruling = ruling_shown(ground, ruling, body, ground.now);
    return out;
}

/// The act that answers a matter, with the words it was asked in, as JSON.
std::string answer_fields(const Ground& ground, const AwaitedDiscretion& awaited) {
    if (const auto* item = std::get_if<acts::NotifyItem>(&awaited.submission.act)) {
        base::JsonObject out;
        out["meeting"] = item->meeting.value;
        out["item"] = item->item;
        return base::canonical(out);
    }
    Act act = awaited.submission.act;
    each_text(act, [&](const FieldRow&, Text& text) {
        if (text.given()) {
            text = Text{ground.words(text).value_or(""), {}};
        }
    });
    return base::canonical(encode_fields(act));
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
        for (const auto& fact : reason.facts) {
            out.facts.push_back(fact_words(fact));
        }
        break;
    }
}

std::optional<Discretion> discretion_shown(const Ground& ground, const AwaitedDiscretion& awaited) {
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
    out.position = line->position;
    out.entry = awaited.entry.value;
    out.act = row_of(awaited.submission.act).name;
    out.title = title_of(ground, awaited);
    out.asked_by = ground.see.requester() ? ground.actor(awaited.submission.made_by) : "";
    out.body = ground.body(*subject.body);
    out.asked = ground.moment(*subject.body, awaited.submission.effective);
    if (meeting_of(ground, awaited) != nullptr) {
        out.meeting = subject.meeting->value;
        out.meeting_named = ground.meeting(*subject.meeting);
    }
    out.item = subject.item;
    out.as = by->as;
    out.actor = text(by->actor);
    out.lapsed = is_over(ground, awaited);
    out.answer_act = out.act == "notify-item" ? "allow-late-item" : out.act;
    out.answer_fields = answer_fields(ground, awaited);
    add_what_is_asked(ground, *subject.body, entry->ruling, line->effective, out);
    out.answers.push_back(answer_shown(ground, awaited, *by, *subject.body, true));
    if (std::holds_alternative<acts::NotifyItem>(awaited.submission.act)) {
        out.answers.push_back(answer_shown(ground, awaited, *by, *subject.body, false));
    }
    return out;
}

} // namespace

ChairDesk chair_desk(const Reader& reader) {
    const auto& ground = reader.ground();
    ChairDesk out;
    ground.state().awaited.each([&](const AwaitedDiscretion& awaited) {
        auto shown = discretion_shown(ground, awaited);
        if (shown && !shown->lapsed) {
            out.matters.push_back(std::move(*shown));
        }
    });
    std::stable_sort(
        out.matters.begin(), out.matters.end(),
        [](const Discretion& a, const Discretion& b) { return a.position < b.position; });
    for (const auto& own : seats_of_viewer(ground)) {
        auto seat = own_seat(ground, own);
        if (std::any_of(seat.offices.begin(), seat.offices.end(), [](const std::string& office) {
                return office == "Chair" || office == "Vice Chair";
            })) {
            out.seats.push_back(std::move(seat));
        }
    }
    return out;
}

std::optional<Discretion> discretion(const Reader& reader, std::int64_t position) {
    const auto& ground = reader.ground();
    std::optional<Discretion> out;
    ground.state().awaited.each([&](const AwaitedDiscretion& awaited) {
        const auto* line = ground.state().entries.find(awaited.entry);
        if (line != nullptr && line->position == position) {
            out = discretion_shown(ground, awaited);
        }
    });
    return out;
}

} // namespace quorate::views
