#include "ledger/entry.hpp"

#include "ledger/canonical_check.hpp"
#include "ledger/entry_cursor.hpp"
#include "ledger/store.hpp"

#include <array>
#include <boost/json/monotonic_resource.hpp>
#include <boost/json/parser.hpp>
#include <charconv>

namespace quorate::ledger {
namespace {

using base::fail;

/// Writes one object's members in the order called; the first bad value is remembered.
class Writer {
public:
    explicit Writer(std::string& out) : out_(out) {}

    void number(const char* key, std::uint64_t value) {
        name(key);
        std::array<char, 20> digits{};
        const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value);
        out_.append(digits.data(), end.ptr);
    }
    void code(const char* key, std::string_view value) {
        name(key);
        code_value(key, value);
    }
    void codes(const char* key, const std::vector<std::string>& values) {
        name(key);
        out_ += '[';
        for (std::size_t i = 0; i < values.size(); ++i) {
            out_ += i == 0 ? "" : ",";
            code_value(key, values[i]);
        }
        out_ += ']';
    }
    void instant(const char* key, Instant value) { code(key, base::text(value)); }
    void json(const char* key, const Json& value, boost::json::kind wanted) {
        name(key);
        if (value.kind() != wanted) {
            note(key,
                 wanted == boost::json::kind::array ? "must be an array" : "must be an object");
        }
        base::append_canonical(out_, value);
    }
    void raw(const char* key, std::string_view value) {
        name(key);
        out_ += value;
    }

    Result<void> finish() {
        out_ += '}';
        if (out_.size() > entry_bytes_max) {
            note("", "the entry is " + std::to_string(out_.size()) + " bytes; the limit is " +
                         std::to_string(entry_bytes_max));
        }
        return fault_.message.empty() ? Result<void>{} : tl::unexpected(fault_);
    }

private:
    void name(const char* key) {
        out_ += out_.empty() ? "{\"" : ",\"";
        out_ += key;
        out_ += "\":";
    }
    void code_value(const char* key, std::string_view value) {
        if (!is_code(value)) {
            note(key, "has a character or a length that the record's codes may not have");
        }
        out_ += '"';
        out_ += value;
        out_ += '"';
    }
    void note(std::string where, std::string message) {
        if (fault_.message.empty()) {
            fault_ = {std::move(where), std::move(message), ""};
        }
    }

    std::string& out_;
    base::Failure fault_;
};

Result<std::string> finished(Writer& writer, std::string& out) {
    if (auto done = writer.finish(); !done) {
        return tl::unexpected(done.error());
    }
    return std::move(out);
}

Result<Json> json_of(const char* key, std::string_view raw) {
    auto value = base::parse_json(raw, {entry_bytes_max, entry_depth_max});
    if (!value) {
        return fail(key, value.error().text());
    }
    return value;
}

Result<std::vector<std::string>> codes_of(const char* key, std::string_view raw) {
    const auto value = json_of(key, raw);
    if (!value) {
        return tl::unexpected(value.error());
    }
    std::vector<std::string> out;
    for (const auto& item : value->get_array()) {
        if (!item.is_string()) {
            return fail(key, "holds something that is not a code");
        }
        out.emplace_back(item.get_string());
    }
    return out;
}

Result<Instant> instant_of(const char* key, std::string_view raw) {
    const auto value = base::parse_instant(raw);
    if (!value || base::text(*value) != raw) {
        return fail(key, "is not an instant as the record writes it: " + std::string(raw));
    }
    return *value;
}

/// Runs the steps in order and stops at the first that fails.
template <class T, class... Step>
Result<T> assemble(T out, Step&&... steps) {
    Result<void> state;
    static_cast<void>(((state = steps(out), state.has_value()) && ...));
    return state ? Result<T>(std::move(out)) : tl::unexpected(state.error());
}

/// A step of assemble(): puts a Result's value into a member.
template <class Source, class T, class Member>
auto put(Source source, Member T::*member) {
    return [source, member](T& out) -> Result<void> {
        auto value = source();
        if (!value) {
            return tl::unexpected(value.error());
        }
        out.*member = std::move(*value);
        return {};
    };
}

Result<std::optional<Parent>> parent_of(std::string_view raw) {
    if (raw == "null") {
        return std::nullopt;
    }
    EntryCursor cursor(raw);
    Parent out;
    out.partnership = cursor.code("partnership");
    out.root = cursor.code("root");
    out.size = cursor.number("size");
    cursor.end();
    return cursor.failed() ? tl::unexpected(cursor.failure()) : Result<std::optional<Parent>>(out);
}

} // namespace

bool is_code(std::string_view text) {
    for (const char c : text) {
        if (c < 0x20 || c > 0x7e || c == '"' || c == '\\') {
            return false;
        }
    }
    return text.size() <= header_bytes_max;
}

Result<std::string> encode(const Entry& entry) {
    using boost::json::kind;
    std::string out;
    out.reserve(1024);
    Writer writer(out);
    writer.code("act", entry.act);
    writer.number("act_version", entry.act_version);
    writer.code("calendar", entry.calendar);
    writer.code("capacity", entry.capacity);
    writer.codes("charters", entry.charters);
    writer.instant("effective", entry.effective);
    writer.code("engine", entry.engine);
    writer.json("events", entry.events, kind::array);
    writer.code("evidence", entry.evidence);
    writer.json("fields", entry.fields, kind::object);
    writer.code("id", entry.id);
    if (!entry.late_reason.empty()) {
        writer.code("late_reason", entry.late_reason);
    }
    writer.code("made_by", entry.made_by);
    writer.number("position", entry.position);
    writer.codes("readings", entry.readings);
    writer.instant("recorded", entry.recorded);
    writer.code("recorded_by", entry.recorded_by);
    writer.json("ruling", entry.ruling, kind::object);
    return finished(writer, out);
}

Result<EntryView> view_entry(std::string_view bytes) {
    EntryCursor cursor(bytes);
    EntryView out;
    out.act = cursor.code("act");
    out.act_version = static_cast<std::uint32_t>(cursor.number("act_version"));
    out.calendar = cursor.code("calendar");
    out.capacity = cursor.code("capacity");
    out.charters = cursor.json("charters", '[');
    out.effective = cursor.code("effective");
    out.engine = cursor.code("engine");
    out.events = cursor.json("events", '[');
    out.evidence = cursor.code("evidence");
    out.fields = cursor.json("fields", '{');
    out.id = cursor.code("id");
    if (cursor.next_is("late_reason")) {
        out.late_reason = cursor.code("late_reason");
    }
    out.made_by = cursor.code("made_by");
    out.position = cursor.number("position");
    out.readings = cursor.json("readings", '[');
    out.recorded = cursor.code("recorded");
    out.recorded_by = cursor.code("recorded_by");
    out.ruling = cursor.json("ruling", '{');
    cursor.end();
    return cursor.failed() ? tl::unexpected(cursor.failure()) : Result<EntryView>(out);
}

Result<Entry> decode_entry(std::string_view bytes) {
    const auto view = view_entry(bytes);
    if (!view) {
        return tl::unexpected(view.error());
    }
    Entry out;
    out.position = view->position;
    out.id = view->id;
    out.act = view->act;
    out.act_version = view->act_version;
    out.made_by = view->made_by;
    out.capacity = view->capacity;
    out.recorded_by = view->recorded_by;
    out.evidence = view->evidence;
    out.late_reason = view->late_reason;
    out.calendar = view->calendar;
    out.engine = view->engine;
    return assemble(
        std::move(out), //
        put([&] { return json_of("fields", view->fields); }, &Entry::fields),
        put([&] { return instant_of("effective", view->effective); }, &Entry::effective),
        put([&] { return instant_of("recorded", view->recorded); }, &Entry::recorded),
        put([&] { return codes_of("charters", view->charters); }, &Entry::charters),
        put([&] { return codes_of("readings", view->readings); }, &Entry::readings),
        put([&] { return json_of("ruling", view->ruling); }, &Entry::ruling),
        put([&] { return json_of("events", view->events); }, &Entry::events));
}

std::string_view code(RecordKind kind) {
    switch (kind) {
    case RecordKind::real:
        return "real";
    case RecordKind::rehearsal:
        return "rehearsal";
    case RecordKind::fictional:
        return "fictional";
    case RecordKind::scenario:
        return "scenario";
    }
    return "";
}

Result<RecordKind> parse_record_kind(std::string_view text) {
    for (const auto kind :
         {RecordKind::real, RecordKind::rehearsal, RecordKind::fictional, RecordKind::scenario}) {
        if (code(kind) == text) {
            return kind;
        }
    }
    return fail("kind", "is \"" + std::string(text) + "\"",
                "Use real, rehearsal, fictional or scenario");
}

Result<std::string> encode(const Genesis& genesis) {
    std::string out;
    Writer writer(out);
    writer.code("act", "genesis");
    writer.number("format", genesis.format);
    writer.code("id", genesis.id);
    writer.code("kind", code(genesis.kind));
    if (genesis.parent) {
        std::string parent;
        Writer inner(parent);
        inner.code("partnership", genesis.parent->partnership);
        inner.code("root", genesis.parent->root);
        inner.number("size", genesis.parent->size);
        if (auto done = inner.finish(); !done) {
            return tl::unexpected(done.error());
        }
        writer.raw("parent", parent);
    } else {
        writer.raw("parent", "null");
    }
    writer.code("partnership", genesis.partnership);
    writer.number("position", 0);
    writer.code("public_key", genesis.public_key);
    writer.instant("recorded", genesis.recorded);
    writer.code("zone", genesis.zone);
    return finished(writer, out);
}

Result<Genesis> decode_genesis(std::string_view bytes) {
    EntryCursor cursor(bytes);
    Genesis out;
    const auto act = cursor.code("act");
    const auto format = cursor.number("format");
    if (cursor.failed() || act != "genesis") {
        return fail("", "the first entry is not a genesis: it does not say what the record is of");
    }
    if (format == 0 || format > format_newest) {
        return fail("format",
                    "the record has format " + std::to_string(format) +
                        "; this program reads formats up to " + std::to_string(format_newest),
                    "Use a newer version");
    }
    out.format = static_cast<std::uint32_t>(format);
    out.id = cursor.code("id");
    const auto kind = cursor.code("kind");
    const auto parent = cursor.json("parent", '{', "null");
    out.partnership = cursor.code("partnership");
    const auto position = cursor.number("position");
    out.public_key = cursor.code("public_key");
    const auto recorded = cursor.code("recorded");
    out.zone = cursor.code("zone");
    cursor.end();
    if (cursor.failed()) {
        return tl::unexpected(cursor.failure());
    }
    if (position != 0) {
        return fail("position", "the genesis is entry 0, not " + std::to_string(position));
    }
    return assemble(std::move(out), put([&] { return parse_record_kind(kind); }, &Genesis::kind),
                    put([&] { return parent_of(parent); }, &Genesis::parent),
                    put([&] { return instant_of("recorded", recorded); }, &Genesis::recorded));
}

Result<EntryHead> view_head(std::string_view bytes) {
    if (bytes.starts_with("{\"act\":\"genesis\",\"format\":")) {
        EntryCursor cursor(bytes);
        EntryHead out;
        out.act = cursor.code("act");
        cursor.number("format");
        out.id = cursor.code("id");
        cursor.code("kind");
        cursor.json("parent", '{', "null");
        cursor.code("partnership");
        out.position = cursor.number("position");
        cursor.code("public_key");
        out.recorded = cursor.code("recorded");
        cursor.code("zone");
        cursor.end();
        return cursor.failed() ? tl::unexpected(cursor.failure()) : Result<EntryHead>(out);
    }
    return view_entry(bytes).map([](const EntryView& view) {
        return EntryHead{view.position, view.id, view.act, view.recorded};
    });
}

struct ValueReader::State {
    std::array<unsigned char, 16 * 1024> first_block;
    boost::json::monotonic_resource memory{first_block.data(), first_block.size()};
    boost::json::parser parser{{}, [] {
                                   boost::json::parse_options options;
                                   options.max_depth = entry_depth_max;
                                   return options;
                               }()};
    Json value;
};

ValueReader::ValueReader() : state_(std::make_unique<State>()) {}
ValueReader::~ValueReader() = default;

Result<const Json*> ValueReader::read(std::string_view json) {
    // The old value lives in the memory about to be used again.
    state_->value.~Json();
    new (&state_->value) Json();
    state_->parser.reset();
    state_->memory.release();
    state_->parser.reset(&state_->memory);
    boost::json::error_code error;
    const auto used = state_->parser.write_some(json.data(), json.size(), error);
    if (error || used != json.size()) {
        return fail("byte " + std::to_string(used), "this is not one JSON value");
    }
    Json value = state_->parser.release();
    state_->value.~Json();
    new (&state_->value) Json(std::move(value));
    return &state_->value;
}

} // namespace quorate::ledger
