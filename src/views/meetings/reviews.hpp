#ifndef QUORATE_VIEWS_MEETINGS_REVIEWS_HPP
#define QUORATE_VIEWS_MEETINGS_REVIEWS_HPP
// Restricted papers whose restriction is to be looked at again.

#include "views/reader.hpp"

namespace quorate::views {

/// A restriction that holds.
struct ReviewDue {
    Named meeting;
    Named body;
    std::int64_t restriction = 0;
    std::int64_t paper = 0; ///< the id of the upload, for its page; 0 when it is not held here
    std::string title;      ///< of the paper; empty when it is not held here
    std::string words;      ///< "Restricted (expected ...)"
    base::CivilDate review;
    bool overdue = false;
};
BOOST_DESCRIBE_STRUCT(ReviewDue, (),
                      (meeting, body, restriction, paper, title, words, review, overdue))

/// Those due within `days` from the day that is read, and overdue ones; soonest first. For the
/// secretariat and auditors; empty for everyone else.
std::vector<ReviewDue> reviews_due(const Reader& reader, int days);

} // namespace quorate::views

#endif
