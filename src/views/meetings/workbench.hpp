#ifndef QUORATE_VIEWS_MEETINGS_WORKBENCH_HPP
#define QUORATE_VIEWS_MEETINGS_WORKBENCH_HPP
// The meeting workbench: everything the secretariat needs of one meeting before and after its day.

#include "views/meetings/papers.hpp"
#include "views/meetings/timeline.hpp"

namespace quorate::views {

/// An item as the agenda's editor shows it.
struct AgendaLine {
    std::int64_t number = 0;
    std::int64_t place = 0; ///< from 1, in the order of the agenda
    std::string title;
    std::string purpose;       ///< decision, noting, information, discussion, minutes
    std::string purpose_words; ///< "For decision"
    std::string asked_by;      ///< "the secretariat", "Seat 9, Public sector"
    Moment notified;
    std::vector<std::string> remarks; ///< late, put off, the minutes of which meeting
    std::string status;               ///< on-agenda, taken, withdrawn, deferred …
    std::string status_words;         ///< empty while it is simply on the agenda
    bool may_change = false;          ///< it can be taken off or put off before the meeting
    std::vector<PaperShown> papers;
};
BOOST_DESCRIBE_STRUCT(AgendaLine, (),
                      (number, place, title, purpose, purpose_words, asked_by, notified, remarks,
                       status, status_words, may_change, papers))

/// Something asked for that waits for somebody's leave.
struct AwaitedShown {
    std::int64_t position = 0; ///< of its entry
    std::string act;
    std::optional<std::int64_t> item;
    std::string title; ///< of a late item
    std::string purpose_words;
    std::string asked_by;
    Moment asked;
    std::string holder; ///< "the Chair"
    std::string office; ///< "chair": as whom the answer is recorded
    std::string clause;
    RulingShown ruling;
    std::string disputed; ///< that an answer on record is disputed; empty where none is
};
BOOST_DESCRIBE_STRUCT(AwaitedShown, (),
                      (position, act, item, title, purpose_words, asked_by, asked, holder, office,
                       clause, ruling, disputed))

/// What is known of one member's coming.
struct Answer {
    SeatShown seat;
    std::string words; ///< "Apologies", "Apologies; a substitute comes: Ann Example"
};
BOOST_DESCRIBE_STRUCT(Answer, (), (seat, words))

/// A partner whose interests some item concerns.
struct AffectedPartner {
    Named organisation;
    std::string words; ///< "Items 3 and 5"
};
BOOST_DESCRIBE_STRUCT(AffectedPartner, (), (organisation, words))

struct WorkbenchPage {
    MeetingLine line;
    bool programmed = true;
    bool open_for_change = false; ///< before the meeting is held: agenda, papers, date
    std::vector<Moment> postponed_from;
    std::vector<TimelinePoint> timeline;
    std::vector<MeetingTask> tasks;
    std::vector<AgendaLine> agenda;
    std::vector<PaperShown> whole; ///< papers for the meeting as a whole
    std::vector<AwaitedShown> awaited;
    std::vector<Answer> answers;   ///< apologies and substitutes
    std::vector<SeatShown> silent; ///< who has not answered
    std::int64_t members = 0;
    std::vector<CirculationShown> sent;
    std::int64_t unsent_papers = 0;
    std::vector<AffectedPartner> affected;
};
BOOST_DESCRIBE_STRUCT(WorkbenchPage, (),
                      (line, programmed, open_for_change, postponed_from, timeline, tasks, agenda,
                       whole, awaited, answers, silent, members, sent, unsent_papers, affected))

/// For the secretariat and auditors; nothing for other viewers or no such meeting.
std::optional<WorkbenchPage> workbench_page(const Reader& reader, std::string_view meeting);

/// A late item that waits; nothing when there is none of that number.
std::optional<AwaitedShown> awaited_item(const Reader& reader, std::string_view meeting,
                                         std::int64_t item);

/// Meetings whose minutes an item of this meeting may put forward: of the same body, held before
/// it and not approved.
std::vector<Named> minutes_to_approve(const Reader& reader, std::string_view meeting);
/// Later meetings of the body that an item may be put off to.
std::vector<Named> later_meetings(const Reader& reader, std::string_view meeting);

/// A seat for a list to choose from.
struct SeatChoice {
    std::string id; ///< kp/9
    std::string words;
};
BOOST_DESCRIBE_STRUCT(SeatChoice, (), (id, words))
/// The seats of a body somebody holds now.
std::vector<SeatChoice> seat_choices(const Reader& reader, std::string_view body);

/// "For decision", from a purpose as written.
std::string purpose_words(std::string_view purpose);

} // namespace quorate::views

#endif
