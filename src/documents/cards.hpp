#ifndef QUORATE_DOCUMENTS_CARDS_HPP
#define QUORATE_DOCUMENTS_CARDS_HPP
// Bodies as boxes in a picture: one body in a box of its own, or several alike in one frame.

#include "html/diagram.hpp"

#include <optional>
#include <string>
#include <vector>

namespace quorate::documents {

/// What a box says of one body.
struct CardText {
    std::string id;
    std::string name;
    std::vector<std::string> notes; ///< short lines below the name
    html::BoxLook look = html::BoxLook::plain;
    bool statute = false;
    std::optional<html::Url> link;
};

/// A box or a frame, with its size in CSS pixels.
class Card {
public:
    explicit Card(CardText only);
    /// Several bodies that are alike. What all their names begin with is said once; `kind`
    /// ("working groups") serves as the heading where they begin differently.
    Card(std::vector<CardText> alike, const std::string& kind);

    [[nodiscard]] double width() const { return width_; }
    [[nodiscard]] double height() const { return height_; }
    [[nodiscard]] const std::vector<CardText>& texts() const { return texts_; }

    /// Draws it with its upper left corner there.
    void draw(double x, double y, html::Diagram& out) const;

private:
    void draw_one(double x, double y, html::Diagram& out) const;
    void draw_frame(double x, double y, html::Diagram& out) const;

    std::vector<CardText> texts_;
    std::vector<std::vector<std::string>> lines_; ///< of the names
    std::string heading_;
    std::vector<std::string> notes_; ///< shared, below the heading
    double width_ = 0;
    double height_ = 0;
    double cell_width_ = 0;
    double cell_height_ = 0;
    std::size_t columns_ = 1;
};

/// What all of the names begin with, in whole words; empty when nothing would be left of one.
std::string common_beginning(const std::vector<std::string>& names);

} // namespace quorate::documents

#endif
