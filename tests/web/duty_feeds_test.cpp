// The feeds of what is due: read back by a strict XML parser and by libical, held against the
// duties page, and the same bytes whenever nothing changed.

#include "api/api.hpp"
#include "feeds/atom.hpp"
#include "feeds/calendar_file.hpp"
#include "served.hpp"
#include "views/desk/desk.hpp"

#include <algorithm>
#include <gtest/gtest.h>
#include <libical/ical.h>
#include <libxml/parser.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>

namespace quorate::web_tests {
namespace {

using http_tests::body_of;
using http_tests::header_of;
using http_tests::status_of;

const xmlChar* xml(const std::string& text) {
    return reinterpret_cast<const xmlChar*>(text.c_str());
}

/// An Atom document as an XML parser reads it. Not well-formed: `good` is false.
class Atom {
public:
    explicit Atom(const std::string& text)
        : document_(xmlReadMemory(text.data(), static_cast<int>(text.size()), nullptr, nullptr,
                                  XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING),
                    xmlFreeDoc) {}

    [[nodiscard]] bool good() const { return document_ != nullptr; }
    /// The text of every node an XPath gives; "a" stands for Atom's namespace.
    [[nodiscard]] std::vector<std::string> all(const std::string& path) const {
        std::vector<std::string> out;
        const std::unique_ptr<xmlXPathContext, void (*)(xmlXPathContextPtr)> context(
            xmlXPathNewContext(document_.get()), xmlXPathFreeContext);
        xmlXPathRegisterNs(context.get(), xml("a"), xml("http://www.w3.org/2005/Atom"));
        const std::unique_ptr<xmlXPathObject, void (*)(xmlXPathObjectPtr)> found(
            xmlXPathEval(xml(path), context.get()), xmlXPathFreeObject);
        for (int i = 0; found && found->nodesetval != nullptr && i < found->nodesetval->nodeNr;
             ++i) {
            auto* text = xmlNodeGetContent(found->nodesetval->nodeTab[i]);
            out.emplace_back(reinterpret_cast<const char*>(text));
            xmlFree(text);
        }
        return out;
    }

private:
    std::unique_ptr<xmlDoc, void (*)(xmlDocPtr)> document_;
};

/// What libical reads of a calendar file: a row for each day, uid, date and summary.
struct CalendarRow {
    std::string uid;
    std::string start;
    std::string end;
    std::string summary;
    std::string stamp;
};

std::vector<CalendarRow> calendar_rows(const std::string& text) {
    std::vector<CalendarRow> out;
    const std::unique_ptr<icalcomponent, void (*)(icalcomponent*)> calendar(
        icalparser_parse_string(text.c_str()), icalcomponent_free);
    EXPECT_NE(calendar, nullptr);
    if (!calendar) {
        return out;
    }
    EXPECT_EQ(icalcomponent_isa(calendar.get()), ICAL_VCALENDAR_COMPONENT);
    EXPECT_EQ(icalcomponent_count_errors(calendar.get()), 0);
    for (auto* event = icalcomponent_get_first_component(calendar.get(), ICAL_VEVENT_COMPONENT);
         event != nullptr;
         event = icalcomponent_get_next_component(calendar.get(), ICAL_VEVENT_COMPONENT)) {
        const auto start = icalcomponent_get_dtstart(event);
        const auto end = icalcomponent_get_dtend(event);
        EXPECT_TRUE(icaltime_is_date(start));
        out.push_back({icalcomponent_get_uid(event), icaltime_as_ical_string(start),
                       icaltime_as_ical_string(end), icalcomponent_get_summary(event),
                       icaltime_as_ical_string(icalcomponent_get_dtstamp(event))});
    }
    return out;
}

constexpr const char* late_papers = R"(+++
title = "Papers that are late"
start = "kent-rehearsal"
+++
```acts
2008-06-02T09:00  servicing  mark-record-complete  body=kp from=2008-06-01
2008-06-02T09:02  servicing  convene-meeting  meeting=kp/m1 at=2008-07-01T10:00
2008-06-02T09:03  servicing  convene-meeting  meeting=kp/m2 at=2008-12-02T10:00
2008-06-18T09:03  servicing  notify-item  meeting=kp/m2 item=1 title="A & B <c>, d; e"
```
)";

class DutyFeeds : public testing::Test {
protected:
    static void SetUpTestSuite() {
        std::vector<views::Hosted> all;
        all.push_back(example("riverside"));
        all.push_back(example("kent"));
        all.push_back(made_up("late", late_papers));
        served_ = new Served(std::move(all));
    }
    static void TearDownTestSuite() {
        delete served_;
        served_ = nullptr;
    }
    static std::string text(const std::string& target) { return body_of(served_->get(target)); }

    static Served* served_;
};
Served* DutyFeeds::served_ = nullptr;

TEST_F(DutyFeeds, AtomHasWhatTheStandardAsksFor) {
    for (const char* target : {"/late/duties.atom", "/late/bodies/kp/duties.atom",
                               "/kent/duties.atom", "/riverside/bodies/rp/duties.atom"}) {
        const auto response = served_->get(target);
        EXPECT_EQ(status_of(response), 200) << target;
        EXPECT_EQ(header_of(response, "Content-Type"), "application/atom+xml; charset=utf-8");
        EXPECT_FALSE(header_of(response, "ETag").empty());
        const Atom feed(body_of(response));
        ASSERT_TRUE(feed.good()) << body_of(response);
        EXPECT_EQ(feed.all("/a:feed/a:id").size(), 1U);
        EXPECT_EQ(feed.all("/a:feed/a:title").size(), 1U);
        EXPECT_EQ(feed.all("/a:feed/a:updated").size(), 1U);
        EXPECT_EQ(feed.all("/a:feed/a:author/a:name").size(), 1U);
        const auto self = feed.all("/a:feed/a:link[@rel='self']/@href");
        ASSERT_EQ(self.size(), 1U);
        EXPECT_TRUE(self[0].ends_with(target)) << self[0];
        const auto entries = feed.all("/a:feed/a:entry").size();
        auto ids = feed.all("/a:feed/a:entry/a:id");
        EXPECT_EQ(ids.size(), entries);
        EXPECT_EQ(feed.all("/a:feed/a:entry/a:updated").size(), entries);
        EXPECT_EQ(feed.all("/a:feed/a:entry/a:link[@rel='alternate']").size(), entries);
        for (const auto& id : ids) {
            EXPECT_TRUE(id.starts_with("urn:uuid:")) << id;
        }
        std::sort(ids.begin(), ids.end());
        EXPECT_EQ(std::unique(ids.begin(), ids.end()), ids.end()) << target;
    }
}

TEST_F(DutyFeeds, TheFeedSaysWhatThePageSays) {
    const Atom feed(text("/late/bodies/kp/duties.atom"));
    const auto titles = feed.all("/a:feed/a:entry/a:title");
    ASSERT_FALSE(titles.empty());
    const auto overdue = feed.all("/a:feed/a:entry[a:category/@term='overdue']/a:title");
    ASSERT_EQ(overdue.size(), 1U);
    EXPECT_EQ(overdue[0], "Overdue: Send the papers for the meeting of Tuesday 1 July 2008");
    EXPECT_EQ(feed.all("/a:feed/a:entry[a:category/@term='overdue']/a:updated")[0],
              "2008-06-17T23:00:00Z");
    const auto page = text("/late/bodies/kp/duties");
    EXPECT_NE(page.find("1 overdue"), std::string::npos);
    EXPECT_NE(page.find("/late/bodies/kp/duties.ics"), std::string::npos);
    EXPECT_NE(page.find("type=\"application/atom+xml\""), std::string::npos);
}

TEST_F(DutyFeeds, TheCalendarIsReadByACalendarProgram) {
    const auto response = served_->get("/late/duties.ics");
    EXPECT_EQ(header_of(response, "Content-Type"), "text/calendar; charset=utf-8");
    const auto rows = calendar_rows(body_of(response));
    ASSERT_FALSE(rows.empty());
    const auto papers = std::find_if(rows.begin(), rows.end(), [](const CalendarRow& row) {
        return row.summary.starts_with("Overdue: Send the papers");
    });
    ASSERT_NE(papers, rows.end());
    EXPECT_EQ(papers->start, "20080617");
    EXPECT_EQ(papers->end, "20080618");
    EXPECT_EQ(papers->stamp, "20080617T230000Z");
    EXPECT_EQ(rows.size(), calendar_rows(text("/late/duties.ics")).size());
    EXPECT_FALSE(calendar_rows(text("/late/bodies/kp/duties.ics")).empty());
}

TEST_F(DutyFeeds, TheSameDaysGiveTheSameBytesAndATag) {
    for (const char* target : {"/late/duties.ics", "/late/duties.atom", "/kent/duties.ics"}) {
        const auto first = served_->get(target);
        EXPECT_EQ(body_of(first), text(target));
        const auto tag = header_of(first, "ETag");
        ASSERT_FALSE(tag.empty());
        EXPECT_EQ(status_of(served_->get(target, "If-None-Match: " + tag + "\r\n")), 304);
    }
}

/// As the secretariat, on a day.
views::Reader officer(const partnership::Partnership& partnership, const std::string& on) {
    auto reader = views::Reader::open(partnership, {views::ViewerKind::secretariat, {}},
                                      {*base::parse_date(on), {}, false});
    EXPECT_TRUE(reader.has_value());
    return std::move(*reader);
}

TEST_F(DutyFeeds, TheDeskAndThePageHaveTheSameListAndTheSameCount) {
    std::int64_t seen = 0;
    for (const char* day : {"2026-03-30", "2026-05-20", "2026-10-20", "2026-11-25", "2026-12-15"}) {
        const auto reader = officer(served_->partnership("riverside"), day);
        const auto desk = views::desk_page(reader);
        const auto page = reader.duties();
        ASSERT_TRUE(desk);
        EXPECT_EQ(desk->overdue_count, page.overdue) << day;
        for (const auto& line : page.lines) {
            if (line.duty.state != "overdue") {
                continue;
            }
            EXPECT_TRUE(std::any_of(desk->tasks.begin(), desk->tasks.end(),
                                    [&](const views::DeskTask& task) {
                                        return task.state == "overdue" &&
                                               task.clause == line.duty.clause &&
                                               task.meeting == line.duty.meeting;
                                    }))
                << day << " " << line.duty.what;
        }
        seen += page.overdue;
    }
    EXPECT_GT(seen, 3);
    for (const char* day : {"2008-06-17", "2008-06-18", "2008-10-01"}) {
        const auto reader = officer(served_->partnership("late"), day);
        EXPECT_EQ(views::desk_page(reader)->overdue_count, reader.duties().overdue) << day;
    }
}

TEST_F(DutyFeeds, ABodyThatIsNotThereHasNoFeed) {
    EXPECT_EQ(status_of(served_->get("/late/bodies/none/duties.atom")), 404);
    EXPECT_EQ(status_of(served_->get("/late/bodies/none/duties.ics")), 404);
    EXPECT_EQ(status_of(served_->get("/late/bodies/none/duties")), 404);
}

TEST(Feeds, TextIsEscapedFoldedAndKeptWhole) {
    const std::string awkward = "Caf\u00e9 & <tea>, \"milk\"; sugar\\honey\nand a very long line "
                                "that has to be folded because it is well over seventy-five bytes "
                                "\u2013 with a dash";
    feeds::CalendarFile file;
    file.name = "Due, all\nof it";
    file.days = {{"uid-1", awkward, awkward, "http://localhost/a?b=c&d=e", "Due soon",
                  *base::parse_date("2008-02-29"), *base::parse_instant("2008-02-01T00:00:00Z")}};
    const auto text = feeds::calendar_file(file);
    EXPECT_EQ(text, feeds::calendar_file(file));
    EXPECT_NE(text.find("X-WR-CALNAME:Due, all\\nof it\r\n"), std::string::npos);
    std::size_t begin = 0;
    while (begin < text.size()) {
        const auto end = text.find("\r\n", begin);
        ASSERT_NE(end, std::string::npos);
        EXPECT_LE(end - begin, 75U);
        begin = end + 2;
    }
    const auto rows = calendar_rows(text);
    ASSERT_EQ(rows.size(), 1U);
    EXPECT_EQ(rows[0].summary, awkward);
    EXPECT_EQ(rows[0].start, "20080229");
    EXPECT_EQ(rows[0].end, "20080301");

    feeds::AtomFeed feed;
    feed.id = feeds::stable_id("feed");
    feed.title = awkward;
    feed.author = "A";
    feed.self = "http://localhost/feed?a=b&c=d";
    feed.alternate = "http://localhost/";
    feed.updated = *base::parse_instant("2008-02-01T00:00:00Z");
    feed.entries = {{feeds::stable_id("one"), awkward,
                     "a\x01"
                     "b",
                     "http://localhost/1", "x\"y", *base::parse_instant("2008-03-01T00:00:00Z")}};
    const Atom read(feeds::atom(feed));
    ASSERT_TRUE(read.good());
    EXPECT_EQ(read.all("/a:feed/a:title")[0], awkward);
    EXPECT_EQ(read.all("/a:feed/a:entry/a:summary")[0], "ab");
    EXPECT_EQ(read.all("/a:feed/a:updated")[0], "2008-03-01T00:00:00Z");
    EXPECT_EQ(read.all("/a:feed/a:link[@rel='self']/@href")[0], feed.self);
}

TEST(Feeds, AnIdIsAUuidOfVersionEightAndNeverChanges) {
    const auto id = feeds::stable_id("kent kp kp.papers/kp/m1");
    EXPECT_EQ(id, feeds::stable_id("kent kp kp.papers/kp/m1"));
    EXPECT_NE(id, feeds::stable_id("kent kp kp.papers/kp/m2"));
    ASSERT_EQ(id.size(), 45U);
    EXPECT_EQ(id[9 + 14], '8');
    EXPECT_NE(std::string("89ab").find(id[9 + 19]), std::string::npos);
}

} // namespace
} // namespace quorate::web_tests
