#ifndef QUORATE_VIEWS_DESK_YEAR_HPP
#define QUORATE_VIEWS_DESK_YEAR_HPP
// The year's programme of every body on one page: what clashes, what falls on a day that is not
// worked, what is missing, and dates that would do.

#include "views/desk/desk.hpp"

namespace quorate::views {

/// Something to know about a date.
struct YearClash {
    std::string kind;      ///< same-time, same-day, same-room, holiday, short-week, avoid, twice
    std::string words;     ///< "The Board meets at 10:30am the same day; three people sit on both."
    bool serious = false;  ///< the same people at the same time, the same room, a day not worked
    std::string with = {}; ///< the other body's name; empty for none
    std::int64_t in_common = 0; ///< people who sit on both
};
BOOST_DESCRIBE_STRUCT(YearClash, (), (kind, words, serious, with, in_common))

/// A meeting or a date of a programme.
struct YearDate {
    Moment at;
    Moment ends;
    bool ends_assumed = true; ///< nobody said how long it lasts
    Named body;
    std::string state; ///< as YearMeeting::state
    std::string words;
    std::string meeting; ///< id; empty for a date only programmed
    std::string place;
    std::vector<YearClash> clashes;
};
BOOST_DESCRIBE_STRUCT(YearDate, (),
                      (at, ends, ends_assumed, body, state, words, meeting, place, clashes))

/// A date nobody has set, which clashes with nothing.
struct ProposedDate {
    Moment at;
    std::string why; ///< "The second Tuesday of March, as in 2026."
};
BOOST_DESCRIBE_STRUCT(ProposedDate, (), (at, why))

struct YearBody {
    YearLine line;
    std::vector<YearDate> dates;         ///< by time, those called off left out
    std::vector<ProposedDate> proposals; ///< for what is missing, or for a year with no dates
    std::string note; ///< why nothing is proposed where the terms ask for more; may be empty
};
BOOST_DESCRIBE_STRUCT(YearBody, (), (line, dates, proposals, note))

struct YearPage {
    std::int64_t year = 0;
    base::CivilDate today;
    std::vector<std::int64_t> years;
    std::string sentence; ///< "12 meetings and dates, 2 clashes, 1 missing."
    std::int64_t clashes = 0;
    std::int64_t missing = 0;
    std::vector<YearBody> bodies;
    std::string
        calendar; ///< whose days that are not worked are shown; empty: none reaches the year
    std::int64_t to_avoid = 0; ///< dates to avoid that are kept for the year
};
BOOST_DESCRIBE_STRUCT(YearPage, (),
                      (year, today, years, sentence, clashes, missing, bodies, calendar, to_avoid))

/// Said wherever a length was assumed.
inline constexpr std::string_view length_assumed_words =
    "Two hours are assumed where no end is set.";

/// Of the secretariat and auditors; nothing for other viewers, or a year outside 1950 to 2199.
std::optional<YearPage> year_page(const Reader& reader, std::int64_t year);

/// Dates for a body in a year, so many, at the pattern of its last dates (the same week and weekday
/// of the month, the same time), moved to a day that is worked and clashes with nothing. Without a
/// pattern, spread over the year. Those already set are left in place and are not repeated.
std::vector<ProposedDate> propose_dates(const Reader& reader, std::string_view body,
                                        std::int64_t year, std::int64_t count);

/// What is known of a meeting that is being arranged, besides its time.
struct Planned {
    std::optional<std::int64_t> minutes =
        {};                   ///< how long it lasts; as its body is used to when empty
    std::string meeting = {}; ///< the id of one that is being moved
    std::string place = {};
};

/// What stands against a meeting of the body at that time: other bodies' meetings, days not worked,
/// dates to avoid.
std::vector<YearClash> clashes_at(const Reader& reader, std::string_view body, base::Instant at,
                                  const Planned& planned = {});

/// A date nobody has recorded yet, as it stands on a form.
struct PlannedDate {
    std::string body;
    base::Instant at;
    std::optional<std::int64_t> minutes = {}; ///< as its body is used to when empty
};

/// What the second of two dates of different bodies is to the first; nothing when neither the
/// people nor the time are the same.
std::optional<YearClash> clash_between(const Reader& reader, const PlannedDate& here,
                                       const PlannedDate& there);

} // namespace quorate::views

#endif
