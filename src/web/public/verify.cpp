// Checking the record: what it is, how anyone can check it, and whether a file was sent out.

#include "base/hash_stream.hpp"
#include "html/form.hpp"
#include "http/respond.hpp"
#include "partnership/papers.hpp"
#include "views/public/proof.hpp"
#include "views/public/sent_files.hpp"
#include "web/parts.hpp"
#include "web/public/public_pages.hpp"
#include "web/public/verify_commands.hpp"
#include "web/site_parts.hpp"

#include <algorithm>
#include <charconv>

namespace quorate::web {

using namespace html;

namespace {

constexpr std::size_t typed_length_max = 200;

/// What was asked of the page, with what is wrong about it.
struct Asked {
    ErrorList errors = {};
    std::string typed_digest = {};
    std::string digest = {}; ///< 64 hex digits; empty: no file was asked about
    std::string typed_entry = {};
    std::optional<views::EntryPage> entry = {};
};

/// A digest as people paste it: with "sha256:", in capitals, with a file's name behind it.
std::string digest_of(std::string_view typed) {
    std::string out;
    for (const char c : typed) {
        if (c == ' ' && !out.empty()) {
            break;
        }
        if (c > ' ') {
            out += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        }
    }
    return out.starts_with("sha256:") ? out.substr(7) : out;
}

Asked asked_of(const Visit& visit) {
    Asked out;
    if (const auto typed = visit.request.query.get("sha256"); typed) {
        out.typed_digest = typed->substr(0, typed_length_max);
        const auto digest = digest_of(out.typed_digest);
        if (base::parse_hex_digest(digest)) {
            out.digest = digest;
        } else {
            out.errors.add("sha256", typed->empty()
                                         ? "Enter the SHA-256 of the file."
                                         : "A SHA-256 has 64 digits, 0 to 9 and a to f. Copy it "
                                           "again in full.");
        }
    }
    if (const auto typed = visit.request.query.get("entry"); typed) {
        out.typed_entry = typed->substr(0, typed_length_max);
        std::int64_t position = 0;
        const auto* last = out.typed_entry.data() + out.typed_entry.size();
        const auto [end, error] = std::from_chars(out.typed_entry.data(), last, position);
        if (error == std::errc{} && end == last && position >= 0) {
            out.entry = visit.reader.entry(position);
        }
        if (!out.entry) {
            out.errors.add("entry", "Enter a number from 0 to " +
                                        std::to_string(visit.reader.size() - 1) + ".");
        }
    }
    return out;
}

Html sendings(const Visit& visit, const std::vector<views::FileSent>& all) {
    Html out;
    for (const auto& sent : all) {
        govuk::SummaryList list;
        add_row(list, "Paper", sent.title);
        add_row(list, "Sent out for", a(visit.links.meeting(sent.meeting.id), sent.meeting.name));
        add_row(list, "When", when(sent.at));
        add_row(list, "As", sent.what);
        add_row(list, "Recorded as",
                a(visit.links.entry(sent.position), "entry " + std::to_string(sent.position)));
        out += govuk::summary_list(list);
    }
    return out;
}

Html file_answer(const Visit& visit, const std::string& digest) {
    const auto all = views::sendings_of_file(visit.reader, digest);
    const bool found = !all.empty();
    const Part sentence =
        !found ? Part("No file with exactly these bytes was sent out for a meeting in this record.")
               : Part(all.size() == 1 ? "This file was sent out for a meeting."
                                      : "This file was sent out more than once.");
    Html out = fragment(h(2, id("file-answer").set("tabindex", "-1"), "The file you asked about"),
                        p(status_word(found ? Status::permitted : Status::undetermined,
                                      found ? "In the record" : "Not in the record"),
                          ": ", sentence),
                        sendings(visit, all));
    if (!found) {
        out += p("Opening a file and saving it changes its bytes. Use the file as you received it. "
                 "A file that was received but never sent out is not in the record.");
    }
    return fragment(out, p("Its SHA-256:"), pre(cls("q-hash"), digest));
}

Html check_file(const Visit& visit, const Asked& asked) {
    const auto here = visit.links.part("verify");
    const std::string csrf = visit.who == nullptr ? "" : visit.who->session.csrf;
    return fragment(
        h(2, id("check-a-file"), "Check a file"),
        p("Find out whether a file is one that was sent out for a meeting, and when. The file is "
          "read and not kept."),
        form({.action = here, .csrf = csrf, .multipart = true},
             file_field({.name = "file",
                         .label = "The file",
                         .hint = "Any kind of file, at most " +
                                 http::size_words(partnership::paper_bytes_max)},
                        asked.errors),
             submit_button("Check file")),
        search_form({.action = here},
                    text_field({.name = "sha256",
                                .label = "Or its SHA-256",
                                .hint = "64 digits, as sha256sum prints them. Then the file stays "
                                        "with you.",
                                .value = asked.typed_digest,
                                .spellcheck = false},
                               asked.errors),
                    secondary_button("Check SHA-256")));
}

Html entry_answer(const Visit& visit, const views::EntryPage& entry) {
    const auto position = entry.line.position;
    const auto name = "Entry " + std::to_string(position);
    Html out = h(2, id("entry-answer").set("tabindex", "-1"), "The proof of entry ", position);
    out += p(a(visit.links.entry(position), name), ": ", entry.line.help, ".");
    if (!views::proof_is_public(visit.reader, position)) {
        return fragment(out,
                        p("What is stored of it is about a person and is not published, so there "
                          "is no proof to download. Its leaf hash is ",
                          code(cls("q-hash"), entry.leaf), "."));
    }
    return fragment(out, p(a(visit.links.proof(position), "Download the proof of entry ", position),
                           ". Keep it as ", code("proof.json"), " and check it with ",
                           code("quorate verify proof.json"), ", or by hand as below."));
}

Html proof_part(const Visit& visit, const Asked& asked) {
    return fragment(
        h(2, "Proof of one entry"),
        p("A proof holds one entry and the hashes that lead from it to the root. You need nothing "
          "else to check it."),
        search_form({.action = visit.links.part("verify").fragment("entry-answer")},
                    text_field({.name = "entry",
                                .label = "Number of the entry",
                                .hint = fragment("0 to ", visit.reader.size() - 1,
                                                 "; each page that cites an entry shows it"),
                                .value = asked.typed_entry,
                                .width = 10,
                                .inputmode = "numeric"},
                               asked.errors),
                    secondary_button("Show proof")));
}

Html record_part(const views::CheckpointShown& head) {
    govuk::SummaryList list;
    add_row(list, "Entries", number(head.size));
    add_row(list, "Root", code(cls("q-hash"), head.root));
    add_row(list, "Public key", head.key.empty() ? Html() : code(cls("q-hash"), head.key));
    Html out = fragment(
        h(2, "What the record is"),
        p("Each entry is one act that was submitted, with who made it, when, and the ruling it "
          "got. Entries are numbered from 0 and never changed. Every entry is hashed, and the "
          "hashes are joined into one tree (RFC 6962). Its root stands for all of them: change "
          "one letter of one entry, and the root is another."),
        govuk::summary_list(list));
    if (!head.checkpoint.empty()) {
        out += fragment(h(3, "Checkpoint"),
                        p("Keep this signed note. If anything before it is ever changed or taken "
                          "out, the record no longer leads back to it, whoever holds the key."),
                        pre(head.checkpoint));
    }
    return out;
}

Html by_hand(const Visit& visit) {
    const auto bundle = site_origin(visit) + visit.links.api().slash("bundle").str();
    const auto proof = site_origin(visit) + visit.links.proof(0).str();
    return fragment(
        h(2, "Check everything"),
        p("Download all that is published and have it checked. Entries whose particulars are not "
          "published are in it as their hash alone."),
        pre("curl -so bundle.json " + bundle + "\nquorate verify bundle.json"),
        h(2, "Check one entry by hand"),
        p("With ", code("bash"), ", ", code("jq"), ", ", code("sha256sum"), " and ",
          code("openssl"), ", and no program of ours. Get a proof, here of entry 0:"),
        pre("curl -so proof.json " + proof),
        p("Name the steps: hexadecimal to bytes, a node of the tree, the signature of a note."),
        pre(verify_functions), p("Then go from the entry to the root and to its signature:"),
        pre(verify_proof),
        p("Compare the public key with one got elsewhere: a printed minute, a colleague. A key "
          "that comes with the record only shows that the record agrees with itself."));
}

http::Response shown(const Visit& visit, const Asked& asked, int status = 200) {
    Html main = asked.errors.summary();
    main += page_heading("Check the record");
    main += lead("You need not take our word for it. Anyone can check that nothing in the record "
                 "was changed, and that a file is the one that was sent out.");
    if (!asked.digest.empty()) {
        main += file_answer(visit, asked.digest);
    }
    if (asked.entry) {
        main += entry_answer(visit, *asked.entry);
    }
    main += check_file(visit, asked);
    main += proof_part(visit, asked);
    main += record_part(visit.reader.checkpoint());
    main += by_hand(visit);
    main += fragment(h(2, "What this does not show"),
                     p("That the entries say what happened: only that they are the ones that were "
                       "recorded, in order, with none missing. Names and free text are not in "
                       "them; an entry holds a hash in their place."));
    Content content;
    content.title = asked.errors.empty() ? "Check the record" : "Error: Check the record";
    content.section = "record";
    content.trail = {{.content = "Record", .href = visit.links.part("record")},
                     {.content = "Check"}};
    content.main = reading_column(main);
    content.description = "How to check that nothing in the record was changed.";
    auto response = framed(visit, std::move(content));
    response.status = status;
    return response;
}

/// The SHA-256 of the file that came; nothing when none was chosen.
std::optional<std::string> digest_of_upload(const http::Request& request) {
    const auto file = std::find_if(
        request.uploads.begin(), request.uploads.end(), [](const http::Upload& upload) {
            return upload.field == "file" && (upload.bytes > 0 || !upload.name.empty());
        });
    if (file == request.uploads.end()) {
        return std::nullopt;
    }
    base::HashStream hash;
    const auto read = file->read([&](std::string_view block) -> base::Result<void> {
        hash.add(block);
        return {};
    });
    if (!read) {
        throw http::BrokenRequest(500, read.error().text());
    }
    return base::hex(hash.finish());
}

/// Opens the partnership of the address for whoever asks, and makes a page of it.
template <class Make>
http::Response visited(const views::HostedPartnerships& hosted, const SiteOptions& options,
                       const http::Request& request, const Make& make) {
    const auto& partnership = partnership_of(hosted, request);
    const auto who = signed_in(partnership, request, options);
    const auto reader = views::Reader::open(partnership, who ? who->viewer : views::Viewer{}, {});
    if (!reader) {
        throw http::BrokenRequest(400, reader.error().text());
    }
    const Links links{partnership.id()};
    return make(Visit{*reader, links, request, who ? &*who : nullptr});
}

http::Response take_file(const Visit& visit) {
    const auto digest = digest_of_upload(visit.request);
    if (!digest) {
        Asked asked;
        asked.errors.add("file", "Choose a file to check.");
        return shown(visit, asked, 422);
    }
    return http::see_other(
        visit.links.part("verify").query("sha256", *digest).fragment("file-answer").str());
}

} // namespace

http::Response verify_page(const Visit& visit) {
    return shown(visit, asked_of(visit));
}

void add_verify_routes(http::Router& router, const views::HostedPartnerships& hosted,
                       const SiteOptions& options) {
    router.get("/{p}/verify", [&hosted, options](const http::Request& request) {
        return visited(hosted, options, request, verify_page);
    });
    constexpr auto most = partnership::paper_bytes_max;
    router.post("/{p}/verify",
                [&hosted, options](const http::Request& request) {
                    return visited(hosted, options, request, take_file);
                },
                {.body_bytes_max = std::size_t{64} << 10,
                 .uploads = http::UploadLimits{
                     .file_bytes_max = most, .files_max = 1, .total_bytes_max = most}});
}

} // namespace quorate::web
