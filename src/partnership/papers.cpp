#include "partnership/papers.hpp"

#include "base/text.hpp"
#include "ledger/durable_file.hpp"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <memory>
#include <openssl/evp.h>
#include <unistd.h>
#include <utility>

namespace quorate::partnership {
namespace {

using base::fail;
namespace fs = std::filesystem;

constexpr std::string_view incoming = "incoming";

tl::unexpected<base::Failure> system_failure(const std::string& path, const std::string& what) {
    return fail(path, what + ": " + std::strerror(errno));
}

std::string shelf_of(const std::string& folder, const std::string& hex) {
    return folder + "/" + hex.substr(0, 2);
}

std::string place_of(const std::string& folder, const std::string& hex) {
    return shelf_of(folder, hex) + "/" + hex.substr(2);
}

std::string size_words(std::uint64_t bytes) {
    return bytes % (1 << 20) == 0 ? std::to_string(bytes >> 20) + " MB"
                                  : std::to_string(bytes) + " bytes";
}

} // namespace

struct PaperWriter::State {
    std::string folder;
    std::string path;
    int descriptor = -1;
    std::uint64_t bytes = 0;
    std::uint64_t bytes_max = 0;
    std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> hash{EVP_MD_CTX_new(),
                                                                 &EVP_MD_CTX_free};

    State() = default;
    State(const State&) = delete;
    State& operator=(const State&) = delete;
    ~State() {
        if (descriptor >= 0) {
            ::close(descriptor);
            ::unlink(path.c_str()); // gone already when it was renamed into its place
        }
    }
};

PaperWriter::PaperWriter(PaperWriter&& other) noexcept
    : state_(std::exchange(other.state_, nullptr)) {}

PaperWriter::~PaperWriter() {
    delete state_;
}

Result<void> PaperWriter::write(std::string_view bytes) {
    QUORATE_ASSERT(state_ != nullptr);
    if (bytes.size() > state_->bytes_max - state_->bytes) {
        return fail("", "the file is larger than " + size_words(state_->bytes_max),
                    "Make it smaller, or split it");
    }
    state_->bytes += bytes.size();
    const int hashed = EVP_DigestUpdate(state_->hash.get(), bytes.data(), bytes.size());
    QUORATE_ASSERT(hashed == 1);
    return ledger::write_all(state_->descriptor, bytes, state_->path);
}

Result<Paper> PaperWriter::finish(std::string_view name) {
    QUORATE_ASSERT(state_ != nullptr);
    // Taken over here, so that whatever happens the writer is spent and the temporary file goes.
    const std::unique_ptr<State> state(state_);
    auto type = paper_type(state->descriptor, state->bytes, name);
    if (!type) {
        state_ = nullptr;
        return tl::unexpected(type.error());
    }
    Paper paper{{}, state->bytes, std::move(*type)};
    const int hashed = EVP_DigestFinal_ex(state->hash.get(), paper.digest.data(), nullptr);
    QUORATE_ASSERT(hashed == 1);
    const auto placed = place(paper.digest);
    state_ = nullptr;
    return placed ? Result<Paper>(std::move(paper)) : tl::unexpected(placed.error());
}

Result<void> PaperWriter::place(const Digest& digest) {
    if (::fsync(state_->descriptor) != 0) {
        return system_failure(state_->path, "cannot make the file durable");
    }
    const auto hex = base::hex(digest);
    const auto shelf = shelf_of(state_->folder, hex);
    std::error_code error;
    const bool new_shelf = fs::create_directory(shelf, error);
    if (error) {
        return fail(shelf, "cannot make the folder: " + error.message());
    }
    if (::rename(state_->path.c_str(), place_of(state_->folder, hex).c_str()) != 0) {
        return system_failure(state_->path, "cannot put the file in its place");
    }
    auto synced = ledger::sync_folder(shelf);
    return synced && new_shelf ? ledger::sync_folder(state_->folder) : synced;
}

Result<Papers> Papers::open(const std::string& folder) {
    std::error_code error;
    fs::remove_all(folder + "/" + std::string(incoming), error);
    fs::create_directories(folder + "/" + std::string(incoming), error);
    if (error) {
        return fail(folder, "cannot make the folder for papers: " + error.message());
    }
    return Papers(folder);
}

Result<PaperWriter> Papers::begin(std::uint64_t bytes_max) const {
    auto state = std::make_unique<PaperWriter::State>();
    state->folder = folder_;
    state->bytes_max = bytes_max;
    state->path = folder_ + "/" + std::string(incoming) + "/XXXXXX";
    state->descriptor = ::mkostemp(state->path.data(), O_CLOEXEC);
    if (state->descriptor < 0) {
        return system_failure(folder_, "cannot start receiving a file");
    }
    const int started = EVP_DigestInit_ex(state->hash.get(), EVP_sha256(), nullptr);
    QUORATE_ASSERT(started == 1);
    return PaperWriter(state.release());
}

Result<Paper> Papers::add(std::string_view bytes, std::string_view name,
                          std::uint64_t bytes_max) const {
    auto writer = begin(bytes_max);
    const auto written = writer ? writer->write(bytes) : tl::unexpected(writer.error());
    return written ? writer->finish(name) : tl::unexpected(written.error());
}

Result<std::string> Papers::path(const Digest& digest) const {
    auto place = place_of(folder_, base::hex(digest));
    std::error_code error;
    if (!fs::is_regular_file(place, error)) {
        return fail(base::hex(digest), "there is no such paper");
    }
    return place;
}

Result<std::string> Papers::read(const Digest& digest) const {
    auto bytes =
        path(digest).and_then([](const std::string& place) { return base::read_file(place); });
    if (bytes && base::sha256(*bytes) != digest) {
        return fail(base::hex(digest), "the file of this paper is damaged",
                    "Restore it from a backup");
    }
    return bytes;
}

Result<std::size_t> Papers::sweep(const std::function<bool(const Digest&)>& cited) const {
    std::size_t removed = 0;
    std::error_code error;
    for (const auto& shelf : fs::directory_iterator(folder_, error)) {
        const auto start = shelf.path().filename().string();
        if (!shelf.is_directory() || start.size() != 2) {
            continue;
        }
        for (const auto& file : fs::directory_iterator(shelf.path(), error)) {
            const auto digest = base::parse_hex_digest(start + file.path().filename().string());
            // Anything else in the folder was put there by someone; it is theirs.
            if (digest && !cited(*digest) && fs::remove(file.path(), error)) {
                ++removed;
            }
        }
    }
    if (error) {
        return fail(folder_, "cannot clear papers that no entry cites: " + error.message());
    }
    return removed;
}

} // namespace quorate::partnership
