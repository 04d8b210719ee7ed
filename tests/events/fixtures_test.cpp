// Every event type and version ever written must be read for ever. Each has a frozen fixture here,
// whose SHA-256 is in SHA256SUMS (checked by `sha256sum --check` too). `events_test
// --freeze-missing` adds what is missing, and never changes what is there.

#include "../unit/governance_samples.hpp"
#include "base/text.hpp"
#include "governance/codec.hpp"

#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <iostream>
#include <map>

namespace quorate::governance {
namespace {

const std::filesystem::path folder = std::filesystem::path(QUORATE_SOURCE_DIR) / "tests" / "events";

std::string fixture_name(std::string_view event, std::int64_t version) {
    return std::string(event) + "." + std::to_string(version) + ".json";
}

std::string bytes_of(const std::string& file) {
    return base::read_file((folder / file).string()).value();
}

/// File name to SHA-256, as SHA256SUMS has them.
std::map<std::string, std::string> frozen() {
    std::map<std::string, std::string> out;
    std::ifstream in(folder / "SHA256SUMS");
    for (std::string digest, file; in >> digest >> file;) {
        out[file] = digest;
    }
    return out;
}

std::map<std::string, Event> current_events() {
    std::map<std::string, Event> out;
    for (auto& event : samples::one_of_each<Event>({2008, true, true})) {
        const auto name = event_name(event);
        out[fixture_name(name, event_version(name))] = std::move(event);
    }
    return out;
}

TEST(EventFixtures, EveryTypeHasOne) {
    const auto files = frozen();
    for (const auto& [file, event] : current_events()) {
        EXPECT_TRUE(files.contains(file))
            << file << " is missing: run events_test --freeze-missing";
    }
}

TEST(EventFixtures, NoneHasChanged) {
    const auto files = frozen();
    ASSERT_FALSE(files.empty());
    for (const auto& [file, digest] : files) {
        const auto bytes = base::read_file((folder / file).string());
        ASSERT_TRUE(bytes) << bytes.error().text();
        EXPECT_EQ(base::hex(base::sha256(*bytes)), digest)
            << file << " differs from when it was frozen";
    }
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        if (entry.path().extension() == ".json") {
            EXPECT_TRUE(files.contains(entry.path().filename()))
                << entry.path() << " is not in SHA256SUMS";
        }
    }
}

TEST(EventFixtures, EachIsReadAndWrittenBackTheSame) {
    for (const auto& [file, digest] : frozen()) {
        auto bytes = bytes_of(file);
        ASSERT_TRUE(bytes.ends_with('\n')) << file;
        bytes.pop_back();
        const auto event = decode_event(base::parse_json(bytes).value());
        ASSERT_TRUE(event) << file << ": " << event.error().text();
        const auto name = event_name(*event);
        if (file != fixture_name(name, event_version(name))) {
            continue; // an older version or name: it must be read, and is written in today's form
        }
        EXPECT_EQ(base::canonical(encode_event(*event)), bytes) << file;
        std::string direct;
        append_event_json(direct, *event);
        EXPECT_EQ(direct, bytes) << file;
    }
}

TEST(EventFixtures, EachNamesItsTypeAndVersion) {
    for (const auto& [file, digest] : frozen()) {
        const auto json = base::parse_json(bytes_of(file)).value();
        const auto& type = json.at("type").as_string();
        EXPECT_EQ(file, fixture_name({type.data(), type.size()}, json.at("version").as_int64()));
    }
}

int freeze_missing() {
    auto files = frozen();
    for (const auto& [file, event] : current_events()) {
        if (files.contains(file)) {
            continue;
        }
        std::string bytes;
        append_event_json(bytes, event);
        bytes += '\n';
        std::ofstream(folder / file, std::ios::binary) << bytes;
        files[file] = base::hex(base::sha256(bytes));
        std::cout << "froze " << file << "\n";
    }
    std::ofstream sums(folder / "SHA256SUMS", std::ios::binary);
    for (const auto& [file, digest] : files) {
        sums << digest << "  " << file << "\n";
    }
    return sums.flush() ? 0 : 1;
}

} // namespace
} // namespace quorate::governance

int main(int argc, char** argv) {
    if (argc == 2 && std::string_view(argv[1]) == "--freeze-missing") {
        return quorate::governance::freeze_missing();
    }
    ::testing::InitGoogleTest(&argc, argv);
    return RUN_ALL_TESTS();
}
