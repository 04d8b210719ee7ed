#include "http/linger.hpp"

#include "base/time.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <fcntl.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace quorate::http {

namespace {

constexpr int wake_ms = 20; // how soon one that has just come is looked at
constexpr int reads_in_turn = 64;

} // namespace

void Lingerer::keep(int descriptor) {
    const std::lock_guard lock(mutex_);
    if (stopping_ || count_ >= limits_.connections_max)
        return;
    const int own = fcntl(descriptor, F_DUPFD_CLOEXEC, 0);
    if (own < 0)
        return;
    ++count_;
    arrived_.push_back({own, base::monotonic_ms(), 0});
    if (!thread_.joinable())
        thread_ = std::thread([this] { run(); });
    woken_.notify_one();
}

void Lingerer::stop() {
    std::thread thread;
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
        thread.swap(thread_);
    }
    woken_.notify_one();
    if (thread.joinable())
        thread.join();
}

// Reads what is there; true when there is nothing more to wait for.
bool Lingerer::done(Kept& kept) const {
    std::array<char, 64 << 10> block;
    for (int turn = 0; turn < reads_in_turn; ++turn) {
        const ssize_t count = recv(kept.descriptor, block.data(), block.size(), MSG_DONTWAIT);
        if (count < 0 && (errno == EAGAIN || errno == EINTR))
            break;
        if (count <= 0)
            return true;
        kept.bytes += static_cast<std::uint64_t>(count);
    }
    return kept.bytes > limits_.bytes_max ||
           base::monotonic_ms() - kept.since_ms > limits_.time_max.count();
}

void Lingerer::run() {
    std::vector<pollfd> waiting;
    while (!stopping_) {
        {
            std::unique_lock lock(mutex_);
            woken_.wait(lock, [this] { return stopping_ || !kept_.empty() || !arrived_.empty(); });
            kept_.insert(kept_.end(), arrived_.begin(), arrived_.end());
            arrived_.clear();
        }
        waiting.clear();
        for (const Kept& kept : kept_)
            waiting.push_back({kept.descriptor, POLLIN, 0});
        poll(waiting.data(), waiting.size(), wake_ms);
        std::erase_if(kept_, [this](Kept& kept) {
            if (!done(kept))
                return false;
            close(kept.descriptor);
            --count_;
            return true;
        });
    }
    const std::lock_guard lock(mutex_);
    for (const auto* list : {&arrived_, &kept_}) {
        for (const Kept& kept : *list)
            close(kept.descriptor);
    }
    arrived_.clear();
    kept_.clear();
}

} // namespace quorate::http
