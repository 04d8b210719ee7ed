// A member's desk, in one column for a phone.

#include "base/text.hpp"
#include "html/progress.hpp"
#include "views/meetings/papers.hpp"
#include "web/desk/member_parts.hpp"
#include "web/hindsight.hpp"
#include "web/parts.hpp"

namespace quorate::web {

using namespace html;

namespace {

Html next_meeting(const DeskVisit& visit, const views::MemberDesk& desk) {
    Html out = h(2, "Your next meeting");
    if (desk.meetings.empty()) {
        return fragment(out, nothing_here("No meeting of a body you sit on has been called."));
    }
    const auto& next = desk.meetings.front();
    out += p(strong(meeting_words(next.line)));
    out += p(next.coming_words, " ",
             next.coming == "nothing-said" ? "If you will come, there is nothing to do." : "");
    out += own_meeting_links(visit, next);
    out += own_agenda(visit, next);
    if (desk.meetings.size() > 1) {
        std::vector<Html> items;
        for (std::size_t i = 1; i < desk.meetings.size(); ++i) {
            const auto& each = desk.meetings[i];
            items.push_back(li(a(visit.links.own_meeting(each.line.id), meeting_words(each.line)),
                               br(), span(cls("q-quiet"), each.coming_words)));
        }
        out += fragment(h(2, "Meetings after that"), plain_list(cls("govuk-list--spaced"), items));
    }
    return out;
}

Html minutes_sent(const DeskVisit& visit, const views::MemberDesk& desk) {
    std::vector<Html> items;
    for (const auto& each : desk.minutes) {
        items.push_back(li(
            a(visit.links.own_meeting(each.meeting.id).slash("minutes"), each.meeting.name), br(),
            span(cls("q-quiet"), "Sent ", short_day(each.sent.local.date),
                 ". Draft, not yet approved.")));
    }
    return items.empty() ? Html()
                         : fragment(h(2, "Minutes sent to you"),
                                    plain_list(cls("govuk-list--spaced"), items));
}

Html action_line(const DeskVisit& visit, const views::OwnAction& action) {
    Html about = text(action.of_organisation ? "For your organisation. " : "");
    if (!action.meeting.empty()) {
        about += text("Agreed at " + action.meeting + ". ");
    }
    about += action.due ? fragment("By ", date(*action.due), ". ") : text("No date is set. ");
    const auto state = action.status == "done"      ? progress_word(Progress::done)
                       : action.status == "dropped" ? progress_word(Progress::off, "Dropped")
                       : action.overdue             ? progress_word(Progress::late)
                                        : progress_word(Progress::now, action.status_words);
    const bool open = action.status == "open" || action.status == "progressing";
    return li(action.what, br(), span(cls("q-quiet"), about), br(), state, " ",
              open ? a(visit.links.desk().slash("actions").slash_id(action.id), "Say how it stands",
                       hidden_text(": " + action.what))
                   : Html());
}

Html actions(const DeskVisit& visit, const views::MemberDesk& desk) {
    std::vector<Html> items;
    for (const auto& action : desk.actions) {
        items.push_back(action_line(visit, action));
    }
    return fragment(h(2, "What you are to do"), items.empty()
                                                    ? nothing_here("No action is recorded for you.")
                                                    : plain_list(cls("govuk-list--spaced"), items));
}

Html request_state(const views::OwnRequest& request) {
    if (request.state == "waiting") {
        return progress_word(Progress::waiting, "Waiting");
    }
    if (request.state == "refused" || request.state == "not-allowed") {
        return progress_word(Progress::off, "Not on the agenda");
    }
    return progress_word(Progress::done, "On the agenda");
}

Html requests(const DeskVisit& visit, const views::MemberDesk& desk) {
    if (desk.requests.empty()) {
        return {};
    }
    std::vector<Html> items;
    for (const auto& each : desk.requests) {
        items.push_back(li(strong(each.title), br(), request_state(each), " ", each.words, br(),
                           span(cls("q-quiet"), "For ", each.meeting.name, ". Asked on ",
                                short_day(each.when.local.date), ". ",
                                a(visit.links.entry(each.position), "Entry ", each.position))));
    }
    return fragment(h(2, "What you asked for"), plain_list(cls("govuk-list--spaced"), items));
}

Html interests(const DeskVisit& visit, const views::MemberDesk& desk) {
    std::vector<Html> items;
    for (const auto& each : desk.interests) {
        items.push_back(li(each.kind, ": ", each.nature,
                           each.sensitive ? " (details withheld from others)" : ""));
    }
    return fragment(h(2, "Your entries in the register of interests"),
                    items.empty() ? nothing_here("You have none.") : ul(items),
                    p(a(visit.links.desk().slash("interests"), "Enter or take out an interest")));
}

Html recorded(const DeskVisit& visit, const views::MemberDesk& desk) {
    if (desk.recorded.empty()) {
        return {};
    }
    const auto count = static_cast<std::int64_t>(desk.recorded.size()) + desk.recorded_more;
    return fragment(
        h(2, "Recorded for you"),
        p(count == 1 ? std::string("The secretariat recorded one act for you. Say whether it is "
                                   "yours; nothing waits for that.")
                     : "The secretariat recorded " + std::to_string(count) +
                           " acts for you. Say whether they are yours; nothing waits for that."),
        p(a(visit.links.desk().slash("recorded"), "Look at what was recorded")));
}

} // namespace

std::vector<govuk::Breadcrumb> desk_trail(const DeskVisit& visit, std::string_view here) {
    return {{.content = "My desk", .href = visit.links.desk()}, {.content = here}};
}

Html meeting_words(const views::MeetingLine& line) {
    return fragment(line.body.name, ", ", date_and_time(line.at.local),
                    line.place.empty() ? std::string() : ", " + line.place);
}

Html own_meeting_links(const DeskVisit& visit, const views::OwnMeeting& meeting) {
    const auto here = visit.links.own_meeting(meeting.line.id);
    const auto secondary = ButtonSettings{.classes = "govuk-button--secondary"};
    Html out;
    if (meeting.line.to_come && meeting.coming == "nothing-said") {
        out += link_button("Send apologies", here.slash("apologies"), secondary);
    }
    if (meeting.line.to_come && meeting.substitutes) {
        out += link_button(meeting.coming == "substitute" ? "Change your substitute"
                                                          : "Send a substitute",
                           here.slash("substitute"), secondary);
    }
    if (!meeting.items.empty()) {
        out += link_button("Declare an interest", here.slash("declare"), secondary);
    }
    out += link_button("Ask for an item", here.slash("item"), secondary);
    Html deadline = p(cls("q-quiet"), meeting.items_words, " ",
                      meeting.items_clause.empty()
                          ? Html()
                          : clause_link(visit.links, meeting.line.body.id, meeting.items_clause));
    return fragment(div(cls("govuk-button-group"), out), deadline);
}

Html own_agenda(const DeskVisit& visit, const views::OwnMeeting& meeting) {
    if (meeting.items.empty()) {
        return fragment(h(3, "Agenda"), nothing_here("The agenda has no items yet."));
    }
    const auto papers = views::papers_of(visit.reader, meeting.line.id);
    const auto paper_link = [&](const views::PaperShown& paper) {
        return li(a(visit.links.paper(paper.digest, paper.name), paper.title), " ",
                  span(cls("q-quiet"), paper.type, ", ", paper.size,
                       paper.restricted.empty() ? "" : ", for members only"));
    };
    std::vector<Html> whole;
    std::vector<Html> items;
    for (const auto& paper : papers) {
        if (!paper.item) {
            whole.push_back(paper_link(paper));
        }
    }
    for (const auto& item : meeting.items) {
        std::vector<Html> own;
        for (const auto& paper : papers) {
            if (paper.item == item.number) {
                own.push_back(paper_link(paper));
            }
        }
        Html line = fragment(std::to_string(item.number), ". ", item.title);
        if (!item.matches.empty()) {
            line += fragment(br(), strong("It may touch your registered interest: "),
                             base::list_words(item.matches));
        }
        if (item.declared) {
            line += fragment(br(), item.standing);
        }
        items.push_back(li(line, own.empty() ? Html() : ul(own)));
    }
    return fragment(h(3, "Agenda and papers"), whole.empty() ? Html() : ul(whole),
                    plain_list(cls("govuk-list--spaced"), items));
}

Html member_sections(const DeskVisit& visit, const views::MemberDesk& desk) {
    if (desk.seats.empty()) {
        return p("You hold no seat today, so there is nothing for you to do here.");
    }
    return fragment(next_meeting(visit, desk), minutes_sent(visit, desk), actions(visit, desk),
                    requests(visit, desk), recorded(visit, desk), interests(visit, desk));
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
    {"/desk/mine/{body}/{meeting}/apologies", apologies_page, send_apologies, members_only},
    {"/desk/mine/{body}/{meeting}/substitute", substitute_page, send_substitute, members_only},
    {"/desk/mine/{body}/{meeting}/declare", declare_page, declare_interest, members_only},
    {"/desk/mine/{body}/{meeting}/item", ask_item_page, ask_item, members_only},
    {"/desk/mine/{body}/{meeting}/minutes", own_minutes_page, nullptr, members_only},
    {"/desk/interests", interests_page, register_interest, members_only},
    {"/desk/interests/withdraw", nullptr, withdraw_interest, members_only},
    {"/desk/actions/{body}/{action}", action_page, report_action, members_only},
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
