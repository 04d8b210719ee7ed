#include "views/desk/urgent.hpp"

#include "governance/codec_names.hpp"
#include "governance/duties/duties.hpp"
#include "governance/words.hpp"
#include "views/desk/chair_make.hpp"
#include "views/desk/urgent_make.hpp"
#include "views/reader.hpp"
#include "views/rule_words.hpp"
#include "views/ruling_names.hpp"

#include <algorithm>
#include <cctype>
#include <map>

namespace quorate::views {

using namespace governance;

namespace {

using Rule = charter::InForce<charter::DelegationRule>;

std::string how_words(const std::string& how) {
    return how == "e-mail"      ? "by e-mail"
           : how == "telephone" ? "by telephone"
           : how == "letter"    ? "by letter"
           : how == "in-person" ? "in person"
                                : how;
}

ConsultedShown consulted_shown(const Ground& ground, const BodyId& body,
                               const ConsultedSeat& each) {
    ConsultedShown out;
    if (const auto seat = ground.seat(each.seat, each.asked)) {
        out.seat = *seat;
    }
    out.how = how_words(each.how);
    out.asked = ground.moment(body, each.asked);
    if (each.view) {
        out.answer_id = urgent_view_id(*each.view);
        out.answer = urgent_view_words(*each.view);
        out.words = ground.words_or(each.words, "");
        out.answered = ground.moment(body, *each.answered);
        out.position = each.position;
    }
    return out;
}

ConsultationShown consultation_shown(const Ground& ground, const BodyId& body,
                                     const UrgentConsultation& each) {
    ConsultationShown out;
    out.number = each.number;
    out.words = ground.words_or(each.words, "");
    out.urgency = ground.words_or(each.urgency, "");
    out.begun = ground.moment(body, each.begun);
    out.open = each.open();
    out.state = each.dropped ? "dropped" : each.decision ? "decided" : "open";
    out.decision = each.decision ? each.decision->value : "";
    out.position = each.position;
    for (const auto& seat : each.seats) {
        out.seats.push_back(consulted_shown(ground, body, seat));
        out.answered += seat.view ? 1 : 0;
    }
    if (each.answer_by) {
        out.answer_by = ground.moment(body, *each.answer_by);
        out.late = each.open() && *each.answer_by < ground.now &&
                   out.answered < static_cast<std::int64_t>(each.seats.size());
    }
    return out;
}

/// The members who can be asked: everybody but whoever decides.
std::vector<UrgentSector> sectors_of(const Ground& ground, const BodyId& body,
                                     const UrgentPage& page) {
    const auto decider = parse_actor(page.actor);
    const auto* own =
        decider ? seat_of(ground.state(), *decider, body, nullptr, ground.now, ground.context())
                : nullptr;
    std::vector<UrgentSector> out;
    for (const auto* seat : seats_filled_at(ground.state(), body, ground.now)) {
        if (seat == own) {
            continue;
        }
        auto found = std::find_if(out.begin(), out.end(), [&](const UrgentSector& each) {
            return each.id == seat->sector;
        });
        if (found == out.end()) {
            const auto name = seat->sector.empty() ? "No sector" : plain_name(seat->sector);
            out.push_back({seat->sector, name, {}});
            found = out.end() - 1;
        }
        found->seats.push_back(ground.seat(*seat, ground.now));
    }
    return out;
}

void add_considers(const Ground& ground, const CompiledTerms& terms, UrgentPage& out) {
    for (const auto& rule : terms.terms.all<charter::DutyRule>()) {
        if (rule->trigger != charter::DutyTrigger::each_decision || rule->considers.empty()) {
            continue;
        }
        out.considers_clause = own_clause(*rule.rule);
        for (const auto& each : rule->considers) {
            out.considers.push_back({each, matter_words(ground, each)});
        }
    }
}

void add_matters(const CompiledTerms& terms, const BodyId& body, UrgentPage& out) {
    for (const auto& rule : terms.terms.all<charter::ResponsibilityRule>()) {
        if (rule->holder.empty() || rule->holder == body.value) {
            out.matters.push_back(
                {rule->matter, rule->what.empty() ? plain_name(rule->matter) : rule->what});
        }
    }
}

/// The rules that ask for something after an urgent decision.
std::vector<std::string> report_rules(const CompiledTerms& terms) {
    std::vector<std::string> out;
    for (const auto& rule : terms.terms.all<charter::DutyRule>()) {
        if (rule->event == "take-urgent-decision") {
            out.push_back(rule.rule->id);
        }
    }
    return out;
}

/// Whether a decision was reported after it was made, and what the terms ask of that.
void add_report(const Ground& ground, const std::vector<Duty>& duties,
                const std::vector<std::string>& rules, const Decision& decision, UrgentTaken& out) {
    const auto* known = ground.state().bodies.find(decision.body);
    for (const auto& report : known->reports) {
        const auto& named = report.decisions;
        const bool of_it =
            named.empty() || std::find(named.begin(), named.end(), decision.id) != named.end();
        out.reported = out.reported || (report.kind == "urgent-decision" && of_it &&
                                        report.effective >= decision.effective);
    }
    const auto day = ground.moment(decision.body, decision.effective).local.date;
    for (const auto& duty : duties) {
        const bool about = std::find(rules.begin(), rules.end(), duty.rule) != rules.end();
        if (about && duty.since == day && duty.id.ends_with("/" + decision.id.value)) {
            out.report = duty.words;
        }
    }
}

void add_taken(const Ground& ground, const BodyId& body, UrgentPage& out) {
    const auto duties = duties_of(ground.state(), ground.context(), body, ground.today);
    const auto rules = report_rules(*ground.terms(body, ground.now));
    const auto* known = ground.state().bodies.find(body);
    for (auto id = known->decisions.rbegin(); id != known->decisions.rend(); ++id) {
        const auto* decision = ground.state().decisions.find(*id);
        if (decision == nullptr || decision->kind != DecisionKind::urgent) {
            continue;
        }
        UrgentTaken taken;
        taken.id = decision->id.value;
        taken.words = ground.words_or(decision->words, "(words no longer held)");
        taken.made = ground.moment(body, decision->effective);
        taken.disputed = decision->disputed;
        add_report(ground, duties, rules, *decision, taken);
        out.taken.push_back(std::move(taken));
    }
}

/// As whom the viewer uses the power; false when it is none of theirs.
bool add_actor(const Ground& ground, const BodyId& body, const Rule& rule, UrgentPage& out) {
    const auto office = rule->to.starts_with("office:") ? rule->to.substr(7) : std::string("chair");
    out.instead = rule->own_conflict.empty() ? "" : who_words(rule->own_conflict);
    for (const auto& own : seats_of_viewer(ground)) {
        const auto roles =
            roles_of(ground.state(), own.actor, body, nullptr, {}, ground.now, ground.context());
        const auto holder = parse_role(office);
        const auto instead = parse_role(rule->own_conflict);
        const bool is_holder = holder && own.seat->body == body && roles.has(*holder);
        const bool is_instead = instead && own.seat->body == body && roles.has(*instead);
        if (is_holder || is_instead) {
            out.as = capitalised(who_words(is_holder ? office : rule->own_conflict));
            out.actor = text(own.actor);
            out.is_instead = !is_holder;
            return true;
        }
    }
    if (ground.see.register_kept()) {
        out.as = who_words(office);
        out.actor = office;
        out.instead_actor = rule->own_conflict;
        return true;
    }
    return false;
}

} // namespace

charter::InForce<charter::DelegationRule> urgent_rule(const Ground& ground, const BodyId& body) {
    const auto* terms = ground.terms(body, ground.now);
    if (terms != nullptr) {
        for (const auto& rule : terms->terms.all<charter::DelegationRule>()) {
            if (rule->scope == "urgent") {
                return rule;
            }
        }
    }
    return {};
}

std::string urgent_view_id(UrgentView view) {
    std::string out(written(view));
    std::replace(out.begin(), out.end(), '_', '-');
    return out;
}

std::string urgent_view_words(UrgentView view) {
    switch (view) {
    case UrgentView::agrees:
        return "Agrees";
    case UrgentView::disagrees:
        return "Does not agree";
    case UrgentView::no_view:
        return "Has no view";
    }
    return {};
}

std::optional<UrgentPage> urgent_page(const Reader& reader, std::string_view id) {
    const auto& ground = reader.ground();
    const BodyId body(id);
    const auto* known = ground.state().bodies.find(body);
    const auto rule = known == nullptr ? Rule{} : urgent_rule(ground, body);
    UrgentPage out;
    if (!rule || !add_actor(ground, body, rule, out)) {
        return std::nullopt;
    }
    out.body = ground.body(body);
    out.clause = own_clause(*rule.rule);
    out.quote = rule.rule->quotes.empty() ? "" : rule.rule->quotes.front();
    out.rule = rule_words(known_names(ground), *rule.rule, *rule.params);
    out.consult = rule->consult;
    out.each_sector = rule->each_sector;
    out.in_writing = rule->in_writing;
    out.sectors = sectors_of(ground, body, out);
    const auto* terms = ground.terms(body, ground.now);
    add_considers(ground, *terms, out);
    add_matters(*terms, body, out);
    for (auto each = known->urgent_consultations.rbegin();
         each != known->urgent_consultations.rend(); ++each) {
        out.consultations.push_back(consultation_shown(ground, body, *each));
    }
    add_taken(ground, body, out);
    return out;
}

UrgentConflict urgent_conflict(const Reader& reader, const UrgentPage& page) {
    const auto& ground = reader.ground();
    const BodyId body(page.body.id);
    const auto rule = urgent_rule(ground, body);
    const auto office = rule ? rule->own_conflict : std::string();
    UrgentConflict out;
    if (page.is_instead) {
        out.words = "You decide this in place of the Chair, who has an interest in it. If you have "
                    "one too, it waits for a meeting.";
    } else if (office.empty()) {
        out.words = "If you have an interest in the matter yourself, it waits for a meeting.";
    } else {
        const auto* seat =
            office_at(ground.state(), body, office, ground.now, ground.context()).seat;
        out.vacant = seat == nullptr || occupant_at(ground.state(), *seat, ground.now) == nullptr;
        out.words =
            out.vacant
                ? "If the Chair has an interest in the matter it waits for a meeting, or until " +
                      page.instead + " is elected: nobody holds that office."
                : "If you have an interest in the matter yourself, " + page.instead +
                      " decides it; where " + page.instead +
                      " has one too, it waits for a meeting.";
    }
    return out;
}

std::vector<Named> urgent_bodies(const Reader& reader) {
    const auto& ground = reader.ground();
    std::vector<Named> out;
    ground.state().bodies.each([&](const Body& body) {
        const auto rule = urgent_rule(ground, body.id);
        UrgentPage page;
        if (rule && add_actor(ground, body.id, rule, page)) {
            out.push_back(ground.body(body.id));
        }
    });
    return out;
}

std::vector<UrgentOpen> urgent_open(const Reader& reader) {
    const auto& ground = reader.ground();
    std::vector<UrgentOpen> out;
    if (!ground.see.register_kept()) {
        return out;
    }
    ground.state().bodies.each([&](const Body& body) {
        for (const auto& each : body.urgent_consultations) {
            if (!each.open()) {
                continue;
            }
            const auto shown = consultation_shown(ground, body.id, each);
            const auto asked = static_cast<std::int64_t>(shown.seats.size());
            const auto silent = asked - shown.answered;
            out.push_back({ground.body(body.id), each.number, shown.words,
                           silent == 0
                               ? "All have answered"
                               : capitalised(number_words(silent)) + " of " + number_words(asked) +
                                     (silent == 1 ? " has" : " have") + " not answered",
                           shown.answer_by, shown.late});
        }
    });
    return out;
}

std::vector<std::string> consulted_lines(const Reader& reader, std::string_view id) {
    const auto& ground = reader.ground();
    const auto* decision = ground.state().decisions.find(DecisionId(id));
    return decision == nullptr ? std::vector<std::string>{} : consulted_of(ground, *decision);
}

namespace {

/// "agrees", "does not agree"; "had not answered".
std::string answer_words(const ConsultedShown& shown) {
    auto out = shown.answer.empty() ? std::string("had not answered") : shown.answer;
    out.front() = static_cast<char>(std::tolower(static_cast<unsigned char>(out.front())));
    return out;
}

} // namespace

std::vector<std::string> consulted_of(const Ground& ground, const Decision& decision) {
    std::vector<std::string> out;
    const auto* body = ground.state().bodies.find(decision.body);
    if (body == nullptr || !decision.consultation || *decision.consultation < 1 ||
        *decision.consultation > static_cast<std::int64_t>(body->urgent_consultations.size())) {
        return out;
    }
    const auto& consultation =
        body->urgent_consultations[static_cast<std::size_t>(*decision.consultation - 1)];
    for (const auto& each : consultation.seats) {
        const auto shown = consulted_shown(ground, decision.body, each);
        auto line = seat_words(shown.seat) + ": asked " + shown.how + " on " +
                    short_date(shown.asked.local.date) + "; " + answer_words(shown) + ".";
        if (!shown.words.empty() && ground.see.desk()) {
            line += " " + as_sentence(shown.words);
        }
        out.push_back(std::move(line));
    }
    return out;
}

} // namespace quorate::views
