#ifndef QUORATE_CHARTER_RULES_HPP
#define QUORATE_CHARTER_RULES_HPP
// The rule kinds of the charter language and their parameters. A parameter's name in a charter is
// the member's name here; an enumerator is written with hyphens for underscores (members_in_office
// is "members-in-office").

#include "base/fraction.hpp"

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace quorate::charter {

/// What a breach does. void_: the act does not take effect as claimed. recorded: it stands, and the
/// breach is a finding. Written "void" and "recorded".
BOOST_DEFINE_ENUM_CLASS(Effect, void_, recorded)

/// Facts about the body itself and its place among others (clauses 1, 3.2, 4.1, 5.1).
struct BodyRule {
    std::string id;   ///< body id, such as kp
    std::string name; ///< full name
    std::string sort; ///< partnership, board, working-group, task-group, locality-board
    std::optional<std::int64_t> founded; ///< year
    std::optional<bool> statutory;
    std::optional<bool> executive;
    std::string area;
    std::vector<std::string> sectors;
    std::string accountable_to;  ///< body id
    std::string exists_within;   ///< body id
    std::string managed_through; ///< body id
    std::vector<std::string> oversees;
    std::vector<std::string> works_with;
    std::string serviced_by;              ///< organisation id
    std::string lead_authority;           ///< organisation id
    std::string accountable_body;         ///< organisation id
    std::vector<std::string> also_called; ///< other names the documents use for it
    bool may_establish_groups = false;
    bool terms_required_of_groups = false;
};
BOOST_DESCRIBE_STRUCT(BodyRule, (),
                      (id, name, sort, founded, statutory, executive, area, sectors, accountable_to,
                       exists_within, managed_through, oversees, works_with, serviced_by,
                       lead_authority, accountable_body, also_called, may_establish_groups,
                       terms_required_of_groups))

/// The classes (sectors) of seat this body knows. `same` lists groups of classes that count as one
/// sector when a rule asks for different sectors.
struct ClassRule {
    std::vector<std::string> classes;
    std::vector<std::vector<std::string>> same;
};
BOOST_DESCRIBE_STRUCT(ClassRule, (), (classes, same))

BOOST_DEFINE_ENUM_CLASS(CountTest, exact, at_least, at_most)

/// How places with several kinds of holder may be filled. pool: by any mix, each kind within its
/// limit. instead: by the first kind alone, or by one of another kind in place of them all.
BOOST_DEFINE_ENUM_CLASS(Alternatives, pool, instead)

/// Places kept for a group: `count` seats whose `place` is `holder`.
struct SeatsRule {
    std::int64_t count = 0;
    CountTest test = CountTest::exact;
    std::string holder;          ///< the seat's place, such as district
    std::string chosen_by;       ///< who chooses the holders, in words
    std::string class_;          ///< written "class"; the class the seats must have, empty for any
    std::vector<std::string> on; ///< bodies the places are on; empty for this body
    /// Whose holders may fill the places: outside offices, such as chairman(kfra), leader(*) of any
    /// organisation or leader(district:*) of one of a sector. Empty for anyone.
    std::vector<std::string> eligible;
    std::vector<std::vector<std::string>>
        limits; ///< [selector, number]: at most so many by that selector
    Alternatives alternatives = Alternatives::pool;
};
BOOST_DESCRIBE_STRUCT(SeatsRule, (),
                      (count, test, holder, chosen_by, class_, on, eligible, limits, alternatives))

/// members: seats that are filled. places: seats, filled or not.
BOOST_DEFINE_ENUM_CLASS(ParityOf, members, places)

/// Each of the classes has at least `min` (and at most `max`) seats filled; two places may have to
/// be equal in number.
struct BalanceRule {
    std::vector<std::string> each_of;
    std::int64_t min = 1;
    std::optional<std::int64_t> max;
    std::vector<std::string> parity; ///< two places or classes with equally many seats filled (F23)
    ParityOf parity_of = ParityOf::members;
    std::optional<base::Fraction>
        at_least; ///< share of the seats filled that are of the classes in each_of
};
BOOST_DESCRIBE_STRUCT(BalanceRule, (), (each_of, min, max, parity, parity_of, at_least))

BOOST_DEFINE_ENUM_CLASS(OfficeMethod, ex_officio, elected, rotates, appointed)
/// When the office's holder presides: always when present, when every earlier office in the order
/// is absent, or never.
BOOST_DEFINE_ENUM_CLASS(Presides, always, in_absence, never)
/// From when a term runs.
BOOST_DEFINE_ENUM_CLASS(TermFrom, charter_effective, first_meeting, start_of_holding)

/// An office of the body and how it is filled (3.17, 3.18, 4.9).
struct OfficeRule {
    std::string office; ///< chair, vice-chair
    OfficeMethod method = OfficeMethod::elected;
    std::string holder; ///< ex officio: the outside office, such as leader(kcc)
    std::string by;     ///< elected or appointed by this body
    std::string
        differs_in_class_from; ///< an office of this body whose holder must be of another class
    std::string term;          ///< period, such as P2Y; empty for no limit
    TermFrom term_from = TermFrom::charter_effective;
    std::string then;  ///< after the term: determined by this body
    std::string every; ///< rotates: period, such as P1Y
    Presides presides = Presides::never;
};
BOOST_DESCRIBE_STRUCT(OfficeRule, (),
                      (office, method, holder, by, differs_in_class_from, term, term_from, then,
                       every, presides))

/// Who takes the chair of a meeting when no office holder who presides is there.
BOOST_DEFINE_ENUM_CLASS(StartMeasured, scheduled, actual)

/// Substitutes (3.10, 4.7(b)).
struct SubstituteRule {
    std::string by = "member";
    bool in_advance = true;
    StartMeasured measured_from = StartMeasured::scheduled; ///< which start "in advance" is before
    std::vector<std::string> inherits;                      ///< of speak, vote, quorum
    bool duty = false; ///< arranging one is a duty, not an option
};
BOOST_DESCRIBE_STRUCT(SubstituteRule, (), (by, in_advance, measured_from, inherits, duty))

/// A responsibility of a body. A decision item may name its `matter`; `exclusive` keeps the matter
/// to this body among the bodies of the partnership.
struct ResponsibilityRule {
    std::string matter; ///< such as approve-vision
    std::string what;   ///< in plain words
    std::string holder; ///< body id; empty for this body
    bool exclusive = false;
    bool recommends = false; ///< this body only recommends or advises on the matter
    std::vector<std::string>
        decided_by_places; ///< only holders of seats with these places decide it; empty for all
};
BOOST_DESCRIBE_STRUCT(ResponsibilityRule, (),
                      (matter, what, holder, exclusive, recommends, decided_by_places))

/// Authority handed on (4.2, 4.17).
struct DelegationRule {
    std::string from;                   ///< body id
    std::string to;                     ///< body id, or an office of this body written office:chair
    std::string scope;                  ///< day-to-day, urgent
    std::vector<std::string> consult;   ///< who must be consulted, in words
    std::vector<std::string> requires_; ///< written "requires": of urgency, consultation, reason
    bool each_sector = false;           ///< someone of each sector with a member is to be consulted
    bool in_writing = false;            ///< those consulted are asked by e-mail or letter
    bool answered = false;              ///< it is not enough to have asked: somebody must have answered
    std::string own_conflict; ///< who acts when the holder has an interest in it; empty for nobody
};
BOOST_DESCRIBE_STRUCT(DelegationRule, (),
                      (from, to, scope, consult, requires_, each_sector, in_writing, answered,
                       own_conflict))

/// assumes: the responsibilities pass. absorbs: the work passes and the body goes on. may_absorb:
/// absorbing is open to the body, and happens by its own act. client_role: the named matters pass
/// and nothing else.
BOOST_DEFINE_ENUM_CLASS(SuccessionMode, assumes, absorbs, may_absorb, client_role)

/// One body follows others in what they did (F5, F13, F16, F17, F22).
struct SuccessionRule {
    std::string to;                        ///< body id; empty for this body
    std::vector<std::string> from;         ///< body ids
    std::vector<std::string> scope{"all"}; ///< "all", or matters
    SuccessionMode mode = SuccessionMode::assumes;
    std::string effective;         ///< a date; empty for the day the terms come into force
    std::string authority;         ///< in words: by what decision or document
    bool ends_predecessor = false; ///< those followed come to an end that day
};
BOOST_DESCRIBE_STRUCT(SuccessionRule, (),
                      (to, from, scope, mode, effective, authority, ends_predecessor))

/// One step of a process that runs over several meetings or months (F7-F12).
struct ProcessRule {
    std::string process; ///< id of the process, such as vision
    std::string step;    ///< id of this step, such as consultation
    std::string what;    ///< in plain words
    std::string by;      ///< who takes the step
    std::string matter;  ///< a decision on this matter is evidence of the step; empty for a step
                         ///< recorded by itself
    std::vector<std::string> after; ///< steps that come before
    std::string at_least; ///< how long the step lasts, such as P12W or P84D; empty for no minimum
    std::string opens;    ///< planned date, or empty
    std::string closes;   ///< planned date, or empty
    std::string kind;     ///< of the evidence, such as consultation
    bool counts_early = false; ///< what is given before the step opens counts, and is marked so
    bool gate = false;         ///< a later step taken without this one is a breach
};
BOOST_DESCRIBE_STRUCT(ProcessRule, (),
                      (process, step, what, by, matter, after, at_least, opens, closes, kind,
                       counts_early, gate))

BOOST_DEFINE_ENUM_CLASS(ParamType, text, number, date, list, id)

/// A hole in model terms, written {{name}} where it is to be filled (5.4, A-M).
struct ParamRule {
    std::string name;  ///< lower-case letters, digits, hyphens, underscores
    std::string label; ///< what to ask for: "Meetings a year"
    std::string hint;
    ParamType type = ParamType::text;
    std::string
        example; ///< stands in while the hole is not filled; a list is written with semicolons
};
BOOST_DESCRIBE_STRUCT(ParamRule, (), (name, label, hint, type, example))

BOOST_DEFINE_ENUM_CLASS(MembershipBase, members_in_office, seats)
BOOST_DEFINE_ENUM_CLASS(QuorumTest, throughout, at_opening, when_question_put)
BOOST_DEFINE_ENUM_CLASS(Heads, persons, seats)
/// What becomes of a part of a member: half of 15 is 8 (up, the exact test) or 7 (down).
BOOST_DEFINE_ENUM_CLASS(Rounding, up, down)

/// The quorum (3.12, 4.10). present * den >= base * num, which is rounding up.
struct QuorumRule {
    base::Fraction at_least{1, 2};
    MembershipBase of = MembershipBase::members_in_office;
    std::vector<std::string> counts{"member", "substitute"};
    QuorumTest test = QuorumTest::throughout;
    bool barred_who_stay_count = true; ///< a member barred from deciding who is let stay is present
    Heads two_seats =
        Heads::persons; ///< a person in two seats counts once (persons) or twice (seats)
    bool remote_counts = true;
    Rounding rounding = Rounding::up; ///< down: (base * num) / den, the part dropped, is enough
};
BOOST_DESCRIBE_STRUCT(QuorumRule, (),
                      (at_least, of, counts, test, barred_who_stay_count, two_seats, remote_counts,
                       rounding))

BOOST_DEFINE_ENUM_CLASS(NoticeObject, papers, items)
BOOST_DEFINE_ENUM_CLASS(NoticeCount, one_end, clear)
BOOST_DEFINE_ENUM_CLASS(Weekend, saturday_and_sunday, sunday)
/// Which calendar judges: the one known when notice was given, or the newest.
BOOST_DEFINE_ENUM_CLASS(CalendarAsOf, dispatch, newest)

/// How long before a meeting something must be done (3.16, 4.12).
struct NoticeRule {
    NoticeObject object = NoticeObject::papers;
    std::vector<std::string> things; ///< agenda, minutes, reports
    std::string at_least = "10wd";   ///< working days, written 10wd
    std::string by;                  ///< secretariat, member
    NoticeCount count = NoticeCount::one_end;
    Weekend weekend = Weekend::saturday_and_sunday;
    CalendarAsOf calendar_as_of = CalendarAsOf::dispatch;
    bool fresh_after_adjournment = false; ///< an adjourned meeting needs fresh notice
};
BOOST_DESCRIBE_STRUCT(NoticeRule, (),
                      (object, things, at_least, by, count, weekend, calendar_as_of,
                       fresh_after_adjournment))

BOOST_DEFINE_ENUM_CLASS(MeetingCounts, held, quorate)

/// How often the body meets (3.11, 4.8).
struct FrequencyRule {
    std::int64_t at_least = 1;
    std::string per = "calendar-year";
    MeetingCounts counts = MeetingCounts::held;
    bool first_part_year_excused = true;
    bool dates_in_advance = false; ///< the year's dates are arranged before the year starts
};
BOOST_DESCRIBE_STRUCT(FrequencyRule, (),
                      (at_least, per, counts, first_part_year_excused, dates_in_advance))

BOOST_DEFINE_ENUM_CLASS(MajorityBase, members_present, members_voting, members_in_office)
BOOST_DEFINE_ENUM_CLASS(Tie, fails, chair_casts)

/// How the body decides (3.21, 4.14, 4.15).
struct DecisionRule {
    bool consensus_first = true;
    base::Fraction more_than{1, 2}; ///< strict
    MajorityBase of = MajorityBase::members_present;
    bool barred_in_base =
        false; ///< a member barred from deciding who stays is in the majority's base
    Tie tie = Tie::fails;
    Heads two_seats = Heads::persons;
    bool remote_counts = true; ///< a member who takes part remotely is present and may vote
};
BOOST_DESCRIBE_STRUCT(DecisionRule, (),
                      (consensus_first, more_than, of, barred_in_base, tie, two_seats,
                       remote_counts))

/// A permission: anyone in one of the roles `who` may submit the acts, or has the rights, listed.
/// Deny by default. `agreement_of` names the role whose agreement (discretion) is needed;
/// `requires` the facts that must be given. When several rules allow one act, one whose conditions
/// are all met is enough.
struct MayRule {
    std::vector<std::string> who;
    std::vector<std::string> acts;
    /// attend, speak, be-heard, vote, record-for-others, read-record, read-published
    std::vector<std::string> rights;
    std::string agreement_of; ///< chair, presiding
    std::vector<std::string>
        requires_; ///< written "requires": reason, consultation, programme (the date is in the
                   ///< year's programme), before-cut-off, exceptional, evidence
    bool also_before_meeting =
        true; ///< late items: binds items circulated after the cut-off but before the meeting
};
BOOST_DESCRIBE_STRUCT(MayRule, (),
                      (who, acts, rights, agreement_of, requires_, also_before_meeting))

/// Declaring interests and what follows (3.20).
struct InterestRule {
    std::string declare_to = "chair";
    std::vector<std::string> kinds;    ///< financial, professional
    std::vector<std::string> subjects; ///< self, family, friends
    std::vector<std::string> options;  ///< determinations open: leave, speak, speak-and-withdraw
    std::string decided_by = "presiding";
    std::string own_conflict = "vice-chair"; ///< who decides when the decider is the one conflicted
    bool affected_partner_may_stay =
        true; ///< 3.6's right to attend and be heard is an exception to leaving
};
BOOST_DESCRIBE_STRUCT(InterestRule, (),
                      (declare_to, kinds, subjects, options, decided_by, own_conflict,
                       affected_partner_may_stay))

/// Something no act of this body can do. Forbid wins over every permission.
struct LimitRule {
    std::string forbids; ///< in plain words
    std::vector<std::string>
        effects; ///< effects a decision may not claim: override-partner, commit-partner-funds
    std::vector<std::string> acts; ///< acts nobody may submit
    std::vector<std::string> who;  ///< roles the limit binds; empty for everyone
};
BOOST_DESCRIBE_STRUCT(LimitRule, (), (forbids, effects, acts, who))

/// regular: again and again, within `every`, or with no period where the text sets none.
BOOST_DEFINE_ENUM_CLASS(DutyTrigger, continuing, each_meeting, each_year, each_decision, on_event,
                        regular)

/// An obligation: who owes it, when it falls due and which recorded act is its evidence.
struct DutyRule {
    std::string on;   ///< role, office, organisation or body that owes it
    std::string what; ///< in plain words
    DutyTrigger trigger = DutyTrigger::continuing;
    std::string event; ///< on_event: the act that starts it
    std::string
        evidence; ///< the act that discharges it; empty for a continuing duty that is only shown
    std::string kind; ///< for evidence by record-report: the report's kind, such as annual-report
    std::string
        due; ///< within what: next-meeting, year-end, P1M, 20wd; empty where the text sets no time
    std::vector<std::string> audiences; ///< everyone who must be served before the duty is met
    std::vector<std::string>
        sections; ///< minutes: sections that must be there (attendance, interests)
    std::vector<std::string> considers; ///< each_decision: matters to be taken into account
    std::string through;                ///< body the report goes through
    std::string every; ///< regular: period, such as P3M; empty where the text sets none
    /// Towards each of whom it is owed: ids of organisations or bodies, or every one of a sector or
    /// sort, such as district-lsp:* or working-group:*. Empty for nobody in particular.
    std::vector<std::string> each;
    bool advised = false;   ///< good practice that the text does not ask for: shown, never overdue
    std::string secured_by; ///< role:right, such as auditor:read-record; met while the terms give
                            ///< that right
};
BOOST_DESCRIBE_STRUCT(DutyRule, (),
                      (on, what, trigger, event, evidence, kind, due, audiences, sections,
                       considers, through, every, each, advised, secured_by))

BOOST_DEFINE_ENUM_CLASS(MissedMeans, neither_member_nor_substitute, member_absent)

/// Consecutive absences (3.8).
struct AttendanceRule {
    std::int64_t consecutive = 3;
    MissedMeans missed_means = MissedMeans::neither_member_nor_substitute;
    bool adjourned_counts_once = true;
    std::string then_by = "chair"; ///< who may then act
    std::string then = "request-replacement";
};
BOOST_DESCRIBE_STRUCT(AttendanceRule, (),
                      (consecutive, missed_means, adjourned_counts_once, then_by, then))

/// Leaving (3.24).
struct ExitRule {
    std::string notice = "P2M"; ///< period; corresponding-date rule
    bool written = true;
    std::string to = "chair";
    std::vector<std::string> during; ///< honour-commitments, cooperate
    std::string unless_agreed_by;    ///< body that may agree otherwise
};
BOOST_DESCRIBE_STRUCT(ExitRule, (), (notice, written, to, during, unless_agreed_by))

/// Admitting new members (4.6).
struct AdmissionRule {
    std::string by;                      ///< body that admits
    std::vector<std::string> requires_;  ///< written "requires": contribution
    std::vector<std::string> may_regard; ///< size, composition
};
BOOST_DESCRIBE_STRUCT(AdmissionRule, (), (by, requires_, may_regard))

/// Something to be reviewed (3.4(e), 3.5, 4.6); `every` is empty where the text sets no period.
struct ReviewRule {
    std::string what;
    std::string matter; ///< the decision item's matter that is evidence of a review
    std::string every;
};
BOOST_DESCRIBE_STRUCT(ReviewRule, (), (what, matter, every))

/// Imports rules of another charter by id ("*" for all), with words substituted (kp = "psb").
struct ApplyRule {
    std::string charter;
    std::vector<std::string> rules;
    std::vector<std::vector<std::string>>
        substitute;             ///< pairs [from, to], applied to body and office names
    std::string as = "amended"; ///< "amended" or a date: which version
};
BOOST_DESCRIBE_STRUCT(ApplyRule, (), (charter, rules, substitute, as))

/// Recorded, not ruled.
struct AimRule {
    std::string what;
};
BOOST_DESCRIBE_STRUCT(AimRule, (), (what))
/// A statement of the document. Two that speak `about` one thing and state otherwise contradict
/// each other.
struct FactRule {
    std::string what;
    std::string
        about; ///< what is stated of, the same word in every statement on it: groups-overseen
    std::string states;                 ///< what this clause states of it
    std::vector<std::string> undefined; ///< words of the clause whose meaning no clause gives
    std::vector<std::string> gaps;      ///< slips and gaps of the document itself, in words
};
BOOST_DESCRIBE_STRUCT(FactRule, (), (what, about, states, undefined, gaps))

/// The parameters of one rule, by kind. The order is the order of Kind.
using Params = std::variant<BodyRule, ClassRule, SeatsRule, BalanceRule, OfficeRule, SubstituteRule,
                            ResponsibilityRule, DelegationRule, QuorumRule, NoticeRule,
                            FrequencyRule, DecisionRule, MayRule, InterestRule, LimitRule, DutyRule,
                            AttendanceRule, ExitRule, AdmissionRule, ReviewRule, ApplyRule, AimRule,
                            FactRule, SuccessionRule, ProcessRule, ParamRule>;

/// The kinds, named as a charter names them ("class_" is written "class").
BOOST_DEFINE_ENUM_CLASS(Kind, body, class_, seats, balance, office, substitute, responsibility,
                        delegation, quorum, notice, frequency, decision, may, interest, limit, duty,
                        attendance, exit, admission, review, apply, aim, fact, succession, process,
                        param)

} // namespace quorate::charter

#endif
