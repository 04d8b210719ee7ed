// How the bodies of one day became those of another: two columns, and what leads across.

#include "base/time.hpp"
#include "documents/architecture.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace quorate::documents {

namespace {

using html::BoxLook;
using html::LineLook;
using views::ArchitectureComparison;
using views::BodyFate;

constexpr std::size_t alike_min = 3; ///< so many bodies with the same fate share a frame

std::string day_words(base::CivilDate on) {
    const auto words = base::words(on);
    return words.substr(words.find(' ') + 1);
}

const views::ArchitectureBody* find(const views::ArchitecturePage& page, const std::string& id) {
    const auto found =
        std::find_if(page.bodies.begin(), page.bodies.end(),
                     [&](const views::ArchitectureBody& body) { return body.id == id; });
    return found == page.bodies.end() ? nullptr : &*found;
}

std::string sort_of(const ArchitectureComparison& between, const BodyFate& fate) {
    for (const auto* page : {&between.later, &between.earlier}) {
        if (const auto* body = find(*page, fate.body.id); body != nullptr && !body->sort.empty()) {
            return body->sort;
        }
    }
    return {};
}

/// All that the picture says of a body, as a word: bodies with the same word can share a frame.
std::string fate_word(const ArchitectureComparison& between, const BodyFate& fate) {
    std::string out = fate.fate + " " + sort_of(between, fate);
    const auto drawn = [&](const std::string& id) {
        return std::any_of(between.bodies.begin(), between.bodies.end(),
                           [&](const BodyFate& other) { return other.body.id == id; });
    };
    for (const auto& each : between.successions) {
        if (each.from.id == fate.body.id && drawn(each.to.id)) {
            out += ";>" + each.mode + each.to.id;
        }
        if (each.to.id == fate.body.id && drawn(each.from.id)) {
            out += ";<" + each.mode + each.from.id;
        }
    }
    return out;
}

class Maker {
public:
    Maker(const ArchitectureComparison& between, const PictureAsked& asked)
        : between_(between), asked_(asked) {}

    Drawing make() {
        add_column(true);
        add_column(false);
        out_.graph.left_to_right = true;
        out_.graph.node_gap = 16;
        out_.graph.rank_gap = 130;
        // Of several lines between two boxes the one that says most is drawn.
        for (const auto* mode : {"assumes", "absorbs", "client-role", "may-absorb"}) {
            for (const auto& succession : between_.successions) {
                if (succession.mode == mode) {
                    add_succession(succession);
                }
            }
        }
        for (const auto& fate : between_.bodies) {
            if (fate.earlier && fate.later) {
                GraphEdge edge;
                edge.weight = 2;
                add(fate.body.id, fate.body.id, edge, {LineLook::faint, true, {}});
            }
        }
        hold_columns();
        out_.headings = {{left_column_, day_words(between_.earlier.on)},
                         {right_column_, day_words(between_.later.on)}};
        return std::move(out_);
    }

private:
    CardText text_of(const BodyFate& fate, bool earlier) const {
        const auto& page = earlier ? between_.earlier : between_.later;
        const auto* body = find(page, fate.body.id);
        CardText out;
        out.id = fate.body.id;
        out.name = fate.body.name;
        if (body == nullptr || fate.fate == "outside") {
            out.look = BoxLook::round;
            return out;
        }
        out.name = body->name;
        out.statute = body->statutory;
        out.link = asked_.link(body->id, page.on);
        out.look = body->status == "proposed" ? BoxLook::dashed : BoxLook::plain;
        if (body->status == "proposed") {
            out.notes.emplace_back("Proposed");
        }
        const bool led =
            std::any_of(between_.successions.begin(), between_.successions.end(),
                        [&](const views::SuccessionShown& each) {
                            return !each.waits && (earlier ? each.from.id : each.to.id) == body->id;
                        });
        if (earlier && fate.fate == "ended") {
            out.notes.emplace_back(led ? "Ended" : "Ended, nobody follows");
        } else if (!earlier && fate.fate == "new") {
            out.notes.emplace_back("New");
        }
        return out;
    }

    /// Those of the earlier day in their order, what is followed from outside beside what is
    /// followed with it; those of the later day level with what leads to them.
    [[nodiscard]] std::vector<const BodyFate*> in_order(bool earlier) const {
        std::vector<std::pair<std::size_t, const BodyFate*>> keyed;
        for (std::size_t i = 0; i < between_.bodies.size(); ++i) {
            const auto& fate = between_.bodies[i];
            if (earlier ? fate.earlier : fate.later) {
                keyed.emplace_back(earlier ? place_before(i) : place_after(fate), &fate);
            }
        }
        std::stable_sort(keyed.begin(), keyed.end(),
                         [](const auto& a, const auto& b) { return a.first < b.first; });
        std::vector<const BodyFate*> out;
        for (const auto& [key, fate] : keyed) {
            out.push_back(fate);
        }
        return out;
    }

    [[nodiscard]] bool followed_by(const BodyFate& fate, const std::string& successor) const {
        return std::any_of(
            between_.successions.begin(), between_.successions.end(), [&](const auto& each) {
                return !each.waits && each.from.id == fate.body.id && each.to.id == successor;
            });
    }

    [[nodiscard]] std::size_t place_before(std::size_t index) const {
        const auto& fate = between_.bodies[index];
        for (std::size_t i = 0; i < index; ++i) {
            for (const auto& each : between_.successions) {
                if (followed_by(fate, each.to.id) && followed_by(between_.bodies[i], each.to.id)) {
                    return 2 * i + 1;
                }
            }
        }
        return 2 * index;
    }

    [[nodiscard]] std::size_t place_after(const BodyFate& fate) const {
        const auto none = 4 * between_.bodies.size();
        std::size_t out = none;
        const auto level_with = [&](const std::string& id, std::size_t more) {
            const auto card = left_.find(id);
            out = card == left_.end() ? out : std::min(out, 2 * card->second + more);
        };
        for (const auto& each : between_.successions) {
            if (each.to.id == fate.body.id) {
                level_with(each.from.id, 0);
            }
        }
        level_with(fate.earlier ? fate.body.id : std::string(), 1);
        return out;
    }

    void add_column(bool earlier) {
        auto& cards = earlier ? left_ : right_;
        std::map<std::string, std::vector<const BodyFate*>> alike;
        const auto column = in_order(earlier);
        for (const auto* fate : column) {
            alike[fate_word(between_, *fate)].push_back(fate);
        }
        for (const auto* first : column) {
            const auto& fate = *first;
            if (cards.contains(fate.body.id)) {
                continue;
            }
            auto group = alike[fate_word(between_, fate)];
            if (group.size() < alike_min) {
                group = {first};
            }
            std::vector<CardText> texts;
            for (const auto* each : group) {
                cards[each->body.id] = out_.cards.size();
                texts.push_back(text_of(*each, earlier));
            }
            const auto sort = sort_of(between_, fate);
            (earlier ? left_column_ : right_column_).push_back(out_.cards.size());
            out_.cards.push_back(
                texts.size() == 1 ? Card(std::move(texts.front()))
                                  : Card(std::move(texts), sort.empty() ? "bodies" : sort + "s"));
            out_.graph.nodes.push_back({out_.cards.back().width(), out_.cards.back().height()});
        }
    }

    void add(const std::string& from, const std::string& to, GraphEdge edge, Drawing::Line line) {
        const auto left = left_.find(from);
        const auto right = right_.find(to);
        if (left == left_.end() || right == right_.end()) {
            return;
        }
        edge.from = left->second;
        edge.to = right->second;
        if (drawn_.insert({edge.from, edge.to}).second) {
            out_.graph.edges.push_back(edge);
            out_.lines.push_back(std::move(line));
        }
    }

    void add_succession(const views::SuccessionShown& succession) {
        GraphEdge edge;
        edge.at_to = succession.waits ? Head::hollow : Head::filled;
        edge.weight = succession.waits ? 1 : 3;
        const auto look = succession.waits               ? LineLook::dotted
                          : succession.mode == "assumes" ? LineLook::heavy
                                                         : LineLook::dashed;
        add(succession.from.id, succession.to.id, edge, {look, !succession.waits, {}});
    }

    /// Each column in one line and in its order, also where nothing leads across.
    void hold_columns() {
        if (left_column_.empty() || right_column_.empty()) {
            return;
        }
        out_.graph.level = {left_column_, right_column_};
        const std::pair first{left_column_.front(), right_column_.front()};
        if (drawn_.insert(first).second) {
            GraphEdge edge;
            edge.from = first.first;
            edge.to = first.second;
            edge.hidden = true;
            out_.graph.edges.push_back(edge);
            out_.lines.emplace_back();
        }
    }

    const ArchitectureComparison& between_;
    const PictureAsked& asked_;
    Drawing out_;
    std::map<std::string, std::size_t> left_; ///< card by body
    std::map<std::string, std::size_t> right_;
    std::vector<std::size_t> left_column_;
    std::vector<std::size_t> right_column_;
    std::set<std::pair<std::size_t, std::size_t>> drawn_;
};

std::string description_of(const ArchitectureComparison& between) {
    std::string out;
    for (const auto& fate : between.bodies) {
        out += (out.empty() ? "" : " ") + fate.body.name + ": " + fate.words + ".";
    }
    return out + " The table on the page says the same with its clauses.";
}

} // namespace

Drawing succession_drawing(const ArchitectureComparison& between, const PictureAsked& asked) {
    auto out = Maker(between, asked).make();
    out.frame.id = asked.id;
    out.frame.title = "The bodies of " + asked.partnership + " on " +
                      day_words(between.earlier.on) + " (left) and on " +
                      day_words(between.later.on) +
                      " (right), and what leads from one to the other";
    out.frame.description = description_of(between);
    return out;
}

std::vector<LegendEntry> succession_legend(const ArchitectureComparison& between) {
    std::set<std::string> modes;
    bool waits = false;
    for (const auto& each : between.successions) {
        // A role that passes with everything else has no line of its own.
        const bool with_all = std::any_of(
            between.successions.begin(), between.successions.end(), [&](const auto& other) {
                return other.mode == "assumes" && other.from.id == each.from.id &&
                       other.to.id == each.to.id;
            });
        waits = waits || (each.waits && find(between.earlier, each.from.id) != nullptr);
        if (!each.waits && (each.mode == "assumes" || !with_all)) {
            modes.insert(each.mode == "assumes" ? "assumes" : "part");
        }
    }
    const bool goes_on =
        std::any_of(between.bodies.begin(), between.bodies.end(),
                    [](const BodyFate& fate) { return fate.earlier && fate.later; });
    std::vector<LegendEntry> out;
    if (modes.contains("assumes")) {
        out.push_back({html::line_sample(LineLook::heavy, true), "its responsibilities pass to"});
    }
    if (modes.contains("part")) {
        out.push_back(
            {html::line_sample(LineLook::dashed, true), "its work, or one role of it, passes to"});
    }
    if (waits) {
        out.push_back({html::line_sample(LineLook::dotted, false), "its work may be absorbed by"});
    }
    if (goes_on) {
        out.push_back({html::line_sample(LineLook::faint, false), "is the same body"});
    }
    return out;
}

} // namespace quorate::documents
