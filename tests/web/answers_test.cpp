// What people send in before a meeting: items several ask for at once, apologies and substitutes
// the secretariat records for members. Each test has a rehearsal of its own at 2 June 2008 with a
// meeting convened.

#include "browser.hpp"
#include "views/reader.hpp"

#include <gtest/gtest.h>
#include <thread>

namespace quorate::web_tests {

namespace {

class Answers : public testing::Test {
protected:
    Answers()
        : folder_("kent-rehearsal"), served_(one(folder_.take())),
          officer_(served_, "kent-rehearsal") {}

    void SetUp() override {
        officer_.sign_in("secretariat");
        const auto convened = officer_.post_and_follow("/desk/convene", {{"body", "kp"},
                                                                         {"at", "2008-07-01T10:00"},
                                                                         {"meeting", "kp/m1"},
                                                                         {"by", "servicing"}});
        ASSERT_TRUE(convened.says("Meeting of")) << convened.body;
    }
    void TearDown() override {
        for (const auto& fault : served_.faults()) {
            ADD_FAILURE() << fault;
        }
    }

    [[nodiscard]] views::Reader reader() const {
        return views::Reader::open(served_.partnership("kent-rehearsal"),
                                   {views::ViewerKind::secretariat, {}})
            .value();
    }

    InFolder folder_;
    Served served_;
    Browser officer_;
};

} // namespace

TEST_F(Answers, people_who_ask_for_items_at_once_all_get_one) {
    std::vector<Browser> browsers;
    std::vector<std::string> paths;
    std::vector<FormFields> forms;
    for (const char* account :
         {"kp-9", "kp-10", "kp-20", "kp-21", "kp-22", "kp-23", "secretariat", "secretariat"}) {
        auto& browser = browsers.emplace_back(served_, "kent-rehearsal");
        browser.sign_in(account);
        const bool member = std::string_view(account) != "secretariat";
        paths.emplace_back(member ? "/desk/mine/kp/m1/item" : "/desk/meetings/kp/m1/agenda/add");
        const auto page = browser.get(paths.back());
        forms.push_back({{"title", "Item of form " + std::to_string(forms.size())},
                         {"purpose", "noting"},
                         {"entry", hidden_value(page.body, "entry")},
                         {"position", hidden_value(page.body, "position")}});
    }
    // Twice each: the second round is everybody's second press.
    std::vector<std::string> first(forms.size());
    for (int round = 0; round < 2; ++round) {
        std::vector<std::thread> threads;
        for (std::size_t i = 0; i < forms.size(); ++i) {
            threads.emplace_back([&, i, round] {
                const auto answer = browsers[i].post(paths[i], forms[i]);
                EXPECT_EQ(answer.status, 303) << i << "\n" << answer.body;
                if (round == 0) {
                    first[i] = answer.location;
                }
                EXPECT_EQ(answer.location, first[i]);
            });
        }
        for (auto& thread : threads) {
            thread.join();
        }
    }
    const auto agenda = officer_.get("/desk/meetings/kp/m1/agenda");
    for (std::size_t i = 0; i < forms.size(); ++i) {
        EXPECT_TRUE(agenda.says("Item of form " + std::to_string(i))) << i;
        EXPECT_TRUE(agenda.says("Item " + std::to_string(i + 1) + ". ")) << i;
    }
    EXPECT_FALSE(agenda.says("Item 9. "));
    auto changed = forms[0];
    changed[0].second = "Other words";
    const auto other = browsers[0].post(paths[0], changed);
    EXPECT_EQ(other.status, 422);
    EXPECT_TRUE(other.says("This form was sent before with other words."));
}

TEST_F(Answers, answers_that_come_before_the_day_are_recorded) {
    const auto bench = std::string("/desk/meetings/kp/m1");
    const auto path = bench + "/answers";
    const auto link = "href=\"/kent-rehearsal" + path + "\"";
    const auto before = officer_.get(bench);
    const auto task = before.body.find(link);
    ASSERT_NE(task, std::string::npos) << "from its task";
    EXPECT_NE(before.body.find(link, task + 1), std::string::npos) << "from who has answered";
    const auto page = officer_.get(path);
    EXPECT_TRUE(page.says("use a made-up name"));
    const auto empty = officer_.post(path, {{"answer", "apologies"}});
    EXPECT_EQ(empty.status, 422);
    EXPECT_TRUE(empty.says("Enter the seats that will not come, such as 3, 5-7."));
    const auto odd = officer_.post(path, {{"answer", "apologies"}, {"seats", "five"}});
    EXPECT_EQ(odd.status, 422);
    EXPECT_TRUE(odd.says("value=\"five\""));
    const auto sent =
        officer_.post_and_follow(path, {{"answer", "apologies"}, {"seats", "3, 5-7"}});
    EXPECT_TRUE(sent.says("4 of 40 members have sent apologies")) << sent.body;
}

TEST_F(Answers, a_substitute_named_by_telephone_is_recorded_for_the_member) {
    const auto path = std::string("/desk/meetings/kp/m1/answers");
    auto wrong =
        officer_.post(path, {{"answer", "substitute"}, {"seat", "99"}, {"name", "A name"}});
    EXPECT_EQ(wrong.status, 422);
    EXPECT_TRUE(wrong.says("Nobody holds a seat 99 in this body."));
    EXPECT_TRUE(wrong.says("Choose how you know of the substitute."));
    EXPECT_TRUE(wrong.says("value=\"A name\""));
    wrong = officer_.post(path, {{"answer", "substitute"}, {"seat", "9"}, {"evidence", "e-mail"}});
    EXPECT_TRUE(wrong.says("Enter the name of the person who comes in the member"));
    const auto page = officer_.get(path);
    FormFields fields = {{"answer", "substitute"},  {"seat", "9"},       {"name", "A made-up name"},
                         {"evidence", "telephone"}, {"when-day", "2"},   {"when-month", "6"},
                         {"when-year", "2008"},     {"when-time", "8am"}};
    for (const char* name : {"entry", "position", "person_id", "person_entry"}) {
        fields.emplace_back(name, hidden_value(page.body, name));
    }
    const auto at_first = reader().size();
    const auto first = officer_.post(path, fields);
    ASSERT_EQ(first.status, 303) << first.body;
    EXPECT_EQ(reader().size(), at_first + 2) << "the person, and their name for the seat";
    const auto second = officer_.post(path, fields);
    EXPECT_EQ(second.location, first.location);
    EXPECT_EQ(reader().size(), at_first + 2);
    EXPECT_TRUE(officer_.get("/desk/meetings/kp/m1").says("1 of 40 members has"));
    const auto entry = reader().entry(at_first + 1);
    ASSERT_TRUE(entry);
    EXPECT_EQ(entry->line.act, "nominate-substitute");
    EXPECT_EQ(entry->line.verdict, "permitted");
    EXPECT_NE(entry->line.evidence.find("telephone"), std::string::npos) << entry->line.evidence;
    EXPECT_EQ(base::clock_words(entry->line.effective.local.minute), "8:00am");
    // Too late for the terms: neither the person nor the name is recorded.
    const auto moved = officer_.post("/desk/clock", {{"clock-day", "1"},
                                                     {"clock-month", "7"},
                                                     {"clock-year", "2008"},
                                                     {"clock-time", "10:01am"}});
    ASSERT_EQ(moved.status, 303) << moved.body;
    const auto late = officer_.get(path);
    FormFields again = {{"answer", "substitute"},
                        {"seat", "10"},
                        {"name", "Another made-up name"},
                        {"evidence", "telephone"}};
    for (const char* name : {"entry", "position", "person_id", "person_entry"}) {
        again.emplace_back(name, hidden_value(late.body, name));
    }
    const auto refused = officer_.post(path, again);
    EXPECT_EQ(refused.status, 422);
    EXPECT_TRUE(refused.says("q-ruling"));
    EXPECT_TRUE(refused.says("value=\"Another made-up name\""));
    EXPECT_EQ(reader().size(), at_first + 2);
}

} // namespace quorate::web_tests
