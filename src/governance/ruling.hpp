#ifndef QUORATE_GOVERNANCE_RULING_HPP
#define QUORATE_GOVERNANCE_RULING_HPP
// A ruling: what the terms say of an act, with every reason, and the events it gives rise to.

#include "charter/terms.hpp"
#include "governance/codes.hpp"
#include "governance/events.hpp"

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace quorate::governance {

BOOST_DEFINE_ENUM_CLASS(Verdict, permitted, refused, needs_discretion, undetermined)
/// What one rule says of an act.
BOOST_DEFINE_ENUM_CLASS(Says, complies, breach, undetermined, discretion, remark)

/// A named number or word behind a reason: present 19, needed 20, latest 2008-06-17.
struct Fact {
    std::string name;
    std::variant<std::int64_t, std::string> value;

    friend bool operator==(const Fact&, const Fact&) = default;
};

/// A reading a reason relies on.
struct ReadingUsed {
    std::string interpretation; ///< charter/id
    std::string reading;

    friend bool operator==(const ReadingUsed&, const ReadingUsed&) = default;
};

/// What the same rule says under another reading. Only in an explanation.
struct Otherwise {
    ReadingUsed reading;
    Says says{};
    Code code{};
    std::vector<Fact> facts;
};

/// One rule's answer. `rule`, `clause` and `quote` point into a charter held by the library, or are empty for a
/// reason that comes from the state of the record (no such meeting).
struct Reason {
    Says says = Says::complies;
    Code code{};
    std::string_view rule;
    std::string_view clause;
    std::string_view cited_clause; ///< for an imported rule, the clause that imports it
    std::string_view quote;
    charter::Effect effect = charter::Effect::recorded;
    std::vector<Fact> facts;
    std::vector<ReadingUsed> readings;
    std::string_view exception_to;  ///< the rule this one was an exception to, when one was looked at
    std::string holder;             ///< whose discretion it is
    std::vector<Otherwise> otherwise;
};

struct Ruling {
    Verdict verdict = Verdict::permitted;
    std::vector<Reason> reasons;  ///< complete; breaches first, then in the order of Code
    std::vector<Event> events;    ///< empty unless permitted

    /// Reasons that are findings of a permitted act: breaches it was recorded with.
    [[nodiscard]] std::vector<const Reason*> findings() const;
    [[nodiscard]] const Reason* reason(Code code) const;
};

/// "permitted", "refused", "needs_discretion", "undetermined"
std::string_view verdict_name(Verdict verdict);
/// "inquorate"
std::string_view code_name(Code code);
/// The sentence for a reason, in plain words with its numbers: "19 of 40 members are present; 20 are needed."
std::string sentence(const Reason& reason);
/// The headline sentence of a whole ruling.
std::string headline(const Ruling& ruling);

} // namespace quorate::governance

#endif
