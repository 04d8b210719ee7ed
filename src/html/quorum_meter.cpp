#include "html/quorum_meter.hpp"

#include "html/progress.hpp"

#include <algorithm>

namespace quorate::html {

namespace {

struct Look {
    std::string_view word;
    std::string_view modifier;
    Progress progress;
};

Look look(QuorumState state) {
    switch (state) {
    case QuorumState::quorate:
        return {"Quorate", "quorate", Progress::done};
    case QuorumState::exactly:
        return {"Quorate, none to spare", "exactly", Progress::done_late};
    case QuorumState::fewer:
        return {"Not quorate", "fewer", Progress::late};
    case QuorumState::unknown:
        break;
    }
    return {"Quorum not known", "unknown", Progress::unknown};
}

Html rectangle(std::string_view classes, std::int64_t width) {
    return Tag{"rect"}(
        cls(classes).set("width", std::to_string(width)).set("height", "10").set("y", "3"));
}

/// The count as a bar with a line at the quorum. The words say the same, so it is hidden from
/// screen readers.
Html bar(const QuorumMeter& meter) {
    const std::int64_t present = std::clamp<std::int64_t>(meter.present, 0, meter.members);
    Html drawn = fragment(rectangle("q-quorum__all", meter.members),
                          rectangle("q-quorum__present", present));
    if (meter.known && meter.needed > 0 && meter.needed <= meter.members) {
        const std::string at = std::to_string(meter.needed);
        drawn += Tag{"path"}(cls("q-quorum__line")
                                 .set("d", "M" + at + " 0V16")
                                 .set("vector-effect", "non-scaling-stroke"));
    }
    return Tag{"svg"}(cls("q-quorum__bar")
                          .set("viewBox", "0 0 " + std::to_string(meter.members) + " 16")
                          .set("preserveAspectRatio", "none")
                          .set("aria-hidden", "true")
                          .set("focusable", "false"),
                      drawn);
}

} // namespace

QuorumState quorum_state(const QuorumMeter& meter) {
    if (!meter.known)
        return QuorumState::unknown;
    if (meter.present < meter.needed)
        return QuorumState::fewer;
    return meter.present == meter.needed ? QuorumState::exactly : QuorumState::quorate;
}

Html quorum_meter(const QuorumMeter& meter) {
    const Look shown = look(quorum_state(meter));
    Part body;
    if (!meter.body.empty())
        body = Tag{"p", "q-quorum__body"}(meter.body);
    Part clause;
    if (!meter.clause.empty())
        clause = fragment(" ", meter.clause);
    Part picture;
    if (meter.members > 0)
        picture = bar(meter);
    Part leaving;
    if (!meter.leaving.empty())
        leaving = Tag{"p", "q-quorum__leaving"}(meter.leaving);
    return div(cls("q-quorum").cls("q-quorum--" + std::string(shown.modifier)), body,
               Tag{"p", "q-quorum__words"}(progress_word(shown.progress, shown.word), " ",
                                           span(cls("q-quorum__count"), meter.words), clause),
               picture, leaving);
}

} // namespace quorate::html
