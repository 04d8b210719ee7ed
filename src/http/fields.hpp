#ifndef QUORATE_HTTP_FIELDS_HPP
#define QUORATE_HTTP_FIELDS_HPP
// Names and values in order: headers, query, form.

#include "base/result.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace quorate::http {

inline constexpr std::size_t fields_max = 1000;           ///< names in one query or form
inline constexpr std::size_t field_name_length_max = 200; ///< bytes

/// Names and values as sent, repeats included.
class Fields {
public:
    void add(std::string name, std::string value) {
        entries_.emplace_back(std::move(name), std::move(value));
    }
    void reserve(std::size_t entries) { entries_.reserve(entries); }
    /// The first value of a name; none when it was not sent.
    [[nodiscard]] std::optional<std::string_view> get(std::string_view name) const;
    /// Every value of a name.
    [[nodiscard]] std::vector<std::string_view> all(std::string_view name) const;
    [[nodiscard]] bool has(std::string_view name) const { return get(name).has_value(); }
    [[nodiscard]] const auto& entries() const { return entries_; }
    [[nodiscard]] bool empty() const { return entries_.empty(); }

private:
    std::vector<std::pair<std::string, std::string>> entries_;
};

/// Decodes %XX (RFC 3986). Fails on a "%" without two hex digits, on NUL and other control
/// characters but tab, CR and LF, and on bytes that are not UTF-8. `plus_is_space` as in forms.
base::Result<std::string> percent_decode(std::string_view text, bool plus_is_space = false);

/// Parses name=value&name=value (application/x-www-form-urlencoded, as in a query). Line ends
/// become "\n", other control characters are left out. Fails on malformed escapes, NUL, more than
/// 1,000 names, or a name over 200 bytes, naming the field.
base::Result<Fields> parse_urlencoded(std::string_view text);

/// A value of a form as text: line ends become "\n", also those a word processor makes, and control
/// characters but tab are left out. Fails on NUL, and on bytes that are not UTF-8.
base::Result<std::string> field_text(std::string_view value);

} // namespace quorate::http

#endif
