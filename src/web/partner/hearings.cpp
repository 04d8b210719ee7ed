// A partner asks to be heard on an item that concerns it. What it asks is kept beside the record;
// the secretariat sees it on the meeting's workbench and on the day.

#include "views/partner/hearings.hpp"

#include "base/text.hpp"
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

http::Response show(const DeskVisit& visit, const HearingPage& page, const FormState& state) {
    const std::string title = "Ask to be heard";
    const auto& hearing = page.hearing;
    const auto body = hearing.meeting.id.substr(0, hearing.meeting.id.find('/'));
    Html main = page_heading(title, page.organisation.name);
    main += p(strong(hearing.title), br(),
              span(cls("q-quiet"), a(visit.links.meeting(hearing.meeting.id), hearing.meeting.name),
                   ", item ", hearing.item, ", ", date_and_time(hearing.when.local)));
    main += p("You may attend and be heard on it (", clause_link(visit.links, body, hearing.clause),
              "). Ask here, so that time is kept for you.");
    main += form(
        form_to(visit, page.url), act_hidden(visit),
        text_area({.name = "words",
                   .label = "Why you wish to be heard, and who will come",
                   .hint = "The secretariat reads this, for whoever presides. It is not published.",
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
        state.errors.add("words", "Say why you wish to be heard.");
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
