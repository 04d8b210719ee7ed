// A meeting as a member or a substitute has it: whether they come, who comes in their place.

#include "base/text.hpp"
#include "base/uuid.hpp"
#include "html/govuk/details.hpp"
#include "html/markdown.hpp"
#include "html/progress.hpp"
#include "views/desk/entry_place.hpp"
#include "views/desk/own_overlaps.hpp"
#include "views/minutes/document.hpp"
#include "web/desk/member_parts.hpp"
#include "web/desk/substitute.hpp"
#include "web/minutes/minutes_parts.hpp"
#include "web/parts.hpp"

namespace quorate::web {

using namespace html;

namespace {

std::string fresh_id() {
    return base::random_uuid_v7(base::system_now());
}

Url here(const DeskVisit& visit, const views::OwnMeeting& meeting) {
    return visit.links.own_meeting(meeting.line.id);
}

/// The desk after an act, or the form again.
http::Response after(const DeskVisit& visit, const tl::expected<ActTaken, FormState>& taken,
                     http::Response (*again)(const DeskVisit&, const views::OwnMeeting&,
                                             const FormState&)) {
    return taken ? done(visit.links.desk(), taken->position)
                 : again(visit, meeting_asked(visit), taken.error());
}

// ---- Whether they come ----

ButtonSettings answering(std::string_view answer) {
    return {.name = "answer", .value = std::string(answer)};
}

Html answer_buttons(const DeskVisit& visit, const views::OwnMeeting& meeting) {
    const bool open = meeting.coming == "nothing-said";
    Html buttons;
    if (meeting.coming != "coming") {
        const auto words = meeting.coming == "substitute"  ? "I will come myself"
                           : meeting.coming == "apologies" ? "I will come after all"
                                                           : "Yes, I will come";
        buttons += open ? submit_button(words, answering("coming"))
                        : secondary_button(words, answering("coming"));
    }
    if (meeting.coming != "apologies") {
        const auto words = meeting.seat.stands_in || meeting.coming == "nothing-said"
                               ? "Apologies"
                               : "Send apologies after all";
        buttons += secondary_button(words, answering("apologies"));
    }
    if (meeting.substitutes && !meeting.seat.stands_in) {
        buttons += link_button(
            meeting.coming == "substitute" ? "Change your substitute" : "Send a substitute",
            here(visit, meeting).slash("substitute").query("seat", meeting.seat.seat.id),
            {.classes = "govuk-button--secondary"});
    }
    auto options = form_to(visit, here(visit, meeting).slash("answer"));
    options.classes = "q-answer";
    return form(options, act_hidden(visit), hidden("seat", meeting.seat.seat.id),
                hidden("withdrawal", fresh_id()), button_row(buttons));
}

http::Response show_own_meeting(const DeskVisit& visit, const views::OwnMeeting& meeting,
                                const FormState& state);

/// Apologies from a member who named a substitute: nobody comes, so the name is taken back first.
std::optional<FormState> take_name_back(const DeskVisit& visit, const views::OwnMeeting& meeting) {
    if (meeting.seat.stands_in || meeting.coming != "substitute") {
        return std::nullopt;
    }
    auto asked = own_act(meeting, "withdraw-substitute");
    asked.fields["seat"] = meeting.seat.seat.id;
    const auto id = visit.form.get("withdrawal").value_or("");
    asked.entry = base::is_uuid_v7(id) ? std::string(id) : fresh_id();
    const auto taken = submit_act(visit, asked);
    return taken ? std::nullopt : std::optional(taken.error());
}

// ---- A meeting's own page ----

Html item_line(const DeskVisit& visit, const views::OwnMeeting& meeting,
               const views::DeclarableItem& item) {
    const auto declare =
        here(visit, meeting).slash("declare").query("item", std::to_string(item.number));
    Html line = fragment(item.number, ". ", item.title);
    if (item.withdrawn) {
        return li(line, br(), progress_word(Progress::off, "Not to be taken at this meeting"));
    }
    for (const auto& match : item.matches) {
        line += fragment(br(), span(cls("q-quiet"), "It may touch your entry “", match.nature,
                                    "”. ", match.why));
    }
    if (item.declared) {
        line += fragment(br(), item.standing);
    } else if (!item.matches.empty()) {
        line += fragment(br(),
                         a(declare, "Declare an interest", hidden_text(" in item ", item.number)));
    }
    return li(line);
}

Html agenda(const DeskVisit& visit, const views::OwnMeeting& meeting) {
    if (meeting.items.empty()) {
        return fragment(h(2, "Agenda"), nothing_here("The agenda has no items yet. You can ask "
                                                     "for one."));
    }
    std::vector<Html> items;
    bool matched = false;
    for (const auto& item : meeting.items) {
        items.push_back(item_line(visit, meeting, item));
        matched = matched || (!item.matches.empty() && !item.withdrawn);
    }
    Html out = fragment(h(2, "Agenda"), plain_list(cls("q-lines"), items));
    if (!matched && !meeting.seat.stands_in) {
        out += p(cls("q-quiet"), "We found no match with your register of interests; you must "
                                 "still declare an interest you have.");
    }
    return out;
}

Html things_to_do(const DeskVisit& visit, const views::OwnMeeting& meeting) {
    const auto url = here(visit, meeting);
    const auto count = views::reading_count(visit.reader, meeting.line.id);
    std::vector<Html> items{
        li(a(url.slash("read"), "Read the papers"), " ",
           span(cls("q-quiet"),
                count.papers == 0 ? "None has been sent yet." : papers_words(count))),
        li(a(url.slash("item"), "Ask for an item"), " ",
           span(cls("q-quiet"), meeting.items_words, " ",
                meeting.items_clause.empty()
                    ? Html()
                    : clause_link(visit.links, meeting.line.body.id, meeting.items_clause))),
        li(a(url.slash("meeting.ics"), "Add to your calendar")),
        li(a(visit.links.meeting(meeting.line.id), "The meeting's public page"))};
    if (!meeting.items.empty()) {
        items.insert(items.begin() + 1, li(a(url.slash("declare"), "Declare an interest")));
    }
    return plain_list(cls("q-own-links"), items);
}

/// The same meeting as the viewer's other seats have it.
Html other_seats(const DeskVisit& visit, const views::OwnMeeting& meeting) {
    Html out;
    for (const auto& each : views::own_meetings(visit.reader, meeting.line.id)) {
        if (each.seat.seat.id != meeting.seat.seat.id) {
            out += p("You also act for seat ", each.seat.seat.number, ". ", each.coming_words, " ",
                     a(here(visit, each).query("seat", each.seat.seat.id), "Answer for that seat"));
        }
    }
    return out;
}

bool called_off(const views::OwnMeeting& meeting) {
    return meeting.line.status == "cancelled";
}

/// A meeting that is over: what there is to read, and what can still be put right.
Html once_held(const DeskVisit& visit, const views::OwnMeeting& meeting) {
    const auto url = here(visit, meeting);
    const auto count = views::reading_count(visit.reader, meeting.line.id);
    std::vector<Html> items{
        li(a(url.slash("read"), "Read the papers"), " ",
           span(cls("q-quiet"),
                count.papers == 0 ? std::string("None was sent.") : papers_words(count)))};
    if (views::minutes_document(visit.reader, meeting.line.id)) {
        items.push_back(li(a(minutes_document_url(visit.links, meeting.line.id), "The minutes")));
        items.push_back(
            li(a(url.slash("minutes").slash("correct"), "Ask for a correction to the minutes")));
    }
    items.push_back(li(a(visit.links.meeting(meeting.line.id), "The meeting's public page")));
    return fragment(plain_list(cls("q-own-links"), items), p(back_to_desk(visit)));
}

/// Nothing is left to answer, ask for or declare.
Html links_once_called_off(const DeskVisit& visit, const views::OwnMeeting& meeting) {
    return fragment(
        plain_list(cls("q-own-links"),
                   std::vector<Html>{
                       li(a(here(visit, meeting).slash("meeting.ics"), "Take it off your calendar"),
                          " ", span(cls("q-quiet"), "A file that marks it as called off.")),
                       li(a(visit.links.meeting(meeting.line.id), "The meeting's public page"))}),
        p(back_to_desk(visit)));
}

http::Response show_own_meeting(const DeskVisit& visit, const views::OwnMeeting& meeting,
                                const FormState& state) {
    const Html content = called_off(meeting)
                             ? fragment(p(progress_word(Progress::off, meeting.line.status_words)),
                                        links_once_called_off(visit, meeting))
                         : meeting.line.status == "closed"
                             ? fragment(p(progress_word(Progress::done, meeting.line.status_words)),
                                        once_held(visit, meeting))
                             : fragment(p(coming_word(meeting)), overlap_words(visit, meeting),
                                        answer_of(visit, meeting), other_seats(visit, meeting),
                                        things_to_do(visit, meeting), agenda(visit, meeting),
                                        p(back_to_desk(visit)));
    return own_page(visit, meeting, "Your meeting", content, state);
}

// ---- A substitute ----

Html substitute_conditions(const DeskVisit& visit, const views::OwnMeeting& meeting) {
    Html out;
    for (const auto& words : meeting.substitutes_words) {
        out += p(words, " ",
                 clause_link(visit.links, meeting.line.body.id, meeting.substitutes_clause));
    }
    if (meeting.substitute_by) {
        out += p(
            strong(meeting.substitute_late ? "The last moment was " : "The last moment is before "),
            strong(date_and_time(meeting.substitute_by->local)), strong("."));
    } else {
        out += p("The terms set no last moment. Name them before they come.");
    }
    return out;
}

Html name_fields(const DeskVisit& visit, const FormState& state,
                 const std::vector<views::PersonChoice>& known) {
    const bool practice = visit.reader.about().kind == "rehearsal";
    Html out = text_field({.name = "name",
                           .label = "Who comes in your place",
                           .hint = practice ? "This is a practice copy: use a made-up name."
                                            : "Their name, as it is to stand in the minutes.",
                           .value = state.value("name"),
                           .autocomplete = "off"},
                          state.errors);
    if (known.empty()) {
        return out;
    }
    std::vector<Option> options;
    for (const auto& person : known) {
        options.push_back({.value = person.id, .label = person.words});
    }
    options.push_back({.value = "new", .label = "Somebody else of that name"});
    return fragment(out, choice({.name = "person",
                                 .label = "Is it somebody in the register?",
                                 .value = state.value("person"),
                                 .options = options},
                                state.errors));
}

http::Response show_substitute(const DeskVisit& visit, const views::OwnMeeting& meeting,
                               const FormState& state) {
    constexpr std::string_view title = "Send a substitute";
    if (!meeting.substitutes) {
        return own_page(visit, meeting, title,
                        fragment(p("The terms of reference of this body provide for no "
                                   "substitutes. You can send apologies."),
                                 p(back_to_desk(visit))),
                        state);
    }
    const auto to = form_to(visit, here(visit, meeting).slash("substitute"));
    Html content = substitute_conditions(visit, meeting);
    if (meeting.substitute_late) {
        content += p("Somebody named now may be refused as your substitute. They can still ask to "
                     "attend as a visitor: tell the secretariat.");
    }
    if (meeting.coming == "substitute") {
        content += p(meeting.coming_words, " ", meeting.substitute_words);
        content += button_form(
            to, {{"take_back", "yes"}, {"seat", meeting.seat.seat.id}, {"entry", fresh_id()}},
            "Take the name back");
        content += h(2, "Name someone else");
    }
    const auto known = state.value("name").empty()
                           ? std::vector<views::PersonChoice>{}
                           : views::people_called(visit.reader, state.value("name"));
    content += form(to, act_hidden(visit), substitute_hidden(state),
                    hidden("seat", meeting.seat.seat.id), name_fields(visit, state, known),
                    button_row(submit_button("Send this substitute"), back_to_desk(visit)));
    return own_page(visit, meeting, title, content, state);
}

http::Response take_back(const DeskVisit& visit, const views::OwnMeeting& meeting) {
    auto asked = own_act(meeting, "withdraw-substitute");
    asked.fields["seat"] = meeting.seat.seat.id;
    return after(visit, submit_act(visit, asked), show_substitute);
}

tl::expected<ActTaken, FormState>
name_known(const DeskVisit& visit, const views::OwnMeeting& meeting, const std::string& person) {
    auto asked = own_act(meeting, "nominate-substitute");
    asked.fields["seat"] = meeting.seat.seat.id;
    asked.fields["person"] = person;
    asked.shown_as = {{"person", "name"}};
    return submit_act(visit, asked);
}

tl::expected<ActTaken, FormState> name_new(const DeskVisit& visit, const views::OwnMeeting& meeting,
                                           std::string name) {
    return name_substitute(visit, {.meeting = meeting.line.id,
                                   .seat = meeting.seat.seat.id,
                                   .name = std::move(name),
                                   .made_by = meeting.seat.actor,
                                   .registered_by = meeting.seat.actor});
}

} // namespace

Html coming_word(const views::OwnMeeting& meeting) {
    const auto words = meeting.coming_words +
                       (meeting.substitute_words.empty() ? "" : " " + meeting.substitute_words);
    return progress_word(meeting.coming == "coming"         ? Progress::done
                         : meeting.coming == "nothing-said" ? Progress::waiting
                         : meeting.coming == "substitute"   ? Progress::done
                                                            : Progress::off,
                         words);
}

Html broken_off_words(const views::OwnMeeting& meeting) {
    if (!meeting.broken_off) {
        return {};
    }
    return p(strong("It was broken off."), " ",
             meeting.goes_on
                 ? fragment("It goes on at ", date_and_time(meeting.goes_on->local), ".")
                 : text("When it goes on is not set yet."));
}

Html overlap_words(const DeskVisit& visit, const views::OwnMeeting& meeting) {
    const auto others = views::overlaps_of(visit.reader, meeting);
    if (others.empty()) {
        return {};
    }
    Html links;
    bool both = false;
    bool assumed = false;
    for (const auto& other : others) {
        assumed = assumed || other.assumed;
        links +=
            fragment(links.empty() ? "" : "; ",
                     a(visit.links.own_meeting(other.line.id).query("seat", other.seat),
                       other.line.body.name, ", ", base::clock_words(other.begins.local.minute)));
        both = both || other.both;
    }
    return p(strong(assumed ? "It may overlap with " : "It overlaps with ",
                    others.size() == 1 ? "another meeting of yours: " : "other meetings of yours: "),
             links, ".", assumed ? " Two hours are assumed where no end is set." : "",
             both ? " You have said that you will come to both. Send apologies to one of them, or "
                    "a substitute where its terms provide for one."
                  : "");
}

Html answer_of(const DeskVisit& visit, const views::OwnMeeting& meeting) {
    if (meeting.under_way) {
        return fragment(p(link_button("Go into the meeting", here(visit, meeting).slash("now"),
                                      {.classes = "q-wide-button"})));
    }
    if (!meeting.can_answer) {
        return p(meeting.line.status_words);
    }
    return fragment(answer_buttons(visit, meeting),
                    p(cls("q-quiet"), "You can change your answer until the meeting ",
                      meeting.broken_off ? "goes on" : "opens",
                      ". No reason is asked for apologies."));
}

views::OwnMeeting meeting_asked(const DeskVisit& visit) {
    auto seat = visit.form.get("seat").value_or("");
    if (seat.empty()) {
        seat = visit.request.query.get("seat").value_or("");
    }
    auto meeting = views::own_meeting(visit.reader, visit.meeting_id(), seat);
    if (!meeting) {
        no_such_page();
    }
    return std::move(*meeting);
}

ActAsked own_act(const views::OwnMeeting& meeting, std::string act) {
    ActAsked asked{.act = std::move(act), .fields = {}};
    asked.fields["meeting"] = meeting.line.id;
    asked.made_by = meeting.seat.actor;
    return asked;
}

Html back_to_desk(const DeskVisit& visit) {
    return a(visit.links.desk(), "Back to your desk");
}

http::Response own_page(const DeskVisit& visit, const views::OwnMeeting& meeting,
                        std::string_view title, const Html& content, const FormState& state) {
    const Html main =
        fragment(done_notice(visit), page_heading(title), p(strong(meeting_words(meeting.line))),
                 broken_off_words(meeting), content);
    return form_page(visit,
                     {.title = std::string(title),
                      .section = "desk",
                      .trail = desk_trail(visit, title),
                      .main = reading_column(main)},
                     state);
}

http::Response own_meeting_page(const DeskVisit& visit) {
    return show_own_meeting(visit, meeting_asked(visit), {});
}

http::Response answer_meeting(const DeskVisit& visit) {
    const auto meeting = meeting_asked(visit);
    auto state = typed_form(visit);
    // A second press finds the answer given already.
    if (const auto before = views::position_of_entry(visit.reader, state.value("entry"))) {
        return done(visit.links.desk(), *before);
    }
    const auto answer = state.value("answer");
    if (answer != "coming" && answer != "apologies") {
        state.problem = "Press one of the buttons to answer.";
        return show_own_meeting(visit, meeting, state);
    }
    if (answer == "apologies") {
        if (const auto failed = take_name_back(visit, meeting)) {
            return show_own_meeting(visit, meeting, *failed);
        }
    }
    auto asked = own_act(meeting, answer == "coming" ? "accept-invitation" : "record-apologies");
    asked.fields[answer == "coming" ? "seat" : "seats"] = meeting.seat.seat.id;
    return after(visit, submit_act(visit, asked), show_own_meeting);
}

http::Response own_minutes_page(const DeskVisit& visit) {
    const auto minutes = views::minutes_sent(visit.reader, visit.meeting_id());
    if (!minutes) { // once approved they are a document, for members to read as for everyone
        meeting_asked(visit);
        if (!views::minutes_document(visit.reader, visit.meeting_id())) {
            no_such_page();
        }
        return http::see_other(minutes_document_url(visit.links, visit.meeting_id()).str());
    }
    const auto correction =
        visit.links.own_meeting(minutes->meeting.id).slash("minutes").slash("correct");
    const Html main = fragment(
        page_heading("Minutes", minutes->meeting.name), p(strong("Draft, not yet approved.")),
        p("Sent to members on ", date(minutes->sent.local.date), "."),
        p(link_button("Ask for a correction", correction, {.classes = "govuk-button--secondary"})),
        div(cls("q-prose"), typed_markdown(minutes->text, 1)));
    return framed(visit, {.title = "Minutes of " + minutes->meeting.name,
                          .section = "desk",
                          .trail = desk_trail(visit, "Minutes"),
                          .main = reading_column(main)});
}

http::Response substitute_page(const DeskVisit& visit) {
    return show_substitute(visit, meeting_asked(visit), {});
}

http::Response send_substitute(const DeskVisit& visit) {
    const auto meeting = meeting_asked(visit);
    if (visit.form.has("take_back")) {
        return take_back(visit, meeting);
    }
    auto state = typed_form(visit);
    const auto name = std::string(base::trim(state.value("name")));
    if (name.empty()) {
        state.errors.add("name", "Enter the name of the person who comes in your place.");
        return show_substitute(visit, meeting, state);
    }
    const auto known = views::people_called(visit.reader, name);
    const auto chosen = state.value("person");
    const bool one_of_them =
        std::any_of(known.begin(), known.end(),
                    [&](const views::PersonChoice& each) { return each.id == chosen; });
    if (!known.empty() && !one_of_them && chosen != "new") {
        state.errors.add("person", "Somebody of that name is in the register. Say whether it is "
                                   "them.");
        return show_substitute(visit, meeting, state);
    }
    return after(visit,
                 one_of_them ? name_known(visit, meeting, chosen) : name_new(visit, meeting, name),
                 show_substitute);
}

} // namespace quorate::web
