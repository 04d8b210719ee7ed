// The secretariat's desk: the year, attendance, letters, bulk tasks. Each test has a partnership of
// its own in a folder; bulk lines are done here one by one.

#include "base/uuid.hpp"
#include "governance/codec.hpp"
#include "office.hpp"
#include "partnership/bulk_runner.hpp"
#include "partnership/workspace/bulk.hpp"
#include "partnership/workspace/letters.hpp"
#include "partnership/workspace/outbox.hpp"
#include "views/desk/desk.hpp"
#include "views/desk/year.hpp"
#include "views/letters/letters.hpp"
#include "views/membership/attendance.hpp"
#include "views/membership/overview.hpp"

#include <algorithm>
#include <gtest/gtest.h>

namespace quorate::web_tests {

namespace {

views::Reader reader_of(const partnership::Partnership& partnership) {
    views::Viewer viewer;
    viewer.kind = views::ViewerKind::secretariat;
    auto reader = views::Reader::open(partnership, viewer);
    EXPECT_TRUE(reader.has_value());
    return std::move(*reader);
}

/// Bulk lines are done here one by one.
class Secretariat : public Office {
protected:
    using Office::Office;

    void convene(const std::string& body, const std::string& at, const std::string& meeting) {
        const auto answer = send("/desk/convene",
                                 {{"body", body},
                                  {"at", at},
                                  {"meeting", meeting},
                                  {"by", "servicing"},
                                  {"place", "Town Hall"}},
                                 "/desk/convene?body=" + body + "&at=" + at);
        ASSERT_EQ(answer.status, 303) << answer.body;
    }
    int work_off() {
        int lines = 0;
        for (auto did = partnership::do_next_bulk_line(there_); did && *did;
             did = partnership::do_next_bulk_line(there_)) {
            ++lines;
        }
        return lines;
    }
};

/// The fictional year of Riverside: a vacancy, a run of missed meetings, a date of 2027 to convene.
class Riverside : public Secretariat {
protected:
    Riverside() : Secretariat("riverside") {}
};

/// Practice at 2 June 2008.
class Rehearsal : public Secretariat {
protected:
    Rehearsal() : Secretariat("kent-rehearsal") {}
};

bool has_task(const views::DeskPage& page, std::string_view what) {
    return std::any_of(page.tasks.begin(), page.tasks.end(), [&](const views::DeskTask& task) {
        return task.what.find(what) != std::string::npos;
    });
}

} // namespace

// ---- The desk ----

TEST_F(Riverside, DeskListsAbsencesAndVacanciesUntilSomebodyIsWrittenTo) {
    auto page = views::desk_page(reader_of(there_));
    ASSERT_TRUE(page);
    EXPECT_TRUE(has_task(*page, "three meetings missed in a row"));
    EXPECT_TRUE(has_task(*page, "vacant"));
    for (const auto& task : page->tasks) {
        EXPECT_FALSE(task.what.empty());
        EXPECT_TRUE(task.page.empty() || !task.verb.empty()) << task.what;
    }
    partnership::Letter letter;
    letter.id = "01900000-0000-7000-8000-000000000001";
    letter.kind = "replacement";
    letter.seat = "rp/6";
    letter.at = there_.now();
    ASSERT_TRUE(partnership::keep_letter(*there_.workspace(), letter).value());
    page = views::desk_page(reader_of(there_));
    EXPECT_FALSE(has_task(*page, "three meetings missed in a row"));
}

TEST_F(Riverside, MinutesToApproveSayOnWhichAgendaTheyAre) {
    const auto page = views::desk_page(reader_of(there_));
    ASSERT_TRUE(page);
    const auto approve =
        std::find_if(page->tasks.begin(), page->tasks.end(), [](const views::DeskTask& task) {
            return task.meeting == "rb/m3" && task.what == "Have the minutes approved";
        });
    ASSERT_NE(approve, page->tasks.end());
    EXPECT_TRUE(approve->hint.ends_with("On the agenda of 19 January 2027, item 1."))
        << approve->hint;
}

TEST_F(Riverside, DeskShowsNothingTwiceAndNarrowsToABody) {
    convene("rp", "2027-03-09T10:00", "rp/m5");
    const auto all = views::desk_page(reader_of(there_));
    std::set<std::string> seen;
    for (const auto& task : all->tasks) {
        const auto key = task.body.id + " " + task.meeting + " " + task.what;
        EXPECT_TRUE(seen.insert(key).second) << key;
    }
    const auto one = views::desk_page(reader_of(there_), "rb");
    ASSERT_TRUE(one);
    EXPECT_EQ(one->only.id, "rb");
    EXPECT_EQ(one->all_tasks, static_cast<std::int64_t>(all->tasks.size()));
    for (const auto& task : one->tasks) {
        EXPECT_EQ(task.body.id, "rb");
    }
    EXPECT_FALSE(views::desk_page(reader_of(there_), "nobody"));
    EXPECT_TRUE(officer_.get("/desk?body=rb").says("All bodies"));
    EXPECT_EQ(officer_.get("/desk?body=nobody").status, 404);
}

TEST_F(Rehearsal, DeskAsksForAnswersOnceAMeetingIsNear) {
    convene("kp", "2008-07-01T10:00", "kp/m1");
    const auto page = views::desk_page(reader_of(there_));
    EXPECT_TRUE(has_task(*page, "40 members have not answered"));
    EXPECT_TRUE(officer_.get("/desk").says("Send reminders"));
}

// ---- The year ----

TEST_F(Riverside, YearShowsEveryBodyByMonthsAndWhatIsMissing) {
    const auto page = officer_.get("/desk/year?year=2027");
    EXPECT_EQ(page.status, 200);
    EXPECT_TRUE(page.says("Bodies by months"));
    EXPECT_TRUE(page.says("Dates that would do"));
    EXPECT_TRUE(page.says("not convened"));
    const auto file = officer_.get("/desk/year.ics?year=2027");
    EXPECT_NE(file.head.find("text/calendar"), std::string::npos);
    EXPECT_TRUE(file.says("DTSTART:20270309T100000Z")) << file.body;
    EXPECT_TRUE(file.says("in the programme"));
}

TEST_F(Riverside, ProposedDatesClashWithNothing) {
    const auto reader = reader_of(there_);
    for (const char* body : {"rp", "rb"}) {
        const auto dates = views::propose_dates(reader, body, 2028, 4);
        EXPECT_FALSE(dates.empty()) << body;
        for (const auto& date : dates) {
            EXPECT_TRUE(views::clashes_at(reader, body, date.at.instant).empty())
                << base::text(date.at.local);
            EXPECT_EQ(date.at.local.date.year(), 2028);
            EXPECT_NE(date.at.local.date.weekday(), 0U);
            EXPECT_NE(date.at.local.date.weekday(), 6U);
        }
    }
    EXPECT_FALSE(views::year_page(reader, 1900));
}

TEST_F(Riverside, AMeetingOfTheSamePeopleAtTheSameTimeIsAClash) {
    const auto reader = reader_of(there_);
    const auto at = base::parse_instant("2027-03-09T10:30:00Z").value();
    const auto clashes = views::clashes_at(reader, "rb", at);
    ASSERT_EQ(clashes.size(), 1U);
    EXPECT_EQ(clashes.front().kind, "same-time");
    EXPECT_TRUE(clashes.front().serious);
    EXPECT_NE(clashes.front().words.find("sit on both"), std::string::npos);
    // Good Friday 2027, and a Saturday.
    EXPECT_EQ(views::clashes_at(reader, "rb", base::parse_instant("2027-03-26T10:00:00Z").value())
                  .front()
                  .kind,
              "holiday");
    EXPECT_EQ(views::clashes_at(reader, "rb", base::parse_instant("2027-03-27T10:00:00Z").value())
                  .front()
                  .kind,
              "holiday");
}

TEST_F(Riverside, TheSameDateIsNotConvenedTwice) {
    convene("rp", "2027-03-09T10:00", "rp/m5");
    const auto again = officer_.get("/desk/convene?body=rp&at=2027-03-09T14:00");
    EXPECT_TRUE(again.says("There is a meeting of this body on that day already"));
    EXPECT_FALSE(again.says("What follows"));
    const auto size = there_.state()->size;
    const auto answer = send(
        "/desk/convene",
        {{"body", "rp"}, {"at", "2027-03-09T14:00"}, {"meeting", "rp/m6"}, {"by", "servicing"}},
        "/desk/convene?body=rp");
    EXPECT_EQ(answer.status, 422);
    EXPECT_TRUE(answer.says("nothing was convened"));
    EXPECT_EQ(there_.state()->size, size);
}

TEST_F(Riverside, AProgrammeListsEachDateOnce) {
    FormFields fields = {{"year", "2027"}, {"step", "check"}};
    for (const char* row : {"date1", "date2"}) {
        fields.insert(fields.end(), {{std::string(row) + "-day", "9"},
                                     {std::string(row) + "-month", "3"},
                                     {std::string(row) + "-year", "2027"},
                                     {std::string(row) + "-time", "10am"}});
    }
    const auto answer = send("/desk/programme/rp", fields, "/desk/programme/rp?year=2027");
    EXPECT_EQ(answer.status, 422);
    EXPECT_TRUE(answer.says("This date is listed twice"));
}

// ---- Attendance and membership ----

TEST_F(Riverside, MissedMeetingsAreCountedAsTheTermsCountThem) {
    const auto alerts = views::absence_alerts(reader_of(there_));
    const auto six = std::find_if(alerts.begin(), alerts.end(),
                                  [](const auto& each) { return each.seat.id == "rp/6"; });
    ASSERT_NE(six, alerts.end());
    EXPECT_EQ(six->missed, 3);
    EXPECT_EQ(six->limit, 3);
    EXPECT_EQ(six->state, "reached");
    EXPECT_EQ(six->clause, "3.8");
    ASSERT_EQ(six->meetings.size(), 3U);
    EXPECT_EQ(six->meetings.front().id, "rp/m4");
    const auto two = std::find_if(alerts.begin(), alerts.end(),
                                  [](const auto& each) { return each.seat.id == "rp/2"; });
    ASSERT_NE(two, alerts.end());
    EXPECT_EQ(two->state, "begun");
}

TEST_F(Riverside, AttendanceOfAYearIsATableAndAFile) {
    const auto page = views::attendance_page(reader_of(there_), "rp", 2026);
    ASSERT_TRUE(page);
    EXPECT_EQ(page->meetings.size(), 4U);
    const auto row = std::find_if(page->rows.begin(), page->rows.end(),
                                  [](const auto& each) { return each.seat.id == "rp/17"; });
    ASSERT_NE(row, page->rows.end());
    EXPECT_EQ(row->cells.front().state, "apologies");
    EXPECT_EQ(row->substitute, 1);
    EXPECT_EQ(row->present + row->substitute + row->apologies + row->absent, row->of);
    const auto file = officer_.get("/desk/attendance.csv?body=rp&year=2026");
    EXPECT_TRUE(file.says("\"rp/17\""));
    EXPECT_TRUE(file.says("\"2026-03-10\""));
    EXPECT_TRUE(officer_.get("/desk/attendance?body=rp&year=2031").says("No meeting of this body"));
    EXPECT_EQ(officer_.get("/desk/attendance?body=zz").status, 404);
}

TEST_F(Riverside, VacanciesSaySinceWhen) {
    const auto page = views::membership_overview(reader_of(there_));
    ASSERT_TRUE(page);
    const auto found = std::find_if(page->vacancies.begin(), page->vacancies.end(),
                                    [](const auto& each) { return each.seat.id == "rp/16"; });
    ASSERT_NE(found, page->vacancies.end());
    ASSERT_TRUE(found->since);
    EXPECT_EQ(base::text(found->since->local.date), "2026-09-30");
    EXPECT_TRUE(found->words.starts_with("Vacant for"));
    EXPECT_TRUE(officer_.get("/desk/membership").says("Write the letter"));
}

TEST_F(Rehearsal, WhereNobodyIsNamedLettersNameNobody) {
    const auto reader = reader_of(there_);
    const auto draft = views::letter_draft(reader, {"welcome", "kp/9", {}, {}, "http://localhost"});
    ASSERT_TRUE(draft);
    EXPECT_TRUE(draft->to.starts_with("Seat 9")) << draft->to;
    EXPECT_NE(draft->text.find("Dear member"), std::string::npos);
}

// ---- Letters ----

TEST_F(Riverside, AMeetingThatGoesOnEndsNoRunOfMissedMeetings) {
    const auto enter = [&](const std::string& act, const std::string& fields,
                           const std::string& at) {
        const auto json = base::parse_json(
            R"({"id": ")" + base::random_uuid_v7(base::system_now()) + R"(", "act": ")" + act +
            R"(", "fields": {"meeting": "rp/m9")" + fields +
            R"(}, "made_by": "servicing", "recorded_by": "servicing", "evidence": "sign-in",)" +
            R"( "late_reason": "Called by letter", "effective": ")" + at + "\"}");
        auto asked = governance::decode_submission(json->get_object(), {there_.zone(), false}, {});
        ASSERT_TRUE(asked) << asked.error().text();
        const auto receipt = there_.submit(std::move(*asked));
        ASSERT_TRUE(receipt);
    };
    enter("convene-meeting", R"(, "at": "2026-12-15T08:00")", "2026-11-20T09:00");
    enter("record-arrival", R"(, "seats": "6")", "2026-12-15T07:55");
    enter("open-meeting", "", "2026-12-15T08:00");
    const auto draft =
        views::letter_draft(reader_of(there_), {"replacement", "rp/6", {}, {}, "http://localhost"});
    ASSERT_TRUE(draft);
    EXPECT_NE(draft->text.find("of The Riverside Partnership: 16 June 2026, 15 September 2026 and "
                               "8 December 2026."),
              std::string::npos)
        << draft->text;
}

TEST_F(Riverside, ALetterCitesItsClauseKeepsWhatWasTypedAndIsKeptOnce) {
    const std::string path = "/desk/letters/new?kind=replacement&seat=rp/6";
    const auto page = officer_.get(path);
    EXPECT_TRUE(page.says("clause 3.8"));
    EXPECT_TRUE(page.says("misses three meetings in a row"));
    FormFields fields = {{"kind", "replacement"},
                         {"seat", "rp/6"},
                         {"to", "Riverside Council"},
                         {"address", "not an address"},
                         {"subject", "Attendance"},
                         {"text", "Words of my own"},
                         {"how", "mail"}};
    const auto wrong = send("/desk/letters/new", fields, path);
    EXPECT_EQ(wrong.status, 422);
    EXPECT_TRUE(wrong.says("Words of my own"));
    EXPECT_TRUE(wrong.says("not an address"));
    EXPECT_TRUE(wrong.says("Enter one e-mail address"));
    fields[3].second = "clerk@riverside.example";
    fields.emplace_back("entry", hidden_value(page.body, "entry"));
    const auto first = officer_.post("/desk/letters/new", fields);
    ASSERT_EQ(first.status, 303) << first.body;
    const auto second = officer_.post("/desk/letters/new", fields);
    EXPECT_EQ(second.location, first.location);
    EXPECT_EQ(partnership::kept_letters(*there_.workspace())->size(), 1U);
    EXPECT_EQ(partnership::outbox(*there_.workspace(), 10)->size(), 1U);
    EXPECT_TRUE(officer_.get("/desk/letters").says("Attendance"));
    EXPECT_TRUE(
        officer_.get("/desk/letters/" + hidden_value(page.body, "entry")).says("Words of my own"));
}

TEST_F(Riverside, EachKindOfLetterIsMadeFromTheRecord) {
    convene("rp", "2027-03-09T10:00", "rp/m5");
    const auto reader = reader_of(there_);
    const auto draft = [&](const std::string& kind, const std::string& seat,
                           const std::string& meeting) {
        return views::letter_draft(reader, {kind, seat, meeting, {}, "http://localhost"});
    };
    const auto vacancy = draft("vacancy", "rp/16", "");
    ASSERT_TRUE(vacancy);
    EXPECT_EQ(vacancy->actor, "organisation:weir-energy");
    EXPECT_NE(vacancy->text.find("30 September 2026"), std::string::npos) << vacancy->text;
    EXPECT_FALSE(draft("vacancy", "rp/1", "")) << "the seat is held";
    EXPECT_FALSE(draft("replacement", "rp/1", "")) << "they came";
    const auto notice = draft("notice", "rp/1", "rp/m5");
    ASSERT_TRUE(notice);
    EXPECT_NE(notice->text.find("Tuesday 9 March 2027 at 10:00am, Town Hall"), std::string::npos);
    EXPECT_FALSE(notice->clause.empty());
    EXPECT_TRUE(draft("reminder", "rp/1", "rp/m5"));
    EXPECT_FALSE(draft("reminder", "rb/1", "rp/m5")) << "another body's seat";
    EXPECT_FALSE(draft("substitute", "rp/1", "rp/m5")) << "nobody was named";
    EXPECT_FALSE(draft("notice", "rp/1", "rp/m1")) << "it was held";
    EXPECT_FALSE(draft("nonsense", "rp/1", ""));
    EXPECT_EQ(officer_.get("/desk/letters/new?kind=notice&seat=rp/1").status, 404);
}

// ---- Bulk tasks ----

TEST_F(Rehearsal, RemindersGoToEveryMemberOnceAndShowHowFarTheyAre) {
    convene("kp", "2008-07-01T10:00", "kp/m1");
    const std::string path = "/desk/bulk/new?kind=reminder&meeting=kp/m1";
    const auto page = officer_.get(path);
    EXPECT_TRUE(page.says("Will you come?") || page.says("We have no answer from you yet"));
    FormFields fields = {
        {"kind", "reminder"}, {"meeting", "kp/m1"}, {"entry", hidden_value(page.body, "entry")}};
    EXPECT_TRUE(officer_.post("/desk/bulk/new", fields).says("Choose at least one"));
    for (int seat = 1; seat <= 40; ++seat) {
        fields.emplace_back("chosen", "kp/" + std::to_string(seat));
    }
    const auto begun = officer_.post("/desk/bulk/new", fields);
    ASSERT_EQ(begun.status, 303) << begun.body;
    EXPECT_EQ(officer_.post("/desk/bulk/new", fields).location, begun.location);
    const auto task = "/desk/bulk/" + hidden_value(page.body, "entry");
    EXPECT_TRUE(officer_.get(task).says("0 of 40 done"));
    ASSERT_TRUE(partnership::do_next_bulk_line(there_).value());
    EXPECT_TRUE(officer_.get(task).says("1 of 40 done"));
    EXPECT_EQ(officer_.post(task, {{"do", "stop"}}).status, 303);
    EXPECT_TRUE(officer_.get(task).says("Stopped"));
    EXPECT_EQ(work_off(), 0);
    EXPECT_TRUE(has_task(*views::desk_page(reader_of(there_)), "Reminders for"));
    EXPECT_EQ(officer_.post(task, {{"do", "go-on"}}).status, 303);
    EXPECT_EQ(work_off(), 39);
    EXPECT_TRUE(officer_.get(task).says("40 of 40 done"));
    EXPECT_EQ(partnership::kept_letters(*there_.workspace())->size(), 40U);
    EXPECT_EQ(partnership::outbox(*there_.workspace(), 100)->size(), 40U);
}

TEST_F(Rehearsal, ALineThatWasDoneBeforeACrashIsNotDoneAgain) {
    convene("kp", "2008-07-01T10:00", "kp/m1");
    const auto page = officer_.get("/desk/bulk/new?kind=apologies&meeting=kp/m1");
    const auto id = hidden_value(page.body, "entry");
    ASSERT_EQ(officer_
                  .post("/desk/bulk/new", {{"kind", "apologies"},
                                           {"meeting", "kp/m1"},
                                           {"entry", id},
                                           {"chosen", "kp/3"},
                                           {"chosen", "kp/5"}})
                  .status,
              303);
    auto& workspace = *there_.workspace();
    // The act is in the record; the program ended before the line was ticked off.
    const auto work = partnership::next_bulk_line(workspace).value();
    ASSERT_TRUE(work);
    ASSERT_TRUE(partnership::do_next_bulk_line(there_).value());
    const auto size = there_.state()->size;
    const auto lines = partnership::bulk_lines(workspace, id).value();
    const auto position = lines.front().position;
    ASSERT_TRUE(
        partnership::settle_bulk_line(workspace, *work, {"failed", {}, "As if it had not", {}}));
    ASSERT_TRUE(partnership::try_failed_bulk_lines(workspace, id).value());
    EXPECT_EQ(work_off(), 2);
    EXPECT_EQ(there_.state()->size, size + 1) << "only the second line was new";
    EXPECT_EQ(partnership::bulk_lines(workspace, id)->front().position, position);
    const auto* meeting = there_.state()->meetings.find(governance::MeetingId("kp/m1"));
    EXPECT_EQ(meeting->apologies.size(), 2U);
}

TEST_F(Riverside, TheYearIsConvenedAtOnceAndNoDateTwice) {
    const auto page = officer_.get("/desk/bulk/new?kind=convene&year=2027&body=rp");
    EXPECT_TRUE(page.says("9 March 2027"));
    EXPECT_TRUE(page.says("Permitted"));
    const FormFields fields = {{"kind", "convene"},
                               {"year", "2027"},
                               {"body", "rp"},
                               {"place", "Guildhall"},
                               {"entry", hidden_value(page.body, "entry")},
                               {"chosen", "rp 2027-03-09T10:00:00Z"},
                               {"chosen", "rp 2027-09-14T09:00:00Z"}};
    ASSERT_EQ(officer_.post("/desk/bulk/new", fields).status, 303);
    // Somebody else is faster with the first.
    convene("rp", "2027-03-09T10:00", "rp/m9");
    EXPECT_EQ(work_off(), 2);
    const auto lines =
        partnership::bulk_lines(*there_.workspace(), hidden_value(page.body, "entry")).value();
    EXPECT_EQ(lines[0].state, "refused");
    EXPECT_EQ(lines[1].state, "done");
    const auto shown = officer_.get("/desk/bulk/" + hidden_value(page.body, "entry"));
    EXPECT_TRUE(shown.says("already"));
    EXPECT_TRUE(shown.says("Permitted"));
    EXPECT_TRUE(officer_.get("/desk/bulk/new?kind=convene&year=2027&body=rp")
                    .says("Every date of the programme"));
}

TEST_F(Riverside, NextYearsDatesAreProposedCheckedAndSet) {
    const std::string path = "/desk/bulk/new?kind=programme&year=2028";
    const auto page = officer_.get(path);
    EXPECT_TRUE(page.says("Dates of 2028 for all bodies"));
    FormFields fields = {{"kind", "programme"},    {"year", "2028"},         {"step", "check"},
                         {"rp.1-day", "14"},       {"rp.1-month", "3"},      {"rp.1-year", "2028"},
                         {"rp.1-time", "10:00am"}, {"rb.1-day", "14"},       {"rb.1-month", "3"},
                         {"rb.1-year", "2028"},    {"rb.1-time", "10:30am"}, {"rb.2-day", "31"},
                         {"rb.2-month", "2"},      {"rb.2-year", "2028"}};
    const auto wrong = officer_.post("/desk/bulk/new", fields);
    EXPECT_EQ(wrong.status, 422);
    EXPECT_TRUE(wrong.says("value=\"31\""));
    fields.resize(fields.size() - 3);
    const auto checked = officer_.post("/desk/bulk/new", fields);
    EXPECT_TRUE(checked.says("Check the dates"));
    EXPECT_TRUE(checked.says("the same day; "));
    fields[2].second = "set";
    fields.emplace_back("checked", hidden_value(checked.body, "checked"));
    fields.emplace_back("entry", hidden_value(checked.body, "entry"));
    ASSERT_EQ(officer_.post("/desk/bulk/new", fields).status, 303);
    EXPECT_EQ(work_off(), 2);
    const auto* body = there_.state()->bodies.find(governance::BodyId("rp"));
    ASSERT_TRUE(body->programme.count(2028));
    EXPECT_EQ(body->programme.at(2028).meetings.size(), 1U);
}

TEST_F(Rehearsal, PagesWithNothingSaySo) {
    EXPECT_TRUE(officer_.get("/desk/bulk").says("None has been begun yet"));
    EXPECT_TRUE(officer_.get("/desk/letters").says("No letter has been written yet"));
    EXPECT_TRUE(officer_.get("/desk/bulk/new?kind=publish").says("minutes wait to be published"));
    EXPECT_EQ(officer_.get("/desk/bulk/new?kind=nonsense").status, 303);
    EXPECT_EQ(officer_.get("/desk/bulk/nothing").status, 404);
    EXPECT_EQ(officer_.get("/desk/letters/nothing").status, 404);
}

} // namespace quorate::web_tests
