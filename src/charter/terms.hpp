#ifndef QUORATE_CHARTER_TERMS_HPP
#define QUORATE_CHARTER_TERMS_HPP
// Terms in force: the rules of a body with imports resolved and readings applied. Immutable; owned by the Library.

#include "charter/charter.hpp"

#include <boost/mp11/algorithm.hpp>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace quorate::charter {

/// Which terms are meant: a charter, the versions of the charters it applies, and the readings adopted that are not
/// the standing ones. `readings` holds pairs "charter-name/interpretation-id" and reading name, sorted.
struct TermsSpec {
    base::Digest charter{};
    std::vector<std::pair<std::string, base::Digest>> imports;
    std::vector<std::pair<std::string, std::string>> readings;

    friend bool operator==(const TermsSpec&, const TermsSpec&) = default;
};

/// A reading in force that a rule relies on.
struct ReadingInForce {
    const Interpretation* interpretation = nullptr;
    std::string_view charter; ///< the charter the interpretation stands in
    std::string_view reading; ///< name of the reading in force
};

/// A rule in force, its parameters after readings, and the readings that formed it.
template <class P>
struct InForce {
    const Rule* rule = nullptr;
    const P* params = nullptr;
    Effect effect = Effect::recorded; ///< after the charter's default and readings
    std::span<const ReadingInForce> readings;

    explicit operator bool() const { return rule != nullptr; }
    const P* operator->() const { return params; }
};

class Terms;

/// Hears which terms, and which of their rules, are asked for on this thread: how "what if" knows, without guessing,
/// what a ruling rested on. The terms' charter as such (its dates, its readings) is asked for as `whole`.
class TermsListener {
  public:
    static constexpr std::uint64_t whole = std::uint64_t{1} << 63;
    /// The bit of a kind of rule, for asked().
    template <class P>
    static constexpr std::uint64_t kind = std::uint64_t{1} << boost::mp11::mp_find<Params, P>::value;

    virtual void used(const Terms& terms, base::Instant at) = 0;
    virtual void asked(const Terms& terms, std::uint64_t what) = 0;

  protected:
    ~TermsListener() = default;
};

/// Who listens on this thread; null but while somebody does.
inline constinit thread_local TermsListener* terms_listener = nullptr;

inline void note_asked(const Terms& terms, base::Instant at) {
    if (terms_listener != nullptr) {
        terms_listener->used(terms, at);
    }
}

/// The rules of one body as they stand under one TermsSpec.
class Terms {
  public:
    virtual ~Terms() = default;
    Terms(const Terms&) = delete;
    Terms& operator=(const Terms&) = delete;

    [[nodiscard]] const Charter& charter() const {
        note(TermsListener::whole);
        return *charter_;
    }
    [[nodiscard]] const TermsSpec& spec() const { return spec_; }

    /// Every rule of a kind, in the order of the document, imports after own rules.
    template <class P>
    [[nodiscard]] std::span<const InForce<P>> all() const {
        note(TermsListener::kind<P>);
        return std::get<std::vector<InForce<P>>>(by_kind_);
    }
    /// The one rule of a kind that has one per body (quorum, decision, interest, attendance, exit); empty when there
    /// is none. When an exception orders several, the exception comes first.
    template <class P>
    [[nodiscard]] InForce<P> one() const {
        note(TermsListener::kind<P>);
        const auto& rules = std::get<std::vector<InForce<P>>>(by_kind_);
        return rules.empty() ? InForce<P>{} : rules.front();
    }
    /// Every interpretation that applies, own and imported, with the reading in force.
    [[nodiscard]] std::span<const ReadingInForce> readings() const {
        note(TermsListener::whole);
        return readings_;
    }
    /// Every rule, own ones first, in the order of the document.
    [[nodiscard]] std::span<const Rule* const> rules() const {
        note(TermsListener::whole);
        return rules_;
    }
    /// The clause text a rule quotes: the clause in the charter the rule was written in.
    [[nodiscard]] const Clause* clause_of(const Rule& rule) const;
    /// The rule of that id, or nullptr. A rule that an exception hides is found here all the same.
    [[nodiscard]] const Rule* rule(std::string_view id) const;
    /// The charters these terms are made of: this one first, then those it applies.
    [[nodiscard]] std::span<const std::shared_ptr<const Charter>> sources() const { return sources_; }

  protected:
    Terms() = default;

    void note(std::uint64_t what) const {
        if (terms_listener != nullptr) {
            terms_listener->asked(*this, what);
        }
    }

    template <class... P>
    static std::tuple<std::vector<InForce<P>>...> lists_of(const std::variant<P...>*);
    using Lists = decltype(lists_of(static_cast<const Params*>(nullptr)));

    std::shared_ptr<const Charter> charter_;
    TermsSpec spec_;
    Lists by_kind_;
    std::vector<ReadingInForce> readings_;
    std::vector<std::shared_ptr<const Charter>> sources_; ///< this charter and those imported, kept alive
    std::vector<const Rule*> rules_;                      ///< in the order of the document
    std::vector<const Rule*> rules_by_id_;                ///< sorted by id
    std::vector<std::pair<const Rule*, const Clause*>> clauses_; ///< sorted by rule
};

} // namespace quorate::charter

#endif
