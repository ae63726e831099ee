// SPDX-License-Identifier: Apache-2.0
#include "platform/html/layout.hpp"

#include "platform/html/forms.hpp"
#include "platform/html/frame_parts.hpp"
#include "platform/html/messages.hpp"

namespace wasl::html {

// Each language asks at once for the one font that its first lines need.
static std::string_view font_of(Language language) {
    switch (language) {
        case Language::ar: return "arabic-400.woff2";
        case Language::fr:
        case Language::en: return "latin-400.woff2";
        case Language::zgh: return "tifinagh-400.woff2";
    }
    return "arabic-400.woff2";
}

static void other_languages(Html& h, Frame const& frame) {
    for (auto const language : frame.site->shown) {
        h("<link rel=\"alternate\" hreflang=\""_h, name_of(language), "\" href=\""_h,
          same_page(language, frame), "\">"_h);
    }
}

static void head(Html& h, Frame const& frame, PageHead const& page) {
    auto const& assets = frame.site->assets;
    h("<head><meta charset=\"utf-8\"><meta name=\"viewport\" "
      "content=\"width=device-width, initial-scale=1\"><title>"_h,
      in_attribute(page.title), " · "_h, name_of_place(*frame.site, frame.language).text,
      "</title>"_h);
    if (page.description)
        h("<meta name=\"description\" content=\""_h, in_attribute(page.description), "\">"_h);
    if (page.for_search_engines)
        other_languages(h, frame);
    else
        h("<meta name=\"robots\" content=\"noindex\">"_h);
    if (page.refresh_seconds > 0)
        h("<meta http-equiv=\"refresh\" content=\""_h, page.refresh_seconds, "\">"_h);
    h("<meta name=\"color-scheme\" content=\"light dark\"><meta name=\"theme-color\" "
      "content=\"#0b5d4b\">"_h);
    if (auto const font = font_of(frame.language); assets.has(font))
        h("<link rel=\"preload\" as=\"font\" type=\"font/woff2\" crossorigin href=\""_h,
          assets.url(font), "\">"_h);
    h("<link rel=\"stylesheet\" href=\""_h, assets.url("wasl.css"),
      "\"><link rel=\"icon\" type=\"image/svg+xml\" href=\""_h, assets.url("mark.svg"), "\">"_h);
    if (assets.has("wasl.js")) h("<script defer src=\""_h, assets.url("wasl.js"), "\"></script>"_h);
    h("</head>"_h);
}

std::string page(Frame const& frame, PageHead const& page, Body const& body) {
    check(frame.site != nullptr, "a page belongs to a site");
    Html h(frame.language);
    h("<!doctype html><html lang=\""_h, name_of(frame.language), "\" dir=\""_h,
      i18n::direction(frame.language), "\">"_h);
    head(h, frame, page);
    h("<body><a class=\"skip\" href=\"#main\">"_h, msg::skip, "</a>"_h);
    header(h, frame);
    h("<main id=\"main\" tabindex=\"-1\""_h, when(page.wide, " class=\"wide\""_h), ">"_h);
    // Little is said in Tamazight yet; whoever reads it is told so, in what the rest is said in.
    if (frame.language == Language::zgh) h("<p class=\"hint\">"_h, msg::shown_in_arabic, "</p>"_h);
    if (page.success) {
        h("<div role=\"status\">"_h);
        notice(h, Tone::success, page.success);
        h("</div>"_h);
    }
    body(h);
    h("</main>"_h);
    footer(h, frame);
    h("</body></html>"_h);
    return h.take();
}

}  // namespace wasl::html
