#include "base/text.hpp"
#include "base/time.hpp"
#include "partnership/scenario/expectation.hpp"

#include <algorithm>
#include <array>
#include <sstream>
#include <toml++/toml.h>

namespace quorate::partnership::scenario {
namespace {

using base::fail;

constexpr std::size_t problems_max = 20;
constexpr std::array<std::string_view, 4> check_words = {"restart", "verify", "expect",
                                                         "import-calendar"};

bool is_check_word(std::string_view word) {
    return std::find(check_words.begin(), check_words.end(), word) != check_words.end();
}

/// Reads the file line by line: front matter, prose and blocks.
class Parser {
public:
    Parser(std::string_view text, const std::string& file) {
        out_.file = file;
        for (const auto line : base::split(text, '\n')) {
            out_.lines.emplace_back(line.ends_with('\r') ? line.substr(0, line.size() - 1) : line);
        }
    }

    Result<Document> run() {
        if (out_.lines.size() > lines_max) {
            return fail(out_.file, "the file has over " + std::to_string(lines_max) + " lines",
                        "Divide it");
        }
        auto at = front_matter();
        while (at < out_.lines.size() && problems_.size() < problems_max) {
            at = text_line(at);
        }
        return finished();
    }

    Result<Document> run_line() {
        take_act_lines(0, out_.lines.size());
        return finished();
    }

private:
    Result<Document> finished() {
        if (problems_.empty()) {
            return std::move(out_);
        }
        std::string all;
        for (const auto& problem : problems_) {
            all += (all.empty() ? "" : "\n") + problem;
        }
        return fail("", all);
    }

    void problem(const WordFault& fault) {
        problems_.push_back(located(out_, fault.place, fault.message, fault.help));
    }
    [[nodiscard]] std::string_view line(std::size_t at) const { return out_.lines[at]; }
    static int number(std::size_t at) { return static_cast<int>(at) + 1; }

    std::size_t front_matter() {
        if (out_.lines.empty() || base::trim(line(0)) != "+++") {
            return 0;
        }
        std::string toml = "\n"; // so that its lines are the file's
        for (std::size_t at = 1; at < out_.lines.size(); ++at) {
            if (base::trim(line(at)) == "+++") {
                read_front(toml);
                return at + 1;
            }
            toml += out_.lines[at] + "\n";
        }
        problem(
            {{1, 1}, "the front matter that begins here does not end", "Close it with a line +++"});
        return out_.lines.size();
    }

    void read_front(const std::string& toml) {
        try {
            const auto table = toml::parse(toml);
            for (const auto& [key, value] : table) {
                take_front(key.str(), value, key.source().begin);
            }
        } catch (const toml::parse_error& error) {
            problem({{static_cast<int>(error.source().begin.line),
                      static_cast<int>(error.source().begin.column)},
                     "the front matter is not TOML: " + std::string(error.description()),
                     "Write it as title = \"3.12: the quorum\""});
        }
    }

    void take_front(std::string_view key, const toml::node& value, toml::source_position at) {
        auto& front = out_.front;
        const Place place{static_cast<int>(at.line), static_cast<int>(at.column)};
        const std::pair<std::string_view, std::string*> texts[] = {
            {"title", &front.title},  {"start", &front.start}, {"clock", &front.clock},
            {"zone", &front.zone},    {"kind", &front.kind},   {"partnership", &front.partnership},
            {"parent", &front.parent}, {"late_reason", &front.late_reason}};
        for (const auto& [name, into] : texts) {
            if (key == name) {
                *into = front_text(key, value, place);
                return;
            }
        }
        if (key == "clauses" || key == "boundary") {
            take_clauses(key == "clauses" ? front.clauses : front.boundary, value, place);
            return;
        }
        const std::vector<std::string> known = {"title",       "start",   "clock",
                                                "zone",        "kind",    "parent",
                                                "partnership", "clauses", "boundary",
                                                "late_reason"};
        const auto near = base::nearest(key, known);
        problem({place, "the front matter has no \"" + std::string(key) + "\"",
                 (near.empty() ? "" : "Did you mean " + near + "? ") +
                     ("It has " + base::list_words(known))});
    }

    std::string front_text(std::string_view key, const toml::node& value, Place place) {
        if (const auto text = value.value<std::string>(); text && value.is_string()) {
            return *text;
        }
        if (value.is_date() || value.is_date_time()) {
            std::ostringstream out;
            value.is_date() ? out << *value.as_date() : out << *value.as_date_time();
            return out.str();
        }
        problem({place, std::string(key) + " is not a text", "Write it in quotes"});
        return {};
    }

    void take_clauses(std::vector<std::string>& into, const toml::node& value, Place place) {
        const auto* array = value.as_array();
        const bool good = array != nullptr &&
                          std::all_of(array->begin(), array->end(), [](const toml::node& item) {
                              const auto text = item.value<std::string>();
                              return item.is_string() && is_clause(*text);
                          });
        if (!good) {
            problem(
                {place, "this is not a list of clauses", "Write it as [\"3.12\", \"3.20(a)\"]"});
            return;
        }
        for (const auto& item : *array) {
            into.push_back(*item.value<std::string>());
        }
    }

    /// Takes the line, or the fenced block that begins there; returns the next.
    std::size_t text_line(std::size_t at) {
        const auto trimmed = base::trim(line(at));
        if (trimmed.starts_with('#')) {
            heading_ =
                base::trim(trimmed.substr(trimmed.find_first_not_of('#') == std::string_view::npos
                                              ? trimmed.size()
                                              : trimmed.find_first_not_of('#')));
            return at + 1;
        }
        const char mark = trimmed.starts_with("```")   ? '`'
                          : trimmed.starts_with("~~~") ? '~'
                                                       : '\0';
        if (mark == '\0') {
            return at + 1;
        }
        const auto length = std::min(trimmed.find_first_not_of(mark), trimmed.size());
        const auto info = base::trim(trimmed.substr(length));
        auto end = at + 1;
        const auto closes = [&](std::string_view candidate) {
            candidate = base::trim(candidate);
            return candidate.size() >= length &&
                   candidate.find_first_not_of(mark) == std::string_view::npos;
        };
        while (end < out_.lines.size() && !closes(line(end))) {
            ++end;
        }
        if (end == out_.lines.size()) {
            problem({{number(at), 1},
                     "the block that begins here does not end",
                     "Close it with " + std::string(length, mark)});
        } else if (info == "acts") {
            take_act_lines(at + 1, end);
        }
        return end + 1;
    }

    void take_act_lines(std::size_t at, std::size_t end) {
        while (at < end && problems_.size() < problems_max) {
            std::vector<Word> words;
            Line step;
            step.place = {number(at), 1};
            bool more = true;
            while (more && at < end) {
                auto read = words_of(line(at), number(at));
                ++at;
                if (!read) {
                    problem(read.error());
                    words.clear();
                    break;
                }
                more = read->continued;
                step.source +=
                    (step.source.empty() || read->source.empty() ? "" : " ") + read->source;
                words.insert(words.end(), std::make_move_iterator(read->words.begin()),
                             std::make_move_iterator(read->words.end()));
            }
            if (!words.empty()) {
                take_words(std::move(step), words);
            }
        }
    }

    void take_words(Line step, const std::vector<Word>& words) {
        step.heading = heading_;
        step.place = words.front().place;
        if (words.size() > words_per_line_max) {
            problem({step.place,
                     "the line has over " + std::to_string(words_per_line_max) + " words",
                     "Divide it"});
            return;
        }
        const auto arrow = std::find_if(words.begin(), words.end(), [](const Word& word) {
            return word.text == "->" && !word.value;
        });
        const auto count = static_cast<std::size_t>(arrow - words.begin());
        std::span<const Word> all(words);
        if (auto fault = take_head(step, all.first(count))) {
            problem(*fault);
            return;
        }
        if (arrow != words.end()) {
            const auto rest = all.subspan(count + 1);
            if (step.is_check()) { // what a check compares is its own business
                step.fields.insert(step.fields.end(), rest.begin(), rest.end());
            } else if (auto expected = expectation_of(rest, arrow->place)) {
                step.expected = std::move(*expected);
            } else {
                problem(expected.error());
                return;
            }
        }
        out_.steps.push_back(std::move(step));
    }

    static std::optional<WordFault> take_head(Line& step, std::span<const Word> words) {
        const std::string form =
            "A line is: time actor act key=value ... -> verdict clause code fact=number ...";
        if (words.empty()) {
            return WordFault{step.place, "an act is missing before the arrow", form};
        }
        if (is_check_word(words[0].text) && !words[0].value) {
            step.act = words[0];
            step.fields.assign(words.begin() + 1, words.end());
            return {};
        }
        if (words.size() < 3) {
            return WordFault{
                words.back().place,
                words.size() == 1 ? "an actor and an act are missing" : "an act is missing", form};
        }
        const Word* first_three[] = {&words[0], &words[1], &words[2]};
        for (const auto* word : first_three) {
            if (word->value) {
                return WordFault{
                    word->place,
                    "\"" + word->text + "=\" stands where the time, actor or act belongs", form};
            }
        }
        step.time = words[0];
        step.actor = words[1];
        step.act = words[2];
        for (const auto& word : words.subspan(3)) {
            if (!word.value) {
                return WordFault{
                    word.place, "\"" + word.text + "\" is not key=value",
                    word.text == "permitted" || word.text == "refused"
                        ? "What is expected comes after an arrow: -> " + word.text
                        : "Put a text with spaces in quotes: place=\"Sessions House\""};
            }
            step.fields.push_back(word);
        }
        return {};
    }

    Document out_;
    std::vector<std::string> problems_;
    std::string heading_;
};

} // namespace

const Word* Line::field(std::string_view key) const {
    const auto found = std::find_if(fields.begin(), fields.end(), [&](const Word& word) {
        return word.value && word.text == key;
    });
    return found == fields.end() ? nullptr : &*found;
}

std::string located(const Document& document, Place place, std::string_view message,
                    std::string_view help) {
    auto out = document.file + ":" + std::to_string(place.line) + ":" +
               std::to_string(place.column) + ": " + std::string(message);
    const auto index = static_cast<std::size_t>(place.line - 1);
    if (place.line > 0 && index < document.lines.size()) {
        out += "\n  " + document.lines[index] + "\n  " +
               std::string(static_cast<std::size_t>(std::max(place.column - 1, 0)), ' ') + "^";
    }
    if (!help.empty()) {
        out += "\n  " + std::string(help);
    }
    return out;
}

Result<Document> parse(std::string_view text, const std::string& file) {
    if (text.size() > document_bytes_max) {
        return fail(file, "the file is " + std::to_string(text.size()) + " bytes; the limit is " +
                              std::to_string(document_bytes_max));
    }
    if (!base::is_utf8(text)) {
        return fail(file, "the file is not UTF-8");
    }
    return Parser(text, file).run();
}

Result<Document> parse_line(std::string_view line, const std::string& file) {
    if (line.size() > document_bytes_max || !base::is_utf8(line)) {
        return fail(file, "the line is too long, or not UTF-8");
    }
    return Parser(line, file).run_line();
}

} // namespace quorate::partnership::scenario
