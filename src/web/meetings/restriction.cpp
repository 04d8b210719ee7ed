#include "web/meetings/restriction.hpp"

#include "base/uuid.hpp"
#include "html/govuk/details.hpp"
#include "web/meetings/planning.hpp"
#include "web/meetings/planning_pages.hpp"

#include <algorithm>

namespace quorate::web {

using namespace html;

namespace {

constexpr std::size_t reason_bytes_max = 1000;
/// Stands for a file when only the rest of a restriction is tried.
const std::string no_file(64, '0');

/// The file in the address, with the page it is on; throws 404 when there is none.
struct OfMeeting {
    views::WorkbenchPage page;
    views::PaperShown paper;
};

OfMeeting paper_of(const DeskVisit& visit) {
    OfMeeting out{workbench_of(visit), {}};
    const auto id = number_typed(visit.request.capture("paper"));
    auto all = out.page.whole;
    for (const auto& line : out.page.agenda) {
        all.insert(all.end(), line.papers.begin(), line.papers.end());
    }
    const auto found = std::find_if(all.begin(), all.end(), [&](const views::PaperShown& each) {
        return id && each.id == *id;
    });
    if (found == all.end()) {
        no_such_page();
    }
    out.paper = *found;
    return out;
}

Url papers_url(const DeskVisit& visit) {
    return visit.links.workbench(visit.meeting_id()).slash("papers");
}

Url restriction_url(const DeskVisit& visit, const views::PaperShown& paper) {
    return papers_url(visit).slash(std::to_string(paper.id)).slash("restriction");
}

Html exemption_field(const FormState& state, const std::string& at_first = {}) {
    return text_field({.name = "exemption",
                       .label = "Exemption expected",
                       .hint = "The section of the Freedom of Information Act 2000, such as "
                               "section 43(2); for a council's committee the paragraph of "
                               "Schedule 12A, such as paragraph 3. Everyone can read this.",
                       .value = state.value("exemption", at_first),
                       .width = 20},
                      state.errors);
}

Html reason_field(const FormState& state, const std::string& at_first = {}) {
    return text_area({.name = "reason",
                      .label = "Why",
                      .hint = "In your own words. Only those who may read the paper see this.",
                      .value = state.value("reason", at_first),
                      .rows = 2},
                     state.errors);
}

Html review_field(const FormState& state, std::optional<base::CivilDate> at_first = {}) {
    return date_field({.name = "review",
                       .label = "Look at it again on",
                       .hint = "The day somebody checks whether it can be opened",
                       .value = state.date("review", at_first)},
                      state.errors);
}

void read_lengths(FormState& state) {
    if (state.value("reason").size() > reason_bytes_max) {
        state.errors.add("reason", "Use at most 1,000 characters.");
    }
}

/// What the rules would say to it, put beside the fields it is about.
void try_act(const DeskVisit& visit, const ActAsked& asked, FormState& state) {
    ActAsked again = asked;
    again.entry = base::random_uuid_v7(base::system_now());
    const auto ruling = preview_act(visit, again);
    if (!ruling) {
        state = ruling.error();
        return;
    }
    if (ruling->verdict == "permitted") {
        return;
    }
    for (const auto& reason : ruling->reasons) {
        if (reason.code == "exemption_not_named") {
            state.errors.add("exemption", views::capitalised(reason.words) + ".");
        } else if (reason.code == "review_not_ahead") {
            state.errors.add("review-day", views::capitalised(reason.words) + ".");
        }
    }
    if (state.errors.empty()) {
        state.ruling = *ruling;
    }
}

Html state_of(const views::PaperShown& paper) {
    Html out =
        p(paper.restricted.empty()
              ? text(paper.sent ? "Everyone can read it." : "Everyone can read it once it is sent.")
              : fragment(strong(paper.restricted), "."));
    if (!paper.reason.empty()) {
        out += p("Why: ", paper.reason);
    }
    if (paper.review_overdue) {
        out += p(status_word(Status::breach_recorded, "Review overdue."),
                 " Keep it restricted with a new date, or open it.");
    }
    return out;
}

/// Before it is sent a restriction is not on record and can be changed freely.
Html before_sending(const DeskVisit& visit, const views::PaperShown& paper,
                    const FormState& state) {
    Html out =
        form(form_to(visit, restriction_url(visit, paper)), exemption_field(state, paper.exemption),
             reason_field(state, paper.reason), review_field(state, paper.review),
             button_row(submit_button("Restrict this paper", {.name = "step", .value = "set"}),
                        a(papers_url(visit), "Cancel")));
    if (!paper.restricted.empty()) {
        out +=
            button_form({.action = restriction_url(visit, paper), .csrf = visit.who.session.csrf},
                        {{"step", "clear"}}, "Take the restriction off");
    }
    return out;
}

Html after_sending(const DeskVisit& visit, const views::PaperShown& paper, const FormState& state) {
    return fragment(h(2, "Keep it restricted"),
                    form(form_to(visit, restriction_url(visit, paper)), act_hidden(visit),
                         exemption_field(state, paper.exemption), reason_field(state, paper.reason),
                         review_field(state),
                         submit_button("Keep it restricted", {.name = "step", .value = "keep"})),
                    h(2, "Open it to everyone"),
                    p("From then on anyone can read the file on the meeting's public page. This "
                      "cannot be taken "
                      "back."),
                    form(form_to(visit, restriction_url(visit, paper)), act_hidden(visit),
                         text_area({.name = "why_open",
                                    .label = "Why it can be opened",
                                    .hint = "Kept with the record",
                                    .value = state.value("why_open"),
                                    .rows = 2},
                                   state.errors),
                         warning_button("Open it to everyone", {.name = "step", .value = "lift"})));
}

http::Response show(const DeskVisit& visit, const FormState& state) {
    const auto of = paper_of(visit);
    const auto& paper = of.paper;
    Html main = page_heading("Who may read this paper", text(paper.title));
    main += state_of(paper);
    if (paper.restriction) {
        main += after_sending(visit, paper, state);
    } else if (paper.sent && paper.restricted.empty()) {
        main += p("It was sent as an open paper and everyone may have read it.");
    } else {
        main += before_sending(visit, paper, state);
    }
    return form_page(visit,
                     {.title = "Who may read this paper",
                      .section = "desk",
                      .trail = meeting_trail(visit, of.page.line, "Who may read this paper"),
                      .main = reading_column(main)},
                     state);
}

http::Response back(const DeskVisit& visit) {
    return http::see_other(papers_url(visit).str());
}

http::Response set_before_sending(const DeskVisit& visit, const OfMeeting& of, FormState state) {
    if (of.paper.restriction || of.paper.sent) {
        throw http::BrokenRequest(409, "This paper was sent meanwhile. Open the page again.");
    }
    const auto restriction = read_restriction(visit, of.paper.item, state);
    if (state.errors.empty() && !restriction) {
        state.errors.add("exemption", "Enter the exemption you expect.");
    }
    if (!state.fresh()) {
        return show(visit, state);
    }
    if (!partnership::set_upload_restriction(visit.workspace, of.paper.id, restriction)) {
        throw http::BrokenRequest(503, "It could not be kept. Try again in a minute.");
    }
    return back(visit);
}

http::Response clear_before_sending(const DeskVisit& visit, const OfMeeting& of) {
    if (of.paper.restriction || of.paper.sent) {
        throw http::BrokenRequest(409, "This paper was sent meanwhile. Open the page again.");
    }
    if (!partnership::set_upload_restriction(visit.workspace, of.paper.id, std::nullopt)) {
        throw http::BrokenRequest(503, "It could not be kept. Try again in a minute.");
    }
    return back(visit);
}

http::Response keep(const DeskVisit& visit, const OfMeeting& of, FormState state) {
    const auto restriction = read_restriction(visit, of.paper.item, state);
    if (state.errors.empty() && !restriction) {
        state.errors.add("exemption", "Enter the exemption you expect.");
    }
    if (!state.fresh()) {
        return show(visit, state);
    }
    const auto taken = submit_act(visit, restrict_act(visit, *of.paper.restriction, of.paper.item,
                                                      of.paper.digest, *restriction));
    return taken ? done(papers_url(visit), taken->position) : show(visit, taken.error());
}

http::Response lift(const DeskVisit& visit, const OfMeeting& of, FormState state) {
    if (state.value("why_open").size() > reason_bytes_max) {
        state.errors.add("why_open", "Use at most 1,000 characters.");
        return show(visit, state);
    }
    ActAsked asked{.act = "lift-restriction", .fields = {}};
    asked.fields["meeting"] = visit.meeting_id();
    asked.fields["restriction"] = *of.paper.restriction;
    asked.fields["paper"] = of.paper.digest;
    asked.fields["reason"] = state.value("why_open");
    asked.shown_as = {{"reason", "why_open"}};
    const auto taken = submit_act(visit, asked);
    return taken ? done(papers_url(visit), taken->position) : show(visit, taken.error());
}

} // namespace

Html restriction_fields(const FormState& state) {
    const bool open = !state.value("exemption").empty() || !state.value("reason").empty() ||
                      !state.date("review").day.empty() || state.errors.has("review") ||
                      state.errors.has("exemption");
    return govuk::details(
        {.summary = "Restrict them: not open to everyone",
         .content = fragment(p("Only those they are sent to can read restricted "
                               "papers, and nobody who is told to leave for the "
                               "item."),
                             exemption_field(state), reason_field(state), review_field(state)),
         .open = open});
}

std::optional<partnership::UploadRestriction>
read_restriction(const DeskVisit& visit, std::optional<std::int64_t> item, FormState& state) {
    partnership::UploadRestriction out;
    out.exemption = state.value("exemption");
    out.reason = state.value("reason");
    const auto review = date_typed(visit.form, "review", state.errors);
    if (out.exemption.empty() && out.reason.empty() && !review && !state.errors.has("review")) {
        return std::nullopt;
    }
    read_lengths(state);
    if (out.exemption.empty()) {
        state.errors.add("exemption", "Enter the exemption you expect, such as section 43(2).");
    }
    if (!review && !state.errors.has("review")) {
        state.errors.add("review", "Enter the day it is looked at again.");
    }
    if (!state.errors.empty() || !review) {
        return std::nullopt;
    }
    out.review = *review;
    const auto next = views::papers_to_send(visit.reader, visit.meeting_id(), {}).next;
    try_act(visit, restrict_act(visit, next, item, no_file, out), state);
    return out;
}

ActAsked restrict_act(const DeskVisit& visit, std::int64_t number, std::optional<std::int64_t> item,
                      const std::string& digest,
                      const partnership::UploadRestriction& restriction) {
    ActAsked asked{.act = "restrict-paper", .fields = {}};
    asked.fields["meeting"] = visit.meeting_id();
    asked.fields["restriction"] = number;
    if (item) {
        asked.fields["item"] = *item;
    }
    asked.fields["paper"] = digest;
    asked.fields["exemption"] = restriction.exemption;
    asked.fields["review"] = base::text(restriction.review);
    asked.fields["reason"] = restriction.reason;
    return asked;
}

http::Response restriction_page(const DeskVisit& visit) {
    return show(visit, {});
}

http::Response change_restriction(const DeskVisit& visit) {
    const auto of = paper_of(visit);
    const auto step = visit.form.get("step").value_or("");
    if (step == "clear") {
        return clear_before_sending(visit, of);
    }
    if (step == "set") {
        return set_before_sending(visit, of, typed_form(visit));
    }
    if (!of.paper.restriction) {
        throw http::BrokenRequest(409, "This paper is not restricted any more.");
    }
    return step == "lift" ? lift(visit, of, typed_form(visit)) : keep(visit, of, typed_form(visit));
}

} // namespace quorate::web
