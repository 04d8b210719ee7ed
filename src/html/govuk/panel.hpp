#ifndef QUORATE_HTML_GOVUK_PANEL_HPP
#define QUORATE_HTML_GOVUK_PANEL_HPP
// GOV.UK panel: what was just done, on a page of its own; or an interruption with what to do next.

#include "html/html.hpp"

#include <optional>

namespace quorate::html::govuk {

struct PanelAction {
    Part content = {};
    std::optional<Url> href = {};
    std::string type =
        {}; ///< "button" or "submit"; with an address, "button" makes it look like one
    std::string classes = {};
    Attributes attributes = {};
};

struct Panel {
    Part title = {};
    Part content = {};
    int heading_level = 1;
    bool interruption = false;             ///< not a confirmation
    std::vector<PanelAction> actions = {}; ///< of an interruption
    bool actions_shown = false;            ///< the element around them, even when there are none
    std::string actions_classes = {};
    Attributes actions_attributes = {};
    std::string classes = {};
    Attributes attributes = {};
};

Html panel(const Panel& options);

} // namespace quorate::html::govuk

#endif
