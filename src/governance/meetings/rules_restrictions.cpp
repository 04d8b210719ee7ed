// Which papers are not open to everyone, why, and until when.

#include "governance/copy_members.hpp"
#include "governance/meetings/exemptions.hpp"
#include "governance/meetings/frame.hpp"
#include "governance/meetings/rules.hpp"

namespace quorate::governance {
namespace {

std::int64_t next_number(const Meeting& meeting) {
    return meeting.restrictions.empty() ? 1 : meeting.restrictions.back().number + 1;
}

} // namespace

Ruling rule(const Call& call, const acts::RestrictPaper& act) {
    auto ruler = ruler_for(call, act.meeting, act.item);
    if (ruler.refused()) {
        return ruler.finish();
    }
    const auto& meeting = *ruler.meeting();
    const auto* known = meeting.restriction(act.restriction);
    if (known != nullptr && known->lifted) {
        ruler.no(Code::restriction_lifted_already, {fact("restriction", act.restriction)});
    }
    if (known == nullptr && act.restriction != next_number(meeting)) {
        ruler.no(Code::restriction_not_in_turn,
                 {fact("restriction", act.restriction), fact("next", next_number(meeting))});
    }
    if (act.item) {
        ruler.item(*act.item);
    }
    if (is_paragraph(act.exemption) &&
        !exempts_as_council(call.state, ruler.body(), ruler.terms())) {
        ruler.no(Code::exemption_not_named);
    }
    if (act.review <= zone_of(call.state, ruler.body()).date_of(ruler.at())) {
        ruler.no(Code::review_not_ahead, {fact("review", act.review)});
    }
    return ruler.finish({copy_members<events::PaperRestricted>(act)});
}

Ruling rule(const Call& call, const acts::LiftRestriction& act) {
    auto ruler = ruler_for(call, act.meeting);
    if (ruler.refused()) {
        return ruler.finish();
    }
    const auto* known = ruler.meeting()->restriction(act.restriction);
    if (known == nullptr) {
        ruler.no(Code::restriction_unknown,
                 {fact("meeting", act.meeting.view()), fact("restriction", act.restriction)});
    } else if (known->lifted) {
        ruler.no(Code::restriction_lifted_already, {fact("restriction", act.restriction)});
    }
    return ruler.finish({events::RestrictionLifted{act.meeting, act.restriction}});
}

} // namespace quorate::governance
