// The right column of meeting day: the quorum, who presides, who is there and who is not.

#include "base/text.hpp"
#include "base/uuid.hpp"
#include "html/govuk/details.hpp"
#include "html/meeting_day.hpp"
#include "html/quorum_meter.hpp"
#include "web/meetings/day.hpp"
#include "web/parts.hpp"

namespace quorate::web {

using namespace html;

namespace {

using views::DaySeat;

/// Who is counted and who is not, each with the reason.
Html counted(const Day& day, const views::DayQuorum& quorum, bool first) {
    if (quorum.sum.empty() || !quorum.known) {
        return {};
    }
    const auto list = [](std::string_view heading, const std::vector<views::DayCounted>& people) {
        std::vector<Html> items;
        for (const auto& each : people) {
            items.push_back(li(each.words, ": ", each.why));
        }
        return items.empty() ? Html{}
                             : fragment(p(strong(heading, " (", people.size(), ")")), ul(items));
    };
    const Html clause =
        quorum.clause.empty()
            ? Html{}
            : fragment(" ", clause_link(day.visit.links, day.page.body, quorum.clause));
    return govuk::details(
        {.summary = day.page.room.joint ? "Who is counted, and why: " + quorum.body
                                        : std::string("Who is counted, and why"),
         .content = fragment(p(quorum.sum, clause), list("Counted", quorum.counted),
                             list("Not counted", quorum.not_counted)),
         .id = first ? "counted" : "counted-too",
         .classes = "q-day-more",
         .attributes = first ? day_key("room") : Attributes()});
}

Html meter(const Day& day, const views::DayQuorum& quorum, bool joint) {
    return quorum_meter(
        {.present = quorum.present,
         .needed = quorum.needed,
         .members = quorum.members,
         .known = quorum.known,
         .words = quorum.words,
         .leaving = quorum.leaving,
         .clause = quorum.clause.empty()
                       ? Part{}
                       : Part(clause_link(day.visit.links, day.page.body, quorum.clause)),
         .body = joint ? quorum.body : std::string()});
}

std::string joined(const std::string& times, const std::string& remark) {
    return times.empty() || remark.empty() ? times + remark : times + "; " + remark;
}

/// As forms write it: "21", "rb/3" of the other body of a joint meeting.
const std::string& number_of(const DaySeat& seat) {
    return seat.ref;
}

/// People with a button that does one thing for each.
Html people(const Day& day, std::string_view heading, const std::vector<DaySeat>& seats,
            std::string_view verb, std::string_view words) {
    std::vector<DayPerson> out;
    for (const auto& seat : seats) {
        const bool excluded = verb == "back" && seat.remark == "asked to leave";
        const auto button = verb.empty() || day.page.over
                                ? Html{}
                                : day_button(day, excluded ? "let-back" : verb,
                                             excluded ? "Let back in" : words, number_of(seat),
                                             "for " + seat.words);
        out.push_back(
            {.name = seat.words, .about = joined(seat.times, seat.remark), .buttons = button});
    }
    return day_people(heading, out);
}

/// "Nell Garside, substitute for Liz Partridge, The Rivers Agency".
std::string substitute_words(const DaySeat& seat) {
    return (seat.stands_in.empty() ? std::string("The substitute for ")
                                   : seat.stands_in + ", substitute for ") +
           seat.words;
}

/// By who is to come, where the seats themselves go by their members.
std::vector<DaySeat> by_substitutes(std::vector<DaySeat> seats) {
    for (auto& seat : seats) {
        seat.words = substitute_words(seat);
    }
    return seats;
}

/// What stands before the number of a seat of the other body: "rb/"; empty for the body's own.
std::string_view before_number(const DaySeat& seat) {
    const auto slash = seat.ref.find('/');
    return slash == std::string::npos ? std::string_view()
                                      : std::string_view(seat.ref).substr(0, slash + 1);
}

/// "1 to 6, 8 to 20 and 22"; "7 to 9 and rb/1 to 12" in a joint meeting.
std::string numbers_words(const std::vector<DaySeat>& seats) {
    std::vector<std::string> parts;
    for (std::size_t i = 0; i < seats.size();) {
        auto end = i;
        const auto runs_on = [&](std::size_t at) {
            return at < seats.size() && seats[at].seat.number == seats[at - 1].seat.number + 1 &&
                   before_number(seats[at]) == before_number(seats[at - 1]);
        };
        while (runs_on(end + 1)) {
            ++end;
        }
        const auto first = number_of(seats[i]);
        parts.push_back(end == i ? first
                                 : first + (end == i + 1 ? ", " : " to ") +
                                       std::to_string(seats[end].seat.number));
        i = end + 1;
    }
    return base::list_words(parts);
}

/// "Tom Ridley, Nuala Price and Joan Ashdown": a few whose names may be shown; empty for many.
std::string names_words(const std::vector<DaySeat>& seats) {
    constexpr std::size_t named_max = 12;
    std::vector<std::string> names;
    for (const auto& seat : seats) {
        if (seat.seat.holders.empty()) {
            return {};
        }
        names.push_back(seat.substitute && !seat.stands_in.empty()
                            ? seat.stands_in
                            : base::join(seat.seat.holders, " and "));
    }
    return names.size() > named_max ? std::string() : base::list_words(names);
}

/// The seats in one line, and on demand each with its button.
Html listed(const Day& day, std::string_view heading, const std::vector<DaySeat>& seats,
            std::string_view verb, std::string_view words) {
    if (seats.empty()) {
        return {};
    }
    std::string substitutes;
    for (const auto& seat : seats) {
        substitutes += seat.substitute ? (substitutes.empty() ? "" : ", ") + number_of(seat) : "";
    }
    const auto names = names_words(seats);
    const std::string who = !names.empty()      ? names
                            : seats.size() == 1 ? "Seat " + numbers_words(seats)
                                                : "Seats " + numbers_words(seats);
    const Html line = p(cls("q-day-numbers"), strong(heading, " (", seats.size(), ")"), " ", who,
                        substitutes.empty() ? "" : "; by substitute " + substitutes, ".");
    return fragment(line,
                    govuk::details({.summary = fragment("Show each", hidden_text(": ", heading)),
                                    .content = people(day, heading, seats, verb, words),
                                    .classes = "q-day-more"}));
}

Html guests(const Day& day) {
    std::vector<DayPerson> out;
    for (const auto& guest : day.page.room.guests) {
        const auto button = guest.person.empty() || day.page.over
                                ? Html{}
                                : day_button(day, "guest-left", "Left", guest.person, guest.words);
        out.push_back({.name = guest.words, .about = guest.times, .buttons = button});
    }
    return day_people("Visitors, officers and partners", out);
}

/// Several may be meant: each with a tick box.
Html matches(const Day& day) {
    ChooseMany field{.name = "pick",
                     .label = "Who came?",
                     .id = day_id("arrive", "pick"),
                     .label_size = LabelSize::s,
                     .compact = true};
    for (const auto& match : day.state.matches) {
        field.options.push_back(
            {.value = match.ref + (match.substitute ? "s" : ""), .label = match.words});
    }
    return choose_many(field, day.errors("arrive"));
}

Html arrival_form(const Day& day) {
    const bool several = day.sent("arrive") && !day.state.matches.empty();
    const DayWho who{.name = "who",
                     .label = several ? "Or other letters" : "Who came?",
                     .hint = "Letters of a name, initials, organisation, sector, or a seat number",
                     .among = views::DayAmong::not_here,
                     .attributes = day_key("arrive")};
    const Html content = fragment(hidden("entry2", base::random_uuid_v7(base::system_now())),
                                  several ? matches(day) : Html{}, day_who(day, "arrive", who));
    return day_form(
        day,
        {.verb = "arrive",
         .words = "Record arrival",
         .second = secondary_button("Came remotely", {.name = "how", .value = "remote"})},
        content);
}

Html leaving_form(const Day& day) {
    Html second;
    if (day.page.item && day.page.item->taken) {
        second = secondary_button("Withdrew for this item", {.name = "how", .value = "item"});
    }
    return day_form(day,
                    {.verb = "depart",
                     .words = "Record departure",
                     .item = day.page.item && day.page.item->taken
                                 ? std::optional(day.page.item->number)
                                 : std::nullopt,
                     .second = second},
                    day_who(day, "depart",
                            {.name = "who",
                             .label = "Who left?",
                             .hint = "A name or seat; several apart by commas"}));
}

/// A substitute for part of the meeting.
Html hand_over_form(const Day& day) {
    return day_form(
        day,
        {.verb = "hand-over",
         .words = "To the substitute",
         .second = secondary_button("Back to the member", {.name = "how", .value = "member"})},
        fragment(hidden("entry2", base::random_uuid_v7(base::system_now())),
                 day_who(day, "hand-over",
                         {.label = "Whose seat?",
                          .hint = "One leaves and the other takes the seat at the same time"})));
}

Html guest_form(const Day& day) {
    const auto kind =
        choice({.name = "as",
                .label = "Came as",
                .value = day.value("guest", "as", "visitor"),
                .options = {{.value = "visitor", .label = "A visitor"},
                            {.value = "officer", .label = "An officer in support of a member"}},
                .id = day_id("guest", "as"),
                .compact = true},
               day.errors("guest"));
    return day_form(day, {.verb = "guest", .words = "Record who came"},
                    fragment(hidden("entry2", base::random_uuid_v7(base::system_now())),
                             day_text(day, "guest", "name", "Name"), kind,
                             day_tick(day, "guest", "agreed", "The Chair agreed to the visitor"),
                             day_who(day, "guest",
                                     {.label = "Member supported",
                                      .hint = "Only for an officer in support",
                                      .among = views::DayAmong::all})));
}

Html unnamed_substitute_form(const Day& day) {
    return day_form(
        day, {.verb = "stand-in", .words = "Record who came"},
        fragment(p("Someone came in a member's place and was not named before the "
                   "meeting. They are recorded, and attend as a visitor unless the terms "
                   "allow more."),
                 hidden("entry2", base::random_uuid_v7(base::system_now())),
                 day_who(day, "stand-in", {.label = "Whose seat?", .among = views::DayAmong::all}),
                 day_text(day, "stand-in", "name", "Name of who came")));
}

Html connection_form(const Day& day) {
    return day_form(
        day,
        {.verb = "connection",
         .words = "Connection lost",
         .second = secondary_button("Connected again", {.name = "how", .value = "back"})},
        day_who(day, "connection",
                {.name = "seats", .label = "Whose?", .among = views::DayAmong::all}));
}

Html room_more(const Day& day) {
    Html out;
    out += day_more(day, "Apologies given at the meeting",
                    day_form(day, {.verb = "apologies", .words = "Record apologies"},
                             day_who(day, "apologies",
                                     {.name = "seats",
                                      .label = "From whom?",
                                      .hint = "Several apart by commas",
                                      .among = views::DayAmong::not_here})),
                    {"apologies"});
    out += day_more(day, "A visitor or an officer came", guest_form(day), {"guest"});
    out += day_more(day, "A substitute came who was not named before", unnamed_substitute_form(day),
                    {"stand-in"});
    out += day_more(day, "A remote connection", connection_form(day), {"connection"});
    out += day_more(day, "A seat changes hands", hand_over_form(day), {"hand-over"});
    if (day.page.opened) {
        out += day_more(day, "Ask a member to leave",
                        day_form(day, {.verb = "exclude", .words = "Record that they must leave"},
                                 fragment(day_who(day, "exclude", {.label = "Who?"}),
                                          day_words(day, "exclude", "reason", "Reason",
                                                    "Names and reasons are not published"))),
                        {"exclude"});
    }
    if (day.page.room.quorum.known) {
        out += day_more(day, "Take the whole attendance again", day_attendance_form(day, false),
                        {"attendance"});
    }
    return out;
}

Html room_forms(const Day& day) {
    if (day.page.over) {
        return {};
    }
    const bool more_sent = day.sent("apologies") || day.sent("guest") || day.sent("stand-in") ||
                           day.sent("connection") || day.sent("hand-over") || day.sent("exclude") ||
                           day.sent("attendance");
    return fragment(arrival_form(day), day_more(day, "Someone left", leaving_form(day), {"depart"}),
                    more_sent ? room_more(day)
                              : day_more(day, "More about the room", room_more(day), {}));
}

Html chair_lines(const Day& day) {
    const auto& chair = day.page.chair;
    if (day.page.over || !day.page.room.quorum.known) {
        return {};
    }
    const Html change =
        chair.taken || day.page.next != "preside"
            ? day_more(day, chair.taken ? "Someone else takes the chair" : "Take the chair",
                       day_chair_form(day, false), {"preside"})
            : Html{};
    return fragment(p(strong(chair.words)), change);
}

/// What would break if somebody left now.
Html if_one_leaves(const Day& day) {
    const auto& sentences = day.page.room.if_one_leaves;
    if (sentences.empty() || day.page.over) {
        return {};
    }
    std::vector<Html> items;
    for (const auto& each : sentences) {
        items.push_back(li(each));
    }
    return govuk::details({.summary = "If someone leaves now",
                           .content = ul(items),
                           .id = "if-one-leaves",
                           .classes = "q-day-more"});
}

Option tick_option(const DaySeat& seat, bool substitute) {
    return {.value = number_of(seat) + (substitute ? "s" : ""),
            .label = substitute ? substitute_words(seat) : seat.words};
}

/// Everyone who may come, as tick boxes.
Html ticks(const Day& day) {
    ChooseMany field{
        .name = "tick", .label = "Here now", .id = day_id("attendance", "tick"), .compact = true};
    std::vector<std::pair<std::int64_t, Option>> all;
    const auto& room = day.page.room;
    for (const auto* list : {&room.present, &room.away, &room.apologies, &room.substitutes,
                             &room.expected, &room.not_here}) {
        for (const auto& seat : *list) {
            const bool named = list == &room.substitutes;
            const bool stands_in = list == &room.present && seat.substitute;
            // Seats of the other body of a joint meeting come after those of the first.
            const auto place =
                seat.seat.number * 2 + (seat.ref.find('/') == std::string::npos ? 0 : 10'000);
            all.emplace_back(place, tick_option(seat, false));
            if (named || stands_in) {
                all.emplace_back(place + 1, tick_option(seat, true));
            }
            if (list == &room.present) {
                field.values.push_back(number_of(seat) + (stands_in ? "s" : ""));
            }
        }
    }
    std::stable_sort(all.begin(), all.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    std::string last;
    for (auto& [order, option] : all) {
        if (option.value != last) {
            last = option.value;
            field.options.push_back(std::move(option));
        }
    }
    if (day.sent("attendance")) {
        field.values = day.state.form.values("tick");
    }
    return field.options.empty() ? Html{} : choose_many(field, day.errors("attendance"));
}

} // namespace

Html day_attendance_form(const Day& day, bool primary) {
    std::string named;
    for (const auto& seat : day.page.room.substitutes) {
        named += (named.empty() ? "" : ", ") + number_of(seat);
    }
    std::string sent;
    for (const auto& seat : day.page.room.apologies) {
        sent += (sent.empty() ? "" : ",") + number_of(seat);
    }
    Html content = day_text(day, "attendance", "present", "Seats here now",
                            "As on the attendance sheet, such as 1-6,8-20");
    if (!named.empty()) {
        content += day_text(day, "attendance", "substitutes", "Substitutes here now",
                            "Seats whose substitute is there. Named in advance: " + named, 20);
    }
    content +=
        day_text(day, "attendance", "apologies", "Apologies", "Seats, if any were given", 20, sent);
    content += day_more(day, "Tick the names instead", ticks(day), {});
    content += day_tick(day, "attendance", "nobody", "Nobody has come");
    return day_form(day, {.verb = "attendance", .words = "Record attendance", .primary = primary},
                    content);
}

Html day_chair_form(const Day& day, bool primary) {
    const auto& chair = day.page.chair;
    Choice field{.name = "who",
                 .label = "Who takes the chair?",
                 .value = day.value("preside", "who",
                                    chair.may.empty() ? "elected" : chair.may.front().seat),
                 .id = day_id("preside", "who"),
                 .compact = true};
    for (const auto& may : chair.may) {
        field.options.push_back({.value = may.seat, .label = may.words});
    }
    field.options.push_back({.value = "elected", .label = "Someone else, chosen by those present"});
    Html content = chair.taken ? Html{} : p(chair.next);
    content += choice(field, day.errors("preside"));
    content += day_who(day, "preside",
                       {.label = "Who?", .hint = "Only for someone chosen by those present"});
    if (chair.taken && day.page.item) {
        content += day_tick(day, "preside", "only",
                            "For item " + std::to_string(day.page.item->number) + " only");
    }
    return day_form(day,
                    {.verb = "preside",
                     .words = "Record who presides",
                     .primary = primary,
                     .item = day.page.item ? std::optional(day.page.item->number) : std::nullopt},
                    content);
}

Html day_room_part(const Day& day) {
    const auto& room = day.page.room;
    const bool can_withdraw = !day.page.over;
    Html out = h(2, id("room"), "The room");
    out += meter(day, room.quorum, room.joint.has_value());
    if (room.joint) {
        out += meter(day, *room.joint, true);
    }
    out += room_forms(day);
    out += counted(day, room.quorum, true);
    if (room.joint) {
        out += counted(day, *room.joint, false);
    }
    out += if_one_leaves(day);
    out += chair_lines(day);
    out += people(day, "Substitutes named, not here", by_substitutes(room.substitutes),
                  can_withdraw ? "substitute" : "", "Came");
    out += listed(day, "Present", room.present, "left", "Left");
    out += guests(day);
    out += listed(day, "Left", room.away, "back", "Came back");
    out += listed(day, "Apologies", room.apologies, "came", "Came");
    out += listed(day, "Said they would come, not here yet", room.expected, "came", "Came");
    out += listed(day, "Not here", room.not_here, "came", "Came");
    return out;
}

} // namespace quorate::web
