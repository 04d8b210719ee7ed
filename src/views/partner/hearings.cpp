#include "views/partner/hearings.hpp"

#include "governance/meetings/sittings.hpp"
#include "partnership/workspace/hearing_asks.hpp"
#include "views/partner/partner_make.hpp"
#include "views/reader.hpp"
#include "views/rule_words.hpp"

#include <algorithm>

namespace quorate::views {

using namespace governance;

namespace {

template <class T>
bool contains(const std::vector<T>& all, const T& one) {
    return std::find(all.begin(), all.end(), one) != all.end();
}

HearingTerms terms_shown(const Ground& ground, const CompiledTerms& terms,
                         const charter::InForce<charter::MayRule>& rule) {
    const auto* clause = terms.terms.clause_of(*rule.rule);
    return {true, own_clause(*rule.rule), clause == nullptr ? std::string() : clause->text,
            rule_words(known_names(ground), *rule.rule, charter::Params(*rule.params))};
}

std::string item_title(const Ground& ground, const Item& item) {
    return ground.words(item.title).value_or(std::string(words_gone));
}

bool ahead(const Ground& ground, const Meeting& meeting) {
    return meeting.status == MeetingStatus::convened && meeting.scheduled >= ground.now;
}

bool going_on(const Meeting& meeting) {
    return meeting.status == MeetingStatus::open || meeting.status == MeetingStatus::informal ||
           meeting.status == MeetingStatus::adjourned;
}

std::optional<HearingAnswered> answer_to(const Ground& ground, const Meeting& meeting,
                                         const partnership::HearingAsk& ask,
                                         const std::vector<partnership::HearingAnswer>& answers) {
    for (const auto& each : answers) {
        if (each.item == ask.item && each.organisation == ask.organisation &&
            each.at <= ground.now) {
            return HearingAnswered{each.agreed, each.reason, each.by,
                                   ground.moment(meeting.body, each.at)};
        }
    }
    return std::nullopt;
}

std::vector<std::string> attending(const Ground& ground, const Meeting& meeting, const Item& item,
                                   const OrganisationId& organisation) {
    std::vector<std::string> out;
    for (const auto& presence : meeting.presence) {
        if (presence.as == PresentAs::affected_partner && presence.organisation == organisation &&
            presence.item.value_or(item.number) == item.number && presence.person) {
            out.push_back(ground.person(*presence.person).value_or("Somebody"));
        }
    }
    return out;
}

PartnerHearing hearing_shown(const Ground& ground, const Meeting& meeting, const Item& item,
                             const OrganisationId& organisation) {
    PartnerHearing out;
    out.meeting = ground.meeting(meeting.id);
    out.when = ground.moment(meeting.body, meeting.scheduled);
    out.item = item.number;
    out.title = item_title(ground, item);
    out.notified = contains(item.affects, organisation);
    const auto right = out.notified ? right_to_be_heard(ground, meeting.body) : HearingTerms{};
    const auto terms = right.found ? right : others_may_attend(ground, meeting.body);
    out.heard = right.found;
    out.clause = terms.clause;
    out.clause_words = terms.words;
    out.attending = attending(ground, meeting, item, organisation);
    return out;
}

} // namespace

HearingTerms right_to_be_heard(const Ground& ground, const BodyId& body) {
    const auto* terms = ground.terms(body, ground.now);
    if (terms == nullptr) {
        return {};
    }
    for (const auto& rule : terms->terms.all<charter::MayRule>()) {
        if (contains(rule->who, std::string("affected-partner")) &&
            contains(rule->rights, std::string("be-heard"))) {
            return terms_shown(ground, *terms, rule);
        }
    }
    return {};
}

HearingTerms others_may_attend(const Ground& ground, const BodyId& body) {
    const auto* terms = ground.terms(body, ground.now);
    if (terms == nullptr) {
        return {};
    }
    for (const auto& rule : terms->terms.all<charter::MayRule>()) {
        if (contains(rule->who, std::string("visitor")) && !rule->agreement_of.empty()) {
            return terms_shown(ground, *terms, rule);
        }
    }
    return {};
}

std::vector<HearingAsked> asked_of_meeting(const Ground& ground, const Meeting& meeting) {
    std::vector<HearingAsked> out;
    const auto* workspace = ground.partnership.workspace();
    const auto asks = workspace == nullptr
                          ? partnership::Result<std::vector<partnership::HearingAsk>>{}
                          : partnership::hearing_asks(*workspace, meeting.id.view());
    if (!asks || asks->empty()) {
        return out;
    }
    const auto answers = partnership::hearing_answers(*workspace, meeting.id.view());
    const auto right = right_to_be_heard(ground, meeting.body);
    const auto others = others_may_attend(ground, meeting.body);
    for (const auto& each : *asks) {
        const auto* item = meeting.item(each.item);
        const OrganisationId organisation(each.organisation);
        if (item == nullptr || each.at > ground.now) {
            continue;
        }
        const bool by_right = right.found && contains(item->affects, organisation);
        out.push_back({organisation_in_register(ground, organisation), each.item,
                       item_title(ground, *item), each.words, ground.moment(meeting.body, each.at),
                       by_right, by_right ? right.clause : others.clause,
                       answers ? answer_to(ground, meeting, each, *answers) : std::nullopt});
    }
    return out;
}

std::vector<PartnerHearing> items_to_come(const Ground& ground,
                                          const OrganisationId& organisation) {
    std::vector<PartnerHearing> out;
    ground.state().meetings.each([&](const Meeting& meeting) {
        if (!ahead(ground, meeting) && !going_on(meeting)) {
            return;
        }
        const auto asks = asked_of_meeting(ground, meeting);
        for (const auto& item : meeting.items) {
            const bool asked = std::any_of(asks.begin(), asks.end(), [&](const HearingAsked& ask) {
                return ask.item == item.number && ask.organisation.id == organisation.value;
            });
            const bool there =
                item.status != ItemStatus::withdrawn && item.status != ItemStatus::deferred;
            const bool known = asked || contains(item.affects, organisation);
            if (there && (known || ahead(ground, meeting))) {
                out.push_back(hearing_shown(ground, meeting, item, organisation));
            }
        }
    });
    std::stable_sort(out.begin(), out.end(), [](const PartnerHearing& a, const PartnerHearing& b) {
        return std::tuple(a.when.instant, a.meeting.id, a.item) <
               std::tuple(b.when.instant, b.meeting.id, b.item);
    });
    return out;
}

std::vector<HearingAsked> hearings_asked(const Ground& ground, std::string_view id) {
    const auto* meeting = ground.state().meetings.find(MeetingId(id));
    const bool may_know = meeting != nullptr && ground.see.requester(meeting->body);
    return may_know ? asked_of_meeting(ground, *meeting) : std::vector<HearingAsked>();
}

std::vector<HearingAsked> hearings_asked(const Reader& reader, std::string_view meeting) {
    return hearings_asked(reader.ground(), meeting);
}

std::optional<HearingAsked> hearing_asked_by(const Reader& reader, std::string_view organisation,
                                             std::string_view id, std::int64_t item) {
    const auto& ground = reader.ground();
    const auto* meeting = ground.state().meetings.find(MeetingId(id));
    if (meeting == nullptr || !answering_for(ground, organisation)) {
        return std::nullopt;
    }
    for (auto& each : asked_of_meeting(ground, *meeting)) {
        if (each.organisation.id == organisation && each.item == item) {
            return std::move(each);
        }
    }
    return std::nullopt;
}

std::vector<std::pair<Named, HearingAsked>> partners_to_be_heard(const Reader& reader) {
    const auto& ground = reader.ground();
    std::vector<std::pair<base::Instant, std::pair<Named, HearingAsked>>> found;
    ground.state().meetings.each([&](const Meeting& meeting) {
        const bool theirs = ground.see.requester(meeting.body);
        if (!theirs || (!ahead(ground, meeting) && !going_on(meeting))) {
            return;
        }
        for (auto& each : asked_of_meeting(ground, meeting)) {
            if (!each.waits() && !is_over(*meeting.item(each.item))) {
                found.push_back({meeting.scheduled, {ground.meeting(meeting.id), std::move(each)}});
            }
        }
    });
    std::stable_sort(found.begin(), found.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<std::pair<Named, HearingAsked>> out;
    for (auto& each : found) {
        out.push_back(std::move(each.second));
    }
    return out;
}

std::string answer_words(const HearingAsked& asked) {
    if (!asked.answer) {
        return {};
    }
    const auto& answer = *asked.answer;
    return "The " + answer.by + (answer.agreed ? " agreed on " : " did not agree on ") +
           short_date(answer.at.local.date) + (answer.reason.empty() ? "." : ": " + answer.reason);
}

std::vector<PartnerHearing> items_to_ask_on(const Reader& reader, std::string_view organisation) {
    const auto& ground = reader.ground();
    const auto own = answering_for(ground, organisation);
    std::vector<PartnerHearing> out;
    if (!own) {
        return out;
    }
    const bool sits = own->whole ? own->seated : !own->seats.empty();
    for (auto& each : items_to_come(ground, own->id)) {
        if (each.notified || sits ||
            hearing_asked_by(reader, organisation, each.meeting.id, each.item)) {
            out.push_back(std::move(each));
        }
    }
    return out;
}

std::optional<PartnerHearing> partner_hearing(const Reader& reader, std::string_view organisation,
                                              std::string_view meeting, std::int64_t item) {
    for (auto& each : items_to_ask_on(reader, organisation)) {
        if (each.meeting.id == meeting && each.item == item) {
            return std::move(each);
        }
    }
    return std::nullopt;
}

} // namespace quorate::views
