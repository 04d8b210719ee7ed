// The year of every body, with dates that would do where some are missing.

#include "views/desk/year.hpp"

#include "base/calendar_names.hpp"
#include "base/text.hpp"
#include "governance/words.hpp"
#include "views/dates_asked.hpp"
#include "views/desk/year_make.hpp"

#include <algorithm>
#include <array>

namespace quorate::views {

using namespace governance;

namespace {

constexpr std::array<std::string_view, 5> ordinals = {"first", "second", "third", "fourth", "last"};

constexpr int ten_in_the_morning = 10 * 60;
constexpr int days_to_look_round = 21;

/// The week and weekday of a month at which a body met: "the second Tuesday of March".
struct Slot {
    unsigned month = 1;
    unsigned week = 0; ///< 0 to 3, 4 for the last
    unsigned weekday = 2;
    int minute = ten_in_the_morning;
    std::int64_t from_year = 0; ///< 0: no earlier date is behind it
};

Slot slot_of(const base::LocalTime& at) {
    const unsigned week = (at.date.day() - 1) / 7;
    return {at.date.month(), std::min(week, 4U), at.date.weekday(), at.minute, at.date.year()};
}

/// The day of the slot in a year: a fifth week that a month does not have is its last.
base::CivilDate day_of(const Slot& slot, std::int64_t year) {
    const auto first = *base::civil_date(static_cast<int>(year), slot.month, 1);
    const auto length = base::days_in_month(static_cast<int>(year), slot.month);
    unsigned day = 1 + (7 + slot.weekday - first.weekday()) % 7 + slot.week * 7;
    while (day > length) {
        day -= 7;
    }
    return first.plus_days(static_cast<int>(day) - 1);
}

/// When the body met or was to meet in the latest earlier year that has dates.
std::vector<Slot> pattern_of(const Ground& ground, const Body& body, std::int64_t year) {
    for (auto earlier = year - 1; earlier >= year - 3; --earlier) {
        std::vector<Slot> out;
        const auto programme = body.programme.find(earlier);
        if (programme != body.programme.end()) {
            for (const auto at : programme->second.meetings) {
                out.push_back(slot_of(ground.moment(body.id, at).local));
            }
        }
        for (const auto& id : body.meetings) {
            const auto& meeting = *ground.state().meetings.find(id);
            const auto local = ground.moment(body.id, meeting.scheduled).local;
            if (out.empty() || programme == body.programme.end()) {
                if (meeting.status != MeetingStatus::cancelled && local.date.year() == earlier) {
                    out.push_back(slot_of(local));
                }
            }
        }
        if (!out.empty()) {
            std::sort(out.begin(), out.end(), [](const Slot& a, const Slot& b) {
                return std::tie(a.month, a.week) < std::tie(b.month, b.week);
            });
            return out;
        }
    }
    return {};
}

/// So many slots spread over the year, on Tuesdays.
std::vector<Slot> spread(std::int64_t count) {
    std::vector<Slot> out;
    for (std::int64_t i = 0; i < std::min<std::int64_t>(count, 12); ++i) {
        Slot slot;
        slot.month = static_cast<unsigned>(1 + (2 * i + 1) * 12 / (2 * count) % 12);
        slot.week = 1;
        out.push_back(slot);
    }
    return out;
}

std::string why_of(const Slot& slot, base::CivilDate wanted, base::CivilDate taken) {
    const auto usual = "the " + std::string(ordinals[slot.week]) + " " +
                       std::string(base::weekday_names.at(slot.weekday)) + " of " +
                       std::string(base::month_names.at(slot.month - 1));
    if (slot.from_year == 0) {
        return "Spread over the year.";
    }
    if (wanted == taken) {
        return capitalised(usual) + ", as in " + std::to_string(slot.from_year) + ".";
    }
    return "Moved from " + usual + " (" + short_date(wanted) + "), which does not do.";
}

struct Search {
    YearBook& book;
    const Body& body;
    std::int64_t year;

    [[nodiscard]] std::optional<YearDate> date_on(base::CivilDate day, int minute) const {
        const auto at = zone_of(book.ground.state(), body.id).instant({day, minute});
        if (!at || *at <= book.ground.now || day.year() != year) {
            return std::nullopt;
        }
        YearDate out;
        out.at = book.ground.moment(body.id, *at);
        out.body = book.ground.body(body.id);
        set_end(book.ground, out, std::nullopt);
        out.state = "programmed";
        return out;
    }
    [[nodiscard]] bool known_to_be_worked(base::CivilDate day) const {
        const auto calendar = calendar_at(book.ground.state(), body.id, book.ground.now,
                                          book.ground.context(), charter::CalendarAsOf::dispatch);
        return calendar == nullptr || !calendar->is_working_day(day) ||
               *calendar->is_working_day(day);
    }
    /// The day nearest to the slot's that does: the same weekday a week later or earlier first,
    /// then the days next to it.
    [[nodiscard]] std::optional<YearDate> nearest(const Slot& slot, base::CivilDate wanted) const {
        std::vector<int> steps = {0, 7, -7, 1, -1, 2, -2, 3, -3, 14, -14};
        for (int i = 4; i <= days_to_look_round; ++i) {
            steps.insert(steps.end(), {i, -i});
        }
        for (const int step : steps) {
            const auto date = date_on(wanted.plus_days(step), slot.minute);
            const auto weekday = wanted.plus_days(step).weekday();
            if (date && weekday != 0 && weekday != 6 && known_to_be_worked(date->at.local.date) &&
                book.clashes(*date).empty()) {
                return date;
            }
        }
        return std::nullopt;
    }
};

/// A slot whose month has a date already is filled.
bool filled(const YearBook& book, const BodyId& body, const Slot& slot, base::CivilDate wanted) {
    return std::any_of(book.dates.begin(), book.dates.end(), [&](const YearDate& date) {
        return date.body.id == body.value &&
               (date.at.local.date.month() == slot.month ||
                std::abs(date.at.local.date.days - wanted.days) <= days_to_look_round);
    });
}

std::vector<ProposedDate> proposals(YearBook& book, const Body& body, std::int64_t year,
                                    std::int64_t count) {
    std::vector<ProposedDate> out;
    auto slots = pattern_of(book.ground, body, year);
    if (slots.empty()) {
        slots = spread(count);
    }
    for (const auto& slot : slots) {
        const auto wanted = day_of(slot, year);
        if (static_cast<std::int64_t>(out.size()) >= count || filled(book, body.id, slot, wanted)) {
            continue;
        }
        if (auto date = Search{book, body, year}.nearest(slot, wanted)) {
            out.push_back({date->at, why_of(slot, wanted, date->at.local.date)});
            // What is proposed for one body is taken for the next.
            book.dates.push_back(std::move(*date));
        }
    }
    return out;
}

YearBody year_body(YearBook& book, const Body& body, const std::vector<Duty>& duties,
                   std::int64_t year) {
    YearBody out;
    out.line = year_line(book.ground, body, duties, year);
    for (const auto& date : book.dates) {
        if (date.body.id == body.id.value) {
            out.dates.push_back(date);
            // Nothing can be done any more about a day that has gone by.
            if (date.at.local.date >= book.ground.today) {
                out.dates.back().clashes = worth_saying(book.clashes(date));
            }
        }
    }
    return out;
}

void add_proposals(YearBook& book, const Body& body, YearBody& out, std::int64_t year) {
    const auto pattern = pattern_of(book.ground, body, year).size();
    const auto wanted =
        out.dates.empty()
            ? std::max<std::int64_t>(out.line.missing, static_cast<std::int64_t>(pattern))
            : out.line.missing;
    if (wanted == 0 || year < book.ground.today.year()) {
        return;
    }
    out.proposals = proposals(book, body, year, wanted);
    if (static_cast<std::int64_t>(out.proposals.size()) < wanted) {
        out.note = "No more dates of its usual pattern are left in the year. Choose others.";
    }
}

std::string sentence_of(const YearPage& page) {
    std::int64_t dates = 0;
    for (const auto& body : page.bodies) {
        dates += static_cast<std::int64_t>(body.dates.size());
    }
    if (dates == 0) {
        return "No dates are set for " + std::to_string(page.year) + " yet.";
    }
    std::string out = std::to_string(dates) + (dates == 1 ? " date" : " dates");
    out += page.clashes == 0 ? ", no clashes" : ", " + std::to_string(page.clashes) + " to look at";
    out += page.missing == 0 ? "." : ", " + std::to_string(page.missing) + " missing.";
    return out;
}

/// "England and Wales" for england-and-wales.
std::string calendar_words(const std::string& name) {
    std::vector<std::string> out;
    for (const auto word : base::split(name, '-')) {
        out.push_back(word == "and" || word == "of" ? std::string(word)
                                                    : capitalised(std::string(word)));
    }
    return base::join(out, " ");
}

void add_years(const Ground& ground, YearPage& page) {
    std::set<std::int64_t> years{ground.today.year(), ground.today.year() + 1, page.year};
    ground.state().bodies.each([&](const Body& body) {
        for (const auto& [year, programme] : body.programme) {
            years.insert(year);
        }
    });
    page.years.assign(years.begin(), years.end());
}

} // namespace

std::optional<YearPage> year_page(const Reader& reader, std::int64_t year) {
    const auto& ground = reader.ground();
    if (!ground.see.desk() || year < year_asked_min || year > year_asked_max) {
        return std::nullopt;
    }
    YearPage out;
    out.year = year;
    out.today = ground.today;
    add_years(ground, out);
    auto book = open_year(ground, year);
    out.to_avoid = std::count_if(book.to_avoid.begin(), book.to_avoid.end(),
                                 [&](const partnership::DateToAvoid& each) {
                                     return each.first.year() <= year && year <= each.last.year();
                                 });
    const auto all = duties(ground.state(), ground.context(), ground.today);
    std::vector<const Body*> bodies;
    ground.state().bodies.each([&](const Body& body) {
        auto line = year_body(book, body, all, year);
        const auto* status = body.status.at(ground.now);
        const bool stands = status != nullptr && *status == BodyStatus::established;
        if (!line.dates.empty() || (stands && (line.line.needed > 0 || !body.programme.empty()))) {
            out.missing += line.line.missing;
            for (const auto& date : line.dates) {
                out.clashes += date.clashes.empty() ? 0 : 1;
            }
            bodies.push_back(stands ? &body : nullptr);
            out.bodies.push_back(std::move(line));
        }
        const auto calendar = calendar_at(ground.state(), body.id, ground.now, ground.context(),
                                          charter::CalendarAsOf::dispatch);
        const auto end = base::civil_date(static_cast<int>(year), 12, 31);
        if (calendar != nullptr && calendar->is_working_day(*end)) {
            out.calendar = calendar_words(calendar->name());
        }
    });
    for (std::size_t i = 0; i < bodies.size(); ++i) {
        if (bodies[i] != nullptr) {
            add_proposals(book, *bodies[i], out.bodies[i], year);
        }
    }
    out.sentence = sentence_of(out);
    return out;
}

std::vector<ProposedDate> propose_dates(const Reader& reader, std::string_view id,
                                        std::int64_t year, std::int64_t count) {
    const auto& ground = reader.ground();
    const auto* body = ground.state().bodies.find(BodyId(id));
    if (body == nullptr || !ground.see.desk() || year < year_asked_min || year > year_asked_max) {
        return {};
    }
    auto book = open_year(ground, year);
    return proposals(book, *body, year, count);
}

} // namespace quorate::views
