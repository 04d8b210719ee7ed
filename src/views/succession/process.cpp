#include "views/succession/process.hpp"

#include "calendar/period.hpp"
#include "governance/bodies/process.hpp"
#include "governance/codec_names.hpp"
#include "governance/words.hpp"
#include "views/reader.hpp"
#include "views/succession/succession_make.hpp"

namespace quorate::views {

using namespace governance;

namespace {

std::string span_words(base::CivilDate began, std::optional<base::CivilDate> ended) {
    if (!ended) {
        return "From " + short_date(began);
    }
    return began == *ended ? short_date(began) : short_date(began) + " to " + short_date(*ended);
}

std::string planned_words(const charter::ProcessRule& rule) {
    const auto opens = base::parse_date(rule.opens);
    const auto closes = base::parse_date(rule.closes);
    if (rule.opens.empty() || !opens) {
        return {};
    }
    return span_words(*opens,
                      !rule.closes.empty() && closes ? std::optional(*closes) : std::nullopt);
}

std::string state_words(const StepState& step) {
    switch (step.progress) {
    case StepProgress::done:
        return "Done";
    case StepProgress::under_way:
        return "Under way";
    case StepProgress::not_begun:
        break;
    }
    return "No record held here";
}

void add_length(const StepState& step, StepShown& out) {
    const auto period = calendar::parse_period(step.rule->at_least);
    if (!period) {
        return;
    }
    const auto asked = "at least " + calendar::words(*period);
    if (!step.days) {
        out.length = capitalised(asked);
        return;
    }
    out.length = counted(*step.days, "day", "days") + "; " + asked;
    if (step.progress == StepProgress::done) {
        out.mark = long_enough(step) ? Mark::met : Mark::breach;
    } else if (step.earliest_end) {
        out.length += ", to " + short_date(*step.earliest_end);
    }
}

StepEvidenceShown evidence_shown(const StepEvidence& each) {
    StepEvidenceShown out;
    out.words = span_words(each.began, each.ended);
    out.decision = each.decision ? each.decision->value : std::string();
    out.early = each.early;
    out.counts = each.counts;
    out.position = each.position;
    return out;
}

StepShown step_shown(const Ground& ground, const StepState& step) {
    StepShown out;
    out.step = step.rule->step;
    out.what = step.rule->what.empty() ? plain_name(step.rule->step) : step.rule->what;
    out.by = step.rule->by.empty() ? std::string() : ground.party(step.rule->by).name;
    out.clause = own_clause(*step.rule.rule);
    out.state = written(step.progress);
    out.state_words = state_words(step);
    out.planned = planned_words(*step.rule.params);
    out.by_decision = !step.rule->matter.empty();
    add_length(step, out);
    for (const auto& name : step.waits_for) {
        out.waits_for.push_back(plain_name(name));
    }
    if (step.progress != StepProgress::not_begun && !step.gates.empty()) {
        out.mark = Mark::breach;
    }
    for (const auto& each : step.evidence) {
        out.evidence.push_back(evidence_shown(each));
    }
    return out;
}

} // namespace

std::optional<ProcessPage> process_page(const Reader& reader, std::string_view id) {
    const auto& ground = reader.ground();
    const BodyId body{std::string(id)};
    if (ground.state().bodies.find(body) == nullptr) {
        return std::nullopt;
    }
    ProcessPage out{ground.body(body), ground.today, {}};
    for (const auto& step : process_steps(ground.state(), ground.context(), body, ground.today)) {
        if (out.processes.empty() || out.processes.back().process != step.rule->process) {
            out.processes.push_back({step.rule->process, plain_name(step.rule->process), {}});
        }
        out.processes.back().steps.push_back(step_shown(ground, step));
    }
    return out;
}

} // namespace quorate::views
