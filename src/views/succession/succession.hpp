#ifndef QUORATE_VIEWS_SUCCESSION_SUCCESSION_HPP
#define QUORATE_VIEWS_SUCCESSION_SUCCESSION_HPP
// Who is responsible for what on a day, and how it came to them; which body follows which, and what
// is left with nobody.

#include "base/result.hpp"
#include "views/shown.hpp"

namespace quorate::views {

class Reader;

/// One link of a chain.
struct PassingShown {
    Named from;
    Named to;
    Moment at;
    std::string words;    ///< "to the Kent Forum on 28 January 2011"
    std::string terms_of; ///< the body whose terms say so; empty for a transfer on record
    std::string clause;
};
BOOST_DESCRIBE_STRUCT(PassingShown, (), (from, to, at, words, terms_of, clause))

/// One responsibility, and where it is.
struct ResponsibilityShown {
    std::string matter;
    std::string what;     ///< as the terms word it
    Named origin;         ///< whose the terms made it
    std::string clause;   ///< of the terms that give it
    std::string terms_of; ///< the body whose terms they are
    Named holder;
    std::string standing;   ///< held, recommends, ended, unknown, circle
    std::string words;      ///< how it stands, one sentence; empty when there is nothing to add
    bool exclusive = false; ///< no other body may decide on it
    std::vector<PassingShown> chain;
};
BOOST_DESCRIBE_STRUCT(ResponsibilityShown, (),
                      (matter, what, origin, clause, terms_of, holder, standing, words, exclusive,
                       chain))

/// What one body is responsible for.
struct HolderShown {
    Named body;
    bool is_body = false; ///< it has a page here
    std::vector<ResponsibilityShown> lines;
};
BOOST_DESCRIBE_STRUCT(HolderShown, (), (body, is_body, lines))

struct ResponsibilitiesPage {
    base::CivilDate on;
    std::vector<HolderShown> holders; ///< by body in the order set up; those nobody holds last
    std::int64_t count = 0;
    std::int64_t passed = 0; ///< held by another body than the terms made it
};
BOOST_DESCRIBE_STRUCT(ResponsibilitiesPage, (), (on, holders, count, passed))

/// Every responsibility in the state the reader reads; of one body when it is named.
ResponsibilitiesPage responsibilities(const Reader& reader, std::string_view body = {});

/// One body after another.
struct FollowedShown {
    std::vector<Named> from;
    Named to;
    std::string mode;  ///< assumes, absorbs, may-absorb, client-role
    std::string words; ///< "The responsibilities of the Kent Partnership pass to the Kent Forum"
    std::string when;  ///< "Since 28 January 2011", "From 25 March 2011", "Open to it"
    std::string clause;
    std::string authority;
    std::vector<std::string> scope; ///< empty for everything
    bool recorded = false;          ///< a link on record says so too
    bool in_effect = false;
};
BOOST_DESCRIBE_STRUCT(FollowedShown, (),
                      (from, to, mode, words, when, clause, authority, scope, recorded, in_effect))

struct OrphanShown {
    std::string kind; ///< responsibility, sector, duty, seat, meeting, link
    Named of;         ///< the body that ended or is followed
    std::string id;
    std::string words;
    std::string clause; ///< of its terms
};
BOOST_DESCRIBE_STRUCT(OrphanShown, (), (kind, of, id, words, clause))

/// Orphans of one kind, with a heading.
struct OrphanGroup {
    std::string kind;
    std::string title; ///< "Sectors with no place"
    std::vector<OrphanShown> lines;
};
BOOST_DESCRIBE_STRUCT(OrphanGroup, (), (kind, title, lines))

struct ReorganisationShown {
    Named decided_by;
    Moment at;
    std::string words; ///< "The Kent Forum established; the Kent Partnership ended"
    std::string decision;
    std::string reason;
    std::int64_t position = 0;
};
BOOST_DESCRIBE_STRUCT(ReorganisationShown, (), (decided_by, at, words, decision, reason, position))

/// Terms put forward for a body, which are not in force.
struct ProposalShown {
    Named body;
    std::string title;
    std::string digest;
    Moment at;
    std::string reason;
    std::string words; ///< "Agreed terms came into force on 28 January 2011"; empty when none did
    std::int64_t position = 0;
    std::vector<std::string> places; ///< the places it would keep, one sentence each
};
BOOST_DESCRIBE_STRUCT(ProposalShown, (), (body, title, digest, at, reason, words, position, places))

/// What was put forward for a body by then, oldest first.
std::vector<ProposalShown> proposals_for(const Reader& reader, std::string_view body);
/// The successions in effect by which others follow a body.
std::vector<FollowedShown> followers_of(const Reader& reader, std::string_view body);

struct SuccessionPage {
    base::CivilDate on;
    std::vector<FollowedShown> followed; ///< those in effect first
    std::vector<std::string> circles;    ///< a sentence each
    std::vector<OrphanGroup> orphans;
    std::vector<ReorganisationShown> reorganisations; ///< newest first
    std::vector<ProposalShown> proposals;             ///< newest first
};
BOOST_DESCRIBE_STRUCT(SuccessionPage, (),
                      (on, followed, circles, orphans, reorganisations, proposals))

SuccessionPage succession(const Reader& reader);

/// What a reorganisation would do: the record as it is, and as it would be.
struct ReorganisationEffect {
    Moment at;
    std::vector<std::string> establishes; ///< bodies, by name
    std::vector<std::string> ends;
    std::vector<ResponsibilityShown> passes; ///< whose holder changes, as it would be
    std::vector<OrphanGroup> orphans;
};
BOOST_DESCRIBE_STRUCT(ReorganisationEffect, (), (at, establishes, ends, passes, orphans))

/// Compares the two, both at `at`. `after` is read from what partnership::foresee gives.
ReorganisationEffect reorganisation_effect(const Reader& before, const Reader& after,
                                           base::Instant at);

/// A body a reorganisation may touch.
struct ReorganisedBody {
    Named body;
    std::string status;
    std::vector<Named> terms; ///< held or put forward for it and not in force: digest and title
    std::vector<std::string> says; ///< what its terms in force, or those, say of succession
    bool by_statute = false;
};
BOOST_DESCRIBE_STRUCT(ReorganisedBody, (), (body, status, terms, says, by_statute))

struct ReorganisePage {
    std::vector<ReorganisedBody> bodies;
    std::vector<Named> decisions; ///< any body's, newest first
};
BOOST_DESCRIBE_STRUCT(ReorganisePage, (), (bodies, decisions))

ReorganisePage reorganise_page(const Reader& reader);

/// The terms of a body as they are amended.
struct AmendPage {
    Named body;
    std::string title;
    std::string text; ///< the charter in force, every byte
    std::string digest;
    base::CivilDate effective;
    std::string who_may;          ///< who may amend them by the terms, in a sentence
    std::vector<Named> decisions; ///< of the body and of the one it answers to, newest first
    std::vector<ProposalShown> proposals;
};
BOOST_DESCRIBE_STRUCT(AmendPage, (),
                      (body, title, text, digest, effective, who_may, decisions, proposals))

/// Nothing when there is no such body or it has no terms.
std::optional<AmendPage> amend_page(const Reader& reader, std::string_view body);
/// The text of terms the partnership holds, by their SHA-256; empty when it holds none of that.
std::string terms_text(const Reader& reader, std::string_view digest);

/// How new terms differ from those in force, a sentence each. Fails when the text is not a charter
/// of that body, with the line of the first thing wrong.
base::Result<std::vector<std::string>> changes_to_terms(const Reader& reader, std::string_view body,
                                                        std::string_view text);

} // namespace quorate::views

#endif
