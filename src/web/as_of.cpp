#include "web/as_of.hpp"

#include "base/text.hpp"
#include "html/form.hpp"
#include "html/govuk/details.hpp"
#include "html/layout.hpp"
#include "views/as_of.hpp"

namespace quorate::web {

using namespace html;

namespace {

/// An address taken apart: its path, and what its query keeps.
struct Here {
    Url path;
    std::vector<HiddenField> kept;
};

std::string decoded(std::string_view text) {
    std::string out;
    const auto digit = [](char c) { return c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10; };
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '%' && i + 2 < text.size()) {
            out += static_cast<char>(digit(text[i + 1]) * 16 + digit(text[i + 2]));
            i += 2;
        } else {
            out += text[i];
        }
    }
    return out;
}

Here without_date(const Url& here) {
    const std::string_view all = here.str();
    const auto address = all.substr(0, all.find('#'));
    const auto mark = address.find('?');
    const auto path = Url::parse(address.substr(0, mark));
    QUORATE_ASSERT(path.has_value());
    Here out{*path, {}};
    if (mark == std::string_view::npos) {
        return out;
    }
    for (const auto pair : base::split(address.substr(mark + 1), '&')) {
        const auto equals = pair.find('=');
        auto name = decoded(pair.substr(0, equals));
        if (name != "on" && name != "known" && equals != std::string_view::npos) {
            out.kept.push_back({std::move(name), decoded(pair.substr(equals + 1))});
        }
    }
    return out;
}

Url with_kept(const Here& here) {
    Url out = here.path;
    for (const auto& each : here.kept) {
        out = out.query(each.name, each.value);
    }
    return out;
}

/// Which day is shown and how, as a sentence.
Html sentence(const views::AsOfShown& shown) {
    if (shown.now) {
        return text("As it stands today");
    }
    if (shown.known_then && shown.before_record) {
        return fragment("As it was known on ", date(shown.on),
                        ": nothing had been recorded yet. The record begins on ",
                        date(shown.record_begins));
    }
    if (shown.known_then) {
        return fragment("As it was known at the end of ", date(shown.on),
                        ": only what had been recorded by then");
    }
    if (shown.on > shown.today) {
        return fragment("As it will stand at the end of ", date(shown.on),
                        ", by what is recorded so far");
    }
    return fragment("As it stood at the end of ", date(shown.on), ", as we now know it was");
}

/// What is left out, or that the day has not ended.
Html remark(const views::AsOfShown& shown) {
    if (shown.now) {
        return {};
    }
    if (shown.known_then && shown.on >= shown.today) {
        return p("That day has not ended, so everything recorded so far is shown.");
    }
    if (shown.known_then && shown.recorded_later > 0) {
        const Html entries = shown.recorded_later == 1 ? text("One entry recorded later is")
                                                       : fragment(number(shown.recorded_later),
                                                                  " entries recorded later are");
        return p(entries, " left out, also those that tell of an earlier day.");
    }
    if (shown.known_then) {
        return p("Nothing has been recorded since.");
    }
    if (shown.before_record) {
        return p("The record begins on ", date(shown.record_begins),
                 ". Of the time before, it shows what was entered later.");
    }
    return {};
}

/// The two ways of seeing a past day, the one shown in bold.
Html ways(const views::AsOfShown& shown, const Here& here) {
    if (shown.now) {
        return {};
    }
    const auto now = with_kept(here).query("on", base::text(shown.on));
    const auto then = now.query("known", "then");
    const Html first =
        shown.known_then ? a(now, "As we now know it was") : strong("As we now know it was");
    const Html second =
        shown.known_then ? strong("As it was known then") : a(then, "As it was known then");
    return p(cls("q-as-of__ways"), first, " \u00b7 ", second, " \u00b7 ",
             a(with_kept(here), "As it stands today"));
}

Html another_date(const views::AsOfShown& shown, const Here& here) {
    const Html label = Tag{"label", "q-date-form__label"}(attr("for", "on"), "As of");
    const Html box = detail::void_element("input", cls("q-date-form__input")
                                                       .id("on")
                                                       .set("name", "on")
                                                       .set("type", "date")
                                                       .set("value", base::text(shown.on)));
    const Html button = Tag{"button", "q-date-form__button"}(attr("type", "submit"), "Show");
    Html kept;
    for (const auto& each : here.kept) {
        kept += hidden(each.name, each.value);
    }
    const Html way = choice({.name = "known",
                             .label = "Which way?",
                             .value = shown.known_then ? "then" : "now",
                             .options = {{.value = "now", .label = "As we now know it was"},
                                         {.value = "then", .label = "As it was known then"}},
                             .compact = true});
    return Tag{"form"}(
        Attributes().set("method", "get").set("class", "q-date-form").url("action", here.path),
        kept, div(cls("q-date-form__row"), label, box, button), way);
}

} // namespace

Html as_of(const Visit& visit, const Url& here) {
    const auto shown = views::as_of_shown(visit.reader);
    const auto place = without_date(here);
    return div(cls("q-as-of"), p(cls("q-as-of__sentence"), sentence(shown), "."), remark(shown),
               ways(shown, place),
               govuk::details({.summary = "Show another date",
                               .content = another_date(shown, place),
                               .id = "another-date",
                               .classes = "q-as-of__other"}));
}

Url part_of_body(const Visit& visit, std::string_view part, const std::string& body) {
    const auto url = visit.links.plain_part(part);
    return body.empty() ? url : url.query("body", body);
}

http::Response nothing_then(const Visit& visit) {
    const auto path = Url::parse(visit.request.path);
    const auto here = path ? *path : visit.links.home();
    const Html main = fragment(
        page_heading("Not there on that date"), as_of(visit, here),
        p("The record has this page today, but on the date asked for there was nothing to show."));
    return framed(visit, {.title = "Not there on that date",
                          .trail = {{.content = "Not there on that date"}},
                          .main = reading_column(main)});
}

} // namespace quorate::web
