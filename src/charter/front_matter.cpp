#include "charter/front_matter.hpp"

#include "base/ids.hpp"
#include "base/text.hpp"
#include "charter/decode.hpp"
#include "charter/rule_reader.hpp"
#include "charter/toml_reader.hpp"

#include <algorithm>
#include <array>
#include <boost/describe/class.hpp>
#include <fmt/format.h>

namespace quorate::charter {

/// The version of the charter language this program reads.
inline constexpr std::int64_t language_version = 1;

BOOST_DEFINE_ENUM_CLASS(TextSort, restated, adopted)

/// The keys of the front matter.
struct FrontMatter {
    std::int64_t language = 0;
    std::string charter;
    std::string body;
    std::string title;
    TextSort text = TextSort::restated;
    std::string source;
    std::string source_url;
    std::string effective;
    std::string calendar;
    std::string zone;
    Effect default_effect = Effect::recorded;
    std::string note;
};
BOOST_DESCRIBE_STRUCT(FrontMatter, (),
                      (language, charter, body, title, text, source, source_url, effective,
                       calendar, zone, default_effect, note))

namespace {

class FrontMatterReader {
public:
    FrontMatterReader(const Value& table, Problems& problems)
        : table_(table), problems_(problems) {}

    void read(Charter& out) {
        constexpr std::array<std::string_view, 1> other = {"interpretation"};
        FrontMatter keys;
        Decoder(problems_).table(table_, keys, other, "the front matter");
        for (const std::string_view key : {"language", "charter", "title", "text", "effective"}) {
            require(key);
        }
        if (!keys.body.empty()) {
            require("zone");
        }
        check_names(keys);
        out.name = std::move(keys.charter);
        out.body = std::move(keys.body);
        out.title = std::move(keys.title);
        out.adopted_text = keys.text == TextSort::adopted;
        out.source = std::move(keys.source);
        out.source_url = std::move(keys.source_url);
        out.note = std::move(keys.note);
        out.effective = date(keys.effective);
        out.calendar = std::move(keys.calendar);
        out.zone = std::move(keys.zone);
        out.default_effect = keys.default_effect;
    }

private:
    void require(std::string_view key) {
        if (table_.find(key) == nullptr) {
            problems_.push_back({{1, 1},
                                 fmt::format("the front matter has no \"{}\"", key),
                                 fmt::format("Add {} = ... between the +++ lines", key)});
        }
    }

    void wrong(std::string_view key, std::string message, std::string help) {
        problems_.push_back({table_.find(key)->value.at, std::move(message), std::move(help)});
    }

    void check_names(const FrontMatter& keys) {
        if (keys.language != 0 && keys.language != language_version) {
            wrong("language", fmt::format("the charter is in language {}", keys.language),
                  fmt::format("This program reads language {}", language_version));
        }
        check_id("charter", keys.charter);
        check_id("body", keys.body);
        check_id("calendar", keys.calendar);
        if (!keys.zone.empty() && !base::Zone::find(keys.zone)) {
            wrong("zone", fmt::format("there is no time zone \"{}\"", keys.zone),
                  "Expected a name such as \"Europe/London\"");
        }
        if (!keys.source_url.empty() && keys.source_url.rfind("https://", 0) != 0 &&
            keys.source_url.rfind("http://", 0) != 0) {
            wrong("source_url", fmt::format("\"{}\" is not a web address", keys.source_url),
                  "Expected an address that starts with https:// or http://");
        }
    }

    void check_id(std::string_view key, const std::string& value) {
        const bool good = base::is_id(value) && value.find_first_of("/():") == std::string::npos;
        if (!good && table_.find(key) != nullptr &&
            table_.find(key)->value.type == ValueType::string) {
            wrong(key, fmt::format("\"{}\" cannot name a {}", value, key),
                  "Use lower-case letters, digits and hyphens");
        }
    }

    base::CivilDate date(const std::string& text) {
        const auto parsed = base::parse_date(text);
        if (!parsed && !text.empty()) {
            wrong("effective", fmt::format("\"{}\" is not a date", text),
                  "Expected a date such as 2008-02-27");
        }
        return parsed.value_or(base::CivilDate{});
    }

    const Value& table_;
    Problems& problems_;
};

} // namespace

std::optional<FileParts> split_front_matter(std::string_view text, Problems& problems) {
    constexpr std::string_view fence = "+++";
    FileParts parts;
    std::size_t start = 0;
    std::size_t toml_start = 0;
    for (int line = 1; start < text.size(); ++line) {
        const auto end = std::min(text.find('\n', start), text.size());
        const auto next = std::min(end + 1, text.size());
        const bool is_fence = base::trim(text.substr(start, end - start)) == fence;
        if (line == 1) {
            if (!is_fence) {
                break;
            }
            toml_start = next;
        } else if (is_fence) {
            parts.front_matter = text.substr(toml_start, start - toml_start);
            parts.markdown = text.substr(next);
            parts.markdown_line = line + 1;
            return parts;
        }
        start = next;
    }
    problems.push_back({{1, 1},
                        toml_start == 0 ? "the charter does not start with front matter"
                                        : "the front matter is not closed",
                        "Expected +++ alone on the first line, and again after the keys"});
    return std::nullopt;
}

void read_front_matter(std::string_view toml, const SourceLines& lines, Charter& charter,
                       Problems& problems) {
    constexpr int first_line = 2;
    const auto table = read_toml(toml, map_block(toml, first_line, lines), problems);
    if (!table) {
        return;
    }
    FrontMatterReader(*table, problems).read(charter);
    if (const auto* member = table->find("interpretation")) {
        read_interpretations(member->value, nullptr, charter.file, charter.interpretations,
                             problems);
    }
}

} // namespace quorate::charter
