#ifndef QUORATE_HTTP_JSON_HPP
#define QUORATE_HTTP_JSON_HPP
// JSON in requests and responses, and problems as RFC 9457.

#include "base/json.hpp"
#include "http/request.hpp"
#include "http/response.hpp"

namespace quorate::http {

/// application/json, keys sorted.
Response json_response(const base::Json& value, int status = 200);

/// A problem for a program to read. `members` are added beside the standard ones and may not repeat
/// them.
struct Problem {
    int status = 400;
    std::string type = "about:blank"; ///< an address that names the kind of problem
    std::string title = {};           ///< empty: the status in words
    std::string detail = {};          ///< what is wrong this time and what to do
    std::string instance = {};        ///< the address asked for
    base::JsonObject members = {};
};

/// application/problem+json (RFC 9457).
Response problem_response(const Problem& problem);
/// A failure as a problem: its message and help are the detail, its place the member "where".
Response problem_response(int status, const base::Failure& failure);

/// The body as JSON. Throws BrokenRequest: 415 for another content type, 400 with line and column
/// when malformed.
base::Json json_body(const Request& request, base::JsonLimits limits = {});

} // namespace quorate::http

#endif
