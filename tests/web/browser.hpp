#ifndef QUORATE_TESTS_WEB_BROWSER_HPP
#define QUORATE_TESTS_WEB_BROWSER_HPP
// A browser without a script: keeps the session's cookie, sends forms with their token, follows
// where it is sent.

#include "served.hpp"

#include <string>
#include <utility>
#include <vector>

namespace quorate::web_tests {

using FormFields = std::vector<std::pair<std::string, std::string>>;

/// The example made in a folder of its own, with practice accounts; the folder is removed with the
/// object.
class InFolder {
public:
    explicit InFolder(const std::string& example_name);
    ~InFolder();
    InFolder(const InFolder&) = delete;
    InFolder& operator=(const InFolder&) = delete;

    /// To be given to Served, once.
    [[nodiscard]] views::Hosted take();
    [[nodiscard]] const std::string& folder() const { return folder_; }

private:
    std::string name_;
    std::string root_;
    std::string folder_;
};

struct Answer {
    int status = 0;
    std::string location; ///< of a redirect
    std::string head;
    std::string body;

    [[nodiscard]] bool says(std::string_view words) const {
        return body.find(words) != std::string::npos;
    }
};

class Browser {
public:
    Browser(const Served& served, std::string partnership)
        : served_(served), partnership_(std::move(partnership)) {}

    /// Signs in to a practice account. Fails the test when that does not work.
    void sign_in(const std::string& account);
    /// `path` is below the partnership, such as "/desk".
    Answer get(const std::string& path);
    /// Sends a form, with the token of the session; not followed.
    Answer post(const std::string& path, const FormFields& fields);
    /// The same, then gets the page it is sent to. Fails the test when it is not sent on.
    Answer post_and_follow(const std::string& path, const FormFields& fields);
    /// Sends a form with another token, or none.
    Answer post_with_token(const std::string& path, const FormFields& fields,
                           const std::string& csrf);

    [[nodiscard]] const std::string& cookie() const { return cookie_; }
    [[nodiscard]] const std::string& csrf() const { return csrf_; }

private:
    Answer answer(const std::string& response);
    [[nodiscard]] std::string headers() const;

    const Served& served_;
    std::string partnership_;
    std::string cookie_;
    std::string csrf_;
};

/// name=value&…, percent-encoded.
std::string urlencoded(const FormFields& fields);
/// The same as multipart/form-data, with files (name and bytes) of the field "files".
std::string multipart(const std::string& boundary, const FormFields& fields,
                      const FormFields& files);
/// The value of the first hidden field of that name on a page.
std::string hidden_value(const std::string& page, const std::string& name);

} // namespace quorate::web_tests

#endif
