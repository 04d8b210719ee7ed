#include "mail/smtp.hpp"

#include <algorithm>
#include <curl/curl.h>
#include <memory>
#include <string_view>

namespace quorate::mail {

namespace {

/// What libcurl reads the message from, and how far it came.
struct Source {
    std::string_view rest;
    bool ended = false; ///< its end was asked for: the server may have the whole of it
};

std::size_t give(char* to, std::size_t size, std::size_t count, void* source) {
    auto& from = *static_cast<Source*>(source);
    const auto piece = from.rest.substr(0, size * count);
    std::copy(piece.begin(), piece.end(), to);
    from.rest.remove_prefix(piece.size());
    from.ended = from.ended || piece.empty();
    return piece.size();
}

/// The server's last no, such as "550 No such user"; empty once it said yes to something after it.
struct Said {
    std::string no;

    [[nodiscard]] int code() const {
        return no.size() < 3 ? 0 : (no[0] - '0') * 100 + (no[1] - '0') * 10 + (no[2] - '0');
    }
};

int listen(CURL*, curl_infotype type, char* data, std::size_t size, void* said) {
    const std::string_view text(data, size);
    if (type != CURLINFO_HEADER_IN || text.size() < 3 ||
        !std::all_of(text.begin(), text.begin() + 3, [](char c) { return c >= '0' && c <= '9'; })) {
        return 0;
    }
    auto& no = static_cast<Said*>(said)->no;
    if (text.front() == '4' || text.front() == '5') {
        no = text.substr(0, std::min<std::size_t>(text.find_first_of("\r\n"), 300));
    } else if (!text.starts_with("221")) { // the answer to QUIT changes nothing
        no.clear();
    }
    return 0;
}

struct Cleanup {
    void operator()(CURL* curl) const { curl_easy_cleanup(curl); }
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};

void begin_curl() {
    static const auto ready = curl_global_init(CURL_GLOBAL_DEFAULT);
    QUORATE_ASSERT(ready == CURLE_OK);
}

std::string_view host_of(std::string_view url) {
    const auto begin = url.find("://") + 3;
    const auto rest = url.substr(begin);
    return rest.substr(0, rest.find_first_of(":/"));
}

bool this_machine(std::string_view url) {
    const auto host = host_of(url);
    return host == "localhost" || host.starts_with("127.") || host.starts_with("[::1]");
}

void set_up(CURL* curl, const SmtpServer& server, const Envelope& envelope, curl_slist* to,
            Source& source, Said& said) {
    curl_easy_setopt(curl, CURLOPT_URL, server.url.c_str());
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    curl_easy_setopt(curl, CURLOPT_MAIL_FROM, ("<" + envelope.from + ">").c_str());
    curl_easy_setopt(curl, CURLOPT_MAIL_RCPT, to);
    curl_easy_setopt(curl, CURLOPT_UPLOAD, 1L);
    curl_easy_setopt(curl, CURLOPT_READFUNCTION, give);
    curl_easy_setopt(curl, CURLOPT_READDATA, &source);
    curl_easy_setopt(curl, CURLOPT_VERBOSE, 1L);
    curl_easy_setopt(curl, CURLOPT_DEBUGFUNCTION, listen);
    curl_easy_setopt(curl, CURLOPT_DEBUGDATA, &said);
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT,
                     static_cast<long>(server.connect_timeout.count()));
    curl_easy_setopt(curl, CURLOPT_TIMEOUT, static_cast<long>(server.timeout.count()));
    // A connection of its own: a broken one must never make a mail be given twice.
    curl_easy_setopt(curl, CURLOPT_FRESH_CONNECT, 1L);
    curl_easy_setopt(curl, CURLOPT_FORBID_REUSE, 1L);
    const bool must = !server.user.empty() && !this_machine(server.url);
    curl_easy_setopt(curl, CURLOPT_USE_SSL,
                     static_cast<long>(must ? CURLUSESSL_ALL : CURLUSESSL_TRY));
    if (!server.user.empty()) {
        curl_easy_setopt(curl, CURLOPT_USERNAME, server.user.c_str());
        curl_easy_setopt(curl, CURLOPT_PASSWORD, server.password.c_str());
    }
    if (!server.ca_file.empty()) {
        curl_easy_setopt(curl, CURLOPT_CAINFO, server.ca_file.c_str());
    }
}

Delivery judged(CURLcode result, const Source& source, const Said& said, const char* words) {
    if (result == CURLE_OK) {
        return {};
    }
    if (const int code = said.code(); code >= 400) {
        // 530 and 535: signing in to the mail server is for whoever runs the machine to put right.
        const bool for_now = code < 500 || code == 530 || code == 535;
        return {for_now ? Fate::refused_for_now : Fate::refused, said.no};
    }
    // Without the end of its data a server must not take a message (RFC 5321, 4.1.1.4).
    return {source.ended ? Fate::unknown : Fate::refused_for_now,
            *words != '\0' ? words : curl_easy_strerror(result)};
}

} // namespace

base::Result<void> check_server(const SmtpServer& server) {
    const std::string_view url = server.url;
    const bool known = url.starts_with("smtp://") || url.starts_with("smtps://");
    const bool plain = std::all_of(url.begin(), url.end(), [](char c) {
        return c > ' ' && c < 0x7f && c != '@' && c != '?' && c != '#';
    });
    if (!known || !plain || host_of(url).empty()) {
        return base::fail("--smtp", "\"" + server.url.substr(0, 100) + "\" is not a mail server",
                          "Write smtp://host:587 or smtps://host:465; name and password come from "
                          "QUORATE_SMTP_USER and QUORATE_SMTP_PASSWORD");
    }
    return {};
}

Delivery deliver(const SmtpServer& server, const Envelope& envelope, const std::string& message) {
    begin_curl();
    const std::unique_ptr<CURL, Cleanup> curl(curl_easy_init());
    const std::unique_ptr<curl_slist, Cleanup> to(
        curl_slist_append(nullptr, ("<" + envelope.to + ">").c_str()));
    if (!curl || !to) {
        return {Fate::refused_for_now, "There is not enough memory"};
    }
    Source source{message};
    Said said;
    char words[CURL_ERROR_SIZE] = "";
    set_up(curl.get(), server, envelope, to.get(), source, said);
    curl_easy_setopt(curl.get(), CURLOPT_ERRORBUFFER, words);
    return judged(curl_easy_perform(curl.get()), source, said, words);
}

} // namespace quorate::mail
