#include "ledger/note.hpp"
#include "samples.hpp"

#include <gtest/gtest.h>
#include <sys/stat.h>

namespace quorate::ledger {
namespace {

// The example of golang.org/x/mod/sumdb/note, which defined the form.
constexpr auto go_vkey = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
constexpr auto go_skey =
    "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";
constexpr auto go_text = "If you think cryptography is the answer to your problem,\n"
                         "then you don't know what your problem is.\n";
constexpr auto go_note =
    "If you think cryptography is the answer to your problem,\n"
    "then you don't know what your problem is.\n"
    "\n"
    "\xE2\x80\x94 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKv"
    "qfqdngotpRZb6KE6RyyBwJnAM=\n";

TEST(Note, AgreesWithTheGoImplementation) {
    const auto verifier = parse_verifier_key(go_vkey);
    ASSERT_TRUE(verifier) << verifier.error().text();
    EXPECT_EQ(verifier->text(), go_vkey);
    EXPECT_EQ(open_note(go_note, *verifier).value(), go_text);
    const auto signer = SigningKey::parse(go_skey);
    ASSERT_TRUE(signer);
    EXPECT_EQ(signer->verifier(), *verifier);
    EXPECT_EQ(signer->private_text(), go_skey);
    EXPECT_EQ(sign_note(go_text, *signer), go_note);
}

TEST(Note, FailsWhenAnyByteIsChanged) {
    const auto verifier = parse_verifier_key(go_vkey).value();
    std::string note = go_note;
    for (auto& byte : note) {
        byte = static_cast<char>(byte ^ 1);
        EXPECT_FALSE(open_note(note, verifier));
        byte = static_cast<char>(byte ^ 1);
    }
    for (std::size_t size = 0; size < note.size(); ++size) {
        EXPECT_FALSE(open_note(note.substr(0, size), verifier));
    }
}

TEST(Note, PassesOverSignaturesByOthers) {
    const auto key = test::sample_key();
    const auto other = SigningKey::generate("witness.example").value();
    const std::string body = "riverside\n7\n" + base::base64(base::as_bytes(empty_root())) + "\n";
    const auto note = body + "\n" + other.signature_line(body) + key.signature_line(body);
    EXPECT_TRUE(open_note(note, key.verifier()));
    EXPECT_TRUE(open_note(note, other.verifier()));
    EXPECT_FALSE(open_note(note, SigningKey::generate("witness.example").value().verifier()));
}

TEST(Note, RefusesBadKeys) {
    for (const auto* text : {"", "name", "name+00000000+AQ==",
                             "PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                             "PeterNeumann+c74f20a3+AhpcQcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                             "+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"}) {
        EXPECT_FALSE(parse_verifier_key(text)) << text;
    }
    EXPECT_FALSE(SigningKey::generate("with space"));
    EXPECT_FALSE(SigningKey::generate("with+plus"));
    EXPECT_FALSE(SigningKey::generate(""));
}

TEST(Checkpoint, SaysOriginSizeAndRoot) {
    const auto key = test::sample_key();
    const auto note = sign_checkpoint({3, leaf_hash("x")}, key);
    EXPECT_TRUE(note.starts_with("quorate/riverside\n3\n"));
    const auto opened = open_checkpoint(note, key.verifier());
    ASSERT_TRUE(opened) << opened.error().text();
    EXPECT_EQ(opened->origin, "quorate/riverside");
    EXPECT_EQ(opened->size, 3U);
    EXPECT_EQ(opened->root, leaf_hash("x"));
}

TEST(Checkpoint, RefusesOtherOriginsAndForms) {
    const auto key = test::sample_key();
    const auto root = base::base64(base::as_bytes(empty_root()));
    EXPECT_TRUE(open_checkpoint(sign_note("quorate/riverside\n0\n" + root + "\nextension\n", key),
                                key.verifier()));
    for (const auto& body :
         {"quorate/other\n0\n" + root + "\n", "quorate/riverside\n00\n" + root + "\n",
          "quorate/riverside\n-1\n" + root + "\n", std::string("quorate/riverside\n0\nAAAA\n"),
          std::string("quorate/riverside\n0\n"),
          "quorate/riverside\n99999999999999999999\n" + root + "\n"}) {
        EXPECT_FALSE(open_checkpoint(sign_note(body, key), key.verifier())) << body;
    }
}

TEST(SigningKey, IsKeptInAFileOnlyItsOwnerCanRead) {
    const test::TemporaryFolder folder;
    const auto path = folder.file("ledger.key");
    const auto key = SigningKey::generate("quorate/riverside").value();
    ASSERT_TRUE(save_signing_key(path, key));
    struct stat info {};
    ASSERT_EQ(::stat(path.c_str(), &info), 0);
    EXPECT_EQ(info.st_mode & 0777, 0600U);
    EXPECT_EQ(load_signing_key(path).value().verifier(), key.verifier());
    EXPECT_FALSE(save_signing_key(path, key)) << "overwrote a key";
    ASSERT_EQ(::chmod(path.c_str(), 0640), 0);
    const auto open_to_others = load_signing_key(path);
    ASSERT_FALSE(open_to_others);
    EXPECT_NE(open_to_others.error().help.find("chmod 600"), std::string::npos);
    EXPECT_FALSE(load_signing_key(folder.file("none")));
}

} // namespace
} // namespace quorate::ledger
