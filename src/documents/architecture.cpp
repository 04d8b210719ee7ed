// The bodies of one day, from top to bottom.

#include "documents/architecture.hpp"

#include "base/time.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace quorate::documents {

namespace {

using html::BoxLook;
using html::LineLook;
using views::ArchitectureBody;
using views::ArchitectureLink;
using views::ArchitecturePage;

// So many bodies with the same links share a frame; fewer do where there is much to draw.
constexpr std::size_t alike_min = 5;
constexpr std::size_t alike_min_of_many = 3;
constexpr std::size_t many_bodies = 12;

/// "1 July 2008", without the weekday.
std::string day_words(base::CivilDate on) {
    const auto words = base::words(on);
    return words.substr(words.find(' ') + 1);
}

bool is_succession(const std::string& kind) {
    return kind == "succeeds" || kind == "absorbs-work-of" || kind == "may-absorb-work-of" ||
           kind == "client-role-from";
}

/// Which end stands above: true for `to`.
bool upward(const std::string& kind) {
    return kind == "accountable-to" || kind == "managed-through" || kind == "exists-within" ||
           kind == "reports-to";
}

using Pair = std::pair<std::size_t, std::size_t>;
using Kinds = std::set<std::string>;

/// What is to be drawn of a page: its bodies by number and the lines between them.
struct Sketch {
    std::vector<const ArchitectureBody*> bodies;
    std::map<Pair, Kinds> ranked;   ///< upper and lower
    std::map<Pair, Kinds> followed; ///< the body followed and the one that follows
    std::set<Pair> beside;          ///< work together, and nothing else links them
};

bool bodies_on_record(const ArchitecturePage& page, const ArchitectureLink& link) {
    const auto known = [&](const std::string& id) {
        return std::any_of(page.bodies.begin(), page.bodies.end(),
                           [&](const ArchitectureBody& body) {
                               return body.id == id && body.status != "outside";
                           });
    };
    return known(link.from) && known(link.to);
}

/// A link that the picture shows in some way.
bool drawable(const ArchitecturePage& page, const ArchitectureLink& link) {
    return link.kind != "may-absorb-work-of" &&
           (!is_succession(link.kind) || bodies_on_record(page, link));
}

std::size_t number_of(const Sketch& sketch, const std::string& id) {
    const auto found = std::find_if(sketch.bodies.begin(), sketch.bodies.end(),
                                    [&](const ArchitectureBody* body) { return body->id == id; });
    return static_cast<std::size_t>(found - sketch.bodies.begin());
}

/// True when lines lead from the upper body down to the lower one by way of another.
bool by_way_of_another(const Sketch& sketch, const Pair& pair) {
    std::set<std::size_t> seen{pair.first};
    std::vector<std::size_t> open{pair.first};
    while (!open.empty()) {
        const auto here = open.back();
        open.pop_back();
        for (const auto& [line, kinds] : sketch.ranked) {
            if (line.first != here || line == pair) {
                continue;
            }
            if (line.second == pair.second) {
                return true;
            }
            if (seen.insert(line.second).second) {
                open.push_back(line.second);
            }
        }
    }
    return false;
}

/// Takes out lines that only repeat what a chain of others says.
void leave_out_repeated(Sketch& sketch) {
    for (auto line = sketch.ranked.begin(); line != sketch.ranked.end();) {
        const bool slight =
            std::all_of(line->second.begin(), line->second.end(), [](const std::string& kind) {
                return kind == "oversees" || kind == "reports-to";
            });
        line = slight && by_way_of_another(sketch, line->first) ? sketch.ranked.erase(line)
                                                                : std::next(line);
    }
}

/// True when lines lead from the one body down to the other.
bool stands_above(const Sketch& sketch, std::size_t upper, std::size_t lower) {
    return sketch.ranked.contains({upper, lower}) || by_way_of_another(sketch, {upper, lower});
}

/// Takes out that two bodies work together where another line links them, and where one of them
/// works already with a body that stands above the other.
void leave_out_lesser(Sketch& sketch) {
    const auto all = sketch.beside;
    std::erase_if(sketch.beside, [&](const Pair& pair) {
        if (sketch.ranked.contains(pair) || sketch.ranked.contains({pair.second, pair.first})) {
            return true;
        }
        return std::any_of(all.begin(), all.end(), [&](const Pair& other) {
            for (const auto& [one, two] : {pair, Pair{pair.second, pair.first}}) {
                const auto with = other.first == one ? other.second : other.first;
                const bool theirs = other.first == one || other.second == one;
                if (theirs && with != two && stands_above(sketch, with, two)) {
                    return true;
                }
            }
            return false;
        });
    });
}

Sketch sketch_of(const ArchitecturePage& page) {
    Sketch out;
    std::set<std::string> linked;
    for (const auto& link : page.links) {
        if (drawable(page, link)) {
            linked.insert({link.from, link.to});
        }
    }
    for (const auto& body : page.bodies) {
        if (body.status != "outside" || linked.contains(body.id)) {
            out.bodies.push_back(&body);
        }
    }
    for (const auto& link : page.links) {
        if (!drawable(page, link)) {
            continue;
        }
        const auto from = number_of(out, link.from);
        const auto to = number_of(out, link.to);
        if (is_succession(link.kind)) {
            out.followed[{to, from}].insert(link.kind);
        } else if (link.kind == "works-with") {
            out.beside.insert({std::min(from, to), std::max(from, to)});
        } else {
            out.ranked[upward(link.kind) ? Pair{to, from} : Pair{from, to}].insert(link.kind);
        }
    }
    leave_out_repeated(out);
    leave_out_lesser(out);
    return out;
}

std::string members_words(const ArchitectureBody& body) {
    if (body.seats == 0) {
        return {};
    }
    const auto seats = std::to_string(body.seats) + (body.seats == 1 ? " seat" : " seats");
    const auto vacant = body.seats - body.filled;
    return vacant == 0 ? seats : seats + ", " + std::to_string(vacant) + " vacant";
}

CardText text_of(const ArchitectureBody& body, bool top, const PictureAsked& asked,
                 base::CivilDate on) {
    CardText out;
    out.id = body.id;
    out.name = body.name;
    out.statute = body.statutory;
    if (body.has_page) {
        out.link = asked.link(body.id, on);
    }
    if (body.status == "outside") {
        out.look = BoxLook::round;
        return out;
    }
    const auto note = [&](std::string words) {
        if (!words.empty()) {
            out.notes.push_back(std::move(words));
        }
    };
    note(body.statutory ? (body.sort.empty() ? "By statute" : body.sort + ", by statute")
                        : body.sort);
    note(members_words(body));
    note(body.status_words);
    note(body.terms_proposed && body.status != "proposed" ? "Terms proposed" : "");
    out.look = body.status == "proposed"    ? BoxLook::dashed
               : body.status == "dissolved" ? BoxLook::dotted
               : top                        ? BoxLook::top
                                            : BoxLook::plain;
    return out;
}

/// All the lines of a body, as a word: bodies with the same word can share a frame.
std::string lines_word(const Sketch& sketch, std::size_t body) {
    std::string out = sketch.bodies[body]->status + " " + sketch.bodies[body]->sort +
                      (sketch.bodies[body]->statutory ? " s" : "");
    const auto add = [&](const char* sort, const Pair& pair, const Kinds& kinds) {
        if (pair.first != body && pair.second != body) {
            return;
        }
        out += std::string(";") + sort + (pair.first == body ? ">" : "<") +
               std::to_string(pair.first == body ? pair.second : pair.first);
        for (const auto& kind : kinds) {
            out += "," + kind;
        }
    };
    for (const auto& [pair, kinds] : sketch.ranked) {
        add("r", pair, kinds);
    }
    for (const auto& [pair, kinds] : sketch.followed) {
        add("f", pair, kinds);
    }
    for (const auto& pair : sketch.beside) {
        // Working together has no direction.
        if (pair.first == body || pair.second == body) {
            out += ";b" + std::to_string(pair.first == body ? pair.second : pair.first);
        }
    }
    return out;
}

/// The words on a line whose look does not say all it stands for.
std::vector<std::string> words_on(const Kinds& kinds, const std::string& main) {
    std::vector<std::string> out;
    const auto say = [&](const char* kind, const char* words) {
        if (kinds.contains(kind) && main != kind) {
            out.emplace_back(words);
        }
    };
    say("exists-within", "exists within it");
    say("managed-through", "and managed through it");
    say("delegates-to", "with delegated work");
    if (main == "exists-within") {
        out.insert(out.begin(), "exists within");
    }
    if (main == "reports-to") {
        out.emplace_back("reports to");
    }
    if (main == "delegates-to") {
        out.emplace_back("delegates to");
    }
    return out;
}

std::string main_of(const Kinds& kinds) {
    for (const char* kind :
         {"accountable-to", "managed-through", "exists-within", "oversees", "delegates-to"}) {
        if (kinds.contains(kind)) {
            return kind;
        }
    }
    return "reports-to";
}

LineLook look_of(const std::string& kind) {
    return kind == "accountable-to"    ? LineLook::heavy
           : kind == "managed-through" ? LineLook::dashed
           : kind == "works-with"      ? LineLook::dotted
           : is_succession(kind)       ? LineLook::double_
                                       : LineLook::thin;
}

class Maker {
public:
    Maker(const Sketch& sketch, const PictureAsked& asked, base::CivilDate on)
        : sketch_(sketch), asked_(asked), on_(on) {}

    Drawing make() {
        add_cards();
        for (const auto& [pair, kinds] : sketch_.ranked) {
            ranked_line(pair, kinds);
        }
        for (const auto& pair : sketch_.beside) {
            beside_line(pair);
        }
        for (const auto& [pair, kinds] : sketch_.followed) {
            followed_line(pair, kinds);
        }
        hang_the_loose();
        return std::move(out_);
    }

private:
    [[nodiscard]] bool is_top(std::size_t body) const {
        bool above_others = false;
        for (const auto& [pair, kinds] : sketch_.ranked) {
            if (pair.second == body) {
                return false;
            }
            above_others = above_others || pair.first == body;
        }
        return above_others;
    }

    void add_cards() {
        std::map<std::string, std::vector<std::size_t>> alike;
        for (std::size_t i = 0; i < sketch_.bodies.size(); ++i) {
            alike[lines_word(sketch_, i)].push_back(i);
        }
        card_of_.assign(sketch_.bodies.size(), out_.cards.size());
        std::set<std::size_t> placed;
        for (std::size_t i = 0; i < sketch_.bodies.size(); ++i) {
            if (placed.contains(i)) {
                continue;
            }
            auto group = alike[lines_word(sketch_, i)];
            const auto least = sketch_.bodies.size() > many_bodies ? alike_min_of_many : alike_min;
            if (group.size() < least || sketch_.bodies[i]->status == "outside") {
                group = {i};
            }
            std::vector<CardText> texts;
            for (const auto body : group) {
                placed.insert(body);
                card_of_[body] = out_.cards.size();
                texts.push_back(text_of(*sketch_.bodies[body], is_top(body), asked_, on_));
            }
            const auto& sort = sketch_.bodies[i]->sort;
            out_.cards.push_back(
                texts.size() == 1 ? Card(std::move(texts.front()))
                                  : Card(std::move(texts), sort.empty() ? "bodies" : sort + "s"));
            out_.graph.nodes.push_back({out_.cards.back().width(), out_.cards.back().height()});
        }
        hangs_.assign(out_.cards.size(), false);
    }

    /// Adds a line once, however many bodies of a frame it is for.
    void add(GraphEdge edge, Drawing::Line line) {
        if (edge.from == edge.to || !drawn_.insert({edge.from, edge.to}).second) {
            return;
        }
        if (edge.ranks) {
            hangs_[edge.from] = hangs_[edge.to] = true;
        }
        out_.graph.edges.push_back(edge);
        out_.lines.push_back(std::move(line));
    }

    void ranked_line(const Pair& pair, const Kinds& kinds) {
        const auto main = main_of(kinds);
        GraphEdge edge;
        edge.from = card_of_[pair.first];
        edge.to = card_of_[pair.second];
        const bool down = main == "oversees" || main == "delegates-to";
        const bool strong = main == "accountable-to" || main == "managed-through";
        (down ? edge.at_to : edge.at_from) = strong ? Head::filled : Head::hollow;
        edge.weight = main == "accountable-to" ? 6 : 2;
        add(edge, {look_of(main), strong, words_on(kinds, main)});
    }

    void beside_line(const Pair& pair) {
        GraphEdge edge;
        edge.from = card_of_[pair.first];
        edge.to = card_of_[pair.second];
        edge.ranks = !hangs_[edge.from] || !hangs_[edge.to];
        if (edge.ranks && !hangs_[edge.from] && hangs_[edge.to]) {
            std::swap(edge.from, edge.to);
        }
        add(edge, {LineLook::dotted, true, {}});
    }

    void followed_line(const Pair& pair, const Kinds& kinds) {
        GraphEdge edge;
        edge.from = card_of_[pair.first];
        edge.to = card_of_[pair.second];
        edge.at_to = Head::filled;
        edge.ranks = false;
        std::vector<std::string> words;
        if (!kinds.contains("succeeds")) {
            words.emplace_back(kinds.contains("absorbs-work-of") ? "work absorbed by"
                                                                 : "client role passes to");
        }
        add(edge, {LineLook::double_, true, std::move(words)});
    }

    /// What no line holds in its place stands below the first body.
    void hang_the_loose() {
        for (std::size_t card = 1; card < out_.cards.size(); ++card) {
            const bool follows = std::any_of(sketch_.followed.begin(), sketch_.followed.end(),
                                             [&](const auto& each) {
                                                 return card_of_[each.first.first] == card ||
                                                        card_of_[each.first.second] == card;
                                             });
            if (!hangs_[card] && !follows) {
                GraphEdge edge;
                edge.to = card;
                edge.hidden = true;
                out_.graph.edges.push_back(edge);
                out_.lines.emplace_back();
            }
        }
    }

    const Sketch& sketch_;
    const PictureAsked& asked_;
    const base::CivilDate on_;
    Drawing out_;
    std::vector<std::size_t> card_of_; ///< by body
    std::vector<bool> hangs_;          ///< by card: a line that ranks holds it
    std::set<Pair> drawn_;
};

std::string counted(std::size_t count, const char* one, const char* many) {
    return std::to_string(count) + " " + (count == 1 ? one : many);
}

std::string description_of(const ArchitecturePage& page) {
    const auto sketch = sketch_of(page);
    std::string out = counted(page.bodies.size(), "body", "bodies") + " and " +
                      counted(page.links.size(), "link", "links") + ".";
    for (const auto& [pair, kinds] : sketch.ranked) {
        if (kinds.contains("accountable-to")) {
            out += " " + sketch.bodies[pair.second]->name + " is accountable to " +
                   sketch.bodies[pair.first]->name + ".";
        }
    }
    out += page.draft_words.empty() ? "" : " Draft: " + page.draft_words;
    return out + " The table on the page holds every body and every link.";
}

} // namespace

Drawing architecture_drawing(const ArchitecturePage& page, const PictureAsked& asked) {
    const auto sketch = sketch_of(page);
    auto out = Maker(sketch, asked, page.on).make();
    out.frame.id = asked.id;
    out.frame.title = "The architecture of " + asked.partnership + " on " + day_words(page.on) +
                      (page.draft ? " (draft)" : "");
    out.frame.description = description_of(page);
    return out;
}

std::vector<LegendEntry> architecture_legend(const ArchitecturePage& page) {
    const auto sketch = sketch_of(page);
    std::set<std::string> lines;
    std::set<std::string> boxes;
    for (const auto& [pair, kinds] : sketch.ranked) {
        lines.insert(main_of(kinds));
    }
    for (const auto* body : sketch.bodies) {
        boxes.insert(body->status);
        if (body->statutory) {
            boxes.insert("statute");
        }
    }
    std::vector<LegendEntry> out;
    const auto line = [&](bool there, LineLook look, bool head, const char* words) {
        if (there) {
            out.push_back({html::line_sample(look, head), words});
        }
    };
    const auto box = [&](const char* there, BoxLook look, bool statute, const char* words) {
        if (boxes.contains(there)) {
            out.push_back({html::box_sample(look, statute), words});
        }
    };
    line(lines.contains("accountable-to"), LineLook::heavy, true, "is accountable to");
    line(lines.contains("managed-through"), LineLook::dashed, true, "is managed through");
    line(lines.contains("oversees"), LineLook::thin, true, "oversees, or as the line says");
    line(!lines.contains("oversees") &&
             (lines.contains("exists-within") || lines.contains("delegates-to") ||
              lines.contains("reports-to")),
         LineLook::thin, true, "as the line says");
    line(!sketch.beside.empty(), LineLook::dotted, false, "works with");
    line(!sketch.followed.empty(), LineLook::double_, true,
         "its responsibilities pass to, or as the line says");
    box("statute", BoxLook::plain, true, "set up by statute");
    box("proposed", BoxLook::dashed, false, "proposed");
    box("dissolved", BoxLook::dotted, false, "has come to an end");
    box("outside", BoxLook::round, false, "not a body of this partnership");
    return out;
}

} // namespace quorate::documents
