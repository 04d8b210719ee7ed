// Who may sign in to a partnership.

#include "cli/output.hpp"
#include "partnership/workspace/workspace.hpp"
#include "views/desk/viewer.hpp"

#include <iostream>

namespace quorate::cli {
namespace {

using partnership::Account;
using partnership::AccountKind;

std::string_view kind_words(AccountKind kind) {
    switch (kind) {
    case AccountKind::secretariat:
        return "secretariat";
    case AccountKind::member:
        return "member";
    case AccountKind::auditor:
        return "auditor";
    }
    return "";
}

/// The first line of standard input, so that a password is never part of a command.
std::string read_password() {
    say("Password (8 to 256 characters): ");
    std::fflush(stdout);
    std::string line;
    std::getline(std::cin, line);
    return line;
}

Result<std::vector<governance::Actor>> seats_named(const partnership::Partnership& partnership,
                                                   const std::vector<std::string>& names) {
    std::vector<governance::Actor> out;
    for (const auto& name : names) {
        const auto actor =
            governance::parse_actor(name.starts_with("person:") ? name : "seat:" + name);
        if (!actor || !views::in_register(partnership, *actor)) {
            return base::fail("--seat", "there is no seat or person " + name + " in the register",
                              "Write a seat as kp/7, a person as person:ID");
        }
        out.push_back(*actor);
    }
    return out;
}

int add(const partnership::Partnership& partnership, const AccountOptions& options) {
    Account account;
    account.name = options.name;
    account.kind = options.kind == "secretariat" ? AccountKind::secretariat
                   : options.kind == "auditor"   ? AccountKind::auditor
                                                 : AccountKind::member;
    auto seats = seats_named(partnership, options.seats);
    if (!seats) {
        return failed(seats.error());
    }
    if ((account.kind == AccountKind::member) == seats->empty()) {
        return failed({"--seat",
                       seats->empty() ? "a member's account needs a seat"
                                      : "only a member's account has seats",
                       "Such as --kind member --seat kp/7"});
    }
    account.seats = std::move(*seats);
    account.title = !options.title.empty()                     ? options.title
                    : account.kind == AccountKind::secretariat ? "Secretariat"
                    : account.kind == AccountKind::auditor     ? "Auditor"
                                                               : "Seat " + account.seats.front().id;
    const auto added = partnership.workspace()->add_account(account, read_password());
    if (!added) {
        return failed(added.error());
    }
    say("\n" + account.name + " can sign in as " + account.title + ".\n");
    return yes;
}

int list(const partnership::Workspace& workspace) {
    const auto accounts = workspace.accounts();
    if (!accounts) {
        return failed(accounts.error());
    }
    for (const auto& account : *accounts) {
        std::string seats;
        for (const auto& seat : account.seats) {
            seats += " " + governance::text(seat);
        }
        say(account.name + "  " + std::string(kind_words(account.kind)) + seats +
            (account.practice ? "  for practice\n" : "\n"));
    }
    return yes;
}

} // namespace

int accounts(const Common& common, const AccountOptions& options) {
    const auto opened = open(common, options.partnership);
    if (!opened) {
        return failed(opened.error());
    }
    auto& workspace = *(*opened)->workspace();
    if (options.what == AccountTask::list) {
        return list(workspace);
    }
    if (options.what == AccountTask::add) {
        return add(**opened, options);
    }
    if (options.what == AccountTask::password) {
        const auto changed = workspace.change_password(options.name, read_password());
        return changed ? yes : failed(changed.error());
    }
    const auto removed = workspace.remove_account(options.name);
    if (!removed || !*removed) {
        return failed(removed
                          ? base::Failure{"name", "there is no account called " + options.name, ""}
                          : removed.error());
    }
    return yes;
}

} // namespace quorate::cli
