#include "web/desk/sign_in.hpp"

#include "base/text.hpp"
#include "html/form.hpp"
#include "html/govuk/details.hpp"
#include "html/govuk/inset_text.hpp"
#include "html/layout.hpp"
#include "http/rate_limit.hpp"
#include "views/desk/practice.hpp"
#include "views/desk/viewer.hpp"
#include "web/accounts/door.hpp"
#include "web/accounts/single_sign_on.hpp"
#include "web/error_title.hpp"

#include <algorithm>
#include <arpa/inet.h>
#include <array>

namespace quorate::web {

using namespace html;
using partnership::Account;
using partnership::AccountKind;

namespace {

Url sign_in_url(const Visit& visit) {
    return visit.links.part("sign-in");
}

std::vector<HiddenField> kept(const SignInAsked& asked) {
    std::vector<HiddenField> out;
    if (!asked.to.empty()) {
        out.push_back({"to", asked.to});
    }
    if (!asked.again.empty()) {
        out.push_back({"again", asked.again});
    }
    return out;
}

Html kept_fields(const SignInAsked& asked) {
    Html out;
    for (const auto& each : kept(asked)) {
        out += hidden(each.name, each.value);
    }
    return out;
}

Html practice_button(const Visit& visit, const SignInAsked& asked, const Account& account,
                     std::string_view words) {
    auto fields = kept(asked);
    fields.push_back({"name", account.name});
    fields.push_back({"password", std::string(views::practice_password)});
    return button_form({.action = sign_in_url(visit), .csrf = asked.csrf}, fields, words);
}

/// The accounts to practise with, by what one does with them.
struct PracticeGroups {
    std::vector<Html> meetings; ///< secretariat, chair, vice chair
    std::vector<Html> others;   ///< partner, auditor, administrator
    std::vector<Option> members;
};

/// The button of an account that is no plain member's, with what is said beside it.
Html practice_line(const Visit& visit, const SignInAsked& asked, const Account& account) {
    const std::string words = account.name == "chair"        ? "Chair"
                              : account.name == "vice-chair" ? "Vice Chair"
                                                             : account.title;
    Html out = practice_button(visit, asked, account, "Sign in as " + words);
    if (account.kind == AccountKind::partner && visit.reader.about().kind != "rehearsal") {
        out += fragment(" ", span(cls("q-quiet"), views::practice_words(visit.reader, account)));
    }
    return li(out);
}

PracticeGroups practice_groups(const Visit& visit, const partnership::Partnership& partnership,
                               const SignInAsked& asked) {
    PracticeGroups out;
    const auto accounts = partnership.workspace()->accounts().list();
    if (!accounts) {
        return out;
    }
    for (const auto& account : *accounts) {
        if (!account.practice || account.status != partnership::AccountStatus::active) {
            continue;
        }
        const bool chair = account.name == "chair" || account.name == "vice-chair";
        if (account.kind == AccountKind::member && !chair) {
            const auto label = views::practice_words(visit.reader, account);
            out.members.push_back({.value = account.name, .label = label});
            continue;
        }
        auto& group = chair || account.kind == AccountKind::secretariat ? out.meetings : out.others;
        group.push_back(practice_line(visit, asked, account));
    }
    return out;
}

/// The accounts of a practice copy, one press each.
Html practice_accounts(const Visit& visit, const partnership::Partnership& partnership,
                       const SignInAsked& asked) {
    const auto groups = practice_groups(visit, partnership, asked);
    if (groups.meetings.empty()) {
        return {};
    }
    Html out = fragment(h(2, "To practise with"),
                        p("Nothing here is real, so everybody may sign in as anybody. Start with "
                          "the secretariat: it runs the meetings."),
                        h(3, "At the meetings"), plain_list(groups.meetings));
    if (!groups.members.empty()) {
        out += form(
            {.action = sign_in_url(visit), .csrf = asked.csrf}, kept_fields(asked),
            hidden("password", views::practice_password),
            select_field(
                {.name = "name", .label = "A member", .options = groups.members, .id = "seat"}),
            secondary_button("Sign in as this member"));
    }
    if (!groups.others.empty()) {
        out += fragment(h(3, "Beside the meetings"), plain_list(groups.others));
    }
    out += p(cls("q-quiet"), "The password of each is ", code(views::practice_password), ".");
    return out;
}

Html password_form(const Visit& visit, const SignInAsked& asked, const ErrorList& errors) {
    const auto forgotten = sign_in_url(visit).slash("link");
    return form({.action = sign_in_url(visit), .csrf = asked.csrf}, kept_fields(asked),
                text_field({.name = "name",
                            .label = "Name or e-mail address",
                            .value = asked.name,
                            .width = 30,
                            .autocomplete = "username",
                            .spellcheck = false},
                           errors),
                password_field({.name = "password", .label = "Password"}, errors),
                button_row(submit_button("Sign in"),
                           a(forgotten, "Forgotten it, or no password? Get a link by mail")));
}

/// What is said above a form that is kept, and to whose session it will belong.
struct SendAgain {
    std::string title;
    std::string words;
    std::string form; ///< as kept_form() has it
    std::string csrf;
    Url to;
};

http::Response again_page(const Visit& visit, const SendAgain& again) {
    const auto kept = kept_fields_of(again.form);
    Html main = page_heading(again.title);
    main += p(again.words);
    main += form({.action = again.to, .csrf = again.csrf, .multipart = kept.files}, kept.fields,
                 button_row(submit_button("Send what I typed"),
                            a(visit.links.part("desk"), "Leave it and go to my desk")));
    auto response = framed(visit, {.title = again.title, .main = reading_column(main)});
    response.cache_control = "no-store";
    return response;
}

SignInAsked asked_in(const http::Fields& form) {
    SignInAsked out;
    out.to = form.get("to").value_or("").substr(0, 2000);
    out.name = form.get("name").value_or("").substr(0, 200);
    const auto again = form.get("again").value_or("");
    out.again = again.size() <= kept_form_bytes_max ? std::string(again) : std::string();
    return out;
}

/// As accounts are kept: in small letters, without the space a phone adds at the end.
std::string account_typed(std::string_view typed) {
    std::string out(base::trim(typed));
    for (char& c : out) {
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    }
    return out;
}

} // namespace

http::Response sign_in_page(const Visit& visit, const partnership::Partnership& partnership,
                            const SiteOptions& options, const SignInAsked& known) {
    const auto key = door_key(partnership.id(), visit.request, options);
    SignInAsked asked = known;
    asked.csrf = door_token(key);
    ErrorList errors;
    for (const auto& [field, words] :
         {std::pair("name", asked.problem), std::pair("password", asked.password_problem)}) {
        if (!words.empty()) {
            errors.add(field, words);
        }
    }
    Html main = fragment(errors.summary(), page_heading("Sign in"));
    if (!asked.again.empty()) {
        main += govuk::inset_text(
            {.content = "Your session has ended. What you typed is kept: sign in and send it."});
    }
    if (!may_sign_in(visit.request, options)) {
        main += p("Passwords are not taken over a connection that others can read. Open this page "
                  "by its https address, or on the machine it runs on.");
    } else if (partnership.workspace() == nullptr) {
        main += p("Nobody signs in to this partnership.");
    } else if (views::has_practice_accounts(partnership)) {
        main += practice_accounts(visit, partnership, asked);
        main += single_sign_on_buttons(visit, options, asked);
        main += govuk::details({.summary = "Sign in with a name and password",
                                .content = password_form(visit, asked, errors),
                                .open = !errors.empty()});
    } else {
        main += p("For those who have been invited: members, partners, the secretariat. Everything "
                  "that is public can be read without signing in.");
        main += single_sign_on_buttons(visit, options, asked);
        main += password_form(visit, asked, errors);
    }
    auto response =
        framed(visit, {.title = error_title(errors, "Sign in"), .main = reading_column(main)});
    response.status = errors.empty() ? 200 : asked.status;
    response.cache_control = "no-store";
    keep_door_key(response, key, options);
    return response;
}

namespace {

/// Of an IPv6 address the first half, which belongs to one household or office; whoever has it has
/// any number of addresses.
std::string network_of(const std::string& address) {
    in6_addr parsed{};
    if (inet_pton(AF_INET6, address.c_str(), &parsed) != 1 || IN6_IS_ADDR_V4MAPPED(&parsed)) {
        return address;
    }
    std::fill(std::begin(parsed.s6_addr) + 8, std::end(parsed.s6_addr), std::uint8_t{0});
    std::array<char, INET6_ADDRSTRLEN> out{};
    inet_ntop(AF_INET6, &parsed, out.data(), out.size());
    return out.data();
}

} // namespace

std::string asker(const http::Request& request, const SiteOptions& options) {
    auto from = request.header("x-forwarded-for");
    from = from.substr(from.find_last_of(", ") + 1); // npos + 1 is 0: the whole
    const std::string out(options.tls && !from.empty() ? from.substr(0, 60)
                                                       : std::string_view(request.remote));
    return out == "::1" || out.starts_with("127.") ? std::string() : network_of(out);
}

bool may_try_password(const http::Request& request, const SiteOptions& options) {
    static http::RateLimiter limiter({.per_second = 1, .burst = 60});
    const auto from = asker(request, options);
    return from.empty() ||
           !limiter.take(from, std::chrono::steady_clock::time_point(
                                   std::chrono::milliseconds(base::monotonic_ms())));
}

bool too_often(const http::Request& request, const SiteOptions& options) {
    static http::RateLimiter limiter({.per_second = 1.0 / 90, .burst = 10});
    const auto from = asker(request, options);
    return !from.empty() &&
           limiter.take(from, std::chrono::steady_clock::time_point(
                                  std::chrono::milliseconds(base::monotonic_ms())));
}

http::LongRequests requests_with_passwords() {
    http::LongRequests out;
    out.which = [](const http::Request& request) {
        const auto& at = request.segments; // of /{p}/...
        if (request.method != http::Method::post || at.size() < 2) {
            return false;
        }
        return at.size() == 2   ? at[1] == "sign-in"
               : at.size() == 3 ? at[1] == "link" || (at[1] == "account" && at[2] == "password") ||
                                      (at[1] == "desk" && at[2] == "add-account")
                                : at.size() == 4 && at[1] == "desk" && at[2] == "accounts";
    };
    out.too_many = "Many people are signing in at this moment. Go back, wait a few seconds, then "
                   "send it again.";
    return out;
}

partnership::SignInHow sign_in_how(const http::Request& request, std::string how) {
    return {std::move(how), std::string(request.header("user-agent").substr(0, 300))};
}

std::string refused_words(const partnership::Partnership& partnership,
                          const partnership::SignInRefused& refused) {
    switch (refused.problem) {
    case partnership::SignInProblem::wrong:
        return "The name and the password do not go together. Check both.";
    case partnership::SignInProblem::busy:
        return "Many people are signing in at this moment. Wait a few seconds, then try again.";
    case partnership::SignInProblem::ended:
        return "The last day of this account was " +
               base::words(partnership.zone().date_of({refused.until.ms - 1})) +
               ", so nobody can sign in by it any more. If you still need it, ask whoever gave it "
               "to you for a later last day.";
    case partnership::SignInProblem::waiting:
        break;
    }
    // The minute after, so that whoever comes back at that time gets in.
    const auto minute = partnership.zone().local({refused.until.ms + 59999}).minute;
    return "There were too many tries, so this account is locked until " +
           base::clock_words(minute) + ". A sign-in link still works.";
}

namespace {

/// Who the session that has just begun belongs to, for the page that says so.
std::optional<SignedIn> let_in_as(const partnership::Partnership& partnership,
                                  const partnership::SessionTicket& ticket) {
    auto session = partnership.workspace()->accounts().session(ticket.token, base::system_now());
    if (!session || !*session) {
        return std::nullopt;
    }
    SignedIn out{std::move(**session), ticket.token, {}, {}};
    out.viewer = views::viewer_of(partnership, out.session.account);
    out.title = views::viewer_title(partnership, out.session.account);
    return out;
}

} // namespace

http::Response let_in(const Visit& visit, const partnership::Partnership& partnership,
                      const SiteOptions& options, const SignInAsked& asked,
                      const partnership::SessionTicket& ticket) {
    if (visit.who != nullptr) {
        // Somebody else signs in at the same browser: nobody can go back to the earlier session.
        static_cast<void>(partnership.workspace()->accounts().sign_out(visit.who->token));
    }
    const auto to =
        own_path(partnership.id(), asked.to.empty() ? visit.links.part("desk").str() : asked.to);
    const auto who = asked.again.empty() ? std::nullopt : let_in_as(partnership, ticket);
    const Visit now{visit.reader, visit.links, visit.request, who ? &*who : nullptr};
    auto response =
        asked.again.empty()
            ? http::see_other(to.str())
            : again_page(now, {"You are signed in",
                               "What you typed before is kept. Send it now, or leave it.",
                               asked.again, ticket.csrf, to});
    response.set_cookie({.name = session_cookie_name(partnership.id(), options),
                         .value = ticket.token,
                         .max_age = partnership::session_age_max,
                         .secure = options.tls});
    response.cache_control = "no-store";
    return response;
}

http::Response take_sign_in(const Visit& visit, partnership::Partnership& partnership,
                            const SiteOptions& options) {
    check_origin(visit.request);
    const auto form = visit.request.form();
    auto asked = asked_in(form);
    auto* workspace = partnership.workspace();
    if (workspace == nullptr || !may_sign_in(visit.request, options)) {
        return sign_in_page(visit, partnership, options, asked);
    }
    if (!from_own_page(visit.request, form, door_key(partnership.id(), visit.request, options))) {
        asked.problem = "This page was open for long, or your browser keeps no cookies. Type your "
                        "password and sign in again.";
        asked.status = 403;
        return sign_in_page(visit, partnership, options, asked);
    }
    // No try to count: somebody pressed too early.
    asked.problem = account_typed(asked.name).empty() ? "Enter your name or e-mail address." : "";
    asked.password_problem =
        form.get("password").value_or("").empty() ? "Enter your password." : "";
    if (!asked.problem.empty() || !asked.password_problem.empty()) {
        return sign_in_page(visit, partnership, options, asked);
    }
    if (!may_try_password(visit.request, options)) {
        asked.problem = refused_words(partnership, {partnership::SignInProblem::busy, {}});
        asked.status = 429;
        return sign_in_page(visit, partnership, options, asked);
    }
    const auto password = form.get("password").value_or("");
    const auto ticket =
        workspace->accounts().sign_in(account_typed(asked.name), password,
                                      sign_in_how(visit.request, "password"), base::system_now());
    if (!ticket) {
        throw http::BrokenRequest(503, "Nobody can be signed in at the moment. Try again in a "
                                       "minute.");
    }
    if (!*ticket) {
        asked.problem = refused_words(partnership, ticket->error());
        asked.status = ticket->error().problem == partnership::SignInProblem::busy ? 503 : 422;
        return sign_in_page(visit, partnership, options, asked);
    }
    return let_in(visit, partnership, options, asked, **ticket);
}

http::Response ask_to_sign_in(const Visit& visit, const partnership::Partnership& partnership,
                              const SiteOptions& options) {
    if (visit.request.method != http::Method::post) {
        return http::see_other(sign_in_url(visit).query("to", visit.request.target).str());
    }
    SignInAsked asked;
    asked.to = visit.request.path;
    asked.again = kept_form(visit.request);
    auto response = sign_in_page(visit, partnership, options, asked);
    response.status = 401;
    response.header("WWW-Authenticate", "Form realm=\"Quorate\"");
    return response;
}

http::Response ask_to_send_again(const Visit& visit, const SignedIn& who) {
    const auto& request = visit.request;
    const auto kept = of_this_site(request) ? kept_form(request) : std::string();
    if (kept.empty()) {
        throw http::BrokenRequest(403, "This form was made in another session, so it was not "
                                       "taken. Go back, load the page again and send it from "
                                       "there.");
    }
    auto response = again_page(
        visit, {"Send it again?",
                "This form was made in another session, so it was not taken. You are "
                "signed in as " +
                    who.title + " now. What you typed is kept.",
                kept, who.session.csrf, own_path(visit.links.partnership, request.target)});
    response.status = 403;
    return response;
}

http::Response take_sign_out(const Visit& visit, partnership::Partnership& partnership,
                             const SignedIn& who, const SiteOptions& options) {
    const auto form = visit.request.form();
    auto* workspace = partnership.workspace();
    const bool everywhere = form.has("everywhere");
    auto& accounts = workspace->accounts();
    const auto ended = everywhere ? accounts.sign_out_everywhere(who.session.account.name)
                                  : accounts.sign_out(who.token);
    if (!ended) {
        throw http::BrokenRequest(503, "You could not be signed out. Close the browser, and try "
                                       "again in a minute.");
    }
    auto response = http::see_other(visit.links.home().str());
    response.expire_cookie(session_cookie_name(partnership.id(), options), options.tls);
    return response;
}

} // namespace quorate::web
