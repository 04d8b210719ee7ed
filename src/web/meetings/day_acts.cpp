// From a form of meeting day to the acts it asks for.

#include "base/text.hpp"
#include "base/uuid.hpp"
#include "web/meetings/day_maker.hpp"
#include "web/meetings/day_private.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>

namespace quorate::web {

using namespace html;

namespace {

constexpr DayVerb verbs[] = {
    {"attendance", Enters::nothing, false, "room"},
    {"arrive", Enters::nothing, false, "room"},
    {"came", Enters::nothing, false, "room"},
    {"back", Enters::nothing, false, "room"},
    {"let-back", Enters::nothing, false, "room"},
    {"left", Enters::nothing, false, "room"},
    {"remote", Enters::nothing, false, "room"},
    {"substitute", Enters::nothing, false, "room"},
    {"stand-in", Enters::nothing, false, "room"},
    {"depart", Enters::nothing, false, "room"},
    {"connection", Enters::nothing, false, "room"},
    {"apologies", Enters::nothing, false, "room"},
    {"guest", Enters::nothing, false, "room"},
    {"guest-left", Enters::nothing, false, "room"},
    {"partner", Enters::nothing, false, "room"},
    {"hand-over", Enters::nothing, false, "room"},
    {"exclude", Enters::nothing, false, "room"},
    {"preside", Enters::nothing, false, "room"},
    {"open", Enters::nothing, false, "step"},
    {"informal", Enters::nothing, false, "step"},
    {"resume", Enters::nothing, false, "step"},
    {"adjourn", Enters::after, false, "step"},
    {"break", Enters::nothing, false, "step"},
    {"close", Enters::after, false, "step"},
    {"private", Enters::after, true, "step"},
    {"public", Enters::after, false, "step"},
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
    {"private", "meet-in-private", By::presiding, false, {"reason", "proposed_by"}},
    {"public", "meet-in-public", By::presiding, false, {}},
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

bool names_seats(std::string_view field) {
    return field == "seat" || field == "seats" || field == "proposed_by" || field == "objecting" ||
           field.starts_with("seats_");
}

/// The names ticked seat by seat as lists, and everyone else of those who may vote as one of them.
void votes_by_name(DayMaker& make, ActAsked& asked) {
    const std::pair<std::string_view, std::string_view> lists[] = {
        {"for", "seats_for"}, {"against", "seats_against"}, {"abstain", "seats_abstaining"}};
    if (!make.day.page.item) {
        return;
    }
    const auto rest = make.typed("rest");
    std::map<std::string, std::string> ticked;
    bool any = !rest.empty();
    for (const auto& seat : make.day.page.item->deciders) {
        auto vote = make.typed("name-" + seat.ref);
        any = any || !vote.empty();
        vote = vote.empty() ? rest : vote;
        auto& list = ticked[vote];
        list += (list.empty() ? "" : ",") + seat.ref;
    }
    for (const auto& [vote, list] : lists) {
        const auto found = ticked.find(std::string(vote));
        if (any && found != ticked.end()) {
            asked.fields[list] = found->second;
        }
        if (any) {
            asked.fields.erase(vote);
            asked.fields.erase("joint_" + std::string(vote));
        }
    }
}

std::optional<std::int64_t> count_in(std::string_view typed) {
    std::int64_t out = 0;
    const auto read = std::from_chars(typed.data(), typed.data() + typed.size(), out);
    const bool all = read.ec == std::errc() && read.ptr == typed.data() + typed.size();
    return typed.empty() ? std::optional<std::int64_t>(0) : all ? std::optional(out) : std::nullopt;
}

/// The count of each body of a joint meeting: all of them, and how many were of the other body.
void votes_of_each_body(DayMaker& make, ActAsked& asked) {
    constexpr std::array<std::string_view, 3> votes{"for", "against", "abstain"};
    const auto of_other = [](std::string_view vote) { return "joint_" + std::string(vote); };
    const auto none = [&](const auto& name_of) {
        return std::all_of(votes.begin(), votes.end(), [&](std::string_view vote) {
            return make.typed(name_of(vote)).empty();
        });
    };
    const bool own_empty = none([](std::string_view vote) { return std::string(vote); });
    const bool other_empty = none(of_other);
    if (!make.day.page.room.joint || (own_empty && other_empty)) {
        return;
    }
    if (own_empty || other_empty) {
        make.wrong(own_empty ? std::string("for") : of_other("for"),
                   "Write the votes of each body, 0 where there were none.");
        return;
    }
    for (const auto vote : votes) {
        const auto own = count_in(make.typed(vote));
        const auto other = count_in(make.typed(of_other(vote)));
        if (!own || !other || *other > 10000 || *own > 10000) {
            make.wrong(own ? of_other(vote) : std::string(vote), "Write a number.");
            continue;
        }
        asked.fields[vote] = *own + *other;
        asked.fields[of_other(vote)] = *other;
    }
}

Acts plain_acts(DayMaker& make, const Plain& row) {
    auto asked = make.act(row.act);
    if (row.item) {
        make.add_item(asked);
    }
    for (const auto field : row.fields) {
        if (row.by == By::seat && field == "seat") {
            continue;
        }
        if (names_seats(field)) {
            make.copy_seats(asked, field, {},
                            row.verb == "apologies" ? views::DayAmong::all : views::DayAmong::here);
        } else if (!field.empty()) {
            make.copy(asked, field);
        }
    }
    const bool vacant_chair = row.verb == "informal" && !make.day.page.chair.taken;
    if (row.by == By::presiding && !vacant_chair) {
        make.as_presiding(asked);
    } else if (row.by == By::seat && !make.as_seat(asked)) {
        return {};
    }
    if (row.verb == "private") {
        items_for_private(make.state.form, asked);
    }
    if (row.verb == "vote") {
        votes_of_each_body(make, asked);
        votes_by_name(make, asked);
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

Acts determine(DayMaker& make) {
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

Acts adjourn(DayMaker& make) {
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

/// A break of minutes: adjourned, and resumed from the page's next step.
Acts short_break(DayMaker& make) {
    auto asked = make.act("adjourn-meeting");
    if (make.day.page.chair.taken) {
        make.as_presiding(asked);
    }
    asked.fields["reason"] = "Short break";
    return {asked};
}

Acts approve(DayMaker& make) {
    auto asked = make.act("approve-minutes");
    make.as_presiding(asked);
    make.add_item(asked);
    asked.fields["at"] = make.day.meeting();
    asked.fields["meeting"] = make.typed("minutes_of");
    make.copy(asked, "with_corrections");
    return {asked};
}

Acts action(DayMaker& make) {
    auto asked = make.act("assign-action");
    make.add_item(asked);
    asked.fields["action"] = make.day.page.next_action;
    asked.fields["body"] = make.day.page.body;
    make.copy(asked, "what");
    make.copy_seats(asked, "seat", {}, views::DayAmong::all);
    make.copy(asked, "organisation");
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

Acts ratify(DayMaker& make) {
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

Acts tabled(DayMaker& make) {
    auto asked = make.act("notify-item");
    if (!make.typed("seat").empty()) {
        if (!make.as_seat(asked)) {
            return {};
        }
        asked.fields.erase("seat");
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

Acts late(DayMaker& make) {
    auto asked = make.act("allow-late-item");
    make.as_presiding(asked);
    make.copy(asked, "item", "late");
    make.copy(asked, "reason");
    asked.fields["allowed"] = make.typed("how") != "no";
    return {asked};
}

Acts close_item(DayMaker& make) {
    auto asked = make.act("leave-item");
    make.add_item(asked);
    if (make.typed("how") == "interrupted") {
        asked.fields["interrupted"] = true;
    }
    return {asked};
}

struct Special {
    std::string_view verb;
    Acts (*make)(DayMaker&);
};
constexpr Special specials[] = {
    {"determine", determine}, {"adjourn", adjourn}, {"break", short_break},
    {"approve", approve},     {"action", action},   {"ratify", ratify},
    {"tabled", tabled},       {"late", late},       {"close-item", close_item},
};

Acts made(DayMaker& make) {
    const auto& verb = make.state.verb;
    const auto special = std::find_if(std::begin(specials), std::end(specials),
                                      [&](const Special& each) { return each.verb == verb; });
    if (special != std::end(specials)) {
        return special->make(make);
    }
    if (auto room = day_room_acts(make)) {
        return std::move(*room);
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
    DayMaker make{day, state};
    const auto at = day_time(day, state);
    auto acts = made(make);
    for (auto& act : acts) {
        act.effective = at;
        act.shown_as["effective"] = day_id(state.verb, "time", state.key);
    }
    return state.form.errors.empty() ? acts : Acts{};
}

} // namespace quorate::web
