#ifndef QUORATE_WEB_ACCOUNTS_ACCOUNTS_PAGES_HPP
#define QUORATE_WEB_ACCOUNTS_ACCOUNTS_PAGES_HPP
// What the pages of accounts and mail have in common.

#include "html/form.hpp"
#include "http/router.hpp"
#include "views/hosted.hpp"
#include "web/desk/act_form.hpp"

namespace quorate::web {

/// /{p}/sign-in/link and /{p}/link/{token}: for people who are not signed in. `hosted` must outlive
/// the server.
void add_link_routes(http::Router& router, const views::HostedPartnerships& hosted,
                     const SiteOptions& options);

/// What was just done, said once at the top: 303 there with told().
http::Response told(const html::Url& to, std::string_view what);
/// The notice of ?told=; nothing for a word nobody uses.
html::Html told_notice(const DeskVisit& visit);

/// Throws BrokenRequest 503 when the workspace could not be read or written.
[[noreturn]] void not_now();
/// A failure with the field it names, for a form; not_now() when it names none of `fields`.
void add_failure(html::ErrorList& errors, const base::Failure& failure,
                 const std::vector<std::string_view>& fields);

/// The two boxes of a new password; the fields are "password" and "password_again".
html::Html new_password_fields(const html::ErrorList& errors, std::string_view label);
/// The new password, or what is wrong with it in `errors`.
std::string new_password(const http::Fields& form, html::ErrorList& errors);

// The pages themselves; account_routes() gives their addresses.
http::Response accounts_list(const DeskVisit& visit);
http::Response account_page(const DeskVisit& visit);
http::Response account_task(const DeskVisit& visit);
http::Response remove_page(const DeskVisit& visit);
http::Response new_account_page(const DeskVisit& visit);
http::Response take_new_account(const DeskVisit& visit);
http::Response change_account_page(const DeskVisit& visit);
http::Response take_account_change(const DeskVisit& visit);
http::Response own_account(const DeskVisit& visit);
http::Response take_own_password(const DeskVisit& visit);
http::Response take_session_end(const DeskVisit& visit);
http::Response outbox_list(const DeskVisit& visit);
http::Response outbox_page(const DeskVisit& visit);
http::Response outbox_file(const DeskVisit& visit);
http::Response send_mail_again(const DeskVisit& visit);

/// The account of the address, which the visitor may keep when `to_keep`. Throws 404, and 403.
partnership::Account account_of(const DeskVisit& visit, bool to_keep);
html::Url account_url(const DeskVisit& visit, std::string_view name);

} // namespace quorate::web

#endif
