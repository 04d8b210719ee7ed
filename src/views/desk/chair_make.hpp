#ifndef QUORATE_VIEWS_DESK_CHAIR_MAKE_HPP
#define QUORATE_VIEWS_DESK_CHAIR_MAKE_HPP
// Making the matters of the Chair's desk. Only views/ includes this.

#include "governance/rule.hpp"
#include "views/desk/chair.hpp"
#include "views/desk/own_make.hpp"

namespace quorate::views {

/// Who answers a matter: a seat of the viewer, or the office itself where the secretariat records
/// it.
struct Answerer {
    governance::Actor actor;
    std::string as;         ///< "Chair"
    bool stands_in = false; ///< the Vice Chair, where the terms or a vacancy leave it to them
};

/// The viewer is the Chair or Vice Chair of the body, or presides at the meeting.
bool may_chair(const Ground& ground, const governance::BodyId& body,
               const governance::Meeting* meeting);
/// "Chair", "Vice Chair", "Presiding" for a seat of the viewer at a body or meeting.
std::string chairing_words(const Ground& ground, const governance::Seat& seat,
                           const governance::BodyId& body, const governance::Meeting* meeting);
/// Text whose words are only there so that a foreseen act has a reason.
governance::Text some_reason();
/// What a ruling says besides the answer itself: quorum, barred members, breaches.
std::vector<std::string> what_follows(const governance::Ruling& ruling);
/// An answer with the ruling its act would get now.
DiscretionAnswer answer_made(const Ground& ground, const governance::Submission& submission,
                             const governance::BodyId& body, DiscretionAnswer out);

/// Partners that ask to be heard on an item and have no answer; `answered`: those that have one,
/// which may be changed until the item is over.
std::vector<Discretion> hearings_to_answer(const Ground& ground, bool answered);

/// Interests declared at meetings of the viewer that nobody has determined.
std::vector<Discretion> interests_to_determine(const Ground& ground);

} // namespace quorate::views

#endif
