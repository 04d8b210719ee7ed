#ifndef QUORATE_PARTNERSHIP_WORKSPACE_MINUTES_DRAFTS_HPP
#define QUORATE_PARTNERSHIP_WORKSPACE_MINUTES_DRAFTS_HPP
// Words of minutes that an officer has typed and not recorded yet: kept as they write, so that
// nothing typed is lost, and so that two officers at the same minutes are told of each other. Not
// part of the record; gone once they are recorded or thrown away.

#include "base/result.hpp"
#include "base/time.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace quorate::partnership {

class Workspace;

inline constexpr std::size_t minutes_draft_max = 100'000; ///< bytes

struct MinutesDraft {
    std::string account; ///< its name
    std::string writer;  ///< as people know it: "Secretariat"
    std::string words;
    base::Instant at;
    std::int64_t position = 0; ///< of the record it was begun from
};

/// Keeps what an account has typed for a meeting's minutes, in place of what it had before. Fails
/// when it is over minutes_draft_max.
base::Result<void> keep_minutes_draft(Workspace& workspace, std::string_view meeting,
                                      const MinutesDraft& draft);
/// What is kept for a meeting, of every account, the latest first.
base::Result<std::vector<MinutesDraft>> minutes_drafts(Workspace& workspace,
                                                       std::string_view meeting);
/// Throws away what an account had typed.
base::Result<void> drop_minutes_draft(Workspace& workspace, std::string_view meeting,
                                      std::string_view account);

} // namespace quorate::partnership

#endif
