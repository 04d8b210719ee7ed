#include "charter/check_parts.hpp"
#include "charter/duration.hpp"
#include "charter/model.hpp"
#include "charter/params.hpp"
#include "charter/value.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <functional>

namespace quorate::charter {
namespace {

/// A value that cannot be right, and the key it stands under.
struct Finding {
    std::string key;
    std::string message;
    std::string help;
};

class Values {
public:
    std::vector<Finding> findings;

    void operator()(const QuorumRule& rule) {
        if (rule.at_least.numerator == 0 || rule.at_least.numerator > rule.at_least.denominator) {
            findings.push_back(
                {"at_least", fmt::format("a quorum of {} can mean nothing", rule.at_least.text()),
                 "Expected a fraction over zero and up to one, such as \"1/2\""});
        }
    }
    void operator()(const DecisionRule& rule) {
        if (rule.more_than.numerator == 0 ||
            rule.more_than.numerator >= rule.more_than.denominator) {
            findings.push_back({"more_than",
                                fmt::format("more than {} can mean nothing", rule.more_than.text()),
                                "Expected a fraction between zero and one, such as \"1/2\""});
        }
    }
    void operator()(const NoticeRule& rule) {
        if (const auto days = parse_working_days(rule.at_least); !days) {
            findings.push_back({"at_least", days.error().message, days.error().help});
        }
    }
    void operator()(const OfficeRule& rule) {
        duration("term", rule.term, false);
        duration("every", rule.every, rule.method == OfficeMethod::rotates);
    }
    void operator()(const FrequencyRule& rule) {
        duration("per", rule.per, true);
        at_least_one("at_least", rule.at_least);
    }
    void operator()(const ExitRule& rule) { duration("notice", rule.notice, true); }
    void operator()(const DutyRule& rule) {
        duration("due", rule.due, false);
        duration("every", rule.every, false);
    }
    void operator()(const ReviewRule& rule) { duration("every", rule.every, false); }
    void operator()(const AttendanceRule& rule) { at_least_one("consecutive", rule.consecutive); }
    void operator()(const SeatsRule& rule) {
        at_least_one("count", rule.count);
        for (std::size_t i = 0; i < rule.limits.size(); ++i) {
            const auto& limit = rule.limits[i];
            const bool known = limit.size() == 2 &&
                               std::find(rule.eligible.begin(), rule.eligible.end(), limit[0]) !=
                                   rule.eligible.end();
            const bool number = limit.size() == 2 && !limit[1].empty() && limit[1].size() < 6 &&
                                limit[1].find_first_not_of("0123456789") == std::string::npos;
            if (!known || !number) {
                findings.push_back({fmt::format("limits[{}]", i),
                                    "the limit is not one of the eligible with a number",
                                    "Expected a pair such as [\"chairman(kfra)\", \"1\"]"});
            }
        }
        if (rule.alternatives == Alternatives::instead && rule.eligible.size() < 2) {
            findings.push_back({"alternatives", "there is nobody to sit instead",
                                "Name at least two in eligible"});
        }
    }
    void operator()(const BalanceRule& rule) {
        if (!rule.parity.empty() && rule.parity.size() != 2) {
            findings.push_back(
                {"parity",
                 fmt::format("{} cannot be compared with each other in number",
                             rule.parity.size() == 1 ? "one place" : "more than two places"),
                 "Name two places or classes, such as [\"county\", \"district\"]"});
        }
        if (rule.at_least && (rule.at_least->numerator == 0 ||
                              rule.at_least->numerator > rule.at_least->denominator)) {
            findings.push_back(
                {"at_least", fmt::format("a share of {} can mean nothing", rule.at_least->text()),
                 "Expected a fraction over zero and up to one, such as \"1/2\""});
        }
        if (rule.max && *rule.max < rule.min) {
            findings.push_back(
                {"max", fmt::format("at most {} cannot be under at least {}", *rule.max, rule.min),
                 "Raise max or lower min"});
        }
    }
    void operator()(const SuccessionRule& rule) {
        if (rule.from.empty()) {
            findings.push_back(
                {"from", "the rule names nobody who is followed", "Add from = [\"...\"]"});
        }
        if (rule.scope.empty()) {
            findings.push_back({"scope", "nothing passes by this rule",
                                "Expected [\"all\"], or the matters that pass"});
        }
        date("effective", rule.effective);
    }
    void operator()(const ProcessRule& rule) {
        if (rule.process.empty() || rule.step.empty()) {
            findings.push_back({rule.process.empty() ? "process" : "step",
                                "the step has no name in a process",
                                "Add process = \"...\" and step = \"...\""});
        }
        duration("at_least", rule.at_least, false);
        date("opens", rule.opens);
        date("closes", rule.closes);
        const auto opens = base::parse_date(rule.opens);
        const auto closes = base::parse_date(rule.closes);
        if (opens && closes && *closes < *opens) {
            findings.push_back(
                {"closes", "the step closes before it opens", "Change one of the dates"});
        }
    }
    void operator()(const ParamRule& rule) {
        if (const auto fits = check_value(rule, rule.example); !fits) {
            findings.push_back({"example", "the example does not fit: " + fits.error().message,
                                fits.error().help});
        }
    }
    void operator()(const ApplyRule& rule) {
        if (rule.charter.empty()) {
            findings.push_back(
                {"charter", "the rule names no charter to apply", "Add charter = \"...\""});
        }
        if (rule.rules.empty()) {
            findings.push_back({"rules", "the rule names nothing to apply",
                                "Add rules = [\"*\"], or the ids of rules"});
        }
        for (std::size_t i = 0; i < rule.substitute.size(); ++i) {
            if (rule.substitute[i].size() != 2) {
                findings.push_back({fmt::format("substitute[{}]", i),
                                    fmt::format("a substitution is a pair of names; this has {}",
                                                rule.substitute[i].size()),
                                    "Expected a pair such as [\"kp\", \"psb\"]"});
            }
        }
        if (rule.as != "amended" && !base::parse_date(rule.as)) {
            findings.push_back({"as", fmt::format("\"{}\" names no version", rule.as),
                                "Expected \"amended\" or a date such as \"2008-02-27\""});
        }
    }
    template <class Other>
    void operator()(const Other&) {}

private:
    void duration(std::string_view key, const std::string& text, bool required) {
        if (text.empty() && !required) {
            return;
        }
        if (const auto good = check_duration(text); !good) {
            findings.push_back({std::string(key), good.error().message, good.error().help});
        }
    }

    void date(std::string_view key, const std::string& text) {
        if (!text.empty() && !base::parse_date(text)) {
            findings.push_back({std::string(key), fmt::format("\"{}\" is not a date", text),
                                "Expected a date such as \"2008-02-27\""});
        }
    }

    void at_least_one(std::string_view key, std::int64_t number) {
        if (number == 0) {
            findings.push_back(
                {std::string(key), fmt::format("\"{}\" is nought", key), "Expected one or more"});
        }
    }
};

std::vector<Finding> findings_of(const Params& params) {
    Values values;
    std::visit(values, params);
    return std::move(values.findings);
}

bool needs_working_days(const Params& params) {
    if (const auto* notice = std::get_if<NoticeRule>(&params)) {
        return is_in_working_days(notice->at_least);
    }
    const auto texts = params_texts(params);
    return std::any_of(texts.begin(), texts.end(), [](const auto& pair) {
        const auto& text = pair.second;
        const bool time = pair.first == "due" || pair.first == "notice" || pair.first == "every" ||
                          pair.first == "term" || pair.first == "per";
        return time && text.size() > 2 && is_in_working_days(text.substr(1, text.size() - 2));
    });
}

/// A reading is judged by what it sets; the rest was judged in the rule.
void check_readings(const Checking& checking, const Rule& rule, const Interpretation& one) {
    for (const auto& reading : one.readings) {
        auto params = rule.params;
        auto effect = rule.effect;
        lay_over(reading.overrides, params, effect);
        const auto overrides = from_json(reading.overrides, {});
        for (const auto& finding : findings_of(params)) {
            if (overrides.find(finding.key.substr(0, finding.key.find('['))) != nullptr) {
                checking.add(one.place_of("readings." + reading.name + "." + finding.key),
                             finding.message, finding.help);
            }
        }
    }
}

} // namespace

void check_values(const Checking& checking) {
    for (const auto& rule : checking.charter.rules) {
        for (const auto& finding : findings_of(rule.params)) {
            checking.add(rule.place_of(finding.key), finding.message, finding.help);
        }
        for (const auto& one : checking.charter.interpretations) {
            if (one.rule == rule.id) {
                check_readings(checking, rule, one);
            }
        }
    }
    if (!checking.charter.calendar.empty() || checking.charter.body.empty()) {
        return;
    }
    for (const auto& one : checking.resolution.rules) {
        if (needs_working_days(one.params)) {
            const auto& place = one.brought_by != nullptr ? one.brought_by->place : one.rule.place;
            checking.add(place,
                         fmt::format("rule {} counts working days, and the charter has no calendar",
                                     one.rule.id),
                         "Add calendar = \"england-and-wales\" to the front matter");
        }
    }
}

} // namespace quorate::charter
