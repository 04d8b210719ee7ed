#ifndef QUORATE_CHARTER_LIBRARY_HPP
#define QUORATE_CHARTER_LIBRARY_HPP
// All charters ever adopted, by SHA-256, and the terms made from them. Safe to use from many threads.

#include "charter/terms.hpp"

#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace quorate::charter {

/// Words a charter may use that belong to the program: act names for `may` and `limit`, roles for `who`.
struct Vocabulary {
    std::vector<std::string> acts;
    std::vector<std::string> roles;
};

/// Checks one charter beyond what parse() reports: unknown acts and roles, an exception or apply that does not
/// resolve or
/// runs in a circle, two rules for one value without an order (both are shown), two interpretations that set one
/// parameter, a fraction of zero or over one, a period that does not parse, working days without a calendar,
/// unresolved bodies and offices, a clause with neither rule nor aim/fact. `others` are the charters it may apply;
/// of several versions the newest is taken. An empty vocabulary leaves acts and roles unchecked.
std::vector<Diagnostic> check(const Charter& charter, const Vocabulary& vocabulary,
                              const std::vector<std::shared_ptr<const Charter>>& others);

/// What stands in place of what the library holds, when somebody asks "what if".
struct TermsChanges {
    /// Each stands for every charter of its name, or of its body where it names another charter.
    std::vector<std::shared_ptr<const Charter>> charters;
    /// Rule id and a JSON object of parameters, laid over the rule after readings, in that order.
    std::vector<std::pair<std::string, std::string>> parameters;
};

class Library {
  public:
    Library();
    ~Library();
    Library(const Library&) = delete;
    Library& operator=(const Library&) = delete;

    /// Parses and keeps a charter; gives the one already held when the bytes are known. Fails with every problem.
    base::Result<std::shared_ptr<const Charter>> add(std::string_view bytes, const std::string& file);
    [[nodiscard]] std::shared_ptr<const Charter> find(const base::Digest& digest) const;
    /// Every version held of the charter of that name, oldest effective date first.
    [[nodiscard]] std::vector<std::shared_ptr<const Charter>> versions(std::string_view name) const;

    /// The terms of a spec, made once and kept. The pointer is good as long as the library. Fails when a charter is not
    /// held, an applied rule is not there, or a reading names an interpretation that its charter does not have; a
    /// reading for a charter the terms do not apply is ignored.
    [[nodiscard]] base::Result<const Terms*> terms(const TermsSpec& spec) const;
    /// The terms of a spec with changes, made anew and kept by nobody here. Rules the terms do not have are left alone.
    [[nodiscard]] base::Result<std::unique_ptr<const Terms>> changed_terms(const TermsSpec& spec,
                                                                           const TermsChanges& changes) const;

  private:
    struct Held;
    /// The charter an apply rule means under a spec.
    [[nodiscard]] base::Result<std::shared_ptr<const Charter>> applied(const TermsSpec& spec,
                                                                       const ApplyRule& apply) const;
    [[nodiscard]] base::Result<std::unique_ptr<const Terms>> make(const TermsSpec& spec,
                                                                  const TermsChanges& changes) const;

    std::unique_ptr<Held> held_;
};

/// A rule in plain words, one sentence, such as "Half of the members in office, substitutes counted, make a quorum."
std::string plain_words(const Rule& rule, const Params& params);
/// The Markdown table clause | rule in plain words | interpretations that `quorate charter explain` prints.
std::string explain(const Terms& terms);

} // namespace quorate::charter

#endif
