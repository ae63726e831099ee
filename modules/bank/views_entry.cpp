// SPDX-License-Identifier: Apache-2.0
// One entry: what it is, where it stands and why, its whole line, what was measured.
#include "modules/bank/views.hpp"

namespace wasl::bank::views {

using namespace html::literals;

namespace {

void part(html::Html& h, Content const& content, Message const& label, std::string_view text) {
    if (text.empty()) return;
    h("<h2>"_h, label, "</h2>"_h);
    paragraphs(h, content, text);
}

void link_to(html::Html& h, Entry const& other) {
    h("<a href=\""_h, entry_url(other.number), "\">"_h, title_of(other.content), "</a>"_h);
}

// Why it stands where it stands.
void standing(html::Html& h, EntryPage const& page) {
    auto const& one = page.whole.entry;
    h("<p class=\"marks\">"_h);
    html::tag(h, tone_of(one.stage), word_of("stage", one.stage));
    html::tag(h, tone_of(one.content.evidence), word_of("evidence", one.content.evidence));
    h("</p>"_h);
    if (one.source.is_example) html::notice(h, html::Tone::info, msg::entry_example);
    if (one.stage == Stage::dormant && one.reason.empty())
        html::notice(h, html::Tone::neutral, msg::entry_rests);
    if (!one.reason.empty()) {
        html::Panel const panel(h, tone_of(one.stage), msg::entry_reason);
        html::long_text(h, one.reason);
    }
    if (page.into && one.stage == Stage::merged) {
        h("<p>"_h, msg::entry_merged_into, " "_h);
        link_to(h, *page.into);
        h("</p>"_h);
    }
    for (auto const& other : page.absorbed) {
        h("<p>"_h, msg::entry_absorbed, " "_h);
        link_to(h, other);
        h("</p>"_h);
    }
}

void touched_row(html::Html& h, html::SummaryList& list, Known const& known, Content const& content,
                 Touch kind) {
    auto const& codes = content.touches.of(kind);
    if (codes.empty()) return;
    list.row_with(word_of("touch", kind), [&] {
        h("<ul class=\"plain\">"_h);
        for (auto const& code : codes) {
            auto const said = touch_said(h.language(), known, kind, code);
            h("<li>"_h);
            if (kind == Touch::procedure && known.registry->entry(code) != nullptr)
                h("<a href=\""_h, html::to("/procedures/", code), "\">"_h, said, "</a>"_h);
            else if (kind == Touch::obstacle || kind == Touch::indicator)
                h("<a href=\""_h, html::with(html::to("/bank"), bank::name_of(kind), code), "\">"_h,
                  said, "</a>"_h);
            else
                h(said);
            h("</li>"_h);
        }
        h("</ul>"_h);
    });
}

void figures(html::Html& h, Known const& known, Content const& content) {
    html::SummaryList list(h);
    auto const amount = [&](Message const& label, std::optional<Money> const& one) {
        if (one) list.row(label, *one);
    };
    amount(msg::entry_cost, content.cost);
    amount(msg::entry_yearly_cost, content.yearly_cost);
    if (content.effort_days)
        list.row(msg::entry_effort, say(msg::entry_days, {number("count", *content.effort_days)}));
    constexpr std::array<std::string_view, evidence_count> levels{"E0", "E1", "E2", "E3"};
    list.row(msg::entry_evidence, html::code(levels[static_cast<std::size_t>(content.evidence)]),
             " "_h, word_of("evidence", content.evidence));
    list.row(msg::entry_licence, licence_said(content.licence));
    list.row(msg::entry_replicability, word_of("replicability", content.replicability));
    for (std::size_t n = 0; n < touch_count; ++n)
        touched_row(h, list, known, content, static_cast<Touch>(n));
    if (!content.website.empty())
        list.row_with(msg::entry_website, [&] {
            h("<a class=\"anywhere\" href=\""_h, html::outside(content.website),
              "\" rel=\"noopener\">"_h, html::code(content.website), "</a>"_h);
        });
}

void origin(html::Html& h, EntryPage const& page) {
    auto const& one = page.whole.entry;
    auto const& source = one.source;
    auto const told = [&](std::string_view text) { return in_its_language(one.content, text); };
    html::SummaryList list(h);
    list.row(msg::entry_number, html::code(one.number));
    list.row(msg::entry_origin, word_of("origin", source.origin));
    if (!source.name.empty()) list.row(msg::entry_source, told(source.name));
    if (!source.challenge.empty()) list.row(msg::entry_challenge, told(source.challenge));
    if (!source.team.empty()) list.row(msg::entry_team, told(source.team));
    if (!source.award.empty()) list.row(msg::entry_award, told(source.award));
    if (!source.url.empty())
        list.row_with(msg::entry_source_url, [&] {
            h("<a class=\"anywhere\" href=\""_h, html::outside(source.url),
              "\" rel=\"noopener\">"_h, html::code(source.url), "</a>"_h);
        });
    if (one.name_shown && !one.author_name.empty())
        list.row(msg::entry_author, html::isolated(one.author_name));
    if (auto const owner = owner_said(h.language(), page.known, one.owner, one.owner_name))
        list.row(msg::entry_owner, owner);
    if (one.confirmed_on) list.row(msg::entry_confirmed, *one.confirmed_on);
    bool const readable = !one.is_hidden || page.whole.is_author || page.whole.is_reviewer;
    if (page.whole.former_wordings > 0 && readable)
        list.row_with(msg::wordings_title, [&] {
            h("<a href=\""_h, html::to("/bank/", one.number, "/wordings"), "\">"_h,
              say(msg::wordings_count, {number("count", page.whole.former_wordings)}), "</a>"_h);
        });
}

void related_entries(html::Html& h, EntryPage const& page) {
    if (page.related.empty()) return;
    h("<h2>"_h, msg::entry_related, "</h2><ul class=\"links\">"_h);
    for (auto const& [related, other] : page.related) {
        h("<li>"_h, word_of("relation", related.relation), ": "_h);
        link_to(h, other);
        h(" <span class=\"meta\">"_h,
          say(msg::entry_likeness, {number("share", related.score / 10)}), "</span>"_h);
        html::long_text(h, related.reason);
        h("</li>"_h);
    }
    h("</ul>"_h);
}

}  // namespace

void history(html::Html& h, Known const& known, std::vector<StepLine> const& steps) {
    html::Disclosure const more(h, msg::entry_history);
    html::Timeline timeline(h);
    for (auto one = steps.rbegin(); one != steps.rend(); ++one) {
        auto const who = administration_said(h.language(), known, one->administration);
        bool const told = !one->reason.empty() && one->action != "absorb" &&
                          one->action != "settle_task" && one->action != "reopen_task";
        timeline.event(one->at, word_of("action", one->action), when(bool(who), "<p>"_h), who,
                       when(bool(who), "</p>"_h), when(told, "<p class=\"said\" dir=\"auto\">"_h),
                       std::string_view(told ? one->reason : std::string_view{}),
                       when(told, "</p>"_h));
    }
}

void wording(html::Html& h, Known const& known, Content const& content) {
    part(h, content, msg::entry_problem, content.problem);
    part(h, content, msg::entry_solution, content.solution);
    part(h, content, msg::entry_serves, content.serves);
    part(h, content, msg::entry_evidence_note, content.evidence_note);
    part(h, content, msg::entry_needs, content.needs);
    part(h, content, msg::entry_conditions, content.replicability_note);
    part(h, content, msg::entry_contacts, content.contacts);
    h("<h2>"_h, msg::entry_figures, "</h2>"_h);
    figures(h, known, content);
}

void entry(html::Html& h, EntryPage const& page) {
    auto const& one = page.whole.entry;
    auto const& content = one.content;
    html::breadcrumbs(h, {{html::to("/bank"), msg::title}});
    h("<h1>"_h, title_of(content), "</h1>"_h);
    standing(h, page);
    bool const readable = !one.is_hidden || page.whole.is_author || page.whole.is_reviewer;
    if (readable) wording(h, page.known, content);
    h("<h2>"_h, msg::entry_origin, "</h2>"_h);
    origin(h, page);
    if (one.listed_at) {
        h("<h2>"_h, msg::line_title, "</h2>"_h);
        line(h, page);
        adoptions(h, page);
    }
    related_entries(h, page);
    acts(h, page);
    history(h, page.known, page.whole.steps);
}

}  // namespace wasl::bank::views
