#include "governance/duties/duties.hpp"

#include "governance/codec_names.hpp"
#include "governance/findings/findings.hpp"
#include "governance/words.hpp"
#include "views/duties_make.hpp"

#include <algorithm>
#include <map>

namespace quorate::views {

using namespace governance;

namespace {

std::string state_words(DutyState state) {
    switch (state) {
    case DutyState::not_yet_due:
        return "Not yet due";
    case DutyState::due_soon:
        return "Due soon";
    case DutyState::met:
        return "Met";
    case DutyState::overdue:
        return "Overdue";
    case DutyState::continuing:
        return "Continuing";
    case DutyState::no_record:
        return "No record held here";
    case DutyState::undetermined:
        return "Cannot be worked out";
    case DutyState::missed:
        return "Not done";
    }
    return {};
}

std::string who(const Ground& ground, const Duty& duty) {
    if (duty.who.starts_with("seat:")) {
        // The place owes it, whoever holds it: no list of what is late names a person.
        auto seat = ground.seat(SeatId(duty.who.substr(5)), ground.now);
        if (seat) {
            seat->holders.clear();
        }
        return seat ? seat_words(*seat) : "A member";
    }
    const auto words = who_words(duty.who);
    return capitalised(words == duty.who ? ground.party(duty.who).name : words);
}

DutyEvidenceShown evidence_shown(const Ground& ground, const DutyEvidence& each) {
    DutyEvidenceShown out;
    out.words = each.words.empty() ? "Done on " + short_date(each.on) : each.words;
    out.on = each.on;
    out.position = each.position;
    out.meeting = ground.state().meetings.find(MeetingId(each.id)) != nullptr ? each.id : "";
    out.decision = ground.state().decisions.find(DecisionId(each.id)) != nullptr ? each.id : "";
    return out;
}

/// From what day on the duty has stood as it does.
std::optional<base::CivilDate> stands_so_since(const Duty& duty) {
    if (duty.state == DutyState::met && !duty.evidence.empty()) {
        return duty.evidence.back().on;
    }
    if (duty.state == DutyState::overdue && duty.due) {
        return duty.due->plus_days(1);
    }
    if (duty.state == DutyState::due_soon && duty.due) {
        const auto soon = duty.due->plus_days(-due_soon_days);
        return duty.since ? std::max(*duty.since, soon) : soon;
    }
    return duty.since;
}

base::Instant changed_at(const Ground& ground, const Duty& duty) {
    const auto day = stands_so_since(duty);
    const auto zone = zone_of(ground.state(), duty.body);
    const auto body = ground.state().bodies.find(duty.body);
    const auto first = body == nullptr || body->terms.empty() ? ground.state().last_recorded
                                                              : body->terms.changes().front().from;
    return std::min(day ? zone.start_of(*day) : first, ground.now);
}

/// What was promised, for a promise: its words are those of whoever made it.
std::string what_words(const Ground& ground, const Duty& duty) {
    const auto* promise =
        duty.commitment ? ground.state().commitments.find(*duty.commitment) : nullptr;
    const bool may_see = ground.see.words(acts::RecordCommitment{}, "what", false);
    const auto words = promise == nullptr || !may_see ? std::nullopt : ground.words(promise->what);
    return words ? "Honour the promise: " + *words : duty.what;
}

DutyShown duty_shown(const Ground& ground, const Duty& duty) {
    DutyShown out;
    out.id = duty.id;
    out.body = ground.body(duty.body);
    out.clause = duty.cited_clause.empty() ? duty.clause : duty.cited_clause;
    out.who = who(ground, duty);
    out.what = as_sentence(what_words(ground, duty));
    out.state = written(duty.state);
    out.state_words = state_words(duty.state);
    out.words = duty.words;
    out.since = duty.since;
    out.due = duty.due;
    out.no_time = duty.no_time;
    out.meeting = duty.meeting ? duty.meeting->value : "";
    out.changed = changed_at(ground, duty);
    for (const auto& each : duty.evidence) {
        out.evidence.push_back(evidence_shown(ground, each));
    }
    return out;
}

/// The year a duty is for; 0 for none.
std::int64_t year_of(const Duty& duty) {
    for (const auto& fact : duty.facts) {
        const auto* value = std::get_if<std::int64_t>(&fact.value);
        if ((fact.name == "year" || fact.name == "for_year") && value != nullptr) {
            return *value;
        }
    }
    return 0;
}

std::string fact_of(const Duty& duty, std::string_view name) {
    for (const auto& fact : duty.facts) {
        const auto* value = std::get_if<std::string>(&fact.value);
        if (fact.name == name && value != nullptr) {
            return *value;
        }
    }
    return {};
}

/// Duties with one key stand in one line; an empty key stands alone.
std::string line_key(const Duty& duty) {
    const auto body = duty.body.value + " " + duty.rule + " ";
    if (duty.state == DutyState::no_record && year_of(duty) != 0) {
        const auto year = std::to_string(year_of(duty));
        auto id = duty.id;
        if (const auto at = id.rfind(year); at != std::string::npos) {
            id.erase(at, year.size());
        }
        return body + id;
    }
    if (!fact_of(duty, "liaison_with").empty()) {
        return body + written(duty.state).data();
    }
    if (!duty.seat || duty.rule.empty()) {
        return {};
    }
    return body + (duty.meeting ? duty.meeting->value : "") + " " + written(duty.state).data() +
           " " + duty.what;
}

/// Whose part of a line a duty is: a member's, or towards a partner. Empty for a year's.
std::string part_of(const Ground& ground, const Duty& duty) {
    const auto with = fact_of(duty, "liaison_with");
    return !with.empty() ? ground.party(with).name : duty.seat ? who(ground, duty) : std::string{};
}

/// The words of a line that stands for several, of which `first` is one.
void settle_line(const Duty& first, std::int64_t last_year, DutyLine& line) {
    auto& duty = line.duty;
    if (line.count == 1) {
        line.whose.clear();
        return;
    }
    if (line.whose.front().empty()) {
        line.whose.clear();
        duty.what.pop_back();
        duty.what += ", and so for each year to " + std::to_string(last_year) + ".";
        return;
    }
    duty.id = duty.id.substr(0, duty.id.rfind('/'));
    duty.evidence.clear();
    if (!fact_of(first, "liaison_with").empty()) {
        duty.what = as_sentence(first.what.substr(0, first.what.rfind(": ")) + ": " +
                                number_words(line.count) + " of them");
        return;
    }
    const bool same = std::all_of(line.whose.begin(), line.whose.end(),
                                  [&](const std::string& each) { return each == line.whose[0]; });
    duty.who = same ? line.whose[0] : capitalised(number_words(line.count)) + " members";
    if (same) {
        line.whose.clear();
    }
}

LiaisonCell liaison_cell(const Ground& ground, const Duty& duty) {
    if (const auto seat = ground.seat(SeatId(fact_of(duty, "liaison_seat")), ground.now)) {
        return {seat_words(*seat), false};
    }
    if (const auto person = fact_of(duty, "liaison_person"); !person.empty()) {
        return {ground.person(PersonId(person)).value_or("Somebody is named"), false};
    }
    return {duty.state == DutyState::no_record ? "No record held here" : "Nobody is named", true};
}

LiaisonMatrix liaison_matrix(const Ground& ground, const std::vector<Duty>& duties) {
    LiaisonMatrix out;
    std::map<std::pair<std::string, std::string>, LiaisonCell> cells; // by whom with, and body
    for (const auto& duty : duties) {
        const auto with = fact_of(duty, "liaison_with");
        if (with.empty()) {
            continue;
        }
        cells[{with, duty.body.value}] = liaison_cell(ground, duty);
        const bool known = std::any_of(out.bodies.begin(), out.bodies.end(),
                                       [&](const Named& b) { return b.id == duty.body.value; });
        if (!known) {
            out.bodies.push_back(ground.body(duty.body));
        }
    }
    std::sort(out.bodies.begin(), out.bodies.end(),
              [](const Named& a, const Named& b) { return a.name < b.name; });
    for (const auto& [key, cell] : cells) {
        if (out.rows.empty() || out.rows.back().with.id != key.first) {
            out.rows.push_back({ground.party(key.first), {}});
            for (const auto& body : out.bodies) {
                const auto found = cells.find({key.first, body.id});
                out.rows.back().cells.push_back(
                    found == cells.end() ? LiaisonCell{"Not asked", false} : found->second);
            }
        }
    }
    return out;
}

/// Open matters name who asked for something: those are for officers. Promises are public.
bool may_see(const Ground& ground, const Duty& duty) {
    return !duty.rule.empty() || duty.commitment || ground.see.requester(duty.body);
}

} // namespace

std::vector<DutyLine> duty_lines(const Ground& ground, const std::vector<Duty>& duties) {
    std::vector<DutyLine> out;
    std::vector<const Duty*> firsts;
    std::vector<std::int64_t> last_years;
    std::map<std::string, std::size_t> at;
    for (const auto& duty : duties) {
        if (!may_see(ground, duty)) {
            continue;
        }
        const auto key = line_key(duty);
        const auto found = key.empty() ? at.end() : at.find(key);
        if (found == at.end()) {
            if (!key.empty()) {
                at.emplace(key, out.size());
            }
            out.push_back({duty_shown(ground, duty), 0, {}});
            firsts.push_back(&duty);
            last_years.push_back(0);
        }
        const auto line = found == at.end() ? out.size() - 1 : found->second;
        ++out[line].count;
        out[line].whose.push_back(part_of(ground, duty));
        last_years[line] = std::max(last_years[line], year_of(duty));
    }
    for (std::size_t i = 0; i < out.size(); ++i) {
        settle_line(*firsts[i], last_years[i], out[i]);
    }
    return out;
}

const charter::DutyRule* report_rule(const Ground& ground, const Duty& duty) {
    const auto* terms = ground.terms(duty.body, ground.now);
    if (terms == nullptr) {
        return nullptr;
    }
    for (const auto& rule : terms->terms.all<charter::DutyRule>()) {
        if (rule.rule->id == duty.rule && rule->evidence == "record-report") {
            return rule.params;
        }
    }
    return nullptr;
}

DutiesPage duties_page(const Ground& ground, const std::optional<BodyId>& body) {
    DutiesPage out;
    out.on = ground.today;
    out.recorded = ground.state().last_recorded;
    const auto all = body ? duties_of(ground.state(), ground.context(), *body, ground.today)
                          : duties(ground.state(), ground.context(), ground.today);
    out.lines = duty_lines(ground, all);
    for (const auto& line : out.lines) {
        out.overdue += line.duty.state == "overdue" ? 1 : 0;
        out.due_soon += line.duty.state == "due-soon" ? 1 : 0;
    }
    for (const auto& duty : all) {
        if (may_see(ground, duty)) {
            out.duties.push_back(duty_shown(ground, duty));
        }
    }
    out.liaison = liaison_matrix(ground, all);
    return out;
}

FindingsPage findings_page(const Ground& ground, const std::optional<BodyId>& body) {
    FindingsPage out;
    out.on = ground.today;
    const auto all = body ? findings_of(ground.state(), ground.context(), *body, ground.now)
                          : findings(ground.state(), ground.context(), ground.now);
    for (const auto& finding : all) {
        if (finding.position) {
            const auto entry = ground.partnership.entry(*finding.position);
            if (!entry || entry->genesis ||
                !ground.see.particulars(entry->submission.act, entry->submission.made_by)) {
                continue;
            }
        }
        out.findings.push_back({finding.id, ground.body(finding.body),
                                std::string(written(finding.kind)),
                                std::string(written(finding.topic)), finding.clauses, finding.words,
                                finding.position});
    }
    return out;
}

} // namespace quorate::views
