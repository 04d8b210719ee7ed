#include "documents/measure.hpp"

#include <algorithm>
#include <array>

namespace quorate::documents {

namespace {

/// Thousandths of the font size, for the characters from space to tilde (the font's published
/// metrics).
constexpr std::array<int, 95> regular = {
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333,  278, 278, 556, 556, 556,
    556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667,
    611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667,  611, 722, 667, 944, 667,
    667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278,  556, 556, 222, 222, 500,
    222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500,  500, 334, 260, 334, 584};
constexpr int other = 600;
constexpr double bold_factor = 1.08;

std::vector<std::string_view> words_in(std::string_view text) {
    std::vector<std::string_view> out;
    while (!text.empty()) {
        const auto space = std::min(text.find(' '), text.size());
        if (space > 0) {
            out.push_back(text.substr(0, space));
        }
        text.remove_prefix(std::min(space + 1, text.size()));
    }
    return out;
}

std::vector<std::string> filled(const std::vector<std::string_view>& words, double width,
                                double font_size, bool bold) {
    std::vector<std::string> out;
    for (const auto word : words) {
        auto longer = out.empty() ? std::string(word) : out.back() + " " + std::string(word);
        if (!out.empty() && text_width(longer, font_size, bold) <= width) {
            out.back() = std::move(longer);
        } else {
            out.emplace_back(word);
        }
    }
    return out;
}

} // namespace

double text_width(std::string_view words, double font_size, bool bold) {
    int sum = 0;
    for (const char c : words) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte >= 0x80 && byte < 0xc0) {
            continue; // the rest of a character already counted
        }
        sum += byte >= 0x20 && byte < 0x7f ? regular[byte - 0x20] : other;
    }
    return sum * font_size / 1000 * (bold ? bold_factor : 1);
}

std::vector<std::string> wrapped(std::string_view words, double width, double font_size,
                                 bool bold) {
    const auto all = words_in(words);
    auto out = filled(all, width, font_size, bold);
    // As narrow as the same number of lines allows, so that no line holds one word alone.
    for (double narrower = width * 0.95; narrower > width * 0.4; narrower -= width * 0.05) {
        auto tried = filled(all, narrower, font_size, bold);
        if (tried.size() != out.size()) {
            break;
        }
        out = std::move(tried);
    }
    return out;
}

} // namespace quorate::documents
