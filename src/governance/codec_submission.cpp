// A whole submission: the act, and who, how and when.

#include "base/text.hpp"
#include "base/uuid.hpp"
#include "governance/codec.hpp"
#include "governance/codec_names.hpp"
#include "governance/field_words.hpp"

namespace quorate::governance {
namespace {

using base::JsonObject;
using base::Result;

const std::vector<std::string> keys = {"id",       "act",         "fields",   "made_by",
                                       "capacity", "recorded_by", "evidence", "effective", "late_reason"};

base::Failure unknown_key(std::string_view key) {
    const auto near = base::nearest(key, keys);
    const auto known = "A submission has " + base::list_words(keys);
    return {std::string(key.substr(0, 60)),
            "a submission has no \"" + std::string(key.substr(0, 60)) + "\"",
            near.empty() ? known : "Did you mean " + near + "? " + known};
}

/// The text under a key; nothing when it is left out, null or blank.
Result<std::optional<std::string>> text_at(const JsonObject& json, std::string_view key) {
    const auto* value = json.if_contains(key);
    if (value == nullptr || value->is_null()) {
        return std::nullopt;
    }
    const auto* text = value->if_string();
    if (text == nullptr) {
        return base::fail(std::string(key), "this is not text", "Write it in quotes");
    }
    const auto trimmed = base::trim({text->data(), text->size()});
    return trimmed.empty() ? std::nullopt : std::optional(std::string(trimmed));
}

Result<std::optional<Actor>> actor_at(const JsonObject& json, std::string_view key) {
    const auto text = text_at(json, key);
    if (!text) {
        return tl::unexpected(text.error());
    }
    if (!*text) {
        return std::nullopt;
    }
    auto actor = parse_actor(**text);
    if (!actor) {
        auto failure = actor.error();
        failure.where = key;
        return tl::unexpected(std::move(failure));
    }
    return *actor;
}

Result<std::optional<Evidence>> evidence_at(const JsonObject& json) {
    const auto text = text_at(json, "evidence");
    if (!text) {
        return tl::unexpected(text.error());
    }
    if (!*text) {
        return std::nullopt;
    }
    const auto evidence = **text == "email" ? Evidence::e_mail : from_written<Evidence>(**text);
    if (!evidence) {
        return base::fail("evidence",
                          "\"" + (*text)->substr(0, 60) + "\" is not a kind of evidence",
                          "Write room, telephone, e-mail, letter or sign-in");
    }
    return evidence;
}

Result<Act> act_in(const JsonObject& json, const Decoding& decoding) {
    const auto name = text_at(json, "act");
    if (!name) {
        return tl::unexpected(name.error());
    }
    if (!*name) {
        return base::fail("act", "the name of an act is needed", "Write it as convene-meeting");
    }
    const auto* fields = json.if_contains("fields");
    if (fields != nullptr && !fields->is_null() && !fields->is_object()) {
        return base::fail("fields", "this is not a JSON object",
                          "Write it as {\"meeting\": \"kp/m1\"}");
    }
    static const JsonObject none;
    return decode_act(
        **name, fields != nullptr && fields->is_object() ? fields->get_object() : none, decoding);
}

Result<base::Instant> effective_in(const JsonObject& json, const Decoding& decoding,
                                   base::Instant now) {
    const auto text = text_at(json, "effective");
    if (!text) {
        return tl::unexpected(text.error());
    }
    if (!*text) {
        return now;
    }
    auto instant = base::parse_when(**text, decoding.zone);
    if (!instant) {
        auto failure = instant.error();
        failure.where = "effective";
        return tl::unexpected(std::move(failure));
    }
    return *instant;
}

Result<Text> late_reason_in(const JsonObject& json) {
    const auto text = text_at(json, "late_reason");
    if (!text) {
        return tl::unexpected(text.error());
    }
    if (!text) {
        return tl::unexpected(text.error());
    }
    auto words = base::clean_text(text->value_or(""), text_length_max);
    if (!words) {
        auto failure = words.error();
        failure.where = "late_reason";
        return tl::unexpected(std::move(failure));
    }
    return Text{std::move(*words), {}};
}

/// Fills in who made it, who recorded it and on what evidence, by the defaults codec.hpp states.
Result<void> add_people(Submission& submission, const JsonObject& json) {
    const auto made_by = actor_at(json, "made_by");
    if (!made_by) {
        return tl::unexpected(made_by.error());
    }
    const auto capacity = actor_at(json, "capacity");
    if (!capacity) {
        return tl::unexpected(capacity.error());
    }
    const auto recorded_by = actor_at(json, "recorded_by");
    if (!recorded_by) {
        return tl::unexpected(recorded_by.error());
    }
    const auto evidence = evidence_at(json);
    if (!evidence) {
        return tl::unexpected(evidence.error());
    }
    const Actor servicing{ActorKind::servicing, {}};
    const bool signed_in = evidence->value_or(Evidence::sign_in) == Evidence::sign_in;
    submission.made_by = made_by->value_or(servicing);
    submission.capacity = *capacity;
    submission.recorded_by = recorded_by->value_or(signed_in ? submission.made_by : servicing);
    submission.evidence = evidence->value_or(Evidence::sign_in);
    if (signed_in && submission.recorded_by != submission.made_by) {
        return base::fail("evidence",
                          *evidence
                              ? "who signs in records for themselves, but this was recorded by " +
                                    text(submission.recorded_by)
                              : "how it is known is needed, as " + text(submission.recorded_by) +
                                    " recorded it for " + text(submission.made_by),
                          "Write room, telephone, e-mail or letter");
    }
    return {};
}

} // namespace

Result<Submission> decode_submission(const JsonObject& json, const Decoding& decoding,
                                     base::Instant now) {
    for (const auto& member : json) {
        const std::string_view key(member.key().data(), member.key().size());
        if (std::find(keys.begin(), keys.end(), key) == keys.end()) {
            return tl::unexpected(unknown_key(key));
        }
    }
    Submission submission;
    const auto id = text_at(json, "id");
    if (!id || !*id || !base::is_uuid_v7(**id)) {
        return base::fail("id", "a UUID of version 7 in lower case is needed",
                          "Mint one for each act, and send it again when repeating the act");
    }
    submission.id = EntryId(**id);
    auto act = act_in(json, decoding);
    if (!act) {
        return tl::unexpected(act.error());
    }
    submission.act = std::move(*act);
    const auto people = add_people(submission, json);
    if (!people) {
        return tl::unexpected(people.error());
    }
    const auto effective = effective_in(json, decoding, now);
    if (!effective) {
        return tl::unexpected(effective.error());
    }
    submission.effective = *effective;
    auto late_reason = late_reason_in(json);
    if (!late_reason) {
        return tl::unexpected(late_reason.error());
    }
    submission.late_reason = std::move(*late_reason);
    return submission;
}

} // namespace quorate::governance
