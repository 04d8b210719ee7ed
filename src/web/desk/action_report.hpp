#ifndef QUORATE_WEB_DESK_ACTION_REPORT_HPP
#define QUORATE_WEB_DESK_ACTION_REPORT_HPP
// How an action stands, as a member says of their own or for their organisation.

#include "web/desk/act_form.hpp"

namespace quorate::web {

/// The action reported on, and where from.
struct ActionReported {
    std::string id; ///< kp/a1
    std::string what;
    std::string meeting; ///< where it was agreed, by name
    std::optional<base::CivilDate> due;
    std::string status;  ///< open, progressing, done, dropped
    std::string made_by; ///< as whom it is reported: "seat:kp/9"
    html::Url form;
    html::Html back; ///< the way back
};

/// "Reported on 3 July 2008: Done. The map is drawn." of the latest report; empty without one.
html::Html last_report(const DeskVisit& visit, std::string_view action);
/// What is to be done, the form that says how it stands, and what was said before.
html::Html action_form(const DeskVisit& visit, const ActionReported& action,
                       const FormState& state);
/// Records what the form says; else the form with what is wrong.
tl::expected<ActTaken, FormState> take_action_report(const DeskVisit& visit,
                                                     const ActionReported& action);

} // namespace quorate::web

#endif
