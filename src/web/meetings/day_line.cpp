// A line of the open sheet put right in its place: the time, the words, the names. It leaves no
// trace of what was keyed at first, and says which later lines would be ruled on otherwise.

#include "base/text.hpp"
#include "base/uuid.hpp"
#include "governance/codec.hpp"
#include "governance/codec_names.hpp"
#include "html/govuk/details.hpp"
#include "partnership/workspace/sheet_edit.hpp"
#include "web/meetings/day.hpp"
#include "web/meetings/planning.hpp"
#include "web/parts.hpp"

#include <algorithm>
#include <charconv>

namespace quorate::web {

using namespace html;

namespace {

using governance::Submission;

/// Fields that say which meeting, item or act it is; another is another act.
bool fixed(std::string_view name) {
    static constexpr std::string_view names[] = {
        "meeting",    "item",       "body",          "action",  "person",     "at",
        "of_meeting", "of_item",    "with",          "effects", "considered", "concerns",
        "entry",      "minutes_of", "deferred_from", "tabled"};
    return std::find(std::begin(names), std::end(names), name) != std::end(names);
}

/// A value of an act's field as it is typed; nothing for one a box cannot hold.
std::optional<std::string> as_typed(const base::Json& value) {
    if (value.is_string()) {
        return std::string(value.get_string());
    }
    if (value.is_int64()) {
        return std::to_string(value.get_int64());
    }
    if (value.is_bool()) {
        return std::string(value.get_bool() ? "yes" : "no");
    }
    if (!value.is_array()) {
        return std::nullopt;
    }
    std::string out;
    for (const auto& each : value.get_array()) {
        const auto one = as_typed(each);
        if (!one || each.is_array()) {
            return std::nullopt;
        }
        out += (out.empty() ? "" : ",") + *one;
    }
    return out;
}

/// The line that is asked for, with everything its page shows.
struct Asked {
    DayVisit on;
    const partnership::ForeseenLine* line = nullptr;
    std::string words;
    views::RulingShown ruling;
    base::JsonObject fields;
    base::LocalTime local;
};

Asked asked_of(const DeskVisit& visit) {
    const auto typed =
        visit.request.query.get("number").value_or(visit.form.get("number").value_or(""));
    std::int64_t number = 0;
    std::from_chars(typed.data(), typed.data() + typed.size(), number);
    Asked out{DayVisit(visit, visit.request.query), nullptr, {}, {}, {}, {}};
    for (const auto& line : out.on.sheet.lines) {
        if (line.number == number) {
            out.line = &line;
        }
    }
    if (out.line == nullptr) {
        return out;
    }
    for (const auto& line : out.on.page.provisional) {
        if (line.number == number) {
            out.words = line.words;
            out.ruling = line.ruling;
        }
    }
    const auto& submission = out.line->submission;
    out.fields = governance::encode_fields(submission.act);
    out.local = visit.partnership.zone().local(submission.effective);
    return out;
}

/// One field of the act by what the act table says of it.
Html field_of(const governance::FieldRow& row, const Asked& asked, const FormState& state) {
    const auto name = std::string(row.name);
    const auto* value = asked.fields.if_contains(name);
    const auto at_first = value == nullptr ? std::optional<std::string>("") : as_typed(*value);
    if (fixed(name) || !at_first) {
        return {};
    }
    const bool text = value != nullptr && value->is_string() && at_first->size() > 40;
    if (text || name == "words") {
        return text_area({.name = name,
                          .label = row.label,
                          .hint = row.hint,
                          .value = state.value(name, *at_first),
                          .rows = 3},
                         state.errors);
    }
    return text_field({.name = name,
                       .label = row.label,
                       .hint = row.hint,
                       .value = state.value(name, *at_first),
                       .autocomplete = "off"},
                      state.errors);
}

Html hanging_list(const Asked& asked, const std::vector<partnership::HangingLine>& hanging) {
    std::vector<Html> items;
    for (const auto& each : hanging) {
        std::string words;
        for (const auto& line : asked.on.page.provisional) {
            words = line.number == each.line.number ? line.time + ", " + line.words : words;
        }
        items.push_back(each.otherwise
                            ? li(words, ". It would be: ", governance::headline(each.would))
                            : li(words, ". It would speak of nothing any more."));
    }
    return items.empty() ? Html{} : ul(items);
}

Url here(const DeskVisit& visit) {
    return visit.links.workbench(visit.meeting_id()).slash("day");
}

http::Response gone(const DeskVisit& visit, const Asked& asked) {
    return framed(
        visit,
        {.title = "That line is not on the sheet any more",
         .section = "desk",
         .trail = meeting_trail(visit, asked.on.page.line, "Change a line"),
         .main = reading_column(fragment(
             page_heading("That line is not on the sheet any more"),
             p("It is in the record by now, or somebody took it back. What is in the record is put "
               "right from the day's log."),
             link_button("Back to meeting day", here(visit))))});
}

Html undo_part(const DeskVisit& visit, const Asked& asked) {
    const auto number = asked.line->number;
    const auto hanging =
        partnership::lines_that_hang_on(visit.partnership, visit.meeting_id(), number);
    const auto count = hanging ? hanging->size() : 0;
    const Html rest = count == 0 ? p("Nothing set down later rests on it.")
                                 : fragment(p(count == 1 ? "One later line rests on it:"
                                                         : "These later lines rest on it:"),
                                            hanging_list(asked, *hanging));
    return fragment(
        h(2, "Take it back"), rest,
        form(form_to(visit, here(visit)), hidden("do", "undo"),
             hidden("key", std::to_string(number)),
             hidden("about", asked.line->submission.id.value),
             hidden("as_shown", partnership::line_digest(asked.line->submission)),
             hidden("with", "yes"),
             button_row(count == 0 ? secondary_button("Take it back")
                                   : warning_button(count == 1 ? "Take both back"
                                                               : "Take all of them back"))));
}

/// How the line was ruled on, and why.
Html ruling_part(const DeskVisit& visit, const Asked& asked) {
    const auto& ruling = asked.ruling;
    auto panel = panel_of(visit.links, ruling);
    panel.id = "ruling";
    return govuk::details(
        {.summary =
             fragment(status_word(status_of(ruling.verdict, ruling.breach)), hidden_text(": why")),
         .content = ruling_panel(panel),
         .classes = "q-day-why"});
}

http::Response show(const DeskVisit& visit, const Asked& asked, const FormState& state,
                    const std::vector<partnership::HangingLine>& hanging = {}) {
    const auto& row = governance::row_of(asked.line->submission.act);
    Html fields = text_field({.name = "time",
                              .label = "Time",
                              .value = state.value("time", base::clock_words(asked.local.minute)),
                              .width = 10,
                              .autocomplete = "off"},
                             state.errors);
    for (const auto& each : row.fields) {
        const bool of_other_body = each.name.starts_with("joint_");
        fields += of_other_body && !asked.on.page.room.joint ? Html{}
                                                             : field_of(each, asked, state);
    }
    Html warning;
    if (!hanging.empty()) {
        warning = div(cls("govuk-inset-text"),
                      p("With this change later lines would be ruled on otherwise:"),
                      hanging_list(asked, hanging));
        fields += hidden("confirmed", "yes");
    }
    const auto to = here(visit).slash("line").query("number", std::to_string(asked.line->number));
    const Html main =
        fragment(page_heading("Change a line", "Not yet in the record"), p(strong(asked.words)),
                 ruling_part(visit, asked), p("What was keyed at first leaves no trace."), warning,
                 form(form_to(visit, to), act_hidden(visit),
                      hidden("number", std::to_string(asked.line->number)),
                      hidden("as_shown", partnership::line_digest(asked.line->submission)), fields,
                      button_row(submit_button(hanging.empty() ? "Put it right"
                                                               : "Put it right all the same"),
                                 a(here(visit), "Back to meeting day"))),
                 undo_part(visit, asked));
    return form_page(visit,
                     {.title = "Change a line",
                      .section = "desk",
                      .trail = meeting_trail(visit, asked.on.page.line, "Change a line"),
                      .main = reading_column(main)},
                     state);
}

/// The submission as it is to read now. It keeps its id: nothing of it is in the record yet, and
/// what knows it by its id (a vote on devices, a form sent twice) finds it still.
tl::expected<Submission, FormState> changed(const DeskVisit& visit, const Asked& asked,
                                            FormState state) {
    const auto& line = asked.line->submission;
    ActAsked act;
    act.act = governance::row_of(line.act).name;
    act.made_by = governance::text(line.made_by);
    act.evidence = std::string(governance::written(line.evidence));
    act.late_reason = line.late_reason.given() ? line.late_reason.words
                                               : day_late_reason(asked.on.day(visit), state);
    act.entry = line.id.value;
    act.fields = asked.fields;
    for (const auto& row : governance::row_of(line.act).fields) {
        const std::string name(row.name);
        if (fixed(name) || !state.typed.has(name)) {
            continue;
        }
        const auto typed = std::string(base::trim(state.value(name)));
        if (typed.empty()) {
            act.fields.erase(name);
            continue;
        }
        std::string problem;
        const bool seats = name == "seat" || name.starts_with("seats") || name == "objecting" ||
                           name == "present" || name == "substitutes" || name == "apologies";
        const auto day = asked.on.day(visit);
        act.fields[name] =
            seats ? day_seats_typed(day, views::DayAmong::all, typed, problem).value_or(typed)
                  : typed;
        if (!problem.empty()) {
            state.errors.add(name, problem);
        }
        if (name == "seat" && act.made_by.starts_with("seat:")) {
            const auto seat = std::string(act.fields[name].get_string());
            act.made_by =
                "seat:" +
                (seat.find('/') == std::string::npos ? asked.on.page.body + "/" + seat : seat);
        }
    }
    const auto minute = time_of_day(state.value("time"));
    const auto date = asked.on.page.day.date_of(minute.value_or(0));
    const auto instant = minute ? visit.partnership.zone().instant({date, *minute})
                                : base::Result<base::Instant>(tl::unexpected(minute.error()));
    if (!instant) {
        state.errors.add("time", "Write the time as 10:05am.");
    } else if (!visit.partnership.clock_stands() && *instant > visit.now()) {
        state.errors.add("time", "The meeting has not come to this time yet.");
    } else {
        const bool same = *minute == asked.local.minute;
        act.effective = same ? line.effective : *instant;
    }
    if (!state.errors.empty()) {
        return tl::unexpected(std::move(state));
    }
    return read_act(visit, act);
}

/// The line as it is by now, with what was typed: sent again, it goes in.
http::Response changed_meanwhile(const DeskVisit& visit, const Asked& asked) {
    auto state = typed_form(visit);
    state.problem = "Somebody changed this line meanwhile. It stands here as it is now; what you "
                    "typed is in the boxes and not on the sheet yet.";
    return show(visit, asked, state);
}

} // namespace

http::Response day_line_page(const DeskVisit& visit) {
    const auto asked = asked_of(visit);
    return asked.line == nullptr ? gone(visit, asked) : show(visit, asked, {});
}

http::Response change_day_line(const DeskVisit& visit) {
    const auto asked = asked_of(visit);
    if (asked.line == nullptr) {
        return gone(visit, asked);
    }
    const auto as_it_is = partnership::line_digest(asked.line->submission);
    if (visit.form.get("as_shown").value_or(as_it_is) != as_it_is) {
        return changed_meanwhile(visit, asked);
    }
    const auto submission = changed(visit, asked, typed_form(visit));
    if (!submission) {
        return show(visit, asked, submission.error());
    }
    const auto number = asked.line->number;
    const auto hanging = partnership::lines_that_hang_on(visit.partnership, visit.meeting_id(),
                                                         number, &*submission);
    auto state = typed_form(visit);
    if (!hanging) {
        state.problem = hanging.error().text();
        return show(visit, asked, state);
    }
    if (!hanging->empty() && visit.form.get("confirmed").value_or("") != "yes") {
        return show(visit, asked, state, *hanging);
    }
    const auto replaced = partnership::replace_line(visit.partnership, visit.meeting_id(), number,
                                                    as_it_is, *submission);
    if (!replaced) {
        state.problem = replaced.error().text();
        return show(visit, asked, state);
    }
    if (*replaced == partnership::LineChange::done) {
        return http::see_other(here(visit).query("changed", "1").str());
    }
    const auto by_now = asked_of(visit);
    return by_now.line == nullptr || *replaced == partnership::LineChange::gone
               ? gone(visit, by_now)
               : changed_meanwhile(visit, by_now);
}

} // namespace quorate::web
