#include "views/architecture/architecture.hpp"

#include "governance/codec_names.hpp"
#include "governance/lookup.hpp"
#include "views/architecture/architecture_make.hpp"
#include "views/bodies_make.hpp"
#include "views/reader.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace quorate::views {

using namespace governance;

namespace {

struct KindWords {
    std::string_view kind;
    std::string_view words;
};

constexpr KindWords kind_words[] = {{"accountable-to", "is accountable to"},
                                    {"managed-through", "is managed through"},
                                    {"exists-within", "exists within"},
                                    {"reports-to", "reports to"},
                                    {"oversees", "oversees"},
                                    {"delegates-to", "delegates to"},
                                    {"works-with", "works with"},
                                    {"succeeds", "takes on the responsibilities of"},
                                    {"absorbs-work-of", "absorbs the work of"},
                                    {"may-absorb-work-of", "may absorb the work of"},
                                    {"client-role-from", "takes on the client role of"}};

std::string words_of_kind(std::string_view kind) {
    for (const auto& each : kind_words) {
        if (each.kind == kind) {
            return std::string(each.words);
        }
    }
    return plain_name(kind);
}

bool holds_at(const BodyLink& link, base::Instant at) {
    return link.from <= at && (!link.until || at < *link.until);
}

/// The links of one architecture, each kind between two bodies once.
class Links {
public:
    explicit Links(const Ground& ground) : ground_(ground) {}

    ArchitectureLink& add(const std::string& from, const std::string& to, std::string_view kind) {
        for (auto& link : out_) {
            const bool same = link.from == from && link.to == to;
            const bool turned = kind == "works-with" && link.from == to && link.to == from;
            if (link.kind == kind && (same || turned)) {
                return link;
            }
        }
        out_.push_back(
            {from, to, std::string(kind), words_of_kind(kind), false, false, {}, {}, {}, {}});
        return out_.back();
    }

    void from_terms(const std::string& from, const std::string& to, std::string_view kind,
                    const BodyId& body, const charter::Rule& rule) {
        if (from.empty() || to.empty() || from == to || to.starts_with("office:")) {
            return;
        }
        auto& link = add(from, to, kind);
        link.in_terms = true;
        if (link.terms_of.empty()) {
            link.terms_of = body.value;
            link.clause = own_clause(rule);
        }
    }

    void of_terms(const Body& body, const charter::Terms& terms) {
        const auto& id = body.id.value;
        if (const auto rule = terms.one<charter::BodyRule>()) {
            from_terms(id, rule->accountable_to, "accountable-to", body.id, *rule.rule);
            from_terms(id, rule->managed_through, "managed-through", body.id, *rule.rule);
            from_terms(id, rule->exists_within, "exists-within", body.id, *rule.rule);
            for (const auto& other : rule->oversees) {
                from_terms(id, other, "oversees", body.id, *rule.rule);
            }
            for (const auto& other : rule->works_with) {
                from_terms(id, other, "works-with", body.id, *rule.rule);
            }
        }
        for (const auto& rule : terms.all<charter::DelegationRule>()) {
            from_terms(rule->from.empty() ? id : rule->from, rule->to, "delegates-to", body.id,
                       *rule.rule);
        }
        for (const auto& rule : terms.all<charter::DutyRule>()) {
            if (rule->evidence == "record-report" &&
                (rule->on == "body" || rule->on == id || rule->on.empty())) {
                for (const auto& audience : rule->audiences) {
                    if (ground_.state().bodies.find(BodyId(audience)) != nullptr) {
                        from_terms(id, audience, "reports-to", body.id, *rule.rule);
                    }
                }
            }
        }
    }

    void on_record(const Body& body) {
        for (const auto& link : body.links) {
            const bool follows =
                link.type == LinkType::succeeds || link.type == LinkType::absorbs_work_of;
            if (follows || !holds_at(link, ground_.now)) {
                continue;
            }
            auto kind = std::string(written(link.type));
            std::replace(kind.begin(), kind.end(), '_', '-');
            auto& shown = add(body.id.value, link.to.value, kind);
            shown.on_record = true;
            shown.since = ground_.moment(body.id, link.from).local.date;
        }
    }

    void of_succession(const SuccessionShown& succession) {
        const auto kind = succession.mode == "assumes"       ? "succeeds"
                          : succession.mode == "absorbs"     ? "absorbs-work-of"
                          : succession.mode == "client-role" ? "client-role-from"
                                                             : "may-absorb-work-of";
        auto& link = add(succession.to.id, succession.from.id, kind);
        link.in_terms = !succession.terms_of.empty();
        link.on_record = link.on_record || succession.terms_of.empty();
        link.terms_of = succession.terms_of;
        link.clause = succession.clause;
        link.since = succession.on;
        link.remark = succession.waits ? "It may do so, and has not." : "";
    }

    std::vector<ArchitectureLink> take() { return std::move(out_); }

private:
    const Ground& ground_;
    std::vector<ArchitectureLink> out_;
};

const BodyStatus* status_at(const Ground& ground, const Body& body) {
    return body.status.at(ground.now);
}

bool there(const Ground& ground, const std::string& id) {
    const auto* body = ground.state().bodies.find(BodyId(id));
    return body != nullptr && status_at(ground, *body) != nullptr;
}

bool terms_only_proposed(const Ground& ground, const Body& body) {
    return body.charters.at(ground.now) == nullptr &&
           std::any_of(
               body.proposals.begin(), body.proposals.end(),
               [&](const CharterProposal& proposal) { return proposal.effective <= ground.now; });
}

ArchitectureBody body_shown(const Ground& ground, const Body& body) {
    ArchitectureBody out;
    out.id = body.id.value;
    out.name = ground.body(body.id).name;
    out.has_page = true;
    out.statutory = body.by_statute;
    const auto* change = body.status.change_at(ground.now);
    out.status = written(change->value);
    if (change->value == BodyStatus::proposed) {
        out.status_words = "Proposed";
    } else if (change->value == BodyStatus::dissolved) {
        out.status_words = "Ended " + short_date(ground.moment(body.id, change->from).local.date);
    }
    out.seats = static_cast<std::int64_t>(seats_at(ground.state(), body.id, ground.now).size());
    out.filled =
        static_cast<std::int64_t>(seats_filled_at(ground.state(), body.id, ground.now).size());
    if (const auto* terms = ground.terms(body.id, ground.now)) {
        out.terms = terms->terms.charter().title;
        if (const auto rule = terms->terms.one<charter::BodyRule>()) {
            out.sort = sort_words(rule->sort);
            out.statutory = out.statutory || rule->statutory.value_or(false);
        }
    }
    out.terms_proposed = terms_only_proposed(ground, body);
    return out;
}

ArchitectureBody outside_shown(const Ground& ground, const std::string& id) {
    ArchitectureBody out;
    out.id = id;
    out.name = ground.party(id).name;
    out.status = "outside";
    const auto* body = ground.state().bodies.find(BodyId(id));
    if (body != nullptr) {
        out.has_page = true;
        out.status_words = "Not set up yet";
    } else {
        const bool organisation = ground.state().organisations.find(OrganisationId(id)) != nullptr;
        out.status_words = organisation ? "An organisation" : "Named in the terms, not on record";
    }
    return out;
}

void add_outside(const Ground& ground, ArchitecturePage& page) {
    std::set<std::string> seen;
    for (const auto& link : page.links) {
        for (const auto& id : {link.from, link.to}) {
            if (!there(ground, id) && seen.insert(id).second) {
                page.bodies.push_back(outside_shown(ground, id));
            }
        }
    }
}

std::string counted(std::int64_t count, std::string_view one, std::string_view many) {
    return std::to_string(count) + " " + std::string(count == 1 ? one : many);
}

void say_draft(ArchitecturePage& page) {
    std::int64_t bodies = 0;
    std::int64_t terms = 0;
    for (const auto& body : page.bodies) {
        bodies += body.status == "proposed" ? 1 : 0;
        terms += body.terms_proposed && body.status != "proposed" ? 1 : 0;
    }
    page.draft = bodies + terms > 0;
    page.stamp = short_date(page.on) + (page.draft ? ", draft" : "");
    if (bodies > 0) {
        page.draft_words = counted(bodies, "body shown is", "bodies shown are") + " only proposed.";
    }
    if (terms > 0) {
        page.draft_words += (bodies > 0 ? " " : "") +
                            counted(terms, "established body has", "established bodies have") +
                            " terms that are only proposed.";
    }
}

/// The days on which bodies, their terms or their links changed.
std::set<base::CivilDate> days_of_change(const Ground& ground) {
    std::set<base::CivilDate> out;
    ground.state().bodies.each([&](const Body& body) {
        const auto add = [&](base::Instant at) {
            out.insert(ground.moment(body.id, at).local.date);
        };
        for (const auto& change : body.status.changes()) {
            add(change.from);
        }
        for (const auto& change : body.charters.changes()) {
            add(change.from);
        }
        for (const auto& link : body.links) {
            add(link.from);
            if (link.until) {
                add(*link.until);
            }
        }
    });
    return out;
}

void add_changes(const Ground& ground, ArchitecturePage& page) {
    const auto days = days_of_change(ground);
    const auto here = days.lower_bound(page.on);
    if (here != days.begin()) {
        page.previous_change = *std::prev(here);
    }
    const auto after = days.upper_bound(page.on);
    if (after != days.end()) {
        page.next_change = *after;
    }
}

} // namespace

std::string sort_words(const std::string& sort) {
    return sort.empty() ? std::string() : plain_name(sort);
}

Ground on_day(const Ground& ground, base::CivilDate on) {
    Ground out = ground;
    out.now = base::Instant{ground.partnership.zone().start_of(on.plus_days(1)).ms - 1};
    out.today = on;
    out.as_of_now = false;
    return out;
}

ArchitecturePage architecture_page(const Ground& ground) {
    ArchitecturePage out;
    out.on = ground.today;
    Links links(ground);
    for (const auto& line : body_lines(ground)) {
        const auto* body = ground.state().bodies.find(BodyId(line.id));
        if (body == nullptr || status_at(ground, *body) == nullptr) {
            continue;
        }
        out.bodies.push_back(body_shown(ground, *body));
        // What a body that has ended was linked by holds no more.
        if (*status_at(ground, *body) == BodyStatus::dissolved) {
            continue;
        }
        links.on_record(*body);
        if (const auto* terms = ground.terms(body->id, ground.now)) {
            links.of_terms(*body, terms->terms);
        }
    }
    for (const auto& succession : successions_shown(ground)) {
        // What may happen to something that is not on record is for the terms to say.
        const bool shown = !succession.waits || there(ground, succession.from.id);
        if (shown && there(ground, succession.to.id)) {
            links.of_succession(succession);
        }
    }
    out.links = links.take();
    for (const auto& holding : holdings(ground.state(), ground.context(), ground.now)) {
        for (auto& body : out.bodies) {
            body.responsibilities +=
                holding.known && !holding.recommends && body.id == holding.holder.value ? 1 : 0;
        }
    }
    add_outside(ground, out);
    say_draft(out);
    add_changes(ground, out);
    return out;
}

ArchitecturePage architecture(const Reader& reader) {
    return architecture_page(reader.ground());
}

TwoDays telling_days(const Reader& reader) {
    const auto& ground = reader.ground();
    std::optional<base::CivilDate> first;
    std::optional<base::CivilDate> last;
    ground.state().bodies.each([&](const Body& body) {
        const auto take = [&](base::Instant at) {
            const auto day = ground.moment(body.id, at).local.date;
            first = !first || day < *first ? day : *first;
            if (at <= ground.partnership.now()) {
                last = !last || *last < day ? day : *last;
            }
        };
        for (const auto& change : body.charters.changes()) {
            take(change.from);
        }
        for (const auto& reorganisation : body.reorganisations) {
            take(reorganisation.effective);
        }
    });
    const auto earlier = first.value_or(ground.today);
    const auto later = last.value_or(ground.today);
    return {earlier, later < earlier ? earlier : later};
}

} // namespace quorate::views
