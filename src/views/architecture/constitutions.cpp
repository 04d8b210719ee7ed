#include "views/architecture/constitutions.hpp"

#include "views/architecture/architecture_make.hpp"
#include "views/architecture/questions.hpp"
#include "views/reader.hpp"

#include <algorithm>
#include <set>

namespace quorate::views {

using namespace governance;

namespace {

struct TwoGrounds {
    Ground earlier;
    Ground later;
    KnownNames names; ///< the same on both days

    [[nodiscard]] const Ground& of(const ConstitutionColumn& column) const {
        return column.later ? later : earlier;
    }
};

const BodyFate* fate_of(const ArchitectureComparison& between, const std::string& id) {
    const auto found = std::find_if(between.bodies.begin(), between.bodies.end(),
                                    [&](const BodyFate& fate) { return fate.body.id == id; });
    return found == between.bodies.end() ? nullptr : &*found;
}

ConstitutionColumn column_of(const Ground& ground, const std::string& id, bool later) {
    ConstitutionColumn out;
    out.body = ground.body(BodyId(id));
    out.on = ground.today;
    out.later = later;
    const auto* body = ground.state().bodies.find(BodyId(id));
    const auto* status = body == nullptr ? nullptr : body->status.at(ground.now);
    out.status_words = status != nullptr && *status == BodyStatus::proposed ? "Proposed" : "";
    if (const auto* terms = ground.terms(BodyId(id), ground.now)) {
        out.terms = terms->terms.charter().title;
        out.restated = !terms->terms.charter().adopted_text;
    }
    return out;
}

/// Where the words stand alone: "the Forum", not "the Forum Team".
void replace_name(std::string& text, const std::string& name, std::string_view to) {
    for (auto at = text.find(name); at != std::string::npos; at = text.find(name, at + to.size())) {
        const auto after = at + name.size();
        const bool goes_on = after + 1 < text.size() && text[after] == ' ' &&
                             text[after + 1] >= 'A' && text[after + 1] <= 'Z';
        if (!goes_on) {
            text.replace(at, name.size(), to);
        }
    }
}

/// "this body" in place of its own name, so that the words of two bodies can be compared.
std::string without_own_name(std::string words, const std::string& name) {
    const bool article = name.starts_with("The ");
    const auto bare = article ? name.substr(4) : name;
    if (!bare.empty()) {
        replace_name(words, "The " + bare, "This body");
        replace_name(words, article ? "the " + bare : bare, "this body");
    }
    return words;
}

QuestionSide side_of(const TwoGrounds& grounds, const ConstitutionColumn& column,
                     const Question& question) {
    const auto& ground = grounds.of(column);
    const auto& id = column.body.id;
    QuestionSide out;
    const auto* body = ground.state().bodies.find(BodyId(id));
    const auto* terms = body == nullptr ? nullptr : ground.terms(BodyId(id), ground.now);
    if (body == nullptr || (terms == nullptr && !question.of_record)) {
        return out;
    }
    out.answers = question.answers(
        {ground, *body, terms == nullptr ? nullptr : &terms->terms, grounds.names});
    for (auto& answer : out.answers) {
        answer.words = without_own_name(std::move(answer.words), ground.body(body->id).name);
    }
    out.silent = out.answers.empty();
    return out;
}

bool same_answers(const QuestionSide& a, const QuestionSide& b) {
    return a.silent == b.silent &&
           std::equal(a.answers.begin(), a.answers.end(), b.answers.begin(), b.answers.end(),
                      [](const AnswerShown& x, const AnswerShown& y) {
                          return x.words == y.words;
                      });
}

void add_rows(const TwoGrounds& grounds, ConstitutionPart& part) {
    for (const auto& question : questions()) {
        QuestionRow row{std::string(question.id), std::string(question.question), false, {}};
        for (auto& column : part.columns) {
            row.sides.push_back(side_of(grounds, column, question));
            column.silences += row.sides.back().silent ? 1 : 0;
        }
        row.same =
            row.sides.size() > 1 &&
            std::all_of(row.sides.begin() + 1, row.sides.end(), [&](const QuestionSide& side) {
                return same_answers(side, row.sides.front());
            });
        part.rows.push_back(std::move(row));
    }
}

std::string succession_sentence(const SuccessionShown& each) {
    auto out = capitalised(each.to.name) + " " + each.words + " " + each.from.name;
    if (!each.scope.empty()) {
        out += ": ";
        for (std::size_t i = 0; i < each.scope.size(); ++i) {
            out += (i == 0 ? "" : "; ") + each.scope[i];
        }
    }
    out += each.on ? ", from " + short_date(*each.on) : "";
    return out + (each.waits ? ". It has not done so." : ".");
}

/// A column for the terms of the earlier day; a remark where there were none.
void add_earlier(const TwoGrounds& grounds, const std::string& id, ConstitutionPart& part) {
    auto column = column_of(grounds.earlier, id, false);
    if (column.terms.empty()) {
        part.remarks.push_back(capitalised(column.body.name) + " had no terms on record on " +
                               short_date(grounds.earlier.today) + ".");
    } else {
        part.columns.push_back(std::move(column));
    }
}

/// The part of a body that is there on the later day: beside what it follows, and itself before.
ConstitutionPart later_part(const TwoGrounds& grounds, const ArchitectureComparison& between,
                            const BodyFate& fate) {
    ConstitutionPart out;
    out.id = fate.body.id;
    out.heading = fate.body.name;
    for (const auto& each : between.successions) {
        if (each.to.id != fate.body.id) {
            continue;
        }
        out.successions.push_back(each);
        out.remarks.push_back(succession_sentence(each));
        const auto* before = fate_of(between, each.from.id);
        const bool shown = std::any_of(
            out.columns.begin(), out.columns.end(),
            [&](const ConstitutionColumn& column) { return column.body.id == each.from.id; });
        if (!each.waits && !shown && before != nullptr && before->earlier &&
            before->fate != "outside") {
            add_earlier(grounds, each.from.id, out);
            if (before->later) {
                out.remarks.push_back(capitalised(each.from.name) + " is still there.");
            }
        } else if (!each.from_is_body) {
            out.remarks.push_back(capitalised(each.from.name) + " has no record here.");
        }
    }
    if (fate.earlier) {
        add_earlier(grounds, fate.body.id, out);
    } else {
        out.remarks.push_back("It was not there on " + short_date(grounds.earlier.today) + ".");
    }
    out.columns.push_back(column_of(grounds.later, fate.body.id, true));
    return out;
}

ConstitutionPart ended_part(const TwoGrounds& grounds, const ArchitectureComparison& between,
                            const BodyFate& fate) {
    ConstitutionPart out;
    out.id = fate.body.id;
    out.heading = fate.body.name;
    for (const auto& each : between.successions) {
        if (each.from.id == fate.body.id) {
            out.successions.push_back(each);
            out.remarks.push_back(succession_sentence(each));
        }
    }
    out.remarks.push_back("It was not there any more on " + short_date(grounds.later.today) + ".");
    out.columns.push_back(column_of(grounds.earlier, fate.body.id, false));
    return out;
}

/// The same clauses in the same words: what each rule says may differ by a name or a place.
bool same_text(const QuestionSide& a, const QuestionSide& b) {
    return a.silent == b.silent &&
           std::equal(a.answers.begin(), a.answers.end(), b.answers.begin(), b.answers.end(),
                      [](const AnswerShown& x, const AnswerShown& y) {
                          return x.clause == y.clause && x.quotes == y.quotes;
                      });
}

bool alike(const ConstitutionPart& a, const ConstitutionPart& b) {
    const auto same_row = [](const QuestionRow& x, const QuestionRow& y) {
        return std::equal(x.sides.begin(), x.sides.end(), y.sides.begin(), y.sides.end(),
                          same_text);
    };
    const auto columns_alike = [](const ConstitutionColumn& x, const ConstitutionColumn& y) {
        return x.later == y.later && x.terms.empty() == y.terms.empty() &&
               x.status_words == y.status_words;
    };
    return std::equal(a.columns.begin(), a.columns.end(), b.columns.begin(), b.columns.end(),
                      columns_alike) &&
           std::equal(a.rows.begin(), a.rows.end(), b.rows.begin(), b.rows.end(), same_row);
}

/// One side of one row for several bodies: once where all say the same, else each under its name.
QuestionSide joined_side(const std::vector<ConstitutionPart>& parts, std::size_t row,
                         std::size_t side) {
    const auto& first = parts.front().rows[row].sides[side];
    const bool same = std::all_of(parts.begin(), parts.end(), [&](const ConstitutionPart& part) {
        return same_answers(part.rows[row].sides[side], first);
    });
    if (same) {
        return first;
    }
    QuestionSide out;
    for (const auto& part : parts) {
        for (auto answer : part.rows[row].sides[side].answers) {
            answer.words = part.heading + ": " + answer.words;
            if (!out.answers.empty()) {
                answer.quotes.clear(); // the same words as above
            }
            out.answers.push_back(std::move(answer));
        }
    }
    return out;
}

ConstitutionPart joined_part(std::vector<ConstitutionPart> parts) {
    ConstitutionPart out = parts.front();
    if (parts.size() == 1) {
        return out;
    }
    for (std::size_t row = 0; row < out.rows.size(); ++row) {
        for (std::size_t side = 0; side < out.rows[row].sides.size(); ++side) {
            out.rows[row].sides[side] = joined_side(parts, row, side);
        }
    }
    out.remarks.clear();
    out.successions.clear();
    for (auto& part : parts) {
        out.alike.push_back({part.id, part.heading});
        for (auto& remark : part.remarks) {
            if (std::find(out.remarks.begin(), out.remarks.end(), remark) == out.remarks.end()) {
                out.remarks.push_back(std::move(remark));
            }
        }
        out.successions.insert(out.successions.end(), part.successions.begin(),
                               part.successions.end());
    }
    return out;
}

std::vector<ConstitutionPart> joined(std::vector<ConstitutionPart> parts) {
    std::vector<std::vector<ConstitutionPart>> groups;
    for (auto& part : parts) {
        const auto same = std::find_if(
            groups.begin(), groups.end(),
            [&](const std::vector<ConstitutionPart>& group) { return alike(group.front(), part); });
        if (same == groups.end()) {
            groups.push_back({std::move(part)});
        } else {
            same->push_back(std::move(part));
        }
    }
    std::vector<ConstitutionPart> out;
    for (auto& group : groups) {
        out.push_back(joined_part(std::move(group)));
    }
    return out;
}

} // namespace

ConstitutionsPage constitutions(const Reader& reader, TwoDays days) {
    const TwoGrounds grounds{on_day(reader.ground(), days.earlier),
                             on_day(reader.ground(), days.later), known_names(reader.ground())};
    auto between = architecture_between(reader, days);
    std::set<std::string> followed;
    for (const auto& each : between.successions) {
        if (!each.waits) {
            followed.insert(each.from.id);
        }
    }
    std::vector<ConstitutionPart> parts;
    for (const auto& fate : between.bodies) {
        // A body that another follows stands in that one's part, also where it is still there.
        if (fate.fate != "outside" && fate.later &&
            !(followed.contains(fate.body.id) && fate.earlier)) {
            parts.push_back(later_part(grounds, between, fate));
        }
    }
    for (const auto& fate : between.bodies) {
        if (fate.fate == "ended" && !followed.contains(fate.body.id)) {
            parts.push_back(ended_part(grounds, between, fate));
        }
    }
    std::vector<Named> without_terms;
    std::erase_if(parts, [&](const ConstitutionPart& part) {
        const bool none =
            std::all_of(part.columns.begin(), part.columns.end(),
                        [](const ConstitutionColumn& column) { return column.terms.empty(); });
        if (none) {
            without_terms.push_back({part.id, part.heading});
        }
        return none;
    });
    for (auto& part : parts) {
        add_rows(grounds, part);
    }
    return {days.earlier, days.later, joined(std::move(parts)), std::move(without_terms),
            std::move(between.bodies)};
}

} // namespace quorate::views
