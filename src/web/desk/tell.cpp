#include "web/desk/tell.hpp"

#include "partnership/workspace/contacts.hpp"
#include "partnership/workspace/outbox.hpp"
#include "views/desk/to_tell.hpp"

namespace quorate::web {

namespace {

/// The first address known for a member; empty for none.
std::string address_of(const DeskVisit& visit, const views::ToTell& member) {
    for (const auto& actor : member.actors) {
        const auto known = partnership::email_of(visit.workspace, actor);
        if (known && *known) {
            return **known;
        }
    }
    return {};
}

} // namespace

std::int64_t tell_members(const DeskVisit& visit, const Notice& notice) {
    std::int64_t told = 0;
    for (const auto& member : views::members_to_tell(visit.reader, notice.body, notice.seats)) {
        const auto address = address_of(visit, member);
        if (address.empty()) {
            continue;
        }
        const auto queued = partnership::queue(visit.workspace,
                                               {.to = address,
                                                .to_name = member.name,
                                                .subject = notice.subject,
                                                .text = notice.text,
                                                .purpose = "notice",
                                                .about = notice.about},
                                               base::system_now());
        told += queued ? 1 : 0;
    }
    return told;
}

} // namespace quorate::web
