// What the record says is owed, and what it was made with.

#include "base/json.hpp"
#include "cli/output.hpp"
#include "governance/codec_names.hpp"
#include "governance/duties/duties.hpp"
#include "governance/findings/findings.hpp"

#include <fmt/format.h>

namespace quorate::cli {
namespace {

using governance::BodyId;

/// The day asked about: the one given, else today by the partnership's clock.
Result<base::CivilDate> day_of(const partnership::Partnership& partnership, const std::string& on) {
    if (on.empty()) {
        return partnership.zone().date_of(partnership.now());
    }
    auto date = base::parse_date(on);
    return date ? date : base::fail("--on", date.error().message, "Write it as 2008-07-01");
}

void say_duties(const std::vector<governance::Duty>& all) {
    for (const auto& duty : all) {
        say(fmt::format("{:<13} {:<11} {:<8} {}\n              {}\n",
                        governance::written(duty.state), duty.due ? base::text(*duty.due) : "-",
                        duty.clause, duty.what, duty.words));
    }
    say(fmt::format("{} duties\n", all.size()));
}

void say_duties_json(const std::vector<governance::Duty>& all) {
    base::JsonArray out;
    for (const auto& duty : all) {
        base::JsonObject one;
        one.emplace("id", duty.id);
        one.emplace("rule", duty.rule);
        one.emplace("clause", duty.clause);
        one.emplace("body", duty.body.value);
        one.emplace("who", duty.who);
        one.emplace("what", duty.what);
        one.emplace("state", governance::written(duty.state));
        one.emplace("words", duty.words);
        if (duty.due) {
            one.emplace("due", base::text(*duty.due));
        }
        out.emplace_back(std::move(one));
    }
    say(base::canonical(base::Json(std::move(out))) + "\n");
}

void say_findings(const std::vector<governance::Finding>& all) {
    for (const auto& finding : all) {
        std::string clauses;
        for (const auto& clause : finding.clauses) {
            clauses += (clauses.empty() ? "" : ", ") + clause;
        }
        say(fmt::format("{:<9} {:<32} {}\n          {}\n", governance::written(finding.kind),
                        finding.id, clauses, finding.words));
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

int duties(const Common& common, const DutiesOptions& options) {
    const auto opened = open(common, options.partnership);
    const auto on = opened ? day_of(**opened, options.on) : tl::unexpected(opened.error());
    if (!on) {
        return failed(on.error());
    }
    const auto now = (*opened)->snapshot();
    const auto all = options.body.empty() ? governance::duties(now->state, now->context(), *on)
                                          : governance::duties_of(now->state, now->context(),
                                                                  BodyId(options.body), *on);
    options.json ? say_duties_json(all) : say_duties(all);
    return yes;
}

int findings(const Common& common, const DutiesOptions& options) {
    const auto opened = open(common, options.partnership);
    const auto on = opened ? day_of(**opened, options.on) : tl::unexpected(opened.error());
    if (!on) {
        return failed(on.error());
    }
    const auto now = (*opened)->snapshot();
    // As things stood at the end of that day.
    const base::Instant at{(*opened)->zone().start_of(on->plus_days(1)).ms - 1};
    const auto all = options.body.empty() ? governance::findings(now->state, now->context(), at)
                                          : governance::findings_of(now->state, now->context(),
                                                                    BodyId(options.body), at);
    options.json ? say_findings_json(all) : say_findings(all);
    return yes;
}

} // namespace quorate::cli
