// SPDX-License-Identifier: Apache-2.0
// Administrators keep contacts, hours and units of their administrations.
#include <charconv>

#include "modules/directory/messages.hpp"
#include "modules/directory/pages.hpp"
#include "modules/directory/views.hpp"
#include "platform/http/page.hpp"

namespace wasl::directory {

using namespace html::literals;
using http::Acted;
using http::Allow;
using http::Asked;
using http::Response;

static Contact contact_of(Administration const& one) {
    return {one.address, one.phone, one.fax, one.email, one.website, one.hours};
}

static Contact contact_typed(http::Request const& request) {
    auto const typed = [&](std::string_view name) { return std::string(request.field(name)); };
    return {typed("address"), typed("phone"),   typed("fax"),
            typed("email"),   typed("website"), {typed("hours_ar"), typed("hours_fr"), {}, {}}};
}

static Names name_typed(http::Request const& request) {
    return {std::string(request.field("name_ar")), std::string(request.field("name_fr")), {}, {}};
}

// The administration in the address, where this visitor keeps it.
static Result<Administration const*> kept(Picture const& picture, Asked const& asked) {
    auto const* found = picture.by_slug(asked.wild(0));
    if (!found) return Refusal{Refused::not_found, say(msg::refusal_no_administration)};
    if (!keeps(asked.visitor, found->id))
        return Refusal{Refused::forbidden, say(msg::refusal_not_yours)};
    return found;
}

static Response show_form(Asked const& asked, ContactForm const& form) {
    html::PageHead head{
        .title = say(msg::admin_edit_title, {text("name", in(asked.language(), form.one.name))})};
    if (!asked.request.asked("saved").empty()) head.success = msg::admin_saved;
    return shown(
        asked, head, [&](html::Html& h) { show_contact_form(h, form); },
        form.faults.any() ? 422 : 200);
}

static Result<Response> show_kept_administrations(Pages const& pages, Asked const& asked) {
    auto const picture = pages.desk.picture();
    return shown(asked, {.title = msg::admin_title}, [&](html::Html& h) {
        h("<h1>"_h, msg::admin_title, "</h1><ul>"_h);
        int count = 0;
        for (auto const& one : picture->administrations()) {
            if (!keeps(asked.visitor, one.id)) continue;
            ++count;
            h("<li><a href=\""_h, html::to("/admin/administrations/", one.slug), "\">"_h,
              shown(h, one.name), "</a></li>"_h);
        }
        h("</ul>"_h);
        if (count == 0) html::empty_state(h, msg::admin_none);
        if (keeps_calendar(asked.visitor))
            html::link_button(h, html::to("/admin/administrations/new"), msg::place_found_title);
    });
}

static Result<Response> edit(Pages const& pages, Asked const& asked) {
    auto const picture = pages.desk.picture();
    auto const* one = TRY(kept(*picture, asked));
    return show_form(asked, {*one,
                             picture->units_of(one->id),
                             contact_of(*one),
                             {},
                             {},
                             asked.visitor.csrf,
                             keeps_calendar(asked.visitor)});
}

static Result<Response> save_contact(Pages const& pages, Acted const& acted) {
    auto const picture = pages.desk.picture();
    auto const* one = TRY(kept(*picture, acted));
    auto const typed = contact_typed(acted.request);
    auto const done = acted.write([&](db::Writer& writer) {
        return pages.desk.set_contact(writer, one->id, typed, acted.visitor.person, acted.now);
    });
    if (!done.refused()) return saved(acted, "/admin/administrations/" + one->slug);
    html::Faults faults;
    faults.add(done.refusal());
    return show_form(acted,
                     {*one, picture->units_of(one->id), typed, {}, faults, acted.visitor.csrf});
}

static Result<Response> add_unit(Pages const& pages, Acted const& acted) {
    auto const picture = pages.desk.picture();
    auto const* one = TRY(kept(*picture, acted));
    auto const typed = name_typed(acted.request);
    auto const done = acted.write([&](db::Writer& writer) {
        return pages.desk.found_unit(writer, one->id, typed, acted.visitor.person, acted.now);
    });
    if (!done.refused()) return saved(acted, "/admin/administrations/" + one->slug);
    html::Faults faults;
    faults.add(done.refusal());
    return show_form(acted, {*one, picture->units_of(one->id), contact_of(*one), typed, faults,
                             acted.visitor.csrf});
}

struct KeptUnit {
    Unit const* unit;
    Administration const* owner;
};

static Result<KeptUnit> kept_unit(Picture const& picture, Asked const& asked) {
    std::int64_t number = 0;
    auto const wild = asked.wild(0);
    std::from_chars(wild.data(), wild.data() + wild.size(), number);
    auto const* unit = picture.unit(UnitId{number});
    if (!unit) return Refusal{Refused::not_found, say(msg::refusal_no_unit)};
    if (!keeps(asked.visitor, unit->administration))
        return Refusal{Refused::forbidden, say(msg::refusal_not_yours)};
    auto const* owner = picture.administration(unit->administration);
    check(owner, "a unit has an administration");
    return KeptUnit{unit, owner};
}

static Response show_form(Asked const& asked, UnitForm const& form) {
    html::PageHead head{.title = msg::admin_unit_title};
    if (!asked.request.asked("saved").empty()) head.success = msg::admin_saved;
    return shown(
        asked, head, [&](html::Html& h) { show_unit_form(h, form); },
        form.faults.any() ? 422 : 200);
}

static OpenWork open_work(Pages const& pages, Asked const& asked, Unit const& unit) {
    if (!pages.open_work) return {};
    return pages.open_work(asked.db, unit.administration, unit.id, asked.today);
}

static Result<Response> edit_unit(Pages const& pages, Asked const& asked) {
    auto const picture = pages.desk.picture();
    auto const kept = TRY(kept_unit(*picture, asked));
    return show_form(asked, {*kept.unit,
                             *kept.owner,
                             kept.unit->name,
                             open_work(pages, asked, *kept.unit),
                             {},
                             asked.visitor.csrf});
}

static Result<Response> close_kept_unit(Pages const& pages, Acted const& acted) {
    auto const picture = pages.desk.picture();
    auto const kept = TRY(kept_unit(*picture, acted));
    TRY(acted.write([&](db::Writer& writer) {
        return pages.desk.close_unit(writer, kept.unit->id, acted.visitor.person, acted.now);
    }));
    return saved(acted, "/admin/units/" + std::string(acted.wild(0)));
}

static Result<Response> reopen_kept_unit(Pages const& pages, Acted const& acted) {
    auto const picture = pages.desk.picture();
    auto const kept = TRY(kept_unit(*picture, acted));
    TRY(acted.write([&](db::Writer& writer) {
        return pages.desk.reopen_unit(writer, kept.unit->id, acted.visitor.person, acted.now);
    }));
    return saved(acted, "/admin/units/" + std::string(acted.wild(0)));
}

static Result<Response> save_unit(Pages const& pages, Acted const& acted) {
    auto const picture = pages.desk.picture();
    auto const kept = TRY(kept_unit(*picture, acted));
    auto const typed = name_typed(acted.request);
    auto const done = acted.write([&](db::Writer& writer) {
        return pages.desk.rename_unit(writer, kept.unit->id, typed, acted.visitor.person,
                                      acted.now);
    });
    if (!done.refused()) return saved(acted, "/admin/administrations/" + kept.owner->slug);
    html::Faults faults;
    faults.add(done.refusal());
    return show_form(acted, {*kept.unit, *kept.owner, typed, open_work(pages, acted, *kept.unit),
                             faults, acted.visitor.csrf});
}

std::span<http::Route<Pages> const> office_routes() {
    static constexpr http::Route<Pages> routes[] = {
        http::get<Pages>("/admin/administrations", Allow::administrator, show_kept_administrations),
        http::get<Pages>("/admin/administrations/:slug", Allow::administrator, edit),
        http::post<Pages>("/admin/administrations/:slug", Allow::administrator, save_contact),
        http::post<Pages>("/admin/administrations/:slug/units", Allow::administrator, add_unit),
        http::get<Pages>("/admin/units/:id", Allow::administrator, edit_unit),
        http::post<Pages>("/admin/units/:id", Allow::administrator, save_unit),
        http::post<Pages>("/admin/units/:id/close", Allow::administrator, close_kept_unit),
        http::post<Pages>("/admin/units/:id/reopen", Allow::administrator, reopen_kept_unit),
    };
    return routes;
}

}  // namespace wasl::directory
