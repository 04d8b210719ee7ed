// The secretariat's planning pages: desk, programme, convening, workbench, agenda, papers, sending
// them out, late items. Each test has a rehearsal of its own at 2 June 2008.

#include "browser.hpp"
#include "views/meetings/papers.hpp"
#include "views/reader.hpp"

#include <gtest/gtest.h>

namespace quorate::web_tests {

namespace {

class Planning : public testing::Test {
protected:
    Planning()
        : folder_("kent-rehearsal"), served_(one(folder_.take())),
          officer_(served_, "kent-rehearsal") {}

    void SetUp() override { officer_.sign_in("secretariat"); }
    void TearDown() override {
        for (const auto& fault : served_.faults()) {
            ADD_FAILURE() << fault;
        }
    }

    /// Opens a page and posts to it with the form's own hidden fields.
    Answer send(const std::string& path, FormFields fields, const std::string& from = {}) {
        const auto page = officer_.get(from.empty() ? path : from);
        EXPECT_EQ(page.status, 200) << path;
        for (const char* name : {"entry", "position"}) {
            fields.emplace_back(name, hidden_value(page.body, name));
        }
        return officer_.post_and_follow(path, fields);
    }
    void convene() {
        const auto there = send("/desk/convene",
                                {{"body", "kp"},
                                 {"at", "2008-07-01T10:00"},
                                 {"meeting", "kp/m1"},
                                 {"by", "servicing"},
                                 {"place", "Sessions House"}},
                                "/desk/convene?body=kp&at=2008-07-01T10:00");
        ASSERT_TRUE(there.says("Meeting of")) << there.body;
    }
    Answer add_item(const FormFields& more) {
        const auto page = officer_.get("/desk/meetings/kp/m1/agenda/add");
        FormFields fields = more;
        for (const char* name : {"entry", "position"}) {
            fields.emplace_back(name, hidden_value(page.body, name));
        }
        return officer_.post("/desk/meetings/kp/m1/agenda/add", fields);
    }
    void add_own(const std::string& title) {
        const auto answer =
            add_item({{"title", title}, {"purpose", "discussion"}, {"by", "servicing"}});
        ASSERT_EQ(answer.status, 303) << answer.body;
    }
    void clock(const std::string& day, const std::string& month, const std::string& time) {
        const auto moved = officer_.post("/desk/clock", {{"clock-day", day},
                                                         {"clock-month", month},
                                                         {"clock-year", "2008"},
                                                         {"clock-time", time}});
        ASSERT_EQ(moved.status, 303) << moved.body;
    }
    /// By whom a form with files is sent.
    struct Sender {
        std::string cookie;
        std::string csrf;
        std::string origin = "http://localhost";
    };
    /// Sends files with the form of the papers page.
    Answer upload(const FormFields& fields,
                  const std::vector<std::pair<std::string, std::string>>& files) {
        return upload_as({officer_.cookie(), officer_.csrf()}, fields, files);
    }
    Answer upload_as(const Sender& sender, const FormFields& fields,
                     const std::vector<std::pair<std::string, std::string>>& files) {
        auto all = fields;
        all.emplace_back("csrf", sender.csrf);
        const auto body = multipart("xyz", all, files);
        const auto raw =
            served_.post("/kent-rehearsal/desk/meetings/kp/m1/papers", body,
                         "Origin: " + sender.origin + "\r\nCookie: " + sender.cookie +
                             "\r\nContent-Type: multipart/form-data; boundary=xyz\r\n");
        Answer out;
        out.status = http_tests::status_of(raw);
        out.body = http_tests::body_of(raw);
        return out;
    }
    /// What is to be sent, checked and then recorded.
    Answer circulate(FormFields fields) {
        const auto path = std::string("/desk/meetings/kp/m1/circulate");
        const auto page = officer_.get(path);
        for (const char* name : {"entry", "position"}) {
            fields.emplace_back(name, hidden_value(page.body, name));
        }
        fields.emplace_back("step", "check");
        const auto checked = officer_.post(path, fields);
        EXPECT_EQ(checked.status, 200) << checked.body;
        checked_ = checked.body;
        fields.back().second = "send";
        fields.emplace_back("checked", hidden_value(checked.body, "checked"));
        return officer_.post_and_follow(path, fields);
    }
    std::vector<views::PaperShown> papers(views::Viewer viewer) {
        const auto reader =
            views::Reader::open(served_.partnership("kent-rehearsal"), std::move(viewer));
        return reader ? views::papers_of(*reader, "kp/m1") : std::vector<views::PaperShown>{};
    }

    InFolder folder_;
    Served served_;
    Browser officer_;
    std::string checked_;
};

/// The fields with those of a restriction.
FormFields restricted(FormFields fields) {
    for (const auto& [name, value] : FormFields{{"exemption", "section 40(2)"},
                                                {"reason", "Names a person"},
                                                {"review-day", "1"},
                                                {"review-month", "5"},
                                                {"review-year", "2009"}}) {
        fields.emplace_back(name, value);
    }
    return fields;
}

views::Viewer secretariat() {
    return {views::ViewerKind::secretariat, {}};
}

} // namespace

TEST_F(Planning, the_desk_says_what_is_next_and_how_the_year_stands) {
    const auto desk = officer_.get("/desk");
    EXPECT_EQ(desk.status, 200);
    EXPECT_TRUE(desk.says("Nothing is due today."));
    EXPECT_TRUE(desk.says("Convene the meeting of 1 July 2008"));
    EXPECT_TRUE(desk.says("/desk/convene?body=kp&amp;at=2008-07-01T10%3A00"));
    EXPECT_TRUE(desk.says("In the programme, not convened"));
    Browser auditor(served_, "kent-rehearsal");
    auditor.sign_in("auditor");
    const auto week = auditor.get("/desk/week");
    EXPECT_EQ(week.status, 200);
    EXPECT_TRUE(week.says("Convene the meeting of 1 July 2008"));
    EXPECT_FALSE(week.says("href=\"/kent-rehearsal/desk/convene"));
    Browser member(served_, "kent-rehearsal");
    member.sign_in("kp-9");
    EXPECT_EQ(member.get("/desk/week").status, 403);
}

TEST_F(Planning, convening_shows_both_last_days_before_it_is_confirmed) {
    const auto page = officer_.get("/desk/convene?body=kp&at=2008-07-01T10:00");
    EXPECT_TRUE(page.says("Tuesday 17 June 2008"));
    EXPECT_TRUE(page.says("Monday 16 June 2008 is safe on any count."));
    EXPECT_TRUE(page.says("#3.16"));
    EXPECT_TRUE(page.says("kp/m1"));
    convene();
    const auto again = officer_.get("/desk/convene?body=kp&at=2008-07-01T10:00");
    EXPECT_TRUE(again.says("There is a meeting of this body on that day already"));
    EXPECT_TRUE(officer_.get("/desk").says("Put the business on the agenda"));
}

TEST_F(Planning, a_double_press_convenes_once) {
    const auto page = officer_.get("/desk/convene?body=kp&at=2008-07-01T10:00");
    const FormFields fields = {{"body", "kp"},
                               {"at", "2008-07-01T10:00"},
                               {"by", "servicing"},
                               {"meeting", hidden_value(page.body, "meeting")},
                               {"entry", hidden_value(page.body, "entry")}};
    const auto first = officer_.post("/desk/convene", fields);
    const auto second = officer_.post("/desk/convene", fields);
    EXPECT_EQ(first.status, 303) << first.body;
    EXPECT_EQ(second.location, first.location);
}

TEST_F(Planning, a_date_outside_the_programme_needs_members_and_the_chair) {
    const auto address = std::string("/desk/convene?body=kp&at=2008-09-16T10:00");
    const auto page = officer_.get(address);
    EXPECT_TRUE(page.says("First: ask the members"));
    EXPECT_FALSE(page.says("Convene for the Chair"));
    const auto consulted =
        send("/desk/convene/consult",
             {{"body", "kp"}, {"at", "2008-09-16T10:00"}, {"whom", "all"}, {"views", "All agree"}},
             address);
    EXPECT_TRUE(consulted.says("Members were consulted"));
    const FormFields fields = {
        {"body", "kp"}, {"at", "2008-09-16T10:00"}, {"meeting", "kp/m1"}, {"by", "chair"}};
    const auto unsaid = officer_.post("/desk/convene", fields);
    EXPECT_EQ(unsaid.status, 422);
    EXPECT_TRUE(unsaid.says("Enter the reason the Chair gave."));
    EXPECT_TRUE(unsaid.says("Choose how you know what the Chair said."));
    auto full = fields;
    full.emplace_back("reason", "The grant runs out in September");
    full.emplace_back("evidence", "telephone");
    EXPECT_TRUE(officer_.post_and_follow("/desk/convene", full).says("Outside the year"));
}

TEST_F(Planning, an_extra_meeting_the_chair_was_asked_for_keeps_its_id) {
    const auto address = std::string("/desk/convene?body=kp&at=2008-09-16T10:00");
    send("/desk/convene/consult", {{"body", "kp"}, {"at", "2008-09-16T10:00"}, {"whom", "all"}},
         address);
    const auto asked = send(
        "/desk/convene",
        {{"body", "kp"}, {"at", "2008-09-16T10:00"}, {"meeting", "kp/m1"}, {"by", "servicing"}},
        address);
    EXPECT_TRUE(asked.says("outside the programme, waits for the Chair"));
    EXPECT_EQ(hidden_value(officer_.get(address).body, "meeting"), "kp/m1");
    send("/desk/convene",
         {{"body", "kp"},
          {"at", "2008-09-16T10:00"},
          {"meeting", "kp/m1"},
          {"by", "chair"},
          {"reason", "The grant runs out"},
          {"evidence", "letter"}},
         address);
    EXPECT_FALSE(officer_.get("/desk").says("waits for the Chair"));
}

TEST_F(Planning, papers_that_are_late_say_what_the_record_will) {
    convene();
    add_own("Welcome");
    clock("18", "6", "9am");
    const auto page = officer_.get("/desk/meetings/kp/m1");
    EXPECT_TRUE(page.says("One working day late"));
    EXPECT_TRUE(
        page.says("If they go out today the record will say: Sent nine working days before; "
                  "3.16 asks for ten."));
    const auto desk = officer_.get("/desk");
    // The practice record is not complete, so no duty is overdue; the task is late all the same.
    EXPECT_TRUE(desk.says("1 thing today. 1 thing is late."));
    EXPECT_TRUE(desk.says("Send the agenda and papers"));
}

TEST_F(Planning, minutes_of_an_earlier_meeting_can_be_put_on_the_agenda) {
    convene();
    send("/desk/convene",
         {{"body", "kp"}, {"at", "2008-12-02T10:00"}, {"meeting", "kp/m2"}, {"by", "servicing"}},
         "/desk/convene?body=kp&at=2008-12-02T10:00");
    const auto form = officer_.get("/desk/meetings/kp/m2/agenda/add");
    EXPECT_TRUE(form.says("Which minutes, if it is for approving minutes"));
    const FormFields fields = {
        {"title", "Minutes of 1 July"}, {"purpose", "minutes"}, {"by", "servicing"}, {"item", "1"}};
    EXPECT_TRUE(officer_.post("/desk/meetings/kp/m2/agenda/add", fields)
                    .says("Choose the meeting whose minutes are to be approved."));
    auto full = fields;
    full.emplace_back("minutes_of", "kp/m1");
    EXPECT_TRUE(officer_.post_and_follow("/desk/meetings/kp/m2/agenda/add", full)
                    .says("The minutes of The Kent Partnership, 1 July 2008."));
}

TEST_F(Planning, the_programme_is_checked_before_it_is_recorded) {
    const auto path = std::string("/desk/programme/kp");
    FormFields fields = {{"year", "2009"},       {"date1-day", "10"},    {"date1-month", "4"},
                         {"date1-year", "2009"}, {"date1-time", "10am"}, {"date2-day", "1"},
                         {"date2-month", "12"},  {"date2-year", "2009"}, {"date2-time", "10am"},
                         {"step", "record"}};
    const auto page = officer_.get(path + "?year=2009");
    EXPECT_TRUE(page.says("No dates are set for this year."));
    fields.emplace_back("entry", hidden_value(page.body, "entry"));
    const auto checked = officer_.post(path, fields);
    EXPECT_EQ(checked.status, 200) << "nothing is recorded before it was shown";
    EXPECT_TRUE(checked.says("Not a working day: Good Friday"));
    EXPECT_TRUE(checked.says("Record these dates"));
    fields.emplace_back("checked", hidden_value(checked.body, "checked"));
    const auto set = officer_.post_and_follow(path, fields);
    EXPECT_TRUE(set.says("These dates were recorded on"));
    EXPECT_TRUE(set.says("at=2009-04-10T10%3A00")) << "each can be convened";
    const auto wrong = officer_.post(path, {{"year", "2009"},
                                            {"date1-day", "31"},
                                            {"date1-month", "2"},
                                            {"date1-year", "2009"},
                                            {"date1-time", "10am"}});
    EXPECT_EQ(wrong.status, 422);
    EXPECT_TRUE(wrong.says("value=\"31\"")) << "what was typed is kept";
}

TEST_F(Planning, items_are_added_put_in_order_and_taken_off) {
    convene();
    add_own("Welcome");
    add_own("The year so far");
    const auto missing = add_item({{"purpose", "decision"}, {"by", "seat"}});
    EXPECT_EQ(missing.status, 422);
    EXPECT_TRUE(missing.says("Enter the title of the item."));
    EXPECT_TRUE(missing.says("Choose the member who asked."));
    const auto asked = add_item({{"title", "A shared training centre"},
                                 {"purpose", "decision"},
                                 {"by", "seat"},
                                 {"seat", "kp/9"},
                                 {"evidence", "e-mail"}});
    ASSERT_EQ(asked.status, 303) << asked.body;
    const auto agenda = officer_.get("/desk/meetings/kp/m1/agenda");
    EXPECT_TRUE(agenda.says("Item 3. A shared training centre"));
    EXPECT_TRUE(agenda.says("Asked for by Seat 9"));
    const auto twice = officer_.post("/desk/meetings/kp/m1/agenda",
                                     {{"place1", "2"}, {"place2", "2"}, {"place3", "1"}});
    EXPECT_EQ(twice.status, 422);
    EXPECT_TRUE(twice.says("Two items have place 2. Give each its own."));
    const auto ordered =
        send("/desk/meetings/kp/m1/agenda", {{"place1", "2"}, {"place2", "3"}, {"place3", "1"}});
    EXPECT_LT(ordered.body.find("A shared training centre"), ordered.body.find("Welcome"));
    const auto off =
        send("/desk/meetings/kp/m1/agenda/2/remove", {{"how", "withdraw"}, {"by", "servicing"}});
    EXPECT_TRUE(off.says("Withdrawn"));
}

TEST_F(Planning, a_second_officer_with_an_old_agenda_sees_what_changed) {
    convene();
    add_own("Welcome");
    add_own("The year so far");
    const auto old = officer_.get("/desk/meetings/kp/m1/agenda");
    add_own("A third item");
    const auto late = officer_.post("/desk/meetings/kp/m1/agenda",
                                    {{"place1", "2"},
                                     {"place2", "1"},
                                     {"place3", "3"},
                                     {"position", hidden_value(old.body, "position")},
                                     {"entry", hidden_value(old.body, "entry")}});
    EXPECT_EQ(late.status, 409);
    EXPECT_TRUE(late.says("item 3"));
}

TEST_F(Planning, papers_are_kept_and_seen_by_those_who_may) {
    convene();
    add_own("Welcome");
    const auto none = upload({{"item", "1"}}, {});
    EXPECT_EQ(none.status, 422);
    EXPECT_NE(none.body.find("Choose a file."), std::string::npos);
    const auto bad = upload({{"item", "1"}}, {{"run.exe", std::string("MZ\0\1\2", 5)}});
    EXPECT_EQ(bad.status, 422);
    EXPECT_NE(bad.body.find("run.exe: "), std::string::npos);
    EXPECT_EQ(
        upload({{"item", "1"}}, {{"open.txt", "Open to all.\n"}, {"two.txt", "Second.\n"}}).status,
        303);
    EXPECT_EQ(upload(restricted({{"item", "whole"}, {"title", "In confidence"}}),
                     {{"closed.txt", "For members.\n"}})
                  .status,
              303);
    const auto all = papers(secretariat());
    ASSERT_EQ(all.size(), 3U);
    EXPECT_EQ(papers({}).size(), 0U) << "the public sees nothing that was not sent";
    const auto address = [&](std::size_t at) {
        return "/papers/" + all[at].digest + "/" + all[at].name;
    };
    Browser member(served_, "kent-rehearsal");
    member.sign_in("kp-9");
    Browser anyone(served_, "kent-rehearsal");
    EXPECT_EQ(officer_.get(address(0)).status, 200);
    EXPECT_EQ(member.get(address(1)).status, 404);
    EXPECT_EQ(anyone.get(address(1)).status, 404);
    circulate({{"things", "agenda"},
               {"papers", all[0].digest},
               {"papers", all[1].digest},
               {"to", "some"},
               {"seats", "9"},
               {"how", "e-mail"}});
    const auto open = anyone.get(address(1));
    EXPECT_EQ(open.status, 200);
    EXPECT_NE(open.head.find("X-Content-Type-Options: nosniff"), std::string::npos);
    EXPECT_NE(open.head.find("text/plain"), std::string::npos);
    EXPECT_EQ(anyone.get(address(0)).status, 404) << "restricted";
    EXPECT_EQ(member.get(address(0)).status, 200) << "it was sent to seat 9";
    EXPECT_NE(member.get(address(0)).head.find("no-store"), std::string::npos);
    Browser other(served_, "kent-rehearsal");
    other.sign_in("kp-10");
    EXPECT_EQ(other.get(address(0)).status, 404) << "it was not sent to seat 10";
    EXPECT_EQ(other.get(address(2)).status, 404) << "it has not been sent at all";
    const auto page = anyone.get("/meetings/kp/m1");
    EXPECT_TRUE(page.says("/papers/" + all[1].digest));
    EXPECT_FALSE(page.says(all[0].digest));
    EXPECT_EQ(
        officer_.post("/desk/meetings/kp/m1/papers/remove", {{"paper", std::to_string(all[1].id)}})
            .status,
        409)
        << "what was sent stays";
    officer_.post_and_follow("/desk/meetings/kp/m1/papers/remove",
                             {{"paper", std::to_string(all[2].id)}});
    EXPECT_EQ(papers(secretariat()).size(), 2U);
}

TEST_F(Planning, what_was_typed_beside_a_file_is_kept_when_its_session_is_over) {
    convene();
    add_own("Budget outlook");
    const FormFields typed = {{"item", "1"}, {"title", "A & B"}, {"reason", "Two\r\nlines"}};
    const std::vector<std::pair<std::string, std::string>> files = {{"one.txt", "One.\n"}};
    const auto older = upload_as({officer_.cookie(), "an older token"}, typed, files);
    EXPECT_EQ(older.status, 403);
    EXPECT_TRUE(older.says("What you typed is kept."));
    EXPECT_TRUE(older.says("name=\"title\" value=\"A &amp; B\""));
    EXPECT_TRUE(older.says("It was “one.txt”. Files are not kept."));
    EXPECT_TRUE(older.says("enctype=\"multipart/form-data\""));
    EXPECT_FALSE(older.says("an older token"));

    const auto over = upload_as({"", "any"}, typed, files);
    EXPECT_EQ(over.status, 401);
    EXPECT_TRUE(over.says("Your session has ended. What you typed is kept"));
    const auto in = officer_.post("/sign-in", {{"name", "secretariat"},
                                               {"password", "practice-copy"},
                                               {"again", hidden_value(over.body, "again")},
                                               {"to", hidden_value(over.body, "to")}});
    EXPECT_EQ(in.status, 200);
    EXPECT_TRUE(in.says("It was “one.txt”. Files are not kept."));
    EXPECT_TRUE(in.says("name=\"title\" value=\"A &amp; B\""));
    EXPECT_TRUE(papers(secretariat()).empty()) << "nothing was taken of it";

    const auto foreign =
        upload_as({officer_.cookie(), "any", "https://elsewhere.example"}, typed, files);
    EXPECT_EQ(foreign.status, 403);
    EXPECT_FALSE(foreign.says("A &amp; B"));
}

TEST_F(Planning, a_file_that_is_too_large_comes_back_with_what_was_typed) {
    convene();
    add_own("Budget outlook");
    const auto large = upload({{"item", "1"}, {"title", "The year's accounts"}},
                              {{"large.txt", std::string((std::size_t{50} << 20) + 1, 'x')}});
    EXPECT_EQ(large.status, 422);
    EXPECT_TRUE(large.says("One file may be at most 50 MB here, and “large.txt” is larger."));
    EXPECT_TRUE(large.says("value=\"The year&#39;s accounts\"")) << large.body.substr(0, 5000);
    EXPECT_TRUE(papers(secretariat()).empty());
}

TEST_F(Planning, bytes_received_twice_are_as_restricted_as_the_stricter) {
    convene();
    add_own("Welcome");
    const std::string bytes = "The same bytes.\n";
    EXPECT_EQ(upload({{"item", "1"}, {"title", "In the open"}}, {{"open.txt", bytes}}).status, 303);
    EXPECT_EQ(
        upload(restricted({{"item", "whole"}, {"title", "Secret name"}}), {{"secret.txt", bytes}})
            .status,
        303);
    const auto all = papers(secretariat());
    ASSERT_EQ(all.size(), 2U);
    ASSERT_EQ(all[0].digest, all[1].digest);
    EXPECT_EQ(all[1].restricted, "Restricted");
    EXPECT_EQ(all[0].restricted,
              "Restricted (expected Freedom of Information exemption: section 40(2); review on "
              "1 May 2009)");
    circulate({{"things", "agenda"},
               {"papers", all[0].digest},
               {"to", "some"},
               {"seats", "9"},
               {"how", "e-mail"}});
    const auto address = "/papers/" + all[0].digest + "/open.txt";
    Browser anyone(served_, "kent-rehearsal");
    EXPECT_EQ(anyone.get(address).status, 404);
    EXPECT_EQ(papers({}).size(), 0U);
    const auto page = anyone.get("/meetings/kp/m1");
    const auto check = anyone.get("/verify?sha256=" + all[0].digest);
    for (const char* name : {"Secret name", "secret.txt", "In the open", "open.txt"}) {
        EXPECT_FALSE(page.says(name)) << name;
        EXPECT_FALSE(check.says(name)) << name;
    }
    Browser member(served_, "kent-rehearsal");
    member.sign_in("kp-9");
    EXPECT_EQ(member.get(address).status, 200);
}

TEST_F(Planning, a_restriction_says_why_and_until_when_and_can_be_kept_or_lifted) {
    convene();
    add_own("Welcome");
    const auto unclear =
        upload({{"item", "1"}, {"exemption", "it names someone"}, {"reason", "Names a person"}},
               {{"closed.txt", "For members.\n"}});
    EXPECT_EQ(unclear.status, 422);
    EXPECT_NE(unclear.body.find("Enter the day it is looked at again."), std::string::npos);
    EXPECT_NE(unclear.body.find("value=\"it names someone\""), std::string::npos) << "kept";
    auto fields = restricted({{"item", "1"}});
    fields[1].second = "it names someone";
    const auto named = upload(fields, {{"closed.txt", "For members.\n"}});
    EXPECT_EQ(named.status, 422);
    EXPECT_NE(named.body.find("Name the exemption by the number"), std::string::npos);
    EXPECT_EQ(upload(restricted({{"item", "1"}}), {{"closed.txt", "For members.\n"}}).status, 303);
    const auto paper = papers(secretariat()).at(0);
    const auto page = "/desk/meetings/kp/m1/papers/" + std::to_string(paper.id) + "/restriction";
    EXPECT_TRUE(officer_.get(page).says("Take the restriction off"));
    circulate({{"things", "agenda"}, {"papers", paper.digest}, {"to", "all"}, {"how", "e-mail"}});
    Browser anyone(served_, "kent-rehearsal");
    const auto address = "/papers/" + paper.digest + "/" + paper.name;
    EXPECT_EQ(anyone.get(address).status, 404);
    const auto meeting = anyone.get("/meetings/kp/m1");
    EXPECT_TRUE(meeting.says("One paper is not open. Restricted (expected Freedom of Information "
                             "exemption: section 40(2); review on 1 May 2009)."))
        << meeting.body;
    EXPECT_FALSE(meeting.says("Names a person"));
    const auto sent = officer_.get(page);
    EXPECT_TRUE(sent.says("Keep it restricted"));
    EXPECT_TRUE(sent.says("Names a person"));
    const auto kept = send(page, {{"step", "keep"},
                                  {"exemption", "section 41"},
                                  {"review-day", "1"},
                                  {"review-month", "6"},
                                  {"review-year", "2009"}});
    EXPECT_TRUE(kept.says("section 41; review on 1 June 2009")) << kept.body;
    const auto lifted = send(page, {{"step", "lift"}, {"why_open", "It is known now"}});
    EXPECT_EQ(lifted.status, 200);
    EXPECT_EQ(anyone.get(address).status, 200);
    EXPECT_EQ(officer_.get(page).says("everyone may have read it"), true);
    EXPECT_TRUE(anyone.get("/record").says("Open a restricted paper to everyone"));
}

TEST_F(Planning, a_file_named_by_dots_has_an_address_that_works) {
    convene();
    EXPECT_EQ(upload({{"item", "whole"}}, {{".", "One dot.\n"}, {"..", "Two dots.\n"}}).status,
              303);
    const auto all = papers(secretariat());
    ASSERT_EQ(all.size(), 2U);
    const auto page = officer_.get("/desk/meetings/kp/m1");
    for (const auto& paper : all) {
        const auto address = "/papers/" + paper.digest + "/paper";
        EXPECT_TRUE(page.says("/kent-rehearsal" + address + "\"")) << paper.name;
        EXPECT_EQ(officer_.get(address).status, 200) << paper.name;
    }
}

TEST_F(Planning, sending_says_beforehand_whether_it_is_in_time) {
    convene();
    add_own("Welcome");
    clock("17", "6", "5pm");
    const auto sent = circulate({{"things", "agenda"},
                                 {"things", "minutes"},
                                 {"things", "reports"},
                                 {"to", "all"},
                                 {"how", "e-mail"}});
    EXPECT_NE(checked_.find("In time."), std::string::npos);
    EXPECT_TRUE(sent.says("All 40 members"));
    EXPECT_TRUE(sent.says("By e-mail"));
    clock("18", "6", "12 noon");
    circulate({{"things", "reports"}, {"items", "1"}, {"to", "all"}, {"how", "post"}});
    EXPECT_NE(checked_.find("Sent nine working days before; 3.16 asks for ten"), std::string::npos);
    const auto csv = officer_.get("/desk/meetings/kp/m1/sent.csv");
    EXPECT_NE(csv.head.find("text/csv"), std::string::npos);
    EXPECT_TRUE(csv.says("\"2008-06-17\",\"17:00\",\"Agenda, minutes and reports\",\"By e-mail\""));
    EXPECT_TRUE(csv.says("\"2008-06-18\",\"12:00\",\"Reports for item 1\",\"By post\""));
}

TEST_F(Planning, a_late_item_waits_until_the_chairs_answer_is_recorded) {
    convene();
    add_own("Welcome");
    clock("18", "6", "9am");
    const auto asked = add_item({{"title", "Flood on the coast"},
                                 {"purpose", "noting"},
                                 {"by", "seat"},
                                 {"seat", "kp/20"},
                                 {"evidence", "e-mail"}});
    ASSERT_EQ(asked.status, 303) << asked.body;
    EXPECT_NE(asked.location.find("/late/2"), std::string::npos);
    EXPECT_TRUE(officer_.get("/desk").says("Item 2 waits for the Chair"));
    EXPECT_TRUE(officer_.get("/desk/meetings/kp/m1").says("Flood on the coast"));
    const auto path = std::string("/desk/meetings/kp/m1/late/2");
    EXPECT_EQ(officer_.post(path, {{"allowed", "yes"}}).status, 422);
    const auto answered = send(path, {{"allowed", "yes"},
                                      {"stock", "It came up after the last day for items"},
                                      {"reason", "The flood was on 17 June"},
                                      {"evidence", "telephone"}});
    EXPECT_TRUE(answered.says("Came after items had closed and was allowed as exceptional."));
    EXPECT_FALSE(officer_.get("/desk").says("Item 2 waits"));
    EXPECT_TRUE(officer_.get(path).says("does not wait for an answer"));
}

TEST_F(Planning, moving_a_meeting_shows_what_moves_with_it) {
    convene();
    clock("16", "6", "9am");
    circulate({{"things", "agenda"}, {"to", "all"}, {"how", "e-mail"}});
    const auto path = std::string("/desk/meetings/kp/m1/postpone");
    const auto page = officer_.get(path);
    FormFields fields = {{"to-day", "24"},
                         {"to-month", "6"},
                         {"to-year", "2008"},
                         {"to-time", "10am"},
                         {"step", "move"},
                         {"entry", hidden_value(page.body, "entry")},
                         {"position", hidden_value(page.body, "position")}};
    const auto shown = officer_.post(path, fields);
    EXPECT_EQ(shown.status, 200);
    EXPECT_TRUE(shown.says("Nothing is recorded yet."));
    EXPECT_TRUE(shown.says("They have gone out already. Sent six working days before"));
    fields.emplace_back("checked", hidden_value(shown.body, "checked"));
    const auto moved = officer_.post_and_follow(path, fields);
    EXPECT_TRUE(moved.says("Put off from"));
    const auto off = send("/desk/meetings/kp/m1/cancel", {{"reason", "No business"}});
    EXPECT_TRUE(off.says("The meeting was called off."));
    EXPECT_EQ(officer_.get(path).status, 409);
}

TEST_F(Planning, an_auditor_reads_the_workbench_and_changes_nothing) {
    convene();
    Browser auditor(served_, "kent-rehearsal");
    auditor.sign_in("auditor");
    const auto page = auditor.get("/desk/meetings/kp/m1");
    EXPECT_EQ(page.status, 200);
    EXPECT_FALSE(page.says("Edit the agenda"));
    EXPECT_EQ(auditor.get("/desk/meetings/kp/m1/agenda").status, 403);
    EXPECT_EQ(auditor.post("/desk/meetings/kp/m1/cancel", {}).status, 403);
    EXPECT_EQ(officer_.get("/desk/meetings/kp/m9").status, 404);
}

} // namespace quorate::web_tests
