// Duties and findings.

#include "web/pages.hpp"
#include "web/parts.hpp"

#include <algorithm>

namespace quorate::web {

using namespace html;

namespace {

Html state_cell(const views::DutyShown& duty) {
    if (duty.state == "met") {
        return status_word(Status::permitted, duty.state_words);
    }
    if (duty.state == "overdue") {
        return status_word(Status::refused, duty.state_words);
    }
    if (duty.state == "due-soon") {
        return status_word(Status::breach_recorded, duty.state_words);
    }
    if (duty.state == "undetermined" || duty.state == "no-record") {
        return status_word(Status::undetermined, duty.state_words);
    }
    return text(duty.state_words);
}

Html duty_table(const Visit& visit, const std::string& caption,
                const std::vector<const views::DutyShown*>& duties) {
    govuk::Table table;
    table.caption = caption;
    table.caption_classes = "govuk-table__caption--m";
    table.head = {"What is owed", "By whom", "Due", "State"};
    table.first_cell_is_header = false;
    for (const auto* duty : duties) {
        Html what = text(duty->what);
        if (!duty->clause.empty()) {
            what += fragment(" (", clause_link(visit.links, duty->body.id, duty->clause), ")");
        }
        if (!duty->words.empty() && duty->words != caption + ".") {
            what += fragment(br(), span(cls("q-quiet"), duty->words));
        }
        if (!duty->meeting.empty()) {
            what += fragment(" ", a(visit.links.meeting(duty->meeting), "The meeting"));
        }
        table.rows.push_back({what, duty->who,
                              duty->due ? short_day(*duty->due) : text("No date set"),
                              state_cell(*duty)});
    }
    return govuk::scrolling_table(table);
}

Html body_filter(const Visit& visit, std::string_view part, const std::string& chosen) {
    const auto bodies = visit.reader.bodies();
    if (bodies.size() < 2) {
        return {};
    }
    const auto here = visit.links.part(part);
    Html out = chosen.empty() ? strong("Every body") : a(here, "Every body");
    for (const auto& body : bodies) {
        out += fragment(" · ", body.id == chosen ? strong(body.name)
                                                 : a(here.query("body", body.id), body.name));
    }
    return p(out);
}

std::string summary_words(const views::DutiesPage& page) {
    if (page.overdue == 0 && page.due_soon == 0) {
        return "Nothing is overdue.";
    }
    const auto count = [](std::int64_t number) {
        return number == 0 ? std::string("None") : std::to_string(number);
    };
    return count(page.overdue) + " overdue, " +
           (page.due_soon == 0 ? "none" : count(page.due_soon)) + " due within two weeks.";
}

Html duty_tables(const Visit& visit, const views::DutiesPage& page) {
    struct Group {
        std::string caption;
        std::vector<std::string_view> states;
    };
    const Group groups[] = {{"Overdue", {"overdue"}},
                            {"Due soon", {"due-soon"}},
                            {"Not yet due", {"not-yet-due"}},
                            {"Met", {"met"}},
                            {"Owed all the time", {"continuing"}},
                            {"Not known here", {"no-record", "undetermined"}}};
    Html out;
    for (const auto& group : groups) {
        std::vector<const views::DutyShown*> in_group;
        for (const auto& duty : page.duties) {
            if (std::find(group.states.begin(), group.states.end(), duty.state) !=
                group.states.end()) {
                in_group.push_back(&duty);
            }
        }
        if (!in_group.empty()) {
            out += duty_table(visit, group.caption, in_group);
        }
    }
    return out;
}

Html findings_of_kind(const Visit& visit, const views::FindingsPage& page, std::string_view kind,
                      std::string_view title, std::string_view about) {
    std::vector<Html> items;
    for (const auto& finding : page.findings) {
        if (finding.kind != kind) {
            continue;
        }
        Html line = text(finding.words);
        Html where = a(visit.links.body(finding.body.id), finding.body.name);
        for (const auto& clause : finding.clauses) {
            where += fragment(", ", clause_link(visit.links, finding.body.id, clause));
        }
        if (finding.position) {
            where += fragment(", ",
                              a(visit.links.entry(*finding.position), "entry ", *finding.position));
        }
        items.push_back(li(line, br(), span(cls("q-quiet"), where)));
    }
    Html out = fragment(h(2, title), p(about));
    return fragment(out, items.empty() ? nothing_here("None.")
                                       : plain_list(cls("govuk-list--spaced q-lines"), items));
}

} // namespace

MaybePage duties_page(const Visit& visit) {
    const auto choice = chosen_body(visit);
    if (!choice.known) {
        return std::nullopt;
    }
    const auto page = visit.reader.duties(choice.id);
    Html main = reading_column(
        fragment(page_heading("Duties", choice.name),
                 lead("What each body owes under its terms, when, and whether it was done."),
                 p(summary_words(page))));
    main += body_filter(visit, "duties", choice.id);
    main += page.duties.empty() ? nothing_here("The terms set no duties that can be followed here.")
                                : duty_tables(visit, page);
    main +=
        p(a(visit.links.part("findings"), "Findings: where the terms or the register do not fit"));
    return framed(visit, {.title = choice.id.empty() ? "Duties" : "Duties of " + choice.name,
                          .section = "duties",
                          .section_page = choice.id.empty(),
                          .trail = {{.content = "Duties"}},
                          .main = full_width(main),
                          .json = visit.links.api().slash("duties").str()});
}

MaybePage findings_page(const Visit& visit) {
    const auto choice = chosen_body(visit);
    if (!choice.known) {
        return std::nullopt;
    }
    const auto page = visit.reader.findings(choice.id);
    Html main = page_heading("Findings", choice.name);
    main += lead("Where the terms do not fit themselves, where the register does not meet them, "
                 "and what was recorded "
                 "against them.");
    main += body_filter(visit, "findings", choice.id);
    main += findings_of_kind(visit, page, "terms", "In the terms",
                             "What the documents say twice, or leave open.");
    main += findings_of_kind(visit, page, "register", "In the register",
                             "Seats and offices against the terms.");
    main += findings_of_kind(visit, page, "record", "In the record",
                             "Acts recorded as they happened, though the terms ask otherwise.");
    return framed(visit, {.title = "Findings",
                          .trail = {{.content = "Findings"}},
                          .main = reading_column(main),
                          .json = visit.links.api().slash("findings").str()});
}

} // namespace quorate::web
