// Acts entered on a later day than they took effect: the reason, and earlier verdicts.

#include "browser.hpp"
#include "partnership/record.hpp"
#include "partnership/scenario/stage.hpp"
#include "served.hpp"
#include "views/hindsight.hpp"
#include "views/reader.hpp"

#include <gtest/gtest.h>

namespace quorate::web_tests {
namespace {

using http_tests::body_of;
using http_tests::status_of;

constexpr const char* seats_filled_later = "scenarios/failure-modes/seats-filled-later.md";

views::Hosted played(const std::string& path) {
    partnership::scenario::Stage stage(QUORATE_SOURCE_DIR);
    partnership::scenario::Document document;
    document.front.start = path;
    auto scene = stage.scene_for(document);
    if (!scene) {
        ADD_FAILURE() << scene.error().text();
        return {"none", nullptr, scene.error()};
    }
    const auto id = (*scene)->partnership->id();
    return {id, std::move((*scene)->partnership), {}};
}

/// The newest permitted act of that name.
std::int64_t position_of(const partnership::Partnership& partnership, std::string_view act) {
    std::int64_t out = -1;
    partnership.state()->entries.each([&](const governance::EntryLine& line) {
        if (governance::act_table()[line.act].name == act &&
            line.verdict == governance::Verdict::permitted) {
            out = line.position;
        }
    });
    return out;
}

TEST(BackDating, AnEntryKeepsItsReasonSealedAndOthersTheirBytes) {
    const auto hosted = played(seats_filled_later);
    ASSERT_NE(hosted.partnership, nullptr);
    const auto& partnership = *hosted.partnership;
    const auto position = position_of(partnership, "appoint");
    const auto entry = partnership.entry(position);
    ASSERT_TRUE(entry);
    EXPECT_TRUE(entry->submission.late_reason.digest.has_value());
    EXPECT_NE(entry->bytes.find("\"late_reason\":\"sha256:"), std::string::npos);
    EXPECT_EQ(entry->bytes.find("found in October"), std::string::npos);
    EXPECT_EQ(partnership.words(entry->submission.late_reason).value().value_or(""),
              "The letter of the member's organisation was found in October");
    const auto other = partnership.entry(position_of(partnership, "open-meeting"));
    EXPECT_EQ(other->bytes.find("late_reason"), std::string::npos);
}

TEST(BackDating, EarlierVerdictsAreListedAndNotAltered) {
    std::vector<views::Hosted> all;
    all.push_back(played(seats_filled_later));
    const auto id = all.front().id;
    Served served(std::move(all));
    auto& partnership = served.partnership(id);
    const auto position = position_of(partnership, "appoint");
    const auto declared = position_of(partnership, "declare-outcome");
    const auto before = partnership.entry(declared)->bytes;
    const auto reader = views::Reader::open(partnership);
    const auto found = views::hindsight(*reader, position);
    ASSERT_TRUE(found);
    const auto line =
        std::find_if(found->differ.begin(), found->differ.end(),
                     [&](const views::VerdictNow& each) { return each.position == declared; });
    ASSERT_NE(line, found->differ.end());
    EXPECT_TRUE(line->verdict_differs);
    EXPECT_NE(line->would_be.find("not quorate"), std::string::npos) << line->would_be;
    const auto page = body_of(served.get("/" + id + "/record/" + std::to_string(position)));
    EXPECT_NE(page.find("Nothing is altered."), std::string::npos);
    EXPECT_NE(page.find("With what is known now: "), std::string::npos);
    EXPECT_NE(page.find("Kept apart from the record and not published"), std::string::npos);
    EXPECT_EQ(page.find("found in October"), std::string::npos);
    EXPECT_EQ(partnership.entry(declared)->bytes, before);
    const auto other = body_of(served.get("/" + id + "/record/" + std::to_string(declared)));
    EXPECT_EQ(other.find("Earlier verdicts"), std::string::npos);
    const auto all_of_them =
        views::back_dated_acts(*views::Reader::open(partnership, {views::ViewerKind::auditor, {}}));
    ASSERT_TRUE(all_of_them);
    ASSERT_FALSE(all_of_them->empty());
    EXPECT_EQ(all_of_them->front().position, position);
    EXPECT_EQ(all_of_them->front().reason,
              "The letter of the member's organisation was found in October");
    EXPECT_FALSE(all_of_them->front().differ.empty());
    EXPECT_FALSE(views::back_dated_acts(*reader)) << "not for the public";
}

TEST(BackDating, TheInterfaceTakesTheReason) {
    std::vector<views::Hosted> all;
    all.push_back(played("scenarios/failure-modes/the-harbour-forum.md"));
    const auto id = all.front().id;
    Served served(std::move(all));
    const auto later = served.partnership(id).state()->last_recorded.ms + std::int64_t{864'000'000};
    const auto recorded = base::text(base::Instant{later});
    const auto target = "/api/v1/" + id + "/acts?recorded=" + recorded;
    const auto fields = R"("organisation": "late-org", "name": "Found late")";
    const auto when =
        "\"effective\": \"" + base::text(base::Instant{later - std::int64_t{172'800'000}}) + "\"";
    const auto without =
        json_in(served.post(target, act_json("register-organisation", fields, when)));
    EXPECT_EQ(text_at(without, "verdict"), "permitted") << "a report is never refused";
    EXPECT_NE(base::canonical(without).find("late_reason_missing"), std::string::npos);
    const auto second = R"("organisation": "late-org2", "name": "Found late too")";
    const auto with = json_in(
        served.post(target, act_json("register-organisation", second,
                                     when + R"(, "late_reason": "It was in the old book")")));
    EXPECT_EQ(text_at(with, "verdict"), "permitted");
    EXPECT_NE(base::canonical(with).find("late_reason_given"), std::string::npos);
}

/// The practice copy, in a folder of its own, with its secretariat signed in.
class BackDatingForms : public testing::Test {
protected:
    void SetUp() override {
        folder_ = std::make_unique<InFolder>("kent-rehearsal");
        std::vector<views::Hosted> all;
        all.push_back(folder_->take());
        served_ = std::make_unique<Served>(std::move(all));
        browser_ = std::make_unique<Browser>(*served_, "kent-rehearsal");
        browser_->sign_in("secretariat");
    }
    partnership::Partnership& partnership() { return served_->partnership("kent-rehearsal"); }

    std::unique_ptr<InFolder> folder_;
    std::unique_ptr<Served> served_;
    std::unique_ptr<Browser> browser_;
};

TEST_F(BackDatingForms, AFormAsksForTheReasonAndLosesNothing) {
    const std::string from = "/desk/convene?body=kp&at=2008-07-01T10:00";
    const auto page = browser_->get(from);
    ASSERT_EQ(page.status, 200);
    EXPECT_TRUE(page.says("Why is it entered only now?"));
    const auto size = partnership().state()->size;
    FormFields fields = {{"body", "kp"},
                         {"at", "2008-07-01T10:00"},
                         {"meeting", "kp/m1"},
                         {"by", "servicing"},
                         {"place", "The long hall"},
                         {"entry", hidden_value(page.body, "entry")},
                         {"position", hidden_value(page.body, "position")},
                         {"when-day", "20"},
                         {"when-month", "5"},
                         {"when-year", "2008"},
                         {"when-time", "9am"}};
    const auto asked = browser_->post("/desk/convene", fields);
    EXPECT_EQ(asked.status, 422);
    EXPECT_TRUE(asked.says("Say why it is entered only now")) << asked.body.substr(0, 2000);
    EXPECT_TRUE(asked.says("The long hall"));
    EXPECT_TRUE(asked.says("value=\"20\""));
    EXPECT_EQ(partnership().state()->size, size) << "nothing is recorded yet";
    fields.emplace_back("late_reason", "Sent by post; the letter was found today");
    const auto taken = browser_->post("/desk/convene", fields);
    EXPECT_EQ(taken.status, 303) << taken.body.substr(0, 2000);
    const auto entry = partnership().entry(size);
    ASSERT_TRUE(entry);
    EXPECT_EQ(partnership().words(entry->submission.late_reason).value().value_or(""),
              "Sent by post; the letter was found today");
    EXPECT_NE(entry->ruling.reason(governance::Code::late_reason_given), nullptr);
}

TEST_F(BackDatingForms, AMeetingEnteredTheNextMorningAsksOnceWhy) {
    const std::string day = "/desk/meetings/kp/m1/day";
    const auto send = [&](const std::string& path, FormFields fields, const std::string& from) {
        const auto page = browser_->get(from);
        EXPECT_EQ(page.status, 200) << from;
        for (const char* name : {"entry", "position", "line"}) {
            fields.emplace_back(name, hidden_value(page.body, name));
        }
        return browser_->post(path, fields);
    };
    const auto convened = send(
        "/desk/convene",
        {{"body", "kp"}, {"at", "2008-07-01T10:00"}, {"meeting", "kp/m1"}, {"by", "servicing"}},
        "/desk/convene?body=kp&at=2008-07-01T10:00");
    ASSERT_EQ(convened.status, 303) << convened.body.substr(0, 2000);
    const auto moved = send(
        "/desk/clock",
        {{"clock-day", "2"}, {"clock-month", "7"}, {"clock-year", "2008"}, {"clock-time", "9am"}},
        "/desk/clock");
    ASSERT_EQ(moved.status, 303) << moved.body.substr(0, 2000);
    EXPECT_TRUE(browser_->get(day).says("Why is it entered on a later day?"));
    const FormFields attendance = {
        {"do", "attendance"}, {"present", "1-6,8-25"}, {"time", "9:50am"}};
    const auto asked = send(day, attendance, day);
    EXPECT_EQ(asked.status, 422);
    EXPECT_TRUE(asked.says("Say why it is entered only now"));
    EXPECT_TRUE(asked.says("1-6,8-25")) << "what was typed is kept";
    EXPECT_EQ(send(day, {{"do", "late-reason"}, {"late_reason", "  "}}, day).status, 422);
    const auto kept =
        send(day, {{"do", "late-reason"}, {"late_reason", "Entered from the notes"}}, day);
    ASSERT_EQ(kept.status, 303) << kept.body.substr(0, 2000);
    EXPECT_TRUE(browser_->get(day).says("Entered on a later day: Entered from the notes"));
    EXPECT_EQ(send(day, attendance, day).status, 303);
    EXPECT_EQ(send(day, {{"do", "open"}, {"time", "10:00am"}}, day).status, 303);
    EXPECT_EQ(send(day, {{"do", "enter"}}, day).status, 303);
    const auto position = position_of(partnership(), "open-meeting");
    ASSERT_GT(position, 0);
    const auto entry = partnership().entry(position);
    EXPECT_EQ(partnership().words(entry->submission.late_reason).value().value_or(""),
              "Entered from the notes");
    EXPECT_NE(entry->ruling.reason(governance::Code::late_reason_given), nullptr);
    EXPECT_EQ(entry->ruling.verdict, governance::Verdict::permitted);
}

} // namespace
} // namespace quorate::web_tests
