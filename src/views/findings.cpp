#include "views/findings.hpp"

#include "governance/codec_names.hpp"
#include "governance/findings/findings.hpp"
#include "governance/words.hpp"
#include "views/ground.hpp"
#include "views/reader.hpp"

#include <algorithm>
#include <map>

namespace quorate::views {

using namespace governance;

namespace {

FindingTopicShown heading(FindingTopic topic) {
    FindingTopicShown out;
    out.topic = written(topic);
    const auto say = [&](std::string title, std::string about) {
        out.title = std::move(title);
        out.about = std::move(about);
    };
    switch (topic) {
    case FindingTopic::contradiction:
        say("Where the documents disagree", "Two clauses, or two documents, that do not fit.");
        break;
    case FindingTopic::silence:
        say("What they do not say", "Something a reader would look for, and no clause gives.");
        break;
    case FindingTopic::slip:
        say("Slips and gaps in the documents",
            "Headings, dates and names as they stand in the text.");
        break;
    case FindingTopic::places:
        say("Places and sectors", "The seats on record against the terms.");
        break;
    case FindingTopic::offices:
        say("Offices", "Who chairs, by the terms and by the published list.");
        break;
    case FindingTopic::people:
        say("People on more than one body",
            "Counted by seats. Nothing says that it should not be.");
        break;
    case FindingTopic::succession:
        say("Left with nobody", "What a body that was followed or ended leaves behind.");
        break;
    case FindingTopic::record:
        say("In the record", "Acts recorded as they happened, though the terms ask otherwise.");
        break;
    case FindingTopic::reading:
        say("Left open, and how it is read", "Each is read as shown until the body settles it.");
        break;
    }
    return out;
}

/// Open questions are the most and weigh the least: last.
constexpr FindingTopic order[] = {
    FindingTopic::contradiction, FindingTopic::silence, FindingTopic::slip,
    FindingTopic::places,        FindingTopic::offices, FindingTopic::people,
    FindingTopic::succession,    FindingTopic::record,  FindingTopic::reading};

std::string fact_of(const Finding& finding, std::string_view name) {
    for (const auto& fact : finding.facts) {
        if (const auto* text = std::get_if<std::string>(&fact.value); text && fact.name == name) {
            return as_sentence(*text);
        }
    }
    return {};
}

void add(const Ground& ground, const Finding& finding, FindingTopicShown& topic) {
    FindingShown shown{finding.id,
                       ground.body(finding.body),
                       std::string(written(finding.kind)),
                       std::string(written(finding.topic)),
                       finding.clauses,
                       finding.words,
                       finding.position};
    const auto alike =
        std::find_if(topic.lines.begin(), topic.lines.end(), [&](const FindingLine& line) {
            return !finding.position && line.finding.words == shown.words &&
                   line.finding.clauses == shown.clauses;
        });
    if (alike != topic.lines.end()) {
        alike->bodies.push_back(shown.body);
        return;
    }
    auto body = shown.body;
    topic.lines.push_back({std::move(shown),
                           {std::move(body)},
                           fact_of(finding, "question"),
                           fact_of(finding, "read")});
}

bool may_see(const Ground& ground, const Finding& finding) {
    if (!finding.position) {
        return true;
    }
    const auto entry = ground.partnership.entry(*finding.position);
    return entry && !entry->genesis &&
           ground.see.particulars(entry->submission.act, entry->submission.made_by);
}

} // namespace

std::vector<FindingTopicShown> findings_by_topic(const Reader& reader, std::string_view body) {
    const auto& ground = reader.ground();
    const auto all = body.empty() ? findings(ground.state(), ground.context(), ground.now)
                                  : findings_of(ground.state(), ground.context(),
                                                BodyId(std::string(body)), ground.now);
    std::vector<FindingTopicShown> out;
    for (const auto topic : order) {
        auto shown = heading(topic);
        for (const auto& finding : all) {
            if (finding.topic == topic && may_see(ground, finding)) {
                add(ground, finding, shown);
            }
        }
        if (!shown.lines.empty()) {
            out.push_back(std::move(shown));
        }
    }
    return out;
}

} // namespace quorate::views
