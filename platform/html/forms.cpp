// SPDX-License-Identifier: Apache-2.0
#include "platform/html/forms.hpp"

#include "platform/html/messages.hpp"

namespace wasl::html {

void hidden_field(Html& h, std::string_view name, std::string_view value) {
    h("<input type=\"hidden\" name=\""_h, name, "\" value=\""_h, value, "\">"_h);
}

Form::Form(Html& h, FormFrame const& frame) : h_(h) {
    h("<form method=\"post\" action=\""_h, frame.action, "\""_h,
      when(frame.multipart, " enctype=\"multipart/form-data\""_h),
      when(frame.narrow, " class=\"narrow\""_h), " novalidate>"_h);
    hidden_field(h, csrf_field_name, frame.csrf);
    if (!frame.once.empty()) hidden_field(h, once_field_name, frame.once);
}

FilterForm::FilterForm(Html& h, Url const& action) : h_(h) {
    h("<form method=\"get\" class=\"filter\" action=\""_h, action, "\">"_h);
}

Fieldset::Fieldset(Html& h, Words const& legend, Words const& hint) : h_(h) {
    h("<fieldset><legend>"_h, legend, "</legend>"_h);
    if (hint) h("<p class=\"hint\">"_h, hint, "</p>"_h);
}

Said Faults::of(std::string_view field) const {
    for (auto const& [name, what] : all_)
        if (name == field) return what;
    return {};
}

void error_summary(Html& h, Faults const& faults) {
    if (!faults.any()) return;
    h("<div class=\"errors\" role=\"alert\" tabindex=\"-1\" autofocus><h2>"_h,
      say(msg::errors_title, {number("count", faults.all().size())}), "</h2><ul>"_h);
    for (auto const& [field, what] : faults.all()) {
        h("<li>"_h);
        if (field.empty())
            h(what);
        else
            h("<a href=\"#field-"_h, field, "\">"_h, what, "</a>"_h);
        h("</li>"_h);
    }
    h("</ul></div>"_h);
}

static Lit class_of(ButtonKind kind) {
    switch (kind) {
        case ButtonKind::primary: return "button"_h;
        case ButtonKind::secondary: return "button secondary"_h;
        case ButtonKind::danger: return "button danger"_h;
        case ButtonKind::quiet: return "button quiet"_h;
    }
    return "button"_h;
}

Said ListNames::of(std::string_view name) {
    auto const times = ++seen_[std::string(name)];
    if (times == 1) return say(msg::named, {text("name", name)});
    return say(msg::named_again, {text("name", name), number("times", times)});
}

static void say_about(Html& h, Words const& about) {
    if (about) h("<span class=\"unseen\"> "_h, about, "</span>"_h);
}

void button(Html& h, Words const& label, ButtonKind kind, std::string_view name,
            std::string_view value, Words const& about) {
    h("<button class=\""_h, class_of(kind), "\""_h);
    if (!name.empty()) h(" name=\""_h, name, "\" value=\""_h, value, "\""_h);
    h(">"_h, label);
    say_about(h, about);
    h("</button>"_h);
}

void link_button(Html& h, Url const& url, Words const& label, ButtonKind kind, Words const& about) {
    h("<a class=\""_h, class_of(kind), "\" href=\""_h, url, "\">"_h, label);
    say_about(h, about);
    h("</a>"_h);
}

void post_button(Html& h, PostButton const& wanted) {
    h("<form method=\"post\" class=\"inline\" action=\""_h, wanted.action, "\">"_h);
    hidden_field(h, csrf_field_name, wanted.csrf);
    if (!wanted.once.empty()) hidden_field(h, once_field_name, wanted.once);
    button(h, wanted.label, wanted.kind, wanted.name, wanted.value, wanted.about);
    h("</form>"_h);
}

}  // namespace wasl::html
