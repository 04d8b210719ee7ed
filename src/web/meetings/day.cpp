// Meeting day: one screen for the room, the agenda and the item in hand. What is set down is
// provisional until its item closes; then it enters the record.

#include "web/meetings/day.hpp"

#include "base/text.hpp"
#include "governance/codec.hpp"
#include "governance/field_words.hpp"
#include "html/govuk/details.hpp"
#include "html/meeting_day.hpp"
#include "partnership/workspace/late_reason.hpp"
#include "partnership/workspace/sheet_edit.hpp"
#include "views/desk/entry_place.hpp"
#include "web/meetings/planning.hpp"
#include "web/parts.hpp"

#include <algorithm>
#include <charconv>
#include <map>

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

} // namespace

DayVisit::DayVisit(const DeskVisit& desk, const http::Fields& asked, DayState given)
    : sheet(foresight_of(desk)),
      reader(views::Reader::open_on(desk.partnership, desk.who.viewer, sheet.snapshot)),
      state(std::move(given)) {
    auto item = number_in(asked, "item");
    item_asked = item.has_value();
    if (!item && !state.verb.empty()) {
        item = number_in(desk.form, "item");
    }
    auto found = views::meeting_day(reader, desk.meeting_id(), sheet.lines, item);
    if (!found) {
        no_such_page();
    }
    page = std::move(*found);
}

namespace {

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
    return fragment(div(day_key("agenda"), out), day_course(day));
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
    if (const auto undone = number_in(query, "undone")) {
        return p(cls("q-day-said").set("role", "status"),
                 *undone < 2 ? "Taken back. It left no trace."
                             : std::to_string(*undone) + " lines taken back. They left no trace.");
    }
    if (query.has("changed")) {
        return p(cls("q-day-said").set("role", "status"), "Put right. It left no trace.");
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
    const auto on = day.page.day.date;
    if (day.page.over || day.page.today || visit.partnership.zone().date_of(visit.now()) <= on) {
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
    const Html ask = day_form(
        day, {.verb = std::string(late_verb), .words = "Keep this reason", .time = false}, field);
    const Html told = p("What you set down is of ", date(on), "; today is ",
                        date(visit.partnership.zone().date_of(visit.now())),
                        ". Write the true time with each line: the boxes go on from the last.");
    if (kept.empty() || asked) {
        return div(cls("q-day-late"), told, ask);
    }
    return govuk::details({.summary = "Entered on a later day: " + kept,
                           .content = fragment(told, ask),
                           .id = "entered-later",
                           .classes = "q-day-more q-day-later"});
}

/// Before the meeting's day there is nothing to record of it.
Content content_before(const Day& day) {
    const auto& page = day.page;
    return {.title = "Meeting day: " + page.line.body.name,
            .section = "desk",
            .trail = meeting_trail(day.visit, page.line, "Meeting day"),
            .main = fragment(
                Tag{"h1", "govuk-heading-l q-day-title"}("Meeting day: ", page.line.body.name),
                p(page.line.ends ? "The meeting is from " : "The meeting is at ",
                  when(page.line.at, page.line.ends),
                  page.line.place.empty() ? "" : ", " + page.line.place,
                  ". What happens at it can be recorded from that day on."),
                p(a(day.visit.links.workbench(day.meeting()), "Back to the meeting")),
                page.provisional.empty() ? Html{} : day_log_part(day))};
}

/// What the script of the page goes by.
Attributes script_data(const Day& day) {
    const auto& visit = day.visit;
    const bool running = !visit.partnership.clock_stands();
    return attr("data-day", day.here().str())
        .set("data-item", day.page.item ? std::to_string(day.page.item->number) : "")
        .set("data-account", visit.who.viewer.account)
        .set("data-live-events",
             visit.links.meeting(day.meeting()).slash("live").slash("events").str())
        .set("data-now", running ? std::to_string(visit.now().ms) : "")
        .set("data-zone", std::string(visit.partnership.zone().name()));
}

Content content_of(const Day& day) {
    if (day_to_come(day)) {
        return content_before(day);
    }
    const auto& page = day.page;
    const auto here = day.visit.links.workbench(day.meeting());
    const Html state =
        p(cls("q-day-state"), strong(page.state_words), ". ", when(page.line.at, page.line.ends),
          page.line.place.empty() ? "" : ", " + page.line.place, " · ",
          a(here, "Back to the meeting"), " · ",
          a(day.visit.links.workbench(day.meeting()).slash("kit"), "Paper kit"));
    Html rulings;
    for (const auto& each : page.rulings) {
        rulings += p(cls("q-quiet"), each);
    }
    const MeetingDayLayout layout{
        .above = div(cls("q-day-head"),
                     div(attr("data-part", "head"),
                         Tag{"h1", "govuk-heading-m q-day-title"}(
                             "Meeting day: ", page.line.body.name,
                             page.room.joint ? " and " + page.room.joint->body : std::string()),
                         state),
                     div(cls("q-day-tools").set("data-day-tools", ""))),
        .said = fragment(entered_later(day), said(day)),
        .agenda = fragment(agenda(day), rulings),
        .item = fragment(refusal(day), day_middle(day)),
        .room = day_room_part(day),
        .log = day_log_part(day),
        .sheet = day_sheet(day),
        .attributes = script_data(day)};
    return {.title = "Meeting day: " + page.line.body.name,
            .section = "desk",
            .trail = meeting_trail(day.visit, page.line, "Meeting day"),
            .main = fragment(meeting_day(layout), day_lists(day)),
            .modules = {"day.mjs"}};
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

/// The line of the sheet with this number, unless it is there no more.
const partnership::ForeseenLine* line_of(const partnership::Foresight& sheet, std::int64_t number) {
    const auto found = std::find_if(sheet.lines.begin(), sheet.lines.end(),
                                    [&](const auto& each) { return each.number == number; });
    return found == sheet.lines.end() ? nullptr : &*found;
}

/// A line that is not as it was when somebody asked to take it back: it stays.
http::Response changed_line(const DeskVisit& visit, DayState state) {
    state.form.problem = "Somebody changed this line meanwhile, so it was not taken back. Look at "
                         "it under “Not yet in the record” first.";
    return shown(visit, std::move(state));
}

/// Takes a line back, and with it those that rest on it when they were shown and agreed to.
http::Response undo(const DeskVisit& visit, DayState state) {
    const auto number = number_in(visit.form, "key").value_or(0);
    const auto sheet = foresight_of(visit);
    const auto* line = line_of(sheet, number);
    if (line == nullptr || views::position_of_entry(visit.reader, line->submission.id.value)) {
        const auto entry = visit.form.get("about").value_or("");
        if (!entry.empty() && !views::position_of_entry(visit.reader, entry)) {
            return http::see_other(back_to(visit).query("undone", "1").str()); // taken back before
        }
        state.form.problem = "That line is not on the sheet any more: it is in the record, or "
                             "somebody took it back. A line in the record is put right under "
                             "“In the record”.";
        return shown(visit, std::move(state));
    }
    const auto as_it_is = partnership::line_digest(line->submission);
    if (visit.form.get("as_shown").value_or(as_it_is) != as_it_is) {
        return changed_line(visit, std::move(state));
    }
    const auto hanging =
        partnership::lines_that_hang_on(visit.partnership, visit.meeting_id(), number);
    if (!hanging) {
        return problem(visit, std::move(state), hanging.error());
    }
    if (!hanging->empty() && visit.form.get("with").value_or("") != "yes") {
        return http::see_other(
            back_to(visit).slash("line").query("number", std::to_string(number)).str());
    }
    for (auto each = hanging->rbegin(); each != hanging->rend(); ++each) {
        const auto taken =
            partnership::take_back_line(visit.partnership, visit.meeting_id(), each->line.number);
        if (!taken) {
            return problem(visit, std::move(state), taken.error());
        }
    }
    const auto taken =
        partnership::take_back_as_shown(visit.partnership, visit.meeting_id(), number, as_it_is);
    if (!taken) {
        return problem(visit, std::move(state), taken.error());
    }
    if (*taken == partnership::LineChange::changed) {
        return changed_line(visit, std::move(state));
    }
    const auto count = std::to_string(hanging->size() + 1);
    return http::see_other(back_to(visit).query("undone", count).str());
}

/// What others set down since the form was made, for forms that mind.
std::vector<std::string> changed_meanwhile(const Day& day, const DayVerb& verb) {
    const auto position = number_in(day.visit.form, "position");
    const auto line = number_in(day.visit.form, "line");
    return verb.text && position && line
               ? views::day_changes(day.reader, day.meeting(), day.sheet.lines, *position, *line,
                                    day.visit.form.get("mine").value_or(""))
               : std::vector<std::string>{};
}

/// An act as the form asks for it, with where each of its fields stands in the form.
struct OwnAct {
    governance::Submission act;
    std::map<std::string, std::string> shown_as;
};

/// The act the form asks for under its own id; nothing when it cannot be read as things stand now.
std::optional<OwnAct> own_act(const Day& day, const DayState& state,
                              const governance::EntryId& id) {
    DayState copy = state;
    const auto reason = day_late_reason(day, state.form);
    for (auto& asked : day_acts(day, copy)) {
        asked.late_reason = reason;
        auto act = read_act(day.visit, asked);
        if (act && act->id == id) {
            return OwnAct{std::move(*act), asked.shown_as};
        }
    }
    return std::nullopt;
}

/// The act of an entry that is in the record.
governance::Act recorded_act(const DeskVisit& visit, const governance::EntryId& id) {
    const auto position = views::position_of_entry(visit.reader, id.value);
    auto entry = visit.partnership.entry(position.value_or(0));
    if (!entry) {
        throw http::BrokenRequest(500, "The record cannot be read: " + entry.error().text());
    }
    return std::move(entry->submission.act);
}

/// Says beside the field that says something else now than when the form was sent before. One that
/// no box of the form shows is told above it.
void say_other_words(DayState& state, const OwnAct& own, const governance::Act& before) {
    const std::string words = "This form was sent before with other words. What you typed now is "
                              "kept: send it again to set it down as well.";
    const auto then = governance::encode_fields(before);
    for (const auto& [name, value] : governance::encode_fields(own.act.act)) {
        const auto* old = then.if_contains(name);
        const auto shown = own.shown_as.find(std::string(name));
        if ((old == nullptr || *old != value) && shown != own.shown_as.end()) {
            state.form.errors.add(shown->second, words);
            return;
        }
    }
    state.form.problem = words;
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
    const bool same = !act || (on_sheet ? governance::encode_fields(act->act.act) ==
                                              governance::encode_fields(line->submission.act)
                                        : visit.partnership.submit(act->act).has_value());
    if (!same) {
        DayState kept = state;
        say_other_words(kept, *act, on_sheet ? line->submission.act : recorded_act(visit, id));
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
    const auto words =
        base::clean_text(base::trim(state.form.value("late_reason")), governance::text_length_max);
    if (!words || words->empty()) {
        state.form.errors.add("late_reason", words ? "Say why it is entered on a later day."
                                                   : words.error().message + ".");
        return shown(visit, std::move(state));
    }
    const auto kept = partnership::keep_late_reason(visit.partnership, visit.meeting_id(), *words);
    return kept ? http::see_other(back_to(visit).str())
                : problem(visit, std::move(state), kept.error());
}

http::Response take_form(const DeskVisit& visit) {
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
    const auto reason = day_late_reason(day, state.form);
    for (auto& each : asked) {
        each.late_reason = reason;
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

/// A list that waited for the connection is sent one form after another: what was set down is told
/// without the page it leads to while more is to come. What is asked back is always shown.
http::Response post_day(const DeskVisit& visit) {
    auto response = take_form(visit);
    if (visit.form.has("more") && response.status == 303 && visit.form.get("do") != "undo") {
        response = {};
        response.status = 204;
    }
    return response;
}

constexpr DeskRoute routes[] = {
    {"/desk/meetings/{body}/{meeting}/day", get_day, post_day, secretariat_only},
    {"/desk/meetings/{body}/{meeting}/day/line", day_line_page, change_day_line, secretariat_only},
    {"/desk/meetings/{body}/{meeting}/day/log", day_log_page, nullptr, secretariat_and_auditor},
    {"/desk/meetings/{body}/{meeting}/day/correct", day_correction_page, correct_day,
     secretariat_only},
    {"/desk/meetings/{body}/{meeting}/kit", kit_page, nullptr, secretariat_and_auditor},
};

} // namespace

std::span<const DeskRoute> day_routes() {
    return routes;
}

} // namespace quorate::web
