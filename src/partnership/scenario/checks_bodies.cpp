#include "partnership/scenario/checks_bodies.hpp"

#include "base/text.hpp"
#include "governance/bodies/process.hpp"
#include "governance/bodies/succession.hpp"
#include "governance/codec_names.hpp"
#include "governance/lookup.hpp"

#include <algorithm>

namespace quorate::partnership::scenario {
namespace {

using governance::BodyId;

constexpr std::string_view frame[] = {"body",     "on",       "at",    "known", "process",
                                      "contains", "excludes", "count", "early"};

bool is_frame(std::string_view key) {
    return std::find(std::begin(frame), std::end(frame), key) != std::end(frame);
}

std::vector<std::string> listed(const Word* word) {
    std::vector<std::string> out;
    for (const auto part :
         word == nullptr ? std::vector<std::string_view>{} : base::split(*word->value, ',')) {
        out.emplace_back(base::trim(part));
    }
    return out;
}

bool contains(const std::vector<std::string>& all, const std::string& one) {
    return std::find(all.begin(), all.end(), one) != all.end();
}

std::string chain_of(const governance::Holding& holding) {
    auto out = holding.origin.value;
    for (const auto& passing : holding.chain) {
        out += ">" + passing.to.value;
    }
    return out;
}

/// What the line says of a list of names.
void compare_lists(const BodyQuestion& asked, const std::vector<std::string>& there,
                   BodyAnswer& out) {
    for (const auto& id : listed(asked.line.field("contains"))) {
        if (!contains(there, id)) {
            out.wrong.push_back("expected " + id + ", but there are " + base::join(there, ", "));
        }
    }
    for (const auto& id : listed(asked.line.field("excludes"))) {
        if (contains(there, id)) {
            out.wrong.push_back("expected no " + id + ", but it is there");
        }
    }
    const auto* count = asked.line.field("count");
    if (count != nullptr && *count->value != std::to_string(there.size())) {
        out.wrong.push_back("expected " + *count->value + ", but there are " +
                            std::to_string(there.size()) + ": " + base::join(there, ", "));
    }
}

} // namespace

BodyAnswer holders_as_expected(const BodyQuestion& asked) {
    BodyAnswer out;
    for (const auto& word : asked.line.fields) {
        if (!word.value || is_frame(word.text)) {
            continue;
        }
        std::vector<std::string> holders;
        std::vector<std::string> chains;
        for (const auto& holding :
             governance::holdings_of(asked.snapshot.state, asked.snapshot.context(),
                                     governance::Matter(word.text), asked.at)) {
            chains.push_back(chain_of(holding));
            const bool counts = holding.known && !holding.recommends;
            if (counts && !contains(holders, holding.holder.value)) {
                holders.push_back(holding.holder.value);
            }
        }
        const auto seen = holders.empty() ? std::string("nobody") : base::join(holders, "+");
        out.message += (out.message.empty() ? "" : ", ") + word.text + "=" + seen;
        const bool by_chain = word.value->find('>') != std::string::npos;
        if (by_chain ? !contains(chains, *word.value) : seen != *word.value) {
            out.wrong.push_back("expected " + word.text + "=" + *word.value + ", but it is " +
                                (by_chain ? base::join(chains, ", ") : seen));
        }
    }
    return out;
}

BodyAnswer orphans_as_expected(const BodyQuestion& asked) {
    std::vector<std::string> ids;
    for (const auto& orphan :
         governance::orphans(asked.snapshot.state, asked.snapshot.context(), asked.at)) {
        const bool named = orphan.id.starts_with(orphan.of.value + "/");
        ids.push_back(std::string(governance::written(orphan.kind)) + "/" +
                      (named ? orphan.id : orphan.of.value + "/" + orphan.id));
    }
    BodyAnswer out;
    out.message = std::to_string(ids.size()) + " left with nobody";
    compare_lists(asked, ids, out);
    return out;
}

BodyAnswer steps_as_expected(const BodyQuestion& asked) {
    const auto* body = asked.line.field("body");
    const auto* process = asked.line.field("process");
    const BodyId id(body == nullptr ? std::string() : *body->value);
    const auto on = governance::zone_of(asked.snapshot.state, id).date_of(asked.at);
    BodyAnswer out;
    std::vector<std::string> early;
    for (const auto& step :
         governance::process_steps(asked.snapshot.state, asked.snapshot.context(), id, on)) {
        if (process != nullptr && step.rule->process != *process->value) {
            continue;
        }
        const std::string progress(governance::written(step.progress));
        out.message += (out.message.empty() ? "" : ", ") + step.rule->step + "=" + progress;
        const auto* word = asked.line.field(step.rule->step);
        if (word != nullptr && *word->value != progress) {
            out.wrong.push_back("expected " + step.rule->step + "=" + *word->value +
                                ", but it is " + progress);
        }
        if (std::any_of(step.evidence.begin(), step.evidence.end(),
                        [](const auto& each) { return each.early; })) {
            early.push_back(step.rule->step);
        }
    }
    for (const auto& word : asked.line.fields) {
        const bool known = out.message.find(word.text + "=") != std::string::npos;
        if (word.value && !is_frame(word.text) && !known) {
            out.wrong.push_back("expected the step " + word.text +
                                ", but there is none of that name");
        }
    }
    for (const auto& name : listed(asked.line.field("early"))) {
        if (!contains(early, name)) {
            out.wrong.push_back("expected something early for " + name + ", but there is none");
        }
    }
    return out;
}

} // namespace quorate::partnership::scenario
