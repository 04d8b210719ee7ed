// The draft of minutes as the record gives it.

#include "base/text.hpp"
#include "governance/codec_names.hpp"
#include "governance/decisions/judge.hpp"
#include "governance/words.hpp"
#include "views/meetings/joint_votes.hpp"
#include "views/meetings_make.hpp"
#include "views/minutes/course.hpp"
#include "views/minutes/minutes_make.hpp"
#include "views/private_session.hpp"
#include "views/ruling_names.hpp"

#include <algorithm>

namespace quorate::views {

using namespace governance;

namespace {

constexpr std::string_view erased = "(words no longer held)";

/// A line of a list: what was typed on several stands on one.
std::string on_one_line(std::string_view typed) {
    std::string out;
    for (const auto line : base::split(typed, '\n')) {
        const auto words = base::trim(line);
        out += (out.empty() || words.empty() ? "" : " ") + std::string(words);
    }
    return out;
}

/// What somebody typed, as a paragraph: a line of it never begins a part of the minutes.
std::string as_paragraph(std::string_view typed) {
    std::string out;
    bool after_words = false;
    for (const auto line : base::split(typed, '\n')) {
        const std::string text(line.ends_with('\r') ? line.substr(0, line.size() - 1) : line);
        const bool heading = text.starts_with("# ") || text.starts_with("## ");
        const bool underlines =
            after_words && !text.empty() &&
            text.find_first_not_of(text.front() == '=' ? '=' : '-') == std::string::npos;
        after_words = !text.empty();
        out += (out.empty() ? "" : "\n") + std::string(heading || underlines ? "\\" : "") + text;
    }
    return std::string(base::trim(out));
}

/// A document in Markdown, put together block by block.
class Document {
public:
    void heading(int level, const std::string& text) {
        block(std::string(static_cast<std::size_t>(level), '#') + " " + text);
    }
    void paragraph(const std::string& text) {
        if (!text.empty()) {
            block(as_paragraph(text));
        }
    }
    /// `none` stands where there are no lines.
    void list(const std::vector<std::string>& lines, const std::string& none) {
        std::string text;
        for (const auto& line : lines) {
            text += (text.empty() ? "- " : "\n- ") + on_one_line(line);
        }
        paragraph(text.empty() ? none : text);
    }
    /// Another's blocks under a heading of their own; nothing where there are none.
    void under(const std::string& title, const Document& part) {
        if (!part.text_.empty()) {
            heading(2, title);
            text_ += "\n" + part.text_;
        }
    }
    [[nodiscard]] std::string text() const { return text_; }

private:
    void block(const std::string& text) { text_ += (text_.empty() ? "" : "\n") + text + "\n"; }
    std::string text_;
};

std::string seat_name(const Ground& ground, const SeatId& id, base::Instant at) {
    const auto seat = ground.seat(id, at);
    return seat ? seat_words(*seat) : "seat " + id.value;
}

std::string seat_names(const Ground& ground, const std::vector<SeatId>& ids, base::Instant at) {
    std::vector<std::string> names;
    for (const auto& id : ids) {
        names.push_back(seat_name(ground, id, at));
    }
    return base::join(names, "; ");
}

void add_opening(const Ground& ground, const Meeting& meeting, const MeetingPage& page,
                 Document& out) {
    const bool informal = never_quorate(ground, meeting);
    const auto bodies =
        page.line.body.name + (page.jointly_with ? " and " + page.jointly_with->name : "");
    out.heading(1, bodies + (informal            ? ": notes of an informal discussion"
                             : page.jointly_with ? ": minutes of a joint meeting"
                                                 : ": minutes"));
    auto lead = base::words(ground.moment(meeting.body, *meeting.opened()).local.date);
    lead += page.line.place.empty() ? "" : ", " + page.line.place;
    lead += ". The meeting opened at " + meeting_clock(ground, meeting, *meeting.opened()) + ".";
    if (page.jointly_with) {
        lead += " It was held jointly with " + page.jointly_with->name + ".";
    }
    out.paragraph(lead);
    out.paragraph("**In the chair:** " +
                  (page.presided.empty() ? "nobody is recorded" : page.presided) + ".");
    const auto counts = quorum_sentences(ground, meeting, *meeting.opened());
    if (meeting.jointly_with && !counts.empty()) {
        out.paragraph("At the opening: " + base::join(counts, " "));
    } else if (page.quorum) {
        out.paragraph(page.quorum->words);
    }
    if (informal) {
        out.paragraph("There was no quorum at any time. These are notes of an informal discussion, "
                      "and nothing was decided.");
    }
}

/// Who came in a member's place, by name where names are shown.
std::string substitute_of(const Ground& ground, const Meeting& meeting, const std::string& seat) {
    for (const auto& stay : meeting.presence) {
        if (stay.seat && stay.seat->value == seat && stay.as == PresentAs::substitute &&
            stay.person) {
            return ground.person(*stay.person).value_or("");
        }
    }
    return {};
}

/// At a joint meeting those of its own body first.
std::vector<Attendance> by_body(const Meeting& meeting, std::vector<Attendance> lines) {
    const auto own = meeting.body.value + "/";
    std::stable_partition(lines.begin(), lines.end(), [&](const Attendance& line) {
        return !meeting.jointly_with || line.seat.id.starts_with(own);
    });
    return lines;
}

void add_room(const Ground& ground, const Meeting& meeting, const MeetingPage& page,
              Document& out) {
    std::vector<std::string> present;
    std::vector<std::string> substitutes;
    for (const auto& line : by_body(meeting, page.present)) {
        const auto times = line.times.empty() ? "" : ", " + line.times;
        if (!line.substitute) {
            present.push_back(seat_at(ground, meeting, line.seat) + times);
            continue;
        }
        const auto name = substitute_of(ground, meeting, line.seat.id);
        substitutes.push_back((name.empty() ? "A substitute for " : name + ", for ") +
                              seat_at(ground, meeting, line.seat) + times);
    }
    out.heading(2, "Present");
    out.list(present, page.attendance_known ? "No member is recorded as present."
                                            : "The record does not say who was there.");
    if (!substitutes.empty()) {
        out.heading(2, "Substitutes");
        out.list(substitutes, "");
    }
    std::vector<std::string> apologies;
    for (const auto& seat : page.apologies) {
        apologies.push_back(seat_at(ground, meeting, seat));
    }
    out.heading(2, "Apologies");
    out.list(apologies, "None were recorded.");
}

/// Officers and partners by name, visitors by number alone.
void add_in_attendance(const Ground& ground, const Meeting& meeting, Document& out) {
    std::vector<std::string> lines;
    std::int64_t visitors = 0;
    for (const auto& stay : meeting.presence) {
        const auto name = stay.person ? ground.person(*stay.person).value_or("") : "";
        if (stay.as == PresentAs::visitor) {
            ++visitors;
        } else if (stay.as == PresentAs::officer_in_support && stay.seat) {
            lines.push_back((name.empty() ? "An officer" : name) + ", in support of " +
                            seat_name(ground, *stay.seat, stay.from));
        } else if (stay.as == PresentAs::affected_partner) {
            const auto of = stay.organisation ? ground.organisation(*stay.organisation) : "";
            lines.push_back((of.empty() ? "A partner" : of) + ", whose interests were considered" +
                            (stay.item ? " at item " + std::to_string(*stay.item) : ""));
        }
    }
    if (visitors > 0) {
        lines.push_back(capitalised(counted(visitors, "visitor", "visitors")));
    }
    if (!lines.empty()) {
        out.heading(2, "In attendance");
        out.list(lines, "");
    }
}

void add_interests(const Ground& ground, const Ground& open, const Meeting& meeting,
                   Document& out) {
    std::vector<std::string> lines;
    for (const auto& item : meeting.items) {
        const auto whole = interests_shown(ground, meeting, item);
        const auto withheld = interests_shown(open, meeting, item);
        for (std::size_t i = 0; i < whole.size(); ++i) {
            lines.push_back("Item " + std::to_string(item.number) + ": " +
                            (whole[i].sensitive || notes_in_private(meeting, item) ? withheld[i] : whole[i])
                                .words);
        }
    }
    out.heading(2, "Interests declared");
    out.list(lines, "None were recorded.");
}

void add_informal(const Ground& ground, const Meeting& meeting, Document& out) {
    for (const auto& sitting : meeting.sittings) {
        if (sitting.informal) {
            const auto until =
                sitting.until ? " to " + meeting_clock(ground, meeting, *sitting.until) : " on";
            out.paragraph("From " + meeting_clock(ground, meeting, sitting.from) + until +
                          " there was no quorum. Those present went on informally and nothing was "
                          "decided; what they said is given as notes of an informal discussion.");
        }
    }
}

/// What was said at an item, with or without a quorum.
struct Said {
    std::vector<std::string> formally;
    std::vector<std::string> informally;
};

Said said_at(const Ground& ground, const Meeting& meeting, const Item& item,
             const std::vector<MeetingEntry>& discussion) {
    Said out;
    for (const auto& each : discussion) {
        const auto* act = std::get_if<acts::RecordDiscussion>(&each.entry.submission.act);
        if (act == nullptr || act->item != item.number ||
            each.line->verdict != Verdict::permitted) {
            continue;
        }
        auto words = ground.words(act->words).value_or(std::string(erased));
        (said_informally(ground, meeting, each.line->effective) ? out.informally : out.formally)
            .push_back(std::move(words));
    }
    return out;
}

void add_motions(const Ground& ground, const Item& item, base::Instant at, Document& out) {
    for (const auto& motion : item.motions) {
        auto line = (motion.amendment ? "An amendment was moved by " : "Moved by ") +
                    seat_name(ground, motion.mover, at);
        if (motion.seconder) {
            line += ", seconded by " + seat_name(ground, *motion.seconder, at);
        }
        out.paragraph(line + ": " + ground.words(motion.words).value_or(std::string(erased)));
    }
}

void add_questions(const Ground& ground, const Meeting& meeting, const Item& item, Document& out) {
    for (const auto& question : item.questions) {
        const std::string on = question.amendment ? " on the amendment" : "";
        if (question.consensus_tried) {
            const auto objecting = static_cast<std::int64_t>(question.objecting.size());
            out.paragraph(objecting == 0
                              ? "There was a consensus" + on + "."
                              : "There was no consensus" + on + ": " +
                                    counted(objecting, "member", "members") + " objected.");
        }
        if (question.vote) {
            out.paragraph("A vote was taken" + on + ": " +
                          vote_words(ground, meeting, item, question));
        }
    }
}

void add_decisions(const Ground& ground, const Item& item, Document& out) {
    for (const auto& id : item.decisions) {
        const auto* decision = ground.state().decisions.find(id);
        if (decision == nullptr) {
            continue;
        }
        const auto words = ground.words_or(decision->words, "");
        const auto outcome = decision->kind == DecisionKind::ratification
                                 ? std::string("Ratified")
                                 : plain_name(written(decision->outcome));
        auto line = "**Decision " + id.value.substr(id.value.rfind('/') + 2) + ":** " +
                    (words.empty() ? "" : as_sentence(words) + " ") + outcome +
                    (decision->by ? " by " + std::string(written(*decision->by)) : "") + ".";
        line += decision->recommendation ? " It is a recommendation." : "";
        out.paragraph(line);
    }
}

void add_result(const Ground& ground, const ItemShown& shown, const Item& item, Document& out) {
    if (item.status == ItemStatus::noted) {
        const auto words = ground.words_or(item.noted_words, "");
        out.paragraph("**Noted.**" + (words.empty() ? "" : " " + words));
    } else if (item.status != ItemStatus::decided) {
        out.paragraph(shown.outcome);
    }
}

void add_advice_and_dissent(const Ground& ground, const Item& item, base::Instant at,
                            Document& out) {
    for (const auto& advice : item.advice) {
        out.paragraph("Advice of the " + advice.from +
                      (advice.restricted
                           ? " was given. It is restricted."
                           : ": " + ground.words(advice.words).value_or(std::string(erased))));
    }
    for (const auto& dissent : item.dissent) {
        const auto words = ground.words_or(dissent.words, "");
        out.paragraph("Dissent was recorded for " + seat_names(ground, dissent.seats, at) + "." +
                      (words.empty() ? "" : " " + words));
    }
}

/// What was declared though the terms gave otherwise.
std::string declared_words(const Act& act) {
    if (std::holds_alternative<acts::NoteItem>(act)) {
        return "the item was noted";
    }
    if (const auto* declared = std::get_if<acts::DeclareOutcome>(&act)) {
        return "the outcome was declared as " + std::string(written(declared->outcome)) +
               (declared->by ? " by " + std::string(written(*declared->by)) : "");
    }
    return "what was supported informally was taken up";
}

void add_as_made(const Ground& ground, const Meeting& meeting, const Item& item,
                 const std::vector<MeetingEntry>& declared, Document& out) {
    for (const auto& each : declared) {
        if (each.line->verdict != Verdict::refused || each.line->item != item.number) {
            continue;
        }
        out.paragraph("At " + meeting_clock(ground, meeting, each.line->effective) + " " +
                      declared_words(each.entry.submission.act) +
                      ". Recorded as made; not a decision under the terms of reference: " +
                      short_ruling(with_names(ground, each.entry.ruling, meeting.body)));
    }
}

void add_actions(const Ground& ground, const Meeting& meeting, std::optional<std::int64_t> item,
                 Document& out) {
    ground.state().actions.each([&](const Action& action) {
        if (action.meeting != meeting.id || action.item != item) {
            return;
        }
        auto line =
            "**Action:** " + as_sentence(ground.words(action.what).value_or(std::string(erased)));
        const auto who = action.seat ? seat_name(ground, *action.seat, action.assigned)
                         : action.organisation
                             ? ground.actor({ActorKind::organisation, action.organisation->value})
                             : "";
        if (!who.empty()) {
            line += " For " + who + (action.due ? ", by " + short_date(*action.due) : "") + ".";
        } else if (action.due) {
            line += " By " + short_date(*action.due) + ".";
        }
        out.paragraph(line);
    });
}

void add_procedure(const Ground& ground, const Meeting& meeting, std::optional<std::int64_t> item,
                   Document& out) {
    for (const auto& ruled : meeting.procedure_rulings) {
        if (ruled.item != item) {
            continue;
        }
        auto line =
            "Whoever presided ruled: " + ground.words(ruled.ruling).value_or(std::string(erased));
        if (!ruled.engine_verdict.empty() && ruled.engine_verdict != "permitted") {
            line += " On the facts recorded, the terms of reference gave another answer: " +
                    ruled.engine_verdict + ".";
        }
        out.paragraph(line);
    }
}

/// The clause under which somebody can be asked to leave: of the body's own terms before the common
/// procedure.
std::string exclusion_clause(const Ground& ground, const Meeting& meeting, base::Instant at) {
    const auto* terms = ground.terms(meeting.body, at);
    std::string out;
    if (terms == nullptr) {
        return out;
    }
    for (const auto& rule : terms->terms.all<charter::MayRule>()) {
        const auto& acts = rule->acts;
        const bool excludes = std::find(acts.begin(), acts.end(), "exclude-member") != acts.end();
        if (excludes && (out.empty() || rule.rule->cited_clause.empty())) {
            out = own_clause(*rule.rule);
        }
    }
    return out;
}

/// That somebody was asked to leave, and under which clause: neither who nor why.
void add_exclusions(const Ground& ground, const Meeting& meeting, Document& out) {
    const auto let_back = [&](const Presence& excluded) {
        return std::find_if(meeting.presence.begin(), meeting.presence.end(), [&](const Presence& each) {
            return each.allowed_back && each.seat == excluded.seat && each.from >= *excluded.until;
        });
    };
    for (const auto& stay : meeting.presence) {
        if (stay.why != LeftBecause::excluded || !stay.until) {
            continue;
        }
        const auto chair =
            office_at(ground.state(), meeting.body, "chair", *stay.until, ground.context());
        const auto* presiding = presiding_at(ground.state(), meeting, *stay.until);
        const auto clause = exclusion_clause(ground, meeting, *stay.until);
        const auto back = let_back(stay);
        out.paragraph(
            "At " + meeting_clock(ground, meeting, *stay.until) + " " +
            (presiding != nullptr && chair.seat == presiding ? "the Chair" : "whoever presided") +
            " excluded a member" + (clause.empty() ? "" : " under " + clause) + "." +
            (back == meeting.presence.end()
                 ? ""
                 : " They were let back in at " + meeting_clock(ground, meeting, back->from) + "."));
    }
}

void add_item(const Ground& open, const Meeting& meeting, const ItemShown& shown, const Item& item,
              const std::vector<MeetingEntry>& entries, Document& out) {
    const auto at = item.taken.empty() ? *meeting.opened() : item.taken.front().from;
    out.heading(2, std::to_string(item.number) + ". " + shown.title);
    for (const auto& remark : shown.remarks) {
        out.paragraph(remark);
    }
    if (notes_in_private(meeting, item)) {
        add_as_made(open, meeting, item, entries, out);
        add_questions(open, meeting, item, out);
        add_decisions(open, item, out);
        if (item.status != ItemStatus::decided) {
            out.paragraph(shown.outcome);
        }
        return;
    }
    const auto said = said_at(open, meeting, item, entries);
    if (!said.informally.empty()) {
        out.heading(3, "Notes of an informal discussion");
        for (const auto& words : said.informally) {
            out.paragraph(words);
        }
        if (!said.formally.empty() || !item.motions.empty() || !item.questions.empty()) {
            out.heading(3, "With a quorum");
        }
    }
    for (const auto& words : said.formally) {
        out.paragraph(words);
    }
    add_as_made(open, meeting, item, entries, out);
    add_motions(open, item, at, out);
    add_questions(open, meeting, item, out);
    add_advice_and_dissent(open, item, at, out);
    add_procedure(open, meeting, item.number, out);
    add_decisions(open, item, out);
    add_result(open, shown, item, out);
    add_actions(open, meeting, item.number, out);
}

} // namespace

Ground open_to_all(const Ground& ground) {
    Ground out = ground;
    out.see = Visibility(Viewer{}, ground.partnership);
    return out;
}

std::string short_ruling(const Ruling& ruling) {
    for (const auto& reason : ruling.reasons) {
        if (reason.says == Says::breach && reason.effect == charter::Effect::void_) {
            return sentence(reason);
        }
    }
    return headline(ruling);
}

std::string vote_words(const Ground& ground, const Meeting& meeting, const Item& item,
                       const Question& question) {
    const auto& vote = *question.vote;
    const auto judged =
        judge_question(ground.state(), meeting, item, question, DecidedBy::vote, ground.context());
    auto out = std::to_string(vote.for_) + " for, " + std::to_string(vote.against) + " against, " +
               std::to_string(vote.abstain) + " abstaining.";
    if (const auto lines = joint_vote_lines(ground, meeting, item, question); !lines.empty()) {
        return out + " " + base::join(lines, " ");
    }
    if (judged.base > 0) {
        out += " " + std::to_string(judged.base) + " could decide; " +
               std::to_string(judged.needed) + (judged.needed == 1 ? " was" : " were") + " needed.";
    }
    return out;
}

std::vector<MeetingEntry> entries_of(const Ground& ground, const Meeting& meeting,
                                     const std::vector<std::string_view>& acts) {
    std::vector<std::size_t> wanted;
    for (const auto act : acts) {
        wanted.push_back(act_index(act));
    }
    std::vector<MeetingEntry> out;
    ground.state().entries.each([&](const EntryLine& line) {
        const bool asked =
            acts.empty() || std::find(wanted.begin(), wanted.end(), line.act) != wanted.end();
        if (!asked || line.meeting != meeting.id || line.effective > ground.now) {
            return;
        }
        if (auto entry = ground.partnership.entry(line.position)) {
            out.push_back({&line, std::move(*entry)});
        }
    });
    std::stable_sort(out.begin(), out.end(), [](const MeetingEntry& a, const MeetingEntry& b) {
        return a.line->effective < b.line->effective;
    });
    return out;
}

std::string minutes_text(const Ground& ground, const Meeting& meeting) {
    if (!meeting.opened()) {
        return {};
    }
    const auto open = open_to_all(ground);
    const auto page = meeting_page(open, meeting.id);
    if (!page) {
        return {}; // not convened yet by the clock of whoever asks
    }
    const auto entries = entries_of(
        ground, meeting, {"record-discussion", "declare-outcome", "note-item", "ratify"});
    Document out;
    add_opening(open, meeting, *page, out);
    add_room(open, meeting, *page, out);
    add_in_attendance(open, meeting, out);
    add_interests(ground, open, meeting, out);
    Document course;
    for (const auto& words : break_words(open, meeting)) {
        course.paragraph(words);
    }
    add_informal(open, meeting, course);
    for (const auto& words : private_words(open, meeting)) {
        course.paragraph(words);
    }
    add_procedure(open, meeting, {}, course);
    add_exclusions(open, meeting, course);
    out.under("Course of the meeting", course);
    for (std::size_t i = 0; i < meeting.items.size(); ++i) {
        add_item(open, meeting, page->items[i], meeting.items[i], entries, out);
    }
    Document actions;
    add_actions(open, meeting, {}, actions);
    out.under("Actions not of one item", actions);
    if (const auto closed = meeting.closed()) {
        out.heading(2, "Close");
        out.paragraph("The meeting closed at " + meeting_clock(open, meeting, *closed) + ".");
    }
    return out.text();
}

std::vector<std::string> minutes_left_out(const Ground& ground, const Meeting& meeting) {
    std::vector<std::string> out;
    for (const auto& item : meeting.items) {
        const auto number = std::to_string(item.number);
        if (!item.taken.empty() && notes_in_private(meeting, item)) {
            out.push_back("Item " + number + ": what was said, moved, advised and asked of people. "
                                             "It was taken in private.");
        }
        for (const auto& declaration : item.declarations) {
            if (declaration.sensitive) {
                out.push_back("Item " + number + ": what the interest of " +
                              seat_name(ground, declaration.seat, declaration.at) +
                              " is about. It was declared as sensitive.");
            }
        }
        for (const auto& advice : item.advice) {
            if (advice.restricted) {
                out.push_back("Item " + number + ": the advice of the " + advice.from +
                              ". It is restricted.");
            }
        }
    }
    const bool excluded =
        std::any_of(meeting.presence.begin(), meeting.presence.end(),
                    [](const Presence& stay) { return stay.why == LeftBecause::excluded; });
    if (excluded) {
        out.emplace_back("Who was excluded, and the times of those who were not there "
                         "throughout.");
    }
    const bool visitors =
        std::any_of(meeting.presence.begin(), meeting.presence.end(),
                    [](const Presence& stay) { return stay.as == PresentAs::visitor; });
    if (visitors) {
        out.emplace_back("The names of visitors.");
    }
    return out;
}

} // namespace quorate::views
