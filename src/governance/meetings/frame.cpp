#include "governance/meetings/frame.hpp"

#include <algorithm>

namespace quorate::governance {

BodyId body_of(const MeetingId& meeting) { return BodyId(meeting.value.substr(0, meeting.value.find('/'))); }

Ruler ruler_for(const Call& call, const MeetingId& id, std::optional<std::int64_t> item) {
    const auto* meeting = call.state.meetings.find(id);
    Ruler ruler(call.state, call.submission, call.context, meeting == nullptr ? body_of(id) : meeting->body, meeting,
                item);
    if (meeting == nullptr) {
        ruler.no(Code::meeting_unknown, {fact("meeting", id.view())});
    }
    return ruler;
}

bool contains(const std::vector<std::string>& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

void add_quorum_reason(Ruler& ruler, const charter::InForce<charter::QuorumRule>& rule, const QuorumCount& count,
                       const BodyId& body, Says shortfall) {
    std::vector<Fact> facts{fact("present", count.present), fact("needed", count.needed),
                            fact("members", count.members), fact("spare", count.spare())};
    if (body != ruler.body()) {
        facts.push_back(fact("body", body.view()));
    }
    if (!count.known) {
        const auto says = shortfall == Says::breach ? Says::undetermined : Says::remark;
        ruler.says(rule, says, count.members == 0 ? Code::nobody_in_office : Code::attendance_not_recorded,
                   std::move(facts));
        return;
    }
    ruler.says(rule, count.quorate() ? Says::complies : shortfall, count.quorate() ? Code::quorate : Code::inquorate,
               std::move(facts));
}

namespace {

/// When the count is taken, of which item; the terms are those of `terms_of`.
struct Counting {
    base::Instant instant;
    std::optional<std::int64_t> item;
};

template <class WhenOf>
void say_quorum_of_bodies(Ruler& ruler, const Meeting& meeting, base::Instant terms_of, Says shortfall, WhenOf when) {
    const auto say_for = [&](const BodyId& body) {
        const auto* terms = terms_at(ruler.state(), body, terms_of, ruler.context());
        const auto rule = terms == nullptr ? charter::InForce<charter::QuorumRule>{}
                                           : terms->terms.one<charter::QuorumRule>();
        if (rule) {
            const Counting counting = when(*rule.params);
            const auto count =
                count_quorum(ruler.state(), meeting, body, *rule.params, counting.instant, counting.item);
            add_quorum_reason(ruler, rule, count, body, shortfall);
        }
    };
    say_for(meeting.body);
    if (meeting.jointly_with) {
        say_for(*meeting.jointly_with);
    }
}

} // namespace

void say_quorum(Ruler& ruler, const Meeting& meeting, base::Instant instant, std::optional<std::int64_t> item,
                Says shortfall) {
    say_quorum_of_bodies(ruler, meeting, instant, shortfall,
                         [&](const charter::QuorumRule&) { return Counting{instant, item}; });
}

void say_quorum_to_act(Ruler& ruler, const Meeting& meeting, std::optional<std::int64_t> item) {
    say_quorum_of_bodies(ruler, meeting, ruler.at(), Says::breach, [&](const charter::QuorumRule& rule) {
        const bool at_opening = rule.test == charter::QuorumTest::at_opening && meeting.opened();
        return at_opening ? Counting{*meeting.opened(), {}} : Counting{ruler.at(), item};
    });
}

} // namespace quorate::governance
