// A member at a meeting with their own device: I am here, an interest, the vote.

#include "views/live/own_device.hpp"

#include "base/text.hpp"
#include "base/uuid.hpp"
#include "html/govuk/details.hpp"
#include "html/layout.hpp"
#include "web/live/live_desk.hpp"
#include "web/live/live_parts.hpp"
#include "web/parts.hpp"

#include <algorithm>
#include <charconv>

namespace quorate::web {

using namespace html;

namespace {

using partnership::BallotChoice;
using views::OwnDevice;
using views::OwnPlace;
using views::OwnVote;

Url here(const DeskVisit& visit) {
    return visit.links.own_meeting(visit.meeting_id()).slash("now");
}

/// The id of a field, one for each seat of somebody with two.
std::string field_id(const OwnPlace& place, std::string_view name) {
    return std::string(name) + "-" + std::to_string(place.seat.number);
}

Html act_form(const DeskVisit& visit, const OwnPlace& place, std::string_view verb,
              const Html& content) {
    return form(form_to(visit, here(visit)), hidden("do", verb), hidden("seat", place.seat.id),
                hidden("entry", base::random_uuid_v7(base::system_now())), content);
}

Html presence_part(const DeskVisit& visit, const OwnDevice& device, const OwnPlace& place) {
    Html out = p(cls("q-own-presence"), strong(place.words));
    if (!device.attendance) {
        return device.page.over ? out
                                : fragment(out, p("You can say that you are here once the meeting "
                                                  "has begun."));
    }
    if (place.here) {
        return fragment(out, act_form(visit, place, "leave",
                                      secondary_button("I am leaving", {.compact = true})));
    }
    const auto& item = device.page.item;
    if (place.was_here && item && item->withheld && !item->over) {
        // Pressed by mistake it would count them towards the quorum of the item they are out for.
        return fragment(out, p("You were asked to leave for item ", item->number,
                               ". When it is over you can say here that you are back."));
    }
    Html buttons = submit_button(place.was_here ? "I am back" : "I am here");
    if (device.remote_allowed) {
        buttons +=
            secondary_button(place.was_here ? "I am back, remotely" : "I am taking part remotely",
                             {.name = "remote", .value = "yes"});
    }
    return fragment(out,
                    act_form(visit, place, place.was_here ? "back" : "here", button_row(buttons)));
}

std::string_view choice_words(std::string_view choice) {
    return choice == "for"       ? "You voted for."
           : choice == "against" ? "You voted against."
                                 : "You abstained.";
}

Html closed_vote(const OwnVote& vote) {
    Html out = p("The vote is closed. ", strong(vote.result));
    if (vote.may) {
        out += p(vote.voted ? "Your vote was counted." : "You did not vote.");
    }
    return out;
}

Html vote_buttons(const OwnVote& vote) {
    const auto press = base::random_uuid_v7(base::system_now());
    const auto button = [&](std::string_view value, std::string_view words) {
        ButtonSettings settings{.name = "choice", .value = std::string(value)};
        settings.classes = "q-own-vote__button";
        if (vote.choice == value) {
            settings.attributes.set("aria-pressed", "true");
        }
        return secondary_button(words, settings);
    };
    return fragment(hidden("press", press), hidden("ballot", std::to_string(vote.ballot)),
                    button_row(button("for", "Vote for"), button("against", "Vote against"),
                               button("abstain", "Abstain")));
}

Html vote_part(const DeskVisit& visit, const OwnDevice& device, const OwnPlace& place) {
    if (!place.vote) {
        return {};
    }
    const auto& vote = *place.vote;
    Html out = h(2, "The vote");
    out += p("Item ", vote.item, ": ", vote.title);
    if (!vote.question.empty()) {
        out += quotation(p(vote.question));
    }
    if (!vote.open) {
        return div(cls("q-own-vote"), out, closed_vote(vote));
    }
    if (!vote.may) {
        Html why = fragment(strong("You cannot vote on this. "), vote.why_not);
        if (!vote.clause.empty()) {
            why += fragment(" See ",
                            clause_link(visit.links, device.page.line.body.id, vote.clause), ".");
        }
        return div(cls("q-own-vote"), out, p(why));
    }
    out += p(vote.choice.empty() ? Html(text("You have not voted yet."))
                                 : fragment(strong(choice_words(vote.choice)),
                                            " You can change it until the vote is closed."));
    out += act_form(visit, place, "vote", vote_buttons(vote));
    out += p(cls("q-quiet"), vote.kind == "name"
                                 ? "The vote is by name: the record says who voted how."
                                 : "The vote is by count: who voted how is erased when it closes.");
    return div(cls("q-own-vote q-own-vote--open"), out);
}

Html declare_form(const DeskVisit& visit, const OwnPlace& place, const FormState& state) {
    SelectField items{.name = "item",
                      .label = "At which item",
                      .value = state.value("item"),
                      .nothing_chosen = "Choose an item",
                      .id = field_id(place, "item")};
    for (const auto& item : place.items) {
        items.options.push_back({.value = std::to_string(item.number),
                                 .label = std::to_string(item.number) + ". " + item.title});
        if (item.current && items.value.empty()) {
            items.value = std::to_string(item.number);
        }
    }
    return act_form(
        visit, place, "declare",
        fragment(select_field(items, state.errors),
                 choice({.name = "kind",
                         .label = "What kind of interest",
                         .value = state.value("kind"),
                         .options = {{.value = "financial", .label = "Financial"},
                                     {.value = "professional", .label = "Professional"},
                                     {.value = "other", .label = "Another"}},
                         .id = field_id(place, "kind")},
                        state.errors),
                 choice({.name = "subject",
                         .label = "Whose it is",
                         .value = state.value("subject", "self"),
                         .options = {{.value = "self", .label = "My own"},
                                     {.value = "family", .label = "My family's"},
                                     {.value = "friends", .label = "A friend's"}},
                         .id = field_id(place, "subject")},
                        state.errors),
                 text_area({.name = "nature",
                            .label = "What it is",
                            .value = state.value("nature"),
                            .id = field_id(place, "nature"),
                            .rows = 3},
                           state.errors),
                 choose_many({.name = "sensitive",
                              .values = state.values("sensitive"),
                              .options = {{.value = "yes",
                                           .label = "Withhold the details from the public"}},
                              .id = field_id(place, "sensitive")},
                             state.errors),
                 button_row(submit_button("Declare the interest", {.compact = true}))));
}

Html interests_part(const DeskVisit& visit, const OwnPlace& place, const FormState& state) {
    std::vector<Html> declared;
    for (const auto& item : place.items) {
        if (!item.declared.empty()) {
            declared.push_back(li("Item ", item.number, ": ", item.declared));
        }
    }
    if (place.items.empty()) {
        return {};
    }
    const bool sent = state.value("do") == "declare";
    return fragment(declared.empty() ? Html{} : ul(declared),
                    govuk::details({.summary = "Declare an interest",
                                    .content = declare_form(visit, place, state),
                                    .open = sent && !state.fresh()}));
}

/// What is the reader's own: fetched again when something changes.
Html own_part(const DeskVisit& visit, const OwnDevice& device, const FormState& state) {
    Html out;
    for (const auto& place : device.places) {
        const bool several = device.places.size() > 1;
        const FormState nothing;
        const auto& own = state.value("seat") == place.seat.id ? state : nothing;
        out += section(cls("q-own"),
                       several ? h(2, views::capitalised(views::seat_words(place.seat))) : Html{},
                       vote_part(visit, device, place), presence_part(visit, device, place),
                       device.page.over ? Html{} : interests_part(visit, place, own));
    }
    return out;
}

/// What was just done, in a sentence.
Html said(const DeskVisit& visit) {
    const auto what = visit.request.query.get("said").value_or("");
    const std::string_view words =
        what == "here"      ? "You are recorded as here."
        : what == "leave"   ? "You are recorded as having left."
        : what == "back"    ? "You are recorded as back."
        : what == "declare" ? "Your declaration is set down. Whoever presides determines it."
        : what == "vote"    ? "Your vote is counted."
        : what == "again"   ? "This vote had come before. Your newest choice stands."
                            : "";
    return words.empty() ? Html{} : p(cls("q-day-said").set("role", "status"), words);
}

OwnDevice device_of(const DeskVisit& visit, const SheetVisit& on) {
    auto device = views::own_device(on.reader, visit.meeting_id(), on.sheet.lines);
    if (!device) {
        no_such_page();
    }
    return std::move(*device);
}

http::Response shown(const DeskVisit& visit, const FormState& state) {
    const auto on = sheet_visit(visit);
    const auto device = device_of(visit, on);
    const auto parts = live_parts(visit.links, device.page);
    const auto own = own_part(visit, device, state);
    const auto live = visit.links.meeting(visit.meeting_id()).slash("live");
    const Html later =
        div(attr("data-live-later", "").flag("hidden"), p("Something of yours has changed."),
            Tag{"button", "govuk-button govuk-button--secondary q-button--compact"}(
                attr("type", "button"), "Show it"));
    const Html main =
        div(cls("q-live").set("data-live-follow", live.slash("events").str()),
            page_heading("In the meeting", device.page.line.body.name), said(visit),
            live_controls(here(visit)),
            div(cls("q-live-columns"),
                div(cls("q-live-main"), live_part(parts, "state"),
                    live_part(parts, "item", "q-live-item"), later,
                    div(attr("data-live-own", here(visit).query("part", "own").str())
                            .set("tabindex", "-1"),
                        own)),
                div(cls("q-live-side"), live_part(parts, "quorum"), h(2, "Agenda"),
                    live_part(parts, "agenda"),
                    p(a(visit.links.own_meeting(visit.meeting_id()), "Papers and your answers")))));
    return form_page(visit,
                     {.title = "In the meeting",
                      .section = "desk",
                      .trail = {{.content = "My desk", .href = visit.links.desk()},
                                {.content = "In the meeting"}},
                      .main = full_width(main),
                      .modules = {"live.mjs"}},
                     state);
}

const OwnPlace& place_asked(const DeskVisit& visit, const OwnDevice& device) {
    const auto seat = visit.form.get("seat").value_or("");
    const auto found = std::find_if(device.places.begin(), device.places.end(),
                                    [&](const OwnPlace& each) { return each.seat.id == seat; });
    if (found == device.places.end()) {
        throw http::BrokenRequest(403, "That seat is not yours at this meeting.");
    }
    return *found;
}

http::Response again(const DeskVisit& visit, std::string_view said) {
    return http::see_other(here(visit).query("said", said).str());
}

http::Response set_down_own(const DeskVisit& visit, const OwnDevice& device, const OwnPlace& place,
                            ActAsked asked, std::string_view verb) {
    asked.fields["meeting"] = visit.meeting_id();
    asked.made_by = place.actor;
    asked.effective = device.at;
    const auto act = read_act(visit, asked);
    if (!act) {
        return shown(visit, act.error());
    }
    const auto done = set_down(visit, *act);
    return done ? again(visit, verb) : shown(visit, done.error());
}

/// Coming, leaving, coming back.
http::Response come_or_go(const DeskVisit& visit, const OwnDevice& device, const OwnPlace& place,
                          std::string_view verb) {
    if (!device.attendance) {
        auto state = typed_form(visit);
        state.problem = "This can be said only while the meeting goes on.";
        return shown(visit, state);
    }
    const bool nothing_new = (verb == "leave") != place.here;
    if (nothing_new) {
        return again(visit, verb); // a double press, or it was recorded by the officer meanwhile
    }
    ActAsked asked{.act = verb == "leave"  ? "record-departure"
                          : verb == "back" ? "record-return"
                                           : "record-arrival",
                   .fields = {}};
    asked.fields["seats"] = place.seat.id;
    if (verb == "here" && !place.substitute.empty()) {
        asked.fields["substitute"] = place.substitute;
    }
    if (verb != "leave" && visit.form.get("remote") == "yes" && device.remote_allowed) {
        asked.fields["remote"] = "yes";
    }
    return set_down_own(visit, device, place, std::move(asked), verb);
}

http::Response declare(const DeskVisit& visit, const OwnDevice& device, const OwnPlace& place) {
    auto state = typed_form(visit);
    ActAsked asked{.act = "declare-interest", .fields = {}};
    asked.fields["seat"] = place.seat.id;
    for (const char* name : {"item", "kind", "subject", "nature", "sensitive"}) {
        asked.fields[name] = state.value(name);
        asked.shown_as[name] = field_id(place, name);
    }
    if (state.value("item").empty()) {
        state.errors.add(field_id(place, "item"), "Choose the item.");
    }
    if (state.value("kind").empty()) {
        state.errors.add(field_id(place, "kind"), "Choose the kind of interest.");
    }
    return state.errors.empty() ? set_down_own(visit, device, place, std::move(asked), "declare")
                                : shown(visit, state);
}

std::optional<BallotChoice> choice_asked(const DeskVisit& visit) {
    const auto choice = visit.form.get("choice").value_or("");
    return choice == "for"       ? std::optional(BallotChoice::for_)
           : choice == "against" ? std::optional(BallotChoice::against)
           : choice == "abstain" ? std::optional(BallotChoice::abstain)
                                 : std::nullopt;
}

http::Response refused(const DeskVisit& visit, std::string words, int status) {
    auto state = typed_form(visit);
    state.problem = std::move(words);
    auto response = shown(visit, state);
    response.status = status;
    return response;
}

http::Response vote(const DeskVisit& visit, const OwnPlace& place) {
    const auto text = visit.form.get("ballot").value_or("");
    std::int64_t ballot = 0;
    std::from_chars(text.data(), text.data() + text.size(), ballot);
    const auto press = visit.form.get("press").value_or("");
    const auto choice = choice_asked(visit);
    if (!choice || press.empty() || press.size() > partnership::press_length_max) {
        return refused(visit, "Choose for, against or abstain.", 422);
    }
    const auto closed = std::string("This vote is closed, so your choice was not taken. ") +
                        (place.vote && place.vote->voted ? "The one you made before counts."
                                                         : "You had not voted.");
    if (!place.vote || place.vote->ballot != ballot || !place.vote->open) {
        return refused(visit, closed, 409);
    }
    if (!place.vote->may) {
        return refused(visit, "You cannot vote on this. " + place.vote->why_not, 403);
    }
    const auto answer =
        partnership::cast(visit.partnership,
                          {ballot, governance::SeatId(place.seat.id), *choice, std::string(press)});
    if (!answer) {
        return refused(visit, "Your vote could not be kept: " + answer.error().text(), 503);
    }
    switch (*answer) {
    case partnership::CastAnswer::counted:
        return again(visit, "vote");
    case partnership::CastAnswer::again:
        return again(visit, "again");
    case partnership::CastAnswer::closed:
        break;
    }
    return refused(visit, closed, 409);
}

} // namespace

http::Response own_device_page(const DeskVisit& visit) {
    if (visit.request.query.get("part") == "own") {
        const auto on = sheet_visit(visit);
        return http::html_response(own_part(visit, device_of(visit, on), {}).str());
    }
    return shown(visit, {});
}

http::Response post_own_device(const DeskVisit& visit) {
    const auto on = sheet_visit(visit);
    const auto device = device_of(visit, on);
    const auto& place = place_asked(visit, device);
    const auto verb = visit.form.get("do").value_or("");
    if (verb == "here" || verb == "leave" || verb == "back") {
        return come_or_go(visit, device, place, verb);
    }
    if (verb == "declare") {
        return declare(visit, device, place);
    }
    if (verb == "vote") {
        return vote(visit, place);
    }
    throw http::BrokenRequest(400, "This form asks for something the page does not know.");
}

} // namespace quorate::web
