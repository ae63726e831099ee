// SPDX-License-Identifier: Apache-2.0
// What an entry said before: each change of its words, and one wording beside what followed it.
#include "modules/bank/views.hpp"

namespace wasl::bank::views {

using namespace html::literals;

namespace {

html::Url wordings_url(Entry const& entry) { return html::to("/bank/", entry.number, "/wordings"); }
html::Url wording_url(Entry const& entry, StepId step) {
    return html::to("/bank/", entry.number, "/wordings/", step);
}

// Named only where the entry itself names them.
html::Words who_said(Language language, Known const& known, Entry const& entry,
                     StepLine const& step) {
    if (step.by.value() == 0) return {};
    bool const by_keeper = step.action == "revise" && step.by != entry.author &&
                           entry.author.value() == 0 && entry.owner.value() == 0;
    if (by_keeper) return msg::wordings_by_reviewer;
    if (step.by != entry.author) return owner_said(language, known, entry.owner, entry.owner_name);
    if (entry.name_shown && !entry.author_name.empty()) return html::isolated(entry.author_name);
    return msg::wordings_by_author;
}

void ended(html::Html& h, Known const& known, Entry const& entry, StepLine const& step) {
    if (auto const who = who_said(h.language(), known, entry, step))
        h("<p class=\"meta\">"_h, who, "</p>"_h);
    if (!step.reason.empty()) html::long_text(h, step.reason);
}

// What an author writes of it, part by part.
struct Part {
    Message const& label;
    std::string Content::* text;
};
constexpr std::array<Part, 8> parts{{{msg::write_field_title, &Content::title},
                                     {msg::entry_problem, &Content::problem},
                                     {msg::entry_solution, &Content::solution},
                                     {msg::entry_serves, &Content::serves},
                                     {msg::entry_evidence_note, &Content::evidence_note},
                                     {msg::entry_needs, &Content::needs},
                                     {msg::entry_conditions, &Content::replicability_note},
                                     {msg::entry_contacts, &Content::contacts}}};

// The figures of both without their words: whether the rest is the same.
Content without_words(Content content) {
    for (auto const& part : parts) (content.*part.text).clear();
    return content;
}

void part_before_and_after(html::Html& h, Content const& then, Content const& after,
                           Part const& part) {
    auto const told = [&](Message const& label, Content const& content) {
        auto const& text = content.*part.text;
        h("<p class=\"meta\">"_h, label, "</p>"_h);
        if (text.empty())
            h("<p>"_h, msg::wordings_empty, "</p>"_h);
        else
            paragraphs(h, content, text);
    };
    h("<h3>"_h, part.label, "</h3>"_h);
    told(msg::wordings_before, then);
    told(msg::wordings_after, after);
}

void differences(html::Html& h, Content const& then, Content const& after) {
    h("<h2>"_h, msg::wordings_what_changed, "</h2>"_h);
    for (auto const& part : parts)
        if (then.*part.text != after.*part.text) part_before_and_after(h, then, after, part);
    if (without_words(then) != without_words(after)) h("<p>"_h, msg::wordings_figures, "</p>"_h);
}

void what_changed(html::Html& h, Former const& page) {
    if (!page.after_struck) return differences(h, page.then.content, page.after);
    h("<h2>"_h, msg::wordings_what_changed, "</h2><p>"_h, msg::wordings_next_struck, "</p>"_h);
}

void struck(html::Html& h, StepLine const& step) {
    html::Panel const panel(h, html::Tone::danger, say(msg::wordings_struck, {{"at", step.at}}));
    html::long_text(h, step.reason);
}

void strike_form(html::Html& h, FormerPage const& page) {
    html::Disclosure const all(h, msg::wordings_strike, page.faults.any());
    h("<p>"_h, msg::wordings_strike_text, "</p>"_h);
    html::Form const form(h, {.action = wording_url(page.former.entry, page.former.then.ended.id),
                              .csrf = page.csrf});
    html::text_area(h, {.name = "reason",
                        .label = msg::step_reason,
                        .hint = msg::wordings_strike_hint,
                        .value = page.request.field("reason"),
                        .error = page.faults.of("reason"),
                        .length_max = static_cast<int>(text_max)});
    html::button(h, msg::wordings_strike, html::ButtonKind::danger);
}

}  // namespace

void rewordings(html::Html& h, Known const& known, Rewordings const& all) {
    auto const& entry = all.entry;
    html::breadcrumbs(
        h, {{html::to("/bank"), msg::title}, {entry_url(entry.number), title_of(entry.content)}});
    h("<h1>"_h, msg::wordings_title, "</h1><p class=\"lead\">"_h, title_of(entry.content),
      "</p>"_h);
    if (all.steps.empty())
        return html::empty_state(h, msg::wordings_none, msg::wordings_none_text,
                                 html::Invitation{entry_url(entry.number), msg::step_back});
    h("<p>"_h, msg::wordings_lead, "</p>"_h);
    h("<ol class=\"timeline\">"_h);
    for (auto const& step : all.steps) {
        h("<li><p class=\"when\">"_h, step.at, "</p><p class=\"what\">"_h,
          word_of("action", step.action), "</p>"_h);
        ended(h, known, entry, step);
        h("<p><a href=\""_h, wording_url(entry, step.id), "\">"_h,
          say(msg::wordings_until, {{"at", step.at}}), "</a></p></li>"_h);
    }
    h("</ol>"_h);
}

void former(html::Html& h, FormerPage const& page) {
    auto const& one = page.former;
    auto const& entry = one.entry;
    auto const& content = one.struck ? entry.content : one.then.content;
    html::breadcrumbs(h, {{html::to("/bank"), msg::title},
                          {entry_url(entry.number), title_of(entry.content)},
                          {wordings_url(entry), msg::wordings_title}});
    html::error_summary(h, page.faults);
    h("<h1>"_h, title_of(content), "</h1>"_h);
    {
        html::Panel const panel(h, html::Tone::warning,
                                say(msg::wordings_until, {{"at", one.then.ended.at}}));
        ended(h, page.known, entry, one.then.ended);
        bool const last = one.after_step.value() == 0;
        auto const next = last ? entry_url(entry.number) : wording_url(entry, one.after_step);
        h("<p><a href=\""_h, next, "\">"_h, last ? msg::wordings_now : msg::wordings_next,
          "</a></p>"_h);
    }
    if (one.struck) return struck(h, *one.struck);
    what_changed(h, one);
    {
        html::Disclosure const whole(h, msg::wordings_whole);
        wording(h, page.known, content);
    }
    if (one.may_strike) strike_form(h, page);
}

}  // namespace wasl::bank::views
