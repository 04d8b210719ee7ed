// The desk of a partner organisation: what waits for its answer first.

#include "governance/words.hpp"
#include "html/govuk/details.hpp"
#include "html/progress.hpp"
#include "views/partner/hearings.hpp"
#include "web/partner/partner_parts.hpp"
#include "web/parts.hpp"
#include "web/site_parts.hpp"

#include <algorithm>

namespace quorate::web {

using namespace html;

namespace {

// ---- Decisions ----

Html about_decision(const DeskVisit& visit, const views::DecisionLine& line) {
    return span(cls("q-quiet"), line.body.name, ", ", short_day(line.made.local.date), ". ",
                line.outcome, ". ",
                a(visit.links.decision(line.id), "The decision and how it was taken",
                  hidden_text(": " + line.words)));
}

Html why_lines(const views::PartnerDecision& decision) {
    std::string words;
    for (const auto& each : decision.why) {
        words += (words.empty() ? "" : " ") + each;
    }
    return words.empty() ? Html() : fragment(br(), span(cls("q-quiet"), words));
}

/// Adopt, Decline, Note: each opens the answer with that chosen.
Html answer_buttons(const DeskVisit& visit, const views::PartnerDesk& desk,
                    const views::PartnerDecision& decision) {
    if (decision.actor.empty()) {
        return p(cls("q-quiet"),
                 desk.seats.empty()
                     ? std::string(desk.former.empty()
                                       ? "You have no seat on any body"
                                       : "You have left, and sit on no other body") +
                           ", so the terms take no answer from you here. Tell the secretariat what "
                           "you do about it."
                     : "It is answered from a seat on that body, or by your organisation's own "
                       "account.");
    }
    const auto url = answer_url(visit, decision.organisation.id, decision.line.id);
    const auto button = [&](std::string_view words, std::string_view answer,
                            std::string_view classes) {
        return link_button(
            words, url.query("answer", answer),
            {.about = decision.line.words, .compact = true, .classes = std::string(classes)});
    };
    // Beside one another on a phone too.
    return p(button("Adopt", "adopt", ""), " ",
             button("Decline", "decline", "govuk-button--secondary"), " ",
             button("Note", "note", "govuk-button--secondary"));
}

Html waiting_line(const DeskVisit& visit, const views::PartnerDesk& desk,
                  const views::PartnerDecision& decision) {
    return li(p(strong(decision.line.words), br(), about_decision(visit, decision.line),
                why_lines(decision)),
              answer_buttons(visit, desk, decision));
}

Html waiting(const DeskVisit& visit, const views::PartnerDesk& desk) {
    Html out = h(2, id("answer"), "Decisions that wait for your answer");
    if (desk.waiting.empty()) {
        return fragment(
            out, nothing_here(
                     "Nothing waits for your answer. A decision that concerns you is listed here "
                     "once it is taken."));
    }
    std::vector<Html> items;
    for (const auto& each : desk.waiting) {
        items.push_back(waiting_line(visit, desk, each));
    }
    return fragment(out, plain_list(cls("govuk-list--spaced q-lines"), items));
}

Progress mark_of(const std::string& answer) {
    return answer == "adopt"     ? Progress::done
           : answer == "decline" ? Progress::off
                                 : Progress::later;
}

Html answered_line(const DeskVisit& visit, const views::PartnerDecision& decision) {
    const auto& latest = decision.replies.front();
    Html out = fragment(strong(decision.line.words), br(), about_decision(visit, decision.line),
                        br(), progress_word(mark_of(latest.answer), latest.answer_words), " on ",
                        short_day(latest.when.local.date),
                        latest.words.empty() ? "." : ": " + latest.words);
    if (decision.replies.size() > 1) {
        const auto& before = decision.replies[1];
        out += fragment(br(), span(cls("q-quiet"), "Before that: ", before.answer_words, " on ",
                                   short_day(before.when.local.date),
                                   before.words.empty() ? "." : ": " + before.words));
    }
    if (!decision.actor.empty()) {
        out += fragment(br(), a(answer_url(visit, decision.organisation.id, decision.line.id),
                                "Change your answer", hidden_text(" to: " + decision.line.words)));
    }
    return li(out);
}

Html answered(const DeskVisit& visit, const views::PartnerDesk& desk) {
    if (desk.answered.empty()) {
        return {};
    }
    std::vector<Html> items;
    for (const auto& each : desk.answered) {
        items.push_back(answered_line(visit, each));
    }
    return fragment(h(2, "What you answered"),
                    plain_list(cls("govuk-list--spaced q-lines"), items));
}

Html others(const DeskVisit& visit, const views::PartnerDesk& desk) {
    if (desk.others.empty()) {
        return {};
    }
    std::vector<Html> items;
    for (const auto& line : desk.others) {
        items.push_back(li(line.words, br(), about_decision(visit, line), br(),
                           a(answer_url(visit, desk.organisation.id, line.id),
                             "Say something about it", hidden_text(": " + line.words))));
    }
    return govuk::details(
        {.summary = "Other decisions of the bodies you sit on",
         .content = fragment(p("They do not name you. You may answer them all the same."),
                             plain_list(cls("govuk-list--spaced"), items))});
}

// ---- Being heard ----

/// What the Chair answered, where somebody has to agree.
Html hearing_answer(const views::HearingAsked& asked) {
    if (asked.by_right) {
        return {};
    }
    if (!asked.answer) {
        return fragment(br(), progress_word(Progress::waiting, "Waits for the Chair's answer"));
    }
    return fragment(br(),
                    progress_word(asked.answer->agreed ? Progress::done : Progress::off,
                                  asked.answer->agreed ? "You will be heard" : "Not agreed"),
                    ". ", views::answer_words(asked));
}

/// What was asked, or the button that asks.
Html asked_to_be_heard(const DeskVisit& visit, const views::PartnerDesk& desk,
                       const views::PartnerHearing& hearing) {
    const auto url = hearing_url(visit, desk.organisation.id, hearing);
    const auto asked = views::hearing_asked_by(visit.reader, desk.organisation.id,
                                               hearing.meeting.id, hearing.item);
    if (!asked) {
        return link_button(
            "Ask to be heard", url,
            {.about = hearing.title, .compact = true, .classes = "govuk-button--secondary"});
    }
    return fragment(progress_word(Progress::done, "You asked to be heard"), " on ",
                    short_day(asked->at.local.date),
                    asked->words.empty() ? "." : ": " + governance::as_sentence(asked->words),
                    hearing_answer(*asked), " ",
                    a(url, "Change or take back", hidden_text(": " + hearing.title)));
}

Html hearings(const DeskVisit& visit, const views::PartnerDesk& desk) {
    const auto ask =
        desk.may_ask ? p(a(organisation_url(visit, desk.organisation.id).slash("heard"),
                           desk.hearings.empty() ? "Ask to be heard on an item of a meeting to come"
                                                 : "Ask to be heard on another item"))
                     : Html();
    if (desk.hearings.empty()) {
        return ask.empty() ? Html() : fragment(h(2, id("heard"), "Being heard"), ask);
    }
    std::vector<Html> items;
    for (const auto& each : desk.hearings) {
        const auto body = each.meeting.id.substr(0, each.meeting.id.find('/'));
        Html line = fragment(strong(each.title), br(),
                             span(cls("q-quiet"),
                                  a(visit.links.meeting(each.meeting.id), each.meeting.name),
                                  ", item ", each.item, ", ", date_and_time(each.when.local)));
        if (each.heard) {
            line += fragment(br(), "You may attend and be heard on it (",
                             clause_link(visit.links, body, each.clause), ").");
        }
        for (const auto& who : each.attending) {
            line += fragment(br(), who, " is recorded as there for you.");
        }
        items.push_back(each.attending.empty()
                            ? li(p(line), p(asked_to_be_heard(visit, desk, each)))
                            : li(line));
    }
    return fragment(h(2, id("heard"), "Meetings where you may be heard"),
                    plain_list(cls("govuk-list--spaced q-lines"), items), ask);
}

// ---- Seats ----

Html seat_line(const DeskVisit& visit, const views::PartnerDesk& desk,
               const views::PartnerSeat& own) {
    const auto url =
        organisation_url(visit, desk.organisation.id).slash("seats").slash_id(own.seat.id);
    std::string who;
    for (const auto& name : own.seat.holders) {
        who += (who.empty() ? "" : " and ") + name;
    }
    who = own.seat.vacant ? "Vacant" : who.empty() ? "Held" : who;
    Html line = fragment(
        strong("Seat " + std::to_string(own.seat.number), ", ", own.body.name), br(), who,
        own.since && !own.seat.vacant ? fragment(", since ", short_day(own.since->local.date))
                                      : Html());
    for (const auto& office : own.offices) {
        line += fragment(", ", office);
    }
    if (own.asked) {
        line += fragment(br(), progress_word(Progress::waiting, "Another holder is asked for"),
                         " since ", short_day(own.asked->local.date), ".");
    } else if (own.seat.vacant) {
        line += fragment(br(), progress_word(Progress::soon, "Nobody holds it"));
    }
    line += fragment(br(), a(url, "Holder and substitutes",
                             hidden_text(" of seat " + std::to_string(own.seat.number) + " of " +
                                         in_sentence(own.body.name))));
    return li(line);
}

Html seats(const DeskVisit& visit, const views::PartnerDesk& desk) {
    std::vector<Html> items;
    for (const auto& each : desk.seats) {
        items.push_back(seat_line(visit, desk, each));
    }
    std::vector<Html> former;
    for (const auto& each : desk.former) {
        former.push_back(li("Seat ", each.seat.number, ", ", each.body.name, ": you left on ",
                            date(*each.left), ". It is not yours to fill any more."));
    }
    return fragment(h(2, "Your seats"),
                    items.empty() ? nothing_here("You have no seat on any body today.")
                                  : plain_list(cls("govuk-list--spaced q-lines"), items),
                    former.empty() ? Html() : plain_list(cls("govuk-list--spaced"), former));
}

Html liaisons(const views::PartnerDesk& desk) {
    if (desk.liaisons.empty()) {
        return {};
    }
    std::vector<Html> items;
    for (const auto& each : desk.liaisons) {
        items.push_back(li(each.who, ", for ", in_sentence(each.body.name), ", since ",
                           short_day(each.since.local.date)));
    }
    return fragment(h(2, "Who keeps in touch with you"), ul(items));
}

// ---- Promises and actions ----

Html promise_line(const DeskVisit& visit, const views::PartnerDesk& desk,
                  const views::PartnerPromise& promise) {
    const auto url =
        organisation_url(visit, desk.organisation.id).slash("promises").slash_id(promise.id);
    Html line = fragment(strong(promise.what), br(), about_promise(promise));
    if (promise.overdue) {
        line += fragment(br(), progress_word(Progress::late));
    }
    if (!promise.open) {
        line += fragment(br(), promise_end(visit, promise));
    }
    const bool may_report = !promise.actor.empty() && !promise.released;
    if (may_report && promise.open) {
        return li(p(line), p(link_button("Report it honoured", url,
                                         {.about = promise.what,
                                          .compact = true,
                                          .classes = "govuk-button--secondary"})));
    }
    line += may_report ? fragment(br(), a(url, "Take this back", hidden_text(": " + promise.what)))
                       : Html();
    return li(line);
}

Html promises(const DeskVisit& visit, const views::PartnerDesk& desk) {
    std::vector<Html> items;
    for (const auto& each : desk.promises) {
        items.push_back(promise_line(visit, desk, each));
    }
    std::vector<Html> ended;
    for (const auto& each : desk.ended) {
        ended.push_back(promise_line(visit, desk, each));
    }
    Html out = h(2, id("promises"), "What you promised");
    out += !items.empty()  ? plain_list(cls("govuk-list--spaced q-lines"), items)
           : ended.empty() ? nothing_here("No promise of yours is on record.")
                           : nothing_here("Nothing is left to honour.");
    const bool reports = std::any_of(desk.promises.begin(), desk.promises.end(),
                                     [](const auto& each) { return !each.actor.empty(); });
    if (!items.empty() && !reports) {
        out += p(cls("q-quiet"), "Once one is honoured, tell the secretariat, which records it.");
    }
    if (!ended.empty()) {
        out += fragment(h(3, "Honoured or released"),
                        plain_list(cls("govuk-list--spaced q-lines"), ended));
    }
    return fragment(out, desk.seats.empty()
                             ? Html()
                             : p(a(organisation_url(visit, desk.organisation.id).slash("promise"),
                                   "Put a promise on record")));
}

Html action_line(const DeskVisit& visit, const views::PartnerDesk& desk,
                 const views::PartnerAction& action) {
    Html about = action.meeting.empty() ? Html() : text("Agreed at " + action.meeting + ". ");
    about += action.due ? fragment("By ", date(*action.due), ". ") : text("No date is set. ");
    about += action.seat.empty() ? Html() : text("For " + action.seat + ". ");
    const auto state = action.status == "done"      ? progress_word(Progress::done)
                       : action.status == "dropped" ? progress_word(Progress::off, "Dropped")
                       : action.overdue             ? progress_word(Progress::late)
                                        : progress_word(Progress::now, action.status_words);
    const auto url =
        organisation_url(visit, desk.organisation.id).slash("actions").slash_id(action.id);
    return li(strong(action.what), br(), span(cls("q-quiet"), about), br(), state, " ",
              action.open && !action.actor.empty()
                  ? a(url, "Say how it stands", hidden_text(": " + action.what))
                  : Html());
}

Html actions(const DeskVisit& visit, const views::PartnerDesk& desk) {
    std::vector<Html> items;
    for (const auto& each : desk.actions) {
        items.push_back(action_line(visit, desk, each));
    }
    return fragment(h(2, "What you are to do"),
                    items.empty() ? nothing_here("No action is recorded for you.")
                                  : plain_list(cls("govuk-list--spaced q-lines"), items));
}

// ---- Leaving ----

Html exit_line(const DeskVisit& visit, const views::PartnerDesk& desk,
               const views::PartnerExit& each) {
    const auto url =
        organisation_url(visit, desk.organisation.id).slash("leave").slash(each.body.id);
    Html line = strong(each.body.name);
    if (each.given) {
        line += fragment(br(), each.left ? "You left on " : "You leave on ", date(*each.leaves),
                         ". Notice was given on ", short_day(each.given->local.date), ".");
        line +=
            fragment(br(), each.honours.empty()
                               ? std::string("Nothing remains to be honoured.")
                               : "Remains to be honoured: " + std::to_string(each.honours.size()) +
                                     (each.honours.size() == 1 ? " promise." : " promises."));
    }
    return li(line, br(),
              a(url, each.given ? "What leaving asks of you" : "Give notice",
                hidden_text(": " + each.body.name)));
}

Html exits(const DeskVisit& visit, const views::PartnerDesk& desk) {
    std::vector<Html> under_way;
    std::vector<Html> open;
    for (const auto& each : desk.exits) {
        (each.given ? under_way : open).push_back(exit_line(visit, desk, each));
    }
    Html out;
    if (!under_way.empty()) {
        out += fragment(h(2, "Leaving"), plain_list(cls("govuk-list--spaced q-lines"), under_way));
    }
    if (!open.empty()) {
        out += govuk::details(
            {.summary = "Leave a body", .content = plain_list(cls("govuk-list--spaced"), open)});
    }
    return out;
}

/// ", 2 promises are late"; empty for none.
std::string late_words(std::ptrdiff_t count, const std::string& one) {
    return count == 0 ? std::string()
                      : ", " + std::to_string(count) + " " + one +
                            (count == 1 ? " is late" : "s are late");
}

/// "2 decisions wait for your answer, 1 action is late, 1 promise is late."
std::string in_short(const views::PartnerDesk& desk, const std::string& whose) {
    const auto overdue = [](const auto& each) { return each.overdue; };
    const auto count = desk.waiting.size();
    const auto words = count == 0   ? "No decision waits for "
                       : count == 1 ? std::string("1 decision waits for ")
                                    : std::to_string(count) + " decisions wait for ";
    return words + whose + " answer" +
           late_words(std::count_if(desk.actions.begin(), desk.actions.end(), overdue), "action") +
           late_words(std::count_if(desk.promises.begin(), desk.promises.end(), overdue),
                      "promise") +
           ".";
}

Html other_organisations(const DeskVisit& visit, const views::PartnerDesk& desk) {
    std::vector<Html> items;
    for (const auto& each : views::organisations_answered_for(visit.reader)) {
        const auto other = each.id == desk.organisation.id
                               ? std::nullopt
                               : views::partner_desk(visit.reader, each.id);
        if (other) {
            items.push_back(li(a(organisation_url(visit, each.id), each.name), ". ",
                               span(cls("q-quiet"), in_short(*other, "its"))));
        }
    }
    return items.empty() ? Html() : fragment(p("You also answer for:"), ul(items));
}

http::Response show(const DeskVisit& visit, const views::PartnerDesk& desk, bool own_desk) {
    Html main = done_notice(visit);
    main += page_heading(own_desk ? "My desk" : desk.organisation.name,
                         own_desk ? desk.organisation.name : "");
    main += lead(in_short(desk, "your"));
    main += other_organisations(visit, desk);
    main += fragment(waiting(visit, desk), hearings(visit, desk), actions(visit, desk),
                     promises(visit, desk), answered(visit, desk), others(visit, desk),
                     seats(visit, desk), liaisons(desk), exits(visit, desk));
    Content content{.title = own_desk ? "My desk" : desk.organisation.name,
                    .section = "desk",
                    .main = reading_column(main)};
    content.section_page = own_desk;
    if (!own_desk) {
        content.trail = {{.content = "My desk", .href = visit.links.desk()},
                         {.content = desk.organisation.name}};
    }
    return framed(visit, std::move(content));
}

constexpr Who answering_for_partners{false, true, false, true};

constexpr DeskRoute routes[] = {
    {"/desk/organisation/{organisation}", organisation_page, nullptr, answering_for_partners},
    {"/desk/organisation/{organisation}/answer/{body}/{decision}", answer_page, send_answer,
     answering_for_partners},
    {"/desk/organisation/{organisation}/seats/{body}/{number:number}", organisation_seat_page,
     nullptr, answering_for_partners},
    {"/desk/organisation/{organisation}/seats/{body}/{number:number}/appoint", appoint_page,
     appoint_to_seat, answering_for_partners},
    {"/desk/organisation/{organisation}/seats/{body}/{number:number}/left", seat_left_page,
     say_seat_left, answering_for_partners},
    {"/desk/organisation/{organisation}/seats/{body}/{number:number}/substitute",
     organisation_substitute_page, send_organisation_substitute, answering_for_partners},
    {"/desk/organisation/{organisation}/seats/{body}/{number:number}/replacement", replacement_page,
     ask_for_replacement, answering_for_partners},
    {"/desk/organisation/{organisation}/promise", promise_page, make_promise,
     answering_for_partners},
    {"/desk/organisation/{organisation}/promises/{body}/{promise}", own_promise_page,
     report_own_promise, answering_for_partners},
    {"/desk/organisation/{organisation}/actions/{body}/{action}", organisation_action_page,
     report_organisation_action, answering_for_partners},
    {"/desk/organisation/{organisation}/leave/{body}", leave_page, give_notice,
     answering_for_partners},
    {"/desk/organisation/{organisation}/heard", hearing_items_page, nullptr,
     answering_for_partners},
    {"/desk/organisation/{organisation}/heard/{body}/{meeting}/{item:number}", hearing_page,
     ask_hearing, answering_for_partners},
    {"/desk/members/{body}/promises", promises_page, record_promise, secretariat_only},
    {"/desk/members/{body}/promises/{promise}", kept_promise_page, end_promise, secretariat_only},
    {"/desk/members/{body}/leaving", leaving_page, record_notice, secretariat_only},
    {"/desk/members/{body}/leaving/{organisation}", agreed_page, record_agreed, secretariat_only},
    {"/desk/members/{body}/liaison", liaison_page, name_liaison, secretariat_only}};

} // namespace

std::span<const DeskRoute> partner_routes() {
    return routes;
}

http::Response partner_desk(const DeskVisit& visit) {
    for (const auto& each : views::organisations_answered_for(visit.reader)) {
        if (const auto desk = views::partner_desk(visit.reader, each.id)) {
            return show(visit, *desk, true);
        }
    }
    const Html main =
        fragment(page_heading("My desk"),
                 nothing_here("Your account answers for no organisation of the register. Ask the "
                              "secretariat to put it right."));
    return framed(visit, {.title = "My desk",
                          .section = "desk",
                          .section_page = true,
                          .main = reading_column(main)});
}

http::Response organisation_page(const DeskVisit& visit) {
    const auto desk = views::partner_desk(visit.reader, visit.request.capture("organisation"));
    if (!desk) {
        no_such_page();
    }
    return show(visit, *desk, false);
}

} // namespace quorate::web
