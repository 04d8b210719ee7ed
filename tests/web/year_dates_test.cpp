// How long meetings last, and dates to avoid: on forms, pages, in calendars and clashes.

#include "base/one_line.hpp"
#include "office.hpp"
#include "partnership/bulk_runner.hpp"
#include "views/desk/dates_to_avoid.hpp"
#include "views/desk/year.hpp"
#include "views/letters/letters.hpp"

#include <algorithm>
#include <gtest/gtest.h>

namespace quorate::web_tests {

namespace {

/// Riverside as its secretariat sees it, at 15 December 2026.
class YearDates : public Office {
protected:
    YearDates() : Office("riverside") {}

    void convene(const std::string& at, const std::string& length) {
        const auto answer = send("/desk/convene",
                                 {{"body", "rp"},
                                  {"at", at},
                                  {"meeting", "rp/m5"},
                                  {"by", "servicing"},
                                  {"length", length}},
                                 "/desk/convene?body=rp&at=" + at);
        ASSERT_EQ(answer.status, 303) << answer.body;
    }
    views::Reader reader() const {
        views::Viewer viewer;
        viewer.kind = views::ViewerKind::secretariat;
        return views::Reader::open(there_, viewer).value();
    }
    std::vector<views::YearClash> board_at(const char* at,
                                           const views::Planned& planned = {}) const {
        return views::clashes_at(reader(), "rb", base::parse_instant(at).value(), planned);
    }
};

bool says_of(const std::vector<views::YearClash>& clashes, std::string_view kind,
             std::string_view words) {
    return std::any_of(clashes.begin(), clashes.end(), [&](const views::YearClash& each) {
        return each.kind == kind && each.words.find(words) != std::string::npos;
    });
}

std::string read_as(std::string_view line) {
    const auto read = views::read_dates_to_avoid(line, true);
    if (!read.unread.empty()) {
        return read.unread.front().problem;
    }
    return read.dates.empty()
               ? std::string()
               : read.dates.front().name + ": " +
                     views::days_words(read.dates.front().first, read.dates.front().last);
}

} // namespace

TEST_F(YearDates, AnEndIsShownWhereTheMeetingIs) {
    convene("2027-03-09T10:00", "60");
    for (const char* page : {"/desk/meetings/rp/m5", "/meetings/rp/m5", "/calendar?year=2027"}) {
        const auto shown = officer_.get(page);
        EXPECT_TRUE(shown.says("11:00am")) << page;
    }
    EXPECT_TRUE(officer_.get("/desk/year.ics?year=2027").says("DTEND:20270309T110000Z"));
    const auto draft = views::letter_draft(reader(), {"notice", "rp/9", "rp/m5", {}, "http://x"});
    ASSERT_TRUE(draft);
    EXPECT_NE(draft->text.find("from 10:00am to 11:00am"), std::string::npos) << draft->text;
    Browser member(served_, "riverside");
    member.sign_in("rp-9");
    EXPECT_TRUE(member.get("/desk").says("11:00am"));
    EXPECT_TRUE(member.get("/desk/meetings.ics").says("DTEND:20270309T110000Z"));
}

TEST_F(YearDates, AMovedMeetingLastsAsLongAsBefore) {
    convene("2027-03-09T10:00", "90");
    const FormFields fields = {{"to-day", "10"},      {"to-month", "3"}, {"to-year", "2027"},
                               {"to-time", "2:00pm"}, {"length", "90"},  {"step", "check"}};
    EXPECT_FALSE(officer_.get("/desk/meetings/rp/m5/postpone").says("Not said")) << "it is known";
    const auto checked =
        send("/desk/meetings/rp/m5/postpone", fields, "/desk/meetings/rp/m5/postpone");
    auto moved = fields;
    moved.back().second = "move";
    moved.emplace_back("checked", hidden_value(checked.body, "checked"));
    EXPECT_EQ(send("/desk/meetings/rp/m5/postpone", moved, "/desk/meetings/rp/m5/postpone").status,
              303);
    EXPECT_TRUE(officer_.get("/meetings/rp/m5").says("3:30pm"));
    // The day it was moved from has nothing to come on it, though it is in the programme.
    EXPECT_FALSE(officer_.get("/calendar?year=2027").says("datetime=\"2027-03-09T10:00\""));
    EXPECT_TRUE(officer_.get("/desk/programme/rp?year=2027").says("Its meeting was moved to"));
    EXPECT_FALSE(officer_.get("/desk/bulk/new?kind=convene&year=2027").says("9 March 2027"));
}

TEST_F(YearDates, ClashesGoByTheLength) {
    EXPECT_TRUE(says_of(board_at("2027-03-09T11:00:00Z"), "same-time", "Two hours are assumed"));
    convene("2027-03-09T10:00", "60");
    EXPECT_TRUE(says_of(board_at("2027-03-09T11:00:00Z"), "same-day", "from 10:00am to 11:00am"));
    EXPECT_TRUE(says_of(board_at("2027-03-09T10:59:00Z"), "same-time", "sit on both"));
    views::Planned planned;
    planned.minutes = 60;
    EXPECT_FALSE(says_of(board_at("2027-03-09T09:00:00Z", planned), "same-time", ""));
    planned.minutes = 61;
    const auto clashes = board_at("2027-03-09T09:00:00Z", planned);
    EXPECT_TRUE(says_of(clashes, "same-time", "sit on both"));
    EXPECT_FALSE(says_of(clashes, "same-time", "assumed")) << "both ends are known";
}

TEST_F(YearDates, TheLengthIsRememberedForTheNextMeeting) {
    convene("2027-03-09T10:00", "75");
    const auto next = officer_.get("/desk/convene?body=rp&at=2027-09-14T10:00");
    EXPECT_TRUE(next.says("<option value=\"75\" selected>1 hour 15 minutes</option>")) << next.body;
}

TEST_F(YearDates, ALengthNobodyCanMeanIsSentBack) {
    for (const char* length : {"0", "1441", "long"}) {
        const auto answer = send("/desk/convene",
                                 {{"body", "rp"},
                                  {"at", "2027-03-09T10:00"},
                                  {"meeting", "rp/m5"},
                                  {"by", "servicing"},
                                  {"place", "Kept Hall"},
                                  {"length", length}},
                                 "/desk/convene?body=rp&at=2027-03-09T10:00");
        EXPECT_EQ(answer.status, 422) << length;
        EXPECT_TRUE(answer.says("Choose how long the meeting is expected to last"));
        EXPECT_TRUE(answer.says("Kept Hall"));
    }
}

TEST_F(YearDates, DatesToAvoidAreToldAndNeverInTheWay) {
    const auto pasted = officer_.post_and_follow(
        "/desk/dates-to-avoid",
        {{"step", "paste"},
         {"lines", "Spring break: 8 to 12 March 2027\r\n\r\nElections, 06/05/2027"},
         {"lines-kind", "school"}});
    EXPECT_TRUE(pasted.says("2 dates were added."));
    EXPECT_TRUE(pasted.says("8 to 12 March 2027"));
    const auto page = officer_.get("/desk/convene?body=rp&at=2027-03-09T10:00");
    EXPECT_TRUE(page.says("In school holidays (Spring break)."));
    EXPECT_TRUE(officer_.get("/desk/year?year=2027").says("In school holidays (Spring break)."));
    convene("2027-03-09T10:00", "");
    EXPECT_TRUE(says_of(board_at("2027-03-12T10:00:00Z"), "avoid", "Spring break"));
    EXPECT_FALSE(says_of(board_at("2027-03-15T10:00:00Z"), "avoid", ""));
    // The same list again adds nothing.
    EXPECT_TRUE(
        officer_
            .post_and_follow("/desk/dates-to-avoid", {{"step", "paste"},
                                                      {"lines", "Spring break: 8 to 12 March 2027"},
                                                      {"lines-kind", "school"}})
            .says("in the list already"));
    for (const auto& date : views::propose_dates(reader(), "rb", 2027, 4)) {
        EXPECT_FALSE(date.at.local.date >= base::parse_date("2027-03-08").value() &&
                     date.at.local.date <= base::parse_date("2027-03-12").value());
    }
}

TEST_F(YearDates, ADateToAvoidCanBeChangedAndRemoved) {
    const FormFields one = {{"step", "add"},      {"name", "Half-term"},  {"first-day", "15"},
                            {"first-month", "2"}, {"first-year", "2027"}, {"kind", "school"}};
    EXPECT_TRUE(officer_.post_and_follow("/desk/dates-to-avoid", one).says("15 February 2027"));
    auto other = one;
    other[0].second = "change";
    other[1].second = "Half term week";
    for (const auto& [name, value] :
         FormFields{{"last-day", "19"}, {"last-month", "2"}, {"last-year", "2027"}}) {
        other.emplace_back(name, value);
    }
    EXPECT_TRUE(
        officer_.post_and_follow("/desk/dates-to-avoid/1", other).says("15 to 19 February 2027"));
    other[other.size() - 3].second = "14";
    const auto back = officer_.post("/desk/dates-to-avoid/1", other);
    EXPECT_EQ(back.status, 422);
    EXPECT_TRUE(back.says("Enter a last day on or after the first."));
    EXPECT_TRUE(officer_.post_and_follow("/desk/dates-to-avoid/1", {{"step", "remove"}})
                    .says("The date was removed."));
    EXPECT_EQ(officer_.get("/desk/dates-to-avoid/1").status, 404);
    Browser member(served_, "riverside");
    member.sign_in("rp-9");
    EXPECT_EQ(member.get("/desk/dates-to-avoid").status, 403);
}

TEST_F(YearDates, ALineThatCannotBeReadAddsNothing) {
    const auto back = officer_.post("/desk/dates-to-avoid",
                                    {{"step", "paste"},
                                     {"lines", "Spring break: 8 to 12 March 2027\nEaster"},
                                     {"lines-kind", "school"}});
    EXPECT_EQ(back.status, 422);
    EXPECT_TRUE(back.says("Line 2 cannot be read: there is no date with its year in it"));
    EXPECT_TRUE(back.says("Spring break: 8 to 12 March 2027\nEaster"));
    EXPECT_TRUE(officer_.get("/desk/dates-to-avoid").says("No dates are kept yet"));
}

TEST_F(YearDates, DatesOfOneFormClashByPeopleAndTime) {
    const auto at = [](const char* text) { return base::parse_instant(text).value(); };
    const views::PlannedDate here{"rp", at("2027-06-08T10:00:00Z"), 60};
    const auto clash = [&](const char* body, const char* time) {
        return views::clash_between(reader(), here, {body, at(time), 60});
    };
    ASSERT_TRUE(clash("rb", "2027-06-08T10:59:00Z"));
    EXPECT_TRUE(clash("rb", "2027-06-08T10:59:00Z")->serious);
    ASSERT_TRUE(clash("rb", "2027-06-08T11:00:00Z"));
    EXPECT_FALSE(clash("rb", "2027-06-08T11:00:00Z")->serious);
    EXPECT_FALSE(clash("rb", "2027-06-09T11:00:00Z"));
    // Nobody sits on both of these.
    EXPECT_FALSE(clash("rw", "2027-06-08T14:00:00Z"));
}

TEST_F(YearDates, RemindersFromAnotherWindowAreToldBeforeTheyGoTwice) {
    const auto form = officer_.get("/desk/bulk/new?kind=reminder&meeting=rb/m5");
    EXPECT_TRUE(form.says("checked")) << form.body;
    const auto send_it = [&](const Answer& page) {
        return officer_.post("/desk/bulk/new", {{"kind", "reminder"},
                                                {"meeting", "rb/m5"},
                                                {"written", hidden_value(page.body, "written")},
                                                {"entry", hidden_value(page.body, "entry")},
                                                {"chosen", "rb/1"},
                                                {"chosen", "rb/2"},
                                                {"chosen", "rb/3"},
                                                {"chosen", "rb/4"}});
    };
    const auto other = officer_.get("/desk/bulk/new?kind=reminder&meeting=rb/m5");
    ASSERT_EQ(send_it(form).status, 303);
    for (auto did = partnership::do_next_bulk_line(there_); did && *did;
         did = partnership::do_next_bulk_line(there_)) {
    }
    EXPECT_EQ(send_it(form).status, 303) << "the same form sent twice is the same task";
    const auto late = send_it(other);
    EXPECT_EQ(late.status, 422);
    EXPECT_TRUE(late.says("Letters like these went out since this page was opened"));
    EXPECT_TRUE(late.says("Written to like this on"));
}

TEST(DatesToAvoid, ListsAreReadAsCouncilsWriteThem) {
    EXPECT_EQ(read_as("October half-term, 26 October 2026, 30 October 2026"),
              "October half-term: 26 to 30 October 2026");
    EXPECT_EQ(read_as("Christmas: Monday 21 December 2026 to Friday 1 January 2027"),
              "Christmas: 21 December 2026 to 1 January 2027");
    EXPECT_EQ(read_as("Christmas 21 December \u2013 1 January 2027"),
              "Christmas: 21 December 2026 to 1 January 2027");
    EXPECT_EQ(read_as("Half term 26th-30th Oct 2026"), "Half term: 26 to 30 October 2026");
    EXPECT_EQ(read_as("26 - 30 October 2026: half-term"), "half-term: 26 to 30 October 2026");
    EXPECT_EQ(read_as("Elections;2027-05-06"), "Elections: 6 May 2027");
    EXPECT_EQ(read_as("Year 11 exams\t10/05/2027\t18/06/2027"),
              "Year 11 exams: 10 May to 18 June 2027");
    EXPECT_EQ(read_as("Easter, 29 February 2027"), "there is no date with its year in it");
    EXPECT_EQ(read_as("6 May 2027"), "there is no name in it");
    EXPECT_EQ(read_as("Back to front, 6 May 2027, 5 May 2027"), "its last day is before its first");
    EXPECT_EQ(read_as("Long, 1 January 2026, 2 January 2027"), "it is longer than a year");
    EXPECT_EQ(read_as("Three, 1 May 2026, 2 May 2026, 3 May 2026"),
              "there are more than two dates in it");
    EXPECT_EQ(read_as("  \r"), "");
}

TEST(OneLine, HoldsNoEndsOfLinesAndIsCutBetweenCharacters) {
    EXPECT_EQ(base::one_line(" Eve\r\nBcc: all@example.org\t\n"), "Eve Bcc: all@example.org");
    EXPECT_EQ(base::one_line("\n"), "");
    EXPECT_EQ(base::shortened("Łódź", 7), "Łódź");
    EXPECT_EQ(base::shortened("ŁódźŁódź", 9), "Łód\u2026");
}

} // namespace quorate::web_tests
