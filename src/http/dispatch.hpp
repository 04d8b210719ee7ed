#ifndef QUORATE_HTTP_DISPATCH_HPP
#define QUORATE_HTTP_DISPATCH_HPP
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
    /// The route, its captures put into the request.
    [[nodiscard]] Router::Match find(Request& request) const;
    /// The response when the route will not have the body: it takes no files, or its own hook says
    /// so. Never throws.
    [[nodiscard]] std::optional<Response> before_body(const Request& request,
                                                      const Router::Match& match) const;
    /// The limit on a body, or on the fields of a form with files, in bytes.
    [[nodiscard]] std::size_t body_bytes_max(const Router::Match& match) const;
    [[nodiscard]] Response body_too_large(const Request& request, std::uint64_t bytes_max) const;
    /// Runs the handler. Never throws.
    [[nodiscard]] Response respond(const Request& request, const Router::Match& match) const;
    /// What `work` makes, or the page for what it throws. Never throws.
    [[nodiscard]] Response guarded(const Request& request,
                                   const std::function<Response()>& work) const;
    /// The page for an error. Never throws.
    [[nodiscard]] Response error(const Request& request, const ErrorPage& page) const;

    [[nodiscard]] const ServerOptions& options() const { return options_; }
    void log_error(const Request& request, const std::string& what) const;

private:
    [[nodiscard]] Response run(const Request& request, const Router::Match& match) const;
    [[nodiscard]] Response not_routed(const Request& request, const Router::Match& match) const;

    Router router_;
    ServerOptions options_;
};

} // namespace quorate::http

#endif
