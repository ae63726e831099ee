// SPDX-License-Identifier: Apache-2.0
#include "modules/reports/feeds.hpp"

#include "kernel/csv.hpp"
#include "modules/reports/messages.hpp"
#include "modules/reports/open311/document.hpp"
#include "platform/http/text.hpp"

namespace wasl::reports {

using namespace html::literals;

static std::string page_of(std::string const& site, std::string_view language, Pin const& pin) {
    return site + "/" + std::string(language) + "/reports/" + pin.number;
}

static std::string_view arabic(directory::Territory const* one) {
    return one == nullptr ? std::string_view{} : std::string_view(one->name.ar);
}

std::string atom_of(Language language, Known const& known, std::string const& site,
                    std::string const& self, std::span<Pin const> pins) {
    auto const spoken = name_of(language);
    html::Html h(language);
    h("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
      "<feed xmlns=\"http://www.w3.org/2005/Atom\" "
      "xmlns:georss=\"http://www.georss.org/georss\" xml:lang=\""_h,
      spoken, "\"><id>"_h, self, "</id><title>"_h, html::in_attribute(msg::feed_title),
      "</title><updated>"_h, iso(pins.empty() ? Instant{} : pins.front().filed_at),
      "</updated><author><name>"_h, html::in_attribute(msg::title),
      "</name></author><link rel=\"self\" href=\""_h, self, "\"/>"_h);
    for (auto const& pin : pins)
        h("<entry><id>"_h, site, "/reports/"_h, pin.number, "</id><title>"_h, pin.title,
          "</title><updated>"_h, iso(pin.filed_at), "</updated><link rel=\"alternate\" href=\""_h,
          page_of(site, spoken, pin), "\"/><category term=\""_h, pin.category, "\"/><summary>"_h,
          html::in_attribute(category_said(language, known, pin.category)),
          "</summary><georss:point>"_h, std::to_string(pin.place.lat), " "_h,
          std::to_string(pin.place.lon), "</georss:point></entry>"_h);
    h("</feed>\n"_h);
    return h.take();
}

std::string rss_of(Language language, Known const& known, std::string const& site,
                   std::string const& self, std::span<Pin const> pins) {
    auto const spoken = name_of(language);
    auto const date = [](Instant at) {
        return http::http_date(
            std::chrono::floor<std::chrono::seconds>(at).time_since_epoch().count());
    };
    html::Html h(language);
    h("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
      "<rss version=\"2.0\" xmlns:atom=\"http://www.w3.org/2005/Atom\" "
      "xmlns:georss=\"http://www.georss.org/georss\"><channel><title>"_h,
      html::in_attribute(msg::feed_title), "</title><link>"_h, site, "/"_h, spoken,
      "/reports</link><description>"_h, html::in_attribute(msg::list_lead),
      "</description><language>"_h, spoken, "</language><atom:link rel=\"self\" href=\""_h, self,
      "\"/>"_h);
    for (auto const& pin : pins)
        h("<item><guid isPermaLink=\"false\">"_h, site, "/reports/"_h, pin.number,
          "</guid><title>"_h, pin.title, "</title><link>"_h, page_of(site, spoken, pin),
          "</link><pubDate>"_h, date(pin.filed_at), "</pubDate><category>"_h, pin.category,
          "</category><description>"_h,
          html::in_attribute(category_said(language, known, pin.category)),
          "</description><georss:point>"_h, std::to_string(pin.place.lat), " "_h,
          std::to_string(pin.place.lon), "</georss:point></item>"_h);
    h("</channel></rss>\n"_h);
    return h.take();
}

// Written as it goes: maps ask for this as often as for their page.
std::string geojson_of(Known const& known, std::string const& site, std::span<Pin const> pins) {
    open311::Document out(open311::Format::json, "collection");
    out.expect(pins.size() * 450);
    out.begin();
    out.text("type", "FeatureCollection");
    out.begin_list("features", "feature");
    for (auto const& pin : pins) {
        out.begin();
        out.text("type", "Feature");
        out.begin_record("geometry");
        out.text("type", "Point");
        out.begin_list("coordinates", "degrees");
        out.degrees(pin.place.lon);
        out.degrees(pin.place.lat);
        out.end_list();
        out.end();
        out.begin_record("properties");
        out.text("number", pin.number);
        out.text("title", pin.title);
        out.text("category", pin.category);
        out.text("state", pin.state);
        out.text("phase", name_of(pin.phase));
        out.text("commune", arabic(known.places->territory(pin.territory)));
        out.text("filed_at", iso(pin.filed_at));
        if (pin.due) out.text("due_on", iso(*pin.due));
        out.number("supporters", pin.supporters);
        out.text("address", page_of(site, "ar", pin));
        out.end();
        out.end();
    }
    out.end_list();
    out.end();
    return out.take();
}

std::string csv_of(Known const& known, std::string const& site, std::span<Pin const> pins) {
    std::string out(csv_begin);
    out +=
        "number,title,category,state,phase,commune,latitude,longitude,filed_at,due_on,"
        "supporters,address\r\n";
    for (auto const& pin : pins) {
        out += csv_cell(pin.number) + "," + csv_cell(pin.title) + "," + csv_cell(pin.category) +
               "," + csv_cell(pin.state) + "," + std::string(name_of(pin.phase)) + "," +
               csv_cell(arabic(known.places->territory(pin.territory))) + "," +
               std::to_string(pin.place.lat) + "," + std::to_string(pin.place.lon) + "," +
               iso(pin.filed_at) + "," + (pin.due ? iso(*pin.due) : std::string()) + "," +
               std::to_string(pin.supporters) + "," + csv_cell(page_of(site, "ar", pin)) + "\r\n";
    }
    return out;
}

}  // namespace wasl::reports
