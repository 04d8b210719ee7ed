// What a rule comes to today: the quorum in members, this year's meetings, who holds an office.

#include "governance/meetings/deadlines.hpp"
#include "governance/words.hpp"
#include "views/bodies_make.hpp"
#include "views/membership/places_make.hpp"

#include <algorithm>
#include <iterator>

namespace quorate::views {

using namespace governance;

namespace {

std::int64_t needed_of(const charter::QuorumRule& rule, std::int64_t members) {
    return rule.rounding == charter::Rounding::up
               ? rule.at_least.least_reaching(members)
               : members * rule.at_least.numerator / rule.at_least.denominator;
}

std::optional<Measure> notice_today(const Ground& ground, const Body& body,
                                    const charter::InForce<charter::NoticeRule>& rule) {
    const Meeting* next = nullptr;
    for (const auto& id : body.meetings) {
        const auto* meeting = ground.state().meetings.find(id);
        const bool ahead = meeting != nullptr && meeting->status == MeetingStatus::convened &&
                           meeting->scheduled > ground.now;
        if (ahead && (next == nullptr || meeting->scheduled < next->scheduled)) {
            next = meeting;
        }
    }
    if (next == nullptr) {
        return std::nullopt;
    }
    const auto on = short_date(ground.moment(body.id, next->scheduled).local.date);
    const auto deadline = notice_deadline(ground.state(), body.id, *rule.params, next->scheduled,
                                          ground.now, ground.context());
    if (!deadline) {
        return Measure{"For the meeting of " + on +
                           " this cannot be worked out: the calendar does not reach that date.",
                       own_clause(*rule.rule), Mark::unknown};
    }
    const bool papers = rule->object == charter::NoticeObject::papers;
    return Measure{"For the meeting of " + on + (papers ? ", papers by " : ", items by ") +
                       base::words(deadline->latest) + ".",
                   own_clause(*rule.rule), Mark::none};
}

template <class P>
charter::InForce<P> in_force(const CompiledTerms& terms, const charter::Rule& rule) {
    for (const auto& each : terms.terms.all<P>()) {
        if (each.rule == &rule) {
            return each;
        }
    }
    return {};
}

void append(std::vector<Measure>& out, std::vector<Measure> more) {
    std::move(more.begin(), more.end(), std::back_inserter(out));
}

void add(std::vector<Measure>& out, std::optional<Measure> measure) {
    if (measure) {
        out.push_back(std::move(*measure));
    }
}

Measure office_today(const Ground& ground, const BodyId& body,
                     const charter::InForce<charter::OfficeRule>& rule) {
    const auto office = office_shown(ground, body, rule);
    auto words = office.title + ": " + office.words;
    return {as_sentence(std::move(words)), office.clause,
            office.term_ended ? Mark::breach : Mark::none};
}

/// Held meetings of a year, and those still to come in it.
struct YearCount {
    std::int64_t held = 0;
    std::int64_t to_come = 0;
};

YearCount count_year(const Ground& ground, const Body& body, int year) {
    YearCount count;
    for (const auto& id : body.meetings) {
        const auto* meeting = ground.state().meetings.find(id);
        if (meeting == nullptr ||
            ground.moment(body.id, meeting->scheduled).local.date.year() != year) {
            continue;
        }
        if (meeting->held() && *meeting->opened() <= ground.now) {
            ++count.held;
        } else if (meeting->status == MeetingStatus::convened && meeting->scheduled > ground.now) {
            ++count.to_come;
        }
    }
    return count;
}

/// Dates of the year's programme that have no meeting convened yet.
std::int64_t planned(const Ground& ground, const Body& body, int year) {
    const auto programme = body.programme.find(year);
    if (programme == body.programme.end()) {
        return 0;
    }
    return std::count_if(
        programme->second.meetings.begin(), programme->second.meetings.end(),
        [&](base::Instant at) {
            const auto day = ground.moment(body.id, at).local.date;
            const auto that_day = [&](base::Instant other) {
                return ground.moment(body.id, other).local.date == day;
            };
            // One that was moved away or called off leaves nothing to come on its day.
            const bool convened =
                std::any_of(body.meetings.begin(), body.meetings.end(), [&](const MeetingId& id) {
                    const auto* meeting = ground.state().meetings.find(id);
                    return meeting != nullptr &&
                           (that_day(meeting->scheduled) ||
                            std::any_of(meeting->postponed_from.begin(),
                                        meeting->postponed_from.end(), that_day));
                });
            return at > ground.now && !convened;
        });
}

} // namespace

std::optional<Measure> quorum_today(const Ground& ground, const BodyId& body) {
    const auto* terms = ground.terms(body, ground.now);
    const auto rule = terms == nullptr ? charter::InForce<charter::QuorumRule>{}
                                       : terms->terms.one<charter::QuorumRule>();
    if (!rule) {
        return std::nullopt;
    }
    const bool by_seats = rule->of == charter::MembershipBase::seats;
    const auto members =
        static_cast<std::int64_t>((by_seats ? seats_at(ground.state(), body, ground.now)
                                            : seats_filled_at(ground.state(), body, ground.now))
                                      .size());
    if (members == 0) {
        return Measure{"No member is in office.", own_clause(*rule.rule), Mark::unknown};
    }
    return Measure{std::to_string(needed_of(*rule.params, members)) + " of " +
                       std::to_string(members) + (by_seats ? " seats." : " members in office."),
                   own_clause(*rule.rule), Mark::none};
}

std::optional<Measure> frequency_now(const Ground& ground, const Body& body) {
    const auto* terms = ground.terms(body.id, ground.now);
    const auto rule = terms == nullptr ? charter::InForce<charter::FrequencyRule>{}
                                       : terms->terms.one<charter::FrequencyRule>();
    if (!rule) {
        return std::nullopt;
    }
    const int year = ground.today.year();
    const auto count = count_year(ground, body, year);
    const auto dates = planned(ground, body, year);
    const auto clause = own_clause(*rule.rule);
    const bool known = body.complete_from && body.complete_from->year() <= year;
    if (count.held + count.to_come + dates == 0 && !known) {
        return Measure{"No meeting of " + std::to_string(year) + " is recorded here. " + clause +
                           " asks for " + number_words(rule->at_least) + ".",
                       clause, Mark::unknown};
    }
    auto words = std::to_string(year) + ": " +
                 (count.held == 0 ? std::string("none") : number_words(count.held)) + " held";
    words += count.to_come > 0 ? ", " + number_words(count.to_come) + " convened" : "";
    words += dates > 0 ? ", " + number_words(dates) + " more in the programme" : "";
    words += ". " + clause + " asks for " + number_words(rule->at_least) + ".";
    const auto mark = count.held >= rule->at_least ? Mark::met
                      : count.held + count.to_come + dates >= rule->at_least || !known
                          ? Mark::none
                          : Mark::breach;
    return Measure{std::move(words), clause, mark};
}

std::vector<Measure> balance_now(const Ground& ground, const BodyId& body) {
    std::vector<Measure> out;
    const auto* terms = ground.terms(body, ground.now);
    if (terms == nullptr || seats_at(ground.state(), body, ground.now).empty()) {
        return out;
    }
    for (const auto& rule : terms->terms.all<charter::BalanceRule>()) {
        append(out, balance_measures(ground, body, rule));
    }
    for (const auto& answer : places_now(ground, body)) {
        out.push_back(places_measure(ground, body, answer));
    }
    return out;
}

std::vector<Measure> today_of(const Ground& ground, const Body& body, const CompiledTerms& terms,
                              const charter::Rule& rule) {
    std::vector<Measure> out;
    switch (rule.kind) {
    case charter::Kind::quorum:
        if (auto measure = quorum_today(ground, body.id)) {
            measure->words = "Quorum today: " + measure->words;
            out.push_back(std::move(*measure));
        }
        break;
    case charter::Kind::frequency:
        add(out, frequency_now(ground, body));
        break;
    case charter::Kind::notice:
        if (const auto found = in_force<charter::NoticeRule>(terms, rule)) {
            add(out, notice_today(ground, body, found));
        }
        break;
    case charter::Kind::office:
        if (const auto found = in_force<charter::OfficeRule>(terms, rule)) {
            out.push_back(office_today(ground, body.id, found));
        }
        break;
    case charter::Kind::balance:
        if (const auto found = in_force<charter::BalanceRule>(terms, rule)) {
            append(out, balance_measures(ground, body.id, found));
        }
        break;
    case charter::Kind::seats:
        for (const auto& answer : places_now(ground, body.id)) {
            if (answer.rule.rule == &rule) {
                out.push_back(places_measure(ground, body.id, answer));
            }
        }
        break;
    default:
        break;
    }
    return out;
}

} // namespace quorate::views
