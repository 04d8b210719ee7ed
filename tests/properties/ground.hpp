#ifndef QUORATE_TESTS_PROPERTIES_GROUND_HPP
#define QUORATE_TESTS_PROPERTIES_GROUND_HPP
// A State with nothing in it, and the ways to put something there: events applied as they are, acts
// ruled on. Charters and calendars are read once a process and shared.

#include "governance/context.hpp"
#include "governance/rule.hpp"

#include <memory>
#include <string>

namespace properties {

/// Acts and events here are of London time, written "2008-05-08T10:00".
quorate::base::Instant instant(const std::string& at);

class Ground {
public:
    quorate::governance::Ruling submit(quorate::governance::Act act, const std::string& at,
                                       const std::string& actor = "servicing");
    [[nodiscard]] quorate::governance::Ruling preview(quorate::governance::Act act,
                                                      const std::string& at,
                                                      const std::string& actor = "servicing") const;
    void apply(const quorate::governance::Event& event, const std::string& at);
    /// Establishes the body and brings the charter of that text into force for it.
    void adopt(const std::string& body, const std::string& charter_text, const std::string& at);

    [[nodiscard]] static quorate::governance::Submission
    submission(quorate::governance::Act act, const std::string& at, const std::string& actor);
    [[nodiscard]] static const quorate::governance::Context& context();
    /// The charter of a text, read the first time it is asked for.
    static std::shared_ptr<const quorate::charter::Charter> charter_of(const std::string& text);

    quorate::governance::State state;

private:
    std::int64_t position_ = 0;
};

/// Verdict, codes and numbers of a ruling, for a message.
std::string codes(const quorate::governance::Ruling& ruling);
/// Number of a fact of the reason of that code; -1 when there is none.
std::int64_t number(const quorate::governance::Ruling& ruling,
                    std::initializer_list<quorate::governance::Code> codes,
                    const std::string& name);

} // namespace properties

#endif
