#ifndef QUORATE_HTML_HTML_HPP
#define QUORATE_HTML_HTML_HPP
// The Html type and the elements. A std::string is never HTML: text enters escaped, markup only
// through the functions here, addresses only as Url.
//
//     p("Half of the members: ", strong("20 of 40"), ". ", a("/kent/terms#3.12"_url,
//     "Clause 3.12")) ul(li("one"), li("two"))            table of data: html/govuk/table.hpp
//     p(cls("q-quiet").id("note"), "text")   attributes, when there are any, come first

#include "html/url.hpp"

#include <concepts>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace quorate::html {

/// A well-formed fragment of HTML. Made by text(), the elements and the components.
class Html {
public:
    Html() = default;

    /// The bytes, ready to be sent.
    [[nodiscard]] const std::string& str() const& { return bytes_; }
    [[nodiscard]] std::string str() && { return std::move(bytes_); }
    [[nodiscard]] bool empty() const { return bytes_.empty(); }

    Html& operator+=(const Html& other) {
        bytes_ += other.bytes_;
        return *this;
    }

private:
    explicit Html(std::string bytes) : bytes_(std::move(bytes)) {}
    std::string bytes_;
    friend Html raw(std::string markup); // html/raw.hpp
};

/// Text as HTML: & < > " ' escaped, and control characters other than tab and newline left out.
Html text(std::string_view text);

/// A whole number with commas by thousands: 1204 is "1,204".
Html number(long long value);

/// Something an element can hold: Html as it is, or text that is escaped here, or a whole number in
/// digits.
class Part {
public:
    Part() = default;
    Part(Html html) : html_(std::move(html)) {}
    Part(std::string_view words) : html_(text(words)) {}
    Part(const std::string& words) : html_(text(words)) {}
    Part(const char* words) : html_(text(words)) {}
    /// Plain digits; grouped by thousands with number().
    template <std::integral T>
    requires(!std::same_as<T, bool> && !std::same_as<T, char>) Part(T number)
        : html_(text(std::to_string(number))) {}

    [[nodiscard]] const Html& html() const { return html_; }
    [[nodiscard]] bool empty() const { return html_.empty(); }

private:
    Html html_;
};

template <class T>
concept PartLike = std::convertible_to<const T&, Part>;

/// The attributes of one element, in the order set; classes add up. Names are checked (assertion):
/// no event handlers, no style, and addresses only through url().
class Attributes {
public:
    Attributes& cls(std::string_view classes);
    Attributes& id(std::string_view id) { return set("id", id); }
    /// Sets any attribute that holds neither an address nor code.
    Attributes& set(std::string_view name, std::string_view value);
    /// An attribute without a value, such as `open`.
    Attributes& flag(std::string_view name);
    /// href, src, action or formaction.
    Attributes& url(std::string_view name, const Url& url);

    /// Adds all of the other's; its classes join these, its other values win.
    Attributes& append(const Attributes& other);

    [[nodiscard]] bool empty() const { return entries_.empty(); }
    /// Appends ` name="value"` for each.
    void append_to(std::string& out) const;

private:
    struct Entry {
        std::string name;
        std::string value;
        bool has_value = true;
    };
    void put(std::string_view name, std::string_view value, bool has_value);
    std::vector<Entry> entries_;
};

/// Attributes that start with classes: `p(cls("q-quiet"), "text")`.
inline Attributes cls(std::string_view classes) {
    return std::move(Attributes().cls(classes));
}
inline Attributes id(std::string_view id) {
    return std::move(Attributes().id(id));
}
inline Attributes attr(std::string_view name, std::string_view value) {
    return std::move(Attributes().set(name, value));
}

namespace detail {
Html element(std::string_view tag, std::string_view classes, const Attributes& attributes,
             std::span<const Part> parts);
Html void_element(std::string_view tag, const Attributes& attributes);
Html fragment(std::span<const Part> parts);
} // namespace detail

/// An element with content; `classes` are those it carries everywhere in the product.
struct Tag {
    std::string_view name;
    std::string_view classes = {};

    template <PartLike... P>
    Html operator()(const Attributes& attributes, const P&... parts) const {
        const std::initializer_list<Part> list{Part(parts)...};
        return detail::element(name, classes, attributes, {list.begin(), list.size()});
    }
    template <PartLike... P>
    Html operator()(const P&... parts) const {
        return (*this)(Attributes(), parts...);
    }
    /// For content made in a loop.
    Html operator()(const Attributes& attributes, const std::vector<Html>& parts) const;
    Html operator()(const std::vector<Html>& parts) const { return (*this)(Attributes(), parts); }
};

/// Parts one after another, without an element around them.
template <PartLike... P>
Html fragment(const P&... parts) {
    const std::initializer_list<Part> list{Part(parts)...};
    return detail::fragment({list.begin(), list.size()});
}
Html fragment(const std::vector<Html>& parts);

// Text, with the classes of the style sheet.
inline constexpr Tag p{"p", "govuk-body"};
inline constexpr Tag lead{"p", "govuk-body-l"};
inline constexpr Tag small{"p", "govuk-body-s"};
inline constexpr Tag ul{"ul", "govuk-list govuk-list--bullet"};
inline constexpr Tag ol{"ol", "govuk-list govuk-list--number"};
/// A list without bullets.
inline constexpr Tag plain_list{"ul", "govuk-list"};
inline constexpr Tag li{"li"};
inline constexpr Tag strong{"strong"};
inline constexpr Tag em{"em"};
inline constexpr Tag span{"span"};
inline constexpr Tag abbr{"abbr"};
inline constexpr Tag code{"code"};
inline constexpr Tag pre{"pre"};
inline constexpr Tag cite{"cite"};
inline constexpr Tag quotation{"blockquote", "q-quotation"};
inline constexpr Tag hidden_text{"span", "govuk-visually-hidden"};

// Structure.
inline constexpr Tag div{"div"};
inline constexpr Tag section{"section"};
inline constexpr Tag article{"article"};
inline constexpr Tag aside{"aside"};
inline constexpr Tag nav{"nav"};
inline constexpr Tag header{"header"};
inline constexpr Tag footer{"footer"};
inline constexpr Tag figure{"figure"};
inline constexpr Tag figcaption{"figcaption"};
inline constexpr Tag dl{"dl"};
inline constexpr Tag dt{"dt"};
inline constexpr Tag dd{"dd"};

/// A heading, level 1 to 4, in the size that goes with the level.
template <PartLike... P>
Html h(int level, const Attributes& attributes, const P&... parts) {
    QUORATE_ASSERT(level >= 1 && level <= 4);
    static constexpr std::string_view tags[] = {"h1", "h2", "h3", "h4"};
    static constexpr std::string_view sizes[] = {"govuk-heading-xl", "govuk-heading-m",
                                                 "govuk-heading-s", "govuk-heading-s"};
    return Tag{tags[level - 1], sizes[level - 1]}(attributes, parts...);
}
template <PartLike... P>
Html h(int level, const P&... parts) {
    return h(level, Attributes(), parts...);
}

/// A link.
template <PartLike... P>
Html a(const Attributes& attributes, const Url& url, const P&... parts) {
    return Tag{"a", "govuk-link"}(Attributes(attributes).url("href", url), parts...);
}
template <PartLike... P>
Html a(const Url& url, const P&... parts) {
    return a(Attributes(), url, parts...);
}

Html br();
Html rule();
/// An image of this site; `alt` says what it shows, empty when it only decorates.
struct Image {
    Url source;
    std::string_view alt = {};
    int width = 0;  ///< CSS pixels
    int height = 0; ///< CSS pixels
};
Html img(const Image& image);

} // namespace quorate::html

#endif
