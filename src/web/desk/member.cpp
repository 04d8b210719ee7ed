// A member's desk, in one column for a phone: when the next meeting is, whether they come, what
// they must read, what waits for them.

#include "base/text.hpp"
#include "governance/words.hpp"
#include "html/progress.hpp"
#include "partnership/workspace/reading.hpp"
#include "views/desk/own_corrections.hpp"
#include "views/partner/partner.hpp"
#include "views/reading/reading.hpp"
#include "web/desk/member_parts.hpp"
#include "web/desk/urgent_parts.hpp"
#include "web/hindsight.hpp"
#include "web/parts.hpp"

#include <algorithm>

namespace quorate::web {

using namespace html;

namespace {

// ---- What changed ----

/// What others did since the member was last here, in one sentence. Also notes that they are here.
Html since_last_time(const DeskVisit& visit) {
    const auto since =
        partnership::look_at_desk(visit.workspace, visit.who.session.account.name,
                                  visit.reader.size(), visit.now(), base::system_now());
    if (!since || !*since) {
        return {};
    }
    const auto words = views::since_words(visit.reader, (*since)->position);
    const auto day = visit.partnership.zone().local((*since)->at).date;
    if (words.empty() && day == visit.reader.on()) {
        return {};
    }
    return p(cls("q-since"), "Since you were here on ", date(day), ": ",
             words.empty() ? std::string("nothing changed for you.") : words + ".");
}

// ---- The next meeting ----

Html reading_line(const DeskVisit& visit, const views::OwnMeeting& meeting) {
    const auto count = views::reading_count(visit.reader, meeting.line.id);
    if (count.papers == 0) {
        return p(cls("q-quiet"), "No papers have been sent for it yet.");
    }
    return p(cls("q-to-read"),
             a(visit.links.own_meeting(meeting.line.id).slash("read"), "Read the papers",
               hidden_text(" of ", meeting_words(meeting.line))),
             " ", papers_words(count));
}

Html to_declare(const DeskVisit& visit, const views::OwnMeeting& meeting) {
    const auto url = visit.links.own_meeting(meeting.line.id).slash("declare");
    if (meeting.items.empty() || meeting.seat.stands_in) {
        return {};
    }
    std::vector<Html> matched;
    std::vector<Html> declared;
    for (const auto& item : meeting.items) {
        if (item.declared && !item.withdrawn) {
            declared.push_back(li("Item ", item.number, ", ", item.title, ": ", item.standing));
        } else if (!item.matches.empty() && !item.withdrawn) {
            const auto& match = item.matches.front();
            matched.push_back(li(a(url.query("item", std::to_string(item.number)), "Item ",
                                   item.number, ", ", item.title),
                                 " may touch your entry “", match.nature, "”. ",
                                 span(cls("q-quiet"), match.why)));
        }
    }
    const Html said = declared.empty() ? Html() : ul(declared);
    if (!matched.empty()) {
        return fragment(said, p(strong("You may have something to declare")), ul(matched));
    }
    return fragment(said, p(cls("q-quiet"),
                            said.empty() ? "We found no match with your register of interests; you "
                                           "must still declare an interest you have. "
                                         : "You must declare any other interest you have too. ",
                            a(url, "Declare an interest")));
}

Html small_links(const DeskVisit& visit, const views::OwnMeeting& meeting) {
    const auto here = visit.links.own_meeting(meeting.line.id);
    return plain_list(cls("q-own-links"),
                      std::vector<Html>{li(a(here.slash("meeting.ics"), "Add to your calendar")),
                                        li(a(here.slash("item"), "Ask for an item"), " ",
                                           span(cls("q-quiet"), meeting.items_words)),
                                        li(a(here, "Agenda, and everything about this meeting"))});
}

/// Of a meeting to which they go from two seats: from which this is. A substitute is told anyway.
Html from_seat(const views::MemberDesk& desk, const views::OwnMeeting& meeting) {
    const auto lines = std::count_if(
        desk.meetings.begin(), desk.meetings.end(),
        [&](const views::OwnMeeting& each) { return each.line.id == meeting.line.id; });
    return lines < 2 || meeting.seat.stands_in
               ? Html()
               : fragment("From your seat ", meeting.seat.seat.number, ". ");
}

Html next_meeting(const DeskVisit& visit, const views::MemberDesk& desk) {
    const auto& next = desk.meetings.front();
    const auto& line = next.line;
    return section(
        cls("q-next").set("aria-labelledby", "next-meeting"),
        h(2, id("next-meeting"), next.under_way ? "A meeting is going on" : "Your next meeting"),
        p(cls("q-next__when"), strong(when(line.at, line.ends))), broken_off_words(next),
        p(line.body.name, line.place.empty() ? std::string() : ". " + line.place),
        p(from_seat(desk, next), coming_word(next)), overlap_words(visit, next),
        reading_line(visit, next), answer_of(visit, next), to_declare(visit, next),
        small_links(visit, next));
}

Html later_meetings(const DeskVisit& visit, const views::MemberDesk& desk) {
    std::vector<Html> items;
    for (std::size_t i = 1; i < desk.meetings.size(); ++i) {
        const auto& each = desk.meetings[i];
        items.push_back(li(a(visit.links.own_meeting(each.line.id).query("seat", each.seat.seat.id),
                             meeting_words(each.line)),
                           each.broken_off ? broken_off_words(each) : br(), from_seat(desk, each),
                           coming_word(each), overlap_words(visit, each),
                           reading_line(visit, each)));
    }
    return items.empty() ? Html()
                         : section(h(2, "Meetings after that"), plain_list(cls("q-lines"), items));
}

Html meetings(const DeskVisit& visit, const views::MemberDesk& desk) {
    if (desk.meetings.empty()) {
        return section(
            h(2, "Your next meeting"),
            nothing_here("No meeting of a body you sit on has been called. You will find it here "
                         "when one is, and can say then whether you will come."),
            p(a(visit.links.part("calendar"), "Dates planned for the year")));
    }
    return fragment(next_meeting(visit, desk), later_meetings(visit, desk));
}

// ---- What waits for them ----

Html by_day(const std::optional<base::CivilDate>& due) {
    return due ? fragment("By ", date(*due), ". ") : Html();
}

Html action_line(const DeskVisit& visit, const views::OwnAction& action) {
    const auto state = action.overdue ? progress_word(Progress::late)
                                      : progress_word(Progress::now, action.status_words);
    return li(a(visit.links.desk().slash("actions").slash_id(action.id), action.what), br(), state,
              " ",
              span(cls("q-quiet"), action.of_organisation ? "For your organisation. " : "",
                   by_day(action.due),
                   action.meeting.empty() ? "" : "Agreed at " + action.meeting + "."));
}

Html report_line(const DeskVisit& visit, const views::ReportBack& report) {
    const auto url = visit.links.desk()
                         .slash("report")
                         .slash_id(report.meeting.id)
                         .query("seat", report.seat.seat.id);
    const auto state = report.state == "overdue"    ? progress_word(Progress::late)
                       : report.state == "due-soon" ? progress_word(Progress::soon)
                                                    : progress_word(Progress::now, "To be done");
    return li(a(url, "Report back on ", report.meeting.name), br(), state, " ",
              span(cls("q-quiet"), by_day(report.due), report.what, " ",
                   clause_link(visit.links, report.seat.body.id, report.clause)));
}

Html answer_line(const DeskVisit& visit, const views::PartnerDecision& each) {
    const auto url = visit.links.desk()
                         .slash("organisation")
                         .slash(each.organisation.id)
                         .slash("answer")
                         .slash_id(each.line.id);
    return li(a(url, "Answer for ", each.organisation.name, ": ", each.line.words), br(),
              progress_word(Progress::now, "Not answered"), " ",
              span(cls("q-quiet"), each.why.empty() ? std::string() : each.why.front()));
}

void add_waiting(const DeskVisit& visit, const views::MemberDesk& desk, std::vector<Html>& items) {
    for (const auto& report : desk.reports) {
        if (report.open) {
            items.push_back(report_line(visit, report));
        }
    }
    for (const auto& action : desk.actions) {
        if (is_open(action)) {
            items.push_back(action_line(visit, action));
        }
    }
    for (const auto& each : views::to_answer(visit.reader)) {
        items.push_back(answer_line(visit, each));
    }
    for (const auto& each : desk.minutes) {
        items.push_back(li(a(visit.links.own_meeting(each.meeting.id).slash("minutes"),
                             "Read the draft minutes of ", each.meeting.name),
                           br(), progress_word(Progress::now, "Draft, not yet approved"), " ",
                           span(cls("q-quiet"), "Sent ", short_day(each.sent.local.date),
                                ". Say what is to be put right.")));
    }
    if (!desk.recorded.empty()) {
        const auto count = static_cast<std::int64_t>(desk.recorded.size()) + desk.recorded_more;
        items.push_back(li(a(visit.links.desk().slash("recorded"), "Confirm or dispute what was "
                                                                   "recorded for you"),
                           br(),
                           span(cls("q-quiet"),
                                governance::as_sentence(governance::counted(count, "act", "acts")),
                                " Nothing waits for that.")));
    }
}

Html waiting(const DeskVisit& visit, const views::MemberDesk& desk) {
    std::vector<Html> items;
    add_waiting(visit, desk, items);
    const Html asked = asked_of_you(visit);
    return section(h(2, "What waits for you"), asked,
                   !asked.empty() && items.empty() ? Html()
                   : items.empty() ? nothing_here("Nothing. Actions, minutes to read and decisions "
                                                  "your organisation is to answer will stand here.")
                                   : plain_list(cls("q-lines"), items));
}

/// What they asked for at meetings still to be held.
Html asked_for(const views::MemberDesk& desk) {
    std::vector<Html> items;
    for (const auto& each : desk.requests) {
        const bool ahead = std::any_of(
            desk.meetings.begin(), desk.meetings.end(),
            [&](const views::OwnMeeting& meeting) { return meeting.line.id == each.meeting.id; });
        if (ahead) {
            items.push_back(li(strong(each.title), br(), request_word(each), " ", each.words));
        }
    }
    return items.empty() ? Html()
                         : section(h(2, "Items you asked for"), plain_list(cls("q-lines"), items));
}

/// Corrections to minutes they asked for, and what became of them.
Html corrections_asked_for(const DeskVisit& visit) {
    std::vector<Html> items;
    for (const auto& each : views::own_corrections(visit.reader)) {
        items.push_back(
            li(a(visit.links.own_meeting(each.meeting.id).slash("minutes").slash("correct"),
                 "Minutes of ", each.meeting.name),
               ": ", each.asked.words, br(), correction_word(each.asked)));
    }
    return items.empty()
               ? Html()
               : section(h(2, "Corrections you asked for"), plain_list(cls("q-lines"), items));
}

// ---- What is theirs ----

Html own_things(const DeskVisit& visit, const views::MemberDesk& desk) {
    const auto own = visit.links.desk();
    const auto counted = [](std::size_t count, std::string_view one, std::string_view many) {
        return span(cls("q-quiet"), governance::as_sentence(governance::counted(
                                        static_cast<std::int64_t>(count), one, many)));
    };
    std::vector<Html> items{
        li(a(own.slash("interests"), "My register of interests"), " ",
           counted(desk.interests.size(), "entry", "entries")),
        li(a(own.slash("declarations"), "What I declared at meetings"), " ",
           counted(desk.declarations.size(), "declaration", "declarations")),
        li(a(own.slash("requests"), "Items I asked for"), " ",
           counted(desk.requests.size(), "item", "items")),
        li(a(own.slash("actions"), "My actions and reports"), " ",
           counted(desk.actions.size() + desk.reports.size(), "entry", "entries")),
        li(a(own.slash("notes"), "My private notes"), " ",
           span(cls("q-quiet"), "Seen by nobody else.")),
        li(a(own.slash("meetings.ics"), "All my meetings as a calendar file"))};
    return section(h(2, "Yours"), plain_list(cls("q-own-links"), items));
}

Html seat_line(const DeskVisit& visit, const views::OwnSeat& own) {
    Html out = a(visit.links.body(own.body.id), own.body.name);
    if (own.stands_in) {
        return li(out, ": you stand in for ", own.for_whom, ".");
    }
    out += text(": seat " + std::to_string(own.seat.number));
    for (const auto& office : own.offices) {
        out += text(", " + office);
    }
    out += text(".");
    return li(out, own.until
                       ? fragment(" ", strong("The register has it end on ", date(*own.until), "."))
                       : Html());
}

/// So long is somebody who still sits elsewhere told that a seat of theirs ended.
constexpr int days_told_of_end = 90;

/// Seats they held and hold no longer; with `days`, those that ended within so many.
std::vector<Html> seats_ended(const DeskVisit& visit, const views::MemberDesk& desk,
                              std::optional<int> days) {
    std::vector<Html> out;
    for (const auto& each : desk.ended) {
        if (!days || each.until.plus_days(*days) >= visit.reader.on()) {
            out.push_back(li("Seat ", each.seat.number, " on ", each.body.name, " ended on ",
                             date(each.until), "."));
        }
    }
    return out;
}

Html seats(const DeskVisit& visit, const views::MemberDesk& desk) {
    std::vector<Html> items;
    for (const auto& own : desk.seats) {
        items.push_back(seat_line(visit, own));
    }
    for (auto& line : seats_ended(visit, desk, days_told_of_end)) {
        items.push_back(std::move(line));
    }
    return section(h(2, "Where you sit"), plain_list(cls("q-own-links"), items));
}

Html no_seat(const DeskVisit& visit, const views::MemberDesk& desk) {
    Html out = p("You hold no seat today and stand in for nobody, so no meeting waits for you.");
    const auto ended = seats_ended(visit, desk, {});
    out += ended.empty() ? Html() : ul(ended);
    out += p("If that is not right, tell the secretariat: it keeps the register of members. What "
             "is published you can read like everyone else: ",
             a(visit.links.part("meetings"), "meetings"), ", ",
             a(visit.links.part("decisions"), "decisions"), ".");
    out += p(a(visit.links.desk().slash("notes"), "My private notes"));
    return out;
}

} // namespace

std::vector<govuk::Breadcrumb> desk_trail(const DeskVisit& visit, std::string_view here) {
    return {{.content = "My desk", .href = visit.links.desk()}, {.content = here}};
}

Html meeting_words(const views::MeetingLine& line) {
    return fragment(line.body.name, ", ", when(line.at, line.ends),
                    line.place.empty() ? std::string() : ", " + line.place);
}

bool is_open(const views::OwnAction& action) {
    return action.status == "open" || action.status == "progressing";
}

std::string papers_words(const views::ReadingCount& count) {
    std::string out = governance::counted(count.papers, "paper", "papers");
    out += count.unread == 0 ? ", all read"
           : count.unread == count.papers
               ? ", not read yet"
               : ", " + governance::count_words(count.unread) + " not read yet";
    if (count.fresh > 0) {
        out += "; " + governance::count_words(count.fresh) + " new since you last looked";
    }
    if (count.moved > 0) {
        out += "; the agenda has changed";
    }
    return governance::as_sentence(out);
}

Html member_sections(const DeskVisit& visit, const views::MemberDesk& desk) {
    if (desk.seats.empty()) {
        return no_seat(visit, desk);
    }
    return fragment(since_last_time(visit), meetings(visit, desk), waiting(visit, desk),
                    asked_for(desk), corrections_asked_for(visit), own_things(visit, desk),
                    seats(visit, desk));
}

http::Response member_desk(const DeskVisit& visit) {
    const auto desk = views::member_desk(visit.reader);
    const Html main = fragment(done_notice(visit), page_heading("My desk", visit.who.title),
                               member_sections(visit, desk));
    return framed(visit, {.title = "My desk",
                          .section = "desk",
                          .section_page = true,
                          .main = reading_column(main)});
}

namespace {

constexpr DeskRoute routes[] = {
    {"/desk/mine/{body}/{meeting}", own_meeting_page, nullptr, members_only},
    {"/desk/mine/{body}/{meeting}/answer", nullptr, answer_meeting, members_only},
    {"/desk/mine/{body}/{meeting}/meeting.ics", own_meeting_calendar, nullptr, members_only},
    {"/desk/mine/{body}/{meeting}/substitute", substitute_page, send_substitute, members_only},
    {"/desk/mine/{body}/{meeting}/declare", declare_page, declare_interest, members_only},
    {"/desk/mine/{body}/{meeting}/item", ask_item_page, ask_item, members_only},
    {"/desk/mine/{body}/{meeting}/minutes", own_minutes_page, nullptr, members_only},
    {"/desk/meetings.ics", own_calendar, nullptr, members_only},
    {"/desk/interests", interests_page, register_interest, members_only},
    {"/desk/interests/withdraw", nullptr, withdraw_interest, members_only},
    {"/desk/interests/change/{interest}", change_interest_page, change_interest, members_only},
    {"/desk/declarations", declarations_page, nullptr, members_only},
    {"/desk/requests", requests_page, nullptr, members_only},
    {"/desk/actions", actions_page, nullptr, members_only},
    {"/desk/actions/{body}/{action}", action_page, report_action, members_only},
    {"/desk/report/{body}/{meeting}", report_page, send_report, members_only},
    {"/desk/recorded", recorded_page, answer_recorded, members_only},
    {"/desk/discretion/{position:number}", discretion_page, answer_discretion, {true, true, false}},
    {"/desk/back-dated", back_dated_page, nullptr, secretariat_and_auditor},
    {"/what-if", what_if_page, nullptr, secretariat_and_auditor},
    {"/desk/audit/{table}", audit_csv, nullptr, {false, false, true}}};

} // namespace

std::span<const DeskRoute> member_routes() {
    return routes;
}

} // namespace quorate::web
