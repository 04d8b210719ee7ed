#include "http/json.hpp"

namespace quorate::http {

Response json_response(const base::Json& value, int status) {
    return bytes_response("application/json", base::canonical(value), status);
}

Response problem_response(const Problem& problem) {
    base::JsonObject object = problem.members;
    object["type"] = problem.type;
    object["title"] =
        problem.title.empty() ? std::string(reason_phrase(problem.status)) : problem.title;
    object["status"] = problem.status;
    if (!problem.detail.empty())
        object["detail"] = problem.detail;
    if (!problem.instance.empty())
        object["instance"] = problem.instance;
    return bytes_response("application/problem+json", base::canonical(object), problem.status);
}

Response problem_response(int status, const base::Failure& failure) {
    Problem problem;
    problem.status = status;
    problem.detail = base::Failure{"", failure.message, failure.help}.text();
    if (!failure.where.empty())
        problem.members["where"] = failure.where;
    return problem_response(problem);
}

base::Json json_body(const Request& request, base::JsonLimits limits) {
    if (!request.content_is("application/json"))
        throw BrokenRequest(415, "This address takes JSON (Content-Type: application/json).");
    auto value = base::parse_json(request.body, limits);
    if (!value)
        throw BrokenRequest(400, "The JSON could not be read. " + value.error().text());
    return std::move(*value);
}

} // namespace quorate::http
