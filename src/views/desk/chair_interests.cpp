// Interests declared at an item that somebody is to determine: whose they are to decide, and what
// each choice would do. Of a meeting that is going on its sheet is read.

#include "governance/codec_names.hpp"
#include "governance/meetings/room.hpp"
#include "governance/words.hpp"
#include "views/desk/chair_make.hpp"
#include "views/desk/disputed.hpp"
#include "views/meetings_make.hpp"
#include "views/ruling_make.hpp"

#include <algorithm>

namespace quorate::views {

using namespace governance;

namespace {

using Rule = charter::InForce<charter::InterestRule>;

/// A declaration at its item, read on the day.
struct Declared {
    const Ground& ground;
    const Meeting& meeting;
    const Item& item;
    const Declaration& declaration;
    Rule rule;

    [[nodiscard]] Submission determining(const Actor& by, Determination determination) const {
        Submission out;
        out.act = acts::DetermineInterest{meeting.id, item.number, SeatRef(declaration.seat.value),
                                          determination, some_reason()};
        out.made_by = by;
        out.recorded_by = by;
        out.effective = ground.now;
        return out;
    }
    /// What the terms say of this actor determining it.
    [[nodiscard]] Ruling asked_of(const Actor& by) const {
        return governance::rule(ground.state(), determining(by, Determination::below_test),
                                ground.context(), ground.now);
    }
};

bool may_decide(const Ruling& ruling) {
    return ruling.reason(Code::not_permitted) == nullptr &&
           ruling.reason(Code::nobody_presides) == nullptr &&
           ruling.reason(Code::own_interest) == nullptr &&
           ruling.reason(Code::decider_has_interest) == nullptr;
}

/// Who may determine it: a seat of the viewer, or for the officer whoever presides, or who decides
/// in their place.
std::optional<Answerer> decider(const Declared& declared) {
    const auto& ground = declared.ground;
    for (const auto& own : seats_of_viewer(ground)) {
        if (may_decide(declared.asked_of(own.actor))) {
            const auto as =
                chairing_words(ground, *own.seat, declared.meeting.body, &declared.meeting);
            return Answerer{own.actor, as.empty() ? "Presiding" : as};
        }
    }
    if (!ground.see.secretariat()) {
        return std::nullopt;
    }
    for (const auto& name : {std::string("presiding"), declared.rule->own_conflict}) {
        const auto actor = parse_actor(name);
        if (actor && may_decide(declared.asked_of(*actor))) {
            return Answerer{*actor, who_words(name)};
        }
    }
    return std::nullopt;
}

/// The options the terms give, and below the test, in the order people think of them.
std::vector<Determination> options_of(const Rule& rule) {
    std::vector<Determination> out{Determination::below_test};
    for (const auto each :
         {Determination::speak, Determination::speak_and_withdraw, Determination::leave}) {
        auto name = std::string(written(each));
        std::replace(name.begin(), name.end(), '_', '-');
        if (std::find(rule->options.begin(), rule->options.end(), name) != rule->options.end()) {
            out.push_back(each);
        }
    }
    return out;
}

std::string verb_of(Determination determination) {
    switch (determination) {
    case Determination::below_test:
        return "Below the test";
    case Determination::leave:
        return "They leave the meeting";
    case Determination::speak:
        return "They may speak, not decide";
    case Determination::speak_and_withdraw:
        return "They speak, then withdraw";
    }
    return {};
}

std::string does_words(Determination determination) {
    switch (determination) {
    case Determination::below_test:
        return "The interest is not one that keeps them from deciding. They take part and vote.";
    case Determination::leave:
        return "They go out while the item is dealt with. They do not see its restricted papers.";
    case Determination::speak:
        return "They stay and join in the discussion, and have no part in the decision.";
    case Determination::speak_and_withdraw:
        return "They join in the discussion, and go out before the decision is made.";
    }
    return {};
}

void add_answers(const Declared& declared, const Answerer& by, Discretion& out) {
    for (const auto determination : options_of(declared.rule)) {
        DiscretionAnswer answer;
        answer.id = std::string(written(determination));
        std::replace(answer.id.begin(), answer.id.end(), '_', '-');
        answer.verb = verb_of(determination);
        answer.does = does_words(determination);
        base::JsonObject fields;
        fields["meeting"] = declared.meeting.id.value;
        fields["item"] = declared.item.number;
        fields["seat"] = declared.declaration.seat.value;
        fields["determination"] = answer.id;
        answer.fields = base::canonical(fields);
        out.answers.push_back(answer_made(declared.ground,
                                          declared.determining(by.actor, determination),
                                          declared.meeting.body, std::move(answer)));
    }
}

std::string vote_words(const Declared& declared) {
    const auto* terms = declared.ground.terms(declared.meeting.body, declared.ground.now);
    const auto quorum = terms == nullptr ? charter::InForce<charter::QuorumRule>{}
                                         : terms->terms.one<charter::QuorumRule>();
    if (!quorum) {
        return {};
    }
    const auto count =
        count_quorum(declared.ground.state(), declared.meeting, declared.meeting.body,
                     *quorum.params, declared.ground.now, declared.item.number);
    return count.known ? "Now: " + quorum_words(count.present, count.members, count.needed)
                       : std::string();
}

void add_what_was_declared(const Declared& declared, std::size_t index, Discretion& out) {
    const auto shown = interests_shown(declared.ground, declared.meeting, declared.item);
    if (index < shown.size()) {
        out.asks = shown[index].words;
    }
    const auto& see = declared.ground.see;
    const auto& declaration = declared.declaration;
    if (declaration.nature && see.nature(declaration.sensitive)) {
        if (const auto words = declared.ground.words(*declaration.nature)) {
            out.facts.push_back("What it is about: " + *words);
        }
    }
    if (auto words = vote_words(declared); !words.empty()) {
        out.facts.push_back(std::move(words));
    }
}

/// Whoever decides in the Chair's place may have an interest of their own.
bool declared_by_viewer(const Declared& declared) {
    const auto own = seats_of_viewer(declared.ground);
    return std::any_of(declared.item.declarations.begin(), declared.item.declarations.end(),
                       [&](const Declaration& each) {
                           return each.seat != declared.declaration.seat &&
                                  std::any_of(own.begin(), own.end(),
                                              [&](const SeatOfViewer& seat) {
                                                  return seat.seat->id == each.seat;
                                              });
                       });
}

Discretion described(const Declared& declared, std::size_t index) {
    const auto& ground = declared.ground;
    const auto& meeting = declared.meeting;
    Discretion out;
    out.kind = "interest";
    out.act = "declare-interest";
    const auto* seat = ground.state().seats.find(declared.declaration.seat);
    out.key = meeting.id.value + "/" + std::to_string(declared.item.number) + "/" +
              (seat == nullptr ? "0" : std::to_string(seat->number));
    const auto shown = ground.seat(declared.declaration.seat, ground.now);
    out.asked_by = shown ? seat_words(*shown) : "";
    out.item = declared.item.number;
    out.item_title = ground.words(declared.item.title).value_or("");
    out.title =
        "An interest at item " + std::to_string(declared.item.number) + ": " + out.item_title;
    out.asked = ground.moment(meeting.body, declared.declaration.at);
    out.body = ground.body(meeting.body);
    out.meeting = meeting.id.value;
    out.meeting_named = ground.meeting(meeting.id);
    out.on_sheet = meeting.status == MeetingStatus::open;
    out.clause = own_clause(*declared.rule.rule);
    add_what_was_declared(declared, index, out);
    auto disputed = disputed_answer_words(ground, meeting, declared.declaration);
    if (!disputed.empty()) {
        out.facts.push_back(std::move(disputed));
    }
    if (declared_by_viewer(declared)) {
        out.facts.emplace_back("You have declared an interest at this item too.");
    }
    return out;
}

/// The clause the choice rests on, as the ruling of the first answer quotes it.
void add_quote(Discretion& out) {
    for (const auto& answer : out.answers) {
        for (const auto& reason : answer.ruling.reasons) {
            const bool of_clause = reason.clause == out.clause || reason.own_clause == out.clause;
            if (of_clause && !reason.clause_text.empty()) {
                out.quote = reason.clause_text;
                return;
            }
        }
    }
}

/// Whoever decides in place of the one presiding has an interest in the item as well.
bool stand_in_has_interest(const Declared& declared) {
    const auto actor = parse_actor(declared.rule->own_conflict);
    return actor && declared.asked_of(*actor).reason(Code::decider_has_interest) != nullptr;
}

std::string stand_in_words(const Declared& declared) {
    return "The interest is that of whoever presides, and " +
           who_words(declared.rule->own_conflict) +
           " has an interest in the item too. Once somebody else presides for item " +
           std::to_string(declared.item.number) + ", they decide.";
}

/// The matter as it stands for the viewer; nothing when it is no business of theirs.
std::optional<Discretion> interest_matter(const Declared& declared, std::size_t index) {
    const auto& ground = declared.ground;
    const auto& meeting = declared.meeting;
    const auto by = decider(declared);
    if (!by && !ground.see.presides(meeting) && !ground.see.secretariat()) {
        return std::nullopt;
    }
    auto out = described(declared, index);
    if (by) {
        out.as = by->as;
        out.actor = text(by->actor);
        add_answers(declared, *by, out);
        add_quote(out);
        if (meeting.status != MeetingStatus::open) {
            out.not_yet = "It is decided at the meeting, by whoever presides.";
        }
        return out;
    }
    const auto* presiding = presiding_at(ground.state(), meeting, ground.now, declared.item.number);
    if (presiding == nullptr) {
        out.not_yet = "It is decided at the meeting, by whoever presides.";
        return out;
    }
    const bool own = presiding->id == declared.declaration.seat;
    out.whose = own && stand_in_has_interest(declared) ? stand_in_words(declared)
                : own ? capitalised(who_words(declared.rule->own_conflict)) +
                            " decides: the interest is that of whoever presides."
                      : "It is for whoever presides, " +
                            seat_words(ground.seat(*presiding, ground.now)) + ", to decide.";
    return out;
}

void add_of_meeting(const Ground& base, const Meeting& known, std::vector<Discretion>& out) {
    Ground ground = base;
    ground.snapshot = snapshot_on_the_day(base.partnership, known.id);
    const auto* meeting = ground.state().meetings.find(known.id);
    const auto* terms = meeting == nullptr ? nullptr : ground.terms(meeting->body, ground.now);
    const auto rule = terms == nullptr ? Rule{} : terms->terms.one<charter::InterestRule>();
    if (!rule || meeting->status == MeetingStatus::closed) {
        return;
    }
    for (const auto& item : meeting->items) {
        for (std::size_t i = 0; i < item.declarations.size(); ++i) {
            const auto& declaration = item.declarations[i];
            const bool answered = declaration.determination && !declaration.disputed;
            if (!declaration.meets_test || answered) {
                continue;
            }
            if (auto matter = interest_matter({ground, *meeting, item, declaration, rule}, i)) {
                out.push_back(std::move(*matter));
            }
        }
    }
}

} // namespace

std::vector<Discretion> interests_to_determine(const Ground& ground) {
    std::vector<Discretion> out;
    if (!ground.as_of_now) {
        return out;
    }
    ground.state().meetings.each([&](const Meeting& meeting) {
        if (meeting.status != MeetingStatus::closed && meeting.status != MeetingStatus::cancelled) {
            add_of_meeting(ground, meeting, out);
        }
    });
    return out;
}

} // namespace quorate::views
