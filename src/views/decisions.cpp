#include "base/text.hpp"
#include "governance/codec_names.hpp"
#include "governance/decisions/judge.hpp"
#include "governance/minutes/corrections.hpp"
#include "governance/words.hpp"
#include "views/decisions_make.hpp"
#include "views/desk/recorded_make.hpp"
#include "views/meetings/joint_votes.hpp"
#include "views/meetings_make.hpp"
#include "views/private_session.hpp"
#include "views/ruling_make.hpp"
#include "views/ruling_names.hpp"

#include <algorithm>

namespace quorate::views {

using namespace governance;

namespace {

constexpr std::string_view erased = "(words no longer held)";

bool declares(const Act& act) {
    return std::holds_alternative<acts::DeclareOutcome>(act) ||
           std::holds_alternative<acts::Ratify>(act) ||
           std::holds_alternative<acts::TakeUrgentDecision>(act);
}

bool declares(std::size_t index) {
    return index == act_index("declare-outcome") || index == act_index("ratify") ||
           index == act_index("take-urgent-decision");
}

std::string outcome_of(const Decision& decision) {
    switch (decision.kind) {
    case DecisionKind::ratification:
        return "Ratified";
    case DecisionKind::urgent:
        return decision.disputed ? "Taken as urgent; disputed" : "Taken as urgent";
    case DecisionKind::at_meeting:
        break;
    }
    return plain_name(written(decision.outcome));
}

std::string words_of(const Ground& ground, const Act& act) {
    if (const auto* declared = std::get_if<acts::DeclareOutcome>(&act)) {
        return ground.words_or(declared->words, "");
    }
    if (const auto* ratified = std::get_if<acts::Ratify>(&act)) {
        return ground.words_or(ratified->words, "");
    }
    if (const auto* urgent = std::get_if<acts::TakeUrgentDecision>(&act)) {
        return ground.words(urgent->words).value_or(std::string(erased));
    }
    return {};
}

/// ": declared carried", ": ratified", where nothing was worded.
std::string declared_words(const Act& act) {
    const auto* declared = std::get_if<acts::DeclareOutcome>(&act);
    return declared == nullptr ? ": ratified"
                               : ": declared " + std::string(written(declared->outcome));
}

std::optional<AsMadeLine> as_made(const Ground& ground, const EntryLine& line) {
    const auto entry = ground.partnership.entry(line.position);
    if (!entry || !declares(entry->submission.act) || !line.body) {
        return std::nullopt;
    }
    AsMadeLine out;
    out.position = line.position;
    out.body = ground.body(*line.body);
    out.words = words_of(ground, entry->submission.act);
    out.why = headline(with_names(ground, entry->ruling, line.body));
    out.made = ground.moment(*line.body, line.effective);
    if (line.meeting) {
        out.meeting = ground.meeting(*line.meeting);
    }
    out.item = line.item;
    if (out.words.empty()) {
        const auto* meeting = line.meeting ? ground.state().meetings.find(*line.meeting) : nullptr;
        const auto* item = meeting == nullptr || !line.item ? nullptr : meeting->item(*line.item);
        const auto title = item == nullptr ? std::nullopt : ground.words(item->title);
        out.words = title.value_or("An outcome") + declared_words(entry->submission.act);
    }
    return out;
}

const Item* item_of(const Ground& ground, const Decision& decision, const Meeting** meeting) {
    *meeting = decision.meeting ? ground.state().meetings.find(*decision.meeting) : nullptr;
    return *meeting != nullptr && decision.item ? (*meeting)->item(*decision.item) : nullptr;
}

/// The question the decision answered: the last one put before it took effect.
const Question* question_of(const Item& item, const Decision& decision) {
    const Question* found = nullptr;
    for (const auto& question : item.questions) {
        found = question.put <= decision.effective ? &question : found;
    }
    return found;
}

std::string names_line(const Ground& ground, std::string_view lead,
                       const std::vector<SeatId>& seats, base::Instant at) {
    std::vector<std::string> names;
    for (const auto& id : seats) {
        if (const auto seat = ground.seat(id, at)) {
            names.push_back(seat_words(*seat));
        }
    }
    return names.empty() ? std::string() : std::string(lead) + ": " + base::join(names, "; ") + ".";
}

void add_vote(const Ground& ground, const Meeting& meeting, const Item& item,
              const Question& question, DecisionPage& page) {
    if (!question.vote) {
        return;
    }
    const auto judged =
        judge_question(ground.state(), meeting, item, question, DecidedBy::vote, ground.context());
    const auto& vote = *question.vote;
    VoteShown shown{vote.for_, vote.against, vote.abstain, judged.base, judged.needed, {}};
    if (auto lines = joint_vote_lines(ground, meeting, item, question); !lines.empty()) {
        shown = {vote.for_, vote.against, vote.abstain, 0, 0, std::move(lines)};
    }
    for (auto line : {names_line(ground, "For", vote.seats_for, question.put),
                      names_line(ground, "Against", vote.seats_against, question.put),
                      names_line(ground, "Abstaining", vote.seats_abstaining, question.put)}) {
        if (!line.empty()) {
            shown.by_name.push_back(std::move(line));
        }
    }
    page.vote = std::move(shown);
}

void add_roll(const Ground& ground, const Question& question, DecisionPage& page) {
    for (const auto& id : question.present) {
        const auto seat = ground.seat(id, question.put);
        if (!seat) {
            continue;
        }
        const auto among = [&](const std::vector<SeatId>& ids) {
            return std::find(ids.begin(), ids.end(), id) != ids.end();
        };
        const std::string why =
            among(question.told_out) ? ": in the room though told to leave, and not counted"
            : among(question.barred) ? ": present, and may not decide because of an interest"
                                     : "";
        (why.empty() ? page.counted : page.not_counted).push_back(seat_words(*seat) + why);
    }
}

void add_meeting_parts(const Ground& ground, const Decision& decision, DecisionPage& page) {
    const Meeting* meeting = nullptr;
    const auto* item = item_of(ground, decision, &meeting);
    if (item == nullptr) {
        return;
    }
    page.title = ground.words(item->title).value_or("");
    page.interests = interests_shown(ground, *meeting, *item);
    if (const auto* question = question_of(*item, decision)) {
        if (decision.by == DecidedBy::vote) {
            add_vote(ground, *meeting, *item, *question, page);
        }
        add_roll(ground, *question, page);
    }
    if (!notes_open(ground, *meeting, *item)) {
        return;
    }
    for (const auto& dissent : item->dissent) {
        auto line = names_line(ground, "Dissent recorded", dissent.seats, decision.effective);
        const auto words = ground.words_or(dissent.words, "");
        page.dissent.push_back(words.empty() ? line : line + " " + words);
    }
}

/// Where the facts were put right after the decision: what the ruling counted, and what the terms
/// would give now.
void add_since(const Ground& ground, const Decision& decision, DecisionPage& page) {
    const auto* meeting =
        decision.meeting ? ground.state().meetings.find(*decision.meeting) : nullptr;
    if (meeting == nullptr || !decision.item) {
        return;
    }
    if (page.vote && page.ruling) {
        for (const auto& reason : page.ruling->reasons) {
            for (const auto& fact : reason.facts) {
                if (fact.name == "for" && fact.value != std::to_string(page.vote->votes_for) &&
                    page.since.empty()) {
                    page.since.push_back("The count was put right after the decision. The ruling "
                                         "above was given on " +
                                         fact.value + " for.");
                }
            }
        }
    }
    for (const auto& change : outcomes_in_doubt(ground.state(), *meeting, ground.context())) {
        if (change.item == *decision.item && !change.amendment) {
            page.since.push_back("On the facts as they now stand the terms of reference would give "
                                 "another outcome: " +
                                 plain_name(code_name(change.would_be)) +
                                 ". The decision stands as declared.");
        }
    }
}

std::string how_words(const Decision& decision, const DecisionPage& page) {
    if (page.vote) {
        return "By a vote: " + std::to_string(page.vote->votes_for) + " for, " +
               std::to_string(page.vote->votes_against) + " against, " +
               std::to_string(page.vote->abstentions) + " abstaining.";
    }
    if (decision.kind == DecisionKind::urgent) {
        return "Between meetings, under the power to take urgent decisions.";
    }
    if (decision.kind == DecisionKind::ratification) {
        return "By taking as its own what was supported informally before.";
    }
    return decision.by == DecidedBy::consensus ? "By consensus: no member objected." : "By a vote.";
}

/// The ruling with what other readings would give, worked out on the state the act was ruled on.
RulingShown full_ruling(const Ground& ground, const partnership::RecordedEntry& entry,
                        const BodyId& body) {
    const auto& submission = entry.submission;
    const auto before = ground.partnership.state_at(entry.position);
    if (before) {
        const auto again =
            explain((*before)->state, submission, (*before)->context(), entry.recorded);
        if (again.verdict == entry.ruling.verdict &&
            again.reasons.size() == entry.ruling.reasons.size()) {
            return ruling_shown(ground, again, body, submission.effective);
        }
    }
    return ruling_shown(ground, entry.ruling, body, submission.effective);
}

void add_entry(const Ground& ground, const Decision& decision, DecisionPage& page) {
    const auto entry = ground.partnership.entry(decision.position);
    if (!entry || entry->genesis) {
        return;
    }
    const auto& submission = entry->submission;
    page.entry = submission.id.value;
    page.made_by = acting_words(ground, submission.made_by, decision.body, submission.effective);
    page.recorded_by =
        acting_words(ground, submission.recorded_by, decision.body, submission.effective);
    page.evidence = evidence_words(submission.evidence);
    page.recorded = ground.moment(decision.body, entry->recorded);
    page.ruling = full_ruling(ground, *entry, decision.body);
}

} // namespace

DecisionLine decision_line(const Ground& ground, const Decision& decision) {
    DecisionLine out;
    out.id = decision.id.value;
    out.body = ground.body(decision.body);
    out.outcome = outcome_of(decision);
    out.made = ground.moment(decision.body, decision.effective);
    out.position = decision.position;
    out.recommendation = decision.recommendation;
    out.item = decision.item;
    if (decision.meeting) {
        out.meeting = ground.meeting(*decision.meeting);
    }
    out.words = ground.words_or(decision.words, "");
    if (out.words.empty()) {
        const Meeting* meeting = nullptr;
        const auto* item = item_of(ground, decision, &meeting);
        out.words = item == nullptr ? std::string(erased)
                                    : ground.words(item->title).value_or(std::string(erased));
    }
    return out;
}

std::vector<DecisionLine> latest_decisions(const Ground& ground, const std::optional<BodyId>& body,
                                           std::size_t count) {
    std::vector<const Decision*> all;
    ground.state().decisions.each([&](const Decision& decision) {
        if ((!body || decision.body == *body) && decision.effective <= ground.now) {
            all.push_back(&decision);
        }
    });
    std::stable_sort(all.begin(), all.end(), [](const Decision* a, const Decision* b) {
        return std::pair(a->effective, a->position) > std::pair(b->effective, b->position);
    });
    std::vector<DecisionLine> out;
    for (const auto* decision : all) {
        if (out.size() == count) {
            break;
        }
        out.push_back(decision_line(ground, *decision));
    }
    return out;
}

DecisionsPage decisions_page(const Ground& ground, const std::optional<BodyId>& body) {
    DecisionsPage out;
    out.decisions = latest_decisions(ground, body, ground.state().decisions.size());
    ground.state().entries.each([&](const EntryLine& line) {
        if (declares(line.act) && line.verdict != Verdict::permitted &&
            line.effective <= ground.now && (!body || line.body == *body)) {
            if (auto made = as_made(ground, line)) {
                out.as_made.push_back(std::move(*made));
            }
        }
    });
    std::reverse(out.as_made.begin(), out.as_made.end());
    return out;
}

std::optional<DecisionPage> decision_page(const Ground& ground, const DecisionId& id) {
    const auto* decision = ground.state().decisions.find(id);
    if (decision == nullptr || decision->effective > ground.now) {
        return std::nullopt;
    }
    DecisionPage out;
    out.line = decision_line(ground, *decision);
    add_meeting_parts(ground, *decision, out);
    out.how = how_words(*decision, out);
    for (const auto& each : decision->considered) {
        out.considered.push_back({matter_words(ground, each.what), each.applies.value_or(true),
                                  ground.words(each.words).value_or(std::string(erased))});
    }
    out.urgency = ground.words_or(decision->urgency, "");
    for (const auto& each : decision->consulted) {
        out.consulted.push_back(consulted_words(ground, decision->body, each, decision->effective));
    }
    out.matter = decision->matter ? plain_name(decision->matter->view()) : "";
    for (const auto& organisation : decision->concerns) {
        out.concerns.push_back(ground.see.names() ? ground.organisation(organisation)
                                                  : "a partner organisation");
    }
    for (auto each = decision->responses.begin(); each != decision->responses.end(); ++each) {
        const bool replaced =
            std::any_of(each + 1, decision->responses.end(), [&](const auto& later) {
                return later.organisation == each->organisation;
            });
        out.responses.push_back(
            {ground.see.names() ? ground.organisation(each->organisation) : "A partner",
             plain_name(written(each->answer)), ground.words_or(each->words, ""), replaced});
    }
    add_entry(ground, *decision, out);
    add_since(ground, *decision, out);
    return out;
}

} // namespace quorate::views
