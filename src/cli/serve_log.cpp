#include "cli/serve_log.hpp"

#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

namespace quorate::cli {

namespace {

/// Codes of single sign-on and the words of one-time links open accounts: they stay out of the log.
std::string without_secrets(const std::string& target) {
    const auto query = target.find('?');
    const auto path = target.substr(0, query);
    if (const auto link = path.find("/link/"); link != std::string::npos) {
        return path.substr(0, link) + "/link/...";
    }
    const bool sign_in = path.find("/sign-in") != std::string::npos;
    return sign_in && query != std::string::npos ? path + "?..." : target;
}

/// A target as one word: nothing a sender puts into an address can begin a line of its own.
std::string one_word(const std::string& target) {
    std::string out;
    for (const char c : without_secrets(target).substr(0, 300)) {
        out += c > ' ' && c < 0x7f ? c : '?';
    }
    return out;
}

} // namespace

void start_log(bool requests) {
    spdlog::drop("quorate");
    auto log = spdlog::stderr_logger_mt("quorate");
    log->set_pattern("%Y-%m-%dT%H:%M:%S.%e%z %l %v");
    log->set_level(requests ? spdlog::level::debug : spdlog::level::info);
    log->flush_on(spdlog::level::info);
    spdlog::set_default_logger(std::move(log));
}

void log_request(const http::AccessRecord& record) {
    spdlog::debug("{} {} {} {} {}B {}us", record.remote.empty() ? "local" : record.remote,
                  record.method, one_word(record.target), record.status, record.bytes,
                  record.duration_us);
}

void log_note(const std::string& words) {
    spdlog::info("{}", words);
}
void log_error(const std::string& words) {
    spdlog::error("{}", words);
}
void end_log() {
    spdlog::default_logger()->flush();
}

} // namespace quorate::cli
