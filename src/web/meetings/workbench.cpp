// The workbench of a meeting, and the list of all meetings that leads to one.

#include "html/govuk/details.hpp"
#include "html/govuk/inset_text.hpp"
#include "html/govuk/task_list.hpp"
#include "views/partner/hearings.hpp"
#include "web/meetings/arising.hpp"
#include "web/meetings/planning.hpp"
#include "web/meetings/planning_pages.hpp"

namespace quorate::web {

using namespace html;

namespace {

Html task_hint(const views::MeetingTask& task) {
    Html out = text(task.hint);
    if (task.due && task.state != "done") {
        out += fragment(out.empty() ? "" : " ", "By ", date(*task.due), ".");
    }
    return out;
}

/// Whether the page of a task has anything to do now.
bool page_open(const DeskVisit& visit, const views::WorkbenchPage& page,
               const views::MeetingTask& task) {
    const bool minutes = task.page == "minutes";
    const bool over = page.line.status == "closed";
    if (!visit.secretariat()) {
        return task.page == "answers" && !over;
    }
    return minutes ? task.state != "later" : !over || task.page == "day";
}

Html tasks(const DeskVisit& visit, const views::WorkbenchPage& page) {
    if (page.tasks.empty()) {
        return {};
    }
    govuk::TaskList list;
    Html next;
    for (const auto& task : page.tasks) {
        auto to = task_page(visit.links, task.page, page.line.id, task.item);
        if (task.page == "answers" && visit.secretariat() && page.open_for_change) {
            to = visit.links.workbench(page.line.id).slash("answers");
        }
        const bool link = to && page_open(visit, page, task);
        list.items.push_back(
            {.title = task.what,
             .href = link ? to : std::nullopt,
             .hint = task_hint(task),
             .status = progress_word(task_progress(task.state), task.state_words)});
        const bool first = next.empty() && (task.state == "next" || task.state == "late" ||
                                            task.state == "waiting");
        if (first && to && visit.secretariat()) {
            next = p(link_button(task.verb, *to));
        }
    }
    return section(h(2, "What to do"), next, govuk::task_list(list));
}

Html waiting(const DeskVisit& visit, const views::WorkbenchPage& page) {
    if (page.awaited.empty()) {
        return {};
    }
    Html out = h(2, "Waiting for leave");
    for (const auto& each : page.awaited) {
        Html line =
            fragment(status_word(Status::needs_discretion, "Waits for " + each.holder), " ");
        if (each.item) {
            line += fragment("Item ", *each.item, ", ", strong(each.title), ", asked for by ",
                             each.asked_by, " on ", date(each.asked.local.date), ". ");
        } else {
            line += fragment("Asked for on ", date(each.asked.local.date), ". ");
        }
        line += fragment(
            each.disputed.empty() ? views::capitalised(each.ruling.sentence) : each.disputed, " ");
        if (each.item && visit.secretariat()) {
            line += a(
                visit.links.workbench(page.line.id).slash("late").slash(std::to_string(*each.item)),
                "Record ", each.holder, "'s answer");
        } else {
            line += a(visit.links.entry(each.position), "Entry ", number(each.position));
        }
        out += p(line);
    }
    return section(out);
}

/// By what leave a partner is heard, and where the Chair's answer is recorded.
Html hearing_answer(const DeskVisit& visit, const views::WorkbenchPage& page,
                    const views::HearingAsked& asked) {
    const auto clause =
        asked.clause.empty()
            ? Html()
            : fragment(" (", clause_link(visit.links, page.line.body.id, asked.clause), ")");
    if (asked.by_right) {
        return fragment("The item affects it, so it may be heard", clause, ".");
    }
    const auto url = visit.links.desk_part("to-hear").slash_id(
        page.line.id + "/" + std::to_string(asked.item) + "/heard/" + asked.organisation.id);
    const auto said =
        asked.answer
            ? text(views::answer_words(asked))
            : fragment("Not notified as affecting it: it waits for the Chair", clause, ".");
    if (!visit.secretariat()) {
        return said;
    }
    return fragment(said, " ",
                    a(url, asked.answer ? "Change the answer" : "Record the Chair's answer",
                      hidden_text(" to " + asked.organisation.name)));
}

/// Partners that ask to be heard. Who comes is recorded on the day.
Html to_be_heard(const DeskVisit& visit, const views::WorkbenchPage& page) {
    std::vector<Html> items;
    for (const auto& each : views::hearings_asked(visit.reader, page.line.id)) {
        items.push_back(li(strong(each.organisation.name), ", on item ", each.item, ", ",
                           each.title, ": ", each.words, " ",
                           span(cls("q-quiet"), "Asked on ", short_day(each.at.local.date), "."),
                           br(), hearing_answer(visit, page, each)));
    }
    return items.empty() ? Html()
                         : section(h(2, id("heard"), "Partners who ask to be heard"),
                                   plain_list(cls("govuk-list--spaced"), items));
}

AgendaRow agenda_row(const DeskVisit& visit, const views::AgendaLine& line) {
    AgendaRow row;
    row.number = std::to_string(line.number);
    row.title = line.title;
    row.about = fragment(line.purpose_words, ". Asked for by ", line.asked_by, " on ",
                         short_day(line.notified.local.date), ".");
    Html remarks;
    if (!line.status_words.empty()) {
        remarks = fragment(strong(line.status_words, "."), " ");
    }
    for (const auto& remark : line.remarks) {
        remarks += fragment(remark, " ");
    }
    row.remarks = remarks;
    row.papers = paper_rows(visit.links, line.papers);
    return row;
}

Html agenda(const DeskVisit& visit, const views::WorkbenchPage& page) {
    Html out = h(2, "Agenda and papers");
    std::vector<AgendaRow> rows;
    for (const auto& line : page.agenda) {
        rows.push_back(agenda_row(visit, line));
    }
    out +=
        rows.empty() ? nothing_here("Nothing is on the agenda yet.") : agenda_list(rows, "Agenda");
    if (!page.whole.empty()) {
        out += fragment(
            h(3, "For the meeting as a whole"),
            paper_list(paper_rows(visit.links, page.whole), "Papers for the meeting as a whole"));
    }
    if (visit.secretariat() && page.line.status != "cancelled" && page.line.status != "closed") {
        const auto bench = visit.links.workbench(page.line.id);
        const ButtonSettings secondary{.classes = "govuk-button--secondary"};
        out += button_row(link_button("Edit the agenda", bench.slash("agenda"), secondary),
                          link_button("Add papers", bench.slash("papers"), secondary));
    }
    return section(out);
}

Html file_list(const Links& links, const std::vector<views::PaperShown>& files) {
    std::vector<Html> items;
    for (const auto& file : files) {
        items.push_back(li(a(links.paper(file.digest, file.name), file.title)));
    }
    return plain_list(items);
}

Html sent(const DeskVisit& visit, const views::WorkbenchPage& page) {
    Html out = h(2, id("sent"), "What was sent");
    if (page.sent.empty()) {
        return section(out, nothing_here("No papers have been sent yet."));
    }
    govuk::Table table;
    table.caption = "Distribution log";
    table.caption_classes = "govuk-visually-hidden";
    table.head = {"When", "What", "To", "How", "By", "Files"};
    table.first_cell_is_header = true;
    for (const auto& each : page.sent) {
        Html what = fragment(each.what);
        if (!each.notice.words.empty()) {
            what += fragment(
                br(), span(cls("q-quiet"), measure(visit.links, page.line.body.id, each.notice)));
        }
        table.rows.push_back(
            {fragment(date(each.at.local.date), br(), base::clock_words(each.at.local.minute)),
             what, each.to, each.how, each.by,
             each.files.empty() ? text("None kept here") : file_list(visit.links, each.files)});
    }
    out += govuk::scrolling_table(table);
    out += p(a(visit.links.workbench(page.line.id).slash("sent.csv"), "Download this table (CSV)"));
    return section(out);
}

Html ways_on(const DeskVisit& visit, const views::WorkbenchPage& page) {
    const auto bench = visit.links.workbench(page.line.id);
    std::vector<Html> items;
    const auto add = [&](const Url& url, std::string_view words) {
        items.push_back(li(a(url, words)));
    };
    if (visit.secretariat()) {
        add(bench.slash("day"), "Meeting day");
        add(bench.slash("minutes"), "Minutes");
    }
    add(visit.links.meeting(page.line.id), "The public page");
    if (visit.secretariat() && page.open_for_change) {
        add(bench.slash("postpone"), "Move it to another date");
        add(bench.slash("cancel"), "Call it off");
    }
    return nav(attr("aria-label", "This meeting"), plain_list(cls("q-ways"), items));
}

Html heading(const views::WorkbenchPage& page) {
    Html state = fragment(page.line.status_words, ". ", when(page.line.at, page.line.ends));
    if (!page.line.place.empty()) {
        state += fragment(", ", page.line.place);
    }
    Html out =
        page_heading(fragment("Meeting of ", date(page.line.at.local.date)), page.line.body.name);
    out += lead(state, ".");
    for (const auto& before : page.postponed_from) {
        out += p(cls("q-quiet"), "Put off from ", when(before), ".");
    }
    return out;
}

Html answers(const DeskVisit& visit, const views::WorkbenchPage& page) {
    const bool may_record = visit.secretariat() && page.open_for_change;
    return fragment(who_has_answered(page),
                    may_record ? p(link_button("Record an answer",
                                               visit.links.workbench(page.line.id).slash("answers"),
                                               {.classes = "govuk-button--secondary"}))
                               : Html());
}

} // namespace

Html who_has_answered(const views::WorkbenchPage& page) {
    Html out = h(2, id("answers"), "Who has answered");
    out += p(page.answers.size(), " of ", page.members, page.members == 1 ? " member" : " members",
             page.answers.size() == 1 ? " has" : " have",
             " sent apologies or named a substitute. Members who will come need not answer.");
    if (!page.answers.empty()) {
        std::vector<Html> lines;
        for (const auto& answer : page.answers) {
            lines.push_back(li(views::seat_words(answer.seat), ": ", answer.words));
        }
        out += plain_list(lines);
    }
    if (!page.silent.empty() && page.open_for_change) {
        std::vector<Html> lines;
        for (const auto& seat : page.silent) {
            lines.push_back(li(views::seat_words(seat)));
        }
        const auto count = std::to_string(page.silent.size());
        out += govuk::details(
            {.summary = count + (page.silent.size() == 1 ? " member has said nothing"
                                                         : " members have said nothing"),
             .content = plain_list(cls("q-columns"), lines)});
    }
    return section(out);
}

http::Response workbench_page(const DeskVisit& visit) {
    const auto page = workbench_of(visit);
    Html main = done_notice(visit);
    main += with_side(heading(page), ways_on(visit, page));
    if (page.line.status == "cancelled") {
        main += govuk::inset_text({.content = "The meeting was called off."});
    } else {
        main += full_width(
            section(h(2, "Timeline"), timeline_of(visit.links, page.line.body.id, page.timeline)));
    }
    main += reading_column(fragment(tasks(visit, page), waiting(visit, page),
                                    to_be_heard(visit, page), agenda(visit, page),
                                    matters_arising(visit, page.line.id), answers(visit, page)));
    main += full_width(sent(visit, page));
    return framed(visit, {.title = "Meeting of " + base::words(page.line.at.local.date),
                          .section = "desk",
                          .trail = meeting_trail(visit, page.line, {}),
                          .main = main});
}

http::Response desk_meetings_page(const DeskVisit& visit) {
    const auto all = visit.reader.meetings();
    const auto table_of = [&](std::string_view caption,
                              const std::vector<views::MeetingLine>& lines) {
        govuk::Table table;
        table.caption = caption;
        table.caption_classes = "govuk-visually-hidden";
        table.head = {"Date", "Body", "State"};
        table.first_cell_is_header = true;
        for (const auto& line : lines) {
            table.rows.push_back(
                {fragment(a(visit.links.workbench(line.id), date(line.at.local.date)), br(),
                          base::clock_words(line.at.local.minute)),
                 line.body.name, line.status_words});
        }
        return govuk::scrolling_table(table);
    };
    Html main = page_heading("Every meeting");
    main += h(2, "To come");
    main += all.to_come.empty() ? nothing_here("No meeting is convened.")
                                : table_of("Meetings to come", all.to_come);
    if (visit.secretariat()) {
        main += p(link_button("Convene a meeting", visit.links.convene()));
    }
    main += h(2, "Past");
    main += all.past.empty() ? nothing_here("The record holds no meeting yet.")
                             : table_of("Past meetings", all.past);
    return framed(visit, {.title = "Every meeting",
                          .section = "desk",
                          .trail = {{.content = "My desk", .href = visit.links.desk()},
                                    {.content = "Every meeting"}},
                          .main = full_width(main)});
}

} // namespace quorate::web
