// SPDX-License-Identifier: Apache-2.0
// Acts on a dossier: form, confirmation, act; refused, the form comes back with what was typed.
#include <algorithm>
#include <limits>

#include "modules/dossiers/acts.hpp"

namespace wasl::dossiers::office {
namespace {

using http::Allow;

// All that the page of an act stands on; lives as long as the answer is made.
struct ActGround {
    Dossier dossier;
    std::shared_ptr<procedures::Sheet const> sheet;
    std::shared_ptr<directory::Picture const> places;
    ActKind const* kind;
};

Result<ActGround> act_ground(Pages const& pages, http::Asked const& asked) {
    auto dossier = TRY(pages.desk.see(asked.db, asked.visitor, asked.wild(0), asked.today));
    auto const* kind = act_named(asked.wild(1));
    if (!dossier.eyes.office() || !kind)
        return Refusal{Refused::not_found, say(msg::refused_not_found)};
    auto sheet = pages.desk.sheet(asked.db, dossier);
    check(sheet != nullptr, "the revision of a dossier is kept");
    return ActGround{std::move(dossier), std::move(sheet), pages.desk.house().directory.picture(),
                     kind};
}

void find_people(Pages const& pages, http::Asked const& asked, ActPage& page) {
    if (page.kind.name != "assign") return;
    auto const& people = pages.desk.house().people;
    auto const& dossier = page.review.dossier;
    auto found =
        dossier.unit.value() == 0
            ? people.holders(asked.db, dossier.administration, http::Role::officer, asked.today)
            : people.holders_in_unit(asked.db, dossier.unit, http::Role::officer, asked.today);
    for (auto const one :
         people.holders(asked.db, dossier.administration, http::Role::head, asked.today))
        if (std::find(found.begin(), found.end(), one) == found.end()) found.push_back(one);
    for (auto const one : found)
        page.people.emplace_back(std::to_string(one.value()), page.review.names.of(one));
}

struct Turn {
    bool confirm = false;
    Refusal const* refusal = nullptr;
};

http::Response act_page(Pages const& pages, http::Asked const& asked, ActGround const& at,
                        Turn const& turn) {
    NameList names(pages.desk.house().people, asked.db);
    Review const review{at.dossier, *at.sheet, *at.places, asked.visitor, names, asked.today};
    ActPage page{.kind = *at.kind,
                 .review = review,
                 .request = asked.request,
                 .desk = pages.desk,
                 .people = {}};
    page.sent = asked.request.method == http::Method::post;
    page.seen = static_cast<int>(std::clamp<std::int64_t>(
        asked.request.field_number("seen").value_or(0), 0, std::numeric_limits<int>::max()));
    find_people(pages, asked, page);
    int status = 200;
    if (turn.refusal) {
        page.faults.add(*turn.refusal);
        page.article = turn.refusal->article;
        page.stale = turn.refusal->what.message == &msg::refused_stale;
        status = http::status_of(turn.refusal->why);
    } else if (auto const open = may_start(page); open.refused()) {
        status = http::status_of(open.refusal().why);
    }
    return http::shown(
        asked, {.title = act_title(*at.kind)},
        [&](html::Html& h) { turn.confirm ? act_confirm(h, page) : act_form(h, page); }, status);
}

Shown show_act_form(Pages const& pages, http::Asked const& asked) {
    return act_page(pages, asked, TRY(act_ground(pages, asked)), {});
}

// What the rules say before anything is written; and whether the page is still that of today.
Outcome look_before(Pages const& pages, http::Acted const& acted, ActGround const& at) {
    auto const version = acted.request.field_number("version").value_or(0);
    Refusal const stale{Refused::conflict, say(msg::refused_stale)};
    if (version != 0 && version != at.dossier.version) return stale;
    NameList names(pages.desk.house().people, acted.db);
    Review const review{at.dossier, *at.sheet, *at.places, acted.visitor, names, acted.today};
    ActPage const page{.kind = *at.kind,
                       .review = review,
                       .request = acted.request,
                       .desk = pages.desk,
                       .people = {}};
    TRY(may_start(page));
    TRY(at.kind->check(page));
    // A forged step is told what the law says of it, before what the form lacks. What is only said,
    // a message or a note, rests on no version.
    if (version == 0 && dossiers::named<Action>(at.kind->name)) return stale;
    return Done{};
}

http::Response act_done(http::Acted const& acted, ActGround const& at) {
    return go(acted, html::with(desk_url(at.dossier.number), "done", at.kind->name));
}

// The same page pressed twice by the same hand, at once: it is done. Later, or where somebody else
// came first, the words that were typed are shown again.
bool act_done_before(http::Acted const& acted, ActGround const& at, Refusal const& refusal) {
    constexpr std::chrono::minutes at_once{1};
    auto const& dossier = at.dossier;
    bool const stale = refusal.what.message == &msg::refused_stale &&
                       acted.request.field_number("version").value_or(0) != 0;
    if (!stale || dossier.steps.empty() || acted.now - dossier.steps.back().at > at_once)
        return false;
    auto const by = acted.visitor.person;
    if (at.kind->name == "decide_appeal")
        return dossier.just_done(Action::overturn, by) ||
               dossier.just_done(Action::reject_appeal, by);
    auto const action = dossiers::named<Action>(at.kind->name);
    return action && dossier.just_done(*action, by);
}

Shown refused_again(Pages const& pages, http::Acted const& acted, Refusal const& refusal) {
    auto const at = TRY(act_ground(pages, acted));
    if (act_done_before(acted, at, refusal)) return act_done(acted, at);
    return act_page(pages, acted, at, {.refusal = &refusal});
}

Shown perform(Pages const& pages, http::Acted const& acted, ActGround const& at) {
    auto const outcome = acted.write([&](db::Writer& writer) {
        Act const act{.by = acted.visitor,
                      .number = at.dossier.number,
                      .version = acted.request.field_number("version").value_or(0),
                      .now = acted.now};
        return at.kind->perform(pages.desk, writer, act, acted.request);
    });
    if (outcome.refused()) return refused_again(pages, acted, outcome.refusal());
    return act_done(acted, at);
}

Shown act(Pages const& pages, http::Acted const& acted) {
    auto const at = TRY(act_ground(pages, acted));
    if (acted.request.has_field("back")) return act_page(pages, acted, at, {});
    auto const looked = look_before(pages, acted, at);
    if (looked.refused()) return refused_again(pages, acted, looked.refusal());
    if (!at.kind->confirmed) return perform(pages, acted, at);
    if (!acted.request.has_field("confirmed")) return act_page(pages, acted, at, {.confirm = true});
    return perform(pages, acted, at);
}

}  // namespace

Routes act_routes() {
    static constexpr http::Limits limits{.body_max = http::operator""_MiB(1)};
    static constexpr http::Route<Pages> routes[] = {
        http::get<Pages>("/desk/:number/do/:act", Allow::officer, show_act_form),
        http::post<Pages>("/desk/:number/do/:act", Allow::officer, act, limits),
    };
    return routes;
}

}  // namespace wasl::dossiers::office
