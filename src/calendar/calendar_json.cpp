// The calendar's own data format: JSON in, canonical JSON out.

#include "base/ids.hpp"
#include "base/json.hpp"
#include "base/text.hpp"
#include "calendar/calendar.hpp"

#include <algorithm>

namespace quorate::calendar {
namespace {

using base::CivilDate;
using base::fail;
using base::Json;
using base::JsonObject;
using base::Result;

constexpr int format_number = 1;
constexpr int version_max = 1'000'000;
constexpr std::size_t days_max = 20'000;
constexpr std::size_t title_bytes_max = 200;
constexpr std::size_t note_bytes_max = 500;
constexpr std::size_t source_bytes_max = 2'000;

/// Reads the members of one object and keeps the first failure, so that a reader is a plain list of
/// fields.
class Fields {
public:
    Fields(const JsonObject& object, std::string prefix)
        : object_(object), prefix_(std::move(prefix)) {}

    void only(const std::vector<std::string>& known) {
        for (const auto& member : object_) {
            const std::string key(member.key());
            if (std::find(known.begin(), known.end(), key) == known.end()) {
                const auto near = base::nearest(key, known);
                refuse(key, "there is no such field here",
                       near.empty() ? "The fields are " + base::list_words(known)
                                    : "Did you mean \"" + near + "\"?");
            }
        }
    }

    int number(const std::string& key, int max) {
        const Json* value = required(key);
        if (value == nullptr) {
            return 0;
        }
        if (!value->is_int64() || value->get_int64() < 1 || value->get_int64() > max) {
            refuse(key, "this must be a whole number from 1 to " + std::to_string(max));
            return 0;
        }
        return static_cast<int>(value->get_int64());
    }

    CivilDate date(const std::string& key) {
        const auto* value = string(required(key), key);
        if (value == nullptr) {
            return {};
        }
        const auto parsed = base::parse_date({value->data(), value->size()});
        if (!parsed) {
            refuse(key, parsed.error().message, parsed.error().help);
            return {};
        }
        return *parsed;
    }

    std::string words(const std::string& key, std::size_t bytes_max) {
        return clean(string(required(key), key), key, bytes_max);
    }

    /// Empty when left out; when given it must not be empty, so that each calendar has one form of
    /// bytes.
    std::string optional_words(const std::string& key, std::size_t bytes_max) {
        return object_.contains(key) ? words(key, bytes_max) : "";
    }

    const base::JsonArray* array(const std::string& key) {
        const Json* value = required(key);
        if (value != nullptr && !value->is_array()) {
            refuse(key, "this must be a list");
        }
        return value != nullptr && value->is_array() ? &value->get_array() : nullptr;
    }

    void refuse(const std::string& key, std::string message, std::string help = {}) {
        if (!failure_) {
            failure_ = base::Failure{prefix_ + key, std::move(message), std::move(help)};
        }
    }

    [[nodiscard]] const std::optional<base::Failure>& failure() const { return failure_; }

private:
    const Json* required(const std::string& key) {
        const Json* value = object_.if_contains(key);
        if (value == nullptr) {
            refuse(key, "this field is missing");
        }
        return value;
    }

    const boost::json::string* string(const Json* value, const std::string& key) {
        if (value != nullptr && !value->is_string()) {
            refuse(key, "this must be text in quotation marks");
        }
        return value != nullptr && value->is_string() ? &value->get_string() : nullptr;
    }

    std::string clean(const boost::json::string* value, const std::string& key,
                      std::size_t bytes_max) {
        if (value == nullptr) {
            return {};
        }
        auto out = base::clean_text({value->data(), value->size()}, bytes_max);
        if (!out) {
            refuse(key, out.error().message, out.error().help);
            return {};
        }
        if (base::trim(*out).empty()) {
            refuse(key, "there is no text here", "Write some, or leave the field out if it may be");
        }
        return *out;
    }

    const JsonObject& object_;
    std::string prefix_;
    std::optional<base::Failure> failure_;
};

Result<Weekend> read_weekend(const base::JsonArray& names) {
    std::vector<std::string> out;
    for (const auto& name : names) {
        if (!name.is_string() || names.size() > 7) {
            return fail("weekend", "this must be a list of days such as \"saturday\"");
        }
        out.emplace_back(name.get_string());
    }
    return Weekend::from_names(out).map_error([](base::Failure failure) {
        failure.where = "weekend";
        return failure;
    });
}

Result<NonWorkingDay> read_day(const Json& value, const std::string& place) {
    if (!value.is_object()) {
        return fail(place, "this must be an object with date, title and note");
    }
    Fields fields(value.get_object(), place + ".");
    fields.only({"date", "title", "note"});
    NonWorkingDay out{fields.date("date"), fields.words("title", title_bytes_max),
                      fields.optional_words("note", note_bytes_max)};
    if (fields.failure()) {
        return tl::unexpected(*fields.failure());
    }
    return out;
}

Result<std::vector<NonWorkingDay>> read_days(const base::JsonArray& values, DateSpan span) {
    if (values.size() > days_max) {
        return fail("days", std::to_string(values.size()) + " days are too many; the limit is " +
                                std::to_string(days_max));
    }
    std::vector<NonWorkingDay> out;
    for (const auto& value : values) {
        const auto place = "days[" + std::to_string(out.size()) + "]";
        auto day = read_day(value, place);
        if (!day) {
            return tl::unexpected(std::move(day.error()));
        }
        if (!span.contains(day->date)) {
            return fail(place + ".date",
                        base::text(day->date) + " is outside the span from " +
                            base::text(span.from) + " to " + base::text(span.to),
                        "Change from and to, or take the day out");
        }
        if (!out.empty() && day->date == out.back().date) {
            return fail(place + ".date", base::text(day->date) + " is listed twice",
                        "Take one out");
        }
        if (!out.empty() && day->date < out.back().date) {
            return fail(place + ".date",
                        base::text(day->date) + " comes after " + base::text(out.back().date) +
                            " in the list",
                        "List the days in order of date, each once");
        }
        out.push_back(std::move(*day));
    }
    return out;
}

Result<CalendarData> read_calendar(const JsonObject& object) {
    Fields fields(object, "");
    fields.only(
        {"format", "name", "version", "known_from", "from", "to", "weekend", "source", "days"});
    const int format = fields.number("format", version_max);
    CalendarData out;
    out.name = fields.words("name", base::id_length_max);
    out.version = fields.number("version", version_max);
    out.known_from = fields.date("known_from");
    out.span = {fields.date("from"), fields.date("to")};
    out.source = fields.optional_words("source", source_bytes_max);
    const auto* weekend_names = fields.array("weekend");
    const auto* days = fields.array("days");
    if (!fields.failure() && format != format_number) {
        fields.refuse("format",
                      "this is calendar format " + std::to_string(format) +
                          ", and only format 1 is known",
                      "Use a newer version of the program");
    }
    if (!fields.failure() && !base::is_id(out.name)) {
        fields.refuse("name", "\"" + out.name + "\" cannot be a name",
                      "Use lower-case letters, digits and hyphens, such as england-and-wales");
    }
    if (!fields.failure() && out.span.from > out.span.to) {
        fields.refuse("to", "the calendar ends before it begins, so it covers no day",
                      "Put to on or after from");
    }
    if (fields.failure()) {
        return tl::unexpected(*fields.failure());
    }
    auto weekend = read_weekend(*weekend_names);
    if (!weekend) {
        return tl::unexpected(std::move(weekend.error()));
    }
    out.weekend = *weekend;
    return read_days(*days, out.span).map([&](std::vector<NonWorkingDay> read) {
        out.days = std::move(read);
        return std::move(out);
    });
}

std::string canonical_bytes(const CalendarData& data) {
    base::JsonArray weekend;
    for (const auto& name : data.weekend.names()) {
        weekend.emplace_back(name);
    }
    base::JsonArray days;
    for (const auto& day : data.days) {
        JsonObject entry{{"date", base::text(day.date)}, {"title", day.title}};
        if (!day.note.empty()) {
            entry["note"] = day.note;
        }
        days.emplace_back(std::move(entry));
    }
    JsonObject out{{"format", format_number},
                   {"name", data.name},
                   {"version", data.version},
                   {"known_from", base::text(data.known_from)},
                   {"from", base::text(data.span.from)},
                   {"to", base::text(data.span.to)},
                   {"weekend", std::move(weekend)},
                   {"days", std::move(days)}};
    if (!data.source.empty()) {
        out["source"] = data.source;
    }
    return base::canonical(out);
}

} // namespace

Result<Calendar> parse_calendar(std::string_view text) {
    const auto json = base::parse_json(text, {.bytes_max = 1 << 20, .depth_max = 4});
    if (!json) {
        return tl::unexpected(json.error());
    }
    if (!json->is_object()) {
        return fail("line 1", "a calendar is one JSON object");
    }
    return read_calendar(json->get_object()).map([](CalendarData data) {
        auto bytes = canonical_bytes(data);
        return Calendar(std::move(data), std::move(bytes));
    });
}

Result<Calendar> load_calendar(const std::string& path) {
    const auto text = base::read_file(path, 1 << 20);
    if (!text) {
        return tl::unexpected(text.error());
    }
    return parse_calendar(*text).map_error([&](base::Failure failure) {
        failure.where = failure.where.empty() ? path : path + ": " + failure.where;
        return failure;
    });
}

} // namespace quorate::calendar
