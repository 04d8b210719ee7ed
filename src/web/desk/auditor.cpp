// The auditor's desk: discretion used, what was recorded as made, corrections; and their tables.

#include "base/csv.hpp"
#include "base/text.hpp"
#include "html/govuk/details.hpp"
#include "html/stacking_table.hpp"
#include "views/desk/audit.hpp"
#include "web/desk/act_form.hpp"
#include "web/desk/member_parts.hpp"
#include "web/parts.hpp"

namespace quorate::web {

using namespace html;

namespace {

views::AuditPeriod period_asked(const DeskVisit& visit, ErrorList& errors) {
    views::AuditPeriod out;
    out.from = date_typed(visit.request.query, "from", errors);
    out.to = date_typed(visit.request.query, "to", errors);
    return out;
}

DateValue boxes(const DeskVisit& visit, const std::string& name) {
    const auto& query = visit.request.query;
    return {std::string(query.get(name + "-day").value_or("")),
            std::string(query.get(name + "-month").value_or("")),
            std::string(query.get(name + "-year").value_or(""))};
}

Html period_form(const DeskVisit& visit, const ErrorList& errors, bool open) {
    return govuk::details(
        {.summary = "Look at a period",
         .content = search_form(
             {.action = visit.links.desk()},
             date_field({.name = "from", .label = "From", .value = boxes(visit, "from")}, errors),
             date_field({.name = "to", .label = "To", .value = boxes(visit, "to")}, errors),
             button_row(submit_button("Show this period"),
                        a(visit.links.desk(), "The whole record"))),
         .open = open});
}

/// The table's address as CSV, for the same period.
Url csv_url(const DeskVisit& visit, std::string_view name) {
    auto url = visit.links.desk().slash("audit").slash(name);
    for (const char* field :
         {"from-day", "from-month", "from-year", "to-day", "to-month", "to-year"}) {
        const auto value = visit.request.query.get(field).value_or("").substr(0, 10);
        url = value.empty() ? url : url.query(field, value);
    }
    return url;
}

Html entry_link(const DeskVisit& visit, std::int64_t position) {
    return a(visit.links.entry(position), "Entry ", position);
}

Html section_of(const DeskVisit& visit, std::string_view title, std::string_view about,
                const govuk::Table& table, std::string_view csv, std::string_view none) {
    const Html head = fragment(h(2, title), p(about));
    return table.rows.empty() ? fragment(head, nothing_here(none))
                              : fragment(head, stacking_table(table),
                                         p(a(csv_url(visit, csv), "Download this table (CSV)")));
}

Html discretion_table(const DeskVisit& visit, const views::AuditDesk& desk) {
    govuk::Table table;
    table.caption = "Uses of discretion, latest first";
    table.caption_classes = "govuk-visually-hidden";
    table.head = {"When", "What was done", "By whom", "Reason", "Clause", "Entry"};
    for (const auto& each : desk.discretion) {
        table.rows.push_back(
            {short_day(each.when.local.date),
             fragment(each.what, br(), span(cls("q-quiet"), each.about)),
             fragment(each.by, br(), span(cls("q-quiet"), each.evidence)),
             each.reason.empty() ? span(cls("q-quiet"), "None recorded") : text(each.reason),
             each.clause.empty() ? Html() : clause_link(visit.links, each.body.id, each.clause),
             entry_link(visit, each.position)});
    }
    return section_of(visit, "Discretion used",
                      "Where the terms leave something to somebody, and how it was used.", table,
                      "discretion.csv", "No discretion was used.");
}

Html as_made_table(const DeskVisit& visit, const views::AuditDesk& desk) {
    govuk::Table table;
    table.caption = "Recorded as made, latest first";
    table.caption_classes = "govuk-visually-hidden";
    table.head = {"When", "What was declared", "What the terms give", "Entry"};
    for (const auto& each : desk.as_made) {
        const auto where = each.meeting ? each.meeting->name : each.body.name;
        table.rows.push_back({short_day(each.made.local.date),
                              fragment(each.words, br(), span(cls("q-quiet"), where)), each.why,
                              entry_link(visit, each.position)});
    }
    return section_of(visit, "Recorded as made; not a decision under the terms",
                      "What whoever presided declared, kept as it was declared.", table,
                      "as-made.csv", "Nothing of the kind is recorded.");
}

Html corrections_table(const DeskVisit& visit, const views::AuditDesk& desk) {
    govuk::Table table;
    table.caption = "Corrections, latest first";
    table.caption_classes = "govuk-visually-hidden";
    table.head = {"When", "What was put right", "What it changes", "Entry"};
    for (const auto& each : desk.corrections) {
        table.rows.push_back(
            {short_day(each.when.local.date),
             fragment(strong(each.what), each.words.empty() ? "" : ": " + each.words, br(),
                      span(cls("q-quiet"), each.about)),
             each.changes.empty() ? text("No ruling") : sentences(each.changes),
             entry_link(visit, each.position)});
    }
    return section_of(visit, "Corrections",
                      "Minutes and facts put right after they were recorded. The first entry "
                      "stays.",
                      table, "corrections.csv", "Nothing was corrected.");
}

Html figures_of(const DeskVisit& visit, const views::AuditDesk& desk) {
    const auto links = [&](std::string_view part, std::string_view words) {
        return a(visit.links.part(part), words);
    };
    return figures(
        {{number(desk.entries), links("record", "entries in the record")},
         {number(desk.overdue), links("duties", "duties overdue")},
         {number(desk.findings), links("findings", "findings")},
         {number(static_cast<long long>(desk.as_made.size())), text("recorded as made")},
         {number(static_cast<long long>(desk.corrections.size())), text("corrections")}});
}

// ---- CSV ----

std::string day(const views::Moment& moment) {
    return base::text(moment.local.date);
}

std::string discretion_csv(const views::AuditDesk& desk) {
    std::string out;
    base::add_csv_line(out, {"entry", "date", "body", "about", "what", "by", "evidence", "reason",
                             "clause", "ruling"});
    for (const auto& each : desk.discretion) {
        base::add_csv_line(out, {std::to_string(each.position), day(each.when), each.body.name,
                                 each.about, each.what, each.by, each.evidence, each.reason,
                                 each.clause, each.words});
    }
    return out;
}

std::string as_made_csv(const views::AuditDesk& desk) {
    std::string out;
    base::add_csv_line(out, {"entry", "date", "body", "meeting", "item", "declared", "terms"});
    for (const auto& each : desk.as_made) {
        base::add_csv_line(out,
                           {std::to_string(each.position), day(each.made), each.body.name,
                            each.meeting ? each.meeting->name : "",
                            each.item ? std::to_string(*each.item) : "", each.words, each.why});
    }
    return out;
}

std::string corrections_csv(const views::AuditDesk& desk) {
    std::string out;
    base::add_csv_line(out, {"entry", "date", "body", "about", "what", "words", "changes"});
    for (const auto& each : desk.corrections) {
        base::add_csv_line(out, {std::to_string(each.position), day(each.when), each.body.name,
                                 each.about, each.what, each.words, base::join(each.changes, " ")});
    }
    return out;
}

} // namespace

http::Response auditor_desk(const DeskVisit& visit) {
    FormState state;
    const auto period = period_asked(visit, state.errors);
    const auto desk = views::audit_desk(visit.reader, period);
    if (!desk) {
        no_such_page();
    }
    const bool asked = period.from || period.to || !state.errors.empty();
    Html main = reading_column(
        fragment(page_heading("My desk", visit.who.title),
                 p("You may read the whole record, what is restricted in it included. Nothing you "
                   "do here changes it."),
                 period_form(visit, state.errors, asked)));
    main += figures_of(visit, *desk);
    main += p(a(visit.links.part("what-if"), "What another rule would have changed"),
              ": judge the record again under another rule or reading.");
    main += p(a(visit.links.desk_part("back-dated"), "Acts recorded later than they took effect"),
              ", and the earlier verdicts that would now differ.");
    main += fragment(discretion_table(visit, *desk), as_made_table(visit, *desk),
                     corrections_table(visit, *desk));
    return form_page(
        visit,
        {.title = "My desk", .section = "desk", .section_page = true, .main = full_width(main)},
        state);
}

http::Response audit_csv(const DeskVisit& visit) {
    ErrorList errors;
    const auto desk = views::audit_desk(visit.reader, period_asked(visit, errors));
    const auto& name = visit.request.capture("table");
    if (!desk || !errors.empty()) {
        no_such_page();
    }
    std::string bytes;
    if (name == "discretion.csv") {
        bytes = discretion_csv(*desk);
    } else if (name == "as-made.csv") {
        bytes = as_made_csv(*desk);
    } else if (name == "corrections.csv") {
        bytes = corrections_csv(*desk);
    } else {
        no_such_page();
    }
    auto response = http::bytes_response("text/csv; charset=utf-8", std::move(bytes));
    response.header("Content-Disposition", "attachment; filename=\"" + name + "\"");
    return response;
}

} // namespace quorate::web
