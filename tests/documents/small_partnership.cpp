#include "small_partnership.hpp"

namespace quorate::documents_tests {

namespace {

views::ArchitectureBody body(std::string id, std::string name, std::string sort,
                             std::int64_t seats) {
    views::ArchitectureBody out;
    out.id = std::move(id);
    out.name = std::move(name);
    out.sort = std::move(sort);
    out.status = "established";
    out.has_page = true;
    out.seats = seats;
    out.filled = seats;
    return out;
}

views::ArchitectureLink link(std::string from, std::string kind, std::string to) {
    views::ArchitectureLink out;
    out.from = std::move(from);
    out.to = std::move(to);
    out.words = kind;
    out.kind = std::move(kind);
    return out;
}

base::CivilDate day(int year) {
    return *base::civil_date(year, 3, 1);
}

views::SuccessionShown succession(std::string from, std::string to, std::string mode, bool waits) {
    views::SuccessionShown out;
    out.from = {from, from};
    out.to = {to, to};
    out.mode = std::move(mode);
    out.waits = waits;
    return out;
}

views::BodyFate fate(std::string id, std::string name, std::string fate, bool earlier, bool later) {
    views::BodyFate out;
    out.body = {std::move(id), std::move(name)};
    out.words = fate;
    out.fate = std::move(fate);
    out.earlier = earlier;
    out.later = later;
    return out;
}

} // namespace

views::ArchitecturePage before() {
    views::ArchitecturePage out;
    out.on = day(2019);
    out.draft = true;
    out.draft_words = "1 body shown is only proposed.";
    out.bodies = {body("forum", "The Vale Forum", "partnership", 12),
                  body("board", "The Vale Board & Cabinet", "board", 7),
                  body("homes", "The Homes Group", "working-group", 5),
                  body("safe", "The Safety Group", "working-group", 5),
                  body("roads", "The Roads Group", "working-group", 0),
                  body("agency", "The Agency", "", 0)};
    out.bodies[0].filled = 10;
    out.bodies[3].statutory = true;
    out.bodies[4].status = "proposed";
    out.bodies[4].status_words = "Proposed";
    out.bodies[5].status = "outside";
    out.bodies[5].has_page = false;
    out.links = {
        link("board", "accountable-to", "forum"),  link("board", "exists-within", "forum"),
        link("forum", "delegates-to", "board"),    link("forum", "oversees", "homes"),
        link("homes", "managed-through", "board"), link("board", "oversees", "safe"),
        link("forum", "oversees", "safe"),         link("roads", "reports-to", "board"),
        link("board", "works-with", "agency"),     link("homes", "may-absorb-work-of", "nobody")};
    return out;
}

views::ArchitecturePage after() {
    views::ArchitecturePage out;
    out.on = day(2021);
    out.bodies = {body("council", "The Vale Council", "partnership", 9),
                  body("forum", "The Vale Forum", "partnership", 0)};
    out.bodies[1].status = "dissolved";
    out.bodies[1].status_words = "Ended 1 March 2020";
    for (const char* place : {"Ash", "Birch", "Cedar", "Elm", "Fir", "Oak"}) {
        out.bodies.push_back(body(place, std::string("The Panel for ") + place, "panel", 0));
        out.links.push_back(link(place, "accountable-to", "council"));
    }
    out.links.push_back(link("council", "succeeds", "forum"));
    return out;
}

views::ArchitectureComparison between() {
    views::ArchitectureComparison out;
    out.earlier = before();
    out.later = after();
    out.successions = {succession("forum", "council", "assumes", false),
                       succession("leaders", "council", "assumes", false),
                       succession("homes", "council", "may-absorb", true)};
    out.bodies = {fate("forum", "The Vale Forum", "ended", true, false),
                  fate("board", "The Vale Board", "ended", true, false),
                  fate("homes", "The Homes Group", "ended", true, false),
                  fate("council", "The Vale Council", "new", false, true)};
    for (const char* place : {"Ash", "Birch", "Cedar", "Elm", "Fir", "Oak"}) {
        out.bodies.push_back(
            fate(place, std::string("The Panel for ") + place, "new", false, true));
    }
    out.bodies.push_back(fate("leaders", "The Leaders’ Group", "outside", true, false));
    return out;
}

} // namespace quorate::documents_tests
