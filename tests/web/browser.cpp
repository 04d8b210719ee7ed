#include "browser.hpp"

#include "html/url.hpp"
#include "partnership/examples.hpp"
#include "views/desk/practice.hpp"

#include <cstdlib>
#include <filesystem>
#include <gtest/gtest.h>

namespace quorate::web_tests {

namespace {

std::string new_root() {
    std::string name = std::filesystem::temp_directory_path().string() + "/quorate-desk-XXXXXX";
    return mkdtemp(name.data()) == nullptr ? std::string() : name;
}

std::string header_value(const std::string& head, const std::string& name) {
    const auto at = head.find("\r\n" + name + ": ");
    if (at == std::string::npos) {
        return {};
    }
    const auto from = at + name.size() + 4;
    return head.substr(from, head.find("\r\n", from) - from);
}

} // namespace

InFolder::InFolder(const std::string& example_name)
    : name_(example_name), root_(new_root()), folder_(root_ + "/" + example_name) {}

InFolder::~InFolder() {
    std::filesystem::remove_all(root_);
}

views::Hosted InFolder::take() {
    auto made = std::filesystem::exists(folder_)
                    ? partnership::Partnership::open(folder_)
                    : partnership::make_example(QUORATE_SOURCE_DIR, name_, folder_);
    if (!made) {
        ADD_FAILURE() << made.error().text();
        return {name_, nullptr, made.error()};
    }
    if (const auto accounts = views::make_practice_accounts(**made); !accounts) {
        ADD_FAILURE() << accounts.error().text();
    }
    return {name_, std::move(*made), {}};
}

std::string multipart(const std::string& boundary, const FormFields& fields,
                      const FormFields& files) {
    std::string body;
    for (const auto& [name, value] : fields) {
        body += "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name +
                "\"\r\n\r\n" + value + "\r\n";
    }
    for (const auto& [name, bytes] : files) {
        body += "--" + boundary +
                "\r\nContent-Disposition: form-data; name=\"files\"; filename=\"" + name +
                "\"\r\nContent-Type: application/octet-stream\r\n\r\n" + bytes + "\r\n";
    }
    return body + "--" + boundary + "--\r\n";
}

std::string urlencoded(const FormFields& fields) {
    std::string out;
    for (const auto& [name, value] : fields) {
        out += (out.empty() ? "" : "&") + html::percent_encode(name) + "=" +
               html::percent_encode(value);
    }
    return out;
}

std::string hidden_value(const std::string& page, const std::string& name) {
    const auto at = page.find("name=\"" + name + "\"");
    const auto begin = page.rfind('<', at);
    const auto value = page.find("value=\"", begin);
    if (at == std::string::npos || value == std::string::npos || value > page.find('>', begin)) {
        return {};
    }
    auto out = page.substr(value + 7, page.find('"', value + 7) - value - 7);
    for (const auto& [written, sign] :
         {std::pair("&#39;", "'"), std::pair("&quot;", "\""), std::pair("&amp;", "&")}) {
        for (auto each = out.find(written); each != std::string::npos;
             each = out.find(written, each + 1)) {
            out.replace(each, std::string_view(written).size(), sign);
        }
    }
    return out;
}

std::string Browser::headers() const {
    return "Origin: http://localhost\r\n" +
           (cookie_.empty() ? std::string() : "Cookie: " + cookie_ + "\r\n");
}

Answer Browser::answer(const std::string& response) {
    Answer out;
    const auto end = response.find("\r\n\r\n");
    out.head = response.substr(0, end);
    out.body = end == std::string::npos ? std::string() : response.substr(end + 4);
    out.status = out.head.size() > 12 ? std::atoi(out.head.c_str() + 9) : 0;
    out.location = header_value(out.head, "Location");
    const auto set = header_value(out.head, "Set-Cookie");
    if (set.starts_with("quorate-" + partnership_ + "=")) {
        cookie_ = set.substr(0, set.find(';'));
        csrf_.clear();
    }
    if (csrf_.empty()) {
        csrf_ = hidden_value(out.body, "csrf");
    }
    return out;
}

void Browser::sign_in(const std::string& account) {
    cookie_.clear();
    csrf_.clear();
    const auto answer = post_with_token(
        "/sign-in", {{"name", account}, {"password", std::string(views::practice_password)}}, {});
    ASSERT_EQ(answer.status, 303) << account << ": " << answer.body;
    csrf_.clear();
    const auto desk = get("/desk");
    ASSERT_EQ(desk.status, 200) << account << ": " << desk.body;
    ASSERT_FALSE(csrf_.empty()) << "the desk of " << account << " has no form";
}

Answer Browser::get(const std::string& path) {
    return answer(served_.get("/" + partnership_ + path, headers()));
}

Answer Browser::post_with_token(const std::string& path, const FormFields& fields,
                                const std::string& csrf) {
    auto all = fields;
    if (!csrf.empty()) {
        all.emplace_back("csrf", csrf);
    }
    return answer(served_.post("/" + partnership_ + path, urlencoded(all),
                               headers() + "Content-Type: application/x-www-form-urlencoded\r\n"));
}

Answer Browser::post(const std::string& path, const FormFields& fields) {
    return post_with_token(path, fields, csrf_);
}

Answer Browser::post_and_follow(const std::string& path, const FormFields& fields) {
    const auto sent = post(path, fields);
    EXPECT_EQ(sent.status, 303) << path << ": " << sent.body;
    return sent.status == 303 ? answer(served_.get(sent.location, headers())) : sent;
}

} // namespace quorate::web_tests
