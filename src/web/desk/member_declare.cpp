// What a member declares at an item and asks to have on an agenda, and what became of both.

#include "base/text.hpp"
#include "html/progress.hpp"
#include "web/desk/member_parts.hpp"
#include "web/desk/submit_item.hpp"
#include "web/parts.hpp"

namespace quorate::web {

using namespace html;

namespace {

http::Response after(const DeskVisit& visit, const tl::expected<ActTaken, FormState>& taken,
                     http::Response (*again)(const DeskVisit&, const views::OwnMeeting&,
                                             const FormState&)) {
    return taken ? done(visit.links.desk(), taken->position)
                 : again(visit, meeting_asked(visit), taken.error());
}

http::Response list_page(const DeskVisit& visit, std::string_view title, const Html& content) {
    return framed(visit, {.title = std::string(title),
                          .section = "desk",
                          .trail = desk_trail(visit, title),
                          .main = reading_column(
                              fragment(page_heading(title), content, p(back_to_desk(visit))))});
}

// ---- Declaring an interest ----

Html matches_of(const views::OwnMeeting& meeting) {
    std::vector<Html> found;
    for (const auto& item : meeting.items) {
        for (const auto& match : item.matches) {
            found.push_back(li("Item ", item.number, ", ", item.title, ": your entry “",
                               match.nature, "”. ", match.why));
        }
    }
    return found.empty() ? p("We found no match with your register of interests; you must still "
                             "declare an interest you have.")
                         : fragment(p("These items may touch what you entered in the register. "
                                      "You must declare any other interest you have too."),
                                    ul(found));
}

Html item_select(const DeskVisit& visit, const views::OwnMeeting& meeting, const FormState& state) {
    std::vector<Option> items;
    for (const auto& item : meeting.items) {
        if (!item.withdrawn) {
            items.push_back({.value = std::to_string(item.number),
                             .label = std::to_string(item.number) + ". " + item.title});
        }
    }
    return select_field({.name = "item",
                         .label = "At which item",
                         .value = state.value("item", visit.request.query.get("item").value_or("")),
                         .options = items,
                         .nothing_chosen = "Choose an item"},
                        state.errors);
}

/// What the register has on the item asked for, to begin with.
std::string nature_at_first(const DeskVisit& visit, const views::OwnMeeting& meeting) {
    const auto asked = visit.request.query.get("item").value_or("");
    for (const auto& item : meeting.items) {
        if (std::to_string(item.number) == asked && !item.matches.empty()) {
            return item.matches.front().nature;
        }
    }
    return {};
}

Html declare_form(const DeskVisit& visit, const views::OwnMeeting& meeting,
                  const FormState& state) {
    return form(
        form_to(visit, visit.links.own_meeting(meeting.line.id).slash("declare")),
        act_hidden(visit), hidden("seat", meeting.seat.seat.id), item_select(visit, meeting, state),
        choice({.name = "kind",
                .label = "What kind of interest",
                .value = state.value("kind"),
                .options = {{.value = "financial", .label = "Financial"},
                            {.value = "professional", .label = "Professional"},
                            {.value = "other", .label = "Another"}}},
               state.errors),
        choice({.name = "subject",
                .label = "Whose it is",
                .hint = "Of family and friends only this word is kept.",
                .value = state.value("subject", "self"),
                .options = {{.value = "self", .label = "My own"},
                            {.value = "family", .label = "My family's"},
                            {.value = "friends", .label = "A friend's"}}},
               state.errors),
        text_area({.name = "nature",
                   .label = "What it is",
                   .value = state.value("nature", nature_at_first(visit, meeting)),
                   .rows = 3},
                  state.errors),
        choose_many(
            {.name = "sensitive",
             .values = state.values("sensitive"),
             .options = {{.value = "yes", .label = "Withhold the details from the public"}}},
            state.errors),
        button_row(submit_button("Declare the interest"), back_to_desk(visit)));
}

http::Response show_declare(const DeskVisit& visit, const views::OwnMeeting& meeting,
                            const FormState& state) {
    Html content = p("Whoever presides then determines whether you may speak and decide. What you "
                     "declare stands in the minutes; ",
                     a(visit.links.desk().slash("declarations"), "what you declared before"), ".");
    if (meeting.items.empty()) {
        content += nothing_here("The agenda has no items yet. Come back when it is sent out.");
    } else {
        content += fragment(matches_of(meeting), declare_form(visit, meeting, state));
    }
    return own_page(visit, meeting, "Declare an interest", content, state);
}

// ---- Asking for an item ----

http::Response show_item(const DeskVisit& visit, const views::OwnMeeting& meeting,
                         const FormState& state) {
    Html content = p(meeting.items_words, " ",
                     meeting.items_clause.empty()
                         ? Html()
                         : clause_link(visit.links, meeting.line.body.id, meeting.items_clause));
    if (meeting.seat.stands_in && !meeting.items_open) {
        return own_page(visit, meeting, "Ask for an item",
                        fragment(content, p(back_to_desk(visit))), state);
    }
    if (!meeting.items_open && meeting.items_ruling && state.fresh()) {
        content += ruling_panel(panel_of(visit.links, *meeting.items_ruling));
    }
    content += form(
        form_to(visit, visit.links.own_meeting(meeting.line.id).slash("item")), act_hidden(visit),
        hidden("seat", meeting.seat.seat.id),
        text_field(
            {.name = "title", .label = "What the item is called", .value = state.value("title")},
            state.errors),
        choice({.name = "purpose",
                .label = "What it is for",
                .value = state.value("purpose"),
                .options = {{.value = "decision", .label = "To be decided"},
                            {.value = "discussion", .label = "To be discussed"},
                            {.value = "noting", .label = "To be noted"},
                            {.value = "information", .label = "For information"}}},
               state.errors),
        text_area({.name = "reason",
                   .label = meeting.items_open ? "Why (you can leave this empty)"
                                               : "Why it could not come earlier",
                   .hint = "Read by the secretariat and the Chair; not published.",
                   .value = state.value("reason"),
                   .rows = 3},
                  state.errors),
        button_row(submit_button("Ask for this item"), back_to_desk(visit)));
    return own_page(visit, meeting, "Ask for an item", content, state);
}

Html declaration_line(const DeskVisit& visit, const views::OwnDeclaration& each) {
    return li(strong(each.what), br(),
              progress_word(each.open ? Progress::waiting : Progress::done, each.determined), br(),
              span(cls("q-quiet"), a(visit.links.meeting(each.meeting.id), each.meeting.name),
                   ", item ", each.item, ", ", each.title));
}

} // namespace

Html request_word(const views::OwnRequest& request) {
    if (request.state == "waiting") {
        return progress_word(Progress::waiting, "Waiting");
    }
    if (request.state == "refused" || request.state == "not-allowed" || request.state == "off") {
        return progress_word(Progress::off, "Not on the agenda");
    }
    return progress_word(Progress::done, "On the agenda");
}

http::Response declare_page(const DeskVisit& visit) {
    const auto meeting = meeting_asked(visit);
    if (meeting.under_way) { // what is declared then goes onto the meeting's open sheet
        return http::see_other(visit.links.own_meeting(meeting.line.id).slash("now").str());
    }
    return show_declare(visit, meeting, {});
}

http::Response declare_interest(const DeskVisit& visit) {
    const auto meeting = meeting_asked(visit);
    auto state = typed_form(visit);
    auto asked = own_act(meeting, "declare-interest");
    asked.fields["seat"] = meeting.seat.seat.id;
    for (const char* name : {"item", "kind", "subject", "nature", "sensitive"}) {
        asked.fields[name] = state.value(name);
    }
    if (state.value("item").empty()) {
        state.errors.add("item", "Choose the item.");
    }
    if (state.value("kind").empty()) {
        state.errors.add("kind", "Choose the kind of interest.");
    }
    return state.errors.empty() ? after(visit, submit_act(visit, asked), show_declare)
                                : show_declare(visit, meeting, state);
}

http::Response ask_item_page(const DeskVisit& visit) {
    return show_item(visit, meeting_asked(visit), {});
}

http::Response ask_item(const DeskVisit& visit) {
    const auto meeting = meeting_asked(visit);
    auto state = typed_form(visit);
    auto asked = own_act(meeting, "notify-item");
    for (const char* name : {"title", "purpose", "reason"}) {
        asked.fields[name] = state.value(name);
    }
    if (base::trim(state.value("title")).empty()) {
        state.errors.add("title", "Enter what the item is called.");
    }
    if (state.value("purpose").empty()) {
        state.errors.add("purpose", "Choose what the item is for.");
    }
    if (!state.errors.empty()) {
        return show_item(visit, meeting, state);
    }
    const auto taken = submit_item(visit, meeting.line.id, std::move(asked));
    return taken ? done(visit.links.desk().slash("requests"), taken->act.position)
                 : show_item(visit, meeting_asked(visit), taken.error());
}

http::Response declarations_page(const DeskVisit& visit) {
    const auto desk = views::member_desk(visit.reader);
    std::vector<Html> items;
    for (const auto& each : desk.declarations) {
        items.push_back(declaration_line(visit, each));
    }
    return list_page(
        visit, "What I declared at meetings",
        fragment(items.empty() ? nothing_here("You have declared nothing on record. Declare an "
                                              "interest from the page of the meeting.")
                               : plain_list(cls("q-lines"), items),
                 p(a(visit.links.desk().slash("interests"), "My register of interests"))));
}

http::Response requests_page(const DeskVisit& visit) {
    const auto desk = views::member_desk(visit.reader);
    std::vector<Html> items;
    for (const auto& each : desk.requests) {
        items.push_back(li(strong(each.title), br(), request_word(each), " ", each.words, br(),
                           span(cls("q-quiet"), "For ", each.meeting.name, ". Asked on ",
                                short_day(each.when.local.date), ". ",
                                a(visit.links.entry(each.position), "Entry ", each.position))));
    }
    return list_page(visit, "Items I asked for",
                     fragment(done_notice(visit),
                              items.empty()
                                  ? nothing_here("You have asked for no item. Ask for one from the "
                                                 "page of a meeting to come.")
                                  : plain_list(cls("q-lines"), items)));
}

} // namespace quorate::web
