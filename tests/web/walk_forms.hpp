#ifndef QUORATE_TESTS_WEB_WALK_FORMS_HPP
#define QUORATE_TESTS_WEB_WALK_FORMS_HPP
// The forms that stand on the pages of the site, as a browser would send them.

#include "walk_world.hpp"

namespace quorate::web_tests {

/// A form as it stands on a page, without the token of the session.
struct SiteForm {
    std::string target;
    FormFields fields;
    bool multipart = false;
};
using FormsByRoute = std::map<std::string, std::vector<SiteForm>>;

/// The forms of a page, once for each button with a name. Of choices the first is taken.
std::vector<SiteForm> forms_in(const std::string& page);

/// Adds the forms one reader meets, by the route that takes them: those on the pages of all
/// addresses, and on pages these lead to.
void collect_forms(const WalkWorld& world, const Looker& looker,
                   const std::vector<std::string>& routes, FormsByRoute& forms);

inline const std::string boundary = "made-by-a-test";
/// The fields as multipart/form-data, with a small text file.
std::string multipart(const FormFields& fields);

} // namespace quorate::web_tests

#endif
