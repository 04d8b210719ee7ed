#ifndef QUORATE_API_ACTS_HPP
#define QUORATE_API_ACTS_HPP
// Taking an act: from a request to a receipt, or to words about what is wrong.

#include "api/api.hpp"
#include "http/request.hpp"
#include "http/response.hpp"
#include "views/ruling.hpp"

#include <boost/describe/class.hpp>

namespace quorate::api {

/// What comes back for an act.
struct ActAnswer {
    std::string verdict;
    bool recorded = false; ///< false for a preview
    bool replayed = false; ///< it was in the record already: this is the first receipt again
    std::string entry;     ///< its id
    std::optional<std::int64_t> position;
    std::optional<base::Instant> recorded_at;
    views::RulingShown ruling;
};
BOOST_DESCRIBE_STRUCT(ActAnswer, (),
                      (verdict, recorded, replayed, entry, position, recorded_at, ruling))

/// 200 permitted (or a preview), 202 awaits discretion, 422 refused or undetermined, 409 conflict,
/// 412 stale, 400 not understood, 403 not from here, 415 not JSON, 503 writing has stopped.
http::Response take_act(partnership::Partnership& partnership, const http::Request& request,
                        const Options& options);

} // namespace quorate::api

#endif
