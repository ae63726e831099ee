// SPDX-License-Identifier: Apache-2.0
// The page of one procedure, in the order in which a citizen asks: can I start, what do I get, what
// must I bring, what does it cost, when is it ready, and what if nothing comes.
#include "modules/procedures/messages.hpp"
#include "modules/procedures/views.hpp"
#include "modules/procedures/views_pipeline.hpp"
#include "platform/html/contents.hpp"

namespace wasl::procedures::views {

using namespace html::literals;

namespace {

void show_form_fields(html::Html& h, Sheet const& sheet) {
    if (sheet.form.empty()) return;
    html::Disclosure const preview(h, msg::sheet_form);
    h("<ul>"_h);
    for (auto const& field : sheet.form) {
        h("<li>"_h, said(h.language(), field.label));
        if (!field.required) h(" "_h), html::tag(h, html::Tone::neutral, msg::tag_optional);
        if (!field.choices.empty()) {
            h("<ul>"_h);
            for (auto const& choice : field.choices)
                h("<li>"_h, said(h.language(), choice), "</li>"_h);
            h("</ul>"_h);
        }
        h("</li>"_h);
    }
    h("</ul>"_h);
}

// Art. 3: nothing else may be asked. Whoever is asked for more can say so here.
void show_claim_button(html::Html& h, SheetPage const& page) {
    auto url = html::to("/procedures/", page.sheet.code, "/claim");
    if (page.place) url = html::with(url, "administration", std::to_string(page.place->id.value()));
    h("<p>"_h);
    html::link_button(h, url, msg::claim_title, html::ButtonKind::secondary);
    h("</p>"_h);
}

// The sections in the order in which they stand.
void show_contents(html::Html& h, Sheet const& sheet) {
    std::vector<html::ContentsEntry> sections;
    if (!sheet.requirements.empty()) sections.push_back({"requirements", msg::sheet_requirements});
    sections.push_back({"documents", msg::sheet_documents});
    sections.push_back({"fees", msg::sheet_fees});
    if (!sheet.steps.empty()) sections.push_back({"steps", msg::sheet_steps});
    sections.push_back({"term", msg::sheet_term});
    sections.push_back({"silence", msg::sheet_silence});
    sections.push_back({"appeal", msg::sheet_appeal});
    sections.push_back({"how", msg::sheet_channels});
    sections.push_back({"about", msg::sheet_about});
    html::contents(h, sections);
}

void show_about(html::Html& h, SheetPage const& page) {
    auto const& sheet = page.sheet;
    h("<section aria-labelledby=\"about\"><h2 id=\"about\">"_h, msg::sheet_about, "</h2>"_h);
    {
        h("<h3>"_h, msg::sheet_basis, "</h3>"_h);
        show_basis(h, sheet.basis);
    }
    if (sheet.approval.by != ApprovedBy::nobody)
        h("<p>"_h,
          say(sheet.approval.by == ApprovedBy::interior ? msg::sheet_approved_interior
                                                        : msg::sheet_approved_commission,
              {text("reference", sheet.approval.reference)}),
          "</p>"_h);
    if (page.published)
        h("<p class=\"meta\">"_h,
          say(msg::sheet_version,
              {number("version", sheet.version), Value{"day", *page.published}}),
          "</p>"_h);
    if (sheet.version > 1)
        h("<p><a href=\""_h, html::to("/procedures/", sheet.code, "/compare"), "\">"_h,
          msg::compare_link, "</a></p>"_h);
    h("</section>"_h);
}

}  // namespace

void show_to_confirm(html::Html& h) { html::tag(h, html::Tone::warning, msg::tag_to_confirm); }

void show_basis(html::Html& h, std::vector<LegalBasis> const& bases) {
    h("<ul class=\"basis\">"_h);
    for (auto const& basis : bases) {
        auto const french = h.language() != Language::ar && !basis.text_fr.empty();
        auto const language = french ? Language::fr : Language::ar;
        auto const& place = french ? basis.reference_fr : basis.reference;
        h("<li>"_h, html::Foreign{french ? basis.text_fr : basis.text_ar, language});
        if (!place.empty()) h(" — "_h, html::Foreign{place, language});
        if (basis.to_be_confirmed) h(" "_h), show_to_confirm(h);
        h("</li>"_h);
    }
    h("</ul>"_h);
}

void show_sheet(html::Html& h, SheetPage const& page) {
    auto const& sheet = page.sheet;
    html::breadcrumbs(h, {{html::to("/procedures"), msg::catalogue_title}});
    h("<h1>"_h, said(h.language(), sheet.title), "</h1><p class=\"lead\">"_h,
      said(h.language(), sheet.summary), "</p>"_h);
    if (page.certified) show_confirmation(h, *page.certified, page.today);
    h("<div class=\"columns sheet\"><div class=\"side flow\">"_h);
    show_glance(h, page);
    show_contents(h, sheet);
    h("</div><div>"_h);
    show_requirements(h, sheet);
    show_documents(h, sheet);
    show_fees(h, sheet);
    show_steps(h, sheet);
    show_terms(h, page);
    show_where(h, page);
    show_form_fields(h, sheet);
    h("</div></div><div class=\"pairs columns foot\">"_h);
    show_about(h, page);
    show_neighbours(h, page);
    if (!page.preview) show_sheet_formats(h, sheet);
    h("</div>"_h);
    if (!page.preview) show_claim_button(h, page);
}

}  // namespace wasl::procedures::views
