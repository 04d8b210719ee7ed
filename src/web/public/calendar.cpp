// The calendar: every meeting of every body by month.

#include "views/public/calendar.hpp"

#include "base/calendar_names.hpp"
#include "web/parts.hpp"
#include "web/public/public_pages.hpp"
#include "web/states.hpp"

#include <charconv>

namespace quorate::web {

using namespace html;

namespace {

/// The weekday and day of the month: "Tuesday 1".
std::string day_words(base::CivilDate date) {
    const auto words = base::words(date);
    return words.substr(0, words.find(' ', words.find(' ') + 1));
}

std::string state_of(const views::CalendarMeeting& meeting) {
    if (meeting.state == "open") {
        return "under-way";
    }
    return meeting.state == "convened" && !meeting.to_come ? "no-record" : meeting.state;
}

Html meeting_row(const Visit& visit, const views::CalendarMeeting& meeting) {
    const Part name = meeting.meeting.empty()
                          ? Part(meeting.body.name)
                          : Part(a(visit.links.meeting(meeting.meeting), meeting.body.name));
    Html about = fragment(clock_range(meeting.at, meeting.ends));
    if (!meeting.place.empty()) {
        about += fragment(", ", meeting.place);
    }
    return li(cls("q-year__meeting"),
              Tag{"time", "q-year__day"}(attr("datetime", base::text(meeting.at)),
                                         day_words(meeting.at.date)),
              div(div(name), div(cls("q-quiet"), about)),
              div(state_word(state_of(meeting), meeting.words)));
}

/// Meetings and holidays of a month in one list, by day.
Html month_list(const Visit& visit, const views::CalendarMonth& month) {
    std::vector<Html> rows;
    auto holiday = month.holidays.begin();
    const auto add_holidays_until = [&](std::optional<base::CivilDate> date) {
        for (; holiday != month.holidays.end() && (!date || holiday->date <= *date); ++holiday) {
            rows.push_back(
                li(cls("q-year__holiday"),
                   Tag{"time", "q-year__day"}(attr("datetime", base::text(holiday->date)),
                                              day_words(holiday->date)),
                   div(holiday->title)));
        }
    };
    for (const auto& meeting : month.meetings) {
        add_holidays_until(meeting.at.date);
        rows.push_back(meeting_row(visit, meeting));
    }
    add_holidays_until({});
    return Tag{"ul", "q-year"}(rows);
}

Html year_part(const Visit& visit, const views::CalendarYear& year) {
    Html out = h(2, id(std::to_string(year.year)), year.year);
    if (year.meetings == 0) {
        out += nothing_here("No meeting of this year has been convened or set in advance.");
        return out;
    }
    for (const auto& month : year.months) {
        if (month.meetings.empty() && month.holidays.empty()) {
            continue;
        }
        out += fragment(h(3, base::month_names.at(static_cast<std::size_t>(month.month - 1)), " ",
                          span(cls("govuk-visually-hidden"), year.year)),
                        month_list(visit, month));
    }
    return out;
}

Html year_links(const Visit& visit, const views::CalendarPage& page) {
    std::vector<Html> items;
    for (const auto year : page.all_years) {
        const bool here = page.years.size() == 1 && page.years.front().year == year;
        const auto url = visit.links.part("calendar").query("year", std::to_string(year));
        items.push_back(li(here ? strong(year) : a(url, year)));
    }
    return nav(cls("q-year-links").set("aria-label", "Years"), Tag{"ul"}(items));
}

} // namespace

MaybePage calendar_page(const Visit& visit) {
    std::optional<std::int64_t> year;
    if (const auto asked = visit.request.query.get("year"); asked && !asked->empty()) {
        std::int64_t number = 0;
        const auto* last = asked->data() + asked->size();
        const auto [end, error] = std::from_chars(asked->data(), last, number);
        if (error != std::errc{} || end != last) {
            return std::nullopt;
        }
        year = number;
    }
    const auto page = views::calendar_page(visit.reader, year);
    if (!page) {
        return std::nullopt;
    }
    Html main = page_heading("Calendar", "Meetings of every body");
    main += year_links(visit, *page);
    for (const auto& each : page->years) {
        main += year_part(visit, each);
    }
    if (!page->holidays.empty()) {
        main += small(cls("q-quiet"), "Holidays are those of ", page->holidays,
                      ". They do not count as working days.");
    }
    Content content;
    content.title = "Calendar";
    content.section = "meetings";
    content.trail = {{.content = "Meetings", .href = visit.links.part("meetings")},
                     {.content = "Calendar"}};
    content.main = reading_column(main);
    content.description = "Meetings of every body by month.";
    return framed(visit, std::move(content));
}

} // namespace quorate::web
