#ifndef QUORATE_WEB_LIVE_BALLOT_HPP
#define QUORATE_WEB_LIVE_BALLOT_HPP
// The officer's part of a vote on members' own devices: open it, see how many have voted, close it.

#include "views/live/own_device.hpp"
#include "web/desk/act_form.hpp"

namespace quorate::web {

/// A vote by device at a meeting, on the sheet as foreseen.
struct BallotShown {
    std::optional<views::DeviceVote> vote; ///< of the question of the item in hand
    /// One that is open for a question that is not asked any more.
    std::optional<partnership::Ballot> stray;
};
BallotShown ballot_shown(const DeskVisit& visit, const views::Reader& reader,
                         std::span<const partnership::ForeseenLine> lines);
/// Its forms; nothing when no question is put.
html::Html ballot_part(const DeskVisit& visit, const BallotShown& shown);

} // namespace quorate::web

#endif
