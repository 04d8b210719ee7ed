#include "base/text.hpp"
#include "charter/library.hpp"
#include "charter/wording.hpp"
#include "governance/codec_names.hpp"
#include "governance/words.hpp"
#include "views/bodies_make.hpp"
#include "views/duties_make.hpp"
#include "views/decisions_make.hpp"
#include "views/meetings_make.hpp"
#include "views/rule_words.hpp"

#include <algorithm>
#include <map>

namespace quorate::views {

using namespace governance;

namespace {

std::string first_sentences(const std::string& text, int count) {
    std::size_t end = 0;
    for (int i = 0; i < count && end != std::string::npos; ++i) {
        end = text.find(". ", end == 0 ? 0 : end + 1);
    }
    return end == std::string::npos ? text : text.substr(0, end + 1);
}

std::string link_words(LinkType type) {
    return plain_name(written(type));
}

bool holds_at(const BodyLink& link, base::Instant at) {
    return link.from <= at && (!link.until || at < *link.until);
}

/// The body this one is accountable to or exists within: as linked in the record, else as its terms
/// say.
std::string above(const Ground& ground, const Body& body) {
    for (const auto& link : body.links) {
        const bool up =
            link.type == LinkType::accountable_to || link.type == LinkType::exists_within;
        if (up && holds_at(link, ground.now) && ground.state().bodies.find(link.to) != nullptr) {
            return link.to.value;
        }
    }
    const auto* terms = ground.terms(body.id, ground.now);
    const auto rule = terms == nullptr ? charter::InForce<charter::BodyRule>{}
                                       : terms->terms.one<charter::BodyRule>();
    for (const auto& id : rule ? std::vector{rule->accountable_to, rule->exists_within}
                               : std::vector<std::string>{}) {
        if (ground.state().bodies.find(BodyId(id)) != nullptr && id != body.id.value) {
            return id;
        }
    }
    return {};
}

std::string status_of(const Ground& ground, const Body& body) {
    const auto* status = body.status.at(ground.now);
    return status == nullptr ? "proposed" : std::string(written(*status));
}

BodyLine body_line(const Ground& ground, const Body& body) {
    BodyLine out;
    out.id = body.id.value;
    out.name = ground.body(body.id).name;
    out.purpose = purpose_of(ground, body.id);
    out.status = status_of(ground, body);
    out.under = above(ground, body);
    out.seats = static_cast<std::int64_t>(seats_at(ground.state(), body.id, ground.now).size());
    out.filled =
        static_cast<std::int64_t>(seats_filled_at(ground.state(), body.id, ground.now).size());
    return out;
}

/// Appends the lines under `id`, depth first. Bodies linked in a circle are left for the end.
void place_under(const std::string& id, int depth, std::vector<BodyLine>& waiting,
                 std::vector<BodyLine>& out) {
    for (std::size_t i = 0; i < waiting.size();) {
        if (waiting[i].under != id) {
            ++i;
            continue;
        }
        auto line = waiting[i];
        waiting.erase(waiting.begin() + static_cast<std::ptrdiff_t>(i));
        line.depth = depth;
        out.push_back(line);
        place_under(line.id, depth + 1, waiting, out);
        i = 0;
    }
}

std::optional<TermsInForce> terms_in_force(const Ground& ground, const BodyId& id) {
    const auto* terms = ground.terms(id, ground.now);
    if (terms == nullptr) {
        return std::nullopt;
    }
    const auto& charter = terms->terms.charter();
    return TermsInForce{charter.title,         charter.name,   base::hex(charter.digest),
                        !charter.adopted_text, charter.source, charter.effective};
}

void add_links(const Ground& ground, const Body& body,
               const charter::InForce<charter::BodyRule>& rule, BodyPage& page) {
    const auto add = [&](const std::string& id, std::vector<Named>& to) {
        if (!id.empty() &&
            std::none_of(to.begin(), to.end(), [&](const Named& each) { return each.id == id; })) {
            to.push_back(ground.party(id));
        }
    };
    for (const auto& link : body.links) {
        if (!holds_at(link, ground.now)) {
            continue;
        }
        if (link.type == LinkType::accountable_to) {
            add(link.to.value, page.accountable_to);
        } else {
            page.links.push_back({link_words(link.type), ground.party(link.to.value),
                                  ground.state().bodies.find(link.to) != nullptr});
        }
    }
    if (!rule) {
        return;
    }
    add(rule->accountable_to, page.accountable_to);
    page.serviced_by = rule->serviced_by.empty() ? "" : ground.party(rule->serviced_by).name;
    const auto more = [&](std::string_view kind, const std::string& id) {
        const bool there =
            std::any_of(page.links.begin(), page.links.end(), [&](const BodyLinkShown& each) {
                return each.to.id == id && each.kind == kind;
            });
        if (!id.empty() && !there) {
            page.links.push_back({std::string(kind), ground.party(id),
                                  ground.state().bodies.find(BodyId(id)) != nullptr});
        }
    };
    more("Managed through", rule->managed_through);
    more("Exists within", rule->exists_within);
    for (const auto& id : rule->oversees) {
        more("Oversees", id);
    }
    for (const auto& id : rule->works_with) {
        more("Works with", id);
    }
}

void add_sectors(const Ground& ground, const BodyId& id, BodyPage& page) {
    std::map<std::string, SectorShown> by_name;
    const auto seats = seats_at(ground.state(), id, ground.now);
    page.seats = static_cast<std::int64_t>(seats.size());
    for (const auto* seat : seats) {
        const auto shown = ground.seat(*seat, ground.now);
        const auto name = shown.sector.empty() ? std::string("Sector not recorded") : shown.sector;
        auto& sector = by_name[name];
        sector.sector = name;
        ++sector.seats;
        sector.filled += shown.vacant ? 0 : 1;
        page.filled += shown.vacant ? 0 : 1;
    }
    for (auto& [name, sector] : by_name) {
        page.sectors.push_back(std::move(sector));
    }
}

void add_meetings(const Ground& ground, const BodyId& id, BodyPage& page) {
    auto all = meetings_page(ground, id);
    page.meetings = std::move(all.to_come);
    for (auto& line : all.past) {
        if (page.meetings.size() >= 5) {
            break;
        }
        page.meetings.push_back(std::move(line));
    }
}

} // namespace

const Body* main_body(const Ground& ground) {
    return ground.state().bodies.size() == 0 ? nullptr : &ground.state().bodies.at(0);
}

std::string purpose_of(const Ground& ground, const BodyId& id) {
    const auto* terms = ground.terms(id, ground.now);
    if (terms == nullptr) {
        return {};
    }
    std::string out;
    int aims = 0;
    for (const auto& aim : terms->terms.all<charter::AimRule>()) {
        if (!aim.rule->cited_clause.empty()) {
            continue;
        }
        const auto words = as_sentence(std::string(base::trim(aim->what)));
        if (aim.rule->id.ends_with(".purpose")) {
            return words;
        }
        out += aims++ < 2 ? (out.empty() ? "" : " ") + words : "";
    }
    const auto body = terms->terms.one<charter::BodyRule>();
    return out.empty() && body
               ? first_sentences(
                     rule_words(known_names(ground), *body.rule, charter::Params(*body.params)), 2)
               : out;
}

OfficeShown office_shown(const Ground& ground, const BodyId& body,
                         const charter::InForce<charter::OfficeRule>& rule) {
    OfficeShown out;
    out.office = rule->office;
    out.title = rule->office == "vice-chair" ? "Vice Chair" : plain_name(rule->office);
    out.clause = own_clause(*rule.rule);
    const auto answer = office_at(ground.state(), body, rule->office, ground.now, ground.context());
    out.term_ended = answer.term_ended;
    if (answer.seat != nullptr) {
        out.seat = ground.seat(*answer.seat, ground.now);
        out.words = seat_words(*out.seat);
        out.since =
            answer.since.ms == 0 ? std::nullopt : std::optional(ground.moment(body, answer.since));
        if (answer.term_ended) {
            out.words += ". The term has ended.";
        }
    } else if (!rule->holder.empty()) {
        out.words = "Held by " + charter::office_words(rule->holder) +
                    "; who that is, the record does not say";
    } else {
        out.words = "Nobody is recorded as holding it";
    }
    return out;
}

std::vector<BodyLine> body_lines(const Ground& ground) {
    std::vector<BodyLine> waiting;
    ground.state().bodies.each(
        [&](const Body& body) { waiting.push_back(body_line(ground, body)); });
    std::vector<BodyLine> out;
    place_under({}, 0, waiting, out);
    out.insert(out.end(), waiting.begin(), waiting.end());
    return out;
}

Home home(const Ground& ground) {
    Home out;
    if (const auto* body = main_body(ground)) {
        out.purpose = purpose_of(ground, body->id);
    }
    auto meetings = meetings_page(ground, {});
    if (!meetings.to_come.empty()) {
        out.next_meeting = std::move(meetings.to_come.front());
    }
    for (auto& line : meetings.past) {
        if (line.status != "cancelled" && !out.last_meeting) {
            out.last_meeting = std::move(line);
        }
    }
    out.decisions = latest_decisions(ground, {}, 5);
    out.bodies = body_lines(ground);
    return out;
}

std::optional<BodyPage> body_page(const Ground& ground, const BodyId& id) {
    const auto* body = ground.state().bodies.find(id);
    if (body == nullptr) {
        return std::nullopt;
    }
    BodyPage out;
    out.id = id.value;
    out.name = ground.body(id).name;
    out.purpose = purpose_of(ground, id);
    out.status = status_of(ground, *body);
    out.on = ground.today;
    out.terms = terms_in_force(ground, id);
    out.record_complete_from = body->complete_from;
    add_sectors(ground, id, out);
    if (const auto* terms = ground.terms(id, ground.now)) {
        for (const auto& rule : terms->terms.all<charter::OfficeRule>()) {
            const bool again =
                std::any_of(out.offices.begin(), out.offices.end(), [&](const OfficeShown& office) {
                    return office.office == rule->office;
                });
            if (!again) {
                out.offices.push_back(office_shown(ground, id, rule));
            }
        }
        add_links(ground, *body, terms->terms.one<charter::BodyRule>(), out);
    } else {
        add_links(ground, *body, {}, out);
    }
    out.quorum = quorum_today(ground, id);
    out.frequency = frequency_now(ground, *body);
    out.balance = balance_now(ground, id);
    add_meetings(ground, id, out);
    out.decisions = latest_decisions(ground, id, 5);
    const auto owed = duties_page(ground, id);
    out.duties = static_cast<std::int64_t>(owed.lines.size());
    out.duties_overdue = owed.overdue;
    return out;
}

} // namespace quorate::views
