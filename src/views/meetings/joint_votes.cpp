#include "views/meetings/joint_votes.hpp"

#include "base/text.hpp"
#include "charter/wording.hpp"
#include "views/live/entitled.hpp"

namespace quorate::views {

using namespace governance;

namespace {

bool untold(const std::vector<QuestionJudgement>& judged) {
    return judged.front().majority_code == Code::vote_not_recorded;
}

bool of_votes_cast(const QuestionJudgement& judged) {
    return judged.decision_rule->of == charter::MajorityBase::members_voting;
}

} // namespace

std::vector<std::string> joint_vote_lines(const Ground& ground, const Meeting& meeting,
                                          const Item& item, const Question& question) {
    if (!meeting.jointly_with || !question.vote) {
        return {};
    }
    const auto judged = judge_question_of_each(ground.state(), meeting, item, question,
                                               DecidedBy::vote, ground.context());
    if (untold(judged)) {
        return {"Each body decides by its own majority, and the votes were counted together: how "
                "the members of each "
                "voted is not recorded."};
    }
    std::vector<std::string> out;
    for (const auto& each : judged) {
        if (!each.decision_rule) {
            continue;
        }
        out.push_back(ground.body(each.body).name + ": " +
                      count_words(each.for_, each.against, each.abstain) + "; " +
                      std::to_string(each.base) + " could decide and " +
                      std::to_string(each.needed) + " for carry it: " + majority_words(each));
    }
    return out;
}

std::string joint_needed_words(const Ground& ground, const std::vector<QuestionJudgement>& judged) {
    std::vector<std::string> parts;
    for (const auto& each : judged) {
        if (!each.decision_rule || judged.size() < 2) {
            continue;
        }
        parts.push_back(ground.body(each.body).name + ": " +
                        (of_votes_cast(each)
                             ? "more than " +
                                   charter::fraction_words(each.decision_rule->more_than) +
                                   " of its votes cast"
                             : std::to_string(each.needed) + " of " + std::to_string(each.base)));
    }
    return parts.empty() ? std::string() : base::join(parts, "; ") + ".";
}

} // namespace quorate::views
