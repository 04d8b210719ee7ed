// The architecture on one day: the picture, and every body and link in tables.

#include "html/govuk/warning_text.hpp"
#include "http/response.hpp"
#include "views/dates_asked.hpp"
#include "web/architecture/architecture_pages.hpp"
#include "web/architecture/picture.hpp"
#include "web/as_of.hpp"
#include "web/parts.hpp"

namespace quorate::web {

using namespace html;

namespace {

base::CivilDate day_asked(const Visit& visit, std::string_view name, base::CivilDate otherwise) {
    const auto asked = visit.request.query.get(name);
    if (!asked || asked->empty()) {
        return otherwise;
    }
    const auto date = base::parse_date(*asked);
    if (!date || !views::may_be_asked(*date)) {
        throw http::BrokenRequest(
            400, "\"" + std::string(asked->substr(0, 40)) +
                     "\" is not a date from 1950 to 2199. Write it as year, month and day: "
                     "2008-07-01.");
    }
    return *date;
}

documents::PictureAsked asked_of(const Visit& visit) {
    return {"architecture", visit.reader.about().name,
            [&visit](const std::string& body, base::CivilDate) { return visit.links.body(body); }};
}

std::string name_of(const views::ArchitecturePage& page, const std::string& id) {
    for (const auto& body : page.bodies) {
        if (body.id == id) {
            return body.name;
        }
    }
    return id;
}

Html body_name(const Visit& visit, const views::ArchitecturePage& page, const std::string& id) {
    for (const auto& body : page.bodies) {
        if (body.id == id && body.has_page && body.status != "outside") {
            return a(visit.links.body(id), body.name);
        }
    }
    return text(name_of(page, id));
}

std::string status_cell(const views::ArchitectureBody& body) {
    return body.status_words.empty() ? "Established" : body.status_words;
}

Html bodies_table(const Visit& visit, const views::ArchitecturePage& page) {
    govuk::Table table;
    table.caption = "Bodies";
    table.caption_classes = "govuk-table__caption--m";
    table.head = {"Body",
                  "What it is",
                  "State",
                  govuk::numeric("Seats"),
                  govuk::numeric("Filled"),
                  govuk::numeric("Responsibilities"),
                  "Terms"};
    table.first_cell_is_header = true;
    table.classes = "q-fits-paper";
    for (const auto& body : page.bodies) {
        std::string sort = !body.sort.empty()   ? body.sort
                           : body.terms.empty() ? "No terms say"
                                                : "Its terms do not say";
        sort += body.statutory ? ", by statute" : "";
        if (body.status == "outside") {
            table.rows.push_back(
                {body.name, "Not a body of this partnership", body.status_words, "", "", "", ""});
            continue;
        }
        Html terms = body.terms.empty()
                         ? text(body.terms_proposed ? "Proposed only" : "None in force")
                         : a(visit.links.terms(body.id), body.terms);
        table.rows.push_back({a(visit.links.body(body.id), body.name), sort, status_cell(body),
                              govuk::numeric(body.seats), govuk::numeric(body.filled),
                              govuk::numeric(body.responsibilities), terms});
    }
    return govuk::scrolling_table(table);
}

Html source_cell(const Visit& visit, const views::ArchitectureLink& link) {
    Html out;
    if (link.in_terms && !link.clause.empty()) {
        out = fragment("The terms, ", clause_link(visit.links, link.terms_of, link.clause));
    } else if (link.in_terms) {
        out = text("The terms");
    }
    if (link.on_record) {
        out += text(out.empty() ? "The record" : "; the record");
    }
    if (link.since) {
        out += fragment(", since ", short_day(*link.since));
    }
    if (!link.remark.empty()) {
        out += fragment(br(), span(cls("q-quiet"), link.remark));
    }
    return out;
}

Html links_table(const Visit& visit, const views::ArchitecturePage& page) {
    if (page.links.empty()) {
        return fragment(h(2, "Links"),
                        nothing_here("Neither the terms nor the record link its bodies then."));
    }
    govuk::Table table;
    table.caption = "Links";
    table.caption_classes = "govuk-table__caption--m";
    table.head = {"From", "Link", "To", "By"};
    table.first_cell_is_header = true;
    table.classes = "q-fits-paper";
    for (const auto& link : page.links) {
        table.rows.push_back({body_name(visit, page, link.from), link.words,
                              body_name(visit, page, link.to), source_cell(visit, link)});
    }
    return govuk::scrolling_table(table);
}

Html changes_line(const Visit& visit, const views::ArchitecturePage& page) {
    const auto here = visit.links.plain_part("architecture");
    Html out;
    if (page.previous_change) {
        out = fragment("Change before: ", a(here.query("on", base::text(*page.previous_change)),
                                            short_day(*page.previous_change)));
    }
    if (page.next_change) {
        out += fragment(
            out.empty() ? "" : " \u00b7 ", "Change after: ",
            a(here.query("on", base::text(*page.next_change)), short_day(*page.next_change)));
    }
    return out.empty() ? out : p(cls("q-changes"), out);
}

Html other_ways(const Visit& visit) {
    const auto days = views::telling_days(visit.reader);
    const auto here = visit.links.plain_part("architecture");
    return ul(
        li(a(visit.links.kept(visit.links.plain_part("architecture.svg")), "The picture as a file"),
           " (SVG)"),
        li(a(between_days(here, days), "Two days side by side"), ": ", short_day(days.earlier),
           " and ", short_day(days.later)),
        li(a(between_days(visit.links.plain_part("constitutions"), days),
             "The two constitutions side by side"),
           ": what the terms of each day say"));
}

} // namespace

bool compared(const Visit& visit) {
    const auto against = visit.request.query.get("against");
    return against && !against->empty();
}

views::TwoDays two_days(const Visit& visit) {
    const auto telling = views::telling_days(visit.reader);
    const auto first = day_asked(visit, "on", telling.earlier);
    const auto second = day_asked(visit, "against", telling.later);
    return first < second ? views::TwoDays{first, second} : views::TwoDays{second, first};
}

Url between_days(const Url& url, views::TwoDays days) {
    return url.query("on", base::text(days.earlier)).query("against", base::text(days.later));
}

Url body_on(const Visit& visit, const std::string& id, base::CivilDate on) {
    return visit.links.plain_part("bodies").slash(id).query("on", base::text(on));
}

MaybePage architecture_page(const Visit& visit) {
    if (compared(visit)) {
        return comparison_page(visit);
    }
    const auto page = views::architecture(visit.reader);
    const auto here = visit.links.plain_part("architecture");
    Html main =
        reading_column(fragment(page_heading("Architecture"),
                                lead("The bodies of the partnership and how they are linked.")));
    main += as_of(visit, here);
    if (page.bodies.empty()) {
        main += nothing_here("No body had been set up by then.");
        main += changes_line(visit, page);
    }
    bool drawn = true;
    if (!page.bodies.empty()) {
        if (page.draft) {
            main += govuk::warning_text(
                {.content = fragment("Draft. ", page.draft_words), .icon_fallback_text = "Draft"});
        }
        main += changes_line(visit, page);
        const auto shown =
            picture(documents::architecture_drawing(page, asked_of(visit)),
                    "Picture of the architecture", documents::architecture_legend(page));
        drawn = shown.drawn;
        main += shown.content;
        main += p(cls("q-stamp"), "The architecture of ", visit.reader.about().name, ", ",
                  page.stamp, ".");
        main += bodies_table(visit, page);
        main += links_table(visit, page);
        main += reading_column(fragment(p("The picture leaves out a line that a chain of others "
                                          "already says, and what may happen and has not. "
                                          "The tables have every body and every link."),
                                        h(2, "Other ways to see it"), other_ways(visit)));
    }
    auto response =
        framed(visit, {.title = "Architecture, " + page.stamp,
                       .section = "architecture",
                       .section_page = true,
                       .trail = {{.content = "Architecture"}},
                       .main = main,
                       .description = "The bodies of the partnership and how they are linked.",
                       .json = visit.links.api().slash("architecture").str()});
    return kept_if(drawn, std::move(response));
}

MaybePage architecture_file(const Visit& visit) {
    const auto drawing = [&] {
        if (!compared(visit)) {
            return documents::architecture_drawing(views::architecture(visit.reader),
                                                   asked_of(visit));
        }
        const auto between = views::architecture_between(visit.reader, two_days(visit));
        return documents::succession_drawing(
            between, {"architecture", visit.reader.about().name,
                      [&visit](const std::string& body, base::CivilDate on) {
                          return body_on(visit, body, on);
                      }});
    }();
    const auto made = documents::drawn(drawing);
    if (!made) {
        throw http::BrokenRequest(
            503, "The picture could not be drawn just now. The page of the architecture holds the "
                 "same as tables.");
    }
    return http::bytes_response("image/svg+xml", svg_file(*made));
}

} // namespace quorate::web
