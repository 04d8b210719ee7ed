#ifndef QUORATE_VIEWS_FINDINGS_HPP
#define QUORATE_VIEWS_FINDINGS_HPP
// Findings for people: by what they are about, and those that several bodies have alike in one
// line.

#include "views/duties.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace quorate::views {

class Reader;

/// One finding, and every body that has it in the same words under the same clauses.
struct FindingLine {
    FindingShown finding;
    std::vector<Named> bodies; ///< the finding's own first
    std::string question;      ///< of an open question: as the terms leave it
    std::string read_as;       ///< and the answer in force
};
BOOST_DESCRIBE_STRUCT(FindingLine, (), (finding, bodies, question, read_as))

struct FindingTopicShown {
    std::string topic; ///< contradiction, silence, slip, reading, places, offices, people …
    std::string title; ///< "Where the documents disagree"
    std::string about; ///< a sentence
    std::vector<FindingLine> lines;
};
BOOST_DESCRIBE_STRUCT(FindingTopicShown, (), (topic, title, about, lines))

/// The findings on one body, or on all, as the viewer may see them. Topics without any are left
/// out; open questions and how they are read come last.
std::vector<FindingTopicShown> findings_by_topic(const Reader& reader, std::string_view body = {});

} // namespace quorate::views

#endif
