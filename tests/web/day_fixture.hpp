#ifndef QUORATE_TESTS_WEB_DAY_FIXTURE_HPP
#define QUORATE_TESTS_WEB_DAY_FIXTURE_HPP
// The day of scenarios/main-job.md as the tests of meeting day begin it.

#include "base/uuid.hpp"
#include "browser.hpp"
#include "governance/codec.hpp"
#include "partnership/workspace/sheet.hpp"

#include <gtest/gtest.h>

namespace quorate::web_tests {

using governance::Code;
using governance::Ruling;
using governance::Verdict;

inline constexpr const char* day = "/desk/meetings/kp/m1/day";

inline std::int64_t number(const Ruling& ruling, Code code, std::string_view name) {
    const auto* reason = ruling.reason(code);
    if (reason == nullptr) {
        return -1000;
    }
    for (const auto& fact : reason->facts) {
        const auto* value = std::get_if<std::int64_t>(&fact.value);
        if (value != nullptr && fact.name == name) {
            return *value;
        }
    }
    return -2000;
}

class MeetingDay : public testing::Test {
protected:
    MeetingDay()
        : folder_("kent-rehearsal"), served_(one(folder_.take())),
          officer_(served_, "kent-rehearsal"), other_(served_, "kent-rehearsal") {}

    void SetUp() override {
        record("convene-meeting", R"("at": "2008-07-01T10:00", "place": "Sessions House")",
               "2008-06-02T09:00");
        item(1, "Welcome and apologies", "information");
        item(2, "The year so far", "discussion");
        item(4, "A shared training centre", "decision");
        item(5, "Report on green transport", "noting");
        submit("register-person", R"("person": "substitute-21", "name": "Substitute for seat 21")",
               "2008-06-27T10:00", "servicing");
        record("nominate-substitute", R"("seat": "21", "person": "substitute-21")",
               "2008-06-27T10:05", "seat:kp/21");
        officer_.sign_in("secretariat");
    }
    void TearDown() override {
        for (const auto& fault : served_.faults()) {
            ADD_FAILURE() << fault;
        }
    }

    partnership::Partnership& kent() { return served_.partnership("kent-rehearsal"); }
    void submit(const std::string& act, const std::string& fields, const std::string& at,
                const std::string& by) {
        const auto json = base::parse_json(
            R"({"id": ")" + base::random_uuid_v7(base::system_now()) + R"(", "act": ")" + act +
            R"(", "fields": {)" + fields + R"(}, "made_by": ")" + by +
            R"(", "recorded_by": "servicing", "evidence": ")" +
            (by == "servicing" ? "sign-in" : "e-mail") + R"(", "effective": ")" + at + "\"}");
        ASSERT_TRUE(json) << act;
        auto submission =
            governance::decode_submission(json->get_object(), {kent().zone(), false}, {});
        ASSERT_TRUE(submission) << submission.error().text();
        const auto receipt = kent().submit(std::move(*submission));
        ASSERT_TRUE(receipt);
        ASSERT_EQ(receipt->ruling.verdict, Verdict::permitted)
            << governance::headline(receipt->ruling);
    }
    void record(const std::string& act, const std::string& fields, const std::string& at,
                const std::string& by = "servicing") {
        submit(act, R"("meeting": "kp/m1", )" + fields, at, by);
    }
    void item(int item_number, const std::string& title, const std::string& purpose) {
        record("notify-item",
               "\"item\": " + std::to_string(item_number) + R"(, "title": ")" + title +
                   R"(", "purpose": ")" + purpose + "\"",
               "2008-06-03T09:00");
    }

    /// Sends a form of the page as a browser would: with the hidden fields it carries.
    static Answer send_as(Browser& browser, const std::string& verb, FormFields fields,
                          const std::string& from = day) {
        const auto page = browser.get(from);
        EXPECT_EQ(page.status, 200) << page.body;
        fields.emplace_back("do", verb);
        for (const char* name : {"entry", "position", "line"}) {
            fields.emplace_back(name, hidden_value(page.body, name));
        }
        return browser.post(day, fields);
    }
    /// The same, and it goes through.
    void done(const std::string& verb, const FormFields& fields, const std::string& from = day) {
        const auto answer = send_as(officer_, verb, fields, from);
        EXPECT_EQ(answer.status, 303) << verb << "\n" << answer.body;
    }
    /// The same, and the rules say no.
    void refused(const std::string& verb, const FormFields& fields) {
        const auto answer = send_as(officer_, verb, fields);
        EXPECT_EQ(answer.status, 422) << verb;
        EXPECT_TRUE(answer.says("Refused")) << verb;
        EXPECT_TRUE(answer.says("Take it back")) << verb;
    }
    std::string page() { return officer_.get(day).body; }
    [[nodiscard]] static bool has(const std::string& text, const std::string& words) {
        return text.find(words) != std::string::npos;
    }
    partnership::Foresight sheet() { return partnership::foresee_sheet(kent(), "kp/m1").value(); }
    Ruling last_line() { return sheet().lines.back().ruling; }

    void gather() {
        done("attendance", {{"present", "1-6,8-20"}, {"time", "9:50am"}});
        done("open", {{"time", "10:00am"}});
        done("preside", {{"who", "kp/8"}, {"time", "10:01"}});
    }
    void reach_item_4() {
        gather();
        done("arrive", {{"pick", "21s"}, {"time", "10:20am"}});
        done("arrive", {{"who", "22,23"}, {"time", "10:25am"}});
        done("take", {{"item", "4"}, {"time", "10:30am"}});
    }

    InFolder folder_;
    Served served_;
    Browser officer_;
    Browser other_;
};

} // namespace quorate::web_tests

#endif
