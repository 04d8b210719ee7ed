#ifndef QUORATE_VIEWS_RECORD_HPP
#define QUORATE_VIEWS_RECORD_HPP
// The record: its size, root and checkpoint, and its entries.

#include "views/ruling.hpp"

namespace quorate::views {

inline constexpr std::int64_t entries_on_a_page = 100;

struct EntryShown {
    std::int64_t position = 0;
    std::string id;
    std::string act;  ///< convene-meeting; "genesis" for entry 0
    std::string help; ///< what the act does
    std::string verdict;
    bool breach = false; ///< it stands, and a breach was recorded
    std::string made_by;
    std::string recorded_by;
    std::string evidence;
    Moment effective;
    Moment recorded;
    std::string body;
    std::string meeting;
    std::optional<std::int64_t> item;
};
BOOST_DESCRIBE_STRUCT(EntryShown, (),
                      (position, id, act, help, verdict, breach, made_by, recorded_by, evidence,
                       effective, recorded, body, meeting, item))

struct FieldShown {
    std::string name;
    std::string label;
    std::string value;
    bool withheld = false; ///< its words are kept apart and not published
};
BOOST_DESCRIBE_STRUCT(FieldShown, (), (name, label, value, withheld))

struct EntryPage {
    EntryShown line;
    bool withheld = false; ///< its particulars are not published
    std::string about;     ///< the meeting, else the body, by name
    std::string capacity;
    std::vector<FieldShown> fields;
    std::optional<RulingShown> ruling;
    std::vector<std::string> charters; ///< SHA-256
    std::string calendar;
    std::vector<std::string> readings;
    std::string engine;
    std::string leaf;      ///< its leaf hash in the tree
    std::string confirmed; ///< "Confirmed by the person it was recorded for", "Disputed …"; empty
                           ///< for neither
    std::int64_t size = 0; ///< of the record
};
BOOST_DESCRIBE_STRUCT(EntryPage, (),
                      (line, withheld, about, capacity, fields, ruling, charters, calendar,
                       readings, engine, leaf, confirmed, size))

struct CheckpointShown {
    std::int64_t size = 0;
    std::string root;       ///< 64 hex digits
    std::string checkpoint; ///< the signed note
    std::string key;        ///< the public key that signs
    bool writing = true;
    std::string stopped; ///< why nothing can be recorded
};
BOOST_DESCRIBE_STRUCT(CheckpointShown, (), (size, root, checkpoint, key, writing, stopped))

struct EntriesPage {
    std::int64_t size = 0;
    std::vector<EntryShown> entries;
    std::optional<std::int64_t> next; ///< position to go on from
};
BOOST_DESCRIBE_STRUCT(EntriesPage, (), (size, entries, next))

struct RecordPage {
    CheckpointShown head;
    std::int64_t page = 1;
    std::int64_t pages = 1;
    std::vector<EntryShown> entries; ///< newest first
};
BOOST_DESCRIBE_STRUCT(RecordPage, (), (head, page, pages, entries))

} // namespace quorate::views

#endif
