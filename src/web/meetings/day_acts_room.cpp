// From a form about the room to the acts it asks for: who came, left, stood in or was heard.

#include "base/uuid.hpp"
#include "views/meetings/day_seats.hpp"
#include "web/meetings/day_maker.hpp"

#include <algorithm>

namespace quorate::web {

using namespace html;

namespace {

bool is_numbers(std::string_view text) {
    return !text.empty() && text.find_first_not_of("0123456789,- ") == std::string_view::npos;
}

/// "5,21s" taken apart: seats whose member came, and those whose substitute did.
struct Came {
    std::string members;
    std::string substitutes;

    void add(std::string_view picked) {
        const bool substitute = picked.ends_with('s');
        auto& list = substitute ? substitutes : members;
        list += (list.empty() ? "" : ",") +
                std::string(picked.substr(0, picked.size() - (substitute ? 1 : 0)));
    }
};

Acts attendance(DayMaker& make) {
    auto asked = make.act("take-attendance");
    Came came;
    const bool nobody = make.typed("nobody") == "yes";
    if (!nobody && make.typed("present").empty() && make.typed("substitutes").empty()) {
        for (const auto& each : make.state.form.values("tick")) {
            came.add(each);
        }
    }
    make.copy(asked, "present");
    make.copy(asked, "substitutes");
    make.copy(asked, "apologies");
    if (!came.members.empty()) {
        asked.fields["present"] = came.members;
    }
    if (!came.substitutes.empty()) {
        asked.fields["substitutes"] = came.substitutes;
    }
    const bool any = asked.fields.contains("present") || asked.fields.contains("substitutes");
    if (any == nobody) {
        make.wrong("present", nobody
                                  ? "Seats are written here, and “Nobody has come” is ticked. Keep "
                                    "one of the two."
                                  : "Write the seats that are here, such as 1-6,8-20, or tick "
                                    "their names. If nobody has come, tick that.");
        return {};
    }
    return {asked};
}

/// The id of the second act of a form, the same however often the form is sent.
std::string second_id(const DayMaker& make) {
    const auto typed = make.typed("entry2");
    return base::is_uuid_v7(typed) ? typed : base::random_uuid_v7(base::system_now());
}

Acts arrivals(DayMaker& make, const Came& came) {
    Acts out;
    const auto who = day_id(make.state.verb, "who", make.state.key);
    for (const auto* list : {&came.members, &came.substitutes}) {
        if (list->empty()) {
            continue;
        }
        auto asked = make.act("record-arrival");
        asked.fields["seats"] = *list;
        asked.shown_as["seats"] = who;
        if (list == &came.substitutes) {
            asked.fields["by_substitute"] = true;
        }
        if (make.typed("how") == "remote") {
            asked.fields["remote"] = true;
        }
        out.push_back(std::move(asked));
    }
    if (out.size() == 2) {
        out.front().entry = second_id(make);
    }
    return out;
}

/// Says why nobody can come by what was typed: they are here already, or it is nobody's.
void nobody_fits(DayMaker& make, std::string_view typed) {
    const auto there = views::day_matches(make.day.page.room, views::DayAmong::here, typed);
    const bool number = typed.find_first_not_of("0123456789") == std::string_view::npos;
    make.wrong("who", there.size() == 1 ? there.front().words + " is here already."
                      : number
                          ? "No member holds seat " + std::string(typed.substr(0, 60)) + "."
                          : "Nobody who is not here fits “" + std::string(typed.substr(0, 60)) +
                                "”. Write a seat number, or other letters.");
}

void add(const views::DayMatch& match, Came& came) {
    came.add(match.ref + (match.substitute ? "s" : ""));
}

/// Names apart by commas, each of one who is not here; false when that is not so, which is said.
bool add_each(DayMaker& make, std::string_view typed, Came& came) {
    for (const auto part : base::split(typed, ',')) {
        const auto one = base::trim(part);
        const auto matches = views::day_matches(make.day.page.room, views::DayAmong::not_here, one);
        if (matches.size() > 1) {
            make.wrong("who", "More than one fits “" + std::string(one.substr(0, 60)) +
                                  "”. Write that one alone, and you can choose.");
            return false;
        }
        if (matches.empty() && !one.empty()) {
            nobody_fits(make, one);
            return false;
        }
        if (!matches.empty()) {
            add(matches.front(), came);
        }
    }
    return true;
}

/// Whoever is meant by a number, a range, or letters. Several who may be meant are shown to choose
/// from.
bool add_typed(DayMaker& make, std::string_view typed, Came& came) {
    auto matches = views::day_matches(make.day.page.room, views::DayAmong::not_here, typed);
    if (matches.size() == 1) {
        add(matches.front(), came);
        return true;
    }
    if (views::day_one_person(make.day.reader, make.day.meeting(), matches)) {
        for (const auto& each : matches) {
            add(each, came);
        }
        return true;
    }
    if (matches.size() > 1) {
        make.state.matches = std::move(matches);
        return false;
    }
    const bool several = typed.find_first_of(",-") != std::string_view::npos;
    if (is_numbers(typed) && several) {
        came.add(typed);
        return true;
    }
    if (typed.find(',') != std::string_view::npos) {
        return add_each(make, typed, came);
    }
    nobody_fits(make, typed);
    return false;
}

/// At the door.
Acts arrive(DayMaker& make) {
    Came came;
    for (const auto& each : make.state.form.values("pick")) {
        came.add(each);
    }
    auto typed = make.typed("who");
    std::replace(typed.begin(), typed.end(), ';', ',');
    const bool picked = !came.members.empty() || !came.substitutes.empty();
    if (typed.empty() && !picked) {
        make.wrong("who", "Write a seat number, or some letters of the name, organisation or "
                          "sector.");
        return {};
    }
    if (!picked && !add_typed(make, typed, came)) {
        return {};
    }
    return arrivals(make, came);
}

/// The seats written there; letters that fit one person in several seats are all of them.
void copy_present(DayMaker& make, ActAsked& asked, std::string_view field,
                  views::DayAmong among = views::DayAmong::here) {
    const auto matches = views::day_matches(make.day.page.room, among, make.typed(field));
    if (!views::day_one_person(make.day.reader, make.day.meeting(), matches)) {
        make.copy_seats(asked, "seats", field, among);
        return;
    }
    std::vector<std::string> seats;
    for (const auto& each : matches) {
        seats.push_back(each.ref);
    }
    asked.fields["seats"] = base::join(seats, ",");
    asked.shown_as["seats"] = day_id(make.state.verb, field, make.state.key);
}

/// A seat changes hands while the meeting goes on: whoever has it leaves, the other comes.
Acts hand_over(DayMaker& make) {
    const auto seat = make.seats("seat");
    if (seat.empty()) {
        if (make.state.form.errors.empty()) {
            make.wrong("seat", "Write whose seat it is: a number, or letters of a name.");
        }
        return {};
    }
    const bool to_member = make.typed("how") == "member";
    if (!to_member && !views::day_substitute_named(make.day.reader, make.day.meeting(), seat)) {
        make.wrong("seat",
                   "No substitute is named for this seat, so nobody can take it. If someone "
                   "came all the same, record them under “A substitute came who was not "
                   "named before”.");
        return {};
    }
    auto gone = make.act("record-departure");
    gone.fields["seats"] = seat;
    gone.entry = second_id(make);
    auto came = make.act("record-arrival");
    came.fields["seats"] = seat;
    came.shown_as["seats"] = day_id("hand-over", "seat");
    if (!to_member) {
        came.fields["by_substitute"] = true;
    }
    return {gone, came};
}

Acts seat_act(DayMaker& make, std::string_view act, const std::string& seats) {
    auto asked = make.act(act);
    asked.fields["seats"] = seats;
    return {asked};
}

Acts depart(DayMaker& make) {
    auto asked = make.act("record-departure");
    copy_present(make, asked, "who");
    if (make.typed("who").empty()) {
        make.wrong("who", "Write who left: a seat number, or letters of a name.");
        return {};
    }
    if (make.typed("how") == "item") {
        asked.fields["for_item"] = make.typed("item");
    }
    return {asked};
}

Acts connection(DayMaker& make) {
    auto asked = make.act("record-connection");
    copy_present(make, asked, "seats", views::DayAmong::all);
    asked.fields["connected"] = make.typed("how") == "back";
    if (make.typed("seats").empty()) {
        make.wrong("seats", "Write who it is: a seat number, or letters of a name.");
        return {};
    }
    return {asked};
}

/// The partner chosen comes by whoever chairs having agreed to it, as other visitors do.
bool heard_by_agreement(DayMaker& make) {
    const auto& item = make.day.page.item;
    const auto chosen = make.typed("organisation");
    return item && std::any_of(item->partners.begin(), item->partners.end(),
                               [&](const views::DayPartner& each) {
                                   return each.organisation == chosen && !each.by_right &&
                                          each.heard;
                               });
}

/// Someone who is not in the register comes: they are put there first.
Acts newcomer(DayMaker& make) {
    const auto name = make.typed("name");
    if (name.empty()) {
        make.wrong("name", "Write the name of who came.");
        return {};
    }
    const auto entry = second_id(make);
    const auto person = "person-" + entry.substr(entry.size() - 12);
    ActAsked known;
    known.act = "register-person";
    known.made_by = "servicing";
    known.entry = entry;
    known.fields["person"] = person;
    known.fields["name"] = name;
    known.shown_as["name"] = day_id(make.state.verb, "name");
    const auto& verb = make.state.verb;
    const auto as = verb == "stand-in" ? std::string("substitute")
                    : verb == "partner"
                        ? std::string(heard_by_agreement(make) ? "agreed" : "partner")
                        : make.typed("as");
    auto came = make.act(as == "substitute" ? "record-arrival"
                         : as == "officer"  ? "record-officer-in-support"
                         : as == "partner"  ? "record-affected-partner"
                                            : "record-visitor");
    came.fields[as == "substitute" ? "substitute" : "person"] = person;
    if (as == "partner") {
        make.copy(came, "organisation");
        make.add_item(came);
    } else if (as == "agreed") {
        came.fields["agreed"] = true;
        make.add_item(came);
    } else if (as == "substitute" || as == "officer") {
        make.copy_seats(came, as == "substitute" ? "seats" : "seat", "seat", views::DayAmong::all);
        if (make.typed("seat").empty()) {
            make.wrong("seat", "Write whose seat it is: a number, or letters of a name.");
            return {};
        }
    } else {
        make.copy(came, "agreed");
    }
    return {known, came};
}

Acts preside(DayMaker& make) {
    auto asked = make.act("preside");
    const auto who = make.typed("who");
    const auto& may = make.day.page.chair.may;
    const auto holder =
        std::find_if(may.begin(), may.end(), [&](const auto& each) { return each.seat == who; });
    if (holder != may.end()) {
        asked.fields["seat"] = holder->seat;
        asked.made_by = holder->made_by;
    } else {
        if (!make.as_seat(asked)) {
            return {};
        }
        asked.fields["elected"] = true;
    }
    asked.evidence = "room";
    if (make.typed("only") == "yes") {
        asked.fields["item"] = make.typed("item");
    }
    return {asked};
}

Acts by_key(DayMaker& make) {
    const auto& verb = make.state.verb;
    const auto& key = make.state.key;
    if (verb == "left") {
        return seat_act(make, "record-departure", key);
    }
    if (verb == "back") {
        return seat_act(make, "record-return", key);
    }
    if (verb == "let-back") {
        auto asked = seat_act(make, "record-return", key);
        asked.front().fields["allowed_back"] = true;
        return asked;
    }
    if (verb == "guest-left") {
        auto asked = make.act("record-departure");
        asked.fields["persons"] = key;
        return {asked};
    }
    auto asked = seat_act(make, "record-arrival", key);
    if (verb == "substitute") {
        asked.front().fields["by_substitute"] = true;
    }
    return asked;
}

Acts remote(DayMaker& make) {
    auto asked = make.act("record-arrival");
    make.copy_seats(asked, "seats", {}, views::DayAmong::not_here);
    asked.fields["remote"] = true;
    return {asked};
}

struct Special {
    std::string_view verb;
    Acts (*make)(DayMaker&);
};
constexpr Special specials[] = {
    {"attendance", attendance}, {"arrive", arrive},     {"depart", depart},
    {"connection", connection}, {"guest", newcomer},    {"stand-in", newcomer},
    {"partner", newcomer},      {"preside", preside},   {"hand-over", hand_over},
    {"remote", remote},         {"left", by_key},       {"back", by_key},
    {"let-back", by_key},
    {"came", by_key},           {"substitute", by_key}, {"guest-left", by_key},
};

} // namespace

std::optional<Acts> day_room_acts(DayMaker& make) {
    const auto found =
        std::find_if(std::begin(specials), std::end(specials),
                     [&](const Special& each) { return each.verb == make.state.verb; });
    return found == std::end(specials) ? std::nullopt : std::optional(found->make(make));
}

} // namespace quorate::web
