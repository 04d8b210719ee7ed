#include "partnership/scenario/match.hpp"

#include <algorithm>

namespace quorate::partnership::scenario {
namespace {

using governance::Reason;
using governance::Ruling;
using Facts = std::vector<std::pair<std::string, std::string>>;

bool has_fact(const Reason& reason, const std::pair<std::string, std::string>& wanted) {
    return std::any_of(reason.facts.begin(), reason.facts.end(), [&](const governance::Fact& fact) {
        return fact.name == wanted.first && written_value(fact) == wanted.second;
    });
}

bool has_facts(const Reason& reason, const Facts& facts) {
    return std::all_of(facts.begin(), facts.end(),
                       [&](const auto& fact) { return has_fact(reason, fact); });
}

bool is_finding(const Ruling& ruling, const Reason& reason) {
    const auto findings = ruling.findings();
    return std::find(findings.begin(), findings.end(), &reason) != findings.end();
}

std::string facts_text(const Facts& facts) {
    std::string out;
    for (const auto& [name, value] : facts) {
        out += " " + name + "=" + value;
    }
    return out;
}

/// What stands in the reasons of a code, for a message about its facts.
std::string reasons_with(const Ruling& ruling, std::string_view code) {
    std::string out;
    for (const auto& reason : ruling.reasons) {
        if (governance::code_name(reason.code) == code) {
            out += (out.empty() ? "" : "; ") + as_expectation(reason);
        }
    }
    return out;
}

void match_code(std::vector<std::string>& out, const ExpectedCode& expected, const Ruling& ruling) {
    const auto same_code = [&](const Reason& reason) {
        return governance::code_name(reason.code) == expected.code;
    };
    const auto fits = [&](const Reason& reason) {
        return same_code(reason) && has_facts(reason, expected.facts) &&
               (!expected.finding || is_finding(ruling, reason));
    };
    if (std::any_of(ruling.reasons.begin(), ruling.reasons.end(), fits)) {
        return;
    }
    const auto wanted =
        (expected.finding ? "finding=" : "") + expected.code + facts_text(expected.facts);
    const auto there = reasons_with(ruling, expected.code);
    out.push_back("expected " + wanted + ", but " +
                  (there.empty() ? "there is no such reason" : "the ruling has " + there));
}

void match_readings(std::vector<std::string>& out, const Expectation& expected,
                    const Ruling& ruling) {
    for (const auto& wanted : expected.readings) {
        const bool found =
            std::any_of(ruling.reasons.begin(), ruling.reasons.end(), [&](const Reason& reason) {
                return std::any_of(
                    reason.readings.begin(), reason.readings.end(), [&](const auto& used) {
                        return names_interpretation(wanted.interpretation, used.interpretation) &&
                               used.reading == wanted.reading;
                    });
            });
        if (!found) {
            out.push_back("expected reading=" + wanted.interpretation + "." + wanted.reading +
                          ", but no reason relies on it");
        }
    }
}

void match_otherwise(std::vector<std::string>& out, const Expectation& expected,
                     const Ruling& explained) {
    for (const auto& wanted : expected.otherwise) {
        std::string seen;
        bool found = false;
        for (const auto& reason : explained.reasons) {
            for (const auto& other : reason.otherwise) {
                if (names_interpretation(wanted.interpretation, other.reading.interpretation) &&
                    other.reading.reading == wanted.reading) {
                    seen +=
                        (seen.empty() ? "" : ", ") + std::string(governance::code_name(other.code));
                    found = found || governance::code_name(other.code) == wanted.code;
                }
            }
        }
        if (!found) {
            out.push_back("expected otherwise=" + wanted.interpretation + "." + wanted.reading +
                          ":" + wanted.code + ", but " +
                          (seen.empty() ? "no reason depends on that reading"
                                        : "that reading gives " + seen));
        }
    }
}

void match_verdict(std::vector<std::string>& out, const Expectation& expected,
                   std::string_view verdict) {
    if (expected.verdict != verdict) {
        out.push_back("expected " + expected.verdict + ", but the act was " + std::string(verdict));
    }
}

} // namespace

std::string written_value(const governance::Fact& fact) {
    const auto* number = std::get_if<std::int64_t>(&fact.value);
    return number != nullptr ? std::to_string(*number) : std::get<std::string>(fact.value);
}

bool names_interpretation(std::string_view written, std::string_view meant) {
    return written == meant || (meant.size() > written.size() + 1 && meant.ends_with(written) &&
                                meant[meant.size() - written.size() - 1] == '/');
}

std::string as_expectation(const Reason& reason) {
    std::string out(reason.clause);
    if (!reason.cited_clause.empty()) {
        out += (out.empty() ? "" : " ") + std::string(reason.cited_clause);
    }
    out += (out.empty() ? "" : " ") + std::string(governance::code_name(reason.code));
    for (const auto& fact : reason.facts) {
        const auto value = written_value(fact);
        const bool quote = value.empty() || value.find_first_of(" \"#") != std::string::npos;
        out += " " + fact.name + "=" + (quote ? "\"" + value + "\"" : value);
    }
    return out;
}

std::vector<std::string> differences(const Expectation& expected, const Ruling& ruling,
                                     const Ruling* explained) {
    std::vector<std::string> out;
    match_verdict(out, expected, governance::verdict_name(ruling.verdict));
    for (const auto& clause : expected.clauses) {
        const bool cited =
            std::any_of(ruling.reasons.begin(), ruling.reasons.end(), [&](const Reason& reason) {
                return reason.clause == clause || reason.cited_clause == clause;
            });
        if (!cited) {
            out.push_back("expected clause " + clause + ", but no reason cites it");
        }
    }
    for (const auto& fact : expected.facts) {
        const bool found =
            std::any_of(ruling.reasons.begin(), ruling.reasons.end(),
                        [&](const Reason& reason) { return has_fact(reason, fact); });
        if (!found) {
            out.push_back("expected " + fact.first + "=" + fact.second + ", but no reason says so");
        }
    }
    for (const auto& code : expected.codes) {
        match_code(out, code, ruling);
    }
    for (const auto& code : expected.absent) {
        if (const auto there = reasons_with(ruling, code); !there.empty()) {
            out.push_back("expected no " + code + ", but the ruling has " + there);
        }
    }
    match_readings(out, expected, ruling);
    if (explained != nullptr) {
        match_otherwise(out, expected, *explained);
    }
    return out;
}

std::vector<std::string> differences(const Expectation& expected, std::string_view verdict,
                                     std::string_view message) {
    std::vector<std::string> out;
    match_verdict(out, expected, verdict);
    for (const auto& word : expected.words) {
        if (expected.verdict == verdict && message.find(word) == std::string_view::npos) {
            out.push_back("expected the message to speak of " + word);
        }
    }
    return out;
}

} // namespace quorate::partnership::scenario
