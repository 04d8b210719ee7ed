#include "web/accounts/single_sign_on.hpp"

#include "base/hash.hpp"

#include <algorithm>

namespace quorate::web {

namespace {

std::string hashed(std::string_view secret) {
    return base::hex(base::sha256(secret));
}

bool over(const SignInUnderWay& sign_in, base::Instant now) {
    return now.ms - sign_in.begun.ms > std::chrono::milliseconds(sign_in_under_way_max).count();
}

/// Bytes it takes up, generously: its own few words and the form.
std::size_t room(const SignInUnderWay& sign_in) {
    constexpr std::size_t own_bytes = 8 << 10;
    return own_bytes + sign_in.again.size();
}

} // namespace

SingleSignOn::SingleSignOn(const views::HostedPartnerships& hosted, const std::string& data,
                           Note note, const oidc::Fetch& ask)
    : note_(std::move(note)) {
    for (const auto& each : hosted.all()) {
        if (!each.partnership || each.partnership->workspace() == nullptr) {
            continue;
        }
        Served served;
        served.file = partnership::read_sign_in_file(data + "/" + each.id);
        for (const auto& problem : served.file.problems) {
            note_(each.id + ": single sign-on: " + problem.text());
        }
        std::erase_if(served.file.providers, [&](const partnership::SignInProvider& provider) {
            const bool unfit = !oidc::is_protected(provider.issuer);
            if (unfit) {
                note_(each.id + ": single sign-on: provider." + provider.id +
                      ": the issuer is not an https address. "
                      "Only a provider on this machine may be asked over http.");
            }
            return unfit;
        });
        for (const auto& provider : served.file.providers) {
            served.providers[provider.id] = std::make_unique<oidc::Provider>(
                oidc::Registration{provider.issuer, provider.client_id, provider.secret,
                                   provider.scopes},
                ask);
        }
        served_[each.id] = std::move(served);
    }
}

const std::vector<partnership::SignInProvider>&
SingleSignOn::providers(std::string_view partnership) const {
    static const std::vector<partnership::SignInProvider> none;
    const auto found = served_.find(partnership);
    return found == served_.end() ? none : found->second.file.providers;
}

bool SingleSignOn::any(std::string_view partnership) const {
    return !providers(partnership).empty();
}

std::string SingleSignOn::address(std::string_view partnership) const {
    const auto found = served_.find(partnership);
    return found == served_.end() ? std::string() : found->second.file.address;
}

const partnership::SignInProvider* SingleSignOn::find(std::string_view partnership,
                                                      std::string_view id) const {
    const auto& all = providers(partnership);
    const auto found =
        std::find_if(all.begin(), all.end(),
                     [&](const partnership::SignInProvider& each) { return each.id == id; });
    return found == all.end() ? nullptr : &*found;
}

oidc::Provider* SingleSignOn::provider(std::string_view partnership, std::string_view id) const {
    const auto served = served_.find(partnership);
    if (served == served_.end()) {
        return nullptr;
    }
    const auto found = served->second.providers.find(id);
    return found == served->second.providers.end() ? nullptr : found->second.get();
}

void SingleSignOn::forget_old(base::Instant now) {
    std::size_t taken = 0;
    std::map<std::string, std::size_t> by_address;
    std::erase_if(under_way_, [&](const auto& each) { return over(each.second, now); });
    for (const auto& [state, sign_in] : under_way_) {
        taken += room(sign_in);
        by_address[sign_in.from] += room(sign_in);
    }
    while (taken > sign_ins_under_way_bytes_max) {
        const auto most =
            std::max_element(by_address.begin(), by_address.end(),
                             [](const auto& a, const auto& b) { return a.second < b.second; });
        const auto rank = [&](const SignInUnderWay& sign_in) {
            return std::pair(sign_in.from != most->first, sign_in.begun.ms);
        };
        const auto goes = std::min_element(
            under_way_.begin(), under_way_.end(),
            [&](const auto& a, const auto& b) { return rank(a.second) < rank(b.second); });
        taken -= room(goes->second);
        most->second -= room(goes->second);
        under_way_.erase(goes);
    }
}

void SingleSignOn::keep(SignInUnderWay sign_in) {
    const std::lock_guard lock(mutex_);
    const auto now = sign_in.begun;
    sign_in.browser = hashed(sign_in.browser);
    under_way_[hashed(sign_in.attempt.state)] = std::move(sign_in);
    forget_old(now);
}

std::optional<SignInUnderWay> SingleSignOn::look(std::string_view state, std::string_view browser,
                                                 base::Instant now) const {
    const std::lock_guard lock(mutex_);
    const auto found = under_way_.find(hashed(state));
    const bool fits = found != under_way_.end() && !over(found->second, now) &&
                      found->second.browser == hashed(browser);
    return fits ? std::optional(found->second) : std::nullopt;
}

bool SingleSignOn::take(std::string_view state) {
    const std::lock_guard lock(mutex_);
    return under_way_.erase(hashed(state)) > 0;
}

http::LongRequests requests_that_ask_providers() {
    http::LongRequests out;
    out.which = [](const http::Request& request) {
        const auto& at = request.segments; // of /{p}/sign-in/...
        return at.size() >= 3 && at[1] == "sign-in" &&
               ((at.size() == 3 && at[2] == "back") || (at.size() == 4 && at[2] == "with"));
    };
    // So that one that does not answer leaves room for those who sign in with another.
    out.threads = 4;
    out.too_many = "Many people are signing in at this moment. Wait a few seconds, then load this "
                   "page again.";
    return out;
}

} // namespace quorate::web
