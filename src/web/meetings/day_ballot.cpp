// The part of meeting day for a vote on members' own devices.

#include "web/live/ballot.hpp"
#include "web/meetings/day.hpp"

namespace quorate::web {

using namespace html;

Html day_ballot_part(const Day& day) {
    if (day.page.over) {
        return {};
    }
    const auto shown = ballot_shown(day.visit, day.reader, day.sheet.lines);
    const auto part = ballot_part(day.visit, shown);
    if (part.empty()) {
        return {};
    }
    const bool open = shown.stray || (shown.vote && shown.vote->ballot);
    if (!open) {
        return day_more(day, "Vote on members' own devices", part, {});
    }
    return div(cls("q-day-ballot"),
               Tag{"h3", "govuk-heading-s q-day-heading"}("Vote on members' own devices"), part);
}

} // namespace quorate::web
