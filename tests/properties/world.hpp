#ifndef QUORATE_TESTS_PROPERTIES_WORLD_HPP
#define QUORATE_TESTS_PROPERTIES_WORLD_HPP
// Builds an engine State for a reference::Room: a small charter, seats, people, one meeting, and
// what happened in it.

#include "ground.hpp"
#include "reference.hpp"

namespace properties {

/// What the small charter says besides quorum and majority.
struct Clauses {
    reference::Readings readings;
    int notice_days = 10;
    bool clear_days = false;
    bool sunday_only = false;
    bool from_actual_start = false;
    bool absent_with_substitute =
        false; ///< a member whose substitute came has missed the meeting all the same
    bool each_sitting = false;
    int meetings_a_year = 2;
    bool quorate_meetings_only = false;
};

/// A partnership of one body "b" with one meeting "b/m1" on Thursday 8 May 2008 at 10:00.
class World : public Ground {
public:
    explicit World(const Clauses& clauses, int seats = 0);
    explicit World(const reference::Readings& readings, int seats = 0);

    void fill(const reference::Room& room);
    /// Convenes and opens the meeting with item 1 on its agenda; nobody has come yet.
    void open();
    void arrive(int seat, bool substitute, bool remote, const std::string& at);
    void leave(int seat, const std::string& at);
    /// The seat's interest in item 1 is declared and determined.
    void told(int seat, reference::Told what, const std::string& at);
    /// Opens the meeting, with everyone of the room in it and item 1 taken; the barred have been
    /// told to speak only.
    void hold(const reference::Room& room);
};

/// The charter of the small body.
std::string charter_text(const Clauses& clauses);
std::string seat_name(int seat);
/// 10:00 and so many minutes, on the day of the meeting.
std::string minute(int after_ten);

} // namespace properties

#endif
