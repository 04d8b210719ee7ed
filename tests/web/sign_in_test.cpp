// Signing in and out, and what keeps others from acting in somebody's name.

#include "browser.hpp"
#include "partnership/workspace/accounts.hpp"
#include "views/desk/practice.hpp"
#include "web/accounts/single_sign_on.hpp"
#include "web/desk/sign_in.hpp"

#include <future>
#include <gtest/gtest.h>

namespace quorate::web_tests {

namespace {

/// One rehearsal for the tests that only read it or fail to change it.
Served& rehearsal() {
    static InFolder folder("kent-rehearsal");
    static Served served(one(folder.take()));
    return served;
}

} // namespace

TEST(sign_in, a_practice_copy_shows_whom_to_practise_as) {
    Browser browser(rehearsal(), "kent-rehearsal");
    const auto page = browser.get("/sign-in");
    EXPECT_EQ(page.status, 200);
    EXPECT_TRUE(page.says("Sign in as Secretariat"));
    EXPECT_TRUE(page.says("Sign in as Chair"));
    EXPECT_TRUE(page.says("Seat 9"));
}

TEST(sign_in, pressing_too_early_is_no_try) {
    Browser browser(rehearsal(), "kent-rehearsal");
    for (int i = 0; i < partnership::sign_in_failures_max + 1; ++i) {
        const auto early = browser.post("/sign-in", {{"name", "kp-12"}, {"password", ""}});
        EXPECT_EQ(early.status, 422);
        EXPECT_TRUE(early.says("Enter your password."));
        EXPECT_TRUE(early.says("<title>Error: Sign in - "));
        EXPECT_TRUE(early.says("value=\"kp-12\""));
    }
    EXPECT_TRUE(browser.post("/sign-in", {{"name", " "}, {"password", "x"}})
                    .says("Enter your name or e-mail address."));
    browser.sign_in("kp-12");
}

TEST(sign_in, everyone_gets_the_title_their_seat_has_that_day) {
    Browser browser(rehearsal(), "kent-rehearsal");
    for (const auto& [account, title] :
         std::vector<std::pair<std::string, std::string>>{{"secretariat", "Secretariat"},
                                                          {"auditor", "Auditor"},
                                                          {"chair", "Chair, seat 7"},
                                                          {"vice-chair", "Vice Chair, seat 8"},
                                                          {"kp-9", "Seat 9"},
                                                          {"KP-9", "Seat 9"}}) {
        browser.sign_in(account);
        EXPECT_TRUE(browser.get("/desk").says(title)) << account;
    }
}

TEST(sign_in, a_wrong_password_is_told_without_saying_which_is_wrong) {
    Browser browser(rehearsal(), "kent-rehearsal");
    const auto wrong = browser.post("/sign-in", {{"name", "auditor"}, {"password", "not this"}});
    const auto unknown = browser.post("/sign-in", {{"name", "nobody"}, {"password", "not this"}});
    EXPECT_EQ(wrong.status, 422);
    EXPECT_EQ(unknown.status, 422);
    EXPECT_TRUE(wrong.says("The name and the password do not go together"));
    EXPECT_TRUE(unknown.says("The name and the password do not go together"));
    EXPECT_TRUE(wrong.says("value=\"auditor\"")) << "what was typed is kept";
    EXPECT_TRUE(browser.cookie().empty());
}

TEST(sign_in, too_many_tries_make_the_account_wait) {
    Browser browser(rehearsal(), "kent-rehearsal");
    for (int i = 0; i < partnership::sign_in_failures_max; ++i) {
        browser.post("/sign-in", {{"name", "kp-30"}, {"password", "not this"}});
    }
    const auto waits = browser.post(
        "/sign-in", {{"name", "kp-30"}, {"password", std::string(views::practice_password)}});
    EXPECT_EQ(waits.status, 422);
    EXPECT_TRUE(waits.says("There were too many tries"));
    EXPECT_TRUE(waits.says("locked until "));
    EXPECT_TRUE(waits.says("A sign-in link still works"));
}

TEST(sign_in, requests_with_passwords_take_turns_and_no_others) {
    const auto which = web::requests_with_passwords().which;
    const auto waits = [&](http::Method method, std::vector<std::string> segments) {
        http::Request request;
        request.method = method;
        request.segments = std::move(segments);
        return which(request);
    };
    for (const auto& each :
         std::vector<std::vector<std::string>>{{"kent", "sign-in"},
                                               {"kent", "link", "token"},
                                               {"kent", "account", "password"},
                                               {"kent", "desk", "add-account"},
                                               {"kent", "desk", "accounts", "ann"}}) {
        EXPECT_TRUE(waits(http::Method::post, each)) << each.back();
        EXPECT_FALSE(waits(http::Method::get, each)) << each.back();
    }
    for (const auto& each : std::vector<std::vector<std::string>>{{"kent"},
                                                                  {"kent", "sign-out"},
                                                                  {"kent", "sign-in", "link"},
                                                                  {"kent", "desk", "clock"},
                                                                  {"api", "v1", "kent", "acts"}}) {
        EXPECT_FALSE(waits(http::Method::post, each)) << each.back();
    }
}

TEST(sign_in, a_whole_partnership_signs_in_at_once) {
    std::vector<std::future<int>> all;
    for (int seat = 9; seat < 29; ++seat) {
        all.push_back(std::async(std::launch::async, [seat] {
            Browser browser(rehearsal(), "kent-rehearsal");
            return browser
                .post("/sign-in", {{"name", "kp-" + std::to_string(seat)},
                                   {"password", std::string(views::practice_password)}})
                .status;
        }));
    }
    for (auto& each : all) {
        EXPECT_EQ(each.get(), 303);
    }
}

TEST(sign_in, the_cookie_is_not_for_scripts_or_other_sites) {
    Browser browser(rehearsal(), "kent-rehearsal");
    const auto answer = browser.post(
        "/sign-in", {{"name", "kp-9"}, {"password", std::string(views::practice_password)}});
    ASSERT_EQ(answer.status, 303);
    EXPECT_NE(answer.head.find("HttpOnly"), std::string::npos);
    EXPECT_NE(answer.head.find("SameSite=Lax"), std::string::npos);
    EXPECT_EQ(answer.head.find("__Host-"), std::string::npos) << "plain http has another name";
}

TEST(sign_in, a_desk_asks_who_you_are_and_comes_back) {
    Browser browser(rehearsal(), "kent-rehearsal");
    const auto asked = browser.get("/desk/clock");
    EXPECT_EQ(asked.status, 303);
    EXPECT_EQ(asked.location, "/kent-rehearsal/sign-in?to=%2Fkent-rehearsal%2Fdesk%2Fclock");
    const auto in = browser.post("/sign-in", {{"name", "secretariat"},
                                              {"password", std::string(views::practice_password)},
                                              {"to", "/kent-rehearsal/desk/clock"}});
    EXPECT_EQ(in.location, "/kent-rehearsal/desk/clock");
}

TEST(sign_in, never_leads_to_another_site_or_partnership) {
    Browser browser(rehearsal(), "kent-rehearsal");
    for (const char* to : {"https://example.org/", "//example.org", "/riverside/desk",
                           "/kent-rehearsalx", "/kent-rehearsal/../riverside", "javascript:1"}) {
        const auto in = browser.post(
            "/sign-in",
            {{"name", "kp-9"}, {"password", std::string(views::practice_password)}, {"to", to}});
        ASSERT_EQ(in.status, 303);
        EXPECT_TRUE(in.location.starts_with("/kent-rehearsal")) << to;
        EXPECT_EQ(in.location.find("example"), std::string::npos) << to;
    }
}

TEST(sign_in, a_form_without_a_session_is_kept_and_sent_after_signing_in) {
    Browser browser(rehearsal(), "kent-rehearsal");
    const auto lost = browser.post("/desk/clock", {{"clock-day", "3"}, {"clock-month", "6"}});
    EXPECT_EQ(lost.status, 401);
    EXPECT_TRUE(lost.says("What you typed is kept"));
    const auto again = hidden_value(lost.body, "again");
    EXPECT_NE(again.find("clock-day=3"), std::string::npos);
    const auto in = browser.post("/sign-in", {{"name", "secretariat"},
                                              {"password", std::string(views::practice_password)},
                                              {"to", "/kent-rehearsal/desk/clock"},
                                              {"again", "clock-day=3&clock-month=6"}});
    EXPECT_EQ(in.status, 200);
    EXPECT_TRUE(in.says("Send what I typed"));
    EXPECT_TRUE(in.says(">Sign out</button>")) << "the header knows who is signed in";
    EXPECT_EQ(hidden_value(in.body, "clock-month"), "6");
}

TEST(sign_in, a_form_of_another_session_or_site_is_not_taken) {
    Browser browser(rehearsal(), "kent-rehearsal");
    browser.sign_in("secretariat");
    const FormFields later{{"clock-day", "3"}, {"clock-month", "6"}, {"clock-year", "2008"}};
    EXPECT_EQ(browser.post_with_token("/desk/clock", later, "").status, 403);
    const auto kept = browser.post_with_token("/desk/clock", later, std::string(43, 'B'));
    EXPECT_TRUE(kept.says("You are signed in as Secretariat now. What you typed is kept."));
    EXPECT_EQ(hidden_value(kept.body, "clock-month"), "6");
    EXPECT_FALSE(kept.says(std::string(43, 'B')));
    EXPECT_EQ(browser.post_with_token("/desk/clock", later, std::string(43, 'A')).status, 403);
    const auto elsewhere = rehearsal().post("/kent-rehearsal/desk/clock", "csrf=" + browser.csrf(),
                                            "Cookie: " + browser.cookie() +
                                                "\r\nOrigin: http://example.org\r\nContent-Type: "
                                                "application/x-www-form-urlencoded\r\n");
    EXPECT_NE(elsewhere.find(" 403 "), std::string::npos);
}

TEST(sign_in, signing_out_ends_the_session) {
    Browser browser(rehearsal(), "kent-rehearsal");
    browser.sign_in("kp-9");
    const auto cookie = browser.cookie();
    EXPECT_EQ(browser.post("/sign-out", {}).status, 303);
    const auto after = rehearsal().get("/kent-rehearsal/desk", "Cookie: " + cookie + "\r\n");
    EXPECT_NE(after.find(" 303 "), std::string::npos);
}

TEST(sign_in, a_session_of_one_partnership_is_none_of_another) {
    static InFolder kent("kent-rehearsal");
    static InFolder river("riverside");
    std::vector<views::Hosted> both;
    both.push_back(kent.take());
    both.push_back(river.take());
    const Served served(std::move(both));
    Browser browser(served, "kent-rehearsal");
    browser.sign_in("secretariat");
    const auto other = served.get("/riverside/desk", "Cookie: " + browser.cookie() + "\r\n");
    EXPECT_NE(other.find(" 303 "), std::string::npos);
}

TEST(sign_in, forms_before_a_session_have_a_token_of_the_browser) {
    const std::string form = "Content-Type: application/x-www-form-urlencoded\r\n";
    const auto page = rehearsal().get("/kent-rehearsal/sign-in");
    const auto token = hidden_value(page, "csrf");
    const auto set = http_tests::header_of(page, "Set-Cookie");
    const auto cookie = "Cookie: " + set.substr(0, set.find(';')) + "\r\n";
    ASSERT_EQ(token.size(), 64U) << page;
    EXPECT_EQ(page.find(set.substr(set.find('=') + 1, 43), page.find("\r\n\r\n")),
              std::string::npos)
        << "the page does not say the cookie's own words";
    const std::string words = "name=kp-9&password=" + std::string(views::practice_password);
    const auto refused = rehearsal().post("/kent-rehearsal/sign-in", words, form + cookie);
    EXPECT_EQ(http_tests::status_of(refused), 403);
    EXPECT_NE(refused.find("This page was open for long"), std::string::npos);
    EXPECT_NE(refused.find("value=\"kp-9\""), std::string::npos) << "what was typed is kept";
    EXPECT_EQ(http_tests::status_of(
                  rehearsal().post("/kent-rehearsal/sign-in", words + "&csrf=" + token, form)),
              403)
        << "another browser's";
    const auto in =
        rehearsal().post("/kent-rehearsal/sign-in", words + "&csrf=" + token, form + cookie);
    EXPECT_EQ(http_tests::status_of(in), 303);
    EXPECT_EQ(
        http_tests::header_of(rehearsal().get("/kent-rehearsal/sign-in", cookie), "Set-Cookie"), "")
        << "a browser keeps its key, so pages in two windows both work";
    EXPECT_EQ(http_tests::status_of(
                  rehearsal().post("/kent-rehearsal/sign-in/link", "name=kp-9", form + cookie)),
              422);
}

TEST(sign_in, a_form_of_another_site_is_not_even_kept) {
    const auto lost = rehearsal().post(
        "/kent-rehearsal/desk/clock", "clock-day=3",
        "Origin: http://example.org\r\nContent-Type: application/x-www-form-urlencoded\r\n");
    EXPECT_NE(lost.find(" 403 "), std::string::npos);
    EXPECT_EQ(lost.find("clock-day"), std::string::npos);
}

TEST(sign_in, signing_in_as_somebody_else_ends_the_session_before) {
    Browser browser(rehearsal(), "kent-rehearsal");
    browser.sign_in("kp-9");
    const auto earlier = browser.cookie();
    browser.post("/sign-in",
                 {{"name", "kp-10"}, {"password", std::string(views::practice_password)}});
    EXPECT_NE(browser.cookie(), earlier);
    const auto after = rehearsal().get("/kent-rehearsal/desk", "Cookie: " + earlier + "\r\n");
    EXPECT_NE(after.find(" 303 "), std::string::npos);
}

TEST(sign_in, what_a_proxy_passes_on_over_plain_http_takes_no_password) {
    const auto page = rehearsal().get("/kent-rehearsal/sign-in", "X-Forwarded-For: 192.0.2.1\r\n");
    EXPECT_NE(page.find("Passwords are not taken"), std::string::npos);
}

TEST(sign_in, nothing_made_for_somebody_stays_in_the_browser) {
    const std::vector<std::string> pages = {"/desk", "", "/meetings", "/bodies/kp", "/duties.atom"};
    Browser browser(rehearsal(), "kent-rehearsal");
    EXPECT_EQ(browser.get("/meetings").head.find("no-store"), std::string::npos);
    browser.sign_in("kp-9");
    for (const auto& page : pages) {
        EXPECT_NE(browser.get(page).head.find("Cache-Control: no-store"), std::string::npos)
            << page;
    }
}

TEST(sign_in, an_error_page_leads_on_to_where_its_reader_can_go) {
    Browser browser(rehearsal(), "kent-rehearsal");
    const auto anyone = browser.get("/no-such-page");
    EXPECT_EQ(anyone.status, 404);
    EXPECT_TRUE(anyone.says("href=\"/kent-rehearsal\""));
    EXPECT_FALSE(anyone.says("href=\"/kent-rehearsal/desk\""));
    browser.sign_in("kp-9");
    EXPECT_TRUE(browser.get("/no-such-page").says("href=\"/kent-rehearsal/desk\""));
    EXPECT_TRUE(browser.get("/desk/convene").says("href=\"/kent-rehearsal/desk\"")) << "403";
}

TEST(sign_in, one_address_begins_no_more_than_ten_ways_in_at_once) {
    web::SiteOptions options;
    options.tls = true;
    http::Request request;
    request.remote = "127.0.0.1";
    for (int i = 0; i < 40; ++i) {
        EXPECT_FALSE(web::too_often(request, options)) << "this machine may always";
    }
    request.headers.add("x-forwarded-for", "203.0.113.7");
    for (int i = 0; i < 10; ++i) {
        EXPECT_FALSE(web::too_often(request, options)) << i;
    }
    EXPECT_TRUE(web::too_often(request, options));
}

TEST(sign_in, whoever_has_an_ipv6_network_counts_as_one_asker) {
    web::SiteOptions options;
    http::Request request;
    const auto from = [&](const char* address) {
        request.remote = address;
        return web::asker(request, options);
    };
    EXPECT_EQ(from("2001:db8:1:2:3:4:5:6"), from("2001:db8:1:2::9"));
    EXPECT_NE(from("2001:db8:1:2::9"), from("2001:db8:1:3::9"));
    EXPECT_EQ(from("203.0.113.7"), "203.0.113.7");
    EXPECT_NE(from("::ffff:203.0.113.7"), from("::ffff:203.0.113.8"));
    EXPECT_EQ(from("::1"), "");
    EXPECT_EQ(from("127.0.0.1"), "");
}

TEST(single_sign_on, one_address_does_not_push_out_what_another_began) {
    const views::HostedPartnerships none;
    web::SingleSignOn sign_on(none, "", [](const std::string&) {});
    std::vector<std::string> states;
    const auto begin = [&](const std::string& from, std::int64_t ms, std::size_t form) {
        web::SignInUnderWay one;
        one.from = from;
        one.begun = base::Instant{ms};
        one.again.assign(form, 'a');
        states.push_back(one.attempt.state);
        sign_on.keep(std::move(one));
    };
    const auto there = [&](std::size_t index) {
        return sign_on.look(states[index], "", base::Instant{5000}).has_value();
    };
    begin("192.0.2.1", 0, 100);
    constexpr std::size_t form = std::size_t{1} << 18;
    constexpr std::size_t many = web::sign_ins_under_way_bytes_max / form + 10;
    for (std::size_t i = 1; i <= many; ++i) {
        begin("192.0.2.2", static_cast<std::int64_t>(i), form);
    }
    EXPECT_TRUE(there(0)) << "the oldest of all, of another address";
    EXPECT_FALSE(there(1)) << "the oldest of whoever takes up most";
    EXPECT_TRUE(there(many)) << "the newest";
}

TEST(practice_clock, is_the_secretariats_and_takes_no_leaps) {
    Browser browser(rehearsal(), "kent-rehearsal");
    const FormFields far{{"clock-day", "31"}, {"clock-month", "12"}, {"clock-year", "2199"}};
    for (const char* account : {"auditor", "kp-9", "chair"}) {
        browser.sign_in(account);
        EXPECT_EQ(browser.post("/desk/clock", far).status, 403) << account;
    }
    browser.sign_in("secretariat");
    const auto leap = browser.post("/desk/clock", far);
    EXPECT_EQ(leap.status, 422);
    EXPECT_TRUE(leap.says("more than a year ahead"));
}

TEST(practice_clock, moves_forward_only_and_is_shown) {
    InFolder folder("kent-rehearsal");
    {
        const Served served(one(folder.take()));
        Browser browser(served, "kent-rehearsal");
        browser.sign_in("secretariat");
        const auto moved =
            browser.post_and_follow("/desk/clock", {{"clock-day", "16"},
                                                    {"clock-month", "6"},
                                                    {"clock-year", "2008"},
                                                    {"clock-time", "5pm"},
                                                    {"to", "/kent-rehearsal/desk/clock"}});
        EXPECT_TRUE(moved.says("5:00pm"));
        EXPECT_TRUE(moved.says("Monday 16 June 2008"));
        const auto back = browser.post("/desk/clock", {{"clock-day", "15"},
                                                       {"clock-month", "6"},
                                                       {"clock-year", "2008"},
                                                       {"clock-time", "9am"}});
        EXPECT_EQ(back.status, 422);
        EXPECT_TRUE(back.says("only moves forward"));
        EXPECT_TRUE(back.says("value=\"15\"")) << "what was typed is kept";
    }
    const Served again(one(folder.take()));
    EXPECT_NE(again.get("/kent-rehearsal").find("16 June 2008"), std::string::npos)
        << "a restart loses nothing";
}

} // namespace quorate::web_tests
