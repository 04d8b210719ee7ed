#include "html/meeting_day.hpp"

#include "html/govuk/table.hpp"

namespace quorate::html {

namespace {

Html part(std::string_view classes, const Part& content) {
    return content.empty() ? Html() : div(cls(classes), content);
}

} // namespace

Html meeting_day(const MeetingDayLayout& parts) {
    // In the order a phone shows them, which is the order of use; a wide screen sets them in
    // columns.
    // Each part is named, so that a script can put a newer one in its place.
    const auto named = [](std::string_view classes, std::string_view name) {
        return cls(classes).set("data-part", name);
    };
    const Html item =
        section(named("q-day__item", "item").set("aria-label", "The item in hand"), parts.item);
    const Html room =
        section(named("q-day__room", "room").set("aria-label", "The room"), parts.room);
    const Html agenda =
        nav(named("q-day__agenda", "agenda").set("aria-label", "Agenda"), parts.agenda);
    const Html log = div(named("q-day__log", "log"), parts.log);
    return fragment(div(cls("q-day q-screen-only").append(parts.attributes),
                        part("q-day__above", parts.above),
                        div(named("q-day__said", "said"), parts.said),
                        div(cls("q-day__columns"), item, room, log, agenda)),
                    parts.sheet);
}

Html day_agenda(const std::vector<DayAgendaItem>& items) {
    std::vector<Html> lines;
    for (const DayAgendaItem& item : items) {
        Attributes attributes = cls("q-day-agenda__row");
        Attributes link;
        if (item.current) {
            attributes.cls("q-day-agenda__row--current");
            link.set("aria-current", "true");
        }
        const Part title =
            item.href ? Part(a(link, *item.href, item.title)) : Part(span(link, item.title));
        Part state;
        if (!item.state_words.empty())
            state = div(cls("q-day-agenda__state"), progress_word(item.state, item.state_words));
        lines.push_back(
            li(attributes, span(cls("q-day-agenda__number"), item.number), div(title, state)));
    }
    return fragment(Tag{"h2", "govuk-heading-s"}("Agenda"), Tag{"ol", "q-day-agenda"}(lines));
}

Html day_item(const DayItemHead& head, const Part& content) {
    Part number;
    if (!head.number.empty())
        number = span(cls("q-day-item__number"), "Item ", head.number);
    Part about;
    if (!head.about.empty())
        about = Tag{"p", "q-day-item__about"}(head.about);
    Part steps;
    if (!head.steps.empty()) {
        std::vector<Html> items;
        for (const DayStep& step : head.steps) {
            Attributes attributes;
            if (step.state == Progress::now)
                attributes.set("aria-current", "step");
            items.push_back(li(attributes, progress_word(step.state, step.words)));
        }
        steps = Tag{"ol", "q-day-steps"}(attr("aria-label", "Steps of this item"), items);
    }
    return fragment(Tag{"h2", "q-day-item__title"}(number, " ", head.title), about, steps, content);
}

Html day_people(std::string_view heading, const std::vector<DayPerson>& people) {
    if (people.empty())
        return {};
    std::vector<Html> items;
    for (const DayPerson& person : people)
        items.push_back(
            li(cls("q-papers__row"),
               div(cls("q-papers__words"), div(person.name), part("q-quiet", person.about)),
               part("q-papers__button", person.buttons)));
    return fragment(Tag{"h3", "govuk-heading-s q-day-people"}(heading, " (", people.size(), ")"),
                    Tag{"ul", "q-papers"}(attr("aria-label", heading), items));
}

Html day_log(std::string_view heading, const std::vector<DayLogRow>& rows) {
    std::vector<Html> items;
    for (const DayLogRow& row : rows)
        items.push_back(li(cls("q-papers__row"), div(cls("q-day-log__time"), row.time),
                           div(cls("q-papers__words"), div(row.words), part("", row.ruling)),
                           part("q-papers__button", row.undo)));
    const Html list = rows.empty() ? p(cls("q-nothing"), "Nothing has been set down yet.")
                                   : Tag{"ol", "q-papers"}(attr("aria-label", heading), items);
    return fragment(Tag{"h2", "govuk-heading-m"}(heading), list);
}

Html attendance_sheet(const AttendanceSheet& sheet) {
    govuk::Table table;
    table.head = {"Seat", "Name and organisation", "Signature", "Arrived", "Left"};
    for (const SheetRow& row : sheet.rows)
        table.rows.push_back({row.seat, row.who, "", row.arrived, row.left});
    return section(cls("q-sheet"), Tag{"h2", "govuk-heading-l"}("Attendance: ", sheet.title),
                   Tag{"p", "govuk-body"}(sheet.when, " ", sheet.quorum), govuk::table(table));
}

} // namespace quorate::html
