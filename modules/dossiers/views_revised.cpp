// SPDX-License-Identifier: Apache-2.0
// A draft whose sheet was revised: what is asked for now that was not before, and the way on.
#include <algorithm>

#include "modules/dossiers/views_filing.hpp"

namespace wasl::dossiers::views {

using namespace html::literals;
using html::to;

namespace {

// Titles of what the user hands in by `of` and not by `but`.
std::vector<html::Words> only_in(Language language, procedures::Sheet const& of,
                                 procedures::Sheet const& but) {
    std::vector<html::Words> out;
    auto const is_users = [](procedures::Document const& one) {
        return one.supplier == procedures::Supplier::user;
    };
    for (auto const& one : of.documents) {
        auto const* const other = but.document(one.code);
        if (is_users(one) && !(other && is_users(*other)))
            out.push_back(named(language, one.title));
    }
    return out;
}

std::vector<html::Words> new_questions(Language language, procedures::Sheet const& before,
                                       procedures::Sheet const& now) {
    std::vector<html::Words> out;
    for (auto const& field : now.form)
        if (before.field(field.code) == nullptr) out.push_back(named(language, field.label));
    return out;
}

void list(html::Html& h, Message const& heading, std::vector<html::Words> const& all) {
    if (all.empty()) return;
    h("<h3>"_h, heading, "</h3><ul>"_h);
    for (auto const& one : all) h("<li>"_h, one, "</li>"_h);
    h("</ul>"_h);
}

html::Words term_of(procedures::Sheet const& sheet) {
    if (sheet.immediate) return msg::clock_at_once;
    return say(msg::filing_term_days, {number("count", sheet.term_days)});
}

}  // namespace

void revised_meanwhile(html::Html& h, Draft const& page) {
    if (!page.newer) return;
    auto const& before = page.sheet;
    auto const& now = *page.newer;
    h("<section><h2>"_h, msg::revised_title, "</h2>"_h);
    {
        html::Panel const panel(h, html::Tone::warning);
        h("<p>"_h, msg::revised_text, "</p>"_h);
        list(h, msg::revised_more, only_in(h.language(), now, before));
        list(h, msg::revised_less, only_in(h.language(), before, now));
        list(h, msg::revised_questions, new_questions(h.language(), before, now));
        if (before.term_days != now.term_days || before.immediate != now.immediate) {
            html::SummaryList terms(h);
            terms.row(msg::revised_term_before, term_of(before));
            terms.row(msg::revised_term_now, term_of(now));
        }
        h("<p><a href=\""_h, to("/procedures/", now.code, "/compare"), "\">"_h,
          msg::revised_compare, "</a></p>"_h);
        html::Form const form(
            h, {.action = to("/dossiers/drafts/", page.dossier.id, "/renew"), .csrf = page.csrf});
        html::button(h, msg::revised_take);
    }
    h("</section>"_h);
}

}  // namespace wasl::dossiers::views
