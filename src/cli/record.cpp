// The record itself: checking it, and handing it to others.

#include "base/text.hpp"
#include "cli/output.hpp"
#include "ledger/published.hpp"
#include "ledger/verify.hpp"

#include <cstdio>
#include <filesystem>
#include <memory>

namespace quorate::cli {
namespace {

struct CloseFile {
    void operator()(std::FILE* file) const { std::fclose(file); }
};

/// Where an export goes: a file, or standard output.
class Target {
public:
    static Result<Target> open(const std::string& path) {
        Target out;
        if (!path.empty()) {
            out.file_.reset(std::fopen(path.c_str(), "wb"));
            if (!out.file_) {
                return base::fail(path, "cannot write the file");
            }
        }
        return out;
    }
    Result<void> write(std::string_view bytes) {
        auto* file = file_ ? file_.get() : stdout;
        if (std::fwrite(bytes.data(), 1, bytes.size(), file) != bytes.size()) {
            return base::fail("", "the export could not be written to its end",
                              "Look at the room on the disk");
        }
        return {};
    }
    Result<void> finish() {
        return std::fflush(file_ ? file_.get() : stdout) == 0
                   ? Result<void>{}
                   : base::fail("", "the export could not be written to its end",
                                "Look at the room on the disk");
    }

private:
    std::unique_ptr<std::FILE, CloseFile> file_;
};

Result<void> write_entries(partnership::Partnership& partnership, Target& target) {
    return partnership.ledger().store().visit({}, [&](const ledger::StoredEntry& entry) {
        return target.write(std::string(entry.bytes) + "\n");
    });
}

Result<void> write_proof(const partnership::Partnership& partnership, const ExportOptions& options,
                         Target& target) {
    if (*options.proof < 0 || options.older.value_or(0) < 0) {
        return base::fail("", "positions count from 0");
    }
    std::optional<std::uint64_t> older;
    if (options.older) {
        older = static_cast<std::uint64_t>(*options.older);
    }
    return partnership.proof(*options.proof, older).and_then([&](const std::string& proof) {
        return target.write(proof + "\n");
    });
}

} // namespace

int verify(const VerifyOptions& options) {
    ledger::VerifyOptions how;
    how.vkey = options.key;
    if (!options.checkpoint.empty()) {
        auto note = base::read_file(options.checkpoint, ledger::note_bytes_max);
        if (!note) {
            return failed(note.error());
        }
        how.checkpoint = std::move(*note);
    }
    if (!options.key.empty() && std::filesystem::exists(options.key)) {
        auto key = base::read_file(options.key, 4096);
        if (!key) {
            return failed(key.error());
        }
        how.vkey = base::trim(*key);
    }
    const auto in_folder = options.file + "/ledger.db";
    const auto report =
        ledger::verify_file(std::filesystem::exists(in_folder) ? in_folder : options.file, how);
    if (!report) {
        return failed(report.error());
    }
    say(report->text());
    return report->good() ? yes : no;
}

int export_record(const Common& common, const ExportOptions& options) {
    const auto opened = open(common, options.partnership);
    auto target = opened ? Target::open(options.to) : tl::unexpected(opened.error());
    if (!target) {
        return failed(target.error());
    }
    const auto written =
        options.proof     ? write_proof(**opened, options, *target)
        : options.entries ? write_entries(**opened, *target)
                          : ledger::write_bundle((*opened)->ledger(), [&](std::string_view piece) {
                                return target->write(piece);
                            });
    const auto finished = written ? target->finish() : written;
    return finished ? yes : failed(finished.error());
}

} // namespace quorate::cli
