// The list of accounts, one account, and what can be done about it.

#include "web/accounts/accounts_pages.hpp"

#include "html/govuk/summary_list.hpp"
#include "html/govuk/table.hpp"
#include "html/govuk/tag.hpp"
#include "views/accounts/accounts.hpp"
#include "views/accounts/own.hpp"
#include "web/accounts/single_sign_on.hpp"
#include "web/error_title.hpp"
#include "web/parts.hpp"

#include <algorithm>

namespace quorate::web {

using namespace html;
using partnership::Account;
using views::AccountLine;

namespace {

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

Html status_tag(const AccountLine& line) {
    return govuk::tag({.content = line.status_words,
                       .classes = line.status == "active"    ? "govuk-tag--green"
                                  : line.status == "invited" ? "govuk-tag--blue"
                                                             : "govuk-tag--grey"});
}

Html whom(const AccountLine& line) {
    Html out;
    for (const auto& each : line.whom) {
        out += out.empty() ? text(each) : fragment(br(), each);
    }
    return out.empty() ? span(cls("q-quiet"), line.title) : out;
}

Html last_used(const AccountLine& line) {
    return line.last_signed_in ? short_day(line.last_signed_in->local.date)
                               : span(cls("q-quiet"), "Never");
}

/// The name, and what is out of the common about the account.
Html name_cell(const DeskVisit& visit, const AccountLine& line) {
    Html out = a(account_url(visit, line.name), line.name);
    if (line.status != "active") {
        out += fragment(br(), status_tag(line));
    }
    if (line.practice) {
        out += fragment(br(), span(cls("q-quiet"), "For practice"));
    }
    if (line.last_day) {
        out += fragment(br(), span(cls("q-quiet"), "Last day ", short_day(*line.last_day)));
    }
    return out;
}

Html accounts_table(const DeskVisit& visit, const std::vector<const AccountLine*>& lines) {
    govuk::Table table;
    table.caption = "Accounts";
    table.caption_classes = "govuk-visually-hidden";
    table.head = {"Signs in as", "For", "Kind", "E-mail", "Last signed in"};
    table.first_cell_is_header = true;
    for (const auto* line : lines) {
        table.rows.push_back(
            {name_cell(visit, *line), whom(*line), line->kind_words,
             line->email.empty() ? span(cls("q-quiet"), "None") : text(line->email),
             last_used(*line)});
    }
    return govuk::scrolling_table(table);
}

/// The kinds in the order they are listed.
constexpr std::string_view listed[] = {"administrator", "secretariat", "auditor", "partner",
                                       "member"};

/// Whose name, address or whom it is for holds the words asked for.
bool found_in(const AccountLine& line, std::string_view words) {
    const auto holds = [&](std::string_view text) {
        return std::search(text.begin(), text.end(), words.begin(), words.end(),
                           [](char x, char y) {
                               const auto lower = [](char c) {
                                   return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
                               };
                               return lower(x) == lower(y);
                           }) != text.end();
    };
    return words.empty() || holds(line.name) || holds(line.email) || holds(line.title) ||
           std::any_of(line.whom.begin(), line.whom.end(), holds);
}

/// Who sits on a body and cannot sign in yet, each a press away.
Html without_account(const DeskVisit& visit, const std::vector<views::Named>& people) {
    std::vector<Html> items;
    for (const auto& each : people) {
        items.push_back(li(a(visit.links.desk_part("add-account").query("person", each.id),
                             "Invite ", each.name)));
    }
    return fragment(h(2, "Members without an account"),
                    p("They hold a seat today and cannot sign in."), plain_list(items));
}

Html task_button(const DeskVisit& visit, const AccountLine& line, std::string_view task,
                 std::string_view words) {
    return button_form({.action = account_url(visit, line.name), .csrf = visit.who.session.csrf},
                       {{"task", std::string(task)}}, words);
}

Html tasks_of(const DeskVisit& visit, const AccountLine& line, bool own) {
    std::vector<Html> out;
    const bool stopped = line.status == "stopped";
    const bool over = line.status == "ended";
    if (!stopped && !over && !line.practice && !line.email.empty()) {
        out.push_back(li(task_button(visit, line, "link",
                                     line.status == "invited" ? "Send the invitation again"
                                                              : "Send a link for a new password")));
    }
    if (!stopped && !over) {
        out.push_back(li(task_button(visit, line, "sign-out", "Sign it out everywhere")));
    }
    if (stopped) {
        out.push_back(li(task_button(visit, line, "resume", "Take it up again")));
    } else if (!own) {
        out.push_back(li(task_button(visit, line, "stop", "Stop it")));
    }
    if (!own) {
        out.push_back(li(a(account_url(visit, line.name).slash("remove"), "Remove it")));
    }
    return plain_list(out);
}

/// For whoever gets no mail: a password that is told to them.
Html password_part(const DeskVisit& visit, const AccountLine& line, const ErrorList& errors) {
    return fragment(
        h(2, "A new password"),
        p("Without an e-mail address it gets no link. Choose a password, tell it to its owner, and "
          "ask them to change it."),
        form({.action = account_url(visit, line.name), .csrf = visit.who.session.csrf},
             hidden("task", "password"), new_password_fields(errors, "New password"),
             secondary_button("Set the password")));
}

Html summary_of(const AccountLine& line) {
    govuk::SummaryList list;
    add_row(list, "State", status_tag(line));
    add_row(list, "Kind", line.kind_words);
    add_row(list, "For", whom(line));
    add_row(list, "Shown as", line.title);
    add_row(list, "E-mail", line.email.empty() ? "None: it gets no mail" : line.email);
    add_row(list, "Signs in by",
            line.password && line.email.empty() ? "Password"
            : line.password                     ? "Password, or links by mail"
            : line.email.empty()                ? "Nothing yet"
                                                : "Links by mail");
    if (line.kind != "member") {
        add_row(list, "Last day", line.last_day ? date(*line.last_day) : text("None set"));
    }
    add_row(list, "Last signed in",
            line.last_signed_in ? when(*line.last_signed_in) : text("Never"));
    return govuk::summary_list(list);
}

const AccountLine& line_named(const views::AccountsPage& page, std::string_view name) {
    const auto found = std::find_if(page.accounts.begin(), page.accounts.end(),
                                    [&](const AccountLine& each) { return each.name == name; });
    if (found == page.accounts.end()) {
        no_such_page();
    }
    return *found;
}

/// Where it is signed in, for whoever keeps it.
Html sessions_of(const DeskVisit& visit, const Account& account) {
    const auto lines =
        views::session_lines(visit.partnership, account, visit.who.session.id, base::system_now());
    if (!lines) {
        not_now();
    }
    if (lines->empty()) {
        return nothing_here("It is signed in nowhere.");
    }
    std::vector<Html> items;
    for (const auto& each : *lines) {
        items.push_back(li(each.device, ", since ", when(each.begun), ". ", each.how, "."));
    }
    return plain_list(items);
}

/// How long whoever was invited has left.
Html invitation_of(const DeskVisit& visit, const Account& account) {
    const auto until = views::invitation_until(visit.partnership, account, base::system_now());
    if (!until) {
        not_now();
    }
    return *until ? fragment("The invitation works until ", when(**until), ". ")
                  : text("The invitation has run out, or opens nothing any more: send it again. ");
}

Html page_parts(const DeskVisit& visit, const AccountLine& line, const Account& account,
                const ErrorList& errors) {
    Html main = fragment(errors.summary(), told_notice(visit), page_heading(line.name, "Account"),
                         summary_of(line));
    const bool mails = !line.email.empty();
    if (line.status == "ended") {
        main += p("Its last day is over: nobody signs in by it, and its links open nothing. To let "
                  "its owner in again, change it: give it a later last day, or none.");
    }
    if (line.status == "invited") {
        main += p("Its owner has not entered yet. ", invitation_of(visit, account),
                  mails ? a(visit.links.desk_part("outbox"),
                            "Invitations that were sent are in the outbox")
                        : text("It has no e-mail address: give it one, then send the invitation"),
                  ".");
    }
    if (!line.may_keep) {
        main += p("Only the administrator changes an account of this kind.");
        return main;
    }
    if (line.practice) {
        main += p("Everybody who practises knows its password, so it stays as it is.");
    }
    const auto change = account_url(visit, line.name).slash("change");
    main += link_button("Change it", change, {.classes = "govuk-button--secondary"});
    if (visit.options.single_sign_on && visit.options.single_sign_on->any(visit.partnership.id())) {
        main += p(a(account_url(visit, line.name).slash("single-sign-on"),
                    "Single sign-on of this account"));
    }
    const bool own = visit.who.session.account.name == line.name;
    if (line.email.empty() && !line.practice && line.status != "stopped" && !own) {
        main += password_part(visit, line, errors);
    }
    main += fragment(h(2, "Where it is signed in"), sessions_of(visit, account));
    main += fragment(h(2, "What can be done"), tasks_of(visit, line, own));
    return main;
}

Content framed_as(const DeskVisit& visit, std::string title, Html main) {
    return {.title = title,
            .section = "desk",
            .trail = {{.content = "My desk", .href = visit.links.desk()},
                      {.content = "Accounts", .href = visit.links.desk_part("accounts")},
                      {.content = title}},
            .main = reading_column(main)};
}

/// Does what a button asked; false when the account is gone.
base::Result<bool> done_to(const DeskVisit& visit, const Account& account, std::string_view task) {
    auto& accounts = visit.workspace.accounts();
    if (task == "stop") {
        return accounts.stop(account.name);
    }
    if (task == "resume") {
        return accounts.take_up_again(account.name);
    }
    if (task == "remove") {
        return views::remove_account(visit.partnership, account.name);
    }
    if (task == "password" && account.email.empty() && !account.practice) {
        return accounts.change_password(account.name, visit.form.get("password").value_or(""))
            .map([] { return true; });
    }
    const auto yes = [](const auto&) { return true; };
    if (task == "sign-out") {
        return accounts.sign_out_everywhere(account.name).map([] { return true; });
    }
    if (task == "link" && !account.email.empty() && !account.practice) {
        return views::send_link(visit.partnership, account, base::system_now()).map(yes);
    }
    throw http::BrokenRequest(400, "This cannot be done to the account. Go back and choose again.");
}

std::string_view told_of(std::string_view task) {
    return task == "stop"       ? "stopped"
           : task == "password" ? "set"
           : task == "resume"   ? "resumed"
           : task == "sign-out" ? "signed-out"
                                : task;
}

} // namespace

Url account_url(const DeskVisit& visit, std::string_view name) {
    return visit.links.desk_part("accounts").slash(name);
}

Account account_of(const DeskVisit& visit, bool to_keep) {
    auto found = visit.workspace.accounts().find(visit.request.capture("account"));
    if (!found) {
        not_now();
    }
    if (!*found || (*found)->name != visit.request.capture("account")) {
        no_such_page();
    }
    if (to_keep && !views::may_keep(visit.kind(), (*found)->kind)) {
        throw http::BrokenRequest(403, "Only the administrator changes an account of this kind.");
    }
    return std::move(**found);
}

http::Response accounts_list(const DeskVisit& visit) {
    const auto page = page_of(visit);
    const auto words = visit.request.query.get("find").value_or("").substr(0, 100);
    Html main =
        fragment(told_notice(visit), page_heading("Accounts"),
                 p("Who may sign in. What they may do follows from their seats and offices on the "
                   "day, so nothing is set here but who they are."),
                 link_button("Invite somebody", visit.links.desk_part("add-account")),
                 search_form({.action = visit.links.desk_part("accounts")},
                             text_field({.name = "find",
                                         .label = "Find an account",
                                         .hint = "A name, an address, or whom it is for",
                                         .value = std::string(words),
                                         .type = "search",
                                         .width = 20}),
                             secondary_button("Find")));
    std::vector<const AccountLine*> lines;
    for (const auto kind : listed) {
        for (const auto& each : page.accounts) {
            if (each.kind == kind && found_in(each, words)) {
                lines.push_back(&each);
            }
        }
    }
    if (!lines.empty()) {
        main += accounts_table(visit, lines);
    } else {
        main += nothing_here(words.empty() ? "Nobody has an account yet. Invite somebody."
                                           : "No account is found by that. Try fewer letters.");
    }
    if (words.empty() && !page.without.empty()) {
        main += without_account(visit, page.without);
    }
    return framed(visit, {.title = "Accounts",
                          .section = "desk",
                          .trail = {{.content = "My desk", .href = visit.links.desk()},
                                    {.content = "Accounts"}},
                          .main = full_width(main)});
}

http::Response account_page(const DeskVisit& visit) {
    const auto account = account_of(visit, false);
    const auto page = page_of(visit);
    const auto& line = line_named(page, account.name);
    return framed(visit, framed_as(visit, line.name, page_parts(visit, line, account, {})));
}

http::Response account_task(const DeskVisit& visit) {
    const auto account = account_of(visit, true);
    const auto task = visit.form.get("task").value_or("");
    const bool own = account.name == visit.who.session.account.name;
    if (own && (task == "stop" || task == "remove" || task == "password")) {
        throw http::BrokenRequest(403, "This is your own account: change its password at My "
                                       "account, and ask another administrator to stop or remove "
                                       "it.");
    }
    ErrorList errors;
    if (task == "password") {
        static_cast<void>(new_password(visit.form, errors));
    }
    const auto done = errors.empty() ? done_to(visit, account, task) : base::Result<bool>(false);
    if (!done) {
        add_failure(errors, done.error(), {"name", "email", "password"});
    }
    if (!errors.empty()) {
        const auto page = page_of(visit);
        const auto& line = line_named(page, account.name);
        auto content = framed_as(visit, line.name, page_parts(visit, line, account, errors));
        content.title = error_title(errors, content.title);
        auto response = framed(visit, std::move(content));
        response.status = 422;
        return response;
    }
    if (task == "remove" || !*done) {
        return told(visit.links.desk_part("accounts"), "removed");
    }
    return told(account_url(visit, account.name), told_of(task));
}

http::Response remove_page(const DeskVisit& visit) {
    const auto account = account_of(visit, true);
    Html main = page_heading("Remove the account " + account.name, "Account");
    main += p("Nobody can sign in by it any more, and its private notes on papers are erased. What "
              "was recorded stays in the record.");
    main += p("To keep somebody out for a while, stop the account instead.");
    main += form({.action = account_url(visit, account.name), .csrf = visit.who.session.csrf},
                 hidden("task", "remove"),
                 button_row(warning_button("Remove the account"),
                            a(account_url(visit, account.name), "Keep it")));
    return framed(visit, framed_as(visit, "Remove " + account.name, main));
}

} // namespace quorate::web
