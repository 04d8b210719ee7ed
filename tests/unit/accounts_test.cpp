// Accounts: who gets in, by password or link, for how long; and that an older workspace still
// opens.

#include "accounts_folder.hpp"
#include "base/text.hpp"
#include "ledger/sqlite/database.hpp"
#include "partnership/workspace/contacts.hpp"
#include "partnership/workspace/passwords.hpp"
#include "partnership/workspace/reading.hpp"
#include "partnership/workspace/single_sign_on.hpp"

#include <atomic>
#include <filesystem>
#include <gtest/gtest.h>
#include <set>
#include <thread>

namespace quorate::partnership {
namespace {

using base::Instant;

constexpr const char* password = "three odd words";
const SignInHow by_password{"password", "Firefox"};

constexpr std::int64_t minutes(std::int64_t count) {
    return count * 60000;
}

Account member(std::string name, std::string email = {}) {
    return {.name = std::move(name),
            .title = "Seat 9",
            .seats = {{governance::ActorKind::seat, "kp/9"}},
            .email = std::move(email)};
}

Account administrator(std::string name) {
    return {.name = std::move(name), .title = "Administrator", .kind = AccountKind::administrator};
}

class AccountsTest : public AccountsFolder {
protected:
    AccountsTest() : AccountsFolder("quorate-accounts-") {}

    std::optional<SignInRefused> refused(std::string_view name, std::string_view typed,
                                         Instant now = Instant{1000}) {
        const auto signed_in = accounts().sign_in(name, typed, by_password, now);
        EXPECT_TRUE(signed_in) << signed_in.error().text();
        return *signed_in ? std::nullopt : std::optional(signed_in->error());
    }
    std::string let_in(std::string_view name, Instant now = Instant{1000}) {
        const auto signed_in = accounts().sign_in(name, password, by_password, now);
        EXPECT_TRUE(signed_in && *signed_in);
        return signed_in && *signed_in ? (*signed_in)->token : std::string();
    }
    bool holds(const std::string& token, Instant now) {
        const auto session = accounts().session(token, now);
        EXPECT_TRUE(session);
        return session && session->has_value();
    }
    /// Of the newest mail; empty when it holds none any more.
    std::string newest_token() {
        const auto mails = outbox(*workspace_, 1).value();
        const std::string before = "/kent/link/";
        return mails.empty() || mails.front().mail.link_path.empty()
                   ? std::string()
                   : mails.front().mail.link_path.substr(before.size());
    }
    std::string asked(std::string_view name, LinkPurpose purpose, Instant now) {
        EXPECT_TRUE(accounts().ask_link(name, purpose, plain_mail, now));
        return newest_token();
    }
};

TEST_F(AccountsTest, SignsInByNameOrAddressAndByNothingElse) {
    ASSERT_TRUE(accounts().add(member("a.example", "Ann@Example.org"), password));
    EXPECT_FALSE(refused("a.example", password));
    EXPECT_FALSE(refused("ann@example.org", password));
    EXPECT_EQ(refused("a.example", "another one")->problem, SignInProblem::wrong);
    EXPECT_EQ(refused("a.example", "")->problem, SignInProblem::wrong);
    EXPECT_EQ(refused("nobody", password)->problem, SignInProblem::wrong);
}

TEST_F(AccountsTest, RefusesWhatCannotBeAnAccount) {
    ASSERT_TRUE(accounts().add(member("one", "one@example.org"), password));
    EXPECT_FALSE(accounts().add(member("one"), password)) << "the name is taken";
    EXPECT_FALSE(accounts().add(member("Two"), password)) << "capitals";
    EXPECT_FALSE(accounts().add(member("two", "ONE@example.org"), password)) << "the same address";
    EXPECT_FALSE(accounts().add(member("two", "two\r\nBcc: all@example.org"), password));
    EXPECT_FALSE(accounts().add(member("two"), "odd one")) << "seven characters";
    EXPECT_TRUE(accounts().add(member("two"), "odd ones"));
    EXPECT_TRUE(accounts().add(member("three"), std::string(255, 'x') + "y"));
    EXPECT_FALSE(accounts().add(member("four"), std::string(256, 'x') + "y"));
}

TEST_F(AccountsTest, LocksOutAfterFiveTriesForNamesThatExistAndNamesThatDoNot) {
    ASSERT_TRUE(accounts().add(member("known"), password));
    for (const auto* name : {"known", "unknown"}) {
        for (int i = 1; i < sign_in_failures_max; ++i) {
            EXPECT_EQ(refused(name, "wrong one")->problem, SignInProblem::wrong) << name << i;
        }
        const auto fifth = refused(name, "wrong one");
        EXPECT_EQ(fifth->problem, SignInProblem::waiting) << name;
        EXPECT_EQ(fifth->until.ms, 1000 + minutes(5)) << name;
        EXPECT_EQ(refused(name, password, Instant{1000 + minutes(5) - 1})->problem,
                  SignInProblem::waiting);
    }
    EXPECT_FALSE(refused("known", password, Instant{1000 + minutes(5)}));
    EXPECT_EQ(refused("unknown", password, Instant{1000 + minutes(5)})->problem,
              SignInProblem::wrong);
}

TEST_F(AccountsTest, ALockOutByNameIsSaidOfTheAddressOnlyToWhoeverHasThePassword) {
    ASSERT_TRUE(accounts().add(member("known", "known@example.org"), password));
    for (int i = 0; i < sign_in_failures_max; ++i) {
        refused("known", "wrong one");
    }
    for (int i = 0; i < 2 * sign_in_failures_max; ++i) {
        const auto told = refused("known@example.org", password, Instant{2000});
        ASSERT_TRUE(told);
        EXPECT_EQ(told->problem, SignInProblem::waiting);
        EXPECT_EQ(told->until.ms, 1000 + minutes(5)) << "and asking again makes it no longer";
    }
    for (const auto* address : {"known@example.org", "nobody@example.org"}) {
        for (int i = 1; i < sign_in_failures_max; ++i) {
            EXPECT_EQ(refused(address, "wrong one", Instant{3000})->problem, SignInProblem::wrong)
                << address << i;
        }
        const auto fifth = refused(address, "wrong one", Instant{3000});
        EXPECT_EQ(fifth->problem, SignInProblem::waiting) << address;
        EXPECT_EQ(fifth->until.ms, 3000 + minutes(5)) << address << ": of its own tries alone";
    }
    EXPECT_FALSE(refused("known", password, Instant{1000 + minutes(5)}));
    EXPECT_FALSE(refused("known@example.org", password, Instant{1000 + minutes(5)}))
        << "getting in clears both";
}

TEST_F(AccountsTest, ANameAndAnAddressGiveNoMoreTriesThanOneOfThem) {
    ASSERT_TRUE(accounts().add(member("known", "known@example.org"), password));
    for (int i = 0; i < sign_in_failures_max; ++i) {
        EXPECT_EQ(refused(i % 2 == 0 ? "known" : "known@example.org", "wrong one")->problem,
                  SignInProblem::wrong);
    }
    for (const auto* name : {"known", "known@example.org"}) {
        const auto told = refused(name, password, Instant{2000});
        ASSERT_TRUE(told) << "nobody gets in after the fifth of both together";
        EXPECT_EQ(told->problem, SignInProblem::waiting);
        EXPECT_EQ(told->until.ms, 1000 + minutes(5));
        const auto checked = accounts().check_password(name, password, Instant{2000});
        EXPECT_FALSE(checked.value());
    }
    EXPECT_FALSE(refused("known", password, Instant{1000 + minutes(5)}));
}

TEST_F(AccountsTest, CountsTriesMadeAtOnce) {
    ASSERT_TRUE(accounts().add(member("target"), password));
    std::atomic<int> looked{0};
    std::vector<std::thread> threads;
    for (int i = 0; i < 12; ++i) {
        threads.emplace_back([&] {
            for (int again = 0; again < 100; ++again) {
                const auto answer =
                    accounts().sign_in("target", "wrong one", by_password, Instant{1000});
                if (!answer || answer->error().problem != SignInProblem::busy) {
                    looked += answer && answer->error().problem == SignInProblem::wrong ? 1 : 0;
                    return;
                }
                std::this_thread::sleep_for(std::chrono::milliseconds(20));
            }
        });
    }
    for (auto& thread : threads) {
        thread.join();
    }
    EXPECT_LE(looked, sign_in_failures_max - 1) << "the fifth locks, and says so";
    EXPECT_EQ(refused("target", password)->problem, SignInProblem::waiting);
}

TEST_F(AccountsTest, ASessionEndsWhenIdleOldOrStopped) {
    ASSERT_TRUE(accounts().add(member("one"), password));
    constexpr std::int64_t hour = minutes(60);
    const auto idle = let_in("one", Instant{0});
    EXPECT_TRUE(holds(idle, Instant{24 * hour}));
    EXPECT_FALSE(holds(idle, Instant{24 * hour + 24 * hour + 1}));
    const auto old = let_in("one", Instant{0});
    for (std::int64_t at = 0; at <= 7 * 24 * hour; at += 6 * hour) {
        EXPECT_TRUE(holds(old, Instant{at})) << at / hour;
    }
    EXPECT_FALSE(holds(old, Instant{7 * 24 * hour + 1}));
    const auto stopped = let_in("one", Instant{0});
    ASSERT_TRUE(accounts().stop("one").value());
    EXPECT_FALSE(holds(stopped, Instant{1}));
    EXPECT_EQ(refused("one", password)->problem, SignInProblem::wrong);
    ASSERT_TRUE(accounts().take_up_again("one").value());
    EXPECT_FALSE(refused("one", password));
}

TEST_F(AccountsTest, ListsAndEndsItsOwnSessions) {
    ASSERT_TRUE(accounts().add(member("one"), password));
    ASSERT_TRUE(accounts().add(member("two"), password));
    const auto here = let_in("one", Instant{0});
    const auto there = let_in("one", Instant{1});
    const auto other = let_in("two", Instant{2});
    const auto seen = accounts().sessions("one", Instant{3}).value();
    ASSERT_EQ(seen.size(), 2U);
    EXPECT_NE(seen[0].id, seen[1].id);
    const auto there_id = accounts().session(there, Instant{3}).value()->id;
    EXPECT_FALSE(accounts().end_session("two", there_id).value()) << "it is not theirs";
    EXPECT_TRUE(accounts().end_session("one", there_id).value());
    EXPECT_TRUE(holds(here, Instant{3}));
    EXPECT_FALSE(holds(there, Instant{3}));
    ASSERT_TRUE(accounts().sign_out_everywhere("one", here));
    EXPECT_TRUE(holds(here, Instant{3}));
    ASSERT_TRUE(accounts().sign_out_everywhere("one"));
    EXPECT_FALSE(holds(here, Instant{3}));
    EXPECT_TRUE(holds(other, Instant{3}));
}

TEST_F(AccountsTest, ALinkWorksOnceWithinTwentyMinutes) {
    ASSERT_TRUE(accounts().add(member("one", "one@example.org"), password));
    const auto token = asked("one", LinkPurpose::sign_in, Instant{0});
    ASSERT_EQ(token.size(), 43U);
    EXPECT_TRUE(accounts().link(token, Instant{minutes(20) - 1}).value());
    EXPECT_TRUE(accounts().link(token, Instant{0}).value()) << "opening it does not use it up";
    EXPECT_FALSE(accounts().link(token, Instant{minutes(20)}).value());
    EXPECT_FALSE(accounts().link(std::string(43, 'A'), Instant{0}).value());
    const auto ticket = accounts().use_link(token, {}, {"link", ""}, Instant{1}).value();
    ASSERT_TRUE(ticket);
    EXPECT_TRUE(holds(ticket->token, Instant{2}));
    EXPECT_FALSE(accounts().use_link(token, {}, {"link", ""}, Instant{2}).value());
    EXPECT_TRUE(newest_token().empty()) << "the mail forgets it too";
}

TEST_F(AccountsTest, OfManyWhoUseALinkAtOnceOneGetsIn) {
    ASSERT_TRUE(accounts().add(member("one", "one@example.org"), password));
    const auto token = asked("one", LinkPurpose::sign_in, Instant{0});
    std::atomic<int> in{0};
    std::vector<std::thread> threads;
    for (int i = 0; i < 16; ++i) {
        threads.emplace_back([&] {
            const auto used = accounts().use_link(token, {}, {"link", ""}, Instant{1});
            in += used && *used ? 1 : 0;
        });
    }
    for (auto& thread : threads) {
        thread.join();
    }
    EXPECT_EQ(in, 1);
}

TEST_F(AccountsTest, OnlyTheHashOfALinkIsKept) {
    ASSERT_TRUE(accounts().add(member("one"), password));
    const auto made =
        accounts().make_link("one", LinkPurpose::reset, office_link_lasts, plain_mail, Instant{0});
    ASSERT_TRUE(made);
    const auto session = let_in("one");
    workspace_.reset();
    for (const auto& file : std::filesystem::directory_iterator(folder_)) {
        const auto bytes = base::read_file(file.path().string()).value();
        EXPECT_EQ(bytes.find(*made), std::string::npos) << file.path();
        EXPECT_EQ(bytes.find(session), std::string::npos) << file.path();
    }
    open();
    EXPECT_TRUE(accounts().link(*made, Instant{1}).value());
}

TEST_F(AccountsTest, ThreeLinksInAQuarterOfAnHourAndNoMore) {
    ASSERT_TRUE(accounts().add(member("one", "one@example.org"), password));
    std::set<std::string> tokens;
    for (int i = 0; i < 6; ++i) {
        tokens.insert(asked("one", LinkPurpose::sign_in, Instant{i}));
    }
    EXPECT_EQ(tokens.size(), 3U);
    EXPECT_EQ(outbox(*workspace_, 10).value().size(), 3U);
    asked("one", LinkPurpose::sign_in, Instant{minutes(16)});
    EXPECT_EQ(outbox(*workspace_, 10).value().size(), 4U);
}

TEST_F(AccountsTest, LinksAskedForWorkSideBySideUntilOneIsUsedOrTheOfficeMakesOne) {
    ASSERT_TRUE(accounts().add(member("one", "one@example.org"), password));
    std::vector<std::string> links;
    for (int i = 0; i < links_asked_max; ++i) {
        links.push_back(asked("one", LinkPurpose::sign_in, Instant{i}));
    }
    for (const auto& each : links) {
        EXPECT_TRUE(accounts().link(each, Instant{10}).value());
    }
    ASSERT_TRUE(accounts().use_link(links[0], {}, {"link", ""}, Instant{11}).value());
    for (const auto& each : links) {
        EXPECT_FALSE(accounts().link(each, Instant{12}).value());
    }
    const auto later = asked("one", LinkPurpose::sign_in, Instant{minutes(30)});
    ASSERT_TRUE(accounts().make_link("one", LinkPurpose::sign_in, link_lasts, plain_mail,
                                     Instant{minutes(31)}));
    EXPECT_FALSE(accounts().link(later, Instant{minutes(32)}).value());
}

TEST_F(AccountsTest, AskingForAnUnknownNameLooksTheSameAndSendsNothing) {
    EXPECT_TRUE(accounts().ask_link("nobody", LinkPurpose::sign_in, plain_mail, Instant{0}));
    EXPECT_TRUE(accounts().ask_link("a@b.example", LinkPurpose::reset, plain_mail, Instant{0}));
    ASSERT_TRUE(accounts().add(member("silent"), password));
    EXPECT_TRUE(accounts().ask_link("silent", LinkPurpose::sign_in, plain_mail, Instant{0}));
    ASSERT_TRUE(accounts().add(member("stopped", "s@example.org"), password));
    ASSERT_TRUE(accounts().stop("stopped"));
    EXPECT_TRUE(accounts().ask_link("stopped", LinkPurpose::sign_in, plain_mail, Instant{0}));
    EXPECT_TRUE(outbox(*workspace_, 10).value().empty());
}

TEST_F(AccountsTest, AnInvitationIsEnteredWithAPasswordOrByLinksOnly) {
    ASSERT_TRUE(accounts().add_invited(member("one", "one@example.org")));
    ASSERT_TRUE(accounts().add_invited(member("two", "two@example.org")));
    EXPECT_EQ(refused("one", "")->problem, SignInProblem::wrong) << "no password fits none";
    const auto one = accounts().make_link("one", LinkPurpose::invitation, invitation_lasts,
                                          plain_mail, Instant{0});
    ASSERT_TRUE(one);
    ASSERT_TRUE(accounts().link(*one, Instant{minutes(7 * 24 * 60) - 1}).value());
    EXPECT_FALSE(accounts().link(*one, Instant{minutes(7 * 24 * 60)}).value());
    EXPECT_FALSE(accounts().use_link(*one, "short", {"invitation", ""}, Instant{1}));
    ASSERT_TRUE(accounts().use_link(*one, password, {"invitation", ""}, Instant{1}).value());
    EXPECT_FALSE(refused("one", password));
    EXPECT_EQ(accounts().find("one").value()->status, AccountStatus::active);

    const auto two = accounts().make_link("two", LinkPurpose::invitation, invitation_lasts,
                                          plain_mail, Instant{0});
    ASSERT_TRUE(accounts().use_link(*two, {}, {"invitation", ""}, Instant{1}).value());
    const auto entered = accounts().find("two").value();
    EXPECT_EQ(entered->status, AccountStatus::active);
    EXPECT_FALSE(entered->password);
    EXPECT_EQ(refused("two", "")->problem, SignInProblem::wrong);
}

TEST_F(AccountsTest, ANewPasswordEndsEverySessionAndEveryLink) {
    ASSERT_TRUE(accounts().add(member("one", "one@example.org"), password));
    const auto session = let_in("one", Instant{0});
    const auto first = asked("one", LinkPurpose::sign_in, Instant{0});
    const auto reset = asked("one", LinkPurpose::reset, Instant{1});
    EXPECT_FALSE(accounts().use_link(reset, {}, {"link", ""}, Instant{2})) << "it needs a password";
    const auto in = accounts().use_link(reset, "other odd words", {"link", ""}, Instant{2}).value();
    ASSERT_TRUE(in);
    EXPECT_FALSE(holds(session, Instant{3}));
    EXPECT_TRUE(holds(in->token, Instant{3}));
    EXPECT_FALSE(accounts().link(first, Instant{3}).value());
    EXPECT_EQ(refused("one", password)->problem, SignInProblem::wrong);
    EXPECT_FALSE(refused("one", "other odd words"));
}

TEST_F(AccountsTest, ALinkClearsALockOut) {
    ASSERT_TRUE(accounts().add(member("one", "one@example.org"), password));
    for (int i = 0; i < sign_in_failures_max; ++i) {
        refused("one", "wrong one");
    }
    ASSERT_EQ(refused("one", password)->problem, SignInProblem::waiting);
    const auto token = asked("one", LinkPurpose::sign_in, Instant{1000});
    ASSERT_TRUE(accounts().use_link(token, {}, {"link", ""}, Instant{1001}).value());
    EXPECT_FALSE(refused("one", password, Instant{1002}));
}

TEST_F(AccountsTest, AnotherAddressEndsTheLinksSentToTheOldOne) {
    ASSERT_TRUE(accounts().add(member("one", "old@example.org"), password));
    const auto token = asked("one", LinkPurpose::sign_in, Instant{0});
    auto account = *accounts().find("one").value();
    account.email = "new@example.org";
    ASSERT_TRUE(accounts().change(account).value());
    EXPECT_FALSE(accounts().link(token, Instant{1}).value());
    EXPECT_EQ(outbox(*workspace_, 1).value().front().state, MailState::failed);
}

TEST_F(AccountsTest, WhoseAccountItWasCannotGetInOnceItIsSomebodyElses) {
    for (const bool by_person : {true, false}) {
        const std::string name = by_person ? "one" : "two";
        ASSERT_TRUE(accounts().add(member(name, name + "@example.org"), password));
        const auto session = let_in(name, Instant{0});
        const auto link = asked(name, LinkPurpose::sign_in, Instant{0});
        ASSERT_TRUE(expect_sign_on(*workspace_, name, "https://a.example", name));
        const SignedOn at_b{"https://b.example", name, "email", name + "@example.org", true};
        const auto by_b =
            begin_session_of(*workspace_, at_b, {"B", ""}, Instant{0}).value().value();
        ASSERT_TRUE(look_at_desk(*workspace_, name, 1, Instant{0}, Instant{0}));
        auto account = *accounts().find(name).value();
        if (by_person) {
            account.person = governance::PersonId("p-2");
        } else {
            account.email = "next@example.org";
        }
        ASSERT_TRUE(accounts().change(account).value());
        EXPECT_FALSE(holds(session, Instant{1}));
        EXPECT_FALSE(holds(by_b.token, Instant{1}));
        EXPECT_FALSE(accounts().link(link, Instant{1}).value());
        EXPECT_EQ(refused(name, password)->problem, SignInProblem::wrong);
        const auto left = sign_on_of(*workspace_, name).value();
        EXPECT_TRUE(left.ties.empty() && left.expected.empty());
        EXPECT_FALSE(look_at_desk(*workspace_, name, 1, Instant{0}, Instant{1}).value())
            << "what was kept for the one before is gone";
        EXPECT_EQ(accounts().find(name).value()->status, AccountStatus::invited);
        ASSERT_TRUE(accounts().use_link(asked(name, LinkPurpose::reset, Instant{minutes(16)}),
                                        password, {"invitation", ""}, Instant{minutes(17)}));
        EXPECT_FALSE(refused(name, password, Instant{minutes(18)}));
    }
}

TEST_F(AccountsTest, AnotherSeatEndsSessionsAndAnotherTitleNothing) {
    ASSERT_TRUE(accounts().add(member("one"), password));
    const auto session = let_in("one", Instant{0});
    auto account = *accounts().find("one").value();
    account.title = "Seat nine";
    ASSERT_TRUE(accounts().change(account).value());
    EXPECT_TRUE(holds(session, Instant{1}));
    account.seats = {{governance::ActorKind::seat, "kp/8"}};
    ASSERT_TRUE(accounts().change(account).value());
    EXPECT_FALSE(holds(session, Instant{1}));
    EXPECT_FALSE(refused("one", password)) << "it is still theirs";
    account.name = "nobody";
    EXPECT_FALSE(accounts().change(account).value());
}

TEST_F(AccountsTest, TheOnlyAdministratorsAccountIsNotGivenAway) {
    ASSERT_TRUE(accounts().add(administrator("one"), password));
    auto account = *accounts().find("one").value();
    account.email = "next@example.org";
    EXPECT_FALSE(accounts().change(account));
    EXPECT_FALSE(refused("one", password));
    ASSERT_TRUE(accounts().add(administrator("two"), password));
    EXPECT_TRUE(accounts().change(account).value());
    EXPECT_EQ(refused("one", password)->problem, SignInProblem::wrong);
}

TEST_F(AccountsTest, WhoeverRunsTheMachineChangesTheOnlyAdministratorsAddress) {
    ASSERT_TRUE(accounts().add(administrator("one"), password));
    const auto session = let_in("one", Instant{0});
    auto account = *accounts().find("one").value();
    account.email = "next@example.org";
    ASSERT_TRUE(accounts().change(account, ChangedFrom::machine).value());
    EXPECT_FALSE(holds(session, Instant{1}));
    EXPECT_EQ(refused("one", password)->problem, SignInProblem::wrong);
    const auto link = accounts().make_link("one", LinkPurpose::invitation, invitation_lasts,
                                           plain_mail, Instant{1});
    ASSERT_TRUE(accounts().use_link(*link, password, {"invitation", ""}, Instant{2}).value());
    EXPECT_FALSE(refused("next@example.org", password));
    EXPECT_FALSE(accounts().remove("one")) << "it is still the only one";
}

TEST_F(AccountsTest, OnesOwnPasswordIsChangedOnlyWhileTheSessionHolds) {
    ASSERT_TRUE(accounts().add(member("one", "one@example.org"), password));
    const auto here = let_in("one", Instant{0});
    const auto there = let_in("one", Instant{0});
    const auto changed =
        accounts().change_own_password(here, "other odd words", by_password, Instant{1}).value();
    ASSERT_TRUE(changed);
    EXPECT_TRUE(holds(changed->token, Instant{2}));
    EXPECT_FALSE(holds(here, Instant{2}));
    EXPECT_FALSE(holds(there, Instant{2}));
    EXPECT_FALSE(accounts().change_own_password(changed->token, "short", by_password, Instant{2}));
    // Between the look at the password of now and the change the account became somebody else's.
    auto account = *accounts().find("one").value();
    account.email = "next@example.org";
    ASSERT_TRUE(accounts().change(account).value());
    EXPECT_FALSE(
        accounts().change_own_password(changed->token, password, by_password, Instant{3}).value());
    EXPECT_FALSE(accounts().find("one").value()->password);
    EXPECT_TRUE(accounts().sessions("one", Instant{3}).value().empty());
}

TEST_F(AccountsTest, KeepsOneAdministratorWhoCanSignIn) {
    ASSERT_TRUE(accounts().add(administrator("one"), password));
    EXPECT_FALSE(accounts().stop("one"));
    EXPECT_FALSE(accounts().remove("one"));
    ASSERT_TRUE(accounts().add_invited(administrator("two")));
    EXPECT_FALSE(accounts().stop("one")) << "two has not entered yet";
    ASSERT_TRUE(accounts().add(administrator("three"), password));
    EXPECT_TRUE(accounts().stop("one").value());
    EXPECT_FALSE(accounts().remove("three"));
}

TEST_F(AccountsTest, IsTiedToAPersonSeatsOrOrganisations) {
    auto account = member("one");
    account.person = governance::PersonId("p-1");
    ASSERT_TRUE(accounts().add(account, password));
    Account partner{.name = "two", .title = "A council", .kind = AccountKind::partner};
    partner.organisations = {governance::OrganisationId("council"),
                             governance::OrganisationId("trust")};
    ASSERT_TRUE(accounts().add(partner, password));
    open();
    const auto one = accounts().find("one").value();
    ASSERT_TRUE(one && one->person);
    EXPECT_EQ(governance::text(one->actor()), "person:p-1");
    EXPECT_EQ(one->actors().size(), 2U);
    const auto two = accounts().find("two").value();
    ASSERT_TRUE(two);
    EXPECT_EQ(two->organisations.size(), 2U);
    EXPECT_EQ(governance::text(two->actor()), "organisation:council");
}

TEST_F(AccountsTest, MailForAnActorGoesToItsAccountUnlessTheBookSaysOtherwise) {
    ASSERT_TRUE(accounts().add(member("one", "one@example.org"), password));
    EXPECT_EQ(email_of(*workspace_, "seat:kp/9").value(), "one@example.org");
    EXPECT_FALSE(email_of(*workspace_, "seat:kp/10").value());
    ASSERT_TRUE(set_contact(*workspace_, "seat:kp/9", "office@example.org"));
    EXPECT_EQ(email_of(*workspace_, "seat:kp/9").value(), "office@example.org");
    EXPECT_FALSE(set_contact(*workspace_, "seat:kp/9", "not an address"));
    ASSERT_TRUE(set_contact(*workspace_, "seat:kp/9", ""));
    EXPECT_EQ(email_of(*workspace_, "seat:kp/9").value(), "one@example.org");
}

/// The tables as the first version made them.
constexpr const char* first_schema =
    "CREATE TABLE account (name TEXT PRIMARY KEY, title TEXT NOT NULL, kind TEXT NOT NULL,"
    " seats TEXT NOT NULL, practice INTEGER NOT NULL, password TEXT NOT NULL,"
    " failures INTEGER NOT NULL DEFAULT 0, waits_until INTEGER NOT NULL DEFAULT 0) STRICT;"
    "CREATE TABLE session (token BLOB PRIMARY KEY, account TEXT NOT NULL, csrf TEXT NOT NULL,"
    " begun INTEGER NOT NULL, used INTEGER NOT NULL) STRICT;"
    "CREATE TABLE upload (id INTEGER PRIMARY KEY AUTOINCREMENT, meeting TEXT NOT NULL,"
    " item INTEGER, digest BLOB NOT NULL, name TEXT NOT NULL, title TEXT NOT NULL,"
    " content_type TEXT NOT NULL, bytes INTEGER NOT NULL, pages INTEGER NOT NULL,"
    " restricted TEXT NOT NULL, account TEXT NOT NULL, at INTEGER NOT NULL) STRICT;"
    "CREATE INDEX upload_by_meeting ON upload (meeting);"
    "CREATE INDEX upload_by_digest ON upload (digest);"
    "CREATE TABLE sheet (number INTEGER PRIMARY KEY AUTOINCREMENT, meeting TEXT NOT NULL,"
    " submission TEXT NOT NULL) STRICT;"
    "CREATE INDEX sheet_by_meeting ON sheet (meeting, number);"
    "CREATE TABLE setting (name TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT;";

TEST_F(AccountsTest, AnOlderWorkspaceGoesOnWorking) {
    workspace_.reset();
    std::filesystem::remove_all(folder_);
    std::filesystem::create_directories(folder_);
    {
        auto old = ledger::sqlite::Database::open(folder_ + "/" + workspace_file,
                                                  {"workspace", 0x51525753, 1, first_schema},
                                                  {ledger::sqlite::OpenMode::create, {}, 1000});
        ASSERT_TRUE(old) << old.error().text();
        const auto hash = hash_password(password).value();
        ASSERT_TRUE(old->run(("INSERT INTO account (name, title, kind, seats, practice, password) "
                              "VALUES ('old', 'Seat 9', 'member', 'seat:kp/9 person:p-1', 0, '" +
                              hash + "')")
                                 .c_str()));
        ASSERT_TRUE(old->run("INSERT INTO session VALUES (x'00', 'old', 'c', 0, 0)"));
    }
    open();
    EXPECT_FALSE(refused("old", password));
    const auto account = accounts().find("old").value();
    ASSERT_TRUE(account);
    EXPECT_EQ(account->status, AccountStatus::active);
    ASSERT_TRUE(account->person) << "a person once stood among the seats";
    EXPECT_EQ(account->person->value, "p-1");
    EXPECT_EQ(account->seats.size(), 1U);
    EXPECT_EQ(accounts().sessions("old", Instant{1000}).value().size(), 2U);
    open();
    EXPECT_EQ(accounts().list().value().size(), 1U);
}

TEST(PlainEmail, TakesOneAddressAndNothingThatCouldBeMore) {
    for (const auto* good : {"a@b.org", "first.last+tag@sub.example.org", "x_y-z@ex-ample.co.uk"}) {
        EXPECT_TRUE(plain_email(good)) << good;
    }
    for (const auto* bad :
         {"", "a", "a@b", "@b.org", "a@", "a b@c.org", "a@b.org,c@d.org", "a@b.org\r\nX: y",
          "<a@b.org>", "a@@b.org", ".a@b.org", "a..b@c.org", "a@-b.org", "a@b..org", "a@b.org.",
          "\"a\"@b.org", "a@[127.0.0.1]", "\xc3\xa9@b.org"}) {
        EXPECT_FALSE(plain_email(bad)) << bad;
    }
    EXPECT_TRUE(plain_email(std::string(64, 'a') + "@b.org"));
    EXPECT_FALSE(plain_email(std::string(65, 'a') + "@b.org"));
}

} // namespace
} // namespace quorate::partnership
