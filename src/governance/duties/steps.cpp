// The steps of processes the terms set out, by their planned dates (F7 to F12).

#include "base/text.hpp"
#include "governance/bodies/process.hpp"
#include "governance/duties/inquiry.hpp"
#include "governance/words.hpp"

#include <algorithm>

namespace quorate::governance {
namespace {

std::optional<base::CivilDate> planned(const std::string& date) {
    const auto parsed = date.empty() ? base::Result<base::CivilDate>(base::fail("", "no date"))
                                     : base::parse_date(date);
    return parsed ? std::optional(*parsed) : std::nullopt;
}

/// How long a step lasted, where the terms set a least length.
std::string length_words(const StepState& step) {
    if (!step.days || step.rule->at_least.empty()) {
        return {};
    }
    return " " + as_sentence("it took " + counted(*step.days, "day", "days") +
                             (long_enough(step) ? "" : ", less than the terms ask"));
}

void add_evidence(const StepState& step, Duty& duty) {
    for (const auto& shown : step.evidence) {
        const auto on = shown.ended.value_or(shown.began);
        duty.evidence.push_back(
            {shown.decision ? shown.decision->value : std::string{}, shown.position, on,
             (shown.early ? "Given early, on " : "On record for ") + base::words(on)});
    }
    if (step.days) {
        duty.facts.push_back({"days", *step.days});
    }
    if (step.earliest_end) {
        duty.facts.push_back({"earliest", base::text(*step.earliest_end)});
    }
}

void settle_step(const Inquiry& inquiry, const StepState& step, Duty& duty) {
    const auto opens = planned(step.rule->opens);
    const auto closes = planned(step.rule->closes);
    const auto due = step.progress == StepProgress::not_begun && opens ? opens
                     : closes                                          ? closes
                                                                       : opens;
    const Deadline deadline{due, !due, {}};
    const auto since = inquiry.terms_began().value_or(inquiry.on);
    if (step.progress == StepProgress::done) {
        const auto on = step.ended.value_or(step.began.value_or(inquiry.on));
        duty.since = step.began.value_or(since);
        const Deadline end{closes ? closes : opens, !closes && !opens, {}};
        duty.due = end.date;
        duty.state = DutyState::met;
        duty.words = "Done on " + base::words(on) +
                     (end.date && on > *end.date ? ", after " + base::words(*end.date) : "") + "." +
                     length_words(step);
        return;
    }
    inquiry.settle(duty, deadline, since);
    if (step.progress == StepProgress::under_way) {
        // It is on record that it began, so it is open whether or not the record is complete.
        duty.words = "Under way" + (step.began ? " since " + base::words(*step.began) : "") + ". " +
                     duty.words;
    }
    if (!step.waits_for.empty() && inquiry.complete_since(since)) {
        auto steps = base::list_words(step.waits_for);
        std::replace(steps.begin(), steps.end(), '-', ' ');
        duty.words += " Waits for: " + steps + ".";
    }
}

} // namespace

void add_process_duties(Inquiry& inquiry) {
    for (const auto& step :
         process_steps(inquiry.state, inquiry.context, inquiry.body.id, inquiry.on)) {
        auto duty = inquiry.make(step.rule.rule, "");
        duty.who = step.rule->by.empty() ? inquiry.body.id.value : step.rule->by;
        duty.what = step.rule->what;
        settle_step(inquiry, step, duty);
        add_evidence(step, duty);
        inquiry.add(std::move(duty));
    }
}

} // namespace quorate::governance
