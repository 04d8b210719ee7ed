// My account: who I am here, my password, where I am signed in.

#include "html/govuk/summary_list.hpp"
#include "html/govuk/tag.hpp"
#include "partnership/workspace/passwords.hpp"
#include "views/accounts/accounts.hpp"
#include "views/accounts/own.hpp"
#include "web/accounts/accounts_pages.hpp"
#include "web/desk/sign_in.hpp"
#include "web/error_title.hpp"
#include "web/parts.hpp"

#include <charconv>

namespace quorate::web {

using namespace html;
using partnership::Account;

namespace {

Url own_url(const DeskVisit& visit) {
    return visit.links.part("account");
}

const Account& own(const DeskVisit& visit) {
    return visit.who.session.account;
}

Html who_i_am(const DeskVisit& visit) {
    const auto& account = own(visit);
    govuk::SummaryList list;
    add_row(list, "You are", visit.who.title);
    add_row(list, "You sign in as", account.name);
    add_row(list, "E-mail", account.email.empty() ? "None: you get no mail" : account.email);
    add_row(list, "Kind of account", views::kind_words(account.kind));
    if (const auto last = views::last_day(visit.partnership, account)) {
        add_row(list, "Last day", fragment(date(*last), ". After it you cannot sign in"));
    }
    const bool by_secretariat = account.kind == partnership::AccountKind::member ||
                                account.kind == partnership::AccountKind::partner;
    return fragment(govuk::summary_list(list),
                    p(cls("q-quiet"), "Is something wrong? ",
                      by_secretariat ? "The secretariat" : "An administrator", " can change it."));
}

Html password_part(const DeskVisit& visit, const ErrorList& errors) {
    const auto heading = h(2, "Password");
    if (own(visit).practice) {
        return fragment(heading, p("Everybody who practises knows the password of this account, so "
                                   "it stays as it is."));
    }
    const auto link = visit.links.part("sign-in").slash("link");
    if (!own(visit).password) {
        return fragment(heading, p("You have none: you sign in by links sent by mail. ",
                                   a(link, "Get a link to choose a password"), "."));
    }
    return fragment(
        heading,
        form({.action = own_url(visit).slash("password"), .csrf = visit.who.session.csrf},
             hidden("username", own(visit).name),
             password_field({.name = "current", .label = "Password now"}, errors),
             new_password_fields(errors, "New password"), submit_button("Change password")),
        p(cls("q-quiet"), "You are then signed out everywhere else."));
}

Html end_button(const DeskVisit& visit, const views::SessionLine& line) {
    return button_form({.action = own_url(visit).slash("sessions"), .csrf = visit.who.session.csrf},
                       {{"session", std::to_string(line.id)}}, "End",
                       {.about = "the session of " + line.device + " since " +
                                 base::clock_words(line.begun.local.minute)});
}

Html session_line(const DeskVisit& visit, const views::SessionLine& line) {
    Html out = strong(line.device);
    if (line.here) {
        out += fragment(" ", govuk::tag({.content = "This device", .classes = "govuk-tag--green"}));
    }
    out += fragment(br(), line.how, " at ", when(line.begun), ".");
    if (!line.here) {
        out += fragment(br(), "Last used at ", when(line.used), ".", br(), end_button(visit, line));
    }
    return li(out);
}

Html sessions_part(const DeskVisit& visit, const std::vector<views::SessionLine>& lines) {
    std::vector<Html> items;
    for (const auto& line : lines) {
        items.push_back(session_line(visit, line));
    }
    Html out = fragment(h(2, "Where you are signed in"), plain_list(items));
    const FormOptions sessions{.action = own_url(visit).slash("sessions"),
                               .csrf = visit.who.session.csrf};
    if (lines.size() > 1) {
        out += form(sessions, hidden("session", "others"),
                    secondary_button("Sign out everywhere else"));
    }
    out += form({.action = visit.links.part("sign-out"), .csrf = visit.who.session.csrf},
                hidden("everywhere", "yes"), warning_button("Sign out everywhere"));
    out += p(cls("q-quiet"), "You are signed out after 24 hours without use, and in any case "
                             "after a week.");
    return out;
}

http::Response own_page(const DeskVisit& visit, const ErrorList& errors) {
    const auto lines = views::session_lines(visit.partnership, own(visit), visit.who.session.id,
                                            base::system_now());
    if (!lines) {
        not_now();
    }
    Html main =
        fragment(errors.summary(), told_notice(visit), page_heading("My account"), who_i_am(visit),
                 password_part(visit, errors), sessions_part(visit, *lines));
    auto response = framed(visit, {.title = error_title(errors, "My account"),
                                   .section = "desk",
                                   .trail = {{.content = "My desk", .href = visit.links.desk()},
                                             {.content = "My account"}},
                                   .main = reading_column(main)});
    response.status = errors.empty() ? 200 : 422;
    return response;
}

/// Whether the password typed is the one of now; what is wrong goes into `errors`.
bool current_fits(const DeskVisit& visit, ErrorList& errors) {
    const auto checked = visit.workspace.accounts().check_password(
        own(visit).name, visit.form.get("current").value_or(""), base::system_now());
    if (!checked) {
        not_now();
    }
    if (!*checked) {
        const bool wrong = checked->error().problem == partnership::SignInProblem::wrong;
        errors.add("current", wrong ? "That is not your password now. Type it again."
                                    : refused_words(visit.partnership, checked->error()));
    }
    return checked->has_value();
}

/// This device goes on, by a session of its own; every other is ended.
http::Response with_new_session(const DeskVisit& visit, const partnership::SessionTicket& ticket) {
    SignInAsked asked;
    asked.to = own_url(visit).query("told", "password").str();
    return let_in(visit, visit.partnership, visit.options, asked, ticket);
}

} // namespace

Html new_password_fields(const ErrorList& errors, std::string_view label) {
    return fragment(
        password_field({.name = "password",
                        .label = label,
                        .hint = "At least 8 characters. Three words nobody would put "
                                "together make a good one",
                        .autocomplete = "new-password"},
                       errors),
        password_field(
            {.name = "password_again", .label = "The same again", .autocomplete = "new-password"},
            errors));
}

std::string new_password(const http::Fields& form, ErrorList& errors) {
    const std::string password(form.get("password").value_or(""));
    if (password.size() < partnership::password_length_min) {
        errors.add("password", "Choose a password of at least 8 characters.");
    } else if (password.size() > partnership::password_length_max) {
        errors.add("password", "Choose a shorter password: at most 256 characters.");
    } else if (partnership::easily_guessed(password)) {
        errors.add("password", "This is one of the passwords that are tried first. Choose another: "
                               "three words nobody would put together, say.");
    } else if (password != form.get("password_again").value_or("")) {
        errors.add("password_again", "The two are not the same. Type both again.");
    }
    return password;
}

http::Response own_account(const DeskVisit& visit) {
    return own_page(visit, {});
}

http::Response take_own_password(const DeskVisit& visit) {
    if (own(visit).practice || !own(visit).password) {
        no_such_page();
    }
    ErrorList errors;
    const auto password = new_password(visit.form, errors);
    if (!may_try_password(visit.request, visit.options)) {
        errors.add("current",
                   refused_words(visit.partnership, {partnership::SignInProblem::busy, {}}));
    }
    if (!errors.empty() || !current_fits(visit, errors)) {
        return own_page(visit, errors);
    }
    const auto ticket = visit.workspace.accounts().change_own_password(
        visit.who.token, password, sign_in_how(visit.request, "password"), base::system_now());
    if (!ticket) {
        add_failure(errors, ticket.error(), {"password"});
        return own_page(visit, errors);
    }
    return *ticket ? with_new_session(visit, **ticket) : http::see_other(own_url(visit).str());
}

http::Response take_session_end(const DeskVisit& visit) {
    auto& accounts = visit.workspace.accounts();
    const auto which = visit.form.get("session").value_or("");
    if (which == "others") {
        if (!accounts.sign_out_everywhere(own(visit).name, visit.who.token)) {
            not_now();
        }
        return told(own_url(visit), "elsewhere");
    }
    std::int64_t id = 0;
    const auto read = std::from_chars(which.data(), which.data() + which.size(), id);
    if (which.empty() || read.ec != std::errc() || read.ptr != which.data() + which.size()) {
        throw http::BrokenRequest(400, "There is no such session. Load the page again.");
    }
    if (!accounts.end_session(own(visit).name, id)) {
        not_now();
    }
    return told(own_url(visit), "session");
}

} // namespace quorate::web
