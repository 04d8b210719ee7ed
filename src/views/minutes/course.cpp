#include "views/minutes/course.hpp"

#include "base/text.hpp"
#include "governance/meetings/room.hpp"
#include "views/meetings_make.hpp"

#include <algorithm>

namespace quorate::views {

using namespace governance;

namespace {

/// Two sittings with no time between them are one that went on, with or without a quorum.
bool broken_off(const Sitting& earlier, const Sitting& later) {
    return earlier.until && *earlier.until < later.from;
}

std::optional<QuorumCount> count_of(const Ground& ground, const Meeting& meeting,
                                    const BodyId& body, base::Instant at) {
    const auto* terms = ground.terms(body, at);
    const auto rule = terms == nullptr ? charter::InForce<charter::QuorumRule>{}
                                       : terms->terms.one<charter::QuorumRule>();
    if (!rule) {
        return std::nullopt;
    }
    auto count = count_quorum(ground.state(), meeting, body, *rule.params, at, {});
    return count.known ? std::optional(count) : std::nullopt;
}

} // namespace

std::string meeting_clock(const Ground& ground, const Meeting& meeting, base::Instant at) {
    const auto local = ground.moment(meeting.body, at).local;
    const auto first =
        ground.moment(meeting.body, meeting.opened().value_or(meeting.scheduled)).local.date;
    const auto time = base::clock_words(local.minute);
    return local.date == first ? time : time + " on " + short_date(local.date);
}

std::string arrival_clock(const Ground& ground, const Meeting& meeting, base::Instant at) {
    for (std::size_t i = 1; i < meeting.sittings.size(); ++i) {
        const auto& earlier = meeting.sittings[i - 1];
        const auto& later = meeting.sittings[i];
        if (broken_off(earlier, later) && at > *earlier.until && at < later.from) {
            return meeting_clock(ground, meeting, later.from);
        }
    }
    return meeting_clock(ground, meeting, at);
}

std::string seat_at(const Ground& ground, const Meeting& meeting, const SeatShown& seat) {
    const auto body = BodyId(seat.id.substr(0, seat.id.find('/')));
    return (meeting.jointly_with ? ground.body(body).name + ": " : std::string()) +
           seat_words(seat);
}

QuorumThen quorum_then(const Ground& ground, const Meeting& meeting, base::Instant at) {
    auto out = QuorumThen::inquorate;
    for (const auto& body : bodies_meeting(meeting)) {
        const auto count = count_of(ground, meeting, body, at);
        if (count && count->quorate()) {
            return QuorumThen::quorate;
        }
        out = count ? out : QuorumThen::unknown;
    }
    return out;
}

std::vector<std::string> quorum_sentences(const Ground& ground, const Meeting& meeting,
                                          base::Instant at) {
    std::vector<std::string> out;
    for (const auto& body : bodies_meeting(meeting)) {
        if (const auto count = count_of(ground, meeting, body, at)) {
            const auto name =
                meeting.jointly_with ? "Of " + ground.body(body).name + ", " : std::string();
            out.push_back(name + quorum_words(count->present, count->members, count->needed));
        }
    }
    return out;
}

bool never_quorate(const Ground& ground, const Meeting& meeting) {
    if (!meeting.opened() || !meeting.attendance_known) {
        return false;
    }
    // A quorum can only come with a sitting, with somebody's coming, or with a change of the terms.
    for (const auto& sitting : meeting.sittings) {
        std::vector<base::Instant> moments = {sitting.from};
        for (const auto& stay : meeting.presence) {
            if (stay.from > sitting.from && (!sitting.until || stay.from < *sitting.until)) {
                moments.push_back(stay.from);
            }
        }
        const bool some = std::any_of(moments.begin(), moments.end(), [&](base::Instant at) {
            return quorum_then(ground, meeting, at) != QuorumThen::inquorate;
        });
        if (some) {
            return false;
        }
    }
    return true;
}

bool said_informally(const Ground& ground, const Meeting& meeting, base::Instant at) {
    const bool informal =
        std::any_of(meeting.sittings.begin(), meeting.sittings.end(), [&](const Sitting& each) {
            return each.informal && each.from <= at && (!each.until || at < *each.until);
        });
    const bool sat =
        std::any_of(meeting.sittings.begin(), meeting.sittings.end(), [&](const Sitting& each) {
            return each.from <= at && (!each.until || at < *each.until);
        });
    return informal || (sat && quorum_then(ground, meeting, at) == QuorumThen::inquorate);
}

std::vector<std::string> break_words(const Ground& ground, const Meeting& meeting) {
    std::vector<std::string> out;
    for (std::size_t i = 1; i < meeting.sittings.size(); ++i) {
        const auto& earlier = meeting.sittings[i - 1];
        const auto& later = meeting.sittings[i];
        if (broken_off(earlier, later)) {
            out.push_back("The meeting was adjourned at " +
                          meeting_clock(ground, meeting, *earlier.until) + " and went on at " +
                          meeting_clock(ground, meeting, later.from) + ". " +
                          base::join(quorum_sentences(ground, meeting, later.from), " "));
        }
    }
    return out;
}

} // namespace quorate::views
