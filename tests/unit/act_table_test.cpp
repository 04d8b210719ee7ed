// The act table, actors, submissions and the reference.

#include "governance/act_rows.hpp"
#include "governance/codec.hpp"

#include <gtest/gtest.h>
#include <set>

namespace quorate::governance {
namespace {

using base::JsonObject;

// A row that leaves out a field, or misspells one, is seen while compiling.
struct Example {
    BodyId body;
    std::optional<std::int64_t> for_;
};
BOOST_DESCRIBE_STRUCT(Example, (), (body, for_))
constexpr auto good =
    written_row<Example>(Force::reporting, "Example", {{"body", "Body"}, {"for", "For"}});
constexpr auto misspelt =
    written_row<Example>(Force::reporting, "Example", {{"bodi", "Body"}, {"for", "For"}});
constexpr auto disordered =
    written_row<Example>(Force::reporting, "Example", {{"for", "For"}, {"body", "Body"}});
static_assert(names_match(good));
static_assert(!names_match(misspelt));
static_assert(!names_match(disordered));

TEST(ActTable, HasEveryActInOrder) {
    ASSERT_EQ(act_table().size(), act_count);
    for (std::size_t i = 0; i < act_count; ++i) {
        EXPECT_EQ(act_index(act_table()[i].name), i);
        EXPECT_EQ(find_act(act_table()[i].name), &act_table()[i]);
    }
    EXPECT_EQ(find_act("convene"), nullptr);
    EXPECT_EQ(act_index(""), act_count);
    EXPECT_EQ(row_of(acts::NoteItem{}).name, "note-item");
    EXPECT_EQ(row_of(acts::Absorb{}).feature, Feature::bodies);
    EXPECT_EQ(row_of(acts::ReportOnAction{}).feature, Feature::minutes);
}

TEST(ActTable, SaysWhichActsClaimAnEffect) {
    const std::set<std::string_view> claiming = {"establish-body",
                                                 "adopt-charter",
                                                 "amend-charter",
                                                 "adopt-interpretation",
                                                 "delegate",
                                                 "absorb",
                                                 "dissolve-body",
                                                 "transfer-responsibility",
                                                 "admit-organisation",
                                                 "appoint",
                                                 "elect-to-office",
                                                 "rotate-office",
                                                 "nominate-substitute",
                                                 "request-replacement",
                                                 "agree-exit-terms",
                                                 "release-commitment",
                                                 "convene-meeting",
                                                 "notify-item",
                                                 "allow-late-item",
                                                 "order-agenda",
                                                 "determine-interest",
                                                 "declare-outcome",
                                                 "ratify",
                                                 "take-urgent-decision",
                                                 "approve-minutes",
                                                 "publish-minutes",
                                                 "draft-minutes",
                                                 "postpone-meeting",
                                                 "cancel-meeting",
                                                 "note-item",
                                                 "restrict-paper",
                                                 "lift-restriction",
                                                 "release-notes",
                                                 "reorganise"};
    for (const auto& act : act_table()) {
        EXPECT_EQ(act.force == Force::claiming, claiming.contains(act.name)) << act.name;
    }
}

TEST(ActTable, FieldsAreWorkedOutFromTheStruct) {
    const auto& vote = *find_act("take-vote");
    EXPECT_EQ(vote.fields[0].of, "meeting");
    EXPECT_TRUE(vote.fields[0].required);
    EXPECT_EQ(vote.fields[2].name, "for");
    EXPECT_EQ(vote.fields[2].kind, FieldKind::number);
    EXPECT_FALSE(vote.fields[2].required);
    EXPECT_TRUE(vote.fields[5].list);
    EXPECT_EQ(vote.fields[5].of, "seat");
    const auto& determine = *find_act("determine-interest");
    ASSERT_EQ(determine.fields[3].choices.size(), 4U);
    EXPECT_EQ(determine.fields[3].choices[3], "speak-and-withdraw");
}

TEST(ActTable, WordsArePlain) {
    for (const auto& act : act_table()) {
        EXPECT_FALSE(act.help.empty() || act.help.ends_with('.') || act.help.size() > 100)
            << act.name;
        for (const auto& row : act.fields) {
            EXPECT_TRUE(!row.label.empty() && row.label[0] >= 'A' && row.label[0] <= 'Z')
                << act.name << row.name;
            EXPECT_FALSE(row.hint.ends_with('.') || row.hint.size() > 80)
                << act.name << " " << row.name;
        }
    }
}

TEST(ActTable, SaysWhatIsPersonal) {
    std::set<std::string> personal;
    for (const auto& act : act_table()) {
        for (const auto& row : act.fields) {
            if (row.personal) {
                personal.insert(std::string(act.name) + " " + std::string(row.name));
            }
        }
    }
    EXPECT_EQ(personal, (std::set<std::string>{"register-person name", "declare-interest nature",
                                               "register-interest nature"}));
}

TEST(ActTable, ReferenceAndHelpHaveEveryField) {
    const auto reference = acts_reference();
    for (const auto& act : act_table()) {
        const auto at = reference.find("\n### " + std::string(act.name) + "\n");
        ASSERT_NE(at, std::string::npos) << act.name;
        const auto help = act_help(act);
        for (const auto& row : act.fields) {
            EXPECT_NE(reference.find("| `" + std::string(row.name) + "` |", at), std::string::npos);
            EXPECT_NE(help.find("\n  " + std::string(row.name)), std::string::npos) << help;
        }
    }
    for (const auto* feature :
         {"Bodies", "Membership", "Meetings", "Interests", "Decisions", "Minutes"}) {
        EXPECT_NE(reference.find("\n## " + std::string(feature) + "\n"), std::string::npos)
            << feature;
    }
}

TEST(Written, NamesOfEnumerators) {
    EXPECT_EQ(written(Evidence::e_mail), "e-mail");
    EXPECT_EQ(written(Evidence::sign_in), "sign-in");
    EXPECT_EQ(written(Role::public_), "public");
    EXPECT_EQ(from_written<Evidence>("e-mail"), Evidence::e_mail);
    EXPECT_EQ(from_written<Evidence>("e_mail"), std::nullopt);
}

TEST(Actors, AreReadAndWritten) {
    for (const auto* form : {"servicing", "presiding", "chair", "vice-chair", "seat:kp/7", "seat:7",
                             "person:p1", "organisation:kcc", "body:psb", "lead-authority",
                             "auditor", "administrator", "public", "office:secretary"}) {
        const auto actor = parse_actor(form);
        ASSERT_TRUE(actor) << actor.error().text();
        EXPECT_EQ(text(*actor), form);
    }
    EXPECT_EQ(parse_actor("seat:servicing")->kind, ActorKind::servicing);
    EXPECT_EQ(*parse_actor("office:chair"), *parse_actor("chair"));
    EXPECT_EQ(parse_actor("chair")->kind, ActorKind::office);
    EXPECT_EQ(parse_actor("seat:7")->id, "7");
}

TEST(Actors, WhatIsNotOneIsExplained) {
    for (const auto* odd : {"", "seats:7", "seat:", "seat:kp-7", "seat:07", "person:", "person:P1",
                            "Chair", ":", "seat"}) {
        const auto actor = parse_actor(odd);
        ASSERT_FALSE(actor) << odd;
        EXPECT_FALSE(actor.error().help.empty());
    }
    EXPECT_EQ(parse_actor("presidng").error().help.substr(0, 24), "Did you mean presiding? ");
    EXPECT_EQ(parse_actor("organisation:KCC").error().message,
              "\"organisation:KCC\" does not name an organisation by its id");
}

constexpr base::Instant now{1'212'400'000'000};

base::Result<Submission> submission(std::string_view more,
                                    std::string_view id = "011a5e1c-0000-7000-8000-000000000001") {
    const auto text = R"({"id":")" + std::string(id) +
                      R"(","act":"take-item","fields":{"meeting":"kp/m1","item":4})" +
                      std::string(more) + "}";
    return decode_submission(base::parse_json(text).value().as_object(),
                             {*base::Zone::find("Europe/London")}, now);
}

std::string people(std::string_view more) {
    const auto made = submission(more);
    return made ? text(made->made_by) + " " + text(made->recorded_by) + " " +
                      std::string(written(made->evidence))
                : made.error().where;
}

TEST(Submissions, HaveDefaults) {
    EXPECT_EQ(people(""), "servicing servicing sign-in");
    EXPECT_EQ(people(R"(,"made_by":"presiding")"), "presiding presiding sign-in");
    EXPECT_EQ(people(R"(,"made_by":"presiding","evidence":"room")"), "presiding servicing room");
    EXPECT_EQ(people(R"(,"made_by":"chair","evidence":"telephone")"), "chair servicing telephone");
    EXPECT_EQ(people(R"(,"made_by":"chair","evidence":"email")"), "chair servicing e-mail");
    EXPECT_EQ(people(R"(,"made_by":"chair","evidence":"sign-in")"), "chair chair sign-in");
    EXPECT_EQ(people(R"(,"made_by":"seat:kp/7","recorded_by":"seat:kp/7")"),
              "seat:kp/7 seat:kp/7 sign-in");
    EXPECT_EQ(people(R"(,"made_by":"seat:7","recorded_by":"chair","evidence":"letter")"),
              "seat:7 chair letter");
    EXPECT_EQ(people(R"(,"made_by":"chair","recorded_by":"servicing")"), "evidence");
    EXPECT_EQ(people(R"(,"made_by":"chair","recorded_by":"servicing","evidence":"sign-in")"),
              "evidence");
    EXPECT_EQ(submission("")->effective, now);
    EXPECT_EQ(base::text(submission(R"(,"effective":"2008-07-01T10:05")")->effective),
              "2008-07-01T09:05:00Z");
    EXPECT_EQ(submission("")->capacity, std::nullopt);
    EXPECT_EQ(text(*submission(R"(,"capacity":"vice-chair")")->capacity), "vice-chair");
    EXPECT_EQ(std::get<acts::TakeItem>(submission("")->act).item, 4);
}

TEST(Submissions, WrongPartsAreNamed) {
    EXPECT_EQ(submission("", "not-a-uuid").error().where, "id");
    EXPECT_EQ(submission("", "011a5e1c-0000-4000-8000-000000000001").error().where, "id");
    const auto unknown = submission(R"(,"evidense":"room")");
    EXPECT_EQ(unknown.error().where, "evidense");
    EXPECT_EQ(unknown.error().help.substr(0, 22), "Did you mean evidence?");
    EXPECT_EQ(people(R"(,"made_by":"nobody")"), "made_by");
    EXPECT_EQ(people(R"(,"made_by":4)"), "made_by");
    EXPECT_EQ(people(R"(,"capacity":"nobody")"), "capacity");
    EXPECT_EQ(people(R"(,"recorded_by":"nobody")"), "recorded_by");
    EXPECT_EQ(people(R"(,"evidence":"rumour")"), "evidence");
    EXPECT_EQ(people(R"(,"effective":"soon")"), "effective");
    const auto parts = [](std::string_view text) {
        return decode_submission(base::parse_json(text).value().as_object(), {base::Zone::utc()},
                                 now)
            .error()
            .where;
    };
    EXPECT_EQ(parts("{}"), "id");
    EXPECT_EQ(parts(R"({"id":"011a5e1c-0000-7000-8000-000000000001"})"), "act");
    EXPECT_EQ(
        parts(R"({"id":"011a5e1c-0000-7000-8000-000000000001","act":"take-item","fields":4})"),
        "fields");
    EXPECT_EQ(parts(R"({"id":"011a5e1c-0000-7000-8000-000000000001","act":"take-item"})"),
              "meeting");
}

} // namespace
} // namespace quorate::governance
