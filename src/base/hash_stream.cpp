#include "base/hash_stream.hpp"

#include <openssl/evp.h>

namespace quorate::base {

struct HashStream::State {
    std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context{EVP_MD_CTX_new(),
                                                                    &EVP_MD_CTX_free};
};

HashStream::HashStream() : state_(std::make_unique<State>()) {
    QUORATE_ASSERT(state_->context != nullptr);
    QUORATE_ASSERT(EVP_DigestInit_ex(state_->context.get(), EVP_sha256(), nullptr) == 1);
}

HashStream::~HashStream() = default;

void HashStream::add(std::string_view bytes) {
    QUORATE_ASSERT(EVP_DigestUpdate(state_->context.get(), bytes.data(), bytes.size()) == 1);
}

Digest HashStream::finish() {
    Digest out;
    QUORATE_ASSERT(EVP_DigestFinal_ex(state_->context.get(), out.data(), nullptr) == 1);
    return out;
}

} // namespace quorate::base
