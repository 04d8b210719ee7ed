// Accounts in the browser: who keeps which, links that are pressed, and what the outbox shows.

#include "browser.hpp"
#include "partnership/workspace/accounts.hpp"
#include "partnership/workspace/invitations.hpp"
#include "views/accounts/accounts.hpp"
#include "views/desk/practice.hpp"

#include <gtest/gtest.h>

namespace quorate::web_tests {

namespace {

using partnership::Account;
using partnership::AccountKind;

constexpr const char* password = "three odd words";

class AccountPages : public testing::Test {
protected:
    [[nodiscard]] partnership::Accounts& accounts(const std::string& id) {
        return served_.partnership(id).workspace()->accounts();
    }
    std::string invite(const std::string& id, const Account& account) {
        auto path = views::invite(served_.partnership(id), account, base::system_now());
        EXPECT_TRUE(path) << path.error().text();
        return path ? path->substr(id.size() + 1) : std::string();
    }
    /// Signs in by name and password.
    Browser as(const std::string& id, const std::string& name) {
        Browser out(served_, id);
        EXPECT_EQ(out.post("/sign-in", {{"name", name}, {"password", password}}).status, 303);
        out.get("/account");
        return out;
    }

    InFolder practice_{"kent-rehearsal"};
    InFolder real_{"kent"};
    Served served_{[this] {
        std::vector<views::Hosted> out;
        out.push_back(practice_.take());
        out.push_back(real_.take());
        return out;
    }()};
};

Account invited(std::string name, AccountKind kind = AccountKind::auditor) {
    Account out{.name = std::move(name), .title = "Auditor", .kind = kind};
    out.email = out.name + "@example.org";
    return out;
}

} // namespace

TEST_F(AccountPages, OpeningALinkDoesNotUseItUp) {
    const auto link = invite("kent-rehearsal", invited("new.one"));
    Browser scanner(served_, "kent-rehearsal");
    for (int i = 0; i < 3; ++i) {
        const auto page = scanner.get(link);
        EXPECT_EQ(page.status, 200);
        EXPECT_TRUE(page.says("Save it and sign in"));
        EXPECT_TRUE(scanner.cookie().empty());
    }
    Browser owner(served_, "kent-rehearsal");
    const auto in = owner.post(link, {{"password", password}, {"password_again", password}});
    EXPECT_EQ(in.status, 303);
    EXPECT_EQ(owner.get("/account").status, 200);
    EXPECT_EQ(scanner.get(link).status, 410);
    EXPECT_EQ(scanner.post(link, {{"password", password}, {"password_again", password}}).status,
              410);
    EXPECT_EQ(scanner.get("/link/no-such-link").status, 410);
}

TEST_F(AccountPages, TheOfficeSeesHowLongAnInvitationWorks) {
    invite("kent-rehearsal", invited("new.three"));
    Browser keeper(served_, "kent-rehearsal");
    keeper.sign_in("administrator");
    EXPECT_TRUE(keeper.get("/desk/accounts/new.three").says("The invitation works until "));
    auto& town = served_.partnership("kent-rehearsal");
    const auto week_later = base::Instant{
        base::system_now().ms + std::chrono::milliseconds(partnership::invitation_lasts).count()};
    EXPECT_TRUE(partnership::invited_until(*town.workspace(), "new.three", base::system_now())
                    .value()
                    .has_value());
    EXPECT_FALSE(
        partnership::invited_until(*town.workspace(), "new.three", week_later).value().has_value());
    auto without_address = invited("new.four");
    without_address.email.clear();
    invite("kent-rehearsal", without_address);
    ASSERT_TRUE(accounts("kent-rehearsal").stop("new.four"));
    ASSERT_TRUE(accounts("kent-rehearsal").take_up_again("new.four"));
    EXPECT_TRUE(keeper.get("/desk/accounts/new.four")
                    .says("The invitation has run out, or opens nothing any more: send it again."));
}

TEST_F(AccountPages, ALinkFollowsNoOtherSitesForm) {
    const auto link = invite("kent-rehearsal", invited("new.two"));
    const auto answer = served_.post(
        "/kent-rehearsal" + link, "links_only=yes",
        "Origin: http://evil.example\r\nContent-Type: application/x-www-form-urlencoded\r\n");
    EXPECT_NE(answer.find(" 403 "), std::string::npos);
    const auto silent = served_.post("/kent-rehearsal" + link, "links_only=yes",
                                     "Content-Type: application/x-www-form-urlencoded\r\n");
    EXPECT_NE(silent.find(" 403 "), std::string::npos) << "nor one without the browser's token";
    Browser owner(served_, "kent-rehearsal");
    EXPECT_EQ(owner.get(link).status, 200) << "it still opens";
}

TEST_F(AccountPages, AskingForALinkTellsNobodyWhoHasAnAccount) {
    Browser browser(served_, "kent-rehearsal");
    const auto known = browser.post("/sign-in/link", {{"name", "kp-9"}, {"for", "sign-in"}});
    const auto unknown = browser.post("/sign-in/link", {{"name", "nobody"}, {"for", "sign-in"}});
    EXPECT_EQ(known.status, 303);
    EXPECT_EQ(known.location, unknown.location);
    const auto empty = browser.post("/sign-in/link", {{"name", " "}, {"for", "reset"}});
    EXPECT_EQ(empty.status, 422);
    Browser reader(served_, "kent-rehearsal");
    reader.sign_in("administrator");
    const auto outbox = reader.get("/desk/outbox");
    EXPECT_TRUE(outbox.says("kp-9@kent-rehearsal.example"));
    EXPECT_FALSE(outbox.says("nobody@"));
}

TEST_F(AccountPages, TheSecretariatKeepsMembersAndPartnersOnly) {
    Browser officer(served_, "kent-rehearsal");
    officer.sign_in("secretariat");
    EXPECT_EQ(officer.get("/desk/accounts").status, 200);
    EXPECT_EQ(officer.get("/desk/accounts/administrator/change").status, 403);
    EXPECT_EQ(officer.post("/desk/accounts/administrator", {{"task", "stop"}}).status, 403);
    EXPECT_EQ(officer.post("/desk/accounts/auditor", {{"task", "remove"}}).status, 403);
    const auto kind =
        officer.post("/desk/add-account", {{"kind", "administrator"}, {"email", "x@example.org"}});
    EXPECT_EQ(kind.status, 422);
    EXPECT_TRUE(kind.says("Only the administrator adds an account of this kind."));
    EXPECT_TRUE(kind.says("x@example.org")) << "what was typed is kept";
    EXPECT_EQ(officer.post("/desk/accounts/kp-9", {{"task", "stop"}}).status, 303);
    Browser member(served_, "kent-rehearsal");
    EXPECT_EQ(member
                  .post("/sign-in",
                        {{"name", "kp-9"}, {"password", std::string(views::practice_password)}})
                  .status,
              422);
}

TEST_F(AccountPages, AFormNeedsTheTokenOfItsSession) {
    Browser keeper(served_, "kent-rehearsal");
    keeper.sign_in("administrator");
    EXPECT_EQ(keeper.post_with_token("/desk/accounts/kp-10", {{"task", "stop"}}, "no").status, 403);
    EXPECT_EQ(keeper.post_with_token("/account/sessions", {{"session", "others"}}, {}).status, 403);
    EXPECT_EQ(keeper.post("/desk/accounts/kp-10", {{"task", "fly"}}).status, 400);
    EXPECT_EQ(keeper.post("/desk/accounts/nobody", {{"task", "stop"}}).status, 404);
    EXPECT_EQ(keeper.post("/desk/accounts/administrator", {{"task", "stop"}}).status, 403)
        << "one's own";
}

TEST_F(AccountPages, TheLinkInTheOutboxIsShownOnlyToWhoeverMayPassItOn) {
    auto& keepers = accounts("kent");
    ASSERT_TRUE(keepers.add(
        {.name = "admin", .title = "Administrator", .kind = AccountKind::administrator}, password));
    ASSERT_TRUE(keepers.add(
        {.name = "clerk", .title = "Secretariat", .kind = AccountKind::secretariat}, password));
    const auto link = invite("kent", invited("new.auditor"));
    auto& town = served_.partnership("kent");
    const auto mails = partnership::outbox(*town.workspace(), 1).value();
    const auto page = "/desk/outbox/" + std::to_string(mails.at(0).id);
    EXPECT_TRUE(as("kent", "admin").get(page).says(link));
    EXPECT_FALSE(as("kent", "clerk").get(page).says(link)) << "no account of theirs to keep";
    EXPECT_TRUE(
        as("kent", "clerk").get(page).says("a link, which only whoever gets the mail sees"));
    EXPECT_TRUE(as("kent", "clerk").get("/desk/outbox").says("no mail server is set"));
    Browser anybody(served_, "kent");
    EXPECT_TRUE(anybody.get("/sign-in/link").says("Ask the secretariat for a link"));
}

TEST_F(AccountPages, ThereIsNoPracticeInARealPartnership) {
    Browser anybody(served_, "kent");
    const auto page = anybody.get("/sign-in");
    EXPECT_FALSE(page.says(views::practice_password));
    EXPECT_FALSE(page.says("To practise with"));
    EXPECT_TRUE(accounts("kent").list().value().empty());
}

TEST_F(AccountPages, MembersWithoutAnAccountAreOnePressAway) {
    ASSERT_TRUE(accounts("kent").add(
        {.name = "admin", .title = "Administrator", .kind = AccountKind::administrator}, password));
    auto admin = as("kent", "admin");
    const auto page = admin.get("/desk/accounts");
    ASSERT_TRUE(page.says("Members without an account"));
    const std::string before = "/desk/add-account?person=";
    const auto at = page.body.find(before);
    ASSERT_NE(at, std::string::npos);
    const auto person =
        page.body.substr(at + before.size(), page.body.find('"', at) - at - before.size());
    EXPECT_TRUE(admin.get(before + person).says("value=\"" + person + "\" selected"));
    ASSERT_EQ(admin
                  .post("/desk/add-account",
                        {{"kind", "member"}, {"person", person}, {"email", "one@example.org"}})
                  .status,
              303);
    EXPECT_FALSE(admin.get("/desk/accounts").says(before + person + "\""));
}

TEST_F(AccountPages, WhoeverGetsNoMailIsGivenAPassword) {
    ASSERT_TRUE(accounts("kent").add(
        {.name = "admin", .title = "Administrator", .kind = AccountKind::administrator}, password));
    auto admin = as("kent", "admin");
    const FormFields fields = {{"kind", "auditor"}, {"name", "auditor"}, {"password", password}};
    ASSERT_EQ(admin.post("/desk/add-account", fields).status, 303);
    auto auditor = as("kent", "auditor");
    const auto short_one =
        admin.post("/desk/accounts/auditor",
                   {{"task", "password"}, {"password", "short"}, {"password_again", "short"}});
    EXPECT_EQ(short_one.status, 422);
    EXPECT_TRUE(short_one.says("Choose a password of at least 8 characters."));
    EXPECT_TRUE(admin
                    .post("/desk/accounts/auditor", {{"task", "password"},
                                                     {"password", "Password1"},
                                                     {"password_again", "Password1"}})
                    .says("This is one of the passwords that are tried first."));
    EXPECT_EQ(admin
                  .post("/desk/accounts/auditor", {{"task", "password"},
                                                   {"password", "other odd words"},
                                                   {"password_again", "other odd words"}})
                  .status,
              303);
    EXPECT_EQ(auditor.get("/account").status, 303) << "signed out";
    EXPECT_EQ(admin.post("/desk/accounts/auditor", {{"task", "link"}}).status, 400);
}

TEST_F(AccountPages, AnotherAddressShutsOutWhoeverHadTheAccountAndThePageSaysSoBefore) {
    ASSERT_TRUE(accounts("kent").add(
        {.name = "admin", .title = "Administrator", .kind = AccountKind::administrator}, password));
    ASSERT_TRUE(accounts("kent").add(invited("auditor"), password));
    auto admin = as("kent", "admin");
    auto auditor = as("kent", "auditor");
    const auto change = admin.get("/desk/accounts/auditor/change");
    EXPECT_TRUE(change.says("signs out whoever is signed in to the account"));
    EXPECT_TRUE(change.says("single sign-on and private notes go"));
    EXPECT_EQ(admin
                  .post("/desk/accounts/auditor/change",
                        {{"email", "next@example.org"}, {"title", "Auditor"}})
                  .status,
              303);
    EXPECT_EQ(auditor.get("/account").status, 303) << "signed out";
    EXPECT_EQ(auditor.post("/sign-in", {{"name", "auditor"}, {"password", password}}).status, 422);
    const auto own = admin.post("/desk/accounts/admin/change",
                                {{"email", "admin@example.org"}, {"title", "Administrator"}});
    EXPECT_EQ(own.status, 422);
    EXPECT_TRUE(own.says("This is the only administrator. Add another administrator first, or have "
                         "it changed on the machine (quorate account change)."));
    const std::string task = R"({"task":"change","name":"admin","email":"admin@example.org"})";
    const auto done = served_.post_locally("/api/v1/kent/accounts", task);
    EXPECT_NE(done.find(" 200 "), std::string::npos) << done;
    const auto at = done.find("/kent/link/");
    ASSERT_NE(at, std::string::npos) << done;
    EXPECT_EQ(admin.get("/account").status, 303) << "signed out";
    const auto link = done.substr(at + 5, done.find('"', at) - at - 5);
    Browser owner(served_, "kent");
    EXPECT_EQ(
        owner.post(link, {{"password", "next odd words"}, {"password_again", "next odd words"}})
            .status,
        303);
    EXPECT_TRUE(owner.get("/account").says("admin@example.org"));
}

TEST_F(AccountPages, OwnSessionsAreListedAndEnded) {
    ASSERT_TRUE(accounts("kent").add(
        {.name = "admin", .title = "Administrator", .kind = AccountKind::administrator}, password));
    auto here = as("kent", "admin");
    auto there = as("kent", "admin");
    const auto page = here.get("/account");
    EXPECT_TRUE(page.says("This device"));
    EXPECT_EQ(here.post("/account/sessions", {{"session", "others"}}).status, 303);
    EXPECT_EQ(there.get("/account").status, 303) << "asked to sign in";
    EXPECT_EQ(here.get("/account").status, 200);
    EXPECT_EQ(here.post("/account/sessions", {{"session", "x"}}).status, 400);
    const auto wrong = here.post(
        "/account/password",
        {{"current", "not this"}, {"password", "another one"}, {"password_again", "another one"}});
    EXPECT_EQ(wrong.status, 422);
    EXPECT_TRUE(wrong.says("That is not your password now."));
    const auto before = here.cookie();
    EXPECT_EQ(here.post("/account/password", {{"current", password},
                                              {"password", "another one"},
                                              {"password_again", "another one"}})
                  .status,
              303);
    EXPECT_NE(here.cookie(), before) << "a session of its own";
    EXPECT_EQ(here.get("/account").status, 200);
}

TEST_F(AccountPages, TheLocalSocketKeepsAccountsAndNobodyElse) {
    const std::string task =
        R"({"task":"invite","name":"","kind":"member","seats":["kp/9"],"email":"m@example.org"})";
    EXPECT_NE(served_.post("/api/v1/kent/accounts", task).find(" 403 "), std::string::npos);
    const auto done = served_.post_locally("/api/v1/kent/accounts", task);
    EXPECT_NE(done.find(" 200 "), std::string::npos) << done;
    EXPECT_NE(done.find("/kent/link/"), std::string::npos) << done;
    ASSERT_TRUE(accounts("kent").find("m@example.org").value());
    EXPECT_EQ(accounts("kent").find("m").value()->seats.size(), 1U);
    for (const auto* wrong : {R"({"task":"fly"})", R"({"task":"stop","name":"nobody"})",
                              R"({"task":"invite","kind":"member","seats":["kp/999"]})",
                              R"({"task":"invite","kind":"partner","organisations":["nobody"]})"}) {
        EXPECT_NE(served_.post_locally("/api/v1/kent/accounts", wrong).find(" 422 "),
                  std::string::npos)
            << wrong;
    }
    for (const auto* broken : {R"({"task":1})", R"({"tusk":"list"})", R"([])"}) {
        EXPECT_NE(served_.post_locally("/api/v1/kent/accounts", broken).find(" 400 "),
                  std::string::npos)
            << broken;
    }
}

TEST_F(AccountPages, AnAccountThatIsNoMembersMayHaveALastDay) {
    Browser keeper(served_, "kent-rehearsal");
    keeper.sign_in("administrator");
    const FormFields typed = {{"kind", "auditor"},
                              {"email", "ends@audit.example"},
                              {"last_day-day", "31"},
                              {"last_day-month", "2"},
                              {"last_day-year", "2099"}};
    EXPECT_TRUE(keeper.post("/desk/add-account", typed).says("There is no such date."));
    auto past = typed;
    past[3].second = "1";
    past[4].second = "2020";
    const auto refused = keeper.post("/desk/add-account", past);
    EXPECT_EQ(refused.status, 422);
    EXPECT_TRUE(refused.says("The last day cannot be before today."));
    EXPECT_TRUE(refused.says("value=\"2020\"")) << "what was typed stays";
    const auto today = served_.partnership("kent-rehearsal").zone().date_of(base::system_now());
    auto good = typed;
    const auto last = today.plus_days(40);
    good[2].second = std::to_string(last.day());
    good[3].second = std::to_string(last.month());
    good[4].second = std::to_string(last.year());
    EXPECT_EQ(keeper.post("/desk/add-account", good).status, 303);
    EXPECT_TRUE(keeper.get("/desk/accounts/ends").says(base::words(last)));
    EXPECT_TRUE(keeper.get("/desk/accounts").says("Last day "));
    auto member = good;
    member[0].second = "member";
    member[1].second = "other@audit.example";
    member.emplace_back("seats", "kp/9");
    EXPECT_TRUE(
        keeper.post("/desk/add-account", member).says("A member&#39;s account ends with the seat"));
}

TEST_F(AccountPages, OnceItsLastDayIsOverAnAccountIsToldSoAndTheListSaysIt) {
    auto account = invited("over.one");
    account.ends = base::Instant{base::system_now().ms - 1000};
    ASSERT_TRUE(accounts("kent-rehearsal").add(account, password));
    Browser owner(served_, "kent-rehearsal");
    const auto said = owner.post("/sign-in", {{"name", "over.one"}, {"password", password}});
    EXPECT_EQ(said.status, 422);
    EXPECT_TRUE(said.says("The last day of this account was "));
    Browser keeper(served_, "kent-rehearsal");
    keeper.sign_in("administrator");
    const auto page = keeper.get("/desk/accounts/over.one");
    EXPECT_TRUE(page.says("Its last day is over"));
    EXPECT_FALSE(page.says("Send a link for a new password"));
    EXPECT_TRUE(keeper.get("/desk").says("their last day is over"));
    EXPECT_EQ(keeper
                  .post("/desk/accounts/over.one/change",
                        {{"email", "over.one@example.org"}, {"title", "Auditor"}})
                  .status,
              303)
        << "without a last day it goes on";
    EXPECT_EQ(owner.post("/sign-in", {{"name", "over.one"}, {"password", password}}).status, 303);
}

} // namespace quorate::web_tests
