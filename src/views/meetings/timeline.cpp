// The points of a meeting's timeline. Every day comes from governance; here they are put in order
// and into words.

#include "governance/codec_names.hpp"
#include "governance/duties/deadline.hpp"
#include "governance/ruler.hpp"
#include "governance/words.hpp"
#include "views/meetings/timeline_make.hpp"

#include <algorithm>

namespace quorate::views {

using namespace governance;

namespace {

std::string state_words(std::string_view state) {
    return state == "done"        ? "Done"
           : state == "done-late" ? "Done late"
           : state == "late"      ? "Late"
           : state == "to-come"   ? "To come"
                                  : "No day set";
}

/// One meeting with the duties of its body, for the points that follow.
struct Way {
    const Ground& ground;
    const Meeting& meeting;
    const std::vector<Duty>& duties;

    [[nodiscard]] base::CivilDate date_of(base::Instant at) const {
        return ground.moment(meeting.body, at).local.date;
    }
    [[nodiscard]] base::CivilDate today() const { return date_of(ground.now); }
    /// The terms a duty after the meeting is judged by.
    [[nodiscard]] const CompiledTerms* terms() const {
        return ground.terms(meeting.body, meeting.closed().value_or(ground.now));
    }
    [[nodiscard]] const Duty* duty(const charter::Rule* rule) const {
        const auto found = std::find_if(duties.begin(), duties.end(), [&](const Duty& each) {
            return each.meeting == meeting.id && each.rule == rule->id;
        });
        return found == duties.end() ? nullptr : &*found;
    }
};

TimelinePoint point(std::string key, std::string name) {
    TimelinePoint out;
    out.key = std::move(key);
    out.name = std::move(name);
    out.state = "open";
    return out;
}

void done(TimelinePoint& out, base::CivilDate on, bool late = false) {
    out.state = late ? "done-late" : "done";
    out.date = on;
    out.left.clear();
}

void due(const Way& way, TimelinePoint& out, base::CivilDate by) {
    out.date = by;
    out.state = by < way.today() ? "late" : "to-come";
    out.left = days_left(way.ground, way.meeting.body, by);
}

std::string safe_words(const NoticeDeadline& deadline) {
    return deadline.safe == deadline.latest ? std::string()
                                            : base::words(deadline.safe) + " is safe on any count.";
}

TimelinePoint convened(const Way& way) {
    auto out = point("convened", "Convened");
    done(out, way.date_of(way.meeting.convened));
    out.words = way.meeting.programmed ? "On a date of the year's programme."
                                       : "Outside the year's programme.";
    return out;
}

TimelinePoint items_close(const Way& way) {
    auto out = point("items-close", "Items close");
    const auto judged = std::min(way.ground.now, way.meeting.scheduled);
    for (const auto& day :
         notice_days(way.ground, way.meeting.body, way.meeting.scheduled, judged)) {
        if (day.papers) {
            continue;
        }
        out.clause = own_clause(*day.rule);
        if (!day.deadline) {
            out.words = as_sentence("The day cannot be worked out: " + day.problem);
            return out;
        }
        if (way.today() > day.deadline->latest || way.meeting.held()) {
            done(out, day.deadline->latest);
            out.words = "What comes in now needs leave.";
            if (way.meeting.held()) {
                out.words.clear();
            }
            return out;
        }
        due(way, out, day.deadline->latest);
        out.words = safe_words(*day.deadline);
        if (!out.words.empty()) {
            out.safe = day.deadline->safe;
        }
        return out;
    }
    out.words = "The terms set no last day for items.";
    return out;
}

/// Papers that went out: how long before, against what the terms ask.
void papers_sent(const Way& way, const charter::InForce<charter::NoticeRule>& rule,
                 base::CivilDate on, TimelinePoint& out) {
    const auto zone = zone_of(way.ground.state(), way.meeting.body);
    const auto measure = notice_of(way.ground, way.meeting, rule, zone.start_of(on));
    done(out, on, measure.mark == Mark::breach);
    out.words = measure.words;
    if (measure.mark == Mark::breach) {
        out.finding = measure.words;
    }
}

void papers_to_send(const Way& way, const charter::InForce<charter::NoticeRule>& rule,
                    TimelinePoint& out) {
    const auto deadline =
        notice_deadline(way.ground.state(), way.meeting.body, *rule.params, way.meeting.scheduled,
                        std::min(way.ground.now, way.meeting.scheduled), way.ground.context());
    if (!deadline) {
        out.words = as_sentence("The day cannot be worked out: " + deadline.error().message);
        return;
    }
    due(way, out, deadline->latest);
    out.words = safe_words(*deadline);
    if (!out.words.empty()) {
        out.safe = deadline->safe;
    }
    if (out.state == "late" && way.meeting.scheduled > way.ground.now) {
        out.words.clear();
        out.safe.reset();
        const auto measure = notice_of(way.ground, way.meeting, rule, way.ground.now);
        out.finding = "If they go out today the record will say: " + measure.words;
    } else if (out.state == "late") {
        out.state = "open";
        out.words = "The record does not say when they were sent.";
        out.date.reset();
        out.safe.reset();
        out.left.clear();
    }
}

TimelinePoint papers_out(const Way& way) {
    auto out = point("papers-out", "Papers out");
    const auto* terms = way.ground.terms(way.meeting.body, way.meeting.scheduled);
    terms = terms == nullptr ? way.ground.terms(way.meeting.body, way.ground.now) : terms;
    if (terms != nullptr) {
        for (const auto& rule : terms->terms.all<charter::NoticeRule>()) {
            if (rule->object != charter::NoticeObject::papers) {
                continue;
            }
            out.clause = own_clause(*rule.rule);
            const auto* duty = way.duty(rule.rule);
            if (duty != nullptr && duty->state == DutyState::met && !duty->evidence.empty()) {
                papers_sent(way, rule, duty->evidence.back().on, out);
            } else {
                papers_to_send(way, rule, out);
            }
            return out;
        }
    }
    if (!way.meeting.circulations.empty()) {
        done(out, way.date_of(way.meeting.circulations.front().at));
    }
    out.words = "The terms set no day for papers.";
    return out;
}

TimelinePoint meeting_point(const Way& way) {
    auto out = point("meeting", "Meeting");
    const auto on = way.date_of(way.meeting.opened().value_or(way.meeting.scheduled));
    if (way.meeting.status == MeetingStatus::closed) {
        done(out, on);
    } else if (way.meeting.held()) {
        out.date = on;
        out.state = "to-come";
        out.left = way.meeting.status == MeetingStatus::adjourned ? "Adjourned" : "Under way";
    } else {
        due(way, out, on);
        if (out.state == "late") {
            out.words = "The record does not say that it was held.";
            out.left.clear();
        }
    }
    return out;
}

/// By when the terms ask for a step after the meeting, and how the duty stands.
void after_meeting(const Way& way, std::string_view act, TimelinePoint& out) {
    const auto* terms = way.terms();
    if (terms == nullptr) {
        return;
    }
    for (const auto& rule : terms->terms.all<charter::DutyRule>()) {
        if (rule->trigger != charter::DutyTrigger::each_meeting || rule->evidence != act) {
            continue;
        }
        out.clause = own_clause(*rule.rule);
        if (const auto* duty = way.duty(rule.rule)) {
            if (duty->due && duty->state != DutyState::met) {
                due(way, out, *duty->due);
            } else if (duty->state != DutyState::met) {
                out.words = duty->words;
            }
            if (duty->state == DutyState::overdue) {
                out.finding = duty->words;
            }
            return;
        }
        const auto deadline =
            deadline_after(way.ground.state(), way.meeting.body, way.date_of(way.meeting.scheduled),
                           rule->due, way.ground.now, way.ground.context());
        if (deadline.date) {
            due(way, out, *deadline.date);
        } else if (rule->due == "next-meeting") {
            out.words = "Due at the next meeting.";
        } else if (deadline.unset) {
            out.words = "The terms set no day.";
        }
        return;
    }
}

TimelinePoint minutes_out(const Way& way) {
    auto out = point("minutes-out", "Minutes out");
    after_meeting(way, "circulate-minutes", out);
    const auto& minutes = way.meeting.minutes;
    if (!minutes.circulated.empty()) {
        const auto on = way.date_of(minutes.circulated.front());
        done(out, on, out.date && on > *out.date);
        out.words.clear();
    } else if (minutes.drafted) {
        out.words = "Drafted on " + short_date(way.date_of(*minutes.drafted)) + ".";
    }
    return out;
}

TimelinePoint approved(const Way& way) {
    auto out = point("approved", "Minutes approved");
    after_meeting(way, "approve-minutes", out);
    const auto& minutes = way.meeting.minutes;
    if (minutes.approved) {
        done(out, way.date_of(*minutes.approved));
        out.words = minutes.corrections.empty() ? "" : "With corrections.";
    } else if (out.clause.empty()) {
        out.words = "Usual at the next meeting.";
    }
    return out;
}

TimelinePoint published(const Way& way) {
    auto out = point("published", "Minutes published");
    after_meeting(way, "publish-minutes", out);
    const auto& all = way.meeting.minutes.publications;
    const auto final_out =
        std::find_if(all.begin(), all.end(), [](const Publication& each) { return !each.draft; });
    if (final_out != all.end()) {
        done(out, way.date_of(final_out->at));
        out.words.clear();
    } else if (!all.empty()) {
        out.state = "to-come";
        out.left.clear();
        out.date.reset();
        out.words = "A draft is out since " + short_date(way.date_of(all.front().at)) +
                    "; the approved minutes follow.";
    }
    return out;
}

} // namespace

std::string days_left(const Ground& ground, const BodyId& body, base::CivilDate due) {
    const auto today = ground.moment(body, ground.now).local.date;
    if (due == today) {
        return "Today";
    }
    const bool late = due < today;
    const auto calendar = calendar_at(ground.state(), body, ground.now, ground.context(),
                                      charter::CalendarAsOf::dispatch);
    const calendar::DateSpan span = late ? calendar::DateSpan{due.plus_days(1), today.plus_days(1)}
                                         : calendar::DateSpan{today.plus_days(1), due.plus_days(1)};
    const auto worked = calendar == nullptr
                            ? base::Result<int>(base::fail("", "none"))
                            : calendar->working_days_between(span, calendar::Count::one_end);
    const std::string end = late ? " late" : " left";
    if (!worked) {
        return counted(std::abs(due.days - today.days), "day", "days") + end;
    }
    if (*worked == 0) {
        return late ? "Late" : "No working day left";
    }
    return capitalised(counted(*worked, "working day", "working days")) + end;
}

std::vector<NoticeDay> notice_days(const Ground& ground, const BodyId& body,
                                   base::Instant meeting_at, base::Instant judged_at) {
    std::vector<NoticeDay> out;
    const auto* terms = ground.terms(body, ground.now);
    if (terms == nullptr) {
        return out;
    }
    for (const auto& rule : terms->terms.all<charter::NoticeRule>()) {
        NoticeDay day;
        day.rule = rule.rule;
        day.papers = rule->object == charter::NoticeObject::papers;
        const auto deadline = notice_deadline(ground.state(), body, *rule.params, meeting_at,
                                              judged_at, ground.context());
        if (deadline) {
            day.deadline = *deadline;
        } else {
            day.problem = deadline.error().message;
        }
        out.push_back(std::move(day));
    }
    return out;
}

Measure notice_of(const Ground& ground, const Meeting& meeting,
                  const charter::InForce<charter::NoticeRule>& rule, base::Instant sent) {
    const auto given = ground.moment(meeting.body, sent).local.date;
    const auto clause = own_clause(*rule.rule);
    const auto days = days_of_notice(ground.state(), meeting.body, *rule.params, given,
                                     meeting.scheduled, sent, ground.context());
    const auto deadline = notice_deadline(ground.state(), meeting.body, *rule.params,
                                          meeting.scheduled, sent, ground.context());
    if (!days || !deadline) {
        return {"How many working days before the meeting cannot be worked out.", clause,
                Mark::unknown};
    }
    const bool enough = given <= deadline->latest;
    Reason reason;
    reason.says = enough ? Says::complies : Says::breach;
    reason.code = enough ? Code::notice_given : Code::notice_too_short;
    reason.clause = clause;
    reason.facts = {fact("days", *days), fact("needed", deadline->days)};
    return {as_sentence(sentence(reason)), clause, enough ? Mark::met : Mark::breach};
}

std::vector<TimelinePoint> timeline_of(const Ground& ground, const Meeting& meeting,
                                       const std::vector<Duty>& duties) {
    const Way way{ground, meeting, duties};
    std::vector<TimelinePoint> out{convened(way),      items_close(way), papers_out(way),
                                   meeting_point(way), minutes_out(way), approved(way),
                                   published(way)};
    for (auto& each : out) {
        each.state_words = state_words(each.state);
    }
    return out;
}

std::vector<TimelinePoint> meeting_timeline(const Reader& reader, std::string_view meeting) {
    const auto& ground = reader.ground();
    const auto* found = ground.state().meetings.find(MeetingId(meeting));
    return found == nullptr ? std::vector<TimelinePoint>{}
                            : timeline_of(ground, *found,
                                          duties_of(ground.state(), ground.context(), found->body,
                                                    ground.today));
}

} // namespace quorate::views
