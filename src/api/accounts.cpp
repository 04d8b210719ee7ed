#include "api/accounts.hpp"

#include "http/json.hpp"
#include "views/accounts/task_json.hpp"

namespace quorate::api {

http::Response take_account_task(const partnership::Partnership& partnership,
                                 const http::Request& request) {
    if (!request.local) {
        http::Problem problem;
        problem.status = 403;
        problem.detail = "Accounts are kept on their pages, or with quorate account on the machine "
                         "the server runs on.";
        return http::problem_response(problem);
    }
    const auto json = http::json_body(request, {views::account_task_bytes_max, 8});
    if (!json.is_object()) {
        return http::problem_response(400, {"", "a task is a JSON object", ""});
    }
    const auto task = views::decode_account_task(json.get_object());
    if (!task) {
        return http::problem_response(400, task.error());
    }
    const auto done = views::do_account_task(partnership, *task, base::system_now());
    return done ? http::json_response(base::Json(views::encode(*done)))
                : http::problem_response(422, done.error());
}

} // namespace quorate::api
