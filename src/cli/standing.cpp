// What the terms and the register do not say, or say twice.

#include "base/json.hpp"
#include "base/text.hpp"
#include "cli/output.hpp"
#include "governance/codec_names.hpp"
#include "governance/findings/findings.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace quorate::cli {
namespace {

using governance::BodyId;

/// A finding, and the other bodies that have it in the same words under the same clauses.
struct Alike {
    const governance::Finding* finding = nullptr;
    std::vector<std::string> also;
};

std::vector<Alike> alike(const std::vector<governance::Finding>& all) {
    std::vector<Alike> out;
    for (const auto& finding : all) {
        const auto known = std::find_if(out.begin(), out.end(), [&](const Alike& each) {
            return !finding.position && each.finding->words == finding.words &&
                   each.finding->clauses == finding.clauses && each.finding->topic == finding.topic;
        });
        if (known == out.end()) {
            out.push_back({&finding, {}});
        } else {
            known->also.push_back(finding.body.value);
        }
    }
    return out;
}

void say_findings(const std::vector<governance::Finding>& all) {
    for (const auto& each : alike(all)) {
        const auto& finding = *each.finding;
        const auto clauses = base::join(finding.clauses, ", ");
        say(fmt::format("{:<13} {}{}\n              {}\n", governance::written(finding.topic),
                        finding.id, clauses.empty() ? "" : " (" + clauses + ")", finding.words));
        if (!each.also.empty()) {
            say("              The same on " + base::join(each.also, ", ") + ".\n");
        }
    }
    say(fmt::format("{} findings\n", all.size()));
}

void say_findings_json(const std::vector<governance::Finding>& all) {
    base::JsonArray out;
    for (const auto& finding : all) {
        base::JsonObject one;
        one.emplace("id", finding.id);
        one.emplace("body", finding.body.value);
        one.emplace("kind", governance::written(finding.kind));
        one.emplace("topic", governance::written(finding.topic));
        one.emplace("words", finding.words);
        base::JsonArray clauses;
        for (const auto& clause : finding.clauses) {
            clauses.emplace_back(clause);
        }
        one.emplace("clauses", std::move(clauses));
        if (finding.position) {
            one.emplace("position", *finding.position);
        }
        out.emplace_back(std::move(one));
    }
    say(base::canonical(base::Json(std::move(out))) + "\n");
}

} // namespace

int findings(const Common& common, const DutiesOptions& options) {
    const auto opened = open(common, options.partnership);
    const auto on = opened ? day_of(**opened, options.on) : tl::unexpected(opened.error());
    if (!on) {
        return failed(on.error());
    }
    const auto now = (*opened)->snapshot();
    if (!options.body.empty() && now->state.bodies.find(BodyId(options.body)) == nullptr) {
        return failed(
            {options.body, "the record has no such body", "Name one by its id, such as kp"});
    }
    // As things stood at the end of that day.
    const base::Instant at{(*opened)->zone().start_of(on->plus_days(1)).ms - 1};
    const auto all = options.body.empty() ? governance::findings(now->state, now->context(), at)
                                          : governance::findings_of(now->state, now->context(),
                                                                    BodyId(options.body), at);
    options.json ? say_findings_json(all) : say_findings(all);
    return yes;
}

} // namespace quorate::cli
