#ifndef QUORATE_PARTNERSHIP_WORKSPACE_CONTACTS_HPP
#define QUORATE_PARTNERSHIP_WORKSPACE_CONTACTS_HPP
// The address book: where mail for somebody goes. Not the record, and erasable.

#include "partnership/workspace/workspace.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace quorate::partnership {

/// Somebody's address, by the actor text of the register: "person:ab12", "seat:kp/9",
/// "organisation:kcc".
struct Contact {
    std::string actor;
    std::string email;
};

/// Whether mail can be addressed to it: one address of RFC 5321 in ASCII, such as
/// clerk@example.org; at most 254 bytes. No names, lists, comments or control characters.
bool plain_email(std::string_view text);

/// Keeps an address in place of an earlier one; an empty address forgets it. Fails when it is not
/// plain_email().
Result<void> set_contact(Workspace& workspace, std::string_view actor, std::string_view email);
/// Every address kept by hand, by actor.
Result<std::vector<Contact>> contacts(const Workspace& workspace);
/// Where mail for an actor goes: the address kept by hand, else that of an account (neither stopped
/// nor ended) that is this person's, has this seat or answers for this organisation. Nothing when
/// none is known.
Result<std::optional<std::string>> email_of(const Workspace& workspace, std::string_view actor);

} // namespace quorate::partnership

#endif
