#ifndef QUORATE_HTTP_LISTENER_HPP
#define QUORATE_HTTP_LISTENER_HPP
// Listening sockets, over TCP and in the file system.

#include "base/result.hpp"

#include <cstdint>
#include <string>

namespace quorate::http {

/// A socket that is bound and listening, closed with the object. A Unix-domain one removes its
/// file.
class Listener {
public:
    /// `address` is an IPv4 or IPv6 address or "localhost" (127.0.0.1); port 0 takes any free one.
    /// Fails in words when the address is not this machine's or the port is taken.
    static base::Result<Listener> tcp(const std::string& address, std::uint16_t port);
    /// A socket file that only its owner may open. A file left by a program that is gone is
    /// replaced; one that still answers fails.
    static base::Result<Listener> local(const std::string& path);

    Listener(Listener&& other) noexcept;
    Listener& operator=(Listener&& other) noexcept;
    Listener(const Listener&) = delete;
    Listener& operator=(const Listener&) = delete;
    ~Listener();

    [[nodiscard]] int descriptor() const { return descriptor_; }
    [[nodiscard]] std::uint16_t port() const { return port_; } ///< 0 for a local one

private:
    Listener(int descriptor, std::uint16_t port, std::string path)
        : descriptor_(descriptor), port_(port), path_(std::move(path)) {}
    void close();

    int descriptor_ = -1;
    std::uint16_t port_ = 0;
    std::string path_;
};

} // namespace quorate::http

#endif
