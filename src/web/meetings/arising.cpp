#include "web/meetings/arising.hpp"

#include "web/parts.hpp"

#include <algorithm>

namespace quorate::web {

using namespace html;

namespace {

std::string put_off_line(const views::PutOffItem& item) {
    return item.title + ". Put off from " + item.meeting.name + ", item " +
           std::to_string(item.item) + ".";
}

Html put_off(const DeskVisit& visit, const Url& add, const views::PutOffItem& item) {
    Html line = fragment(item.title, br(),
                         span(cls("q-quiet"), "Put off from ",
                              a(visit.links.workbench(item.meeting.id), item.meeting.name),
                              ", item ", item.item, "."));
    if (visit.secretariat()) {
        line += fragment(
            br(), a(add.query("from", item.meeting.id).query("item", std::to_string(item.item)),
                    "Put it on this agenda", hidden_text(": ", item.title)));
    }
    return li(line);
}

} // namespace

Html matters_arising(const DeskVisit& visit, const std::string& meeting) {
    const auto matters = views::matters_arising(visit.reader, meeting);
    if (matters.none()) {
        return {};
    }
    const auto add = visit.links.workbench(meeting).slash("agenda").slash("add");
    Html out = h(2, id("arising"), "Matters arising");
    std::vector<Html> items;
    for (const auto& each : matters.minutes) {
        items.push_back(li("Minutes of ", each.name, " to approve", br(),
                           a(visit.links.desk_minutes(each.id), "Put them on an agenda",
                             hidden_text(": minutes of ", each.name))));
    }
    for (const auto& each : matters.put_off) {
        items.push_back(put_off(visit, add, each));
    }
    if (!items.empty()) {
        out += fragment(h(3, "Not on an agenda yet"), plain_list(cls("govuk-list--spaced"), items));
    }
    std::vector<Html> actions;
    for (const auto& each : matters.actions) {
        actions.push_back(
            li(each.words, each.meeting.empty()
                               ? Html()
                               : fragment(br(), span(cls("q-quiet"), each.meeting, "."))));
    }
    if (!actions.empty()) {
        out += fragment(h(3, "Actions still open"), plain_list(cls("govuk-list--spaced"), actions));
    }
    return out;
}

std::vector<std::string> arising_lines(const views::MattersArising& matters) {
    std::vector<std::string> out;
    for (const auto& each : matters.minutes) {
        out.push_back("Minutes of " + each.name + ": not approved yet, and on no agenda.");
    }
    for (const auto& each : matters.put_off) {
        out.push_back(put_off_line(each));
    }
    for (const auto& each : matters.actions) {
        out.push_back("Action: " + each.words);
    }
    return out;
}

std::vector<std::pair<std::string, std::string>> fields_put_off(const DeskVisit& visit) {
    const auto from = visit.request.query.get("from").value_or("");
    const auto number = visit.request.query.get("item").value_or("");
    const auto all = views::put_off_items(visit.reader);
    const auto found = std::find_if(all.begin(), all.end(), [&](const views::PutOffItem& each) {
        return each.meeting.id == from && std::to_string(each.item) == number;
    });
    if (found == all.end()) {
        return {};
    }
    std::vector<std::pair<std::string, std::string>> out = {
        {"title", found->title}, {"purpose", found->purpose}, {"deferred_from", found->meeting.id}};
    for (const auto& each : found->affects) {
        out.emplace_back("affects", each);
    }
    return out;
}

} // namespace quorate::web
