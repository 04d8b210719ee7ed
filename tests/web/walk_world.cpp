#include "walk_world.hpp"

#include "base/text.hpp"
#include "base/uuid.hpp"
#include "governance/codec.hpp"
#include "partnership/papers.hpp"
#include "partnership/scenario/stage.hpp"
#include "partnership/workspace/accounts.hpp"
#include "partnership/workspace/bulk.hpp"
#include "partnership/workspace/dates_to_avoid.hpp"
#include "partnership/workspace/hearing_asks.hpp"
#include "partnership/workspace/letters.hpp"
#include "partnership/workspace/outbox.hpp"
#include "partnership/workspace/reading.hpp"
#include "partnership/workspace/restricted_uploads.hpp"
#include "partnership/workspace/sheet.hpp"
#include "partnership/workspace/single_sign_on.hpp"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <gtest/gtest.h>
#include <numeric>
#include <random>

namespace quorate::web_tests {

namespace scenario = partnership::scenario;
using partnership::Account;
using partnership::AccountKind;

namespace {

std::string new_root() {
    std::string name = std::filesystem::temp_directory_path().string() + "/quorate-walk-XXXXXX";
    return mkdtemp(name.data()) == nullptr ? std::string() : name;
}

std::string replaced(std::string text, const std::string& what, const std::string& by) {
    for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + by.size())) {
        text.replace(at, what.size(), by);
    }
    return text;
}

std::string seat(int number) {
    return "seat:kp/" + std::to_string(number);
}

/// What happened before the meeting of today: a closed meeting whose minutes were sent, and one of
/// the board. Words in capitals stand for seats, those with an X are looked for.
constexpr const char* past_file = "/tests/web/data/walk_past.md";

constexpr const char* letter_id = "0190a0a0-0000-7000-8000-000000000001";
constexpr const char* task_id = "0190a0a0-0000-7000-8000-000000000002";

} // namespace

WalkWorld::WalkWorld(unsigned seed) : root_(new_root()) {
    choose_seats(seed);
    play_past();
    add_papers();
    play_day(seed);
    add_workspace();
    add_accounts();
    std::vector<views::Hosted> hosted;
    hosted.push_back({"walk", std::move(made_), {}});
    served_ = std::make_unique<Served>(std::move(hosted));
}

WalkWorld::~WalkWorld() {
    served_.reset();
    std::filesystem::remove_all(root_);
}

void WalkWorld::choose_seats(unsigned seed) {
    // Seats whose holders sit on no other body, and who are there by the attendance of each
    // meeting.
    std::vector<int> free = {10, 11, 15, 16, 18, 19, 20, 21, 22, 23, 25, 26, 28, 29, 30};
    std::mt19937 random(seed);
    std::shuffle(free.begin(), free.end(), random);
    int* all[] = {&seats_.member,       &seats_.told,       &seats_.told_today, &seats_.may_speak,
                  &seats_.undetermined, &seats_.substitute, &seats_.former,     &seats_.sensitive,
                  &seats_.asker,        &seats_.excluded};
    for (std::size_t i = 0; i < std::size(all); ++i) {
        *all[i] = free[i];
    }
}

void WalkWorld::play_past() {
    const std::string root = QUORATE_SOURCE_DIR;
    auto start = base::read_file(root + "/examples/kent-rehearsal/rehearsal.md").value();
    start = replaced(std::move(start), "kind = \"rehearsal\"", "kind = \"fictional\"");
    start =
        replaced(std::move(start), "partnership = \"kent-rehearsal\"", "partnership = \"walk\"");
    auto text = replaced(base::read_file(root + past_file).value(), "SENSITIVE ",
                         std::to_string(seats_.sensitive) + " ");
    text = replaced(std::move(text), "kp/EXCLUDED", "kp/" + std::to_string(seats_.excluded));
    for (const auto& [word, number] :
         {std::pair{"EXCLUDED ", seats_.excluded}, std::pair{"FORMER\n", seats_.former},
          std::pair{"SUBSTITUTE ", seats_.substitute}, std::pair{"MEMBER ", seats_.member}}) {
        text = replaced(std::move(text), word, std::to_string(number) + std::string(word).back());
    }
    const auto first = scenario::parse(start, "rehearsal.md").value();
    const auto second = scenario::parse(text, "past.md");
    ASSERT_TRUE(second.has_value()) << second.error().text();
    partnership::CharterFiles files(root);
    partnership::FolderOptions options;
    options.clock_of_the_record = true;
    auto made = partnership::Partnership::create(
        root_ + "/walk", scenario::new_partnership(first, scenario::first_instant(first).value()),
        options);
    ASSERT_TRUE(made.has_value()) << made.error().text();
    scenario::Scene scene{std::move(*made), files, {}, {}};
    for (const auto* document : {&first, &*second}) {
        const auto played = scenario::play_whole(scene, *document);
        ASSERT_TRUE(played.has_value()) << played.error().text();
        history_ = document == &first ? scene.partnership->state()->size : history_;
    }
    made_ = std::move(scene.partnership);
    partnership_ = made_.get();
    meetings_ = {{"kp", "m1"}, {"kp", "m2"}, {"psb", "m1"}, {"psb", "m2"}};
    mark("sensitive interest, what it is about", {"XSENSITIVEREGISTERED", "XSENSITIVEDECLARED"});
    mark("reason of a determination, made by the Chair", {"XDETERMINATIONREASON"});
    mark("restricted advice", {"XRESTRICTEDADVICE"});
    mark("why a member was sent out", {"XEXCLUSIONREASON"});
    mark("minutes sent, not published", {"XMINUTESSENT"});
    mark("minutes drafted, not sent", {"XMINUTESDRAFTED"});
    mark("urgent matter members are asked about", {"XURGENTMATTER"});
    mark("late item a member asked for, waiting for the Chair", {"XAWAITEDTITLE"});
}

std::string WalkWorld::act_text(const std::string& made_by, const std::string& time,
                                const std::string& name, const std::string& fields,
                                const std::string& evidence) const {
    const bool own = made_by == "servicing";
    return act_json(
        name, fields,
        "\"made_by\": \"" + made_by + "\", \"effective\": \"" + time + "\"" +
            (own ? "" : ", \"recorded_by\": \"servicing\", \"evidence\": \"" + evidence + "\""));
}

void WalkWorld::submit(const std::string& text, governance::Verdict expected) {
    auto submission = partnership::parse_submission(text, partnership_->zone());
    ASSERT_TRUE(submission.has_value()) << text << ": " << submission.error().text();
    const auto receipt = partnership_->submit(std::move(*submission));
    ASSERT_TRUE(receipt.has_value()) << text;
    const auto& reasons = receipt->ruling.reasons;
    ASSERT_EQ(receipt->ruling.verdict, expected)
        << text << ": "
        << (reasons.empty() ? "" : std::string(governance::code_name(reasons.front().code)));
}

void WalkWorld::act(const std::string& made_by, const std::string& time, const std::string& name,
                    const std::string& fields) {
    submit(act_text(made_by, time, name, fields, "room"), governance::Verdict::permitted);
}

void WalkWorld::mark(const std::string& thing, std::vector<std::string> words) {
    marked_.push_back({thing, std::move(words)});
}

std::vector<std::string> WalkWorld::words_of(const File& file, const std::string& word) {
    return {word + "TITLE", word + "FILE", word + "BYTES", word + "REASON", file.digest};
}

WalkWorld::File WalkWorld::add_file(const std::string& meeting, std::optional<std::int64_t> item,
                                    const std::string& word, bool restricted) {
    const auto stored = partnership_->papers()->add("A paper: " + word + "BYTES\n", "paper.txt");
    EXPECT_TRUE(stored.has_value());
    partnership::UploadedPaper paper;
    paper.meeting = meeting;
    paper.item = item;
    paper.digest = stored->digest;
    paper.name = word + "FILE.txt";
    paper.title = word + "TITLE";
    paper.content_type = stored->content_type;
    paper.bytes = stored->bytes;
    paper.restricted = restricted ? "section 43(2)" : "";
    paper.by = "secretariat";
    paper.at = partnership_->now();
    File out{base::hex(stored->digest), paper.name, 0};
    out.upload = partnership_->workspace()->add_upload(paper).value();
    fillings_["digest"].push_back(out.digest);
    fillings_["paper"].push_back(std::to_string(out.upload));
    return out;
}

void WalkWorld::restrict(const std::string& meeting, int number, std::optional<std::int64_t> item,
                         const File& file, const std::string& word, const std::string& exemption) {
    act("servicing",
        meeting == "kp/m2" ? "2008-11-12T09:0" + std::to_string(number)
                           : std::string("2008-11-20T09:00"),
        "restrict-paper",
        "\"meeting\": \"" + meeting + "\", \"restriction\": " + std::to_string(number) +
            (item ? ", \"item\": " + std::to_string(*item) : std::string()) + ", \"paper\": \"" +
            file.digest + "\", \"exemption\": \"" + exemption +
            "\", \"review\": \"2009-06-01\", \"reason\": \"" + word + "REASON\"");
}

void WalkWorld::add_papers() {
    const auto open = add_file("kp/m2", 3, "XOPEN", false);
    const auto closed = add_file("kp/m2", 1, "XCLOSED", true);
    const auto some = add_file("kp/m2", 3, "XSOME", true);
    const auto partner = add_file("kp/m2", 2, "XPARTNER", true);
    const auto lifted = add_file("kp/m2", 3, "XLIFTED", true);
    const auto unsent = add_file("kp/m2", 3, "XUNSENT", false);
    const auto board = add_file("psb/m2", 1, "XBOARD", true);
    restrict("kp/m2", 1, 1, closed, "XCLOSED", "section 43(2)");
    restrict("kp/m2", 2, 3, some, "XSOME", "section 40(2)");
    restrict("kp/m2", 3, 2, partner, "XPARTNER", "section 41");
    restrict("kp/m2", 4, 3, lifted, "XLIFTED", "section 36");
    act("servicing", "2008-11-13T09:00", "circulate-papers",
        R"("meeting": "kp/m2", "how": "e-mail", "restricted": [1, 4], "papers": [")" + open.digest +
            "\"]");
    act("servicing", "2008-11-13T09:01", "circulate-papers",
        R"("meeting": "kp/m2", "how": "e-mail", "restricted": [3], "partners": ["partner-3"])");
    act("servicing", "2008-11-13T09:02", "circulate-papers",
        R"("meeting": "kp/m2", "how": "e-mail", "restricted": [2], "seats": ["kp/)" +
            std::to_string(seats_.may_speak) + "\"]");
    act("servicing", "2008-11-20T09:00", "lift-restriction",
        R"("meeting": "kp/m2", "restriction": 4, "paper": ")" + lifted.digest +
            "\", \"reason\": \"It is out\"");
    restrict("psb/m2", 1, 1, board, "XBOARD", "section 43(2)");
    act("servicing", "2008-11-20T09:01", "circulate-papers",
        R"("meeting": "psb/m2", "how": "e-mail", "restricted": [1])");
    // Entered a week late, with a reason.
    auto late = act_text("servicing", "2008-11-13T09:05", "record-apologies",
                         R"("meeting": "kp/m2", "seats": ["kp/31"])", "room");
    late.insert(late.size() - 1, ", \"late_reason\": \"XLATEREASON\"");
    submit(late, governance::Verdict::permitted);
    submit(
        act_text(seat(seats_.asker), "2008-11-25T09:00", "notify-item",
                 R"("meeting": "kp/m2", "item": 4, "title": "XAWAITEDTITLE", "purpose": "noting")",
                 "e-mail"),
        governance::Verdict::needs_discretion);
    mark("open paper, sent", {"XOPENTITLE", "XOPENFILE", "XOPENBYTES", open.digest});
    mark("open paper, not sent", {"XUNSENTTITLE", "XUNSENTFILE", "XUNSENTBYTES", unsent.digest});
    mark("that a paper is restricted, and the exemption", {"section 40(2)"});
    mark("restricted paper", words_of(closed, "XCLOSED"));
    mark("restricted paper, sent to some members only", words_of(some, "XSOME"));
    mark("restricted paper, sent to an affected partner", words_of(partner, "XPARTNER"));
    mark("paper whose restriction was lifted",
         {"XLIFTEDTITLE", "XLIFTEDFILE", "XLIFTEDBYTES", lifted.digest});
    mark("restricted paper of the other body", words_of(board, "XBOARD"));
    mark("why an act was entered late", {"XLATEREASON"});
}

void WalkWorld::play_day(unsigned seed) {
    const auto seat_field = [](int number) {
        return "\"seat\": \"kp/" + std::to_string(number) + "\"";
    };
    const auto declares = [&](int number, const std::string& time, const std::string& nature) {
        return act_text(seat(number), time, "declare-interest",
                        R"("meeting": "kp/m2", "item": 1, "kind": "financial", "nature": ")" +
                            nature + "\", " + seat_field(number),
                        "room");
    };
    const auto determines = [&](int number, const std::string& time, const std::string& what) {
        return act_text("presiding", time, "determine-interest",
                        R"("meeting": "kp/m2", "item": 1, "determination": ")" + what + "\", " +
                            seat_field(number),
                        "room");
    };
    const std::string day = "2008-12-02T";
    const std::vector<std::string> acts = {
        act_text("servicing", day + "09:50", "record-arrival",
                 R"("meeting": "kp/m2", "seats": "1-6,8-)" + std::string("30\""), "room"),
        act_text("servicing", day + "10:00", "open-meeting", R"("meeting": "kp/m2")", "room"),
        act_text("vice-chair", day + "10:01", "preside", R"("meeting": "kp/m2", )" + seat_field(8),
                 "room"),
        act_text("servicing", day + "10:02", "take-item", R"("meeting": "kp/m2", "item": 1)",
                 "room"),
        declares(seats_.told, day + "10:03", "A firm"),
        determines(seats_.told, day + "10:04", "leave"),
        declares(seats_.may_speak, day + "10:05", "A firm"),
        determines(seats_.may_speak, day + "10:06", "speak"),
        declares(seats_.undetermined, day + "10:07", "A firm"),
        // From here on always on the open sheet.
        declares(seats_.excluded, day + "10:08", "XDECLARED"),
        declares(seats_.told_today, day + "10:08", "A firm"),
        determines(seats_.told_today, day + "10:09", "leave"),
        act_text("servicing", day + "10:10", "record-discussion",
                 R"("meeting": "kp/m2", "item": 1, "words": "XSHEETDISCUSSION")", "room")};
    const std::size_t on_sheet = 4 + seed % 8; // from so many of the last acts on
    for (std::size_t i = 0; i < acts.size(); ++i) {
        auto submission = partnership::parse_submission(acts[i], partnership_->zone());
        ASSERT_TRUE(submission.has_value()) << acts[i] << submission.error().text();
        if (i + on_sheet >= acts.size()) {
            const auto line = partnership::add_line(*partnership_, "kp/m2", *submission);
            ASSERT_TRUE(line.has_value()) << acts[i];
            continue;
        }
        submit(acts[i], governance::Verdict::permitted);
    }
    const auto foreseen = partnership::foresee_sheet(*partnership_, "kp/m2");
    ASSERT_TRUE(foreseen.has_value());
    for (const auto& line : foreseen->lines) {
        ASSERT_EQ(line.ruling.verdict, governance::Verdict::permitted)
            << partnership::encode_submission(line.submission);
    }
    mark("interest declared on the open sheet, to be determined", {"XDECLARED"});
    mark("discussion noted on the open sheet", {"XSHEETDISCUSSION"});
}

void WalkWorld::add_workspace() {
    auto& workspace = *partnership_->workspace();
    const auto kept = partnership::write_note(workspace, "member",
                                              {{"kp/m2", 3, {}}, "XPRIVATENOTE", {}, 0, "page"},
                                              partnership_->now());
    ASSERT_TRUE(kept.has_value()) << kept.error().text();
    mark("private note", {"XPRIVATENOTE"});
    const partnership::HearingAsk ask{"kp/m2", 2, "partner-4", "XHEARINGASKED",
                                      partnership_->now()};
    ASSERT_TRUE(partnership::ask_to_be_heard(workspace, ask).has_value());
    mark("why a partner asks to be heard, without an answer yet", {"XHEARINGASKED"});
    const auto queued =
        partnership::queue(workspace,
                           {.to = "somebody@example.org",
                            .to_name = "Somebody",
                            .subject = "XMAILSUBJECT",
                            .text = "XMAILTEXT",
                            .purpose = "notice",
                            .about = "a test",
                            .attachments = {{"meeting.ics", "text/calendar", "XMAILATTACHED"}}},
                           base::system_now());
    ASSERT_TRUE(queued.has_value()) << queued.error().text();
    mark("mail", {"XMAILSUBJECT", "XMAILTEXT", "XMAILATTACHED"});
    partnership::Letter letter;
    letter.id = letter_id;
    letter.kind = "vacancy";
    letter.body = "kp";
    letter.to = "Somebody";
    letter.subject = "XLETTERSUBJECT";
    letter.text = "XLETTERTEXT";
    letter.how = "print";
    letter.by = "secretariat";
    letter.at = partnership_->now();
    ASSERT_TRUE(partnership::keep_letter(workspace, letter).has_value());
    partnership::DateToAvoid half_term;
    half_term.name = "Half-term";
    half_term.first = half_term.last = base::parse_date("2008-10-27").value();
    half_term.school = true;
    ASSERT_TRUE(partnership::add_dates_to_avoid(workspace, {half_term}).has_value());
    partnership::BulkTask task;
    task.id = task_id;
    task.kind = "letters";
    task.title = "Letters";
    task.by = "secretariat";
    task.asked = partnership_->now();
    partnership::BulkLine line;
    line.what = "Somebody";
    line.entry = partnership::bulk_entry_id(task, 1);
    line.kind = "letter";
    letter.id = line.entry;
    line.content = partnership::encode_letter(letter);
    ASSERT_TRUE(partnership::add_bulk_task(workspace, task, {line}).has_value());
    mark("letter", {"XLETTERSUBJECT", "XLETTERTEXT"});
}

void WalkWorld::look_as(const std::string& kind, const Account& account) {
    auto& accounts = partnership_->workspace()->accounts();
    const auto added = accounts.add_invited(account); // no password to be hashed
    ASSERT_TRUE(added.has_value()) << added.error().text();
    auto& workspace = *partnership_->workspace();
    const partnership::SignedOn owner{"https://id.example", account.name, "oid", account.name,
                                      false};
    ASSERT_TRUE(partnership::expect_sign_on(workspace, account.name, owner.issuer, owner.value));
    const auto ticket =
        partnership::begin_session_of(workspace, owner, {"a test", ""}, base::system_now());
    ASSERT_TRUE(ticket && *ticket);
    lookers_.push_back({kind, "quorate-walk=" + (*ticket)->token});
    fillings_["account"].push_back(account.name);
}

void WalkWorld::add_accounts() {
    const auto of_seat = [](const std::string& name, int number) {
        Account out{.name = name, .title = "Seat " + std::to_string(number)};
        out.seats = {{governance::ActorKind::seat, "kp/" + std::to_string(number)}};
        return out;
    };
    const auto of_person = [](const std::string& name, const std::string& person) {
        Account out{.name = name, .title = "A person"};
        out.person = governance::PersonId(person);
        return out;
    };
    const auto of_partner = [](const std::string& name, const std::string& organisation) {
        Account out{.name = name, .title = "A partner", .kind = AccountKind::partner};
        out.organisations = {governance::OrganisationId(organisation)};
        return out;
    };
    const auto holder = [](int number) { return "holder-kp-" + std::to_string(number); };
    lookers_.push_back({"public", ""});
    look_as("member", of_person("member", holder(seats_.member)));
    look_as("elsewhere", of_person("elsewhere", "holder-psb-3"));
    look_as("both", of_person("both", "holder-kp-9"));
    look_as("former", of_person("former", holder(seats_.former)));
    look_as("told to leave", of_person("told", holder(seats_.told)));
    look_as("told today", of_seat("told-today", seats_.told_today));
    look_as("may speak", of_person("may-speak", holder(seats_.may_speak)));
    look_as("undetermined", of_seat("undetermined", seats_.undetermined));
    look_as("substitute", of_person("substitute", "stand-in"));
    look_as("chair", of_seat("chair", 7));
    look_as("presiding", of_seat("vice-chair", 8));
    look_as("affected", of_partner("affected", "partner-3"));
    look_as("partner", of_partner("partner", "partner-4"));
    Account secretariat{
        .name = "secretariat", .title = "Secretariat", .kind = AccountKind::secretariat};
    secretariat.email = "xaddress@example.org";
    look_as("secretariat", secretariat);
    look_as("auditor", {.name = "auditor", .title = "Auditor", .kind = AccountKind::auditor});
    look_as(
        "administrator",
        {.name = "administrator", .title = "Administrator", .kind = AccountKind::administrator});
    mark("address of an account", {"xaddress@example.org"});
    fill();
}

void WalkWorld::fill() {
    fillings_["p"] = {"walk"};
    fillings_["body"] = {"kp", "psb"};
    fillings_["meeting"] = {"m1", "m2"};
    fillings_["item"] = {"1", "2", "3", "4"};
    fillings_["interest"] = {"i1", "i2"};
    fillings_["decision"] = {"d1"};
    fillings_["action"] = {"a1"};
    fillings_["letter"] = {letter_id};
    fillings_["task"] = {task_id};
    fillings_["mail"] = {"1"};
    fillings_["file"] = {"1"};
    fillings_["number"] = {"1", "3", "9"}; // partner-3 sends seat 3
    fillings_["organisation"] = {"partner-3", "partner-4"};
    fillings_["promise"] = {"c1"};
    fillings_["seat"] = {std::to_string(seats_.sensitive), std::to_string(seats_.told_today),
                         std::to_string(seats_.undetermined)};
    fillings_["name"] = {"file", "quorate.css"};
    fillings_["token"] = {std::string(43, 'x')};
    // What is said in words is what may have to be kept back.
    const auto size = partnership_->state()->size;
    fillings_["position"] = {"0"};
    for (auto position = history_; position < size; ++position) {
        int texts = 0;
        governance::each_text(partnership_->entry(position).value().submission.act,
                              [&](const auto&, const auto&) { ++texts; });
        if (texts > 0) {
            fillings_["position"].push_back(std::to_string(position));
        }
    }
}

} // namespace quorate::web_tests
