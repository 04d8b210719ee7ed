// The shipped calendars: against the published file, against the rules, and as versions in a
// library.

#include "base/json.hpp"
#include "base/text.hpp"
#include "calendar/library.hpp"
#include "calendar_fixture.hpp"

#include <algorithm>
#include <atomic>
#include <map>
#include <set>
#include <thread>

namespace quorate::calendar {
namespace {

using base::CivilDate;
using Days = std::set<std::string>;

Days days_of(const Calendar& calendar, int first_year, int last_year) {
    Days out;
    for (const auto& day : calendar.days()) {
        if (day.date.year() >= first_year && day.date.year() <= last_year) {
            out.insert(base::text(day.date));
        }
    }
    return out;
}

base::Json published() {
    return base::parse_json(
               base::read_file(QUORATE_SOURCE_DIR "/tests/unit/data/bank-holidays.json").value())
        .value();
}

CivilDate day_of(int year, unsigned month, unsigned day) {
    return base::civil_date(year, month, day).value();
}

/// Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher).
CivilDate easter(int year) {
    const int a = year % 19;
    const int b = year / 100;
    const int c = year % 100;
    const int g = (b - (b + 8) / 25 + 1) / 3;
    const int h = (19 * a + b - b / 4 - g + 15) % 30;
    const int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    const int m = (a + 11 * h + 22 * l) / 451;
    const int n = h + l - 7 * m + 114;
    return day_of(year, static_cast<unsigned>(n / 31), static_cast<unsigned>(n % 31 + 1));
}

CivilDate first_monday(int year, unsigned month) {
    auto day = day_of(year, month, 1);
    while (day.weekday() != 1) {
        day = day.plus_days(1);
    }
    return day;
}

CivilDate last_monday(int year, unsigned month) {
    auto day = day_of(year, month, base::days_in_month(year, month));
    while (day.weekday() != 1) {
        day = day.plus_days(-1);
    }
    return day;
}

/// Adds the day, or the first weekday after it that is not a holiday already.
void add_or_substitute(Days& days, CivilDate day) {
    while (day.weekday() == 0 || day.weekday() == 6 || days.contains(base::text(day))) {
        day = day.plus_days(1);
    }
    days.insert(base::text(day));
}

struct Change {
    const char* out;
    const char* in;
};

/// Days moved, and days added, by proclamation.
constexpr Change proclaimed[] = {{"2002-05-27", "2002-06-04"}, {"", "2002-06-03"},
                                 {"", "2011-04-29"},           {"2012-05-28", "2012-06-04"},
                                 {"", "2012-06-05"},           {"2020-05-04", "2020-05-08"},
                                 {"2022-05-30", "2022-06-02"}, {"", "2022-06-03"},
                                 {"", "2022-09-19"},           {"", "2023-05-08"}};

Days england_by_rule(int first_year, int last_year) {
    Days out;
    for (int year = first_year; year <= last_year; ++year) {
        add_or_substitute(out, day_of(year, 1, 1));
        out.insert(base::text(easter(year).plus_days(-2)));
        out.insert(base::text(easter(year).plus_days(1)));
        out.insert(base::text(first_monday(year, 5)));
        out.insert(base::text(last_monday(year, 5)));
        out.insert(base::text(last_monday(year, 8)));
        // Where Christmas Day is a Sunday, Boxing Day keeps the Monday and Christmas Day moves
        // behind it.
        const bool sunday = day_of(year, 12, 25).weekday() == 0;
        add_or_substitute(out, day_of(year, 12, sunday ? 26 : 25));
        add_or_substitute(out, day_of(year, 12, sunday ? 25 : 26));
    }
    for (const auto& change : proclaimed) {
        const int year = date(change.in).year();
        if (year >= first_year && year <= last_year) {
            out.erase(change.out);
            out.insert(change.in);
        }
    }
    return out;
}

Days kingdom_by_rule(int first_year, int last_year) {
    Days out = england_by_rule(first_year, last_year);
    for (int year = first_year; year <= last_year; ++year) {
        add_or_substitute(out, day_of(year, 1, 2));
        add_or_substitute(out, day_of(year, 3, 17));
        add_or_substitute(out, day_of(year, 7, 12));
        out.insert(base::text(first_monday(year, 8)));
        if (year >= 2007) { // St Andrew's Day Bank Holiday (Scotland) Act 2007
            add_or_substitute(out, day_of(year, 11, 30));
        }
    }
    return out;
}

TEST(CalendarData, EnglandAndWalesEqualsThePublishedFile) {
    const auto file = published();
    std::map<std::string, std::string> expected;
    for (const auto& event : file.at("england-and-wales").at("events").as_array()) {
        expected.emplace(event.at("date").as_string(), event.at("title").as_string());
    }
    std::map<std::string, std::string> shipped_days;
    for (const auto& day : england().days()) {
        if (day.date.year() >= 2012) {
            shipped_days.emplace(base::text(day.date), day.title);
        }
    }
    EXPECT_EQ(shipped_days, expected);
}

TEST(CalendarData, UnitedKingdomEqualsTheUnionOfThePublishedParts) {
    const auto file = published();
    Days expected;
    for (const auto& part : file.as_object()) {
        for (const auto& event : part.value().at("events").as_array()) {
            expected.emplace(event.at("date").as_string());
        }
    }
    EXPECT_EQ(days_of(shipped("united-kingdom"), 2012, 2028), expected);
}

TEST(CalendarData, EveryYearEqualsTheRules) {
    EXPECT_EQ(days_of(england(), 2002, 2028), england_by_rule(2002, 2028));
    EXPECT_EQ(days_of(shipped("united-kingdom"), 2005, 2028), kingdom_by_rule(2005, 2028));
}

TEST(CalendarData, SpotChecks) {
    const std::pair<const char*, const char*> expected[] = {
        {"2002-06-03", "Golden Jubilee bank holiday"},
        {"2002-06-04", "Spring bank holiday"},
        {"2004-12-27", "Christmas Day"},
        {"2004-12-28", "Boxing Day"},
        {"2005-12-26", "Boxing Day"},
        {"2005-12-27", "Christmas Day"},
        {"2008-03-21", "Good Friday"},
        {"2008-03-24", "Easter Monday"},
        {"2009-12-28", "Boxing Day"},
        {"2011-04-29", "Royal Wedding bank holiday"},
        {"2011-01-03", "New Year’s Day"},
        {"2012-06-05", "Queen’s Diamond Jubilee"}};
    for (const auto& [day, title] : expected) {
        ASSERT_NE(england().listed(date(day)), nullptr) << day;
        EXPECT_EQ(england().listed(date(day))->title, title) << day;
    }
    EXPECT_EQ(england().listed(date("2004-12-28"))->note, "Substitute day");
    EXPECT_TRUE(*england().is_working_day(date("2002-05-27")));
    const auto* boyne = shipped("united-kingdom").listed(date("2008-07-14"));
    ASSERT_NE(boyne, nullptr);
    EXPECT_EQ(boyne->title, "Battle of the Boyne (Orangemen’s Day)");
    EXPECT_EQ(boyne->note, "Substitute day, Northern Ireland only");
}

TEST(CalendarData, EachFileSaysWhatItIs) {
    for (const auto& [name, from] : {std::pair("england-and-wales", "2002-01-01"),
                                     std::pair("united-kingdom", "2005-01-01")}) {
        const auto& calendar = shipped(name);
        EXPECT_EQ(calendar.name(), name);
        EXPECT_EQ(calendar.version(), 1);
        EXPECT_EQ(calendar.span(), (DateSpan{date(from), date("2028-12-31")}));
        EXPECT_EQ(calendar.weekend(), Weekend::saturday_and_sunday());
        EXPECT_NE(calendar.source().find("www.gov.uk/bank-holidays"), std::string::npos);
        EXPECT_TRUE(std::all_of(
            calendar.days().begin(), calendar.days().end(), [](const NonWorkingDay& day) {
                return day.date.weekday() != 0 && day.date.weekday() != 6 && !day.title.empty();
            }));
    }
}

TEST(CalendarData, TheHashIsOverTheCanonicalBytesOfTheFile) {
    for (const char* name : {"england-and-wales", "united-kingdom"}) {
        const auto json = base::parse_json(base::read_file(shipped_path(name)).value()).value();
        EXPECT_EQ(shipped(name).bytes(), base::canonical(json));
        EXPECT_EQ(shipped(name).hash(), base::sha256(base::canonical(json)));
        EXPECT_EQ(parse_calendar(shipped(name).bytes())->hash(), shipped(name).hash());
    }
}

/// The shipped United Kingdom calendar as it would be brought up to date: Scotland's day of 15 June
/// 2026.
std::string kingdom_with_the_late_proclamation() {
    auto json = base::parse_json(shipped("united-kingdom").bytes()).value();
    auto& object = json.as_object();
    object["version"] = 2;
    object["known_from"] = "2026-11-23";
    auto& days = object["days"].as_array();
    const auto after = std::find_if(days.begin(), days.end(), [](const base::Json& day) {
        return day.at("date").as_string() > "2026-06-15";
    });
    days.insert(after, base::JsonObject{{"date", "2026-06-15"},
                                        {"title", "World Cup bank holiday"},
                                        {"note", "Scotland only"}});
    return base::canonical(json);
}

TEST(CalendarLibrary, ALateProclamationIsAVersionImportedAtRunTime) {
    auto library = load_calendars(QUORATE_SOURCE_DIR "/data/calendars").value();
    const auto first = library.newest("united-kingdom");
    ASSERT_NE(first, nullptr);
    EXPECT_EQ(answer(first->working_days_after(date("2026-06-01"), 20)), "2026-06-29");
    EXPECT_EQ(first->listed(date("2026-06-15")), nullptr);

    const auto imported = library.add(parse_calendar(kingdom_with_the_late_proclamation()).value());
    ASSERT_TRUE(imported.has_value());
    const auto second = library.newest("united-kingdom");
    EXPECT_EQ(second->hash(), *imported);
    EXPECT_EQ(second->version(), 2);
    EXPECT_EQ(answer(second->working_days_after(date("2026-06-01"), 20)), "2026-06-30");

    // What was cited by hash answers as it did.
    EXPECT_NE(first->hash(), second->hash());
    EXPECT_EQ(library.find(first->hash()), first);
    EXPECT_EQ(answer(library.find(first->hash())->working_days_after(date("2026-06-01"), 20)),
              "2026-06-29");
    EXPECT_EQ(library.versions("united-kingdom"), (std::vector{first, second}));
    EXPECT_EQ(library.newest("england-and-wales")->version(), 1);
}

Calendar small(int version, const std::string& known_from) {
    return parse_calendar(
               R"({"format":1,"name":"small","version":)" + std::to_string(version) +
               R"(,"known_from":")" + known_from +
               R"(","from":"2008-01-01","to":"2008-12-31","weekend":["sunday"],"days":[]})")
        .value();
}

TEST(CalendarLibrary, NewestIsByKnownFromThenVersion) {
    CalendarLibrary library;
    EXPECT_EQ(library.newest("small"), nullptr);
    EXPECT_EQ(library.find(base::Digest{}), nullptr);
    ASSERT_TRUE(library.add(small(3, "2008-02-01")).has_value());
    ASSERT_TRUE(library.add(small(1, "2008-02-01")).has_value());
    EXPECT_EQ(library.newest("small")->version(), 3);
    ASSERT_TRUE(library.add(small(2, "2008-03-01")).has_value());
    EXPECT_EQ(library.newest("small")->version(), 2);
    EXPECT_EQ(library.versions("small").size(), 3U);
    EXPECT_EQ(library.names(), std::vector<std::string>{"small"});
    EXPECT_TRUE(library.versions("none").empty());
}

TEST(CalendarLibrary, TheSameAgainIsNothingNewAndOtherContentIsRefused) {
    CalendarLibrary library;
    const auto first = library.add(small(1, "2008-02-01"));
    EXPECT_EQ(library.add(small(1, "2008-02-01")).value(), first.value());
    EXPECT_EQ(library.versions("small").size(), 1U);
    const auto refused = library.add(small(1, "2008-02-02"));
    ASSERT_FALSE(refused.has_value());
    EXPECT_EQ(refused.error().text(),
              "calendar small, version 1: there is already such a version, with other content. "
              "Give the new one a higher version number");
    EXPECT_EQ(library.newest("small")->hash(), *first);
}

TEST(CalendarLibrary, ACopyStandsByItself) {
    CalendarLibrary library;
    ASSERT_TRUE(library.add(small(1, "2008-02-01")).has_value());
    auto copy = library;
    ASSERT_TRUE(copy.add(small(2, "2008-02-02")).has_value());
    EXPECT_EQ(library.newest("small")->version(), 1);
    EXPECT_EQ(copy.newest("small")->version(), 2);
    EXPECT_EQ(copy.versions("small").front(), library.newest("small"));
}

TEST(CalendarLibrary, ManyThreadsMayRead) {
    const auto library = load_calendars(QUORATE_SOURCE_DIR "/data/calendars").value();
    std::atomic<int> right = 0;
    std::vector<std::thread> readers;
    for (int i = 0; i < 4; ++i) {
        readers.emplace_back([&] {
            for (int round = 0; round < 500; ++round) {
                const auto found = library.newest("england-and-wales");
                right += answer(found->working_days_before(date("2008-07-01"), 10, Count::clear)) ==
                                 "2008-06-16"
                             ? 1
                             : 0;
            }
        });
    }
    for (auto& reader : readers) {
        reader.join();
    }
    EXPECT_EQ(right, 2000);
}

TEST(CalendarLibrary, AFolderThatCannotBeReadIsNamed) {
    EXPECT_EQ(load_calendars("/no/such/folder").error().where, "/no/such/folder");
    EXPECT_EQ(load_calendars(QUORATE_SOURCE_DIR "/tests/unit/data").error().where,
              QUORATE_SOURCE_DIR "/tests/unit/data/bank-holidays.json: england-and-wales");
}

} // namespace
} // namespace quorate::calendar
