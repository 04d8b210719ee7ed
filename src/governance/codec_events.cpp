#include "governance/codec.hpp"
#include "governance/codec_structs.hpp"

namespace quorate::governance {
namespace {

using values::Envelope;
using values::Texts;

/// The version in which an event is written. Raise it for one event with a specialisation here, add
/// an Upcast from the version before to `own_upcasts`, and freeze a fixture of the new version in
/// tests/events.
template <class E>
inline constexpr std::int64_t version_of = 1;

constexpr std::array<Upcast, 0> own_upcasts{};

/// More steps than this mean upcasts that go round in a circle.
constexpr int upcasts_max = 100;

using LoadEvent = values::Problem (*)(const base::JsonObject&, Event&);

struct EventType {
    LoadEvent load = nullptr;
    std::int64_t version = 0;
};

template <std::size_t I>
values::Problem load_event(const base::JsonObject& object, Event& event) {
    using S = std::variant_alternative_t<I, EventVariant>;
    return values::load_struct<S, Envelope::event>(object, event.emplace<I>(), Texts::sealed);
}

constexpr std::size_t event_count = std::variant_size_v<EventVariant>;

template <std::size_t... I>
constexpr std::array<EventType, sizeof...(I)> all_event_types(std::index_sequence<I...>) {
    return {EventType{&load_event<I>, version_of<std::variant_alternative_t<I, EventVariant>>}...};
}

constexpr auto types = all_event_types(std::make_index_sequence<event_count>{});
constexpr auto sorted = sorted_names(AlternativeNames<EventVariant>::value);

struct Header {
    std::string_view type;
    std::int64_t version = 0;
};

base::Result<Header> header_of(const base::JsonObject& object) {
    const auto* type = object.if_contains(values::type_key);
    const auto* version = object.if_contains(values::version_key);
    if (type == nullptr || !type->is_string()) {
        return base::fail("type", "an event without its type");
    }
    if (version == nullptr || !version->is_int64()) {
        return base::fail("version", "an event without its version");
    }
    const auto& text = type->get_string();
    return Header{{text.data(), text.size()}, version->get_int64()};
}

const Upcast* upcast_for(const Header& header, std::span<const Upcast> upcasts) {
    for (const auto& upcast : upcasts) {
        if (upcast.type == header.type && upcast.version == header.version) {
            return &upcast;
        }
    }
    return nullptr;
}

base::Result<Event> load_current(const base::JsonObject& object, const Header& header) {
    const auto index = index_in(sorted, header.type);
    if (index == event_count) {
        return base::fail("type", "unknown event type " + std::string(header.type),
                          "The record was written by a newer program; use that one");
    }
    if (types[index].version != header.version) {
        return base::fail("version",
                          std::string(header.type) + " of version " +
                              std::to_string(header.version) +
                              " is not known here; this program writes version " +
                              std::to_string(types[index].version),
                          "Use the program that wrote the record, or a newer one");
    }
    base::Result<Event> event;
    const auto problem = types[index].load(object, *event);
    if (!problem.none()) {
        auto failure = values::failure_of(problem);
        failure.where = std::string(header.type) + ": " + failure.where;
        return tl::unexpected(std::move(failure));
    }
    return event;
}

base::Result<Event> upcast_and_load(base::JsonObject object, std::span<const Upcast> upcasts) {
    for (int step = 0; step < upcasts_max; ++step) {
        const auto header = header_of(object);
        if (!header) {
            return tl::unexpected(header.error());
        }
        const auto* upcast = upcast_for(*header, upcasts);
        if (upcast == nullptr) {
            return load_current(object, *header);
        }
        upcast->apply(object);
    }
    return base::fail("version", "the event is never brought up to date");
}

} // namespace

std::string_view event_name(const Event& event) {
    return AlternativeNames<EventVariant>::value[event.index()];
}

std::span<const std::string_view> event_names() {
    return AlternativeNames<EventVariant>::value;
}

std::int64_t event_version(std::string_view name) {
    const auto index = index_in(sorted, name);
    return index == event_count ? 0 : types[index].version;
}

base::JsonObject encode_event(const Event& event) {
    base::JsonObject object;
    std::visit(
        [&]<class S>(const S& in) {
            values::store_struct<S, Envelope::event>(object, in, type_name<S>, version_of<S>);
        },
        event);
    return object;
}

void append_event_json(std::string& out, const Event& event) {
    std::visit(
        [&]<class S>(const S& in) {
            values::append_struct<S, Envelope::event>(out, in, type_name<S>, version_of<S>);
        },
        event);
}

base::Result<Event> decode_event(const base::Json& json) {
    return decode_event(json, own_upcasts);
}

base::Result<Event> decode_event(const base::Json& json, std::span<const Upcast> upcasts) {
    const auto* object = json.if_object();
    if (object == nullptr) {
        return base::fail("", "an event is not a JSON object");
    }
    return header_of(*object).and_then([&](const Header& header) {
        return upcast_for(header, upcasts) == nullptr ? load_current(*object, header)
                                                      : upcast_and_load(*object, upcasts);
    });
}

void each_text(const Event& event, const std::function<void(const Text&)>& visit) {
    std::visit(
        [&](const auto& in) {
            values::each_text_of(in, [&](std::size_t, const Text& text) { visit(text); });
        },
        event);
}

} // namespace quorate::governance
