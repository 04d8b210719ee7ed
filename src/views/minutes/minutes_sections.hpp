#ifndef QUORATE_VIEWS_MINUTES_MINUTES_SECTIONS_HPP
#define QUORATE_VIEWS_MINUTES_MINUTES_SECTIONS_HPP
// A text of minutes taken apart by its headings, and what it says otherwise than the record.

#include <boost/describe/class.hpp>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace quorate::views {

/// A part of the minutes: what stands under one heading of the second level, or before the first.
struct MinutesPart {
    std::string heading;   ///< "2. Flood plan"; empty for what stands before the first
    std::string text;      ///< without the heading, no empty lines at either end
    std::int64_t item = 0; ///< the agenda number the heading begins with; 0 for none
};
BOOST_DESCRIBE_STRUCT(MinutesPart, (), (heading, text, item))

/// The parts in order; at least one.
std::vector<MinutesPart> split_minutes(std::string_view text);
/// The text of the parts; split_minutes() of it gives them again. A part with neither heading nor
/// text is left out.
std::string join_minutes(const std::vector<MinutesPart>& parts);

/// A fact of the record that the text gives otherwise, leaves out, or adds to.
struct MinutesRemark {
    std::string under;  ///< the heading it stands below
    std::string record; ///< as the record has it; empty: the record does not have it
    std::string text;   ///< as the text has it; empty: the text leaves it out
};
BOOST_DESCRIBE_STRUCT(MinutesRemark, (), (under, record, text))

/// Who was there, interests, who was in the chair, counts, outcomes, decisions and actions: where
/// the text differs from what the record gives. What was said is the officer's to word and is not
/// compared.
std::vector<MinutesRemark> minutes_remarks(std::string_view from_record, std::string_view text);

} // namespace quorate::views

#endif
