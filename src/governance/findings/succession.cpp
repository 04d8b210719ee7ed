// What a body that is followed or ended leaves with nobody: one finding a kind.

#include "base/text.hpp"
#include "governance/codec_names.hpp"
#include "governance/findings/survey.hpp"
#include "governance/words.hpp"

#include <algorithm>

namespace quorate::governance {
namespace {

constexpr std::size_t named_max = 12; ///< things named in one sentence; the rest are counted

std::string_view left_words(OrphanKind kind, bool one) {
    switch (kind) {
    case OrphanKind::responsibility:
        return one ? "responsibility is held by no body" : "responsibilities are held by no body";
    case OrphanKind::sector:
        return one ? "sector has no place on a body that follows"
                   : "sectors have no place on a body that follows";
    case OrphanKind::duty:
        return one ? "duty is owed by nobody any more" : "duties are owed by nobody any more";
    case OrphanKind::seat:
        return one ? "seat is held by somebody with none on a body that follows"
                   : "seats are held by people with none on a body that follows";
    case OrphanKind::meeting:
        return one ? "meeting to come has no body to hold it"
                   : "meetings to come have no body to hold them";
    case OrphanKind::link:
        return one ? "body is still linked to this one" : "bodies are still linked to this one";
    }
    return {};
}

void say_left(Survey& survey, const std::vector<const Orphan*>& left, OrphanKind kind) {
    std::vector<std::string> names;
    std::vector<std::string> clauses;
    for (const auto* each : left) {
        if (names.size() < named_max) {
            names.push_back(each->what.empty() ? plain(each->id) : plain(each->what));
        }
        const auto clause = each->rule == nullptr ? std::string() : clause_of(*each->rule);
        if (!clause.empty() && std::find(clauses.begin(), clauses.end(), clause) == clauses.end()) {
            clauses.push_back(clause);
        }
    }
    const auto count = static_cast<std::int64_t>(left.size());
    const auto more = count - static_cast<std::int64_t>(names.size());
    const bool seats = kind == OrphanKind::seat || kind == OrphanKind::meeting;
    auto words = number_words(count) + " " + std::string(left_words(kind, count == 1));
    if (!seats) {
        words += ": " + base::list_words(names);
        words += more > 0 ? ", and " + std::to_string(more) + " more" : "";
    }
    survey.add(FindingTopic::succession, "left/" + std::string(written(kind)), std::move(clauses),
               std::move(words), {{"count", count}});
}

bool successor_speaks(const Survey& survey) {
    const auto after = successors_of(survey.state, survey.context, survey.body.id, survey.at);
    return after.empty() || std::any_of(after.begin(), after.end(), [&](const BodyId& body) {
               return survey.register_speaks(body);
           });
}

} // namespace

void survey_succession(Survey& survey, const std::vector<Orphan>& orphans) {
    for (const auto kind : {OrphanKind::responsibility, OrphanKind::sector, OrphanKind::duty,
                            OrphanKind::seat, OrphanKind::meeting, OrphanKind::link}) {
        std::vector<const Orphan*> left;
        for (const auto& each : orphans) {
            if (each.of == survey.body.id && each.kind == kind) {
                left.push_back(&each);
            }
        }
        // Who sits on a body that follows must be known before anybody can be missed there.
        if (!left.empty() && (kind != OrphanKind::seat || successor_speaks(survey))) {
            say_left(survey, left, kind);
        }
    }
}

} // namespace quorate::governance
