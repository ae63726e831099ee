// SPDX-License-Identifier: Apache-2.0
// The forms in which administrators keep the directory true.
#include "modules/directory/messages.hpp"
#include "modules/directory/views.hpp"

namespace wasl::directory {

using namespace html::literals;

static void show_address_fields(html::Html& h, ContactForm const& form) {
    auto const& typed = form.typed;
    html::text_area(h, {.name = "address",
                        .label = msg::one_address,
                        .hint = msg::admin_empty_hint,
                        .value = typed.address,
                        .required = false,
                        .length_max = 500,
                        .rows = 3});
    html::telephone_field(h, {.name = "phone",
                              .label = msg::one_phone,
                              .value = typed.phone,
                              .error = form.faults.of("phone"),
                              .required = false});
    html::telephone_field(h, {.name = "fax",
                              .label = msg::one_fax,
                              .value = typed.fax,
                              .error = form.faults.of("fax"),
                              .required = false});
    html::email_field(h, {.name = "email",
                          .label = msg::one_email,
                          .value = typed.email,
                          .error = form.faults.of("email"),
                          .required = false});
    html::text_field(h, {.name = "website",
                         .label = msg::one_website,
                         .value = typed.website,
                         .error = form.faults.of("website"),
                         .required = false,
                         .left_to_right = true});
}

static void show_contact_fields(html::Html& h, ContactForm const& form) {
    html::Form const frame(
        h, {.action = html::to("/admin/administrations/", form.one.slug), .csrf = form.csrf});
    show_address_fields(h, form);
    html::text_field(h, {.name = "hours_ar",
                         .label = msg::admin_hours_ar,
                         .hint = msg::admin_hours_hint,
                         .value = form.typed.hours.ar,
                         .required = false});
    html::text_field(h, {.name = "hours_fr",
                         .label = msg::admin_hours_fr,
                         .value = form.typed.hours.fr,
                         .required = false,
                         .left_to_right = true});
    html::button(h, msg::admin_save);
}

static void show_unit_fields(html::Html& h, Names const& typed, html::Faults const& faults) {
    html::text_field(h, {.name = "name_ar",
                         .label = msg::admin_unit_ar,
                         .value = typed.ar,
                         .error = faults.of("name_ar")});
    html::text_field(h, {.name = "name_fr",
                         .label = msg::admin_unit_fr,
                         .value = typed.fr,
                         .required = false,
                         .left_to_right = true});
}

static void show_kept_units(html::Html& h, ContactForm const& form) {
    h("<h2>"_h, msg::one_units, "</h2>"_h);
    if (form.units.empty())
        h("<p class=\"muted\">"_h, msg::one_no_units, "</p>"_h);
    else
        h("<ul>"_h);
    for (auto const* unit : form.units) {
        h("<li>"_h, shown(h, unit->name), " <a href=\""_h, html::to("/admin/units/", unit->id),
          "\">"_h, msg::admin_unit_rename, "<span class=\"unseen\"> "_h, shown(h, unit->name),
          "</span></a>"_h);
        if (unit->closed) {
            h(" "_h);
            html::tag(h, html::Tone::neutral, msg::unit_closed);
        }
        h("</li>"_h);
    }
    if (!form.units.empty()) h("</ul>"_h);
    h("<h2>"_h, msg::admin_unit_add, "</h2>"_h);
    html::Form const frame(h,
                           {.action = html::to("/admin/administrations/", form.one.slug, "/units"),
                            .csrf = form.csrf});
    show_unit_fields(h, form.unit_typed, form.faults);
    html::button(h, msg::admin_unit_add);
}

void show_contact_form(html::Html& h, ContactForm const& form) {
    html::breadcrumbs(h, {{html::to("/admin/administrations"), msg::admin_title},
                          {html::to("/administrations/", form.one.slug), shown(h, form.one.name)}});
    h("<h1>"_h, say(msg::admin_edit_title, {text("name", in(h.language(), form.one.name))}),
      "</h1>"_h);
    html::error_summary(h, form.faults);
    if (form.may_place)
        html::link_button(h, html::to("/admin/administrations/", form.one.slug, "/parent"),
                          msg::place_move_title, html::ButtonKind::secondary);
    html::link_button(h, html::to("/admin/people/", form.one.id), msg::admin_positions,
                      html::ButtonKind::secondary);
    h("<h2>"_h, msg::admin_contact, "</h2>"_h);
    show_contact_fields(h, form);
    show_kept_units(h, form);
}

// What the unit has not finished stays with those who had it; nobody loses sight of it.
static void show_open_work(html::Html& h, UnitForm const& form) {
    h("<h2>"_h, msg::unit_open_work, "</h2>"_h);
    if (form.open.count == 0) {
        h("<p>"_h, msg::unit_no_open_work, "</p>"_h);
        return;
    }
    h("<p>"_h, say(msg::unit_open_count, {number("count", form.open.count)}), "</p><ul>"_h);
    // Numbers alone: who administers a place does not read its dossiers.
    for (auto const& number : form.open.first) h("<li>"_h, html::code(number), "</li>"_h);
    h("</ul>"_h);
}

static void show_closing(html::Html& h, UnitForm const& form) {
    show_open_work(h, form);
    bool const closed = form.unit.closed;
    h("<h2>"_h, closed ? msg::unit_reopen : msg::unit_close, "</h2><p>"_h,
      closed ? msg::unit_reopen_lead : msg::unit_close_lead, "</p>"_h);
    auto const action = closed ? html::to("/admin/units/", form.unit.id, "/reopen")
                               : html::to("/admin/units/", form.unit.id, "/close");
    html::post_button(h, {.action = action,
                          .label = closed ? msg::unit_reopen : msg::unit_close,
                          .csrf = form.csrf,
                          .kind = closed ? html::ButtonKind::secondary : html::ButtonKind::danger});
}

void show_unit_form(html::Html& h, UnitForm const& form) {
    html::breadcrumbs(
        h, {{html::to("/admin/administrations"), msg::admin_title},
            {html::to("/admin/administrations/", form.owner.slug), shown(h, form.owner.name)}});
    h("<h1>"_h, msg::admin_unit_title, "</h1>"_h);
    html::error_summary(h, form.faults);
    {
        html::Form const frame(
            h, {.action = html::to("/admin/units/", form.unit.id), .csrf = form.csrf});
        show_unit_fields(h, form.typed, form.faults);
        html::button(h, msg::admin_save);
    }
    show_closing(h, form);
}

}  // namespace wasl::directory
