#ifndef QUORATE_PARTNERSHIP_PAPERS_HPP
#define QUORATE_PARTNERSHIP_PAPERS_HPP
// Papers: uploaded files, kept by the SHA-256 of their bytes under papers/ab/cdef….

#include "base/hash.hpp"
#include "base/result.hpp"
#include "partnership/paper_type.hpp"

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace quorate::partnership {

using base::Digest;
using base::Result;

inline constexpr std::uint64_t paper_bytes_max = std::uint64_t{50} << 20;

/// A stored file.
struct Paper {
    Digest digest{};
    std::uint64_t bytes = 0;
    std::string content_type; ///< such as "application/pdf", told from the content
};

/// A file being received. Nothing is kept unless finish() succeeds.
class PaperWriter {
public:
    PaperWriter(PaperWriter&& other) noexcept;
    PaperWriter& operator=(PaperWriter&&) = delete;
    PaperWriter(const PaperWriter&) = delete;
    PaperWriter& operator=(const PaperWriter&) = delete;
    ~PaperWriter();

    /// Adds the next bytes. Fails when the file passes the limit or the disk is full; the writer is
    /// then spent.
    Result<void> write(std::string_view bytes);
    /// Checks the kind of file (see paper_type), makes it durable and puts it in its place. `name`
    /// is the sender's file name, used only to tell plain text, Markdown and CSV apart.
    Result<Paper> finish(std::string_view name);

private:
    friend class Papers;
    struct State;
    explicit PaperWriter(State* state) : state_(state) {}
    Result<void> place(const Digest& digest);
    State* state_;
};

/// The papers folder of one partnership. Safe to use from several threads.
class Papers {
public:
    /// Uses (and makes) this folder, and removes files half received when the program last stopped.
    /// Fails when it cannot be written.
    static Result<Papers> open(const std::string& folder);

    /// Starts receiving a file of at most `bytes_max` bytes.
    Result<PaperWriter> begin(std::uint64_t bytes_max = paper_bytes_max) const;
    /// begin, write and finish in one.
    Result<Paper> add(std::string_view bytes, std::string_view name,
                      std::uint64_t bytes_max = paper_bytes_max) const;

    /// The bytes, checked against the digest. Fails when there is no such paper or the file is
    /// damaged.
    [[nodiscard]] Result<std::string> read(const Digest& digest) const;
    /// Where the file is, for serving it without reading it into memory; fails when it is not
    /// there.
    [[nodiscard]] Result<std::string> path(const Digest& digest) const;

    /// Removes papers no entry cites; returns how many. Not to be run while a paper is received for
    /// an entry not yet committed.
    Result<std::size_t> sweep(const std::function<bool(const Digest&)>& cited) const;

private:
    explicit Papers(std::string folder) : folder_(std::move(folder)) {}
    std::string folder_;
};

} // namespace quorate::partnership

#endif
