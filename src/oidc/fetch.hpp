#ifndef QUORATE_OIDC_FETCH_HPP
#define QUORATE_OIDC_FETCH_HPP
// Asking a provider something over HTTPS: never longer, never more and never elsewhere than meant.

#include "base/result.hpp"
#include "oidc/url.hpp"

#include <chrono>
#include <functional>
#include <optional>
#include <string>

namespace quorate::oidc {

inline constexpr std::chrono::seconds connect_time_max{4};
/// From the first byte sent to the last received.
inline constexpr std::chrono::milliseconds answer_time_max{10'000};
inline constexpr std::size_t answer_bytes_max = std::size_t{256} << 10;

/// What is asked. A form makes it a POST. `basic` is the name and password of RFC 6749,
/// section 2.3.1; `bearer` an access token.
struct Question {
    std::string url;
    std::optional<Parameters> form = {};
    std::optional<std::pair<std::string, std::string>> basic = {};
    std::string bearer = {};
    std::chrono::milliseconds time_max = answer_time_max;
};

struct Answer {
    int status = 0;
    std::string body;
};

/// Asks and waits. Fails when the address is not protected (url.hpp), on a certificate that does
/// not fit, on a redirect, past the limits above, and when nobody answers. What fails never has a
/// secret in its words.
base::Result<Answer> fetch(const Question& question);

/// How questions are asked: fetch(), or what a test puts in its place.
using Fetch = std::function<base::Result<Answer>(const Question&)>;

} // namespace quorate::oidc

#endif
