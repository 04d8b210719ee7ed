// What people send in before a meeting: items several ask for at once, apologies and substitutes
// the secretariat records for members. Each test has a rehearsal of its own at 2 June 2008 with a
// meeting convened.

#include "browser.hpp"
#include "views/reader.hpp"

#include <gtest/gtest.h>
#include <thread>

namespace quorate::web_tests {

namespace {

std::vector<views::Hosted> one(views::Hosted hosted) {
    std::vector<views::Hosted> out;
    out.push_back(std::move(hosted));
    return out;
}

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

} // namespace quorate::web_tests
