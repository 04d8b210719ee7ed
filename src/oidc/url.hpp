#ifndef QUORATE_OIDC_URL_HPP
#define QUORATE_OIDC_URL_HPP
// The few things done with addresses of a provider.

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace quorate::oidc {

inline constexpr std::size_t url_bytes_max = 2000;

/// Names and values of a query or a form.
using Parameters = std::vector<std::pair<std::string, std::string>>;

/// application/x-www-form-urlencoded (RFC 6749, appendix B).
std::string form_encoded(const Parameters& parameters);
/// The address with the parameters added to its query.
std::string with_query(std::string_view url, const Parameters& parameters);

/// An absolute https address without a fragment or a user name in it; or http on this very machine
/// (localhost, 127.0.0.1, [::1]), where nobody else can read it.
bool is_protected(std::string_view url);

} // namespace quorate::oidc

#endif
