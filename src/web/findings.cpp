// Findings: where the documents, the register and the record do not agree, by what they are about.

#include "views/findings.hpp"

#include "html/govuk/details.hpp"
#include "web/as_of.hpp"
#include "web/pages.hpp"
#include "web/parts.hpp"

#include <algorithm>

namespace quorate::web {

using namespace html;

namespace {

constexpr std::size_t bodies_named_max = 3; ///< in one line; the rest stand under a summary

Html body_choice(const Visit& visit, const std::string& chosen) {
    const auto bodies = visit.reader.bodies();
    if (bodies.size() < 2) {
        return {};
    }
    const auto here = visit.links.part("findings");
    std::vector<Html> items{li(chosen.empty() ? strong("Every body") : a(here, "Every body"))};
    for (const auto& body : bodies) {
        items.push_back(
            li(body.id == chosen ? strong(body.name) : a(here.query("body", body.id), body.name)));
    }
    govuk::Details options;
    options.summary = chosen.empty() ? "One body only" : "Another body";
    options.content = plain_list(items);
    return govuk::details(options);
}

/// "The Kent Partnership, clause 3.6" with the clauses linked to the terms of that body.
Html where(const Visit& visit, const views::FindingLine& line, const views::Named& body) {
    Html out = a(visit.links.body(body.id), body.name);
    for (const auto& clause : line.finding.clauses) {
        out += fragment(", ", clause_link(visit.links, body.id, clause));
    }
    return out;
}

Html where(const Visit& visit, const views::FindingLine& line) {
    Html out;
    const auto& bodies = line.bodies;
    const auto named = bodies.size() <= bodies_named_max + 1 ? bodies.size() : bodies_named_max;
    for (std::size_t i = 0; i < named; ++i) {
        out += fragment(i == 0 ? Html() : text("; "), where(visit, line, bodies[i]));
    }
    if (line.finding.position) {
        out += fragment(
            ", ", a(visit.links.entry(*line.finding.position), "entry ", *line.finding.position));
    }
    out = span(cls("q-quiet"), out);
    if (named == bodies.size()) {
        return out;
    }
    std::vector<Html> rest;
    for (std::size_t i = named; i < bodies.size(); ++i) {
        rest.push_back(li(where(visit, line, bodies[i])));
    }
    govuk::Details more;
    more.summary = "The same on " + std::to_string(rest.size()) + " more bodies";
    more.content = plain_list(rest);
    return fragment(out, govuk::details(more));
}

Html line_words(const views::FindingLine& line) {
    return line.question.empty() ? text(line.finding.words)
                                 : fragment(strong(line.question), br(), line.read_as);
}

Html topic_list(const Visit& visit, const views::FindingTopicShown& topic) {
    std::vector<Html> items;
    bool questions = false;
    for (const auto& line : topic.lines) {
        items.push_back(li(line_words(line), br(), where(visit, line)));
        questions = questions || !line.question.empty();
    }
    Html list = plain_list(cls("govuk-list--spaced q-lines"), items);
    if (questions) {
        govuk::Details all;
        all.summary = topic.lines.size() == 1
                          ? std::string("Show the question")
                          : "Show the " + std::to_string(topic.lines.size()) + " questions";
        all.content = list;
        list = govuk::details(all);
    }
    return fragment(h(2, Attributes().id(topic.topic), topic.title), p(topic.about), list);
}

Html topics_contents(const std::vector<views::FindingTopicShown>& topics) {
    std::vector<ContentsEntry> entries;
    for (const auto& topic : topics) {
        entries.push_back({.title = topic.title + " (" + std::to_string(topic.lines.size()) + ")",
                           .href = Url("#"_url).fragment(topic.topic)});
    }
    return contents(entries);
}

} // namespace

MaybePage findings_page(const Visit& visit) {
    const auto choice = chosen_body(visit);
    if (!choice.known) {
        return std::nullopt;
    }
    const auto topics = views::findings_by_topic(visit.reader, choice.id);
    Html main = page_heading("Findings", choice.name);
    main += lead("Where the documents do not fit one another, where the register does not meet "
                 "them, and what was recorded against them.");
    main += p(cls("q-quiet"), "Words in quotation marks are those of the terms held here. Where these are restated, "
                              "the pages of the terms say so and name the source.");
    main += as_of(visit, part_of_body(visit, "findings", choice.id));
    main += body_choice(visit, choice.id);
    main += topics.empty() ? nothing_here("Nothing was found.") : topics_contents(topics);
    for (const auto& topic : topics) {
        main += topic_list(visit, topic);
    }
    return framed(visit, {.title = choice.id.empty() ? "Findings" : "Findings on " + choice.name,
                          .trail = {{.content = "Findings"}},
                          .main = reading_column(main),
                          .json = visit.links.api().slash("findings").str()});
}

} // namespace quorate::web
