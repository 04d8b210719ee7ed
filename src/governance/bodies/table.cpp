// The rows of the acts about bodies.

#include "governance/act_rows.hpp"

namespace quorate::governance {
namespace {

using enum Force;

constexpr FieldText body{"body", "Body", "Its id, such as kp"};
constexpr FieldText decision{"decision", "Decision", "The decision it rests on"};
constexpr FieldText calendar{"calendar", "Calendar", "SHA-256 of the calendar of working days", 64};
constexpr FieldText charter{"charter", "Charter", "Its name, such as kent-partnership", 80};
constexpr FieldText digest{"digest", "Digest", "SHA-256 of its bytes, 64 hex digits", 64};
constexpr FieldText applies{"applies", "Charters it applies", "name=digest for each"};
constexpr FieldText standing{"standing", "Standing",
                             "Adopted by the body, or provisional until it is"};
constexpr FieldText reason{"reason", "Reason"};
constexpr FieldText until{"until", "Until", "Left out when there is no end"};

constexpr auto establish_body =
    written_row<acts::EstablishBody>(claiming, "Establish a body, or record one that is proposed",
                                     {{"body", "Body", "The id it will keep, such as kp"},
                                      {"name", "Name"},
                                      {"status", "Status", "Established when left out"},
                                      {"by_statute", "Set up by statute"},
                                      decision});

constexpr auto adopt_charter =
    written_row<acts::AdoptCharter>(claiming, "Adopt terms of reference for a body",
                                    {body, charter, digest, applies, calendar, standing, decision});

constexpr auto amend_charter = written_row<acts::AmendCharter>(
    claiming, "Replace a body's terms of reference with an amended version",
    {body, charter, digest, applies, calendar, decision, reason});

constexpr auto adopt_interpretation = written_row<acts::AdoptInterpretation>(
    claiming, "Settle how a body reads a point its terms leave open",
    {body,
     {"interpretation", "Interpretation", "I1, or charter/I1 for one of a charter it applies", 120},
     {"reading", "Reading", "One of the readings the charter offers", 80},
     standing,
     reason,
     decision});

constexpr auto link_bodies =
    written_row<acts::LinkBodies>(reporting, "Record how one body stands to another",
                                  {body, {"type", "Link"}, {"to", "To", "The other body"}, until});

constexpr auto transfer_responsibility = written_row<acts::TransferResponsibility>(
    claiming, "Move a responsibility from one body to another",
    {{"body", "From", "The body that held it"},
     {"to", "To", "The body that takes it on"},
     {"matter", "Responsibility", "As the terms name it, such as approve-vision"},
     decision,
     reason});

constexpr auto delegate =
    written_row<acts::Delegate>(claiming, "Delegate part of a body's work to another body",
                                {{"body", "From", "The body that delegates"},
                                 {"to", "To", "The body that does the work"},
                                 {"scope", "Scope", "What is delegated, in a few words"},
                                 until,
                                 decision});

constexpr auto absorb =
    written_row<acts::Absorb>(claiming, "Take on the work of another body, which goes on existing",
                              {{"body", "Body", "The body that takes on the work"},
                               {"of", "Of", "The body whose work it is"},
                               decision});

constexpr auto dissolve_body =
    written_row<acts::DissolveBody>(claiming, "Bring a body to an end", {body, reason, decision});

constexpr auto mark_record_complete = written_row<acts::MarkRecordComplete>(
    reporting, "State from when the record of a body is complete",
    {body, {"from", "From", "Duties before this date are not judged"}});

constexpr auto propose_charter = written_row<acts::ProposeCharter>(
    reporting, "Record terms that were put forward for a body, with no effect until they are adopted",
    {body, charter, digest, applies, calendar, decision, reason});

constexpr auto reorganise = written_row<acts::Reorganise>(
    claiming,
    "Carry out a reorganisation: terms come into force, responsibilities pass and bodies end, on one date",
    {{"body", "Decided by", "The body whose decision it is, such as kp"},
     {"adopts", "Terms that come into force", "body=digest for each"},
     {"applies", "Charters they apply", "name=digest for each"},
     {"calendars", "Calendars", "SHA-256 of each calendar of working days they cite"},
     {"establishes", "Also comes into being", "Bodies besides those whose terms come into force"},
     {"carries_out", "Also takes over", "Bodies already under their terms whose succession is carried out"},
     {"dissolves", "Also ends", "Bodies besides those the terms bring to an end"},
     decision,
     reason});

constexpr auto record_step = written_row<acts::RecordStep>(
    reporting, "Record a step of a process that the terms set out",
    {body,
     {"process", "Process", "As the terms name it, such as vision", 80},
     {"step", "Step", "As the terms name it, such as consultation", 80},
     {"began", "Began"},
     {"ended", "Ended", "Left out while it goes on"},
     {"words", "What was done"},
     decision});

} // namespace

std::span<const ActRow> bodies_rows() {
    static constexpr std::array rows = {
        act_row<establish_body>(), act_row<adopt_charter>(),
        act_row<amend_charter>(),  act_row<adopt_interpretation>(),
        act_row<link_bodies>(),    act_row<transfer_responsibility>(),
        act_row<delegate>(),       act_row<absorb>(),
        act_row<dissolve_body>(),  act_row<mark_record_complete>(),
        act_row<propose_charter>(), act_row<reorganise>(),
        act_row<record_step>()};
    static_assert(covers(Feature::bodies, rows),
                  "an act of the feature has no row, or the order differs");
    return rows;
}

} // namespace quorate::governance
