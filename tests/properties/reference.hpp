#ifndef QUORATE_TESTS_PROPERTIES_REFERENCE_HPP
#define QUORATE_TESTS_PROPERTIES_REFERENCE_HPP
// The plain reference evaluator: the same questions as the engine, answered from the words of the
// terms with sets and day-by-day loops, without any of the engine's code. Slow on purpose; nothing
// here may be shared with src/. Here: the room, the vote, and days. The register of places and
// bodies is in reference_register.hpp.

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

enum class MajorityOf { present, voting, in_office };
enum class QuorumWhen { throughout, at_opening, when_put };

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
    QuorumWhen when = QuorumWhen::throughout;
    bool barred_in_base = false;
    int majority_numerator = 1;
    int majority_denominator = 2;
    MajorityOf majority_of = MajorityOf::present;
    bool substitutes_vote = true;
    bool remote_in_base = true;
    bool two_seats_two_votes = false;
    bool casting_vote = false;
};

struct Quorum {
    int members = 0;
    int present = 0;
    int needed = 0;
    bool known = false; ///< a body without members has no answer
    bool quorate = false;
};

Quorum quorum(const Room& room, const Readings& readings);

/// Seats whose member or substitute may decide the item.
std::set<int> entitled(const Room& room, bool substitutes_vote = true);

struct Majority {
    int base = 0;
    int needed = 0; ///< the fewest votes that carry it
    bool carried = false;
    bool tied = false;          ///< as many for as against, and somebody voted
    bool chair_carries = false; ///< tied, and the casting vote of whoever presides is enough
};
Majority majority(const Room& room, const Readings& readings, int votes_for, int votes_against);

/// Somebody comes in or goes out, at a minute.
struct Movement {
    int minute = 0;
    int seat = 0;
    bool in = true;
    bool substitute = false;
};
/// Who was in the room at a minute: for each seat, whatever was recorded last up to then. The rest
/// is copied.
Room room_at(const Room& room, const std::vector<Movement>& movements, int minute);

/// What was decided of a declared interest.
enum class Told { nothing, below_test, leave, speak, speak_then_withdraw };
/// One seat of a small body: who is there for it, and what follows from an interest.
struct SeatCase {
    bool vacant = false;
    bool there = false;
    bool substitute = false;
    Told told = Told::nothing;
};
/// The room when the question is put: whoever had to leave or withdraw is out of it.
Room room_of(const std::vector<SeatCase>& seats);

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

/// Which days are not worked besides the holidays: weekdays, 0 Sunday.
using DaysOff = std::set<int>;
struct Working {
    DaysOff weekend{0, 6};
    std::set<Day> holidays;
};

/// The latest day at least `count` working days before the meeting, one end counted or clear.
Day latest_notice(Day meeting, int count, bool clear, const Working& working);
/// How many working days before the meeting `given` was; 0 when it was not before it.
int notice_days(Day given, Day meeting, bool clear, const Working& working);
/// The so-manieth working day after a day that is not counted itself.
Day working_days_later(Day day, int count, const Working& working);

/// The corresponding day so many months later, or the month's last day.
Day months_later(Day day, int months);
/// So many days later.
Day days_later(Day day, int days);

/// How many meetings in a row a member missed, up to the last. Each entry is a meeting, each letter
/// in it a sitting: 'P' present, 'S' substitute, 'A' neither.
int missed_in_a_row(const std::vector<std::string>& meetings, bool substitute_counts,
                    bool each_sitting);

/// Named in advance: before the time in the notice, or before the meeting was really opened (-1
/// when it was not yet).
bool in_advance(int named_at, int scheduled, int opened, bool measured_from_actual);

/// A year's meetings against a least number: those held, or those that had a quorum.
struct HeldMeeting {
    Day on;
    bool quorate = false;
};
bool met_often_enough(const std::vector<HeldMeeting>& meetings, int year, int least,
                      bool quorate_only);

} // namespace reference

#endif
