// The facts a draft of minutes came from, and how far the minutes have got.

#include "governance/codec_names.hpp"
#include "governance/duties/duties.hpp"
#include "governance/minutes/corrections.hpp"
#include "governance/words.hpp"
#include "views/desk/own_make.hpp"
#include "views/meetings_make.hpp"
#include "views/minutes/course.hpp"
#include "views/minutes/minutes_make.hpp"
#include "views/ruling_names.hpp"

#include <algorithm>

namespace quorate::views {

using namespace governance;

namespace {

std::string seat_name(const Ground& ground, const SeatId& id, base::Instant at) {
    const auto seat = ground.seat(id, at);
    return seat ? seat_words(*seat) : "seat " + id.value;
}

MinutesFacts attendance_facts(const MeetingPage& page) {
    MinutesFacts out{"Attendance", {}};
    const auto say = [&](std::int64_t count, std::string_view one, std::string_view many) {
        if (count > 0) {
            out.facts.push_back({as_sentence(capitalised(counted(count, one, many))), {}});
        }
    };
    const auto substitutes = std::count_if(page.present.begin(), page.present.end(),
                                           [](const Attendance& line) { return line.substitute; });
    say(static_cast<std::int64_t>(page.present.size()) - substitutes, "member was present",
        "members were present");
    say(substitutes, "substitute was present", "substitutes were present");
    say(static_cast<std::int64_t>(page.apologies.size()), "member sent apologies",
        "members sent apologies");
    say(page.others, "other person attended", "other people attended");
    if (page.quorum) {
        out.facts.push_back({page.quorum->words, {}});
    }
    for (const auto& line : page.informal) {
        out.facts.push_back({as_sentence(line), {}});
    }
    return out;
}

MinutesFacts chair_facts(const Ground& ground, const Meeting& meeting) {
    MinutesFacts out{"In the chair", {}};
    for (const auto& taking : meeting.presiding) {
        out.facts.push_back({seat_name(ground, taking.seat, taking.from) + ", from " +
                                 meeting_clock(ground, meeting, taking.from) +
                                 (taking.elected ? ", chosen by those present" : "") + ".",
                             {}});
    }
    return out;
}

/// "Taken from 10:07am to 10:25am."
std::string taken_words(const Ground& ground, const Meeting& meeting, const Item& item) {
    std::string out;
    for (const auto& stretch : item.taken) {
        const auto words = [&](base::Instant at) { return meeting_clock(ground, meeting, at); };
        out += (out.empty() ? "Taken from " : ", and from ") + words(stretch.from) +
               (stretch.until ? " to " + words(*stretch.until) : " on");
    }
    return out.empty() ? out : out + ".";
}

std::vector<MinutesFact> item_facts(const Ground& ground, const Meeting& meeting, const Item& item,
                                    const std::string& outcome) {
    std::vector<MinutesFact> out;
    for (auto words : {taken_words(ground, meeting, item), outcome}) {
        if (!words.empty()) {
            out.push_back({std::move(words), {}});
        }
    }
    for (const auto& each : interests_shown(ground, meeting, item)) {
        out.push_back({each.words, {}});
    }
    for (const auto& question : item.questions) {
        out.push_back(
            {"When the question was put, " +
                 counted(static_cast<std::int64_t>(question.present.size()),
                         "member was on the roll", "members were on the roll") +
                 (question.barred.empty()
                      ? std::string(".")
                      : "; " +
                            counted(static_cast<std::int64_t>(question.barred.size()),
                                    "of them could not decide", "of them could not decide") +
                            "."),
             {}});
        if (question.vote) {
            out.push_back({"The vote: " + vote_words(ground, meeting, item, question), {}});
        }
    }
    for (const auto& id : item.decisions) {
        if (const auto* decision = ground.state().decisions.find(id)) {
            out.push_back({"Decision " + id.value.substr(id.value.rfind('/') + 2) +
                               " was declared as " + std::string(written(decision->outcome)) + ".",
                           decision->position});
        }
    }
    return out;
}

MinutesFacts differing_facts(const Ground& ground, const Meeting& meeting) {
    MinutesFacts out{"Recorded as made; not a decision under the terms", {}};
    for (const auto& each :
         entries_of(ground, meeting, {"declare-outcome", "note-item", "ratify"})) {
        if (each.line->verdict == Verdict::refused) {
            out.facts.push_back(
                {"Item " + std::to_string(each.line->item.value_or(0)) + ", " +
                     meeting_clock(ground, meeting, each.line->effective) + ": " +
                     short_ruling(with_names(ground, each.entry.ruling, meeting.body)),
                 each.line->position});
        }
    }
    return out;
}

/// Every entry of the day itself, one line each.
MinutesFacts entry_facts(const Ground& ground, const Meeting& meeting) {
    MinutesFacts out{"Entries of the day", {}};
    const auto day = ground.moment(meeting.body, *meeting.opened()).local.date;
    for (const auto& each : entries_of(ground, meeting, {})) {
        const auto at = ground.moment(meeting.body, each.line->effective).local;
        if (at.date < day || (meeting.closed() && each.line->effective > *meeting.closed())) {
            continue;
        }
        const auto& row = act_table()[each.line->act];
        out.facts.push_back(
            {meeting_clock(ground, meeting, each.line->effective) + " " + std::string(row.help) +
                 (each.line->item ? " (item " + std::to_string(*each.line->item) + ")" : "") +
                 (each.line->verdict == Verdict::permitted ? "" : ", not permitted by the terms") +
                 ".",
             each.line->position});
    }
    return out;
}

/// What the terms ask of one step, from the duties of the meeting.
const Duty* duty_of(const Ground& ground, const Meeting& meeting, const std::vector<Duty>& duties,
                    std::string_view act) {
    const auto* terms = ground.terms(meeting.body, ground.now);
    if (terms == nullptr) {
        return nullptr;
    }
    for (const auto& rule : terms->terms.all<charter::DutyRule>()) {
        if (rule->evidence != act) {
            continue;
        }
        const auto found = std::find_if(duties.begin(), duties.end(), [&](const Duty& duty) {
            return duty.meeting == meeting.id && duty.rule == rule.rule->id;
        });
        if (found != duties.end()) {
            return &*found;
        }
    }
    return nullptr;
}

struct StepMaking {
    std::string_view id;
    std::string_view title;
    std::string_view act; ///< whose duty gives clause and date
    std::optional<base::Instant> done;
    std::string done_words; ///< "Drafted on "
    std::string waits;      ///< what must be done first; empty when it can be done now
};

MinutesStep step(const Ground& ground, const Meeting& meeting, const std::vector<Duty>& duties,
                 const StepMaking& making) {
    MinutesStep out;
    out.id = making.id;
    out.title = making.title;
    const auto* duty = duty_of(ground, meeting, duties, making.act);
    if (duty != nullptr) {
        out.clause = duty->cited_clause.empty() ? duty->clause : duty->cited_clause;
        out.due = duty->due;
    }
    if (making.done) {
        out.state = "done";
        out.words = making.done_words +
                    short_date(ground.moment(meeting.body, *making.done).local.date) + ".";
        return out;
    }
    const bool late = duty != nullptr && duty->state == DutyState::overdue;
    out.state = !making.waits.empty() ? "later" : late ? "late" : "next";
    out.words = making.waits;
    return out;
}

std::optional<base::Instant> published(const Meeting& meeting, bool draft) {
    for (const auto& each : meeting.minutes.publications) {
        if (each.draft == draft) {
            return each.at;
        }
    }
    return {};
}

std::string approve_waits(const Ground& ground, const Meeting& meeting) {
    if (meeting.minutes.circulated.empty()) {
        return "After they have been sent to members.";
    }
    const auto next = minutes_item_of(ground, meeting.id);
    if (next.meeting == nullptr) {
        return "At the next meeting. Its agenda needs an item for these minutes.";
    }
    return next.meeting->status == MeetingStatus::open
               ? std::string()
               : "At the meeting of " +
                     short_date(
                         ground.moment(next.meeting->body, next.meeting->scheduled).local.date) +
                     ", item " + std::to_string(next.item->number) + ".";
}

} // namespace

std::vector<MinutesFacts> minutes_facts(const Ground& ground, const Meeting& meeting) {
    std::vector<MinutesFacts> out;
    if (!meeting.opened()) {
        return out;
    }
    const auto page = meeting_page(ground, meeting.id);
    out.push_back(attendance_facts(*page));
    out.push_back(chair_facts(ground, meeting));
    for (std::size_t i = 0; i < meeting.items.size(); ++i) {
        const auto& shown = page->items[i];
        out.push_back({std::to_string(shown.number) + ". " + shown.title,
                       item_facts(ground, meeting, meeting.items[i], shown.outcome)});
    }
    out.push_back(differing_facts(ground, meeting));
    out.push_back(entry_facts(ground, meeting));
    std::erase_if(out, [](const MinutesFacts& each) { return each.facts.empty(); });
    return out;
}

MinutesItem minutes_item_of(const Ground& ground, const MeetingId& meeting) {
    MinutesItem out;
    ground.state().meetings.each([&](const Meeting& other) {
        // A meeting that ended without approving them leaves that to a later one.
        const auto ended = other.closed();
        if (other.status == MeetingStatus::cancelled || (ended && *ended <= ground.now)) {
            return;
        }
        for (const auto& item : other.items) {
            const bool off = item.status == ItemStatus::withdrawn ||
                             item.status == ItemStatus::deferred ||
                             item.status == ItemStatus::not_allowed;
            if (item.minutes_of == meeting && !off &&
                (out.meeting == nullptr || other.scheduled > out.meeting->scheduled)) {
                out = {&other, &item};
            }
        }
    });
    return out;
}

std::vector<MinutesStep> minutes_steps(const Ground& ground, const Meeting& meeting) {
    const auto& minutes = meeting.minutes;
    const auto duties = duties_of(ground.state(), ground.context(), meeting.body, ground.today);
    const auto circulated = minutes.circulated.empty() ? std::optional<base::Instant>{}
                                                       : std::optional(minutes.circulated.back());
    const std::string first = meeting.closed() ? "" : "After the meeting has been closed.";
    const std::string after_draft = minutes.drafted ? "" : "After they have been drafted.";
    std::vector<MinutesStep> out;
    const auto add = [&](const StepMaking& making) {
        out.push_back(step(ground, meeting, duties, making));
    };
    add({"draft", "Draft the minutes", "draft-minutes", minutes.drafted, "Drafted on ", first});
    add({"circulate", "Send them to members", "circulate-minutes", circulated, "Sent on ",
         after_draft});
    const bool publishing = minutes_published_by_terms(ground, meeting.body);
    if (publishing || minutes_published(meeting)) {
        add({"publish-draft", "Publish them as a draft", "publish-minutes",
             published(meeting, true), "Published as a draft on ", after_draft});
        if (minutes.approved && out.back().state != "done") {
            out.back().state = "not-needed";
            out.back().words = "Approved already; the approved minutes can be published.";
        }
    }
    add({"approve", "Have them approved", "approve-minutes", minutes.approved, "Approved on ",
         approve_waits(ground, meeting)});
    if (publishing || minutes_published(meeting)) {
        add({"publish", "Publish the approved minutes", "publish-minutes",
             published(meeting, false), "Published on ",
             minutes.approved ? "" : "After they have been approved."});
    }
    return out;
}

bool minutes_published_by_terms(const Ground& ground, const BodyId& body) {
    const auto* terms = ground.terms(body, ground.now);
    if (terms == nullptr) {
        return false;
    }
    const auto named = [](const std::vector<std::string>& acts) {
        return std::find(acts.begin(), acts.end(), "publish-minutes") != acts.end();
    };
    const auto may = terms->terms.all<charter::MayRule>();
    const auto duties = terms->terms.all<charter::DutyRule>();
    return std::any_of(may.begin(), may.end(),
                       [&](const auto& rule) { return named(rule->acts); }) ||
           std::any_of(duties.begin(), duties.end(),
                       [&](const auto& rule) { return rule->evidence == "publish-minutes"; });
}

std::vector<CorrectionAsked> proposals_shown(const Ground& ground, const Meeting& meeting,
                                             bool own) {
    std::vector<CorrectionAsked> out;
    for (const auto& each : meeting.minutes.proposals) {
        const bool theirs = ground.see.own({ActorKind::seat, each.seat.value}) &&
                            of_holder(ground, each.seat, each.at);
        if (own && !theirs) {
            continue;
        }
        CorrectionAsked shown;
        shown.number = each.number;
        shown.by = seat_name(ground, each.seat, each.at);
        shown.item = each.item;
        shown.words = ground.words(each.words).value_or("(words no longer held)");
        shown.when = ground.moment(meeting.body, each.at);
        shown.state = each.declined ? "declined" : each.taken_by ? "taken" : "waiting";
        shown.reason = ground.words_or(each.reason, "");
        shown.position = each.position;
        shown.taken_by = each.taken_by.value_or(0);
        out.push_back(std::move(shown));
    }
    return out;
}

std::vector<CorrectionShown> corrections_shown(const Ground& ground, const Meeting& meeting) {
    std::vector<CorrectionShown> out;
    for (const auto& each : meeting.minutes.corrections) {
        CorrectionShown shown;
        shown.when = ground.moment(meeting.body, each.effective);
        shown.words = ground.words_or(each.words, each.fact ? "A recorded fact was put right."
                                                            : "The words were corrected.");
        shown.fact = each.fact;
        shown.at = each.at ? ground.meeting(*each.at).name : "";
        shown.position = each.position;
        out.push_back(std::move(shown));
    }
    return out;
}

} // namespace quorate::views
