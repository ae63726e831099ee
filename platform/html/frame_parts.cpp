// SPDX-License-Identifier: Apache-2.0
#include "platform/html/frame_parts.hpp"

#include "platform/html/forms.hpp"
#include "platform/html/messages.hpp"

namespace wasl::html {

Foreign name_of_place(Site const& site, Language language) {
    auto const& own = site.name[static_cast<std::size_t>(language)];
    if (!own.empty()) return {own, language};
    auto const& french = site.name[static_cast<std::size_t>(Language::fr)];
    if (language == Language::en && !french.empty()) return {french, Language::fr};
    return {site.name[static_cast<std::size_t>(Language::ar)], Language::ar};
}

Url same_page(Language language, Frame const& frame) {
    std::string path = "/" + std::string(name_of(language));
    if (frame.path_and_query != "/") path += frame.path_and_query;
    return UrlMaker::local(std::move(path), false);
}

// Each language is named in itself, and read aloud in itself.
static void language_choice(Html& h, Frame const& frame) {
    h("<nav class=\"languages\" aria-label=\""_h, in_attribute(msg::language_choice), "\"><ul>"_h);
    for (auto const language : frame.site->shown) {
        bool const current = language == frame.language;
        h("<li><a lang=\""_h, name_of(language), "\" dir=\""_h, i18n::direction(language),
          "\" hreflang=\""_h, name_of(language), "\" href=\""_h, same_page(language, frame), "\""_h,
          when(current, " aria-current=\"true\""_h), ">"_h, i18n::own_name(language),
          "</a></li>"_h);
    }
    h("</ul></nav>"_h);
}

static bool shown_to(Audience audience, Frame const& frame) {
    switch (audience) {
        case Audience::everyone: return true;
        case Audience::signed_in: return frame.signed_in;
        case Audience::auditor: return frame.auditor;
        case Audience::officer: return frame.officer;
        case Audience::administrator: return frame.administrator;
        case Audience::platform: return frame.platform;
    }
    return false;
}

// "/dossiers/7" stands below "/dossiers", "/dossiers-x" does not; the first page only on itself.
static bool stands_below(std::string_view path, std::string_view item) {
    if (!path.starts_with(item)) return false;
    auto const rest = path.substr(item.size());
    return rest.empty() || rest[0] == '?' || (rest[0] == '/' && item != "/");
}

static void menu(Html& h, Frame const& frame) {
    h("<nav class=\"menu\" aria-label=\""_h, in_attribute(msg::menu), "\"><ul>"_h);
    for (auto const& item : frame.site->navigation) {
        if (!shown_to(item.audience, frame)) continue;
        bool const current = stands_below(frame.path_and_query, item.url.text());
        h("<li><a href=\""_h, item.url, "\""_h, when(current, " aria-current=\"page\""_h), ">"_h,
          *item.label, "</a></li>"_h);
    }
    h("</ul></nav>"_h);
}

static void visitor(Html& h, Frame const& frame) {
    h("<div class=\"visitor\">"_h);
    if (!frame.signed_in) {
        h("<a class=\"enter\" href=\""_h, to("/sign-in"), "\">"_h, msg::sign_in, "</a></div>"_h);
        return;
    }
    h("<a href=\""_h, to("/account"), "\">"_h,
      frame.visitor_name.empty() ? Words(msg::account) : Words(isolated(frame.visitor_name)));
    h("</a>"_h);
    if (frame.unread > 0)
        h("<a class=\"unread\" href=\""_h, to("/notices"), "\"><span aria-hidden=\"true\">"_h,
          frame.unread, "</span><span class=\"unseen\">"_h,
          say(msg::unread, {number("count", frame.unread)}), "</span></a>"_h);
    post_button(h, {.action = to("/sign-out"),
                    .label = msg::sign_out,
                    .csrf = frame.csrf,
                    .kind = ButtonKind::quiet});
    h("</div>"_h);
}

// The mark: the eight-pointed star of two squares, and two rings that hold one another.
static void mark(Html& h) {
    h("<svg class=\"mark\" width=\"48\" height=\"48\" viewBox=\"0 0 48 48\" aria-hidden=\"true\" "
      "focusable=\"false\">"
      "<path d=\"M9 9h30v30H9z\"/><path d=\"M24 2.8L45.2 24 24 45.2 2.8 24z\"/><g class=\"knot\">"
      "<circle cx=\"20\" cy=\"24\" r=\"6.5\"/><circle cx=\"28\" cy=\"24\" r=\"6.5\"/></g></svg>"_h);
}

void header(Html& h, Frame const& frame) {
    h("<header><div class=\"above\"><div class=\"inner\"><p>"_h, msg::kingdom, "</p>"_h);
    language_choice(h, frame);
    h("</div></div><div class=\"inner brand\"><a class=\"home\" href=\""_h, to("/"), "\">"_h);
    if (frame.site->assets.has("crest.svg"))
        h("<img class=\"mark\" width=\"48\" height=\"48\" alt=\"\" src=\""_h,
          frame.site->assets.url("crest.svg"), "\">"_h);
    else
        mark(h);
    h("<span><b>"_h, msg::brand, "</b> <span class=\"place\">"_h,
      name_of_place(*frame.site, frame.language), "</span></span></a>"_h);
    visitor(h, frame);
    h("</div><div class=\"inner\">"_h);
    menu(h, frame);
    h("</div><div class=\"zellige\" aria-hidden=\"true\"></div></header>"_h);
}

void footer(Html& h, Frame const& frame) {
    h("<footer><div class=\"zellige\" aria-hidden=\"true\"></div><div class=\"inner\"><p "
      "class=\"promise\">"_h,
      msg::promise, "</p><nav aria-label=\""_h, in_attribute(msg::footer),
      "\"><ul><li><a href=\""_h, to("/verify"), "\">"_h, msg::verify, "</a></li><li><a href=\""_h,
      to("/personal-data"), "\">"_h, msg::personal_data, "</a></li><li><a href=\""_h,
      to("/accessibility"), "\">"_h, msg::accessibility, "</a></li><li><a href=\""_h, to("/source"),
      "\">"_h, msg::open_source, "</a></li></ul></nav><p class=\"place\">"_h,
      name_of_place(*frame.site, frame.language), "</p></div></footer>"_h);
}

}  // namespace wasl::html
