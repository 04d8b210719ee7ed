#include "partnership/changes.hpp"

#include <utility>

namespace quorate::partnership {

struct Changes::Listening::Told {
    std::mutex mutex;  // held during a call
    Listener listener; // empty once listening has ended
};

Changes::Listening::Listening(Listening&& other) noexcept : told_(std::move(other.told_)) {}

Changes::Listening& Changes::Listening::operator=(Listening&& other) noexcept {
    if (this != &other) {
        end();
        told_ = std::move(other.told_);
    }
    return *this;
}

void Changes::Listening::end() {
    if (told_) {
        const std::lock_guard lock(told_->mutex);
        told_->listener = nullptr;
    }
    told_.reset();
}

Changes::Listening Changes::listen(Listener listener) {
    auto told = std::make_shared<Listening::Told>();
    told->listener = std::move(listener);
    const std::lock_guard lock(mutex_);
    listeners_.push_back(told);
    return Listening(std::move(told));
}

std::uint64_t Changes::newest() const {
    const std::lock_guard lock(mutex_);
    return newest_;
}

void Changes::tell(std::string_view meeting) {
    const std::lock_guard lock(mutex_);
    const Change change{std::string(meeting), ++newest_};
    std::erase_if(listeners_, [&](const std::weak_ptr<Listening::Told>& listener) {
        const auto told = listener.lock();
        if (!told) {
            return true;
        }
        const std::lock_guard calling(told->mutex);
        if (told->listener) {
            told->listener(change);
        }
        return false;
    });
}

} // namespace quorate::partnership
