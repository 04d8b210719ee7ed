// The record as it was known then: states of the past, first asked for and asked for again, in a
// simulated county. Prints a table; never fails on a number. Usage: as_of_bench [folder that has
// the county] [entries]

#include "base/time.hpp"
#include "county.hpp"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <random>

using namespace quorate;

namespace {

void row(const std::string& what, const std::string& measured) {
    fmt::print("{:<66} {:>30}\n", what, measured);
}

/// The memory of the process now, in MB.
long memory_mb() {
    std::ifstream status("/proc/self/status");
    std::string line;
    while (std::getline(status, line)) {
        if (line.starts_with("VmRSS:")) {
            return std::atol(line.c_str() + 6) / 1024;
        }
    }
    return 0;
}

std::string times_of(std::vector<double> all) {
    std::sort(all.begin(), all.end());
    return fmt::format("median {:.0f} ms, worst {:.0f} ms", all[all.size() / 2], all.back());
}

double ask(const partnership::Partnership& partnership, std::int64_t entries) {
    const auto start = base::monotonic_ms();
    if (const auto state = partnership.state_at(entries); !state) {
        fmt::print(stderr, "{}\n", state.error().text());
        std::exit(1);
    }
    return static_cast<double>(base::monotonic_ms() - start);
}

} // namespace

int main(int argc, char** argv) {
    simulated::County county;
    county.entries = argc > 2 ? std::atoll(argv[2]) : 100'000;
    partnership::FolderOptions options;
    options.clock_of_the_record = true;
    const std::string folder = argc > 1 ? argv[1] : "";
    auto made = folder.empty() ? simulated::make_county_in_memory(QUORATE_SOURCE_DIR, county)
                : std::filesystem::exists(folder + "/ledger.db")
                    ? partnership::Partnership::open(folder, options)
                    : simulated::make_county(QUORATE_SOURCE_DIR, folder, county);
    if (!made) {
        fmt::print(stderr, "{}\n", made.error().text());
        return 1;
    }
    const auto& partnership = **made;
    const auto size = partnership.state()->size;
    const auto memory = memory_mb();
    row("entries in the record", std::to_string(size));
    row("near its end, asked for first", fmt::format("{:.0f} ms", ask(partnership, size - 10)));
    row("the same again", fmt::format("{:.2f} ms", ask(partnership, size - 10)));
    std::mt19937 random(3);
    std::uniform_int_distribution<std::int64_t> anywhere(1, size);
    std::vector<double> times;
    for (int i = 0; i < 40; ++i) {
        times.push_back(ask(partnership, anywhere(random)));
    }
    row("anywhere, 40 times", times_of(std::move(times)));
    row("memory for the states kept",
        fmt::format("{} MB beside {} MB", memory_mb() - memory, memory));
    return 0;
}
