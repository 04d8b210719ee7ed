#ifndef QUORATE_PARTNERSHIP_CHANGES_HPP
#define QUORATE_PARTNERSHIP_CHANGES_HPP
// Telling whoever follows a partnership live that something about it has changed.

#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace quorate::partnership {

/// What changed: the record (`meeting` is empty, for it may concern any), or the open sheet, the
/// ballots or the devices of one meeting.
struct Change {
    std::string meeting;
    std::uint64_t number = 0; ///< grows by one with every change since the program started
};

/// Safe to use from several threads. Changes are told in order, one at a time, by the thread that
/// made them, after what changed can be read.
class Changes {
public:
    /// Must be quick and must not change the partnership: it holds up whoever made the change.
    using Listener = std::function<void(const Change&)>;

    /// Listening lasts as long as this lives; when it has ended, no call is under way any more.
    class Listening {
    public:
        Listening() = default;
        Listening(Listening&& other) noexcept;
        Listening& operator=(Listening&& other) noexcept;
        Listening(const Listening&) = delete;
        Listening& operator=(const Listening&) = delete;
        ~Listening() { end(); }
        void end();

    private:
        friend class Changes;
        struct Told;
        explicit Listening(std::shared_ptr<Told> told) : told_(std::move(told)) {}
        std::shared_ptr<Told> told_;
    };

    [[nodiscard]] Listening listen(Listener listener);

    /// An entry was published, or the clock was moved.
    void record_changed() { tell({}); }
    /// The sheet, the ballots or the devices of a meeting.
    void sheet_changed(std::string_view meeting) { tell(meeting); }
    /// The number of the newest change; 0 before the first.
    [[nodiscard]] std::uint64_t newest() const;

private:
    void tell(std::string_view meeting);

    mutable std::mutex mutex_; // held while listeners are told, so that changes come in order
    std::uint64_t newest_ = 0;
    std::vector<std::weak_ptr<Listening::Told>> listeners_;
};

} // namespace quorate::partnership

#endif
