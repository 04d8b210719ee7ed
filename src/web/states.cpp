#include "web/states.hpp"

#include <algorithm>
#include <array>

namespace quorate::web {

using html::Progress;

namespace {

struct Look {
    std::string_view state;
    Progress progress;
};

constexpr std::array looks = {
    // duties
    Look{"met", Progress::done},
    Look{"not-yet-due", Progress::later},
    Look{"due-soon", Progress::soon},
    Look{"overdue", Progress::late},
    Look{"continuing", Progress::now},
    Look{"no-record", Progress::unknown},
    Look{"undetermined", Progress::unknown},
    // deadlines and tasks
    Look{"done", Progress::done},
    Look{"done-late", Progress::done_late},
    Look{"late", Progress::late},
    Look{"next", Progress::now},
    Look{"now", Progress::now},
    Look{"today", Progress::now},
    Look{"todo", Progress::later},
    Look{"soon", Progress::soon},
    Look{"waiting", Progress::waiting},
    Look{"later", Progress::later},
    Look{"to-come", Progress::later},
    Look{"open", Progress::later}, // a deadline without a day; a meeting under way is "under-way"
    Look{"not-needed", Progress::off},
    // meetings
    Look{"programmed", Progress::later},
    Look{"convened", Progress::now},
    Look{"under-way", Progress::now},
    Look{"informal", Progress::waiting},
    Look{"adjourned", Progress::waiting},
    Look{"closed", Progress::done},
    Look{"held", Progress::done},
    Look{"cancelled", Progress::off},
    Look{"called-off", Progress::off},
    // minutes
    Look{"none", Progress::later},
    Look{"drafted", Progress::now},
    Look{"circulated", Progress::now},
    Look{"published-draft", Progress::waiting},
    Look{"approved", Progress::done},
    Look{"published", Progress::done},
};

} // namespace

Progress progress_of(std::string_view state) {
    const auto found = std::find_if(looks.begin(), looks.end(),
                                    [&](const Look& look) { return look.state == state; });
    return found == looks.end() ? Progress::unknown : found->progress;
}

html::Html state_word(std::string_view state, const html::Part& words) {
    return html::progress_word(progress_of(state), words);
}

} // namespace quorate::web
