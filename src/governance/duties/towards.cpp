#include "governance/duties/towards.hpp"

#include <algorithm>
#include <set>

namespace quorate::governance {
namespace {

constexpr std::string_view every_one = ":*";

void add_all_of(const Inquiry& inquiry, std::string_view sort, std::set<std::string>& out) {
    inquiry.state.organisations.each([&](const Organisation& organisation) {
        if (organisation.sector == sort) {
            out.insert(organisation.id.value);
        }
    });
    inquiry.state.bodies.each([&](const Body& body) {
        const auto* status = body.status.at(inquiry.now);
        const bool there = status != nullptr && *status != BodyStatus::dissolved;
        const auto* terms = terms_at(inquiry.state, body.id, inquiry.now, inquiry.context);
        const auto rule = terms == nullptr ? charter::InForce<charter::BodyRule>{}
                                           : terms->terms.one<charter::BodyRule>();
        if (there && rule && rule->sort == sort && body.id != inquiry.body.id) {
            out.insert(body.id.value);
        }
    });
}

/// Went to somebody the duty names, or to the body whose terms it stands in.
bool reached(const Inquiry& inquiry, const charter::DutyRule& rule, const Report& report) {
    const auto to = [&](const std::string& who) {
        return std::find(report.audiences.begin(), report.audiences.end(), who) !=
               report.audiences.end();
    };
    return to(inquiry.body.id.value) ||
           std::any_of(rule.audiences.begin(), rule.audiences.end(), to);
}

void add_reports(const Inquiry& inquiry, const Body& of, const charter::DutyRule& rule,
                 std::vector<const Report*>& out) {
    for (const auto& report : of.reports) {
        const bool kind = rule.kind.empty() || report.kind == rule.kind;
        const bool here = of.id == inquiry.body.id || reached(inquiry, rule, report);
        if (kind && report.effective <= inquiry.now && here) {
            out.push_back(&report);
        }
    }
}

} // namespace

std::vector<std::string> towards(const Inquiry& inquiry, const std::vector<std::string>& each) {
    std::set<std::string> out;
    for (const auto& one : each) {
        if (one.ends_with(every_one)) {
            add_all_of(inquiry, std::string_view(one).substr(0, one.size() - every_one.size()),
                       out);
        } else {
            out.insert(one);
        }
    }
    return {out.begin(), out.end()};
}

std::vector<const Report*> reports_for(const Inquiry& inquiry, const charter::DutyRule& rule,
                                       const std::string& by) {
    std::vector<const Report*> out;
    if (by.empty()) {
        add_reports(inquiry, inquiry.body, rule, out);
    }
    const auto* owed_by = inquiry.state.bodies.find(BodyId(by.empty() ? rule.on : by));
    if (owed_by != nullptr && owed_by->id != inquiry.body.id) {
        add_reports(inquiry, *owed_by, rule, out);
    }
    std::stable_sort(out.begin(), out.end(),
                     [](const Report* a, const Report* b) { return a->effective < b->effective; });
    return out;
}

bool right_way(const Report& report, const charter::DutyRule& rule) {
    return rule.through.empty() || (report.through && report.through->value == rule.through);
}

DutyEvidence report_evidence(const Inquiry& inquiry, const Report& report) {
    const auto date = inquiry.date_of(report.effective);
    return {"", report.position, date, "Reported on " + base::words(date)};
}

} // namespace quorate::governance
