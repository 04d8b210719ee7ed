// Duties that stand by themselves: owed all the time, every year, in every decision, or reviewed
// from time to time.

#include "base/text.hpp"
#include "calendar/period.hpp"
#include "governance/duties/inquiry.hpp"
#include "governance/words.hpp"

#include <algorithm>
#include <set>

namespace quorate::governance {
namespace {

void add_continuing(Inquiry& inquiry, const charter::InForce<charter::DutyRule>& rule) {
    auto duty = inquiry.make(rule.rule, "");
    duty.who = rule->on;
    duty.what = rule->what;
    duty.words = "Owed all the time.";
    if (!rule->evidence.empty()) {
        for (const auto* entry : inquiry.entries(rule->evidence, {})) {
            const auto date = inquiry.date_of(entry->effective);
            duty.evidence.push_back(
                {entry->id.value, entry->position, date, "Recorded on " + base::words(date)});
        }
    }
    inquiry.add(std::move(duty));
}

/// The reports of one year, told by the year they are for, else by when they were made.
std::vector<const Report*> reports_of(const Inquiry& inquiry, const charter::DutyRule& rule,
                                      int year) {
    std::vector<const Report*> out;
    for (const auto& report : inquiry.body.reports) {
        const auto of_year = report.year ? *report.year : inquiry.date_of(report.effective).year();
        const bool kind = rule.kind.empty() || report.kind == rule.kind;
        const bool way =
            rule.through.empty() || (report.through && report.through->value == rule.through);
        if (kind && way && of_year == year && report.effective <= inquiry.now) {
            out.push_back(&report);
        }
    }
    return out;
}

/// Everyone the rule names, and who of them has had a report.
struct Audiences {
    std::vector<std::string> missing;
    std::optional<base::Instant> complete_at; ///< when the last of them was served
};

Audiences served_by(const std::vector<const Report*>& reports, const charter::DutyRule& rule) {
    Audiences out;
    std::set<std::string> served;
    const auto all = [&] {
        return !reports.empty() &&
               std::all_of(rule.audiences.begin(), rule.audiences.end(),
                           [&](const std::string& who) { return served.count(who) != 0; });
    };
    for (const auto* report : reports) {
        served.insert(report->audiences.begin(), report->audiences.end());
        if (!out.complete_at && all()) {
            out.complete_at = report->effective;
        }
    }
    std::copy_if(rule.audiences.begin(), rule.audiences.end(), std::back_inserter(out.missing),
                 [&](const std::string& who) { return served.count(who) == 0; });
    return out;
}

void add_year(Inquiry& inquiry, const charter::InForce<charter::DutyRule>& rule, int year) {
    auto duty = inquiry.make(rule.rule, std::to_string(year));
    duty.who = rule->on;
    duty.what = rule->what + " (" + std::to_string(year) + ")";
    const auto reports = reports_of(inquiry, *rule.params, year);
    const auto audiences = served_by(reports, *rule.params);
    const auto total = static_cast<std::int64_t>(rule->audiences.size());
    const auto served = total - static_cast<std::int64_t>(audiences.missing.size());
    duty.facts = {{"year", std::int64_t{year}}, {"audiences", total}, {"served", served}};
    if (!audiences.missing.empty()) {
        duty.facts.push_back({"missing", base::list_words(audiences.missing)});
    }
    const auto since = std::max(first_day(year), *inquiry.terms_began());
    const auto due = rule->due.empty() || rule->due == "year-end"
                         ? Deadline{last_day(year), false, {}}
                         : deadline_after(inquiry.state, inquiry.body.id, last_day(year), rule->due,
                                          inquiry.end_of(last_day(year)), inquiry.context);
    const auto make_evidence = [&](const Report& report) {
        const auto date = inquiry.date_of(report.effective);
        return DutyEvidence{"", report.position, date, "Reported on " + base::words(date)};
    };
    if (audiences.complete_at) {
        duty.since = since;
        const auto last = std::find_if(reports.begin(), reports.end(), [&](const Report* report) {
            return report->effective == *audiences.complete_at;
        });
        inquiry.met(duty, due, make_evidence(**last));
    } else {
        inquiry.settle(duty, due, since);
        for (const auto* report : reports) {
            duty.evidence.push_back(make_evidence(*report));
        }
        if (!reports.empty() && total > 0) {
            duty.words =
                as_sentence(number_words(served) + " of " + number_words(total) + " have had it") +
                " Not yet: " + base::list_words(audiences.missing) + ".";
        }
    }
    inquiry.add(std::move(duty));
}

void add_yearly(Inquiry& inquiry) {
    const auto began = inquiry.terms_began();
    if (!began || *began > inquiry.on) {
        return;
    }
    for (int year = began->year(); year <= std::min(inquiry.on.year(), year_max); ++year) {
        const auto* terms = inquiry.terms_then(inquiry.end_of(last_day(year)));
        if (terms == nullptr) {
            continue;
        }
        for (const auto& rule : terms->terms.all<charter::DutyRule>()) {
            if (rule->trigger == charter::DutyTrigger::each_year) {
                add_year(inquiry, rule, year);
            }
        }
    }
}

/// How many of the body's decisions show everything that is to be taken into account.
void add_considered(Inquiry& inquiry, const charter::InForce<charter::DutyRule>& rule) {
    std::int64_t made = 0;
    std::int64_t whole = 0;
    for (const auto& id : inquiry.body.decisions) {
        const auto* decision = inquiry.state.decisions.find(id);
        if (decision == nullptr || decision->effective > inquiry.now) {
            continue;
        }
        ++made;
        const bool all = std::all_of(
            rule->considers.begin(), rule->considers.end(), [&](const std::string& what) {
                return std::any_of(decision->considered.begin(), decision->considered.end(),
                                   [&](const Considered& shown) {
                                       return shown.what == what && shown.words.given();
                                   });
            });
        whole += all ? 1 : 0;
    }
    auto duty = inquiry.make(rule.rule, "");
    duty.who = rule->on;
    duty.what = rule->what;
    duty.facts = {{"decisions", made}, {"shown", whole}};
    duty.words =
        made == 0 ? "No decision yet."
                  : as_sentence(number_words(whole) + " of " +
                                counted(made, "decision shows", "decisions show") + " all of it");
    inquiry.add(std::move(duty));
}

/// When a matter was last before a meeting and noted or decided.
std::optional<DutyEvidence> last_review(const Inquiry& inquiry, const Matter& matter) {
    std::optional<DutyEvidence> found;
    for (const auto* meeting : inquiry.meetings()) {
        for (const auto& item : meeting->items) {
            const bool finished =
                item.status == ItemStatus::decided || item.status == ItemStatus::noted;
            if (item.matter != matter || !finished || item.taken.empty() ||
                item.taken.back().from > inquiry.now) {
                continue;
            }
            const auto date = inquiry.date_of(item.taken.back().from);
            found =
                DutyEvidence{meeting->id.value, {}, date, "Last reviewed on " + base::words(date)};
        }
    }
    return found;
}

void add_review(Inquiry& inquiry, const charter::InForce<charter::ReviewRule>& rule) {
    auto duty = inquiry.make(rule.rule, "");
    duty.who = inquiry.body.id.value;
    duty.what = "Review " + rule->what;
    if (duty.what.size() > 7 && rule->what.rfind("The ", 0) == 0) {
        duty.what[7] = 't';
    }
    auto last = rule->matter.empty() ? std::optional<DutyEvidence>{}
                                     : last_review(inquiry, Matter(rule->matter));
    const auto since = last ? last->on : inquiry.terms_began().value_or(inquiry.on);
    if (rule->every.empty()) {
        duty.words = "The terms set no period; " +
                     (last ? "l" + last->words.substr(1) : std::string("no review is on record")) +
                     ".";
        if (last) {
            duty.evidence.push_back(std::move(*last));
        }
    } else {
        const auto deadline = deadline_after(inquiry.state, inquiry.body.id, since, rule->every,
                                             inquiry.now, inquiry.context);
        inquiry.settle(duty, deadline, since);
        if (last && duty.state != DutyState::overdue && duty.state != DutyState::no_record) {
            duty.words = last->words + ". " + duty.words;
        }
        if (last) {
            duty.evidence.push_back(std::move(*last));
        }
    }
    inquiry.add(std::move(duty));
}

} // namespace

void add_standing_duties(Inquiry& inquiry) {
    add_yearly(inquiry);
    if (inquiry.terms == nullptr) {
        return;
    }
    for (const auto& rule : inquiry.terms->terms.all<charter::ReviewRule>()) {
        add_review(inquiry, rule);
    }
    for (const auto& rule : inquiry.terms->terms.all<charter::DutyRule>()) {
        if (rule->trigger == charter::DutyTrigger::continuing) {
            add_continuing(inquiry, rule);
        } else if (rule->trigger == charter::DutyTrigger::each_decision &&
                   !rule->considers.empty()) {
            add_considered(inquiry, rule);
        }
    }
}

} // namespace quorate::governance
