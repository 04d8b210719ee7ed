#include "http/page_cache.hpp"

namespace quorate::http {

namespace {

std::size_t size_of(const std::string& key, const Response& response) {
    constexpr std::size_t overhead = 512;
    return overhead + 2 * key.size() + response.body.view().size() + response.gzip.view().size() +
           response.brotli.view().size();
}

} // namespace

std::shared_ptr<const Response> PageCache::get(const std::string& key,
                                               const std::function<Response()>& make) {
    {
        const std::lock_guard lock(mutex_);
        const auto found = index_.find(key);
        if (found != index_.end()) {
            ++hits_;
            entries_.splice(entries_.begin(), entries_, found->second);
            return found->second->response;
        }
        ++misses_;
    }
    Response made = make();
    if (made.status != 200 || made.headers.has("Set-Cookie") || made.file.file ||
        made.cache_control == "no-store")
        return std::make_shared<const Response>(std::move(made));
    prepare(made);
    auto response = std::make_shared<const Response>(std::move(made));
    keep(key, response);
    return response;
}

void PageCache::keep(const std::string& key, std::shared_ptr<const Response> response) {
    const std::size_t bytes = size_of(key, *response);
    if (bytes > bytes_max_)
        return;
    const std::lock_guard lock(mutex_);
    if (index_.contains(key))
        return;
    entries_.push_front({key, std::move(response), bytes});
    index_.emplace(entries_.front().key, entries_.begin());
    bytes_ += bytes;
    while (bytes_ > bytes_max_) {
        const Entry& last = entries_.back();
        bytes_ -= last.bytes;
        index_.erase(last.key);
        entries_.pop_back();
    }
}

void PageCache::clear() {
    const std::lock_guard lock(mutex_);
    index_.clear();
    entries_.clear();
    bytes_ = 0;
}

PageCache::Counts PageCache::counts() const {
    const std::lock_guard lock(mutex_);
    return {entries_.size(), bytes_, hits_, misses_};
}

} // namespace quorate::http
