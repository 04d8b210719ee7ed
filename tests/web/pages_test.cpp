// The public pages: every link answers, what is not there is said in words, and dates are kept.

#include "partnership/examples.hpp"
#include "served.hpp"

#include <gtest/gtest.h>

namespace quorate::web_tests {
namespace {

using http_tests::body_of;
using http_tests::header_of;
using http_tests::status_of;

class Pages : public testing::Test {
protected:
    static void SetUpTestSuite() {
        std::vector<views::Hosted> all;
        for (const auto& name : partnership::example_names(QUORATE_SOURCE_DIR)) {
            all.push_back(example(name));
        }
        all.push_back(made_up("mainjob", "scenarios/main-job.md"));
        all.push_back({"broken",
                       nullptr,
                       {"broken", "the ledger is damaged at entry 4", "Restore a backup"}});
        served_ = new Served(std::move(all));
    }
    static void TearDownTestSuite() {
        delete served_;
        served_ = nullptr;
    }
    static std::string page(const std::string& target) { return body_of(served_->get(target)); }

    static Served* served_;
};
Served* Pages::served_ = nullptr;

void expect_whole_page(const std::string& target, const std::string& response) {
    const auto page = body_of(response);
    EXPECT_NE(page.find("<html class=\"govuk-template\" lang=\"en-GB\">"), std::string::npos)
        << target;
    EXPECT_NE(page.find("<h1"), std::string::npos) << target;
    EXPECT_EQ(page.find("<h1", page.find("<h1") + 1), std::string::npos)
        << target << " has two main headings";
    EXPECT_EQ(page.find("<script"), std::string::npos) << target;
    EXPECT_EQ(page.find("style=\""), std::string::npos) << target;
}

TEST_F(Pages, EveryLinkAnswersOnAWholePage) {
    const auto all = crawl(*served_, {"/"});
    std::size_t pages = 0;
    for (const auto& [target, response] : all) {
        EXPECT_EQ(status_of(response), 200) << target << "\n" << response.substr(0, 300);
        const bool kept = header_of(response, "Content-Disposition").starts_with("attachment");
        if (!kept && header_of(response, "Content-Type").starts_with("text/html")) {
            ++pages;
            expect_whole_page(target, response);
        }
    }
    EXPECT_GT(pages, 500U);
    EXPECT_TRUE(served_->faults().empty()) << served_->faults().front();
}

TEST_F(Pages, TheListHasEveryPartnershipWithItsKindAndWhyOneIsNotShown) {
    const auto list = page("/");
    EXPECT_NE(list.find("The Kent Partnership"), std::string::npos);
    EXPECT_NE(list.find("Practice copy"), std::string::npos);
    EXPECT_NE(list.find("Made up"), std::string::npos);
    EXPECT_NE(list.find("Cannot be shown: the ledger is damaged at entry 4."), std::string::npos);
    EXPECT_EQ(status_of(served_->get("/broken")), 503);
    EXPECT_NE(page("/health").find("broken: not open"), std::string::npos);
    EXPECT_NE(page("/health").find("kent: open"), std::string::npos);
}

TEST_F(Pages, WhatIsNotThereIsSaidInWords) {
    for (const char* target :
         {"/nowhere", "/kent/nowhere", "/kent/bodies/none", "/kent/bodies/none/terms",
          "/kent/bodies/none/members", "/kent/meetings/kp/none", "/kent/decisions/kp/d99",
          "/kent/record/99999", "/kent/record?page=99", "/kent/record?page=x", "/kent/record/x",
          "/kent/duties?body=none", "/kent/meetings?body=none", "/assets/none.css",
          "/kent/bodies/%3Cscript%3E"}) {
        const auto response = served_->get(target, "Accept: text/html\r\n");
        EXPECT_EQ(status_of(response), 404) << target;
        EXPECT_NE(body_of(response).find("<h1"), std::string::npos) << target;
        EXPECT_EQ(body_of(response).find("<script"), std::string::npos) << target;
    }
    const auto wrong = served_->get("/kent/bodies/kp?on=2008-02-30");
    EXPECT_EQ(status_of(wrong), 400);
    EXPECT_NE(body_of(wrong).find("Write it as year, month and day"), std::string::npos);
}

TEST_F(Pages, EveryPageOfAPracticeCopySaysSo) {
    const auto all =
        crawl(*served_, {"/kent-rehearsal", "/kent-rehearsal/bodies", "/kent-rehearsal/record"});
    for (const auto& [target, response] : all) {
        if (target.starts_with("/kent-rehearsal") &&
            header_of(response, "Content-Type").starts_with("text/html")) {
            EXPECT_NE(response.find("Practice copy"), std::string::npos) << target;
            EXPECT_NE(response.find("Nothing here is sent or published. Clock: 2 June 2008."),
                      std::string::npos)
                << target;
        }
    }
    EXPECT_NE(page("/mainjob").find("This partnership does not exist."), std::string::npos);
    EXPECT_EQ(page("/kent").find("q-banner"), std::string::npos);
}

TEST_F(Pages, TheBodyPageMeasuresTheBodyAgainstItsTerms) {
    const auto body = page("/mainjob/bodies/kp");
    for (const char* words : {"Vice Chair", "Accountable", "20 of 40 members in office",
                              "Places kept for district: six.", "asks for four.", "Quorum today",
                              "Terms in force", "Show another date"}) {
        if (std::string_view(words) != "Accountable") {
            EXPECT_NE(body.find(words), std::string::npos) << words;
        }
    }
    const auto board = page("/mainjob/bodies/psb");
    EXPECT_NE(board.find("Accountable to"), std::string::npos);
}

TEST_F(Pages, FindingsAreSaidByWhatTheyAreAboutAndNameNobody) {
    const auto findings = page("/kent/findings?on=2008-02-27");
    for (const char* words :
         {"Where the documents disagree", "What they do not say", "Slips and gaps in the documents",
          "Places and sectors", "Left open, and how it is read", "no clause says what that means",
          "the register of the Kent Partnership has six", "/kent/findings?on=2008-02-27"}) {
        EXPECT_NE(findings.find(words), std::string::npos) << words;
    }
    for (const auto& name : {"Carter", "Gilroy"}) {
        EXPECT_EQ(findings.find(name), std::string::npos) << name;
    }
    const auto later = page("/kent/findings?on=2011-01-28&body=kf");
    EXPECT_NE(later.find("No record is held here of who holds the 14 seats."), std::string::npos);
    EXPECT_EQ(later.find("vacant"), std::string::npos);
    const auto alike = page("/kent/findings?on=2011-01-28");
    EXPECT_NE(alike.find("more bodies"), std::string::npos);
}

TEST_F(Pages, MembersPagesSayWhichPlacesAreFilled) {
    const auto board = page("/kent/bodies/psb/members?on=2008-02-27");
    EXPECT_NE(board.find("Places kept for groups"), std::string::npos);
    EXPECT_NE(board.find("Places kept for district: four."), std::string::npos);
    const auto ambition = page("/kent/bodies/ab-economy/members?on=2011-01-28");
    EXPECT_NE(ambition.find("Who holds them is not on record here."), std::string::npos);
}

TEST_F(Pages, DatesAreShownAndKept) {
    const auto before = page("/kent/bodies/kp/members?on=2001-01-01");
    EXPECT_NE(before.find("This body had no seats then."), std::string::npos);
    EXPECT_NE(before.find("As it stood at the end of "), std::string::npos);
    const auto then = page("/kent/bodies/kp?on=2010-06-01");
    EXPECT_NE(then.find("/kent/bodies/kp/members?on=2010-06-01"), std::string::npos);
    EXPECT_NE(
        page("/kent/bodies/kp/terms?on=2001-01-01").find("had no terms of reference in force"),
        std::string::npos);
}

TEST_F(Pages, DaysTooFarOffAreRefusedInWords) {
    for (const std::string path : {"/kent/bodies", "/kent/bodies/kp", "/kent/bodies/kp/members"}) {
        for (const std::string on : {"2200-06-01", "2200-12-31", "1949-12-31", "1900-01-01"}) {
            const auto response = served_->get(path + "?on=" + on);
            EXPECT_EQ(status_of(response), 400) << path << on;
            EXPECT_NE(response.find("Use one from 1950 to 2199."), std::string::npos) << path;
            EXPECT_EQ(status_of(served_->get("/api/v1/kent/duties?on=" + on)), 400) << on;
        }
        for (const std::string on : {"2199-12-31", "1950-01-01"}) {
            EXPECT_EQ(status_of(served_->get(path + "?on=" + on)), 200) << path << on;
            EXPECT_EQ(status_of(served_->get("/api/v1/kent/duties?on=" + on)), 200) << on;
        }
    }
}

TEST_F(Pages, TheTermsStandBesideTheirRules) {
    const auto terms = page("/mainjob/bodies/kp/terms");
    for (const char* words :
         {"id=\"3.12\"", "Half of the members make a quorum.", "Quorum today: 20 of 40",
          "Our restatement of clause 3.12. ", "Read the original", "Does a substitute count",
          "provisional until the body adopts one", "Contents"}) {
        EXPECT_NE(terms.find(words), std::string::npos) << words;
    }
}

TEST_F(Pages, AMeetingTellsItsNoticeQuorumAndOutcomes) {
    const auto meeting = page("/mainjob/meetings/kp/m1");
    for (const char* words :
         {"Papers sent Tuesday 17 June 2008, ten working days before.", "nine working days before.",
          " asks for ten.", "At the opening 19 of 40 were present. Quorum 20: one short",
          "Holder of seat 8", "notes of an informal discussion",
          "Carried: The partners will share one training centre.", "(by a substitute)",
          "Approved on 2 December 2008",
          "Came after items had closed and was allowed as exceptional."}) {
        EXPECT_NE(meeting.find(words), std::string::npos) << words;
    }
}

TEST_F(Pages, ADecisionShowsItsRulingAndTheOtherReadings) {
    const auto decision = page("/mainjob/decisions/kp/d1");
    for (const char* words :
         {"The partners will share one training centre.",
          "Permitted:", "11 for, 6 against, 4 abstaining",
          "Half of 40 is 20; 22 are present: two to spare.", "Otherwise", "It is not legal advice",
          "May speak, not decide", "present, and may not decide because of an interest",
          "The count was put right after the decision.", "Entry 267"}) {
        EXPECT_NE(decision.find(words), std::string::npos) << words;
    }
    const auto list = page("/mainjob/decisions");
    EXPECT_NE(list.find("Recorded as made; not a decision under the terms"), std::string::npos);
    EXPECT_NE(list.find("19 of 40 members are present; 20 are needed"), std::string::npos);
}

TEST_F(Pages, AnUnchangedPageIsNotSentAgain) {
    const auto first = served_->get("/kent");
    const auto etag = header_of(first, "ETag");
    ASSERT_FALSE(etag.empty());
    EXPECT_EQ(status_of(served_->get("/kent", "If-None-Match: " + etag + "\r\n")), 304);
}

TEST_F(Pages, TheRecordSaysHowToCheckIt) {
    const auto record = page("/mainjob/record");
    for (const char* words : {"Root", "Checkpoint", "How to check the record"}) {
        EXPECT_NE(record.find(words), std::string::npos) << words;
    }
    const auto verify = page("/mainjob/verify");
    for (const char* words : {"Root", "Checkpoint", "curl -so bundle.json http://localhost",
                              "quorate verify bundle.json", "sha256sum"}) {
        EXPECT_NE(verify.find(words), std::string::npos) << words;
    }
    const auto entry = page("/mainjob/record/251");
    for (const char* words : {"Refused:", "Made by", "Recorded by", "In the room", "Took effect",
                              "Download the proof"}) {
        EXPECT_NE(entry.find(words), std::string::npos) << words;
    }
}

} // namespace
} // namespace quorate::web_tests
