#ifndef QUORATE_VIEWS_SUCCESSION_PROCESS_HPP
#define QUORATE_VIEWS_SUCCESSION_PROCESS_HPP
// The processes a body's terms set out, step by step: what is done, what is waited for.

#include "views/shown.hpp"

namespace quorate::views {

class Reader;

/// Something on record for a step.
struct StepEvidenceShown {
    std::string words;    ///< "15 April 2011 to 8 July 2011", "decision kf/d1 on 25 March 2011"
    std::string decision; ///< empty for none
    bool early = false;
    bool counts = true;
    std::int64_t position = 0;
};
BOOST_DESCRIBE_STRUCT(StepEvidenceShown, (), (words, decision, early, counts, position))

struct StepShown {
    std::string step;
    std::string what;
    std::string by; ///< who takes it, in words
    std::string clause;
    std::string state; ///< not-begun, under-way, done
    std::string state_words;
    std::string planned;    ///< "15 April 2011 to 8 July 2011"; empty where no day is set
    std::string length;     ///< "84 days, 12 weeks are asked for"; empty where no length is set
    Mark mark = Mark::none; ///< of the length, and of a gate passed by
    std::vector<std::string> waits_for; ///< steps before it that are not done, in words
    std::vector<StepEvidenceShown> evidence;
    bool by_decision = false; ///< a decision is the step; it is not recorded by itself
};
BOOST_DESCRIBE_STRUCT(StepShown, (),
                      (step, what, by, clause, state, state_words, planned, length, mark, waits_for,
                       evidence, by_decision))

struct ProcessShown {
    std::string process;
    std::string name;
    std::vector<StepShown> steps;
};
BOOST_DESCRIBE_STRUCT(ProcessShown, (), (process, name, steps))

struct ProcessPage {
    Named body;
    base::CivilDate on;
    std::vector<ProcessShown> processes;
};
BOOST_DESCRIBE_STRUCT(ProcessPage, (), (body, on, processes))

/// Nothing when there is no such body.
std::optional<ProcessPage> process_page(const Reader& reader, std::string_view body);

} // namespace quorate::views

#endif
