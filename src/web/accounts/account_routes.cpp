// The addresses of accounts and mail, and the administrator's desk.

#include "html/govuk/notification_banner.hpp"
#include "partnership/workspace/outbox.hpp"
#include "partnership/workspace/passwords.hpp"
#include "views/accounts/accounts.hpp"
#include "web/accounts/accounts_pages.hpp"
#include "web/parts.hpp"

#include <algorithm>

namespace quorate::web {

using namespace html;

namespace {

struct Told {
    std::string_view what;
    std::string_view words;
};
constexpr Told tellings[] = {
    {"invited", "The account is made, and its invitation is in the outbox."},
    {"added", "The account is made. Its owner can sign in."},
    {"changed", "The account is changed."},
    {"link", "A new link is in the outbox. Earlier ones open nothing any more."},
    {"stopped", "The account is stopped. It is signed out everywhere."},
    {"resumed", "The account can sign in again."},
    {"set", "The password is set. The account is signed out everywhere."},
    {"signed-out", "The account is signed out everywhere."},
    {"removed", "The account is removed."},
    {"password", "Your password is changed. You are signed out everywhere else."},
    {"session", "That session is ended."},
    {"elsewhere", "You are signed out everywhere else."},
    {"again", "The mail will be sent again."},
};

Html counted(std::int64_t count, const Url& url, std::string_view words) {
    return fragment(number(count), " ", a(url, words));
}

} // namespace

http::Response told(const Url& to, std::string_view what) {
    return http::see_other(to.query("told", what).str());
}

Html told_notice(const DeskVisit& visit) {
    const auto what = visit.request.query.get("told").value_or("");
    for (const auto& each : tellings) {
        if (each.what == what) {
            return govuk::notification_banner({.text = std::string(each.words),
                                               .kind = govuk::BannerKind::success,
                                               .title = "Done",
                                               .title_id = "told-title",
                                               .role = "status"});
        }
    }
    return {};
}

void not_now() {
    throw http::BrokenRequest(503, "This cannot be read or kept at the moment. Try again in a "
                                   "minute.");
}

void add_failure(ErrorList& errors, const base::Failure& failure,
                 const std::vector<std::string_view>& fields) {
    if (partnership::passwords_busy(failure)) {
        errors.add("password",
                   "Many people are signing in at this moment. Wait a few seconds, then "
                   "try again.");
        return;
    }
    for (const auto field : fields) {
        if (failure.where == field) {
            errors.add(field, views::capitalised(failure.message) +
                                  (failure.help.empty() ? "." : ". " + failure.help + "."));
            return;
        }
    }
    not_now();
}

http::Response administrator_desk(const DeskVisit& visit) {
    const auto page = views::accounts_page(visit.reader, base::system_now());
    const auto mails = partnership::outbox_counts(visit.workspace);
    if (!page || !mails) {
        not_now();
    }
    if (!*page) {
        no_such_page();
    }
    const auto count = [&](std::string_view status) {
        return std::count_if((*page)->accounts.begin(), (*page)->accounts.end(),
                             [&](const auto& each) { return each.status == status; });
    };
    const auto accounts = visit.links.desk_part("accounts");
    const auto outbox = visit.links.desk_part("outbox");
    const auto kind = visit.reader.about().kind;
    const bool practice = kind == "rehearsal" || kind == "fictional";
    std::vector<Html> mail = {li(
        counted(mails->waiting, outbox, practice ? "kept in the outbox" : "waiting to be sent"))};
    if (mails->failed > 0) {
        mail.push_back(li(counted(mails->failed, outbox, "that could not be sent")));
    }
    if (mails->unknown > 0) {
        mail.push_back(li(counted(mails->unknown, outbox, "that may or may not have arrived")));
    }
    Html main = page_heading("My desk", visit.who.title);
    main += p("You keep the accounts and the mail. The partnership's own business is its members' "
              "and the secretariat's: you see of it what everybody sees.");
    main += h(2, "Accounts");
    main +=
        plain_list({li(counted(count("active"), accounts, "can sign in")),
                    li(counted(count("invited"), accounts, "invited, not signed in yet")),
                    li(counted(count("stopped"), accounts, "stopped")),
                    count("ended") == 0
                        ? Html()
                        : li(counted(count("ended"), accounts, "ended: their last day is over"))});
    main += link_button("Invite somebody", visit.links.desk_part("add-account"));
    main += fragment(h(2, "Mail"), plain_list(mail));
    main +=
        fragment(h(2, "Your own account"),
                 p(a(visit.links.part("account"), "Your password and where you are signed in")));
    return framed(visit, {.title = "My desk",
                          .section = "desk",
                          .section_page = true,
                          .main = reading_column(main)});
}

namespace {

constexpr DeskRoute routes[] = {
    {"/account", own_account, nullptr, everyone_signed_in},
    {"/account/password", own_account, take_own_password, everyone_signed_in},
    {"/account/sessions", own_account, take_session_end, everyone_signed_in},
    {"/desk/accounts", accounts_list, nullptr, administrator_and_secretariat},
    {"/desk/add-account", new_account_page, take_new_account, administrator_and_secretariat},
    {"/desk/accounts/{account}", account_page, account_task, administrator_and_secretariat},
    {"/desk/accounts/{account}/change", change_account_page, take_account_change,
     administrator_and_secretariat},
    {"/desk/accounts/{account}/remove", remove_page, nullptr, administrator_and_secretariat},
    {"/desk/outbox", outbox_list, nullptr, administrator_and_secretariat},
    {"/desk/outbox/{mail:number}", outbox_page, send_mail_again, administrator_and_secretariat},
    {"/desk/outbox/{mail:number}/files/{file:number}", outbox_file, nullptr,
     administrator_and_secretariat},
};

} // namespace

std::span<const DeskRoute> account_routes() {
    return routes;
}

} // namespace quorate::web
