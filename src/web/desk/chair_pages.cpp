// What the terms leave to the Chair, and what a Chair reads before a meeting.

#include "governance/act_table.hpp"
#include "governance/words.hpp"
#include "html/govuk/details.hpp"
#include "views/desk/viewer.hpp"
#include "views/meetings/kit.hpp"
#include "web/desk/chair_parts.hpp"
#include "web/desk/member_parts.hpp"
#include "web/desk/urgent_parts.hpp"
#include "web/parts.hpp"

#include <algorithm>

namespace quorate::web {

using namespace html;

namespace {

/// Where a power is used; nothing for what is said in the room and written down by the officer.
Html used_where(const DeskVisit& visit, const views::ChairPower& power) {
    const auto uses = [&](std::string_view act) {
        return std::find(power.acts.begin(), power.acts.end(), act) != power.acts.end();
    };
    if (uses("take-urgent-decision")) {
        return a(visit.links.desk_part("urgent").slash(power.body.id), "Decide what cannot wait");
    }
    if (power.waiting > 0) {
        return a(visit.links.desk(),
                 governance::counted(power.waiting, "matter waits", "matters wait"));
    }
    return {};
}

Html power_line(const DeskVisit& visit, const views::ChairPower& power) {
    Html out = fragment(
        power.words, " ",
        power.clause.empty() ? Html() : clause_link(visit.links, power.body.id, power.clause));
    if (!power.quote.empty()) {
        out += fragment(br(), span(cls("q-quiet"), "“", power.quote, "”"));
    }
    const auto where = used_where(visit, power);
    return li(where.empty() ? out : fragment(out, br(), where));
}

/// The powers of one body that are used at one time.
Html power_group(const DeskVisit& visit, const std::vector<views::ChairPower>& powers,
                 const std::string& body, std::string_view when) {
    std::vector<Html> items;
    for (const auto& power : powers) {
        if (power.body.id == body && power.when == when) {
            items.push_back(power_line(visit, power));
        }
    }
    return items.empty() ? Html() : fragment(h(3, when), ul(cls("govuk-list--spaced"), items));
}

// ---- Before the meeting ----

Html said_list(std::string_view heading, const std::vector<std::string>& lines) {
    return lines.empty() ? Html() : fragment(h(3, heading), sentences(lines));
}

Html coming(const views::KitPage& kit) {
    std::vector<Html> items;
    for (const auto& row : kit.rows) {
        if (!row.note.empty()) {
            items.push_back(li(row.seat.words, ": ", row.note));
        }
    }
    const auto silent = static_cast<std::int64_t>(kit.rows.size() - items.size());
    Html out = h(2, "Who is coming");
    if (silent > 0) {
        out += p(views::capitalised(governance::counted(silent, "member has", "members have")),
                 " not answered.");
    }
    if (!items.empty()) {
        out += govuk::details({.summary = "What the others said", .content = ul(items)});
    }
    return out;
}

Html brief_item(const views::KitItem& item) {
    Html out = h(3, item.number, ". ", item.title);
    std::vector<Html> lines;
    for (const auto& remark : item.remarks) {
        lines.push_back(li(remark));
    }
    for (const auto& each : item.may_declare) {
        lines.push_back(li(strong("May have to declare: "), each.words, ". ", each.why));
    }
    for (const auto& each : item.partners) {
        lines.push_back(li(strong("May be heard: "), each));
    }
    out += lines.empty() ? Html() : ul(lines);
    Html more;
    more += item.choices.empty() ? Html()
                                 : fragment(p(strong("What can be done")), sentences(item.choices));
    more += item.consider.empty()
                ? Html()
                : fragment(p(strong("To be taken into account")), sentences(item.consider));
    more += item.say.empty() ? Html() : fragment(p(strong("Words to say")), sentences(item.say));
    if (!more.empty()) {
        out += govuk::details(
            {.summary = fragment("What can be done, and the words",
                                 hidden_text(", item " + std::to_string(item.number))),
             .content = more});
    }
    return out;
}

/// The meeting is one the viewer chairs, or may have to.
bool is_theirs(const DeskVisit& visit, const views::ChairDesk& desk, const std::string& meeting,
               const std::string& body) {
    return std::any_of(desk.seats.begin(), desk.seats.end(),
                       [&](const views::OwnSeat& seat) { return seat.body.id == body; }) ||
           views::acts_from_the_chair(visit.partnership, visit.who.viewer, meeting);
}

/// Matters that wait at this meeting.
Html matters_here(const DeskVisit& visit, const views::ChairDesk& desk,
                  const std::string& meeting) {
    std::vector<Html> items;
    for (const auto* list : {&desk.matters, &desk.later, &desk.others}) {
        for (const auto& matter : *list) {
            if (matter.meeting == meeting) {
                items.push_back(li(a(matter_url(visit, matter), matter.title),
                                   matter.whose.empty() ? std::string() : ". " + matter.whose));
            }
        }
    }
    return items.empty() ? Html() : fragment(h(2, "For you to decide"), ul(items));
}

} // namespace

http::Response chair_powers_page(const DeskVisit& visit) {
    const auto powers = views::chair_powers(visit.reader);
    Html main = fragment(
        page_heading("What the terms leave to you", visit.who.title),
        p("Worked out from the terms of reference in force today, body by body. What waits for "
          "your answer stands on ",
          a(visit.links.desk(), "your desk"),
          "; what you say in the room is written down by the "
          "officer."));
    if (powers.empty()) {
        main += nothing_here("You chair no body today, so the terms leave nothing to you alone.");
    }
    std::vector<std::string> done_bodies;
    for (const auto& power : powers) {
        const auto& body = power.body;
        if (std::find(done_bodies.begin(), done_bodies.end(), body.id) != done_bodies.end()) {
            continue;
        }
        done_bodies.push_back(body.id);
        main += fragment(h(2, body.name), power_group(visit, powers, body.id, "At any time"),
                         power_group(visit, powers, body.id, "In a meeting, while you preside"));
    }
    return framed(visit, {.title = "What the terms leave to you",
                          .section = "desk",
                          .trail = desk_trail(visit, "What the terms leave to you"),
                          .main = reading_column(main)});
}

http::Response chair_brief_page(const DeskVisit& visit) {
    const auto meeting = visit.meeting_id();
    const auto kit = views::meeting_kit(visit.reader, meeting);
    const auto desk = views::chair_desk(visit.reader);
    if (!kit || !is_theirs(visit, desk, meeting, kit->line.body.id)) {
        no_such_page();
    }
    Html main = fragment(page_heading("Before the meeting", meeting_words(kit->line)),
                         p(kit->presides), sentences(kit->quorum),
                         matters_here(visit, desk, meeting), coming(*kit), h(2, "The items"));
    if (kit->items.empty()) {
        main += nothing_here("The agenda has no items yet.");
    }
    for (const auto& item : kit->items) {
        main += brief_item(item);
    }
    main += fragment(h(2, "For the course of the meeting"), said_list("To open", kit->open_with),
                     said_list("Voting, interests and late items", kit->standing),
                     said_list("If there is no quorum", kit->no_quorum),
                     said_list("To close", kit->close_with),
                     p(a(visit.links.own_meeting(meeting), "The agenda and papers")));
    return framed(visit, {.title = "Before the meeting",
                          .section = "desk",
                          .trail = desk_trail(visit, "Before the meeting"),
                          .main = reading_column(main)});
}

namespace {

constexpr Who chairs_and_officers{true, true, false};

constexpr DeskRoute routes[] = {
    {"/desk/interest-at/{body}/{meeting}/{item:number}/{seat:number}", interest_matter_page,
     answer_interest_matter, chairs_and_officers},
    {"/desk/seats/{body}/{seat:number}/absent", absence_matter_page, answer_absence_matter,
     members_only},
    {"/desk/to-hear/{body}/{meeting}/{item:number}/heard/{organisation}", hearing_matter_page,
     answer_hearing_matter, chairs_and_officers},
    {"/desk/powers", chair_powers_page, nullptr, members_only},
    {"/desk/mine/{body}/{meeting}/brief", chair_brief_page, nullptr, members_only},
    {"/desk/urgent/{body}", urgent_home, nullptr, chairs_and_officers},
    {"/desk/urgent/{body}/consult", consult_page, consult, chairs_and_officers},
    {"/desk/urgent/{body}/decide", decide_page, decide, chairs_and_officers},
    {"/desk/urgent/{body}/report", report_urgent_page, report_urgent, chairs_and_officers},
    {"/desk/urgent/{body}/{number:number}/drop", nullptr, drop_consultation, chairs_and_officers},
    {"/desk/urgent/{body}/{number:number}/answer", urgent_answer_page, urgent_answer,
     chairs_and_officers}};

} // namespace

std::span<const DeskRoute> chair_routes() {
    return routes;
}

} // namespace quorate::web
