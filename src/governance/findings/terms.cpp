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
                survey.add(FindingTopic::contradiction, "zero-slack", {clause_of(*papers.rule)},
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
    std::vector<std::string> said;
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
        const auto clause = clause_of(*rule.rule);
        const bool again = std::find(said.begin(), said.end(), clause) != said.end();
        if (!relied_on.empty() && !again) {
            said.push_back(clause);
            survey.add(FindingTopic::silence, "working-day/" + rule.rule->id, {clause},
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
            survey.add(FindingTopic::silence, "no-period/" + rule.rule->id, {clause},
                       clause + " asks for a review and does not say how often",
                       {{"what", rule->what}});
        }
    }
    for (const auto& rule : survey.all<charter::DutyRule>()) {
        const bool dated = rule->trigger == charter::DutyTrigger::each_meeting ||
                           rule->trigger == charter::DutyTrigger::on_event;
        if (dated && rule->due.empty() && !rule->evidence.empty()) {
            const auto clause = clause_of(*rule.rule);
            survey.add(FindingTopic::silence, "no-deadline/" + rule.rule->id, {clause},
                       clause + " sets no time for this: " + rule->what, {{"what", rule->what}});
        }
    }
}

std::vector<std::string> both(const charter::Rule& a, const charter::Rule& b) {
    auto clauses = clauses_of(a);
    for (auto& clause : clauses_of(b)) {
        if (std::find(clauses.begin(), clauses.end(), clause) == clauses.end()) {
            clauses.push_back(std::move(clause));
        }
    }
    return clauses;
}

/// The rule of the body's own that names the groups it oversees.
const charter::Rule* naming_rule(const Survey& survey) {
    for (const auto& rule : survey.all<charter::BodyRule>()) {
        const auto* written = std::get_if<charter::BodyRule>(&rule.rule->params);
        if (written != nullptr && !written->oversees.empty()) {
            return rule.rule;
        }
    }
    return nullptr;
}

/// The groups this body oversees, against those established and those another clause counts.
void say_groups(Survey& survey) {
    const auto rule = survey.one<charter::BodyRule>();
    const auto* naming = naming_rule(survey);
    if (!rule || rule->oversees.empty() || naming == nullptr) {
        return;
    }
    const auto& named = rule->oversees;
    std::vector<std::string> missing;
    std::copy_if(named.begin(), named.end(), std::back_inserter(missing),
                 [&](const std::string& group) { return !survey.established(BodyId(group)); });
    const auto total = static_cast<std::int64_t>(named.size());
    if (!missing.empty()) {
        const auto held = total - static_cast<std::int64_t>(missing.size());
        survey.add(
            FindingTopic::contradiction, "groups-named", clauses_of(*naming),
            "the terms name " + counted(total, "group", "groups") +
                " this body oversees; the register has " + count_words(held) + " of them",
            {{"named", total}, {"established", held}, {"missing", base::list_words(missing)}});
    }
    for (const auto& places : survey.all<charter::SeatsRule>()) {
        const auto count = static_cast<std::int64_t>(
            std::count_if(places->on.begin(), places->on.end(),
                          [&](const std::string& on) { return on != survey.body.id.value; }));
        if (places->on.size() > 1 && count != total) {
            survey.add(FindingTopic::contradiction, "groups-counted/" + places.rule->id,
                       both(*naming, *places.rule),
                       "clause " + clause_of(*naming) + " names " +
                           counted(total, "group", "groups") + ", clause " +
                           clause_of(*places.rule) + " " + number_words(count),
                       {{"named", total}, {"counted", count}});
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
        survey.add(FindingTopic::contradiction, "family-count", clauses_of(*mine.rule),
                   "these terms give this body " + counted(here, "group", "groups") +
                       " to oversee; those of " + survey.name_of(BodyId(mine->accountable_to)) +
                       " name " + number_words(there) + " in the family",
                   {{"here", here}, {"there", there}});
    }
}

/// The sectors the body is said to join, against the classes its seats are of.
void say_sectors_counted(Survey& survey) {
    const auto body = survey.one<charter::BodyRule>();
    const auto classes = survey.one<charter::ClassRule>();
    if (!body || !classes || body->sectors.empty() || !survey.own(*classes.rule) ||
        body->sectors.size() == classes->classes.size()) {
        return;
    }
    const auto said = static_cast<std::int64_t>(body->sectors.size());
    const auto named = static_cast<std::int64_t>(classes->classes.size());
    survey.add(FindingTopic::contradiction, "sectors-counted", both(*body.rule, *classes.rule),
               "clause " + clause_of(*body.rule) + " joins " + counted(said, "sector", "sectors") +
                   "; clause " + clause_of(*classes.rule) + " names " + number_words(named),
               {{"said", said}, {"named", named}});
}

/// An executive body within one that is not.
void say_executive_within(Survey& survey) {
    const auto mine = survey.one<charter::BodyRule>();
    if (!mine || mine->executive != true) {
        return;
    }
    const BodyId over(mine->exists_within.empty() ? mine->accountable_to : mine->exists_within);
    const auto* terms =
        over.empty() ? nullptr : terms_at(survey.state, over, survey.at, survey.context);
    const auto theirs =
        terms == nullptr ? InForce<charter::BodyRule>{} : terms->terms.one<charter::BodyRule>();
    if (theirs && theirs->executive == false) {
        survey.add(FindingTopic::contradiction, "executive-within", clauses_of(*mine.rule),
                   "this body is executive, and stands within " + survey.name_of(over) +
                       ", which is not (clause " + base::list_words(clauses_of(*theirs.rule)) +
                       " of its terms)",
                   {{"over", over.value}});
    }
}

/// Notice goes to one, and another may agree otherwise.
void say_notice_and_waiver(Survey& survey) {
    const auto exit = survey.one<charter::ExitRule>();
    if (!exit || exit->unless_agreed_by.empty() || exit->to.empty() ||
        exit->unless_agreed_by == survey.body.id.value) {
        return;
    }
    survey.add(FindingTopic::contradiction, "notice-and-waiver", {clause_of(*exit.rule)},
               "notice of leaving goes to " + who_words(exit->to) + " of this body; only " +
                   survey.name_of(BodyId(exit->unless_agreed_by)) + " may agree otherwise",
               {{"to", exit->to}, {"waiver", exit->unless_agreed_by}});
}

/// No decision overrides a partner's own, and a partner that leaves honours decisions all the same.
void say_override_and_honour(Survey& survey) {
    const auto exit = survey.one<charter::ExitRule>();
    const auto holds = [](const std::vector<std::string>& list, std::string_view word) {
        return std::find(list.begin(), list.end(), word) != list.end();
    };
    if (!exit || !holds(exit->during, "honour-commitments")) {
        return;
    }
    for (const auto& limit : survey.all<charter::LimitRule>()) {
        if (holds(limit->effects, "override-partner")) {
            survey.add(FindingTopic::contradiction, "override-and-honour",
                       both(*limit.rule, *exit.rule),
                       "no decision overrides a partner's own (" + clause_of(*limit.rule) +
                           "); a partner that leaves must honour decisions made before (" +
                           clause_of(*exit.rule) + ")");
            return;
        }
    }
}

} // namespace

void survey_terms(Survey& survey) {
    if (survey.terms == nullptr) {
        survey.add(FindingTopic::silence, "no-terms", {},
                   "no terms of reference are on record for this body");
        return;
    }
    say_groups(survey);
    say_family_count(survey);
    say_sectors_counted(survey);
    say_executive_within(survey);
    say_zero_slack(survey);
    say_notice_and_waiver(survey);
    say_override_and_honour(survey);
    say_undefined_day(survey);
    say_no_period(survey);
}

} // namespace quorate::governance
