// Who a provider's subject is here, and the file that says which providers are taken.

#include "partnership/workspace/accounts.hpp"
#include "partnership/workspace/sign_in_file.hpp"
#include "partnership/workspace/single_sign_on.hpp"
#include "partnership/workspace/store.hpp"

#include <atomic>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <thread>

namespace quorate::partnership {
namespace {

namespace fs = std::filesystem;
constexpr const char* entra = "https://entra.example";
constexpr base::Instant now{1'780'000'000'000};

/// A folder that goes with the test.
class Folder {
public:
    Folder() {
        std::string pattern = (fs::temp_directory_path() / "quorate-sign-on-XXXXXX").string();
        path_ = mkdtemp(pattern.data());
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    ~Folder() { fs::remove_all(path_); }

    [[nodiscard]] const std::string& path() const { return path_; }
    void write(const std::string& name, const std::string& text, bool open = false) const {
        const auto file = fs::path(path_) / name;
        std::ofstream(file) << text;
        fs::permissions(file, open ? fs::perms::owner_all | fs::perms::others_read
                                   : fs::perms::owner_read | fs::perms::owner_write);
    }

private:
    std::string path_;
};

/// A workspace with the accounts of Ann, who has an address, and Ben, who has none.
struct Workspaces {
    Folder folder;
    std::unique_ptr<Workspace> workspace = std::move(Workspace::open(folder.path()).value());

    Workspaces() {
        Account ann{.name = "ann", .title = "Ann", .kind = AccountKind::auditor};
        ann.email = "Ann@Example.org";
        Account ben{.name = "ben", .title = "Ben", .kind = AccountKind::auditor};
        EXPECT_TRUE(workspace->accounts().add(ann, "a long password"));
        EXPECT_TRUE(workspace->accounts().add(ben, "a long password"));
    }
    [[nodiscard]] tl::expected<std::string, SignOnProblem> who(const SignedOn& signed_on) const {
        return begin_session_of(*workspace, signed_on, {"Riverside Council", ""}, now)
            .value()
            .map([this](const SessionTicket& ticket) {
                return workspace->accounts().session(ticket.token, now).value()->account.name;
            });
    }
};

SignedOn by_email(const std::string& subject, const std::string& email, bool verified = true) {
    return {"https://id.example", subject, "email", email, verified};
}

SignedOn by_object(const std::string& subject, const std::string& object) {
    return {entra, subject, "oid", object, false};
}

TEST(SingleSignOn, FindsAnAccountByAVerifiedAddressAndTiesItForGood) {
    const Workspaces own;
    EXPECT_EQ(own.who(by_email("s1", "ann@example.org", false)).error(),
              SignOnProblem::not_verified);
    EXPECT_EQ(own.who(by_email("s1", "ANN@example.ORG")).value(), "ann");
    // From now on the subject decides, whatever its address is called.
    EXPECT_EQ(own.who(by_email("s1", "other@example.org", false)).value(), "ann");
    EXPECT_EQ(own.who(by_email("s1", "")).value(), "ann");
}

TEST(SingleSignOn, NobodyGetsAnAccountBySigningIn) {
    const Workspaces own;
    for (const char* address : {"", "stranger@example.org", "ben", "%", "ann@example.org "}) {
        EXPECT_EQ(own.who(by_email("s1", address)).error(), SignOnProblem::unknown) << address;
    }
    EXPECT_EQ(own.workspace->accounts().list()->size(), 2U);
}

TEST(SingleSignOn, AnAccountIsTiedToOneSubjectOfAnIssuer) {
    const Workspaces own;
    ASSERT_TRUE(own.who(by_email("s1", "ann@example.org")));
    EXPECT_EQ(own.who(by_email("s2", "ann@example.org")).error(), SignOnProblem::taken);
    auto elsewhere = by_email("s2", "ann@example.org");
    elsewhere.issuer = "https://another.example";
    EXPECT_EQ(own.who(elsewhere).value(), "ann");
    // The same subject at another issuer is somebody else.
    elsewhere.subject = "s1";
    EXPECT_EQ(own.who(elsewhere).error(), SignOnProblem::taken);
    EXPECT_EQ(sign_on_of(*own.workspace, "ann")->ties.size(), 2U);
    EXPECT_FALSE(own.workspace->accounts().sessions("ann", now)->empty());
    EXPECT_TRUE(untie_sign_on(*own.workspace, "ann", "https://id.example").value());
    EXPECT_TRUE(own.workspace->accounts().sessions("ann", now)->empty());
    EXPECT_FALSE(untie_sign_on(*own.workspace, "ann", "https://id.example").value());
    EXPECT_EQ(own.who(by_email("s2", "ann@example.org")).value(), "ann");
}

TEST(SingleSignOn, AnotherClaimIsWrittenDownByTheAdministrator) {
    const Workspaces own;
    EXPECT_EQ(own.who(by_object("s1", "0b1d-22")).error(), SignOnProblem::unknown);
    ASSERT_TRUE(expect_sign_on(*own.workspace, "ben", entra, " 0B1D-22 "));
    EXPECT_FALSE(expect_sign_on(*own.workspace, "ann", entra, "0b1d-22"));
    EXPECT_FALSE(
        expect_sign_on(*own.workspace, "ann", entra, std::string(sign_on_value_max + 1, 'a')));
    EXPECT_EQ(sign_on_of(*own.workspace, "ben")->expected_at(entra), "0b1d-22");
    EXPECT_EQ(own.who(by_object("s1", "0b1d-22")).value(), "ben");
    ASSERT_TRUE(expect_sign_on(*own.workspace, "ben", entra, ""));
    EXPECT_EQ(sign_on_of(*own.workspace, "ben")->expected_at(entra), "");
    EXPECT_EQ(own.who(by_object("s1", "0b1d-22")).value(), "ben");
    EXPECT_EQ(own.who(by_object("s2", "0b1d-22")).error(), SignOnProblem::unknown);
}

TEST(SingleSignOn, WhatIsExpectedAtOneProviderCannotBeClaimedAtAnother) {
    const Workspaces own;
    ASSERT_TRUE(expect_sign_on(*own.workspace, "ben", entra, "0b1d-22"));
    const SignedOn impostor{"https://club.example", "s1", "preferred_username", "0b1d-22", false};
    EXPECT_EQ(own.who(impostor).error(), SignOnProblem::unknown);
    // The same words at another issuer are somebody else's.
    ASSERT_TRUE(expect_sign_on(*own.workspace, "ann", "https://club.example", "0b1d-22"));
    EXPECT_EQ(own.who(impostor).value(), "ann");
    EXPECT_EQ(own.who(by_object("s1", "0b1d-22")).value(), "ben");
}

TEST(SingleSignOn, AWorkspaceThatWroteDownNoIssuerOpensAndExpectsNobody) {
    Workspaces own;
    {
        auto& store = own.workspace->store();
        const std::lock_guard lock(store.mutex);
        ASSERT_TRUE(store.run("DROP TABLE sign_on_expected", {}));
        ASSERT_TRUE(store.run("CREATE TABLE sign_on_expected (account TEXT PRIMARY KEY, value TEXT "
                              "NOT NULL UNIQUE) STRICT",
                              {}));
        ASSERT_TRUE(store.run("INSERT INTO sign_on_expected VALUES ('ben', '0b1d-22')", {}));
    }
    own.workspace.reset();
    own.workspace = std::move(Workspace::open(own.folder.path()).value());
    EXPECT_EQ(own.who(by_object("s1", "0b1d-22")).error(), SignOnProblem::unknown);
    ASSERT_TRUE(expect_sign_on(*own.workspace, "ben", entra, "0b1d-22"));
    own.workspace.reset();
    own.workspace = std::move(Workspace::open(own.folder.path()).value());
    EXPECT_EQ(own.who(by_object("s1", "0b1d-22")).value(), "ben");
}

TEST(SingleSignOn, LetsNobodyIntoAnAccountThatBecomesSomebodyElsesAtThatMoment) {
    const Workspaces own;
    auto& accounts = own.workspace->accounts();
    for (int round = 0; round < 40; ++round) {
        const auto name = "one-" + std::to_string(round);
        const auto address = name + "@example.org";
        Account account{.name = name, .title = "One", .kind = AccountKind::auditor};
        account.email = address;
        ASSERT_TRUE(accounts.add_invited(account));
        std::atomic<int> ready{0};
        const auto at_once = [&ready] {
            for (++ready; ready < 2;) {
                std::this_thread::yield();
            }
        };
        std::thread signing([&] {
            at_once();
            EXPECT_TRUE(begin_session_of(*own.workspace, by_email(name, address), {"A", ""}, now));
        });
        account.email = "next-" + address;
        at_once();
        EXPECT_TRUE(accounts.change(account).value());
        signing.join();
        EXPECT_TRUE(accounts.sessions(name, now)->empty()) << round;
        EXPECT_TRUE(sign_on_of(*own.workspace, name)->ties.empty()) << round;
    }
}

TEST(SingleSignOn, AStoppedAccountOpensNothingAndARemovedOneTakesItsTiesAlong) {
    const Workspaces own;
    ASSERT_TRUE(own.who(by_email("s1", "ann@example.org")));
    ASSERT_TRUE(own.workspace->accounts().stop("ann"));
    EXPECT_EQ(own.who(by_email("s1", "ann@example.org")).error(), SignOnProblem::stopped);
    EXPECT_TRUE(own.workspace->accounts().sessions("ann", now)->empty());
    ASSERT_TRUE(own.workspace->accounts().remove("ann"));
    EXPECT_EQ(own.who(by_email("s1", "ann@example.org")).error(), SignOnProblem::unknown);
    Account again{.name = "ann", .title = "Another Ann", .kind = AccountKind::auditor};
    ASSERT_TRUE(own.workspace->accounts().add(again, "a long password"));
    EXPECT_EQ(own.who(by_email("s1", "ann@example.org")).error(), SignOnProblem::unknown);
}

constexpr const char* good = R"(address = "https://quorate.example/"
[provider.council]
name = "Riverside Council"
issuer = "https://login.example/tenant/v2.0"
client_id = "quorate"
secret_file = "council.secret"
claim = "oid"
)";

TEST(SignInFile, NamesProvidersWithTheirSecrets) {
    const Folder folder;
    EXPECT_TRUE(read_sign_in_file(folder.path()).providers.empty());
    EXPECT_TRUE(read_sign_in_file(folder.path()).problems.empty());
    folder.write("council.secret", "s3cret\n");
    folder.write(sign_in_file, good);
    const auto read = read_sign_in_file(folder.path());
    ASSERT_TRUE(read.problems.empty()) << read.problems[0].text();
    ASSERT_EQ(read.providers.size(), 1U);
    EXPECT_EQ(read.address, "https://quorate.example");
    EXPECT_EQ(read.providers[0].id, "council");
    EXPECT_EQ(read.providers[0].secret, "s3cret");
    EXPECT_EQ(read.providers[0].claim, "oid");
    EXPECT_EQ(read.providers[0].scopes.front(), "openid");
}

TEST(SignInFile, TakesASecretFromTheEnvironment) {
    const Folder folder;
    folder.write(sign_in_file,
                 "[provider.a]\nname = \"A\"\nissuer = \"https://a.example\"\nclient_id = \"q\"\n"
                 "secret_environment = \"QUORATE_TEST_SECRET\"\n");
    ASSERT_EQ(read_sign_in_file(folder.path()).problems.size(), 1U);
    setenv("QUORATE_TEST_SECRET", "from outside", 1);
    const auto read = read_sign_in_file(folder.path());
    unsetenv("QUORATE_TEST_SECRET");
    ASSERT_EQ(read.providers.size(), 1U);
    EXPECT_EQ(read.providers[0].secret, "from outside");
}

TEST(SignInFile, SaysWhatIsWrongAndLeavesThatProviderOut) {
    const Folder folder;
    folder.write("open.secret", "s3cret", true);
    folder.write("empty.secret", " \n");
    const std::string start =
        "[provider.a]\nname = \"A\"\nissuer = \"https://a.example\"\nclient_id = \"q\"\n";
    const std::pair<std::string, std::string> cases[] = {
        {"[provider.a]\nname = \"A\"\n", "name, issuer and client_id must all be given"},
        {start + "secret = \"s3cret\"\n", "Write the secret into a file"},
        {start + "secret_file = \"no.secret\"\n", "cannot be read"},
        {start + "secret_file = \"open.secret\"\n", "others on this machine can read"},
        {start + "secret_file = \"empty.secret\"\n", "there is no secret"},
        {start + "secret_file = \"a\"\nsecret_environment = \"B\"\n", "named twice"},
        {start + "claim = \"name\"\n", "not one accounts are found by"},
        {start + "scopes = [\"email\"]\n", "openid"},
        {start + "scopes = \"openid email\"\n", "\"scopes\" is not a list"},
        {start + "claim = 5\n", "\"claim\" is not a text"},
        {start + "secret_file = true\n", "\"secret_file\" is not a text"},
        {"provider = 1\n", "provider is not a table"},
        {"[provider.\"A B\"]\nname = \"A\"\n", "small letters, digits and hyphens"},
        {"[provider.a\n", "sign-in.toml:1"},
        {"providers = 1\n", "there is no key \"providers\""},
        {"[provider]\na = 1\n", "not a table"},
    };
    for (const auto& [text, words] : cases) {
        folder.write(sign_in_file, text);
        const auto read = read_sign_in_file(folder.path());
        EXPECT_TRUE(read.providers.empty()) << text;
        ASSERT_EQ(read.problems.size(), 1U) << text;
        EXPECT_NE(read.problems[0].text().find(words), std::string::npos)
            << read.problems[0].text();
        EXPECT_EQ(read.problems[0].text().find("s3cret"), std::string::npos);
    }
    for (const char* address : {"\"quorate.example\"", "\"https://quorate.example/town\"", "5"}) {
        folder.write(sign_in_file, "address = " + std::string(address) + "\n" + start);
        const auto read = read_sign_in_file(folder.path());
        EXPECT_EQ(read.address, "");
        EXPECT_EQ(read.providers.size(), 1U) << "the provider is offered all the same";
        ASSERT_EQ(read.problems.size(), 1U) << address;
        EXPECT_EQ(read.problems[0].text(), "sign-in.toml:1: the address is not that of a site. "
                                           "Write it like \"https://quorate.example.org\"");
    }
    folder.write("good.secret", "s3cret");
    folder.write(sign_in_file, start + "[provider.b]\nname = \"B\"\n");
    const auto mixed = read_sign_in_file(folder.path());
    EXPECT_EQ(mixed.providers.size(), 1U);
    EXPECT_EQ(mixed.problems.size(), 1U);
}

} // namespace
} // namespace quorate::partnership
