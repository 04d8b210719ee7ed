// What another rule would have changed in ten years of a simulated county, on one core, once the record is loaded.
// Prints a table; never fails on a number. Usage: whatif_bench [folder to keep the county in] [entries]

#include "base/time.hpp"
#include "county.hpp"
#include "partnership/whatif/asked.hpp"
#include "partnership/whatif/whatif.hpp"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <sys/resource.h>

using namespace quorate;
namespace fs = std::filesystem;

namespace {

double seconds_since(std::int64_t start_ms) { return static_cast<double>(base::monotonic_ms() - start_ms) / 1000.0; }

void row(const std::string& what, const std::string& measured, const std::string& budget = "") {
    fmt::print("{:<60} {:>58} {:>8}\n", what, measured, budget);
}

/// Processor time of this program so far: what one core has had to do, whatever else the machine does.
double processor_seconds() {
    rusage used{};
    getrusage(RUSAGE_SELF, &used);
    const auto seconds = [](const timeval& time) {
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
    };
    return seconds(used.ru_utime) + seconds(used.ru_stime);
}

/// The most memory the process had, in MB.
long memory_mb() {
    std::ifstream status("/proc/self/status");
    std::string line;
    while (std::getline(status, line)) {
        if (line.starts_with("VmHWM:")) {
            return std::atol(line.c_str() + 6) / 1024;
        }
    }
    return 0;
}

base::Result<std::unique_ptr<partnership::Partnership>> county_in(const std::string& folder, std::int64_t entries) {
    partnership::FolderOptions options;
    options.clock_of_the_record = true;
    if (!fs::exists(folder + "/ledger.db")) {
        const auto start = base::monotonic_ms();
        simulated::County county;
        county.entries = entries;
        auto made = simulated::make_county(QUORATE_SOURCE_DIR, folder, county);
        if (!made) {
            return made;
        }
        row("the county simulated and recorded", fmt::format("{:.1f} s", seconds_since(start)));
    }
    const auto start = base::monotonic_ms();
    auto opened = partnership::Partnership::open(folder, options);
    row("opened with replay, every hash checked", fmt::format("{:.1f} s", seconds_since(start)));
    return opened;
}

void ask(const partnership::History& history, const std::string& change, partnership::WhatIfMode mode,
         const std::string& budget) {
    std::vector<double> times;
    std::vector<double> processor;
    partnership::WhatIf answer;
    for (int round = 0; round < 3; ++round) {
        const auto start = base::monotonic_ms();
        const auto busy = processor_seconds();
        const auto overlay = partnership::overlay_of(history.snapshot(), {{change}, {}});
        if (!overlay) {
            fmt::print("{}\n", overlay.error().text());
            return;
        }
        answer = partnership::what_if(history, {*overlay, mode, {}, false});
        times.push_back(seconds_since(start));
        processor.push_back(processor_seconds() - busy);
    }
    std::sort(times.begin(), times.end());
    std::sort(processor.begin(), processor.end());
    const auto how = mode == partnership::WhatIfMode::strict ? "strict: " : "re-judge: ";
    row(how + change,
        fmt::format("{:.2f} s ({:.2f} s processor), {} again, {} differ", times[1], processor[1], answer.judged_again,
                    answer.flips.size()),
        budget);
}

} // namespace

int main(int argc, char** argv) {
    const std::string folder = argc > 1 ? argv[1] : (fs::temp_directory_path() / "quorate-county").string();
    const std::int64_t entries = argc > 2 ? std::atoll(argv[2]) : 500'000;
    const auto county = county_in(folder, entries);
    if (!county) {
        fmt::print("{}\n", county.error().text());
        return 1;
    }
    const auto start = base::monotonic_ms();
    const auto history = partnership::History::load(**county);
    if (!history) {
        fmt::print("{}\n", history.error().text());
        return 1;
    }
    row(fmt::format("{} entries taken apart and judged once", (*history)->acts().size()),
        fmt::format("{:.1f} s, {} MB", seconds_since(start), memory_mb()));
    std::vector<std::size_t> verdicts(4);
    for (const auto& act : (*history)->acts()) {
        ++verdicts[static_cast<std::size_t>((*history)->judged(act).verdict)];
    }
    row("permitted, refused, awaiting a discretion, undetermined",
        fmt::format("{}, {}, {}, {}", verdicts[0], verdicts[1], verdicts[2], verdicts[3]));
    using enum partnership::WhatIfMode;
    for (const auto* change :
         {"kp.quorum.at_least = 1/3 from 2008-07-01", "kp.quorum.at_least = 2/3", "kp.decide.more_than = 2/3",
          "kp.papers.at_least = 20wd", "kent-partnership/I1 = not_counted", "procedure.agenda.who = [\"chair\"]"}) {
        ask(**history, change, rejudge, "< 1 s");
    }
    ask(**history, "kp.quorum.at_least = 1/3 from 2008-07-01", strict, "");
    ask(**history, "kp.quorum.at_least = 2/3 from 2017-01-01", strict, "");
    return 0;
}
