#include "views/desk/action_reports.hpp"

#include "governance/codec_names.hpp"
#include "views/partner/partner_make.hpp"
#include "views/reader.hpp"

#include <algorithm>

namespace quorate::views {

using namespace governance;

namespace {

/// Given to a seat of theirs, or to an organisation they answer for.
bool is_theirs(const Ground& ground, const Action& action) {
    const auto* seat = action.seat ? ground.state().seats.find(*action.seat) : nullptr;
    const auto organisation = seat != nullptr       ? seat->organisation
                              : action.organisation ? *action.organisation
                                                    : OrganisationId{};
    return (action.seat && ground.see.own({ActorKind::seat, action.seat->value})) ||
           ground.see.desk() || answering_for(ground, organisation.view()).has_value();
}

} // namespace

std::vector<ActionReport> action_reports(const Reader& reader, std::string_view id) {
    const auto& ground = reader.ground();
    const auto* action = ground.state().actions.find(ActionId(id));
    std::vector<ActionReport> out;
    if (action == nullptr || action->reports.empty() || !is_theirs(ground, *action)) {
        return out;
    }
    const auto report = act_index("report-on-action");
    ground.state().entries.each([&](const EntryLine& line) {
        if (line.act != report || line.verdict != Verdict::permitted || line.body != action->body) {
            return;
        }
        const auto entry = ground.partnership.entry(line.position);
        const auto* act =
            entry ? std::get_if<acts::ReportOnAction>(&entry->submission.act) : nullptr;
        if (act != nullptr && act->action == action->id) {
            out.push_back({ground.moment(action->body, line.effective),
                           plain_name(written(act->status)), ground.words_or(act->words, "")});
        }
    });
    std::reverse(out.begin(), out.end());
    return out;
}

} // namespace quorate::views
