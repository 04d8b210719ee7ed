// The calendar, checking the record and a file, the statements.

#include "base/hash.hpp"
#include "base/text.hpp"
#include "partnership/examples.hpp"
#include "served.hpp"
#include "web/public/verify_commands.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>

namespace quorate::web_tests {
namespace {

using http_tests::body_of;
using http_tests::header_of;
using http_tests::status_of;

constexpr std::string_view paper = "The year so far.\n";

std::string sending_scenario() {
    return "+++\ntitle = \"Papers\"\nstart = \"kent-rehearsal\"\n+++\n# Papers\n\n```acts\n"
           "2008-06-02T09:00  servicing  convene-meeting  meeting=kp/m1 at=2008-07-01T10:00 "
           "place=\"Sessions House\"\n"
           "2008-06-03T09:05  servicing  notify-item  meeting=kp/m1 item=1 title=\"The year so "
           "far\" "
           "purpose=discussion\n"
           "2008-06-16T17:00  servicing  circulate-papers  meeting=kp/m1 how=e-mail papers=" +
           base::hex(base::sha256(paper)) + "\n```\n";
}

class PublicPages : public testing::Test {
protected:
    static void SetUpTestSuite() {
        std::vector<views::Hosted> all;
        all.push_back(example("riverside"));
        all.push_back(example("kent-rehearsal"));
        all.push_back(made_up("papers", sending_scenario()));
        served_ = new Served(std::move(all));
    }
    static void TearDownTestSuite() {
        delete served_;
        served_ = nullptr;
    }
    static std::string page(const std::string& target) { return body_of(served_->get(target)); }
    static std::string send_file(const std::string& bytes, const std::string& name) {
        const std::string edge = "x7y8z9";
        const std::string body =
            "--" + edge + "\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\n\r\n--" + edge +
            "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name +
            "\"\r\nContent-Type: text/plain\r\n\r\n" + bytes + "\r\n--" + edge + "--\r\n";
        return served_->post("/papers/verify", body,
                             "Content-Type: multipart/form-data; boundary=" + edge + "\r\n");
    }

    static Served* served_;
};
Served* PublicPages::served_ = nullptr;

void expect_words(const std::string& page, std::initializer_list<std::string_view> words) {
    for (const auto each : words) {
        EXPECT_NE(page.find(each), std::string::npos) << each;
    }
}

TEST_F(PublicPages, TheCalendarShowsMeetingsDatesSetInAdvanceAndHolidays) {
    const auto calendar = page("/papers/calendar?year=2008");
    expect_words(calendar,
                 {"<h1 class=\"govuk-heading-xl\">Calendar</h1>", "July", "Tuesday 1",
                  "/papers/meetings/kp/m1", "10:00am", "Sessions House", "Tuesday 2",
                  "Set in advance", "Christmas Day", "Holidays are those of England and Wales."});
    EXPECT_LT(calendar.find("2008-07-01T10:00"), calendar.find("2008-12-02T10:00"));
    // A convened date of the programme stands once.
    EXPECT_EQ(calendar.find("2008-07-01T10:00"), calendar.rfind("2008-07-01T10:00"));
}

TEST_F(PublicPages, TheCalendarKeepsToYearsThatHaveSomething) {
    for (const char* target :
         {"/papers/calendar?year=1066", "/papers/calendar?year=20x", "/papers/calendar?year=-1"}) {
        EXPECT_EQ(status_of(served_->get(target)), 404) << target;
    }
    EXPECT_EQ(status_of(served_->get("/riverside/calendar")), 200);
    EXPECT_NE(page("/papers/calendar?year=2008"), page("/papers/calendar"));
}

TEST_F(PublicPages, TheForwardPlanIsThereForEveryPartnership) {
    for (const char* id : {"papers", "riverside"}) {
        const auto plan = page("/" + std::string(id) + "/forward-plan");
        expect_words(plan, {"Forward plan", "What comes to which meeting"});
        expect_words(page("/" + std::string(id) + "/meetings"),
                     {"/" + std::string(id) + "/forward-plan"});
    }
}

TEST_F(PublicPages, AFileThatWasSentOutIsFoundByItsBytes) {
    const auto sent = send_file(std::string(paper), "paper.txt");
    ASSERT_EQ(status_of(sent), 303) << sent;
    const auto location = header_of(sent, "Location");
    EXPECT_TRUE(location.ends_with("#file-answer")) << location;
    const auto answer = page(location.substr(0, location.find('#')));
    expect_words(answer, {"In the record", "This file was sent out for a meeting.",
                          "/papers/meetings/kp/m1", "5:00pm", "Monday 16 June 2008",
                          base::hex(base::sha256(paper))});
}

TEST_F(PublicPages, AnotherFileIsNot) {
    const auto sent = send_file(std::string(paper) + " ", "paper.txt");
    ASSERT_EQ(status_of(sent), 303);
    const auto location = header_of(sent, "Location");
    expect_words(page(location.substr(0, location.find('#'))),
                 {"Not in the record", "was sent out", "saving it changes its bytes"});
}

TEST_F(PublicPages, NoFileIsSaidInWords) {
    const auto none = send_file("", "");
    EXPECT_EQ(status_of(none), 422);
    expect_words(none, {"There is a problem", "href=\"#file\"", "Choose a file to check."});
}

TEST_F(PublicPages, ADigestCanBePastedAsItIsPrinted) {
    const auto digest = base::hex(base::sha256(paper));
    std::string capitals = digest;
    for (auto& c : capitals) {
        c = c >= 'a' && c <= 'f' ? static_cast<char>(c - 'a' + 'A') : c;
    }
    for (const auto& typed : {digest, "sha256:" + digest, capitals, digest + "++paper.txt"}) {
        expect_words(page("/papers/verify?sha256=" + typed), {"In the record", "Monday 16 June"});
    }
    const auto wrong = page("/papers/verify?sha256=12ab");
    expect_words(
        wrong, {"A SHA-256 has 64 digits", "value=\"12ab\"", "href=\"#sha256\"", "<title>Error: "});
    expect_words(page("/papers/verify?sha256="), {"Enter the SHA-256 of the file."});
}

TEST_F(PublicPages, TheProofOfAnEntryIsOneStepAway) {
    expect_words(page("/papers/verify?entry=3"),
                 {"The proof of entry 3", "href=\"/api/v1/papers/entries/3/proof\""});
    for (const char* entry : {"99999", "x", "-1", "", "99999999999999999999"}) {
        expect_words(page(std::string("/papers/verify?entry=") + entry),
                     {"Enter a number from 0 to", "href=\"#entry\""});
    }
}

/// What a reader copies from the page.
std::string unescaped(std::string text) {
    for (const auto& [name, sign] : {std::pair{"&lt;", "<"},
                                     {"&gt;", ">"},
                                     {"&quot;", "\""},
                                     {"&#39;", "'"},
                                     {"&amp;", "&"}}) {
        for (auto at = text.find(name); at != std::string::npos; at = text.find(name, at + 1)) {
            text.replace(at, std::string_view(name).size(), sign);
        }
    }
    return text;
}

TEST_F(PublicPages, TheCommandsOnThePageWorkAndAreThoseOfTheGuide) {
    const auto verify = unescaped(page("/papers/verify"));
    const auto guide =
        base::read_file(std::string(QUORATE_SOURCE_DIR) + "/docs/verify-by-hand.md").value();
    const auto folder = std::filesystem::temp_directory_path() /
                        ("quorate-verify-" + std::to_string(served_->port()));
    std::filesystem::create_directories(folder);
    {
        std::ofstream(folder / "proof.json") << page("/api/v1/papers/entries/0/proof");
        std::ofstream script(folder / "by-hand.sh");
        for (const auto commands : {web::verify_functions, web::verify_proof}) {
            EXPECT_NE(verify.find(commands), std::string::npos) << commands;
            script << commands << "\n";
        }
    }
    EXPECT_NE(guide.find(web::verify_proof), std::string::npos);
    EXPECT_NE(guide.find(web::verify_functions.substr(0, web::verify_functions.find("check_note"))),
              std::string::npos);
    EXPECT_NE(guide.find(web::verify_functions.substr(web::verify_functions.find("check_note"))),
              std::string::npos);
    const auto command = "cd " + folder.string() + " && bash -eu -o pipefail by-hand.sh > out 2>&1";
    const int status = std::system(command.c_str());
    const auto output = base::read_file((folder / "out").string()).value();
    EXPECT_EQ(status, 0) << output;
    expect_words(output, {"the entry is under the checkpoint", "Signature Verified Successfully"});
    std::filesystem::remove_all(folder);
}

TEST_F(PublicPages, TheStatementsAreLinkedFromEveryPageAndHonest) {
    const auto home = page("/riverside");
    expect_words(home, {"href=\"/riverside/accessibility\"", "href=\"/riverside/privacy\"",
                        "href=\"/riverside/verify\"", "href=\"/riverside/calendar\""});
    expect_words(page("/riverside/accessibility"),
                 {"partially compliant", "What was not tested", "With screen readers"});
    expect_words(page("/riverside/privacy"), {"made up", "What can be erased"});
    expect_words(page("/kent-rehearsal/privacy"), {"practice copy", "nobody is named"});
}

} // namespace
} // namespace quorate::web_tests
