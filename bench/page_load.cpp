// Asks a server on this machine for one page at a constant rate, and times starting one.
//
//   page_load steady PORT PATH RATE SECONDS CONNECTIONS [gzip]
//   page_load first PORT PATH COMMAND...
//
// `steady` is open-loop: request i is due at start + i / RATE whether or not earlier ones have been answered, and its
// time runs from then. A server that stands still is charged for everything it kept waiting, which a loop that asks
// again only after each answer would leave out (coordinated omission).

#include <algorithm>
#include <arpa/inet.h>
#include <array>
#include <chrono>
#include <csignal>
#include <cstdint>
#include <cstdlib>
#include <fmt/core.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <string>
#include <string_view>
#include <sys/epoll.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>
#include <vector>

namespace {

using Clock = std::chrono::steady_clock;

struct Target {
    std::uint16_t port = 0;
    std::string request; ///< whole, as it goes out
};

struct Connection {
    int descriptor = -1;
    bool busy = false;
    Clock::time_point due = {};
    std::string head;
    std::size_t to_come = 0; ///< bytes of the body; 0 while the head is being read
};

[[noreturn]] void stop(std::string_view why) {
    fmt::print(stderr, "page_load: {}\n", why);
    std::exit(1);
}

std::uint64_t number(const char* text) {
    return std::strtoull(text, nullptr, 10);
}

int connect_to(std::uint16_t port) {
    const int descriptor = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (connect(descriptor, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
        close(descriptor);
        return -1;
    }
    const int on = 1;
    setsockopt(descriptor, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    return descriptor;
}

std::string request_for(const std::string& path, bool gzip) {
    return "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n" + (gzip ? "Accept-Encoding: gzip\r\n" : "") + "\r\n";
}

std::size_t content_length(std::string_view head) {
    constexpr std::string_view name = "\r\nContent-Length: ";
    const auto at = head.find(name);
    if (at == std::string_view::npos) {
        stop("an answer has no length");
    }
    return std::strtoull(head.data() + at + name.size(), nullptr, 10);
}

/// Reads what has come. True when the answer is whole.
bool answered(Connection& connection) {
    char block[65536];
    for (;;) {
        const ssize_t count = recv(connection.descriptor, block, sizeof block, MSG_DONTWAIT);
        if (count < 0 && errno == EAGAIN) {
            return false;
        }
        if (count <= 0) {
            stop("the server closed a connection");
        }
        auto bytes = static_cast<std::size_t>(count);
        if (connection.to_come == 0) {
            connection.head.append(block, bytes);
            const auto end = connection.head.find("\r\n\r\n");
            if (end == std::string::npos) {
                continue;
            }
            if (!connection.head.starts_with("HTTP/1.1 200")) {
                stop("an answer is not 200: " + connection.head.substr(0, 40));
            }
            bytes = connection.head.size() - end - 4;
            connection.to_come = content_length(std::string_view(connection.head).substr(0, end + 4));
        }
        if (bytes > connection.to_come) {
            stop("more came than was announced");
        }
        connection.to_come -= bytes;
        if (connection.to_come == 0) {
            connection.head.clear();
            return true;
        }
    }
}

struct Load {
    double per_second = 0;
    std::size_t requests = 0;
    std::size_t connections = 0;
};

/// Sleeps until an answer comes or the time is there; how many answers.
std::size_t wait_until(int poll, std::array<epoll_event, 64>& events, Clock::time_point time) {
    const auto left = std::max(Clock::duration::zero(), time - Clock::now());
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(left);
    const timespec timeout{seconds.count(), (left - seconds).count()};
    const int ready = epoll_pwait2(poll, events.data(), static_cast<int>(events.size()), &timeout, nullptr);
    return ready < 0 ? 0 : static_cast<std::size_t>(ready);
}

/// The time of each request from when it was due, in microseconds.
std::vector<double> steady(const Target& target, const Load& load) {
    const int poll = epoll_create1(EPOLL_CLOEXEC);
    std::vector<Connection> connections(load.connections);
    std::vector<std::size_t> idle;
    for (std::size_t i = 0; i < connections.size(); ++i) {
        connections[i].descriptor = connect_to(target.port);
        if (connections[i].descriptor < 0) {
            stop("nothing listens there");
        }
        epoll_event event{};
        event.events = EPOLLIN;
        event.data.u64 = i;
        epoll_ctl(poll, EPOLL_CTL_ADD, connections[i].descriptor, &event);
        idle.push_back(i);
    }
    prctl(PR_SET_TIMERSLACK, 1); // wake when the next request is due, not up to 50 us later
    std::vector<double> times;
    times.reserve(load.requests);
    const auto start = Clock::now();
    const auto due = [&](std::size_t i) {
        return start + std::chrono::duration_cast<Clock::duration>(
                           std::chrono::duration<double>(static_cast<double>(i) / load.per_second));
    };
    std::size_t sent = 0;
    const auto later = start + std::chrono::hours(1);
    std::array<epoll_event, 64> events{};
    while (times.size() < load.requests) {
        while (sent < load.requests && !idle.empty() && due(sent) <= Clock::now()) {
            auto& connection = connections[idle.back()];
            idle.pop_back();
            connection.due = due(sent++);
            if (send(connection.descriptor, target.request.data(), target.request.size(), MSG_NOSIGNAL) !=
                static_cast<ssize_t>(target.request.size())) {
                stop("a request could not be sent");
            }
        }
        const auto ready = wait_until(poll, events, sent < load.requests && !idle.empty() ? due(sent) : later);
        for (std::size_t i = 0; i < ready; ++i) {
            const auto index = events[i].data.u64;
            if (answered(connections[index])) {
                times.push_back(
                    std::chrono::duration<double, std::micro>(Clock::now() - connections[index].due).count());
                idle.push_back(index);
            }
        }
    }
    for (const auto& connection : connections) {
        close(connection.descriptor);
    }
    close(poll);
    return times;
}

void run_steady(const Target& target, const Load& load) {
    auto times = steady(target, load);
    std::sort(times.begin(), times.end());
    const auto at = [&](double part) {
        return times[static_cast<std::size_t>(part * static_cast<double>(times.size() - 1))] / 1000;
    };
    // p50 p99 p99.9 longest, in milliseconds
    fmt::print("{:.3f} {:.3f} {:.3f} {:.3f}\n", at(0.5), at(0.99), at(0.999), at(1));
}

/// Whether the page is served whole now.
bool served(const Target& target) {
    Connection connection;
    connection.descriptor = connect_to(target.port);
    if (connection.descriptor < 0) {
        return false;
    }
    send(connection.descriptor, target.request.data(), target.request.size(), MSG_NOSIGNAL);
    while (!answered(connection)) {
        std::this_thread::sleep_for(std::chrono::microseconds(200));
    }
    close(connection.descriptor);
    return true;
}

/// Starts the command, waits for its first page, prints the milliseconds that took, and stops it.
void run_first(const Target& target, char** command) {
    if (served(target)) {
        stop("something is served there already");
    }
    const auto start = Clock::now();
    const pid_t child = fork();
    if (child == 0) {
        execvp(command[0], command);
        _exit(127);
    }
    while (!served(target)) {
        if (waitpid(child, nullptr, WNOHANG) != 0) {
            stop("the server did not start");
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    const std::chrono::duration<double, std::milli> taken = Clock::now() - start;
    kill(child, SIGTERM);
    waitpid(child, nullptr, 0);
    fmt::print("{:.0f}\n", taken.count());
}

} // namespace

int main(int count, char** words) {
    const std::string_view what = count > 4 ? words[1] : "";
    const bool gzip = what == "steady" && count == 8 && std::string_view(words[7]) == "gzip";
    if ((what != "steady" || count < 7) && what != "first") {
        stop("see the top of bench/page_load.cpp");
    }
    const Target target{static_cast<std::uint16_t>(number(words[2])), request_for(words[3], gzip)};
    if (what == "first") {
        run_first(target, words + 4);
        return 0;
    }
    const double per_second = std::strtod(words[4], nullptr);
    const auto requests = static_cast<std::size_t>(per_second * std::strtod(words[5], nullptr));
    if (requests < 1 || number(words[6]) < 1) {
        stop("rate, seconds and connections must be at least 1");
    }
    run_steady(target, {per_second, requests, number(words[6])});
}
