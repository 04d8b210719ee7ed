#include "views/ground.hpp"

#include "charter/wording.hpp"
#include "governance/words.hpp"

#include <cctype>

namespace quorate::views {

using namespace governance;

std::string capitalised(std::string text) {
    if (!text.empty()) {
        text.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(text.front())));
    }
    return text;
}

std::string plain_name(std::string_view id) {
    std::string out(id);
    for (char& c : out) {
        c = c == '-' || c == '_' ? ' ' : c;
    }
    return capitalised(std::move(out));
}

std::string seat_words(const SeatShown& seat) {
    std::string holders;
    for (const auto& name : seat.holders) {
        holders += (holders.empty() ? "" : " and ") + name;
    }
    if (!holders.empty()) {
        return seat.organisation.empty() ? holders : holders + ", " + seat.organisation;
    }
    const auto number = "Seat " + std::to_string(seat.number);
    if (!seat.organisation.empty()) {
        return number + ", " + seat.organisation;
    }
    return seat.sector.empty() ? number : number + ", " + seat.sector + " sector";
}

std::string short_date(base::CivilDate date) {
    const auto whole = base::words(date);
    return whole.substr(whole.find(' ') + 1);
}

std::string evidence_words(Evidence evidence) {
    switch (evidence) {
    case Evidence::room:
        return "In the room";
    case Evidence::telephone:
        return "By telephone";
    case Evidence::e_mail:
        return "By e-mail";
    case Evidence::letter:
        return "By letter";
    case Evidence::sign_in:
        return "Own sign-in";
    }
    return {};
}

bool minutes_published(const Meeting& meeting) {
    return !meeting.minutes.publications.empty();
}

std::string own_clause(const charter::Rule& rule) {
    return rule.cited_clause.empty() ? rule.clause : rule.cited_clause;
}

std::optional<std::string> Ground::words(const Text& text) const {
    auto found = partnership.words(text);
    return found ? *found : std::nullopt;
}

std::string Ground::words_or(const std::optional<Text>& text, std::string_view instead) const {
    if (!text || !text->given()) {
        return std::string(instead);
    }
    return words(*text).value_or(std::string(instead));
}

Moment Ground::moment(const BodyId& body, base::Instant instant) const {
    return {instant, zone_of(state(), body).local(instant)};
}

Named Ground::body(const BodyId& id) const {
    const auto* found = state().bodies.find(id);
    return {id.value,
            found == nullptr || found->name.empty() ? charter::name_words(id.view()) : found->name};
}

Named Ground::party(const std::string& id) const {
    if (state().bodies.find(BodyId(id)) != nullptr) {
        return body(BodyId(id));
    }
    const auto* organisation = state().organisations.find(OrganisationId(id));
    return {id, organisation == nullptr ? charter::name_words(id) : organisation->name};
}

std::string Ground::organisation(const OrganisationId& id) const {
    if (id.empty() || !see.names()) {
        return {};
    }
    const auto* found = state().organisations.find(id);
    return found == nullptr ? charter::name_words(id.view()) : found->name;
}

std::optional<std::string> Ground::person(const PersonId& id) const {
    const auto* found = see.names() ? state().persons.find(id) : nullptr;
    return found == nullptr ? std::nullopt : words(found->name);
}

SeatShown Ground::seat(const Seat& seat, base::Instant at) const {
    SeatShown out;
    out.id = seat.id.value;
    out.number = seat.number;
    out.sector = seat.sector;
    const auto* organisation_of = state().organisations.find(seat.organisation);
    if (out.sector.empty() && organisation_of != nullptr) {
        out.sector = organisation_of->sector;
    }
    out.sector = plain_name(out.sector);
    const auto* occupant = occupant_at(state(), seat, at);
    out.vacant = occupant == nullptr;
    if (!see.names()) {
        return out;
    }
    out.organisation = organisation(seat.organisation);
    out.title = seat.title;
    if (occupant != nullptr) {
        for (const auto& id : occupant->persons) {
            if (auto name = person(id)) {
                out.holders.push_back(std::move(*name));
            }
        }
    }
    return out;
}

std::optional<SeatShown> Ground::seat(const SeatId& id, base::Instant at) const {
    const auto* found = state().seats.find(id);
    return found == nullptr ? std::nullopt : std::optional(seat(*found, at));
}

std::string Ground::actor(const Actor& actor) const {
    switch (actor.kind) {
    case ActorKind::seat:
        if (const auto found = seat(SeatId(actor.id), now)) {
            return "a member (" + seat_words(*found) + ")";
        }
        return "a member";
    case ActorKind::person:
        return (see.register_kept() ? person(PersonId(actor.id)) : std::nullopt)
            .value_or("a person in the register");
    case ActorKind::organisation:
        return see.names() ? organisation(OrganisationId(actor.id))
                           : std::string("a partner organisation");
    case ActorKind::body:
        return body(BodyId(actor.id)).name;
    default:
        return who_words(text(actor));
    }
}

const CompiledTerms* Ground::terms(const BodyId& body, base::Instant at) const {
    return terms_at(state(), body, at, context());
}

Named Ground::meeting(const MeetingId& id) const {
    const auto* found = state().meetings.find(id);
    if (found == nullptr) {
        return {id.value, id.value};
    }
    return {id.value, body(found->body).name + ", " +
                          short_date(moment(found->body, found->scheduled).local.date)};
}

} // namespace quorate::views
