#ifndef QUORATE_CLI_OUTPUT_HPP
#define QUORATE_CLI_OUTPUT_HPP
// What commands have in common: saying a failure, finding a partnership's folder.

#include "cli/commands.hpp"
#include "partnership/partnership.hpp"

#include <memory>
#include <string>
#include <string_view>

namespace quorate::cli {

/// Prints to standard output, exactly.
void say(std::string_view text);
/// Prints "quorate: ..." to standard error and returns `no`.
int failed(const base::Failure& failure);
/// The folder of a partnership: a path to one, or its name in the data folder.
std::string folder_of(const Common& common, const std::string& partnership);
/// Opens a partnership's folder; a locked one is said to be in use, with what to do.
Result<std::unique_ptr<partnership::Partnership>> open(const Common& common,
                                                       const std::string& partnership);
/// The day asked about: the one given, else today by the partnership's clock.
Result<base::CivilDate> day_of(const partnership::Partnership& partnership, const std::string& on);
/// The folder with charters/, examples/ and data/.
Result<std::string> root_of(const Common& common);

} // namespace quorate::cli

#endif
