#include "http/listener.hpp"

#include <arpa/inet.h>
#include <cerrno>
#include <cstring>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>
#include <utility>

namespace quorate::http {

namespace {

constexpr int backlog = 1024;
constexpr int socket_kind = SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK;

struct Address {
    sockaddr_storage storage{};
    socklen_t length = 0;
};

const sockaddr* generic(const sockaddr_storage& storage) {
    return reinterpret_cast<const sockaddr*>(&storage);
}

base::Result<Address> parse_address(const std::string& text, std::uint16_t port) {
    const std::string plain = text == "localhost" ? "127.0.0.1" : text;
    Address out;
    in_addr four{};
    in6_addr six{};
    if (inet_pton(AF_INET, plain.c_str(), &four) == 1) {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr = four;
        std::memcpy(&out.storage, &address, sizeof address);
        out.length = sizeof address;
        return out;
    }
    if (inet_pton(AF_INET6, plain.c_str(), &six) == 1) {
        sockaddr_in6 address{};
        address.sin6_family = AF_INET6;
        address.sin6_port = htons(port);
        address.sin6_addr = six;
        std::memcpy(&out.storage, &address, sizeof address);
        out.length = sizeof address;
        return out;
    }
    return base::fail(text, "this is not an IP address", "give one such as 127.0.0.1 or ::1");
}

std::uint16_t bound_port(int descriptor) {
    sockaddr_storage storage{};
    socklen_t length = sizeof storage;
    getsockname(descriptor, reinterpret_cast<sockaddr*>(&storage), &length);
    if (storage.ss_family == AF_INET6)
        return ntohs(reinterpret_cast<const sockaddr_in6*>(&storage)->sin6_port);
    return ntohs(reinterpret_cast<const sockaddr_in*>(&storage)->sin_port);
}

std::string system_words() {
    return std::strerror(errno);
}

tl::unexpected<base::Failure> bind_failure(const std::string& place) {
    switch (errno) {
    case EADDRINUSE:
        return base::fail(place, "another program is listening there",
                          "stop it, or choose another port");
    case EADDRNOTAVAIL:
        return base::fail(place, "this machine does not have that address",
                          "use 127.0.0.1, or 0.0.0.0 for every address");
    case EACCES:
        return base::fail(place, "the system does not let this user listen there",
                          "choose a port of 1024 or more");
    default:
        return base::fail(place, "cannot listen: " + system_words());
    }
}

bool answers(const sockaddr_un& address) {
    const int probe = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (probe < 0)
        return false;
    const bool connected =
        connect(probe, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
    ::close(probe);
    return connected;
}

} // namespace

Listener::Listener(Listener&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)), port_(other.port_),
      path_(std::exchange(other.path_, {})) {}

Listener& Listener::operator=(Listener&& other) noexcept {
    if (this != &other) {
        close();
        descriptor_ = std::exchange(other.descriptor_, -1);
        port_ = other.port_;
        path_ = std::exchange(other.path_, {});
    }
    return *this;
}

Listener::~Listener() {
    close();
}

void Listener::close() {
    if (descriptor_ >= 0)
        ::close(descriptor_);
    if (!path_.empty())
        unlink(path_.c_str());
    descriptor_ = -1;
    path_.clear();
}

base::Result<Listener> Listener::tcp(const std::string& address, std::uint16_t port) {
    const auto parsed = parse_address(address, port);
    if (!parsed)
        return tl::make_unexpected(parsed.error());
    const std::string place = address + " port " + std::to_string(port);
    Listener listener(socket(parsed->storage.ss_family, socket_kind, 0), 0, {});
    if (listener.descriptor_ < 0)
        return base::fail(place, "cannot open a socket: " + system_words());
    const int on = 1;
    // So that a restart need not wait for old connections to time out.
    setsockopt(listener.descriptor_, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    if (bind(listener.descriptor_, generic(parsed->storage), parsed->length) != 0 ||
        listen(listener.descriptor_, backlog) != 0)
        return bind_failure(place);
    listener.port_ = bound_port(listener.descriptor_);
    return listener;
}

base::Result<Listener> Listener::local(const std::string& path) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (path.empty() || path.size() >= sizeof address.sun_path)
        return base::fail(path, "a socket's path has 1 to 107 characters", "use a shorter folder");
    std::memcpy(address.sun_path, path.c_str(), path.size() + 1);

    struct stat existing {};
    if (lstat(path.c_str(), &existing) == 0) {
        if (!S_ISSOCK(existing.st_mode))
            return base::fail(path, "a file that is not a socket is in the way", "move it");
        if (answers(address))
            return base::fail(path, "another program is serving there", "stop it first");
        unlink(path.c_str());
    }
    Listener listener(socket(AF_UNIX, socket_kind, 0), 0, {});
    if (listener.descriptor_ < 0)
        return base::fail(path, "cannot open a socket: " + system_words());
    // On Linux the file takes the socket's own mode, so it is never open to others, not for a
    // moment.
    fchmod(listener.descriptor_, S_IRUSR | S_IWUSR);
    if (bind(listener.descriptor_, reinterpret_cast<const sockaddr*>(&address), sizeof address) !=
        0)
        return bind_failure(path);
    listener.path_ = path;
    if (listen(listener.descriptor_, backlog) != 0)
        return bind_failure(path);
    return listener;
}

} // namespace quorate::http
