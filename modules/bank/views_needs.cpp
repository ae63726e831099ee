// SPDX-License-Identifier: Apache-2.0
// "What answers this?": obstacles and indicators with what the bank holds for each; and two entries
// side by side.
#include "modules/bank/taxonomy.hpp"
#include "modules/bank/views.hpp"

namespace wasl::bank::views {

using namespace html::literals;

namespace {

void answers(html::Html& h, Known const& known, Touch kind, std::string_view parameter,
             std::span<std::string_view const> codes) {
    auto const counts = known.bank->counts(kind);
    h("<ul class=\"links\">"_h);
    for (auto const code : codes) {
        auto const found = counts.find(code);
        auto const said = touch_said(h.language(), known, kind, code);
        auto const count =
            say(msg::needs_count, {number("count", found == counts.end() ? 0 : found->second)});
        if (found == counts.end())
            h("<li>"_h, said, " <span class=\"meta\">"_h, count, "</span></li>"_h);
        else
            h("<li><a href=\""_h, html::with(html::to("/bank"), parameter, code), "\">"_h, said,
              "</a> <span class=\"meta\">"_h, count, "</span></li>"_h);
    }
    h("</ul>"_h);
}

void choose_compared(html::Html& h, ComparePage const& page, std::string_view name,
                     Message const& label) {
    std::vector<html::Choice> choices;
    auto const add = [&](Line const* line) {
        if (line != nullptr) choices.push_back({line->number, title_of(line->content)});
    };
    add(page.first);
    for (auto const* const line : page.others) add(line);
    html::select_field(h, {.name = name, .label = label, .value = page.asked.asked(name)}, choices);
}

class Pair {
public:
    Pair(html::Html& h, ComparePage const& page)
        : h_(h),
          page_(page),
          table_(h, msg::compare_title,
                 {{msg::compare_part},
                  {title_of(page.first->content)},
                  {title_of(page.second->content)}}) {}

    template<typename Show>
    void row(Message const& label, Show show) {
        table_.row();
        table_.cell(label);
        for (auto const* const line : {page_.first, page_.second})
            table_.cell_with([&] { show(*line); });
    }
    void text(Message const& label, std::string Content::* part) {
        row(label, [&](Line const& line) {
            auto const& words = line.content.*part;
            if (words.empty())
                h_(msg::entry_untold);
            else
                h_(in_its_language(line.content, words));
        });
    }
    void money(Message const& label, std::optional<Money> Content::* part) {
        row(label, [&](Line const& line) {
            auto const& amount = line.content.*part;
            if (amount)
                h_(*amount);
            else
                h_(msg::entry_untold);
        });
    }

private:
    html::Html& h_;
    ComparePage const& page_;
    html::Table table_;
};

void touched_of_line(html::Html& h, ComparePage const& page, Line const& line, Touch kind) {
    auto const& codes = line.content.touches.of(kind);
    if (codes.empty()) {
        h(msg::entry_untold);
        return;
    }
    h("<ul>"_h);
    for (auto const& code : codes)
        h("<li>"_h, touch_said(h.language(), page.known, kind, code), "</li>"_h);
    h("</ul>"_h);
}

void table(html::Html& h, ComparePage const& page) {
    Pair pair(h, page);
    pair.text(msg::entry_problem, &Content::problem);
    pair.text(msg::entry_solution, &Content::solution);
    pair.text(msg::entry_serves, &Content::serves);
    pair.row(msg::entry_evidence,
             [&](Line const& line) { h(word_of("evidence", line.content.evidence)); });
    pair.money(msg::entry_cost, &Content::cost);
    pair.money(msg::entry_yearly_cost, &Content::yearly_cost);
    pair.row(msg::entry_effort, [&](Line const& line) {
        if (line.content.effort_days)
            h(say(msg::entry_days, {number("count", *line.content.effort_days)}));
        else
            h(msg::entry_untold);
    });
    pair.text(msg::entry_needs, &Content::needs);
    pair.row(msg::entry_licence, [&](Line const& line) { h(licence_said(line.content.licence)); });
    pair.row(msg::entry_replicability,
             [&](Line const& line) { h(word_of("replicability", line.content.replicability)); });
    pair.row(msg::touch_procedure,
             [&](Line const& line) { touched_of_line(h, page, line, Touch::procedure); });
    pair.row(msg::touch_obstacle,
             [&](Line const& line) { touched_of_line(h, page, line, Touch::obstacle); });
    pair.row(msg::touch_indicator,
             [&](Line const& line) { touched_of_line(h, page, line, Touch::indicator); });
    pair.row(msg::compare_state, [&](Line const& line) { marks(h, page.known, line); });
    pair.row(msg::compare_page, [&](Line const& line) {
        html::link_button(h, entry_url(line.number), msg::compare_open, html::ButtonKind::quiet,
                          title_of(line.content));
    });
}

}  // namespace

void needs(html::Html& h, Known const& known) {
    html::breadcrumbs(h, {{html::to("/bank"), msg::title}});
    h("<h1>"_h, msg::needs_title, "</h1><p class=\"lead\">"_h, msg::needs_lead,
      "</p><div class=\"pairs\"><section aria-labelledby=\"obstacles\"><h2 id=\"obstacles\">"_h,
      msg::needs_obstacles, "</h2>"_h);
    answers(h, known, Touch::obstacle, "obstacle", obstacles());
    h("</section><section aria-labelledby=\"indicators\"><h2 id=\"indicators\">"_h,
      msg::needs_indicators, "</h2>"_h);
    answers(h, known, Touch::indicator, "indicator", indicators());
    h("</section></div>"_h);
}

void compare(html::Html& h, ComparePage const& page) {
    html::breadcrumbs(h, {{html::to("/bank"), msg::title}});
    h("<h1>"_h, msg::compare_title, "</h1><p class=\"lead\">"_h, msg::compare_lead, "</p>"_h);
    if (page.others.empty()) {
        html::empty_state(h, msg::list_empty, msg::list_empty_text,
                          html::Invitation{html::to("/bank/new"), msg::write_begin});
        return;
    }
    {
        html::FilterForm const form(h, html::to("/bank/compare"));
        choose_compared(h, page, "a", msg::compare_first);
        choose_compared(h, page, "b", msg::compare_second);
        html::button(h, msg::compare_show, html::ButtonKind::secondary);
    }
    if (page.first != nullptr && page.second != nullptr && page.first != page.second)
        table(h, page);
}

}  // namespace wasl::bank::views
