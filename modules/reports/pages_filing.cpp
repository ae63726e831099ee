// SPDX-License-Identifier: Apache-2.0
// A report is made: where, what, in words, a last look.
#include "kernel/text/fold.hpp"
#include "modules/reports/category_search.hpp"
#include "modules/reports/filing.hpp"
#include "modules/reports/map_sheet.hpp"
#include "modules/reports/messages.hpp"
#include "modules/reports/views_filing.hpp"

namespace wasl::reports {

namespace {

using http::Acted;
using http::Asked;

constexpr std::size_t found_max = 12;
constexpr std::size_t asked_bytes_max = 200;  // bytes

// Communes whose name begins one of its words so, in Arabic or French.
std::vector<directory::Territory const*> communes_like(directory::Picture const& places,
                                                       std::string_view words) {
    std::vector<directory::Territory const*> found;
    auto const wanted = lexis::folded(words);
    if (wanted.empty()) return found;
    for (auto const& one : places.territories()) {
        if (!is_commune(one)) continue;
        auto const ar = lexis::folded(one.name.ar), fr = lexis::folded(one.name.fr);
        bool const fits = ar.starts_with(wanted) || fr.starts_with(wanted) ||
                          ar.find(" " + wanted) != std::string::npos ||
                          ar.starts_with("ال" + wanted) ||
                          fr.find(" " + wanted) != std::string::npos;
        if (fits) found.push_back(&one);
        if (found.size() == found_max) break;
    }
    return found;
}

constexpr int filing_places_max = 60;

// Of the words that were typed, else of the quarter or the commune that was chosen.
std::vector<NamedPlace> places_asked(Asked const& asked, PlaceTyped const& place,
                                     std::string_view words) {
    if (!words.empty()) return places_like(asked.db, words, static_cast<int>(found_max));
    if (place.territory.value() == 0) return {};
    auto const quarter = PlaceId{asked.request.asked_number("quarter").value_or(0)};
    return places_in(asked.db, place.territory, quarter, filing_places_max);
}

Shown place_page(Pages const& pages, Asked const& asked, PlaceTyped const& place,
                 html::Faults const& faults) {
    auto const known = known_of(pages, asked);
    auto const communes = served_communes(known);
    auto const words = asked.request.asked("q").substr(0, asked_bytes_max);
    auto const found = communes_like(*known.places, words);
    auto const near =
        faults.of("territory") ? may_lie_in(pages, asked.db, place) : std::vector<TerritoryId>{};
    auto const home = home_of(communes);
    auto const places = places_asked(asked, place, words);
    views::PlacePage const page{
        known, place, faults, communes, found, near, words, places, any_places(asked.db),
        pages, home};
    return http::shown(
        asked, {.title = msg::filing_where}, [&](html::Html& h) { views::filing_place(h, page); },
        status_of(faults));
}

Shown show_place(Pages const& pages, Asked const& asked) {
    return place_page(pages, asked, place_typed(asked.request), {});
}

Shown photos_page(Pages const& pages, Asked const& asked, FormPhotos const& photos,
                  html::Faults const& faults) {
    auto const visit = people::visit(pages.desk.house().people, asked);
    auto const place = place_typed(asked.request);
    views::PhotosPage const page{place, photos, visit.csrf, faults};
    auto response = http::shown(
        asked, {.title = msg::filing_photos_first},
        [&](html::Html& h) { views::filing_photos_first(h, page); }, status_of(faults));
    if (!visit.cookie.empty()) response.with("Set-Cookie", visit.cookie);
    return response;
}

Shown show_photos(Pages const& pages, Asked const& asked) {
    html::Faults faults;
    return photos_page(pages, asked, photos_typed(pages, asked.request, faults), faults);
}

// Kept under the key of the form to come; every link of the steps between names them.
Shown take_photos(Pages const& pages, Acted const& acted) {
    html::Faults faults;
    auto const photos = photos_typed(pages, acted.request, faults);
    if (photos.sha256.size() > photos_max)
        faults.add("photos", say(msg::refused_photos, {number("count", photos_max)}));
    if (photos.sha256.empty() && !faults.any()) faults.add("photos", msg::filing_photos_none);
    if (faults.any()) return photos_page(pages, acted, photos, faults);
    auto place = place_typed(acted.request);
    place.once = photos.once;
    place.photos = photos.references;
    return go(acted, filing_url("/reports/new", place));
}

Shown show_category(Pages const& pages, Asked const& asked) {
    auto const known = known_of(pages, asked);
    auto const typed = place_typed(asked.request);
    // The quarters of the commune that was chosen, before going on.
    if (asked.request.asked("then") == "places" && typed.territory.value() != 0)
        return go(asked, filing_url("/reports/new", typed));
    auto const where = placed(pages, asked.db, known, typed);
    if (where.refused()) {
        html::Faults faults;
        faults.add(where.refusal());
        return place_page(pages, asked, typed, faults);
    }
    auto const words = asked.request.asked("q").substr(0, asked_bytes_max);
    auto const found = categories_like(*known.settings, words, found_max);
    views::CategoryPage const page{known, typed, where.value().territory, found, words};
    return http::shown(asked, {.title = msg::filing_what},
                       [&](html::Html& h) { views::filing_category(h, page); });
}

enum class FilingStep { write, check };

// The page for what was typed; back to the step before where its part is missing.
Shown words_page(Pages const& pages, Asked const& asked, Typed const& typed,
                 html::Faults const& faults, FilingStep step) {
    auto const known = known_of(pages, asked);
    auto const where = placed(pages, asked.db, known, typed.place);
    if (where.refused()) return go(asked, filing_url("/reports/new/category", typed.place));
    auto const* const category = known.settings->category(typed.filing.category);
    if (category == nullptr || category->parent.empty() || !category->call_instead.empty())
        return go(asked, filing_url("/reports/new/category", typed.place));
    auto const near = pages.desk.nearby(asked.db, where.value().point, category->code, asked.now);
    auto const visit = people::visit(pages.desk.house().people, asked);
    std::vector<std::string> photos;
    for (auto const& sha256 : typed.filing.photos)
        photos.push_back(photo_reference(pages, typed.once, sha256));
    views::WritePage const page{known,         pages,      typed,  where.value(), *category,
                                asked.visitor, visit.csrf, faults, near,          photos};
    bool const last = step == FilingStep::check;
    auto response = http::shown(
        asked, {.title = last ? msg::check_title : msg::filing_write},
        [&](html::Html& h) { last ? views::filing_check(h, page) : views::filing_write(h, page); },
        status_of(faults));
    if (!visit.cookie.empty()) response.with("Set-Cookie", visit.cookie);
    return response;
}

Shown show_write(Pages const& pages, Asked const& asked) {
    html::Faults faults;
    auto const known = known_of(pages, asked);
    auto const fresh = typed(pages, asked.request, known, faults);
    return words_page(pages, asked, fresh, faults, FilingStep::write);
}

// What the desk will ask too, so that nobody is told at the last step.
void check_filing(Pages const& pages, Acted const& acted, Known const& known, Filing const& filing,
                  html::Faults& faults) {
    auto const category = filing_fits(acted.db, pages.desk, *known.settings, filing);
    if (category.refused()) {
        faults.add(category.refusal());
        return;
    }
    if (acted.visitor.signed_in() && filing.channel != "counter") return;
    if (!filing.contact.empty()) {
        auto const contact = people::contact_text(filing.contact);
        if (contact.refused()) faults.add(contact.refusal());
    } else if (!category.value()->is_anonymous && filing.channel != "counter") {
        faults.add("contact", msg::refused_contact_missing);
    }
}

Shown take_filing(Pages const& pages, Acted const& acted) {
    html::Faults faults;
    auto const known = known_of(pages, acted);
    auto sent = typed(pages, acted.request, known, faults);
    auto const then = acted.request.field("then");
    if (then == "edit") return words_page(pages, acted, sent, faults, FilingStep::write);
    if (then == "redact") {
        redact(sent.filing);
        sent.place.landmark = sent.filing.landmark;
    }
    auto const where = placed(pages, acted.db, known, sent.place);
    if (!where.refused()) {
        sent.filing.place = where.value().point;
        sent.filing.territory = where.value().territory;
    }
    if (!faults.any()) check_filing(pages, acted, known, sent.filing, faults);
    if (faults.any()) return words_page(pages, acted, sent, faults, FilingStep::write);
    if (then != "send") return words_page(pages, acted, sent, faults, FilingStep::check);
    auto const outcome = acted.write([&](db::Writer& writer) {
        return pages.desk.file(writer, acted.visitor, sent.filing, acted.today, acted.now);
    });
    if (!outcome.refused()) return go(acted, address_after_filing(outcome.value()));
    faults.add(outcome.refusal());
    return words_page(pages, acted, sent, faults, FilingStep::write);
}

}  // namespace

html::Url address_after_filing(Filed const& filed) {
    auto const& number = filed.report.number;
    if (filed.report.phase == Phase::unconfirmed) return html::to("/reports/", number, "/confirm");
    auto url = html::to("/reports/", number);
    if (!filed.author_key.empty()) url = html::with(url, "key", filed.author_key);
    return html::with(url, "done", "filed");
}

PublicRoutes filing_routes() {
    using http::Allow;
    static constexpr http::Limits sending{.body_max = photos_bytes_max, .rate = http::Rate::filing};
    static constexpr http::Route<Pages> routes[] = {
        http::get<Pages>("/reports/new", Allow::anyone, show_place),
        http::get<Pages>("/reports/new/photos", Allow::anyone, show_photos),
        http::post<Pages>("/reports/new/photos", Allow::anyone, take_photos, sending),
        http::get<Pages>("/reports/new/category", Allow::anyone, show_category),
        http::get<Pages>("/reports/new/write", Allow::anyone, show_write),
        http::post<Pages>("/reports/new", Allow::anyone, take_filing, sending),
    };
    return routes;
}

}  // namespace wasl::reports
