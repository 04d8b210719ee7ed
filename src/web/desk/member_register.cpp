// A member's entries in the register of interests, actions, and what was recorded for them.

#include "base/text.hpp"
#include "base/uuid.hpp"
#include "html/govuk/details.hpp"
#include "views/desk/entry_place.hpp"
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

Html interest_lines(const DeskVisit& visit, const views::MemberDesk& desk) {
    std::vector<Html> items;
    for (const auto& each : desk.interests) {
        items.push_back(li(
            strong(each.kind), ": ", each.nature, br(),
            span(cls("q-quiet"), each.seat.body.name, ", since ", short_day(each.since.local.date),
                 each.sensitive ? ", details withheld from others" : ""),
            br(),
            button_form(
                form_to(visit, visit.links.desk().slash("interests").slash("withdraw")),
                {{"interest", each.id}, {"entry", base::random_uuid_v7(base::system_now())}},
                "Take out", {.about = each.nature, .compact = true})));
    }
    return items.empty() ? nothing_here("You have no entries.")
                         : plain_list(cls("govuk-list--spaced"), items);
}

Html interest_form(const DeskVisit& visit, const views::MemberDesk& desk, const FormState& state) {
    std::vector<Option> seats;
    for (const auto& own : desk.seats) {
        seats.push_back({.value = own.seat.id, .label = own.body.name});
    }
    const Html seat = desk.seats.size() == 1 ? hidden("seat", desk.seats.front().seat.id)
                                             : choice({.name = "seat",
                                                       .label = "As a member of",
                                                       .value = state.value("seat"),
                                                       .options = seats},
                                                      state.errors);
    const auto id = state.value("interest_id");
    return form(
        form_to(visit, visit.links.desk().slash("interests")), act_hidden(visit),
        hidden("interest_id", base::is_uuid_v7(id) ? id : base::random_uuid_v7(base::system_now())),
        seat,
        choice({.name = "kind",
                .label = "What kind of interest",
                .value = state.value("kind"),
                .options = {{.value = "financial", .label = "Financial"},
                            {.value = "professional", .label = "Professional"},
                            {.value = "other", .label = "Another"}}},
               state.errors),
        text_area({.name = "nature",
                   .label = "What it is",
                   .hint = "For example, “I run a shop in the town”.",
                   .value = state.value("nature"),
                   .rows = 3},
                  state.errors),
        choose_many({.name = "sensitive",
                     .values = state.values("sensitive"),
                     .options = {{.value = "yes", .label = "Withhold the details from others"}}},
                    state.errors),
        button_row(submit_button("Enter this interest"), back(visit)));
}

http::Response show_interests(const DeskVisit& visit, const FormState& state) {
    const auto desk = views::member_desk(visit.reader);
    if (desk.seats.empty()) {
        no_such_page();
    }
    const Html content = fragment(
        p("Entries stand until you take them out. They do not take the place of "
          "declaring an interest at an item."),
        interest_lines(visit, desk), h(2, "Enter an interest"), interest_form(visit, desk, state));
    return page_of(visit, "Your register of interests", content, state);
}

const views::OwnSeat* seat_chosen(const views::MemberDesk& desk, const std::string& id) {
    const auto found = std::find_if(desk.seats.begin(), desk.seats.end(),
                                    [&](const views::OwnSeat& own) { return own.seat.id == id; });
    return found == desk.seats.end() ? nullptr : &*found;
}

// ---- Actions ----

http::Response show_action(const DeskVisit& visit, const views::OwnAction& action,
                           const FormState& state) {
    Html content = p(strong(action.what));
    content += p(cls("q-quiet"), action.meeting.empty() ? "" : "Agreed at " + action.meeting + ". ",
                 action.due ? fragment("By ", date(*action.due), ".") : text("No date is set."));
    content += form(
        form_to(visit, visit.links.desk().slash("actions").slash_id(action.id)), act_hidden(visit),
        choice({.name = "status",
                .label = "How it stands",
                .value = state.value("status", action.status == "open" ? "" : action.status),
                .options = {{.value = "progressing", .label = "Under way"},
                            {.value = "done", .label = "Done"},
                            {.value = "dropped", .label = "No longer to be done"}}},
               state.errors),
        text_area({.name = "words",
                   .label = "What there is to say about it",
                   .hint = "It can be left empty.",
                   .value = state.value("words"),
                   .rows = 4},
                  state.errors),
        button_row(submit_button("Report"), back(visit)));
    return page_of(visit, "Report on an action", content, state);
}

views::OwnAction action_of(const DeskVisit& visit) {
    auto action = views::own_action(visit.reader, visit.request.capture("body") + "/" +
                                                      visit.request.capture("action"));
    if (!action) {
        no_such_page();
    }
    return std::move(*action);
}

/// The seat that acts for an action: one of the same body when there is one.
std::string actor_for(const views::MemberDesk& desk, const std::string& body) {
    for (const auto& own : desk.seats) {
        if (own.body.id == body) {
            return own.actor;
        }
    }
    return desk.seats.empty() ? std::string() : desk.seats.front().actor;
}

// ---- Recorded for you ----

Html recorded_line(const DeskVisit& visit, const views::RecordedForYou& each) {
    const auto to = form_to(visit, visit.links.desk().slash("recorded"));
    const Html about = fragment(date_and_time(each.when.local), ". ", each.about, ". ",
                                each.evidence, ". ", each.as.empty() ? "" : "As " + each.as + ". ",
                                a(visit.links.entry(each.position), "Entry ", each.position));
    const auto fields = [&](std::string_view answer) {
        return fragment(hidden("about", each.entry), hidden("answer", answer),
                        hidden("entry", base::random_uuid_v7(base::system_now())));
    };
    const Html dispute =
        form(to, fields("dispute"),
             text_area({.name = "reason",
                        .label = "What is wrong with it",
                        .id = "reason-" + std::to_string(each.position),
                        .rows = 2}),
             button_row(secondary_button("Dispute it",
                                         {.about = "entry " + std::to_string(each.position)})));
    return li(strong(each.what), br(), span(cls("q-quiet"), about),
              form(to, fields("confirm"),
                   button_row(secondary_button(
                       "It is mine: confirm",
                       {.about = "entry " + std::to_string(each.position), .compact = true}))),
              govuk::details(
                  {.summary = fragment("This is not right",
                                       hidden_text(", entry " + std::to_string(each.position))),
                   .content = dispute}));
}

http::Response show_recorded(const DeskVisit& visit, const FormState& state) {
    const auto desk = views::member_desk(visit.reader);
    std::vector<Html> items;
    for (const auto& each : desk.recorded) {
        items.push_back(recorded_line(visit, each));
    }
    Html content = p("The secretariat recorded these for you, as yours. Confirm what is yours, and "
                     "dispute what is not. The record does not wait for it.");
    content += items.empty() ? nothing_here("Nothing is left to confirm.")
                             : plain_list(cls("govuk-list--spaced q-lines"), items);
    if (desk.recorded_more > 0) {
        content += p(std::to_string(desk.recorded_more),
                     " earlier ones are shown once these have been answered.");
    }
    return page_of(visit, "Recorded for you", fragment(content, p(back(visit))), state);
}

} // namespace

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
    if (state.value("kind").empty()) {
        state.errors.add("kind", "Choose the kind of interest.");
    }
    if (base::trim(state.value("nature")).empty()) {
        state.errors.add("nature", "Say what the interest is.");
    }
    if (!state.errors.empty()) {
        return show_interests(visit, state);
    }
    ActAsked asked{.act = "register-interest", .fields = {}};
    asked.made_by = own->actor;
    asked.fields["interest"] = state.value("interest_id");
    asked.fields["body"] = own->body.id;
    asked.fields["seat"] = own->seat.id;
    for (const char* name : {"kind", "nature", "sensitive"}) {
        asked.fields[name] = state.value(name);
    }
    const auto taken = submit_act(visit, asked);
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

http::Response action_page(const DeskVisit& visit) {
    return show_action(visit, action_of(visit), {});
}

http::Response report_action(const DeskVisit& visit) {
    const auto action = action_of(visit);
    auto state = typed_form(visit);
    if (state.value("status").empty()) {
        state.errors.add("status", "Choose how it stands.");
        return show_action(visit, action, state);
    }
    ActAsked asked{.act = "report-on-action", .fields = {}};
    asked.made_by = actor_for(views::member_desk(visit.reader), action.body.id);
    asked.fields["action"] = action.id;
    asked.fields["status"] = state.value("status");
    asked.fields["words"] = state.value("words");
    const auto taken = submit_act(visit, asked);
    return taken ? done(visit.links.desk(), taken->position)
                 : show_action(visit, action, taken.error());
}

http::Response recorded_page(const DeskVisit& visit) {
    return show_recorded(visit, {});
}

http::Response answer_recorded(const DeskVisit& visit) {
    const auto desk = views::member_desk(visit.reader);
    const auto state = typed_form(visit);
    const auto about = state.value("about");
    const auto found =
        std::find_if(desk.recorded.begin(), desk.recorded.end(),
                     [&](const views::RecordedForYou& each) { return each.entry == about; });
    if (found == desk.recorded.end()) {
        return http::see_other(visit.links.desk().slash("recorded").str());
    }
    const bool confirm = state.value("answer") == "confirm";
    ActAsked asked{.act = confirm ? "confirm-act" : "dispute-act", .fields = {}};
    asked.made_by = found->actor;
    asked.fields["entry"] = about;
    if (!confirm) {
        asked.fields["reason"] = state.value("reason");
    }
    const auto taken = submit_act(visit, asked);
    return taken ? done(visit.links.desk().slash("recorded"), taken->position)
                 : show_recorded(visit, taken.error());
}

} // namespace quorate::web
