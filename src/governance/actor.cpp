#include "governance/actor.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace quorate::governance {
namespace {

/// Actors named by one word.
constexpr std::array<std::pair<std::string_view, ActorKind>, 6> plain = {
    {{"servicing", ActorKind::servicing},
     {"presiding", ActorKind::presiding},
     {"lead-authority", ActorKind::lead_authority},
     {"auditor", ActorKind::auditor},
     {"administrator", ActorKind::administrator},
     {"public", ActorKind::public_}}};

/// Offices that may be written without "office:".
constexpr std::array<std::string_view, 2> plain_offices = {"chair", "vice-chair"};

/// Actors named by a word, a colon and an id.
constexpr std::array<std::pair<std::string_view, ActorKind>, 5> prefixed = {
    {{"office", ActorKind::office},
     {"seat", ActorKind::seat},
     {"person", ActorKind::person},
     {"organisation", ActorKind::organisation},
     {"body", ActorKind::body}}};

constexpr std::string_view forms =
    "An actor is servicing, presiding, chair, vice-chair, lead-authority, auditor, "
    "administrator, public, or seat:kp/7, person:ID, organisation:kcc, body:psb, "
    "office:NAME";

bool is_plain_office(std::string_view name) {
    return std::find(plain_offices.begin(), plain_offices.end(), name) != plain_offices.end();
}

tl::unexpected<base::Failure> not_an_actor(std::string_view text) {
    std::vector<std::string> words;
    for (const auto& entry : plain) {
        words.emplace_back(entry.first);
    }
    words.insert(words.end(), plain_offices.begin(), plain_offices.end());
    for (const auto& entry : prefixed) {
        words.emplace_back(entry.first);
    }
    const auto word = text.substr(0, text.find(':'));
    const auto near = base::nearest(word, words);
    const auto help = near.empty() || near == word
                          ? std::string(forms)
                          : "Did you mean " + near + "? " + std::string(forms);
    return base::fail("", "\"" + std::string(text.substr(0, 100)) + "\" is not an actor", help);
}

bool is_seat_number(std::string_view text) {
    return !text.empty() && text.front() != '0' && text.size() <= 7 &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// kp/7, or 7 within the body meant.
base::Result<Actor> seat_actor(std::string_view id) {
    const auto slash = id.rfind('/');
    const bool body_fits = slash == std::string_view::npos || base::is_id(id.substr(0, slash));
    if (!body_fits ||
        !is_seat_number(slash == std::string_view::npos ? id : id.substr(slash + 1))) {
        return base::fail("", "\"seat:" + std::string(id.substr(0, 100)) + "\" is not a seat",
                          "Write seat:kp/7, or seat:7 within the body meant");
    }
    return Actor{ActorKind::seat, std::string(id)};
}

} // namespace

base::Result<Actor> parse_actor(std::string_view text) {
    text = base::trim(text);
    for (const auto& [word, kind] : plain) {
        if (text == word) {
            return Actor{kind, {}};
        }
    }
    if (is_plain_office(text)) {
        return Actor{ActorKind::office, std::string(text)};
    }
    if (text == "seat:servicing") {
        return Actor{ActorKind::servicing, {}};
    }
    const auto colon = text.find(':');
    if (colon == std::string_view::npos) {
        return not_an_actor(text);
    }
    const auto word = text.substr(0, colon);
    const auto id = text.substr(colon + 1);
    for (const auto& [prefix, kind] : prefixed) {
        if (word != prefix) {
            continue;
        }
        if (kind == ActorKind::seat) {
            return seat_actor(id);
        }
        if (!base::is_id(id)) {
            return base::fail(
                "",
                "\"" + std::string(text.substr(0, 100)) + "\" does not name " +
                    (kind == ActorKind::organisation || kind == ActorKind::office ? "an " : "a ") +
                    std::string(word) + " by its id",
                "An id is 1 to 80 of a-z 0-9 . _ - / ( ) :, in lower case");
        }
        return Actor{kind, std::string(id)};
    }
    return not_an_actor(text);
}

std::string text(const Actor& actor) {
    if (actor.kind == ActorKind::office && is_plain_office(actor.id)) {
        return actor.id;
    }
    for (const auto& [word, kind] : plain) {
        if (actor.kind == kind) {
            return std::string(word);
        }
    }
    for (const auto& [prefix, kind] : prefixed) {
        if (actor.kind == kind) {
            return std::string(prefix) + ":" + actor.id;
        }
    }
    return "public";
}

} // namespace quorate::governance
