#include "http/turns.hpp"

namespace quorate::http {

bool Turns::take(Work work) {
    const std::lock_guard lock(mutex_);
    if (stopping_ || waiting_.size() >= waiting_max_)
        return false;
    waiting_.push_back(std::move(work));
    if (waiting_.size() > idle_ && threads_.size() < threads_max_)
        threads_.emplace_back([this] { run(); });
    woken_.notify_one();
    return true;
}

void Turns::stop() {
    std::vector<std::thread> threads;
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
        threads.swap(threads_);
    }
    woken_.notify_all();
    for (auto& thread : threads)
        thread.join();
}

void Turns::run() {
    std::unique_lock lock(mutex_);
    for (;;) {
        ++idle_;
        woken_.wait(lock, [this] { return stopping_ || !waiting_.empty(); });
        --idle_;
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
