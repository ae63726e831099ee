// SPDX-License-Identifier: Apache-2.0
// Questions that lead to a procedure, one a page; events of life and what is done in each.
#include "modules/procedures/views_guide.hpp"

#include "modules/procedures/messages.hpp"
#include "modules/procedures/subjects.hpp"

namespace wasl::procedures::views {

using namespace html::literals;

namespace {

Message const& title_of(GuideQuestion question) {
    switch (question) {
        case GuideQuestion::life_event: return msg::guide_life_event;
        case GuideQuestion::audience: return msg::guide_audience;
        case GuideQuestion::theme: return msg::guide_theme;
    }
    return msg::guide_title;
}

Message const* message_of(GuideQuestion question, std::string_view code) {
    switch (question) {
        case GuideQuestion::life_event: return life_event_named(code);
        case GuideQuestion::audience: return audience_named(code);
        case GuideQuestion::theme: return theme_named(code);
    }
    return nullptr;
}

std::string_view answer_given(GuideAnswers const& answers, GuideQuestion question) {
    switch (question) {
        case GuideQuestion::life_event: return answers.life_event;
        case GuideQuestion::audience: return answers.audience;
        case GuideQuestion::theme: return answers.theme;
    }
    return {};
}

constexpr GuideQuestion questions[] = {GuideQuestion::life_event, GuideQuestion::audience,
                                       GuideQuestion::theme};

void show_answers(html::Html& h, GuideAnswers const& answers) {
    bool any = false;
    for (auto const question : questions)
        if (auto const* const name = message_of(question, answer_given(answers, question))) {
            h(any ? " "_h : "<p class=\"marks\">"_h);
            html::tag(h, html::Tone::info, *name);
            any = true;
        }
    if (answers.life_event.empty()) return;
    h(any ? " "_h : "<p class=\"marks\">"_h, "<a href=\""_h, html::to("/guide"), "\">"_h,
      msg::guide_again, "</a></p>"_h);
}

void ask(html::Html& h, GuidePage const& page, GuideQuestion question) {
    std::vector<html::Choice> choices;
    for (auto const& one : page.step.choices)
        if (auto const* const name = message_of(question, one.code))
            choices.push_back({one.code, *name});
    choices.push_back({guide_any, msg::guide_any});
    h("<form action=\""_h, html::to("/guide"), "\">"_h);
    for (auto const earlier : questions)
        if (auto const answer = answer_given(page.answers, earlier); !answer.empty())
            html::hidden_field(h, name_of(earlier), answer);
    html::hidden_field(h, "asked", name_of(question));
    html::Field field{.name = name_of(question), .label = title_of(question)};
    if (page.unanswered) field.error = msg::guide_error;
    html::radio_group(h, field, choices);
    html::button(h, msg::guide_next);
    h("</form>"_h);
}

void show_items(html::Html& h, std::vector<Item> const& items) {
    h("<ul class=\"cards\">"_h);
    for (auto const& item : items) show_item(h, item);
    h("</ul>"_h);
}

}  // namespace

void show_guide(html::Html& h, GuidePage const& page) {
    html::breadcrumbs(h, {{html::to("/procedures"), msg::catalogue_title}});
    h("<h1>"_h, msg::guide_title, "</h1>"_h);
    if (page.answers.life_event.empty()) h("<p class=\"lead\">"_h, msg::guide_lead, "</p>"_h);
    show_answers(h, page.answers);
    if (page.step.question) return ask(h, page, *page.step.question);
    if (page.step.found.empty())
        return html::empty_state(h, msg::catalogue_none, msg::catalogue_none_text,
                                 html::Invitation{html::to("/guide"), msg::guide_again});
    h("<h2>"_h, say(msg::catalogue_found, {number("count", page.step.found.size())}), "</h2>"_h);
    show_items(h, page.step.found);
}

void show_life_events(html::Html& h, Counts const& counts) {
    html::breadcrumbs(h, {{html::to("/procedures"), msg::catalogue_title}});
    h("<h1>"_h, msg::life_title, "</h1><p class=\"lead\">"_h, msg::life_lead,
      "</p><ul class=\"cards small\">"_h);
    auto const codes = life_events();
    for (std::size_t i = 0; i < codes.size(); ++i) {
        if (counts.life_events[i] == 0) continue;
        h("<li class=\"card\"><a href=\""_h, html::to("/life-events/", codes[i]), "\">"_h,
          *life_event_named(codes[i]), "</a><p class=\"meta\">"_h,
          say(msg::catalogue_found, {number("count", counts.life_events[i])}), "</p></li>"_h);
    }
    h("</ul>"_h);
}

void show_life_event(html::Html& h, std::string_view code, LifeEvent const& event) {
    html::breadcrumbs(h, {{html::to("/procedures"), msg::catalogue_title},
                          {html::to("/life-events"), msg::life_title}});
    h("<h1>"_h, *life_event_named(code), "</h1>"_h);
    if (event.steps.empty() && event.others.empty())
        return html::empty_state(h, msg::catalogue_none, msg::catalogue_none_text,
                                 html::Invitation{html::to("/procedures"), msg::catalogue_all});
    if (!event.steps.empty()) {
        h("<p class=\"lead\">"_h, msg::life_order, "</p><ol class=\"cards ordered\">"_h);
        for (auto const& item : event.steps) show_item(h, item);
        h("</ol>"_h);
    }
    if (event.others.empty()) return;
    if (!event.steps.empty()) h("<h2>"_h, msg::life_others, "</h2>"_h);
    show_items(h, event.others);
}

}  // namespace wasl::procedures::views
