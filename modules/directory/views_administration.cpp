// SPDX-License-Identifier: Apache-2.0
#include "modules/directory/messages.hpp"
#include "modules/directory/views.hpp"

namespace wasl::directory {

using namespace html::literals;

// What no one has confirmed is said to be so, never guessed.
static void contact_row(html::SummaryList& list, Message const& label, std::string const& value) {
    if (value.empty())
        list.row(label, "<span class=\"muted\">"_h, msg::one_unconfirmed, "</span>"_h);
    else
        list.row(label, html::isolated(value));
}

static void contact_link(html::SummaryList& list, Message const& label, std::string const& value,
                         std::string const& address) {
    if (value.empty()) return contact_row(list, label, value);
    list.row(label, "<a href=\""_h, html::outside(address), "\">"_h, html::code(value), "</a>"_h);
}

static std::string dialled(std::string_view phone) {
    std::string out = "tel:";
    for (char const sign : phone)
        if ((sign >= '0' && sign <= '9') || (sign == '+' && out.size() == 4)) out += sign;
    return out;
}

static void show_contact(html::Html& h, Administration const& one) {
    h("<h2>"_h, msg::one_contact, "</h2>"_h);
    html::SummaryList list(h);
    contact_row(list, msg::one_address, one.address);
    contact_link(list, msg::one_phone, one.phone, dialled(one.phone));
    if (one.fax.empty())
        contact_row(list, msg::one_fax, one.fax);
    else
        list.row(msg::one_fax, html::code(one.fax));
    contact_link(list, msg::one_email, one.email, "mailto:" + one.email);
    contact_link(list, msg::one_website, one.website, one.website);
}

static void show_hours(html::Html& h, AdministrationView const& view) {
    h("<h2>"_h, msg::one_hours, "</h2><p>"_h);
    if (view.one.hours.ar.empty())
        h(msg::one_general_hours, "</p><p class=\"muted\">"_h, msg::one_hours_source);
    else
        h(shown(h, view.one.hours));
    h("</p>"_h);
    if (view.calendar.is_open(view.today))
        h("<p>"_h, msg::one_open_today);
    else
        h("<p>"_h,
          say(msg::one_closed_today, {{"day", view.calendar.open_on_or_after(view.today)}}));
    h(" <a href=\""_h, html::to("/calendar"), "\">"_h,
      say(msg::calendar_title,
          {text("year",
                std::to_string(static_cast<int>(std::chrono::year_month_day{view.today}.year())))}),
      "</a></p>"_h);
}

static void show_open_units(html::Html& h, Picture const& picture, AdministrationId id) {
    h("<h2>"_h, msg::one_units, "</h2>"_h);
    auto const units = picture.open_units_of(id);
    if (units.empty()) {
        h("<p class=\"muted\">"_h, msg::one_no_units, "</p>"_h);
        return;
    }
    h("<ul>"_h);
    for (auto const* unit : units) h("<li>"_h, shown(h, unit->name), "</li>"_h);
    h("</ul>"_h);
}

static void link_row(html::Html& h, html::SummaryList& list, Message const& label,
                     Administration const& one) {
    list.row(label, "<a href=\""_h, html::to("/administrations/", one.slug), "\">"_h,
             shown(h, one.name), "</a>"_h);
}

static void show_place(html::Html& h, AdministrationView const& view) {
    auto const& one = view.one;
    html::SummaryList list(h);
    list.row(msg::one_kind, name_of_kind(one.kind));
    if (!one.head_title.ar.empty()) list.row(msg::one_head, shown(h, one.head_title));
    if (auto const* parent = one.parent ? view.picture.administration(*one.parent) : nullptr)
        link_row(h, list, msg::one_parent, *parent);
    if (auto const* place = one.territory ? view.picture.territory(*one.territory) : nullptr)
        list.row(msg::one_territory, "<a href=\""_h, html::to("/territory/", place->id), "\">"_h,
                 shown(h, place->name), "</a>"_h);
    auto const superior = view.picture.superior_for_silence(one.id);
    if (auto const* above = view.picture.administration(superior); above && above->id != one.id)
        list.row(msg::one_silence, "<a href=\""_h, html::to("/administrations/", above->slug),
                 "\">"_h, shown(h, above->name), "</a> <small>"_h, msg::one_silence_article,
                 "</small>"_h);
}

void show_administration(html::Html& h, AdministrationView const& view) {
    auto const& one = view.one;
    html::breadcrumbs(h, {{html::to("/administrations"), msg::list_title}});
    h("<h1>"_h, shown(h, one.name), "</h1>"_h);
    show_place(h, view);
    {
        html::ButtonRow const buttons(h);
        html::link_button(h, html::with(html::to("/procedures"), "administration", one.slug),
                          msg::one_procedures);
        if (view.may_edit)
            html::link_button(h, html::to("/admin/administrations/", one.slug), msg::one_edit,
                              html::ButtonKind::secondary);
    }
    view.map();
    show_contact(h, one);
    show_hours(h, view);
    show_open_units(h, view.picture, one.id);
    if (auto const below = view.picture.children(one.id); !below.empty()) {
        h("<h2>"_h, msg::one_children, "</h2><ul>"_h);
        for (auto const* child : below)
            h("<li><a href=\""_h, html::to("/administrations/", child->slug), "\">"_h,
              shown(h, child->name), "</a></li>"_h);
        h("</ul>"_h);
    }
}

}  // namespace wasl::directory
