#ifndef QUORATE_GOVERNANCE_ACTS_HPP
#define QUORATE_GOVERNANCE_ACTS_HPP
// Every act, as one closed list.

#include "governance/bodies/acts.hpp"
#include "governance/decisions/acts.hpp"
#include "governance/interests/acts.hpp"
#include "governance/meetings/acts.hpp"
#include "governance/membership/acts.hpp"
#include "governance/minutes/acts.hpp"

#include <type_traits>
#include <utility>
#include <variant>

namespace quorate::governance {

using ActVariant = std::variant<
    acts::EstablishBody, acts::AdoptCharter, acts::AmendCharter, acts::AdoptInterpretation, acts::LinkBodies,
    acts::TransferResponsibility, acts::Delegate, acts::Absorb, acts::DissolveBody, acts::MarkRecordComplete,
    acts::ProposeCharter, acts::Reorganise, acts::RecordStep,
    acts::RegisterOrganisation, acts::RegisterPerson, acts::RecordOfficeHolder, acts::CreateSeat, acts::RemoveSeat,
    acts::AdmitOrganisation, acts::Appoint, acts::Vacate, acts::NominateSubstitute, acts::WithdrawSubstitute,
    acts::RequestReplacement, acts::ElectToOffice, acts::RotateOffice, acts::GiveNoticeOfExit, acts::AgreeExitTerms,
    acts::RecordCommitment, acts::ReportOnCommitment, acts::ReleaseCommitment, acts::SetRepresentative,
    acts::NominateLiaison,
    acts::SetProgramme, acts::ConsultOnExtraMeeting, acts::ConveneMeeting, acts::NotifyItem, acts::AllowLateItem,
    acts::OrderAgenda, acts::CirculatePapers, acts::RestrictPaper, acts::LiftRestriction,
    acts::PostponeMeeting, acts::CancelMeeting, acts::OpenMeeting, acts::Preside, acts::RecordArrival,
    acts::RecordDeparture, acts::RecordReturn, acts::RecordConnection, acts::RecordApologies, acts::AcceptInvitation,
    acts::RecordVisitor,
    acts::RecordOfficerInSupport, acts::RecordAffectedPartner, acts::TakeAttendance, acts::TakeItem, acts::LeaveItem,
    acts::ExcludeMember, acts::AdjournMeeting, acts::ResumeMeeting, acts::ContinueInformally, acts::CloseMeeting,
    acts::MeetInPrivate, acts::MeetInPublic, acts::ReleaseNotes,
    acts::RegisterInterest, acts::WithdrawInterest, acts::DeclareInterest, acts::DetermineInterest, acts::NoteItem,
    acts::RecordDiscussion, acts::MoveMotion, acts::SecondMotion, acts::MoveAmendment, acts::PutQuestion,
    acts::RecordConsensus, acts::TakeVote, acts::DeclareOutcome, acts::DeferItem, acts::WithdrawItem,
    acts::RecordDissent, acts::RecordAdvice, acts::RuleOnProcedure, acts::Ratify,
    acts::ConsultOnUrgentDecision, acts::AnswerUrgentConsultation, acts::TakeUrgentDecision,
    acts::ConfirmAct, acts::DisputeAct, acts::DeclineDiscretion, acts::RespondAsPartner, acts::RecordReport,
    acts::ApproveSubjectTo,
    acts::DraftMinutes, acts::CirculateMinutes, acts::ProposeCorrection, acts::DeclineCorrection,
    acts::CorrectMinutes, acts::CorrectRecord, acts::ApproveMinutes,
    acts::PublishMinutes, acts::AssignAction, acts::ReportOnAction>;

inline constexpr std::size_t act_count = std::variant_size_v<ActVariant>;

/// One of them. Its copying and moving are compiled once, in variants.cpp: with so many alternatives they would
/// weigh on every file that holds one.
class Act : public ActVariant {
  public:
    Act();
    Act(const Act& other);
    Act(Act&& other) noexcept;
    Act& operator=(const Act& other);
    Act& operator=(Act&& other) noexcept;
    ~Act();

    template <class T>
        requires(!std::is_same_v<std::remove_cvref_t<T>, Act>)
    Act(T&& act) // NOLINT: an alternative is an act
        : ActVariant(std::in_place_type<std::remove_cvref_t<T>>, std::forward<T>(act)) {}
};

} // namespace quorate::governance

#endif
