#ifndef QUORATE_HTTP_FORM_RECEIVER_HPP
#define QUORATE_HTTP_FORM_RECEIVER_HPP
// A multipart form on its way in: fields to memory, files to temporary files, all under limits.

#include "http/multipart.hpp"
#include "http/request.hpp"

namespace quorate::http {

struct FormLimits {
    UploadLimits files;
    std::size_t fields_bytes_max; ///< all parts together that are not files
    bool keeps_form = false;      ///< files over a limit are thrown away, and the form is taken
    bool keeps_files = true;      ///< false: of files only the names are kept
};

class FormReceiver : private PartSink {
public:
    /// Throws BrokenRequest 400 when the content type has no usable boundary.
    FormReceiver(std::string_view content_type, FormLimits limits, std::filesystem::path folder);
    FormReceiver(const FormReceiver&) = delete;
    FormReceiver& operator=(const FormReceiver&) = delete;

    /// The next bytes of the body. Throws BrokenRequest: 400 when they are malformed, 413 when they
    /// pass a limit, naming it and the file. Throws std::runtime_error when a file cannot be kept.
    void take(std::string_view bytes);
    /// After the last bytes: puts fields and files into the request. Throws BrokenRequest 400 when
    /// the form was cut short or a field is not text.
    void finish(Request& request);

private:
    void begin_part(const PartHead& head) override;
    void part_bytes(std::string_view bytes) override;
    void end_part() override;
    void field_bytes(std::string_view bytes);
    void file_bytes(std::string_view bytes);
    void check_files();
    void refuse_files(const std::string& why);

    const FormLimits limits_;
    const std::filesystem::path folder_;
    MultipartReader reader_;
    std::size_t parts_ = 0;
    std::size_t files_ = 0;
    std::size_t fields_bytes_ = 0;
    std::uint64_t total_bytes_ = 0;
    bool is_file_ = false;
    std::string name_;  // of the field under way
    std::string value_; // of it
    Upload upload_;     // the file under way
    Fields fields_;
    std::vector<Upload> uploads_;
    std::string refused_; // why the bytes of files are thrown away
};

} // namespace quorate::http

#endif
