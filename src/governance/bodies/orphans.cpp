// What a body that ended, or whose responsibilities another has assumed, leaves with nobody.

#include "base/text.hpp"
#include "governance/bodies/succession.hpp"
#include "governance/lookup.hpp"
#include "governance/membership/places.hpp"

#include <algorithm>
#include <boost/describe/enum_to_string.hpp>
#include <map>
#include <set>

namespace quorate::governance {
namespace {

using charter::SuccessionMode;

/// A body that is no longer there for what it was for.
struct Left {
    const Body* body = nullptr;
    base::Instant since;
    bool ended = false;
    std::vector<BodyId> successors; ///< that are there
};

std::vector<Left> bodies_left(const State& state, const Context& context, base::Instant at) {
    const auto known = successions(state, context, at);
    std::vector<Left> out;
    state.bodies.each([&](const Body& body) {
        std::optional<base::Instant> since;
        const bool ended = ended_by(state, body.id, at);
        if (ended) {
            since = body.status.change_at(at)->from;
        }
        for (const auto& each : known) {
            const bool whole = each.mode == SuccessionMode::assumes && each.scope.empty();
            if (each.from == body.id && whole && each.at && *each.at <= at &&
                (!since || *each.at < *since)) {
                since = *each.at;
            }
        }
        if (since) {
            out.push_back({&body, *since, ended, successors_of(state, context, body.id, at)});
        }
    });
    return out;
}

const CompiledTerms* terms_of(const State& state, const BodyId& body, base::Instant at,
                              const Context& context) {
    return terms_at(state, body, at, context);
}

/// The classes a body has places for: by its terms, and by the seats it has.
std::set<std::string> classes_of(const State& state, const BodyId& body, base::Instant at,
                                 const Context& context, bool with_seats) {
    std::set<std::string> out;
    if (const auto* terms = terms_of(state, body, at, context)) {
        for (const auto& rule : terms->terms.all<charter::ClassRule>()) {
            out.insert(rule->classes.begin(), rule->classes.end());
        }
        for (const auto& rule : terms->terms.all<charter::BalanceRule>()) {
            out.insert(rule->each_of.begin(), rule->each_of.end());
        }
    }
    for (const auto* seat : with_seats ? seats_at(state, body, at) : std::vector<const Seat*>{}) {
        if (!seat->sector.empty()) {
            out.insert(seat->sector);
        }
    }
    return out;
}

/// The rule that names a class, to cite.
const charter::Rule* rule_of_class(const CompiledTerms& terms, const std::string& name) {
    const charter::Rule* found = nullptr;
    for (const auto& rule : terms.terms.all<charter::BalanceRule>()) {
        const bool names =
            std::find(rule->each_of.begin(), rule->each_of.end(), name) != rule->each_of.end();
        found = found == nullptr && names ? rule.rule : found;
    }
    for (const auto& rule : terms.terms.all<charter::ClassRule>()) {
        const bool names =
            std::find(rule->classes.begin(), rule->classes.end(), name) != rule->classes.end();
        found = found == nullptr && names ? rule.rule : found;
    }
    return found;
}

class Search {
public:
    Search(const State& state, const Context& context, base::Instant at)
        : state_(state), context_(context), at_(at), left_(bodies_left(state, context, at)) {}

    std::vector<Orphan> all() {
        add_responsibilities();
        for (const auto& left : left_) {
            add_sectors(left);
        }
        for (const auto& left : left_) {
            add_duties(left);
        }
        for (const auto& left : left_) {
            add_seats(left);
        }
        for (const auto& left : left_) {
            add_meetings(left);
        }
        state_.bodies.each([&](const Body& body) { add_links(body); });
        return std::move(found_);
    }

private:
    void add(OrphanKind kind, const BodyId& of, std::string id, std::string what,
             const charter::Rule* rule = nullptr) {
        for (const auto& known : found_) {
            // A link on record that the terms have too is one link.
            if (known.kind == kind && known.of == of && known.id == id && known.what == what) {
                return;
            }
        }
        found_.push_back({kind, of, std::move(id), std::move(what), rule});
    }

    void add_responsibilities() {
        const auto all = holdings(state_, context_, at_);
        for (const auto& holding : all) {
            // Where the matter is in other hands too, somebody still has it.
            const bool held = std::any_of(all.begin(), all.end(), [&](const Holding& other) {
                return other.matter == holding.matter && other.known &&
                       other.recommends == holding.recommends;
            });
            if (!holding.known && !held) {
                const auto what = holding.rule ? holding.rule->what : std::string();
                add(OrphanKind::responsibility, holding.holder, holding.matter.value, what,
                    holding.rule.rule);
            }
        }
    }

    void add_sectors(const Left& left) {
        const auto before = base::Instant{left.since.ms - 1};
        const auto* terms = terms_of(state_, left.body->id, before, context_);
        if (terms == nullptr) {
            return;
        }
        std::set<std::string> carried;
        for (const auto& successor : left.successors) {
            carried.merge(classes_of(state_, successor, at_, context_, true));
        }
        for (const auto& name : classes_of(state_, left.body->id, before, context_, false)) {
            if (!carried.contains(name)) {
                add(OrphanKind::sector, left.body->id, name, name, rule_of_class(*terms, name));
            }
        }
    }

    /// The successor's terms have the same duty: the very rule, or one shown done by the same act.
    bool carries_duty(const BodyId& successor,
                      const charter::InForce<charter::DutyRule>& duty) const {
        const auto* terms = terms_of(state_, successor, at_, context_);
        if (terms == nullptr) {
            return false;
        }
        const auto rules = terms->terms.all<charter::DutyRule>();
        return std::any_of(
            rules.begin(), rules.end(), [&](const charter::InForce<charter::DutyRule>& own) {
                const bool same_rule =
                    own.rule->id == duty.rule->id && own.rule->charter == duty.rule->charter;
                const bool same_act = !duty->evidence.empty() && own->evidence == duty->evidence &&
                                      own->kind == duty->kind && own->trigger == duty->trigger;
                return same_rule || same_act || own->what == duty->what;
            });
    }

    void add_duties(const Left& left) {
        if (!left.ended) {
            return;
        }
        const auto* terms = terms_of(state_, left.body->id, at_, context_);
        for (std::size_t i = 0;
             terms != nullptr && i < terms->terms.all<charter::DutyRule>().size(); ++i) {
            const auto& duty = terms->terms.all<charter::DutyRule>()[i];
            const bool carried =
                std::any_of(left.successors.begin(), left.successors.end(),
                            [&](const BodyId& successor) { return carries_duty(successor, duty); });
            if (!carried) {
                add(OrphanKind::duty, left.body->id, duty.rule->id, duty->what, duty.rule);
            }
        }
        // What the terms of others ask of the body that ended.
        state_.bodies.each([&](const Body& other) {
            const auto* others = ended_by(state_, other.id, at_)
                                     ? nullptr
                                     : terms_of(state_, other.id, at_, context_);
            for (std::size_t i = 0;
                 others != nullptr && i < others->terms.all<charter::DutyRule>().size(); ++i) {
                const auto& duty = others->terms.all<charter::DutyRule>()[i];
                if (duty->on == left.body->id.value) {
                    add(OrphanKind::duty, left.body->id, duty.rule->id, duty->what, duty.rule);
                }
            }
        });
    }

    /// The person sits on the body, or, where it has no seats yet, holds an office that its places
    /// are for.
    bool has_place(const BodyId& body, const Seat& old, const PersonId& person) const {
        const auto seats = seats_at(state_, body, at_);
        for (const auto* seat : seats) {
            const auto* held = occupant_at(state_, *seat, at_);
            if (held != nullptr && std::find(held->persons.begin(), held->persons.end(), person) !=
                                       held->persons.end()) {
                return true;
            }
        }
        const auto* terms = seats.empty() ? terms_of(state_, body, at_, context_) : nullptr;
        if (terms == nullptr) {
            return false;
        }
        for (const auto& rule : terms->terms.all<charter::SeatsRule>()) {
            for (const auto& selector : rule->eligible) {
                if (may_fill(state_, selector, {&old, &person}, at_) == Eligible::yes) {
                    return true;
                }
            }
        }
        return false;
    }

    /// The post a title names, as it reads before the organisation's name: "Chief Constable" of
    /// "Chief Constable, Kent Police".
    static std::string_view post_of(const Seat& seat) {
        const std::string_view title = seat.title;
        return base::trim(title.substr(0, title.find_first_of(",/")));
    }

    /// The only seat its organisation has on the body for that post: the post alone says which is
    /// meant.
    [[nodiscard]] bool alone_in_post(const Seat& old, base::Instant then) const {
        const auto seats = seats_at(state_, old.body, then);
        return std::count_if(seats.begin(), seats.end(), [&](const Seat* seat) {
                   return seat->organisation == old.organisation && post_of(*seat) == post_of(old);
               }) == 1;
    }

    /// The successor has a seat for the same outside office, or one the organisation has under the
    /// same title or for the same post: whoever holds that next has it.
    bool has_seat_like(const BodyId& body, const Seat& old, base::Instant then) const {
        const auto seats = seats_at(state_, body, at_);
        const bool alone = !old.title.empty() && alone_in_post(old, then);
        return std::any_of(seats.begin(), seats.end(), [&](const Seat* seat) {
            const bool office = !old.office.empty() && seat->office == old.office;
            const bool title = !old.title.empty() && (seat->title == old.title ||
                                                      (alone && post_of(*seat) == post_of(old)));
            return office || (title && seat->organisation == old.organisation);
        });
    }

    bool carried_on(const Left& left, const Seat& seat, const Occupant& held) const {
        return std::any_of(left.successors.begin(), left.successors.end(), [&](const BodyId& to) {
            return has_seat_like(to, seat, base::Instant{left.since.ms - 1}) ||
                   std::any_of(held.persons.begin(), held.persons.end(),
                               [&](const PersonId& person) { return has_place(to, seat, person); });
        });
    }

    void add_seats(const Left& left) {
        const auto before = base::Instant{left.since.ms - 1};
        for (const auto* seat : seats_filled_at(state_, left.body->id, before)) {
            const auto* held = occupant_at(state_, *seat, before);
            if (held != nullptr && !carried_on(left, *seat, *held)) {
                add(OrphanKind::seat, left.body->id, seat->id.value, seat_what(*seat));
            }
        }
    }

    [[nodiscard]] std::string seat_what(const Seat& seat) const {
        const auto* organisation = state_.organisations.find(seat.organisation);
        if (!seat.title.empty()) {
            return seat.title;
        }
        return organisation != nullptr ? organisation->name : seat.place;
    }

    void add_meetings(const Left& left) {
        for (const auto& id : left.ended ? left.body->meetings : std::vector<MeetingId>{}) {
            const auto* meeting = state_.meetings.find(id);
            if (meeting != nullptr && meeting->status == MeetingStatus::convened &&
                left.since <= meeting->scheduled) {
                add(OrphanKind::meeting, left.body->id, id.value, {});
            }
        }
    }

    void add_link(const Body& body, const std::string& to, std::string what,
                  const charter::Rule* rule = nullptr) {
        if (!to.empty() && ended_by(state_, BodyId(to), at_)) {
            add(OrphanKind::link, BodyId(to), body.id.value, std::move(what), rule);
        }
    }

    void add_links(const Body& body) {
        const auto* status = body.status.at(at_);
        if (status == nullptr || *status == BodyStatus::dissolved) {
            return;
        }
        for (const auto& link : body.links) {
            const bool stands = link.from <= at_ && (!link.until || at_ < *link.until);
            const bool history =
                link.type == LinkType::succeeds || link.type == LinkType::absorbs_work_of;
            if (stands && !history) {
                add_link(body, link.to.value, boost::describe::enum_to_string(link.type, ""));
            }
        }
        for (const auto* seat : seats_at(state_, body.id, at_)) {
            if (seat->represents) {
                add_link(body, seat->represents->value, "represented_on");
            }
        }
        if (const auto* terms = terms_of(state_, body.id, at_, context_)) {
            add_links_of_terms(body, *terms);
        }
    }

    void add_links_of_terms(const Body& body, const CompiledTerms& terms) {
        for (const auto& rule : terms.terms.all<charter::BodyRule>()) {
            add_link(body, rule->accountable_to, "accountable_to", rule.rule);
            add_link(body, rule->exists_within, "exists_within", rule.rule);
            add_link(body, rule->managed_through, "managed_through", rule.rule);
            for (const auto& to : rule->oversees) {
                add_link(body, to, "oversees", rule.rule);
            }
            for (const auto& to : rule->works_with) {
                add_link(body, to, "works_with", rule.rule);
            }
        }
        for (const auto& rule : terms.terms.all<charter::DelegationRule>()) {
            const auto from = rule->from.empty() ? body.id.value : rule->from;
            if (from == body.id.value) {
                add_link(body, rule->to, "delegates_to", rule.rule);
            } else if (rule->to == body.id.value) {
                add_link(body, from, "delegated_by", rule.rule);
            }
        }
        for (const auto& rule : terms.terms.all<charter::DutyRule>()) {
            add_link(body, rule->through, "reports_through", rule.rule);
            for (const auto& audience : rule->audiences) {
                add_link(body, audience, "reports_to", rule.rule);
            }
        }
    }

    const State& state_;
    const Context& context_;
    base::Instant at_;
    std::vector<Left> left_;
    std::vector<Orphan> found_;
};

} // namespace

std::vector<Orphan> orphans(const State& state, const Context& context, base::Instant at) {
    return Search(state, context, at).all();
}

std::vector<Orphan> orphans_made(const State& before, const State& after, const Context& context,
                                 base::Instant at) {
    const auto had = orphans(before, context, at);
    std::vector<Orphan> out;
    for (auto& each : orphans(after, context, at)) {
        const bool known = std::any_of(had.begin(), had.end(), [&](const Orphan& other) {
            return other.kind == each.kind && other.of == each.of && other.id == each.id &&
                   other.what == each.what;
        });
        if (!known) {
            out.push_back(std::move(each));
        }
    }
    before.meetings.each([&](const Meeting& meeting) {
        const auto* now = after.meetings.find(meeting.id);
        const bool falls = meeting.status == MeetingStatus::convened && at <= meeting.scheduled &&
                           now != nullptr && now->status == MeetingStatus::cancelled;
        if (falls) {
            out.push_back({OrphanKind::meeting, meeting.body, meeting.id.value, {}, nullptr});
        }
    });
    std::stable_sort(out.begin(), out.end(),
                     [](const Orphan& a, const Orphan& b) { return a.kind < b.kind; });
    return out;
}

} // namespace quorate::governance
