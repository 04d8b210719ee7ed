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
    std::string model;
    std::string model_digest;
};
BOOST_DESCRIBE_STRUCT(FrontMatter, (),
                      (language, charter, body, title, text, source, source_url, effective,
                       calendar, zone, default_effect, note, model, model_digest))

/// The keys of an [[enactment]].
struct EnactmentKeys {
    std::string id;
    std::string title;
    std::string url;
    std::string says;
    std::vector<std::string> disapplies;
};
BOOST_DESCRIBE_STRUCT(EnactmentKeys, (), (id, title, url, says, disapplies))

namespace {

class FrontMatterReader {
public:
    FrontMatterReader(const Value& table, Problems& problems)
        : table_(table), problems_(problems) {}

    void read(Charter& out) {
        constexpr std::array<std::string_view, 3> other = {"interpretation", "enactment", "params"};
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
        out.model = std::move(keys.model);
        out.model_digest = std::move(keys.model_digest);
        read_params(out);
        read_enactments(out);
    }

private:
    void require(std::string_view key) {
        if (table_.find(key) == nullptr) {
            problems_.push_back({{1, 1},
                                 fmt::format("the front matter has no \"{}\"", key),
                                 fmt::format("Add {} = ... between the +++ lines", key)});
        }
    }

    void read_params(Charter& out) {
        const auto* params = table_.find("params");
        if (params == nullptr) {
            return;
        }
        if (params->value.type != ValueType::table || out.model.empty()) {
            problems_.push_back({params->at, "values stand here for no model",
                                 "Write model = ... above, and [params] as a table of values"});
            return;
        }
        for (const auto& member : params->value.members) {
            std::string value;
            Decoder(problems_).read(member.name, member.value, value);
            out.params.emplace_back(member.name, std::move(value));
        }
    }

    void read_enactments(Charter& out) {
        const auto* list = table_.find("enactment");
        if (list == nullptr) {
            return;
        }
        if (list->value.type != ValueType::list || list->value.items.size() > enactments_max) {
            problems_.push_back(
                {list->at, "the enactments cannot be read",
                 fmt::format("Expected [[enactment]] on a line of its own, at most {}",
                             enactments_max)});
            return;
        }
        for (const auto& table : list->value.items) {
            EnactmentKeys keys;
            Decoder(problems_).table(table, keys, {}, "an enactment");
            if (!base::is_id(keys.id) || keys.title.empty()) {
                problems_.push_back({table.at, "the enactment has no id or no title",
                                     "Add id = \"...\" and title = \"...\""});
            } else if (out.enactment(keys.id) != nullptr) {
                problems_.push_back({table.at,
                                     fmt::format("enactment {} is written twice", keys.id),
                                     "Give each its own id"});
            }
            out.enactments.push_back({std::move(keys.id),
                                      std::move(keys.title),
                                      std::move(keys.url),
                                      std::move(keys.says),
                                      std::move(keys.disapplies),
                                      {out.file, table.at.line, table.at.column}});
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
        check_digest(keys);
        check_id("model", keys.model);
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

    void check_digest(const FrontMatter& keys) {
        const bool hex =
            keys.model_digest.size() == 64 &&
            keys.model_digest.find_first_not_of("0123456789abcdef") == std::string::npos;
        if (!hex && table_.find("model_digest") != nullptr) {
            wrong("model_digest", "this is not a SHA-256", "Expected 64 hex digits in lower case");
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
