// The desk: tasks of every meeting, discretions that wait, duties, and the year.

#include "governance/act_table.hpp"
#include "governance/words.hpp"
#include "views/desk/desk_make.hpp"
#include "views/desk/disputed.hpp"

#include <algorithm>

namespace quorate::views {

using namespace governance;

namespace {

/// Only a duty is overdue: what the terms do not ask for by a day is still to be done after it.
std::string state_of(const Desk& desk, const std::optional<base::CivilDate>& due) {
    if (!due || *due < desk.ground.today) {
        return "todo";
    }
    return *due == desk.ground.today                            ? "today"
           : *due <= desk.ground.today.plus_days(due_soon_days) ? "soon"
                                                                : "todo";
}

std::string state_words(std::string_view state) {
    return state == "overdue"   ? "Overdue"
           : state == "today"   ? "Today"
           : state == "soon"    ? "Due soon"
           : state == "waiting" ? "Waiting"
                                : "To do";
}

/// After its day, though no duty of a complete record is overdue for it.
bool is_late(const Desk& desk, const DeskTask& task) {
    return task.state == "todo" && task.due && *task.due < desk.ground.today;
}

} // namespace

void add(Desk& desk, DeskTask task) {
    if (task.due) {
        task.left = days_left(desk.ground, BodyId(task.body.id), *task.due);
    }
    if (task.state.empty()) {
        task.state = state_of(desk, task.due);
    }
    task.late = is_late(desk, task);
    task.state_words = task.late ? "Late" : state_words(task.state);
    desk.page.tasks.push_back(std::move(task));
}

namespace {

/// The act by which a task for a meeting is done, as a duty's evidence or a notice rule has it.
std::string_view act_of(std::string_view task) {
    return task == "papers" || task == "circulate" ? "circulate-papers"
           : task == "agenda"                      ? "notify-item"
           : task == "draft-minutes"               ? "circulate-minutes"
           : task == "publish-approved"            ? "publish-minutes"
           : task.ends_with("-minutes")            ? task
                                                   : std::string_view{};
}

/// The act that does what a rule asks for a meeting.
std::string_view act_of(const charter::Rule& rule) {
    if (const auto* notice = std::get_if<charter::NoticeRule>(&rule.params)) {
        return notice->object == charter::NoticeObject::papers ? "circulate-papers" : "notify-item";
    }
    const auto* duty = std::get_if<charter::DutyRule>(&rule.params);
    return duty != nullptr && duty->trigger == charter::DutyTrigger::each_meeting
               ? std::string_view(duty->evidence)
               : std::string_view{};
}

/// The rule behind a line; null when it is no longer in force or there is none.
const charter::Rule* rule_of(const Desk& desk, const DutyShown& duty) {
    const BodyId body(duty.body.id);
    const auto* terms = desk.ground.terms(body, desk.ground.now);
    return terms == nullptr ? nullptr : terms->terms.rule(duty.id.substr(0, duty.id.find('/')));
}

/// The line of the duties that a task for a meeting says, when nothing has said it yet.
std::optional<std::size_t> line_of(const Desk& desk, const Meeting& meeting,
                                   std::string_view task) {
    const auto act = act_of(task);
    for (std::size_t i = 0; i < desk.lines.size() && !act.empty(); ++i) {
        const auto& duty = desk.lines[i].duty;
        if (duty.meeting != meeting.id.value || desk.said.count(i) != 0) {
            continue;
        }
        const auto* rule = rule_of(desk, duty);
        if (rule != nullptr && act_of(*rule) == act) {
            return i;
        }
    }
    return {};
}

/// What is next for a meeting, and what is late or waits.
void add_meeting(Desk& desk, const Meeting& meeting, const std::vector<Duty>& duties) {
    const auto timeline = timeline_of(desk.ground, meeting, duties);
    const auto when = short_date(desk.ground.moment(meeting.body, meeting.scheduled).local.date);
    // A meeting of which no record of its course is held has nothing to be chased.
    const bool silent = !meeting.held() && meeting.scheduled < desk.ground.now &&
                        desk.ground.moment(meeting.body, meeting.scheduled).local.date <
                            desk.ground.today.plus_days(-desk_days_ahead);
    const bool past = meeting.scheduled < desk.ground.now;
    for (const auto& task : tasks_of(desk.ground, meeting, timeline)) {
        // Once the time has come, what prepares a meeting is done in the room or not at all.
        if (past && (task.page == "agenda" || task.page == "papers")) {
            continue;
        }
        const auto line = task.state == "done" ? std::nullopt : line_of(desk, meeting, task.key);
        const bool open = task.state == "next" || task.state == "late" || task.state == "waiting";
        const bool near = !silent && open && (!task.due || *task.due <= desk.horizon());
        if (!near && !line) {
            continue;
        }
        DeskTask out;
        out.due = task.due;
        out.what = task.what;
        out.hint = "Meeting of " + when + (task.hint.empty() ? "." : ". " + task.hint);
        out.body = desk.ground.body(meeting.body);
        out.clause = task.clause;
        out.verb = task.verb;
        out.page = task.page;
        out.meeting = meeting.id.value;
        out.item = task.item;
        out.state = task.state == "waiting" ? "waiting" : "";
        if (line) {
            const auto& duty = desk.lines[*line].duty;
            desk.said.insert(*line);
            out.due = duty.due;
            out.clause = duty.clause;
            out.state = duty.state == "overdue" ? "overdue" : out.state;
        }
        add(desk, std::move(out));
    }
}

/// Dates of the programme that are near and not convened. Items cannot come in before that, so the
/// day they close is the day it has to be done by.
void add_dates(Desk& desk, const Body& body) {
    for (const auto& [year, programme] : body.programme) {
        for (const auto at : programme.meetings) {
            const auto moment = desk.ground.moment(body.id, at);
            if (moment.local.date < desk.ground.today || moment.local.date > desk.horizon() ||
                convened_on(desk.ground, body, moment.local.date)) {
                continue;
            }
            DeskTask task;
            task.due = moment.local.date;
            for (const auto& day : notice_days(desk.ground, body.id, at, desk.ground.now)) {
                if (day.deadline && day.deadline->latest < *task.due) {
                    task.due = day.deadline->latest;
                    task.clause = own_clause(*day.rule);
                }
            }
            task.what = "Convene the meeting of " + short_date(moment.local.date);
            task.hint = "A date of the programme. Do it before the last day for items or papers.";
            task.body = desk.ground.body(body.id);
            task.verb = "Convene meeting";
            task.page = "convene";
            task.date = moment;
            add(desk, std::move(task));
        }
    }
}

/// Other acts than late items that wait for somebody's leave.
void add_awaited(Desk& desk) {
    desk.ground.state().awaited.each([&](const AwaitedDiscretion& awaited) {
        const auto* line = desk.ground.state().entries.find(awaited.entry);
        const bool late_item = std::holds_alternative<acts::NotifyItem>(awaited.submission.act);
        if (awaited.answered || late_item || line == nullptr || !line->body) {
            return;
        }
        const auto* convene = std::get_if<acts::ConveneMeeting>(&awaited.submission.act);
        DeskTask task;
        task.what = std::string(row_of(awaited.submission.act).help);
        const auto disputed = disputed_answer_words(desk.ground, awaited);
        task.hint = disputed.empty() ? "Waits for " + who_words(awaited.holder) + "." : disputed;
        task.body = desk.ground.body(*line->body);
        task.state = "waiting";
        task.position = line->position;
        if (convene != nullptr) {
            task.date = desk.ground.moment(*line->body, convene->at);
            task.what = "A meeting on " + short_date(task.date->local.date) +
                        ", outside the programme, waits for " + who_words(awaited.holder);
            task.hint = disputed;
            task.verb = "Record " + who_words(awaited.holder) + "'s answer";
            task.page = "convene";
            task.due = task.date->local.date;
        }
        add(desk, std::move(task));
    });
}

/// The duty to answer an act that waits for leave: the acts themselves are listed.
bool is_awaited(const Desk& desk, const DutyShown& duty) {
    bool found = false;
    desk.ground.state().awaited.each([&](const AwaitedDiscretion& awaited) {
        found = found || duty.id.ends_with(awaited.entry.view());
    });
    return found;
}

/// "2027" of a duty that is about a year, such as rp.two-a-year/dates-2027.
std::string year_in(const std::string& duty) {
    constexpr std::size_t digits = 4;
    return duty.size() < digits ? std::string() : duty.substr(duty.size() - digits);
}

/// How it stands; the day alone stands beside it already, and then who owes it is said.
std::string hint_of(const DutyShown& duty) {
    const bool day_alone = duty.due && duty.words.find(". ") == std::string::npos &&
                           duty.words.ends_with("ue on " + base::words(*duty.due) + ".");
    if (!day_alone) {
        return duty.words;
    }
    return duty.who == duty.body.name ? std::string() : as_sentence(duty.who);
}

/// Where the officer does it, for what has a page of its own.
void set_page(DeskTask& task, const charter::Rule& rule, const DutyShown& duty) {
    const auto* owed = std::get_if<charter::DutyRule>(&rule.params);
    if (std::holds_alternative<charter::FrequencyRule>(rule.params)) {
        task.page = "year";
        task.about = year_in(duty.id);
        task.verb = "Set the dates";
    } else if (owed != nullptr && owed->evidence == "record-report") {
        task.page = "report";
        task.about = duty.id;
        task.verb = "Record the report";
    }
}

/// The rest of the duties that are due soon or overdue. The last day for items is not the
/// officer's to keep, and what waits for leave is listed as what it is.
void add_duties(Desk& desk) {
    for (std::size_t i = 0; i < desk.lines.size(); ++i) {
        const auto& line = desk.lines[i];
        const auto* rule = rule_of(desk, line.duty);
        const bool items = rule != nullptr && act_of(*rule) == "notify-item";
        if (desk.said.count(i) != 0 || items || is_awaited(desk, line.duty)) {
            continue;
        }
        DeskTask task;
        task.due = line.duty.due;
        task.what = line.duty.what;
        task.what.pop_back();
        task.hint = hint_of(line.duty);
        if (line.count > 1) {
            task.hint =
                capitalised(counted(line.count, "member", "members")) + " still to do this.";
        }
        task.body = line.duty.body;
        task.clause = line.duty.clause;
        task.state = line.duty.state == "overdue" ? "overdue" : "";
        task.page = "duties";
        task.verb = "See the duty";
        task.meeting = line.duty.meeting;
        if (desk.may_act && rule != nullptr) {
            set_page(task, *rule, line.duty);
        }
        add(desk, std::move(task));
    }
}

/// "3 things today, 1 overdue."
std::string sentence_of(const DeskPage& page) {
    const auto things = [](std::int64_t count) {
        return count == 1 ? std::string("1 thing") : std::to_string(count) + " things";
    };
    const auto waiting =
        std::count_if(page.tasks.begin(), page.tasks.end(),
                      [](const DeskTask& task) { return task.state == "waiting"; });
    const auto waits = waiting == 0
                           ? std::string()
                           : " " + things(waiting) +
                                 (waiting == 1 ? " waits for an answer." : " wait for an answer.");
    const auto late = std::count_if(page.tasks.begin(), page.tasks.end(),
                                    [&](const DeskTask& task) { return task.late; });
    const auto is_late =
        late == 0 ? std::string() : " " + things(late) + (late == 1 ? " is late." : " are late.");
    if (page.today_count == 0 && page.overdue_count == 0) {
        const auto dated =
            std::count_if(page.tasks.begin(), page.tasks.end(), [&](const DeskTask& task) {
                return task.state != "waiting" && task.due && *task.due > page.today;
            });
        const auto rest = static_cast<std::int64_t>(page.tasks.size()) - waiting - late - dated;
        std::string out = "Nothing is due today." + is_late;
        if (dated > 0) {
            out += " " + things(dated) + (dated == 1 ? " is coming up." : " are coming up.");
        }
        if (rest > 0) {
            out += " " + things(rest) + (rest == 1 ? " has no day set." : " have no day set.");
        }
        return out + waits;
    }
    std::string out = page.today_count == 0 ? "Nothing today" : things(page.today_count) + " today";
    out += page.overdue_count == 0 ? "." : ", " + std::to_string(page.overdue_count) + " overdue.";
    return out + is_late + waits;
}

void settle(DeskPage& page) {
    const auto rank = [](const DeskTask& task) {
        return task.state == "overdue" ? 0 : task.state == "today" ? 1 : 2;
    };
    std::stable_sort(page.tasks.begin(), page.tasks.end(),
                     [&](const DeskTask& a, const DeskTask& b) {
                         if (rank(a) != rank(b)) {
                             return rank(a) < rank(b);
                         }
                         if (a.due.has_value() != b.due.has_value()) {
                             return a.due.has_value();
                         }
                         return a.due && *a.due < *b.due;
                     });
    for (const auto& task : page.tasks) {
        page.overdue_count += task.state == "overdue" ? 1 : 0;
        page.today_count += task.state == "today" ? 1 : 0;
    }
    page.sentence = sentence_of(page);
}

/// Bodies with something to do, in the order established; then the list narrowed to one.
void narrow(Desk& desk, std::string_view only) {
    auto& page = desk.page;
    page.all_tasks = static_cast<std::int64_t>(page.tasks.size());
    desk.ground.state().bodies.each([&](const Body& body) {
        const auto count =
            std::count_if(page.tasks.begin(), page.tasks.end(),
                          [&](const DeskTask& task) { return task.body.id == body.id.value; });
        if (count > 0 || body.id.view() == only) {
            page.choices.push_back({desk.ground.body(body.id), count});
        }
    });
    if (only.empty()) {
        return;
    }
    page.only = desk.ground.body(BodyId(only));
    std::erase_if(page.tasks, [&](const DeskTask& task) { return task.body.id != only; });
    std::erase_if(page.bodies, [&](const YearLine& line) { return line.body.id != only; });
}

/// Everything that is to be done, each thing once: what a meeting's tasks say, the duties do not.
void collect(Desk& desk, const std::vector<Duty>& duties) {
    const auto& state = desk.ground.state();
    state.bodies.each([&](const Body& body) {
        add_dates(desk, body);
        add_year(desk, body, duties);
    });
    state.meetings.each([&](const Meeting& meeting) {
        add_meeting(desk, meeting, duties);
        add_silent(desk, meeting);
        add_proposed_corrections(desk, meeting);
    });
    add_awaited(desk);
    add_urgent(desk);
    add_disputes(desk);
    add_hearings(desk);
    add_reviews(desk);
    add_absences(desk);
    add_vacancies(desk);
    add_workspace(desk);
    add_duties(desk);
}

} // namespace

std::optional<DeskPage> desk_page(const Reader& reader, std::string_view only) {
    const auto& ground = reader.ground();
    const bool known = only.empty() || ground.state().bodies.find(BodyId(only)) != nullptr;
    if (!ground.see.desk() || !known) {
        return std::nullopt;
    }
    Desk desk{reader, ground, ground.see.secretariat(), {}, {}, {}};
    desk.page.today = ground.today;
    desk.page.year = ground.today.year();
    const auto all = duties(ground.state(), ground.context(), ground.today);
    desk.lines = duty_lines(ground, all);
    std::erase_if(desk.lines, [](const DutyLine& line) {
        return line.duty.state != "overdue" && line.duty.state != "due-soon";
    });
    collect(desk, all);
    narrow(desk, only);
    settle(desk.page);
    return std::move(desk.page);
}

} // namespace quorate::views
