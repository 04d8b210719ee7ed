// How long the duties of an example take, for every body and for one. Informs; never fails on a number. The budget is
// that of a page.

#include "base/time.hpp"
#include "governance/duties/duties.hpp"
#include "partnership/scenario/stage.hpp"

#include <algorithm>
#include <fmt/format.h>

using namespace quorate;

namespace {

/// The middle of some runs, in microseconds.
template <class Work>
double middle_us(const Work& work) {
    constexpr int groups = 9;
    constexpr int runs = 20;
    std::vector<double> times;
    for (int group = 0; group < groups; ++group) {
        const auto start = base::monotonic_ms();
        int done = 0;
        while (done < runs || base::monotonic_ms() - start < 50) {
            work();
            ++done;
        }
        times.push_back(static_cast<double>(base::monotonic_ms() - start) * 1000.0 / done);
    }
    std::sort(times.begin(), times.end());
    return times[times.size() / 2];
}

void measure(const std::string& name, const std::string& body, const std::string& day) {
    partnership::scenario::Stage stage(QUORATE_SOURCE_DIR);
    partnership::scenario::Document document;
    document.front.start = name;
    const auto scene = stage.scene_for(document);
    if (!scene) {
        fmt::print("{}: {}\n", name, scene.error().text());
        return;
    }
    const auto now = (*scene)->partnership->snapshot();
    const auto on = *base::parse_date(day);
    std::size_t count = 0;
    const auto all = middle_us([&] { count = governance::duties(now->state, now->context(), on).size(); });
    const governance::BodyId id(body);
    const auto one = middle_us([&] { governance::duties_of(now->state, now->context(), id, on); });
    fmt::print("{:<58} {:>8.0f} us all {:>8.0f} us {} {:>6} duties {:>8}\n",
               fmt::format("duties of {} on {}, {} entries", name, day, now->state.size), all, one, body, count,
               "5000");
}

} // namespace

int main() {
    measure("kent", "kp", "2008-06-01");
    measure("kent", "kp", "2011-04-01");
    measure("kent", "kp", "2026-11-22");
    measure("riverside", "rp", "2026-12-31");
}
