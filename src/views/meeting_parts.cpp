// The parts of a meeting's page: agenda, interests, attendance, minutes.

#include "governance/codec_names.hpp"
#include "governance/meetings/late_items.hpp"
#include "governance/words.hpp"
#include "views/meetings_make.hpp"
#include "views/minutes/course.hpp"
#include "views/private_session.hpp"

#include <algorithm>
#include <set>

namespace quorate::views {

using namespace governance;

namespace {

constexpr std::string_view erased = "(words no longer held)";

std::string determination_words(Determination determination) {
    switch (determination) {
    case Determination::below_test:
        return "Below the test of the clause: may take part in full";
    case Determination::leave:
        return "To leave the room and take no part";
    case Determination::speak:
        return "May speak, not decide, and may stay";
    case Determination::speak_and_withdraw:
        return "May speak, then withdraws for the decision";
    }
    return {};
}

InterestShown interest_shown(const Ground& ground, const Meeting& meeting, const Item& item,
                             const Declaration& declaration) {
    InterestShown out;
    if (auto seat = ground.seat(declaration.seat, declaration.at)) {
        out.seat = std::move(*seat);
    }
    out.kind = written(declaration.kind);
    out.sensitive = declaration.sensitive;
    const bool nature =
        ground.see.nature(declaration.sensitive) && notes_open(ground, meeting, item);
    if (nature && declaration.nature) {
        out.nature = ground.words_or(declaration.nature, erased);
    }
    if (declaration.determination) {
        out.determination =
            determination_words(*declaration.determination) +
            (declaration.disputed ? "; disputed by whoever it was recorded for" : "");
    } else if (!declaration.meets_test) {
        out.determination = "Declared for openness only";
    }
    out.words = seat_words(out.seat) + " declared " +
                (declaration.kind == InterestKind::other ? "an" : "a") +
                (declaration.kind == InterestKind::other ? "" : " " + out.kind) + " interest";
    if (!out.nature.empty()) {
        out.words += ": " + out.nature;
    } else if (declaration.sensitive) {
        out.words += ", of which the details are withheld";
    }
    out.words = as_sentence(std::move(out.words));
    if (!out.determination.empty()) {
        out.words += " " + as_sentence(out.determination);
    }
    return out;
}

std::string decided_words(const Ground& ground, const Item& item) {
    std::string out;
    for (const auto& id : item.decisions) {
        const auto* decision = ground.state().decisions.find(id);
        if (decision == nullptr) {
            continue;
        }
        const auto outcome = decision->kind == DecisionKind::ratification
                                 ? std::string("Ratified")
                                 : plain_name(written(decision->outcome));
        const auto words = ground.words_or(decision->words, "");
        out += (out.empty() ? "" : " ") +
               as_sentence(words.empty() ? outcome : outcome + ": " + words);
    }
    return out.empty() ? "Decided." : out;
}

/// An item that was taken and has no outcome of its own.
std::string taken_words(const Ground& ground, const Meeting& meeting, const Item& item) {
    const auto* about = item.minutes_of ? ground.state().meetings.find(*item.minutes_of) : nullptr;
    if (about != nullptr && about->minutes.approved && about->minutes.approved_at == meeting.id) {
        return about->minutes.corrections.empty() ? "The minutes were approved."
                                                  : "The minutes were approved with corrections.";
    }
    return item.purpose == ItemPurpose::decision || item.purpose == ItemPurpose::minutes
               ? "Taken; no outcome is recorded."
               : "Taken.";
}

std::string outcome_words(const Ground& ground, const Meeting& meeting, const Item& item) {
    const bool over = meeting.status == MeetingStatus::closed;
    switch (item.status) {
    case ItemStatus::on_agenda:
        return over ? "Not reached." : "";
    case ItemStatus::taken:
    case ItemStatus::interrupted:
        return over ? taken_words(ground, meeting, item) : "Being taken.";
    case ItemStatus::noted:
        return "Noted.";
    case ItemStatus::decided:
        return decided_words(ground, item);
    case ItemStatus::deferred:
        return item.deferred_to
                   ? "Put off to the meeting of " + ground.meeting(*item.deferred_to).name + "."
                   : "Put off.";
    case ItemStatus::withdrawn:
        return "Withdrawn.";
    case ItemStatus::not_allowed:
        return "Not taken: it came late and was not allowed.";
    }
    return {};
}

/// That it came late; whether it was allowed is open again where the answer on record is disputed.
std::string late_words(const Ground& ground, const MeetingId& meeting, const Item& item) {
    const auto* awaited = awaited_item(ground.state(), meeting, item.number);
    return awaited != nullptr && awaited->disputed
               ? "Came after items had closed. Whether it was allowed is disputed, and waits for " +
                     who_words(awaited->holder) + "."
               : "Came after items had closed and was allowed as exceptional.";
}

std::vector<std::string> remarks(const Ground& ground, const MeetingId& meeting, const Item& item) {
    std::vector<std::string> out;
    if (item.late && item.status != ItemStatus::not_allowed) {
        out.push_back(late_words(ground, meeting, item));
    }
    if (item.tabled) {
        out.emplace_back("First put forward at the meeting.");
    }
    if (item.deferred_from) {
        out.push_back("Put off from " + ground.meeting(*item.deferred_from).name + ".");
    }
    if (item.minutes_of) {
        out.push_back("The minutes of " + ground.meeting(*item.minutes_of).name + ".");
    }
    if (!item.with.empty()) {
        std::string with;
        for (const auto number : item.with) {
            with += (with.empty() ? "" : ", ") + std::to_string(number);
        }
        out.push_back("Taken together with item " + with + ".");
    }
    return out;
}

void add_words(const Ground& ground, std::vector<std::string>& out, std::string_view lead,
               const Text& text) {
    const auto words = ground.words(text).value_or(std::string(erased));
    out.push_back(std::string(lead) + words);
}

std::vector<std::string> proceedings(const Ground& ground, const Meeting& meeting,
                                     const Item& item) {
    std::vector<std::string> out;
    const bool published = minutes_published(meeting);
    if (!notes_open(ground, meeting, item)) {
        return out;
    }
    if (item.noted_words && item.noted_words->given()) {
        add_words(ground, out, "", *item.noted_words);
    }
    for (const auto& text : item.discussion) {
        add_words(ground, out, "", text);
    }
    for (const auto& motion : item.motions) {
        add_words(ground, out, motion.amendment ? "Amendment moved: " : "Moved: ", motion.words);
    }
    for (const auto& advice : item.advice) {
        if (ground.see.advice(advice.restricted, published)) {
            add_words(ground, out, "Advice of the " + advice.from + ": ", advice.words);
        } else {
            out.push_back("Advice of the " + advice.from + " was given. It is restricted.");
        }
    }
    for (const auto& dissent : item.dissent) {
        out.push_back(dissent.words && dissent.words->given()
                          ? "Dissent recorded: " + ground.words_or(dissent.words, erased)
                          : "Dissent was recorded at the request of " +
                                counted(static_cast<std::int64_t>(dissent.seats.size()), "member",
                                        "members") +
                                ".");
    }
    return out;
}

/// The stays of one seat as one line of times; empty for the whole meeting.
std::string times_of(const Ground& ground, const Meeting& meeting,
                     const std::vector<const Presence*>& stays) {
    const auto start = meeting.opened();
    const auto end = meeting.closed();
    std::string out;
    for (const auto* stay : stays) {
        std::string one;
        if (start && stay->from > *start) {
            one = "from " + arrival_clock(ground, meeting, stay->from);
        }
        if (stay->until && (!end || *stay->until < *end)) {
            one +=
                (one.empty() ? "until " : " until ") + meeting_clock(ground, meeting, *stay->until);
        }
        out += (out.empty() || one.empty() ? "" : ", ") + one;
    }
    return out;
}

} // namespace

std::vector<InterestShown> interests_shown(const Ground& ground, const Meeting& meeting,
                                           const Item& item) {
    std::vector<InterestShown> out;
    for (const auto& declaration : item.declarations) {
        out.push_back(interest_shown(ground, meeting, item, declaration));
    }
    return out;
}

std::vector<ItemShown> items_shown(const Ground& ground, const Meeting& meeting) {
    std::vector<ItemShown> out;
    for (const auto& item : meeting.items) {
        ItemShown shown;
        shown.number = item.number;
        shown.title = ground.words(item.title).value_or("(title no longer held)");
        shown.purpose = written(item.purpose);
        shown.status = written(item.status);
        shown.outcome = outcome_words(ground, meeting, item);
        for (const auto& id : item.decisions) {
            shown.decisions.push_back(
                {id.value, "Decision " + id.value.substr(id.value.rfind('/') + 2)});
        }
        shown.remarks = remarks(ground, meeting.id, item);
        if (auto remark = private_remark(ground, meeting, item); !remark.empty()) {
            shown.remarks.push_back(std::move(remark));
        }
        shown.interests = interests_shown(ground, meeting, item);
        shown.proceedings = proceedings(ground, meeting, item);
        out.push_back(std::move(shown));
    }
    return out;
}

void add_attendance(const Ground& ground, const Meeting& meeting, MeetingPage& page) {
    page.attendance_known = meeting.attendance_known;
    std::vector<std::pair<SeatId, std::vector<const Presence*>>> by_seat;
    std::set<std::string> others;
    for (const auto& stay : meeting.presence) {
        page.someone_excluded = page.someone_excluded || stay.why == LeftBecause::excluded;
        const bool sits =
            stay.seat && (stay.as == PresentAs::member || stay.as == PresentAs::substitute);
        if (!sits) {
            others.insert(stay.person ? stay.person->value : "?");
            continue;
        }
        const auto found = std::find_if(by_seat.begin(), by_seat.end(),
                                        [&](const auto& each) { return each.first == *stay.seat; });
        if (found == by_seat.end()) {
            by_seat.push_back({*stay.seat, {&stay}});
        } else {
            found->second.push_back(&stay);
        }
    }
    page.others = static_cast<std::int64_t>(others.size());
    const bool hide_times = page.someone_excluded && !ground.see.exclusion();
    for (const auto& [id, stays] : by_seat) {
        auto seat = ground.seat(id, stays.front()->from);
        if (!seat) {
            continue;
        }
        Attendance line{std::move(*seat), stays.back()->as == PresentAs::substitute,
                        times_of(ground, meeting, stays)};
        if (hide_times && !line.times.empty()) {
            line.times = "for part of the meeting";
        }
        page.present.push_back(std::move(line));
    }
    std::sort(
        page.present.begin(), page.present.end(),
        [](const Attendance& a, const Attendance& b) { return a.seat.number < b.seat.number; });
    for (const auto& id : meeting.apologies) {
        if (auto seat = ground.seat(id, meeting.scheduled)) {
            page.apologies.push_back(std::move(*seat));
        }
    }
}

MinutesShown minutes_shown(const Ground& ground, const Meeting& meeting) {
    const auto& minutes = meeting.minutes;
    MinutesShown out;
    const bool published = minutes_published(meeting);
    const bool final_out = std::any_of(minutes.publications.begin(), minutes.publications.end(),
                                       [](const Publication& each) { return !each.draft; });
    const auto on = [&](base::Instant at) {
        return short_date(ground.moment(meeting.body, at).local.date);
    };
    if (minutes.approved) {
        out.state = final_out ? "published" : "approved";
        out.words = "Approved on " + on(*minutes.approved) +
                    (final_out   ? ", and published."
                     : published ? "."
                                 : "; not yet published.");
    } else if (published) {
        out.state = "published-draft";
        out.words = "Draft, not yet approved.";
    } else {
        out.state =
            minutes.drafted ? (minutes.circulated.empty() ? "drafted" : "circulated") : "none";
        out.words = meeting.status == MeetingStatus::closed ? "Not yet published." : "None yet.";
    }
    if (published && minutes.words && minutes.words->given()) {
        out.text = ground.words_or(minutes.words, erased);
    }
    if (ground.see.proceedings(published)) {
        for (const auto& correction : minutes.corrections) {
            out.corrections.push_back(
                on(correction.effective) + ": " +
                ground.words_or(correction.words, correction.fact ? "a recorded fact was put right"
                                                                  : "the words were corrected"));
        }
    }
    return out;
}

} // namespace quorate::views
