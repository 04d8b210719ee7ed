#ifndef QUORATE_VIEWS_PARTNER_LEAVING_HPP
#define QUORATE_VIEWS_PARTNER_LEAVING_HPP
// Organisations leaving a body, as the secretariat records it.

#include "views/partner/partner.hpp"

#include <optional>
#include <string_view>

namespace quorate::views {

struct Leaver {
    Named organisation;
    PartnerExit exit;
};
BOOST_DESCRIBE_STRUCT(Leaver, (), (organisation, exit))

struct LeavingPage {
    Named body;
    std::vector<Leaver> leaving; ///< latest notice first
    std::vector<Named> staying;  ///< with a seat there and no notice given
    PartnerExit rule;            ///< what the terms ask of whoever gives notice now
};
BOOST_DESCRIBE_STRUCT(LeavingPage, (), (body, leaving, staying, rule))

/// Nothing when there is no such body or the viewer keeps no register.
std::optional<LeavingPage> leaving_page(const Reader& reader, std::string_view body);
/// The decisions of a body that what it agreed may rest on, latest first.
std::vector<Named> decisions_of(const Reader& reader, std::string_view body);

} // namespace quorate::views

#endif
