// Two days side by side: what became of each body, and who follows whom.

#include "html/govuk/inset_text.hpp"
#include "web/architecture/architecture_pages.hpp"
#include "web/architecture/picture.hpp"
#include "web/parts.hpp"

namespace quorate::web {

using namespace html;

namespace {

documents::PictureAsked asked_of(const Visit& visit, std::string id) {
    return {
        std::move(id), visit.reader.about().name,
        [&visit](const std::string& body, base::CivilDate on) { return body_on(visit, body, on); }};
}

/// Each fate in words of its own, so that nothing depends on the picture.
std::string_view fate_word(const std::string& fate) {
    return fate == "new"         ? "New"
           : fate == "ended"     ? "Ended"
           : fate == "succeeded" ? "Succeeded"
           : fate == "changed"   ? "Changed"
           : fate == "outside"   ? "No body here"
                                 : "Unchanged";
}

Html name_cell(const Visit& visit, const views::BodyFate& fate, base::CivilDate earlier,
               base::CivilDate later) {
    if (fate.fate == "outside") {
        return text(fate.body.name);
    }
    return a(body_on(visit, fate.body.id, fate.later ? later : earlier), fate.body.name);
}

Html fates_table(const Visit& visit, const views::ArchitectureComparison& between) {
    govuk::Table table;
    table.caption = "What became of each body";
    table.caption_classes = "govuk-table__caption--m";
    table.head = {"Body", short_day(between.earlier.on), short_day(between.later.on),
                  "What became of it"};
    table.first_cell_is_header = true;
    table.classes = "q-fits-paper";
    for (const auto& fate : between.bodies) {
        const auto word = fate_word(fate.fate);
        // "New" alone says it once.
        Html words = fate.words == word ? fragment(strong(word), ".")
                                        : fragment(strong(word), ". ", fate.words, ".");
        std::vector<Html> changes;
        for (const auto& change : fate.changes) {
            changes.push_back(li(views::capitalised(change)));
        }
        if (!changes.empty()) {
            words += ul(cls("q-tight"), changes);
        }
        const bool outside = fate.fate == "outside";
        table.rows.push_back({name_cell(visit, fate, between.earlier.on, between.later.on),
                              outside        ? "Not on record"
                              : fate.earlier ? "There"
                                             : "Not there",
                              outside      ? ""
                              : fate.later ? "There"
                                           : "Not there",
                              words});
    }
    return govuk::scrolling_table(table);
}

bool same_row(const views::SuccessionShown& a, const views::SuccessionShown& b) {
    return a.to.id == b.to.id && a.mode == b.mode && a.waits == b.waits && a.on == b.on &&
           a.clause == b.clause && a.scope == b.scope;
}

Html one_day(const Visit& visit, const views::ArchitecturePage& page, const std::string& id,
             bool& drawn) {
    const auto here = visit.links.plain_part("architecture").query("on", base::text(page.on));
    Html out = h(2, short_day(page.on), page.draft ? " (draft)" : "");
    if (page.bodies.empty()) {
        return fragment(out, nothing_here("No body had been set up by then."));
    }
    const auto shown = picture(documents::architecture_drawing(page, asked_of(visit, id)),
                               "Picture of the architecture on " + base::words(page.on),
                               documents::architecture_legend(page));
    drawn = drawn && shown.drawn;
    if (page.draft) {
        out += p("Draft. ", page.draft_words);
    }
    return fragment(out, shown.content,
                    p(a(here, "The architecture on that day, with its tables")));
}

Html day_box(std::string_view name, std::string_view words, base::CivilDate day) {
    return div(cls("q-two-days__day"),
               Tag{"label", "q-date-form__label"}(attr("for", "day-" + std::string(name)), words),
               detail::void_element("input", cls("q-date-form__input")
                                                 .id("day-" + std::string(name))
                                                 .set("name", name)
                                                 .set("type", "date")
                                                 .set("value", base::text(day))));
}

} // namespace

Html two_days_form(const Url& action, views::TwoDays days) {
    return Tag{"form"}(Attributes()
                           .set("method", "get")
                           .set("class", "q-date-form q-two-days")
                           .url("action", action),
                       day_box("on", "Earlier day", days.earlier),
                       day_box("against", "Later day", days.later),
                       Tag{"button", "q-date-form__button"}(attr("type", "submit"), "Compare"));
}

Html succession_table(const Visit& visit, const std::vector<views::SuccessionShown>& successions,
                      base::CivilDate later) {
    govuk::Table table;
    table.caption = "Who follows whom";
    table.caption_classes = "govuk-table__caption--m";
    table.head = {"Body that follows", "What it does", "Body followed", "When", "By"};
    table.first_cell_is_header = true;
    table.classes = "q-fits-paper";
    const auto named = [&](const views::Named& body, bool is_body) {
        return is_body ? a(body_on(visit, body.id, later), body.name) : text(body.name);
    };
    for (std::size_t i = 0; i < successions.size();) {
        const auto& each = successions[i];
        Html followed;
        // One row for all that a body follows by one clause.
        for (; i < successions.size() && same_row(each, successions[i]); ++i) {
            followed += fragment(followed.empty() ? Html() : br(),
                                 named(successions[i].from, successions[i].from_is_body));
        }
        Html what = text(each.words);
        if (!each.scope.empty()) {
            std::vector<Html> items;
            for (const auto& matter : each.scope) {
                items.push_back(li(matter));
            }
            what += ul(cls("q-tight"), items);
        }
        Html by = each.clause.empty()
                      ? text("The record")
                      : fragment("Its terms, ", a(visit.links.plain_part("bodies")
                                                      .slash(each.terms_of)
                                                      .slash("terms")
                                                      .query("on", base::text(later))
                                                      .fragment(each.clause),
                                                  "clause " + each.clause));
        if (!each.quote.empty()) {
            by += fragment(br(), span(cls("q-quiet"), "\u201c", each.quote, "\u201d"));
        }
        if (!each.authority.empty()) {
            by += fragment(br(), span(cls("q-quiet"), each.authority));
        }
        table.rows.push_back({named(each.to, each.to_is_body), what,
                              named(each.from, each.from_is_body),
                              each.waits ? text("It may, and has not")
                              : each.on  ? short_day(*each.on)
                                         : text("No date given"),
                              by});
    }
    return govuk::scrolling_table(table);
}

MaybePage comparison_page(const Visit& visit) {
    const auto days = two_days(visit);
    const auto between = views::architecture_between(visit.reader, days);
    const auto here = visit.links.plain_part("architecture");
    Html main = reading_column(
        fragment(page_heading("Two days side by side", "Architecture"),
                 lead("Which bodies were there on each day, what became of them, and who "
                      "follows whom.")));
    main += two_days_form(here, days);
    bool drawn = true;
    if (between.bodies.empty()) {
        main += nothing_here("No body was there on either day.");
    } else {
        const auto shown =
            picture(documents::succession_drawing(between, asked_of(visit, "succession")),
                    "Picture of what leads from one day's bodies to the other's",
                    documents::succession_legend(between));
        drawn = shown.drawn;
        main += h(2, "What leads from one to the other");
        main += shown.content;
        main += fates_table(visit, between);
        main += between.successions.empty()
                    ? fragment(h(2, "Who follows whom"),
                               nothing_here("Neither the terms nor the record say that one "
                                            "body follows another between these days."))
                    : succession_table(visit, between.successions, days.later);
        main += div(cls("q-pair"), section(one_day(visit, between.earlier, "earlier", drawn)),
                    section(one_day(visit, between.later, "later", drawn)));
        main += reading_column(p(a(between_days(visit.links.plain_part("constitutions"), days),
                                   "What the terms of these two days say")));
    }
    const auto json = between_days(visit.links.api().slash("architecture").slash("compare"), days);
    auto response = framed(
        visit, {.title = "Two days side by side: architecture",
                .section = "architecture",
                .trail = {{.content = "Architecture", .href = here}, {.content = "Two days"}},
                .main = main,
                .json = json.str()});
    return kept_if(drawn, std::move(response));
}

} // namespace quorate::web
