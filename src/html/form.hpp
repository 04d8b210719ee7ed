#ifndef QUORATE_HTML_FORM_HPP
#define QUORATE_HTML_FORM_HPP
// Forms as pages write them: the form itself, its fields with what is wrong beside each, its
// buttons. Everything is made of the GOV.UK components; what they can do beyond this is in
// html/govuk.
//
//     errors.summary(),
//     form({.action = url, .csrf = token},
//          date_field({.name = "date", .label = "Date of the meeting", .value = typed}, errors),
//          text_field({.name = "place", .label = "Place", .value = place}, errors),
//          button_row(submit_button("Convene meeting"), a(back, "Cancel")))

#include "base/time.hpp"
#include "html/html.hpp"

#include <optional>

namespace quorate::html {

// ---- What is wrong ----

/// What is wrong with one field and what to do, one sentence or two.
struct FieldError {
    std::string field = {}; ///< the id of the field; empty: of the form as a whole
    std::string message = {};
};

/// Everything wrong with a form. The fields ask it for their message by their id.
class ErrorList {
public:
    ErrorList() = default;
    /// `ErrorList{{"place", "Enter where the meeting is held."}}`
    ErrorList(std::initializer_list<FieldError> errors) : errors_(errors) {}

    void add(std::string_view field, std::string_view message);
    [[nodiscard]] bool empty() const { return errors_.empty(); }
    [[nodiscard]] const std::vector<FieldError>& all() const { return errors_; }
    [[nodiscard]] bool has(std::string_view field) const;
    /// The first message for the field; empty when nothing is wrong with it.
    [[nodiscard]] std::string_view message(std::string_view field) const;
    /// "There is a problem" with every message linked to its field; takes focus when the page
    /// loads, without a script. Nothing when nothing is wrong. Goes above the page's heading.
    [[nodiscard]] Html summary() const;

private:
    std::vector<FieldError> errors_;
};

// ---- The form ----

struct FormOptions {
    Url action;
    std::string csrf = {};  ///< the session's token, sent as "csrf"
    bool multipart = false; ///< for a form with a file_field()
    std::string id = {};
    std::string classes = {};
    Attributes attributes = {};
};

namespace detail {
Html form(const FormOptions& options, const Html& content);
Html search_form(const FormOptions& options, const Html& content);
Html button_row(const Html& buttons);
} // namespace detail

/// A form that is posted, always with the hidden field "csrf". The browser checks nothing itself
/// (novalidate): what is wrong is said by the page in its own words.
template <PartLike... P>
Html form(const FormOptions& options, const P&... content) {
    return detail::form(options, fragment(content...));
}
/// A form that only asks: its fields go into the address (GET), without "csrf".
template <PartLike... P>
Html search_form(const FormOptions& options, const P&... content) {
    return detail::search_form(options, fragment(content...));
}
/// A value sent with the form but not shown.
Html hidden(std::string_view name, std::string_view value);

// ---- Buttons ----

struct ButtonSettings {
    std::string name = {}; ///< sent when this button is the one pressed
    std::string value = {};
    std::optional<Url> action = {}; ///< posts the form to another address (formaction)
    std::string about = {}; ///< completes the words for a screen reader: "arrival of Seat 12"
    std::string key = {};   ///< its access key, one letter, shown on it: "A"
    std::string form = {};  ///< the id of a form the button stands outside of
    bool compact = false;   ///< small, for lists and the meeting day; 44 pixels high on a phone
    bool disabled = false;
    std::string classes = {};
    Attributes attributes = {};
};

/// The one thing to do next: a verb, "Convene meeting".
Html submit_button(std::string_view words, const ButtonSettings& settings = {});
/// Something else that can be done.
Html secondary_button(std::string_view words, const ButtonSettings& settings = {});
/// Something that is hard to take back.
Html warning_button(std::string_view words, const ButtonSettings& settings = {});
/// A link that looks like a button, for the start of a task; secondary with `classes =
/// "govuk-button--secondary"`. Of the settings: about, key, compact, classes, attributes.
Html link_button(std::string_view words, const Url& url, const ButtonSettings& settings = {});
/// Buttons and links in a row, under one another on a phone.
template <PartLike... P>
Html button_row(const P&... buttons) {
    return detail::button_row(fragment(buttons...));
}

struct HiddenField {
    std::string name = {};
    std::string value = {};
};
/// A form that is only a button: "Undo", "Record departure". Secondary and compact, in the line it
/// stands in.
Html button_form(const FormOptions& options, const std::vector<HiddenField>& fields,
                 std::string_view words, const ButtonSettings& settings = {});

// ---- Fields ----

enum class LabelSize { plain, s, m, l };

/// One line of text.
struct TextField {
    std::string name = {};
    Part label = {};
    Part hint = {};
    std::string value = {};
    std::string id = {}; ///< empty: the name
    LabelSize label_size = LabelSize::s;
    bool label_is_page_heading = false;
    std::string type = "text"; ///< or "email", "tel", "search"
    int width = 0;             ///< in characters: 2, 3, 4, 5, 10, 20 or 30; 0: the whole column
    std::string autocomplete = {};
    std::string inputmode = {}; ///< "numeric" for whole numbers
    Part prefix = {};
    Part suffix = {}; ///< such as "working days"
    std::optional<bool> spellcheck = {};
    Attributes attributes = {};
};
Html text_field(const TextField& field, const ErrorList& errors = {});

/// A time of day as text; the hint is "For example, 10:00am" unless another is given.
struct TimeField {
    std::string name = {};
    Part label = {};
    Part hint = "For example, 10:00am";
    std::string value = {};
    std::string id = {}; ///< empty: the name
    LabelSize label_size = LabelSize::s;
    Attributes attributes = {};
};
Html time_field(const TimeField& field, const ErrorList& errors = {});

/// A password; `autocomplete` is "new-password" where one is chosen.
struct PasswordField {
    std::string name = {};
    Part label = {};
    Part hint = {};
    std::string id = {}; ///< empty: the name
    LabelSize label_size = LabelSize::s;
    std::string autocomplete = "current-password";
    Attributes attributes = {};
};
Html password_field(const PasswordField& field, const ErrorList& errors = {});

/// Several lines of text.
struct TextArea {
    std::string name = {};
    Part label = {};
    Part hint = {};
    std::string value = {};
    std::string id = {}; ///< empty: the name
    LabelSize label_size = LabelSize::s;
    bool label_is_page_heading = false;
    int rows = 5;
    int characters_max = 0; ///< says how much it takes; 0: nothing is said
    Attributes attributes = {};
};
Html text_area(const TextArea& field, const ErrorList& errors = {});

/// One answer of a list.
struct Option {
    std::string value = {};
    Part label = {};
    Part hint = {};           ///< not in a select_field()
    std::string divider = {}; ///< a word before this answer, such as "or"
    bool disabled = false;
};

/// One answer of a few, all in sight (radios). The first answer's id is the field's.
struct Choice {
    std::string name = {};
    Part label = {}; ///< the question; empty: no fieldset
    Part hint = {};
    std::string value = {}; ///< the answer chosen; empty: none
    std::vector<Option> options = {};
    std::string id = {}; ///< empty: the name
    LabelSize label_size = LabelSize::s;
    bool label_is_page_heading = false;
    bool one_line = false; ///< side by side, for two short answers
    bool compact = false;  ///< smaller, for lists
};
Html choice(const Choice& field, const ErrorList& errors = {});

/// Any answers of a few (checkboxes), each sent under the one name.
struct ChooseMany {
    std::string name = {};
    Part label = {}; ///< the question; empty: no fieldset
    Part hint = {};
    std::vector<std::string> values = {}; ///< the answers ticked
    std::vector<Option> options = {};
    std::string id = {}; ///< empty: the name
    LabelSize label_size = LabelSize::s;
    bool label_is_page_heading = false;
    bool compact = false; ///< smaller, for lists
};
Html choose_many(const ChooseMany& field, const ErrorList& errors = {});

/// One of a list too long for choice().
struct SelectField {
    std::string name = {};
    Part label = {};
    Part hint = {};
    std::string value = {};
    std::vector<Option> options = {}; ///< labels without markup (assertion)
    std::string nothing_chosen = {};  ///< the words of a first, empty answer; empty: none
    std::string id = {};              ///< empty: the name
    LabelSize label_size = LabelSize::s;
    Attributes attributes = {};
};
Html select_field(const SelectField& field, const ErrorList& errors = {});

/// A date as it was typed, box by box.
struct DateValue {
    std::string day = {};
    std::string month = {};
    std::string year = {};

    static DateValue of(base::CivilDate date);
};

/// A date in three boxes sent as <name>-day, <name>-month and <name>-year. An error for the field's
/// id marks all three; one for <id>-day, <id>-month or <id>-year marks that box.
struct DateField {
    std::string name = {};
    Part label = {};
    Part hint = "For example, 1 7 2026";
    DateValue value = {};
    std::string id = {}; ///< empty: the name
    LabelSize label_size = LabelSize::s;
    bool label_is_page_heading = false;
};
Html date_field(const DateField& field, const ErrorList& errors = {});

/// A file; its form must be multipart.
struct FileField {
    std::string name = {};
    Part label = {};
    Part hint = {}; ///< types and size that are taken
    bool multiple = false;
    std::string accept = {}; ///< such as ".pdf,.docx"
    std::string id = {};     ///< empty: the name
    LabelSize label_size = LabelSize::s;
};
Html file_field(const FileField& field, const ErrorList& errors = {});

/// Fields that belong together under one question.
Html field_group(const Part& legend, const Part& content, LabelSize size = LabelSize::m);

} // namespace quorate::html

#endif
