// What `quorate account` does, served or not.

#include "base/text.hpp"
#include "views/accounts/accounts.hpp"

namespace quorate::views {

using base::fail;
using base::Result;
using partnership::Account;
using partnership::AccountKind;
using partnership::AccountStatus;
using partnership::LinkPurpose;
using partnership::Partnership;

namespace {

/// A task with where it is done.
struct Doing {
    const Partnership& partnership;
    const AccountTask& task;
    base::Instant now;

    [[nodiscard]] partnership::Accounts& accounts() const {
        return partnership.workspace()->accounts();
    }
    [[nodiscard]] const std::string& name() const { return task.account.name; }
};

tl::unexpected<base::Failure> no_account(const std::string& name) {
    return fail("name", "there is no account called " + name.substr(0, 80),
                "quorate account list shows them");
}

AccountDone said(std::string line) {
    return {{std::move(line)}, {}};
}

Result<Account> found(const Doing& doing) {
    auto account = doing.accounts().find(doing.name());
    if (!account || !*account) {
        return account ? Result<Account>(no_account(doing.name()))
                       : tl::unexpected(account.error());
    }
    return std::move(**account);
}

Result<AccountDone> list(const Doing& doing) {
    Viewer viewer;
    viewer.kind = ViewerKind::administrator;
    const auto reader = Reader::open(doing.partnership, viewer);
    const auto page = reader ? accounts_page(*reader, doing.now) : tl::unexpected(reader.error());
    if (!page || !*page) {
        return page ? Result<AccountDone>(AccountDone{}) : tl::unexpected(page.error());
    }
    AccountDone out;
    for (const auto& each : (*page)->accounts) {
        std::string line = each.name + "  " + each.kind;
        for (const auto& tie : each.whom) {
            line += "  " + tie;
        }
        line += each.email.empty() ? "" : "  <" + each.email + ">";
        line += each.status == "active" ? "" : "  " + each.status;
        line += each.last_day ? "  last day " + base::text(*each.last_day) : "";
        out.lines.push_back(line + (each.practice ? "  for practice" : ""));
    }
    return out;
}

Result<AccountDone> add(const Doing& doing) {
    const auto account = account_asked(doing.partnership, doing.task.account, doing.now);
    if (!account) {
        return tl::unexpected(account.error());
    }
    const auto added = doing.accounts().add(*account, doing.task.password);
    return added ? Result<AccountDone>(
                       said(account->name + " can sign in as " + account->title + "."))
                 : tl::unexpected(added.error());
}

Result<AccountDone> invite(const Doing& doing) {
    const auto account = account_asked(doing.partnership, doing.task.account, doing.now);
    if (!account) {
        return tl::unexpected(account.error());
    }
    auto path = views::invite(doing.partnership, *account, doing.now);
    if (!path) {
        return tl::unexpected(path.error());
    }
    return AccountDone{{account->name + " is invited as " + account->title +
                        (account->email.empty() ? ". Give them this link; it works once, within "
                                                  "seven days:"
                                                : ". The mail waits in the outbox; its link works "
                                                  "once, within seven days:")},
                       std::move(*path)};
}

/// A link made for whoever runs the machine to pass on.
Result<AccountDone> link(const Doing& doing) {
    const auto account = found(doing);
    if (!account) {
        return tl::unexpected(account.error());
    }
    if (doing.task.what == "reset") {
        auto path = send_link(doing.partnership, *account, doing.now);
        return path ? Result<AccountDone>(AccountDone{{"A new password for " + account->name +
                                                       " is chosen with this link; it works once:"},
                                                      std::move(*path)})
                    : tl::unexpected(path.error());
    }
    auto token =
        doing.accounts().make_link(account->name, LinkPurpose::sign_in, partnership::link_lasts,
                                   link_mail(doing.partnership, LinkPurpose::sign_in), doing.now);
    return token ? Result<AccountDone>(AccountDone{
                       {account->name + " signs in with this link; it works once, within 20 "
                                        "minutes:"},
                       link_path(doing.partnership, *token)})
                 : tl::unexpected(token.error());
}

Result<AccountDone> change(const Doing& doing) {
    const auto account = found(doing);
    if (!account) {
        return tl::unexpected(account.error());
    }
    const auto changed =
        account_changed(doing.partnership, *account, doing.task.account, doing.now);
    if (!changed) {
        return tl::unexpected(changed.error());
    }
    const auto kept = doing.accounts().change(*changed, partnership::ChangedFrom::machine);
    const auto after = kept ? found(doing) : Result<Account>(tl::unexpected(kept.error()));
    if (!after) {
        return tl::unexpected(after.error());
    }
    const auto day = last_day(doing.partnership, *after);
    const auto words =
        account->name + " is changed." + (day ? " Its last day is " + base::words(*day) + "." : "");
    const bool shut_out =
        account->status == AccountStatus::active && after->status == AccountStatus::invited;
    if (!shut_out) {
        return said(words);
    }
    if (account->kind != AccountKind::administrator) {
        return said(words + " Its password is gone, since it is somebody else's now: send a link.");
    }
    // There may be no other administrator, nor a mail server.
    auto path = send_link(doing.partnership, *after, doing.now);
    return path ? Result<AccountDone>(AccountDone{
                      {words + " Its password is gone. A new one is chosen with this link, which "
                               "works once, within seven days:"},
                      std::move(*path)})
                : tl::unexpected(path.error());
}

Result<AccountDone> password(const Doing& doing) {
    const auto changed = doing.accounts().change_password(doing.name(), doing.task.password);
    return changed ? Result<AccountDone>(said("The password of " + doing.name() +
                                              " is changed, and its sessions are ended."))
                   : tl::unexpected(changed.error());
}

/// A task that finds the account or not.
Result<AccountDone> answered(const Doing& doing, const Result<bool>& done, std::string_view words) {
    if (!done) {
        return tl::unexpected(done.error());
    }
    return *done ? Result<AccountDone>(said(doing.name() + std::string(words)))
                 : Result<AccountDone>(no_account(doing.name()));
}

Result<AccountDone> stop(const Doing& doing) {
    return answered(doing, doing.accounts().stop(doing.name()),
                    " is stopped, and its sessions are ended.");
}

Result<AccountDone> resume(const Doing& doing) {
    const auto account = found(doing);
    const bool over = account && account->ended(doing.now);
    return answered(doing, doing.accounts().take_up_again(doing.name()),
                    over ? " is no longer stopped, but its last day is over: give it a later one."
                         : " can sign in again.");
}

Result<AccountDone> sign_out(const Doing& doing) {
    const auto account = found(doing);
    if (!account) {
        return tl::unexpected(account.error());
    }
    const auto ended = doing.accounts().sign_out_everywhere(account->name);
    return ended ? Result<AccountDone>(said(account->name + " is signed out everywhere."))
                 : tl::unexpected(ended.error());
}

Result<AccountDone> remove(const Doing& doing) {
    return answered(doing, remove_account(doing.partnership, doing.name()), " is removed.");
}

struct Task {
    const char* what;
    Result<AccountDone> (*run)(const Doing&);
};
constexpr Task tasks[] = {{"list", list},     {"add", add},          {"invite", invite},
                          {"link", link},     {"reset", link},       {"password", password},
                          {"change", change}, {"stop", stop},        {"resume", resume},
                          {"remove", remove}, {"sign-out", sign_out}};

} // namespace

std::vector<std::string> account_tasks() {
    std::vector<std::string> out;
    for (const auto& each : tasks) {
        out.emplace_back(each.what);
    }
    return out;
}

Result<AccountDone> do_account_task(const Partnership& partnership, const AccountTask& task,
                                    base::Instant now) {
    if (partnership.workspace() == nullptr) {
        return fail(partnership.id(), "nobody signs in to this partnership", "");
    }
    for (const auto& each : tasks) {
        if (task.what == each.what) {
            return each.run({partnership, task, now});
        }
    }
    return fail("task", "there is no task called " + task.what.substr(0, 40),
                "One of " + base::join(account_tasks(), ", "));
}

} // namespace quorate::views
