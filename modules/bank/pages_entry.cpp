// SPDX-License-Identifier: Apache-2.0
// One entry, and what its reader does to it.
#include <algorithm>

#include "modules/bank/lifecycle.hpp"
#include "modules/bank/public.hpp"
#include "modules/bank/views_office.hpp"

namespace wasl::bank {

namespace {

using http::Acted;
using http::Asked;

Shown entry_page(Pages const& pages, Asked const& asked, html::Faults const& faults) {
    auto const whole = TRY(pages.desk.see(asked.db, asked.visitor, asked.wild(0), asked.today));
    auto const known = known_of(pages, asked);
    auto const visit = people::visit(pages.desk.house().people, asked);
    auto const frame = http::frame_of(asked);
    views::EntryPage page{.known = known,
                          .whole = whole,
                          .frame = frame,
                          .csrf = visit.csrf,
                          .request = asked.request,
                          .faults = faults,
                          .absorbed = pages.desk.absorbed(asked.db, whole.entry.id),
                          .related = {},
                          .into = {}};
    for (auto const& one : whole.relations)
        if (auto other = pages.desk.entry(asked.db, one.other))
            page.related.emplace_back(one, std::move(*other));
    if (whole.entry.merged_into)
        page.into = pages.desk.entry(asked.db, *whole.entry.merged_into);
    else if (whole.merge)
        page.into = pages.desk.entry(asked.db, whole.merge->into);
    page.may_adopt = can_be_adopted(whole.entry.stage) && !works_in(asked.visitor).empty();
    auto response = http::shown(
        asked,
        {.title = title_of(whole.entry.content),
         .for_search_engines = can_be_adopted(whole.entry.stage),
         .success = success_of(asked)},
        [&](html::Html& h) { views::entry(h, page); }, status_of(faults));
    if (!visit.cookie.empty()) response.with("Set-Cookie", visit.cookie);
    return response;
}

Shown show_entry(Pages const& pages, Asked const& asked) { return entry_page(pages, asked, {}); }

Act act_of(Acted const& acted) {
    return {.by = acted.visitor,
            .number = acted.wild(0),
            .version = acted.request.field_number("version").value_or(0),
            .now = acted.now,
            .today = acted.today};
}

Outcome perform_on_entry(Pages const& pages, Acted const& acted) {
    auto const what = acted.request.field("do");
    auto const act = act_of(acted);
    return acted.write([&](db::Writer& writer) -> Outcome {
        if (what == "follow" || what == "unfollow")
            return pages.desk.follow(writer, act, what == "follow");
        if (what == "agree" || what == "decline")
            return pages.desk.answer_merge(writer, act, what == "agree");
        return Refusal{Refused::not_found, say(msg::refused_not_found)};
    });
}

Shown act_on_entry(Pages const& pages, Acted const& acted) {
    auto const done = perform_on_entry(pages, acted);
    if (!done.refused())
        return go(acted, html::with(entry_url(acted.wild(0)), "done", acted.request.field("do")));
    if (done.refusal().why == Refused::not_found) return done.refusal();
    html::Faults faults;
    faults.add(done.refusal());
    return entry_page(pages, acted, faults);
}

// A step of the table, with its reason.
Shown step_page(Pages const& pages, Asked const& asked, html::Faults const& faults, int status) {
    auto const action = action_named(asked.wild(1));
    auto const whole = TRY(pages.desk.see(asked.db, asked.visitor, asked.wild(0), asked.today));
    bool const open =
        action && std::find(whole.may.begin(), whole.may.end(), *action) != whole.may.end();
    if (!action || (!open && !faults.any()))
        return Refusal{Refused::not_found, say(msg::refused_not_found)};
    auto const known = known_of(pages, asked);
    views::StepPage const page{
        known,
        whole,
        *action,
        asked.visitor.csrf,
        asked.request,
        faults,
        known.bank->similar(whole.entry.content.title + " " + whole.entry.content.problem, 8,
                            whole.entry.id)};
    return http::shown(
        asked, {.title = word_of("do", *action)}, [&](html::Html& h) { views::step_form(h, page); },
        status);
}

Shown show_step(Pages const& pages, Asked const& asked) { return step_page(pages, asked, {}, 200); }

Shown take_step(Pages const& pages, Acted const& acted) {
    auto const action = action_named(acted.wild(1));
    if (!action) return Refusal{Refused::not_found, say(msg::refused_not_found)};
    auto const& request = acted.request;
    auto const typed =
        request.field("into").empty() ? request.field("into_number") : request.field("into");
    Order const order{.action = *action,
                      .reason = std::string(request.field("reason")),
                      .into = std::string(typed),
                      .hidden = request.field("hidden") == "1"};
    auto const done = acted.write(
        [&](db::Writer& writer) { return pages.desk.act(writer, act_of(acted), order); });
    if (!done.refused()) return go(acted, html::with(entry_url(acted.wild(0)), "done", "step"));
    if (done.refusal().why == Refused::not_found) return done.refusal();
    html::Faults faults;
    faults.add(done.refusal());
    return step_page(pages, acted, faults, http::status_of(done.refusal().why));
}

Shown show_mine(Pages const& pages, Asked const& asked) {
    auto const known = known_of(pages, asked);
    auto const written = pages.desk.written_by(asked.db, asked.visitor.person);
    auto const followed = pages.desk.followed_by(asked.db, asked.visitor.person);
    return http::shown(asked, {.title = msg::mine_title},
                       [&](html::Html& h) { views::mine(h, known, written, followed); });
}

}  // namespace

Routes entry_routes() {
    using http::Allow;
    static constexpr http::Route<Pages> routes[] = {
        http::get<Pages>("/bank/:number", Allow::anyone, show_entry),
        http::post<Pages>("/bank/:number", Allow::citizen, act_on_entry),
        http::get<Pages>("/bank/:number/do/:act", Allow::citizen, show_step),
        http::post<Pages>("/bank/:number/do/:act", Allow::citizen, take_step),
        http::get<Pages>("/account/bank", Allow::citizen, show_mine),
    };
    return routes;
}

}  // namespace wasl::bank
