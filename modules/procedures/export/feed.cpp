// SPDX-License-Identifier: Apache-2.0
// What changed lately, as an Atom feed in the language of its address (RFC 4287).
#include "modules/procedures/changes.hpp"
#include "modules/procedures/export/export.hpp"
#include "modules/procedures/messages.hpp"
#include "platform/html/html.hpp"
#include "platform/i18n/i18n.hpp"

namespace wasl::procedures {
namespace {

using namespace html::literals;
constexpr int feed_entries_max = 100;

std::string_view mark(Language language) { return name_of(language); }

void feed_entry(html::Html& h, std::string const& site, Change const& change, Names const& title) {
    auto const language = h.language();
    auto const* const kind = msg::find("change." + std::string(name_of(change.kind)));
    check(kind != nullptr, "every kind of change has a name");
    auto const page = site + "/" + std::string(mark(language)) + "/procedures/" + change.code;
    h("<entry><id>"_h, site, "/procedures/"_h, change.code, "#change-"_h, change.number,
      "</id><title xml:lang=\""_h, mark(directory::spoken(language, title)), "\">"_h,
      directory::in(language, title), "</title><updated>"_h, iso(change.at),
      "</updated><link rel=\"alternate\" href=\""_h, page, "\"/><category term=\""_h,
      name_of(change.kind), "\" label=\""_h, html::in_attribute(*kind), "\"/><summary>"_h,
      html::in_attribute(
          say(msg::change_summary, {word("kind", *kind), number("version", change.version)})),
      "</summary></entry>"_h);
}

}  // namespace

Result<http::Response> feed(Pages const& pages, http::Asked const& asked) {
    pages.desk.refresh(asked.db, asked.now);
    auto const picture = pages.desk.picture();
    auto const changes = store::latest_changes(asked.db, feed_entries_max);
    auto const self = pages.site + "/" + std::string(mark(asked.language())) + "/procedures.atom";
    html::Html h(asked.language());
    h("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
      "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\""_h,
      mark(asked.language()), "\"><id>"_h, self, "</id><title>"_h,
      html::in_attribute(msg::change_title), "</title><updated>"_h,
      iso(changes.empty() ? Instant{} : changes.front().at), "</updated><author><name>"_h,
      directory::in(asked.language(), publisher(pages, asked).name),
      "</name></author><link rel=\"self\" href=\""_h, self, "\"/>"_h);
    for (auto const& change : changes) {
        // What is published says its title in every language; what is not, as it was kept.
        auto const* const known = picture->entry(change.code);
        feed_entry(h, pages.site, change, known == nullptr ? change.title : known->title);
    }
    h("</feed>\n"_h);
    http::Response response;
    response.type = "application/atom+xml; charset=utf-8";
    response.body = h.take();
    response.shared = true;
    return response;
}

}  // namespace wasl::procedures
