// Duties that come round again, and those owed towards each of several: reports without a set
// number, consultations, a person in touch with each partner.

#include "governance/duties/recurring.hpp"
#include "governance/duties/towards.hpp"
#include "governance/words.hpp"

#include <algorithm>
#include <cctype>

namespace quorate::governance {

std::string lower_first(std::string text) {
    if (!text.empty()) {
        text.front() = static_cast<char>(std::tolower(static_cast<unsigned char>(text.front())));
    }
    return text;
}

std::string party_words(const Inquiry& inquiry, const std::string& id) {
    if (id == "public") {
        return "the public"; // an audience, not somebody who acts
    }
    if (const auto* body = inquiry.state.bodies.find(BodyId(id))) {
        return body->name;
    }
    if (const auto* organisation = inquiry.state.organisations.find(OrganisationId(id))) {
        return organisation->name;
    }
    return who_words(id);
}

void settle_recurring(const Inquiry& inquiry, Duty& duty, std::optional<DutyEvidence> last,
                      std::string_view every) {
    const auto since = last ? last->on : inquiry.terms_began().value_or(inquiry.on);
    if (every.empty()) {
        duty.since = since;
        duty.no_time = true;
        duty.state = DutyState::undetermined;
        const auto began = inquiry.terms_began();
        duty.words = "The terms set no period. " + (last ? last->words + "."
                                                    : began && inquiry.complete_since(*began)
                                                        ? std::string("Nothing is on record.")
                                                        : std::string(no_record_words));
    } else {
        inquiry.settle(duty,
                       deadline_after(inquiry.state, inquiry.body.id, since, every, inquiry.now,
                                      inquiry.context),
                       since);
        if (last && duty.state != DutyState::overdue && duty.state != DutyState::no_record) {
            duty.words = last->words + ". " + duty.words;
        }
    }
    if (last) {
        duty.evidence.push_back(std::move(*last));
    }
}

namespace {

using Rule = charter::InForce<charter::DutyRule>;

constexpr std::string_view liaison_act = "nominate-liaison";
constexpr std::string_view each_of_them = "each"; ///< as the one who owes it

/// Who the record names for one of those the duty is owed to; null when it names nobody.
const Timeline<Liaison>::Change* liaison_for(const Inquiry& inquiry, const std::string& id) {
    const auto found = inquiry.body.liaisons.find(id);
    const auto* change =
        found == inquiry.body.liaisons.end() ? nullptr : found->second.change_at(inquiry.now);
    const bool named = change != nullptr && (change->value.seat || change->value.person);
    return named ? change : nullptr;
}

/// The last time it was done: towards one, or at all.
std::optional<DutyEvidence> last_done(const Inquiry& inquiry, const charter::DutyRule& rule,
                                      const std::optional<std::string>& one,
                                      const std::string& by = {}) {
    std::optional<DutyEvidence> out;
    if (rule.evidence != "record-report") {
        const auto entries = rule.evidence.empty() ? std::vector<const EntryLine*>{}
                                                   : inquiry.entries(rule.evidence, {});
        if (!entries.empty()) {
            const auto date = inquiry.date_of(entries.back()->effective);
            out = DutyEvidence{entries.back()->id.value, entries.back()->position, date,
                               "Last done on " + base::words(date)};
        }
        return out;
    }
    for (const auto* report : reports_for(inquiry, rule, by)) {
        const bool theirs = !one || std::find(report->audiences.begin(), report->audiences.end(),
                                              *one) != report->audiences.end();
        if (theirs && right_way(*report, rule)) {
            out = report_evidence(inquiry, *report);
            out->words = "Last " + lower_first(out->words);
        }
    }
    return out;
}

/// Good practice is shown and never overdue.
void soften(const charter::DutyRule& rule, Duty& duty) {
    if (rule.advised && duty.state != DutyState::met) {
        duty.state = DutyState::continuing;
        duty.words = "Good practice; the terms do not ask for it. " + duty.words;
    }
}

void add_liaison(Inquiry& inquiry, const Rule& rule, Duty duty, const std::string& one) {
    duty.facts.push_back({"liaison_with", one});
    if (const auto* named = liaison_for(inquiry, one)) {
        const auto date = inquiry.date_of(named->from);
        const auto& who = named->value;
        duty.facts.push_back(who.seat ? Fact{"liaison_seat", who.seat->value}
                                      : Fact{"liaison_person", who.person->value});
        duty.since = date;
        inquiry.met(duty, {{}, true, {}}, {"", {}, date, "Nominated on " + base::words(date)});
    } else {
        inquiry.settle_untimed(duty, inquiry.terms_began().value_or(inquiry.on));
        if (duty.state == DutyState::not_yet_due) {
            duty.words = "Nobody is named; the terms set no time.";
        }
    }
    soften(*rule.params, duty);
    inquiry.add(std::move(duty));
}

/// Those it is owed by or to are not in the register yet.
void add_to_nobody(Inquiry& inquiry, const Rule& rule) {
    auto duty = inquiry.make(rule.rule, "");
    duty.who = rule->on;
    duty.what = rule->what;
    duty.no_time = true;
    duty.state = DutyState::no_record;
    duty.words = "The register has none of those it is about.";
    inquiry.add(std::move(duty));
}

void add_towards(Inquiry& inquiry, const Rule& rule) {
    const auto all = towards(inquiry, rule->each);
    for (const auto& one : all) {
        auto duty = inquiry.make(rule.rule, one);
        duty.who = rule->on;
        duty.what = rule->what + ": " + party_words(inquiry, one);
        if (rule->evidence == liaison_act) {
            add_liaison(inquiry, rule, std::move(duty), one);
            continue;
        }
        settle_recurring(inquiry, duty, last_done(inquiry, *rule.params, one), rule->every);
        soften(*rule.params, duty);
        inquiry.add(std::move(duty));
    }
    if (all.empty()) {
        add_to_nobody(inquiry, rule);
    }
}

/// One duty for each who owes it, where the rule is on each of several.
void add_regular(Inquiry& inquiry, const Rule& rule) {
    const bool several = rule->on == each_of_them;
    const auto owed_by = several ? towards(inquiry, rule->each) : std::vector{rule->on};
    for (const auto& by : owed_by) {
        auto duty = inquiry.make(rule.rule, several ? by : std::string{});
        duty.who = by;
        duty.what = rule->what;
        settle_recurring(inquiry, duty,
                         last_done(inquiry, *rule.params, {}, several ? by : std::string{}),
                         rule->every);
        soften(*rule.params, duty);
        inquiry.add(std::move(duty));
    }
    if (owed_by.empty()) {
        add_to_nobody(inquiry, rule);
    }
}

} // namespace

void add_regular_duties(Inquiry& inquiry) {
    if (inquiry.terms == nullptr) {
        return;
    }
    for (const auto& rule : inquiry.terms->terms.all<charter::DutyRule>()) {
        const bool again = rule->trigger == charter::DutyTrigger::regular;
        const bool to_each = !rule->each.empty() && rule->on != each_of_them;
        if (to_each && (again || rule->trigger == charter::DutyTrigger::continuing)) {
            add_towards(inquiry, rule);
        } else if (again) {
            add_regular(inquiry, rule);
        }
    }
}

} // namespace quorate::governance
