#include "base/text.hpp"
#include "charter/check_parts.hpp"
#include "charter/decode.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <set>

namespace quorate::charter {
namespace {

constexpr std::string_view office_prefix = "office:";

bool contains(const std::vector<std::string>& list, std::string_view text) {
    return std::find(list.begin(), list.end(), text) != list.end();
}

bool has_office_prefix(std::string_view text) {
    return text.substr(0, office_prefix.size()) == office_prefix;
}

/// The offices, bodies and classes that the charter and those it applies define.
struct Known {
    std::vector<std::string> offices;
    std::vector<std::string> bodies;
    std::vector<std::string> classes;
};

void add_bodies(const Charter& charter, std::vector<std::string>& out) {
    const auto include = [&](const std::string& id) {
        if (!id.empty()) {
            out.push_back(id);
        }
    };
    include(charter.body);
    for (const auto& rule : charter.rules) {
        if (const auto* body = std::get_if<BodyRule>(&rule.params)) {
            for (const auto* id :
                 {&body->id, &body->accountable_to, &body->exists_within, &body->serviced_by,
                  &body->lead_authority, &body->accountable_body, &body->managed_through}) {
                include(*id);
            }
            out.insert(out.end(), body->oversees.begin(), body->oversees.end());
            out.insert(out.end(), body->works_with.begin(), body->works_with.end());
        }
        if (const auto* succession = std::get_if<SuccessionRule>(&rule.params)) {
            include(succession->to);
            out.insert(out.end(), succession->from.begin(), succession->from.end());
        }
        if (const auto* apply = std::get_if<ApplyRule>(&rule.params)) {
            for (const auto& pair : apply->substitute) {
                out.insert(out.end(), pair.begin(), pair.end());
            }
        }
    }
}

Known known_names(const Checking& checking) {
    Known out;
    add_bodies(checking.charter, out.bodies);
    for (const auto& source : checking.resolution.sources) {
        add_bodies(*source, out.bodies);
        for (const auto& rule : source->rules) {
            if (const auto* office = std::get_if<OfficeRule>(&rule.params)) {
                out.offices.push_back(office->office);
            }
        }
    }
    for (const auto& one : checking.resolution.rules) {
        if (const auto* office = std::get_if<OfficeRule>(&one.params)) {
            out.offices.push_back(office->office);
        }
        if (const auto* classes = std::get_if<ClassRule>(&one.params)) {
            out.classes.insert(out.classes.end(), classes->classes.begin(), classes->classes.end());
        }
    }
    return out;
}

/// Looks at the names in one rule.
class Names {
public:
    Names(const Checking& checking, const Known& known, const ResolvedRule& rule)
        : checking_(checking), known_(known), rule_(rule) {}

    void operator()(const SeatsRule& rule) const {
        bodies("on", rule.on);
        class_of("class", rule.class_);
    }
    void operator()(const BalanceRule& rule) const {
        for (std::size_t i = 0; i < rule.each_of.size(); ++i) {
            class_of(fmt::format("each_of[{}]", i), rule.each_of[i]);
        }
    }
    void operator()(const OfficeRule& rule) const {
        office("differs_in_class_from", rule.differs_in_class_from);
        body("by", rule.by);
        body("then", rule.then);
    }
    void operator()(const SubstituteRule& rule) const { role("by", rule.by); }
    void operator()(const ResponsibilityRule& rule) const { body("holder", rule.holder); }
    void operator()(const DelegationRule& rule) const {
        body("from", rule.from);
        if (has_office_prefix(rule.to)) {
            office("to", rule.to);
        } else {
            body("to", rule.to);
        }
        role("own_conflict", rule.own_conflict);
    }
    void operator()(const QuorumRule& rule) const { roles("counts", rule.counts); }
    void operator()(const NoticeRule& rule) const { role("by", rule.by); }
    void operator()(const MayRule& rule) const {
        roles("who", rule.who);
        acts("acts", rule.acts);
        role("agreement_of", rule.agreement_of);
    }
    void operator()(const InterestRule& rule) const {
        role("declare_to", rule.declare_to);
        role("decided_by", rule.decided_by);
        role("own_conflict", rule.own_conflict);
    }
    void operator()(const LimitRule& rule) const {
        roles("who", rule.who);
        acts("acts", rule.acts);
    }
    void operator()(const DutyRule& rule) const {
        if (has_office_prefix(rule.on) || is_common_office(rule.on)) {
            office("on", rule.on);
        }
        act("event", rule.event);
        act("evidence", rule.evidence);
        body("through", rule.through);
    }
    void operator()(const AttendanceRule& rule) const {
        role("then_by", rule.then_by);
        act("then", rule.then);
    }
    void operator()(const ExitRule& rule) const {
        role("to", rule.to);
        body("unless_agreed_by", rule.unless_agreed_by);
    }
    void operator()(const AdmissionRule& rule) const { body("by", rule.by); }
    void operator()(const SuccessionRule& rule) const {
        const auto& to = rule.to.empty() ? checking_.charter.body : rule.to;
        for (std::size_t i = 0; i < rule.from.size(); ++i) {
            if (!to.empty() && rule.from[i] == to) {
                add(fmt::format("from[{}]", i), fmt::format("{} follows itself", to),
                    "Name another body in from");
            }
        }
        if (rule.mode == SuccessionMode::client_role && contains(rule.scope, "all")) {
            add("scope", "a client role passes, and no matter of it is named",
                "Name the matters that pass, such as scope = [\"approve-vision\"]");
        }
    }
    template <class Other>
    void operator()(const Other&) const {}

private:
    /// Offices that go by the same name everywhere, so that a role of that name must be somebody's.
    static bool is_common_office(std::string_view name) {
        return name == "chair" || name == "vice-chair";
    }

    [[nodiscard]] bool own() const { return rule_.brought_by == nullptr; }
    /// A charter without a body is read by the charters that apply it; its names are resolved
    /// there.
    [[nodiscard]] bool of_a_body() const { return !checking_.charter.body.empty(); }

    void add(std::string_view key, std::string message, std::string help) const {
        if (own()) {
            checking_.add(rule_.rule.place_of(key), std::move(message), std::move(help));
        } else {
            checking_.add(
                rule_.brought_by->place,
                fmt::format("rule {} of {}: {}", rule_.rule.id, rule_.rule.charter, message),
                std::move(help));
        }
    }

    void office(std::string_view key, std::string_view name) const {
        if (has_office_prefix(name)) {
            name.remove_prefix(office_prefix.size());
        }
        if (!of_a_body() || name.empty() || contains(known_.offices, name)) {
            return;
        }
        add(key, fmt::format("no office rule defines the office \"{}\"", name),
            suggestion(name, known_.offices, "Add a rule office, or apply a charter that has it"));
    }

    void role(std::string_view key, std::string_view name) const {
        if (name.empty() || contains(known_.offices, name)) {
            return;
        }
        const auto& roles = checking_.vocabulary.roles;
        if (has_office_prefix(name) || is_common_office(name)) {
            office(key, name);
        } else if (own() && !roles.empty() && !contains(roles, name)) {
            auto names = roles;
            names.insert(names.end(), known_.offices.begin(), known_.offices.end());
            add(key, fmt::format("there is no role or office \"{}\"", name),
                suggestion(name, names, "The roles are " + base::list_words(roles)));
        }
    }

    void roles(std::string_view key, const std::vector<std::string>& names) const {
        for (std::size_t i = 0; i < names.size(); ++i) {
            role(fmt::format("{}[{}]", key, i), names[i]);
        }
    }

    void act(std::string_view key, std::string_view name) const {
        const auto& acts = checking_.vocabulary.acts;
        if (!own() || name.empty() || acts.empty() || contains(acts, name)) {
            return;
        }
        add(key, fmt::format("there is no act \"{}\"", name),
            suggestion(name, acts, "Write an act as quorate acts lists it"));
    }

    void acts(std::string_view key, const std::vector<std::string>& names) const {
        for (std::size_t i = 0; i < names.size(); ++i) {
            act(fmt::format("{}[{}]", key, i), names[i]);
        }
    }

    void body(std::string_view key, std::string_view id) const {
        if (!of_a_body() || id.empty() || contains(known_.bodies, id)) {
            return;
        }
        add(key, fmt::format("no body \"{}\" is known to this charter", id),
            suggestion(id, known_.bodies,
                       "Name it in a body rule's links, or in a substitution of an apply rule"));
    }

    void bodies(std::string_view key, const std::vector<std::string>& ids) const {
        for (std::size_t i = 0; i < ids.size(); ++i) {
            body(fmt::format("{}[{}]", key, i), ids[i]);
        }
    }

    void class_of(std::string_view key, std::string_view name) const {
        if (name.empty() || known_.classes.empty() || contains(known_.classes, name)) {
            return;
        }
        add(key, fmt::format("there is no class of seat \"{}\"", name),
            suggestion(name, known_.classes,
                       "The classes are " + base::list_words(known_.classes)));
    }

    const Checking& checking_;
    const Known& known_;
    const ResolvedRule& rule_;
};

} // namespace

void check_names(const Checking& checking) {
    const auto known = known_names(checking);
    for (const auto& one : checking.resolution.rules) {
        std::visit(Names(checking, known, one), one.params);
    }
}

} // namespace quorate::charter
