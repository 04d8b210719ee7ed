#include "partnership/scenario/player.hpp"

#include "base/text.hpp"
#include "base/uuid.hpp"
#include "governance/back_dating.hpp"
#include "governance/codec.hpp"
#include "partnership/scenario/match.hpp"
#include "partnership/scenario/times.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace quorate::partnership::scenario {
namespace {

using base::fail;
using base::JsonArray;
using base::JsonObject;

/// What goes with an act and is not one of its fields.
constexpr std::array<std::string_view, 9> meta_keys = {
    "evidence", "recorded_by", "capacity",          "id",  "late_reason",
    "preview",  "recorded",    "expected_position", "file"};

bool is_meta(std::string_view key) {
    return std::find(meta_keys.begin(), meta_keys.end(), key) != meta_keys.end();
}

/// Acts that cite one charter; `reorganise` cites any number.
bool cites_charter(std::string_view act) {
    return act == "adopt-charter" || act == "amend-charter" || act == "propose-charter";
}

constexpr std::string_view reorganise = "reorganise";

/// Adds a text to a list among the fields, unless it is there.
void add_to_list(JsonObject& fields, std::string_view key, const std::string& text) {
    auto& held = fields[key];
    if (!held.is_array()) {
        held = held.is_null() ? JsonArray() : JsonArray{held};
    }
    auto& list = held.get_array();
    if (std::find(list.begin(), list.end(), base::Json(text)) == list.end()) {
        list.emplace_back(text);
    }
}

/// The place of what a failure is about: a field's value, else the act.
Place place_of(const Line& line, const std::string& where) {
    const auto* word = line.field(where);
    return where == "act" || word == nullptr
               ? (where == "made_by" ? line.actor.place : line.act.place)
               : (word->value_place.column > 0 ? word->value_place : word->place);
}

/// The place of a key nobody knows is the key, not its value.
Place place_of_failure(const Line& line, const base::Failure& failure) {
    const auto* word = line.field(failure.where);
    const bool unknown = failure.message.find("has no field") != std::string::npos;
    return unknown && word != nullptr ? word->place : place_of(line, failure.where);
}

tl::unexpected<base::Failure> at_place(const Document& document, Place place,
                                       const std::string& message, const std::string& help) {
    return fail("", located(document, place, message, help));
}

bool is_yes(const Word* word) {
    return word != nullptr && (word->value == "yes" || word->value == "true");
}

bool expects_error(const Line& line) {
    return line.expected && line.expected->verdict == "error";
}

} // namespace

governance::EntryId derived_id(const std::string& file, int line, base::Instant at) {
    const auto digest = base::sha256(file + ":" + std::to_string(line));
    return governance::EntryId(base::uuid_v7(at, base::as_bytes(digest).substr(0, 10)));
}

Result<base::Instant> Player::time_of(const Document& document, const Line& line) {
    const auto before = last_.value_or(scene_.partnership->now());
    auto at = parse_time(line.time.text, before, scene_.partnership->zone());
    if (!at) {
        return at_place(document, line.time.place, at.error().message, at.error().help);
    }
    return at;
}

/// The fields of the act, and the keys of a submission, as JSON text values; a key written twice
/// becomes a list.
Result<JsonObject> Player::fields_of(const Document& document, const Line& line, bool bring) {
    JsonObject fields;
    for (const auto& word : line.fields) {
        if (is_meta(word.text)) {
            continue;
        }
        const auto* before = fields.if_contains(word.text);
        if (before == nullptr) {
            fields.emplace(word.text, *word.value);
        } else if (before->is_array()) {
            fields.at(word.text).get_array().emplace_back(*word.value);
        } else {
            JsonArray both{*before, base::Json(*word.value)};
            fields.insert_or_assign(word.text, std::move(both));
        }
    }
    const auto* file = line.field("file");
    if (file == nullptr) {
        return fields;
    }
    if (line.act.text == reorganise) {
        return bring ? cite_files(document, line, std::move(fields)) : Result<JsonObject>(fields);
    }
    if (!cites_charter(line.act.text)) {
        return at_place(document, file->place,
                        "file= goes with adopt-charter, amend-charter, propose-charter and reorganise only", {});
    }
    if (!bring) {
        // Only to see that the other fields are in order.
        fields.insert_or_assign("charter", "charter");
        fields.insert_or_assign("digest", std::string(64, '0'));
        return fields;
    }
    const auto cited = scene_.files.bring(*scene_.partnership, *file->value);
    if (!cited) {
        return at_place(document, file->value_place, cited.error().text(), {});
    }
    fields.emplace("charter", cited->charter);
    fields.emplace("digest", cited->digest);
    if (!cited->applies.empty() && !fields.contains("applies")) {
        JsonArray applies;
        for (const auto& one : cited->applies) {
            applies.emplace_back(one);
        }
        fields.emplace("applies", std::move(applies));
    }
    if (!cited->calendar.empty()) {
        fields.emplace("calendar", cited->calendar);
    }
    return fields;
}

/// The terms of every file named, as a reorganisation lists them.
Result<JsonObject> Player::cite_files(const Document& document, const Line& line, JsonObject fields) {
    for (const auto& word : line.fields) {
        if (word.text != "file") {
            continue;
        }
        const auto cited = scene_.files.bring(*scene_.partnership, *word.value);
        if (!cited) {
            return at_place(document, word.value_place, cited.error().text(), {});
        }
        const auto held = scene_.partnership->snapshot()->sources->charters->find(
            base::parse_hex_digest(cited->digest).value());
        add_to_list(fields, "adopts", held->body + "=" + cited->digest);
        for (const auto& one : cited->applies) {
            add_to_list(fields, "applies", one);
        }
        if (!cited->calendar.empty()) {
            add_to_list(fields, "calendars", cited->calendar);
        }
    }
    return fields;
}

Result<governance::Submission> Player::submission_of(const Document& document, const Line& line,
                                                     bool bring) {
    const auto at = time_of(document, line);
    if (!at) {
        return tl::unexpected(at.error());
    }
    auto fields = fields_of(document, line, bring);
    if (!fields) {
        return tl::unexpected(fields.error());
    }
    JsonObject json;
    json.emplace("id", derived_id(document.file, line.place.line, *at).value);
    json.emplace("act", line.act.text);
    json.emplace("made_by", line.actor.text);
    json.emplace("effective", base::text(*at));
    json.emplace("fields", std::move(*fields));
    for (const auto key : {"id", "evidence", "recorded_by", "capacity", "late_reason"}) {
        if (const auto* word = line.field(key)) {
            json.insert_or_assign(key, *word->value);
        }
    }
    auto submission = governance::decode_submission(json, {scene_.partnership->zone(), false}, *at);
    if (!submission) {
        const auto& failure = submission.error();
        return at_place(document, place_of_failure(line, failure), failure.message, failure.help);
    }
    last_ = *at;
    return submission;
}

Result<SubmitOptions> Player::options_of(const Document& document, const Line& line) {
    SubmitOptions options;
    if (const auto* word = line.field("recorded")) {
        const auto at = parse_time(*word->value, *last_, scene_.partnership->zone());
        if (!at) {
            return at_place(document, word->value_place, at.error().message, at.error().help);
        }
        options.recorded = *at;
    } else if (clock_) {
        options.recorded = std::max(*clock_, *last_);
    }
    if (const auto* word = line.field("expected_position")) {
        std::int64_t position = 0;
        const auto& text = *word->value;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), position);
        if (error != std::errc{} || end != text.data() + text.size()) {
            return at_place(document, word->value_place, "this is not the number of an entry",
                            "Write it as 12");
        }
        options.expected_position = position;
    }
    return options;
}

Result<void> Player::check(const Document& document) {
    const auto last = last_;
    std::string problems;
    int count = 0;
    for (const auto& line : document.steps) {
        if (line.is_check() || expects_error(line)) {
            continue;
        }
        auto submission = submission_of(document, line, false);
        auto options = submission ? options_of(document, line) : Result<SubmitOptions>{};
        if (!submission || !options) {
            problems += (problems.empty() ? "" : "\n") +
                        (!submission ? submission.error() : options.error()).message;
            if (++count == 20) {
                break;
            }
        }
    }
    last_ = last;
    return problems.empty() ? Result<void>{} : fail("", problems);
}

Result<Outcome> Player::play(const Document& document, const Line& line) {
    if (line.is_check()) {
        return play_check(document, line);
    }
    auto submission = submission_of(document, line, true);
    auto options = submission ? options_of(document, line) : Result<SubmitOptions>{};
    if (!submission || !options) {
        Outcome out;
        out.line = &line;
        out.verdict = "error";
        out.message = (!submission ? submission.error() : options.error()).message;
        out.effective = last_.value_or(base::Instant{});
        out.differences = differences(
            line.expected.value_or(Expectation{"permitted", {}, {}, {}, {}, {}, {}, {}}),
            out.verdict, out.message);
        return out;
    }
    const auto at = submission->effective;
    const auto recorded = scene_.partnership->recorded_if_now(at, options->recorded);
    if (!submission->late_reason.given() &&
        governance::back_dating(*scene_.partnership->state(), *submission, recorded)) {
        submission->late_reason.words = document.front.late_reason;
    }
    auto out = submit(line, std::move(*submission), *options);
    out.effective = at;
    return out;
}

Outcome Player::submit(const Line& line, governance::Submission submission,
                       const SubmitOptions& options) {
    const auto expected =
        line.expected.value_or(Expectation{"permitted", {}, {}, {}, {}, {}, {}, {}});
    const bool preview = is_yes(line.field("preview"));
    Outcome out;
    out.line = &line;
    out.sources = scene_.partnership->sources().now();
    std::optional<governance::Ruling> explained;
    if (preview || !expected.otherwise.empty()) {
        explained = scene_.partnership->preview(submission, options.recorded);
    }
    if (!preview) {
        auto answer = scene_.partnership->submit(std::move(submission), options);
        if (!answer) {
            const auto why = answer.error().why;
            out.verdict = why == NotTaken::conflict ? "conflict"
                          : why == NotTaken::stale  ? "stale"
                                                    : "error";
            out.message = answer.error().failure.text();
            out.differences = differences(expected, out.verdict, out.message);
            return out;
        }
        out.position = answer->position;
        out.ruling = std::move(answer->ruling);
        // Shown and matched with what other readings give, where that was asked for.
        if (explained && out.ruling->verdict == explained->verdict) {
            out.differences = differences(expected, *out.ruling, &*explained);
            out.verdict = governance::verdict_name(out.ruling->verdict);
            out.ruling = std::move(explained);
            return out;
        }
    } else {
        out.ruling = std::move(explained);
        explained = out.ruling;
    }
    out.verdict = governance::verdict_name(out.ruling->verdict);
    out.differences = differences(expected, *out.ruling, explained ? &*explained : nullptr);
    return out;
}

Result<void> Player::restart() {
    if (scene_.folder.empty()) {
        auto again = scene_.partnership->reopened_in_memory();
        if (!again) {
            return tl::unexpected(again.error());
        }
        scene_.partnership = std::move(*again);
        return {};
    }
    scene_.partnership.reset();
    auto again = Partnership::open(scene_.folder, scene_.options);
    if (!again) {
        return tl::unexpected(again.error());
    }
    scene_.partnership = std::move(*again);
    return {};
}

} // namespace quorate::partnership::scenario
