#include "partnership/workspace/dates_to_avoid.hpp"

#include "partnership/workspace/store.hpp"
#include "partnership/workspace/tables.hpp"

namespace quorate::partnership {

using base::fail;

const char* const avoid_tables =
    "CREATE TABLE IF NOT EXISTS date_to_avoid (number INTEGER PRIMARY KEY AUTOINCREMENT,"
    " name TEXT NOT NULL, first TEXT NOT NULL, last TEXT NOT NULL, school INTEGER NOT NULL)"
    " STRICT;";

namespace {

Result<void> checked(const DateToAvoid& date) {
    if (date.name.empty()) {
        return fail("name", "there is no name", "Write what it is, such as October half-term");
    }
    if (date.name.size() > avoid_name_max) {
        return fail("name", "the name is too long", "Write it in at most 200 letters");
    }
    if (date.last < date.first) {
        return fail("last", "it ends before it begins", "Enter a last day on or after the first");
    }
    if (date.last.days - date.first.days >= avoid_days_max) {
        return fail("last", "it is longer than a year", "Enter a last day within a year");
    }
    return {};
}

DateToAvoid from_row(const Statement& row) {
    const auto date = [&](int column) {
        return base::parse_date(row.bytes(column)).value_or(base::CivilDate{});
    };
    return {row.integer(0), std::string(row.bytes(1)), date(2), date(3), row.integer(4) != 0};
}

/// One more row, unless it is there already; whether it was added.
Result<bool> add_one(Workspace::Store& store, const DateToAvoid& date) {
    const auto first = base::text(date.first);
    const auto last = base::text(date.last);
    const auto there =
        store.number("SELECT count(*) FROM date_to_avoid WHERE name = ? AND first = ? AND last = ?",
                     {date.name, first, last});
    if (!there || *there > 0) {
        return there ? Result<bool>(false) : tl::unexpected(there.error());
    }
    const auto added =
        store.insert("INSERT INTO date_to_avoid (name, first, last, school) VALUES (?,?,?,?)",
                     {date.name, first, last, std::int64_t{date.school}});
    return added ? Result<bool>(true) : tl::unexpected(added.error());
}

} // namespace

Result<std::vector<DateToAvoid>> dates_to_avoid(const Workspace& workspace) {
    auto& store = workspace.store();
    const std::lock_guard lock(store.mutex);
    return store.rows<DateToAvoid>(
        "SELECT number, name, first, last, school FROM date_to_avoid ORDER BY first, last, number",
        {}, from_row);
}

Result<std::size_t> add_dates_to_avoid(Workspace& workspace,
                                       const std::vector<DateToAvoid>& dates) {
    for (std::size_t i = 0; i < dates.size(); ++i) {
        if (const auto good = checked(dates[i]); !good) {
            const auto& problem = good.error();
            return fail(std::to_string(i + 1) + " " + problem.where, problem.message, problem.help);
        }
    }
    auto& store = workspace.store();
    const std::lock_guard lock(store.mutex);
    return store.together([&]() -> Result<std::size_t> {
        std::size_t added = 0;
        for (const auto& date : dates) {
            const auto one = add_one(store, date);
            if (!one) {
                return tl::unexpected(one.error());
            }
            added += *one ? 1U : 0U;
        }
        const auto count = store.number("SELECT count(*) FROM date_to_avoid", {});
        if (!count) {
            return tl::unexpected(count.error());
        }
        if (*count > static_cast<std::int64_t>(dates_to_avoid_max)) {
            return fail("", "there are as many dates to avoid as can be kept",
                        "Remove those that have gone by");
        }
        return added;
    });
}

Result<bool> change_date_to_avoid(Workspace& workspace, const DateToAvoid& date) {
    if (const auto good = checked(date); !good) {
        return tl::unexpected(good.error());
    }
    auto& store = workspace.store();
    const std::lock_guard lock(store.mutex);
    const auto first = base::text(date.first);
    const auto last = base::text(date.last);
    const auto changed =
        store.change("UPDATE date_to_avoid SET name = ?, first = ?, last = ?, school = ? "
                     "WHERE number = ?",
                     {date.name, first, last, std::int64_t{date.school}, date.number});
    return changed ? Result<bool>(*changed > 0) : tl::unexpected(changed.error());
}

Result<bool> remove_date_to_avoid(Workspace& workspace, std::int64_t number) {
    auto& store = workspace.store();
    const std::lock_guard lock(store.mutex);
    const auto gone = store.change("DELETE FROM date_to_avoid WHERE number = ?", {number});
    return gone ? Result<bool>(*gone > 0) : tl::unexpected(gone.error());
}

} // namespace quorate::partnership
