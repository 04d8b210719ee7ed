// The record itself: acts recorded with a breach, acts disputed, and absences nobody stood in for.

#include "governance/act_table.hpp"
#include "governance/decisions/disputes.hpp"
#include "governance/findings/survey.hpp"
#include "governance/meetings/room.hpp"
#include "governance/words.hpp"

#include <algorithm>

namespace quorate::governance {
namespace {

std::string act_words(const Survey& survey, const EntryLine& entry) {
    const auto name =
        entry.act < act_count ? std::string(act_table()[entry.act].name) : std::string("act");
    const auto date = zone_of(survey.state, survey.body.id).date_of(entry.effective);
    return plain(name) + ", " + base::words(date);
}

/// What was answered in somebody's name is open again; what rested on the answer stays.
std::string open_again_words(const Survey& survey, const EntryLine& entry) {
    const auto matter = matter_answered(survey.state, entry);
    if (!matter) {
        return {};
    }
    return ". It is open again, and waits for " + who_words(matter->holder) +
           (matter->acted_on ? "; what was done meanwhile stays on record" : "");
}

void say_entry(Survey& survey, const EntryLine& entry) {
    const auto words = act_words(survey, entry);
    for (const auto code : entry.codes) {
        Reason reason;
        reason.code = code;
        auto& finding = survey.add(
            FindingTopic::record,
            "entry/" + std::to_string(entry.position) + "/" + std::string(code_name(code)), {},
            words + ": " + sentence(reason),
            {{"code", std::string(code_name(code))}, {"entry", entry.id.value}});
        finding.position = entry.position;
    }
    if (entry.confirmed == false) {
        auto& finding = survey.add(
            FindingTopic::record, "disputed/" + std::to_string(entry.position), {},
            words + ": the person it was recorded for disputes it" + open_again_words(survey, entry),
            {{"entry", entry.id.value}});
        finding.position = entry.position;
    }
}

/// Where sending a substitute is a duty: members away from a meeting for whom nobody came and no
/// apology was given.
void say_absences(Survey& survey, const Meeting& meeting) {
    const auto closed = meeting.closed();
    if (!closed || *closed > survey.at || !meeting.attendance_known) {
        return;
    }
    const auto* terms = terms_at(survey.state, survey.body.id, *meeting.opened(), survey.context);
    const auto rule = terms == nullptr ? charter::InForce<charter::SubstituteRule>{}
                                       : terms->terms.one<charter::SubstituteRule>();
    if (!rule || !rule->duty) {
        return;
    }
    auto away = seats_filled_at(survey.state, survey.body.id, *meeting.opened());
    std::erase_if(away, [&](const Seat* seat) {
        const auto& excused = meeting.apologies;
        return attended(meeting, seat->id, true) ||
               std::find(excused.begin(), excused.end(), seat->id) != excused.end();
    });
    if (!away.empty()) {
        const auto count = static_cast<std::int64_t>(away.size());
        survey.add(FindingTopic::record, "no-substitute/" + meeting.id.value,
                   {clause_of(*rule.rule)},
                   counted(count, "seat was", "seats were") + " empty at meeting " +
                       meeting.id.value + ", with neither apologies nor a substitute",
                   {{"seats", count}, {"which", seat_words(away)}, {"meeting", meeting.id.value}});
    }
}

/// Papers that stay restricted though the day they were to be looked at again has passed.
void say_reviews(Survey& survey, const Meeting& meeting) {
    const auto today = zone_of(survey.state, survey.body.id).date_of(survey.at);
    for (const auto& restriction : meeting.restrictions) {
        if (!restriction.holds(survey.at) || restriction.review >= today) {
            continue;
        }
        auto& finding = survey.add(
            FindingTopic::record,
            "review-overdue/" + meeting.id.value + "/" + std::to_string(restriction.number), {},
            "Restricted paper " + std::to_string(restriction.number) + " of meeting " +
                meeting.id.value + " was to be looked at again on " +
                base::words(restriction.review),
            {{"meeting", meeting.id.value},
             {"restriction", restriction.number},
             {"review", base::text(restriction.review)}});
        finding.position = restriction.position;
    }
}

} // namespace

void survey_record(Survey& survey) {
    survey.state.entries.each([&](const EntryLine& entry) {
        const bool stands = entry.verdict == Verdict::permitted && entry.effective <= survey.at;
        if (entry.body == survey.body.id && stands) {
            say_entry(survey, entry);
        }
    });
    for (const auto& id : survey.body.meetings) {
        if (const auto* meeting = survey.state.meetings.find(id)) {
            say_absences(survey, *meeting);
            say_reviews(survey, *meeting);
        }
    }
}

} // namespace quorate::governance
