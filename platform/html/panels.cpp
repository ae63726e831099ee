// SPDX-License-Identifier: Apache-2.0
#include "platform/html/panels.hpp"

#include "platform/html/forms.hpp"
#include "platform/html/messages.hpp"
#include "platform/html/tones.hpp"

namespace wasl::html {

Lit name_of(Tone tone) {
    switch (tone) {
        case Tone::neutral: return "neutral"_h;
        case Tone::info: return "info"_h;
        case Tone::success: return "success"_h;
        case Tone::warning: return "warning"_h;
        case Tone::danger: return "danger"_h;
    }
    return "neutral"_h;
}

static Message const& said_by(Tone tone) {
    switch (tone) {
        case Tone::success: return msg::tone_success;
        case Tone::warning: return msg::tone_warning;
        case Tone::danger: return msg::tone_danger;
        case Tone::neutral:
        case Tone::info: return msg::tone_info;
    }
    return msg::tone_info;
}

Panel::Panel(Html& h, Tone tone, Words const& title) : h_(h) {
    h("<div class=\"panel "_h, name_of(tone), "\"><span class=\"unseen\">"_h, said_by(tone),
      " </span><div>"_h);
    if (title) h("<p class=\"title\">"_h, title, "</p>"_h);
}

void notice(Html& h, Tone tone, Words const& text) {
    Panel const panel(h, tone);
    h("<p>"_h, text, "</p>"_h);
}

void confirmation(Html& h, Words const& title, Words const& label, Words const& number) {
    h("<div class=\"confirmation\"><h1>"_h, title, "</h1>"_h);
    if (number) h("<p>"_h, label, "<br><strong>"_h, number, "</strong></p>"_h);
    h("</div>"_h);
}

void tag(Html& h, Tone tone, Words const& state) {
    h("<strong class=\"tag "_h, name_of(tone), "\">"_h, state, "</strong>"_h);
}

void empty_state(Html& h, Words const& title, Words const& text,
                 std::optional<Invitation> const& next) {
    h("<div class=\"empty\"><p class=\"title\">"_h, title, "</p>"_h);
    if (text) h("<p>"_h, text, "</p>"_h);
    if (next) link_button(h, next->url, next->label);
    h("</div>"_h);
}

Disclosure::Disclosure(Html& h, Words const& summary, bool open) : h_(h) {
    h("<details"_h, when(open, " open"_h), "><summary>"_h, summary, "</summary><div>"_h);
}

}  // namespace wasl::html
