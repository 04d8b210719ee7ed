#include "api/acts.hpp"

#include "api/json_of.hpp"
#include "api/routes.hpp"
#include "governance/codec.hpp"
#include "http/json.hpp"

#include <algorithm>

namespace quorate::api {

namespace {

using governance::Submission;
using partnership::NotTaken;
using partnership::Partnership;

/// The Host of a request to this very machine: a page elsewhere that points its own name here is
/// not taken for us.
bool names_this_machine(std::string_view host) {
    if (host.starts_with("[::1]")) {
        return true;
    }
    host = host.substr(0, host.find(':'));
    return host == "localhost" || host == "127.0.0.1";
}

std::optional<http::Response> not_from_here(const http::Request& request, const Options& options) {
    if (request.local) {
        return std::nullopt;
    }
    http::Problem problem;
    problem.status = 403;
    if (!options.open_acts) {
        problem.detail = "This server takes acts only from the machine it runs on, through its "
                         "local socket. Use quorate act "
                         "there.";
        return http::problem_response(problem);
    }
    const auto origin = request.header("origin");
    const bool same = origin.empty() || origin == "http://" + std::string(request.header("host"));
    if (!names_this_machine(request.header("host")) || !same) {
        problem.detail = "Acts are taken only under this machine's own name, such as localhost, "
                         "and not from other sites.";
        return http::problem_response(problem);
    }
    return std::nullopt;
}

http::Response not_taken(const partnership::SubmitError& error) {
    switch (error.why) {
    case NotTaken::conflict:
        return http::problem_response(409, error.failure);
    case NotTaken::stale:
        return http::problem_response(412, error.failure);
    case NotTaken::unfit:
        return http::problem_response(400, error.failure);
    case NotTaken::stopped:
        return http::problem_response(503, error.failure);
    }
    return http::problem_response(500, error.failure);
}

http::Response answered(const ActAnswer& answer, bool preview) {
    auto json = json_of(answer).as_object();
    if (preview || answer.verdict == "permitted") {
        return http::json_response(json, 200);
    }
    if (answer.verdict == "needs-discretion") {
        return http::json_response(json, 202);
    }
    http::Problem problem;
    problem.status = 422;
    problem.title = answer.verdict == "refused" ? "Refused" : "Undetermined";
    problem.detail = answer.ruling.headline;
    problem.members = std::move(json);
    return http::problem_response(problem);
}

views::RulingShown shown(const Partnership& partnership, const Submission& submission,
                         const governance::Ruling& ruling) {
    const auto reader = views::Reader::open(partnership);
    return reader ? reader->ruling(submission, ruling) : views::RulingShown{};
}

http::Response preview(const Partnership& partnership, const Submission& submission) {
    const auto ruling = partnership.preview(submission);
    ActAnswer answer;
    answer.ruling = shown(partnership, submission, ruling);
    answer.verdict = answer.ruling.verdict;
    answer.entry = submission.id.value;
    return answered(answer, true);
}

base::Result<partnership::SubmitOptions> options_asked(const http::Request& request) {
    partnership::SubmitOptions out;
    if (request.query.has("expected")) {
        out.expected_position = number_asked(request, "expected", 0, 0, std::int64_t{1} << 53);
    }
    if (const auto recorded = request.query.get("recorded"); recorded && !recorded->empty()) {
        const auto instant = base::parse_instant(*recorded);
        if (!instant) {
            return base::fail("recorded", instant.error().message, instant.error().help);
        }
        out.recorded = *instant;
    }
    return out;
}

http::Response submit(Partnership& partnership, Submission submission,
                      const partnership::SubmitOptions& options) {
    const auto submitted = partnership.submit(submission, options);
    if (!submitted) {
        return not_taken(submitted.error());
    }
    ActAnswer answer;
    answer.ruling = shown(partnership, submission, submitted->ruling);
    answer.verdict = answer.ruling.verdict;
    answer.recorded = true;
    answer.replayed = submitted->replayed;
    answer.entry = submitted->entry.value;
    answer.position = submitted->position;
    answer.recorded_at = submitted->recorded;
    return answered(answer, false);
}

} // namespace

http::Response take_act(Partnership& partnership, const http::Request& request,
                        const Options& options) {
    if (auto refused = not_from_here(request, options)) {
        return std::move(*refused);
    }
    if (!request.content_is("application/json")) {
        throw http::BrokenRequest(415, "An act is sent as JSON (Content-Type: application/json).");
    }
    const auto json = base::parse_json(request.body, {act_bytes_max, 16});
    if (!json) {
        return http::problem_response(400, json.error());
    }
    if (!json->is_object()) {
        return http::problem_response(
            400, {"", "an act is a JSON object", "Begin it with {\"id\": …, \"act\": …}"});
    }
    auto submission = governance::decode_submission(json->get_object(), {partnership.zone(), false},
                                                    partnership.now());
    if (!submission) {
        return http::problem_response(400, submission.error());
    }
    if (request.query.get("preview").value_or("0") == "1") {
        return preview(partnership, *submission);
    }
    auto asked = options_asked(request);
    if (!asked) {
        return http::problem_response(400, asked.error());
    }
    asked->effective_given = json->get_object().contains("effective");
    return submit(partnership, std::move(*submission), *asked);
}

} // namespace quorate::api
