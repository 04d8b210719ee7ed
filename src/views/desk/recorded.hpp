#ifndef QUORATE_VIEWS_DESK_RECORDED_HPP
#define QUORATE_VIEWS_DESK_RECORDED_HPP
// What somebody else recorded for the viewer, with what it was, for them to confirm or dispute.

#include "views/record.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace quorate::views {

class Reader;

struct RecordedAct {
    std::int64_t position = 0;
    std::string entry; ///< id
    Moment when;
    std::string what;               ///< "Declare the outcome of an item"
    std::string about;              ///< the meeting and item
    std::string evidence;           ///< "In the room"
    std::string as;                 ///< "whoever presides"; empty for the seat itself
    std::string actor;              ///< as whom the viewer answers
    std::vector<FieldShown> fields; ///< what it says
    std::string ruling;             ///< what the terms said of it, one sentence
    std::string standing;           ///< open, confirmed, disputed
    std::optional<Moment> answered; ///< when it is not open
};
BOOST_DESCRIBE_STRUCT(RecordedAct, (),
                      (position, entry, when, what, about, evidence, as, actor, fields, ruling,
                       standing, answered))

/// What the viewer answered before, latest first.
struct RecordedAnswered {
    std::int64_t position = 0;
    std::string what;
    std::string about;
    bool disputed = false;
    std::string reason; ///< why it was disputed
    Moment answered;
};
BOOST_DESCRIBE_STRUCT(RecordedAnswered, (), (position, what, about, disputed, reason, answered))

struct RecordedActs {
    std::vector<RecordedAct> open;          ///< latest first
    std::int64_t more = 0;                  ///< further ones, shown once these have been answered
    std::vector<RecordedAnswered> answered; ///< the last few
};
BOOST_DESCRIBE_STRUCT(RecordedActs, (), (open, more, answered))

/// For the seats of whoever reads.
RecordedActs recorded_acts(const Reader& reader);
/// One of them, answered or not; nothing for what was recorded for somebody else.
std::optional<RecordedAct> recorded_act(const Reader& reader, std::int64_t position);

/// How the person an entry was recorded for answered: "Disputed on 4 August 2008 by the Chair, for
/// whom it was recorded." Empty for no answer, and for an entry its maker recorded. The reason is
/// added for those who may read it.
std::string answered_words(const Reader& reader, std::int64_t position);

} // namespace quorate::views

#endif
