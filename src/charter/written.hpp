#ifndef QUORATE_CHARTER_WRITTEN_HPP
#define QUORATE_CHARTER_WRITTEN_HPP
// How members and enumerators of rules.hpp are written in a charter.

#include <boost/describe/enumerators.hpp>
#include <boost/describe/members.hpp>
#include <boost/mp11/algorithm.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace quorate::charter {

/// A member's name as a key: class_ is "class".
inline std::string_view written_key(std::string_view member) {
    return !member.empty() && member.back() == '_' ? member.substr(0, member.size() - 1) : member;
}

/// An enumerator as a charter writes it: void_ is "void", members_in_office is "members-in-office".
inline std::string written_enumerator(std::string_view name) {
    std::string out(written_key(name));
    for (char& c : out) {
        c = c == '_' ? '-' : c;
    }
    return out;
}

/// The value of an enumeration as a charter writes it.
template <class E>
std::string written(E value) {
    std::string out;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<E>>([&](auto d) {
        if (d.value == value) {
            out = written_enumerator(d.name);
        }
    });
    return out;
}

/// Every value of an enumeration as a charter writes it, in order.
template <class E>
std::vector<std::string> all_written() {
    std::vector<std::string> out;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<E>>(
        [&](auto d) { out.push_back(written_enumerator(d.name)); });
    return out;
}

/// Calls visit(key, member) for each described member of a rule's parameters.
template <class T, class Visit>
void for_each_member(T& params, Visit visit) {
    using D =
        boost::describe::describe_members<std::remove_const_t<T>, boost::describe::mod_any_access>;
    boost::mp11::mp_for_each<D>([&](auto d) { visit(written_key(d.name), params.*d.pointer); });
}

} // namespace quorate::charter

#endif
