// The item in hand on meeting day: its stages, who may decide, and the next step.

#include "base/text.hpp"
#include "governance/codec_names.hpp"
#include "governance/decisions/judge.hpp"
#include "governance/meetings/sittings.hpp"
#include "governance/rule.hpp"
#include "governance/words.hpp"
#include "views/desk/own_make.hpp"
#include "views/live/entitled.hpp"
#include "views/meetings/day_make.hpp"
#include "views/meetings/joint_votes.hpp"
#include "views/meetings_make.hpp"
#include "views/partner/hearings.hpp"
#include "views/partner/partner_make.hpp"
#include "views/ruling_names.hpp"

#include <algorithm>

namespace quorate::views {

using namespace governance;

namespace {

std::int64_t size_of(const auto& list) {
    return static_cast<std::int64_t>(list.size());
}

std::string choice_words(Determination determination) {
    switch (determination) {
    case Determination::below_test:
        return "Below the test: takes part in full";
    case Determination::leave:
        return "Leaves the room and takes no part";
    case Determination::speak:
        return "May speak, not decide, and may stay";
    case Determination::speak_and_withdraw:
        return "May speak, then withdraws for the decision";
    }
    return {};
}

/// What a determination would do to the quorum, or why it would be refused.
std::string consequence_words(const Ruling& ruling) {
    const auto* count = ruling.reason(Code::quorate);
    if (ruling.verdict != Verdict::permitted) {
        return sentence(ruling.reasons.front());
    }
    count = count == nullptr ? ruling.reason(Code::inquorate) : count;
    std::int64_t present = -1;
    std::int64_t spare = 0;
    for (const auto& fact : count == nullptr ? std::vector<Fact>{} : count->facts) {
        const auto* number = std::get_if<std::int64_t>(&fact.value);
        present = number != nullptr && fact.name == "present" ? *number : present;
        spare = number != nullptr && fact.name == "spare" ? *number : spare;
    }
    return present < 0 ? std::string()
                       : std::to_string(present) +
                             " would count towards the quorum: " + spare_words(spare) + ".";
}

void add_choices(const DayGround& day, const Item& item, const Declaration& declaration,
                 DayInterest& out) {
    const auto* terms = day.ground.terms(day.meeting.body, day.at);
    const auto rule = terms == nullptr ? charter::InForce<charter::InterestRule>{}
                                       : terms->terms.one<charter::InterestRule>();
    const auto* presiding = presiding_at(day.ground.state(), day.meeting, day.at, item.number);
    const bool own = presiding != nullptr && presiding->id == declaration.seat;
    out.determined_by =
        rule && own && rule->own_conflict != "chair" ? rule->own_conflict : "presiding";
    out.decider_words =
        out.determined_by == "presiding" ? "whoever presides" : who_words(out.determined_by);
    const auto maker = parse_actor(out.determined_by);
    for (const auto each : {Determination::speak, Determination::speak_and_withdraw,
                            Determination::leave, Determination::below_test}) {
        Submission asked;
        asked.act = acts::DetermineInterest{
            day.meeting.id, item.number, SeatRef(declaration.seat.value), each, {}};
        asked.made_by = maker ? *maker : Actor{ActorKind::presiding, {}};
        asked.recorded_by = {ActorKind::servicing, {}};
        asked.evidence = Evidence::room;
        asked.effective = day.at;
        const auto ruling =
            governance::rule(day.ground.state(), asked, day.ground.context(), day.at);
        if (ruling.reason(Code::decider_has_interest) != nullptr) {
            out.nobody = capitalised(out.decider_words) +
                         " would decide, and has an interest in the item too. Record who takes the "
                         "chair for this item only: they decide.";
            return;
        }
        out.choices.push_back({std::string(written(each)), choice_words(each),
                               consequence_words(with_names(day.ground, ruling, day.meeting.body)),
                               std::string(verdict_name(ruling.verdict))});
    }
}

void add_interests(const DayGround& day, const Item& item, DayItem& out) {
    const auto shown = interests_shown(day.ground, day.meeting, item);
    for (std::size_t i = 0; i < shown.size() && i < item.declarations.size(); ++i) {
        const auto& declaration = item.declarations[i];
        DayInterest line;
        line.seat = shown[i].seat;
        line.words = shown[i].words;
        line.open = declaration.meets_test && (!declaration.determination || declaration.disputed);
        if (declaration.meets_test) {
            add_choices(day, item, declaration, line);
        }
        out.interests.push_back(std::move(line));
    }
}

std::string motion_words(const DayGround& day, const Motion& motion) {
    auto out = std::string(motion.amendment ? "Amendment" : "Motion") + ": " +
               day.ground.words(motion.words).value_or("(words no longer held)");
    out = as_sentence(std::move(out)) + " Moved by " + day_seat_words(day, motion.mover);
    out += motion.seconder ? ", seconded by " + day_seat_words(day, *motion.seconder) : "";
    return out + ".";
}

void add_proposals(const DayGround& day, const Item& item, DayItem& out) {
    for (const auto& text : item.discussion) {
        out.discussion.push_back(day.ground.words(text).value_or("(words no longer held)"));
    }
    for (const auto& motion : item.motions) {
        out.motions.push_back(motion_words(day, motion));
        if (!motion.amendment) {
            out.motion = day.ground.words(motion.words).value_or("");
        }
        out.motion_seconded = motion.seconder.has_value();
    }
    for (const auto& advice : item.advice) {
        out.other.push_back("Advice from " + advice.from + ": " +
                            (day.ground.see.advice(advice.restricted, false)
                                 ? day.ground.words(advice.words).value_or("")
                                 : std::string("restricted")) +
                            (advice.restricted ? " (restricted)" : ""));
    }
    for (const auto& dissent : item.dissent) {
        const auto words = day.ground.words_or(dissent.words, "");
        out.other.push_back("Dissent: " + day_seats_words(day, dissent.seats) +
                            (words.empty() ? "." : ". " + words));
    }
    for (const auto& awaited : item.approvals) {
        out.other.push_back(day_seat_words(day, awaited.seat) +
                            (awaited.obtained
                                 ? " has the approval of their organisation."
                                 : " agrees subject to their organisation's approval."));
    }
}

std::string vote_words(const QuestionJudgement& judged) {
    auto out = number_words(judged.for_) + " for, " + number_words(judged.against) + " against, " +
               number_words(judged.abstain) + " abstained. ";
    out = capitalised(std::move(out)) + std::to_string(judged.base) + " could decide; " +
          std::to_string(judged.needed) + " for carry it: ";
    return out + majority_words(judged);
}

std::string all_votes_words(const events::VoteTaken& vote) {
    return capitalised(count_words(vote.for_, vote.against, vote.abstain)) + ".";
}

DayQuestion question_shown(const DayGround& day, const Item& item, const Question& question) {
    DayQuestion out;
    out.words = day.ground.words_or(question.words, "");
    out.amendment = question.amendment;
    const auto may = size_of(entitled_seats(day, item, question));
    out.put = "Put at " + day.clock(question.put) + ": " + std::to_string(question.present.size()) +
              " were there, and " +
              (may == size_of(question.present) ? "all" : std::to_string(may)) +
              " of them may decide.";
    out.consensus_tried = question.consensus_tried;
    out.agreed = question.consensus_tried && question.objecting.empty();
    if (out.consensus_tried) {
        out.consensus = out.agreed
                            ? "Nobody objected: there is a consensus."
                            : "No consensus. " +
                                  capitalised(counted(size_of(question.objecting),
                                                      "member objected", "members objected")) +
                                  ": " + day_seats_words(day, question.objecting) + ".";
    }
    out.voted = question.vote.has_value();
    if (out.voted) {
        const auto each = judge_question_of_each(day.ground.state(), day.meeting, item, question,
                                                 DecidedBy::vote, day.ground.context());
        const auto lines = joint_vote_lines(day.ground, day.meeting, item, question);
        out.vote = lines.empty() ? vote_words(each.front())
                                 : all_votes_words(*question.vote) + " " + base::join(lines, " ");
        out.carried = majority_of_all(each) == Says::complies;
    } else {
        out.carried = out.agreed;
    }
    if (question.outcome) {
        out.outcome =
            *question.outcome == Outcome::carried ? "Declared carried." : "Declared lost.";
    }
    for (const auto& seat : question.present) {
        const bool barred = std::find(question.barred.begin(), question.barred.end(), seat) !=
                            question.barred.end();
        const auto* held = barred ? nullptr : day.ground.state().seats.find(seat);
        if (held != nullptr) {
            out.roll.push_back(day_seat(day, *held));
        }
    }
    return out;
}

std::string concerned_words(const DayPartner& partner) {
    return "Concerns " + partner.name + " directly: " +
           (partner.here ? "they are here and may be heard." : "they may attend and be heard.") +
           (partner.asked.empty() ? "" : " They asked to be: " + partner.asked);
}

/// Of a partner the item was not notified as affecting.
std::string asking_words(const HearingAsked& asked) {
    const auto said = " They said: " + asked.words;
    if (asked.waits()) {
        return asked.organisation.name +
               " asked to be heard and has no answer: whoever presides may agree." + said;
    }
    return asked.organisation.name +
           (asked.heard() ? " may attend and be heard. " : " asked to be heard. ") +
           as_sentence(answer_words(asked)) + said;
}

/// Partners the item concerns, and whether someone of theirs is here to be heard; then those that
/// asked to be.
void add_partners(const DayGround& day, const Item& item, DayItem& out) {
    const auto asks = hearings_asked(day.ground, day.meeting.id.view());
    for (const auto& each : item.affects) {
        const auto asked = std::find_if(asks.begin(), asks.end(), [&](const HearingAsked& ask) {
            return ask.item == item.number && ask.organisation.id == each.value;
        });
        const bool here = std::any_of(day.meeting.presence.begin(), day.meeting.presence.end(),
                                      [&](const Presence& stay) {
                                          return stay.as == PresentAs::affected_partner &&
                                                 stay.organisation == each && stay.covers(day.at);
                                      });
        DayPartner partner{.organisation = each.value,
                           .name = organisation_in_register(day.ground, each).name,
                           .here = here,
                           .asked = asked == asks.end() ? std::string() : asked->words,
                           .words = {}};
        partner.words = concerned_words(partner);
        out.partners.push_back(std::move(partner));
    }
    for (const auto& asked : asks) {
        const bool named = std::find(item.affects.begin(), item.affects.end(),
                                     OrganisationId(asked.organisation.id)) != item.affects.end();
        if (asked.item == item.number && !named) {
            out.partners.push_back({asked.organisation.id, asked.organisation.name, false,
                                    asked.words, false, asked.heard(), asking_words(asked)});
        }
    }
}

/// Members with an entry in the register that may touch the item, and have not declared yet.
void add_may_declare(const DayGround& day, const Item& item, DayItem& out) {
    for (const auto& body : bodies_meeting(day.meeting)) {
        for (const auto* seat : seats_at(day.ground.state(), body, day.at)) {
            const bool declared =
                std::any_of(item.declarations.begin(), item.declarations.end(),
                            [&](const Declaration& each) { return each.seat == seat->id; });
            if (declared) {
                continue;
            }
            for (auto& match : interest_matches(day.ground, day.meeting, item, *seat)) {
                out.may_declare.push_back({day_seat(day, *seat).words, std::move(match.why)});
            }
        }
    }
}

void add_considerations(const DayGround& day, DayItem& out) {
    const auto* terms = day.ground.terms(day.meeting.body, day.at);
    if (terms == nullptr) {
        return;
    }
    for (const auto& rule : terms->terms.all<charter::DutyRule>()) {
        if (rule->trigger == charter::DutyTrigger::each_decision) {
            for (const auto& each : rule->considers) {
                out.considerations.push_back({each, matter_words(day.ground, each)});
            }
        }
    }
}

std::string status_words(const DayGround& day, const Item& item) {
    const bool open = !item.taken.empty() && !item.taken.back().until;
    if (open) {
        return "Being taken since " + day.clock(item.taken.back().from);
    }
    if (broken_off(day.meeting, item)) {
        return "Broken off, to be taken up again";
    }
    switch (item.status) {
    case ItemStatus::on_agenda:
        return day.meeting.status == MeetingStatus::closed ? "Not reached" : "Not taken yet";
    case ItemStatus::taken:
        return "Taken and left";
    case ItemStatus::interrupted:
        return "Broken off, to be taken up again";
    case ItemStatus::noted:
        return "Noted";
    case ItemStatus::decided:
        return "Decided";
    case ItemStatus::deferred:
        return "Put off";
    case ItemStatus::withdrawn:
        return "Withdrawn";
    case ItemStatus::not_allowed:
        return "Not allowed";
    }
    return {};
}

/// The obvious next step of a question put, or before one is put.
std::string deciding_step(const DayItem& item) {
    const auto& question = item.question;
    if (!question || !question->outcome.empty()) {
        return item.motions.empty() ? "move" : "put";
    }
    if (question->agreed || question->voted) {
        return "outcome";
    }
    return question->consensus_tried ? "vote" : "consensus";
}

std::string next_step(const DayGround& day, const DayItem& item) {
    const bool undetermined = std::any_of(item.interests.begin(), item.interests.end(),
                                          [](const DayInterest& each) { return each.open; });
    if (!item.in_hand) {
        return item.can_be_taken ? "take" : "";
    }
    if (undetermined) {
        return "determine";
    }
    if (item.over) {
        return "close-item";
    }
    if (day.meeting.status == MeetingStatus::informal || item.purpose == "discussion") {
        return item.discussion.empty() ? "discuss" : "close-item";
    }
    if (item.purpose == "minutes") {
        return item.outcome.find("approved") != std::string::npos ? "close-item" : "approve";
    }
    const bool asks = item.purpose == "decision" || !item.motions.empty() || item.question;
    return asks ? deciding_step(item) : "note";
}

} // namespace

const Item* open_item(const Meeting& meeting) {
    for (const auto& item : meeting.items) {
        if (!item.taken.empty() && !item.taken.back().until) {
            return &item;
        }
    }
    return nullptr;
}

bool item_over(const Item& item) {
    return is_over(item);
}

bool broken_off(const Meeting& meeting, const Item& item) {
    if (item.status != ItemStatus::taken || item.taken.empty()) {
        return item.status == ItemStatus::interrupted;
    }
    const bool asks = item.purpose == ItemPurpose::decision || item.purpose == ItemPurpose::noting;
    const auto& left = item.taken.back().until;
    return asks && left && meeting.status != MeetingStatus::closed &&
           std::any_of(meeting.sittings.begin(), meeting.sittings.end(),
                       [&](const Sitting& each) { return each.until == left; });
}

DayItem day_item(const DayGround& day, const Item& item, bool waiting) {
    DayItem out;
    out.number = item.number;
    for (auto& shown : items_shown(day.ground, day.meeting)) {
        if (shown.number == item.number) {
            out.title = std::move(shown.title);
            out.purpose = std::move(shown.purpose);
            out.status = std::move(shown.status);
            out.outcome = std::move(shown.outcome);
            out.remarks = std::move(shown.remarks);
        }
    }
    out.status_words = status_words(day, item);
    out.status = broken_off(day.meeting, item) ? "interrupted" : out.status;
    out.taken = !item.taken.empty() && !item.taken.back().until;
    const auto* about =
        item.minutes_of ? day.ground.state().meetings.find(*item.minutes_of) : nullptr;
    out.minutes_of = item.minutes_of ? item.minutes_of->value : "";
    const bool approved = about != nullptr && about->minutes.approved_at == day.meeting.id;
    out.over = item_over(item) || approved;
    out.in_hand = out.taken || (waiting && out.over && !item.taken.empty());
    out.can_be_taken = !out.in_hand && item.status != ItemStatus::withdrawn &&
                       item.status != ItemStatus::deferred &&
                       item.status != ItemStatus::not_allowed;
    add_interests(day, item, out);
    add_proposals(day, item, out);
    if (!item.questions.empty()) {
        out.question = question_shown(day, item, item.questions.back());
    }
    day.ground.state().actions.each([&](const Action& action) {
        if (action.meeting == day.meeting.id && action.item == item.number) {
            auto line =
                as_sentence(day.ground.words(action.what).value_or("(words no longer held)"));
            line += action.seat ? " For " + day_seat_words(day, *action.seat) + "." : "";
            line += action.organisation
                        ? " For " + day.ground.organisation(*action.organisation) + "."
                        : "";
            line += action.due ? " By " + short_date(*action.due) + "." : "";
            out.actions.push_back(std::move(line));
        }
    });
    add_deciding(day, item, out);
    add_considerations(day, out);
    add_partners(day, item, out);
    if (!out.over) {
        add_may_declare(day, item, out);
    }
    for (const auto& ruled : day.meeting.procedure_rulings) {
        if (ruled.item == item.number) {
            out.other.push_back(day_procedure_words(day, ruled));
        }
    }
    out.next = next_step(day, out);
    return out;
}

} // namespace quorate::views
