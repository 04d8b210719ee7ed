#include "oidc/fetch.hpp"

#include <algorithm>
#include <curl/curl.h>
#include <memory>
#include <mutex>

namespace quorate::oidc {

namespace {

struct EndHandle {
    void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
};
struct EndList {
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};

void begin_curl() {
    static std::once_flag once;
    std::call_once(once, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
}

/// libcurl's write function: refuses what is too long.
std::size_t take(char* bytes, std::size_t size, std::size_t count, void* into) {
    auto& body = *static_cast<std::string*>(into);
    if (body.size() + size * count > answer_bytes_max) {
        return 0;
    }
    body.append(bytes, size * count);
    return size * count;
}

void set_limits(CURL* handle, std::chrono::milliseconds time_max) {
    using std::chrono::milliseconds;
    curl_easy_setopt(handle, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(handle, CURLOPT_CONNECTTIMEOUT_MS,
                     static_cast<long>(std::min<milliseconds>(connect_time_max, time_max).count()));
    curl_easy_setopt(handle, CURLOPT_TIMEOUT_MS, static_cast<long>(time_max.count()));
    curl_easy_setopt(handle, CURLOPT_FOLLOWLOCATION, 0L);
    curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR,
                     "https,http"); // http on this machine only: is_protected()
    curl_easy_setopt(handle, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
    curl_easy_setopt(handle, CURLOPT_SSL_VERIFYPEER, 1L);
    curl_easy_setopt(handle, CURLOPT_SSL_VERIFYHOST, 2L);
    curl_easy_setopt(handle, CURLOPT_MAXFILESIZE, static_cast<long>(answer_bytes_max));
    curl_easy_setopt(handle, CURLOPT_USERAGENT, "quorate");
}

std::string host_of(const std::string& url) {
    const auto begin = url.find("://") + 3;
    return url.substr(begin, url.find('/', begin) - begin);
}

std::string_view why(CURLcode code) {
    switch (code) {
    case CURLE_OPERATION_TIMEDOUT:
        return "it did not answer in time";
    case CURLE_COULDNT_RESOLVE_HOST:
        return "its name is not known";
    case CURLE_COULDNT_CONNECT:
        return "it cannot be reached";
    case CURLE_PEER_FAILED_VERIFICATION:
        return "its certificate is not one that is trusted here";
    case CURLE_WRITE_ERROR:
    case CURLE_FILESIZE_EXCEEDED:
        return "its answer is longer than is taken";
    default:
        return curl_easy_strerror(code);
    }
}

} // namespace

base::Result<Answer> fetch(const Question& question) {
    if (!is_protected(question.url)) {
        return base::fail(question.url.substr(0, 200), "this is not an https address",
                          "Only a provider on this machine may be asked over http");
    }
    begin_curl();
    const std::unique_ptr<CURL, EndHandle> handle(curl_easy_init());
    if (!handle) {
        return base::fail(host_of(question.url), "there is no memory to ask it");
    }
    Answer answer;
    set_limits(handle.get(), question.time_max);
    std::unique_ptr<curl_slist, EndList> headers(
        curl_slist_append(nullptr, "Accept: application/json"));
    if (!question.bearer.empty()) {
        headers.reset(curl_slist_append(headers.release(),
                                        ("Authorization: Bearer " + question.bearer).c_str()));
    }
    curl_easy_setopt(handle.get(), CURLOPT_HTTPHEADER, headers.get());
    curl_easy_setopt(handle.get(), CURLOPT_URL, question.url.c_str());
    curl_easy_setopt(handle.get(), CURLOPT_WRITEFUNCTION, take);
    curl_easy_setopt(handle.get(), CURLOPT_WRITEDATA, &answer.body);
    if (question.basic) {
        curl_easy_setopt(handle.get(), CURLOPT_HTTPAUTH, static_cast<long>(CURLAUTH_BASIC));
        curl_easy_setopt(handle.get(), CURLOPT_USERNAME, question.basic->first.c_str());
        curl_easy_setopt(handle.get(), CURLOPT_PASSWORD, question.basic->second.c_str());
    }
    const std::string form = question.form ? form_encoded(*question.form) : std::string();
    if (question.form) {
        curl_easy_setopt(handle.get(), CURLOPT_POSTFIELDSIZE, static_cast<long>(form.size()));
        curl_easy_setopt(handle.get(), CURLOPT_POSTFIELDS, form.c_str());
    }
    if (const auto code = curl_easy_perform(handle.get()); code != CURLE_OK) {
        return base::fail(host_of(question.url), std::string(why(code)));
    }
    long status = 0;
    curl_easy_getinfo(handle.get(), CURLINFO_RESPONSE_CODE, &status);
    answer.status = static_cast<int>(status);
    if (answer.status >= 300 && answer.status < 400) {
        return base::fail(host_of(question.url),
                          "it sends the question to another address, which is not followed");
    }
    return answer;
}

} // namespace quorate::oidc
