#ifndef QUORATE_WEB_LIVE_LIVE_PARTS_HPP
#define QUORATE_WEB_LIVE_LIVE_PARTS_HPP
// The parts of a live page, each made once for an audience and replaced by its key when it changes.

#include "html/html.hpp"
#include "views/live/live.hpp"
#include "web/links.hpp"

#include <string>
#include <utility>
#include <vector>

namespace quorate::web {

/// Key and what stands there.
using LiveParts = std::vector<std::pair<std::string, html::Html>>;

/// state, quorum, item, agenda.
LiveParts live_parts(const Links& links, const views::LivePage& page);
/// The element that holds a part on the page: live.mjs finds it by its key.
html::Html live_part(const LiveParts& parts, std::string_view key, std::string_view classes = {});

/// What the page says of itself: the sentence for no script, which live.mjs replaces, the button
/// that pauses, and the one region that is read aloud.
html::Html live_controls(const html::Url& reload);

} // namespace quorate::web

#endif
