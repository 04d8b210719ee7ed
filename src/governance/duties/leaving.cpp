// What a partner that has given notice still owes: to cooperate while the notice runs, and to
// honour what was decided and promised before it (3.24).

#include "governance/duties/inquiry.hpp"
#include "governance/words.hpp"

#include <algorithm>

namespace quorate::governance {
namespace {

bool asks(const charter::ExitRule& rule, std::string_view what) {
    return std::find(rule.during.begin(), rule.during.end(), what) != rule.during.end();
}

/// What the organisation promised before its notice, in any body.
std::vector<const Commitment*> promises_of(const Inquiry& inquiry, const ExitNotice& notice) {
    std::vector<const Commitment*> out;
    inquiry.state.commitments.each([&](const Commitment& commitment) {
        if (commitment.organisation == notice.organisation && commitment.made <= notice.given) {
            out.push_back(&commitment);
        }
    });
    return out;
}

bool released(const Inquiry& inquiry, const Commitment& commitment) {
    return commitment.released && *commitment.released <= inquiry.now;
}

/// The decisions before the notice, of any body, that concern the organisation.
std::int64_t decisions_concerning(const Inquiry& inquiry, const ExitNotice& notice) {
    std::int64_t count = 0;
    inquiry.state.decisions.each([&](const Decision& decision) {
        const bool concerned = std::find(decision.concerns.begin(), decision.concerns.end(),
                                         notice.organisation) != decision.concerns.end();
        count +=
            concerned && decision.effective <= notice.given && decision.outcome == Outcome::carried
                ? 1
                : 0;
    });
    return count;
}

void add_promise(Inquiry& inquiry, const charter::Rule* rule, const Commitment& promise) {
    auto duty = inquiry.make(rule, promise.organisation.value + "/honour/" + promise.id.value);
    duty.who = promise.organisation.value;
    duty.what = "Honour promise " + promise.id.value;
    duty.since = inquiry.date_of(promise.made);
    duty.due = promise.due;
    duty.commitment = promise.id;
    if (released(inquiry, promise)) {
        const auto date = inquiry.date_of(*promise.released);
        inquiry.met(duty, {},
                    {promise.id.value, {}, date, "Released from it on " + base::words(date)});
    } else {
        duty.words = "Promised on " + base::words(*duty.since) + ", before the notice.";
    }
    inquiry.add(std::move(duty));
}

std::string still_words(std::int64_t promises, std::int64_t decisions) {
    auto words = counted(promises, "recorded promise", "recorded promises");
    if (decisions > 0) {
        words +=
            " and " + counted(decisions, "decision that concerns it", "decisions that concern it");
    }
    return as_sentence(words + " still to be honoured");
}

void add_exit(Inquiry& inquiry, const ExitNotice& notice) {
    // Quorum and entitlement go by the day of the question; leaving goes by the day of the notice.
    const auto* terms = inquiry.terms_then(notice.given);
    const auto rule = terms == nullptr ? charter::InForce<charter::ExitRule>{}
                                       : terms->terms.one<charter::ExitRule>();
    if (!rule) {
        return;
    }
    const auto given = inquiry.date_of(notice.given);
    const auto ends = std::max(notice.leaves, notice.earliest);
    const auto promises = promises_of(inquiry, notice);
    const auto open = static_cast<std::int64_t>(
        std::count_if(promises.begin(), promises.end(),
                      [&](const Commitment* each) { return !released(inquiry, *each); }));
    const auto decisions = decisions_concerning(inquiry, notice);
    const std::vector<Fact> facts = {{"given", base::text(given)},
                                     {"leaves", base::text(notice.leaves)},
                                     {"earliest", base::text(notice.earliest)},
                                     {"commitments", open},
                                     {"decisions", decisions}};
    if (asks(*rule.params, "cooperate") && inquiry.on <= ends) {
        auto duty = inquiry.make(rule.rule, notice.organisation.value + "/cooperate");
        duty.who = notice.organisation.value;
        duty.what = "Cooperate until the notice ends";
        duty.since = given;
        duty.due = ends;
        duty.facts = facts;
        duty.words =
            "Notice given on " + base::words(given) + "; it runs to " + base::words(ends) + ".";
        inquiry.add(std::move(duty));
    }
    if (asks(*rule.params, "honour-commitments")) {
        auto duty = inquiry.make(rule.rule, notice.organisation.value + "/honour");
        duty.who = notice.organisation.value;
        duty.what = "Honour what was decided and promised before the notice";
        duty.since = given;
        duty.facts = facts;
        duty.words = still_words(open, decisions);
        inquiry.add(std::move(duty));
        for (const auto* promise : promises) {
            add_promise(inquiry, rule.rule, *promise);
        }
    }
}

} // namespace

void add_leaving_duties(Inquiry& inquiry) {
    for (const auto& notice : inquiry.body.exits) {
        if (notice.given <= inquiry.now) {
            add_exit(inquiry, notice);
        }
    }
}

} // namespace quorate::governance
