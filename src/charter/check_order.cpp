#include "charter/check_parts.hpp"
#include "charter/decode.hpp"
#include "charter/params.hpp"
#include "charter/written.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <map>

namespace quorate::charter {
namespace {

using ById = std::map<std::string_view, const ResolvedRule*>;

const ResolvedRule* find(const ById& rules, std::string_view id) {
    const auto found = rules.find(id);
    return found == rules.end() ? nullptr : found->second;
}

/// True when following exceptions from `rule` comes to `other`.
bool comes_before(const ById& rules, const ResolvedRule& rule, const ResolvedRule& other) {
    const auto* at = &rule;
    for (std::size_t steps = 0; at != nullptr && steps <= rules.size(); ++steps) {
        at = find(rules, at->rule.exception_to);
        if (at == &other) {
            return true;
        }
    }
    return false;
}

void check_exceptions(const Checking& checking, const ById& rules) {
    std::vector<std::string> ids;
    for (const auto& [id, rule] : rules) {
        ids.emplace_back(id);
    }
    for (const auto& one : checking.resolution.rules) {
        if (one.brought_by != nullptr || one.rule.exception_to.empty()) {
            continue;
        }
        const auto place = one.rule.place_of("exception");
        if (find(rules, one.rule.exception_to) == nullptr) {
            checking.add(place,
                         fmt::format("rule {} is an exception to {}, which is not there",
                                     one.rule.id, one.rule.exception_to),
                         suggestion(one.rule.exception_to, ids,
                                    "Name a rule of this charter or of one it applies"));
        } else if (comes_before(rules, one, one)) {
            checking.add(
                place, fmt::format("rule {} is, step by step, an exception to itself", one.rule.id),
                "Leave one of the exceptions out");
        }
    }
}

bool share_any(const std::vector<std::string>& a, const std::vector<std::string>& b) {
    return a.empty() || b.empty() || std::any_of(a.begin(), a.end(), [&](const auto& item) {
               return std::find(b.begin(), b.end(), item) != b.end();
           });
}

/// What both rules would settle, in words; empty when they do not meet.
std::string same_value(const ResolvedRule& a, const ResolvedRule& b) {
    if (a.params.index() != b.params.index()) {
        return {};
    }
    const auto kind = a.rule.kind;
    if (single_valued(kind)) {
        return kind == Kind::exit ? "leaving" : fmt::format("the {}", kind_name(kind));
    }
    if (kind == Kind::class_) {
        return "the classes of seat";
    }
    if (const auto* office = std::get_if<OfficeRule>(&a.params)) {
        const auto& other = std::get<OfficeRule>(b.params);
        return office->office == other.office ? "the office " + office->office : std::string{};
    }
    if (const auto* notice = std::get_if<NoticeRule>(&a.params)) {
        const auto& other = std::get<NoticeRule>(b.params);
        const bool meet = notice->object == other.object && share_any(notice->things, other.things);
        return meet ? "the notice of " + written(notice->object) : std::string{};
    }
    if (const auto* seats = std::get_if<SeatsRule>(&a.params)) {
        const auto& other = std::get<SeatsRule>(b.params);
        const bool meet = seats->holder == other.holder && seats->class_ == other.class_ &&
                          seats->on == other.on && !seats->holder.empty();
        return meet ? "the places for " + seats->holder : std::string{};
    }
    return {};
}

std::string where(const ResolvedRule& one) {
    return fmt::format("{} (clause {}, {}:{}:{})", one.rule.id, one.rule.clause,
                       one.rule.place.file, one.rule.place.line, one.rule.place.column);
}

void conflict(const Checking& checking, const ResolvedRule& a, const ResolvedRule& b,
              std::string_view what) {
    const auto& place = b.brought_by != nullptr ? b.brought_by->place : b.rule.place;
    checking.add(place, fmt::format("two rules settle {}: {} and {}", what, where(a), where(b)),
                 fmt::format("Write exception = \"{}\" on the one that comes first",
                             b.brought_by != nullptr ? b.rule.id : a.rule.id));
}

/// Body rules may share out what they say; they conflict where they say different things.
void check_bodies(const Checking& checking, const ResolvedRule& a, const ResolvedRule& b) {
    const auto first = params_texts(a.params);
    const auto second = params_texts(b.params);
    const auto silent = params_texts(default_params(Kind::body));
    for (std::size_t i = 0; i < first.size(); ++i) {
        const bool list = !first[i].second.empty() && first[i].second.front() == '[';
        const bool both =
            first[i].second != silent[i].second && second[i].second != silent[i].second;
        if (!list && both && first[i].second != second[i].second) {
            conflict(checking, a, b, fmt::format("the body's \"{}\"", first[i].first));
        }
    }
}

void check_conflicts(const Checking& checking, const ById& rules) {
    const auto& all = checking.resolution.rules;
    std::map<Kind, std::vector<const ResolvedRule*>> by_kind;
    for (const auto& one : all) {
        by_kind[one.rule.kind].push_back(&one);
    }
    for (const auto& [kind, list] : by_kind) {
        for (std::size_t i = 0; i < list.size(); ++i) {
            for (std::size_t j = i + 1; j < list.size(); ++j) {
                const auto& a = *list[i];
                const auto& b = *list[j];
                const auto what = same_value(a, b);
                const bool may_meet = kind == Kind::body || !what.empty();
                if (!may_meet || comes_before(rules, a, b) || comes_before(rules, b, a)) {
                    continue;
                }
                if (kind == Kind::body) {
                    check_bodies(checking, a, b);
                } else {
                    conflict(checking, a, b, what);
                }
            }
        }
    }
}

} // namespace

void check_order(const Checking& checking) {
    ById rules;
    for (const auto& one : checking.resolution.rules) {
        rules.emplace(one.rule.id, &one);
    }
    check_exceptions(checking, rules);
    check_conflicts(checking, rules);
}

} // namespace quorate::charter
