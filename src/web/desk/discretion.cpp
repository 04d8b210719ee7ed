// One matter that needs a discretion: what is asked, the clause, the facts, what each answer does,
// and a button for each.

#include "base/json.hpp"
#include "base/text.hpp"
#include "html/govuk/inset_text.hpp"
#include "partnership/workspace/sheet.hpp"
#include "views/desk/entry_place.hpp"
#include "web/desk/chair_parts.hpp"
#include "web/desk/member_parts.hpp"
#include "web/parts.hpp"

namespace quorate::web {

using namespace html;

namespace {

/// Reasons that come up often, so that nobody has to write on a phone.
std::vector<std::string> stock_reasons(const views::Discretion& matter) {
    if (matter.kind == "interest") {
        return {"A direct financial interest.", "A professional interest.",
                "The interest is remote.", "The meeting needs what the member knows."};
    }
    if (matter.act == "notify-item") {
        return {"It came up after the last day for items.", "It cannot wait for the next meeting.",
                "It can wait for the next meeting.", "Nothing exceptional has been shown."};
    }
    if (matter.act == "convene-meeting") {
        return {"Business has come up that cannot wait for the next programmed meeting.",
                "It can wait for the next programmed meeting."};
    }
    if (matter.kind == "absence") {
        return {"Several meetings were missed in a row.", "The seat has nobody to speak for it.",
                "They have said that they cannot come."};
    }
    if (matter.kind == "hearing") {
        return {"The item affects it directly.", "The meeting needs what it knows.",
                "Its own member can speak for it.", "It can be heard in writing instead.",
                "There is no time for it at this meeting."};
    }
    return {"It is in order.", "More needs to be known first."};
}

std::string entry_key(const DeskVisit& visit) {
    return std::to_string(visit.request.captures.number("position"));
}

std::string interest_key(const DeskVisit& visit) {
    const auto& captures = visit.request.captures;
    return visit.meeting_id() + "/" + std::to_string(captures.number("item")) + "/" +
           std::to_string(captures.number("seat"));
}

Html facts(const DeskVisit& visit, const views::Discretion& matter) {
    govuk::SummaryList list;
    const bool interest = matter.kind == "interest";
    add_row(list,
            interest                   ? "What was declared"
            : matter.kind == "absence" ? "What the terms allow"
                                       : "What is asked",
            views::capitalised(matter.asks));
    add_row(list, "By whom", views::capitalised(matter.asked_by));
    if (matter.kind != "absence") {
        add_row(list, "When", date_and_time(matter.asked.local));
    }
    if (!matter.meeting.empty()) {
        add_row(list, "Meeting", a(visit.links.meeting(matter.meeting), matter.meeting_named.name));
    }
    if (matter.kind != "asked" && matter.item) {
        add_row(list, "Item", std::to_string(*matter.item) + ". " + matter.item_title);
    }
    if (!matter.facts.empty()) {
        add_row(list, "Facts", sentences(matter.facts));
    }
    if (matter.position > 0) {
        add_row(list, "The request",
                a(visit.links.entry(matter.position), "Entry ", matter.position));
    }
    return govuk::summary_list(list);
}

Html clause(const DeskVisit& visit, const views::Discretion& matter) {
    if (matter.clause.empty()) {
        return {};
    }
    return govuk::inset_text(
        {.content = fragment(matter.quote.empty() ? Html() : p(matter.quote),
                             p(cls("q-quiet"), matter.body.name, ", ",
                               clause_link(visit.links, matter.body.id, matter.clause)))});
}

Html consequence(const views::DiscretionAnswer& answer) {
    Html line = fragment(strong(answer.verb + ": "), answer.does);
    for (const auto& follows : answer.follows) {
        line += fragment(" ", views::capitalised(follows));
    }
    if (answer.ruling.verdict == "refused") {
        line += fragment(br(), status_word(Status::refused), " ",
                         views::capitalised(answer.ruling.sentence));
    }
    for (const auto& finding : answer.ruling.findings) {
        line += fragment(br(), status_word(Status::breach_recorded, finding));
    }
    return li(line);
}

Html reason_fields(const views::Discretion& matter, const FormState& state) {
    return matter.kind == "hearing"
               ? stock_reason_fields(stock_reasons(matter), state,
                                     "The partner reads it. It is not published.")
               : stock_reason_fields(stock_reasons(matter), state);
}

Html consequences(const views::Discretion& matter) {
    std::vector<Html> items;
    for (const auto& answer : matter.answers) {
        items.push_back(consequence(answer));
    }
    return fragment(h(2, "What each answer does"), ul(cls("govuk-list--spaced"), items));
}

Html answer_form(const DeskVisit& visit, const views::Discretion& matter, const FormState& state) {
    Html buttons;
    for (const auto& answer : matter.answers) {
        const ButtonSettings settings{.name = "answer", .value = answer.id, .about = matter.title};
        const bool first = buttons.empty() && matter.kind != "interest";
        buttons +=
            first ? submit_button(answer.verb, settings) : secondary_button(answer.verb, settings);
    }
    Html evidence;
    if (visit.secretariat()) {
        evidence = fragment(p("You record this for ", matter.as, "."), evidence_field(state),
                            matter.kind == "hearing" ? Html() : when_fields(visit, state));
    }
    return form(form_to(visit, matter_url(visit, matter)), act_hidden(visit),
                reason_fields(matter, state), evidence,
                button_row(buttons, a(visit.links.desk(), "Back to your desk")));
}

Html open_matter(const DeskVisit& visit, const views::Discretion& matter, const FormState& state) {
    if (matter.lapsed) {
        return p("The time for this has passed, so an answer would change nothing.");
    }
    if (!matter.whose.empty()) {
        const bool recordable = visit.secretariat() && matter.on_sheet;
        return fragment(h(2, "Not yours to decide"), p(matter.whose),
                        recordable ? p(a(visit.links.workbench(matter.meeting).slash("day"),
                                         "Meeting day: record who presides for the item"))
                                   : Html());
    }
    if (!matter.not_yet.empty()) {
        return fragment(matter.answers.empty() ? Html() : consequences(matter),
                        h(2, "When it is decided"), p(matter.not_yet),
                        p(a(visit.links.desk(), "Back to your desk")));
    }
    return fragment(consequences(matter), answer_form(visit, matter, state));
}

} // namespace

http::Response nothing_waits(const DeskVisit& visit) {
    constexpr std::string_view title = "Nothing waits here for you";
    const auto typed = stock_reason_typed(typed_form(visit));
    Html main = fragment(
        page_heading(title),
        p("It may have been answered already, on another device or by the secretariat for you, or "
          "the office it is asked of may have passed to somebody else. ",
          "What was recorded for you can be confirmed or disputed on your desk."));
    if (!base::trim(typed).empty()) {
        main += fragment(p("Your answer was not recorded."),
                         text_area({.name = "reason",
                                    .label = "What you wrote, to copy from",
                                    .value = typed,
                                    .rows = 3}));
    }
    main += p(link_button("My desk", visit.links.desk()));
    auto response = framed(visit, {.title = std::string(title),
                                   .section = "desk",
                                   .trail = desk_trail(visit, title),
                                   .main = reading_column(main)});
    response.status = visit.request.method == http::Method::post ? 409 : 404;
    return response;
}

http::Response show_matter(const DeskVisit& visit, const views::Discretion& matter,
                           const FormState& state) {
    // The heading takes the focus, so that nobody lands in a field past the facts.
    auto heading = attr("tabindex", "-1");
    if (state.fresh()) {
        heading.flag("autofocus");
    }
    Html main = fragment(h(1, heading.cls("govuk-heading-l"), matter.title), clause(visit, matter),
                         facts(visit, matter), open_matter(visit, matter, state));
    if (!matter.ruling.verdict.empty()) {
        auto panel = panel_of(visit.links, matter.ruling);
        panel.id = "asked-ruling";
        main += fragment(h(2, "Why it is yours to answer"), ruling_panel(panel));
    }
    return form_page(visit,
                     {.title = matter.title,
                      .section = "desk",
                      .trail = desk_trail(visit, matter.title),
                      .main = reading_column(main)},
                     state);
}

const views::DiscretionAnswer* answer_pressed(const views::Discretion& matter,
                                              const FormState& state) {
    const auto id = state.value("answer");
    for (const auto& answer : matter.answers) {
        if (answer.id == id) {
            return &answer;
        }
    }
    return nullptr;
}

namespace {

ActAsked answering(const DeskVisit& visit, const views::Discretion& matter, const FormState& state,
                   const views::DiscretionAnswer& answer) {
    ActAsked asked{.act = answer.act, .fields = {}};
    const auto fields = base::parse_json(answer.fields);
    QUORATE_ASSERT(fields.has_value() && fields->is_object());
    asked.fields = fields->get_object();
    const auto reason = stock_reason_typed(state);
    if (answer.takes_reason && !base::trim(reason).empty()) {
        asked.fields["reason"] = reason;
    }
    asked.made_by = matter.actor;
    asked.evidence = visit.secretariat() ? state.value("evidence") : "";
    return asked;
}

/// On the sheet of a meeting that is going on, where the officer sees it at once and the item's
/// close takes it into the record.
http::Response onto_sheet(const DeskVisit& visit, const views::Discretion& matter,
                          const ActAsked& asked) {
    auto submission = read_act(visit, asked);
    if (!submission) {
        return show_matter(visit, matter, submission.error());
    }
    auto state = typed_form(visit);
    const auto ruling = partnership::foresee_next(visit.partnership, matter.meeting, *submission);
    if (ruling && !partnership::stands(*ruling)) {
        state.ruling = visit.reader.ruling(*submission, *ruling);
        return show_matter(visit, matter, state);
    }
    const auto line = ruling ? partnership::add_line(visit.partnership, matter.meeting, *submission)
                             : tl::unexpected(ruling.error());
    if (!line) {
        state.problem = line.error().message + ".";
        return show_matter(visit, matter, state);
    }
    return http::see_other(visit.links.desk().query("answered", "on-sheet").str());
}

/// A second press of a button whose answer is on the sheet already.
bool on_sheet_already(const DeskVisit& visit, const std::string& key, std::string_view entry) {
    if (key.ends_with("/absent")) {
        return false;
    }
    const bool interest = key.find('/') != std::string::npos;
    const auto asked =
        interest ? std::nullopt : visit.reader.entry(visit.request.captures.number("position"));
    const auto meeting = interest ? visit.meeting_id() : asked ? asked->line.meeting : "";
    if (meeting.empty()) {
        return false;
    }
    const auto sheet = partnership::foresee_sheet(visit.partnership, meeting);
    return sheet && std::any_of(sheet->lines.begin(), sheet->lines.end(), [&](const auto& line) {
               return line.submission.id.value == entry;
           });
}

http::Response matter_page(const DeskVisit& visit, const std::string& key) {
    const auto matter = views::discretion(visit.reader, key);
    return matter ? show_matter(visit, *matter, {}) : nothing_waits(visit);
}

void check_answer(const DeskVisit& visit, const views::Discretion& matter,
                  const views::DiscretionAnswer& answer, FormState& state) {
    if (answer.asks_reason && base::trim(stock_reason_typed(state)).empty()) {
        const std::string asks =
            matter.clause.empty() ? "" : " Clause " + matter.clause + " asks for one.";
        state.errors.add("stock", "Choose a reason or write one." + asks);
    }
    if (visit.secretariat() && state.value("evidence").empty()) {
        state.errors.add("evidence", "Choose how you know the answer.");
    }
}

http::Response take_answer(const DeskVisit& visit, const std::string& key) {
    const auto entry = visit.form.get("entry").value_or("");
    const auto found = views::discretion(visit.reader, key);
    if (!found) {
        if (const auto before = views::position_of_entry(visit.reader, entry)) {
            return done(visit.links.desk(), *before);
        }
        if (on_sheet_already(visit, key, entry)) {
            return http::see_other(visit.links.desk().query("answered", "on-sheet").str());
        }
        return nothing_waits(visit);
    }
    const auto& matter = *found;
    auto state = typed_form(visit);
    const auto* answer = answer_pressed(matter, state);
    const bool open = !matter.lapsed && matter.not_yet.empty() && matter.whose.empty();
    if (answer == nullptr || !open) {
        state.problem = "Press one of the buttons to answer.";
        return show_matter(visit, matter, state);
    }
    check_answer(visit, matter, *answer, state);
    auto asked = answering(visit, matter, state, *answer);
    if (visit.secretariat()) {
        asked.effective = moment_typed(visit, "when", state.errors);
    }
    if (!state.errors.empty()) {
        return show_matter(visit, matter, state);
    }
    if (matter.on_sheet) {
        return onto_sheet(visit, matter, asked);
    }
    const auto taken = submit_act(visit, asked);
    return taken ? done(visit.links.desk(), taken->position)
                 : show_matter(visit, matter, taken.error());
}

} // namespace

Html stock_reason_fields(const std::vector<std::string>& stock, const FormState& state,
                         std::string_view hint) {
    std::vector<Option> options;
    for (const auto& each : stock) {
        options.push_back({.value = each, .label = each});
    }
    Html out;
    if (!options.empty()) {
        out += choice({.name = "stock",
                       .label = "Reason",
                       .value = state.value("stock"),
                       .options = options,
                       .label_size = LabelSize::m},
                      state.errors);
    }
    return fragment(out, text_area({.name = "reason",
                                    .label = options.empty() ? "Reason" : "Or in your own words",
                                    .hint = hint,
                                    .value = state.value("reason"),
                                    .rows = 3},
                                   state.errors));
}

std::string stock_reason_typed(const FormState& state) {
    const auto own = state.value("reason");
    return base::trim(own).empty() ? state.value("stock") : own;
}

namespace {

std::string absence_key(const DeskVisit& visit) {
    return visit.request.capture("body") + "/" +
           std::to_string(visit.request.captures.number("seat")) + "/absent";
}

} // namespace

http::Response absence_matter_page(const DeskVisit& visit) {
    return matter_page(visit, absence_key(visit));
}

http::Response answer_absence_matter(const DeskVisit& visit) {
    return take_answer(visit, absence_key(visit));
}

http::Response discretion_page(const DeskVisit& visit) {
    return matter_page(visit, entry_key(visit));
}

http::Response answer_discretion(const DeskVisit& visit) {
    return take_answer(visit, entry_key(visit));
}

http::Response interest_matter_page(const DeskVisit& visit) {
    return matter_page(visit, interest_key(visit));
}

http::Response answer_interest_matter(const DeskVisit& visit) {
    return take_answer(visit, interest_key(visit));
}

} // namespace quorate::web
