// What became of the bodies of one day by another.

#include "views/architecture/architecture_make.hpp"
#include "views/reader.hpp"

#include <algorithm>

namespace quorate::views {

using namespace governance;

namespace {

struct ModeWords {
    charter::SuccessionMode mode;
    std::string_view name;
    std::string_view active;
    std::string_view passive;
};

constexpr ModeWords mode_words[] = {
    {charter::SuccessionMode::assumes, "assumes", "takes on the responsibilities of",
     "Its responsibilities pass to"},
    {charter::SuccessionMode::absorbs, "absorbs", "absorbs the work of", "Its work is absorbed by"},
    {charter::SuccessionMode::may_absorb, "may-absorb", "may absorb the work of",
     "Its work may be absorbed by"},
    {charter::SuccessionMode::client_role, "client-role", "takes on the client role of",
     "Its client role passes to"}};

const ModeWords& words_of(charter::SuccessionMode mode) {
    return *std::find_if(std::begin(mode_words), std::end(mode_words),
                         [&](const ModeWords& each) { return each.mode == mode; });
}

/// A matter as the terms of either body word it.
std::string matter_words(const Ground& ground, const Matter& matter, const Succession& succession) {
    for (const auto& id : {succession.from, succession.to}) {
        const auto* terms = ground.terms(id, ground.now);
        if (terms == nullptr) {
            continue;
        }
        for (const auto& rule : terms->terms.all<charter::ResponsibilityRule>()) {
            if (rule->matter == matter.value && !rule->what.empty()) {
                return rule->what;
            }
        }
    }
    return plain_name(matter.value);
}

bool is_body(const Ground& ground, const BodyId& id) {
    return ground.state().bodies.find(id) != nullptr;
}

SuccessionShown succession_shown(const Ground& ground, const Succession& succession) {
    SuccessionShown out;
    const auto& words = words_of(succession.mode);
    out.from = ground.party(succession.from.value);
    out.to = ground.party(succession.to.value);
    out.from_is_body = is_body(ground, succession.from);
    out.to_is_body = is_body(ground, succession.to);
    out.mode = words.name;
    out.words = words.active;
    out.passive = words.passive;
    out.waits = !succession.at.has_value();
    if (succession.at) {
        out.on = ground.moment(succession.to, *succession.at).local.date;
    }
    for (const auto& matter : succession.scope) {
        out.scope.push_back(matter_words(ground, matter, succession));
    }
    if (succession.rule) {
        const auto& rule = *succession.rule.rule;
        out.authority = succession.rule->authority;
        out.terms_of = succession.to.value;
        out.clause = own_clause(rule);
        out.quote = rule.quotes.empty() ? std::string() : rule.quotes.front();
    }
    return out;
}

const ArchitectureBody* find(const ArchitecturePage& page, const std::string& id) {
    const auto found = std::find_if(page.bodies.begin(), page.bodies.end(),
                                    [&](const ArchitectureBody& body) { return body.id == id; });
    return found == page.bodies.end() ? nullptr : &*found;
}

bool is_live(const ArchitectureBody* body) {
    return body != nullptr && (body->status == "established" || body->status == "proposed");
}

std::string number_of(std::int64_t count, std::string_view one) {
    return std::to_string(count) + " " + std::string(one) + (count == 1 ? "" : "s");
}

std::string terms_digest(const Ground& ground, const std::string& id) {
    const auto* terms = ground.terms(BodyId(id), ground.now);
    return terms == nullptr ? std::string() : base::hex(terms->terms.charter().digest);
}

/// The links of a body that one page has and the other has not, in words.
void add_link_changes(const ArchitecturePage& has, const ArchitecturePage& lacks,
                      const std::string& id, std::string_view before,
                      std::vector<std::string>& out) {
    for (const auto& link : has.links) {
        const bool there =
            std::any_of(lacks.links.begin(), lacks.links.end(), [&](const ArchitectureLink& other) {
                return other.kind == link.kind && other.from == link.from && other.to == link.to;
            });
        const bool by_succession = link.kind == "succeeds" || link.kind.starts_with("absorbs") ||
                                   link.kind.starts_with("may-") ||
                                   link.kind.starts_with("client-");
        if (link.from != id || there || by_succession) {
            continue;
        }
        const auto* other = find(has, link.to);
        out.push_back(std::string(before) + link.words + " " +
                      (other == nullptr ? link.to : other->name));
    }
}

std::vector<std::string> changes_of(const ArchitectureComparison& between, const Ground& before,
                                    const Ground& after, const ArchitectureBody& was,
                                    const ArchitectureBody& is) {
    std::vector<std::string> out;
    if (was.name != is.name) {
        out.push_back("called " + is.name + " instead of " + was.name);
    }
    if (was.status != is.status) {
        out.emplace_back(is.status == "established" ? "established" : "proposed again");
    }
    const auto old_terms = terms_digest(before, was.id);
    const auto new_terms = terms_digest(after, is.id);
    if (old_terms != new_terms) {
        out.emplace_back(old_terms.empty()   ? "its first terms"
                         : new_terms.empty() ? "no terms any more"
                                             : "other terms");
    }
    if (was.seats != is.seats) {
        out.push_back(number_of(is.seats, "seat") + " instead of " + std::to_string(was.seats));
    } else if (was.filled != is.filled) {
        out.push_back(number_of(is.filled, "seat") + " filled instead of " +
                      std::to_string(was.filled));
    }
    if (was.responsibilities != is.responsibilities) {
        out.push_back("holds " + std::to_string(is.responsibilities) +
                      (is.responsibilities == 1 ? " responsibility" : " responsibilities") +
                      " instead of " + std::to_string(was.responsibilities));
    }
    add_link_changes(between.later, between.earlier, is.id, "now ", out);
    add_link_changes(between.earlier, between.later, is.id, "no longer ", out);
    return out;
}

/// Whether others take this body's place, and in what words.
void say_followed(const ArchitectureComparison& between, const std::string& id, BodyFate& fate) {
    for (const auto& succession : between.successions) {
        if (succession.from.id == id) {
            fate.words +=
                (fate.words.empty() ? "" : ". ") + succession.passive + " " + succession.to.name;
            if (!succession.waits && fate.fate != "ended") {
                fate.fate = "succeeded";
            }
        }
    }
}

void say_follows(const ArchitectureComparison& between, const std::string& id, BodyFate& fate) {
    std::string words;
    for (const auto& succession : between.successions) {
        if (succession.to.id == id && !succession.waits) {
            words +=
                (words.empty() ? "" : ", and ") + succession.words + " " + succession.from.name;
        }
    }
    if (!words.empty()) {
        fate.words += (fate.words.empty() ? "" : ". ") + capitalised(words);
    }
}

BodyFate fate_of(const ArchitectureComparison& between, const Ground& before, const Ground& after,
                 const Named& body) {
    BodyFate out;
    out.body = body;
    const auto* was = find(between.earlier, body.id);
    const auto* is = find(between.later, body.id);
    out.earlier = is_live(was);
    out.later = is_live(is);
    if (!out.earlier && out.later) {
        out.fate = "new";
        out.words = is->status == "proposed" ? "New, and only proposed" : "New";
        say_follows(between, body.id, out);
        return out;
    }
    if (out.earlier && !out.later) {
        out.fate = "ended";
        out.words = is == nullptr || is->status_words.empty() ? "Ended" : is->status_words;
        say_followed(between, body.id, out);
        return out;
    }
    out.changes = changes_of(between, before, after, *was, *is);
    out.fate = out.changes.empty() ? "unchanged" : "changed";
    say_followed(between, body.id, out);
    if (!out.words.empty()) {
        out.words += ". It is still there";
    } else {
        out.words = out.changes.empty() ? "Goes on unchanged" : "Goes on with changes";
    }
    say_follows(between, body.id, out);
    return out;
}

/// What is followed and is no body on record: named in the terms of the body that follows it.
void add_followed_outside(const Ground& ground, ArchitectureComparison& between) {
    for (const auto& succession : between.successions) {
        const bool known =
            std::any_of(between.bodies.begin(), between.bodies.end(),
                        [&](const BodyFate& fate) { return fate.body.id == succession.from.id; });
        if (known || succession.waits) {
            continue;
        }
        BodyFate fate;
        fate.body = ground.party(succession.from.id);
        fate.fate = "outside";
        fate.earlier = true;
        say_followed(between, succession.from.id, fate);
        fate.fate = "outside";
        fate.words = "No body on record here. " + fate.words;
        between.bodies.push_back(std::move(fate));
    }
}

} // namespace

std::vector<SuccessionShown> successions_shown(const Ground& ground) {
    std::vector<SuccessionShown> out;
    for (const auto& succession : successions(ground.state(), ground.context(), ground.now)) {
        if (!succession.at || *succession.at <= ground.now) {
            out.push_back(succession_shown(ground, succession));
        }
    }
    return out;
}

std::vector<SuccessionShown> successions_between(const Ground& earlier, const Ground& later) {
    std::vector<SuccessionShown> out;
    const auto first = earlier.today;
    for (auto& each : successions_shown(later)) {
        if (each.waits || !each.on || first < *each.on || first == later.today) {
            out.push_back(std::move(each));
        }
    }
    return out;
}

ArchitectureComparison architecture_between(const Reader& reader, TwoDays days) {
    const auto before = on_day(reader.ground(), days.earlier);
    const auto after = on_day(reader.ground(), days.later);
    ArchitectureComparison out;
    out.earlier = architecture_page(before);
    out.later = architecture_page(after);
    out.successions = successions_between(before, after);
    for (const auto* page : {&out.earlier, &out.later}) {
        for (const auto& body : page->bodies) {
            const bool seen =
                std::any_of(out.bodies.begin(), out.bodies.end(),
                            [&](const BodyFate& fate) { return fate.body.id == body.id; });
            const auto* was = find(out.earlier, body.id);
            const auto* is = find(out.later, body.id);
            if (!seen && (is_live(was) || is_live(is))) {
                out.bodies.push_back(fate_of(out, before, after, {body.id, body.name}));
            }
        }
    }
    add_followed_outside(after, out);
    return out;
}

} // namespace quorate::views
