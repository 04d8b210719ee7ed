#include "ground.hpp"

#include "base/hash.hpp"

#include <fmt/format.h>
#include <map>

namespace properties {

using namespace quorate;
using namespace quorate::governance;

namespace {

base::Zone london() {
    return *base::Zone::find("Europe/London");
}

charter::Library& library() {
    static charter::Library all;
    return all;
}

const calendar::CalendarLibrary& calendars() {
    static const auto all = [] {
        auto loaded = calendar::load_calendars(QUORATE_SOURCE_DIR "/data/calendars");
        QUORATE_ASSERT(loaded.has_value());
        return *loaded;
    }();
    return all;
}

} // namespace

base::Instant instant(const std::string& at) {
    const auto parsed = base::parse_when(at, london());
    QUORATE_ASSERT(parsed.has_value());
    return *parsed;
}

const Context& Ground::context() {
    static const Context shared(library(), calendars());
    return shared;
}

std::shared_ptr<const charter::Charter> Ground::charter_of(const std::string& text) {
    static std::map<std::string, std::shared_ptr<const charter::Charter>> known;
    auto& held = known[text];
    if (held == nullptr) {
        auto added = library().add(text, "small.md");
        if (!added) {
            fmt::print(stderr, "{}\n{}\n", added.error().text(), text);
        }
        QUORATE_ASSERT(added.has_value());
        held = *added;
    }
    return held;
}

void Ground::apply(const Event& event, const std::string& at) {
    const auto when = instant(at);
    governance::apply(
        state, event,
        Stamp{when, when, position_++, EntryId("e"), Actor{ActorKind::servicing, ""}});
}

void Ground::adopt(const std::string& body, const std::string& charter_text,
                   const std::string& at) {
    const auto charter = charter_of(charter_text);
    if (state.bodies.find(BodyId(body)) == nullptr) {
        apply(events::BodyEstablished{BodyId(body), body, BodyStatus::established, false}, at);
    }
    events::CharterAdopted adopted;
    adopted.body = BodyId(body);
    adopted.charter = charter->name;
    adopted.digest = base::hex(charter->digest);
    adopted.zone = "Europe/London";
    apply(adopted, at);
}

Submission Ground::submission(Act act, const std::string& at, const std::string& actor) {
    Submission out;
    out.id = EntryId("e");
    out.act = std::move(act);
    out.made_by = *parse_actor(actor);
    out.recorded_by = Actor{ActorKind::servicing, ""};
    out.evidence = Evidence::room;
    out.effective = instant(at);
    return out;
}

Ruling Ground::preview(Act act, const std::string& at, const std::string& actor) const {
    const auto asked = submission(std::move(act), at, actor);
    return rule(state, asked, context(), asked.effective);
}

Ruling Ground::submit(Act act, const std::string& at, const std::string& actor) {
    auto ruling = preview(std::move(act), at, actor);
    for (const auto& event : ruling.events) {
        apply(event, at);
    }
    return ruling;
}

std::string codes(const Ruling& ruling) {
    std::string out(verdict_name(ruling.verdict));
    for (const auto& reason : ruling.reasons) {
        out += " " + std::string(code_name(reason.code));
        for (const auto& fact : reason.facts) {
            out += " " + fact.name + "=";
            out += std::holds_alternative<std::int64_t>(fact.value)
                       ? std::to_string(std::get<std::int64_t>(fact.value))
                       : std::get<std::string>(fact.value);
        }
    }
    return out;
}

std::int64_t number(const Ruling& ruling, std::initializer_list<Code> codes,
                    const std::string& name) {
    for (const auto code : codes) {
        if (const auto* reason = ruling.reason(code)) {
            for (const auto& fact : reason->facts) {
                if (fact.name == name && std::holds_alternative<std::int64_t>(fact.value)) {
                    return std::get<std::int64_t>(fact.value);
                }
            }
        }
    }
    return -1;
}

} // namespace properties
