#include "web/desk/sign_in.hpp"

#include "html/form.hpp"
#include "html/govuk/details.hpp"
#include "html/govuk/inset_text.hpp"
#include "html/layout.hpp"
#include "views/desk/practice.hpp"

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
    return button_form({.action = sign_in_url(visit)}, fields, words);
}

/// The accounts of a practice copy, one press each.
Html practice_accounts(const Visit& visit, const partnership::Partnership& partnership,
                       const SignInAsked& asked) {
    const auto accounts = partnership.workspace()->accounts();
    if (!accounts) {
        return {};
    }
    std::vector<Html> offices;
    std::vector<Option> seats;
    for (const auto& account : *accounts) {
        if (!account.practice) {
            continue;
        }
        const bool seat = account.kind == AccountKind::member && account.name != "chair" &&
                          account.name != "vice-chair";
        if (seat) {
            const auto body = visit.reader.body(account.name.substr(0, account.name.rfind('-')));
            seats.push_back(
                {.value = account.name, .label = account.title + (body ? ", " + body->name : "")});
            continue;
        }
        const std::string words = account.name == "chair"        ? "Chair"
                                  : account.name == "vice-chair" ? "Vice Chair"
                                                                 : account.title;
        offices.push_back(li(practice_button(visit, asked, account, "Sign in as " + words)));
    }
    if (offices.empty()) {
        return {};
    }
    Html out = fragment(h(2, "To practise with"),
                        p("Nothing here is real, so everybody may sign in as anybody. Start with "
                          "the secretariat: it runs the meetings."),
                        plain_list(offices));
    out += form({.action = sign_in_url(visit)}, kept_fields(asked),
                hidden("password", views::practice_password),
                select_field({.name = "name", .label = "A member", .options = seats, .id = "seat"}),
                secondary_button("Sign in as this member"));
    out += p(cls("q-quiet"), "The password of each is ", code(views::practice_password), ".");
    return out;
}

Html password_form(const Visit& visit, const SignInAsked& asked, const ErrorList& errors) {
    return form({.action = sign_in_url(visit)}, kept_fields(asked),
                text_field({.name = "name",
                            .label = "Name",
                            .value = asked.name,
                            .width = 20,
                            .autocomplete = "username",
                            .spellcheck = false},
                           errors),
                password_field({.name = "password", .label = "Password"}, errors),
                submit_button("Sign in"));
}

http::Response again_page(const Visit& visit, const SignInAsked& asked, const std::string& csrf,
                          const Url& to) {
    const auto typed = http::parse_urlencoded(asked.again);
    std::vector<HiddenField> fields;
    if (typed) {
        for (const auto& [name, value] : typed->entries()) {
            if (name != "csrf") {
                fields.push_back({name, value});
            }
        }
    }
    Html main = page_heading("You are signed in");
    main += p("What you typed before is kept. Send it now, or leave it.");
    Html inner;
    for (const auto& each : fields) {
        inner += hidden(each.name, each.value);
    }
    main += form({.action = to, .csrf = csrf}, inner,
                 button_row(submit_button("Send what I typed"),
                            a(visit.links.part("desk"), "Leave it and go to my desk")));
    auto response = framed(visit, {.title = "You are signed in", .main = reading_column(main)});
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

std::string lower(std::string text) {
    for (char& c : text) {
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    }
    return text;
}

} // namespace

http::Response sign_in_page(const Visit& visit, const partnership::Partnership& partnership,
                            const SiteOptions& options, const SignInAsked& asked) {
    ErrorList errors;
    if (!asked.problem.empty()) {
        errors.add("name", asked.problem);
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
        main += govuk::details({.summary = "Sign in with a name and password",
                                .content = password_form(visit, asked, errors),
                                .open = !asked.problem.empty()});
    } else {
        main += p("For the secretariat, members and auditors. Everything that is public can be "
                  "read without signing in.");
        main += password_form(visit, asked, errors);
    }
    auto response = framed(visit, {.title = "Sign in", .main = reading_column(main)});
    response.status = asked.problem.empty() ? 200 : 422;
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
    const auto password = form.get("password").value_or("");
    const auto ticket = workspace->sign_in(lower(asked.name), password, base::system_now());
    if (!ticket) {
        throw http::BrokenRequest(503, "Nobody can be signed in at the moment. Try again in a "
                                       "minute.");
    }
    if (!*ticket) {
        asked.problem = ticket->error() == partnership::SignInProblem::waiting
                            ? "There were too many tries. Wait five minutes, then try again."
                            : "The name and the password do not go together. Check both.";
        return sign_in_page(visit, partnership, options, asked);
    }
    if (visit.who != nullptr) {
        // Somebody else signs in at the same browser: nobody can go back to the earlier session.
        static_cast<void>(workspace->sign_out(visit.who->token));
    }
    const auto to =
        own_path(partnership.id(), asked.to.empty() ? visit.links.part("desk").str() : asked.to);
    auto response = asked.again.empty() ? http::see_other(to.str())
                                        : again_page(visit, asked, (*ticket)->csrf, to);
    response.set_cookie({.name = session_cookie_name(partnership.id(), options),
                         .value = (*ticket)->token,
                         .max_age = partnership::session_age_max,
                         .secure = options.tls});
    return response;
}

http::Response ask_to_sign_in(const Visit& visit, const partnership::Partnership& partnership,
                              const SiteOptions& options) {
    if (visit.request.method != http::Method::post) {
        return http::see_other(sign_in_url(visit).query("to", visit.request.target).str());
    }
    SignInAsked asked;
    asked.to = visit.request.path;
    if (visit.request.body.size() <= kept_form_bytes_max &&
        visit.request.content_is("application/x-www-form-urlencoded")) {
        asked.again = visit.request.body;
    }
    auto response = sign_in_page(visit, partnership, options, asked);
    response.status = 401;
    response.header("WWW-Authenticate", "Form realm=\"Quorate\"");
    return response;
}

http::Response take_sign_out(const Visit& visit, partnership::Partnership& partnership,
                             const SignedIn& who, const SiteOptions& options) {
    const auto form = visit.request.form();
    auto* workspace = partnership.workspace();
    const bool everywhere = form.has("everywhere");
    const auto ended = everywhere ? workspace->sign_out_everywhere(who.session.account.name)
                                  : workspace->sign_out(who.token);
    if (!ended) {
        throw http::BrokenRequest(503, "You could not be signed out. Close the browser, and try "
                                       "again in a minute.");
    }
    auto response = http::see_other(visit.links.home().str());
    response.expire_cookie(session_cookie_name(partnership.id(), options), options.tls);
    return response;
}

} // namespace quorate::web
