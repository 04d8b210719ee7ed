#include "web/live/live_meetings.hpp"

#include "base/json.hpp"

#include <algorithm>
#include <atomic>

namespace quorate::web {

namespace {

using partnership::Partnership;

constexpr std::int64_t idle_ms_max = 10 * 60 * 1000;
constexpr std::size_t followed_max = 200; // then those go that nobody has asked for so long
constexpr std::int64_t crowded_ms_max = 20 * 1000;

std::string channel_of(const Partnership& partnership, const std::string& meeting,
                       const views::LiveAs& as) {
    const char* audience = as.audience == views::Audience::officer  ? "officer"
                           : as.audience == views::Audience::member ? "member"
                                                                    : "public";
    return partnership.id() + " " + meeting + " " + audience + (as.outside ? " outside" : "");
}

/// What goes out: the parts that are not as they were, and the sentence to be read aloud.
std::string event_data(const LiveParts& parts, const LiveParts* before, std::string_view said) {
    base::JsonObject changed;
    for (const auto& [key, html] : parts) {
        const auto same = [&, &name = key, &now = html](const auto& each) {
            return each.first == name && each.second.str() == now.str();
        };
        if (before == nullptr || std::none_of(before->begin(), before->end(), same)) {
            changed[key] = html.str();
        }
    }
    base::JsonObject out;
    out["parts"] = std::move(changed);
    out["said"] = std::string(said);
    return base::canonical(out);
}

bool same_parts(const LiveParts& a, const LiveParts& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const auto& x, const auto& y) {
        return x.first == y.first && x.second.str() == y.second.str();
    });
}

} // namespace

/// One meeting, with the page of each audience that asked for it.
struct LiveMeetings::Followed {
    Followed(const Partnership& of, std::string id) : partnership(of), meeting(std::move(id)) {}

    const Partnership& partnership;
    const std::string meeting;
    std::mutex mutex; // held while it is brought up to date
    std::uint64_t number = 0;
    std::optional<partnership::Foresight> sheet;
    std::vector<std::pair<views::LiveAs, std::shared_ptr<const LiveShown>>> shown;
    std::atomic<std::int64_t> asked_ms{0};
    // The state of `sheet`, for those who hold no lock.
    std::atomic<std::shared_ptr<const partnership::Snapshot>> snapshot;
};

LiveMeetings::LiveMeetings(http::EventHubOptions options) : hub_(options) {
    thread_ = std::thread([this] { run(); });
}

LiveMeetings::~LiveMeetings() {
    listening_.clear(); // from here on nobody calls
    {
        const std::lock_guard lock(changed_mutex_);
        stopping_ = true;
    }
    woken_.notify_all();
    thread_.join();
}

void LiveMeetings::note_change(const std::string& partnership) {
    {
        const std::lock_guard lock(changed_mutex_);
        changed_.insert(partnership);
    }
    woken_.notify_one();
}

void LiveMeetings::listen_to(const Partnership& partnership) {
    auto id = partnership.id();
    if (!listening_.contains(id)) {
        listening_.emplace(id, partnership.changes().listen(
                                   [this, id](const partnership::Change&) { note_change(id); }));
    }
}

std::shared_ptr<LiveMeetings::Followed> LiveMeetings::followed(const Partnership& partnership,
                                                               const std::string& meeting) {
    const std::lock_guard lock(mutex_);
    auto found = meetings_.find(partnership.id() + " " + meeting);
    if (found == meetings_.end()) {
        if (meetings_.size() >= followed_max) {
            forget_idle(crowded_ms_max);
        }
        listen_to(partnership);
        found = meetings_
                    .emplace(partnership.id() + " " + meeting,
                             std::make_shared<Followed>(partnership, meeting))
                    .first;
    }
    found->second->asked_ms = base::monotonic_ms();
    return found->second;
}

/// Meetings nobody follows or has asked for lately. The caller holds the mutex.
void LiveMeetings::forget_idle(std::int64_t idle_ms) {
    const auto now = base::monotonic_ms();
    std::erase_if(meetings_, [&](const auto& each) {
        auto& meeting = *each.second;
        const std::unique_lock alone(meeting.mutex, std::try_to_lock);
        if (!alone || now - meeting.asked_ms < idle_ms) {
            return false;
        }
        const auto channel = [&](const auto& shown) {
            return channel_of(meeting.partnership, meeting.meeting, shown.first);
        };
        for (const auto& shown : meeting.shown) {
            if (hub_.readers(channel(shown)) > 0) {
                return false;
            }
        }
        for (const auto& shown : meeting.shown) {
            hub_.forget(channel(shown));
        }
        return true;
    });
}

void LiveMeetings::show_to(Followed& meeting, const views::LiveAs& as) {
    const auto reader = views::Reader::open_on(meeting.partnership, views::live_viewer(as),
                                               meeting.sheet->snapshot);
    auto page = views::live_page(reader, meeting.meeting, as, meeting.sheet->lines);
    if (!page) {
        return;
    }
    const auto found = std::find_if(meeting.shown.begin(), meeting.shown.end(),
                                    [&](const auto& each) { return each.first == as; });
    const auto before = found == meeting.shown.end() ? nullptr : found->second;
    auto parts = live_parts(Links{meeting.partnership.id()}, *page);
    // The public is told of what it can see; members' and officers' pages have more of their own,
    // which they fetch when they are told of anything.
    const bool shared_only = as.audience == views::Audience::public_ && !as.outside;
    if (before && shared_only && same_parts(before->parts, parts)) {
        return;
    }
    auto next = std::make_shared<LiveShown>();
    const auto news = before ? views::live_news(before->page, *page) : std::string();
    next->stamp = hub_.publish(channel_of(meeting.partnership, meeting.meeting, as),
                               event_data(parts, before ? &before->parts : nullptr, news),
                               event_data(parts, nullptr, ""));
    next->page = std::move(*page);
    next->parts = std::move(parts);
    if (found == meeting.shown.end()) {
        meeting.shown.emplace_back(as, std::move(next));
    } else {
        found->second = std::move(next);
    }
}

/// The caller holds the meeting's mutex.
void LiveMeetings::bring_up_to_date(Followed& meeting) {
    const auto number = meeting.partnership.changes().newest();
    if (meeting.sheet && meeting.number == number) {
        return;
    }
    auto sheet = partnership::foresee_sheet(meeting.partnership, meeting.meeting);
    if (!sheet) {
        return; // what was shown stays; the next change tries again
    }
    meeting.sheet = std::move(*sheet);
    meeting.number = number;
    meeting.snapshot.store(meeting.sheet->snapshot);
    const auto shown = meeting.shown;
    for (const auto& [as, page] : shown) {
        show_to(meeting, as);
    }
}

views::LiveAs LiveMeetings::as_of(const Partnership& partnership, const views::Viewer& viewer,
                                  const std::string& id) {
    if (partnership.state()->meetings.find(governance::MeetingId(id)) == nullptr) {
        return {};
    }
    const auto meeting = followed(partnership, id);
    const std::lock_guard lock(meeting->mutex);
    bring_up_to_date(*meeting);
    return meeting->sheet ? views::live_as(*meeting->sheet->snapshot, viewer, id, partnership.now())
                          : views::LiveAs{};
}

std::shared_ptr<const LiveShown> LiveMeetings::shown(const Partnership& partnership,
                                                     const std::string& id,
                                                     const views::LiveAs& as) {
    if (as.audience == views::Audience::nobody ||
        partnership.state()->meetings.find(governance::MeetingId(id)) == nullptr) {
        return nullptr;
    }
    const auto meeting = followed(partnership, id);
    const std::lock_guard lock(meeting->mutex);
    bring_up_to_date(*meeting);
    const auto find = [&]() -> std::shared_ptr<const LiveShown> {
        for (const auto& [each, shown] : meeting->shown) {
            if (each == as) {
                return shown;
            }
        }
        return nullptr;
    };
    if (!find() && meeting->sheet) {
        show_to(*meeting, as);
    }
    return find();
}

http::EventHub::Opened LiveMeetings::follow(const Partnership& partnership, const Follow& asked) {
    std::function<bool()> may_go_on;
    if (asked.as.audience != views::Audience::public_ || asked.signed_in) {
        may_go_on = [meeting = followed(partnership, asked.meeting), asked] {
            const auto snapshot = meeting->snapshot.load();
            return snapshot && (!asked.signed_in || asked.signed_in()) &&
                   views::live_as(*snapshot, asked.viewer, asked.meeting,
                                  meeting->partnership.now()) == asked.as;
        };
    }
    return hub_.open({channel_of(partnership, asked.meeting, asked.as), asked.last_event,
                      asked.address, std::move(may_go_on)});
}

void LiveMeetings::run() {
    auto swept_ms = base::monotonic_ms();
    while (true) {
        std::set<std::string> changed;
        {
            std::unique_lock lock(changed_mutex_);
            woken_.wait_for(lock, std::chrono::minutes(1),
                            [this] { return stopping_ || !changed_.empty(); });
            if (stopping_) {
                return;
            }
            changed.swap(changed_);
        }
        std::vector<std::shared_ptr<Followed>> about;
        {
            const std::lock_guard lock(mutex_);
            for (const auto& [key, meeting] : meetings_) {
                if (changed.contains(meeting->partnership.id())) {
                    about.push_back(meeting);
                }
            }
            if (base::monotonic_ms() - swept_ms > idle_ms_max / 10) {
                swept_ms = base::monotonic_ms();
                forget_idle(idle_ms_max);
            }
        }
        for (const auto& meeting : about) {
            const std::lock_guard alone(meeting->mutex);
            bring_up_to_date(*meeting);
        }
    }
}

} // namespace quorate::web
