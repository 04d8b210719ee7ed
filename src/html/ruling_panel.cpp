#include "html/ruling_panel.hpp"

#include "html/govuk/details.hpp"

namespace quorate::html {

namespace {

Html heading(const RulingPanel& panel, std::string_view words) {
    const std::string tag = "h" + std::to_string(panel.heading_level + 1);
    return Tag{tag, "govuk-heading-s q-ruling__heading"}(words);
}

Html sentences(const std::vector<Part>& parts) {
    if (parts.size() == 1)
        return p(parts.front());
    std::vector<Html> items;
    for (const Part& part : parts)
        items.push_back(li(part));
    return ul(items);
}

Html titled(const RulingPanel& panel, std::string_view title, const std::vector<Part>& parts) {
    return parts.empty() ? Html() : fragment(heading(panel, title), sentences(parts));
}

Html clause_name(const RulingClause& clause) {
    const std::string name = "Clause " + clause.number;
    return clause.link ? a(*clause.link, name) : text(name);
}

Html clause_line(const RulingPanel& panel) {
    if (panel.clauses.empty() && panel.version.empty())
        return {};
    Html line;
    for (const RulingClause& clause : panel.clauses)
        line += fragment(line.empty() ? "" : " \u00b7 ", clause_name(clause));
    if (!panel.version.empty())
        line += fragment(line.empty() ? "" : " \u00b7 ", panel.version);
    return Tag{"p", "q-ruling__clauses"}(line);
}

Html quotes(const RulingPanel& panel) {
    Html out;
    for (const RulingClause& clause : panel.clauses) {
        if (clause.quote.empty())
            continue;
        Part source;
        if (!clause.source.empty())
            source = Tag{"p", "q-ruling__source"}(clause.source);
        out += quotation(p(strong(clause.number), " ", clause.quote), source);
    }
    return out.empty() ? out : fragment(heading(panel, "What the terms say"), out);
}

Html readings(const RulingPanel& panel) {
    Html out;
    for (const RulingReading& reading : panel.readings) {
        Html rows =
            fragment(dt("Question"), dd(reading.question), dt("Read as"), dd(reading.reading));
        if (!reading.reason.empty())
            rows += fragment(dt("Because"), dd(reading.reason));
        if (!reading.made.empty())
            rows += fragment(dt("Made by"), dd(reading.made));
        if (!reading.other.empty())
            rows += fragment(dt("Otherwise"), dd(reading.other));
        out += dl(cls("q-facts"), rows);
    }
    const std::string_view title =
        panel.readings.size() == 1 ? "The reading relied on" : "The readings relied on";
    return out.empty() ? out : fragment(heading(panel, title), out);
}

Html discretion(const RulingPanel& panel) {
    if (panel.discretion_holder.empty())
        return {};
    Html rows;
    for (const RulingChoice& choice : panel.choices)
        rows += fragment(dt(choice.choice), dd(choice.consequence));
    Html out = p("This is for ", panel.discretion_holder, " to decide.");
    if (!rows.empty())
        out += dl(cls("q-facts"), rows);
    return out;
}

Html findings(const RulingPanel& panel) {
    if (panel.findings.empty())
        return {};
    std::vector<Html> items;
    for (const Part& finding : panel.findings)
        items.push_back(li(status_word(Status::breach_recorded), " ", finding));
    return plain_list(cls("q-ruling__findings"), items);
}

Html explanation(const RulingPanel& panel) {
    Html out = quotes(panel);
    out += titled(panel, "The sum", panel.sums);
    out += titled(panel, "Counted", panel.counted);
    out += titled(panel, "Not counted", panel.not_counted);
    out += readings(panel);
    out += titled(panel, "Exceptions looked at", panel.exceptions);
    out += titled(panel, "What would change it", panel.would_change);
    if (out.empty())
        return out;
    out += Tag{"p", "q-ruling__note"}(
        "This compares what was recorded with the terms of reference, using the readings listed. "
        "It is "
        "not legal advice and does not affect any partner\u2019s own decisions.");
    return govuk::details({.summary = "How this was worked out",
                           .content = out,
                           .open = panel.open,
                           .classes = "q-ruling__details"});
}

} // namespace

Html ruling_panel(const RulingPanel& panel) {
    QUORATE_ASSERT(panel.heading_level >= 2 && panel.heading_level <= 4);
    const std::string tag = "h" + std::to_string(panel.heading_level);
    const std::string heading_id = panel.id + "-verdict";
    Html body = clause_line(panel);
    if (!panel.presiding_view.empty())
        body += p(panel.presiding_view);
    if (!panel.short_form) {
        body += findings(panel);
        body += discretion(panel);
        body += explanation(panel);
    }
    Part inner;
    if (!body.empty())
        inner = div(cls("q-ruling__body"), body);
    return section(cls("q-ruling")
                       .cls("q-ruling--" + std::string(colour_class(panel.status)))
                       .cls(panel.short_form ? "q-ruling--short" : "")
                       .id(panel.id)
                       .set("role", "group") // a page may hold many alike: no landmarks
                       .set("aria-labelledby", heading_id),
                   Tag{tag, "q-ruling__band"}(
                       id(heading_id), status_word(panel.status, fragment(word(panel.status), ":")),
                       " ", span(cls("q-ruling__sentence"), panel.sentence)),
                   inner);
}

} // namespace quorate::html
