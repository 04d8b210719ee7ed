#include "partnership/workspace/ballots.hpp"

#include "base/hash.hpp"
#include "base/json.hpp"
#include "partnership/vault_box.hpp"
#include "partnership/workspace/ballot_bodies.hpp"
#include "partnership/workspace/store.hpp"
#include "partnership/workspace/tables.hpp"

#include <algorithm>

namespace quorate::partnership {

// Choices and presses carry no time, and rows lie in the order of seats and digests: nothing tells
// in which order people voted. `ballot_wipe` has what was erased and may be in the database's log
// still; the log goes when the workspace is opened, too.
const char* const ballot_tables =
    "CREATE TABLE IF NOT EXISTS ballot (id INTEGER PRIMARY KEY AUTOINCREMENT,"
    " entry TEXT NOT NULL UNIQUE, meeting TEXT NOT NULL, item INTEGER NOT NULL,"
    " put INTEGER NOT NULL, kind TEXT NOT NULL, status TEXT NOT NULL, opened INTEGER NOT NULL,"
    " closed INTEGER, result TEXT NOT NULL DEFAULT '') STRICT;"
    "CREATE INDEX IF NOT EXISTS ballot_by_meeting ON ballot (meeting, item, put);"
    "CREATE TABLE IF NOT EXISTS ballot_key (ballot INTEGER PRIMARY KEY, key BLOB NOT NULL) STRICT;"
    "CREATE TABLE IF NOT EXISTS ballot_choice (ballot INTEGER NOT NULL, seat TEXT NOT NULL,"
    " choice BLOB NOT NULL, PRIMARY KEY (ballot, seat)) STRICT, WITHOUT ROWID;"
    "CREATE TABLE IF NOT EXISTS ballot_press (ballot INTEGER NOT NULL, press BLOB NOT NULL,"
    " PRIMARY KEY (ballot, press)) STRICT, WITHOUT ROWID;"
    "CREATE TABLE IF NOT EXISTS ballot_wipe (ballot INTEGER PRIMARY KEY) STRICT;"
    "PRAGMA wal_checkpoint(TRUNCATE);";

namespace {

using base::fail;
using base::Instant;
using governance::SeatId;
using Store = Workspace::Store;

constexpr std::size_t key_bytes = 32;
constexpr const char* columns =
    "SELECT id, entry, meeting, item, put, kind, status, opened, closed, result FROM ballot ";

Result<Store*> store_of(const Partnership& partnership) {
    if (partnership.workspace() == nullptr) {
        return fail("", "a partnership in memory has no workspace", "Open one that is in a folder");
    }
    return &partnership.workspace()->store();
}

base::JsonArray ids(const std::vector<SeatId>& seats) {
    base::JsonArray out;
    for (const auto& seat : seats) {
        out.emplace_back(seat.value);
    }
    return out;
}

std::vector<SeatId> seats_in(const base::JsonObject& json, std::string_view name) {
    std::vector<SeatId> out;
    if (const auto* list = json.if_contains(name); list != nullptr && list->is_array()) {
        for (const auto& each : list->get_array()) {
            out.emplace_back(std::string(std::string_view(each.as_string())));
        }
    }
    return out;
}

/// How many members of each body chose what: in a joint meeting each decides by its own majority.
base::JsonObject by_body(const BallotResult& result) {
    base::JsonObject out;
    const auto add = [&](const std::vector<SeatId>& seats, std::string_view choice) {
        for (const auto& seat : seats) {
            auto& body = out[seat.value.substr(0, seat.value.find('/'))];
            auto& counts = body.is_object() ? body.get_object() : body.emplace_object();
            auto& count = counts[choice];
            count = count.is_int64() ? count.get_int64() + 1 : 1;
        }
    };
    add(result.seats_for, "for");
    add(result.seats_against, "against");
    add(result.seats_abstaining, "abstain");
    return out;
}

std::string written(const BallotResult& result, BallotKind kind) {
    base::JsonObject out;
    out["bodies"] = by_body(result);
    out["for"] = result.for_;
    out["against"] = result.against;
    out["abstain"] = result.abstain;
    if (kind == BallotKind::by_name) {
        out["seats_for"] = ids(result.seats_for);
        out["seats_against"] = ids(result.seats_against);
        out["seats_abstaining"] = ids(result.seats_abstaining);
    }
    return base::canonical(out);
}

std::optional<BallotResult> result_in(std::string_view text) {
    const auto json = base::parse_json(text);
    if (!json || !json->is_object()) {
        return std::nullopt;
    }
    const auto& object = json->get_object();
    return BallotResult{object.at("for").as_int64(),       object.at("against").as_int64(),
                        object.at("abstain").as_int64(),   seats_in(object, "seats_for"),
                        seats_in(object, "seats_against"), seats_in(object, "seats_abstaining")};
}

Ballot ballot_from(const Statement& row) {
    Ballot out;
    out.id = row.integer(0);
    out.entry = governance::EntryId(std::string(row.bytes(1)));
    out.meeting = row.bytes(2);
    out.item = row.integer(3);
    out.put = Instant{row.integer(4)};
    out.kind = row.bytes(5) == "count" ? BallotKind::by_count : BallotKind::by_name;
    out.status = row.bytes(6) == "open"     ? BallotStatus::open
                 : row.bytes(6) == "closed" ? BallotStatus::closed
                                            : BallotStatus::withdrawn;
    out.opened = Instant{row.integer(7)};
    if (!row.is_null(8)) {
        out.closed = Instant{row.integer(8)};
    }
    out.result = result_in(row.bytes(9));
    return out;
}

/// The ballot a query finds, with who has voted. The caller holds the mutex.
Result<std::optional<Ballot>> find(Store& store, const std::string& where,
                                   const std::vector<Store::Value>& values) {
    auto found = store.first<Ballot>(columns + where, values, ballot_from);
    if (!found || !*found) {
        return found;
    }
    auto seats = store.rows<SeatId>(
        "SELECT seat FROM ballot_choice WHERE ballot = ? ORDER BY seat", {(*found)->id},
        [](const Statement& row) { return SeatId(std::string(row.bytes(0))); });
    if (!seats) {
        return tl::unexpected(seats.error());
    }
    (*found)->voted = std::move(*seats);
    return found;
}

Result<Ballot> the_one(Store& store, std::int64_t id) {
    auto found = find(store, "WHERE id = ?", {id});
    if (!found) {
        return tl::unexpected(found.error());
    }
    return *found ? Result<Ballot>(std::move(**found))
                  : fail("ballot", "there is no such vote", "Open the meeting's page again");
}

/// The key of an open ballot: nothing once it was erased.
Result<std::optional<std::string>> key_of(Store& store, std::int64_t ballot) {
    return store
        .first<std::string>("SELECT key FROM ballot_key WHERE ballot = ?", {ballot},
                            [](const Statement& row) { return std::string(row.bytes(0)); })
        .map([](std::optional<std::string> key) {
            return key && *key != std::string(key_bytes, '\0') ? key : std::nullopt;
        });
}

std::string label(std::int64_t ballot, const SeatId& seat) {
    return std::to_string(ballot) + " " + seat.value;
}

std::string_view letter(BallotChoice choice) {
    return choice == BallotChoice::for_ ? "f" : choice == BallotChoice::against ? "a" : "n";
}

/// Which form was pressed with which choice, told by nobody without the key.
std::string press_mark(const std::string& key, const BallotCast& cast) {
    const auto inner = base::sha256({key, cast.press, letter(cast.choice)});
    return std::string(base::as_bytes(base::sha256({key, base::as_bytes(inner)})));
}

std::optional<BallotChoice> opened(const std::string& key, const std::string& label,
                                   std::string_view box) {
    const auto plain = BoxKey(key).open(box, label);
    if (!plain || plain->size() != 1) {
        return std::nullopt;
    }
    return plain->front() == 'f'   ? BallotChoice::for_
           : plain->front() == 'a' ? BallotChoice::against
                                   : BallotChoice::abstain;
}

std::string sealed(const std::string& key, const BallotCast& cast) {
    return BoxKey(key).seal(letter(cast.choice), label(cast.ballot, cast.seat));
}

std::int64_t number_in(const base::JsonObject& json, std::string_view name) {
    const auto* value = json.if_contains(name);
    return value != nullptr && value->is_int64() ? value->get_int64() : 0;
}

struct Chosen {
    SeatId seat;
    std::string box;
};

Result<BallotResult> count(Store& store, const Ballot& ballot, const std::string& key,
                           const std::vector<SeatId>& may_vote) {
    auto rows = store.rows<Chosen>(
        "SELECT seat, choice FROM ballot_choice WHERE ballot = ? ORDER BY seat", {ballot.id},
        [](const Statement& row) {
            return Chosen{SeatId(std::string(row.bytes(0))), std::string(row.bytes(1))};
        });
    if (!rows) {
        return tl::unexpected(rows.error());
    }
    BallotResult out;
    for (auto& row : *rows) {
        if (std::find(may_vote.begin(), may_vote.end(), row.seat) == may_vote.end()) {
            continue;
        }
        const auto choice = opened(key, label(ballot.id, row.seat), row.box);
        if (!choice) {
            return fail("ballot", "the choice of seat " + row.seat.value + " cannot be read",
                        "Take the vote in the room instead");
        }
        auto& total = *choice == BallotChoice::for_      ? out.for_
                      : *choice == BallotChoice::against ? out.against
                                                         : out.abstain;
        ++total;
        (*choice == BallotChoice::for_      ? out.seats_for
         : *choice == BallotChoice::against ? out.seats_against
                                            : out.seats_abstaining)
            .push_back(std::move(row.seat));
    }
    return out;
}

/// Writes over the key in its place, and over every choice; that a seat voted is kept.
Result<void> erase_choices(Store& store, std::int64_t ballot) {
    static const std::string nothing(key_bytes, '\0');
    return store
        .run("UPDATE ballot_key SET key = ? WHERE ballot = ?", {Store::blob(nothing), ballot})
        .and_then([&] {
            return store.run("UPDATE ballot_choice SET choice = x'' WHERE ballot = ?", {ballot});
        })
        .and_then([&] { return store.run("DELETE FROM ballot_press WHERE ballot = ?", {ballot}); })
        .and_then([&] {
            return store.run("INSERT OR IGNORE INTO ballot_wipe (ballot) VALUES (?)", {ballot});
        });
}

/// What is written over stays neither in the file nor in its log. Where the log is in use it stays
/// to be done: every vote opened, cast, closed or taken back tries again.
Result<void> wipe(Store& store) {
    const auto due = store.number("SELECT count(*) FROM ballot_wipe", {});
    if (!due || *due == 0) {
        return due ? Result<void>{} : tl::unexpected(due.error());
    }
    // That it is held up is no failure but the first number of the row.
    const auto held_up = store.number("PRAGMA wal_checkpoint(TRUNCATE)", {});
    if (!held_up || *held_up != 0) {
        return held_up ? Result<void>{} : tl::unexpected(held_up.error());
    }
    return store.run("DELETE FROM ballot_wipe", {});
}

Result<void> overwrite_what_is_deleted(Store& store) {
    return store.database.run("PRAGMA secure_delete = ON");
}

} // namespace

Result<Ballot> open_ballot(Partnership& partnership, const NewBallot& asked) {
    auto store = store_of(partnership);
    if (!store) {
        return tl::unexpected(store.error());
    }
    const std::lock_guard lock((*store)->mutex);
    auto& in = **store;
    static_cast<void>(wipe(in)); // of an earlier vote; nothing to do with this one
    auto made = overwrite_what_is_deleted(in).and_then([&]() -> Result<Ballot> {
        return in.together([&]() -> Result<Ballot> {
            auto same = find(in, "WHERE entry = ?", {asked.entry.value});
            if (!same || *same) {
                return same ? Result<Ballot>(std::move(**same)) : tl::unexpected(same.error());
            }
            const auto open =
                in.number("SELECT count(*) FROM ballot WHERE meeting = ? AND status = 'open'",
                          {asked.meeting});
            if (!open || *open > 0) {
                return open ? fail("ballot", "a vote by device is open already",
                                   "Close it first, or take it back")
                            : tl::unexpected(open.error());
            }
            const auto kind = asked.kind == BallotKind::by_count ? "count" : "name";
            auto id = in.insert("INSERT INTO ballot (entry, meeting, item, put, kind, status,"
                                " opened) VALUES (?, ?, ?, ?, ?, 'open', ?)",
                                {asked.entry.value, asked.meeting, asked.item, asked.put.ms, kind,
                                 asked.opened.ms});
            if (!id) {
                return tl::unexpected(id.error());
            }
            const auto key = base::random_bytes(key_bytes);
            return in
                .run("INSERT INTO ballot_key (ballot, key) VALUES (?, ?)", {*id, Store::blob(key)})
                .and_then([&] { return the_one(in, *id); });
        });
    });
    partnership.changes().sheet_changed(asked.meeting);
    return made;
}

Result<std::optional<Ballot>> ballot_of(const Partnership& partnership, std::string_view meeting,
                                        std::int64_t item, base::Instant put) {
    auto store = store_of(partnership);
    if (!store) {
        return std::optional<Ballot>{};
    }
    const std::lock_guard lock((*store)->mutex);
    return find(**store,
                "WHERE meeting = ? AND item = ? AND put = ? AND status <> 'withdrawn'"
                " ORDER BY id DESC LIMIT 1",
                {meeting, item, put.ms});
}

Result<std::optional<Ballot>> open_ballot_of(const Partnership& partnership,
                                             std::string_view meeting) {
    auto store = store_of(partnership);
    if (!store) {
        return std::optional<Ballot>{};
    }
    const std::lock_guard lock((*store)->mutex);
    return find(**store, "WHERE meeting = ? AND status = 'open' ORDER BY id DESC LIMIT 1",
                {meeting});
}

Result<std::optional<Ballot>> ballot(const Partnership& partnership, std::int64_t id) {
    auto store = store_of(partnership);
    if (!store) {
        return std::optional<Ballot>{};
    }
    const std::lock_guard lock((*store)->mutex);
    return find(**store, "WHERE id = ?", {id});
}

Result<CastAnswer> cast(Partnership& partnership, const BallotCast& asked) {
    auto store = store_of(partnership);
    if (!store) {
        return tl::unexpected(store.error());
    }
    std::string meeting;
    Result<CastAnswer> answer = CastAnswer::closed;
    {
        const std::lock_guard lock((*store)->mutex);
        auto& in = **store;
        static_cast<void>(wipe(in)); // the same
        answer = in.together([&]() -> Result<CastAnswer> {
            auto about = the_one(in, asked.ballot);
            auto key = key_of(in, asked.ballot);
            if (!about || !key) {
                return tl::unexpected(about ? key.error() : about.error());
            }
            meeting = about->meeting;
            if (about->status != BallotStatus::open || !*key) {
                return CastAnswer::closed;
            }
            const auto mark = press_mark(**key, asked);
            auto new_press = in.change("INSERT OR IGNORE INTO ballot_press (ballot, press)"
                                       " VALUES (?, ?)",
                                       {asked.ballot, Store::blob(mark)});
            if (!new_press || *new_press == 0) {
                return new_press ? Result<CastAnswer>(CastAnswer::again)
                                 : tl::unexpected(new_press.error());
            }
            const auto box = sealed(**key, asked);
            return in
                .run("INSERT INTO ballot_choice (ballot, seat, choice) VALUES (?, ?, ?)"
                     " ON CONFLICT (ballot, seat) DO UPDATE SET choice = excluded.choice",
                     {asked.ballot, asked.seat.value, Store::blob(box)})
                .map([] { return CastAnswer::counted; });
        });
    }
    if (answer && *answer == CastAnswer::counted) {
        partnership.changes().sheet_changed(meeting);
    }
    return answer;
}

Result<std::optional<BallotChoice>> choice_of(const Partnership& partnership, std::int64_t id,
                                              const SeatId& seat) {
    auto store = store_of(partnership);
    if (!store) {
        return std::optional<BallotChoice>{};
    }
    const std::lock_guard lock((*store)->mutex);
    auto key = key_of(**store, id);
    if (!key || !*key) {
        return key ? Result<std::optional<BallotChoice>>(std::nullopt)
                   : tl::unexpected(key.error());
    }
    return (*store)
        ->first<std::string>("SELECT choice FROM ballot_choice WHERE ballot = ? AND seat = ?",
                             {id, seat.value},
                             [](const Statement& row) { return std::string(row.bytes(0)); })
        .map([&](const std::optional<std::string>& box) {
            return box ? opened(**key, label(id, seat), *box) : std::nullopt;
        });
}

Result<Ballot> close_ballot(Partnership& partnership, std::int64_t id,
                            const std::vector<SeatId>& may_vote, base::Instant at) {
    auto store = store_of(partnership);
    if (!store) {
        return tl::unexpected(store.error());
    }
    std::optional<Result<Ballot>> closed;
    {
        const std::lock_guard lock((*store)->mutex);
        auto& in = **store;
        closed = in.together([&]() -> Result<Ballot> {
            auto about = the_one(in, id);
            auto key = key_of(in, id);
            if (!about || !key) {
                return tl::unexpected(about ? key.error() : about.error());
            }
            if (about->status != BallotStatus::open) {
                return about;
            }
            if (!*key) {
                return fail("ballot", "the choices of this vote cannot be read any more",
                            "Take it back, and take the vote in the room");
            }
            auto result = count(in, *about, **key, may_vote);
            if (!result) {
                return tl::unexpected(result.error());
            }
            const auto text = written(*result, about->kind);
            return in
                .run("UPDATE ballot SET status = 'closed', closed = ?, result = ? WHERE id = ?",
                     {at.ms, text, id})
                .and_then([&] { return erase_choices(in, id); })
                .and_then([&] { return the_one(in, id); });
        });
        if (*closed) {
            if (auto wiped = wipe(in); !wiped) {
                closed = tl::unexpected(wiped.error());
            }
        }
    }
    if (*closed) {
        partnership.changes().sheet_changed((*closed)->meeting);
    }
    return std::move(*closed);
}

Result<std::optional<BodyVotes>> ballot_votes_of(const Partnership& partnership, std::int64_t id,
                                                 const governance::BodyId& body) {
    auto store = store_of(partnership);
    if (!store) {
        return tl::unexpected(store.error());
    }
    const std::lock_guard lock((*store)->mutex);
    return (*store)
        ->first<std::string>("SELECT result FROM ballot WHERE id = ? AND status = 'closed'", {id},
                             [](const Statement& row) { return std::string(row.bytes(0)); })
        .map([&](const std::optional<std::string>& text) -> std::optional<BodyVotes> {
            const auto json = base::parse_json(text.value_or(""));
            const auto* object = json ? json->if_object() : nullptr;
            const auto* bodies = object == nullptr ? nullptr : object->if_contains("bodies");
            if (bodies == nullptr || !bodies->is_object()) {
                return std::nullopt;
            }
            const auto* own = bodies->get_object().if_contains(body.value);
            if (own == nullptr || !own->is_object()) {
                return BodyVotes{};
            }
            const auto& counts = own->get_object();
            return BodyVotes{number_in(counts, "for"), number_in(counts, "against"),
                             number_in(counts, "abstain")};
        });
}

Result<void> withdraw_ballot(Partnership& partnership, std::int64_t id) {
    auto store = store_of(partnership);
    if (!store) {
        return tl::unexpected(store.error());
    }
    std::string meeting;
    Result<void> done;
    {
        const std::lock_guard lock((*store)->mutex);
        auto& in = **store;
        done = in.together([&]() -> Result<void> {
            auto about = the_one(in, id);
            if (!about) {
                return tl::unexpected(about.error());
            }
            meeting = about->meeting;
            return erase_choices(in, id)
                .and_then(
                    [&] { return in.run("DELETE FROM ballot_choice WHERE ballot = ?", {id}); })
                .and_then([&] {
                    return in.run(
                        "UPDATE ballot SET status = 'withdrawn', result = '' WHERE id = ?", {id});
                });
        });
        if (done) {
            done = wipe(in);
        }
    }
    if (done) {
        partnership.changes().sheet_changed(meeting);
    }
    return done;
}

} // namespace quorate::partnership
