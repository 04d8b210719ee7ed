#include "governance/codec_names.hpp"
#include "governance/meetings/length.hpp"
#include "governance/meetings/room.hpp"
#include "governance/words.hpp"
#include "views/meeting_then.hpp"
#include "views/meetings_make.hpp"
#include "views/private_session.hpp"

#include <algorithm>

namespace quorate::views {

using namespace governance;

namespace {

std::string status_words(const Ground& ground, const Meeting& meeting) {
    switch (meeting.status) {
    case MeetingStatus::convened:
        return meeting.scheduled > ground.now ? "To come" : "No record that it was held";
    case MeetingStatus::open:
        return private_now(meeting) == nullptr ? "Under way" : private_state(ground, meeting);
    case MeetingStatus::informal:
        return private_now(meeting) == nullptr
                   ? "Informal discussion under way"
                   : private_state(ground, meeting) + "; an informal discussion";
    case MeetingStatus::adjourned:
        return "Adjourned";
    case MeetingStatus::closed:
        return "Held";
    case MeetingStatus::cancelled:
        return "Called off";
    }
    return {};
}

/// The meeting as it stood on the date asked for; nothing when that is now.
std::optional<Meeting> then_or_now(const Ground& ground, const Meeting& meeting) {
    return ground.as_of_now ? std::nullopt : std::optional(meeting_then(ground, meeting));
}

std::string clock(const Ground& ground, const Meeting& meeting, base::Instant at) {
    return base::clock_words(ground.moment(meeting.body, at).local.minute);
}

/// "10:02am to 12:15pm", each sitting after the other.
std::string held_words(const Ground& ground, const Meeting& meeting) {
    std::string out;
    base::CivilDate day = ground.moment(meeting.body, meeting.scheduled).local.date;
    for (std::size_t i = 0; i < meeting.sittings.size(); ++i) {
        // A sitting that begins where the last one ended goes on from it, with or without a quorum.
        const auto from = meeting.sittings[i].from;
        while (i + 1 < meeting.sittings.size() &&
               meeting.sittings[i].until == meeting.sittings[i + 1].from) {
            ++i;
        }
        const auto& until = meeting.sittings[i].until;
        const auto date = ground.moment(meeting.body, from).local.date;
        out += out.empty() ? "" : ", then ";
        if (date != day) {
            out += short_date(date) + " ";
            day = date;
        }
        const auto began = clock(ground, meeting, from);
        out += until ? began + " to " + clock(ground, meeting, *until)
                     : "from " + began + ", not closed yet";
    }
    return out;
}

std::string presided_words(const Ground& ground, const Meeting& meeting) {
    std::string out;
    for (const auto& taking : meeting.presiding) {
        const auto seat = ground.seat(taking.seat, taking.from);
        if (!seat) {
            continue;
        }
        out += out.empty() ? "" : "; then ";
        out += seat_words(*seat);
        if (taking.item) {
            out += ", for item " + std::to_string(*taking.item);
        } else if (taking.elected) {
            out += ", chosen by those present";
        }
    }
    return out;
}

std::optional<Measure> opening_quorum(const Ground& ground, const Meeting& meeting,
                                      const BodyId& body) {
    const auto opened = meeting.opened();
    const auto* terms = opened ? ground.terms(body, *opened) : nullptr;
    const auto rule = terms == nullptr ? charter::InForce<charter::QuorumRule>{}
                                       : terms->terms.one<charter::QuorumRule>();
    if (!rule) {
        return std::nullopt;
    }
    // Everything of that instant is in: who came and was entered as gone at the very same time, as
    // in a meeting that was entered afterwards without its times, was there when it opened.
    auto then = meeting;
    for (auto& stay : then.presence) {
        if (stay.from == *opened && stay.until == opened) {
            stay.until.reset();
        }
    }
    const auto count = count_quorum(ground.state(), then, body, *rule.params, *opened, {});
    if (!count.known) {
        return Measure{"The record does not say who was there when it opened.",
                       own_clause(*rule.rule), Mark::unknown};
    }
    return Measure{"At the opening " + quorum_words(count.present, count.members, count.needed),
                   own_clause(*rule.rule), count.quorate() ? Mark::met : Mark::breach};
}

void add_informal(const Ground& ground, const Meeting& meeting, MeetingPage& page) {
    for (const auto& sitting : meeting.sittings) {
        if (sitting.informal) {
            page.informal.push_back(
                clock(ground, meeting, sitting.from) +
                (sitting.until ? " to " + clock(ground, meeting, *sitting.until) : " on") +
                ": notes of an informal discussion. There was no quorum, so nothing was decided.");
        }
    }
}

/// It belongs to an item taken in private, of which the notes are not open to the reader.
bool of_closed_item(const Ground& ground, const Meeting& meeting,
                    std::optional<std::int64_t> number) {
    const auto* item = number ? meeting.item(*number) : nullptr;
    return item != nullptr && !notes_open(ground, meeting, *item);
}

void add_procedure(const Ground& ground, const Meeting& meeting, MeetingPage& page) {
    for (auto& words : private_words(ground, meeting)) {
        page.procedure.push_back(std::move(words));
    }
    if (!ground.see.proceedings(minutes_published(meeting))) {
        return;
    }
    for (const auto& ruled : meeting.procedure_rulings) {
        if (of_closed_item(ground, meeting, ruled.item)) {
            continue;
        }
        auto line = "Whoever presided ruled: " +
                    ground.words(ruled.ruling).value_or("(words no longer held)");
        if (!ruled.engine_verdict.empty() && ruled.engine_verdict != "permitted") {
            line += " On the facts recorded, the terms of reference gave another answer: " +
                    ruled.engine_verdict + ".";
        }
        page.procedure.push_back(std::move(line));
    }
}

void add_actions(const Ground& ground, const Meeting& meeting, MeetingPage& page) {
    if (!ground.see.proceedings(minutes_published(meeting))) {
        return;
    }
    ground.state().actions.each([&](const Action& action) {
        if (action.meeting != meeting.id || of_closed_item(ground, meeting, action.item)) {
            return;
        }
        auto line = ground.words(action.what).value_or("(words no longer held)");
        if (action.seat) {
            const auto seat = ground.seat(*action.seat, ground.now);
            line += seat ? ". For " + seat_words(*seat) : "";
        } else if (action.organisation && ground.see.names()) {
            line += ". For " + ground.organisation(*action.organisation);
        }
        line += action.due ? ", by " + short_date(*action.due) : "";
        page.actions.push_back(line + ". " + plain_name(written(action.status)) + ".");
    });
}

} // namespace

std::string quorum_words(std::int64_t present, std::int64_t members, std::int64_t needed) {
    const auto gap = present - needed;
    const auto end = gap < 0    ? number_words(-gap) + " short"
                     : gap == 0 ? std::string("none to spare")
                                : number_words(gap) + " to spare";
    return std::to_string(present) + " of " + std::to_string(members) +
           (present == 1 ? " was" : " were") + " present. Quorum " + std::to_string(needed) + ": " +
           end + ".";
}

std::vector<BodyId> bodies_meeting(const Meeting& meeting) {
    std::vector<BodyId> out = {meeting.body};
    if (meeting.jointly_with) {
        out.push_back(*meeting.jointly_with);
    }
    return out;
}

MeetingLine meeting_line(const Ground& ground, const Meeting& recorded) {
    const auto held = then_or_now(ground, recorded);
    const auto& meeting = held ? *held : recorded;
    MeetingLine out;
    out.id = meeting.id.value;
    out.body = ground.body(meeting.body);
    out.at = ground.moment(meeting.body, meeting.scheduled);
    if (meeting.length) {
        out.ends = ground.moment(meeting.body, minutes_after(meeting.scheduled, *meeting.length));
    }
    out.place = ground.words_or(meeting.place, "");
    out.status = written(meeting.status);
    out.status_words = status_words(ground, meeting);
    out.minutes_words = meeting.held() ? minutes_shown(ground, meeting).words : "";
    out.to_come = meeting.status == MeetingStatus::convened && meeting.scheduled > ground.now;
    return out;
}

MeetingsPage meetings_page(const Ground& ground, const std::optional<BodyId>& body) {
    MeetingsPage out;
    ground.state().meetings.each([&](const Meeting& meeting) {
        const bool asked = !body || meeting.body == *body || meeting.jointly_with == *body;
        if (asked && meeting.convened <= ground.now) {
            auto line = meeting_line(ground, meeting);
            (line.to_come ? out.to_come : out.past).push_back(std::move(line));
        }
    });
    const auto earlier = [](const MeetingLine& a, const MeetingLine& b) {
        return a.at.instant < b.at.instant;
    };
    std::stable_sort(out.to_come.begin(), out.to_come.end(), earlier);
    std::stable_sort(out.past.begin(), out.past.end(),
                     [&](const MeetingLine& a, const MeetingLine& b) { return earlier(b, a); });
    ground.state().bodies.each([&](const Body& each) {
        if (body && each.id != *body) {
            return;
        }
        for (const auto& [year, programme] : each.programme) {
            if (year < ground.today.year()) {
                continue;
            }
            ProgrammeShown shown{ground.body(each.id), year, {}};
            for (const auto at : programme.meetings) {
                shown.dates.push_back(ground.moment(each.id, at).local.date);
            }
            std::sort(shown.dates.begin(), shown.dates.end());
            out.programme.push_back(std::move(shown));
        }
    });
    return out;
}

std::optional<MeetingPage> meeting_page(const Ground& ground, const MeetingId& id) {
    const auto* recorded = ground.state().meetings.find(id);
    if (recorded == nullptr || recorded->convened > ground.now) {
        return std::nullopt;
    }
    const auto then = then_or_now(ground, *recorded);
    const auto* meeting = then ? &*then : recorded;
    MeetingPage out;
    out.line = meeting_line(ground, *meeting);
    if (meeting->jointly_with) {
        out.jointly_with = ground.body(*meeting->jointly_with);
    }
    for (const auto at : meeting->postponed_from) {
        out.postponed_from.push_back(ground.moment(meeting->body, at));
    }
    out.held = held_words(ground, *meeting);
    out.presided = presided_words(ground, *meeting);
    out.notice = notice_measures(ground, *meeting);
    out.quorum = opening_quorum(ground, *meeting, meeting->body);
    if (meeting->jointly_with) {
        out.joint_quorum = opening_quorum(ground, *meeting, *meeting->jointly_with);
    }
    out.items = items_shown(ground, *meeting);
    add_attendance(ground, *meeting, out);
    add_informal(ground, *meeting, out);
    add_procedure(ground, *meeting, out);
    add_actions(ground, *meeting, out);
    out.minutes = minutes_shown(ground, *meeting);
    ground.state().entries.each([&](const EntryLine& line) {
        out.entries += line.meeting == meeting->id && line.effective <= ground.now ? 1 : 0;
    });
    return out;
}

} // namespace quorate::views
