// SPDX-License-Identifier: Apache-2.0
// The page of an administration's webhooks: for its head and its administrators.
#include <charconv>
#include <set>

#include "modules/directory/directory.hpp"
#include "modules/notices/hooks.hpp"
#include "modules/notices/messages.hpp"
#include "platform/html/components.hpp"
#include "platform/http/page.hpp"

namespace wasl::notices {
namespace {

using namespace html;
using http::Acted;
using http::Asked;
using http::Response;

std::int64_t number_in(std::string_view text) {
    std::int64_t out = 0;
    auto const* const end = text.data() + text.size();
    auto const [stopped, fault] = std::from_chars(text.data(), end, out);
    return fault == std::errc{} && stopped == end ? out : 0;
}

bool looks_after(http::Visitor const& visitor, AdministrationId id) {
    return visitor.is(http::Role::head, id) || visitor.is(http::Role::administrator, id) ||
           visitor.is(http::Role::administrator, people::platform);
}

// Somebody else's administration is not found.
Result<AdministrationId> own(Pages const& pages, Asked const& asked) {
    AdministrationId const id{number_in(asked.wild(0))};
    if (!looks_after(asked.visitor, id) || pages.directory.picture()->administration(id) == nullptr)
        return Refusal{Refused::not_found, {}};
    return id;
}

Response there(Asked const& asked, Url const& url) {
    return http::see_other("/" + std::string(name_of(asked.language())) + url.text());
}

Url page_of(AdministrationId id) { return to("/office/webhooks/", id); }

struct HooksPage {
    AdministrationId administration{0};
    std::vector<Hook> hooks;
    std::int64_t last = 0;  // event
    std::string_view csrf;
    HookId fresh{0};  // its secret is shown
    std::string secret;
    std::string_view typed{};
    // A number that could not be told again from, of which address.
    HookId refused{0};
    std::string_view number{};
    Faults faults{};
};

void show_secret(Html& h, std::string_view secret) {
    h("<section role=\"status\"><h2>"_h, msg::hooks_secret, "</h2><p>"_h,
      say(msg::hooks_secret_text, {number("count", secret_shown.count())}),
      "</p><p class=\"anywhere\">"_h, code(secret), "</p></section>"_h);
}

void act(Html& h, HooksPage const& page, Hook const& hook, Path what, Message const& label) {
    post_button(h, {.action = to("/office/webhooks/", page.administration, "/", hook.id, what),
                    .label = label,
                    .csrf = page.csrf,
                    .kind = ButtonKind::quiet});
}

void show_hook(Html& h, HooksPage const& page, Hook const& hook) {
    h("<article class=\"card anywhere\"><h3>"_h, code(hook.address), "</h3><p>"_h,
      hook.state == "on" ? msg::hooks_on : msg::hooks_stopped, "</p><p>"_h,
      say(msg::hooks_passed, {number("number", hook.passed), number("last", page.last)}), "</p>"_h);
    if (!hook.why.empty()) h("<p>"_h, msg::hooks_why, " "_h, code(hook.why), "</p>"_h);
    {
        Form const form(
            h, {.action = to("/office/webhooks/", page.administration, "/", hook.id, "/replay"),
                .csrf = page.csrf,
                .narrow = true});
        auto const last = std::to_string(std::max<std::int64_t>(hook.passed, 1));
        bool const refused = page.refused == hook.id;
        auto const name = "number-" + std::to_string(hook.id.value());
        number_field(h,
                     {.name = name,
                      .label = msg::hooks_replay_from,
                      .hint = msg::hooks_replay_hint,
                      .value = refused ? page.number : std::string_view(last),
                      .error = page.faults.of(name)},
                     {.min = 1, .max = page.last + 1});
        button(h, msg::hooks_replay, ButtonKind::secondary);
    }
    ButtonRow const row(h);
    if (hook.state == "on")
        act(h, page, hook, "/stop", msg::hooks_stop);
    else
        act(h, page, hook, "/resume", msg::hooks_resume);
    act(h, page, hook, "/remove", msg::hooks_remove);
    h("</article>"_h);
}

void show(Html& h, HooksPage const& page) {
    h("<h1>"_h, msg::hooks_title, "</h1><p class=\"lead\">"_h, msg::hooks_lead, "</p>"_h);
    error_summary(h, page.faults);
    if (!page.secret.empty()) show_secret(h, page.secret);
    h("<h2>"_h, msg::hooks_list, "</h2>"_h);
    if (page.hooks.empty()) empty_state(h, msg::hooks_none);
    for (auto const& hook : page.hooks) show_hook(h, page, hook);
    h("<h2>"_h, msg::hooks_new, "</h2>"_h);
    Form const form(h, {.action = page_of(page.administration), .csrf = page.csrf});
    text_field(h, {.name = "address",
                   .label = msg::hooks_address,
                   .hint = msg::hooks_address_hint,
                   .value = page.typed,
                   .error = page.faults.of("address"),
                   .autocomplete = "off",
                   .left_to_right = true,
                   .length_max = 500});
    button(h, msg::hooks_subscribe);
}

Response shown(Asked const& asked, HooksPage page, int status = 200) {
    page.csrf = asked.visitor.csrf;
    return http::shown(asked, {.title = msg::hooks_title}, [&](Html& h) { show(h, page); }, status);
}

HooksPage page_for(db::Reader& reader, AdministrationId id) {
    HooksPage page;
    page.administration = id;
    page.hooks = store::hooks_of(reader, id);
    page.last = store::last_event(reader);
    return page;
}

Result<Response> list(Pages const& pages, Asked const& asked) {
    auto const id = TRY(own(pages, asked));
    auto page = page_for(asked.db, id);
    page.fresh = HookId{asked.request.asked_number("new").value_or(0)};
    for (auto const& hook : page.hooks)
        if (hook.id == page.fresh && may_read_secret(hook, asked.visitor.person, asked.now))
            page.secret = secret_of(pages.outbox.inside().ways, hook);
    return shown(asked, std::move(page));
}

// Whoever looks after one administration alone has nothing to choose.
Result<Response> choose(Pages const& pages, Asked const& asked) {
    std::set<AdministrationId> ids;
    for (auto const& grant : asked.visitor.grants)
        if (looks_after(asked.visitor, grant.administration)) ids.insert(grant.administration);
    if (asked.visitor.is(http::Role::administrator, people::platform))
        for (auto const id : store::subscribers(asked.db)) ids.insert(id);
    auto const places = pages.directory.picture();
    std::erase_if(ids, [&](AdministrationId id) { return places->administration(id) == nullptr; });
    if (ids.size() == 1) return there(asked, page_of(*ids.begin()));
    bool const may =
        asked.visitor.is(http::Role::head) || asked.visitor.is(http::Role::administrator);
    if (!may) return Refusal{Refused::forbidden, say(msg::refusal_hooks_not_yours)};
    return http::shown(asked, {.title = msg::hooks_title}, [&](Html& h) {
        h("<h1>"_h, msg::hooks_title, "</h1><p class=\"lead\">"_h, msg::hooks_lead, "</p>"_h);
        if (ids.empty()) return empty_state(h, msg::hooks_nobody);
        h("<ul>"_h);
        for (auto const id : ids) {
            auto const& name = places->administration(id)->name;
            h("<li><a href=\""_h, page_of(id), "\">"_h,
              Foreign{directory::in(h.language(), name), directory::spoken(h.language(), name)},
              "</a></li>"_h);
        }
        h("</ul>"_h);
    });
}

Result<Response> create(Pages const& pages, Acted const& acted) {
    auto const id = TRY(own(pages, acted));
    auto const address = acted.request.field("address");
    auto made = acted.write([&](db::Writer& writer) {
        return subscribe(pages.outbox, writer, id, address, acted.visitor.person, acted.now);
    });
    if (!made.refused())
        return there(acted, with(page_of(id), "new", std::to_string(made.value().value())));
    auto page = page_for(acted.db, id);
    page.typed = address;
    page.faults.add(made.refusal());
    return shown(acted, std::move(page), http::status_of(made.refusal().why));
}

Outcome done(db::Writer& writer, HookId id, AdministrationId owner, std::string_view what,
             std::int64_t number, Instant now) {
    if (what == "replay") return replay(writer, id, owner, number, now);
    if (what == "stop") return stop_hook(writer, id, owner, now);
    if (what == "resume") return resume_hook(writer, id, owner, now);
    if (what == "remove") return remove_hook(writer, id, owner);
    return Refusal{Refused::not_found, {}};
}

Result<Response> change(Pages const& pages, Acted const& acted) {
    auto const owner = TRY(own(pages, acted));
    HookId const id{number_in(acted.wild(1))};
    auto const field = "number-" + std::to_string(id.value());
    auto const number = acted.request.field_number(field).value_or(0);
    auto const outcome = acted.write([&](db::Writer& writer) {
        return done(writer, id, owner, acted.wild(2), number, acted.now);
    });
    if (!outcome.refused()) return there(acted, page_of(owner));
    if (outcome.refusal().field != "number") return outcome.refusal();
    auto page = page_for(acted.db, owner);
    page.refused = id;
    page.number = acted.request.field(field);
    page.faults.add(field, outcome.refusal().what);
    return shown(acted, std::move(page), http::status_of(outcome.refusal().why));
}

}  // namespace

void add_hook_pages(http::Router& router, Pages const& pages) {
    static constexpr http::Route<Pages> routes[] = {
        http::get<Pages>("/office/webhooks", http::Allow::staff, choose),
        http::get<Pages>("/office/webhooks/:administration", http::Allow::staff, list),
        http::post<Pages>("/office/webhooks/:administration", http::Allow::staff, create),
        http::post<Pages>("/office/webhooks/:administration/:hook/:act", http::Allow::staff,
                          change),
    };
    router.add("notices", pages, std::span<http::Route<Pages> const>(routes));
}

}  // namespace wasl::notices
