#ifndef QUORATE_VIEWS_PARTNER_PROMISES_HPP
#define QUORATE_VIEWS_PARTNER_PROMISES_HPP
// What was promised to a body, as the secretariat keeps it.

#include "views/partner/partner.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace quorate::views {

struct PromiseLine {
    Named organisation;
    PartnerPromise promise;
    bool seated = false;  ///< it has a seat on some body today, and may speak for itself
    bool leaving = false; ///< it gave notice after it promised, and the terms hold it to that
    Named may_release;    ///< the body whose decision releases it; empty: none may
};
BOOST_DESCRIBE_STRUCT(PromiseLine, (), (organisation, promise, seated, leaving, may_release))

struct PromisesPage {
    Named body;
    std::vector<PromiseLine> open;    ///< by date
    std::vector<PromiseLine> ended;   ///< latest first
    std::vector<Named> organisations; ///< with a seat on the body
};
BOOST_DESCRIBE_STRUCT(PromisesPage, (), (body, open, ended, organisations))

/// Nothing when there is no such body or the viewer keeps no register.
std::optional<PromisesPage> promises_page(const Reader& reader, std::string_view body);
/// One promise to the body; nothing in the same cases, or when there is none.
std::optional<PromiseLine> promise_line(const Reader& reader, std::string_view body,
                                        std::string_view promise);

} // namespace quorate::views

#endif
