// A whole partnership: acts made durable beside bare SQLite inserts of the same bytes in the same run, replay at
// opening, and how soon the examples are ready. Prints a table; never fails on a number.
// Usage: partnership_bench [folder on the disk to measure] [entries to replay]

#include "base/time.hpp"
#include "base/uuid.hpp"
#include "partnership/examples.hpp"
#include "partnership/partnership.hpp"

#include <cstdlib>
#include <filesystem>
#include <fmt/format.h>
#include <sqlite3.h>
#include <vector>

using namespace quorate;
using namespace quorate::governance;
namespace fs = std::filesystem;

namespace {

double seconds_since(std::int64_t start_ms) { return static_cast<double>(base::monotonic_ms() - start_ms) / 1000.0; }

void row(const std::string& what, const std::string& measured, const std::string& budget) {
    fmt::print("{:<58} {:>22} {:>18}\n", what, measured, budget);
}

constexpr std::int64_t minute = 60'000;
constexpr std::int64_t acts_a_meeting = 200; ///< forty come and go, twice, and come again
constexpr std::int64_t meetings_a_year = 200;

/// The meeting that act `number` happens at: 10:00 on one of the days of its year's programme.
std::string meeting_of(std::int64_t number) { return "kp/b" + std::to_string(number / acts_a_meeting); }

base::Instant meeting_at(std::int64_t meeting) {
    const auto year = static_cast<int>(2009 + meeting / meetings_a_year);
    const auto day = base::civil_date(year, 2, 1)->plus_days(static_cast<std::int32_t>(meeting % meetings_a_year));
    return *base::Zone::find("Europe/London")->instant({day, 600});
}

Submission by_officer(Act act, base::Instant effective) {
    Submission out;
    out.id = EntryId(base::random_uuid_v7(effective));
    out.act = std::move(act);
    out.made_by = *parse_actor("servicing");
    out.recorded_by = out.made_by;
    out.evidence = Evidence::room;
    out.effective = effective;
    return out;
}

Submission coming_or_going(std::int64_t number) {
    const auto meeting = number / acts_a_meeting;
    const auto within = number % acts_a_meeting;
    const base::Instant when{meeting_at(meeting).ms + within * minute / 4};
    const std::vector<SeatRef> seats{SeatRef(std::to_string(1 + within % 40))};
    if (within / 40 % 2 == 1) {
        acts::RecordDeparture departure;
        departure.meeting = MeetingId(meeting_of(number));
        departure.seats = seats;
        return by_officer(departure, when);
    }
    acts::RecordArrival act;
    act.meeting = MeetingId(meeting_of(number));
    act.seats = seats;
    return by_officer(act, when);
}

/// Arranges and convenes the meetings that acts `first` to `first + count` happen at.
void convene_for(partnership::Partnership& partnership, std::int64_t first, std::int64_t count) {
    const base::Instant now = partnership.now();
    for (auto meeting = first / acts_a_meeting; meeting <= (first + count) / acts_a_meeting; ++meeting) {
        const auto year = 2009 + meeting / meetings_a_year;
        const MeetingId id("kp/b" + std::to_string(meeting));
        if (partnership.state()->meetings.find(id) != nullptr) {
            continue;
        }
        if (!partnership.state()->bodies.find(BodyId("kp"))->programme.contains(year)) {
            acts::SetProgramme programme;
            programme.body = BodyId("kp");
            programme.year = year;
            for (std::int64_t i = 0; i < meetings_a_year; ++i) {
                programme.meetings.push_back(meeting_at(meeting / meetings_a_year * meetings_a_year + i));
            }
            partnership.submit(by_officer(programme, now));
        }
        acts::ConveneMeeting convene;
        convene.meeting = id;
        convene.at = meeting_at(meeting);
        const auto done = partnership.submit(by_officer(convene, now));
        QUORATE_ASSERT(done.has_value() && done->ruling.verdict == Verdict::permitted);
    }
}

partnership::FolderOptions own_clock() {
    partnership::FolderOptions options;
    options.clock_of_the_record = true;
    return options;
}

/// Submits arrivals and departures, keeping `in_flight` waiting at once. Seconds taken.
double submit_acts(partnership::Partnership& partnership, std::int64_t first, std::int64_t count,
                   std::size_t in_flight) {
    const auto start = base::monotonic_ms();
    std::vector<std::future<partnership::Submitted>> waiting;
    for (std::int64_t i = 0; i < count; ++i) {
        waiting.push_back(partnership.submit_later(coming_or_going(first + i)));
        if (waiting.size() >= in_flight) {
            for (auto& each : waiting) {
                each.get();
            }
            waiting.clear();
        }
    }
    for (auto& each : waiting) {
        each.get();
    }
    return seconds_since(start);
}

/// Bare inserts of as many rows of the same size, `batch` to a transaction, with the same durability.
double insert_bare(const fs::path& file, std::int64_t count, std::size_t batch, const std::string& bytes) {
    sqlite3* db = nullptr;
    sqlite3_open(file.c_str(), &db);
    sqlite3_exec(db, "PRAGMA locking_mode=EXCLUSIVE; PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"
                     "CREATE TABLE entries(position INTEGER PRIMARY KEY, id TEXT UNIQUE, bytes BLOB) STRICT",
                 nullptr, nullptr, nullptr);
    sqlite3_stmt* insert = nullptr;
    sqlite3_prepare_v2(db, "INSERT INTO entries(id, bytes) VALUES(?, ?)", -1, &insert, nullptr);
    const auto start = base::monotonic_ms();
    for (std::int64_t i = 0; i < count; ++i) {
        if (static_cast<std::size_t>(i) % batch == 0) {
            sqlite3_exec(db, i == 0 ? "BEGIN IMMEDIATE" : "COMMIT; BEGIN IMMEDIATE", nullptr, nullptr, nullptr);
        }
        const auto id = base::random_uuid_v7(base::Instant{i});
        sqlite3_bind_text(insert, 1, id.data(), static_cast<int>(id.size()), SQLITE_TRANSIENT);
        sqlite3_bind_blob(insert, 2, bytes.data(), static_cast<int>(bytes.size()), SQLITE_STATIC);
        sqlite3_step(insert);
        sqlite3_reset(insert);
    }
    sqlite3_exec(db, "COMMIT", nullptr, nullptr, nullptr);
    const auto taken = seconds_since(start);
    sqlite3_finalize(insert);
    sqlite3_close(db);
    return taken;
}

void durable_acts(partnership::Partnership& partnership, const fs::path& folder, std::int64_t& next) {
    const auto sample = partnership.ledger().store().read(partnership.ledger().store().size() - 1);
    const std::string bytes = sample ? *sample : std::string(1000, 'x');
    for (const std::size_t batch : {std::size_t{1}, std::size_t{16}, std::size_t{256}}) {
        const std::int64_t count = batch == 1 ? 300 : batch == 16 ? 3200 : 10'240;
        std::vector<double> ratios;
        std::vector<double> rates;
        for (int round = 0; round < 3; ++round) {
            const auto bare = insert_bare(folder / fmt::format("bare-{}-{}.db", batch, round), count, batch,
                                          bytes);
            convene_for(partnership, next, count);
            const auto acts = submit_acts(partnership, next, count, batch);
            next += count;
            ratios.push_back(bare / acts);
            rates.push_back(static_cast<double>(count) / acts);
        }
        std::sort(ratios.begin(), ratios.end());
        std::sort(rates.begin(), rates.end());
        row(fmt::format("durable acts, {} waiting at once, against bare SQLite", batch),
            fmt::format("{:.0f}/s, ratio {:.2f}", rates[1], ratios[1]), ">= 0.70");
    }
}

void replay(const fs::path& folder, std::int64_t entries) {
    std::vector<double> rates;
    for (int round = 0; round < 3; ++round) {
        const auto start = base::monotonic_ms();
        const auto opened = partnership::Partnership::open(folder, own_clock());
        if (!opened) {
            fmt::print("{}\n", opened.error().text());
            return;
        }
        rates.push_back(static_cast<double>((*opened)->state()->size) / seconds_since(start));
    }
    std::sort(rates.begin(), rates.end());
    row(fmt::format("opening with replay, every hash checked, {} entries", entries), fmt::format("{:.0f}/s", rates[1]),
        ">= 200,000/s");
}

} // namespace

int main(int argc, char** argv) {
    const fs::path folder = argc > 1 ? fs::path(argv[1]) : fs::temp_directory_path() / "quorate-bench";
    const std::int64_t wanted = argc > 2 ? std::atoll(argv[2]) : 100'000;
    fs::remove_all(folder);
    fs::create_directories(folder);
    const std::string root = QUORATE_SOURCE_DIR;
    std::vector<std::string> made;
    for (const auto& name : partnership::example_names(root)) {
        const auto example = partnership::make_example(root, name, folder / name);
        if (example) {
            made.push_back(name);
        } else {
            fmt::print("The example {} could not be made: {}\n", name, example.error().text());
        }
    }
    const auto start = base::monotonic_ms();
    for (const auto& name : made) {
        const auto opened = partnership::Partnership::open(folder / name, {});
        QUORATE_ASSERT(opened.has_value());
    }
    row("all examples open and ready", fmt::format("{:.0f} ms", 1000 * seconds_since(start)), "<= 200 ms");

    std::int64_t next = 0;
    std::int64_t entries = 0;
    {
        const auto opened = partnership::Partnership::open(folder / "kent-rehearsal", own_clock());
        if (!opened) {
            fmt::print("{}\n", opened.error().text());
            return 1;
        }
        auto& kent = **opened;
        durable_acts(kent, folder, next);
        const auto more = wanted - kent.state()->size;
        if (more > 0) {
            convene_for(kent, next, more);
            submit_acts(kent, next, more, 256);
        }
        entries = kent.state()->size;
    }
    replay(folder / "kent-rehearsal", entries);
    fs::remove_all(folder);
    return 0;
}
