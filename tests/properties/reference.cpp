#include "reference.hpp"

namespace reference {
namespace {

bool leap(int year) { return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0; }

int month_days(int year, int month) {
    if (month == 2) {
        return leap(year) ? 29 : 28;
    }
    return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

bool working(Day day, const std::set<Day>& holidays) {
    const int d = weekday(day);
    return d != 0 && d != 6 && !holidays.contains(day);
}

/// One a seat, unless one person has two: then the second seat is crossed out.
int heads(std::set<int> seats, const Room& room, bool twice) {
    if (!twice) {
        for (const auto& [first, second] : room.same_person) {
            if (seats.contains(first) && seats.contains(second)) {
                seats.erase(second);
            }
        }
    }
    return static_cast<int>(seats.size());
}

} // namespace

Quorum quorum(const Room& room, const Readings& readings) {
    Quorum out;
    out.members = readings.all_seats ? room.seats : static_cast<int>(room.filled.size());
    std::set<int> counted = room.members_present;
    if (readings.substitutes_count) {
        counted.insert(room.substitutes_present.begin(), room.substitutes_present.end());
    }
    for (const int seat : room.barred) {
        if (!readings.barred_count) {
            counted.erase(seat);
        }
    }
    for (const int seat : room.remote) {
        if (!readings.remote_counts) {
            counted.erase(seat);
        }
    }
    out.present = heads(counted, room, readings.two_seats_twice);
    while (true) {
        const int have = out.needed * readings.quorum_denominator;
        const int want = out.members * readings.quorum_numerator;
        const bool enough = readings.round_down ? have + readings.quorum_denominator > want : have >= want;
        if (enough) {
            break;
        }
        ++out.needed;
    }
    out.quorate = out.members > 0 && out.present >= out.needed;
    return out;
}

std::set<int> entitled(const Room& room) {
    std::set<int> out = room.members_present;
    out.insert(room.substitutes_present.begin(), room.substitutes_present.end());
    for (const int seat : room.barred) {
        out.erase(seat);
    }
    return out;
}

Majority majority(const Room& room, const Readings& readings, int votes_for, int votes_against) {
    Majority out;
    if (readings.base_is_voting) {
        out.base = votes_for + votes_against;
    } else {
        std::set<int> base = room.members_present;
        base.insert(room.substitutes_present.begin(), room.substitutes_present.end());
        for (const int seat : room.barred) {
            if (!readings.barred_in_base) {
                base.erase(seat);
            }
        }
        out.base = heads(base, room, false);
    }
    out.carried = votes_for * readings.majority_denominator > out.base * readings.majority_numerator;
    return out;
}

int weekday(Day day) {
    int d = 4; // 1 January 1970 was a Thursday
    for (int year = 1970; year < day.year; ++year) {
        d += leap(year) ? 366 : 365;
    }
    for (int month = 1; month < day.month; ++month) {
        d += month_days(day.year, month);
    }
    return (d + day.day - 1) % 7;
}

Day next(Day day) {
    if (day.day < month_days(day.year, day.month)) {
        return {day.year, day.month, day.day + 1};
    }
    return day.month == 12 ? Day{day.year + 1, 1, 1} : Day{day.year, day.month + 1, 1};
}

Day previous(Day day) {
    if (day.day > 1) {
        return {day.year, day.month, day.day - 1};
    }
    return day.month == 1 ? Day{day.year - 1, 12, 31}
                          : Day{day.year, day.month - 1, month_days(day.year, day.month - 1)};
}

int notice_days(Day given, Day meeting, bool clear, const std::set<Day>& holidays) {
    int days = 0;
    for (Day day = clear ? next(given) : given; day < meeting; day = next(day)) {
        days += working(day, holidays) ? 1 : 0;
    }
    return days;
}

Day latest_notice(Day meeting, int count, bool clear, const std::set<Day>& holidays) {
    Day day = previous(meeting);
    while (notice_days(day, meeting, clear, holidays) < count) {
        day = previous(day);
    }
    return day;
}

Day months_later(Day day, int months) {
    for (int i = 0; i < months; ++i) {
        day.year += day.month == 12 ? 1 : 0;
        day.month = day.month == 12 ? 1 : day.month + 1;
    }
    while (day.day > month_days(day.year, day.month)) {
        --day.day;
    }
    return day;
}

int missed_in_a_row(const std::string& meetings, bool substitute_counts) {
    int missed = 0;
    for (const char attendance : meetings) {
        const bool there = attendance == 'P' || (attendance == 'S' && substitute_counts);
        missed = there ? 0 : missed + 1;
    }
    return missed;
}

} // namespace reference
