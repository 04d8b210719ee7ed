#include "samples.hpp"

#include "base/uuid.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace quorate::ledger::test {

TemporaryFolder::TemporaryFolder() {
    auto pattern = (std::filesystem::temp_directory_path() / "quorate-test-XXXXXX").string();
    QUORATE_ASSERT(::mkdtemp(pattern.data()) != nullptr);
    path_ = pattern;
}

TemporaryFolder::~TemporaryFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
}

SigningKey sample_key() {
    return SigningKey::from_seed("quorate/riverside", std::string(32, 's')).value();
}

std::string sample_id(std::uint64_t position) {
    auto random = std::string(10, '\0');
    for (std::size_t i = 0; i < 6; ++i) {
        random[9 - i] = static_cast<char>(position >> (8 * i));
    }
    return base::uuid_v7(Instant{1'214'000'000'000}, random);
}

Entry sample_entry(std::uint64_t position, std::size_t size) {
    Entry out;
    out.position = position;
    out.id = sample_id(position);
    out.act = "record-arrival";
    out.made_by = "seat:servicing";
    out.capacity = "officer";
    out.recorded_by = "person-7";
    out.evidence = "room";
    out.effective = Instant{1'214'899'500'000};
    out.recorded = Instant{1'214'899'500'000 + static_cast<std::int64_t>(position) * 1500};
    out.charters = {std::string(64, 'a')};
    out.calendar = std::string(64, 'b');
    out.readings = {"I1=counted", "I4=barred-out"};
    out.engine = "0.1.0";
    out.fields = {{"meeting", "rv/m1"},
                  {"person", "p-" + std::to_string(position)},
                  {"note", "caf\xC3\xA9 \"x\"\n"}};
    out.ruling = {{"verdict", "permitted"},
                  {"reasons", base::JsonArray{{{"code", "quorate"}, {"present", 20}}}}};
    out.events = base::JsonArray{{{"type", "person-arrived"},
                                  {"version", 1},
                                  {"meeting", "rv/m1"},
                                  {"person", "p-" + std::to_string(position)},
                                  {"seats", base::JsonArray{1, 2, 3, 40}}}};
    const auto bytes = encode(out).value().size();
    if (bytes < size) {
        out.ruling.as_object()["quote"] = std::string(size - bytes, 'q');
    }
    return out;
}

Sample sample(std::uint64_t position, std::size_t size) {
    if (position > 0) {
        return {sample_id(position), encode(sample_entry(position, size)).value()};
    }
    Genesis genesis;
    genesis.id = sample_id(0);
    genesis.partnership = "riverside";
    genesis.kind = RecordKind::fictional;
    genesis.zone = "Europe/London";
    genesis.public_key = sample_key().verifier().text();
    genesis.recorded = Instant{1'214'899'500'000};
    return {genesis.id, encode(genesis).value()};
}

std::vector<Sample> samples(std::uint64_t first, std::uint64_t count, std::size_t size) {
    std::vector<Sample> out;
    for (auto position = first; position < first + count; ++position) {
        out.push_back(sample(position, size));
    }
    return out;
}

std::vector<Record> records(const std::vector<Sample>& samples) {
    std::vector<Record> out;
    for (const auto& sample : samples) {
        out.push_back({sample.id, sample.bytes});
    }
    return out;
}

std::vector<NewEntry> new_entries(const std::vector<Sample>& samples) {
    std::vector<NewEntry> out;
    for (const auto& sample : samples) {
        out.push_back({sample.id, sample.bytes, leaf_hash(sample.bytes)});
    }
    return out;
}

std::string read_all(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

void write_all_bytes(const std::string& path, const std::string& bytes) {
    std::ofstream out(path, std::ios::binary | std::ios::trunc);
    out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

void change_file(const std::string& path, std::size_t at, const std::string& bytes) {
    std::fstream file(path, std::ios::binary | std::ios::in | std::ios::out);
    file.seekp(static_cast<std::streamoff>(at));
    file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

} // namespace quorate::ledger::test
