#ifndef QUORATE_WEB_DESK_DESK_VISIT_HPP
#define QUORATE_WEB_DESK_DESK_VISIT_HPP
// What a page of someone signed in is made of, and how such pages are found.

#include "partnership/partnership.hpp"
#include "partnership/workspace/workspace.hpp"
#include "web/desk/session.hpp"
#include "web/frame.hpp"
#include "web/site_parts.hpp"

#include <span>
#include <string_view>

namespace quorate::web {

/// A visit by someone signed in. `form` holds what a POST sent.
struct DeskVisit : Visit {
    partnership::Partnership& partnership;
    partnership::Workspace& workspace;
    const SignedIn& who;
    const http::Fields& form;
    const SiteOptions& options;

    [[nodiscard]] views::ViewerKind kind() const { return who.viewer.kind; }
    [[nodiscard]] bool secretariat() const { return kind() == views::ViewerKind::secretariat; }
    /// The time by the partnership's clock.
    [[nodiscard]] base::Instant now() const { return partnership.now(); }
    /// The id in {body}/{meeting} of the address: kp/m1.
    [[nodiscard]] std::string meeting_id() const {
        return request.capture("body") + "/" + request.capture("meeting");
    }
};

/// Who may open a page. Who else is signed in is told that it is not theirs.
struct Who {
    bool secretariat = true;
    bool member = false; ///< chairs too
    bool auditor = false;
    bool partner = false;
    bool administrator = false;
};
inline constexpr Who secretariat_only{};
inline constexpr Who secretariat_and_auditor{true, false, true};
inline constexpr Who members_only{false, true, false};
inline constexpr Who everyone_signed_in{true, true, true, true, true};
inline constexpr Who partners_only{false, false, false, true};
inline constexpr Who administrator_and_secretariat{true, false, false, false, true};

using DeskPage = http::Response (*)(const DeskVisit&);

/// One address below /{p}/desk. A page that finds nothing throws no_such_page(). `post` may be
/// null.
struct DeskRoute {
    std::string_view pattern; ///< "/desk/convene"
    DeskPage get = nullptr;
    DeskPage post = nullptr;
    Who who = secretariat_only;
    bool uploads = false; ///< its form brings files
};

// The pages of each feature, each in the folder of that name.
std::span<const DeskRoute> desk_routes();       ///< desk/: the desk itself, the practice clock
std::span<const DeskRoute> planning_routes();   ///< meetings/: programme to circulation
std::span<const DeskRoute> day_routes();        ///< meetings/: meeting day
std::span<const DeskRoute> minutes_routes();    ///< minutes/
std::span<const DeskRoute> membership_routes(); ///< membership/
std::span<const DeskRoute> member_routes();     ///< desk/: what members and chairs do
std::span<const DeskRoute> account_routes();    ///< accounts/: who may sign in, my account, mail
std::span<const DeskRoute> partner_routes();    ///< partner/: what a partner organisation answers
std::span<const DeskRoute> live_routes();       ///< live/: what is done from one's own device
std::span<const DeskRoute> reading_routes();    ///< reading/: papers seen, private notes
std::span<const DeskRoute> letter_routes();     ///< letters/

/// The desks at /{p}/desk.
http::Response secretariat_desk(const DeskVisit& visit);
http::Response member_desk(const DeskVisit& visit);
http::Response chair_desk(const DeskVisit& visit);
http::Response auditor_desk(const DeskVisit& visit);
http::Response partner_desk(const DeskVisit& visit);
http::Response administrator_desk(const DeskVisit& visit);

} // namespace quorate::web

#endif
