#include "governance/ruler.hpp"
#include "governance/words.hpp"

#include <gtest/gtest.h>

namespace quorate::governance {
namespace {

Reason reason(Code code, std::vector<Fact> facts = {}, std::string_view clause = {},
              Says says = Says::breach) {
    Reason out;
    out.code = code;
    out.facts = std::move(facts);
    out.clause = clause;
    out.says = says;
    out.effect = charter::Effect::void_;
    return out;
}

bool well_made(const std::string& words) {
    return words.size() > 4 && words.back() == '.' &&
           words.find_first_of("{}") == std::string::npos &&
           words.find("  ") == std::string::npos && words.front() == std::toupper(words.front());
}

TEST(Words, EveryCodeHasItsOwnSentence) {
    for (const auto code : all_codes) {
        const auto bare = sentence(reason(code));
        EXPECT_TRUE(well_made(bare)) << code_name(code) << ": " << bare;
        for (const auto* word :
             {"void", "purported", "invalid", "please", "successfully", "breach"}) {
            EXPECT_EQ(bare.find(word), std::string::npos) << bare;
        }
        // A code without a row would come out as its own name.
        auto name = std::string(code_name(code));
        std::replace(name.begin(), name.end(), '_', ' ');
        const bool one_word = name.find(' ') == std::string::npos;
        if (!one_word && code != Code::not_carried) {
            EXPECT_NE(bare, as_sentence(name)) << "no wording for " << code_name(code);
        }
    }
}

TEST(Words, FactsOfEveryKindNeverPrintABrace) {
    const std::vector<std::string> names = {"present", "needed", "members", "latest",  "safe",
                                            "seat",    "item",   "body",    "meeting", "days",
                                            "holder",  "actor",  "act",     "office"};
    for (const auto code : all_codes) {
        for (const auto& name : names) {
            EXPECT_TRUE(well_made(sentence(reason(code, {fact(name, 3)}, "3.1"))))
                << code_name(code) << name;
            EXPECT_TRUE(well_made(sentence(reason(code, {fact(name, "x")}, "3.1"))))
                << code_name(code) << name;
        }
    }
}

TEST(Words, TheQuorum) {
    const std::vector<Fact> short_by_one = {fact("present", 19), fact("needed", 20),
                                            fact("members", 40), fact("spare", -1)};
    EXPECT_EQ(sentence(reason(Code::inquorate, short_by_one)),
              "19 of 40 members are present; 20 are needed: one short.");
    const std::vector<Fact> enough = {fact("present", 22), fact("needed", 20), fact("members", 40),
                                      fact("spare", 2)};
    EXPECT_EQ(sentence(reason(Code::quorate, enough)),
              "22 of 40 members are present; 20 are needed: two to spare.");
    const std::vector<Fact> just = {fact("present", 20), fact("needed", 20), fact("members", 40),
                                    fact("spare", 0)};
    EXPECT_EQ(sentence(reason(Code::quorate, just)),
              "20 of 40 members are present; 20 are needed: none to spare.");
    EXPECT_EQ(sentence(reason(Code::inquorate)), "The meeting is not quorate.");
}

TEST(Words, Notice) {
    const std::vector<Fact> facts = {fact("sent", "2008-06-18"), fact("days", 9),
                                     fact("needed", 10), fact("latest", "2008-06-17"),
                                     fact("safe", "2008-06-16")};
    EXPECT_EQ(sentence(reason(Code::notice_too_short, facts, "3.16")),
              "Sent nine working days before; 3.16 asks for ten.");
    EXPECT_EQ(
        sentence(reason(Code::papers_due, facts, "3.16", Says::remark)),
        "Papers are due out by Tuesday 17 June 2008; Monday 16 June 2008 is safe on any count.");
    const std::vector<Fact> item = {fact("notified", "2008-06-18"), fact("latest", "2008-06-17")};
    EXPECT_EQ(sentence(reason(Code::item_after_cut_off, item, "3.16")),
              "Asked for on Wednesday 18 June 2008; items closed on Tuesday 17 June 2008.");
    const std::vector<Fact> one = {fact("days", 1), fact("needed", 10)};
    EXPECT_EQ(sentence(reason(Code::notice_too_short, one, "3.16")),
              "Sent one working day before; 3.16 asks for ten.");
}

TEST(Words, TheMajority) {
    const std::vector<Fact> facts = {fact("for", 11), fact("against", 6), fact("abstain", 4),
                                     fact("base", 21), fact("needed", 11)};
    EXPECT_EQ(sentence(reason(Code::carried, facts, "3.21", Says::complies)),
              "11 for, 6 against, 4 abstaining: carried, 11 of 21; 11 were needed.");
    EXPECT_EQ(sentence(reason(Code::not_carried)), "Not carried.");
}

TEST(Words, Headlines) {
    Ruling ruling;
    EXPECT_EQ(headline(ruling), "Permitted.");
    ruling.reasons = {reason(Code::permitted_by, {}, "3.11", Says::complies)};
    EXPECT_EQ(headline(ruling), "Permitted: 3.11 allows this.");
    ruling.verdict = Verdict::refused;
    ruling.reasons = {reason(
        Code::inquorate, {fact("present", 19), fact("needed", 20), fact("members", 40)}, "3.12")};
    EXPECT_EQ(headline(ruling), "Refused: the meeting is not quorate. 19 of 40 members are "
                                "present; 20 are needed: one short.");
    ruling.verdict = Verdict::permitted;
    ruling.reasons = {
        reason(Code::notice_too_short, {fact("days", 9), fact("needed", 10)}, "3.16")};
    EXPECT_EQ(headline(ruling),
              "Recorded, with a breach: sent nine working days before; 3.16 asks for ten.");
    ruling.verdict = Verdict::needs_discretion;
    ruling.reasons = {reason(Code::tabled_item, {}, "3.16", Says::discretion)};
    ruling.reasons.front().holder = "chair";
    EXPECT_EQ(headline(ruling),
              "Needs the discretion of the Chair: the item was first put forward at the meeting.");
    ruling.verdict = Verdict::undetermined;
    ruling.reasons = {reason(Code::nobody_in_office, {}, "3.12", Says::undetermined)};
    EXPECT_EQ(headline(ruling),
              "Undetermined: no member is in office, so there is nothing to take a half of.");
}

TEST(Words, NumbersPeopleAndTimes) {
    EXPECT_EQ(number_words(0), "no");
    EXPECT_EQ(number_words(12), "twelve");
    EXPECT_EQ(number_words(13), "13");
    EXPECT_EQ(number_words(-1), "-1");
    EXPECT_EQ(counted(1, "seat", "seats"), "one seat");
    EXPECT_EQ(who_words("vice-chair"), "the Vice Chair");
    EXPECT_EQ(who_words("seat:kp/7"), "seat kp/7");
    EXPECT_EQ(who_words("person:abc"), "this person");
    EXPECT_EQ(who_words("organisation:kcc"), "kcc");
    EXPECT_EQ(value_words(fact("at", "2008-07-01T10:00")), "10:00am on Tuesday 1 July 2008");
    EXPECT_EQ(value_words(fact("n", 5)), "5");
}

TEST(Words, CodesKeepTheirNames) {
    EXPECT_EQ(code_name(Code::not_permitted), "not_permitted");
    EXPECT_EQ(code_name(Code::inquorate), "inquorate");
    EXPECT_EQ(code_name(Code::late_reason_given), code_names.back());
}

} // namespace
} // namespace quorate::governance
