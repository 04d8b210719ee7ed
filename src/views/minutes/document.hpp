#ifndef QUORATE_VIEWS_MINUTES_DOCUMENT_HPP
#define QUORATE_VIEWS_MINUTES_DOCUMENT_HPP
// The minutes of a meeting as a document to read and print: their words, what was decided about
// them since, and the attendance and actions of the record as tables.

#include "views/minutes/minutes.hpp"

#include <optional>
#include <string_view>

namespace quorate::views {

struct MinutesAttendance {
    std::string name; ///< who, or the seat
    std::string as;   ///< "Member", "Substitute", "Apologies"
    std::string times;
};
BOOST_DESCRIBE_STRUCT(MinutesAttendance, (), (name, as, times))

struct MinutesAction {
    std::optional<std::int64_t> item;
    std::string what;
    std::string who;
    std::optional<base::CivilDate> due;
    std::string status;
};
BOOST_DESCRIBE_STRUCT(MinutesAction, (), (item, what, who, due, status))

struct MinutesDocument {
    MeetingLine line;
    std::string state;       ///< draft, approved
    std::string state_words; ///< "Draft, not yet approved"; "Approved on 1 October 2008"
    bool published = false;
    std::string text;             ///< in Markdown
    std::optional<Named> meeting; ///< that approved them, or is to
    std::optional<std::int64_t> item;
    std::vector<MinutesAttendance> attendance;
    std::vector<MinutesAction> actions;
    std::vector<CorrectionShown> before;       ///< corrections made before the approval
    std::vector<CorrectionShown> after;        ///< and after it: both texts stand
    std::vector<std::string> in_doubt;         ///< rulings that the corrected facts would change
    std::vector<MinutesRemark> remarks;        ///< facts the text gives otherwise than the record
    std::vector<LineChange> since_circulation; ///< for those who were sent a draft
    bool circulated = false;
};
BOOST_DESCRIBE_STRUCT(MinutesDocument, (),
                      (line, state, state_words, published, text, meeting, item, attendance,
                       actions, before, after, in_doubt, remarks, since_circulation, circulated))

/// The meeting whose minutes an item of another meeting is to approve; nothing for other items.
std::optional<Named> minutes_for_approval(const Reader& reader, std::string_view meeting,
                                          std::int64_t item);

/// For everyone once they were published, for those who sit on the body once they were sent, for
/// officers once they were drafted; nothing before.
std::optional<MinutesDocument> minutes_document(const Reader& reader, std::string_view meeting);

} // namespace quorate::views

#endif
