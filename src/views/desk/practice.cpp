#include "views/desk/practice.hpp"

#include "governance/lookup.hpp"
#include "partnership/workspace/accounts.hpp"
#include "views/ground.hpp"
#include "views/partner/partner.hpp"
#include "views/reader.hpp"

#include <algorithm>
#include <set>

namespace quorate::views {

using namespace governance;
using partnership::Account;
using partnership::AccountKind;
using partnership::Partnership;

namespace {

std::string account_name(const SeatId& seat) {
    std::string out = seat.value;
    std::replace(out.begin(), out.end(), '/', '-');
    return out;
}

/// An address nobody has (RFC 2606), so that links can be asked for in practice; nothing is sent to
/// it.
std::string practice_email(const partnership::Partnership& partnership, const std::string& name) {
    return name + "@" + partnership.id() + ".example";
}

/// Whoever holds the seat alone, when the register says who that is.
std::optional<PersonId> only_holder(const State& state, const Seat& seat, base::Instant now) {
    const auto* occupant = occupant_at(state, seat, now);
    return occupant != nullptr && occupant->persons.size() == 1
               ? std::optional(occupant->persons.front())
               : std::nullopt;
}

/// The account of a seat's holder: the person's when the register knows them, so that they have
/// every seat they hold; else the seat's.
Account member(std::string name, const Seat& seat, std::optional<PersonId> person) {
    Account out{.name = std::move(name),
                .title = "Seat " + std::to_string(seat.number),
                .kind = AccountKind::member,
                .practice = true,
                .person = std::move(person)};
    if (!out.person) {
        out.seats = {{ActorKind::seat, seat.id.value}};
    }
    return out;
}

bool any_seat_of(const State& state, const OrganisationId& organisation) {
    bool found = false;
    state.seats.each([&](const Seat& seat) {
        found = found || (seat.organisation == organisation && !seat.removed);
    });
    return found;
}

/// The organisation with the most to answer, else the first that has a seat; nothing when none has.
std::optional<OrganisationId> organisation_to_practise_as(const Partnership& partnership) {
    const auto state = partnership.state();
    std::optional<OrganisationId> best;
    std::size_t most = 0;
    state->organisations.each([&](const Organisation& each) {
        const bool has_seat = any_seat_of(*state, each.id);
        Viewer viewer;
        viewer.kind = ViewerKind::partner;
        viewer.organisations = {each.id};
        const auto reader = Reader::open(partnership, viewer);
        const auto open = reader ? to_answer(*reader).size() : 0;
        if (open > most || (!best && has_seat)) {
            best = each.id;
            most = std::max(most, open);
        }
    });
    return best;
}

/// Those of no seat: the officers, and an organisation's.
std::vector<Account> offices(const Partnership& partnership, const std::vector<Account>& known) {
    const auto plain = [](std::string name, std::string title, AccountKind kind) {
        return Account{
            .name = std::move(name), .title = std::move(title), .kind = kind, .practice = true};
    };
    std::vector<Account> out = {
        plain("secretariat", "Secretariat", AccountKind::secretariat),
        plain("auditor", "Auditor", AccountKind::auditor),
        plain("administrator", "Administrator", AccountKind::administrator)};
    const auto is_partner = [](const Account& each) { return each.name == "partner"; };
    if (std::any_of(known.begin(), known.end(), is_partner)) {
        return out;
    }
    if (auto organisation = organisation_to_practise_as(partnership)) {
        auto partner = plain("partner", "Partner", AccountKind::partner);
        partner.organisations = {std::move(*organisation)};
        out.push_back(std::move(partner));
    }
    return out;
}

} // namespace

bool has_practice_accounts(const partnership::Partnership& partnership) {
    return partnership.workspace() != nullptr &&
           (partnership.kind() == PartnershipKind::rehearsal ||
            partnership.kind() == PartnershipKind::fictional);
}

std::string practice_words(const Reader& reader, const Account& account) {
    const auto& ground = reader.ground();
    if (!account.organisations.empty()) {
        return ground.organisation(account.organisations.front());
    }
    const auto person = account.person ? ground.person(*account.person) : std::nullopt;
    if (person) {
        return *person + ", " + account.title;
    }
    const auto stem = account.name.substr(0, account.name.rfind('-'));
    const auto* body = ground.state().bodies.find(BodyId(stem));
    return body == nullptr ? account.title : account.title + ", " + ground.body(body->id).name;
}

base::Result<void> make_practice_accounts(const partnership::Partnership& partnership) {
    if (!has_practice_accounts(partnership)) {
        return {};
    }
    const auto snapshot = partnership.snapshot();
    const auto& state = snapshot->state;
    const auto now = partnership.now();
    const auto known = partnership.workspace()->accounts().list();
    if (!known) {
        return tl::unexpected(known.error());
    }
    auto wanted = offices(partnership, *known);
    if (state.bodies.size() > 0) {
        const auto& first = state.bodies.at(0).id;
        for (const char* office : {"chair", "vice-chair"}) {
            const auto held = office_at(state, first, office, now, snapshot->context());
            if (held.seat != nullptr) {
                wanted.push_back(member(office, *held.seat, only_holder(state, *held.seat, now)));
            }
        }
    }
    std::set<std::string> persons;
    state.bodies.each([&](const Body& body) {
        for (const auto* seat : seats_filled_at(state, body.id, now)) {
            auto person = only_holder(state, *seat, now);
            if (!person || persons.insert(person->value).second) {
                wanted.push_back(member(account_name(seat->id), *seat, std::move(person)));
            }
        }
    });
    for (auto& account : wanted) {
        account.email = practice_email(partnership, account.name);
    }
    return partnership.workspace()->accounts().add_practice(wanted, practice_password);
}

} // namespace quorate::views
