#include "web/desk/act_form.hpp"

#include "base/uuid.hpp"
#include "governance/codec.hpp"
#include "html/govuk/notification_banner.hpp"
#include "views/as_of.hpp"
#include "views/desk/viewer.hpp"
#include "web/parts.hpp"

namespace quorate::web {

using namespace html;
using partnership::NotTaken;

namespace {

constexpr std::string_view entry_field = "entry";
constexpr std::string_view position_field = "position";

std::string upper_first_with_stop(std::string text) {
    text = views::capitalised(std::move(text));
    if (!text.empty() && text.back() != '.' && text.back() != '?') {
        text += '.';
    }
    return text;
}

/// A failure as a sentence or two for the person at the form.
std::string sentence(const base::Failure& failure) {
    auto out = upper_first_with_stop(failure.message);
    if (!failure.help.empty()) {
        out += " " + upper_first_with_stop(failure.help);
    }
    return out;
}

/// The words of a field's problem: an empty required field is asked for by its label.
std::string field_message(const ActAsked& asked, const std::string& field,
                          const base::Failure& failure) {
    const auto* row = governance::find_act(asked.act);
    QUORATE_ASSERT(row != nullptr);
    for (const auto& each : row->fields) {
        const auto* value = asked.fields.if_contains(each.name);
        const bool empty = value == nullptr || (value->is_string() && value->get_string().empty());
        if (each.name == field && empty && each.required) {
            return "Fill in: " + std::string(each.label) + ".";
        }
    }
    return sentence(failure);
}

void add_failure(FormState& state, const ActAsked& asked, const base::Failure& failure) {
    const auto found = asked.shown_as.find(failure.where);
    const auto field = found == asked.shown_as.end() ? failure.where : found->second;
    state.errors.add(field, field_message(asked, failure.where, failure));
}

/// The same form sent again, and this field of it says something else now.
void add_conflict(const DeskVisit& visit, FormState& state, const ActAsked& asked,
                  const std::string& where) {
    const std::string words = "This form was sent before with other words. Look at what it says "
                              "now, then send it again.";
    const auto found = asked.shown_as.find(where);
    const auto& field = found == asked.shown_as.end() ? where : found->second;
    if (visit.form.has(where) || visit.form.has(field) || visit.form.has(field + "-day")) {
        state.errors.add(field, words);
    } else {
        state.problem = words;
    }
}

std::optional<std::int64_t> form_position(const DeskVisit& visit) {
    const auto text = visit.form.get(position_field).value_or("");
    std::int64_t out = 0;
    for (const char c : text) {
        if (c < '0' || c > '9' || text.size() > 15) {
            return std::nullopt;
        }
        out = out * 10 + (c - '0');
    }
    return text.empty() ? std::nullopt : std::optional(out);
}

/// What was recorded about the same meeting or body since the form was made.
std::vector<std::string> changes_since(const DeskVisit& visit, std::int64_t position,
                                       const governance::ActSubject& about) {
    constexpr std::int64_t looked_at_max = 200;
    std::vector<std::string> out;
    const auto page = visit.reader.entries(position + 1, looked_at_max);
    for (const auto& entry : page.entries) {
        const bool same = about.meeting ? entry.meeting == about.meeting->value
                                        : about.body && entry.body == about.body->value;
        if (same && entry.verdict == "permitted") {
            out.push_back(base::clock_words(entry.recorded.local.minute) + ", " + entry.made_by +
                          ": " + entry.help +
                          (entry.item ? ", item " + std::to_string(*entry.item) : std::string()) +
                          ".");
        }
    }
    if (out.empty()) {
        out.emplace_back("Someone else recorded something about the same thing.");
    }
    return out;
}

FormState not_taken(const DeskVisit& visit, const ActAsked& asked,
                    const governance::Submission& submission,
                    const partnership::SubmitError& error) {
    FormState state = typed_form(visit);
    switch (error.why) {
    case NotTaken::stale:
        state.changed = changes_since(visit, form_position(visit).value_or(0),
                                      governance::subject_of(submission.act));
        break;
    case NotTaken::conflict:
        add_conflict(visit, state, asked, error.failure.where);
        break;
    case NotTaken::unfit:
        add_failure(state, asked, error.failure);
        break;
    case NotTaken::stopped:
        state.problem = sentence(error.failure);
        break;
    }
    return state;
}

std::string own_actor(const DeskVisit& visit) {
    return governance::text(visit.who.session.account.actor());
}

/// Members and partners act as themselves only; the secretariat records for anyone, saying how it
/// knows.
void check_maker(const DeskVisit& visit, const std::string& made_by) {
    if (visit.secretariat()) {
        return;
    }
    for (const auto& seat : visit.who.viewer.seats) {
        if (governance::text(seat) == made_by) {
            return;
        }
    }
    for (const auto& organisation : visit.who.viewer.organisations) {
        if ("organisation:" + organisation.value == made_by) {
            return;
        }
    }
    throw http::BrokenRequest(403, "You cannot do this for somebody else. Ask the secretariat.");
}

} // namespace

std::string FormState::value(std::string_view name, std::string_view at_first) const {
    return std::string(typed.get(name).value_or(at_first));
}

std::vector<std::string> FormState::values(std::string_view name) const {
    std::vector<std::string> out;
    for (const auto each : typed.all(name)) {
        out.emplace_back(each);
    }
    return out;
}

DateValue FormState::date(std::string_view name, std::optional<base::CivilDate> at_first) const {
    const std::string stem(name);
    if (typed.has(stem + "-day") || typed.has(stem + "-month") || typed.has(stem + "-year")) {
        return {value(stem + "-day"), value(stem + "-month"), value(stem + "-year")};
    }
    return at_first ? DateValue::of(*at_first) : DateValue{};
}

FormState typed_form(const DeskVisit& visit) {
    FormState state;
    state.typed = visit.form;
    return state;
}

tl::expected<governance::Submission, FormState> read_act(const DeskVisit& visit,
                                                         const ActAsked& asked) {
    const auto own = own_actor(visit);
    const auto made_by = asked.made_by.empty() ? own : asked.made_by;
    check_maker(visit, made_by);
    FormState state = typed_form(visit);
    const bool for_other = visit.secretariat() && made_by != "servicing";
    if (for_other && asked.evidence.empty()) {
        state.errors.add("evidence", "Say how you know: in the room, by telephone, by e-mail or by "
                                     "letter.");
        return tl::unexpected(std::move(state));
    }
    base::JsonObject json;
    auto id =
        asked.entry.empty() ? std::string(visit.form.get(entry_field).value_or("")) : asked.entry;
    json["id"] = base::is_uuid_v7(id) ? id : base::random_uuid_v7(base::system_now());
    json["act"] = asked.act;
    json["fields"] = asked.fields;
    json["made_by"] = made_by;
    json["recorded_by"] = visit.secretariat() ? "servicing" : made_by;
    json["evidence"] = for_other ? asked.evidence : "sign-in";
    if (asked.effective) {
        json["effective"] = base::text(*asked.effective);
    }
    json["late_reason"] = asked.late_reason.empty()
                              ? std::string(visit.form.get("late_reason").value_or(""))
                              : asked.late_reason;
    auto submission = governance::decode_submission(json, {visit.partnership.zone(), false},
                                                    visit.partnership.now());
    if (!submission) {
        add_failure(state, asked, submission.error());
        return tl::unexpected(std::move(state));
    }
    if (!views::is_back_dated(visit.reader, *submission)) {
        submission->late_reason = {};
    } else if (!submission->late_reason.given()) {
        state.errors.add("late_reason",
                         "It happened on an earlier day. Say why it is entered only now.");
        return tl::unexpected(std::move(state));
    }
    return std::move(*submission);
}

tl::expected<ActTaken, FormState> submit_act(const DeskVisit& visit, const ActAsked& asked) {
    auto submission = read_act(visit, asked);
    if (!submission) {
        return tl::unexpected(std::move(submission.error()));
    }
    partnership::SubmitOptions options;
    options.effective_given = asked.effective.has_value();
    if (asked.unless_changed) {
        options.expected_position = form_position(visit);
    }
    const auto taken = visit.partnership.submit(*submission, options);
    if (!taken) {
        return tl::unexpected(not_taken(visit, asked, *submission, taken.error()));
    }
    // The reader of the visit stands before the act; the ruling is told from the state after it.
    const auto reader = views::Reader::open(visit.partnership, visit.who.viewer);
    QUORATE_ASSERT(reader.has_value());
    ActTaken out{taken->position, {}, reader->ruling(*submission, taken->ruling)};
    out.verdict = out.ruling.verdict;
    if (out.verdict == "permitted" || out.verdict == "needs-discretion") {
        return out;
    }
    FormState state = typed_form(visit);
    state.ruling = std::move(out.ruling);
    return tl::unexpected(std::move(state));
}

tl::expected<views::RulingShown, FormState> preview_act(const DeskVisit& visit,
                                                        const ActAsked& asked) {
    auto submission = read_act(visit, asked);
    if (!submission) {
        return tl::unexpected(std::move(submission.error()));
    }
    return visit.reader.ruling(*submission, visit.partnership.preview(*submission));
}

std::optional<views::RulingShown> foreseen(const DeskVisit& visit, const ActAsked& asked) {
    ActAsked again = asked;
    again.entry = base::random_uuid_v7(base::system_now());
    auto ruling = preview_act(visit, again);
    return ruling ? std::optional(std::move(*ruling)) : std::nullopt;
}

http::Response done(const Url& to, std::int64_t position) {
    return http::see_other(to.query("done", std::to_string(position)).str());
}

Html done_notice(const DeskVisit& visit) {
    const auto text = visit.request.query.get("done").value_or("");
    std::int64_t position = 0;
    for (const char c : text.substr(0, 15)) {
        if (c < '0' || c > '9') {
            return {};
        }
        position = position * 10 + (c - '0');
    }
    const bool own = !text.empty() &&
                     views::just_recorded(visit.partnership, visit.who.session.account, position);
    const auto entry = own ? visit.reader.entry(position) : std::nullopt;
    if (!entry || !entry->ruling) {
        return {};
    }
    auto panel = panel_of(visit.links, *entry->ruling);
    panel.short_form = true;
    panel.id = "done-ruling";
    panel.heading_level = 3;
    const bool waits = entry->ruling->verdict == "needs-discretion";
    const Html content =
        fragment(p(cls("govuk-notification-banner__heading"), entry->line.help,
                   waits ? ": asked, and waiting for an answer." : ": recorded."),
                 html::ruling_panel(panel),
                 p(a(visit.links.entry(position), "Entry ", number(position), " in the record")));
    return govuk::notification_banner(
        {.content = content,
         .kind = waits ? govuk::BannerKind::information : govuk::BannerKind::success,
         .title = waits ? "Asked" : "Done",
         .title_id = "done-title",
         .role = "status"});
}

http::Response form_page(const DeskVisit& visit, Content content, const FormState& state) {
    content.main = fragment(form_problems(visit, state), content.main);
    if (!state.fresh()) {
        const bool typed_wrong = !state.errors.empty() || !state.problem.empty();
        content.title = (typed_wrong ? "Error: " : "Not recorded: ") + content.title;
    }
    auto response = framed(visit, std::move(content));
    if (!state.fresh()) {
        response.status = state.changed.empty() ? 422 : 409;
    }
    return response;
}

Html form_problems(const DeskVisit& visit, const FormState& state) {
    Html out = state.errors.summary();
    if (!state.problem.empty()) {
        out += ErrorList{{"", state.problem}}.summary();
    }
    if (!state.changed.empty()) {
        out += govuk::notification_banner(
            {.content = fragment(
                 p(cls("govuk-notification-banner__heading"),
                   "Someone else was here while you were typing. What you typed is kept below."),
                 sentences(state.changed),
                 p("Look at what changed. Then send your form again, or change it first.")),
             .title = "Changed meanwhile",
             .title_id = "changed-title"});
    }
    if (state.ruling) {
        auto panel = panel_of(visit.links, *state.ruling);
        panel.open = true;
        out += html::ruling_panel(panel);
    }
    return out;
}

Html act_hidden(const DeskVisit& visit) {
    // The reader is of the moment the page is made, so a page shown again after "changed meanwhile"
    // carries the newer position and goes through.
    return fragment(hidden(entry_field, base::random_uuid_v7(base::system_now())),
                    hidden(position_field, std::to_string(visit.reader.size() - 1)));
}

FormOptions form_to(const DeskVisit& visit, const Url& action, bool multipart) {
    return {.action = action, .csrf = visit.who.session.csrf, .multipart = multipart};
}

} // namespace quorate::web
