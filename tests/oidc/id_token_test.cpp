// An ID token is believed only when everything about it fits.

#include "made_tokens.hpp"
#include "oidc/id_token.hpp"
#include "oidc/pkce.hpp"
#include "oidc/url.hpp"

#include <boost/json/array.hpp>
#include <gtest/gtest.h>

namespace quorate::oidc {
namespace {

constexpr std::int64_t now_seconds = 1'780'000'000;

base::JsonObject good_claims() {
    base::JsonObject out;
    out["iss"] = "https://id.example";
    out["aud"] = "quorate";
    out["sub"] = "ann";
    out["nonce"] = "n-1";
    out["iat"] = now_seconds - 5;
    out["exp"] = now_seconds + 300;
    return out;
}

Expected expected() {
    return {"https://id.example", "quorate", "n-1", base::Instant{now_seconds * 1000}};
}

const MadeKey& rsa() {
    static const MadeKey key("r1", 2048);
    return key;
}
const MadeKey& curve() {
    static const MadeKey key("e1", 0);
    return key;
}

KeySet both() {
    return *KeySet::parse(key_set({rsa().listed(), curve().listed()}));
}

std::optional<TokenProblem> problem(const std::string& token) {
    const auto verified = verify(token, both(), expected());
    return verified ? std::nullopt : std::optional(verified.error());
}

std::optional<TokenProblem> with(std::string_view name, const base::Json& value) {
    auto claims = good_claims();
    claims[name] = value;
    return problem(rsa().sign(claims));
}

std::optional<TokenProblem> without(std::string_view name) {
    auto claims = good_claims();
    claims.erase(name);
    return problem(rsa().sign(claims));
}

TEST(IdToken, IsTakenWithBothAlgorithms) {
    for (const auto* key : {&rsa(), &curve()}) {
        const auto verified = verify(key->sign(good_claims()), both(), expected());
        ASSERT_TRUE(verified.has_value()) << words(verified.error());
        EXPECT_EQ(verified->subject, "ann");
        EXPECT_EQ(verified->word("iss"), "https://id.example");
    }
}

TEST(IdToken, OfAnotherIssuerIsNotTaken) {
    EXPECT_EQ(with("iss", "https://id.example/"), TokenProblem::issuer);
    EXPECT_EQ(without("iss"), TokenProblem::issuer);
}

TEST(IdToken, ForAnotherAudienceIsNotTaken) {
    EXPECT_EQ(with("aud", "another"), TokenProblem::audience);
    EXPECT_EQ(with("aud", base::JsonArray{"another"}), TokenProblem::audience);
    EXPECT_EQ(without("aud"), TokenProblem::audience);
    EXPECT_EQ(with("aud", base::JsonArray{"quorate"}), std::nullopt);
}

TEST(IdToken, ForSeveralNamesUsAsTheParty) {
    auto claims = good_claims();
    claims["aud"] = base::JsonArray{"quorate", "another"};
    EXPECT_EQ(problem(rsa().sign(claims)), TokenProblem::audience);
    claims["azp"] = "another";
    EXPECT_EQ(problem(rsa().sign(claims)), TokenProblem::audience);
    claims["azp"] = "quorate";
    EXPECT_EQ(problem(rsa().sign(claims)), std::nullopt);
    EXPECT_EQ(with("azp", "another"), TokenProblem::audience);
}

TEST(IdToken, TimeIsJudgedWithASmallSkew) {
    const auto skew = clock_skew_max.count();
    EXPECT_EQ(with("exp", now_seconds - skew + 1), std::nullopt);
    EXPECT_EQ(with("exp", now_seconds - skew), TokenProblem::expired);
    EXPECT_EQ(with("iat", now_seconds + skew), std::nullopt);
    EXPECT_EQ(with("iat", now_seconds + skew + 1), TokenProblem::issued);
    const auto oldest = now_seconds - std::chrono::seconds(token_age_max).count() - skew;
    EXPECT_EQ(with("iat", oldest), std::nullopt);
    EXPECT_EQ(with("iat", oldest - 1), TokenProblem::issued);
    EXPECT_EQ(with("nbf", now_seconds + skew + 1), TokenProblem::issued);
    EXPECT_EQ(with("nbf", "soon"), TokenProblem::issued);
    EXPECT_EQ(without("exp"), TokenProblem::malformed);
    EXPECT_EQ(without("iat"), TokenProblem::malformed);
    EXPECT_EQ(with("exp", "later"), TokenProblem::malformed);
}

TEST(IdToken, IsTakenAsEntraDatesIt) {
    // It dates a token five minutes back, and lets it hold for an hour and five minutes from there.
    constexpr std::int64_t minute = 60;
    const auto at = [](std::int64_t ours_is_ahead) {
        auto claims = good_claims();
        const auto theirs = now_seconds - ours_is_ahead;
        claims["iat"] = theirs - 5 * minute;
        claims["nbf"] = theirs - 5 * minute;
        claims["exp"] = theirs + 60 * minute;
        return problem(rsa().sign(claims));
    };
    for (const auto apart : {-10, -5, -2, 0, 2, 5, 15}) {
        EXPECT_EQ(at(apart * minute), std::nullopt) << apart;
    }
    EXPECT_EQ(at(-11 * minute), TokenProblem::issued);
    EXPECT_EQ(at(16 * minute), TokenProblem::issued);
}

TEST(IdToken, OfAnotherSignInIsNotTaken) {
    EXPECT_EQ(with("nonce", "n-2"), TokenProblem::nonce);
    EXPECT_EQ(without("nonce"), TokenProblem::nonce);
    auto nothing_asked = expected();
    nothing_asked.nonce.clear();
    auto claims = good_claims();
    claims.erase("nonce");
    EXPECT_EQ(verify(rsa().sign(claims), both(), nothing_asked).error(), TokenProblem::nonce);
}

TEST(IdToken, NeedsASubject) {
    EXPECT_EQ(without("sub"), TokenProblem::malformed);
    EXPECT_EQ(with("sub", ""), TokenProblem::malformed);
    EXPECT_EQ(with("sub", base::Json(std::string(subject_bytes_max + 1, 'a'))),
              TokenProblem::malformed);
    EXPECT_EQ(with("sub", base::Json(std::string(subject_bytes_max, 'a'))), std::nullopt);
}

base::JsonObject header(std::string_view algorithm) {
    base::JsonObject out;
    out["alg"] = algorithm;
    out["kid"] = "r1";
    return out;
}

TEST(IdToken, NoneAndSharedSecretsAreNeverTaken) {
    EXPECT_EQ(problem(unsigned_token(header("none"), good_claims(), "")), TokenProblem::algorithm);
    EXPECT_EQ(problem(unsigned_token(header("None"), good_claims(), "")), TokenProblem::algorithm);
    for (const char* name : {"HS256", "HS384", "HS512", "RS512", "PS256", "ES384", "EdDSA", ""}) {
        EXPECT_EQ(problem(unsigned_token(header(name), good_claims(), "signature")),
                  TokenProblem::algorithm)
            << name;
    }
}

TEST(IdToken, AHeaderThatAsksForMoreIsNotTaken) {
    base::JsonObject more;
    more["crit"] = base::JsonArray{"exp"};
    EXPECT_EQ(problem(rsa().sign(good_claims(), more)), TokenProblem::algorithm);
}

TEST(IdToken, ChangedOrSignedByAnotherIsNotTaken) {
    const auto token = rsa().sign(good_claims());
    const auto first = token.find('.');
    const auto second = token.find('.', first + 1);
    auto claims = good_claims();
    claims["sub"] = "bob";
    const auto forged = token.substr(0, first + 1) +
                        base64url(base::canonical(base::Json(claims))) + token.substr(second);
    EXPECT_EQ(problem(forged), TokenProblem::signature);
    const MadeKey other("r1", 2048);
    EXPECT_EQ(problem(other.sign(good_claims())), TokenProblem::signature);
    const MadeKey unknown("r9", 2048);
    EXPECT_EQ(problem(unknown.sign(good_claims())), TokenProblem::unknown_key);
}

TEST(IdToken, AKeyIsUsedForItsOwnAlgorithmOnly) {
    base::JsonObject swapped;
    swapped["kid"] = "e1";
    EXPECT_EQ(problem(rsa().sign(good_claims(), swapped)), TokenProblem::signature);
}

TEST(IdToken, WithoutAKeyIdEveryFittingKeyIsTried) {
    base::JsonObject none;
    none["kid"] = "";
    EXPECT_EQ(problem(rsa().sign(good_claims(), none)), std::nullopt);
}

TEST(IdToken, MustBeThreePartsOfJson) {
    for (const char* token :
         {"", ".", "..", "a.b", "a.b.c.d", "e30.e30.e30", "!!.e30.", "bnVsbA.bnVsbA.bnVsbA"}) {
        EXPECT_TRUE(problem(token).has_value()) << token;
    }
    EXPECT_EQ(problem(std::string(id_token_bytes_max + 1, 'a')), TokenProblem::malformed);
}

TEST(KeySet, PassesOverWhatItCannotUse) {
    const MadeKey small("s1", 1024);
    base::JsonObject secret;
    secret["kty"] = "oct";
    secret["k"] = "c2VjcmV0";
    secret["kid"] = "o1";
    base::JsonObject for_encryption;
    for_encryption["use"] = "enc";
    base::JsonObject other_algorithm;
    other_algorithm["alg"] = "RS512";
    const auto keys = KeySet::parse(key_set({small.listed(), secret, rsa().listed(for_encryption),
                                             rsa().listed(other_algorithm), curve().listed()}));
    ASSERT_TRUE(keys.has_value());
    EXPECT_EQ(keys->size(), 1U);
    EXPECT_TRUE(keys->has("e1"));
    EXPECT_FALSE(KeySet::parse("[]").has_value());
    EXPECT_FALSE(KeySet::parse("{\"keys\": 1}").has_value());
}

TEST(KeySet, AtMostFiftyKeys) {
    std::string many = "{\"keys\":[";
    for (std::size_t i = 0; i <= keys_max; ++i) {
        many += std::string(i == 0 ? "" : ",") + "{}";
    }
    EXPECT_FALSE(KeySet::parse(many + "]}").has_value());
}

TEST(Pkce, IsTheExampleOfTheStandard) {
    // RFC 7636, appendix B.
    EXPECT_EQ(challenge("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"),
              "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
}

TEST(Pkce, WordsAreLongAndDiffer) {
    const Attempt one;
    const Attempt two;
    EXPECT_EQ(one.state.size(), 43U);
    EXPECT_NE(one.state, two.state);
    EXPECT_NE(one.state, one.nonce);
    EXPECT_NE(one.nonce, one.verifier);
}

TEST(Base64Url, RefusesOtherLettersAndLooseBits) {
    EXPECT_EQ(parse_base64url("YQ"), "a");
    for (const char* text : {"YQ==", "YR", "Y", "a+b/", "a b"}) {
        EXPECT_EQ(parse_base64url(text), std::nullopt) << text;
    }
}

TEST(Address, IsProtectedByHttpsOrStaysHere) {
    for (const char* url :
         {"https://id.example", "https://id.example/tenant/v2.0", "http://localhost:3000/op",
          "http://127.0.0.1:3000", "http://[::1]:3000/a?b=c"}) {
        EXPECT_TRUE(is_protected(url)) << url;
    }
    for (const char* url :
         {"http://id.example", "http://localhost.example", "https://", "ftp://id.example",
          "https://user@id.example", "https://id.example/#a", "https://id .example", "id.example",
          "http://localhost@id.example/", "http://127.0.0.1.example/"}) {
        EXPECT_FALSE(is_protected(url)) << url;
    }
}

} // namespace
} // namespace quorate::oidc
