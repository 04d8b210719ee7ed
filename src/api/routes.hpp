#ifndef QUORATE_API_ROUTES_HPP
#define QUORATE_API_ROUTES_HPP
// The table of reads: one row a route, with what the document says of it.

#include "base/json.hpp"
#include "http/request.hpp"
#include "views/reader.hpp"

#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace quorate::api {

/// A query parameter, by what it holds.
struct Parameter {
    std::string_view name;
    std::string_view about;
    std::string_view type; ///< string or integer
    std::string_view format = {};
};

/// A route that reads one partnership. Nothing means that the record has no such thing.
struct ReadRoute {
    std::string_view pattern;
    std::string_view operation; ///< a name for programs: readBody
    std::string_view summary;
    std::vector<std::string_view> queries; ///< names of parameters
    std::optional<base::Json> (*read)(const views::Reader&, const http::Request&);
    base::JsonObject (*schema)(base::JsonObject& schemas);
};

std::span<const ReadRoute> read_routes();
/// Every query parameter any route takes.
std::span<const Parameter> parameters();

/// A whole number of the query from `least` to `most`; `otherwise` when it is not given. Throws
/// BrokenRequest 400.
std::int64_t number_asked(const http::Request& request, std::string_view name,
                          std::int64_t otherwise, std::int64_t least, std::int64_t most);
/// ?on= and ?position=. Throws BrokenRequest 400.
views::AsOf as_of_asked(const http::Request& request);

} // namespace quorate::api

#endif
