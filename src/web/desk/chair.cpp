// The Chair's desk: matters that need a discretion, each with what the answers do.

#include "base/text.hpp"
#include "governance/words.hpp"
#include "html/govuk/notification_banner.hpp"
#include "views/desk/chair_absences.hpp"
#include "views/desk/urgent.hpp"
#include "views/partner/hearings.hpp"
#include "web/desk/chair_parts.hpp"
#include "web/desk/member_parts.hpp"
#include "web/desk/urgent_parts.hpp"
#include "web/parts.hpp"
#include "web/site_parts.hpp"

namespace quorate::web {

using namespace html;

namespace {

Html asked_words(const views::Discretion& matter) {
    const auto who = matter.kind == "interest" ? "Declared" : "Asked";
    return fragment(who, matter.asked_by.empty() ? std::string() : " by " + matter.asked_by, " at ",
                    date_and_time(matter.asked.local), ", for ",
                    matter.meeting.empty() ? matter.body.name : matter.meeting_named.name, ".");
}

Html clause_words(const DeskVisit& visit, const views::Discretion& matter) {
    return matter.clause.empty()
               ? Html()
               : fragment(" (", clause_link(visit.links, matter.body.id, matter.clause), ")");
}

Html matter_card(const DeskVisit& visit, const views::Discretion& matter) {
    const auto to = matter_url(visit, matter);
    return li(h(3, a(to, matter.title)), p(asked_words(matter)),
              p(views::capitalised(matter.asks), clause_words(visit, matter)),
              p(link_button("Answer", to, {.about = matter.title})));
}

Html quiet_list(const DeskVisit& visit, std::string_view heading,
                const std::vector<views::Discretion>& all) {
    std::vector<Html> items;
    for (const auto& matter : all) {
        items.push_back(
            li(a(matter_url(visit, matter), matter.title), br(),
               span(cls("q-quiet"),
                    matter.meeting.empty() ? matter.body.name : matter.meeting_named.name, ". ",
                    matter.whose.empty() ? matter.not_yet : matter.whose)));
    }
    return items.empty() ? Html()
                         : fragment(h(2, heading), plain_list(cls("govuk-list--spaced"), items));
}

/// "Chair" for whoever chairs one of their bodies, else "Vice Chair".
std::string_view office_words(const views::ChairDesk& chair) {
    constexpr std::string_view vice = "Vice Chair";
    const auto has = [&](bool wanted) {
        return std::any_of(chair.seats.begin(), chair.seats.end(), [&](const views::OwnSeat& seat) {
            return std::any_of(seat.offices.begin(), seat.offices.end(),
                               [&](const auto& office) { return (office == vice) == wanted; });
        });
    };
    return has(true) && !has(false) ? vice : "Chair";
}

/// The brief of the next meeting the viewer chairs, and where their powers stand.
Html chair_links(const DeskVisit& visit, const views::ChairDesk& chair,
                 const views::MemberDesk& desk) {
    std::vector<Html> items;
    for (const auto& meeting : desk.meetings) {
        const bool chairs =
            std::any_of(chair.seats.begin(), chair.seats.end(), [&](const views::OwnSeat& seat) {
                return seat.body.id == meeting.line.body.id;
            });
        if (chairs) {
            items.push_back(li(a(visit.links.own_meeting(meeting.line.id).slash("brief"),
                                 "Before the meeting: ", meeting.line.body.name, ", ",
                                 short_day(meeting.line.at.local.date))));
            break;
        }
    }
    for (const auto& body : views::urgent_bodies(visit.reader)) {
        items.push_back(li(a(visit.links.desk_part("urgent").slash(body.id),
                             "Decide something that cannot wait: ", body.name)));
    }
    if (!chair.seats.empty()) {
        items.push_back(li(a(visit.links.desk_part("powers"), "What the terms leave to you")));
    }
    return items.empty() ? Html()
                         : fragment(h(2, "As ", office_words(chair)),
                                    plain_list(cls("govuk-list--spaced"), items));
}

} // namespace

Url matter_url(const DeskVisit& visit, const views::Discretion& matter) {
    return matter.kind == "interest"  ? visit.links.desk_part("interest-at").slash_id(matter.key)
           : matter.kind == "hearing" ? visit.links.desk_part("to-hear").slash_id(matter.key)
           : matter.kind == "absence" ? visit.links.desk_part("seats").slash_id(matter.key)
                                      : visit.links.discretion(matter.position);
}

Html chair_matters(const DeskVisit& visit, const views::ChairDesk& desk) {
    const auto count = static_cast<std::int64_t>(desk.matters.size());
    Html out;
    if (count == 0) {
        out += nothing_here("No matter needs your discretion.");
    } else {
        std::vector<Html> items;
        for (const auto& matter : desk.matters) {
            items.push_back(matter_card(visit, matter));
        }
        const auto words = views::capitalised(governance::number_words(count)) +
                           (count == 1 ? " matter needs" : " matters need") + " your discretion.";
        out += fragment(h(2, words), plain_list(cls("govuk-list--spaced q-lines"), items));
    }
    return fragment(out, quiet_list(visit, "To be decided at the meeting", desk.later),
                    quiet_list(visit, "Not yours to decide", desk.others));
}

namespace {

/// "Two of three have answered; one does not agree."
std::string answered_words(const views::ConsultationShown& each) {
    const auto asked = static_cast<std::int64_t>(each.seats.size());
    const auto against = std::count_if(each.seats.begin(), each.seats.end(), [](const auto& seat) {
        return seat.answer_id == "disagrees";
    });
    const auto answered = each.answered == 0 ? std::string("nobody")
                                             : governance::number_words(each.answered) + " of " +
                                                   governance::number_words(asked);
    return views::capitalised(answered) + (each.answered > 1 ? " have" : " has") + " answered" +
           (against == 0   ? "."
            : against == 1 ? "; one does not agree."
                           : "; " + governance::number_words(against) + " do not agree.");
}

/// What the Chair has asked members about and has not decided yet.
Html being_consulted_on(const DeskVisit& visit) {
    std::vector<Html> items;
    for (const auto& body : views::urgent_bodies(visit.reader)) {
        const auto page = views::urgent_page(visit.reader, body.id);
        if (!page || page->is_instead) {
            continue;
        }
        for (const auto& each : page->consultations) {
            if (each.open) {
                items.push_back(li(
                    a(visit.links.desk_part("urgent").slash(body.id), each.words), br(),
                    span(cls("q-quiet"), body.name, ". ", answered_words(each),
                         each.answer_by
                             ? fragment(" Answers by ", date_and_time(each.answer_by->local), ".")
                             : Html(),
                         each.late ? " That time has passed." : "")));
            }
        }
    }
    return items.empty() ? Html()
                         : fragment(h(2, "Urgent: members are asked"),
                                    plain_list(cls("govuk-list--spaced q-lines"), items));
}

/// Members the Chair may ask to have replaced; nothing has to follow.
Html absences(const DeskVisit& visit) {
    std::vector<Html> items;
    for (const auto& each : views::absences_to_act_on(visit.reader)) {
        items.push_back(li(a(matter_url(visit, each), each.title), br(),
                           span(cls("q-quiet"), each.body.name, ". ", each.asks, " ",
                                clause_link(visit.links, each.body.id, each.clause))));
    }
    return items.empty() ? Html()
                         : fragment(h(2, "What you may act on"),
                                    plain_list(cls("govuk-list--spaced q-lines"), items));
}

/// Partners that come by right, or were answered.
Html to_be_heard(const DeskVisit& visit) {
    std::vector<Html> items;
    for (const auto& [meeting, asked] : views::partners_to_be_heard(visit.reader)) {
        const auto body = meeting.id.substr(0, meeting.id.find('/'));
        const auto change = visit.links.desk_part("to-hear").slash_id(
            meeting.id + "/" + std::to_string(asked.item) + "/heard/" + asked.organisation.id);
        Html line = fragment(strong(asked.organisation.name), ", on item ", asked.item, ", ",
                             asked.title, br(),
                             span(cls("q-quiet"), a(visit.links.meeting(meeting.id), meeting.name),
                                  ". They say: ", asked.words));
        line += asked.by_right ? fragment(br(), "They have a right to be heard (",
                                          clause_link(visit.links, body, asked.clause), ").")
                               : fragment(br(), views::answer_words(asked), " ",
                                          a(change, "Change the answer",
                                            hidden_text(" to " + asked.organisation.name)));
        items.push_back(li(line));
    }
    return items.empty() ? Html()
                         : fragment(h(2, "Partners who asked to be heard"),
                                    plain_list(cls("govuk-list--spaced q-lines"), items));
}

} // namespace

bool has_chair_matters(const DeskVisit& visit) {
    const auto desk = views::chair_desk(visit.reader);
    return !desk.matters.empty() || !desk.later.empty();
}

namespace {

/// After an answer that stands on the sheet of a meeting that is going on, or is no entry.
Html answered_notice(const DeskVisit& visit) {
    const auto how = visit.request.query.get("answered").value_or("");
    if (how != "on-sheet" && how != "hearing") {
        return {};
    }
    return govuk::notification_banner(
        {.content = p(cls("govuk-notification-banner__heading"),
                      how == "hearing"
                          ? "Your answer is kept, and stands on the partner's desk."
                          : "Your answer is on the sheet of the meeting. It enters the record when "
                            "the item is closed."),
         .kind = govuk::BannerKind::success,
         .title = "Done",
         .title_id = "answered-title",
         .role = "status"});
}

} // namespace

http::Response chair_desk(const DeskVisit& visit) {
    const auto chair = views::chair_desk(visit.reader);
    const auto desk = views::member_desk(visit.reader);
    Html main = fragment(done_notice(visit), answered_notice(visit),
                         page_heading("My desk", visit.who.title), chair_matters(visit, chair),
                         being_consulted_on(visit), absences(visit), to_be_heard(visit),
                         chair_links(visit, chair, desk), member_sections(visit, desk));
    return framed(visit, {.title = "My desk",
                          .section = "desk",
                          .section_page = true,
                          .main = reading_column(main)});
}

} // namespace quorate::web
