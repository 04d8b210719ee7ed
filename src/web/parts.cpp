#include "web/parts.hpp"

#include "html/stacking_table.hpp"

#include <set>

namespace quorate::web {

using namespace html;

Status status_of(std::string_view verdict, bool breach) {
    if (verdict == "permitted") {
        return breach ? Status::breach_recorded : Status::permitted;
    }
    if (verdict == "refused") {
        return Status::refused;
    }
    return verdict == "needs-discretion" ? Status::needs_discretion : Status::undetermined;
}

Html clause_link(const Links& links, std::string_view body, std::string_view clause) {
    return a(links.clause(body, clause), "clause " + std::string(clause));
}

namespace {

/// A clause up to this length is quoted whole, a longer one by the words its rule rests on.
constexpr std::size_t quote_bytes_max = 400;

/// The clauses a ruling cites, each once. Those that only say who may do it come last.
std::vector<RulingClause> clauses_of(const Links& links, const views::RulingShown& ruling) {
    std::vector<RulingClause> out;
    std::set<std::string> seen;
    for (const bool permission : {false, true}) {
        for (const auto& reason : ruling.reasons) {
            const bool is_permission = reason.code == "permitted_by";
            if (reason.clause.empty() || is_permission != permission ||
                !seen.insert(reason.charter + reason.clause).second) {
                continue;
            }
            RulingClause clause;
            clause.number = reason.clause;
            const bool whole =
                !reason.clause_text.empty() && reason.clause_text.size() <= quote_bytes_max;
            clause.quote = whole ? reason.clause_text : reason.quote;
            if (!ruling.body.empty()) {
                clause.link = links.clause(ruling.body, reason.own_clause);
            }
            const bool imported = reason.own_clause != reason.clause;
            std::string source =
                reason.restated ? "Our restatement of clause " + reason.clause + "." : "";
            if (imported) {
                source += (source.empty() ? "From " : " From ") + reason.charter +
                          ", which clause " + reason.own_clause + " applies.";
            }
            clause.source = source;
            out.push_back(std::move(clause));
        }
    }
    return out;
}

std::vector<Part> parts_of(const std::vector<std::string>& lines) {
    return {lines.begin(), lines.end()};
}

} // namespace

RulingPanel panel_of(const Links& links, const views::RulingShown& ruling) {
    RulingPanel panel;
    panel.status = status_of(ruling.verdict, ruling.breach);
    panel.sentence = ruling.sentence;
    panel.clauses = clauses_of(links, ruling);
    panel.findings = parts_of(ruling.findings);
    panel.sums = parts_of(ruling.sums);
    panel.exceptions = parts_of(ruling.exceptions);
    panel.would_change = parts_of(ruling.would_change);
    panel.discretion_holder = ruling.holder;
    panel.version = ruling.version;
    for (const auto& reading : ruling.readings) {
        panel.readings.push_back({.question = reading.question,
                                  .reading = reading.reading,
                                  .reason = reading.reason,
                                  .made = reading.made,
                                  .other = sentences(reading.others)});
    }
    return panel;
}

Html measure(const Links& links, std::string_view body, const views::Measure& measure) {
    // The clause's number in the sentence becomes the link; where it is not said, it follows.
    Html words;
    const auto at =
        measure.clause.empty() ? std::string::npos : measure.words.find(measure.clause + " ");
    if (at == std::string::npos) {
        const bool stop = measure.words.ends_with('.');
        words =
            text(stop && !measure.clause.empty() ? measure.words.substr(0, measure.words.size() - 1)
                                                 : measure.words);
        if (!measure.clause.empty()) {
            words += fragment(" (", clause_link(links, body, measure.clause), ").");
        }
    } else {
        words = fragment(measure.words.substr(0, at),
                         a(links.clause(body, measure.clause), measure.clause),
                         measure.words.substr(at + measure.clause.size()));
    }
    if (measure.mark == views::Mark::met) {
        return fragment(words, " ", status_word(Status::permitted, "Met"));
    }
    if (measure.mark == views::Mark::breach) {
        return fragment(words, " ", status_word(Status::breach_recorded, "Not met"));
    }
    return words;
}

Html sentences(const std::vector<std::string>& lines) {
    if (lines.empty()) {
        return {};
    }
    if (lines.size() == 1) {
        return p(lines.front());
    }
    std::vector<Html> items;
    for (const auto& line : lines) {
        items.push_back(li(line));
    }
    return ul(items);
}

Html short_day(base::CivilDate date) {
    const auto words = base::words(date);
    return Tag{"time"}(attr("datetime", base::text(date)), words.substr(words.find(' ') + 1));
}

Html when(const views::Moment& moment) {
    return date_and_time(moment.local);
}

Html when(const views::Moment& begins, const std::optional<views::Moment>& ends) {
    if (!ends) {
        return when(begins);
    }
    const Html until = ends->local.date == begins.local.date
                           ? Tag{"time"}(attr("datetime", base::text(ends->local)),
                                         base::clock_words(ends->local.minute))
                           : date_and_time(ends->local);
    return begins.local.date == ends->local.date
               ? fragment(Tag{"time"}(attr("datetime", base::text(begins.local)),
                                      base::clock_words(begins.local.minute)),
                          " to ", until, " on ", date(begins.local.date))
               : fragment(when(begins), " to ", until);
}

std::string clock_range(base::LocalTime begins, std::optional<base::LocalTime> ends) {
    return base::clock_words(begins.minute) +
           (ends ? " to " + base::clock_words(ends->minute) : std::string());
}

Html meeting_table(const Links& links, const std::string& caption,
                   const std::vector<views::MeetingLine>& lines, bool with_body) {
    govuk::Table table;
    table.caption = caption;
    table.caption_classes = "govuk-visually-hidden";
    table.head = {"Date", "Place"};
    if (with_body) {
        table.head.insert(table.head.begin() + 1, "Body");
    }
    table.head.emplace_back("State");
    table.first_cell_is_header = true;
    for (const auto& line : lines) {
        std::vector<govuk::TableCell> row;
        row.emplace_back(
            fragment(a(links.meeting(line.id), date(line.at.local.date)), br(),
                     clock_range(line.at.local,
                                 line.ends ? std::optional(line.ends->local) : std::nullopt)));
        if (with_body) {
            row.emplace_back(line.body.name);
        }
        row.emplace_back(line.place.empty() ? "Not recorded" : line.place);
        row.emplace_back(line.minutes_words.empty()
                             ? text(line.status_words)
                             : fragment(line.status_words, br(),
                                        span(cls("q-quiet"), "Minutes: ", line.minutes_words)));
        table.rows.push_back(std::move(row));
    }
    return stacking_table(table);
}

Html decision_list(const Links& links, const std::vector<views::DecisionLine>& lines,
                   bool with_body) {
    std::vector<Html> items;
    for (const auto& line : lines) {
        const auto where = with_body ? line.body.name + ", " : std::string();
        items.push_back(
            li(a(links.decision(line.id), line.words), br(),
               span(cls("q-quiet"), line.outcome, line.recommendation ? " as a recommendation" : "",
                    ". ", where, date(line.made.local.date), ".")));
    }
    return plain_list(cls("govuk-list--spaced q-lines"), items);
}

BodyChoice chosen_body(const Visit& visit) {
    const auto id = std::string(visit.request.query.get("body").value_or(""));
    if (id.empty()) {
        return {};
    }
    const auto body = visit.reader.body(id);
    return body ? BodyChoice{id, body->name, true} : BodyChoice{id, {}, false};
}

std::string site_origin(const Visit& visit) {
    const auto host = visit.request.header("host");
    const bool tls = visit.request.header("x-forwarded-proto") == "https";
    return host.empty() ? "http://localhost:8080"
                        : (tls ? "https://" : "http://") + std::string(host);
}

void add_row(govuk::SummaryList& list, std::string_view key, const Part& value) {
    if (!value.empty()) {
        list.rows.push_back({.key = key, .value = value});
    }
}

} // namespace quorate::web
