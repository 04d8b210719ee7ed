#include "base/text.hpp"
#include "governance/codec.hpp"
#include "governance/codec_structs.hpp"
#include "governance/codec_submitted.hpp"

namespace quorate::governance {
namespace {

using values::Envelope;
using values::Texts;

using LoadAct = values::Problem (*)(const base::JsonObject&, Act&, Texts);

template <std::size_t I>
values::Problem load_act(const base::JsonObject& fields, Act& act, Texts texts) {
    using S = std::variant_alternative_t<I, ActVariant>;
    return values::load_struct<S, Envelope::none>(fields, act.emplace<I>(), texts);
}

template <std::size_t... I>
constexpr std::array<LoadAct, sizeof...(I)> act_loaders(std::index_sequence<I...>) {
    return {&load_act<I>...};
}

constexpr auto loaders = act_loaders(std::make_index_sequence<act_count>{});

base::Result<Act> load(std::size_t index, const base::JsonObject& fields, Texts texts) {
    Act act;
    const auto problem = loaders[index](fields, act, texts);
    if (!problem.none()) {
        return tl::unexpected(values::failure_of(problem));
    }
    return act;
}

base::Failure no_such_act(std::string_view name) {
    const auto& names = AlternativeNames<ActVariant>::value;
    const auto near = base::nearest(name, {names.begin(), names.end()});
    return {"act", "there is no act \"" + std::string(name.substr(0, 60)) + "\"",
            near.empty() ? "`quorate acts` lists them all" : "Did you mean " + near + "?"};
}

/// The part of an id before its last slash: the body of kp/m1.
std::optional<BodyId> body_in(std::string_view id) {
    const auto slash = id.rfind('/');
    return slash == std::string_view::npos ? std::nullopt
                                           : std::optional(BodyId(id.substr(0, slash)));
}

/// Collects what the members of an act name.
struct Subject {
    ActSubject named;
    std::optional<BodyId> implied;

    template <class T>
    void take(std::string_view name, const T& value) {
        if constexpr (values::is_optional<T>) {
            if (value) {
                take(name, *value);
            }
        } else if constexpr (std::is_same_v<T, BodyId>) {
            if (name == "body") {
                named.body = value;
            }
        } else if constexpr (std::is_same_v<T, MeetingId>) {
            if (name == "meeting") {
                named.meeting = value;
            }
        } else if constexpr (std::is_same_v<T, std::int64_t>) {
            if (name == "item") {
                named.item = value;
            }
        } else if constexpr (std::is_same_v<T, DecisionId> || std::is_same_v<T, ActionId> ||
                             std::is_same_v<T, SeatRef> || std::is_same_v<T, InterestId> ||
                             std::is_same_v<T, CommitmentId>) {
            if (!implied) {
                implied = body_in(value.value);
            }
        }
    }
};

/// Calls visit(row of the field, text) for each Text of an act, const or not.
template <class AnyAct, class Visit>
void visit_texts(AnyAct& act, const Visit& visit) {
    const auto& row = row_of(act);
    std::visit(
        [&](auto& in) {
            values::each_text_of(in,
                                 [&](std::size_t i, auto& text) { visit(row.fields[i], text); });
        },
        act);
}

} // namespace

base::Result<Act> decode_act(std::string_view name, const base::JsonObject& fields,
                             const Decoding& decoding) {
    const auto index = act_index(name);
    if (index == act_count) {
        return tl::unexpected(no_such_act(name));
    }
    if (decoding.stored) {
        return load(index, fields, Texts::sealed);
    }
    return written_fields(act_table()[index], fields, decoding.zone)
        .and_then(
            [&](const base::JsonObject& written) { return load(index, written, Texts::words); });
}

base::JsonObject encode_fields(const Act& act) {
    base::JsonObject object;
    std::visit([&]<class S>(const S& in) { values::store_struct<S, Envelope::none>(object, in); },
               act);
    return object;
}

void each_text(Act& act, const std::function<void(const FieldRow&, Text&)>& visit) {
    visit_texts(act, visit);
}

void each_text(const Act& act, const std::function<void(const FieldRow&, const Text&)>& visit) {
    visit_texts(act, visit);
}

ActSubject subject_of(const Act& act) {
    Subject subject;
    std::visit(
        [&]<class S>(const S& in) {
            boost::mp11::mp_for_each<MembersOf<S>>(
                [&](auto descriptor) { subject.take(descriptor.name, in.*descriptor.pointer); });
        },
        act);
    if (!subject.named.body && subject.named.meeting) {
        subject.named.body = body_in(subject.named.meeting->value);
    }
    if (!subject.named.body) {
        subject.named.body = subject.implied;
    }
    return subject.named;
}

} // namespace quorate::governance
