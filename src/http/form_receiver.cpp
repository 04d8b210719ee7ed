#include "http/form_receiver.hpp"

namespace quorate::http {

namespace {

[[noreturn]] void unreadable(const base::Failure& failure) {
    throw BrokenRequest(400, "The form could not be read: " + failure.text() + ".");
}

std::string boundary_of(std::string_view content_type) {
    auto boundary = multipart_boundary(content_type);
    if (!boundary)
        unreadable(boundary.error());
    return std::move(*boundary);
}

// A name from outside, in curly quotation marks.
std::string quoted(const Upload& upload) {
    return upload.name.empty() ? "a file without a name" : "“" + upload.name + "”";
}

} // namespace

FormReceiver::FormReceiver(std::string_view content_type, FormLimits limits,
                           std::filesystem::path folder)
    : limits_(limits), folder_(std::move(folder)), reader_(boundary_of(content_type), *this) {}

void FormReceiver::take(std::string_view bytes) {
    if (const auto taken = reader_.take(bytes); !taken)
        unreadable(taken.error());
}

void FormReceiver::finish(Request& request) {
    if (const auto whole = reader_.finish(); !whole)
        unreadable(whole.error());
    request.parts = std::move(fields_);
    request.uploads = std::move(uploads_);
    request.files_refused = std::move(refused_);
}

void FormReceiver::begin_part(const PartHead& head) {
    if (++parts_ > fields_max)
        unreadable({"", "there are more than 1,000 fields", "Send fewer"});
    is_file_ = head.file_name.has_value();
    name_ = head.name;
    value_.clear();
    upload_ = Upload{head.name, head.file_name.value_or(""), head.content_type, 0, {}};
    if (!upload_.name.empty())
        check_files();
}

void FormReceiver::check_files() {
    if (++files_ <= limits_.files.files_max)
        return;
    const std::size_t most = limits_.files.files_max;
    refuse_files("Only " + std::to_string(most) + (most == 1 ? " file" : " files") +
                 " can be sent at once here, and " + quoted(upload_) +
                 " is one too many. Send the rest separately.");
}

void FormReceiver::refuse_files(const std::string& why) {
    if (!limits_.keeps_form)
        throw BrokenRequest(413, why);
    if (refused_.empty())
        refused_ = why;
    // Their names are enough to say which are to be chosen again.
    upload_.file = {};
    for (auto& each : uploads_)
        each.file = {};
}

void FormReceiver::part_bytes(std::string_view bytes) {
    if (is_file_)
        file_bytes(bytes);
    else
        field_bytes(bytes);
}

void FormReceiver::field_bytes(std::string_view bytes) {
    fields_bytes_ += bytes.size();
    if (fields_bytes_ > limits_.fields_bytes_max)
        throw BrokenRequest(413, "What was written is too long. The limit here is " +
                                     size_words(limits_.fields_bytes_max) +
                                     " without the files. Send less at a time.");
    value_ += bytes;
}

void FormReceiver::file_bytes(std::string_view bytes) {
    // A file without a name counts once it has bytes: without them the form's field was left empty.
    if (upload_.name.empty() && upload_.bytes == 0)
        check_files();
    upload_.bytes += bytes.size();
    total_bytes_ += bytes.size();
    if (!refused_.empty())
        return;
    if (upload_.bytes > limits_.files.file_bytes_max)
        return refuse_files("One file may be at most " + size_words(limits_.files.file_bytes_max) +
                            " here, and " + quoted(upload_) +
                            " is larger. Make it smaller or split it, then send it again.");
    if (total_bytes_ > limits_.files.total_bytes_max)
        return refuse_files("The files sent at once may be at most " +
                            size_words(limits_.files.total_bytes_max) +
                            " together here, and with " + quoted(upload_) +
                            " they are larger. Send them in several goes.");
    if (!limits_.keeps_files)
        return;
    if (const auto kept = upload_.file.append(bytes, folder_); !kept)
        throw std::runtime_error(kept.error().text());
}

void FormReceiver::end_part() {
    if (is_file_) {
        if (!upload_.name.empty() || upload_.bytes > 0)
            uploads_.push_back(std::move(upload_));
        return;
    }
    auto value = field_text(std::move(value_));
    if (!value)
        unreadable({name_, value.error().message, value.error().help});
    fields_.add(name_, std::move(*value));
}

} // namespace quorate::http
