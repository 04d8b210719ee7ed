#ifndef QUORATE_HTTP_ROUTER_HPP
#define QUORATE_HTTP_ROUTER_HPP
// From method and path to handler.

#include "http/request.hpp"
#include "http/response.hpp"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace quorate::http {

using Handler = std::function<Response(const Request&)>;

struct RouteOptions {
    std::size_t body_bytes_max = 0; ///< 0: the server's own limit; of a form with files, its fields
    /// None: the route answers 415 to multipart/form-data.
    std::optional<UploadLimits> uploads = std::nullopt;
    /// Called once the head is known and the captures filled in. A response ends the request, and
    /// nothing of the body is kept: so somebody not signed in is answered before a large file is.
    /// May throw BrokenRequest.
    std::function<std::optional<Response>(const Request&)> before_body = {};
    /// The form is handled although its files pass a limit, so that what was typed beside them is
    /// not lost: without the files, and with the words for it in Request::files_refused. False:
    /// it is answered 413.
    bool keeps_form = false;
    /// Whose files are kept; of everybody else's only the names are. Empty: everybody's.
    std::function<bool(const Request&)> takes_files_of = {};
};

/// Routes, added before the server starts and never changed after.
///
/// A pattern is a path whose segments may be captures: `{name}` any one segment, `{name:number}`,
/// `{name:date}` (2008-07-01), `{name:id}` (as base::is_id), and last `{name...}`, one or more
/// segments. Words beat captures and stricter captures beat looser ones, segment by segment from
/// the left. A GET route answers HEAD too.
class Router {
public:
    void add(Method method, std::string_view pattern, Handler handler, RouteOptions options = {});
    void get(std::string_view pattern, Handler handler) {
        add(Method::get, pattern, std::move(handler));
    }
    void post(std::string_view pattern, Handler handler, RouteOptions options = {}) {
        add(Method::post, pattern, std::move(handler), std::move(options));
    }

    struct Match {
        const Handler* handler = nullptr;      ///< null: see `allowed`
        const RouteOptions* options = nullptr; ///< null with the handler
        Captures captures = {};
        std::vector<Method> allowed = {}; ///< methods the path takes; empty: there is no such path
    };
    /// `segments` are decoded. What is found lives as long as the router.
    [[nodiscard]] Match match(Method method, const std::vector<std::string>& segments) const;

    /// Every route as "GET /kent/{body}", in the order added: for the coverage table.
    [[nodiscard]] std::vector<std::string> list() const;

private:
    struct Segment {
        bool literal = true;
        std::string text; // the word, or the capture's name
        Captures::Kind kind = Captures::Kind::text;
    };
    struct Route {
        Method method;
        std::string pattern;
        std::vector<Segment> segments;
        Handler handler;
        RouteOptions options;
    };
    static std::vector<Segment> parse(std::string_view pattern);
    static bool fits(const Segment& segment, const std::string& text);
    static bool fits(const Route& route, const std::vector<std::string>& segments);
    static bool stricter(const Route& a, const Route& b);
    static Captures captures(const Route& route, const std::vector<std::string>& segments);

    std::vector<Route> routes_;
};

/// The decoded segments of an encoded path: "/kent/a%2Fb" is {"kent", "a/b"}; "/" is {}. Fails on a
/// path that does not start with "/", on empty, "." or ".." segments, on malformed escapes, and
/// over 40 segments. One "/" at the end is dropped.
base::Result<std::vector<std::string>> path_segments(std::string_view path);

} // namespace quorate::http

#endif
