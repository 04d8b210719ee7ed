// A member's entries in the register of interests, and actions.

#include "base/text.hpp"
#include "base/uuid.hpp"
#include "html/govuk/details.hpp"
#include "views/desk/entry_place.hpp"
#include "web/desk/form_acts.hpp"
#include "web/desk/member_parts.hpp"
#include "web/parts.hpp"

#include <algorithm>

namespace quorate::web {

using namespace html;

namespace {

http::Response page_of(const DeskVisit& visit, std::string_view title, const Html& content,
                       const FormState& state) {
    return form_page(
        visit,
        {.title = std::string(title),
         .section = "desk",
         .trail = desk_trail(visit, title),
         .main = reading_column(fragment(done_notice(visit), page_heading(title), content))},
        state);
}

Html back(const DeskVisit& visit) {
    return a(visit.links.desk(), "Back to your desk");
}

// ---- The register of interests ----

Url interests_url(const DeskVisit& visit) {
    return visit.links.desk().slash("interests");
}

std::vector<views::OwnSeat> seats_held(const views::MemberDesk& desk) {
    std::vector<views::OwnSeat> out;
    for (const auto& own : desk.seats) {
        if (!own.stands_in) {
            out.push_back(own);
        }
    }
    return out;
}

Html interest_lines(const DeskVisit& visit, const views::MemberDesk& desk) {
    std::vector<Html> items;
    for (const auto& each : desk.interests) {
        items.push_back(
            li(strong(each.kind), ": ", each.nature, br(),
               span(cls("q-quiet"),
                    each.organisation.empty() ? std::string() : "In " + each.organisation + ". ",
                    each.seat.body.name, ", since ", short_day(each.since.local.date),
                    each.sensitive ? ", details withheld from others." : "."),
               br(),
               a(interests_url(visit).slash("change").slash(each.id), "Change",
                 hidden_text(": " + each.nature)),
               " ",
               button_form(
                   form_to(visit, interests_url(visit).slash("withdraw")),
                   {{"interest", each.id}, {"entry", base::random_uuid_v7(base::system_now())}},
                   "Take out", {.about = each.nature, .compact = true})));
    }
    if (items.empty()) {
        return seats_held(desk).empty()
                   ? nothing_here("You have no entries.")
                   : nothing_here("You have no entries. Enter what the terms of reference ask for "
                                  "below.");
    }
    return plain_list(cls("q-lines"), items);
}

Html organisation_field(const DeskVisit& visit, const FormState& state, std::string_view at_first) {
    std::vector<Option> options;
    for (const auto& each : views::organisation_choices(visit.reader)) {
        options.push_back({.value = each.id, .label = each.name});
    }
    return options.empty() ? Html()
                           : select_field({.name = "organisation",
                                           .label = "The organisation it is in",
                                           .hint = "You can leave this empty. Items that concern "
                                                   "it are then pointed out to you.",
                                           .value = state.value("organisation", at_first),
                                           .options = options,
                                           .nothing_chosen = "None of these"},
                                          state.errors);
}

/// The fields of an entry, new or changed; `before` is what it says now.
Html interest_fields(const DeskVisit& visit, const FormState& state,
                     const views::OwnInterest& before) {
    const std::vector<std::string> sensitive = state.fresh() && before.sensitive
                                                   ? std::vector<std::string>{"yes"}
                                                   : state.values("sensitive");
    return fragment(
        hidden("interest_id", form_uuid(state, "interest_id")),
        choice({.name = "kind",
                .label = "What kind of interest",
                .value = state.value("kind", before.kind_id),
                .options = {{.value = "financial", .label = "Financial"},
                            {.value = "professional", .label = "Professional"},
                            {.value = "other", .label = "Another"}}},
               state.errors),
        text_area({.name = "nature",
                   .label = "What it is",
                   .hint = "For example, “I run a shop in the town”.",
                   .value = state.value("nature", before.nature),
                   .rows = 3},
                  state.errors),
        organisation_field(visit, state, before.organisation_id),
        choose_many({.name = "sensitive",
                     .values = sensitive,
                     .options = {{.value = "yes", .label = "Withhold the details from others"}}},
                    state.errors));
}

http::Response show_interests(const DeskVisit& visit, const FormState& state) {
    const auto desk = views::member_desk(visit.reader);
    const auto seats = seats_held(desk);
    Html content =
        p("Entries stand until you take them out. When an item of an agenda seems to touch one, "
          "your desk points it out. They do not take the place of declaring an interest at an "
          "item: ",
          a(visit.links.desk().slash("declarations"), "what you declared at meetings"), ".");
    content += interest_lines(visit, desk);
    if (seats.empty()) {
        content += p("You hold no seat today, so there is no register for you to enter an interest "
                     "in.");
    } else {
        content += fragment(h(2, "Enter an interest"),
                            form(form_to(visit, interests_url(visit)), act_hidden(visit),
                                 seat_field(seats, state), interest_fields(visit, state, {}),
                                 button_row(submit_button("Enter this interest"), back(visit))));
    }
    return page_of(visit, "Your register of interests", content, state);
}

/// The viewer's entry in the address.
views::OwnInterest interest_asked(const DeskVisit& visit) {
    const auto desk = views::member_desk(visit.reader);
    const auto& id = visit.request.capture("interest");
    for (const auto& each : desk.interests) {
        if (each.id == id) {
            return each;
        }
    }
    no_such_page();
}

http::Response show_change(const DeskVisit& visit, const views::OwnInterest& before,
                           const FormState& state) {
    const Html content = fragment(
        p(before.seat.body.name, ". Entered on ", date(before.since.local.date),
          ". The entry as it was stays on record until today; the changed one stands from now "
          "on."),
        form(form_to(visit, interests_url(visit).slash("change").slash(before.id)),
             act_hidden(visit), hidden("withdrawal", base::random_uuid_v7(base::system_now())),
             interest_fields(visit, state, before),
             button_row(submit_button("Change this entry"), a(interests_url(visit), "Back"))));
    return page_of(visit, "Change an entry", content, state);
}

void check_interest(FormState& state) {
    if (state.value("kind").empty()) {
        state.errors.add("kind", "Choose the kind of interest.");
    }
    if (base::trim(state.value("nature")).empty()) {
        state.errors.add("nature", "Say what the interest is.");
    }
}

ActAsked registering(const FormState& state, const views::OwnSeat& own) {
    ActAsked asked{.act = "register-interest", .fields = {}};
    asked.made_by = own.actor;
    asked.fields["interest"] = state.value("interest_id");
    asked.fields["body"] = own.body.id;
    asked.fields["seat"] = own.seat.id;
    for (const char* name : {"kind", "nature", "sensitive", "organisation"}) {
        asked.fields[name] = state.value(name);
    }
    return asked;
}

const views::OwnSeat* seat_chosen(const views::MemberDesk& desk, const std::string& id) {
    const auto found =
        std::find_if(desk.seats.begin(), desk.seats.end(), [&](const views::OwnSeat& own) {
            return own.seat.id == id && !own.stands_in;
        });
    return found == desk.seats.end() ? nullptr : &*found;
}

} // namespace

Html seat_field(const std::vector<views::OwnSeat>& seats, const FormState& state) {
    if (seats.size() == 1) {
        return hidden("seat", seats.front().seat.id);
    }
    std::vector<Option> options;
    for (const auto& own : seats) {
        options.push_back({.value = own.seat.id, .label = own.body.name});
    }
    return choice({.name = "seat",
                   .label = "As a member of",
                   .value = state.value("seat"),
                   .options = options},
                  state.errors);
}

http::Response interests_page(const DeskVisit& visit) {
    return show_interests(visit, {});
}

http::Response register_interest(const DeskVisit& visit) {
    const auto desk = views::member_desk(visit.reader);
    auto state = typed_form(visit);
    const auto* own = seat_chosen(desk, state.value("seat"));
    if (own == nullptr) {
        state.errors.add("seat", "Choose as a member of which body.");
    }
    check_interest(state);
    if (!state.errors.empty()) {
        return show_interests(visit, state);
    }
    const auto taken = submit_act(visit, registering(state, *own));
    return taken ? done(visit.links.desk().slash("interests"), taken->position)
                 : show_interests(visit, taken.error());
}

http::Response withdraw_interest(const DeskVisit& visit) {
    const auto desk = views::member_desk(visit.reader);
    const auto id = typed_form(visit).value("interest");
    const auto found = std::find_if(desk.interests.begin(), desk.interests.end(),
                                    [&](const views::OwnInterest& each) { return each.id == id; });
    if (found == desk.interests.end()) {
        if (const auto before =
                views::position_of_entry(visit.reader, visit.form.get("entry").value_or(""))) {
            return done(visit.links.desk().slash("interests"), *before);
        }
        no_such_page();
    }
    ActAsked asked{.act = "withdraw-interest", .fields = {}};
    asked.made_by = found->seat.actor;
    asked.fields["interest"] = id;
    const auto taken = submit_act(visit, asked);
    return taken ? done(visit.links.desk().slash("interests"), taken->position)
                 : show_interests(visit, taken.error());
}

http::Response change_interest_page(const DeskVisit& visit) {
    return show_change(visit, interest_asked(visit), {});
}

http::Response change_interest(const DeskVisit& visit) {
    auto state = typed_form(visit);
    // A second press finds the old entry gone.
    if (const auto before = views::position_of_entry(visit.reader, state.value("withdrawal"))) {
        return done(interests_url(visit), *before);
    }
    const auto before = interest_asked(visit);
    check_interest(state);
    if (!state.errors.empty()) {
        return show_change(visit, before, state);
    }
    const auto entered = submit_act(visit, registering(state, before.seat));
    if (!entered) {
        return show_change(visit, before, entered.error());
    }
    ActAsked out{.act = "withdraw-interest", .fields = {}};
    out.made_by = before.seat.actor;
    out.fields["interest"] = before.id;
    out.entry = state.value("withdrawal");
    const auto taken = submit_act(visit, out);
    return taken ? done(interests_url(visit), entered->position)
                 : show_change(visit, before, taken.error());
}

} // namespace quorate::web
