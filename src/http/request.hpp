#ifndef QUORATE_HTTP_REQUEST_HPP
#define QUORATE_HTTP_REQUEST_HPP
// A request as a handler sees it, and the one exception a handler may throw for a broken one.

#include "base/time.hpp"
#include "http/fields.hpp"
#include "http/uploads.hpp"

#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace quorate::http {

enum class Method { get, head, post, put, patch, delete_, options, other };

/// "GET" and so on; `other` for a method the server does not know.
Method parse_method(std::string_view text);
std::string_view text(Method method);

/// The request cannot be answered as asked: caught once by the server, which shows its error page.
/// `message` is a plain sentence for the person who asked.
class BrokenRequest : public std::runtime_error {
public:
    BrokenRequest(int status, const std::string& message)
        : std::runtime_error(message), status_(status) {}
    [[nodiscard]] int status() const { return status_; }

private:
    int status_;
};

/// What the `{…}` of a route's pattern matched, by name. Asking for a name the pattern does not
/// have, or for another kind than it declares, is a bug (assertion).
class Captures {
public:
    enum class Kind { text, number, date, id, rest };
    struct Entry {
        std::string name;
        Kind kind = Kind::text;
        std::string value; ///< decoded
    };

    void add(Entry entry) { entries_.push_back(std::move(entry)); }
    /// The decoded text of any capture; a {name...} capture keeps its slashes.
    [[nodiscard]] const std::string& text(std::string_view name) const;
    /// Of {name:number}: 0 to 2^63 - 1.
    [[nodiscard]] std::int64_t number(std::string_view name) const;
    /// Of {name:date}.
    [[nodiscard]] base::CivilDate date(std::string_view name) const;
    [[nodiscard]] const std::vector<Entry>& entries() const { return entries_; }

private:
    [[nodiscard]] const Entry& find(std::string_view name) const;
    std::vector<Entry> entries_;
};

/// Can be moved, not copied: its uploads are open files.
struct Request {
    Method method = Method::get;
    std::string path = {};                  ///< as sent, still percent-encoded, without the query
    std::string target = {};                ///< as sent, with the query
    std::vector<std::string> segments = {}; ///< of the path, decoded
    Fields query = {};
    Fields headers = {};   ///< names in lower case
    std::string body = {}; ///< empty for multipart/form-data, see `parts` and `uploads`
    Fields parts = {};     ///< of multipart/form-data, those that are not files; read with form()
    std::vector<Upload> uploads = {}; ///< the files of multipart/form-data, in the order sent
    /// Why the bytes of its files were not kept (RouteOptions::keeps_form); empty: they were.
    std::string files_refused = {};
    Captures captures = {};
    std::string remote =
        {}; ///< the address of the other end, without the port; empty on the local socket
    bool local = false; ///< came through the Unix-domain socket

    [[nodiscard]] std::string_view header(std::string_view lower_case_name) const {
        return headers.get(lower_case_name).value_or("");
    }
    [[nodiscard]] const std::string& capture(std::string_view name) const {
        return captures.text(name);
    }
    /// True when the content type is the one given, whatever its parameters.
    [[nodiscard]] bool content_is(std::string_view type) const;
    /// The first cookie of that name (RFC 6265), as sent.
    [[nodiscard]] std::optional<std::string_view> cookie(std::string_view name) const;
    /// The body as a form, of either content type, without its files. Throws BrokenRequest 415 for
    /// another content type and 400 for malformed fields.
    [[nodiscard]] Fields form() const;
    /// True when the asker would rather have JSON than a page (Accept).
    [[nodiscard]] bool prefers_json() const;
};

} // namespace quorate::http

#endif
