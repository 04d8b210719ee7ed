#include "views/meetings/answers.hpp"

#include "base/text.hpp"
#include "governance/meetings/substitutes.hpp"
#include "governance/words.hpp"

#include <algorithm>

namespace quorate::views {

using namespace governance;

std::vector<AnswerOf> answers_of(const Ground& ground, const Meeting& meeting) {
    const auto said = [](const std::vector<SeatId>& seats, const SeatId& seat) {
        return std::find(seats.begin(), seats.end(), seat) != seats.end();
    };
    std::vector<AnswerOf> out;
    for (const auto* seat : seats_filled_at(ground.state(), meeting.body, ground.now)) {
        out.push_back({seat, said(meeting.accepted, seat->id), said(meeting.apologies, seat->id),
                       nomination_of(meeting, seat->id)});
    }
    return out;
}

AnswerCounts count_answers(const Ground& ground, const Meeting& meeting) {
    AnswerCounts out;
    for (const auto& each : answers_of(ground, meeting)) {
        ++out.members;
        out.silent += each.silent() ? 1 : 0;
        out.substitutes += each.substitute != nullptr ? 1 : 0;
        out.apologies += each.apologies && each.substitute == nullptr ? 1 : 0;
        out.coming += each.coming && each.substitute == nullptr && !each.apologies ? 1 : 0;
    }
    std::vector<std::string> parts;
    if (out.coming > 0) {
        parts.push_back(number_words(out.coming) + " will come");
    }
    if (out.substitutes > 0) {
        parts.push_back(counted(out.substitutes, "sends a substitute", "send a substitute"));
    }
    if (out.apologies > 0) {
        parts.push_back(number_words(out.apologies) + " sent apologies");
    }
    out.words = parts.empty() ? "Nobody has answered yet." : as_sentence(base::list_words(parts));
    return out;
}

} // namespace quorate::views
