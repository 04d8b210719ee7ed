// What each body owes, when, and whether it was done.

#include "governance/duties/duties.hpp"

#include "base/json.hpp"
#include "cli/output.hpp"
#include "governance/codec_names.hpp"
#include "views/dates_asked.hpp"
#include "views/reader.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace quorate::cli {
namespace {

/// The groups in the order of the list.
struct Group {
    std::string_view state;
    std::string_view title;
};
constexpr Group groups[] = {{"overdue", "Overdue"},
                            {"due-soon", "Due soon"},
                            {"not-yet-due", "Not yet due"},
                            {"undetermined", "Cannot be worked out, or the terms set no time"},
                            {"continuing", "Owed all the time"},
                            {"met", "Met"},
                            {"missed", "Not done, and past"},
                            {"no-record", "No record held here"}};

/// The widths of the columns, by the longest in each.
struct Widths {
    std::size_t body = 4;
    std::size_t clause = 6;
};

std::string line_text(const views::DutyLine& line, const Widths& widths) {
    const auto& duty = line.duty;
    const auto due = duty.due       ? base::text(*duty.due)
                     : duty.no_time ? std::string("no time")
                                    : std::string("-");
    auto out = fmt::format("  {:<10}  {:<{}}  {:<{}}  {}{}\n", due, duty.body.id, widths.body,
                           duty.clause, widths.clause, duty.what,
                           duty.meeting.empty() ? "" : " [" + duty.meeting + "]");
    const std::string margin(2 + 10 + 2 + widths.body + 2 + widths.clause + 2, ' ');
    out += fmt::format("{}{}: {}\n", margin, duty.who,
                       duty.words.empty() ? duty.state_words + "." : duty.words);
    for (const auto& shown : duty.evidence) {
        if (duty.words != shown.words + ".") {
            out += fmt::format("{}- {}\n", margin, shown.words);
        }
    }
    return out;
}

void say_lines(const views::DutiesPage& page) {
    say(fmt::format("{}: {}, {} overdue, {} due soon\n", base::words(page.on),
                    page.duties.size() == 1 ? std::string("1 duty")
                                            : fmt::format("{} duties", page.duties.size()),
                    page.overdue, page.due_soon));
    Widths widths;
    for (const auto& line : page.lines) {
        widths.body = std::max(widths.body, line.duty.body.id.size());
        widths.clause = std::max(widths.clause, line.duty.clause.size());
    }
    for (const auto& group : groups) {
        std::string lines;
        for (const auto& line : page.lines) {
            lines += line.duty.state == group.state ? line_text(line, widths) : std::string{};
        }
        if (!lines.empty()) {
            say(fmt::format("\n{}\n{}", group.title, lines));
        }
    }
}

base::Json evidence_json(const std::vector<governance::DutyEvidence>& all) {
    base::JsonArray out;
    for (const auto& shown : all) {
        base::JsonObject one;
        one.emplace("id", shown.id);
        one.emplace("on", base::text(shown.on));
        one.emplace("words", shown.words);
        if (shown.position) {
            one.emplace("position", *shown.position);
        }
        out.emplace_back(std::move(one));
    }
    return base::Json(std::move(out));
}

base::Json facts_json(const std::vector<governance::Fact>& facts) {
    base::JsonObject out;
    for (const auto& fact : facts) {
        std::visit([&](const auto& value) { out.emplace(fact.name, value); }, fact.value);
    }
    return base::Json(std::move(out));
}

base::Json duty_json(const governance::Duty& duty) {
    base::JsonObject out;
    out.emplace("id", duty.id);
    out.emplace("rule", duty.rule);
    out.emplace("clause", duty.clause);
    out.emplace("cited_clause", duty.cited_clause);
    out.emplace("body", duty.body.value);
    out.emplace("who", duty.who);
    out.emplace("what", duty.what);
    out.emplace("state", governance::written(duty.state));
    out.emplace("words", duty.words);
    out.emplace("no_time", duty.no_time);
    out.emplace("evidence", evidence_json(duty.evidence));
    out.emplace("facts", facts_json(duty.facts));
    if (duty.since) {
        out.emplace("since", base::text(*duty.since));
    }
    if (duty.due) {
        out.emplace("due", base::text(*duty.due));
    }
    if (duty.meeting) {
        out.emplace("meeting", duty.meeting->value);
    }
    return base::Json(std::move(out));
}

int say_json(const partnership::Partnership& partnership, base::CivilDate on,
             const std::string& body) {
    const auto now = partnership.snapshot();
    const auto all = body.empty() ? governance::duties(now->state, now->context(), on)
                                  : governance::duties_of(now->state, now->context(),
                                                          governance::BodyId(body), on);
    base::JsonArray out;
    for (const auto& duty : all) {
        out.emplace_back(duty_json(duty));
    }
    say(base::canonical(base::Json(std::move(out))) + "\n");
    return yes;
}

} // namespace

int duties(const Common& common, const DutiesOptions& options) {
    const auto opened = open(common, options.partnership);
    const auto on = opened ? day_of(**opened, options.on) : tl::unexpected(opened.error());
    if (!on) {
        return failed(on.error());
    }
    if (!views::may_be_asked(*on)) {
        return failed({"--on", "the date is too far off", "Use one from 1950 to 2199"});
    }
    const auto reader =
        views::Reader::open(**opened, {views::ViewerKind::auditor, {}}, {*on, {}, false});
    if (!reader) {
        return failed(reader.error());
    }
    const auto bodies = reader->bodies();
    if (!options.body.empty() &&
        std::none_of(bodies.begin(), bodies.end(),
                     [&](const views::BodyLine& body) { return body.id == options.body; })) {
        return failed({"--body", "there is no body " + options.body + " on that day",
                       "Leave --body out for every body"});
    }
    if (options.json) {
        return say_json(**opened, *on, options.body);
    }
    say_lines(reader->duties(options.body));
    return yes;
}

} // namespace quorate::cli
