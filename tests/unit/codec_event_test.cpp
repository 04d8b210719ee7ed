// Events to and from JSON, and the texts and subjects of acts.

#include "governance/codec.hpp"
#include "governance_samples.hpp"

#include <gtest/gtest.h>

namespace quorate::governance {
namespace {

using base::Json;
using base::JsonObject;
using samples::one_of_each;

Json json(std::string_view text) {
    return base::parse_json(text).value();
}

std::string encoded(const Event& event) {
    return base::canonical(encode_event(event));
}

TEST(EventCodec, EveryEventComesBack) {
    for (unsigned seed = 0; seed < 40; ++seed) {
        for (const auto& event : one_of_each<Event>({seed, seed == 0, true})) {
            const auto text = encoded(event);
            const auto back = decode_event(json(text));
            ASSERT_TRUE(back) << text << " " << back.error().text();
            EXPECT_EQ(back->index(), event.index());
            EXPECT_EQ(encoded(*back), text);
        }
    }
}

TEST(EventCodec, BytesWrittenDirectlyAreTheCanonicalOnes) {
    for (unsigned seed = 0; seed < 40; ++seed) {
        for (const bool sealed : {true, false}) {
            for (const auto& event : one_of_each<Event>({seed, seed == 0, sealed})) {
                std::string direct = "before ";
                append_event_json(direct, event);
                EXPECT_EQ(direct, "before " + encoded(event));
            }
        }
    }
}

TEST(EventCodec, NamesAreThoseOfTheTypes) {
    EXPECT_EQ(event_name(events::MeetingConvened{}), "meeting-convened");
    EXPECT_EQ(event_name(events::Left{}), "left");
    EXPECT_EQ(event_names().size(), std::variant_size_v<EventVariant>);
    EXPECT_EQ(event_version("meeting-convened"), 1);
    EXPECT_EQ(event_version("meeting-summoned"), 0);
}

TEST(EventCodec, AMemberCalledTypeIsWrittenKind) {
    events::BodiesLinked linked;
    linked.body = BodyId("kp");
    linked.to = BodyId("psb");
    linked.type = LinkType::managed_through;
    EXPECT_EQ(
        encoded(linked),
        R"({"body":"kp","kind":"managed-through","to":"psb","type":"bodies-linked","version":1})");
}

TEST(EventCodec, MembersMayComeInAnyOrder) {
    const auto event = decode_event(
        json(R"({"version":1,"type":"item-taken","with":[2,3],"meeting":"kp/m1","item":1})"));
    ASSERT_TRUE(event) << event.error().text();
    EXPECT_EQ(std::get<events::ItemTaken>(*event).with, (std::vector<std::int64_t>{2, 3}));
}

TEST(EventCodec, WhatIsNotAnEventIsNamed) {
    const auto wrong = [](std::string_view text) {
        const auto event = decode_event(json(text));
        return event ? std::string("none") : event.error().where + "; " + event.error().message;
    };
    EXPECT_EQ(wrong("4"), "; an event is not a JSON object");
    EXPECT_EQ(wrong(R"({"version":1})"), "type; an event without its type");
    EXPECT_EQ(wrong(R"({"type":"meeting-opened"})"), "version; an event without its version");
    EXPECT_EQ(wrong(R"({"type":"meeting-summoned","version":1})"),
              "type; unknown event type meeting-summoned");
    EXPECT_EQ(
        wrong(R"({"type":"meeting-opened","version":2,"meeting":"kp/m1"})"),
        "version; meeting-opened of version 2 is not known here; this program writes version 1");
    EXPECT_EQ(wrong(R"({"type":"meeting-opened","version":1})"),
              "meeting-opened: meeting; it is missing");
    EXPECT_EQ(wrong(R"({"type":"meeting-opened","version":1,"meeting":4})"),
              "meeting-opened: meeting; its value is not of the kind recorded here");
    EXPECT_EQ(wrong(R"({"type":"meeting-opened","version":1,"meeting":"kp/m1","extra":4})"),
              "meeting-opened: extra; it is not known here");
    EXPECT_EQ(wrong(R"({"type":"meeting-opened","version":1,"meeting":"kp/m1"})"), "none");
}

TEST(EventCodec, OlderVersionsAreBroughtUpToDate) {
    constexpr std::array<Upcast, 3> upcasts = {{{"meeting-summoned", 1,
                                                 [](JsonObject& event) {
                                                     event["type"] = "meeting-opened";
                                                     event["version"] = 0;
                                                 }},
                                                {"meeting-opened", 0,
                                                 [](JsonObject& event) {
                                                     event["meeting"] = event["of"];
                                                     event.erase("of");
                                                     event["version"] = 1;
                                                 }},
                                                {"item-taken", 0, [](JsonObject&) {}}}};
    const auto event =
        decode_event(json(R"({"type":"meeting-summoned","version":1,"of":"kp/m1"})"), upcasts);
    ASSERT_TRUE(event) << event.error().text();
    EXPECT_EQ(std::get<events::MeetingOpened>(*event).meeting.value, "kp/m1");
    const auto circle = decode_event(json(R"({"type":"item-taken","version":0})"), upcasts);
    ASSERT_FALSE(circle);
    EXPECT_EQ(circle.error().message, "the event is never brought up to date");
}

TEST(EventCodec, TextsOfAnEventAreVisited) {
    for (const auto& event : one_of_each<Event>({5, true, true})) {
        const auto text = encoded(event);
        std::size_t visited = 0;
        each_text(event, [&](const Text& one) {
            EXPECT_TRUE(one.digest.has_value());
            ++visited;
        });
        std::size_t written = 0;
        for (auto at = text.find("sha256:"); at != std::string::npos;
             at = text.find("sha256:", at + 1)) {
            ++written;
        }
        EXPECT_EQ(visited, written) << text;
    }
}

TEST(ActTexts, EveryTextIsVisitedWithItsRow) {
    for (auto act : one_of_each<Act>({6})) {
        each_text(act, [](const FieldRow& row, Text& text) {
            EXPECT_TRUE(row.kind == FieldKind::text || row.kind == FieldKind::object) << row.name;
            text.digest = base::sha256(text.words);
            text.words.clear();
        });
        EXPECT_EQ(base::canonical(encode_fields(act)).find("Words"), std::string::npos)
            << row_of(act).name;
        each_text(std::as_const(act),
                  [](const FieldRow&, const Text& text) { EXPECT_TRUE(text.digest.has_value()); });
    }
}

std::string subject(const Act& act) {
    const auto subject = subject_of(act);
    return (subject.body ? subject.body->value : "-") + " " +
           (subject.meeting ? subject.meeting->value : "-") + " " +
           (subject.item ? std::to_string(*subject.item) : "-");
}

TEST(SubjectOf, ComesFromWhatTheActNames) {
    EXPECT_EQ(subject(acts::NoteItem{MeetingId("kp/m1"), 5, {}}), "kp kp/m1 5");
    EXPECT_EQ(subject(acts::DissolveBody{BodyId("kp"), {}, {}}), "kp - -");
    EXPECT_EQ(subject(acts::RespondAsPartner{DecisionId("kp/d12"), OrganisationId("kcc"), {}, {}}),
              "kp - -");
    EXPECT_EQ(subject(acts::ReportOnAction{ActionId("psb/a3"), {}, {}}), "psb - -");
    EXPECT_EQ(subject(acts::ConfirmAct{EntryId("011a5e1c-0000-7000-8000-000000000001")}), "- - -");
    EXPECT_EQ(subject(acts::Vacate{BodyId("kp"), SeatRef("psb/7"), {}}), "kp - -");
    EXPECT_EQ(subject(acts::Preside{MeetingId("kp/m1"), SeatRef("7"), {}, 4}), "kp kp/m1 4");
    EXPECT_EQ(subject(acts::WithdrawInterest{InterestId("kp/i1")}), "kp - -");
    EXPECT_EQ(subject(acts::WithdrawInterest{InterestId("i1")}), "- - -");
}

} // namespace
} // namespace quorate::governance
