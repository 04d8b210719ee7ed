// What partners promised; and what one that has given notice still owes: to cooperate while the
// notice runs, and to honour what was decided and promised before it (3.24).

#include "governance/duties/inquiry.hpp"
#include "governance/membership/commitments.hpp"
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

/// True for a promise that was honoured, or that the organisation was released from, by now.
bool settle_ended(Inquiry& inquiry, Duty& duty, const Commitment& promise) {
    const Deadline deadline{promise.due, !promise.due, {}};
    if (const auto on = honoured_on(inquiry.state, promise, inquiry.now)) {
        inquiry.met(duty, deadline, {promise.id.value, {}, *on, "Honoured on " + base::words(*on)});
        return true;
    }
    if (released_at(promise, inquiry.now)) {
        const auto on = inquiry.date_of(*promise.released);
        inquiry.met(duty, {}, {promise.id.value, {}, on, "Released from it on " + base::words(on)});
        return true;
    }
    return false;
}

/// True for a promise whose day is near or past; until then it is shown without a hurry.
bool settle_by_day(Inquiry& inquiry, Duty& duty, const Commitment& promise) {
    const bool near = promise.due && promise.due->days - inquiry.on.days <= due_soon_days;
    if (near) {
        inquiry.settle(duty, {promise.due, false, {}}, inquiry.date_of(promise.made));
    }
    return near;
}

/// The duty to honour a promise, not yet settled; `what` goes before the promise's own id.
Duty duty_to_honour(Inquiry& inquiry, const charter::Rule* rule, std::string_view subject, const std::string& what,
                    const Commitment& promise) {
    auto duty = inquiry.make(rule, subject);
    duty.who = promise.organisation.value;
    duty.what = what + " " + promise.id.value;
    duty.since = inquiry.date_of(promise.made);
    duty.due = promise.due;
    duty.commitment = promise.id;
    return duty;
}

void add_promise(Inquiry& inquiry, const charter::Rule* rule, const Commitment& promise) {
    auto duty = duty_to_honour(inquiry, rule, promise.organisation.value + "/honour/" + promise.id.value,
                               "Honour promise", promise);
    if (!settle_ended(inquiry, duty, promise) && !settle_by_day(inquiry, duty, promise)) {
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
        std::count_if(promises.begin(), promises.end(), [&](const Commitment* each) {
            return open_at(inquiry.state, *each, inquiry.now);
        }));
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

/// The organisation gave a notice after it promised, to a body whose terms hold it to that; the
/// promise is then a duty of leaving.
bool owed_by_leaving(const Inquiry& inquiry, const Commitment& promise) {
    bool owed = false;
    inquiry.state.bodies.each([&](const Body& body) {
        for (const auto& notice : body.exits) {
            const bool after = notice.organisation == promise.organisation &&
                               notice.given <= inquiry.now && promise.made <= notice.given;
            const auto* terms =
                after ? terms_at(inquiry.state, body.id, notice.given, inquiry.context) : nullptr;
            const auto rule = terms == nullptr ? charter::InForce<charter::ExitRule>{}
                                               : terms->terms.one<charter::ExitRule>();
            owed = owed || (rule && asks(*rule.params, "honour-commitments"));
        }
    });
    return owed;
}

} // namespace

void add_promises(Inquiry& inquiry) {
    inquiry.state.commitments.each([&](const Commitment& promise) {
        if (promise.body != inquiry.body.id || promise.made > inquiry.now ||
            owed_by_leaving(inquiry, promise)) {
            return;
        }
        auto duty = duty_to_honour(inquiry, nullptr, promise.id.view(), "Promise", promise);
        if (!settle_ended(inquiry, duty, promise) && !settle_by_day(inquiry, duty, promise)) {
            // The promise itself is on record, so it is open whether or not the rest of the record
            // is complete.
            duty.state = DutyState::not_yet_due;
            duty.words = promise.due ? "Due on " + base::words(*promise.due) + "."
                                     : "Open; no date was set.";
        }
        inquiry.add(std::move(duty));
    });
}

void add_leaving_duties(Inquiry& inquiry) {
    for (const auto& notice : inquiry.body.exits) {
        if (notice.given <= inquiry.now) {
            add_exit(inquiry, notice);
        }
    }
}

} // namespace quorate::governance
