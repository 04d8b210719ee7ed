// A partner asks to be heard on an item. What it asks is kept beside the record; the secretariat
// sees it on the meeting's workbench and on the day, the Chair on their desk.

#include "views/partner/hearings.hpp"

#include "base/text.hpp"
#include "html/progress.hpp"
#include "partnership/workspace/hearing_asks.hpp"
#include "web/partner/partner_parts.hpp"
#include "web/parts.hpp"
#include "web/site_parts.hpp"

namespace quorate::web {

using namespace html;

namespace {

struct HearingPage {
    views::Named organisation;
    views::PartnerHearing hearing;
    std::optional<views::HearingAsked> asked; ///< before
    Url url;
};

HearingPage page_asked(const DeskVisit& visit) {
    auto organisation = organisation_asked(visit);
    const auto meeting = visit.meeting_id();
    const auto item = visit.request.captures.number("item");
    auto hearing = views::partner_hearing(visit.reader, organisation.id, meeting, item);
    if (!hearing) {
        no_such_page();
    }
    auto asked = views::hearing_asked_by(visit.reader, organisation.id, meeting, item);
    auto url = hearing_url(visit, organisation.id, *hearing);
    return {std::move(organisation), std::move(*hearing), std::move(asked), std::move(url)};
}

/// By what leave they may be heard.
Html leave(const DeskVisit& visit, const views::PartnerHearing& hearing) {
    const auto body = hearing.meeting.id.substr(0, hearing.meeting.id.find('/'));
    const auto clause = hearing.clause.empty()
                            ? Html()
                            : fragment(" (", clause_link(visit.links, body, hearing.clause), ")");
    if (hearing.heard) {
        return p("You may attend and be heard on it", clause,
                 ". Ask here, so that time is kept for you.");
    }
    return p(
        hearing.notified
            ? "It was put on the agenda as one that affects you, and these terms give no right "
              "to be heard by it."
            : "It was not put on the agenda as one that affects you.",
        hearing.clause.empty() ? text(" The terms do not say who else may attend")
                               : fragment(" Others may attend if the Chair agrees", clause),
        ". Say why it affects you: the Chair answers you.");
}

/// What was answered, where an answer is needed.
Html answered(const views::HearingAsked& asked) {
    if (asked.by_right) {
        return {};
    }
    return asked.answer ? p(strong(views::answer_words(asked)))
                        : p(progress_word(Progress::waiting, "Waits for the Chair's answer"));
}

http::Response show(const DeskVisit& visit, const HearingPage& page, const FormState& state) {
    const std::string title = "Ask to be heard";
    const auto& hearing = page.hearing;
    Html main = page_heading(title, page.organisation.name);
    main += p(strong(hearing.title), br(),
              span(cls("q-quiet"), a(visit.links.meeting(hearing.meeting.id), hearing.meeting.name),
                   ", item ", hearing.item, ", ", date_and_time(hearing.when.local)));
    main += leave(visit, hearing);
    main += page.asked ? answered(*page.asked) : Html();
    main += form(
        form_to(visit, page.url), act_hidden(visit),
        text_area({.name = "words",
                   .label = hearing.heard
                                ? "Why you wish to be heard, and who will come"
                                : "Why it affects you, what you wish to say, and who will come",
                   .hint = hearing.heard
                               ? "The secretariat reads this, for whoever presides. It is not "
                                 "published."
                               : "The Chair and the secretariat read this. It is not published.",
                   .value = state.value("words", page.asked ? page.asked->words : ""),
                   .rows = 4},
                  state.errors),
        button_row(submit_button(page.asked ? "Change what you asked" : "Ask to be heard"),
                   page.asked
                       ? secondary_button("Take it back", {.name = "do", .value = "take-back"})
                       : Html(),
                   back_to_organisation(visit, page.organisation)));
    return form_page(visit,
                     {.title = title,
                      .section = "desk",
                      .trail = organisation_trail(visit, page.organisation, title),
                      .main = reading_column(main)},
                     state);
}

// ---- Which item ----

Html item_line(const DeskVisit& visit, const views::Named& organisation,
               const views::PartnerHearing& each) {
    const bool asked =
        views::hearing_asked_by(visit.reader, organisation.id, each.meeting.id, each.item)
            .has_value();
    return li(each.item, ". ", each.title, br(),
              a(hearing_url(visit, organisation.id, each),
                asked ? "Change or take back what you asked" : "Ask to be heard",
                hidden_text(" on item " + std::to_string(each.item) + ", " + each.title)));
}

} // namespace

Url hearing_url(const DeskVisit& visit, const std::string& organisation,
                const views::PartnerHearing& hearing) {
    return organisation_url(visit, organisation)
        .slash("heard")
        .slash_id(hearing.meeting.id)
        .slash(std::to_string(hearing.item));
}

http::Response hearing_page(const DeskVisit& visit) {
    return show(visit, page_asked(visit), {});
}

http::Response hearing_items_page(const DeskVisit& visit) {
    const auto organisation = organisation_asked(visit);
    const std::string title = "Ask to be heard on an item";
    Html main =
        fragment(page_heading(title, organisation.name),
                 p("Choose the item that affects you. Where it was not put on the agenda as "
                   "one that does, you say why, and the Chair answers you before the "
                   "meeting."));
    const auto all = views::items_to_ask_on(visit.reader, organisation.id);
    for (std::size_t i = 0; i < all.size();) {
        const auto& meeting = all[i].meeting;
        std::vector<Html> items;
        const auto& first = all[i];
        for (; i < all.size() && all[i].meeting.id == meeting.id; ++i) {
            items.push_back(item_line(visit, organisation, all[i]));
        }
        main += fragment(h(2, a(visit.links.meeting(meeting.id), meeting.name)),
                         p(cls("q-quiet"), date_and_time(first.when.local)),
                         plain_list(cls("govuk-list--spaced"), items));
    }
    if (all.empty()) {
        main += nothing_here("No agenda is out for a meeting to come. Look again once one is.");
    }
    main += p(back_to_organisation(visit, organisation));
    return framed(visit, {.title = title,
                          .section = "desk",
                          .trail = organisation_trail(visit, organisation, title),
                          .main = reading_column(main)});
}

http::Response ask_hearing(const DeskVisit& visit) {
    const auto page = page_asked(visit);
    auto state = typed_form(visit);
    auto* workspace = visit.partnership.workspace();
    if (workspace == nullptr) {
        no_such_page();
    }
    const partnership::HearingAsk ask{page.hearing.meeting.id, page.hearing.item,
                                      page.organisation.id,
                                      std::string(base::trim(state.value("words"))), visit.now()};
    const bool back = state.value("do") == "take-back";
    if (!back && ask.words.empty()) {
        state.errors.add("words", page.hearing.heard ? "Say why you wish to be heard."
                                                     : "Say why it affects you.");
        return show(visit, page, state);
    }
    const auto kept = back ? partnership::take_back_hearing(*workspace, ask)
                           : partnership::ask_to_be_heard(*workspace, ask);
    if (!kept) {
        state.errors.add("words", kept.error().text());
        return show(visit, page, state);
    }
    return http::see_other(organisation_home(visit, page.organisation).fragment("heard").str());
}

} // namespace quorate::web
