// SPDX-License-Identifier: Apache-2.0
#include "modules/notices/views.hpp"

#include "modules/notices/messages.hpp"

namespace wasl::notices::views {

using namespace html;

namespace {

void sections(Html& h, int current, int unread) {
    tabs(h, msg::tabs,
         {{to("/notices"), msg::tab_all, current == 0},
          {with(to("/notices"), "show", "unread"), msg::tab_unread, current == 1, unread},
          {to("/notices/preferences"), msg::tab_preferences, current == 2}});
}

void one(Html& h, Shown const& shown, std::string_view csrf, Said const& about) {
    auto const& item = shown.item;
    h("<article class=\"notice\"><h2>"_h, Foreign{shown.subject, shown.language}, "</h2>"_h);
    if (!item.read) tag(h, Tone::info, msg::new_);
    h("<p>"_h, Foreign{shown.body, shown.language}, "</p><p>"_h, item.posted_at, "</p>"_h);
    {
        ButtonRow const row(h);
        if (!item.link.empty())
            post_button(h, {.action = to("/notices/", item.id, "/open"),
                            .label = msg::open,
                            .csrf = csrf,
                            .kind = ButtonKind::primary,
                            .about = about});
        if (!item.read)
            post_button(h, {.action = to("/notices/", item.id, "/read"),
                            .label = msg::mark_read,
                            .csrf = csrf,
                            .kind = ButtonKind::quiet,
                            .about = about});
    }
    h("</article>"_h);
}

Message const& word_of(std::string_view stem, std::string const& name) {
    auto const* const found = msg::find(std::string(stem) + name);
    check(found != nullptr, "every channel and state has a word");
    return *found;
}

}  // namespace

void inbox(Html& h, InboxPage const& page) {
    h("<h1>"_h, msg::title, "</h1>"_h);
    sections(h, page.unread_only ? 1 : 0, page.unread);
    if (page.items.empty()) {
        if (page.unread_only)
            empty_state(h, msg::empty_unread_title);
        else
            empty_state(h, msg::empty_title, msg::empty_text);
        return;
    }
    if (page.unread > 0)
        post_button(
            h, {.action = to("/notices/read"), .label = msg::mark_all_read, .csrf = page.csrf});
    ListNames names;
    for (auto const& shown : page.items) one(h, shown, page.csrf, names.of(shown.subject));
    if (page.older)
        h("<p><a href=\""_h, with(to("/notices"), "before", std::to_string(page.older->value())),
          "\">"_h, msg::older, "</a></p>"_h);
}

void preferences(Html& h, bool by_email, std::string_view csrf) {
    h("<h1>"_h, msg::preferences_title, "</h1>"_h);
    sections(h, 2, 0);
    Form const post(h, {.action = to("/notices/preferences"), .csrf = csrf});
    checkbox(h, {.name = "by_email",
                 .label = msg::preferences_by_email,
                 .hint = msg::preferences_hint,
                 .value = by_email ? "1" : "",
                 .required = false});
    button(h, msg::preferences_save);
}

void letters(Html& h, std::vector<store::Letter> const& all, std::string_view csrf) {
    h("<h1>"_h, msg::letters_title, "</h1><p>"_h, msg::letters_lead, "</p>"_h);
    if (all.empty()) {
        empty_state(h, msg::letters_empty);
        return;
    }
    Table table(h, msg::letters_caption,
                {{msg::letters_posted},
                 {msg::letters_channel},
                 {msg::letters_state},
                 {msg::letters_tries, Column::number},
                 {msg::letters_why},
                 {msg::letters_actions, Column::actions}});
    int row = 0;
    ListNames names;
    for (auto const& letter : all) {
        table.row();
        auto const about = names.of(std::to_string(++row));
        table.cell(letter.posted_at);
        table.cell(word_of("channel.", letter.channel));
        table.cell(word_of("state.", letter.state));
        table.cell(letter.tries);
        table.cell(html::code(letter.why));
        table.cell_with([&] {
            if (letter.state == "sending") return;
            ButtonRow const buttons(h);
            if (!letter.body.empty())
                post_button(h, {.action = to("/admin/letters/", letter.id, "/retry"),
                                .label = msg::letters_retry,
                                .csrf = csrf,
                                .about = about});
            post_button(h, {.action = to("/admin/letters/", letter.id, "/drop"),
                            .label = msg::letters_drop,
                            .csrf = csrf,
                            .about = about});
        });
    }
}

}  // namespace wasl::notices::views
