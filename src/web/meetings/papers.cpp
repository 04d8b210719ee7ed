// Papers of a meeting: files received for an item or the whole meeting, before they are sent.

#include "web/meetings/planning.hpp"
#include "web/meetings/planning_pages.hpp"
#include "web/meetings/restriction.hpp"

namespace quorate::web {

using namespace html;

namespace {

constexpr std::size_t title_bytes_max = 300;

Url papers_url(const DeskVisit& visit) {
    return visit.links.workbench(visit.meeting_id()).slash("papers");
}

/// What can be done with a file: who may read it, and taking away one that was not sent.
Html buttons_of(const DeskVisit& visit, const views::PaperShown& paper) {
    Html out;
    if (!paper.sent || paper.restriction) {
        out += a(papers_url(visit).slash(std::to_string(paper.id)).slash("restriction"),
                 paper.restricted.empty() ? "Restrict" : "Who may read it",
                 span(cls("govuk-visually-hidden"), ": ", paper.title));
    }
    if (paper.sent) {
        return out;
    }
    return fragment(
        out, " ",
        button_form({.action = papers_url(visit).slash("remove"), .csrf = visit.who.session.csrf},
                    {{"paper", std::to_string(paper.id)}}, "Remove", {.about = paper.title}));
}

/// The files of an item, or of the whole meeting; each not sent can still be taken away.
Html group(const DeskVisit& visit, const std::string& title,
           const std::vector<views::PaperShown>& papers) {
    std::vector<PaperRow> rows;
    for (const auto& paper : papers) {
        rows.push_back(paper_row(visit.links, paper));
        rows.back().button = buttons_of(visit, paper);
    }
    return fragment(h(3, title),
                    rows.empty() ? nothing_here("No papers.") : paper_list(rows, title));
}

Html list_of(const DeskVisit& visit, const views::WorkbenchPage& page) {
    Html out = h(2, "Papers so far");
    for (const auto& line : page.agenda) {
        out += group(visit, std::to_string(line.number) + ". " + line.title, line.papers);
    }
    if (!page.whole.empty() || page.agenda.empty()) {
        out += group(visit, "The meeting as a whole", page.whole);
    }
    return section(out);
}

/// Papers that went out, which a newer version can take the place of.
std::vector<views::PaperShown> sent_papers(const views::WorkbenchPage& page) {
    std::vector<views::PaperShown> out;
    const auto add = [&](const std::vector<views::PaperShown>& papers) {
        for (const auto& paper : papers) {
            if (paper.sent) {
                out.push_back(paper);
            }
        }
    };
    add(page.whole);
    for (const auto& line : page.agenda) {
        add(line.papers);
    }
    return out;
}

/// A file that replaces a paper takes over its item and title: that makes them versions of one
/// paper.
Html replaces_field(const views::WorkbenchPage& page, const FormState& state) {
    std::vector<Option> options;
    for (const auto& paper : sent_papers(page)) {
        options.push_back({.value = std::to_string(paper.id),
                           .label = (paper.item ? "Item " + std::to_string(*paper.item) + ": " : "") +
                                    paper.title});
    }
    return options.empty()
               ? Html()
               : select_field({.name = "replaces",
                               .label = "Is it a newer version of a paper that was sent?",
                               .hint = "It then goes by the same title. Both stay, and members see "
                                       "that there is a newer one.",
                               .value = state.value("replaces"),
                               .options = options,
                               .nothing_chosen = "No"},
                              state.errors);
}

Html upload_form(const DeskVisit& visit, const views::WorkbenchPage& page, const FormState& state) {
    std::vector<Option> items = {{.value = "whole", .label = "The meeting as a whole"}};
    for (const auto& line : page.agenda) {
        items.push_back({.value = std::to_string(line.number),
                         .label = "Item " + std::to_string(line.number) + ": " + line.title});
    }
    const auto asked = visit.request.query.get("item").value_or("");
    return section(
        h(2, "Add papers"),
        form(form_to(visit, papers_url(visit), true),
             select_field({.name = "item",
                           .label = "What are they for?",
                           .value = state.value("item", asked),
                           .options = items,
                           .nothing_chosen = "Choose an item"},
                          state.errors),
             file_field({.name = "files",
                         .label = "Files",
                         .hint = "PDF, Word, Excel, PowerPoint, OpenDocument text, pictures or "
                                 "plain text, up to 50 MB each. You can choose several.",
                         .multiple = true},
                        state.errors),
             text_field({.name = "title",
                         .label = "Title, if you add one file",
                         .hint = "What people will see. Without it a file goes by its name.",
                         .value = state.value("title")},
                        state.errors),
             replaces_field(page, state), restriction_fields(state),
             submit_button("Add papers")));
}

http::Response show(const DeskVisit& visit, const FormState& state) {
    const auto page = workbench_of(visit);
    Html main;
    if (visit.request.query.has("added")) {
        main += p(status_word(Status::permitted, "Added."),
                  " The papers are kept here and are not sent yet.");
    }
    main += page_heading("Papers", meeting_caption(visit, page.line));
    main += p("Nobody but the secretariat sees a paper until it is sent.");
    main += list_of(visit, page);
    if (page.unsent_papers > 0) {
        main +=
            p(link_button("Send papers", visit.links.workbench(page.line.id).slash("circulate")));
    }
    main += upload_form(visit, page, state);
    return form_page(visit,
                     {.title = "Papers",
                      .section = "desk",
                      .trail = meeting_trail(visit, page.line, "Papers"),
                      .main = reading_column(main)},
                     state);
}

std::string without_ending(const std::string& name) {
    const auto dot = name.rfind('.');
    return dot == std::string::npos || dot == 0 ? name : name.substr(0, dot);
}

/// One file into the partnership's store, and onto the list of the meeting.
base::Result<void> keep(const DeskVisit& visit, const http::Upload& upload,
                        partnership::UploadedPaper paper,
                        const std::optional<partnership::UploadRestriction>& restriction) {
    const auto* papers = visit.partnership.papers();
    if (papers == nullptr) {
        return base::fail("", "this partnership is kept in memory and takes no files");
    }
    auto writer = papers->begin();
    if (!writer) {
        return tl::unexpected(writer.error());
    }
    const auto read = upload.read([&](std::string_view bytes) { return writer->write(bytes); });
    if (!read) {
        return read;
    }
    const auto stored = writer->finish(upload.name);
    if (!stored) {
        return tl::unexpected(stored.error());
    }
    paper.digest = stored->digest;
    paper.bytes = stored->bytes;
    paper.content_type = stored->content_type;
    // With something in it, the file is restricted from the moment it is listed.
    paper.restricted = restriction ? restriction->exemption : "";
    const auto added = visit.workspace.add_upload(paper);
    if (!added) {
        return tl::unexpected(added.error());
    }
    return partnership::set_upload_restriction(visit.workspace, *added, restriction);
}

std::string sentence_of(const std::string& name, const base::Failure& failure) {
    auto out = name + ": " + failure.message + ".";
    if (!failure.help.empty()) {
        out += " " + failure.help + ".";
    }
    return out;
}

/// Where the files belong; nothing when the form does not say.
bool read_item(const views::WorkbenchPage& page, std::string_view typed,
               partnership::UploadedPaper& paper) {
    if (typed == "whole") {
        return true;
    }
    const auto number = number_typed(typed);
    for (const auto& line : page.agenda) {
        if (number && line.number == *number) {
            paper.item = *number;
            return true;
        }
    }
    return false;
}

} // namespace

http::Response papers_page(const DeskVisit& visit) {
    return show(visit, {});
}

namespace {

/// The paper that the form says the file replaces; what is wrong goes into the errors.
std::optional<views::PaperShown> replaced_by(const views::WorkbenchPage& page, std::size_t files,
                                             FormState& state) {
    const auto id = number_typed(state.value("replaces"));
    if (!id) {
        return std::nullopt;
    }
    if (files > 1) {
        state.errors.add("files", "Choose one file: only one can take the place of a paper.");
    }
    for (auto& paper : sent_papers(page)) {
        if (paper.id == *id) {
            return std::move(paper);
        }
    }
    state.errors.add("replaces", "Choose a paper of this meeting that was sent.");
    return std::nullopt;
}

} // namespace

http::Response upload_papers(const DeskVisit& visit) {
    const auto page = workbench_of(visit);
    auto state = typed_form(visit);
    std::vector<const http::Upload*> files;
    for (const auto& upload : visit.request.uploads) {
        if (upload.field == "files" && (!upload.name.empty() || upload.bytes > 0)) {
            files.push_back(&upload);
        }
    }
    partnership::UploadedPaper paper;
    paper.meeting = page.line.id;
    const auto replaced = replaced_by(page, files.size(), state);
    if (replaced) {
        paper.item = replaced->item;
    } else if (!read_item(page, state.value("item"), paper)) {
        state.errors.add("item", "Choose the item the papers are for.");
    }
    if (!visit.request.files_refused.empty()) {
        state.errors.add("files", visit.request.files_refused);
    } else if (files.empty()) {
        state.errors.add("files", "Choose a file.");
    }
    if (state.value("title").size() > title_bytes_max) {
        state.errors.add("title", "Use at most 300 characters.");
    }
    const auto restriction = read_restriction(visit, paper.item, state);
    if (!state.fresh()) {
        return show(visit, state);
    }
    paper.by = visit.who.session.account.name;
    paper.at = visit.now();
    for (const auto* file : files) {
        paper.name = file->name.empty() ? "paper" : file->name;
        const bool titled = files.size() == 1 && !state.value("title").empty();
        paper.title = replaced ? replaced->title
                      : titled ? state.value("title")
                               : without_ending(paper.name);
        if (const auto kept = keep(visit, *file, paper, restriction); !kept) {
            state.errors.add("files", sentence_of(paper.name, kept.error()));
        }
    }
    if (!state.errors.empty()) {
        return show(visit, state);
    }
    return http::see_other(papers_url(visit).query("added", std::to_string(files.size())).str());
}

http::Response remove_paper(const DeskVisit& visit) {
    const auto page = workbench_of(visit);
    const auto id = number_typed(visit.form.get("paper").value_or(""));
    const auto remove_from = [&](const std::vector<views::PaperShown>& papers) {
        for (const auto& paper : papers) {
            if (id && paper.id == *id) {
                if (paper.sent) {
                    throw http::BrokenRequest(409, "This paper was sent, so it stays. Send a "
                                                   "corrected one after it.");
                }
                if (const auto gone = visit.workspace.remove_upload(*id); !gone) {
                    throw http::BrokenRequest(503, gone.error().text());
                }
            }
        }
    };
    for (const auto& line : page.agenda) {
        remove_from(line.papers);
    }
    remove_from(page.whole);
    return http::see_other(papers_url(visit).str());
}

} // namespace quorate::web
