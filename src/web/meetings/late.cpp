// A late item that waits: the Chair's answer, recorded for the Chair.

#include "html/govuk/details.hpp"
#include "html/govuk/inset_text.hpp"
#include "web/meetings/planning.hpp"
#include "web/meetings/planning_pages.hpp"

namespace quorate::web {

using namespace html;

namespace {

constexpr std::string_view stock_reasons[] = {
    "It came up after the last day for items", "It cannot wait for the next meeting",
    "A partner outside the partnership set the timetable"};

std::int64_t item_of(const DeskVisit& visit) {
    return visit.request.captures.number("item");
}

std::string reason_typed(const FormState& state) {
    const auto stock = state.value("stock");
    const auto own = state.value("reason");
    const bool has_stock = !stock.empty() && stock != "own";
    return has_stock && !own.empty() ? stock + ". " + own : has_stock ? stock : own;
}

Html reason_fields(const FormState& state) {
    std::vector<Option> options;
    for (const auto reason : stock_reasons) {
        options.push_back({.value = std::string(reason), .label = reason});
    }
    options.push_back({.value = "own", .label = "Another reason", .divider = "or"});
    return fragment(choice({.name = "stock",
                            .label = "What makes it exceptional?",
                            .value = state.value("stock"),
                            .options = options},
                           state.errors),
                    text_area({.name = "reason",
                               .label = "In the Chair's own words",
                               .hint = "Needed for another reason; otherwise you can add to it.",
                               .value = state.value("reason"),
                               .rows = 2},
                              state.errors));
}

Html facts(const DeskVisit& visit, const views::WorkbenchPage& page,
           const views::AwaitedShown& awaited) {
    govuk::SummaryList list;
    add_row(list, "What is asked", awaited.title);
    add_row(list, "What for", awaited.purpose_words);
    add_row(list, "By whom", views::capitalised(awaited.asked_by));
    add_row(list, "When", when(awaited.asked));
    for (const auto& point : page.timeline) {
        if (point.key == "items-close" && point.date) {
            add_row(list, "Items closed", date(*point.date));
        }
    }
    if (!awaited.clause.empty()) {
        add_row(list, "Whose answer",
                fragment(views::capitalised(awaited.holder), " (",
                         clause_link(visit.links, page.line.body.id, awaited.clause), ")"));
    }
    return govuk::summary_list(list);
}

Html answer_form(const DeskVisit& visit, const views::WorkbenchPage& page,
                 const views::AwaitedShown& awaited, const FormState& state) {
    const auto here =
        visit.links.workbench(page.line.id).slash("late").slash(std::to_string(item_of(visit)));
    return section(
        h(2, "Record ", awaited.holder, "'s answer"),
        form(form_to(visit, here), act_hidden(visit),
             choice({.name = "allowed",
                     .label = "What did " + awaited.holder + " say?",
                     .value = state.value("allowed"),
                     .options = {{.value = "yes",
                                  .label = "Allow it",
                                  .hint = "It is on the agenda as item " +
                                          std::to_string(item_of(visit)) + ", marked as late"},
                                 {.value = "no",
                                  .label = "Do not allow it",
                                  .hint = "It is not taken at this meeting"}}},
                    state.errors),
             reason_fields(state), evidence_field(state), when_fields(visit, state),
             button_row(submit_button("Record the answer"),
                        a(visit.links.workbench(page.line.id), "Not yet"))));
}

http::Response show(const DeskVisit& visit, const FormState& state) {
    const auto page = workbench_of(visit);
    const auto awaited = views::awaited_item(visit.reader, page.line.id, item_of(visit));
    const auto title = "Late item " + std::to_string(item_of(visit));
    Html main = done_notice(visit);
    main += page_heading(title, meeting_caption(visit, page.line));
    if (!awaited) {
        main += govuk::inset_text(
            {.content = fragment(
                 "Item ", item_of(visit), " does not wait for an answer. ",
                 a(visit.links.workbench(page.line.id).slash("agenda"), "See the agenda"), ".")});
    } else {
        main += lead(status_word(Status::needs_discretion, "Waits for " + awaited->holder));
        if (!awaited->disputed.empty()) {
            main += govuk::inset_text({.content = p(awaited->disputed)});
        }
        main += facts(visit, page, *awaited);
        auto panel = panel_of(visit.links, awaited->ruling);
        panel.id = "awaited";
        panel.choices = {
            {"Allow it", "The item goes on the agenda, marked as late, with the reason."},
            {"Do not allow it", "The item is not taken at this meeting."}};
        if (state.fresh()) {
            main += ruling_panel(panel);
        }
        main += answer_form(visit, page, *awaited, state);
    }
    return form_page(visit,
                     {.title = title,
                      .section = "desk",
                      .trail = meeting_trail(visit, page.line, title),
                      .main = reading_column(main)},
                     state);
}

} // namespace

http::Response late_item_page(const DeskVisit& visit) {
    return show(visit, {});
}

http::Response answer_late_item(const DeskVisit& visit) {
    auto state = typed_form(visit);
    const auto awaited = views::awaited_item(visit.reader, visit.meeting_id(), item_of(visit));
    const auto allowed = state.value("allowed");
    if (allowed.empty()) {
        state.errors.add("allowed", "Choose what the answer was.");
    }
    if (allowed == "yes" && reason_typed(state).empty()) {
        state.errors.add(state.value("stock") == "own" ? "reason" : "stock",
                         "Choose the reason that was given, or enter it.");
    }
    if (state.value("evidence").empty()) {
        state.errors.add("evidence", "Choose how you know the answer.");
    }
    const auto effective = moment_typed(visit, "when", state.errors);
    if (!state.errors.empty()) {
        return show(visit, state);
    }
    ActAsked asked{.act = "allow-late-item", .fields = {}, .effective = effective};
    asked.made_by = awaited ? awaited->office : "chair";
    asked.evidence = state.value("evidence");
    asked.fields["meeting"] = visit.meeting_id();
    asked.fields["item"] = item_of(visit);
    asked.fields["reason"] = reason_typed(state);
    if (allowed == "no") {
        asked.fields["allowed"] = "no";
    }
    const auto taken = submit_act(visit, asked);
    return taken ? done(visit.links.workbench(visit.meeting_id()), taken->position)
                 : show(visit, taken.error());
}

} // namespace quorate::web
