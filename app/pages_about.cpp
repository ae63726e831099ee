// SPDX-License-Identifier: Apache-2.0
// Pages about the site itself: what it is, who answers for the data, who can use it.
#include "app/messages.hpp"
#include "app/pages.hpp"
#include "platform/html/components.hpp"
#include "platform/http/page.hpp"

namespace wasl::app {

namespace {

using namespace html::literals;

void part(html::Html& h, Message const& title, Message const& text) {
    h("<h2>"_h, title, "</h2><p>"_h, text, "</p>"_h);
}

Result<http::Response> about(Pages const&, http::Asked const& asked) {
    return http::shown(
        asked, {.title = msg::about_title, .for_search_engines = true}, [](html::Html& h) {
            h("<h1>"_h, msg::about_title, "</h1><p class=\"lead\">"_h, msg::about_what, "</p><p>"_h,
              msg::about_clock, "</p><p>"_h, msg::about_journal, "</p>"_h);
            part(h, msg::about_source_title, msg::about_source);
            h("<p>"_h, msg::about_api, " <a href=\""_h, html::bare("/api/v1/openapi.json"), "\">"_h,
              html::code("/api/v1/openapi.json"), "</a></p>"_h);
        });
}

Result<http::Response> source(Pages const&, http::Asked const& asked) {
    return http::shown(
        asked, {.title = msg::source_title, .for_search_engines = true}, [](html::Html& h) {
            h("<h1>"_h, msg::source_title, "</h1><p class=\"lead\">"_h, msg::about_source,
              "</p>"_h);
            html::link_button(h, html::to("/about"), msg::about_title, html::ButtonKind::secondary);
        });
}

void accessibility_body(html::Html& h, std::string const& contact) {
    h("<h1>"_h, msg::accessibility_title, "</h1><p class=\"lead\">"_h, msg::accessibility_aim,
      "</p><h2>"_h, msg::accessibility_how_title, "</h2><ul><li>"_h, msg::accessibility_keyboard,
      "</li><li>"_h, msg::accessibility_reader, "</li><li>"_h, msg::accessibility_sight,
      "</li><li>"_h, msg::accessibility_counter, "</li></ul>"_h);
    part(h, msg::accessibility_known_title, msg::accessibility_known);
    h("<h2>"_h, msg::accessibility_contact_title, "</h2>"_h);
    if (contact.empty())
        h("<p>"_h, msg::accessibility_no_contact, "</p>"_h);
    else
        h("<p>"_h, msg::accessibility_contact, " <a href=\""_h, html::outside("mailto:" + contact),
          "\">"_h, html::code(contact), "</a></p>"_h);
}

Result<http::Response> accessibility(Pages const& pages, http::Asked const& asked) {
    return http::shown(asked, {.title = msg::accessibility_title, .for_search_engines = true},
                       [&](html::Html& h) { accessibility_body(h, pages.notice.contact_email); });
}

void responsible(html::Html& h, Notice const& notice) {
    auto const& name = h.language() == Language::ar || notice.operator_fr.empty()
                           ? notice.operator_ar
                           : notice.operator_fr;
    h("<h2>"_h, msg::data_who_title, "</h2><p>"_h);
    if (name.empty())
        h(msg::data_who_unnamed);
    else
        h(html::isolated(name));
    h("</p><p>"_h);
    if (notice.cndp_number.empty())
        h(msg::data_cndp_pending);
    else
        h(say(msg::data_cndp, {text("number", notice.cndp_number)}));
    h("</p>"_h);
    if (!notice.contact_email.empty())
        h("<p>"_h, say(msg::data_contact, {text("email", notice.contact_email)}), "</p>"_h);
}

// Law 09-08 art. 5: who processes, why, who receives, which rights.
Result<http::Response> personal_data(Pages const& pages, http::Asked const& asked) {
    return http::shown(
        asked, {.title = msg::data_title, .for_search_engines = true}, [&](html::Html& h) {
            h("<h1>"_h, msg::data_title, "</h1><p class=\"lead\">"_h, msg::data_law, "</p>"_h);
            responsible(h, pages.notice);
            part(h, msg::data_what_title, msg::data_what);
            part(h, msg::data_kept_title, msg::data_kept);
            part(h, msg::data_rights_title, msg::data_rights);
            part(h, msg::data_cookies_title, msg::data_cookies);
        });
}

Result<http::Response> privacy(Pages const&, http::Asked const& asked) {
    return http::see_other("/" + std::string(name_of(asked.language())) + "/personal-data");
}

}  // namespace

void add_about_pages(http::Router& router, Pages const& pages) {
    static constexpr http::Route<Pages> routes[] = {
        http::get<Pages>("/about", http::Allow::anyone, about),
        http::get<Pages>("/source", http::Allow::anyone, source),
        http::get<Pages>("/accessibility", http::Allow::anyone, accessibility),
        http::get<Pages>("/personal-data", http::Allow::anyone, personal_data),
        http::get<Pages>("/privacy", http::Allow::anyone, privacy),
    };
    router.add("app", pages, std::span<http::Route<Pages> const>(routes));
}

}  // namespace wasl::app
