#ifndef QUORATE_VIEWS_ARCHITECTURE_ARCHITECTURE_HPP
#define QUORATE_VIEWS_ARCHITECTURE_ARCHITECTURE_HPP
// The architecture of a partnership on a day: its bodies, how they are linked, and what changed
// between two days.

#include "views/shown.hpp"

#include <optional>
#include <string>
#include <vector>

namespace quorate::views {

class Reader;

/// A body in the architecture, or something outside the partnership that a body is linked to.
struct ArchitectureBody {
    std::string id;
    std::string name;
    std::string sort; ///< "Working group", as its terms call it; empty when they do not
    std::string
        status; ///< proposed, established, dissolved; outside for what is no body on record then
    std::string
        status_words;      ///< "Proposed"; "Ended 1 April 2011"; empty for one that is established
    bool has_page = false; ///< it is a body of this partnership
    bool statutory = false;
    std::int64_t seats = 0;
    std::int64_t filled = 0;
    std::int64_t responsibilities = 0; ///< it holds that day
    std::string terms;                 ///< title of the terms in force; empty for none
    bool terms_proposed = false;       ///< it has none in force, and some are proposed
};
BOOST_DESCRIBE_STRUCT(ArchitectureBody, (),
                      (id, name, sort, status, status_words, has_page, statutory, seats, filled,
                       responsibilities, terms, terms_proposed))

/// A link between two of them. Kinds: accountable-to, managed-through, exists-within, reports-to,
/// oversees, delegates-to, works-with, succeeds, absorbs-work-of, may-absorb-work-of,
/// client-role-from.
struct ArchitectureLink {
    std::string from;
    std::string to;
    std::string kind;
    std::string words; ///< "is accountable to"
    bool in_terms = false;
    bool on_record = false;
    std::string terms_of;                 ///< the body whose terms say so
    std::string clause;                   ///< of those terms
    std::optional<base::CivilDate> since; ///< of a link on record or a succession
    std::string remark;                   ///< "may do so, and has not"
};
BOOST_DESCRIBE_STRUCT(ArchitectureLink, (),
                      (from, to, kind, words, in_terms, on_record, terms_of, clause, since, remark))

struct ArchitecturePage {
    base::CivilDate on;
    bool draft = false;      ///< something shown is only proposed
    std::string stamp;       ///< "28 January 2011", "17 December 2010, draft"
    std::string draft_words; ///< what is only proposed, in a sentence; empty for none
    std::vector<ArchitectureBody>
        bodies; ///< each after the one it answers to, what is outside last
    std::vector<ArchitectureLink> links;
    std::optional<base::CivilDate> previous_change;
    std::optional<base::CivilDate> next_change;
};
BOOST_DESCRIBE_STRUCT(ArchitecturePage, (),
                      (on, draft, stamp, draft_words, bodies, links, previous_change, next_change))

/// One body after another, as it took effect between two days or may still do.
struct SuccessionShown {
    Named from;
    Named to;
    bool from_is_body = false;
    bool to_is_body = false;
    std::string mode;    ///< assumes, absorbs, may-absorb, client-role
    std::string words;   ///< what `to` does about `from`: "takes on the responsibilities of"
    std::string passive; ///< what `from` has of `to`: "succeeded by"
    std::optional<base::CivilDate> on;
    bool waits = false;             ///< it may happen, and has not
    std::vector<std::string> scope; ///< what passes, in words; empty for everything
    std::string authority;
    std::string terms_of;
    std::string clause;
    std::string quote;
};
BOOST_DESCRIBE_STRUCT(SuccessionShown, (),
                      (from, to, from_is_body, to_is_body, mode, words, passive, on, waits, scope,
                       authority, terms_of, clause, quote))

/// What became of one body. Fates: new, ended, succeeded (it is still there), changed, unchanged,
/// outside.
struct BodyFate {
    Named body;
    std::string fate;
    std::string words;    ///< "New", "Goes on, with other terms"
    bool earlier = false; ///< it was there on the earlier day
    bool later = false;
    std::vector<std::string> changes; ///< each a fragment: "42 seats instead of 40"
};
BOOST_DESCRIBE_STRUCT(BodyFate, (), (body, fate, words, earlier, later, changes))

struct ArchitectureComparison {
    ArchitecturePage earlier;
    ArchitecturePage later;
    std::vector<SuccessionShown> successions;
    std::vector<BodyFate> bodies;
};
BOOST_DESCRIBE_STRUCT(ArchitectureComparison, (), (earlier, later, successions, bodies))

/// The two days a comparison is between when nobody chose: the first day of the first terms on
/// record, and the newest day by then on which terms came into force or bodies were reorganised.
struct TwoDays {
    base::CivilDate earlier;
    base::CivilDate later;
};

ArchitecturePage architecture(const Reader& reader);
ArchitectureComparison architecture_between(const Reader& reader, TwoDays days);
/// Both are the reader's own day when the record has no terms.
TwoDays telling_days(const Reader& reader);

} // namespace quorate::views

#endif
