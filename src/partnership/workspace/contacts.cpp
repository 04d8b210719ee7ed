#include "partnership/workspace/contacts.hpp"

#include "partnership/workspace/account_rows.hpp"
#include "partnership/workspace/tables.hpp"

#include <algorithm>

namespace quorate::partnership {

using base::fail;

const char* const contact_tables = "CREATE TABLE IF NOT EXISTS contact (actor TEXT PRIMARY KEY,"
                                   " email TEXT NOT NULL) STRICT;";

namespace {

constexpr std::size_t email_length_max = 254; ///< RFC 5321, 4.5.3.1.3, less the angle brackets
constexpr std::size_t local_length_max = 64;

bool letter_or_digit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/// A dot-atom of RFC 5322.
bool plain_local_part(std::string_view text) {
    return !text.empty() && text.size() <= local_length_max && text.front() != '.' &&
           text.back() != '.' && text.find("..") == std::string_view::npos &&
           std::all_of(text.begin(), text.end(), [](char c) {
               return letter_or_digit(c) ||
                      std::string_view("!#$%&'*+-/=?^_`{|}~.").find(c) != std::string_view::npos;
           });
}

bool plain_domain(std::string_view text) {
    if (text.empty() || text.find('.') == std::string_view::npos) {
        return false;
    }
    while (true) {
        const auto dot = std::min(text.find('.'), text.size());
        const auto label = text.substr(0, dot);
        if (label.empty() || label.size() > 63 || label.front() == '-' || label.back() == '-' ||
            !std::all_of(label.begin(), label.end(),
                         [](char c) { return letter_or_digit(c) || c == '-'; })) {
            return false;
        }
        if (dot == text.size()) {
            return true;
        }
        text.remove_prefix(dot + 1);
    }
}

bool is_of(const Account& account, std::string_view actor) {
    const auto named = [&](const auto& each) { return governance::text(each) == actor; };
    const auto all = account.actors();
    return std::any_of(all.begin(), all.end(), named) ||
           std::any_of(account.organisations.begin(), account.organisations.end(),
                       [&](const auto& each) { return "organisation:" + each.value == actor; });
}

} // namespace

bool plain_email(std::string_view text) {
    const auto at = text.rfind('@');
    return at != std::string_view::npos && text.size() <= email_length_max &&
           plain_local_part(text.substr(0, at)) && plain_domain(text.substr(at + 1));
}

Result<void> set_contact(Workspace& workspace, std::string_view actor, std::string_view email) {
    auto& store = workspace.store();
    const std::lock_guard lock(store.mutex);
    if (email.empty()) {
        return store.run("DELETE FROM contact WHERE actor = ?", {actor});
    }
    if (!plain_email(email)) {
        return fail("email",
                    "\"" + std::string(email.substr(0, 80)) + "\" is not an e-mail address",
                    "Write one address, such as clerk@example.org");
    }
    return store.run("INSERT INTO contact (actor, email) VALUES (?,?) ON CONFLICT (actor) DO "
                     "UPDATE SET email = excluded.email",
                     {actor, email});
}

Result<std::vector<Contact>> contacts(const Workspace& workspace) {
    auto& store = workspace.store();
    const std::lock_guard lock(store.mutex);
    return store.rows<Contact>(
        "SELECT actor, email FROM contact ORDER BY actor", {}, [](const Statement& row) {
            return Contact{std::string(row.bytes(0)), std::string(row.bytes(1))};
        });
}

Result<std::optional<std::string>> email_of(const Workspace& workspace, std::string_view actor) {
    auto& store = workspace.store();
    {
        const std::lock_guard lock(store.mutex);
        auto kept = store.first<std::string>(
            "SELECT email FROM contact WHERE actor = ?", {actor},
            [](const Statement& row) { return std::string(row.bytes(0)); });
        if (!kept || *kept) {
            return kept;
        }
    }
    const auto accounts = workspace.accounts().list();
    if (!accounts) {
        return tl::unexpected(accounts.error());
    }
    for (const auto& account : *accounts) {
        if (!account.email.empty() && account.status != AccountStatus::stopped &&
            !account.ended(base::system_now()) && is_of(account, actor)) {
            return std::optional(account.email);
        }
    }
    return std::optional<std::string>{};
}

} // namespace quorate::partnership
