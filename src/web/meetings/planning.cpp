#include "web/meetings/planning.hpp"

#include "html/govuk/details.hpp"
#include "html/timeline.hpp"

#include <charconv>

namespace quorate::web {

using namespace html;

namespace {

Progress stage_progress(const views::TimelinePoint& point) {
    return point.state == "done"        ? Progress::done
           : point.state == "done-late" ? Progress::done_late
           : point.state == "late"      ? Progress::late
           : point.state == "to-come"   ? Progress::later
                                        : Progress::unknown;
}

} // namespace

Html capitalised_clause(const Links& links, std::string_view body, std::string_view clause) {
    return a(links.clause(body, clause), "Clause ", clause);
}

std::vector<govuk::Breadcrumb> meeting_trail(const DeskVisit& visit, const views::MeetingLine& line,
                                             std::string_view here) {
    std::vector<govuk::Breadcrumb> out;
    out.push_back({.content = "My desk", .href = visit.links.desk()});
    const auto day = "Meeting of " + base::words(line.at.local.date);
    if (here.empty()) {
        out.push_back({.content = day});
    } else {
        out.push_back({.content = day, .href = visit.links.workbench(line.id)});
        out.push_back({.content = here});
    }
    return out;
}

views::WorkbenchPage workbench_of(const DeskVisit& visit) {
    auto page = views::workbench_page(visit.reader, visit.meeting_id());
    if (!page) {
        no_such_page();
    }
    return std::move(*page);
}

Html meeting_caption(const DeskVisit& visit, const views::MeetingLine& line) {
    return fragment(a(visit.links.workbench(line.id), date(line.at.local.date)), ", ",
                    line.body.name);
}

Html timeline_of(const Links& links, std::string_view body,
                 const std::vector<views::TimelinePoint>& points) {
    std::vector<TimelineStage> stages;
    bool next_found = false;
    for (const auto& point : points) {
        TimelineStage stage;
        stage.name = point.name;
        stage.state = stage_progress(point);
        if (!next_found && stage.state == Progress::later) {
            stage.state = Progress::now;
            next_found = true;
        }
        stage.state_words = point.left.empty() ? point.state_words : point.left;
        if (point.date) {
            stage.when = date(*point.date);
        }
        if (point.finding != point.words) {
            stage.words = point.words;
        }
        stage.finding = point.finding;
        if (!point.clause.empty()) {
            stage.clause = capitalised_clause(links, body, point.clause);
        }
        stages.push_back(std::move(stage));
    }
    return html::timeline(stages, "Timeline of the meeting");
}

Html what_follows(const Links& links, std::string_view body,
                  const std::vector<views::TimelinePoint>& points) {
    Html rows;
    for (const auto& point : points) {
        if (!point.date) {
            continue;
        }
        Html day = fragment(date(*point.date));
        if (point.state == "late") {
            day += fragment(" ", status_word(Status::rated_red, "Already past"));
        }
        if (point.safe) {
            day += fragment(br(), span(cls("q-quiet"), point.words));
        } else if (!point.finding.empty()) {
            day += fragment(br(), span(cls("q-quiet"), point.finding));
        }
        if (!point.clause.empty()) {
            day += fragment(" ",
                            span(cls("q-quiet"), "(", clause_link(links, body, point.clause), ")"));
        }
        rows +=
            fragment(dt(point.key == "meeting" ? Part("The meeting") : Part(point.name)), dd(day));
    }
    return dl(cls("q-facts"), rows);
}

Html date_check(const views::DateCheck& check) {
    return check.mark == views::Mark::breach
               ? fragment(status_word(Status::breach_recorded, check.words))
               : text(check.words);
}

PaperRow paper_row(const Links& links, const views::PaperShown& paper) {
    PaperRow out;
    out.name = a(links.paper(paper.digest, paper.name), paper.title);
    std::string about = paper.type + ", " + paper.size;
    if (paper.pages > 0) {
        about += ", " + std::to_string(paper.pages) + (paper.pages == 1 ? " page" : " pages");
    }
    out.about = about;
    Html note = paper.sent && paper.sent_on
                    ? fragment("Sent ", date(paper.sent_on->local.date), ".")
                    : text("Not sent yet.");
    if (!paper.restricted.empty()) {
        note += fragment(" ", paper.restricted, ".");
    }
    if (paper.review_overdue) {
        note += fragment(" ", status_word(Status::breach_recorded, "Review overdue."));
    }
    if (!paper.note.empty()) {
        note += fragment(" ", paper.note);
    }
    out.note = note;
    return out;
}

std::vector<PaperRow> paper_rows(const Links& links, const std::vector<views::PaperShown>& papers) {
    std::vector<PaperRow> out;
    for (const auto& paper : papers) {
        out.push_back(paper_row(links, paper));
    }
    return out;
}

Progress task_progress(std::string_view state) {
    return state == "done"                         ? Progress::done
           : state == "late" || state == "overdue" ? Progress::late
           : state == "waiting"                    ? Progress::waiting
           : state == "next" || state == "today"   ? Progress::now
           : state == "soon"                       ? Progress::soon
                                                   : Progress::later;
}

std::optional<Url> task_page(const Links& links, std::string_view page, std::string_view meeting,
                             std::optional<std::int64_t> item) {
    const auto bench = links.workbench(meeting);
    if (page == "agenda") {
        return bench.slash("agenda");
    }
    if (page == "late" && item) {
        return bench.slash("late").slash(std::to_string(*item));
    }
    if (page == "papers" || page == "circulate" || page == "day" || page == "minutes") {
        return bench.slash(page);
    }
    if (page == "answers") {
        return bench.fragment("answers");
    }
    return page == "workbench" ? std::optional(bench) : std::nullopt;
}

Html asked_by_fields(const DeskVisit& visit, std::string_view body, const FormState& state) {
    std::vector<Option> seats;
    for (const auto& seat : views::seat_choices(visit.reader, body)) {
        seats.push_back({.value = seat.id, .label = seat.words});
    }
    const Html who = choice(
        {.name = "by",
         .label = "Who asks for it?",
         .value = state.value("by", "servicing"),
         .options = {{.value = "servicing", .label = "The secretariat"},
                     {.value = "chair", .label = "The Chair", .hint = "Say below how you know"},
                     {.value = "seat",
                      .label = "A member",
                      .hint = "Say below which member, and how you "
                              "know"}}},
        state.errors);
    const Html details =
        govuk::details({.summary = "Which member, and how you know",
                        .content = fragment(select_field({.name = "seat",
                                                          .label = "Which member",
                                                          .value = state.value("seat"),
                                                          .options = seats,
                                                          .nothing_chosen = "Choose a member"},
                                                         state.errors),
                                            evidence_field(state)),
                        .open = state.errors.has("seat") || state.errors.has("evidence") ||
                                state.value("by", "servicing") != "servicing"});
    return fragment(who, details);
}

void read_asked_by(const http::Fields& form, ActAsked& asked, ErrorList& errors) {
    const auto by = std::string(form.get("by").value_or("servicing"));
    const auto evidence = std::string(form.get("evidence").value_or(""));
    if (by == "servicing") {
        return;
    }
    if (by == "seat") {
        const auto seat = std::string(form.get("seat").value_or(""));
        if (seat.empty()) {
            errors.add("seat", "Choose the member who asked.");
        }
        asked.made_by = "seat:" + seat;
    } else {
        asked.made_by = "chair";
    }
    if (evidence.empty()) {
        errors.add("evidence", "Choose how we know that it was asked for.");
    }
    asked.evidence = evidence;
}

std::string time_typed(int minute) {
    return base::clock_words(minute);
}

std::optional<std::int64_t> number_typed(std::string_view typed) {
    std::int64_t out = 0;
    const auto* end = typed.data() + typed.size();
    const auto [rest, error] = std::from_chars(typed.data(), end, out);
    if (error != std::errc{} || rest != end || out < 0 || out > 1'000'000) {
        return std::nullopt;
    }
    return out;
}

} // namespace quorate::web
