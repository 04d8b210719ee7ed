// The way to a provider and back.

#include "html/form.hpp"
#include "html/layout.hpp"
#include "partnership/workspace/accounts.hpp"
#include "partnership/workspace/single_sign_on.hpp"
#include "web/accounts/door.hpp"
#include "web/accounts/single_sign_on.hpp"
#include "web/desk/desk_site.hpp"
#include "web/parts.hpp"
#include "web/site_parts.hpp"

#include <algorithm>
#include <functional>

namespace quorate::web {

using namespace html;
using partnership::SignInProvider;
using partnership::SignOnProblem;

namespace {

/// A visit by somebody who may not be signed in yet.
struct Arrival {
    partnership::Partnership& partnership;
    const SiteOptions& options;
    Links links;
    std::optional<SignedIn> who;
    views::Reader reader;

    Arrival(partnership::Partnership& of, const http::Request& request, const SiteOptions& site)
        : partnership(of), options(site), links{of.id()}, who(signed_in(of, request, site)),
          reader(open_reader(of, who ? who->viewer : views::Viewer{})) {}

    static views::Reader open_reader(const partnership::Partnership& of, views::Viewer viewer) {
        auto reader = views::Reader::open(of, std::move(viewer));
        QUORATE_ASSERT(reader.has_value()); // as things stand now always opens
        return std::move(*reader);
    }
    [[nodiscard]] Visit visit(const http::Request& request) const {
        return {reader, links, request, who ? &*who : nullptr};
    }
    [[nodiscard]] SingleSignOn& sign_on() const { return *options.single_sign_on; }
};

DoorKey browser_key(const Arrival& arrival, const http::Request& request) {
    return door_key(arrival.partnership.id(), request, arrival.options);
}

Url with_url(const Links& links, const std::string& provider) {
    return links.part("sign-in").slash("with").slash(provider);
}

std::string callback_address(const Arrival& arrival, const Visit& visit) {
    auto origin = arrival.sign_on().address(arrival.partnership.id());
    if (origin.empty()) {
        origin =
            arrival.options.public_url.empty() ? site_origin(visit) : arrival.options.public_url;
    }
    return origin + arrival.links.part("sign-in").slash("back").str();
}

// ---- What went wrong ----

struct Trouble {
    std::string heading;
    std::string what;
    std::string then;
    int status = 422;
    bool another = false; ///< they may have another account there
};

/// Whoever was known and not let in is asked by the provider who they are: else it would send the
/// same one back at once.
Html with_button(const Arrival& arrival, const SignInProvider& provider, const Trouble& trouble,
                 const std::function<Url(const Url&)>& kept) {
    const auto url = kept(with_url(arrival.links, provider.id));
    return trouble.another
               ? link_button("Use another account of " + provider.name, url.query("as", "another"))
               : link_button("Sign in with " + provider.name, url);
}

http::Response trouble_page(const Arrival& arrival, const Visit& visit,
                            const SignInProvider* provider, const std::string& to,
                            const Trouble& trouble) {
    const auto kept = [&](const Url& url) { return to.empty() ? url : url.query("to", to); };
    Html main = fragment(page_heading(trouble.heading), p(trouble.what), p(trouble.then));
    const auto password = kept(arrival.links.part("sign-in"));
    main +=
        button_row(provider == nullptr ? Html() : with_button(arrival, *provider, trouble, kept),
                   a(password, "Sign in another way"));
    auto response = framed(visit, {.title = trouble.heading, .main = reading_column(main)});
    response.status = trouble.status;
    response.cache_control = "no-store";
    return response;
}

Trouble out_of_reach(const SignInProvider& provider) {
    return {"You are not signed in",
            provider.name + " cannot be reached at the moment, or did not answer as it should.",
            "Try again in a few minutes, or sign in with your name and password.", 503};
}

Trouble not_relied_on(const SignInProvider& provider) {
    return {"You are not signed in", "What " + provider.name + " sent back could not be relied on.",
            "Try again. If it happens again, tell the secretariat, and sign in with your name and "
            "password meanwhile."};
}

Trouble not_let_in(SignOnProblem problem, const SignInProvider& provider) {
    const std::string heading = "You are not signed in";
    switch (problem) {
    case SignOnProblem::unknown:
        return {heading,
                provider.name + " knows you, but no account of this partnership waits for you.",
                "Ask the secretariat to make you an account, or to write down on yours what " +
                    provider.name + " calls you. Signing in makes no account by itself.",
                403};
    case SignOnProblem::not_verified:
        return {heading, provider.name + " does not confirm that the e-mail address is yours.",
                "Confirm your address with " + provider.name +
                    " and try again, or sign in with your name and password.",
                403};
    case SignOnProblem::stopped:
        return {heading, "Your account with this partnership was stopped.",
                "Ask the secretariat if you think it should not be.", 403};
    case SignOnProblem::ended:
        return {heading, "The last day of your account with this partnership is over.",
                "Ask the secretariat if you still need it.", 403};
    case SignOnProblem::taken:
        break;
    }
    return {heading,
            "The account that waits for you is used by somebody else who signs in with " +
                provider.name + ".",
            "Ask the secretariat to look at it.", 403};
}

// ---- The way there ----

/// The page that keeps a form goes on by a link: a form's answer may not lead to another site.
http::Response go_on_page(const Visit& visit, const SignInProvider& provider,
                          const std::string& address) {
    const auto url = Url::parse(address);
    Html main = page_heading("Sign in with " + provider.name);
    main += p("What you typed before is kept. You can send it once you are signed in.");
    main += url ? button_row(link_button("Go to " + provider.name, *url)) : Html();
    auto response =
        framed(visit, {.title = "Sign in with " + provider.name, .main = reading_column(main)});
    response.cache_control = "no-store";
    return response;
}

http::Response begin(const Arrival& arrival, const Visit& visit, const SignInAsked& asked) {
    auto& sign_on = arrival.sign_on();
    const auto& id = arrival.partnership.id();
    const auto* provider = sign_on.find(id, visit.request.capture("provider"));
    if (provider == nullptr) {
        no_such_page();
    }
    if (!may_sign_in(visit.request, arrival.options)) {
        return http::see_other(arrival.links.part("sign-in").str());
    }
    if (!may_try_password(visit.request, arrival.options)) {
        return trouble_page(arrival, visit, provider, asked.to,
                            {"You are not signed in",
                             "Signing in was begun many times from where you are.",
                             "Wait a few minutes and try again, or sign in with your name and "
                             "password.",
                             429});
    }
    SignInUnderWay under_way;
    under_way.partnership = id;
    under_way.provider = provider->id;
    under_way.redirect_uri = callback_address(arrival, visit);
    under_way.from = asker(visit.request, arrival.options);
    under_way.to = asked.to;
    under_way.again = asked.again;
    under_way.begun = base::system_now();
    const auto address = sign_on.provider(id, provider->id)
                             ->address(under_way.attempt, under_way.redirect_uri, under_way.begun,
                                       visit.request.query.get("as").value_or("") == "another");
    if (!address) {
        sign_on.note(id + ": single sign-on: provider." + provider->id + ": " +
                     address.error().text());
        return trouble_page(arrival, visit, provider, asked.to, out_of_reach(*provider));
    }
    const auto key = browser_key(arrival, visit.request);
    under_way.browser = key.value;
    sign_on.keep(std::move(under_way));
    auto response =
        asked.again.empty() ? http::see_other(*address) : go_on_page(visit, *provider, *address);
    response.cache_control = "no-store";
    keep_door_key(response, key, arrival.options);
    return response;
}

SignInAsked asked_of(const http::Fields& fields) {
    constexpr std::size_t target_bytes_max = 2000;
    SignInAsked out;
    out.to = fields.get("to").value_or("").substr(0, target_bytes_max);
    const auto again = fields.get("again").value_or("");
    out.again = again.size() <= kept_form_bytes_max ? std::string(again) : std::string();
    return out;
}

// ---- The way back ----

/// For the log: enough to see what is not set up, and nothing of who it was.
void note_not_let_in(const SingleSignOn& sign_on, const SignInUnderWay& under_way,
                     SignOnProblem problem, const partnership::SignedOn& signed_on) {
    const std::string why = problem == SignOnProblem::unknown && signed_on.value.empty()
                                ? "the provider sent no \"" + signed_on.claim + "\" of them"
                            : problem == SignOnProblem::unknown ? "no account waits for them"
                            : problem == SignOnProblem::not_verified
                                ? "the provider does not say that their address is verified"
                            : problem == SignOnProblem::stopped ? "their account was stopped"
                            : problem == SignOnProblem::ended
                                ? "the last day of their account is over"
                                : "their account is tied to somebody else";
    sign_on.note(under_way.partnership + ": single sign-on: provider." + under_way.provider +
                 ": somebody was not let in: " + why);
}

http::Response let_somebody_in(const Arrival& arrival, const Visit& visit,
                               const SignInProvider& provider, const SignInUnderWay& under_way,
                               const partnership::SignedOn& signed_on) {
    const auto ticket = partnership::begin_session_of(*arrival.partnership.workspace(), signed_on,
                                                      sign_in_how(visit.request, provider.name),
                                                      base::system_now());
    if (!ticket) {
        throw http::BrokenRequest(503,
                                  "Nobody can be signed in at the moment. Try again in a minute.");
    }
    if (!*ticket) {
        note_not_let_in(arrival.sign_on(), under_way, ticket->error(), signed_on);
        auto trouble = not_let_in(ticket->error(), provider);
        trouble.another = true;
        return trouble_page(arrival, visit, &provider, under_way.to, trouble);
    }
    SignInAsked asked;
    asked.to = under_way.to;
    asked.again = under_way.again;
    return let_in(visit, arrival.partnership, arrival.options, asked, **ticket);
}

Trouble said_no(const std::string& error, const SignInProvider& provider) {
    if (error == "access_denied") {
        return {"You are not signed in",
                "You did not go through with signing in with " + provider.name + ".",
                "Nothing was changed. Sign in when you are ready.", 200};
    }
    return {"You are not signed in", provider.name + " did not sign you in.",
            "Try again, or sign in with your name and password.", 422};
}

/// What the provider's error codes are made of (RFC 6749, section 4.1.2.1).
std::string plain_code(std::string_view code) {
    constexpr std::size_t code_bytes_max = 60;
    const bool plain =
        code.size() <= code_bytes_max &&
        code.find_first_not_of("abcdefghijklmnopqrstuvwxyz_") == std::string_view::npos;
    return plain ? std::string(code) : "an error that is not a plain word";
}

http::Response finish(const Arrival& arrival, const Visit& visit, const SignInProvider& provider,
                      const SignInUnderWay& under_way) {
    auto& sign_on = arrival.sign_on();
    const auto& query = visit.request.query;
    const auto log = [&](const std::string& words) {
        sign_on.note(under_way.partnership + ": single sign-on: provider." + provider.id + ": " +
                     words);
    };
    if (const auto error = query.get("error"); error || !query.get("code")) {
        const auto code = plain_code(error.value_or("neither a code nor an error"));
        log(code);
        return trouble_page(arrival, visit, &provider, under_way.to, said_no(code, provider));
    }
    const oidc::Returned returned{std::string(*query.get("code")),
                                  std::string(query.get("iss").value_or(""))};
    const std::vector<std::string> wanted =
        provider.claim == "email" ? std::vector<std::string>{"email", "email_verified"}
                                  : std::vector<std::string>{provider.claim};
    const auto claims = sign_on.provider(under_way.partnership, provider.id)
                            ->finish(under_way.attempt, returned, under_way.redirect_uri, wanted,
                                     base::system_now());
    if (!claims) {
        log(claims.error().text());
        return trouble_page(arrival, visit, &provider, under_way.to,
                            claims.error().out_of_reach ? out_of_reach(provider)
                                                        : not_relied_on(provider));
    }
    return let_somebody_in(arrival, visit, provider, under_way,
                           {provider.issuer, claims->subject, provider.claim,
                            claims->word(provider.claim), claims->is_true("email_verified")});
}

http::Response come_back(const Arrival& arrival, const Visit& visit) {
    auto& sign_on = arrival.sign_on();
    const auto state = visit.request.query.get("state").value_or("");
    const auto under_way =
        sign_on.look(state, browser_key(arrival, visit.request).value, base::system_now());
    const auto* provider = under_way && under_way->partnership == arrival.partnership.id()
                               ? sign_on.find(under_way->partnership, under_way->provider)
                               : nullptr;
    if (provider == nullptr) {
        return trouble_page(arrival, visit, nullptr, "",
                            {"You are not signed in",
                             "This sign-in was begun in another browser, more than ten minutes "
                             "ago, or has been used.",
                             "Begin again from the sign-in page."});
    }
    if (!sign_on.take(state)) {
        return http::see_other(arrival.links.part("desk").str());
    }
    return finish(arrival, visit, *provider, *under_way);
}

} // namespace

Html single_sign_on_buttons(const Visit& visit, const SiteOptions& options,
                            const SignInAsked& asked) {
    if (!options.single_sign_on || !may_sign_in(visit.request, options)) {
        return {};
    }
    Html out;
    for (const auto& provider : options.single_sign_on->providers(visit.links.partnership)) {
        const auto words = "Sign in with " + provider.name;
        const auto url = with_url(visit.links, provider.id);
        if (asked.again.empty()) {
            out += link_button(words, asked.to.empty() ? url : url.query("to", asked.to));
        } else {
            out += form({.action = url, .csrf = asked.csrf}, hidden("to", asked.to),
                        hidden("again", asked.again), submit_button(words));
        }
    }
    return out;
}

void add_single_sign_on(http::Router& router, const views::HostedPartnerships& hosted,
                        const SiteOptions& options) {
    if (!options.single_sign_on) {
        return;
    }
    const auto arrive = [&hosted, options](const http::Request& request) -> Arrival {
        auto& partnership = partnership_of(hosted, request);
        if (!options.single_sign_on->any(partnership.id())) {
            no_such_page();
        }
        return {partnership, request, options};
    };
    router.get("/{p}/sign-in/with/{provider}", [arrive](const http::Request& request) {
        const auto arrival = arrive(request);
        // A link may come from anywhere: only our own page brings a form to send afterwards.
        auto asked = asked_of(request.query);
        asked.again.clear();
        return begin(arrival, arrival.visit(request), asked);
    });
    router.post("/{p}/sign-in/with/{provider}", [arrive](const http::Request& request) {
        check_origin(request);
        const auto arrival = arrive(request);
        const auto form = request.form();
        check_own_page(request, form, browser_key(arrival, request));
        return begin(arrival, arrival.visit(request), asked_of(form));
    });
    router.get("/{p}/sign-in/back", [arrive](const http::Request& request) {
        const auto arrival = arrive(request);
        return come_back(arrival, arrival.visit(request));
    });
}

} // namespace quorate::web
