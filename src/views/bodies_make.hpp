#ifndef QUORATE_VIEWS_BODIES_MAKE_HPP
#define QUORATE_VIEWS_BODIES_MAKE_HPP
// Making the views of bodies, members and terms. Only views/ includes this.

#include "views/bodies.hpp"
#include "views/ground.hpp"
#include "views/terms.hpp"

namespace quorate::views {

Home home(const Ground& ground);
/// Every body, each below the one it answers to.
std::vector<BodyLine> body_lines(const Ground& ground);
std::optional<BodyPage> body_page(const Ground& ground, const governance::BodyId& id);
std::optional<MembersPage> members_page(const Ground& ground, const governance::BodyId& id);
/// Nothing when there is no such body or it has no terms then.
std::optional<TermsPage> terms_page(const Ground& ground, const governance::BodyId& id);

/// The first body of the partnership, which gives it its name and purpose; null before there is
/// one.
const governance::Body* main_body(const Ground& ground);
/// One or two sentences from its terms: the aim called its purpose, else its first two aims, else
/// what they say it is.
std::string purpose_of(const Ground& ground, const governance::BodyId& id);
OfficeShown office_shown(const Ground& ground, const governance::BodyId& body,
                         const charter::InForce<charter::OfficeRule>& rule);
/// The quorum as the membership now stands; nothing when the terms set none.
std::optional<Measure> quorum_today(const Ground& ground, const governance::BodyId& body);
/// Meetings of the year against the minimum; nothing when the terms set none.
std::optional<Measure> frequency_now(const Ground& ground, const governance::Body& body);
/// Places and sectors against the terms.
std::vector<Measure> balance_now(const Ground& ground, const governance::BodyId& body);
Measure places_measure(const Ground& ground, const governance::BodyId& body,
                       const charter::InForce<charter::SeatsRule>& rule);
Measure sectors_measure(const Ground& ground, const governance::BodyId& body,
                        const charter::InForce<charter::BalanceRule>& rule);
/// What a rule comes to today, by its kind; empty for a kind that has no value of its own.
std::vector<Measure> today_of(const Ground& ground, const governance::Body& body,
                              const governance::CompiledTerms& terms, const charter::Rule& rule);

} // namespace quorate::views

#endif
