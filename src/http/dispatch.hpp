#pragma once
// From a request to a response: checks, routing, and the one place where exceptions end.

#include "http/server.hpp"

namespace quorate::http {

class Dispatcher {
public:
    Dispatcher(Router router, ServerOptions options)
        : router_(std::move(router)), options_(std::move(options)) {}

    /// Splits the target into path, segments and query. The response when that cannot be done, or
    /// the limits on the head are passed, or the address asks too often.
    [[nodiscard]] std::optional<Response> check_head(Request& request) const;
    /// The limit on the body of this request, in bytes.
    [[nodiscard]] std::size_t body_bytes_max(const Request& request) const;
    [[nodiscard]] Response body_too_large(const Request& request) const;
    /// Runs the handler. Never throws.
    [[nodiscard]] Response respond(Request& request) const;
    /// The page for an error. Never throws.
    [[nodiscard]] Response error(const Request& request, const ErrorPage& page) const;

    [[nodiscard]] const ServerOptions& options() const { return options_; }
    void log_error(const Request& request, const std::string& what) const;

private:
    [[nodiscard]] Response run(Request& request) const;
    [[nodiscard]] Response not_routed(const Request& request, const Router::Match& match) const;

    Router router_;
    ServerOptions options_;
};

} // namespace quorate::http
