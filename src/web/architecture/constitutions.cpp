// Two constitutions side by side, body by body and question by question.

#include "views/architecture/constitutions.hpp"

#include "html/govuk/details.hpp"
#include "web/architecture/architecture_pages.hpp"
#include "web/parts.hpp"

namespace quorate::web {

using namespace html;

namespace {

Url terms_on(const Visit& visit, const std::string& body, base::CivilDate on) {
    return visit.links.plain_part("bodies").slash(body).slash("terms").query("on", base::text(on));
}

Html answer(const Visit& visit, const views::AnswerShown& shown, base::CivilDate on) {
    Html out = text(shown.words);
    if (!shown.clause.empty()) {
        out += fragment(
            " (",
            a(terms_on(visit, shown.terms_of, on).fragment(shown.clause), "clause " + shown.clause),
            shown.imported_from.empty() ? "" : ", which takes it from " + shown.imported_from, ")");
    }
    Html quotes;
    for (const auto& quote : shown.quotes) {
        quotes += fragment(quotes.empty() ? "" : " ", "\u201c", quote, "\u201d");
    }
    if (!quotes.empty()) {
        out += fragment(br(), span(cls("q-quiet"), quotes));
    }
    for (const auto& reading : shown.readings) {
        out += fragment(br(), span(cls("q-quiet"), "Left open, and read here: ", reading));
    }
    return out;
}

Html side(const Visit& visit, const views::QuestionSide& shown,
          const views::ConstitutionColumn& column) {
    if (shown.silent) {
        return status_word(Status::undetermined, "The text does not say");
    }
    if (shown.answers.empty()) {
        return span(cls("q-quiet"), "No terms in force");
    }
    if (shown.answers.size() == 1) {
        return answer(visit, shown.answers.front(), column.on);
    }
    std::vector<Html> items;
    for (const auto& each : shown.answers) {
        items.push_back(li(answer(visit, each, column.on)));
    }
    return plain_list(cls("q-answers"), items);
}

Html column_head(const Visit& visit, const views::ConstitutionColumn& column, bool several) {
    Html out = fragment(short_day(column.on), br(),
                        a(body_on(visit, column.body.id, column.on), column.body.name));
    if (several && column.later) {
        out = fragment(short_day(column.on), br(), "Each of them");
    }
    if (!column.status_words.empty()) {
        out += fragment(br(), span(cls("q-quiet"), column.status_words));
    }
    if (column.terms.empty()) {
        out += fragment(br(), span(cls("q-quiet"), "No terms in force"));
    }
    return out;
}

Html part_table(const Visit& visit, const views::ConstitutionPart& part) {
    govuk::Table table;
    table.caption = "Questions and answers: " + part.heading;
    table.caption_classes = "govuk-visually-hidden";
    table.classes = "q-constitutions q-fits-paper";
    table.first_cell_is_header = true;
    table.head = {"Question"};
    for (const auto& column : part.columns) {
        table.head.emplace_back(column_head(visit, column, !part.alike.empty()));
    }
    for (const auto& row : part.rows) {
        Html question = text(row.question);
        if (part.columns.size() > 1) {
            question +=
                fragment(br(), span(cls("q-quiet"), !row.same                  ? "Differs"
                                                    : row.sides.front().silent ? "Neither says"
                                                                               : "The same"));
        }
        std::vector<govuk::TableCell> cells{question};
        for (std::size_t i = 0; i < row.sides.size(); ++i) {
            cells.emplace_back(side(visit, row.sides[i], part.columns[i]));
        }
        table.rows.push_back(std::move(cells));
    }
    return govuk::scrolling_table(table);
}

std::string heading_of(const views::ConstitutionPart& part) {
    if (part.alike.empty()) {
        return part.heading;
    }
    return std::to_string(part.alike.size()) +
           " bodies whose terms say the same: " + part.alike.front().name +
           (part.alike.size() == 2 ? " and " + part.alike.back().name
                                   : " and " + std::to_string(part.alike.size() - 1) + " others");
}

Html silences(const views::ConstitutionPart& part) {
    Html out;
    for (const auto& column : part.columns) {
        if (!column.terms.empty()) {
            out += fragment(out.empty() ? "" : " ",
                            column.silences == 0
                                ? "Every question is answered by the text of "
                                : std::to_string(column.silences) +
                                      (column.silences == 1 ? " question is" : " questions are") +
                                      " not answered by the text of ",
                            short_day(column.on), " (", column.body.name, ").");
        }
    }
    return out.empty() ? out : p(cls("q-quiet"), out);
}

Html part_section(const Visit& visit, const views::ConstitutionPart& part) {
    Html out = h(2, id("body-" + part.id), heading_of(part));
    if (!part.alike.empty()) {
        std::vector<Html> items;
        for (const auto& body : part.alike) {
            items.push_back(li(a(body_on(visit, body.id, part.columns.back().on), body.name)));
        }
        out += govuk::details({.summary = "All of them", .content = plain_list(items)});
    }
    if (part.remarks.size() > 8) {
        out += govuk::details(
            {.summary = part.alike.empty() ? "How it comes to be here" : "How they come to be here",
             .content = sentences(part.remarks)});
    } else {
        out += sentences(part.remarks);
    }
    out += silences(part);
    return section(reading_column(out), part_table(visit, part));
}

Html contents_of(const views::ConstitutionsPage& page) {
    std::vector<ContentsEntry> entries;
    for (const auto& part : page.parts) {
        entries.push_back(
            {.title = heading_of(part), .href = Url("#"_url).fragment("body-" + part.id)});
    }
    return contents(entries);
}

} // namespace

MaybePage constitutions_page(const Visit& visit) {
    const auto days = two_days(visit);
    const auto page = views::constitutions(visit.reader, days);
    const auto here = visit.links.plain_part("constitutions");
    Html head = page_heading("Two constitutions side by side");
    head += lead("The same questions put to the terms in force on two days. Each answer has its "
                 "clause and the words it "
                 "rests on; where the text is silent, that is said.");
    Html main = reading_column(head);
    main += two_days_form(here, days);
    if (page.parts.empty()) {
        main += nothing_here("No terms were in force on either day.");
    } else {
        main += reading_column(contents_of(page));
    }
    for (const auto& part : page.parts) {
        main += part_section(visit, part);
    }
    if (!page.without_terms.empty()) {
        std::vector<Html> items;
        for (const auto& body : page.without_terms) {
            items.push_back(li(a(visit.links.body(body.id), body.name)));
        }
        main += reading_column(
            fragment(h(2, "Bodies with no terms on record"),
                     p("Nothing can be asked of these: no terms of theirs were in force on either "
                       "day."),
                     ul(items)));
    }
    main += reading_column(p(a(between_days(visit.links.plain_part("architecture"), days),
                               "What became of each body, as a picture")));
    return framed(
        visit,
        {.title = "Two constitutions side by side",
         .section = "architecture",
         .trail = {{.content = "Architecture", .href = visit.links.plain_part("architecture")},
                   {.content = "Two constitutions"}},
         .main = main,
         .description = "What the terms in force on two days say to the same questions.",
         .json = between_days(visit.links.api().slash("constitutions"), days).str()});
}

} // namespace quorate::web
