#ifndef QUORATE_TESTS_UNIT_STATE_DUMP_HPP
#define QUORATE_TESTS_UNIT_STATE_DUMP_HPP
// A state as text, for comparing two of them.

#include "governance/codec_names.hpp"
#include "governance/state.hpp"

#include <sstream>
#include <string>

namespace quorate::test {

namespace detail {

inline void dump_text(std::ostream& out, const governance::Text& text) {
    out << (text.digest ? base::hex(*text.digest) : text.words) << ' ';
}

inline void dump_entries(std::ostream& out, const governance::State& state) {
    state.entries.each([&](const governance::EntryLine& line) {
        out << "entry " << line.id.value << ' ' << line.position << ' ' << line.act << ' '
            << governance::verdict_name(line.verdict) << ' ' << text(line.made_by) << ' '
            << text(line.recorded_by) << ' ' << governance::written(line.evidence) << ' '
            << line.effective.ms << ' ' << line.recorded.ms << ' '
            << (line.body ? line.body->value : "-") << ' '
            << (line.meeting ? line.meeting->value : "-") << ' ' << line.item.value_or(-1) << ' '
            << (line.confirmed ? (*line.confirmed ? "yes" : "no") : "-");
        for (const auto code : line.codes) {
            out << ' ' << governance::code_name(code);
        }
        out << '\n';
    });
    state.awaited.each([&](const governance::AwaitedDiscretion& awaited) {
        out << "awaited " << awaited.entry.value << ' ' << awaited.holder << ' ' << awaited.rule
            << ' ' << awaited.answered << ' ' << awaited.answered_by << ' ' << awaited.disputed
            << ' ' << awaited.submission.act.index() << '\n';
    });
}

inline void dump_bodies(std::ostream& out, const governance::State& state) {
    state.bodies.each([&](const governance::Body& body) {
        out << "body " << body.id.value << ' ' << body.name << ' ' << body.zone << '\n';
        for (const auto& change : body.charters.changes()) {
            out << "  charter " << change.from.ms << ' ' << change.value.charter << ' '
                << change.value.digest << '\n';
        }
        for (const auto& change : body.terms.changes()) {
            out << "  terms " << change.from.ms << ' ' << base::hex(change.value->spec.charter)
                << ' ' << change.value->spec.readings.size() << '\n';
        }
        for (const auto& link : body.links) {
            out << "  link " << governance::written(link.type) << ' ' << link.to.value << '\n';
        }
        for (const auto& [office, holding] : body.offices) {
            for (const auto& change : holding.changes()) {
                out << "  office " << office << ' ' << change.from.ms << ' '
                    << change.value.seat.value << '\n';
            }
        }
        out << "  " << body.meetings.size() << " meetings, " << body.decisions.size()
            << " decisions\n";
    });
    state.seats.each([&](const governance::Seat& seat) {
        out << "seat " << seat.id.value << ' ' << seat.sector << ' ' << seat.place << ' '
            << seat.office.value << '\n';
        for (const auto& change : seat.occupant.changes()) {
            out << "  held " << change.from.ms << ' '
                << (change.value && !change.value->persons.empty()
                        ? change.value->persons.front().value
                        : "-")
                << '\n';
        }
    });
    state.persons.each([&](const governance::Person& person) {
        out << "person " << person.id.value << ' ';
        dump_text(out, person.name);
        out << '\n';
    });
}

inline void dump_item(std::ostream& out, const governance::Item& item) {
    out << "  item " << item.number << ' ' << governance::written(item.status) << ' ' << item.late
        << ' ';
    dump_text(out, item.title);
    for (const auto& declared : item.declarations) {
        out << "declared " << declared.seat.value << ' '
            << (declared.determination ? governance::written(*declared.determination) : "-") << ' '
            << declared.determined_by_entry << ' ' << declared.disputed << ' ';
    }
    for (const auto& question : item.questions) {
        out << "question " << question.put.ms << ' ' << question.present.size() << ' '
            << question.barred.size() << ' ' << question.told_out.size() << ' '
            << (question.vote ? question.vote->for_ : -1) << ' '
            << (question.outcome ? governance::written(*question.outcome) : "-") << ' ';
    }
    out << '\n';
}

inline void dump_meetings(std::ostream& out, const governance::State& state) {
    state.meetings.each([&](const governance::Meeting& meeting) {
        out << "meeting " << meeting.id.value << ' ' << governance::written(meeting.status) << ' '
            << meeting.scheduled.ms << ' ' << meeting.sittings.size() << ' '
            << meeting.presiding.size() << '\n';
        for (const auto& presence : meeting.presence) {
            out << "  there " << (presence.seat ? presence.seat->value : "-") << ' '
                << presence.from.ms << ' ' << (presence.until ? presence.until->ms : -1) << '\n';
        }
        for (const auto& item : meeting.items) {
            dump_item(out, item);
        }
        out << "  minutes " << meeting.minutes.corrections.size() << ' '
            << meeting.minutes.publications.size() << '\n';
    });
    state.decisions.each([&](const governance::Decision& decision) {
        out << "decision " << decision.id.value << ' ' << governance::written(decision.outcome)
            << ' ' << decision.disputed << '\n';
    });
}

} // namespace detail

inline std::string dump(const governance::State& state) {
    std::ostringstream out;
    out << "size " << state.size << " last " << state.last_recorded.ms << ' '
        << state.genesis->partnership << ' ' << state.genesis->name << '\n';
    detail::dump_entries(out, state);
    detail::dump_bodies(out, state);
    detail::dump_meetings(out, state);
    return out.str();
}

} // namespace quorate::test

#endif
