// Lines that ask something instead of acting: restart, verify, import-calendar, expect duties,
// findings, members and quorum. With known= they ask the record as it was known at the end of that
// day.

#include "base/text.hpp"
#include "governance/codec_names.hpp"
#include "governance/duties/duties.hpp"
#include "governance/findings/findings.hpp"
#include "governance/lookup.hpp"
#include "governance/meetings/room.hpp"
#include "ledger/verify.hpp"
#include "partnership/scenario/checks_bodies.hpp"
#include "partnership/scenario/player.hpp"
#include "partnership/scenario/times.hpp"

#include <algorithm>

namespace quorate::partnership::scenario {
namespace {

using base::fail;
using governance::BodyId;

/// A check's answer: what does not hold, and what is there instead.
struct Answer {
    std::vector<std::string> wrong;
    std::string message;
};

struct Asked {
    const Document& document;
    const Line& line;
    const Snapshot& snapshot;
    base::Instant at;
    base::Zone zone;
};

std::string hyphened(std::string text) {
    std::replace(text.begin(), text.end(), '_', '-');
    return text;
}

std::vector<std::string> listed(const Word* word) {
    std::vector<std::string> out;
    for (const auto part :
         word == nullptr ? std::vector<std::string_view>{} : base::split(*word->value, ',')) {
        out.emplace_back(base::trim(part));
    }
    return out;
}

bool is_frame(std::string_view key) {
    return key == "body" || key == "on" || key == "at" || key == "known";
}

Answer duties_as_expected(const Asked& asked) {
    const auto on = asked.zone.date_of(asked.at);
    const auto* body = asked.line.field("body");
    const auto all = body == nullptr
                         ? governance::duties(asked.snapshot.state, asked.snapshot.context(), on)
                         : governance::duties_of(asked.snapshot.state, asked.snapshot.context(),
                                                 BodyId(*body->value), on);
    Answer out;
    out.message = std::to_string(all.size()) + " duties on " + base::text(on);
    for (const auto& word : asked.line.fields) {
        if (!word.value || is_frame(word.text)) {
            continue;
        }
        std::string seen;
        bool found = false;
        for (const auto& duty : all) {
            if (duty.id != word.text && duty.rule != word.text) {
                continue;
            }
            const std::string state(governance::written(duty.state));
            seen += (seen.empty() ? "" : ", ") + duty.id + "=" + state;
            found = found || state == hyphened(*word.value);
        }
        // "absent": the record gives rise to no such duty.
        found = *word.value == "absent" ? seen.empty() : found;
        if (!found) {
            out.wrong.push_back(
                "expected duty " + word.text + "=" + *word.value + ", but " +
                (seen.empty() ? "there is no such duty" : "the record gives " + seen));
        }
    }
    return out;
}

Answer findings_as_expected(const Asked& asked) {
    const auto* body = asked.line.field("body");
    const auto all =
        body == nullptr
            ? governance::findings(asked.snapshot.state, asked.snapshot.context(), asked.at)
            : governance::findings_of(asked.snapshot.state, asked.snapshot.context(),
                                      BodyId(*body->value), asked.at);
    Answer out;
    std::vector<std::string> ids;
    for (const auto& finding : all) {
        ids.push_back(finding.id);
    }
    out.message = std::to_string(all.size()) + " findings";
    const auto there = [&](const std::string& id) {
        return std::find(ids.begin(), ids.end(), id) != ids.end();
    };
    for (const auto& id : listed(asked.line.field("contains"))) {
        if (!there(id)) {
            out.wrong.push_back("expected finding " + id + ", but the findings are " +
                                base::join(ids, ", "));
        }
    }
    for (const auto& id : listed(asked.line.field("excludes"))) {
        if (there(id)) {
            out.wrong.push_back("expected no finding " + id + ", but it is there");
        }
    }
    return out;
}

Result<Answer> quorum_as_expected(const Asked& asked) {
    const auto* id = asked.line.field("meeting");
    const auto* meeting =
        id == nullptr ? nullptr
                      : asked.snapshot.state.meetings.find(governance::MeetingId(*id->value));
    if (meeting == nullptr) {
        return fail("", located(asked.document, asked.line.place, "expect quorum needs the meeting",
                                "Write it as expect quorum meeting=kp/m1 present=20 needed=20"));
    }
    const auto* terms = governance::terms_at(asked.snapshot.state, meeting->body, asked.at,
                                             asked.snapshot.context());
    const auto rule = terms == nullptr ? charter::InForce<charter::QuorumRule>{}
                                       : terms->terms.one<charter::QuorumRule>();
    if (!rule) {
        return fail(
            "", located(asked.document, asked.line.place, "the body has no quorum rule then", {}));
    }
    std::optional<std::int64_t> item;
    if (const auto* word = asked.line.field("item"); word != nullptr && word->value->size() < 7) {
        item = std::atoll(word->value->c_str());
    }
    const auto count = governance::count_quorum(asked.snapshot.state, *meeting, meeting->body,
                                                *rule.params, asked.at, item);
    const std::pair<std::string_view, std::string> facts[] = {
        {"present", std::to_string(count.present)},
        {"needed", std::to_string(count.needed)},
        {"members", std::to_string(count.members)},
        {"spare", std::to_string(count.spare())},
        {"quorate", count.quorate() ? "yes" : "no"}};
    Answer out;
    for (const auto& [name, value] : facts) {
        out.message += (out.message.empty() ? "" : " ") + std::string(name) + "=" + value;
        const auto* word = asked.line.field(name);
        if (word != nullptr && *word->value != value) {
            out.wrong.push_back("expected " + std::string(name) + "=" + *word->value +
                                ", but it is " + value);
        }
    }
    return out;
}

Result<Answer> members_as_expected(const Asked& asked) {
    const auto* id = asked.line.field("body");
    const BodyId body(id == nullptr ? "" : *id->value);
    const auto& state = asked.snapshot.state;
    if (id == nullptr) {
        return fail("", located(asked.document, asked.line.place, "expect members needs the body",
                                "Write it as expect members body=kp seats=40 filled=38"));
    }
    const std::pair<std::string_view, std::size_t> facts[] = {
        {"seats", governance::seats_at(state, body, asked.at).size()},
        {"filled", governance::seats_filled_at(state, body, asked.at).size()}};
    Answer out;
    for (const auto& [name, number] : facts) {
        const auto value = std::to_string(number);
        out.message += (out.message.empty() ? "" : " ") + std::string(name) + "=" + value;
        const auto* word = asked.line.field(name);
        if (word != nullptr && *word->value != value) {
            out.wrong.push_back("expected " + std::string(name) + "=" + *word->value +
                                ", but it is " + value);
        }
    }
    return out;
}

/// What the record said at the end of the day in known=; nothing when the line has none.
Result<std::shared_ptr<const Snapshot>> known_then(const Partnership& partnership,
                                                   const Document& document, const Line& line) {
    const auto* word = line.field("known");
    if (word == nullptr) {
        return partnership.snapshot();
    }
    const auto day = base::parse_date(*word->value);
    if (!day) {
        return fail("", located(document, word->value_place, day.error().message, day.error().help));
    }
    const base::Instant end{partnership.zone().start_of(day->plus_days(1)).ms - 1};
    const auto entries = partnership.recorded_by(end);
    if (entries == 0) {
        return fail("", located(document, word->value_place,
                                "nothing had been recorded by the end of that day",
                                "Choose a day on which the record had begun"));
    }
    return partnership.state_at(entries);
}

Result<Answer> verified(Partnership& partnership) {
    const auto report = ledger::verify_store(partnership.ledger().store());
    if (!report) {
        return tl::unexpected(report.error());
    }
    Answer out;
    out.message = std::to_string(report->head.size) + " entries, all in order";
    if (!report->good()) {
        out.wrong.push_back("expected the record to verify, but: " + report->text());
    }
    return out;
}

Result<Answer> asked_of(const Asked& asked) {
    const auto& fields = asked.line.fields;
    const std::string what = fields.empty() || fields[0].value ? "" : fields[0].text;
    if (what == "duties") {
        return duties_as_expected(asked);
    }
    if (what == "findings") {
        return findings_as_expected(asked);
    }
    if (what == "members") {
        return members_as_expected(asked);
    }
    if (what == "quorum") {
        return quorum_as_expected(asked);
    }
    const BodyQuestion question{asked.line, asked.snapshot, asked.at};
    if (what == "holders" || what == "orphans" || what == "steps") {
        auto answer = what == "holders"   ? holders_as_expected(question)
                      : what == "orphans" ? orphans_as_expected(question)
                                          : steps_as_expected(question);
        return Answer{std::move(answer.wrong), std::move(answer.message)};
    }
    return fail("", located(asked.document, fields.empty() ? asked.line.place : fields[0].place,
                            "expect does not say what is expected",
                            "Write expect duties, findings, members, quorum, holders, orphans or steps"));
}

} // namespace

Result<Outcome> Player::play_check(const Document& document, const Line& line) {
    const auto zone = scene_.partnership->zone();
    const auto before = last_.value_or(scene_.partnership->now());
    const auto* when = line.field("on") != nullptr ? line.field("on") : line.field("at");
    auto at =
        when == nullptr ? Result<base::Instant>(before) : parse_time(*when->value, before, zone);
    if (!at) {
        return fail("", located(document, when->value_place, at.error().message, at.error().help));
    }
    if (line.field("on") != nullptr) { // the end of that day
        at = base::Instant{zone.start_of(zone.date_of(*at).plus_days(1)).ms - 1};
    }
    Result<Answer> answer = Answer{};
    if (line.act.text == "restart") {
        if (auto done = restart(); !done) {
            return tl::unexpected(done.error());
        }
        answer->message = std::to_string(scene_.partnership->state()->size) + " entries read again";
    } else if (line.act.text == "verify") {
        answer = verified(*scene_.partnership);
    } else if (line.act.text == "import-calendar") {
        const auto* file = line.field("file");
        const auto hash = file == nullptr
                              ? Result<std::string>(fail("", "file= is missing"))
                              : scene_.files.bring_calendar(*scene_.partnership, *file->value);
        if (!hash) {
            return fail("", located(document, line.place, hash.error().text(), {}));
        }
        answer->message = "calendar " + *hash;
    } else {
        const auto snapshot = known_then(*scene_.partnership, document, line);
        answer = snapshot ? asked_of({document, line, **snapshot, *at, zone})
                          : tl::unexpected(snapshot.error());
    }
    if (!answer) {
        return tl::unexpected(answer.error());
    }
    Outcome out;
    out.line = &line;
    out.verdict = answer->wrong.empty() ? "held" : "failed";
    out.message = answer->message;
    out.effective = *at;
    out.differences = std::move(answer->wrong);
    return out;
}

} // namespace quorate::partnership::scenario
