// Acts and events to and from JSON.

#include "base/text.hpp"
#include "governance/codec.hpp"
#include "governance/field_words.hpp"
#include "governance/word_forms.hpp"
#include "governance_samples.hpp"

#include <algorithm>
#include <gtest/gtest.h>

namespace quorate::governance {
namespace {

using base::Json;
using base::JsonArray;
using base::JsonObject;
using samples::one_of_each;
using samples::Sampler;

Decoding submitted() {
    return {*base::Zone::find("Europe/London"), false};
}
Decoding stored() {
    return {base::Zone::utc(), true};
}

JsonObject object(std::string_view text) {
    return base::parse_json(text).value().as_object();
}

base::Result<Act> decode(std::string_view name, std::string_view fields) {
    return decode_act(name, object(fields), submitted());
}

template <class S>
S decoded(std::string_view name, std::string_view fields) {
    auto act = decode(name, fields);
    EXPECT_TRUE(act) << act.error().text();
    return act ? std::get<S>(std::move(*act)) : S{};
}

base::Failure failure(std::string_view name, std::string_view fields) {
    const auto act = decode(name, fields);
    EXPECT_FALSE(act) << name << " " << fields;
    return act ? base::Failure{} : act.error();
}

/// The value as a string, as the command line would give it; what cannot be one is left as it is.
Json as_string(const FieldRow& row, const Json& value) {
    if (value.is_bool()) {
        return value.get_bool() ? "yes" : "no";
    }
    if (value.is_int64()) {
        return Json(std::to_string(value.get_int64()));
    }
    const auto* array = value.if_array();
    if (array == nullptr || row.kind == FieldKind::object) {
        return value;
    }
    std::string joined;
    for (const auto& element : *array) {
        joined += joined.empty() ? "" : ", ";
        joined += std::string(as_string(row, element).as_string());
    }
    return Json(joined);
}

const FieldRow& field(const ActRow& act, std::string_view name) {
    for (const auto& row : act.fields) {
        if (row.name == name) {
            return row;
        }
    }
    throw std::runtime_error("no such field");
}

/// The fields of an act as somebody could submit them: a word that must be one of a few, or of a
/// certain form, is one.
JsonObject submittable(const Act& act) {
    auto fields = encode_fields(act);
    for (const auto& row : row_of(act).fields) {
        auto* word = fields.if_contains(row.name);
        if (word == nullptr || !word->is_string()) {
            continue;
        }
        const std::string_view text(word->get_string().data(), word->get_string().size());
        const bool choice = row.kind == FieldKind::choice;
        if (choice &&
            std::find(row.choices.begin(), row.choices.end(), text) == row.choices.end()) {
            *word = row.choices.back();
        } else if (form_of(row) != nullptr) {
            *word = "sections 40(2) and 43(2)";
        }
    }
    return fields;
}

TEST(Codec, EveryActComesBackAsSubmitted) {
    for (unsigned seed = 0; seed < 40; ++seed) {
        for (const auto& act : one_of_each<Act>({seed, seed == 0})) {
            const auto fields = submittable(act);
            const auto back = decode_act(row_of(act).name, fields, submitted());
            ASSERT_TRUE(back) << row_of(act).name << ": " << back.error().text();
            EXPECT_EQ(back->index(), act.index());
            EXPECT_EQ(base::canonical(encode_fields(*back)), base::canonical(fields))
                << row_of(act).name;
        }
    }
}

TEST(Codec, EveryActComesBackAsStored) {
    for (unsigned seed = 0; seed < 40; ++seed) {
        for (const auto& act : one_of_each<Act>({seed, seed == 0, true})) {
            const auto text = base::canonical(encode_fields(act));
            const auto back = decode_act(row_of(act).name, object(text), stored());
            ASSERT_TRUE(back) << row_of(act).name << ": " << back.error().text();
            EXPECT_EQ(base::canonical(encode_fields(*back)), text) << row_of(act).name;
        }
    }
}

TEST(Codec, EveryValueMayBeAString) {
    for (const auto& act : one_of_each<Act>({7})) {
        const auto& row = row_of(act);
        const auto fields = submittable(act);
        JsonObject strings;
        for (const auto& [key, value] : fields) {
            strings.emplace(key, as_string(field(row, key), value));
        }
        const auto back = decode_act(row.name, strings, submitted());
        ASSERT_TRUE(back) << row.name << ": " << back.error().text();
        EXPECT_EQ(base::canonical(encode_fields(*back)), base::canonical(fields)) << row.name;
    }
}

TEST(Codec, EveryWrongValueNamesItsField) {
    for (const auto& act : one_of_each<Act>({1})) {
        const auto& row = row_of(act);
        for (const auto& one : row.fields) {
            for (const Json& wrong :
                 {Json(JsonObject{{"odd", 1}}), Json(1.5), Json(JsonArray{JsonArray{}})}) {
                auto fields = submittable(act);
                fields[one.name] = wrong;
                const auto back = decode_act(row.name, fields, submitted());
                ASSERT_FALSE(back) << row.name << " " << one.name;
                EXPECT_EQ(back.error().where, one.name) << row.name;
                EXPECT_FALSE(back.error().message.empty());
                EXPECT_FALSE(back.error().help.empty());
            }
        }
    }
}

TEST(Codec, EveryMissingFieldIsNamed) {
    for (const auto& act : one_of_each<Act>({2})) {
        const auto& row = row_of(act);
        for (const auto& one : row.fields) {
            for (const Json& blank : {Json(nullptr), Json("  ")}) {
                auto fields = submittable(act);
                fields[one.name] = blank;
                const auto back = decode_act(row.name, fields, submitted());
                EXPECT_EQ(back.has_value(), !one.required) << row.name << " " << one.name;
                if (!back) {
                    EXPECT_EQ(back.error().where, one.name);
                    EXPECT_NE(back.error().message.find("is needed"), std::string::npos);
                    EXPECT_NE(back.error().help.find(std::string(one.name) + "="),
                              std::string::npos);
                }
            }
        }
    }
}

TEST(Codec, EveryTextHasALimit) {
    for (const auto& act : one_of_each<Act>({3})) {
        const auto& row = row_of(act);
        for (const auto& one : row.fields) {
            const bool words = one.kind == FieldKind::text || one.kind == FieldKind::word;
            if (one.list || !words || form_of(one) != nullptr) {
                continue;
            }
            auto fields = submittable(act);
            fields[one.name] = std::string(limit_of(one), 'a');
            EXPECT_TRUE(decode_act(row.name, fields, submitted())) << row.name << " " << one.name;
            fields[one.name] = std::string(limit_of(one) + 1, 'a');
            const auto back = decode_act(row.name, fields, submitted());
            ASSERT_FALSE(back) << row.name << " " << one.name;
            EXPECT_EQ(back.error().where, one.name);
        }
    }
}

TEST(Codec, AnExemptionIsNamedByItsNumberAlone) {
    const auto restricting = [](std::string_view exemption) {
        return decode("restrict-paper", R"({"meeting":"kp/m1","restriction":1,"paper":"aa",)"
                                        R"("review":"2008-12-01","exemption":")" +
                                            std::string(exemption) + "\"}");
    };
    for (const auto* fits :
         {"section 43(2)", "section 41", "sections 40(2) and 43(2)", "paragraph 3",
          "paragraphs 1, 2 and 3", "section 36(2)(b)(ii)", "section 37(1)(aa)", "section 40(3A)"}) {
        EXPECT_TRUE(restricting(fits)) << fits;
    }
    for (const auto* not_so :
         {"it names the bidder", "section 43(2) of the bid", "section 43(Smith)", "43(2)",
          "section", "section 43(2)\\nsection 40", "Section 43(2) and the price"}) {
        const auto refused = restricting(not_so);
        ASSERT_FALSE(refused) << not_so;
        EXPECT_EQ(refused.error().where, "exemption");
    }
    EXPECT_EQ(
        restricting("it names the bidder").error().text(),
        "exemption: \"it names the bidder\" is not an exemption by its number alone. Name the "
        "exemption by the number of its section, such as section 43(2), or for a committee of "
        "a council by its paragraph, such as paragraph 3");
}

TEST(Codec, HowMembersAreAskedIsOneOfFourWays) {
    const auto asking = [](std::string_view how) {
        return decode("consult-on-urgent-decision",
                      R"({"body":"kp","seats":"3","how":")" + std::string(how) + "\"}");
    };
    for (const auto* way : {"in-person", "telephone", "e-mail", "letter"}) {
        EXPECT_TRUE(asking(way)) << way;
    }
    EXPECT_EQ(asking("email").error().text(), "how: \"email\" is not one of in-person, telephone, "
                                              "e-mail, letter. Did you mean e-mail?");
    EXPECT_EQ(asking("a word with the Leader's wife").error().where, "how");
}

TEST(Codec, UnknownActAndFieldNameTheNearest) {
    auto wrong = failure("convene-meting", "{}");
    EXPECT_EQ(wrong.where, "act");
    EXPECT_EQ(wrong.help, "Did you mean convene-meeting?");
    wrong = failure("convene-meeting", R"({"meeting":"kp/m1","at":"2008-07-01","plaice":"x"})");
    EXPECT_EQ(wrong.where, "plaice");
    EXPECT_EQ(wrong.message, "convene-meeting has no field \"plaice\"");
    EXPECT_EQ(
        wrong.help,
        "Did you mean place? The fields are meeting, at, place, jointly_with, reason, remote, "
        "open_to_public, length");
    EXPECT_EQ(failure("take-vote", R"({"meeting":"kp/m1","item":4,"for_":1})").where, "for_");
}

TEST(Codec, MessagesSayWhatWasExpected) {
    auto wrong = failure("convene-meeting", R"({"meeting":"kp/m1","at":"tomorrow"})");
    EXPECT_EQ(wrong.text(),
              "at: \"tomorrow\" is not a date or time. Write a date as 2008-07-01 and a time as "
              "2008-07-01T10:00");
    wrong = failure("convene-meeting", R"({"meeting":"kp/m1","at":"2008-02-30"})");
    EXPECT_EQ(wrong.where, "at");
    wrong = failure("convene-meeting",
                    R"({"meeting":"kp/m1","at":"2008-03-30T01:30"})"); // clocks skip it
    EXPECT_EQ(wrong.where, "at");
    wrong = failure("convene-meeting", R"({"meeting":"kp/m1"})");
    EXPECT_EQ(wrong.text(), "at: a date and time is needed. Write it as at=2008-07-01T10:00");
    wrong = failure("declare-outcome", R"({"meeting":"kp/m1","item":4,"outcome":"caried"})");
    EXPECT_EQ(wrong.text(),
              "outcome: \"caried\" is not one of carried, lost. Did you mean carried?");
    wrong = failure("take-item", R"({"meeting":"kp/m1","item":-4})");
    EXPECT_EQ(wrong.text(), "item: -4 is not a whole number from 0 to 1,000,000. Write it as 4");
    wrong = failure("take-item", R"({"meeting":"kp/m1","item":1000001})");
    EXPECT_EQ(wrong.where, "item");
    wrong = failure("take-item", R"({"meeting":"KP/m1","item":1})");
    EXPECT_EQ(wrong.text(),
              "meeting: \"KP/m1\" has capital letters; ids are in lower case. Write kp/m1");
    wrong = failure("take-item", R"({"meeting":"m1","item":1})");
    EXPECT_EQ(
        wrong.text(),
        "meeting: \"m1\" does not say which body's meeting it is. Write the body first, such as "
        "kp/m1");
    wrong = failure("record-visitor", R"({"meeting":"kp/m1","person":"p 1"})");
    EXPECT_EQ(wrong.message, "\"p 1\" is not the id of a person");
    wrong = failure("record-visitor", R"({"meeting":"kp/m1","person":"p1","agreed":"maybe"})");
    EXPECT_EQ(wrong.text(), "agreed: \"maybe\" is not yes or no. Write it as yes");
    wrong = failure("register-organisation", R"({"organisation":"kcc","name":"Kent\nCouncil"})");
    EXPECT_EQ(wrong.where, "name");
}

TEST(Codec, SeatsAreNumbersOrBodyAndNumber) {
    EXPECT_EQ(decoded<acts::Preside>("preside", R"({"meeting":"kp/m1","seat":7})").seat.value, "7");
    EXPECT_EQ(decoded<acts::Preside>("preside", R"({"meeting":"kp/m1","seat":" 7 "})").seat.value,
              "7");
    EXPECT_EQ(decoded<acts::Preside>("preside", R"({"meeting":"kp/m1","seat":"kp/7"})").seat.value,
              "kp/7");
    for (const auto* seat :
         {"kp-7", "kp/", "/7", "07", "0", "seven", "kp/7/", "7a", "-7", "KP/7"}) {
        const auto wrong =
            failure("preside", R"({"meeting":"kp/m1","seat":")" + std::string(seat) + "\"}");
        EXPECT_EQ(wrong.where, "seat") << seat;
        EXPECT_EQ(wrong.help, "Write its number, such as 7, or body/number, such as kp/7");
    }
}

std::string seats_of(std::string_view seats) {
    const auto act = decoded<acts::RecordArrival>(
        "record-arrival", R"({"meeting":"kp/m1","seats":)" + std::string(seats) + "}");
    std::vector<std::string> out;
    for (const auto& seat : act.seats) {
        out.push_back(seat.value);
    }
    return base::join(out, " ");
}

TEST(Codec, ListsTakeRanges) {
    EXPECT_EQ(seats_of(R"("1-3,25")"), "1 2 3 25");
    EXPECT_EQ(seats_of(R"(" 1 - 3 , 25 ")"), "1 2 3 25");
    EXPECT_EQ(seats_of(R"(["1-2", 5, "kp/9"])"), "1 2 5 kp/9");
    EXPECT_EQ(seats_of(R"("kp/8-10,psb/1")"), "kp/8 kp/9 kp/10 psb/1");
    EXPECT_EQ(seats_of("7"), "7");
    EXPECT_EQ(seats_of("[]"), "");
    EXPECT_EQ(seats_of(R"("4-4")"), "4");
    const auto agenda =
        decoded<acts::OrderAgenda>("order-agenda", R"({"meeting":"kp/m1","items":"3,1-2"})");
    EXPECT_EQ(agenda.items, (std::vector<std::int64_t>{3, 1, 2}));
}

TEST(Codec, OddRangesAreRefused) {
    const auto refused = [](std::string_view seats) {
        const auto wrong =
            failure("record-arrival", R"({"meeting":"kp/m1","seats":)" + std::string(seats) + "}");
        EXPECT_EQ(wrong.where, "seats") << seats;
        return wrong.message;
    };
    EXPECT_EQ(refused(R"("9-1")"), "\"9-1\" runs backwards");
    EXPECT_EQ(refused(R"("1-501")"), "\"1-501\" names more than 500");
    EXPECT_EQ(refused(R"("1-999999999999999999999")"), "\"1-999999999999999999999\" is not a seat");
    EXPECT_EQ(refused(R"("1-201")"), "the list has 201; the limit is 200");
    EXPECT_EQ(refused(R"("1,,3")"), "one of the list is empty");
    EXPECT_EQ(refused(R"("1-3,2")"), "2 is given twice");
    EXPECT_EQ(refused(R"("0-3")"), "\"0\" is not a seat");
    EXPECT_EQ(refused("true"), "true is not a seat");
}

TEST(Codec, OtherListsAreDividedAtCommas) {
    const auto item = decoded<acts::NotifyItem>(
        "notify-item", R"({"meeting":"kp/m1","item":4,"title":"Budget","affects":"kcc, kfrs"})");
    EXPECT_EQ(item.affects, (std::vector{OrganisationId("kcc"), OrganisationId("kfrs")}));
    const auto programme = decoded<acts::SetProgramme>(
        "set-programme",
        R"({"body":"kp","year":"2008","meetings":"2008-03-04T10:00,2008-07-01T10:00"})");
    ASSERT_EQ(programme.meetings.size(), 2U);
    EXPECT_EQ(base::text(programme.meetings[0]), "2008-03-04T10:00:00Z");
    EXPECT_EQ(base::text(programme.meetings[1]), "2008-07-01T09:00:00Z");
    const auto organisation = decoded<acts::RegisterOrganisation>(
        "register-organisation",
        R"({"organisation":"a","name":"A","other_names":["One, two","B"]})");
    EXPECT_EQ(organisation.other_names, (std::vector<std::string>{"One, two", "B"}));
}

std::vector<Considered> considered(std::string_view value) {
    return decoded<acts::TakeUrgentDecision>("take-urgent-decision",
                                             R"({"body":"kp","words":"x","considered":)" +
                                                 std::string(value) + "}")
        .considered;
}

TEST(Codec, WhatWasConsideredMayBeWritten) {
    for (const auto* given :
         {R"(["kp-direction: fits, it does", "cost: not applicable: no money"])",
          R"("kp-direction: fits, it does; cost: not applicable: no money")",
          R"([{"what":"kp-direction","words":"fits, it does"},
                                  {"what":"cost","applies":"no","words":"no money"}])"}) {
        const auto list = considered(given);
        ASSERT_EQ(list.size(), 2U) << given;
        EXPECT_EQ(list[0].what, "kp-direction");
        EXPECT_EQ(list[0].words.words, "fits, it does");
        EXPECT_FALSE(list[0].applies.has_value());
        EXPECT_EQ(list[1].what, "cost");
        EXPECT_EQ(list[1].applies, false);
        EXPECT_EQ(list[1].words.words, "no money");
    }
    EXPECT_EQ(considered(R"("a: one; and two; b: three")").size(), 2U);
    EXPECT_EQ(considered(R"("a: one; and two; b: three")")[0].words.words, "one; and two");
    EXPECT_EQ(considered(R"("a: not applicable")")[0].applies, false);
    EXPECT_FALSE(considered(R"("a: not applicable here")")[0].applies.has_value());
    EXPECT_FALSE(considered(R"("kp-direction")")[0].words.given());
    EXPECT_EQ(considered(R"({"what":"a"})").size(), 1U);
    for (const auto* odd :
         {R"([": words"])", R"([{"words":"x"}])", R"([{"what":"a","wrods":"x"}])", "[4]", "4"}) {
        const auto wrong =
            failure("take-urgent-decision",
                    R"({"body":"kp","words":"x","considered":)" + std::string(odd) + "}");
        EXPECT_EQ(wrong.where, "considered") << odd;
    }
}

TEST(Codec, TextIsCleanedAndKeptAsWords) {
    const auto act = decoded<acts::NoteItem>(
        "note-item", R"({"meeting":"kp/m1","item":5,"words":"  cafe\u0301 "})");
    EXPECT_EQ(act.words->words, "caf\u00e9");
    const auto digest = std::string(64, 'a');
    const auto like_sealed = decoded<acts::NoteItem>(
        "note-item", R"({"meeting":"kp/m1","item":5,"words":"sha256:)" + digest + "\"}");
    EXPECT_FALSE(like_sealed.words->digest.has_value())
        << "submitted words never pass for a sealed text";
    EXPECT_FALSE(
        decoded<acts::NoteItem>("note-item", R"({"meeting":"kp/m1","item":5,"words":""})").words);
}

TEST(Codec, StoredActsAreReadStrictly) {
    const auto wrong = [](std::string_view fields) {
        const auto act = decode_act("note-item", object(fields), stored());
        return act ? std::string("none") : act.error().where + ": " + act.error().message;
    };
    EXPECT_EQ(wrong(R"({"meeting":"kp/m1","item":5})"), "none");
    EXPECT_EQ(wrong(R"({"meeting":"kp/m1"})"), "item: it is missing");
    EXPECT_EQ(wrong(R"({"meeting":"kp/m1","item":"5"})"),
              "item: its value is not of the kind recorded here");
    EXPECT_EQ(wrong(R"({"meeting":"kp/m1","item":5,"words":"bare words"})"),
              "words: its value is not of the kind recorded here");
    EXPECT_EQ(wrong(R"({"meeting":"kp/m1","item":5,"more":1})"), "more: it is not known here");
}

} // namespace
} // namespace quorate::governance
