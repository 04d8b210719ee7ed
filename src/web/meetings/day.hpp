#ifndef QUORATE_WEB_MEETINGS_DAY_HPP
#define QUORATE_WEB_MEETINGS_DAY_HPP
// What the parts of the meeting day page share: one visit, the page as foreseen, and the form that
// was sent last.

#include "views/meetings/day.hpp"
#include "web/desk/act_form.hpp"

namespace quorate::web {

/// The form that was sent last, when it did not go through.
struct DayState {
    std::string verb; ///< which form; empty: none
    std::string key;  ///< which of several of its kind: a seat
    FormState form = {};
    std::vector<views::DayMatch> matches = {}; ///< several may be meant by what was typed
};

/// A visit to a meeting's day: the sheet foreseen, read, and what the page says of it.
struct Day {
    const DeskVisit& visit;
    const partnership::Foresight& sheet;
    const views::Reader& reader; ///< on the foreseen state
    const views::MeetingDayPage& page;
    const DayState& state;
    bool item_asked = false; ///< the address names the item

    [[nodiscard]] html::Url here() const;
    [[nodiscard]] const std::string& meeting() const { return page.line.id; }
    /// The form of this verb and key is the one that was sent last.
    [[nodiscard]] bool sent(std::string_view verb, std::string_view key = {}) const;
    /// What was typed into its field, else what stands there at first.
    [[nodiscard]] std::string value(std::string_view verb, std::string_view name,
                                    std::string_view at_first = {},
                                    std::string_view key = {}) const;
    [[nodiscard]] html::ErrorList errors(std::string_view verb, std::string_view key = {}) const;
};

/// The id of a field on the page: "vote-for".
std::string day_id(std::string_view verb, std::string_view name, std::string_view key = {});

/// A key that leads to a part of the page, once a script shows it there. Officers may change or
/// turn off keys in their own browser.
struct DayKey {
    std::string_view id;    ///< of the shortcut: "arrive"
    std::string_view key;   ///< one letter, as delivered
    std::string_view words; ///< "Record an arrival"
};
/// The attributes that tell the script of it; nothing when there is no such key.
html::Attributes day_key(std::string_view id);

/// One form of the page.
struct DayForm {
    std::string verb = {};
    std::string words = {}; ///< of its button
    bool primary = false;
    std::string key = {};
    std::optional<std::int64_t> item = {};
    bool time = true;
    html::Html second = {}; ///< another button
};
/// The form with its hidden fields, its time box and its button.
html::Html day_form(const Day& day, const DayForm& form, const html::Part& content = {});
/// A form that is one small button: "Left".
html::Html day_button(const Day& day, std::string_view verb, std::string_view words,
                      std::string_view key, std::string_view about,
                      std::optional<std::int64_t> item = {});
/// What is not the next step: opens on demand, and by itself when its form did not go through.
html::Html day_more(const Day& day, std::string_view summary, const html::Html& content,
                    std::initializer_list<std::string_view> verbs);

// Fields of the page's forms, with what was typed and what is wrong.
html::Html day_text(const Day& day, std::string_view verb, std::string_view name,
                    std::string_view label, std::string_view hint = {}, int width = 0,
                    std::string_view at_first = {}, std::string_view key = {});
html::Html day_words(const Day& day, std::string_view verb, std::string_view name,
                     std::string_view label, std::string_view hint = {},
                     std::string_view at_first = {}, int rows = 3);
html::Html day_tick(const Day& day, std::string_view verb, std::string_view name,
                    std::string_view words, std::string_view key = {});
/// A seat, or several: by number, letters of a name, organisation or sector, or picked from the
/// list of those it may be.
struct DayWho {
    std::string_view name = "seat";
    std::string_view label = "Who?";
    std::string_view hint = {};
    views::DayAmong among = views::DayAmong::here;
    std::string at_first = {};
    html::Attributes attributes = {};
};
html::Html day_who(const Day& day, std::string_view verb, const DayWho& who);
/// The lists the fields of day_who() offer; once on a page.
html::Html day_lists(const Day& day);

/// The middle column: the meeting's next step, then the item in hand.
html::Html day_middle(const Day& day);
/// The forms of the meeting's course that are not its next step.
html::Html day_course(const Day& day);
/// One form of the item in hand by its verb.
html::Html day_item_form(const Day& day, std::string_view verb, bool primary);
/// The item in hand with its stages.
html::Html day_item_part(const Day& day, bool primary);
/// The right column.
html::Html day_room_part(const Day& day);
/// The attendance form, as the next step or to take it again.
html::Html day_attendance_form(const Day& day, bool primary);
/// Who takes the chair.
html::Html day_chair_form(const Day& day, bool primary);
/// Who may decide and what carries a vote, in a line; by name and with the reason on demand.
html::Html day_deciders(const Day& day);
/// The vote of the item in hand: by count, or by name.
html::Html day_vote_form(const Day& day, bool primary);
/// Voting on members' own devices, where the meeting chooses so.
html::Html day_ballot_part(const Day& day);
/// The log: what waits, with its ways back, and the newest of the record.
html::Html day_log_part(const Day& day);
/// The sheet at the door, as the page prints.
html::Html day_sheet(const Day& day);

/// The meeting's day is still to come by the machine's clock: nothing of it can be recorded yet.
bool day_to_come(const Day& day);
/// The instant in the time box of the form that was sent, on the day of the meeting. Nothing when
/// it is no time, is later than the machine's clock, or is more than a year after a practice
/// copy's; that is then in `state`.
std::optional<base::Instant> day_time(const Day& day, DayState& state);

/// Why what a form asks for comes into the record on a later day, where it does: the officer's own
/// words for the whole of the meeting, or that it was set down in time all the same.
std::string day_late_reason(const Day& day, const FormState& form);

/// What a form of the page asks for; nothing when something is wrong with it, which is then in
/// `state`, or when several may be meant.
std::vector<ActAsked> day_acts(const Day& day, DayState& state);

/// What a verb does to the sheet.
enum class Enters { nothing, before, after };
struct DayVerb {
    std::string_view name;
    Enters enters = Enters::nothing;
    bool text = false;              ///< a text or determination: refused when others were faster
    std::string_view part = "item"; ///< where its answer is shown
};
/// Null for a verb the page has not got.
const DayVerb* day_verb(std::string_view name);

/// The seats that what was typed means, as acts write them: "3,14". Nothing when it is empty, or
/// nobody or several fit; `problem` then says what to do, or is empty.
std::optional<std::string> day_seats_typed(const Day& day, views::DayAmong among,
                                           std::string_view typed, std::string& problem);

/// Everything a visit to the day needs, on the sheet as it stands now. Throws no_such_page().
struct DayVisit {
    DayVisit(const DeskVisit& desk, const http::Fields& asked, DayState given = {});
    [[nodiscard]] Day day(const DeskVisit& visit) const {
        return {visit, sheet, reader, page, state, item_asked};
    }

    partnership::Foresight sheet;
    views::Reader reader;
    DayState state;
    views::MeetingDayPage page;
    bool item_asked = false;
};

// Pages beside the day itself.
http::Response day_line_page(const DeskVisit& visit); ///< a line of the sheet, to put right
http::Response change_day_line(const DeskVisit& visit);
http::Response day_log_page(const DeskVisit& visit); ///< everything of the day in the record
http::Response day_correction_page(const DeskVisit& visit);
http::Response correct_day(const DeskVisit& visit);
http::Response kit_page(const DeskVisit& visit); ///< what goes into the room on paper

} // namespace quorate::web

#endif
