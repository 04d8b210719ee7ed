#ifndef QUORATE_VIEWS_LIVE_OWN_DEVICE_HPP
#define QUORATE_VIEWS_LIVE_OWN_DEVICE_HPP
// A member at a meeting with their own device: whether they are recorded as there, what they may
// declare, and the vote when the meeting takes it on devices.

#include "views/live/live.hpp"

namespace quorate::views {

/// A vote by device as it concerns one seat.
struct OwnVote {
    std::int64_t ballot = 0;
    std::int64_t item = 0;
    std::string title;    ///< of the item
    std::string question; ///< as put
    std::string kind;     ///< name, count
    bool open = false;
    bool may = false;
    std::string why_not; ///< in a sentence
    std::string clause;  ///< of the body's terms, behind `why_not`
    std::string choice;  ///< for, against, abstain, while it is open; empty: none yet
    bool voted = false;
    std::string result; ///< once it is closed
};
BOOST_DESCRIBE_STRUCT(OwnVote, (),
                      (ballot, item, title, question, kind, open, may, why_not, clause, choice,
                       voted, result))

/// An item at which an interest can still be declared.
struct OwnItem {
    std::int64_t number = 0;
    std::string title;
    bool current = false;
    std::string declared; ///< what this seat declared and what was determined; empty for nothing
};
BOOST_DESCRIBE_STRUCT(OwnItem, (), (number, title, current, declared))

/// One seat the viewer acts from at the meeting.
struct OwnPlace {
    SeatShown seat;
    std::string actor;      ///< as acts are made by: seat:kp/9, person:ID
    std::string substitute; ///< the viewer's person id, when they stand in for the member
    bool here = false;
    bool remote = false;
    bool was_here = false; ///< and left
    std::string words;     ///< "You are recorded as here since 10:02am."
    std::vector<OwnItem> items;
    std::optional<OwnVote> vote;
};
BOOST_DESCRIBE_STRUCT(OwnPlace, (),
                      (seat, actor, substitute, here, remote, was_here, words, items, vote))

struct OwnDevice {
    LivePage page;
    bool remote_allowed = false;
    bool attendance = false; ///< coming and going can be said now
    base::Instant at;        ///< when what is said now takes effect
    std::vector<OwnPlace> places;
};

/// Nothing when there is no such meeting or the viewer acts from no seat at it.
std::optional<OwnDevice> own_device(const Reader& reader, std::string_view meeting,
                                    std::span<const partnership::ForeseenLine> lines);

/// The state of voting by device at a meeting, for the officer.
struct DeviceVote {
    std::int64_t item = 0;
    std::string title;
    std::string question;
    base::Instant put;
    bool question_open = false; ///< a question is put and neither voted on nor declared
    std::vector<governance::SeatId> entitled;
    std::optional<partnership::Ballot> ballot; ///< the newest of the question
    std::vector<SeatShown> not_yet;            ///< entitled and has not voted, while it is open
    std::string result;                        ///< once closed
    bool recorded = false;                     ///< its result is on the sheet or in the record
    base::Instant at;                          ///< when what is done now takes effect
};
/// Of the question of the item in hand; nothing when none is put there.
std::optional<DeviceVote> device_vote(const Reader& reader, std::string_view meeting,
                                      std::span<const partnership::ForeseenLine> lines);

} // namespace quorate::views

#endif
