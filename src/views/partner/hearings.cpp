#include "views/partner/hearings.hpp"

#include "partnership/workspace/hearing_asks.hpp"
#include "views/partner/partner_make.hpp"
#include "views/reader.hpp"

#include <algorithm>

namespace quorate::views {

using namespace governance;

namespace {

std::vector<HearingAsked> all_asked(const Ground& ground, const MeetingId& id) {
    std::vector<HearingAsked> out;
    auto* workspace = ground.partnership.workspace();
    const auto* meeting = ground.state().meetings.find(id);
    if (workspace == nullptr || meeting == nullptr) {
        return out;
    }
    const auto asks = partnership::hearing_asks(*workspace, id.view());
    for (const auto& each : asks ? *asks : std::vector<partnership::HearingAsk>()) {
        const auto* item = meeting->item(each.item);
        const OrganisationId organisation(each.organisation);
        if (item != nullptr && each.at <= ground.now) {
            out.push_back({organisation_in_register(ground, organisation), each.item,
                           ground.words(item->title).value_or(std::string(words_gone)), each.words,
                           ground.moment(meeting->body, each.at)});
        }
    }
    return out;
}

} // namespace

std::vector<HearingAsked> hearings_asked(const Ground& ground, std::string_view id) {
    const auto* meeting = ground.state().meetings.find(MeetingId(id));
    const bool may_know = meeting != nullptr && ground.see.requester(meeting->body);
    return may_know ? all_asked(ground, meeting->id) : std::vector<HearingAsked>();
}

std::vector<HearingAsked> hearings_asked(const Reader& reader, std::string_view meeting) {
    return hearings_asked(reader.ground(), meeting);
}

std::optional<HearingAsked> hearing_asked_by(const Reader& reader, std::string_view organisation,
                                             std::string_view meeting, std::int64_t item) {
    const auto& ground = reader.ground();
    if (!answering_for(ground, organisation)) {
        return std::nullopt;
    }
    for (auto& each : all_asked(ground, MeetingId(meeting))) {
        if (each.organisation.id == organisation && each.item == item) {
            return std::move(each);
        }
    }
    return std::nullopt;
}

std::optional<PartnerHearing> partner_hearing(const Reader& reader, std::string_view organisation,
                                              std::string_view meeting, std::int64_t item) {
    const auto desk = partner_desk(reader, organisation);
    for (const auto& each : desk ? desk->hearings : std::vector<PartnerHearing>()) {
        if (each.meeting.id == meeting && each.item == item && each.heard) {
            return each;
        }
    }
    return std::nullopt;
}

} // namespace quorate::views
