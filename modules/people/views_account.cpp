// SPDX-License-Identifier: Apache-2.0
#include "modules/people/views_account.hpp"

#include "modules/people/messages.hpp"
#include "modules/people/names.hpp"
#include "platform/i18n/i18n.hpp"

namespace wasl::people::views {

using namespace html;

namespace {

Message const& message_of(std::string_view stem, std::string_view name) {
    auto const* const found = msg::find(std::string(stem) + std::string(name));
    check(found != nullptr, "every role and state has a word");
    return *found;
}

Message const& word_of(Assurance assurance) {
    switch (assurance) {
        case Assurance::none: return msg::assurance_none;
        case Assurance::contact_confirmed: return msg::assurance_contact;
        case Assurance::counter_verified: return msg::assurance_counter;
    }
    throw Bug("an assurance that was never declared");
}

void contact_row(SummaryList& list, Message const& label, std::string const& contact) {
    if (contact.empty())
        list.row_to_change(label, to("/account/contacts"), msg::contact_none);
    else
        list.row_to_change(label, to("/account/contacts"), html::code(contact));
}

void posts(Html& h, Home const& home) {
    if (home.posts.empty()) return;
    h("<h2>"_h, msg::posts_title, "</h2>"_h);
    if (home.second_factor_missing) {
        Panel const panel(h, Tone::warning, msg::posts_shut_title);
        h("<p>"_h, msg::posts_shut, "</p>"_h);
        link_button(h, to("/account/security"), msg::second_begin);
    }
    Table table(h, msg::posts_title,
                {{msg::position_title}, {msg::role}, {msg::from}, {msg::until}});
    for (auto const& post : home.posts) {
        table.row();
        table.cell(Foreign{title_in(h.language(), post.title_ar, post.title_fr),
                           title_language(h.language(), post.title_fr)});
        table.cell(message_of("role.", people::name_of(post.role)));
        table.cell(post.from);
        if (post.until.time_since_epoch() >= day(9999, 1, 1).time_since_epoch())
            table.cell(msg::open_end);
        else
            table.cell(post.until);
    }
}

}  // namespace

void home(Html& h, Home const& home) {
    auto const& person = home.person;
    h("<h1>"_h, msg::account_title, "</h1>"_h);
    {
        SummaryList list(h);
        list.row_to_change(msg::name_label, to("/account/edit"), isolated(person.name));
        list.row_to_change(msg::language_label, to("/account/edit"),
                           Foreign{i18n::own_name(person.language), person.language});
        contact_row(list, msg::email, person.email);
        contact_row(list, msg::phone, person.phone);
        list.row(msg::assurance, word_of(person.assurance));
    }
    posts(h, home);
    Cards cards(h);
    cards.card({to("/account/mandates"), msg::mandates_title, msg::mandates_lead});
    cards.card({to("/account/password"), msg::password_title, msg::password_lead});
    cards.card({to("/account/security"), msg::second_title, msg::security_lead});
    cards.card({to("/account/sessions"), msg::sessions_title, msg::sessions_lead});
    cards.card({to("/account/tokens"), msg::tokens_title, msg::tokens_lead});
    cards.card({to("/account/data"), msg::data_title, msg::data_lead});
    if (!home.posts.empty())
        cards.card({to("/account/delegations"), msg::delegations_title, msg::delegations_lead});
}

void edit(Html& h, EditForm const& form) {
    breadcrumbs(h, {{to("/account"), msg::account_title}});
    h("<h1>"_h, msg::edit_title, "</h1>"_h);
    error_summary(h, form.faults);
    Form const post(h, {.action = to("/account/edit"), .csrf = form.csrf});
    text_field(h, {.name = "name",
                   .label = msg::name_label,
                   .hint = msg::name_hint,
                   .value = form.name,
                   .error = form.faults.of("name"),
                   .autocomplete = "name"});
    auto const choices = language_choices();
    radio_group(h,
                {.name = "language",
                 .label = msg::language_label,
                 .hint = msg::language_hint,
                 .value = wasl::name_of(form.language)},
                choices);
    button(h, msg::save);
}

void contacts(Html& h, ContactsPage const& page) {
    breadcrumbs(h, {{to("/account"), msg::account_title}});
    h("<h1>"_h, msg::contacts_title, "</h1>"_h);
    error_summary(h, page.faults);
    auto const& person = page.person;
    {
        SummaryList list(h);
        for (auto const& [label, contact] :
             {std::pair(&msg::email, &person.email), std::pair(&msg::phone, &person.phone)}) {
            if (contact->empty())
                list.row(*label, msg::contact_none);
            else
                list.row(*label, html::code(*contact));
        }
    }
    if (!person.email.empty() && !person.phone.empty()) {
        ButtonRow const row(h);
        post_button(h, {.action = to("/account/contacts/remove"),
                        .label = msg::remove_email,
                        .csrf = page.csrf,
                        .name = "kind",
                        .value = "email"});
        post_button(h, {.action = to("/account/contacts/remove"),
                        .label = msg::remove_phone,
                        .csrf = page.csrf,
                        .name = "kind",
                        .value = "phone"});
    }
    h("<h2>"_h, msg::contact_add, "</h2><p>"_h, msg::contact_add_lead, "</p>"_h);
    Form const post(h, {.action = to("/account/contacts"), .csrf = page.csrf});
    text_field(h, {.name = "contact",
                   .label = msg::contact_label,
                   .hint = contact_hint(),
                   .value = page.typed,
                   .error = page.faults.of("contact"),
                   .left_to_right = true});
    button(h, msg::sign_in_send_code);
}

void contact_code(Html& h, ContactCodeForm const& form) {
    breadcrumbs(
        h, {{to("/account"), msg::account_title}, {to("/account/contacts"), msg::contacts_title}});
    h("<h1>"_h, msg::code_title, "</h1>"_h);
    error_summary(h, form.faults);
    h("<p>"_h, say(msg::code_lead, {text("contact", form.sent_to.text)}), "</p>"_h);
    Form const post(h, {.action = to("/account/contacts/code"), .csrf = form.csrf});
    one_time_code_field(h, {.name = "code",
                            .label = msg::code_label,
                            .hint = msg::code_hint,
                            .error = form.faults.of("code"),
                            .length_max = 12});
    button(h, msg::go_on);
}

void password(Html& h, PasswordForm const& form) {
    breadcrumbs(h, {{to("/account"), msg::account_title}});
    h("<h1>"_h, msg::password_title, "</h1>"_h);
    error_summary(h, form.faults);
    h("<p>"_h, msg::password_effect, "</p>"_h);
    Form const post(h, {.action = to("/account/password"), .csrf = form.csrf});
    if (form.has_one)
        password_field(h, {.name = "old",
                           .label = msg::password_old,
                           .error = form.faults.of("old"),
                           .autocomplete = "current-password"});
    password_field(h, {.name = "password",
                       .label = msg::password_new,
                       .hint = msg::password_hint,
                       .error = form.faults.of("password"),
                       .autocomplete = "new-password"});
    button(h, msg::save);
}

void sessions(Html& h, std::vector<store::Session> const& all, std::optional<SessionId> mine,
              std::string_view csrf) {
    breadcrumbs(h, {{to("/account"), msg::account_title}});
    h("<h1>"_h, msg::sessions_title, "</h1><p>"_h, msg::sessions_lead, "</p>"_h);
    {
        Table table(h, msg::sessions_title,
                    {{msg::device}, {msg::since}, {msg::seen}, {msg::actions, Column::actions}});
        ListNames names;
        for (auto const& session : all) {
            table.row();
            if (session.device.empty())
                table.cell(msg::device_unknown);
            else
                table.cell(html::code(session.device));
            table.cell(session.made_at);
            table.cell(session.seen_at);
            table.cell_with([&] {
                if (mine == session.id)
                    h(msg::session_this);
                else
                    post_button(h, {.action = to("/account/sessions/", session.id, "/end"),
                                    .label = msg::session_end,
                                    .csrf = csrf,
                                    .about = names.of(session.device)});
            });
        }
    }
    if (all.size() > 1)
        post_button(h, {.action = to("/account/sessions/end-others"),
                        .label = msg::sessions_end_others,
                        .csrf = csrf,
                        .kind = ButtonKind::danger});
}

void data(Html& h, Settings const& settings, DataPage const& page) {
    breadcrumbs(h, {{to("/account"), msg::account_title}});
    h("<h1>"_h, msg::data_title, "</h1>"_h);
    error_summary(h, page.faults);
    h("<p>"_h, msg::data_lead, "</p>"_h);
    data_notice(h, settings, msg::notice_purpose_account);
    h("<h2>"_h, msg::data_access, "</h2><p>"_h, msg::data_access_lead, "</p>"_h);
    link_button(h, to("/account/data/export.json"), msg::data_download, ButtonKind::secondary);
    h("<h2>"_h, msg::data_rectify, "</h2><p>"_h, msg::data_rectify_lead, "</p>"_h);
    {
        Form const post(h, {.action = to("/account/data/rectification"), .csrf = page.csrf});
        text_area(h, {.name = "words",
                      .label = msg::data_words,
                      .value = page.words,
                      .error = page.faults.of("words"),
                      .length_max = 2000});
        button(h, msg::send, ButtonKind::secondary);
    }
    for (auto const& request : page.requests) {
        if (request.kind != "rectification") continue;
        Panel const panel(h, request.answered_at ? Tone::success : Tone::info,
                          request.answered_at ? msg::data_answered : msg::data_waiting);
        h("<p>"_h, request.made_at, "</p><p>"_h, isolated(request.words), "</p>"_h);
        if (request.answered_at) h("<p>"_h, isolated(request.answer), "</p>"_h);
    }
    h("<h2>"_h, msg::erase_title, "</h2><p>"_h, msg::erase_lead, "</p>"_h);
    link_button(h, to("/account/data/erase"), msg::erase_title, ButtonKind::danger);
}

void erase(Html& h, std::string_view csrf, Faults const& faults) {
    breadcrumbs(h, {{to("/account"), msg::account_title}, {to("/account/data"), msg::data_title}});
    h("<h1>"_h, msg::erase_title, "</h1>"_h);
    error_summary(h, faults);
    h("<p>"_h, msg::erase_lead, "</p><p>"_h, msg::erase_kept, "</p>"_h);
    Form const post(h, {.action = to("/account/data/erase"), .csrf = csrf});
    checkbox(h, {.name = "sure", .label = msg::erase_sure, .error = faults.of("sure")});
    button(h, msg::erase_now, ButtonKind::danger);
}

void erased(Html& h, std::vector<Said> const& kept) {
    confirmation(h, msg::erased_title);
    h("<p>"_h, msg::erased_lead, "</p>"_h);
    if (kept.empty()) return;
    h("<h2>"_h, msg::erased_kept, "</h2><ul>"_h);
    for (auto const& what : kept) h("<li>"_h, what, "</li>"_h);
    h("</ul>"_h);
}

}  // namespace wasl::people::views
