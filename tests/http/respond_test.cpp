// Conditional requests, compression, and the headers on every response.

#include "http/respond.hpp"

#include <gtest/gtest.h>

namespace quorate::http {

namespace {

Request asking(Method method,
               std::initializer_list<std::pair<const char*, std::string>> headers = {}) {
    Request request;
    request.method = method;
    for (const auto& [name, value] : headers)
        request.headers.add(name, value);
    return request;
}

std::string header(const Reply& reply, std::string_view name) {
    return std::string(reply.headers.get(name).value_or("(none)"));
}

const std::string page = "<p>" + std::string(5000, 'x') + "</p>";

} // namespace

TEST(finish, every_response_has_the_security_headers) {
    for (int status : {200, 303, 404, 500}) {
        const Reply reply = finish(asking(Method::get), text_response("x", status));
        EXPECT_EQ(header(reply, "Content-Security-Policy"),
                  "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; "
                  "connect-src 'self'; "
                  "form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
        EXPECT_EQ(header(reply, "X-Content-Type-Options"), "nosniff");
        EXPECT_EQ(header(reply, "Referrer-Policy"), "same-origin");
    }
}

TEST(finish, unchanged_pages_are_not_sent_again) {
    const Reply first = finish(asking(Method::get), html_response(page));
    const std::string etag = header(first, "ETag");
    EXPECT_EQ(first.status, 200);
    EXPECT_EQ(header(first, "Cache-Control"), "no-cache");
    for (const std::string& value : {etag, "W/" + etag, "\"other\", " + etag, std::string("*")}) {
        const Reply again =
            finish(asking(Method::get, {{"if-none-match", value}}), html_response(page));
        EXPECT_EQ(again.status, 304) << value;
        EXPECT_TRUE(again.body.empty());
        EXPECT_EQ(header(again, "ETag"), etag);
        EXPECT_EQ(header(again, "Content-Type"), "(none)");
    }
    EXPECT_EQ(finish(asking(Method::head, {{"if-none-match", etag}}), html_response(page)).status,
              304);
    EXPECT_EQ(
        finish(asking(Method::get, {{"if-none-match", "\"other\""}}), html_response(page)).status,
        200);
    EXPECT_EQ(
        finish(asking(Method::get, {{"if-none-match", etag}}), html_response(page + "!")).status,
        200);
    EXPECT_EQ(finish(asking(Method::post, {{"if-none-match", etag}}), html_response(page)).status,
              200);
    EXPECT_EQ(
        finish(asking(Method::get, {{"if-none-match", "*"}}), html_response(page, 404)).status,
        404);
}

TEST(finish, compresses_text_for_those_who_take_it) {
    const Reply plain = finish(asking(Method::get), html_response(page));
    EXPECT_EQ(header(plain, "Content-Encoding"), "(none)");
    EXPECT_EQ(header(plain, "Vary"), "Accept-Encoding");
    const Reply packed =
        finish(asking(Method::get, {{"accept-encoding", "deflate, gzip"}}), html_response(page));
    EXPECT_EQ(header(packed, "Content-Encoding"), "gzip");
    EXPECT_LT(packed.body.view().size(), 500u);
    EXPECT_EQ(packed.body.view().substr(0, 2), "\x1f\x8b");
    EXPECT_NE(header(packed, "ETag"), header(plain, "ETag"));
    const Reply refused =
        finish(asking(Method::get, {{"accept-encoding", "gzip;q=0"}}), html_response(page));
    EXPECT_EQ(header(refused, "Content-Encoding"), "(none)");
    const Reply small =
        finish(asking(Method::get, {{"accept-encoding", "gzip"}}), html_response("x"));
    EXPECT_EQ(header(small, "Content-Encoding"), "(none)");
    const Reply picture = finish(asking(Method::get, {{"accept-encoding", "gzip"}}),
                                 bytes_response("image/png", page));
    EXPECT_EQ(header(picture, "Content-Encoding"), "(none)");
    // Either form of the page counts as held.
    const Reply again = finish(asking(Method::get, {{"accept-encoding", "gzip"},
                                                    {"if-none-match", header(plain, "ETag")}}),
                               html_response(page));
    EXPECT_EQ(again.status, 304);
}

TEST(finish, immutable_files_are_cached_for_ever_in_their_best_form) {
    const ImmutableFile file{"text/css; charset=utf-8", "plain", "gz", "br", "abc"};
    const Reply best = finish(asking(Method::get, {{"accept-encoding", "gzip, deflate, br"}}),
                              immutable_response(file));
    EXPECT_EQ(header(best, "Content-Encoding"), "br");
    EXPECT_EQ(best.body.view(), "br");
    EXPECT_EQ(header(best, "Cache-Control"), "public, max-age=31536000, immutable");
    EXPECT_EQ(finish(asking(Method::get), immutable_response(file)).body.view(), "plain");
}

TEST(finish, errors_and_redirects_are_not_stored) {
    EXPECT_EQ(header(finish(asking(Method::get), text_response("x", 404)), "Cache-Control"),
              "no-store");
    const Reply redirect = finish(asking(Method::post), see_other("/kent"));
    EXPECT_EQ(redirect.status, 303);
    EXPECT_EQ(header(redirect, "Location"), "/kent");
    EXPECT_EQ(header(redirect, "ETag"), "(none)");
}

TEST(finish, a_header_cannot_be_split) {
    EXPECT_THROW(finish(asking(Method::get), see_other("/kent\r\nSet-Cookie: a=b")),
                 std::runtime_error);
}

TEST(accepts_encoding, reads_weights) {
    EXPECT_TRUE(accepts_encoding("gzip", "gzip"));
    EXPECT_TRUE(accepts_encoding("br;q=1.0, gzip;q=0.8", "gzip"));
    EXPECT_TRUE(accepts_encoding("gzip; q=0.001", "gzip"));
    EXPECT_FALSE(accepts_encoding("gzip;q=0.000", "gzip"));
    EXPECT_FALSE(accepts_encoding("x-gzip, br", "gzip"));
    EXPECT_FALSE(accepts_encoding("", "gzip"));
}

} // namespace quorate::http
