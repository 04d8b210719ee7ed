// What the record would say under other terms.

#include "partnership/whatif/whatif.hpp"

#include "base/text.hpp"
#include "cli/output.hpp"
#include "governance/codec.hpp"
#include "governance/codec_names.hpp"
#include "governance/words.hpp"
#include "partnership/record.hpp"
#include "partnership/scenario/stage.hpp"
#include "partnership/whatif/asked.hpp"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>

namespace quorate::cli {
namespace {

using namespace partnership;
using governance::Reason;
using governance::Ruling;
using governance::Says;

/// A record to ask: a partnership of the data folder, or a scenario played from its file.
struct Record {
    std::unique_ptr<Partnership> partnership;
    std::string label; ///< what it is, when it is not a real one
};

Result<Record> played(const Common& common, const std::string& file) {
    const auto root = root_of(common);
    if (!root) {
        return tl::unexpected(root.error());
    }
    scenario::Stage stage(*root);
    auto document = stage.read(file);
    auto scene = document ? stage.scene_for(*document) : tl::unexpected(document.error());
    if (!scene) {
        return tl::unexpected(scene.error());
    }
    if (auto whole = scenario::play_whole(**scene, *document); !whole) {
        return tl::unexpected(whole.error());
    }
    return Record{std::move((*scene)->partnership),
                  "The record is a scenario, " + file +
                      ": made up to show the rules, and nothing in it was done by anyone."};
}

Result<Record> record_of(const Common& common, const std::string& named) {
    if (named.ends_with(".md") && std::filesystem::is_regular_file(named)) {
        return played(common, named);
    }
    auto opened = open(common, named);
    if (!opened) {
        return tl::unexpected(opened.error());
    }
    std::string label;
    switch ((*opened)->kind()) {
    case governance::PartnershipKind::real:
        break;
    case governance::PartnershipKind::rehearsal:
        label = "The record is a practice copy: nothing in it was done by anyone.";
        break;
    case governance::PartnershipKind::fictional:
        label = "The record is of a fictional partnership.";
        break;
    case governance::PartnershipKind::scenario:
        label = "The record is a scenario, made up to show the rules.";
        break;
    }
    return Record{std::move(*opened), std::move(label)};
}

/// "FILE", "FILE from 2008-07-01": the file, and the dates after it.
Result<CharterAsked> charter_asked(const std::string& given) {
    CharterAsked out;
    out.file = given;
    if (!std::filesystem::exists(given)) {
        const auto from = given.rfind(" from ");
        const auto until = given.rfind(" until ");
        const auto at = std::min(from, until);
        if (at != std::string::npos) {
            out.file = given.substr(0, at);
            out.dates = given.substr(at);
        }
    }
    auto bytes = base::read_file(out.file, charter::charter_bytes_max);
    if (!bytes) {
        return tl::unexpected(bytes.error());
    }
    out.bytes = std::move(*bytes);
    return out;
}

bool same(const Reason& a, const Reason& b) {
    return a.says == b.says && a.code == b.code;
}

/// The headline of a ruling, and those of its reasons that the other does not give.
std::string ruling_words(const Ruling& ruling, const Ruling& other) {
    const auto headline = governance::headline(ruling);
    std::string out = headline + "\n";
    for (const auto& reason : ruling.reasons) {
        const bool in_both = std::any_of(other.reasons.begin(), other.reasons.end(),
                                         [&](const Reason& each) { return same(each, reason); });
        const auto words = governance::sentence(reason);
        const bool said =
            headline.find(words.substr(1)) != std::string::npos; // its first letter differs
        if (!in_both && !said) {
            const auto clause = reason.cited_clause.empty() ? reason.clause : reason.cited_clause;
            out += fmt::format("             {} {}\n", clause.empty() ? "-" : clause, words);
        }
    }
    return out;
}

std::string where_of(const governance::Submission& submission) {
    const auto about = governance::subject_of(submission.act);
    auto out = about.meeting ? about.meeting->value : about.body ? about.body->value : "";
    return about.item ? out + " item " + std::to_string(*about.item) : out;
}

void say_flip(const Partnership& partnership, const PastAct& act, const FlipExplained& explained) {
    const auto local = partnership.zone().local(act.submission.effective);
    const auto& flip = explained.flip;
    say(fmt::format("\nEntry {}: {} {}, {} at {}{}\n", flip.position,
                    governance::row_of(act.submission.act).name, where_of(act.submission),
                    base::words(local.date), base::clock_words(local.minute),
                    flip.follows ? " (because an earlier act differs)" : ""));
    say("  As it is:  " + ruling_words(explained.was, explained.would_be));
    say("  What if:   " + ruling_words(explained.would_be, explained.was));
}

std::string_view mode_words(WhatIfMode mode) {
    return mode == WhatIfMode::strict
               ? "Strict: an act that would have had no effect has none afterwards either, and "
                 "one that would\nhave been permitted takes effect; later acts are judged on what "
                 "is then left. What people would\nhave done instead is not guessed."
               : "Re-judged: what was done stays as it is recorded, and each act is judged again "
                 "under the other\nterms. What people would have done instead is not guessed.";
}

/// "none gets", "one gets", "six get".
std::string how_many_get(std::int64_t count) {
    return count == 0 ? "none gets" : governance::counted(count, "gets", "get");
}

void say_answer(const Record& record, const History& history, const WhatIfOptions& options,
                const WhatIf& answer) {
    for (const auto& change : options.changes) {
        say("What if " + change + "\n");
    }
    for (const auto& charter : options.charters) {
        say("What if the charter is " + charter + "\n");
    }
    say(record.label.empty() ? "" : record.label + "\n");
    say("\n" + std::string(mode_words(answer.mode)) + "\n\n");
    const auto verdicts = answer.count(FlipKind::verdict);
    const auto reasons = answer.count(FlipKind::reasons);
    say(fmt::format(
        "{} recorded acts, {} judged again: {} another verdict, {} the same verdict for "
        "other reasons.\n",
        answer.entries, answer.judged_again, how_many_get(verdicts), how_many_get(reasons)));
    for (const auto& explained : answer.explained) {
        say_flip(*record.partnership, history.at(explained.flip.position), explained);
    }
    if (answer.explained.size() < answer.flips.size()) {
        say(fmt::format("\n{} of {} shown. Ask for more with --limit.\n", answer.explained.size(),
                        answer.flips.size()));
    }
}

base::JsonObject flip_json(const PastAct& act, const FlipExplained& explained) {
    const auto about = governance::subject_of(act.submission.act);
    const auto& flip = explained.flip;
    base::JsonObject out;
    out.emplace("position", flip.position);
    out.emplace("act", governance::row_of(act.submission.act).name);
    out.emplace("effective", base::text(act.submission.effective));
    out.emplace("changes", flip.kind == FlipKind::verdict ? "verdict" : "reasons");
    out.emplace("follows", flip.follows);
    out.emplace("was", ruling_json(explained.was, about));
    out.emplace("would_be", ruling_json(explained.would_be, about));
    return out;
}

void say_json(const History& history, const WhatIf& answer) {
    base::JsonObject out;
    out.emplace("mode", answer.mode == WhatIfMode::strict ? "strict" : "re-judge");
    out.emplace("entries", answer.entries);
    out.emplace("judged_again", answer.judged_again);
    out.emplace("verdicts", answer.count(FlipKind::verdict));
    out.emplace("reasons", answer.count(FlipKind::reasons));
    base::JsonArray flips;
    for (const auto& explained : answer.explained) {
        flips.emplace_back(flip_json(history.at(explained.flip.position), explained));
    }
    out.emplace("flips", std::move(flips));
    say(base::canonical(base::Json(std::move(out))) + "\n");
}

int not_understood(const base::Failure& failure) {
    failed(failure);
    return usage;
}

} // namespace

int whatif(const Common& common, const WhatIfOptions& options) {
    if (options.changes.empty() && options.charters.empty()) {
        return not_understood({"", "there is no change to ask about",
                               "Write one such as \"kp.quorum.at_least = 1/3 from 2008-07-01\""});
    }
    OverlayAsked asked{options.changes, {}};
    for (const auto& given : options.charters) {
        auto charter = charter_asked(given);
        if (!charter) {
            return not_understood(charter.error());
        }
        asked.charters.push_back(std::move(*charter));
    }
    const auto record = record_of(common, options.partnership);
    if (!record) {
        return failed(record.error());
    }
    const auto overlay = overlay_of(*record->partnership->snapshot(), asked);
    if (!overlay) {
        return not_understood(overlay.error());
    }
    const auto history = History::load(*record->partnership);
    if (!history) {
        return failed(history.error());
    }
    const auto answer =
        what_if(**history, {*overlay,
                            options.strict ? WhatIfMode::strict : WhatIfMode::rejudge,
                            {0, options.limit},
                            false});
    options.json ? say_json(**history, answer) : say_answer(*record, **history, options, answer);
    return yes;
}

} // namespace quorate::cli
