// What is to be done for a meeting, in order, each with the page where it is done.

#include "base/text.hpp"
#include "governance/codec_names.hpp"
#include "governance/words.hpp"
#include "views/desk/disputed.hpp"
#include "views/meetings/answers.hpp"
#include "views/meetings/timeline_make.hpp"
#include "views/minutes/minutes_make.hpp"

#include <algorithm>

namespace quorate::views {

using namespace governance;

namespace {

const TimelinePoint& point_of(const std::vector<TimelinePoint>& timeline, std::string_view key) {
    const auto found = std::find_if(timeline.begin(), timeline.end(),
                                    [&](const TimelinePoint& each) { return each.key == key; });
    QUORATE_ASSERT(found != timeline.end());
    return *found;
}

bool is_done(const TimelinePoint& point) {
    return point.state == "done" || point.state == "done-late";
}

std::string words_of_state(const MeetingTask& task) {
    return task.state == "done"      ? "Done"
           : task.state == "late"    ? "Late"
           : task.state == "waiting" ? "Waiting"
           : task.state == "next"    ? "Do next"
           : task.state == "todo"    ? "To do"
                                     : "Later";
}

struct List {
    const Ground& ground;
    const Meeting& meeting;
    const std::vector<TimelinePoint>& timeline;
    std::vector<MeetingTask> out;

    MeetingTask& add(std::string key, std::string what, bool finished, std::string_view point) {
        MeetingTask task;
        task.key = std::move(key);
        task.what = std::move(what);
        task.state = finished ? "done" : "todo";
        if (!point.empty()) {
            const auto& on = point_of(timeline, point);
            task.clause = on.clause;
            if (!finished && !is_done(on)) {
                task.due = on.date;
                task.state = on.state == "late" ? "late" : "todo";
            }
        }
        out.push_back(std::move(task));
        return out.back();
    }
};

std::string plural(std::size_t count, std::string_view one, std::string_view many) {
    return counted(static_cast<std::int64_t>(count), one, many);
}

/// "No paper yet for items 2 and 5." Business for information and minutes may go without.
std::string without_paper(const List& list) {
    auto* workspace = list.ground.partnership.workspace();
    const auto uploads = workspace == nullptr
                             ? base::Result<std::vector<partnership::UploadedPaper>>{}
                             : workspace->uploads(list.meeting.id.view());
    std::vector<std::string> numbers;
    for (const auto& item : list.meeting.items) {
        const bool wants = item.purpose == ItemPurpose::decision ||
                           item.purpose == ItemPurpose::discussion ||
                           item.purpose == ItemPurpose::noting;
        const bool has = uploads && std::any_of(uploads->begin(), uploads->end(),
                                                [&](const partnership::UploadedPaper& each) {
                                                    return each.item == item.number;
                                                });
        if (wants && !has && item.status == ItemStatus::on_agenda) {
            numbers.push_back(std::to_string(item.number));
        }
    }
    if (list.meeting.items.empty()) {
        return "Upload the files, each to its item.";
    }
    return numbers.empty()
               ? "Every item for decision, noting or discussion has a paper."
               : "No paper yet for item" + std::string(numbers.size() == 1 ? " " : "s ") +
                     base::list_words(numbers) + ".";
}

void before_meeting(List& list) {
    const auto& meeting = list.meeting;
    const bool sent = !meeting.circulations.empty();
    const bool closed = is_done(point_of(list.timeline, "items-close"));
    auto& agenda = list.add("agenda", "Put the business on the agenda",
                            !meeting.items.empty() && (closed || sent), "items-close");
    agenda.hint =
        meeting.items.empty()
            ? "Nothing is on it yet."
            : capitalised(plural(meeting.items.size(), "item is", "items are")) + " on it.";
    agenda.verb = "Edit the agenda";
    agenda.page = "agenda";
    each_awaited_item(list.ground, meeting.id,
                      [&](const AwaitedDiscretion& awaited, const acts::NotifyItem& act) {
                          auto& task = list.add("late-item",
                                                "Item " + std::to_string(act.item) + " waits for " +
                                                    who_words(awaited.holder),
                                                false, "");
                          task.state = "waiting";
                          const auto disputed = disputed_answer_words(list.ground, awaited);
                          task.hint =
                              list.ground.words(act.title).value_or("") + ". " +
                              (disputed.empty() ? "It came in after items closed." : disputed);
                          task.item = act.item;
                          task.page = "late";
                          task.verb = "Record " + who_words(awaited.holder) + "'s answer";
                          task.due = list.ground.moment(meeting.body, meeting.scheduled).local.date;
                      });
    auto& papers = list.add("papers", "Add the papers", sent, "papers-out");
    papers.hint = without_paper(list);
    papers.verb = "Add papers";
    papers.page = "papers";
    papers.clause.clear();
    auto& out = list.add("circulate", "Send the agenda and papers", sent, "papers-out");
    out.verb = sent ? "Send more papers" : "Send papers";
    out.page = "circulate";
    if (!sent) {
        out.hint = meeting.items.empty() ? "" : papers.hint;
    }
    if (sent) {
        const auto& first = meeting.circulations.front();
        out.hint = "Sent on " + short_date(list.ground.moment(meeting.body, first.at).local.date) +
                   (meeting.circulations.size() > 1 ? ", and more since." : ".");
    }
}

/// Items put on since the papers went out that nothing was sent for.
void unsent_items(List& list) {
    const auto& meeting = list.meeting;
    if (meeting.circulations.empty()) {
        return;
    }
    std::string numbers;
    for (const auto& item : meeting.items) {
        const bool covered = std::any_of(
            meeting.circulations.begin(), meeting.circulations.end(), [&](const Circulation& sent) {
                const bool named = std::find(sent.items.begin(), sent.items.end(), item.number) !=
                                   sent.items.end();
                return named ||
                       (sent.items.empty() && sent.at >= item.notified && (!item.late || named));
            });
        if (!covered && item.status == ItemStatus::on_agenda) {
            numbers += (numbers.empty() ? "" : ", ") + std::to_string(item.number);
        }
    }
    if (numbers.empty()) {
        return;
    }
    auto& task = list.add("circulate", "Send the papers for item " + numbers, false, "");
    task.hint = "Put on the agenda after the papers went out.";
    task.verb = "Send papers";
    task.page = "circulate";
    task.due = list.ground.moment(meeting.body, meeting.scheduled).local.date;
    task.clause = point_of(list.timeline, "papers-out").clause;
}

void answers(List& list) {
    const auto& meeting = list.meeting;
    const auto counts = count_answers(list.ground, meeting);
    auto& task = list.add("answers", "See who is coming", meeting.held(), "");
    task.hint = counts.words;
    if (counts.silent > 0) {
        task.hint += " " + capitalised(counted(counts.silent, "has", "have")) + " not answered.";
    }
    if (meeting.held()) {
        task.hint.clear();
    }
    task.verb = "See the answers";
    task.page = "answers";
    task.due = meeting.held() ? std::optional<base::CivilDate>{}
                              : list.ground.moment(meeting.body, meeting.scheduled).local.date;
}

void the_day(List& list) {
    const bool over = list.meeting.status == MeetingStatus::closed;
    auto& task = list.add("day", "Record the meeting as it happens", over, "meeting");
    task.hint =
        over ? "" : "Attendance, items, decisions: at the meeting, or afterwards at true times.";
    task.verb = "Open meeting day";
    task.page = "day";
    task.clause.clear();
}

/// Where minutes that are not approved yet go next.
std::string where_approved(const List& list) {
    const auto put = minutes_item_of(list.ground, list.meeting.id);
    if (put.meeting == nullptr || put.meeting->closed()) {
        return "At the next meeting: put them on its agenda.";
    }
    const auto day = list.ground.moment(put.meeting->body, put.meeting->scheduled).local.date;
    return "On the agenda of " + short_date(day) + ", item " + std::to_string(put.item->number) +
           ".";
}

void after_meeting(List& list) {
    const auto& minutes = list.meeting.minutes;
    const auto add = [&](std::string key, std::string what, bool finished, std::string_view point,
                         std::string verb) -> MeetingTask& {
        auto& task = list.add(std::move(key), std::move(what), finished, point);
        task.verb = std::move(verb);
        task.page = "minutes";
        return task;
    };
    add("draft-minutes", "Draft the minutes", minutes.drafted.has_value(), "minutes-out",
        "Draft the minutes");
    add("circulate-minutes", "Send the draft minutes round", !minutes.circulated.empty(),
        "minutes-out", "Send the minutes round");
    const bool final_out = std::any_of(minutes.publications.begin(), minutes.publications.end(),
                                       [](const Publication& each) { return !each.draft; });
    if (!final_out && !minutes.approved) {
        add("publish-minutes", "Publish the draft minutes", !minutes.publications.empty(),
            "published", "Publish the draft");
    }
    auto& approve = add("approve-minutes", "Have the minutes approved",
                        minutes.approved.has_value(), "approved", "See the minutes");
    if (!minutes.approved) {
        approve.hint = where_approved(list);
        approve.state = "later";
        approve.due.reset();
    }
    auto& publish = add("publish-approved", "Publish the approved minutes", final_out, "published",
                        "Publish the minutes");
    if (!minutes.approved && !final_out) {
        publish.state = "later";
        publish.due.reset();
    }
}

/// The state of one task before the next one is chosen: what can only follow, or is over.
void settle(const List& list, MeetingTask& task) {
    const bool over = list.meeting.status == MeetingStatus::closed;
    const bool minutes_step = task.page == "minutes";
    if (minutes_step && !over && task.state != "done") {
        task.state = "later";
    }
    if (!minutes_step && over && task.state != "waiting") {
        task.state = "done";
        task.due.reset();
    }
    const auto day = list.ground.moment(list.meeting.body, list.meeting.scheduled).local.date;
    if (task.key == "day" && task.state == "todo" && day > list.ground.today) {
        task.state = "later";
    }
    // Whoever is late with sending is late once, not for each step towards it.
    if (task.key == "papers" && task.state == "late") {
        task.state = "todo";
        task.due.reset();
    }
}

/// The first thing not done is next. What the terms do not ask for is never next by itself.
void set_next(List& list) {
    bool next_found = false;
    for (auto& task : list.out) {
        const bool sending_is_late = task.key == "papers" && task.state == "late";
        settle(list, task);
        const bool asked_for = task.page != "minutes" || task.key == "draft-minutes" ||
                               !task.clause.empty() || task.key == "circulate-minutes";
        if (task.state == "todo" && !next_found && asked_for && !sending_is_late) {
            task.state = "next";
        }
        next_found = next_found || task.state == "next" || task.state == "late";
        task.state_words = words_of_state(task);
    }
}

} // namespace

void each_awaited_item(
    const Ground& ground, const MeetingId& meeting,
    const std::function<void(const AwaitedDiscretion&, const acts::NotifyItem&)>& visit) {
    ground.state().awaited.each([&](const AwaitedDiscretion& awaited) {
        const auto* act = std::get_if<acts::NotifyItem>(&awaited.submission.act);
        if (act != nullptr && !awaited.answered && act->meeting == meeting) {
            visit(awaited, *act);
        }
    });
}

std::vector<MeetingTask> tasks_of(const Ground& ground, const Meeting& meeting,
                                  const std::vector<TimelinePoint>& timeline) {
    if (meeting.status == MeetingStatus::cancelled) {
        return {};
    }
    List list{ground, meeting, timeline, {}};
    before_meeting(list);
    unsent_items(list);
    answers(list);
    the_day(list);
    after_meeting(list);
    set_next(list);
    return std::move(list.out);
}

std::vector<MeetingTask> meeting_tasks(const Reader& reader, std::string_view meeting) {
    const auto& ground = reader.ground();
    const auto* found = ground.state().meetings.find(MeetingId(meeting));
    return found == nullptr ? std::vector<MeetingTask>{}
                            : tasks_of(ground, *found, meeting_timeline(reader, meeting));
}

} // namespace quorate::views
