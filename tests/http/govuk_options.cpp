#include "govuk_options.hpp"

#include "govuk_json.hpp"
#include "html/govuk/breadcrumbs.hpp"
#include "html/govuk/details.hpp"
#include "html/govuk/inset_text.hpp"
#include "html/govuk/notification_banner.hpp"
#include "html/govuk/pagination.hpp"
#include "html/govuk/phase_banner.hpp"
#include "html/govuk/service_navigation.hpp"
#include "html/govuk/skip_link.hpp"
#include "html/govuk/summary_list.hpp"
#include "html/govuk/table.hpp"
#include "html/govuk/warning_text.hpp"
#include "html/raw.hpp"

namespace quorate::html_tests {

using base::Json;
using base::JsonObject;
using html::Attributes;
using html::Html;
using html::Part;
using html::Url;
namespace govuk = html::govuk;

namespace {

Html render_breadcrumbs(const JsonObject& o) {
    govuk::Breadcrumbs out{.collapse_on_mobile = bool_at(o, "collapseOnMobile"),
                           .label = string_at(o, "labelText", "Breadcrumb"),
                           .classes = string_at(o, "classes"),
                           .attributes = attributes(o)};
    for (const JsonObject& item : objects_at(o, "items"))
        out.items.push_back({content(item), optional_url(item, "href"), attributes(item)});
    return govuk::breadcrumbs(out);
}

std::vector<govuk::SummaryAction> actions(const JsonObject& holder) {
    std::vector<govuk::SummaryAction> out;
    for (const JsonObject& item : objects_at(object_at(holder, "actions"), "items"))
        out.push_back({content(item), url_at(item, "href"), string_at(item, "visuallyHiddenText"),
                       string_at(item, "classes"), attributes(item)});
    return out;
}

Html render_summary_list(const JsonObject& o) {
    govuk::SummaryList out{.classes = string_at(o, "classes"), .attributes = attributes(o)};
    for (const JsonObject& row : objects_at(o, "rows"))
        out.rows.push_back({.key = content(object_at(row, "key")),
                            .value = content(object_at(row, "value")),
                            .actions = actions(row),
                            .classes = string_at(row, "classes"),
                            .key_classes = string_at(object_at(row, "key"), "classes"),
                            .value_classes = string_at(object_at(row, "value"), "classes"),
                            .actions_classes = string_at(object_at(row, "actions"), "classes")});
    if (member(o, "card") != nullptr) {
        const JsonObject& card = object_at(o, "card");
        out.card =
            govuk::SummaryCard{.title = content(object_at(card, "title")),
                               .heading_level = int_at(object_at(card, "title"), "headingLevel", 2),
                               .actions = actions(card),
                               .classes = string_at(card, "classes"),
                               .attributes = attributes(card)};
    }
    return govuk::summary_list(out);
}

govuk::TableCell table_cell(const JsonObject& o) {
    govuk::TableCell cell(content(o).html());
    cell.format = string_at(o, "format");
    cell.classes = string_at(o, "classes");
    cell.colspan = int_at(o, "colspan");
    cell.rowspan = int_at(o, "rowspan");
    cell.attributes = attributes(o);
    return cell;
}

Html render_table(const JsonObject& o) {
    govuk::Table out{.caption = string_at(o, "caption"),
                     .caption_classes = string_at(o, "captionClasses"),
                     .first_cell_is_header = bool_at(o, "firstCellIsHeader"),
                     .classes = string_at(o, "classes"),
                     .attributes = attributes(o)};
    for (const JsonObject& cell : objects_at(o, "head"))
        out.head.push_back(table_cell(cell));
    for (const Json& row : member(o, "rows")->as_array()) {
        if (!row.is_array())
            continue;
        std::vector<govuk::TableCell> cells;
        for (const Json& cell : row.as_array())
            cells.push_back(table_cell(cell.as_object()));
        out.rows.push_back(std::move(cells));
    }
    return govuk::table(out);
}

govuk::TagOptions tag_options(const JsonObject& o) {
    return {content(o), string_at(o, "classes"), attributes(o)};
}

Html render_tag(const JsonObject& o) {
    return govuk::tag(tag_options(o));
}

Html render_details(const JsonObject& o) {
    return govuk::details({content(o, "summaryHtml", "summaryText"), content(o), bool_at(o, "open"),
                           string_at(o, "id"), string_at(o, "classes"), attributes(o)});
}

Html render_inset_text(const JsonObject& o) {
    return govuk::inset_text(
        {content(o), string_at(o, "id"), string_at(o, "classes"), attributes(o)});
}

Html render_warning_text(const JsonObject& o) {
    return govuk::warning_text({content(o), string_at(o, "iconFallbackText", "Warning"),
                                string_at(o, "classes"), attributes(o)});
}

Html render_notification_banner(const JsonObject& o) {
    const std::string markup = string_at(o, "html");
    govuk::NotificationBanner out{
        .text = string_at(o, "text"),
        .content = markup.empty() ? Part() : Part(html::raw(markup)),
        .kind = string_at(o, "type") == "success" ? govuk::BannerKind::success
                                                  : govuk::BannerKind::information,
        .title = content(o, "titleHtml", "titleText"),
        .title_heading_level = int_at(o, "titleHeadingLevel", 2),
        .title_id = string_at(o, "titleId", "govuk-notification-banner-title"),
        .role = string_at(o, "role"),
        .classes = string_at(o, "classes"),
        .attributes = attributes(o)};
    if (member(o, "disableAutoFocus") != nullptr)
        out.attributes.set("data-disable-auto-focus", string_at(o, "disableAutoFocus"));
    return govuk::notification_banner(out);
}

Html render_phase_banner(const JsonObject& o) {
    return govuk::phase_banner(
        {tag_options(object_at(o, "tag")), content(o), string_at(o, "classes"), attributes(o)});
}

Html render_skip_link(const JsonObject& o) {
    govuk::SkipLink out{
        .content = content(o), .classes = string_at(o, "classes"), .attributes = attributes(o)};
    if (!string_at(o, "href").empty())
        out.href = url_at(o, "href");
    return govuk::skip_link(out);
}

Html slot(const JsonObject& o, const char* name) {
    const Json* value = member(object_at(o, "slots"), name);
    if (value == nullptr)
        return {};
    return html::raw(value->is_object() ? string_at(value->as_object(), "html")
                                        : string_of(*value));
}

Html render_service_navigation(const JsonObject& o) {
    govuk::ServiceNavigation out{
        .service_name = string_at(o, "serviceName"),
        .service_url = optional_url(o, "serviceUrl"),
        .aria_label = string_at(o, "ariaLabel", "Service information"),
        .menu_button_text = string_at(o, "menuButtonText", "Menu"),
        .menu_button_label = string_at(o, "menuButtonLabel"),
        .navigation_label = string_at(o, "navigationLabel"),
        .navigation_id = string_at(o, "navigationId", "navigation"),
        .navigation_classes = string_at(o, "navigationClasses"),
        .slot_start = slot(o, "start"),
        .slot_end = slot(o, "end"),
        .slot_end_inline = string_at(object_at(object_at(o, "slots"), "end"), "align") == "inline",
        .slot_navigation_start = slot(o, "navigationStart"),
        .slot_navigation_end = slot(o, "navigationEnd"),
        .classes = string_at(o, "classes"),
        .attributes = attributes(o)};
    if (member(o, "collapseNavigationOnMobile") != nullptr)
        out.collapse_on_mobile = bool_at(o, "collapseNavigationOnMobile");
    for (const JsonObject& item : objects_at(o, "navigation"))
        out.navigation.push_back({content(item), optional_url(item, "href"),
                                  bool_at(item, "current"), bool_at(item, "active"),
                                  attributes(item)});
    return govuk::service_navigation(out);
}

std::optional<govuk::PageLink> page_link(const JsonObject& o, const char* name) {
    if (member(o, name) == nullptr)
        return std::nullopt;
    const JsonObject& link = object_at(o, name);
    return govuk::PageLink{url_at(link, "href"), content(link), string_at(link, "labelText"),
                           attributes(link)};
}

Html render_pagination(const JsonObject& o) {
    govuk::Pagination out{.previous = page_link(o, "previous"),
                          .next = page_link(o, "next"),
                          .landmark_label = string_at(o, "landmarkLabel", "Pagination"),
                          .classes = string_at(o, "classes"),
                          .attributes = attributes(o)};
    for (const JsonObject& item : objects_at(o, "items")) {
        if (item.empty())
            continue;
        govuk::PageNumber number{.number = string_at(item, "number"),
                                 .current = bool_at(item, "current"),
                                 .ellipsis = bool_at(item, "ellipsis"),
                                 .hidden_text = string_at(item, "visuallyHiddenText"),
                                 .attributes = attributes(item)};
        if (!number.ellipsis)
            number.href = url_at(item, "href");
        out.items.push_back(std::move(number));
    }
    return govuk::pagination(out);
}

} // namespace

const std::map<std::string, Render>& supported_components() {
    static const std::map<std::string, Render> all = [] {
        std::map<std::string, Render> out = form_components();
        out.insert({
            {"breadcrumbs", render_breadcrumbs},
            {"details", render_details},
            {"inset-text", render_inset_text},
            {"notification-banner", render_notification_banner},
            {"pagination", render_pagination},
            {"phase-banner", render_phase_banner},
            {"service-navigation", render_service_navigation},
            {"skip-link", render_skip_link},
            {"summary-list", render_summary_list},
            {"table", render_table},
            {"tag", render_tag},
            {"warning-text", render_warning_text},
        });
        return out;
    }();
    return all;
}

} // namespace quorate::html_tests
