// The desk's own address, and the clock of a practice copy.

#include "web/desk/act_form.hpp"
#include "web/desk/chair_parts.hpp"
#include "web/parts.hpp"

namespace quorate::web {

using namespace html;

namespace {

http::Response desk(const DeskVisit& visit) {
    switch (visit.kind()) {
    case views::ViewerKind::secretariat:
        return secretariat_desk(visit);
    case views::ViewerKind::chair:
        return chair_desk(visit);
    case views::ViewerKind::auditor:
        return auditor_desk(visit);
    case views::ViewerKind::administrator:
        return administrator_desk(visit);
    case views::ViewerKind::member:
        // A Vice Chair is shown what is not the Chair's to decide.
        return has_chair_matters(visit) ? chair_desk(visit) : member_desk(visit);
    case views::ViewerKind::partner:
        return partner_desk(visit);
    case views::ViewerKind::public_:
        break;
    }
    return member_desk(visit);
}

http::Response clock_form(const DeskVisit& visit, const FormState& state) {
    const auto local = visit.partnership.zone().local(visit.now());
    Html main = page_heading("Practice clock");
    main += lead("It stands at ", base::clock_words(local.minute), " on ", date(local.date), ".");
    main += p("Everything you record counts as done at this time, and every deadline is judged by "
              "it. The clock stands still until you move it, and it only moves forward: to send "
              "papers on 16 June, move it to 16 June first.");
    main += form(form_to(visit, visit.links.part("desk").slash("clock")),
                 hidden("to", state.value("to", visit.request.query.get("to").value_or(""))),
                 date_field({.name = "clock",
                             .label = "Move it to the date",
                             .value = state.date("clock", local.date)},
                            state.errors),
                 time_field({.name = "clock-time",
                             .label = "Time",
                             .value = state.value("clock-time", base::clock_words(local.minute))},
                            state.errors),
                 submit_button("Move the clock"));
    return form_page(visit, {.title = "Practice clock", .main = reading_column(main)}, state);
}

http::Response clock_page(const DeskVisit& visit) {
    if (!visit.partnership.clock_stands()) {
        no_such_page();
    }
    return clock_form(visit, {});
}

http::Response move_clock(const DeskVisit& visit) {
    if (!visit.partnership.clock_stands()) {
        no_such_page();
    }
    FormState state = typed_form(visit);
    const auto moment = moment_typed(visit, "clock", state.errors);
    if (!moment && state.errors.empty()) {
        state.errors.add("clock", "Enter the date to move the clock to.");
    }
    if (moment && too_far_ahead(visit, *moment)) {
        state.errors.add("clock", "That is more than a year ahead. Move the clock in smaller "
                                  "steps.");
    } else if (moment) {
        if (const auto moved = visit.partnership.move_clock(*moment); !moved) {
            state.errors.add("clock", "The practice clock only moves forward. Choose a later date "
                                      "or time.");
        }
    }
    if (!state.errors.empty()) {
        return clock_form(visit, state);
    }
    const auto to = visit.form.get("to").value_or("");
    return http::see_other(
        own_path(visit.partnership.id(), to.empty() ? visit.links.part("desk").str() : to).str());
}

constexpr DeskRoute routes[] = {{"/desk", desk, nullptr, everyone_signed_in},
                                {"/desk/clock", clock_page, move_clock, secretariat_only}};

} // namespace

std::span<const DeskRoute> desk_routes() {
    return routes;
}

} // namespace quorate::web
