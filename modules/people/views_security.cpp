// SPDX-License-Identifier: Apache-2.0
#include "modules/people/views_security.hpp"

#include "modules/people/messages.hpp"
#include "modules/people/qr.hpp"

namespace wasl::people::views {

using namespace html;

namespace {

void code_form(Html& h, SecurityPage const& page, Url const& action, Words const& label,
               ButtonKind kind) {
    Form const post(h, {.action = action, .csrf = page.csrf});
    one_time_code_field(h, {.name = "code",
                            .label = msg::second_label,
                            .error = page.faults.of("code"),
                            .length_max = 20});
    button(h, label, kind);
}

void not_begun(Html& h, SecurityPage const& page) {
    h("<p>"_h, msg::security_explained, "</p>"_h);
    post_button(h, {.action = to("/account/security/begin"),
                    .label = msg::second_begin,
                    .csrf = page.csrf,
                    .kind = ButtonKind::primary});
}

void under_way(Html& h, SecurityPage const& page) {
    h("<ol><li>"_h, msg::security_step_app, "</li><li>"_h, msg::security_step_scan, "</li><li>"_h,
      msg::security_step_code, "</li></ol>"_h);
    qr(h, page.enrolment.address, msg::security_qr);
    {
        SummaryList list(h);
        list.row(msg::security_key, html::code(page.enrolment.key));
    }
    code_form(h, page, to("/account/security/confirm"), msg::second_confirm, ButtonKind::primary);
}

void on(Html& h, SecurityPage const& page) {
    notice(h, Tone::success, msg::security_on);
    h("<p>"_h, say(msg::recovery_left, {number("count", page.recovery_codes_left)}), "</p><h2>"_h,
      msg::security_end_title, "</h2><p>"_h, msg::security_end_lead, "</p>"_h);
    code_form(h, page, to("/account/security/end"), msg::security_end, ButtonKind::danger);
}

}  // namespace

void security(Html& h, SecurityPage const& page) {
    breadcrumbs(h, {{to("/account"), msg::account_title}});
    h("<h1>"_h, msg::second_title, "</h1>"_h);
    error_summary(h, page.faults);
    if (page.enrolment.key.empty())
        not_begun(h, page);
    else if (page.enrolment.on)
        on(h, page);
    else
        under_way(h, page);
}

void recovery_codes(Html& h, std::vector<std::string> const& codes) {
    confirmation(h, msg::security_on);
    h("<h2>"_h, msg::recovery_title, "</h2><p>"_h, msg::recovery_lead, "</p><ul>"_h);
    for (auto const& one : codes) h("<li>"_h, html::code(one), "</li>"_h);
    h("</ul>"_h);
    link_button(h, to("/account"), msg::recovery_kept);
}

void tokens(Html& h, TokensPage const& page) {
    breadcrumbs(h, {{to("/account"), msg::account_title}});
    h("<h1>"_h, msg::tokens_title, "</h1>"_h);
    error_summary(h, page.faults);
    h("<p>"_h, msg::tokens_lead, "</p>"_h);
    if (!page.made.empty()) {
        Panel const panel(h, Tone::success, msg::token_made);
        h("<p>"_h, html::code(page.made), "</p>"_h);
    }
    if (page.tokens.empty()) {
        empty_state(h, msg::tokens_empty);
    } else {
        Table table(
            h, msg::tokens_title,
            {{msg::token_name}, {msg::token_scope}, {msg::until}, {msg::actions, Column::actions}});
        ListNames names;
        for (auto const& token : page.tokens) {
            table.row();
            table.cell(isolated(token.name));
            auto const* const scope = msg::find("scope." + token.scope);
            table.cell(scope ? *scope : msg::scope_read);
            table.cell(token.expires_at);
            table.cell_with([&] {
                post_button(h, {.action = to("/account/tokens/", token.id, "/revoke"),
                                .label = msg::token_revoke,
                                .csrf = page.csrf,
                                .about = names.of(token.name)});
            });
        }
    }
    h("<h2>"_h, msg::token_new, "</h2>"_h);
    Form const post(h, {.action = to("/account/tokens"), .csrf = page.csrf});
    text_field(h, {.name = "name",
                   .label = msg::token_name,
                   .hint = msg::token_name_hint,
                   .value = page.name,
                   .error = page.faults.of("name"),
                   .length_max = 100});
    std::vector<Choice> scopes{{"read", msg::scope_read}, {"file", msg::scope_file}};
    if (page.office) scopes.push_back({"office", msg::scope_office});
    radio_group(h,
                {.name = "scope",
                 .label = msg::token_scope,
                 .value = page.scope,
                 .error = page.faults.of("scope")},
                scopes);
    number_field(h,
                 {.name = "days",
                  .label = msg::token_days,
                  .value = page.days,
                  .error = page.faults.of("days")},
                 {.min = 1, .max = 365});
    button(h, msg::token_make);
}

}  // namespace wasl::people::views
