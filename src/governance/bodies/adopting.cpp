#include "governance/bodies/adopting.hpp"

#include "governance/bodies/segments.hpp"

namespace quorate::governance {

std::string lower_hex(std::string_view digest) {
    const auto parsed = base::parse_hex_digest(digest);
    return parsed ? base::hex(*parsed) : std::string(digest);
}

std::shared_ptr<const charter::Charter> named_charter(Ruler& ruler, const BodyId& body,
                                                      const std::string& name,
                                                      const std::string& digest) {
    const auto parsed = base::parse_hex_digest(digest);
    auto held = parsed ? ruler.context().charters().find(*parsed) : nullptr;
    if (held == nullptr || (!name.empty() && held->name != name)) {
        ruler.no(Code::terms_unknown,
                 {fact("charter", name.empty() ? digest : name), fact("digest", digest)});
        return nullptr;
    }
    if (!held->body.empty() && held->body != body.value) {
        ruler.no(Code::terms_of_another_body,
                 {fact("charter", held->name), fact("body", held->body)});
        return nullptr;
    }
    return held;
}

std::vector<std::string> named_applied(Ruler& ruler, const std::vector<std::string>& applies) {
    std::vector<std::string> out;
    for (const auto& text : applies) {
        const auto applied = parse_applied(text);
        const auto held = applied ? ruler.context().charters().find(applied->second) : nullptr;
        if (held == nullptr || held->name != applied->first) {
            ruler.no(Code::terms_unknown, {fact("charter", applied ? applied->first : text)});
        } else {
            out.push_back(applied->first + "=" + base::hex(applied->second));
        }
    }
    return out;
}

std::optional<std::string> named_calendar(Ruler& ruler, const std::optional<std::string>& digest) {
    if (!digest || digest->empty()) {
        return {};
    }
    const auto parsed = base::parse_hex_digest(*digest);
    if (!parsed || ruler.context().calendars().find(*parsed) == nullptr) {
        ruler.no(Code::calendar_unknown, {fact("calendar", *digest)});
        return {};
    }
    return base::hex(*parsed);
}

namespace {

/// How many holes of the charter in force at an instant nobody has filled; empty for none.
std::optional<std::int64_t> holes_of(const Ruler& ruler, const Body& body, base::Instant at) {
    const auto* in_force = body.charters.at(at);
    const auto digest = in_force == nullptr
                            ? std::nullopt
                            : std::optional(base::parse_hex_digest(in_force->digest));
    const auto held = digest && *digest ? ruler.context().charters().find(**digest) : nullptr;
    const auto open = held == nullptr ? 0 : static_cast<std::int64_t>(held->holes().size());
    return open == 0 ? std::nullopt : std::optional(open);
}

} // namespace

void check_terms_made(Ruler& ruler, const State& after) {
    bool said = false;
    after.bodies.each([&](const Body& body) {
        const auto* before = ruler.state().bodies.find(body.id);
        for (const auto& change : body.terms.changes()) {
            const auto* segment = before == nullptr ? nullptr : before->terms.at(change.from);
            const bool changed = segment == nullptr || (*segment)->spec != change.value->spec;
            if (said || !changed) {
                continue;
            }
            if (const auto open = holes_of(ruler, body, change.from)) {
                ruler.no(Code::holes_open, {fact("body", body.id.view()), fact("holes", *open)});
                said = true;
                continue;
            }
            if (ruler.context().compiled(*change.value, change.from) != nullptr) {
                continue;
            }
            const auto terms = ruler.context().charters().terms(change.value->spec);
            ruler.no(Code::terms_unknown,
                     {fact("charter", body.charters.at(change.from)->charter),
                      fact("problem", terms ? std::string() : terms.error().text())});
            said = true;
        }
    });
}

} // namespace quorate::governance
