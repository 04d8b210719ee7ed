#ifndef QUORATE_PARTNERSHIP_EXAMPLES_HPP
#define QUORATE_PARTNERSHIP_EXAMPLES_HPP
// Example partnerships: made from their acts files on first use.

#include "partnership/partnership.hpp"

#include <memory>
#include <string>
#include <vector>

namespace quorate::partnership {

/// The folders under examples/ with acts files that can be read, in order of name.
std::vector<std::string> example_names(const std::string& root);

/// Plays examples/<name>/*.md in order into a new partnership in `folder`: its id is the front
/// matter's `partnership`, else the folder's name; its kind is the first file's `kind`. It is made
/// beside the folder and put in its place when it is whole, so one that was interrupted is begun
/// again. Fails naming the line that is not as expected.
Result<std::unique_ptr<Partnership>> make_example(const std::string& root, const std::string& name,
                                                  const std::string& folder);

} // namespace quorate::partnership

#endif
