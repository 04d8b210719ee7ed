// Decisions: the list with what was recorded as made, and one decision.

#include "html/govuk/details.hpp"
#include "views/desk/recorded.hpp"
#include "views/desk/urgent.hpp"
#include "web/as_of.hpp"
#include "web/pages.hpp"
#include "web/parts.hpp"

namespace quorate::web {

using namespace html;

namespace {

Html as_made_list(const Visit& visit, const std::vector<views::AsMadeLine>& lines) {
    std::vector<Html> items;
    for (const auto& line : lines) {
        Html where = text(line.body.name);
        if (line.meeting) {
            where = a(visit.links.meeting(line.meeting->id), line.meeting->name);
        }
        items.push_back(li(a(visit.links.entry(line.position), line.words), br(), line.why, br(),
                           span(cls("q-quiet"), where,
                                line.item ? ", item " + std::to_string(*line.item) : "", ".")));
    }
    return plain_list(cls("govuk-list--spaced q-lines"), items);
}

Html as_made_part(const Visit& visit, const views::DecisionsPage& page) {
    if (page.as_made.empty()) {
        return {};
    }
    return fragment(h(2, "Recorded as made; not a decision under the terms"),
                    p("What was declared is kept, with the reason why the terms of reference do "
                      "not count it as a "
                      "decision."),
                    as_made_list(visit, page.as_made));
}

Html interests(const views::DecisionPage& page) {
    Html out = h(2, "Interests");
    if (page.interests.empty()) {
        return fragment(out, nothing_here("None was declared on this item."));
    }
    std::vector<Html> lines;
    for (const auto& each : page.interests) {
        lines.push_back(li(each.words));
    }
    return fragment(out, ul(lines));
}

Html considered(const views::DecisionPage& page) {
    if (page.considered.empty()) {
        return {};
    }
    Html rows;
    for (const auto& each : page.considered) {
        rows += fragment(dt(each.what), dd(each.applies ? "" : "Not applicable: ", each.words));
    }
    return fragment(h(2, "Taken into account"), dl(cls("q-facts"), rows));
}

Html responses(const views::DecisionPage& page) {
    if (page.concerns.empty() && page.responses.empty()) {
        return {};
    }
    Html out = h(2, "What partners answered");
    if (page.responses.empty()) {
        out += nothing_here("No partner has answered yet.");
    }
    Html rows;
    for (const auto& each : page.responses) {
        const Html answer = fragment(each.answer, each.words.empty() ? "." : ": " + each.words);
        rows += fragment(dt(each.organisation),
                         each.replaced ? dd(cls("q-quiet"), "At first: ", answer) : dd(answer));
    }
    if (!rows.empty()) {
        out += dl(cls("q-facts"), rows);
    }
    if (!page.concerns.empty()) {
        Html names;
        for (const auto& each : page.concerns) {
            names += fragment(names.empty() ? "" : ", ", each);
        }
        out += p("It concerns ", names, ".");
    }
    return out;
}

Html how(const Visit& visit, const views::DecisionPage& page) {
    Html out = fragment(h(2, "How it was decided"), p(page.how));
    if (page.vote) {
        govuk::SummaryList list;
        add_row(list, "For", page.vote->votes_for);
        add_row(list, "Against", page.vote->votes_against);
        add_row(list, "Abstaining", page.vote->abstentions);
        if (page.vote->base > 0) {
            add_row(list, "Counted of", page.vote->base);
            add_row(list, "Needed to carry", page.vote->needed);
        }
        out += govuk::summary_list(list);
        for (const auto& line : page.vote->by_name) {
            out += p(line);
        }
    }
    for (const auto& line : page.since) {
        out += p(line);
    }
    for (const auto& line : page.dissent) {
        out += p(line);
    }
    if (!page.urgency.empty()) {
        out += p("Why it could not wait: ", page.urgency);
    }
    if (!page.consulted.empty()) {
        Html names;
        for (const auto& each : page.consulted) {
            names += fragment(names.empty() ? "" : ", ", each);
        }
        out += p("Asked first: ", names, ".");
    }
    if (const auto lines = views::consulted_lines(visit.reader, page.line.id); !lines.empty()) {
        out += fragment(h(3, "Who was consulted"), sentences(lines));
    }
    return out;
}

Html place(const Visit& visit, const views::DecisionPage& page) {
    govuk::SummaryList list;
    add_row(list, "Decision", page.line.id);
    add_row(list, "Made by", views::capitalised(page.made_by));
    add_row(list, "Recorded by", views::capitalised(page.recorded_by));
    add_row(list, "How it is known", page.evidence);
    add_row(list, "Afterwards", views::answered_words(visit.reader, page.line.position));
    add_row(list, "Took effect", when(page.line.made));
    if (page.recorded) {
        add_row(list, "Recorded", when(*page.recorded));
    }
    add_row(list, "Entry",
            fragment(a(visit.links.entry(page.line.position), "Entry ", number(page.line.position)),
                     " · ", a(visit.links.proof(page.line.position), "its proof")));
    return fragment(h(2, "Its place in the record"), govuk::summary_list(list));
}

Html ruling(const Visit& visit, const views::DecisionPage& page) {
    if (!page.ruling) {
        return {};
    }
    auto panel = panel_of(visit.links, *page.ruling);
    panel.counted.assign(page.counted.begin(), page.counted.end());
    panel.not_counted.assign(page.not_counted.begin(), page.not_counted.end());
    return ruling_panel(panel);
}

} // namespace

MaybePage decisions_page(const Visit& visit) {
    const auto choice = chosen_body(visit);
    if (!choice.known) {
        return std::nullopt;
    }
    const auto page = visit.reader.decisions(choice.id);
    const bool all = choice.id.empty();
    Html main = page_heading("Decisions", choice.name);
    main += as_of(visit, part_of_body(visit, "decisions", choice.id));
    main += page.decisions.empty() ? nothing_here("The record holds no decision yet.")
                                   : decision_list(visit.links, page.decisions, all);
    main += as_made_part(visit, page);
    if (!all) {
        main += p(a(visit.links.part("decisions"), "Decisions of every body"));
    }
    return framed(visit, {.title = all ? "Decisions" : "Decisions of " + choice.name,
                          .section = "decisions",
                          .section_page = all,
                          .trail = {{.content = "Decisions"}},
                          .main = reading_column(main),
                          .json = visit.links.api().slash("decisions").str()});
}

MaybePage decision_page(const Visit& visit) {
    const auto page = visit.reader.decision(visit.request.capture("body") + "/" +
                                            visit.request.capture("decision"));
    if (!page) {
        return std::nullopt;
    }
    Html head = page_heading(
        page->line.words,
        fragment(page->line.outcome, page->line.recommendation ? " as a recommendation" : ""));
    Html where = a(visit.links.body(page->line.body.id), page->line.body.name);
    if (page->line.meeting) {
        where = a(visit.links.meeting(page->line.meeting->id), page->line.meeting->name);
    }
    head +=
        p(where, page->line.item ? ", item " + std::to_string(*page->line.item) : "",
          page->title.empty() || page->title == page->line.words ? "." : ": " + page->title + ".");
    if (!page->matter.empty()) {
        head += p("It falls under the responsibility: ", page->matter, ".");
    }
    const auto here = visit.links.plain_part("decisions").slash_id(page->line.id);
    Html main =
        fragment(head, as_of(visit, here), ruling(visit, *page), how(visit, *page),
                 interests(*page), considered(*page), responses(*page), place(visit, *page));
    return framed(visit,
                  {.title = page->line.words,
                   .section = "decisions",
                   .trail = {{.content = "Decisions", .href = visit.links.part("decisions")},
                             {.content = "Decision " + page->line.id}},
                   .main = reading_column(main),
                   .description = page->line.words,
                   .json = visit.links.api().slash("decisions").slash_id(page->line.id).str()});
}

} // namespace quorate::web
