// Notice: "Papers sent 17 June, ten working days before. 3.16 asks for ten."

#include "governance/meetings/deadlines.hpp"
#include "governance/words.hpp"
#include "views/meetings_make.hpp"

#include <algorithm>

namespace quorate::views {

using namespace governance;

namespace {

using PaperRule = charter::InForce<charter::NoticeRule>;

Measure sent(const Ground& ground, const Meeting& meeting, const PaperRule& rule,
             const Circulation& circulation, bool first) {
    const auto zone = zone_of(ground.state(), meeting.body);
    const auto given = zone.date_of(circulation.at);
    const auto clause = own_clause(*rule.rule);
    std::string what = first ? "Papers" : "More papers";
    if (!circulation.items.empty()) {
        what += circulation.items.size() == 1 ? " for item " : " for items ";
        for (std::size_t i = 0; i < circulation.items.size(); ++i) {
            what += (i == 0 ? "" : ", ") + std::to_string(circulation.items[i]);
        }
    }
    what += " sent " + base::words(given);
    const auto days = days_of_notice(ground.state(), meeting.body, *rule.params, given,
                                     meeting.scheduled, circulation.at, ground.context());
    const auto deadline = notice_deadline(ground.state(), meeting.body, *rule.params,
                                          meeting.scheduled, circulation.at, ground.context());
    if (!days || !deadline) {
        return {what + ". How many working days before cannot be worked out: the calendar does not "
                       "reach that date.",
                clause, Mark::unknown};
    }
    return {what + ", " + counted(*days, "working day", "working days") + " before. " + clause +
                " asks for " + number_words(deadline->days) + ".",
            clause, *days >= deadline->days ? Mark::met : Mark::breach};
}

std::optional<Measure> due(const Ground& ground, const Meeting& meeting, const PaperRule& rule) {
    const bool papers = rule->object == charter::NoticeObject::papers;
    const auto deadline = notice_deadline(ground.state(), meeting.body, *rule.params,
                                          meeting.scheduled, ground.now, ground.context());
    const auto clause = own_clause(*rule.rule);
    if (!deadline) {
        return Measure{
            papers
                ? "When papers are due out cannot be worked out: the calendar does not reach that "
                  "date."
                : "When items close cannot be worked out: the calendar does not reach that date.",
            clause, Mark::unknown};
    }
    if (deadline->latest < ground.today) {
        return Measure{(papers ? "Papers were due out by " : "Items closed on ") +
                           base::words(deadline->latest) + ".",
                       clause, Mark::none};
    }
    const auto safe = deadline->safe == deadline->latest
                          ? std::string()
                          : "; " + base::words(deadline->safe) + " is safe on any count";
    return Measure{(papers ? "Papers are due out by " : "Items can be put forward until ") +
                       base::words(deadline->latest) + safe + ".",
                   clause, Mark::none};
}

} // namespace

std::vector<Measure> notice_measures(const Ground& ground, const Meeting& meeting) {
    std::vector<Measure> out;
    if (meeting.status == MeetingStatus::cancelled) {
        return out;
    }
    const auto* terms = ground.terms(
        meeting.body, meeting.circulations.empty() ? ground.now : meeting.circulations.front().at);
    if (terms == nullptr) {
        return out;
    }
    const bool to_come =
        meeting.status == MeetingStatus::convened && meeting.scheduled > ground.now;
    for (const auto& rule : terms->terms.all<charter::NoticeRule>()) {
        const bool papers = rule->object == charter::NoticeObject::papers;
        if (papers && !meeting.circulations.empty()) {
            bool first = true;
            for (const auto& circulation : meeting.circulations) {
                out.push_back(sent(ground, meeting, rule, circulation, first));
                first = false;
            }
        } else if (to_come) {
            if (auto measure = due(ground, meeting, rule)) {
                out.push_back(std::move(*measure));
            }
        } else if (papers) {
            out.push_back({"The record does not say when papers were sent.", own_clause(*rule.rule),
                           Mark::unknown});
        }
    }
    return out;
}

} // namespace quorate::views
