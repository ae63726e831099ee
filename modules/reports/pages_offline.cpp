// SPDX-License-Identifier: Apache-2.0
// Reports that were written without network. A script sends each as the form would have sent it and
// is answered in JSON, for it may run where no page is open.
#include <boost/json.hpp>

#include "modules/reports/filing.hpp"
#include "modules/reports/messages.hpp"
#include "modules/reports/views_filing.hpp"
#include "modules/reports/views_island.hpp"
#include "platform/i18n/i18n.hpp"

namespace wasl::reports {

namespace json = boost::json;

namespace {

using http::Acted;
using http::Asked;

Shown show_offline(Pages const& pages, Asked const& asked) {
    auto const known = known_of(pages, asked);
    auto const communes = served_communes(known);
    return http::shown(asked, {.title = msg::offline_title},
                       [&](html::Html& h) { views::offline(h, {pages, known, communes}); });
}

// What a form would have carried, for a draft that goes out now.
Shown show_key(Pages const& pages, Asked const& asked) {
    auto const visit = people::visit(pages.desk.house().people, asked);
    auto response =
        http::json(json::serialize(json::object{{"csrf", visit.csrf}, {"once", new_once(pages)}}));
    if (!visit.cookie.empty()) response.with("Set-Cookie", visit.cookie);
    return response;
}

Shown refused(Acted const& acted, html::Faults const& faults) {
    json::array reasons;
    for (auto const& [field, said] : faults.all())
        reasons.emplace_back(i18n::sentence(acted.language(), said));
    return http::json(json::serialize(json::object{{"refused", std::move(reasons)}}), 422);
}

// What the preview of the form warns of. Nothing was filed; the person reads it when a page is
// open, and sends it as it is or as it is proposed here.
Shown asked_first(Acted const& acted, Filing filing, std::vector<Told> const& found) {
    json::array warnings;
    for (auto const& one : found)
        warnings.push_back(
            json::object{{"what", i18n::sentence(acted.language(), say(word_of(one.what)))},
                         {"text", one.text}});
    redact(filing);
    json::object hidden{{"title", filing.title}, {"details", filing.details}};
    hidden["landmark"] = filing.landmark;
    return http::json(json::serialize(
        json::object{{"warnings", std::move(warnings)}, {"hidden", std::move(hidden)}}));
}

// Nobody could be shown what is near while there was no network, and a draft may go out while no
// page is open: it is filed, and what may be the same problem is told with its number.
Shown filed(Acted const& acted, Filed const& filed, std::vector<Near> const& near) {
    auto const language = "/" + std::string(name_of(acted.language()));
    json::array others;
    for (auto const& one : near)
        if (one.pin.number != filed.report.number)
            others.push_back(
                json::object{{"title", one.pin.title},
                             {"address", language + html::to("/reports/", one.pin.number).text()}});
    return http::json(
        json::serialize(json::object{{"number", filed.report.number},
                                     {"address", language + address_after_filing(filed).text()},
                                     {"near", std::move(others)}}));
}

// One draft. Its key (`once`) makes a second try the same report.
Shown take_draft(Pages const& pages, Acted const& acted) {
    html::Faults faults;
    auto const known = known_of(pages, acted);
    auto filing = typed(pages, acted.request, known, faults).filing;
    filing.channel = "offline";
    auto const where = placed(pages, acted.db, known, place_typed(acted.request));
    if (where.refused()) {
        faults.add(where.refusal());
    } else {
        filing.place = where.value().point;
        filing.territory = where.value().territory;
    }
    if (faults.any()) return refused(acted, faults);
    auto const category = filing_fits(acted.db, pages.desk, *known.settings, filing);
    if (category.refused()) {
        faults.add(category.refusal());
        return refused(acted, faults);
    }
    auto const found = told_by(filing);
    bool const public_words = !category.value()->is_private && !found.empty();
    if (public_words && acted.request.field("agreed") != "1")
        return asked_first(acted, std::move(filing), found);
    auto const near = pages.desk.nearby(acted.db, filing.place, category.value()->code, acted.now);
    auto const outcome = acted.write([&](db::Writer& writer) {
        return pages.desk.file(writer, acted.visitor, filing, acted.today, acted.now);
    });
    if (!outcome.refused()) return filed(acted, outcome.value(), near);
    faults.add(outcome.refusal());
    return refused(acted, faults);
}

}  // namespace

PublicRoutes offline_routes() {
    using http::Allow;
    static constexpr http::Limits sending{.body_max = photos_bytes_max, .rate = http::Rate::filing};
    static constexpr http::Route<Pages> routes[] = {
        http::get<Pages>("/reports/offline", Allow::anyone, show_offline),
        http::post<Pages>("/reports/offline", Allow::anyone, take_draft, sending),
        http::get<Pages>("/reports/offline/key", Allow::anyone, show_key),
    };
    return routes;
}

}  // namespace wasl::reports
