// Membership of every body: vacancies first, then terms that end, places nobody fills, and what
// changed lately.

#include "views/membership/overview.hpp"

#include "html/stacking_table.hpp"
#include "web/desk/secretariat_pages.hpp"
#include "web/membership/change.hpp"
#include "web/parts.hpp"

namespace quorate::web {

using namespace html;

namespace {

std::string about_seat(const views::VacancyShown& line) {
    std::string out = line.seat.organisation;
    for (const auto& more :
         {line.kept_for.empty() ? "" : "kept for " + line.kept_for,
          line.seat.organisation.empty() && !line.seat.sector.empty() ? line.seat.sector + " sector"
                                                                      : std::string()}) {
        out += out.empty() || more.empty() ? more : ", " + more;
    }
    return out.empty() ? "Not said who names a member" : out;
}

Html vacancies(const DeskVisit& visit, const views::MembershipOverview& page) {
    Html out = h(2, "Vacant seats");
    if (page.vacancies.empty()) {
        out += nothing_here("Every seat that is known of is held.");
    } else {
        govuk::Table table;
        table.caption = "Vacant seats";
        table.caption_classes = "govuk-visually-hidden";
        table.head = {"Seat", "Body", "Who names a member", "Since", "What to do"};
        table.first_cell_is_header = true;
        for (const auto& line : page.vacancies) {
            const auto number = std::to_string(line.seat.number);
            Html act;
            if (visit.secretariat()) {
                act =
                    div(cls("q-stacked"),
                        a(new_letter_url(visit.links, "vacancy", line.seat.id), "Write the letter",
                          hidden_text(" about seat ", number, " of ", line.body.name)),
                        a(change_url(visit, line.body.id, "appoint").query("seat", line.seat.id),
                          "Appoint", hidden_text(" to seat ", number, " of ", line.body.name)));
            }
            table.rows.push_back(
                {a(visit.links.desk_members(line.body.id).slash("seat").slash(number),
                   "Seat " + number),
                 line.body.name, about_seat(line),
                 line.since
                     ? fragment(line.words, div(cls("q-quiet"), short_day(line.since->local.date)))
                     : text(line.words),
                 act});
        }
        out += stacking_table(table);
        if (visit.secretariat() && page.vacancies.size() > 1) {
            out += p(a(new_bulk_url(visit.links, "vacancies"), "Write to all of them at once"));
        }
    }
    for (const auto& body : page.not_known) {
        out += p(cls("q-quiet"), "Who sits on ", body.name,
                 " is not recorded here, so nothing is said of vacancies on it.");
    }
    return out;
}

Html terms_ending(const DeskVisit& visit, const views::MembershipOverview& page) {
    Html out = h(2, "Terms of office");
    if (page.terms.empty()) {
        return fragment(out, nothing_here("No term has ended, and none ends within six months."));
    }
    govuk::SummaryList list;
    for (const auto& term : page.terms) {
        govuk::SummaryRow row{
            .key = fragment(term.title, ", ", term.body.name),
            .value =
                fragment(term.words, " ", clause_link(visit.links, term.body.id, term.clause))};
        if (visit.secretariat()) {
            row.actions.push_back(
                {.content = term.act == "rotate-office" ? "Pass on" : "Fill",
                 .href = change_url(visit, term.body.id, term.act).query("office", term.office),
                 .visually_hidden_text = term.title + " of " + term.body.name});
        }
        list.rows.push_back(std::move(row));
    }
    return fragment(out, govuk::summary_list(list));
}

Html places(const DeskVisit& visit, const views::MembershipOverview& page) {
    Html out = h(2, "Against the terms");
    if (page.places.empty()) {
        return fragment(out, nothing_here("Places, offices and representatives are as the terms "
                                          "ask, as far as the record says."));
    }
    std::vector<Html> items;
    for (const auto& finding : page.places) {
        Html clauses;
        for (const auto& clause : finding.clauses) {
            clauses += fragment(", ", clause_link(visit.links, finding.body.id, clause));
        }
        items.push_back(li(finding.words, " ", span(cls("q-quiet"), finding.body.name, clauses)));
    }
    return fragment(out, ul(items));
}

Html changes(const views::MembershipOverview& page) {
    Html out = h(2, "Changes in the last six months");
    if (page.changes.empty()) {
        return fragment(out, nothing_here("Nobody came or went."));
    }
    govuk::Table table;
    table.caption = "Changes of membership, latest first";
    table.caption_classes = "govuk-visually-hidden";
    table.head = {"Day", "Body", "Seat", "What"};
    for (const auto& change : page.changes) {
        table.rows.push_back({short_day(change.at.local.date), change.body.name,
                              "Seat " + std::to_string(change.seat.number), change.words});
    }
    return fragment(out, stacking_table(table));
}

Html each_body(const DeskVisit& visit) {
    std::vector<Html> items;
    for (const auto& body : visit.reader.bodies()) {
        items.push_back(li(a(visit.links.desk_members(body.id), body.name)));
    }
    return fragment(h(2, "Members of each body"),
                    items.empty() ? nothing_here("There is no body yet.") : plain_list(items));
}

} // namespace

http::Response membership_overview_page(const DeskVisit& visit) {
    const auto page = views::membership_overview(visit.reader);
    if (!page) {
        no_such_page();
    }
    Html main = fragment(page_heading("Membership", "Every body"), vacancies(visit, *page));
    main += reading_column(fragment(terms_ending(visit, *page), places(visit, *page)));
    main += changes(*page);
    main += reading_column(fragment(each_body(visit), p(a(visit.links.desk_part("attendance"),
                                                          "Attendance and missed meetings"))));
    return framed(visit, {.title = "Membership",
                          .section = "desk",
                          .trail = {{.content = "My desk", .href = visit.links.desk()},
                                    {.content = "Membership"}},
                          .main = full_width(main)});
}

} // namespace quorate::web
