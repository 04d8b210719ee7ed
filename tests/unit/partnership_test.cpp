// One hosted partnership: what is acknowledged is in the record, and the record alone gives the
// state.

#include "governance/lookup.hpp"
#include "governance/rule.hpp"
#include "ledger/verify.hpp"
#include "partnership/examples.hpp"
#include "partnership/rehearse.hpp"
#include "partnership/scenario/stage.hpp"
#include "state_dump.hpp"

#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <set>
#include <thread>
#include <unistd.h>

namespace quorate::partnership {
namespace {

namespace fs = std::filesystem;
using test::dump;

constexpr const char* meeting_day = R"(
2008-06-02T09:00  servicing  convene-meeting  meeting=kp/m1 at=2008-07-01T10:00 place="Sessions House"
+5m  servicing  notify-item  meeting=kp/m1 item=1 title="The vision" purpose=decision
2008-06-20T09:00  seat:kp/4  notify-item  meeting=kp/m1 item=2 title="A late matter" -> needs_discretion
2008-06-17T09:00  servicing  circulate-papers  meeting=kp/m1
2008-07-01T10:00  servicing  open-meeting  meeting=kp/m1 evidence=room
same  servicing  record-arrival  meeting=kp/m1 seats=8,1-7,9-22 evidence=room
+1m  chair  preside  meeting=kp/m1 seat=7 evidence=room
+5m  presiding  take-item  meeting=kp/m1 item=1 evidence=room
+1m  seat:kp/9  declare-interest  meeting=kp/m1 item=1 seat=9 kind=financial nature="A contract" evidence=room
+5m  presiding  determine-interest  meeting=kp/m1 item=1 seat=9 determination=speak reason="It is small" evidence=room
+5m  presiding  put-question  meeting=kp/m1 item=1 evidence=room
+1m  servicing  take-vote  meeting=kp/m1 item=1 for=11 against=6 abstain=4 evidence=room
+1m  presiding  declare-outcome  meeting=kp/m1 item=1 outcome=carried by=vote words="It was agreed" evidence=room
+1m  seat:kp/3  cancel-meeting  meeting=kp/m1 -> refused
+9m  presiding  close-meeting  meeting=kp/m1 evidence=room
)";

scenario::Document script(const char* lines) {
    auto document = scenario::parse_line(lines, "script");
    EXPECT_TRUE(document) << document.error().text();
    return *document;
}

void play_lines(scenario::Scene& scene, const scenario::Document& document) {
    scenario::Player player(scene);
    for (const auto& line : document.steps) {
        const auto outcome = player.play(document, line);
        ASSERT_TRUE(outcome) << outcome.error().text();
        const auto said = outcome->verdict + ' ' + outcome->message +
                          (outcome->ruling ? governance::headline(*outcome->ruling) : "");
        EXPECT_EQ(line.expected ? line.expected->verdict : "permitted", outcome->verdict)
            << line.source << ": " << said;
    }
}

void play(std::unique_ptr<Partnership>& partnership, CharterFiles& files,
          const scenario::Document& document) {
    scenario::Scene scene{std::move(partnership), files, {}, {}};
    play_lines(scene, document);
    partnership = std::move(scene.partnership);
}

class TemporaryFolder {
public:
    TemporaryFolder() {
        static int count = 0;
        path_ = (fs::temp_directory_path() /
                 ("quorate-" + std::to_string(::getpid()) + "-" + std::to_string(++count)))
                    .string();
        fs::create_directories(path_);
    }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    ~TemporaryFolder() { fs::remove_all(path_); }
    [[nodiscard]] std::string at(const std::string& name) const { return path_ + "/" + name; }

private:
    std::string path_;
};

class PartnershipTest : public testing::Test {
protected:
    static scenario::Stage& stage() {
        static scenario::Stage held(QUORATE_SOURCE_DIR);
        return held;
    }
    /// The Kent rehearsal in memory, as it starts.
    static std::unique_ptr<Partnership> fresh() {
        scenario::Document document;
        document.front.start = "kent-rehearsal";
        auto scene = stage().scene_for(document);
        EXPECT_TRUE(scene) << scene.error().text();
        return std::move((*scene)->partnership);
    }
    static std::unique_ptr<Partnership> after_the_meeting() {
        auto out = fresh();
        play(out, stage().files(), script(meeting_day));
        return out;
    }
    static std::vector<std::string> bytes_of(const Partnership& partnership) {
        std::vector<std::string> out;
        EXPECT_TRUE(partnership.ledger().store().visit(
            {}, [&](const ledger::StoredEntry& entry) -> Result<void> {
                out.emplace_back(entry.bytes);
                return {};
            }));
        return out;
    }
};

governance::Submission servicing_act(governance::Act act, const std::string& seed,
                                     base::Instant at) {
    governance::Submission out;
    out.id = scenario::derived_id(seed, 1, at);
    out.act = std::move(act);
    out.made_by = {governance::ActorKind::servicing, {}};
    out.recorded_by = out.made_by;
    out.effective = at;
    return out;
}

governance::acts::RegisterPerson person(const std::string& id, const std::string& name) {
    return {governance::PersonId(id), {name, {}}};
}

base::Instant instant(const char* text) {
    return base::parse_instant(text).value();
}

TEST_F(PartnershipTest, TheRecordAloneGivesTheState) {
    const auto live = after_the_meeting();
    const auto again = live->reopened_in_memory();
    ASSERT_TRUE(again) << again.error().text();
    EXPECT_EQ(dump(*live->state()), dump(*(*again)->state()));
    EXPECT_EQ(live->checkpoint(), (*again)->checkpoint());
}

TEST_F(PartnershipTest, ReplayOfAPrefixAndOfTheRestIsReplayOfAll) {
    const auto live = after_the_meeting();
    const auto bytes = bytes_of(*live);
    for (std::size_t cut = 1; cut <= bytes.size(); cut += 7) {
        const auto prefix = live->state_at(static_cast<std::int64_t>(cut));
        ASSERT_TRUE(prefix) << prefix.error().text();
        auto state = (*prefix)->state; // shares everything with the prefix, which must not change
        const auto before = dump((*prefix)->state);
        Replayer replayer;
        for (auto at = cut; at < bytes.size(); ++at) {
            ASSERT_TRUE(replayer.take(state, bytes[at]));
        }
        EXPECT_EQ(dump(state), dump(*live->state())) << "cut at " << cut;
        EXPECT_EQ(dump((*prefix)->state), before) << "cut at " << cut;
    }
}

TEST_F(PartnershipTest, TheStateAtAPositionIsTheOneThereWasThen) {
    auto live = fresh();
    const auto document = script(meeting_day);
    scenario::Scene scene{std::move(live), stage().files(), {}, {}};
    scenario::Player player(scene);
    std::vector<std::shared_ptr<const governance::State>> seen;
    for (const auto& line : document.steps) {
        ASSERT_TRUE(player.play(document, line));
        seen.push_back(scene.partnership->state());
    }
    for (const auto& state : seen) {
        const auto then = scene.partnership->state_at(state->size);
        ASSERT_TRUE(then);
        EXPECT_EQ(dump((*then)->state), dump(*state));
    }
    EXPECT_FALSE(scene.partnership->state_at(0));
    EXPECT_FALSE(scene.partnership->state_at(seen.back()->size + 1));
}

TEST_F(PartnershipTest, EveryRulingComesOutTheSameOnTheReplayedState) {
    const auto live = after_the_meeting();
    const auto bytes = bytes_of(*live);
    const auto snapshot = live->snapshot();
    governance::State state;
    Replayer replayer;
    ASSERT_TRUE(replayer.take(state, bytes.front()));
    for (std::size_t position = 1; position < bytes.size(); ++position) {
        const auto entry = live->entry(static_cast<std::int64_t>(position));
        ASSERT_TRUE(entry) << entry.error().text();
        const auto about = governance::subject_of(entry->submission.act);
        const std::string stored(ledger::view_entry(bytes[position])->ruling);
        const auto again = governance::rule(state, entry->submission, snapshot->context(), entry->recorded);
        EXPECT_EQ(base::canonical(ruling_json(again, about)), stored);
        EXPECT_EQ(base::canonical(ruling_json(entry->ruling, about)), stored);
        ASSERT_TRUE(replayer.take(state, bytes[position]));
    }
}

TEST_F(PartnershipTest, AnActSentAgainGetsItsFirstReceipt) {
    const auto live = after_the_meeting();
    const auto at = instant("2008-07-02T09:00:00Z");
    const auto act = servicing_act(person("p-new", "A New Person"), "again", at);
    const auto first = live->submit(act);
    ASSERT_TRUE(first);
    EXPECT_FALSE(first->replayed);
    const auto size = live->state()->size;
    const auto second = live->submit(act);
    ASSERT_TRUE(second) << second.error().failure.text();
    EXPECT_TRUE(second->replayed);
    EXPECT_EQ(second->position, first->position);
    EXPECT_EQ(second->recorded, first->recorded);
    EXPECT_EQ(second->ruling.verdict, first->ruling.verdict);
    EXPECT_EQ(live->state()->size, size);
}

TEST_F(PartnershipTest, AnotherActUnderTheSameIdIsAConflictThatNamesTheField) {
    const auto live = fresh();
    const auto at = instant("2008-07-02T09:00:00Z");
    ASSERT_TRUE(live->submit(servicing_act(person("p-new", "A New Person"), "conflict", at)));
    const auto size = live->state()->size;
    const auto field_of = [&](governance::Submission other, const SubmitOptions& options = {}) {
        const auto answer = live->submit(std::move(other), options);
        return answer ? std::string("taken") + (answer->replayed ? " again" : "")
                      : answer.error().failure.where;
    };
    EXPECT_EQ(field_of(servicing_act(person("p-other", "A New Person"), "conflict", at)), "person");
    EXPECT_EQ(field_of(servicing_act(person("p-new", "Another Name"), "conflict", at)), "name");
    auto by_other = servicing_act(person("p-new", "A New Person"), "conflict", at);
    by_other.made_by = {governance::ActorKind::administrator, {}};
    EXPECT_EQ(field_of(by_other), "made_by");
    auto later = servicing_act(person("p-new", "A New Person"), "conflict", at);
    later.effective.ms += 60'000;
    EXPECT_EQ(field_of(later), "effective");
    SubmitOptions filled_in;
    filled_in.effective_given = false;
    EXPECT_EQ(field_of(later, filled_in), "taken again");
    EXPECT_EQ(live->state()->size, size);
}

TEST_F(PartnershipTest, WordsErasedSinceAreTakenToBeTheSame) {
    const auto live = fresh();
    const auto act =
        servicing_act(person("p-new", "A New Person"), "erased", instant("2008-07-02T09:00:00Z"));
    ASSERT_TRUE(live->submit(act));
    ASSERT_TRUE(live->vault().erase_subject("p-new"));
    const auto again = live->submit(act);
    ASSERT_TRUE(again) << again.error().failure.text();
    EXPECT_TRUE(again->replayed);
    const auto* known = live->state()->persons.find(governance::PersonId("p-new"));
    ASSERT_NE(known, nullptr);
    EXPECT_EQ(live->words(known->name).value(), std::nullopt);
}

TEST_F(PartnershipTest, ARefusalIsAnEntryWithNoEvents) {
    const auto live = after_the_meeting();
    int refusals = 0;
    int awaited = 0;
    for (std::int64_t position = 1; position < live->state()->size; ++position) {
        const auto entry = live->entry(position);
        ASSERT_TRUE(entry) << entry.error().text();
        const bool permitted = entry->ruling.verdict == governance::Verdict::permitted;
        EXPECT_TRUE(permitted || entry->ruling.events.empty());
        refusals += entry->ruling.verdict == governance::Verdict::refused ? 1 : 0;
        awaited += entry->ruling.verdict == governance::Verdict::needs_discretion ? 1 : 0;
    }
    EXPECT_EQ(refusals, 1);
    EXPECT_EQ(awaited, 1);
    EXPECT_EQ(live->state()->awaited.size(), 1U);
}

TEST_F(PartnershipTest, NoWordOfATextIsInTheLedger) {
    const auto live = after_the_meeting();
    for (const auto& bytes : bytes_of(*live)) {
        for (const char* words :
             {"A contract", "It is small", "It was agreed", "The vision", "Holder of seat"}) {
            EXPECT_EQ(bytes.find(words), std::string::npos) << words;
        }
    }
    const auto& meeting = *live->state()->meetings.find(governance::MeetingId("kp/m1"));
    EXPECT_EQ(live->words(meeting.items.front().title).value(), "The vision");
}

TEST_F(PartnershipTest, APreviewRecordsNothing) {
    const auto live = after_the_meeting();
    const auto before = dump(*live->state());
    const auto ruling = live->preview(
        servicing_act(person("p-new", "A Person"), "preview", instant("2008-07-02T09:00:00Z")));
    EXPECT_EQ(ruling.verdict, governance::Verdict::permitted);
    EXPECT_EQ(dump(*live->state()), before);
    EXPECT_FALSE(live->entry(live->state()->size));
}

TEST_F(PartnershipTest, ATextWrittenAgainstAnOlderRecordIsStale) {
    const auto live = after_the_meeting();
    const auto newest = live->state()->size - 1;
    const auto draft = [&](const char* seed, std::int64_t expected) {
        governance::acts::DraftMinutes act;
        act.meeting = governance::MeetingId("kp/m1");
        SubmitOptions options;
        options.expected_position = expected;
        return live->submit(servicing_act(act, seed, instant("2008-07-02T09:00:00Z")), options);
    };
    const auto late = draft("one", newest - 3);
    ASSERT_FALSE(late);
    EXPECT_EQ(late.error().why, NotTaken::stale);
    EXPECT_NE(late.error().failure.text().find("kp/m1"), std::string::npos);
    EXPECT_TRUE(draft("two", newest));
}

TEST_F(PartnershipTest, TheClockOfTheRecordNeverGoesBack) {
    const auto live = fresh();
    auto last = live->now();
    for (const char* at :
         {"2008-07-02T09:00:00Z", "2008-06-01T09:00:00Z", "2008-07-03T09:00:00Z"}) {
        const auto receipt = live->submit(
            servicing_act(person(std::string("p-") + at[6] + at[9], "N"), at, instant(at)));
        ASSERT_TRUE(receipt);
        EXPECT_GE(receipt->recorded, last);
        EXPECT_GE(receipt->recorded, instant(at));
        last = receipt->recorded;
    }
    EXPECT_EQ(live->now(), instant("2008-07-03T09:00:00Z"));
}

TEST_F(PartnershipTest, AReadersSnapshotStaysAsItWas) {
    auto live = fresh();
    const auto before = live->state();
    const auto as_text = dump(*before);
    play(live, stage().files(), script(meeting_day));
    EXPECT_EQ(dump(*before), as_text);
    EXPECT_NE(dump(*live->state()), as_text);
}

TEST_F(PartnershipTest, AProofAndTheCheckpointVerify) {
    const auto live = after_the_meeting();
    const auto proof = live->proof(live->state()->size - 2, 3);
    ASSERT_TRUE(proof);
    const auto report = ledger::verify_document(*proof, {live->checkpoint(), {}});
    ASSERT_TRUE(report) << report.error().text();
    EXPECT_TRUE(report->good()) << report->text();
    EXPECT_TRUE(report->matches_checkpoint_got_elsewhere);
}

class FolderTest : public PartnershipTest {
protected:
    FolderTest() {
        NewPartnership genesis;
        genesis.partnership = "test";
        genesis.recorded = instant("2008-02-27T00:00:00Z");
        auto made = Partnership::create(path, genesis);
        EXPECT_TRUE(made) << made.error().text();
        partnership = std::move(*made);
    }
    void fill() {
        const auto documents = stage().example("kent-rehearsal");
        ASSERT_TRUE(documents);
        for (const auto& document : *documents) {
            play(partnership, stage().files(), document);
        }
        play(partnership, stage().files(), script(meeting_day));
    }
    void reopen() {
        partnership.reset();
        auto again = Partnership::open(path);
        ASSERT_TRUE(again) << again.error().text();
        partnership = std::move(*again);
    }

    TemporaryFolder folder;
    std::string path = folder.at("test");
    std::unique_ptr<Partnership> partnership;
};

TEST_F(FolderTest, ARestartChangesNothing) {
    fill();
    const auto before = dump(*partnership->state());
    const auto checkpoint = partnership->checkpoint();
    reopen();
    EXPECT_EQ(dump(*partnership->state()), before);
    EXPECT_EQ(partnership->checkpoint(), checkpoint);
    const auto& meeting = *partnership->state()->meetings.find(governance::MeetingId("kp/m1"));
    EXPECT_EQ(partnership->words(meeting.items.front().title).value(), "The vision");
    partnership.reset();
    const auto report = ledger::verify_file(path + "/ledger.db");
    ASSERT_TRUE(report) << report.error().text();
    EXPECT_TRUE(report->good()) << report->text();
}

TEST_F(FolderTest, RulesAndReplayNeverReadTheVault) {
    fill();
    const auto before = dump(*partnership->state());
    partnership.reset();
    for (const char* name : {"/vault.db", "/vault.key", "/vault.db-wal"}) {
        fs::remove(path + name);
    }
    fs::remove_all(path + "/papers");
    reopen();
    EXPECT_EQ(dump(*partnership->state()), before);
    const auto& meeting = *partnership->state()->meetings.find(governance::MeetingId("kp/m1"));
    EXPECT_EQ(partnership->words(meeting.items.front().title).value(), std::nullopt);
    play(partnership, stage().files(),
         script("2008-07-03T09:00 servicing draft-minutes meeting=kp/m1"));
}

TEST_F(FolderTest, ManyAtOnceGetDensePositionsAndOneReceiptEach) {
    constexpr int threads = 6;
    constexpr int each = 40;
    std::vector<std::vector<Receipt>> receipts(threads);
    std::vector<std::thread> running;
    for (int t = 0; t < threads; ++t) {
        running.emplace_back([&, t] {
            for (int i = 0; i < each; ++i) {
                // Two threads send each act: it must be recorded once.
                const auto name = "p-" + std::to_string(t / 2) + "-" + std::to_string(i);
                const auto answer = partnership->submit(servicing_act(
                    person(name, "Name of " + name), name, instant("2008-07-02T09:00:00Z")));
                if (answer) {
                    receipts[static_cast<std::size_t>(t)].push_back(*answer);
                }
            }
        });
    }
    for (auto& thread : running) {
        thread.join();
    }
    std::set<std::int64_t> positions;
    int replayed = 0;
    for (const auto& list : receipts) {
        EXPECT_EQ(list.size(), static_cast<std::size_t>(each));
        for (const auto& receipt : list) {
            positions.insert(receipt.position);
            replayed += receipt.replayed ? 1 : 0;
        }
    }
    EXPECT_EQ(positions.size(), static_cast<std::size_t>(threads / 2 * each));
    EXPECT_EQ(*positions.rbegin(), threads / 2 * each);
    EXPECT_EQ(replayed, threads / 2 * each);
    const auto before = dump(*partnership->state());
    reopen();
    EXPECT_EQ(dump(*partnership->state()), before);
}

TEST_F(FolderTest, TheSameIdTwiceInOneBatchIsOneEntry) {
    std::vector<std::future<Submitted>> answers;
    const auto at = instant("2008-07-02T09:00:00Z");
    for (int i = 0; i < 60; ++i) {
        answers.push_back(
            partnership->submit_later(servicing_act(person("p-one", "One Person"), "batch", at)));
        answers.push_back(
            partnership->submit_later(servicing_act(person("p-one", "Other Words"), "batch", at)));
    }
    int taken = 0;
    int again = 0;
    int conflicts = 0;
    for (auto& answer : answers) {
        const auto got = answer.get();
        taken += got && !got->replayed ? 1 : 0;
        again += got && got->replayed ? 1 : 0;
        conflicts +=
            !got && got.error().why == NotTaken::conflict && got.error().failure.where == "name"
                ? 1
                : 0;
    }
    EXPECT_EQ(taken, 1);
    EXPECT_EQ(again, 59);
    EXPECT_EQ(conflicts, 60);
    for (const auto& bytes : bytes_of(*partnership)) {
        EXPECT_EQ(bytes.find("Person\""), std::string::npos);
    }
}

TEST_F(FolderTest, TextsWithNoEntryAreSweptAtStart) {
    const auto digest =
        partnership->vault().seal_one({"Words whose entry was never committed", ""});
    ASSERT_TRUE(digest);
    reopen();
    EXPECT_EQ(partnership->vault().read(*digest).value(), std::nullopt);
}

TEST_F(FolderTest, AChangedCharterFileIsNamed) {
    fill();
    partnership.reset();
    std::string changed;
    for (const auto& entry : fs::directory_iterator(path + "/charters")) {
        changed = entry.path().string();
        std::ofstream(changed, std::ios::app) << "\n";
        break;
    }
    const auto again = Partnership::open(path);
    ASSERT_FALSE(again);
    EXPECT_NE(again.error().text().find(changed), std::string::npos) << again.error().text();
}

TEST_F(FolderTest, ACharterWithAFaultIsNotKept) {
    const auto added = partnership->add_charter(
        "+++\nlanguage = 1\ncharter = \"x\"\nbdy = \"x\"\n+++\n", "my/x.md");
    ASSERT_FALSE(added);
    EXPECT_NE(added.error().text().find("my/x.md:4:1"), std::string::npos) << added.error().text();
    EXPECT_TRUE(fs::is_empty(path + "/charters"));
}

TEST_F(FolderTest, TheSameFolderIsNotOpenedTwiceOrMadeAgain) {
    EXPECT_FALSE(Partnership::open(path));
    NewPartnership genesis;
    genesis.partnership = "test";
    partnership.reset();
    const auto made = Partnership::create(path, genesis);
    ASSERT_FALSE(made);
    EXPECT_NE(made.error().text().find("already"), std::string::npos);
    EXPECT_FALSE(Partnership::open(folder.at("nothing")));
}

TEST_F(FolderTest, AnUnknownPaperIsNotCited) {
    fill();
    governance::acts::CirculatePapers act;
    act.meeting = governance::MeetingId("kp/m1");
    act.papers = {std::string(64, 'a')};
    const auto answer =
        partnership->submit(servicing_act(act, "papers", instant("2008-07-02T09:00:00Z")));
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.error().why, NotTaken::unfit);
    EXPECT_EQ(answer.error().failure.where, "papers");
}

class RehearsalTest : public PartnershipTest {
protected:
    static std::unique_ptr<Partnership> kent() {
        scenario::Document document;
        document.front.start = "kent";
        auto scene = stage().scene_for(document);
        EXPECT_TRUE(scene) << scene.error().text();
        return std::move((*scene)->partnership);
    }
};

TEST_F(RehearsalTest, HasTheSeatsAndTermsButNobodysName) {
    const auto parent = kent();
    const auto from = instant("2008-06-02T08:00:00Z");
    const auto copy = rehearse(*parent, {"practice", from});
    ASSERT_TRUE(copy) << copy.error().text();
    const auto state = (*copy)->state();
    EXPECT_EQ(state->genesis->kind, governance::PartnershipKind::rehearsal);
    EXPECT_EQ((*copy)->now(), from);
    std::size_t seats = 0;
    parent->state()->seats.each(
        [&](const governance::Seat& seat) { seats += seat.created <= from ? 1U : 0U; });
    EXPECT_EQ(state->seats.size(), seats);
    EXPECT_EQ(seats, 55U);
    EXPECT_NE(state->persons.find(governance::PersonId("holder-kp-7")), nullptr);
    EXPECT_NE(state->organisations.find(governance::OrganisationId("kcc")), nullptr);
    const auto snapshot = (*copy)->snapshot();
    const auto chair = governance::office_at(snapshot->state, governance::BodyId("kp"), "chair",
                                             from, snapshot->context());
    ASSERT_NE(chair.seat, nullptr);
    EXPECT_EQ(chair.seat->id.value, "kp/7");
    const auto bytes = bytes_of(**copy);
    EXPECT_NE(bytes.front().find("\"parent\":{\"partnership\":\"kent\""), std::string::npos)
        << bytes.front();
    parent->state()->persons.each([&](const governance::Person& named) {
        for (const auto& entry : bytes) {
            ASSERT_EQ(entry.find(named.id.value), std::string::npos) << named.id.value;
        }
    });
    parent->state()->organisations.each([&](const governance::Organisation& organisation) {
        for (const auto& entry : bytes) {
            ASSERT_TRUE(organisation.id.value == "kcc" ||
                        entry.find("\"" + organisation.name + "\"") == std::string::npos)
                << organisation.name;
        }
    });
}

TEST_F(RehearsalTest, IsMadeInAFolderOnceAndOpensAgain) {
    const TemporaryFolder folder;
    const auto parent = kent();
    const auto made = rehearse_in_folder(*parent, {"practice", instant("2008-06-02T08:00:00Z")},
                                         folder.at("practice"));
    ASSERT_TRUE(made) << made.error().text();
    EXPECT_EQ((*made)->kind(), governance::PartnershipKind::rehearsal);
    EXPECT_EQ((*made)->now(), instant("2008-06-02T08:00:00Z"));
    EXPECT_FALSE(rehearse_in_folder(*parent, {"practice", instant("2008-06-02T08:00:00Z")},
                                    folder.at("practice")));
}

TEST_F(PartnershipTest, EveryExampleIsMadeWhole) {
    const TemporaryFolder folder;
    for (const auto& name : example_names(QUORATE_SOURCE_DIR)) {
        const auto made = make_example(QUORATE_SOURCE_DIR, name, folder.at(name));
        ASSERT_TRUE(made) << name << ": " << made.error().text();
        EXPECT_GT((*made)->state()->size, 1);
        EXPECT_FALSE(fs::exists(folder.at(name) + ".unfinished"));
    }
    EXPECT_FALSE(make_example(QUORATE_SOURCE_DIR, "nowhere", folder.at("nowhere")));
    EXPECT_FALSE(fs::exists(folder.at("nowhere.unfinished")));
}

} // namespace
} // namespace quorate::partnership
