// SPDX-License-Identifier: Apache-2.0
#include "modules/procedures/views_burden.hpp"

#include "modules/procedures/messages.hpp"
#include "modules/procedures/views_comparison.hpp"

namespace wasl::procedures::views {

using namespace html::literals;

namespace {

void add_saving(Saving& into, Saving const& one) {
    into.sheets += one.sheets;
    into.before += one.before;
    into.after += one.after;
}

Simplification sum_of(std::vector<Simplification> const& all) {
    Simplification sum;
    for (auto const& one : all) {
        sum.sheets += one.sheets;
        add_saving(sum.documents, one.documents);
        add_saving(sum.copies, one.copies);
        add_saving(sum.visits, one.visits);
        add_saving(sum.days, one.days);
        add_saving(sum.fees, one.fees);
    }
    return sum;
}

void show_sum(html::Html& h, Simplification const& sum) {
    html::Table table(h, msg::burden_sum,
                      {{msg::burden_what},
                       {msg::burden_sheets, html::Column::number},
                       {msg::compare_before, html::Column::number},
                       {msg::compare_after, html::Column::number},
                       {msg::burden_saved, html::Column::number}});
    auto const row = [&](Message const& label, Saving const& one) {
        table.row();
        table.cell(label);
        table.cell(one.sheets);
        table.cell(one.before);
        table.cell(one.after);
        table.cell(one.saved());
    };
    row(msg::burden_documents, sum.documents);
    row(msg::burden_copies, sum.copies);
    row(msg::burden_visits, sum.visits);
    row(msg::burden_days, sum.days);
    table.row();
    table.cell(msg::burden_fees);
    table.cell(sum.fees.sheets);
    table.cell(Money::centimes(sum.fees.before));
    table.cell(Money::centimes(sum.fees.after));
    table.cell(Money::centimes(sum.fees.saved()));
}

void show_savings_of_owners(html::Html& h, std::vector<Simplification> const& all,
                            directory::Picture const& places) {
    html::Table table(h, msg::burden_owners,
                      {{msg::catalogue_administration},
                       {msg::burden_sheets, html::Column::number},
                       {msg::burden_documents, html::Column::number},
                       {msg::burden_copies, html::Column::number},
                       {msg::burden_visits, html::Column::number},
                       {msg::burden_days, html::Column::number},
                       {msg::burden_fees, html::Column::number}});
    for (auto const& one : all) {
        auto const* const owner = places.administration(one.owner);
        if (owner == nullptr) continue;
        table.row();
        table.cell("<a href=\""_h, html::to("/simplification/", one.owner), "\">"_h,
                   said(h.language(), owner->name), "</a>"_h);
        table.cell(one.sheets);
        for (auto const* const saving : {&one.documents, &one.copies, &one.visits, &one.days})
            table.cell(saving->saved());
        table.cell(Money::centimes(one.fees.saved()));
    }
}

}  // namespace

void show_simplifications(html::Html& h, std::vector<Simplification> const& all,
                          directory::Picture const& places) {
    html::breadcrumbs(h, {{html::to("/registry"), msg::registry_title}});
    h("<h1>"_h, msg::burden_page, "</h1><p class=\"lead\">"_h, msg::burden_lead, "</p>"_h);
    if (all.empty()) return html::empty_state(h, msg::burden_none, msg::burden_none_text);
    h("<p>"_h, msg::burden_method, "</p>"_h);
    auto const sum = sum_of(all);
    h("<section aria-labelledby=\"sum\"><h2 id=\"sum\">"_h,
      say(msg::burden_sum_of, {number("count", sum.sheets)}), "</h2>"_h);
    show_sum(h, sum);
    h("</section><section aria-labelledby=\"owners\"><h2 id=\"owners\">"_h, msg::burden_owners,
      "</h2><p>"_h, msg::burden_owners_text, "</p>"_h);
    show_savings_of_owners(h, all, places);
    h("</section><p><a href=\""_h, html::to("/simplification.csv"), "\">"_h, msg::registry_csv,
      "</a></p>"_h);
}

void show_simplified(html::Html& h, SimplifiedPage const& page) {
    html::breadcrumbs(h, {{html::to("/registry"), msg::registry_title},
                          {html::to("/simplification"), msg::burden_page}});
    h("<h1>"_h, said(h.language(), page.owner.name), "</h1>"_h);
    if (page.sheets.empty()) return html::empty_state(h, msg::burden_none, msg::burden_none_text);
    for (auto const& one : page.sheets) {
        h("<section><h2><a href=\""_h, html::to("/procedures/", one.code), "\">"_h,
          said(h.language(), one.title), "</a></h2>"_h);
        show_burden(h, one.before, one.after);
        h("<p><a href=\""_h, html::to("/procedures/", one.code, "/compare"), "\">"_h,
          msg::compare_title, "</a></p></section>"_h);
    }
}

}  // namespace wasl::procedures::views
