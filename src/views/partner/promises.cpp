// What organisations promised, and how each promise stands.

#include "views/partner/promises.hpp"

#include "governance/membership/commitments.hpp"
#include "views/partner/partner_make.hpp"
#include "views/reader.hpp"

#include <algorithm>

namespace quorate::views {

using namespace governance;

namespace {

std::string by_whom(const Ground& ground, const Actor& actor) {
    if (actor.kind != ActorKind::organisation) {
        return ground.actor(actor);
    }
    const auto name = ground.organisation(OrganisationId(actor.id));
    return name.empty() ? "the organisation itself" : name;
}

/// What the entry that ended a promise says of it.
void add_end(const Ground& ground, const Commitment& commitment, PartnerPromise& out) {
    if (!commitment.closed_by) {
        return;
    }
    const auto entry = ground.partnership.entry(*commitment.closed_by);
    if (!entry) {
        return;
    }
    out.ended_by = by_whom(ground, entry->submission.made_by);
    if (const auto* report = std::get_if<acts::ReportOnCommitment>(&entry->submission.act)) {
        out.ended_words = ground.words_or(report->words, "");
    } else if (const auto* release = std::get_if<acts::ReleaseCommitment>(&entry->submission.act)) {
        out.ended_words = ground.words_or(release->words, "");
        out.decision = release->decision ? release->decision->value : "";
    } else if (const auto* terms = std::get_if<acts::AgreeExitTerms>(&entry->submission.act)) {
        out.ended_words = ground.words_or(terms->terms, "");
        out.decision = terms->decision ? terms->decision->value : "";
    }
}

base::CivilDate ended_on(const PartnerPromise& promise) {
    return promise.honoured ? *promise.honoured : promise.released->local.date;
}

bool has_seat(const Ground& ground, const OrganisationId& organisation) {
    bool found = false;
    ground.state().seats.each([&](const Seat& seat) {
        found = found || (seat.organisation == organisation && exists_at(seat, ground.now));
    });
    return found;
}

PromiseLine line_of(const Ground& ground, const Commitment& commitment) {
    PromiseLine out;
    out.organisation = organisation_in_register(ground, commitment.organisation);
    out.promise = promise_shown(ground, commitment);
    out.seated = has_seat(ground, commitment.organisation);
    out.may_release = out.promise.body;
    for (const auto& exit : exits_of(ground, commitment.organisation)) {
        const bool held =
            std::any_of(exit.honours.begin(), exit.honours.end(),
                        [&](const PartnerPromise& each) { return each.id == commitment.id.value; });
        if (exit.given && held) {
            out.leaving = true;
            out.may_release = {exit.agreed_by_id, exit.unless_agreed_by};
        }
    }
    return out;
}

} // namespace

Named organisation_in_register(const Ground& ground, const OrganisationId& id) {
    auto name = ground.organisation(id);
    if (name.empty()) {
        std::size_t number = 0;
        bool found = false;
        ground.state().organisations.each([&](const Organisation& each) {
            number += found ? 0 : 1;
            found = found || each.id == id;
        });
        name = "Organisation " + std::to_string(number);
    }
    return {id.value, std::move(name)};
}

PartnerPromise promise_shown(const Ground& ground, const Commitment& commitment) {
    PartnerPromise out;
    out.id = commitment.id.value;
    out.body = ground.body(commitment.body);
    out.what = ground.words(commitment.what).value_or(std::string(words_gone));
    out.made = ground.moment(commitment.body, commitment.made);
    out.due = commitment.due;
    out.open = open_at(ground.state(), commitment, ground.now);
    out.honoured = honoured_on(ground.state(), commitment, ground.now);
    if (released_at(commitment, ground.now)) {
        out.released = ground.moment(commitment.body, *commitment.released);
    }
    out.overdue = out.open && out.due && *out.due < ground.today;
    if (!out.open) {
        add_end(ground, commitment, out);
    }
    return out;
}

void put_latest_first(std::vector<PartnerPromise>& ended) {
    std::stable_sort(
        ended.begin(), ended.end(),
        [](const PartnerPromise& a, const PartnerPromise& b) { return ended_on(b) < ended_on(a); });
}

std::vector<PartnerPromise> promises_of(const Ground& ground, const OrganisationId& organisation) {
    std::vector<PartnerPromise> out;
    ground.state().commitments.each([&](const Commitment& commitment) {
        if (commitment.organisation == organisation && commitment.made <= ground.now) {
            out.push_back(promise_shown(ground, commitment));
        }
    });
    constexpr std::int32_t no_date = 1'000'000;
    const auto day = [&](const PartnerPromise& promise) {
        return promise.due ? promise.due->days : no_date;
    };
    std::stable_sort(out.begin(), out.end(), [&](const PartnerPromise& a, const PartnerPromise& b) {
        return day(a) < day(b);
    });
    return out;
}

std::optional<PartnerPromise> partner_promise(const Reader& reader, std::string_view organisation,
                                              std::string_view promise) {
    const auto& ground = reader.ground();
    const auto own = answering_for(ground, organisation);
    const auto* found = ground.state().commitments.find(CommitmentId(promise));
    if (!own || found == nullptr || found->organisation != own->id || found->made > ground.now) {
        return std::nullopt;
    }
    auto out = promise_shown(ground, *found);
    out.actor = own->actor_for_debts(found->body);
    return out;
}

std::optional<PromisesPage> promises_page(const Reader& reader, std::string_view id) {
    const auto& ground = reader.ground();
    const BodyId body(id);
    if (!ground.see.register_kept() || ground.state().bodies.find(body) == nullptr) {
        return std::nullopt;
    }
    PromisesPage out;
    out.body = ground.body(body);
    ground.state().commitments.each([&](const Commitment& commitment) {
        if (commitment.body == body && commitment.made <= ground.now) {
            auto line = line_of(ground, commitment);
            (line.promise.open ? out.open : out.ended).push_back(std::move(line));
        }
    });
    const auto without_date = [](const PromiseLine& line) { return !line.promise.due; };
    std::stable_sort(out.open.begin(), out.open.end(),
                     [&](const PromiseLine& a, const PromiseLine& b) {
                         return without_date(a) != without_date(b) ? without_date(b)
                                : without_date(a)                  ? false
                                                  : *a.promise.due < *b.promise.due;
                     });
    std::stable_sort(out.ended.begin(), out.ended.end(),
                     [](const PromiseLine& a, const PromiseLine& b) {
                         return ended_on(b.promise) < ended_on(a.promise);
                     });
    for (const auto* seat : seats_at(ground.state(), body, ground.now)) {
        const bool there =
            std::any_of(out.organisations.begin(), out.organisations.end(),
                        [&](const Named& each) { return each.id == seat->organisation.value; });
        if (!there && !seat->organisation.empty()) {
            out.organisations.push_back(organisation_in_register(ground, seat->organisation));
        }
    }
    if (ground.see.names()) {
        std::stable_sort(out.organisations.begin(), out.organisations.end(),
                         [](const Named& a, const Named& b) { return a.name < b.name; });
    }
    return out;
}

std::optional<PromiseLine> promise_line(const Reader& reader, std::string_view body,
                                        std::string_view promise) {
    const auto& ground = reader.ground();
    const auto* found = ground.state().commitments.find(CommitmentId(promise));
    if (!ground.see.register_kept() || found == nullptr || found->body.view() != body ||
        found->made > ground.now) {
        return std::nullopt;
    }
    return line_of(ground, *found);
}

std::string promise_id(const Reader& reader, std::string_view body, std::string_view entry) {
    const auto& ground = reader.ground();
    if (const auto* line = ground.state().entries.find(EntryId(entry))) {
        const auto recorded = ground.partnership.entry(line->position);
        const auto* act =
            recorded ? std::get_if<acts::RecordCommitment>(&recorded->submission.act) : nullptr;
        if (act != nullptr) {
            return act->commitment.value;
        }
    }
    std::int64_t number = 1;
    const auto id = [&] { return CommitmentId(std::string(body) + "/c" + std::to_string(number)); };
    while (ground.state().commitments.find(id()) != nullptr) {
        ++number;
    }
    return id().value;
}

} // namespace quorate::views
