// SPDX-License-Identifier: Apache-2.0
#include "modules/procedures/views_models.hpp"

#include "modules/procedures/messages.hpp"
#include "modules/procedures/views_office.hpp"

namespace wasl::procedures::views {

using namespace html::literals;

void show_models(html::Html& h, ModelsPage const& page) {
    html::breadcrumbs(h, {{html::to("/office/sheets"), msg::office_title}});
    h("<h1>"_h, msg::model_title, "</h1><p class=\"lead\">"_h, msg::model_lead, "</p>"_h);
    html::search_box(
        h, {.action = html::to("/office/models"), .label = msg::model_search, .value = page.query});
    if (page.models.empty()) return html::empty_state(h, msg::model_none, msg::model_none_text);
    html::Cards cards(h);
    for (auto const& one : page.models)
        cards.card({.url = html::to("/office/models/", one.code),
                    .title = said(h.language(), one.title),
                    .text = said(h.language(), one.summary),
                    .meta = html::code(one.code)});
}

void show_clone(html::Html& h, ClonePage const& page) {
    html::breadcrumbs(h, {{html::to("/office/sheets"), msg::office_title},
                          {html::to("/office/models"), msg::model_title}});
    h("<h1>"_h, said(h.language(), page.model.title), "</h1><p class=\"lead\">"_h,
      said(h.language(), page.model.summary), "</p>"_h);
    html::error_summary(h, page.faults);
    {
        html::SummaryList list(h);
        auto const count = [](auto const& all) { return static_cast<std::int64_t>(all.size()); };
        list.row(msg::section_documents, count(page.model.documents));
        list.row(msg::section_fees, count(page.model.fees));
        list.row(msg::section_steps, count(page.model.steps));
        list.row(msg::section_form, count(page.model.form));
        list.row(msg::edit_term_days, page.model.term_days);
    }
    html::Form const form(
        h, {.action = html::to("/office/models/", page.model.code), .csrf = page.csrf});
    owner_field(h, msg::office_owner, page.owners, page.owner, page.faults.of("owner"));
    choose_code(h, page.code, page.faults);
    html::button(h, msg::model_clone);
}

}  // namespace wasl::procedures::views
