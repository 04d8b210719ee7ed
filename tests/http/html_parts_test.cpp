// Our own parts: what they say, in which order, and what a screen reader and paper get.

#include "html/agenda_list.hpp"
#include "html/beside.hpp"
#include "html/desk_list.hpp"
#include "html/meeting_day.hpp"
#include "html/quorum_meter.hpp"
#include "html/timeline.hpp"

#include <gtest/gtest.h>
#include <set>

namespace quorate::html {

namespace {

bool holds(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

std::size_t count(const std::string& text, std::string_view part) {
    std::size_t out = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1))
        ++out;
    return out;
}

/// The words of the parts in the order given.
void expect_in_order(const std::string& text, std::initializer_list<std::string_view> parts) {
    std::size_t from = 0;
    for (std::string_view part : parts) {
        const std::size_t at = text.find(part, from);
        ASSERT_NE(at, std::string::npos) << part;
        from = at;
    }
}

} // namespace

TEST(progress, every_state_has_its_own_word_and_a_shape_nobody_reads_out) {
    std::set<std::string_view> words;
    for (Progress each :
         {Progress::done, Progress::done_late, Progress::now, Progress::soon, Progress::waiting,
          Progress::late, Progress::later, Progress::unknown, Progress::off}) {
        words.insert(word(each));
        const std::string out = progress_word(each).str();
        EXPECT_TRUE(holds(out, word(each)));
        EXPECT_TRUE(holds(out, "aria-hidden=\"true\""));
        EXPECT_TRUE(holds(out, "q-status--" + std::string(colour_class(each))));
    }
    EXPECT_EQ(words.size(), 9u);
    EXPECT_TRUE(holds(progress_word(Progress::done, "Papers <sent>").str(), "Papers &lt;sent&gt;"));
}

TEST(quorum_meter, says_the_word_first_at_every_count) {
    QuorumMeter meter{.present = 22,
                      .needed = 20,
                      .members = 40,
                      .words = "22 of 40 present. Quorum 20: two to spare."};
    EXPECT_EQ(quorum_state(meter), QuorumState::quorate);
    expect_in_order(quorum_meter(meter).str(), {"Quorate", "22 of 40 present", "<svg"});
    meter.present = 20;
    EXPECT_EQ(quorum_state(meter), QuorumState::exactly);
    EXPECT_TRUE(holds(quorum_meter(meter).str(), "none to spare"));
    meter.present = 19;
    EXPECT_EQ(quorum_state(meter), QuorumState::fewer);
    EXPECT_TRUE(holds(quorum_meter(meter).str(), "Not quorate"));
    meter.known = false;
    EXPECT_EQ(quorum_state(meter), QuorumState::unknown);
    EXPECT_TRUE(holds(quorum_meter(meter).str(), "Quorum not known"));
}

TEST(quorum_meter, draws_the_count_and_the_line_and_never_past_the_end) {
    const auto drawn = [](std::int64_t present, std::int64_t needed, std::int64_t members) {
        return quorum_meter(
                   {.present = present, .needed = needed, .members = members, .words = "w"})
            .str();
    };
    EXPECT_TRUE(holds(drawn(22, 20, 40), "viewBox=\"0 0 40 16\""));
    EXPECT_TRUE(holds(drawn(22, 20, 40), "q-quorum__present\" width=\"22\""));
    EXPECT_TRUE(holds(drawn(22, 20, 40), "d=\"M20 0V16\""));
    EXPECT_TRUE(holds(drawn(45, 20, 40), "q-quorum__present\" width=\"40\""));
    EXPECT_FALSE(holds(drawn(1, 50, 40), "q-quorum__line"));
    EXPECT_FALSE(holds(drawn(0, 0, 0), "q-quorum__bar"));
}

TEST(timeline, is_a_list_in_order_with_one_current_step) {
    const std::string out =
        timeline({{.name = "Convened", .state = Progress::done, .when = "Monday 2 June 2008"},
                  {.name = "Papers out",
                   .state = Progress::late,
                   .when = "by Tuesday 17 June; Monday 16 June is safe on either count",
                   .finding = "Sent nine working days before; 3.16 asks for ten."},
                  {.name = "Meeting", .state = Progress::now, .state_words = "4 working days left"},
                  {.name = "Approved", .state = Progress::now}},
                 "Deadlines")
            .str();
    EXPECT_TRUE(out.starts_with("<ol class=\"q-timeline\" aria-label=\"Deadlines\">"));
    expect_in_order(out, {"Convened", "Done", "Monday 2 June 2008", "Papers out", "Late",
                          "safe on either count", "3.16 asks for ten", "Meeting",
                          "4 working days left", "Approved"});
    EXPECT_EQ(count(out, "aria-current=\"step\""), 1u);
}

TEST(desk_list, says_when_what_state_and_one_button) {
    const std::string out = desk_list({{.due = "Today",
                                        .left = "1 working day late",
                                        .what = "Send the papers",
                                        .state = Progress::late,
                                        .button = a("/kent"_url, "Send papers")}},
                                      "This week")
                                .str();
    expect_in_order(out, {"aria-label=\"This week\"", "Today", "1 working day late",
                          "Send the papers", "Late", "<a "});
}

TEST(agenda_list, keeps_items_with_their_papers) {
    const std::string out =
        agenda_list(
            {{.number = "2",
              .title = "The year so far",
              .papers = {{.name = a("/p"_url, "The year so far"), .about = "PDF, 214 KB"}}}},
            "Agenda")
            .str();
    EXPECT_TRUE(holds(out, "<span class=\"govuk-visually-hidden\">Item </span>2"));
    EXPECT_TRUE(holds(out, "aria-label=\"Papers of item 2\""));
    EXPECT_TRUE(paper_list({}, "None").empty());
}

TEST(meeting_day, comes_item_first_and_prints_the_sheet_only) {
    const std::string out =
        meeting_day(
            {.above = h(1, "Kent"),
             .agenda = day_agenda({{.number = "4", .title = "Training", .current = true}}),
             .item = day_item({.number = "4",
                               .title = "Training",
                               .steps = {{"Discussion", Progress::done}, {"Vote", Progress::now}}},
                              p("Forms")),
             .room = day_people("Present", {{.name = "Seat 1"}, {.name = "Seat 2"}}),
             .log = day_log("Set down", {}),
             .sheet = attendance_sheet({.title = "Kent",
                                        .when = "1 July 2008.",
                                        .rows = {{.seat = "7", .who = "Chair"}}})})
            .str();
    expect_in_order(out, {"q-screen-only", "<h1", "Item 4", "aria-label=\"Steps of this item\"",
                          "aria-current=\"step\"", "Forms", "Present (2)", "Nothing has been set",
                          "aria-label=\"Agenda\"", "aria-current=\"true\"", "class=\"q-sheet\"",
                          "Signature", "Chair"});
    EXPECT_TRUE(day_people("Apologies", {}).empty());
}

TEST(done_banner, is_a_status_with_the_ruling_in_short_form) {
    const std::string out =
        done_banner({.words = "The papers were sent.",
                     .ruling = RulingPanel{.status = Status::breach_recorded,
                                           .sentence = "sent nine working days before.",
                                           .clauses = {{.number = "3.16", .quote = "Ten days"}}},
                     .next = "Go on."})
            .str();
    EXPECT_TRUE(holds(out, "role=\"status\""));
    EXPECT_FALSE(holds(out, "role=\"alert\""));
    expect_in_order(out, {"Done", "The papers were sent.", "Breach recorded:", "3.16", "Go on."});
    EXPECT_FALSE(holds(out, "<details"));
}

TEST(draft, marks_differences_in_words_too) {
    const std::string out = marked_lines({{LineMark::Kind::same, "One"},
                                          {LineMark::Kind::removed, "Two"},
                                          {LineMark::Kind::added, "Three"}})
                                .str();
    EXPECT_TRUE(holds(out, "<del><span class=\"govuk-visually-hidden\">Taken out: </span>Two"));
    EXPECT_TRUE(holds(out, "<ins><span class=\"govuk-visually-hidden\">Added: </span>Three"));
    EXPECT_TRUE(holds(draft_beside_facts("Draft", fact_groups({{"Attendance", {"22"}}})).str(),
                      "aria-label=\"Facts from the record\""));
}

} // namespace quorate::html
