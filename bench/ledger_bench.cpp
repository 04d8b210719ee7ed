// The record: writing and reading entries, replay, and durable appends beside bare SQLite inserts
// of the same bytes in the same run. Prints a table; never fails on a number. Usage: ledger_bench
// [folder on the disk to measure]
#include "base/uuid.hpp"
#include "ledger/canonical_check.hpp"
#include "ledger/entry.hpp"
#include "ledger/ledger.hpp"
#include "ledger/sqlite/sqlite_store.hpp"

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fmt/format.h>
#include <functional>
#include <sqlite3.h>

namespace {

using namespace quorate::ledger;
namespace base = quorate::base;
namespace fs = std::filesystem;

struct Sample {
    std::string id;
    std::string bytes;
};

/// An act of about 1 KB with a ruling of some length and two events.
Entry sample_entry(std::uint64_t position) {
    Entry out;
    out.position = position;
    out.act = "declare-outcome";
    out.made_by = "seat:chair";
    out.capacity = "chair";
    out.recorded_by = "person-7";
    out.evidence = "room";
    out.effective = out.recorded =
        base::Instant{1'214'899'500'000 + static_cast<std::int64_t>(position)};
    out.id = base::random_uuid_v7(out.recorded);
    out.charters = {std::string(64, 'a')};
    out.calendar = std::string(64, 'b');
    out.readings = {"I1=counted", "I7=barred-out"};
    out.engine = QUORATE_VERSION;
    out.fields = {
        {"meeting", "kp/m1"}, {"item", 4}, {"outcome", "carried"}, {"by", "show-of-hands"}};
    out.ruling = {
        {"verdict", "permitted"},
        {"reasons",
         base::JsonArray{{{"code", "quorate"}, {"clause", "3.12"}, {"present", 22}, {"needed", 20}},
                         {{"code", "majority_reached"},
                          {"clause", "3.20"},
                          {"for", 11},
                          {"against", 6},
                          {"abstaining", 4},
                          {"of", 21}}}}};
    out.events = base::JsonArray{
        {{"type", "outcome-declared"},
         {"version", 1},
         {"meeting", "kp/m1"},
         {"item", 4},
         {"outcome", "carried"},
         {"for", 11},
         {"against", 6},
         {"abstaining", 4}},
        {{"type", "item-decided"},
         {"version", 1},
         {"meeting", "kp/m1"},
         {"item", 4},
         {"roll", base::JsonArray{1, 2, 3, 5, 8, 9, 11, 12, 14, 17, 20, 21, 23, 30}}}};
    return out;
}

std::vector<Sample> samples(std::uint64_t count) {
    std::vector<Sample> out;
    for (std::uint64_t position = 0; position < count; ++position) {
        const auto entry = sample_entry(position);
        out.push_back({entry.id, encode(entry).value()});
    }
    return out;
}

double seconds(const std::function<void()>& work) {
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

/// Best of three: the machine may be busy with other things.
double best(const std::function<void()>& work) {
    return std::min({seconds(work), seconds(work), seconds(work)});
}

void line(const std::string& what, const std::string& measured, const std::string& budget = "") {
    fmt::print("{:<44} {:>18}  {}\n", what, measured, budget);
}

void measure_entries() {
    constexpr int rounds = 100'000;
    const auto entry = sample_entry(7);
    const auto bytes = encode(entry).value();
    std::size_t sink = 0;
    const auto each = [&](const char* what, const char* budget, const std::function<void()>& work) {
        const double time = best([&] {
            for (int i = 0; i < rounds; ++i) {
                work();
            }
        });
        line(what, fmt::format("{:.2f} us", time / rounds * 1e6), budget);
    };
    ValueReader reader;
    fmt::print("One entry of {} bytes\n", bytes.size());
    each("encode", "<= 2 us", [&] { sink += encode(entry)->size(); });
    each("view and parse events", "<= 2 us",
         [&] { sink += (*reader.read(view_entry(bytes)->events))->get_array().size(); });
    each("decode whole", "", [&] { sink += decode_entry(bytes)->events.get_array().size(); });
    each("leaf hash", "", [&] { sink += leaf_hash(bytes)[0]; });
    each("check canonical form", "", [&] { sink += check_canonical(bytes).has_value() ? 1U : 0U; });
    if (sink == 0) {
        std::abort();
    }
}

sqlite::OpenOptions creating() {
    sqlite::OpenOptions options;
    options.mode = sqlite::OpenMode::create;
    return options;
}

SigningKey key() {
    return SigningKey::from_seed("quorate/bench", std::string(32, 'b')).value();
}

std::unique_ptr<Ledger> open(const fs::path& file, const EntryVisitor& replay = {}) {
    return Ledger::open(sqlite::SqliteStore::open(file.string(), creating()).value(), key(), replay)
        .value();
}

void append_all(Ledger& ledger, const std::vector<Sample>& all, std::size_t batch_size) {
    std::vector<Record> batch;
    for (const auto& sample : all) {
        batch.push_back({sample.id, sample.bytes});
        if (batch.size() == batch_size || &sample == &all.back()) {
            if (!ledger.append(batch)) {
                std::abort();
            }
            batch.clear();
        }
    }
}

void measure_reading(const fs::path& folder) {
    constexpr std::uint64_t count = 100'000;
    const auto file = folder / "read.db";
    append_all(*open(file), samples(count), 1000);
    fmt::print("Reading {} entries\n", count);
    const auto rate = [&](const char* what, const char* budget, const std::function<void()>& work) {
        line(what, fmt::format("{:.0f} /s", static_cast<double>(count) / best(work)), budget);
    };
    rate("visit the bytes", ">= 1,000,000 /s", [&] {
        const auto store = sqlite::SqliteStore::open(file.string(), creating()).value();
        static_cast<void>(store->visit({}, [](const StoredEntry&) -> Result<void> { return {}; }));
    });
    rate("open: visit, check hashes and signature", "", [&] { open(file); });
    rate("open and parse events (replay without apply)", ">= 200,000 /s", [&] {
        ValueReader reader;
        open(file, [&](const StoredEntry& entry) -> Result<void> {
            const auto view = view_entry(entry.bytes);
            const auto events = view ? reader.read(view->events) : tl::unexpected(view.error());
            return events ? Result<void>{} : tl::unexpected(events.error());
        });
    });
}

/// The same bytes into a table of one column, with the same journal and syncing.
double bare_seconds(const fs::path& file, const std::vector<Sample>& all, std::size_t batch_size) {
    sqlite3* database = nullptr;
    sqlite3_open(file.c_str(), &database);
    const auto run = [&](const char* sql) {
        if (sqlite3_exec(database, sql, nullptr, nullptr, nullptr) != SQLITE_OK) {
            std::abort();
        }
    };
    run("PRAGMA locking_mode=EXCLUSIVE; PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"
        "CREATE TABLE entry (position INTEGER PRIMARY KEY, bytes TEXT)");
    sqlite3_stmt* insert = nullptr;
    sqlite3_prepare_v2(database, "INSERT INTO entry (bytes) VALUES (?)", -1, &insert, nullptr);
    const double time = seconds([&] {
        for (std::size_t i = 0; i < all.size(); i += batch_size) {
            run("BEGIN IMMEDIATE");
            for (auto j = i; j < std::min(all.size(), i + batch_size); ++j) {
                sqlite3_bind_text(insert, 1, all[j].bytes.data(),
                                  static_cast<int>(all[j].bytes.size()), SQLITE_STATIC);
                sqlite3_step(insert);
                sqlite3_reset(insert);
            }
            run("COMMIT");
        }
    });
    sqlite3_finalize(insert);
    sqlite3_close(database);
    return time;
}

void measure_appends(const fs::path& folder) {
    fmt::print("Durable appends, signed, beside bare SQLite inserts\n");
    for (const auto& [batch_size, count] : {std::pair{1U, 500U}, {16U, 8'000U}, {256U, 51'200U}}) {
        const auto all = samples(count);
        double mine = 0;
        double bare = 0;
        // In turns, so that both meet the same disk.
        for (int round = 0; round < 5; ++round) {
            const auto name = fmt::format("{}-{}.db", batch_size, round);
            const auto ledger = open(folder / ("ledger-" + name));
            mine += seconds([&] { append_all(*ledger, all, batch_size); });
            bare += bare_seconds(folder / ("bare-" + name), all, batch_size);
        }
        line(fmt::format("batch of {}: {:.0f} /s, bare {:.0f} /s", batch_size, 5 * count / mine,
                         5 * count / bare),
             fmt::format("{:.2f} of bare", bare / mine), ">= 0.70");
    }
}

} // namespace

int main(int count, char** arguments) {
    auto pattern =
        ((count > 1 ? fs::path(arguments[1]) : fs::temp_directory_path()) / "ledger-bench-XXXXXX")
            .string();
    if (::mkdtemp(pattern.data()) == nullptr) {
        fmt::print("cannot make a folder like {}\n", pattern);
        return 1;
    }
    measure_entries();
    measure_reading(pattern);
    measure_appends(pattern);
    fs::remove_all(pattern);
    return 0;
}
