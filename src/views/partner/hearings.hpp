#ifndef QUORATE_VIEWS_PARTNER_HEARINGS_HPP
#define QUORATE_VIEWS_PARTNER_HEARINGS_HPP
// Partners that ask to be heard on an item, before the meeting, and what they are answered.

#include "views/partner/partner.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace quorate::views {

struct Ground;

/// What whoever chairs answered.
struct HearingAnswered {
    bool agreed = false;
    std::string reason;
    std::string by; ///< "Chair"
    Moment at;
};
BOOST_DESCRIBE_STRUCT(HearingAnswered, (), (agreed, reason, by, at))

struct HearingAsked {
    Named organisation;
    std::int64_t item = 0;
    std::string title;
    std::string words; ///< why, and who will come; may be empty
    Moment at;
    bool by_right = false; ///< notified as affecting it, under terms that have it heard then
    std::string clause;    ///< that gives the right, or by which others may attend; may be empty
    std::optional<HearingAnswered> answer;

    /// Nobody has to agree, or somebody did.
    [[nodiscard]] bool heard() const { return by_right || (answer && answer->agreed); }
    [[nodiscard]] bool waits() const { return !by_right && !answer; }
};
BOOST_DESCRIBE_STRUCT(HearingAsked, (),
                      (organisation, item, title, words, at, by_right, clause, answer))

/// Those of a meeting, by item: for whoever may know who asked for something of its body.
std::vector<HearingAsked> hearings_asked(const Ground& ground, std::string_view meeting);
std::vector<HearingAsked> hearings_asked(const Reader& reader, std::string_view meeting);
/// What the organisation itself asked, for those who answer for it.
std::optional<HearingAsked> hearing_asked_by(const Reader& reader, std::string_view organisation,
                                             std::string_view meeting, std::int64_t item);
/// Those of meetings not over that nobody has to answer any more, soonest first: for whoever
/// chairs.
std::vector<std::pair<Named, HearingAsked>> partners_to_be_heard(const Reader& reader);
/// "The Chair agreed on 4 July 2008: it runs those beds."
std::string answer_words(const HearingAsked& asked);
/// The items of a meeting to come on which the organisation may ask to be heard, by meeting and
/// number.
std::vector<PartnerHearing> items_to_ask_on(const Reader& reader, std::string_view organisation);
/// The item of a meeting to come on which the organisation may ask to be heard, or asked; nothing
/// for another's.
std::optional<PartnerHearing> partner_hearing(const Reader& reader, std::string_view organisation,
                                              std::string_view meeting, std::int64_t item);

} // namespace quorate::views

#endif
