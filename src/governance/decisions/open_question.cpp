#include "governance/decisions/open_question.hpp"

namespace quorate::governance {

events::QuestionPut question_now(Ruler& ruler, std::int64_t item) {
    events::QuestionPut event;
    const auto& meeting = *ruler.meeting();
    event.meeting = meeting.id;
    event.item = item;
    const auto add = [&](const BodyId& body) {
        for (const auto& there : seats_in_room(ruler.state(), meeting, body, ruler.at(), item)) {
            event.present.push_back(there.seat->id);
            if (there.barred) {
                event.barred.push_back(there.seat->id);
            }
            if (told_out_of(*meeting.item(item), there.seat->id, ruler.at(), true)) {
                event.told_out.push_back(there.seat->id);
            }
        }
    };
    add(meeting.body);
    if (meeting.jointly_with) {
        add(*meeting.jointly_with);
    }
    return event;
}

Meeting with_question(const Meeting& meeting, std::int64_t item, base::Instant put) {
    Meeting out = meeting;
    if (auto* known = out.item(item)) {
        known->questions.emplace_back().put = put;
    }
    return out;
}

const Question* open_question(const Item& item) {
    return item.questions.empty() || item.questions.back().outcome ? nullptr : &item.questions.back();
}

std::vector<Event> question_events(Ruler& ruler, std::int64_t item) {
    if (open_question(*ruler.meeting()->item(item)) != nullptr) {
        return {};
    }
    return {question_now(ruler, item)};
}

Question current_question(const Ruler& ruler, std::int64_t item, const std::vector<Event>& events) {
    if (const auto* open = open_question(*ruler.meeting()->item(item))) {
        return *open;
    }
    Question question;
    if (!events.empty()) {
        const auto& put = std::get<events::QuestionPut>(events.front());
        question.put = ruler.at();
        question.present = put.present;
        question.barred = put.barred;
        question.told_out = put.told_out;
    }
    return question;
}

std::vector<Fact> majority_facts(const Meeting& meeting, const QuestionJudgement& judged) {
    std::vector<Fact> facts{fact("for", judged.for_), fact("against", judged.against), fact("abstain", judged.abstain),
                            fact("base", judged.base), fact("needed", judged.needed)};
    if (meeting.jointly_with) {
        facts.push_back(fact("body", judged.body.view()));
    }
    return facts;
}

} // namespace quorate::governance
