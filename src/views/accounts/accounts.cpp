#include "views/accounts/accounts.hpp"

#include "base/text.hpp"
#include "partnership/workspace/contacts.hpp"
#include "partnership/workspace/reading.hpp"
#include "views/desk/viewer.hpp"
#include "views/ground.hpp"

#include <algorithm>
#include <map>

namespace quorate::views {

using namespace governance;
using base::fail;
using base::Result;
using partnership::Account;
using partnership::AccountKind;
using partnership::AccountStatus;
using partnership::LinkPurpose;
using partnership::Partnership;

namespace {

struct KindWords {
    AccountKind kind;
    const char* word;
    const char* words;
    const char* what; ///< for whom
};
constexpr KindWords kinds[] = {
    {AccountKind::member, "member", "Member", "a person of the register, or a seat"},
    {AccountKind::partner, "partner", "Partner", "answers for an organisation"},
    {AccountKind::secretariat, "secretariat", "Secretariat", "runs the meetings"},
    {AccountKind::auditor, "auditor", "Auditor", "reads everything, changes nothing"},
    {AccountKind::administrator, "administrator", "Administrator", "keeps accounts and mail"},
};

const KindWords& of(AccountKind kind) {
    return *std::find_if(std::begin(kinds), std::end(kinds),
                         [&](const KindWords& each) { return each.kind == kind; });
}

/// Once it has ended that is what counts, unless it was stopped besides.
bool is_over(const Account& account, base::Instant now) {
    return account.status != AccountStatus::stopped && account.ended(now);
}

std::string status_word(AccountStatus status) {
    switch (status) {
    case AccountStatus::invited:
        return "invited";
    case AccountStatus::stopped:
        return "stopped";
    case AccountStatus::active:
        break;
    }
    return "active";
}

std::string status_words(AccountStatus status) {
    switch (status) {
    case AccountStatus::invited:
        return "Invited";
    case AccountStatus::stopped:
        return "Stopped";
    case AccountStatus::active:
        break;
    }
    return "Can sign in";
}

std::string seat_name(const Ground& ground, const Seat& seat) {
    return ground.body(seat.body).name + ", " + seat_words(ground.seat(seat, ground.now));
}

std::vector<std::string> whom(const Ground& ground, const Account& account) {
    std::vector<std::string> out;
    if (account.person) {
        out.push_back(ground.person(*account.person).value_or("A person of the register"));
    }
    for (const auto& actor : account.seats) {
        const auto* seat = ground.state().seats.find(SeatId(actor.id));
        out.push_back(seat == nullptr ? governance::text(actor) : seat_name(ground, *seat));
    }
    for (const auto& id : account.organisations) {
        out.push_back(ground.organisation(id));
    }
    return out;
}

AccountLine line_of(const Ground& ground, const Account& account, ViewerKind viewer,
                    base::Instant now) {
    const bool over = is_over(account, now);
    AccountLine out;
    out.name = account.name;
    out.title = viewer_title(ground.partnership, account);
    out.kind = of(account.kind).word;
    out.kind_words = of(account.kind).words;
    out.status = over ? "ended" : status_word(account.status);
    out.status_words = over ? "Ended" : status_words(account.status);
    out.last_day = last_day(ground.partnership, account);
    out.whom = whom(ground, account);
    out.email = account.email;
    out.password = account.password;
    out.practice = account.practice;
    out.may_keep = may_keep(viewer, account.kind);
    if (account.last_signed_in) {
        out.last_signed_in = Moment{*account.last_signed_in,
                                    ground.partnership.zone().local(*account.last_signed_in)};
    }
    return out;
}

void add_register(const Ground& ground, AccountsPage& out) {
    ground.state().persons.each([&](const Person& each) {
        if (auto name = ground.person(each.id)) {
            out.people.push_back({each.id.value, std::move(*name)});
        }
    });
    ground.state().bodies.each([&](const Body& body) {
        for (const auto* seat : seats_at(ground.state(), body.id, ground.now)) {
            out.seats.push_back({seat->id.value, seat_name(ground, *seat)});
        }
    });
    ground.state().organisations.each([&](const Organisation& each) {
        out.organisations.push_back({each.id.value, ground.organisation(each.id)});
    });
    const auto by_name = [](const Named& a, const Named& b) { return a.name < b.name; };
    std::sort(out.people.begin(), out.people.end(), by_name);
    std::sort(out.organisations.begin(), out.organisations.end(), by_name);
}

/// People who hold a seat today and have no account, neither their own nor one of a seat of theirs.
void add_without(const Ground& ground, const std::vector<Account>& accounts, AccountsPage& out) {
    const auto has_account = [&](const Seat& seat, const PersonId& person) {
        return std::any_of(accounts.begin(), accounts.end(), [&](const Account& each) {
            const Actor of_seat{ActorKind::seat, seat.id.value};
            return each.person == person ||
                   std::find(each.seats.begin(), each.seats.end(), of_seat) != each.seats.end();
        });
    };
    std::map<std::string, bool> known; // by person: whether any account is theirs
    ground.state().bodies.each([&](const Body& body) {
        for (const auto* seat : seats_filled_at(ground.state(), body.id, ground.now)) {
            for (const auto& person : occupant_at(ground.state(), *seat, ground.now)->persons) {
                known[person.value] = known[person.value] || has_account(*seat, person);
            }
        }
    });
    for (const auto& person : out.people) {
        const auto found = known.find(person.id);
        if (found != known.end() && !found->second) {
            out.without.push_back(person);
        }
    }
}

std::optional<AccountKind> kind_named(std::string_view word) {
    for (const auto& each : kinds) {
        if (each.word == word) {
            return each.kind;
        }
    }
    return std::nullopt;
}

Result<void> set_person(const Partnership& partnership, Account& account,
                        const std::string& person) {
    if (person.empty()) {
        account.person.reset();
        return {};
    }
    const auto id = person.starts_with("person:") ? person.substr(7) : person;
    if (!in_register(partnership, {ActorKind::person, id})) {
        return fail("person", "there is no person " + id + " in the register",
                    "Register them first, or choose another");
    }
    account.person = PersonId(id);
    return {};
}

Result<void> set_seats(const Partnership& partnership, Account& account,
                       const std::vector<std::string>& seats) {
    account.seats.clear();
    for (const auto& each : seats) {
        const Actor seat{ActorKind::seat, each.starts_with("seat:") ? each.substr(5) : each};
        if (!in_register(partnership, seat)) {
            return fail("seats", "there is no seat " + seat.id + " in the register",
                        "Write a seat as kp/7");
        }
        account.seats.push_back(seat);
    }
    return {};
}

Result<void> set_organisations(const Partnership& partnership, Account& account,
                               const std::vector<std::string>& organisations) {
    account.organisations.clear();
    const auto state = partnership.state();
    for (const auto& each : organisations) {
        if (state->organisations.find(OrganisationId(each)) == nullptr) {
            return fail("organisations", "there is no organisation " + each + " in the register",
                        "Admit it first, or choose another");
        }
        account.organisations.emplace_back(each);
    }
    return {};
}

Result<void> set_last_day(const Partnership& partnership, Account& account,
                          const std::string& typed, base::Instant now) {
    if (typed.empty()) {
        account.ends.reset();
        return {};
    }
    const auto day = base::parse_date(typed);
    if (!day) {
        return fail("last_day", "\"" + typed.substr(0, 40) + "\" is not a date",
                    "Write it as 2026-11-30");
    }
    if (last_day(partnership, account) == *day) {
        return {}; // one that is over stays when something else is changed
    }
    const auto today = partnership.zone().date_of(now);
    constexpr std::int32_t days_ahead_max = 366 * 20;
    if (*day < today) {
        return fail("last_day", "the last day cannot be before today",
                    "To let nobody in by it from now on, stop the account instead");
    }
    if (day->days > today.days + days_ahead_max) {
        return fail("last_day", "that is more than 20 years ahead", "Check the year");
    }
    account.ends = partnership.zone().start_of(base::CivilDate{day->days + 1});
    return {};
}

/// What an account is tied to must fit its kind.
Result<void> check_ties(const Account& account) {
    const bool member = account.kind == AccountKind::member;
    if (member && !account.person && account.seats.empty()) {
        return fail("person", "a member's account is for a person or a seat",
                    "Choose who it is for");
    }
    if (!member && (account.person || !account.seats.empty())) {
        return fail("person", "only a member's account is for a person or a seat",
                    "Choose another kind, or nobody");
    }
    const bool partner = account.kind == AccountKind::partner;
    if (partner == account.organisations.empty()) {
        return fail("organisations",
                    partner ? "a partner's account answers for an organisation"
                            : "only a partner's account answers for an organisation",
                    partner ? "Choose which" : "Choose another kind, or none");
    }
    return {};
}

std::string usual_title(const Partnership& partnership, const Account& account) {
    if (account.kind == AccountKind::partner) {
        const auto state = partnership.state();
        const auto* found = state->organisations.find(account.organisations.front());
        return found == nullptr ? "Partner"
                                : found->name.substr(0, partnership::account_title_length_max);
    }
    if (account.kind != AccountKind::member) {
        return of(account.kind).words;
    }
    if (account.seats.empty()) {
        return "Member"; // whose seats are those of the day
    }
    const auto& seat = account.seats.front().id;
    return "Seat " + seat.substr(seat.rfind('/') + 1);
}

/// A name to sign in with that nobody has: of the address, else of whom it is tied to.
Result<std::string> free_name(const Partnership& partnership, const Account& account) {
    const auto at = std::min(account.email.find('@'), account.email.size());
    std::string stem = account.email.substr(0, at);
    if (stem.empty()) {
        stem = !account.seats.empty()           ? account.seats.front().id
               : !account.organisations.empty() ? account.organisations.front().value
               : account.person                 ? account.person->value
                                                : std::string(of(account.kind).word);
    }
    std::string plain;
    for (const char c : stem.substr(0, 50)) {
        const char lower = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
        plain += partnership::plain_account_name(std::string_view(&lower, 1)) ? lower : '-';
    }
    const auto known = partnership.workspace()->accounts().list();
    if (!known) {
        return tl::unexpected(known.error());
    }
    const auto taken = [&](const std::string& name) {
        return std::any_of(known->begin(), known->end(),
                           [&](const Account& each) { return each.name == name; });
    };
    auto name = plain;
    for (int i = 2; taken(name); ++i) {
        name = plain + "-" + std::to_string(i);
    }
    return name;
}

} // namespace

std::string kind_words(AccountKind kind) {
    return of(kind).words;
}

std::optional<base::CivilDate> last_day(const Partnership& partnership, const Account& account) {
    return account.ends
               ? std::optional(partnership.zone().date_of(base::Instant{account.ends->ms - 1}))
               : std::nullopt;
}

bool may_keep(ViewerKind viewer, AccountKind kind) {
    return viewer == ViewerKind::administrator ||
           (viewer == ViewerKind::secretariat &&
            (kind == AccountKind::member || kind == AccountKind::partner));
}

Result<std::optional<AccountsPage>> accounts_page(const Reader& reader, base::Instant now) {
    const auto& ground = reader.ground();
    if (!ground.see.accounts() || ground.partnership.workspace() == nullptr) {
        return std::optional<AccountsPage>{};
    }
    const auto accounts = ground.partnership.workspace()->accounts().list();
    if (!accounts) {
        return tl::unexpected(accounts.error());
    }
    AccountsPage out;
    const auto viewer = ground.see.viewer().kind;
    for (const auto& account : *accounts) {
        out.accounts.push_back(line_of(ground, account, viewer, now));
    }
    for (const auto& each : kinds) {
        if (may_keep(viewer, each.kind)) {
            out.kinds.push_back({each.word, std::string(each.words) + ": " + each.what});
        }
    }
    add_register(ground, out);
    add_without(ground, *accounts, out);
    return std::optional(std::move(out));
}

Result<Account> account_changed(const Partnership& partnership, Account account,
                                const AccountAsked& asked, base::Instant now) {
    Result<void> set;
    if (asked.person) {
        set = set_person(partnership, account, *asked.person);
    }
    if (set && asked.seats) {
        set = set_seats(partnership, account, *asked.seats);
    }
    if (set && asked.organisations) {
        set = set_organisations(partnership, account, *asked.organisations);
    }
    if (set) {
        set = check_ties(account);
    }
    if (set && asked.last_day) {
        set = set_last_day(partnership, account, *asked.last_day, now);
    }
    if (!set) {
        return tl::unexpected(set.error());
    }
    if (asked.email) {
        account.email = *asked.email;
    }
    if (asked.title) {
        account.title = *asked.title;
    }
    if (account.title.empty()) {
        account.title = usual_title(partnership, account);
    }
    return account;
}

Result<Account> account_asked(const Partnership& partnership, const AccountAsked& asked,
                              base::Instant now) {
    const auto kind = kind_named(asked.kind);
    if (!kind) {
        return fail("kind", "there is no kind of account called " + asked.kind.substr(0, 40),
                    "One of member, partner, secretariat, auditor, administrator");
    }
    Account account;
    account.kind = *kind;
    auto changed = account_changed(partnership, account, asked, now);
    if (!changed) {
        return changed;
    }
    if (!asked.name.empty()) {
        changed->name = asked.name;
        return changed;
    }
    auto name = free_name(partnership, *changed);
    if (!name) {
        return tl::unexpected(name.error());
    }
    changed->name = std::move(*name);
    return changed;
}

std::string link_path(const Partnership& partnership, std::string_view token) {
    return "/" + partnership.id() + "/link/" + std::string(token);
}

Result<std::string> invite(const Partnership& partnership, const Account& account,
                           base::Instant now) {
    auto& accounts = partnership.workspace()->accounts();
    if (auto added = accounts.add_invited(account); !added) {
        return tl::unexpected(added.error());
    }
    return accounts
        .make_link(account.name, LinkPurpose::invitation, partnership::invitation_lasts,
                   link_mail(partnership, LinkPurpose::invitation), now)
        .map([&](const std::string& token) { return link_path(partnership, token); });
}

Result<std::string> send_link(const Partnership& partnership, const Account& account,
                              base::Instant now) {
    const bool invited = account.status == AccountStatus::invited;
    const auto purpose = account.practice ? LinkPurpose::sign_in
                         : invited        ? LinkPurpose::invitation
                                          : LinkPurpose::reset;
    return partnership.workspace()
        ->accounts()
        .make_link(account.name, purpose,
                   invited ? std::chrono::minutes(partnership::invitation_lasts)
                           : std::chrono::minutes(partnership::office_link_lasts),
                   link_mail(partnership, purpose), now)
        .map([&](const std::string& token) { return link_path(partnership, token); });
}

Result<bool> remove_account(const Partnership& partnership, std::string_view name) {
    auto& workspace = *partnership.workspace();
    auto removed = workspace.accounts().remove(name);
    if (removed && *removed) {
        if (auto erased = partnership::erase_reading(workspace, name); !erased) {
            return tl::unexpected(erased.error());
        }
    }
    return removed;
}

} // namespace quorate::views
