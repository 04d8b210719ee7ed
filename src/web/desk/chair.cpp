// The Chair's desk: matters that need a discretion, each with what the answers do.

#include "base/json.hpp"
#include "base/text.hpp"
#include "governance/words.hpp"
#include "html/progress.hpp"
#include "views/desk/entry_place.hpp"
#include "web/desk/member_parts.hpp"
#include "web/parts.hpp"

namespace quorate::web {

using namespace html;

namespace {

/// Reasons that come up often, so that nobody has to write on a phone.
std::vector<std::string> stock_reasons(const views::Discretion& matter) {
    if (matter.act == "notify-item") {
        return {"It came up after the last day for items.", "It cannot wait for the next meeting.",
                "It can wait for the next meeting.", "Nothing exceptional has been shown."};
    }
    if (matter.act == "convene-meeting") {
        return {"Business has come up that cannot wait for the next programmed meeting."};
    }
    return {};
}

Html asked_words(const views::Discretion& matter) {
    return fragment(matter.asked_by.empty() ? text("Asked") : text("Asked by " + matter.asked_by),
                    " at ", date_and_time(matter.asked.local), ", for ",
                    matter.meeting.empty() ? matter.body.name : matter.meeting_named.name, ".");
}

Html matter_card(const DeskVisit& visit, const views::Discretion& matter) {
    const Html clause =
        matter.clause.empty()
            ? Html()
            : fragment(" ", views::capitalised(""), "(",
                       clause_link(visit.links, matter.body.id, matter.clause), ")");
    return li(
        h(3, a(visit.links.discretion(matter.position), matter.title)), p(asked_words(matter)),
        p(matter.asks, clause),
        p(link_button("Answer", visit.links.discretion(matter.position), {.about = matter.title})));
}

Html matters(const DeskVisit& visit, const std::vector<views::Discretion>& all) {
    const auto count = static_cast<std::int64_t>(all.size());
    if (count == 0) {
        return nothing_here("No matter needs your discretion.");
    }
    std::vector<Html> items;
    for (const auto& matter : all) {
        items.push_back(matter_card(visit, matter));
    }
    const auto words = views::capitalised(governance::number_words(count)) +
                       (count == 1 ? " matter needs" : " matters need") + " your discretion.";
    return fragment(h(2, words), plain_list(cls("govuk-list--spaced q-lines"), items));
}

views::Discretion matter_of(const DeskVisit& visit) {
    auto matter = views::discretion(visit.reader, visit.request.captures.number("position"));
    if (!matter) {
        throw http::BrokenRequest(404, "Nothing waits here for you. It may have been answered "
                                       "already: look at your desk.");
    }
    return std::move(*matter);
}

Html facts(const DeskVisit& visit, const views::Discretion& matter) {
    govuk::SummaryList list;
    add_row(list, "What is asked", matter.asks);
    add_row(list, "By whom", views::capitalised(matter.asked_by));
    add_row(list, "When", date_and_time(matter.asked.local));
    if (!matter.meeting.empty()) {
        add_row(list, "Meeting", a(visit.links.meeting(matter.meeting), matter.meeting_named.name));
    }
    if (!matter.clause.empty()) {
        add_row(list, "Clause", clause_link(visit.links, matter.body.id, matter.clause));
    }
    add_row(list, "Facts", sentences(matter.facts));
    add_row(list, "The request", a(visit.links.entry(matter.position), "Entry ", matter.position));
    return govuk::summary_list(list);
}

Html consequences(const views::Discretion& matter) {
    std::vector<Html> items;
    for (const auto& answer : matter.answers) {
        Html line = fragment(strong(answer.verb + ": "), answer.does);
        if (answer.ruling.verdict == "refused") {
            line += fragment(" ", status_word(Status::refused), " ", answer.ruling.sentence);
        }
        for (const auto& finding : answer.ruling.findings) {
            line += fragment(" ", status_word(Status::breach_recorded, finding));
        }
        items.push_back(li(line));
    }
    if (matter.answers.size() == 1) {
        items.push_back(li(strong("Leave it: "), "Nothing is done. It goes on waiting."));
    }
    return fragment(h(2, "What each answer does"), ul(items));
}

Html reason_fields(const views::Discretion& matter, const FormState& state) {
    std::vector<Option> options;
    for (const auto& each : stock_reasons(matter)) {
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
                                    .hint = "Kept with the decision. Not published.",
                                    .value = state.value("reason"),
                                    .rows = 3},
                                   state.errors));
}

Html answer_form(const DeskVisit& visit, const views::Discretion& matter, const FormState& state) {
    Html buttons;
    for (const auto& answer : matter.answers) {
        const ButtonSettings settings{.name = "answer", .value = answer.id};
        buttons += buttons.empty() ? submit_button(answer.verb, settings)
                                   : secondary_button(answer.verb, settings);
    }
    Html evidence;
    if (visit.secretariat()) {
        evidence = fragment(p("You record this for ", matter.as, "."), evidence_field(state),
                            when_fields(visit, state));
    }
    return form(form_to(visit, visit.links.discretion(matter.position)), act_hidden(visit),
                reason_fields(matter, state), evidence,
                button_row(buttons, a(visit.links.desk(), "Back to your desk")));
}

http::Response show(const DeskVisit& visit, const views::Discretion& matter,
                    const FormState& state) {
    // The heading takes the focus, so that nobody lands in a field past the facts.
    auto heading = attr("tabindex", "-1");
    if (state.fresh()) {
        heading.flag("autofocus");
    }
    Html main = fragment(h(1, heading.cls("govuk-heading-l"), matter.title), facts(visit, matter));
    if (matter.lapsed) {
        main += p("The time for this has passed, so an answer would change nothing.");
    } else {
        main += fragment(consequences(matter), answer_form(visit, matter, state));
    }
    auto panel = panel_of(visit.links, matter.ruling);
    panel.id = "asked-ruling";
    main += fragment(h(2, "Why it is yours to answer"), ruling_panel(panel));
    return form_page(visit,
                     {.title = matter.title,
                      .section = "desk",
                      .trail = desk_trail(visit, matter.title),
                      .main = reading_column(main)},
                     state);
}

std::string reason_typed(const FormState& state) {
    const auto own = state.value("reason");
    return base::trim(own).empty() ? state.value("stock") : own;
}

const views::DiscretionAnswer* answer_chosen(const views::Discretion& matter,
                                             const std::string& id) {
    for (const auto& answer : matter.answers) {
        if (answer.id == id) {
            return &answer;
        }
    }
    return nullptr;
}

ActAsked answering(const DeskVisit& visit, const views::Discretion& matter, const FormState& state,
                   const std::string& answer) {
    ActAsked asked{.act = matter.answer_act, .fields = {}};
    const auto fields = base::parse_json(matter.answer_fields);
    QUORATE_ASSERT(fields.has_value() && fields->is_object());
    asked.fields = fields->get_object();
    const bool late_item = matter.answer_act == "allow-late-item";
    if (late_item) {
        asked.fields["allowed"] = answer == "allow";
    }
    if (late_item || matter.answer_act == "convene-meeting") {
        asked.fields["reason"] = reason_typed(state);
    }
    asked.made_by = matter.actor;
    asked.evidence = visit.secretariat() ? state.value("evidence") : "";
    return asked;
}

} // namespace

http::Response chair_desk(const DeskVisit& visit) {
    const auto chair = views::chair_desk(visit.reader);
    const auto desk = views::member_desk(visit.reader);
    Html main = fragment(done_notice(visit), page_heading("My desk", visit.who.title),
                         matters(visit, chair.matters), member_sections(visit, desk));
    return framed(visit, {.title = "My desk",
                          .section = "desk",
                          .section_page = true,
                          .main = reading_column(main)});
}

http::Response discretion_page(const DeskVisit& visit) {
    return show(visit, matter_of(visit), {});
}

http::Response answer_discretion(const DeskVisit& visit) {
    const auto entry = visit.form.get("entry").value_or("");
    if (const auto before = views::position_of_entry(visit.reader, entry);
        before && !views::discretion(visit.reader, visit.request.captures.number("position"))) {
        return done(visit.links.desk(), *before);
    }
    const auto matter = matter_of(visit);
    auto state = typed_form(visit);
    const auto* answer = answer_chosen(matter, state.value("answer"));
    if (answer == nullptr || matter.lapsed) {
        state.problem = "Press one of the buttons to answer.";
        return show(visit, matter, state);
    }
    if (answer->asks_reason && base::trim(reason_typed(state)).empty()) {
        const std::string clause =
            matter.clause.empty() ? "" : " Clause " + matter.clause + " asks for one.";
        state.errors.add(stock_reasons(matter).empty() ? "reason" : "stock",
                         "Choose a reason or write one." + clause);
    }
    auto asked = answering(visit, matter, state, answer->id);
    if (visit.secretariat()) {
        asked.effective = moment_typed(visit, "when", state.errors);
    }
    if (!state.errors.empty()) {
        return show(visit, matter, state);
    }
    const auto taken = submit_act(visit, asked);
    return taken ? done(visit.links.desk(), taken->position) : show(visit, matter, taken.error());
}

} // namespace quorate::web
