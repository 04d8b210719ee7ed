#ifndef QUORATE_VIEWS_DESK_AUDIT_HPP
#define QUORATE_VIEWS_DESK_AUDIT_HPP
// The auditor's desk: every use of discretion, every outcome recorded as made that is not a
// decision under the terms, and every correction.

#include "views/decisions.hpp"

#include <optional>

namespace quorate::views {

class Reader;

/// Which stretch of the record is looked at, by the day an act took effect; both ends included.
struct AuditPeriod {
    std::optional<base::CivilDate> from;
    std::optional<base::CivilDate> to;
};

struct DiscretionUsed {
    std::int64_t position = 0;
    Moment when;
    Named body;
    std::string about; ///< the meeting and item
    std::string what;  ///< what was done
    std::string by;    ///< whose discretion
    std::string evidence;
    std::string reason; ///< the reason given; empty for none
    std::string clause;
    std::string words; ///< the ruling's headline
};
BOOST_DESCRIBE_STRUCT(DiscretionUsed, (),
                      (position, when, body, about, what, by, evidence, reason, clause, words))

struct CorrectionMade {
    std::int64_t position = 0;
    Moment when;
    Named body;
    std::string about; ///< whose minutes or record
    std::string what;  ///< "Words", "Presence of seat 23", "Count of votes on item 4"
    std::string words;
    std::vector<std::string> changes; ///< rulings it would change
};
BOOST_DESCRIBE_STRUCT(CorrectionMade, (), (position, when, body, about, what, words, changes))

struct AuditDesk {
    base::CivilDate today;
    std::int64_t entries = 0;
    std::int64_t overdue = 0; ///< duties
    std::int64_t findings = 0;
    std::vector<DiscretionUsed> discretion; ///< latest first, as the other two
    std::vector<AsMadeLine> as_made;
    std::vector<CorrectionMade> corrections;
};
BOOST_DESCRIBE_STRUCT(AuditDesk, (),
                      (today, entries, overdue, findings, discretion, as_made, corrections))

/// Nothing for a reader who may not read the whole record.
std::optional<AuditDesk> audit_desk(const Reader& reader, const AuditPeriod& period = {});

} // namespace quorate::views

#endif
