// One-time links: asking for one, and what opens when one is followed. A link is used up by a press
// of a button, never by being opened: mail scanners open every link they see.

#include "base/text.hpp"
#include "html/layout.hpp"
#include "views/accounts/accounts.hpp"
#include "views/desk/practice.hpp"
#include "views/desk/viewer.hpp"
#include "web/accounts/accounts_pages.hpp"
#include "web/accounts/door.hpp"
#include "web/desk/sign_in.hpp"
#include "web/error_title.hpp"

namespace quorate::web {

using namespace html;
using partnership::LinkPurpose;
using partnership::LinkShown;
using partnership::Partnership;

namespace {

/// What a page before signing in needs, kept alive while it is made.
struct Doorway {
    Partnership& partnership;
    Links links;
    DoorKey key;
    std::optional<SignedIn> who;
    views::Reader reader;

    Doorway(Partnership& of, const http::Request& request, const SiteOptions& options)
        : partnership(of), links{of.id()}, key(door_key(of.id(), request, options)),
          who(signed_in(of, request, options)), reader(open_reader(of)) {}

    static views::Reader open_reader(const Partnership& of) {
        auto reader = views::Reader::open(of);
        QUORATE_ASSERT(reader.has_value()); // as things stand now always opens
        return std::move(*reader);
    }
    [[nodiscard]] Visit visit(const http::Request& request) const {
        return {reader, links, request, who ? &*who : nullptr};
    }
};

http::Response page(const Visit& visit, std::string title, Html main, int status = 200) {
    auto response = framed(visit, {.title = std::move(title), .main = reading_column(main)});
    response.status = status;
    response.cache_control = "no-store";
    return response;
}

Url ask_url(const Visit& visit) {
    return visit.links.part("sign-in").slash("link");
}

/// Whether a mail reaches anybody: it is sent, or in practice read in the outbox.
bool mail_is_read(const Partnership& partnership, const SiteOptions& options) {
    return options.mail || views::has_practice_accounts(partnership);
}

// ---- Asking ----

Html sent_words(const Doorway& door) {
    Html out = page_heading("Look at your mail");
    out +=
        p("If somebody signs in by that name or address, a mail is on its way to them. The link "
          "in it works once, within 20 minutes. Up to three asked for within a quarter of an hour "
          "work side by side, and using one ends the others.");
    out +=
        p("Nothing there after five minutes? Look among unwanted mail. Then check the name, and ",
          a(door.links.part("sign-in").slash("link"), "ask again"),
          ". The secretariat knows which address your account has.");
    if (views::has_practice_accounts(door.partnership)) {
        out += p("Nothing is sent from here, since nothing is real: the mail is in the outbox, "
                 "which the secretariat and the administrator read.");
    }
    return out;
}

http::Response ask_page(const Doorway& door, const http::Request& request,
                        const SiteOptions& options, const ErrorList& errors,
                        const http::Fields& typed) {
    const auto visit = door.visit(request);
    if (door.partnership.workspace() == nullptr || !mail_is_read(door.partnership, options)) {
        return page(visit, "Get a link",
                    fragment(page_heading("Get a link by mail"),
                             p("No mail is sent from this site. Ask the secretariat for a link.")));
    }
    if (request.query.get("sent").value_or("") == "yes") {
        return page(visit, "Look at your mail", sent_words(door));
    }
    Html main = fragment(
        errors.summary(), page_heading("Get a link by mail"),
        p("The mail goes to the address your account has. Its link works once, within 20 minutes."),
        form({.action = ask_url(visit), .csrf = door_token(door.key)},
             text_field({.name = "name",
                         .label = "Name or e-mail address",
                         .value = std::string(typed.get("name").value_or("").substr(0, 254)),
                         .width = 30,
                         .autocomplete = "username",
                         .spellcheck = false},
                        errors),
             choice({.name = "for",
                     .label = "What the link is for",
                     .value = std::string(typed.get("for").value_or("sign-in")),
                     .options = {{.value = "sign-in", .label = "To sign in now"},
                                 {.value = "reset", .label = "To choose a new password"}}},
                    errors),
             button_row(submit_button("Send the link"),
                        a(visit.links.part("sign-in"), "Back to signing in"))));
    auto response =
        page(visit, error_title(errors, "Get a link"), main, errors.empty() ? 200 : 422);
    keep_door_key(response, door.key, options);
    return response;
}

std::string small_letters(std::string_view typed) {
    std::string out(base::trim(typed.substr(0, 254)));
    for (char& c : out) {
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    }
    return out;
}

http::Response take_ask(const Doorway& door, const http::Request& request,
                        const SiteOptions& options) {
    check_origin(request);
    const auto form = request.form();
    if (door.partnership.workspace() == nullptr || !mail_is_read(door.partnership, options)) {
        return ask_page(door, request, options, {}, form);
    }
    const auto name = small_letters(form.get("name").value_or(""));
    ErrorList errors;
    if (!from_own_page(request, form, door.key)) {
        errors.add("name", "This page was open for long, or your browser keeps no cookies. Press "
                           "Send the link again.");
    } else if (name.empty()) {
        errors.add("name", "Enter the name you sign in with, or your e-mail address.");
    } else if (too_often(request, options)) {
        errors.add("name", "Many links were asked for from where you are. Wait a few minutes, then "
                           "ask again.");
    }
    if (!errors.empty()) {
        return ask_page(door, request, options, errors, form);
    }
    const auto purpose =
        form.get("for").value_or("") == "reset" ? LinkPurpose::reset : LinkPurpose::sign_in;
    const auto asked = door.partnership.workspace()->accounts().ask_link(
        name, purpose, views::link_mail(door.partnership, purpose), base::system_now());
    if (!asked) {
        not_now();
    }
    return http::see_other(ask_url(door.visit(request)).query("sent", "yes").str());
}

// ---- Following ----

http::Response opens_nothing(const Doorway& door, const http::Request& request) {
    const auto visit = door.visit(request);
    const auto already =
        door.who ? p("You are signed in as ", strong(door.who->title),
                     ", so you need none: ", a(door.links.desk(), "go to your desk"), ".")
                 : Html();
    return page(visit, "This link opens nothing any more",
                fragment(page_heading("This link opens nothing any more"), already,
                         p("A link works once, and not for long. It has run out, it or another of "
                           "yours was used, or your account changed after it was sent or is over."),
                         p(a(ask_url(visit), "Get a new link"), " or ",
                           a(visit.links.part("sign-in"), "sign in with your password"), ".")),
                410);
}

std::string title_of(const LinkShown& link) {
    switch (link.purpose) {
    case LinkPurpose::sign_in:
        return "Sign in";
    case LinkPurpose::reset:
        return "Choose a new password";
    case LinkPurpose::invitation:
        break;
    }
    return "Welcome";
}

Html password_part(const Doorway& door, const LinkShown& link, const FormOptions& action,
                   const SiteOptions& options, const ErrorList& errors) {
    Html out =
        form(action, hidden("username", link.account.name),
             new_password_fields(errors, link.purpose == LinkPurpose::reset ? "New password"
                                                                            : "Choose a password"),
             submit_button("Save it and sign in"));
    const bool by_links = link.purpose == LinkPurpose::invitation && !link.account.email.empty() &&
                          mail_is_read(door.partnership, options);
    if (by_links) {
        out += fragment(h(2, "Rather no password?"),
                        p("You then get a link by mail each time you sign in."),
                        form(action, hidden("links_only", "yes"),
                             secondary_button("Use links by mail, and sign in")));
    }
    return out;
}

http::Response link_page(const Doorway& door, const http::Request& request,
                         const SiteOptions& options, const LinkShown& link,
                         const ErrorList& errors) {
    const auto visit = door.visit(request);
    const auto title = title_of(link);
    const auto whom = views::viewer_title(door.partnership, link.account);
    const auto name = visit.reader.about().name;
    const FormOptions action{.action = visit.links.part("link").slash(request.capture("token")),
                             .csrf = door_token(door.key)};
    Html main = fragment(errors.summary(), page_heading(title));
    if (!may_sign_in(request, options)) {
        main += p("Nobody signs in over a connection that others can read. Open this link by the "
                  "site's https address.");
    } else if (link.purpose == LinkPurpose::sign_in) {
        main += p("You sign in to ", name, " as ", strong(whom), ".");
        main += form(action, submit_button("Sign in"));
    } else {
        main += p(link.purpose == LinkPurpose::invitation ? "You are invited to " : "This is for ",
                  name, ", where you are ", strong(whom), ". The name you sign in with is ",
                  strong(link.account.name), ".");
        main += password_part(door, link, action, options, errors);
    }
    auto response = page(visit, error_title(errors, title), main, errors.empty() ? 200 : 422);
    keep_door_key(response, door.key, options);
    return response;
}

http::Response take_link(const Doorway& door, const http::Request& request,
                         const SiteOptions& options, const LinkShown& link) {
    check_origin(request);
    if (!may_sign_in(request, options)) {
        return link_page(door, request, options, link, {});
    }
    const auto form = request.form();
    check_own_page(request, form, door.key);
    const bool by_links = link.purpose == LinkPurpose::invitation && form.has("links_only");
    const bool choosing = link.purpose != LinkPurpose::sign_in && !by_links;
    ErrorList errors;
    if (choosing && !may_try_password(request, options)) {
        errors.add("password",
                   refused_words(door.partnership, {partnership::SignInProblem::busy, {}}));
    }
    const auto password = choosing && errors.empty() ? new_password(form, errors) : std::string();
    if (!errors.empty()) {
        return link_page(door, request, options, link, errors);
    }
    const auto how =
        sign_in_how(request, link.purpose == LinkPurpose::invitation ? "invitation" : "link");
    auto ticket = door.partnership.workspace()->accounts().use_link(
        request.capture("token"),
        choosing ? std::optional<std::string_view>(password) : std::nullopt, how,
        base::system_now());
    if (!ticket) {
        add_failure(errors, ticket.error(), {"password"});
        return link_page(door, request, options, link, errors);
    }
    if (!*ticket) {
        return opens_nothing(door, request);
    }
    return let_in(door.visit(request), door.partnership, options, {}, **ticket);
}

http::Response serve_link(const Doorway& door, const http::Request& request,
                          const SiteOptions& options) {
    auto* workspace = door.partnership.workspace();
    if (workspace == nullptr) {
        return opens_nothing(door, request);
    }
    const auto link =
        workspace->accounts().link(request.capture("token").substr(0, 100), base::system_now());
    if (!link) {
        not_now();
    }
    if (!*link) {
        return opens_nothing(door, request);
    }
    return request.method == http::Method::post ? take_link(door, request, options, **link)
                                                : link_page(door, request, options, **link, {});
}

} // namespace

void add_link_routes(http::Router& router, const views::HostedPartnerships& hosted,
                     const SiteOptions& options) {
    router.get("/{p}/sign-in/link", [&hosted, options](const http::Request& request) {
        const Doorway door(partnership_of(hosted, request), request, options);
        return ask_page(door, request, options, {}, {});
    });
    router.post("/{p}/sign-in/link", [&hosted, options](const http::Request& request) {
        const Doorway door(partnership_of(hosted, request), request, options);
        return take_ask(door, request, options);
    });
    const auto serve = [&hosted, options](const http::Request& request) {
        return serve_link(Doorway(partnership_of(hosted, request), request, options), request,
                          options);
    };
    router.get("/{p}/link/{token}", serve);
    router.post("/{p}/link/{token}", serve);
}

} // namespace quorate::web
