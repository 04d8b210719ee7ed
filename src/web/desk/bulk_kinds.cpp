// What each kind of bulk task can be done for.

#include "partnership/workspace/letters.hpp"
#include "partnership/workspace/sheet.hpp"
#include "views/letters/letters.hpp"
#include "views/meetings/planning.hpp"
#include "views/meetings/workbench.hpp"
#include "views/membership/overview.hpp"
#include "web/desk/bulk.hpp"
#include "web/letters/letters.hpp"
#include "web/meetings/planning.hpp"
#include "web/parts.hpp"

#include <algorithm>
#include <array>

namespace quorate::web {

using namespace html;

namespace {

constexpr std::array<BulkKind, 7> kinds = {
    {{"notice", "Send the notice of a meeting to its members"},
     {"reminder", "Remind members who have not answered"},
     {"vacancies", "Write about every vacant seat"},
     {"apologies", "Record apologies of several members"},
     {"convene", "Convene every date of the year that has no meeting yet"},
     {"programme", "Set a year's dates for all bodies"},
     {"publish", "Publish approved minutes of several meetings"}}};

std::string asked(const DeskVisit& visit, std::string_view name) {
    const auto& fields = visit.form.has("kind") ? visit.form : visit.request.query;
    return std::string(fields.get(name).value_or("").substr(0, 100));
}

/// Meetings to come of which members can be told, soonest first.
std::vector<views::MeetingLine> meetings_to_come(const DeskVisit& visit) {
    auto out = visit.reader.meetings().to_come;
    std::erase_if(out, [](const views::MeetingLine& line) { return line.status != "convened"; });
    return out;
}

std::string meeting_words(const views::MeetingLine& line) {
    return line.body.name + ", " + base::words(line.at.local.date);
}

/// The meeting the task is about: the one asked for, or the only one. With several and none asked
/// for, links to choose from go into the intro.
std::optional<views::MeetingLine> choose_meeting(const DeskVisit& visit, BulkForm& form) {
    const auto wanted = asked(visit, "meeting");
    const auto lines = meetings_to_come(visit);
    for (const auto& line : lines) {
        if (line.id == wanted || (wanted.empty() && lines.size() == 1)) {
            form.kept.emplace_back("meeting", line.id);
            form.intro += p("Meeting: ", strong(meeting_words(line)), ".");
            return line;
        }
    }
    if (!wanted.empty()) {
        no_such_page();
    }
    form.nothing = "No meeting to come has been convened. Convene one first.";
    if (!lines.empty()) {
        std::vector<Html> items;
        for (const auto& line : lines) {
            items.push_back(li(a(new_bulk_url(visit.links, form.kind).query("meeting", line.id),
                                 meeting_words(line))));
        }
        form.intro += fragment(h(2, "Which meeting?"), ul(items));
        form.nothing = "Choose the meeting above.";
    }
    return std::nullopt;
}

partnership::BulkLine letter_line(const DeskVisit& visit, const views::LetterDraft& draft) {
    partnership::Letter letter;
    letter.kind = draft.kind;
    letter.body = draft.body.id;
    letter.seat = draft.seat;
    letter.meeting = draft.meeting;
    letter.about = draft.about;
    letter.to = draft.to;
    letter.actor = draft.actor;
    letter.address = draft.address;
    letter.subject = draft.subject;
    letter.text = draft.text;
    letter.how = draft.address.empty() ? "print" : "mail";
    letter.by = visit.who.session.account.name;
    letter.at = visit.now();
    partnership::BulkLine out;
    out.what = draft.to;
    out.kind = "letter";
    out.content = partnership::encode_letter(letter);
    return out;
}

using KeptLetters = std::vector<partnership::Letter>;

KeptLetters kept_letters(const DeskVisit& visit) {
    return partnership::kept_letters(visit.workspace).value_or(KeptLetters());
}

/// Says when somebody was last written to like this, and does not tick who was today.
void add_earlier(const DeskVisit& visit, const KeptLetters& kept,
                 const views::LetterAsked& asked_for, BulkForm& form, BulkChoice& choice) {
    const auto alike = [&](const partnership::Letter& letter) {
        return letter.kind == asked_for.kind && letter.seat == asked_for.seat &&
               letter.meeting == asked_for.meeting;
    };
    const auto earlier = std::find_if(kept.begin(), kept.end(), alike);
    const auto number = number_typed(form.written).value_or(0);
    form.written = std::to_string(number + std::count_if(kept.begin(), kept.end(), alike));
    if (earlier == kept.end()) {
        return;
    }
    const auto day = visit.partnership.zone().date_of(earlier->at);
    choice.hint = fragment(choice.hint, ". Written to like this on ", date(day), ".");
    choice.ticked = day != visit.reader.about().today;
}

void add_letter(const DeskVisit& visit, const KeptLetters& kept,
                const views::LetterAsked& asked_for, BulkForm& form) {
    const auto draft = views::letter_draft(visit.reader, asked_for);
    if (!draft) {
        return;
    }
    BulkChoice choice;
    choice.value = asked_for.seat;
    choice.what = draft->to;
    choice.hint = draft->address.empty() ? "No e-mail address is known: kept to be printed"
                                         : "By e-mail to " + draft->address;
    choice.line = letter_line(visit, *draft);
    add_earlier(visit, kept, asked_for, form, choice);
    form.choices.push_back(std::move(choice));
}

void add_sample(const DeskVisit& visit, BulkForm& form) {
    if (form.choices.empty()) {
        return;
    }
    const auto letter = partnership::parse_letter(form.choices.front().line.content);
    if (letter) {
        form.intro += fragment(
            p("Each gets its own letter, made from the record. The first, to ", letter->to, ":"),
            pre(cls("q-letter__sample"), letter->text));
    }
    if (const auto stays = nothing_leaves(visit); !stays.empty()) {
        form.intro += p(cls("q-quiet"), stays);
    }
}

/// Notices go to every member, reminders to those who have not answered.
void members_form(const DeskVisit& visit, BulkForm& form) {
    const bool reminder = form.kind == "reminder";
    form.heading = reminder ? "Send reminders" : "Send the notice of a meeting";
    form.question = reminder ? "Who is reminded?" : "Who gets the notice?";
    form.button = reminder ? "Send the reminders" : "Send the notices";
    const auto line = choose_meeting(visit, form);
    if (!line) {
        return;
    }
    form.task_title = (reminder ? "Reminders for " : "Notices of ") + meeting_words(*line);
    form.nothing = reminder ? "Everybody has answered." : "Nobody holds a seat on this body.";
    const auto page = views::workbench_page(visit.reader, line->id);
    std::vector<views::SeatShown> seats = page ? page->silent : std::vector<views::SeatShown>();
    if (page && !reminder) {
        for (const auto& answer : page->answers) {
            seats.push_back(answer.seat);
        }
    }
    std::sort(seats.begin(), seats.end(),
              [](const auto& a, const auto& b) { return a.number < b.number; });
    const auto kept = kept_letters(visit);
    for (const auto& seat : seats) {
        add_letter(visit, kept, {form.kind, seat.id, line->id, {}, origin_of_letters(visit)}, form);
    }
    add_sample(visit, form);
}

void vacancies_form(const DeskVisit& visit, BulkForm& form) {
    form.heading = "Write about every vacant seat";
    form.question = "Which seats?";
    form.button = "Write the letters";
    form.task_title = "Letters about vacant seats";
    form.nothing = "No seat that is known of is vacant.";
    const auto body = asked(visit, "body");
    form.kept.emplace_back("body", body);
    const auto kept = kept_letters(visit);
    const auto overview = views::membership_overview(visit.reader);
    for (const auto& line : overview ? overview->vacancies : std::vector<views::VacancyShown>()) {
        if (!body.empty() && line.body.id != body) {
            continue;
        }
        const auto before = form.choices.size();
        add_letter(visit, kept, {"vacancy", line.seat.id, {}, {}, origin_of_letters(visit)}, form);
        if (form.choices.size() > before) {
            auto& choice = form.choices.back();
            choice.what = "Seat " + std::to_string(line.seat.number) + " of " + line.body.name +
                          ": " + choice.what;
            choice.line.what = choice.what;
        }
    }
    add_sample(visit, form);
}

/// The ruling an act would get, as a hint.
Part ruling_hint(const DeskVisit& visit, const ActAsked& act) {
    const auto ruling = foreseen(visit, act);
    return ruling ? Part(fragment(status_word(status_of(ruling->verdict, ruling->breach)), ": ",
                                  ruling->sentence))
                  : Part();
}

void add_act(const DeskVisit& visit, const ActAsked& act, BulkChoice choice, BulkForm& form,
             FormState& state) {
    auto line = act_line(visit, act, choice.what);
    if (!line) {
        for (const auto& error : line.error().errors.all()) {
            if (!state.errors.has(error.field)) {
                state.errors.add(error.field, error.message);
            }
        }
        return;
    }
    choice.line = std::move(*line);
    form.choices.push_back(std::move(choice));
}

void apologies_form(const DeskVisit& visit, BulkForm& form, FormState& state) {
    form.heading = "Record apologies of several members";
    form.question = "Who sent apologies?";
    form.button = "Record the apologies";
    form.all_ticked = false;
    const auto line = choose_meeting(visit, form);
    if (!line) {
        return;
    }
    form.task_title = "Apologies for " + meeting_words(*line);
    form.nothing = "Nobody holds a seat on this body.";
    form.fields = when_fields(visit, state);
    const auto effective = moment_typed(visit, "when", state.errors);
    const auto page = views::workbench_page(visit.reader, line->id);
    std::vector<std::pair<views::SeatShown, std::string>> seats;
    for (const auto& seat : page ? page->silent : std::vector<views::SeatShown>()) {
        seats.emplace_back(seat, "Has not answered");
    }
    for (const auto& answer : page ? page->answers : std::vector<views::Answer>()) {
        if (!answer.words.starts_with("Apologies")) {
            seats.emplace_back(answer.seat, answer.words);
        }
    }
    std::sort(seats.begin(), seats.end(),
              [](const auto& a, const auto& b) { return a.first.number < b.first.number; });
    for (const auto& [seat, words] : seats) {
        ActAsked act{.act = "record-apologies", .fields = {}, .made_by = "servicing"};
        act.fields["meeting"] = line->id;
        act.fields["seats"] = std::to_string(seat.number);
        act.effective = effective;
        BulkChoice choice;
        choice.value = seat.id;
        choice.what = "Seat " + std::to_string(seat.number) +
                      (seat.holders.empty() ? "" : ": " + views::seat_words(seat));
        choice.hint = words;
        add_act(visit, act, std::move(choice), form, state);
    }
}

void convene_form(const DeskVisit& visit, BulkForm& form, FormState& state) {
    const auto year = year_asked_for(visit);
    const auto only = asked(visit, "body");
    form.heading = "Convene the year's programme";
    form.question = "Which dates?";
    form.button = "Convene the meetings";
    form.task_title = "Meetings of " + std::to_string(year) + " convened";
    form.nothing = "Every date of the programme of " + std::to_string(year) +
                   " has its meeting, or no dates are set.";
    form.kept = {{"year", std::to_string(year)}, {"body", only}};
    form.intro = p("Dates of ", strong(year), " that are in a programme and not convened.");
    form.fields = text_field({.name = "place",
                              .label = "Place, if it is the same for all",
                              .hint = "You can leave it empty and say it on each agenda.",
                              .value = state.value("place")},
                             state.errors);
    for (const auto& body : visit.reader.bodies()) {
        const auto page = views::programme_page(visit.reader, body.id, year);
        if (!page || (!only.empty() && only != body.id)) {
            continue;
        }
        std::vector<views::ProgrammeDate> dates;
        std::copy_if(page->dates.begin(), page->dates.end(), std::back_inserter(dates),
                     [](const auto& date) { return date.may_convene && !date.given_up; });
        const auto ids = views::next_meeting_ids(visit.reader, body.id, dates.size());
        for (std::size_t i = 0; i < dates.size(); ++i) {
            ActAsked act{.act = "convene-meeting", .fields = {}};
            act.fields["meeting"] = ids[i];
            act.fields["at"] = base::text(dates[i].at.instant);
            act.fields["place"] = state.value("place");
            if (page->length) {
                act.fields["length"] = *page->length;
            }
            BulkChoice choice;
            choice.value = body.id + " " + base::text(dates[i].at.instant);
            choice.what = body.name + ", " + base::words(dates[i].at.local.date) + " at " +
                          base::clock_words(dates[i].at.local.minute);
            choice.hint = ruling_hint(visit, act);
            add_act(visit, act, std::move(choice), form, state);
        }
    }
}

void publish_form(const DeskVisit& visit, BulkForm& form, FormState& state) {
    form.heading = "Publish approved minutes";
    form.question = "Of which meetings?";
    form.button = "Publish the minutes";
    form.task_title = "Approved minutes published";
    form.nothing = "No approved minutes wait to be published.";
    for (const auto& line : visit.reader.meetings().past) {
        const auto tasks = views::meeting_tasks(visit.reader, line.id);
        const auto done = [&](std::string_view key) {
            return std::any_of(tasks.begin(), tasks.end(), [&](const views::MeetingTask& task) {
                return task.key == key && task.state == "done";
            });
        };
        if (!done("approve-minutes") || done("publish-approved")) {
            continue;
        }
        ActAsked act{.act = "publish-minutes", .fields = {}};
        act.fields["meeting"] = line.id;
        BulkChoice choice;
        choice.value = line.id;
        choice.what = meeting_words(line);
        choice.hint = ruling_hint(visit, act);
        add_act(visit, act, std::move(choice), form, state);
    }
}

} // namespace

std::span<const BulkKind> bulk_kinds() {
    return kinds;
}

std::optional<BulkForm> bulk_form(const DeskVisit& visit, std::string_view kind, FormState& state) {
    BulkForm form;
    form.kind = kind;
    if (kind == "notice" || kind == "reminder") {
        members_form(visit, form);
    } else if (kind == "vacancies") {
        vacancies_form(visit, form);
    } else if (kind == "apologies") {
        apologies_form(visit, form, state);
    } else if (kind == "convene") {
        convene_form(visit, form, state);
    } else if (kind == "publish") {
        publish_form(visit, form, state);
    } else {
        return std::nullopt;
    }
    return form;
}

tl::expected<partnership::BulkLine, FormState>
act_line(const DeskVisit& visit, const ActAsked& asked_for, std::string what) {
    const auto submission = read_act(visit, asked_for);
    if (!submission) {
        return tl::unexpected(submission.error());
    }
    partnership::BulkLine out;
    out.what = std::move(what);
    out.kind = "act";
    out.own_time = asked_for.effective.has_value();
    out.content = partnership::encode_submission(*submission);
    return out;
}

} // namespace quorate::web
