// The answer to a partner that asks to be heard. It is kept beside the record and mailed to the
// partner where its address is known.

#include "base/text.hpp"
#include "partnership/workspace/contacts.hpp"
#include "partnership/workspace/hearing_asks.hpp"
#include "partnership/workspace/outbox.hpp"
#include "web/desk/chair_parts.hpp"

namespace quorate::web {

using namespace html;

namespace {

std::string key_asked(const DeskVisit& visit) {
    return visit.meeting_id() + "/" + std::to_string(visit.request.captures.number("item")) +
           "/heard/" + visit.request.capture("organisation");
}

/// Its desk says it too.
void tell_partner(const DeskVisit& visit, const views::Discretion& matter,
                  const partnership::HearingAnswer& answer) {
    const auto address =
        partnership::email_of(visit.workspace, "organisation:" + answer.organisation);
    if (!address || !*address) {
        return;
    }
    const auto item = "item " + std::to_string(answer.item) + ", " + matter.item_title + ", of " +
                      matter.meeting_named.name;
    static_cast<void>(partnership::queue(
        visit.workspace,
        {.to = **address,
         .to_name = matter.asked_by,
         .subject = answer.agreed ? "You will be heard" : "You asked to be heard",
         .text = "You asked to be heard on " + item + ".\n\nThe " + answer.by +
                 (answer.agreed ? " agreed." : " did not agree.") +
                 (answer.reason.empty() ? "" : " " + answer.reason) + "\n",
         .purpose = "notice",
         .about = "hearing " + matter.key + " " + std::to_string(answer.at.ms)},
        base::system_now()));
}

http::Response kept(const DeskVisit& visit, const views::Discretion& matter,
                    const partnership::HearingAnswer& answer, FormState state) {
    const auto done = partnership::answer_hearing(visit.workspace, answer);
    if (!done) {
        if (done.error().where == "reason") {
            state.errors.add("reason", views::capitalised(done.error().message) + ". " +
                                           done.error().help + ".");
        } else {
            state.problem = done.error().message + ".";
        }
        return show_matter(visit, matter, state);
    }
    if (!*done) {
        return nothing_waits(visit); // taken back meanwhile
    }
    tell_partner(visit, matter, answer);
    return http::see_other(visit.secretariat()
                               ? visit.links.workbench(matter.meeting).fragment("heard").str()
                               : visit.links.desk().query("answered", "hearing").str());
}

} // namespace

http::Response hearing_matter_page(const DeskVisit& visit) {
    const auto matter = views::discretion(visit.reader, key_asked(visit));
    return matter ? show_matter(visit, *matter, {}) : nothing_waits(visit);
}

http::Response answer_hearing_matter(const DeskVisit& visit) {
    const auto matter = views::discretion(visit.reader, key_asked(visit));
    if (!matter) {
        return nothing_waits(visit);
    }
    auto state = typed_form(visit);
    const auto* answer = answer_pressed(*matter, state);
    if (answer == nullptr || matter->lapsed || !matter->not_yet.empty() || !matter->whose.empty()) {
        state.problem = "Press one of the buttons to answer.";
        return show_matter(visit, *matter, state);
    }
    const std::string reason(base::trim(stock_reason_typed(state)));
    if (answer->asks_reason && reason.empty()) {
        state.errors.add("stock", "Choose a reason or write one: the partner reads it.");
    }
    if (visit.secretariat() && state.value("evidence").empty()) {
        state.errors.add("evidence", "Choose how you know the answer.");
    }
    if (!state.errors.empty()) {
        return show_matter(visit, *matter, state);
    }
    const partnership::HearingAnswer given{
        .meeting = matter->meeting,
        .item = matter->item.value_or(0),
        .organisation = matter->organisation,
        .agreed = answer->id == "agree",
        .reason = reason,
        .by = matter->as.substr(matter->as.starts_with("the ") ? 4 : 0),
        .evidence = visit.secretariat() ? state.value("evidence") : "own-sign-in",
        .at = visit.now()};
    return kept(visit, *matter, given, std::move(state));
}

} // namespace quorate::web
