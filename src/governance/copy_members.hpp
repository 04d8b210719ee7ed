#ifndef QUORATE_GOVERNANCE_COPY_MEMBERS_HPP
#define QUORATE_GOVERNANCE_COPY_MEMBERS_HPP
// Copies what an act and its event have in common.

#include <boost/describe/members.hpp>
#include <boost/mp11/algorithm.hpp>
#include <optional>
#include <string_view>
#include <type_traits>

namespace quorate::governance {

namespace detail {

template <class To, class From>
void assign_member(To& to, const From& from) {
    if constexpr (std::is_same_v<To, From>) {
        to = from;
    } else if constexpr (std::is_same_v<std::optional<To>, From>) {
        if (from) {
            to = *from;
        }
    }
}

} // namespace detail

/// Copies every member of `from` that `to` has by the same name and type (an absent optional leaves the default).
/// Members of other types, such as seats still to be resolved, are left alone.
template <class To, class From>
To copy_members(const From& from) {
    To to;
    using ToMembers = boost::describe::describe_members<To, boost::describe::mod_public>;
    using FromMembers = boost::describe::describe_members<From, boost::describe::mod_public>;
    boost::mp11::mp_for_each<FromMembers>([&](auto source) {
        boost::mp11::mp_for_each<ToMembers>([&](auto target) {
            if (std::string_view(source.name) == target.name) {
                detail::assign_member(to.*target.pointer, from.*source.pointer);
            }
        });
    });
    return to;
}

} // namespace quorate::governance

#endif
