#include "governance/meetings/length.hpp"

namespace quorate::governance {

std::optional<std::int64_t> usual_length(const State& state, const BodyId& body_id,
                                         std::int64_t year) {
    const auto* body = state.bodies.find(body_id);
    if (body == nullptr) {
        return {};
    }
    const auto programme = body->programme.find(year);
    if (programme != body->programme.end() && programme->second.length) {
        return programme->second.length;
    }
    for (auto id = body->meetings.rbegin(); id != body->meetings.rend(); ++id) {
        const auto* meeting = state.meetings.find(*id);
        if (meeting != nullptr && meeting->body == body_id && meeting->length) {
            return meeting->length;
        }
    }
    for (auto before = body->programme.rbegin(); before != body->programme.rend(); ++before) {
        if (before->second.length) {
            return before->second.length;
        }
    }
    return {};
}

ExpectedLength expected_length(const State& state, const Meeting& meeting, std::int64_t year) {
    return meeting.length ? ExpectedLength{*meeting.length, false}
                          : expected_length(state, meeting.body, year);
}

ExpectedLength expected_length(const State& state, const BodyId& body, std::int64_t year) {
    const auto usual = usual_length(state, body, year);
    return usual ? ExpectedLength{*usual, false} : ExpectedLength{};
}

} // namespace quorate::governance
