// The table of what scenarios exercise, and its form between runs.

#include "base/text.hpp"
#include "governance/act_table.hpp"
#include "partnership/scenario/coverage.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace quorate::partnership::scenario {
namespace {

using base::JsonObject;

/// 3.2 before 3.10, 3.20 before 3.20(a).
bool clause_before(const std::string& a, const std::string& b) {
    const auto parts = [](const std::string& clause) {
        std::vector<std::pair<int, std::string>> out;
        std::string word;
        const auto flush = [&] {
            const bool number = !word.empty() && std::all_of(word.begin(), word.end(), [](char c) {
                return c >= '0' && c <= '9';
            });
            if (!word.empty()) {
                out.emplace_back(number ? std::stoi(word) : 0, number ? "" : word);
            }
            word.clear();
        };
        for (const char c : clause) {
            if (c == '.' || c == '(' || c == ')') {
                flush();
            } else {
                word += c;
            }
        }
        flush();
        return out;
    };
    return parts(a) < parts(b);
}

std::string cell(const ClauseTally& tally, std::string_view need, int times) {
    const bool needed = tally.needs.find(need) != std::string::npos;
    return times > 0 ? std::to_string(times) : needed ? "none" : "";
}

JsonObject counts_json(const std::map<std::string, int>& counts) {
    JsonObject out;
    for (const auto& [name, times] : counts) {
        out.emplace(name, times);
    }
    return out;
}

bool take_counts(const base::Json* json, std::map<std::string, int>& out) {
    if (json == nullptr || !json->is_object()) {
        return false;
    }
    for (const auto& [key, value] : json->get_object()) {
        if (!value.is_int64()) {
            return false;
        }
        out[std::string(key.data(), key.size())] += static_cast<int>(value.get_int64());
    }
    return true;
}

int count_at(const JsonObject& json, std::string_view key) {
    const auto* value = json.if_contains(key);
    return value != nullptr && value->is_int64() ? static_cast<int>(value->get_int64()) : 0;
}

} // namespace

std::string Coverage::table() const {
    std::string out;
    for (const auto& [charter, clauses] : clauses_) {
        std::vector<std::string> names;
        std::size_t covered = 0;
        for (const auto& [clause, tally] : clauses) {
            if (!tally.needs.empty()) {
                names.push_back(clause);
                covered += tally.complies + tally.breach > 0 ? 1U : 0U;
            }
        }
        if (names.empty()) {
            continue; // terms made up for tests
        }
        std::sort(names.begin(), names.end(), clause_before);
        out += fmt::format("{}: {} of {} ruled clauses shown\n", charter, covered, names.size());
        out += fmt::format("  {:<10} {:>8} {:>8} {:>8}\n", "clause", "kept", "broken", "boundary");
        for (const auto& clause : names) {
            const auto& tally = clauses.at(clause);
            const bool none = tally.needs == "shown" && tally.complies + tally.breach == 0;
            out += fmt::format("  {:<10} {:>8} {:>8} {:>8}\n", clause,
                               none ? "none" : cell(tally, "complies", tally.complies),
                               cell(tally, "breach", tally.breach),
                               cell(tally, "boundary", tally.boundary));
        }
    }
    std::size_t readings = 0;
    std::size_t readings_shown = 0;
    for (const auto& [interpretation, by_reading] : readings_) {
        for (const auto& [reading, times] : by_reading) {
            ++readings;
            readings_shown += times > 0 ? 1U : 0U;
        }
    }
    out += fmt::format("acts: {} of {}\n", acts_.size(), governance::act_table().size());
    out += fmt::format("reason codes: {} of {}\n", codes_.size(), governance::code_count);
    out += fmt::format("readings: {} of {}\n", readings_shown, readings);
    return out;
}

bool Coverage::has_clause(const std::string& charter, const std::string& clause) const {
    const auto found = clauses_.find(charter);
    return found != clauses_.end() && found->second.contains(clause);
}

std::vector<Waiting> waiting_in(std::string_view list) {
    std::vector<Waiting> out;
    for (const auto line : base::split(list, '\n')) {
        const auto words = base::split(base::trim(line), ' ');
        if (words.size() < 4 || words[0] != "waits") {
            continue;
        }
        Waiting one{std::string(words[1]), std::string(words[2]), std::string(words[3]), {}};
        for (std::size_t i = 4; i < words.size(); ++i) {
            one.what += (one.what.empty() ? "" : " ") + std::string(words[i]);
        }
        out.push_back(std::move(one));
    }
    return out;
}

std::string waiting_table(const std::vector<Waiting>& waiting) {
    std::string out;
    std::set<std::string> parts;
    for (const auto& one : waiting) {
        parts.insert(one.part);
    }
    for (const auto& part : parts) {
        out += "clauses shown as far as they go, that wait for " + part + ":\n";
        for (const auto& one : waiting) {
            if (one.part == part) {
                out += fmt::format("  {:<22} {:<8} {}\n", one.charter, one.clause, one.what);
            }
        }
    }
    return out;
}

JsonObject Coverage::json() const {
    JsonObject clauses;
    for (const auto& [charter, by_clause] : clauses_) {
        JsonObject of_charter;
        for (const auto& [clause, tally] : by_clause) {
            JsonObject one;
            one.emplace("boundary", tally.boundary);
            one.emplace("breach", tally.breach);
            one.emplace("complies", tally.complies);
            one.emplace("needs", tally.needs);
            of_charter.emplace(clause, std::move(one));
        }
        clauses.emplace(charter, std::move(of_charter));
    }
    JsonObject readings;
    for (const auto& [interpretation, by_reading] : readings_) {
        readings.emplace(interpretation, counts_json(by_reading));
    }
    JsonObject out;
    out.emplace("acts", counts_json(acts_));
    out.emplace("clauses", std::move(clauses));
    out.emplace("codes", counts_json(codes_));
    out.emplace("readings", std::move(readings));
    return out;
}

Result<Coverage> Coverage::from_json(const base::Json& json) {
    const auto broken = [] {
        return base::fail("", "this is not a coverage file",
                          "Make one with quorate play --coverage");
    };
    if (!json.is_object()) {
        return broken();
    }
    const auto& all = json.get_object();
    const auto* clauses = all.if_contains("clauses");
    const auto* readings = all.if_contains("readings");
    Coverage out;
    if (clauses == nullptr || !clauses->is_object() || readings == nullptr ||
        !readings->is_object() || !take_counts(all.if_contains("acts"), out.acts_) ||
        !take_counts(all.if_contains("codes"), out.codes_)) {
        return broken();
    }
    for (const auto& [interpretation, counts] : readings->get_object()) {
        if (!take_counts(
                &counts,
                out.readings_[std::string(interpretation.data(), interpretation.size())])) {
            return broken();
        }
    }
    for (const auto& [charter, by_clause] : clauses->get_object()) {
        if (!by_clause.is_object()) {
            return broken();
        }
        for (const auto& [clause, value] : by_clause.get_object()) {
            if (!value.is_object() || value.get_object().if_contains("needs") == nullptr ||
                !value.get_object().at("needs").is_string()) {
                return broken();
            }
            const auto& one = value.get_object();
            const auto& needs = one.at("needs").get_string();
            out.clauses_[std::string(charter.data(), charter.size())]
                        [std::string(clause.data(), clause.size())] = {
                std::string(needs.data(), needs.size()), count_at(one, "complies"),
                count_at(one, "breach"), count_at(one, "boundary")};
        }
    }
    return out;
}

void Coverage::add(const Coverage& other) {
    for (const auto& [charter, by_clause] : other.clauses_) {
        for (const auto& [clause, tally] : by_clause) {
            auto& mine = clauses_[charter][clause];
            mine.needs = mine.needs.size() >= tally.needs.size() ? mine.needs : tally.needs;
            mine.complies += tally.complies;
            mine.breach += tally.breach;
            mine.boundary += tally.boundary;
        }
    }
    for (const auto& [interpretation, by_reading] : other.readings_) {
        for (const auto& [reading, times] : by_reading) {
            readings_[interpretation][reading] += times;
        }
    }
    for (const auto& [act, times] : other.acts_) {
        acts_[act] += times;
    }
    for (const auto& [code, times] : other.codes_) {
        codes_[code] += times;
    }
}

} // namespace quorate::partnership::scenario
