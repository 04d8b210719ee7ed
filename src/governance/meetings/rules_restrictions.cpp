// Which papers are not open to everyone, why, and until when.

#include "governance/copy_members.hpp"
#include "governance/meetings/frame.hpp"
#include "governance/meetings/rules.hpp"

#include <algorithm>
#include <regex>

namespace quorate::governance {
namespace {

/// The body is set up by statute: a committee of a council.
bool by_statute(const Ruler& ruler) {
    const auto rules = ruler.all<charter::BodyRule>();
    return (ruler.known_body() != nullptr && ruler.known_body()->by_statute) ||
           std::any_of(rules.begin(), rules.end(), [&](const auto& rule) {
               return rule->id == ruler.body().value && rule->statutory.value_or(false);
           });
}

/// Exemptions are open words, so only the number of a section or paragraph may stand there: nothing
/// of what the paper says. Paragraphs are those of Schedule 12A of the Local Government Act 1972,
/// which is for councils.
bool names_exemption(const std::string& exemption, bool council) {
    static const std::regex one_or_more(
        R"((sections?|paragraphs?) \d{1,3}(\(\w{1,3}\)){0,3}((, | and )\d{1,3}(\(\w{1,3}\)){0,3}){0,5})");
    return std::regex_match(exemption, one_or_more) &&
           (council || !exemption.starts_with("paragraph"));
}

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
    if (!names_exemption(act.exemption, by_statute(ruler))) {
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
