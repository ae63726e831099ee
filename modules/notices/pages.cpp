// SPDX-License-Identifier: Apache-2.0
#include <charconv>

#include "modules/notices/desk.hpp"
#include "modules/notices/hooks.hpp"
#include "modules/notices/messages.hpp"
#include "modules/notices/views.hpp"
#include "platform/http/page.hpp"
#include "platform/i18n/i18n.hpp"

namespace wasl::notices {
namespace {

using http::Acted;
using http::Asked;
using http::Response;

constexpr int items_a_page = 25;
constexpr std::chrono::minutes letters_late{15};

Response go(Asked const& asked, std::string_view path) {
    std::string to = "/";
    to += name_of(asked.language());
    to += path;
    return http::see_other(std::move(to));
}

std::int64_t id_in_path(Asked const& asked) {
    auto const text = asked.wild(0);
    std::int64_t id = 0;
    auto const end = text.data() + text.size();
    auto const [stopped, fault] = std::from_chars(text.data(), end, id);
    return fault == std::errc{} && stopped == end ? id : 0;
}

views::Shown said(Pages const& pages, Language language, store::Item item) {
    auto const& inside = pages.outbox.inside();
    auto const find = [&](std::string_view key) { return inside.message(key); };
    auto const subject = i18n::remember(item.subject, find);
    auto const body = i18n::remember(item.body, find);
    views::Shown shown{std::move(item), {}, {}, language};
    if (subject) shown.language = i18n::spoken(language, *subject->said.message);
    shown.subject = i18n::sentence(language, subject ? subject->said : say(msg::unreadable));
    shown.body = i18n::sentence(language, body ? body->said : say(msg::unreadable));
    return shown;
}

Result<Response> show_inbox(Pages const& pages, Asked const& asked) {
    auto const& request = asked.request;
    views::InboxPage page;
    page.unread_only = request.asked("show") == "unread";
    page.unread = asked.visitor.unread;
    page.csrf = asked.visitor.csrf;
    auto const before = NoticeId{request.asked_number("before").value_or(INT64_MAX)};
    auto items = page.unread_only
                     ? store::unread_items(asked.db, asked.visitor.person, items_a_page)
                     : store::items(asked.db, asked.visitor.person, before, items_a_page);
    if (!page.unread_only && items.size() == items_a_page) page.older = items.back().id;
    for (auto& item : items) page.items.push_back(said(pages, asked.language(), std::move(item)));
    return http::shown(asked, {.title = msg::title}, [&](html::Html& h) { views::inbox(h, page); });
}

Result<Response> open_notice(Pages const& pages, Acted const& acted) {
    auto const item = TRY(acted.write([&](db::Writer& writer) {
        return read_notice(pages.outbox, writer, acted.visitor.person, NoticeId{id_in_path(acted)},
                           acted.now);
    }));
    return go(acted, item.link.empty() ? "/notices" : html::same_site(item.link).text());
}

Result<Response> read_one_notice(Pages const& pages, Acted const& acted) {
    TRY(acted.write([&](db::Writer& writer) {
        return read_notice(pages.outbox, writer, acted.visitor.person, NoticeId{id_in_path(acted)},
                           acted.now);
    }));
    return go(acted, "/notices");
}

Result<Response> read_everything(Pages const& pages, Acted const& acted) {
    TRY(acted.write([&](db::Writer& writer) {
        return read_all(pages.outbox, writer, acted.visitor.person, acted.now);
    }));
    return go(acted, "/notices");
}

Result<Response> show_preferences(Pages const& pages, Asked const& asked) {
    auto const person = pages.people.person(asked.db, asked.visitor.person);
    html::PageHead head{.title = msg::preferences_title};
    if (asked.request.asked("saved") == "1") head.success = msg::preferences_saved;
    return http::shown(asked, head, [&](html::Html& h) {
        views::preferences(h, person && person->by_email, asked.visitor.csrf);
    });
}

Result<Response> save_preferences(Pages const& pages, Acted const& acted) {
    TRY(acted.write([&](db::Writer& writer) -> Outcome {
        pages.people.set_by_email(writer, acted.visitor.person,
                                  acted.request.field("by_email") == "1");
        return Done{};
    }));
    return go(acted, "/notices/preferences?saved=1");
}

// Letters belong to no administration: the platform's administrator looks after them.
bool is_operator(Asked const& asked) {
    return asked.visitor.is(http::Role::administrator, people::platform);
}

Result<Response> show_letters(Pages const&, Asked const& asked) {
    if (!is_operator(asked)) return Refusal{Refused::not_found, {}};
    auto const all = store::stuck(asked.db, asked.now - letters_late);
    return http::shown(asked, {.title = msg::letters_title, .wide = true},
                       [&](html::Html& h) { views::letters(h, all, asked.visitor.csrf); });
}

Result<Response> retry_stuck_letter(Pages const&, Acted const& acted) {
    if (!is_operator(acted)) return Refusal{Refused::not_found, {}};
    TRY(acted.write([&](db::Writer& writer) {
        return retry_letter(writer, LetterId{id_in_path(acted)}, acted.now);
    }));
    return go(acted, "/admin/letters");
}

Result<Response> drop_stuck_letter(Pages const&, Acted const& acted) {
    if (!is_operator(acted)) return Refusal{Refused::not_found, {}};
    TRY(acted.write([&](db::Writer& writer) {
        return drop_letter(writer, LetterId{id_in_path(acted)}, acted.now);
    }));
    return go(acted, "/admin/letters");
}

using enum http::Allow;

constexpr http::Route<Pages> notice_pages[] = {
    http::get<Pages>("/notices", citizen, show_inbox),
    http::post<Pages>("/notices/read", citizen, read_everything),
    http::post<Pages>("/notices/:id/read", citizen, read_one_notice),
    http::post<Pages>("/notices/:id/open", citizen, open_notice),
    http::get<Pages>("/notices/preferences", citizen, show_preferences),
    http::post<Pages>("/notices/preferences", citizen, save_preferences),
    http::get<Pages>("/admin/letters", administrator, show_letters),
    http::post<Pages>("/admin/letters/:id/retry", administrator, retry_stuck_letter),
    http::post<Pages>("/admin/letters/:id/drop", administrator, drop_stuck_letter),
};

}  // namespace

void add_pages(http::Router& router, Pages const& pages) {
    router.add<Pages>("notices", pages, notice_pages);
    add_hook_pages(router, pages);
}

}  // namespace wasl::notices
