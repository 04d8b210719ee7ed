#include "web/live/live_parts.hpp"

#include "html/form.hpp"
#include "html/layout.hpp"
#include "html/quorum_meter.hpp"
#include "html/status.hpp"
#include "web/parts.hpp"

#include <algorithm>

namespace quorate::web {

using namespace html;

namespace {

Html state_part(const views::LivePage& page) {
    Html out = p(cls("q-live-state"), strong(page.state_words), ".");
    if (!page.chair_words.empty()) {
        out += p(cls("q-live-chair"), page.chair_words);
    }
    if (!page.begun && !page.over) {
        out += p(page.line.ends ? "It is to be from " : "It begins at ", when(page.line.at, page.line.ends),
                 page.line.place.empty() ? "" : ", " + page.line.place, ".");
    } else if (page.provisional) {
        out += p(cls("q-live-note"),
                 "Shown as it is being recorded: an item enters the record when it closes.");
    } else if (page.begun) {
        out += p(cls("q-live-note"), "Everything shown here is in the record.");
    }
    return out;
}

Html quorum_part(const views::LivePage& page) {
    Html out;
    for (const auto& each : page.quorum) {
        out += quorum_meter({.present = each.present,
                             .needed = each.needed,
                             .members = each.members,
                             .known = each.known,
                             .words = each.words,
                             .body = page.quorum.size() > 1 ? each.body : std::string()});
    }
    return out;
}

Html question_part(const views::LiveQuestion& question) {
    Html out = Tag{"h3", "govuk-heading-s q-live-label"}(
        question.amendment ? "The amendment, as put" : "The question, as put");
    out += question.words.empty() ? p("The item's own proposal.")
                                  : quotation(cls("q-live-question"), p(question.words));
    out += p(cls("q-live-put"), question.put);
    if (!question.how.empty()) {
        out += p(cls("q-live-how"), question.how);
    }
    if (!question.result.empty()) {
        out += p(cls("q-live-result"), question.result);
    }
    if (!question.declared.empty()) {
        const auto status = question.carried ? Status::permitted : Status::no_data;
        out += p(cls("q-live-declared"), status_word(status, question.carried ? "Carried" : "Lost"),
                 ", as declared by whoever presides.");
    }
    return out;
}

Html item_head(const views::LiveItem& item) {
    return fragment(p(cls("q-live-number"), "Item ", item.number, ". ", item.purpose, "."),
                    Tag{"h2", "govuk-heading-l q-live-title"}(item.title),
                    p(cls("q-live-stage"), strong(item.stage), "."));
}

Html item_part(const views::LivePage& page) {
    if (!page.item) {
        const auto words = page.over      ? std::string("The meeting is over.")
                           : !page.begun  ? std::string("Nothing is being taken yet.")
                           : page.sitting ? page.next + "."
                                          : std::string("The meeting is not sitting now.");
        return p(cls("q-live-between"), words);
    }
    const auto& item = *page.item;
    Html out = item_head(item);
    if (item.withheld && !item.outcome.empty()) {
        out += p(item.outcome);
        return item.over && !page.next.empty() ? fragment(out, p(cls("q-live-next"), page.next, "."))
                                               : out;
    }
    if (item.withheld) {
        return fragment(out, p("You were asked to leave for this item, so its question and result "
                               "are not shown to you while it lasts."));
    }
    if (!item.interests.empty()) {
        std::vector<Html> lines;
        for (const auto& each : item.interests) {
            lines.push_back(li(each));
        }
        out += fragment(Tag{"h3", "govuk-heading-s q-live-label"}("Interests declared"), ul(lines));
    }
    if (item.question) {
        out += question_part(*item.question);
    } else if (item.over && !item.outcome.empty()) {
        out += p(cls("q-live-result"), item.outcome);
    }
    if (item.over && !page.next.empty()) {
        out += p(cls("q-live-next"), page.next, ".");
    }
    return out;
}

Html agenda_part(const views::LivePage& page) {
    if (page.agenda.empty()) {
        return nothing_here("There is nothing on the agenda.");
    }
    std::vector<Html> rows;
    for (const auto& line : page.agenda) {
        const auto state = line.current ? " q-live-agenda__row--current"
                           : line.over  ? " q-live-agenda__row--over"
                                        : "";
        auto attributes = cls(std::string("q-live-agenda__row") + state);
        if (line.current) {
            attributes.set("aria-current", "step");
        }
        rows.push_back(li(attributes, span(cls("q-live-agenda__number"), line.number, "."),
                          span(cls("q-live-agenda__title"), line.title),
                          span(cls("q-live-agenda__words"), line.words)));
    }
    return Tag{"ol", "q-live-agenda"}(rows);
}

} // namespace

LiveParts live_parts(const Links&, const views::LivePage& page) {
    return {{"state", state_part(page)},
            {"quorum", quorum_part(page)},
            {"item", item_part(page)},
            {"agenda", agenda_part(page)}};
}

Html live_part(const LiveParts& parts, std::string_view key, std::string_view classes) {
    const auto found = std::find_if(parts.begin(), parts.end(),
                                    [&](const auto& each) { return each.first == key; });
    QUORATE_ASSERT(found != parts.end());
    auto attributes = attr("data-live-part", key);
    if (!classes.empty()) {
        attributes.cls(classes);
    }
    return div(attributes, found->second);
}

Html live_controls(const Url& reload) {
    return div(
        cls("q-live-controls"),
        p(cls("q-live-connection").set("data-live-connection", ""),
          span(attr("data-live-words", ""), "This page does not change by itself."), " ",
          a(attr("data-live-reload", ""), reload, "Reload"), "."),
        Tag{"button", "govuk-button govuk-button--secondary q-button--compact"}(
            attr("type", "button").set("data-live-pause", "").flag("hidden"), "Pause updates"),
        div(cls("govuk-visually-hidden").set("aria-live", "polite").set("data-live-said", "")));
}

} // namespace quorate::web
