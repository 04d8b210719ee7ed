#include "views/as_of.hpp"

#include "governance/back_dating.hpp"
#include "views/ground.hpp"

namespace quorate::views {

AsOfShown as_of_shown(const Reader& reader) {
    const auto& ground = reader.ground();
    const auto& partnership = ground.partnership;
    const auto newest = partnership.snapshot();
    const auto zone = partnership.zone();
    AsOfShown out;
    out.now = ground.as_of_now;
    out.known_then = ground.known_then;
    out.on = ground.today;
    out.today = zone.date_of(partnership.now());
    out.record_begins = zone.date_of(newest->state.genesis->recorded);
    out.before_record = out.on < out.record_begins;
    out.recorded_later = newest->state.size - ground.state().size;
    return out;
}

bool is_back_dated(const Reader& reader, const governance::Submission& submission) {
    const auto& ground = reader.ground();
    const auto recorded = ground.partnership.recorded_if_now(submission.effective);
    return governance::back_dating(ground.state(), submission, recorded).has_value();
}

} // namespace quorate::views
