#ifndef QUORATE_HTTP_PAGE_CACHE_HPP
#define QUORATE_HTTP_PAGE_CACHE_HPP
// Whole responses kept for anonymous readers, keyed by everything they depend on.

#include "http/response.hpp"

#include <cstdint>
#include <functional>
#include <list>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>

namespace quorate::http {

/// Thread-safe. When full, what was least recently asked for goes first.
class PageCache {
public:
    explicit PageCache(std::size_t bytes_max) : bytes_max_(bytes_max) {}

    /// The response kept under the key, or the one `make` returns, which is prepared and kept when
    /// its status is 200, it sets no cookie and is not marked "no-store". Two threads may make the
    /// same page at once; both are right. The key must name all that the page depends on: address,
    /// position of the record, civil date.
    std::shared_ptr<const Response> get(const std::string& key,
                                        const std::function<Response()>& make);
    void clear();

    struct Counts {
        std::size_t pages = 0;
        std::size_t bytes = 0;
        std::uint64_t hits = 0;
        std::uint64_t misses = 0;
    };
    [[nodiscard]] Counts counts() const;

private:
    struct Entry {
        std::string key;
        std::shared_ptr<const Response> response;
        std::size_t bytes;
    };
    void keep(const std::string& key, std::shared_ptr<const Response> response);

    const std::size_t bytes_max_;
    mutable std::mutex mutex_;
    std::list<Entry> entries_; // most recently used first
    std::unordered_map<std::string_view, std::list<Entry>::iterator>
        index_; // keys live in entries_
    std::size_t bytes_ = 0;
    std::uint64_t hits_ = 0;
    std::uint64_t misses_ = 0;
};

} // namespace quorate::http

#endif
