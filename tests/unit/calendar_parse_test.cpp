// What parse_calendar() refuses, and the place it names.

#include "base/json.hpp"
#include "calendar_fixture.hpp"

#include <boost/json/serialize.hpp>

namespace quorate::calendar {
namespace {

base::JsonObject good() {
    return {{"format", 1},
            {"name", "test"},
            {"version", 2},
            {"known_from", "2008-01-01"},
            {"from", "2008-01-01"},
            {"to", "2008-12-31"},
            {"weekend", {"saturday", "sunday"}},
            {"source", "Made for a test"},
            {"days",
             {{{"date", "2008-03-21"}, {"title", "Good Friday"}},
              {{"date", "2008-03-24"}, {"title", "Easter Monday"}, {"note", "A note"}}}}};
}

/// The failure for the good calendar with one field replaced.
base::Failure refused_with(const char* key, const base::Json& value) {
    auto object = good();
    object[key] = value;
    const auto parsed = parse_calendar(boost::json::serialize(object));
    EXPECT_FALSE(parsed.has_value()) << key << " " << value;
    return parsed ? base::Failure{} : parsed.error();
}

std::string place_with(const char* key, const base::Json& value) {
    const auto failure = refused_with(key, value);
    EXPECT_FALSE(failure.message.empty());
    return failure.where;
}

base::Failure refused_days(std::initializer_list<base::Json> days) {
    return refused_with("days", base::JsonArray(days.begin(), days.end()));
}

base::Json day(const char* on) {
    return {{"date", on}, {"title", "A day"}};
}

TEST(ParseCalendar, ReadsEveryField) {
    const auto calendar = parse_calendar(boost::json::serialize(good())).value();
    EXPECT_EQ(calendar.name(), "test");
    EXPECT_EQ(calendar.version(), 2);
    EXPECT_EQ(calendar.known_from(), date("2008-01-01"));
    EXPECT_EQ(calendar.span(), (DateSpan{date("2008-01-01"), date("2008-12-31")}));
    EXPECT_EQ(calendar.source(), "Made for a test");
    ASSERT_EQ(calendar.days().size(), 2U);
    EXPECT_EQ(calendar.days()[1].note, "A note");
    EXPECT_EQ(calendar.bytes(), base::canonical(good()));
}

TEST(ParseCalendar, SpaceAndOrderOfKeysDoNotChangeTheHash) {
    const auto one = parse_calendar(
        R"({"format":1,"name":"t","version":1,"known_from":"2008-01-01","from":"2008-01-01",
        "to":"2008-01-01","weekend":["sunday","saturday"],"days":[]})");
    const auto two = parse_calendar(
        R"({"days":[],"weekend":["saturday","sunday"],"to":"2008-01-01","from":"2008-01-01",
        "known_from":"2008-01-01","version":1,"name":"t","format":1})");
    EXPECT_EQ(one->hash(), two->hash());
    EXPECT_EQ(one->span().from, one->span().to);
    EXPECT_TRUE(*one->is_working_day(date("2008-01-01")));
}

TEST(ParseCalendar, TextIsBroughtToNormalFormC) {
    auto composed = good();
    auto combining = good();
    composed["source"] = "caf\xc3\xa9";
    combining["source"] = "cafe\xcc\x81";
    EXPECT_EQ(parse_calendar(boost::json::serialize(composed))->hash(),
              parse_calendar(boost::json::serialize(combining))->hash());
}

TEST(ParseCalendar, TextThatIsNotJson) {
    EXPECT_EQ(parse_calendar("{\n \"format\": }").error().where, "line 2, column 12");
    EXPECT_FALSE(parse_calendar("").has_value());
    EXPECT_EQ(parse_calendar("[]").error().text(), "line 1: a calendar is one JSON object");
    EXPECT_EQ(parse_calendar("{\"format\":1,\n\"format\":1}").error().message,
              "the key \"format\" is given twice in one object");
    EXPECT_NE(parse_calendar(std::string((1 << 20) + 1, ' '))
                  .error()
                  .message.find("the limit is 1048576"),
              std::string::npos);
    EXPECT_FALSE(parse_calendar("{\"days\":[[[[[[]]]]]]}").has_value());
}

TEST(ParseCalendar, UnknownFields) {
    const auto failure = refused_with("wekend", base::JsonArray{});
    EXPECT_EQ(failure.text(), "wekend: there is no such field here. Did you mean \"weekend\"?");
    EXPECT_NE(refused_with("qqqqqqqq", 1).help.find("The fields are format, name"),
              std::string::npos);
    EXPECT_EQ(refused_days({day("2008-01-01"), {{"date", "2008-01-02"}, {"titl", "x"}}}).text(),
              "days[1].titl: there is no such field here. Did you mean \"title\"?");
}

TEST(ParseCalendar, MissingFields) {
    for (const char* key :
         {"format", "name", "version", "known_from", "from", "to", "weekend", "days"}) {
        auto object = good();
        object.erase(key);
        const auto parsed = parse_calendar(boost::json::serialize(object));
        ASSERT_FALSE(parsed.has_value()) << key;
        EXPECT_EQ(parsed.error().text(), std::string(key) + ": this field is missing");
    }
    auto object = good();
    object.erase("source");
    EXPECT_TRUE(parse_calendar(boost::json::serialize(object)).has_value());
    EXPECT_EQ(refused_days({base::JsonObject{{"date", "2008-01-01"}}}).text(),
              "days[0].title: this field is missing");
    EXPECT_EQ(refused_days({base::JsonObject{{"title", "x"}}}).text(),
              "days[0].date: this field is missing");
}

TEST(ParseCalendar, ValuesOfTheWrongKind) {
    for (const char* key :
         {"format", "name", "version", "known_from", "from", "to", "weekend", "source", "days"}) {
        EXPECT_EQ(place_with(key, true), key);
        EXPECT_EQ(place_with(key, nullptr), key);
        EXPECT_EQ(place_with(key, base::JsonObject{}), key);
    }
    EXPECT_EQ(place_with("version", 0), "version");
    EXPECT_EQ(place_with("version", 1.5), "version");
    EXPECT_EQ(place_with("version", 1'000'001), "version");
    EXPECT_EQ(place_with("version", "1"), "version");
    EXPECT_EQ(refused_with("format", 2).message,
              "this is calendar format 2, and only format 1 is known");
    EXPECT_EQ(refused_days({1}).where, "days[0]");
    EXPECT_EQ(refused_days({day("2008-01-01"), base::JsonArray{}}).where, "days[1]");
}

TEST(ParseCalendar, Names) {
    EXPECT_EQ(place_with("name", "England and Wales"), "name");
    EXPECT_EQ(place_with("name", ""), "name");
    EXPECT_EQ(place_with("name", base::Json(std::string(81, 'a'))), "name");
    EXPECT_EQ(place_with("name", "../x"), "name");
}

TEST(ParseCalendar, Dates) {
    EXPECT_EQ(refused_with("from", "2008-02-30").text(),
              "from: there is no day 2008-02-30. Use a date between 1900 and 2200");
    EXPECT_EQ(place_with("known_from", "1 June 2008"), "known_from");
    EXPECT_EQ(refused_days({day("2008-01-01"), day("2008-04-31")}).where, "days[1].date");
    EXPECT_EQ(refused_days({day("yesterday")}).where, "days[0].date");
}

TEST(ParseCalendar, AnEmptySpan) {
    EXPECT_EQ(
        refused_with("to", "2007-12-31").text(),
        "to: the calendar ends before it begins, so it covers no day. Put to on or after from");
}

TEST(ParseCalendar, DaysOutsideTheSpan) {
    EXPECT_EQ(refused_days({day("2008-01-01"), day("2009-01-01")}).text(),
              "days[1].date: 2009-01-01 is outside the span from 2008-01-01 to 2008-12-31. Change "
              "from and to, or take the day out");
    EXPECT_EQ(refused_days({day("2007-12-31")}).where, "days[0].date");
}

TEST(ParseCalendar, DaysTwiceOrOutOfOrder) {
    EXPECT_EQ(refused_days({day("2008-01-01"), day("2008-01-01")}).text(),
              "days[1].date: 2008-01-01 is listed twice. Take one out");
    EXPECT_EQ(refused_days({day("2008-01-02"), day("2008-01-01")}).text(),
              "days[1].date: 2008-01-01 comes after 2008-01-02 in the list. List the days in order "
              "of date, each once");
}

TEST(ParseCalendar, Weekends) {
    EXPECT_EQ(refused_with("weekend", {"saturday", "sonday"}).text(),
              "weekend: \"sonday\" is not a day of the week. Did you mean \"monday\"?");
    EXPECT_EQ(refused_with("weekend", {"sunday", "sunday"}).message, "\"sunday\" is named twice");
    EXPECT_EQ(refused_with("weekend", {"monday", "tuesday", "wednesday", "thursday", "friday",
                                       "saturday", "sunday"})
                  .message,
              "the weekend takes up all seven days");
    EXPECT_EQ(place_with("weekend", {1}), "weekend");
    EXPECT_EQ(Weekend::from_names({"sunday"}).value(), Weekend::sunday_only());
    EXPECT_EQ(Weekend::saturday_and_sunday().names(),
              (std::vector<std::string>{"saturday", "sunday"}));
    auto object = good();
    object["weekend"] = base::JsonArray{};
    EXPECT_TRUE(
        *parse_calendar(boost::json::serialize(object))->is_working_day(date("2008-06-29")));
}

TEST(ParseCalendar, TextLimits) {
    const auto titled = [](const std::string& title) {
        return base::Json{{"date", "2008-01-01"}, {"title", title}};
    };
    EXPECT_EQ(
        refused_days({titled("")}).text(),
        "days[0].title: there is no text here. Write some, or leave the field out if it may be");
    EXPECT_EQ(refused_days({titled(std::string(201, 'x'))}).where, "days[0].title");
    EXPECT_EQ(refused_days({titled("a\x01")}).where, "days[0].title");
    EXPECT_EQ(refused_days({{{"date", "2008-01-01"}, {"title", "x"}, {"note", ""}}}).where,
              "days[0].note");
    EXPECT_EQ(
        refused_days({{{"date", "2008-01-01"}, {"title", "x"}, {"note", std::string(501, 'x')}}})
            .where,
        "days[0].note");
    EXPECT_EQ(place_with("source", base::Json(std::string(2001, 'x'))), "source");
}

TEST(ParseCalendar, TooManyDays) {
    base::JsonArray days;
    for (int i = 0; i < 20'001; ++i) {
        days.emplace_back(0);
    }
    EXPECT_EQ(refused_with("days", days).text(),
              "days: 20001 days are too many; the limit is 20000");
}

TEST(LoadCalendar, NamesTheFile) {
    EXPECT_EQ(load_calendar("/no/such.json").error().where, "/no/such.json");
    const std::string path = QUORATE_SOURCE_DIR "/tests/unit/data/README.md";
    EXPECT_EQ(load_calendar(path).error().where, path + ": line 1, column 1");
}

} // namespace
} // namespace quorate::calendar
