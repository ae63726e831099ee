// SPDX-License-Identifier: Apache-2.0
// The one page that others may put into a frame, and the page that says how.
#include "modules/bank/public.hpp"

namespace wasl::bank {

using namespace html::literals;

namespace {

using http::Asked;

constexpr std::size_t widget_lines = 5;

Shown show_widget(Pages const& pages, Asked const& asked) {
    auto const known = known_of(pages, asked);
    auto const lines = known.bank->find({}, narrow_of(asked.request), widget_lines, 0).lines;
    auto response = http::page(views::widget_document(asked.language(), *asked.site, known, lines));
    // Nothing stands here that acts: no form, no script, nobody's name. So anybody may frame it.
    response
        .with("content-security-policy",
              "default-src 'none'; img-src 'self'; style-src 'self'; font-src 'self'; "
              "base-uri 'none'; form-action 'none'; frame-ancestors *")
        .with("x-content-type-options", "nosniff")
        .with("referrer-policy", "no-referrer")
        .with("cache-control", "public, max-age=300");
    return response;
}

std::string piece_of(Pages const& pages, Asked const& asked) {
    auto const url = views::narrowed(html::to("/bank/widget"), asked.request);
    html::Html h(asked.language());
    h("<iframe src=\""_h, pages.site, url, "\" title=\""_h, html::in_attribute(msg::title),
      "\" width=\"100%\" height=\"480\" loading=\"lazy\"></iframe>"_h);
    return h.take();
}

Shown show_embed(Pages const& pages, Asked const& asked) {
    auto const known = known_of(pages, asked);
    auto const lines = known.bank->find({}, narrow_of(asked.request), widget_lines, 0).lines;
    auto const piece = piece_of(pages, asked);
    return http::shown(
        asked, {.title = msg::widget_link, .for_search_engines = asked.request.query.empty()},
        [&](html::Html& h) { views::embed(h, known, piece, lines, asked.request); });
}

}  // namespace

Routes widget_routes() {
    using http::Allow;
    static constexpr http::Route<Pages> routes[] = {
        http::get<Pages>("/bank/widget", Allow::anyone, show_widget),
        http::get<Pages>("/bank/embed", Allow::anyone, show_embed),
    };
    return routes;
}

}  // namespace wasl::bank
