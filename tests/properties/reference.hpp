#pragma once
// The plain reference evaluator: the same questions as the engine, answered with sets and day-by-day loops, without
// any of the engine's code. Slow on purpose; nothing here may be shared with src/.

#include <cstdint>
#include <set>
#include <string>
#include <vector>

namespace reference {

/// A body of seats 1..seats and what happened in its room, as flat facts.
struct Room {
    int seats = 0;
    std::set<int> filled;              ///< seats somebody holds
    std::set<int> members_present;     ///< seats whose member is there
    std::set<int> substitutes_present; ///< seats whose substitute is there, nominated in advance
    std::set<int> remote;              ///< of those present, who is connected and not in the room
    std::set<int> barred;              ///< of those present, who may not decide the item
    std::set<std::pair<int, int>> same_person; ///< pairs of seats held by one person
};

/// The readings a question depends on.
struct Readings {
    int quorum_numerator = 1;
    int quorum_denominator = 2;
    bool all_seats = false;
    bool substitutes_count = true;
    bool barred_count = true;
    bool two_seats_twice = false;
    bool remote_counts = true;
    bool round_down = false;
    bool barred_in_base = false;
    int majority_numerator = 1;
    int majority_denominator = 2;
    bool base_is_voting = false;
};

struct Quorum {
    int members = 0;
    int present = 0;
    int needed = 0;
    bool quorate = false;
};

Quorum quorum(const Room& room, const Readings& readings);

/// Seats whose member or substitute may vote on the item.
std::set<int> entitled(const Room& room);

struct Majority {
    int base = 0;
    bool carried = false;
};
Majority majority(const Room& room, const Readings& readings, int votes_for, int votes_against);

/// A civil date as three numbers.
struct Day {
    int year = 0;
    int month = 0;
    int day = 0;
    friend auto operator<=>(const Day&, const Day&) = default;
};
Day next(Day day);
Day previous(Day day);
int weekday(Day day); ///< 0 Sunday, by counting from a known Thursday

/// The latest day at least `count` working days before the meeting, one end counted or clear.
Day latest_notice(Day meeting, int count, bool clear, const std::set<Day>& holidays);
/// How many working days before the meeting `given` was.
int notice_days(Day given, Day meeting, bool clear, const std::set<Day>& holidays);

/// The corresponding day so many months later, or the month's last day.
Day months_later(Day day, int months);

/// How many meetings in a row a member missed, up to the last; each entry: 'P' present, 'S' substitute, 'A' neither.
int missed_in_a_row(const std::string& meetings, bool substitute_counts);

} // namespace reference
