#include "views/meetings/kit.hpp"

#include "base/text.hpp"
#include "charter/wording.hpp"
#include "governance/codec_names.hpp"
#include "governance/words.hpp"
#include "views/desk/own_make.hpp"
#include "views/meetings/day_make.hpp"
#include "views/meetings_make.hpp"
#include "views/partner/hearings.hpp"
#include "views/ruling_names.hpp"

#include <algorithm>

namespace quorate::views {

using namespace governance;

namespace {

const CompiledTerms* terms_of(const DayGround& day) {
    return day.ground.terms(day.meeting.body, day.at);
}

void add_quorum(const DayGround& day, KitPage& out) {
    const bool joint = bodies_meeting(day.meeting).size() > 1;
    for (const auto& body : bodies_meeting(day.meeting)) {
        const auto count = day_quorum(day, body, {});
        if (count.needed == 0) {
            continue;
        }
        auto words = std::to_string(count.needed) + " of " + std::to_string(count.members) +
                     " make a quorum" + (joint ? " of " + count.body : std::string());
        words += count.clause.empty() ? "." : " (" + count.clause + ").";
        out.quorum.push_back(std::move(words));
    }
}

std::string presides_words(const DayGround& day) {
    const auto* terms = terms_of(day);
    std::vector<std::string> offices;
    for (const auto& rule : terms == nullptr ? std::vector<charter::InForce<charter::OfficeRule>>{}
                                             : terms->terms.all<charter::OfficeRule>()) {
        if (rule->presides == charter::Presides::never) {
            continue;
        }
        const auto holder = office_at(day.ground.state(), day.meeting.body, rule->office, day.at,
                                      day.ground.context());
        auto words = who_words(rule->office);
        if (holder.seat != nullptr) {
            words += " (" + seat_words(day.ground.seat(*holder.seat, day.at)) + ")";
        }
        offices.push_back(std::move(words));
    }
    if (offices.empty()) {
        return "The terms name nobody to preside: those present choose someone.";
    }
    auto out = capitalised(offices.front()) + " presides";
    for (std::size_t i = 1; i < offices.size(); ++i) {
        out += ", else " + offices[i];
    }
    return out + ", else whoever those present choose.";
}

/// How a vote of a body goes; at a joint meeting each has its own majority.
void add_majority(const DayGround& day, const BodyId& body, KitPage& out) {
    const auto* terms = day.ground.terms(body, day.at);
    const auto rule = terms == nullptr ? charter::InForce<charter::DecisionRule>{}
                                       : terms->terms.one<charter::DecisionRule>();
    if (!rule) {
        return;
    }
    const auto whose = day.meeting.jointly_with ? day.ground.body(body).name + ": " : std::string();
    const auto of = rule->of == charter::MajorityBase::members_voting ? "the votes cast"
                    : rule->of == charter::MajorityBase::members_in_office
                        ? "all members"
                        : "those present who may decide";
    out.standing.push_back(
        whose +
        (rule->consensus_first ? "Look for a consensus first. A vote needs " : "A vote needs ") +
        "more than " + charter::fraction_words(rule->more_than) + " of " + of + " (" +
        own_clause(*rule.rule) + ").");
}

void add_standing(const DayGround& day, KitPage& out) {
    for (const auto& body : bodies_meeting(day.meeting)) {
        add_majority(day, body, out);
    }
    const auto* terms = terms_of(day);
    if (terms == nullptr) {
        return;
    }
    if (const auto rule = terms->terms.one<charter::InterestRule>()) {
        out.standing.push_back("Interests are declared to " + who_words(rule->declare_to) + "; " +
                               who_words(rule->decided_by) +
                               " decides whether the member may speak and whether they withdraw (" +
                               own_clause(*rule.rule) + ").");
    }
}

std::vector<std::string> choices_of(const Item& item) {
    std::vector<std::string> out;
    switch (item.purpose) {
    case ItemPurpose::decision:
        out = {"Agree by consensus: nobody objects.", "Vote, by count or by name.",
               "Amend first: the amendment is put before the motion."};
        break;
    case ItemPurpose::minutes:
        out = {"Approve the minutes as sent.", "Correct them first, then approve them."};
        break;
    case ItemPurpose::discussion:
        out = {"Discuss it. Nothing is decided."};
        break;
    default:
        out = {"Note it. Noting needs no vote."};
        break;
    }
    out.emplace_back("Put it off to a named meeting, or withdraw it.");
    if (item.late || item.tabled) {
        out.emplace_back("It came late: whoever presides says whether it is taken, and why.");
    }
    return out;
}

std::vector<std::string> words_to_say(const KitItem& item, ItemPurpose purpose) {
    std::vector<std::string> out;
    out.push_back("Item " + std::to_string(item.number) + ", " + item.title +
                  ". Does any member have an interest to declare?");
    if (!item.partners.empty()) {
        out.push_back(base::list_words(item.partners) +
                      (item.partners.size() == 1 ? " is" : " are") +
                      " directly concerned and may be heard. Do they wish to speak?");
    }
    switch (purpose) {
    case ItemPurpose::decision:
        out.emplace_back("Will someone move it? Is it seconded? Is there an amendment?");
        out.emplace_back("The question is … Does any member object?");
        out.emplace_back("(If someone objects) Those in favour. Those against. Abstaining.");
        out.emplace_back("I declare it carried. / I declare it lost. The decision reads: …");
        break;
    case ItemPurpose::minutes:
        out.emplace_back("Are there corrections to the minutes? Are they agreed as a true record?");
        break;
    case ItemPurpose::discussion:
        out.emplace_back("The item is for discussion. Nothing is decided under it.");
        break;
    default:
        out.emplace_back("Is the meeting content to note it?");
        break;
    }
    out.emplace_back("Who does what, and by when?");
    return out;
}

std::vector<std::string> to_record(const KitItem& item, ItemPurpose purpose) {
    std::vector<std::string> out{"The time it was taken, and who came or left meanwhile",
                                 "Interests declared: whose, of what kind, and what was decided"};
    if (!item.partners.empty()) {
        out.emplace_back("Who spoke for a partner concerned");
    }
    if (purpose == ItemPurpose::decision) {
        out.emplace_back("Mover, seconder, amendments, and the time the question was put");
        out.emplace_back("Objections, or the count: for, against, abstained; names if asked for");
        out.emplace_back("The outcome as declared, the words decided, and dissent by name");
    } else if (purpose == ItemPurpose::minutes) {
        out.emplace_back("Corrections, and whether they were approved");
    } else {
        out.emplace_back("What was noted or said, in brief");
    }
    if (!item.consider.empty()) {
        out.emplace_back("How each thing to be taken into account was, or why it does not apply");
    }
    out.emplace_back("Actions: what, whose, by when; and the time the item was closed");
    return out;
}

void add_declarations(const DayGround& day, const Item& item, KitItem& out) {
    for (const auto& body : bodies_meeting(day.meeting)) {
        for (const auto* seat : seats_at(day.ground.state(), body, day.at)) {
            const auto words = day_seat(day, *seat).words;
            const bool own = std::find(item.affects.begin(), item.affects.end(),
                                       seat->organisation) != item.affects.end();
            if (own) {
                out.may_declare.push_back({words, "The item concerns their organisation, " +
                                                      day.ground.organisation(seat->organisation) +
                                                      "."});
            }
            for (auto& match : interest_matches(day.ground, day.meeting, item, *seat)) {
                out.may_declare.push_back({words, std::move(match.why)});
            }
        }
    }
}

KitItem kit_item(const DayGround& day, const Item& item, const ItemShown& shown) {
    KitItem out;
    out.number = item.number;
    out.title = shown.title;
    out.purpose = shown.purpose;
    out.state = item_over(item) ? plain_name(shown.status) : "";
    out.remarks = shown.remarks;
    for (const auto& each : item.affects) {
        out.partners.push_back(day.ground.organisation(each));
    }
    for (const auto& asked : hearings_asked(day.ground, day.meeting.id.view())) {
        if (asked.item == item.number && asked.heard() && !asked.by_right) {
            out.partners.push_back(asked.organisation.name);
        }
    }
    add_declarations(day, item, out);
    const auto* terms = terms_of(day);
    out.votes = item.purpose == ItemPurpose::decision;
    for (const auto& rule : terms == nullptr ? std::vector<charter::InForce<charter::DutyRule>>{}
                                             : terms->terms.all<charter::DutyRule>()) {
        if (out.votes && rule->trigger == charter::DutyTrigger::each_decision) {
            for (const auto& each : rule->considers) {
                out.consider.push_back(matter_words(day.ground, each));
            }
        }
    }
    out.choices = choices_of(item);
    out.say = words_to_say(out, item.purpose);
    out.record = to_record(out, item.purpose);
    return out;
}

void add_rows(const DayGround& day, KitPage& out) {
    const auto room = day_room(day, nullptr);
    const auto add = [&](const std::vector<DaySeat>& seats, const std::string& note) {
        for (const auto& seat : seats) {
            const auto there = std::find_if(out.rows.begin(), out.rows.end(), [&](const auto& row) {
                return row.seat.ref == seat.ref;
            });
            if (there == out.rows.end()) {
                out.rows.push_back({seat, note});
            }
        }
    };
    for (const auto& seat : room.substitutes) {
        auto note = seat.stands_in.empty() ? "Substitute named" : "Substitute: " + seat.stands_in;
        add({seat}, seat.remark.empty() ? note : note + "; " + seat.remark);
    }
    add(room.present, "");
    add(room.away, "");
    add(room.apologies, "Apologies");
    add(room.expected, "Said they would come");
    add(room.not_here, "");
    std::sort(out.rows.begin(), out.rows.end(), [](const KitRow& a, const KitRow& b) {
        return std::pair(a.seat.ref.size(), a.seat.ref) < std::pair(b.seat.ref.size(), b.seat.ref);
    });
}

void add_words(KitPage& out) {
    out.open_with = {"The time is … and I open the meeting.",
                     "Apologies have come from … Substitutes are … The quorum is met with …",
                     "Are there items that cannot wait and are not on the agenda?"};
    out.no_quorum = {"Wait: note the time at which there is a quorum.",
                     "Adjourn to a day and time that is said now.",
                     "Or go on informally: nothing is decided, and what those present support can "
                     "be ratified by a later meeting with a quorum."};
    out.close_with = {"The next meeting is on …", "The time is … and I close the meeting."};
}

} // namespace

std::optional<KitPage> meeting_kit(const Reader& reader, std::string_view meeting) {
    const auto& ground = reader.ground();
    const auto* found = ground.state().meetings.find(MeetingId(meeting));
    if (found == nullptr) {
        return std::nullopt;
    }
    const auto at = found->held() ? ground.now : std::max(ground.now, found->scheduled);
    const DayGround day{ground, *found, at};
    KitPage out;
    out.line = meeting_line(ground, *found);
    for (const auto& body : bodies_meeting(*found)) {
        out.bodies.push_back(ground.body(body).name);
    }
    add_quorum(day, out);
    out.presides = presides_words(day);
    add_standing(day, out);
    add_words(out);
    add_rows(day, out);
    for (const auto& shown : items_shown(ground, *found)) {
        if (const auto* item = found->item(shown.number)) {
            if (item->status != ItemStatus::withdrawn && item->status != ItemStatus::not_allowed) {
                out.items.push_back(kit_item(day, *item, shown));
            }
        }
    }
    return out;
}

} // namespace quorate::views
