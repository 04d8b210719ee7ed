// The workbench: timeline, tasks, agenda, answers, and what waits for leave.

#include "views/meetings/workbench.hpp"

#include "base/text.hpp"
#include "governance/act_table.hpp"
#include "governance/codec_names.hpp"
#include "governance/words.hpp"
#include "views/desk/disputed.hpp"
#include "views/meetings/answers.hpp"
#include "views/meetings/timeline_make.hpp"
#include "views/meetings_make.hpp"
#include "views/ruling_make.hpp"

#include <algorithm>
#include <map>

namespace quorate::views {

using namespace governance;

namespace {

std::string asker(const Ground& ground, std::string_view written) {
    const auto actor = parse_actor(written);
    if (!actor) {
        return "somebody not recorded";
    }
    if (actor->kind == ActorKind::servicing) {
        return "the secretariat";
    }
    if (actor->kind == ActorKind::seat) {
        const auto seat = ground.seat(SeatId(actor->id), ground.now);
        return seat ? seat_words(*seat) : "a member";
    }
    return ground.actor(*actor);
}

std::string status_words(const Item& item) {
    switch (item.status) {
    case ItemStatus::on_agenda:
        return {};
    case ItemStatus::taken:
        return "Taken";
    case ItemStatus::interrupted:
        return "Broken off";
    case ItemStatus::noted:
        return "Noted";
    case ItemStatus::decided:
        return "Decided";
    case ItemStatus::deferred:
        return "Put off";
    case ItemStatus::withdrawn:
        return "Withdrawn";
    case ItemStatus::not_allowed:
        return "Not allowed";
    }
    return {};
}

std::vector<AgendaLine> agenda_of(const Ground& ground, const Meeting& meeting,
                                  const std::vector<PaperShown>& papers) {
    const auto shown = items_shown(ground, meeting);
    std::vector<AgendaLine> out;
    for (std::size_t i = 0; i < meeting.items.size(); ++i) {
        const auto& item = meeting.items[i];
        AgendaLine line;
        line.number = item.number;
        line.place = static_cast<std::int64_t>(i) + 1;
        line.title = shown[i].title;
        line.purpose = shown[i].purpose;
        line.purpose_words = purpose_words(line.purpose);
        line.asked_by = asker(ground, item.asked_by);
        line.notified = ground.moment(meeting.body, item.notified);
        line.remarks = shown[i].remarks;
        line.status = shown[i].status;
        line.status_words = status_words(item);
        line.may_change = item.status == ItemStatus::on_agenda && !meeting.held();
        for (const auto& paper : papers) {
            if (paper.item == item.number) {
                line.papers.push_back(paper);
            }
        }
        out.push_back(std::move(line));
    }
    return out;
}

std::string answer_words(const Ground& ground, const AnswerOf& answer) {
    std::string words = answer.apologies ? "Apologies" : answer.coming ? "Will come" : "";
    if (answer.substitute != nullptr) {
        const auto name = ground.person(answer.substitute->person);
        words = answer.apologies ? "Apologies; sends a substitute" : "Sends a substitute";
        words += name ? ": " + *name : "";
        if (answer.substitute->coming) {
            words += *answer.substitute->coming ? ", who will come" : ", who cannot come";
        }
    }
    return words;
}

void add_answers(const Ground& ground, const Meeting& meeting, WorkbenchPage& page) {
    for (const auto& answer : answers_of(ground, meeting)) {
        ++page.members;
        auto shown = ground.seat(*answer.seat, ground.now);
        if (answer.silent()) {
            page.silent.push_back(std::move(shown));
        } else {
            page.answers.push_back({std::move(shown), answer_words(ground, answer)});
        }
    }
}

AwaitedShown awaited_shown(const Ground& ground, const AwaitedDiscretion& awaited,
                           const BodyId& body) {
    AwaitedShown out;
    out.act = row_of(awaited.submission.act).name;
    out.asked_by = asker(ground, text(awaited.submission.made_by));
    out.asked = ground.moment(body, awaited.submission.effective);
    out.holder = who_words(awaited.holder);
    out.office = awaited.holder;
    out.disputed = disputed_answer_words(ground, awaited);
    if (const auto* act = std::get_if<acts::NotifyItem>(&awaited.submission.act)) {
        out.item = act->item;
        out.title = ground.words(act->title).value_or("(title no longer held)");
        out.purpose_words = purpose_words(written(act->purpose.value_or(ItemPurpose::decision)));
    }
    if (const auto* line = ground.state().entries.find(awaited.entry)) {
        out.position = line->position;
        if (const auto entry = ground.partnership.entry(line->position)) {
            out.ruling = ruling_shown(ground, entry->ruling, body, awaited.submission.effective);
        }
    }
    for (const auto& reason : out.ruling.reasons) {
        if (reason.says == "discretion" && out.clause.empty()) {
            out.clause = reason.own_clause;
        }
    }
    return out;
}

std::vector<AwaitedShown> awaited_of(const Ground& ground, const Meeting& meeting) {
    std::vector<AwaitedShown> out;
    ground.state().awaited.each([&](const AwaitedDiscretion& awaited) {
        const auto* line = ground.state().entries.find(awaited.entry);
        if (!awaited.answered && line != nullptr && line->meeting == meeting.id) {
            out.push_back(awaited_shown(ground, awaited, meeting.body));
        }
    });
    return out;
}

std::vector<AffectedPartner> affected_partners(const Ground& ground, const Meeting& meeting) {
    std::map<std::string, std::vector<std::string>> items;
    for (const auto& item : meeting.items) {
        for (const auto& organisation : item.affects) {
            items[organisation.value].push_back(std::to_string(item.number));
        }
    }
    std::vector<AffectedPartner> out;
    for (const auto& [id, numbers] : items) {
        out.push_back({{id, ground.organisation(OrganisationId(id))},
                       (numbers.size() == 1 ? "Item " : "Items ") + base::list_words(numbers)});
    }
    return out;
}

} // namespace

std::string purpose_words(std::string_view purpose) {
    return purpose == "minutes" ? "Minutes to approve" : "For " + std::string(purpose);
}

std::optional<WorkbenchPage> workbench_page(const Reader& reader, std::string_view id) {
    const auto& ground = reader.ground();
    const auto* meeting = ground.state().meetings.find(MeetingId(id));
    if (meeting == nullptr || !ground.see.desk()) {
        return std::nullopt;
    }
    WorkbenchPage out;
    out.line = meeting_line(ground, *meeting);
    out.programmed = meeting->programmed;
    out.open_for_change = meeting->status == MeetingStatus::convened && !meeting->held();
    for (const auto at : meeting->postponed_from) {
        out.postponed_from.push_back(ground.moment(meeting->body, at));
    }
    out.timeline = meeting_timeline(reader, id);
    out.tasks = tasks_of(ground, *meeting, out.timeline);
    const auto papers = papers_of(reader, id);
    out.agenda = agenda_of(ground, *meeting, papers);
    for (const auto& paper : papers) {
        out.unsent_papers += paper.sent ? 0 : 1;
        if (!paper.item || meeting->item(*paper.item) == nullptr) {
            out.whole.push_back(paper);
        }
    }
    out.awaited = awaited_of(ground, *meeting);
    add_answers(ground, *meeting, out);
    out.sent = distribution_log(reader, id);
    out.affected = affected_partners(ground, *meeting);
    return out;
}

std::optional<AwaitedShown> awaited_item(const Reader& reader, std::string_view id,
                                         std::int64_t item) {
    const auto& ground = reader.ground();
    const auto* meeting = ground.state().meetings.find(MeetingId(id));
    if (meeting == nullptr || !ground.see.requester(meeting->body)) {
        return std::nullopt;
    }
    std::optional<AwaitedShown> out;
    each_awaited_item(ground, meeting->id,
                      [&](const AwaitedDiscretion& awaited, const acts::NotifyItem& act) {
                          if (act.item == item) {
                              out = awaited_shown(ground, awaited, meeting->body);
                          }
                      });
    return out;
}

std::vector<Named> minutes_to_approve(const Reader& reader, std::string_view id) {
    const auto& ground = reader.ground();
    const auto* meeting = ground.state().meetings.find(MeetingId(id));
    std::vector<Named> out;
    if (meeting == nullptr) {
        return out;
    }
    ground.state().meetings.each([&](const Meeting& other) {
        const bool earlier = other.body == meeting->body && other.id != meeting->id &&
                             other.scheduled < meeting->scheduled;
        if (earlier && other.status != MeetingStatus::cancelled && !other.minutes.approved) {
            out.push_back(ground.meeting(other.id));
        }
    });
    return out;
}

std::vector<Named> later_meetings(const Reader& reader, std::string_view id) {
    const auto& ground = reader.ground();
    const auto* meeting = ground.state().meetings.find(MeetingId(id));
    std::vector<Named> out;
    if (meeting == nullptr) {
        return out;
    }
    ground.state().meetings.each([&](const Meeting& other) {
        if (other.body == meeting->body && other.scheduled > meeting->scheduled &&
            other.status == MeetingStatus::convened) {
            out.push_back(ground.meeting(other.id));
        }
    });
    return out;
}

std::vector<SeatChoice> seat_choices(const Reader& reader, std::string_view body) {
    const auto& ground = reader.ground();
    std::vector<SeatChoice> out;
    for (const auto* seat : seats_filled_at(ground.state(), BodyId(body), ground.now)) {
        const auto shown = ground.seat(*seat, ground.now);
        auto words = seat_words(shown);
        if (!shown.holders.empty()) {
            words = "Seat " + std::to_string(seat->number) + ": " + words;
        }
        out.push_back({seat->id.value, std::move(words)});
    }
    return out;
}

} // namespace quorate::views
