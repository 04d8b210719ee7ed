// Leaving a body: what the terms ask, the notice, and what remains to be honoured.

#include "html/govuk/details.hpp"
#include "html/progress.hpp"
#include "web/partner/partner_parts.hpp"
#include "web/parts.hpp"
#include "web/site_parts.hpp"

namespace quorate::web {

using namespace html;

namespace {

struct LeavingAsked {
    views::Named organisation;
    views::PartnerExit exit;
    Url url;
};

LeavingAsked leaving_asked(const DeskVisit& visit) {
    auto organisation = organisation_asked(visit);
    auto exit = views::partner_exit(visit.reader, organisation.id, visit.request.capture("body"));
    if (!exit) {
        no_such_page();
    }
    auto url = organisation_url(visit, organisation.id).slash("leave").slash(exit->body.id);
    return {std::move(organisation), std::move(*exit), std::move(url)};
}

Html rule_part(const DeskVisit& visit, const views::PartnerExit& exit) {
    if (exit.clause.empty()) {
        return p("The terms of reference of ", in_sentence(exit.body.name),
                 " say nothing on leaving. Notice counts from the day it is "
                 "given.");
    }
    Html words = exit.notice.empty() ? text("No period of notice is asked")
                                     : text("Notice of at least " + exit.notice);
    words += text(exit.written ? ", in writing" : "");
    words += exit.to.empty() ? text(".") : fragment(", to ", exit.to, ".");
    std::vector<Html> items = {li(words, " ", clause_link(visit.links, exit.body.id, exit.clause))};
    for (const auto& each : exit.during) {
        items.push_back(li(each));
    }
    if (!exit.unless_agreed_by.empty()) {
        items.push_back(li(exit.unless_agreed_by, " may agree otherwise."));
    }
    return ul(items);
}

Html honours(const views::PartnerExit& exit) {
    Html out = h(2, exit.given ? "What remains to be honoured" : "What you would still owe");
    if (exit.honours.empty()) {
        return fragment(
            out, nothing_here(exit.given ? "Nothing: no promise made before the notice is left."
                                         : "Nothing: no promise of yours is on record."));
    }
    std::vector<Html> items;
    for (const auto& each : exit.honours) {
        items.push_back(li(strong(each.what), br(), about_promise(each),
                           each.overdue ? fragment(br(), progress_word(Progress::late)) : Html()));
    }
    return fragment(out, plain_list(cls("govuk-list--spaced q-lines"), items));
}

Html given_part(const views::PartnerExit& exit) {
    Html out = lead(exit.left ? "You left on " : "You leave on ", date(*exit.leaves), ".");
    out += p("Notice was given on ", date(exit.given->local.date), ".");
    if (exit.too_early && exit.earliest_then) {
        out += p(progress_word(Progress::late, "Too soon under the terms"),
                 ": the first day it could be was ", date(*exit.earliest_then),
                 ". The notice stands, and the difference is on record.");
    }
    out += h(2, "What was agreed");
    if (exit.agreed.empty()) {
        out += nothing_here(exit.unless_agreed_by.empty()
                                ? Part("Nothing otherwise was agreed.")
                                : Part("Nothing otherwise was agreed. It is for " +
                                       in_sentence(exit.unless_agreed_by) + " to do."));
    } else {
        out += sentences(exit.agreed);
    }
    return out;
}

Html notice_form(const DeskVisit& visit, const LeavingAsked& asked, const FormState& state) {
    return form(
        form_to(visit, asked.url), act_hidden(visit),
        date_field({.name = "leaves",
                    .label = "The day you mean to leave",
                    .hint = fragment("The first day the terms allow, with notice given now, is ",
                                     date(asked.exit.earliest), ". Leave empty for that day."),
                    .value = state.date("leaves")},
                   state.errors),
        button_row(submit_button("Show what the terms say"),
                   back_to_organisation(visit, asked.organisation)));
}

http::Response show(const DeskVisit& visit, const LeavingAsked& asked, const FormState& state,
                    const std::optional<views::RulingShown>& ruling) {
    const auto title = asked.exit.given ? "Leaving " + in_sentence(asked.exit.body.name)
                                        : "Give notice to " + in_sentence(asked.exit.body.name);
    Html main = fragment(done_notice(visit), page_heading(title, asked.organisation.name));
    if (asked.exit.given) {
        main += fragment(given_part(asked.exit), honours(asked.exit), h(2, "What the terms ask"),
                         rule_part(visit, asked.exit),
                         p(back_to_organisation(visit, asked.organisation)));
    } else {
        if (ruling) {
            main += confirmation_shown(visit, state, {*ruling, asked.url, "Give notice", true});
        }
        main += fragment(h(2, "What the terms ask"), rule_part(visit, asked.exit),
                         honours(asked.exit), h(2, ruling ? "Change the day" : "Your notice"),
                         notice_form(visit, asked, state));
    }
    return form_page(visit,
                     {.title = title,
                      .section = "desk",
                      .trail = organisation_trail(visit, asked.organisation, title),
                      .main = reading_column(main)},
                     state);
}

} // namespace

http::Response leave_page(const DeskVisit& visit) {
    return show(visit, leaving_asked(visit), {}, std::nullopt);
}

http::Response give_notice(const DeskVisit& visit) {
    const auto asked = leaving_asked(visit);
    const auto actor =
        views::partner_actor(visit.reader, asked.organisation.id, asked.exit.body.id);
    auto state = typed_form(visit);
    if (asked.exit.given || actor.empty()) {
        return http::see_other(asked.url.str());
    }
    ActAsked act{.act = "give-notice-of-exit", .fields = {}};
    act.made_by = actor;
    act.fields["body"] = asked.exit.body.id;
    act.fields["organisation"] = asked.organisation.id;
    act.fields["written"] = true; // what is sent from here is in writing
    if (const auto leaves = date_typed(state.typed, "leaves", state.errors)) {
        act.fields["leaves"] = base::text(*leaves);
    }
    if (!state.errors.empty()) {
        return show(visit, asked, state, std::nullopt);
    }
    if (!confirmed(visit)) {
        const auto seen = look_ahead(visit, {act});
        return seen ? show(visit, asked, state, *seen)
                    : show(visit, asked, seen.error(), std::nullopt);
    }
    const auto taken = submit_act(visit, act);
    return taken ? done(asked.url, taken->position)
                 : show(visit, asked, taken.error(), std::nullopt);
}

} // namespace quorate::web
