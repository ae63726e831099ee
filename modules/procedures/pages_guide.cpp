// SPDX-License-Identifier: Apache-2.0
#include "modules/procedures/messages.hpp"
#include "modules/procedures/pages_finding.hpp"
#include "modules/procedures/subjects.hpp"
#include "modules/procedures/views_guide.hpp"
#include "platform/http/page.hpp"

namespace wasl::procedures {
namespace {

using http::Allow;
using http::Asked;

// What nobody knows was not answered.
std::string guide_answer(Asked const& asked, GuideQuestion question,
                         Message const* (*named)(std::string_view)) {
    auto const typed = asked.request.asked(name_of(question));
    return typed == guide_any || named(typed) != nullptr ? std::string(typed) : std::string{};
}

Result<http::Response> show_guide(Pages const& pages, Asked const& asked) {
    views::GuidePage page;
    page.answers = {guide_answer(asked, GuideQuestion::life_event, life_event_named),
                    guide_answer(asked, GuideQuestion::audience, audience_named),
                    guide_answer(asked, GuideQuestion::theme, theme_named)};
    auto const picture = current_picture(pages, asked);
    page.step = guide(picture->finder(), page.answers);
    page.unanswered =
        page.step.question && asked.request.asked("asked") == name_of(*page.step.question);
    return kept(asked, http::shown(asked, {.title = msg::guide_title, .for_search_engines = true},
                                   [&](html::Html& h) { views::show_guide(h, page); }));
}

Result<http::Response> show_life_events(Pages const& pages, Asked const& asked) {
    auto const picture = current_picture(pages, asked);
    auto const counts = picture->finder().find({}, {}, Kind::any, 0, 0).counts;
    return kept(asked, http::shown(asked, {.title = msg::life_title, .for_search_engines = true},
                                   [&](html::Html& h) { views::show_life_events(h, counts); }));
}

Result<http::Response> show_life_event(Pages const& pages, Asked const& asked) {
    auto const code = asked.wild(0);
    auto const* const name = life_event_named(code);
    if (name == nullptr) return Refusal{Refused::not_found, say(msg::refusal_no_sheet)};
    auto const picture = current_picture(pages, asked);
    auto const event = life_event(*picture, code);
    return kept(asked, http::shown(asked, {.title = *name, .for_search_engines = true},
                                   [&](html::Html& h) { views::show_life_event(h, code, event); }));
}

}  // namespace

void add_guide_pages(http::Router& router, Pages const& pages) {
    static constexpr http::Route<Pages> routes[] = {
        http::get<Pages>("/guide", Allow::anyone, show_guide),
        http::get<Pages>("/life-events", Allow::anyone, show_life_events),
        http::get<Pages>("/life-events/:code", Allow::anyone, show_life_event),
    };
    router.add("procedures", pages, std::span<http::Route<Pages> const>(routes));
}

}  // namespace wasl::procedures
