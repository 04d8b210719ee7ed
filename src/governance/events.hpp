#ifndef QUORATE_GOVERNANCE_EVENTS_HPP
#define QUORATE_GOVERNANCE_EVENTS_HPP
// Every event, as one closed list. An event's name in the record is its type's name in lower case with hyphens.

#include "governance/bodies/events.hpp"
#include "governance/decisions/events.hpp"
#include "governance/interests/events.hpp"
#include "governance/meetings/events.hpp"
#include "governance/membership/events.hpp"
#include "governance/minutes/events.hpp"

#include <type_traits>
#include <utility>
#include <variant>

namespace quorate::governance {

using EventVariant = std::variant<
    events::BodyEstablished, events::CharterAdopted, events::InterpretationAdopted, events::BodiesLinked,
    events::ResponsibilityTransferred, events::Delegated, events::BodyDissolved, events::RecordMarkedComplete,
    events::CharterProposed, events::Reorganised, events::StepRecorded,
    events::OrganisationRegistered, events::PersonRegistered, events::OfficeHolderRecorded, events::SeatCreated,
    events::SeatRemoved, events::SeatFilled, events::SeatVacated, events::SubstituteNominated,
    events::SubstituteWithdrawn, events::ReplacementRequested, events::OfficeFilled, events::ExitNoticeGiven,
    events::ExitTermsAgreed, events::CommitmentRecorded, events::CommitmentReported, events::CommitmentReleased,
    events::RepresentativeSet, events::LiaisonNominated,
    events::ProgrammeSet,
    events::ExtraMeetingConsulted, events::MeetingConvened, events::ItemNotified, events::LateItemAnswered,
    events::AgendaOrdered, events::PapersCirculated, events::PaperRestricted,
    events::RestrictionLifted, events::MeetingPostponed, events::MeetingCancelled,
    events::MeetingOpened, events::ChairTaken, events::Arrived, events::Left, events::ApologiesGiven,
    events::InvitationAccepted,
    events::AttendanceTaken, events::ItemTaken, events::ItemLeft, events::MeetingAdjourned, events::MeetingResumed,
    events::InformalDiscussionBegun, events::MeetingClosed, events::PrivateSessionBegun,
    events::PrivateSessionEnded, events::NotesReleased, events::InterestRegistered, events::InterestWithdrawn,
    events::InterestDeclared, events::InterestDetermined, events::ItemNoted, events::DiscussionRecorded,
    events::MotionMoved, events::MotionSeconded, events::QuestionPut, events::ConsensusRecorded, events::VoteTaken,
    events::OutcomeDeclared, events::ItemDeferred, events::ItemWithdrawn, events::DissentRecorded,
    events::AdviceRecorded, events::ProcedureRuled, events::Ratified,
    events::UrgentConsultationAsked, events::UrgentConsultationAnswered, events::UrgentDecisionTaken,
    events::ActConfirmed, events::ActDisputed, events::DiscretionDeclined, events::PartnerResponded,
    events::ReportMade, events::ApprovalAwaited,
    events::MinutesDrafted, events::MinutesCirculated, events::CorrectionProposed, events::CorrectionDeclined,
    events::MinutesCorrected, events::PresenceCorrected,
    events::VoteCorrected, events::MinutesApproved, events::MinutesPublished, events::ActionAssigned,
    events::ActionReported>;

/// One of them. Its copying and moving are compiled once, in variants.cpp: with so many alternatives they would
/// weigh on every file that holds one.
class Event : public EventVariant {
  public:
    Event();
    Event(const Event& other);
    Event(Event&& other) noexcept;
    Event& operator=(const Event& other);
    Event& operator=(Event&& other) noexcept;
    ~Event();

    template <class T>
        requires(!std::is_same_v<std::remove_cvref_t<T>, Event>)
    Event(T&& event) // NOLINT: an alternative is an event
        : EventVariant(std::in_place_type<std::remove_cvref_t<T>>, std::forward<T>(event)) {}
};

} // namespace quorate::governance

#endif
