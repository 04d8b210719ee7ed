// The programme, convening, the agenda and papers: what 3.11 to 3.16 and 4.8 to 4.12 ask.

#include "governance/copy_members.hpp"
#include "governance/meetings/deadlines.hpp"
#include "governance/meetings/frame.hpp"
#include "governance/meetings/late_items.hpp"
#include "governance/meetings/length.hpp"
#include "governance/meetings/rules.hpp"
#include "governance/meetings/sittings.hpp"

#include <algorithm>

namespace quorate::governance {
namespace {

bool in_programme(const Body& body, base::Instant at, const base::Zone& zone) {
    const auto day = zone.date_of(at);
    const auto year = body.programme.find(day.year());
    return year != body.programme.end() &&
           std::any_of(year->second.meetings.begin(), year->second.meetings.end(),
                       [&](base::Instant planned) { return zone.date_of(planned) == day; });
}

/// The permissions to convene: within the programme, and outside it (3.11, 4.8).
struct ConveneRules {
    const charter::InForce<charter::MayRule>* programmed = nullptr;
    const charter::InForce<charter::MayRule>* extra = nullptr;
};

ConveneRules convene_rules(const Ruler& ruler) {
    ConveneRules found;
    for (const auto& rule : ruler.all<charter::MayRule>()) {
        if (contains(rule->acts, "convene-meeting")) {
            auto& slot = contains(rule->requires_, "programme") ? found.programmed : found.extra;
            slot = slot == nullptr ? &rule : slot;
        }
    }
    return found;
}

bool was_consulted(const Body& body, base::Instant meeting_at, const base::Zone& zone, base::Instant now) {
    return std::any_of(body.consultations.begin(), body.consultations.end(), [&](const Consultation& consulted) {
        return consulted.effective <= now && zone.date_of(consulted.meeting_at) == zone.date_of(meeting_at);
    });
}

bool has_any_role(Roles roles, const std::vector<std::string>& names) {
    return std::any_of(names.begin(), names.end(), [&](const std::string& name) {
        const auto role = parse_role(name);
        return role && roles.has(*role);
    });
}

std::string holder_of(const charter::MayRule& rule) {
    return !rule.agreement_of.empty() ? rule.agreement_of : rule.who.empty() ? "chair" : rule.who.front();
}

void condition(Ruler& ruler, const charter::InForce<charter::MayRule>& rule, bool met, Code yes, Code no) {
    ruler.says(rule, met ? Says::complies : Says::breach, met ? yes : no);
}

void check_extra_meeting(Ruler& ruler, const acts::ConveneMeeting& act, const Body& body) {
    const auto rules = convene_rules(ruler);
    const auto* rule = rules.extra;
    if (rule == nullptr) {
        if (rules.programmed != nullptr) {
            ruler.says(*rules.programmed, Says::breach, Code::not_in_programme).effect = charter::Effect::void_;
        } else {
            ruler.remark(Code::not_in_programme);
        }
        return;
    }
    const bool theirs = has_any_role(ruler.roles(), (*rule)->who) ||
                        (!(*rule)->agreement_of.empty() && has_any_role(ruler.roles(), {(*rule)->agreement_of}));
    if (theirs && (*rule)->requires_.empty() && (*rule)->agreement_of.empty()) {
        ruler.says(*rule, Says::complies, Code::not_in_programme);
        return;
    }
    if (contains((*rule)->requires_, "consultation")) {
        const bool consulted = was_consulted(body, act.at, zone_of(ruler.state(), body.id), ruler.at());
        condition(ruler, *rule, consulted, Code::members_consulted, Code::members_not_consulted);
    }
    if (!theirs) {
        ruler.says(*rule, Says::discretion, Code::not_in_programme).holder = holder_of(*rule->params);
        return;
    }
    if (contains((*rule)->requires_, "reason")) {
        const bool given = act.reason && act.reason->given();
        condition(ruler, *rule, given, Code::reason_given, Code::reason_missing);
    }
}

/// A length nobody can mean, such as none at all or a year, would make every other date a clash.
void check_length(Ruler& ruler, std::optional<std::int64_t> length) {
    if (length && (*length < 1 || *length > length_max)) {
        ruler.no(Code::length_out_of_range, {fact("minutes", *length)});
    }
}

/// Says when items close and papers are due, and when both fall on one day.
void say_deadlines(Ruler& ruler, base::Instant meeting_at) {
    std::optional<base::CivilDate> items_close;
    std::optional<base::CivilDate> papers_due;
    const charter::InForce<charter::NoticeRule>* last = nullptr;
    for (const auto& rule : ruler.all<charter::NoticeRule>()) {
        const bool items = rule->object == charter::NoticeObject::items;
        const auto due = notice_deadline(ruler.state(), ruler.body(), *rule.params, meeting_at,
                                         ruler.at(), ruler.context());
        if (!due) {
            ruler
                .says(rule, Says::undetermined, Code::outside_calendar,
                      {fact("problem", due.error().message)})
                .effect = charter::Effect::recorded;
            continue;
        }
        ruler.says(rule, Says::remark, items ? Code::items_close : Code::papers_due,
                   {fact("latest", due->latest), fact("safe", due->safe), fact("days", due->days)});
        (items ? items_close : papers_due) = due->latest;
        last = &rule;
    }
    if (items_close && papers_due && *items_close == *papers_due) {
        ruler.says(*last, Says::remark, Code::cut_off_and_dispatch_coincide, {fact("latest", *papers_due)});
    }
}

/// The day notice runs to: the one it first met, unless the terms ask for fresh notice of the day it meets again.
base::Instant notice_runs_to(const Meeting& meeting, const charter::NoticeRule& rule) {
    const bool again = meeting.status == MeetingStatus::adjourned && meeting.adjourned_until;
    return again && rule.fresh_after_adjournment ? *meeting.adjourned_until : meeting.scheduled;
}

/// Judges when something was given against a notice rule.
void judge_notice(Ruler& ruler, const charter::InForce<charter::NoticeRule>& rule, const Meeting& meeting,
                  base::Instant given_at, Code in_time, Code late) {
    const auto& state = ruler.state();
    const auto given = zone_of(state, ruler.body()).date_of(given_at);
    const auto to = notice_runs_to(meeting, *rule.params);
    const auto due = notice_deadline(state, ruler.body(), *rule.params, to, given_at, ruler.context());
    if (!due) {
        ruler.says(rule, Says::undetermined, Code::outside_calendar, {fact("problem", due.error().message)});
        return;
    }
    const auto days = days_of_notice(state, ruler.body(), *rule.params, given, to, given_at, ruler.context());
    const bool ok = given <= due->latest;
    ruler.says(rule, ok ? Says::complies : Says::breach, ok ? in_time : late,
               {fact("sent", given), fact("days", days.value_or(0)), fact("needed", due->days),
                fact("latest", due->latest), fact("safe", due->safe)});
}

bool binds_items_of(const charter::NoticeRule& rule, Roles roles) {
    const bool officer = roles.has(Role::servicing_officer);
    return rule.object == charter::NoticeObject::items && (rule.by.empty() || (rule.by == "member" && !officer));
}

/// A reason given under one rule that rests on how another is read as well.
void add_readings(Reason& reason, const charter::InForce<charter::NoticeRule>& rule) {
    for (const auto& reading : rule.readings) {
        const ReadingUsed used{std::string(reading.charter) + "/" + reading.interpretation->id,
                               std::string(reading.reading)};
        if (std::find(reason.readings.begin(), reason.readings.end(), used) == reason.readings.end()) {
            reason.readings.push_back(used);
        }
    }
}

void check_cut_off(Ruler& ruler, const acts::NotifyItem& act, const charter::InForce<charter::NoticeRule>& rule) {
    const auto& meeting = *ruler.meeting();
    const auto due = notice_deadline(ruler.state(), ruler.body(), *rule.params, notice_runs_to(meeting, *rule.params),
                                     ruler.at(), ruler.context());
    if (!due) {
        ruler.says(rule, Says::undetermined, Code::outside_calendar, {fact("problem", due.error().message)});
        return;
    }
    const auto notified = zone_of(ruler.state(), ruler.body()).date_of(ruler.at());
    const std::vector<Fact> facts{fact("notified", notified), fact("latest", due->latest), fact("safe", due->safe)};
    const bool tabled = act.tabled.value_or(false);
    if (notified <= due->latest && !tabled) {
        ruler.says(rule, Says::complies, Code::item_in_time, facts);
        return;
    }
    const auto* late = late_item_rule(ruler);
    const auto code = tabled ? Code::tabled_item : Code::item_after_cut_off;
    if (late == nullptr) {
        ruler.says(rule, Says::breach, code, facts);
        return;
    }
    const bool needs_leave = tabled || (*late)->also_before_meeting;
    auto& reason = ruler.says(*late, needs_leave ? Says::discretion : Says::complies, code, facts);
    if (needs_leave) {
        reason.holder = holder_of(*late->params);
    }
    if (!tabled) {
        add_readings(reason, rule); // they make it late
    }
}

/// Not allowed after all, of an item that an answer in their name let in and that was dealt with.
void say_taken_already(Ruler& ruler, std::int64_t number, bool allowed) {
    const auto* item = ruler.meeting()->item(number);
    if (!allowed && item != nullptr && item->late && is_over(*item)) {
        ruler.finding(Code::done_before_dispute, {fact("item", number)});
    }
}

events::ItemNotified item_notified(const acts::NotifyItem& act, const Submission& submission) {
    auto event = copy_members<events::ItemNotified>(act);
    event.by = text(submission.made_by);
    return event;
}

} // namespace

Ruling rule(const Call& call, const acts::SetProgramme& act) {
    Ruler ruler(call.state, call.submission, call.context, act.body);
    const auto* body = ruler.known_body();
    if (body == nullptr) {
        ruler.no(Code::body_unknown, {fact("body", act.body.view())});
        return ruler.finish();
    }
    const auto zone = zone_of(call.state, act.body);
    for (const auto& meeting : act.meetings) {
        if (zone.date_of(meeting).year() != act.year) {
            ruler.no(Code::programme_year_differs,
                     {fact("year", act.year), fact("date", zone.date_of(meeting))});
        }
    }
    check_length(ruler, act.length);
    for (const auto& rule : ruler.all<charter::FrequencyRule>()) {
        const auto count = static_cast<std::int64_t>(act.meetings.size());
        const bool first_year =
            rule->first_part_year_excused && ruler.terms()->terms.charter().effective.year() == act.year;
        const bool enough = count >= rule->at_least;
        ruler.says(rule, enough || first_year ? Says::complies : Says::breach,
                   enough ? Code::meets_often_enough : Code::meets_too_seldom,
                   {fact("meetings", count), fact("needed", rule->at_least), fact("year", act.year)});
        const bool in_advance = zone.date_of(ruler.at()).year() < act.year;
        if (rule->dates_in_advance && !in_advance && !first_year) {
            ruler.says(rule, Says::breach, Code::dates_arranged_late,
                       {fact("year", act.year), fact("arranged", zone.date_of(ruler.at()))});
        }
    }
    return ruler.finish({copy_members<events::ProgrammeSet>(act)});
}

Ruling rule(const Call& call, const acts::ConsultOnExtraMeeting& act) {
    Ruler ruler(call.state, call.submission, call.context, act.body);
    if (ruler.known_body() == nullptr) {
        ruler.no(Code::body_unknown, {fact("body", act.body.view())});
        return ruler.finish();
    }
    auto event = copy_members<events::ExtraMeetingConsulted>(act);
    for (const auto* seat : ruler.seats(act.seats)) {
        event.seats.push_back(seat->id);
    }
    if (act.seats.empty()) {
        for (const auto* seat : seats_filled_at(call.state, act.body, ruler.at())) {
            event.seats.push_back(seat->id);
        }
    }
    ruler.remark(Code::members_consulted, {fact("members", static_cast<std::int64_t>(event.seats.size()))});
    return ruler.finish({event});
}

Ruling rule(const Call& call, const acts::ConveneMeeting& act) {
    const auto body_id = body_of(act.meeting);
    Ruler ruler(call.state, call.submission, call.context, body_id);
    const auto* body = ruler.known_body();
    if (body == nullptr) {
        ruler.no(Code::body_unknown, {fact("body", body_id.view())});
        return ruler.finish();
    }
    if (call.state.meetings.find(act.meeting) != nullptr) {
        ruler.no(Code::meeting_exists, {fact("meeting", act.meeting.view())});
    }
    const auto* status = body->status.at(ruler.at());
    if (status != nullptr && *status == BodyStatus::dissolved) {
        ruler.no(Code::body_dissolved, {fact("body", body_id.view())});
    }
    if (act.jointly_with && call.state.bodies.find(*act.jointly_with) == nullptr) {
        ruler.no(Code::body_unknown, {fact("body", act.jointly_with->view())});
    }
    const auto zone = zone_of(call.state, body_id);
    if (act.at <= ruler.at()) {
        ruler.no(Code::meeting_in_the_past, {fact("meeting_on", zone.date_of(act.at))});
    }
    check_length(ruler, act.length);
    const bool programmed = in_programme(*body, act.at, zone);
    if (programmed) {
        const auto rule = ruler.one<charter::FrequencyRule>();
        const std::vector<Fact> facts{fact("meeting_on", zone.date_of(act.at))};
        rule ? ruler.says(rule, Says::complies, Code::in_programme, facts)
             : ruler.remark(Code::in_programme, facts);
    } else {
        check_extra_meeting(ruler, act, *body);
    }
    say_deadlines(ruler, act.at);
    auto event = copy_members<events::MeetingConvened>(act);
    event.body = body_id;
    event.programmed = programmed;
    return ruler.finish({event});
}

Ruling rule(const Call& call, const acts::NotifyItem& act) {
    auto ruler = ruler_for(call, act.meeting, act.item);
    if (ruler.refused() || !ruler.require_not_over()) {
        return ruler.finish();
    }
    if (ruler.meeting()->item(act.item) != nullptr) {
        ruler.no(Code::item_exists, {fact("item", act.item)});
    }
    for (const auto& organisation : act.affects) {
        if (call.state.organisations.find(organisation) == nullptr) {
            ruler.no(Code::organisation_unknown, {fact("organisation", organisation.view())});
        }
    }
    for (const auto& rule : ruler.all<charter::NoticeRule>()) {
        if (binds_items_of(*rule.params, ruler.roles())) {
            check_cut_off(ruler, act, rule);
        }
    }
    const auto& circulations = ruler.meeting()->circulations;
    const bool sent = std::any_of(circulations.begin(), circulations.end(),
                                  [&](const Circulation& c) { return c.at < ruler.at(); });
    if (sent) {
        ruler.finding(Code::agenda_changed_after_dispatch, {fact("item", act.item)});
    }
    return ruler.finish({item_notified(act, call.submission)});
}

Ruling rule(const Call& call, const acts::AllowLateItem& act) {
    auto ruler = ruler_for(call, act.meeting, act.item);
    if (ruler.refused()) {
        return ruler.finish();
    }
    const auto* awaited = awaited_item(call.state, act.meeting, act.item);
    if (awaited == nullptr) {
        ruler.no(Code::no_late_item_waiting, {fact("item", act.item)});
        return ruler.finish();
    }
    const bool allowed = act.allowed.value_or(true);
    if (const auto* rule = late_item_rule(ruler)) {
        ruler.says(*rule, Says::complies, allowed ? Code::late_item_allowed : Code::late_item_not_allowed,
                   {fact("item", act.item)});
        const bool reason = act.reason && act.reason->given();
        if (allowed && !(*rule)->requires_.empty()) {
            ruler.says(*rule, reason ? Says::complies : Says::breach,
                       reason ? Code::reason_given : Code::reason_missing, {fact("item", act.item)})
                .effect = charter::Effect::recorded;
        }
    }
    say_taken_already(ruler, act.item, allowed);
    std::vector<Event> events;
    if (allowed && ruler.meeting()->item(act.item) == nullptr) {
        auto item = item_notified(std::get<acts::NotifyItem>(awaited->submission.act), awaited->submission);
        item.notified = awaited->submission.effective;
        events.emplace_back(std::move(item));
    }
    events.emplace_back(events::LateItemAnswered{act.meeting, act.item, allowed, act.reason});
    return ruler.finish(std::move(events));
}

Ruling rule(const Call& call, const acts::OrderAgenda& act) {
    auto ruler = ruler_for(call, act.meeting);
    if (ruler.refused() || !ruler.require_not_over()) {
        return ruler.finish();
    }
    auto given = act.items;
    std::sort(given.begin(), given.end());
    std::vector<std::int64_t> have;
    for (const auto& item : ruler.meeting()->items) {
        have.push_back(item.number);
    }
    std::sort(have.begin(), have.end());
    if (given != have) {
        ruler.no(Code::order_incomplete, {fact("items", static_cast<std::int64_t>(have.size()))});
    }
    return ruler.finish({copy_members<events::AgendaOrdered>(act)});
}

Ruling rule(const Call& call, const acts::CirculatePapers& act) {
    auto ruler = ruler_for(call, act.meeting);
    if (ruler.refused() || !ruler.require_not_over()) {
        return ruler.finish();
    }
    for (const auto number : act.items) {
        ruler.item(number);
    }
    auto event = copy_members<events::PapersCirculated>(act);
    if (event.things.empty()) {
        event.things = {"agenda", "minutes", "reports"};
    }
    for (const auto* seat : ruler.seats(act.seats)) {
        event.seats.push_back(seat->id);
    }
    for (const auto number : act.restricted) {
        if (ruler.meeting()->restriction(number) == nullptr) {
            ruler.no(Code::restriction_unknown,
                     {fact("meeting", act.meeting.view()), fact("restriction", number)});
        }
    }
    for (const auto& organisation : act.partners) {
        if (call.state.organisations.find(organisation) == nullptr) {
            ruler.no(Code::organisation_unknown, {fact("organisation", organisation.view())});
        }
    }
    for (const auto& rule : ruler.all<charter::NoticeRule>()) {
        const bool bound = rule->object == charter::NoticeObject::papers &&
                           (rule->things.empty() ||
                            std::any_of(event.things.begin(), event.things.end(),
                                        [&](const std::string& thing) { return contains(rule->things, thing); }));
        const bool adjourned = ruler.meeting()->held() && !rule->fresh_after_adjournment;
        if (bound && !adjourned) {
            judge_notice(ruler, rule, *ruler.meeting(), ruler.at(), Code::notice_given, Code::notice_too_short);
        }
    }
    return ruler.finish({event});
}

Ruling rule(const Call& call, const acts::PostponeMeeting& act) {
    auto ruler = ruler_for(call, act.meeting);
    if (ruler.refused() || !ruler.require_not_over()) {
        return ruler.finish();
    }
    if (ruler.meeting()->held()) {
        ruler.no(Code::meeting_open_already, {fact("meeting", act.meeting.view())});
    }
    if (act.to <= ruler.at()) {
        ruler.no(Code::meeting_in_the_past, {fact("meeting_on", zone_of(call.state, ruler.body()).date_of(act.to))});
    }
    check_length(ruler, act.length);
    say_deadlines(ruler, act.to);
    return ruler.finish({copy_members<events::MeetingPostponed>(act)});
}

Ruling rule(const Call& call, const acts::CancelMeeting& act) {
    auto ruler = ruler_for(call, act.meeting);
    if (ruler.refused() || !ruler.require_not_over()) {
        return ruler.finish();
    }
    if (ruler.meeting()->held()) {
        ruler.no(Code::meeting_open_already, {fact("meeting", act.meeting.view())});
    }
    return ruler.finish({copy_members<events::MeetingCancelled>(act)});
}

} // namespace quorate::governance
