#include "views/partner/liaison.hpp"

#include "views/membership/membership.hpp"
#include "views/partner/partner_make.hpp"
#include "views/reader.hpp"
#include "views/rule_words.hpp"

#include <algorithm>

namespace quorate::views {

using namespace governance;

namespace {

void add_asked(const Ground& ground, const BodyId& body, LiaisonPage& out) {
    const auto* terms = ground.terms(body, ground.now);
    if (terms == nullptr) {
        return;
    }
    for (const auto& rule : terms->terms.all<charter::DutyRule>()) {
        if (rule->evidence == "nominate-liaison") {
            out.asked = rule_words(known_names(ground), *rule.rule, charter::Params(*rule.params));
            out.clause = own_clause(*rule.rule);
        }
    }
}

void add_named(const Ground& ground, const Body& body, LiaisonPage& out) {
    for (const auto& [organisation, line] : body.liaisons) {
        const auto* change = line.change_at(ground.now);
        auto who = change == nullptr ? std::string() : liaison_words(ground, change->value);
        if (!who.empty()) {
            out.named.push_back(
                {ground.party(organisation), std::move(who), ground.moment(body.id, change->from)});
        }
    }
}

} // namespace

std::string liaison_words(const Ground& ground, const Liaison& liaison) {
    if (liaison.seat) {
        const auto seat = ground.seat(*liaison.seat, ground.now);
        return seat ? seat_words(*seat) : liaison.seat->value;
    }
    return liaison.person ? ground.person(*liaison.person).value_or("Somebody named for it") : "";
}

std::optional<LiaisonPage> liaison_page(const Reader& reader, std::string_view id) {
    const auto& ground = reader.ground();
    const auto members = membership_page(reader, id);
    const auto* body = ground.state().bodies.find(BodyId(id));
    if (!members || body == nullptr) {
        return std::nullopt;
    }
    LiaisonPage out;
    out.body = members->body;
    out.organisations = members->organisations;
    for (const auto& line : members->held) {
        const auto words = seat_words(line.seat);
        const auto number = "Seat " + std::to_string(line.seat.number);
        out.seats.push_back(
            {line.seat.id, words.starts_with("Seat ") ? words : number + ", " + words});
    }
    add_asked(ground, body->id, out);
    add_named(ground, *body, out);
    return out;
}

} // namespace quorate::views
