// From a form of meeting day to the acts it asks for.

#include "base/text.hpp"
#include "base/uuid.hpp"
#include "web/meetings/day.hpp"

#include <algorithm>
#include <array>

namespace quorate::web {

using namespace html;

namespace {

constexpr DayVerb verbs[] = {
    {"attendance", Enters::nothing, false, "room"},
    {"arrive", Enters::nothing, false, "room"},
    {"came", Enters::nothing, false, "room"},
    {"back", Enters::nothing, false, "room"},
    {"left", Enters::nothing, false, "room"},
    {"remote", Enters::nothing, false, "room"},
    {"substitute", Enters::nothing, false, "room"},
    {"stand-in", Enters::nothing, false, "room"},
    {"depart", Enters::nothing, false, "room"},
    {"connection", Enters::nothing, false, "room"},
    {"apologies", Enters::nothing, false, "room"},
    {"guest", Enters::nothing, false, "room"},
    {"guest-left", Enters::nothing, false, "room"},
    {"exclude", Enters::nothing, false, "room"},
    {"preside", Enters::nothing, false, "room"},
    {"open", Enters::nothing, false, "step"},
    {"informal", Enters::nothing, false, "step"},
    {"resume", Enters::nothing, false, "step"},
    {"adjourn", Enters::after, false, "step"},
    {"close", Enters::after, false, "step"},
    {"tabled", Enters::nothing, false, "step"},
    {"late", Enters::nothing, true, "step"},
    {"take", Enters::before, false},
    {"close-item", Enters::after, false},
    {"declare", Enters::nothing, false},
    {"determine", Enters::nothing, true},
    {"discuss", Enters::nothing, true},
    {"note", Enters::nothing, true},
    {"move", Enters::nothing, true},
    {"second", Enters::nothing, false},
    {"amend", Enters::nothing, true},
    {"put", Enters::nothing, true},
    {"consensus", Enters::nothing, false},
    {"vote", Enters::nothing, false},
    {"outcome", Enters::nothing, true},
    {"approve", Enters::nothing, true},
    {"defer", Enters::nothing, true},
    {"withdraw", Enters::nothing, true},
    {"dissent", Enters::nothing, true},
    {"advice", Enters::nothing, true},
    {"procedure", Enters::nothing, true},
    {"action", Enters::nothing, true},
    {"subject", Enters::nothing, false},
    {"ratify", Enters::nothing, true},
};

/// Whose act a form records.
enum class By { servicing, presiding, seat };

/// Forms whose fields are the act's own.
struct Plain {
    std::string_view verb;
    std::string_view act;
    By by;
    bool item;
    std::array<std::string_view, 6> fields;
};
constexpr Plain plain[] = {
    {"open", "open-meeting", By::servicing, false, {}},
    {"informal", "continue-informally", By::presiding, false, {}},
    {"close", "close-meeting", By::servicing, false, {}},
    {"apologies", "record-apologies", By::servicing, false, {"seats"}},
    {"exclude", "exclude-member", By::presiding, false, {"seat", "reason"}},
    {"take", "take-item", By::servicing, true, {"with"}},
    {"declare",
     "declare-interest",
     By::seat,
     true,
     {"seat", "kind", "subject", "nature", "sensitive"}},
    {"discuss", "record-discussion", By::servicing, true, {"words"}},
    {"note", "note-item", By::presiding, true, {"words"}},
    {"move", "move-motion", By::seat, true, {"seat", "words"}},
    {"second", "second-motion", By::seat, true, {"seat"}},
    {"amend", "move-amendment", By::seat, true, {"seat", "words"}},
    {"put", "put-question", By::presiding, true, {"words", "amendment"}},
    {"consensus", "record-consensus", By::presiding, true, {"objecting"}},
    {"vote",
     "take-vote",
     By::presiding,
     true,
     {"for", "against", "abstain", "seats_for", "seats_against", "seats_abstaining"}},
    {"outcome",
     "declare-outcome",
     By::presiding,
     true,
     {"outcome", "by", "words", "recommendation"}},
    {"defer", "defer-item", By::presiding, true, {"to", "reason"}},
    {"withdraw", "withdraw-item", By::presiding, true, {"reason"}},
    {"dissent", "record-dissent", By::servicing, true, {"seats", "words"}},
    {"advice", "record-advice", By::servicing, true, {"from", "words", "restricted"}},
    {"procedure", "rule-on-procedure", By::presiding, true, {"ruling", "reason", "about"}},
    {"subject", "approve-subject-to", By::seat, true, {"seat", "obtained"}},
};

struct Maker {
    const Day& day;
    DayState& state;

    [[nodiscard]] std::string typed(std::string_view name) const {
        return std::string(base::trim(state.form.value(name)));
    }
    void wrong(std::string_view field, std::string_view message) {
        state.form.errors.add(day_id(state.verb, field, state.key), message);
    }
    [[nodiscard]] ActAsked act(std::string_view name) const {
        ActAsked out;
        out.act = name;
        out.made_by = "servicing";
        out.fields["meeting"] = day.meeting();
        return out;
    }
    void as_presiding(ActAsked& asked) const {
        asked.made_by = "presiding";
        asked.evidence = "room";
    }
    void copy(ActAsked& asked, std::string_view field, std::string_view from = {}) const {
        const auto name = from.empty() ? field : from;
        asked.shown_as[std::string(field)] = day_id(state.verb, name, state.key);
        const auto value = typed(name);
        if (!value.empty()) {
            asked.fields[field] = value;
        }
    }
    /// The seat whose act it is.
    bool as_seat(ActAsked& asked, std::string_view field = "seat") {
        auto seat = typed(field);
        if (seat.empty() || seat.find_first_not_of("0123456789") != std::string::npos) {
            wrong(field, "Write the number of one seat.");
            return false;
        }
        asked.made_by = "seat:" + day.page.body + "/" + seat;
        asked.evidence = "room";
        return true;
    }
    void add_item(ActAsked& asked) const {
        if (!typed("item").empty()) {
            asked.fields["item"] = typed("item");
        }
    }
};

using Acts = std::vector<ActAsked>;

bool is_numbers(std::string_view text) {
    return !text.empty() && text.find_first_not_of("0123456789,- ") == std::string_view::npos;
}

Acts plain_acts(Maker& make, const Plain& row) {
    auto asked = make.act(row.act);
    if (row.item) {
        make.add_item(asked);
    }
    for (const auto field : row.fields) {
        if (!field.empty()) {
            make.copy(asked, field);
        }
    }
    const bool vacant_chair = row.verb == "informal" && !make.day.page.chair.taken;
    if (row.by == By::presiding && !vacant_chair) {
        make.as_presiding(asked);
    } else if (row.by == By::seat && !make.as_seat(asked)) {
        return {};
    }
    if (row.verb == "declare" && make.typed("open_only") == "yes") {
        asked.fields["meets_test"] = "no";
    }
    if (row.verb == "outcome") {
        base::JsonArray considered;
        for (const auto& each : make.day.page.item ? make.day.page.item->considerations
                                                   : std::vector<views::Named>{}) {
            const auto words = make.typed("considered-" + each.id);
            if (!words.empty()) {
                considered.emplace_back(each.id + ": " + words);
            }
        }
        asked.fields["considered"] = std::move(considered);
    }
    return {asked};
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

Acts attendance(Maker& make) {
    auto asked = make.act("take-attendance");
    Came came;
    if (make.typed("present").empty() && make.typed("substitutes").empty()) {
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
    if (!asked.fields.contains("present") && !asked.fields.contains("substitutes")) {
        make.wrong("present",
                   "Write the seats that are here, such as 1-6,8-20, or tick their names.");
        return {};
    }
    return {asked};
}

Acts arrivals(Maker& make, const Came& came) {
    Acts out;
    const auto who = day_id(make.state.verb, "who", make.state.key);
    if (!came.members.empty()) {
        auto asked = make.act("record-arrival");
        asked.fields["seats"] = came.members;
        asked.shown_as["seats"] = who;
        out.push_back(std::move(asked));
    }
    if (!came.substitutes.empty()) {
        auto asked = make.act("record-arrival");
        asked.fields["seats"] = came.substitutes;
        asked.fields["by_substitute"] = true;
        asked.shown_as["seats"] = who;
        out.push_back(std::move(asked));
    }
    if (out.size() == 2) {
        out.back().entry = base::random_uuid_v7(base::system_now());
    }
    return out;
}

/// At the door: a number, a range, or letters. Several who may be meant are shown to choose from.
Acts arrive(Maker& make) {
    Came came;
    for (const auto& each : make.state.form.values("pick")) {
        came.add(each);
    }
    const auto typed = make.typed("who");
    if (typed.empty() && came.members.empty() && came.substitutes.empty()) {
        make.wrong("who",
                   "Write a seat number, or some letters of the sector, organisation or name.");
        return {};
    }
    if (came.members.empty() && came.substitutes.empty()) {
        auto matches = views::day_matches(make.day.reader, make.day.meeting(), typed);
        const bool numbers = is_numbers(typed);
        if (matches.size() > 1) {
            make.state.matches = std::move(matches);
            return {};
        }
        if (matches.empty() && !numbers) {
            make.wrong("who", "Nobody who is not here fits \"" + typed.substr(0, 40) +
                                  "\". Write a seat number, or other letters.");
            return {};
        }
        came.add(numbers ? typed
                         : std::to_string(matches.front().seat) +
                               (matches.front().substitute ? "s" : ""));
    }
    return arrivals(make, came);
}

Acts seat_act(Maker& make, std::string_view act, const std::string& seats) {
    auto asked = make.act(act);
    asked.fields["seats"] = seats;
    return {asked};
}

Acts depart(Maker& make) {
    auto asked = make.act("record-departure");
    make.copy(asked, "seats", "who");
    if (make.typed("who").empty()) {
        make.wrong("who", "Write the seat of who left.");
        return {};
    }
    if (make.typed("how") == "item") {
        asked.fields["for_item"] = make.typed("item");
    }
    return {asked};
}

Acts connection(Maker& make) {
    auto asked = make.act("record-connection");
    make.copy(asked, "seats");
    asked.fields["connected"] = make.typed("how") == "back";
    if (make.typed("seats").empty()) {
        make.wrong("seats", "Write the seat.");
        return {};
    }
    return {asked};
}

/// Someone who is not in the register comes: they are put there first.
Acts newcomer(Maker& make) {
    const auto name = make.typed("name");
    if (name.empty()) {
        make.wrong("name", "Write the name of who came.");
        return {};
    }
    auto entry = make.typed("entry2");
    entry = base::is_uuid_v7(entry) ? entry : base::random_uuid_v7(base::system_now());
    const auto person = "person-" + entry.substr(entry.size() - 12);
    ActAsked known;
    known.act = "register-person";
    known.made_by = "servicing";
    known.entry = entry;
    known.fields["person"] = person;
    known.fields["name"] = name;
    known.shown_as["name"] = day_id(make.state.verb, "name");
    const auto as = make.state.verb == "stand-in" ? std::string("substitute") : make.typed("as");
    auto came = make.act(as == "substitute" ? "record-arrival"
                         : as == "officer"  ? "record-officer-in-support"
                                            : "record-visitor");
    came.fields[as == "substitute" ? "substitute" : "person"] = person;
    if (as == "visitor") {
        make.copy(came, "agreed");
    } else {
        make.copy(came, as == "substitute" ? "seats" : "seat", "seat");
        if (make.typed("seat").empty()) {
            make.wrong("seat", "Write the seat's number.");
            return {};
        }
    }
    return {known, came};
}

Acts preside(Maker& make) {
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
        make.copy(asked, "seat");
        asked.fields["elected"] = true;
    }
    asked.evidence = "room";
    if (make.typed("only") == "yes") {
        asked.fields["item"] = make.typed("item");
    }
    return {asked};
}

Acts determine(Maker& make) {
    auto asked = make.act("determine-interest");
    make.add_item(asked);
    asked.fields["seat"] = make.state.key;
    make.copy(asked, "determination");
    make.copy(asked, "reason");
    make.as_presiding(asked);
    if (make.typed("determination").empty()) {
        make.wrong("determination", "Choose what follows from the interest.");
        return {};
    }
    for (const auto& interest :
         make.day.page.item ? make.day.page.item->interests : std::vector<views::DayInterest>{}) {
        if (interest.seat.id == make.state.key) {
            asked.made_by = interest.determined_by;
        }
    }
    return {asked};
}

Acts adjourn(Maker& make) {
    auto asked = make.act("adjourn-meeting");
    if (make.day.page.chair.taken) {
        make.as_presiding(asked);
    }
    make.copy(asked, "reason");
    ErrorList errors;
    const auto date = date_typed(make.day.visit.form, "until", errors);
    for (const auto& error : errors.all()) {
        make.wrong(error.field, error.message);
    }
    if (!date) {
        return errors.empty() ? Acts{asked} : Acts{};
    }
    const auto time = time_of_day(make.typed("until-time"));
    if (!time) {
        make.wrong("until-time", "Write the time as 10:00am.");
        return {};
    }
    asked.fields["until"] = base::text(base::LocalTime{*date, *time});
    return {asked};
}

Acts approve(Maker& make) {
    auto asked = make.act("approve-minutes");
    make.as_presiding(asked);
    make.add_item(asked);
    asked.fields["at"] = make.day.meeting();
    asked.fields["meeting"] = make.typed("minutes_of");
    make.copy(asked, "with_corrections");
    return {asked};
}

Acts action(Maker& make) {
    auto asked = make.act("assign-action");
    make.add_item(asked);
    asked.fields["action"] = make.day.page.next_action;
    asked.fields["body"] = make.day.page.body;
    make.copy(asked, "what");
    make.copy(asked, "seat");
    ErrorList errors;
    const auto due = date_typed(make.day.visit.form, "due", errors);
    for (const auto& error : errors.all()) {
        make.wrong(error.field, error.message);
    }
    if (due) {
        asked.fields["due"] = base::text(*due);
    }
    return errors.empty() ? Acts{asked} : Acts{};
}

Acts ratify(Maker& make) {
    auto asked = make.act("ratify");
    make.as_presiding(asked);
    make.add_item(asked);
    const auto what = make.typed("what");
    const auto space = what.find(' ');
    asked.fields["of_meeting"] = what.substr(0, space);
    asked.fields["of_item"] = space == std::string::npos ? std::string() : what.substr(space + 1);
    make.copy(asked, "words");
    return {asked};
}

Acts tabled(Maker& make) {
    auto asked = make.act("notify-item");
    if (!make.typed("seat").empty() && !make.as_seat(asked)) {
        return {};
    }
    // Items asked for and not yet allowed have a number too.
    auto number = make.day.page.next_item;
    for (const auto& line : make.day.page.provisional) {
        number += line.act == "notify-item" && line.ruling.verdict == "needs-discretion" ? 1 : 0;
    }
    asked.fields["item"] = number;
    asked.fields["tabled"] = true;
    make.copy(asked, "title");
    make.copy(asked, "purpose");
    make.copy(asked, "reason");
    return {asked};
}

Acts late(Maker& make) {
    auto asked = make.act("allow-late-item");
    make.as_presiding(asked);
    make.copy(asked, "item", "late");
    make.copy(asked, "reason");
    asked.fields["allowed"] = make.typed("how") != "no";
    return {asked};
}

Acts close_item(Maker& make) {
    auto asked = make.act("leave-item");
    make.add_item(asked);
    if (make.typed("how") == "interrupted") {
        asked.fields["interrupted"] = true;
    }
    return {asked};
}

Acts by_key(Maker& make) {
    const auto& verb = make.state.verb;
    const auto& key = make.state.key;
    if (verb == "left") {
        return seat_act(make, "record-departure", key);
    }
    if (verb == "back") {
        return seat_act(make, "record-return", key);
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

Acts remote(Maker& make) {
    auto asked = make.act("record-arrival");
    make.copy(asked, "seats");
    asked.fields["remote"] = true;
    return {asked};
}

struct Special {
    std::string_view verb;
    Acts (*make)(Maker&);
};
constexpr Special specials[] = {
    {"attendance", attendance}, {"arrive", arrive},       {"depart", depart},
    {"connection", connection}, {"guest", newcomer},      {"stand-in", newcomer},
    {"preside", preside},       {"determine", determine}, {"adjourn", adjourn},
    {"approve", approve},       {"action", action},       {"ratify", ratify},
    {"tabled", tabled},         {"late", late},           {"close-item", close_item},
    {"remote", remote},         {"left", by_key},         {"back", by_key},
    {"came", by_key},           {"substitute", by_key},   {"guest-left", by_key},
};

Acts made(Maker& make) {
    const auto& verb = make.state.verb;
    const auto special = std::find_if(std::begin(specials), std::end(specials),
                                      [&](const Special& each) { return each.verb == verb; });
    if (special != std::end(specials)) {
        return special->make(make);
    }
    if (verb == "resume") {
        return {make.act("resume-meeting")};
    }
    const auto row = std::find_if(std::begin(plain), std::end(plain),
                                  [&](const Plain& each) { return each.verb == verb; });
    return row == std::end(plain) ? Acts{} : plain_acts(make, *row);
}

} // namespace

const DayVerb* day_verb(std::string_view name) {
    const auto found = std::find_if(std::begin(verbs), std::end(verbs),
                                    [&](const DayVerb& verb) { return verb.name == name; });
    return found == std::end(verbs) ? nullptr : &*found;
}

std::vector<ActAsked> day_acts(const Day& day, DayState& state) {
    Maker make{day, state};
    const auto at = day_time(day, state);
    auto acts = made(make);
    for (auto& act : acts) {
        act.effective = at;
        act.shown_as["effective"] = day_id(state.verb, "time", state.key);
    }
    return state.form.errors.empty() ? acts : Acts{};
}

} // namespace quorate::web
