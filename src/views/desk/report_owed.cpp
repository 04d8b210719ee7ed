#include "views/desk/report_owed.hpp"

#include "governance/duties/duties.hpp"
#include "governance/words.hpp"
#include "views/duties_make.hpp"

#include <algorithm>

namespace quorate::views {

using namespace governance;

namespace {

bool is_open(const Duty& duty) {
    return duty.state == DutyState::overdue || duty.state == DutyState::due_soon ||
           duty.state == DutyState::not_yet_due;
}

/// A line of the list that stands for several members has what their duties begin with.
bool is_of(const Duty& duty, std::string_view id) {
    return duty.id == id || (!id.empty() && duty.id.starts_with(std::string(id) + "/"));
}

/// One report of the same members about the same meeting.
bool same_report(const Duty& a, const Duty& b) {
    return a.rule == b.rule && a.body == b.body && a.meeting == b.meeting && a.due == b.due;
}

} // namespace

std::optional<ReportOwed> report_owed(const Reader& reader, std::string_view id) {
    const auto& ground = reader.ground();
    if (!ground.see.desk()) {
        return std::nullopt;
    }
    const auto all = duties(ground.state(), ground.context(), ground.today);
    const auto asked = std::find_if(
        all.begin(), all.end(), [&](const Duty& each) { return is_open(each) && is_of(each, id); });
    const auto* rule = asked == all.end() ? nullptr : report_rule(ground, *asked);
    if (rule == nullptr) {
        return std::nullopt;
    }
    ReportOwed out;
    out.duty = std::string(id);
    out.body = ground.body(asked->body);
    const bool of_a_body = ground.state().bodies.find(BodyId(asked->who)) != nullptr;
    out.by = of_a_body ? asked->who : asked->body.value;
    out.what = as_sentence(asked->what);
    out.clause = asked->cited_clause.empty() ? asked->clause : asked->cited_clause;
    out.due = asked->due;
    out.kind = rule->kind;
    out.through = rule->through;
    out.audiences = rule->audiences;
    if (rule->trigger == charter::DutyTrigger::each_year && asked->due) {
        out.year = asked->due->year();
    }
    out.meeting = asked->meeting ? asked->meeting->value : "";
    for (const auto& each : all) {
        if (each.seat && is_open(each) && same_report(each, *asked)) {
            if (auto seat = ground.seat(*each.seat, ground.now)) {
                out.seats.push_back(std::move(*seat));
            }
        }
    }
    if (out.audiences.empty()) {
        out.audiences.push_back(out.seats.empty() ? asked->body.value : "own-sector");
    }
    return out;
}

} // namespace quorate::views
