#include "views/desk/disputed.hpp"

#include "governance/words.hpp"

namespace quorate::views {

using namespace governance;

namespace {

std::string disputes(const std::string& who, const std::string& on) {
    return capitalised(who) + " disputes the answer recorded" + (on.empty() ? "" : " on " + on) +
           ", so it waits again. What was done since stays on record.";
}

} // namespace

std::string disputed_answer_words(const Ground& ground, const AwaitedDiscretion& awaited) {
    if (!awaited.disputed) {
        return {};
    }
    std::string on;
    ground.state().entries.each([&](const EntryLine& line) {
        if (line.position == awaited.answered_by && line.body) {
            on = short_date(ground.moment(*line.body, line.effective).local.date);
        }
    });
    return disputes(who_words(awaited.holder), on);
}

std::string disputed_answer_words(const Ground& ground, const Meeting& meeting,
                                  const Declaration& declaration) {
    if (!declaration.disputed || !declaration.determined_at) {
        return {};
    }
    const auto day = ground.moment(meeting.body, *declaration.determined_at).local.date;
    return disputes("whoever it was recorded for", short_date(day));
}

} // namespace quorate::views
