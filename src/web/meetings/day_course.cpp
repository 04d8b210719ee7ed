// The course of the meeting: its one next step, and what else may happen to the meeting as a whole.

#include "web/meetings/day.hpp"
#include "web/meetings/day_private.hpp"
#include "web/parts.hpp"

#include <algorithm>

namespace quorate::web {

using namespace html;

namespace {

Html heading(std::string_view words) {
    return Tag{"h2", "govuk-heading-m q-day-next"}(id("next-step").set("tabindex", "-1"), words);
}

Html open_form(const Day& day, bool primary) {
    return day_form(day, {.verb = "open", .words = "Open the meeting", .primary = primary});
}

Html informal_form(const Day& day, bool primary) {
    return day_form(day, {.verb = "informal", .words = "Continue informally", .primary = primary});
}

Html resume_form(const Day& day, bool primary) {
    Html content;
    if (day.page.line.status == "adjourned") {
        content = date_field({.name = "day",
                              .label = "Resumed on",
                              .hint = {},
                              .value = day.sent("resume") ? day.state.form.date("day")
                                                          : DateValue::of(day.page.now.local.date),
                              .id = day_id("resume", "day")},
                             day.errors("resume"));
    }
    return day_form(day, {.verb = "resume", .words = "Resume the meeting", .primary = primary},
                    content);
}

Html adjourn_form(const Day& day, bool primary) {
    const auto typed = day.sent("adjourn") ? day.state.form.date("until") : DateValue{};
    return day_form(day, {.verb = "adjourn", .words = "Adjourn the meeting", .primary = primary},
                    fragment(date_field({.name = "until",
                                         .label = "Until, if it was said",
                                         .hint = {},
                                         .value = typed,
                                         .id = day_id("adjourn", "until")},
                                        day.errors("adjourn")),
                             day_text(day, "adjourn", "until-time", "At what time", "", 10),
                             day_text(day, "adjourn", "reason", "Reason, if one is given")));
}

/// A break of minutes: one press, and the page's next step is to go on.
Html break_form(const Day& day) {
    return day_form(day, {.verb = "break", .words = "Short break"});
}

Html close_meeting_form(const Day& day, bool primary) {
    const auto left =
        std::count_if(day.page.agenda.begin(), day.page.agenda.end(),
                      [](const auto& line) { return !line.over && line.status_words != "Taken"; });
    const Html content =
        left == 0
            ? Html{}
            : p(left == 1 ? "One item is" : std::to_string(left) + " items are",
                " not finished. They are recorded as not reached or taken without an outcome.");
    return day_form(day, {.verb = "close", .words = "Close the meeting", .primary = primary},
                    content);
}

/// An item nobody notified before.
Html tabled_form(const Day& day) {
    const auto purpose = choice({.name = "purpose",
                                 .label = "For",
                                 .value = day.value("tabled", "purpose", "noting"),
                                 .options = {{.value = "decision", .label = "Decision"},
                                             {.value = "noting", .label = "Noting"},
                                             {.value = "discussion", .label = "Discussion"}},
                                 .id = day_id("tabled", "purpose"),
                                 .one_line = true,
                                 .compact = true});
    return day_form(day, {.verb = "tabled", .words = "Ask for the item"},
                    fragment(day_text(day, "tabled", "title", "Title"), purpose,
                             day_who(day, "tabled",
                                     {.label = "Asked for by",
                                      .hint = "Leave empty when the secretariat puts it forward"}),
                             day_text(day, "tabled", "reason", "Why it cannot wait")));
}

/// Whoever presides answers whether an item asked for here is taken.
Html late_form(const Day& day) {
    SelectField field{.name = "late",
                      .label = "Item",
                      .value = day.value("late", "late"),
                      .id = day_id("late", "late")};
    for (const auto& line : day.page.provisional) {
        if (line.act == "notify-item" && line.ruling.verdict == "needs-discretion") {
            const auto number = line.words.substr(5, line.words.find(' ', 5) - 5);
            field.options.push_back({.value = number, .label = line.words});
        }
    }
    if (field.options.empty()) {
        return {};
    }
    return day_form(day,
                    {.verb = "late",
                     .words = "It is taken",
                     .second = secondary_button("It waits", {.name = "how", .value = "no"})},
                    fragment(p("An item asked for now waits for whoever presides."),
                             select_field(field, day.errors("late")),
                             day_text(day, "late", "reason", "Reason")));
}

struct Step {
    std::string_view verb;
    std::string_view title;
    std::string_view words;
};

constexpr Step steps[] = {
    {"attendance", "Take attendance",
     "Type the seats signed in at the door. You can add people one by one later."},
    {"open", "Open the meeting", ""},
    {"preside", "Who is in the chair?", ""},
    {"informal", "There is no quorum",
     "Wait for more members, go on informally, or adjourn. Nothing can be decided meanwhile."},
    {"resume", "Resume the meeting", ""},
    {"close", "Close the meeting", "Every item has been dealt with."},
};

Html step_form(const Day& day, std::string_view verb) {
    if (verb == "attendance") {
        return day_attendance_form(day, true);
    }
    if (verb == "open") {
        return open_form(day, true);
    }
    if (verb == "preside") {
        return day_chair_form(day, true);
    }
    if (verb == "informal") {
        return fragment(informal_form(day, true),
                        day_more(day, "Adjourn instead", adjourn_form(day, false), {"adjourn"}));
    }
    return verb == "resume" ? resume_form(day, true) : close_meeting_form(day, true);
}

/// The count of the body that meets, or of both.
std::string quorum_words(const Day& day) {
    const auto& room = day.page.room;
    const auto of = [](const views::DayQuorum& count) { return count.words + " " + count.leaving; };
    return room.joint ? room.quorum.body + ": " + of(room.quorum) + " " + room.joint->body + ": " +
                            of(*room.joint)
                      : of(room.quorum);
}

Html next_step(const Day& day) {
    const auto found = std::find_if(std::begin(steps), std::end(steps),
                                    [&](const Step& step) { return step.verb == day.page.next; });
    if (found == std::end(steps)) {
        return {};
    }
    std::string words(found->words);
    if (found->verb == "open") {
        words = quorum_words(day);
    } else if (found->verb == "resume" && day.page.line.status == "informal") {
        words = "There is a quorum now. " + quorum_words(day);
    }
    return section(cls("q-day-step").id("step"), heading(found->title),
                   words.empty() ? Html{} : p(words), step_form(day, found->verb));
}

/// The day is done; the minutes come next.
Html over(const Day& day) {
    const bool closed = day.page.line.status == "closed";
    return fragment(heading(closed ? "The meeting is closed" : "The meeting was called off"),
                    closed
                        ? fragment(p("Everything set down today is in the record. The minutes are "
                                     "drafted from it."),
                                   link_button("Go to the minutes",
                                               day.visit.links.desk_minutes(day.meeting())))
                        : Html{});
}

} // namespace

Html day_middle(const Day& day) {
    const auto step = next_step(day);
    const bool open = day.page.item && day.page.item->in_hand;
    const bool sent_item = day.page.item && !day.state.verb.empty() &&
                           day_verb(day.state.verb) != nullptr &&
                           day_verb(day.state.verb)->part == "item";
    const bool show_item = day.page.item && (step.empty() || open || day.item_asked || sent_item);
    Html out = step;
    if (day.page.over && !day.item_asked) {
        return over(day);
    }
    if (show_item) {
        out += day_item_part(day, step.empty());
    } else if (day.page.item && day.page.next != "close" && !day.page.over) {
        out += p(cls("q-quiet"), "Then: item ", std::to_string(day.page.item->number), ", ",
                 day.page.item->title, ".");
    }
    return out;
}

Html day_course(const Day& day) {
    const auto& page = day.page;
    if (page.over || !page.opened) {
        return {};
    }
    const bool sitting = page.line.status == "open" || page.line.status == "informal";
    Html out;
    if (sitting) {
        out += day_more(day, "Someone asks for an item now", tabled_form(day), {"tabled"});
        const auto late = late_form(day);
        out +=
            late.empty() ? late : day_more(day, "Answer whether an item is taken", late, {"late"});
    }
    if (sitting) {
        out += day_private_part(day);
    }
    if (sitting && page.next != "informal") {
        out += day_more(day, "Short break", break_form(day), {"break"});
        out += day_more(day, "Adjourn the meeting", adjourn_form(day, false), {"adjourn"});
        if (page.line.status == "open") {
            out += day_more(day, "Continue informally", informal_form(day, false), {"informal"});
        }
    }
    if (page.line.status == "informal" && page.next != "resume") {
        out += day_more(day, "Resume the meeting", resume_form(day, false), {"resume"});
    }
    if (page.next != "close") {
        out += day_more(day, "Close the meeting", close_meeting_form(day, false), {"close"});
    }
    return out;
}

} // namespace quorate::web
