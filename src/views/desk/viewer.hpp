#pragma once
// From an account to who is looking: what someone is follows from the seats and offices of the day.

#include "partnership/partnership.hpp"
#include "views/viewer.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace quorate::views {

/// The viewer an account is today. A member who holds the office of chair of any body is a chair;
/// the vice chair of one whose chair is vacant too.
Viewer viewer_of(const partnership::Partnership& partnership, const partnership::Account& account);

/// "Secretariat", "Auditor", "Chair, seat 7", "Seat 9".
std::string viewer_title(const partnership::Partnership& partnership,
                         const partnership::Account& account);

/// The seat or person of a viewer that acts on a body, as acts are made by: "seat:kp/9". Nothing
/// when they have none there.
std::optional<std::string> actor_on(const partnership::Partnership& partnership,
                                    const Viewer& viewer, std::string_view body);

/// Whether the register has this seat or person.
bool in_register(const partnership::Partnership& partnership, const governance::Actor& actor);

} // namespace quorate::views
