#ifndef QUORATE_VIEWS_DESK_TO_TELL_HPP
#define QUORATE_VIEWS_DESK_TO_TELL_HPP
// Members somebody is to be told something of, by the actors their addresses are kept under.

#include "views/reader.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace quorate::views {

struct ToTell {
    std::string seat;                ///< kp/9
    std::string name;                ///< "Seat 9, public"
    std::vector<std::string> actors; ///< "person:ab12", "seat:kp/9", the likeliest first
};
BOOST_DESCRIBE_STRUCT(ToTell, (), (seat, name, actors))

/// The members in office of a body; of the seats given only, when there are any.
std::vector<ToTell> members_to_tell(const Reader& reader, std::string_view body,
                                    const std::vector<std::string>& seats = {});

} // namespace quorate::views

#endif
