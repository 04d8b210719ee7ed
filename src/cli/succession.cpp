// Who is responsible for what, and which body follows which.

#include "views/succession/succession.hpp"

#include "base/json.hpp"
#include "cli/output.hpp"
#include "views/dates_asked.hpp"
#include "views/reader.hpp"

#include <fmt/format.h>

namespace quorate::cli {
namespace {

/// A reader of the record on the day asked for; nothing, with the reason said, when there is none.
struct Asked {
    std::unique_ptr<partnership::Partnership> partnership;
    std::optional<views::Reader> reader;
};

Result<Asked> ask(const Common& common, const DutiesOptions& options) {
    auto opened = open(common, options.partnership);
    const auto on = opened ? day_of(**opened, options.on) : tl::unexpected(opened.error());
    if (!on) {
        return tl::unexpected(on.error());
    }
    if (!views::may_be_asked(*on)) {
        return base::fail("--on", "the date is too far off", "Use one from 1950 to 2199");
    }
    const auto reader =
        views::Reader::open(**opened, {views::ViewerKind::auditor, {}}, {*on, {}, false});
    if (!reader) {
        return tl::unexpected(reader.error());
    }
    if (!options.body.empty() && !reader->body(options.body)) {
        return base::fail("--body", "the record has no body called " + options.body);
    }
    return Asked{std::move(*opened), *reader};
}

std::string chain_text(const views::ResponsibilityShown& line) {
    std::string out = line.clause.empty() ? std::string() : line.clause + " of " + line.origin.name;
    for (const auto& passing : line.chain) {
        out += (out.empty() ? "" : ", ") + passing.words +
               (passing.clause.empty() ? "" : " (" + passing.clause + ")");
    }
    return out;
}

base::Json chain_json(const views::ResponsibilityShown& line) {
    base::JsonArray out;
    for (const auto& passing : line.chain) {
        base::JsonObject one;
        one.emplace("from", passing.from.id);
        one.emplace("to", passing.to.id);
        one.emplace("at", base::text(passing.at.instant));
        one.emplace("clause", passing.clause);
        out.emplace_back(std::move(one));
    }
    return base::Json(std::move(out));
}

void say_holders_json(const views::ResponsibilitiesPage& page) {
    base::JsonArray out;
    for (const auto& holder : page.holders) {
        for (const auto& line : holder.lines) {
            base::JsonObject one;
            one.emplace("matter", line.matter);
            one.emplace("what", line.what);
            one.emplace("holder", line.holder.id);
            one.emplace("origin", line.origin.id);
            one.emplace("clause", line.clause);
            one.emplace("standing", line.standing);
            one.emplace("exclusive", line.exclusive);
            one.emplace("chain", chain_json(line));
            out.emplace_back(std::move(one));
        }
    }
    say(base::canonical(base::Json(std::move(out))) + "\n");
}

void say_holders(const views::ResponsibilitiesPage& page) {
    for (const auto& holder : page.holders) {
        say(fmt::format("{} ({})\n", holder.body.name, holder.body.id));
        for (const auto& line : holder.lines) {
            say(fmt::format("  {:<28}  {}\n", line.matter, line.what));
            if (const auto chain = chain_text(line); !chain.empty()) {
                say(fmt::format("{:<32}{}\n", "", chain));
            }
            if (!line.words.empty()) {
                say(fmt::format("{:<32}{}\n", "", line.words));
            }
        }
    }
    say(fmt::format("{} responsibilities, {} passed on\n", page.count, page.passed));
}

base::Json orphans_json(const views::SuccessionPage& page) {
    base::JsonArray out;
    for (const auto& group : page.orphans) {
        for (const auto& line : group.lines) {
            base::JsonObject one;
            one.emplace("kind", line.kind);
            one.emplace("of", line.of.id);
            one.emplace("id", line.id);
            one.emplace("words", line.words);
            one.emplace("clause", line.clause);
            out.emplace_back(std::move(one));
        }
    }
    return base::Json(std::move(out));
}

void say_succession_json(const views::SuccessionPage& page) {
    base::JsonArray followed;
    for (const auto& each : page.followed) {
        base::JsonObject one;
        base::JsonArray from;
        for (const auto& body : each.from) {
            from.emplace_back(body.id);
        }
        one.emplace("from", std::move(from));
        one.emplace("to", each.to.id);
        one.emplace("mode", each.mode);
        one.emplace("words", each.words);
        one.emplace("when", each.when);
        one.emplace("clause", each.clause);
        one.emplace("in_effect", each.in_effect);
        one.emplace("recorded", each.recorded);
        followed.emplace_back(std::move(one));
    }
    base::JsonObject out;
    out.emplace("followed", std::move(followed));
    out.emplace("orphans", orphans_json(page));
    say(base::canonical(base::Json(std::move(out))) + "\n");
}

void say_succession(const views::SuccessionPage& page) {
    for (const auto& each : page.followed) {
        say(fmt::format("{:<24}  {}{}\n", each.when, each.words,
                        each.clause.empty() ? "" : " (" + each.clause + ")"));
    }
    for (const auto& circle : page.circles) {
        say(circle + "\n");
    }
    std::size_t count = 0;
    for (const auto& group : page.orphans) {
        say(fmt::format("\n{}\n", group.title));
        for (const auto& line : group.lines) {
            say(fmt::format("  {:<12}  {}{}\n", line.of.id, line.words,
                            line.clause.empty() ? "" : " (" + line.clause + ")"));
            ++count;
        }
    }
    say(fmt::format("{}{} left with nobody\n", page.orphans.empty() ? "" : "\n", count));
}

} // namespace

int responsibilities(const Common& common, const DutiesOptions& options) {
    const auto asked = ask(common, options);
    if (!asked) {
        return failed(asked.error());
    }
    const auto page = views::responsibilities(*asked->reader, options.body);
    options.json ? say_holders_json(page) : say_holders(page);
    return yes;
}

int succession(const Common& common, const DutiesOptions& options) {
    const auto asked = ask(common, options);
    if (!asked) {
        return failed(asked.error());
    }
    const auto page = views::succession(*asked->reader);
    options.json ? say_succession_json(page) : say_succession(page);
    return yes;
}

} // namespace quorate::cli
