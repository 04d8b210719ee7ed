#include "views/desk/chair_absences.hpp"

#include "base/json.hpp"
#include "base/text.hpp"
#include "governance/words.hpp"
#include "views/desk/chair_make.hpp"
#include "views/membership/attendance.hpp"
#include "views/reader.hpp"

namespace quorate::views {

using namespace governance;

namespace {

Submission asking(const Ground& ground, const AbsenceAlert& alert, const Actor& by) {
    Submission out;
    out.act =
        acts::RequestReplacement{BodyId(alert.body.id), SeatRef(alert.seat.id), some_reason()};
    out.made_by = by;
    out.recorded_by = by;
    out.effective = ground.now;
    return out;
}

DiscretionAnswer answer_of(const Ground& ground, const AbsenceAlert& alert, const Actor& by) {
    DiscretionAnswer out;
    out.id = "ask";
    out.verb = "Ask for another holder";
    out.does = "Whoever names the holder of the seat is asked to name somebody else. The member "
               "stays until they do. It is for you to choose: nothing has to follow.";
    base::JsonObject fields;
    fields["body"] = alert.body.id;
    fields["seat"] = alert.seat.id;
    out.fields = base::canonical(fields);
    return answer_made(ground, asking(ground, alert, by), BodyId(alert.body.id), std::move(out));
}

void add_clause(const DiscretionAnswer& answer, const AbsenceAlert& alert, Discretion& out) {
    out.clause = alert.clause;
    for (const auto& reason : answer.ruling.reasons) {
        const bool of_clause = reason.clause == out.clause || reason.own_clause == out.clause;
        if (of_clause && out.quote.empty()) {
            out.quote = reason.clause_text;
        }
    }
}

Discretion matter_of(const Ground& ground, const AbsenceAlert& alert, const SeatOfViewer& own,
                     std::string as) {
    const auto seat = seat_words(alert.seat);
    Discretion out;
    out.kind = "absence";
    out.key = alert.seat.id + "/absent";
    out.act = "request-replacement";
    out.title = seat + ": " + counted(alert.missed, "meeting", "meetings") + " missed in a row";
    out.body = alert.body;
    out.asks = alert.follows;
    out.as = std::move(as);
    out.actor = text(own.actor);
    for (const auto& meeting : alert.meetings) {
        out.facts.push_back("Missed: " + meeting.name);
    }
    if (alert.organisation.empty()) {
        out.facts.emplace_back("No organisation names the holder of this seat.");
    } else {
        out.facts.push_back("Named by: " + ground.organisation(OrganisationId(alert.organisation)));
    }
    out.answers.push_back(answer_of(ground, alert, own.actor));
    add_clause(out.answers.front(), alert, out);
    return out;
}

} // namespace

std::vector<Discretion> absences_to_act_on(const Reader& reader) {
    const auto& ground = reader.ground();
    std::vector<Discretion> out;
    if (!ground.as_of_now) {
        return out;
    }
    for (const auto& alert : absence_alerts(reader)) {
        if (alert.state != "reached") {
            continue;
        }
        const BodyId body(alert.body.id);
        for (const auto& own : seats_of_viewer(ground)) {
            auto as = own.seat->body == body ? chairing_words(ground, *own.seat, body, nullptr)
                                             : std::string();
            if (as != "Chair" || own.seat->id.value == alert.seat.id) {
                continue;
            }
            auto matter = matter_of(ground, alert, own, std::move(as));
            if (matter.answers.front().ruling.verdict == "permitted") {
                out.push_back(std::move(matter));
            }
        }
    }
    return out;
}

} // namespace quorate::views
