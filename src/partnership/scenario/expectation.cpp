#include "partnership/scenario/expectation.hpp"

#include "base/text.hpp"
#include "governance/codes.hpp"

#include <algorithm>
#include <array>

namespace quorate::partnership::scenario {
namespace {

constexpr std::array<std::string_view, 7> verdicts = {
    "permitted", "refused", "needs_discretion", "undetermined", "conflict", "stale", "error"};

bool is_known_code(std::string_view code) {
    return std::find(governance::code_names.begin(), governance::code_names.end(), code) !=
           governance::code_names.end();
}

std::string did_you_mean(std::string_view word, const std::vector<std::string>& known,
                         std::string otherwise) {
    const auto near = base::nearest(word, known);
    return near.empty() ? otherwise : "Did you mean " + near + "? " + otherwise;
}

const std::vector<std::string>& known_codes() {
    static const std::vector<std::string> codes(governance::code_names.begin(),
                                                governance::code_names.end());
    return codes;
}

tl::expected<void, WordFault> check_code(std::string_view code, Place place) {
    if (is_known_code(code)) {
        return {};
    }
    return tl::unexpected(WordFault{
        place, "\"" + std::string(code) + "\" is not a reason code or a clause",
        did_you_mean(code, known_codes(),
                     "After the verdict come clauses (3.12), reason codes (inquorate), facts "
                     "(present=19), reading=, otherwise=, finding= and !code")});
}

/// "I1.counted" or "kent-partnership/I1.counted", and with a code "I5.in_base:not_carried".
tl::expected<ExpectedReading, WordFault> reading_of(const Word& word, bool with_code) {
    const std::string_view all = *word.value;
    const auto colon = all.find(':');
    const auto named = all.substr(0, colon);
    const auto dot = named.rfind('.');
    const bool has_code = colon != std::string_view::npos;
    if (dot == std::string_view::npos || dot == 0 || dot + 1 == named.size() ||
        has_code != with_code) {
        return tl::unexpected(WordFault{word.value_place, "this does not name a reading",
                                        with_code ? "Write it as otherwise=I5.in_base:not_carried"
                                                  : "Write it as reading=I1.counted"});
    }
    ExpectedReading out{std::string(named.substr(0, dot)), std::string(named.substr(dot + 1)), {}};
    if (with_code) {
        out.code = all.substr(colon + 1);
        if (auto checked = check_code(out.code, word.value_place); !checked) {
            return tl::unexpected(checked.error());
        }
    }
    return out;
}

/// Takes key=value words: reading, otherwise, finding, or a fact.
tl::expected<void, WordFault> take_pair(Expectation& out, const Word& word) {
    if (word.text == "reading" || word.text == "otherwise") {
        const bool otherwise = word.text == "otherwise";
        auto reading = reading_of(word, otherwise);
        if (!reading) {
            return tl::unexpected(reading.error());
        }
        (otherwise ? out.otherwise : out.readings).push_back(std::move(*reading));
        return {};
    }
    if (word.text == "finding") {
        out.codes.push_back({*word.value, true, {}});
        return check_code(*word.value, word.value_place);
    }
    auto& facts = out.codes.empty() ? out.facts : out.codes.back().facts;
    facts.emplace_back(word.text, *word.value);
    return {};
}

tl::expected<void, WordFault> take(Expectation& out, const Word& word) {
    if (out.verdict == "error" || out.verdict == "conflict" || out.verdict == "stale") {
        out.words.push_back(word.value ? word.text + "=" + *word.value : word.text);
        return {};
    }
    if (word.value) {
        return take_pair(out, word);
    }
    if (is_clause(word.text)) {
        out.clauses.push_back(word.text);
        return {};
    }
    if (word.text.starts_with('!')) {
        out.absent.push_back(word.text.substr(1));
        return check_code(out.absent.back(), word.place);
    }
    out.codes.push_back({word.text, false, {}});
    return check_code(word.text, word.place);
}

} // namespace

bool is_clause(std::string_view word) {
    std::size_t at = !word.empty() && word[0] >= 'A' && word[0] <= 'Z' ? 1 : 0;
    const auto digits = [&] {
        const auto from = at;
        while (at < word.size() && word[at] >= '0' && word[at] <= '9') {
            ++at;
        }
        return at > from;
    };
    // The model's clauses are letters alone.
    if (!digits() && at == 0) {
        return false;
    }
    while (at < word.size() && word[at] == '.') {
        ++at;
        if (!digits()) {
            return false;
        }
    }
    while (at < word.size() && word[at] == '(') {
        const auto close = word.find(')', at);
        if (close == std::string_view::npos || close == at + 1) {
            return false;
        }
        at = close + 1;
    }
    return at == word.size();
}

tl::expected<Expectation, WordFault> expectation_of(std::span<const Word> words, Place arrow) {
    const std::string known =
        "A verdict is permitted, refused, needs_discretion, undetermined, conflict, stale or error";
    if (words.empty()) {
        return tl::unexpected(WordFault{arrow, "a verdict is missing after the arrow", known});
    }
    Expectation out;
    out.verdict = words.front().text;
    const bool is_verdict = !words.front().value && std::find(verdicts.begin(), verdicts.end(),
                                                              out.verdict) != verdicts.end();
    if (!is_verdict) {
        return tl::unexpected(
            WordFault{words.front().place, "\"" + out.verdict + "\" is not a verdict",
                      did_you_mean(out.verdict, {verdicts.begin(), verdicts.end()}, known)});
    }
    for (const auto& word : words.subspan(1)) {
        if (auto taken = take(out, word); !taken) {
            return tl::unexpected(taken.error());
        }
    }
    return out;
}

} // namespace quorate::partnership::scenario
