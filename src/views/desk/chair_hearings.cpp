// Partners that ask to be heard: whose answer it is, and what each answer does. The answer is no
// entry of the record; who then comes is.

#include "base/text.hpp"
#include "governance/meetings/sittings.hpp"
#include "governance/words.hpp"
#include "views/desk/chair_make.hpp"
#include "views/meetings_make.hpp"
#include "views/partner/partner_make.hpp"

#include <algorithm>

namespace quorate::views {

using namespace governance;

namespace {

/// One ask at its item.
struct Hearing {
    const Ground& ground;
    const Meeting& meeting;
    const Item& item;
    const HearingAsked& asked;

    /// The seat is of the organisation that asks.
    [[nodiscard]] bool own(const Seat& seat) const {
        return seat.organisation.value == asked.organisation.id;
    }
};

/// Whose answer it is now.
struct Decider {
    const Seat* seat = nullptr; ///< null: whoever presides, once there is somebody
    std::string as;
    bool for_the_chair = false; ///< because the Chair's own organisation asks, or there is no Chair
};

const Seat* office_filled(const Ground& ground, const BodyId& body, std::string_view office) {
    const auto* seat = office_at(ground.state(), body, office, ground.now, ground.context()).seat;
    const bool filled =
        seat != nullptr && occupant_at(ground.state(), *seat, ground.now) != nullptr;
    return filled ? seat : nullptr;
}

Decider decider_of(const Hearing& hearing) {
    const auto& ground = hearing.ground;
    const auto& meeting = hearing.meeting;
    const auto* presiding =
        meeting.status == MeetingStatus::open
            ? presiding_at(ground.state(), meeting, ground.now, hearing.item.number)
            : nullptr;
    if (presiding != nullptr && !hearing.own(*presiding)) {
        const auto as = chairing_words(ground, *presiding, meeting.body, &meeting);
        const bool office = !as.empty() && as != "Presiding";
        return {presiding, office ? as : "person presiding", false};
    }
    const auto* chair = office_filled(ground, meeting.body, "chair");
    if (chair != nullptr && presiding == nullptr && !hearing.own(*chair)) {
        return {chair, "Chair", false};
    }
    const auto* vice = office_filled(ground, meeting.body, "vice-chair");
    const bool free = vice != nullptr && vice != presiding && !hearing.own(*vice);
    return free ? Decider{vice, "Vice Chair", true} : Decider{};
}

bool acts_from(const Ground& ground, const Seat* seat) {
    const auto own = seats_of_viewer(ground);
    return seat != nullptr && std::any_of(own.begin(), own.end(), [&](const SeatOfViewer& each) {
               return each.seat == seat;
           });
}

std::string seats_there(const Hearing& hearing) {
    std::vector<std::string> out;
    for (const auto* seat :
         seats_filled_at(hearing.ground.state(), hearing.meeting.body, hearing.ground.now)) {
        if (hearing.own(*seat)) {
            out.push_back("seat " + std::to_string(seat->number));
        }
    }
    return base::list_words(out);
}

void add_facts(const Hearing& hearing, const Decider& decider, Discretion& out) {
    out.facts.push_back("It says: " + as_sentence(hearing.asked.words));
    out.facts.emplace_back("The item was not put on the agenda as one that affects it.");
    if (const auto seats = seats_there(hearing); !seats.empty()) {
        out.facts.push_back("It sits on the body (" + seats +
                            "), so its member may speak on the item in any case.");
    }
    if (decider.for_the_chair) {
        const auto* chair = office_filled(hearing.ground, hearing.meeting.body, "chair");
        out.facts.emplace_back(chair == nullptr
                                   ? "The office of Chair is vacant."
                                   : "The organisation is the Chair's own, so the Chair does not "
                                     "answer it.");
    }
    if (hearing.asked.answer) {
        out.facts.push_back("Answered before: " + as_sentence(answer_words(hearing.asked)));
    }
}

DiscretionAnswer answer_of(bool agree, const Hearing& hearing) {
    const auto item = "item " + std::to_string(hearing.item.number);
    DiscretionAnswer out;
    out.id = agree ? "agree" : "not-agree";
    out.verb = agree ? "Hear them" : "Do not hear them";
    out.does =
        agree ? "Somebody of theirs may attend for " + item +
                    " and speak on it. They have no vote and do not count for the quorum. It "
                    "shows at the item on the day, and they are told."
              : "They are not heard on " + item +
                    ", and are told so with your reason. Whoever presides may still agree to it on "
                    "the day.";
    out.asks_reason = !agree;
    out.takes_reason = true;
    return out;
}

std::string whose_words(const Decider& decider) {
    return decider.seat == nullptr
               ? "The organisation is your own. Whoever presides at the meeting answers it there."
               : "The organisation is your own, so the " + decider.as + " answers.";
}

Discretion described(const Hearing& hearing, const Decider& decider) {
    const auto& ground = hearing.ground;
    const auto& meeting = hearing.meeting;
    Discretion out;
    out.kind = "hearing";
    out.key = meeting.id.value + "/" + std::to_string(hearing.item.number) + "/heard/" +
              hearing.asked.organisation.id;
    out.title = hearing.asked.organisation.name + " asks to be heard on item " +
                std::to_string(hearing.item.number) + ": " + hearing.asked.title;
    out.asked_by = hearing.asked.organisation.name;
    out.asked = hearing.asked.at;
    out.body = ground.body(meeting.body);
    out.meeting = meeting.id.value;
    out.meeting_named = ground.meeting(meeting.id);
    out.item = hearing.item.number;
    out.item_title = hearing.asked.title;
    out.organisation = hearing.asked.organisation.id;
    const auto terms = others_may_attend(ground, meeting.body);
    out.clause = terms.clause;
    out.quote = terms.quote;
    out.asks = terms.found
                   ? "to attend for the item and speak on it: others may if the Chair agrees"
                   : "to attend for the item and speak on it; the terms do not say who else may";
    add_facts(hearing, decider, out);
    return out;
}

std::optional<Discretion> hearing_matter(const Hearing& hearing) {
    const auto& ground = hearing.ground;
    const auto decider = decider_of(hearing);
    const bool theirs = acts_from(ground, decider.seat);
    const bool records = ground.see.secretariat();
    const auto* chair = office_filled(ground, hearing.meeting.body, "chair");
    const bool own = acts_from(ground, chair) && hearing.own(*chair);
    if (!theirs && !records && !own) {
        return std::nullopt;
    }
    auto out = described(hearing, decider);
    out.as = theirs ? decider.as : "the " + decider.as;
    out.lapsed = is_over(hearing.item);
    if (!theirs && !records) {
        out.whose = whose_words(decider);
        return out;
    }
    if (decider.seat == nullptr) {
        out.not_yet = "Neither the Chair nor the Vice Chair can answer it. Whoever presides at the "
                      "meeting answers it there.";
        return out;
    }
    out.answers = {answer_of(true, hearing), answer_of(false, hearing)};
    return out;
}

} // namespace

std::vector<Discretion> hearings_to_answer(const Ground& base, bool answered) {
    std::vector<Discretion> out;
    if (!base.as_of_now) {
        return out;
    }
    base.state().meetings.each([&](const Meeting& known) {
        if (known.closed() || known.status == MeetingStatus::cancelled ||
            asked_of_meeting(base, known).empty()) {
            return;
        }
        Ground ground = base;
        ground.snapshot = snapshot_on_the_day(base.partnership, known.id);
        const auto* meeting = ground.state().meetings.find(known.id);
        if (meeting == nullptr) {
            return;
        }
        for (const auto& asked : asked_of_meeting(ground, *meeting)) {
            const auto* item = meeting->item(asked.item);
            const bool there = item->status != ItemStatus::withdrawn &&
                               item->status != ItemStatus::deferred && !asked.by_right;
            if (!there || asked.answer.has_value() != answered) {
                continue;
            }
            if (auto matter = hearing_matter({ground, *meeting, *item, asked})) {
                out.push_back(std::move(*matter));
            }
        }
    });
    return out;
}

} // namespace quorate::views
