#ifndef QUORATE_CLI_SERVE_LOG_HPP
#define QUORATE_CLI_SERVE_LOG_HPP
// The server's log, on standard error. serve_log.cpp alone knows spdlog.

#include "http/server.hpp"

#include <string>

namespace quorate::cli {

/// Starts the log; `requests` says whether each request gets a line.
void start_log(bool requests);
/// One answered request. Safe from several threads.
void log_request(const http::AccessRecord& record);
void log_note(const std::string& words);
void log_error(const std::string& words);
/// Writes out what is still held.
void end_log();

} // namespace quorate::cli

#endif
