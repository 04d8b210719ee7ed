// The agenda: items added, put in order, taken off and put off before the meeting.

#include "html/govuk/details.hpp"
#include "views/meetings/day.hpp"
#include "web/desk/submit_item.hpp"
#include "web/meetings/arising.hpp"
#include "web/meetings/planning.hpp"
#include "web/meetings/planning_pages.hpp"

#include <algorithm>

namespace quorate::web {

using namespace html;

namespace {

Url agenda_url(const DeskVisit& visit) {
    return visit.links.workbench(visit.meeting_id()).slash("agenda");
}

std::string place_name(std::int64_t number) {
    return "place" + std::to_string(number);
}

void check_open(const views::WorkbenchPage& page) {
    if (page.line.status == "closed" || page.line.status == "cancelled") {
        throw http::BrokenRequest(
            409, "This meeting is over or was called off, so its agenda stands as it is.");
    }
}

// ---- The list, in edit order ----

Html order_row(const DeskVisit& visit, const views::AgendaLine& line, const FormState& state) {
    const auto name = place_name(line.number);
    Html about = text(line.purpose_words + ". Asked for by " + line.asked_by + ".");
    for (const auto& remark : line.remarks) {
        about += fragment(" ", remark);
    }
    Html state_word;
    if (!line.status_words.empty()) {
        state_word = fragment(" ", Tag{"strong", "govuk-tag govuk-tag--grey"}(line.status_words));
    }
    Html actions;
    if (line.may_change) {
        actions = a(agenda_url(visit).slash(std::to_string(line.number)).slash("remove"),
                    "Take off or put off", hidden_text(" item ", line.number));
    }
    return li(cls("q-order__line"),
              div(cls("q-order__place"),
                  text_field({.name = name,
                              .label = hidden_text("Place of item ", line.number),
                              .value = state.value(name, std::to_string(line.place)),
                              .label_size = LabelSize::plain,
                              .width = 2,
                              .inputmode = "numeric"},
                             state.errors)),
              div(cls("q-order__item"),
                  p(strong("Item ", line.number, ". ", line.title), state_word, br(),
                    span(cls("q-quiet"), about)),
                  paper_list(paper_rows(visit.links, line.papers),
                             "Papers of item " + std::to_string(line.number)),
                  p(actions)));
}

Html order_form(const DeskVisit& visit, const views::WorkbenchPage& page, const FormState& state) {
    if (page.agenda.empty()) {
        return nothing_here("Nothing is on the agenda yet. Add the first item.");
    }
    std::vector<Html> lines;
    for (const auto& line : page.agenda) {
        lines.push_back(order_row(visit, line, state));
    }
    const Html save =
        page.agenda.size() < 2 ? Html() : button_row(secondary_button("Save the order"));
    return form(form_to(visit, agenda_url(visit)), act_hidden(visit),
                page.agenda.size() < 2
                    ? Html()
                    : p("The number beside each item is its place. Change the numbers, then save "
                        "the order; items keep the number they are known by."),
                Tag{"ol", "q-order"}(lines), save);
}

http::Response show_agenda(const DeskVisit& visit, const FormState& state) {
    const auto page = workbench_of(visit);
    Html main = done_notice(visit);
    main += page_heading("Agenda", meeting_caption(visit, page.line));
    for (const auto& point : page.timeline) {
        if (point.key == "items-close" && point.date) {
            main +=
                p(point.state == "done" ? "Items closed on " : "Members may ask for items until ",
                  date(*point.date), ". ", point.words);
        }
    }
    for (const auto& each : page.awaited) {
        if (each.item) {
            main += p(status_word(Status::needs_discretion, "Waits for " + each.holder), " Item ",
                      *each.item, ", ", each.title, ". ",
                      a(visit.links.workbench(page.line.id)
                            .slash("late")
                            .slash(std::to_string(*each.item)),
                        "Record ", each.holder, "'s answer"));
        }
    }
    main += p(link_button("Add an item", agenda_url(visit).slash("add")));
    main += order_form(visit, page, state);
    main += p(a(visit.links.workbench(page.line.id).slash("papers"), "Add papers to the items"));
    return form_page(visit,
                     {.title = "Agenda",
                      .section = "desk",
                      .trail = meeting_trail(visit, page.line, "Agenda"),
                      .main = reading_column(main)},
                     state);
}

// ---- One more item ----

Html minutes_field(const DeskVisit& visit, const FormState& state) {
    const auto meetings = views::minutes_to_approve(visit.reader, visit.meeting_id());
    if (meetings.empty()) {
        return {};
    }
    std::vector<Option> options;
    for (const auto& each : meetings) {
        options.push_back({.value = each.id, .label = each.name});
    }
    return select_field({.name = "minutes_of",
                         .label = "Which minutes, if it is for approving minutes",
                         .value = state.value("minutes_of"),
                         .options = options,
                         .nothing_chosen = "It is not about minutes"},
                        state.errors);
}

Html purpose_field(const DeskVisit& visit, const FormState& state) {
    std::vector<Option> options = {
        {.value = "decision", .label = "Decision", .hint = "Something is to be decided"},
        {.value = "discussion", .label = "Discussion"},
        {.value = "noting", .label = "Noting", .hint = "A report to be noted"},
        {.value = "information", .label = "Information"}};
    if (!views::minutes_to_approve(visit.reader, visit.meeting_id()).empty()) {
        options.push_back({.value = "minutes",
                           .label = "Minutes",
                           .hint = "The minutes of an earlier meeting, to be approved"});
    }
    return choice({.name = "purpose",
                   .label = "What is it for?",
                   .value = state.value("purpose"),
                   .options = options},
                  state.errors);
}

/// Partners whose direct interests the item concerns: they may attend for it and be heard.
Html partners_field(const DeskVisit& visit, const FormState& state) {
    ChooseMany field{.name = "affects",
                     .label = "Partners it concerns directly",
                     .hint = "They may attend for the item and be heard",
                     .values = state.values("affects"),
                     .compact = true};
    for (const auto& each : views::partners_to_name(visit.reader)) {
        field.options.push_back({.value = each.id, .label = each.name});
    }
    return field.options.empty()
               ? Html{}
               : govuk::details({.summary = "Does it concern some partners directly?",
                                 .content = choose_many(field, state.errors),
                                 .open = !field.values.empty()});
}

http::Response show_add(const DeskVisit& visit, const FormState& state) {
    const auto page = workbench_of(visit);
    check_open(page);
    const auto number = views::next_item_number(visit.reader, page.line.id);
    Html main = page_heading("Add an item", meeting_caption(visit, page.line));
    main +=
        p("It will be item ", number,
          ", unless someone adds one first. It keeps its number wherever it stands on the agenda.");
    main +=
        form(form_to(visit, agenda_url(visit).slash("add")), act_hidden(visit),
             hidden("deferred_from", state.value("deferred_from")),
             text_field({.name = "title",
                         .label = "Title",
                         .hint = "As it will stand on the agenda, for everyone to read",
                         .value = state.value("title")},
                        state.errors),
             purpose_field(visit, state), minutes_field(visit, state), partners_field(visit, state),
             asked_by_fields(visit, page.line.body.id, state), when_fields(visit, state),
             button_row(submit_button("Add the item"), a(agenda_url(visit), "Cancel")));
    return form_page(visit,
                     {.title = "Add an item",
                      .section = "desk",
                      .trail = meeting_trail(visit, page.line, "Add an item"),
                      .main = reading_column(main)},
                     state);
}

void check_item(const DeskVisit& visit, FormState& state) {
    const auto get = [&](std::string_view name) { return visit.form.get(name).value_or(""); };
    if (get("title").find_first_not_of(" \n\t") == std::string_view::npos) {
        state.errors.add("title", "Enter the title of the item.");
    }
    if (get("purpose").empty()) {
        state.errors.add("purpose", "Choose what the item is for.");
    }
    if (get("purpose") == "minutes" && get("minutes_of").empty()) {
        state.errors.add("minutes_of", "Choose the meeting whose minutes are to be approved.");
    }
}

// ---- Taking one off ----

const views::AgendaLine& line_of(const DeskVisit& visit, const views::WorkbenchPage& page) {
    const auto number = visit.request.captures.number("item");
    const auto found =
        std::find_if(page.agenda.begin(), page.agenda.end(),
                     [&](const views::AgendaLine& line) { return line.number == number; });
    if (found == page.agenda.end() || !found->may_change) {
        no_such_page();
    }
    return *found;
}

http::Response show_remove(const DeskVisit& visit, const FormState& state) {
    const auto page = workbench_of(visit);
    const auto& line = line_of(visit, page);
    std::vector<Option> meetings;
    for (const auto& each : views::later_meetings(visit.reader, page.line.id)) {
        meetings.push_back({.value = each.id, .label = each.name});
    }
    Html main = page_heading("Take item " + std::to_string(line.number) + " off the agenda",
                             meeting_caption(visit, page.line));
    main += p(strong(line.title), ". ", line.purpose_words, ". Asked for by ", line.asked_by, ".");
    main += form(
        form_to(visit, agenda_url(visit).slash(std::to_string(line.number)).slash("remove")),
        act_hidden(visit),
        choice(
            {.name = "how",
             .label = "What becomes of it?",
             .value = state.value("how"),
             .options = {{.value = "withdraw",
                          .label = "Take it off",
                          .hint = "It is not wanted any more"},
                         {.value = "defer", .label = "Put it off", .hint = "To a later meeting"}}},
            state.errors),
        meetings.empty()
            ? p(cls("govuk-hint"), "No later meeting of the body is convened yet, so an item put "
                                   "off waits for one.")
            : select_field({.name = "to",
                            .label = "To which meeting, if it is put off",
                            .value = state.value("to"),
                            .options = meetings,
                            .nothing_chosen = "Not settled yet"},
                           state.errors),
        text_area({.name = "reason",
                   .label = "Reason (you can leave this empty)",
                   .value = state.value("reason"),
                   .rows = 2},
                  state.errors),
        asked_by_fields(visit, page.line.body.id, state),
        button_row(submit_button("Record it"), a(agenda_url(visit), "Keep it")));
    return form_page(visit,
                     {.title = "Take an item off the agenda",
                      .section = "desk",
                      .trail = meeting_trail(visit, page.line, "Take an item off"),
                      .main = reading_column(main)},
                     state);
}

} // namespace

http::Response agenda_page(const DeskVisit& visit) {
    return show_agenda(visit, {});
}

http::Response order_agenda(const DeskVisit& visit) {
    const auto page = workbench_of(visit);
    auto state = typed_form(visit);
    std::vector<std::pair<std::int64_t, std::int64_t>> places; // place, item
    for (const auto& line : page.agenda) {
        const auto name = place_name(line.number);
        const auto place = number_typed(visit.form.get(name).value_or(""));
        if (!place) {
            state.errors.add(name, "Enter the place of item " + std::to_string(line.number) +
                                       " as a number, such as " + std::to_string(line.place) + ".");
            continue;
        }
        places.emplace_back(*place, line.number);
    }
    std::stable_sort(places.begin(), places.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    for (std::size_t i = 1; i < places.size(); ++i) {
        if (places[i].first == places[i - 1].first) {
            state.errors.add(place_name(places[i].second), "Two items have place " +
                                                               std::to_string(places[i].first) +
                                                               ". Give each its own.");
        }
    }
    if (!state.errors.empty()) {
        return show_agenda(visit, state);
    }
    ActAsked asked{.act = "order-agenda", .fields = {}};
    asked.fields["meeting"] = page.line.id;
    base::JsonArray items;
    for (const auto& [place, item] : places) {
        items.emplace_back(item);
    }
    asked.fields["items"] = std::move(items);
    asked.unless_changed = true;
    asked.shown_as = {{"items", place_name(places.empty() ? 0 : places.front().second)}};
    const auto taken = submit_act(visit, asked);
    return taken ? done(agenda_url(visit), taken->position) : show_agenda(visit, taken.error());
}

http::Response add_item_page(const DeskVisit& visit) {
    FormState state;
    for (auto& [name, value] : fields_put_off(visit)) {
        state.typed.add(std::move(name), std::move(value));
    }
    return show_add(visit, state);
}

http::Response add_item(const DeskVisit& visit) {
    auto state = typed_form(visit);
    ActAsked asked{.act = "notify-item", .fields = {}};
    check_item(visit, state);
    read_asked_by(visit.form, asked, state.errors);
    asked.effective = moment_typed(visit, "when", state.errors);
    if (!state.errors.empty()) {
        return show_add(visit, state);
    }
    const auto get = [&](std::string_view name) { return visit.form.get(name).value_or(""); };
    asked.fields["title"] = get("title");
    asked.fields["purpose"] = get("purpose");
    base::JsonArray affects;
    for (const auto& each : state.values("affects")) {
        affects.emplace_back(each);
    }
    asked.fields["affects"] = std::move(affects);
    if (get("purpose") == "minutes") {
        asked.fields["minutes_of"] = get("minutes_of");
    }
    if (const auto from = get("deferred_from"); !from.empty()) {
        asked.fields["deferred_from"] = from;
    }
    const auto taken = submit_item(visit, visit.meeting_id(), std::move(asked));
    if (!taken) {
        return show_add(visit, taken.error());
    }
    const auto waits = visit.links.workbench(visit.meeting_id())
                           .slash("late")
                           .slash(std::to_string(taken->number));
    return done(taken->act.verdict == "permitted" ? agenda_url(visit) : waits, taken->act.position);
}

http::Response remove_item_page(const DeskVisit& visit) {
    return show_remove(visit, {});
}

http::Response remove_item(const DeskVisit& visit) {
    auto state = typed_form(visit);
    const auto get = [&](std::string_view name) { return visit.form.get(name).value_or(""); };
    const bool defer = get("how") == "defer";
    ActAsked asked{.act = defer ? "defer-item" : "withdraw-item", .fields = {}};
    if (get("how").empty()) {
        state.errors.add("how", "Choose what becomes of the item.");
    }
    read_asked_by(visit.form, asked, state.errors);
    if (!state.errors.empty()) {
        return show_remove(visit, state);
    }
    asked.fields["meeting"] = visit.meeting_id();
    asked.fields["item"] = visit.request.captures.number("item");
    asked.fields["reason"] = get("reason");
    if (defer) {
        asked.fields["to"] = get("to");
    }
    const auto taken = submit_act(visit, asked);
    return taken ? done(agenda_url(visit), taken->position) : show_remove(visit, taken.error());
}

} // namespace quorate::web
