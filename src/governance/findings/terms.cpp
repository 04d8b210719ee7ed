// Where the terms contradict themselves or ask for something without saying when.

#include "base/text.hpp"
#include "governance/findings/survey.hpp"
#include "governance/words.hpp"

#include <algorithm>

namespace quorate::governance {
namespace {

using charter::InForce;

/// Papers go out on the day items close: nothing that comes in on the last day can be sent in time.
void say_zero_slack(Survey& survey) {
    const auto rules = survey.all<charter::NoticeRule>();
    for (const auto& papers : rules) {
        for (const auto& items : rules) {
            const bool both = papers->object == charter::NoticeObject::papers &&
                              items->object == charter::NoticeObject::items;
            const bool same = papers->at_least == items->at_least &&
                              papers->count == items->count && papers->weekend == items->weekend;
            if (both && same) {
                survey.add(FindingKind::terms, "zero-slack", {clause_of(*papers.rule)},
                           "items close and papers go out on the same day: an item asked for on "
                           "the last day has to be "
                           "sent out on it too",
                           {{"notice", papers->at_least}});
                return;
            }
        }
    }
}

/// A reading decides which days count: the clause counts in working days and does not say what one
/// is.
void say_undefined_day(Survey& survey) {
    for (const auto& rule : survey.all<charter::NoticeRule>()) {
        std::vector<std::string> relied_on;
        for (const auto& reading : rule.readings) {
            const auto& overrides = reading.interpretation->reading(reading.reading)->overrides;
            const bool about_days = overrides.find("\"weekend\"") != std::string::npos ||
                                    overrides.find("\"count\"") != std::string::npos ||
                                    overrides.find("\"calendar_as_of\"") != std::string::npos;
            if (about_days) {
                relied_on.push_back(reading.interpretation->id);
            }
        }
        if (!relied_on.empty()) {
            const auto clause = clause_of(*rule.rule);
            survey.add(FindingKind::terms, "working-day/" + rule.rule->id, {clause},
                       clause + " counts in working days and does not say which days those are or "
                                "how they are counted",
                       {{"readings", base::list_words(relied_on)}});
        }
    }
}

void say_no_period(Survey& survey) {
    for (const auto& rule : survey.all<charter::ReviewRule>()) {
        if (rule->every.empty()) {
            const auto clause = clause_of(*rule.rule);
            survey.add(FindingKind::terms, "no-period/" + rule.rule->id, {clause},
                       clause + " asks for a review and does not say how often",
                       {{"what", rule->what}});
        }
    }
    for (const auto& rule : survey.all<charter::DutyRule>()) {
        const bool dated = rule->trigger == charter::DutyTrigger::each_meeting ||
                           rule->trigger == charter::DutyTrigger::on_event;
        if (dated && rule->due.empty() && !rule->evidence.empty()) {
            const auto clause = clause_of(*rule.rule);
            survey.add(FindingKind::terms, "no-deadline/" + rule.rule->id, {clause},
                       clause + " sets no time for this: " + rule->what, {{"what", rule->what}});
        }
    }
}

/// The groups this body oversees, against those established and those another clause counts.
void say_groups(Survey& survey) {
    for (const auto& rule : survey.all<charter::BodyRule>()) {
        const auto& named = rule->oversees;
        if (named.empty()) {
            continue;
        }
        std::vector<std::string> missing;
        std::copy_if(named.begin(), named.end(), std::back_inserter(missing),
                     [&](const std::string& group) { return !survey.established(BodyId(group)); });
        const auto total = static_cast<std::int64_t>(named.size());
        if (!missing.empty()) {
            const auto held = total - static_cast<std::int64_t>(missing.size());
            survey.add(
                FindingKind::terms, "groups-named", {clause_of(*rule.rule)},
                "the terms name " + counted(total, "group", "groups") +
                    " this body oversees; the register has " + count_words(held) + " of them",
                {{"named", total}, {"established", held}, {"missing", base::list_words(missing)}});
        }
        for (const auto& places : survey.all<charter::SeatsRule>()) {
            const auto count = static_cast<std::int64_t>(
                std::count_if(places->on.begin(), places->on.end(),
                              [&](const std::string& on) { return on != survey.body.id.value; }));
            if (places->on.size() > 1 && count != total) {
                survey.add(FindingKind::terms, "groups-counted/" + places.rule->id,
                           {clause_of(*rule.rule), clause_of(*places.rule)},
                           "one clause names " + counted(total, "group", "groups") + ", another " +
                               number_words(count),
                           {{"named", total}, {"counted", count}});
            }
        }
    }
}

/// A body said to oversee this one names another number of groups than this one does.
void say_family_count(Survey& survey) {
    const auto mine = survey.one<charter::BodyRule>();
    if (!mine || mine->accountable_to.empty() || mine->oversees.empty()) {
        return;
    }
    const auto* parent =
        terms_at(survey.state, BodyId(mine->accountable_to), survey.at, survey.context);
    const auto theirs =
        parent == nullptr ? InForce<charter::BodyRule>{} : parent->terms.one<charter::BodyRule>();
    if (theirs && theirs->oversees.size() != mine->oversees.size()) {
        const auto here = static_cast<std::int64_t>(mine->oversees.size());
        const auto there = static_cast<std::int64_t>(theirs->oversees.size());
        survey.add(FindingKind::terms, "family-count", {clause_of(*mine.rule)},
                   "these terms give this body " + counted(here, "group", "groups") +
                       " to oversee; those of " + survey.name_of(BodyId(mine->accountable_to)) +
                       " name " + number_words(there) + " in the family",
                   {{"here", here}, {"there", there}});
    }
}

} // namespace

void survey_terms(Survey& survey) {
    if (survey.terms == nullptr) {
        survey.add(FindingKind::terms, "no-terms", {},
                   "no terms of reference are on record for this body");
        return;
    }
    say_groups(survey);
    say_family_count(survey);
    say_zero_slack(survey);
    say_undefined_day(survey);
    say_no_period(survey);
}

} // namespace quorate::governance
