// What stands against a date: the same people elsewhere, the same room, days that are not worked.

#include "base/text.hpp"
#include "governance/meetings/length.hpp"
#include "governance/words.hpp"
#include "views/desk/year_make.hpp"

#include <algorithm>

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

bool overlap(const YearDate& a, const YearDate& b) {
    return a.at.instant < b.ends.instant && b.at.instant < a.ends.instant;
}

/// "from 10:30am to 12:30pm", or "at 10:30am" when nobody said how long.
std::string clock_of(const YearDate& date) {
    const auto from = base::clock_words(date.at.local.minute);
    return date.ends_assumed ? "at " + from
                             : "from " + from + " to " + base::clock_words(date.ends.local.minute);
}

std::string assumed_words(const YearDate& a, const YearDate& b) {
    return a.ends_assumed || b.ends_assumed ? " " + std::string(length_assumed_words) : "";
}

YearClash same_day(YearBook& book, const YearDate& here, const YearDate& there) {
    const auto& people = book.common(here.body.id, there.body.id);
    const bool at_once = overlap(here, there);
    const bool that_day = here.at.local.date == there.at.local.date;
    YearClash out;
    out.kind = at_once ? "same-time" : "same-day";
    out.serious = at_once && !people.empty();
    out.with = there.body.name;
    out.in_common = static_cast<std::int64_t>(people.size());
    out.words = there.body.name + " meets " + clock_of(there) +
                (that_day ? " the same day" : " on " + base::words(there.at.local.date)) + "; " +
                common_words(book.ground, people) + "." +
                (at_once ? assumed_words(here, there) : "");
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

std::string avoid_words(const partnership::DateToAvoid& each) {
    return each.school ? "In school holidays (" + each.name + ")."
                       : "Among the dates to avoid (" + each.name + ").";
}

/// A meeting as one date of the year; `goes_on` when it was broken off and goes on then.
YearDate date_of(const Ground& ground, const Body& body, const Meeting& meeting,
                 std::optional<base::Instant> goes_on) {
    YearDate date;
    date.at =
        ground.moment(body.id, goes_on.value_or(meeting.opened().value_or(meeting.scheduled)));
    date.body = ground.body(body.id);
    date.meeting = meeting.id.value;
    date.place = ground.words_or(meeting.place, "");
    set_end(ground, date, meeting.length);
    auto shown = year_meeting(ground, meeting);
    date.state = goes_on ? "to-come" : std::move(shown.state);
    date.words = goes_on ? "Goes on, after it was broken off" : std::move(shown.words);
    return date;
}

} // namespace

void set_end(const Ground& ground, YearDate& date, std::optional<std::int64_t> minutes) {
    const BodyId body(date.body.id);
    const auto length = minutes ? ExpectedLength{*minutes, false}
                                : expected_length(ground.state(), body, date.at.local.date.year());
    date.ends = ground.moment(body, minutes_after(date.at.instant, length.minutes));
    date.ends_assumed = length.assumed;
}

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
        const bool that_day = other.at.local.date == date.at.local.date;
        // A joint meeting is listed under both of its bodies, and one that was broken off twice.
        const bool itself = date.meeting.empty()
                                ? other.meeting.empty() && other.body.id == date.body.id &&
                                      other.at.instant == date.at.instant
                                : other.meeting == date.meeting;
        if (itself || (!that_day && !overlap(date, other))) {
            continue;
        }
        if (other.body.id == date.body.id && that_day) {
            out.push_back({"twice",
                           "The same body has another meeting that day, at " +
                               base::clock_words(other.at.local.minute) + ".",
                           true});
            continue;
        }
        out.push_back(same_day(*this, date, other));
        if (!room_of(date).empty() && room_of(date) == room_of(other) && overlap(date, other)) {
            out.push_back({"same-room", other.body.name + " is in the same place.", true});
        }
    }
    for (const auto& each : to_avoid) {
        if (each.first <= date.at.local.date && date.at.local.date <= each.last) {
            out.push_back({"avoid", avoid_words(each), false});
        }
    }
    const auto calendar = calendar_at(ground.state(), BodyId(date.body.id), ground.now,
                                      ground.context(), charter::CalendarAsOf::dispatch);
    if (calendar != nullptr) {
        add_days(*calendar, date.at.local.date, out);
    }
    return out;
}

std::vector<YearClash> worth_saying(const std::vector<YearClash>& all) {
    const auto apart = [](const YearClash& each) {
        return each.kind == "same-time" && each.in_common == 0;
    };
    std::vector<std::string> names;
    bool assumed = false;
    for (const auto& each : all) {
        if (apart(each)) {
            names.push_back(each.with);
            assumed = assumed || each.words.ends_with(length_assumed_words);
        }
    }
    std::vector<YearClash> out;
    for (const auto& each : all) {
        if (each.kind == "same-day" && each.in_common == 0) {
            continue;
        }
        if (names.size() < 2 || !apart(each)) {
            out.push_back(each);
        } else if (each.with == names.front()) {
            YearClash one = each;
            one.words =
                "At the same time, with nobody who sits on both: " + base::list_words(names) + "." +
                (assumed ? " " + std::string(length_assumed_words) : "");
            out.push_back(std::move(one));
        }
    }
    return out;
}

YearBook open_year(const Ground& ground, std::int64_t year) {
    YearBook book{ground, {}, {}, {}};
    if (const auto* workspace = ground.partnership.workspace()) {
        book.to_avoid = partnership::dates_to_avoid(*workspace).value_or(book.to_avoid);
    }
    const auto add = [&](YearDate date) {
        if (date.at.local.date.year() == year) {
            book.dates.push_back(std::move(date));
        }
    };
    ground.state().bodies.each([&](const Body& body) {
        for (const auto& id : body.meetings) {
            const auto& meeting = *ground.state().meetings.find(id);
            if (meeting.status == MeetingStatus::cancelled) {
                continue;
            }
            add(date_of(ground, body, meeting, std::nullopt));
            if (meeting.status == MeetingStatus::adjourned && meeting.adjourned_until) {
                add(date_of(ground, body, meeting, meeting.adjourned_until));
            }
        }
        const auto programme = body.programme.find(year);
        for (const auto at : programme == body.programme.end() ? std::vector<base::Instant>()
                                                               : programme->second.meetings) {
            const auto moment = ground.moment(body.id, at);
            if (!convened_on(ground, body, moment.local.date)) {
                YearDate date;
                date.at = moment;
                date.body = ground.body(body.id);
                date.state = "programmed";
                date.words = "In the programme, not convened";
                set_end(ground, date, std::nullopt);
                book.dates.push_back(std::move(date));
            }
        }
    });
    std::stable_sort(
        book.dates.begin(), book.dates.end(),
        [](const YearDate& a, const YearDate& b) { return a.at.instant < b.at.instant; });
    return book;
}

std::vector<YearClash> clashes_at(const Reader& reader, std::string_view body, base::Instant at,
                                  const Planned& planned) {
    const auto& ground = reader.ground();
    YearDate date;
    date.at = ground.moment(BodyId(body), at);
    date.body = ground.body(BodyId(body));
    date.meeting = planned.meeting;
    date.place = planned.place;
    set_end(ground, date, planned.minutes);
    auto book = open_year(ground, date.at.local.date.year());
    // A date of the programme at this very time is the one that is being convened.
    std::erase_if(book.dates, [&](const YearDate& each) {
        return each.body.id == date.body.id && each.meeting.empty() &&
               each.at.local.date == date.at.local.date;
    });
    return worth_saying(book.clashes(date));
}

std::optional<YearClash> clash_between(const Reader& reader, const PlannedDate& here,
                                       const PlannedDate& there) {
    const auto& ground = reader.ground();
    YearBook book{ground, {}, {}, {}};
    const auto date_of = [&](const PlannedDate& planned) {
        YearDate out;
        out.at = ground.moment(BodyId(planned.body), planned.at);
        out.body = ground.body(BodyId(planned.body));
        set_end(ground, out, planned.minutes);
        return out;
    };
    const auto first = date_of(here);
    const auto second = date_of(there);
    if (first.at.local.date != second.at.local.date && !overlap(first, second)) {
        return std::nullopt;
    }
    auto said = worth_saying({same_day(book, first, second)});
    return said.empty() ? std::nullopt : std::optional(std::move(said.front()));
}

} // namespace quorate::views
