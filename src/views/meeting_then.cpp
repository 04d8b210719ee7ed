#include "views/meeting_then.hpp"

#include <algorithm>

namespace quorate::views {

using namespace governance;

namespace {

/// Leaves out every element whose time, as `when` gives it, is after `now`.
template <class T, class When>
void leave_out_later(std::vector<T>& all, base::Instant now, const When& when) {
    std::erase_if(all, [&](const T& each) { return when(each) > now; });
}

/// Opens again what ended after `now`.
template <class T>
void reopen(std::vector<T>& all, base::Instant now) {
    for (auto& each : all) {
        if (each.until && *each.until > now) {
            each.until.reset();
        }
    }
}

void keep_if_by(std::optional<base::Instant>& at, base::Instant now) {
    if (at && *at > now) {
        at.reset();
    }
}

/// Whether an act about the meeting had taken effect by then.
template <class A>
bool done_by(const Ground& ground, const MeetingId& meeting) {
    const auto index = Act(A{}).index();
    bool out = false;
    ground.state().entries.each([&](const EntryLine& line) {
        out = out || (line.act == index && line.meeting == meeting &&
                      line.verdict == Verdict::permitted && line.effective <= ground.now);
    });
    return out;
}

MeetingStatus status_then(const Ground& ground, const Meeting& then, MeetingStatus today) {
    if (today == MeetingStatus::cancelled) {
        return done_by<acts::CancelMeeting>(ground, then.id) ? today : MeetingStatus::convened;
    }
    if (then.sittings.empty()) {
        return MeetingStatus::convened;
    }
    const auto& last = then.sittings.back();
    if (!last.until) {
        return last.informal ? MeetingStatus::informal : MeetingStatus::open;
    }
    if (today != MeetingStatus::closed) {
        return today;
    }
    return done_by<acts::CloseMeeting>(ground, then.id) ? today : MeetingStatus::adjourned;
}

void cut_item(const Ground& ground, Item& item) {
    const auto now = ground.now;
    const bool finished =
        std::all_of(item.taken.begin(), item.taken.end(), [&](const ItemInterval& interval) {
            return interval.until && *interval.until <= now;
        });
    leave_out_later(item.taken, now, [](const ItemInterval& each) { return each.from; });
    reopen(item.taken, now);
    leave_out_later(item.declarations, now, [](const Declaration& each) { return each.at; });
    for (auto& declaration : item.declarations) {
        if (declaration.determined_at && *declaration.determined_at > now) {
            declaration.determined_at.reset();
            declaration.determination.reset();
            declaration.determined_by.reset();
            declaration.disputed = false;
        }
    }
    leave_out_later(item.questions, now, [](const Question& each) { return each.put; });
    std::erase_if(item.decisions, [&](const DecisionId& id) {
        const auto* decision = ground.state().decisions.find(id);
        return decision == nullptr || decision->effective > now;
    });
    if (item.taken.empty()) {
        item.status = ItemStatus::on_agenda;
        item.motions.clear();
        item.discussion.clear();
        item.dissent.clear();
        item.advice.clear();
        item.approvals.clear();
        item.noted_words.reset();
        item.deferred_to.reset();
    } else if (!finished) {
        item.status = ItemStatus::taken;
        item.noted_words.reset();
        item.deferred_to.reset();
        for (auto& question : item.questions) {
            if (item.decisions.empty()) {
                question.outcome.reset();
            }
        }
    }
}

void cut_minutes(Minutes& minutes, base::Instant now) {
    keep_if_by(minutes.drafted, now);
    keep_if_by(minutes.approved, now);
    std::erase_if(minutes.circulated, [&](base::Instant at) { return at > now; });
    leave_out_later(minutes.publications, now, [](const Publication& each) { return each.at; });
    leave_out_later(minutes.corrections, now,
                    [](const Correction& each) { return each.effective; });
    if (!minutes.approved) {
        minutes.approved_at.reset();
    }
    if (!minutes.drafted) {
        minutes.sections.clear();
        minutes.words.reset();
    }
}

} // namespace

Meeting meeting_then(const Ground& ground, const Meeting& meeting) {
    const auto now = ground.now;
    Meeting out = meeting;
    leave_out_later(out.sittings, now, [](const Sitting& each) { return each.from; });
    reopen(out.sittings, now);
    leave_out_later(out.presiding, now, [](const ChairTaking& each) { return each.from; });
    leave_out_later(out.circulations, now, [](const Circulation& each) { return each.at; });
    leave_out_later(out.substitutes, now, [](const SubstituteNomination& each) { return each.at; });
    leave_out_later(out.presence, now, [](const Presence& each) { return each.from; });
    reopen(out.presence, now);
    leave_out_later(out.items, now, [](const Item& each) { return each.notified; });
    for (auto& item : out.items) {
        cut_item(ground, item);
    }
    cut_minutes(out.minutes, now);
    out.status = status_then(ground, out, meeting.status);
    if (out.sittings.empty()) {
        out.attendance_known = false;
        out.procedure_rulings.clear();
    }
    if (out.status == MeetingStatus::convened || out.status == MeetingStatus::cancelled) {
        out.adjourned_until.reset();
    }
    return out;
}

} // namespace quorate::views
