#include "charter/params.hpp"

#include "base/json.hpp"
#include "charter/decode.hpp"
#include "charter/written.hpp"

#include <algorithm>
#include <array>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <fmt/format.h>

namespace quorate::charter {
namespace {

constexpr std::size_t kinds_count = std::variant_size_v<Params>;
static_assert(boost::mp11::mp_size<boost::describe::describe_enumerators<Kind>>::value ==
                  kinds_count,
              "Kind and Params list the same kinds in the same order");

base::Json json_of(const std::string& text) {
    return boost::json::string(text);
}
base::Json json_of(std::int64_t number) {
    return number;
}
base::Json json_of(bool flag) {
    return flag;
}
base::Json json_of(const base::Fraction& fraction) {
    return json_of(fraction.text());
}
template <class E>
requires std::is_enum_v<E> base::Json json_of(E value) {
    return json_of(written(value));
}
template <class T>
base::Json json_of(const std::optional<T>& value) {
    return value ? json_of(*value) : base::Json(nullptr);
}
template <class T>
base::Json json_of(const std::vector<T>& list) {
    base::JsonArray out;
    for (const auto& item : list) {
        out.push_back(json_of(item));
    }
    return out;
}

std::string a_rule(Kind kind) {
    const auto name = kind_name(kind);
    const bool vowel = std::string_view("aeiou").find(name.front()) != std::string_view::npos;
    return fmt::format("{} {} rule", vowel ? "an" : "a", name);
}

/// The parameters that hold the name of a body, an office or an organisation.
bool holds_names(std::string_view key) {
    constexpr std::array keys = {"id",
                                 "accountable_to",
                                 "exists_within",
                                 "managed_through",
                                 "oversees",
                                 "works_with",
                                 "serviced_by",
                                 "lead_authority",
                                 "accountable_body",
                                 "on",
                                 "office",
                                 "holder",
                                 "by",
                                 "then",
                                 "from",
                                 "to",
                                 "through",
                                 "audiences",
                                 "consult",
                                 "who",
                                 "agreement_of",
                                 "declare_to",
                                 "decided_by",
                                 "own_conflict",
                                 "then_by",
                                 "unless_agreed_by",
                                 "differs_in_class_from"};
    return std::find(keys.begin(), keys.end(), key) != keys.end();
}

void substitute_in(std::string& text, const std::vector<std::vector<std::string>>& pairs) {
    constexpr std::string_view ends = "():,";
    std::string out;
    std::size_t start = 0;
    while (start <= text.size()) {
        const auto end = std::min(text.find_first_of(ends, start), text.size());
        std::string word = text.substr(start, end - start);
        const auto pair = std::find_if(pairs.begin(), pairs.end(), [&](const auto& p) {
            return p.size() == 2 && p[0] == word;
        });
        out += pair == pairs.end() ? word : (*pair)[1];
        if (end < text.size()) {
            out += text[end];
        }
        start = end + 1;
    }
    text = std::move(out);
}

} // namespace

std::string kind_name(Kind kind) {
    return written(kind);
}

const std::vector<std::string>& kind_names() {
    static const auto names = all_written<Kind>();
    return names;
}

std::optional<Kind> kind_of(std::string_view name) {
    const auto& names = kind_names();
    const auto found = std::find(names.begin(), names.end(), name);
    if (found == names.end()) {
        return std::nullopt;
    }
    return static_cast<Kind>(found - names.begin());
}

bool single_valued(Kind kind) {
    switch (kind) {
    case Kind::quorum:
    case Kind::decision:
    case Kind::interest:
    case Kind::attendance:
    case Kind::exit:
    case Kind::substitute:
    case Kind::frequency:
    case Kind::admission:
        return true;
    default:
        return false;
    }
}

bool recorded_only(Kind kind) {
    return kind == Kind::aim || kind == Kind::fact || kind == Kind::param;
}

Params default_params(Kind kind) {
    return boost::mp11::mp_with_index<kinds_count>(static_cast<std::size_t>(kind), [](auto index) {
        return Params(std::in_place_index<decltype(index)::value>);
    });
}

void decode_params(const Value& table, Params& params, std::span<const std::string_view> other_keys,
                   Problems& problems) {
    const auto what = a_rule(static_cast<Kind>(params.index()));
    std::visit([&](auto& p) { Decoder(problems).table(table, p, other_keys, what); }, params);
}

void lay_over(const Value& overrides, Params& params, std::optional<Effect>& effect,
              Problems& problems) {
    constexpr std::array<std::string_view, 1> other = {"effect"};
    decode_params(overrides, params, other, problems);
    if (const auto* member = overrides.find("effect")) {
        Decoder(problems).read("effect", member->value, effect);
    }
}

void lay_over(std::string_view overrides_json, Params& params, std::optional<Effect>& effect) {
    Problems problems;
    lay_over(from_json(overrides_json, {}), params, effect, problems);
}

std::vector<std::pair<std::string, std::string>> params_texts(const Params& params) {
    std::vector<std::pair<std::string, std::string>> out;
    std::visit(
        [&](const auto& p) {
            for_each_member(p, [&](std::string_view key, const auto& value) {
                out.emplace_back(key, base::canonical(json_of(value)));
            });
        },
        params);
    return out;
}

std::string params_json(const Params& params) {
    base::JsonObject object;
    std::visit(
        [&](const auto& p) {
            for_each_member(
                p, [&](std::string_view key, const auto& value) { object[key] = json_of(value); });
        },
        params);
    return base::canonical(object);
}

void substitute_names(Params& params, const std::vector<std::vector<std::string>>& pairs) {
    if (pairs.empty()) {
        return;
    }
    std::visit(
        [&](auto& p) {
            for_each_member(p, [&](std::string_view key, auto& value) {
                using T = std::remove_reference_t<decltype(value)>;
                if (!holds_names(key)) {
                    return;
                }
                if constexpr (std::is_same_v<T, std::string>) {
                    substitute_in(value, pairs);
                } else if constexpr (std::is_same_v<T, std::vector<std::string>>) {
                    for (auto& item : value) {
                        substitute_in(item, pairs);
                    }
                }
            });
        },
        params);
}

} // namespace quorate::charter
