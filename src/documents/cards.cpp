#include "documents/cards.hpp"

#include "documents/measure.hpp"

#include <algorithm>
#include <cmath>

namespace quorate::documents {

namespace {

constexpr double name_size = 14;
constexpr double note_size = 12.5;
constexpr double name_line = 18;
constexpr double note_line = 16;
constexpr double name_width_max = 165;
constexpr double side = 14;
constexpr double above = 10;
constexpr double card_width_min = 128;
constexpr double cell_gap = 8;

double widest(const std::vector<std::string>& lines, double size, bool bold) {
    double out = 0;
    for (const auto& line : lines) {
        out = std::max(out, text_width(line, size, bold));
    }
    return out;
}

} // namespace

std::string common_beginning(const std::vector<std::string>& names) {
    if (names.empty()) {
        return {};
    }
    std::string common = names.front();
    for (const auto& name : names) {
        const auto differs =
            std::mismatch(common.begin(), common.end(), name.begin(), name.end()).first;
        common.erase(differs, common.end());
    }
    const auto end = common.rfind(' ');
    common = end == std::string::npos ? std::string() : common.substr(0, end);
    const bool whole = std::any_of(names.begin(), names.end(), [&](const std::string& name) {
        return name.size() <= common.size() + 1;
    });
    // "The" alone says nothing.
    return whole || common.find(' ') == std::string::npos ? std::string() : common;
}

Card::Card(CardText only) {
    lines_.push_back(wrapped(only.name, name_width_max, name_size, true));
    width_ =
        std::max(widest(lines_.front(), name_size, true), widest(only.notes, note_size, false));
    width_ = std::max(std::ceil(width_ + 2 * side), card_width_min);
    height_ = 2 * above + name_line * static_cast<double>(lines_.front().size()) +
              note_line * static_cast<double>(only.notes.size());
    texts_.push_back(std::move(only));
}

Card::Card(std::vector<CardText> alike, const std::string& kind) : texts_(std::move(alike)) {
    std::vector<std::string> names;
    for (const auto& text : texts_) {
        names.push_back(text.name);
    }
    const auto common = common_beginning(names);
    heading_ = common.empty() ? std::to_string(texts_.size()) + " " + kind : common + " …";
    const auto skipped = common.empty() ? 0 : common.size() + 1;
    std::size_t rows_high = 1;
    for (const auto& name : names) {
        lines_.push_back(wrapped(name.substr(skipped), 150, note_size, false));
        cell_width_ = std::max(cell_width_, widest(lines_.back(), note_size, false));
        rows_high = std::max(rows_high, lines_.back().size());
    }
    const bool same_notes = std::all_of(texts_.begin(), texts_.end(), [&](const CardText& text) {
        return text.notes == texts_.front().notes;
    });
    notes_ = same_notes ? texts_.front().notes : std::vector<std::string>();
    cell_width_ = std::ceil(cell_width_ + 20);
    cell_height_ = 12 + note_line * static_cast<double>(rows_high);
    columns_ = texts_.size() > 8 ? 3 : texts_.size() > 3 ? 2 : 1;
    const auto rows = (texts_.size() + columns_ - 1) / columns_;
    const auto columns = static_cast<double>(columns_);
    const double heading =
        std::max(text_width(heading_, name_size, true), widest(notes_, note_size, false));
    width_ = std::max(columns * cell_width_ + (columns - 1) * cell_gap, heading) + 2 * side;
    height_ = 2 * above + name_line + note_line * static_cast<double>(notes_.size()) + 6 +
              static_cast<double>(rows) * (cell_height_ + cell_gap) - cell_gap;
}

void Card::draw(double x, double y, html::Diagram& out) const {
    if (texts_.size() == 1) {
        draw_one(x, y, out);
    } else {
        draw_frame(x, y, out);
    }
}

void Card::draw_one(double x, double y, html::Diagram& out) const {
    const auto& text = texts_.front();
    html::DiagramBox box{x, y, width_, height_, text.look, text.statute, {}, text.link};
    double base = y + above - 4;
    for (const auto& line : lines_.front()) {
        base += name_line;
        box.words.push_back({line, x + width_ / 2, base, html::TextLook::name, false});
    }
    base += 1;
    for (const auto& note : text.notes) {
        base += note_line;
        box.words.push_back({note, x + width_ / 2, base, html::TextLook::quiet, false});
    }
    out.boxes.push_back(std::move(box));
}

void Card::draw_frame(double x, double y, html::Diagram& out) const {
    html::DiagramBox frame{x, y, width_, height_, texts_.front().look, false, {}, {}};
    if (frame.look == html::BoxLook::round) {
        frame.look = html::BoxLook::plain;
    }
    double base = y + above - 4 + name_line;
    frame.words.push_back({heading_, x + width_ / 2, base, html::TextLook::name, false});
    for (const auto& note : notes_) {
        base += note_line;
        frame.words.push_back({note, x + width_ / 2, base, html::TextLook::quiet, false});
    }
    out.frames.push_back(std::move(frame));
    const auto columns = static_cast<double>(columns_);
    const double left = x + (width_ - columns * cell_width_ - (columns - 1) * cell_gap) / 2;
    for (std::size_t i = 0; i < texts_.size(); ++i) {
        const auto column = static_cast<double>(i % columns_);
        const auto row = static_cast<double>(i / columns_);
        html::DiagramBox cell{left + column * (cell_width_ + cell_gap),
                              base + 10 + row * (cell_height_ + cell_gap),
                              cell_width_,
                              cell_height_,
                              texts_[i].look,
                              texts_[i].statute,
                              {},
                              texts_[i].link};
        const auto high = note_line * static_cast<double>(lines_[i].size());
        double line_base = cell.y + (cell_height_ - high) / 2 - 4;
        for (const auto& line : lines_[i]) {
            line_base += note_line;
            cell.words.push_back(
                {line, cell.x + cell_width_ / 2, line_base, html::TextLook::plain, false});
        }
        out.boxes.push_back(std::move(cell));
    }
}

} // namespace quorate::documents
