#include "views/reader.hpp"

#include "governance/codec.hpp"
#include "governance/codec_names.hpp"
#include "ledger/published.hpp"
#include "views/bodies_make.hpp"
#include "views/decisions_make.hpp"
#include "views/duties_make.hpp"
#include "views/meetings_make.hpp"
#include "views/record_make.hpp"
#include "views/ruling_make.hpp"

namespace quorate::views {

using namespace governance;

namespace {

std::optional<BodyId> some_body(std::string_view id) {
    return id.empty() ? std::nullopt : std::optional(BodyId(id));
}

std::string kind_words(PartnershipKind kind) {
    switch (kind) {
    case PartnershipKind::real:
        return {};
    case PartnershipKind::rehearsal:
        return "Practice copy";
    case PartnershipKind::fictional:
        return "Made up";
    case PartnershipKind::scenario:
        return "Scenario";
    }
    return {};
}

std::string kind_sentence(const Ground& ground) {
    switch (ground.partnership.kind()) {
    case PartnershipKind::real:
        return {};
    case PartnershipKind::rehearsal:
        return "Nothing here is sent or published. Clock: " +
               short_date(ground.partnership.zone().date_of(ground.partnership.now())) + ".";
    case PartnershipKind::fictional:
        return "This partnership does not exist. Its people, meetings and decisions are invented "
               "to show how Quorate works.";
    case PartnershipKind::scenario:
        return "A worked example, played from a file.";
    }
    return {};
}

} // namespace

base::Result<Reader> Reader::open(const partnership::Partnership& partnership, Viewer viewer,
                                  AsOf as_of) {
    if (as_of.on && as_of.position) {
        return base::fail("on", "give a date or a position, not both");
    }
    auto snapshot = partnership.snapshot();
    auto now = partnership.now();
    const auto zone = partnership.zone();
    if (as_of.position) {
        auto earlier = partnership.state_at(*as_of.position + 1);
        if (!earlier) {
            return base::fail("position",
                              "the record has no entry " + std::to_string(*as_of.position),
                              "Its entries are 0 to " + std::to_string(snapshot->state.size - 1));
        }
        snapshot = std::move(*earlier);
        now = snapshot->state.last_recorded;
    }
    if (as_of.on) {
        now = base::Instant{zone.start_of(as_of.on->plus_days(1)).ms - 1};
    }
    const bool known_then = as_of.on && as_of.known_then;
    if (known_then) {
        // The genesis at least: before the record begins nothing was known.
        auto earlier =
            partnership.state_at(std::max<std::int64_t>(partnership.recorded_by(now), 1));
        if (!earlier) {
            return tl::unexpected(earlier.error());
        }
        snapshot = std::move(*earlier);
    }
    auto ground = std::make_shared<Ground>(
        Ground{partnership, std::move(snapshot), Visibility(std::move(viewer), partnership),
               now, zone.date_of(now), !as_of.on && !as_of.position, known_then});
    return Reader(std::move(ground));
}

Reader Reader::open_on(const partnership::Partnership& partnership, Viewer viewer,
                       std::shared_ptr<const partnership::Snapshot> snapshot) {
    const auto now = std::max(partnership.now(), snapshot->state.last_recorded);
    return Reader(std::make_shared<Ground>(Ground{partnership, std::move(snapshot),
                                                  Visibility(std::move(viewer), partnership),
                                                  now, partnership.zone().date_of(now), true}));
}

About Reader::about() const {
    About out;
    out.id = ground_->partnership.id();
    const auto* body = main_body(*ground_);
    const auto& given = ground_->state().genesis->name;
    out.name = !given.empty() ? given : body == nullptr ? out.id : ground_->body(body->id).name;
    out.kind = written(ground_->partnership.kind());
    out.kind_words = kind_words(ground_->partnership.kind());
    out.kind_sentence = kind_sentence(*ground_);
    out.entries = ground_->state().size;
    out.today = ground_->today;
    out.zone = ground_->partnership.zone().name();
    return out;
}

Home Reader::home() const {
    return views::home(*ground_);
}
std::vector<BodyLine> Reader::bodies() const {
    return body_lines(*ground_);
}
std::optional<BodyPage> Reader::body(std::string_view id) const {
    return body_page(*ground_, BodyId(id));
}
std::optional<MembersPage> Reader::members(std::string_view body) const {
    return members_page(*ground_, BodyId(body));
}
std::optional<TermsPage> Reader::terms(std::string_view body) const {
    return terms_page(*ground_, BodyId(body));
}
MeetingsPage Reader::meetings(std::string_view body) const {
    return meetings_page(*ground_, some_body(body));
}
std::optional<MeetingPage> Reader::meeting(std::string_view id) const {
    return meeting_page(*ground_, MeetingId(id));
}
DecisionsPage Reader::decisions(std::string_view body) const {
    return decisions_page(*ground_, some_body(body));
}
std::optional<DecisionPage> Reader::decision(std::string_view id) const {
    return decision_page(*ground_, DecisionId(id));
}
DutiesPage Reader::duties(std::string_view body) const {
    return duties_page(*ground_, some_body(body));
}
FindingsPage Reader::findings(std::string_view body) const {
    return findings_page(*ground_, some_body(body));
}
std::optional<RecordPage> Reader::record(std::int64_t page) const {
    return record_page(*ground_, page);
}
EntriesPage Reader::entries(std::int64_t from, std::int64_t limit) const {
    return entries_from(*ground_, from, limit);
}
std::optional<EntryPage> Reader::entry(std::int64_t position) const {
    return entry_page(*ground_, position);
}
CheckpointShown Reader::checkpoint() const {
    return checkpoint_shown(*ground_);
}

base::Result<std::string> Reader::proof(std::int64_t position,
                                        std::optional<std::uint64_t> older) const {
    if (!entry_published(*ground_, position)) {
        return base::fail("position",
                          "entry " + std::to_string(position) + " has no published particulars");
    }
    return ground_->partnership.proof(position, older);
}

base::Result<std::string> Reader::bundle() const {
    std::string out;
    auto written = ledger::write_bundle(
        ground_->partnership.ledger(),
        [&](std::string_view piece) -> base::Result<void> {
            out += piece;
            return {};
        },
        [&](const ledger::StoredEntry& entry) {
            // The store may not be asked again while it is being read, so the act is read from the
            // bytes at hand.
            const auto recorded =
                partnership::decode_record(std::string(entry.bytes), *ground_->snapshot->sources);
            return recorded && bytes_shown(ground_->see, *recorded);
        });
    if (!written) {
        return tl::unexpected(written.error());
    }
    return out;
}

RulingShown Reader::ruling(const Submission& submission, const Ruling& ruling) const {
    return ruling_shown(*ground_, ruling, subject_of(submission.act).body, submission.effective);
}

base::CivilDate Reader::on() const {
    return ground_->today;
}
bool Reader::as_of_now() const {
    return ground_->as_of_now;
}

bool Reader::known_then() const {
    return ground_->known_then;
}
std::int64_t Reader::size() const {
    return ground_->state().size;
}

} // namespace quorate::views
