#include "base/time.hpp"

#include "base/calendar_names.hpp"
#include <charconv>
#include <chrono>
#include <date/tz.h>
#include <fmt/format.h>

namespace quorate::base {
namespace {

namespace chr = std::chrono;

chr::year_month_day split(CivilDate date) {
    return chr::year_month_day{chr::sys_days{chr::days{date.days}}};
}

const date::time_zone& zone_of(const void* zone) {
    return *static_cast<const date::time_zone*>(zone);
}

bool number(std::string_view text, int& out) {
    if (text.empty()) {
        return false;
    }
    for (const char c : text) {
        if (c < '0' || c > '9') {
            return false;
        }
    }
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
    return error == std::errc{} && end == text.data() + text.size();
}

tl::unexpected<Failure> not_a_time(std::string_view text) {
    return fail("", "\"" + std::string(text) + "\" is not a date or time",
                "Write a date as 2008-07-01 and a time as 2008-07-01T10:00");
}

/// "10:00", "10:00:00" or "10:00:00.250" as milliseconds after midnight; -1 when it is none of
/// them.
std::int64_t day_milliseconds(std::string_view text) {
    int hour = 0;
    int minute = 0;
    int second = 0;
    int milli = 0;
    if (text.size() < 5 || text[2] != ':' || !number(text.substr(0, 2), hour) ||
        !number(text.substr(3, 2), minute)) {
        return -1;
    }
    if (text.size() > 5 &&
        (text.size() < 8 || text[5] != ':' || !number(text.substr(6, 2), second))) {
        return -1;
    }
    if (text.size() > 8 &&
        (text.size() != 12 || text[8] != '.' || !number(text.substr(9, 3), milli))) {
        return -1;
    }
    if (hour > 23 || minute > 59 || second > 59) {
        return -1;
    }
    return ((hour * 60 + minute) * 60 + second) * std::int64_t{1000} + milli;
}

} // namespace

int CivilDate::year() const {
    return static_cast<int>(split(*this).year());
}
unsigned CivilDate::month() const {
    return static_cast<unsigned>(split(*this).month());
}
unsigned CivilDate::day() const {
    return static_cast<unsigned>(split(*this).day());
}
unsigned CivilDate::weekday() const {
    return chr::weekday{chr::sys_days{chr::days{days}}}.c_encoding();
}

Result<CivilDate> civil_date(int year, unsigned month, unsigned day) {
    // Looked at before chrono does: its months and days keep only the last eight bits of a number.
    const bool in_range =
        year >= 1900 && year <= 2200 && month >= 1 && month <= 12 && day >= 1 && day <= 31;
    const chr::year_month_day ymd{chr::year{in_range ? year : 0}, chr::month{in_range ? month : 0},
                                  chr::day{in_range ? day : 0}};
    if (!ymd.ok()) {
        return fail("", fmt::format("there is no day {:04}-{:02}-{:02}", year, month, day),
                    "Use a date between 1900 and 2200");
    }
    return CivilDate{static_cast<std::int32_t>(chr::sys_days{ymd}.time_since_epoch().count())};
}

unsigned days_in_month(int year, unsigned month) {
    const auto last = chr::year{year} / chr::month{month} / chr::last;
    return static_cast<unsigned>(chr::year_month_day{chr::sys_days{last}}.day());
}

Result<Zone> Zone::find(std::string_view name) {
    try {
        return Zone(date::locate_zone(name));
    } catch (const std::exception&) {
        return fail("", "there is no time zone \"" + std::string(name) + "\"",
                    "Use a name such as Europe/London");
    }
}

Zone Zone::utc() {
    return *find("UTC");
}

const std::string& Zone::name() const {
    return zone_of(zone_).name();
}

LocalTime Zone::local(Instant instant) const {
    const date::sys_time<chr::milliseconds> at{chr::milliseconds{instant.ms}};
    const auto local = zone_of(zone_).to_local(at).time_since_epoch();
    const auto day = chr::floor<chr::days>(local);
    const auto minute = chr::floor<chr::minutes>(local - day);
    return {CivilDate{static_cast<std::int32_t>(day.count())}, static_cast<int>(minute.count())};
}

CivilDate Zone::date_of(Instant instant) const {
    return local(instant).date;
}

Result<Instant> Zone::instant(LocalTime local) const {
    const date::local_time<chr::minutes> at{chr::days{local.date.days} +
                                            chr::minutes{local.minute}};
    const auto info = zone_of(zone_).get_info(at);
    if (info.result == date::local_info::nonexistent) {
        return fail("", base::text(local) + " does not exist: clocks go forward then",
                    "Give a time an hour later");
    }
    const auto utc = at.time_since_epoch() - info.first.offset;
    return Instant{chr::duration_cast<chr::milliseconds>(utc).count()};
}

Instant Zone::start_of(CivilDate date) const {
    for (int minute = 0; minute <= 180; minute += 30) {
        if (const auto found = instant({date, minute})) {
            return *found;
        }
    }
    return Instant{std::int64_t{date.days} * 86'400'000};
}

std::string text(CivilDate date) {
    return fmt::format("{:04}-{:02}-{:02}", date.year(), date.month(), date.day());
}

std::string text(Instant instant) {
    const auto day = chr::floor<chr::days>(chr::milliseconds{instant.ms});
    const std::int64_t rest = instant.ms - chr::milliseconds{day}.count();
    auto out = text(CivilDate{static_cast<std::int32_t>(day.count())});
    // Written by hand: the record has several in every entry.
    const auto append = [&out](char before, std::int64_t number, std::int64_t highest_unit) {
        out += before;
        for (auto unit = highest_unit; unit > 0; unit /= 10) {
            out += static_cast<char>('0' + number / unit % 10);
        }
    };
    append('T', rest / 3'600'000, 10);
    append(':', rest / 60'000 % 60, 10);
    append(':', rest / 1000 % 60, 10);
    if (rest % 1000 != 0) {
        append('.', rest % 1000, 100);
    }
    return out + 'Z';
}

std::string text(LocalTime local) {
    return fmt::format("{}T{:02}:{:02}", text(local.date), local.minute / 60, local.minute % 60);
}

std::string words(CivilDate date) {
    return fmt::format("{} {} {} {}", weekday_names.at(date.weekday()), date.day(),
                       month_names.at(date.month() - 1), date.year());
}

std::string clock_words(int minute) {
    if (minute == 0) {
        return "12:00 midnight";
    }
    if (minute == 720) {
        return "12:00 noon";
    }
    const int hour = minute / 60 % 12 == 0 ? 12 : minute / 60 % 12;
    return fmt::format("{}:{:02}{}", hour, minute % 60, minute < 720 ? "am" : "pm");
}

Result<CivilDate> parse_date(std::string_view text) {
    int year = 0;
    int month = 0;
    int day = 0;
    if (text.size() != 10 || text[4] != '-' || text[7] != '-' || !number(text.substr(0, 4), year) ||
        !number(text.substr(5, 2), month) || !number(text.substr(8, 2), day)) {
        return not_a_time(text);
    }
    return civil_date(year, static_cast<unsigned>(month), static_cast<unsigned>(day));
}

Result<LocalTime> parse_local_time(std::string_view text) {
    if (text.size() < 16 || text[10] != 'T') {
        return not_a_time(text);
    }
    const auto date = parse_date(text.substr(0, 10));
    if (!date) {
        return tl::unexpected(date.error());
    }
    const auto millis = day_milliseconds(text.substr(11));
    if (millis < 0 || millis % 60'000 != 0) {
        return not_a_time(text);
    }
    return LocalTime{*date, static_cast<int>(millis / 60'000)};
}

Result<Instant> parse_instant(std::string_view text) {
    if (text.size() < 17 || text[10] != 'T' || text.back() != 'Z') {
        return not_a_time(text);
    }
    const auto date = parse_date(text.substr(0, 10));
    if (!date) {
        return tl::unexpected(date.error());
    }
    const auto millis = day_milliseconds(text.substr(11, text.size() - 12));
    if (millis < 0) {
        return not_a_time(text);
    }
    return Instant{std::int64_t{date->days} * 86'400'000 + millis};
}

Result<Instant> parse_when(std::string_view text, const Zone& zone) {
    if (!text.empty() && text.back() == 'Z') {
        return parse_instant(text);
    }
    if (text.size() == 10) {
        return parse_date(text).map([&](CivilDate date) { return zone.start_of(date); });
    }
    return parse_local_time(text).and_then([&](LocalTime local) { return zone.instant(local); });
}

Instant system_now() {
    const auto now = chr::system_clock::now().time_since_epoch();
    return Instant{chr::duration_cast<chr::milliseconds>(now).count()};
}

std::int64_t monotonic_ms() {
    const auto now = chr::steady_clock::now().time_since_epoch();
    return chr::duration_cast<chr::milliseconds>(now).count();
}

} // namespace quorate::base
