// Who may sign in to a partnership, served or not.

#include "base/ids.hpp"
#include "cli/local_client.hpp"
#include "cli/output.hpp"
#include "views/accounts/task_json.hpp"

#include <algorithm>
#include <iostream>

namespace quorate::cli {
namespace {

using views::AccountDone;

/// The first line of standard input, so that a password is never part of a command.
std::string read_password() {
    say("Password (8 to 256 characters): ");
    std::fflush(stdout);
    std::string line;
    std::getline(std::cin, line);
    say("\n");
    return line;
}

views::AccountTask task_of(const AccountOptions& options) {
    views::AccountTask out;
    out.what = options.task;
    out.account.name = options.name;
    out.account.kind = options.kind;
    out.account.title = options.title;
    out.account.email = options.email;
    out.account.person = options.person;
    // Once a person was written among the seats.
    std::vector<std::string> seats;
    for (const auto& each : options.seats) {
        if (each.starts_with("person:")) {
            out.account.person = each;
        } else {
            seats.push_back(each);
        }
    }
    if (!seats.empty()) {
        out.account.seats = std::move(seats);
    }
    if (!options.organisations.empty()) {
        out.account.organisations = options.organisations;
    }
    if (options.last_day) {
        out.account.last_day = *options.last_day == "none" ? "" : *options.last_day;
    }
    if (options.task == "add" || options.task == "password") {
        out.password = read_password();
    }
    return out;
}

Result<AccountDone> read_answer(const LocalAnswer& answer) {
    const auto json = base::parse_json(answer.body, {std::size_t{8} << 20, 16});
    if (!json || !json->is_object()) {
        return base::fail("", "the server's answer could not be read");
    }
    const auto& object = json->get_object();
    if (answer.status < 300) {
        return views::decode_account_done(object);
    }
    const auto text = [&](const char* key) {
        const auto* found = object.if_contains(key);
        const auto* words = found == nullptr ? nullptr : found->if_string();
        return words == nullptr ? std::string() : std::string(words->data(), words->size());
    };
    return base::fail(text("where"), text("detail"));
}

/// Nothing when no server has the partnership open.
Result<std::optional<AccountDone>> done_at_server(const Common& common,
                                                  const AccountOptions& options,
                                                  const views::AccountTask& task) {
    // A path names a folder, which may be served from elsewhere: it is opened instead.
    if (!base::is_id(options.partnership) || options.partnership.find('/') != std::string::npos) {
        return std::nullopt;
    }
    const auto answer =
        post_local(socket_path(common), "/api/v1/" + options.partnership + "/accounts",
                   base::canonical(base::Json(views::encode(task))));
    if (!answer) {
        return tl::unexpected(answer.error());
    }
    if (!*answer) {
        return std::nullopt;
    }
    auto read = read_answer(**answer);
    return read ? Result<std::optional<AccountDone>>(std::move(*read))
                : tl::unexpected(read.error());
}

Result<AccountDone> done(const Common& common, const AccountOptions& options) {
    const auto task = task_of(options);
    auto served = done_at_server(common, options, task);
    if (!served) {
        return tl::unexpected(served.error());
    }
    if (*served) {
        return std::move(**served);
    }
    const auto opened = open(common, options.partnership);
    return opened ? views::do_account_task(**opened, task, base::system_now())
                  : tl::unexpected(opened.error());
}

} // namespace

int accounts(const Common& common, const AccountOptions& options) {
    const auto answer = done(common, options);
    if (!answer) {
        return failed(answer.error());
    }
    for (const auto& line : answer->lines) {
        say(line + "\n");
    }
    if (answer->link_path) {
        say("  " + *answer->link_path + "\n(below the address people reach the site by)\n");
    }
    return yes;
}

} // namespace quorate::cli
