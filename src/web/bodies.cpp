// Bodies, one body, and its members.

#include "views/may.hpp"
#include "views/membership/places.hpp"
#include "views/succession/process.hpp"
#include "views/succession/succession.hpp"
#include "web/as_of.hpp"
#include "web/desk/session.hpp"
#include "web/pages.hpp"
#include "web/parts.hpp"

#include <algorithm>

namespace quorate::web {

using namespace html;

namespace {

Html named_list(const Links& links, const std::vector<views::Named>& all) {
    Html out;
    for (const auto& each : all) {
        out += fragment(out.empty() ? "" : ", ", a(links.body(each.id), each.name));
    }
    return out;
}

Html office_value(const Links& links, std::string_view body, const views::OfficeShown& office) {
    Html out = text(office.words);
    if (office.since && office.seat) {
        out += fragment(", since ", date(office.since->local.date));
    }
    if (!office.clause.empty()) {
        out += fragment(" (", clause_link(links, body, office.clause), ")");
    }
    return out;
}

Html measures(const Links& links, std::string_view body, const std::vector<views::Measure>& all) {
    Html out;
    for (const auto& each : all) {
        out += fragment(out.empty() ? Html() : br(), measure(links, body, each));
    }
    return out;
}

Html members_value(const Visit& visit, const views::BodyPage& page) {
    const auto vacant = page.seats - page.filled;
    Html out = fragment(
        a(visit.links.members(page.id), page.filled, page.filled == 1 ? " member" : " members"),
        " in ", page.seats, page.seats == 1 ? " seat" : " seats");
    if (vacant > 0) {
        out += fragment(", ", vacant, " vacant");
    }
    if (!page.sectors.empty() &&
        (page.sectors.size() > 1 || page.sectors.front().sector != "Sector not recorded")) {
        Html by_sector;
        for (const auto& sector : page.sectors) {
            by_sector += fragment(by_sector.empty() ? "" : ", ", sector.sector, " ", sector.filled);
        }
        out += fragment(br(), by_sector);
    }
    return out;
}

Html links_value(const Links& links, const views::BodyPage& page) {
    Html out;
    for (const auto& link : page.links) {
        const Html to = link.is_body ? a(links.body(link.to.id), link.to.name) : text(link.to.name);
        out += fragment(out.empty() ? Html() : br(), link.kind, " ", to);
    }
    return out;
}

Html terms_value(const Visit& visit, const views::BodyPage& page) {
    if (!page.terms) {
        return text("None in force");
    }
    Html out = fragment(a(visit.links.terms(page.id), page.terms->title), ", from ",
                        date(page.terms->effective));
    if (views::keeps_record(visit.reader)) {
        out += fragment(
            br(), a(visit.links.plain_part("bodies").slash(page.id).slash("amend"), "Amend them"));
    }
    return out;
}

/// Terms put forward for the body that are not, or not yet, its own.
Html proposals_value(const Visit& visit, const views::BodyPage& page) {
    Html out;
    for (const auto& each : views::proposals_for(visit.reader, page.id)) {
        out += fragment(out.empty() ? Html() : br(), date(each.at.local.date), ": ", each.title,
                        ". ", each.words.empty() ? "Not in force." : each.words, " ",
                        a(visit.links.entry(each.position), "entry ", each.position));
        for (const auto& place : each.places) {
            out += fragment(br(), span(cls("q-quiet"), place));
        }
    }
    return out;
}

Html followers_value(const Visit& visit, const views::BodyPage& page) {
    Html out;
    for (const auto& each : views::followers_of(visit.reader, page.id)) {
        out += fragment(out.empty() ? Html() : br(), each.words, ". ", each.when, " (",
                        clause_link(visit.links, each.to.id, each.clause), ")");
    }
    return out;
}

Html summary(const Visit& visit, const views::BodyPage& page) {
    const auto& links = visit.links;
    govuk::SummaryList list;
    for (const auto& office : page.offices) {
        add_row(list, office.title, office_value(links, page.id, office));
    }
    add_row(list, "Members", members_value(visit, page));
    add_row(list, "Against the terms", measures(links, page.id, page.balance));
    if (page.quorum) {
        add_row(list, visit.reader.as_of_now() ? "Quorum today" : "Quorum then",
                measure(links, page.id, *page.quorum));
    }
    if (page.frequency) {
        add_row(list, "Meetings in the year", measure(links, page.id, *page.frequency));
    }
    add_row(list, "Accountable to", named_list(links, page.accountable_to));
    add_row(list, "Serviced by", page.serviced_by);
    add_row(list, "Other bodies", links_value(links, page));
    add_row(list, "Architecture", a(links.part("architecture"), "Its place in the picture"));
    add_row(list, "Responsible for",
            a(links.part("responsibilities").fragment(page.id), "What it decides"));
    if (const auto steps = views::process_page(visit.reader, page.id);
        steps && !steps->processes.empty()) {
        add_row(list, "Processes",
                a(links.kept(links.plain_part("bodies").slash(page.id).slash("steps")),
                  "Step by step"));
    }
    add_row(list, "Followed by", followers_value(visit, page));
    add_row(list, "Terms in force", terms_value(visit, page));
    add_row(list, "Terms put forward", proposals_value(visit, page));
    add_row(list, "Findings",
            a(visit.links.part("findings").query("body", page.id),
              "Where its terms and its register do not fit"));
    if (page.record_complete_from) {
        add_row(list, "Record complete from", date(*page.record_complete_from));
    }
    return govuk::summary_list(list);
}

Html duties_line(const Visit& visit, const views::BodyPage& page) {
    const auto url = visit.links.body_duties(page.id);
    if (page.duties == 0) {
        return nothing_here("Its terms set no duties that can be followed here.");
    }
    return p(a(url, page.duties, page.duties == 1 ? " duty" : " duties"), " under its terms, ",
             page.duties_overdue == 0 ? "none" : std::to_string(page.duties_overdue), " overdue.");
}

/// What the table may say: whether people are named, and whether an empty seat is known to be one.
struct Told {
    bool names = true;
    bool holders_known = true;
};

Html seat_cell(const views::MemberLine& line, Told told) {
    const bool names = told.names;
    if (line.seat.vacant) {
        return em(told.holders_known ? "Vacant" : "Not on record");
    }
    if (!names) {
        return text("Held");
    }
    Html out;
    for (const auto& holder : line.seat.holders) {
        out += fragment(out.empty() ? "" : " and ", holder);
    }
    if (out.empty()) {
        out = text("Name not held");
    }
    for (const auto& office : line.offices) {
        out += fragment(", ", strong(office));
    }
    if (!line.seat.title.empty()) {
        out += fragment(br(), span(cls("q-quiet"), line.seat.title));
    }
    return out;
}

Html group_table(const Links& links, const views::SectorGroup& group, Told told) {
    const bool names = told.names;
    govuk::Table table;
    table.caption = group.sector;
    table.caption_classes = "govuk-table__caption--m";
    table.head = {"Seat", "Holder", "Since", "Substitute"};
    if (names) {
        table.head.insert(table.head.begin() + 1, "Organisation");
    }
    table.first_cell_is_header = true;
    for (const auto& line : group.members) {
        std::vector<govuk::TableCell> row;
        row.emplace_back(line.seat.number);
        if (names) {
            Html organisation =
                text(line.seat.organisation.empty() ? "Not recorded" : line.seat.organisation);
            if (line.represents) {
                organisation +=
                    fragment(br(), span(cls("q-quiet"), "Speaks for ",
                                        a(links.body(line.represents->id), line.represents->name)));
            }
            if (!line.kept_for.empty()) {
                organisation +=
                    fragment(br(), span(cls("q-quiet"), "Place kept for: ", line.kept_for));
            }
            row.emplace_back(organisation);
        }
        Html holder = seat_cell(line, told);
        if (!names) {
            for (const auto& office : line.offices) {
                holder += fragment(", ", strong(office));
            }
        }
        row.emplace_back(holder);
        row.emplace_back(line.since ? short_day(line.since->local.date) : text("Not recorded"));
        Html substitutes;
        for (const auto& name : line.substitutes) {
            substitutes += fragment(substitutes.empty() ? "" : ", ", name);
        }
        row.emplace_back(substitutes.empty() ? text("None named") : substitutes);
        table.rows.push_back(std::move(row));
    }
    return govuk::scrolling_table(table);
}

Html change_links(const Visit& visit, const views::MembersPage& page) {
    if (page.changes.size() < 2) {
        return {};
    }
    std::vector<Html> items;
    for (const auto& day : page.changes) {
        const auto on = base::parse_date(day);
        if (on && items.size() < 24) {
            const Links then{visit.links.partnership, day, visit.links.known_then};
            items.push_back(li(a(then.members(page.body.id), date(*on))));
        }
    }
    return fragment(h(2, "When the membership changed"), plain_list(items));
}

} // namespace

MaybePage bodies_page(const Visit& visit) {
    Html main = page_heading("Bodies");
    main += as_of(visit, visit.links.part("bodies"));
    std::vector<Html> items;
    for (const auto& line : visit.reader.bodies()) {
        Html members = fragment(line.filled, line.filled == 1 ? " member" : " members", " in ",
                                line.seats, line.seats == 1 ? " seat" : " seats");
        if (line.status != "established") {
            members = fragment(line.status == "dissolved" ? "Has come to an end. " : "Proposed. ",
                               members);
        }
        items.push_back(li(cls("q-depth-" + std::to_string(std::min(line.depth, 3))),
                           a(cls("govuk-!-font-weight-bold"), visit.links.body(line.id), line.name),
                           br(), line.purpose.empty() ? Html() : fragment(line.purpose, br()),
                           span(cls("q-quiet"), members)));
    }
    if (items.size() > 1) {
        main += p(a(visit.links.part("architecture"), "How the bodies are linked, as a picture"),
                  ", ", a(visit.links.part("responsibilities"), "who decides what"), ", ",
                  a(visit.links.part("succession"), "which body follows which"));
    }
    main += items.empty() ? nothing_here("No body has been set up yet.")
                          : plain_list(cls("govuk-list--spaced q-lines"), items);
    return framed(visit, {.title = "Bodies",
                          .section = "bodies",
                          .section_page = true,
                          .trail = {{.content = "Bodies"}},
                          .main = reading_column(main),
                          .json = visit.links.api().slash("bodies").str()});
}

MaybePage body_page(const Visit& visit) {
    const auto page = visit.reader.body(visit.request.capture("body"));
    if (!page) {
        return std::nullopt;
    }
    const auto here = visit.links.body(page->id);
    Html head = page_heading(page->name);
    if (!page->purpose.empty()) {
        head += lead(page->purpose);
    }
    Html main = reading_column(head);
    main += as_of(visit, here);
    main += summary(visit, *page);
    Html meetings = h(2, "Meetings");
    meetings += page->meetings.empty()
                    ? nothing_here("The record holds no meeting of this body.")
                    : meeting_table(visit.links, "Meetings", page->meetings, false);
    meetings +=
        page->meetings.empty()
            ? Html()
            : p(a(visit.links.part("meetings").query("body", page->id), "All its meetings"));
    Html decisions = h(2, "Decisions");
    decisions += page->decisions.empty()
                     ? nothing_here("The record holds no decision of this body.")
                     : decision_list(visit.links, page->decisions, false);
    decisions +=
        page->decisions.empty()
            ? Html()
            : p(a(visit.links.part("decisions").query("body", page->id), "All its decisions"));
    main +=
        reading_column(fragment(meetings, decisions, h(2, "Duties"), duties_line(visit, *page)));
    // The home page has the partnership's name for its title.
    const bool as_partnership = page->name == visit.reader.about().name;
    return framed(visit, {.title = (as_partnership ? "Body: " : "") + page->name,
                          .section = "bodies",
                          .trail = {{.content = "Bodies", .href = visit.links.part("bodies")},
                                    {.content = page->name}},
                          .main = main,
                          .description = page->purpose,
                          .json = visit.links.api().slash("bodies").slash(page->id).str()});
}

MaybePage members_page(const Visit& visit) {
    const auto page = visit.reader.members(visit.request.capture("body"));
    if (!page) {
        return std::nullopt;
    }
    const auto here = visit.links.members(page->body.id);
    Html main = reading_column(page_heading("Members", page->body.name));
    main += as_of(visit, here);
    const Told told{page->names, views::holders_known(visit.reader, page->body.id)};
    Html count = told.holders_known || page->seats == 0
                     ? fragment(page->filled, " of ", page->seats,
                                page->seats == 1 ? " seat is" : " seats are", " filled.")
                     : fragment("Who holds the ", page->seats,
                                page->seats == 1 ? " seat" : " seats", " is not on record here.");
    if (!page->names) {
        count += text(" This is a practice copy: seats are shown by number and sector only.");
    }
    main += reading_column(p(count));
    const auto places = views::places_of(visit.reader, page->body.id);
    if (!places.empty()) {
        std::vector<Html> lines;
        for (const auto& each : places) {
            lines.push_back(li(measure(visit.links, page->body.id, each)));
        }
        main += reading_column(fragment(h(2, "Places kept for groups"), plain_list(lines)));
    }
    for (const auto& group : page->groups) {
        main += group_table(visit.links, group, told);
    }
    if (page->groups.empty()) {
        main += nothing_here("This body had no seats then.");
    }
    main += reading_column(change_links(visit, *page));
    return framed(
        visit,
        {.title = "Members of " + page->body.name,
         .section = "bodies",
         .trail = {{.content = "Bodies", .href = visit.links.part("bodies")},
                   {.content = page->body.name, .href = visit.links.body(page->body.id)},
                   {.content = "Members"}},
         .main = main,
         .json = visit.links.api().slash("bodies").slash(page->body.id).slash("members").str()});
}

} // namespace quorate::web
