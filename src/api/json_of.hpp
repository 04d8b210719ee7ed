#ifndef QUORATE_API_JSON_OF_HPP
#define QUORATE_API_JSON_OF_HPP
// Views as JSON, by their descriptions: a member's name is its key; what is not there is left out.

#include "base/json.hpp"
#include "base/time.hpp"

#include <boost/describe/enum_to_string.hpp>
#include <boost/describe/enumerators.hpp>
#include <boost/describe/members.hpp>
#include <boost/mp11/algorithm.hpp>
#include <optional>
#include <string>
#include <type_traits>
#include <vector>

namespace quorate::api {

template <class T>
struct IsOptional : std::false_type {};
template <class T>
struct IsOptional<std::optional<T>> : std::true_type {};

template <class T>
struct IsVector : std::false_type {};
template <class T>
struct IsVector<std::vector<T>> : std::true_type {};

template <class T>
using Members = boost::describe::describe_members<T, boost::describe::mod_public>;

template <class T>
base::Json json_of(const T& value) {
    if constexpr (std::is_same_v<T, std::string>) {
        return base::Json(boost::json::string(value));
    } else if constexpr (std::is_same_v<T, bool>) {
        return value;
    } else if constexpr (std::is_integral_v<T>) {
        return static_cast<std::int64_t>(value);
    } else if constexpr (std::is_enum_v<T>) {
        return base::Json(boost::json::string(boost::describe::enum_to_string(value, "")));
    } else if constexpr (std::is_same_v<T, base::Instant> || std::is_same_v<T, base::CivilDate> ||
                         std::is_same_v<T, base::LocalTime>) {
        return base::Json(boost::json::string(base::text(value)));
    } else if constexpr (IsVector<T>::value) {
        base::JsonArray out;
        for (const auto& each : value) {
            out.push_back(json_of(each));
        }
        return out;
    } else {
        base::JsonObject out;
        boost::mp11::mp_for_each<Members<T>>([&](auto member) {
            const auto& held = value.*member.pointer;
            if constexpr (IsOptional<std::remove_cvref_t<decltype(held)>>::value) {
                if (held) {
                    out[member.name] = json_of(*held);
                }
            } else {
                out[member.name] = json_of(held);
            }
        });
        return out;
    }
}

} // namespace quorate::api

#endif
