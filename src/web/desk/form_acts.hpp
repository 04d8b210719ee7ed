#ifndef QUORATE_WEB_DESK_FORM_ACTS_HPP
#define QUORATE_WEB_DESK_FORM_ACTS_HPP
// Forms that make several acts at once, and forms that say what they would do before they are
// confirmed.

#include "web/desk/act_form.hpp"

namespace quorate::web {

/// Acts of one form as they would go now, one after another.
struct ForeseenActs {
    views::Reader after;       ///< on the state with the acts in it
    views::RulingShown ruling; ///< of the first that is not permitted, else of the last
    bool goes_through = true;  ///< that one is permitted, or waits for somebody's discretion
    base::Instant effective;   ///< when the last takes effect
};
/// Rules on one act or more without recording them; the form with its errors when one cannot be
/// read.
tl::expected<ForeseenActs, FormState> foresee_acts(const DeskVisit& visit,
                                                   const std::vector<ActAsked>& acts);
/// The ruling of foresee_acts(); the form with that ruling when they do not go through.
tl::expected<views::RulingShown, FormState> look_ahead(const DeskVisit& visit,
                                                       const std::vector<ActAsked>& acts);
/// Records them in order, once all are seen to go through; else none, with the ruling of the one
/// that does not.
tl::expected<ActTaken, FormState> record_all(const DeskVisit& visit,
                                             const std::vector<ActAsked>& acts);
/// A uuid the form holds, or a new one.
std::string form_uuid(const FormState& state, std::string_view name);

/// The form was sent to be recorded, not to be looked at first.
bool confirmed(const DeskVisit& visit);
/// The hidden fields of the form whose button confirms: act_hidden(), and everything typed.
html::Html confirming_fields(const DeskVisit& visit, const FormState& state);

} // namespace quorate::web

#endif
