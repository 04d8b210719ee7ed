#ifndef QUORATE_OIDC_PROVIDER_HPP
#define QUORATE_OIDC_PROVIDER_HPP
// One provider people sign in with: where to send them, and what their coming back proves.

#include "oidc/discovery.hpp"
#include "oidc/fetch.hpp"
#include "oidc/id_token.hpp"
#include "oidc/pkce.hpp"

#include <chrono>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace quorate::oidc {

/// How long what a provider says of itself is believed before it is asked again.
inline constexpr std::chrono::minutes metadata_kept{60};
/// Keys are asked for again, for a key that is not known, at most this often.
inline constexpr std::chrono::seconds keys_again_after{60};
/// After a provider could not be reached it is left alone this long.
inline constexpr std::chrono::seconds rest_after_failure{10};
/// All questions of one step of a sign-in together are waited for this long.
inline constexpr std::chrono::milliseconds step_time_max{10'000};

/// What was agreed with a provider when this program was registered there.
struct Registration {
    std::string issuer;
    std::string client_id;
    std::string secret; ///< empty: a public client, which proves itself by PKCE alone
    std::vector<std::string> scopes = {"openid", "email"};
};

/// What the browser brought back.
struct Returned {
    std::string code;
    std::string issuer; ///< `iss` (RFC 9207); empty when the answer had none
};

/// Why somebody's coming back proved nothing.
struct Unproved : base::Failure {
    bool out_of_reach = false; ///< the provider did not answer, so nothing is said against them

    Unproved(base::Failure why, bool no_answer = false)
        : base::Failure(std::move(why)), out_of_reach(no_answer) {}
};

/// Safe to use from several threads. No token outlives a call, and none is in the words of a
/// failure.
class Provider {
public:
    explicit Provider(Registration registration, Fetch ask = fetch);

    /// Where to send the browser, with state, nonce and PKCE challenge of the attempt. Asks the
    /// provider for its metadata when they are not known or old. `afresh`: the provider is to ask
    /// who they are, whoever is signed in there.
    base::Result<std::string> address(const Attempt& attempt, const std::string& redirect_uri,
                                      base::Instant now, bool afresh = false);

    /// Exchanges the code for an ID token and verifies it. When a claim named in `wanted` is not in
    /// it, the provider's userinfo endpoint is asked too, which must speak of the same subject.
    tl::expected<Claims, Unproved> finish(const Attempt& attempt, const Returned& returned,
                                          const std::string& redirect_uri,
                                          const std::vector<std::string>& wanted,
                                          base::Instant now);

    [[nodiscard]] const Registration& registration() const { return registration_; }

private:
    struct Tokens {
        std::string id_token;
        std::string access_token;
    };

    /// The failure of the last question, while the provider is left alone after it.
    std::optional<base::Failure> resting(base::Instant now);
    /// `waited_ms`: since `now`, which is when the question was asked.
    void note_failure(const base::Failure& failure, base::Instant now, std::int64_t waited_ms);
    base::Result<Metadata> metadata(const Fetch& ask, base::Instant now);
    base::Result<KeySet> keys(const Fetch& ask, const Metadata& metadata,
                              const std::string& wanted_id, base::Instant now);
    base::Result<Tokens> exchange(const Fetch& ask, const Metadata& metadata,
                                  const Attempt& attempt, const Returned& returned,
                                  const std::string& redirect_uri);
    base::Result<void> add_userinfo(const Fetch& ask, const Metadata& metadata,
                                    const std::string& access_token,
                                    const std::vector<std::string>& wanted, Claims& claims);
    base::Result<Claims> proved(const Fetch& ask, const Attempt& attempt, const Returned& returned,
                                const std::string& redirect_uri,
                                const std::vector<std::string>& wanted, base::Instant now);

    const Registration registration_;
    const Fetch ask_;
    std::mutex mutex_; ///< guards what follows; never held while the provider is asked
    std::optional<Metadata> metadata_;
    base::Instant metadata_got_{};
    std::optional<KeySet> keys_;
    base::Instant keys_got_{};
    std::optional<base::Failure> failure_; ///< of the last question
    base::Instant failed_{};
};

} // namespace quorate::oidc

#endif
