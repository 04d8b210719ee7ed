#include "documents/child.hpp"

#include "base/time.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>
#include <utility>

namespace quorate::documents {

namespace {

/// A file descriptor, closed with the object.
class Descriptor {
public:
    Descriptor() = default;
    explicit Descriptor(int number) : number_(number) {}
    Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
    Descriptor& operator=(Descriptor&& other) noexcept {
        std::swap(number_, other.number_);
        return *this;
    }
    ~Descriptor() { close(); }
    void close() {
        if (number_ >= 0) {
            ::close(std::exchange(number_, -1));
        }
    }
    [[nodiscard]] int number() const { return number_; }

private:
    int number_ = -1;
};

struct Pair {
    Descriptor ours;
    Descriptor theirs;
};

/// Both ends close on exec and lie above the numbers the child will use.
bool raise(int& number) {
    const int raised = ::fcntl(number, F_DUPFD_CLOEXEC, 10);
    ::close(number);
    number = raised;
    return raised >= 0;
}

base::Result<Pair> joined(bool socket, bool child_writes) {
    std::array<int, 2> ends{-1, -1};
    const int made = socket ? ::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data())
                            : ::pipe2(ends.data(), O_CLOEXEC);
    if (made != 0) {
        return base::fail("child", std::string("no pipe could be made: ") + std::strerror(errno));
    }
    const bool first = raise(ends[0]);
    const bool second = raise(ends[1]);
    Pair out{Descriptor(ends[child_writes ? 0 : 1]), Descriptor(ends[child_writes ? 1 : 0])};
    if (!first || !second) {
        return base::fail("child", "too many files are open");
    }
    return out;
}

void limit(int resource, std::size_t value) {
    const rlimit both{value, value};
    ::setrlimit(static_cast<__rlimit_resource_t>(resource), &both);
}

/// The child's own side, after the fork: only what POSIX allows there. Never returns.
[[noreturn]] void become(const Child& child, char* const* arguments,
                         const std::array<int, 3>& ends) {
    const int null = ::open("/dev/null", O_WRONLY | O_CLOEXEC);
    ::dup2(ends[0], STDIN_FILENO);
    ::dup2(ends[1], STDOUT_FILENO);
    ::dup2(null, STDERR_FILENO);
    ::dup3(ends[2], 3, O_CLOEXEC);
    ::close_range(4, ~0U, 0);
    ::setsid();
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    sigset_t none;
    sigemptyset(&none);
    ::sigprocmask(SIG_SETMASK, &none, nullptr);
    ::signal(SIGPIPE, SIG_DFL);
    limit(RLIMIT_AS, child.limits.memory_bytes);
    limit(RLIMIT_CPU, static_cast<std::size_t>(child.limits.time_ms / 1000 + 1));
    limit(RLIMIT_FSIZE, 0);
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_NOFILE, 64);
    char* const environment[] = {nullptr};
    if (::chdir("/") == 0) {
        ::execve(child.program.c_str(), arguments, environment);
    }
    const int why = errno;
    [[maybe_unused]] const auto told = ::write(3, &why, sizeof why);
    ::_exit(127);
}

/// What the three pipes came to.
struct Answer {
    std::string output;
    bool too_late = false;
    bool too_much = false;
};

int left_of(std::int64_t deadline) {
    return static_cast<int>(std::clamp<std::int64_t>(deadline - base::monotonic_ms(), 0, 60'000));
}

/// Sends more of the input; closes the end when all is sent or the child takes no more.
void send_more(Descriptor& to, const std::string& input, std::size_t& sent) {
    const auto wrote =
        ::send(to.number(), input.data() + sent, input.size() - sent, MSG_NOSIGNAL | MSG_DONTWAIT);
    if (wrote > 0) {
        sent += static_cast<std::size_t>(wrote);
    }
    const bool again = wrote < 0 && (errno == EAGAIN || errno == EINTR);
    if (sent == input.size() || (wrote < 0 && !again)) {
        to.close();
    }
}

Answer converse(const Child& child, Descriptor& to, const Descriptor& from, std::int64_t deadline) {
    Answer out;
    std::size_t sent = 0;
    std::array<char, 16384> buffer{};
    if (child.input.empty()) {
        to.close();
    }
    while (true) {
        std::array<pollfd, 2> watched{{{from.number(), POLLIN, 0}, {to.number(), POLLOUT, 0}}};
        const int left = left_of(deadline);
        if (left == 0) {
            out.too_late = true;
            return out;
        }
        if (::poll(watched.data(), watched.size(), left) < 0 && errno != EINTR) {
            return out;
        }
        if (to.number() >= 0 && watched[1].revents != 0) {
            send_more(to, child.input, sent);
        }
        if (watched[0].revents == 0) {
            continue;
        }
        const auto got = ::read(from.number(), buffer.data(), buffer.size());
        if (got == 0 || (got < 0 && errno != EINTR)) {
            return out;
        }
        out.output.append(buffer.data(), got < 0 ? 0 : static_cast<std::size_t>(got));
        if (out.output.size() > child.limits.output_bytes) {
            out.too_much = true;
            return out;
        }
    }
}

/// Ends the child if it has not ended by the deadline, with whatever it started, and collects it.
/// Its wait status.
int collect(pid_t child, bool end_now, std::int64_t deadline, bool& too_late) {
    int status = 0;
    while (!end_now) {
        // Its group is ended before it is collected, while nothing else can have its number.
        siginfo_t ended{};
        if (::waitid(P_PID, static_cast<id_t>(child), &ended, WEXITED | WNOHANG | WNOWAIT) == 0 &&
            ended.si_pid == child) {
            break;
        }
        if (left_of(deadline) == 0) {
            too_late = true;
            ::kill(child, SIGKILL);
            break;
        }
        ::poll(nullptr, 0, 2);
    }
    if (end_now) {
        ::kill(child, SIGKILL);
    }
    ::kill(-child, SIGKILL);
    while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    return status;
}

base::Failure failure(const Child& child, std::string message, std::string help = {}) {
    return base::Failure{child.program, std::move(message), std::move(help)};
}

} // namespace

base::Result<std::string> run_child(const Child& child) {
    if (child.input.size() > child.limits.input_bytes) {
        return tl::unexpected(failure(
            child, "the input is over " + std::to_string(child.limits.input_bytes) + " bytes"));
    }
    auto input = joined(true, false);
    auto output = joined(false, true);
    auto trouble = joined(false, true);
    for (const auto* pair : {&input, &output, &trouble}) {
        if (!*pair) {
            return tl::unexpected(pair->error());
        }
    }
    std::vector<std::string> words{child.program};
    words.insert(words.end(), child.arguments.begin(), child.arguments.end());
    std::vector<char*> arguments;
    for (auto& word : words) {
        arguments.push_back(word.data());
    }
    arguments.push_back(nullptr);
    const std::array<int, 3> ends{input->theirs.number(), output->theirs.number(),
                                  trouble->theirs.number()};
    const auto deadline = base::monotonic_ms() + child.limits.time_ms;
    const pid_t pid = ::fork();
    if (pid == 0) {
        become(child, arguments.data(), ends);
    }
    if (pid < 0) {
        return tl::unexpected(
            failure(child, std::string("cannot be started: ") + std::strerror(errno)));
    }
    input->theirs.close();
    output->theirs.close();
    trouble->theirs.close();
    auto answer = converse(child, input->ours, output->ours, deadline);
    const int status = collect(pid, answer.too_late || answer.too_much, deadline, answer.too_late);
    int why = 0;
    if (::read(trouble->ours.number(), &why, sizeof why) == static_cast<ssize_t>(sizeof why)) {
        return tl::unexpected(failure(child, std::string("cannot be run: ") + std::strerror(why)));
    }
    if (answer.too_late) {
        return tl::unexpected(failure(child, "did not finish within " +
                                                 std::to_string(child.limits.time_ms) +
                                                 " milliseconds and was ended"));
    }
    if (answer.too_much) {
        return tl::unexpected(failure(child, "wrote more than " +
                                                 std::to_string(child.limits.output_bytes) +
                                                 " bytes and was ended"));
    }
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) {
        return tl::unexpected(failure(
            child, WIFEXITED(status) ? "ended with " + std::to_string(WEXITSTATUS(status))
                                     : "was ended by signal " + std::to_string(WTERMSIG(status))));
    }
    return std::move(answer.output);
}

} // namespace quorate::documents
