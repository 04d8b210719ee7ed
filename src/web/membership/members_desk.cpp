// Who sits on a body: vacancies first, then the seats that are held, and each seat with what can be
// done about it.

#include "base/text.hpp"
#include "web/membership/change.hpp"
#include "web/parts.hpp"

namespace quorate::web {

using namespace html;

namespace {

Html seat_cell(const DeskVisit& visit, const views::MembershipPage& page,
               const views::MemberLine& line) {
    const auto words = "Seat " + std::to_string(line.seat.number);
    return visit.secretariat() ? a(visit.links.desk_members(page.body.id)
                                       .slash("seat")
                                       .slash(std::to_string(line.seat.number)),
                                   words)
                               : text(words);
}

std::string seat_about(const views::MemberLine& line) {
    std::vector<std::string> parts;
    const auto add = [&](const std::string& words) {
        if (!words.empty()) {
            parts.push_back(words);
        }
    };
    add(line.seat.organisation);
    add(line.seat.title);
    add(line.kept_for.empty() ? "" : "kept for " + line.kept_for);
    add(line.represents ? "speaks for " + line.represents->name : "");
    return base::join(parts, ", ");
}

Html vacancies(const DeskVisit& visit, const views::MembershipPage& page) {
    if (page.vacant.empty()) {
        return fragment(h(2, "Vacant seats"), nothing_here("Every seat is held."));
    }
    govuk::Table table;
    table.caption = std::to_string(page.vacant.size()) +
                    (page.vacant.size() == 1 ? " vacant seat" : " vacant seats");
    table.caption_classes = "govuk-table__caption--m";
    table.head = {"Seat", "About", "Sector", "Fill it"};
    for (const auto& line : page.vacant) {
        const Html fill =
            visit.secretariat()
                ? a(change_url(visit, page.body.id, "appoint").query("seat", line.seat.id),
                    "Appoint", hidden_text(" to seat " + std::to_string(line.seat.number)))
                : Html();
        const auto about = seat_about(line);
        table.rows.push_back({seat_cell(visit, page, line), about.empty() ? "Vacant" : about,
                              line.seat.sector, fill});
    }
    return govuk::scrolling_table(table);
}

Html held_by(const views::MembershipPage& page, const views::MemberLine& line) {
    Html who = text(page.names ? views::seat_words(line.seat) : "Held");
    for (const auto& office : line.offices) {
        who += fragment(" · ", strong(office));
    }
    if (!line.substitutes.empty()) {
        who += fragment(br(), span(cls("q-quiet"), page.names ? "Standing substitute: " : "",
                                   base::list_words(line.substitutes)));
    }
    return who;
}

Html held_seats(const DeskVisit& visit, const views::MembershipPage& page) {
    govuk::Table table;
    table.caption =
        std::to_string(page.held.size()) + (page.held.size() == 1 ? " seat held" : " seats held");
    table.caption_classes = "govuk-table__caption--m";
    table.head = {"Seat", "Held by", "Sector", "Since"};
    for (const auto& line : page.held) {
        table.rows.push_back(
            {seat_cell(visit, page, line), held_by(page, line), line.seat.sector,
             line.since ? short_day(line.since->local.date) : text("Not recorded")});
    }
    return page.held.empty() ? Html() : govuk::scrolling_table(table);
}

Html measures(const DeskVisit& visit, const views::MembershipPage& page) {
    std::vector<Html> items;
    for (const auto& each : page.measures) {
        items.push_back(li(measure(visit.links, page.body.id, each)));
    }
    return items.empty() ? Html() : plain_list(cls("govuk-list--spaced"), items);
}

Html offices(const DeskVisit& visit, const views::MembershipPage& page) {
    if (page.offices.empty()) {
        return {};
    }
    govuk::SummaryList list;
    for (const auto& office : page.offices) {
        govuk::SummaryRow row{
            .key = office.title,
            .value =
                fragment(office.words, " ", clause_link(visit.links, page.body.id, office.clause))};
        if (!office.act.empty() && visit.secretariat()) {
            row.actions.push_back(
                {.content = office.act == "rotate-office" ? "Pass on" : "Fill",
                 .href = change_url(visit, page.body.id, office.act).query("office", office.id),
                 .visually_hidden_text = office.title});
        }
        list.rows.push_back(std::move(row));
    }
    return fragment(h(2, "Offices"), govuk::summary_list(list));
}

Html other_bodies(const DeskVisit& visit, const std::string& chosen) {
    const auto bodies = visit.reader.bodies();
    Html out;
    for (const auto& body : bodies) {
        out += out.empty() ? Html() : text(" · ");
        out +=
            body.id == chosen ? strong(body.name) : a(visit.links.desk_members(body.id), body.name);
    }
    return bodies.size() < 2 ? Html() : p(out);
}

Html beginnings(const DeskVisit& visit, const views::MembershipPage& page) {
    if (!visit.secretariat()) {
        return {};
    }
    const auto link = [&](std::string_view act, std::string_view words) {
        return li(a(change_url(visit, page.body.id, act), words));
    };
    return fragment(
        h(2, "Something else"),
        plain_list(link("admit-organisation", "Admit an organisation"),
                   link("create-seat", "Create a seat"),
                   link("register-person", "Enter a person in the register"),
                   link("register-organisation", "Enter an organisation in the register"),
                   li(a(visit.links.desk_members(page.body.id).slash("liaison"),
                        "Who keeps in touch with whom")),
                   li(a(visit.links.desk_members(page.body.id).slash("promises"),
                        "Promises: what partners still have to honour")),
                   li(a(visit.links.desk_members(page.body.id).slash("leaving"),
                        "Leaving: notices, and what was agreed")),
                   li(a(visit.links.desk_part("attendance").query("body", page.body.id),
                        "Attendance and missed meetings"))));
}

/// The seat of the address; null when the body has none of that number now.
const views::MemberLine* seat_of(const views::MembershipPage& page, std::int64_t number) {
    for (const auto* lines : {&page.vacant, &page.held}) {
        for (const auto& line : *lines) {
            if (line.seat.number == number) {
                return &line;
            }
        }
    }
    return nullptr;
}

Html seat_changes(const DeskVisit& visit, const views::MembershipPage& page,
                  const views::MemberLine& line) {
    const auto url = [&](std::string_view act) {
        return change_url(visit, page.body.id, act).query("seat", line.seat.id);
    };
    const auto secondary = ButtonSettings{.classes = "govuk-button--secondary"};
    if (line.seat.vacant) {
        return button_row(link_button("Appoint somebody", url("appoint")),
                          link_button("Remove this seat", url("remove-seat"), secondary));
    }
    return button_row(
        link_button("Appoint somebody else", url("appoint"), secondary),
        link_button("Record that it is vacant", url("vacate"), secondary),
        link_button("The Chair asks for somebody else", url("request-replacement"), secondary),
        link_button("Name a standing substitute", url("appoint").query("substitute", "yes"),
                    secondary),
        link_button("Remove this seat", url("remove-seat"), secondary));
}

} // namespace

views::MembershipPage membership_of(const DeskVisit& visit) {
    auto page = views::membership_page(visit.reader, visit.request.capture("body"));
    if (!page) {
        no_such_page();
    }
    return std::move(*page);
}

std::vector<govuk::Breadcrumb>
membership_trail(const DeskVisit& visit, const views::MembershipPage& page, std::string_view here) {
    std::vector<govuk::Breadcrumb> out = {{.content = "My desk", .href = visit.links.desk()}};
    if (here.empty()) {
        out.push_back({.content = "Members of " + page.body.name});
    } else {
        out.push_back({.content = "Members of " + page.body.name,
                       .href = visit.links.desk_members(page.body.id)});
        out.push_back({.content = here});
    }
    return out;
}

Url change_url(const DeskVisit& visit, const std::string& body, std::string_view act) {
    return visit.links.desk_members(body).slash("change").query("act", act);
}

http::Response members_desk(const DeskVisit& visit) {
    const auto page = membership_of(visit);
    const Html top = fragment(done_notice(visit), page_heading("Members", page.body.name),
                              other_bodies(visit, page.body.id), measures(visit, page));
    const Html main =
        fragment(reading_column(top), vacancies(visit, page), held_seats(visit, page),
                 reading_column(fragment(offices(visit, page), beginnings(visit, page))));
    return framed(visit, {.title = "Desk: members of " + page.body.name,
                          .section = "desk",
                          .trail = membership_trail(visit, page, {}),
                          .main = full_width(main)});
}

http::Response seat_page(const DeskVisit& visit) {
    const auto page = membership_of(visit);
    const auto* line = seat_of(page, visit.request.captures.number("number"));
    if (line == nullptr) {
        no_such_page();
    }
    const auto title = "Seat " + std::to_string(line->seat.number);
    govuk::SummaryList list;
    add_row(list, "Held by",
            line->seat.vacant ? text("Nobody: it is vacant") : held_by(page, *line));
    add_row(list, "Sector", line->seat.sector);
    add_row(list, "Since", line->since ? date(line->since->local.date) : Html());
    add_row(list, "About", seat_about(*line));
    const Html main = fragment(page_heading(title, page.body.name), govuk::summary_list(list),
                               seat_changes(visit, page, *line),
                               p(a(visit.links.desk_members(page.body.id), "Back to the members")));
    return framed(visit, {.title = title + " of " + page.body.name,
                          .section = "desk",
                          .trail = membership_trail(visit, page, title),
                          .main = reading_column(main)});
}

} // namespace quorate::web
