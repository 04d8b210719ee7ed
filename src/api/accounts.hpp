#ifndef QUORATE_API_ACCOUNTS_HPP
#define QUORATE_API_ACCOUNTS_HPP
// Accounts over the local socket only: what `quorate account` asks of a running server.

#include "http/request.hpp"
#include "http/response.hpp"
#include "partnership/partnership.hpp"

namespace quorate::api {

/// Does the task of the body (views/accounts/task_json.hpp). 403 for whoever does not come through
/// the local socket, 400 for a task that is not understood, 422 for one that cannot be done.
http::Response take_account_task(const partnership::Partnership& partnership,
                                 const http::Request& request);

} // namespace quorate::api

#endif
