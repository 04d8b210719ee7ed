#ifndef QUORATE_WEB_DESK_ACT_FORM_HPP
#define QUORATE_WEB_DESK_ACT_FORM_HPP
// Forms that make an act: from what was typed to a ruling, and back to the form with everything
// kept when it did not go through.

#include "base/json.hpp"
#include "html/form.hpp"
#include "web/desk/desk_visit.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

namespace quorate::web {

/// What a form shows: nothing typed yet, or what was typed with what is wrong.
struct FormState {
    http::Fields typed;
    html::ErrorList errors;
    std::optional<views::RulingShown> ruling; ///< why the rules said no
    std::vector<std::string> changed;         ///< what others recorded meanwhile
    std::string problem;                      ///< why it could not be recorded at all

    [[nodiscard]] bool fresh() const {
        return errors.empty() && !ruling && changed.empty() && problem.empty();
    }
    /// What was typed into a field, else what stands there at first.
    [[nodiscard]] std::string value(std::string_view name, std::string_view at_first = {}) const;
    [[nodiscard]] std::vector<std::string> values(std::string_view name) const;
    /// What was typed into the boxes of a date field, else the date.
    [[nodiscard]] html::DateValue date(std::string_view name,
                                       std::optional<base::CivilDate> at_first = {}) const;
};

/// A form as it was sent, nothing found wrong with it yet.
FormState typed_form(const DeskVisit& visit);

/// An act a form asks for. Fields are as the act table has them; every value may be a string.
struct ActAsked {
    std::string act;
    base::JsonObject fields;
    std::string made_by = {};  ///< empty: whoever is signed in
    std::string evidence = {}; ///< room, telephone, e-mail, letter; empty: their own sign-in
    std::optional<base::Instant> effective = {}; ///< empty: now
    /// Why it is entered on a later day than it took effect; empty: what the form's "late_reason"
    /// says. Asked for only then.
    std::string late_reason = {};
    /// Act field to form field, where they differ, so that an error stands beside the right one.
    std::map<std::string, std::string> shown_as = {};
    /// Refused when something else was recorded about the meeting or body since the form was made:
    /// for texts, the agenda's order and determinations.
    bool unless_changed = false;
    /// When set, the id of the act; else the form's own (a double press counts once).
    std::string entry = {};
};

struct ActTaken {
    std::int64_t position = 0;
    std::string verdict; ///< permitted or needs-discretion
    views::RulingShown ruling;
};

/// The submission a form asks for, or the form with its errors.
tl::expected<governance::Submission, FormState> read_act(const DeskVisit& visit,
                                                         const ActAsked& asked);
/// Records it. A refusal is recorded too and comes back as the form with its ruling.
tl::expected<ActTaken, FormState> submit_act(const DeskVisit& visit, const ActAsked& asked);
/// The ruling it would get, with what other readings would give; nothing is recorded.
tl::expected<views::RulingShown, FormState> preview_act(const DeskVisit& visit,
                                                        const ActAsked& asked);
/// The act as it would be made now from values a page knows itself: for showing what follows.
std::optional<views::RulingShown> foreseen(const DeskVisit& visit, const ActAsked& asked);

/// 303 to the page, which will show the notice of the entry.
http::Response done(const html::Url& to, std::int64_t position);
/// The notice of what was just recorded (?done=), with its ruling in short form; else nothing.
html::Html done_notice(const DeskVisit& visit);

/// The page of a form: 200 when fresh, 409 when others were faster, else 422.
http::Response form_page(const DeskVisit& visit, Content content, const FormState& state);
/// Goes above the heading: error summary, what changed meanwhile, the ruling panel.
html::Html form_problems(const DeskVisit& visit, const FormState& state);
/// The form's hidden fields beside csrf: the act's id, and the record it was made from.
html::Html act_hidden(const DeskVisit& visit);
/// `html::FormOptions` with action and csrf.
html::FormOptions form_to(const DeskVisit& visit, const html::Url& action, bool multipart = false);

/// A time of day as people type it: 10:00, 10am, 10.30am, 2:30 pm, 14:30, noon. Minutes after
/// midnight; fails saying how to write it.
base::Result<int> time_of_day(std::string_view typed);
/// The date in the boxes of `name`; nothing when they are empty. What is wrong goes into `errors`.
std::optional<base::CivilDate> date_typed(const http::Fields& form, std::string_view name,
                                          html::ErrorList& errors);
/// Date boxes and time box ("<name>-time") together, in the partnership's zone. A time without a
/// date is on the day of `now`; nothing when both are empty. For `name` "when" it must have
/// happened: not later than now, or in a practice copy not too_far_ahead(), and not before 1990.
std::optional<base::Instant> moment_typed(const DeskVisit& visit, std::string_view name,
                                          html::ErrorList& errors);
/// More than 400 days after now: a slip of the pen that a clock which only moves forward would
/// keep.
bool too_far_ahead(const DeskVisit& visit, base::Instant instant);
/// "It happened at another time": openable date and time boxes named "when", and the box of
/// late_reason_field().
html::Html when_fields(const DeskVisit& visit, const FormState& state);
/// "Why is it entered only now?": the field is "late_reason". Beside every date or time an act can
/// take effect at.
html::Html late_reason_field(const FormState& state);
/// "How do you know?": in the room, telephone, e-mail, letter; the field is "evidence".
html::Html evidence_field(const FormState& state);

} // namespace quorate::web

#endif
