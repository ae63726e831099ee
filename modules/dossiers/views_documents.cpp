// SPDX-License-Identifier: Apache-2.0
// The documents of a draft: several files for each that is asked of the user; what the
// administration fetches is shown and not asked (law 55.19 arts 6 and 23).
#include "modules/dossiers/views_filing.hpp"

namespace wasl::dossiers::views {

using namespace html::literals;
using html::to;

void fetched_documents(html::Html& h, procedures::Sheet const& sheet) {
    bool any = false;
    for (auto const& document : sheet.documents) {
        if (document.supplier == procedures::Supplier::user) continue;
        if (!any) h("<h2>"_h, msg::filing_fetched_title, "</h2><ul>"_h);
        any = true;
        h("<li>"_h, named(h.language(), document.title));
        if (!document.held_by.empty())
            h(" <span class=\"meta\">"_h, html::Foreign{document.held_by, Language::ar},
              "</span>"_h);
        h("</li>"_h);
    }
    if (any) h("</ul><p class=\"hint\">"_h, msg::filing_fetched_hint, "</p>"_h);
}

// Each with a button of the same form that takes it away again.
static void show_given(html::Html& h, Draft const& page, procedures::Document const& document,
                       html::ListNames& names) {
    bool any = false;
    for (auto const& one : page.dossier.documents) {
        if (one.requirement != document.code) continue;
        h(any ? ""_h : "<ul class=\"files\">"_h, "<li><a href=\""_h,
          to("/dossiers/drafts/", page.dossier.id, "/documents/", one.id), "\">"_h,
          html::isolated(one.name), "</a> "_h);
        html::button(h, msg::filing_remove, html::ButtonKind::quiet, "remove",
                     std::to_string(one.id.value()), names.of(one.name));
        h("</li>"_h);
        any = true;
    }
    h(any ? "</ul>"_h : ""_h);
}

void ask_for_document(html::Html& h, Draft const& page, procedures::Document const& document,
                      html::Words const& label, html::ListNames& names) {
    auto const name = std::string(document_prefix) + document.code;
    h("<section class=\"requirement\">"_h);
    html::file_field(h,
                     {.name = name,
                      .label = label,
                      .error = page.faults.of(name),
                      .required = document.required},
                     {.multiple = true, .megabytes_max = file_bytes_max >> 20});
    if (!document.note.ar.empty())
        h("<p class=\"hint\">"_h, named(h.language(), document.note), "</p>"_h);
    if (document.declaration_on_honour) h("<p class=\"hint\">"_h, msg::filing_honour, "</p>"_h);
    for (auto const& basis : document.basis)
        h("<p class=\"meta\">"_h, basis_said(h.language(), basis), "</p>"_h);
    show_given(h, page, document, names);
    h("</section>"_h);
}

bool is_asked_for(Draft const& page, procedures::Document const& document) {
    return document.supplier == procedures::Supplier::user &&
           procedures::all_hold(document.only_if,
                                procedures::in_force(page.sheet, page.dossier.values));
}

void documents(html::Html& h, Draft const& page) {
    auto const values = procedures::in_force(page.sheet, page.dossier.values);
    auto const asked = asked_count(questions(page.sheet), values);
    html::step_progress(h, static_cast<int>(asked) + 1, static_cast<int>(asked) + 2,
                        named(h.language(), page.sheet.title));
    html::error_summary(h, page.faults);
    h("<h1>"_h, msg::filing_documents_title, "</h1>"_h);
    revised_meanwhile(h, page);
    // What a question of the form asks for is not asked for twice (art. 4-8).
    auto const asked_here = [&](procedures::Document const& document) {
        return is_asked_for(page, document) && !asks_for(page.sheet, document.code, values);
    };
    bool any = false;
    for (auto const& document : page.sheet.documents) any = any || asked_here(document);
    h("<p class=\"lead\">"_h, any ? msg::filing_documents_lead : msg::filing_needed_none, "</p>"_h);
    {
        html::Form const form(h, {.action = to("/dossiers/drafts/", page.dossier.id, "/documents"),
                                  .csrf = page.csrf,
                                  .multipart = true});
        html::ListNames names;
        for (auto const& document : page.sheet.documents)
            if (asked_here(document))
                ask_for_document(h, page, document, named(h.language(), document.title), names);
        html::ButtonRow const row(h);
        // The first button of the form is what the Enter key presses.
        html::button(h, msg::filing_continue, html::ButtonKind::primary, "then", "next");
        if (any) html::button(h, msg::filing_upload, html::ButtonKind::secondary, "then", "stay");
        html::button(h, msg::filing_later, html::ButtonKind::secondary, "then", "later");
    }
    fetched_documents(h, page.sheet);
    if (asked > 0)
        h("<p><a href=\""_h, draft_url(page.dossier.id, asked - 1), "\">"_h, msg::filing_back,
          "</a></p>"_h);
}

}  // namespace wasl::dossiers::views
