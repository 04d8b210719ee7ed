#ifndef QUORATE_VIEWS_MEETINGS_KIT_HPP
#define QUORATE_VIEWS_MEETINGS_KIT_HPP
// What goes into the room on paper: the attendance and vote sheets, the Chair's brief and the
// clerk's running script. All of it is worked out from the terms, the agenda and the register; it
// decides nothing.

#include "views/meetings/day.hpp"

namespace quorate::views {

/// Someone who may have to declare an interest at an item, and why we think so.
struct KitDeclaration {
    std::string words; ///< "Hugh Pettifer, The Ferry Line Company"
    std::string why;   ///< "The item concerns The Ferry Line Company."
};
BOOST_DESCRIBE_STRUCT(KitDeclaration, (), (words, why))

struct KitItem {
    std::int64_t number = 0;
    std::string title;
    std::string purpose;
    std::string state; ///< "Noted"; empty while it waits
    std::vector<std::string> remarks;
    std::vector<KitDeclaration> may_declare;
    std::vector<std::string> partners; ///< with a right to be heard
    std::vector<std::string> choices;  ///< what the meeting may do, each in a sentence
    std::vector<std::string> say;      ///< the words for whoever presides
    std::vector<std::string> record;   ///< what the clerk writes down
    std::vector<std::string> consider; ///< to be taken into account
    bool votes = false;                ///< it may come to a vote
};
BOOST_DESCRIBE_STRUCT(KitItem, (),
                      (number, title, purpose, state, remarks, may_declare, partners, choices, say,
                       record, consider, votes))

struct KitRow {
    DaySeat seat;
    std::string note; ///< "Apologies", "Substitute: Nadia Pember", "Said they would come"
};
BOOST_DESCRIBE_STRUCT(KitRow, (), (seat, note))

struct KitPage {
    MeetingLine line;
    std::vector<std::string> bodies;    ///< the names of those that meet: two at a joint meeting
    std::vector<std::string> quorum;    ///< of each body: "12 of 23 are needed."
    std::string presides;               ///< "The Chair (Felix Amory) presides; else …"
    std::vector<std::string> standing;  ///< how voting, interests and late items go
    std::vector<std::string> open_with; ///< the words to open with
    std::vector<std::string> no_quorum;
    std::vector<std::string> close_with;
    std::vector<KitRow> rows;
    std::vector<KitItem> items;
};
BOOST_DESCRIBE_STRUCT(KitPage, (),
                      (line, bodies, quorum, presides, standing, open_with, no_quorum, close_with,
                       rows, items))

/// Nothing when there is no such meeting.
std::optional<KitPage> meeting_kit(const Reader& reader, std::string_view meeting);

} // namespace quorate::views

#endif
