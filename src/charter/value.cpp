#include "charter/value.hpp"

#include "base/json.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

namespace quorate::charter {
namespace {

base::Json json_of(const Value& value) {
    switch (value.type) {
    case ValueType::integer:
        return value.integer;
    case ValueType::boolean:
        return value.boolean;
    case ValueType::list: {
        base::JsonArray list;
        for (const auto& item : value.items) {
            list.push_back(json_of(item));
        }
        return list;
    }
    case ValueType::table: {
        base::JsonObject object;
        for (const auto& member : value.members) {
            object[member.name] = json_of(member.value);
        }
        return object;
    }
    case ValueType::string:
    case ValueType::decimal:
    case ValueType::date:
        break;
    }
    return boost::json::string(value.text);
}

Value value_of(const base::Json& json, Position at) {
    Value out;
    out.at = at;
    if (json.is_string()) {
        out.type = ValueType::string;
        out.text = std::string(json.get_string());
    } else if (json.is_int64()) {
        out.type = ValueType::integer;
        out.integer = json.get_int64();
    } else if (json.is_bool()) {
        out.type = ValueType::boolean;
        out.boolean = json.get_bool();
    } else if (json.is_array()) {
        out.type = ValueType::list;
        for (const auto& item : json.get_array()) {
            out.items.push_back(value_of(item, at));
        }
    } else if (json.is_object()) {
        for (const auto& [name, item] : json.get_object()) {
            out.members.push_back(Member{std::string(name), at, value_of(item, at)});
        }
    }
    return out;
}

} // namespace

const Member* Value::find(std::string_view name) const {
    for (const auto& member : members) {
        if (member.name == name) {
            return &member;
        }
    }
    return nullptr;
}

std::string_view type_words(ValueType type) {
    switch (type) {
    case ValueType::string:
        return "a string";
    case ValueType::integer:
        return "a whole number";
    case ValueType::boolean:
        return "true or false";
    case ValueType::decimal:
        return "a decimal number";
    case ValueType::date:
        return "a date";
    case ValueType::list:
        return "a list";
    case ValueType::table:
        break;
    }
    return "a table";
}

std::string to_json(const Value& value) {
    return base::canonical(json_of(value));
}

Value from_json(std::string_view json, Position at) {
    const auto parsed = base::parse_json(json);
    return parsed ? value_of(*parsed, at) : Value{};
}

} // namespace quorate::charter
