// What a member was asked about before a decision that cannot wait for a meeting.

#include "views/desk/own_make.hpp"
#include "views/desk/urgent.hpp"
#include "views/desk/urgent_make.hpp"
#include "views/reader.hpp"

#include <algorithm>

namespace quorate::views {

using namespace governance;

namespace {

UrgentQuestion question_of(const Ground& ground, const SeatOfViewer& own,
                           const UrgentConsultation& consultation, const ConsultedSeat& asked) {
    const auto& body = own.seat->body;
    UrgentQuestion out;
    out.body = ground.body(body);
    out.number = consultation.number;
    const auto rule = urgent_rule(ground, body);
    out.clause = rule ? own_clause(*rule.rule) : "";
    out.words = ground.words_or(consultation.words, "(words no longer held)");
    out.urgency = ground.words_or(consultation.urgency, "");
    if (consultation.answer_by) {
        out.answer_by = ground.moment(body, *consultation.answer_by);
    }
    out.asked = ground.moment(body, asked.asked);
    out.seat = ground.seat(*own.seat, ground.now);
    out.actor = text(own.actor);
    if (asked.view) {
        out.answer_id = urgent_view_id(*asked.view);
        out.answer = urgent_view_words(*asked.view);
        out.answer_words = ground.words_or(asked.words, "");
    }
    out.open = consultation.open();
    return out;
}

std::vector<UrgentQuestion> all_questions(const Ground& ground) {
    std::vector<UrgentQuestion> out;
    for (const auto& own : seats_of_viewer(ground)) {
        const auto* body = ground.state().bodies.find(own.seat->body);
        if (body == nullptr) {
            continue;
        }
        for (const auto& consultation : body->urgent_consultations) {
            for (const auto& asked : consultation.seats) {
                if (asked.seat == own.seat->id) {
                    out.push_back(question_of(ground, own, consultation, asked));
                }
            }
        }
    }
    return out;
}

} // namespace

std::vector<UrgentQuestion> urgent_questions(const Reader& reader) {
    auto out = all_questions(reader.ground());
    std::erase_if(out, [](const UrgentQuestion& each) { return !each.open; });
    std::stable_partition(out.begin(), out.end(),
                          [](const UrgentQuestion& each) { return each.answer_id.empty(); });
    return out;
}

std::optional<UrgentQuestion> urgent_question(const Reader& reader, std::string_view body,
                                              std::int64_t number) {
    for (auto& each : all_questions(reader.ground())) {
        if (each.body.id == body && each.number == number) {
            return std::move(each);
        }
    }
    return std::nullopt;
}

} // namespace quorate::views
