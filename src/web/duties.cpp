// Duties.

#include "html/govuk/details.hpp"
#include "html/stacking_table.hpp"
#include "views/meetings/planning.hpp"
#include "web/as_of.hpp"
#include "web/pages.hpp"
#include "web/parts.hpp"

#include <algorithm>

namespace quorate::web {

using namespace html;

namespace {

/// What shows a piece of evidence: its entry, meeting or decision.
Html evidence_link(const Visit& visit, const views::DutyEvidenceShown& shown) {
    if (!shown.decision.empty()) {
        return a(visit.links.decision(shown.decision), shown.words);
    }
    if (shown.position) {
        return a(visit.links.entry(*shown.position), shown.words);
    }
    return shown.meeting.empty() ? text(shown.words)
                                 : a(visit.links.meeting(shown.meeting), shown.words);
}

/// The last few pieces of evidence.
Html evidence_of(const Visit& visit, const views::DutyShown& duty) {
    constexpr std::size_t shown_max = 3;
    std::vector<Html> items;
    const auto count = duty.evidence.size();
    for (std::size_t i = count > shown_max ? count - shown_max : 0; i < count; ++i) {
        items.push_back(li(evidence_link(visit, duty.evidence[i])));
    }
    if (items.empty()) {
        return {};
    }
    const Html list = plain_list(cls("q-quiet q-roomy-link"), items);
    return count <= shown_max
               ? list
               : fragment(div(cls("q-quiet"), "The last three of ", count, ":"), list);
}

/// How it stands, unless its evidence, its day or the heading above says just that.
Html standing(const views::DutyShown& duty, std::string_view caption) {
    const auto day = duty.due ? base::words(*duty.due) + "." : std::string{};
    const bool said =
        (duty.evidence.size() == 1 && duty.words == duty.evidence.front().words + ".") ||
        duty.words == std::string(caption) + "." ||
        (duty.due && (duty.words == "Due on " + day || duty.words == "Was due on " + day));
    return duty.words.empty() || said ? Html() : div(cls("q-quiet"), duty.words);
}

Html whose_part(const views::DutyLine& line) {
    if (line.whose.size() < 2) {
        return {};
    }
    std::vector<Html> members;
    for (const auto& member : line.whose) {
        members.push_back(li(member));
    }
    return govuk::details(
        {.summary = "Which", .content = plain_list(members), .classes = "govuk-!-margin-bottom-0"});
}

Html what_cell(const Visit& visit, const views::DutyLine& line, std::string_view caption) {
    const auto& duty = line.duty;
    auto what = duty.what;
    if (what.ends_with('.')) {
        what.pop_back();
    }
    Html out = text(what);
    if (!duty.clause.empty()) {
        out += fragment(" (", clause_link(visit.links, duty.body.id, duty.clause), ")");
    }
    out += standing(duty, caption);
    out += evidence_of(visit, duty);
    if (!duty.meeting.empty()) {
        out += div(cls("q-quiet q-roomy-link"),
                   a(visit.links.meeting(duty.meeting), "The meeting",
                     hidden_text(" this is about, of ",
                                 views::meeting_day_words(visit.reader, duty.meeting))));
    }
    return fragment(out, whose_part(line));
}

Html due_cell(const views::DutyShown& duty) {
    return duty.due ? short_day(*duty.due) : duty.no_time ? text("No time set") : text("No date");
}

/// `of` is the body the page is about; empty for all.
Html duty_table(const Visit& visit, const std::string& caption,
                const std::vector<const views::DutyLine*>& lines, const std::string& of) {
    govuk::Table table;
    table.caption = caption;
    table.caption_classes = "govuk-table__caption--m";
    table.head = {"What is owed", "By whom", "Due"};
    table.first_cell_is_header = false;
    for (const auto* line : lines) {
        const auto& duty = line->duty;
        Html by = text(duty.who);
        if (duty.body.id != of && duty.who != duty.body.name) {
            by += div(cls("q-quiet"), duty.body.name);
        }
        table.rows.push_back({what_cell(visit, *line, caption), by, due_cell(duty)});
    }
    return stacking_table(table);
}

/// The way from one body to another; folded up where there are many.
Html body_filter(const Visit& visit, const std::string& chosen) {
    constexpr std::size_t in_a_line_max = 6;
    const auto bodies = visit.reader.bodies();
    if (bodies.size() < 2) {
        return {};
    }
    const Html every =
        chosen.empty() ? strong("Every body") : Html(a(visit.links.part("duties"), "Every body"));
    Html line = every;
    std::vector<Html> items;
    for (const auto& body : bodies) {
        const Html name = body.id == chosen ? strong(body.name)
                                            : Html(a(visit.links.body_duties(body.id), body.name));
        line += fragment(" · ", name);
        items.push_back(li(name));
    }
    return bodies.size() <= in_a_line_max
               ? p(line)
               : fragment(p(every), govuk::details({.summary = "Duties of one body",
                                                    .content = plain_list(items)}));
}

std::string summary_words(const views::DutiesPage& page) {
    if (page.overdue == 0 && page.due_soon == 0) {
        return "Nothing is overdue.";
    }
    const auto count = [](std::int64_t number) {
        return number == 0 ? std::string("None") : std::to_string(number);
    };
    return count(page.overdue) + " overdue, " +
           (page.due_soon == 0 ? "none" : count(page.due_soon)) + " due soon.";
}

/// The captions in the order of the page. What the terms set no time for is told from what cannot
/// be worked out for another reason.
constexpr std::string_view captions[] = {"Overdue",
                                         "Due soon",
                                         "Not yet due",
                                         "To be done; the terms set no time",
                                         "Cannot be worked out",
                                         "Owed all the time",
                                         "Met",
                                         "Not done, and past",
                                         "No record held here"};

std::string_view caption_of(const views::DutyShown& duty) {
    const std::string_view state = duty.state;
    return state == "overdue"        ? captions[0]
           : state == "due-soon"     ? captions[1]
           : state == "not-yet-due"  ? (duty.no_time ? captions[3] : captions[2])
           : state == "undetermined" ? (duty.no_time ? captions[3] : captions[4])
           : state == "continuing"   ? captions[5]
           : state == "missed"       ? captions[7]
           : state == "met"          ? captions[6]
                                     : captions[8];
}

Html duty_tables(const Visit& visit, const views::DutiesPage& page, const std::string& of) {
    Html out;
    for (const auto caption : captions) {
        std::vector<const views::DutyLine*> in_group;
        for (const auto& line : page.lines) {
            if (caption_of(line.duty) == caption) {
                in_group.push_back(&line);
            }
        }
        if (!in_group.empty()) {
            out += duty_table(visit, std::string(caption), in_group, of);
        }
    }
    return out;
}

/// Who keeps in touch with whom: a row for each partner, a column for each body that is to.
Html liaison_table(const views::LiaisonMatrix& matrix) {
    if (matrix.rows.empty()) {
        return {};
    }
    govuk::Table table;
    table.caption = "Who keeps in touch with whom";
    table.caption_classes = "govuk-table__caption--m";
    table.head.emplace_back("With");
    for (const auto& body : matrix.bodies) {
        table.head.emplace_back(body.name);
    }
    for (const auto& row : matrix.rows) {
        std::vector<govuk::TableCell> cells;
        cells.emplace_back(row.with.name);
        for (const auto& cell : row.cells) {
            cells.emplace_back(cell.blank ? span(cls("q-quiet"), cell.words) : text(cell.words));
        }
        table.rows.push_back(std::move(cells));
    }
    return govuk::scrolling_table(table);
}

Html feed_links(const Visit& visit, const std::string& body) {
    return p("What is due, kept up to date elsewhere: ",
             a(visit.links.duty_feed("duties.ics", body), "a calendar to subscribe to"), " or ",
             a(visit.links.duty_feed("duties.atom", body), "an Atom feed"), ".");
}

/// One body's duties under its own address, or under the part's as every body's are.
http::Response duties_of(const Visit& visit, const BodyChoice& choice, bool own_address) {
    const auto page = visit.reader.duties(choice.id);
    const auto here =
        own_address ? visit.links.body_duties(choice.id) : part_of_body(visit, "duties", choice.id);
    Html main = reading_column(
        fragment(page_heading("Duties", choice.name),
                 lead("What each body owes under its terms, when, and whether it was done."),
                 as_of(visit, here), p(summary_words(page))));
    main += body_filter(visit, choice.id);
    main += page.lines.empty() ? nothing_here("The terms set no duties that can be followed here.")
                               : duty_tables(visit, page, choice.id);
    main += liaison_table(page.liaison);
    main += feed_links(visit, choice.id);
    main +=
        p(a(visit.links.part("findings"), "Findings: where the terms or the register do not fit"));
    Content content{.title = choice.id.empty() ? "Duties" : "Duties of " + choice.name,
                    .section = own_address ? "bodies" : "duties",
                    .section_page = choice.id.empty(),
                    .trail = {{.content = "Duties"}},
                    .main = full_width(main),
                    .json = (choice.id.empty()
                                 ? visit.links.api().slash("duties")
                                 : visit.links.api().slash("duties").query("body", choice.id))
                                .str()};
    if (own_address) {
        content.trail = {{.content = "Bodies", .href = visit.links.part("bodies")},
                         {.content = choice.name, .href = visit.links.body(choice.id)},
                         {.content = "Duties"}};
    }
    content.feeds = {
        {"What is due", "application/atom+xml", visit.links.duty_feed("duties.atom", choice.id)},
        {"What is due", "text/calendar", visit.links.duty_feed("duties.ics", choice.id)}};
    return framed(visit, std::move(content));
}

} // namespace

MaybePage duties_page(const Visit& visit) {
    const auto choice = chosen_body(visit);
    if (!choice.known) {
        return std::nullopt;
    }
    return duties_of(visit, choice, false);
}

MaybePage body_duties_page(const Visit& visit) {
    const std::string id(visit.request.capture("body"));
    for (const auto& body : visit.reader.bodies()) {
        if (body.id == id) {
            return duties_of(visit, {id, body.name, true}, true);
        }
    }
    return std::nullopt;
}

} // namespace quorate::web
