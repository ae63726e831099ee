// SPDX-License-Identifier: Apache-2.0
// The door to the exports on the pages of people, and what search engines read of a sheet.
#include <boost/json.hpp>

#include "modules/procedures/messages.hpp"
#include "modules/procedures/subjects.hpp"
#include "modules/procedures/views.hpp"
#include "platform/i18n/i18n.hpp"

namespace wasl::procedures::views {

using namespace html::literals;

namespace {

namespace json = boost::json;

html::Url narrowed(html::Url address, Filter const& filter) {
    auto const query = filter.address(false).text();
    auto const mark = query.find('?');
    if (mark == std::string::npos) return address;
    return html::UrlMaker::local(address.text() + query.substr(mark), false);
}

void link(html::Html& h, html::Url const& address, html::Words const& name) {
    h("<li><a href=\""_h, address, "\">"_h, name, "</a></li>"_h);
}

std::string price(Money amount) {
    auto const centimes = amount.in_centimes();
    return std::to_string(centimes / 100) + "." + std::to_string(100 + centimes % 100).substr(1);
}

std::string words_in_language(Language language, Names const& names) {
    return std::string(directory::in(language, names));
}

json::array service_channels(Sheet const& sheet, std::string const& address) {
    json::array out;
    for (auto const channel : sheet.channels) {
        json::object one{{"@type", "ServiceChannel"}};
        if (channel == Channel::online) one["serviceUrl"] = address;
        if (!sheet.immediate) one["processingTime"] = "P" + std::to_string(sheet.term_days) + "D";
        out.push_back(std::move(one));
    }
    return out;
}

json::object organisation(Language language, directory::Administration const& office,
                          std::string_view site) {
    json::object out{{"@type", "GovernmentOrganization"},
                     {"name", words_in_language(language, office.name)},
                     {"url", std::string(site) + "/administrations/" + office.slug}};
    if (!office.phone.empty()) out["telephone"] = office.phone;
    if (!office.address.empty()) out["address"] = office.address;
    return out;
}

}  // namespace

void show_formats(html::Html& h, Filter const& filter) {
    h("<nav aria-labelledby=\"formats\"><h2 id=\"formats\">"_h, msg::export_formats,
      "</h2><ul class=\"inline\">"_h);
    link(h, narrowed(html::bare("/api/v1/procedures.csv"), filter), html::code("CSV"));
    link(h, narrowed(html::bare("/api/v1/procedures.xlsx"), filter), html::code("XLSX"));
    link(h, html::bare("/api/v1/procedures.jsonld"), html::code("JSON-LD"));
    link(h, html::bare("/api/v1/procedures.ttl"), html::code("Turtle"));
    link(h, html::to("/procedures.atom"), msg::export_atom);
    h("</ul></nav>"_h);
}

void show_sheet_formats(html::Html& h, Sheet const& sheet) {
    auto const address = [&](std::string_view ending) {
        return html::UrlMaker::local("/api/v1/procedures/" + sheet.code + std::string(ending),
                                     false);
    };
    h("<nav aria-labelledby=\"formats\"><h2 id=\"formats\">"_h, msg::export_one,
      "</h2><ul class=\"inline\">"_h);
    link(h, address(""), html::code("JSON"));
    link(h, address(".jsonld"), html::code("JSON-LD"));
    link(h, address(".ttl"), html::code("Turtle"));
    h("</ul></nav>"_h);
}

void show_structured(html::Html& h, SheetPage const& page, std::string_view site) {
    auto const& sheet = page.sheet;
    auto const language = h.language();
    auto const id = std::string(site) + "/procedures/" + sheet.code;
    json::object out{{"@context", "https://schema.org"},
                     {"@type", "GovernmentService"},
                     {"@id", id},
                     {"identifier", sheet.code},
                     {"inLanguage", name_of(directory::spoken(language, sheet.title))},
                     {"name", words_in_language(language, sheet.title)},
                     {"description", words_in_language(language, sheet.summary)},
                     {"serviceOutput", words_in_language(language, sheet.output)},
                     {"url", std::string(site) + "/" + std::string(name_of(language)) +
                                 "/procedures/" + sheet.code},
                     {"availableChannel", service_channels(sheet, id)}};
    auto const* const office = page.place != nullptr ? page.place : page.owner;
    if (office != nullptr) out["serviceOperator"] = organisation(language, *office, site);
    json::array audience;
    for (auto const& code : sheet.audience)
        if (auto const* const named = audience_named(code))
            audience.push_back(json::object{{"@type", "Audience"},
                                            {"audienceType", i18n::sentence(language, *named)}});
    if (!audience.empty()) out["audience"] = std::move(audience);
    json::array offers;
    for (auto const& fee : sheet.fees)
        if (fee.amount)
            offers.push_back(json::object{{"@type", "Offer"},
                                          {"name", words_in_language(language, fee.name)},
                                          {"price", price(*fee.amount)},
                                          {"priceCurrency", "MAD"}});
    if (sheet.free_of_charge())
        offers.push_back(
            json::object{{"@type", "Offer"}, {"price", "0.00"}, {"priceCurrency", "MAD"}});
    if (!offers.empty()) out["offers"] = std::move(offers);
    h(html::DataBlock{json::serialize(out)});
}

}  // namespace wasl::procedures::views
