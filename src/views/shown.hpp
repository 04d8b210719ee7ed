#ifndef QUORATE_VIEWS_SHOWN_HPP
#define QUORATE_VIEWS_SHOWN_HPP
// What recurs on pages: a thing with its name, a moment, a seat, a measure against the terms. Every
// view is a plain described struct, so that the API writes it and its schema without more code.

#include "base/time.hpp"

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace quorate::views {

/// Something with an address of its own, and what people call it.
struct Named {
    std::string id;
    std::string name;
};
BOOST_DESCRIBE_STRUCT(Named, (), (id, name))

/// An instant, and the same on the wall clock of the body's zone.
struct Moment {
    base::Instant instant;
    base::LocalTime local;
};
BOOST_DESCRIBE_STRUCT(Moment, (), (instant, local))

/// How something stands against the terms.
BOOST_DEFINE_ENUM_CLASS(Mark, none, met, breach, unknown)

/// Something the terms measure, in one sentence with its clause.
struct Measure {
    std::string words;
    std::string clause; ///< of the body's own terms; empty when no clause is behind it
    Mark mark = Mark::none;
};
BOOST_DESCRIBE_STRUCT(Measure, (), (words, clause, mark))

/// A seat as it may be shown: in a rehearsal organisation, title and holders are left out.
struct SeatShown {
    std::string id; ///< kp/7
    std::int64_t number = 0;
    std::string sector;
    std::string organisation;
    std::string title;
    std::vector<std::string> holders; ///< names; empty when vacant, erased or not to be shown
    bool vacant = false;
};
BOOST_DESCRIBE_STRUCT(SeatShown, (), (id, number, sector, organisation, title, holders, vacant))

/// "Ann Example, Riverside Council", "Seat 7, public".
std::string seat_words(const SeatShown& seat);

/// With a capital letter in front.
std::string capitalised(std::string text);

/// "voluntary-and-community" as "Voluntary and community".
std::string plain_name(std::string_view id);

} // namespace quorate::views

#endif
