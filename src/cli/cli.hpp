#ifndef QUORATE_CLI_CLI_HPP
#define QUORATE_CLI_CLI_HPP
// The command line. cli.cpp alone knows CLI11; each command is a function of its own file that gets
// plain options.

namespace quorate::cli {

/// Runs the command named by the words. Returns 0; 1 when the answer is "no" (a refusal, a
/// difference, a bad record); 2 for a command that is not understood.
int run(int count, char** words);

} // namespace quorate::cli

#endif
