// What another rule would have changed: the question, and the acts that would be ruled on
// otherwise.

#include "views/desk/what_if.hpp"

#include "base/text.hpp"
#include "governance/words.hpp"
#include "html/beside.hpp"
#include "html/govuk/details.hpp"
#include "html/govuk/inset_text.hpp"
#include "html/govuk/pagination.hpp"
#include "web/desk/member_parts.hpp"
#include "web/parts.hpp"

#include <charconv>

namespace quorate::web {

using namespace html;

namespace {

constexpr std::size_t changes_bytes_max = 8000;

/// What the address asks: a rule chosen, or changes.
struct Asked {
    std::string rule;
    std::string parameter;
    std::string value;
    std::string changes; ///< written by hand, one a line
    std::optional<base::CivilDate> from;
    bool strict = false;
    std::int64_t page = 1;
    ErrorList errors;

    [[nodiscard]] bool has_question() const {
        return !value.empty() || !base::trim(changes).empty();
    }
};

std::string typed(const DeskVisit& visit, std::string_view name, std::size_t bytes_max = 500) {
    return std::string(base::trim(visit.request.query.get(name).value_or("").substr(0, bytes_max)));
}

Asked asked_in(const DeskVisit& visit) {
    Asked out;
    out.rule = typed(visit, "rule");
    out.parameter = typed(visit, "parameter");
    out.value = typed(visit, "value");
    out.changes = typed(visit, "changes", changes_bytes_max);
    out.strict = typed(visit, "mode") == "strict";
    out.from = date_typed(visit.request.query, "from", out.errors);
    const auto page = typed(visit, "page");
    std::from_chars(page.data(), page.data() + page.size(), out.page);
    out.page = std::clamp<std::int64_t>(out.page, 1, 1'000'000);
    if (!out.rule.empty() && out.value.empty() && visit.request.query.get("value")) {
        out.errors.add("value", "Enter what the rule would say.");
    }
    const bool empty = visit.request.query.get("changes") && base::trim(out.changes).empty();
    if (empty && out.value.empty()) {
        out.errors.add("reading", "Choose a reading, or write a change.");
    }
    return out;
}

views::WhatIfQuestion question_of(const Asked& asked) {
    views::WhatIfQuestion out;
    out.strict = asked.strict;
    out.page = asked.page;
    const auto from = asked.from ? " from " + base::text(*asked.from) : std::string();
    if (!asked.value.empty()) {
        out.changes.push_back(asked.rule + "." + asked.parameter + " = " + asked.value + from);
    }
    for (const auto line : base::split(asked.changes, '\n')) {
        if (!base::trim(line).empty()) {
            out.changes.push_back(std::string(base::trim(line)) +
                                  (asked.value.empty() ? from : ""));
        }
    }
    return out;
}

// ---- The forms ----

DateValue boxes(const DeskVisit& visit) {
    return {typed(visit, "from-day", 10), typed(visit, "from-month", 10),
            typed(visit, "from-year", 10)};
}

Html mode_field(const Asked& asked, std::string_view id) {
    return choice({.name = "mode",
                   .label = "How acts are judged again",
                   .value = asked.strict ? "strict" : "re-judge",
                   .options = {{.value = "re-judge",
                                .label = "Each on the record as it is",
                                .hint = "What was done stays as it is recorded."},
                               {.value = "strict",
                                .label = "Strictly",
                                .hint = "An act that would have had no effect has none afterwards "
                                        "either, and later acts are judged on what is left."}},
                   .id = std::string(id)});
}

Html from_field(const DeskVisit& visit, const Asked& asked) {
    return date_field({.name = "from",
                       .label = "From which date",
                       .hint = "Leave it empty to ask about the whole record.",
                       .value = boxes(visit)},
                      asked.errors);
}

Html rule_choice(const DeskVisit& visit, const views::WhatIfChoices& choices, const Asked& asked) {
    std::vector<Option> options;
    for (const auto& rule : choices.rules) {
        options.push_back({.value = rule.id, .label = rule.title});
    }
    return search_form({.action = visit.links.part("what-if")},
                       select_field({.name = "rule",
                                     .label = "A rule",
                                     .value = asked.rule,
                                     .options = std::move(options),
                                     .nothing_chosen = "Choose a rule",
                                     .label_size = LabelSize::m}),
                       submit_button("Choose this rule"));
}

std::string cut(const std::string& words, std::size_t length) {
    if (words.size() <= length) {
        return words;
    }
    const auto space = words.rfind(' ', length);
    return words.substr(0, space == std::string::npos ? length : space) + " …";
}

Html reading_choice(const DeskVisit& visit, const views::WhatIfChoices& choices,
                    const Asked& asked) {
    std::vector<Option> options;
    for (const auto& one : choices.interpretations) {
        for (const auto& reading : one.readings) {
            if (!reading.standing) {
                options.push_back({.value = one.id + " = " + reading.name,
                                   .label = cut(one.question, 60) + " " + cut(reading.words, 60)});
            }
        }
    }
    return search_form({.action = visit.links.part("what-if")},
                       select_field({.name = "changes",
                                     .label = "Another reading",
                                     .hint = "Of a question the terms leave open.",
                                     .options = std::move(options),
                                     .nothing_chosen = "Choose a reading",
                                     .id = "reading",
                                     .label_size = LabelSize::m},
                                    asked.errors),
                       from_field(visit, asked), mode_field(asked, "reading-mode"),
                       submit_button("Ask"));
}

Html written_form(const DeskVisit& visit, const Asked& asked, bool open) {
    return govuk::details(
        {.summary = "Write the changes yourself",
         .content =
             search_form({.action = visit.links.part("what-if")},
                         text_area({.name = "changes",
                                    .label = "Changes, one on each line",
                                    .hint = "Such as kp.quorum.at_least = 1/3 from 2008-07-01, or "
                                            "kent-partnership/I1 = not_counted",
                                    .value = asked.changes,
                                    .rows = 4},
                                   asked.errors),
                         mode_field(asked, "written-mode"), submit_button("Ask about these")),
         .open = open});
}

/// The rule chosen, and what it would say instead.
Html rule_form(const DeskVisit& visit, const views::WhatIfChoices& choices, const Asked& asked) {
    std::vector<Option> options;
    for (const auto& parameter : choices.parameters) {
        const auto now = parameter.value.empty() ? std::string("not set") : parameter.value;
        options.push_back({.value = parameter.name,
                           .label = views::plain_name(parameter.name) + ", now " + cut(now, 50)});
    }
    options.push_back(
        {.value = "effect", .label = "What a breach does: \"void\" (no effect) or \"recorded\""});
    return search_form(
        {.action = visit.links.part("what-if")}, hidden("rule", asked.rule),
        select_field({.name = "parameter",
                      .label = "What of the rule changes",
                      .value = asked.parameter,
                      .options = std::move(options)},
                     asked.errors),
        text_field({.name = "value",
                    .label = "What it would be",
                    .hint = "As the terms write it, such as 1/3, 4, true or "
                            "[\"member\"]",
                    .value = asked.value,
                    .spellcheck = false},
                   asked.errors),
        from_field(visit, asked), mode_field(asked, "mode"),
        button_row(submit_button("Ask"), a(visit.links.part("what-if"), "Choose something else")));
}

Html question_form(const DeskVisit& visit, const views::WhatIfChoices& choices,
                   const Asked& asked) {
    for (const auto& rule : choices.rules) {
        if (rule.id == asked.rule) {
            // The title goes on with the words, which stand below it here.
            return fragment(h(2, rule.title.substr(0, rule.title.find(". "))), p(rule.words),
                            rule_form(visit, choices, asked));
        }
    }
    return fragment(rule_choice(visit, choices, asked), reading_choice(visit, choices, asked),
                    written_form(visit, asked, !asked.changes.empty()));
}

// ---- The answer ----

Html mode_sentence(bool strict) {
    return strict ? p(strong("Strict."),
                      " An act that would have had no effect has none afterwards either, and one "
                      "that would have been permitted takes effect. Later acts are judged on what "
                      "is then left. What people would have done instead is not guessed.")
                  : p(strong("Judged again on the record as it is."),
                      " What was done stays as it is recorded, and each act is judged under the "
                      "other terms. What people would have done instead is not guessed.");
}

Html flip_part(const DeskVisit& visit, const views::FlipShown& flip) {
    const auto panel = [&](const views::RulingShown& ruling, std::string_view side) {
        auto out = panel_of(visit.links, ruling);
        out.id = std::string(side) + "-" + std::to_string(flip.position);
        out.heading_level = 4;
        return ruling_panel(out);
    };
    Html head =
        h(3, a(visit.links.entry(flip.position), "Entry ", number(flip.position)), ": ", flip.help);
    std::string sort =
        flip.verdict_changes ? "Another verdict" : "The same verdict, for other reasons";
    sort += flip.follows ? ", because an earlier act differs." : ".";
    return section(cls("q-flip"), head,
                   p(flip.meeting.empty() ? text(flip.about)
                                          : a(visit.links.meeting(flip.meeting), flip.about),
                     ", ", when(flip.effective), ". ", sort),
                   div(cls("q-flip__sides"),
                       div(p(cls("q-flip__side"), strong("As it is")), panel(flip.was, "was")),
                       div(p(cls("q-flip__side"), strong("What if")), panel(flip.would_be, "if"))));
}

Html pager(const DeskVisit& visit, const views::WhatIfAnswer& answer) {
    if (answer.pages < 2) {
        return {};
    }
    const auto url = [&](std::int64_t number) {
        auto out = visit.links.part("what-if");
        for (const char* field : {"rule", "parameter", "value", "changes", "mode", "from-day",
                                  "from-month", "from-year"}) {
            const auto value = typed(visit, field, changes_bytes_max);
            out = value.empty() ? out : out.query(field, value);
        }
        return out.query("page", std::to_string(number));
    };
    govuk::Pagination options;
    if (answer.page > 1) {
        options.previous = govuk::PageLink{.href = url(answer.page - 1), .content = "Earlier acts"};
    }
    if (answer.page < answer.pages) {
        options.next = govuk::PageLink{.href = url(answer.page + 1), .content = "Later acts"};
    }
    options.landmark_label = "Pages of acts";
    return govuk::pagination(options);
}

Html answer_part(const DeskVisit& visit, const views::WhatIfAnswer& answer) {
    std::vector<Html> changes;
    for (std::size_t i = 0; i < answer.changes.size(); ++i) {
        const auto& words = answer.changes_words[i];
        changes.push_back(words.empty() ? li(code(answer.changes[i]))
                                        : li(words, br(), code(answer.changes[i])));
    }
    Html out =
        fragment(h(2, id("answer"), "What if"), plain_list(changes), mode_sentence(answer.strict),
                 figures({{number(answer.verdicts), text("acts get another verdict")},
                          {number(answer.reasons), text("keep it for other reasons")},
                          {number(answer.judged_again), text("acts judged again")},
                          {number(answer.entries), text("acts in the record")}}));
    if (answer.verdicts + answer.reasons == 0) {
        return fragment(out, nothing_here("No ruling in the record would be different."));
    }
    const auto first = (answer.page - 1) * views::flips_on_a_page;
    if (answer.pages > 1 && !answer.flips.empty()) {
        out += p(number(first + 1), " to ",
                 number(first + static_cast<std::int64_t>(answer.flips.size())), " of ",
                 number(answer.verdicts + answer.reasons), ", in the order of the record.");
    }
    for (const auto& flip : answer.flips) {
        out += flip_part(visit, flip);
    }
    return fragment(out, pager(visit, answer));
}

/// What is wrong with the question, beside the field it was typed in.
void add_problem(Asked& asked, const base::Failure& failure) {
    auto words = governance::as_sentence(failure.message);
    if (!failure.help.empty()) {
        words += " " + governance::as_sentence(failure.help);
    }
    asked.errors.add(asked.value.empty() ? "changes" : "value", words);
}

} // namespace

http::Response what_if_page(const DeskVisit& visit) {
    auto asked = asked_in(visit);
    const auto choices = views::what_if_choices(visit.reader, asked.rule);
    if (!choices) {
        no_such_page();
    }
    Html answer;
    if (asked.has_question() && asked.errors.empty()) {
        const auto found = views::what_if(visit.reader, question_of(asked));
        if (found) {
            answer = answer_part(visit, *found);
        } else {
            add_problem(asked, found.error());
        }
    }
    const bool answered = !answer.empty();
    Html main = reading_column(
        fragment(page_heading("What another rule would have changed", visit.who.title),
                 p("Choose a rule or a reading. Every act in the record is judged again under it, "
                   "and the rulings that would be different are listed. The record stays as it "
                   "is."),
                 answered ? Html() : question_form(visit, *choices, asked)));
    if (answered) {
        main += full_width(answer);
        main += reading_column(
            fragment(h(2, "Ask something else"), question_form(visit, *choices, asked)));
    }
    FormState state;
    state.errors = std::move(asked.errors);
    return form_page(visit,
                     {.title = "What if",
                      .section = "desk",
                      .trail = desk_trail(visit, "What if"),
                      .main = std::move(main)},
                     state);
}

} // namespace quorate::web
