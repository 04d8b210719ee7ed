#include "ledger/canonical_check.hpp"
#include "ledger/entry.hpp"
#include "samples.hpp"

#include <gtest/gtest.h>

namespace quorate::ledger {
namespace {

TEST(Entry, IsWrittenInOneForm) {
    Entry entry;
    entry.position = 12;
    entry.id = "018f0000-0000-7000-8000-000000000012";
    entry.act = "convene-meeting";
    entry.act_version = 1;
    entry.made_by = "seat:chair";
    entry.capacity = "chair";
    entry.recorded_by = "person-3";
    entry.evidence = "telephone";
    entry.effective = base::parse_instant("2008-06-02T08:00:00Z").value();
    entry.recorded = base::parse_instant("2008-06-02T08:00:01.250Z").value();
    entry.charters = {"aa", "bb"};
    entry.readings = {"I1=counted"};
    entry.engine = "0.1.0";
    entry.fields = {{"meeting", "kp/m1"}, {"at", "2008-07-01T10:00"}};
    entry.ruling = {{"verdict", "permitted"}};
    entry.events = base::JsonArray{{{"version", 1}, {"type", "meeting-convened"}}};
    const auto bytes = encode(entry);
    ASSERT_TRUE(bytes) << bytes.error().text();
    // Frozen: this is the form of every record ever written.
    EXPECT_EQ(
        *bytes,
        R"({"act":"convene-meeting","act_version":1,"calendar":"","capacity":"chair",)"
        R"("charters":["aa","bb"],"effective":"2008-06-02T08:00:00Z","engine":"0.1.0",)"
        R"("events":[{"type":"meeting-convened","version":1}],"evidence":"telephone",)"
        R"("fields":{"at":"2008-07-01T10:00","meeting":"kp/m1"},)"
        R"("id":"018f0000-0000-7000-8000-000000000012","made_by":"seat:chair","position":12,)"
        R"("readings":["I1=counted"],"recorded":"2008-06-02T08:00:01.250Z","recorded_by":"person-3",)"
        R"("ruling":{"verdict":"permitted"}})");
    EXPECT_TRUE(check_canonical(*bytes));
}

TEST(Entry, ComesBackAsItWas) {
    for (const std::size_t size : {0U, 700U, 20'000U}) {
        const auto entry = test::sample_entry(7, size);
        const auto bytes = encode(entry).value();
        const auto back = decode_entry(bytes);
        ASSERT_TRUE(back) << back.error().text();
        EXPECT_EQ(encode(*back).value(), bytes);
        EXPECT_EQ(back->effective, entry.effective);
        EXPECT_EQ(back->recorded, entry.recorded);
        EXPECT_EQ(back->readings, entry.readings);
        EXPECT_EQ(back->events, entry.events);
        EXPECT_EQ(back->fields, entry.fields);
        EXPECT_TRUE(check_canonical(bytes));
    }
}

TEST(Entry, HasAReasonForBeingLateOnlyWhenOneIsGiven) {
    auto entry = test::sample_entry(7);
    const auto without = encode(entry).value();
    EXPECT_EQ(without.find("late_reason"), std::string::npos);
    EXPECT_EQ(view_entry(without)->late_reason, "");
    entry.late_reason = "sha256:" + std::string(64, 'a');
    const auto bytes = encode(entry).value();
    const auto at = bytes.find("\"late_reason\":");
    ASSERT_NE(at, std::string::npos);
    EXPECT_GT(at, bytes.find("\"id\":"));
    EXPECT_LT(at, bytes.find("\"made_by\":"));
    EXPECT_TRUE(check_canonical(bytes));
    EXPECT_EQ(view_entry(bytes)->late_reason, entry.late_reason);
    const auto back = decode_entry(bytes);
    ASSERT_TRUE(back) << back.error().text();
    EXPECT_EQ(back->late_reason, entry.late_reason);
    EXPECT_EQ(encode(*back).value(), bytes);
    EXPECT_EQ(view_head(bytes)->id, test::sample_id(7));
    for (std::size_t size = 0; size < bytes.size(); ++size) {
        EXPECT_FALSE(view_entry(std::string(bytes.substr(0, size))));
    }
}

TEST(Entry, IsSeenWithoutBeingTakenApart) {
    const auto bytes = encode(test::sample_entry(7)).value();
    const auto view = view_entry(bytes);
    ASSERT_TRUE(view);
    EXPECT_EQ(view->position, 7U);
    EXPECT_EQ(view->act, "record-arrival");
    EXPECT_EQ(view->made_by, "seat:servicing");
    EXPECT_EQ(view->readings, R"(["I1=counted","I4=barred-out"])");
    ValueReader reader;
    for (int round = 0; round < 3; ++round) {
        const auto events = reader.read(view->events);
        ASSERT_TRUE(events);
        EXPECT_EQ(**events, test::sample_entry(7).events);
        EXPECT_FALSE(reader.read("[1"));
        EXPECT_FALSE(reader.read("[1] 2"));
    }
    const auto head = view_head(bytes);
    ASSERT_TRUE(head);
    EXPECT_EQ(head->id, test::sample_id(7));
}

TEST(Entry, RefusesBytesCutOrChangedWithoutReadingPastTheEnd) {
    const auto bytes = encode(test::sample_entry(7)).value();
    for (std::size_t size = 0; size < bytes.size(); ++size) {
        const std::string cut =
            bytes.substr(0, size); // own memory, so that a sanitizer sees a read past the end
        EXPECT_FALSE(view_entry(cut));
        EXPECT_FALSE(decode_entry(cut));
        EXPECT_FALSE(view_head(cut));
    }
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        auto changed = bytes;
        changed[at] = static_cast<char>(changed[at] ^ 0x02);
        static_cast<void>(
            decode_entry(changed)); // must only not misbehave: the leaf hash tells a change
    }
    EXPECT_FALSE(view_entry(bytes + " "));
}

TEST(Entry, RefusesHeaderValuesThatAreNotCodes) {
    for (const auto* made_by : {"two\nlines", "a \"quote\"", "back\\slash", "caf\xC3\xA9"}) {
        auto entry = test::sample_entry(1);
        entry.made_by = made_by;
        const auto bytes = encode(entry);
        ASSERT_FALSE(bytes) << made_by;
        EXPECT_EQ(bytes.error().where, "made_by");
    }
    auto entry = test::sample_entry(1);
    entry.evidence = std::string(header_bytes_max + 1, 'x');
    EXPECT_EQ(encode(entry).error().where, "evidence");
    entry = test::sample_entry(1);
    entry.events = base::JsonObject{};
    EXPECT_EQ(encode(entry).error().where, "events");
    entry = test::sample_entry(1);
    entry.ruling = {{"quote", std::string(entry_bytes_max, 'q')}};
    EXPECT_FALSE(encode(entry));
}

TEST(Genesis, IsWrittenInOneForm) {
    Genesis genesis;
    genesis.id = "018f0000-0000-7000-8000-000000000000";
    genesis.partnership = "kent-rehearsal";
    genesis.kind = RecordKind::rehearsal;
    genesis.zone = "Europe/London";
    genesis.public_key = "quorate/kent-rehearsal+00000000+AAAA";
    genesis.recorded = base::parse_instant("2008-06-02T08:00:00Z").value();
    genesis.parent = Parent{"kent", 41, std::string(64, '0')};
    const auto bytes = encode(genesis).value();
    EXPECT_EQ(
        bytes,
        R"({"act":"genesis","format":1,"id":"018f0000-0000-7000-8000-000000000000","kind":"rehearsal",)"
        R"("parent":{"partnership":"kent","root":")" +
            std::string(64, '0') +
            R"(","size":41},"partnership":"kent-rehearsal","position":0,)"
            R"("public_key":"quorate/kent-rehearsal+00000000+AAAA","recorded":"2008-06-02T08:00:00Z",)"
            R"("zone":"Europe/London"})");
    EXPECT_TRUE(check_canonical(bytes));
    const auto back = decode_genesis(bytes);
    ASSERT_TRUE(back) << back.error().text();
    EXPECT_EQ(encode(*back).value(), bytes);
    EXPECT_EQ(back->parent->size, 41U);
    EXPECT_EQ(view_head(bytes).value().act, "genesis");
    genesis.parent.reset();
    EXPECT_FALSE(decode_genesis(encode(genesis).value()).value().parent);
}

TEST(Genesis, OfANewerFormatIsRefused) {
    auto bytes = test::sample(0).bytes;
    const auto at = bytes.find("\"format\":1");
    bytes[at + 9] = '2';
    const auto decoded = decode_genesis(bytes);
    ASSERT_FALSE(decoded);
    EXPECT_NE(decoded.error().text().find("format 2"), std::string::npos);
    EXPECT_FALSE(decode_genesis(test::sample(1).bytes));
    for (std::size_t size = 0; size < bytes.size(); ++size) {
        EXPECT_FALSE(decode_genesis(bytes.substr(0, size)));
    }
}

} // namespace
} // namespace quorate::ledger
