// Sends forms to every address that takes them as every kind of reader: empty, as the site's own
// pages make them, and as they are made for somebody else. No answer may show a reader what
// docs/who-may-see.md keeps from them, and readers with no part in the business change nothing.

#include "base/text.hpp"
#include "base/uuid.hpp"
#include "governance/act_table.hpp"
#include "governance/codec.hpp"
#include "http/router.hpp"
#include "walk_addresses.hpp"
#include "walk_forms.hpp"

#include <algorithm>
#include <cstdlib>
#include <gtest/gtest.h>
#include <set>

namespace quorate::web_tests {
namespace {

using http_tests::header_of;
using http_tests::status_of;

/// Routes that take nothing here but from whoever has what they ask for, and why.
const std::map<std::string, std::string> not_taken = {
    {"POST /{p}/link/{token}", "opens only with a secret that was mailed"},
    {"POST /{p}/sign-in", "nobody here has a password"},
    {"POST /{p}/account/password", "nobody here has a password"},
    {"POST /{p}/sign-in/link", "no mail server is set"},
    {"POST /{p}/desk/clock", "only practice copies have a clock to move"},
    {"POST /{p}/desk/accounts/{account}/single-sign-on", "there is none here"},
    {"POST /api/v1/{p}/accounts", "taken by the local socket only"},
    {"POST /api/v1/{p}/acts", "takes JSON, below"},
    {"POST /{p}/desk/report/{body}/{meeting}", "nobody owes a report before duties are counted"},
    {"POST /{p}/desk/report-owed", "the same"},
    {"POST /{p}/desk/organisation/{organisation}/actions/{body}/{action}",
     "no organisation has anything to do here"},
    {"POST /{p}/desk/meetings/{body}/{meeting}/ballot", "no question is put by ballot"},
    {"POST /{p}/desk/seats/{body}/{seat:number}/absent", "nobody has missed three meetings"},
    {"POST /{p}/bodies/{body}/steps/record", "no process is followed here"},
};

/// Those after which there is less to send something about come later, and last those that may end
/// the session they are sent in.
int turn_of(const std::string& route) {
    if (route == "POST /{p}/sign-out" || route == "POST /{p}/account/sessions") {
        return route == "POST /{p}/sign-out" ? 3 : 2;
    }
    constexpr const char* ends[] = {"/cancel", "/postpone", "/withdraw", "/remove",    "/erase",
                                    "/drop",   "/left",     "/leave",    "/reorganise"};
    return std::any_of(std::begin(ends), std::end(ends),
                       [&](const char* each) { return route.find(each) != std::string::npos; })
               ? 1
               : 0;
}

/// Has no token of a session in it.
bool open_to_all(const std::string& route) {
    return route == "POST /{p}/verify" || route.starts_with("POST /{p}/sign-") ||
           route == "POST /{p}/link/{token}" || route.starts_with("POST /api/");
}

/// What one reader is answered.
class Posts {
public:
    Posts(const WalkWorld& world, const Looker& looker, const Table& table)
        : world_(world), looker_(looker) {
        for (const auto& marked : world.marked()) {
            const auto row = table.find(marked.thing);
            if (row != table.end()) {
                (row->second.at(looker.kind) ? open_ : kept_back_).push_back(&marked);
            }
        }
        csrf_ = looker.cookie.empty() ? "" : hidden_value(get("/walk/account"), "csrf");
    }

    void go(const std::vector<std::string>& routes, const FormsByRoute& forms) {
        for (const auto& route : routes) {
            without_token(route, forms);
        }
        for (const int turn : {0, 1, 2, 3}) {
            for (const auto& route : routes) {
                if (turn_of(route) == turn) {
                    try_route(route, forms);
                }
            }
            EXPECT_TRUE(turn > 1 || looker_.cookie.empty() ||
                        status_of(get("/walk/account")) == 200)
                << looker_.kind << " was signed out on the way, so the rest proves nothing";
        }
    }

    std::map<std::string, std::map<int, int>> statuses; ///< what each route answered, how often
    std::set<std::string> seen;                         ///< what the reader may see and was shown

private:
    [[nodiscard]] std::string headers() const {
        return "Origin: http://localhost\r\n" +
               (looker_.cookie.empty() ? "" : "Cookie: " + looker_.cookie + "\r\n");
    }
    [[nodiscard]] std::string get(const std::string& target) const {
        return world_.served().get(target, headers());
    }

    void try_route(const std::string& route, const FormsByRoute& forms) {
        constexpr std::size_t addresses_max = 8;
        constexpr std::size_t bodies_max = 2;
        const auto found = forms.find(route);
        const auto bodies = found == forms.end() ? std::vector<SiteForm>{} : found->second;
        auto targets = addresses(world_, route.substr(5));
        targets.resize(std::min(targets.size(), addresses_max));
        for (std::size_t i = 0; i < targets.size(); ++i) {
            send(route, {targets[i], {}, false});
            for (std::size_t body = 0; body < std::min(bodies.size(), bodies_max); ++body) {
                send(route,
                     {targets[i], bodies[(i + body) % bodies.size()].fields, bodies[0].multipart});
            }
        }
        for (const auto& each : bodies) {
            send(route, each);
        }
    }

    /// A form without the token of the session does nothing, whoever sends it.
    void without_token(const std::string& route, const FormsByRoute& forms) const {
        const auto targets = addresses(world_, route.substr(5));
        if (looker_.cookie.empty() || open_to_all(route) || targets.empty()) {
            return;
        }
        const auto found = forms.find(route);
        SiteForm form{targets[0], {}, false};
        form.fields = found == forms.end() ? form.fields : found->second[0].fields;
        form.fields.emplace_back("csrf", std::string(csrf_.size(), 'A'));
        EXPECT_EQ(status_of(answer_to(form)), 403) << looker_.kind << " " << route;
    }

    [[nodiscard]] std::string answer_to(const SiteForm& form) const {
        const auto type = form.multipart ? "multipart/form-data; boundary=" + boundary
                                         : std::string("application/x-www-form-urlencoded");
        return world_.served().post(
            form.target, form.multipart ? multipart(form.fields) : urlencoded(form.fields),
            headers() + "Content-Type: " + type + "\r\n");
    }

    void send(const std::string& route, SiteForm form) {
        const auto said = form.target + "?" + urlencoded(form.fields);
        std::string typed = form.target;
        for (const auto& [name, value] : form.fields) {
            typed += "\n" + value;
        }
        form.fields.emplace_back("csrf", csrf_);
        const auto response = answer_to(form);
        const auto status = status_of(response);
        ++statuses[route][status];
        EXPECT_TRUE((status > 0 && status < 500) || status == 503)
            << looker_.kind << " " << said << "\n"
            << response.substr(0, 300);
        look(response, typed, said);
        const auto location = header_of(response, "Location");
        if (status == 303 && location.starts_with("/walk") && ++followed_[location] <= 2) {
            look(get(location), typed + location, said + ", then " + location);
        }
    }

    /// What is sent back as it was sent tells nobody anything.
    void look(const std::string& response, const std::string& typed, const std::string& said) {
        for (const auto* marked : open_) {
            if (response.find(marked->words[0]) != std::string::npos &&
                typed.find(marked->words[0]) == std::string::npos) {
                seen.insert(marked->thing);
            }
        }
        for (const auto* marked : kept_back_) {
            for (const auto& word : marked->words) {
                if (response.find(word) != std::string::npos &&
                    typed.find(word) == std::string::npos &&
                    shown_.insert(marked->thing + said.substr(0, said.find('?'))).second) {
                    ADD_FAILURE() << looker_.kind << " is shown " << marked->thing << " (" << word
                                  << ") by sending " << said;
                }
            }
        }
    }

    const WalkWorld& world_;
    const Looker& looker_;
    std::string csrf_;
    std::vector<const Marked*> open_;
    std::vector<const Marked*> kept_back_;
    std::map<std::string, int> followed_;
    std::set<std::string> shown_;
};

unsigned seed() {
    const char* asked = std::getenv("QUORATE_WALK_SEED");
    return asked == nullptr ? 1U : static_cast<unsigned>(std::atoi(asked));
}

const Looker& looker_of(const WalkWorld& world, const std::string& kind) {
    const auto& all = world.lookers();
    return *std::find_if(all.begin(), all.end(),
                         [&](const Looker& each) { return each.kind == kind; });
}

class EveryForm : public testing::Test {
protected:
    static std::vector<std::string> kinds(const WalkWorld& world) {
        std::vector<std::string> out;
        for (const auto& each : world.lookers()) {
            out.push_back(each.kind);
        }
        return out;
    }
};

TEST_F(EveryForm, shows_and_does_what_the_table_says_and_nothing_else) {
    const auto table = table_of_docs();
    const auto routes = routes_of_site("POST");
    FormsByRoute forms;
    std::vector<std::string> everybody;
    {
        WalkWorld world(seed());
        ASSERT_FALSE(HasFatalFailure());
        everybody = kinds(world);
        for (const char* kind : {"secretariat", "chair", "presiding", "both", "member",
                                 "told today", "affected", "administrator"}) {
            collect_forms(world, looker_of(world, kind), routes, forms);
        }
    }
    forms["POST /{p}/account/sessions"].push_back(
        {"/walk/account/sessions", {{"session", "others"}}});
    std::map<std::string, std::map<int, int>> statuses;
    for (const auto& kind : everybody) {
        // Each in a world of its own: what one of them does may rightly show another something.
        WalkWorld world(seed());
        auto& partnership = world.served().partnership("walk");
        const auto size = partnership.state()->size;
        Posts posts(world, looker_of(world, kind), table);
        posts.go(routes, forms);
        for (const auto& [route, each] : posts.statuses) {
            for (const auto& [status, times] : each) {
                statuses[route][status] += times;
            }
        }
        EXPECT_TRUE(kind != "secretariat" || posts.seen.size() > 5)
            << "what is sent shows nothing even to whoever may see it, so nothing is looked at";
        const bool no_part = kind == "public" || kind == "auditor" || kind == "administrator";
        EXPECT_TRUE(!no_part || partnership.state()->size == size)
            << kind << " brought something onto the record";
        for (const auto& fault : world.served().faults()) {
            ADD_FAILURE() << kind << ": " << fault;
        }
    }
    for (const auto& route : routes) {
        const auto& answers = statuses[route];
        const bool taken = std::any_of(answers.begin(), answers.end(), [](const auto& each) {
            return each.first == 200 || each.first == 303 || each.first == 409 || each.first == 422;
        });
        std::string said;
        for (const auto& [status, times] : answers) {
            said += std::to_string(status) + " x " + std::to_string(times) + ", ";
        }
        EXPECT_TRUE(taken || not_taken.contains(route))
            << "nobody's form was taken by " << route << " (" << said << ")";
    }
}

/// What the record holds, sent again as JSON by somebody at this machine: as it was, under its own
/// id, and to see what the ruling would be.
TEST_F(EveryForm, acts_sent_as_json_tell_no_more_than_the_record_does) {
    const auto table = table_of_docs();
    WalkWorld world(seed());
    auto& partnership = world.served().partnership("walk");
    int answered = 0;
    for (const auto& position : world.fillings().at("position")) {
        const auto entry = partnership.entry(std::stoll(position)).value();
        if (entry.genesis) {
            continue;
        }
        const auto& made = entry.submission;
        const auto fields = base::canonical(base::Json(governance::encode_fields(made.act)));
        const auto more = "\"made_by\": \"" + governance::text(made.made_by) +
                          "\", \"recorded_by\": \"" + governance::text(made.recorded_by) + "\"";
        const auto name = std::string(governance::row_of(made.act).name);
        const auto anew = act_json(name, fields.substr(1, fields.size() - 2), more);
        auto own_id = anew;
        own_id.replace(own_id.find("\": \"") + 4, made.id.value.size(), made.id.value);
        for (const auto& [query, body] :
             {std::pair(std::string("?preview=1"), anew), std::pair(std::string(), own_id)}) {
            const auto response = world.served().post("/api/v1/walk/acts" + query, body);
            answered += status_of(response) == 400 ? 0 : 1;
            for (const auto& marked : world.marked()) {
                for (const auto& word : marked.words) {
                    EXPECT_TRUE(table.at(marked.thing).at("public") ||
                                response.find(word) == std::string::npos ||
                                body.find(word) != std::string::npos)
                        << marked.thing << " (" << word << ") by " << query << " " << body;
                }
            }
        }
    }
    EXPECT_GT(answered, 20) << "acts that could be read";
}

} // namespace
} // namespace quorate::web_tests
