#include "reference.hpp"

namespace reference {
namespace {

bool leap(int year) {
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

int month_days(int year, int month) {
    if (month == 2) {
        return leap(year) ? 29 : 28;
    }
    return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

bool worked(Day day, const Working& working) {
    return !working.weekend.contains(weekday(day)) && !working.holidays.contains(day);
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
        const bool enough =
            readings.round_down ? have + readings.quorum_denominator > want : have >= want;
        if (enough) {
            break;
        }
        ++out.needed;
    }
    out.known = out.members > 0;
    out.quorate = out.known && out.present >= out.needed;
    return out;
}

std::set<int> entitled(const Room& room, bool substitutes_vote) {
    std::set<int> out = room.members_present;
    if (substitutes_vote) {
        out.insert(room.substitutes_present.begin(), room.substitutes_present.end());
    }
    for (const int seat : room.barred) {
        out.erase(seat);
    }
    return out;
}

Majority majority(const Room& room, const Readings& readings, int votes_for, int votes_against) {
    Majority out;
    if (readings.majority_of == MajorityOf::voting) {
        out.base = votes_for + votes_against;
    } else if (readings.majority_of == MajorityOf::in_office) {
        out.base = static_cast<int>(room.filled.size());
    } else {
        std::set<int> base = room.members_present;
        if (readings.substitutes_vote) {
            base.insert(room.substitutes_present.begin(), room.substitutes_present.end());
        }
        for (const int seat : room.barred) {
            if (!readings.barred_in_base) {
                base.erase(seat);
            }
        }
        for (const int seat : room.remote) {
            if (!readings.remote_in_base) {
                base.erase(seat);
            }
        }
        out.base = heads(base, room, readings.two_seats_two_votes);
    }
    const auto carries = [&](int votes) {
        return votes * readings.majority_denominator > out.base * readings.majority_numerator;
    };
    while (!carries(out.needed)) {
        ++out.needed;
    }
    out.carried = carries(votes_for);
    out.tied = !out.carried && votes_for == votes_against && votes_for > 0;
    // A second vote of whoever presides: nobody more is present, so the base stays; of the votes
    // cast it is one more.
    const int cast = readings.majority_of == MajorityOf::voting ? out.base + 1 : out.base;
    out.chair_carries =
        out.tied && readings.casting_vote &&
        (votes_for + 1) * readings.majority_denominator > cast * readings.majority_numerator;
    return out;
}

Room room_at(const Room& room, const std::vector<Movement>& movements, int minute) {
    Room out = room;
    out.members_present.clear();
    out.substitutes_present.clear();
    for (int now = 0; now <= minute; ++now) {
        for (const auto& moved : movements) {
            if (moved.minute == now) {
                out.members_present.erase(moved.seat);
                out.substitutes_present.erase(moved.seat);
                if (moved.in) {
                    (moved.substitute ? out.substitutes_present : out.members_present)
                        .insert(moved.seat);
                }
            }
        }
    }
    return out;
}

Room room_of(const std::vector<SeatCase>& seats) {
    Room out;
    out.seats = static_cast<int>(seats.size());
    for (int seat = 1; seat <= out.seats; ++seat) {
        const auto& each = seats[static_cast<std::size_t>(seat - 1)];
        if (each.vacant) {
            continue;
        }
        out.filled.insert(seat);
        const bool went_out = each.told == Told::leave || each.told == Told::speak_then_withdraw;
        if (!each.there || went_out) {
            continue;
        }
        (each.substitute ? out.substitutes_present : out.members_present).insert(seat);
        if (each.told == Told::speak) {
            out.barred.insert(seat);
        }
    }
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

int notice_days(Day given, Day meeting, bool clear, const Working& working) {
    int days = 0;
    for (Day day = clear ? next(given) : given; day < meeting; day = next(day)) {
        days += worked(day, working) ? 1 : 0;
    }
    return days;
}

Day latest_notice(Day meeting, int count, bool clear, const Working& working) {
    Day day = previous(meeting);
    while (notice_days(day, meeting, clear, working) < count) {
        day = previous(day);
    }
    return day;
}

Day working_days_later(Day day, int count, const Working& working) {
    while (count > 0) {
        day = next(day);
        count -= worked(day, working) ? 1 : 0;
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

Day days_later(Day day, int days) {
    for (int i = 0; i < days; ++i) {
        day = next(day);
    }
    return day;
}

int missed_in_a_row(const std::vector<std::string>& meetings, bool substitute_counts,
                    bool each_sitting) {
    int missed = 0;
    for (const auto& meeting : meetings) {
        std::vector<bool> there;
        for (const char sitting : meeting) {
            there.push_back(sitting == 'P' || (sitting == 'S' && substitute_counts));
        }
        if (each_sitting) {
            for (const bool each : there) {
                missed = each ? 0 : missed + 1;
            }
            continue;
        }
        bool at_any = false;
        for (const bool each : there) {
            at_any = at_any || each;
        }
        missed = at_any ? 0 : missed + 1;
    }
    return missed;
}

bool in_advance(int named_at, int scheduled, int opened, bool measured_from_actual) {
    if (measured_from_actual) {
        return opened < 0 || named_at < opened;
    }
    return named_at < scheduled;
}

bool met_often_enough(const std::vector<HeldMeeting>& meetings, int year, int least,
                      bool quorate_only) {
    int count = 0;
    for (const auto& meeting : meetings) {
        count += meeting.on.year == year && (meeting.quorate || !quorate_only) ? 1 : 0;
    }
    return count >= least;
}

} // namespace reference
