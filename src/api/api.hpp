#ifndef QUORATE_API_API_HPP
#define QUORATE_API_API_HPP
// The JSON interface, version 1: reads what pages read, and takes acts.

#include "base/json.hpp"
#include "http/router.hpp"
#include "views/hosted.hpp"

namespace quorate::api {

struct Options {
    /// Acts are taken from anyone who reaches the server. Without it only through the local socket.
    /// Nobody signs in to this interface, so a server that listens to other machines must never set
    /// it.
    bool open_acts = false;
};

inline constexpr std::size_t act_bytes_max = 256 << 10; ///< of one submitted act
inline constexpr std::int64_t entries_max = 500;        ///< in one answer

/// Adds the routes under /api/v1. `hosted` must outlive the server.
void add_routes(http::Router& router, const views::HostedPartnerships& hosted,
                const Options& options);

/// The OpenAPI 3.1 document of those routes, made from the tables of routes, views and acts.
base::JsonObject openapi();

} // namespace quorate::api

#endif
