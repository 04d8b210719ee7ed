// The log of meeting day: each act in one line.

#include "base/text.hpp"
#include "governance/codec.hpp"
#include "governance/codec_names.hpp"
#include "governance/words.hpp"
#include "views/meetings/day_make.hpp"
#include "views/meetings_make.hpp"
#include "views/ruling_make.hpp"

#include <algorithm>
#include <charconv>
#include <map>

namespace quorate::views {

using namespace governance;

namespace {

std::int64_t number_of(const SeatRef& ref) {
    const auto view = ref.view();
    const auto digits =
        view.substr(view.find('/') == std::string_view::npos ? 0 : view.find('/') + 1);
    std::int64_t out = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), out);
    return out;
}

/// "Seats 1 to 6 and 8 to 20"; "Seat 5".
std::string seats_words(const std::vector<SeatRef>& refs) {
    std::vector<std::int64_t> numbers;
    for (const auto& ref : refs) {
        numbers.push_back(number_of(ref));
    }
    std::sort(numbers.begin(), numbers.end());
    std::vector<std::string> parts;
    for (std::size_t i = 0; i < numbers.size();) {
        auto end = i;
        while (end + 1 < numbers.size() && numbers[end + 1] == numbers[end] + 1) {
            ++end;
        }
        if (end > i + 1) {
            parts.push_back(std::to_string(numbers[i]) + " to " + std::to_string(numbers[end]));
        } else {
            for (auto each = i; each <= end; ++each) {
                parts.push_back(std::to_string(numbers[each]));
            }
        }
        i = end + 1;
    }
    return (numbers.size() == 1 ? "Seat " : "Seats ") + base::list_words(parts);
}

std::string seat_words_of(const SeatRef& ref) {
    return "Seat " + std::to_string(number_of(ref));
}

std::string item_words(std::int64_t item) {
    return "item " + std::to_string(item);
}

/// One line for each act that meeting day has a form for; other acts by their help.
struct InWords {
    const Ground& ground;
    const Submission& submission;

    [[nodiscard]] std::string quoted(const Text& text) const {
        const auto words = ground.words(text).value_or("(words no longer held)");
        constexpr std::size_t shown_max = 160;
        if (words.size() <= shown_max) {
            return words;
        }
        const auto cut = words.find_last_of(' ', shown_max);
        return words.substr(0, cut == std::string::npos ? shown_max : cut) + " …";
    }
    /// "Tom Ridley (seat 1)"; the number alone where nobody is to be named.
    [[nodiscard]] std::string one(const SeatRef& ref) const {
        const auto number = seat_words_of(ref);
        const auto about = subject_of(submission.act);
        const auto* meeting =
            about.meeting ? ground.state().meetings.find(*about.meeting) : nullptr;
        if (meeting == nullptr || !ground.see.names()) {
            return number;
        }
        const std::string written(ref.view());
        const auto seat = ground.seat(SeatId(written.find('/') == std::string::npos
                                                 ? meeting->body.value + "/" + written
                                                 : written),
                                      submission.effective);
        return seat && !seat->holders.empty() ? base::join(seat->holders, " and ") + " (s" +
                                                    number.substr(1) + of_body(ref) + ")"
                                              : number + of_body(ref);
    }
    /// The other body of a joint meeting the seat is of; empty for the meeting's own.
    [[nodiscard]] BodyId other_body(const SeatRef& ref) const {
        const auto body = ref.view().substr(0, ref.view().find('/'));
        const auto about = subject_of(submission.act);
        const auto* meeting =
            about.meeting ? ground.state().meetings.find(*about.meeting) : nullptr;
        const bool own =
            body.size() == ref.view().size() || meeting == nullptr || meeting->body.value == body;
        return BodyId(own ? std::string() : std::string(body));
    }
    [[nodiscard]] std::string of_body(const SeatRef& ref) const {
        const auto body = other_body(ref);
        return body.value.empty() ? std::string() : " of " + ground.body(body).name;
    }
    /// "Seats 1 to 4, and seats 5 and 6 of The Riverside Partnership".
    [[nodiscard]] std::string seats(const std::vector<SeatRef>& refs) const {
        if (refs.size() == 1) {
            return one(refs.front());
        }
        std::map<std::string, std::vector<SeatRef>> by_body;
        for (const auto& ref : refs) {
            by_body[other_body(ref).value].push_back(ref);
        }
        std::string out;
        for (const auto& [body, list] : by_body) {
            auto words = seats_words(list) + of_body(list.front());
            words.front() = out.empty() ? 'S' : 's';
            out += (out.empty() ? "" : ", and ") + words;
        }
        return out;
    }
    [[nodiscard]] std::string person(const PersonId& id) const {
        return ground.person(id).value_or("Somebody");
    }

    std::string operator()(const acts::OpenMeeting&) const { return "Meeting opened"; }
    std::string operator()(const acts::CloseMeeting&) const { return "Meeting closed"; }
    std::string operator()(const acts::ResumeMeeting&) const { return "Meeting resumed"; }
    std::string operator()(const acts::MeetInPrivate& act) const {
        std::vector<std::string> items;
        for (const auto each : act.items) {
            items.push_back(std::to_string(each));
        }
        return "The meeting goes on without the public" +
               (items.empty() ? std::string()
                              : (items.size() == 1 ? " for item " : " for items ") +
                                    base::list_words(items)) +
               (act.reason ? ": " + quoted(*act.reason) : std::string());
    }
    std::string operator()(const acts::MeetInPublic&) const {
        return "The public may come in again";
    }
    std::string operator()(const acts::ReleaseNotes& act) const {
        return "Notes of " + item_words(act.item) + " released";
    }
    std::string operator()(const acts::ContinueInformally&) const {
        return "Those present go on informally";
    }
    std::string operator()(const acts::AdjournMeeting&) const { return "Meeting adjourned"; }
    std::string operator()(const acts::Preside& act) const {
        return one(act.seat) + " takes the chair" +
               (act.elected.value_or(false) ? ", chosen by those present" : "") +
               (act.item ? ", for " + item_words(*act.item) : "");
    }
    std::string operator()(const acts::TakeAttendance& act) const {
        auto out =
            "Attendance taken: " + (act.present.empty() ? "nobody" : seats(act.present)) + " here";
        out += act.substitutes.empty() ? "" : "; substitutes for " + seats(act.substitutes);
        return out + (act.apologies.empty() ? "" : "; apologies from " + seats(act.apologies));
    }
    std::string operator()(const acts::RecordArrival& act) const {
        if (act.by_substitute.value_or(false) || act.substitute) {
            return "The substitute for " + seats(act.seats) + " came";
        }
        return seats(act.seats) + " came" + (act.remote.value_or(false) ? ", remotely" : "");
    }
    std::string operator()(const acts::RecordDeparture& act) const {
        const auto who = act.seats.empty()
                             ? act.persons.empty() ? "Nobody" : person(act.persons.front())
                             : seats(act.seats);
        return act.for_item ? who + " withdrew for " + item_words(*act.for_item) : who + " left";
    }
    std::string operator()(const acts::RecordReturn& act) const {
        return seats(act.seats) +
               (act.allowed_back.value_or(false) ? " was let back in" : " came back");
    }
    std::string operator()(const acts::RecordConnection& act) const {
        return seats(act.seats) + (act.connected ? " connected again" : " lost the connection");
    }
    std::string operator()(const acts::RecordApologies& act) const {
        return "Apologies from " + seats(act.seats);
    }
    std::string operator()(const acts::RegisterPerson& act) const {
        const auto name = ground.see.names() ? quoted(act.name) : std::string();
        return name.empty() ? "A person put in the register" : name + " put in the register";
    }
    std::string operator()(const acts::RecordVisitor& act) const {
        return person(act.person) + " came as a visitor";
    }
    std::string operator()(const acts::RecordOfficerInSupport& act) const {
        return person(act.person) + " came in support of " + one(act.seat);
    }
    std::string operator()(const acts::RecordAffectedPartner& act) const {
        return ground.organisation(act.organisation) + " came to be heard on " +
               item_words(act.item);
    }
    std::string operator()(const acts::ExcludeMember& act) const {
        return one(act.seat) + " was asked to leave";
    }
    std::string operator()(const acts::TakeItem& act) const {
        std::vector<std::string> with{std::to_string(act.item)};
        for (const auto each : act.with) {
            with.push_back(std::to_string(each));
        }
        return (with.size() == 1 ? "Item " : "Items ") + base::list_words(with) + " taken";
    }
    std::string operator()(const acts::LeaveItem& act) const {
        return capitalised(item_words(act.item)) +
               (act.interrupted.value_or(false) ? " broken off" : " closed");
    }
    std::string operator()(const acts::NotifyItem& act) const {
        return capitalised(item_words(act.item)) + " put forward: " + quoted(act.title);
    }
    std::string operator()(const acts::AllowLateItem& act) const {
        return capitalised(item_words(act.item)) +
               (act.allowed.value_or(true) ? " allowed though late" : " not allowed");
    }
    std::string operator()(const acts::DeclareInterest& act) const {
        return one(act.seat) + " declared an interest in " + item_words(act.item);
    }
    std::string operator()(const acts::DetermineInterest& act) const {
        const auto seat = one(act.seat);
        switch (act.determination) {
        case Determination::below_test:
            return seat + " takes part in full in " + item_words(act.item);
        case Determination::leave:
            return seat + " leaves for " + item_words(act.item);
        case Determination::speak:
            return seat + " may speak on " + item_words(act.item) + ", not decide";
        case Determination::speak_and_withdraw:
            return seat + " may speak on " + item_words(act.item) + ", then withdraws";
        }
        return seat;
    }
    std::string operator()(const acts::RecordDiscussion& act) const {
        return "Discussion of " + item_words(act.item) + ": " + quoted(act.words);
    }
    std::string operator()(const acts::NoteItem& act) const {
        return capitalised(item_words(act.item)) + " noted" +
               (act.words ? ": " + quoted(*act.words) : std::string());
    }
    std::string operator()(const acts::MoveMotion& act) const {
        return one(act.seat) + " moved: " + quoted(act.words);
    }
    std::string operator()(const acts::SecondMotion& act) const {
        return one(act.seat) + " seconded the motion";
    }
    std::string operator()(const acts::MoveAmendment& act) const {
        return one(act.seat) + " moved an amendment: " + quoted(act.words);
    }
    std::string operator()(const acts::PutQuestion& act) const {
        return "Question put" + (act.words ? ": " + quoted(*act.words) : std::string());
    }
    std::string operator()(const acts::RecordConsensus& act) const {
        return act.objecting.empty() ? std::string("Consensus: nobody objected")
                                     : "No consensus: " + seats(act.objecting) + " objected";
    }
    /// "; of them 3 for, 1 against, 0 abstained of the Public Service Board".
    [[nodiscard]] std::string of_each_body(const acts::TakeVote& act) const {
        const auto* meeting = ground.state().meetings.find(act.meeting);
        if (!act.joint_for || meeting == nullptr || !meeting->jointly_with) {
            return {};
        }
        return "; of them " + std::to_string(*act.joint_for) + " for, " +
               std::to_string(act.joint_against.value_or(0)) + " against, " +
               std::to_string(act.joint_abstain.value_or(0)) + " abstained of " +
               ground.body(*meeting->jointly_with).name;
    }
    std::string operator()(const acts::TakeVote& act) const {
        const auto count = [](std::optional<std::int64_t> given,
                              const std::vector<SeatRef>& names) {
            return std::to_string(given.value_or(static_cast<std::int64_t>(names.size())));
        };
        return "Vote: " + count(act.for_, act.seats_for) + " for, " +
               count(act.against, act.seats_against) + " against, " +
               count(act.abstain, act.seats_abstaining) + " abstained" + of_each_body(act);
    }
    std::string operator()(const acts::DeclareOutcome& act) const {
        return capitalised(item_words(act.item)) + " declared " +
               std::string(written(act.outcome)) +
               (act.words ? ": " + quoted(*act.words) : std::string());
    }
    std::string operator()(const acts::DeferItem& act) const {
        return capitalised(item_words(act.item)) + " put off" +
               (act.to ? " to the meeting of " + ground.meeting(*act.to).name : std::string());
    }
    std::string operator()(const acts::WithdrawItem& act) const {
        return capitalised(item_words(act.item)) + " withdrawn";
    }
    std::string operator()(const acts::RecordDissent& act) const {
        return "Dissent of " + seats(act.seats) + " recorded";
    }
    std::string operator()(const acts::RecordAdvice& act) const {
        return "Advice from " + act.from + " recorded";
    }
    std::string operator()(const acts::RuleOnProcedure& act) const {
        return "Ruling on procedure: " + quoted(act.ruling);
    }
    std::string operator()(const acts::Ratify& act) const {
        return capitalised(item_words(act.of_item)) + " of " + ground.meeting(act.of_meeting).name +
               " ratified";
    }
    std::string operator()(const acts::ApproveSubjectTo& act) const {
        return one(act.seat) + " agrees subject to approval";
    }
    std::string operator()(const acts::AssignAction& act) const {
        return "Action: " + quoted(act.what) +
               (act.seat ? ", for " + one(*act.seat) : std::string());
    }
    std::string operator()(const acts::ApproveMinutes& act) const {
        return "Minutes of " + ground.meeting(act.meeting).name + " approved" +
               (act.with_corrections.value_or(false) ? " with corrections" : "");
    }
    std::string operator()(const acts::CorrectMinutes& act) const {
        const bool words = act.words && act.words->given();
        return words ? "Put right: " + quoted(*act.words)
                     : "Minutes of " + ground.meeting(act.meeting).name + " corrected";
    }
    template <class Other>
    std::string operator()(const Other&) const {
        return std::string(row_of(submission.act).help);
    }
};

/// Acts that never stand in each other's way.
bool never_conflicts(std::string_view act) {
    static constexpr std::string_view free[] = {
        "record-arrival",  "record-departure", "record-return",      "record-connection",
        "record-visitor",  "record-apologies", "register-person",    "record-officer-in-support",
        "take-attendance", "take-vote",        "nominate-substitute"};
    return std::find(std::begin(free), std::end(free), act) != std::end(free);
}

} // namespace

std::string day_seats_words(const DayGround& day, const std::vector<SeatId>& seats) {
    if (seats.size() == 1) {
        return day_seat_words(day, seats.front());
    }
    std::vector<SeatRef> refs;
    for (const auto& seat : seats) {
        refs.emplace_back(seat.value);
    }
    return seats_words(refs);
}

std::string day_act_words(const Ground& ground, const Submission& submission) {
    return std::visit(InWords{ground, submission}, submission.act);
}

DayLine day_line(const DayGround& day, const Submission& submission, const Ruling& ruling) {
    DayLine out;
    out.time = day.clock(submission.effective);
    out.words = day_act_words(day.ground, submission);
    out.act = row_of(submission.act).name;
    out.entry = submission.id.value;
    out.ruling =
        ruling_shown(day.ground, ruling, subject_of(submission.act).body, submission.effective);
    return out;
}

std::string day_procedure_words(const DayGround& day, const events::ProcedureRuled& ruled) {
    auto out = as_sentence("Ruling on procedure: " +
                           day.ground.words(ruled.ruling).value_or("(words no longer held)"));
    const auto reason = day.ground.words_or(ruled.reason, "");
    out += reason.empty() ? "" : " Reason: " + as_sentence(reason);
    if (!ruled.engine_verdict.empty() && ruled.engine_verdict != "permitted") {
        std::vector<std::string> codes;
        for (const auto& code : ruled.engine_codes) {
            codes.push_back(plain_name(code));
        }
        out += " Beside it, under the terms as read here: " + ruled.engine_verdict +
               (codes.empty() ? "" : " (" + base::join(codes, ", ") + ")") + ".";
    }
    return out;
}

std::vector<std::string> day_changes(const Reader& reader, std::string_view meeting,
                                     std::span<const partnership::ForeseenLine> lines,
                                     std::int64_t position, std::int64_t number,
                                     std::string_view mine) {
    const auto own = [&](const EntryId& id) {
        return !id.value.empty() && mine.find(id.value) != std::string_view::npos;
    };
    const auto& ground = reader.ground();
    std::vector<std::string> out;
    const auto& entries = ground.state().entries;
    for (auto i = entries.size(); i > 0 && entries.at(i - 1).position > position; --i) {
        const auto& line = entries.at(i - 1);
        const bool here = line.meeting && line.meeting->view() == meeting;
        const auto provisional = std::any_of(lines.begin(), lines.end(), [&](const auto& each) {
            return each.submission.id == line.id;
        });
        if (!here || provisional || own(line.id) || never_conflicts(act_table()[line.act].name)) {
            continue;
        }
        if (const auto entry = ground.partnership.entry(line.position)) {
            out.insert(out.begin(), day_act_words(ground, entry->submission));
        }
    }
    for (const auto& line : lines) {
        if (line.number > number && !own(line.submission.id) &&
            !never_conflicts(row_of(line.submission.act).name)) {
            out.push_back(day_act_words(ground, line.submission));
        }
    }
    return out;
}

} // namespace quorate::views
