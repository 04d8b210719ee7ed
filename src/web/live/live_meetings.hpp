#ifndef QUORATE_WEB_LIVE_LIVE_MEETINGS_HPP
#define QUORATE_WEB_LIVE_LIVE_MEETINGS_HPP
// The meetings somebody follows: each change is worked out once for an audience and sent to all who
// follow as that.

#include "http/event_stream.hpp"
#include "views/live/live.hpp"
#include "web/live/live_parts.hpp"

#include <condition_variable>
#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <thread>

namespace quorate::web {

/// A live page as it stands, for one audience.
struct LiveShown {
    std::string stamp; ///< the id of the newest event it holds
    views::LivePage page;
    LiveParts parts;
};

/// Safe to use from several threads. One thread of its own works out what changed.
class LiveMeetings {
public:
    /// The partnerships it is asked about must outlive it.
    explicit LiveMeetings(http::EventHubOptions options);
    LiveMeetings(const LiveMeetings&) = delete;
    LiveMeetings& operator=(const LiveMeetings&) = delete;
    ~LiveMeetings();

    /// As whom a viewer follows a meeting now; nobody when there is no such meeting.
    views::LiveAs as_of(const partnership::Partnership& partnership, const views::Viewer& viewer,
                        const std::string& meeting);
    /// The page as it stands now. Null when there is no such meeting, or it is for nobody.
    std::shared_ptr<const LiveShown> shown(const partnership::Partnership& partnership,
                                           const std::string& meeting, const views::LiveAs& as);

    struct Follow {
        std::string meeting;
        views::LiveAs as;
        std::string last_event = {};
        std::string address = {};
        views::Viewer viewer = {};
        /// Whether whoever signed in is signed in still; empty for the public. Must not ask here.
        std::function<bool()> signed_in = {};
    };
    /// Begins to follow; the page must have been shown() before. The stream ends when the reader is
    /// signed out or is to follow as somebody else: on coming back they get what is theirs.
    http::EventHub::Opened follow(const partnership::Partnership& partnership, const Follow& asked);

private:
    struct Followed;
    std::shared_ptr<Followed> followed(const partnership::Partnership& partnership,
                                       const std::string& meeting);
    void bring_up_to_date(Followed& meeting);
    void show_to(Followed& meeting, const views::LiveAs& as);
    void listen_to(const partnership::Partnership& partnership);
    void forget_idle(std::int64_t idle_ms);
    void note_change(const std::string& partnership);
    void run();

    http::EventHub hub_;
    std::mutex mutex_;
    std::map<std::string, std::shared_ptr<Followed>> meetings_;        // guarded by mutex_
    std::map<std::string, partnership::Changes::Listening> listening_; // by partnership; the same
    // Apart from the above: whoever makes a change takes this one alone, and waits for nobody.
    std::mutex changed_mutex_;
    std::condition_variable woken_;
    std::set<std::string> changed_; // partnerships; guarded by changed_mutex_
    bool stopping_ = false;         // the same
    std::thread thread_;
};

} // namespace quorate::web

#endif
