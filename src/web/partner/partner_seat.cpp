// A seat of an organisation: who holds it, and what the organisation may do about it under the
// terms.

#include "base/text.hpp"
#include "base/uuid.hpp"
#include "html/govuk/summary_list.hpp"
#include "views/meetings/planning.hpp"
#include "web/desk/substitute.hpp"
#include "web/partner/partner_parts.hpp"
#include "web/parts.hpp"
#include "web/site_parts.hpp"

#include <algorithm>

namespace quorate::web {

using namespace html;

namespace {

/// The seat of the address with the organisation and the actor that acts for it.
struct SeatAsked {
    views::Named organisation;
    views::PartnerSeat own;
    std::string actor;
    Url url;
};

SeatAsked seat_asked(const DeskVisit& visit) {
    auto organisation = organisation_asked(visit);
    const auto id = visit.request.capture("body") + "/" + visit.request.capture("number");
    auto own = views::partner_seat(visit.reader, organisation.id, id);
    if (!own) {
        no_such_page();
    }
    auto actor = views::partner_actor(visit.reader, organisation.id, own->body.id);
    if (own->left) {
        actor.clear(); // a seat elsewhere gives no say in this one
    }
    auto url = organisation_url(visit, organisation.id).slash("seats").slash_id(id);
    return {std::move(organisation), std::move(*own), std::move(actor), std::move(url)};
}

/// For what is done with a seat: of a body the organisation has left it does nothing any more.
SeatAsked seat_still_theirs(const DeskVisit& visit) {
    auto asked = seat_asked(visit);
    if (asked.own.left) {
        throw http::BrokenRequest(403, "Your organisation left " +
                                           in_sentence(asked.own.body.name) + " on " +
                                           base::words(*asked.own.left) +
                                           ", so this seat is not yours to fill any more. Nothing "
                                           "was recorded. Tell the secretariat if that is wrong.");
    }
    return asked;
}

std::string title_of(const SeatAsked& asked) {
    return "Seat " + std::to_string(asked.own.seat.number) + " of " +
           in_sentence(asked.own.body.name);
}

/// Whether the terms let the organisation do it, whatever the particulars.
bool may(const DeskVisit& visit, const SeatAsked& asked, const std::string& act,
         base::JsonObject fields) {
    if (asked.actor.empty()) {
        return false;
    }
    ActAsked probe{.act = act, .fields = std::move(fields)};
    probe.made_by = asked.actor;
    return !is_not_theirs(foreseen(visit, probe));
}

base::JsonObject of_seat(const SeatAsked& asked) {
    base::JsonObject out;
    out["body"] = asked.own.body.id;
    out["seat"] = asked.own.seat.id;
    return out;
}

bool may_appoint(const DeskVisit& visit, const SeatAsked& asked) {
    auto fields = of_seat(asked);
    fields["person"] =
        base::random_uuid_v7(base::system_now()); // nobody yet: only the leave is asked for
    return may(visit, asked, "appoint", std::move(fields));
}

bool may_substitute(const DeskVisit& visit, const SeatAsked& asked, const std::string& meeting) {
    base::JsonObject fields;
    fields["meeting"] = meeting;
    fields["seat"] = asked.own.seat.id;
    fields["person"] = base::random_uuid_v7(base::system_now());
    return may(visit, asked, "nominate-substitute", std::move(fields));
}

http::Response page_of(const DeskVisit& visit, const SeatAsked& asked, std::string_view title,
                       const Html& content, const FormState& state) {
    auto trail = organisation_trail(visit, asked.organisation, title_of(asked));
    if (title != title_of(asked)) {
        trail.back().href = asked.url;
        trail.push_back({.content = title});
    }
    return form_page(visit,
                     {.title = std::string(title),
                      .section = "desk",
                      .trail = trail,
                      .main = reading_column(fragment(
                          page_heading(title, title == title_of(asked) ? asked.organisation.name
                                                                       : title_of(asked)),
                          content))},
                     state);
}

Html back_to_seat(const SeatAsked& asked) {
    return a(asked.url, "Back to the seat");
}

// ---- The seat ----

std::string holders(const views::PartnerSeat& own) {
    return own.seat.vacant            ? "Nobody"
           : own.seat.holders.empty() ? "Held"
                                      : base::join(own.seat.holders, " and ");
}

Html facts(const DeskVisit& visit, const SeatAsked& asked) {
    const auto& own = asked.own;
    govuk::SummaryList list;
    add_row(list, "Held by",
            own.since && !own.seat.vacant
                ? fragment(holders(own), ", since ", short_day(own.since->local.date))
                : text(holders(own)));
    add_row(list, "Comes with", own.office);
    add_row(list, "Title", own.seat.title);
    add_row(list, "Standing substitutes", base::join(own.substitutes, ", "));
    add_row(list, "Offices", base::join(own.offices, ", "));
    add_row(list, "Speaks for", own.represents);
    Html out = govuk::summary_list(list);
    if (own.asked) {
        out += p("Another holder was asked for on ", short_day(own.asked->local.date),
                 ". It is for your organisation to name one.");
    }
    return fragment(
        out, p(a(visit.links.members(own.body.id), "All members of ", in_sentence(own.body.name))));
}

Html changes(const DeskVisit& visit, const SeatAsked& asked) {
    if (asked.own.left) {
        return p(
            "Your organisation left ", in_sentence(asked.own.body.name), " on ",
            date(*asked.own.left),
            ", so the seat is not yours to fill any more. The secretariat records what becomes "
            "of it.");
    }
    std::vector<Html> items;
    if (!asked.own.office.empty()) {
        items.push_back(li("Whoever holds ", asked.own.office,
                           " holds this seat. Tell the secretariat when that changes."));
    } else if (may_appoint(visit, asked)) {
        items.push_back(
            li(a(asked.url.slash("appoint"),
                 asked.own.seat.vacant ? "Name who holds the seat" : "Name another holder")));
    }
    if (asked.own.office.empty() && !asked.own.seat.vacant &&
        may(visit, asked, "vacate", of_seat(asked))) {
        items.push_back(li(a(asked.url.slash("left"), "Say that the holder has left")));
    }
    if (!asked.own.seat.vacant && may(visit, asked, "request-replacement", of_seat(asked))) {
        items.push_back(li(a(asked.url.slash("replacement"), "Ask for another holder")));
    }
    return fragment(
        h(2, "What you can do"),
        items.empty() ? nothing_here("The terms of reference leave changes of this seat to others.")
                      : ul(items));
}

Html meetings(const DeskVisit& visit, const SeatAsked& asked) {
    Html out = h(2, "Meetings to come");
    if (asked.own.left) {
        return {};
    }
    if (asked.own.meetings.empty()) {
        return fragment(out, nothing_here("No meeting has been called."));
    }
    const bool ours = may_substitute(visit, asked, asked.own.meetings.front().meeting.id);
    std::vector<Html> items;
    for (const auto& each : asked.own.meetings) {
        items.push_back(li(
            a(visit.links.meeting(each.meeting.id), each.meeting.name), ", ",
            date_and_time(each.when.local), br(), each.coming, ".",
            ours ? fragment(br(), a(asked.url.slash("substitute").query("meeting", each.meeting.id),
                                    "Name a substitute", hidden_text(" for " + each.meeting.name)))
                 : Html()));
    }
    out += plain_list(cls("govuk-list--spaced q-lines"), items);
    return ours ? out
                : fragment(out, p("Whoever holds the seat names a substitute for a meeting."));
}

// ---- Naming a holder ----

std::vector<ActAsked> appointment(const DeskVisit& visit, const SeatAsked& asked,
                                  FormState& state) {
    const auto name = std::string(base::trim(state.value("person_name")));
    if (name.empty()) {
        state.errors.add("person_name", "Enter the name of who is to hold the seat.");
    }
    const auto day = date_typed(state.typed, "effective", state.errors);
    std::optional<base::Instant> at;
    if (day) {
        const auto instant = views::body_instant(visit.reader, asked.own.body.id, {*day, 0});
        if (instant) {
            at = *instant;
        } else {
            state.errors.add("effective", instant.error().message + ".");
        }
    }
    ActAsked person{.act = "register-person", .fields = {}};
    const auto id = form_uuid(state, "person_id");
    person.fields["person"] = id;
    person.fields["name"] = name;
    person.made_by = asked.actor;
    person.entry = form_uuid(state, "person_entry");
    person.effective = at;
    person.shown_as = {{"name", "person_name"}};
    ActAsked named{.act = "appoint", .fields = of_seat(asked)};
    named.fields["person"] = id;
    named.fields["reason"] = state.value("reason");
    named.made_by = asked.actor;
    named.effective = at;
    return {std::move(person), std::move(named)};
}

Html effective_fields(const FormState& state) {
    return fragment(date_field({.name = "effective",
                                .label = "From which day",
                                .hint = "The start of that day. Leave empty for now.",
                                .value = state.date("effective")},
                               state.errors),
                    late_reason_field(state));
}

http::Response show_appoint(const DeskVisit& visit, const SeatAsked& asked, const FormState& state,
                            const std::optional<views::RulingShown>& ruling) {
    Html content;
    if (ruling) {
        content += confirmation_shown(
            visit, state, {*ruling, asked.url.slash("appoint"), "Record the new holder"});
        content += h(2, "Change what you entered");
    }
    const auto now = holders(asked.own);
    content +=
        asked.own.seat.vacant ? p("Nobody holds the seat now.") : p("Held now by ", now, ".");
    content += form(form_to(visit, asked.url.slash("appoint")), act_hidden(visit),
                    substitute_hidden(state),
                    text_field({.name = "person_name",
                                .label = "Who is to hold the seat",
                                .hint = "Names are kept apart from the record.",
                                .value = state.value("person_name"),
                                .autocomplete = "off"},
                               state.errors),
                    text_area({.name = "reason",
                               .label = "Reason",
                               .hint = "It can be left empty. It is not published.",
                               .value = state.value("reason"),
                               .rows = 2},
                              state.errors),
                    effective_fields(state),
                    button_row(submit_button("Show what the terms say"), back_to_seat(asked)));
    return page_of(visit, asked, "Name who holds the seat", content, state);
}

// ---- The holder has left ----

http::Response show_left(const DeskVisit& visit, const SeatAsked& asked, const FormState& state,
                         const std::optional<views::RulingShown>& ruling) {
    Html content;
    if (ruling) {
        content += confirmation_shown(
            visit, state,
            {*ruling, asked.url.slash("left"), "Record that the seat is vacant", true});
        content += h(2, "Change what you entered");
    }
    content += p("Held now by ", holders(asked.own), ".");
    content += form(form_to(visit, asked.url.slash("left")), act_hidden(visit),
                    text_area({.name = "reason",
                               .label = "Reason",
                               .hint = "It can be left empty. It is not published.",
                               .value = state.value("reason"),
                               .rows = 2},
                              state.errors),
                    effective_fields(state),
                    button_row(submit_button("Show what the terms say"), back_to_seat(asked)));
    return page_of(visit, asked, "Say that the holder has left", content, state);
}

std::vector<ActAsked> vacancy(const DeskVisit& visit, const SeatAsked& asked, FormState& state) {
    ActAsked out{.act = "vacate", .fields = of_seat(asked)};
    out.made_by = asked.actor;
    out.fields["reason"] = state.value("reason");
    if (const auto day = date_typed(state.typed, "effective", state.errors)) {
        const auto instant = views::body_instant(visit.reader, asked.own.body.id, {*day, 0});
        if (instant) {
            out.effective = *instant;
        } else {
            state.errors.add("effective", instant.error().message + ".");
        }
    }
    return {std::move(out)};
}

// ---- A substitute, and another holder asked for ----

http::Response show_substitute(const DeskVisit& visit, const SeatAsked& asked,
                               const FormState& state) {
    std::vector<Option> options;
    for (const auto& each : asked.own.meetings) {
        options.push_back(
            {.value = each.meeting.id, .label = each.meeting.name, .hint = each.coming});
    }
    const auto chosen = state.value("meeting", visit.request.query.get("meeting").value_or(""));
    const Html content = form(
        form_to(visit, asked.url.slash("substitute")), act_hidden(visit), substitute_hidden(state),
        choice(
            {.name = "meeting", .label = "For which meeting", .value = chosen, .options = options},
            state.errors),
        text_field({.name = "name",
                    .label = "Who comes in the member's place",
                    .value = state.value("name"),
                    .autocomplete = "off"},
                   state.errors),
        button_row(submit_button("Send this substitute"), back_to_seat(asked)));
    return page_of(visit, asked, "Name a substitute", content, state);
}

http::Response show_replacement(const DeskVisit& visit, const SeatAsked& asked,
                                const FormState& state) {
    const Html content =
        form(form_to(visit, asked.url.slash("replacement")), act_hidden(visit),
             text_area({.name = "reason",
                        .label = "Why another holder is asked for",
                        .hint = "Kept apart from the record, and not published.",
                        .value = state.value("reason"),
                        .rows = 3},
                       state.errors),
             button_row(submit_button("Ask for another holder"), back_to_seat(asked)));
    return page_of(visit, asked, "Ask for another holder", content, state);
}

/// Shows the ruling first, then records.
template <class Show>
http::Response look_then_record(const DeskVisit& visit, const SeatAsked& asked,
                                const std::vector<ActAsked>& acts, const FormState& state,
                                Show show) {
    if (!state.errors.empty()) {
        return show(visit, asked, state, std::nullopt);
    }
    if (!confirmed(visit)) {
        const auto seen = look_ahead(visit, acts);
        return seen ? show(visit, asked, state, *seen)
                    : show(visit, asked, seen.error(), std::nullopt);
    }
    const auto taken = record_all(visit, acts);
    return taken ? done(asked.url, taken->position)
                 : show(visit, asked, taken.error(), std::nullopt);
}

} // namespace

http::Response organisation_seat_page(const DeskVisit& visit) {
    const auto asked = seat_asked(visit);
    return page_of(visit, asked, title_of(asked),
                   fragment(done_notice(visit), facts(visit, asked), changes(visit, asked),
                            meetings(visit, asked),
                            p(back_to_organisation(visit, asked.organisation))),
                   {});
}

http::Response appoint_page(const DeskVisit& visit) {
    return show_appoint(visit, seat_still_theirs(visit), {}, std::nullopt);
}

http::Response appoint_to_seat(const DeskVisit& visit) {
    const auto asked = seat_still_theirs(visit);
    auto state = typed_form(visit);
    const auto acts = appointment(visit, asked, state);
    return look_then_record(visit, asked, acts, state, show_appoint);
}

http::Response seat_left_page(const DeskVisit& visit) {
    return show_left(visit, seat_still_theirs(visit), {}, std::nullopt);
}

http::Response say_seat_left(const DeskVisit& visit) {
    const auto asked = seat_still_theirs(visit);
    auto state = typed_form(visit);
    const auto acts = vacancy(visit, asked, state);
    return look_then_record(visit, asked, acts, state, show_left);
}

http::Response organisation_substitute_page(const DeskVisit& visit) {
    return show_substitute(visit, seat_still_theirs(visit), {});
}

http::Response send_organisation_substitute(const DeskVisit& visit) {
    const auto asked = seat_still_theirs(visit);
    auto state = typed_form(visit);
    const auto meeting = state.value("meeting");
    if (meeting.empty()) {
        state.errors.add("meeting", "Choose the meeting.");
    }
    const auto name = std::string(base::trim(state.value("name")));
    if (name.empty()) {
        state.errors.add("name", "Enter the name of the person who comes in the member's place.");
    }
    if (!state.errors.empty()) {
        return show_substitute(visit, asked, state);
    }
    const auto taken = name_substitute(visit, {.meeting = meeting,
                                               .seat = asked.own.seat.id,
                                               .name = name,
                                               .made_by = asked.actor,
                                               .registered_by = asked.actor});
    return taken ? done(asked.url, taken->position) : show_substitute(visit, asked, taken.error());
}

http::Response replacement_page(const DeskVisit& visit) {
    return show_replacement(visit, seat_still_theirs(visit), {});
}

http::Response ask_for_replacement(const DeskVisit& visit) {
    const auto asked = seat_still_theirs(visit);
    ActAsked act{.act = "request-replacement", .fields = of_seat(asked)};
    act.made_by = asked.actor;
    act.fields["reason"] = typed_form(visit).value("reason");
    const auto taken = submit_act(visit, act);
    return taken ? done(asked.url, taken->position) : show_replacement(visit, asked, taken.error());
}

} // namespace quorate::web
