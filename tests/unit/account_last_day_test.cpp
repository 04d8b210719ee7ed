// The last day of an account: until then it signs in, and from then on nothing of it opens.

#include "accounts_folder.hpp"
#include "base/time.hpp"
#include "ledger/sqlite/database.hpp"
#include "partnership/workspace/single_sign_on.hpp"

#include <gtest/gtest.h>

namespace quorate::partnership {
namespace {

using base::Instant;

constexpr const char* password = "three odd words";
const SignInHow by_password{"password", "Firefox"};
constexpr std::int64_t hour = 3'600'000;

Account auditor(std::optional<Instant> ends) {
    return {.name = "auditor.one",
            .title = "Auditor",
            .kind = AccountKind::auditor,
            .email = "one@audit.example",
            .ends = ends};
}

class LastDay : public AccountsFolder {
protected:
    LastDay() : AccountsFolder("quorate-last-day-") {}
    tl::expected<SessionTicket, SignInRefused> sign_in(std::string_view typed, Instant now) {
        return accounts().sign_in("auditor.one", typed, by_password, now).value();
    }

    Instant now_ = base::system_now();
    Instant ends_{now_.ms + hour};
};

TEST_F(LastDay, EndsSessionsAndIsSaidOnlyToWhoeverHasThePassword) {
    ASSERT_TRUE(accounts().add(auditor(ends_), password));
    const auto ticket = sign_in(password, now_);
    ASSERT_TRUE(ticket);
    EXPECT_TRUE(accounts().session(ticket->token, {ends_.ms - 1}).value());
    EXPECT_FALSE(accounts().session(ticket->token, ends_).value());
    EXPECT_FALSE(accounts().session_holds(ticket->token, ends_).value());
    EXPECT_TRUE(accounts().sessions("auditor.one", ends_).value().empty());
    const auto refused = sign_in(password, ends_);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().problem, SignInProblem::ended);
    EXPECT_EQ(refused.error().until, ends_);
    EXPECT_EQ(sign_in("another one", ends_).error().problem, SignInProblem::wrong);
}

TEST_F(LastDay, EndsLinksAndNoneIsMadeAfterIt) {
    ASSERT_TRUE(accounts().add_invited(auditor(ends_)));
    const auto token = accounts().make_link("auditor.one", LinkPurpose::invitation,
                                            invitation_lasts, plain_mail, now_);
    ASSERT_TRUE(token);
    EXPECT_EQ(accounts().link(*token, now_).value()->until, ends_) << "not for seven days";
    EXPECT_FALSE(accounts().link(*token, ends_).value());
    EXPECT_FALSE(accounts().use_link(*token, password, by_password, ends_).value());
    EXPECT_FALSE(
        accounts().make_link("auditor.one", LinkPurpose::reset, link_lasts, plain_mail, ends_));
    const auto mails = outbox(*workspace_, 10).value().size();
    ASSERT_TRUE(accounts().ask_link("auditor.one", LinkPurpose::sign_in, plain_mail, ends_));
    EXPECT_EQ(outbox(*workspace_, 10).value().size(), mails);
}

TEST_F(LastDay, SingleSignOnLetsNobodyInAfterIt) {
    ASSERT_TRUE(accounts().add(auditor(ends_), password));
    const SignedOn who{"https://id.example", "s1", "email", "one@audit.example", true};
    ASSERT_TRUE(begin_session_of(*workspace_, who, {"Example", ""}, now_).value());
    const auto after = begin_session_of(*workspace_, who, {"Example", ""}, ends_).value();
    ASSERT_FALSE(after);
    EXPECT_EQ(after.error(), SignOnProblem::ended);
}

TEST_F(LastDay, ALaterOneLetsIntoNothingThatHadEnded) {
    const Instant past{now_.ms - hour};
    ASSERT_TRUE(accounts().add(auditor(past), password));
    const auto ticket = sign_in(password, {past.ms - hour});
    ASSERT_TRUE(ticket);
    EXPECT_FALSE(sign_in(password, now_));
    ASSERT_TRUE(accounts().change(auditor(ends_)).value());
    EXPECT_FALSE(accounts().session(ticket->token, now_).value()) << "that session is over";
    EXPECT_TRUE(sign_in(password, now_));
    ASSERT_TRUE(accounts().change(auditor({})).value());
    EXPECT_TRUE(sign_in(password, {ends_.ms + hour}));
    EXPECT_FALSE(accounts().find("auditor.one").value()->ends);
}

TEST_F(LastDay, IsNotForAMemberNorForTheOnlyAdministrator) {
    auto member = auditor(ends_);
    member.kind = AccountKind::member;
    const auto added = accounts().add(member, password);
    ASSERT_FALSE(added);
    EXPECT_EQ(added.error().where, "last_day");
    Account chief{.name = "chief", .title = "Chief", .kind = AccountKind::administrator};
    ASSERT_TRUE(accounts().add(chief, password));
    chief.ends = ends_;
    const auto changed = accounts().change(chief);
    ASSERT_FALSE(changed);
    EXPECT_EQ(changed.error().where, "last_day");
    Account second{.name = "second", .title = "Second", .kind = AccountKind::administrator};
    ASSERT_TRUE(accounts().add(second, password));
    EXPECT_TRUE(accounts().change(chief).value());
    EXPECT_FALSE(accounts().stop("second")) << "the other's account ends";
    EXPECT_TRUE(accounts().change(chief, ChangedFrom::machine).value());
}

TEST_F(LastDay, AnOlderWorkspaceHasNone) {
    ASSERT_TRUE(accounts().add(auditor({}), password));
    workspace_.reset();
    {
        const ledger::sqlite::DatabaseKind kind{"workspace", 0x51525753, 1, ""};
        auto database = ledger::sqlite::Database::open(
            folder_ + "/workspace.db", kind, {ledger::sqlite::OpenMode::existing, {}, 1000});
        ASSERT_TRUE(database) << database.error().text();
        ASSERT_TRUE(database->run("ALTER TABLE account DROP COLUMN ends"));
    }
    open();
    EXPECT_FALSE(accounts().find("auditor.one").value()->ends);
    EXPECT_TRUE(sign_in(password, now_));
    EXPECT_TRUE(accounts().change(auditor(ends_)).value());
    EXPECT_EQ(accounts().find("auditor.one").value()->ends, ends_);
}

} // namespace
} // namespace quorate::partnership
