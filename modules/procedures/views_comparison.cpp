// SPDX-License-Identifier: Apache-2.0
#include "modules/procedures/views_comparison.hpp"

#include "modules/procedures/messages.hpp"

namespace wasl::procedures::views {

using namespace html::literals;

namespace {

html::Tone alteration_tone(Alteration how) {
    switch (how) {
        case Alteration::added: return html::Tone::success;
        case Alteration::removed: return html::Tone::danger;
        case Alteration::changed: return html::Tone::warning;
        case Alteration::moved: return html::Tone::neutral;
    }
    return html::Tone::neutral;
}

std::string const& in_language(Language language, Names const& names) {
    switch (language) {
        case Language::ar: return names.ar;
        case Language::fr: return names.fr;
        case Language::en: return names.en;
        case Language::zgh: return names.zgh;
    }
    return names.ar;
}

void show_text_lines(html::Html& h, std::string_view text, Language language) {
    while (!text.empty()) {
        auto const end = std::min(text.find('\n'), text.size());
        if (end > 0) h("<p>"_h, html::Foreign{text.substr(0, end), language}, "</p>"_h);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
}

// Of words in several languages only those that are not the same on the other side.
void show_content(html::Html& h, Content const& content, Content const& other) {
    if (content.empty()) return h(msg::compare_nothing);
    for (auto const& said : content.said) h("<p>"_h, said, "</p>"_h);
    for (auto const language : languages)
        if (in_language(language, content.names) != in_language(language, other.names))
            show_text_lines(h, in_language(language, content.names), language);
}

void show_field(html::SummaryList& list, html::Html& h, Altered const& one, Alteration how) {
    list.row_with(*one.label, [&] {
        if (how != Alteration::added) {
            h("<del><span class=\"meta\">"_h, msg::compare_before, "</span> "_h);
            show_content(h, one.before, one.after);
            h("</del>"_h);
        }
        if (how != Alteration::removed) {
            h("<ins><span class=\"meta\">"_h, msg::compare_after, "</span> "_h);
            show_content(h, one.after, one.before);
            h("</ins>"_h);
        }
    });
}

void show_difference(html::Html& h, Revised const& one) {
    h("<h3>"_h);
    if (one.item.empty())
        h(*msg::find("section." + one.section));
    else
        h(said(h.language(), one.title));
    h(" "_h);
    html::tag(h, alteration_tone(one.how), *msg::find("compare." + std::string(name_of(one.how))));
    h("</h3>"_h);
    if (one.fields.empty()) return;
    html::SummaryList list(h);
    for (auto const& field : one.fields) show_field(list, h, field, one.how);
}

void choose_texts(html::Html& h, ComparisonPage const& page) {
    html::FilterForm const form(h, page.action);
    std::vector<html::Choice> choices;
    for (auto const& text : page.texts) choices.push_back({text.code, text.name});
    html::select_field(h, {.name = "from", .label = msg::compare_from, .value = page.from},
                       choices);
    html::select_field(h, {.name = "to", .label = msg::compare_to, .value = page.to}, choices);
    html::button(h, msg::compare_show, html::ButtonKind::secondary);
}

// What the numbers became, in words: an arrow or a colour alone says it to nobody who cannot see.
Said became(std::int64_t before, std::int64_t after) {
    if (after < before) return say(msg::burden_less, {number("number", before - after)});
    if (after > before) return say(msg::burden_more, {number("number", after - before)});
    return say(msg::burden_same);
}

void count_row(html::Table& table, Message const& label, std::optional<int> before,
               std::optional<int> after) {
    auto const shown = [](std::optional<int> value) {
        return value ? html::Words(*value) : html::Words(msg::burden_unknown);
    };
    table.row();
    table.cell(label);
    table.cell(shown(before));
    table.cell(shown(after));
    table.cell(before && after ? became(*before, *after) : say(msg::burden_unknown));
}

Said became(Money before, Money after) {
    if (after < before) return say(msg::burden_less_money, {{"amount", before - after}});
    if (before < after) return say(msg::burden_more_money, {{"amount", after - before}});
    return say(msg::burden_same);
}

}  // namespace

void show_burden(html::Html& h, Burden const& before, Burden const& after) {
    html::Table table(h, msg::burden_title,
                      {{msg::burden_what},
                       {msg::compare_before, html::Column::number},
                       {msg::compare_after, html::Column::number},
                       {msg::burden_difference}});
    count_row(table, msg::burden_documents, before.documents, after.documents);
    count_row(table, msg::burden_copies, before.copies, after.copies);
    count_row(table, msg::burden_visits, before.visits, after.visits);
    count_row(table, msg::burden_days, before.days, after.days);
    auto const shown = [](std::optional<Money> amount) {
        return amount ? html::Words(*amount) : html::Words(msg::burden_unknown);
    };
    table.row();
    table.cell(msg::burden_fees);
    table.cell(shown(before.fees));
    table.cell(shown(after.fees));
    table.cell(before.fees && after.fees ? became(*before.fees, *after.fees)
                                         : say(msg::burden_unknown));
}

void show_comparison(html::Html& h, ComparisonPage const& page,
                     std::vector<Revised> const& differences) {
    html::breadcrumbs(h, {{page.home, said(h.language(), page.title)}});
    h("<h1>"_h, msg::compare_title, "</h1><p class=\"lead\">"_h, msg::compare_lead, "</p>"_h);
    if (page.texts.size() < 2) return html::empty_state(h, msg::compare_one, msg::compare_one_text);
    choose_texts(h, page);
    h("<section aria-labelledby=\"burden\"><h2 id=\"burden\">"_h, msg::burden_title, "</h2>"_h);
    show_burden(h, page.before, page.after);
    h("</section><section aria-labelledby=\"differences\"><h2 id=\"differences\">"_h,
      say(msg::compare_count, {number("count", static_cast<std::int64_t>(differences.size()))}),
      "</h2>"_h);
    for (auto const& one : differences) show_difference(h, one);
    h("</section>"_h);
}

}  // namespace wasl::procedures::views
