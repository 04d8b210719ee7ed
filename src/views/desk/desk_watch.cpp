// On the desk, what went otherwise than meant: disputed acts, corrections asked for, restrictions
// to be looked at again, mail that did not go out, bulk tasks that stand still.

#include "governance/act_table.hpp"
#include "governance/decisions/disputes.hpp"
#include "governance/meetings/sittings.hpp"
#include "governance/words.hpp"
#include "partnership/workspace/bulk.hpp"
#include "partnership/workspace/outbox.hpp"
#include "views/desk/desk_make.hpp"
#include "views/desk/own_make.hpp"
#include "views/desk/urgent.hpp"
#include "views/meetings/reviews.hpp"
#include "views/partner/hearings.hpp"

#include <algorithm>

namespace quorate::views {

using namespace governance;

void add_proposed_corrections(Desk& desk, const Meeting& meeting) {
    const auto waiting =
        std::count_if(meeting.minutes.proposals.begin(), meeting.minutes.proposals.end(),
                      [&](const ProposedCorrection& each) {
                          return each.at <= desk.ground.now && !each.answered();
                      });
    if (waiting == 0) {
        return;
    }
    DeskTask task;
    task.what =
        capitalised(counted(waiting, "correction", "corrections")) + " asked for in the minutes";
    task.hint = "Meeting of " +
                short_date(desk.ground.moment(meeting.body, meeting.scheduled).local.date) + ".";
    task.body = desk.ground.body(meeting.body);
    task.meeting = meeting.id.value;
    task.state = "waiting";
    task.page = "corrections";
    task.verb = "Answer";
    add(desk, std::move(task));
}

void add_reviews(Desk& desk) {
    for (const auto& review : reviews_due(desk.reader, desk_days_ahead)) {
        DeskTask task;
        task.due = review.review;
        task.what = "Look again at a restricted paper" +
                    (review.title.empty() ? std::string() : ": " + review.title);
        task.hint = review.meeting.name + ". Keep it restricted with a new date, or open it.";
        task.body = review.body;
        task.meeting = review.meeting.id;
        task.state = review.overdue ? "overdue" : "";
        task.page = review.paper == 0 ? "papers" : "restriction";
        task.item = review.paper == 0 ? std::optional<std::int64_t>() : review.paper;
        task.verb = "Look again";
        add(desk, std::move(task));
    }
}

void add_hearings(Desk& desk) {
    const auto& ground = desk.ground;
    ground.state().meetings.each([&](const Meeting& meeting) {
        if (meeting.closed() || meeting.status == MeetingStatus::cancelled) {
            return;
        }
        for (const auto& asked : hearings_asked(ground, meeting.id.view())) {
            const auto& item = *meeting.item(asked.item);
            const bool there = !is_over(item) && item.status != ItemStatus::withdrawn &&
                               item.status != ItemStatus::deferred;
            if (!asked.waits() || !there) {
                continue;
            }
            DeskTask task;
            task.due = ground.moment(meeting.body, meeting.scheduled).local.date;
            task.what = asked.organisation.name + " asks to be heard on item " +
                        std::to_string(asked.item) + ", " + asked.title;
            task.hint = "Waits for the Chair. They say: " + asked.words;
            task.body = ground.body(meeting.body);
            task.meeting = meeting.id.value;
            task.item = asked.item;
            task.about = asked.organisation.id;
            task.state = "waiting";
            task.clause = asked.clause;
            task.page = "hearing";
            task.verb = "Record the Chair's answer";
            add(desk, std::move(task));
        }
    });
}

void add_urgent(Desk& desk) {
    for (const auto& urgent : urgent_open(desk.reader)) {
        DeskTask task;
        if (urgent.answer_by) {
            task.due = urgent.answer_by->local.date;
        }
        task.what = "Urgent decision: " + capitalised(urgent.waiting);
        task.hint = urgent.words;
        task.body = urgent.body;
        task.state = "waiting";
        task.page = "urgent";
        task.verb = "Record an answer";
        add(desk, std::move(task));
    }
}

namespace {

/// The matter of a disputed answer was answered again, or stands on the list by itself.
bool is_seen_to(const EntryLine& line, const Meeting* meeting, bool open_again) {
    const bool late = line.act == act_index("allow-late-item");
    const bool answer = late || line.act == act_index("decline-discretion") ||
                        line.act == act_index("determine-interest");
    const bool listed = late && meeting != nullptr && meeting->status != MeetingStatus::closed;
    return open_again ? listed : answer && line.made_by != line.recorded_by;
}

} // namespace

void add_disputes(Desk& desk) {
    desk.ground.state().entries.each([&](const EntryLine& line) {
        const bool disputed = line.confirmed.has_value() && !*line.confirmed;
        if (!disputed || !line.body) {
            return;
        }
        const auto* meeting =
            line.meeting ? desk.ground.state().meetings.find(*line.meeting) : nullptr;
        const auto matter = matter_answered(desk.ground.state(), line);
        if (is_seen_to(line, meeting, matter.has_value())) {
            return;
        }
        const auto day = desk.ground.moment(*line.body, line.effective).local.date;
        const bool settled = meeting != nullptr
                                 ? meeting->minutes.approved.has_value()
                                 : day < desk.ground.today.plus_days(-desk_days_ahead);
        if (settled) {
            return;
        }
        DeskTask task;
        task.what = "Disputed: " + std::string(act_table()[line.act].help);
        task.hint = "Recorded for somebody who says it was not so. " +
                    about_words(desk.ground, line) +
                    (matter ? ". It waits for " + who_words(matter->holder) + " again."
                            : std::string(". Ask them, then correct it or leave it."));
        task.body = desk.ground.body(*line.body);
        task.meeting = line.meeting ? line.meeting->value : "";
        task.state = "waiting";
        task.page = "entry";
        task.position = line.position;
        task.verb = "See the entry";
        add(desk, std::move(task));
    });
}

namespace {

void add_mail(Desk& desk, const partnership::OutboxCounts& counts) {
    const auto troubled = counts.failed + counts.unknown;
    if (troubled == 0) {
        return;
    }
    DeskTask task;
    task.what = capitalised(counted(troubled, "mail", "mails")) + " may not have arrived";
    std::string why = counts.failed == 0 ? std::string()
                                         : capitalised(counted(counts.failed, "was", "were")) +
                                               " not taken by the "
                                               "mail server. ";
    if (counts.unknown > 0) {
        why += "Of " + number_words(counts.unknown) + " it is not known.";
    }
    task.hint = why;
    task.state = "waiting";
    task.page = "outbox";
    task.verb = "See the outbox";
    add(desk, std::move(task));
}

void add_bulk(Desk& desk, const partnership::BulkTask& each) {
    const bool stopped = each.state == "stopped";
    if (!stopped && each.failed == 0) {
        return;
    }
    DeskTask task;
    task.what = each.title;
    task.hint = stopped
                    ? "Stopped with " + counted(each.waiting, "line", "lines") + " to go."
                    : capitalised(counted(each.failed, "line", "lines")) + " could not be done.";
    task.state = "waiting";
    task.page = "bulk";
    task.about = each.id;
    task.verb = stopped ? "Go on" : "See what happened";
    add(desk, std::move(task));
}

} // namespace

void add_workspace(Desk& desk) {
    auto* workspace = desk.ground.partnership.workspace();
    if (workspace == nullptr || !desk.may_act || !desk.ground.as_of_now) {
        return;
    }
    if (const auto counts = partnership::outbox_counts(*workspace)) {
        add_mail(desk, *counts);
    }
    const auto tasks = partnership::bulk_tasks(*workspace);
    for (const auto& each : tasks ? *tasks : std::vector<partnership::BulkTask>{}) {
        add_bulk(desk, each);
    }
}

} // namespace quorate::views
