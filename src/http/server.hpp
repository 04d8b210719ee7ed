#ifndef QUORATE_HTTP_SERVER_HPP
#define QUORATE_HTTP_SERVER_HPP
// The HTTP server: one router behind a TCP address and, if wanted, a socket in the file system.

#include "http/router.hpp"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace quorate::http {

/// What an error page is to say.
struct ErrorPage {
    int status = 500;
    std::string message = {};         ///< one or two plain sentences
    std::vector<Method> allowed = {}; ///< for 405
};

/// One answered request, for the log.
struct AccessRecord {
    std::string remote; ///< empty on the local socket
    std::string method;
    std::string target;
    int status = 0;
    std::size_t bytes = 0; ///< of the body as sent
    std::int64_t duration_us = 0;
};

/// Requests that take long, on purpose as those with a password, or because somebody else is asked.
/// Threads of their own answer them in the order they came, and nobody else waits for it.
struct LongRequests {
    std::function<bool(const Request&)> which = {}; ///< by its head; none: every one is short
    std::size_t waiting_max = 200;                  ///< more are told to try again
    std::size_t threads = 1;                        ///< how many are answered at a time
    std::string too_many = "Too many wait at this moment. Wait a few seconds, then send it again.";
};

/// The hooks are called from several threads at once.
struct ServerOptions {
    std::string address = "127.0.0.1";
    std::optional<std::uint16_t> port = 8080; ///< 0 picks a free one; none: no TCP
    std::string socket_path = {};             ///< empty: no local socket
    unsigned threads = 2;                     ///< that answer over TCP, 1 to 64
    unsigned connections_max = 6000;          ///< open streams included
    std::size_t body_bytes_max = 1 << 20;
    std::size_t target_length_max = 8192;
    std::size_t headers_bytes_max = 16 << 10;
    std::chrono::seconds idle_timeout{30};
    std::chrono::milliseconds stop_grace{10000}; ///< how long stop() waits for requests under way
    /// Where files that come with forms are kept meanwhile, without names.
    std::filesystem::path spool_folder = std::filesystem::temp_directory_path();

    std::vector<LongRequests> long_requests = {}; ///< the first that fits a request is its own

    /// Called before the body is read; seconds to wait mean 429. None of it for the local socket.
    std::function<std::optional<int>(const Request&)> rate_limit = {};
    /// Makes the page for an error; without it plain text, or a problem when JSON is preferred.
    std::function<Response(const Request&, const ErrorPage&)> error_page = {};
    std::function<void(const AccessRecord&)> access_log = {};
    /// Told what went wrong inside when someone is shown a 500.
    std::function<void(const std::string&)> error_log = {};
};

class Server {
public:
    /// Listens and answers until stop() or the end of the object. Fails in words when it cannot
    /// listen.
    static base::Result<std::unique_ptr<Server>> start(Router router, ServerOptions options);

    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;
    ~Server();

    /// The TCP port in use; 0 without TCP.
    [[nodiscard]] std::uint16_t port() const;
    /// Takes no more connections, lets requests under way, uploads included, finish within the
    /// grace, then closes everything.
    void stop();

private:
    struct Implementation;
    explicit Server(std::unique_ptr<Implementation> implementation);
    std::unique_ptr<Implementation> implementation_;
};

} // namespace quorate::http

#endif
