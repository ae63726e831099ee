// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "platform/html/html.hpp"

namespace wasl::html {

enum class Tone { neutral, info, success, warning, danger };

// A framed message. The tone is said in words to those who do not see its colour.
class Panel {
public:
    Panel(Html&, Tone, Words const& title = {});
    ~Panel() { h_("</div></div>"_h); }
    Panel(Panel const&) = delete;
    Panel& operator=(Panel const&) = delete;

private:
    Html& h_;
};
void notice(Html&, Tone, Words const& text);

// The great green page head after something succeeded: title and the number to keep.
void confirmation(Html&, Words const& title, Words const& label = {}, Words const& number = {});

// A state in one or two words.
void tag(Html&, Tone, Words const& state);

struct Invitation {
    Url url;
    Words label;
};
void empty_state(Html&, Words const& title, Words const& text = {},
                 std::optional<Invitation> const& next = {});

// <details>: an explanation for who wants it.
class Disclosure {
public:
    Disclosure(Html&, Words const& summary, bool open = false);
    ~Disclosure() { h_("</div></details>"_h); }
    Disclosure(Disclosure const&) = delete;
    Disclosure& operator=(Disclosure const&) = delete;

private:
    Html& h_;
};

}  // namespace wasl::html
