#ifndef QUORATE_PARTNERSHIP_WORKSPACE_SIGN_IN_FILE_HPP
#define QUORATE_PARTNERSHIP_WORKSPACE_SIGN_IN_FILE_HPP
// The file sign-in.toml in a partnership's folder: the providers people may sign in with
// (docs/sign-in-with-entra.md).

#include "base/result.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace quorate::partnership {

using base::Result;

inline constexpr const char* sign_in_file = "sign-in.toml";
inline constexpr std::size_t sign_in_file_bytes_max = std::size_t{64} << 10;
inline constexpr std::size_t sign_in_providers_max = 8;

/// A provider as the file has it.
struct SignInProvider {
    std::string id;     ///< in addresses: small letters, digits and hyphens
    std::string name;   ///< on the button: "Sign in with NAME"
    std::string issuer; ///< to the letter as the provider writes it
    std::string client_id;
    std::string secret; ///< from the file or the environment variable named; empty: a public client
    std::string claim = "email";
    std::vector<std::string> scopes = {"openid", "email", "profile"};
};

struct SignInFile {
    std::string
        address; ///< how people reach this site, when it cannot be told from what they ask for
    std::vector<SignInProvider> providers;
    std::vector<base::Failure> problems; ///< of what is left out; each with its place
};

/// "https://quorate.example.org" as somebody wrote it, without slashes at its end. Nothing when it
/// does not begin with https:// or http://, or goes on after the host: a site is the whole of one.
std::optional<std::string> site_address(std::string_view written);

/// Reads the file of a partnership's folder; nothing in it when there is none. A provider that is
/// not set up rightly is left out with its problem. A secret stands in a file of its own, which
/// nobody but its owner may read, or in an environment variable; never in sign-in.toml.
SignInFile read_sign_in_file(const std::string& folder);

} // namespace quorate::partnership

#endif
