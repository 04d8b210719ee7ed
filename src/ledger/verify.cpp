#include "ledger/verify.hpp"

#include "base/json.hpp"
#include "base/text.hpp"
#include "ledger/checker.hpp"
#include "ledger/published.hpp"
#include "ledger/sqlite/sqlite_store.hpp"

#include <algorithm>
#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <unistd.h>

namespace quorate::ledger {
namespace {

using base::fail;
using base::Json;
using base::JsonObject;
namespace fs = std::filesystem;

constexpr std::size_t document_depth_max = 8;

/// A private folder for a copy, removed with what is in it.
class TemporaryFolder {
public:
    TemporaryFolder() {
        auto pattern = (fs::temp_directory_path() / "quorate-verify-XXXXXX").string();
        path_ = ::mkdtemp(pattern.data()) == nullptr ? fs::path() : fs::path(pattern);
    }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    ~TemporaryFolder() {
        std::error_code ignored;
        fs::remove_all(path_, ignored);
    }
    [[nodiscard]] const fs::path& path() const { return path_; }

private:
    fs::path path_;
};

/// True when another process holds a SQLite lock on the file. SQLite's locks are byte-range locks
/// from 2^30 on.
bool held_by_another(const std::string& path) {
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) {
        return false;
    }
    struct flock lock {};
    lock.l_type = F_WRLCK;
    lock.l_whence = SEEK_SET;
    lock.l_start = 0x40000000;
    lock.l_len = 512;
    const bool held = ::fcntl(descriptor, F_GETLK, &lock) == 0 && lock.l_type != F_UNLCK;
    ::close(descriptor);
    return held;
}

Result<VerifyReport> check_open_store(Store& store, const VerifyOptions& options,
                                      const std::vector<std::string>& damage) {
    auto checker = Checker::make("ledger", options);
    if (!checker) {
        return tl::unexpected(checker.error());
    }
    const auto visited = store.visit({}, [&](const StoredEntry& entry) -> Result<void> {
        checker->entry({entry.id, entry.bytes, entry.leaf, entry.checkpoint});
        return {};
    });
    if (!visited) {
        checker->bad(checker->seen(), visited.error().message);
    } else if (checker->seen() == 0) {
        checker->damage("the record is empty: it does not even have a genesis");
    }
    for (const auto& line : damage) {
        checker->damage(line);
    }
    return checker->finish();
}

Result<VerifyReport> verify_ledger_at(const std::string& path, sqlite::OpenMode mode,
                                      const VerifyOptions& options) {
    const auto damaged = [&](const base::Failure& failure) -> Result<VerifyReport> {
        VerifyReport report;
        report.subject = "ledger";
        report.damage.push_back(failure.message);
        return report;
    };
    sqlite::OpenOptions how;
    how.mode = mode;
    const auto store = sqlite::SqliteStore::open(path, how);
    if (!store) {
        return damaged(store.error());
    }
    const auto damage = (*store)->damage();
    return check_open_store(**store, options,
                            damage ? *damage : std::vector{damage.error().message});
}

Result<VerifyReport> verify_ledger(const std::string& path, const VerifyOptions& options) {
    if (held_by_another(path)) {
        return fail(path, "another program has this ledger open",
                    "Ask that program to verify it, or verify a copy");
    }
    std::error_code error;
    const auto log = path + "-wal";
    if (!fs::exists(log, error) || fs::file_size(log, error) == 0) {
        return verify_ledger_at(path, sqlite::OpenMode::read_only, options);
    }
    // Not closed properly: opening it for real would fold the log into the file, and evidence must
    // stay as it is.
    const TemporaryFolder folder;
    const auto copy = folder.path() / "ledger.db";
    if (folder.path().empty() || !fs::copy_file(path, copy, error) ||
        !fs::copy_file(log, folder.path() / "ledger.db-wal", error)) {
        return fail(path,
                    "the ledger was not closed properly and there is no room for a copy to check",
                    "Make space in " + fs::temp_directory_path().string());
    }
    return verify_ledger_at(copy.string(), sqlite::OpenMode::existing, options);
}

/// Members of a published document, with failures that name them.
class Document {
public:
    explicit Document(const JsonObject& object) : object_(object) {}

    /// Fails naming the first member that is not one of `keys`: a mistyped name must not pass for
    /// one left out.
    Result<void> only(std::initializer_list<std::string_view> keys) const {
        for (const auto& member : object_) {
            const std::string_view key = member.key();
            if (std::find(keys.begin(), keys.end(), key) == keys.end()) {
                return fail(std::string(key.substr(0, 80)), "is not known here");
            }
        }
        return {};
    }
    Result<std::string> text(const char* key) const {
        const auto* value = object_.if_contains(key);
        if (value == nullptr || !value->is_string()) {
            return fail(key, "must be there, and be a string");
        }
        return std::string(value->get_string());
    }
    Result<std::uint64_t> number(const char* key) const {
        const auto* value = object_.if_contains(key);
        if (value == nullptr || !value->is_int64() || value->get_int64() < 0) {
            return fail(key, "must be there, and be a whole number from 0");
        }
        return static_cast<std::uint64_t>(value->get_int64());
    }
    Result<Digest> digest(const char* key) const {
        return text(key).and_then([&](const std::string& hex) -> Result<Digest> {
            auto out = base::parse_hex_digest(hex);
            return out ? out : fail(key, out.error().message);
        });
    }
    Result<const base::JsonArray*> array(const char* key) const {
        const auto* value = object_.if_contains(key);
        if (value == nullptr || !value->is_array()) {
            return fail(key, "must be there, and be a list");
        }
        return &value->get_array();
    }
    Result<std::vector<Digest>> path(const char* key) const {
        const auto items = array(key);
        if (!items) {
            return tl::unexpected(items.error());
        }
        std::vector<Digest> out;
        for (const auto& item : **items) {
            auto step = item.is_string()
                            ? base::parse_hex_digest(std::string_view(item.get_string()))
                            : fail("", "a step is not a string");
            if (!step) {
                return fail(key, step.error().message);
            }
            out.push_back(*step);
        }
        return out;
    }

private:
    const JsonObject& object_;
};

/// What both documents begin with.
struct Claims {
    std::string origin;
    std::string checkpoint;
    std::string vkey;
    TreeHead head;
};

Result<Claims> claims_of(const Document& document) {
    const auto origin = document.text("origin");
    const auto checkpoint = origin ? document.text("checkpoint") : origin;
    const auto vkey = checkpoint ? document.text("vkey") : checkpoint;
    const auto root = vkey ? document.digest("root") : tl::unexpected(vkey.error());
    const auto size = root ? document.number("size") : tl::unexpected(root.error());
    return size ? Result<Claims>(Claims{*origin, *checkpoint, *vkey, {*size, *root}})
                : tl::unexpected(size.error());
}

void offer_key(Checker& checker, const Claims& claims) {
    checker.offer_key(claims.vkey);
    if (checker.key() && checker.key()->name != claims.origin) {
        checker.damage("it says it is of " + claims.origin + "; its key is of " +
                       checker.key()->name);
    }
}

Result<void> check_bundle_entry(Checker& checker, const Json& item) {
    const auto where = "entries[" + std::to_string(checker.seen()) + "]";
    if (!item.is_object()) {
        return fail(where, "is not an object");
    }
    const auto& object = item.get_object();
    if (auto known = Document(object).only({"bytes", "leaf"}); !known) {
        return fail(where, known.error().text());
    }
    const auto* bytes = object.if_contains("bytes");
    const auto* leaf = object.if_contains("leaf");
    if ((bytes == nullptr && leaf == nullptr) || (bytes != nullptr && !bytes->is_string()) ||
        (leaf != nullptr && !leaf->is_string())) {
        return fail(where, "must have \"bytes\", \"leaf\" or both, as strings");
    }
    FoundEntry found;
    if (bytes != nullptr) {
        found.bytes = std::string_view(bytes->get_string());
    }
    if (leaf != nullptr) {
        const auto digest = base::parse_hex_digest(std::string_view(leaf->get_string()));
        if (!digest && bytes == nullptr) {
            return fail(where, "its leaf hash cannot be read: " + digest.error().message);
        }
        if (!digest) {
            checker.bad(checker.seen(), "its leaf hash cannot be read: " + digest.error().message);
        } else {
            found.leaf = *digest;
        }
    }
    checker.entry(found);
    return {};
}

Result<VerifyReport> verify_bundle(const Document& document, const VerifyOptions& options) {
    auto checker = Checker::make("bundle", options);
    const auto known =
        document.only({"checkpoint", "entries", "format", "origin", "root", "size", "vkey"});
    if (!checker || !known) {
        return tl::unexpected(checker ? known.error() : checker.error());
    }
    const auto claims = claims_of(document);
    const auto entries = claims ? document.array("entries") : tl::unexpected(claims.error());
    if (!entries) {
        return tl::unexpected(entries.error());
    }
    offer_key(*checker, *claims);
    for (const auto& item : **entries) {
        if (auto checked = check_bundle_entry(*checker, item); !checked) {
            checker->bad(checker->seen(), checked.error().text());
            return checker->finish();
        }
    }
    if (!claims->checkpoint.empty()) {
        checker->checkpoint(claims->checkpoint, "the bundle's checkpoint");
    }
    auto report = checker->finish();
    if (claims->head.size != report.head.size) {
        report.damage.push_back("the bundle says it has " + std::to_string(claims->head.size) +
                                " entries; it has " + std::to_string(report.head.size));
    } else if (claims->head.root != report.head.root && !report.first_bad) {
        report.damage.emplace_back("the bundle's root is not the root of its entries");
    }
    return report;
}

/// The consistency part of a proof, when there is one.
struct Older {
    std::uint64_t size = 0;
    std::vector<Digest> path;
};

Result<Older> older_of(const JsonObject& object) {
    const auto* value = object.if_contains("older");
    if (value == nullptr) {
        return Older{};
    }
    if (!value->is_object()) {
        return fail("older", "is not an object");
    }
    const Document document(value->get_object());
    const auto known = document.only({"path", "size"});
    const auto size = known ? document.number("size") : tl::unexpected(known.error());
    auto path = size ? document.path("path") : tl::unexpected(size.error());
    return path ? Result<Older>(Older{*size, std::move(*path)}) : tl::unexpected(path.error());
}

Result<VerifyReport> verify_proof(const JsonObject& object, const VerifyOptions& options) {
    const Document document(object);
    auto checker = Checker::make("proof", options);
    const auto known = document.only({"bytes", "checkpoint", "format", "older", "origin", "path",
                                      "position", "root", "size", "vkey"});
    if (!checker || !known) {
        return tl::unexpected(checker ? known.error() : checker.error());
    }
    const auto claims = claims_of(document);
    const auto bytes = claims ? document.text("bytes") : tl::unexpected(claims.error());
    const auto position = bytes ? document.number("position") : tl::unexpected(bytes.error());
    const auto path = position ? document.path("path") : tl::unexpected(position.error());
    const auto older = path ? older_of(object) : tl::unexpected(path.error());
    if (!older) {
        return tl::unexpected(older.error());
    }
    offer_key(*checker, *claims);
    if (auto fault = Checker::fault_in_bytes(*bytes, *position, std::nullopt); !fault.empty()) {
        checker->bad(*position, std::move(fault));
    } else if (!inclusion_holds(leaf_hash(*bytes), {*position, claims->head.size}, *path,
                                claims->head.root)) {
        checker->bad(*position, "the path does not lead from this entry to the root");
    }
    auto signed_size = std::uint64_t{0};
    if (!claims->checkpoint.empty()) {
        const auto note = checker->key() ? open_checkpoint(claims->checkpoint, *checker->key())
                                         : base::fail("", "there is no public key");
        if (!note) {
            checker->damage("the proof's checkpoint does not hold: " + note.error().message);
        } else if (note->size != claims->head.size || note->root != claims->head.root) {
            checker->damage("the proof's checkpoint is for another size or root");
        } else {
            signed_size = note->size;
        }
    }
    TreeHead start{older->size, {}};
    bool proved = false;
    if (!options.checkpoint.empty() && older->size != 0) {
        start.root = parse_checkpoint(options.checkpoint)
                         .map([](const Checkpoint& note) { return note.root; })
                         .value();
        proved = consistency_holds(start, claims->head, older->path);
    }
    checker->claim(claims->head, start, proved);
    auto report = checker->finish();
    report.signed_size = signed_size;
    return report;
}

std::string plural(std::uint64_t count) {
    return std::to_string(count) + (count == 1 ? " entry" : " entries");
}

} // namespace

Result<VerifyReport> verify_store(Store& store, const VerifyOptions& options) {
    auto* file = dynamic_cast<sqlite::SqliteStore*>(&store);
    const auto damage = file == nullptr ? Result<std::vector<std::string>>{} : file->damage();
    return check_open_store(store, options, damage ? *damage : std::vector{damage.error().message});
}

Result<VerifyReport> verify_document(std::string_view json, const VerifyOptions& options) {
    const auto value = base::parse_json(json, {bundle_bytes_max, document_depth_max});
    if (!value) {
        return tl::unexpected(value.error());
    }
    const auto* object = value->if_object();
    const auto* format = object == nullptr ? nullptr : object->if_contains("format");
    if (format == nullptr || !format->is_string()) {
        return fail("", "this is neither a bundle nor a proof: it does not name its format");
    }
    const std::string_view name = format->get_string();
    if (name == bundle_format) {
        return verify_bundle(Document(*object), options);
    }
    if (name == proof_format) {
        return verify_proof(*object, options);
    }
    return fail("format",
                "\"" + std::string(name.substr(0, 80)) + "\" is neither a bundle nor a proof",
                "Use a version of the program that knows it");
}

Result<VerifyReport> verify_file(const std::string& path, const VerifyOptions& options) {
    std::string start(16, '\0');
    std::ifstream in(path, std::ios::binary);
    if (!in) {
        return fail(path, "the file cannot be read");
    }
    in.read(start.data(), static_cast<std::streamsize>(start.size()));
    start.resize(static_cast<std::size_t>(in.gcount()));
    in.close();
    if (start.starts_with("SQLite format 3")) {
        return verify_ledger(path, options);
    }
    if (start.find('{') == std::string::npos) {
        return fail(path, "the file is not a ledger, a bundle or a proof");
    }
    const auto text = base::read_file(path, bundle_bytes_max);
    auto report = text ? verify_document(*text, options) : tl::unexpected(text.error());
    if (!report && report.error().where.empty()) {
        report.error().where = path;
    }
    return report;
}

std::string VerifyReport::text() const {
    std::string out = "The " + subject + (origin.empty() ? "" : " of " + origin);
    out += subject == "proof" ? ": an entry among " + plural(head.size) : ": " + plural(head.size);
    out += ", root " + base::hex(head.root) + "\n";
    if (first_bad) {
        out +=
            "Entry " + std::to_string(first_bad->position) + " is bad: " + first_bad->what + "\n";
    }
    for (const auto& line : damage) {
        out += "Damage: " + line + "\n";
    }
    if (!good()) {
        return out + "It is not as it was recorded\n";
    }
    out += "It is as it was recorded\n";
    if (signed_size == 0) {
        out += "It is not signed\n";
    } else {
        out += "Signed for " + plural(signed_size) + " by " + vkey + "\n";
        if (!key_got_elsewhere) {
            out += "The key was taken from the " + subject +
                   " itself: compare it with one got elsewhere\n";
        }
    }
    if (signed_size != 0 && signed_size < head.size) {
        out += "The last " + plural(head.size - signed_size) + " are not yet signed\n";
    }
    if (matches_checkpoint_got_elsewhere) {
        out += "It agrees with the checkpoint got elsewhere\n";
    }
    return out;
}

} // namespace quorate::ledger
