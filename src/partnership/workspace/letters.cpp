#include "partnership/workspace/letters.hpp"

#include "base/json.hpp"
#include "partnership/workspace/store.hpp"
#include "partnership/workspace/tables.hpp"

namespace quorate::partnership {

const char* const letter_tables =
    "CREATE TABLE IF NOT EXISTS letter (id TEXT PRIMARY KEY, kind TEXT NOT NULL,"
    " body TEXT NOT NULL, seat TEXT NOT NULL, meeting TEXT NOT NULL, about TEXT NOT NULL,"
    " recipient TEXT NOT NULL, actor TEXT NOT NULL, address TEXT NOT NULL, subject TEXT NOT NULL,"
    " words TEXT NOT NULL, how TEXT NOT NULL, account TEXT NOT NULL, at INTEGER NOT NULL) STRICT;"
    "CREATE INDEX IF NOT EXISTS letter_by_time ON letter (at);";

namespace {

using ledger::sqlite::Statement;

constexpr const char* letter_columns =
    "SELECT id, kind, body, seat, meeting, about, recipient, actor, address, subject, words, how,"
    " account, at FROM letter ";

/// The texts of a letter under the names its JSON has.
constexpr std::pair<const char*, std::string Letter::*> texts[] = {{"id", &Letter::id},
                                                                   {"kind", &Letter::kind},
                                                                   {"body", &Letter::body},
                                                                   {"seat", &Letter::seat},
                                                                   {"meeting", &Letter::meeting},
                                                                   {"about", &Letter::about},
                                                                   {"to", &Letter::to},
                                                                   {"actor", &Letter::actor},
                                                                   {"address", &Letter::address},
                                                                   {"subject", &Letter::subject},
                                                                   {"text", &Letter::text},
                                                                   {"how", &Letter::how},
                                                                   {"by", &Letter::by}};

Letter letter_from(const Statement& row) {
    Letter out;
    int column = 0;
    for (const auto& [name, member] : texts) {
        out.*member = row.bytes(column++);
    }
    out.at = base::Instant{row.integer(column)};
    return out;
}

} // namespace

std::string encode_letter(const Letter& letter) {
    base::JsonObject out;
    for (const auto& [name, member] : texts) {
        out[name] = letter.*member;
    }
    out["at"] = base::text(letter.at);
    return base::canonical(out);
}

Result<Letter> parse_letter(std::string_view text) {
    const auto json = base::parse_json(text);
    if (!json) {
        return tl::unexpected(json.error());
    }
    if (!json->is_object()) {
        return base::fail("", "a kept letter is not a JSON object");
    }
    const auto& object = json->get_object();
    const auto field = [&](const char* name) -> std::string {
        const auto* value = object.if_contains(name);
        const auto* words = value == nullptr ? nullptr : value->if_string();
        return words == nullptr ? std::string() : std::string(words->data(), words->size());
    };
    Letter out;
    for (const auto& [name, member] : texts) {
        out.*member = field(name);
    }
    const auto at = base::parse_instant(field("at"));
    if (!at) {
        return tl::unexpected(at.error());
    }
    out.at = *at;
    return out;
}

Result<bool> keep_letter(Workspace& workspace, const Letter& letter) {
    if (letter.text.size() > letter_text_max) {
        return base::fail("text", "the letter is too long", "Shorten it to 20,000 characters");
    }
    auto& store = workspace.store();
    const std::lock_guard lock(store.mutex);
    const auto added =
        store.change("INSERT INTO letter VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                     " ON CONFLICT (id) DO NOTHING",
                     {letter.id, letter.kind, letter.body, letter.seat, letter.meeting,
                      letter.about, letter.to, letter.actor, letter.address, letter.subject,
                      letter.text, letter.how, letter.by, letter.at.ms});
    return added ? Result<bool>(*added > 0) : tl::unexpected(added.error());
}

Result<std::vector<Letter>> kept_letters(Workspace& workspace) {
    auto& store = workspace.store();
    const std::lock_guard lock(store.mutex);
    return store.rows(std::string(letter_columns) + "ORDER BY at DESC, id DESC LIMIT ?",
                      {static_cast<std::int64_t>(letters_listed_max)}, letter_from);
}

Result<std::optional<Letter>> kept_letter(Workspace& workspace, std::string_view id) {
    auto& store = workspace.store();
    const std::lock_guard lock(store.mutex);
    return store.first(std::string(letter_columns) + "WHERE id = ?", {id}, letter_from);
}

} // namespace quorate::partnership
