// SPDX-License-Identifier: Apache-2.0
#include "modules/people/inside.hpp"
#include "modules/people/messages.hpp"
#include "modules/people/names.hpp"
#include "modules/people/views_account.hpp"

namespace wasl::people {
namespace {

using http::Acted;
using http::Asked;
using http::Response;

Person me(Asked const& asked) {
    return store::person(asked.db, asked.visitor.person).value_or(Person{});
}

Shown show_home(Pages const& pages, Asked const& asked) {
    views::Home home{me(asked), store::holdings_of(asked.db, asked.visitor.person, asked.today),
                     false};
    home.second_factor_missing = !home.posts.empty() && asked.visitor.grants.empty() &&
                                 pages.desk.inside().settings.officer_totp_required;
    return http::shown(asked, {.title = msg::account_title},
                       [&](html::Html& h) { views::home(h, home); });
}

Shown edit_form(Asked const& asked, std::string_view name, Language language,
                html::Faults const& faults) {
    return http::shown(
        asked, {.title = msg::edit_title},
        [&](html::Html& h) { views::edit(h, {asked.visitor.csrf, name, language, faults}); },
        status_of(faults));
}

Shown show_edit(Pages const&, Asked const& asked) {
    auto const person = me(asked);
    return edit_form(asked, person.name, person.language, {});
}

Shown save_edit(Pages const&, Acted const& acted) {
    auto const& request = acted.request;
    auto const language = language_named(request.field("language"));
    auto const saved = acted.write([&](db::Writer& writer) -> Outcome {
        TRY(rename(writer, acted.visitor.person, request.field("name"), acted.now));
        return set_language(writer, acted.visitor.person, language);
    });
    if (saved.refused())
        return edit_form(acted, request.field("name"), language, faults_of(saved.refusal()));
    return go(acted, "/account");
}

Shown contacts_page(Asked const& asked, html::Faults const& faults) {
    views::ContactsPage const page{me(asked), asked.visitor.csrf, asked.request.field("contact"),
                                   faults};
    return http::shown(
        asked, {.title = msg::contacts_title}, [&](html::Html& h) { views::contacts(h, page); },
        status_of(faults));
}

Shown show_contacts(Pages const&, Asked const& asked) { return contacts_page(asked, {}); }

Result<Response> try_contact(Pages const& pages, Acted const& acted) {
    auto const address = TRY(contact(acted.request.field("contact")));
    auto const handle = TRY(ask_code(pages.desk, Purpose::contact, address, acted.visitor.person,
                                     acted.language(), acted.request.client, acted.now));
    auto response = go(acted, "/account/contacts/code");
    http::set_cookie(response, code_cookie, handle,
                     {.max_age = std::chrono::minutes(40), .secure = acted.request.secure});
    return response;
}

Shown send_contact(Pages const& pages, Acted const& acted) {
    auto result = try_contact(pages, acted);
    if (!result.refused()) return result;
    return contacts_page(acted, faults_of(result.refusal()));
}

Shown contact_code_form(Pages const& pages, Asked const& asked, html::Faults const& faults) {
    auto const sent = sent_to(pages.desk, asked.db, handle_of(asked), asked.now);
    if (!sent) return go(asked, "/account/contacts");
    return http::shown(
        asked, {.title = msg::code_title},
        [&](html::Html& h) { views::contact_code(h, {asked.visitor.csrf, *sent, faults}); },
        status_of(faults));
}

Shown show_contact_code(Pages const& pages, Asked const& asked) {
    return contact_code_form(pages, asked, {});
}

Outcome try_contact_code(Pages const& pages, Acted const& acted) {
    auto const& request = acted.request;
    TRY(use_code(pages.desk, Purpose::contact, handle_of(acted), request.field("code"),
                 request.client, acted.now));
    return acted.write([&](db::Writer& writer) {
        return add_contact(pages.desk, writer, acted.visitor.person, handle_of(acted), acted.now);
    });
}

Shown enter_contact_code(Pages const& pages, Acted const& acted) {
    auto const done = try_contact_code(pages, acted);
    if (done.refused()) {
        auto const& refusal = done.refusal();
        if (refusal.field == "contact") return contacts_page(acted, faults_of(refusal));
        if (about_form(refusal)) return contact_code_form(pages, acted, faults_of(refusal));
        return refusal;
    }
    auto response = go(acted, "/account/contacts");
    forget_cookie(response, acted, code_cookie);
    return response;
}

Shown take_contact_away(Pages const&, Acted const& acted) {
    auto const kind =
        acted.request.field("kind") == "phone" ? Contact::Kind::phone : Contact::Kind::email;
    TRY(acted.write([&](db::Writer& writer) {
        return people::remove_contact(writer, acted.visitor.person, kind);
    }));
    return go(acted, "/account/contacts");
}

Shown password_form(Asked const& asked, html::Faults const& faults) {
    bool const has_one = !store::password(asked.db, asked.visitor.person).empty();
    return http::shown(
        asked, {.title = msg::password_title},
        [&](html::Html& h) { views::password(h, {asked.visitor.csrf, has_one, faults}); },
        status_of(faults));
}

Shown show_password(Pages const&, Asked const& asked) { return password_form(asked, {}); }

Shown save_password(Pages const& pages, Acted const& acted) {
    auto const& request = acted.request;
    auto const saved =
        change_password(pages.desk, acted.visitor.person, request.field("old"),
                        request.field("password"), request.cookie(session_cookie), acted.now);
    if (saved.refused()) return password_form(acted, faults_of(saved.refusal()));
    return go(acted, "/account");
}

Shown show_sessions(Pages const& pages, Asked const& asked) {
    auto const all = store::sessions(asked.db, asked.visitor.person, asked.now);
    auto const mine = store::session(
        asked.db, pages.desk.inside().hashed("session", asked.request.cookie(session_cookie)));
    return http::shown(asked, {.title = msg::sessions_title},
                       [&](html::Html& h) { views::sessions(h, all, mine, asked.visitor.csrf); });
}

Shown end_session(Pages const&, Acted const& acted) {
    TRY(acted.write([&](db::Writer& writer) -> Outcome {
        if (!store::revoke_session(writer, acted.visitor.person, SessionId{id_in_path(acted)},
                                   acted.now))
            return Refusal{Refused::not_found, {}};
        return Done{};
    }));
    return go(acted, "/account/sessions");
}

Shown end_other_sessions(Pages const& pages, Acted const& acted) {
    auto const token = pages.desk.inside().hashed("session", acted.request.cookie(session_cookie));
    TRY(acted.write([&](db::Writer& writer) -> Outcome {
        store::revoke_sessions(writer, acted.visitor.person, store::session(writer, token),
                               acted.now);
        return Done{};
    }));
    return go(acted, "/account/sessions");
}

Shown data_page(Pages const& pages, Asked const& asked, html::Faults const& faults) {
    views::DataPage const page{store::data_requests_of(asked.db, asked.visitor.person),
                               asked.visitor.csrf, asked.request.field("words"), faults};
    return http::shown(
        asked, {.title = msg::data_title},
        [&](html::Html& h) { views::data(h, pages.desk.inside().settings, page); },
        status_of(faults));
}

Shown show_data(Pages const& pages, Asked const& asked) { return data_page(pages, asked, {}); }

Shown export_data(Pages const& pages, Asked const& asked) {
    auto text = export_of(pages.desk, pages.rights, asked.db, asked.visitor.person, asked.now);
    return http::download(std::move(text), "application/json", "wasl.json");
}

Shown rectify(Pages const& pages, Acted const& acted) {
    auto const asked_for = acted.write([&](db::Writer& writer) {
        return ask_rectification(writer, acted.visitor.person, acted.request.field("words"),
                                 acted.now);
    });
    if (asked_for.refused()) return data_page(pages, acted, faults_of(asked_for.refusal()));
    return go(acted, "/account/data");
}

Shown erase_form(Asked const& asked, html::Faults const& faults) {
    return http::shown(
        asked, {.title = msg::erase_title},
        [&](html::Html& h) { views::erase(h, asked.visitor.csrf, faults); }, status_of(faults));
}

Shown show_erase(Pages const&, Asked const& asked) { return erase_form(asked, {}); }

Shown erase_account(Pages const& pages, Acted const& acted) {
    if (acted.request.field("sure") != "1")
        return erase_form(acted, faults_of({Refused::invalid, say(msg::refusal_sure), {}, "sure"}));
    auto const kept = acted.write([&](db::Writer& writer) {
        return erase(pages.desk, pages.rights, writer, acted.visitor.person, acted.today,
                     acted.now);
    });
    if (kept.refused()) return erase_form(acted, faults_of(kept.refusal()));
    http::Visitor const nobody;
    Asked const after{acted.request, nobody, acted.db, acted.now, acted.today, acted.site};
    auto response = http::shown(after, {.title = msg::erased_title},
                                [&](html::Html& h) { views::erased(h, kept.value()); });
    forget_cookie(response, acted, session_cookie);
    return response;
}

using enum http::Allow;

constexpr http::Route<Pages> account_pages[] = {
    http::get<Pages>("/account", citizen, show_home),
    http::get<Pages>("/account/edit", citizen, show_edit),
    http::post<Pages>("/account/edit", citizen, save_edit),
    http::get<Pages>("/account/contacts", citizen, show_contacts),
    http::post<Pages>("/account/contacts", citizen, send_contact, {.rate = http::Rate::sign_in}),
    http::get<Pages>("/account/contacts/code", citizen, show_contact_code),
    http::post<Pages>("/account/contacts/code", citizen, enter_contact_code,
                      {.rate = http::Rate::sign_in}),
    http::post<Pages>("/account/contacts/remove", citizen, take_contact_away),
    http::get<Pages>("/account/password", citizen, show_password),
    http::post<Pages>("/account/password", citizen, save_password, {.rate = http::Rate::sign_in}),
    http::get<Pages>("/account/sessions", citizen, show_sessions),
    http::post<Pages>("/account/sessions/:id/end", citizen, end_session),
    http::post<Pages>("/account/sessions/end-others", citizen, end_other_sessions),
    http::get<Pages>("/account/data", citizen, show_data),
    http::get<Pages>("/account/data/export.json", citizen, export_data),
    http::post<Pages>("/account/data/rectification", citizen, rectify),
    http::get<Pages>("/account/data/erase", citizen, show_erase),
    http::post<Pages>("/account/data/erase", citizen, erase_account),
};

}  // namespace

Routes account_routes() { return account_pages; }

}  // namespace wasl::people
