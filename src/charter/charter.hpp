#ifndef QUORATE_CHARTER_CHARTER_HPP
#define QUORATE_CHARTER_CHARTER_HPP
// A charter as parsed: the text people read, and the rules bound to its clauses.

#include "base/hash.hpp"
#include "base/time.hpp"
#include "charter/rules.hpp"

#include <string>
#include <utility>
#include <vector>

namespace quorate::charter {

/// A place in a charter file. line and column count from 1.
struct Place {
    std::string file;
    int line = 0;
    int column = 0;
};

/// Where one key of a rule or interpretation stands: "at_least", "acts[2]", "readings.counted.counts".
struct KeyPlace {
    std::string key;
    int line = 0;
    int column = 0;
};

/// Something wrong with a charter, with the line it stands in and what was expected.
struct Diagnostic {
    Place place;
    std::string message;
    std::string help;
    std::string excerpt; ///< the line itself

    /// "file:line:column: message" then the excerpt with a caret, then the help.
    [[nodiscard]] std::string text() const;
};

/// One numbered clause: "3.12" or "3.20(a)".
struct Clause {
    std::string number;
    std::string heading;  ///< the section heading it stands under
    std::string text;     ///< its words with white space folded and no Markdown
    std::string html;     ///< its words as safe HTML
    int line = 0;
};

/// One rule with its base parameters (before any reading is applied).
struct Rule {
    std::string id; ///< such as kp.quorum; unique in its charter
    Kind kind{};
    std::string clause;              ///< the clause it encodes
    std::vector<std::string> clauses; ///< written "clauses": every clause it covers, `clause` among them
    std::vector<std::string> quotes; ///< words of those clauses; each occurs in one of them
    std::optional<Effect> effect;    ///< as the clause states; empty where it does not
    std::string exception_to;        ///< written "exception": the rule this one is an exception to
    std::string enactment;           ///< id of the enactment the rule comes from; empty for one of the terms
    std::string note;                ///< a correction or remark shown beside the rule
    Params params;
    Place place;                     ///< of its kind in the info string
    std::vector<KeyPlace> keys;      ///< where each key stands in the file
    // Filled when the rule stands in Terms:
    std::string charter;      ///< the charter it was written in
    std::string cited_clause; ///< for an imported rule, the clause of this body's charter that imports it

    /// The place of a key; the place of the rule when the key is not written.
    [[nodiscard]] Place place_of(std::string_view key) const;
    [[nodiscard]] bool covers(std::string_view clause_number) const;
};

/// What one reading of an interpretation changes: overriding parameters, kept as TOML-typed JSON text.
struct Reading {
    std::string name;
    std::string overrides; ///< JSON object of parameters
    std::string words;     ///< in plain words, optional
};

/// A question the terms leave open, and its readings. `rule` is empty for one that concerns the charter as a whole
/// (its readings set default_effect).
struct Interpretation {
    std::string id; ///< such as I1; unique in its charter
    std::string rule;
    std::string clause;
    std::string question;
    std::vector<Reading> readings; ///< at least two
    std::string standing;          ///< the reading in force unless another is adopted; written "default"
    std::string reason;
    Place place;
    std::vector<KeyPlace> keys;

    [[nodiscard]] const Reading* reading(std::string_view name) const;
    /// The place of a key; the place of the interpretation when the key is not written.
    [[nodiscard]] Place place_of(std::string_view key) const;
};

/// An enactment that overrides the terms: law that binds the body whatever they say. Rules that come from it name it;
/// rules of the terms that it takes out of force are listed.
struct Enactment {
    std::string id;    ///< unique in its charter
    std::string title; ///< "Freedom of Information Act 2000"
    std::string url;
    std::string says;                    ///< what it requires, in plain words
    std::vector<std::string> disapplies; ///< ids of rules of this charter
    Place place;
};

/// A charter: front matter, clauses in order, rules, interpretations, and the exact bytes.
struct Charter {
    std::string name;  ///< front matter "charter"
    std::string body;  ///< front matter "body"; empty for a charter made only to be applied
    std::string title;
    bool adopted_text = false; ///< text = "adopted" (word for word) or "restated"
    std::string source;
    std::string source_url; ///< http or https, or empty
    std::string note;       ///< a remark on the charter as a whole
    base::CivilDate effective;
    std::string calendar; ///< calendar name, such as england-and-wales
    std::string zone;     ///< IANA zone name
    Effect default_effect = Effect::recorded;
    std::string model;        ///< the model terms it was made from; empty for none
    std::string model_digest; ///< SHA-256 of the model's bytes, 64 hex digits
    std::vector<std::pair<std::string, std::string>> params; ///< holes of the model that were filled, as typed
    std::vector<Enactment> enactments;
    std::vector<Clause> clauses;
    std::vector<Rule> rules;
    std::vector<Interpretation> interpretations;
    std::string file;  ///< as given to parse()
    std::string bytes; ///< exactly as read
    base::Digest digest{}; ///< SHA-256 of bytes

    [[nodiscard]] const Clause* clause(std::string_view number) const;
    [[nodiscard]] const Rule* rule(std::string_view id) const;
    [[nodiscard]] const Interpretation* interpretation(std::string_view id) const;
    [[nodiscard]] const Enactment* enactment(std::string_view id) const;
    /// The holes not filled, in the order of the document: a charter that has any is a model.
    [[nodiscard]] std::vector<const ParamRule*> holes() const;
    /// A diagnostic at a place in this charter's file, with the line that stands there.
    [[nodiscard]] Diagnostic diagnostic(Place place, std::string message, std::string help) const;
};

struct ParseOutcome {
    Charter charter;                     ///< usable only when there are no problems
    std::vector<Diagnostic> problems;
};

inline constexpr std::size_t charter_bytes_max = 1 << 20;
inline constexpr std::size_t line_bytes_max = 16 << 10;
inline constexpr std::size_t clauses_max = 2'000;
inline constexpr std::size_t rules_max = 2'000;
inline constexpr std::size_t interpretations_max = 1'000;
inline constexpr std::size_t enactments_max = 50;
inline constexpr std::size_t readings_max = 20; ///< of one interpretation
inline constexpr std::size_t list_length_max = 500;
inline constexpr std::size_t string_bytes_max = 4'000;
inline constexpr std::size_t diagnostics_max = 200;

/// Parses a charter's bytes. Reports every problem it finds, not only the first, in the order of the file. `file` is
/// used in places. Lines and columns count from 1; a column counts characters, not bytes. Refuses what is over the
/// limits above.
ParseOutcome parse(std::string_view bytes, const std::string& file);

} // namespace quorate::charter

#endif
