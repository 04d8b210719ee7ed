#ifndef QUORATE_VIEWS_HINDSIGHT_HPP
#define QUORATE_VIEWS_HINDSIGHT_HPP
// Hindsight: earlier verdicts that would differ had a back-dated act been known. They are listed,
// never altered.

#include "views/desk/audit.hpp"
#include "views/ruling.hpp"

#include <optional>
#include <string>
#include <vector>

namespace quorate::views {

class Reader;

/// An earlier act with the ruling it got and the one it would get.
struct VerdictNow {
    std::int64_t position = 0;
    std::string act; ///< what it does
    Moment when;
    std::string was; ///< the ruling as it stands in the record; empty where it is not published
    std::string would_be;
    bool verdict_differs = false; ///< else only its reasons do
};
BOOST_DESCRIBE_STRUCT(VerdictNow, (), (position, act, when, was, would_be, verdict_differs))

struct HindsightShown {
    std::int64_t looked_at = 0; ///< earlier acts that take effect at or after it
    std::vector<VerdictNow> differ;
    bool too_long = false; ///< the record is too long to be judged again for this reader
};
BOOST_DESCRIBE_STRUCT(HindsightShown, (), (looked_at, differ, too_long))

/// Beyond so many entries only officers have the record judged again.
inline constexpr std::int64_t hindsight_entries_max = 20'000;
/// For the auditor, of so many of the latest back-dated acts.
inline constexpr std::size_t hindsight_acts_max = 50;

/// What an act at a position changes of earlier rulings. Nothing for an act that was not
/// back-dated, had no effect, or whose particulars are not for the reader.
std::optional<HindsightShown> hindsight(const Reader& reader, std::int64_t position);

/// An act recorded on a later day than it took effect.
struct BackDatedAct {
    std::int64_t position = 0;
    Moment effective;
    Moment recorded;
    Named body;
    std::string what;   ///< what it does
    std::string reason; ///< empty: none was given
    std::vector<VerdictNow> differ;
    bool judged = false; ///< false: only the latest are judged again
};
BOOST_DESCRIBE_STRUCT(BackDatedAct, (),
                      (position, effective, recorded, body, what, reason, differ, judged))

/// Those of a period, latest first; nothing for a reader who may not read the whole record.
std::optional<std::vector<BackDatedAct>> back_dated_acts(const Reader& reader,
                                                         const AuditPeriod& period = {});

} // namespace quorate::views

#endif
