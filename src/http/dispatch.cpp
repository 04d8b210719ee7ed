#include "http/dispatch.hpp"

#include "http/json.hpp"

#include <algorithm>
#include <exception>

namespace quorate::http {

namespace {

constexpr std::size_t headers_max = 100;

std::string allow_value(std::vector<Method> methods) {
    if (std::find(methods.begin(), methods.end(), Method::get) != methods.end())
        methods.insert(methods.begin() + 1, Method::head);
    methods.push_back(Method::options);
    std::string out;
    for (Method method : methods) {
        if (!out.empty())
            out += ", ";
        out += text(method);
    }
    return out;
}

Response plain_error(const Request& request, const ErrorPage& page) {
    if (request.prefers_json()) {
        Problem problem;
        problem.status = page.status;
        problem.detail = page.message;
        return problem_response(problem);
    }
    return text_response(page.message + "\n", page.status);
}

std::size_t head_bytes(const Request& request) {
    std::size_t bytes = 0;
    for (const auto& [name, value] : request.headers.entries())
        bytes += name.size() + value.size() + 4;
    return bytes;
}

// Two lengths, or a length and chunks, let a proxy and this server see two different requests in
// the same bytes.
bool framed_twice(const Request& request) {
    const auto lengths = request.headers.all("content-length");
    return lengths.size() > 1 || (!lengths.empty() && request.headers.has("transfer-encoding"));
}

} // namespace

std::optional<Response> Dispatcher::check_head(Request& request) const {
    const std::string_view target = request.target;
    if (target.size() > options_.target_length_max)
        return error(request, {414, "The address is too long. Use a shorter one.", {}});
    if (request.headers.entries().size() > headers_max ||
        head_bytes(request) > options_.headers_bytes_max)
        return error(
            request,
            {431,
             "The request has too many headers. Clear the cookies of this site and try again.",
             {}});
    if (framed_twice(request) || request.headers.all("host").size() > 1)
        return error(request, {400, "The request has contradictory headers.", {}});

    const std::size_t question = target.find('?');
    request.path = target.substr(0, question);
    auto segments = path_segments(request.path);
    if (!segments)
        return error(request,
                     {400, "The address could not be read. " + segments.error().text() + ".", {}});
    request.segments = std::move(*segments);
    if (question != std::string_view::npos) {
        auto query = parse_urlencoded(target.substr(question + 1));
        if (!query)
            return error(request,
                         {400,
                          "The part of the address after the question mark could not be read. " +
                              query.error().text() + ".",
                          {}});
        request.query = std::move(*query);
    }
    if (options_.rate_limit && !request.local) {
        if (const auto seconds = options_.rate_limit(request)) {
            Response response =
                error(request, {429,
                                "Too many requests came from your address. Wait " +
                                    std::to_string(*seconds) + " seconds and try again.",
                                {}});
            response.header("Retry-After", std::to_string(*seconds));
            return response;
        }
    }
    return std::nullopt;
}

Router::Match Dispatcher::find(Request& request) const {
    Router::Match match = router_.match(request.method, request.segments);
    request.captures = std::move(match.captures);
    return match;
}

std::optional<Response> Dispatcher::before_body(const Request& request,
                                                const Router::Match& match) const {
    if (match.handler == nullptr)
        return std::nullopt;
    if (!match.options->uploads && request.content_is("multipart/form-data"))
        return error(request, {415, "This address takes no files.", {}});
    if (!match.options->before_body)
        return std::nullopt;
    bool goes_on = false;
    Response response = guarded(request, [&] {
        auto early = match.options->before_body(request);
        goes_on = !early;
        return early ? std::move(*early) : Response();
    });
    return goes_on ? std::nullopt : std::optional(std::move(response));
}

std::size_t Dispatcher::body_bytes_max(const Router::Match& match) const {
    return match.options != nullptr && match.options->body_bytes_max > 0
               ? match.options->body_bytes_max
               : options_.body_bytes_max;
}

Response Dispatcher::body_too_large(const Request& request, std::uint64_t bytes_max) const {
    return error(request, {413,
                           "What was sent is too large. The limit here is " +
                               size_words(bytes_max) + ". Send less at a time.",
                           {}});
}

Response Dispatcher::not_routed(const Request& request, const Router::Match& match) const {
    if (match.allowed.empty())
        return error(
            request,
            {404, "There is no page at this address. Check it, or start from the home page.", {}});
    if (request.method == Method::options) {
        Response response = no_content();
        response.header("Allow", allow_value(match.allowed));
        return response;
    }
    Response response =
        error(request, {405, "This address cannot be used in that way.", match.allowed});
    response.header("Allow", allow_value(match.allowed));
    return response;
}

Response Dispatcher::run(const Request& request, const Router::Match& match) const {
    if (match.handler == nullptr)
        return not_routed(request, match);
    const bool reading = request.method == Method::get || request.method == Method::head;
    // "/\\host" and "//host" would lead to another site.
    const bool own =
        request.path.find('\\') == std::string::npos && !request.path.starts_with("//");
    if (reading && own && request.path.size() > 1 && request.path.ends_with('/')) {
        std::string location = request.path.substr(0, request.path.size() - 1);
        location += request.target.substr(request.path.size());
        return moved(std::move(location));
    }
    return (*match.handler)(request);
}

Response Dispatcher::respond(const Request& request, const Router::Match& match) const {
    return guarded(request, [&] { return run(request, match); });
}

Response Dispatcher::guarded(const Request& request, const std::function<Response()>& work) const {
    try {
        return work();
    } catch (const BrokenRequest& broken) {
        return error(request, {broken.status(), broken.what(), {}});
    } catch (const std::exception& exception) {
        log_error(request, exception.what());
    } catch (...) {
        log_error(request, "an exception that is not a std::exception");
    }
    return error(request,
                 {500, "Something went wrong here. Nothing was lost. Try again in a minute.", {}});
}

Response Dispatcher::error(const Request& request, const ErrorPage& page) const {
    Response response;
    try {
        response =
            options_.error_page ? options_.error_page(request, page) : plain_error(request, page);
    } catch (const std::exception& exception) {
        log_error(request, std::string("the error page: ") + exception.what());
        response = plain_error(request, page);
    }
    response.status = page.status;
    return response;
}

void Dispatcher::log_error(const Request& request, const std::string& what) const {
    if (options_.error_log)
        options_.error_log(std::string(text(request.method)) + ' ' + request.target + ": " + what);
}

} // namespace quorate::http
