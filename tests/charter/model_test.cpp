// Model terms: holes, charters made from them, and what differs.

#include "charter/model.hpp"
#include "samples.hpp"

namespace quorate::charter::tests {
namespace {

const std::string model_text = text_of("group-model", "{{id}}", R"(# The {{name}}

**A** The {{name}} looks after {{remit}}. Its aims are {{aims}}.

```rule param hole.id
name = "id"
label = "Short name"
type = "id"
example = "example-group"
```

```rule param hole.name
name = "name"
label = "Name"
example = "Example Group"
```

```rule param hole.remit
name = "remit"
label = "Remit"
example = "an example"
```

```rule param hole.aims
name = "aims"
label = "Aims"
type = "list"
example = "one; two"
```

```rule body group.body
quote = ["The {{name}} looks after {{remit}}"]
id = "{{id}}"
name = "The {{name}}"
sort = "working-group"
works_with = [{{aims}}]
```

**B** It meets at least {{meetings}} times a year from {{start}}.

```rule param hole.meetings
name = "meetings"
label = "Meetings a year"
type = "number"
example = "2"
```

```rule param hole.start
name = "start"
label = "First day"
type = "date"
example = "2008-03-01"
```

```rule frequency group.meets
quote = ["at least {{meetings}} times a year from {{start}}"]
at_least = {{meetings}}
```
)");

Filling whole() {
    return {"green-group",
            {{"id", "green"},
             {"name", "Green \"Open\" Group"},
             {"remit", "parks * and [trees]"},
             {"aims", "plant; water; prune"},
             {"meetings", "5"},
             {"start", "2008-04-07"}}};
}

const Charter& model() {
    static const auto held = good(model_text, "group-model.md");
    return *held;
}

Charter made(const Filling& filling) {
    const auto bytes = instantiate(model(), filling);
    EXPECT_TRUE(bytes) << bytes.error().text();
    auto outcome = parse(bytes.value_or(""), filling.charter);
    EXPECT_EQ(all_texts(outcome.problems), "");
    return std::move(outcome.charter);
}

std::string refusal(const Filling& filling) {
    const auto bytes = instantiate(model(), filling);
    return bytes ? "" : bytes.error().message;
}

TEST(Model, shows_its_holes_by_their_labels_and_rules_on_their_examples) {
    ASSERT_EQ(model().holes().size(), 6U);
    EXPECT_EQ(model().clause("A")->text, "The [Name] looks after [Remit]. Its aims are [Aims].");
    EXPECT_EQ(std::get<FrequencyRule>(model().rule("group.meets")->params).at_least, 2);
    EXPECT_EQ(model().body, "example-group");
    EXPECT_EQ(model().title, "A sample");
    EXPECT_EQ(all_texts(check(model(), vocabulary(), {})), "");
}

TEST(Model, becomes_a_charter_when_every_hole_is_filled) {
    const auto charter = made(whole());
    EXPECT_TRUE(charter.holes().empty());
    EXPECT_EQ(charter.name, "green-group");
    EXPECT_EQ(charter.body, "green");
    EXPECT_EQ(charter.model, "group-model");
    EXPECT_EQ(charter.model_digest, base::hex(model().digest));
    EXPECT_EQ(charter.params, whole().values);
    EXPECT_EQ(charter.clause("A")->text,
              "The Green \"Open\" Group looks after parks * and [trees]. "
              "Its aims are plant, water and prune.");
    EXPECT_EQ(charter.clause("B")->text, "It meets at least 5 times a year from " +
                                             base::words(base::parse_date("2008-04-07").value()) +
                                             ".");
    EXPECT_EQ(std::get<FrequencyRule>(charter.rule("group.meets")->params).at_least, 5);
    const auto& body = std::get<BodyRule>(charter.rule("group.body")->params);
    EXPECT_EQ(body.name, "The Green \"Open\" Group");
    EXPECT_EQ(body.works_with, (std::vector<std::string>{"plant", "water", "prune"}));
    EXPECT_EQ(charter.bytes.find("{{"), std::string::npos);
    EXPECT_EQ(charter.bytes.find("rule param"), std::string::npos);
}

TEST(Model, keeps_open_what_is_not_filled) {
    auto filling = whole();
    filling.values.erase(filling.values.begin() + 4);
    const auto charter = made(filling);
    ASSERT_EQ(charter.holes().size(), 1U);
    EXPECT_EQ(charter.holes().front()->name, "meetings");
    const auto all = differences_from_model(model(), charter);
    ASSERT_TRUE(all);
    ASSERT_EQ(all->size(), 1U);
    EXPECT_EQ(words(all->front()), "Not filled in: Meetings a year");
}

TEST(Model, refuses_what_does_not_fit) {
    const auto with = [](const std::string& name, const std::string& value) {
        auto filling = whole();
        for (auto& [hole, held] : filling.values) {
            held = hole == name ? value : held;
        }
        return refusal(filling);
    };
    EXPECT_EQ(with("meetings", "five"), "\"Meetings a year\" is five, not a whole number");
    EXPECT_EQ(with("meetings", "0"), "\"Meetings a year\" is 0, not a whole number");
    EXPECT_EQ(with("meetings", "1000001"), "\"Meetings a year\" is 1000001, not a whole number");
    EXPECT_EQ(with("meetings", "1000000"), "");
    EXPECT_EQ(with("start", "2008-02-30"), "\"First day\" is 2008-02-30, not a date");
    EXPECT_EQ(with("id", "Green Group"), "\"Short name\" is Green Group, which cannot be an id");
    EXPECT_EQ(with("remit", " "), "\"Remit\" is empty");
    EXPECT_EQ(with("remit", "a\nb"),
              "\"Remit\" has a line break or characters that cannot stand here");
    EXPECT_EQ(with("remit", "{{name}}"),
              "\"Remit\" has a line break or characters that cannot stand here");
    EXPECT_EQ(with("remit", std::string(1'001, 'x')), "\"Remit\" has 1001 bytes");
    EXPECT_EQ(with("remit", std::string(1'000, 'x')), "");
    auto unknown = whole();
    unknown.values.emplace_back("remits", "x");
    EXPECT_EQ(refusal(unknown), "group-model has no hole \"remits\"");
    auto same_name = whole();
    same_name.charter = "group-model";
    EXPECT_EQ(refusal(same_name), "the new charter cannot have the name of its model");
    EXPECT_EQ(refusal({"Green Group", {}}), "\"Green Group\" cannot name a charter");
}

TEST(Model, lists_what_was_changed_after_it_was_filled) {
    auto bytes = instantiate(model(), whole()).value();
    const auto swap = [&](const std::string& from, const std::string& to) {
        const auto at = bytes.find(from);
        ASSERT_NE(at, std::string::npos) << from;
        bytes.replace(at, from.size(), to);
    };
    swap("at_least = 5", "at_least = 4");
    swap("sort = \"working-group\"", "sort = \"task-group\"");
    bytes += "\n**C** It may set up others.\n\n```rule aim group.more\nquote = [\"set up "
             "others\"]\n```\n";
    const auto changed = parse(bytes, "green-group.md").charter;
    const auto all = differences_from_model(model(), changed);
    ASSERT_TRUE(all);
    std::vector<std::string> said;
    for (const auto& one : *all) {
        said.push_back(words(one));
    }
    EXPECT_EQ(
        said,
        (std::vector<std::string>{
            "Clause C is not in the model: It may set up others.",
            "Rule group.body of clause A: sort is \"task-group\", in the model \"working-group\"",
            "Rule group.meets of clause B: at_least is 4, in the model 5",
            "Rule group.more of clause C is not in the model"}));
    EXPECT_TRUE(differences_from_model(model(), made(whole()))->empty());
}

TEST(Model, of_no_holes_makes_nothing) {
    const auto plain =
        good(text_of("plain", "", "# P\n\n**1** A.\n\n```rule aim p.a\n```\n"), "plain.md");
    EXPECT_EQ(instantiate(*plain, {"other", {}}).error().message,
              "the charter has no holes to fill");
}

TEST(Enactment, takes_a_rule_out_of_force_and_brings_its_own) {
    const auto text = text_of("law", "b", R"(# T

**1** A third make a quorum.

```rule quorum b.quorum
quote = ["A third"]
at_least = "1/3"
```

```rule quorum b.quorum-by-law
enactment = "act"
exception = "b.quorum"
at_least = "1/2"
```

**2** Meetings are twice a year.

```rule frequency b.meets
at_least = 2
```
)");
    auto with_law = text;
    with_law.insert(with_law.find("+++\n#"),
                    "\n[[enactment]]\nid = \"act\"\ntitle = \"Sample Act 2000\"\n"
                    "says = \"Half\"\ndisapplies = [\"b.meets\"]\n");
    Library library;
    const auto& terms = terms_of(library, spec_of(*add(library, with_law, "law.md"), {}));
    EXPECT_EQ(terms.one<QuorumRule>().rule->id, "b.quorum-by-law");
    EXPECT_TRUE(terms.all<FrequencyRule>().empty());
    EXPECT_NE(terms.rule("b.meets"), nullptr);
    EXPECT_NE(
        explain(terms).find("This comes from the Sample Act 2000, which overrides the terms."),
        std::string::npos);
}

} // namespace
} // namespace quorate::charter::tests
