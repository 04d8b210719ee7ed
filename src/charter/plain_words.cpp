#include "base/text.hpp"
#include "charter/duration.hpp"
#include "charter/library.hpp"
#include "charter/plain_words_parts.hpp"
#include "charter/wording.hpp"
#include "charter/written.hpp"

#include <array>
#include <fmt/format.h>
#include <utility>

namespace quorate::charter {
namespace {

std::string acts(const std::vector<std::string>& ids) {
    Parts parts;
    for (const auto& id : ids) {
        parts.push_back(act_words(id));
    }
    return choice_words(parts, "or");
}

/// What must be given for an act to be allowed.
std::string needs_words(const std::vector<std::string>& needs) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 9> words = {{
        {"reason", "a reason"},
        {"urgency", "why it is urgent"},
        {"consultation", "a record of who was consulted"},
        {"programme", "a date in the year's programme"},
        {"before-meeting", "that the meeting has not been opened"},
        {"before-cut-off", "that the last day for items has not passed"},
        {"exceptional", "exceptional circumstances"},
        {"evidence", "how it is known"},
        {"contribution", "what the new member would contribute"},
    }};
    Parts parts;
    for (const auto& need : needs) {
        parts.push_back(need);
        for (const auto& [id, text] : words) {
            if (id == need) {
                parts.back() = text;
            }
        }
    }
    return parts.empty() ? std::string{} : "this needs " + choice_words(parts, "and");
}

/// A period after "every": "year", "2 years".
std::string every_words(std::string_view period) {
    const auto words = duration_words(period);
    return words.substr(0, 2) == "1 " ? words.substr(2) : words;
}

std::string words(const BodyRule& rule) {
    Parts out;
    auto first = rule.name.empty() ? name_words(rule.id) : rule.name;
    first += rule.sort.empty() ? " is this body" : " is a " + spaced(rule.sort);
    first += rule.area.empty() ? "" : " for " + capitalised(spaced(rule.area));
    first += rule.founded ? fmt::format(", set up in {}", *rule.founded) : "";
    out.push_back(std::move(first));
    if (rule.statutory) {
        out.emplace_back(*rule.statutory ? "it is statutory" : "it is not statutory");
    }
    if (rule.executive) {
        out.emplace_back(*rule.executive ? "it is executive" : "it is not executive");
    }
    const auto link = [&](std::string_view verb, const std::string& text) {
        if (!text.empty()) {
            out.push_back(fmt::format("it {} {}", verb, text));
        }
    };
    link("joins these sectors:", choice_words(rule.sectors, "and"));
    link("answers to", name_words(rule.accountable_to));
    link("is part of", name_words(rule.exists_within));
    link("is also called", base::join(rule.also_called, " or "));
    link("is managed through", name_words(rule.managed_through));
    link("oversees", names(rule.oversees));
    link("works with", names(rule.works_with));
    link("is serviced by", name_words(rule.serviced_by));
    link("has as its lead authority", name_words(rule.lead_authority));
    link("has as its accountable body", name_words(rule.accountable_body));
    out.emplace_back(rule.may_establish_groups ? "it may set up groups" : "");
    out.emplace_back(
        rule.terms_required_of_groups ? "each group must have agreed terms of reference" : "");
    return sentences(out);
}

std::string words(const ClassRule& rule) {
    Parts out{"seats are of these classes: " + choice_words(rule.classes, "and")};
    for (const auto& same : rule.same) {
        out.push_back(choice_words(same, "and") + " count as one sector");
    }
    return sentences(out);
}

std::string term_words(const OfficeRule& rule) {
    if (rule.term.empty()) {
        return {};
    }
    const auto from = rule.term_from == TermFrom::charter_effective
                          ? "the day these terms take effect"
                      : rule.term_from == TermFrom::first_meeting ? "the first meeting"
                                                                  : "the day it is taken up";
    auto out = fmt::format("the term is {}, counted from {}", duration_words(rule.term), from);
    out += rule.then.empty() ? "" : fmt::format("; after that {} decides", the_body(rule.then));
    return out;
}

std::string words(const OfficeRule& rule) {
    const auto office = who_words(rule.office);
    const auto by = rule.by.empty() ? std::string{} : " by " + the_body(rule.by);
    std::string first;
    switch (rule.method) {
    case OfficeMethod::ex_officio:
        first = fmt::format("{} is whoever is {}", office, office_words(rule.holder));
        break;
    case OfficeMethod::elected:
        first = fmt::format("{} is elected{}", office, by);
        break;
    case OfficeMethod::rotates:
        first = fmt::format("the office of {} passes on every {}{}", office,
                            every_words(rule.every), rule.by.empty() ? "" : ", as decided" + by);
        break;
    case OfficeMethod::appointed:
        first = fmt::format("{} is appointed{}", office, by);
        break;
    }
    if (!rule.differs_in_class_from.empty()) {
        first += ", from another sector than " + who_words(rule.differs_in_class_from);
    }
    const auto presides = rule.presides == Presides::always ? office + " presides when present"
                          : rule.presides == Presides::in_absence
                              ? office + " presides when those before are absent"
                              : std::string{};
    return sentences({first, term_words(rule), presides});
}

std::string words(const SubstituteRule& rule) {
    auto out = fmt::format("{} {} a substitute", who_words(rule.by),
                           rule.duty ? "who cannot attend must arrange" : "may name");
    if (rule.in_advance) {
        out += rule.measured_from == StartMeasured::scheduled
                   ? " before the time the meeting is due to start"
                   : " before the meeting is opened";
    }
    Parts may;
    for (const auto& right : rule.inherits) {
        may.push_back(right == "quorum" ? "be counted towards the quorum" : right);
    }
    return sentences({out, may.empty() ? "" : "the substitute may " + choice_words(may, "and")});
}

std::string responsibility_words(const ResponsibilityRule& rule) {
    auto out = without_stop(rule.what.empty() ? spaced(rule.matter) : rule.what);
    const auto who = rule.holder.empty() ? "this body" : name_words(rule.holder);
    if (rule.recommends) {
        return sentences({out, who + " recommends or advises; it does not decide"});
    }
    if (rule.exclusive) {
        return sentences({out, "only " + who + " decides this"});
    }
    return sentences({out, rule.holder.empty() ? "" : "this falls to " + who});
}

std::string words(const ResponsibilityRule& rule) {
    auto out = responsibility_words(rule);
    if (!rule.decided_by_places.empty()) {
        out += fmt::format(" Only members in the places for {} decide it.",
                           choice_words(rule.decided_by_places, "and"));
    }
    return out;
}

std::string words(const DelegationRule& rule) {
    auto out = fmt::format("{} hands {} matters to {}", the_body(rule.from), spaced(rule.scope),
                           rule.to.find(':') == std::string::npos ? the_body(rule.to)
                                                                  : who_words(rule.to));
    if (!rule.consult.empty()) {
        out += ", who must consult " + choice_words(rule.consult, "and");
    }
    return sentences(
        {out, needs_words(rule.requires_),
         rule.each_sector ? "Someone of each sector with a member is consulted" : "",
         rule.in_writing ? "They are asked in writing: by e-mail or letter" : "",
         rule.answered ? "Somebody who was asked must have answered" : "",
         rule.own_conflict.empty()
             ? ""
             : fmt::format("In a matter in which the holder has an interest, {} decides",
                           who_words(rule.own_conflict))});
}

std::string words(const QuorumRule& rule) {
    bool substitutes = false;
    for (const auto& one : rule.counts) {
        substitutes = substitutes || one == "substitute";
    }
    const auto fraction = fraction_words(rule.at_least);
    auto out = fmt::format(
        "{}{} the {}, substitutes {}counted, {} a quorum", fraction, fraction == "all" ? "" : " of",
        rule.of == MembershipBase::seats ? "seats, filled or not" : "members in office",
        substitutes ? "" : "not ", fraction == "half" ? "make" : "makes");
    if (fraction == "all" || rule.at_least.numerator > 1) {
        out.replace(out.rfind(" makes "), 7, " make ");
    }
    out += rule.test == QuorumTest::throughout   ? ", at every moment of the meeting"
           : rule.test == QuorumTest::at_opening ? ", tested when the meeting opens"
                                                 : ", tested when a question is put";
    return sentences(
        {out, rule.rounding == Rounding::down ? "A part of a member is dropped" : "",
         rule.barred_who_stay_count ? "" : "a member who stays but may not decide does not count",
         rule.two_seats == Heads::seats ? "someone in two seats counts twice" : "",
         rule.remote_counts ? "" : "those taking part remotely do not count"});
}

std::string words(const NoticeRule& rule) {
    const auto what = rule.things.empty() ? (rule.object == NoticeObject::papers
                                                 ? std::string("papers")
                                                 : std::string("items for the agenda"))
                                          : choice_words(rule.things, "and");
    auto out = fmt::format(
        "{} {} {} at least {} before the meeting, {}", rule.by.empty() ? what : who_words(rule.by),
        rule.by.empty() ? (rule.object == NoticeObject::papers ? "are sent out" : "are notified")
        : rule.object == NoticeObject::papers ? (rule.by == "member" ? "send out" : "sends out")
                                              : (rule.by == "member" ? "notify" : "notifies"),
        rule.by.empty() ? "" : what, duration_words(rule.at_least),
        rule.count == NoticeCount::clear
            ? "counting neither the day of sending nor the day of the meeting"
            : "counting the day of sending but not the day of the meeting");
    for (auto at = out.find("  "); at != std::string::npos; at = out.find("  ")) {
        out.erase(at, 1);
    }
    return sentences(
        {out, rule.weekend == Weekend::sunday ? "Saturday counts as a working day" : "",
         rule.calendar_as_of == CalendarAsOf::newest ? "a holiday announced later counts too" : "",
         rule.fresh_after_adjournment ? "an adjourned meeting needs fresh notice" : ""});
}

std::string words(const FrequencyRule& rule) {
    return sentences(
        {fmt::format("the body meets at least {} in each {}", times_words(rule.at_least),
                     duration_words(rule.per)),
         rule.counts == MeetingCounts::quorate ? "only meetings with a quorum count" : "",
         rule.first_part_year_excused ? "the year in which these terms start is excused" : "",
         rule.dates_in_advance ? "the dates are arranged before the year starts" : ""});
}

std::string words(const DecisionRule& rule) {
    const auto of = rule.of == MajorityBase::members_present  ? "those present"
                    : rule.of == MajorityBase::members_voting ? "those voting"
                                                              : "the members in office";
    const auto vote =
        fmt::format("more than {} of {} must be in favour", fraction_words(rule.more_than), of);
    return sentences(
        {rule.consensus_first ? "the body seeks consensus first; failing that, " + vote : vote,
         rule.barred_in_base ? "a member who stays but may not decide is counted among them"
                             : "a member who may not decide is not counted among them",
         rule.tie == Tie::fails ? "a tie is not carried" : "on a tie the person presiding decides",
         rule.two_seats == Heads::seats ? "someone in two seats counts twice" : "",
         rule.remote_counts ? "" : "those taking part remotely have no vote"});
}

std::string words(const MayRule& rule) {
    std::string what;
    if (!rule.acts.empty()) {
        what = acts(rule.acts);
    }
    if (!rule.rights.empty()) {
        Parts rights;
        for (const auto& right : rule.rights) {
            const bool an_act = right.substr(0, 5) == "read-" || right.substr(0, 7) == "record-";
            rights.push_back(an_act ? act_words(right) : right);
        }
        what += (what.empty() ? "" : "; and may ") + choice_words(rights, "and");
    }
    auto out = fmt::format("{} may {}", who_words(rule.who, "and"), what);
    if (!rule.agreement_of.empty()) {
        out += ", with the agreement of " + who_words(rule.agreement_of);
    }
    return sentences(
        {out, needs_words(rule.requires_),
         rule.also_before_meeting ? "" : "this does not bind items sent round before the meeting"});
}

std::string words(const InterestRule& rule) {
    Parts options;
    for (const auto& option : rule.options) {
        options.push_back(option == "leave"   ? "the member leaves for the item"
                          : option == "speak" ? "the member may speak but not decide"
                          : option == "speak-and-withdraw"
                              ? "the member may speak and leaves for the decision"
                              : spaced(option));
    }
    Parts subjects;
    for (const auto& subject : rule.subjects) {
        subjects.push_back(subject == "self" ? "their own" : "that of " + subject);
    }
    auto first = fmt::format("members tell {} of a {} interest{}", who_words(rule.declare_to),
                             choice_words(rule.kinds, "or"),
                             subjects.empty() ? "" : ", " + choice_words(subjects, "or"));
    return sentences({first,
                      options.empty()
                          ? ""
                          : fmt::format("{} then chooses: {}", who_words(rule.decided_by),
                                        choice_words(options, "or")),
                      rule.own_conflict.empty()
                          ? ""
                          : fmt::format("where the interest is that person's own, {} chooses",
                                        who_words(rule.own_conflict)),
                      rule.affected_partner_may_stay
                          ? "a partner whose direct interests are considered may stay and be heard"
                          : ""});
}

std::string words(const LimitRule& rule) {
    const auto who = rule.who.empty() ? std::string("nobody") : who_words(rule.who, "and");
    Parts out;
    if (!rule.forbids.empty()) {
        out.push_back("ruled out: " + without_stop(rule.forbids));
    }
    if (!rule.acts.empty()) {
        out.push_back(
            fmt::format("{} may {}{}", who, rule.who.empty() ? "" : "not ", acts(rule.acts)));
    }
    if (out.empty()) {
        out.push_back("a decision cannot " + choice_words(rule.effects, "or"));
    }
    return sentences(out);
}

std::string trigger_words(const DutyRule& rule) {
    switch (rule.trigger) {
    case DutyTrigger::continuing:
        return {};
    case DutyTrigger::each_meeting:
        return "for each meeting";
    case DutyTrigger::each_year:
        return "each year";
    case DutyTrigger::each_decision:
        return "for each decision";
    case DutyTrigger::regular:
        return rule.every.empty() ? "regularly; the text sets no period"
                                  : "at least every " + duration_words(rule.every);
    case DutyTrigger::on_event:
        break;
    }
    return rule.event.empty() ? std::string{} : "when someone did this: " + act_words(rule.event);
}

std::string words(const DutyRule& rule) {
    const bool on_each = rule.on == "each";
    Parts out{fmt::format("{}: {}", on_each ? who_words(rule.each, "and") : who_words(rule.on),
                          without_stop(rule.what))};
    auto when = trigger_words(rule);
    if (!rule.due.empty()) {
        const auto due = duration_words(rule.due);
        when += (when.empty() ? "" : ", ") +
                (due.substr(0, 4) == "the " ? "by " + due : "within " + due);
    }
    out.push_back(std::move(when));
    const auto list = [&](std::string_view lead, const std::string& text) {
        if (!text.empty()) {
            out.push_back(fmt::format("{} {}", lead, text));
        }
    };
    list("it goes to", who_words(rule.audiences, "and"));
    list("it goes through", rule.through.empty() ? "" : the_body(rule.through));
    list("it is owed to each of these:", on_each ? "" : who_words(rule.each, "and"));
    list("it must show", choice_words(rule.sections, "and"));
    list("to be taken into account:", names(rule.considers));
    if (!rule.secured_by.empty()) {
        const auto parts = base::split(rule.secured_by, ':');
        out.push_back(fmt::format("it is met while {} may {}", who_words(parts[0]),
                                  parts.size() < 2 ? std::string{} : act_words(parts[1])));
    }
    out.push_back(rule.advised ? "it is good practice, and the text does not ask for it" : "");
    return sentences(out);
}

std::string words(const AttendanceRule& rule) {
    return sentences(
        {fmt::format("after {} meetings missed in a row, {} may {}", number_words(rule.consecutive),
                     who_words(rule.then_by), act_words(rule.then)),
         rule.missed_means == MissedMeans::neither_member_nor_substitute
             ? "a meeting is missed when neither the member nor a substitute comes"
             : "a meeting is missed when the member does not come, substitute or not",
         rule.adjourned_counts_once ? "a meeting that was adjourned counts once" : ""});
}

std::string words(const ExitRule& rule) {
    auto out = fmt::format("a partner leaves by at least {} notice{} to {}",
                           duration_words(rule.notice) + "'", rule.written ? " in writing" : "",
                           who_words(rule.to));
    Parts during;
    for (const auto& one : rule.during) {
        during.push_back(one == "honour-commitments" ? "honours what it agreed to"
                         : one == "cooperate"        ? "cooperates until it has left"
                                                     : one);
    }
    auto meanwhile = during.empty() ? std::string{} : "it " + choice_words(during, "and");
    if (!during.empty() && !rule.unless_agreed_by.empty()) {
        meanwhile += ", unless " + the_body(rule.unless_agreed_by) + " agrees otherwise";
    }
    return sentences({out, meanwhile});
}

std::string words(const AdmissionRule& rule) {
    return sentences({the_body(rule.by) + " may admit new members", needs_words(rule.requires_),
                      rule.may_regard.empty()
                          ? ""
                          : "it may have regard to " + choice_words(rule.may_regard, "and")});
}

std::string words(const ReviewRule& rule) {
    return sentences({fmt::format("{} is reviewed{}", without_stop(rule.what),
                                  rule.every.empty() ? ", with no period set"
                                                     : " every " + every_words(rule.every))});
}

std::string words(const ApplyRule& rule) {
    bool all = false;
    for (const auto& id : rule.rules) {
        all = all || id == "*";
    }
    Parts substitutions;
    for (const auto& pair : rule.substitute) {
        if (pair.size() == 2) {
            substitutions.push_back(
                fmt::format("{} for {}", name_words(pair[1]), name_words(pair[0])));
        }
    }
    const bool one = rule.rules.size() == 1 && !all;
    const auto which = all   ? std::string("the rules")
                       : one ? "the rule " + rule.rules.front()
                             : "the rules " + base::list_words(rule.rules);
    const auto version = rule.as == "amended" ? std::string("as amended from time to time")
                                              : "as they stood on " + rule.as;
    return sentences({fmt::format("{} of {} {} applied here, {}", which, spaced(rule.charter),
                                  one ? "is" : "are", version),
                      substitutions.empty() ? "" : "read " + choice_words(substitutions, "and")});
}

std::string words(const AimRule& rule) {
    return sentences({rule.what.empty() ? "an aim, recorded and not ruled" : "aim: " + rule.what});
}

std::string words(const FactRule& rule) {
    return sentences({rule.what.empty() ? "stated, and not ruled" : rule.what});
}

} // namespace

std::string plain_words(const Rule&, const Params& params) {
    return std::visit([](const auto& p) { return words(p); }, params);
}

} // namespace quorate::charter
