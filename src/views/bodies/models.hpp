#ifndef QUORATE_VIEWS_BODIES_MODELS_HPP
#define QUORATE_VIEWS_BODIES_MODELS_HPP
// Model terms a partnership holds: what there is to fill in, and for whose groups they are.

#include "views/reader.hpp"

namespace quorate::views {

/// Something to fill in.
struct HoleShown {
    std::string name;
    std::string label;
    std::string hint;
    std::string type; ///< text, number, date, list, id
    std::string example;
};
BOOST_DESCRIBE_STRUCT(HoleShown, (), (name, label, hint, type, example))

struct ModelTerms {
    std::string digest; ///< SHA-256 in hex
    std::string charter;
    std::string title;
    std::string source;
    std::vector<HoleShown> holes;
    std::vector<Named> parents; ///< bodies whose terms in force name this model; else all that may
                                ///< establish groups
};
BOOST_DESCRIBE_STRUCT(ModelTerms, (), (digest, charter, title, source, holes, parents))

/// The newest version of each model held, by title.
std::vector<ModelTerms> models_held(const Reader& reader);

/// The model of that digest, to make a charter from; null when none is held.
std::shared_ptr<const charter::Charter> model_held(const Reader& reader, std::string_view digest);

/// What the terms of a body leave open, in the state the reader reads.
struct Silences {
    std::vector<std::string> none; ///< what they say nothing of
    std::vector<std::string> read; ///< contradictions and questions, and how each is read
};
Silences silences_of(const Reader& reader, std::string_view body);

} // namespace quorate::views

#endif
