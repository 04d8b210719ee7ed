#include "web/live/ballot.hpp"

#include "base/text.hpp"
#include "base/uuid.hpp"
#include "html/govuk/details.hpp"
#include "html/layout.hpp"
#include "partnership/workspace/ballot_bodies.hpp"
#include "web/live/live_desk.hpp"
#include "web/meetings/planning.hpp"
#include "web/parts.hpp"

#include <charconv>

namespace quorate::web {

using namespace html;

namespace {

using partnership::Ballot;
using partnership::BallotKind;
using partnership::BallotStatus;

Url ballot_url(const DeskVisit& visit) {
    return visit.links.workbench(visit.meeting_id()).slash("ballot");
}

Url day_url(const DeskVisit& visit) {
    return visit.links.workbench(visit.meeting_id()).slash("day");
}

std::string kind_words(BallotKind kind) {
    return kind == BallotKind::by_name ? "by name" : "by count";
}

Html small_form(const DeskVisit& visit, std::string_view verb, std::int64_t ballot,
                std::string_view words) {
    return button_form(form_to(visit, ballot_url(visit)),
                       {{"do", std::string(verb)}, {"ballot", std::to_string(ballot)}}, words);
}

Html open_form(const DeskVisit& visit, const views::DeviceVote& vote) {
    const auto may = vote.entitled.size();
    if (may == 0) {
        return p("Nobody on the roll of this question may vote.");
    }
    return form(
        form_to(visit, ballot_url(visit)), hidden("do", "open"),
        hidden("item", std::to_string(vote.item)), hidden("put", std::to_string(vote.put.ms)),
        hidden("entry", base::random_uuid_v7(base::system_now())),
        choice({.name = "kind",
                .label = "How are the votes kept?",
                .value = "name",
                .options = {{.value = "name",
                             .label = "By name",
                             .hint = "The record says who voted how."},
                            {.value = "count",
                             .label = "By count",
                             .hint = "Who voted how is erased when the vote is closed. In a "
                                     "joint meeting the record has the count of each "
                                     "body."}},
                .compact = true}),
        p(may, may == 1 ? " member may vote." : " members may vote.",
          " Each sees the question on their own device."),
        button_row(secondary_button("Open the vote on devices", {.compact = true})));
}

/// Who has not voted, to be asked: of a vote by name only.
Html waiting_for(const views::DeviceVote& vote) {
    if (vote.not_yet.empty() || vote.ballot->kind == BallotKind::by_count) {
        return {};
    }
    std::vector<Html> lines;
    for (const auto& seat : vote.not_yet) {
        lines.push_back(li(views::capitalised(views::seat_words(seat))));
    }
    return govuk::details({.summary = "Who has not voted yet",
                           .content = plain_list(lines),
                           .classes = "q-day-more"});
}

Html open_part(const DeskVisit& visit, const views::DeviceVote& vote) {
    const auto& ballot = *vote.ballot;
    return fragment(p(cls("q-day-ballot__count"),
                      strong(ballot.voted.size(), " of ", vote.entitled.size(), " have voted"),
                      ", ", kind_words(ballot.kind),
                      ". How they voted is not shown while the vote is open."),
                    waiting_for(vote),
                    form(form_to(visit, ballot_url(visit)), hidden("do", "close"),
                         hidden("ballot", std::to_string(ballot.id)),
                         button_row(submit_button("Close the vote", {.compact = true}))),
                    small_form(visit, "withdraw", ballot.id, "Take the vote back"));
}

Html closed_part(const DeskVisit& visit, const views::DeviceVote& vote) {
    const auto& ballot = *vote.ballot;
    Html out =
        p("The vote on devices is closed, ", kind_words(ballot.kind), ". ", strong(vote.result));
    if (!vote.recorded) {
        out += p("Its result is not on the sheet.");
        out += small_form(visit, "record", ballot.id, "Put the result on the sheet");
        out += small_form(visit, "withdraw", ballot.id, "Vote again");
    }
    return out;
}

Html stray_part(const DeskVisit& visit, const Ballot& ballot) {
    return fragment(p("A vote on devices is open for item ", ballot.item,
                      ", whose question is not asked any more. It counts for nothing."),
                    small_form(visit, "withdraw", ballot.id, "Take that vote back"));
}

std::optional<std::int64_t> number_in(const http::Fields& fields, std::string_view name) {
    const auto text = fields.get(name).value_or("");
    std::int64_t out = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), out);
    return read.ec == std::errc() && read.ptr == text.data() + text.size() && !text.empty()
               ? std::optional(out)
               : std::nullopt;
}

std::string seat_list(const std::vector<governance::SeatId>& seats) {
    std::vector<std::string> out;
    for (const auto& seat : seats) {
        out.push_back(seat.value);
    }
    return base::join(out, ",");
}

/// How many of the votes were of the other body of a joint meeting.
void say_whose(const DeskVisit& visit, const Ballot& ballot, ActAsked& asked) {
    const auto meeting = visit.reader.meeting(ballot.meeting);
    if (!meeting || !meeting->jointly_with) {
        return;
    }
    const auto votes = partnership::ballot_votes_of(visit.partnership, ballot.id,
                                                    governance::BodyId(meeting->jointly_with->id));
    if (votes && *votes) {
        asked.fields["joint_for"] = (*votes)->for_;
        asked.fields["joint_against"] = (*votes)->against;
        asked.fields["joint_abstain"] = (*votes)->abstain;
    }
}

/// The line of the sheet a closed vote becomes.
tl::expected<governance::Submission, FormState>
result_line(const DeskVisit& visit, const Ballot& ballot, base::Instant at) {
    ActAsked asked{.act = "take-vote", .fields = {}};
    asked.fields["meeting"] = ballot.meeting;
    asked.fields["item"] = ballot.item;
    asked.fields["for"] = ballot.result->for_;
    asked.fields["against"] = ballot.result->against;
    asked.fields["abstain"] = ballot.result->abstain;
    if (ballot.kind == BallotKind::by_name) {
        asked.fields["seats_for"] = seat_list(ballot.result->seats_for);
        asked.fields["seats_against"] = seat_list(ballot.result->seats_against);
        asked.fields["seats_abstaining"] = seat_list(ballot.result->seats_abstaining);
    }
    say_whose(visit, ballot, asked);
    asked.made_by = "servicing"; // who writes down the count; those who voted signed in themselves
    asked.effective = at;
    asked.entry = ballot.entry.value;
    return read_act(visit, asked);
}

http::Response shown(const DeskVisit& visit, const FormState& state) {
    const auto on = sheet_visit(visit);
    const auto found = ballot_shown(visit, on.reader, on.sheet.lines);
    const auto line = on.reader.meeting(visit.meeting_id());
    if (!line) {
        no_such_page();
    }
    const auto part = ballot_part(visit, found);
    const Html main = fragment(
        page_heading("Vote on members' own devices", line->line.body.name),
        part.empty() ? p("No question is put. Put the question first; then the vote can be opened.")
                     : part,
        p(a(day_url(visit), "Back to meeting day")));
    return form_page(visit,
                     {.title = "Vote on members' own devices",
                      .section = "desk",
                      .trail = meeting_trail(visit, line->line, "Vote on devices"),
                      .main = reading_column(main)},
                     state);
}

http::Response back(const DeskVisit& visit, std::int64_t item) {
    return http::see_other(
        day_url(visit).query("item", std::to_string(item)).fragment("item").str());
}

http::Response told(const DeskVisit& visit, const base::Failure& failure) {
    auto state = typed_form(visit);
    state.problem = views::capitalised(failure.message) + "." +
                    (failure.help.empty() ? "" : " " + failure.help + ".");
    return shown(visit, state);
}

http::Response open(const DeskVisit& visit) {
    const auto on = sheet_visit(visit);
    const auto found = ballot_shown(visit, on.reader, on.sheet.lines);
    const auto item = number_in(visit.form, "item");
    const auto put = number_in(visit.form, "put");
    const governance::EntryId entry(std::string(visit.form.get("entry").value_or("")));
    const auto& vote = found.vote;
    if (vote && vote->ballot && vote->ballot->entry == entry) {
        return back(visit, vote->item); // a double press
    }
    const bool asked = vote && item == vote->item && put == vote->put.ms;
    if (!asked || !vote->question_open || !base::is_uuid_v7(entry.value)) {
        return told(visit, {"", "the question is not open any more", "Look at meeting day again"});
    }
    const auto kind =
        visit.form.get("kind") == "count" ? BallotKind::by_count : BallotKind::by_name;
    const auto opened =
        partnership::open_ballot(visit.partnership, {entry, visit.meeting_id(), vote->item,
                                                     vote->put, kind, base::system_now()});
    return opened ? back(visit, vote->item) : told(visit, opened.error());
}

/// The vote when it is the one of the question in hand; nothing for one of another question.
std::optional<views::DeviceVote> in_hand(const DeskVisit& visit, const Ballot& ballot) {
    const auto on = sheet_visit(visit);
    auto found = ballot_shown(visit, on.reader, on.sheet.lines).vote;
    const bool same = found && found->ballot && found->ballot->id == ballot.id;
    return same ? std::move(found) : std::nullopt;
}

http::Response not_asked(const DeskVisit& visit, std::string help) {
    return told(visit, {"", "the question of this vote is not asked any more", std::move(help)});
}

/// Puts the result of a closed vote on the sheet; again it changes nothing.
http::Response record(const DeskVisit& visit, const Ballot& ballot, base::Instant at) {
    if (ballot.status == BallotStatus::withdrawn) {
        return told(visit, {"", "this vote was taken back", "Look at meeting day again"});
    }
    if (ballot.status != BallotStatus::closed || !ballot.result) {
        return told(visit, {"", "this vote is not closed", "Close it first"});
    }
    const auto line = result_line(visit, ballot, at);
    if (!line) {
        return shown(visit, line.error());
    }
    const auto added = set_down(visit, *line);
    return added ? back(visit, ballot.item) : shown(visit, added.error());
}

http::Response close(const DeskVisit& visit, const Ballot& ballot) {
    const auto vote = in_hand(visit, ballot);
    if (!vote) {
        return not_asked(visit, "Take the vote back");
    }
    if (vote->recorded) {
        return back(visit, ballot.item); // a double press
    }
    const auto closed =
        partnership::close_ballot(visit.partnership, ballot.id, vote->entitled, base::system_now());
    return closed ? record(visit, *closed, vote->at) : told(visit, closed.error());
}

/// The result of a vote closed before, on the sheet.
http::Response put_down(const DeskVisit& visit, const Ballot& ballot) {
    const auto vote = in_hand(visit, ballot);
    if (vote && vote->recorded) {
        return back(visit, ballot.item); // a double press
    }
    if (!vote && ballot.status == BallotStatus::closed) {
        return not_asked(visit, "Its result counts for nothing now");
    }
    return record(visit, ballot, vote ? vote->at : visit.now());
}

http::Response withdraw(const DeskVisit& visit, const Ballot& ballot) {
    if (ballot.status == BallotStatus::closed) {
        const auto vote = in_hand(visit, ballot);
        if (!vote) {
            return not_asked(visit, "Its result counts for nothing now");
        }
        if (vote->recorded) {
            return told(visit, {"", "the result of this vote is on the sheet",
                                "Take back that line first"});
        }
    }
    const auto done = partnership::withdraw_ballot(visit.partnership, ballot.id);
    return done ? back(visit, ballot.item) : told(visit, done.error());
}

} // namespace

BallotShown ballot_shown(const DeskVisit& visit, const views::Reader& reader,
                         std::span<const partnership::ForeseenLine> lines) {
    BallotShown out;
    out.vote = views::device_vote(reader, visit.meeting_id(), lines);
    const auto open = partnership::open_ballot_of(visit.partnership, visit.meeting_id());
    const bool same =
        open && *open && out.vote && out.vote->ballot && out.vote->ballot->id == (*open)->id;
    if (open && *open && !same) {
        out.stray = **open;
    }
    return out;
}

Html ballot_part(const DeskVisit& visit, const BallotShown& found) {
    Html out;
    if (found.stray) {
        out += stray_part(visit, *found.stray);
    }
    const auto& vote = found.vote;
    if (vote && vote->ballot) {
        out += vote->ballot->status == BallotStatus::open ? open_part(visit, *vote)
                                                          : closed_part(visit, *vote);
    } else if (vote && vote->question_open && !found.stray) {
        out += open_form(visit, *vote);
    }
    return out;
}

http::Response ballot_page(const DeskVisit& visit) {
    return shown(visit, {});
}

http::Response post_ballot(const DeskVisit& visit) {
    const auto verb = visit.form.get("do").value_or("");
    if (verb == "open") {
        return open(visit);
    }
    const auto ballot =
        partnership::ballot(visit.partnership, number_in(visit.form, "ballot").value_or(0));
    if (!ballot) {
        return told(visit, ballot.error());
    }
    if (!*ballot || (*ballot)->meeting != visit.meeting_id()) {
        no_such_page();
    }
    if (verb == "close") {
        return close(visit, **ballot);
    }
    if (verb == "withdraw") {
        return withdraw(visit, **ballot);
    }
    if (verb != "record") {
        throw http::BrokenRequest(400, "This form asks for something the page does not know.");
    }
    return put_down(visit, **ballot);
}

} // namespace quorate::web
