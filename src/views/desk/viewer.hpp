#ifndef QUORATE_VIEWS_DESK_VIEWER_HPP
#define QUORATE_VIEWS_DESK_VIEWER_HPP
// From an account to who is looking: what someone is follows from the seats and offices of the day.

#include "partnership/partnership.hpp"
#include "partnership/workspace/account.hpp"
#include "views/viewer.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace quorate::views {

/// The viewer an account is now. An account of a person has every seat the person holds today. A
/// member is a chair who holds the office of chair of any body, is its vice chair while the chair is
/// vacant, or presides at a meeting that is open, by the record or by its sheet.
Viewer viewer_of(const partnership::Partnership& partnership, const partnership::Account& account);

/// "Secretariat", "Auditor", "Chair, seat 7", "Vice Chair, in the chair, seat 8", "Seat 9",
/// "Administrator", the organisation of a partner.
std::string viewer_title(const partnership::Partnership& partnership,
                         const partnership::Account& account);

/// May act from the chair of a meeting now: whoever is in the chair; until somebody is, the Chair of
/// the body, and the vice chair while the chair is vacant. Once another member presides the Chair
/// of the body does not.
bool acts_from_the_chair(const partnership::Partnership& partnership, const Viewer& viewer,
                         std::string_view meeting);

/// The seat or person of a viewer that acts on a body, as acts are made by: "seat:kp/9". With a
/// meeting, a substitute who stands in there too. Nothing when they have none there.
std::optional<std::string> actor_on(const partnership::Partnership& partnership,
                                    const Viewer& viewer, std::string_view body,
                                    std::string_view meeting = {});

/// Whether the account itself recorded the entry, among the last few of the record: for telling
/// somebody what they have just done, and nothing else.
bool just_recorded(const partnership::Partnership& partnership,
                   const partnership::Account& account, std::int64_t position);

/// Whether the register has this seat or person.
bool in_register(const partnership::Partnership& partnership, const governance::Actor& actor);

} // namespace quorate::views

#endif
