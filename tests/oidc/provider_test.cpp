// A provider that is made up: what is asked of it, and what is done with its answers.

#include "made_tokens.hpp"
#include "oidc/provider.hpp"

#include <gtest/gtest.h>
#include <thread>

namespace quorate::oidc {
namespace {

constexpr base::Instant start{1'780'000'000'000};
const std::string issuer = "https://id.example/tenant";
const std::string redirect = "https://quorate.example/kent/sign-in/back";

base::Instant after(std::chrono::seconds time) {
    return {start.ms + std::chrono::milliseconds(time).count()};
}

/// Answers as a provider does, and counts what it is asked.
struct MadeProvider {
    std::shared_ptr<MadeKey> key = std::make_shared<MadeKey>("k1", 0);
    base::JsonObject metadata;
    base::JsonObject claims;
    base::JsonObject userinfo;
    int asked_metadata = 0;
    int asked_keys = 0;
    int token_status = 200;
    bool reachable = true;
    Question last_token_question;

    MadeProvider() {
        metadata["issuer"] = issuer;
        metadata["authorization_endpoint"] = "https://id.example/authorize?tenant=1";
        metadata["token_endpoint"] = "https://id.example/token";
        metadata["userinfo_endpoint"] = "https://id.example/me";
        metadata["jwks_uri"] = "https://id.example/keys";
    }

    base::Result<Answer> answer(const Question& question) {
        if (!reachable) {
            return base::fail("id.example", "it cannot be reached");
        }
        if (question.url == discovery_url(issuer)) {
            ++asked_metadata;
            return Answer{200, base::canonical(base::Json(metadata))};
        }
        if (question.url == "https://id.example/keys") {
            ++asked_keys;
            return Answer{200, key_set({key->listed()})};
        }
        if (question.url == "https://id.example/me") {
            return question.bearer == "access-1"
                       ? Answer{200, base::canonical(base::Json(userinfo))}
                       : Answer{401, "{}"};
        }
        last_token_question = question;
        base::JsonObject out;
        if (token_status != 200) {
            out["error"] = "invalid_grant";
            return Answer{token_status, base::canonical(base::Json(out))};
        }
        out["id_token"] = key->sign(claims);
        out["access_token"] = "access-1";
        return Answer{200, base::canonical(base::Json(out))};
    }

    [[nodiscard]] Fetch fetch() {
        return [this](const Question& question) { return answer(question); };
    }

    void speak_of(const Attempt& attempt, base::Instant now) {
        claims["iss"] = issuer;
        claims["aud"] = "quorate";
        claims["sub"] = "ann";
        claims["nonce"] = attempt.nonce;
        claims["iat"] = now.ms / 1000;
        claims["exp"] = now.ms / 1000 + 300;
    }
};

Registration registration(std::string secret = "s3cret:%") {
    return {issuer, "quorate", std::move(secret), {"openid", "email"}};
}

std::string form_value(const Question& question, std::string_view name) {
    for (const auto& [key, value] : *question.form) {
        if (key == name) {
            return value;
        }
    }
    return {};
}

TEST(Provider, SendsTheBrowserWithStateNonceAndChallenge) {
    MadeProvider made;
    Provider provider(registration(), made.fetch());
    Attempt attempt;
    attempt.verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
    const auto address = provider.address(attempt, redirect, start);
    ASSERT_TRUE(address.has_value()) << address.error().text();
    EXPECT_TRUE(address->starts_with(
        "https://id.example/authorize?tenant=1&response_type=code&client_id=quorate&"));
    for (const std::string part :
         {"redirect_uri=https%3A%2F%2Fquorate.example%2Fkent%2Fsign-in%2Fback",
          "scope=openid%20email", "code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM",
          "code_challenge_method=S256"}) {
        EXPECT_NE(address->find(part), std::string::npos) << part;
    }
    EXPECT_NE(address->find("state=" + attempt.state), std::string::npos);
    EXPECT_NE(address->find("nonce=" + attempt.nonce), std::string::npos);
    EXPECT_EQ(address->find(attempt.verifier), std::string::npos);
    EXPECT_EQ(address->find("prompt="), std::string::npos);
    const auto afresh = provider.address(attempt, redirect, start, true);
    EXPECT_NE(afresh.value().find("&prompt=login"), std::string::npos);
}

TEST(Provider, ProvesItselfAndTheAttempt) {
    MadeProvider made;
    Provider provider(registration(), made.fetch());
    const Attempt attempt;
    made.speak_of(attempt, start);
    const auto claims = provider.finish(attempt, {"code-1", ""}, redirect, {}, start);
    ASSERT_TRUE(claims.has_value()) << claims.error().text();
    EXPECT_EQ(claims->subject, "ann");
    EXPECT_EQ(form_value(made.last_token_question, "code_verifier"), attempt.verifier);
    EXPECT_EQ(form_value(made.last_token_question, "redirect_uri"), redirect);
    ASSERT_TRUE(made.last_token_question.basic.has_value());
    EXPECT_EQ(made.last_token_question.basic->second, "s3cret%3A%25");
    EXPECT_EQ(form_value(made.last_token_question, "client_secret"), "");
}

TEST(Provider, SendsTheSecretInTheFormWhereThatIsAllThatIsTaken) {
    MadeProvider made;
    made.metadata["token_endpoint_auth_methods_supported"] =
        boost::json::array{"client_secret_post"};
    Provider provider(registration(), made.fetch());
    const Attempt attempt;
    made.speak_of(attempt, start);
    ASSERT_TRUE(provider.finish(attempt, {"code-1", ""}, redirect, {}, start).has_value());
    EXPECT_FALSE(made.last_token_question.basic.has_value());
    EXPECT_EQ(form_value(made.last_token_question, "client_secret"), "s3cret:%");
}

TEST(Provider, APublicClientHasNoSecret) {
    MadeProvider made;
    Provider provider(registration(""), made.fetch());
    const Attempt attempt;
    made.speak_of(attempt, start);
    ASSERT_TRUE(provider.finish(attempt, {"code-1", ""}, redirect, {}, start).has_value());
    EXPECT_FALSE(made.last_token_question.basic.has_value());
    EXPECT_EQ(form_value(made.last_token_question, "client_id"), "quorate");
}

TEST(Provider, AsksForKeysAgainWhenOneIsNew) {
    MadeProvider made;
    Provider provider(registration(), made.fetch());
    const Attempt attempt;
    made.speak_of(attempt, start);
    ASSERT_TRUE(provider.finish(attempt, {"code-1", ""}, redirect, {}, start).has_value());
    EXPECT_EQ(made.asked_keys, 1);
    ASSERT_TRUE(provider.finish(attempt, {"code-2", ""}, redirect, {}, start).has_value());
    EXPECT_EQ(made.asked_keys, 1);
    // The provider signs with a new key. It is asked for at once, but not again and again.
    made.key = std::make_shared<MadeKey>("k2", 0);
    EXPECT_FALSE(
        provider.finish(attempt, {"code-3", ""}, redirect, {}, after(std::chrono::seconds(59)))
            .has_value());
    EXPECT_EQ(made.asked_keys, 1);
    EXPECT_TRUE(
        provider.finish(attempt, {"code-4", ""}, redirect, {}, after(std::chrono::seconds(60)))
            .has_value());
    EXPECT_EQ(made.asked_keys, 2);
}

TEST(Provider, AnswersOfOthersAreNotTaken) {
    MadeProvider made;
    Provider provider(registration(), made.fetch());
    const Attempt attempt;
    made.speak_of(attempt, start);
    EXPECT_FALSE(provider.finish(attempt, {"code", "https://other.example"}, redirect, {}, start)
                     .has_value());
    EXPECT_TRUE(provider.finish(attempt, {"code", issuer}, redirect, {}, start).has_value());
    made.metadata["authorization_response_iss_parameter_supported"] = true;
    Provider naming(registration(), made.fetch());
    EXPECT_FALSE(naming.finish(attempt, {"code", ""}, redirect, {}, start).has_value());
    const Attempt another;
    const auto replayed = provider.finish(another, {"code", ""}, redirect, {}, start);
    ASSERT_FALSE(replayed.has_value());
    EXPECT_EQ(replayed.error().message, words(TokenProblem::nonce));
}

TEST(Provider, SaysWhyACodeWasNotTakenWithoutIt) {
    MadeProvider made;
    made.token_status = 400;
    Provider provider(registration(), made.fetch());
    const auto claims = provider.finish(Attempt(), {"code-secret", ""}, redirect, {}, start);
    ASSERT_FALSE(claims.has_value());
    EXPECT_NE(claims.error().text().find("invalid_grant"), std::string::npos);
    EXPECT_EQ(claims.error().text().find("code-secret"), std::string::npos);
}

TEST(Provider, TakesAClaimFromUserinfoOfTheSameSubject) {
    MadeProvider made;
    Provider provider(registration(), made.fetch());
    const Attempt attempt;
    made.speak_of(attempt, start);
    made.userinfo["sub"] = "ann";
    made.userinfo["email"] = "ann@example.org";
    made.userinfo["email_verified"] = true;
    made.userinfo["nonce"] = "never taken";
    const auto claims =
        provider.finish(attempt, {"code", ""}, redirect, {"email", "email_verified"}, start);
    ASSERT_TRUE(claims.has_value()) << claims.error().text();
    EXPECT_EQ(claims->word("email"), "ann@example.org");
    EXPECT_TRUE(claims->is_true("email_verified"));
    EXPECT_EQ(claims->word("nonce"), attempt.nonce);
    made.userinfo["sub"] = "bob";
    EXPECT_FALSE(provider.finish(attempt, {"code", ""}, redirect, {"email"}, start).has_value());
}

TEST(Provider, IsLeftAloneForAWhileWhenItDoesNotAnswer) {
    MadeProvider made;
    made.reachable = false;
    Provider provider(registration(), made.fetch());
    EXPECT_FALSE(provider.address(Attempt(), redirect, start).has_value());
    made.reachable = true;
    EXPECT_FALSE(provider.address(Attempt(), redirect, after(std::chrono::seconds(9))).has_value());
    EXPECT_EQ(made.asked_metadata, 0);
    EXPECT_TRUE(provider.address(Attempt(), redirect, after(std::chrono::seconds(11))).has_value());
    EXPECT_TRUE(provider.address(Attempt(), redirect, after(std::chrono::minutes(59))).has_value());
    EXPECT_EQ(made.asked_metadata, 1);
    EXPECT_TRUE(provider.address(Attempt(), redirect, after(std::chrono::minutes(61))).has_value());
    EXPECT_EQ(made.asked_metadata, 2);
}

TEST(Provider, SaysWhetherItDidNotAnswerOrWhatItSaidIsWrong) {
    MadeProvider made;
    bool silent = false;
    Provider provider(registration(), [&](const Question& question) {
        return silent && question.form ? base::fail("id.example", "it did not answer in time")
                                       : made.answer(question);
    });
    const Attempt attempt;
    made.speak_of(attempt, start);
    made.token_status = 400;
    const auto wrong = provider.finish(attempt, {"code", ""}, redirect, {}, start);
    ASSERT_FALSE(wrong.has_value());
    EXPECT_FALSE(wrong.error().out_of_reach);
    made.token_status = 503;
    const auto in_trouble = provider.finish(attempt, {"code", ""}, redirect, {}, start);
    ASSERT_FALSE(in_trouble.has_value());
    EXPECT_TRUE(in_trouble.error().out_of_reach);
    made.token_status = 200;
    silent = true;
    EXPECT_TRUE(provider.finish(attempt, {"code", ""}, redirect, {}, start).error().out_of_reach);
    silent = false;
    const auto resting =
        provider.finish(attempt, {"code", ""}, redirect, {}, after(std::chrono::seconds(9)));
    ASSERT_FALSE(resting.has_value()) << "those who wait behind one that hangs do not wait again";
    EXPECT_TRUE(resting.error().out_of_reach);
    EXPECT_TRUE(
        provider.finish(attempt, {"code", ""}, redirect, {}, after(std::chrono::seconds(11))));
}

TEST(Provider, IsLeftAloneFromWhenItFailedAndNotFromWhenItWasAsked) {
    int asked = 0;
    Provider provider(registration(), [&](const Question&) -> base::Result<Answer> {
        ++asked;
        std::this_thread::sleep_for(std::chrono::milliseconds(100));
        return base::fail("id.example", "it did not answer in time");
    });
    EXPECT_FALSE(provider.address(Attempt(), redirect, start).has_value());
    EXPECT_FALSE(provider.address(Attempt(), redirect, {start.ms + 10'050}).has_value());
    EXPECT_FALSE(provider.address(Attempt(), redirect, {start.ms + 99}).has_value());
    EXPECT_EQ(asked, 1) << "nor again by those who began a moment before it was noted";
}

TEST(Provider, IsWaitedForNoLongerThanOneStepMayTake) {
    MadeProvider made;
    std::vector<std::chrono::milliseconds> given;
    Provider provider(registration(), [&](const Question& question) {
        given.push_back(question.time_max);
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
        return made.answer(question);
    });
    const Attempt attempt;
    made.speak_of(attempt, start);
    ASSERT_TRUE(provider.finish(attempt, {"code", ""}, redirect, {}, start));
    ASSERT_EQ(given.size(), 3U) << "what it says of itself, the token, the keys";
    EXPECT_LE(given[0], step_time_max);
    EXPECT_LT(given[1], given[0]);
    EXPECT_LT(given[2], given[1]);
}

base::Result<Metadata> read(const base::JsonObject& document) {
    return parse_metadata(base::canonical(base::Json(document)), issuer);
}

TEST(Metadata, MustBeOfTheIssuerToTheLetter) {
    auto document = MadeProvider().metadata;
    ASSERT_TRUE(read(document).has_value());
    document["issuer"] = issuer + "/";
    EXPECT_FALSE(read(document).has_value());
}

TEST(Metadata, MustBeProtectedAndOfferTheCodeFlowWithPkce) {
    for (const char* name : {"authorization_endpoint", "token_endpoint", "jwks_uri"}) {
        auto document = MadeProvider().metadata;
        document[name] = "http://id.example/plain";
        EXPECT_FALSE(read(document).has_value()) << name;
        document.erase(name);
        EXPECT_FALSE(read(document).has_value()) << name;
    }
    auto implicit = MadeProvider().metadata;
    implicit["response_types_supported"] = boost::json::array{"id_token"};
    EXPECT_FALSE(read(implicit).has_value());
    auto plain = MadeProvider().metadata;
    plain["code_challenge_methods_supported"] = boost::json::array{"plain"};
    EXPECT_FALSE(read(plain).has_value());
    EXPECT_FALSE(parse_metadata("no json", issuer).has_value());
}

TEST(Fetch, AsksOnlyProtectedAddresses) {
    const auto answer = fetch({.url = "http://id.example/.well-known/openid-configuration"});
    ASSERT_FALSE(answer.has_value());
    EXPECT_NE(answer.error().text().find("not an https address"), std::string::npos);
    EXPECT_FALSE(fetch({.url = "file:///etc/passwd"}).has_value());
}

TEST(Fetch, SaysWhenNobodyAnswers) {
    const auto answer = fetch({.url = "http://127.0.0.1:9/"});
    ASSERT_FALSE(answer.has_value());
    EXPECT_EQ(answer.error().message, "it cannot be reached");
}

} // namespace
} // namespace quorate::oidc
