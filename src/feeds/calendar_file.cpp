#include "feeds/calendar_file.hpp"

#include <cstdlib>
#include <libical/ical.h>
#include <memory>
#include <mutex>

namespace quorate::feeds {
namespace {

struct FreeComponent {
    void operator()(icalcomponent* component) const { icalcomponent_free(component); }
};
using Component = std::unique_ptr<icalcomponent, FreeComponent>;

struct FreeText {
    void operator()(char* text) const { std::free(text); }
};

icaltimetype day(base::CivilDate date) {
    auto out = icaltime_null_date();
    out.year = date.year();
    out.month = static_cast<int>(date.month());
    out.day = static_cast<int>(date.day());
    return out;
}

icaltimetype instant(base::Instant at) {
    return icaltime_from_timet_with_zone(static_cast<time_t>(at.ms / 1000), 0,
                                         icaltimezone_get_utc_timezone());
}

void add(icalcomponent* to, icalproperty* property) {
    icalcomponent_add_property(to, property);
}

/// A property libical has no maker for. It escapes the text but for commas, as others write these.
void add_named(icalcomponent* to, const char* name, const std::string& value) {
    auto* property = icalproperty_new_x(value.c_str());
    icalproperty_set_x_name(property, name);
    add(to, property);
}

/// An event with what a day and a time both say; `Each` is one of the two.
template <class Each>
icalcomponent* add_event(icalcomponent* calendar, const Each& each, icaltimetype from,
                         icaltimetype until) {
    auto* event = icalcomponent_new(ICAL_VEVENT_COMPONENT);
    add(event, icalproperty_new_uid(each.uid.c_str()));
    add(event, icalproperty_new_dtstamp(instant(each.stamp)));
    add(event, icalproperty_new_dtstart(from));
    add(event, icalproperty_new_dtend(until));
    add(event, icalproperty_new_summary(each.summary.c_str()));
    if (!each.description.empty()) {
        add(event, icalproperty_new_description(each.description.c_str()));
    }
    if (!each.url.empty()) {
        add(event, icalproperty_new_url(each.url.c_str()));
    }
    icalcomponent_add_component(calendar, event);
    return event;
}

void add_day(icalcomponent* calendar, const CalendarDay& due) {
    auto* event = add_event(calendar, due, day(due.on), day(due.on.plus_days(1)));
    if (!due.category.empty()) {
        add(event, icalproperty_new_categories(due.category.c_str()));
    }
    add(event, icalproperty_new_transp(ICAL_TRANSP_TRANSPARENT));
}

void add_time(icalcomponent* calendar, const CalendarTime& each) {
    const base::Instant end{each.from.ms + std::int64_t{each.minutes} * 60'000};
    auto* event = add_event(calendar, each, instant(each.from), instant(end));
    add(event, icalproperty_new_sequence(each.sequence));
    add(event, icalproperty_new_status(each.off ? ICAL_STATUS_CANCELLED : ICAL_STATUS_CONFIRMED));
    if (!each.place.empty()) {
        add(event, icalproperty_new_location(each.place.c_str()));
    }
}

/// libical puts a prefix before the names of its zones and may stop the program on odd input unless
/// it is told not to; both are settings of the whole program.
void set_up_once() {
    static std::once_flag once;
    std::call_once(once, [] {
        icaltimezone_set_tzid_prefix("");
        icalerror_set_errors_are_fatal(0);
    });
}

} // namespace

std::string calendar_file(const CalendarFile& file) {
    set_up_once();
    const Component calendar(icalcomponent_new(ICAL_VCALENDAR_COMPONENT));
    add(calendar.get(), icalproperty_new_version("2.0"));
    add(calendar.get(), icalproperty_new_prodid("-//Quorate//Duties//EN"));
    add(calendar.get(), icalproperty_new_calscale("GREGORIAN"));
    add(calendar.get(), icalproperty_new_method(ICAL_METHOD_PUBLISH));
    add_named(calendar.get(), "X-WR-CALNAME", file.name);
    if (!file.source.empty()) {
        add(calendar.get(), icalproperty_new_url(file.source.c_str()));
    }
    for (const auto& due : file.days) {
        add_day(calendar.get(), due);
    }
    for (const auto& each : file.times) {
        add_time(calendar.get(), each);
    }
    const std::unique_ptr<char, FreeText> text(icalcomponent_as_ical_string_r(calendar.get()));
    return text == nullptr ? std::string{} : std::string(text.get());
}

} // namespace quorate::feeds
