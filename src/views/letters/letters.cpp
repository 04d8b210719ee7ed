// What is waiting to be written, and what was sent.

#include "views/letters/letters.hpp"

#include "governance/words.hpp"
#include "views/letters/letters_make.hpp"
#include "views/membership/attendance.hpp"
#include "views/membership/overview.hpp"

#include <algorithm>
#include <array>

namespace quorate::views {

using namespace governance;

namespace {

struct Kind {
    std::string_view id;
    std::string_view words;
};
constexpr std::array<Kind, 7> kinds = {{{"vacancy", "Letter about a vacant seat"},
                                        {"replacement", "Letter about missed meetings"},
                                        {"welcome", "Welcome to a new member"},
                                        {"substitute", "Letter to a substitute"},
                                        {"notice", "Notice of a meeting"},
                                        {"reminder", "Reminder to answer"},
                                        {"action", "Letter about an action"}}};

constexpr int welcome_days = 60; ///< a member is new for so long

/// A letter of that kind about the seat was kept since then.
bool written_since(const LettersPage& page, std::string_view kind, const std::string& seat,
                   base::Instant since) {
    return std::any_of(page.kept.begin(), page.kept.end(), [&](const partnership::Letter& each) {
        return each.kind == kind && each.seat == seat && each.at >= since;
    });
}

std::string place_words(SeatShown seat) {
    seat.holders.clear();
    return seat_words(seat);
}

void add_vacancies(const MembershipOverview& overview, LettersPage& page) {
    for (const auto& each : overview.vacancies) {
        if (written_since(page, "vacancy", each.seat.id,
                          each.since ? each.since->instant : base::Instant{})) {
            continue;
        }
        LetterToWrite line;
        line.asked.kind = "vacancy";
        line.asked.seat = each.seat.id;
        line.body = each.body;
        line.what = place_words(each.seat);
        line.hint = each.words + ".";
        page.to_write.push_back(std::move(line));
    }
}

void add_absences(const Reader& reader, LettersPage& page) {
    for (const auto& each : absence_alerts(reader)) {
        const auto* meeting =
            each.meetings.empty()
                ? nullptr
                : reader.ground().state().meetings.find(MeetingId(each.meetings.front().id));
        const auto since = meeting == nullptr ? base::Instant{} : meeting->scheduled;
        if ((each.state != "reached" && each.state != "requested") ||
            written_since(page, "replacement", each.seat.id, since)) {
            continue;
        }
        LetterToWrite line;
        line.asked.kind = "replacement";
        line.asked.seat = each.seat.id;
        line.body = each.body;
        line.what = place_words(each.seat);
        line.hint = each.words;
        line.clause = each.clause;
        page.to_write.push_back(std::move(line));
    }
}

void add_welcomes(const Reader& reader, const MembershipOverview& overview, LettersPage& page) {
    for (const auto& change : overview.changes) {
        const auto& ground = reader.ground();
        const auto* seat = ground.state().seats.find(SeatId(change.seat.id));
        const auto* now = seat == nullptr ? nullptr : seat->occupant.change_at(ground.now);
        const bool still = now != nullptr && now->from == change.at.instant && now->value;
        const bool fresh = change.at.local.date >= ground.today.plus_days(-welcome_days);
        // The first members of a body are on its register from the start; nobody welcomes them.
        const bool first = now != nullptr && seat->occupant.changes().front().from == now->from;
        if (change.kind != "appointed" || !still || !fresh || first ||
            written_since(page, "welcome", change.seat.id, change.at.instant)) {
            continue;
        }
        LetterToWrite line;
        line.asked.kind = "welcome";
        line.asked.seat = change.seat.id;
        line.body = change.body;
        line.what = seat_words(change.seat);
        line.hint = "Has the seat since " + short_date(change.at.local.date) + ".";
        page.to_write.push_back(std::move(line));
    }
}

void add_substitutes(const Reader& reader, LettersPage& page) {
    const auto& ground = reader.ground();
    ground.state().meetings.each([&](const Meeting& meeting) {
        if (meeting.status != MeetingStatus::convened || meeting.scheduled < ground.now) {
            return;
        }
        for (const auto& named : meeting.substitutes) {
            const auto* seat = ground.state().seats.find(named.seat);
            if (named.withdrawn || seat == nullptr ||
                written_since(page, "substitute", named.seat.value, named.at)) {
                continue;
            }
            LetterToWrite line;
            line.asked.kind = "substitute";
            line.asked.seat = named.seat.value;
            line.asked.meeting = meeting.id.value;
            line.body = ground.body(meeting.body);
            line.what = "The substitute for " + place_words(ground.seat(*seat, ground.now));
            line.hint = "Meeting of " +
                        short_date(ground.moment(meeting.body, meeting.scheduled).local.date) + ".";
            page.to_write.push_back(std::move(line));
        }
    });
}

void add_actions(const Reader& reader, LettersPage& page) {
    const auto& ground = reader.ground();
    ground.state().actions.each([&](const Action& action) {
        const bool open =
            action.status == ActionStatus::open || action.status == ActionStatus::progressing;
        const bool written =
            std::any_of(page.kept.begin(), page.kept.end(), [&](const partnership::Letter& each) {
                return each.kind == "action" && each.about == action.id.value;
            });
        if (!open || !action.due || *action.due >= ground.today || written) {
            return;
        }
        LetterToWrite line;
        line.asked.kind = "action";
        line.asked.action = action.id.value;
        line.body = ground.body(action.body);
        line.what = ground.words(action.what).value_or("(words no longer held)");
        line.hint = "Was due on " + short_date(*action.due) + ".";
        page.to_write.push_back(std::move(line));
    });
}

} // namespace

std::string letter_kind_words(std::string_view kind) {
    for (const auto& each : kinds) {
        if (each.id == kind) {
            return std::string(each.words);
        }
    }
    return {};
}

std::optional<LettersPage> letters_page(const Reader& reader) {
    const auto& ground = reader.ground();
    auto* workspace = ground.partnership.workspace();
    const auto overview = membership_overview(reader);
    if (!ground.see.secretariat() || workspace == nullptr || !overview) {
        return std::nullopt;
    }
    LettersPage out;
    if (auto kept = partnership::kept_letters(*workspace)) {
        out.kept = std::move(*kept);
    }
    add_absences(reader, out);
    add_vacancies(*overview, out);
    add_welcomes(reader, *overview, out);
    add_substitutes(reader, out);
    add_actions(reader, out);
    return out;
}

} // namespace quorate::views
