#pragma once
// Every event, as one closed list. An event's name in the record is its type's name in lower case with hyphens.

#include "governance/bodies/events.hpp"
#include "governance/decisions/events.hpp"
#include "governance/interests/events.hpp"
#include "governance/meetings/events.hpp"
#include "governance/membership/events.hpp"
#include "governance/minutes/events.hpp"

#include <variant>

namespace quorate::governance {

using Event = std::variant<
    events::BodyEstablished, events::CharterAdopted, events::InterpretationAdopted, events::BodiesLinked,
    events::ResponsibilityTransferred, events::Delegated, events::BodyDissolved, events::RecordMarkedComplete,
    events::OrganisationRegistered, events::PersonRegistered, events::OfficeHolderRecorded, events::SeatCreated,
    events::SeatRemoved, events::SeatFilled, events::SeatVacated, events::SubstituteNominated,
    events::SubstituteWithdrawn, events::ReplacementRequested, events::OfficeFilled, events::ExitNoticeGiven,
    events::ExitTermsAgreed, events::CommitmentRecorded, events::RepresentativeSet, events::ProgrammeSet,
    events::ExtraMeetingConsulted, events::MeetingConvened, events::ItemNotified, events::LateItemAnswered,
    events::AgendaOrdered, events::PapersCirculated, events::MeetingPostponed, events::MeetingCancelled,
    events::MeetingOpened, events::ChairTaken, events::Arrived, events::Left, events::ApologiesGiven,
    events::AttendanceTaken, events::ItemTaken, events::ItemLeft, events::MeetingAdjourned, events::MeetingResumed,
    events::InformalDiscussionBegun, events::MeetingClosed, events::InterestRegistered, events::InterestWithdrawn,
    events::InterestDeclared, events::InterestDetermined, events::ItemNoted, events::DiscussionRecorded,
    events::MotionMoved, events::MotionSeconded, events::QuestionPut, events::ConsensusRecorded, events::VoteTaken,
    events::OutcomeDeclared, events::ItemDeferred, events::ItemWithdrawn, events::DissentRecorded,
    events::AdviceRecorded, events::ProcedureRuled, events::Ratified, events::UrgentDecisionTaken,
    events::ActConfirmed, events::ActDisputed, events::PartnerResponded, events::ReportMade, events::ApprovalAwaited,
    events::MinutesDrafted, events::MinutesCirculated, events::MinutesCorrected, events::PresenceCorrected,
    events::VoteCorrected, events::MinutesApproved, events::MinutesPublished, events::ActionAssigned,
    events::ActionReported>;

} // namespace quorate::governance
