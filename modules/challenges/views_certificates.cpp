// SPDX-License-Identifier: Apache-2.0
#include "modules/challenges/views_certificates.hpp"

#include <array>

#include "modules/challenges/papers.hpp"
#include "platform/clock/clock.hpp"

namespace wasl::challenges::views {

using namespace html::literals;

Message const& word_of(Certified kind) {
    auto const* const found = msg::find("certified." + std::string(name_of(kind)));
    check(found != nullptr, "every kind of certificate has its message");
    return *found;
}

static Date day_of(Certificate const& one) { return clock::day_in_morocco(one.at); }
// Mentors and judges are of no team.
static html::Words or_none(std::string_view text) {
    return text.empty() ? html::Words(msg::certificates_of_none)
                        : html::Words(html::isolated(text));
}
static html::Url paper_of(Certificate const& one) {
    return html::to("/certificates/", one.number, "/paper");
}

void own_certificates(html::Html& h, std::span<Certificate const> all) {
    if (all.empty()) return;
    h("<section aria-labelledby=\"certificates\"><h2 id=\"certificates\">"_h,
      msg::certificates_mine, "</h2><p>"_h, msg::certificates_mine_lead, "</p>"_h);
    html::ListNames names;
    html::Table table(h, msg::certificates_list,
                      {{msg::certificates_kind},
                       {msg::project_title},
                       {msg::certificates_issued_on},
                       {msg::certificates_download, html::Column::actions}});
    for (auto const& one : all) {
        table.row();
        table.cell(word_of(one.merit.kind));
        table.cell(or_none(one.merit.project));
        table.cell(day_of(one));
        table.cell_with([&] {
            html::link_button(h, paper_of(one), msg::certificates_download,
                              html::ButtonKind::secondary, names.of(one.number));
        });
    }
    h("</section>"_h);
}

namespace {

void counts(html::Html& h, std::span<Certificate const> all) {
    std::array<std::int64_t, certified_count> count{};
    for (auto const& one : all) ++count[static_cast<std::size_t>(one.merit.kind)];
    std::vector<html::Tile> tiles;
    for (std::size_t n = 0; n < certified_count; ++n)
        tiles.push_back({count[n], word_of(static_cast<Certified>(n))});
    html::stat_tiles(h, tiles);
}

void listed(html::Html& h, Edition const& edition, std::span<Certificate const> all) {
    counts(h, all);
    {
        html::ButtonRow const row(h);
        for (std::size_t from = 0; from < all.size(); from += certificates_at_once) {
            auto const until = std::min(from + certificates_at_once, all.size());
            html::link_button(
                h,
                html::with(html::to("/office/challenges/", edition.code, "/certificates.pdf"),
                           "from", std::to_string(from + 1)),
                say(msg::certificates_download_all,
                    {number("from", from + 1), number("until", until)}),
                html::ButtonKind::secondary);
        }
    }
    html::Table table(h, msg::certificates_list,
                      {{msg::certificates_holder},
                       {msg::certificates_kind},
                       {msg::team_name},
                       {msg::certificates_number},
                       {msg::certificates_issued_on}});
    for (auto const& one : all) {
        table.row();
        if (one.name.empty())
            table.cell(msg::certificates_holder_erased);
        else
            table.cell("<a href=\""_h, paper_of(one), "\">"_h, html::isolated(one.name), "</a>"_h);
        table.cell(word_of(one.merit.kind));
        table.cell(or_none(one.merit.team_name));
        table.cell(html::code(one.number));
        table.cell(day_of(one));
    }
}

}  // namespace

void certificates(html::Html& h, Known const& known, CertificatesPage const& page) {
    auto const& edition = page.in.call.edition;
    html::breadcrumbs(
        h, {{html::to("/office/challenges"), msg::office_title},
            {html::to("/office/challenges/", edition.code), named(h.language(), edition.name)}});
    h("<h1>"_h, msg::certificates_title, "</h1><p class=\"lead\">"_h, msg::certificates_lead,
      "</p>"_h);
    if (page.may.refused())
        html::notice(h, html::Tone::info, page.may.refusal().what);
    else
        html::post_button(h,
                          {.action = html::to("/office/challenges/", edition.code, "/certificates"),
                           .label = msg::certificates_issue,
                           .csrf = known.visitor.csrf,
                           .kind = html::ButtonKind::primary});
    if (page.all.empty())
        html::empty_state(h, msg::certificates_none, msg::certificates_none_text);
    else
        listed(h, edition, page.all);
}

void verify_form(html::Html& h, std::string_view typed) {
    bool const unknown = !typed.empty();
    h("<h1>"_h, unknown ? msg::certificates_unknown : msg::certificates_verify, "</h1>"_h);
    if (unknown)
        html::notice(h, html::Tone::warning,
                     say(msg::certificates_unknown_text, {text("number", typed)}));
    else
        h("<p class=\"lead\">"_h, msg::certificates_verify_lead, "</p>"_h);
    html::FilterForm const form(h, html::to("/certificates"));
    html::text_field(h, {.name = "number",
                         .label = msg::certificates_number,
                         .hint = msg::certificates_verify_hint,
                         .value = typed,
                         .autocomplete = "off",
                         .left_to_right = true,
                         .length_max = 40});
    html::button(h, msg::certificates_check);
}

static void verdict(html::Html& h, Certificates::Verified const& found) {
    if (!found.authentic) {
        html::notice(h, html::Tone::danger, msg::certificates_doubtful);
        return;
    }
    bool const withdrawn = found.certificate.withdrawn.has_value();
    html::Panel const panel(h, withdrawn ? html::Tone::warning : html::Tone::success,
                            withdrawn ? msg::certificates_withdrawn : msg::certificates_authentic);
    if (withdrawn) h("<p>"_h, msg::certificates_withdrawn_text, "</p>"_h);
    h("<p>"_h, msg::certificates_journal, "</p>"_h);
}

void verified(html::Html& h, Known const& known, Certificates::Verified const& found) {
    auto const& [one, edition, authentic, hash] = found;
    auto const& merit = one.merit;
    h("<h1>"_h, word_of(merit.kind), "</h1><p class=\"lead\">"_h, html::code(one.number), "</p>"_h);
    verdict(h, found);
    {
        html::SummaryList list(h);
        list.row(msg::certificates_holder, one.name.empty()
                                               ? html::Words(msg::certificates_holder_erased)
                                               : html::Words(html::isolated(one.name)));
        list.row(msg::certificates_edition, "<a href=\""_h, edition_url(edition.code), "\">"_h,
                 named(h.language(), edition.name), "</a>"_h);
        list.row(msg::edition_organiser,
                 administration_said(known, h.language(), edition.organiser));
        if (!merit.team_name.empty()) list.row(msg::team_name, html::isolated(merit.team_name));
        if (!merit.project.empty()) list.row(msg::project_title, html::isolated(merit.project));
        if (merit.kind == Certified::award)
            list.row(msg::phase_award,
                     place_of({.team = merit.team, .place = merit.place, .reason = {}}));
        if (!merit.prize.empty()) list.row(msg::edition_prizes, html::isolated(merit.prize));
        if (merit.minutes > 0) list.row(msg::hours_counted, papers::hours_said(merit.minutes));
        if (merit.kind == Certified::juror)
            list.row(msg::jury_title,
                     merit.presides ? msg::certificates_presided : msg::certificates_sat);
        list.row(msg::certificates_issued_on, day_of(one));
        if (one.withdrawn) list.row(msg::certificates_withdrawn_on, *one.withdrawn);
    }
    h("<p class=\"hint\">"_h, msg::certificates_compare, "</p>"_h);
    {
        html::Disclosure const more(h, msg::certificates_print);
        h("<p class=\"said\">"_h, html::code(hash), "</p>"_h);
    }
    h("<p><a href=\""_h, html::to("/certificates"), "\">"_h, msg::certificates_another,
      "</a></p>"_h);
}

}  // namespace wasl::challenges::views
