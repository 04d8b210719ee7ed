// Previews of programme, convening and postponing. Rulings come from Partnership::preview, days
// from governance.

#include "views/meetings/planning.hpp"

#include "base/calendar_names.hpp"
#include "governance/codec_names.hpp"
#include "governance/meetings/length.hpp"
#include "governance/words.hpp"
#include "views/bodies_make.hpp"
#include "views/meetings/timeline_make.hpp"
#include "views/ruling_make.hpp"

#include <algorithm>
#include <set>

namespace quorate::views {

using namespace governance;

namespace {

Submission as_actor(const Ground& ground, Act act, Actor actor) {
    Submission out;
    out.act = std::move(act);
    out.made_by = std::move(actor);
    out.recorded_by = {ActorKind::servicing, {}};
    out.evidence = out.made_by == out.recorded_by ? Evidence::sign_in : Evidence::e_mail;
    out.effective = ground.now;
    return out;
}

Actor servicing() {
    return {ActorKind::servicing, {}};
}
Actor chair() {
    return {ActorKind::office, "chair"};
}

RulingShown shown(const Ground& ground, const Submission& submission, const Ruling& ruling,
                  const BodyId& body) {
    return ruling_shown(ground, ruling, body, submission.effective);
}

void say_working(const Ground& ground, const BodyId& body, DateCheck& out) {
    const auto day = out.at.local.date;
    const auto calendar = calendar_at(ground.state(), body, ground.now, ground.context(),
                                      charter::CalendarAsOf::dispatch);
    const auto works = calendar == nullptr ? base::Result<bool>(base::fail("", "none"))
                                           : calendar->is_working_day(day);
    if (!works) {
        out.words = "Whether it is a working day cannot be told: the calendar does not reach it.";
        out.mark = Mark::unknown;
        return;
    }
    out.working_day = *works;
    if (*works) {
        out.words = "A working day.";
        out.mark = Mark::met;
        return;
    }
    out.mark = Mark::breach;
    const auto* listed = calendar->listed(day);
    out.words = listed != nullptr
                    ? "Not a working day: " + listed->title +
                          (listed->note.empty() ? "." : " (" + listed->note + ").")
                    : "Not a working day: a " + std::string(base::weekday_names.at(day.weekday())) + ".";
}

DateCheck checked(const Ground& ground, const BodyId& body, base::Instant at) {
    DateCheck out;
    out.at = ground.moment(body, at);
    say_working(ground, body, out);
    for (const auto& day : notice_days(ground, body, at, ground.now)) {
        auto& words = day.papers ? out.papers_due : out.items_close;
        words = !day.deadline ? as_sentence(day.problem)
                : day.deadline->latest < ground.today
                    ? "Already past: " + base::words(day.deadline->latest)
                    : base::words(day.deadline->latest);
    }
    return out;
}

bool programmed_on(const Ground& ground, const Body& body, base::CivilDate day) {
    const auto year = body.programme.find(day.year());
    return year != body.programme.end() &&
           std::any_of(
               year->second.meetings.begin(), year->second.meetings.end(),
               [&](base::Instant at) { return ground.moment(body.id, at).local.date == day; });
}

/// The body's meeting on a day, unless it was called off; null for none.
const Meeting* meeting_on(const Ground& ground, const Body& body, base::CivilDate day) {
    for (const auto& id : body.meetings) {
        const auto* meeting = ground.state().meetings.find(id);
        if (meeting->status != MeetingStatus::cancelled &&
            ground.moment(body.id, meeting->scheduled).local.date == day) {
            return meeting;
        }
    }
    return nullptr;
}

/// What became of the meeting a date once had: called off, or moved away; null for none.
const Meeting* given_up_on(const Ground& ground, const Body& body, base::CivilDate day) {
    const auto that_day = [&](base::Instant at) {
        return ground.moment(body.id, at).local.date == day;
    };
    for (auto id = body.meetings.rbegin(); id != body.meetings.rend(); ++id) {
        const auto* meeting = ground.state().meetings.find(*id);
        const bool off =
            meeting->status == MeetingStatus::cancelled && that_day(meeting->scheduled);
        if (off ||
            std::any_of(meeting->postponed_from.begin(), meeting->postponed_from.end(), that_day)) {
            return meeting;
        }
    }
    return nullptr;
}

std::vector<std::string> next_ids(const Ground& ground, const BodyId& body, std::size_t count) {
    std::set<std::string> waiting;
    ground.state().awaited.each([&](const AwaitedDiscretion& awaited) {
        const auto* act = std::get_if<acts::ConveneMeeting>(&awaited.submission.act);
        if (act != nullptr && !awaited.answered) {
            waiting.insert(act->meeting.value);
        }
    });
    std::vector<std::string> out;
    for (int number = 1; out.size() < count; ++number) {
        auto id = body.value + "/m" + std::to_string(number);
        if (ground.state().meetings.find(MeetingId(id)) == nullptr && waiting.count(id) == 0) {
            out.push_back(std::move(id));
        }
    }
    return out;
}

/// The id under which a meeting at that time was asked for and waits for leave.
std::optional<std::string> asked_id(const Ground& ground, const BodyId& body, base::Instant at) {
    std::optional<std::string> out;
    ground.state().awaited.each([&](const AwaitedDiscretion& awaited) {
        const auto* act = std::get_if<acts::ConveneMeeting>(&awaited.submission.act);
        if (act != nullptr && !awaited.answered && act->at == at &&
            act->meeting.value.starts_with(body.value + "/")) {
            out = act->meeting.value;
        }
    });
    return out;
}

ProgrammeDate programme_date(const Ground& ground, const Body& body, base::Instant at,
                             const Meeting* meeting, bool programmed) {
    ProgrammeDate out;
    out.at = ground.moment(body.id, at);
    out.programmed = programmed;
    out.past = at <= ground.now;
    if (meeting == nullptr) {
        const auto* once = given_up_on(ground, body, out.at.local.date);
        out.given_up = once != nullptr;
        out.words = once == nullptr ? out.past ? "No meeting was convened" : "Not convened"
                    : once->status == MeetingStatus::cancelled
                        ? "Its meeting was called off"
                        : "Its meeting was moved to " +
                              base::words(ground.moment(body.id, once->scheduled).local.date);
        out.may_convene = !out.past;
        return out;
    }
    out.meeting = meeting->id.value;
    out.words = meeting->status == MeetingStatus::cancelled ? "Called off"
                : meeting->held()                           ? "Held"
                                                            : "Convened";
    if (!programmed && meeting->status != MeetingStatus::cancelled) {
        out.words += meeting->postponed_from.empty() ? ", outside the programme" : ", moved here";
    }
    return out;
}

void add_dates(const Ground& ground, const Body& body, std::int64_t year, ProgrammeYearPage& page) {
    const auto programme = body.programme.find(year);
    if (programme != body.programme.end()) {
        page.set = ground.moment(body.id, programme->second.set_at);
        page.length_set = programme->second.length.has_value();
        for (const auto at : programme->second.meetings) {
            const auto day = ground.moment(body.id, at).local.date;
            page.dates.push_back(
                programme_date(ground, body, at, meeting_on(ground, body, day), true));
        }
    }
    for (const auto& id : body.meetings) {
        const auto* meeting = ground.state().meetings.find(id);
        const auto day = ground.moment(body.id, meeting->scheduled).local.date;
        if (day.year() == year && !programmed_on(ground, body, day)) {
            page.dates.push_back(programme_date(ground, body, meeting->scheduled, meeting, false));
        }
    }
    std::sort(
        page.dates.begin(), page.dates.end(),
        [](const ProgrammeDate& a, const ProgrammeDate& b) { return a.at.instant < b.at.instant; });
}

/// The meeting as it would stand, for the points that follow from its date.
std::vector<TimelinePoint> would_follow(const Ground& ground, const BodyId& body,
                                        base::Instant at) {
    Meeting meeting;
    meeting.id = MeetingId(body.value + "/preview");
    meeting.body = body;
    meeting.scheduled = at;
    meeting.convened = ground.now;
    auto out = timeline_of(ground, meeting, {});
    out.erase(out.begin());
    return out;
}

/// Which of the extra meeting's conditions are still open, from the ruling the Chair would get.
void add_needs(const Ground& ground, const Body& body, const Ruling& by_officer,
               const Ruling& by_chair, ConvenePreview& out) {
    const auto clause_of = [](const Reason& reason) {
        return std::string(reason.cited_clause.empty() ? reason.clause : reason.cited_clause);
    };
    if (const auto* reason = by_chair.reason(Code::members_not_consulted)) {
        out.needs_consultation = true;
        out.needs_clause = clause_of(*reason);
    }
    const auto* theirs = by_officer.reason(Code::not_in_programme);
    if (theirs != nullptr && theirs->says == Says::discretion) {
        out.needs_chair = true;
        out.needs_clause = clause_of(*theirs);
    }
    for (const auto& asked : body.consultations) {
        if (ground.moment(body.id, asked.meeting_at).local.date == out.date.at.local.date) {
            out.consulted = ground.moment(body.id, asked.effective);
        }
    }
    out.members =
        static_cast<std::int64_t>(seats_filled_at(ground.state(), body.id, ground.now).size());
}

/// What a moved day means for papers that have gone out already.
void add_sent(const Ground& ground, const Meeting& moved, const TimelinePoint& after,
              MovedPoint& out) {
    const auto* terms = ground.terms(moved.body, ground.now);
    if (after.key != "papers-out" || moved.circulations.empty() || terms == nullptr) {
        return;
    }
    for (const auto& rule : terms->terms.all<charter::NoticeRule>()) {
        if (rule->object == charter::NoticeObject::papers) {
            const auto measure = notice_of(ground, moved, rule, moved.circulations.front().at);
            out.words = "They have gone out already. " + measure.words;
            out.mark = measure.mark;
            return;
        }
    }
}

} // namespace

std::optional<ProgrammeYearPage> programme_page(const Reader& reader, std::string_view id,
                                                std::int64_t year) {
    const auto& ground = reader.ground();
    const auto* body = ground.state().bodies.find(BodyId(id));
    if (body == nullptr) {
        return std::nullopt;
    }
    ProgrammeYearPage out;
    out.body = ground.body(body->id);
    out.year = year;
    add_dates(ground, *body, year, out);
    out.length = usual_length(ground.state(), body->id, year);
    if (const auto* terms = ground.terms(body->id, ground.now)) {
        for (const auto& rule : terms->terms.all<charter::FrequencyRule>()) {
            const auto clause = own_clause(*rule.rule);
            out.minimum =
                Measure{clause + " asks for " + counted(rule->at_least, "meeting", "meetings") +
                            " in the year.",
                        clause, Mark::none};
            out.ahead =
                rule->dates_in_advance
                    ? "The dates of a year are to be fixed before it begins (" + clause + ")."
                    : "";
        }
    }
    std::set<std::int64_t> years{ground.today.year(), ground.today.year() + 1, year};
    for (const auto& [each, programme] : body->programme) {
        years.insert(each);
    }
    out.years.assign(years.begin(), years.end());
    return out;
}

ProgrammePreview preview_programme(const Reader& reader, std::string_view body, std::int64_t year,
                                   const std::vector<base::Instant>& dates) {
    const auto& ground = reader.ground();
    const BodyId id(body);
    ProgrammePreview out;
    const auto submission = as_actor(ground, acts::SetProgramme{id, year, dates, {}}, servicing());
    out.ruling = shown(ground, submission, ground.partnership.preview(submission), id);
    for (const auto at : dates) {
        out.dates.push_back(checked(ground, id, at));
    }
    std::sort(out.dates.begin(), out.dates.end(),
              [](const DateCheck& a, const DateCheck& b) { return a.at.instant < b.at.instant; });
    return out;
}

std::string convened_that_day(const Reader& reader, std::string_view id, base::Instant at,
                              std::string_view entry) {
    const auto& ground = reader.ground();
    const auto* body = ground.state().bodies.find(BodyId(id));
    const bool own = ground.state().entries.find(EntryId(entry)) != nullptr;
    const auto* there = body == nullptr || own
                            ? nullptr
                            : meeting_on(ground, *body, ground.moment(body->id, at).local.date);
    return there == nullptr ? "" : there->id.value;
}

std::optional<ConvenePreview> preview_convening(const Reader& reader, std::string_view id,
                                                base::Instant at) {
    const auto& ground = reader.ground();
    const auto* body = ground.state().bodies.find(BodyId(id));
    if (body == nullptr) {
        return std::nullopt;
    }
    ConvenePreview out;
    out.meeting = asked_id(ground, body->id, at).value_or(next_ids(ground, body->id, 1).front());
    out.body = ground.body(body->id);
    out.date = checked(ground, body->id, at);
    out.programmed = programmed_on(ground, *body, out.date.at.local.date);
    out.in_the_past = at <= ground.now;
    const auto* there = meeting_on(ground, *body, out.date.at.local.date);
    out.already = there == nullptr ? "" : there->id.value;
    acts::ConveneMeeting act;
    act.meeting = MeetingId(out.meeting);
    act.at = at;
    auto by_officer = as_actor(ground, act, servicing());
    act.reason = Text{"A reason", {}};
    auto by_chair = as_actor(ground, act, chair());
    const auto officers = ground.partnership.preview(by_officer);
    const auto chairs = ground.partnership.preview(by_chair);
    if (!out.programmed) {
        add_needs(ground, *body, officers, chairs, out);
    }
    out.ruling = out.needs_chair ? shown(ground, by_chair, chairs, body->id)
                                 : shown(ground, by_officer, officers, body->id);
    out.follows = would_follow(ground, body->id, at);
    out.length = usual_length(ground.state(), body->id, out.date.at.local.date.year());
    return out;
}

std::optional<PostponePreview> preview_postponing(const Reader& reader, std::string_view id,
                                                  base::Instant to) {
    const auto& ground = reader.ground();
    const auto* meeting = ground.state().meetings.find(MeetingId(id));
    if (meeting == nullptr) {
        return std::nullopt;
    }
    PostponePreview out;
    out.before = ground.moment(meeting->body, meeting->scheduled);
    out.length = meeting->length;
    out.date = checked(ground, meeting->body, to);
    const auto* body = ground.state().bodies.find(meeting->body);
    out.programmed = body != nullptr && programmed_on(ground, *body, out.date.at.local.date);
    const auto submission =
        as_actor(ground, acts::PostponeMeeting{meeting->id, to, {}, {}}, servicing());
    out.ruling = shown(ground, submission, ground.partnership.preview(submission), meeting->body);
    auto moved = *meeting;
    moved.scheduled = to;
    const auto before = would_follow(ground, meeting->body, meeting->scheduled);
    const auto after = would_follow(ground, meeting->body, to);
    for (std::size_t i = 0; i < after.size(); ++i) {
        MovedPoint point{after[i].name, after[i].clause, before[i].date, after[i].date, {}, {}};
        add_sent(ground, moved, after[i], point);
        if (point.before || point.after) {
            out.moves.push_back(std::move(point));
        }
    }
    return out;
}

std::string next_meeting_id(const Reader& reader, std::string_view body) {
    return next_ids(reader.ground(), BodyId(body), 1).front();
}

std::vector<std::string> next_meeting_ids(const Reader& reader, std::string_view body,
                                          std::size_t count) {
    return next_ids(reader.ground(), BodyId(body), count);
}

std::int64_t next_item_number(const Reader& reader, std::string_view meeting) {
    const auto& ground = reader.ground();
    std::int64_t last = 0;
    if (const auto* found = ground.state().meetings.find(MeetingId(meeting))) {
        for (const auto& item : found->items) {
            last = std::max(last, item.number);
        }
    }
    // A number that was asked for and not allowed stays with that request.
    ground.state().awaited.each([&](const AwaitedDiscretion& awaited) {
        const auto* act = std::get_if<acts::NotifyItem>(&awaited.submission.act);
        if (act != nullptr && act->meeting.view() == meeting) {
            last = std::max(last, act->item);
        }
    });
    return last + 1;
}

std::string settled_meeting_id(const Reader& reader, std::string_view body,
                               std::string_view proposed, std::string_view entry) {
    const auto& state = reader.ground().state();
    const bool own = state.entries.find(EntryId(entry)) != nullptr;
    const bool of_body = proposed.starts_with(std::string(body) + "/") && base::is_id(proposed);
    const bool free = of_body && state.meetings.find(MeetingId(proposed)) == nullptr;
    return own || free ? std::string(proposed) : next_meeting_id(reader, body);
}

base::Result<base::Instant> body_instant(const Reader& reader, std::string_view body,
                                         base::LocalTime local) {
    return zone_of(reader.ground().state(), BodyId(body)).instant(local);
}

std::string meeting_day_words(const Reader& reader, std::string_view id) {
    const auto& ground = reader.ground();
    const auto* meeting = ground.state().meetings.find(MeetingId(id));
    return meeting == nullptr
               ? std::string()
               : base::words(ground.moment(meeting->body, meeting->scheduled).local.date);
}

Moment body_moment(const Reader& reader, std::string_view body, base::Instant at) {
    return reader.ground().moment(BodyId(body), at);
}

} // namespace quorate::views
