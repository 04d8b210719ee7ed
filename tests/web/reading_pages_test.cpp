// Members' papers and private notes, as browsers without a script see them: a note survives a new
// version of its paper, and nobody else is shown it.

#include "base/text.hpp"
#include "browser.hpp"
#include "partnership/scenario/stage.hpp"
#include "partnership/workspace/reading.hpp"
#include "partnership/workspace/workspace.hpp"
#include "views/reader.hpp"
#include "views/reading/reading.hpp"

#include <gtest/gtest.h>

namespace quorate::web_tests {
namespace {

namespace scenario = partnership::scenario;

constexpr const char* secret = "Ask who pays for the roof";
constexpr const char* read_address = "/desk/mine/kp/m1/read";

std::string lines(const std::string& acts) {
    return "+++\ntitle = \"Lines\"\n+++\n```acts\n" + acts + "```\n";
}

/// A rehearsal with a meeting, two items and one paper that went out.
class PapersToRead : public testing::Test {
protected:
    PapersToRead() {
        hosted_.push_back(folder_.take());
        play(lines("2008-06-02T09:00  servicing  convene-meeting  meeting=kp/m1 "
                   "at=2008-07-01T10:00\n"
                   "2008-06-02T09:01  servicing  notify-item  meeting=kp/m1 item=1 title=\"The "
                   "roof\"\n"
                   "2008-06-02T09:02  servicing  notify-item  meeting=kp/m1 item=2 title=\"The "
                   "year\"\n"));
        first_ = send_paper("2008-06-03T09:00", "# The first version\n", "The report");
    }
    ~PapersToRead() override {
        if (served_) {
            for (const auto& fault : served_->faults()) {
                ADD_FAILURE() << fault;
            }
        }
    }

    partnership::Partnership& partnership() { return *hosted_.front().partnership; }
    void play(const std::string& text) {
        partnership::CharterFiles files(QUORATE_SOURCE_DIR);
        scenario::Scene scene{
            std::move(hosted_.front().partnership), files, folder_.folder(), {true, "", 1000}};
        const auto document = scenario::parse(text, "lines.md");
        ASSERT_TRUE(document) << document.error().text();
        const auto done = scenario::play_whole(scene, *document);
        hosted_.front().partnership = std::move(scene.partnership);
        ASSERT_TRUE(done) << done.error().text();
    }
    /// Receives and sends out a file for item 1; returns its digest.
    std::string send_paper(const std::string& at, const std::string& bytes,
                           const std::string& title) {
        const auto stored = partnership().papers()->add(bytes, "report.md").value();
        partnership::UploadedPaper paper;
        paper.meeting = "kp/m1";
        paper.item = 1;
        paper.digest = stored.digest;
        paper.bytes = stored.bytes;
        paper.content_type = stored.content_type;
        paper.name = "report.md";
        paper.title = title;
        paper.by = "secretariat";
        EXPECT_TRUE(partnership().workspace()->add_upload(paper));
        const auto digest = base::hex(stored.digest);
        play(lines(at + "  servicing  circulate-papers  meeting=kp/m1 papers=" + digest + "\n"));
        return digest;
    }
    Browser as(const std::string& account) {
        if (!served_) {
            served_ = std::make_unique<Served>(std::move(hosted_));
        }
        Browser out(*served_, "kent-rehearsal");
        out.sign_in(account);
        return out;
    }
    Answer write(Browser& browser, const std::string& words, const std::string& line,
                 const std::string& turn = "0", const std::string& script = {}) {
        FormFields fields{{"item", "1"},  {"line", line},     {"words", words},
                          {"turn", turn}, {"writer", "test"}, {"digest", first_}};
        if (!script.empty()) {
            fields.emplace_back("script", script);
        }
        return browser.post("/desk/mine/kp/m1/note", fields);
    }
    /// Written before the server starts, as the account would.
    void note(const std::string& account, const std::string& digest) {
        ASSERT_TRUE(partnership::write_note(*partnership().workspace(), account,
                                            {{"kp/m1", 1, "the report"}, secret, digest, 0, "page"},
                                            partnership().now()));
    }
    [[nodiscard]] views::Reader reader(const std::string& seat, const std::string& account) {
        views::Viewer viewer;
        viewer.kind = views::ViewerKind::member;
        viewer.seats.push_back({governance::ActorKind::seat, seat});
        viewer.account = account;
        return views::Reader::open(partnership(), viewer).value();
    }

    InFolder folder_{"kent-rehearsal"};
    std::vector<views::Hosted> hosted_;
    std::unique_ptr<Served> served_;
    std::string first_;
};

TEST_F(PapersToRead, ANoteIsShownToItsOwnerAlone) {
    auto member = as("kp-9");
    ASSERT_EQ(member.get(read_address).status, 200);
    EXPECT_EQ(write(member, secret, "the report").status, 303);
    EXPECT_TRUE(member.get(read_address).says(secret));
    EXPECT_TRUE(member.get("/desk/notes").says(secret));
    EXPECT_TRUE(member.get("/desk/notes/file").says(secret));
    for (const char* other : {"kp-10", "chair", "secretariat", "auditor", "psb-2"}) {
        auto browser = as(other);
        for (const char* page : {read_address, "/desk/notes", "/desk/notes/file", "/desk",
                                 "/desk/mine/kp/m1", "/desk/meetings/kp/m1", "/meetings/kp/m1"}) {
            EXPECT_FALSE(browser.get(page).says(secret)) << other << " at " << page;
        }
    }
    EXPECT_EQ(served_->get("/kent-rehearsal/meetings/kp/m1").find(secret), std::string::npos);
    EXPECT_NE(as("secretariat").get(read_address).status, 200);
    EXPECT_EQ(as("psb-2").get(read_address).status, 404) << "a member of another body";
}

TEST_F(PapersToRead, APaperSentToOthersOnlyIsNotSaidToBeMissing) {
    const std::string m2 = "meeting=kp/m2 ";
    play(lines("2008-06-04T09:00 servicing convene-meeting " + m2 + "at=2008-12-02T10:00\n" +
               "2008-06-04T09:01 servicing notify-item " + m2 + "item=1 title=\"A bid\"\n" +
               "2008-06-04T09:02 servicing restrict-paper " + m2 + "restriction=1 item=1 paper=" +
               std::string(64, 'a') + " exemption=\"section 43(2)\" review=2009-01-05\n" +
               "2008-06-04T09:03 servicing circulate-papers " + m2 + "restricted=1 seats=1-3\n"));
    const auto page = as("kp-9").get("/desk/mine/kp/m2/read");
    EXPECT_TRUE(page.says("One paper is not open.")) << page.body;
    EXPECT_TRUE(page.says("No paper of this meeting is open to you now."));
    EXPECT_FALSE(page.says("No papers have been sent"));
    EXPECT_FALSE(page.says(">No paper.<"));
}

TEST_F(PapersToRead, AnotherCannotWriteIntoOnesNotes) {
    auto member = as("kp-9");
    write(member, secret, "the report");
    auto other = as("kp-10");
    EXPECT_EQ(write(other, "Mine", "the report", "1").status, 303);
    EXPECT_TRUE(member.get(read_address).says(secret));
    EXPECT_FALSE(member.get(read_address).says("Mine"));
    auto outsider = as("psb-2");
    EXPECT_EQ(write(outsider, "Mine", "the report").status, 404);
    EXPECT_EQ(write(member, "Nowhere", "no such paper").status, 404);
}

TEST_F(PapersToRead, ANoteStaysWithThePaperWhenANewerVersionComes) {
    note("kp-9", first_);
    send_paper("2008-06-05T09:00", "# The second version\n", "the  REPORT");
    const auto shown = views::reading(reader("kp/9", "kp-9"), "kp/m1", {});
    ASSERT_TRUE(shown);
    ASSERT_EQ(shown->items.at(1).papers.size(), 1U) << "two versions of one paper";
    const auto& paper = shown->items[1].papers[0];
    EXPECT_EQ(paper.earlier.size(), 1U);
    EXPECT_EQ(paper.note.words, secret);
    EXPECT_EQ(paper.note.written_on, "Written on the version of 3 June 2008.");
    EXPECT_FALSE(views::reading(reader("kp/9", ""), "kp/m1", {})) << "no account, no notes";
    EXPECT_TRUE(as("kp-9").get(read_address).says("Written on the version of 3 June 2008."));
}

TEST_F(PapersToRead, ANoteOnAPaperThatIsNotListedNowIsSaidToBeKept) {
    ASSERT_TRUE(partnership::write_note(*partnership().workspace(), "kp-9",
                                        {{"kp/m1", 1, "the bid"}, secret, "", 0, "page"},
                                        partnership().now()));
    auto member = as("kp-9");
    const auto page = member.get(read_address);
    EXPECT_TRUE(page.says("One note of yours is on a paper that is not open to you now."))
        << page.body;
    EXPECT_FALSE(page.says(secret)) << "it stands with all their notes";
    EXPECT_TRUE(member.get("/desk/notes").says(secret));
    EXPECT_FALSE(as("kp-10").get(read_address).says("note of yours"));
}

TEST_F(PapersToRead, ATitleOfItsOwnMakesAPaperOfItsOwn) {
    note("kp-9", first_);
    send_paper("2008-06-05T09:00", "# Another\n", "The report, part 2");
    const auto shown = views::reading(reader("kp/9", "kp-9"), "kp/m1", {});
    ASSERT_EQ(shown->items.at(1).papers.size(), 2U);
    EXPECT_EQ(shown->items[1].papers[1].note.words, "");
}

TEST_F(PapersToRead, TellsWhatIsNewSinceTheLastLook) {
    const auto before = views::look_now(reader("kp/9", "kp-9"), "kp/m1");
    auto shown = views::reading(reader("kp/9", "kp-9"), "kp/m1", before);
    EXPECT_EQ(shown->count.fresh, 0);
    EXPECT_EQ(shown->count.moved, 0);
    EXPECT_EQ(shown->count.unread, 1);
    send_paper("2008-06-05T09:00", "# The second version\n", "The report");
    play(lines("2008-06-05T10:00  servicing  order-agenda  meeting=kp/m1 items=2,1\n"));
    send_paper("2008-06-25T09:00", "# Late\n", "Afterthoughts");
    shown = views::reading(reader("kp/9", "kp-9"), "kp/m1", before);
    EXPECT_EQ(shown->count.fresh, 2);
    EXPECT_EQ(shown->count.moved, 2);
    const auto& roof = shown->items.at(2);
    EXPECT_EQ(roof.number, 1);
    EXPECT_EQ(roof.news, "Moved: it was first when you last looked, and is second now.");
    ASSERT_EQ(roof.papers.size(), 2U);
    EXPECT_EQ(roof.papers[0].news, "replaced");
    EXPECT_EQ(roof.papers[0].late, "");
    EXPECT_EQ(roof.papers[1].news, "new");
    EXPECT_NE(roof.papers[1].late, "") << "sent after the last day";
    shown = views::reading(reader("kp/9", "kp-9"), "kp/m1", {});
    EXPECT_EQ(shown->count.fresh, 0) << "nothing is news on a first look";
}

TEST_F(PapersToRead, AnItemThatCameBetweenMovesNoOther) {
    const auto before = views::look_now(reader("kp/9", "kp-9"), "kp/m1");
    play(lines("2008-06-05T10:00  servicing  notify-item  meeting=kp/m1 item=3 title=\"Third\"\n"
               "2008-06-05T10:01  servicing  order-agenda  meeting=kp/m1 items=3,1,2\n"));
    const auto shown = views::reading(reader("kp/9", "kp-9"), "kp/m1", before);
    EXPECT_EQ(shown->count.moved, 1);
    EXPECT_EQ(shown->items.at(1).news, "New on the agenda since you last looked.");
    EXPECT_EQ(shown->items.at(2).news, "");
}

TEST_F(PapersToRead, OpeningAPaperMarksItAndItCanBeMarkedByHand) {
    auto member = as("kp-9");
    EXPECT_TRUE(member.get(read_address).says("Not read yet"));
    const auto opened = member.get("/desk/mine/kp/m1/open/" + first_ + "/report.md");
    EXPECT_EQ(opened.status, 303);
    EXPECT_NE(opened.location.find("/papers/" + first_), std::string::npos);
    EXPECT_FALSE(member.get(read_address).says("Not read yet"));
    EXPECT_EQ(member.post(read_address, {{"paper", first_}, {"seen", "no"}}).status, 303);
    EXPECT_TRUE(member.get(read_address).says("Not read yet"));
    EXPECT_EQ(member.post(read_address, {{"all", "yes"}}).status, 303);
    EXPECT_FALSE(member.get(read_address).says("Not read yet"));
    EXPECT_TRUE(as("kp-10").get(read_address).says("Not read yet")) << "another's reading";
    EXPECT_EQ(member.get("/desk/mine/kp/m1/open/00/report.md").status, 404);
}

TEST_F(PapersToRead, ANoteTooLongComesBackAsTyped) {
    auto member = as("kp-9");
    const std::string words = "begins so" + std::string(partnership::note_length_max, 'a');
    const auto answer = write(member, words, "the report");
    EXPECT_EQ(answer.status, 422);
    EXPECT_TRUE(answer.says("begins so"));
    EXPECT_TRUE(answer.says("20,000"));
}

TEST_F(PapersToRead, ASavedNoteIsAnsweredToAScript) {
    auto member = as("kp-9");
    const auto answer = write(member, secret, "the report", "0", "yes");
    EXPECT_EQ(answer.status, 200);
    EXPECT_TRUE(answer.says("\"turn\":1")) << answer.body;
    EXPECT_TRUE(answer.says("\"merged\":false"));
}

TEST_F(PapersToRead, TheOwnerErasesTheNotes) {
    auto member = as("kp-9");
    write(member, secret, "the report");
    EXPECT_EQ(member.post("/desk/notes/erase", {}).status, 303);
    EXPECT_TRUE(member.get("/desk/notes").says(secret)) << "not asked for twice";
    EXPECT_EQ(member.post("/desk/notes/erase", {{"sure", "yes"}}).status, 303);
    EXPECT_FALSE(member.get("/desk/notes").says(secret));
    EXPECT_FALSE(member.get(read_address).says(secret));
}

TEST_F(PapersToRead, MeetingsComeAsACalendarFile) {
    auto member = as("kp-9");
    for (const char* address : {"/desk/mine/kp/m1/meeting.ics", "/desk/meetings.ics"}) {
        const auto file = member.get(address);
        EXPECT_EQ(file.status, 200);
        EXPECT_TRUE(file.says("DTSTART:20080701T090000Z")) << file.body;
        EXPECT_TRUE(file.says("STATUS:CONFIRMED"));
    }
    EXPECT_EQ(as("psb-2").get("/desk/mine/kp/m1/meeting.ics").status, 404);
}

} // namespace
} // namespace quorate::web_tests
