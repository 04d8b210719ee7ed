#ifndef QUORATE_BASE_JSON_HPP
#define QUORATE_BASE_JSON_HPP
// JSON at the boundary and in the record: parsing with limits, and one canonical form of bytes.

#include "base/result.hpp"

#include <boost/json/value.hpp>
#include <string>
#include <string_view>

namespace quorate::base {

using Json = boost::json::value;
using JsonObject = boost::json::object;
using JsonArray = boost::json::array;

struct JsonLimits {
    std::size_t bytes_max = 1 << 20;
    std::size_t depth_max = 32;
};

/// Parses one JSON document (RFC 8259). Fails with "line L, column C" for malformed text, text that is not UTF-8,
/// a document over the limits, or an object that names a key twice.
Result<Json> parse_json(std::string_view text, JsonLimits limits = {});

/// Canonical bytes: keys sorted by byte, no white space, RFC 8785 string escapes, whole numbers of at most 64 bits.
/// Asserts that there is no floating-point number: the record has none.
std::string canonical(const Json& value);
void append_canonical(std::string& out, const Json& value);
/// Appends text as a JSON string with RFC 8785 escapes.
void append_json_string(std::string& out, std::string_view text);

} // namespace quorate::base

#endif
