// SPDX-License-Identifier: Apache-2.0
// The first page: four things people come for, each one step away.
#include "app/messages.hpp"
#include "app/pages.hpp"
#include "platform/html/components.hpp"
#include "platform/http/page.hpp"

namespace wasl::app {

namespace {

using namespace html::literals;

void track(html::Html& h) {
    h("<section aria-labelledby=\"track\"><h2 id=\"track\">"_h, msg::home_track_title, "</h2>"_h);
    {
        html::FilterForm const form(h, html::to("/track"));
        html::text_field(h, {.name = "number",
                             .label = msg::home_track_label,
                             .hint = msg::home_track_hint,
                             .autocomplete = "off",
                             .left_to_right = true,
                             .length_max = 40});
        html::button(h, msg::home_track, html::ButtonKind::secondary);
    }
    h("</section>"_h);
}

void account(html::Html& h, http::Visitor const& visitor) {
    h("<section aria-labelledby=\"account\"><h2 id=\"account\">"_h, msg::home_account_title,
      "</h2><p>"_h, msg::home_account_text, "</p>"_h);
    if (visitor.signed_in())
        html::link_button(h, html::to("/dossiers"), msg::home_my_dossiers);
    else
        html::link_button(h, html::to("/sign-in"), msg::home_sign_in);
    h("</section>"_h);
}

void rights(html::Html& h) {
    h("<section aria-labelledby=\"rights\"><h2 id=\"rights\">"_h, msg::home_rights_title,
      "</h2><ul><li>"_h, msg::home_right_receipt, "</li><li>"_h, msg::home_right_term,
      "</li><li>"_h, msg::home_right_reason, "</li><li>"_h, msg::home_right_appeal,
      "</li></ul></section>"_h);
}

Result<http::Response> home(Pages const&, http::Asked const& asked) {
    auto response = http::shown(asked, {.title = msg::home_title, .for_search_engines = true},
                                [&](html::Html& h) {
                                    h("<div class=\"hero\"><h1>"_h, msg::home_title,
                                      "</h1><p class=\"lead\">"_h, msg::home_lead, "</p>"_h);
                                    html::search_box(h, {.action = html::to("/procedures"),
                                                         .label = msg::home_search,
                                                         .hint = msg::home_search_hint});
                                    h("</div><div class=\"columns halves\">"_h);
                                    track(h);
                                    account(h, asked.visitor);
                                    h("</div>"_h);
                                    rights(h);
                                });
    response.shared = !asked.visitor.signed_in();
    return response;
}

// It is made from nothing but the program.
http::Content nothing(Pages const&, Instant) { return {}; }

// A form can only send "?number="; the address that papers carry has the number in its path.
Result<http::Response> tracked(Pages const&, http::Asked const& asked) {
    auto const number = asked.request.asked("number");
    auto const language = "/" + std::string(name_of(asked.language()));
    if (number.empty()) return http::see_other(language);
    return http::see_other(language + html::to("/verify/", number).text());
}

}  // namespace

void add_home_pages(http::Router& router, Pages const& pages) {
    static constexpr http::Route<Pages> routes[] = {
        http::get<Pages>("/", http::Allow::anyone, home).kept_by(nothing),
        http::get<Pages>("/track", http::Allow::anyone, tracked),
    };
    router.add("app", pages, std::span<http::Route<Pages> const>(routes));
}

}  // namespace wasl::app
