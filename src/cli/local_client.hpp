#ifndef QUORATE_CLI_LOCAL_CLIENT_HPP
#define QUORATE_CLI_LOCAL_CLIENT_HPP
// Reaching a served partnership through the server's socket in the data folder: HTTP over a
// Unix-domain socket.

#include "cli/commands.hpp"
#include "partnership/scenario/document.hpp"

#include <optional>
#include <string>

namespace quorate::cli {

/// Where a server of this data folder listens.
std::string socket_path(const Common& common);

struct LocalAnswer {
    int status = 0;
    std::string body;
};

/// Posts JSON and waits for the answer, a minute at most. Nothing when no server listens there.
/// Fails when the connection breaks.
Result<std::optional<LocalAnswer>> post_local(const std::string& socket, const std::string& target,
                                              const std::string& json);

/// Submits the one act of a line to the server of the data folder and prints its answer; the exit
/// status. Nothing when no server listens there. The line's time must be whole (2008-06-02T09:00).
Result<std::optional<int>> act_at_server(const Common& common, const ActOptions& options,
                                         const partnership::scenario::Line& line);

} // namespace quorate::cli

#endif
