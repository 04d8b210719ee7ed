#include "partnership/whatif/whatif.hpp"

#include "governance/codec.hpp"
#include "governance/rule.hpp"

#include <algorithm>

namespace quorate::partnership {
namespace {

using governance::Context;
using governance::Event;
using governance::Ruling;
using governance::State;
using governance::Verdict;

/// Whether an act has to be judged again under an overlay.
class Touched {
public:
    Touched(const History& history, const governance::Overlay& overlay) : history_(history) {
        const auto points = overlay.turning_points();
        for (std::size_t i = 0; i + 1 < points.size(); ++i) {
            stretches_.push_back({points[i], points[i + 1], {}, {}});
            auto& stretch = stretches_.back();
            std::unordered_map<const charter::Terms*, Change> changes;
            for (const auto& set : history.consulted()) {
                stretch.how.push_back(how(overlay, set, changes, stretch));
            }
        }
    }

    [[nodiscard]] bool operator()(const PastAct& act) const {
        return std::any_of(stretches_.begin(), stretches_.end(), [&](const Stretch& stretch) {
            const bool meets = stretch.from <= act.asked_to && act.asked_from < stretch.until;
            const auto how = meets ? stretch.how[act.consulted] : How::not_at_all;
            return how == How::anyhow || (how == How::by_quorum && counted_otherwise(stretch, act));
        });
    }

private:
    /// What of a set of rules the overlay changes: nothing a ruling asked for, only how the quorum
    /// is counted, or something else.
    enum class How : std::uint8_t { not_at_all, by_quorum, anyhow };

    /// A stretch of time in which the same changes hold.
    struct Stretch {
        base::Instant from;
        base::Instant until;
        std::vector<How> how; ///< by number of the set
        std::unordered_map<const charter::QuorumRule*, const charter::QuorumRule*> quorums;
    };

    /// What the overlay makes of some terms.
    struct Change {
        governance::TermsDifference differs;
        bool quorum_alone = false; ///< of the quorum, only what it counts and how many it needs
    };

    How how(const governance::Overlay& overlay, const Consulted& consulted,
            std::unordered_map<const charter::Terms*, Change>& changes, Stretch& stretch) const {
        constexpr auto quorum = charter::TermsListener::kind<charter::QuorumRule>;
        auto out = How::not_at_all;
        for (const auto& [terms, asked] : consulted.terms) {
            const auto [found, is_new] = changes.try_emplace(terms);
            if (is_new) {
                found->second = change_of(overlay, *terms, stretch);
            }
            const auto& change = found->second;
            const auto touched = change.differs.asked & asked;
            if (change.differs.acts[consulted.act] || (touched & ~quorum) != 0 ||
                (touched != 0 && !change.quorum_alone)) {
                return How::anyhow;
            }
            out = touched != 0 ? How::by_quorum : out;
        }
        return out;
    }

    Change change_of(const governance::Overlay& overlay, const charter::Terms& terms,
                     Stretch& stretch) const {
        Change out;
        const auto& standing = history_.compiled(terms);
        const auto* other = overlay.in_place_of(standing, stretch.from, nullptr);
        if (other == nullptr) {
            return out;
        }
        out.differs = governance::difference(standing, *other);
        const auto mine = terms.all<charter::QuorumRule>();
        const auto theirs = other->terms.all<charter::QuorumRule>();
        if (mine.size() == 1 && theirs.size() == 1 && mine[0].rule->id == theirs[0].rule->id &&
            mine[0].effect == theirs[0].effect) {
            out.quorum_alone = true;
            stretch.quorums.emplace(mine[0].params, theirs[0].params);
        }
        return out;
    }

    /// A count of the quorum that the other rule would not be sure to answer the same.
    [[nodiscard]] bool counted_otherwise(const Stretch& stretch, const PastAct& act) const {
        const auto quorums = history_.quorums(act);
        return std::any_of(quorums.begin(), quorums.end(), [&](const auto& seen) {
            const auto other = stretch.quorums.find(seen.rule);
            return other != stretch.quorums.end() && !same_answer(seen, *other->second);
        });
    }

    const History& history_;
    std::vector<Stretch> stretches_;
};

bool with_breach(const JudgedAs& judged) {
    return std::any_of(judged.codes.begin(), judged.codes.end(),
                       [](const auto& one) { return one.first == governance::Says::breach; });
}

/// "Recorded, with a breach" is another verdict than "permitted".
FlipKind kind_of(const JudgedAs& was, const JudgedAs& would_be) {
    const bool same = was.verdict == would_be.verdict && with_breach(was) == with_breach(would_be);
    return same ? FlipKind::reasons : FlipKind::verdict;
}

bool same_events(const std::vector<Event>& a, const std::vector<Event>& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](const auto& one, const auto& other) {
                          return governance::encode_event(one) == governance::encode_event(other);
                      });
}

/// The id a ruling minted for the decision an event makes; null where it makes none.
governance::DecisionId* minted(Event& event) {
    namespace events = governance::events;
    if (auto* declared = std::get_if<events::OutcomeDeclared>(&event)) {
        return &declared->decision;
    }
    if (auto* ratified = std::get_if<events::Ratified>(&event)) {
        return &ratified->decision;
    }
    if (auto* urgent = std::get_if<events::UrgentDecisionTaken>(&event)) {
        return &urgent->decision;
    }
    return nullptr;
}

/// Later acts of the record name a decision by the id it was given there; one that was never
/// recorded gets an id that none there has.
void settle_ids(std::vector<Event>& events, const std::vector<Event>& recorded,
                std::int64_t position) {
    for (std::size_t i = 0; i < events.size(); ++i) {
        auto* id = minted(events[i]);
        if (id == nullptr) {
            continue;
        }
        auto same = i < recorded.size() ? recorded[i] : Event();
        const auto* held = i < recorded.size() ? minted(same) : nullptr;
        const auto body = id->value.substr(0, id->value.rfind('/'));
        *id = held != nullptr ? *held
                              : governance::DecisionId(body + "/if" + std::to_string(position));
    }
}

/// One question being answered.
class Asking {
public:
    Asking(const History& history, const WhatIfAsked& asked)
        : history_(history), asked_(asked), touched_(history, *asked.overlay),
          base_(history.snapshot().context()), over_(base_.over(asked.overlay)),
          state_(history.beginning()) {
        out_.mode = asked.mode;
        out_.entries = static_cast<std::int64_t>(history.acts().size());
        out_.overlay = asked.overlay;
        out_.snapshot = history.shared_snapshot();
    }

    WhatIf answer() {
        const bool strict = asked_.mode == WhatIfMode::strict;
        const auto last = strict ? history_.acts().size() : past_the_last_touched();
        for (std::size_t i = 0; i < last; ++i) {
            const auto& act = history_.acts()[i];
            const bool again = asked_.judge_all || touched_(act);
            if (strict && (again || other_)) {
                judge_strictly(i, again);
            } else if (again) {
                judge(i);
            }
            if (!taken_) {
                history_.take(state_, i);
            }
            taken_ = false;
        }
        return std::move(out_);
    }

private:
    Ruling rule_on(const State& state, std::size_t index, const Context& context) const {
        const auto& act = history_.acts()[index];
        return governance::rule(state, act.submission, context, act.recorded);
    }

    /// The state after the last act touched is of no interest.
    std::size_t past_the_last_touched() const {
        auto last = history_.acts().size();
        while (!asked_.judge_all && last > 0 && !touched_(history_.acts()[last - 1])) {
            --last;
        }
        return last;
    }

    void judge(std::size_t index) {
        ++out_.judged_again;
        auto would_be = rule_on(state_, index, over_);
        const auto judged = judged_as(would_be);
        const auto& was = history_.judged(history_.acts()[index]);
        if (judged != was) {
            add(index, {0, kind_of(was, judged), was.verdict, judged.verdict, false},
                std::move(would_be));
        }
    }

    void add(std::size_t index, Flip flip, Ruling would_be) {
        flip.position = static_cast<std::int64_t>(index) + 1;
        const auto number = out_.flips.size();
        out_.flips.push_back(flip);
        const auto& window = asked_.explained;
        if (number >= window.first && number - window.first < window.count) {
            out_.explained.push_back({flip, rule_on(state_, index, base_), std::move(would_be)});
        }
    }

    /// Judges on what is left when earlier acts that fall have no effect. state_ stays the record
    /// as it is; other_ is what is left, once that differs.
    void judge_strictly(std::size_t index, bool again) {
        ++out_.judged_again;
        const auto& act = history_.acts()[index];
        const auto& was = history_.judged(act);
        auto would_be = rule_on(other_ ? *other_ : state_, index, over_);
        const auto judged = judged_as(would_be);
        auto events = events_of(index, again, would_be, was);
        if (judged != was) {
            const bool follows =
                other_ && (!again || judged_as(rule_on(state_, index, over_)) == was);
            add(index, {0, kind_of(was, judged), was.verdict, judged.verdict, follows}, would_be);
        }
        const bool differs = judged.verdict != was.verdict || events;
        if (!other_ && !differs) {
            return;
        }
        if (!other_) {
            other_ = state_;
        }
        history_.take(state_, index);
        taken_ = true;
        take_other(index, would_be, judged == was ? nullptr : &judged,
                   events                          ? *events
                   : judged.verdict == was.verdict ? act.events
                                                   : std::vector<Event>());
    }

    /// The events that take the place of those recorded; nothing where the recorded ones stand.
    std::optional<std::vector<Event>> events_of(std::size_t index, bool again,
                                                const Ruling& would_be, const JudgedAs& was) {
        const auto& act = history_.acts()[index];
        auto events = would_be.events;
        settle_ids(events, act.events, static_cast<std::int64_t>(index) + 1);
        if (would_be.verdict != was.verdict) {
            return would_be.verdict == Verdict::permitted || !act.events.empty()
                       ? std::optional(std::move(events))
                       : std::nullopt;
        }
        if (act.events.empty() || same_events(events, act.events)) {
            return std::nullopt;
        }
        // A record made by an earlier program may hold events this one would not give: only what
        // the overlay changes counts.
        if (!other_ && again) {
            auto base_events = rule_on(state_, index, base_).events;
            settle_ids(base_events, act.events, static_cast<std::int64_t>(index) + 1);
            if (same_events(events, base_events)) {
                return std::nullopt;
            }
        }
        return events;
    }

    void take_other(std::size_t index, const Ruling& ruling, const JudgedAs* judged,
                    const std::vector<Event>& events) {
        auto& state = *other_;
        const auto& act = history_.acts()[index];
        const auto& submission = act.submission;
        state.entries.show_first(index + 1);
        state.size = static_cast<std::int64_t>(index) + 2;
        state.last_recorded = std::max(state.last_recorded, act.recorded);
        if (judged != nullptr) {
            auto& line = state.entries.write(submission.id);
            line.verdict = ruling.verdict;
            line.codes.clear();
            for (const auto& reason : ruling.reasons) {
                if (reason.says == governance::Says::breach ||
                    reason.says == governance::Says::discretion) {
                    line.codes.push_back(reason.code);
                }
            }
        }
        if (ruling.verdict == Verdict::needs_discretion) {
            note_awaited(state, act.awaited != nullptr ? *act.awaited : awaited_by(act, ruling));
        }
        const governance::Stamp stamp{submission.effective, act.recorded, state.size - 1,
                                      submission.id, submission.made_by};
        for (const auto& event : events) {
            apply(state, event, stamp);
        }
        settle_name(state);
    }

    static governance::AwaitedDiscretion awaited_by(const PastAct& act, const Ruling& ruling) {
        governance::AwaitedDiscretion out;
        out.entry = act.submission.id;
        out.submission = act.submission;
        for (const auto& reason : ruling.reasons) {
            if (reason.says == governance::Says::discretion) {
                out.holder = reason.holder;
                out.rule = std::string(reason.rule);
                break;
            }
        }
        return out;
    }

    const History& history_;
    const WhatIfAsked& asked_;
    Touched touched_;
    const Context& base_;
    Context over_;
    State state_;                ///< the record as it is, before the act looked at
    std::optional<State> other_; ///< strict: what is left, where it differs
    bool taken_ = false;         ///< state_ has the act already
    WhatIf out_;
};

} // namespace

std::int64_t WhatIf::count(FlipKind kind) const {
    return std::count_if(flips.begin(), flips.end(),
                         [&](const Flip& flip) { return flip.kind == kind; });
}

WhatIf what_if(const History& history, const WhatIfAsked& asked) {
    QUORATE_ASSERT(asked.overlay != nullptr);
    return Asking(history, asked).answer();
}

} // namespace quorate::partnership
