#ifndef QUORATE_HTML_MEETING_DAY_HPP
#define QUORATE_HTML_MEETING_DAY_HPP
// Meeting day: the agenda, the item in hand and the room beside one another on a wide screen; the
// item, the room, the log and the agenda under one another on a narrow one. It prints as the
// attendance sheet.

#include "html/progress.hpp"

#include <optional>

namespace quorate::html {

struct MeetingDayLayout {
    Part above = {};            ///< heading and state; the whole width
    Part said = {};             ///< what was just set down
    Part agenda = {};           ///< day_agenda()
    Part item = {};             ///< day_item() and its forms
    Part room = {};             ///< quorum_meter(), search box, day_people()
    Part log = {};              ///< day_log()
    Part sheet = {};            ///< attendance_sheet(): only on paper
    Attributes attributes = {}; ///< of the whole, for the page's script
};
Html meeting_day(const MeetingDayLayout& parts);

struct DayAgendaItem {
    std::string number = {};
    Part title = {};
    std::optional<Url> href = {};
    Progress state = Progress::later;
    Part state_words = {}; ///< "Noted"; empty: nothing is said
    bool current = false;  ///< the one in the middle of the page
};
Html day_agenda(const std::vector<DayAgendaItem>& items);

/// The steps of an item: declarations, discussion, proposal …
struct DayStep {
    Part words = {};
    Progress state = Progress::later;
};

struct DayItemHead {
    std::string number = {};
    Part title = {};
    Part about = {}; ///< "For decision. Being taken since 10:30am."
    std::vector<DayStep> steps = {};
};
/// The item in hand, large, with `content` under it.
Html day_item(const DayItemHead& head, const Part& content);

struct DayPerson {
    Part name = {};  ///< "Seat 21, public sector"
    Part about = {}; ///< "from 10:20am; substitute"
    Part buttons = {};
};
/// People under a heading with their number: "Present (22)". Nothing when there are none.
Html day_people(std::string_view heading, const std::vector<DayPerson>& people);

struct DayLogRow {
    Part time = {};
    Part words = {};
    Part ruling = {}; ///< a status_word() or a ruling in short form; empty: nothing to say
    Part undo = {};   ///< a button_form(); empty: it is in the record
};
/// What was set down, newest first, under `heading`.
Html day_log(std::string_view heading, const std::vector<DayLogRow>& rows);

struct SheetRow {
    std::string seat = {}; ///< "7"
    Part who = {};
    Part arrived = {}; ///< empty: a space to write in
    Part left = {};
};
struct AttendanceSheet {
    Part title = {};  ///< the body
    Part when = {};   ///< date, time and place
    Part quorum = {}; ///< "Quorum 20 of 40."
    std::vector<SheetRow> rows = {};
};
/// The sheet that is signed at the door. Where a page has one, it is all that prints.
Html attendance_sheet(const AttendanceSheet& sheet);

} // namespace quorate::html

#endif
