// SPDX-License-Identifier: Apache-2.0
// The bank as a list.
#include <algorithm>

#include "modules/bank/taxonomy.hpp"
#include "modules/bank/views.hpp"

namespace wasl::bank::views {

using namespace html::literals;

namespace {

constexpr std::size_t words_shown = 180;  // signs of a problem in a card
constexpr std::array<std::string_view, 10> narrowing{
    "q",         "evidence",   "origin",  "obstacle", "indicator",
    "procedure", "life_event", "adopted", "measured", "dormant"};

std::vector<html::Choice> touches(Known const& known, Language language, Touch kind,
                                  std::span<std::string_view const> codes) {
    std::vector<html::Choice> out;
    for (auto const code : codes) out.push_back({code, touch_said(language, known, kind, code)});
    return out;
}

void choose_filter(html::Html& h, ListPage const& page, std::string_view name, Message const& label,
                   std::vector<html::Choice> const& choices) {
    html::select_field(
        h, {.name = name, .label = label, .value = page.asked.asked(name), .required = false},
        choices);
}

void filters(html::Html& h, ListPage const& page) {
    html::Disclosure const more(h, msg::list_filter, page.narrow.any());
    html::FilterForm const form(h, html::to("/bank"));
    if (auto const words = page.asked.asked("q"); !words.empty()) html::hidden_field(h, "q", words);
    auto const& known = page.known;
    auto const language = h.language();
    choose_filter(h, page, "obstacle", msg::touch_obstacle,
                  touches(known, language, Touch::obstacle, obstacles()));
    choose_filter(h, page, "indicator", msg::touch_indicator,
                  touches(known, language, Touch::indicator, indicators()));
    choose_filter(h, page, "life_event", msg::touch_life_event,
                  touches(known, language, Touch::life_event, known.life_events.codes()));
    choose_filter(h, page, "evidence", msg::entry_evidence,
                  choices_of<Evidence, evidence_count>("evidence"));
    choose_filter(h, page, "origin", msg::entry_origin, choices_of<Origin, origin_count>("origin"));
    auto const tick = [&](std::string_view name, Message const& label) {
        html::checkbox(
            h, {.name = name, .label = label, .value = page.asked.asked(name), .required = false});
    };
    tick("adopted", msg::list_adopted);
    tick("measured", msg::list_measured);
    tick("dormant", msg::list_dormant);
    html::button(h, msg::list_show, html::ButtonKind::secondary);
}

void other_ways(html::Html& h, ListPage const& page) {
    auto const way = [&](html::Url const& url, Message const& said) {
        h("<li><a href=\""_h, url, "\">"_h, said, "</a></li>"_h);
    };
    h("<h2>"_h, msg::list_ways, "</h2><ul class=\"links\">"_h);
    way(html::to("/bank/needs"), msg::needs_link);
    way(html::to("/bank/compare"), msg::compare_title);
    way(narrowed(html::to("/bank.atom"), page.asked), msg::list_feed);
    way(narrowed(html::to("/api/v1/bank.csv"), page.asked), msg::list_csv);
    way(narrowed(html::to("/api/v1/bank.json"), page.asked), msg::list_json);
    way(narrowed(html::to("/bank/embed"), page.asked), msg::widget_link);
    h("</ul>"_h);
}

void nothing(html::Html& h, ListPage const& page) {
    if (page.narrow.any() || !page.asked.asked("q").empty())
        html::empty_state(h, msg::list_nothing, msg::list_nothing_text,
                          html::Invitation{html::to("/bank"), msg::list_all});
    else
        html::empty_state(h, msg::list_empty, msg::list_empty_text,
                          html::Invitation{html::to("/bank/new"), msg::write_begin});
}

}  // namespace

html::Url narrowed(html::Url url, http::Request const& asked) {
    for (auto const name : narrowing)
        if (auto const value = asked.asked(name); !value.empty())
            url = html::with(url, name, value);
    return url;
}

void marks(html::Html& h, Known const&, Line const& line) {
    h("<p class=\"marks\">"_h);
    if (line.stage == Stage::dormant)
        html::tag(h, tone_of(line.stage), word_of("stage", line.stage));
    html::tag(h, tone_of(line.content.evidence), word_of("evidence", line.content.evidence));
    if (auto const count = line.running(); count > 0)
        html::tag(h, html::Tone::success, say(msg::list_running, {number("count", count)}));
    for (std::size_t n = 0; n < verdict_count; ++n)
        if (auto const verdict = static_cast<Verdict>(n); line.effects[n] > 0)
            html::tag(h, tone_of(verdict),
                      say(msg::list_effects, {word("verdict", word_of("verdict", verdict)),
                                              number("count", line.effects[n])}));
    h("</p>"_h);
}

void cards(html::Html& h, Known const& known, std::span<Line const* const> lines) {
    h("<ul class=\"cards\">"_h);
    for (auto const* const line : lines) {
        auto const& content = line->content;
        auto const& words = content.problem.empty() ? content.solution : content.problem;
        auto const shown = beginning(words, words_shown);
        h("<li class=\"card\"><h2><a href=\""_h, entry_url(line->number), "\">"_h,
          title_of(content), "</a></h2>"_h);
        if (!shown.empty())
            h("<p>"_h, in_its_language(content, shown), when(shown.size() < words.size(), "…"_h),
              "</p>"_h);
        marks(h, known, *line);
        h("<p class=\"meta\">"_h, source_said(line->source, content.language));
        if (auto const owner = owner_said(h.language(), known, line->owner, line->owner_name))
            h(" · "_h, owner);
        if (line->source.is_example) h(" · "_h, msg::entry_example_short);
        h("</p></li>"_h);
    }
    h("</ul>"_h);
}

void list(html::Html& h, ListPage const& page) {
    h("<h1>"_h, msg::title, "</h1><p class=\"lead\">"_h, msg::list_lead, "</p>"_h);
    {
        html::ButtonRow const row(h);
        html::link_button(h, html::to("/bank/new"), msg::write_begin);
    }
    html::search_box(
        h,
        {.action = html::to("/bank"), .label = msg::list_search, .value = page.asked.asked("q")});
    filters(h, page);
    if (page.found.total == 0) {
        nothing(h, page);
    } else {
        h("<p class=\"meta\">"_h, say(msg::list_count, {number("count", page.found.total)}),
          "</p>"_h);
        for (auto const& word : page.found.repaired)
            h("<p class=\"hint\">"_h, say(msg::list_repaired, {text("word", word)}), "</p>"_h);
        cards(h, page.known, page.found.lines);
        auto const pages = static_cast<int>((page.found.total + page_size - 1) / page_size);
        html::numbered_pages(h, narrowed(html::to("/bank"), page.asked), page.page, pages);
    }
    other_ways(h, page);
}

}  // namespace wasl::bank::views
