// SPDX-License-Identifier: Apache-2.0
// What waits for reviewers, a page at a time, and one step for several entries: each is taken by
// the desk on its own, and the answer tells what became of each.
#include <algorithm>
#include <charconv>

#include "modules/bank/lifecycle.hpp"
#include "modules/bank/public.hpp"
#include "modules/bank/views_queue.hpp"

namespace wasl::bank {

namespace {

using http::Acted;
using http::Asked;

// Of an address or of a form, whichever came.
std::string_view told(http::Request const& request, std::string_view name) {
    return request.method == http::Method::post ? request.field(name) : request.asked(name);
}

std::int64_t whole_number(std::string_view text) {
    std::int64_t number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

// "2026-7K3M-9QXD:4", as the form of several entries sends them; the list sends bare numbers.
struct Picked {
    std::string_view number;
    std::int64_t version = 0;
};

std::vector<Picked> picked_in(http::Request const& request) {
    std::vector<Picked> found;
    bool const sent = request.method == http::Method::post;
    for (auto const typed : sent ? request.fields("number") : request.all_asked("number")) {
        auto const colon = std::min(typed.find(':'), typed.size());
        auto const number = typed.substr(0, colon);
        bool const again = std::any_of(found.begin(), found.end(),
                                       [&](Picked const& one) { return one.number == number; });
        if (number.empty() || again) continue;
        found.push_back({number, whole_number(typed.substr(std::min(colon + 1, typed.size())))});
    }
    return found;
}

// A step for several entries, as it was chosen; what the choice lacks stands in the faults.
struct ChosenStep {
    Action action = Action::take_up;
    std::vector<Picked> those;
    html::Faults faults;
};

ChosenStep chosen_step(http::Request const& request) {
    auto const action = action_named(told(request, "act"));
    auto const& all = views::steps_of_several;
    ChosenStep chosen{action.value_or(Action::take_up), picked_in(request), {}};
    if (chosen.those.empty()) chosen.faults.add("", msg::refused_none_ticked);
    if (chosen.those.size() > queue_page_size)
        chosen.faults.add("", say(msg::refused_many, {number("max", queue_page_size)}));
    if (!action || std::find(all.begin(), all.end(), *action) == all.end())
        chosen.faults.add("act", msg::refused_no_step);
    return chosen;
}

Outcome may_review(Pages const& pages, Asked const& asked) {
    if (pages.desk.reviews(asked.db, asked.visitor)) return Done{};
    return Refusal{Refused::forbidden, say(msg::refused_actor)};
}

Shown several_page(Pages const& pages, Asked const& asked, ChosenStep const& chosen,
                   html::Faults const& faults) {
    std::vector<Whole> all;
    for (auto const& one : chosen.those)
        if (auto whole = pages.desk.see(asked.db, asked.visitor, one.number, asked.today);
            !whole.refused())
            all.push_back(std::move(whole).value());
    if (all.empty()) return Refusal{Refused::not_found, say(msg::refused_not_found)};
    views::SeveralPage const page{queue_ask(asked.request), chosen.action, all,
                                  asked.visitor.csrf,       asked.request, faults};
    return http::shown(
        asked, {.title = word_of("do", chosen.action)},
        [&](html::Html& h) { views::several_form(h, page); }, status_of(faults));
}

Shown ask_several(Pages const& pages, Asked const& asked) {
    TRY(may_review(pages, asked));
    auto const chosen = chosen_step(asked.request);
    if (chosen.faults.any()) return office_page(pages, asked, chosen.faults);
    return several_page(pages, asked, chosen, {});
}

Outcome take_step_for(Pages const& pages, Acted const& acted, Action action, Picked const& one) {
    // A form that names no version was filled without having seen the entry.
    if (one.version <= 0) return Refusal{Refused::conflict, say(msg::refused_stale)};
    Act const act{.by = acted.visitor,
                  .number = one.number,
                  .version = one.version,
                  .now = acted.now,
                  .today = acted.today};
    Order const order{.action = action, .reason = std::string(acted.request.field("reason"))};
    return acted.write([&](db::Writer& writer) { return pages.desk.act(writer, act, order); });
}

Shown act_on_several(Pages const& pages, Acted const& acted) {
    TRY(may_review(pages, acted));
    auto const chosen = chosen_step(acted.request);
    if (chosen.faults.any()) return office_page(pages, acted, chosen.faults);
    views::SeveralDone all{queue_ask(acted.request), chosen.action, {}};
    for (auto const& one : chosen.those) {
        views::StepTaken taken{std::string(one.number), {}, {}};
        if (auto const whole = pages.desk.see(acted.db, acted.visitor, one.number, acted.today);
            !whole.refused())
            taken.content = whole.value().entry.content;
        auto const done = take_step_for(pages, acted, chosen.action, one);
        // What the form itself lacks would be refused each time: it is mended first.
        if (done.refused() && all.done() == 0 && !done.refusal().field.empty()) {
            html::Faults faults;
            faults.add(done.refusal());
            return several_page(pages, acted, chosen, faults);
        }
        if (done.refused()) taken.refused = done.refusal().what;
        all.taken.push_back(std::move(taken));
    }
    return http::shown(acted, {.title = word_of("do", all.action), .wide = true},
                       [&](html::Html& h) { views::several_done(h, all); });
}

}  // namespace

QueueAsk queue_ask(http::Request const& request) {
    QueueAsk ask;
    ask.stage = stage_named(told(request, "stage"));
    if (ask.stage && !waits_for_review(*ask.stage)) ask.stage.reset();
    ask.origin = origin_named(told(request, "origin"));
    ask.page = std::max<std::int64_t>(whole_number(told(request, "page")), 1);
    return ask;
}

Routes queue_routes() {
    using http::Allow;
    static constexpr http::Route<Pages> routes[] = {
        http::get<Pages>("/office/bank/bulk", Allow::staff, ask_several),
        http::post<Pages>("/office/bank/bulk", Allow::staff, act_on_several),
    };
    return routes;
}

}  // namespace wasl::bank
