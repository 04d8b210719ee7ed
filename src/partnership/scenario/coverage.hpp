#ifndef QUORATE_PARTNERSHIP_SCENARIO_COVERAGE_HPP
#define QUORATE_PARTNERSHIP_SCENARIO_COVERAGE_HPP
// What scenarios exercise: clauses with a rule (kept, broken, at the boundary), acts, reason codes
// and readings.

#include "base/json.hpp"
#include "governance/findings/findings.hpp"
#include "partnership/scenario/player.hpp"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace quorate::partnership::scenario {

/// How often a clause was shown.
struct ClauseTally {
    std::string needs; ///< of "shown", "complies", "breach", "boundary": what its rules can show;
                       ///< space between
    int complies = 0;
    int breach = 0;
    int boundary = 0;
};

/// Collected over any number of scenarios, and over several runs through JSON.
class Coverage {
public:
    void take(const Document& document, const Outcome& outcome, const Partnership& partnership);
    /// Every ruled clause and reading of the charters the partnership holds is to be covered.
    void take_charters(const Partnership& partnership);

    /// What is not covered, one a line, in order: "act absorb", "clause kent-partnership 3.12
    /// breach", "code tied", "reading kent-partnership/I1 not_counted".
    [[nodiscard]] std::vector<std::string> gaps() const;
    /// True when a charter counted here has that clause and a rule on it.
    [[nodiscard]] bool has_clause(const std::string& charter, const std::string& clause) const;
    /// The table that `quorate coverage` prints.
    [[nodiscard]] std::string table() const;

    [[nodiscard]] base::JsonObject json() const;
    static Result<Coverage> from_json(const base::Json& json);
    void add(const Coverage& other);

private:
    void take_reason(const Partnership& partnership, const governance::Reason& reason,
                     bool boundary);
    void count(const std::string& charter, std::string_view clause, governance::Says says,
               bool boundary);
    void take_duties(const Document& document, const Outcome& outcome,
                     const Partnership& partnership);
    void take_findings(const Document& document, const Outcome& outcome,
                       const Partnership& partnership);
    void take_check(const Document& document, const Outcome& outcome,
                    const Partnership& partnership);
    void take_readings_up(const Outcome& outcome, const Partnership& partnership);
    void take_readings_of(const Snapshot& snapshot, const governance::BodyId& body,
                          std::string_view rule, base::Instant at);
    void take_open_reading(const Partnership& partnership, const governance::Finding& finding);
    void take_adopted();

    std::map<std::string, std::map<std::string, ClauseTally>> clauses_; ///< by charter and clause
    std::map<std::string, std::map<std::string, int>>
        readings_; ///< by charter/interpretation and reading
    std::map<std::string, int> acts_;
    std::map<std::string, int> codes_;
    /// Readings the scenario being played has adopted: what it then asks of duties and findings is
    /// asked under them.
    std::vector<std::pair<std::string, std::string>> adopted_;
    std::string playing_; ///< the file of that scenario
};

/// A line of the list of gaps that names a clause which is shown as far as it goes and waits for
/// another part of the product: "waits engagement kent-partnership 2(b) the register of
/// consultations".
struct Waiting {
    std::string part;
    std::string charter;
    std::string clause;
    std::string what;
};
/// Those lines, in order.
std::vector<Waiting> waiting_in(std::string_view list);
/// As the table shows them, by part of the product.
std::string waiting_table(const std::vector<Waiting>& waiting);

/// The two-way ratchet: gaps that are not in the list, and lines of the list that are no gaps any
/// more. A line that begins with # is a comment, one that begins with "waits " is no gap (see
/// Waiting). Empty when they agree.
std::vector<std::string> ratchet(const std::vector<std::string>& gaps, std::string_view list);

} // namespace quorate::partnership::scenario

#endif
