// A promise of an organisation: it reports that it was honoured, or takes such a report back.

#include "html/progress.hpp"
#include "web/partner/partner_parts.hpp"
#include "web/parts.hpp"
#include "web/site_parts.hpp"

namespace quorate::web {

using namespace html;

namespace {

views::PartnerPromise promise_asked(const DeskVisit& visit, const views::Named& organisation) {
    auto found = views::partner_promise(visit.reader, organisation.id,
                                        visit.request.capture("body") + "/" +
                                            visit.request.capture("promise"));
    if (!found) {
        no_such_page();
    }
    return std::move(*found);
}

Html honoured_form(const DeskVisit& visit, const Url& url, const FormState& state, Html back) {
    return form(form_to(visit, url), act_hidden(visit), hidden("status", "honoured"),
                honoured_fields(visit, state),
                button_row(submit_button("Report it honoured"), std::move(back)));
}

Html taken_back_form(const DeskVisit& visit, const Url& url, const FormState& state, Html back) {
    return fragment(h(2, "If that was a mistake"),
                    form(form_to(visit, url), act_hidden(visit), hidden("status", "open"),
                         text_area({.name = "words",
                                    .label = "Why it is still to be honoured",
                                    .hint = "It is published. It can be left empty.",
                                    .value = state.value("words"),
                                    .rows = 3},
                                   state.errors),
                         button_row(submit_button("Take it back: it is still to be honoured"),
                                    std::move(back))));
}

http::Response show(const DeskVisit& visit, const views::Named& organisation,
                    const views::PartnerPromise& promise, const FormState& state) {
    const std::string title = promise.open ? "Report that a promise was honoured" : "A promise";
    const auto url =
        organisation_url(visit, organisation.id).slash("promises").slash_id(promise.id);
    auto back = back_to_organisation(visit, organisation);
    Html content = p(strong(promise.what), br(), about_promise(promise));
    content += promise.overdue ? p(progress_word(Progress::late)) : Html();
    content += promise.open ? Html() : p(promise_end(visit, promise));
    if (promise.released || promise.actor.empty()) {
        content += promise.open ? p("You have no seat on that body today. Tell the secretariat, "
                                    "which records that it was honoured.")
                                : Html();
        content += p(std::move(back));
    } else {
        content += promise.open ? honoured_form(visit, url, state, std::move(back))
                                : taken_back_form(visit, url, state, std::move(back));
    }
    return form_page(
        visit,
        {.title = title,
         .section = "desk",
         .trail = organisation_trail(visit, organisation, title),
         .main = reading_column(fragment(page_heading(title, organisation.name), content))},
        state);
}

} // namespace

Html about_promise(const views::PartnerPromise& promise) {
    return span(cls("q-quiet"), "To ", in_sentence(promise.body.name), ", made ",
                short_day(promise.made.local.date),
                promise.due ? fragment(", by ", date(*promise.due)) : Html(), ".");
}

Html promise_end(const DeskVisit& visit, const views::PartnerPromise& promise) {
    Html out =
        promise.honoured
            ? fragment(progress_word(Progress::done, "Honoured"), " on ",
                       short_day(*promise.honoured),
                       promise.due && *promise.honoured > *promise.due ? ", after its day" : "")
            : fragment(progress_word(Progress::off, "Released"), " on ",
                       short_day(promise.released->local.date));
    if (!promise.decision.empty()) {
        out += fragment(", by ", a(visit.links.decision(promise.decision), "a decision"));
    } else if (!promise.ended_by.empty()) {
        out += fragment(", says ", promise.ended_by);
    }
    return fragment(out, promise.ended_words.empty() ? "." : ": " + promise.ended_words);
}

http::Response own_promise_page(const DeskVisit& visit) {
    const auto organisation = organisation_asked(visit);
    return show(visit, organisation, promise_asked(visit, organisation), {});
}

http::Response report_own_promise(const DeskVisit& visit) {
    const auto organisation = organisation_asked(visit);
    const auto promise = promise_asked(visit, organisation);
    auto state = typed_form(visit);
    if (promise.actor.empty()) {
        return show(visit, organisation, promise, state);
    }
    ActAsked asked{.act = "report-on-commitment", .fields = {}};
    asked.made_by = promise.actor;
    asked.fields["commitment"] = promise.id;
    asked.fields["status"] = state.value("status");
    asked.fields["words"] = state.value("words");
    if (const auto on = date_typed(state.typed, "on", state.errors)) {
        asked.fields["on"] = base::text(*on);
    }
    if (!state.errors.empty()) {
        return show(visit, organisation, promise, state);
    }
    const auto taken = submit_act(visit, asked);
    return taken ? done(organisation_home(visit, organisation), taken->position)
                 : show(visit, organisation, promise, taken.error());
}

} // namespace quorate::web
