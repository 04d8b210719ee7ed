#ifndef QUORATE_TESTS_WEB_WALK_WORLD_HPP
#define QUORATE_TESTS_WEB_WALK_WORLD_HPP
// A made-up partnership full of things that not everybody may see, each with a word of its own, and
// somebody of every kind to look for them. Who sits where, and what waits on the open sheet,
// follows from a seed.

#include "browser.hpp"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace quorate::web_tests {

/// Words by which a thing is recognised, wherever they stand.
struct Marked {
    std::string thing; ///< as docs/who-may-see.md names it
    std::vector<std::string> words;
};

/// Somebody of one kind. The cookie is empty for the public.
struct Looker {
    std::string kind; ///< as docs/who-may-see.md names it
    std::string cookie;
};

/// What the addresses of the site may be filled with, by the name of the capture.
using Fillings = std::map<std::string, std::vector<std::string>>;

class WalkWorld {
public:
    explicit WalkWorld(unsigned seed);
    ~WalkWorld();
    WalkWorld(const WalkWorld&) = delete;
    WalkWorld& operator=(const WalkWorld&) = delete;

    [[nodiscard]] const Served& served() const { return *served_; }
    [[nodiscard]] Served& served() { return *served_; }
    [[nodiscard]] const std::vector<Marked>& marked() const { return marked_; }
    [[nodiscard]] const std::vector<Looker>& lookers() const { return lookers_; }
    [[nodiscard]] const Fillings& fillings() const { return fillings_; }
    /// Every body/meeting pair there is.
    [[nodiscard]] const std::vector<std::pair<std::string, std::string>>& meetings() const {
        return meetings_;
    }

private:
    /// Seats of the partnership by the kind of reader that holds them.
    struct Seats {
        int member = 0, told = 0, told_today = 0, may_speak = 0, undetermined = 0, substitute = 0;
        int former = 0, sensitive = 0, asker = 0, excluded = 0;
    };
    struct File {
        std::string digest, name;
        std::int64_t upload = 0;
    };

    void choose_seats(unsigned seed);
    void play_past();
    void add_papers();
    void play_day(unsigned seed);
    void add_workspace();
    void add_accounts();
    void fill();

    void submit(const std::string& text, governance::Verdict expected);
    void act(const std::string& made_by, const std::string& time, const std::string& name,
             const std::string& fields);
    [[nodiscard]] std::string act_text(const std::string& made_by, const std::string& time,
                                       const std::string& name, const std::string& fields,
                                       const std::string& evidence) const;
    File add_file(const std::string& meeting, std::optional<std::int64_t> item,
                  const std::string& word, bool restricted);
    void restrict(const std::string& meeting, int number, std::optional<std::int64_t> item,
                  const File& file, const std::string& word, const std::string& exemption);
    void mark(const std::string& thing, std::vector<std::string> words);
    /// The words a paper is known by.
    [[nodiscard]] static std::vector<std::string> words_of(const File& file,
                                                           const std::string& word);
    void look_as(const std::string& kind, const partnership::Account& account);

    std::string root_;
    std::unique_ptr<partnership::Partnership> made_;
    partnership::Partnership* partnership_ = nullptr;
    std::unique_ptr<Served> served_;
    Seats seats_;
    std::int64_t history_ = 0; ///< entries of the example this begins with
    std::vector<Marked> marked_;
    std::vector<Looker> lookers_;
    Fillings fillings_;
    std::vector<std::pair<std::string, std::string>> meetings_;
};

} // namespace quorate::web_tests

#endif
