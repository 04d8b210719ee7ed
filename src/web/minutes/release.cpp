#include "web/minutes/release.hpp"

#include "base/text.hpp"
#include "views/private_session.hpp"
#include "web/minutes/minutes_parts.hpp"
#include "web/parts.hpp"

#include <algorithm>

namespace quorate::web {

using namespace html;

namespace {

Url here(const DeskVisit& visit) {
    return visit.links.desk_minutes(visit.meeting_id()).slash("release");
}

http::Response show(const DeskVisit& visit, const FormState& state) {
    const auto meeting = visit.reader.meeting(visit.meeting_id());
    if (!meeting) {
        no_such_page();
    }
    const auto how = views::private_day(visit.reader, visit.meeting_id());
    SelectField field{.name = "item", .label = "Item", .value = state.value("item"), .id = "item"};
    for (const auto& item : meeting->items) {
        if (std::find(how.held.begin(), how.held.end(), item.number) != how.held.end()) {
            const auto number = std::to_string(item.number);
            field.options.push_back({.value = number, .label = number + ". " + item.title});
        }
    }
    Html main =
        page_heading("Release notes of an item taken in private", meeting_title(meeting->line));
    if (field.options.empty()) {
        main += p("No notes of this meeting are held back.");
        main += p(a(visit.links.desk_minutes(visit.meeting_id()), "Back to the minutes"));
    } else {
        main += p("Everybody can then read what was noted, moved and said at the item, once "
                  "minutes of the meeting are published.");
        main += form(
            form_to(visit, here(visit)), act_hidden(visit), select_field(field, state.errors),
            text_field({.name = "reason",
                        .label = "Why they need not be held back any more",
                        .value = state.value("reason"),
                        .id = "reason"},
                       state.errors),
            when_fields(visit, state),
            button_row(submit_button("Release the notes"),
                       a(visit.links.desk_minutes(visit.meeting_id()), "Back to the minutes")));
    }
    return form_page(visit,
                     {.title = "Release notes",
                      .section = "desk",
                      .trail = minutes_trail(visit, meeting->line, "Release notes"),
                      .main = reading_column(main)},
                     state);
}

} // namespace

Html release_notes_link(const DeskVisit& visit) {
    const auto how = views::private_day(visit.reader, visit.meeting_id());
    return how.held.empty() || !visit.secretariat()
               ? Html{}
               : p(a(here(visit), "Release notes of an item taken in private"));
}

http::Response release_notes_page(const DeskVisit& visit) {
    return show(visit, {});
}

http::Response release_notes(const DeskVisit& visit) {
    auto state = typed_form(visit);
    ActAsked asked{.act = "release-notes", .fields = {}};
    asked.fields["meeting"] = visit.meeting_id();
    if (const std::string item(base::trim(state.value("item"))); !item.empty()) {
        asked.fields["item"] = item;
    }
    if (const std::string reason(base::trim(state.value("reason"))); !reason.empty()) {
        asked.fields["reason"] = reason;
    }
    asked.effective = moment_typed(visit, "when", state.errors);
    if (!state.errors.empty()) {
        return show(visit, state);
    }
    const auto taken = submit_act(visit, asked);
    return taken ? done(visit.links.desk_minutes(visit.meeting_id()), taken->position)
                 : show(visit, taken.error());
}

} // namespace quorate::web
