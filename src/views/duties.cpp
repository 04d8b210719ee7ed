#include "governance/duties/duties.hpp"

#include "governance/codec_names.hpp"
#include "governance/findings/findings.hpp"
#include "governance/words.hpp"
#include "views/duties_make.hpp"

#include <algorithm>

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
    }
    return {};
}

std::string who(const Ground& ground, const Duty& duty) {
    if (duty.who.starts_with("seat:")) {
        const auto seat = ground.seat(SeatId(duty.who.substr(5)), ground.now);
        return seat ? seat_words(*seat) : "A member";
    }
    const auto words = who_words(duty.who);
    return capitalised(words == duty.who ? ground.party(duty.who).name : words);
}

DutyShown duty_shown(const Ground& ground, const Duty& duty) {
    DutyShown out;
    out.id = duty.id;
    out.body = ground.body(duty.body);
    out.clause = duty.cited_clause.empty() ? duty.clause : duty.cited_clause;
    out.who = who(ground, duty);
    out.what = as_sentence(duty.what);
    out.state = written(duty.state);
    out.state_words = state_words(duty.state);
    out.words = duty.words;
    out.due = duty.due;
    out.meeting = duty.meeting ? duty.meeting->value : "";
    for (const auto& each : duty.evidence) {
        out.evidence.push_back(each.words.empty() ? "Done on " + short_date(each.on) : each.words);
    }
    return out;
}

} // namespace

DutiesPage duties_page(const Ground& ground, const std::optional<BodyId>& body) {
    DutiesPage out;
    out.on = ground.today;
    const auto all = body ? duties_of(ground.state(), ground.context(), *body, ground.today)
                          : duties(ground.state(), ground.context(), ground.today);
    for (const auto& duty : all) {
        // Open matters name who asked for something: those are for officers.
        if (duty.rule.empty() && !ground.see.requester()) {
            continue;
        }
        out.overdue += duty.state == DutyState::overdue ? 1 : 0;
        out.due_soon += duty.state == DutyState::due_soon ? 1 : 0;
        out.duties.push_back(duty_shown(ground, duty));
    }
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
                                std::string(written(finding.kind)), finding.clauses, finding.words,
                                finding.position});
    }
    return out;
}

} // namespace quorate::views
