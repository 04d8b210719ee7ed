// What stands against a date: the same people elsewhere, the same room, days that are not worked.

#include "base/text.hpp"
#include "governance/words.hpp"
#include "views/desk/year_make.hpp"

#include <algorithm>
#include <cstdlib>

namespace quorate::views {

using namespace governance;

namespace {

/// Everybody who sits on a body at an instant, by what tells them apart in the register.
std::set<std::string> people_of(const Ground& ground, const BodyId& body) {
    std::set<std::string> out;
    for (const auto* seat : seats_filled_at(ground.state(), body, ground.now)) {
        for (const auto& person : occupant_at(ground.state(), *seat, ground.now)->persons) {
            out.insert(person.value);
        }
    }
    return out;
}

/// "three people sit on both: Ann Example, …"; names where they may be shown.
std::string common_words(const Ground& ground, const std::vector<std::string>& people) {
    if (people.empty()) {
        return "nobody sits on both";
    }
    auto out =
        counted(static_cast<std::int64_t>(people.size()), "person sits", "people sit") + " on both";
    std::vector<std::string> names;
    for (const auto& each : people) {
        if (auto name = ground.person(PersonId(each))) {
            names.push_back(std::move(*name));
        }
    }
    return names.empty() || names.size() > 6 ? out : out + ": " + base::list_words(names);
}

YearClash same_day(YearBook& book, const YearDate& here, const YearDate& there) {
    const auto apart = std::abs(here.at.local.minute - there.at.local.minute);
    const auto& people = book.common(here.body.id, there.body.id);
    YearClash out;
    out.kind = apart < overlap_minutes ? "same-time" : "same-day";
    out.serious = apart < overlap_minutes && !people.empty();
    out.words = there.body.name + " meets at " + base::clock_words(there.at.local.minute) +
                " the same day; " + common_words(book.ground, people) + ".";
    return out;
}

std::string room_of(const YearDate& date) {
    std::string out(base::trim(date.place));
    std::transform(out.begin(), out.end(), out.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return out;
}

/// The Monday of the week of a day.
base::CivilDate monday_of(base::CivilDate day) {
    return day.plus_days(-static_cast<int>((day.weekday() + 6) % 7));
}

void add_days(const calendar::Calendar& calendar, base::CivilDate day,
              std::vector<YearClash>& out) {
    const auto works = calendar.is_working_day(day);
    if (!works) {
        return;
    }
    if (!*works) {
        const auto* listed = calendar.listed(day);
        out.push_back(
            {"holiday",
             listed != nullptr ? "A day that is not worked: " + listed->title + "." : "A weekend.",
             true});
        return;
    }
    std::vector<std::string> holidays;
    for (int i = 0; i < 7; ++i) {
        if (const auto* listed = calendar.listed(monday_of(day).plus_days(i))) {
            holidays.push_back(listed->title);
        }
    }
    if (holidays.size() > 1) {
        out.push_back(
            {"short-week", "In a short week: " + base::list_words(holidays) + ".", false});
    }
}

} // namespace

const std::vector<std::string>& YearBook::common(const std::string& a, const std::string& b) {
    const auto key = std::minmax(a, b);
    const auto found = in_common.find(key);
    if (found != in_common.end()) {
        return found->second;
    }
    for (const auto& id : {a, b}) {
        if (people.count(id) == 0) {
            people[id] = people_of(ground, BodyId(id));
        }
    }
    std::vector<std::string> out;
    std::set_intersection(people[a].begin(), people[a].end(), people[b].begin(), people[b].end(),
                          std::back_inserter(out));
    return in_common[key] = std::move(out);
}

std::vector<YearClash> YearBook::clashes(const YearDate& date) {
    std::vector<YearClash> out;
    for (const auto& other : dates) {
        if (other.at.local.date != date.at.local.date ||
            (other.meeting == date.meeting && other.body.id == date.body.id &&
             other.at.instant == date.at.instant)) {
            continue;
        }
        if (other.body.id == date.body.id) {
            out.push_back({"twice",
                           "The same body has another meeting that day, at " +
                               base::clock_words(other.at.local.minute) + ".",
                           true});
            continue;
        }
        out.push_back(same_day(*this, date, other));
        const auto apart = std::abs(date.at.local.minute - other.at.local.minute);
        if (!room_of(date).empty() && room_of(date) == room_of(other) && apart < overlap_minutes) {
            out.push_back({"same-room", other.body.name + " is in the same place.", true});
        }
    }
    const auto calendar = calendar_at(ground.state(), BodyId(date.body.id), ground.now,
                                      ground.context(), charter::CalendarAsOf::dispatch);
    if (calendar != nullptr) {
        add_days(*calendar, date.at.local.date, out);
    }
    return out;
}

YearBook open_year(const Ground& ground, std::int64_t year) {
    YearBook book{ground, {}, {}, {}};
    const auto in_year = [&](const Moment& at) { return at.local.date.year() == year; };
    ground.state().bodies.each([&](const Body& body) {
        for (const auto& id : body.meetings) {
            const auto& meeting = *ground.state().meetings.find(id);
            YearDate date;
            date.at = ground.moment(body.id, meeting.opened().value_or(meeting.scheduled));
            if (meeting.status == MeetingStatus::cancelled || !in_year(date.at)) {
                continue;
            }
            date.body = ground.body(body.id);
            date.meeting = id.value;
            date.place = ground.words_or(meeting.place, "");
            auto shown = year_meeting(ground, meeting);
            date.state = std::move(shown.state);
            date.words = std::move(shown.words);
            book.dates.push_back(std::move(date));
        }
        const auto programme = body.programme.find(year);
        for (const auto at : programme == body.programme.end() ? std::vector<base::Instant>()
                                                               : programme->second.meetings) {
            const auto moment = ground.moment(body.id, at);
            if (!convened_on(ground, body, moment.local.date)) {
                book.dates.push_back({moment,
                                      ground.body(body.id),
                                      "programmed",
                                      "In the programme, not convened",
                                      "",
                                      "",
                                      {}});
            }
        }
    });
    std::stable_sort(
        book.dates.begin(), book.dates.end(),
        [](const YearDate& a, const YearDate& b) { return a.at.instant < b.at.instant; });
    return book;
}

std::vector<YearClash> clashes_at(const Reader& reader, std::string_view body, base::Instant at) {
    const auto& ground = reader.ground();
    YearDate date;
    date.at = ground.moment(BodyId(body), at);
    date.body = ground.body(BodyId(body));
    auto book = open_year(ground, date.at.local.date.year());
    // A date of the programme at this very time is the one that is being convened.
    std::erase_if(book.dates, [&](const YearDate& each) {
        return each.body.id == date.body.id && each.meeting.empty() &&
               each.at.local.date == date.at.local.date;
    });
    return book.clashes(date);
}

} // namespace quorate::views
