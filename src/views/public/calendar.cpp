#include "views/public/calendar.hpp"

#include "governance/meetings/length.hpp"
#include "views/meetings_make.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace quorate::views {

using namespace governance;

namespace {

void add_convened(const Ground& ground, std::vector<CalendarMeeting>& out) {
    ground.state().meetings.each([&](const Meeting& meeting) {
        auto line = meeting_line(ground, meeting);
        out.push_back({line.at.local, line.ends ? std::optional(line.ends->local) : std::nullopt,
                       std::move(line.body), std::move(line.id), std::move(line.status),
                       std::move(line.status_words), std::move(line.place), line.to_come});
    });
}

std::optional<base::LocalTime> end_of(const Ground& ground, const BodyId& body, base::Instant at,
                                      std::optional<std::int64_t> length) {
    return length ? std::optional(ground.moment(body, minutes_after(at, *length)).local)
                  : std::nullopt;
}

/// Dates of programmes on which no meeting of the body was convened.
void add_programmed(const Ground& ground, std::vector<CalendarMeeting>& out) {
    std::set<std::pair<std::string, base::CivilDate>> convened;
    for (const auto& each : out) {
        convened.emplace(each.body.id, each.at.date);
    }
    // The day a meeting was moved away from has none any more.
    ground.state().meetings.each([&](const Meeting& meeting) {
        for (const auto before : meeting.postponed_from) {
            convened.emplace(meeting.body.value, ground.moment(meeting.body, before).local.date);
        }
    });
    ground.state().bodies.each([&](const Body& body) {
        for (const auto& [year, programme] : body.programme) {
            for (const auto at : programme.meetings) {
                const auto local = ground.moment(body.id, at).local;
                if (convened.contains({body.id.value, local.date})) {
                    continue;
                }
                const bool to_come = at > ground.now;
                out.push_back({local, end_of(ground, body.id, at, programme.length),
                               ground.body(body.id), "", "programmed",
                               to_come ? "Set in advance, not yet convened"
                                       : "Set in advance; no meeting is recorded",
                               "", to_come});
            }
        }
    });
}

/// The calendar of the first body whose terms cite one.
std::shared_ptr<const calendar::Calendar> holidays_of(const Ground& ground) {
    std::shared_ptr<const calendar::Calendar> out;
    ground.state().bodies.each([&](const Body& body) {
        if (out == nullptr) {
            out = calendar_at(ground.state(), body.id, ground.now, ground.context(),
                              charter::CalendarAsOf::newest);
        }
    });
    return out;
}

CalendarYear year_of(std::int64_t year, const std::vector<CalendarMeeting>& all,
                     const calendar::Calendar* holidays) {
    CalendarYear out;
    out.year = year;
    for (std::int64_t month = 1; month <= 12; ++month) {
        out.months.push_back({month, {}, {}});
    }
    for (const auto& each : all) {
        if (each.at.date.year() == year) {
            out.months[each.at.date.month() - 1].meetings.push_back(each);
            ++out.meetings;
        }
    }
    if (holidays != nullptr) {
        for (const auto& day : holidays->days()) {
            if (day.date.year() == year) {
                out.months[day.date.month() - 1].holidays.push_back({day.date, day.title});
            }
        }
    }
    return out;
}

/// "england-and-wales" as "England and Wales".
std::string calendar_name(const std::string& id) {
    std::string out;
    for (std::size_t at = 0; at < id.size();) {
        const auto end = std::min(id.find('-', at), id.size());
        const auto word = id.substr(at, end - at);
        out += out.empty() ? "" : " ";
        out += word == "and" || word == "of" ? word : capitalised(word);
        at = end + 1;
    }
    return out;
}

} // namespace

std::optional<CalendarPage> calendar_page(const Reader& reader, std::optional<std::int64_t> year) {
    const auto& ground = reader.ground();
    std::vector<CalendarMeeting> all;
    add_convened(ground, all);
    add_programmed(ground, all);
    std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) {
        return std::pair(a.at, a.body.id) < std::pair(b.at, b.body.id);
    });
    const std::int64_t now = ground.today.year();
    std::set<std::int64_t> years = {now, now + 1};
    for (const auto& each : all) {
        years.insert(each.at.date.year());
    }
    if (year && !years.contains(*year)) {
        return std::nullopt;
    }
    CalendarPage out;
    out.today = ground.today;
    out.all_years.assign(years.begin(), years.end());
    const auto holidays = holidays_of(ground);
    out.holidays = holidays == nullptr ? "" : calendar_name(holidays->name());
    const std::vector<std::int64_t> asked = year ? std::vector{*year} : std::vector{now, now + 1};
    for (const auto each : asked) {
        out.years.push_back(year_of(each, all, holidays.get()));
    }
    return out;
}

} // namespace quorate::views
