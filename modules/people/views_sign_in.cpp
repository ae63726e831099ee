// SPDX-License-Identifier: Apache-2.0
#include "modules/people/views_sign_in.hpp"

#include "modules/people/messages.hpp"

namespace wasl::people::views {

using namespace html;

namespace {

void contact_field(Html& h, std::string_view value, Faults const& faults) {
    text_field(h, {.name = "contact",
                   .label = msg::contact_label,
                   .hint = contact_hint(),
                   .value = value,
                   .error = faults.of("contact"),
                   .autocomplete = "username",
                   .left_to_right = true});
}

void password_choice(Html& h, Faults const& faults, Words const& label, Words const& hint,
                     bool required, std::string_view autocomplete) {
    password_field(h, {.name = "password",
                       .label = label,
                       .hint = hint,
                       .error = faults.of("password"),
                       .required = required,
                       .autocomplete = autocomplete});
}

}  // namespace

void sign_in(Html& h, SignInForm const& form) {
    h("<h1>"_h, msg::sign_in_title, "</h1>"_h);
    error_summary(h, form.faults);
    h("<p>"_h, msg::sign_in_lead, "</p>"_h);
    Form const post(h, {.action = to("/sign-in"), .csrf = form.csrf});
    if (!form.next.empty()) hidden_field(h, "next", form.next);
    contact_field(h, form.contact, form.faults);
    button(h, msg::sign_in_send_code, ButtonKind::primary, "way", "code");
    Disclosure const password(h, msg::sign_in_by_password, form.password_open);
    password_choice(h, form.faults, msg::password_label, {}, true, "current-password");
    button(h, msg::sign_in_enter, ButtonKind::secondary, "way", "password");
    h("<p><a href=\""_h, to("/password/forgotten"), "\">"_h, msg::password_forgotten, "</a></p>"_h);
}

void code(Html& h, CodeForm const& form) {
    h("<h1>"_h, msg::code_title, "</h1>"_h);
    error_summary(h, form.faults);
    h("<p>"_h, say(msg::code_lead, {text("contact", form.sent_to.text)}), "</p>"_h);
    {
        Form const post(h, {.action = form.action, .csrf = form.csrf});
        if (!form.next.empty()) hidden_field(h, "next", form.next);
        one_time_code_field(h, {.name = "code",
                                .label = msg::code_label,
                                .hint = msg::code_hint,
                                .error = form.faults.of("code"),
                                .length_max = 12});
        if (form.new_password)
            password_choice(h, form.faults, msg::password_new, msg::password_hint, true,
                            "new-password");
        button(h, msg::go_on);
    }
    h("<p><a href=\""_h, form.again, "\">"_h, msg::code_again, "</a></p>"_h);
}

void new_account(Html& h, Settings const& settings, AccountForm const& form) {
    h("<h1>"_h, form.first_administrator ? msg::first_title : msg::new_title, "</h1>"_h);
    error_summary(h, form.faults);
    if (!form.first_administrator)
        h("<p>"_h, say(msg::new_lead, {text("contact", form.contact)}), "</p>"_h);
    {
        Form const post(h, {.action = form.action, .csrf = form.csrf});
        if (!form.next.empty()) hidden_field(h, "next", form.next);
        if (form.first_administrator) {
            hidden_field(h, "key", form.key);
            contact_field(h, form.contact, form.faults);
        }
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
                     .value = wasl::name_of(form.language),
                     .error = form.faults.of("language")},
                    choices);
        password_choice(h, form.faults, msg::password_label,
                        form.first_administrator ? msg::password_hint : msg::password_may_be_empty,
                        form.first_administrator, "new-password");
        data_notice(h, settings, msg::notice_purpose_account);
        button(h, msg::new_make);
    }
}

void second(Html& h, SecondForm const& form) {
    h("<h1>"_h, msg::second_title, "</h1>"_h);
    error_summary(h, form.faults);
    h("<p>"_h, msg::second_lead, "</p>"_h);
    Form const post(h, {.action = to("/sign-in/second"), .csrf = form.csrf});
    if (!form.next.empty()) hidden_field(h, "next", form.next);
    one_time_code_field(h, {.name = "code",
                            .label = msg::second_label,
                            .hint = msg::second_hint,
                            .error = form.faults.of("code"),
                            .length_max = 20});
    button(h, msg::go_on);
}

void forgotten(Html& h, ForgottenForm const& form) {
    h("<h1>"_h, msg::forgotten_title, "</h1>"_h);
    error_summary(h, form.faults);
    h("<p>"_h, msg::forgotten_lead, "</p>"_h);
    Form const post(h, {.action = to("/password/forgotten"), .csrf = form.csrf});
    contact_field(h, form.contact, form.faults);
    button(h, msg::sign_in_send_code);
}

}  // namespace wasl::people::views
