#pragma once
// Builds an engine State for a reference::Room: a small charter, seats, people, one meeting, and what happened in it.

#include "governance/context.hpp"
#include "governance/rule.hpp"
#include "reference.hpp"

#include <memory>

namespace properties {

/// A partnership of one body "b" with one meeting "b/m1" on Thursday 8 May 2008 at 10:00.
class World {
  public:
    explicit World(const reference::Readings& readings, int seats = 0);

    void fill(const reference::Room& room);
    /// Opens the meeting, with everyone of the room in it and item 1 taken; the barred have been told to speak only.
    void hold(const reference::Room& room);

    quorate::governance::Ruling submit(quorate::governance::Act act, const char* at, const char* actor = "servicing");
    quorate::governance::Ruling preview(quorate::governance::Act act, const char* at, const char* actor = "servicing");

    quorate::governance::State state;

  private:
    void apply(const quorate::governance::Event& event, const char* at);
    quorate::governance::Submission submission(quorate::governance::Act act, const char* at, const char* actor);

    std::unique_ptr<quorate::charter::Library> charters_;
    quorate::calendar::CalendarLibrary calendars_;
    std::unique_ptr<quorate::governance::Context> context_;
    std::int64_t position_ = 0;
};

std::string seat_name(int seat);
/// Number of a fact of the reason of that code; -1 when there is none.
std::int64_t number(const quorate::governance::Ruling& ruling, std::initializer_list<quorate::governance::Code> codes,
                    const std::string& name);

} // namespace properties
