// What a member does before a meeting: apologies, a substitute, a declaration, an item.

#include "base/text.hpp"
#include "base/uuid.hpp"
#include "html/markdown.hpp"
#include "web/desk/member_parts.hpp"
#include "web/desk/submit_item.hpp"
#include "web/desk/substitute.hpp"
#include "web/parts.hpp"

namespace quorate::web {

using namespace html;

namespace {

views::OwnMeeting meeting_of(const DeskVisit& visit) {
    auto meeting = views::own_meeting(visit.reader, visit.meeting_id());
    if (!meeting) {
        no_such_page();
    }
    return std::move(*meeting);
}

/// An act of the member about the meeting, made from the member's seat.
ActAsked own_act(const views::OwnMeeting& meeting, std::string act) {
    ActAsked asked{.act = std::move(act), .fields = {}};
    asked.fields["meeting"] = meeting.line.id;
    asked.made_by = meeting.seat.actor;
    return asked;
}

http::Response small_page(const DeskVisit& visit, const views::OwnMeeting& meeting,
                          std::string_view title, const Html& content, const FormState& state) {
    const Html main =
        fragment(page_heading(title), p(strong(meeting_words(meeting.line))), content);
    return form_page(visit,
                     {.title = std::string(title),
                      .section = "desk",
                      .trail = desk_trail(visit, title),
                      .main = reading_column(main)},
                     state);
}

Html back(const DeskVisit& visit) {
    return a(visit.links.desk(), "Back to your desk");
}

/// The desk after an act, or the form again.
http::Response after(const DeskVisit& visit, const tl::expected<ActTaken, FormState>& taken,
                     http::Response (*again)(const DeskVisit&, const views::OwnMeeting&,
                                             const FormState&)) {
    return taken ? done(visit.links.desk(), taken->position)
                 : again(visit, meeting_of(visit), taken.error());
}

// ---- Apologies ----

http::Response show_apologies(const DeskVisit& visit, const views::OwnMeeting& meeting,
                              const FormState& state) {
    Html content = p("This tells the meeting that you will not come. No reason is asked.");
    if (meeting.substitutes) {
        content +=
            p("Someone can come in your place: ",
              a(visit.links.own_meeting(meeting.line.id).slash("substitute"), "send a substitute"),
              ". ", clause_link(visit.links, meeting.line.body.id, meeting.substitutes_clause));
    }
    content += form(form_to(visit, visit.links.own_meeting(meeting.line.id).slash("apologies")),
                    act_hidden(visit), button_row(submit_button("Send apologies"), back(visit)));
    return small_page(visit, meeting, "Send apologies", content, state);
}

// ---- A substitute ----

http::Response show_substitute(const DeskVisit& visit, const views::OwnMeeting& meeting,
                               const FormState& state) {
    if (!meeting.substitutes) {
        return small_page(visit, meeting, "Send a substitute",
                          fragment(p("The terms of reference of this body provide for no "
                                     "substitutes."),
                                   p(back(visit))),
                          state);
    }
    const auto here = visit.links.own_meeting(meeting.line.id).slash("substitute");
    Html content =
        p("Someone you name comes in your place. ",
          meeting.substitute_by
              ? fragment("Name them before ", date_and_time(meeting.substitute_by->local), ". ")
              : Html(),
          clause_link(visit.links, meeting.line.body.id, meeting.substitutes_clause));
    if (meeting.coming == "substitute") {
        content += p(meeting.coming_words);
        content +=
            button_form(form_to(visit, here),
                        {{"take_back", "yes"}, {"entry", base::random_uuid_v7(base::system_now())}},
                        "Take the name back");
        content += h(2, "Name someone else");
    }
    const bool practice = visit.reader.about().kind == "rehearsal";
    content += form(form_to(visit, here), act_hidden(visit), substitute_hidden(state),
                    text_field({.name = "name",
                                .label = "Who comes in your place",
                                .hint = practice ? "This is a practice copy: use a made-up name."
                                                 : "Their name, as it is to stand in the minutes.",
                                .value = state.value("name"),
                                .autocomplete = "off"},
                               state.errors),
                    button_row(submit_button("Send this substitute"), back(visit)));
    return small_page(visit, meeting, "Send a substitute", content, state);
}

http::Response take_back(const DeskVisit& visit, const views::OwnMeeting& meeting) {
    auto asked = own_act(meeting, "withdraw-substitute");
    asked.fields["seat"] = meeting.seat.seat.id;
    return after(visit, submit_act(visit, asked), show_substitute);
}

tl::expected<ActTaken, FormState>
name_own_substitute(const DeskVisit& visit, const views::OwnMeeting& meeting, std::string name) {
    return name_substitute(visit, {.meeting = meeting.line.id,
                                   .seat = meeting.seat.seat.id,
                                   .name = std::move(name),
                                   .made_by = meeting.seat.actor,
                                   .registered_by = meeting.seat.actor});
}

// ---- Declaring an interest ----

Html declare_form(const DeskVisit& visit, const views::OwnMeeting& meeting,
                  const FormState& state) {
    std::vector<Option> items;
    bool matched = false;
    for (const auto& item : meeting.items) {
        items.push_back({.value = std::to_string(item.number),
                         .label = std::to_string(item.number) + ". " + item.title});
        matched = matched || !item.matches.empty();
    }
    const Html note =
        matched ? Html()
                : p("Nothing on this agenda matches your entries in the register. You must "
                    "still declare an interest you have.");
    return fragment(
        note, form(form_to(visit, visit.links.own_meeting(meeting.line.id).slash("declare")),
                   act_hidden(visit),
                   select_field(
                       {.name = "item",
                        .label = "At which item",
                        .value = state.value("item", visit.request.query.get("item").value_or("")),
                        .options = items,
                        .nothing_chosen = "Choose an item"},
                       state.errors),
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
                              .value = state.value("nature"),
                              .rows = 3},
                             state.errors),
                   choose_many({.name = "sensitive",
                                .values = state.values("sensitive"),
                                .options = {{.value = "yes",
                                             .label = "Withhold the details from the public"}}},
                               state.errors),
                   button_row(submit_button("Declare the interest"), back(visit))));
}

http::Response show_declare(const DeskVisit& visit, const views::OwnMeeting& meeting,
                            const FormState& state) {
    Html content = p("Whoever presides then determines whether you may speak and decide.");
    content += meeting.items.empty() ? nothing_here("The agenda has no items yet.")
                                     : declare_form(visit, meeting, state);
    return small_page(visit, meeting, "Declare an interest", content, state);
}

// ---- Asking for an item ----

http::Response show_item(const DeskVisit& visit, const views::OwnMeeting& meeting,
                         const FormState& state) {
    Html content = p(meeting.items_words, " ",
                     meeting.items_clause.empty()
                         ? Html()
                         : clause_link(visit.links, meeting.line.body.id, meeting.items_clause));
    if (!meeting.items_open && meeting.items_ruling && state.fresh()) {
        content += ruling_panel(panel_of(visit.links, *meeting.items_ruling));
    }
    content += form(
        form_to(visit, visit.links.own_meeting(meeting.line.id).slash("item")), act_hidden(visit),
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
        button_row(submit_button("Ask for this item"), back(visit)));
    return small_page(visit, meeting, "Ask for an item", content, state);
}

} // namespace

http::Response own_meeting_page(const DeskVisit& visit) {
    const auto meeting = meeting_of(visit);
    const Html content = fragment(
        p(meeting.coming_words), own_meeting_links(visit, meeting), own_agenda(visit, meeting),
        p(a(visit.links.meeting(meeting.line.id), "The meeting's public page")));
    return small_page(visit, meeting, "Your meeting", content, {});
}

http::Response own_minutes_page(const DeskVisit& visit) {
    const auto minutes = views::minutes_sent(visit.reader, visit.meeting_id());
    if (!minutes) {
        no_such_page();
    }
    const Html main = fragment(
        page_heading("Minutes", minutes->meeting.name), p(strong("Draft, not yet approved.")),
        p("Sent to members on ", date(minutes->sent.local.date),
          ". Say at the next meeting what is to be put right, or tell the secretariat before it."),
        div(cls("q-prose"), markdown(minutes->text, 1)));
    return framed(visit, {.title = "Minutes of " + minutes->meeting.name,
                          .section = "desk",
                          .trail = desk_trail(visit, "Minutes"),
                          .main = reading_column(main)});
}

http::Response apologies_page(const DeskVisit& visit) {
    return show_apologies(visit, meeting_of(visit), {});
}

http::Response send_apologies(const DeskVisit& visit) {
    const auto meeting = meeting_of(visit);
    auto asked = own_act(meeting, "record-apologies");
    asked.fields["seats"] = meeting.seat.seat.id;
    return after(visit, submit_act(visit, asked), show_apologies);
}

http::Response substitute_page(const DeskVisit& visit) {
    return show_substitute(visit, meeting_of(visit), {});
}

http::Response send_substitute(const DeskVisit& visit) {
    const auto meeting = meeting_of(visit);
    if (visit.form.has("take_back")) {
        return take_back(visit, meeting);
    }
    auto state = typed_form(visit);
    if (base::trim(state.value("name")).empty()) {
        state.errors.add("name", "Enter the name of the person who comes in your place.");
        return show_substitute(visit, meeting, state);
    }
    return after(visit, name_own_substitute(visit, meeting, state.value("name")), show_substitute);
}

http::Response declare_page(const DeskVisit& visit) {
    return show_declare(visit, meeting_of(visit), {});
}

http::Response declare_interest(const DeskVisit& visit) {
    const auto meeting = meeting_of(visit);
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
    return show_item(visit, meeting_of(visit), {});
}

http::Response ask_item(const DeskVisit& visit) {
    const auto meeting = meeting_of(visit);
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
    return taken ? done(visit.links.desk(), taken->act.position)
                 : show_item(visit, meeting_of(visit), taken.error());
}

} // namespace quorate::web
