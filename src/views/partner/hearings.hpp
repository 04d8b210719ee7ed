#ifndef QUORATE_VIEWS_PARTNER_HEARINGS_HPP
#define QUORATE_VIEWS_PARTNER_HEARINGS_HPP
// Partners that ask to be heard on an item that concerns them, before the meeting.

#include "views/partner/partner.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace quorate::views {

struct Ground;

struct HearingAsked {
    Named organisation;
    std::int64_t item = 0;
    std::string title;
    std::string words; ///< why, and who will come; may be empty
    Moment at;
};
BOOST_DESCRIBE_STRUCT(HearingAsked, (), (organisation, item, title, words, at))

/// Those of a meeting, by item: for whoever may know who asked for something of its body.
std::vector<HearingAsked> hearings_asked(const Ground& ground, std::string_view meeting);
std::vector<HearingAsked> hearings_asked(const Reader& reader, std::string_view meeting);
/// What the organisation itself asked, for those who answer for it.
std::optional<HearingAsked> hearing_asked_by(const Reader& reader, std::string_view organisation,
                                             std::string_view meeting, std::int64_t item);
/// The item of a meeting to come on which the terms let the organisation be heard; nothing for
/// another's.
std::optional<PartnerHearing> partner_hearing(const Reader& reader, std::string_view organisation,
                                              std::string_view meeting, std::int64_t item);

} // namespace quorate::views

#endif
