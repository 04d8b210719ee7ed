// The forms that make and change an account.

#include "base/text.hpp"
#include "html/govuk/details.hpp"
#include "views/accounts/accounts.hpp"
#include "web/accounts/accounts_pages.hpp"
#include "web/parts.hpp"

namespace quorate::web {

using namespace html;
using partnership::Account;
using partnership::AccountKind;

namespace {

const std::vector<std::string_view> form_fields = {
    "name", "kind", "title", "email", "person", "seats", "organisations", "password", "last_day"};

views::AccountsPage page_of(const DeskVisit& visit) {
    auto page = views::accounts_page(visit.reader, base::system_now());
    if (!page) {
        not_now();
    }
    if (!*page) {
        no_such_page();
    }
    return std::move(**page);
}

/// Says what is wrong beside the field it is about; where the form has no list of people, members
/// are chosen by seat.
void add_account_failure(const DeskVisit& visit, ErrorList& errors, base::Failure failure) {
    if (failure.where == "person" && page_of(visit).people.empty()) {
        failure.where = "seats";
    }
    add_failure(errors, failure, form_fields);
}

std::vector<Option> options_of(const std::vector<views::Named>& all) {
    std::vector<Option> out;
    for (const auto& each : all) {
        out.push_back({.value = each.id, .label = each.name});
    }
    return out;
}

/// What the form's fields hold: as typed, else as the account is.
struct Filled {
    std::string person;
    std::string seat;
    std::string organisation;
    std::string email;
    std::string title;
};

Filled filled(const FormState& state, const Account& account) {
    Filled out;
    out.person = state.value("person", account.person ? account.person->value : "");
    out.seat = state.value("seats", account.seats.empty() ? "" : account.seats.front().id);
    out.organisation = state.value(
        "organisations", account.organisations.empty() ? "" : account.organisations.front().value);
    out.email = state.value("email", account.email);
    out.title = state.value("title", account.title);
    return out;
}

Html tie_fields(const views::AccountsPage& page, const Filled& in, const FormState& state,
                std::optional<AccountKind> kind) {
    Html out;
    if (!kind || *kind == AccountKind::member) {
        if (!page.people.empty()) {
            out += select_field({.name = "person",
                                 .label = "Person",
                                 .hint = "Of a member. Every seat and office they hold is theirs "
                                         "to act from, on the days they hold it",
                                 .value = in.person,
                                 .options = options_of(page.people),
                                 .nothing_chosen = "Nobody in the register"},
                                state.errors);
        }
        out += select_field({.name = "seats",
                             .label = "Seat",
                             .hint = "Of a member whose name is not in the register",
                             .value = in.seat,
                             .options = options_of(page.seats),
                             .nothing_chosen = "No seat"},
                            state.errors);
    }
    if (!kind || *kind == AccountKind::partner) {
        out += select_field({.name = "organisations",
                             .label = "Organisation",
                             .hint = "Of a partner: which it answers for",
                             .value = in.organisation,
                             .options = options_of(page.organisations),
                             .nothing_chosen = "No organisation"},
                            state.errors);
    }
    return out;
}

Html contact_fields(const Filled& in, const FormState& state) {
    return fragment(
        text_field({.name = "email",
                    .label = "E-mail address",
                    .hint = "Where the invitation and sign-in links go",
                    .value = in.email,
                    .type = "email",
                    .width = 30,
                    .autocomplete = "off",
                    .spellcheck = false},
                   state.errors),
        text_field({.name = "title",
                    .label = "Shown as (optional)",
                    .hint = "Such as Secretariat. For a member the seat or office is shown",
                    .value = in.title,
                    .width = 30},
                   state.errors));
}

/// Of every kind but a member's.
Html last_day_field(const FormState& state, std::optional<base::CivilDate> at_first,
                    std::string_view hint) {
    return date_field({.name = "last_day",
                       .label = "Last day (optional)",
                       .hint = hint,
                       .value = state.date("last_day", at_first)},
                      state.errors);
}

std::vector<std::string> chosen(const FormState& state, std::string_view name) {
    auto value = std::string(base::trim(state.value(name)));
    return value.empty() ? std::vector<std::string>{} : std::vector<std::string>{std::move(value)};
}

/// What was typed; what is wrong with the date stands in the form's errors.
views::AccountAsked asked_in(FormState& state) {
    views::AccountAsked out;
    const auto last = date_typed(state.typed, "last_day", state.errors);
    out.last_day = last ? base::text(*last) : "";
    out.name = base::trim(state.value("name"));
    out.kind = state.value("kind", "member");
    out.title = std::string(base::trim(state.value("title")));
    out.email = std::string(base::trim(state.value("email")));
    out.person = std::string(base::trim(state.value("person")));
    out.seats = chosen(state, "seats");
    out.organisations = chosen(state, "organisations");
    return out;
}

http::Response new_form(const DeskVisit& visit, const FormState& state) {
    const auto page = page_of(visit);
    Account at_first;
    if (const auto person = visit.request.query.get("person"); person && !person->empty()) {
        at_first.person = governance::PersonId(std::string(person->substr(0, 100)));
    }
    Html main = page_heading("Invite somebody");
    main += p("They get a link by mail, choose a password, and are in. Without an e-mail address "
              "you choose their first password and tell it to them.");
    main +=
        form(form_to(visit, visit.links.desk_part("add-account")),
             choice({.name = "kind",
                     .label = "What they are here",
                     .value = state.value("kind", "member"),
                     .options = options_of(page.kinds)},
                    state.errors),
             tie_fields(page, filled(state, at_first), state, std::nullopt),
             contact_fields(filled(state, at_first), state),
             last_day_field(state, {},
                            "Nobody signs in by the account after it. Not of a member, "
                            "whose account goes with the seat"),
             govuk::details(
                 {.summary = "Name to sign in with, and a first password",
                  .content = fragment(
                      text_field(
                          {.name = "name",
                           .label = "Name to sign in with (optional)",
                           .hint = "Small letters, digits, dots and hyphens. Left out, it is made "
                                   "of the address",
                           .value = state.value("name"),
                           .width = 20,
                           .autocomplete = "off",
                           .spellcheck = false},
                          state.errors),
                      password_field({.name = "password",
                                      .label = "First password",
                                      .hint = "Only without an e-mail address",
                                      .autocomplete = "new-password"},
                                     state.errors)),
                  .open = state.errors.has("name") || state.errors.has("password")}),
             submit_button("Invite"));
    return form_page(visit,
                     {.title = "Invite somebody",
                      .section = "desk",
                      .trail = {{.content = "My desk", .href = visit.links.desk()},
                                {.content = "Accounts", .href = visit.links.desk_part("accounts")},
                                {.content = "Invite somebody"}},
                      .main = reading_column(main)},
                     state);
}

http::Response change_form(const DeskVisit& visit, const Account& account, const FormState& state) {
    const auto page = page_of(visit);
    const auto here = account_url(visit, account.name);
    Html main = page_heading("Change the account " + account.name, views::kind_words(account.kind));
    main += form(form_to(visit, here.slash("change")),
                 tie_fields(page, filled(state, account), state, account.kind),
                 contact_fields(filled(state, account), state),
                 account.kind == AccountKind::member
                     ? Html()
                     : last_day_field(state, views::last_day(visit.partnership, account),
                                      "Nobody signs in by the account after it. Empty: it goes on"),
                 p("Another person, seat or organisation, or another address, signs out whoever is "
                   "signed in to the account."),
                 p(account.practice
                       ? "With another person or address it is somebody else's account: links sent "
                         "before, single sign-on and private notes of it go."
                       : "With another person or address it is somebody else's account: its "
                         "password, links sent before, single sign-on and private notes go. Change "
                         "both when somebody takes it over, since links go to the address; then "
                         "send one, so that they can sign in."),
                 button_row(submit_button("Change the account"), a(here, "Leave it as it is")));
    return form_page(visit,
                     {.title = "Change " + account.name,
                      .section = "desk",
                      .trail = {{.content = "My desk", .href = visit.links.desk()},
                                {.content = "Accounts", .href = visit.links.desk_part("accounts")},
                                {.content = account.name, .href = here},
                                {.content = "Change"}},
                      .main = reading_column(main)},
                     state);
}

/// Makes the account: invited, or with a first password.
base::Result<void> make(const DeskVisit& visit, const Account& account,
                        const std::string& password) {
    if (password.empty()) {
        return views::invite(visit.partnership, account, base::system_now())
            .map([](const std::string&) {});
    }
    return visit.workspace.accounts().add(account, password);
}

} // namespace

http::Response new_account_page(const DeskVisit& visit) {
    return new_form(visit, {});
}

http::Response take_new_account(const DeskVisit& visit) {
    auto state = typed_form(visit);
    const auto asked = asked_in(state);
    if (!state.errors.empty()) {
        return new_form(visit, state);
    }
    const auto account = views::account_asked(visit.partnership, asked, base::system_now());
    if (!account) {
        add_account_failure(visit, state.errors, account.error());
        return new_form(visit, state);
    }
    if (!views::may_keep(visit.kind(), account->kind)) {
        state.errors.add("kind", "Only the administrator adds an account of this kind.");
        return new_form(visit, state);
    }
    const auto password = state.value("password");
    if (account->email.empty() == password.empty()) {
        state.errors.add("email", password.empty()
                                      ? "Enter their e-mail address, or choose a first password."
                                      : "With an e-mail address they choose their own password: "
                                        "leave one of the two out.");
        return new_form(visit, state);
    }
    if (const auto made = make(visit, *account, password); !made) {
        add_account_failure(visit, state.errors, made.error());
        return new_form(visit, state);
    }
    return told(account_url(visit, account->name), password.empty() ? "invited" : "added");
}

http::Response change_account_page(const DeskVisit& visit) {
    return change_form(visit, account_of(visit, true), {});
}

http::Response take_account_change(const DeskVisit& visit) {
    const auto account = account_of(visit, true);
    auto state = typed_form(visit);
    auto asked = asked_in(state);
    if (!state.errors.empty()) {
        return change_form(visit, account, state);
    }
    if (account.seats.size() > 1 && asked.seats == std::vector{account.seats.front().id}) {
        asked.seats.reset(); // several seats were set by command, and are not on the form
    }
    if (account.organisations.size() > 1 &&
        asked.organisations == std::vector{account.organisations.front().value}) {
        asked.organisations.reset();
    }
    const auto changed =
        views::account_changed(visit.partnership, account, asked, base::system_now());
    if (!changed) {
        add_account_failure(visit, state.errors, changed.error());
        return change_form(visit, account, state);
    }
    const auto kept = visit.workspace.accounts().change(*changed);
    if (!kept) {
        add_account_failure(visit, state.errors, kept.error());
        return change_form(visit, account, state);
    }
    return told(account_url(visit, account.name), "changed");
}

} // namespace quorate::web
