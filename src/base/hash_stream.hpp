#ifndef QUORATE_BASE_HASH_STREAM_HPP
#define QUORATE_BASE_HASH_STREAM_HPP
// SHA-256 of bytes that come in blocks.

#include "base/hash.hpp"

#include <memory>

namespace quorate::base {

/// Takes bytes in blocks and gives their digest; finish() once, then it is spent.
class HashStream {
public:
    HashStream();
    ~HashStream();
    HashStream(const HashStream&) = delete;
    HashStream& operator=(const HashStream&) = delete;

    void add(std::string_view bytes);
    [[nodiscard]] Digest finish();

private:
    struct State;
    std::unique_ptr<State> state_;
};

} // namespace quorate::base

#endif
