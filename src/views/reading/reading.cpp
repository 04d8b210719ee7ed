#include "views/reading/reading.hpp"

#include "base/text.hpp"
#include "governance/codec_names.hpp"
#include "governance/words.hpp"
#include "views/desk/own_make.hpp"
#include "views/meetings_make.hpp"
#include "views/reader.hpp"

#include <algorithm>
#include <array>

namespace quorate::views {

using namespace governance;
using partnership::MeetingLook;
using partnership::Note;

namespace {

constexpr std::string_view erased = "(words no longer held)";

/// The account that reads, when it has notes of its own; empty for none.
std::string own_account(const Ground& ground) {
    const auto& account = ground.see.viewer().account;
    const bool own = ground.partnership.workspace() != nullptr && ground.see.private_notes(account);
    return own ? account : std::string();
}

std::string place_words(std::size_t index) {
    constexpr std::array words = {"first", "second",  "third",  "fourth", "fifth",
                                  "sixth", "seventh", "eighth", "ninth",  "tenth"};
    return index < words.size() ? words[index] : "number " + std::to_string(index + 1);
}

template <class T>
bool has(const std::vector<T>& list, const T& one) {
    return std::find(list.begin(), list.end(), one) != list.end();
}

/// Where an item stands among those that were there at the last look too, so that one that came
/// between does not make the others look moved.
std::size_t place_in(const std::vector<std::int64_t>& order, const std::vector<std::int64_t>& other,
                     std::int64_t number) {
    std::size_t place = 0;
    for (const auto each : order) {
        if (each == number) {
            break;
        }
        place += has(other, each) ? 1U : 0U;
    }
    return place;
}

std::string item_news(const std::vector<std::int64_t>& now, const MeetingLook& since,
                      std::int64_t number) {
    if (!has(since.items, number)) {
        return "New on the agenda since you last looked.";
    }
    if (place_in(now, since.items, number) == place_in(since.items, now, number)) {
        return {};
    }
    const auto index = [&](const std::vector<std::int64_t>& order) {
        return static_cast<std::size_t>(std::find(order.begin(), order.end(), number) -
                                        order.begin());
    };
    return "Moved: it was " + place_words(index(since.items)) + " when you last looked, and is " +
           place_words(index(now)) + " now.";
}

std::string item_state(const Ground& ground, const Item& item) {
    switch (item.status) {
    case ItemStatus::withdrawn:
        return "Withdrawn: it will not be taken.";
    case ItemStatus::deferred:
        return item.deferred_to ? "Put off to " + ground.meeting(*item.deferred_to).name + "."
                                : "Put off.";
    case ItemStatus::not_allowed:
        return "Not to be taken: it came late and was not allowed.";
    default:
        return {};
    }
}

std::vector<std::int64_t> numbers_of(const Meeting& meeting) {
    std::vector<std::int64_t> out;
    for (const auto& item : meeting.items) {
        out.push_back(item.number);
    }
    return out;
}

/// What is kept of an account about one meeting.
struct Kept {
    std::vector<std::string> seen;
    std::vector<Note> notes;
};

Kept kept_of(const Ground& ground, const std::string& account, std::string_view meeting) {
    auto& workspace = *ground.partnership.workspace();
    Kept out;
    if (auto seen = partnership::papers_seen(workspace, account, meeting)) {
        out.seen = std::move(*seen);
    }
    if (auto notes = partnership::notes_on(workspace, account, meeting)) {
        out.notes = std::move(*notes);
    }
    return out;
}

/// "Written on the version of 3 June 2008." when the newest is another one.
std::string written_on(const Note& note, const ReadingPaper& paper) {
    if (note.digest.empty() || note.digest == paper.paper.digest) {
        return {};
    }
    for (const auto& version : paper.earlier) {
        if (version.digest == note.digest && version.sent_on) {
            return "Written on the version of " + short_date(version.sent_on->local.date) + ".";
        }
    }
    return "Written on an earlier version.";
}

NoteShown note_shown(const Ground& ground, const Meeting& meeting, const Note& note) {
    return {note.words, note.turn, ground.moment(meeting.body, note.changed), {}};
}

void add_note(const Ground& ground, const Meeting& meeting, const std::vector<Note>& notes,
              std::int64_t item, ReadingPaper& paper) {
    for (const auto& note : notes) {
        if (note.place.item == item && note.place.line == paper.line) {
            paper.note = note_shown(ground, meeting, note);
            paper.note.written_on = written_on(note, paper);
        }
    }
}

/// Papers of one item, the versions of one paper together: they come oldest first.
std::vector<ReadingPaper> with_versions(const std::vector<PaperShown>& papers, std::int64_t item) {
    std::vector<ReadingPaper> out;
    for (const auto& paper : papers) {
        if (paper.item.value_or(0) != item) {
            continue;
        }
        const auto line = partnership::paper_line(paper.title);
        const auto found = std::find_if(
            out.begin(), out.end(), [&](const ReadingPaper& each) { return each.line == line; });
        if (found == out.end()) {
            ReadingPaper made;
            made.paper = paper;
            made.line = line;
            out.push_back(std::move(made));
        } else if (found->paper.digest != paper.digest) {
            const auto& before = found->paper;
            found->earlier.insert(found->earlier.begin(),
                                  {before.digest, before.name, before.sent_on});
            found->paper = paper;
        }
    }
    return out;
}

std::string news_of(const ReadingPaper& paper, const std::optional<MeetingLook>& since) {
    if (!since || has(since->papers, paper.paper.digest)) {
        return {};
    }
    const bool replaced =
        std::any_of(paper.earlier.begin(), paper.earlier.end(),
                    [&](const PaperVersion& each) { return has(since->papers, each.digest); });
    return replaced ? "replaced" : "new";
}

/// How the first sending of a file stood against the notice the terms ask for; empty when in time.
std::string late_words(const std::vector<CirculationShown>& log, const std::string& digest) {
    for (const auto& sent : log) {
        const bool in_it =
            std::any_of(sent.files.begin(), sent.files.end(),
                        [&](const PaperShown& file) { return file.digest == digest; });
        if (in_it) {
            return sent.notice.mark == Mark::breach ? sent.notice.words : std::string();
        }
    }
    return {};
}

struct Making {
    const Ground& ground;
    const Meeting& meeting;
    const std::vector<PaperShown>& papers;
    const std::vector<CirculationShown>& log;
    const Kept& kept;
    const std::vector<ClosedPapers>& closed;
    const std::optional<MeetingLook>& since;
    Reading& out;

    void add_papers(ReadingItem& item) const {
        for (const auto& each : closed) {
            if (each.item.value_or(0) == item.number) {
                item.closed = each.words;
            }
        }
        for (auto& paper : with_versions(papers, item.number)) {
            paper.read = has(kept.seen, paper.paper.digest);
            paper.news = news_of(paper, since);
            paper.late = late_words(log, paper.paper.digest);
            add_note(ground, meeting, kept.notes, item.number, paper);
            ++out.count.papers;
            out.count.unread += paper.read ? 0 : 1;
            out.count.fresh += paper.news.empty() ? 0 : 1;
            item.papers.push_back(std::move(paper));
        }
        for (const auto& note : kept.notes) {
            const bool listed =
                std::any_of(item.papers.begin(), item.papers.end(), [&](const ReadingPaper& paper) {
                    return paper.line == note.place.line;
                });
            const bool apart =
                note.place.item == item.number && !note.place.line.empty() && !listed;
            item.notes_apart += apart ? 1 : 0;
        }
    }
    void add_item_note(ReadingItem& item) const {
        for (const auto& note : kept.notes) {
            if (note.place.item == item.number && note.place.line.empty()) {
                item.note = note_shown(ground, meeting, note);
            }
        }
    }
    void add_whole() const {
        ReadingItem whole;
        whole.title = "The meeting as a whole";
        add_papers(whole);
        add_item_note(whole);
        out.items.push_back(std::move(whole));
    }
    void add_item(const Item& item, const std::vector<std::int64_t>& order) const {
        ReadingItem shown;
        shown.number = item.number;
        shown.title = ground.words(item.title).value_or(std::string(erased));
        shown.purpose = written(item.purpose);
        shown.state = item_state(ground, item);
        shown.news = since ? item_news(order, *since, item.number) : "";
        out.count.moved += shown.news.empty() ? 0 : 1;
        add_papers(shown);
        add_item_note(shown);
        out.items.push_back(std::move(shown));
    }
};

const Meeting* own_meeting_in(const Ground& ground, std::string_view id) {
    const auto* meeting = ground.state().meetings.find(MeetingId(id));
    return meeting == nullptr || seats_at_meeting(ground, *meeting).empty() ? nullptr : meeting;
}

std::string about_note(const Reader& reader, const Meeting& meeting, const Note& note) {
    const auto& ground = reader.ground();
    const auto* item = meeting.item(note.place.item);
    std::string out =
        note.place.item == 0 ? "The meeting as a whole" : "Item " + std::to_string(note.place.item);
    if (item != nullptr) {
        out += ", " + ground.words(item->title).value_or(std::string(erased));
    }
    if (note.place.line.empty()) {
        return out;
    }
    for (const auto& paper : papers_of(reader, meeting.id.view())) {
        if (paper.item.value_or(0) == note.place.item &&
            partnership::paper_line(paper.title) == note.place.line) {
            return out + ": " + paper.title;
        }
    }
    // Its title may be part of what they may not read now.
    return out + ": a paper you cannot open now";
}

} // namespace

std::optional<Reading> reading(const Reader& reader, std::string_view id,
                               const std::optional<MeetingLook>& since) {
    const auto& ground = reader.ground();
    const auto account = own_account(ground);
    const auto* meeting = own_meeting_in(ground, id);
    if (meeting == nullptr || account.empty()) {
        return std::nullopt;
    }
    Reading out;
    out.line = meeting_line(ground, *meeting);
    if (since) {
        out.since = ground.moment(meeting->body, since->at);
    }
    const auto papers = papers_of(reader, id);
    const auto log = distribution_log(reader, id);
    const auto kept = kept_of(ground, account, id);
    const auto closed = closed_papers(reader, id);
    const Making making{ground, *meeting, papers, log, kept, closed, since, out};
    making.add_whole();
    const auto order = numbers_of(*meeting);
    for (const auto& item : meeting->items) {
        making.add_item(item, order);
    }
    return out;
}

ReadingCount reading_count(const Reader& reader, std::string_view meeting) {
    const auto& ground = reader.ground();
    const auto account = own_account(ground);
    if (account.empty()) {
        return {};
    }
    const auto since = partnership::last_look_at(*ground.partnership.workspace(), account, meeting);
    const auto out = reading(reader, meeting, since ? *since : std::nullopt);
    return out ? out->count : ReadingCount{};
}

MeetingLook look_now(const Reader& reader, std::string_view id) {
    const auto& ground = reader.ground();
    MeetingLook out;
    out.at = ground.now;
    if (const auto* meeting = own_meeting_in(ground, id)) {
        out.items = numbers_of(*meeting);
        for (const auto& paper : papers_of(reader, id)) {
            out.papers.push_back(paper.digest);
        }
    }
    return out;
}

std::vector<OwnNote> own_notes(const Reader& reader) {
    const auto& ground = reader.ground();
    const auto account = own_account(ground);
    std::vector<OwnNote> out;
    if (account.empty()) {
        return out;
    }
    const auto notes = partnership::notes_of(*ground.partnership.workspace(), account);
    if (!notes) {
        return out;
    }
    for (const auto& note : *notes) {
        const auto* meeting = ground.state().meetings.find(MeetingId(note.place.meeting));
        if (meeting != nullptr) {
            out.push_back({note.place, ground.meeting(meeting->id),
                           about_note(reader, *meeting, note), note_shown(ground, *meeting, note)});
        }
    }
    return out;
}

std::string notes_text(const std::vector<OwnNote>& notes) {
    std::string out = "My notes\n";
    for (const auto& each : notes) {
        out += "\n" + each.meeting.name + "\n" + each.about + "\n";
        if (each.note.changed) {
            out += "Written on " + base::words(each.note.changed->local.date) + "\n";
        }
        out += "\n" + each.note.words + "\n";
    }
    return out;
}

} // namespace quorate::views
