#include "partnership/papers.hpp"
#include "samples.hpp"

#include <filesystem>
#include <gtest/gtest.h>

namespace quorate::partnership {
namespace {

using ledger::test::read_all;
using ledger::test::TemporaryFolder;
using ledger::test::write_all_bytes;

void append_number(std::string& out, std::uint32_t value, int width) {
    for (int i = 0; i < width; ++i) {
        out += static_cast<char>(value >> (8 * i));
    }
}

/// A zip archive with uncompressed files of these names and contents (checksums are not looked at).
std::string zip(const std::vector<std::pair<std::string, std::string>>& files) {
    std::string out;
    std::string directory;
    for (const auto& [name, content] : files) {
        std::string common;
        append_number(common, 20, 2);
        common.append(12, '\0');
        append_number(common, static_cast<std::uint32_t>(content.size()), 4);
        append_number(common, static_cast<std::uint32_t>(content.size()), 4);
        append_number(common, static_cast<std::uint32_t>(name.size()), 2);
        append_number(common, 0, 2);
        directory += "PK\x01\x02";
        append_number(directory, 20, 2);
        directory += common;
        directory.append(10, '\0');
        append_number(directory, static_cast<std::uint32_t>(out.size()), 4);
        directory += name;
        out += "PK\x03\x04" + common + name + content;
    }
    const auto start = out.size();
    out += directory + "PK\x05\x06" + std::string(4, '\0');
    append_number(out, static_cast<std::uint32_t>(files.size()), 2);
    append_number(out, static_cast<std::uint32_t>(files.size()), 2);
    append_number(out, static_cast<std::uint32_t>(directory.size()), 4);
    append_number(out, static_cast<std::uint32_t>(start), 4);
    append_number(out, 0, 2);
    return out;
}

class PapersTest : public testing::Test {
protected:
    [[nodiscard]] std::string type(const std::string& bytes, const std::string& name = "x") const {
        const auto paper = papers.add(bytes, name);
        return paper ? paper->content_type : paper.error().message;
    }
    [[nodiscard]] std::size_t files() const {
        std::size_t count = 0;
        for (const auto& item :
             std::filesystem::recursive_directory_iterator(folder.file("papers"))) {
            count += item.is_regular_file() ? 1U : 0U;
        }
        return count;
    }

    TemporaryFolder folder;
    Papers papers = Papers::open(folder.file("papers")).value();
};

const std::string pdf = "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n1 0 obj\n";

TEST_F(PapersTest, KeepsAFileByItsDigest) {
    const auto paper = papers.add(pdf, "agenda.pdf");
    ASSERT_TRUE(paper) << paper.error().text();
    EXPECT_EQ(paper->digest, base::sha256(pdf));
    EXPECT_EQ(paper->bytes, pdf.size());
    EXPECT_EQ(paper->content_type, "application/pdf");
    const auto hex = base::hex(paper->digest);
    EXPECT_EQ(read_all(folder.file("papers/" + hex.substr(0, 2) + "/" + hex.substr(2))), pdf);
    EXPECT_EQ(papers.read(paper->digest).value(), pdf);
    EXPECT_EQ(read_all(papers.path(paper->digest).value()), pdf);
    ASSERT_TRUE(papers.add(pdf, "again.pdf"));
    EXPECT_EQ(files(), 1U);
    EXPECT_FALSE(papers.read(base::sha256("other")));
    EXPECT_FALSE(papers.path(base::sha256("other")));
}

TEST_F(PapersTest, ReceivesAFileInPieces) {
    auto writer = papers.begin().value();
    std::string whole = pdf;
    ASSERT_TRUE(writer.write(pdf));
    for (int i = 0; i < 300; ++i) {
        const std::string piece(10'000, static_cast<char>('a' + i % 26));
        ASSERT_TRUE(writer.write(piece));
        whole += piece;
    }
    const auto paper = writer.finish("long.pdf");
    ASSERT_TRUE(paper);
    EXPECT_EQ(paper->digest, base::sha256(whole));
    EXPECT_EQ(papers.read(paper->digest).value(), whole);
}

TEST_F(PapersTest, TellsKindsByTheirContent) {
    const std::string office = "application/vnd.openxmlformats-officedocument.";
    EXPECT_EQ(type("\x89PNG\r\n\x1a\n rest"), "image/png");
    EXPECT_EQ(type("\xff\xd8\xff\xe0 rest", "photo.png"), "image/jpeg");
    EXPECT_EQ(type(zip({{"[Content_Types].xml", "<x/>"}, {"word/document.xml", "<x/>"}})),
              office + "wordprocessingml.document");
    EXPECT_EQ(type(zip({{"[Content_Types].xml", "<x/>"}, {"xl/workbook.xml", "<x/>"}})),
              office + "spreadsheetml.sheet");
    EXPECT_EQ(type(zip({{"[Content_Types].xml", "<x/>"}, {"ppt/presentation.xml", "<x/>"}})),
              office + "presentationml.presentation");
    EXPECT_EQ(type(zip({{"mimetype", "application/vnd.oasis.opendocument.text"},
                        {"content.xml", "<x/>"}})),
              "application/vnd.oasis.opendocument.text");
    EXPECT_EQ(type("Minutes\n1. Apologies\n", "minutes.TXT"), "text/plain");
    EXPECT_EQ(type("# Minutes\n", "minutes.md"), "text/markdown");
    EXPECT_EQ(type("name,seat\ncaf\xC3\xA9,1\n", "LIST.CSV"), "text/csv");
    EXPECT_EQ(type("<html><script>alert(1)</script>", "x.html"), "text/plain");
    std::string long_text;
    while (long_text.size() < (3 << 20)) {
        long_text +=
            "\xE2\x82\xAC"; // a three-byte character is cut by every block boundary but one
    }
    EXPECT_EQ(type(long_text), "text/plain");
}

TEST_F(PapersTest, RefusesEverythingElse) {
    const std::string other = "the file is of a kind that cannot be taken";
    EXPECT_EQ(type(""), "the file is empty");
    EXPECT_EQ(type("\x7f"
                   "ELF\x02\x01\x01",
                   "agenda.pdf"),
              other);
    EXPECT_EQ(type("GIF89a\x01\x00\xff\xff"), other);
    EXPECT_EQ(type("caf\xE9 in Latin-1"), other);
    EXPECT_EQ(type(std::string("a\0b", 3)), other);
    EXPECT_EQ(type(zip({{"readme.txt", "hello"}})), "the file is a zip archive");
    EXPECT_EQ(type("PK\x03\x04 cut short"),
              "the file is a zip archive that is cut short or damaged");
    EXPECT_EQ(type(zip({{"[Content_Types].xml", ""}, {"other.xml", ""}})),
              "the file is an office document of an unknown kind");
    EXPECT_EQ(
        type(zip(
            {{"[Content_Types].xml", ""}, {"word/document.xml", ""}, {"word/vbaProject.bin", ""}})),
        "the document has macros in it");
    EXPECT_EQ(type(zip({{"mimetype", "application/vnd.oasis.opendocument.text-template"}})),
              "the file is a zip archive");
    EXPECT_EQ(files(), 0U);
}

TEST_F(PapersTest, LooksAtEveryZipWithoutReadingPastItsEnd) {
    const auto whole = zip({{"[Content_Types].xml", "<x/>"}, {"word/document.xml", "<x/>"}});
    for (std::size_t size = 0; size < whole.size(); ++size) {
        static_cast<void>(papers.add(whole.substr(0, size), "x"));
    }
    for (std::size_t at = 4; at < whole.size(); ++at) {
        auto changed = whole;
        changed[at] = static_cast<char>(changed[at] ^ 0xff);
        static_cast<void>(papers.add(changed, "x"));
    }
    SUCCEED();
}

TEST_F(PapersTest, HasALimit) {
    EXPECT_TRUE(papers.add("12345", "x", 5));
    const auto large = papers.add("123456", "x", 5);
    ASSERT_FALSE(large);
    EXPECT_EQ(large.error().message, "the file is larger than 5 bytes");
    auto writer = papers.begin(std::uint64_t{1} << 20).value();
    for (int i = 0; i < 16; ++i) {
        EXPECT_TRUE(writer.write(std::string(1 << 16, 'x')));
    }
    EXPECT_EQ(writer.write("x").error().message, "the file is larger than 1 MB");
    EXPECT_EQ(files(), 2U) << "one kept, one being received";
}

TEST_F(PapersTest, DropsWhatIsNotFinished) {
    {
        auto writer = papers.begin().value();
        ASSERT_TRUE(writer.write("half"));
        EXPECT_EQ(files(), 1U);
    }
    EXPECT_EQ(files(), 0U);
    write_all_bytes(folder.file("papers/incoming/left-by-a-crash"), "half");
    EXPECT_TRUE(Papers::open(folder.file("papers")));
    EXPECT_EQ(files(), 0U);
}

TEST_F(PapersTest, SaysWhenAFileIsDamaged) {
    const auto paper = papers.add("Minutes\n", "m.txt").value();
    write_all_bytes(papers.path(paper.digest).value(), "Minutez\n");
    EXPECT_EQ(papers.read(paper.digest).error().message, "the file of this paper is damaged");
}

TEST_F(PapersTest, SweepsWhatNoEntryCites) {
    const auto kept = papers.add("kept", "x").value();
    const auto orphan = papers.add("orphan", "x").value();
    write_all_bytes(folder.file("papers/note-to-self"), "mine");
    EXPECT_EQ(papers.sweep([&](const Digest& digest) { return digest == kept.digest; }).value(),
              1U);
    EXPECT_TRUE(papers.read(kept.digest));
    EXPECT_FALSE(papers.read(orphan.digest));
    EXPECT_EQ(read_all(folder.file("papers/note-to-self")), "mine");
}

TEST_F(PapersTest, SaysWhenTheFolderCannotBeUsed) {
    write_all_bytes(folder.file("file"), "x");
    EXPECT_FALSE(Papers::open(folder.file("file/papers")));
}

} // namespace
} // namespace quorate::partnership
