#include "partnership/workspace/sign_in_file.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <toml++/toml.h>

namespace quorate::partnership {

namespace {

namespace fs = std::filesystem;
using base::fail;

constexpr std::array known_keys = {
    "name", "issuer", "client_id", "secret_file", "secret_environment", "claim", "scopes"};
constexpr std::array known_claims = {"email", "preferred_username", "oid"};

std::string place(const toml::node& node) {
    const auto& at = node.source().begin;
    return std::string(sign_in_file) + ":" + std::to_string(at.line);
}

std::optional<std::string> file_text(const fs::path& path, std::size_t bytes_max) {
    std::ifstream in(path, std::ios::binary);
    if (!in) {
        return std::nullopt;
    }
    std::string out(bytes_max + 1, '\0');
    in.read(out.data(), static_cast<std::streamsize>(out.size()));
    out.resize(static_cast<std::size_t>(in.gcount()));
    return out.size() > bytes_max ? std::nullopt : std::optional(std::move(out));
}

bool others_may_read(const fs::path& path) {
    std::error_code error;
    const auto permissions = fs::status(path, error).permissions();
    return (permissions & (fs::perms::group_all | fs::perms::others_all)) != fs::perms::none;
}

/// One table [provider.ID] on its way to a provider.
struct Reading {
    const std::string& folder;
    const toml::table& table;
    std::string where;

    [[nodiscard]] std::string word(std::string_view key) const {
        return table[key].value_or(std::string());
    }

    [[nodiscard]] Result<std::string> secret_in_file(const std::string& name) const {
        const auto path = fs::path(name).is_absolute() ? fs::path(name) : fs::path(folder) / name;
        constexpr std::size_t secret_bytes_max = 4096;
        const auto text = file_text(path, secret_bytes_max);
        if (!text) {
            return fail(where, "the secret cannot be read from " + path.string());
        }
        if (others_may_read(path)) {
            return fail(where, "others on this machine can read the secret in " + path.string(),
                        "Run: chmod 600 " + path.string());
        }
        const auto secret = std::string(base::trim(*text));
        return secret.empty()
                   ? Result<std::string>(fail(where, "there is no secret in " + path.string()))
                   : secret;
    }

    [[nodiscard]] Result<std::string> secret() const {
        const auto file = word("secret_file");
        const auto variable = word("secret_environment");
        if (!file.empty() && !variable.empty()) {
            return fail(where, "the secret is named twice",
                        "Keep secret_file or secret_environment");
        }
        if (!file.empty()) {
            return secret_in_file(file);
        }
        if (variable.empty()) {
            return std::string();
        }
        const char* value = std::getenv(variable.c_str());
        if (value == nullptr || *value == '\0') {
            return fail(where, "the environment variable " + variable + " is not set");
        }
        return std::string(value);
    }

    [[nodiscard]] Result<void> check_keys() const {
        for (const auto& [key, value] : table) {
            const auto name = key.str();
            if (std::find(known_keys.begin(), known_keys.end(), name) == known_keys.end()) {
                return fail(
                    place(value), "there is no key \"" + std::string(name) + "\"",
                    name == "secret"
                        ? "Write the secret into a file and name it with secret_file"
                        : "Known are name, issuer, client_id, secret_file, secret_environment, "
                          "claim and scopes");
            }
            if (name == "scopes" ? !value.is_array() : !value.is_string()) {
                return fail(place(value),
                            "\"" + std::string(name) + "\" is not " +
                                (name == "scopes" ? "a list" : "a text"),
                            name == "scopes" ? "Such as [\"openid\", \"email\"]"
                                             : "Write it in quotation marks");
            }
        }
        return {};
    }

    [[nodiscard]] Result<std::vector<std::string>> scopes() const {
        std::vector<std::string> out;
        const auto* list = table["scopes"].as_array();
        if (list == nullptr) {
            return SignInProvider{}.scopes;
        }
        for (const auto& each : *list) {
            out.push_back(each.value_or(std::string()));
        }
        if (std::find(out.begin(), out.end(), "openid") == out.end()) {
            return fail(where, "the scopes must have openid among them");
        }
        return out;
    }
};

bool plain_id(std::string_view id) {
    constexpr std::size_t id_bytes_max = 40;
    return !id.empty() && id.size() <= id_bytes_max &&
           id.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string_view::npos;
}

Result<SignInProvider> read_provider(const Reading& reading, std::string_view id) {
    if (!plain_id(id)) {
        return fail(reading.where, "a provider is called by small letters, digits and hyphens");
    }
    if (auto known = reading.check_keys(); !known) {
        return tl::unexpected(known.error());
    }
    SignInProvider out;
    out.id = id;
    out.name = reading.word("name");
    out.issuer = reading.word("issuer");
    out.client_id = reading.word("client_id");
    if (out.name.empty() || out.issuer.empty() || out.client_id.empty()) {
        return fail(reading.where, "name, issuer and client_id must all be given");
    }
    out.claim = reading.table["claim"].value_or(out.claim);
    if (std::find(known_claims.begin(), known_claims.end(), out.claim) == known_claims.end()) {
        return fail(reading.where,
                    "the claim \"" + out.claim + "\" is not one accounts are found by",
                    "Use email, preferred_username or oid");
    }
    auto scopes = reading.scopes();
    auto secret = scopes ? reading.secret() : tl::unexpected(scopes.error());
    if (!secret) {
        return tl::unexpected(secret.error());
    }
    out.scopes = std::move(*scopes);
    out.secret = std::move(*secret);
    return out;
}

void read_providers(const std::string& folder, const toml::table& all, SignInFile& out) {
    for (const auto& [id, value] : all) {
        const auto* table = value.as_table();
        if (table == nullptr || out.providers.size() == sign_in_providers_max) {
            out.problems.push_back(
                {place(value),
                 table == nullptr ? "this is not a table" : "there are too many providers",
                 "At most eight, each [provider.NAME]"});
            continue;
        }
        auto provider = read_provider({folder, *table, place(value)}, id.str());
        if (provider) {
            out.providers.push_back(std::move(*provider));
        } else {
            out.problems.push_back(provider.error());
        }
    }
}

void read_address(const toml::node& node, SignInFile& out) {
    const auto address = site_address(node.value_or(std::string()));
    if (address) {
        out.address = *address;
    } else {
        out.problems.push_back({place(node), "the address is not that of a site",
                                "Write it like \"https://quorate.example.org\""});
    }
}

} // namespace

std::optional<std::string> site_address(std::string_view written) {
    while (written.ends_with('/')) {
        written.remove_suffix(1);
    }
    const auto host = written.starts_with("https://")  ? written.substr(8)
                      : written.starts_with("http://") ? written.substr(7)
                                                       : std::string_view();
    const bool fits = !host.empty() && host.find_first_of("/?#@ \"\\<>") == std::string_view::npos;
    return fits ? std::optional(std::string(written)) : std::nullopt;
}

SignInFile read_sign_in_file(const std::string& folder) {
    SignInFile out;
    const auto path = fs::path(folder) / sign_in_file;
    std::error_code error;
    if (!fs::exists(path, error)) {
        return out;
    }
    const auto text = file_text(path, sign_in_file_bytes_max);
    if (!text) {
        out.problems.push_back({path.string(), "it cannot be read, or is longer than 64 KiB", ""});
        return out;
    }
    try {
        const auto file = toml::parse(*text);
        if (const auto address = file["address"]) {
            read_address(*address.node(), out);
        }
        for (const auto& [key, value] : file) {
            if (key.str() != "address" && key.str() != "provider") {
                out.problems.push_back({place(value),
                                        "there is no key \"" + std::string(key.str()) + "\"",
                                        "Known are address and [provider.NAME]"});
            }
        }
        if (const auto* all = file["provider"].as_table()) {
            read_providers(folder, *all, out);
        } else if (file.contains("provider")) {
            out.problems.push_back(
                {sign_in_file, "provider is not a table", "Write [provider.NAME]"});
        }
    } catch (const toml::parse_error& problem) {
        out.problems.push_back(
            {std::string(sign_in_file) + ":" + std::to_string(problem.source().begin.line),
             std::string(problem.description()), ""});
    }
    return out;
}

} // namespace quorate::partnership
