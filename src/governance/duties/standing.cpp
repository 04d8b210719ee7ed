// Duties that stand by themselves: owed all the time, every year, in every decision, or reviewed
// from time to time.

#include "base/text.hpp"
#include "calendar/period.hpp"
#include "governance/duties/recurring.hpp"
#include "governance/duties/towards.hpp"
#include "governance/words.hpp"

#include <algorithm>
#include <set>

namespace quorate::governance {
namespace {

/// What shows that a continuing duty is attended to: reports of its kind, or entries of its act.
std::vector<DutyEvidence> attended(const Inquiry& inquiry, const charter::DutyRule& rule) {
    std::vector<DutyEvidence> out;
    if (rule.evidence == "record-report") {
        for (const auto* report : reports_for(inquiry, rule)) {
            out.push_back(report_evidence(inquiry, *report));
        }
    } else if (!rule.evidence.empty()) {
        for (const auto* entry : inquiry.entries(rule.evidence, {})) {
            const auto date = inquiry.date_of(entry->effective);
            out.push_back(
                {entry->id.value, entry->position, date, "Recorded on " + base::words(date)});
        }
    }
    return out;
}

/// The permission in force by which a role has a right; null when nothing gives it.
const charter::Rule* right_given(const Inquiry& inquiry, std::string_view role,
                                 std::string_view right) {
    const auto has = [](const std::vector<std::string>& list, std::string_view word) {
        return std::find(list.begin(), list.end(), word) != list.end();
    };
    for (const auto& rule : inquiry.terms->terms.all<charter::MayRule>()) {
        if (has(rule->who, role) && has(rule->rights, right)) {
            return rule.rule;
        }
    }
    return nullptr;
}

/// A duty that the terms themselves meet, by giving somebody a right.
void add_secured(Inquiry& inquiry, const charter::InForce<charter::DutyRule>& rule) {
    auto duty = inquiry.make(rule.rule, "");
    duty.who = rule->on;
    duty.what = rule->what;
    const auto parts = base::split(rule->secured_by, ':');
    const auto* given = parts.size() == 2 ? right_given(inquiry, parts[0], parts[1]) : nullptr;
    if (given == nullptr) {
        duty.state = DutyState::undetermined;
        duty.words = "Nothing in the terms gives this right.";
    } else {
        duty.state = DutyState::met;
        duty.words = "Clause " + given->clause + " gives this right.";
    }
    inquiry.add(std::move(duty));
}

void add_continuing(Inquiry& inquiry, const charter::InForce<charter::DutyRule>& rule) {
    auto duty = inquiry.make(rule.rule, "");
    duty.who = rule->on;
    duty.what = rule->what;
    duty.words = "Owed all the time.";
    duty.evidence = attended(inquiry, *rule.params);
    if (!duty.evidence.empty()) {
        duty.words += " Last: " + lower_first(duty.evidence.back().words) + ".";
    }
    inquiry.add(std::move(duty));
}

/// The reports of one year, told by the year they are for, else by when they were made.
std::vector<const Report*> reports_of(const Inquiry& inquiry, const charter::DutyRule& rule,
                                      int year) {
    auto out = reports_for(inquiry, rule);
    std::erase_if(out, [&](const Report* report) {
        return (report->year ? *report->year : inquiry.date_of(report->effective).year()) != year;
    });
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

/// The reports of the year that did not go the way the terms ask.
std::vector<const Report*> take_direct(std::vector<const Report*>& reports,
                                       const charter::DutyRule& rule) {
    std::vector<const Report*> direct;
    std::copy_if(reports.begin(), reports.end(), std::back_inserter(direct),
                 [&](const Report* report) { return !right_way(*report, rule); });
    std::erase_if(reports, [&](const Report* report) { return !right_way(*report, rule); });
    return direct;
}

void add_direct(const Inquiry& inquiry, const charter::DutyRule& rule,
                const std::vector<const Report*>& direct, Duty& duty) {
    for (const auto* report : direct) {
        const auto date = inquiry.date_of(report->effective);
        duty.evidence.push_back({"", report->position, date,
                                 "Reported directly on " + base::words(date) + ", not through " +
                                     party_words(inquiry, rule.through)});
    }
    if (!direct.empty()) {
        duty.facts.push_back({"direct", static_cast<std::int64_t>(direct.size())});
        duty.words += " " + duty.evidence.back().words + ".";
    }
}

Deadline year_deadline(const Inquiry& inquiry, const charter::DutyRule& rule, int year) {
    return rule.due.empty() || rule.due == "year-end"
               ? Deadline{last_day(year), false, {}}
               : deadline_after(inquiry.state, inquiry.body.id, last_day(year), rule.due,
                                inquiry.end_of(last_day(year)), inquiry.context);
}

void add_year(Inquiry& inquiry, const charter::InForce<charter::DutyRule>& rule, int year) {
    auto duty = inquiry.make(rule.rule, std::to_string(year));
    duty.who = rule->on;
    duty.what = rule->what + " (" + std::to_string(year) + ")";
    auto reports = reports_of(inquiry, *rule.params, year);
    const auto direct = take_direct(reports, *rule.params);
    const auto audiences = served_by(reports, *rule.params);
    const auto total = static_cast<std::int64_t>(rule->audiences.size());
    const auto served = total - static_cast<std::int64_t>(audiences.missing.size());
    duty.facts = {{"year", std::int64_t{year}}, {"audiences", total}, {"served", served}};
    if (!audiences.missing.empty()) {
        duty.facts.push_back({"missing", base::list_words(audiences.missing)});
    }
    const auto since = std::max(first_day(year), *inquiry.terms_began());
    const auto due = year_deadline(inquiry, *rule.params, year);
    if (audiences.complete_at) {
        duty.since = since;
        const auto last = std::find_if(reports.begin(), reports.end(), [&](const Report* report) {
            return report->effective == *audiences.complete_at;
        });
        inquiry.met(duty, due, report_evidence(inquiry, **last));
    } else {
        inquiry.settle(duty, due, since);
        for (const auto* report : reports) {
            duty.evidence.push_back(report_evidence(inquiry, *report));
        }
        if (!reports.empty() && total > 0) {
            std::vector<std::string> names;
            for (const auto& missing : audiences.missing) {
                names.push_back(party_words(inquiry, missing));
            }
            duty.words =
                as_sentence(number_words(served) + " of " + number_words(total) + " have had it") +
                " Not yet: " + base::list_words(names) + ".";
        }
    }
    add_direct(inquiry, *rule.params, direct, duty);
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
    const auto began = inquiry.terms_began();
    const bool silent = made == 0 && !(began && inquiry.complete_since(*began));
    duty.words =
        silent      ? std::string(no_record_words)
        : made == 0 ? "No decision yet."
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
    settle_recurring(inquiry, duty, std::move(last), rule->every);
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
        if (!rule->secured_by.empty()) {
            add_secured(inquiry, rule);
        } else if (rule->trigger == charter::DutyTrigger::continuing && rule->each.empty()) {
            add_continuing(inquiry, rule);
        } else if (rule->trigger == charter::DutyTrigger::each_decision &&
                   !rule->considers.empty()) {
            add_considered(inquiry, rule);
        }
    }
}

} // namespace quorate::governance
