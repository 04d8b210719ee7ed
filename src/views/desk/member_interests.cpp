// A member's register of interests: the entries, what was declared at items, and which entries may
// touch an item. A match is a prompt and no more: the member must declare with or without one.

#include "governance/codec_names.hpp"
#include "governance/words.hpp"
#include "views/bodies_make.hpp"
#include "views/desk/own_make.hpp"
#include "views/meetings_make.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace quorate::views {

using namespace governance;

namespace {

constexpr std::string_view erased = "(words no longer held)";

/// Words that say nothing of what an interest or an item is about.
constexpr std::array common_words = {
    "about",        "above",    "after",       "agency",      "agenda",      "agree",
    "agreed",       "also",     "annual",      "another",     "appointment", "approval",
    "approve",      "area",     "arrangement", "association", "been",        "before",
    "being",        "below",    "between",     "board",       "body",        "brother",
    "business",     "chair",    "chief",       "company",     "contract",    "council",
    "county",       "daughter", "director",    "discussion",  "district",    "draft",
    "during",       "each",     "employed",    "employee",    "employer",    "every",
    "executive",    "family",   "father",      "first",       "friend",      "from",
    "future",       "general",  "group",       "have",        "held",        "hold",
    "holder",       "husband",  "interest",    "into",        "item",        "known",
    "land",         "last",     "leader",      "limited",     "local",       "manager",
    "matter",       "meeting",  "member",      "membership",  "minute",      "mother",
    "national",     "near",     "next",        "office",      "officer",     "only",
    "organisation", "other",    "over",        "owner",       "paid",        "paper",
    "part",         "partner",  "partnership", "party",       "people",      "person",
    "place",        "plan",     "policy",      "progress",    "proposal",    "public",
    "quarter",      "regional", "report",      "review",      "role",        "said",
    "same",         "second",   "service",     "shall",       "share",       "shareholder",
    "since",        "sister",   "some",        "spouse",      "strategy",    "such",
    "team",         "terms",    "that",        "their",       "them",        "there",
    "these",        "they",     "third",       "this",        "those",       "through",
    "time",         "today",    "together",    "town",        "trust",       "trustee",
    "under",        "until",    "update",      "using",       "very",        "welcome",
    "were",         "what",     "when",        "where",       "which",       "wife",
    "will",         "with",     "within",      "without",     "work",        "working",
    "year",         "years",    "your"};

bool letter(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte >= 'a' && byte <= 'z') || byte >= 0x80;
}

char small(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/// One form for "ferry" and "ferries", "school" and "schools".
std::string stem(std::string word) {
    const auto cut = [&](std::string_view ending, std::string_view instead) {
        const bool ends = word.size() > ending.size() + 2 && word.ends_with(ending);
        if (ends) {
            word.replace(word.size() - ending.size(), ending.size(), instead);
        }
        return ends;
    };
    if (!cut("ies", "y") && !cut("sses", "ss") && !word.ends_with("ss")) {
        cut("s", "");
    }
    return word;
}

/// The words of a text that tell what it is about.
std::set<std::string> telling_words(std::string_view text) {
    constexpr std::size_t length_min = 4;
    std::set<std::string> out;
    std::string word;
    const auto take = [&] {
        const auto stemmed = stem(std::move(word));
        const bool common =
            std::find(common_words.begin(), common_words.end(), stemmed) != common_words.end();
        if (stemmed.size() >= length_min && !common) {
            out.insert(stemmed);
        }
        word.clear();
    };
    for (const char c : text) {
        if (letter(small(c))) {
            word += small(c);
        } else {
            take();
        }
    }
    take();
    return out;
}

std::string lowered(std::string_view text) {
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(), small);
    return out;
}

std::string first_shared(const std::set<std::string>& a, const std::set<std::string>& b) {
    for (const auto& word : a) {
        if (b.contains(word)) {
            return word;
        }
    }
    return {};
}

/// The matter of an item in the words of the terms, and its name.
std::string matter_words(const Ground& ground, const Meeting& meeting, const Item& item) {
    if (!item.matter) {
        return {};
    }
    auto out = plain_name(item.matter->view());
    if (const auto* terms = ground.terms(meeting.body, ground.now)) {
        for (const auto& rule : terms->terms.all<charter::ResponsibilityRule>()) {
            out += rule->matter == item.matter->value && !rule->what.empty() ? ": " + rule->what
                                                                             : std::string();
        }
    }
    return out;
}

/// Words of its own name stand in titles and entries alike: "Kent".
std::set<std::string> own_name_words(const Ground& ground) {
    const auto* body = main_body(ground);
    auto out = telling_words(ground.state().genesis->name);
    if (body != nullptr) {
        out.merge(telling_words(ground.body(body->id).name));
    }
    return out;
}

std::set<std::string> without(std::set<std::string> words, const std::set<std::string>& taken) {
    std::erase_if(words, [&](const std::string& word) { return taken.contains(word); });
    return words;
}

/// What an item is about, for matching.
struct About {
    std::string title;
    std::set<std::string> title_words;
    std::string matter;
    std::set<std::string> matter_words;
};

About about(const Ground& ground, const Meeting& meeting, const Item& item) {
    About out;
    out.title = ground.words(item.title).value_or("");
    const auto common = own_name_words(ground);
    out.title_words = without(telling_words(out.title), common);
    out.matter = matter_words(ground, meeting, item);
    out.matter_words = without(telling_words(out.matter), common);
    return out;
}

/// To whom it is said: to the member whose entry it is, or to somebody else of them.
enum class Reads { own, others };

/// Why an entry may touch an item; empty when nothing says so.
std::string why_it_matches(const Ground& ground, const Item& item, const About& about,
                           const RegisteredInterest& interest, const std::string& nature,
                           Reads reads) {
    const std::string entry = reads == Reads::own ? "your entry" : "their entry";
    if (interest.organisation) {
        const auto name = ground.organisation(*interest.organisation);
        if (std::find(item.affects.begin(), item.affects.end(), *interest.organisation) !=
            item.affects.end()) {
            return "The item concerns " + name + ".";
        }
        if (!name.empty() && lowered(about.title).find(lowered(name)) != std::string::npos) {
            return "The title names " + name + ".";
        }
    }
    for (const auto& affected : item.affects) {
        const auto name = ground.organisation(affected);
        if (!name.empty() && lowered(nature).find(lowered(name)) != std::string::npos) {
            return "The item concerns " + name + ", which " + entry + " names.";
        }
    }
    auto words = telling_words(nature);
    if (interest.organisation) {
        words.merge(telling_words(ground.organisation(*interest.organisation)));
    }
    if (const auto word = first_shared(words, about.title_words); !word.empty()) {
        return "The title and " + entry + " both speak of “" + word + "”.";
    }
    if (const auto word = first_shared(words, about.matter_words); !word.empty()) {
        return "What the item is for (" + about.matter + ") and " + entry + " both speak of “" +
               word + "”.";
    }
    return {};
}

bool stands(const Ground& ground, const RegisteredInterest& interest) {
    return interest.from <= ground.now && (!interest.until || *interest.until > ground.now);
}

OwnDeclaration declaration_shown(const Ground& ground, const Meeting& meeting, const Item& item,
                                 const Declaration& declaration, const InterestShown& shown) {
    OwnDeclaration out;
    out.meeting = ground.meeting(meeting.id);
    out.when = ground.moment(meeting.body, meeting.scheduled);
    out.item = item.number;
    out.title = ground.words(item.title).value_or(std::string(erased));
    const auto nature = ground.words_or(declaration.nature, "");
    const auto whose = declaration.subject == InterestSubject::family    ? ", your family's"
                       : declaration.subject == InterestSubject::friends ? ", a friend's"
                                                                         : "";
    out.what = plain_name(written(declaration.kind)) + " interest" + whose +
               (nature.empty() ? "." : ": " + as_sentence(nature));
    out.open = shown.determination.empty();
    const bool over = meeting.status == MeetingStatus::closed;
    out.determined = !out.open ? as_sentence(shown.determination)
                     : over    ? "Nothing was determined on record."
                               : "What follows is still to be determined.";
    return out;
}

/// Those of the entries made from one of these seats that may touch the item.
std::vector<InterestMatch> matches_of(const Ground& ground, const Meeting& meeting,
                                      const Item& item, const std::vector<SeatId>& seats,
                                      Reads reads) {
    std::vector<InterestMatch> out;
    std::optional<About> made;
    ground.state().interests.each([&](const RegisteredInterest& interest) {
        const bool theirs = std::find(seats.begin(), seats.end(), interest.seat) != seats.end();
        if (!theirs || !stands(ground, interest) ||
            !of_holder(ground, interest.seat, interest.from)) {
            return;
        }
        if (reads == Reads::others && !ground.see.nature(interest.sensitive)) {
            return; // a match would tell of what it is about
        }
        if (!made) {
            made = about(ground, meeting, item);
        }
        const auto nature = ground.words(interest.nature).value_or(std::string(erased));
        if (auto why = why_it_matches(ground, item, *made, interest, nature, reads); !why.empty()) {
            out.push_back({interest.id.value, nature, std::move(why)});
        }
    });
    return out;
}

} // namespace

std::vector<InterestMatch> interest_matches(const Ground& ground, const Meeting& meeting,
                                            const Item& item) {
    std::vector<SeatId> seats;
    for (const auto& own : seats_of_viewer(ground)) {
        seats.push_back(own.seat->id);
    }
    return matches_of(ground, meeting, item, seats, Reads::own);
}

std::vector<InterestMatch> interest_matches(const Ground& ground, const Meeting& meeting,
                                            const Item& item, const Seat& seat) {
    return matches_of(ground, meeting, item, {seat.id}, Reads::others);
}

std::vector<OwnInterest> own_interests(const Ground& ground,
                                       const std::vector<SeatOfViewer>& seats) {
    std::vector<OwnInterest> out;
    ground.state().interests.each([&](const RegisteredInterest& interest) {
        for (const auto& own : seats) {
            if (!stands(ground, interest) || interest.seat != own.seat->id ||
                !of_holder(ground, interest.seat, interest.from)) {
                continue;
            }
            OwnInterest shown;
            shown.id = interest.id.value;
            shown.kind_id = written(interest.kind);
            shown.kind = plain_name(shown.kind_id);
            shown.nature = ground.words(interest.nature).value_or(std::string(erased));
            shown.organisation =
                interest.organisation ? ground.organisation(*interest.organisation) : "";
            shown.organisation_id = interest.organisation ? interest.organisation->value : "";
            shown.sensitive = interest.sensitive;
            shown.since = ground.moment(own.seat->body, interest.from);
            shown.seat = own_seat(ground, own);
            out.push_back(std::move(shown));
        }
    });
    return out;
}

std::vector<OwnDeclaration> own_declarations(const Ground& ground,
                                             const std::vector<SeatOfViewer>& seats) {
    std::vector<OwnDeclaration> out;
    ground.state().meetings.each([&](const Meeting& meeting) {
        for (const auto& item : meeting.items) {
            if (item.declarations.empty()) {
                continue;
            }
            const auto shown = interests_shown(ground, meeting, item);
            for (std::size_t i = 0; i < item.declarations.size(); ++i) {
                const auto& declaration = item.declarations[i];
                const bool theirs =
                    std::any_of(seats.begin(), seats.end(), [&](const SeatOfViewer& own) {
                        return own.seat->id == declaration.seat;
                    });
                if (theirs && of_holder(ground, declaration.seat, declaration.at)) {
                    out.push_back(declaration_shown(ground, meeting, item, declaration, shown[i]));
                }
            }
        }
    });
    std::stable_sort(out.begin(), out.end(), [](const OwnDeclaration& a, const OwnDeclaration& b) {
        return a.when.instant > b.when.instant;
    });
    return out;
}

} // namespace quorate::views
