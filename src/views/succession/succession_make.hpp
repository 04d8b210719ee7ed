#ifndef QUORATE_VIEWS_SUCCESSION_SUCCESSION_MAKE_HPP
#define QUORATE_VIEWS_SUCCESSION_SUCCESSION_MAKE_HPP
// Pieces the views of succession share. Only views/ includes this.

#include "governance/bodies/succession.hpp"
#include "views/ground.hpp"
#include "views/succession/succession.hpp"

namespace quorate::views {

/// The body whose terms a rule stands in at the moment of the view; empty when no body's terms have
/// it.
governance::BodyId terms_with(const Ground& ground, const charter::Rule* rule,
                              const governance::BodyId& likely);
ResponsibilityShown responsibility_shown(const Ground& ground, const governance::Holding& holding);
/// A body within a sentence: "the Kent Forum".
std::string in_sentence(const Ground& ground, const governance::BodyId& body);
/// Orphans with a heading for each kind.
std::vector<OrphanGroup> orphan_groups(const Ground& ground,
                                       const std::vector<governance::Orphan>& orphans);
ProposalShown proposal_shown(const Ground& ground, const governance::Body& body,
                             const governance::CharterProposal& proposal);
/// "The responsibilities of the Kent Partnership pass to the Kent Forum"; bodies that pass in the
/// same way to the same body stand in one line.
std::vector<FollowedShown> followed_shown(const Ground& ground,
                                          const std::vector<governance::Succession>& all);

} // namespace quorate::views

#endif
