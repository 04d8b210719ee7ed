#include "partnership/workspace/reading.hpp"

#include "base/json.hpp"
#include "base/text.hpp"
#include "partnership/workspace/store.hpp"
#include "partnership/workspace/tables.hpp"

#include <cctype>

namespace quorate::partnership {

const char* const reading_tables =
    "CREATE TABLE IF NOT EXISTS note (account TEXT NOT NULL, meeting TEXT NOT NULL,"
    " item INTEGER NOT NULL, line TEXT NOT NULL, words TEXT NOT NULL, digest TEXT NOT NULL,"
    " changed INTEGER NOT NULL, turn INTEGER NOT NULL, writer TEXT NOT NULL,"
    " PRIMARY KEY (account, meeting, item, line)) STRICT;"
    "CREATE TABLE IF NOT EXISTS paper_seen (account TEXT NOT NULL, meeting TEXT NOT NULL,"
    " digest TEXT NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (account, meeting, digest)) STRICT;"
    "CREATE TABLE IF NOT EXISTS meeting_look (account TEXT NOT NULL, meeting TEXT NOT NULL,"
    " real INTEGER NOT NULL, look TEXT NOT NULL, since TEXT, PRIMARY KEY (account, meeting))"
    " STRICT;"
    "CREATE TABLE IF NOT EXISTS desk_look (account TEXT PRIMARY KEY, real INTEGER NOT NULL,"
    " position INTEGER NOT NULL, at INTEGER NOT NULL, since_position INTEGER, since_at INTEGER)"
    " STRICT;";

namespace {

using base::fail;
using base::Instant;

constexpr std::string_view note_columns =
    "SELECT meeting, item, line, words, digest, changed, turn, writer FROM note ";

/// A note with the page that wrote it last.
struct Row {
    Note note;
    std::string writer;
};

Row row_from(const Statement& row) {
    Row out;
    out.note.place = {std::string(row.bytes(0)), row.integer(1), std::string(row.bytes(2))};
    out.note.words = row.bytes(3);
    out.note.digest = row.bytes(4);
    out.note.changed = Instant{row.integer(5)};
    out.note.turn = row.integer(6);
    out.writer = row.bytes(7);
    return out;
}

Note note_from(const Statement& row) {
    return row_from(row).note;
}

std::string text_from(const Statement& row) {
    return std::string(row.bytes(0));
}

std::string with(std::string_view where) {
    return std::string(note_columns) + std::string(where);
}

Result<std::optional<Row>> row_at(Workspace::Store& store, std::string_view account,
                                  const NotePlace& place) {
    return store.first<Row>(with("WHERE account = ? AND meeting = ? AND item = ? AND line = ?"),
                            {account, place.meeting, place.item, place.line}, row_from);
}

/// Both texts, one below the other; the newer one first.
std::string both(std::string_view newer, std::string_view other) {
    return std::string(newer) + "\n\nWritten elsewhere at the same time:\n" + std::string(other);
}

/// What is kept of a change beside what is kept already.
NoteKept settle(const NoteWritten& written, const std::optional<Row>& before, Instant now) {
    NoteKept out;
    out.note = {written.place, written.words, written.digest, now, 1};
    if (!before) {
        return out;
    }
    const auto& kept = before->note;
    const bool same_page = !written.writer.empty() && written.writer == before->writer;
    if (kept.turn != written.turn && !same_page && kept.words != written.words &&
        !kept.words.empty()) {
        // A page left open elsewhere: nothing of either is lost.
        out.merged = true;
        out.note.words = written.words.empty() ? kept.words : both(written.words, kept.words);
    }
    out.note.turn = kept.turn + 1;
    return out;
}

Result<NoteKept> keep(Workspace::Store& store, std::string_view account, const NoteWritten& written,
                      Instant now) {
    const auto before = row_at(store, account, written.place);
    if (!before) {
        return tl::unexpected(before.error());
    }
    const bool another = !written.words.empty() && (!*before || (*before)->note.words.empty());
    if (another) {
        const auto held =
            store.number("SELECT count(*) FROM note WHERE account = ? AND words <> ''", {account});
        if (!held) {
            return tl::unexpected(held.error());
        }
        if (*held >= static_cast<std::int64_t>(notes_of_account_max)) {
            return fail("words", "there are too many notes already", "Take away some first");
        }
    }
    auto out = settle(written, *before, now);
    if (out.note.words.size() > 2 * note_length_max) {
        return fail("words", "the note is too long together with what was written elsewhere",
                    "Load the page again and shorten it");
    }
    const auto& place = written.place;
    const auto done = store.run(
        "INSERT OR REPLACE INTO note (account, meeting, item, line, words, digest, changed, turn,"
        " writer) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        {account, place.meeting, place.item, place.line, out.note.words, out.note.digest, now.ms,
         out.note.turn, written.writer});
    return done ? Result<NoteKept>(std::move(out)) : tl::unexpected(done.error());
}

std::string look_written(const MeetingLook& look) {
    base::JsonObject out;
    base::JsonArray items;
    for (const auto item : look.items) {
        items.emplace_back(item);
    }
    base::JsonArray papers;
    for (const auto& paper : look.papers) {
        papers.emplace_back(paper);
    }
    out["items"] = std::move(items);
    out["papers"] = std::move(papers);
    out["at"] = look.at.ms;
    return base::canonical(out);
}

MeetingLook look_read(std::string_view text) {
    const auto json = base::parse_json(text);
    QUORATE_ASSERT(json.has_value()); // only look_written() writes them
    const auto& object = json->get_object();
    MeetingLook out;
    for (const auto& item : object.at("items").get_array()) {
        out.items.push_back(item.as_int64());
    }
    for (const auto& paper : object.at("papers").get_array()) {
        out.papers.emplace_back(paper.get_string().data(), paper.get_string().size());
    }
    out.at = Instant{object.at("at").as_int64()};
    return out;
}

/// A look at a meeting as it is kept.
struct KeptLook {
    std::int64_t real = 0;
    std::string look;
    std::optional<std::string> since;
};

KeptLook kept_look_from(const Statement& row) {
    KeptLook out;
    out.real = row.integer(0);
    out.look = row.bytes(1);
    if (!row.is_null(2)) {
        out.since = std::string(row.bytes(2));
    }
    return out;
}

Result<std::optional<KeptLook>> kept_look(Workspace::Store& store, std::string_view account,
                                          std::string_view meeting) {
    return store.first<KeptLook>(
        "SELECT real, look, since FROM meeting_look WHERE account = ? AND meeting = ?",
        {account, meeting}, kept_look_from);
}

constexpr std::int64_t gap_ms = visit_gap_minutes * 60'000;

struct LookRow {
    std::int64_t real = 0;
    LastLook last;
    std::optional<LastLook> since;
};

LookRow look_from(const Statement& row) {
    LookRow out;
    out.real = row.integer(0);
    out.last = {row.integer(1), Instant{row.integer(2)}};
    if (!row.is_null(3)) {
        out.since = LastLook{row.integer(3), Instant{row.integer(4)}};
    }
    return out;
}

} // namespace

std::string paper_line(std::string_view title) {
    std::string out;
    for (const char c : base::trim(title)) {
        const auto byte = static_cast<unsigned char>(c);
        if (std::isspace(byte) != 0) {
            out += out.empty() || out.back() == ' ' ? "" : " ";
        } else {
            out += static_cast<char>(byte < 0x80 ? std::tolower(byte) : byte);
        }
    }
    return out;
}

Result<NoteKept> write_note(Workspace& workspace, std::string_view account,
                            const NoteWritten& written, Instant now) {
    if (written.words.size() > note_length_max) {
        return fail("words", "a note has at most 20,000 characters", "Shorten it");
    }
    auto& store = workspace.store();
    const std::lock_guard lock(store.mutex);
    return store.together([&] { return keep(store, account, written, now); });
}

Result<std::vector<Note>> notes_on(Workspace& workspace, std::string_view account,
                                   std::string_view meeting) {
    auto& store = workspace.store();
    const std::lock_guard lock(store.mutex);
    return store.rows<Note>(
        with("WHERE account = ? AND meeting = ? AND words <> '' ORDER BY item, line"),
        {account, meeting}, note_from);
}

Result<std::vector<Note>> notes_of(Workspace& workspace, std::string_view account) {
    auto& store = workspace.store();
    const std::lock_guard lock(store.mutex);
    return store.rows<Note>(with("WHERE account = ? AND words <> '' ORDER BY meeting, item, line"),
                            {account}, note_from);
}

Result<std::optional<Note>> note_at(Workspace& workspace, std::string_view account,
                                    const NotePlace& place) {
    auto& store = workspace.store();
    const std::lock_guard lock(store.mutex);
    auto row = row_at(store, account, place);
    if (!row) {
        return tl::unexpected(row.error());
    }
    return *row ? std::optional(std::move((*row)->note)) : std::nullopt;
}

Result<std::vector<std::string>> papers_seen(Workspace& workspace, std::string_view account,
                                             std::string_view meeting) {
    auto& store = workspace.store();
    const std::lock_guard lock(store.mutex);
    return store.rows<std::string>(
        "SELECT digest FROM paper_seen WHERE account = ? AND meeting = ?", {account, meeting},
        text_from);
}

Result<void> mark_paper(Workspace& workspace, std::string_view account, std::string_view meeting,
                        const std::vector<std::string>& digests, bool seen, Instant now) {
    auto& store = workspace.store();
    const std::lock_guard lock(store.mutex);
    return store.together([&]() -> Result<void> {
        for (const auto& digest : digests) {
            const auto done =
                seen ? store.run("INSERT OR IGNORE INTO paper_seen (account, meeting, digest, at)"
                                 " VALUES (?, ?, ?, ?)",
                                 {account, meeting, digest, now.ms})
                     : store.run("DELETE FROM paper_seen WHERE account = ? AND meeting = ? AND"
                                 " digest = ?",
                                 {account, meeting, digest});
            if (!done) {
                return done;
            }
        }
        return {};
    });
}

Result<std::optional<MeetingLook>> look_at_meeting(Workspace& workspace, std::string_view account,
                                                   std::string_view meeting,
                                                   const MeetingLook& look, Instant real_now) {
    auto& store = workspace.store();
    const std::lock_guard lock(store.mutex);
    const auto before = kept_look(store, account, meeting);
    if (!before) {
        return tl::unexpected(before.error());
    }
    const auto written = look_written(look);
    auto since = *before ? (*before)->since : std::nullopt;
    if (*before && (!since || real_now.ms - (*before)->real >= gap_ms)) {
        since = (*before)->look;
    }
    using Value = Workspace::Store::Value;
    const auto kept =
        store.run("INSERT OR REPLACE INTO meeting_look (account, meeting, real, look, since)"
                  " VALUES (?, ?, ?, ?, ?)",
                  {account, meeting, real_now.ms, written,
                   since ? Value(*since) : Workspace::Store::nothing()});
    if (!kept) {
        return tl::unexpected(kept.error());
    }
    return since ? std::optional(look_read(*since)) : std::nullopt;
}

Result<std::optional<MeetingLook>> last_look_at(Workspace& workspace, std::string_view account,
                                                std::string_view meeting) {
    auto& store = workspace.store();
    const std::lock_guard lock(store.mutex);
    const auto kept = kept_look(store, account, meeting);
    if (!kept) {
        return tl::unexpected(kept.error());
    }
    return *kept ? std::optional(look_read((*kept)->look)) : std::nullopt;
}

Result<std::optional<LastLook>> look_at_desk(Workspace& workspace, std::string_view account,
                                             std::int64_t position, Instant at, Instant real_now) {
    auto& store = workspace.store();
    const std::lock_guard lock(store.mutex);
    auto found = store.first<LookRow>("SELECT real, position, at, since_position, since_at FROM"
                                      " desk_look WHERE account = ?",
                                      {account}, look_from);
    if (!found) {
        return tl::unexpected(found.error());
    }
    auto since = *found ? (*found)->since : std::nullopt;
    if (*found && (!since || real_now.ms - (*found)->real >= gap_ms)) {
        since = (*found)->last;
    }
    using Value = Workspace::Store::Value;
    const auto kept =
        store.run("INSERT OR REPLACE INTO desk_look (account, real, position, at, since_position,"
                  " since_at) VALUES (?, ?, ?, ?, ?, ?)",
                  {account, real_now.ms, position, at.ms,
                   since ? Value(since->position) : Workspace::Store::nothing(),
                   since ? Value(since->at.ms) : Workspace::Store::nothing()});
    return kept ? Result<std::optional<LastLook>>(since) : tl::unexpected(kept.error());
}

Result<void> erase_notes(Workspace& workspace, std::string_view account) {
    auto& store = workspace.store();
    const std::lock_guard lock(store.mutex);
    return store.run("DELETE FROM note WHERE account = ?", {account});
}

Result<void> erase_reading_rows(Workspace::Store& store, std::string_view account) {
    for (const char* table : {"note", "paper_seen", "meeting_look", "desk_look"}) {
        const auto done =
            store.run("DELETE FROM " + std::string(table) + " WHERE account = ?", {account});
        if (!done) {
            return done;
        }
    }
    return {};
}

Result<void> erase_reading(Workspace& workspace, std::string_view account) {
    auto& store = workspace.store();
    const std::lock_guard lock(store.mutex);
    return store.together([&] { return erase_reading_rows(store, account); });
}

} // namespace quorate::partnership
