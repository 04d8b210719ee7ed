#ifndef QUORATE_WEB_DESK_SUBSTITUTE_HPP
#define QUORATE_WEB_DESK_SUBSTITUTE_HPP
// Naming a substitute by name: the person is put in the register and named for the seat.

#include "web/desk/act_form.hpp"

namespace quorate::web {

/// Who names whom. The form's "person_id" and "person_entry" keep a second press from entering the
/// person twice.
struct SubstituteAsked {
    std::string meeting;
    std::string seat;                            ///< kp/9
    std::string name;                            ///< of who comes in the member's place
    std::string made_by;                         ///< "seat:kp/9"
    std::string registered_by;                   ///< who puts the person in the register
    std::string evidence = {};                   ///< as in ActAsked
    std::optional<base::Instant> effective = {}; ///< empty: now
    std::map<std::string, std::string> shown_as = {};
};

/// The form's hidden fields beside those of act_hidden().
html::Html substitute_hidden(const FormState& state);
/// Registers the person and names them, once both are seen to go through; else records neither.
tl::expected<ActTaken, FormState> name_substitute(const DeskVisit& visit,
                                                  const SubstituteAsked& substitute);

} // namespace quorate::web

#endif
