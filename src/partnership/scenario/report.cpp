#include "partnership/scenario/report.hpp"

#include "governance/codec.hpp"
#include "governance/codec_names.hpp"
#include "partnership/scenario/match.hpp"

#include <fmt/format.h>

namespace quorate::partnership::scenario {
namespace {

using base::JsonArray;
using base::JsonObject;

std::string reason_text(const governance::Reason& reason) {
    std::string out =
        fmt::format("        {:<13}{}\n", governance::written(reason.says), as_expectation(reason));
    out += "                     " + governance::sentence(reason) + "\n";
    std::string readings;
    for (const auto& used : reason.readings) {
        readings +=
            (readings.empty() ? "" : ", ") + used.interpretation + " read as " + used.reading;
    }
    if (!readings.empty()) {
        out += "                     (" + readings + ")\n";
    }
    for (const auto& other : reason.otherwise) {
        governance::Reason as_other;
        as_other.says = other.says;
        as_other.code = other.code;
        as_other.facts = other.facts;
        out += "                     otherwise, " + other.reading.interpretation + " read as " +
               other.reading.reading + ": " + as_expectation(as_other) + "\n";
    }
    return out;
}

std::string outcome_text(const Outcome& outcome) {
    const auto& line = *outcome.line;
    std::string out = fmt::format("{:>5}  {}\n", line.place.line, line.source);
    out += "       " + headline_of(outcome);
    if (outcome.position) {
        out += fmt::format(" (entry {})", *outcome.position);
    }
    out += "\n";
    return outcome.ruling ? out + ruling_text(*outcome.ruling) : out;
}

std::string difference_text(const Document& document, const Outcome& outcome) {
    std::string out;
    for (const auto& difference : outcome.differences) {
        out += fmt::format("{}:{}: {}\n", document.file, outcome.line->place.line, difference);
    }
    return out;
}

} // namespace

std::string headline_of(const Outcome& outcome) {
    return outcome.ruling            ? governance::headline(*outcome.ruling)
           : outcome.message.empty() ? outcome.verdict
                                     : outcome.verdict + ": " + outcome.message;
}

std::unique_ptr<Played> play(Document document, Stage& stage, Coverage* coverage) {
    auto out = std::make_unique<Played>();
    out->document = std::move(document);
    const auto& held = out->document;
    const auto clock = clock_of(held);
    auto scene = clock ? stage.scene_for(held) : tl::unexpected(clock.error());
    if (!scene) {
        out->failure = scene.error().text();
        return out;
    }
    Player player(**scene, *clock);
    if (auto checked = player.check(held); !checked) {
        out->failure = checked.error().text();
        return out;
    }
    for (const auto& line : held.steps) {
        auto outcome = player.play(held, line);
        if (!outcome) {
            out->failure = outcome.error().text();
            break;
        }
        ++out->acts;
        out->as_expected += outcome->differences.empty() ? 1U : 0U;
        if (coverage != nullptr) {
            coverage->take(held, *outcome, *(*scene)->partnership);
        }
        out->outcomes.push_back(std::move(*outcome));
    }
    if (coverage != nullptr) {
        coverage->take_charters(*(*scene)->partnership);
    }
    return out;
}

std::string ruling_text(const governance::Ruling& ruling) {
    std::string out;
    for (const auto& reason : ruling.reasons) {
        out += reason_text(reason);
    }
    return out;
}

std::string report(const Played& played, bool quiet) {
    std::string out;
    if (!quiet) {
        out += played.document.file + "\n";
    }
    for (const auto& outcome : played.outcomes) {
        if (!quiet) {
            out += outcome_text(outcome);
        }
        const auto differs = difference_text(played.document, outcome);
        out += differs;
        if (quiet && !differs.empty()) {
            out += outcome_text(outcome);
        }
    }
    if (!played.failure.empty()) {
        out += played.failure + "\n";
    }
    return out;
}

std::string summary(const std::vector<std::unique_ptr<Played>>& all) {
    std::string out;
    std::size_t acts = 0;
    std::size_t as_expected = 0;
    std::size_t broken = 0;
    for (const auto& played : all) {
        acts += played->acts;
        as_expected += played->as_expected;
        broken += played->failure.empty() ? 0U : 1U;
        if (all.size() > 1) {
            out += fmt::format("{:>5} of {:>3} as expected  {}{}\n", played->as_expected,
                               played->acts, played->document.file,
                               played->failure.empty() ? "" : "  (not played to its end)");
        }
    }
    out += fmt::format("{} {}, {} as expected, {} differ", acts, acts == 1 ? "act" : "acts",
                       as_expected, acts - as_expected);
    if (broken > 0) {
        out += fmt::format(", {} {} not played to the end", broken, broken == 1 ? "file" : "files");
    }
    return out + "\n";
}

JsonObject report_json(const Played& played) {
    JsonArray lines;
    for (const auto& outcome : played.outcomes) {
        JsonObject line;
        line.emplace("line", outcome.line->place.line);
        line.emplace("source", outcome.line->source);
        line.emplace("verdict", outcome.verdict);
        line.emplace("effective", base::text(outcome.effective));
        if (outcome.position) {
            line.emplace("position", *outcome.position);
        }
        if (!outcome.message.empty()) {
            line.emplace("message", outcome.message);
        }
        if (outcome.ruling) {
            line.emplace("headline", governance::headline(*outcome.ruling));
            line.emplace("ruling", ruling_json(*outcome.ruling, {}));
        }
        JsonArray differences;
        for (const auto& difference : outcome.differences) {
            differences.emplace_back(difference);
        }
        line.emplace("differences", std::move(differences));
        lines.emplace_back(std::move(line));
    }
    JsonObject out;
    out.emplace("file", played.document.file);
    out.emplace("acts", played.acts);
    out.emplace("as_expected", played.as_expected);
    if (!played.failure.empty()) {
        out.emplace("failure", played.failure);
    }
    out.emplace("lines", std::move(lines));
    return out;
}

} // namespace quorate::partnership::scenario
