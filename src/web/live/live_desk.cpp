#include "web/live/live_desk.hpp"

#include "views/desk/entry_place.hpp"
#include "views/live/live.hpp"

#include <algorithm>

namespace quorate::web {

base::Instant SheetVisit::at(const DeskVisit& visit) const {
    const auto page = views::live_page(reader, visit.meeting_id(),
                                       {views::Audience::officer, false}, sheet.lines);
    return page ? page->at.instant : visit.now();
}

SheetVisit sheet_visit(const DeskVisit& visit) {
    auto sheet = partnership::foresee_sheet(visit.partnership, visit.meeting_id());
    if (!sheet) {
        throw http::BrokenRequest(500, "The sheet of this meeting cannot be read: " +
                                           sheet.error().text());
    }
    auto reader = views::Reader::open_on(visit.partnership, visit.who.viewer, sheet->snapshot);
    return {std::move(*sheet), std::move(reader)};
}

tl::expected<void, FormState> set_down(const DeskVisit& visit,
                                       const governance::Submission& submission) {
    const auto failed = [&](const base::Failure& failure) {
        auto state = typed_form(visit);
        state.problem = failure.text();
        return tl::unexpected(std::move(state));
    };
    const auto on = sheet_visit(visit);
    const bool before =
        views::position_of_entry(on.reader, submission.id.value).has_value() ||
        std::any_of(on.sheet.lines.begin(), on.sheet.lines.end(),
                    [&](const auto& line) { return line.submission.id == submission.id; });
    if (before) {
        return {};
    }
    const auto ruling = partnership::foresee_next(visit.partnership, on.sheet, submission);
    if (!partnership::stands(ruling)) {
        auto state = typed_form(visit);
        state.ruling = on.reader.ruling(submission, ruling);
        return tl::unexpected(std::move(state));
    }
    const auto added = partnership::add_line(visit.partnership, visit.meeting_id(), submission);
    if (!added) {
        return failed(added.error());
    }
    if (visit.partnership.clock_stands() && submission.effective > visit.now()) {
        // The clock of a practice copy goes with what is set down and stands.
        if (const auto moved = visit.partnership.move_clock(submission.effective); !moved) {
            return failed(moved.error());
        }
    }
    return {};
}

namespace {

constexpr DeskRoute routes[] = {
    {"/desk/mine/{body}/{meeting}/now", own_device_page, post_own_device, members_only},
    {"/desk/meetings/{body}/{meeting}/ballot", ballot_page, post_ballot, secretariat_only},
};

} // namespace

std::span<const DeskRoute> live_routes() {
    return routes;
}

} // namespace quorate::web
