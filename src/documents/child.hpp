#ifndef QUORATE_DOCUMENTS_CHILD_HPP
#define QUORATE_DOCUMENTS_CHILD_HPP
// Another program, run for one answer and kept on a short lead.

#include "base/result.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace quorate::documents {

struct ChildLimits {
    std::int64_t time_ms = 5'000;                      ///< by the wall clock, from start to end
    std::size_t memory_bytes = std::size_t{512} << 20; ///< of address space
    std::size_t output_bytes = std::size_t{4} << 20;   ///< of standard output
    std::size_t input_bytes = std::size_t{1} << 20;    ///< of standard input
};

struct Child {
    std::string program; ///< an absolute path; no shell and no search
    std::vector<std::string> arguments = {};
    std::string input = {};
    ChildLimits limits = {};
};

/// Runs the program with an empty environment, in /, with standard input and output and no other
/// file of this process, and gives what it wrote. It can write no file. Fails when there is no such
/// program, when it ends otherwise than with 0, and when it goes over a limit; it is ended then,
/// with what it started.
base::Result<std::string> run_child(const Child& child);

} // namespace quorate::documents

#endif
