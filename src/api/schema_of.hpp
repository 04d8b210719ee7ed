#ifndef QUORATE_API_SCHEMA_OF_HPP
#define QUORATE_API_SCHEMA_OF_HPP
// The JSON Schema (2020-12, as OpenAPI 3.1 has it) of what json_of() writes, from the same
// descriptions.

#include "api/json_of.hpp"

#include <string_view>

namespace quorate::api {

/// A reference to a schema among the components.
inline base::JsonObject schema_ref(std::string_view name) {
    base::JsonObject out;
    out["$ref"] = "#/components/schemas/" + std::string(name);
    return out;
}

inline base::JsonObject typed(std::string_view type, std::string_view format = {}) {
    base::JsonObject out;
    out["type"] = type;
    if (!format.empty()) {
        out["format"] = format;
    }
    return out;
}

/// The unqualified name of a view.
template <class T>
std::string_view schema_name() {
    std::string_view name = __PRETTY_FUNCTION__;
    name = name.substr(name.find("T = ") + 4);
    name = name.substr(0, name.find_first_of(";]"));
    return name.substr(name.rfind(':') + 1);
}

/// The schema of a value. A described struct is added to `schemas` under its name, once, and
/// referred to.
template <class T>
base::JsonObject schema_of(base::JsonObject& schemas) {
    if constexpr (std::is_same_v<T, std::string>) {
        return typed("string");
    } else if constexpr (std::is_same_v<T, bool>) {
        return typed("boolean");
    } else if constexpr (std::is_integral_v<T>) {
        return typed("integer", "int64");
    } else if constexpr (std::is_enum_v<T>) {
        auto out = typed("string");
        base::JsonArray names;
        boost::mp11::mp_for_each<boost::describe::describe_enumerators<T>>(
            [&](auto each) { names.emplace_back(each.name); });
        out["enum"] = std::move(names);
        return out;
    } else if constexpr (std::is_same_v<T, base::Instant>) {
        return typed("string", "date-time");
    } else if constexpr (std::is_same_v<T, base::CivilDate>) {
        return typed("string", "date");
    } else if constexpr (std::is_same_v<T, base::LocalTime>) {
        auto out = typed("string");
        out["description"] = "Date and time on the wall clock, without a zone: 2008-07-01T10:00";
        return out;
    } else if constexpr (IsVector<T>::value) {
        auto out = typed("array");
        out["items"] = schema_of<typename T::value_type>(schemas);
        return out;
    } else {
        const auto name = schema_name<T>();
        if (!schemas.contains(name)) {
            schemas[name] = nullptr; // a view that holds itself finds its name taken
            base::JsonObject properties;
            base::JsonArray required;
            boost::mp11::mp_for_each<Members<T>>([&](auto member) {
                using Held =
                    std::remove_cvref_t<decltype(std::declval<const T&>().*member.pointer)>;
                if constexpr (IsOptional<Held>::value) {
                    properties[member.name] = schema_of<typename Held::value_type>(schemas);
                } else {
                    properties[member.name] = schema_of<Held>(schemas);
                    required.emplace_back(member.name);
                }
            });
            auto object = typed("object");
            object["properties"] = std::move(properties);
            object["required"] = std::move(required);
            schemas[name] = std::move(object);
        }
        return schema_ref(name);
    }
}

} // namespace quorate::api

#endif
