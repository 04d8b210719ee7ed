#ifndef QUORATE_VIEWS_PARTNER_LIAISON_HPP
#define QUORATE_VIEWS_PARTNER_LIAISON_HPP
// Who keeps in touch with other organisations for a body, as the secretariat records it.

#include "views/shown.hpp"

#include <optional>
#include <string_view>

namespace quorate::views {

class Reader;

struct LiaisonNamed {
    Named organisation;
    std::string who;
    Moment since;
};
BOOST_DESCRIBE_STRUCT(LiaisonNamed, (), (organisation, who, since))

struct LiaisonPage {
    Named body;
    std::vector<LiaisonNamed> named; ///< by organisation
    std::string asked; ///< whom the terms ask it for, in words; empty: they ask for none
    std::string clause;
    std::vector<Named> organisations; ///< of the register
    std::vector<Named> seats;         ///< of the body, those held
};
BOOST_DESCRIBE_STRUCT(LiaisonPage, (), (body, named, asked, clause, organisations, seats))

/// Nothing when there is no such body or the viewer keeps no register.
std::optional<LiaisonPage> liaison_page(const Reader& reader, std::string_view body);

} // namespace quorate::views

#endif
