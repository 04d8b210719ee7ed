#ifndef QUORATE_TESTS_LEDGER_SAMPLES_HPP
#define QUORATE_TESTS_LEDGER_SAMPLES_HPP
// Made-up entries, keys and folders for the tests of the ledger.

#include "ledger/entry.hpp"
#include "ledger/ledger.hpp"
#include "ledger/note.hpp"

#include <string>
#include <vector>

namespace quorate::ledger::test {

/// A folder under the system's temporary folder, removed at the end.
class TemporaryFolder {
public:
    TemporaryFolder();
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    ~TemporaryFolder();
    [[nodiscard]] std::string file(const std::string& name) const { return path_ + "/" + name; }
    [[nodiscard]] const std::string& path() const { return path_; }

private:
    std::string path_;
};

/// An id and its canonical bytes.
struct Sample {
    std::string id;
    std::string bytes;
};

/// The same key every time.
SigningKey sample_key();
/// A UUIDv7 that depends only on the position.
std::string sample_id(std::uint64_t position);
/// Entry 0 names sample_key(); the others are acts of about `size` bytes.
Entry sample_entry(std::uint64_t position, std::size_t size = 700);
Sample sample(std::uint64_t position, std::size_t size = 700);
/// Positions first to first + count - 1.
std::vector<Sample> samples(std::uint64_t first, std::uint64_t count, std::size_t size = 700);
std::vector<Record> records(const std::vector<Sample>& samples);
/// With leaf hashes, for a bare store.
std::vector<NewEntry> new_entries(const std::vector<Sample>& samples);

std::string read_all(const std::string& path);
void write_all_bytes(const std::string& path, const std::string& bytes);
/// Overwrites part of a file in place.
void change_file(const std::string& path, std::size_t at, const std::string& bytes);

} // namespace quorate::ledger::test

#endif
