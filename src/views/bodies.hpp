#ifndef QUORATE_VIEWS_BODIES_HPP
#define QUORATE_VIEWS_BODIES_HPP
// A partnership's home, its bodies, and who sits on them.

#include "views/decisions.hpp"
#include "views/meetings.hpp"
#include "views/shown.hpp"

namespace quorate::views {

/// One body in the list, under the body it answers to.
struct BodyLine {
    std::string id;
    std::string name;
    std::string purpose;
    std::string status; ///< proposed, established, dissolved
    std::string under;  ///< id of the body it is accountable to or within; empty for none
    int depth = 0;
    std::int64_t seats = 0;
    std::int64_t filled = 0;
};
BOOST_DESCRIBE_STRUCT(BodyLine, (), (id, name, purpose, status, under, depth, seats, filled))

struct Home {
    std::string purpose;
    std::optional<MeetingLine> next_meeting;
    std::optional<MeetingLine> last_meeting;
    std::vector<DecisionLine> decisions; ///< the latest five
    std::vector<BodyLine> bodies;
};
BOOST_DESCRIBE_STRUCT(Home, (), (purpose, next_meeting, last_meeting, decisions, bodies))

struct OfficeShown {
    std::string office; ///< chair
    std::string title;  ///< Chair
    std::optional<SeatShown> seat;
    std::string words; ///< who holds it, or why nobody is shown
    std::string clause;
    std::optional<Moment> since;
    bool term_ended = false;
};
BOOST_DESCRIBE_STRUCT(OfficeShown, (), (office, title, seat, words, clause, since, term_ended))

struct SectorShown {
    std::string sector;
    std::int64_t seats = 0;
    std::int64_t filled = 0;
};
BOOST_DESCRIBE_STRUCT(SectorShown, (), (sector, seats, filled))

/// A link to another body, by its kind in words.
struct BodyLinkShown {
    std::string kind; ///< "Delegates to"
    Named to;
    bool is_body = false; ///< it has a page here
};
BOOST_DESCRIBE_STRUCT(BodyLinkShown, (), (kind, to, is_body))

/// The charter in force.
struct TermsInForce {
    std::string title;
    std::string charter;
    std::string digest;
    bool restated = false;
    std::string source;
    base::CivilDate effective;
};
BOOST_DESCRIBE_STRUCT(TermsInForce, (), (title, charter, digest, restated, source, effective))

struct BodyPage {
    std::string id;
    std::string name;
    std::string purpose;
    std::string status;
    base::CivilDate on;
    std::vector<OfficeShown> offices;
    std::int64_t seats = 0;
    std::int64_t filled = 0;
    std::vector<SectorShown> sectors;
    std::vector<Measure> balance; ///< members and sectors against the terms
    std::optional<Measure> quorum;
    std::optional<Measure> frequency;
    std::vector<Named> accountable_to;
    std::string serviced_by;
    std::vector<BodyLinkShown> links;
    std::optional<TermsInForce> terms;
    std::optional<base::CivilDate> record_complete_from;
    std::vector<MeetingLine> meetings;   ///< to come, then the latest three held
    std::vector<DecisionLine> decisions; ///< the latest five
    std::int64_t duties = 0;
    std::int64_t duties_overdue = 0;
};
BOOST_DESCRIBE_STRUCT(BodyPage, (),
                      (id, name, purpose, status, on, offices, seats, filled, sectors, balance,
                       quorum, frequency, accountable_to, serviced_by, links, terms,
                       record_complete_from, meetings, decisions, duties, duties_overdue))

struct MemberLine {
    SeatShown seat;
    std::optional<Moment> since;          ///< of the present holder
    std::vector<std::string> substitutes; ///< standing ones, by name
    std::vector<std::string> offices;     ///< of this body: Chair
    std::string kept_for;
    std::optional<Named> represents;
};
BOOST_DESCRIBE_STRUCT(MemberLine, (), (seat, since, substitutes, offices, kept_for, represents))

struct SectorGroup {
    std::string sector;
    std::vector<MemberLine> members;
};
BOOST_DESCRIBE_STRUCT(SectorGroup, (), (sector, members))

struct MembersPage {
    Named body;
    base::CivilDate on;
    std::int64_t seats = 0;
    std::int64_t filled = 0;
    bool names = true; ///< false in a rehearsal
    std::vector<SectorGroup> groups;
    std::vector<std::string>
        changes; ///< dates on which the membership changed, newest first: 2009-05-20
};
BOOST_DESCRIBE_STRUCT(MembersPage, (), (body, on, seats, filled, names, groups, changes))

} // namespace quorate::views

#endif
