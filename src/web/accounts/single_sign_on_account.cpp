// What an account has of single sign-on, for whoever keeps accounts.

#include "html/govuk/summary_list.hpp"
#include "partnership/workspace/accounts.hpp"
#include "partnership/workspace/single_sign_on.hpp"
#include "web/accounts/single_sign_on.hpp"
#include "web/desk/act_form.hpp"
#include "web/parts.hpp"
#include "web/site_parts.hpp"

#include <algorithm>

namespace quorate::web {

using namespace html;

namespace {

struct Kept {
    partnership::Account account;
    partnership::SignOnState state;
};

Kept kept(const DeskVisit& visit) {
    const auto& name = visit.request.capture("account");
    const auto account = visit.workspace.accounts().find(name);
    auto state = partnership::sign_on_of(visit.workspace, name);
    if (!account || !state) {
        throw http::BrokenRequest(503,
                                  "Accounts cannot be read at the moment. Try again in a minute.");
    }
    const bool set_up =
        visit.options.single_sign_on && visit.options.single_sign_on->any(visit.partnership.id());
    if (!*account || (*account)->name != name || !set_up) {
        no_such_page();
    }
    return {**account, std::move(*state)};
}

Url own_url(const DeskVisit& visit, const Kept& kept) {
    return visit.links.desk().slash("accounts").slash(kept.account.name).slash("single-sign-on");
}

const std::vector<partnership::SignInProvider>& providers(const DeskVisit& visit) {
    return visit.options.single_sign_on->providers(visit.partnership.id());
}

std::string name_of(const DeskVisit& visit, const std::string& issuer) {
    for (const auto& each : providers(visit)) {
        if (each.issuer == issuer) {
            return each.name;
        }
    }
    return issuer + ", which is not set up any more";
}

std::string calls_them(const partnership::SignInProvider& provider) {
    return provider.claim == "oid" ? "object id" : "user name";
}

/// Those that find an account by what is written down for it, each issuer once.
std::vector<partnership::SignInProvider> written_down_for(const DeskVisit& visit) {
    std::vector<partnership::SignInProvider> out;
    for (const auto& each : providers(visit)) {
        const bool known =
            std::any_of(out.begin(), out.end(), [&](const partnership::SignInProvider& other) {
                return other.issuer == each.issuer;
            });
        if (each.claim != "email" && !known) {
            out.push_back(each);
        }
    }
    return out;
}

std::string expected_field(const partnership::SignInProvider& provider) {
    return "expected-" + provider.id;
}

/// By what the account is found when its owner first signs in with a provider.
Html first_time(const partnership::SignInProvider& provider, const Kept& kept) {
    if (provider.claim == "email") {
        return kept.account.email.empty()
                   ? text("Found by e-mail address, and this account has none. Give it one first.")
                   : fragment("Found by the address ", strong(kept.account.email), ", once ",
                              provider.name, " confirms that it is theirs.");
    }
    const auto what = calls_them(provider);
    const auto expected = kept.state.expected_at(provider.issuer);
    return expected.empty() ? fragment("Found by the ", what, ", and none is written down below.")
                            : fragment("Found by the ", what, " ", strong(expected), ".");
}

Html provider_part(const DeskVisit& visit, const partnership::SignInProvider& provider,
                   const Kept& kept) {
    const auto tie = std::find_if(
        kept.state.ties.begin(), kept.state.ties.end(),
        [&](const partnership::SignOnTie& each) { return each.issuer == provider.issuer; });
    Html out = h(2, provider.name);
    if (tie == kept.state.ties.end()) {
        return fragment(out, p("Nobody has signed in to this account with ", provider.name,
                               " yet. ", first_time(provider, kept)));
    }
    return fragment(out,
                    p("Its owner signs in with ", provider.name, " since ",
                      short_day(visit.partnership.zone().date_of(tie->since)),
                      ". Letting another in signs out whoever is signed in to the account."),
                    button_form(form_to(visit, own_url(visit, kept)), {{"untie", tie->issuer}},
                                "Let another " + provider.name + " account in instead"));
}

Html expected_form(const DeskVisit& visit, const Kept& kept, const FormState& state) {
    const auto all = written_down_for(visit);
    if (all.empty()) {
        return {};
    }
    Html boxes;
    for (const auto& provider : all) {
        const auto field = expected_field(provider);
        boxes += text_field(
            {.name = field,
             .label = "What " + provider.name + " calls them: " + calls_them(provider),
             .hint = "It lets them in by " + provider.name +
                     " alone. For Microsoft Entra the object id of the user, or the name they "
                     "sign in with. Leave empty to write down none.",
             .value = state.value(field, kept.state.expected_at(provider.issuer)),
             .autocomplete = "off",
             .spellcheck = false},
            state.errors);
    }
    return fragment(h(2, "What the provider calls them"),
                    form(form_to(visit, own_url(visit, kept)), hidden("expect", "yes"), boxes,
                         button_row(submit_button("Save"),
                                    a(visit.links.desk().slash("accounts"), "Back to accounts"))));
}

http::Response show(const DeskVisit& visit, const Kept& kept, const FormState& state) {
    const auto title = "Single sign-on of " + kept.account.name;
    Html main = page_heading(title);
    main +=
        p("People who sign in with their own organisation's account come to this account without "
          "its password. "
          "The first time the account is found as said below; from then on it is theirs alone.");
    for (const auto& provider : providers(visit)) {
        main += provider_part(visit, provider, kept);
    }
    for (const auto& tie : kept.state.ties) {
        const bool listed =
            std::any_of(providers(visit).begin(), providers(visit).end(),
                        [&](const auto& each) { return each.issuer == tie.issuer; });
        main += listed ? Html() : p(name_of(visit, tie.issuer));
    }
    main += expected_form(visit, kept, state);
    return form_page(visit,
                     {.title = title,
                      .section = "desk",
                      .trail = {{"My desk", visit.links.desk()},
                                {"Accounts", visit.links.desk().slash("accounts")},
                                {"Single sign-on"}},
                      .main = reading_column(main)},
                     state);
}

http::Response account_page(const DeskVisit& visit) {
    return show(visit, kept(visit), {});
}

http::Response change_account(const DeskVisit& visit) {
    const auto now = kept(visit);
    auto state = typed_form(visit);
    if (const auto issuer = visit.form.get("untie")) {
        if (!partnership::untie_sign_on(visit.workspace, now.account.name, *issuer)) {
            throw http::BrokenRequest(
                503, "That could not be kept at the moment. Try again in a minute.");
        }
        return http::see_other(own_url(visit, now).str());
    }
    for (const auto& provider : written_down_for(visit)) {
        const auto field = expected_field(provider);
        const auto done = partnership::expect_sign_on(
            visit.workspace, now.account.name, provider.issuer, visit.form.get(field).value_or(""));
        if (!done) {
            state.errors.add(field, done.error().message + ". " + done.error().help + ".");
        }
    }
    if (!state.errors.empty()) {
        return show(visit, now, state);
    }
    return http::see_other(own_url(visit, now).str());
}

constexpr DeskRoute routes[] = {{"/desk/accounts/{account}/single-sign-on", account_page,
                                 change_account, administrator_and_secretariat}};

} // namespace

std::span<const DeskRoute> single_sign_on_routes() {
    return routes;
}

} // namespace quorate::web
