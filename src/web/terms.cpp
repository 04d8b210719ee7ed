// Terms of reference: the document, with each clause's rule in the margin.

#include "base/text.hpp"
#include "html/govuk/details.hpp"
#include "html/markdown.hpp"
#include "web/as_of.hpp"
#include "web/pages.hpp"
#include "web/parts.hpp"
#include "web/terms_parts.hpp"

namespace quorate::web {

using namespace html;

namespace {

Html readings(const views::InterpretationShown& shown) {
    Html in_force;
    std::vector<Html> others;
    for (const auto& reading : shown.readings) {
        if (reading.in_force) {
            in_force = text(reading.words);
        } else {
            others.push_back(text(reading.words));
        }
    }
    Html other = others.size() == 1 ? others.front() : Html();
    if (others.size() > 1) {
        std::vector<Html> items;
        for (const auto& each : others) {
            items.push_back(li(each));
        }
        other = plain_list(items);
    }
    return dl(cls("q-facts"), dt("Read as"), dd(in_force), dt("Because"), dd(shown.reason),
              dt("Standing"), dd(shown.made),
              dt(others.size() == 1 ? "The other reading" : "Other readings"), dd(other));
}

Html interpretation(const views::InterpretationShown& shown) {
    return govuk::details(
        {.summary = fragment(shown.id, ". ", shown.question), .content = readings(shown)});
}

Html rule_note(const Links& links, std::string_view body, const views::RuleShown& rule) {
    Html out = p(rule.words);
    for (const auto& today : rule.today) {
        out += p(cls("q-today"), measure(links, body, today));
    }
    if (rule.takes_no_effect) {
        out += p("What goes against this does not take effect.");
    }
    if (!rule.enactment.empty()) {
        out += p(fragment("From the ", rule.enactment, ", which overrides the terms."));
    }
    if (!rule.note.empty()) {
        out += govuk::details({.summary = "A remark on the text", .content = p(rule.note)});
    }
    for (const auto& each : rule.interpretations) {
        out += interpretation(each);
    }
    return out;
}

Html imported_rule(const views::RuleShown& rule) {
    Html out = fragment(strong(rule.imported_clause), " ", rule.words);
    for (const auto& each : rule.interpretations) {
        out += interpretation(each);
    }
    return li(out);
}

Html imported_note(const std::vector<views::RuleShown>& rules) {
    if (rules.empty()) {
        return {};
    }
    std::vector<Html> items;
    for (const auto& rule : rules) {
        items.push_back(imported_rule(rule));
    }
    return govuk::details({.summary = fragment(rules.size(), rules.size() == 1 ? " rule" : " rules",
                                               " taken from ", rules.front().imported_from),
                           .content = plain_list(cls("govuk-list--spaced"), items)});
}

/// Rules by the charter they come from, so that each source has its own list.
Html imported_notes(const std::vector<views::RuleShown>& rules) {
    Html out;
    for (std::size_t first = 0; first < rules.size();) {
        std::vector<views::RuleShown> same;
        const auto& from = rules[first].imported_from;
        std::size_t next = first;
        while (next < rules.size() && rules[next].imported_from == from) {
            same.push_back(rules[next++]);
        }
        out += imported_note(same);
        first = next;
    }
    return out;
}

Html original_line(const views::TermsPage& page, const views::ClauseShown& clause) {
    if (!page.terms.restated) {
        return {};
    }
    Html out = fragment("Our restatement of clause ", clause.number, ". ");
    if (const auto url = Url::parse(page.source_url); url && !page.source_url.empty()) {
        out += fragment(a(*url, "Read the original"), ".");
    } else {
        out += fragment(a("#source"_url, "Read the original"), ".");
    }
    return p(cls("q-original"), out);
}

Html clause_note(const Visit& visit, const views::TermsPage& page,
                 const views::ClauseShown& clause) {
    Html out;
    for (const auto& rule : clause.rules) {
        out += rule_note(visit.links, page.body.id, rule);
    }
    out += imported_notes(clause.imported);
    if (out.empty()) {
        return out;
    }
    return fragment(out, original_line(page, clause));
}

std::string heading_id(std::size_t index) {
    return "part-" + std::to_string(index);
}

Html document(const Visit& visit, const views::TermsPage& page, std::vector<ContentsEntry>& parts) {
    Html out;
    for (const auto& clause : page.clauses) {
        if (!clause.heading.empty()) {
            const auto id = heading_id(parts.size() + 1);
            parts.push_back({.title = clause.heading, .href = Url("#"_url).fragment(id)});
            out += h(2, html::id(id), clause.heading);
        }
        out += annotated_clause({.id = clause.anchor,
                                 .number = clause.number,
                                 .words = rendered(clause.html),
                                 .note = clause_note(visit, page, clause)});
    }
    return out;
}

Html source_part(const views::TermsPage& page) {
    Html out = section(html::id("source"), h(2, "Where these words come from"));
    std::string words =
        page.terms.restated
            ? "The clauses are our own restatement, with the numbers kept. The source is "
            : "The clauses are word for word as adopted. The source is ";
    Html source = text(page.terms.source);
    if (const auto url = Url::parse(page.source_url); url && !page.source_url.empty()) {
        source = a(*url, page.terms.source);
    }
    out += p(words, source, ".");
    if (!page.note.empty()) {
        out += p(page.note);
    }
    out += p("These terms are known by the SHA-256 of their file: ",
             code(cls("q-hash"), page.terms.digest));
    return out;
}

Html enactments_part(const views::TermsPage& page) {
    if (page.enactments.empty()) {
        return {};
    }
    Html out = h(2, id("law"), "Law that overrides these terms");
    for (const auto& law : page.enactments) {
        Html title = text(law.title);
        if (const auto url = Url::parse(law.url); url && !law.url.empty()) {
            title = a(*url, law.title);
        }
        out += p(strong(title), law.says.empty() ? "" : ". ", law.says);
        if (!law.clauses.empty()) {
            out += p(fragment("It goes before clause ", base::list_words(law.clauses), "."));
        }
    }
    return out;
}

Html model_part(const views::TermsPage& page) {
    if (!page.model) {
        return {};
    }
    const auto& model = *page.model;
    Html out = h(2, id("model"), "The model these terms were made from");
    out += p(model.title.empty() ? model.charter : model.title, ".",
             model.changed_since ? " The model has been changed since." : "");
    if (model.title.empty()) {
        return fragment(out, p("The model is not held here, so the differences cannot be shown."));
    }
    std::vector<Html> items;
    for (const auto& one : model.differences) {
        items.push_back(li(one));
    }
    return fragment(out, items.empty()
                             ? p("Nothing differs from the model but what was filled in.")
                             : fragment(p("How they differ from it, beyond what was filled in:"),
                                        plain_list(cls("govuk-list--spaced"), items)));
}

Html whole_part(const views::TermsPage& page) {
    Html out;
    for (const auto& each : page.whole) {
        out += interpretation(each);
    }
    return out.empty() ? out : fragment(h(2, "Questions about the terms as a whole"), out);
}

} // namespace

Html terms_text(const Visit& visit, const views::TermsPage& page) {
    std::vector<ContentsEntry> parts;
    return document(visit, page, parts);
}

MaybePage terms_page(const Visit& visit) {
    const auto& id = visit.request.capture("body");
    const auto page = visit.reader.terms(id);
    const auto here = visit.links.terms(id);
    if (!page) {
        const auto body = visit.reader.body(id);
        if (!body) {
            return std::nullopt;
        }
        Html none = page_heading("Terms of reference", body->name);
        none += as_of(visit, here);
        none += nothing_here("This body had no terms of reference in force.");
        return framed(
            visit,
            {.title = "Terms of reference", .section = "bodies", .main = reading_column(none)});
    }
    Html head = page_heading(page->terms.title, page->body.name);
    head += p(page->standing, " ",
              page->terms.restated
                  ? "The words are our restatement; beside each clause stands the rule it gives."
                  : "Beside each clause stands the rule it gives.");
    std::vector<ContentsEntry> parts;
    const Html text_part = document(visit, *page, parts);
    parts.push_back({.title = "Where these words come from", .href = "#source"_url});
    Html main = reading_column(head);
    main += as_of(visit, here);
    main += div(cls("q-document"), div(cls("q-document__contents"), contents(parts)),
                div(cls("q-document__text"), text_part, whole_part(*page), enactments_part(*page),
                    model_part(*page), source_part(*page)));
    return framed(
        visit,
        {.title = page->terms.title,
         .section = "bodies",
         .trail = {{.content = "Bodies", .href = visit.links.part("bodies")},
                   {.content = page->body.name, .href = visit.links.body(page->body.id)},
                   {.content = "Terms of reference"}},
         .main = main,
         .json = visit.links.api().slash("bodies").slash(page->body.id).slash("terms").str()});
}

} // namespace quorate::web
