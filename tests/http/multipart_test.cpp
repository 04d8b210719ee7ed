// multipart/form-data taken apart, however the bytes are cut.

#include "http/form_receiver.hpp"

#include <gtest/gtest.h>

namespace quorate::http_tests {

namespace {

struct Part {
    std::string name;
    std::optional<std::string> file_name;
    std::string content_type;
    std::string bytes;
    bool ended = false;
};

class Collector : public http::PartSink {
public:
    void begin_part(const http::PartHead& head) override {
        parts.push_back({head.name, head.file_name, head.content_type, "", false});
    }
    void part_bytes(std::string_view bytes) override { parts.back().bytes += bytes; }
    void end_part() override { parts.back().ended = true; }
    std::vector<Part> parts;
};

struct Outcome {
    std::vector<Part> parts;
    std::string problem; // empty: read whole
};

Outcome read_in_pieces(std::string_view body, std::size_t piece, std::string_view boundary = "b") {
    Collector collector;
    http::MultipartReader reader(boundary, collector);
    for (std::size_t at = 0; at < body.size(); at += piece) {
        if (const auto taken = reader.take(body.substr(at, piece)); !taken)
            return {collector.parts, taken.error().text()};
    }
    const auto finished = reader.finish();
    return {collector.parts, finished ? "" : finished.error().text()};
}

Outcome read(std::string_view body) {
    return read_in_pieces(body, body.size() + 1);
}

const std::string sample =
    "--b\r\n"
    "Content-Disposition: form-data; name=\"title\"\r\n\r\n"
    "One\r\n--\r\n-b\r\n--a\r\n"
    "\r\n--b \t\r\n"
    "content-type: application/pdf\r\n"
    "content-disposition: form-data; name=paper; filename=\"a b.pdf\"\r\n\r\n"
    "%PDF\r\n\r\r\n\n--b\r\r\n-\r\n"
    "\r\n--b\r\n"
    "Content-Disposition: form-data; name=\"empty\"\r\n\r\n"
    "\r\n--b--\r\nepilogue --b";

std::string with_disposition(const std::string& value) {
    return "--b\r\nContent-Disposition: " + value + "\r\n\r\nx\r\n--b--\r\n";
}

std::optional<std::string> file_name(const std::string& parameter) {
    const auto outcome = read(with_disposition("form-data; name=\"f\"; " + parameter));
    return outcome.parts.empty() ? std::nullopt : outcome.parts.front().file_name;
}

} // namespace

TEST(multipart, every_cut_gives_the_same_parts) {
    for (std::size_t piece = 1; piece <= sample.size(); ++piece) {
        const auto outcome = read_in_pieces(sample, piece);
        ASSERT_EQ(outcome.problem, "") << piece;
        ASSERT_EQ(outcome.parts.size(), 3u) << piece;
        EXPECT_EQ(outcome.parts[0].name, "title");
        EXPECT_FALSE(outcome.parts[0].file_name.has_value());
        EXPECT_EQ(outcome.parts[0].bytes, "One\r\n--\r\n-b\r\n--a\r\n") << piece;
        EXPECT_EQ(outcome.parts[1].name, "paper");
        EXPECT_EQ(outcome.parts[1].file_name, "a b.pdf");
        EXPECT_EQ(outcome.parts[1].content_type, "application/pdf");
        EXPECT_EQ(outcome.parts[1].bytes, "%PDF\r\n\r\r\n\n--b\r\r\n-\r\n") << piece;
        EXPECT_EQ(outcome.parts[2].bytes, "");
        EXPECT_TRUE(outcome.parts[2].ended);
    }
}

TEST(multipart, what_stands_before_the_first_boundary_is_passed_over) {
    EXPECT_EQ(read("preamble\r\n--b--").problem, "");
    EXPECT_EQ(read("--b--").problem, "");
    EXPECT_NE(read("x--b--").problem, "");
}

TEST(multipart, malformed_bodies_are_refused_however_they_are_cut) {
    const std::string head = "Content-Disposition: form-data; name=\"a\"\r\n";
    const std::string bodies[] = {
        "",
        "--b",
        "--b\r",
        "--b-",
        "--b-x",
        "--b\n" + head + "\r\nx\r\n--b--",
        "--bb\r\n" + head + "\r\nx\r\n--bb--",
        "--b\r\n\r\nx\r\n--b--",
        "--b\r\n" + head + "\r\nx",
        "--b\r\n" + head + "\r\nx\r\n--b",
        "--b\r\n" + head + "\r\nx\r\n--b\r\n",
        "--b\r\n" + head + "\r\nx\r\n--b-\r\n",
        "--b\r\n" + head + "\r\nx\r\n--bc\r\n",
        "--b\r\nX: y\r\n\r\nx\r\n--b--",
        "--b\r\n" + head + head + "\r\nx\r\n--b--",
        "--b\r\n" + head + "no colon\r\n\r\nx\r\n--b--",
        "--b\r\n" + head + "X: a\nb\r\n\r\nx\r\n--b--",
        "--b\r\n" + head + "Content-Transfer-Encoding: base64\r\n\r\nx\r\n--b--",
        "--b\r\nX: " + std::string(9000, 'x'),
        "--b\r\nX: " + std::string(9000, 'x') + "\r\n\r\nx\r\n--b--",
        "--b" + std::string(9000, ' '),
    };
    for (const std::string& body : bodies) {
        EXPECT_NE(read(body).problem, "") << body;
        EXPECT_NE(read_in_pieces(body, 1).problem, "") << body;
        EXPECT_NE(read_in_pieces(body, 7).problem, "") << body;
    }
}

TEST(multipart, a_part_must_say_its_field) {
    for (const char* bad :
         {"form-data", "form-data; filename=\"x\"", "attachment; name=\"a\"", "form-data; name",
          "form-data; name=", "form-data; name=\"a", "form-data; name=\"a\"b",
          "form-data; name=\"a\"; name=\"b\"", "form-data; name=a\"b", "form-data; name=\"\xff\"",
          "form-data; name=\"a%0Db\"", "form-data, name=\"a\""})
        EXPECT_NE(read(with_disposition(bad)).problem, "") << bad;
    const std::string long_name(201, 'n');
    EXPECT_NE(read(with_disposition("form-data; name=" + long_name)).problem, "");
    for (const char* good : {"form-data; name=a", "FORM-DATA; NAME=\"a\"", "form-data;name=\"a\";",
                             "form-data ; name = \"a\" ; other=x"})
        EXPECT_EQ(read(with_disposition(good)).problem, "") << good;
}

TEST(multipart, file_names_lose_folders_and_escapes) {
    EXPECT_EQ(file_name("filename=\"a.pdf\""), "a.pdf");
    EXPECT_EQ(file_name("filename=\"\""), "");
    EXPECT_EQ(file_name("filename=\"/etc/passwd\""), "passwd");
    EXPECT_EQ(file_name("filename=\"..\\..\\x.pdf\""), "x.pdf");
    EXPECT_EQ(file_name("filename=\"C:\\files\\x.pdf\""), "x.pdf");
    EXPECT_EQ(file_name("filename=\"a%22b%22.pdf\""), "a\"b\".pdf");
    EXPECT_EQ(file_name("filename=\"a\\\"b.pdf\""), "a\"b.pdf");
    EXPECT_EQ(file_name("filename=\"a%0D%0Ab%20.pdf\""), "ab%20.pdf");
    EXPECT_EQ(file_name("filename=\"\xc3\xa9.pdf\"; filename*=UTF-8''other"), "\xc3\xa9.pdf");
    EXPECT_EQ(file_name("filename=\"\xff.pdf\""), std::nullopt);
    EXPECT_EQ(file_name("filename=\"" + std::string(1001, 'x') + "\""), std::nullopt);
}

TEST(multipart, the_boundary_is_checked) {
    using http::multipart_boundary;
    EXPECT_EQ(multipart_boundary("multipart/form-data; boundary=abc").value(), "abc");
    EXPECT_EQ(multipart_boundary("multipart/form-data; charset=utf-8; BOUNDARY=\"a b\"").value(),
              "a b");
    EXPECT_EQ(multipart_boundary("multipart/form-data; boundary=" + std::string(70, '-')).value(),
              std::string(70, '-'));
    for (const std::string& bad : std::vector<std::string>{
             "", "; boundary=", "; boundary=\"\"", "; boundary=\"a \"", "; boundary=\"a",
             "; boundary", "; boundary=a; boundary=b", "; boundary=\"a\r\nb\"", "; boundary=a\x01"})
        EXPECT_FALSE(multipart_boundary("multipart/form-data" + bad).has_value()) << bad;
    EXPECT_FALSE(
        multipart_boundary("multipart/form-data; boundary=" + std::string(71, 'a')).has_value());
}

TEST(multipart, boundaries_of_every_allowed_length_and_shape) {
    for (const std::string& boundary :
         {std::string(1, 'x'), std::string(70, 'y'),
          std::string("----WebKitFormBoundary7MA4YWxkTr"), std::string("'()+_,-./:=?"),
          std::string("-"), std::string("a b")}) {
        std::string body = "--" + boundary + "\r\nContent-Disposition: form-data; name=a\r\n\r\n";
        // All but the last character of a boundary, again and again, is no boundary.
        const std::string nearly = "\r\n--" + boundary.substr(0, boundary.size() - 1);
        const std::string text = nearly + nearly + "!" + nearly + "\r\r\n";
        body += text + "\r\n--" + boundary + "--";
        for (const std::size_t piece : {1u, 2u, 3u, 71u, 1000u}) {
            const auto outcome = read_in_pieces(body, piece, boundary);
            ASSERT_EQ(outcome.problem, "") << boundary;
            ASSERT_EQ(outcome.parts.size(), 1u);
            EXPECT_EQ(outcome.parts[0].bytes, text) << boundary;
        }
    }
}

} // namespace quorate::http_tests
