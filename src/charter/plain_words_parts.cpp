#include "charter/plain_words_parts.hpp"

#include "base/text.hpp"
#include "base/time.hpp"
#include "charter/duration.hpp"
#include "charter/wording.hpp"

#include <fmt/format.h>

namespace quorate::charter {

std::string names(const std::vector<std::string>& ids) {
    Parts parts;
    for (const auto& id : ids) {
        parts.push_back(name_words(id));
    }
    return choice_words(parts, "and");
}

std::string the_body(const std::string& id) {
    const auto name = name_words(id);
    return id.empty() ? "the body" : (name.starts_with("the ") ? "" : "the ") + name;
}

std::string sentences(const Parts& parts) {
    std::string out;
    for (const auto& part : parts) {
        if (!part.empty()) {
            out += (out.empty() ? "" : " ") + capitalised(without_stop(part)) + ".";
        }
    }
    return out;
}

namespace {

/// A selector of outside offices: "leader(district:*)" is "the Leader of any district".
std::string selector_words(const std::string& selector) {
    const auto open = selector.find('(');
    const auto star = selector.find('*');
    if (open == std::string::npos || star == std::string::npos) {
        return office_words(selector);
    }
    const auto of = selector.substr(open + 1, star - open - 1);
    if (selector.substr(0, open) == "member-of") {
        return "whoever any " +
               (of.empty() ? std::string("organisation") : spaced(of.substr(0, of.find(':')))) +
               " nominates";
    }
    return fmt::format("the {} of any {}", capitalised(spaced(selector.substr(0, open))),
                       of.empty() ? "organisation" : spaced(of.substr(0, of.find(':'))));
}

std::string eligible_words(const SeatsRule& rule) {
    if (rule.eligible.empty()) {
        return {};
    }
    Parts who;
    for (const auto& selector : rule.eligible) {
        auto words = selector_words(selector);
        for (const auto& limit : rule.limits) {
            if (limit.size() == 2 && limit[0] == selector) {
                words += fmt::format(" (at most {})", limit[1]);
            }
        }
        who.push_back(std::move(words));
    }
    const auto first = rule.alternatives == Alternatives::instead ? who.front() : std::string{};
    if (first.empty()) {
        return "they may be filled by " + base::join(who, " or by ");
    }
    who.erase(who.begin());
    return fmt::format("they are filled by {}, or instead of them all by {}", first,
                       base::join(who, " or by "));
}

} // namespace

std::string words(const SeatsRule& rule) {
    const auto count = rule.test == CountTest::exact      ? number_words(rule.count)
                       : rule.test == CountTest::at_least ? "at least " + number_words(rule.count)
                                                          : "at most " + number_words(rule.count);
    auto out = fmt::format(
        "{} {}{} kept{}", count, rule.holder.empty() ? "" : name_words(rule.holder) + " ",
        rule.count == 1 ? "place is" : "places are",
        rule.class_.empty() ? "" : ", in the " + spaced(rule.class_) + " sector");
    out += rule.on.empty() ? "" : " on " + names(rule.on);
    out += rule.chosen_by.empty() ? "" : ", chosen by " + without_stop(rule.chosen_by);
    return sentences({out, eligible_words(rule)});
}

std::string words(const BalanceRule& rule) {
    const auto equal =
        rule.parity.size() == 2
            ? fmt::format("{} and {} have equally many {}", spaced(rule.parity[0]),
                          spaced(rule.parity[1]),
                          rule.parity_of == ParityOf::members ? "seats filled" : "seats")
            : std::string{};
    if (rule.each_of.empty()) {
        return sentences({equal});
    }
    const auto share = rule.at_least ? fmt::format("at least {} of the seats filled are of {}",
                                                   fraction_words(*rule.at_least),
                                                   choice_words(rule.each_of, "or"))
                                     : std::string{};
    auto out =
        fmt::format("each of {} has at least {} {} filled", choice_words(rule.each_of, "and"),
                    number_words(rule.min), rule.min == 1 ? "seat" : "seats");
    out += rule.max ? " and at most " + number_words(*rule.max) : "";
    return sentences({out, share, equal});
}

std::string words(const SuccessionRule& rule) {
    const auto whom = names(rule.from);
    const auto who = the_body(rule.to);
    const bool everything = rule.scope.size() == 1 && rule.scope.front() == "all";
    const auto what =
        everything ? std::string("the responsibilities") : choice_words(rule.scope, "and");
    const auto from = base::parse_date(rule.effective);
    const auto when = from ? " from " + base::words(*from) : std::string{};
    std::string first;
    switch (rule.mode) {
    case SuccessionMode::assumes:
        first = fmt::format("{} assumes {} of {}{}", who, what, whom, when);
        break;
    case SuccessionMode::absorbs:
        first = fmt::format("{} absorbs the work of {}{}, which goes on", who, whom, when);
        break;
    case SuccessionMode::may_absorb:
        first = fmt::format("{} may absorb the work of {}{}", who, whom, when);
        break;
    case SuccessionMode::client_role:
        first = fmt::format("{} takes over {} from {}{}, and nothing else", who, what, whom, when);
        break;
    }
    return sentences({first,
                      rule.ends_predecessor
                          ? whom + (rule.from.size() == 1 ? " ends" : " end") + " that day"
                          : "",
                      rule.authority.empty() ? "" : "by " + without_stop(rule.authority)});
}

std::string words(const ProcessRule& rule) {
    auto out = rule.what.empty() ? spaced(rule.step) : without_stop(rule.what);
    out += rule.by.empty() ? "" : ", by " + who_words(rule.by);
    const auto opens = base::parse_date(rule.opens);
    const auto closes = base::parse_date(rule.closes);
    out += opens ? ", from " + base::words(*opens) : "";
    out += closes ? (opens ? " to " : ", by ") + base::words(*closes) : "";
    return sentences(
        {out, rule.after.empty() ? "" : "it comes after " + choice_words(rule.after, "and"),
         rule.at_least.empty() ? "" : "it lasts at least " + duration_words(rule.at_least),
         rule.counts_early ? "what comes before it opens counts, and is marked so" : "",
         rule.gate ? "what follows waits for it" : ""});
}

std::string words(const ParamRule& rule) {
    return sentences(
        {fmt::format("to be filled in: {}", rule.label.empty() ? spaced(rule.name) : rule.label),
         rule.hint});
}

} // namespace quorate::charter
