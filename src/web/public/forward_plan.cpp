// The forward plan: what comes to which meeting, by date.

#include "views/public/forward_plan.hpp"

#include "base/text.hpp"
#include "web/parts.hpp"
#include "web/public/public_pages.hpp"

namespace quorate::web {

using namespace html;

namespace {

Html item_line(const views::PlannedItem& item) {
    Html out = fragment(strong(item.number, ". ", item.title), br(), item.purpose, ".");
    if (!item.concerns.empty()) {
        out += fragment(" Concerns ", base::list_words(item.concerns), ".");
    }
    return li(out);
}

Html planned(const Visit& visit, const views::PlannedMeeting& each) {
    const auto& meeting = each.meeting;
    const auto day = base::words(meeting.at.date);
    const Html title = meeting.meeting.empty()
                           ? text(day)
                           : fragment(a(visit.links.meeting(meeting.meeting), day));
    Html about = fragment(meeting.body.name, ". ", clock_range(meeting.at, meeting.ends));
    about += text(meeting.place.empty() ? "." : ", " + meeting.place + ".");
    Html out = fragment(h(2, title), p(about));
    if (meeting.meeting.empty()) {
        return fragment(out, p(cls("q-quiet"), "Set in advance; not called yet, so it has no "
                                               "agenda."));
    }
    std::vector<Html> items;
    for (const auto& item : each.items) {
        items.push_back(item_line(item));
    }
    out += items.empty() ? p(cls("q-quiet"), "Its agenda has no items yet.")
                         : plain_list(cls("govuk-list--spaced"), items);
    return out;
}

Html put_off(const Visit& visit, const std::vector<views::PutOffItem>& all) {
    if (all.empty()) {
        return {};
    }
    std::vector<Html> items;
    for (const auto& each : all) {
        items.push_back(li(
            strong(each.title), br(), "Put off from ",
            a(visit.links.meeting(each.meeting.id), each.meeting.name),
            each.to ? fragment(" to ", a(visit.links.meeting(each.to->id), each.to->name)) : Html(),
            "."));
    }
    return fragment(h(2, "Put off, and on no agenda yet"),
                    plain_list(cls("govuk-list--spaced"), items));
}

} // namespace

MaybePage forward_plan_page(const Visit& visit) {
    const auto plan = views::forward_plan(visit.reader);
    Html main = page_heading("Forward plan", "What comes to which meeting");
    if (plan.meetings.empty()) {
        main += nothing_here("No meeting is to come: none has been called, and no date is set in "
                             "advance.");
    }
    for (const auto& each : plan.meetings) {
        main += planned(visit, each);
    }
    main += put_off(visit, plan.put_off);
    main += p(a(visit.links.part("calendar"), "Calendar of the meetings of every body"));
    return framed(visit, {.title = "Forward plan",
                          .section = "meetings",
                          .trail = {{.content = "Meetings", .href = visit.links.part("meetings")},
                                    {.content = "Forward plan"}},
                          .main = reading_column(main),
                          .description = "What comes to which meeting, by date"});
}

} // namespace quorate::web
