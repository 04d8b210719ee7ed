#include "oidc/provider.hpp"

#include "base/text.hpp"
#include "base/time.hpp"

#include <algorithm>
#include <cstdlib>
#include <functional>

namespace quorate::oidc {

namespace {

bool within(base::Instant earlier, base::Instant now, std::chrono::milliseconds span) {
    return now >= earlier && now.ms - earlier.ms < span.count();
}

std::string word(const base::JsonObject& object, std::string_view name) {
    const auto* value = object.if_contains(name);
    return value != nullptr && value->is_string() ? std::string(value->get_string())
                                                  : std::string();
}

/// The error code of RFC 6749, section 5.2, as far as it is a plain word.
std::string error_code(const std::string& body) {
    const auto json = base::parse_json(body);
    const auto code = json && json->is_object() ? word(json->get_object(), "error") : std::string();
    const bool plain = code.size() <= 60 &&
                       code.find_first_not_of("abcdefghijklmnopqrstuvwxyz_") == std::string::npos;
    return code.empty() || !plain ? "no reason given" : code;
}

base::Result<std::string> body_of(const Fetch& ask, const std::string& url) {
    auto answer = ask({.url = url});
    if (!answer) {
        return tl::unexpected(answer.error());
    }
    if (answer->status != 200) {
        return base::fail(url,
                          "the provider answered with status " + std::to_string(answer->status));
    }
    return std::move(answer->body);
}

/// Asks what one step of a sign-in has to ask, all of it within one time.
class Asking {
public:
    explicit Asking(const Fetch& ask) : ask_(ask) {}

    base::Result<Answer> operator()(Question question) {
        const std::chrono::milliseconds left(until_ - base::monotonic_ms());
        question.time_max = std::min(question.time_max, left);
        auto answer =
            left.count() > 0
                ? ask_(question)
                : base::Result<Answer>(base::fail(question.url, "it did not answer in time"));
        unanswered_ = !answer;
        in_trouble_ = !answer || answer->status >= 500;
        return answer;
    }
    /// Nothing came back from the last question.
    [[nodiscard]] bool unanswered() const { return unanswered_; }
    /// That, or the provider said that something is wrong with itself.
    [[nodiscard]] bool in_trouble() const { return in_trouble_; }

private:
    const Fetch& ask_;
    const std::int64_t until_ = base::monotonic_ms() + step_time_max.count();
    bool unanswered_ = false;
    bool in_trouble_ = false;
};

bool known(const Claims& claims, const std::vector<std::string>& wanted) {
    return std::all_of(wanted.begin(), wanted.end(),
                       [&](const std::string& name) { return claims.all.contains(name); });
}

} // namespace

Provider::Provider(Registration registration, Fetch ask)
    : registration_(std::move(registration)), ask_(std::move(ask)) {}

std::optional<base::Failure> Provider::resting(base::Instant now) {
    const std::lock_guard lock(mutex_);
    // Another thread may have noted it a moment after `now`.
    const std::chrono::milliseconds since(std::abs(now.ms - failed_.ms));
    return since < rest_after_failure ? failure_ : std::nullopt;
}

void Provider::note_failure(const base::Failure& failure, base::Instant now,
                            std::int64_t waited_ms) {
    const std::lock_guard lock(mutex_);
    failure_ = failure;
    failed_ = {now.ms + waited_ms};
}

base::Result<Metadata> Provider::metadata(const Fetch& ask, base::Instant now) {
    {
        const std::lock_guard lock(mutex_);
        if (metadata_ && within(metadata_got_, now, metadata_kept)) {
            return *metadata_;
        }
    }
    if (const auto failure = resting(now)) {
        return tl::unexpected(*failure);
    }
    const auto begun_ms = base::monotonic_ms();
    const auto body = body_of(ask, discovery_url(registration_.issuer));
    auto got = body ? parse_metadata(*body, registration_.issuer)
                    : base::Result<Metadata>(tl::unexpected(body.error()));
    if (!got) {
        note_failure(got.error(), now, base::monotonic_ms() - begun_ms);
        return got;
    }
    const std::lock_guard lock(mutex_);
    failure_.reset();
    metadata_ = *got;
    metadata_got_ = now;
    return got;
}

base::Result<KeySet> Provider::keys(const Fetch& ask, const Metadata& metadata,
                                    const std::string& wanted_id, base::Instant now) {
    {
        const std::lock_guard lock(mutex_);
        const bool fresh = keys_ && within(keys_got_, now, metadata_kept);
        // A provider changes its keys: one that is not known here may be new.
        const bool may_ask = !keys_ || !within(keys_got_, now, keys_again_after);
        if (keys_ && ((fresh && keys_->has(wanted_id)) || !may_ask)) {
            return *keys_;
        }
    }
    const auto body = body_of(ask, metadata.jwks_uri);
    if (!body) {
        return tl::unexpected(body.error());
    }
    auto got = KeySet::parse(*body);
    if (got) {
        const std::lock_guard lock(mutex_);
        keys_ = *got;
        keys_got_ = now;
    }
    return got;
}

base::Result<std::string> Provider::address(const Attempt& attempt, const std::string& redirect_uri,
                                            base::Instant now, bool afresh) {
    Asking asking(ask_);
    const auto known = metadata(std::ref(asking), now);
    if (!known) {
        return tl::unexpected(known.error());
    }
    Parameters asked = {{"response_type", "code"},
                        {"client_id", registration_.client_id},
                        {"redirect_uri", redirect_uri},
                        {"scope", base::join(registration_.scopes, " ")},
                        {"state", attempt.state},
                        {"nonce", attempt.nonce},
                        {"code_challenge", challenge(attempt.verifier)},
                        {"code_challenge_method", "S256"}};
    if (afresh) {
        asked.emplace_back("prompt", "login");
    }
    return with_query(known->authorization_endpoint, asked);
}

base::Result<Provider::Tokens> Provider::exchange(const Fetch& ask, const Metadata& metadata,
                                                  const Attempt& attempt, const Returned& returned,
                                                  const std::string& redirect_uri) {
    Question question{.url = metadata.token_endpoint,
                      .form = Parameters{{"grant_type", "authorization_code"},
                                         {"code", returned.code},
                                         {"redirect_uri", redirect_uri},
                                         {"code_verifier", attempt.verifier}}};
    if (!registration_.secret.empty() && metadata.takes_basic) {
        // RFC 6749, section 2.3.1: both are form-encoded first.
        const auto encoded = [](const std::string& text) {
            return form_encoded({{"", text}}).substr(1);
        };
        question.basic = std::pair(encoded(registration_.client_id), encoded(registration_.secret));
    } else {
        question.form->emplace_back("client_id", registration_.client_id);
        if (!registration_.secret.empty()) {
            question.form->emplace_back("client_secret", registration_.secret);
        }
    }
    const auto answer = ask(question);
    if (!answer) {
        return tl::unexpected(answer.error());
    }
    if (answer->status != 200) {
        return base::fail("the provider's token endpoint", "status " +
                                                               std::to_string(answer->status) +
                                                               ", " + error_code(answer->body));
    }
    const auto json = base::parse_json(answer->body);
    Tokens out;
    if (json && json->is_object()) {
        out = {word(json->get_object(), "id_token"), word(json->get_object(), "access_token")};
    }
    if (out.id_token.empty()) {
        return base::fail("the provider's token endpoint", "there is no ID token in its answer",
                          "The scope must have openid in it");
    }
    return out;
}

base::Result<void> Provider::add_userinfo(const Fetch& ask, const Metadata& metadata,
                                          const std::string& access_token,
                                          const std::vector<std::string>& wanted, Claims& claims) {
    if (known(claims, wanted) || metadata.userinfo_endpoint.empty() || access_token.empty()) {
        return {};
    }
    const auto answer = ask({.url = metadata.userinfo_endpoint, .bearer = access_token});
    if (!answer) {
        return tl::unexpected(answer.error());
    }
    const auto json = base::parse_json(answer->body);
    if (answer->status != 200 || !json || !json->is_object()) {
        return base::fail("the provider's userinfo endpoint",
                          "status " + std::to_string(answer->status));
    }
    const auto& object = json->get_object();
    if (word(object, "sub") != claims.subject) {
        return base::fail("the provider's userinfo endpoint", "it speaks of somebody else");
    }
    for (const auto& name : wanted) {
        if (const auto* value = object.if_contains(name);
            value != nullptr && !claims.all.contains(name)) {
            claims.all[name] = *value;
        }
    }
    return {};
}

tl::expected<Claims, Unproved> Provider::finish(const Attempt& attempt, const Returned& returned,
                                                const std::string& redirect_uri,
                                                const std::vector<std::string>& wanted,
                                                base::Instant now) {
    if (const auto failure = resting(now)) {
        return tl::unexpected(Unproved(*failure, true));
    }
    const auto begun_ms = base::monotonic_ms();
    Asking asking(ask_);
    auto claims = proved(std::ref(asking), attempt, returned, redirect_uri, wanted, now);
    if (!claims) {
        if (asking.unanswered()) {
            note_failure(claims.error(), now, base::monotonic_ms() - begun_ms);
        }
        return tl::unexpected(Unproved(claims.error(), asking.in_trouble()));
    }
    return std::move(*claims);
}

base::Result<Claims> Provider::proved(const Fetch& ask, const Attempt& attempt,
                                      const Returned& returned, const std::string& redirect_uri,
                                      const std::vector<std::string>& wanted, base::Instant now) {
    const auto about = metadata(ask, now);
    if (!about) {
        return tl::unexpected(about.error());
    }
    const bool other =
        returned.issuer.empty() ? about->names_itself : returned.issuer != registration_.issuer;
    if (other) {
        return base::fail("the provider's answer", "it is of another issuer than the one asked");
    }
    const auto tokens = exchange(ask, *about, attempt, returned, redirect_uri);
    if (!tokens) {
        return tl::unexpected(tokens.error());
    }
    const auto signers = keys(ask, *about, key_id_of(tokens->id_token), now);
    if (!signers) {
        return tl::unexpected(signers.error());
    }
    auto claims = verify(tokens->id_token, *signers,
                         {registration_.issuer, registration_.client_id, attempt.nonce, now});
    if (!claims) {
        return base::fail(registration_.issuer, std::string(words(claims.error())));
    }
    if (auto added = add_userinfo(ask, *about, tokens->access_token, wanted, *claims); !added) {
        return tl::unexpected(added.error());
    }
    return std::move(*claims);
}

} // namespace quorate::oidc
