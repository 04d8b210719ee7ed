// The vote of meeting day: by count while hands are up, or by name down the roll.

#include "html/govuk/details.hpp"
#include "html/govuk/radios.hpp"
#include "web/meetings/day.hpp"
#include "web/parts.hpp"

#include <algorithm>

namespace quorate::web {

using namespace html;

namespace {

struct VoteWord {
    std::string_view value;
    std::string_view words;
};
constexpr VoteWord votes[] = {{"for", "For"}, {"against", "Against"}, {"abstain", "Abstained"}};

const views::DayItem& item_of(const Day& day) {
    return *day.page.item;
}

/// One member's vote, in a line.
Html name_row(const Day& day, const views::DaySeat& seat) {
    const auto name = "name-" + seat.ref;
    const auto said = day.value("vote", name);
    std::vector<govuk::RadioItem> items;
    for (const auto& vote : votes) {
        items.push_back({.content = vote.words, .value = std::string(vote.value)});
    }
    const Html legend = fragment(seat.words, seat.substitute ? " (substitute)" : "",
                                 seat.remote ? " (remote)" : "");
    return govuk::radios(
        {.name = name,
         .id_prefix = day_id("vote", name),
         .fieldset = govuk::Fieldset{.legend = {.content = legend}, .classes = "q-day-name"},
         .items = std::move(items),
         .value = said,
         .classes = "govuk-radios--inline govuk-radios--small"});
}

bool by_name(const Day& day) {
    return day.sent("vote") &&
           (!day.state.form.value("rest").empty() ||
            std::any_of(item_of(day).deciders.begin(), item_of(day).deciders.end(),
                        [&](const auto& seat) {
                            return !day.state.form.value("name-" + seat.ref).empty();
                        }));
}

/// The numbers a script adds up with while they are typed.
Attributes sum_data(const views::DaySum& sum, std::size_t deciders) {
    if (!sum.known) {
        return {};
    }
    return std::move(attr("data-sum", sum.of_votes_cast ? "cast" : std::to_string(sum.base))
                         .set("data-over", std::to_string(sum.more_than_numerator))
                         .set("data-under", std::to_string(sum.more_than_denominator))
                         .set("data-may", std::to_string(deciders)));
}

/// `of`: in front of each field's name, "joint_" for the other body of a joint meeting.
Html count_boxes(const Day& day, std::string_view of) {
    Html boxes;
    for (const auto& vote : votes) {
        const auto name = std::string(of) + std::string(vote.value);
        boxes += text_field({.name = name,
                             .label = vote.words,
                             .value = day.value("vote", name),
                             .id = day_id("vote", name),
                             .width = 3,
                             .autocomplete = "off",
                             .inputmode = "numeric"},
                            day.errors("vote"));
    }
    return div(cls("q-day-votes"), boxes);
}

Html count_fields(const Day& day) {
    const auto& room = day.page.room;
    if (!room.joint) {
        return count_boxes(day, "");
    }
    const auto of_body = [&](const std::string& body, std::string_view of) {
        return Tag{"fieldset", "govuk-fieldset"}(
            Tag{"legend", "govuk-fieldset__legend govuk-fieldset__legend--s"}(body),
            count_boxes(day, of));
    };
    return fragment(of_body(room.quorum.body, ""), of_body(room.joint->body, "joint_"));
}

Html name_fields(const Day& day) {
    Html rows;
    for (const auto& seat : item_of(day).deciders) {
        rows += name_row(day, seat);
    }
    const Html rest = choice({.name = "rest",
                              .label = "Everyone not marked",
                              .hint = "So that only the exceptions need marking",
                              .value = day.value("vote", "rest"),
                              .options = {{.value = "for", .label = "For"},
                                          {.value = "against", .label = "Against"},
                                          {.value = "abstain", .label = "Abstained"},
                                          {.value = "none", .label = "Did not vote"}},
                              .id = day_id("vote", "rest"),
                              .one_line = true,
                              .compact = true},
                             day.errors("vote"));
    return div(cls("q-day-names"), rows, rest);
}

} // namespace

Html day_deciders(const Day& day) {
    const auto& item = item_of(day);
    std::vector<Html> may;
    for (const auto& seat : item.deciders) {
        may.push_back(li(seat.words, seat.remote ? " (remote)" : ""));
    }
    std::vector<Html> not_may;
    for (const auto& each : item.not_deciding) {
        not_may.push_back(li(each.words, ": ", each.why));
    }
    const Html clause =
        item.sum.clause.empty()
            ? Html{}
            : fragment(" ", clause_link(day.visit.links, day.page.body, item.sum.clause));
    const Html who =
        fragment(p(item.sum.words, clause),
                 may.empty() ? Html{} : fragment(p(strong("May decide")), ul(may)),
                 not_may.empty() ? Html{} : fragment(p(strong("Here, and may not")), ul(not_may)));
    return govuk::details({.summary = item.deciding,
                           .content = who,
                           .id = "deciders",
                           .classes = "q-day-more q-day-deciding"});
}

Html day_vote_form(const Day& day, bool primary) {
    const auto& item = item_of(day);
    const auto deciders = item.deciders.size();
    const Html names = item.deciders.empty() ? Html{}
                                             : govuk::details({.summary = "By name",
                                                               .content = name_fields(day),
                                                               .open = by_name(day),
                                                               .id = "vote-by-name",
                                                               .classes = "q-day-more"});
    const DayForm form{
        .verb = "vote", .words = "Record vote", .primary = primary, .item = item.number};
    return day_form(day, form,
                    div(sum_data(item.sum, deciders),
                        p(deciders, deciders == 1 ? " member may vote. " : " members may vote. ",
                          item.sum.words),
                        count_fields(day),
                        p(cls("q-day-sum").set("data-sum-words", "").set("aria-live", "polite")),
                        names));
}

} // namespace quorate::web
