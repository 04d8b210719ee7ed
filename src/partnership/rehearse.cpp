#include "partnership/rehearse.hpp"

#include "base/uuid.hpp"
#include "governance/lookup.hpp"

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>

namespace quorate::partnership {
namespace {

using base::fail;
using base::Instant;
using governance::State;
namespace acts = governance::acts;

/// Works out the acts that make the practice copy: the register first, then the terms it is read
/// by.
class Copier {
public:
    Copier(const Snapshot& parent, Instant from)
        : state_(parent.state), context_(parent.context()), from_(from) {
        name_what_charters_name();
        name_organisations();
        name_holders();
    }

    std::vector<std::pair<governance::Act, Instant>> acts() {
        add_bodies();
        add_names();
        add_seats();
        add_offices();
        add_terms();
        return std::move(acts_);
    }

private:
    void add(governance::Act act, Instant at) { acts_.emplace_back(std::move(act), at); }

    /// Organisations and outside offices the terms in force name stand there for anyone to read.
    void name_what_charters_name() {
        state_.bodies.each([&](const governance::Body& body) {
            const auto* terms = governance::terms_at(state_, body.id, from_, context_);
            if (terms == nullptr) {
                return;
            }
            for (const auto& rule : terms->terms.all<charter::BodyRule>()) {
                named_.insert({rule->serviced_by, rule->lead_authority, rule->accountable_body});
            }
            for (const auto& rule : terms->terms.all<charter::OfficeRule>()) {
                offices_.insert(rule->holder);
                const auto open = rule->holder.find('(');
                if (open != std::string::npos && rule->holder.ends_with(')')) {
                    named_.insert(rule->holder.substr(open + 1, rule->holder.size() - open - 2));
                }
            }
        });
    }

    void name_organisations() {
        int number = 0;
        state_.organisations.each([&](const governance::Organisation& organisation) {
            ++number;
            const auto& id = organisation.id.value;
            organisations_[id] = named_.contains(id) ? id : "partner-" + std::to_string(number);
        });
    }

    /// A holder is called by the first seat they hold; someone on two bodies is one holder.
    void name_holders() {
        state_.bodies.each([&](const governance::Body& body) {
            for (const auto* seat : governance::seats_at(state_, body.id, from_)) {
                const auto* held = governance::occupant_at(state_, *seat, from_);
                int shared = 0;
                for (const auto& person :
                     held == nullptr ? std::vector<governance::PersonId>{} : held->persons) {
                    const auto part = ++shared == 1 ? std::string() : "-" + std::to_string(shared);
                    const auto number = std::to_string(seat->number);
                    const auto name = "Holder of seat " + number + " of " + body.id.value +
                                      (part.empty() ? "" : " " + part);
                    if (holders_
                            .try_emplace(person.value,
                                         "holder-" + body.id.value + "-" + number + part)
                            .second) {
                        holder_names_.emplace_back(holders_[person.value], name);
                    }
                }
            }
        });
    }

    [[nodiscard]] std::string holder(const governance::PersonId& person) const {
        const auto found = holders_.find(person.value);
        return found == holders_.end() ? std::string() : found->second;
    }

    void add_bodies() {
        state_.bodies.each([&](const governance::Body& body) {
            const auto* status = body.status.change_at(from_);
            if (status == nullptr || status->value == governance::BodyStatus::dissolved) {
                return;
            }
            bodies_.insert(body.id.value);
            acts::EstablishBody act;
            act.body = body.id;
            act.name = body.name;
            act.status = status->value;
            act.by_statute = body.by_statute;
            add(std::move(act), status->from);
        });
    }

    void add_names() {
        state_.organisations.each([&](const governance::Organisation& organisation) {
            const auto& id = organisations_.at(organisation.id.value);
            acts::RegisterOrganisation act;
            act.organisation = governance::OrganisationId(id);
            act.name =
                named_.contains(id) ? organisation.name : "Partner " + id.substr(id.rfind('-') + 1);
            if (!organisation.sector.empty()) {
                act.sector = organisation.sector;
            }
            add(std::move(act), from_);
        });
        for (const auto& [id, name] : holder_names_) {
            add(acts::RegisterPerson{governance::PersonId(id), {name, {}}}, from_);
        }
    }

    void add_seats() {
        for (const auto& id : bodies_) {
            for (const auto* seat : governance::seats_at(state_, governance::BodyId(id), from_)) {
                add_seat(*seat);
            }
        }
    }

    void add_seat(const governance::Seat& seat) {
        acts::CreateSeat act;
        act.body = seat.body;
        act.number = seat.number;
        if (const auto found = organisations_.find(seat.organisation.value);
            found != organisations_.end()) {
            act.organisation = governance::OrganisationId(found->second);
        }
        const auto keep = [](const std::string& text) {
            return text.empty() ? std::nullopt : std::optional(text);
        };
        act.sector = keep(seat.sector);
        act.place = keep(seat.place);
        act.represents = seat.represents;
        const bool known_office = offices_.contains(seat.office.value);
        if (!seat.office.empty() && known_office) {
            act.office = seat.office;
        }
        add(std::move(act), seat.created);
        // A seat that goes with an office the charters do not name is held by its holder all the
        // same.
        const auto* appointed = seat.occupant.change_at(from_);
        const auto* held = governance::occupant_at(state_, seat, from_);
        const bool through_office = appointed == nullptr && known_office;
        if (held == nullptr || through_office) {
            return;
        }
        bool first = true;
        for (const auto& person : held->persons) {
            acts::Appoint appoint;
            appoint.body = seat.body;
            appoint.seat = governance::SeatRef(seat.id.value);
            appoint.person = governance::PersonId(holder(person));
            if (!first) {
                appoint.shared = true;
            }
            first = false;
            add(std::move(appoint), appointed == nullptr ? seat.created : appointed->from);
        }
    }

    void add_offices() {
        state_.offices.each([&](const governance::OutsideOffice& office) {
            const auto* change = office.holder.change_at(from_);
            if (!offices_.contains(office.id.value) || change == nullptr) {
                return;
            }
            acts::RecordOfficeHolder act;
            act.office = office.id;
            if (change->value && !change->value->persons.empty()) {
                const auto person = holder(change->value->persons.front());
                if (!person.empty()) {
                    act.person = governance::PersonId(person);
                }
            }
            if (const auto found = organisations_.find(office.organisation.value);
                found != organisations_.end()) {
                act.organisation = governance::OrganisationId(found->second);
            }
            add(std::move(act), change->from);
        });
    }

    void add_terms() {
        std::vector<std::pair<governance::Act, Instant>> terms;
        state_.bodies.each([&](const governance::Body& body) {
            if (!bodies_.contains(body.id.value)) {
                return;
            }
            for (const auto& link : body.links) {
                if (link.from <= from_ && (!link.until || from_ < *link.until) &&
                    bodies_.contains(link.to.value)) {
                    add(acts::LinkBodies{body.id, link.type, link.to, link.until}, link.from);
                }
            }
            for (const auto& change : body.charters.changes()) {
                acts::AdoptCharter act;
                act.body = body.id;
                act.charter = change.value.charter;
                act.digest = change.value.digest;
                act.applies = change.value.applies;
                act.calendar = change.value.calendar.empty() ? std::nullopt
                                                             : std::optional(change.value.calendar);
                terms.emplace_back(std::move(act), change.from);
            }
            for (const auto& reading : body.readings) {
                acts::AdoptInterpretation act;
                act.body = body.id;
                act.interpretation = reading.interpretation;
                act.reading = reading.reading;
                act.standing = reading.standing;
                terms.emplace_back(std::move(act), reading.effective);
            }
        });
        std::stable_sort(terms.begin(), terms.end(),
                         [](const auto& a, const auto& b) { return a.second < b.second; });
        for (auto& [act, at] : terms) {
            if (at <= from_) {
                add(std::move(act), at);
            }
        }
    }

    const State& state_;
    const governance::Context& context_;
    Instant from_;
    std::set<std::string> named_;
    std::set<std::string> offices_;
    std::set<std::string> bodies_;
    std::map<std::string, std::string> organisations_;
    std::map<std::string, std::string> holders_;
    std::vector<std::pair<std::string, std::string>> holder_names_;
    std::vector<std::pair<governance::Act, Instant>> acts_;
};

NewPartnership genesis_of(const Partnership& parent, const Rehearsal& rehearsal) {
    const auto head = parent.ledger().head();
    NewPartnership out;
    out.partnership = rehearsal.partnership;
    out.kind = governance::PartnershipKind::rehearsal;
    out.zone = parent.state()->genesis->zone;
    out.recorded = rehearsal.from;
    out.parent = ledger::Parent{parent.id(), head.size, base::hex(head.root)};
    const auto seed = base::sha256("rehearsal genesis " + rehearsal.partnership);
    out.id = base::uuid_v7(rehearsal.from, base::as_bytes(seed).substr(0, 10));
    return out;
}

Result<void> copy_into(Partnership& copy, const Partnership& parent, const Rehearsal& rehearsal) {
    if (auto copied = copy.copy_sources(parent); !copied) {
        return copied;
    }
    const auto snapshot = parent.snapshot();
    int number = 0;
    for (auto& [act, at] : Copier(*snapshot, rehearsal.from).acts()) {
        const auto seed =
            base::sha256("rehearsal " + rehearsal.partnership + " " + std::to_string(++number));
        governance::Submission submission;
        submission.id =
            governance::EntryId(base::uuid_v7(rehearsal.from, base::as_bytes(seed).substr(0, 10)));
        submission.act = std::move(act);
        submission.made_by = {governance::ActorKind::servicing, {}};
        submission.recorded_by = submission.made_by;
        submission.effective = at;
        submission.late_reason.words = "Copied from the record when this practice copy was made";
        const std::string name(governance::row_of(submission.act).name);
        SubmitOptions options;
        options.recorded = rehearsal.from;
        const auto receipt = copy.submit(std::move(submission), options);
        if (!receipt) {
            return tl::unexpected(receipt.error().failure);
        }
        if (receipt->ruling.verdict != governance::Verdict::permitted) {
            return fail(name, "the practice copy could not be made: " +
                                  governance::headline(receipt->ruling));
        }
    }
    return {};
}

} // namespace

Result<std::unique_ptr<Partnership>> rehearse(const Partnership& parent,
                                              const Rehearsal& rehearsal) {
    auto made = Partnership::create_in_memory(genesis_of(parent, rehearsal));
    if (!made) {
        return made;
    }
    if (auto copied = copy_into(**made, parent, rehearsal); !copied) {
        return tl::unexpected(copied.error());
    }
    return made;
}

Result<std::unique_ptr<Partnership>> rehearse_in_folder(const Partnership& parent,
                                                        const Rehearsal& rehearsal,
                                                        const std::string& folder) {
    if (std::filesystem::exists(folder)) {
        return fail(folder, "there is something in this folder already", "Choose another name");
    }
    const auto unfinished = folder + ".unfinished";
    std::error_code error;
    std::filesystem::remove_all(unfinished, error);
    {
        auto made = Partnership::create(unfinished, genesis_of(parent, rehearsal));
        const auto copied =
            made ? copy_into(**made, parent, rehearsal) : tl::unexpected(made.error());
        if (!copied) {
            made = nullptr; // closes its files
            std::filesystem::remove_all(unfinished, error);
            return tl::unexpected(copied.error());
        }
    }
    std::filesystem::rename(unfinished, folder, error);
    if (error) {
        return fail(folder, "cannot put the rehearsal in its place: " + error.message());
    }
    return Partnership::open(folder);
}

} // namespace quorate::partnership
