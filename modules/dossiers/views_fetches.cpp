// SPDX-License-Identifier: Apache-2.0
// What the administration brings itself: before filing, on the citizen's page, before the office.
#include "modules/dossiers/views_fetches.hpp"

#include <algorithm>

#include "modules/dossiers/views_filing.hpp"
#include "modules/dossiers/views_mine.hpp"
#include "modules/dossiers/views_review.hpp"

namespace wasl::dossiers {

using namespace html::literals;
using html::to;

static html::Tone fetch_tone(Fetching state) {
    switch (state) {
        case Fetching::in_file:
        case Fetching::supplied: return html::Tone::success;
        case Fetching::consent_awaited:
        case Fetching::copy_shown:
        case Fetching::failed: return html::Tone::warning;
        default: return html::Tone::neutral;
    }
}

static Message const& name_of_state(Fetching state) {
    return word_of("fetch.state", name_of(state));
}

static html::Words holder_of(Fetch const& one) {
    return one.holder.empty() ? html::Words(msg::fetch_holder_unknown)
                              : html::Words(html::Foreign{one.holder, Language::ar});
}

namespace views {

void ask_consents(html::Html& h, procedures::Sheet const& sheet) {
    bool any = false;
    for (auto const& document : sheet.documents) {
        if (document.supplier == procedures::Supplier::user) continue;
        if (!any)
            h("<fieldset><legend>"_h, msg::fetch_consent_title, "</legend><p class=\"hint\">"_h,
              msg::fetch_consent_text, " "_h, article_said(fetching_term.article), "</p>"_h);
        any = true;
        auto const name = std::string(consent_prefix) + document.code;
        html::checkbox(
            h, {.name = name,
                .label = say(msg::fetch_consent_label,
                             {text("document", directory::in(h.language(), document.title))}),
                .hint = document.held_by.empty()
                            ? html::Words()
                            : html::Words(html::Foreign{document.held_by, Language::ar}),
                .required = false});
    }
    if (any) h("</fieldset>"_h);
}

static html::Url door(Seen const& page, Fetch const& one) {
    return to("/dossiers/", page.dossier.number, "/fetches/", one.requirement);
}

static void word(html::Html& h, Seen const& page, Fetch const& one, std::string_view act,
                 Message const& label) {
    html::Form const form(h, {.action = door(page, one), .csrf = page.visitor.csrf});
    keep_version(h, page.dossier);
    html::hidden_field(h, "act", act);
    html::button(h, label,
                 act == "decline" ? html::ButtonKind::quiet : html::ButtonKind::secondary);
}

static void supply(html::Html& h, Seen const& page, Fetch const& one) {
    html::Form const form(
        h, {.action = door(page, one), .csrf = page.visitor.csrf, .multipart = true});
    keep_version(h, page.dossier);
    html::hidden_field(h, "act", "supply");
    auto const name = std::string(document_prefix) + one.requirement;
    html::file_field(
        h, {.name = name, .label = msg::fetch_supply_label, .error = page.faults.of(name)},
        {.megabytes_max = file_bytes_max >> 20});
    html::button(h, msg::fetch_supply, html::ButtonKind::secondary);
}

static void choices(html::Html& h, Seen const& page, Fetch const& one) {
    auto const may = [&](Action action) {
        return !may_fetch(one, page.dossier.state, action, page.dossier.eyes.actors()).refused();
    };
    if (one.state == Fetching::copy_shown && one.copy)
        h("<p><a href=\""_h, to("/dossiers/", page.dossier.number, "/documents/", *one.copy),
          "\">"_h, msg::fetch_see_copy, "</a></p>"_h);
    h("<div class=\"buttons\">"_h);
    if (may(Action::consent)) word(h, page, one, "consent", msg::fetch_consent);
    if (may(Action::approve_copy)) word(h, page, one, "approve", msg::fetch_approve);
    if (may(Action::decline_fetch))
        word(h, page, one, "decline",
             one.state == Fetching::copy_shown ? msg::fetch_reject : msg::fetch_decline);
    h("</div>"_h);
    if (may(Action::supply_copy)) supply(h, page, one);
}

void fetches(html::Html& h, Seen const& page) {
    // What nobody consented to while it mattered is not waited for any more.
    bool const over = is_over(page.dossier.state);
    auto const shown = [&](Fetch const& one) {
        return !over || one.state != Fetching::consent_awaited;
    };
    auto const& all = page.dossier.fetches;
    if (std::none_of(all.begin(), all.end(), shown)) return;
    h("<section id=\"fetches\"><h2>"_h, msg::filing_fetched_title, "</h2><p class=\"hint\">"_h,
      msg::filing_fetched_hint, "</p>"_h);
    for (auto const& one : all) {
        if (!shown(one)) continue;
        h("<h3>"_h, requirement_name(h.language(), page.sheet, one.requirement), "</h3><p>"_h);
        html::tag(h, fetch_tone(one.state), name_of_state(one.state));
        h(" <span class=\"meta\">"_h, holder_of(one), "</span></p>"_h);
        if (one.state == Fetching::to_fetch)
            h("<p class=\"meta\">"_h, say(msg::fetch_until, {{"day", one.due}}), " "_h,
              article_said(fetching_term.article), "</p>"_h);
        if (!one.reason.empty()) html::long_text(h, one.reason);
        if (page.dossier.eyes.applicant) choices(h, page, one);
    }
    h("</section>"_h);
}

}  // namespace views

namespace office {

void fetches(html::Html& h, Review const& page) {
    if (page.dossier.fetches.empty()) return;
    h("<section id=\"fetches\"><h2>"_h, msg::filing_fetched_title, "</h2>"_h);
    for (auto const& one : page.dossier.fetches) {
        h("<h3>"_h, requirement_name(h.language(), page.sheet, one.requirement), "</h3><p>"_h);
        html::tag(h, fetch_tone(one.state), name_of_state(one.state));
        h(" <span class=\"meta\">"_h, holder_of(one), "</span> "_h);
        if (one.state == Fetching::to_fetch) html::deadline_chip(h, one.due, page.today);
        h("</p>"_h);
        if (one.consented_at)
            h("<p class=\"meta\">"_h, say(msg::fetch_consented_at, {{"at", *one.consented_at}}),
              " "_h, page.names.of(one.consented_by), "</p>"_h);
        if (!one.reason.empty()) html::long_text(h, one.reason);
        if (one.state == Fetching::to_fetch && page.in_charge())
            html::link_button(h, to("/desk/", page.dossier.number, "/fetches/", one.requirement),
                              msg::fetch_do, html::ButtonKind::secondary);
    }
    h("</section>"_h);
}

void repeats(html::Html& h, Review const& page) {
    if (page.dossier.repeats.empty()) return;
    html::Panel const panel(h, html::Tone::info, msg::review_repeats);
    h("<p>"_h, msg::review_repeats_text, " <a href=\""_h, desk_url(page.dossier.repeats), "\">"_h,
      html::code(page.dossier.repeats), "</a> <span class=\"meta\">"_h, article_said("55.19/15"),
      "</span></p>"_h);
}

void fetch_form(html::Html& h, Review const& page, Fetch const& one, html::Faults const& faults,
                std::string_view typed) {
    html::breadcrumbs(h, {{to("/desk/fetches"), msg::fetch_title},
                          {desk_url(page.dossier.number), html::code(page.dossier.number)}});
    html::error_summary(h, faults);
    h("<h1>"_h, requirement_name(h.language(), page.sheet, one.requirement), "</h1>"_h);
    {
        html::SummaryList list(h);
        list.row(msg::fetch_holder, holder_of(one));
        list.row(msg::queue_applicant, html::isolated(page.dossier.applicant_name));
        list.row(msg::fetch_due, one.due, " "_h, article_said(fetching_term.article));
        if (one.consented_at)
            list.row(msg::fetch_consent_title, *one.consented_at, " "_h,
                     page.names.of(one.consented_by));
    }
    arithmetic_of_fetch(h, page);
    html::Form const form(
        h, {.action = to("/desk/", page.dossier.number, "/fetches/", one.requirement),
            .csrf = page.visitor.csrf,
            .multipart = true});
    html::hidden_field(h, "version", std::to_string(page.dossier.version));
    auto const name = std::string(document_prefix) + one.requirement;
    html::file_field(h,
                     {.name = name,
                      .label = msg::fetch_copy_label,
                      .hint = one.own ? msg::fetch_copy_own_hint : msg::fetch_copy_hint,
                      .error = faults.of(name),
                      .required = false},
                     {.megabytes_max = file_bytes_max >> 20});
    html::text_area(h, {.name = "reason",
                        .label = msg::fetch_failed_reason,
                        .hint = msg::fetch_failed_hint,
                        .value = typed,
                        .error = faults.of("reason"),
                        .required = false,
                        .length_max = text_signs_max,
                        .rows = 4});
    html::ButtonRow const row(h);
    html::button(h, msg::fetch_keep_copy, html::ButtonKind::primary, "outcome", "fetched");
    html::button(h, msg::fetch_say_failed, html::ButtonKind::secondary, "outcome", "failed");
    html::link_button(h, desk_url(page.dossier.number), msg::review_back, html::ButtonKind::quiet);
}

void arithmetic_of_fetch(html::Html& h, Review const& page) {
    if (!page.dossier.filed_on) return;
    h("<ol class=\"arithmetic\">"_h);
    for (auto const& line : full_term_in_words(*page.dossier.filed_on, fetching_term.days,
                                               fetching_term.article, *page.dossier.offices))
        h("<li>"_h, line.said, "</li>"_h);
    h("</ol>"_h);
}

}  // namespace office
}  // namespace wasl::dossiers
