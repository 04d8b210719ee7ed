// Follows a meeting on a server of this machine with thousands of open streams, records what
// happens in the room through the officer's own forms, and times how long each change takes to
// every watcher.
//
//   live_load PORT SERVER-PID PARTNERSHIP MEETING WATCHERS CHANGES
//
// The time runs from the moment the officer's form goes out (and, told apart, from when its answer
// is back) to the moment the event is in the watcher's hands. Both sides run on this machine, and
// the watchers are read by one thread: what it needs to get round to the last of them is in the
// figures.

#include <algorithm>
#include <arpa/inet.h>
#include <array>
#include <charconv>
#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <fmt/core.h>
#include <fstream>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <string>
#include <string_view>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>
#include <utility>
#include <vector>

namespace {

using Clock = std::chrono::steady_clock;

constexpr auto patience = std::chrono::seconds(5);

[[noreturn]] void stop(const std::string& why) {
    fmt::print(stderr, "live_load: {}\n", why);
    std::exit(1);
}

int connect_to(std::uint16_t port) {
    const int descriptor = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (descriptor < 0 ||
        connect(descriptor, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
        stop("the server does not answer, or the system allows no more connections");
    }
    const int on = 1;
    setsockopt(descriptor, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    return descriptor;
}

void send_all(int descriptor, std::string_view bytes) {
    while (!bytes.empty()) {
        const auto sent = send(descriptor, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent <= 0) {
            stop("a request could not be sent");
        }
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
}

using Fields = std::vector<std::pair<std::string, std::string>>;

std::string encoded(const Fields& fields) {
    std::string out;
    for (const auto& [name, value] : fields) {
        out += (out.empty() ? "" : "&") + name + "=";
        for (const char c : value) {
            const bool plain =
                std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '-' || c == '.';
            out +=
                plain ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
        }
    }
    return out;
}

std::string between(std::string_view text, std::string_view before, std::string_view after) {
    const auto from = text.find(before);
    if (from == std::string_view::npos) {
        return {};
    }
    const auto begin = from + before.size();
    return std::string(text.substr(begin, text.find(after, begin) - begin));
}

/// The officer at meeting day, as a browser without a script.
class Officer {
public:
    Officer(std::uint16_t port, std::string partnership, const std::string& meeting)
        : port_(port), partnership_(std::move(partnership)),
          day_("/desk/meetings/" + meeting + "/day") {
        const auto page = ask("GET", "/sign-in", {});
        cookie_ = between(page, "Set-Cookie: ", ";");
        const auto answer = ask("POST", "/sign-in",
                                {{"name", "secretariat"},
                                 {"password", "practice-copy"},
                                 {"csrf", between(page, "name=\"csrf\" value=\"", "\"")}});
        cookie_ = between(answer, "Set-Cookie: ", ";");
        if (cookie_.empty()) {
            stop("the practice account of the secretariat cannot sign in");
        }
        look();
    }

    /// The page of the day, with the hidden fields the next form needs.
    void look() {
        page_ = ask("GET", day_, {});
        csrf_ = between(page_, "name=\"csrf\" value=\"", "\"");
        if (csrf_.empty()) {
            stop("meeting day has no forms: " + page_.substr(0, 200));
        }
    }
    /// When the form went out and when its answer was back.
    std::pair<Clock::time_point, Clock::time_point> send_form(std::string_view verb,
                                                              Fields fields) {
        fields.emplace_back("do", verb);
        fields.emplace_back("csrf", csrf_);
        for (const char* name : {"entry", "position", "line"}) {
            fields.emplace_back(name,
                                between(page_, fmt::format("name=\"{}\" value=\"", name), "\""));
        }
        const auto begun = Clock::now();
        const auto answer = ask("POST", day_, fields);
        const auto done = Clock::now();
        if (!answer.starts_with("HTTP/1.1 303")) {
            stop(fmt::format("the form {} was not taken: {}", verb, answer.substr(0, 4000)));
        }
        return {begun, done};
    }

private:
    std::string ask(std::string_view method, const std::string& path, const Fields& fields) const {
        const auto body = encoded(fields);
        auto request = fmt::format("{} /{}{} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n",
                                   method, partnership_, path);
        if (!cookie_.empty()) {
            request += "Cookie: " + cookie_ + "\r\n";
        }
        if (method == "POST") {
            request += fmt::format(
                "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n",
                body.size());
        }
        const int descriptor = connect_to(port_);
        send_all(descriptor, request + "\r\n" + (method == "POST" ? body : std::string()));
        std::string out;
        char block[65536];
        for (ssize_t count = 0; (count = recv(descriptor, block, sizeof block, 0)) > 0;) {
            out.append(block, static_cast<std::size_t>(count));
        }
        close(descriptor);
        return out;
    }

    std::uint16_t port_;
    std::string partnership_;
    std::string day_;
    std::string cookie_;
    std::string page_;
    std::string csrf_;
};

/// One open stream.
struct Watcher {
    int descriptor = -1;
    bool begun = false; ///< the whole has come
    std::string tail;   ///< the end of what came, in case a mark is cut in two
};

class Watchers {
public:
    Watchers(std::uint16_t port, const std::string& path, std::size_t count) : all_(count) {
        poll_ = epoll_create1(EPOLL_CLOEXEC);
        for (std::size_t i = 0; i < count; ++i) {
            all_[i].descriptor = connect_to(port);
            send_all(all_[i].descriptor, "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
            epoll_event event{};
            event.events = EPOLLIN;
            event.data.u64 = i;
            epoll_ctl(poll_, EPOLL_CTL_ADD, all_[i].descriptor, &event);
        }
        wait_for("event: whole", count);
    }
    ~Watchers() {
        for (const auto& watcher : all_) {
            close(watcher.descriptor);
        }
        close(poll_);
    }
    Watchers(const Watchers&) = delete;
    Watchers& operator=(const Watchers&) = delete;

    /// When the next event of that mark came to each watcher.
    std::vector<Clock::time_point> wait_for(std::string_view mark, std::size_t count) {
        std::vector<Clock::time_point> out;
        const auto limit = Clock::now() + patience;
        std::array<epoll_event, 256> events{};
        while (out.size() < count) {
            const int ready =
                epoll_wait(poll_, events.data(), static_cast<int>(events.size()), 100);
            const auto now = Clock::now();
            if (now > limit) {
                stop(fmt::format("a change came to {} of {} watchers in five seconds", out.size(),
                                 count));
            }
            for (int i = 0; i < ready; ++i) {
                take(all_[events[static_cast<std::size_t>(i)].data.u64], mark, out);
            }
        }
        return out;
    }

private:
    static void take(Watcher& watcher, std::string_view mark, std::vector<Clock::time_point>& out) {
        char block[32768];
        for (ssize_t count = 0;
             (count = recv(watcher.descriptor, block, sizeof block, MSG_DONTWAIT)) != 0;) {
            if (count < 0) {
                return;
            }
            const auto came = Clock::now();
            watcher.tail.append(block, static_cast<std::size_t>(count));
            std::size_t at = 0;
            while ((at = watcher.tail.find(mark)) != std::string::npos) {
                out.push_back(came);
                watcher.tail.erase(0, at + mark.size());
            }
            watcher.tail.erase(0, watcher.tail.size() -
                                      std::min(watcher.tail.size(), mark.size() - 1));
        }
        stop("the server closed a stream");
    }

    int poll_ = -1;
    std::vector<Watcher> all_;
};

long memory_of(const std::string& pid) {
    std::ifstream in("/proc/" + pid + "/status");
    for (std::string line; std::getline(in, line);) {
        if (line.starts_with("VmRSS:")) {
            return std::strtol(line.c_str() + 6, nullptr, 10);
        }
    }
    return 0;
}

struct Times {
    std::vector<double> from_sent;
    std::vector<double> from_answer;
};

std::string figures(std::vector<double>& times) {
    std::sort(times.begin(), times.end());
    const auto at = [&](double part) {
        return times[static_cast<std::size_t>(part * static_cast<double>(times.size() - 1))];
    };
    return fmt::format("{:.1f} {:.1f} {:.1f}", at(0.5), at(0.99), at(1));
}

double ms(Clock::duration time) {
    return std::chrono::duration<double, std::milli>(time).count();
}

/// Somebody comes, somebody leaves, and every ten changes the sheet enters the record.
Times record(Officer& officer, Watchers& watchers, std::size_t count, std::size_t changes) {
    Times out;
    for (std::size_t i = 0; i < changes; ++i) {
        officer.look();
        const auto seat = std::to_string(21 + (i / 2) % 20);
        std::pair<Clock::time_point, Clock::time_point> sent;
        std::thread form([&] {
            sent = i % 2 == 0
                       ? officer.send_form("arrive", {{"who", seat}, {"time", "10:30am"}})
                       : officer.send_form("left", {{"key", "kp/" + seat}, {"time", "10:30am"}});
        });
        const auto came = watchers.wait_for("event: change", count);
        form.join();
        for (const auto when : came) {
            out.from_sent.push_back(ms(when - sent.first));
            out.from_answer.push_back(std::max(0.0, ms(when - sent.second)));
        }
        if (i % 10 == 9) {
            officer.look();
            officer.send_form("enter", {});
            watchers.wait_for("event: change", count); // "everything shown here is in the record"
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
    return out;
}

void room_for(std::size_t files) {
    rlimit limit{};
    getrlimit(RLIMIT_NOFILE, &limit);
    limit.rlim_cur = std::min<rlim_t>(limit.rlim_max, files + 100);
    setrlimit(RLIMIT_NOFILE, &limit);
}

} // namespace

int main(int count, char** words) {
    if (count != 7) {
        stop("live_load PORT SERVER-PID PARTNERSHIP MEETING WATCHERS CHANGES");
    }
    const auto port = static_cast<std::uint16_t>(std::strtoul(words[1], nullptr, 10));
    const std::string pid = words[2];
    const std::string partnership = words[3];
    const std::string meeting = words[4];
    const auto watching = static_cast<std::size_t>(std::strtoul(words[5], nullptr, 10));
    const auto changes = static_cast<std::size_t>(std::strtoul(words[6], nullptr, 10));
    room_for(watching);
    Officer officer(port, partnership, meeting);
    officer.send_form("attendance", {{"present", "1-20"}, {"time", "9:50am"}});
    officer.look();
    officer.send_form("open", {{"time", "10:00am"}});
    const auto before = memory_of(pid);
    Watchers watchers(port, "/" + partnership + "/meetings/" + meeting + "/live/events", watching);
    const auto with = memory_of(pid);
    auto times = record(officer, watchers, watching, changes);
    // From the form, from its answer (each p50 p99 longest, in milliseconds), memory a watcher and
    // of the whole in KB.
    fmt::print("{}\n{}\n{} {}\n", figures(times.from_sent), figures(times.from_answer),
               (with - before) / static_cast<long>(std::max<std::size_t>(watching, 1)),
               memory_of(pid));
}
