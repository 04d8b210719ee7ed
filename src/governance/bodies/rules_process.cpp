// The steps of a process: their order, how long they last, and what must be there before.

#include "calendar/period.hpp"
#include "governance/bodies/checks.hpp"
#include "governance/bodies/process.hpp"
#include "governance/bodies/rules.hpp"
#include "governance/copy_members.hpp"

#include <algorithm>

namespace quorate::governance {
namespace {

using Step = charter::InForce<charter::ProcessRule>;

const StepState* find_step(const std::vector<StepState>& steps, const Step& of,
                           const std::string& name) {
    const auto found = std::find_if(steps.begin(), steps.end(), [&](const StepState& each) {
        return each.rule->process == of->process && each.rule->step == name;
    });
    return found == steps.end() ? nullptr : &*found;
}

/// The gates a step stands behind, through the steps before it; those it names itself are left out.
std::vector<std::string> gates_behind(const std::vector<StepState>& steps, const Step& step) {
    std::vector<std::string> out;
    auto waiting = step->after;
    for (std::size_t i = 0; i < waiting.size(); ++i) {
        const auto* before = find_step(steps, step, waiting[i]);
        for (const auto& name :
             before == nullptr ? std::vector<std::string>{} : before->rule->after) {
            if (std::find(waiting.begin(), waiting.end(), name) == waiting.end()) {
                waiting.push_back(name);
                const auto* gate = find_step(steps, step, name);
                if (gate != nullptr && gate->rule->gate) {
                    out.push_back(name);
                }
            }
        }
    }
    return out;
}

bool done_by(const StepState& step, base::CivilDate on) {
    return step.progress == StepProgress::done && step.ended && *step.ended <= on;
}

void say_missing(Ruler& ruler, const Step& step, const StepState& before, base::CivilDate on) {
    std::vector<Fact> facts{fact("step", before.rule->gate ? before.rule->step : step->step)};
    if (before.rule->gate) {
        facts.push_back(fact("on", on));
        auto& reason = ruler.says(before.rule, Says::breach, Code::step_missing, std::move(facts));
        reason.facts.push_back(fact("for", step->step));
        return;
    }
    // Without a gate the order is told, and not held against anyone.
    facts.push_back(fact("after", before.rule->step));
    if (before.ended) {
        facts.push_back(fact("ended", *before.ended));
    }
    ruler.says(step, Says::remark, Code::step_out_of_order, std::move(facts));
}

/// What must be there when a step begins on a day.
void check_order(Ruler& ruler, const std::vector<StepState>& steps, const Step& step,
                 base::CivilDate on) {
    for (const auto& name : step->after) {
        const auto* before = find_step(steps, step, name);
        if (before == nullptr) {
            continue;
        }
        if (!done_by(*before, on)) {
            say_missing(ruler, step, *before, on);
            continue;
        }
        ruler.says(step, Says::complies, Code::step_in_order,
                   {fact("step", step->step), fact("after", name), fact("ended", *before->ended)});
        if (!long_enough(*before)) {
            ruler.says(before->rule, Says::breach, Code::step_too_short,
                       {fact("step", name), fact("days", *before->days),
                        fact("needed", before->earliest_end->days - before->began->days),
                        fact("began", *before->began), fact("ended", *before->ended)});
        }
    }
    for (const auto& name : gates_behind(steps, step)) {
        const auto* gate = find_step(steps, step, name);
        if (!done_by(*gate, on)) {
            say_missing(ruler, step, *gate, on);
        }
    }
}

void check_length(Ruler& ruler, const Step& step, const acts::RecordStep& act) {
    const auto period = calendar::parse_period(step->at_least);
    if (!period || !act.ended) {
        return;
    }
    const auto earliest = calendar::plus(act.began, *period);
    if (!earliest) {
        return;
    }
    const bool enough = *earliest <= *act.ended;
    ruler.says(step, enough ? Says::complies : Says::breach,
               enough ? Code::step_long_enough : Code::step_too_short,
               {fact("step", step->step), fact("days", act.ended->days - act.began.days),
                fact("needed", earliest->days - act.began.days), fact("began", act.began),
                fact("ended", *act.ended)});
}

void compare_with_plan(Ruler& ruler, const Step& step, const acts::RecordStep& act) {
    const auto compare = [&](const std::string& text, base::CivilDate done) {
        const auto planned = base::parse_date(text);
        if (!text.empty() && planned && *planned != done) {
            ruler.says(step, Says::remark, Code::differs_from_plan,
                       {fact("step", step->step), fact("planned", *planned), fact("done", done)});
        }
    };
    compare(step->opens, act.began);
    if (act.ended) {
        compare(step->closes, *act.ended);
    }
}

/// The day from which the step, or what it answers, was or is to be open; for telling how early
/// something came.
std::optional<base::CivilDate> opening(const std::vector<StepState>& steps, const Step& step) {
    for (const auto& other : steps) {
        const bool answered = step->kind == "response" && other.rule->kind == "consultation" &&
                              other.rule->process == step->process;
        const auto date = base::parse_date(other.rule->opens);
        if (answered && other.began) {
            return other.began;
        }
        if (answered && !other.rule->opens.empty() && date) {
            return *date;
        }
    }
    const auto own = base::parse_date(step->opens);
    return step->kind != "response" && !step->opens.empty() && own ? std::optional(*own)
                                                                   : std::nullopt;
}

/// True when what is recorded came before the step opened; says whether it counts.
bool say_early(Ruler& ruler, const std::vector<StepState>& after, const StepState& now,
               const acts::RecordStep& act) {
    const auto own =
        std::find_if(now.evidence.begin(), now.evidence.end(), [&](const StepEvidence& each) {
            return each.early && each.began == act.began && each.ended == act.ended;
        });
    if (own == now.evidence.end()) {
        return false;
    }
    std::vector<Fact> facts{fact("step", act.step), fact("began", act.began)};
    if (const auto opens = opening(after, now.rule)) {
        facts.push_back(fact("opens", *opens));
    }
    ruler.says(now.rule, own->counts ? Says::remark : Says::breach,
               own->counts ? Code::early_counts : Code::too_early, std::move(facts));
    return true;
}

/// The rule of the step an act names, refusing when the terms have none.
Step named_step(Ruler& ruler, const acts::RecordStep& act) {
    bool process = false;
    for (const auto& rule : ruler.all<charter::ProcessRule>()) {
        process = process || rule->process == act.process;
        if (rule->process == act.process && rule->step == act.step) {
            return rule;
        }
    }
    ruler.no(process ? Code::step_unknown : Code::process_unknown,
             {fact("process", act.process), fact("step", act.step)});
    return {};
}

} // namespace

void check_steps_before(Ruler& ruler, const Matter& matter) {
    const auto on = zone_of(ruler.state(), ruler.body()).date_of(ruler.at());
    for (const auto& rule : ruler.all<charter::ProcessRule>()) {
        if (rule->matter == matter.value) {
            check_order(ruler, process_steps(ruler.state(), ruler.context(), ruler.body(), on),
                        rule, on);
        }
    }
}

Ruling rule(const Call& call, const acts::RecordStep& act) {
    Ruler ruler(call.state, call.submission, call.context, act.body);
    named_decision(ruler, act.decision);
    if (require_body(ruler) == nullptr) {
        return ruler.finish();
    }
    if (ruler.terms() == nullptr) {
        if (!ruler.refused()) {
            ruler.no(Code::no_terms, {fact("body", act.body.view())});
        }
        return ruler.finish();
    }
    const auto step = named_step(ruler, act);
    if (!step) {
        return ruler.finish();
    }
    if (act.ended && *act.ended < act.began) {
        ruler.no(Code::times_out_of_order, {fact("began", act.began), fact("ended", *act.ended)});
        return ruler.finish();
    }
    if (!step->matter.empty() &&
        !(act.decision && decides_step(call.state, step, *act.decision, ruler.at()))) {
        ruler.says(step, Says::breach, Code::decision_missing, {fact("body", act.body.view())});
    }
    const auto event = copy_members<events::StepRecorded>(act);
    auto after = call.state;
    apply(after, Event(event),
          {ruler.at(), call.recorded, call.state.size, call.submission.id, {}});
    const auto on =
        std::max(zone_of(call.state, act.body).date_of(ruler.at()), act.ended.value_or(act.began));
    const auto steps = process_steps(after, call.context, act.body, on);
    const auto* now = find_step(steps, step, act.step);
    if (now == nullptr || !say_early(ruler, steps, *now, act)) {
        check_order(ruler, steps, step, act.began);
        check_length(ruler, step, act);
        compare_with_plan(ruler, step, act);
    }
    return ruler.finish({event});
}

} // namespace quorate::governance
