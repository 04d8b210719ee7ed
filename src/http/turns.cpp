#include "http/turns.hpp"

namespace quorate::http {

bool Turns::take(Work work) {
    const std::lock_guard lock(mutex_);
    if (stopping_ || waiting_.size() >= waiting_max_)
        return false;
    waiting_.push_back(std::move(work));
    if (!thread_.joinable())
        thread_ = std::thread([this] { run(); });
    woken_.notify_one();
    return true;
}

void Turns::stop() {
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

void Turns::run() {
    std::unique_lock lock(mutex_);
    for (;;) {
        woken_.wait(lock, [this] { return stopping_ || !waiting_.empty(); });
        if (waiting_.empty())
            return;
        const Work work = std::move(waiting_.front());
        waiting_.pop_front();
        const bool stopped = stopping_;
        lock.unlock();
        work(stopped);
        lock.lock();
    }
}

} // namespace quorate::http
