#include "partnership/same_act.hpp"

#include "governance/codec_names.hpp"
#include "governance/lookup.hpp"

#include <set>
#include <vector>

namespace quorate::partnership {
namespace {

std::string sealed_name(const base::Digest& digest) {
    return "sha256:" + base::hex(digest);
}

/// The texts of an act in the order of its fields.
std::vector<governance::Text> texts_of(const governance::Act& act) {
    std::vector<governance::Text> out;
    governance::each_text(act, [&](const governance::FieldRow&, const governance::Text& text) {
        out.push_back(text);
    });
    return out;
}

/// Gives each text of `again` the digest of the recorded one beside it when the words are the same.
Result<void> seal_like(const governance::Submission& recorded, governance::Submission& again,
                       Vault& vault) {
    const auto before = texts_of(recorded.act);
    std::size_t index = 0;
    Result<void> out;
    const auto seal = [&](const governance::Text* held, governance::Text& text) {
        if (held == nullptr || !held->digest || !out || text.digest) {
            return;
        }
        const auto words = vault.read(sealed_name(*held->digest));
        if (!words) {
            out = tl::unexpected(words.error());
        } else if (!*words || **words == text.words) {
            text.digest = held->digest;
            text.words.clear();
        }
    };
    governance::each_text(again.act, [&](const governance::FieldRow&, governance::Text& text) {
        seal(index < before.size() ? &before[index] : nullptr, text);
        ++index;
    });
    seal(&recorded.late_reason, again.late_reason);
    return out;
}

std::optional<std::string> field_difference(const base::JsonObject& a, const base::JsonObject& b) {
    std::set<std::string> keys;
    for (const auto* object : {&a, &b}) {
        for (const auto& member : *object) {
            keys.emplace(member.key().data(), member.key().size());
        }
    }
    for (const auto& key : keys) {
        const auto* left = a.if_contains(key);
        const auto* right = b.if_contains(key);
        if (left == nullptr || right == nullptr || *left != *right) {
            return key;
        }
    }
    return {};
}

std::string_view text_at(const base::JsonObject& object, std::string_view key) {
    const auto* value = object.if_contains(key);
    const auto* text = value == nullptr ? nullptr : value->if_string();
    return text == nullptr ? std::string_view() : std::string_view(text->data(), text->size());
}

} // namespace

Result<std::optional<std::string>> difference(const governance::Submission& recorded,
                                              governance::Submission again, bool effective_given,
                                              Vault& vault) {
    if (recorded.act.index() != again.act.index()) {
        return "act";
    }
    if (auto sealed = seal_like(recorded, again, vault); !sealed) {
        return tl::unexpected(sealed.error());
    }
    auto field = field_difference(governance::encode_fields(recorded.act),
                                  governance::encode_fields(again.act));
    if (field) {
        return field;
    }
    const bool same_capacity = recorded.capacity == again.capacity;
    const char* other = recorded.made_by != again.made_by                          ? "made_by"
                        : !same_capacity                                           ? "capacity"
                        : recorded.recorded_by != again.recorded_by                ? "recorded_by"
                        : recorded.evidence != again.evidence                      ? "evidence"
                        : effective_given && recorded.effective != again.effective ? "effective"
                        : recorded.late_reason != again.late_reason ? "late_reason"
                                                                    : nullptr;
    return other == nullptr ? std::nullopt : std::optional<std::string>(other);
}

std::string subject_person(const governance::State& state,
                           const governance::Submission& submission) {
    const auto fields = governance::encode_fields(submission.act);
    if (const auto person = text_at(fields, "person"); !person.empty()) {
        return std::string(person);
    }
    const auto about = governance::subject_of(submission.act);
    const auto ref = text_at(fields, "seat");
    if (ref.empty() || !about.body) {
        return {};
    }
    const auto* seat = governance::find_seat(state, *about.body, governance::SeatRef(ref));
    const auto* holder =
        seat == nullptr ? nullptr : governance::occupant_at(state, *seat, submission.effective);
    return holder == nullptr || holder->persons.empty() ? std::string()
                                                        : holder->persons.front().value;
}

} // namespace quorate::partnership
