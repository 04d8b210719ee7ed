// Meeting day: one screen for the room, the agenda and the item in hand. What is set down is
// provisional until its item closes; then it enters the record.

#include "web/meetings/day.hpp"

#include "base/text.hpp"
#include "governance/codec.hpp"
#include "governance/field_words.hpp"
#include "html/govuk/details.hpp"
#include "html/meeting_day.hpp"
#include "partnership/workspace/late_reason.hpp"
#include "views/desk/entry_place.hpp"
#include "web/meetings/planning.hpp"
#include "web/parts.hpp"

#include <algorithm>
#include <charconv>

namespace quorate::web {

using namespace html;

namespace {

/// The form that says why a meeting is entered on a later day.
constexpr std::string_view late_verb = "late-reason";

std::optional<std::int64_t> number_in(const http::Fields& fields, std::string_view name) {
    const auto text = fields.get(name).value_or("");
    std::int64_t out = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), out);
    return read.ec == std::errc() && read.ptr == text.data() + text.size() && !text.empty()
               ? std::optional(out)
               : std::nullopt;
}

partnership::Foresight foresight_of(const DeskVisit& visit) {
    auto sheet = partnership::foresee_sheet(visit.partnership, visit.meeting_id());
    if (!sheet) {
        throw http::BrokenRequest(500, "The sheet of this meeting cannot be read: " +
                                           sheet.error().text());
    }
    return std::move(*sheet);
}

/// Everything a visit to the day needs, on the sheet as it stands now.
struct DayVisit {
    DayVisit(const DeskVisit& desk, const http::Fields& asked_in, DayState given = {})
        : sheet(foresight_of(desk)),
          reader(views::Reader::open_on(desk.partnership, desk.who.viewer, sheet.snapshot)),
          state(std::move(given)) {
        auto item = number_in(asked_in, "item");
        item_asked = item.has_value();
        if (!item && state.verb != "") {
            item = number_in(desk.form, "item");
        }
        auto found = views::meeting_day(reader, desk.meeting_id(), sheet.lines, item);
        if (!found) {
            no_such_page();
        }
        page = std::move(*found);
    }
    [[nodiscard]] Day day(const DeskVisit& visit) const {
        return {visit, sheet, reader, page, state, item_asked};
    }

    partnership::Foresight sheet;
    views::Reader reader;
    DayState state;
    views::MeetingDayPage page;
    bool item_asked = false;
};

Html ruling_details(const Day& day, const views::DayLine& line, std::string_view prefix) {
    auto panel = panel_of(day.visit.links, line.ruling);
    panel.id = std::string(prefix) +
               std::to_string(line.number != 0 ? line.number : line.position.value_or(0));
    panel.heading_level = 3;
    return govuk::details(
        {.summary = fragment(status_word(status_of(line.ruling.verdict, line.ruling.breach)),
                             hidden_text(": why")),
         .content = ruling_panel(panel),
         .classes = "q-day-why"});
}

Html log(const Day& day) {
    std::vector<DayLogRow> rows;
    for (const auto& line : day.page.provisional) {
        const auto undo = day_button(day, "undo", "Undo", std::to_string(line.number), line.words);
        rows.push_back({.time = line.time,
                        .words = line.words,
                        .ruling = ruling_details(day, line, "log-"),
                        .undo = day.page.over ? Html{} : undo});
    }
    Html out;
    if (rows.empty()) {
        out +=
            fragment(h(2, "Not yet in the record"),
                     p(cls("q-nothing"),
                       "Nothing is waiting. What you set down shows here until its item closes."));
    } else {
        out += day_log("Not yet in the record", rows);
        out +=
            day_form(day, {.verb = "enter", .words = "Enter these in the record", .time = false});
    }
    std::vector<DayLogRow> recorded;
    for (const auto& line : day.page.recorded) {
        recorded.push_back(
            {.time = line.time,
             .words = a(day.visit.links.entry(*line.position), line.words),
             .ruling = status_word(status_of(line.ruling.verdict, line.ruling.breach))});
    }
    if (!recorded.empty()) {
        out += govuk::details(
            {.summary = "In the record: " + std::to_string(day.page.recorded_count) +
                        (day.page.recorded_count == 1 ? " entry" : " entries") + " of this day",
             .content = day_log("The newest in the record", recorded),
             .classes = "q-day-more"});
    }
    return out;
}

Html agenda(const Day& day) {
    std::vector<DayAgendaItem> items;
    for (const auto& line : day.page.agenda) {
        const auto state = line.current ? Progress::now
                           : line.over  ? Progress::done
                                        : Progress::later;
        const bool shown = day.page.item && day.page.item->number == line.number;
        items.push_back({.number = std::to_string(line.number),
                         .title = line.title,
                         .href = day.here().query("item", std::to_string(line.number)),
                         .state = state,
                         .state_words = line.status_words,
                         .current = shown && (line.current || day.item_asked)});
    }
    Html out =
        items.empty() ? p(cls("q-nothing"), "There is nothing on the agenda.") : day_agenda(items);
    return fragment(out, day_course(day));
}

Html printed_sheet(const Day& day) {
    std::vector<std::pair<std::int64_t, SheetRow>> rows;
    const auto& room = day.page.room;
    for (const auto* list :
         {&room.present, &room.away, &room.apologies, &room.substitutes, &room.not_here}) {
        for (const auto& seat : *list) {
            SheetRow row{.seat = std::to_string(seat.seat.number), .who = seat.words};
            if (list == &room.present) {
                row.arrived = seat.times.empty() ? "Present" : seat.times;
            } else if (list == &room.away) {
                row.left = seat.times;
            } else if (list == &room.apologies) {
                row.arrived = "Apologies";
            } else if (list == &room.substitutes) {
                row.arrived = "Substitute:";
            }
            const bool there = std::any_of(rows.begin(), rows.end(), [&](const auto& each) {
                return each.second.seat == row.seat;
            });
            if (!there) {
                rows.emplace_back(seat.seat.number, std::move(row));
            }
        }
    }
    std::sort(rows.begin(), rows.end(),
              [](const auto& a, const auto& b) { return a.first < b.first; });
    AttendanceSheet sheet{
        .title = day.page.line.body.name,
        .when = fragment(when(day.page.line.at),
                         day.page.line.place.empty() ? "" : ", " + day.page.line.place, "."),
        .quorum = day.page.room.quorum.words};
    for (auto& [number, row] : rows) {
        sheet.rows.push_back(std::move(row));
    }
    return attendance_sheet(sheet);
}

/// What was just set down, with its verdict and the way to take it back.
Html said(const Day& day) {
    const auto& query = day.visit.request.query;
    if (const auto entered = number_in(query, "entered")) {
        return p(cls("q-day-said").set("role", "status"),
                 *entered == 0   ? std::string("Done.")
                 : *entered == 1 ? std::string("One act entered the record.")
                                 : std::to_string(*entered) + " acts entered the record.");
    }
    if (query.has("undone")) {
        return p(cls("q-day-said").set("role", "status"), "Taken back. It left no trace.");
    }
    const auto number = number_in(query, "said");
    const auto line =
        std::find_if(day.page.provisional.begin(), day.page.provisional.end(),
                     [&](const auto& each) { return number && each.number == *number; });
    if (line == day.page.provisional.end()) {
        return {};
    }
    const auto status = status_of(line->ruling.verdict, line->ruling.breach);
    Html findings;
    for (const auto& finding : line->ruling.findings) {
        findings += div(finding);
    }
    const bool stopped = !line->words.empty() && line->words.back() == '.';
    return div(cls("q-day-said").set("role", "status"),
               div(status_word(status), " ", line->words, stopped ? "" : "."), findings);
}

/// The refusal of what was sent last, and that it stays on the sheet unless it is taken back.
Html refusal(const Day& day) {
    if (!day.state.form.ruling) {
        return {};
    }
    auto panel = panel_of(day.visit.links, *day.state.form.ruling);
    panel.id = "refusal";
    Html undo;
    if (!day.page.provisional.empty()) {
        const auto& line = day.page.provisional.front();
        undo = day_button(day, "undo", "Take it back", std::to_string(line.number), line.words);
    }
    return div(
        cls("q-day-refusal"), ruling_panel(panel),
        div(cls("q-day-refusal__undo"),
            p("It stays on the sheet and enters the record as refused, unless you take it back."),
            undo));
}

/// On a later day than the meeting: why it is entered only now, asked once for the whole of it.
Html entered_later(const Day& day) {
    const auto& visit = day.visit;
    const auto on = day.page.now.local.date;
    if (day.page.over || visit.partnership.zone().date_of(visit.now()) <= on) {
        return {};
    }
    const auto kept = partnership::kept_late_reason(visit.partnership, day.meeting()).value_or("");
    const bool asked = day.state.form.errors.has("late_reason");
    const auto words = day.value(late_verb, "late_reason", kept);
    const Html field = text_field({.name = "late_reason",
                                   .label = "Why is it entered on a later day?",
                                   .hint = "Asked once. It is kept with every entry, such as: "
                                           "entered from the notes taken in the room.",
                                   .value = words},
                                  asked ? day.state.form.errors : ErrorList{});
    const Html ask =
        day_form(day, {.verb = std::string(late_verb), .words = "Keep this reason", .time = false},
                 field);
    const Html told = p("What you set down is of ", date(on), "; today is ",
                        date(visit.partnership.zone().date_of(visit.now())), ".");
    if (kept.empty() || asked) {
        return div(cls("q-day-late"), told, ask);
    }
    return div(cls("q-day-late"), told, p("Reason given: ", kept),
               govuk::details({.summary = "Change the reason",
                               .content = ask,
                               .classes = "q-day-more"}));
}

/// Before the meeting's day there is nothing to record of it.
Content content_before(const Day& day) {
    const auto& page = day.page;
    return {.title = "Meeting day: " + page.line.body.name,
            .section = "desk",
            .trail = meeting_trail(day.visit, page.line, "Meeting day"),
            .main = fragment(
                Tag{"h1", "govuk-heading-l q-day-title"}("Meeting day: ", page.line.body.name),
                p("The meeting is on ", when(page.line.at),
                  page.line.place.empty() ? "" : ", " + page.line.place,
                  ". What happens at it can be recorded from that day on."),
                p(a(day.visit.links.workbench(day.meeting()), "Back to the meeting")),
                page.provisional.empty() ? Html{} : log(day))};
}

Content content_of(const Day& day) {
    if (day_to_come(day)) {
        return content_before(day);
    }
    const auto& page = day.page;
    const Html state = p(cls("q-day-state"), strong(page.state_words), ". ", when(page.line.at),
                         page.line.place.empty() ? "" : ", " + page.line.place, ". ",
                         a(day.visit.links.workbench(day.meeting()), "Back to the meeting"));
    const MeetingDayLayout layout{.above = fragment(Tag{"h1", "govuk-heading-l q-day-title"}(
                                                        "Meeting day: ", page.line.body.name),
                                                    state, entered_later(day), said(day)),
                                  .agenda = agenda(day),
                                  .item = fragment(refusal(day), day_middle(day)),
                                  .room = day_room_part(day),
                                  .log = log(day),
                                  .sheet = printed_sheet(day)};
    return {.title = "Meeting day: " + page.line.body.name,
            .section = "desk",
            .trail = meeting_trail(day.visit, page.line, "Meeting day"),
            .main = meeting_day(layout)};
}

http::Response shown(const DeskVisit& visit, DayState state) {
    const DayVisit on(visit, visit.request.query, std::move(state));
    const auto day = on.day(visit);
    // A refusal is told beside the item, not above the whole page.
    auto above = day.state.form;
    above.ruling.reset();
    auto response = form_page(visit, content_of(day), above);
    if (day.state.form.ruling) {
        response.status = 422;
    }
    return response;
}

http::Response get_day(const DeskVisit& visit) {
    return shown(visit, {});
}

Url day_url(const DeskVisit& visit) {
    return visit.links.workbench(visit.meeting_id()).slash("day");
}

/// Back to the page, showing the item it was about.
Url back_to(const DeskVisit& visit) {
    auto out = day_url(visit);
    if (const auto item = number_in(visit.form, "shown")) {
        out = out.query("item", std::to_string(*item));
    }
    return out;
}

http::Response problem(const DeskVisit& visit, DayState state, const base::Failure& failure) {
    state.form.problem = failure.text();
    return shown(visit, std::move(state));
}

http::Response enter(const DeskVisit& visit, DayState state, const Url& to) {
    const auto entered = partnership::enter_sheet(visit.partnership, visit.meeting_id());
    if (!entered) {
        return problem(visit, std::move(state), entered.error());
    }
    return http::see_other(to.query("entered", std::to_string(entered->size())).str());
}

http::Response undo(const DeskVisit& visit, DayState state) {
    const auto number = number_in(visit.form, "key");
    const auto taken =
        partnership::take_back_line(visit.partnership, visit.meeting_id(), number.value_or(0));
    if (!taken) {
        return problem(visit, std::move(state), taken.error());
    }
    if (!*taken) {
        state.form.problem =
            "That line is not on the sheet any more: it is in the record, or somebody "
            "took it back. A line in the record is put right by a correction.";
        return shown(visit, std::move(state));
    }
    return http::see_other(back_to(visit).query("undone", "1").str());
}

/// What others set down since the form was made, for forms that mind.
std::vector<std::string> changed_meanwhile(const Day& day, const DayVerb& verb) {
    const auto position = number_in(day.visit.form, "position");
    const auto line = number_in(day.visit.form, "line");
    return verb.text && position && line
               ? views::day_changes(day.reader, day.meeting(), day.sheet.lines, *position, *line)
               : std::vector<std::string>{};
}

/// The act the form asks for under its own id; nothing when it cannot be read as things stand now.
std::optional<governance::Submission> own_act(const Day& day, const DayState& state,
                                              const governance::EntryId& id) {
    DayState copy = state;
    const auto reason = partnership::kept_late_reason(day.visit.partnership, day.meeting());
    for (auto& asked : day_acts(day, copy)) {
        asked.late_reason = reason.value_or("");
        auto act = read_act(day.visit, asked);
        if (act && act->id == id) {
            return std::move(*act);
        }
    }
    return std::nullopt;
}

/// The answer to a form that was sent before: to a double press the same as the first time, to
/// other words that they are kept; nothing for a new form.
std::optional<http::Response> sent_before(const Day& day, const DayState& state,
                                          const DayVerb& verb) {
    const auto& visit = day.visit;
    const governance::EntryId id(std::string(visit.form.get("entry").value_or("")));
    const auto line = std::find_if(day.sheet.lines.begin(), day.sheet.lines.end(),
                                   [&](const auto& each) { return each.submission.id == id; });
    const bool on_sheet = line != day.sheet.lines.end();
    if (!on_sheet && !views::position_of_entry(visit.reader, id.value)) {
        return std::nullopt;
    }
    const auto act = own_act(day, state, id);
    // An id that is in the record is never recorded again: the first receipt, or a conflict.
    const bool same = !act || (on_sheet ? governance::encode_fields(act->act) ==
                                              governance::encode_fields(line->submission.act)
                                        : visit.partnership.submit(*act).has_value());
    if (!same) {
        DayState kept = state;
        kept.form.problem =
            "This form was sent before with other words. What you typed now is kept "
            "below: send it again to set it down as well.";
        return shown(visit, std::move(kept));
    }
    if (!on_sheet) {
        return http::see_other(day_url(visit).query("entered", "0").str());
    }
    const auto to = verb.enters == Enters::before ? day_url(visit) : back_to(visit);
    return http::see_other(
        to.query("said", std::to_string(line->number)).fragment(verb.part).str());
}

using partnership::stands;

/// Puts the acts on the sheet one after another; stops at the first that does not stand.
http::Response set_down(const DeskVisit& visit, DayState state, const DayVerb& verb,
                        const std::vector<governance::Submission>& acts) {
    std::int64_t number = 0;
    for (const auto& act : acts) {
        const auto ruling = partnership::foresee_next(visit.partnership, visit.meeting_id(), act);
        if (!ruling) {
            return problem(visit, std::move(state), ruling.error());
        }
        if (verb.enters == Enters::before && stands(*ruling)) {
            const auto entered = partnership::enter_sheet(visit.partnership, visit.meeting_id());
            if (!entered) {
                return problem(visit, std::move(state), entered.error());
            }
        }
        const auto added = partnership::add_line(visit.partnership, visit.meeting_id(), act);
        if (!added) {
            return problem(visit, std::move(state), added.error());
        }
        number = *added;
        if (!stands(*ruling)) {
            const DayVisit on(visit, visit.request.query);
            state.form.ruling = on.reader.ruling(act, *ruling);
            return shown(visit, std::move(state));
        }
        if (visit.partnership.clock_stands() && act.effective > visit.now()) {
            // The clock of a practice copy goes with what is set down and stands.
            if (const auto moved = visit.partnership.move_clock(act.effective); !moved) {
                return problem(visit, std::move(state), moved.error());
            }
        }
    }
    if (verb.enters == Enters::after) {
        return enter(visit, std::move(state), day_url(visit));
    }
    const auto to = verb.enters == Enters::before ? day_url(visit) : back_to(visit);
    return http::see_other(to.query("said", std::to_string(number)).fragment(verb.part).str());
}

/// Keeps why the meeting is entered on a later day, for everything set down from then on.
http::Response keep_reason(const DeskVisit& visit, DayState state) {
    const auto words = base::clean_text(base::trim(state.form.value("late_reason")),
                                        governance::text_length_max);
    if (!words || words->empty()) {
        state.form.errors.add("late_reason", words ? "Say why it is entered on a later day."
                                                   : words.error().message + ".");
        return shown(visit, std::move(state));
    }
    const auto kept =
        partnership::keep_late_reason(visit.partnership, visit.meeting_id(), *words);
    return kept ? http::see_other(back_to(visit).str())
                : problem(visit, std::move(state), kept.error());
}

http::Response post_day(const DeskVisit& visit) {
    DayState state{std::string(visit.form.get("do").value_or("")),
                   std::string(visit.form.get("key").value_or("")),
                   typed_form(visit),
                   {}};
    if (state.verb == "undo") {
        return undo(visit, std::move(state));
    }
    if (state.verb == "enter") {
        return enter(visit, std::move(state), back_to(visit));
    }
    if (state.verb == late_verb) {
        return keep_reason(visit, std::move(state));
    }
    const auto* verb = day_verb(state.verb);
    if (verb == nullptr) {
        throw http::BrokenRequest(400, "This form asks for something the page does not know.");
    }
    DayState sent{state.verb, state.key, {}, {}};
    const DayVisit on(visit, visit.request.query, std::move(sent));
    const auto day = on.day(visit);
    if (auto before = sent_before(day, state, *verb)) {
        return std::move(*before);
    }
    if (state.verb == "close-item" && on.page.item && !on.page.item->taken) {
        return enter(visit, std::move(state), day_url(visit)); // it ended by what was set down
    }
    state.form.changed = changed_meanwhile(day, *verb);
    auto asked = state.form.changed.empty() ? day_acts(day, state) : std::vector<ActAsked>{};
    std::vector<governance::Submission> acts;
    const auto reason = partnership::kept_late_reason(visit.partnership, visit.meeting_id());
    for (auto& each : asked) {
        each.late_reason = reason.value_or("");
        auto act = read_act(visit, each);
        if (!act) {
            state.form.errors = std::move(act.error().errors);
            state.form.problem = std::move(act.error().problem);
            return shown(visit, std::move(state));
        }
        acts.push_back(std::move(*act));
    }
    if (acts.empty()) {
        return shown(visit, std::move(state));
    }
    return set_down(visit, std::move(state), *verb, acts);
}

constexpr DeskRoute routes[] = {
    {"/desk/meetings/{body}/{meeting}/day", get_day, post_day, secretariat_only},
};

} // namespace

std::span<const DeskRoute> day_routes() {
    return routes;
}

} // namespace quorate::web
