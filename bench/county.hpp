#ifndef QUORATE_BENCH_COUNTY_HPP
#define QUORATE_BENCH_COUNTY_HPP
// A simulated county: many bodies that go by the terms of the Kent Partnership, meeting for ten years. Acts come in
// about the proportions of the fictional year of Riverside. Nobody in it is real. The same figures give the same
// record, entry for entry.

#include "partnership/partnership.hpp"

#include <memory>
#include <string>

namespace quorate::simulated {

struct County {
    int bodies = 60;
    int members = 20;              ///< seats of each body, all filled
    int first_year = 2008;
    int years = 10;
    int meetings_a_year = 13;      ///< of each body
    std::int64_t entries = 500'000; ///< no more than these
};

/// Makes the county in a folder that must not be there yet. `root` is the folder with charters/ and data/. Prints
/// nothing; fails naming the first act that could not be recorded.
base::Result<std::unique_ptr<partnership::Partnership>> make_county(const std::string& root, const std::string& folder,
                                                                    const County& county);
/// The same in memory.
base::Result<std::unique_ptr<partnership::Partnership>> make_county_in_memory(const std::string& root,
                                                                              const County& county);

} // namespace quorate::simulated

#endif
