#include "views/architecture/questions.hpp"

#include "charter/library.hpp"
#include "charter/wording.hpp"
#include "governance/bodies/succession.hpp"
#include "governance/lookup.hpp"
#include "governance/words.hpp"
#include "views/ruling_make.hpp"

#include <algorithm>
#include <initializer_list>
#include <map>

namespace quorate::views {

using namespace governance;

namespace {

using Answers = std::vector<AnswerShown>;

/// Permissions and facts alone are a procedure, not terms of reference: what only it says the text
/// does not say.
bool is_procedure(const charter::Charter& charter) {
    return std::all_of(charter.rules.begin(), charter.rules.end(), [](const charter::Rule& rule) {
        return rule.kind == charter::Kind::may || rule.kind == charter::Kind::fact ||
               rule.kind == charter::Kind::aim;
    });
}

const charter::Charter* source_of(const charter::Terms& terms, const charter::Rule& rule) {
    for (const auto& source : terms.sources()) {
        if (source->name == rule.charter) {
            return source.get();
        }
    }
    return &terms.charter();
}

template <class P>
AnswerShown answer(const Asked& asked, const charter::InForce<P>& rule, std::string words) {
    AnswerShown out;
    out.words = std::move(words);
    out.terms_of = asked.body.id.value;
    out.clause = own_clause(*rule.rule);
    out.quotes = rule.rule->quotes;
    const auto* source = source_of(*asked.terms, *rule.rule);
    if (source->name != asked.terms->charter().name) {
        out.imported_from = source->title;
    }
    for (const auto& reading : rule.readings) {
        const auto* held = reading.interpretation->reading(reading.reading);
        if (!reading.interpretation->rule.empty() && held != nullptr) {
            out.readings.push_back(reading.interpretation->question + " " +
                                   as_sentence(reading_words(*held)));
        }
    }
    return out;
}

template <class P>
AnswerShown in_plain_words(const Asked& asked, const charter::InForce<P>& rule) {
    return answer(asked, rule, rule_words(asked.names, *rule.rule, charter::Params(*rule.params)));
}

/// Every rule of a kind for which wanted() holds, in plain words.
template <class P, class Wanted>
Answers rules(const Asked& asked, Wanted wanted) {
    Answers out;
    for (const auto& rule : asked.terms->all<P>()) {
        if (wanted(*rule.params)) {
            out.push_back(in_plain_words(asked, rule));
        }
    }
    return out;
}

template <class P>
Answers every_rule(const Asked& asked) {
    return rules<P>(asked, [](const P&) { return true; });
}

/// What the body rule says of one thing; nothing when it leaves it open. Of its readings those that
/// set one of the keys are relied on.
Answers body_says(const Asked& asked, std::initializer_list<std::string_view> keys,
                  std::string (*words)(const Asked&, const charter::BodyRule&)) {
    const auto rule = asked.terms->one<charter::BodyRule>();
    auto said = rule ? words(asked, *rule.params) : std::string();
    if (said.empty()) {
        return {};
    }
    auto about = rule;
    std::vector<charter::ReadingInForce> readings;
    for (const auto& reading : rule.readings) {
        const auto* held = reading.interpretation->reading(reading.reading);
        const bool sets =
            held != nullptr && std::any_of(keys.begin(), keys.end(), [&](std::string_view key) {
                return held->overrides.find("\"" + std::string(key) + "\"") != std::string::npos;
            });
        if (sets) {
            readings.push_back(reading);
        }
    }
    about.readings = readings;
    return {answer(asked, about, std::move(said))};
}

std::string what_words(const Asked&, const charter::BodyRule& rule) {
    std::string out = rule.sort.empty() ? "" : "A " + charter::spaced(rule.sort) + ". ";
    out += rule.founded ? "Set up in " + std::to_string(*rule.founded) + ". " : "";
    if (rule.statutory) {
        out += *rule.statutory ? "It is statutory. " : "It is not statutory. ";
    }
    if (rule.executive) {
        out += *rule.executive ? "It is executive. " : "It is not executive. ";
    }
    if (!rule.sectors.empty()) {
        out += "It joins " + charter::choice_words(rule.sectors, "and") + ". ";
    }
    return out.empty() ? out : out.substr(0, out.size() - 1);
}

std::string area_words(const Asked&, const charter::BodyRule& rule) {
    return rule.area.empty() ? std::string() : capitalised(charter::spaced(rule.area));
}

std::string party_words(const Asked& asked, const std::string& id) {
    return id.empty() ? std::string() : asked.ground.party(id).name;
}

std::string parties_words(const Asked& asked, std::string_view verb,
                          const std::vector<std::string>& ids) {
    std::string out;
    for (const auto& id : ids) {
        out += (out.empty() ? std::string(verb) + " " : ", ") + asked.ground.party(id).name;
    }
    return out.empty() ? out : out + ".";
}

std::string around_words(const Asked& asked, const charter::BodyRule& rule) {
    const auto over = parties_words(asked, "Oversees", rule.oversees);
    const auto with = parties_words(asked, "Works with", rule.works_with);
    return over + (over.empty() || with.empty() ? "" : " ") + with;
}

/// A link on record that the terms do not give.
void add_recorded(const Asked& asked, LinkType type, Answers& out) {
    for (const auto& link : asked.body.links) {
        const bool holds =
            link.from <= asked.ground.now && (!link.until || asked.ground.now < *link.until);
        if (link.type != type || !holds) {
            continue;
        }
        auto name = asked.ground.party(link.to.value).name;
        if (std::none_of(out.begin(), out.end(),
                         [&](const AnswerShown& each) { return each.words == name; })) {
            out.push_back(
                {std::move(name) + " (as recorded; the terms do not say so)", {}, {}, {}, {}, {}});
        }
    }
}

template <std::string charter::BodyRule::*Member, LinkType Type>
Answers linked(const Asked& asked) {
    static constexpr std::string_view key = Type == LinkType::accountable_to    ? "accountable_to"
                                            : Type == LinkType::managed_through ? "managed_through"
                                                                                : "exists_within";
    auto out = body_says(asked, {key}, [](const Asked& each, const charter::BodyRule& rule) {
        return party_words(each, rule.*Member);
    });
    add_recorded(asked, Type, out);
    return out;
}

std::string seat_groups(const Asked& asked, const std::vector<const Seat*>& seats) {
    std::map<std::string, std::int64_t> groups;
    for (const auto* seat : seats) {
        const auto& group = seat->place.empty() ? seat->sector : seat->place;
        ++groups[group.empty() ? std::string("sector not recorded") : charter::spaced(group)];
    }
    std::string out;
    if (groups.size() > 1) {
        for (const auto& [group, count] : groups) {
            out += (out.empty() ? ": " : ", ") + group + " " + std::to_string(count);
        }
    }
    const auto filled =
        seats_filled_at(asked.ground.state(), asked.body.id, asked.ground.now).size();
    return std::to_string(seats.size()) + (seats.size() == 1 ? " seat, " : " seats, ") +
           std::to_string(filled) + " filled" + out + ".";
}

Answers seats_on_record(const Asked& asked) {
    const auto seats = seats_at(asked.ground.state(), asked.body.id, asked.ground.now);
    const auto words =
        seats.empty() ? std::string("No seat on record.") : seat_groups(asked, seats);
    return {{words, {}, {}, {}, {}, {}}};
}

template <bool Wanted>
Answers office(const Asked& asked, std::string_view name) {
    return rules<charter::OfficeRule>(
        asked, [&](const charter::OfficeRule& rule) { return (rule.office == name) == Wanted; });
}

Answers classes(const Asked& asked) {
    auto out = every_rule<charter::ClassRule>(asked);
    auto more = every_rule<charter::BalanceRule>(asked);
    out.insert(out.end(), std::make_move_iterator(more.begin()),
               std::make_move_iterator(more.end()));
    return out;
}

template <charter::NoticeObject Object>
Answers notice(const Asked& asked) {
    return rules<charter::NoticeRule>(
        asked, [](const charter::NoticeRule& rule) { return rule.object == Object; });
}

bool has(const std::vector<std::string>& all, std::string_view one) {
    return std::find(all.begin(), all.end(), one) != all.end();
}

/// Who else may come: permissions of the terms themselves to attend, speak or be heard.
Answers visitors(const Asked& asked) {
    Answers out;
    for (const auto& rule : asked.terms->all<charter::MayRule>()) {
        const bool about = has(rule->rights, "attend") || has(rule->rights, "be-heard") ||
                           has(rule->acts, "record-visitor");
        if (about && !is_procedure(*source_of(*asked.terms, *rule.rule))) {
            out.push_back(in_plain_words(asked, rule));
        }
    }
    return out;
}

template <bool Minutes>
Answers duties(const Asked& asked) {
    return rules<charter::DutyRule>(asked, [](const charter::DutyRule& rule) {
        return Minutes ? rule.evidence.ends_with("-minutes") : rule.evidence == "record-report";
    });
}

/// Each responsibility of the terms, and who holds it that day where that is another.
Answers responsibilities(const Asked& asked) {
    Answers out;
    const auto all = holdings(asked.ground.state(), asked.ground.context(), asked.ground.now);
    for (const auto& rule : asked.terms->all<charter::ResponsibilityRule>()) {
        auto shown = in_plain_words(asked, rule);
        for (const auto& holding : all) {
            const bool this_one = holding.rule.rule == rule.rule && holding.origin == asked.body.id;
            if (this_one && holding.holder != asked.body.id) {
                shown.words +=
                    " Held by " + asked.ground.party(holding.holder.value).name + " that day.";
            }
        }
        out.push_back(std::move(shown));
    }
    return out;
}

Answers serviced(const Asked& asked) {
    return body_says(asked, {"serviced_by"}, [](const Asked& each, const charter::BodyRule& rule) {
        return party_words(each, rule.serviced_by);
    });
}

/// What it takes on from others, as its terms say.
Answers takes_over(const Asked& asked) {
    return every_rule<charter::SuccessionRule>(asked);
}

const Question all_questions[] = {
    {"what", "What is it?",
     [](const Asked& asked) {
         return body_says(asked, {"sort", "founded", "statutory", "executive", "sectors"},
                          what_words);
     }},
    {"area", "For what area?",
     [](const Asked& asked) { return body_says(asked, {"area"}, area_words); }},
    {"accountable-to", "Whom is it accountable to?",
     linked<&charter::BodyRule::accountable_to, LinkType::accountable_to>},
    {"managed-through", "Whom is it managed through?",
     linked<&charter::BodyRule::managed_through, LinkType::managed_through>},
    {"exists-within", "What does it exist within?",
     linked<&charter::BodyRule::exists_within, LinkType::exists_within>},
    {"around", "Whom does it oversee or work with?",
     [](const Asked& asked) {
         return body_says(asked, {"oversees", "works_with"}, around_words);
     }},
    {"follows", "What does it take over, and from whom?", takes_over},
    {"seats", "How many seats on that day?", seats_on_record, true},
    {"places", "What places do its terms keep?", every_rule<charter::SeatsRule>},
    {"classes", "Which sectors must be there?", classes},
    {"admission", "How do new members come in?", every_rule<charter::AdmissionRule>},
    {"chair", "Who chairs?", [](const Asked& asked) { return office<true>(asked, "chair"); }},
    {"vice-chair", "Who is Vice Chair?",
     [](const Asked& asked) { return office<true>(asked, "vice-chair"); }},
    {"quorum", "How many make a quorum?", every_rule<charter::QuorumRule>},
    {"notice", "How long before a meeting do papers go out?",
     notice<charter::NoticeObject::papers>},
    {"items", "Until when can items be put forward?", notice<charter::NoticeObject::items>},
    {"frequency", "How many meetings a year?", every_rule<charter::FrequencyRule>},
    {"decision", "How does it decide?", every_rule<charter::DecisionRule>},
    {"interests", "What follows from a conflict of interest?", every_rule<charter::InterestRule>},
    {"substitutes", "May a member send a substitute?", every_rule<charter::SubstituteRule>},
    {"visitors", "Who else may come and be heard?", visitors},
    {"absence", "What if a member stays away?", every_rule<charter::AttendanceRule>},
    {"exit", "How does a member leave?", every_rule<charter::ExitRule>},
    {"responsibilities", "What is it responsible for?", responsibilities},
    {"delegation", "What is handed on, and to whom?", every_rule<charter::DelegationRule>},
    {"limits", "What may it not do?", every_rule<charter::LimitRule>},
    {"minutes", "What becomes of the minutes?", duties<true>},
    {"reports", "To whom does it report, and when?", duties<false>},
    {"review", "What is kept under review?", every_rule<charter::ReviewRule>},
    {"serviced-by", "Who services it?", serviced}};

} // namespace

std::span<const Question> questions() {
    return all_questions;
}

} // namespace quorate::views
